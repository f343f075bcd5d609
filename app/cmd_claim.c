/* SPDX-License-Identifier: MIT */
/* `seam claim ID`, `seam release ID`: who is on it, for others to see. */
#include <stdio.h>
#include <string.h>

#include "app/commands.h"
#include "app/print.h"
#include "app/shell_client.h"
#include "base/clock.h"
#include "base/json_out.h"

static bool write_request(const struct args *a, struct buf *b)
{
	unsigned long long seconds = 0;
	int64_t span = 0;

	if (given(a, OPT_TIME) && given(a, OPT_SECONDS)) {
		usage_error(a, "either --time or --seconds says how long");
		return false;
	}
	if (given(a, OPT_TIME) &&
		(!duration_parse(str_of(a->value[OPT_TIME]), &span) || span < SECOND ||
			span > 15 * MINUTE)) {
		usage_error(a, "--time is how long, as 10m, at most 15m");
		return false;
	}
	seconds = (unsigned long long)(span / SECOND);
	if (given(a, OPT_SECONDS) &&
		(!read_number(a->value[OPT_SECONDS], 1, &seconds) || seconds > 900)) {
		usage_error(a, "--seconds is a number from 1 to 900");
		return false;
	}
	buf_str(b, "\"op\":");
	buf_json(b, str_of(a->command));
	out_key(b, "handoff");
	out_text(b, a->operand[0]);
	out_key(b, "operator");
	out_text(b, operator_name(a));
	if (seconds > 0) {
		out_key(b, "seconds");
		out_uint(b, seconds);
	}
	if (given(a, OPT_TAKE)) {
		out_key(b, "take");
		out_bool(b, true);
	}
	return true;
}

static enum status say(const struct args *a, struct json *j)
{
	struct str by = reply_text(j, "operator"), until = reply_text(j, "until");
	bool claims = strcmp(a->command, "claim") == 0;

	if (by.n > 0 && !str_is(by, operator_name(a))) {
		complain("%.*s is on %s until %.19sZ%s", STR_ARG(by), a->operand[0],
			until.n >= 19 ? until.p : "?",
			claims ? " (--take takes it)" : "");
		return REFUSED;
	}
	if (given(a, OPT_JSON))
		return DONE;
	if (by.n == 0) {
		printf("%s: nobody is on it\n", a->operand[0]);
		return DONE;
	}
	printf("%s: ", a->operand[0]);
	print_clean(by);
	fputs(" is on it until ", stdout);
	print_clean(until.n >= 19 ? (struct str){ until.p, 19 } : STR("?"));
	puts("Z");
	return DONE;
}

enum status run_claim(const struct args *a)
{
	struct buf request = { 0 }, reply = { 0 };
	struct json j = { 0 };
	enum status s = write_request(a, &request) ? DONE : USAGE;

	if (s == DONE)
		s = hub_ask_once(a, buf_view(&request), &reply);
	if (s == DONE && given(a, OPT_JSON))
		print_json(buf_view(&reply));
	if (s == DONE && json_read(&j, reply.data, reply.len, REPLY_DEPTH, NULL))
		s = say(a, &j);
	json_fini(&j);
	buf_fini(&request);
	buf_fini(&reply);
	return s;
}
