/* SPDX-License-Identifier: MIT */
/* What the registry's panes show, gathered from contracts, edges and agents. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "contract/range.h"
#include "views/link.h"
#include "views/registry_own.h"

#define OFTEN 256     /* edges and agents up to which every look is a new one */
#define WHO_MOST 32   /* agents that are named in a row */
#define EDGES_MOST 16 /* of an agent, whose confidences make its median */
#define RING 64       /* confidences that an edge keeps */
#define FELL (-.10)   /* a confidence that fell so far is trouble */

/* --- contracts by name ------------------------------------------------------------ */

static struct str name_key(const void *owner, uint32_t place)
{
	return str_of(((const struct reg_model *)owner)->name[place]);
}

static uint32_t id_of(struct reg_model *m, struct str name)
{
	uint32_t i;

	if (m->name_table.key_of == NULL)
		table_init(&m->name_table, name_key, m);
	i = table_find(&m->name_table, name);
	if (i != TABLE_NONE)
		return i;
	xgrow(&m->name, &m->name_cap, (size_t)m->names + 1, sizeof(*m->name));
	m->name[m->names] = xmemdup(name.p, name.n);
	table_add(&m->name_table, name, m->names);
	return m->names++;
}

static void contracts_free(struct reg_model *m)
{
	for (size_t i = 0; i < m->contracts; i++) {
		free(m->contract[i].version);
		free(m->contract[i].from);
		free(m->contract[i].to);
	}
	m->contracts = 0;
}

/* `at` is by id: where it stands in m->contract, plus one. */
struct places {
	uint32_t *at;
	size_t cap, n;
};

static struct reg_contract *contract_of(
	struct reg_model *m, struct places *p, struct str name)
{
	uint32_t id = id_of(m, name);

	xgrow(&p->at, &p->cap, (size_t)id + 1, sizeof(*p->at));
	for (; p->n <= id; p->n++)
		p->at[p->n] = 0;
	if (p->at[id] == 0) {
		xgrow(&m->contract, &m->contract_cap, m->contracts + 1,
			sizeof(*m->contract));
		m->contract[m->contracts++] = (struct reg_contract){
			.name = m->name[id], .id = id, .edge = NONE
		};
		p->at[id] = (uint32_t)m->contracts;
	}
	return &m->contract[p->at[id] - 1];
}

static struct reg_version *version_of(
	struct reg_contract *c, const struct version *v /* NULL: none */)
{
	size_t at = 0;

	for (; at < c->versions; at++) {
		struct reg_version *x = &c->version[at];
		int order = x->numbered != (v != NULL) ? (x->numbered ? 1 : -1)
			: v == NULL                    ? 0
						       : version_cmp(x->v, *v);

		if (order == 0)
			return x;
		if (order > 0)
			break;
	}
	xgrow(&c->version, &c->cap, c->versions + 1, sizeof(*c->version));
	memmove(c->version + at + 1, c->version + at,
		(c->versions - at) * sizeof(*c->version));
	c->version[at] =
		(struct reg_version){ .numbered = v != NULL, .entry = CONTRACT_NONE };
	if (v != NULL)
		c->version[at].v = *v;
	c->versions++;
	return &c->version[at];
}

static void take_loaded(struct reg_model *m, struct places *p, const struct mesh *mesh)
{
	m->in_force = 0;
	for (uint32_t i = 0; i < mesh->contracts.count; i++) {
		const struct contract *c = mesh->contracts.entry[i].contract;
		struct reg_contract *x = contract_of(m, p, str_of(c->name));
		struct reg_version *v = version_of(x, &c->version);
		bool is = mesh->contracts.entry[i].in_force;

		x->known = true;
		x->in_force |= is;
		m->in_force += is;
		v->entry = i;
	}
}

/* "name/1.2.3" as an offer said it; anything else is a name. */
static struct str split(const char *said, struct version *v, bool *numbered)
{
	const char *slash = strrchr(said, '/');

	*numbered = slash != NULL && version_read(str_of(slash + 1), v);
	return *numbered ? (struct str){ said, (size_t)(slash - said) } : str_of(said);
}

/* --- who publishes, who takes --------------------------------------------------------
 */

static struct reg_who *who_of(
	struct reg_who **list, size_t *n, size_t *cap, uint32_t agent)
{
	for (size_t i = 0; i < *n; i++) {
		if ((*list)[i].agent == agent)
			return &(*list)[i];
	}
	if (*n == WHO_MOST)
		return NULL;
	xgrow(list, cap, *n + 1, sizeof(**list));
	(*list)[*n] = (struct reg_who){ .agent = agent };
	return &(*list)[(*n)++];
}

