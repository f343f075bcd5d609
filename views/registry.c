/* SPDX-License-Identifier: MIT */
/*
 * Registry: contracts, who publishes and takes them, agents and how they have changed,
 * and where the mesh is not what it promised. What its keys do.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/link.h"
#include "views/pane.h"
#include "views/registry_own.h"
#include "views/watch.h"

static void *registry_open(void)
{
	return xcalloc(1, sizeof(struct registry_view));
}

static void registry_close(void *state)
{
	struct registry_view *v = state;

	for (int p = 0; p < REG_PANES; p++) {
		list_fini(&v->list[p]);
		free(v->ids[p]);
	}
	reg_model_fini(&v->model);
	filter_fini(&v->filter);
	lines_fini(&v->lines);
	buf_fini(&v->clean);
	free(v->link);
	free(v->row);
	free(v);
}

static void registry_tab(const struct world *w, char *out, size_t room)
{
	const struct watch *k = w->watch;
	bool trouble = k != NULL && (k->drifting > 0 || k->circling > 0 || k->refusing);

	snprintf(out, room, "%s", trouble ? "!" : "");
}

static void sync(struct registry_view *v, const struct world *w)
{
	reg_model_sync(&v->model, w);
	reg_rows(v);
}

static void registry_draw(void *state, const struct world *w, struct surface *s)
{
	struct registry_view *v = state;

	sync(v, w);
	reg_draw(v, w, s);
}

/* --- moving --------------------------------------------------------------------- */

/* In the text that is open over the lists. */
static bool move_text(struct registry_view *v, enum action a)
{
	static const struct {
		enum action action;
		bool down;
		size_t rows; /* 0: a page */
	} moves[] = {
		{ ACTION_DOWN, true, 1 },
		{ ACTION_UP, false, 1 },
		{ ACTION_TOP, false, SIZE_MAX / 2 },
		{ ACTION_BOTTOM, true, SIZE_MAX / 2 },
		{ ACTION_PAGE_DOWN, true, 0 },
		{ ACTION_PAGE_UP, false, 0 },
		{ ACTION_HALF_DOWN, true, 0 },
		{ ACTION_HALF_UP, false, 0 },
	};

	for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++) {
		if (moves[i].action != a)
			continue;
		if (moves[i].rows == 1)
			reg_step(v, moves[i].down);
		else
			reg_scroll(v, moves[i].down, moves[i].rows);
		return true;
	}
	return false;
}

static bool move(struct registry_view *v, enum action a)
{
	struct list_items items = reg_items(v, v->pane);

	if (v->zoomed)
		return move_text(v, a);
	if (!pane_move(&v->list[v->pane], &items, a))
		return false;
	v->top = 0;
	return true;
}

static void zoom(struct registry_view *v, bool on)
{
	v->zoomed = on;
	v->top = 0;
	v->on = 0;
}

/* One that has rows; there is one. */
static void next_pane(struct registry_view *v, int by)
{
	do
		v->pane = (enum reg_pane)(((int)v->pane + by + REG_PANES) % REG_PANES);
	while (v->rows[v->pane] == 0);
	zoom(v, false);
}

static void turn(struct registry_view *v, int by, struct outcome *out)
{
	if (reg_selected(v).contract == NULL) {
		snprintf(out->message, sizeof(out->message),
			"only a contract has more than one page: Tab goes to them");
		return;
	}
	v->tab = (enum reg_tab)(((int)v->tab + by + REG_TABS) % REG_TABS);
	v->top = 0;
	v->on = 0;
}

