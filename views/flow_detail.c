/* SPDX-License-Identifier: MIT */
/*
 * What is known of one edge: in three lines below the list, or as fields in
 * the column beside a wide graph. Words of agents stand here: they are drawn
 * as text, and nothing is read from them.
 */
#include <stdio.h>

#include "views/flow_own.h"
#include "views/format.h"
#include "views/link.h"
#include "views/notes.h"
#include "views/owners.h"
#include "views/pane.h"
#include "views/row.h"

#define CHARTS 5       /* rows of two of them, with the one before */
#define CHARTS_FROM 22 /* rows, from which on they are kept */
#define FIELDS_FROM 6  /* rows; below it three lines of text */

struct known {
	const struct world *w;
	const struct edge *e;
	const struct handoff *letter; /* the newest dead one, or NULL; where handoffs are
					 lost of those that died of what broke it */
	const struct contract *contract;
	enum edge_trouble trouble;
	struct edge_cause cause; /* if handoffs are lost */
	uint32_t dead;
};

/* As much as an edge keeps of one is the same. */
static bool is_reason(const char *a, const char *b)
{
	return b == NULL || strncmp(a, b, REASON_KEPT - 1) == 0;
}

/* Of that reason, or of any if that is NULL. */
static const struct handoff *newest_letter(
	const struct mesh *m, uint32_t edge, const char *reason)
{
	const struct handoff *newest = NULL;

	for (uint32_t i = 0; i < m->dead_groups; i++) {
		const struct dead_group *g = &m->dead_group[i];
		struct order_item last;

		if (g->edge != edge || g->letters.count == 0 ||
			!is_reason(g->reason, reason) ||
			!order_at(&g->letters, g->letters.count - 1, &last))
			continue;
		if (newest == NULL || handoff_at(m, last.id)->since > newest->since)
			newest = handoff_at(m, last.id);
	}
	return newest;
}

static struct known look_up(const struct flow *f, const struct world *w, uint32_t edge)
{
	struct known k = { .w = w, .e = flow_model_edge(&f->model, w, edge) };
	const struct registry *r = &w->mesh->contracts;

	if (k.e == NULL)
		return k;
	k.trouble = f->model.edge[edge].shown;
	k.dead = f->model.edge[edge].dead;
	if (flow_loses(k.trouble))
		k.cause = edge_cause(k.e, link_now(w));
	k.letter = newest_letter(w->mesh, f->model.edge[edge].edge, k.cause.reason);
	if (flow_loses(k.trouble) && k.letter != NULL)
		k.contract = handoff_contract(w->mesh, k.letter);
	if (k.contract == NULL && k.e->contract < r->count)
		k.contract = r->entry[k.e->contract].contract;
	return k;
}

static void why_low(struct buf *out, const struct known *k)
{
	char text[FORMAT_TEXT], low[ROW_TEXT];

	buf_fmt(out, "confidence: %s; the median of the last %u is %s",
		row_low(k->w->mesh, k->e, false, low),
		k->e->recents < 64 ? k->e->recents : 64,
		format_confidence(edge_confidence(k->e), text));
}

/* What most of them say, in the words of the newest; and the last one if it is not. */
static void why_broken(struct buf *out, const struct known *k)
{
	const struct edge_cause *c = &k->cause;

	buf_str(out, c->reason);
	if (c->count < c->all)
		buf_fmt(out, " (%llu of %llu)", (unsigned long long)c->count,
			(unsigned long long)c->all);
	if (k->letter != NULL && k->letter->detail != NULL &&
		k->letter->detail[0] != '\0')
		buf_fmt(out, ": %s", k->letter->detail);
	if (c->latest != NULL)
		buf_fmt(out, "; the latest: %s", c->latest);
}

/* The reason and the words of the agent, or what is not as it should be. */
static void why(struct buf *out, const struct known *k)
{
	char text[64];

	if (flow_loses(k->trouble) && k->cause.reason != NULL) {
		why_broken(out, k);
	} else if (k->trouble == EDGE_LOW) {
		why_low(out, k);
	} else if (k->trouble == EDGE_OK) {
		buf_str(out, "ok: no refusals or deaths in the last 10 min");
	} else if (k->trouble == EDGE_IDLE) {
		buf_str(out, "idle: nothing offered in the last 5 min");
	} else {
		flow_what(k->e, k->w, k->trouble, text, sizeof(text));
		buf_str(out, text);
	}
}

