/* SPDX-License-Identifier: MIT */
/*
 * The fold's entry: classify an event against what has come before, then
 * count it and, if it stands, hand it to the fold of its kind.
 */
#include "mesh/mesh.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "mesh/own.h"

static const struct {
	const char *standing, *counter;
} standings[STANDINGS] = {
	[STANDING_APPLIED] = { "applied", "applied" },
	[STANDING_EARLY] = { "early", "early" },
	[STANDING_DUPLICATE] = { "duplicate", "duplicates" },
	[STANDING_CONFLICT] = { "conflict", "conflicts" },
	[STANDING_ID_REUSED] = { "id_reused", "id_reused" },
	[STANDING_LATE] = { "late", "late" },
	[STANDING_SPOKE_FOR_ANOTHER] = { "spoke_for_another", "spoke_for_another" },
	[STANDING_UNKNOWN_TYPE] = { "unknown_type", "unknown_type" },
	[STANDING_QUARANTINED] = { "quarantined", "quarantined" },
};

const char *standing_name(enum standing s)
{
	return standings[s].standing;
}

const char *standing_counter(enum standing s)
{
	return standings[s].counter;
}

static struct str agent_key(const void *owner, uint32_t place)
{
	return str_of(((const struct mesh *)owner)->agent[place].name);
}

static struct str edge_key(const void *owner, uint32_t place)
{
	const struct edge *e = &((const struct mesh *)owner)->edge[place];

	return (struct str){ (const char *)&e->from, 2 * sizeof(uint32_t) };
}

static struct str incident_key(const void *owner, uint32_t place)
{
	return str_of(incident_there(owner, place)->id);
}

static struct str decision_key(const void *owner, uint32_t place)
{
	return str_of(decision_there(owner, place)->id);
}

struct mesh *mesh_new(void)
{
	struct mesh *m = xcalloc(1, sizeof(*m));
	struct hash_key own = hash_key_new();

	pages_init(&m->handoff, sizeof(struct handoff));
	pages_init(&m->incident, sizeof(struct incident));
	pages_init(&m->decision, sizeof(struct decision));
	m->log = xcalloc(LOG_LINES, sizeof(*m->log));
	seen_init(&m->own.seen);
	sequences_init(&m->own.sequences);
	words_init(&m->own.words);
	table_init(&m->own.handoffs, handoff_key, m);
	table_init(&m->own.agents, agent_key, m);
	table_init(&m->own.edges, edge_key, m);
	table_init(&m->own.incidents, incident_key, m);
	table_init(&m->own.decisions, decision_key, m);
	/* of the mesh, not of the process: an image keeps them as they stand */
	m->own.handoffs.hash = m->own.incidents.hash = m->own.decisions.hash = own;
	return m;
}

static void list_free(char **list)
{
	for (size_t i = 0; list != NULL && list[i] != NULL; i++)
		free(list[i]);
	free(list);
}

void agent_fini(struct agent *a)
{
	free(a->name);
	free(a->run);
	free(a->was_version);
	free(a->was_model);
	free(a->version);
	free(a->model);
	list_free(a->sends);
	list_free(a->accepts);
	order_fini(&a->unanswered);
}

/* What was never unpacked has no members. */
static void free_items(struct mesh *m)
{
	for (uint32_t page = 0; page < pages_count(&m->handoff); page++) {
		struct handoff *h = pages_open(&m->handoff, page);

		for (uint32_t i = 0; h != NULL && i < PAGE_ITEMS; i++)
			handoff_fini(&h[i]);
	}
	for (uint32_t page = 0; page < pages_count(&m->incident); page++) {
		struct incident *n = pages_open(&m->incident, page);

		for (uint32_t i = 0; n != NULL && i < PAGE_ITEMS; i++)
			incident_fini(&n[i]);
	}
	for (uint32_t page = 0; page < pages_count(&m->decision); page++) {
		struct decision *d = pages_open(&m->decision, page);

		for (uint32_t i = 0; d != NULL && i < PAGE_ITEMS; i++)
			decision_fini(&d[i]);
	}
}

static void free_members(struct mesh *m)
{
	free_items(m);
	for (uint32_t i = 0; i < m->edges; i++) {
		free(m->edge[i].last_reason);
		kinds_fini(&m->edge[i]);
		breaches_fini(&m->edge[i]);
	}
	for (uint32_t i = 0; i < m->agents; i++)
		agent_fini(&m->agent[i]);
	dead_fini(m);
}

