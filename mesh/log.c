/* SPDX-License-Identifier: MIT */
/* The ring of what came last, for a list that shows it. */
#include <stdio.h>

#include "base/text.h"
#include "mesh/foresee.h"
#include "mesh/own.h"

static struct str text_of(const struct event *e)
{
	if (e->type == EV_UNKNOWN)
		return e->type_name;
	if (e->name.n > 0)
		return e->name;
	if (e->detail.n > 0)
		return e->detail;
	if (e->reason.n > 0)
		return e->reason;
	if (e->note.n > 0)
		return e->note;
	if (e->action_name.n > 0)
		return e->action_name;
	if (e->code.n > 0)
		return e->code;
	return e->hook.n > 0 ? e->hook : e->cause;
}

static void cut(char *to, size_t room, struct str s)
{
	s = text_head(s, room - 1);
	if (s.n > 0)
		memcpy(to, s.p, s.n);
	to[s.n] = '\0';
}

/* "invoice/2.1.0, invoice.json", "edit.json: a contract is a JSON object" */
static void say_contract(struct buf *b, const struct event *e)
{
	uint32_t c = json_member(e->doc, e->data, "contract");
	uint32_t name = json_member(e->doc, c, "contract");
	uint32_t version = json_member(e->doc, c, "version");
	uint32_t change = json_member(e->doc, e->data, "change");

	if (json_is(e->doc, name, JSON_STRING))
		buf_slice(b, json_str(e->doc, name));
	if (json_is(e->doc, version, JSON_STRING)) {
		buf_char(b, '/');
		buf_slice(b, json_str(e->doc, version));
	}
	if (e->file.n > 0) {
		buf_str(b, b->len > 0 ? ", " : "");
		buf_slice(b, e->file);
	}
	if (e->reason.n > 0) {
		buf_str(b, ": ");
		buf_slice(b, e->reason);
	}
	if (json_is(e->doc, change, JSON_STRING)) {
		buf_str(b, " changed under the same version: ");
		buf_slice(b, json_str(e->doc, change));
	}
}

const char *log_word(const struct log_line *l)
{
	if (l->type == EV_CONTRACT_REFUSED && l->count > 0)
		return "mended"; /* or gone: its file is no wrong one any more */
	if (l->type == EV_CONTRACT_LOADED && l->count > 0)
		return "removed";
	return event_kinds[l->type].word;
}

/* "1 violation: /text: number, not string", as `seam tail` says it; or the faults. */
static void say_flagged(struct buf *b, const struct event *e)
{
	const char *between = "";

	if (e->violation.n > 0) {
		buf_fmt(b, "%llu violation%s: %s", (unsigned long long)e->of,
			e->of == 1 ? "" : "s",
			e->violation_at.n == 0 ? "the artifact" : "");
		buf_slice(b, e->violation_at);
		buf_str(b, ": ");
		buf_slice(b, e->violation);
		return;
	}
	for (unsigned i = 0; e->faults >> i != 0; i++) {
		if (!(e->faults >> i & 1))
			continue;
		buf_fmt(b, "%s%s", between, fault_name(1u << i));
		between = ", ";
	}
}

/* "incident INC-2290: title: kyc confidence drop", "... tags: known" */
static void say_noted(struct buf *b, const struct event *e)
{
	static const char *const members[] = { "title", "owner" };
	uint32_t tags = json_member(e->doc, e->data, "tags");

	buf_slice(b, e->what);
	buf_char(b, ' ');
	buf_slice(b, e->name);
	if (e->note.n > 0) {
		buf_str(b, ": ");
		buf_slice(b, e->note);
	}
	for (int k = 0; k < 2; k++) {
		uint32_t n = json_member(e->doc, e->data, members[k]);

		if (!json_is(e->doc, n, JSON_STRING))
			continue;
		buf_fmt(b, ", %s: ", members[k]);
		buf_slice(b, json_str(e->doc, n));
	}
	for (uint32_t i = tags + 1;
		json_is(e->doc, tags, JSON_ARRAY) && i < e->doc->node[tags].next;
		i = e->doc->node[i].next) {
		buf_str(b, i == tags + 1 ? ", tags: " : " ");
		if (json_is(e->doc, i, JSON_STRING))
			buf_slice(b, json_str(e->doc, i));
	}
}

/* Whose they are and which: "kyc, 88121 to 88334". */
static void say_gap(struct buf *b, const struct event *e)
{
	uint32_t source = json_member(e->doc, e->data, "source");
	struct str name = json_is(e->doc, source, JSON_STRING) ? json_str(e->doc, source)
							       : STR("?");

	buf_slice(b, str_starts(name, "agent:") ? str_skip(name, 6) : name);
	buf_fmt(b, ", %llu", (unsigned long long)e->first);
	if (e->last > e->first)
		buf_fmt(b, " to %llu", (unsigned long long)e->last);
}