/* To the next row in trouble, through all panes and round. */
static void next_trouble(struct registry_view *v, bool back, struct outcome *out)
{
	struct list_items items = reg_items(v, v->pane);
	uint64_t id;
	size_t at = 0;
	enum reg_pane p = v->pane;
	size_t all = 0;

	if (list_selected(&v->list[p], &id))
		at = items.rank_of(items.arg, id);
	for (int i = 0; i < REG_PANES; i++)
		all += v->rows[i];
	for (size_t i = 0; i < all + REG_PANES; i++) {
		struct reg_subject s;

		if (back ? at == 0 || v->rows[p] == 0 : at + 1 >= v->rows[p]) {
			p = (enum reg_pane)(
				((int)p + (back ? REG_PANES - 1 : 1)) % REG_PANES);
			if (v->rows[p] == 0)
				continue;
			at = back ? v->rows[p] - 1 : 0;
		} else {
			at += back ? (size_t)-1 : 1;
		}
		s = reg_subject_of(v, p, v->ids[p][at]);
		if (reg_grave(&s) == GRAVE_NONE)
			continue;
		v->pane = p;
		v->top = 0;
		items = reg_items(v, p);
		list_select(&v->list[p], &items, v->ids[p][at]);
		return;
	}
	snprintf(out->message, sizeof(out->message), "no other row is in trouble");
}

/* --- where the handoffs are ----------------------------------------------------------
 */

static bool has_letters(const struct mesh *m, uint32_t edge)
{
	for (uint32_t i = 0; i < m->dead_groups; i++) {
		if (m->dead_group[i].edge == edge && m->dead_group[i].letters.count > 0)
			return true;
	}
	return false;
}

static void go_edge(const struct mesh *m, uint32_t edge, struct outcome *out)
{
	const struct edge *e = &m->edge[edge];

	out->go = has_letters(m, edge) ? SCREEN_DEAD : SCREEN_LOG;
	snprintf(out->go_edge, sizeof(out->go_edge), "%.60s>%.60s",
		m->agent[e->from].name, m->agent[e->to].name);
}

static void go_agent(const struct mesh *m, uint32_t agent, struct outcome *out)
{
	out->go = SCREEN_LOG;
	snprintf(out->go_edge, sizeof(out->go_edge), "%.130s", m->agent[agent].name);
}

static void go_handoff(const struct mesh *m, uint32_t handoff, struct outcome *out)
{
	const struct handoff *h = handoff_at(m, handoff);

	out->go = h->in_review ? SCREEN_REVIEW : h->in_dead ? SCREEN_DEAD : SCREEN_LOG;
	snprintf(out->go_handoff, sizeof(out->go_handoff), "%s", h->id);
}

static void to_handoffs(
	const struct registry_view *v, const struct world *w, struct outcome *out)
{
	struct reg_subject s = reg_selected(v);
	const struct mesh *m = w->mesh;

	if (s.contract != NULL && s.contract->edge != NONE)
		go_edge(m, s.contract->edge, out);
	else if (s.contract != NULL)
		snprintf(out->message, sizeof(out->message),
			"no handoff under it has been seen");
	else if (s.agent != NULL && s.agent->edge != NONE &&
		has_letters(m, s.agent->edge))
		go_edge(m, s.agent->edge, out);
	else if (s.agent != NULL)
		go_agent(m, s.agent->agent, out);
	else if (s.finding != NULL && handoff_at(m, s.finding->handoff) != NULL)
		go_handoff(m, s.finding->handoff, out);
	else if (s.finding != NULL && s.finding->edge != NONE)
		go_edge(m, s.finding->edge, out);
	else if (s.finding != NULL && s.finding->agent != NONE)
		go_agent(m, s.finding->agent, out);
	else
		snprintf(out->message, sizeof(out->message),
			"it is about the contract's file, not about handoffs");
}

/* --- the detail over the whole screen
 * ------------------------------------------------ */

/* To where the line under the cursor leads. */
static void open_line(struct registry_view *v, const struct world *w, struct outcome *out)
{
	const struct reg_link *to = reg_linked(v);
	const struct mesh *m = w->mesh;

	if (!v->zoomed)
		zoom(v, true);
	else if (to == NULL)
		snprintf(out->message, sizeof(out->message),
			"nothing here leads to handoffs: q goes back");
	else if (handoff_at(m, to->handoff) != NULL)
		go_handoff(m, to->handoff, out);
	else if (to->edge != NONE)
		go_edge(m, to->edge, out);
	else
		go_agent(m, to->agent, out);
}

/* --- the other keys
 * --------------------------------------------------------------------- */

