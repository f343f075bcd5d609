/* SPDX-License-Identifier: MIT */
#include "mesh/causes.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "mesh/own.h"

_Static_assert(sizeof(struct cause) == 12, "there is one in each of a million handoffs");

/* --- links ------------------------------------------------------------------ */

size_t handoff_causes(const struct handoff *h)
{
	if (h->cause.of == NONE)
		return 0;
	return h->more != NULL ? 1 + (size_t)h->more->n : 1;
}

const struct cause *handoff_cause(const struct handoff *h, size_t n)
{
	if (n >= handoff_causes(h))
		return NULL;
	return n == 0 ? &h->cause : &h->more->cause[n - 1];
}

const char *cause_id(const struct mesh *m, const struct cause *c)
{
	return c->awaited ? m->own.awaits.item[c->of].id : handoff_there(m, c->of)->id;
}

/* The same thing is named once at the most. */
static struct cause *link_to(const struct handoff *h, uint32_t of, bool awaited)
{
	const struct cause *c;

	for (size_t n = 0; (c = handoff_cause(h, n)) != NULL; n++) {
		if (c->of == of && c->awaited == awaited)
			return (struct cause *)c;
	}
	return NULL;
}

/* That of one which is in the chain of who came out of `of`. */
static struct cause *link_there(const struct handoff *h, uint32_t of, bool awaited)
{
	struct cause *c = link_to(h, of, awaited);

	assert(c != NULL);
	return c;
}

static uint32_t widened(uint32_t place)
{
	return place == CAUSE_END ? NONE : place;
}

uint32_t handoff_next_onward(const struct mesh *m, uint32_t place, uint32_t i)
{
	return widened(link_there(handoff_there(m, i), place, false)->next);
}

uint32_t cause_onward(const struct mesh *m, const struct cause *c)
{
	return c->awaited ? m->own.awaits.item[c->of].first
			  : handoff_there(m, c->of)->onward;
}

uint32_t cause_next_onward(const struct mesh *m, const struct cause *c, uint32_t i)
{
	return widened(link_there(handoff_there(m, i), c->of, c->awaited)->next);
}

/* Where the chain of those begins that came out of it. */
static uint32_t *chain_of(struct mesh *m, uint32_t of, bool awaited)
{
	return awaited ? &m->own.awaits.item[of].first : &handoff_of(m, of)->onward;
}

static void put_link(struct handoff *h, const struct cause *c)
{
	uint32_t n = h->more != NULL ? h->more->n : 0;

	if (h->cause.of == NONE) {
		h->cause = *c;
		return;
	}
	if (h->more == NULL) {
		h->more = xmalloc(sizeof(*h->more) + sizeof(*c));
		h->more->prev = 0;
	} else if ((n & (n - 1)) == 0) { /* its room is the next power of two */
		h->more = xrealloc(h->more,
			sizeof(*h->more) + (n == 0 ? 1 : 2 * (size_t)n) * sizeof(*c));
	}
	h->more->cause[n] = *c;
	h->more->n = n + 1;
}

static void link_in(struct mesh *m, uint32_t i, uint32_t of, bool awaited, bool stated)
{
	uint32_t *first = chain_of(m, of, awaited);
	struct cause c = {
		.of = of,
		.before = CAUSE_END,
		.awaited = awaited,
		.next = *first & CAUSE_END,
		.stated = stated,
	};

	if (*first != NONE)
		link_there(handoff_of(m, *first), of, awaited)->before = i & CAUSE_END;
	*first = i;
	put_link(handoff_of(m, i), &c);
}

static void remove_link(struct handoff *h, struct cause *c)
{
	struct causes *more = h->more;
	size_t at;

	if (more == NULL || more->n == 0) {
		h->cause = (struct cause){ .of = NONE };
		return;
	}
	at = c == &h->cause ? 0 : (size_t)(c - more->cause);
	if (c == &h->cause)
		h->cause = more->cause[0];
	more->n--;
	memmove(more->cause + at, more->cause + at + 1,
		(more->n - at) * sizeof(*more->cause));
}

static void awaits_free(struct awaits *a, uint32_t place);