static void since(struct buf *out, const struct known *k)
{
	char text[FORMAT_TEXT];

	if (k->e->first_refusal > 0)
		buf_fmt(out, "first refusal %s   ",
			format_time(k->w, k->e->first_refusal, text));
	else if (flow_loses(k->trouble) && k->e->trouble_since > 0)
		buf_fmt(out, "began %s   ", format_time(k->w, k->e->trouble_since, text));
	if (k->e->last > 0)
		buf_fmt(out, "last offer %s", format_time(k->w, k->e->last, text));
}

static uint32_t place_of(const struct known *k)
{
	return (uint32_t)(k->e - k->w->mesh->edge);
}

static void first(struct buf *out, const struct known *k)
{
	if (flow_loses(k->trouble))
		flow_why_first(out, k->w, place_of(k), k->cause.reason);
}

/* What was new shortly before: it need not be why. */
static void cause(struct buf *out, const struct known *k)
{
	if (flow_loses(k->trouble))
		flow_why_cause(out, k->w, place_of(k), k->cause.reason);
}

/* Without the time: the first refusal's stands above it. */
static void cause_brief(struct buf *out, const struct known *k)
{
	cause(out, k);
	if (out->len > 0)
		out->len = strcspn(out->data, "(");
}

static void places(struct buf *out, const struct known *k)
{
	if (flow_loses(k->trouble))
		flow_why_fields(out, k->w, place_of(k), k->cause.reason);
}

static void counts(struct buf *out, const struct known *k)
{
	const struct mesh *m = k->w->mesh;
	const struct mute *u = mesh_mute_of(m, (uint32_t)(k->e - m->edge), k->w->now);
	char time[FORMAT_TEXT];

	buf_fmt(out, "%u dead  %u waiting", k->dead, k->e->waiting);
	if (u != NULL)
		buf_fmt(out, "  muted until %s", format_time(k->w, u->until, time));
}

static void note(struct buf *out, const struct known *k)
{
	const struct mesh *m = k->w->mesh;
	struct buf name = { 0 };

	if (m->noteds == 0)
		return;
	buf_fmt(&name, "%s>%s", m->agent[k->e->from].name, m->agent[k->e->to].name);
	notes_brief(out, k->w, mesh_noted(m, NOTED_EDGE, buf_view(&name)));
	buf_fini(&name);
}

static void passed(struct buf *out, const struct known *k)
{
	buf_fmt(out, "%llu offered, %llu completed", (unsigned long long)k->e->offered,
		(unsigned long long)k->e->completed);
}

static void pace(struct buf *out, const struct known *k)
{
	char rate[FORMAT_TEXT], confidence[FORMAT_TEXT];

	buf_fmt(out, "%s (1m)  conf %s",
		format_often(edge_rate(k->e, link_now(k->w)), rate),
		format_confidence(edge_confidence(k->e), confidence));
}

/* The kinds of an edge, those first that were offered last. */
static uint32_t by_last(const struct edge *e, const struct edge_kind *kind[EDGE_KINDS])
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < e->kinds; i++, n++) {
		uint32_t at = n;

		for (; at > 0 && kind[at - 1]->last < e->kind[i].last; at--)
			kind[at] = kind[at - 1];
		kind[at] = &e->kind[i];
	}
	return n;
}

#define IN_FORCE 4 /* of an edge that are named */

/* Those in force for the edge, of them first the one of that id, if there is such. */
static uint32_t in_force(struct buf *out, const struct known *k, const char *first)
{
	const struct mesh *m = k->w->mesh;
	const struct registry *r = &m->contracts;
	struct str from = str_of(m->agent[k->e->from].name);
	struct str to = str_of(m->agent[k->e->to].name);
	uint32_t n = 0,
		 place = first != NULL ? registry_find(r, str_of(first)) : CONTRACT_NONE;

	if (place != CONTRACT_NONE && contract_names(r->entry[place].contract, from, to))
		buf_str(out, first), n++;
	else
		place = CONTRACT_NONE;
	for (uint32_t i = 0; i < r->count; i++) {
		const struct contract *c = r->entry[i].contract;

		if (i == place || !r->entry[i].in_force || !contract_names(c, from, to))
			continue;
		if (n++ < IN_FORCE)
			buf_fmt(out, "%s%s", n > 1 ? ", " : "", c->id);
	}
	if (n > IN_FORCE)
		buf_fmt(out, " and %u more", n - IN_FORCE);
	return n;
}

