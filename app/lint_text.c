/* SPDX-License-Identifier: MIT */
/*
 * The report for people: 80 columns, the worst first, of each list the beginning. All
 * foreign text is cleaned. A section stands there only if it has something to say; the
 * last line is the verdict.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/lint.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/text.h"
#include "contract/range.h"
#include "views/format.h"

#define COLUMNS 80
#define LINES 10 /* of a list; --json has all */
#define EDGES 3  /* of a rule */

struct text {
	const struct lint *l;
	struct buf *out;
	struct buf line; /* as it comes, foreign text in it */
};

/* What is in t->line, cleaned and cut. */
static void end_line(struct text *t)
{
	struct buf clean = { 0 };

	text_clean(&clean, buf_view(&t->line));
	text_cut(t->out, buf_view(&clean), COLUMNS);
	buf_char(t->out, '\n');
	buf_reset(&t->line);
	buf_fini(&clean);
}

static void heading(struct text *t, const char *title)
{
	buf_fmt(t->out, "\n%s\n", title);
}

/* Begins a line: a count, right aligned, and two blanks. */
static void begin_row(struct text *t, unsigned indent, uint64_t count)
{
	char number[FORMAT_TEXT];

	buf_fmt(&t->line, "%*s  ", (int)(8 + indent), format_count(count, number));
}

static void add_edge(struct text *t, uint32_t edge)
{
	const struct mesh *m = t->l->m;

	buf_fmt(&t->line, "%s > %s", m->agent[m->edge[edge].from].name,
		m->agent[m->edge[edge].to].name);
}

/* `others`: such as had no room, and that nothing has. */
static void say_more(struct text *t, unsigned indent, uint64_t more, uint64_t others)
{
	char number[FORMAT_TEXT];

	if (more > 0)
		buf_fmt(t->out, "%*sand %s more (--json has all)\n", (int)(10 + indent),
			"", format_count(more, number));
	if (others > 0)
		buf_fmt(t->out, "%*sand %s more that there was no room for\n",
			(int)(10 + indent), "", format_count(others, number));
}

/* --- the sections --------------------------------------------------------------- */

static void say_totals(struct text *t)
{
	const struct lint *l = t->l;
	char a[FORMAT_TEXT], b[FORMAT_TEXT], c[FORMAT_TEXT], d[FORMAT_TEXT],
		e[FORMAT_TEXT], f[FORMAT_TEXT];

	buf_fmt(t->out, "%s in %s on %s between %s,\n%s in force; %s\n",
		format_many(l->handoffs, "handoff", a),
		format_many(l->offers, "offer", b), format_many(l->m->edges, "edge", c),
		format_many(l->m->agents, "agent", d),
		format_many(lint_contracts(l), "contract", e),
		format_many(l->events, "event", f));
}

/* Offers that name no contract, and stand under one all the same. */
static void say_presumed(struct text *t)
{
	const struct lint *l = t->l;
	char n[FORMAT_TEXT];

	if (l->by_default > 0)
		buf_fmt(t->out,
			"%s without a contract: judged by the default of the edge\n",
			format_many(l->by_default, "offer", n));
	if (l->by_only > 0)
		buf_fmt(t->out,
			"%s without a contract: judged by the only one for the edge.\n"
			"A hub holds such offers, unless it says \"default\": true\n",
			format_many(l->by_only, "offer", n));
}

/* Where to look, and whom to ask: a handoff, the sender's version, its team. */
static void add_who(struct text *t, unsigned rule, uint32_t edge)
{
	const struct lint *l = t->l;
	const char *version = l->m->agent[l->m->edge[edge].from].version;
	const char *first = l->edge[edge].first[rule][0];
	struct str owner = lint_owner(l, edge);

	if (l->has_baseline)
		buf_str(&t->line, lint_is_known(l, edge, rule) ? " (known)" : " (NEW)");
	if (first != NULL)
		buf_fmt(&t->line, "  %s", first);
	if (version != NULL)
		buf_fmt(&t->line, "  version %s", version);
	if (owner.n > 0)
		buf_fmt(&t->line, "  of %.*s", STR_ARG(owner));
}

