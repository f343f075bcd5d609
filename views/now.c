/* SPDX-License-Identifier: MIT */
/*
 * Now: one flat worklist of what is wrong or waits, worst first in each of its
 * parts. Enter opens a row where it belongs, with the right item selected.
 * What always holds: a row's id is its part and a place in the mesh; the row
 * under the cursor is shown for as long as what it stands for is there, also
 * where others push it out; a handoff that leaves under the cursor stays there
 * as a tombstone for ten seconds; and of a row that came under the cursor by
 * itself the six capitals only say so, once.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/cases.h"
#include "views/link.h"
#include "views/now_own.h"
#include "views/pane.h"

#define TOMBSTONE (10 * SECOND)
#define GROUPS 256 /* of dead letters that are looked at */

static uint64_t id_of(enum part p, uint32_t place)
{
	return (uint64_t)p << 32 | place;
}

/* --- which rows ------------------------------------------------------------- */

/* A title and some rows, of what those that wait do not need: five and how many more. */
static int incidents_room(const struct mesh *m, size_t bad, int left)
{
	int most = bad < 4 ? (int)bad : 4, waiting = 7;

	if (m->review.count + 1 < 7)
		waiting = (int)m->review.count + 1;
	if (left - waiting - 1 < most)
		most = left - waiting - 1;
	return bad > 0 && most > 0 ? most + 1 : 0;
}

static struct now_space divide(const struct now *n, const struct world *w, int rows)
{
	const struct mesh *m = w->mesh;
	size_t bad = w->cases != NULL ? w->cases->bad : 0;
	struct now_space s = { 0 };
	size_t edges = n->watch.n_edges;
	int left = rows - 1;

	if (n->zoom != 0)
		return now_zoomed(n, rows);
	s.mesh = rows >= 16 ? (rows >= 24 ? 4 : 2) : 0;
	left -= s.mesh;
	if (rows >= 8) {
		s.edges = 1 + (int)(edges < 8 ? edges : 8);
		if (s.edges > 1 + left / 4)
			s.edges = 1 + left / 4;
	}
	if (rows >= 11) {
		s.dead = 1 + (int)(n->dead_groups < 6 ? n->dead_groups : 6);
		if (s.dead > 1 + left / 4)
			s.dead = 1 + left / 4;
	}
	s.incidents = incidents_room(m, bad, left - s.edges - s.dead);
	s.waiting = left - s.edges - s.dead - s.incidents;
	if (rows < 30 && (size_t)s.waiting > now_waiting(n, m) + 1 && m->review.count > 0)
		s.waiting = (int)now_waiting(n, m) + 1;
	return s;
}

static void add(struct now *n, enum part p, uint32_t place)
{
	if (n->rows == MOST_ROWS)
		return;
	n->row[n->rows++] = id_of(p, place);
	n->in[p]++;
}

/* The selected row of that part, if it is not among those that were just added. */
static bool is_folded(const struct now *n, enum part p, uint64_t *id)
{
	if (!list_pinned(&n->list) || !list_selected(&n->list, id) || *id >> 32 != p ||
		n->in[p] == 0)
		return false;
	for (size_t i = n->rows - n->in[p]; i < n->rows; i++) {
		if (n->row[i] == *id)
			return false;
	}
	return true;
}

/* The part shows it in its last row: keys meet what one was looking at. */
static void unfold(struct now *n, uint64_t id)
{
	n->row[n->rows - 1] = id;
}

static void add_waiting(struct now *n, const struct mesh *m, int most)
{
	uint32_t handoff;
	uint64_t id;

	/* The last row says how many more there are. */
	if (now_waiting(n, m) + n->gone > (size_t)most)
		most--;
	if (n->place_row >= (size_t)most)
		n->place_row = most > 0 ? (size_t)most - 1 : 0;
	for (size_t rank = 0; (int)n->in[PART_WAITING] < most; rank++) {
		if (n->gone && n->in[PART_WAITING] == n->place_row) {
			add(n, PART_WAITING, n->place);
			if ((int)n->in[PART_WAITING] >= most)
				return;
		}
		if (rank >= now_waiting(n, m))
			break;
		if (now_waiting_at(n, m, rank, &handoff)) /* else it has just left */
			add(n, PART_WAITING, handoff);
	}
	if (n->gone && n->in[PART_WAITING] <= n->place_row &&
		(int)n->in[PART_WAITING] < most)
		add(n, PART_WAITING, n->place);
	n->unfolded = is_folded(n, PART_WAITING, &id) && row_waits(m, (uint32_t)id);
	if (n->unfolded)
		unfold(n, id);
}

