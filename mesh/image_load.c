/* SPDX-License-Identifier: MIT */
/* The way back from an image: whatever it says is checked before it is used. */
#include <stdlib.h>

#include "base/mem.h"
#include "mesh/image_own.h"
#include "mesh/own.h"

#define TEXT_MOST ((size_t)16 << 20)
#define SEEN_MOST (UINT64_C(1) << 27)
#define RESERVED_MOST (1u << 22) /* of a table, on the word of an image */

static bool need(struct image_in *in, bool holds)
{
	in->bad |= !holds;
	return !in->bad;
}

static bool is_none_or_below(uint32_t place, uint32_t count)
{
	return place == NONE || place < count;
}

/* --- the parts, in the order in which they are saved ------------------------ */

static void load_sums(struct image_in *in, struct mesh *m)
{
	m->now = (int64_t)in_number(in);
	m->hubsequence = in_number(in);
	m->horizon = in_number(in);
	m->events = in_number(in);
	m->by_agents = in_number(in);
	for (int i = 0; i < STANDINGS; i++)
		m->own.standing[i] = in_number(in);
	in_fields(in, &audit_fields, &m->audit);
	in_bytes(in, &m->offers, sizeof(m->offers));
	in_bytes(in, &m->lows, sizeof(m->lows));
	in_bytes(in, &m->refusals, sizeof(m->refusals));
}

static void load_contract(struct image_in *in, struct registry *r)
{
	size_t n;
	char *text = in_string(in, TEXT_MOST, &n);
	bool in_force = in_below(in, 2) != 0;
	int64_t loaded = (int64_t)in_number(in);
	uint64_t changed = in_number(in);
	struct contract *c = NULL;

	if (need(in, text != NULL))
		c = contract_read((struct str){ text, n }, NULL);
	if (need(in, c != NULL)) {
		uint32_t place = registry_put_take(r, c);
		struct registry_entry *e = &r->entry[place];

		e->in_force = in_force;
		e->loaded = loaded;
		e->changed = changed;
	}
	free(text);
}

static void load_contracts(struct image_in *in, struct registry *r)
{
	uint64_t n = in_below(in, IMAGE_PLACES);

	while (n-- > 0 && !in->bad)
		load_contract(in, r);
}

static void load_agents(struct image_in *in, struct mesh *m)
{
	uint64_t n = in_below(in, IMAGE_PLACES);

	for (; m->agents < n && !in->bad; m->agents++) {
		struct agent *a;

		xgrow(&m->agent, &m->own.cap_agent, m->agents + 1, sizeof(*m->agent));
		a = &m->agent[m->agents];
		*a = (struct agent){ 0 };
		in_fields(in, &agent_fields, a);
		if (!need(in,
			    a->name != NULL &&
				    mesh_find_agent(m, str_of(a->name)) == NONE)) {
			agent_fini(a);
			return;
		}
		table_add(&m->own.agents, str_of(a->name), m->agents);
	}
}

static bool reasons_end(const struct edge *e)
{
	for (size_t i = 0; i < EDGE_REASONS; i++) {
		if (e->reasons[i].text[REASON_KEPT - 1] != '\0')
			return false;
	}
	return true;
}

static void load_edges(struct image_in *in, struct mesh *m)
{
	uint64_t n = in_below(in, IMAGE_PLACES);

	for (uint64_t i = 0; i < n && !in->bad; i++) {
		struct edge read = { 0 }, *e;
		uint32_t place;

		in_fields(in, &edge_fields, &read);
		if (!need(in,
			    read.from < m->agents && read.to < m->agents &&
				    is_none_or_below(read.contract, m->contracts.count) &&
				    mesh_find_edge(m, read.from, read.to) == NONE &&
				    reasons_end(&read))) {
			free(read.last_reason);
			return;
		}
		place = edge_get(m, read.from, read.to);
		e = &m->edge[place];
		*e = read;
	}
}

static void load_groups(struct image_in *in, struct mesh *m)
{
	uint64_t n = in_below(in, IMAGE_PLACES);

	while (n-- > 0 && !in->bad) {
		uint32_t edge = (uint32_t)in_below(in, m->edges), place;
		size_t length;
		char *reason = in_string(in, TEXT_KEPT, &length);

		if (need(in, reason != NULL)) {
			place = dead_group_get(m, reason, edge);
			need(in, place + 1 == m->dead_groups);
			in_bytes(in, &m->dead_group[place].came, sizeof(struct rate));
		}
		free(reason);
	}
}

