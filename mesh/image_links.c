/* SPDX-License-Identifier: MIT */
/* Whether the links between handoffs (mesh/causes.h) in the image of a stranger are
 * sound. */
#include "mesh/image_own.h"
#include "mesh/own.h"

static const struct cause *link_to(const struct handoff *h, uint32_t of, bool awaited)
{
	const struct cause *c;

	for (size_t n = 0; (c = handoff_cause(h, n)) != NULL; n++) {
		if (c->of == of && c->awaited == awaited)
			return c;
	}
	return NULL;
}

static bool names_what_is(const struct mesh *m, uint32_t place, const struct cause *c)
{
	const struct awaits *a = &m->own.awaits;

	if (link_to(handoff_at(m, place), c->of, c->awaited) != c)
		return false; /* the same once more */
	if (c->awaited)
		return c->of < a->items && a->item[c->of].id != NULL;
	return c->of != place && handoff_at(m, c->of) != NULL;
}

/*
 * Each of a chain says who is before it: so none comes twice. Gives how many there are,
 * or SIZE_MAX.
 */
static size_t count_chain(const struct mesh *m, uint32_t first, uint32_t of, bool awaited)
{
	uint32_t before = CAUSE_END, next;
	size_t n = 0;

	for (uint32_t i = first; i != NONE; i = next) {
		const struct handoff *h = handoff_at(m, i);
		const struct cause *c = h != NULL ? link_to(h, of, awaited) : NULL;

		if (c == NULL || c->before != before)
			return SIZE_MAX;
		before = i & CAUSE_END;
		next = c->next == CAUSE_END ? NONE : c->next;
		n++;
	}
	return n;
}

static bool add(size_t *sum, size_t n)
{
	*sum += n == SIZE_MAX ? 0 : n;
	return n != SIZE_MAX;
}

bool image_has_sound_links(const struct mesh *m)
{
	size_t links = 0, found = 0;
	const struct cause *c;

	for (uint32_t i = 0; i < m->handoff.count; i++) {
		const struct handoff *h = handoff_at(m, i);

		for (size_t n = 0; h != NULL && (c = handoff_cause(h, n)) != NULL; n++) {
			if (!names_what_is(m, i, c))
				return false;
			links++;
		}
	}
	for (uint32_t i = 0; i < m->handoff.count; i++) {
		const struct handoff *h = handoff_at(m, i);

		if (h != NULL && !add(&found, count_chain(m, h->onward, i, false)))
			return false;
	}
	for (uint32_t i = 0; i < m->own.awaits.items; i++) {
		const struct awaited *w = &m->own.awaits.item[i];

		if (w->id != NULL &&
			(w->first == NONE ||
				mesh_find_handoff(m, str_of(w->id)) != NONE ||
				!add(&found, count_chain(m, w->first, i, true))))
			return false;
	}
	return links == found;
}
