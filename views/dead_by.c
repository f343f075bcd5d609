/* SPDX-License-Identifier: MIT */
/*
 * Dead letters in other groups than those that the mesh has: by edge, by version of the
 * contract, by age. Such a bucket is made of slices, each a run of letters of one group
 * or cause of the mesh, as the filter and `f` leave them; slices are counted, never
 * walked, so a million letters cost what their groups cost. In a bucket they stand by
 * cause, then by the time of death.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/dead_own.h"
#include "views/format.h"
#include "views/link.h"
#include "views/notes.h"

#define BUCKET_BIT (UINT64_C(1) << 34)
#define AGES 4
#define HOUR (60 * MINUTE)

uint64_t dead_by_id(uint32_t key)
{
	return BUCKET_BIT | key;
}

bool dead_by_is_id(uint64_t id, uint32_t *key)
{
	*key = (uint32_t)id;
	return (id & BUCKET_BIT) != 0;
}

/* --- what belongs together ---------------------------------------------------- */

static struct str contract_at(const void *mesh, uint32_t why)
{
	return str_of(((const struct mesh *)mesh)->dead_why[why].contract);
}

/* The first cause of the same contract and version; what a cause says never changes. */
static void find_same(struct dead *d, const struct mesh *m)
{
	if (d->versions.key_of == NULL || d->versions.owner != m ||
		m->dead_whys < d->sames) {
		table_fini(&d->versions);
		table_init(&d->versions, contract_at, m);
		d->sames = 0;
	}
	xgrow(&d->same, &d->same_cap, (size_t)m->dead_whys + 1, sizeof(*d->same));
	for (; d->sames < m->dead_whys; d->sames++) {
		struct str contract = contract_at(m, d->sames);

		d->same[d->sames] = table_find(&d->versions, contract);
		if (d->same[d->sames] != TABLE_NONE)
			continue;
		d->same[d->sames] = d->sames;
		table_add(&d->versions, contract, d->sames);
	}
}

static uint32_t age_of(const struct dead *d, int64_t died)
{
	uint32_t age = 0;

	while (age < AGES - 1 && died < d->bound[age])
		age++;
	return age;
}

static uint32_t key_of(const struct dead *d, const struct handoff *h)
{
	if (d->by == DEAD_BY_EDGE)
		return d->mesh->dead_group[h->dead_group].edge;
	if (d->by == DEAD_BY_AGE)
		return age_of(d, h->dead_key);
	return h->dead_why < d->sames ? d->same[h->dead_why] : NONE;
}

static size_t keys_of(const struct mesh *m)
{
	size_t n = m->edges > m->dead_whys ? m->edges : m->dead_whys;

	return n > AGES ? n : AGES;
}

/* --- slices ------------------------------------------------------------------- */

static int64_t died_at(const struct dead *d, const struct dead_slice *x, size_t rank)
{
	struct dead_shown shown = dead_shown_of(d, x->group, x->why);
	const struct handoff *h;
	uint32_t letter;

	if (!dead_shown_at(&shown, x->from + rank, &letter))
		return 0;
	h = handoff_at(d->mesh, letter);
	return h != NULL ? h->dead_key : 0;
}

static void add(
	struct dead *d, uint32_t key, const struct dead_slice *slice, uint64_t came)
{
	struct dead_bucket *b;
	int64_t oldest = died_at(d, slice, 0), newest = died_at(d, slice, slice->n - 1);

	if (d->bucket_of[key] == NONE) {
		xgrow(&d->bucket, &d->bucket_cap, d->buckets + 1, sizeof(*d->bucket));
		d->bucket_of[key] = (uint32_t)d->buckets;
		d->bucket[d->buckets++] = (struct dead_bucket){
			.key = key, .oldest = oldest, .newest = newest
		};
	}
	b = &d->bucket[d->bucket_of[key]];
	b->n += slice->n;
	b->slices++;
	b->came += came;
	if (oldest < b->oldest)
		b->oldest = oldest;
	if (newest > b->newest)
		b->newest = newest;
	xgrow(&d->slice, &d->slice_cap, d->slices + 1, sizeof(*d->slice));
	d->slice[d->slices] = *slice;
	d->slice[d->slices++].bucket = d->bucket_of[key];
}