/* The next item of `p` in the image, zeroed; NULL where it cannot be. */
static void *next_item(struct image_in *in, struct pages *p, uint32_t count)
{
	uint32_t place = (uint32_t)in_below(in, count);

	if (!need(in, place >= p->count))
		return NULL;
	pages_skip(p, place);
	return pages_add(p);
}

static void load_decisions(struct image_in *in, struct mesh *m)
{
	uint32_t count = (uint32_t)in_below(in, IMAGE_PLACES);
	uint64_t kept = in_below(in, (uint64_t)count + 1);

	while (kept-- > 0 && !in->bad) {
		struct decision *d = next_item(in, &m->decision, count);
		uint32_t place = m->decision.count - 1;

		if (d == NULL)
			return;
		in_fields(in, &decision_fields, d);
		if (!need(in,
			    d->id != NULL && d->type < EVENT_TYPES &&
				    d->action < FALLBACK_ACTIONS &&
				    d->delivery <= DELIVERY_NONE &&
				    is_none_or_below(d->doer, m->agents) &&
				    (d->before == NONE ||
					    decision_at(m, d->before) != NULL))) {
			if (d->id == NULL)
				decision_fini(d);
			return;
		}
		table_add(&m->own.decisions, str_of(d->id), place);
	}
	pages_skip(&m->decision, in->bad ? 0 : count);
}

static void load_past(struct image_in *in, struct handoff *h)
{
	uint32_t n = (uint32_t)in_below(in, IMAGE_PLACES), room = 1;

	while (room < n)
		room *= 2;
	if (n == 0 || in->bad)
		return;
	for (; h->pasts < n && !in->bad; h->pasts++) {
		struct past *p;

		/* grown as it is read: a count alone costs nothing */
		if ((h->pasts & (h->pasts - 1)) == 0 && h->pasts < 64)
			h->past = xrealloc(
				h->past, (n <= 64 ? room : 64) * sizeof(*h->past));
		else if ((h->pasts & (h->pasts - 1)) == 0)
			h->past = xrealloc(
				h->past, 2 * (size_t)h->pasts * sizeof(*h->past));
		p = &h->past[h->pasts];
		p->hubsequence = in_below(in, UINT64_C(1) << 48);
		p->type = in_below(in, EVENT_TYPES);
		p->standing = in_below(in, STANDINGS);
		in_bytes(in, &p->time, sizeof(p->time));
	}
}

static void load_attempts(struct image_in *in, struct handoff *h)
{
	struct attempt **end = &h->earlier;
	uint64_t attempt;

	while ((attempt = in_below(in, UINT32_MAX)) != 0) {
		struct attempt *t = xcalloc(1, sizeof(*t));

		*end = t;
		end = &t->before;
		t->attempt = (uint32_t)attempt;
		t->offer = in_number(in);
		in_bytes(in, &t->digest, sizeof(t->digest));
	}
}

static bool refers_to_what_is(const struct mesh *m, const struct handoff *h)
{
	return h->edge < m->edges && is_none_or_below(h->contract, m->contracts.count) &&
		(h->decision == NONE || decision_at(m, h->decision) != NULL) &&
		(h->fallback == NONE || decision_at(m, h->fallback) != NULL) &&
		(h->decisions == NONE || decision_at(m, h->decisions) != NULL) &&
		is_none_or_below(h->dead_group, m->dead_groups) &&
		(!h->in_dead || h->dead_group != NONE);
}

static bool has_sound_values(const struct handoff *h)
{
	return h->state > STATE_NONE && h->state < STATES && h->attempt > 0 &&
		h->pasts > 0 && h->on_deadline < FALLBACK_ACTIONS &&
		h->fired_action < FALLBACK_ACTIONS && h->hold < HOLD_CAUSES &&
		h->found < HOLD_CAUSES;
}

/* Into the lists in which it says it stands, and the sums that count it. */
static void file_again(struct mesh *m, struct handoff *h, uint32_t place)
{
	if (h->in_review)
		order_add(&m->review, h->review_key, place);
	if (h->in_clock)
		order_add(&m->clock, h->clock_key, place);
	if (h->in_closed)
		order_add(&m->closed, h->closed_key, place);
	if (h->in_dead) {
		order_add(&m->dead, h->dead_key, place);
		order_add(&m->dead_group[h->dead_group].letters, h->dead_key, place);
	}
	m->states[h->state]++;
	table_add(&m->own.handoffs, str_of(h->id), place);
	dump_touch(m, place);
}

