/* SPDX-License-Identifier: MIT */
#include "tui/list.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static uint64_t array_id_at(const void *arg, size_t rank)
{
	const struct list_ids *ids = arg;

	return ids->ids[rank];
}

static size_t array_rank_of(const void *arg, uint64_t id)
{
	const struct list_ids *ids = arg;

	for (size_t i = 0; i < ids->n; i++)
		if (ids->ids[i] == id)
			return i;
	return LIST_NOWHERE;
}

struct list_items list_of_ids(const struct list_ids *ids)
{
	return (struct list_items){
		.n = ids->n, .id_at = array_id_at, .rank_of = array_rank_of, .arg = ids
	};
}

static uint64_t id_at(const struct list_items *items, size_t rank)
{
	assert(rank < items->n);
	return items->id_at(items->arg, rank);
}

static size_t rank_of(const struct list_items *items, uint64_t id)
{
	size_t rank = items->rank_of(items->arg, id);

	return rank < items->n ? rank : LIST_NOWHERE;
}

void list_fini(struct list *l)
{
	free(l->seen);
	free(l->marks);
	*l = (struct list){ 0 };
}

/* The largest `top` with which the window is still full. */
static size_t last_top(const struct list *l, const struct list_items *items)
{
	return items->n > l->height ? items->n - l->height : 0;
}

/* Puts the cursor on `rank`, if it can be on screen line `line`. */
static void place(
	struct list *l, const struct list_items *items, size_t rank, size_t line)
{
	size_t last = last_top(l, items);

	l->top = rank > line ? rank - line : 0;
	if (l->top > last)
		l->top = last;
	l->line = rank - l->top;
	l->selected = id_at(items, rank);
	l->any = true;
}

static void remember_window(struct list *l, const struct list_items *items)
{
	size_t n = items->n - l->top < l->height ? items->n - l->top : l->height;

	xgrow(&l->seen, &l->cap_seen, n, sizeof(*l->seen));
	for (size_t i = 0; i < n; i++)
		l->seen[i] = id_at(items, l->top + i);
	l->n_seen = n;
}

/*
 * The rank for the cursor's screen line when the selected item has gone: the
 * nearest item above it that is still there keeps its line; with none above,
 * the nearest below moves up to the cursor.
 */
static size_t heir(const struct list *l, const struct list_items *items)
{
	for (size_t i = l->line; i-- > 0;) {
		size_t rank = i < l->n_seen ? rank_of(items, l->seen[i]) : LIST_NOWHERE;

		if (rank != LIST_NOWHERE)
			return rank + (l->line - i);
	}
	for (size_t i = l->line + 1; i < l->n_seen; i++) {
		size_t rank = rank_of(items, l->seen[i]);

		if (rank != LIST_NOWHERE)
			return rank;
	}
	return l->top + l->line;
}

void list_pin(struct list *l)
{
	l->pinned = true;
}

bool list_pinned(const struct list *l)
{
	return l->pinned;
}

void list_sync(struct list *l, const struct list_items *items, size_t height)
{
	size_t rank, line;

	l->height = height > 0 ? height : 1;
	if (items->n == 0) {
		l->any = false;
		l->top = l->line = l->n_seen = 0;
		return;
	}
	line = l->line < l->height ? l->line : l->height - 1;
	if (l->follow)
		rank = items->n - 1;
	else if (!l->any || !l->pinned)
		rank = line = 0;
	else if ((rank = rank_of(items, l->selected)) == LIST_NOWHERE)
		rank = heir(l, items);
	if (rank >= items->n)
		rank = items->n - 1;
	if (l->from_top && l->top == 0 && rank < l->height)
		line = rank;
	place(l, items, rank, l->follow ? l->height - 1 : line);
	remember_window(l, items);
}

/* Scrolls by `by` rows, the cursor with them; at the ends it goes all the way. */
static void page(struct list *l, const struct list_items *items, size_t by, bool down)
{
	size_t rank = l->top + l->line;

	if (by == 0)
		by = 1;
	if (down)
		rank = items->n - 1 - rank > by ? rank + by : items->n - 1;
	else
		rank = rank > by ? rank - by : 0;
	place(l, items, rank, l->line);
}

static void step(struct list *l, const struct list_items *items, bool down)
{
	size_t rank = l->top + l->line;

	if (down && rank + 1 < items->n)
		place(l, items, rank + 1,
			l->line + 1 < l->height ? l->line + 1 : l->line);
	else if (!down && rank > 0)
		place(l, items, rank - 1, l->line > 0 ? l->line - 1 : 0);
}

