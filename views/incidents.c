/* SPDX-License-Identifier: MIT */
/*
 * Incidents: worst first, each as a waterfall, and what came out of one bad handoff.
 * What always holds: rows are kept by id, so nothing slides under a key; of what is
 * open the id is kept, not the place; the six capitals are about what is marked, else
 * the handoff under the cursor, or open, and `H` on a radius about all in it that nobody
 * has taken.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/json_out.h"
#include "base/mem.h"
#include "views/incidents_own.h"
#include "views/pane.h"

#define OWNER_SECONDS 1800
#define WARNED (5 * SECOND) /* C again within it takes over */

static void set(char *to, size_t room, struct str text)
{
	snprintf(to, room, "%.*s", text.n < room ? (int)text.n : (int)room - 1,
		text.n > 0 ? text.p : "");
}

/* --- moving ------------------------------------------------------------------------ */

static void open_fall(struct incidents *v, const struct world *w, uint32_t incident)
{
	const struct incident *i = incident_at(w->mesh, incident);

	if (i == NULL)
		return;
	set(v->id, sizeof(v->id), str_of(i->id));
	v->page = PAGE_FALL;
	sift_again(&v->sift);
	v->in_detail = false;
}

static void open_detail(struct incidents *v, const struct world *w)
{
	uint32_t place = incidents_handoff(v, w);

	if (place == NONE)
		return;
	detail_open(&v->detail, handoff_at(w->mesh, place));
	v->detail.logged = true;
	v->detail.top = 0;
}

static void open_radius(struct incidents *v, enum screen from, struct str id)
{
	if (v->page != PAGE_RADIUS) {
		v->before = v->page;
		v->from = from;
	}
	radius_open(&v->radius, id);
	detail_close(&v->detail);
	v->page = PAGE_RADIUS;
}

/* --- who is on it --------------------------------------------------------------------
 */

/* The incident that the keys are about. */
static uint32_t incident_of(struct incidents *v, const struct world *w)
{
	uint32_t h = incidents_handoff(v, w);

	if (v->page == PAGE_LIST && !detail_is_open(&v->detail))
		return incidents_under(v, w);
	if (v->page == PAGE_FALL)
		return incidents_open(v, w);
	return h != NONE ? handoff_at(w->mesh, h)->incident : NONE;
}

static bool is_other(const struct world *w, const char *by)
{
	return by != NULL &&
		(w->operator_name == NULL || strcmp(by, w->operator_name) != 0);
}

/* Free: one's own; one's own: nobody's; somebody else's: says so, and the second time
 * takes it. */
static void claim(struct incidents *v, const struct world *w, struct outcome *out)
{
	const struct incident *i = incident_at(w->mesh, incident_of(v, w));
	const struct noted *n = i != NULL ? mesh_noted_incident(w->mesh, i) : NULL;
	const char *by = noted_owner(n, w->now);
	char who[FORMAT_TEXT * 2];
	struct buf b = { 0 };
	bool take;

	if (i == NULL) {
		snprintf(out->message, sizeof(out->message), "no incident is here");
		return;
	}
	take = is_other(w, by) && strcmp(v->warned, i->id) == 0 &&
		w->tick - v->warned_at < WARNED;
	if (is_other(w, by) && !take) {
		set(v->warned, sizeof(v->warned), str_of(i->id));
		v->warned_at = w->tick;
		snprintf(out->message, sizeof(out->message),
			"%.60s is on it: C again takes it over", notes_owner(w, n, who));
		return;
	}
	v->warned[0] = '\0';
	buf_str(&b, "\"op\":\"annotate\",\"what\":\"incident\"");
	out_key(&b, "name");
	out_text(&b, i->id);
	out_key(&b, "operator");
	out_text(&b, w->operator_name);
	out_key(&b, "owner");
	out_text(&b, by != NULL && !take ? "" : w->operator_name);
	buf_fmt(&b, ",\"seconds\":%d,\"take\":%s", OWNER_SECONDS,
		take ? "true" : "false");
	out->ask = buf_steal(&b);
}

/* --- the six --------------------------------------------------------------------------
 */

