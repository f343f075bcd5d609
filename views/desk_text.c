/* SPDX-License-Identifier: MIT */
/* How decisions under way are told: the row, the sum of a batch, the undo line. */
#include <stdio.h>

#include "views/called.h"
#include "views/desk.h"

const char *desk_verb(enum action a)
{
	static const char *const verbs[ACTIONS] = {
		[ACTION_APPROVE] = "approve",
		[ACTION_REJECT] = "reject",
		[ACTION_ESCALATE] = "escalate",
		[ACTION_HOLD] = "hold",
		[ACTION_REQUEUE] = "put back",
		[ACTION_DISCARD] = "discard",
	};

	return verbs[a] != NULL ? verbs[a] : "";
}

const char *desk_verb_large(enum action a)
{
	static const char *const verbs[ACTIONS] = {
		[ACTION_APPROVE] = "APPROVE",
		[ACTION_REJECT] = "REJECT",
		[ACTION_ESCALATE] = "ESCALATE",
		[ACTION_HOLD] = "HOLD",
		[ACTION_REQUEUE] = "PUT BACK",
		[ACTION_DISCARD] = "DISCARD",
	};

	return verbs[a] != NULL ? verbs[a] : "";
}

bool desk_ends(enum action a)
{
	return a != ACTION_ESCALATE && a != ACTION_HOLD;
}

static int seconds_up(int64_t usec)
{
	return usec <= 0 ? 0 : (int)((usec + SECOND - 1) / SECOND);
}

/* Sent, and longer without a word of the hub than a hub takes. */
static bool is_silent(const struct desk_entry *e, const struct world *w)
{
	return e->stage == DESK_SENT && e->tries > 0 && !e->answered &&
		w->tick - e->sent >= 2 * SECOND;
}

/* On disk, and longer without a word of the agent than one that is awake takes. */
static bool is_asleep(const struct desk_entry *e, const struct world *w)
{
	return e->stage == DESK_ON_DISK && w->tick - e->moved >= ROW_NO_ANSWER;
}

/* The one it is about as it is now, while it waits as then; NULL. */
static const struct handoff *still_waits(
	const struct desk_entry *e, const struct world *w)
{
	const struct handoff *h =
		handoff_at(w->mesh, mesh_find_handoff(w->mesh, str_of(e->handoff)));

	return h != NULL && h->in_review && h->attempt == e->attempt ? h : NULL;
}

/* On disk is not the end of what nobody has decided yet. */
static void done(const struct desk_entry *e, const struct world *w, char out[ROW_TEXT])
{
	const struct decision *d =
		decision_at(w->mesh, mesh_find_decision(w->mesh, str_of(e->id)));
	const struct handoff *h = still_waits(e, w);
	char time[FORMAT_TEXT], called[ROW_TEXT];

	if (e->action == ACTION_ESCALATE)
		snprintf(out, ROW_TEXT, "escalated to %s; %.130s", e->target,
			h == NULL || d == NULL ? "it waits no more"
					       : called_state(w, h, d, called));
	else if (e->endorsed)
		snprintf(out, ROW_TEXT, "approved, 1 of 2: another operator must too");
	else if (e->action == ACTION_HOLD && h != NULL && handoff_due(h) == 0)
		snprintf(out, ROW_TEXT, "held; it has no deadline");
	else if (e->action == ACTION_HOLD && h != NULL && d != NULL &&
		handoff_due(h) > d->until)
		snprintf(out, ROW_TEXT, "changed nothing; the deadline is %s",
			format_time(w, handoff_due(h), time));
	else if (e->action == ACTION_HOLD && d != NULL)
		snprintf(out, ROW_TEXT, "held until %s", format_time(w, d->until, time));
	else
		snprintf(out, ROW_TEXT, "on disk, done");
}

/* Why it was not sent: of which handoff stands in front of it already. */
static const char *without_name(const struct desk_entry *e)
{
	size_t n = strlen(e->handoff);

	return strncmp(e->why, e->handoff, n) == 0 && e->why[n] == ' ' ? e->why + n + 1
								       : e->why;
}

