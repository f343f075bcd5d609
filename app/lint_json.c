/* SPDX-License-Identifier: MIT */
/* The report as one JSON object: docs/OPERATING.md, "Contracts". */
#include <stdlib.h>

#include "app/lint.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "contract/range.h"

static void put_number(struct buf *b, const char *name, uint64_t n)
{
	out_key(b, name);
	out_uint(b, n);
}

static void put_text(struct buf *b, const char *name, const char *text)
{
	out_key(b, name);
	out_text(b, text);
}

/* Bytes that may be cut out of something larger: what is no UTF-8 becomes U+FFFD. */
static void put_slice(struct buf *b, const char *name, struct str s)
{
	out_key(b, name);
	out_str(b, s);
}

static void put_ends(struct buf *b, const struct lint *l, uint32_t edge)
{
	put_text(b, "from", l->m->agent[l->m->edge[edge].from].name);
	put_text(b, "to", l->m->agent[l->m->edge[edge].to].name);
}

static void begin_list(struct buf *b, const char *name)
{
	out_key(b, name);
	out_open(b, '[');
}

static void begin_object(struct buf *b, const char *name)
{
	out_key(b, name);
	out_open(b, '{');
}

/* The rows of a tally, those that count most first; freed by the caller. */
static uint32_t *sorted(const struct tally *t)
{
	uint32_t *order = xcalloc((size_t)t->rows + 1, sizeof(*order));

	tally_sort(t, order);
	return order;
}

static void put_totals(struct buf *b, const struct lint *l)
{
	put_number(b, "events", l->events);
	put_number(b, "bad_lines", l->bad);
	put_number(b, "handoffs", l->handoffs);
	put_number(b, "offers", l->offers);
	put_number(b, "edges", l->m->edges);
	put_number(b, "agents", l->m->agents);
	put_number(b, "contracts", lint_contracts(l));
	begin_object(b, "no_contract_named");
	put_number(b, "by_default", l->by_default);
	put_number(b, "by_only", l->by_only);
	out_close(b, '}');
	put_number(b, "faults", lint_faults(l));
	if (l->has_baseline) {
		put_number(b, "new_faults", lint_new_faults(l));
		put_number(b, "new_violations", lint_new_violations(l));
	}
}

static void put_text_or_null(struct buf *b, const char *name, const char *text)
{
	out_key(b, name);
	if (text != NULL && *text != '\0')
		out_text(b, text);
	else
		out_null(b);
}

/* The handoffs to begin with, and who could mend it. */
static void put_rule_edge(
	struct buf *b, const struct lint *l, unsigned rule, const struct lint_ranked *r)
{
	const struct agent *sender = &l->m->agent[l->m->edge[r->place].from];
	struct str owner = lint_owner(l, r->place);
	char *const *first = l->edge[r->place].first[rule];

	out_open(b, '{');
	put_ends(b, l, r->place);
	put_number(b, "offers", r->count);
	begin_list(b, "handoffs");
	for (unsigned i = 0; i < LINT_FIRST && first[i] != NULL; i++)
		out_text(b, first[i]);
	out_close(b, ']');
	put_text_or_null(b, "version", sender->version);
	put_text_or_null(b, "model", sender->model);
	out_key(b, "owner");
	if (owner.n > 0)
		out_str(b, owner);
	else
		out_null(b);
	if (l->has_baseline) {
		out_key(b, "known");
		out_bool(b, lint_is_known(l, r->place, rule));
	}
	out_close(b, '}');
}

static void put_rules(struct buf *b, const struct lint *l)
{
	struct lint_ranked rule[RULES],
		*edge = xcalloc((size_t)l->m->edges + 1, sizeof(*edge));
	size_t rules = lint_rank_rules(l, rule);

	begin_list(b, "rules");
	for (size_t i = 0; i < rules; i++) {
		size_t n = lint_rank_edges(l, rule[i].place, edge);

		out_open(b, '{');
		put_text(b, "rule", lint_rule_name(rule[i].place));
		put_number(b, "offers", rule[i].count);
		begin_list(b, "edges");
		for (size_t k = 0; k < n; k++)
			put_rule_edge(b, l, rule[i].place, &edge[k]);
		out_close(b, ']');
		out_close(b, '}');
	}
	out_close(b, ']');
	free(edge);
}

