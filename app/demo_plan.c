/* SPDX-License-Identifier: MIT */
#include "app/demo_plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define MS INT64_C(1000)
#define CHAPTER (CHAPTER_MS * MS)
#define BEAT (10 * SECOND)     /* the `heartbeat_seconds` of every hello */
#define INCIDENT (40 * SECOND) /* so long alerts belong together */
#define FIRST_NUMBER 0x1000    /* of the ids */
#define REACT (3 * SECOND)     /* behind a deadline: the hub has fired by then */
#define KEPT_OF_NEWER 25       /* percent of orders that come while they are refused */

/* --- numbers ---------------------------------------------------------------- */

uint64_t seed_mix(uint64_t a, uint64_t b)
{
	uint64_t x = a + 0x9e3779b97f4a7c15u * (b + 1);

	/* splitmix64 */
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
	x = (x ^ x >> 27) * 0x94d049bb133111ebu;
	return x ^ x >> 31;
}

int64_t seeded_int(struct seeded *r, int64_t lo, int64_t hi)
{
	r->state = seed_mix(r->state, 1);
	return lo + (int64_t)(r->state % (uint64_t)(hi - lo + 1));
}

static bool one_in_hundred(struct seeded *r, int percent)
{
	return seeded_int(r, 0, 99) < percent;
}

/* --- steps ------------------------------------------------------------------ */

static int64_t scene_ms(int64_t at)
{
	return at / MS % CHAPTER_MS;
}

static const struct demo_cue *lasting(
	const struct plan *p, enum demo_cue_kind kind, unsigned who, int64_t at)
{
	return demo_lasting(p->scene, kind, who, scene_ms(at));
}

/* False if the one who would take it is silent then. */
static bool add(struct plan *p, const struct plan_step *s)
{
	if (lasting(p, CUE_SILENT, s->who, s->at) != NULL)
		return false;
	p->order++;
	if (p->who != DEMO_AGENTS && p->who != s->who)
		return true;
	xgrow(&p->step, &p->step_cap, p->steps + 1, sizeof(*p->step));
	p->step[p->steps] = *s;
	p->step[p->steps++].order = p->order;
	return true;
}

static bool add_start(
	struct plan *p, int64_t at, unsigned who, enum plan_verb verb, unsigned release)
{
	return add(p,
		&(struct plan_step){ .at = at,
			.who = (uint8_t)who,
			.verb = (uint8_t)verb,
			.handoff = PLAN_NONE,
			.cause = (uint8_t)release });
}

/* A step about the handoff that is being planned, by its `from` or its `to`. */
struct line {
	struct plan *p;
	uint32_t handoff;
	uint8_t attempt;
	struct seeded r;
};

static bool say(struct line *l, int64_t at, enum plan_verb verb, enum plan_needs needs,
	unsigned flags)
{
	const struct demo_route *route = &demo_routes[l->p->handoff[l->handoff].route];
	bool from = verb == SAY_OFFERED || verb == SAY_DEAD_LETTERED;

	return add(l->p,
		&(struct plan_step){ .at = at,
			.who = (uint8_t)(from ? route->from : route->to),
			.verb = (uint8_t)verb,
			.handoff = l->handoff,
			.attempt = l->attempt,
			.needs = (uint8_t)needs,
			.flags = (uint8_t)(flags & 0xff),
			.cause = (uint8_t)(flags >> 8) });
}

static bool refuse(struct line *l, int64_t at, enum plan_cause cause)
{
	return say(l, at, SAY_REFUSED, NEEDS_OFFER, (unsigned)cause << 8);
}

static bool give_up(struct line *l, int64_t at, enum plan_cause cause)
{
	return say(l, at, SAY_DEAD_LETTERED, NEEDS_REFUSAL, (unsigned)cause << 8);
}

/* --- what can become of a handoff ------------------------------------------- */
/*
 * Each of these plans the steps behind the offer at `t`, and says when it is
 * completed: then what comes of it is offered. 0: nothing comes of it.
 */