static void decide(
	struct incidents *v, const struct world *w, enum action a, struct outcome *out)
{
	uint32_t place = incidents_handoff(v, w);
	const struct handoff *h = handoff_at(w->mesh, place);
	char fate[ROW_TEXT];

	if (incidents_choose(v, w, a, out))
		return;
	if (h == NULL) {
		snprintf(out->message, sizeof(out->message),
			"%s is for a handoff that waits: Space marks those of the "
			"incident, Enter opens it",
			action_rows[a].brief);
	} else if (!h->in_review && !(a == ACTION_HOLD && h->state == STATE_OFFERED)) {
		snprintf(out->message, sizeof(out->message), "%s is off: %.60s: %.100s",
			action_rows[a].brief, h->id, row_fate(w->mesh, h, fate));
	} else {
		out->decide = a;
		out->handoffs = xmalloc(sizeof(*out->handoffs));
		out->handoffs[0] = place;
		out->n_handoffs = 1;
	}
}

/* All of the radius that nobody has taken. */
static void hold_radius(struct incidents *v, const struct world *w, struct outcome *out)
{
	size_t n;

	if (!radius_look(&v->radius, w))
		return;
	out->handoffs = radius_open_ones(&v->radius, w, &n);
	out->n_handoffs = n;
	if (n == 0) {
		snprintf(out->message, sizeof(out->message),
			"nothing to hold: all that used it is taken or over");
		return;
	}
	out->decide = ACTION_HOLD;
	if (n == RADIUS_AT_ONCE)
		snprintf(out->message, sizeof(out->message),
			"the nearest %d: H again for those behind", RADIUS_AT_ONCE);
}

/* --- actions --------------------------------------------------------------------------
 */

static void to_cause(struct incidents *v, const struct world *w,
	const struct list_items *items, struct outcome *out)
{
	uint32_t place = incidents_handoff(v, w);
	size_t row = place != NONE ? fall_find(&v->fall, place) : LIST_NOWHERE;
	const struct cause *c;

	if (row == LIST_NOWHERE)
		return;
	if (v->fall.row[row].parent != NONE) {
		if (!list_select(
			    &v->rows, items, v->fall.row[v->fall.row[row].parent].place))
			snprintf(out->message, sizeof(out->message),
				"its cause is not shown: Esc clears the filter");
		return;
	}
	c = handoff_cause(handoff_at(w->mesh, place), 0);
	if (c == NULL)
		snprintf(out->message, sizeof(out->message), "it names no cause");
	else
		snprintf(out->message, sizeof(out->message),
			"its cause is %.100s, %s: :open shows it", cause_id(w->mesh, c),
			c->awaited ? "which nobody has offered" : "not of this incident");
}

static void next_bad_row(struct incidents *v, const struct world *w,
	const struct list_items *items, bool down, struct outcome *out)
{
	size_t at = v->rows.top + list_line(&v->rows);

	for (size_t n = 0; n < 50000; n++) {
		const struct handoff *h;

		if (down ? ++at >= items->n : at-- == 0)
			break;
		h = handoff_at(w->mesh, (uint32_t)items->id_at(items->arg, at));
		if (h == NULL || !fall_is_bad(h))
			continue;
		list_select(&v->rows, items, items->id_at(items->arg, at));
		return;
	}
	snprintf(out->message, sizeof(out->message), "no more trouble that way");
}

static bool step_back(struct incidents *v, struct outcome *out)
{
	if (detail_is_open(&v->detail)) {
		detail_close(&v->detail);
	} else if (v->page == PAGE_RADIUS) {
		v->page = v->before;
		if (v->from != SCREEN_INCIDENTS)
			out->go = v->from;
	} else if (v->in_detail) {
		v->in_detail = false;
	} else if (incidents_marks(v) > 0) {
		pane_unmark(&v->rows, out);
	} else if (v->page == PAGE_FALL && incidents_filtered(v)) {
		v->failed_only = false;
		incidents_set_row_filter(v, (struct str){ 0 });
	} else if (v->page == PAGE_FALL) {
		v->page = PAGE_LIST;
	} else if (incidents_filtered(v)) {
		v->bad_only = false;
		filter_set(&v->filter, (struct str){ 0 }, QUERY_INCIDENTS);
	} else {
		return false;
	}
	return true;
}

