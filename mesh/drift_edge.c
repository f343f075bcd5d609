/* SPDX-License-Identifier: MIT */
/* Drift that is seen on an edge: the versions it carries, and its confidences. */
#include "mesh/drift_own.h"

#include <stdlib.h>

#include "contract/negotiate.h"

#define RECENT (sizeof((struct edge){ 0 }.recent) / sizeof(uint16_t))

static void edge_words(struct buf *b, const struct mesh *m, const struct edge *e)
{
	buf_fmt(b, "%s>%s: ", m->agent[e->from].name, m->agent[e->to].name);
}

/* A contract's name and version, read from what an offer said. */
static bool kind_read(const struct edge_kind *k, struct str *name, struct version *v)
{
	struct wanted w;

	if (!wanted_read(str_of(k->name), &w, NULL) || !version_read(w.said, v))
		return false;
	*name = w.name;
	return true;
}

/* Not one behind the other, but each was offered after the other had been. */
static bool side_by_side(const struct edge_kind *a, const struct edge_kind *b)
{
	return a->first <= b->last && b->first <= a->last;
}

static bool is_recent(const struct edge *e, const struct edge_kind *k)
{
	return e->last - k->last < DRIFT_LATELY;
}

/* Whether some version of this contract is or was in force; without an index by looking.
 */
static bool is_known(
	const struct drift_index *index, const struct mesh *m, struct str name)
{
	return index != NULL ? drift_knows(index, name)
			     : registry_knew(&m->contracts, name);
}

/* In O(1) while what it was offered under is in force. */
static bool is_in_force(const struct mesh *m, const struct edge_kind *k)
{
	return (k->contract < m->contracts.count &&
		       m->contracts.entry[k->contract].in_force) ||
		registry_find(&m->contracts, str_of(k->name)) != CONTRACT_NONE;
}

/* A version lately seen that is in force, or of what no version is: name and version. */
static bool is_version(const struct drift_index *x, const struct mesh *m,
	const struct edge *e, const struct edge_kind *k, struct str *name,
	struct version *v)
{
	return is_recent(e, k) && kind_read(k, name, v) &&
		(is_in_force(m, k) || !is_known(x, m, *name));
}

/* The first from `from` on that was offered side by side with `i`, or `kinds`. */
static uint32_t beside(const struct drift_index *x, const struct mesh *m,
	const struct edge *e, uint32_t i, uint32_t from)
{
	struct str name, other;
	struct version v, w;

	if (!is_version(x, m, e, &e->kind[i], &name, &v))
		return e->kinds;
	for (uint32_t k = from; k < e->kinds; k++) {
		if (k != i && is_version(x, m, e, &e->kind[k], &other, &w) &&
			str_eq(name, other) && version_cmp(v, w) != 0 &&
			side_by_side(&e->kind[i], &e->kind[k]))
			return k;
	}
	return e->kinds;
}

static bool is_beside(const struct drift_index *x, const struct mesh *m,
	const struct edge *e, uint32_t i)
{
	return beside(x, m, e, i, 0) < e->kinds;
}

/* Whether a kind before `i` is of the same contract and stands beside another too. */
static bool was_told(const struct drift_index *x, const struct mesh *m,
	const struct edge *e, uint32_t i)
{
	struct str name, other;
	struct version v;

	kind_read(&e->kind[i], &name, &v);
	for (uint32_t k = 0; k < i; k++) {
		if (kind_read(&e->kind[k], &other, &v) && str_eq(name, other) &&
			is_beside(x, m, e, k))
			return true;
	}
	return false;
}

static void note_beside(struct drifts *d, const struct mesh *m, const struct edge *e,
	uint32_t i, struct drift *x, struct buf *b)
{
	struct str name, other;
	struct version v;
	char text[VERSION_TEXT];

	kind_read(&e->kind[i], &name, &v);
	buf_fmt(b, "%.*s", STR_ARG(name));
	for (uint32_t k = i; k < e->kinds; k++) {
		const struct edge_kind *one = &e->kind[k];

		if (!kind_read(one, &other, &v) || !str_eq(name, other) ||
			!is_beside(d->index, m, e, k))
			continue;
		buf_fmt(b, "%s%s", k > i ? ", " : " ", version_text(v, text));
		x->count += one->count;
		if (one->first > x->since)
			x->since = one->first; /* of the last that came */
		if (one->last < x->last || x->last == 0)
			x->last = one->last; /* of the first that ended */
	}
	buf_str(b, " side by side");
}

void drift_find_mixed(struct drifts *d, const struct mesh *m, uint32_t edge)
{
	const struct edge *e = &m->edge[edge];

	for (uint32_t i = 0; e->kinds > 1 && i < e->kinds; i++) {
		struct buf b = { 0 };
		struct drift *x;

		if (beside(d->index, m, e, i, i + 1) == e->kinds ||
			was_told(d->index, m, e, i))
			continue;
		x = drift_add(d, DRIFT_MIXED);
		x->edge = edge;
		x->kind_at = i;
		edge_words(&b, m, e);
		note_beside(d, m, e, i, x, &b);
		x->words = buf_steal(&b);
	}
}

void drift_find_unknown(struct drifts *d, const struct mesh *m, uint32_t edge)
{
	const struct edge *e = &m->edge[edge];

	for (uint32_t i = 0; i < e->kinds; i++) {
		const struct edge_kind *k = &e->kind[i];
		struct buf b = { 0 };
		struct version v;
		struct str name;
		struct drift *x;
		char text[VERSION_TEXT];

		if (!is_recent(e, k) || !kind_read(k, &name, &v) || is_in_force(m, k) ||
			!is_known(d->index, m, name))
			continue;
		x = drift_add(d, DRIFT_UNKNOWN);
		x->edge = edge;
		x->kind_at = i;
		x->count = k->count;
		x->since = k->first;
		x->last = k->last;
		edge_words(&b, m, e);
		buf_fmt(&b, "%.*s %s is not in force", STR_ARG(name),
			version_text(v, text));
		x->words = buf_steal(&b);
	}
}

bool drift_is_of(const struct mesh *m, const struct drift *d, const struct edge_kind *k,
	struct version *v)
{
	const struct edge *e = &m->edge[d->edge];
	struct str name, of;
	struct version w;

	if (d->kind_at >= e->kinds || !kind_read(&e->kind[d->kind_at], &of, &w) ||
		!kind_read(k, &name, v) || !str_eq(name, of))
		return false;
	return d->kind == DRIFT_MIXED ? is_beside(NULL, m, e, (uint32_t)(k - e->kind))
				      : k == &e->kind[d->kind_at];
}

/* How many of the newest confidences are the same. */
static uint32_t same_confidences(const struct edge *e)
{
	uint32_t n = e->recents < RECENT ? e->recents : RECENT, same = 0;

	while (same < n &&
		e->recent[(e->recents - 1 - same) % RECENT] ==
			e->recent[(e->recents - 1) % RECENT])
		same++;
	return same;
}

void drift_find_no_signal(struct drifts *d, const struct mesh *m, uint32_t edge)
{
	const struct edge *e = &m->edge[edge];
	uint32_t n = same_confidences(e);
	struct buf b = { 0 };
	struct drift *x;

	if (n < DRIFT_CONSTANT)
		return;
	x = drift_add(d, DRIFT_NO_SIGNAL);
	x->edge = edge;
	x->count = n;
	x->last = e->last;
	edge_words(&b, m, e);
	buf_fmt(&b, "the last %u confidences are all %g: no signal", n,
		e->recent[(e->recents - 1) % RECENT] / 10000.0);
	x->words = buf_steal(&b);
}