static void link_out(struct mesh *m, struct handoff *h, struct cause *c)
{
	struct cause was = *c;
	uint32_t *first = chain_of(m, was.of, was.awaited);

	if (was.before != CAUSE_END)
		link_there(handoff_of(m, was.before), was.of, was.awaited)->next =
			was.next;
	else
		*first = widened(was.next);
	if (was.next != CAUSE_END)
		link_there(handoff_of(m, was.next), was.of, was.awaited)->before =
			was.before;
	remove_link(h, c);
	if (was.awaited && *first == NONE)
		awaits_free(&m->own.awaits, was.of);
}

static void drop_links(struct mesh *m, struct handoff *h)
{
	while (h->cause.of != NONE)
		link_out(m, h,
			h->more != NULL && h->more->n > 0
				? &h->more->cause[h->more->n - 1]
				: &h->cause);
	free(h->more);
	h->more = NULL;
}

void causes_drop(struct mesh *m, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);

	drop_links(m, h);
	while (h->onward != NONE) {
		uint32_t x = h->onward;

		link_out(m, handoff_of(m, x), link_to(handoff_of(m, x), i, false));
		dump_touch(m, x);
	}
}

/* --- inputs that nobody has offered ------------------------------------------- */

static struct str awaits_key(const void *owner, uint32_t place)
{
	return str_of(((const struct mesh *)owner)->own.awaits.item[place].id);
}

static void awaits_grow(struct mesh *m, uint32_t items)
{
	struct awaits *a = &m->own.awaits;

	if (a->by_id.key_of == NULL) {
		table_init(&a->by_id, awaits_key, m);
		a->oldest = a->newest = a->free = NONE;
	}
	xgrow(&a->item, &a->cap, items, sizeof(*a->item));
	for (; a->items < items; a->items++)
		a->item[a->items] = (struct awaited){ .first = NONE, .newer = NONE };
}

/* As the newest, in a place that is free. */
static void awaits_fill(struct mesh *m, uint32_t place, struct str id)
{
	struct awaits *a = &m->own.awaits;

	a->item[place] = (struct awaited){ .id = xmemdup(id.p, id.n),
		.first = NONE,
		.older = a->newest,
		.newer = NONE };
	if (a->newest != NONE)
		a->item[a->newest].newer = place;
	else
		a->oldest = place;
	a->newest = place;
	a->kept++;
	table_add(&a->by_id, id, place);
}

static void awaits_free(struct awaits *a, uint32_t place)
{
	struct awaited *w = &a->item[place];

	table_remove(&a->by_id, str_of(w->id), place);
	if (w->older != NONE)
		a->item[w->older].newer = w->newer;
	else
		a->oldest = w->newer;
	if (w->newer != NONE)
		a->item[w->newer].older = w->older;
	else
		a->newest = w->older;
	free(w->id);
	*w = (struct awaited){ .first = NONE, .newer = a->free };
	a->free = place;
	a->kept--;
}

/* Who named it keeps the fault: nobody will know whether it is offered. */
static void awaits_forget(struct mesh *m, uint32_t place)
{
	struct awaited *w = &m->own.awaits.item[place];
	uint32_t left = w->first;

	if (left == NONE)
		awaits_free(&m->own.awaits, place);
	while (left != NONE) {
		struct handoff *x = handoff_of(m, left);
		struct cause *c = link_to(x, place, true);

		if (x->pasts > 0)
			dump_touch(m, left);
		left = widened(c->next);
		link_out(m, x, c); /* with the last one the place becomes free */
	}
}

static uint32_t awaits_find(const struct mesh *m, struct str id)
{
	const struct awaits *a = &m->own.awaits;

	return a->kept == 0 ? NONE : table_find(&a->by_id, id);
}

static uint32_t awaits_get(struct mesh *m, struct str id)
{
	struct awaits *a = &m->own.awaits;
	uint32_t place = awaits_find(m, id);

	if (place != NONE)
		return place;
	if (a->kept == AWAITED_MOST) {
		a->forgotten++;
		awaits_forget(m, a->oldest);
	}
	if (a->items == 0 || a->free == NONE) {
		awaits_grow(m, a->items + 1);
		place = a->items - 1;
	} else {
		place = a->free;
		a->free = a->item[place].newer;
	}
	awaits_fill(m, place, id);
	return place;
}

