/* SPDX-License-Identifier: MIT */
#include "views/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "views/format.h"

#define SLICE 2000 /* handoffs in one look, while they are walked */
#define LINES 4096 /* of the log */
#define MOST 4096  /* pairs of an agent and a contract */
#define SLOTS (4 * MOST)
#define MINUTES 60

struct record_entry {
	uint32_t agent;
	uint64_t contract; /* hash of its name; 0: none */
	uint64_t ever[RECORD_KINDS];
	struct {
		int64_t minute;
		uint32_t n[RECORD_KINDS];
	} lately[MINUTES];
};

void record_fini(struct record *r)
{
	free(r->entry);
	free(r->slot);
	*r = (struct record){ 0 };
}

/* --- pairs -------------------------------------------------------------------- */

static uint64_t contract_of(const struct mesh *m, const struct handoff *h)
{
	const struct contract *c = handoff_contract(m, h);

	return c != NULL ? hash64(str_of(c->name)) | 1 : 0;
}

static size_t slot_of(const struct record *r, uint32_t agent, uint64_t contract)
{
	size_t i = (contract ^ agent * UINT64_C(0x9e3779b97f4a7c15)) % SLOTS;

	while (r->slot[i] != NONE &&
		(r->entry[r->slot[i]].agent != agent ||
			r->entry[r->slot[i]].contract != contract))
		i = (i + 1) % SLOTS;
	return i;
}

static const struct record_entry *find(
	const struct record *r, const struct mesh *m, const struct handoff *h)
{
	size_t i;

	if (r->slot == NULL)
		return NULL;
	i = slot_of(r, m->edge[h->edge].from, contract_of(m, h));
	return r->slot[i] != NONE ? &r->entry[r->slot[i]] : NULL;
}

/* NULL where there is no room for one more. */
static struct record_entry *make(
	struct record *r, const struct mesh *m, const struct handoff *h)
{
	uint32_t agent = m->edge[h->edge].from;
	uint64_t contract = contract_of(m, h);
	size_t i = slot_of(r, agent, contract);

	if (r->slot[i] != NONE)
		return &r->entry[r->slot[i]];
	if (r->n == MOST) {
		r->left_out++;
		return NULL;
	}
	xgrow(&r->entry, &r->cap, r->n + 1, sizeof(*r->entry));
	r->entry[r->n] = (struct record_entry){ .agent = agent, .contract = contract };
	r->slot[i] = (uint32_t)r->n++;
	return &r->entry[r->slot[i]];
}

/* --- counting ----------------------------------------------------------------- */

static void count(struct record *r, const struct mesh *m, const struct handoff *h,
	const struct past *p, enum record_of what)
{
	struct record_entry *e = make(r, m, h);
	int64_t minute = p->time / MINUTE;

	if (e == NULL)
		return;
	e->ever[what]++;
	if (e->lately[minute % MINUTES].minute < minute) {
		memset(&e->lately[minute % MINUTES], 0, sizeof(e->lately[0]));
		e->lately[minute % MINUTES].minute = minute;
	}
	if (e->lately[minute % MINUTES].minute == minute)
		e->lately[minute % MINUTES].n[what]++;
}

/* Whether that fallback let it go on. */
static bool ships(const struct mesh *m, const struct handoff *h, const struct past *p)
{
	const struct decision *d = decision_at(m, h->decisions);

	for (int n = 0; d != NULL && d->hubsequence > p->hubsequence && n < 64; n++)
		d = decision_at(m, d->before);
	return d != NULL && d->hubsequence == p->hubsequence &&
		d->action == FALLBACK_PROCEED;
}

static bool is_bad(const struct past *p)
{
	return p->type == EV_REFUSED || p->type == EV_FAILED ||
		p->type == EV_DEAD_LETTERED || p->type == EV_REQUEUED;
}

/* It was let go on, and nothing had been wrong with it since. */
static bool is_overturned(const struct mesh *m, const struct handoff *h, uint32_t k)
{
	while (k-- > 0) {
		const struct past *p = &h->past[k];

		if (p->standing != STANDING_APPLIED)
			continue;
		if (p->type == EV_OFFERED || is_bad(p))
			return false;
		if (p->type == EV_APPROVED || (p->type == EV_FALLBACK && ships(m, h, p)))
			return true;
	}
	return false;
}

static void count_past(
	struct record *r, const struct mesh *m, const struct handoff *h, uint32_t k)
{
	const struct past *p = &h->past[k];