/* How many died before. */
static size_t died_before(const struct dead *d, const struct dead_shown *x, int64_t when)
{
	size_t low = 0, high = x->n;

	if (x->order != NULL)
		return order_rank(x->order, when, 0);
	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct handoff *h = handoff_at(d->mesh, x->letter[middle]);

		if (h != NULL && h->dead_key < when)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void add_ages(struct dead *d, uint32_t group, const struct dead_shown *shown)
{
	size_t end = shown->n;

	for (uint32_t age = 0; age < AGES; age++) {
		size_t from = age < AGES - 1 ? died_before(d, shown, d->bound[age]) : 0;
		struct dead_slice x = {
			.group = group, .why = NONE, .from = from, .n = end - from
		};

		if (end > from)
			add(d, age, &x, age == 0 ? x.n : 0);
		end = from;
	}
}

static bool passes(const struct dead *d, const struct world *w, uint32_t group)
{
	return !d->growing_only ||
		dead_is_growing(&w->mesh->dead_group[group], link_now(w));
}

static void take_of_groups(struct dead *d, const struct world *w)
{
	const struct mesh *m = w->mesh;

	for (uint32_t i = 0; i < m->dead_groups; i++) {
		const struct dead_group *g = &m->dead_group[i];
		struct dead_shown shown = dead_shown_of(d, i, NONE);
		struct dead_slice x = { .group = i, .why = NONE, .n = shown.n };

		if (shown.n == 0 || !passes(d, w, i))
			continue;
		if (d->by == DEAD_BY_EDGE)
			add(d, g->edge, &x, rate_trouble(&g->came, link_now(w)));
		else
			add_ages(d, i, &shown);
	}
}

static void take_of_causes(struct dead *d, const struct world *w)
{
	const struct mesh *m = w->mesh;

	for (uint32_t i = 0; i < m->dead_whys; i++) {
		uint32_t group = m->dead_why[i].group;
		struct dead_shown shown = dead_shown_of(d, group, i);
		struct dead_slice x = { .group = group, .why = i, .n = shown.n };

		if (shown.n > 0 && passes(d, w, group))
			add(d, d->same[i], &x,
				shown.n - died_before(d, &shown, d->bound[0]));
	}
}

/* Those of a bucket stand together, in the order that they came in. */
static void lay_out(struct dead *d)
{
	struct dead_slice *sorted;
	size_t at = 0;

	if (d->slices == 0)
		return;
	sorted = xmalloc(d->slices * sizeof(*sorted));
	for (size_t i = 0; i < d->buckets; i++) {
		d->bucket[i].first = at;
		at += d->bucket[i].slices;
		d->bucket[i].slices = d->bucket[i].n = 0;
	}
	for (size_t i = 0; i < d->slices; i++) {
		struct dead_bucket *b = &d->bucket[d->slice[i].bucket];

		d->slice[i].before = b->n;
		b->n += d->slice[i].n;
		sorted[b->first + b->slices++] = d->slice[i];
	}
	memcpy(d->slice, sorted, d->slices * sizeof(*sorted));
	free(sorted);
}

void dead_by_take(struct dead *d, const struct world *w)
{
	const struct mesh *m = w->mesh;
	size_t shown = 0, all = 0, keys = keys_of(m);
	int64_t now = link_now(w);

	find_same(d, m);
	xgrow(&d->bucket_of, &d->bucket_of_cap, keys + 1, sizeof(*d->bucket_of));
	memset(d->bucket_of, 0xff, keys * sizeof(*d->bucket_of));
	xgrow(&d->bucket_open, &d->bucket_open_cap, keys + 1, sizeof(*d->bucket_open));
	while (d->bucket_opens < keys)
		d->bucket_open[d->bucket_opens++] = false;
	d->bound[0] = now - 10 * MINUTE;
	d->bound[1] = now - HOUR;
	d->bound[2] = now - 24 * HOUR;
	d->buckets = d->slices = d->parts = 0;
	if (d->by == DEAD_BY_VERSION)
		take_of_causes(d, w);
	else
		take_of_groups(d, w);
	lay_out(d);
	xgrow(&d->part, &d->part_cap, d->buckets + 1, sizeof(*d->part));
	for (uint32_t i = 0; i < d->buckets; i++) {
		const struct dead_bucket *b = &d->bucket[i];

		shown += b->n;
		d->part[d->parts++] = (struct dead_part){ .group = NONE,
			.bucket = i,
			.key = d->by == DEAD_BY_AGE
				? -(double)b->key
				: (double)b->n + (b->came > 0 ? 4294967296.0 : 0),
			.growing = b->came > 0 };
	}
	for (uint32_t i = 0; i < m->dead_groups; i++)
		all += m->dead_group[i].letters.count;
	d->hidden = all - shown;
}

/* --- letters of a bucket ------------------------------------------------------ */

uint32_t dead_by_of(const struct dead *d, const struct handoff *h)
{
	uint32_t key = key_of(d, h);

	return key < keys_of(d->mesh) ? d->bucket_of[key] : NONE;
}

bool dead_by_at(const struct dead *d, uint32_t bucket, size_t rank, uint32_t *letter)
{
	const struct dead_bucket *b = &d->bucket[bucket];
	size_t low = b->first, high = b->first + b->slices;
	struct dead_shown shown;

	if (rank >= b->n)
		return false;
	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (d->slice[middle].before <= rank)
			low = middle;
		else
			high = middle;
	}
	shown = dead_shown_of(d, d->slice[low].group, d->slice[low].why);
	return dead_shown_at(
		&shown, d->slice[low].from + rank - d->slice[low].before, letter);
}

