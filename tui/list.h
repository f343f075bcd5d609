/* SPDX-License-Identifier: MIT */
/*
 * Where one is in a list that others change. The selection is an id, never a
 * row, so that a key meets the item that was looked at. What always holds
 * after list_sync(): the selected item stays on its screen line when items
 * come and go around it, as far as the window can stay full; when it goes
 * itself the cursor stays on that line and takes what is there now. Marks are
 * ids too, and live until cleared.
 *
 * The items are the caller's, asked by rank (0 is the first row) and by id;
 * a call asks for O(window) of them; only list_mark_all() walks the list.
 */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* As a rank: not in the list. */
#define LIST_NOWHERE SIZE_MAX

struct list_items {
	size_t n;
	uint64_t (*id_at)(const void *arg, size_t rank); /* rank < n; ids are unique */
	size_t (*rank_of)(const void *arg, uint64_t id); /* or LIST_NOWHERE */
	const void *arg;
};

struct list_ids {
	const uint64_t *ids;
	size_t n;
};

/* Items that are an array of ids; both must outlive it. Finding walks the array. */
struct list_items list_of_ids(const struct list_ids *ids);

struct list {       /* zeroed: at the top of anything; read `top`, `height`, `follow` */
	size_t top; /* rank of the first row in the window */
	size_t height;     /* rows of the window */
	bool follow;       /* the cursor stays on the last item */
	bool from_top;     /* the owner's: while the window begins with the first item it
			      goes on to, and the cursor's line moves instead */
	bool pinned;       /* private: the selection holds on to its item */
	bool any;          /* private: something is selected */
	uint64_t selected; /* private, as all below */
	size_t line;       /* of the cursor, from the top of the window */
	uint64_t *seen;    /* ids in the window at the last sync */
	size_t n_seen, cap_seen;
	uint64_t *marks; /* ascending */
	size_t n_marks, cap_marks;
};

enum list_move {
	LIST_UP,
	LIST_DOWN,
	LIST_PAGE_UP,
	LIST_PAGE_DOWN,
	LIST_HALF_UP,
	LIST_HALF_DOWN,
	LIST_TOP,
	LIST_BOTTOM,
	LIST_FOLLOW, /* to the bottom, and stay there as it grows */
};

void list_fini(struct list *l);
/*
 * Somebody has looked at the selected item (any key was pressed here): from now
 * on it is held. Until then, and again after LIST_TOP, the cursor stands on
 * whatever comes first.
 */
void list_pin(struct list *l);
bool list_pinned(const struct list *l);
/*
 * Takes note of the items and the window as they are now. To be called before
 * each drawing and each key; the others below count on it.
 */
void list_sync(struct list *l, const struct list_items *items, size_t height);
/* Any move but LIST_FOLLOW and down on the last item ends following. */
void list_move(struct list *l, const struct list_items *items, enum list_move move);
/* Goes to `id`, in the middle of the window if it was outside; false: not there. */
bool list_select(struct list *l, const struct list_items *items, uint64_t id);
/* Goes to what is on that screen line, if anything is. */
bool list_select_line(struct list *l, const struct list_items *items, size_t line);

/* The selected id; false: the list is empty. */
bool list_selected(const struct list *l, uint64_t *id);
/* The rank on a screen line; LIST_NOWHERE below the last item. */
size_t list_rank(const struct list *l, const struct list_items *items, size_t line);
/* The cursor's screen line. */
size_t list_line(const struct list *l);
/* Items below the window (those above are `top`). */
size_t list_below(const struct list *l, const struct list_items *items);

bool list_marked(const struct list *l, uint64_t id);
void list_mark(struct list *l, uint64_t id, bool on);
/* Marks all items, or, if all are marked, none of them. */
void list_mark_all(struct list *l, const struct list_items *items);
void list_mark_clear(struct list *l);
/* Forgets marks that `keep` says no to. */
void list_mark_prune(
	struct list *l, bool (*keep)(const void *arg, uint64_t id), const void *arg);
/* The marked ids, ascending; dies with the next change of marks. */
const uint64_t *list_marks(const struct list *l, size_t *n);

#endif