static void add_edges(struct now *n, const struct world *w, size_t most)
{
	uint64_t id;

	for (size_t i = 0; i < n->watch.n_edges && n->in[PART_EDGES] < most; i++) {
		if (now_lets(n, w, query_of_edge, n->watch.edge[i]))
			add(n, PART_EDGES, n->watch.edge[i]);
	}
	if (!is_folded(n, PART_EDGES, &id))
		return;
	for (size_t i = 0; i < n->watch.n_edges; i++) {
		if (id_of(PART_EDGES, n->watch.edge[i]) == id)
			unfold(n, id);
	}
}

/* The groups with the most letters. */
static void add_most_dead(struct now *n, const struct world *w, int most)
{
	const struct mesh *m = w->mesh;
	uint32_t best[GROUPS];
	int found = 0, at;

	for (uint32_t i = 0; i < m->dead_groups && i < GROUPS; i++) {
		size_t letters = m->dead_group[i].letters.count;

		if (letters == 0 || !now_lets_group(n, w, i))
			continue;
		for (at = found++; at > 0; at--) {
			if (m->dead_group[best[at - 1]].letters.count >= letters)
				break;
			best[at] = best[at - 1];
		}
		best[at] = i;
	}
	for (int k = 0; k < most && k < found; k++)
		add(n, PART_DEAD, best[k]);
}

static void add_dead(struct now *n, const struct world *w, int most)
{
	const struct mesh *m = w->mesh;
	uint64_t id;

	add_most_dead(n, w, most);
	if (is_folded(n, PART_DEAD, &id) && (uint32_t)id < m->dead_groups &&
		m->dead_group[(uint32_t)id].letters.count > 0)
		unfold(n, id);
}

static void add_incidents(struct now *n, const struct world *w, int most)
{
	struct order_item i;

	for (size_t rank = 0; (int)rank < most && rank < w->cases->bad; rank++) {
		if (order_at(&w->cases->worst, rank, &i))
			add(n, PART_INCIDENTS, i.id);
	}
}

static void count_groups(struct now *n, const struct mesh *m)
{
	n->dead_groups = 0;
	for (uint32_t i = 0; i < m->dead_groups && i < GROUPS; i++)
		n->dead_groups += m->dead_group[i].letters.count > 0;
}

static void bury(struct now *n, const struct world *w)
{
	const struct mesh *m = w->mesh;
	uint64_t selected;
	bool same = list_selected(&n->list, &selected) && n->place != NONE &&
		selected == id_of(PART_WAITING, n->place);

	if (handoff_at(m, n->place) == NULL)
		n->place = NONE;
	if (!same || w->now < n->now || n->place == NONE || row_waits(m, n->place)) {
		n->gone = false;
	} else if (!n->gone) {
		n->gone = true;
		n->gone_tick = w->tick;
	} else if (w->tick - n->gone_tick > TOMBSTONE) {
		n->gone = false;
	}
	n->now = w->now;
}

/* When what was selected has left, the cursor stays in its part while that has rows. */
static void stay_in_part(
	struct now *n, const struct list_items *items, enum part part, bool pinned)
{
	size_t last = 0;
	uint64_t id;

	if (!pinned || n->in[part] == 0 || !list_selected(&n->list, &id) ||
		id >> 32 == part)
		return;
	for (int p = 0; p <= (int)part; p++)
		last += n->in[p];
	list_select(&n->list, items, n->row[last - 1]);
}

