/* SPDX-License-Identifier: MIT */
/* Edges: what has passed between two agents lately, and whether it is well. */
#include <stdlib.h>

#include "mesh/own.h"

#define RECENT 64
#define JUDGED 8 /* confidences that decide whether an edge is low */
#define IDLE_AFTER (5 * MINUTE)

static const char *const troubles[] = {
	[EDGE_OK] = "ok",
	[EDGE_IDLE] = "idle",
	[EDGE_WAITS] = "WAITS",
	[EDGE_LOW] = "LOW",
	[EDGE_LOSES] = "LOSES",
	[EDGE_BROKEN] = "BROKEN",
};

const char *edge_trouble_name(enum edge_trouble t)
{
	return troubles[t];
}

/* --- why --------------------------------------------------------------------- */

#define MINUTES 10 /* RATE_TROUBLE */

static uint64_t minute_of(int64_t time)
{
	return time < 0 ? 0 : (uint64_t)(time / MINUTE);
}

static uint64_t reason_count(const struct edge_reason *r, uint64_t minute)
{
	uint64_t sum = 0;

	for (uint64_t i = 0; i < MINUTES && i <= r->minute; i++) {
		if (r->minute - i <= minute && r->minute - i + MINUTES > minute)
			sum += r->in[(r->minute - i) % MINUTES];
	}
	return sum;
}

/* Cut so that no character is in two. */
static void reason_cut(struct str s, char out[REASON_KEPT])
{
	size_t n = s.n < REASON_KEPT ? s.n : REASON_KEPT - 1;

	while (n > 0 && n < s.n && ((unsigned char)s.p[n] & 0xC0) == 0x80)
		n--;
	memset(out, 0, REASON_KEPT);
	if (n > 0)
		memcpy(out, s.p, n);
}

/* The one of that text, or the one that is missed least. */
static struct edge_reason *reason_get(struct edge *e, const char *text, uint64_t minute)
{
	struct edge_reason *least = &e->reasons[0];

	for (size_t i = 0; i < EDGE_REASONS; i++) {
		struct edge_reason *r = &e->reasons[i];

		if (strcmp(r->text, text) == 0)
			return r;
		if (reason_count(r, minute) < reason_count(least, minute))
			least = r;
	}
	memset(least, 0, sizeof(*least));
	memcpy(least->text, text, REASON_KEPT);
	least->minute = minute;
	return least;
}

static void reason_add(struct edge *e, struct str reason, int64_t time)
{
	uint64_t minute = minute_of(time);
	char text[REASON_KEPT];
	struct edge_reason *r;

	reason_cut(reason, text);
	if (text[0] == '\0')
		return;
	r = reason_get(e, text, minute);
	if (minute > r->minute) {
		for (uint64_t i = 1; i <= minute - r->minute && i <= MINUTES; i++)
			r->in[(r->minute + i) % MINUTES] = 0;
		r->minute = minute;
	}
	r->in[r->minute % MINUTES]++;
}

struct edge_cause edge_cause(const struct edge *e, int64_t now)
{
	struct edge_cause c = { .reason = e->last_reason };
	char last[REASON_KEPT] = "";

	if (e->last_reason != NULL)
		reason_cut(str_of(e->last_reason), last);
	for (size_t i = 0; i < EDGE_REASONS; i++) {
		const struct edge_reason *r = &e->reasons[i];
		uint64_t n = r->text[0] != '\0' ? reason_count(r, minute_of(now)) : 0;
		bool is_last = strcmp(r->text, last) == 0;

		c.all += n;
		if (n == 0 || n < c.count || (n == c.count && !is_last))
			continue;
		c.count = n;
		c.reason = is_last ? e->last_reason : r->text;
		c.latest = is_last ? NULL : e->last_reason;
	}
	return c;
}

static bool was_refused(const struct mesh *m, uint32_t h)
{
	uint8_t state = handoff_there(m, h)->state;

	return state == STATE_REFUSED || state == STATE_FAILED;
}

/* One less, of the newest; what was forgotten meanwhile is not there to be taken. */
static void reason_take(struct edge *e, const char *reason)
{
	char text[REASON_KEPT];

	reason_cut(str_of(reason), text);
	for (size_t i = 0; i < EDGE_REASONS && text[0] != '\0'; i++) {
		struct edge_reason *r = &e->reasons[i];

		if (strcmp(r->text, text) != 0)
			continue;
		for (uint64_t k = 0; k < MINUTES && k <= r->minute; k++) {
			uint32_t *n = &r->in[(r->minute - k) % MINUTES];

			if (*n > 0) {
				--*n;
				return;
			}
		}
	}
}

void edge_reword_trouble(struct mesh *m, uint32_t h, struct str reason)
{
	struct edge *e = &m->edge[handoff_there(m, h)->edge];

	if (!was_refused(m, h) || reason.n == 0)
		return;
	if (handoff_there(m, h)->reason != NULL)
		reason_take(e, handoff_there(m, h)->reason);
	reason_add(e, reason, m->now);
}

static bool is_mostly_bad(const struct edge *e, int64_t now)
{
	uint64_t bad = edge_bad(e, now);

	return bad > 0 && bad * 2 >= rate_trouble(&e->offers, now);
}