void mesh_free(struct mesh *m)
{
	if (m == NULL)
		return;
	free_members(m);
	pages_fini(&m->handoff);
	pages_fini(&m->incident);
	pages_fini(&m->decision);
	free(m->edge);
	free(m->agent);
	free(m->circle);
	free(m->log);
	registry_fini(&m->contracts);
	order_fini(&m->review);
	order_fini(&m->dead);
	order_fini(&m->clock);
	order_fini(&m->closed);
	order_fini(&m->own.found);
	awaits_fini(&m->own.awaits);
	early_free(m);
	hooks_fini(m);
	notes_fini(m);
	dump_fini(&m->own.dump);
	sequences_fini(&m->own.sequences);
	seen_fini(&m->own.seen);
	words_fini(&m->own.words);
	table_fini(&m->own.handoffs);
	table_fini(&m->own.agents);
	table_fini(&m->own.edges);
	table_fini(&m->own.incidents);
	table_fini(&m->own.decisions);
	table_fini(&m->own.groups);
	free(m->own.image.keep);
	free(m);
}

static struct str cut(struct str s)
{
	return text_head(s, TEXT_KEPT);
}

/* A NUL would end it, and what stands behind be seen by nobody: it is put as it is seen.
 */
static struct str without_nul(struct str s, struct buf *own)
{
	if (s.n == 0 || memchr(s.p, '\0', s.n) == NULL)
		return s;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\0')
			buf_str(own, "^@");
		else
			buf_char(own, s.p[i]);
	}
	return buf_view(own);
}

char *text_whole(struct str s)
{
	struct buf own = { 0 };
	char *copy;

	if (s.p == NULL)
		return NULL;
	s = without_nul(s, &own);
	copy = xmemdup(s.p, s.n);
	buf_fini(&own);
	return copy;
}

char *text_kept(struct str s)
{
	struct buf own = { 0 };
	char *copy;

	if (s.p == NULL)
		return NULL;
	s = cut(without_nul(cut(s), &own));
	copy = xmemdup(s.p, s.n);
	buf_fini(&own);
	return copy;
}

char *text_shared(struct mesh *m, struct str s)
{
	struct buf own = { 0 };
	char *shared = words_share(&m->own.words, cut(without_nul(cut(s), &own)));

	buf_fini(&own);
	return shared;
}

void text_replace(char **to, struct str s)
{
	free(*to);
	*to = text_kept(s);
}

uint32_t agent_get(struct mesh *m, struct str name)
{
	uint32_t i = table_find(&m->own.agents, name);

	if (i != TABLE_NONE)
		return i;
	xgrow(&m->agent, &m->own.cap_agent, m->agents + 1, sizeof(*m->agent));
	m->agent[m->agents] = (struct agent){ .name = xmemdup(name.p, name.n) };
	table_add(&m->own.agents, name, m->agents);
	return m->agents++;
}

uint32_t edge_get(struct mesh *m, uint32_t from, uint32_t to)
{
	uint32_t i = mesh_find_edge(m, from, to);

	if (i != TABLE_NONE)
		return i;
	xgrow(&m->edge, &m->own.cap_edge, m->edges + 1, sizeof(*m->edge));
	m->edge[m->edges] = (struct edge){
		.from = from, .to = to, .contract = CONTRACT_NONE, .broken = CONTRACT_NONE
	};
	table_add(&m->own.edges, edge_key(m, m->edges), m->edges);
	return m->edges++;
}

uint32_t incident_get(struct mesh *m, struct str id)
{
	uint32_t i = table_find(&m->own.incidents, id);

	if (i != TABLE_NONE)
		return i;
	i = m->incident.count;
	*(struct incident *)pages_add(&m->incident) =
		(struct incident){ .id = xmemdup(id.p, id.n),
			.first_handoff = NONE,
			.last_handoff = NONE,
			.first = m->now,
			.last = m->now };
	table_add(&m->own.incidents, id, i);
	return i;
}

uint32_t mesh_find_handoff(const struct mesh *m, struct str id)
{
	return table_find(&m->own.handoffs, id);
}

uint32_t mesh_find_incident(const struct mesh *m, struct str id)
{
	return table_find(&m->own.incidents, id);
}

uint32_t mesh_find_agent(const struct mesh *m, struct str name)
{
	return table_find(&m->own.agents, name);
}

uint32_t mesh_find_edge(const struct mesh *m, uint32_t from, uint32_t to)
{
	uint32_t key[2] = { from, to };

	return table_find(&m->own.edges, (struct str){ (const char *)key, sizeof(key) });
}

uint32_t mesh_find_decision(const struct mesh *m, struct str id)
{
	return table_find(&m->own.decisions, id);
}

/* A made-up recording may let a hub say what only agents do. */
static bool may_hub_say(enum event_type t)
{
	enum event_speaker s = event_kinds[t].speaker;

	return s == SPEAKER_HUB || s == SPEAKER_HUB_OR_EITHER || s == SPEAKER_ANY;
}

static struct numbered number_of(const struct event *e)
{
	return (struct numbered){ e->source, e->run, e->sequence, e->hubsequence };
}

