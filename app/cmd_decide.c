/* SPDX-License-Identifier: MIT */
/* `seam approve|reject|escalate|hold|requeue|discard|restore ID`. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/commands.h"
#include "app/print.h"
#include "app/shell_client.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/json_out.h"
#include "bus/codec.h"
#include "bus/files.h"

struct stands {
	char digest[DIGEST_TEXT];
	char epoch[40]; /* of the journal that it stands in */
	uint64_t attempt;
};

static enum status show(struct client *c, const struct args *a, struct buf *reply)
{
	struct buf request = { 0 };
	enum status s;

	buf_str(&request, "\"op\":\"show\"");
	out_key(&request, "handoff");
	out_text(&request, a->operand[0]);
	s = hub_ask(c, a, buf_view(&request), reply);
	buf_fini(&request);
	return s;
}

/* Who lets it go on is told that it is not what was promised. */
static void say_violations(const struct args *a, struct json *shown)
{
	struct str first = reply_text(shown, "violation");
	uint64_t n = 0;

	reply_number(shown, "violations", &n);
	if (strcmp(a->command, "approve") == 0 && n > 0)
		complain("it breaks its contract: %llu violation%s, first %.*s",
			(unsigned long long)n, n == 1 ? "" : "s", STR_ARG(first));
}

/* `restore` is a requeue of what was discarded, and of nothing else. */
static bool restores(const struct args *a)
{
	return strcmp(a->command, "restore") == 0;
}

/* What stands now: a decision is bound to it. */
static enum status look_up(
	struct client *c, const struct args *a, struct stands *out, struct buf *reply)
{
	enum status s = show(c, a, reply);
	struct json j = { 0 };

	if (s != DONE)
		return s;
	if (json_read(&j, reply->data, reply->len, REPLY_DEPTH, NULL)) {
		struct str by = reply_text(&j, "claimed_by");

		if (by.n > 0 && !str_is(by, operator_name(a)))
			complain("%.*s is on it", STR_ARG(by));
		say_violations(a, &j);
		if (!reply_number(&j, "attempt", &out->attempt) ||
			reply_text(&j, "digest").n == 0)
			s = no_answer(a, "show");
		if (restores(a) && !str_is(reply_text(&j, "state"), "discarded")) {
			complain("it is %.*s: restore is for what was discarded",
				STR_ARG(reply_text(&j, "state")));
			s = REFUSED;
		}
		snprintf(out->digest, sizeof(out->digest), "%.*s",
			STR_ARG(reply_text(&j, "digest")));
		snprintf(out->epoch, sizeof(out->epoch), "%.*s",
			STR_ARG(reply_text(&j, "epoch")));
	}
	json_fini(&j);
	return s;
}

static void add_text(struct buf *b, const char *name, const char *value)
{
	if (value == NULL)
		return;
	out_key(b, name);
	out_text(b, value);
}

/* An instant, or how long from now. */
static bool read_until(const struct args *a, char out[TIME_TEXT])
{
	int64_t when;

	if (!given(a, OPT_UNTIL))
		return true;
	if (duration_parse(str_of(a->value[OPT_UNTIL]), &when))
		when += clock_wall();
	else if (!time_parse(str_of(a->value[OPT_UNTIL]), &when)) {
		usage_error(a,
			"--until is how long, as 20m, or an instant, as "
			"2026-05-04T04:00:00Z");
		return false;
	}
	time_format(when, out);
	return true;
}

/* As it stands in the file: a digest is taken over its bytes. */
static bool add_artifact(const struct args *a, struct buf *b)
{
	const char *path = value_or(a, OPT_ARTIFACT, "");
	struct buf text = { 0 };
	struct json j = { 0 };
	struct err e;
	bool ok = true;

	if (path[0] == '\0')
		return true;
	ok = file_read(path, EVENT_BYTES, &text, &e) &&
		json_read(&j, text.data, text.len, EVENT_DEPTH - 2, &e);
	if (ok) {
		out_key(b, "artifact");
		out_raw(b, json_raw(&j, 0));
	} else {
		json_err_line(&e, buf_view(&text));
		usage_error(a, "--artifact %s: %s", path, e.text);
	}
	json_fini(&j);
	buf_fini(&text);
	return ok;
}