/* What the last offer named, where that is none of those in force for the edge. */
static void last_named(struct buf *out, const struct known *k, const char *last)
{
	const struct registry *r = &k->w->mesh->contracts;
	uint32_t place = registry_find(r, str_of(last));
	const char *between = out->len > 0 ? "; the last offer named " : "";

	if (place == CONTRACT_NONE)
		buf_fmt(out, "%s%s, not in force", between, last);
	else if (!contract_names(r->entry[place].contract,
			 str_of(k->w->mesh->agent[k->e->from].name),
			 str_of(k->w->mesh->agent[k->e->to].name)))
		buf_fmt(out, "%s%s, of another edge", between, last);
}

/* In force for the edge; then what the last offer named, or what broke, if it is other.
 */
static void contract(struct buf *out, const struct known *k)
{
	const struct edge_kind *kind[EDGE_KINDS];
	const char *last = NULL;
	uint32_t n;

	if (by_last(k->e, kind) > 0 && kind[0]->name[0] != '\0')
		last = kind[0]->name;
	else if (k->e->kinds == 0 && k->contract != NULL)
		last = k->contract->id;
	n = in_force(out, k, last);
	if (last != NULL)
		last_named(out, k, last);
	else if (n == 0)
		buf_str(out, "no contract");
	else
		buf_str(out, "; the last offer named none");
	if (flow_loses(k->trouble) && k->letter != NULL && k->contract != NULL &&
		(last == NULL || strcmp(last, k->contract->id) != 0))
		buf_fmt(out, "; %s broke", k->contract->id);
}

/* Rule by rule: "24 schema, 1 loop". */
static void faults(struct buf *out, const struct known *k)
{
	char count[FORMAT_TEXT];

	for (unsigned i = 0; i < FAULT_BITS; i++) {
		if (k->e->faults[i] > 0)
			buf_fmt(out, "%s%s %s", out->len > 0 ? ", " : "",
				format_count(k->e->faults[i], count),
				fault_name(1u << i));
	}
}

/* Under what it was offered, what was offered last first; one alone is its contract. */
static void versions(struct buf *out, const struct known *k)
{
	const struct edge_kind *kind[EDGE_KINDS];
	uint32_t n = by_last(k->e, kind);
	char count[FORMAT_TEXT];

	for (uint32_t i = 0; n > 1 && i < n; i++) {
		const struct edge_kind *x = kind[i];
		const char *and = " (";

		buf_fmt(out, "%s%s %s", out->len > 0 ? ", " : "",
			x->name[0] != '\0' ? x->name : "none named",
			format_count(x->count, count));
		if (x->broken.count > 0) {
			buf_fmt(out, "%s%s broken", and,
				format_count(x->broken.count, count));
			and = ", ";
		}
		if (x->refused.count > 0)
			buf_fmt(out, "%s%s refused", and,
				format_count(x->refused.count, count));
		if (x->broken.count + x->refused.count > 0)
			buf_str(out, ")");
	}
}

static void incident(struct buf *out, const struct known *k)
{
	if (k->letter != NULL && k->letter->incident != NONE)
		buf_str(out, incident_at(k->w->mesh, k->letter->incident)->id);
}

static void owners(struct buf *out, const struct known *k)
{
	owners_text(out, k->contract, k->w->mesh->agent[k->e->from].name,
		k->w->mesh->agent[k->e->to].name);
}

/* Behind what the line has, if there is room for all of it. */
static void add_part(struct buf *line, const struct surface *s, const struct known *k,
	const char *label, void (*text)(struct buf *out, const struct known *k))
{
	struct buf part = { 0 };
	int used = surface_measure(s, buf_view(line));

	text(&part, k);
	while (part.len > 0 && part.data[part.len - 1] == ' ')
		part.len--;
	if (part.len > 0 &&
		used + 4 + surface_measure(s, str_of(label)) +
				surface_measure(s, buf_view(&part)) <=
			s->cols) {
		buf_fmt(line, "%s%s", used > 0 ? "   " : "", label);
		buf_slice(line, buf_view(&part));
	}
	buf_fini(&part);
}