static void say_rule(struct text *t, const struct lint_ranked *rule)
{
	struct lint_ranked *edge = xcalloc((size_t)t->l->m->edges + 1, sizeof(*edge));
	size_t n = lint_rank_edges(t->l, rule->place, edge);
	char edges[FORMAT_TEXT];

	begin_row(t, 0, rule->count);
	buf_fmt(&t->line, "%-26s on %s", lint_rule_name(rule->place),
		format_many(n, "edge", edges));
	end_line(t);
	for (size_t i = 0; i < n && i < EDGES; i++) {
		begin_row(t, 6, edge[i].count);
		add_edge(t, edge[i].place);
		add_who(t, rule->place, edge[i].place);
		end_line(t);
	}
	say_more(t, 6, n > EDGES ? n - EDGES : 0, 0);
	free(edge);
}

static void say_rules(struct text *t)
{
	struct lint_ranked rule[RULES];
	size_t n = lint_rank_rules(t->l, rule);

	if (n > 0)
		heading(t, "Rules broken (offers)");
	for (size_t i = 0; i < n; i++)
		say_rule(t, &rule[i]);
}

/* A section of a tally's rows, what each says behind its count is for `say`. */
static void say_tally(struct text *t, const char *title, const struct tally *y,
	void (*say)(struct text *t, uint32_t place))
{
	uint32_t *order = xcalloc((size_t)y->rows + 1, sizeof(*order));

	tally_sort(y, order);
	if (y->rows > 0)
		heading(t, title);
	for (uint32_t i = 0; i < y->rows && i < LINES; i++) {
		begin_row(t, 0, y->row[order[i]].count);
		say(t, order[i]);
		end_line(t);
	}
	say_more(t, 0, y->rows > LINES ? y->rows - LINES : 0, y->others);
	free(order);
}

static void say_circle(struct text *t, uint32_t place)
{
	const struct mesh *m = t->l->m;
	uint32_t agent[CIRCLE_AGENTS];
	bool longer;
	size_t n = lint_circle(&t->l->circles.row[place], agent, &longer);

	for (size_t i = 0; i < n; i++)
		buf_fmt(&t->line, "%s > ", m->agent[agent[i]].name);
	buf_fmt(&t->line, "%s%s", longer ? "... > " : "", m->agent[agent[0]].name);
}

static void say_unoffered(struct text *t)
{
	struct unoffered u;
	uint32_t n = 0;

	for (int i = 0; i < LINES && mesh_unoffered(t->l->m, &n, &u); i++) {
		begin_row(t, 0, u.events);
		buf_fmt(&t->line, "%s of %s, first %s by %.*s",
			u.events == 1 ? "event" : "events", u.id,
			event_kinds[u.type].word, STR_ARG(u.agent));
		end_line(t);
	}
	say_more(t, 0, t->l->no_offer > LINES ? t->l->no_offer - LINES : 0, 0);
}

static void say_unseen(struct text *t)
{
	struct unseen s;
	uint32_t n = 0;

	for (int i = 0; i < LINES && mesh_unseen(t->l->m, &n, &s); i++) {
		begin_row(t, 0, s.handoffs);
		buf_fmt(&t->line, "%s from %s, newest %s",
			s.handoffs == 1 ? "handoff" : "handoffs", s.id,
			handoff_at(t->l->m, s.handoff)->id);
		end_line(t);
	}
	say_more(t, 0, t->l->no_input > LINES ? t->l->no_input - LINES : 0, 0);
}

static void say_never_offered(struct text *t)
{
	const struct lint *l = t->l;
	char a[FORMAT_TEXT], b[FORMAT_TEXT], c[FORMAT_TEXT];

	if (l->no_offer > 0) {
		buf_fmt(t->out, "\nNever offered: %s, told of by %s (%s)\n",
			format_many(l->no_offer, "handoff", a),
			format_many(l->no_offer_events, "event", b),
			format_many(l->no_offer_accepts, "accept", c));
		say_unoffered(t);
	}
	if (l->no_input > 0) {
		buf_fmt(t->out, "\nInputs that nobody offered: %s\n",
			format_count(l->no_input, a));
		say_unseen(t);
	}
}

static uint64_t count_of(const struct tally *y, struct str reason)
{
	const struct tally_row *r = tally_find(y, reason);

	return r != NULL ? r->count : 0;
}