/* Taken at `t`, and done. */
static int64_t work(struct line *l, int64_t t, enum plan_needs needs, bool taken)
{
	if (!taken && !say(l, t, SAY_ACCEPTED, needs, 0))
		return 0;
	if (taken || one_in_hundred(&l->r, 60)) {
		t += seeded_int(&l->r, 500, 2000) * MS;
		if (!say(l, t, SAY_PROGRESSED, taken ? needs : NEEDS_NOTHING, 0))
			return 0;
	}
	t += seeded_int(&l->r, 800, 4500) * MS;
	return say(l, t, SAY_COMPLETED, NEEDS_NOTHING, 0) ? t : 0;
}

static int64_t goes_well(struct line *l, int64_t t)
{
	return work(l, t + seeded_int(&l->r, 300, 1100) * MS, NEEDS_OFFER, false);
}

static int64_t overtakes(struct line *l, int64_t t)
{
	return work(l, t - 1500 * MS, NEEDS_NOTHING, false);
}

/* A human must look. If none does, the fallback is what is played. */
static int64_t waits(struct line *l, int64_t t)
{
	const struct plan_handoff *h = &l->p->handoff[l->handoff];
	int64_t react = t + h->fallback.seconds * SECOND + REACT;
	bool gate_from = demo_routes[h->route].gate_from;
	bool taken = one_in_hundred(&l->r, 40) && !gate_from;

	if (strcmp(h->fallback.action, "requeue") == 0) {
		l->attempt++;
		if (!say(l, react, SAY_OFFERED, NEEDS_FALLBACK, STEP_FIXED))
			return 0;
		return goes_well(l, react);
	}
	if (taken && !say(l, t + 1200 * MS, SAY_ACCEPTED, NEEDS_OFFER, 0))
		return 0;
	if (strcmp(h->fallback.action, "proceed") != 0)
		return 0;
	return work(l, react, NEEDS_FALLBACK, taken);
}

/* Offered twice under a version that is not taken, and given up. */
static int64_t is_refused(struct line *l, int64_t t)
{
	if (!refuse(l, t + 600 * MS, CAUSE_VERSION))
		return 0;
	l->attempt++;
	if (!say(l, t + 3000 * MS, SAY_OFFERED, NEEDS_REFUSAL, 0) ||
		!refuse(l, t + 3600 * MS, CAUSE_VERSION))
		return 0;
	give_up(l, t + 5000 * MS, CAUSE_VERSION);
	return 0;
}

static int64_t finds_no_room(struct line *l, int64_t t)
{
	if (!refuse(l, t + 400 * MS, CAUSE_OVERLOAD))
		return 0;
	l->attempt++;
	if (!say(l, t + 6000 * MS, SAY_OFFERED, NEEDS_REFUSAL, 0))
		return 0;
	if (one_in_hundred(&l->r, 70))
		return goes_well(l, t + 6000 * MS);
	if (refuse(l, t + 6400 * MS, CAUSE_OVERLOAD))
		give_up(l, t + 8000 * MS, CAUSE_OVERLOAD);
	return 0;
}

static int64_t fails(struct line *l, int64_t t)
{
	if (say(l, t + 700 * MS, SAY_ACCEPTED, NEEDS_OFFER, 0) &&
		say(l, t + 2600 * MS, SAY_FAILED, NEEDS_NOTHING, 0) &&
		one_in_hundred(&l->r, 50))
		give_up(l, t + 5000 * MS, CAUSE_OTHER);
	return 0;
}

static int64_t conflicts(struct line *l, int64_t t)
{
	say(l, t + 2000 * MS, SAY_OFFERED, NEEDS_NOTHING, STEP_OTHER);
	return goes_well(l, t);
}

/* --- chains ----------------------------------------------------------------- */

struct start { /* of a flow, or of something else that a cue asks for */
	int64_t at;
	uint32_t order;
	uint8_t flow;
	const struct demo_cue *cue; /* NULL: it happens all the time */
};

