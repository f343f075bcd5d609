/* SPDX-License-Identifier: MIT */
/*
 * The dead letters' screen: what its keys do. B, E and X name handoffs to the
 * shell, which asks; a group's row stands for the letters it has at that
 * moment, the oldest DEAD_BATCH of them at most.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/dead_own.h"
#include "views/format.h"
#include "views/link.h"
#include "views/notes.h"
#include "views/pane.h"
#include "views/row.h"

static void *dead_open(void)
{
	return xcalloc(1, sizeof(struct dead));
}

static void dead_close(void *state)
{
	struct dead *d = state;

	free(d->part);
	free(d->bucket);
	free(d->slice);
	free(d->bucket_of);
	free(d->bucket_open);
	free(d->same);
	table_fini(&d->versions);
	free(d->why);
	free(d->open);
	free(d->why_open);
	free(d->named);
	free(d->hit);
	free(d->sums);
	free(d->why_hit);
	free(d->hit_at);
	free(d->why_hit_at);
	sift_fini(&d->sift);
	detail_fini(&d->detail);
	rehearse_fini(&d->rehearse);
	rehearse_fini(&d->around);
	for (int by = 0; by < DEAD_BYS; by++)
		free(d->fits[by].fit);
	list_fini(&d->list);
	free(d);
}

static void dead_tab(const struct world *w, char *out, size_t room)
{
	char count[FORMAT_TEXT];
	bool growing = false;

	for (uint32_t i = 0; i < w->mesh->dead_groups && !growing; i++)
		growing = w->mesh->dead_group[i].letters.count > 0 &&
			dead_is_growing(&w->mesh->dead_group[i], link_now(w));
	if (mesh_dead(w->mesh) == 0)
		snprintf(out, room, "%s", "");
	else
		snprintf(out, room, "%s%s", format_count(mesh_dead(w->mesh), count),
			growing ? "!" : "");
}

static void draw(void *state, const struct world *w, struct surface *s)
{
	struct dead *d = state;

	if (detail_is_open(&d->detail))
		detail_draw_opened(&d->detail, w, s);
	else
		dead_draw(d, w, s);
}

/* --- moving and folding ---------------------------------------------------------- */

static bool move(struct dead *d, enum action a)
{
	struct list_items items = dead_rows_items(d);

	return pane_move(&d->list, &items, a);
}

static void fold(
	struct dead *d, const struct world *w, const struct dead_row *row, bool open)
{
	struct list_items items;
	uint64_t id = row->bucket != NONE ? dead_by_id(d->bucket[row->bucket].key)
		: row->why != NONE        ? dead_rows_why_id(row->why)
					  : dead_rows_group_id(row->group);

	if (row->bucket != NONE)
		d->bucket_open[d->bucket[row->bucket].key] = open;
	else if (row->why != NONE)
		d->why_open[row->why] = open;
	else
		d->open[row->group] = open ? DEAD_OPEN : DEAD_SHUT;
	dead_rows_sync(d, w);
	items = dead_rows_items(d);
	if (!open)
		list_select(&d->list, &items, id);
}

static bool is_open(const struct dead *d, const struct dead_row *row)
{
	if (row->bucket != NONE)
		return d->bucket_open[d->bucket[row->bucket].key];
	return row->why != NONE ? d->why_open[row->why]
				: dead_rows_is_open(d, row->group);
}

static void open_row(struct dead *d, const struct world *w)
{
	struct dead_row row;

	if (!dead_rows_selected(d, &row))
		return;
	if (row.handoff == NONE)
		fold(d, w, &row, !is_open(d, &row));
	else
		dead_open_letter(d, w, row.handoff);
}

static void to_growing(struct dead *d, int step, struct outcome *out)
{
	struct list_items items = dead_rows_items(d);
	struct dead_row row;
	size_t at = 0, n = d->parts;

	if (!dead_rows_selected(d, &row))
		return;
	while (at < n &&
		(row.bucket != NONE ? d->part[at].bucket != row.bucket
				    : d->part[at].group != row.group))
		at++;
	for (size_t i = 1; i <= n; i++) {
		size_t k = step > 0 ? (at + i) % n : (at + n - i % n) % n;

		if (d->part[k].growing && k != at) {
			list_select(&d->list, &items, dead_rows_part_id(d, &d->part[k]));
			return;
		}
	}
	snprintf(out->message, sizeof(out->message), "no other group grows");
}

/* --- marks ----------------------------------------------------------------------- */

/* The oldest letters of a list, at most DEAD_BATCH; how many. */
static size_t letters_of(const struct dead_shown *letters, uint32_t **out)
{
	size_t n = letters->n < DEAD_BATCH ? letters->n : DEAD_BATCH;

	*out = xmalloc((n + 1) * sizeof(**out));
	for (size_t i = 0; i < n; i++)
		dead_shown_at(letters, i, &(*out)[i]);
	return n;
}