size_t dead_by_rank(
	const struct dead *d, uint32_t bucket, const struct handoff *h, uint32_t letter)
{
	const struct dead_bucket *b = &d->bucket[bucket];

	for (size_t i = b->first; i < b->first + b->slices; i++) {
		const struct dead_slice *x = &d->slice[i];
		struct dead_shown shown;
		size_t rank;

		if (x->group != h->dead_group ||
			(x->why != NONE && x->why != h->dead_why))
			continue;
		shown = dead_shown_of(d, x->group, x->why);
		rank = dead_shown_rank(&shown, d->mesh, h->dead_key, letter);
		return rank != LIST_NOWHERE && rank >= x->from && rank < x->from + x->n
			? x->before + rank - x->from
			: LIST_NOWHERE;
	}
	return LIST_NOWHERE;
}

struct dead_shown dead_by_shown(const struct dead *d, uint32_t bucket)
{
	return (struct dead_shown){
		.n = d->bucket[bucket].n, .dead = d, .bucket = bucket
	};
}

/* --- in words ----------------------------------------------------------------- */

void dead_by_title(const struct dead *d, uint32_t bucket, char out[ROW_TEXT])
{
	static const char *const ages[AGES] = { "the last 10 minutes",
		"10 minutes to an hour", "an hour to a day", "older than a day" };
	const struct dead_bucket *b = &d->bucket[bucket];
	const struct mesh *m = d->mesh;

	if (d->by == DEAD_BY_AGE)
		snprintf(out, ROW_TEXT, "%s", ages[b->key]);
	else if (d->by == DEAD_BY_EDGE)
		dead_edge_text(m, b->key, out);
	else
		dead_why_contract(m->dead_why[b->key].contract, out);
}

/* "contract-refused", "contract-refused and 2 more": what is in most of the slices. */
void dead_by_inside(const struct dead *d, uint32_t bucket, char out[ROW_TEXT])
{
	const struct dead_bucket *b = &d->bucket[bucket];
	const struct dead_slice *largest = &d->slice[b->first];
	const struct mesh *m = d->mesh;
	const struct edge *e;
	char more[40] = "";

	for (size_t i = b->first; i < b->first + b->slices; i++)
		if (d->slice[i].n > largest->n)
			largest = &d->slice[i];
	if (b->slices > 1)
		snprintf(more, sizeof(more), " and %zu more", b->slices - 1);
	e = &m->edge[m->dead_group[largest->group].edge];
	if (d->by == DEAD_BY_EDGE)
		snprintf(out, ROW_TEXT, "%.100s%s", m->dead_group[largest->group].reason,
			more);
	else
		snprintf(out, ROW_TEXT, "%.60s>%.60s%s", m->agent[e->from].name,
			m->agent[e->to].name, more);
}