static void put_loops(struct buf *b, const struct lint *l)
{
	uint32_t *order = sorted(&l->circles), agent[CIRCLE_AGENTS];

	begin_list(b, "loops");
	for (uint32_t i = 0; i < l->circles.rows; i++) {
		const struct tally_row *r = &l->circles.row[order[i]];
		bool longer;
		size_t n = lint_circle(r, agent, &longer);

		out_open(b, '{');
		begin_list(b, "agents");
		for (size_t k = 0; k < n; k++)
			out_text(b, l->m->agent[agent[k]].name);
		out_close(b, ']');
		out_key(b, "longer");
		out_bool(b, longer);
		put_number(b, "handoffs", r->count);
		out_close(b, '}');
	}
	out_close(b, ']');
	free(order);
}

static void put_unoffered(struct buf *b, const struct lint *l)
{
	struct unoffered u;

	begin_list(b, "items");
	for (uint32_t n = 0; mesh_unoffered(l->m, &n, &u);) {
		out_open(b, '{');
		put_text(b, "handoff", u.id);
		put_slice(b, "agent", u.agent);
		put_text(b, "first", event_kinds[u.type].word);
		put_number(b, "events", u.events);
		put_number(b, "accepts", u.accepts);
		out_key(b, "since");
		out_time(b, u.since);
		out_close(b, '}');
	}
	out_close(b, ']');
}

static void put_unseen(struct buf *b, const struct lint *l)
{
	struct unseen s;

	begin_list(b, "inputs");
	for (uint32_t n = 0; mesh_unseen(l->m, &n, &s);) {
		out_open(b, '{');
		put_text(b, "input", s.id);
		put_text(b, "handoff", handoff_at(l->m, s.handoff)->id);
		put_number(b, "handoffs", s.handoffs);
		out_close(b, '}');
	}
	out_close(b, ']');
}

static void put_never_offered(struct buf *b, const struct lint *l)
{
	begin_object(b, "never_offered");
	put_number(b, "handoffs", l->no_offer);
	put_number(b, "events", l->no_offer_events);
	put_number(b, "accepts", l->no_offer_accepts);
	put_unoffered(b, l);
	put_unseen(b, l);
	out_close(b, '}');
}

static void put_reasons(
	struct buf *b, const char *name, const char *what, const struct tally *t)
{
	uint32_t *order = sorted(t);

	begin_list(b, name);
	for (uint32_t i = 0; i < t->rows; i++) {
		const struct tally_row *r = &t->row[order[i]];

		out_open(b, '{');
		put_slice(b, "reason", (struct str){ r->key, r->n });
		put_number(b, what, r->count);
		out_close(b, '}');
	}
	out_close(b, ']');
	free(order);
}

static void put_dead(struct buf *b, const struct lint *l)
{
	begin_object(b, "dead");
	put_reasons(b, "handoffs", "handoffs", &l->dead);
	put_reasons(b, "events", "events", &l->died);
	out_close(b, '}');
}

static void put_violations(struct buf *b, const struct lint *l)
{
	uint32_t *order = sorted(&l->violations);

	begin_list(b, "violations");
	for (uint32_t i = 0; i < l->violations.rows; i++) {
		const struct tally_row *r = &l->violations.row[order[i]];
		const struct lint_violation *v = &l->violation[order[i]];
		struct lint_where w = lint_where(r);

		out_open(b, '{');
		put_slice(b, "contract", w.contract);
		put_slice(b, "at", w.at);
		put_slice(b, "message", w.message);
		put_number(b, "offers", r->count);
		put_text(b, "handoff", v->handoff);
		put_text(b, "version", v->contract + w.contract.n + 1);
		out_key(b, "since");
		out_time(b, v->since);
		if (l->has_baseline) {
			out_key(b, "known");
			out_bool(b, lint_knows_violation(l, order[i]));
		}
		out_close(b, '}');
	}
	out_close(b, ']');
	free(order);
}

/* What the edge carries side by side, or what nobody knows: version by version. */
static void put_versions(struct buf *b, const struct lint *l, const struct drift *d)
{
	const struct edge *e;
	struct version v;
	char text[VERSION_TEXT];

	if (d->kind != DRIFT_MIXED && d->kind != DRIFT_UNKNOWN)
		return;
	e = &l->m->edge[d->edge];
	begin_list(b, "versions");
	for (uint32_t i = 0; i < e->kinds; i++) {
		if (!drift_is_of(l->m, d, &e->kind[i], &v))
			continue;
		out_open(b, '{');
		put_text(b, "version", version_text(v, text));
		put_number(b, "offers", e->kind[i].count);
		out_key(b, "first");
		out_time(b, e->kind[i].first);
		out_key(b, "last");
		out_time(b, e->kind[i].last);
		out_close(b, '}');
	}
	out_close(b, ']');
}