void edge_note_trouble(struct mesh *m, uint32_t h, struct rate *which, struct str reason)
{
	struct edge *e = &m->edge[handoff_there(m, h)->edge];

	text_replace(&e->last_reason, reason);
	/* a refusal that ends in the dead letters is one trouble, not two */
	if (which == &e->deaths && was_refused(m, h))
		return;
	if (e->first_refusal == 0)
		e->first_refusal = m->now;
	reason_add(e, reason, m->now);
	rate_add(which, m->now, 1);
	rate_add(&m->refusals, m->now, 1);
	if (e->trouble_since == 0 || edge_bad(e, m->now) == 1)
		e->trouble_since = m->now;
	e->mostly_bad = is_mostly_bad(e, m->now);
}

/* --- contracts that are broken -------------------------------------------------- */

#define WAVE 5 /* in ten minutes: fewer are no news for everybody */

void edge_note_break(struct mesh *m, const struct handoff *h)
{
	struct edge *e = &m->edge[h->edge];

	if (rate_trouble(&e->breaks, m->now) == 0) {
		e->breaks_since = m->now;
		e->broke = 0;
		e->broken = CONTRACT_NONE;
	}
	rate_add(&e->breaks, m->now, 1);
	e->broke++;
	if (h->contract != CONTRACT_NONE)
		e->broken = h->contract;
}

uint64_t edge_broke(const struct edge *e, int64_t now)
{
	return e->broke == 0 ? 0 : rate_trouble(&e->breaks, now);
}

uint64_t edge_breaks(const struct edge *e, int64_t now)
{
	uint64_t lately = edge_broke(e, now);

	if (lately < WAVE || lately * 2 < rate_trouble(&e->offers, now))
		return 0;
	return e->broke;
}

/* --- confidence ----------------------------------------------------------------- */

static int by_value(const void *a, const void *b)
{
	return *(const uint16_t *)a - *(const uint16_t *)b;
}

double edge_confidence(const struct edge *e)
{
	uint16_t sorted[RECENT];
	size_t n = e->recents < RECENT ? e->recents : RECENT;

	if (n == 0)
		return -1;
	memcpy(sorted, e->recent, n * sizeof(*sorted));
	qsort(sorted, n, sizeof(*sorted), by_value);
	if (n % 2 == 1)
		return sorted[n / 2] / 10000.0;
	return (sorted[n / 2 - 1] + sorted[n / 2]) / 20000.0;
}

#define SETTLED 1024 /* confidences after which a change of the sender is no news */

/* What was usual before: as it was when the sender changed, else before the ring is full
 * again. */
static void note_before(const struct mesh *m, struct edge *e)
{
	uint32_t renewals = m->agent[e->from].renewals;
	bool renewed = e->renewals != renewals;

	e->renewals = renewals;
	if (e->recents == 0 ||
		!(renewed ||
			(e->recents % RECENT == 0 &&
				e->recents - e->before_at >=
					(e->kept_before ? SETTLED : RECENT))))
		return;
	e->before = (uint32_t)(edge_confidence(e) * 10000 + 0.5);
	e->before_at = e->recents;
	e->kept_before = renewed;
}

uint32_t edge_below(const struct edge *e, uint32_t *of)
{
	uint32_t low = 0;

	*of = e->recents < JUDGED ? e->recents : JUDGED;
	for (uint32_t i = 0; i < *of; i++)
		low += e->below[(e->recents - 1 - i) % RECENT];
	return low;
}

static bool is_half_below(const struct edge *e)
{
	uint32_t n, low = edge_below(e, &n);

	return n > 0 && low * 2 >= n;
}

void edge_note_confidence(struct mesh *m, struct edge *e, double confidence, bool low)
{
	uint32_t i = e->recents % RECENT;

	note_before(m, e);
	e->recent[i] = (uint16_t)(confidence * 10000 + 0.5);
	e->below[i] = low;
	e->recents++;
	spell_note(&e->low, is_half_below(e), m->now);
}

double edge_confidence_before(const struct edge *e)
{
	return e->before_at == 0 ? -1 : e->before / 10000.0;
}

double edge_rate(const struct edge *e, int64_t now)
{
	return rate_pace(&e->offers, now);
}

uint64_t edge_bad(const struct edge *e, int64_t now)
{
	return rate_trouble(&e->refusals, now) + rate_trouble(&e->deaths, now);
}

bool edge_is_low(const struct edge *e, int64_t now)
{
	return is_half_below(e) && rate_trouble(&e->offers, now) > 0;
}

static enum edge_trouble trouble_of(
	const struct edge *e, int64_t now, bool low, bool waits)
{
	if (e->mostly_bad && is_mostly_bad(e, now))
		return EDGE_BROKEN;
	if (edge_bad(e, now) > 0)
		return EDGE_LOSES;
	if (low || waits)
		return low ? EDGE_LOW : EDGE_WAITS;
	return now - e->last > IDLE_AFTER ? EDGE_IDLE : EDGE_OK;
}

enum edge_trouble edge_trouble(const struct edge *e, int64_t now)
{
	return trouble_of(e, now, edge_is_low(e, now), e->waiting > 0);
}

bool edge_shown_low(const struct edge *e, int64_t now)
{
	return spell_shown(&e->low, now) && rate_trouble(&e->offers, now) > 0;
}

enum edge_trouble edge_shown(const struct edge *e, int64_t now)
{
	return trouble_of(e, now, edge_shown_low(e, now), spell_shown(&e->waits, now));
}