static bool write_request(const struct args *a, const struct stands *now, struct buf *b)
{
	char id[33], until[TIME_TEXT] = "";
	unsigned long long attempt = now->attempt;

	random_name(id);
	if (!read_until(a, until))
		return false;
	if (given(a, OPT_ATTEMPT) && !read_number(a->value[OPT_ATTEMPT], 1, &attempt)) {
		usage_error(a, "--attempt is a number from 1");
		return false;
	}
	buf_str(b, "\"op\":\"decide\"");
	add_text(b, "decision", value_or(a, OPT_DECISION, id));
	add_text(b, "handoff", a->operand[0]);
	out_key(b, "attempt");
	out_uint(b, attempt);
	add_text(b, "digest", now->digest);
	add_text(b, "action", restores(a) ? "requeue" : a->command);
	add_text(b, "operator", operator_name(a));
	add_text(b, "note", a->value[OPT_NOTE]);
	add_text(b, "target", a->value[OPT_TARGET]);
	add_text(b, "until", until[0] != '\0' ? until : NULL);
	add_text(b, "epoch", now->epoch);
	if (restores(a)) {
		out_key(b, "restore");
		out_bool(b, true);
	}
	return add_artifact(a, b);
}

/* --- what is said when it is done ------------------------------------------ */

/* "2026-05-04T04:00:00.123456Z" without the fraction; instants are the hub's, in UTC. */
static void print_instant(struct str s)
{
	print_clean((struct str){ s.p, s.n < 19 ? s.n : 19 });
	fputs(s.n > 19 ? "Z" : "", stdout);
}

/* What the handoff's own clock does; `shown` is how it stands after the decision. */
static void print_deadline(struct json *shown)
{
	struct str deadline = reply_text(shown, "deadline");

	fputs("it waits for a decision", stdout);
	if (deadline.n == 0) {
		puts(", without a deadline");
		return;
	}
	fputs("; if none comes by ", stdout);
	print_instant(deadline);
	fputs(": ", stdout);
	print_clean(reply_text(shown, "on_deadline"));
	putchar('\n');
}

/* The hub took it as the first of the two approvals that the contract asks for. */
static bool is_first_of_two(struct json *reply)
{
	return json_member(reply, 0, "needed") != JSON_NONE;
}

static void print_approved(struct json *reply, struct json *shown)
{
	(void)shown;
	puts(is_first_of_two(reply)
			? "a second operator approves it too; until then it waits on"
			: "the agent that waits goes on, and answers when it has");
}

static void print_back(struct json *reply, struct json *shown)
{
	(void)reply;
	print_clean(reply_text(shown, "from"));
	puts(" gets it back, with the note, and answers when it has");
}

static void print_requeued(struct json *reply, struct json *shown)
{
	uint64_t next = 0;

	reply_number(reply, "next_attempt", &next);
	print_clean(reply_text(shown, "from"));
	printf(" offers it again, as attempt %llu\n", (unsigned long long)next);
}

static void print_discarded(struct json *reply, struct json *shown)
{
	(void)reply;
	(void)shown;
	puts("nothing more; both agents are told");
}

static void print_waiting(struct json *reply, struct json *shown)
{
	(void)reply;
	print_deadline(shown);
}

/* --- who is called for what was escalated ----------------------------------- */

static bool list(struct client *c, const struct args *a, const char *what,
	struct buf *text, struct json *out)
{
	struct buf request = { 0 };
	bool ok;

	buf_fmt(&request, "\"op\":\"list\",\"what\":\"%s\"", what);
	ok = hub_ask(c, a, buf_view(&request), text) == DONE &&
		json_read(out, text->data, text->len, REPLY_DEPTH, NULL);
	buf_fini(&request);
	return ok;
}

static struct str member_text(struct json *j, uint32_t object, const char *name)
{
	uint32_t n = json_member(j, object, name);

	return json_is(j, n, JSON_STRING) ? json_str(j, n) : STR("");
}

/* The mute that names its edge or one of the two agents; JSON_NONE. */
static uint32_t find_mute(struct json *mutes, struct json *shown)
{
	struct str from = reply_text(shown, "from"), to = reply_text(shown, "to");
	uint32_t items = json_member(mutes, 0, "items"), found = JSON_NONE;
	struct buf edge = { 0 };

	buf_fmt(&edge, "%.*s>%.*s", STR_ARG(from), STR_ARG(to));
	for (uint32_t n = items + 1; json_is(mutes, items, JSON_ARRAY) &&
		found == JSON_NONE && n < mutes->node[items].next;
		n = mutes->node[n].next) {
		struct str name = member_text(mutes, n, "name");

		if (str_is(member_text(mutes, n, "what"), "edge")
				? str_eq(name, buf_view(&edge))
				: str_eq(name, from) || str_eq(name, to))
			found = n;
	}
	buf_fini(&edge);
	return found;
}

static uint32_t find_hook(struct json *hooks)
{
	uint32_t items = json_member(hooks, 0, "items");

	for (uint32_t n = items + 1;
		json_is(hooks, items, JSON_ARRAY) && n < hooks->node[items].next;
		n = hooks->node[n].next) {
		if (str_is(member_text(hooks, n, "hook"), "escalate"))
			return n;
	}
	return JSON_NONE;
}

