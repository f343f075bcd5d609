/* SPDX-License-Identifier: MIT */
/* `seam emit FILE`: an artifact becomes an offer. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/commands.h"
#include "app/print.h"
#include "app/shell_client.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/json_out.h"
#include "base/text.h"
#include "bus/codec.h"
#include "bus/files.h"

static enum status read_artifact(const struct args *a, struct buf *out)
{
	const char *path = a->operand[0];
	struct json j = { 0 };
	enum status s = DONE;
	struct err e;

	if (!file_read(path, EVENT_BYTES, out, &e))
		return fail_with(a, REFUSED, "no_file", "%s: %s", path, e.text);
	if (!json_read(&j, out->data, out->len, EVENT_DEPTH, &e)) {
		s = fail_with(a, REFUSED, "no_file", "%s is not JSON: %s", path, e.text);
	} else {
		/* the value's own bytes: a digest is taken over them */
		memmove(out->data, out->data + j.node[0].start,
			j.node[0].end - j.node[0].start);
		out->len = j.node[0].end - j.node[0].start;
	}
	json_fini(&j);
	return s;
}

static void add(struct buf *b, const char *name, const char *value)
{
	out_key(b, name);
	out_text(b, value);
}

static void write_event(const struct args *a, struct str artifact, struct buf *b)
{
	char id[33], handoff[40];
	struct buf text = { 0 };

	random_name(id);
	snprintf(handoff, sizeof(handoff), "ho-%.12s", id);
	buf_str(b, "\"op\":\"publish\",\"event\":{\"specversion\":\"1.0\"");
	add(b, "id", id);
	buf_fmt(&text, "agent:%s", a->value[OPT_FROM]);
	add(b, "source", text.data);
	add(b, "type", "seam.handoff.offered");
	if (given(a, OPT_SUBJECT))
		add(b, "subject", a->value[OPT_SUBJECT]);
	out_key(b, "time");
	out_time(b, clock_wall());
	if (given(a, OPT_CONTRACT)) {
		buf_reset(&text);
		buf_fmt(&text, "contract:%s", a->value[OPT_CONTRACT]);
		add(b, "dataschema", text.data);
	}
	buf_str(b, ",\"data\":{");
	add(b, "handoff", value_or(a, OPT_HANDOFF, handoff));
	out_key(b, "attempt");
	out_raw(b, str_of(value_or(a, OPT_ATTEMPT, "1")));
	add(b, "from", a->value[OPT_FROM]);
	add(b, "to", a->value[OPT_TO]);
	out_key(b, "artifact");
	out_raw(b, artifact);
	buf_str(b, "}}");
	buf_fini(&text);
}

static enum status check(const struct args *a)
{
	unsigned long long attempt;

	if (!given(a, OPT_FROM) || !text_is_agent(str_of(a->value[OPT_FROM])))
		return usage_error(a, "--from must name an agent");
	if (!given(a, OPT_TO) || !text_is_agent(str_of(a->value[OPT_TO])))
		return usage_error(a, "--to must name an agent");
	if (!read_number(value_or(a, OPT_ATTEMPT, "1"), 1, &attempt))
		return usage_error(a, "--attempt is a number from 1");
	return DONE;
}

static void print_answer(const struct buf *reply)
{
	struct json j = { 0 };
	struct str what;

	if (json_read(&j, reply->data, reply->len, REPLY_DEPTH, NULL)) {
		what = reply_text(&j, "standing");
		if (what.n == 0)
			what = reply_text(&j, "state");
		print_clean(what);
		fputs(", recorded as ", stdout);
		print_clean(reply_text(&j, "recorded"));
		fputs(", ", stdout);
		print_clean(reply_text(&j, "digest"));
		putchar('\n');
	}
	json_fini(&j);
}

enum status run_emit(const struct args *a)
{
	struct buf artifact = { 0 }, request = { 0 }, reply = { 0 };
	enum status s = check(a);

	if (s != DONE)
		return s;
	s = read_artifact(a, &artifact);
	if (s == DONE) {
		write_event(a, buf_view(&artifact), &request);
		s = hub_ask_once(a, buf_view(&request), &reply);
	}
	if (s == DONE && given(a, OPT_JSON))
		print_json(buf_view(&reply));
	else if (s == DONE)
		print_answer(&reply);
	if (s == DONE)
		say_that_it_stands(a);
	buf_fini(&artifact);
	buf_fini(&request);
	buf_fini(&reply);
	return s;
}
