/* SPDX-License-Identifier: MIT */
/*
 * What a baseline says of handoffs that stay, where it rests on handoffs that go: which
 * faults they have, which inputs they wait for, and the circles there were. Who folds
 * what the cut has left could not find it out.
 */
#include <stdlib.h>

#include "base/json_out.h"
#include "base/mem.h"
#include "mesh/baseline.h"
#include "mesh/own.h"

#define FAULTY_SAID 10000 /* handoffs, the newest: older ones lose these faults */
#define AWAITED_SAID 1000 /* inputs, the newest; others are not awaited any more */
#define NAMERS_SAID 32    /* handoffs that name one input, the newest */

static bool goes(const struct handoff *h, uint64_t cut)
{
	return h->in_closed && (uint64_t)h->closed_key <= cut;
}

/* --- writing --------------------------------------------------------------------- */

static void out_faulty(struct buf *b, const struct mesh *m, uint64_t cut, unsigned bit)
{
	const struct order *found = &m->own.found;
	size_t from = found->count > FAULTY_SAID ? found->count - FAULTY_SAID : 0;
	struct order_item i;

	out_key(b, fault_name(bit));
	out_open(b, '[');
	for (size_t n = from; order_at(found, n, &i); n++) {
		const struct handoff *h = handoff_there(m, i.id);

		if ((h->faults & bit) && !goes(h, cut))
			out_text(b, h->id);
	}
	out_close(b, ']');
}

static void out_namers(
	struct buf *b, const struct mesh *m, uint64_t cut, uint32_t first, uint32_t input)
{
	const struct cause c = { .of = input, .awaited = true };
	uint32_t left = NAMERS_SAID;

	for (uint32_t i = first; i != NONE && left > 0; i = cause_next_onward(m, &c, i)) {
		if (goes(handoff_at(m, i), cut))
			continue;
		out_text(b, handoff_there(m, i)->id);
		left--;
	}
}

static void out_awaited(struct buf *b, const struct mesh *m, uint64_t cut)
{
	const struct awaits *a = &m->own.awaits;
	uint32_t from = a->kept > 0 ? a->newest : NONE, n = 1;

	while (from != NONE && a->item[from].older != NONE && n++ < AWAITED_SAID)
		from = a->item[from].older;
	for (uint32_t i = from; i != NONE; i = a->item[i].newer) {
		out_open(b, '{');
		out_key(b, "input");
		out_text(b, a->item[i].id);
		out_key(b, "by");
		out_open(b, '[');
		out_namers(b, m, cut, a->item[i].first, i);
		out_close(b, ']');
		out_close(b, '}');
	}
}

static void out_circle(struct buf *b, const struct mesh *m, const struct circle *c)
{
	const struct handoff *h = handoff_at(m, c->handoff);

	out_open(b, '{');
	out_key(b, "agents");
	out_open(b, '[');
	for (uint32_t i = 0; i < c->agents; i++)
		out_text(b, m->agent[c->agent[i]].name);
	out_close(b, ']');
	out_key(b, "longer");
	out_bool(b, c->longer);
	out_key(b, "count");
	out_uint(b, c->count);
	out_key(b, "first");
	out_time(b, c->first);
	out_key(b, "last");
	out_time(b, c->last);
	out_key(b, "handoff");
	out_text(b, h != NULL ? h->id : NULL);
	out_close(b, '}');
}

void baseline_write_links(struct buf *b, const struct mesh *m, uint64_t cut)
{
	out_key(b, "faults");
	out_open(b, '{');
	for (unsigned bit = 1; bit < 1u << FAULT_BITS; bit <<= 1) {
		if (bit & FAULTS_FOUND)
			out_faulty(b, m, cut, bit);
	}
	out_close(b, '}');
	out_key(b, "awaited");
	out_open(b, '[');
	out_awaited(b, m, cut);
	out_close(b, ']');
	out_key(b, "circles");
	out_open(b, '[');
	for (uint32_t i = 0; i < m->circles; i++)
		out_circle(b, m, &m->circle[i]);
	out_close(b, ']');
}

/* --- which faults stand ------------------------------------------------------------ */

struct faulty { /* a handoff, and what the event says of it */
	uint32_t handoff;
	unsigned faults;
};

struct faulties {
	struct faulty *item;
	size_t n, cap;
};

static void say(struct faulties *f, uint32_t handoff, unsigned faults)
{
	xgrow(&f->item, &f->cap, f->n + 1, sizeof(*f->item));
	f->item[f->n++] = (struct faulty){ handoff, faults };
}

static uint32_t handoff_in(const struct mesh *m, struct json *j, uint32_t node)
{
	return json_is(j, node, JSON_STRING) ? mesh_find_handoff(m, json_str(j, node))
					     : NONE;
}