static void load_handoff(struct image_in *in, struct mesh *m, struct handoff *h)
{
	size_t n;
	char *summary;

	in_fields(in, &handoff_fields, h);
	h->incident = h->in_incident = h->before_in_incident = NONE;
	summary = in_string(in, TEXT_MOST, &n);
	if (summary != NULL && h->id != NULL)
		handoff_set_summary(h, (struct str){ summary, n });
	free(summary);
	load_past(in, h);
	load_attempts(in, h);
	if (need(in, h->id != NULL && refers_to_what_is(m, h) && has_sound_values(h)))
		file_again(m, h, m->handoff.count - 1);
	else if (h->id == NULL)
		handoff_fini(h);
}

static void reserve(struct table *t, uint64_t count)
{
	table_reserve(t, count < RESERVED_MOST ? (uint32_t)count : RESERVED_MOST);
}

static void load_handoffs(struct image_in *in, struct mesh *m)
{
	uint32_t count = (uint32_t)in_below(in, IMAGE_PLACES);
	uint64_t kept = in_below(in, (uint64_t)count + 1);

	reserve(&m->own.handoffs, kept);
	while (kept-- > 0 && !in->bad) {
		struct handoff *h = next_item(in, &m->handoff, count);

		if (h != NULL)
			load_handoff(in, m, h);
	}
	pages_skip(&m->handoff, in->bad ? 0 : count);
	for (uint32_t i = 0; i < m->decision.count && !in->bad; i++) {
		const struct decision *d = decision_at(m, i);

		if (d != NULL && need(in, handoff_at(m, d->handoff) != NULL))
			decision_file(m, i);
	}
}

static void load_incident(struct image_in *in, struct mesh *m, uint32_t place)
{
	struct incident *n = incident_of(m, place);
	uint64_t handoffs;

	n->first_handoff = n->last_handoff = NONE;
	in_fields(in, &incident_fields, n);
	handoffs = in_below(in, IMAGE_PLACES);
	if (!need(in, n->id != NULL && handoffs > 0))
		return;
	table_add(&m->own.incidents, str_of(n->id), place);
	while (handoffs-- > 0 && !in->bad) {
		uint32_t h = (uint32_t)in_below(in, m->handoff.count);

		if (need(in,
			    handoff_at(m, h) != NULL &&
				    handoff_at(m, h)->incident == NONE))
			incident_join(m, h, place);
	}
}

static void load_incidents(struct image_in *in, struct mesh *m)
{
	uint32_t count = (uint32_t)in_below(in, IMAGE_PLACES);
	uint64_t kept = in_below(in, (uint64_t)count + 1);

	while (kept-- > 0 && !in->bad) {
		if (next_item(in, &m->incident, count) != NULL)
			load_incident(in, m, m->incident.count - 1);
	}
	pages_skip(&m->incident, in->bad ? 0 : count);
}

static void load_hook(struct image_in *in, struct mesh *m, struct hook *h)
{
	uint64_t owes;

	in_fields(in, &hook_fields, h);
	owes = in_below(in, OWED_EVER + 1);
	while (owes-- > 0 && !in->bad) {
		struct owed o = { 0 };

		in_fields(in, &owed_fields, &o);
		if (need(in, handoff_at(m, o.handoff) != NULL))
			hook_put(h, &o);
	}
}

static void load_hooks(struct image_in *in, struct mesh *m)
{
	uint64_t mutes;

	for (int k = 0; k < HOOKS; k++)
		load_hook(in, m, &m->hook[k]);
	mutes = in_below(in, MUTES_MOST + 1);
	m->mute = mutes > 0 ? xcalloc(MUTES_MOST, sizeof(*m->mute)) : NULL;
	while (m->mutes < mutes && !in->bad) {
		struct mute *u = &m->mute[m->mutes++];

		in_fields(in, &mute_fields, u);
		need(in, u->name != NULL && u->what < MUTE_WHATS);
	}
}

static void load_holes(struct image_in *in, struct sequences *s)
{
	struct hole h = { 0 };

	while ((h.first = in_number(in)) != 0 && !in->bad) {
		uint64_t bits;

		h.last = in_number(in);
		h.since = (int64_t)in_number(in);
		bits = in_below(in, 4);
		h.lost = bits & 2;
		h.told = bits & 1;
		need(in, sequences_put_hole(s, h));
	}
}

static void load_run(struct image_in *in, struct sequences *s)
{
	size_t source_bytes, run_bytes;
	char *source = in_string(in, 400, &source_bytes);
	char *name = in_string(in, 400, &run_bytes);
	struct run like = { 0 };
	struct numbered key = { { source, source_bytes }, { name, run_bytes }, 1, 0 };

	in_fields(in, &run_fields, &like);
	if (need(in,
		    like.first > 0 && like.first <= like.highest &&
			    sequences_put_run(s, &key, &like)))
		load_holes(in, s);
	free(source);
	free(name);
}

