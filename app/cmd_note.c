/* SPDX-License-Identifier: MIT */
/* `seam note`, `seam tag`: what humans write beside things. */
#include <stdio.h>
#include <string.h>

#include "app/commands.h"
#include "app/print.h"
#include "app/shell_client.h"
#include "base/json_out.h"

static void add_text(struct buf *b, const char *name, const char *value)
{
	if (value == NULL)
		return;
	out_key(b, name);
	out_text(b, value);
}

/* "paging,known" */
static void add_list(struct buf *b, const char *name, const char *value)
{
	if (value == NULL)
		return;
	out_key(b, name);
	out_open(b, '[');
	while (*value != '\0') {
		size_t n = strcspn(value, ",");

		if (n > 0)
			out_str(b, (struct str){ value, n });
		value += n + (value[n] == ',');
	}
	out_close(b, ']');
}

static void begin(const struct args *a, struct buf *b)
{
	buf_str(b, "\"op\":\"annotate\"");
	add_text(b, "what", value_or(a, OPT_WHAT, "handoff"));
	add_text(b, "name", a->operand[0]);
	add_text(b, "operator", operator_name(a));
}

/* "h-91c2: 2 notes; tags paging, known" */
static void say(const struct args *a, struct buf *reply)
{
	struct json j = { 0 };
	uint32_t tags, title;
	uint64_t notes = 0;

	if (!json_read(&j, reply->data, reply->len, REPLY_DEPTH, NULL))
		return;
	tags = json_member(&j, 0, "tags");
	title = json_member(&j, 0, "title");
	reply_number(&j, "notes", &notes);
	print_clean(str_of(a->operand[0]));
	printf(": %llu note%s", (unsigned long long)notes, notes == 1 ? "" : "s");
	if (json_is(&j, title, JSON_STRING)) {
		fputs("; ", stdout);
		print_clean(json_str(&j, title));
	}
	for (uint32_t i = tags + 1;
		json_is(&j, tags, JSON_ARRAY) && i < j.node[tags].next;
		i = j.node[i].next) {
		fputs(i == tags + 1 ? "; tags " : ", ", stdout);
		print_clean(json_str(&j, i));
	}
	putchar('\n');
	json_fini(&j);
}

static enum status send(const struct args *a, struct buf *request)
{
	struct buf reply = { 0 };
	enum status s = operator_fits(a) ? DONE : USAGE;

	if (s == DONE)
		s = hub_ask_once(a, buf_view(request), &reply);
	if (s == DONE && given(a, OPT_JSON))
		print_json(buf_view(&reply));
	else if (s == DONE)
		say(a, &reply);
	buf_fini(request);
	buf_fini(&reply);
	return s;
}

enum status run_note(const struct args *a)
{
	struct buf request = { 0 };

	if (!given(a, OPT_NOTE) && !given(a, OPT_TITLE) && !given(a, OPT_TAG) &&
		!given(a, OPT_UNTAG))
		return usage_error(
			a, "--note, --title, --tag or --untag says what to write");
	begin(a, &request);
	add_text(&request, "note", a->value[OPT_NOTE]);
	add_text(&request, "title", a->value[OPT_TITLE]);
	add_list(&request, "tags", a->value[OPT_TAG]);
	add_list(&request, "untags", a->value[OPT_UNTAG]);
	return send(a, &request);
}

enum status run_tag(const struct args *a)
{
	struct buf request = { 0 };

	begin(a, &request);
	for (int off = 0; off < 2; off++) {
		out_key(&request, off ? "untags" : "tags");
		out_open(&request, '[');
		for (size_t i = 1; i < a->operands; i++) {
			const char *tag = a->operand[i];

			if ((tag[0] == '~') == (off == 1))
				out_text(&request, tag + off);
		}
		out_close(&request, ']');
	}
	return send(a, &request);
}