bool awaits_put(struct mesh *m, uint32_t place, struct str id, uint32_t first)
{
	struct awaits *a = &m->own.awaits;

	if (id.n == 0 || place >= AWAITED_MOST || awaits_find(m, id) != NONE)
		return false;
	if (a->items <= place)
		awaits_grow(m, place + 1);
	if (a->item[place].id != NULL)
		return false;
	awaits_fill(m, place, id);
	a->item[place].first = first;
	return true;
}

void awaits_put_end(struct mesh *m)
{
	struct awaits *a = &m->own.awaits;

	for (uint32_t i = a->items; i-- > 0;) {
		if (a->item[i].id == NULL) {
			a->item[i].newer = a->free;
			a->free = i;
		}
	}
}

void awaits_fini(struct awaits *a)
{
	for (uint32_t i = 0; i < a->items; i++)
		free(a->item[i].id);
	free(a->item);
	table_fini(&a->by_id);
}

static bool awaits_some(const struct handoff *h)
{
	const struct cause *c;

	for (size_t n = 0; (c = handoff_cause(h, n)) != NULL; n++) {
		if (c->awaited)
			return true;
	}
	return false;
}

void causes_meet(struct mesh *m, uint32_t i)
{
	struct handoff *h = handoff_of(m, i);
	uint32_t place = awaits_find(m, str_of(h->id)), x;

	if (place == NONE)
		return;
	h->onward = m->own.awaits.item[place].first;
	awaits_free(&m->own.awaits, place);
	for (x = h->onward; x != NONE; x = handoff_next_onward(m, i, x)) {
		struct cause *c = link_to(handoff_of(m, x), place, true);

		c->of = i;
		c->awaited = false;
		dump_touch(m, x);
		if (!awaits_some(handoff_at(m, x)))
			handoff_clear_fault(m, x, FAULT_UNSEEN_INPUT);
	}
}

bool mesh_unseen(const struct mesh *m, uint32_t *n, struct unseen *out)
{
	const struct awaits *a = &m->own.awaits;

	for (; *n < a->items; ++*n) {
		const struct awaited *w = &a->item[*n];
		const struct handoff *h = w->id != NULL ? handoff_at(m, w->first) : NULL;

		/* what may have been aged out is no fault */
		if (h == NULL || !(h->faults & FAULT_UNSEEN_INPUT))
			continue;
		*out = (struct unseen){ .id = w->id, .handoff = w->first };
		for (uint32_t i = w->first; i != NONE; out->handoffs++)
			i = widened(link_there(handoff_there(m, i), *n, true)->next);
		++*n;
		return true;
	}
	return false;
}

/* --- while a baseline is folded ------------------------------------------------ */

void awaits_begin(struct mesh *m)
{
	for (uint32_t i = 0; i < m->own.awaits.items; i++)
		m->own.awaits.item[i].said = false;
}

static bool awaits_add(struct mesh *m, struct str input, uint32_t i)
{
	const struct handoff *h = handoff_at(m, i);
	uint32_t place = awaits_find(m, input);

	if (place != NONE && link_to(h, place, true) != NULL)
		return true;
	if (!text_is_id(input) || mesh_find_handoff(m, input) != NONE ||
		handoff_causes(h) >= (size_t)2 * CAUSES_MOST)
		return false;
	place = awaits_get(m, input);
	link_in(m, i, place, true, true);
	dump_touch(m, i);
	return true;
}

static bool is_in(const uint32_t *places, size_t n, uint32_t place)
{
	for (size_t i = 0; i < n; i++) {
		if (places[i] == place)
			return true;
	}
	return false;
}

void awaits_say(struct mesh *m, struct str input, const uint32_t *by, size_t n)
{
	uint32_t place, next;
	bool any = false;

	for (size_t i = 0; i < n; i++)
		any |= awaits_add(m, input, by[i]);
	if (!any)
		return;
	place = awaits_find(m, input);
	m->own.awaits.item[place].said = true;
	for (uint32_t i = m->own.awaits.item[place].first; i != NONE; i = next) {
		struct cause *c = link_to(handoff_there(m, i), place, true);

		next = widened(c->next);
		if (is_in(by, n, i))
			continue;
		link_out(m, handoff_of(m, i), c);
		dump_touch(m, i);
	}
}