static void say_reason(struct text *t, struct str reason)
{
	char said[FORMAT_TEXT];

	begin_row(t, 0, count_of(&t->l->dead, reason));
	buf_fmt(&t->line, "%8s  ", format_count(count_of(&t->l->died, reason), said));
	if (reason.n == 0)
		buf_str(&t->line, "(no reason)");
	else
		buf_slice(&t->line, reason);
	end_line(t);
}

/* Those of `y` that are not in `but`; *left goes down with each line. */
static uint64_t say_reasons(
	struct text *t, const struct tally *y, const struct tally *but, int *left)
{
	uint32_t *order = xcalloc((size_t)y->rows + 1, sizeof(*order));
	uint64_t more = 0;

	tally_sort(y, order);
	for (uint32_t i = 0; i < y->rows; i++) {
		const struct tally_row *r = &y->row[order[i]];
		struct str reason = { r->key, r->n };

		if (but != NULL && tally_find(but, reason) != NULL)
			continue;
		if (*left > 0)
			say_reason(t, reason);
		else
			more++;
		*left -= *left > 0;
	}
	free(order);
	return more;
}

static void say_deaths(struct text *t)
{
	const struct lint *l = t->l;
	int left = LINES;
	uint64_t more;

	if (l->dead.rows + l->died.rows == 0)
		return;
	heading(t, "Dead or stopped: handoffs at the end, events that said so, reason");
	more = say_reasons(t, &l->dead, NULL, &left);
	more += say_reasons(t, &l->died, &l->dead, &left);
	say_more(t, 0, more, l->dead.others + l->died.others);
}

static void say_violation(struct text *t, uint32_t place)
{
	const struct lint_violation *v = &t->l->violation[place];
	struct lint_where w = lint_where(&t->l->violations.row[place]);
	char time[TIME_TEXT];

	buf_fmt(&t->line, "%s%.*s %.*s: %.*s",
		t->l->has_baseline && !lint_knows_violation(t->l, place) ? "NEW " : "",
		STR_ARG(w.contract), STR_ARG(w.at), STR_ARG(w.message));
	end_line(t);
	time_format(v->since, time);
	buf_fmt(&t->line, "          since %.16sZ, %s, first %s", time, v->contract,
		v->handoff);
}

/* Who still sends which version, and when last. */
static void say_versions(struct text *t, const struct drift *d)
{
	const struct mesh *m = t->l->m;
	const struct edge *e;
	struct version v;
	char version[VERSION_TEXT], time[TIME_TEXT];

	if (d->kind != DRIFT_MIXED && d->kind != DRIFT_UNKNOWN)
		return;
	e = &m->edge[d->edge];
	for (uint32_t i = 0; i < e->kinds; i++) {
		if (!drift_is_of(m, d, &e->kind[i], &v))
			continue;
		time_format(e->kind[i].last, time);
		buf_fmt(&t->line, "      %s: %llu offers by %s, the last %.19sZ",
			version_text(v, version), (unsigned long long)e->kind[i].count,
			m->agent[e->from].name, time);
		end_line(t);
	}
}

static void say_drift(struct text *t)
{
	const struct drifts *d = &t->l->drifts;

	if (d->count > 0 || d->cut)
		heading(t, "Drift");
	for (size_t i = 0; i < d->count && i < LINES; i++) {
		buf_fmt(&t->line, "  %s: %s", drift_name(d->item[i].kind),
			d->item[i].words);
		end_line(t);
		say_versions(t, &d->item[i]);
	}
	say_more(t, 0, d->count > LINES ? d->count - LINES : 0, 0);
	if (d->cut) {
		buf_str(&t->line,
			"  and perhaps more: agents say so much that not all was looked at");
		end_line(t);
	}
}

static void add_field(struct text *t, const struct tally_row *r)
{
	struct str at;
	uint32_t edge = lint_field(r, &at);

	buf_slice(&t->line, at);
	buf_str(&t->line, "  ");
	add_edge(t, edge);
}

static void say_unnamed(struct text *t, uint32_t place)
{
	add_field(t, &t->l->unnamed.row[place]);
}

static void say_unused(struct text *t, uint32_t place)
{
	add_field(t, &t->l->unused.row[place]);
}