static uint64_t content_of(const struct mesh *m, const struct event *e)
{
	struct hash128 h = hash128_of(&m->own.seen.key, e->type_name, e->data_raw);

	return h.a ^ h.b;
}

bool handoff_attempt(const struct handoff *h, uint32_t attempt,
	const struct digest **digest, uint64_t *offer)
{
	const struct attempt *t = h->earlier;

	if (attempt == h->attempt) {
		*digest = &h->digest;
		*offer = h->offer;
		return true;
	}
	while (t != NULL && t->attempt != attempt)
		t = t->before;
	if (t == NULL)
		return false;
	*digest = &t->digest;
	*offer = t->offer;
	return true;
}

/* How an offer stands whose (source, id) is new. */
static enum standing offer_standing(
	const struct mesh *m, const struct event *e, struct arrival *a)
{
	const struct digest *digest;
	const struct handoff *h;

	if (!str_eq(e->from, e->agent))
		return STANDING_SPOKE_FOR_ANOTHER;
	if (a->handoff == NONE)
		return STANDING_APPLIED;
	h = handoff_there(m, a->handoff);
	if (handoff_attempt(h, e->attempt, &digest, &a->of))
		return digest_eq(&e->digest, digest) ? STANDING_DUPLICATE
						     : STANDING_CONFLICT;
	if (!str_is(e->from, handoff_from(m, h)))
		return STANDING_SPOKE_FOR_ANOTHER;
	if (!str_is(e->to, handoff_to(m, h)))
		return STANDING_CONFLICT;
	return e->attempt > h->attempt ? STANDING_APPLIED : STANDING_LATE;
}

static enum standing agent_standing(
	const struct mesh *m, const struct event *e, struct arrival *a)
{
	const struct event_kind *k = &event_kinds[e->type];

	if (e->from_hub)
		return STANDING_SPOKE_FOR_ANOTHER;
	if (e->type == EV_UNKNOWN)
		return STANDING_UNKNOWN_TYPE;
	if (k->speaker == SPEAKER_HUB)
		return STANDING_SPOKE_FOR_ANOTHER;
	if (k->speaker == SPEAKER_SELF)
		return str_eq(e->agent, e->agent_named) ? STANDING_APPLIED
							: STANDING_SPOKE_FOR_ANOTHER;
	if (e->type == EV_OFFERED)
		return offer_standing(m, e, a);
	if (a->handoff == NONE)
		return STANDING_EARLY;
	return handoff_standing(m, a->handoff, e);
}

struct arrival mesh_classify(const struct mesh *m, const struct event *e)
{
	struct arrival a = { .standing = STANDING_APPLIED, .handoff = NONE };
	const struct seen_entry *seen;

	if (event_kinds[e->type].handoff && e->handoff.n > 0)
		a.handoff = mesh_find_handoff(m, e->handoff);
	if (event_is_hubs_own(e)) {
		a.by_hub = true;
		if (!may_hub_say(e->type))
			a.standing = STANDING_SPOKE_FOR_ANOTHER;
		return a;
	}
	a.name = hash128_of(&m->own.seen.key, e->source, e->id);
	a.content = content_of(m, e);
	if (e->has_sequence) {
		struct numbered n = number_of(e);

		a.new_number = sequence_is_new(&m->own.sequences, &n);
	}
	seen = seen_find(&m->own.seen, a.name);
	if (seen != NULL) {
		a.known_id = true;
		a.of = seen->place;
		a.standing = seen_same(seen, a.content) ? STANDING_DUPLICATE
							: STANDING_ID_REUSED;
	} else {
		a.standing = agent_standing(m, e, &a);
		if (a.standing != STANDING_DUPLICATE)
			a.of = 0;
		a.new_number |= e->has_sequence && e->run.n == 0 && e->sequence == 1;
	}
	return a;
}

/* What every event of an agent leaves behind, however it stands. Its place, or NONE. */
static uint32_t note_agent(struct mesh *m, const struct event *e, enum standing s)
{
	struct agent *a;
	uint32_t i;

	if (e->from_hub)
		return NONE;
	i = agent_get(m, e->agent);
	a = &m->agent[i];
	a->events++;
	if (s == STANDING_SPOKE_FOR_ANOTHER)
		return i;
	a->heard = m->now;
	a->changed = m->hubsequence;
	a->left = false;
	if (e->has_sequence)
		a->sequenced = true;
	else
		a->unnumbered = true;
	if (e->run.n > 0 && (a->run == NULL || !str_is(e->run, a->run)))
		text_replace(&a->run, e->run);
	return i;
}

/* The agent that it is from, NONE: a hub. */
static uint32_t note_arrival(
	struct mesh *m, const struct event *e, const struct arrival *a)
{
	uint32_t by;

