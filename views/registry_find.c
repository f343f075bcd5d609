/* SPDX-License-Identifier: MIT */
/* Where the mesh is not what it promised: drift, and circles as the circles they are. */
#include <stdlib.h>

#include "base/mem.h"
#include "views/drift_news.h"
#include "views/link.h"
#include "views/registry_own.h"

static uint64_t mix(uint64_t sum, uint64_t n)
{
	return (sum ^ n) * UINT64_C(0x100000001b3);
}

static struct reg_finding *add(struct reg_model *m)
{
	struct reg_finding *f;

	xgrow(&m->finding, &m->finding_cap, m->findings + 1, sizeof(*m->finding));
	f = &m->finding[m->findings++];
	*f = (struct reg_finding){ .id = UINT64_C(0xcbf29ce484222325),
		.drift = DRIFT_KINDS,
		.agent = NONE,
		.edge = NONE,
		.contract = NONE,
		.handoff = NONE };
	return f;
}

static void take_drift(struct reg_model *m, struct drift *x, const struct world *w)
{
	struct reg_finding *f = add(m);

	f->id = mix(mix(mix(mix(f->id, x->kind), x->agent), x->edge), x->contract);
	for (const char *c = x->words; *c != '\0' && *c != ';'; c++)
		f->id = mix(f->id, x->kind == DRIFT_NO_SIGNAL ? 0 : (unsigned char)*c);
	f->drift = x->kind;
	f->kind_at = x->kind_at;
	f->kind = drift_name(x->kind);
	f->help = drift_help(x->kind);
	f->words = x->words;
	x->words = NULL;
	f->count = x->count;
	f->since = x->since;
	f->last = x->last;
	f->agent = x->agent;
	f->edge = x->edge;
	f->contract = x->contract;
	f->grave = drift_is_news(x, link_now(w)) ? GRAVE_WARNING : GRAVE_NONE;
}

uint64_t reg_circle_id(const struct circle *c)
{
	uint64_t id = UINT64_C(0xcbf29ce484222325);

	for (uint32_t i = 0; i < c->agents; i++)
		id = mix(id, c->agent[i]);
	return mix(id, c->longer);
}

static void take_circle(
	struct reg_model *m, const struct circle *c, const struct world *w)
{
	struct reg_finding *f = add(m);
	struct buf b = { 0 };

	f->id = reg_circle_id(c);
	circle_words(&b, w->mesh, c);
	f->words = buf_steal(&b);
	f->kind = "loop";
	f->is_loop = true;
	f->help =
		"handoffs come back to an agent that had a hand in them, under no contract "
		"that says `returns`";
	f->count = c->count;
	f->since = c->first;
	f->last = c->last;
	f->handoff = c->handoff;
	f->agent = c->agent[0];
	f->grave = circle_is_news(c, link_now(w)) ? GRAVE_WARNING : GRAVE_NONE;
}

static void take_refused(struct reg_model *m, const struct refused_file *r)
{
	bool folder = strcmp(r->file, REFUSED_FOLDER) == 0;
	struct reg_finding *f = add(m);
	struct buf b = { 0 };

	for (const char *c = r->file; *c != '\0'; c++)
		f->id = mix(f->id, (unsigned char)*c);
	if (!folder)
		buf_fmt(&b, "%s: ", r->file);
	buf_str(&b, r->reason);
	f->words = buf_steal(&b);
	f->kind = folder ? "folder not read" : "file refused";
	f->help = folder
		? "the hub cannot read the folder of its contracts: what was in force stays "
		  "so, and no edit of a file is noticed until it can"
		: "a file of the contracts' folder is no contract: what it said before stays "
		  "in force until it is mended";
	f->since = f->last = r->since;
	f->grave = GRAVE_WARNING;
}

/* "crm>mailer: mail.order 1.0.0, 1.1.0 side by side" */
static bool is_named(const struct reg_finding *f, const char *name)
{
	const char *at = strstr(f->words, ": ");
	size_t n = strlen(name);

	return at != NULL && strncmp(at + 2, name, n) == 0 && at[2 + n] == ' ';
}

/* What is found is trouble of whom and what it is about. */
static void blame(
	struct reg_model *m, const struct mesh *mesh, const struct reg_finding *f)
{
	const char *name = f->contract != NONE
		? mesh->contracts.entry[f->contract].contract->name
		: NULL;

	if (f->agent != NONE && m->agent[f->agent].grave < f->grave)
		m->agent[f->agent].grave = f->grave;
	for (size_t i = 0; i < m->contracts; i++) {
		struct reg_contract *c = &m->contract[i];

		if (c->grave < f->grave &&
			(name != NULL ? strcmp(name, c->name) == 0
				      : f->edge != NONE && is_named(f, c->name)))
			c->grave = f->grave;
	}
}

/* All of it anew; in a large mesh as seldom as line 3 does, so that both say the same. */
static bool is_due(const struct reg_model *m, const struct world *w)
{
	bool large = w->mesh->edges > DRIFT_OFTEN || w->mesh->agents > DRIFT_OFTEN;

	/* what is fewer now than it was then is another mesh, in the same place */
	return m->found_of != w->mesh || w->now < m->found_now || !large ||
		w->mesh->agents < m->found_agents || w->mesh->edges < m->found_edges ||
		w->mesh->contracts.count < m->found_contracts ||
		w->tick - m->found_tick >= DRIFT_SELDOM;
}

static void look_again(struct reg_model *m, const struct world *w)
{
	struct drifts d = { 0 };

	for (size_t i = 0; i < m->findings; i++)
		free(m->finding[i].words);
	m->findings = 0;
	m->found_of = w->mesh;
	m->found_now = w->now;
	m->found_tick = w->tick;
	m->found_agents = w->mesh->agents;
	m->found_edges = w->mesh->edges;
	m->found_contracts = w->mesh->contracts.count;
	for (uint32_t i = 0; i < w->mesh->contracts.refusals; i++)
		take_refused(m, &w->mesh->contracts.refused[i]);
	for (uint32_t i = 0; i < w->mesh->circles; i++)
		take_circle(m, &w->mesh->circle[i], w);
	drift_find(&d, w->mesh);
	for (size_t i = 0; i < d.count; i++)
		take_drift(m, &d.item[i], w);
	m->cut = d.cut;
	drift_fini(&d);
}

void reg_find(struct reg_model *m, const struct world *w)
{
	if (is_due(m, w))
		look_again(m, w);
	m->drifting = m->circling = 0;
	for (size_t i = 0; i < m->findings; i++) {
		const struct reg_finding *f = &m->finding[i];

		if (f->grave == GRAVE_NONE)
			continue;
		if (f->is_loop)
			m->circling++;
		else
			m->drifting++;
		blame(m, w->mesh, f);
	}
}