/* The next older version that the hub knows, then the first again. */
static void next_version(struct registry_view *v, struct outcome *out)
{
	const struct reg_contract *c = reg_selected(v).contract;
	const struct reg_version *was, *is;

	if (c == NULL) {
		snprintf(out->message, sizeof(out->message),
			"only contracts have versions to compare: Tab goes to them");
		return;
	}
	if (v->against_of != c->id)
		v->against = 0;
	v->against += v->tab == REG_DIFF;
	v->against_of = c->id;
	v->tab = REG_DIFF;
	v->top = 0;
	if (reg_compared(v, c, &was, &is))
		return;
	if (v->against <= 1)
		snprintf(out->message, sizeof(out->message),
			"the hub knows no other version of it");
	v->against = 0;
}

static void next_sort(struct registry_view *v, struct outcome *out)
{
	static const char *const names[REG_PANES][REG_SORTS] = {
		{ "contracts: worst first", "contracts: by name",
			"contracts: most handoffs first" },
		{ "agents: worst first", "agents: by name", "agents: the busiest first" },
		{ "drift: worst first", "drift: by its words",
			"drift: most often first" },
	};

	v->sort[v->pane] = (enum reg_sort)((v->sort[v->pane] + 1) % REG_SORTS);
	snprintf(out->message, sizeof(out->message), "%s",
		names[v->pane][v->sort[v->pane]]);
}

static void copy(struct registry_view *v, const struct world *w, struct str what,
	struct outcome *out)
{
	struct reg_subject s = reg_selected(v);
	struct buf b = { 0 };

	if (str_is(what, "payload") || str_is(what, "row")) {
		reg_text(v, w, &s);
		for (size_t i = 0; i < v->lines.n; i++) {
			buf_slice(&b, lines_at(&v->lines, i));
			buf_char(&b, '\n');
		}
	} else if (str_is(what, "edge") && s.contract != NULL &&
		s.contract->edge != NONE) {
		const struct edge *e = &w->mesh->edge[s.contract->edge];

		buf_fmt(&b, "%s>%s", w->mesh->agent[e->from].name,
			w->mesh->agent[e->to].name);
	} else {
		buf_str(&b, reg_name(w, &s));
	}
	out->copy = buf_steal(&b);
}

static bool back(struct registry_view *v)
{
	if (v->zoomed)
		zoom(v, false);
	else if (filter_is_set(&v->filter))
		filter_set(&v->filter, (struct str){ 0 }, REG_KINDS);
	else if (v->trouble_only)
		v->trouble_only = false;
	else
		return false;
	v->top = 0;
	return true;
}

/* Whether the key needs a row and there is none. */
static bool is_idle(const struct registry_view *v, enum action a, struct outcome *out)
{
	if ((a == ACTION_NEXT_PANE || a == ACTION_PREV_PANE) &&
		v->rows[REG_CONTRACTS] + v->rows[REG_AGENTS] + v->rows[REG_DRIFT] == 0) {
		snprintf(out->message, sizeof(out->message), "there is nothing here");
		return true;
	}
	if (v->rows[v->pane] > 0 ||
		!(a == ACTION_OPEN || a == ACTION_ZOOM || a == ACTION_COPY ||
			a == ACTION_HANDOFFS || a == ACTION_DIFF ||
			a == ACTION_NEXT_TAB || a == ACTION_PREV_TAB))
		return false;
	snprintf(out->message, sizeof(out->message), "there is no row here: Tab goes on");
	return true;
}

static void registry_act(void *state, const struct world *w, enum action a,
	struct str arg, struct outcome *out)
{
	struct registry_view *v = state;