/* "contract-refused billing>ledger (38), ...": the largest, as many as stand in a field.
 */
static int by_letters(const void *a, const void *b)
{
	const struct dead_slice *x = a, *y = b;

	return x->n != y->n ? (x->n > y->n ? -1 : 1) : x->before < y->before ? -1 : 1;
}

/* The largest slices, at most `most` of the first 64; how many. The caller frees. */
static size_t largest(
	const struct dead *d, uint32_t bucket, size_t most, struct dead_slice **out)
{
	const struct dead_bucket *b = &d->bucket[bucket];
	size_t n = b->slices < 64 ? b->slices : 64;

	*out = xmalloc(n * sizeof(**out));
	memcpy(*out, d->slice + b->first, n * sizeof(**out));
	qsort(*out, n, sizeof(**out), by_letters);
	return n < most ? n : most;
}

/* "contract-refused billing>ledger", or what of it the bucket does not say itself. */
static void say_group(const struct dead *d, const struct dead_slice *x, struct buf *out)
{
	const struct dead_group *g = &d->mesh->dead_group[x->group];
	const struct edge *e = &d->mesh->edge[g->edge];

	buf_fmt(out, "%.60s", g->reason);
	if (d->by != DEAD_BY_EDGE)
		buf_fmt(out, " %.60s>%.60s", d->mesh->agent[e->from].name,
			d->mesh->agent[e->to].name);
}

void dead_by_why(const struct dead *d, uint32_t bucket, struct buf *out)
{
	size_t all = d->bucket[bucket].slices;
	struct dead_slice *x;
	size_t n = largest(d, bucket, 6, &x);
	char count[FORMAT_TEXT];

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_str(out, ", ");
		say_group(d, &x[i], out);
		buf_fmt(out, " (%s)", format_count(x[i].n, count));
	}
	if (all > 6)
		buf_fmt(out, ", %zu more", all - 6);
	free(x);
}

/* A group may have several slices here: it is told once. */
static bool is_told(const struct dead_slice *x, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (x[k].group == x[i].group)
			return true;
	return false;
}

void dead_by_notes(
	const struct dead *d, const struct world *w, uint32_t bucket, struct buf *out)
{
	struct dead_slice *x;
	size_t n = largest(d, bucket, 64, &x);

	for (size_t i = 0; i < n; i++) {
		const struct noted *noted = is_told(x, i)
			? NULL
			: notes_of_group(d->mesh, &d->mesh->dead_group[x[i].group]);

		if (noted == NULL)
			continue;
		if (out->len > 0)
			buf_str(out, "; ");
		say_group(d, &x[i], out);
		buf_str(out, ": ");
		notes_brief(out, w, noted);
	}
	free(x);
}

static bool under(const struct dead *d, uint32_t *letter)
{
	struct dead_shown shown;
	struct dead_row row;

	if (!dead_rows_selected(d, &row))
		return false;
	*letter = row.handoff;
	shown = dead_shown_of_row(d, &row);
	return row.handoff != NONE || dead_shown_at(&shown, 0, letter);
}

void dead_by_next(struct dead *d, const struct world *w, struct outcome *out)
{
	static const char *const names[] = { "by reason and edge",
		"by version of the contract", "by age", "by edge" };

	struct list_items items;
	const struct handoff *h;
	uint32_t letter = NONE;

	under(d, &letter);
	d->by = (d->by + 1) % DEAD_BYS;
	if (d->bucket_opens > 0)
		memset(d->bucket_open, 0, d->bucket_opens);
	dead_rows_sync(d, w);
	items = dead_rows_items(d);
	h = handoff_at(w->mesh, letter);
	if (h != NULL && d->by == DEAD_BY_CAUSE)
		list_select(&d->list, &items, dead_rows_group_id(h->dead_group));
	else if (h != NULL && dead_by_of(d, h) != NONE)
		list_select(
			&d->list, &items, dead_by_id(d->bucket[dead_by_of(d, h)].key));
	snprintf(out->message, sizeof(out->message), "groups: %s", names[d->by]);
}
