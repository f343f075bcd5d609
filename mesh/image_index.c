/* SPDX-License-Identifier: MIT */
/*
 * What finds a handoff, a decision or an event without looking at them all: orders,
 * hash tables, and the digests of blocks. In an image they stand as in memory, each
 * slot where it was, so that they are there as soon as they are read.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "mesh/image_own.h"
#include "mesh/own.h"

#define SLOTS 64     /* that a word says of which are taken */
#define SLOT_MOST 24 /* bytes */
#define TABLE_MOST (UINT64_C(1) << 31)
#define SEEN_MOST (UINT64_C(1) << 28)

_Static_assert(sizeof(struct seen_entry) <= SLOT_MOST, "room for a slot");

static bool is_power_of_two(uint64_t n)
{
	return n != 0 && (n & (n - 1)) == 0;
}

/* --- orders ---------------------------------------------------------------- */

/* All orders in their row, and how many places there are that they may name. */
static const struct order *order_number(const struct mesh *m, size_t i, uint32_t *places)
{
	const struct order *const lists[] = { &m->review, &m->dead, &m->clock, &m->closed,
		&m->own.found };
	const size_t n = sizeof(lists) / sizeof(*lists);

	*places = m->handoff.count;
	if (i < n)
		return lists[i];
	if (i - n < m->dead_groups)
		return &m->dead_group[i - n].letters;
	i -= n + m->dead_groups;
	if (i < m->dead_whys)
		return &m->dead_why[i].letters;
	*places = m->decision.count;
	i -= m->dead_whys;
	return i < m->agents ? &m->agent[i].unanswered : NULL;
}

/* What stands behind what: small numbers. */
static void save_order(struct image_out *o, const struct order *order)
{
	struct order_item some[256], last = { 0, 0 };
	int64_t key = INT64_MIN;
	size_t n;

	out_number(o, order->count);
	while ((n = order_after(order, key, last.id, some, 256)) > 0) {
		for (size_t i = 0; i < n; last = some[i++]) {
			out_number(o, (uint64_t)some[i].key - (uint64_t)last.key);
			out_number(o, some[i].id - last.id);
		}
		key = last.key;
	}
}

static void load_order(struct image_in *in, struct order *order, uint32_t places)
{
	uint64_t n = in_below(in, IMAGE_PLACES), key = 0;
	uint32_t id = 0;

	while (n-- > 0 && !in->bad) {
		key += in_number(in);
		id += (uint32_t)in_number(in);
		in->bad |= id >= places || !order_push(order, (int64_t)key, id);
	}
}

static void save_orders(struct image_out *o, const struct mesh *m)
{
	const struct order *order;
	uint32_t places;

	for (size_t i = 0; (order = order_number(m, i, &places)) != NULL; i++)
		save_order(o, order);
}

static void load_orders(struct image_in *in, struct mesh *m)
{
	const struct order *order;
	uint32_t places;

	for (size_t i = 0; (order = order_number(m, i, &places)) != NULL; i++) {
		struct order passed = { 0 };

		load_order(in, in->own ? (struct order *)order : &passed, places);
		order_fini(&passed);
	}
}

/* --- slots of a hash table --------------------------------------------------- */

/*
 * The next SLOTS of them: which are taken, and these. Gives how many; what is not
 * taken stays as it is.
 */
static inline unsigned load_slots(
	struct image_in *in, char *to, size_t each, unsigned slots)
{
	char some[SLOTS * SLOT_MOST];
	uint64_t taken;
	unsigned n, k = 0;

	in_bytes(in, &taken, sizeof(taken));
	if (slots < SLOTS)
		in->bad |= taken >> slots != 0;
	if (in->bad)
		return 0;
	n = (unsigned)__builtin_popcountll(taken);
	in_bytes(in, some, n * each);
	for (uint64_t left = taken; left != 0; left &= left - 1)
		memcpy(to + (size_t)__builtin_ctzll(left) * each, some + each * k++,
			each);
	return n;
}

static inline void save_slots(struct image_out *o, const char *from, size_t each,
	unsigned slots, bool (*is_taken)(const void *slot))
{
	char some[SLOTS * SLOT_MOST];
	uint64_t taken = 0;
	size_t n = 0;

	for (unsigned i = 0; i < slots; i++) {
		if (!is_taken(from + i * each))
			continue;
		taken |= UINT64_C(1) << i;
		memcpy(some + each * n++, from + i * each, each);
	}
	out_bytes(o, &taken, sizeof(taken));
	out_bytes(o, some, n * each);
}

static unsigned slots_at(uint64_t i, uint64_t size)
{
	return size - i < SLOTS ? (unsigned)(size - i) : SLOTS;
}

/* --- tables ---------------------------------------------------------------- */

static bool is_place(const void *slot)
{
	return ((const struct table_slot *)slot)->place != TABLE_NONE;
}

static void save_table(struct image_out *o, const struct table *t)
{
	out_bytes(o, &t->hash, sizeof(t->hash));
	out_number(o, t->size);
	out_number(o, t->used);
	for (uint32_t i = 0; i < t->size; i += SLOTS)
		save_slots(o, (const char *)(t->slot + i), sizeof(*t->slot),
			slots_at(i, t->size), is_place);
}

static bool name_places(const struct table_slot *slot, unsigned slots, uint32_t places)
{
	for (unsigned i = 0; i < slots; i++) {
		if (slot[i].place >= places && slot[i].place != TABLE_NONE)
			return false;
	}
	return true;
}

