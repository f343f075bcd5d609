/* SPDX-License-Identifier: MIT */
/* What is asked of the hub for a hand, and what it answers: decisions, claims, notes. */
#include "app/console_own.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/tutorial.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/json_out.h"
#include "base/mem.h"

#define NO_ANSWER (5 * SECOND)
#define REPLY_DEPTH 80

/* A `decide`, `claim` or `release` that was sent and is not answered. */
struct sent {
	uint64_t number;
	char decision[64]; /* "" of a claim */
	char handoff[132]; /* of a claim */
	char *edited;      /* the file that its artifact is from, NULL */
	int64_t at;
	struct sent *next;
};

static void add(struct buf *b, const char *name, const char *value)
{
	if (value[0] == '\0')
		return;
	out_key(b, name);
	out_text(b, value);
}

/* Sends the members; who is to learn the answer is for the caller to say. */
static struct sent *send_request(struct console *c, const struct buf *members)
{
	struct sent *s = xcalloc(1, sizeof(*s));

	s->number = mirror_request(c->o.mirror, buf_view(members));
	s->at = clock_mono();
	s->next = c->sent;
	c->sent = s;
	return s;
}

void console_send_claim(struct console *c, const struct wish *w)
{
	struct buf b = { 0 };
	struct sent *s;

	buf_str(&b, "\"op\":");
	buf_json(&b, str_of(w->action));
	add(&b, "handoff", w->handoff);
	add(&b, "operator", w->operator_name);
	if (w->seconds > 0) {
		out_key(&b, "seconds");
		out_uint(&b, w->seconds);
		out_key(&b, "take");
		out_bool(&b, w->take);
	}
	s = send_request(c, &b);
	memcpy(s->handoff, w->handoff, sizeof(s->handoff));
	buf_fini(&b);
}

void console_send_decision(struct console *c, const struct wish *w)
{
	struct buf b = { 0 };
	struct sent *s;

	buf_str(&b, "\"op\":\"decide\"");
	add(&b, "decision", w->decision);
	add(&b, "handoff", w->handoff);
	out_key(&b, "attempt");
	out_uint(&b, w->attempt);
	add(&b, "digest", w->digest);
	add(&b, "action", w->action);
	add(&b, "operator", w->operator_name);
	add(&b, "note", w->note);
	add(&b, "target", w->target);
	add(&b, "until", w->until);
	add(&b, "epoch", w->epoch);
	if (w->restore) {
		out_key(&b, "restore");
		out_bool(&b, true);
	}
	if (w->artifact.n > 0) {
		out_key(&b, "artifact");
		out_raw(&b, w->artifact);
	}
	s = send_request(c, &b);
	if (w->artifact.n > 0)
		s->edited = edit_path(w->handoff, w->attempt, w->digest);
	snprintf(s->decision, sizeof(s->decision), "%s", w->decision);
	buf_fini(&b);
}

static void copy_member(
	struct json *j, uint32_t object, const char *name, char *to, size_t room)
{
	uint32_t n = json_member(j, object, name);
	struct str s = json_is(j, n, JSON_STRING) ? json_str(j, n) : STR("");

	snprintf(to, room, "%.*s", STR_ARG(s));
}

static void free_sent(struct sent *s)
{
	if (s != NULL)
		free(s->edited);
	free(s);
}

/* Takes the request off the list, for the caller to free; NULL if it was given up. */
static struct sent *take_sent(struct console *c, uint64_t number)
{
	for (struct sent **s = &c->sent; *s != NULL; s = &(*s)->next) {
		struct sent *found = *s;

		if (found->number != number)
			continue;
		*s = found->next;
		return found;
	}
	return NULL;
}