static void say_cut(const char *which, size_t n, struct outcome *out)
{
	char all[FORMAT_TEXT], some[FORMAT_TEXT];

	if (n > DEAD_BATCH)
		snprintf(out->message, sizeof(out->message), "the %s %s of %s", which,
			format_count(DEAD_BATCH, some), format_count(n, all));
}

/* Marks them all, or, if all are marked, none of them; whether it marked. */
static bool turn_marks(struct dead *d, const uint32_t *letter, size_t n)
{
	bool all = true;

	for (size_t i = 0; i < n && all; i++)
		all = list_marked(&d->list, letter[i]);
	for (size_t i = 0; i < n; i++)
		list_mark(&d->list, letter[i], !all);
	return !all;
}

static void mark_letters(
	struct dead *d, const struct dead_shown *letters, struct outcome *out)
{
	uint32_t *letter;
	size_t n = letters_of(letters, &letter);

	if (turn_marks(d, letter, n))
		say_cut(letters->dead != NULL ? "first" : "oldest", letters->n, out);
	free(letter);
}

static void mark(struct dead *d, struct outcome *out)
{
	struct list_items items = dead_rows_items(d);
	struct dead_shown shown;
	struct dead_row row;

	if (!dead_rows_selected(d, &row))
		return;
	if (row.handoff == NONE) {
		shown = dead_shown_of_row(d, &row);
		mark_letters(d, &shown, out);
	} else {
		list_mark(&d->list, row.handoff, !list_marked(&d->list, row.handoff));
		list_move(&d->list, &items, LIST_DOWN);
	}
}

/* The letters of all groups that are shown, folded or not. */
static void mark_all(struct dead *d, struct outcome *out)
{
	uint32_t *all = xmalloc((DEAD_BATCH + 1) * sizeof(*all));
	size_t n = 0, shown = 0;

	for (size_t i = 0; i < d->parts; i++) {
		struct dead_shown x = d->part[i].bucket != NONE
			? dead_by_shown(d, d->part[i].bucket)
			: dead_shown_of(d, d->part[i].group, NONE);
		uint32_t *letter;
		size_t its = letters_of(&x, &letter);

		if (its > DEAD_BATCH - n)
			its = DEAD_BATCH - n;
		memcpy(all + n, letter, its * sizeof(*all));
		n += its;
		shown += x.n;
		free(letter);
	}
	if (turn_marks(d, all, n))
		say_cut("first", shown, out);
	free(all);
}

/* --- deciding --------------------------------------------------------------------- */

static void take_marked(struct dead *d, const struct world *w, struct outcome *out)
{
	size_t n;
	const uint64_t *ids = list_marks(&d->list, &n);

	out->handoffs = xmalloc((n + 1) * sizeof(*out->handoffs));
	for (size_t i = 0; i < n; i++) {
		const struct handoff *h = handoff_at(w->mesh, ids[i]);

		out->handoffs[out->n_handoffs++] = (uint32_t)ids[i];
		out->n_hidden +=
			!dead_rows_shows(d, h) || !dead_lets(d, w, (uint32_t)ids[i]);
	}
}

/* The sheet says it where not all of them would pass. */
static void tell_rehearsal(struct dead *d, const struct world *w,
	const struct dead_row *row, enum action a, struct outcome *out)
{
	struct buf said = { 0 };

	dead_rehearse(&said, d, w, row);
	if (a == ACTION_REQUEUE && said.len > 0 && d->rehearse.fit < d->rehearse.n)
		snprintf(out->rehearsal, sizeof(out->rehearsal), "%s", said.data);
	buf_fini(&said);
}

static void decide(
	struct dead *d, const struct world *w, enum action a, struct outcome *out)
{
	struct dead_row row;
	size_t marks;

	list_marks(&d->list, &marks);
	if (marks > 0) {
		take_marked(d, w, out);
	} else if (!dead_rows_selected(d, &row)) {
		return;
	} else if (row.handoff == NONE) {
		struct dead_shown letters = dead_shown_of_row(d, &row);

		say_cut(row.bucket != NONE ? "first" : "oldest", letters.n, out);
		out->n_handoffs = letters_of(&letters, &out->handoffs);
		tell_rehearsal(d, w, &row, a, out);
	} else {
		out->handoffs = xmalloc(sizeof(*out->handoffs));
		out->handoffs[0] = row.handoff;
		out->n_handoffs = 1;
		tell_rehearsal(d, w, &row, a, out);
	}
	out->decide = action_rows[a].acts ? a : ACTION_NONE;
}

/* --- keys ------------------------------------------------------------------------- */

