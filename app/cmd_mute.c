/* SPDX-License-Identifier: MIT */
/* `seam mute`, `seam unmute`. */
#include <stdio.h>
#include <string.h>

#include "app/commands.h"
#include "app/print.h"
#include "app/shell_client.h"
#include "base/clock.h"
#include "base/json_out.h"

#define USUAL "30m"
#define MOST (24 * 60 * MINUTE)

static void add_text(struct buf *b, const char *name, const char *value)
{
	if (value == NULL)
		return;
	out_key(b, name);
	out_text(b, value);
}

/* Until when: an instant, or a time from now. */
static bool add_end(const struct args *a, struct buf *b)
{
	int64_t span;

	if (given(a, OPT_UNTIL)) {
		add_text(b, "until", a->value[OPT_UNTIL]);
		return true;
	}
	if (!duration_parse(str_of(value_or(a, OPT_TIME, USUAL)), &span)) {
		usage_error(a, "--time is a time like " USUAL);
		return false;
	}
	if (span > MOST) {
		usage_error(a, "--time is at most 24h");
		return false;
	}
	out_key(b, "seconds");
	out_real(b, (double)span / SECOND);
	return true;
}

static enum status send(const struct args *a, struct str request, struct buf *reply)
{
	enum status s = hub_ask_once(a, request, reply);

	if (s == DONE && given(a, OPT_JSON))
		print_json(buf_view(reply));
	return s;
}

enum status run_mute(const struct args *a)
{
	bool ends = strcmp(a->command, "unmute") == 0;
	struct buf request = { 0 }, reply = { 0 };
	struct json j = { 0 };
	enum status s = USAGE;

	if (given(a, OPT_UNTIL) && given(a, OPT_TIME))
		return usage_error(a, "either --time or --until says how long");
	buf_fmt(&request, "\"op\":\"%s\"", a->command);
	add_text(&request, "what", a->operand[0]);
	add_text(&request, "name", a->operand[1]);
	add_text(&request, "operator", operator_name(a));
	add_text(&request, "note", a->value[OPT_NOTE]);
	if (ends || add_end(a, &request))
		s = send(a, buf_view(&request), &reply);
	if (s == DONE && !given(a, OPT_JSON) &&
		json_read(&j, reply.data, reply.len, REPLY_DEPTH, NULL)) {
		struct str until = reply_text(&j, "until");

		printf("%s %s %s", a->command, a->operand[0], a->operand[1]);
		if (!ends) {
			fputs(": until ", stdout);
			print_clean((struct str){ until.p, until.n < 19 ? until.n : 19 });
			fputs("Z, by itself", stdout);
		}
		putchar('\n');
	}
	json_fini(&j);
	buf_fini(&request);
	buf_fini(&reply);
	return s;
}