static void answer(struct console *c, const struct sent *sent, const struct buf *reply)
{
	char code[32], message[200], action[20], operator_name[140], time[40], epoch[40];
	struct answer a = { .decision = sent->decision,
		.code = code,
		.message = message,
		.action = action,
		.operator_name = operator_name,
		.time = time,
		.epoch = epoch };
	struct json j = { 0 };
	uint32_t e;

	if (!json_read(&j, reply->data, reply->len, REPLY_DEPTH, NULL))
		goto out;
	a.ok = json_is(&j, json_member(&j, 0, "ok"), JSON_TRUE);
	e = json_member(&j, 0, "error");
	copy_member(&j, 0, "epoch", epoch, sizeof(epoch));
	copy_member(&j, e, "code", code, sizeof(code));
	copy_member(&j, e, "message", message, sizeof(message));
	copy_member(&j, e, "action", action, sizeof(action));
	copy_member(&j, e, "operator", operator_name, sizeof(operator_name));
	copy_member(&j, e, "time", time, sizeof(time));
	if (a.ok && sent->edited != NULL)
		unlink(sent->edited); /* it is in the journal */
	if (sent->decision[0] != '\0')
		shell_answer(c->shell, &c->world, &a);
	else if (!a.ok)
		shell_claim_refused(c->shell, &c->world, sent->handoff, code, message);
out:
	json_fini(&j);
}

/* What stands now of a thing that was written of. */
static void tell_noted(struct json *j, char *said, size_t room)
{
	char owner[132], until[32];

	copy_member(j, 0, "owner", owner, sizeof(owner));
	copy_member(j, 0, "owner_until", until, sizeof(until));
	if (owner[0] != '\0' && strlen(until) >= 16)
		snprintf(said, room, "on disk; %s is on it until %.5sZ", owner,
			until + 11);
	else
		snprintf(said, room, "on disk, for all consoles");
}

/* An answer to what is no decision, in words. */
static void tell_asked(struct console *c, const struct buf *reply)
{
	struct json j = { 0 };
	char said[300], until[32];
	bool ok = false;

	if (json_read(&j, reply->data, reply->len, REPLY_DEPTH, NULL)) {
		ok = json_is(&j, json_member(&j, 0, "ok"), JSON_TRUE);
		copy_member(&j, 0, "until", until, sizeof(until));
		copy_member(
			&j, json_member(&j, 0, "error"), "message", said, sizeof(said));
		if (ok && json_member(&j, 0, "notes") != JSON_NONE)
			tell_noted(&j, said, sizeof(said));
		else if (ok && until[0] != '\0')
			snprintf(said, sizeof(said), "muted until %.5sZ, or :unmute",
				until + 11);
		else if (ok)
			snprintf(said, sizeof(said), "not muted any more");
		shell_asked(c->shell, &c->world, ok, said);
	}
	c->asked = 0;
	json_fini(&j);
}

void console_ask(struct console *c, const char *members)
{
	c->asked = mirror_request(c->o.mirror, str_of(members));
	c->asked_at = clock_mono();
}

void console_take_replies(struct console *c)
{
	uint64_t number;

	while (mirror_reply(c->o.mirror, &number, &c->reply)) {
		struct sent *sent = take_sent(c, number);

		if (sent != NULL)
			answer(c, sent, &c->reply);
		else if (number == c->asked)
			tell_asked(c, &c->reply);
		else
			rewind_take(&c->rewind, c->o.mirror, number, &c->reply);
		free_sent(sent);
		c->dirty = true;
	}
}

/* What was not answered in time is said to be so; the shell sends it again. */
void console_give_up(struct console *c)
{
	int64_t now = clock_mono();
	struct sent **s = &c->sent;

	if (c->asked != 0 && now - c->asked_at >= NO_ANSWER) {
		c->asked = 0;
		shell_asked(
			c->shell, &c->world, false, "no answer from the hub: try again");
		c->dirty = true;
	}
	while (*s != NULL) {
		struct sent *old = *s;
		struct answer a = { .decision = old->decision,
			.no_answer = true,
			.code = "",
			.message = "",
			.action = "",
			.operator_name = "",
			.time = "" };

		if (now - old->at < NO_ANSWER) {
			s = &old->next;
			continue;
		}
		*s = old->next;
		if (old->decision[0] != '\0')
			shell_answer(c->shell, &c->world, &a);
		free_sent(old);
		c->dirty = true;
	}
}

void console_play_decision(struct console *c, const struct wish *w)
{
	struct answer a = { .decision = w->decision,
		.ok = true,
		.code = "",
		.message = "",
		.action = "",
		.operator_name = "",
		.time = "",
		.epoch = "" };

	tutorial_decide(c->o.tutorial, w, clock_mono());
	console_world(c);
	shell_answer(c->shell, &c->world, &a);
}

void console_forget_sent(struct console *c)
{
	while (c->sent != NULL) {
		struct sent *next = c->sent->next;

		free_sent(c->sent);
		c->sent = next;
	}
}
