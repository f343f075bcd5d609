/* SPDX-License-Identifier: MIT */
/*
 * Events of handoffs that nobody has offered yet: docs/PROTOCOL.md, "Two agents are
 * two connections". They wait here, a chain for each handoff in hub order.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "mesh/image_own.h"
#include "mesh/own.h"

struct waiting {
	struct event *event; /* event_copy() */
	struct waiting *next;
};

struct early {
	char *handoff;
	struct waiting *first, *last;
	uint32_t events, accepts; /* that wait */
};

static struct str key_of(const void *owner, uint32_t place)
{
	return str_of(((const struct mesh *)owner)->own.early_list[place].handoff);
}

void early_keep(struct mesh *m, const struct event *e)
{
	struct waiting *w = xmalloc(sizeof(*w));
	struct early *at;
	uint32_t i;

	if (m->own.early.key_of == NULL)
		table_init(&m->own.early, key_of, m);
	i = table_find(&m->own.early, e->handoff);
	if (i == TABLE_NONE) {
		i = m->own.earlies++;
		xgrow(&m->own.early_list, &m->own.cap_early, m->own.earlies,
			sizeof(struct early));
		m->own.early_list[i] =
			(struct early){ .handoff = xmemdup(e->handoff.p, e->handoff.n) };
		table_add(&m->own.early, e->handoff, i);
	}
	*w = (struct waiting){ event_copy(e), NULL };
	at = &m->own.early_list[i];
	if (at->first == NULL)
		at->first = w;
	else
		at->last->next = w;
	at->last = w;
	at->events++;
	at->accepts += e->type == EV_ACCEPTED;
}

bool mesh_awaits_offer(const struct mesh *m, struct str handoff)
{
	uint32_t i = m->own.early.key_of == NULL ? TABLE_NONE
						 : table_find(&m->own.early, handoff);

	return i != TABLE_NONE && m->own.early_list[i].first != NULL;
}

/* False: it is there, and of it a higher attempt is awaited. */
static bool say_unoffered(
	const struct mesh *m, const struct early *at, struct unoffered *out)
{
	const struct waiting *w = at->first;

	if (w == NULL || mesh_find_handoff(m, str_of(at->handoff)) != NONE)
		return false;
	*out = (struct unoffered){ .id = at->handoff,
		.agent = w->event->agent,
		.type = w->event->type,
		.since = w->event->recorded,
		.last = at->last->event->recorded,
		.events = at->events,
		.accepts = at->accepts };
	return true;
}

bool mesh_unoffered(const struct mesh *m, uint32_t *n, struct unoffered *out)
{
	while (*n < m->own.earlies) {
		if (say_unoffered(m, &m->own.early_list[(*n)++], out))
			return true;
	}
	return false;
}

bool mesh_unoffered_find(const struct mesh *m, struct str id, struct unoffered *out)
{
	uint32_t i =
		m->own.early.key_of == NULL ? TABLE_NONE : table_find(&m->own.early, id);

	return i != TABLE_NONE && say_unoffered(m, &m->own.early_list[i], out);
}

uint32_t mesh_told_early(const struct mesh *m)
{
	return m->own.earlies;
}

/* One that waited is judged and applied as if it came now. */
static void release(struct mesh *m, uint32_t h, const struct event *e, enum standing s)
{
	fold_function *f = handoff_folds[e->type];

	m->own.standing[STANDING_EARLY]--;
	m->own.standing[s]++;
	if (s == STANDING_APPLIED && f != NULL)
		f(m, e, h);
	else if (s == STANDING_LATE)
		handoff_judge_late(m, h, e);
	handoff_remember(m, h, e, s);
}

void early_release(struct mesh *m, uint32_t h)
{
	uint32_t i = m->own.early.key_of == NULL
		? TABLE_NONE
		: table_find(&m->own.early, str_of(handoff_there(m, h)->id));
	struct waiting **w, *last = NULL;

	if (i == TABLE_NONE)
		return;
	for (w = &m->own.early_list[i].first; *w != NULL;) {
		struct waiting *now = *w;
		enum standing s = handoff_standing(m, h, now->event);

		if (s == STANDING_EARLY) {
			last = now;
			w = &now->next;
			continue;
		}
		*w = now->next;
		m->own.early_list[i].events--;
		m->own.early_list[i].accepts -= now->event->type == EV_ACCEPTED;
		release(m, h, now->event, s);
		free(now->event);
		free(now);
	}
	m->own.early_list[i].last = last;
}

void early_free(struct mesh *m)
{
	for (uint32_t i = 0; i < m->own.earlies; i++) {
		struct waiting *w = m->own.early_list[i].first;

		while (w != NULL) {
			struct waiting *next = w->next;

			free(w->event);
			free(w);
			w = next;
		}
		free(m->own.early_list[i].handoff);
	}
	free(m->own.early_list);
	table_fini(&m->own.early);
}

void early_save(const struct mesh *m, struct image_out *o)
{
	for (uint32_t i = 0; i < m->own.earlies; i++) {
		for (struct waiting *w = m->own.early_list[i].first; w != NULL;
			w = w->next) {
			out_number(o, 1);
			out_fields(o, &waiting_fields, w->event);
		}
	}
	out_number(o, 0);
}

void early_load(struct mesh *m, struct image_in *in)
{
	while (in_below(in, 2) == 1) {
		struct event e = { .data = JSON_NONE, .artifact = JSON_NONE };

		in_fields(in, &waiting_fields, &e);
		if (e.type < EVENT_TYPES && e.handoff.n > 0 && e.attempt > 0 &&
			e.action < FALLBACK_ACTIONS && !in->bad)
			early_keep(m, &e);
		else
			in->bad = true;
		free_slices(&waiting_fields, &e);
	}
}
