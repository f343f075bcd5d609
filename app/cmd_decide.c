/* SPDX-License-Identifier: MIT */
/* `seam approve|reject|escalate|hold|requeue|discard ID`. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/commands.h"
#include "app/shell_client.h"
#include "base/digest.h"
#include "base/json_out.h"

struct stands {
	char digest[DIGEST_TEXT];
	double attempt;
};

/* What stands now: a decision is bound to it. */
static enum status look_up(
	struct client *c, const struct args *a, struct stands *out, struct buf *reply)
{
	struct buf request = { 0 };
	struct json j = { 0 };
	enum status s;

	buf_str(&request, "\"op\":\"show\"");
	out_key(&request, "handoff");
	out_text(&request, a->operand[0]);
	s = hub_ask(c, a, buf_view(&request), reply);
	buf_fini(&request);
	if (s != DONE)
		return s;
	if (json_read(&j, reply->data, reply->len, REPLY_DEPTH, NULL)) {
		out->attempt = json_number(&j, json_member(&j, 0, "attempt"));
		snprintf(out->digest, sizeof(out->digest), "%.*s",
			STR_ARG(reply_text(&j, "digest")));
	}
	json_fini(&j);
	return DONE;
}

static void add_text(struct buf *b, const char *name, const char *value)
{
	if (value == NULL)
		return;
	out_key(b, name);
	out_text(b, value);
}

static bool write_request(const struct args *a, const struct stands *now, struct buf *b)
{
	char id[33];
	double attempt = now->attempt;

	random_name(id);
	if (given(a, OPT_ATTEMPT)) {
		unsigned long long n;

		if (!read_number(a->value[OPT_ATTEMPT], 1, &n)) {
			usage_error(a, "--attempt is a number from 1");
			return false;
		}
		attempt = (double)n;
	}
	buf_str(b, "\"op\":\"decide\"");
	add_text(b, "decision", value_or(a, OPT_DECISION, id));
	add_text(b, "handoff", a->operand[0]);
	out_key(b, "attempt");
	out_uint(b, (uint64_t)attempt);
	add_text(b, "digest", now->digest);
	add_text(b, "action", a->command);
	add_text(b, "operator", operator_name(a));
	add_text(b, "note", a->value[OPT_NOTE]);
	add_text(b, "target", a->value[OPT_TARGET]);
	add_text(b, "until", a->value[OPT_UNTIL]);
	return true;
}

static void print_done(const struct args *a, const struct buf *reply)
{
	struct json j = { 0 };

	if (json_read(&j, reply->data, reply->len, REPLY_DEPTH, NULL))
		printf("%s %s: %.*s, recorded as %.*s\n", a->command, a->operand[0],
			STR_ARG(reply_text(&j, "state")),
			STR_ARG(reply_text(&j, "recorded")));
	json_fini(&j);
}

enum status run_decision(const struct args *a)
{
	bool needs_note =
		strcmp(a->command, "reject") == 0 || strcmp(a->command, "discard") == 0;
	struct buf request = { 0 }, reply = { 0 };
	struct client *c;
	struct stands now;
	enum status s;

	if (needs_note && value_or(a, OPT_NOTE, "")[0] == '\0')
		return usage_error(a, "%s needs --note TEXT: why", a->command);
	c = hub_open(a);
	if (c == NULL)
		return NO_HUB;
	s = look_up(c, a, &now, &reply);
	if (s == DONE && !write_request(a, &now, &request))
		s = USAGE;
	if (s == DONE)
		s = hub_ask(c, a, buf_view(&request), &reply);
	if (s == DONE && given(a, OPT_JSON)) {
		print_json(buf_view(&reply));
	} else if (s == DONE) {
		print_done(a, &reply);
	}
	client_close(c);
	buf_fini(&request);
	buf_fini(&reply);
	return s;
}