static void copy(
	struct incidents *v, const struct world *w, struct str what, struct outcome *out)
{
	uint32_t place = incidents_handoff(v, w), incident = incident_of(v, w);

	if (place != NONE)
		detail_copy(&v->detail, w, place, what, out);
	else if (incident != NONE)
		out->copy = xstrdup(incident_at(w->mesh, incident)->id);
}

static bool is_idle(size_t rows, enum action a, struct outcome *out)
{
	if (rows > 0 || a == ACTION_TROUBLE || a == ACTION_FILTER || a == ACTION_UNMARK)
		return false;
	snprintf(out->message, sizeof(out->message), "no incident is shown");
	return true;
}

static void act_in_list(struct incidents *v, const struct world *w, enum action a,
	struct str arg, struct outcome *out)
{
	struct list_ids ids;
	struct list_items items = incidents_look(v, w, &ids, v->list.height);

	if (pane_move(&v->list, &items, a) || is_idle(items.n, a, out) ||
		incidents_sort_act(v, w, a, out) ||
		incidents_mark_act(v, w, a, &items, out))
		return;
	switch (a) {
	case ACTION_OPEN:
		open_fall(v, w, incidents_under(v, w));
		break;
	case ACTION_TROUBLE:
		v->bad_only = !v->bad_only;
		v->pick.stale = true;
		break;
	case ACTION_FILTER:
		filter_set(&v->filter, arg, QUERY_INCIDENTS);
		v->pick.stale = true;
		break;
	case ACTION_NEXT_TROUBLE:
	case ACTION_PREV_TROUBLE:
		incidents_next_bad(v, w, &items, a == ACTION_NEXT_TROUBLE);
		break;
	default:
		out->handled = false;
	}
}

static void act_in_fall(struct incidents *v, const struct world *w, enum action a,
	struct str arg, struct outcome *out)
{
	struct list_ids ids;
	struct list_items items = incidents_look_rows(v, w, &ids, v->rows.height);

	if (v->in_detail ? detail_move(&v->detail, a) : pane_move(&v->rows, &items, a))
		return;
	if (incidents_mark_act(v, w, a, &items, out))
		return;
	switch (a) {
	case ACTION_OPEN:
		open_detail(v, w);
		break;
	case ACTION_NEXT_PANE:
	case ACTION_PREV_PANE:
		v->in_detail = !v->in_detail;
		break;
	case ACTION_TROUBLE:
		v->failed_only = !v->failed_only;
		sift_again(&v->sift);
		break;
	case ACTION_FILTER:
		incidents_set_row_filter(v, arg);
		break;
	case ACTION_VIEW:
		incidents_to_others(v, w, out);
		break;
	case ACTION_QUIET:
		v->all_time = !v->all_time;
		snprintf(out->message, sizeof(out->message), "quiet time is %s",
			v->all_time ? "shown" : "left out");
		break;
	case ACTION_CAUSE_ROW:
		to_cause(v, w, &items, out);
		break;
	case ACTION_NEXT_TROUBLE:
	case ACTION_PREV_TROUBLE:
		next_bad_row(v, w, &items, a == ACTION_NEXT_TROUBLE, out);
		break;
	default:
		out->handled = detail_turns(&v->detail, a, out);
	}
}

static void act_in_radius(
	struct incidents *v, const struct world *w, enum action a, struct outcome *out)
{
	struct list_items items;

	if (!radius_look(&v->radius, w))
		return;
	items = radius_items(&v->radius);
	list_sync(&v->radius.list, &items, v->radius.list.height);
	if (pane_move(&v->radius.list, &items, a))
		return;
	if (a == ACTION_OPEN)
		open_detail(v, w);
	else if (a == ACTION_TROUBLE)
		radius_turn(&v->radius);
	else
		out->handled = false;
}

static void incidents_act(void *state, const struct world *w, enum action a,
	struct str arg, struct outcome *out)
{
	struct incidents *v = state;