	if (p->standing != STANDING_APPLIED)
		return;
	if (p->type == EV_OFFERED)
		count(r, m, h, p, RECORD_OFFERED);
	else if (p->type == EV_APPROVED)
		count(r, m, h, p, RECORD_APPROVED);
	else if (p->type == EV_REJECTED)
		count(r, m, h, p, RECORD_REJECTED);
	else if (p->type == EV_FALLBACK && ships(m, h, p))
		count(r, m, h, p, RECORD_LET_GO);
	else if (is_bad(p) && is_overturned(m, h, k))
		count(r, m, h, p, RECORD_OVERTURNED);
}

static void walk(struct record *r, const struct mesh *m)
{
	for (size_t n = 0; n < SLICE && r->walked < m->handoff.count; n++, r->walked++) {
		const struct handoff *h = handoff_at(m, r->walked);

		for (uint32_t k = 0; h != NULL && k < h->pasts; k++) {
			if (h->past[k].hubsequence <= r->until)
				count_past(r, m, h, k);
		}
	}
}

/* What was told of it before it was offered counts with its offer. */
static void follow_line(struct record *r, const struct mesh *m, const struct log_line *l)
{
	const struct handoff *h = handoff_at(m, l->handoff);

	if (h == NULL || l->hubsequence <= r->until || l->standing != STANDING_APPLIED)
		return;
	for (uint32_t k = h->pasts; k-- > 0;) {
		bool early = l->type == EV_OFFERED && h->pasts > 1 && h->attempt == 1 &&
			h->past[k].hubsequence < l->hubsequence &&
			h->past[k].hubsequence > r->until;

		if (h->past[k].hubsequence == l->hubsequence || early)
			count_past(r, m, h, k);
		else if (l->type != EV_OFFERED && h->past[k].hubsequence < l->hubsequence)
			break;
	}
}

static void begin(struct record *r, const struct mesh *m)
{
	r->mesh = m;
	r->until = m->hubsequence;
	r->lines = m->log_lines;
	r->walked = 0;
	r->n = 0;
	r->left_out = 0;
	if (r->slot == NULL)
		r->slot = xcalloc(SLOTS, sizeof(*r->slot));
	memset(r->slot, 0xff, SLOTS * sizeof(*r->slot));
}

void record_follow(struct record *r, const struct world *w)
{
	const struct mesh *m = w->mesh;

	if (m->beyond.first) { /* most of it is still to come */
		r->mesh = NULL;
		return;
	}
	if (r->mesh != m || m->hubsequence < r->at || m->log_lines < r->lines ||
		m->log_lines - r->lines > LOG_LINES)
		begin(r, m);
	r->at = m->hubsequence;
	walk(r, m);
	for (size_t n = 0; n < LINES && r->lines < m->log_lines; n++, r->lines++)
		follow_line(r, m, &m->log[r->lines % LOG_LINES]);
}

/* --- telling ------------------------------------------------------------------ */

static void say_counts(struct buf *out, const uint64_t n[RECORD_KINDS])
{
	static const char *const words[RECORD_KINDS] = { "offered", "approved",
		"rejected", "let go", "overturned" };
	char count[FORMAT_TEXT];

	for (int k = 0; k < RECORD_KINDS; k++) {
		if (k == RECORD_OFFERED || n[k] > 0)
			buf_fmt(out, "%s%s %s", k > 0 ? ", " : "",
				format_count(n[k], count), words[k]);
	}
}

void record_say(const struct record *r, const struct world *w, const struct handoff *h,
	struct buf *out)
{
	const struct mesh *m = w->mesh;
	const struct record_entry *e;
	uint64_t hour[RECORD_KINDS] = { 0 };
	int64_t now = w->now / MINUTE;

	if (r == NULL || r->mesh != m || m->handoff.count == 0)
		return;
	if (r->walked < m->handoff.count && m->handoff.count - r->walked > SLICE) {
		buf_fmt(out, "being counted, %u of %u", r->walked, m->handoff.count);
		return;
	}
	e = find(r, m, h);
	if (e == NULL)
		return;
	for (int i = 0; i < MINUTES; i++) {
		for (int k = 0; e->lately[i].minute > now - MINUTES && k < RECORD_KINDS;
			k++)
			hour[k] += e->lately[i].n[k];
	}
	if (memcmp(hour, e->ever, sizeof(hour)) == 0) {
		say_counts(out, hour);
		buf_str(out, ", all in the last hour");
		return;
	}
	buf_str(out, "last hour ");
	say_counts(out, hour);
	buf_str(out, m->horizon > 0 ? "; of all that is kept " : "; ever ");
	say_counts(out, e->ever);
}