void awaits_end(struct mesh *m)
{
	for (uint32_t i = 0; i < m->own.awaits.items; i++) {
		if (m->own.awaits.item[i].id != NULL && !m->own.awaits.item[i].said)
			awaits_forget(m, i);
	}
}

/* --- what an offer says --------------------------------------------------------- */

/* The same for every process and every way in which they are put in a row. */
static uint64_t hash_of(struct str id)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < id.n; i++)
		h = (h ^ (unsigned char)id.p[i]) * UINT64_C(0x100000001b3);
	h = (h ^ h >> 33) * UINT64_C(0xff51afd7ed558ccd);
	return h ^ h >> 33;
}

uint64_t causes_prev(const struct mesh *m, const struct handoff *h)
{
	if (h->more != NULL)
		return h->more->prev;
	if (h->cause.of == NONE || !h->cause.stated)
		return 0;
	return hash_of(str_of(cause_id(m, &h->cause)));
}

struct taking {
	struct mesh *m;
	struct json *j;
	uint32_t handoff;
	uint64_t prev; /* the hash of what `prev` said so far */
	bool unseen;
};

/* `promised`: it is there, or somebody made it up. */
static void take_id(struct taking *t, struct str id, bool stated, bool promised)
{
	uint32_t of = mesh_find_handoff(t->m, id);
	bool awaited = of == NONE;
	struct cause *c;

	if (of == t->handoff || (awaited && (!promised || !text_is_id(id))))
		return;
	if (awaited) {
		of = awaits_get(t->m, id);
		t->unseen = true;
	}
	c = link_to(handoff_there(t->m, t->handoff), of, awaited);
	if (stated && (c == NULL || !c->stated))
		t->prev += hash_of(id);
	if (c == NULL)
		link_in(t->m, t->handoff, of, awaited, stated);
	else
		c->stated |= stated;
}

/* The first CAUSES_MOST of an array, or what is none. */
static void take_each(
	struct taking *t, uint32_t node, void (*take)(struct taking *t, uint32_t node))
{
	uint32_t left = CAUSES_MOST;

	if (!json_is(t->j, node, JSON_ARRAY)) {
		take(t, node);
		return;
	}
	for (uint32_t i = node + 1; i < t->j->node[node].next && left-- > 0;
		i = t->j->node[i].next)
		take(t, i);
}

static void take_prev(struct taking *t, uint32_t node)
{
	if (json_is(t->j, node, JSON_STRING))
		take_id(t, json_str(t->j, node), true, true);
}

/* Most of what a provenance names are no handoffs at all. */
static void take_provenance(struct taking *t, uint32_t node)
{
	static const char scheme[] = "handoff:";
	uint32_t named = json_is(t->j, node, JSON_OBJECT)
		? json_member(t->j, node, "handoff")
		: JSON_NONE;
	struct str s;

	if (json_is(t->j, named, JSON_STRING)) {
		take_id(t, json_str(t->j, named), false, true);
		return;
	}
	if (!json_is(t->j, node, JSON_STRING))
		return;
	s = json_str(t->j, node);
	if (str_starts(s, scheme))
		take_id(t, str_skip(s, sizeof(scheme) - 1), false, true);
	else
		take_id(t, s, false, false);
}

void causes_take(struct mesh *m, uint32_t i, const struct event *e)
{
	const struct contract *c = handoff_contract(m, handoff_at(m, i));
	struct taking t = { m, e->doc, i, 0, false };
	uint32_t prev = json_member(e->doc, e->data, "prev"), named;

	drop_links(m, handoff_of(m, i));
	if (json_is(e->doc, prev, JSON_ARRAY))
		take_each(&t, prev, take_prev);
	if (c != NULL && c->provenance_at != NULL) {
		named = json_pointer(e->doc, e->artifact, str_of(c->provenance_at));
		if (named != JSON_NONE)
			take_each(&t, named, take_provenance);
	}
	if (handoff_there(m, i)->more != NULL)
		handoff_of(m, i)->more->prev = t.prev;
	/* what has been aged out was offered, for all we know */
	if (t.unseen && m->horizon == 0)
		handoff_fault(m, handoff_of(m, i), FAULT_UNSEEN_INPUT);
}