static void read_faulty(struct faulties *f, const struct mesh *m, struct json *j,
	uint32_t list, unsigned bit)
{
	if (!json_is(j, list, JSON_ARRAY))
		return;
	for (uint32_t i = list + 1; i < j->node[list].next; i = j->node[i].next) {
		uint32_t handoff = handoff_in(m, j, i);

		if (handoff != NONE)
			say(f, handoff, bit);
	}
}

static int by_handoff(const void *a, const void *b)
{
	uint32_t x = ((const struct faulty *)a)->handoff;
	uint32_t y = ((const struct faulty *)b)->handoff;

	return (x > y) - (x < y);
}

/* It counts nowhere: what edges say stands in the event too. */
static void set_faults(struct mesh *m, const struct faulty *f)
{
	struct handoff *h = handoff_of(m, f->handoff);

	if ((h->faults & FAULTS_FOUND) == f->faults)
		return;
	h->faults = (h->faults & ~(unsigned)FAULTS_FOUND) | f->faults;
	handoff_file_found(m, f->handoff);
	dump_touch(m, f->handoff);
}

static void fold_faults(struct mesh *m, struct json *j, uint32_t faults)
{
	struct faulties f = { 0 };
	struct order_item i;

	/* those that have one now, and of which it may say nothing */
	for (size_t n = 0; order_at(&m->own.found, n, &i); n++)
		say(&f, i.id, 0);
	for (unsigned bit = 1; bit < 1u << FAULT_BITS; bit <<= 1) {
		if (bit & FAULTS_FOUND)
			read_faulty(
				&f, m, j, json_member(j, faults, fault_name(bit)), bit);
	}
	if (f.n > 0)
		qsort(f.item, f.n, sizeof(*f.item), by_handoff);
	for (size_t n = 0; n < f.n; n++) {
		if (n + 1 < f.n && f.item[n + 1].handoff == f.item[n].handoff)
			f.item[n + 1].faults |= f.item[n].faults;
		else
			set_faults(m, &f.item[n]);
	}
	free(f.item);
}

/* --- what is awaited, and the circles ----------------------------------------------- */

static struct str text_in(struct json *j, uint32_t object, const char *name)
{
	uint32_t node = json_member(j, object, name);

	return json_is(j, node, JSON_STRING) ? json_str(j, node) : (struct str){ 0 };
}

static void fold_one_awaited(struct mesh *m, struct json *j, uint32_t item)
{
	uint32_t list = json_member(j, item, "by"), by[NAMERS_SAID];
	size_t n = 0;

	if (!json_is(j, list, JSON_ARRAY))
		return;
	for (uint32_t i = list + 1; i < j->node[list].next && n < NAMERS_SAID;
		i = j->node[i].next) {
		by[n] = handoff_in(m, j, i);
		n += by[n] != NONE;
	}
	/* they are linked newest first, and that is how the list begins */
	for (size_t i = 0; i < n / 2; i++) {
		uint32_t first = by[i];

		by[i] = by[n - 1 - i];
		by[n - 1 - i] = first;
	}
	awaits_say(m, text_in(j, item, "input"), by, n);
}

static void fold_awaited(struct mesh *m, struct json *j, uint32_t list)
{
	awaits_begin(m);
	for (uint32_t i = list + 1;
		json_is(j, list, JSON_ARRAY) && i < j->node[list].next;
		i = j->node[i].next)
		fold_one_awaited(m, j, i);
	awaits_end(m);
}

static int64_t time_in(struct json *j, uint32_t object, const char *name)
{
	int64_t t = 0;

	return time_parse(text_in(j, object, name), &t) ? t : 0;
}

static void fold_circle(struct mesh *m, struct json *j, uint32_t item)
{
	uint32_t list = json_member(j, item, "agents");
	int64_t count = 0;
	struct circle c = { .first = time_in(j, item, "first"),
		.last = time_in(j, item, "last"),
		.longer = json_is(j, json_member(j, item, "longer"), JSON_TRUE),
		.handoff = handoff_in(m, j, json_member(j, item, "handoff")) };

	json_int(j, json_member(j, item, "count"), &count);
	c.count = (uint64_t)count;
	if (!json_is(j, list, JSON_ARRAY))
		return;
	for (uint32_t i = list + 1; i < j->node[list].next; i = j->node[i].next) {
		if (c.agents == CIRCLE_AGENTS || !json_is(j, i, JSON_STRING))
			return;
		c.agent[c.agents++] = agent_get(m, json_str(j, i));
	}
	if (c.agents > 0 && (!c.longer || c.agents == 2))
		circle_add(m, c);
}

void baseline_fold_links(struct mesh *m, const struct event *e)
{
	struct json *j = e->doc;
	uint32_t circles = json_member(j, e->data, "circles");

	fold_faults(m, j, json_member(j, e->data, "faults"));
	fold_awaited(m, j, json_member(j, e->data, "awaited"));
	m->circles = 0;
	for (uint32_t i = circles + 1;
		json_is(j, circles, JSON_ARRAY) && i < j->node[circles].next;
		i = j->node[i].next)
		fold_circle(m, j, i);
}
