/* SPDX-License-Identifier: MIT */
#include "base/tally.h"

#include <stdlib.h>

#include "base/mem.h"

static struct str key_of(const void *owner, uint32_t place)
{
	const struct tally_row *r = &((const struct tally *)owner)->row[place];

	return (struct str){ r->key, r->n };
}

void tally_fini(struct tally *t)
{
	for (uint32_t i = 0; i < t->rows; i++)
		free(t->row[i].key);
	free(t->row);
	table_fini(&t->by_key);
	*t = (struct tally){ 0 };
}

struct tally_row *tally_add(
	struct tally *t, struct str key, uint64_t turn, uint64_t first)
{
	struct tally_row *r;
	uint32_t i;

	if (t->by_key.key_of == NULL)
		table_init(&t->by_key, key_of, t);
	i = table_find(&t->by_key, key);
	if (i == TABLE_NONE && t->rows == TALLY_ROWS) {
		t->others++;
		return NULL;
	}
	if (i == TABLE_NONE) {
		i = t->rows++;
		xgrow(&t->row, &t->cap, t->rows, sizeof(*t->row));
		t->row[i] = (struct tally_row){
			.key = xmemdup(key.p, key.n), .n = key.n, .first = first
		};
		table_add(&t->by_key, key, i);
	}
	r = &t->row[i];
	r->count += r->turn != turn;
	r->turn = turn;
	return r;
}

const struct tally_row *tally_find(const struct tally *t, struct str key)
{
	uint32_t i = t->rows == 0 ? TABLE_NONE : table_find(&t->by_key, key);

	return i == TABLE_NONE ? NULL : &t->row[i];
}

static int by_count(const void *a, const void *b, void *tally)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	const struct tally_row *row = ((const struct tally *)tally)->row;

	if (row[x].count != row[y].count)
		return row[x].count > row[y].count ? -1 : 1;
	return x < y ? -1 : x > y;
}

void tally_sort(const struct tally *t, uint32_t *order)
{
	for (uint32_t i = 0; i < t->rows; i++)
		order[i] = i;
	if (t->rows > 0)
		qsort_r(order, t->rows, sizeof(*order), by_count, (void *)(uintptr_t)t);
}