void list_move(struct list *l, const struct list_items *items, enum list_move move)
{
	bool down = move == LIST_DOWN || move == LIST_PAGE_DOWN || move == LIST_HALF_DOWN;
	bool at_end = l->top + l->line + 1 == items->n;

	if (move == LIST_FOLLOW)
		l->follow = true;
	else if (!(down && at_end))
		l->follow = false;
	if (!l->any)
		return;
	l->pinned = move != LIST_TOP;
	switch (move) {
	case LIST_UP:
	case LIST_DOWN:
		step(l, items, down);
		break;
	case LIST_PAGE_UP:
	case LIST_PAGE_DOWN:
		page(l, items, l->height - 1, down);
		break;
	case LIST_HALF_UP:
	case LIST_HALF_DOWN:
		page(l, items, l->height / 2, down);
		break;
	case LIST_TOP:
		place(l, items, 0, 0);
		break;
	case LIST_BOTTOM:
	case LIST_FOLLOW:
		place(l, items, items->n - 1, l->height - 1);
		break;
	}
	remember_window(l, items);
}

static void go_to(struct list *l, const struct list_items *items, size_t rank)
{
	bool inside = rank >= l->top && rank - l->top < l->height;

	l->follow = false;
	l->pinned = true;
	place(l, items, rank, inside ? rank - l->top : l->height / 2);
	remember_window(l, items);
}

bool list_select(struct list *l, const struct list_items *items, uint64_t id)
{
	size_t rank = rank_of(items, id);

	if (rank != LIST_NOWHERE)
		go_to(l, items, rank);
	return rank != LIST_NOWHERE;
}

bool list_select_line(struct list *l, const struct list_items *items, size_t line)
{
	size_t rank = list_rank(l, items, line);

	if (rank != LIST_NOWHERE)
		go_to(l, items, rank);
	return rank != LIST_NOWHERE;
}

bool list_selected(const struct list *l, uint64_t *id)
{
	if (l->any)
		*id = l->selected;
	return l->any;
}

size_t list_rank(const struct list *l, const struct list_items *items, size_t line)
{
	if (line >= l->height || l->top + line >= items->n)
		return LIST_NOWHERE;
	return l->top + line;
}

size_t list_line(const struct list *l)
{
	return l->line;
}

size_t list_below(const struct list *l, const struct list_items *items)
{
	size_t shown = l->top + l->height;

	return items->n > shown ? items->n - shown : 0;
}

/* Where `id` is among the marks, or would be. */
static size_t mark_place(const struct list *l, uint64_t id)
{
	size_t low = 0, high = l->n_marks;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (l->marks[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool list_marked(const struct list *l, uint64_t id)
{
	size_t i = mark_place(l, id);

	return i < l->n_marks && l->marks[i] == id;
}

void list_mark(struct list *l, uint64_t id, bool on)
{
	size_t i = mark_place(l, id);
	bool is = i < l->n_marks && l->marks[i] == id;

	if (is == on)
		return;
	xgrow(&l->marks, &l->cap_marks, l->n_marks + 1, sizeof(*l->marks));
	memmove(l->marks + i + on, l->marks + i + !on,
		(l->n_marks - i - !on) * sizeof(*l->marks));
	if (on)
		l->marks[i] = id;
	l->n_marks = on ? l->n_marks + 1 : l->n_marks - 1;
}

static int by_id(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

static size_t without_doubles(uint64_t *ids, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (kept == 0 || ids[kept - 1] != ids[i])
			ids[kept++] = ids[i];
	return kept;
}

static bool is_gone(const void *arg, uint64_t id)
{
	return rank_of(arg, id) == LIST_NOWHERE;
}

static bool all_marked(const struct list *l, const struct list_items *items)
{
	if (l->n_marks < items->n)
		return false;
	for (size_t i = 0; i < items->n; i++)
		if (!list_marked(l, id_at(items, i)))
			return false;
	return true;
}

void list_mark_all(struct list *l, const struct list_items *items)
{
	if (all_marked(l, items)) {
		list_mark_prune(l, is_gone, items);
		return;
	}
	xgrow(&l->marks, &l->cap_marks, l->n_marks + items->n, sizeof(*l->marks));
	for (size_t i = 0; i < items->n; i++)
		l->marks[l->n_marks++] = id_at(items, i);
	qsort(l->marks, l->n_marks, sizeof(*l->marks), by_id);
	l->n_marks = without_doubles(l->marks, l->n_marks);
}

void list_mark_clear(struct list *l)
{
	l->n_marks = 0;
}

void list_mark_prune(
	struct list *l, bool (*keep)(const void *arg, uint64_t id), const void *arg)
{
	size_t kept = 0;

	for (size_t i = 0; i < l->n_marks; i++)
		if (keep(arg, l->marks[i]))
			l->marks[kept++] = l->marks[i];
	l->n_marks = kept;
}

const uint64_t *list_marks(const struct list *l, size_t *n)
{
	*n = l->n_marks;
	return l->marks;
}
