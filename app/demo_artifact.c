/* SPDX-License-Identifier: MIT */
#include "app/demo_artifact.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* When the story happens, whatever the day it is told: artifacts do not change. */
#define STORY_BEGINS INT64_C(1776466800000000) /* 2026-04-17T23:00:00Z */

struct filling {
	struct buf *out;
	const struct plan *p;
	const struct plan_handoff *h;
	struct seeded r;
	bool good, newer;
	unsigned confidence;
};

typedef void filler(struct filling *f, struct str arg);

const char *demo_subject(const struct plan_handoff *h, char room[32])
{
	if (h->incident == 0)
		return NULL;
	snprintf(room, 32, "inc-2026-04-17-%04u", h->incident);
	return room;
}

void demo_schema(const struct plan_handoff *h, unsigned flags, char room[64])
{
	const struct demo_route *r = &demo_routes[h->route];
	bool newer = h->newer && !(flags & ARTIFACT_FIXED);

	snprintf(room, 64, "contract:%s", newer ? r->next_contract : r->contract);
}

/* --- what stands in <...> ----------------------------------------------------- */

static uint64_t of_chain(const struct filling *f, struct str arg)
{
	uint64_t hash = 1469598103934665603u; /* FNV-1a: the same everywhere */

	for (size_t i = 0; i < arg.n; i++)
		hash = (hash ^ (unsigned char)arg.p[i]) * 1099511628211u;
	return seed_mix(f->h->thread, hash);
}

/* Choice `n` (modulo their number) of "a|b|c". */
static struct str choice(struct str arg, uint64_t n)
{
	const char *p = arg.p, *end = arg.p + arg.n;
	size_t count = 1;

	for (size_t i = 0; i < arg.n; i++)
		count += arg.p[i] == '|';
	for (n %= count; n > 0; n--)
		p = (const char *)memchr(p, '|', (size_t)(end - p)) + 1;
	for (const char *q = p; q < end; q++) {
		if (*q == '|')
			end = q;
	}
	return (struct str){ p, (size_t)(end - p) };
}

static void fill_pick(struct filling *f, struct str arg)
{
	buf_slice(f->out, choice(arg, (uint64_t)seeded_int(&f->r, 0, INT32_MAX)));
}

static void fill_same(struct filling *f, struct str arg)
{
	buf_slice(f->out, choice(arg, of_chain(f, arg)));
}

static void fill_newer(struct filling *f, struct str arg)
{
	buf_slice(f->out, choice(arg, f->newer ? 0 : 1));
}

static void fill_good(struct filling *f, struct str arg)
{
	if (f->good)
		buf_slice(f->out, arg);
}

static int64_t between(struct str arg, struct seeded *r)
{
	char *end;
	long lo = strtol(arg.p, &end, 10), hi = strtol(end, NULL, 10);

	return seeded_int(r, lo, hi);
}

static void fill_int(struct filling *f, struct str arg)
{
	buf_fmt(f->out, "%lld", (long long)between(arg, &f->r));
}

static void fill_money(struct filling *f, struct str arg)
{
	struct seeded r = { of_chain(f, STR("money")) };
	int64_t cents = between(arg, &r);

	buf_fmt(f->out, "%lld.%02lld", (long long)cents / 100, (long long)cents % 100);
}

static void fill_hex(struct filling *f, struct str arg)
{
	for (long n = strtol(arg.p, NULL, 10); n > 0; n--)
		buf_char(f->out, "0123456789abcdef"[seeded_int(&f->r, 0, 15)]);
}

static void fill_order(struct filling *f, struct str arg)
{
	(void)arg;
	buf_fmt(f->out, "%llu",
		(unsigned long long)(80000 + of_chain(f, STR("order")) % 20000));
}

static void fill_case(struct filling *f, struct str arg)
{
	(void)arg;
	buf_fmt(f->out, "case-%llu",
		(unsigned long long)(1000 + of_chain(f, STR("case")) % 9000));
}

static void fill_subject(struct filling *f, struct str arg)
{
	char room[32];

	if (demo_subject(f->h, room) != NULL)
		buf_str(f->out, room);
	else
		fill_case(f, arg);
}

static void fill_prev(struct filling *f, struct str arg)
{
	(void)arg;
	if (f->h->parent != PLAN_NONE)
		buf_str(f->out, f->p->handoff[f->h->parent].id);
}

static void fill_conf(struct filling *f, struct str arg)
{
	(void)arg;
	buf_fmt(f->out, "0.%02u", f->confidence);
}

static void fill_fallback(struct filling *f, struct str arg)
{
	(void)arg;
	buf_fmt(f->out, "%s_if_not_progressed_within_%ds", f->h->fallback.action,
		f->h->fallback.seconds);
}

static void fill_time(struct filling *f, struct str arg)
{
	char time[TIME_TEXT];

	(void)arg;
	time_format(STORY_BEGINS + f->h->at / SECOND * SECOND, time);
	buf_fmt(f->out, "%.19sZ", time);
}

static const struct {
	const char *name;
	filler *fill;
} fillers[] = {
	{ "pick", fill_pick },
	{ "same", fill_same },
	{ "newer", fill_newer },
	{ "good", fill_good },
	{ "int", fill_int },
	{ "money", fill_money },
	{ "hex", fill_hex },
	{ "order", fill_order },
	{ "case", fill_case },
	{ "subject", fill_subject },
	{ "prev", fill_prev },
	{ "conf", fill_conf },
	{ "fallback", fill_fallback },
	{ "time", fill_time },
};

/* ---------------------------------------------------------------------------- */

/* `inside` is what stands between < and >. */
static void fill(struct filling *f, struct str inside)
{
	const char *space = memchr(inside.p, ' ', inside.n);
	size_t n = space != NULL ? (size_t)(space - inside.p) : inside.n;
	struct str name = { inside.p, n };

	for (size_t i = 0; i < sizeof(fillers) / sizeof(*fillers); i++) {
		if (str_is(name, fillers[i].name)) {
			fillers[i].fill(
				f, space != NULL ? str_skip(inside, n + 1) : name);
			return;
		}
	}
}

static struct filling filling_of(
	struct buf *out, const struct plan *p, uint32_t place, unsigned flags)
{
	const struct plan_handoff *h = &p->handoff[place];
	const struct demo_route *route = &demo_routes[h->route];
	bool fixed = flags & ARTIFACT_FIXED, low = h->confidence < route->bar;

	return (struct filling){
		.out = out,
		.p = p,
		.h = h,
		.r = { h->seed + flags },
		.good = fixed || !low,
		.newer = h->newer && !fixed,
		.confidence = fixed && low ? route->confidence : h->confidence,
	};
}

void demo_artifact(struct buf *out, const struct plan *p, uint32_t place, unsigned flags)
{
	struct filling f = filling_of(out, p, place, flags);
	const char *t = demo_routes[f.h->route].artifact;
	size_t from = out->len;

	while (*t != '\0') {
		const char *end = *t == '<' ? strchr(t, '>') : NULL;

		if (end == NULL) {
			buf_char(out, *t++);
			continue;
		}
		fill(&f, (struct str){ t + 1, (size_t)(end - t - 1) });
		t = end + 1;
	}
	for (size_t i = from; i < out->len; i++) {
		if (out->data[i] == '\'')
			out->data[i] = '"';
	}
}