/* Cut rather than not told, like the contract: what is behind it goes. */
static void add_note(struct buf *line, const struct surface *s, const struct known *k)
{
	struct buf part = { 0 };

	note(&part, k);
	if (part.len > 0 && surface_measure(s, buf_view(line)) + 20 < s->cols)
		buf_fmt(line, "%snote: %s", line->len > 0 ? "   " : "", part.data);
	buf_fini(&part);
}

static void draw_lines(const struct known *k, struct surface *s)
{
	struct buf line[4] = { { 0 }, { 0 }, { 0 }, { 0 } };
	int lines = s->rows < 5 ? 3 : 4;
	size_t with;

	why(&line[0], k);
	add_part(&line[1], s, k, "", since);
	/* cut rather than not told */
	buf_str(&line[1], line[1].len > 0 ? "   " : "");
	contract(&line[1], k);
	add_part(&line[2], s, k, "", counts);
	add_note(&line[2], s, k);
	add_part(&line[lines - 1], s, k, "CAUSE? ", lines > 3 ? cause : cause_brief);
	add_part(&line[2], s, k, "faults: ", faults);
	with = line[2].len;
	add_part(&line[2], s, k, "incident ", incident);
	if (line[2].len == with)
		add_part(&line[0], s, k, "incident ", incident);
	add_part(&line[2], s, k, "", passed);
	for (int i = 0; i < lines; i++) {
		surface_text(s, 1 + i, 1, TO_EDGE, STYLE_NORMAL, buf_view(&line[i]));
		buf_fini(&line[i]);
	}
}

static const struct {
	const char *label;
	void (*text)(struct buf *out, const struct known *k);
	int rows;
} fields[] = {
	{ "WHY", why, 4 },
	{ "SINCE", since, 2 },
	{ "FIRST", first, 1 },
	{ "CAUSE?", cause, 3 },
	{ "FIELD", places, 2 },
	{ "NOTE", note, 2 },
	{ "NOW", counts, 1 },
	{ "PACE", pace, 1 },
	{ "PASSED", passed, 2 },
	{ "INCIDENT", incident, 1 },
	{ "OWNERS", owners, 2 },
	{ "CONTRACT", contract, 3 },
	{ "SEEN", versions, 3 },
	{ "FAULTS", faults, 2 },
};

static int draw_fields(const struct known *k, struct surface *s)
{
	int row = 1;

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields) && row < s->rows; i++) {
		struct buf value = { 0 };
		int room = s->rows - row;

		fields[i].text(&value, k);
		if (value.len > 0)
			row += pane_wrap_field(s, row,
				room < fields[i].rows ? room : fields[i].rows,
				fields[i].label, buf_view(&value), STYLE_NORMAL);
		buf_fini(&value);
	}
	return row;
}

/* The charts keep their rows where there are many: the last fields make room. */
static void draw_aside(
	const struct flow *f, const struct known *k, uint32_t edge, struct surface *s)
{
	int rows = s->rows >= CHARTS_FROM ? s->rows - CHARTS : s->rows;
	struct surface part = surface_sub(s, (struct rect){ 0, 0, rows, s->cols });

	flow_charts_draw(f, k->w, edge, s, draw_fields(k, &part));
}

void flow_detail_draw(
	const struct flow *f, const struct world *w, uint32_t edge, struct surface *s)
{
	struct known k;
	char title[ROW_TEXT];
	char letter[4] = "";

	if (edge >= f->model.edges || s->rows < 2)
		return;
	k = look_up(f, w, edge);
	if (f->model.edge[edge].letter != 0)
		snprintf(letter, sizeof(letter), "%c  ", f->model.edge[edge].letter);
	snprintf(title, sizeof(title), "%s%.140s", letter, f->model.edge[edge].name);
	surface_rule(s, 0, &(struct rule){ .line = RULE_LIGHT, .title = str_of(title) });
	if (k.e == NULL)
		surface_text(s, 1, 1, TO_EDGE, STYLE_MUTED,
			STR("the recording has not come to it yet"));
	else if (s->rows < FIELDS_FROM)
		draw_lines(&k, s);
	else
		draw_aside(f, &k, edge, s);
}
