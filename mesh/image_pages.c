/* SPDX-License-Identifier: MIT */
/*
 * Handoffs, decisions and incidents in an image. A page of them (base/pages.h) is a
 * run of bytes of its own, so that it can wait, packed, until somebody looks at one of
 * its places, and goes on to the next image as it stands if nobody did.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "mesh/image_own.h"
#include "mesh/own.h"

#define TEXT_MOST ((size_t)16 << 20)
#define PAGE_MOST (UINT64_C(1) << 28) /* bytes */

/* All of them begin with their id, NULL in a place that is free. */
struct image_kind {
	void (*save)(struct image_out *o, const void *item);
	void (*load)(struct image_in *in, void *item);
	void (*fini)(void *item);
};

/* --- handoffs -------------------------------------------------------------- */

static uint64_t folded(uint64_t n)
{
	return n << 1 ^ (n >> 63 != 0 ? UINT64_MAX : 0);
}

static uint64_t unfolded(uint64_t n)
{
	return n >> 1 ^ (~(n & 1) + 1);
}

static void save_causes(struct image_out *o, const struct handoff *h)
{
	const struct cause *c;

	out_number(o, handoff_causes(h));
	for (size_t n = 0; (c = handoff_cause(h, n)) != NULL; n++) {
		out_number(o, (uint64_t)c->of << 2 | c->awaited << 1 | c->stated);
		out_number(o, c->before);
		out_number(o, c->next);
	}
	out_number(o, h->more != NULL);
	if (h->more != NULL)
		out_number(o, h->more->prev);
}

static void save_handoff(struct image_out *o, const void *item)
{
	const struct handoff *h = item;
	struct past last = { 0 };

	out_fields(o, &handoff_fields, h);
	save_causes(o, h);
	out_string(o, str_of(h->summary));
	out_number(o, h->pasts);
	for (uint32_t i = 0; i < h->pasts; last = h->past[i++]) {
		out_number(
			o, folded((uint64_t)h->past[i].hubsequence - last.hubsequence));
		out_number(o, h->past[i].type);
		out_number(o, h->past[i].standing);
		out_number(o, folded((uint64_t)h->past[i].time - (uint64_t)last.time));
	}
	for (const struct attempt *t = h->earlier; t != NULL; t = t->before) {
		out_number(o, t->attempt);
		out_number(o, t->offer);
		out_bytes(o, &t->digest, sizeof(t->digest));
	}
	out_number(o, 0);
}

/* In a first image, where there are no incidents, and hardly what it came out of. */
static void save_handoff_alone(struct image_out *o, const void *item)
{
	struct handoff alone = *(const struct handoff *)item;

	alone.incident = alone.in_incident = alone.before_in_incident = NONE;
	alone.onward = alone.cause.of = NONE;
	alone.more = NULL;
	save_handoff(o, &alone);
}

static struct cause load_cause(struct image_in *in)
{
	uint64_t bits = in_below(in, IMAGE_PLACES << 2);
	struct cause c = {
		.of = (uint32_t)(bits >> 2), .awaited = bits >> 1 & 1, .stated = bits & 1
	};

	c.before = in_below(in, IMAGE_PLACES) & CAUSE_END;
	c.next = in_below(in, IMAGE_PLACES) & CAUSE_END;
	return c;
}

static void load_causes(struct image_in *in, struct handoff *h)
{
	uint64_t n = in_below(in, 2 * CAUSES_MOST + 1), room = 1;

	h->cause.of = NONE;
	if (n > 0)
		h->cause = load_cause(in);
	while (room + 1 < n)
		room *= 2;
	if (n > 1)
		h->more = xcalloc(1, sizeof(*h->more) + room * sizeof(struct cause));
	for (uint64_t i = 1; i < n; i++)
		h->more->cause[h->more->n++] = load_cause(in);
	if (in_below(in, 2) == 0) {
		in->bad |= h->more != NULL;
		return;
	}
	if (h->more == NULL)
		h->more = xcalloc(1, sizeof(*h->more) + sizeof(struct cause));
	h->more->prev = in_number(in);
}