typedef int64_t outcome(struct line *l, int64_t t);

static outcome *const outcome_of_cue[] = {
	[CUE_LOW] = waits,
	[CUE_REFUSED] = is_refused,
	[CUE_FAILED] = fails,
	[CUE_EARLY] = overtakes,
	[CUE_CONFLICT] = conflicts,
};

/* What lasts at that time may change how a handoff goes, and the handoff. */
static outcome *by_its_time(struct plan *p, struct plan_handoff *h, struct seeded *r)
{
	const struct demo_route *route = &demo_routes[h->route];
	const struct demo_cue *c = lasting(p, CUE_NEWER, h->route, h->at);

	if (c != NULL) {
		h->newer = true;
		return is_refused;
	}
	c = lasting(p, CUE_DRIFT, h->route, h->at);
	if (c != NULL && one_in_hundred(r, 65)) {
		h->confidence = (uint8_t)(route->bar - seeded_int(r, 8, 40));
		h->fallback = c->fallback;
		return waits;
	}
	if (lasting(p, CUE_OVERLOAD, route->to, h->at) != NULL && one_in_hundred(r, 40))
		return finds_no_room;
	return goes_well;
}

static outcome *by_its_cue(struct plan_handoff *h, const struct demo_cue *c)
{
	if (c->kind == CUE_LOW) {
		h->confidence = c->confidence;
		h->fallback = c->fallback;
	}
	h->newer = c->kind == CUE_REFUSED;
	return outcome_of_cue[c->kind];
}

static uint32_t incident_at(const struct plan *p, int64_t at)
{
	return (uint32_t)(41 + seed_mix(p->seed, 41) % 400 + (uint64_t)(at / INCIDENT));
}

static uint32_t add_handoff(struct plan *p, unsigned route, int64_t at)
{
	struct plan_handoff *h;
	uint32_t number = p->handoffs;

	xgrow(&p->handoff, &p->handoff_cap, number + 1u, sizeof(*p->handoff));
	h = &p->handoff[p->handoffs++];
	*h = (struct plan_handoff){ .route = (uint8_t)route,
		.at = at,
		.parent = PLAN_NONE,
		.seed = seed_mix(p->seed, 1000 + number),
		.fallback = demo_routes[route].fallback };
	snprintf(h->id, sizeof(h->id), "h-%04x", FIRST_NUMBER + number);
	return number;
}

/* Whether a chain must come to this hop for its cue. */
static bool leads_to(const struct demo_flow *f, int hop, const struct demo_cue *c)
{
	for (int k = c != NULL ? c->hop : -1; k >= 0; k = f->hop[k].after) {
		if (k == hop)
			return true;
	}
	return false;
}

/* One handoff of a chain; when it is completed, or 0. */
static int64_t plan_hop(
	struct plan *p, const struct start *s, int hop, uint32_t place, struct seeded *r)
{
	struct plan_handoff *h = &p->handoff[place];
	const struct demo_route *route = &demo_routes[h->route];
	bool cued = s->cue != NULL && s->cue->hop == hop;
	struct line l = { p, place, 1, { h->seed } };
	outcome *o;
	bool twice = lasting(p, CUE_RETRY, h->route, h->at) != NULL;

	h->confidence = (uint8_t)(route->confidence + seeded_int(r, -5, 1));
	if (demo_flows[s->flow].in_incident || s->cue != NULL)
		h->incident = incident_at(p, s->at);
	if (cued)
		o = by_its_cue(h, s->cue);
	else if (leads_to(&demo_flows[s->flow], hop, s->cue))
		o = goes_well;
	else
		o = by_its_time(p, h, r);
	if (h->newer)
		h->incident = incident_at(p, s->at / INCIDENT / 6 * INCIDENT * 6);
	if (!say(&l, h->at, SAY_OFFERED, NEEDS_NOTHING, twice ? STEP_TWICE : 0))
		return 0;
	if (twice)
		say(&l, h->at + 2200 * MS, SAY_OFFERED, NEEDS_NOTHING, 0);
	return o(&l, h->at);
}