	list_pin(&v->list[v->pane]);
	sync(v, w);
	out->handled = true;
	if (is_idle(v, a, out) || move(v, a))
		return;
	switch (a) {
	case ACTION_NEXT_PANE:
	case ACTION_PREV_PANE:
		next_pane(v, a == ACTION_NEXT_PANE ? 1 : -1);
		break;
	case ACTION_NEXT_TAB:
		turn(v, 1, out);
		break;
	case ACTION_PREV_TAB:
		turn(v, -1, out);
		break;
	case ACTION_WRAP:
		v->cut = !v->cut;
		pane_tell_wrap(v->cut, out);
		break;
	case ACTION_OPEN:
		open_line(v, w, out);
		break;
	case ACTION_ZOOM:
		zoom(v, !v->zoomed);
		break;
	case ACTION_HANDOFFS:
		if (v->zoomed && reg_linked(v) != NULL)
			open_line(v, w, out);
		else
			to_handoffs(v, w, out);
		break;
	case ACTION_DIFF:
		next_version(v, out);
		break;
	case ACTION_REVERSE:
		v->reversed[v->pane] = !v->reversed[v->pane];
		snprintf(out->message, sizeof(out->message), "%s",
			v->reversed[v->pane] ? "the other way round" : "as it was");
		break;
	case ACTION_SORT:
		next_sort(v, out);
		break;
	case ACTION_TROUBLE:
		v->trouble_only = !v->trouble_only;
		break;
	case ACTION_NEXT_TROUBLE:
	case ACTION_PREV_TROUBLE:
		next_trouble(v, a == ACTION_PREV_TROUBLE, out);
		break;
	case ACTION_FILTER:
		filter_set(&v->filter, arg, REG_KINDS);
		break;
	case ACTION_COPY:
		copy(v, w, arg, out);
		break;
	case ACTION_BACK:
		out->handled = back(v);
		break;
	default:
		out->handled = false;
	}
}

static bool registry_select(void *state, const struct world *w, struct str what)
{
	struct registry_view *v = state;

	filter_set(&v->filter, (struct str){ 0 }, REG_KINDS);
	v->trouble_only = v->zoomed = false;
	sync(v, w);
	for (int p = 0; p < REG_DRIFT; p++) {
		struct list_items items = reg_items(v, (enum reg_pane)p);

		for (size_t i = 0; i < v->rows[p]; i++) {
			struct reg_subject s =
				reg_subject_of(v, (enum reg_pane)p, v->ids[p][i]);

			if (!str_is(what, reg_name(w, &s)))
				continue;
			v->pane = (enum reg_pane)p;
			return list_select(&v->list[p], &items, v->ids[p][i]);
		}
	}
	return false;
}

static void registry_hint(void *state, const struct world *w, struct surface *s)
{
	static const enum action actions[] = { ACTION_OPEN, ACTION_NEXT_PANE,
		ACTION_NEXT_TAB, ACTION_HANDOFFS, ACTION_DIFF, ACTION_NEXT_TROUBLE,
		ACTION_TROUBLE, ACTION_SORT, ACTION_FILTER, ACTION_COPY, ACTION_NOTE,
		ACTION_NONE };

	(void)state;
	pane_hints(w, s, actions);
}

static const struct filter *registry_filter(void *state)
{
	return &((struct registry_view *)state)->filter;
}

static unsigned registry_pane(void *state)
{
	return ((struct registry_view *)state)->pane;
}

static const struct knob registry_knobs[] = {
	KNOB(struct registry_view, pane, "pane", REG_PANES - 1),
	KNOB(struct registry_view, tab, "page", REG_TABS - 1),
	KNOB(struct registry_view, trouble_only, "trouble", 1),
	KNOB(struct registry_view, cut, "cut", 1),
	KNOB(struct registry_view, sort[REG_CONTRACTS], "sort", REG_SORTS - 1),
	KNOB(struct registry_view, sort[REG_AGENTS], "agents-sort", REG_SORTS - 1),
	KNOB(struct registry_view, sort[REG_DRIFT], "drift-sort", REG_SORTS - 1),
	KNOB(struct registry_view, reversed[REG_CONTRACTS], "reversed", 1),
	KNOB(struct registry_view, reversed[REG_AGENTS], "agents-reversed", 1),
	KNOB(struct registry_view, reversed[REG_DRIFT], "drift-reversed", 1),
	{ 0 },
};

const struct view view_registry = {
	.name = "registry",
	.title = "Registry",
	.digit = '6',
	.open = registry_open,
	.close = registry_close,
	.tab = registry_tab,
	.draw = registry_draw,
	.act = registry_act,
	.select = registry_select,
	.hint = registry_hint,
	.filter = registry_filter,
	.pane = registry_pane,
	.noted = reg_noted,
	.knobs = registry_knobs,
	.kinds = REG_KINDS,
};