static void load_past(struct image_in *in, struct handoff *h)
{
	uint32_t n = (uint32_t)in_below(in, IMAGE_PLACES), room = 1;
	struct past last = { 0 };

	while (room < n)
		room *= 2;
	if (n == 0 || in->bad)
		return;
	for (; h->pasts < n && !in->bad; last = h->past[h->pasts++]) {
		struct past *p;
		uint64_t place;

		/* grown as it is read: a count alone costs nothing */
		if ((h->pasts & (h->pasts - 1)) == 0 && h->pasts < 64)
			h->past = xrealloc(
				h->past, (n <= 64 ? room : 64) * sizeof(*h->past));
		else if ((h->pasts & (h->pasts - 1)) == 0)
			h->past = xrealloc(
				h->past, 2 * (size_t)h->pasts * sizeof(*h->past));
		p = &h->past[h->pasts];
		place = last.hubsequence + unfolded(in_number(in));
		in->bad |= place >> 48 != 0;
		p->hubsequence = place & ((UINT64_C(1) << 48) - 1);
		p->type = in_below(in, EVENT_TYPES);
		p->standing = in_below(in, STANDINGS);
		p->time = (int64_t)((uint64_t)last.time + unfolded(in_number(in)));
	}
}

static void load_attempts(struct image_in *in, struct handoff *h)
{
	struct attempt **end = &h->earlier;
	uint64_t attempt;

	while ((attempt = in_below(in, UINT32_MAX)) != 0) {
		struct attempt *t = xcalloc(1, sizeof(*t));

		*end = t;
		end = &t->before;
		t->attempt = (uint32_t)attempt;
		t->offer = in_number(in);
		in_bytes(in, &t->digest, sizeof(t->digest));
	}
}

static void load_handoff(struct image_in *in, void *item)
{
	struct handoff *h = item;
	size_t n;
	char *summary;

	in_fields(in, &handoff_fields, h);
	load_causes(in, h);
	summary = in_string(in, TEXT_MOST, &n);
	if (summary != NULL && h->id != NULL)
		handoff_set_summary(h, (struct str){ summary, n });
	free(summary);
	load_past(in, h);
	load_attempts(in, h);
	in->bad |= h->id == NULL || h->pasts == 0;
}

static void fini_handoff(void *item)
{
	handoff_fini(item);
}

/* --- decisions and incidents ------------------------------------------------ */

static void save_decision(struct image_out *o, const void *item)
{
	out_fields(o, &decision_fields, item);
}

static void load_decision(struct image_in *in, void *item)
{
	in_fields(in, &decision_fields, item);
	in->bad |= ((struct decision *)item)->id == NULL;
}

static void fini_decision(void *item)
{
	decision_fini(item);
}

static void save_incident(struct image_out *o, const void *item)
{
	const struct incident *n = item;

	out_fields(o, &incident_fields, n);
	out_number(o, n->ways);
	for (uint32_t i = 0; i < n->ways; i++) {
		out_number(o, n->way[i].edge);
		out_number(o, n->way[i].contract + 1u); /* NONE becomes 0 */
		out_number(o, n->way[i].count);
	}
}

static void load_ways(struct image_in *in, struct incident *n)
{
	uint64_t ways = in_below(in, IMAGE_PLACES);

	while (ways-- > 0 && !in->bad) {
		struct way *w;

		if ((n->ways & (n->ways - 1)) == 0) /* as in mesh/circle.c */
			n->way = xrealloc(n->way,
				(n->ways == 0 ? 1 : 2 * (size_t)n->ways) *
					sizeof(*n->way));
		w = &n->way[n->ways++];
		w->edge = (uint32_t)in_below(in, IMAGE_PLACES);
		w->contract = (uint32_t)in_below(in, UINT64_C(1) << 32) - 1u;
		w->count = (uint32_t)in_below(in, IMAGE_PLACES);
	}
}

static void load_incident(struct image_in *in, void *item)
{
	in_fields(in, &incident_fields, item);
	load_ways(in, item);
	in->bad |= ((struct incident *)item)->id == NULL;
}