static void plan_flow(struct plan *p, const struct start *s)
{
	const struct demo_flow *f = &demo_flows[s->flow];
	struct seeded r = { seed_mix(p->seed ^ (uint64_t)s->at, s->order) };
	uint64_t thread = seed_mix(r.state, 7);
	int64_t done[MOST_HOPS] = { 0 };
	uint32_t place[MOST_HOPS];

	for (int k = 0; k < f->hops; k++) {
		int after = f->hop[k].after;
		bool wanted =
			one_in_hundred(&r, f->hop[k].chance) || leads_to(f, k, s->cue);
		int64_t pause = seeded_int(&r, 100, 900) * MS;

		if (!wanted || (after >= 0 && done[after] == 0))
			continue;
		place[k] = add_handoff(
			p, f->hop[k].route, after < 0 ? s->at : done[after] + pause);
		p->handoff[place[k]].thread = thread;
		if (after >= 0)
			p->handoff[place[k]].parent = place[after];
		done[k] = plan_hop(p, s, k, place[k], &r);
	}
}

/* --- a chapter --------------------------------------------------------------- */

struct starts {
	struct start *start;
	size_t count, cap;
};

static void add_flow(
	struct starts *l, int64_t at, unsigned flow, const struct demo_cue *cue)
{
	xgrow(&l->start, &l->cap, l->count + 1, sizeof(*l->start));
	l->start[l->count] = (struct start){
		.at = at, .order = (uint32_t)l->count, .flow = (uint8_t)flow, .cue = cue
	};
	l->count++;
}

/* What happens all the time. Of refused orders only some are tried. */
static void add_flows(struct plan *p, struct starts *l, int64_t begin, unsigned flow)
{
	int64_t mean = demo_flows[flow].mean_ms * INT64_C(100) / p->scene->load;
	struct seeded r = { seed_mix(p->seed + flow, (uint64_t)begin) };
	int64_t at = begin;

	for (;;) {
		at += seeded_int(&r, mean / 2, mean * 3 / 2) * MS;
		if (at >= begin + CHAPTER)
			return;
		if (lasting(p, CUE_NEWER, demo_flows[flow].hop[0].route, at) != NULL &&
			!one_in_hundred(&r, KEPT_OF_NEWER * 100 / p->scene->load))
			continue;
		add_flow(l, at, flow, NULL);
	}
}

static bool is_flow(const struct demo_cue *c)
{
	return c->kind < sizeof(outcome_of_cue) / sizeof(*outcome_of_cue) &&
		outcome_of_cue[c->kind] != NULL;
}

/* The newest handoff of two others, that will have been offered by then. */
static uint32_t of_others(const struct plan *p, unsigned who, int64_t at)
{
	for (uint32_t i = p->handoffs; i-- > 0;) {
		const struct plan_handoff *h = &p->handoff[i];

		if (h->at < at && demo_routes[h->route].from != who &&
			demo_routes[h->route].to != who)
			return i;
	}
	return PLAN_NONE;
}

static void plan_trouble(struct plan *p, const struct demo_cue *c, int64_t begin)
{
	static const enum plan_verb verbs[] = {
		[CUE_HOLE] = DO_HOLE,
		[CUE_SPOKE] = DO_SPEAK_FOR_ANOTHER,
		[CUE_GARBAGE] = DO_GARBAGE,
		[CUE_UNKNOWN] = DO_UNKNOWN,
	};
	int64_t at = begin + c->at * MS;
	struct plan_step s = { .at = at,
		.who = c->who,
		.handoff = PLAN_NONE,
		.attempt = 1,
		.verb = (uint8_t)(c->kind < CUE_CONFLICT ? verbs[c->kind] : 0) };

	if (c->kind == CUE_DEPLOY) {
		add_start(p, at, c->who, DO_RESTART, c->hop);
	} else if (c->kind == CUE_SILENT) {
		add_start(p, begin + c->until * MS, c->who, DO_RETURN, 0);
	} else if (c->kind >= CUE_HOLE && c->kind <= CUE_UNKNOWN) {
		if (c->kind == CUE_SPOKE) {
			s.handoff = of_others(p, c->who, at - 5 * SECOND);
			s.needs = NEEDS_OFFER;
		}
		add(p, &s);
	}
}

