/* SPDX-License-Identifier: MIT */
#include "mesh/image.h"

#include <stdlib.h>

#include "base/mem.h"
#include "mesh/image_own.h"
#include "mesh/own.h"

#define FORMAT 4

/* --- the layout ------------------------------------------------------------ */

static uint64_t mix(uint64_t sum, uint64_t n)
{
	return (sum ^ n) * UINT64_C(0x100000001b3);
}

uint64_t image_layout(void)
{
	static const struct field_table *const all[] = { &handoff_fields,
		&decision_fields, &incident_fields, &agent_fields, &edge_fields,
		&edge_kind_fields, &edge_breach_fields, &circle_fields, &hook_fields,
		&owed_fields, &mute_fields, &noted_fields, &note_fields, &entry_fields,
		&refused_fields, &waiting_fields, &run_fields, &log_fields,
		&audit_fields };
	const uint32_t one = 1;
	uint64_t sum = mix(UINT64_C(0xcbf29ce484222325), FORMAT);

	for (size_t t = 0; t < sizeof(all) / sizeof(*all); t++) {
		for (size_t i = 0; i < all[t]->count; i++) {
			sum = mix(sum, all[t]->field[i].kind);
			sum = mix(sum, all[t]->field[i].size);
		}
		sum = mix(sum, all[t]->count);
	}
	sum = mix(sum, *(const unsigned char *)&one); /* the order of bytes */
	sum = mix(sum, STATES);
	sum = mix(sum, EVENT_TYPES);
	sum = mix(sum, STANDINGS);
	sum = mix(sum, LOG_LINES);
	sum = mix(sum, PAGE_ITEMS);
	sum = mix(sum, DUMP_BLOCK);
	sum = mix(sum, sizeof(struct dump_block));
	sum = mix(sum, sizeof(struct seen_entry));
	return mix(sum, sizeof(struct rate));
}

/* --- out ------------------------------------------------------------------- */

/* --- a first look ---------------------------------------------------------- */