static bool back(struct dead *d, struct outcome *out)
{
	size_t marks;

	list_marks(&d->list, &marks);
	if (marks > 0)
		pane_unmark(&d->list, out);
	else if (filter_is_set(&d->sift.filter))
		dead_set_filter(d, (struct str){ 0 });
	else if (d->growing_only)
		d->growing_only = false;
	else
		return false;
	return true;
}

static void copy(
	struct dead *d, const struct world *w, struct str arg, struct outcome *out)
{
	struct dead_row row;
	struct buf text = { 0 };
	char edge[ROW_TEXT];

	if (!dead_rows_selected(d, &row) || str_is(arg, "payload"))
		return;
	if (row.handoff != NONE && !str_is(arg, "edge")) {
		buf_str(&text, handoff_at(w->mesh, row.handoff)->id);
	} else if (dead_is_bucket(&row)) {
		dead_by_title(d, row.bucket, edge);
		buf_str(&text, edge);
	} else {
		const struct edge *e =
			&w->mesh->edge[w->mesh->dead_group[row.group].edge];

		snprintf(edge, sizeof(edge), "%.70s>%.70s", w->mesh->agent[e->from].name,
			w->mesh->agent[e->to].name);
		buf_str(&text, edge);
	}
	out->copy = buf_steal(&text);
}

static void fold_row(struct dead *d, const struct world *w, bool open)
{
	struct dead_row row;

	if (!dead_rows_selected(d, &row))
		return;
	/* a cause that is folded already: then all of them are */
	if (!open && row.why != NONE && !d->why_open[row.why])
		row.why = NONE;
	fold(d, w, &row, open);
}

/* Whether the key needs a row and there is none. */
static bool is_idle(const struct dead *d, enum action a, struct outcome *out)
{
	struct dead_row row;

	if (dead_rows_selected(d, &row) || a == ACTION_BACK || a == ACTION_UNMARK ||
		a == ACTION_SORT || a == ACTION_REVERSE || a == ACTION_TROUBLE ||
		a == ACTION_FILTER)
		return false;
	snprintf(out->message, sizeof(out->message), "no dead letter is shown");
	return true;
}

static void dead_act(void *state, const struct world *w, enum action a, struct str arg,
	struct outcome *out)
{
	struct dead *d = state;

	list_pin(&d->list);
	dead_rows_sync(d, w);
	out->handled = true;
	if (detail_is_open(&d->detail)) {
		dead_open_act(d, w, a, arg, out);
		return;
	}
	if (move(d, a) || is_idle(d, a, out))
		return;
	switch (a) {
	case ACTION_LEFT:
	case ACTION_RIGHT:
		fold_row(d, w, a == ACTION_RIGHT);
		break;
	case ACTION_NEXT_TAB:
	case ACTION_PREV_TAB:
	case ACTION_WRAP:
		snprintf(out->message, sizeof(out->message),
			"%s is for one letter: Enter opens it", action_rows[a].brief);
		break;
	case ACTION_OPEN:
	case ACTION_ZOOM:
		open_row(d, w);
		break;
	case ACTION_MARK:
		mark(d, out);
		break;
	case ACTION_MARK_ALL:
		mark_all(d, out);
		break;
	case ACTION_UNMARK:
		list_mark_clear(&d->list);
		break;
	case ACTION_TRANSFORM: /* the same letters, and no sheet yet */
	case ACTION_REQUEUE:
	case ACTION_ESCALATE:
	case ACTION_DISCARD:
		decide(d, w, a, out);
		break;
	case ACTION_SORT:
		dead_by_next(d, w, out);
		break;
	case ACTION_REVERSE:
		d->reversed = !d->reversed;
		break;
	case ACTION_TROUBLE:
		d->growing_only = !d->growing_only;
		break;
	case ACTION_NEXT_TROUBLE:
	case ACTION_PREV_TROUBLE:
		to_growing(d, a == ACTION_NEXT_TROUBLE ? 1 : -1, out);
		break;
	case ACTION_FILTER:
		dead_set_filter(d, arg);
		dead_unfold_found(d, w);
		break;
	case ACTION_COPY:
		copy(d, w, arg, out);
		break;
	case ACTION_BACK:
		out->handled = back(d, out);
		break;
	default:
		out->handled = false;
	}
}