static void add_sender(struct reg_contract *c, uint32_t agent, const struct version *v)
{
	struct reg_who *x = who_of(&c->from, &c->froms, &c->from_cap, agent);
	unsigned at = 0;

	if (x == NULL || v == NULL)
		return;
	while (at < x->majors && x->major[at] != v->major)
		at++;
	if (at == x->majors && at < sizeof(x->major) / sizeof(*x->major))
		x->major[x->majors++] = v->major;
}

static void add_taker(struct reg_contract *c, uint32_t agent)
{
	who_of(&c->to, &c->tos, &c->to_cap, agent);
}

/* Whether it may be handed over to this agent; of what was never loaded nobody knows. */
static bool may_take(
	const struct mesh *mesh, const struct reg_contract *c, const char *agent)
{
	bool known = false;

	for (size_t i = 0; i < c->versions; i++) {
		uint32_t entry = c->version[i].entry;

		if (entry == CONTRACT_NONE)
			continue;
		known = true;
		if (contract_lists(
			    mesh->contracts.entry[entry].contract->to, str_of(agent)))
			return true;
	}
	return !known;
}

/* --- what was offered ------------------------------------------------------------------
 */

static bool is_now(const struct trouble *t, int64_t now)
{
	return t->count > 0 && now - t->last < RATE_TROUBLE;
}

/* What goes wrong under this contract now, and not under another on the same edge. */
static int grave_of_edge(const struct edge *e, const struct edge_kind *k, int64_t now)
{
	enum edge_trouble t = edge_shown(e, now);

	if (is_now(&k->refused, now) || is_now(&k->broken, now))
		return t == EDGE_BROKEN ? GRAVE_CRITICAL : GRAVE_WARNING;
	return edge_shown_low(e, now) && now - k->last < RATE_TROUBLE ? GRAVE_WARNING
								      : GRAVE_NONE;
}

/* Since when: of what is now that which began first, else of the last that was. */
static void take_trouble(struct reg_contract *c, const struct trouble *t, int64_t now)
{
	bool was = c->last != 0 && now - c->last < RATE_TROUBLE, is = is_now(t, now);

	if (t->count == 0)
		return;
	if (was && is)
		c->since = t->since < c->since ? t->since : c->since;
	else if (t->last > c->last)
		c->since = t->since;
	if (t->last > c->last)
		c->last = t->last;
}

static void take_kind(struct reg_model *m, struct places *p, const struct mesh *mesh,
	uint32_t edge, const struct edge_kind *k, int64_t now)
{
	const struct edge *e = &mesh->edge[edge];
	int grave = grave_of_edge(e, k, now);
	bool numbered;
	struct version v;
	struct str name = split(k->name, &v, &numbered);
	struct reg_contract *c = contract_of(m, p, name);
	struct reg_version *x = version_of(c, numbered ? &v : NULL);

	x->count += k->count;
	if (x->first == 0 || k->first < x->first)
		x->first = k->first;
	if (k->last > x->last)
		x->last = k->last;
	c->count += k->count;
	c->refused += k->refused.count;
	c->broken += k->broken.count;
	take_trouble(c, &k->refused, now);
	take_trouble(c, &k->broken, now);
	if (c->edge == NONE || grave > c->grave)
		c->edge = edge;
	if (grave > c->grave)
		c->grave = grave;
	add_sender(c, e->from, numbered ? &v : NULL);
	if (may_take(mesh, c, mesh->agent[e->to].name))
		add_taker(c, e->to);
}

/* Who said in its hello that it takes what is known here, handed to it or not. */
static void take_said(
	struct reg_model *m, const struct places *p, const struct mesh *mesh)
{
	for (uint32_t i = 0; i < mesh->agents; i++) {
		const struct agent *a = &mesh->agent[i];

		for (size_t k = 0;
			!a->left && a->accepts != NULL && a->accepts[k] != NULL; k++) {
			struct str name = { a->accepts[k], strcspn(a->accepts[k], "/") };
			uint32_t id = m->names > 0 ? table_find(&m->name_table, name)
						   : TABLE_NONE;

			if (id != TABLE_NONE && id < p->n && p->at[id] != 0)
				add_taker(&m->contract[p->at[id] - 1], i);
		}
	}
}

static void take_contracts(struct reg_model *m, const struct world *w)
{
	const struct mesh *mesh = w->mesh;
	struct places p = { 0 };

	contracts_free(m);
	take_loaded(m, &p, mesh);
	for (uint32_t i = 0; i < mesh->edges; i++) {
		const struct edge *e = &mesh->edge[i];

		for (uint32_t k = 0; k < e->kinds; k++) {
			if (e->kind[k].name[0] != '\0')
				take_kind(m, &p, mesh, i, &e->kind[k], link_now(w));
		}
	}
	take_said(m, &p, mesh);
	free(p.at);
	m->breaking = 0;
	for (size_t i = 0; i < m->contracts; i++)
		m->breaking += m->contract[i].last != 0 &&
			link_now(w) - m->contract[i].last < RATE_TROUBLE;
}