static void plan_signs_of_life(struct plan *p, int64_t begin, unsigned who)
{
	int64_t end = begin + CHAPTER;

	if (begin == 0)
		add_start(p, who * 20 * MS, who, SAY_HELLO, 0);
	for (int64_t at = begin + BEAT + who * 700 * MS; at < end; at += BEAT)
		add_start(p, at, who, SAY_HEARTBEAT, 0);
}

static int by_time(const void *a, const void *b)
{
	const struct plan_step *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static int by_start(const void *a, const void *b)
{
	const struct start *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void plan_chapter(struct plan *p)
{
	struct starts l = { 0 };
	int64_t begin = p->until;

	for (unsigned who = 0; who < DEMO_AGENTS; who++)
		plan_signs_of_life(p, begin, who);
	for (const struct demo_cue *c = p->scene->cue; c->kind != CUE_END; c++) {
		if (is_flow(c))
			add_flow(&l, begin + c->at * MS, c->who, c);
	}
	for (unsigned flow = 0; flow < DEMO_FLOWS; flow++)
		add_flows(p, &l, begin, flow);
	qsort(l.start, l.count, sizeof(*l.start), by_start);
	for (size_t i = 0; i < l.count; i++)
		plan_flow(p, &l.start[i]);
	for (const struct demo_cue *c = p->scene->cue; c->kind != CUE_END; c++)
		plan_trouble(p, c, begin);
	free(l.start);
	p->until = begin + CHAPTER;
	/* what was taken goes; what comes is put in order */
	memmove(p->step, p->step + p->next, (p->steps - p->next) * sizeof(*p->step));
	p->steps -= p->next;
	p->next = 0;
	qsort(p->step, p->steps, sizeof(*p->step), by_time);
}

/* --- the plan ----------------------------------------------------------------- */

void plan_init(
	struct plan *p, const struct demo_scene *s, uint64_t seed, enum demo_who who)
{
	*p = (struct plan){ .scene = s, .seed = seed_mix(seed, 42), .who = who };
	plan_chapter(p);
}

void plan_fini(struct plan *p)
{
	free(p->handoff);
	free(p->step);
}

const struct plan_step *plan_next(struct plan *p)
{
	/* some steps lie a little before what they belong to */
	while (p->next == p->steps || p->step[p->next].at >= p->until - 10 * SECOND)
		plan_chapter(p);
	return &p->step[p->next];
}

void plan_id(const struct plan *p, const struct plan_step *s, char room[16])
{
	snprintf(room, 16, "%s%s", p->handoff[s->handoff].id,
		s->flags & STEP_AGAIN ? "-r" : "");
}

uint32_t plan_find(const struct plan *p, struct str id, bool *again)
{
	uint64_t n = 0;

	*again = id.n > 2 && memcmp(id.p + id.n - 2, "-r", 2) == 0;
	if (*again)
		id.n -= 2;
	if (id.n < 3 || id.n > 10 || !str_starts(id, "h-"))
		return PLAN_NONE;
	for (size_t i = 2; i < id.n; i++) {
		const char *hex = "0123456789abcdef";
		const char *at = memchr(hex, id.p[i], 16);

		if (at == NULL)
			return PLAN_NONE;
		n = n * 16 + (uint64_t)(at - hex);
	}
	if (n < FIRST_NUMBER || n - FIRST_NUMBER >= p->handoffs)
		return PLAN_NONE;
	return (uint32_t)(n - FIRST_NUMBER);
}