static void load_young(struct image_in *in, struct sequences *s)
{
	uint64_t n = in_below(in, IMAGE_PLACES);

	s->aged = (size_t)in_below(in, n + 1);
	for (; s->youngs < n && !in->bad; s->youngs++) {
		struct young_hole *y;

		xgrow(&s->young, &s->young_cap, s->youngs + 1, sizeof(*s->young));
		y = &s->young[s->youngs];
		y->run = (uint32_t)in_below(in, s->runs);
		y->first = in_number(in);
		y->last = in_number(in);
		y->since = (int64_t)in_number(in);
		need(in, y->first <= y->last);
	}
}

static void load_sequences(struct image_in *in, struct sequences *s)
{
	uint64_t runs;

	s->lost = in_number(in);
	s->unheard = in_number(in);
	runs = in_below(in, IMAGE_PLACES);
	while (runs-- > 0 && !in->bad)
		load_run(in, s);
	load_young(in, s);
}

static void load_seen(struct image_in *in, struct seen *s)
{
	struct seen_entry e;
	size_t used;

	in_bytes(in, &s->key, sizeof(s->key));
	s->horizon = in_number(in);
	used = (size_t)in_below(in, SEEN_MOST);
	if (used > 0)
		seen_reserve(s, used);
	for (;;) {
		in_bytes(in, &e, sizeof(e));
		if (in->bad || e.place == 0)
			return;
		seen_put(s, &e);
	}
}

static void load_log(struct image_in *in, struct mesh *m)
{
	uint64_t n;

	m->log_lines = in_number(in);
	n = in_below(in, LOG_LINES + 1);
	if (!need(in, n <= m->log_lines))
		return;
	for (uint64_t i = m->log_lines - n; i < m->log_lines && !in->bad; i++) {
		struct log_line *l = &m->log[i % LOG_LINES];

		in_fields(in, &log_fields, l);
		l->text[sizeof(l->text) - 1] = '\0';
		need(in, l->type < EVENT_TYPES && l->standing < STANDINGS);
	}
}

static void load_dump(struct image_in *in, struct dump *d)
{
	uint64_t i;

	while ((i = in_below(in, d->blocks + 1)) != 0) {
		struct dump_block *at = &d->block[i - 1];

		in_bytes(in, &at->digest, sizeof(at->digest));
		at->clean = !in->bad;
	}
}

/* The total less what is here. */
static uint64_t load_beyond(struct image_in *in, uint64_t here)
{
	uint64_t total = in_number(in);

	need(in, total >= here);
	return in->bad ? 0 : total - here;
}

static void load_totals(struct image_in *in, struct mesh *m)
{
	m->beyond.first = in_below(in, 2) != 0;
	m->beyond.review = load_beyond(in, m->review.count);
	m->beyond.dead = load_beyond(in, m->dead.count);
	m->beyond.handoffs = load_beyond(in, m->handoff.kept);
	for (int i = 0; i < STATES; i++) {
		uint64_t n = in_below(in, UINT32_MAX);

		need(in, n >= m->states[i]);
		m->states[i] = (uint32_t)n;
	}
	for (uint32_t i = 0; i < m->dead_groups; i++)
		m->dead_group[i].beyond = load_beyond(in, m->dead_group[i].letters.count);
}

static bool has_magic(struct image_in *in)
{
	char read[sizeof(IMAGE_MAGIC) - 1];

	in_bytes(in, read, sizeof(read));
	return !in->bad && memcmp(read, IMAGE_MAGIC, sizeof(read)) == 0;
}

static bool load_all(struct image_in *in, struct mesh *m, struct err *e)
{
	if (!has_magic(in))
		return err_set(e, "this is no image of a mesh");
	if (in_number(in) != image_layout())
		return err_set(e, "the image is of another version of seam");
	load_sums(in, m);
	load_contracts(in, &m->contracts);
	load_agents(in, m);
	load_edges(in, m);
	load_groups(in, m);
	load_decisions(in, m);
	load_handoffs(in, m);
	load_incidents(in, m);
	load_hooks(in, m);
	load_sequences(in, &m->own.sequences);
	load_seen(in, &m->own.seen);
	early_load(m, in);
	load_dump(in, &m->own.dump);
	load_log(in, m);
	load_totals(in, m);
	if (in->bad || !has_magic(in))
		return err_set(e, "the image is cut short or damaged");
	return true;
}

struct mesh *mesh_load(image_source *source, void *user, struct err *e)
{
	struct mesh *m = mesh_new();
	struct image_in in = { .source = source, .user = user, .words = &m->own.words };

	if (!load_all(&in, m, e)) {
		mesh_free(m);
		m = NULL;
	}
	free(in.chunk);
	return m;
}
