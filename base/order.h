/* SPDX-License-Identifier: MIT */
/*
 * Ids kept sorted by a key: a list of small sorted runs, so that a million of
 * them can be added, removed, ranked and paged without sorting. Equal keys
 * stand in the order of their ids. The same content has the same order,
 * whatever way it came about.
 */
#ifndef BASE_ORDER_H
#define BASE_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct order_item {
	int64_t key;
	uint32_t id;
};

struct order_run;

struct order {
	size_t count;
	struct order_run **run; /* private */
	size_t runs, cap;
};

/* A zeroed struct is an empty order. */
void order_fini(struct order *o);
/* Adds what is not in it yet. */
void order_add(struct order *o, int64_t key, uint32_t id);
/* The same for what stands behind all others; false if it does not. */
bool order_push(struct order *o, int64_t key, uint32_t id);
/* Takes out an item; false if it was not there. */
bool order_remove(struct order *o, int64_t key, uint32_t id);
/* The item at `rank` (0 is the lowest); false past the end. */
bool order_at(const struct order *o, size_t rank, struct order_item *out);
/* How many items stand before (key, id), whether that is in it or not. */
size_t order_rank(const struct order *o, int64_t key, uint32_t id);
/*
 * Fills out[0..n) with the items that stand behind (key, id), whether that is in it
 * or not, and gives their number: a way through all of them that a change between
 * two calls does not lead astray. (INT64_MIN, 0) stands before all but itself.
 */
size_t order_after(const struct order *o, int64_t key, uint32_t id,
	struct order_item *out, size_t n);

#endif