static bool dead_select(void *state, const struct world *w, struct str what)
{
	struct dead *d = state;
	uint32_t handoff = mesh_find_handoff(w->mesh, what);
	uint32_t edge = row_find_edge(w->mesh, what);
	struct list_items items;

	dead_set_filter(d, (struct str){ 0 });
	d->growing_only = false;
	/* whoever asks for another does not want to see this one */
	if (!str_is(what, d->detail.id))
		detail_close(&d->detail);
	dead_rows_sync(d, w);
	if (handoff != NONE && handoff_at(w->mesh, handoff)->in_dead) {
		dead_rows_unfold(d, handoff_at(w->mesh, handoff));
		dead_rows_sync(d, w);
		items = dead_rows_items(d);
		return list_select(&d->list, &items, handoff);
	}
	if (d->by != DEAD_BY_CAUSE && edge != NONE) {
		d->by = DEAD_BY_CAUSE;
		dead_rows_sync(d, w);
	}
	items = dead_rows_items(d);
	for (size_t i = 0; edge != NONE && i < d->parts; i++)
		if (w->mesh->dead_group[d->part[i].group].edge == edge)
			return list_select(
				&d->list, &items, dead_rows_group_id(d->part[i].group));
	return false;
}

static uint32_t dead_under(void *state, const struct world *w)
{
	struct dead *d = state;
	struct dead_shown shown;
	struct dead_row row;
	uint32_t oldest;

	dead_rows_sync(d, w);
	if (detail_is_open(&d->detail))
		return detail_opened(&d->detail, w);
	if (!dead_rows_selected(d, &row))
		return NONE;
	/* On a row of several the oldest letter: another group has another. */
	shown = dead_shown_of_row(d, &row);
	if (row.handoff == NONE && dead_shown_at(&shown, 0, &oldest))
		return oldest;
	return row.handoff;
}

/* A group, or the letter under the cursor. */
static bool dead_noted(
	void *state, const struct world *w, enum noted_what *what, char name[NOTED_NAME])
{
	struct dead *d = state;
	uint32_t place = dead_under(state, w);
	struct buf b = { 0 };
	struct dead_row row;

	if (place == NONE)
		return false;
	if (!detail_is_open(&d->detail) && dead_rows_selected(d, &row) &&
		row.handoff == NONE) {
		if (dead_is_bucket(&row))
			return false; /* only what others see by the same name */
		*what = NOTED_GROUP;
		notes_group_name(&b, w->mesh, &w->mesh->dead_group[row.group]);
		snprintf(name, NOTED_NAME, "%s", b.data);
		buf_fini(&b);
		return true;
	}
	*what = NOTED_HANDOFF;
	snprintf(name, NOTED_NAME, "%s", handoff_at(w->mesh, place)->id);
	return true;
}

static void dead_hint(void *state, const struct world *w, struct surface *s)
{
	static const enum action actions[] = { ACTION_REQUEUE, ACTION_ESCALATE,
		ACTION_DISCARD, ACTION_MARK, ACTION_MARK_ALL, ACTION_OPEN, ACTION_SORT,
		ACTION_FILTER, ACTION_COPY, ACTION_TRANSFORM, ACTION_OPS, ACTION_NONE };
	static const enum action open[] = { ACTION_REQUEUE, ACTION_ESCALATE,
		ACTION_DISCARD, ACTION_BACK, ACTION_NEXT_TAB, ACTION_DOWN, ACTION_WRAP,
		ACTION_NEXT_TROUBLE, ACTION_COPY, ACTION_NONE };
	static const enum action left[] = { ACTION_BACK, ACTION_NEXT_TAB, ACTION_DOWN,
		ACTION_WRAP, ACTION_COPY, ACTION_NONE };
	const struct dead *d = state;
	uint32_t place = detail_is_open(&d->detail) ? detail_opened(&d->detail, w) : NONE;

	pane_hints(w, s,
		!detail_is_open(&d->detail)                                    ? actions
			: place != NONE && handoff_at(w->mesh, place)->in_dead ? open
									       : left);
}

static const struct filter *dead_filter(void *state)
{
	return &((struct dead *)state)->sift.filter;
}

static bool dead_busy(void *state, const struct world *w)
{
	struct dead *d = state;

	return (d->sift.filter.query != NULL && sift_busy(&d->sift)) ||
		dead_rehearse_busy(d, w) || dead_value_busy(d);
}

static bool dead_reads(void *state)
{
	return detail_is_open(&((struct dead *)state)->detail);
}

static const struct knob dead_knobs[] = {
	KNOB(struct dead, by, "by", DEAD_BYS - 1),
	KNOB(struct dead, reversed, "reversed", 1),
	KNOB(struct dead, growing_only, "growing", 1),
	{ 0 },
};

const struct view view_dead = {
	.name = "dead",
	.title = "Dead",
	.digit = '4',
	.open = dead_open,
	.close = dead_close,
	.tab = dead_tab,
	.draw = draw,
	.act = dead_act,
	.select = dead_select,
	.hint = dead_hint,
	.under = dead_under,
	.filter = dead_filter,
	.kinds = QUERY_HANDOFFS | QUERY_GROUPS,
	.busy = dead_busy,
	.reads = dead_reads,
	.noted = dead_noted,
	.knobs = dead_knobs,
};