static void find_under(struct now *n)
{
	uint64_t id;
	bool any = list_selected(&n->list, &id);

	n->place = NONE;
	if (any && id >> 32 == PART_WAITING) {
		n->place = (uint32_t)id;
		n->place_row = list_line(&n->list);
	}
	/* the first row to be there at all: nobody can have meant another */
	if (!any || !n->met_any)
		n->met = any ? id : 0;
	n->met_any = any;
}

struct now_space now_look(struct now *n, const struct world *w, struct list_ids *ids)
{
	struct list_items items;
	struct now_space s;
	uint64_t id = 0;
	bool pinned;

	watch_look(&n->watch, w);
	count_groups(n, w->mesh);
	if (now_sifts(n))
		now_sift(n, w);
	bury(n, w);
	s = divide(n, w, n->room > 0 ? n->room : 18);
	n->rows = 0;
	memset(n->in, 0, sizeof(n->in));
	add_waiting(n, w->mesh, s.waiting);
	add_edges(n, w, s.edges > 0 ? (size_t)s.edges - 1 : 0);
	add_dead(n, w, s.dead - 1);
	if (s.incidents > 0)
		add_incidents(n, w, s.incidents - 1);
	*ids = (struct list_ids){ n->row, n->rows };
	items = list_of_ids(ids);
	pinned = list_pinned(&n->list) && list_selected(&n->list, &id);
	list_sync(&n->list, &items, n->rows > 0 ? n->rows : 1);
	stay_in_part(n, &items, (enum part)(id >> 32), pinned);
	find_under(n);
	return s;
}

/* --- actions ---------------------------------------------------------------- */

static bool move(struct now *n, const struct list_items *items, enum action a)
{
	switch (a) {
	case ACTION_DOWN:
		list_move(&n->list, items, LIST_DOWN);
		return true;
	case ACTION_UP:
		list_move(&n->list, items, LIST_UP);
		return true;
	case ACTION_TOP:
	case ACTION_PAGE_UP:
	case ACTION_HALF_UP:
		list_move(&n->list, items, LIST_TOP);
		return true;
	case ACTION_BOTTOM:
	case ACTION_PAGE_DOWN:
	case ACTION_HALF_DOWN:
		list_move(&n->list, items, LIST_BOTTOM);
		return true;
	default:
		return false;
	}
}

/* What is at stake in a row: that of its part's drawing. */
static enum grave grave_of(const struct world *w, uint64_t id)
{
	const struct mesh *m = w->mesh;
	uint32_t place = (uint32_t)id;

	switch ((enum part)(id >> 32)) {
	case PART_WAITING:
		return row_waits(m, place) ? row_grave(w, handoff_at(m, place))
					   : GRAVE_NONE;
	case PART_EDGES:
		return GRAVE_WARNING;
	case PART_INCIDENTS:
		return incident_at(m, place) != NULL
			? (enum grave)case_grave(incident_at(m, place))
			: GRAVE_NONE;
	default:
		return rate_trouble(&w->mesh->dead_group[place].came, link_now(w)) > 0
			? GRAVE_WARNING
			: GRAVE_NONE;
	}
}

/* To the next row of trouble, from the last one to the first: n. */
static void next_trouble(struct now *n, const struct world *w,
	const struct list_items *items, bool back, struct outcome *out)
{
	size_t at = list_line(&n->list);

	for (size_t i = 1; i <= n->rows; i++) {
		size_t k = (at + (back ? n->rows - i : i)) % n->rows;

		if (k == at || grave_of(w, n->row[k]) == GRAVE_NONE)
			continue;
		list_select(&n->list, items, n->row[k]);
		return;
	}
	snprintf(out->message, sizeof(out->message), "no other row is in trouble");
}

/* To the next part: Tab. */
static void next_part(struct now *n, const struct list_items *items, bool back)
{
	uint64_t id;
	size_t first = 0;
	int part;

	if (!list_selected(&n->list, &id))
		return;
	part = (int)(id >> 32);
	for (int k = 0; k < PARTS; k++) {
		part = (part + (back ? PARTS - 1 : 1)) % PARTS;
		if (n->in[part] > 0)
			break;
	}
	for (int k = 0; k < part; k++)
		first += n->in[k];
	if (n->in[part] > 0)
		list_select(&n->list, items, n->row[first]);
}