	incidents_prune(v, w);
	list_pin(v->page == PAGE_LIST          ? &v->list
			: v->page == PAGE_FALL ? &v->rows
					       : &v->radius.list);
	out->handled = true;
	if (a == ACTION_BACK)
		out->handled = step_back(v, out);
	else if (a == ACTION_COPY)
		copy(v, w, arg, out);
	else if (a == ACTION_CLAIM)
		claim(v, w, out);
	else if (a == ACTION_UNMARK)
		incidents_unmark(v, w);
	else if (a == ACTION_HOLD && v->page == PAGE_RADIUS &&
		!detail_is_open(&v->detail))
		hold_radius(v, w, out);
	else if (action_rows[a].acts)
		decide(v, w, a, out);
	else if (detail_is_open(&v->detail))
		out->handled = detail_page_act(&v->detail, w, a, arg, out);
	else if (v->page == PAGE_LIST)
		act_in_list(v, w, a, arg, out);
	else if (v->page == PAGE_FALL)
		act_in_fall(v, w, a, arg, out);
	else
		act_in_radius(v, w, a, out);
}

/* --- the screen ------------------------------------------------------------------------
 */

static void *incidents_new(void)
{
	struct incidents *v = xcalloc(1, sizeof(*v));

	v->list.from_top = true;
	v->detail.tab = TAB_HISTORY;
	v->detail.logged = true;
	return v;
}

static void incidents_close(void *state)
{
	struct incidents *v = state;

	filter_fini(&v->filter);
	sift_fini(&v->sift);
	order_fini(&v->by_row);
	list_fini(&v->list);
	list_fini(&v->rows);
	free(v->pick.id);
	fall_fini(&v->fall);
	detail_fini(&v->detail);
	radius_fini(&v->radius);
	incidents_sort_fini(v);
	others_free(v->others);
	free(v);
}

static void incidents_tab(const struct world *w, char *out, size_t room)
{
	char count[FORMAT_TEXT];

	if (w->cases != NULL && w->cases->bad > 0)
		snprintf(out, room, "%s%s", format_count(w->cases->bad, count),
			w->cases->behind > 0 ? "+" : "");
}

/* "?2h-1": what came out of it, asked on screen 2; an incident; a handoff of one. */
static bool incidents_select(void *state, const struct world *w, struct str what)
{
	struct incidents *v = state;
	uint32_t place, incident;
	struct list_ids ids;
	struct list_items items;

	detail_close(&v->detail);
	if (what.n > 2 && what.p[0] == '?') {
		enum screen from = (enum screen)(what.p[1] - '0');

		what = str_skip(what, 2);
		if (from >= SCREENS || mesh_find_handoff(w->mesh, what) == NONE)
			return false;
		open_radius(v, from, what);
		return true;
	}
	incident = mesh_find_incident(w->mesh, what);
	place = mesh_find_handoff(w->mesh, what);
	if (incident == NONE && place != NONE)
		incident = handoff_at(w->mesh, place)->incident;
	if (incident == NONE)
		return false;
	open_fall(v, w, incident);
	v->failed_only = false;
	incidents_set_row_filter(v, (struct str){ 0 });
	items = incidents_look_rows(v, w, &ids, v->rows.height);
	if (place != NONE && items.n > 0)
		list_select(&v->rows, &items, place);
	items = incidents_look(v, w, &ids, v->list.height);
	list_select(&v->list, &items, incident);
	return true;
}

static uint32_t incidents_under_keys(void *state, const struct world *w)
{
	return incidents_handoff(state, w);
}

static bool incidents_noted(
	void *state, const struct world *w, enum noted_what *what, char name[NOTED_NAME])
{
	struct incidents *v = state;
	uint32_t place = incidents_handoff(v, w), incident = incident_of(v, w);
	bool handoff = place != NONE &&
		(detail_is_open(&v->detail) || v->page == PAGE_RADIUS || v->in_detail);

	if (!handoff && incident == NONE)
		return false;
	*what = handoff ? NOTED_HANDOFF : NOTED_INCIDENT;
	snprintf(name, NOTED_NAME, "%s",
		handoff ? handoff_at(w->mesh, place)->id
			: incident_at(w->mesh, incident)->id);
	return true;
}

