/* SPDX-License-Identifier: MIT */
/* Which rows the registry's panes have: what passes the filter, in the order chosen. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/registry_own.h"

int reg_grave(const struct reg_subject *s)
{
	if (s->contract != NULL)
		return s->contract->grave;
	if (s->agent != NULL)
		return s->agent->grave;
	return s->finding != NULL ? s->finding->grave : GRAVE_NONE;
}

const char *reg_name(const struct world *w, const struct reg_subject *s)
{
	if (s->contract != NULL)
		return s->contract->name;
	if (s->agent != NULL)
		return w->mesh->agent[s->agent->agent].name;
	return s->finding != NULL ? s->finding->words : "";
}

static size_t count_of(const struct reg_model *m, enum reg_pane p)
{
	return p == REG_CONTRACTS ? m->contracts
		: p == REG_AGENTS ? m->agents
				  : m->findings;
}

static struct reg_subject subject_at(const struct reg_model *m, enum reg_pane p, size_t i)
{
	struct reg_subject s = { 0 };

	if (p == REG_CONTRACTS)
		s.contract = &m->contract[i];
	else if (p == REG_AGENTS)
		s.agent = &m->agent[i];
	else
		s.finding = &m->finding[i];
	return s;
}

static uint64_t id_at(const struct reg_model *m, enum reg_pane p, size_t i)
{
	return p == REG_CONTRACTS ? m->contract[i].id
		: p == REG_AGENTS ? m->agent[i].agent
				  : m->finding[i].id;
}

struct reg_subject reg_subject_of(
	const struct registry_view *v, enum reg_pane p, uint64_t id)
{
	size_t n = count_of(&v->model, p);

	for (size_t i = 0; i < n; i++) {
		if (id_at(&v->model, p, i) == id)
			return subject_at(&v->model, p, i);
	}
	return (struct reg_subject){ 0 };
}

/* --- the order -------------------------------------------------------------------- */

struct ranked {
	uint64_t id;
	int grave;
	double much;
	const char *name;
};

static int by_name(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	return order != 0 ? order : x->id < y->id ? -1 : x->id > y->id;
}

static int by_most(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->much != y->much)
		return x->much > y->much ? -1 : 1;
	return by_name(a, b);
}

static int by_worst(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	return x->grave != y->grave ? y->grave - x->grave : by_most(a, b);
}

static double much_of(const struct reg_subject *s, enum reg_sort sort)
{
	if (s->contract != NULL)
		return (double)s->contract->count +
			(sort == REG_WORST ? 1e9 *
						(double)(s->contract->refused +
							s->contract->broken)
					   : 0);
	if (s->agent != NULL)
		return s->agent->rate;
	return (double)s->finding->count;
}

static const char *name_in(const struct reg_model *m, const struct reg_subject *s)
{
	if (s->contract != NULL)
		return s->contract->name;
	if (s->agent != NULL)
		return m->mesh->agent[s->agent->agent].name;
	return s->finding->words;
}

/* As `arg` of a row: what query_of_agent() wants first. */
struct reg_asked {
	struct query_about about;
	const struct reg_subject *subject;
};

static bool nth_agent(const struct mesh *m, const struct reg_who *list, size_t n,
	unsigned nth, struct query_value *out)
{
	return nth < n && query_text(out, 0, m->agent[list[nth].agent].name);
}

static bool of_contract(struct query_row *row, const struct reg_asked *x,
	enum query_name name, unsigned nth, struct query_value *out)
{
	const struct reg_contract *c = x->subject->contract;
	const struct mesh *m = x->about.mesh;

	switch (name) {
	case QUERY_CONTRACT:
		return query_text(out, nth, c->name);
	case QUERY_VERSION:
		if (nth >= c->versions || !c->version[nth].numbered)
			return false;
		snprintf(row->scratch, sizeof(row->scratch), "%u.%u.%u",
			c->version[nth].v.major, c->version[nth].v.minor,
			c->version[nth].v.patch);
		return query_text(out, 0, row->scratch);
	case QUERY_FROM:
		return nth_agent(m, c->from, c->froms, nth, out);
	case QUERY_TO:
		return nth_agent(m, c->to, c->tos, nth, out);
	case QUERY_AGENT:
		return nth < c->froms
			? nth_agent(m, c->from, c->froms, nth, out)
			: nth_agent(m, c->to, c->tos, nth - (unsigned)c->froms, out);
	case QUERY_COUNT:
		return query_number(out, nth, (double)c->count);
	default:
		return false;
	}
}