	m->own.standing[a->standing]++;
	m->by_agents++;
	by = note_agent(m, e, a->standing);
	if (!a->known_id)
		seen_add(&m->own.seen, a->name, a->content, e->hubsequence);
	if (e->has_sequence && a->new_number &&
		a->standing != STANDING_SPOKE_FOR_ANOTHER) {
		struct numbered n = number_of(e);

		if (a->known_id)
			sequence_hear_again(&m->own.sequences, &n, m->now);
		else
			sequence_hear(&m->own.sequences, &n, m->now);
	}
	return by;
}

static fold_function *fold_of(enum event_type t)
{
	if (handoff_folds[t] != NULL)
		return handoff_folds[t];
	if (decision_folds[t] != NULL)
		return decision_folds[t];
	if (agent_folds[t] != NULL)
		return agent_folds[t];
	if (note_folds[t] != NULL)
		return note_folds[t];
	return hook_folds[t] != NULL ? hook_folds[t] : hub_folds[t];
}

static void fold(struct mesh *m, const struct event *e, const struct arrival *a)
{
	fold_function *f = fold_of(e->type);
	uint32_t h = a->handoff;
	enum standing s =
		a->by_hub && h != NONE ? handoff_hub_standing(m, h, e) : STANDING_APPLIED;

	if (e->type == EV_OFFERED)
		h = handoff_offer(m, e, h);
	else if (f != NULL && (h != NONE || !event_kinds[e->type].handoff))
		f(m, e, h);
	if (h != NONE)
		handoff_remember(m, h, e, s);
	if (e->type == EV_OFFERED)
		early_release(m, h);
}

void mesh_commit(struct mesh *m, const struct event *e, const struct arrival *a)
{
	uint32_t by = NONE;

	assert(e->hubsequence > m->hubsequence);
	m->hubsequence = e->hubsequence;
	if (e->recorded > m->now)
		m->now = e->recorded;
	m->events++;
	sequences_age(&m->own.sequences, m->now);
	if (!a->by_hub)
		by = note_arrival(m, e, a);
	log_add(m, e, a, by);
	if (a->by_hub && audit_takes(e->type_name))
		audit_fold(&m->audit, e);
	if (a->standing == STANDING_APPLIED)
		fold(m, e, a);
	else if (a->standing == STANDING_EARLY)
		early_keep(m, e);
	else if (a->handoff != NONE) {
		if (a->standing == STANDING_LATE)
			handoff_judge_late(m, a->handoff, e);
		handoff_remember(m, a->handoff, e, a->standing);
	}
}

static void apply_at(struct mesh *m, const struct event *e, uint64_t place)
{
	struct event placed = *e;
	struct arrival a;

	placed.hubsequence = place;
	a = mesh_classify(m, &placed);
	mesh_commit(m, &placed, &a);
}

bool mesh_apply(struct mesh *m, const struct event *e)
{
	if (e->hubsequence != 0 && e->hubsequence <= m->hubsequence)
		return false;
	mesh_append(m, e);
	return true;
}

void mesh_append(struct mesh *m, const struct event *e)
{
	apply_at(m, e,
		e->hubsequence > m->hubsequence ? e->hubsequence : m->hubsequence + 1);
}

struct counters mesh_counters(const struct mesh *m)
{
	struct counters c = { .lost = m->own.sequences.lost,
		.unheard = m->own.sequences.unheard,
		.access_denied = m->own.access_denied };

	for (int s = 0; s < STANDINGS; s++) {
		c.standing[s] = m->own.standing[s];
		c.received += m->own.standing[s];
	}
	return c;
}

uint64_t mesh_agent_lost(const struct mesh *m, uint32_t agent)
{
	char source[128];
	int n = snprintf(source, sizeof(source), "agent:%s", m->agent[agent].name);

	return sequences_lost_of(&m->own.sequences, (struct str){ source, (size_t)n });
}

bool mesh_run_lost(const struct mesh *m, uint32_t n, uint32_t *agent, uint64_t *lost)
{
	const struct run *r = n < m->own.sequences.runs ? &m->own.sequences.run[n] : NULL;
	struct str source;

	if (r == NULL)
		return false;
	source = (struct str){ r->key, r->source_bytes };
	*lost = r->lost;
	*agent = str_starts(source, "agent:")
		? mesh_find_agent(m, str_skip(source, sizeof("agent:") - 1))
		: NONE;
	return true;
}

bool mesh_next_gap(struct mesh *m, int64_t now, struct numbered *first, uint64_t *last)
{
	return sequence_next_gap(&m->own.sequences, now, first, last);
}

int64_t mesh_next_gap_due(struct mesh *m)
{
	return sequences_next_due(&m->own.sequences);
}