/* "unknown_key" as words. */
static void add_words(struct buf *b, struct str code)
{
	for (size_t i = 0; i < code.n; i++)
		buf_char(b, code.p[i] == '_' ? ' ' : code.p[i]);
}

/*
 * "agent planner may not decide, 11 times", "agent planner: wait, another agent",
 * "no key: unknown key, from 10.0.0.7"
 */
static void say_access(struct buf *b, const struct event *e)
{
	uint32_t address = json_member(e->doc, e->data, "address");
	uint32_t role = json_member(e->doc, e->data, "role");
	bool named = e->name.n > 0, connects = str_is(e->what, "connect");

	if (named && json_is(e->doc, role, JSON_STRING)) {
		buf_slice(b, json_str(e->doc, role));
		buf_char(b, ' ');
	}
	buf_slice(b, named ? e->name : STR("no key"));
	if (named && str_is(e->cause, "role")) {
		buf_str(b, " may not ");
		buf_slice(b, e->what);
	} else {
		buf_str(b, ": ");
		buf_slice(b, named || !connects ? e->what : STR(""));
		buf_str(b, named || !connects ? ", " : "");
		add_words(b, e->cause);
	}
	if (json_is(e->doc, address, JSON_STRING)) {
		buf_str(b, ", from ");
		buf_slice(b, json_str(e->doc, address));
	}
	if (e->count > 1)
		buf_fmt(b, ", %llu times", (unsigned long long)e->count);
}

/* What stands in the line; `named`: nobody has offered its handoff, so that its id does.
 */
static void say_line(struct log_line *l, const struct event *e, bool named)
{
	struct buf text = { 0 };

	if (named) {
		cut(l->text, sizeof(l->text) - 1, e->handoff);
		l->id = (uint8_t)(strlen(l->text) + 1);
	}
	if (e->type == EV_CONTRACT_LOADED || e->type == EV_CONTRACT_REFUSED)
		say_contract(&text, e);
	else if (e->type == EV_FLAGGED)
		say_flagged(&text, e);
	else if (e->type == EV_NOTED)
		say_noted(&text, e);
	else if (e->type == EV_GAP)
		say_gap(&text, e);
	else if (e->type == EV_ACCESS_DENIED)
		say_access(&text, e);
	cut(l->text + l->id, sizeof(l->text) - l->id,
		text.len > 0 ? buf_view(&text) : text_of(e));
	buf_fini(&text);
}

static void write_line(struct log_line *l, const struct mesh *m, const struct event *e,
	const struct arrival *a, uint32_t by)
{
	uint32_t node = e->type == EV_OFFERED && e->doc != NULL
		? json_member(e->doc, e->artifact, "confidence")
		: JSON_NONE;

	*l = (struct log_line){ .hubsequence = e->hubsequence,
		.time = e->recorded,
		.handoff = a->handoff,
		.agent = by == NONE && e->agent_named.n > 0
			? mesh_find_agent(m, e->agent_named)
			: by,
		.confidence = -1,
		.count = e->type == EV_GAP ? e->last - e->first + 1 : e->count,
		.type = (uint8_t)e->type,
		.standing = (uint8_t)a->standing };
	if (a->handoff == NONE && e->type == EV_OFFERED &&
		a->standing == STANDING_APPLIED)
		l->handoff = m->handoff.count;
	if (e->type == EV_ACCESS_DENIED)
		l->agent = mesh_find_agent(m, e->name);
	if (e->type == EV_NOTED && str_is(e->what, "handoff"))
		l->handoff = mesh_find_handoff(m, e->name);
	if (json_is(e->doc, node, JSON_NUMBER))
		l->confidence = (float)json_number(e->doc, node);
	if (e->type == EV_CONTRACT_LOADED || e->type == EV_CONTRACT_REFUSED)
		l->count = e->removed;
	say_line(l, e, a->standing == STANDING_EARLY && a->handoff == NONE);
}

/* `by`: the agent that said it, NONE: a hub did. */
void log_add(struct mesh *m, const struct event *e, const struct arrival *a, uint32_t by)
{
	write_line(&m->log[m->log_lines++ % LOG_LINES], m, e, a, by);
}

void log_foresee(const struct mesh *whole, const struct event *e, struct log_line *out)
{
	struct arrival a = { .standing = STANDING_APPLIED,
		.handoff = mesh_find_handoff(whole, e->handoff) };

	write_line(out, whole, e, &a,
		e->agent.n > 0 ? mesh_find_agent(whole, e->agent) : NONE);
}