/* --- agents
 * ------------------------------------------------------------------------------ */

static int by_value(const void *a, const void *b)
{
	return *(const uint16_t *)a - *(const uint16_t *)b;
}

static double median(uint16_t *value, size_t n)
{
	qsort(value, n, sizeof(*value), by_value);
	return n % 2 == 1 ? value[n / 2] / 10000.0
			  : (value[n / 2 - 1] + value[n / 2]) / 20000.0;
}

/* Those of its sender as it is now; of all that are kept where it did not change lately.
 */
static size_t newest(const struct edge *e, uint16_t *to)
{
	uint32_t n = e->recents < RING ? e->recents : RING;

	if (e->kept_before && e->recents - e->before_at < n && e->recents > e->before_at)
		n = e->recents - e->before_at;
	for (uint32_t i = 0; i < n; i++)
		to[i] = e->recent[(e->recents - 1 - i) % RING];
	return n;
}

/* `first` and `next`: the edges that it offers on. */
static void look_at_agent(struct reg_agent *a, const struct mesh *mesh, int64_t now,
	uint32_t first, const uint32_t *next)
{
	uint16_t value[EDGES_MOST * RING];
	size_t n = 0, edges = 0, weight = 0;
	double before = 0;
	enum edge_trouble worst = EDGE_OK;

	for (uint32_t i = first; i != NONE; i = next[i]) {
		const struct edge *e = &mesh->edge[i];
		enum edge_trouble t = edge_shown(e, now);
		size_t k;

		a->rate += edge_rate(e, now);
		if (a->edge == NONE || t > worst) {
			a->edge = i;
			worst = t;
		}
		if (edges++ >= EDGES_MOST)
			continue;
		k = newest(e, value + n);
		n += k;
		if (edge_confidence_before(e) >= 0) {
			before += edge_confidence_before(e) * (double)k;
			weight += k;
		}
	}
	a->conf = n > 0 ? median(value, n) : -1;
	a->confs = n;
	a->before = weight > 0 ? before / (double)weight : -1;
	if (worst == EDGE_BROKEN)
		a->grave = GRAVE_CRITICAL;
	else if (worst >= EDGE_LOW || (a->before >= 0 && a->conf - a->before <= FELL) ||
		agent_state(&mesh->agent[a->agent], now) == AGENT_SILENT)
		a->grave = GRAVE_WARNING;
}

static void take_agents(struct reg_model *m, const struct world *w)
{
	const struct mesh *mesh = w->mesh;
	uint32_t *first = xmalloc(((size_t)mesh->agents + 1) * sizeof(*first));
	uint32_t *next = xmalloc(((size_t)mesh->edges + 1) * sizeof(*next));

	xgrow(&m->agent, &m->agent_cap, (size_t)mesh->agents + 1, sizeof(*m->agent));
	for (uint32_t i = 0; i < mesh->agents; i++) {
		first[i] = NONE;
		m->agent[i] = (struct reg_agent){ .agent = i, .edge = NONE };
	}
	for (uint32_t i = mesh->edges; i-- > 0;) {
		const struct edge *e = &mesh->edge[i];

		next[i] = first[e->from];
		first[e->from] = i;
		m->agent[e->to].missed += e->missed;
	}
	m->agents = mesh->agents;
	for (uint32_t i = 0; i < mesh->agents; i++)
		look_at_agent(&m->agent[i], mesh, link_now(w), first[i], next);
	free(first);
	free(next);
}

/* --- all
 * ----------------------------------------------------------------------------------- */

void reg_model_sync(struct reg_model *m, const struct world *w)
{
	const struct mesh *mesh = w->mesh;
	bool again =
		m->mesh != mesh || w->now < m->now || mesh->hubsequence < m->hubsequence;
	bool large = mesh->edges > OFTEN || mesh->agents > OFTEN;
	bool changed = m->hubsequence != mesh->hubsequence || w->now - m->now >= SECOND;

	if (!again && (!changed || (large && w->tick - m->tick < SECOND / 2)))
		return;
	if (again)
		m->found_of = NULL;
	m->mesh = mesh;
	m->hubsequence = mesh->hubsequence;
	m->tick = w->tick;
	m->now = w->now;
	take_contracts(m, w);
	take_agents(m, w);
	reg_find(m, w);
}

void reg_model_fini(struct reg_model *m)
{
	contracts_free(m);
	for (size_t i = 0; i < m->findings; i++)
		free(m->finding[i].words);
	for (uint32_t i = 0; i < m->names; i++)
		free(m->name[i]);
	table_fini(&m->name_table);
	free(m->contract);
	free(m->agent);
	free(m->finding);
	free(m->name);
}