static void fini_incident(void *item)
{
	incident_fini(item);
}

static const struct image_kind handoff_kind = { save_handoff, load_handoff,
	fini_handoff };
static const struct image_kind handoff_alone = { save_handoff_alone, NULL, NULL };
static const struct image_kind decision_kind = { save_decision, load_decision,
	fini_decision };
static const struct image_kind incident_kind = { save_incident, load_incident,
	fini_incident };

/* --- out ------------------------------------------------------------------- */

static void out_page(struct image_out *o, uint32_t page, uint32_t living, size_t size,
	struct str packed)
{
	out_number(o, (uint64_t)page + 1);
	out_number(o, living);
	out_number(o, size);
	out_number(o, packed.n);
	out_bytes(o, packed.p, packed.n);
}

static void pack_page(
	struct image_out *o, uint32_t page, uint32_t living, const struct buf *plain)
{
	struct buf packed = { 0 };

	if (o->packing != NULL)
		o->packing->pack(&packed, buf_view(plain));
	out_page(o, page, living, plain->len,
		buf_view(o->packing != NULL ? &packed : plain));
	buf_fini(&packed);
}

static void save_items(struct image_out *plain, const struct pages *p,
	const struct image_kind *k, uint32_t page)
{
	const char *items = pages_there(p, page * PAGE_ITEMS);

	buf_reset(&plain->buf);
	for (uint32_t i = 0; i < PAGE_ITEMS; i++) {
		const char *item = items + i * p->size;

		if (*(char *const *)item == NULL)
			continue;
		out_number(plain, i);
		k->save(plain, item);
	}
}

static void save_pages(struct image_out *o, const struct mesh *m, const struct pages *p,
	const struct image_kind *k)
{
	struct image_out plain = { .sink = NULL };

	out_number(o, p->count);
	out_number(o, p->kept);
	for (uint32_t page = 0; page < pages_count(p); page++) {
		const struct packed_page *as_it_is = pages_packed(p, page);
		uint32_t living = pages_living(p, page);

		if (living == 0)
			continue;
		if (as_it_is != NULL && m->own.image.packing == o->packing) {
			out_page(o, page, living, as_it_is->size,
				(struct str){ as_it_is->data, as_it_is->bytes });
			continue;
		}
		save_items(&plain, p, k, page);
		pack_page(o, page, living, &plain.buf);
	}
	out_number(o, 0);
	buf_fini(&plain.buf);
}

void image_save_pages(struct image_out *o, const struct mesh *m)
{
	save_pages(o, m, &m->decision, &decision_kind);
	save_pages(o, m, &m->handoff, &handoff_kind);
	save_pages(o, m, &m->incident, &incident_kind);
}

/* Only these places, which are sorted. */
static void save_some(struct image_out *o, const struct pages *p,
	const struct image_kind *k, const uint32_t *place, size_t n)
{
	struct image_out plain = { .sink = NULL };
	size_t from = 0;

	out_number(o, p->count);
	out_number(o, n);
	for (size_t i = 0; i < n; i++) {
		out_number(&plain, place[i] % PAGE_ITEMS);
		k->save(&plain, pages_there(p, place[i]));
		if (i + 1 < n && place[i + 1] / PAGE_ITEMS == place[i] / PAGE_ITEMS)
			continue;
		pack_page(o, place[i] / PAGE_ITEMS, (uint32_t)(i + 1 - from), &plain.buf);
		buf_reset(&plain.buf);
		from = i + 1;
	}
	out_number(o, 0);
	buf_fini(&plain.buf);
}

void image_save_some(struct image_out *o, const struct mesh *m,
	const struct image_places *handoffs, const struct image_places *decisions)
{
	static const struct pages none;

	save_some(o, &m->decision, &decision_kind, decisions->place, decisions->n);
	save_some(o, &m->handoff, &handoff_alone, handoffs->place, handoffs->n);
	save_some(o, &none, &incident_kind, NULL, 0);
}

/* --- in: a page that somebody looks at --------------------------------------- */