static void open_row(const struct mesh *m, uint64_t id, struct outcome *out)
{
	uint32_t place = (uint32_t)id;
	struct order_item newest;
	const struct edge *e;

	switch ((enum part)(id >> 32)) {
	case PART_WAITING:
		out->go = SCREEN_REVIEW;
		snprintf(out->go_handoff, sizeof(out->go_handoff), "%s",
			handoff_at(m, place)->id);
		break;
	case PART_EDGES:
		e = &m->edge[place];
		out->go = SCREEN_FLOW;
		snprintf(out->go_edge, sizeof(out->go_edge), "%s>%s",
			m->agent[e->from].name, m->agent[e->to].name);
		break;
	case PART_INCIDENTS:
		out->go = SCREEN_INCIDENTS;
		if (incident_at(m, place) != NULL)
			snprintf(out->go_handoff, sizeof(out->go_handoff), "%s",
				incident_at(m, place)->id);
		break;
	default:
		out->go = SCREEN_DEAD;
		if (order_at(&m->dead_group[place].letters,
			    m->dead_group[place].letters.count - 1, &newest))
			snprintf(out->go_handoff, sizeof(out->go_handoff), "%s",
				handoff_at(m, newest.id)->id);
	}
}

static void decide(
	const struct now *n, const struct mesh *m, enum action a, struct outcome *out)
{
	char fate[ROW_TEXT];

	if (n->place == NONE) {
		snprintf(out->message, sizeof(out->message),
			"%s is for a handoff that waits: Enter opens this row",
			action_rows[a].brief);
	} else if (n->gone) {
		snprintf(out->message, sizeof(out->message),
			"%s is off: %.60s has left: %.100s", action_rows[a].brief,
			handoff_at(m, n->place)->id,
			row_fate(m, handoff_at(m, n->place), fate));
	} else {
		out->decide = a;
		out->handoffs = xmalloc(sizeof(*out->handoffs));
		out->handoffs[0] = n->place;
		out->n_handoffs = 1;
	}
}

static void copy(struct now *n, const struct world *w, uint64_t id, struct str what,
	struct outcome *out)
{
	const struct mesh *m = w->mesh;
	struct outcome where = { .go = -1 };
	char edge[ROW_TEXT];

	open_row(m, id, &where);
	if (n->place != NONE && str_is(what, "payload"))
		out->copy = detail_payload(&n->detail, w, n->place);
	else if (n->place != NONE && str_is(what, "edge"))
		out->copy = xstrdup(row_edge(m, handoff_at(m, n->place), edge));
	else
		out->copy = xstrdup(
			where.go_handoff[0] != '\0' ? where.go_handoff : where.go_edge);
	if (out->copy == NULL)
		snprintf(out->message, sizeof(out->message),
			"the payload is not here yet: try again");
}

static void turn_detail(struct now *n, enum action a, struct outcome *out)
{
	if (!n->wide)
		snprintf(out->message, sizeof(out->message),
			"the detail is beside the list from %dx%d on; here Enter opens "
			"it",
			NOW_WIDE_COLS, NOW_WIDE_ROWS + 5);
	else if (n->place == NONE)
		snprintf(out->message, sizeof(out->message),
			"only a handoff that waits has a detail; Enter opens this row");
	else
		detail_turns(&n->detail, a, out);
}

/* One that came there by itself is shown to an act key, and not hit by it. */
static bool is_new_under(const struct world *w, uint64_t met, uint64_t id, enum action a,
	struct outcome *out)
{
	char key[16];

	if (id == met || !action_is_about_row(a) || id >> 32 != PART_WAITING)
		return false;
	snprintf(out->message, sizeof(out->message),
		"%.60s came under the cursor by itself: %s again means it",
		handoff_at(w->mesh, (uint32_t)id)->id, action_key(a, key));
	return true;
}

