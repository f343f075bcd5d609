/* SPDX-License-Identifier: MIT */
#include "views/called.h"

#include <stdio.h>

#include "base/json.h"
#include "views/link.h"

#define DEPTH 80

/* "refund is muted until 03:40", while it is in force. */
static void muted(const struct world *w, const struct handoff *h, char out[ROW_TEXT])
{
	const struct mute *u = mesh_mute_of(w->mesh, h->edge, w->now);
	char time[FORMAT_TEXT];

	if (u != NULL)
		snprintf(out, ROW_TEXT, "%.70s is muted until %s", u->name,
			format_wall(w, u->until, time));
	else
		snprintf(out, ROW_TEXT, "it was muted");
}

const char *called_why_not(
	const struct world *w, const struct handoff *h, char out[ROW_TEXT])
{
	const struct hook *k = &w->mesh->hook[HOOK_ESCALATE];
	char age[FORMAT_TEXT];

	if (!k->on)
		snprintf(out, ROW_TEXT, "no hook is set");
	else if (mesh_mute_of(w->mesh, h->edge, w->now) != NULL)
		muted(w, h, out);
	else if (k->failing != 0)
		snprintf(out, ROW_TEXT, "the hook fails for %s: %.90s",
			format_span(link_now(w) - k->failing, age),
			k->why != NULL ? k->why : "?");
	else
		return NULL;
	return out;
}

/* --- what became of it ------------------------------------------------------ */

/* What the last event said that ended it; EV_UNKNOWN: none, or it is not here yet. */
struct end {
	enum event_type type;
	int64_t time;
	char why[120];
};

/* Whether this event of a hook is about the escalation, and the last about it. */
static bool ends(
	const struct world *w, const struct past *p, uint64_t cause, struct end *end)
{
	struct buf bytes = { 0 };
	struct json j = { 0 };
	bool here = w->event != NULL && w->event(w->event_arg, p->hubsequence, &bytes);
	bool found = false;

	if (here && json_read(&j, bytes.data, bytes.len, DEPTH, NULL)) {
		uint32_t data = json_member(&j, 0, "data");
		uint32_t why = json_member(&j, data, "detail");
		uint32_t hook = json_member(&j, data, "hook");

		found = json_number(&j, json_member(&j, data, "of")) == (double)cause &&
			json_is(&j, hook, JSON_STRING) &&
			str_is(json_str(&j, hook), hook_name(HOOK_ESCALATE)) &&
			!json_is(&j, json_member(&j, data, "again"), JSON_STRING);
		if (found && json_is(&j, why, JSON_STRING))
			snprintf(end->why, sizeof(end->why), "%.*s",
				json_str(&j, why).n < 100 ? (int)json_str(&j, why).n
							  : 100,
				json_str(&j, why).p);
	}
	if (found) {
		end->type = (enum event_type)p->type;
		end->time = p->time;
	}
	json_fini(&j);
	buf_fini(&bytes);
	return found;
}

static struct end find_end(const struct world *w, const struct handoff *h, uint64_t cause)
{
	struct end end = { .type = EV_UNKNOWN };

	for (uint32_t i = h->pasts; i-- > 0 && h->past[i].hubsequence > cause;) {
		const struct past *p = &h->past[i];

		if (p->type != EV_HOOK_DONE && p->type != EV_HOOK_FAILED &&
			p->type != EV_HOOK_SKIPPED)
			continue;
		if (ends(w, p, cause, &end))
			break;
	}
	return end;
}

/* Its place among those that are owed; {owes} if it is not. */
static size_t find_owed(const struct hook *k, uint64_t cause)
{
	size_t n = k->owes;

	while (n > 0 && hook_owed(k, n - 1)->cause != cause)
		n--;
	return n > 0 ? n - 1 : k->owes;
}

static void tell_owed(const struct world *w, const struct handoff *h,
	const struct hook *k, size_t n, char out[ROW_TEXT])
{
	char time[FORMAT_TEXT], why[ROW_TEXT];

	if (hook_owed(k, n)->muted) {
		muted(w, h, why);
		snprintf(out, ROW_TEXT, "NOBODY CALLED: %.150s", why);
	} else if (k->failing != 0 && n == 0) {
		snprintf(out, ROW_TEXT, "not called yet, again %s: %.90s",
			format_time(w, k->again, time), k->why != NULL ? k->why : "?");
	} else if (k->failing != 0) {
		snprintf(out, ROW_TEXT, "not called yet, behind %zu more: %.90s", n,
			k->why != NULL ? k->why : "?");
	} else {
		snprintf(out, ROW_TEXT, "being called");
	}
}

const char *called_state(const struct world *w, const struct handoff *h,
	const struct decision *d, char out[ROW_TEXT])
{
	const struct hook *k = &w->mesh->hook[HOOK_ESCALATE];
	size_t n = find_owed(k, d->hubsequence);
	struct end end;
	char text[ROW_TEXT];

	if (n < k->owes) {
		tell_owed(w, h, k, n, out);
		return out;
	}
	end = find_end(w, h, d->hubsequence);
	if (end.type == EV_HOOK_DONE) {
		snprintf(out, ROW_TEXT, "called %s, no answer yet",
			format_time(w, end.time, text));
	} else if (end.type == EV_HOOK_SKIPPED) {
		muted(w, h, text);
		snprintf(out, ROW_TEXT, "NOBODY CALLED: %.150s", text);
	} else if (end.type == EV_HOOK_FAILED) {
		snprintf(out, ROW_TEXT, "NOBODY CALLED, given up: %.100s", end.why);
	} else if (!k->on) {
		snprintf(out, ROW_TEXT, "NOBODY CALLED: no hook is set");
	} else {
		snprintf(out, ROW_TEXT, "no answer yet");
	}
	return out;
}