const char *desk_state(
	const struct desk_entry *e, const struct world *w, char out[ROW_TEXT])
{
	char age[FORMAT_TEXT];

	format_age(w->tick - e->moved, age);
	switch (e->stage) {
	case DESK_PENDING:
		if (w->tick >= e->due)
			snprintf(out, ROW_TEXT, "copy first");
		else
			snprintf(out, ROW_TEXT, "in %ds", seconds_up(e->due - w->tick));
		break;
	case DESK_SENT:
		if (e->tries == 0)
			snprintf(out, ROW_TEXT, "being sent");
		else if (is_silent(e, w))
			snprintf(out, ROW_TEXT, "sent, no answer %s",
				format_age(w->tick - e->sent, age));
		else
			snprintf(out, ROW_TEXT, "sent %s", age);
		break;
	case DESK_NO_ANSWER:
		snprintf(out, ROW_TEXT, "no answer %s",
			format_age(w->tick - e->sent, age));
		break;
	case DESK_ON_DISK:
		snprintf(out, ROW_TEXT,
			is_asleep(e, w) ? "no answer %s of %s, on disk"
					: "on disk %s, asked %s",
			age, e->doer);
		break;
	case DESK_DONE:
		done(e, w, out);
		break;
	case DESK_APPLIED:
		snprintf(out, ROW_TEXT, "applied %s", format_age(e->took, age));
		break;
	case DESK_NOT_DONE:
		snprintf(out, ROW_TEXT, "REFUSED by %s: %.120s", e->doer, e->why);
		break;
	case DESK_REFUSED:
		snprintf(out, ROW_TEXT, "REFUSED: %.200s", e->why);
		break;
	case DESK_TOO_LATE:
		snprintf(out, ROW_TEXT, "TOO LATE: %.200s", e->why);
		break;
	case DESK_ALREADY:
		snprintf(out, ROW_TEXT, "ALREADY DECIDED: %.190s", e->why);
		break;
	case DESK_NOT_SENT:
		snprintf(out, ROW_TEXT, "NOT SENT: %.200s", without_name(e));
		break;
	case DESK_UNKNOWN:
		snprintf(out, ROW_TEXT, "FATE UNKNOWN: %.200s", e->why);
		break;
	default:
		snprintf(out, ROW_TEXT, "taken back");
	}
	return out;
}

bool desk_stays(const struct desk_entry *e)
{
	return e->stage == DESK_DONE && (e->endorsed || !desk_ends(e->action));
}

bool desk_tells_verb(const struct desk_entry *e)
{
	return desk_stays(e);
}

const char *desk_told(
	const struct desk_entry *e, const struct world *w, char out[ROW_TEXT])
{
	char state[ROW_TEXT];

	if (desk_tells_verb(e))
		return desk_state(e, w, out);
	snprintf(out, ROW_TEXT, "%s %.190s", desk_verb(e->action),
		desk_state(e, w, state));
	return out;
}

const char *desk_state_brief(
	const struct desk_entry *e, const struct world *w, char out[ROW_TEXT])
{
	static const char *const stages[DESK_STAGES] = {
		[DESK_SENT] = "sent",
		[DESK_NO_ANSWER] = "no answer",
		[DESK_ON_DISK] = "on disk",
		[DESK_DONE] = "done",
		[DESK_APPLIED] = "applied",
		[DESK_NOT_DONE] = "REFUSED",
		[DESK_REFUSED] = "REFUSED",
		[DESK_TOO_LATE] = "TOO LATE",
		[DESK_ALREADY] = "ALREADY DECIDED",
		[DESK_NOT_SENT] = "NOT SENT",
		[DESK_UNKNOWN] = "FATE UNKNOWN",
	};

	if (stages[e->stage] == NULL)
		return desk_state(e, w, out);
	snprintf(
		out, ROW_TEXT, "%s", stages[is_asleep(e, w) ? DESK_NO_ANSWER : e->stage]);
	return out;
}

enum style desk_style(const struct desk_entry *e)
{
	switch (e->stage) {
	case DESK_PENDING:
		return STYLE_NEEDS_YOU;
	case DESK_NO_ANSWER:
		return STYLE_WARNING;
	case DESK_NOT_DONE:
	case DESK_REFUSED:
	case DESK_TOO_LATE:
	case DESK_ALREADY:
	case DESK_NOT_SENT:
	case DESK_UNKNOWN:
		return STYLE_WARNING;
	default:
		return STYLE_NORMAL;
	}
}

/* --- several at once -------------------------------------------------------- */

size_t desk_batch(const struct desk *d, const struct desk_entry *e)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		n += d->entry[i].batch == e->batch;
	return n;
}

enum style desk_sum_style(const struct desk *d, const struct desk_entry *e)
{
	for (size_t i = 0; i < d->n; i++) {
		if (d->entry[i].batch == e->batch &&
			desk_style(&d->entry[i]) == STYLE_WARNING)
			return STYLE_WARNING;
	}
	return desk_style(e);
}

/* One that ended otherwise than it was meant to. */
static bool is_bad(const struct desk_entry *e)
{
	return e->stage > DESK_APPLIED && e->stage != DESK_TAKEN_BACK;
}

size_t desk_tally(const struct desk *d, char out[60])
{
	size_t done = 0, bad = 0, under_way = 0;

	for (size_t i = 0; i < d->n; i++) {
		const struct desk_entry *e = &d->entry[i];

		done += e->stage == DESK_DONE || e->stage == DESK_APPLIED;
		bad += is_bad(e);
		under_way += e->stage != DESK_PENDING && e->stage < DESK_DONE;
	}
	if (done + bad + under_way > 0)
		snprintf(out, 60, "%zu done, %zu under way, %zu not done", done,
			under_way, bad);
	else
		snprintf(out, 60, "nothing");
	return bad;
}