static void act(struct now *n, const struct world *w, enum action a, struct str arg,
	struct outcome *out)
{
	struct list_ids ids;
	struct list_items items;
	uint64_t id;
	bool any;

	list_pin(&n->list);
	now_look(n, w, &ids);
	items = list_of_ids(&ids);
	any = list_selected(&n->list, &id);
	out->handled = true;
	if (move(n, &items, a) || (any && is_new_under(w, n->met, id, a, out)))
		return;
	if (a == ACTION_ZOOM) {
		now_zoom(n);
	} else if (a == ACTION_BACK) {
		out->handled = now_step_back(n);
	} else if (a == ACTION_FILTER) {
		sift_set(&n->sift, arg, NOW_KINDS);
	} else if (a == ACTION_TROUBLE) {
		now_turn_trouble(n, out);
	} else if (!any && a != ACTION_UNMARK && now_sifts(n)) {
		snprintf(out->message, sizeof(out->message),
			"the filter lets no row through: Esc clears it");
	} else if (!any && a != ACTION_UNMARK) {
		snprintf(out->message, sizeof(out->message),
			"there is no row: nothing waits, fails or is dead");
	} else if (a == ACTION_OPEN) {
		open_row(w->mesh, id, out);
	} else if (a == ACTION_NEXT_PANE || a == ACTION_PREV_PANE) {
		next_part(n, &items, a == ACTION_PREV_PANE);
	} else if (a == ACTION_NEXT_TROUBLE || a == ACTION_PREV_TROUBLE) {
		next_trouble(n, w, &items, a == ACTION_PREV_TROUBLE, out);
	} else if (a == ACTION_NEXT_TAB || a == ACTION_PREV_TAB || a == ACTION_WRAP) {
		turn_detail(n, a, out);
	} else if (a == ACTION_COPY) {
		copy(n, w, id, arg, out);
	} else if (action_is_about_row(a)) {
		decide(n, w->mesh, a, out);
	} else {
		out->handled = false;
	}
}

static void now_act(void *state, const struct world *w, enum action a, struct str arg,
	struct outcome *out)
{
	struct now *n = state;

	act(n, w, a, arg, out);
	list_selected(&n->list, &n->met);
}

/* --- the screen ------------------------------------------------------------- */

static void *now_open(void)
{
	struct now *n = xcalloc(1, sizeof(*n));

	n->place = NONE;
	return n;
}

static void now_close(void *state)
{
	struct now *n = state;

	list_fini(&n->list);
	detail_fini(&n->detail);
	sift_fini(&n->sift);
	flow_inset_close(n->inset);
	free(n);
}

static void now_tab(const struct world *w, char *out, size_t room)
{
	(void)w;
	(void)room;
	out[0] = '\0';
}

static uint32_t now_under(void *state, const struct world *w)
{
	struct now *n = state;
	struct list_ids ids;

	now_look(n, w, &ids);
	return n->place;
}

/* One that waits, or a row that now_here() wrote down. */
static bool now_select(void *state, const struct world *w, struct str what)
{
	struct now *n = state;
	uint32_t handoff = mesh_find_handoff(w->mesh, what);
	uint64_t id = id_of(PART_WAITING, handoff);
	struct list_items items;
	struct list_ids ids;

	n->zoom = 0;
	now_look(n, w, &ids);
	items = list_of_ids(&ids);
	if (handoff == NONE && what.n > 1 && what.p[0] == '#')
		id = strtoull(what.p + 1, NULL, 16);
	list_pin(&n->list);
	return list_select(&n->list, &items, id);
}

const struct view view_now = {
	.name = "now",
	.title = "Now",
	.digit = '1',
	.open = now_open,
	.close = now_close,
	.tab = now_tab,
	.draw = now_draw,
	.act = now_act,
	.hint = now_hint,
	.under = now_under,
	.select = now_select,
	.filter = now_filter,
	.kinds = NOW_KINDS,
	.busy = now_busy,
	.here = now_here,
	.pane = now_pane,
	.knobs = now_knobs,
};