static void say_shapes(struct text *t)
{
	const struct lint *l = t->l;
	struct lint_ranked *edge = xcalloc((size_t)l->m->edges + 1, sizeof(*edge));
	size_t n = lint_rank_shapes(l, edge), many = 0;
	char a[FORMAT_TEXT], b[FORMAT_TEXT], c[FORMAT_TEXT];

	while (many < n && edge[many].count > 1)
		many++;
	if (n > 0) {
		heading(t, "Formats (shapes of artifacts)");
		begin_row(t, 0, l->shapes.count);
		buf_fmt(&t->line, "%s on %s: %.2f an edge; %s",
			l->shapes.count == 1 ? "shape" : "shapes",
			format_many(n, "edge", a), (double)l->shapes.count / (double)n,
			format_many(lint_contracts(l), "contract", b));
		end_line(t);
	}
	for (size_t i = 0; i < many && i < LINES; i++) {
		begin_row(t, 6, edge[i].count);
		add_edge(t, edge[i].place);
		buf_fmt(&t->line, "%s, in %s",
			l->edge[edge[i].place].more_shapes ? " or more" : "",
			format_many(l->edge[edge[i].place].offers, "offer", c));
		end_line(t);
	}
	say_more(t, 6, many > LINES ? many - LINES : 0, 0);
	free(edge);
}

static void say_alike(struct text *t)
{
	const struct lint *l = t->l;

	if (l->alikes > 0)
		heading(t, "Contracts that could be one");
	for (uint32_t i = 0; i < l->alikes && i < LINES; i++) {
		const struct likeness *k = &l->alike[i];

		buf_fmt(&t->line, "  %s and %s: %u of %u fields are the same",
			l->m->contracts.entry[k->a].contract->id,
			l->m->contracts.entry[k->b].contract->id, k->common, k->all);
		end_line(t);
	}
	say_more(t, 0, l->alikes > LINES ? l->alikes - LINES : 0, l->alikes_left_out);
}

/* --- the verdict ------------------------------------------------------------------ */

static void add_many(struct text *t, uint64_t n, const char *one)
{
	char count[FORMAT_TEXT];

	if (n > 0)
		buf_fmt(t->out, "; %s %s%s", format_count(n, count), one,
			n == 1 ? "" : "s");
}

static uint32_t edges_at_fault(const struct lint *l)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < l->m->edges; i++) {
		bool any = false;

		for (unsigned rule = 0; rule < RULES; rule++)
			any |= lint_count(l, i, rule) > 0;
		n += any;
	}
	return n;
}

static void say_verdict(struct text *t)
{
	const struct lint *l = t->l;
	struct lint_ranked rule[RULES];
	size_t rules = lint_rank_rules(l, rule) + (l->no_offer > 0);
	char a[FORMAT_TEXT], b[FORMAT_TEXT], c[FORMAT_TEXT], d[FORMAT_TEXT];

	if (rules == 0)
		buf_fmt(t->out, "\nno faults on %s", format_many(l->m->edges, "edge", a));
	else
		buf_fmt(t->out, "\n%s of %s on %s of %s",
			format_many(lint_faults(l), "fault", a),
			format_many(rules, "rule", b), format_count(edges_at_fault(l), d),
			format_many(l->m->edges, "edge", c));
	add_many(t, l->circles.rows, "circle");
	add_many(t, l->drifts.count, "drift");
	add_many(t, l->unnamed.rows, "unnamed field");
	add_many(t, l->unused.rows, "unused field");
	add_many(t, l->alikes, "look-alike pair");
	buf_char(t->out, '\n');
	if (l->has_baseline)
		buf_fmt(t->out, "new beside the baseline: %s, %s\n",
			format_many(lint_new_faults(l), "fault", a),
			format_many(lint_new_violations(l), "violation", b));
}

void lint_text(const struct lint *l, struct buf *out)
{
	struct text t = { .l = l, .out = out };

	say_totals(&t);
	say_presumed(&t);
	say_rules(&t);
	say_tally(&t, "Loops (handoffs)", &l->circles, say_circle);
	say_never_offered(&t);
	say_deaths(&t);
	say_drift(&t);
	say_tally(&t, "Schemas broken (offers)", &l->violations, say_violation);
	say_tally(&t, "Fields that no schema names (offers)", &l->unnamed, say_unnamed);
	say_tally(&t, "Fields of which nothing was ever seen again (offers)", &l->unused,
		say_unused);
	say_shapes(&t);
	say_alike(&t);
	say_verdict(&t);
	buf_fini(&t.line);
}