/* To be escalated is not to be heard: whether a hook calls somebody. */
static void print_called(struct client *c, const struct args *a, struct json *shown)
{
	struct json hooks = { 0 }, mutes = { 0 };
	struct buf first = { 0 }, second = { 0 };
	uint32_t hook, mute;

	if (!list(c, a, "hooks", &first, &hooks) || !list(c, a, "mutes", &second, &mutes))
		goto out;
	hook = find_hook(&hooks);
	mute = find_mute(&mutes, shown);
	if (!json_is(&hooks, json_member(&hooks, hook, "on"), JSON_TRUE)) {
		fputs("nobody is called: no hook is set; ", stdout);
	} else if (mute != JSON_NONE) {
		fputs("nobody is called: ", stdout);
		print_clean(member_text(&mutes, mute, "name"));
		fputs(" is muted until ", stdout);
		print_instant(member_text(&mutes, mute, "until"));
		fputs("; ", stdout);
	} else if (member_text(&hooks, hook, "failing").n > 0) {
		fputs("nobody is called yet, the hook fails since ", stdout);
		print_instant(member_text(&hooks, hook, "failing"));
		fputs(" (", stdout);
		print_clean(member_text(&hooks, hook, "detail"));
		fputs("); ", stdout);
	} else {
		fputs("a hook calls; ", stdout);
	}
out:
	json_fini(&hooks);
	json_fini(&mutes);
	buf_fini(&first);
	buf_fini(&second);
}

static void print_held(struct json *reply, struct json *shown)
{
	struct str until = reply_text(reply, "until");
	struct str deadline = reply_text(shown, "deadline");

	/* both are the hub's, of one form: they sort as text */
	if (deadline.n == until.n && memcmp(deadline.p, until.p, until.n) > 0) {
		fputs("the hold changes nothing, the deadline is later; ", stdout);
	} else {
		fputs("no fallback before ", stdout);
		print_instant(until);
		fputs("; ", stdout);
	}
	print_deadline(shown);
}

static const struct {
	const char *command;
	void (*print)(struct json *reply, struct json *shown);
} nexts[] = {
	{ "approve", print_approved },
	{ "reject", print_back },
	{ "escalate", print_waiting },
	{ "hold", print_held },
	{ "requeue", print_requeued },
	{ "discard", print_discarded },
	{ "restore", print_requeued },
};

/* The decision stands, whatever becomes of asking how the handoff stands now. */
static void print_next(
	struct client *c, const struct args *a, struct json *reply, struct buf *text)
{
	struct json shown = { 0 };

	if (show(c, a, text) == DONE &&
		json_read(&shown, text->data, text->len, REPLY_DEPTH, NULL)) {
		for (size_t i = 0; i < sizeof(nexts) / sizeof(*nexts); i++) {
			if (strcmp(nexts[i].command, a->command) != 0)
				continue;
			fputs("next: ", stdout);
			if (strcmp(a->command, "escalate") == 0)
				print_called(c, a, &shown);
			nexts[i].print(reply, &shown);
		}
	}
	json_fini(&shown);
}

static void print_done(struct client *c, const struct args *a, const struct buf *reply)
{
	struct json j = { 0 };
	struct buf text = { 0 };

	if (json_read(&j, reply->data, reply->len, REPLY_DEPTH, NULL)) {
		const char *to = value_or(a, OPT_TARGET, "");

		printf("%s %s: ", a->command, a->operand[0]);
		if (is_first_of_two(&j))
			fputs("1 of 2 approvals, still ", stdout);
		print_clean(reply_text(&j, "state"));
		printf("%s%s, recorded as ", to[0] != '\0' ? " to " : "", to);
		print_clean(reply_text(&j, "recorded"));
		putchar('\n');
		print_next(c, a, &j, &text);
	}
	json_fini(&j);
	buf_fini(&text);
}

enum status run_decision(const struct args *a)
{
	bool needs_note =
		strcmp(a->command, "reject") == 0 || strcmp(a->command, "discard") == 0;
	struct buf request = { 0 }, reply = { 0 };
	struct client *c;
	struct stands now;
	enum status s;

	if (strcmp(a->command, "escalate") == 0 && value_or(a, OPT_TARGET, "")[0] == '\0')
		return usage_error(a, "escalate needs --target WHO: who is to look");
	if (needs_note && value_or(a, OPT_NOTE, "")[0] == '\0')
		return usage_error(a, "%s needs --note TEXT: why", a->command);
	if (!operator_fits(a))
		return USAGE;
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
		print_done(c, a, &reply);
	}
	if (s == DONE)
		say_that_it_stands(a);
	client_close(c);
	buf_fini(&request);
	buf_fini(&reply);
	return s;
}