static bool unpack_into(
	struct mesh *m, const struct packed_page *from, unsigned char *plain)
{
	const struct image_packing *packing = m->own.image.packing;

	if (packing != NULL)
		return packing->unpack(
			(struct str){ from->data, from->bytes }, plain, from->size);
	if (from->bytes == from->size)
		memcpy(plain, from->data, from->size);
	return from->bytes == from->size;
}

static void load_items(struct image_in *in, const struct pages *p,
	const struct image_kind *k, uint32_t living, char *items)
{
	uint64_t least = 0, at;

	while (living-- > 0 && !in->bad) {
		at = in_below(in, PAGE_ITEMS);
		in->bad |= at < least;
		if (!in->bad)
			k->load(in, items + at * p->size);
		least = at + 1;
	}
	in->bad |= in->at != in->n;
}

/*
 * Nothing can go on from here with what is missing: it would be another mesh. Its
 * owner throws the image away, so that all is folded again.
 */
static void give_up(struct mesh *m, uint32_t page)
{
	m->own.image.damaged(m->own.image.keep); /* first: nobody may read what we say */
	fprintf(stderr, "seam: page %u of the stored mesh is damaged\n", (unsigned)page);
	abort();
}

static bool unpack(struct mesh *m, const struct pages *p, const struct image_kind *k,
	const struct packed_page *from, uint32_t page, void *items)
{
	struct image_in in = { .words = &m->own.words, .n = from->size };

	in.chunk = xmalloc(from->size);
	in.bad = !unpack_into(m, from, in.chunk);
	load_items(&in, p, k, pages_living(p, page), items);
	free(in.chunk);
	for (uint32_t i = 0; in.bad && i < PAGE_ITEMS; i++)
		k->fini((char *)items + i * p->size);
	if (in.bad && m->own.image.damaged != NULL)
		give_up(m, page);
	m->own.image.bad |= in.bad;
	return !in.bad;
}

static bool unpack_handoffs(
	void *owner, const struct packed_page *from, uint32_t page, void *items)
{
	struct mesh *m = owner;

	return unpack(m, &m->handoff, &handoff_kind, from, page, items);
}

static bool unpack_decisions(
	void *owner, const struct packed_page *from, uint32_t page, void *items)
{
	struct mesh *m = owner;

	return unpack(m, &m->decision, &decision_kind, from, page, items);
}

static bool unpack_incidents(
	void *owner, const struct packed_page *from, uint32_t page, void *items)
{
	struct mesh *m = owner;

	return unpack(m, &m->incident, &incident_kind, from, page, items);
}

/* --- in: all of them, packed -------------------------------------------------- */

static void load_page(struct image_in *in, struct pages *p, uint32_t page)
{
	uint32_t living = (uint32_t)in_below(in, PAGE_ITEMS + 1);
	uint64_t size = in_below(in, PAGE_MOST), bytes = in_below(in, PAGE_MOST);
	struct packed_page *packed = malloc(sizeof(*packed) + (size_t)bytes);

	if (in->bad || packed == NULL) {
		in->bad = true;
		free(packed);
		return;
	}
	packed->size = (uint32_t)size;
	packed->bytes = (uint32_t)bytes;
	in_bytes(in, packed->data, (size_t)bytes);
	in->bad |= !pages_put_take(p, page, living, packed);
}

static void load_pages(
	struct image_in *in, struct mesh *m, struct pages *p, page_unpack *by)
{
	uint32_t count = (uint32_t)in_below(in, IMAGE_PLACES);
	uint64_t kept = in_below(in, (uint64_t)count + 1), page;

	pages_unpack_with(p, by, m);
	pages_skip(p, in->bad ? 0 : count);
	while ((page = in_below(in, (uint64_t)pages_count(p) + 1)) != 0)
		load_page(in, p, (uint32_t)page - 1);
	in->bad |= p->kept != kept;
}

void image_load_pages(struct image_in *in, struct mesh *m)
{
	load_pages(in, m, &m->decision, unpack_decisions);
	load_pages(in, m, &m->handoff, unpack_handoffs);
	load_pages(in, m, &m->incident, unpack_incidents);
}