static void put_drift(struct buf *b, const struct lint *l)
{
	out_key(b, "drift_cut");
	out_bool(b, l->drifts.cut);
	begin_list(b, "drift");
	for (size_t i = 0; i < l->drifts.count; i++) {
		const struct drift *d = &l->drifts.item[i];

		out_open(b, '{');
		put_text(b, "kind", drift_name(d->kind));
		if (d->edge != NONE)
			put_ends(b, l, d->edge);
		if (d->agent != NONE)
			put_text(b, "agent", l->m->agent[d->agent].name);
		if (d->contract != CONTRACT_NONE)
			put_text(b, "contract",
				l->m->contracts.entry[d->contract].contract->id);
		put_text(b, "words", d->words);
		put_number(b, "count", d->count);
		put_versions(b, l, d);
		out_close(b, '}');
	}
	out_close(b, ']');
}

static void put_fields(
	struct buf *b, const char *name, const struct lint *l, const struct tally *t)
{
	uint32_t *order = sorted(t);

	begin_list(b, name);
	for (uint32_t i = 0; i < t->rows; i++) {
		const struct tally_row *r = &t->row[order[i]];
		struct str at;
		uint32_t edge = lint_field(r, &at);

		out_open(b, '{');
		put_ends(b, l, edge);
		put_slice(b, "at", at);
		put_number(b, "offers", r->count);
		out_close(b, '}');
	}
	out_close(b, ']');
	free(order);
}

static void put_shapes(struct buf *b, const struct lint *l)
{
	struct lint_ranked *edge = xcalloc((size_t)l->m->edges + 1, sizeof(*edge));
	size_t n = lint_rank_shapes(l, edge);

	put_number(b, "shapes", l->shapes.count);
	out_key(b, "shapes_an_edge");
	out_real(b, n > 0 ? (double)l->shapes.count / (double)n : 0);
	begin_list(b, "edges");
	for (size_t i = 0; i < n; i++) {
		out_open(b, '{');
		put_ends(b, l, edge[i].place);
		put_number(b, "offers", l->edge[edge[i].place].offers);
		put_number(b, "shapes", edge[i].count);
		out_key(b, "more");
		out_bool(b, l->edge[edge[i].place].more_shapes);
		out_close(b, '}');
	}
	out_close(b, ']');
	free(edge);
}

static void put_alike(struct buf *b, const struct lint *l)
{
	begin_list(b, "alike");
	for (uint32_t i = 0; i < l->alikes; i++) {
		const struct likeness *k = &l->alike[i];

		out_open(b, '{');
		begin_list(b, "contracts");
		out_text(b, l->m->contracts.entry[k->a].contract->id);
		out_text(b, l->m->contracts.entry[k->b].contract->id);
		out_close(b, ']');
		put_number(b, "common", k->common);
		put_number(b, "all", k->all);
		out_close(b, '}');
	}
	out_close(b, ']');
}

static void put_mistakes(struct buf *b, const struct lint *l)
{
	begin_object(b, "mistakes");
	put_fields(b, "unnamed", l, &l->unnamed);
	put_fields(b, "unused", l, &l->unused);
	put_number(b, "no_fallback", lint_no_fallback(l));
	begin_object(b, "formats");
	put_shapes(b, l);
	put_alike(b, l);
	out_close(b, '}');
	out_close(b, '}');
}

/* What had no room and so is in none of the lists. */
static void put_left_out(struct buf *b, const struct lint *l)
{
	begin_object(b, "left_out");
	put_number(b, "loops", l->circles.others);
	put_number(b, "dead", l->dead.others + l->died.others);
	put_number(b, "violations", l->violations.others);
	put_number(b, "unnamed", l->unnamed.others);
	put_number(b, "unused", l->unused.others + used_left_out(l->used));
	put_number(b, "alike", l->alikes_left_out);
	out_close(b, '}');
}

void lint_json(const struct lint *l, struct buf *out)
{
	struct buf b = { 0 };

	out_open(&b, '{');
	put_totals(&b, l);
	put_rules(&b, l);
	put_loops(&b, l);
	put_never_offered(&b, l);
	put_dead(&b, l);
	put_drift(&b, l);
	put_violations(&b, l);
	put_mistakes(&b, l);
	put_left_out(&b, l);
	out_close(&b, '}');
	out_ascii(out, buf_view(&b));
	buf_fini(&b);
}