static bool of_finding(const struct reg_finding *f, const struct mesh *m,
	enum query_name name, unsigned nth, struct query_value *out)
{
	switch (name) {
	case QUERY_TYPE:
		return query_text(out, nth, f->kind);
	case QUERY_TEXT:
		return query_text(out, nth, f->words);
	case QUERY_AGENT:
		return f->agent < m->agents &&
			query_text(out, nth, m->agent[f->agent].name);
	case QUERY_COUNT:
		return query_number(out, nth, (double)f->count);
	default:
		return false;
	}
}

static bool value_of(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct reg_asked *x = row->arg;
	const struct reg_agent *a = x->subject->agent;

	if (x->subject->contract != NULL)
		return of_contract(row, x, name, nth, out);
	if (x->subject->finding != NULL)
		return of_finding(x->subject->finding, x->about.mesh, name, nth, out);
	if (a != NULL && name == QUERY_CONF)
		return a->conf >= 0 && query_number(out, nth, a->conf);
	if (a != NULL && name == QUERY_RATE)
		return query_number(out, nth, a->rate);
	return query_of_agent(row, name, member, nth, out);
}

static bool passes(const struct registry_view *v, const struct reg_subject *s)
{
	struct reg_asked x = { { v->model.mesh, v->model.now,
				       s->agent != NULL ? s->agent->agent : NONE, NULL },
		s };
	struct query_row row = { value_of, NULL, &x, "" };

	return filter_lets(&v->filter, &row);
}

static void take_rows(struct registry_view *v, enum reg_pane p)
{
	static int (*const orders[REG_SORTS])(const void *, const void *) = {
		[REG_WORST] = by_worst,
		[REG_NAME] = by_name,
		[REG_MOST] = by_most,
	};
	size_t n = count_of(&v->model, p), kept = 0;
	struct ranked *row = xcalloc(n + 1, sizeof(*row));

	v->hidden[p] = 0;
	for (size_t i = 0; i < n; i++) {
		struct reg_subject s = subject_at(&v->model, p, i);
		const char *name = name_in(&v->model, &s);

		if (v->trouble_only && reg_grave(&s) == GRAVE_NONE)
			continue;
		if (!passes(v, &s))
			v->hidden[p]++;
		else
			row[kept++] = (struct ranked){ id_at(&v->model, p, i),
				reg_grave(&s), much_of(&s, v->sort[p]), name };
	}
	qsort(row, kept, sizeof(*row), orders[v->sort[p]]);
	if (v->reversed[p])
		mem_reverse(row, kept, sizeof(*row));
	xgrow(&v->ids[p], &v->cap[p], kept + 1, sizeof(**v->ids));
	for (size_t i = 0; i < kept; i++)
		v->ids[p][i] = row[i].id;
	v->rows[p] = kept;
	v->shown[p] = (struct list_ids){ v->ids[p], kept };
	free(row);
}

void reg_rows(struct registry_view *v)
{
	for (int p = 0; p < REG_PANES; p++) {
		struct list_items items;

		take_rows(v, (enum reg_pane)p);
		items = reg_items(v, (enum reg_pane)p);
		list_sync(&v->list[p], &items, v->list[p].height);
	}
}

struct list_items reg_items(const struct registry_view *v, enum reg_pane p)
{
	return list_of_ids(&v->shown[p]);
}

struct reg_subject reg_selected(const struct registry_view *v)
{
	uint64_t id;

	if (v->rows[v->pane] == 0 || !list_selected(&v->list[v->pane], &id))
		return (struct reg_subject){ 0 };
	return reg_subject_of(v, v->pane, id);
}
