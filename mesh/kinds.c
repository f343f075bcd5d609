/* SPDX-License-Identifier: MIT */
#include "mesh/kinds.h"

#include <stdlib.h>

#include "base/mem.h"
#include "contract/judge.h"
#include "contract/negotiate.h"
#include "mesh/own.h"

static const char scheme[] = "contract:";

/* Of what names none, what it stands under. */
static struct str name_of(
	const struct mesh *m, const struct handoff *h, struct str dataschema)
{
	if (!offer_names_contract(dataschema) && h->contract != CONTRACT_NONE)
		return str_of(m->contracts.entry[h->contract].contract->id);
	if (dataschema.p == NULL)
		return STR("");
	return str_starts(dataschema, scheme) ? str_skip(dataschema, sizeof(scheme) - 1)
					      : dataschema;
}

/* A handoff keeps this instead of the name; the same name has the same everywhere. */
static uint32_t hash_of(const char *name)
{
	uint32_t h = 0x811c9dc5;

	for (; *name != '\0'; name++)
		h = (h ^ (unsigned char)*name) * 0x01000193;
	return h;
}

static struct edge_kind *find(const struct edge *e, uint32_t hash)
{
	for (uint32_t i = 0; i < e->kinds; i++) {
		if (e->kind[i].hash == hash)
			return &e->kind[i];
	}
	return NULL;
}

/* The one that was offered the longest ago goes. */
static void make_room(struct edge *e)
{
	uint32_t at = 0;

	for (uint32_t i = 1; i < e->kinds; i++) {
		if (e->kind[i].last < e->kind[at].last)
			at = i;
	}
	e->other_kinds += e->kind[at].count;
	free(e->kind[at].name);
	e->kinds--;
	memmove(e->kind + at, e->kind + at + 1, (e->kinds - at) * sizeof(*e->kind));
}

bool kind_put(struct edge *e, const struct edge_kind *k)
{
	struct edge_kind *to;

	if (k->name == NULL || e->kinds == EDGE_KINDS)
		return false;
	if ((e->kinds & (e->kinds - 1)) == 0) /* its room is the next power of two */
		e->kind = xrealloc(e->kind,
			(e->kinds == 0 ? 1 : 2 * (size_t)e->kinds) * sizeof(*e->kind));
	to = &e->kind[e->kinds++];
	*to = *k;
	to->name = xstrdup(k->name);
	to->hash = hash_of(k->name);
	return true;
}

void kind_offered(struct mesh *m, struct handoff *h, struct str dataschema)
{
	struct edge *e = &m->edge[h->edge];
	struct edge_kind new = { .name = text_kept(name_of(m, h, dataschema)),
		.first = m->now };
	struct edge_kind *k;

	h->kind = hash_of(new.name);
	k = find(e, h->kind);
	if (k == NULL) {
		if (e->kinds == EDGE_KINDS)
			make_room(e);
		kind_put(e, &new);
		k = &e->kind[e->kinds - 1];
	}
	free(new.name);
	k->contract = h->contract;
	k->count++;
	k->last = m->now;
}

void kind_refused(struct mesh *m, const struct handoff *h)
{
	struct edge_kind *k = find(&m->edge[h->edge], h->kind);

	if (k != NULL)
		trouble_note(&k->refused, m->now);
}

void kind_broken(struct mesh *m, const struct handoff *h)
{
	struct edge_kind *k = find(&m->edge[h->edge], h->kind);

	if (k != NULL)
		trouble_note(&k->broken, m->now);
}

const struct edge_kind *handoff_named(const struct mesh *m, const struct handoff *h)
{
	return find(&m->edge[h->edge], h->kind);
}

const char *kind_name(const struct mesh *m, const struct handoff *h)
{
	const struct edge_kind *k = handoff_named(m, h);

	return k != NULL ? k->name : "";
}

void kinds_fini(struct edge *e)
{
	for (uint32_t i = 0; i < e->kinds; i++)
		free(e->kind[i].name);
	free(e->kind);
}

/* --- what a receiver takes ------------------------------------------------------ */

bool agent_takes(const struct agent *a, struct str contract)
{
	struct taker t = { a->name, a->accepts };
	struct wanted w;
	struct version v;

	if (!a->said_hello || a->accepts == NULL || !wanted_read(contract, &w, NULL) ||
		!version_read(w.said, &v))
		return true;
	return taker_takes(&t, w.name, v);
}

bool kind_taken(struct mesh *m, const struct handoff *h, struct str contract)
{
	struct edge *e = &m->edge[h->edge];
	const struct agent *to = &m->agent[e->to];
	struct edge_kind *k = find(e, h->kind);

	if (k == NULL ||
		!str_is(contract, k->name)) /* it was cut, or is another's hash */
		return agent_takes(to, contract);
	if (k->asked != to->hellos + 1) {
		k->asked = to->hellos + 1;
		k->taken = agent_takes(to, contract);
	}
	return k->taken;
}