static const struct filter *incidents_filter(void *state)
{
	const struct incidents *v = state;

	return v->page == PAGE_LIST ? &v->filter : &v->sift.filter;
}

static bool incidents_reads(void *state)
{
	return detail_is_open(&((struct incidents *)state)->detail);
}

static void incidents_hint(void *state, const struct world *w, struct surface *s)
{
	static const enum action list[] = { ACTION_OPEN, ACTION_CLAIM, ACTION_NOTE,
		ACTION_TROUBLE, ACTION_FILTER, ACTION_NEXT_TROUBLE, ACTION_MARK,
		ACTION_SORT, ACTION_COPY, ACTION_NONE };
	static const enum action marked[] = { ACTION_APPROVE, ACTION_REJECT,
		ACTION_ESCALATE, ACTION_HOLD, ACTION_MARK, ACTION_BACK, ACTION_NONE };
	static const enum action fall[] = { ACTION_APPROVE, ACTION_REJECT,
		ACTION_ESCALATE, ACTION_HOLD, ACTION_MARK, ACTION_OPEN, ACTION_CAUSE_ROW,
		ACTION_TROUBLE, ACTION_QUIET, ACTION_RADIUS, ACTION_CLAIM, ACTION_NOTE,
		ACTION_NEXT_TAB, ACTION_NONE };
	static const enum action rows[] = { ACTION_OPEN, ACTION_CAUSE_ROW, ACTION_TROUBLE,
		ACTION_QUIET, ACTION_RADIUS, ACTION_CLAIM, ACTION_NOTE, ACTION_NEXT_TAB,
		ACTION_NONE };
	static const enum action radius[] = { ACTION_HOLD, ACTION_TROUBLE, ACTION_OPEN,
		ACTION_BACK, ACTION_NOTE, ACTION_COPY, ACTION_NONE };
	static const enum action detail[] = { ACTION_BACK, ACTION_NEXT_TAB, ACTION_DOWN,
		ACTION_RADIUS, ACTION_NOTE, ACTION_COPY, ACTION_NONE };
	struct incidents *v = state;
	bool marks = incidents_marks(v) > 0;
	bool acts = marks || row_waits(w->mesh, incidents_handoff(v, w));

	pane_hints(w, s,
		detail_is_open(&v->detail)       ? detail
			: v->page == PAGE_LIST   ? (marks ? marked : list)
			: v->page == PAGE_RADIUS ? radius
			: acts                   ? fall
						 : rows);
}

static bool incidents_busy(void *state, const struct world *w)
{
	struct incidents *v = state;

	(void)w;
	return v->page == PAGE_FALL &&
		((incidents_filtered(v) && sift_busy(&v->sift)) ||
			incidents_others_busy(v));
}

static unsigned incidents_pane(void *state)
{
	const struct incidents *v = state;

	return v->page == PAGE_FALL && v->in_detail;
}

static const struct filter *incidents_listed(void *state)
{
	return &((struct incidents *)state)->filter;
}

static const struct knob incidents_knobs[] = {
	KNOB(struct incidents, bad_only, "trouble", 1),
	KNOB(struct incidents, all_time, "quiet", 1),
	KNOB(struct incidents, by, "sort", INCIDENTS_SORTS - 1),
	KNOB(struct incidents, reversed, "reversed", 1),
	{ 0 },
};

const struct view view_incidents = {
	.name = "incidents",
	.title = "Incidents",
	.digit = '5',
	.open = incidents_new,
	.close = incidents_close,
	.tab = incidents_tab,
	.draw = incidents_draw,
	.act = incidents_act,
	.select = incidents_select,
	.hint = incidents_hint,
	.under = incidents_under_keys,
	.noted = incidents_noted,
	.filter = incidents_filter,
	.listed = incidents_listed,
	.kinds = QUERY_INCIDENTS | QUERY_HANDOFFS,
	.busy = incidents_busy,
	.reads = incidents_reads,
	.pane = incidents_pane,
	.knobs = incidents_knobs,
};