/* Where the items themselves have been looked at, they are put in one by one instead. */
static void load_table(struct image_in *in, struct table *t, uint32_t places)
{
	struct hash_key hash;
	struct table_slot passed[SLOTS] = { { 0, 0 } }, *slot = NULL;
	uint64_t size, used, found = 0;

	in_bytes(in, &hash, sizeof(hash));
	size = in_below(in, TABLE_MOST + 1);
	used = in_below(in, size - size / 4 + 1);
	in->bad |= size != 0 && !is_power_of_two(size);
	if (in->own && size > 0 && !in->bad)
		in->bad = (slot = malloc((size_t)size * sizeof(*slot))) == NULL;
	for (uint64_t i = 0; i < size && !in->bad; i += SLOTS) {
		struct table_slot *to = slot != NULL ? slot + i : passed;
		unsigned n = slots_at(i, size);

		memset(to, 0xff, n * sizeof(*to));
		found += load_slots(in, (char *)to, sizeof(*to), n);
		in->bad |= !name_places(to, n, places);
	}
	in->bad |= found != used;
	if (slot == NULL || in->bad) {
		free(slot);
		return;
	}
	t->hash = hash;
	table_put_take(t, slot, (uint32_t)size, (uint32_t)used);
}

void image_save_index(struct image_out *o, const struct mesh *m)
{
	save_orders(o, m);
	save_table(o, &m->own.decisions);
	save_table(o, &m->own.handoffs);
	save_table(o, &m->own.incidents);
}

/* For who has looked at all items and files them again: nothing. */
void image_save_no_index(struct image_out *o, const struct mesh *m)
{
	static const struct order none;
	static const struct table empty;
	uint32_t places;

	for (size_t i = 0; order_number(m, i, &places) != NULL; i++)
		save_order(o, &none);
	for (int i = 0; i < 3; i++)
		save_table(o, &empty);
}

void image_load_index(struct image_in *in, struct mesh *m)
{
	load_orders(in, m);
	load_table(in, &m->own.decisions, m->decision.count);
	load_table(in, &m->own.handoffs, m->handoff.count);
	load_table(in, &m->own.incidents, m->incident.count);
}

/* --- what has been seen ------------------------------------------------------ */

static bool is_seen(const void *slot)
{
	const struct seen_entry *e = slot;

	return e->name != 0 || e->more_name != 0;
}

/* What was forgotten too: others may stand behind it. */
void image_save_seen(struct image_out *o, const struct seen *s)
{
	out_bytes(o, &s->key, sizeof(s->key));
	out_number(o, s->horizon);
	out_number(o, s->size);
	out_number(o, s->used);
	for (size_t i = 0; i < s->size; i += SLOTS)
		save_slots(o, (const char *)(s->entry + i), sizeof(*s->entry),
			slots_at(i, s->size), is_seen);
}

void image_load_seen(struct image_in *in, struct seen *s)
{
	uint64_t size, found = 0;

	in_bytes(in, &s->key, sizeof(s->key));
	s->horizon = in_number(in);
	size = in_below(in, SEEN_MOST + 1);
	s->used = (size_t)in_below(in, size - size / 4 + 1);
	in->bad |= size != 0 && (!is_power_of_two(size) || size < SLOTS);
	if (size > 0 && !in->bad)
		in->bad = (s->entry = calloc((size_t)size, sizeof(*s->entry))) == NULL;
	s->size = in->bad ? 0 : (size_t)size;
	for (size_t i = 0; i < s->size && !in->bad; i += SLOTS)
		found += load_slots(in, (char *)(s->entry + i), sizeof(*s->entry), SLOTS);
	in->bad |= found != s->used;
}

/* --- digests of blocks -------------------------------------------------------- */

enum { BLOCK_EMPTY = 1, BLOCK_CLEAN = 2 };

void image_save_dump(struct image_out *o, const struct dump *d)
{
	out_number(o, d->blocks);
	for (size_t i = 0; i < d->blocks; i++) {
		const struct dump_block *b = &d->block[i];

		out_number(o, b->number);
		out_number(o, b->first);
		out_number(
			o, (b->clean ? BLOCK_CLEAN : 0) | (b->empty ? BLOCK_EMPTY : 0));
		if (b->clean && !b->empty)
			out_bytes(o, &b->digest, sizeof(b->digest));
	}
}

/*
 * Of blocks that are here already, because all handoffs have been looked at, only the
 * digests are taken: they need not be made again.
 */
void image_load_dump(struct image_in *in, struct dump *d)
{
	uint64_t n = in_below(in, IMAGE_PLACES);

	for (uint64_t i = 0; i < n && !in->bad; i++) {
		struct dump_block read = { .number = in_number(in) };
		uint64_t bits;
		size_t at;

		read.first = (uint32_t)in_below(in, IMAGE_PLACES);
		bits = in_below(in, 4);
		read.clean = bits & BLOCK_CLEAN;
		read.empty = bits & BLOCK_EMPTY;
		if (bits == BLOCK_CLEAN)
			in_bytes(in, &read.digest, sizeof(read.digest));
		if (in->own) {
			xgrow(&d->block, &d->cap, d->blocks + 1, sizeof(*d->block));
			d->block[d->blocks++] = read;
		} else if (bits == BLOCK_CLEAN && dump_find(d, read.number, &at)) {
			d->block[at].digest = read.digest;
			d->block[at].clean = true;
		}
	}
}