static int by_place(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* Places of what is in it, each once. */
static struct image_places choose(const struct mesh *m, size_t most)
{
	struct image_places c = { xmalloc((2 * most + 1) * sizeof(*c.place)), 0 };
	struct order_item i;
	size_t kept = 0;

	for (size_t k = 0; k < most && order_at(&m->review, k, &i); k++)
		c.place[c.n++] = i.id;
	for (size_t k = 0; k < most && k < m->dead.count; k++) {
		if (order_at(&m->dead, m->dead.count - 1 - k, &i))
			c.place[c.n++] = i.id;
	}
	qsort(c.place, c.n, sizeof(*c.place), by_place);
	for (size_t k = 0; k < c.n; k++) {
		if (kept == 0 || c.place[kept - 1] != c.place[k])
			c.place[kept++] = c.place[k];
	}
	c.n = kept;
	return c;
}

static struct image_places decisions_of(
	const struct mesh *m, const struct image_places *c)
{
	struct image_places d = { NULL, 0 };
	size_t cap = 0;

	for (size_t k = 0; k < c->n; k++) {
		uint32_t i = handoff_there(m, c->place[k])->decisions;

		for (; decision_at(m, i) != NULL; i = decision_there(m, i)->before) {
			xgrow(&d.place, &cap, d.n + 1, sizeof(*d.place));
			d.place[d.n++] = i;
		}
	}
	if (d.n > 0)
		qsort(d.place, d.n, sizeof(*d.place), by_place);
	return d;
}

/* --- the rest -------------------------------------------------------------- */

static void save_hole(void *user, const struct hole *h)
{
	struct image_out *o = user;

	out_number(o, h->first);
	out_number(o, h->last);
	out_number(o, (uint64_t)h->since);
	out_number(o, (uint64_t)h->lost << 1 | h->told);
}

static void save_sequences(struct image_out *o, const struct sequences *s)
{
	out_number(o, s->lost);
	out_number(o, s->unheard);
	out_number(o, s->runs);
	for (uint32_t i = 0; i < s->runs; i++) {
		const struct run *r = &s->run[i];

		out_string(o, (struct str){ r->key, r->source_bytes });
		out_string(o, (struct str){ r->key + r->source_bytes + 1, r->run_bytes });
		out_fields(o, &run_fields, r);
		run_each_hole(r, save_hole, o);
		out_number(o, 0);
	}
	out_number(o, s->youngs - s->told);
	out_number(o, s->aged > s->told ? s->aged - s->told : 0);
	for (size_t i = s->told; i < s->youngs; i++) {
		out_number(o, s->young[i].run);
		out_number(o, s->young[i].first);
		out_number(o, s->young[i].last);
		out_number(o, (uint64_t)s->young[i].since);
	}
}

static void save_contracts(struct image_out *o, const struct registry *r)
{
	out_number(o, r->count);
	for (uint32_t i = 0; i < r->count; i++) {
		out_string(o, str_of(r->entry[i].contract->json));
		out_fields(o, &entry_fields, &r->entry[i]);
	}
	out_number(o, r->refusals);
	for (uint32_t i = 0; i < r->refusals; i++)
		out_fields(o, &refused_fields, &r->refused[i]);
}

/* What is owed refers to handoffs: a first image may not have them. */
static void save_hooks(struct image_out *o, const struct mesh *m, bool first)
{
	for (int k = 0; k < HOOKS; k++) {
		size_t owes = first ? 0 : m->hook[k].owes;

		out_fields(o, &hook_fields, &m->hook[k]);
		out_number(o, owes);
		for (size_t n = 0; n < owes; n++)
			out_fields(o, &owed_fields, hook_owed(&m->hook[k], n));
	}
	out_number(o, m->mutes);
	for (uint32_t i = 0; i < m->mutes; i++)
		out_fields(o, &mute_fields, &m->mute[i]);
}

/* A first image says what things are called, and not all that was written of them. */
static void save_notes(struct image_out *o, const struct mesh *m, bool first)
{
	out_number(o, m->noteds);
	for (uint32_t i = 0; i < m->noteds; i++) {
		uint32_t notes = first ? 0 : m->noted[i].notes;

		out_fields(o, &noted_fields, &m->noted[i]);
		out_number(o, notes);
		for (uint32_t k = 0; k < notes; k++)
			out_fields(o, &note_fields, &m->noted[i].note[k]);
	}
}

static void save_log(struct image_out *o, const struct mesh *m, uint64_t most)
{
	uint64_t n = m->log_lines < most ? m->log_lines : most;

	out_number(o, m->log_lines);
	out_number(o, n);
	for (uint64_t i = m->log_lines - n; i < m->log_lines; i++)
		out_fields(o, &log_fields, &m->log[i % LOG_LINES]);
}

static void save_sums(struct image_out *o, const struct mesh *m)
{
	out_number(o, (uint64_t)m->now);
	out_number(o, m->hubsequence);
	out_number(o, m->horizon);
	out_number(o, m->events);
	out_number(o, m->by_agents);
	for (int i = 0; i < STANDINGS; i++)
		out_number(o, m->own.standing[i]);
	out_number(o, m->own.access_denied);
	out_fields(o, &audit_fields, &m->audit);
	out_bytes(o, &m->offers, sizeof(m->offers));
	out_bytes(o, &m->lows, sizeof(m->lows));
	out_bytes(o, &m->refusals, sizeof(m->refusals));
}

/* How many there are in all. In a whole image that is as many as come. */
static void save_totals(struct image_out *o, const struct mesh *m, bool first)
{
	out_number(o, first);
	out_number(o, mesh_waiting(m));
	out_number(o, mesh_dead(m));
	out_number(o, mesh_handoffs(m));
	for (int i = 0; i < STATES; i++)
		out_number(o, m->states[i]);
	image_save_dead_totals(o, m);
}

static void save_edge(struct image_out *o, const struct edge *e)
{
	out_fields(o, &edge_fields, e);
	out_number(o, e->kinds);
	for (uint32_t i = 0; i < e->kinds; i++)
		out_fields(o, &edge_kind_fields, &e->kind[i]);
	out_number(o, e->breaches);
	for (uint32_t i = 0; i < e->breaches; i++)
		out_fields(o, &edge_breach_fields, &e->breach[i]);
}

static void save_circles(struct image_out *o, const struct mesh *m)
{
	out_number(o, m->own.circles_forgotten);
	out_number(o, m->circles);
	for (uint32_t i = 0; i < m->circles; i++)
		out_fields(o, &circle_fields, &m->circle[i]);
}

/* What names them is a handoff: a first image may not have it. */
static void save_awaits(struct image_out *o, const struct awaits *a, bool first)
{
	out_number(o, a->forgotten);
	out_number(o, first ? 0 : a->kept);
	for (uint32_t n = 0, i = a->oldest; n < a->kept && !first;
		n++, i = a->item[i].newer) {
		out_number(o, i);
		out_string(o, str_of(a->item[i].id));
		out_number(o, a->item[i].first);
	}
}

static void save_head(struct image_out *o, const struct mesh *m, bool first)
{
	out_bytes(o, IMAGE_MAGIC, sizeof(IMAGE_MAGIC) - 1);
	out_number(o, image_layout());
	out_number(o, o->packing != NULL ? o->packing->number : 0);
	save_sums(o, m);
	save_contracts(o, &m->contracts);
	out_number(o, m->agents);
	for (uint32_t i = 0; i < m->agents; i++)
		out_fields(o, &agent_fields, &m->agent[i]);
	out_number(o, m->edges);
	for (uint32_t i = 0; i < m->edges; i++)
		save_edge(o, &m->edge[i]);
	image_save_dead(o, m);
	save_circles(o, m);
	save_awaits(o, &m->own.awaits, first);
}

static bool save_end(
	struct image_out *o, const struct mesh *m, uint64_t log_lines, bool first)
{
	bool ok;

	save_log(o, m, log_lines);
	save_totals(o, m, first);
	out_bytes(o, IMAGE_MAGIC, sizeof(IMAGE_MAGIC) - 1);
	ok = out_flush(o);
	buf_fini(&o->buf);
	return ok;
}

bool mesh_save_packed(const struct mesh *m, const struct image_packing *packing,
	image_sink *sink, void *user)
{
	struct image_out o = { .sink = sink, .user = user, .packing = packing };

	save_head(&o, m, false);
	image_save_pages(&o, m);
	image_save_index(&o, m);
	save_hooks(&o, m, false);
	save_notes(&o, m, false);
	save_sequences(&o, &m->own.sequences);
	image_save_seen(&o, &m->own.seen);
	early_save(m, &o);
	image_save_dump(&o, &m->own.dump);
	return save_end(&o, m, LOG_LINES, false);
}

bool mesh_save(const struct mesh *m, image_sink *sink, void *user)
{
	return mesh_save_packed(m, NULL, sink, user);
}

bool mesh_save_first(const struct mesh *m, size_t most, image_sink *sink, void *user)
{
	struct image_out o = { .sink = sink, .user = user };
	struct sequences none = { .lost = m->own.sequences.lost,
		.unheard = m->own.sequences.unheard };
	struct image_places handoffs = choose(m, most);
	struct image_places decisions = decisions_of(m, &handoffs);

	save_head(&o, m, true);
	image_save_some(&o, m, &handoffs, &decisions);
	image_save_no_index(&o, m);
	save_hooks(&o, m, true);
	save_notes(&o, m, true);
	save_sequences(&o, &none);
	image_save_seen(&o, &(struct seen){ .key = m->own.seen.key });
	out_number(&o, 0); /* early ones */
	out_number(&o, 0); /* digests */
	free(handoffs.place);
	free(decisions.place);
	return save_end(&o, m, most, true);
}
