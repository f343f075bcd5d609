/* SPDX-License-Identifier: MIT */
#include "views/sift.h"

#include <stdlib.h>

#include "base/mem.h"
#include "views/format.h"

#define FEW 2000 /* up to which all are looked at again at every change */

/* --- what was found in artifacts -------------------------------------------- */

static size_t slot_of(const struct sift *s, uint64_t offer)
{
	size_t i = (size_t)(offer * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (s->slots - 1);

	while (s->seen[i] != 0 && s->seen[i] != offer)
		i = (i + 1) & (s->slots - 1);
	return i;
}

void sift_forget(struct sift *s)
{
	free(s->seen);
	free(s->found);
	s->seen = NULL;
	s->found = NULL;
	s->slots = s->seens = 0;
}

/* Doubles; beyond the bound it begins anew, and reads again. */
static void make_room(struct sift *s)
{
	uint64_t *seen = s->seen;
	uint32_t *found = s->found;
	size_t slots = s->slots;

	if (s->seens * 2 < s->slots)
		return;
	s->slots = slots == 0 ? 1024 : slots * 2;
	if (s->slots > 2 * (size_t)SIFT_KEPT) {
		memset(s->seen, 0, slots * sizeof(*s->seen));
		s->slots = slots;
		s->seens = 0;
		return;
	}
	s->seen = xcalloc(s->slots, sizeof(*s->seen));
	s->found = xcalloc(s->slots, sizeof(*s->found));
	for (size_t i = 0; i < slots; i++) {
		if (seen[i] != 0) {
			size_t to = slot_of(s, seen[i]);

			s->seen[to] = seen[i];
			s->found[to] = found[i];
		}
	}
	free(seen);
	free(found);
}

static void keep(struct sift *s, uint64_t offer, uint32_t found)
{
	size_t i;

	make_room(s);
	i = slot_of(s, offer);
	s->seens += s->seen[i] == 0;
	s->seen[i] = offer;
	s->found[i] = found;
}

enum query_look sift_read(struct sift *s, const struct world *w, uint64_t hubsequence,
	sift_find_fn *find, void *arg, uint32_t *found)
{
	struct buf bytes = { 0 };

	if (s->slots > 0 && s->seen[slot_of(s, hubsequence)] == hubsequence) {
		*found = s->found[slot_of(s, hubsequence)];
		return QUERY_LOOKED;
	}
	if (s->reads == 0 || s->bytes == 0 || s->asks == 0 || w->event == NULL) {
		s->spent |= s->reads == 0 || s->bytes == 0;
		return QUERY_NOT_YET;
	}
	if (!w->event(w->event_arg, hubsequence, &bytes)) {
		s->asks--;
		buf_fini(&bytes);
		return QUERY_NOT_YET;
	}
	s->reads--;
	s->bytes -= bytes.len < s->bytes ? bytes.len : s->bytes;
	*found = 0;
	find(s->filter.query, arg, buf_view(&bytes), &s->doc, found);
	keep(s, hubsequence, *found);
	buf_fini(&bytes);
	return QUERY_LOOKED;
}

static bool find_in_offer(const struct query *q, void *arg, struct str event,
	struct json *doc, uint32_t *found)
{
	const struct query_about *x = arg;

	return query_find_in_offer(q, x->mesh, x->place, event, doc, found);
}

static enum query_look look(struct query_row *row, const struct query *q, uint32_t *found)
{
	struct sift_row *x = row->arg;

	(void)q;
	return sift_read(x->sift, x->world,
		handoff_at(x->about.mesh, x->about.place)->offer, find_in_offer,
		&x->about, found);
}

void sift_refill(struct sift *s)
{
	s->reads = SIFT_READ;
	s->bytes = SIFT_BYTES;
	s->asks = SIFT_ASKED;
	s->spent = false;
}

/* --- one handoff ------------------------------------------------------------ */

static enum query_verdict judge_one(struct sift *s, const struct world *w,
	const struct sift_over *over, uint32_t place)
{
	struct sift_row x = { { w->mesh, w->now, place, NULL }, w, s };
	struct query_row row = { over->value != NULL ? over->value : query_of_handoff,
		look, &x, "" };
	const struct handoff *h = handoff_at(w->mesh, place);
	uint64_t fuel = QUERY_FUEL;

	if (h == NULL || (over->also != NULL && !over->also(w, h)))
		return QUERY_NO;
	if (s->filter.query == NULL)
		return QUERY_YES;
	return query_judge(s->filter.query, &row, &fuel);
}

bool sift_passes(struct sift *s, const struct world *w, const struct sift_over *over,
	uint32_t place)
{
	bool spent = s->spent, passes;

	s->reads = s->asks = 1;
	s->bytes = SIFT_BYTES;
	passes = judge_one(s, w, over, place) == QUERY_YES;
	s->spent = spent;
	return passes;
}

/* --- all of them ------------------------------------------------------------ */

void sift_fini(struct sift *s)
{
	filter_fini(&s->filter);
	sift_forget(s);
	free(s->match);
	free(s->next);
	json_fini(&s->doc);
}

bool sift_set(struct sift *s, struct str text, unsigned kinds)
{
	return filter_set(&s->filter, text, kinds);
}

void sift_again(struct sift *s)
{
	s->again = true;
}

static void begin(struct sift *s, const struct world *w, bool first)
{
	s->scanning = true;
	s->first = first;
	s->spent = false;
	s->key = INT64_MIN;
	s->id = 0;
	s->nexts = s->next_unknown = 0;
	s->at_hubsequence = w->mesh->hubsequence;
	if (!first)
		return;
	s->matches = s->unknown = 0;
	s->appends = false; /* of what was there before nothing is left */
	s->version++;
}

/* How long what was found stands: the more there are the longer. */
static int64_t stands_for(size_t n)
{
	return n <= FEW       ? SECOND / 2
		: n <= 50000  ? SECOND
		: n <= 200000 ? 3 * SECOND
			      : 15 * SECOND;
}

static bool is_due(const struct sift *s, const struct world *w, size_t n)
{
	int64_t passed = w->tick - s->at_tick;

	if (s->spent) /* it did not get through with the artifacts that are at hand */
		return true;
	if (n <= FEW && s->at_hubsequence != w->mesh->hubsequence)
		return true;
	if (s->next_unknown > 0)
		return passed >= (n <= 50000 ? SECOND / 10 : SECOND);
	return passed >= stands_for(n) || passed < 0;
}

static void add(struct sift *s, uint32_t place)
{
	xgrow(&s->next, &s->cap_next, s->nexts + 1, sizeof(*s->next));
	s->next[s->nexts++] = place;
}

static bool is_same(const struct sift *s)
{
	return s->nexts == s->matches &&
		(s->nexts == 0 || s->first || /* then they are the same but for more */
			memcmp(s->next, s->match, s->nexts * sizeof(*s->next)) == 0);
}

/* What has been found is what is shown: at once the first time, else when all is. */
static void show(struct sift *s)
{
	if (is_same(s))
		return;
	s->appends = s->first && s->matches > 0;
	if (s->first) {
		xgrow(&s->match, &s->cap_match, s->nexts + 1, sizeof(*s->match));
		memcpy(s->match + s->matches, s->next + s->matches,
			(s->nexts - s->matches) * sizeof(*s->match));
	} else {
		uint64_t *match = s->match;
		size_t cap = s->cap_match;

		s->match = s->next;
		s->cap_match = s->cap_next;
		s->next = match;
		s->cap_next = cap;
	}
	s->matches = s->nexts;
	s->version++;
}

static void slice(struct sift *s, const struct world *w, const struct sift_over *over)
{
	struct order_item item[256];
	size_t n = 1;

	bool spent = s->spent;

	sift_refill(s);
	s->spent = spent;
	for (size_t seen = 0; n > 0 && seen < SIFT_SLICE; seen += n) {
		n = order_after(
			over->order, s->key, s->id, item, sizeof(item) / sizeof(*item));
		for (size_t i = 0; i < n; i++) {
			enum query_verdict v = judge_one(s, w, over, item[i].id);

			if (v == QUERY_YES)
				add(s, item[i].id);
			s->next_unknown += v == QUERY_UNKNOWN;
		}
		if (n > 0) {
			s->key = item[n - 1].key;
			s->id = item[n - 1].id;
		}
	}
	if (n == 0) {
		s->scanning = false;
		s->at_tick = w->tick;
	}
	if (s->first || !s->scanning) {
		show(s);
		s->unknown = s->next_unknown;
	}
	s->of = over->order->count;
}

void sift_look(struct sift *s, const struct world *w, const struct sift_over *over)
{
	bool other = s->filtered != s->filter.version || s->mesh != w->mesh ||
		w->mesh->hubsequence < s->at_hubsequence;

	if (other || s->again || s->order != over->order) {
		if (other)
			sift_forget(s);
		s->filtered = s->filter.version;
		s->mesh = w->mesh;
		s->order = over->order;
		s->again = false;
		begin(s, w, true);
	} else if (!s->scanning && is_due(s, w, over->order->count)) {
		begin(s, w, false);
	}
	if (s->scanning)
		slice(s, w, over);
}

bool sift_busy(const struct sift *s)
{
	return s->scanning || s->spent;
}

struct filter_count sift_count(const struct sift *s, size_t all)
{
	return (struct filter_count){ .shown = s->matches,
		.hidden = all > s->matches ? all - s->matches : 0,
		.unknown = s->unknown,
		.looks = s->scanning && s->first };
}