/* What went wrong, by name: as many as fit, then how many more. */
static void name_bad(const struct desk *d, uint32_t batch, char *out, size_t at)
{
	size_t told = 0, left = 0;

	for (size_t i = 0; i < d->n; i++) {
		const struct desk_entry *e = &d->entry[i];

		if (e->batch != batch || !is_bad(e))
			continue;
		left += at >= ROW_TEXT - 64;
		if (at >= ROW_TEXT - 64)
			continue;
		at += (size_t)snprintf(out + at, ROW_TEXT - at, "%s %.40s",
			told++ > 0 ? "," : ":", e->handoff);
	}
	if (left > 0)
		snprintf(out + at, ROW_TEXT - at, " and %zu more", left);
}

static void sum_up(const struct desk *d, uint32_t batch, const struct world *w,
	char out[ROW_TEXT], size_t at)
{
	static const struct {
		enum desk_stage stage;
		const char *word;
	} words[] = { { DESK_APPLIED, "applied" }, { DESK_DONE, "done" },
		{ DESK_ON_DISK, "on disk" }, { DESK_SENT, "sent" },
		{ DESK_PENDING, "pending" }, { DESK_TAKEN_BACK, "taken back" },
		{ DESK_NO_ANSWER, "no answer" }, { DESK_TOO_LATE, "TOO LATE" },
		{ DESK_REFUSED, "REFUSED" }, { DESK_NOT_DONE, "NOT DONE" },
		{ DESK_ALREADY, "ALREADY DECIDED" }, { DESK_NOT_SENT, "NOT SENT" },
		{ DESK_UNKNOWN, "FATE UNKNOWN" } };
	size_t count[DESK_STAGES] = { 0 };
	const char *between = "";

	for (size_t i = 0; i < d->n; i++) {
		const struct desk_entry *e = &d->entry[i];

		if (e->batch == batch)
			count[is_silent(e, w) || is_asleep(e, w) ? DESK_NO_ANSWER
								 : e->stage]++;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (count[words[i].stage] == 0)
			continue;
		at += (size_t)snprintf(out + at, ROW_TEXT - at, "%s%zu %s", between,
			count[words[i].stage], words[i].word);
		between = ", ";
	}
	name_bad(d, batch, out, at);
}

const char *desk_sum(const struct desk *d, const struct desk_entry *e,
	const struct world *w, char out[ROW_TEXT])
{
	size_t n = desk_batch(d, e);
	char state[ROW_TEXT];
	int at;

	if (n == 1 && desk_tells_verb(e)) {
		snprintf(out, ROW_TEXT, "%.50s %.150s", e->handoff,
			desk_state(e, w, state));
		return out;
	}
	if (n == 1) {
		snprintf(out, ROW_TEXT, "%s %.50s: %.140s", desk_verb(e->action),
			e->handoff, desk_state(e, w, state));
		return out;
	}
	at = snprintf(out, ROW_TEXT, "%s %zu: ", desk_verb(e->action), n);
	sum_up(d, e->batch, w, out, (size_t)at);
	return out;
}

/* --- what is pending -------------------------------------------------------- */

/* Those of the last batch by name, the others by number. */
bool desk_pending_line(const struct desk *d, const struct world *w, char out[ROW_TEXT])
{
	const struct desk_entry *last = NULL;
	size_t at, told = 0, n = 0, others = 0;

	for (size_t i = d->n; i-- > 0 && last == NULL;)
		last = d->entry[i].stage == DESK_PENDING ? &d->entry[i] : NULL;
	if (last == NULL)
		return false;
	at = (size_t)snprintf(out, ROW_TEXT, "sending in %ds: %s",
		seconds_up(last->due - w->tick), desk_verb_large(last->action));
	for (size_t i = 0; i < d->n; i++) {
		const struct desk_entry *e = &d->entry[i];

		if (e->stage != DESK_PENDING)
			continue;
		others += e->batch != last->batch;
		n += e->batch == last->batch;
		if (e->batch == last->batch && told < 3 && at < 120) {
			at += (size_t)snprintf(out + at, ROW_TEXT - at, "%s %.40s",
				told > 0 ? "," : "", e->handoff);
			told++;
		}
	}
	if (n > told && at < ROW_TEXT)
		at += (size_t)snprintf(
			out + at, ROW_TEXT - at, " and %zu more", n - told);
	if (others > 0 && at < ROW_TEXT)
		snprintf(out + at, ROW_TEXT - at, "  (%zu before it)", others);
	return true;
}

static int64_t sooner(int64_t a, int64_t b)
{
	return a < 0 || b < a ? b : a;
}

int64_t desk_patience(const struct desk *d, const struct world *w)
{
	int64_t wait = -1;

	for (size_t i = 0; i < d->n; i++) {
		const struct desk_entry *e = &d->entry[i];

		if (e->stage == DESK_PENDING)
			wait = sooner(wait, (e->due - w->tick) % SECOND + 1);
		else if (e->stage == DESK_NO_ANSWER)
			wait = sooner(wait, e->due > w->tick ? e->due - w->tick : SECOND);
		else if (e->stage <= DESK_ON_DISK)
			wait = sooner(wait, SECOND / 2);
	}
	return wait;
}
