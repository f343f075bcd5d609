/* SPDX-License-Identifier: MIT */
/*
 * What the registry's detail says of a contract, an agent or a finding. Almost all of it
 * is foreign; it is cleaned where it is drawn.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "contract/negotiate.h"
#include "views/link.h"
#include "views/registry_own.h"

#define USES 200       /* rows of who uses a contract */
#define UNOFFERED 4096 /* handoffs nobody offered that are looked at, the newest */

/* --- versions ---------------------------------------------------------------------- */

const char *reg_version_text(
	const struct reg_contract *c, const struct reg_version *v, char out[FORMAT_TEXT])
{
	if (!v->numbered) {
		snprintf(out, FORMAT_TEXT, "?");
		return out;
	}
	for (size_t i = 0; i < c->versions; i++) {
		const struct reg_version *x = &c->version[i];

		if (x != v && x->numbered && x->v.major == v->v.major) {
			snprintf(out, FORMAT_TEXT, "@%u.%u.%u", v->v.major, v->v.minor,
				v->v.patch);
			return out;
		}
	}
	snprintf(out, FORMAT_TEXT, "@%u", v->v.major);
	return out;
}

void reg_versions(struct buf *out, const struct reg_contract *c)
{
	char text[FORMAT_TEXT], count[FORMAT_TEXT];

	for (size_t i = c->versions; i-- > 0;) {
		const struct reg_version *v = &c->version[i];

		buf_fmt(out, "%s%s %s", out->len > 0 ? "  " : "",
			reg_version_text(c, v, text), format_count(v->count, count));
	}
}

/* What it said it takes: "@3" for one version, else the range as it was said. */
static void taken_words(struct buf *out, const struct agent *a, const char *name)
{
	struct taker t = { a->name, a->accepts };
	struct buf ranges = { 0 };
	struct version v;

	if (t.accepts == NULL || !taker_speaks_of(&t, str_of(name)))
		return;
	taker_ranges(&ranges, &t, str_of(name));
	if (version_read(buf_view(&ranges), &v))
		buf_fmt(out, " @%u", v.major);
	else
		buf_fmt(out, " %s", ranges.data);
	buf_fini(&ranges);
}

static void list_words(struct buf *out, char *const *list)
{
	for (size_t i = 0; list[i] != NULL; i++)
		buf_fmt(out, "%s%s", i > 0 ? ", " : "", list[i]);
}

/* Of what nobody has offered yet the newest contract says who may. */
static void named_words(
	struct buf *out, const struct mesh *m, const struct reg_contract *c, bool to)
{
	for (size_t i = c->versions; i-- > 0;) {
		uint32_t entry = c->version[i].entry;

		if (entry == CONTRACT_NONE)
			continue;
		list_words(out, m->contracts.entry[entry].contract->from);
		if (to) {
			buf_str(out, " > ");
			list_words(out, m->contracts.entry[entry].contract->to);
		}
		return;
	}
}

void reg_who_words(
	struct buf *out, const struct mesh *m, const struct reg_contract *c, bool majors)
{
	if (c->froms == 0)
		named_words(out, m, c, c->tos == 0);
	for (size_t i = 0; i < c->froms; i++) {
		const struct reg_who *x = &c->from[i];

		buf_fmt(out, "%s%s", i > 0 ? ", " : "", m->agent[x->agent].name);
		for (unsigned k = majors ? x->majors : 0; k-- > 0;)
			buf_fmt(out, " @%u", x->major[k]);
	}
	if (c->froms > 0 || c->tos > 0)
		buf_str(out, " > ");
	for (size_t i = 0; i < c->tos; i++) {
		buf_fmt(out, "%s%s", i > 0 ? ", " : "", m->agent[c->to[i].agent].name);
		taken_words(out, &m->agent[c->to[i].agent], c->name);
	}
}

/* --- who uses it ----------------------------------------------------------------------
 */

static void text_edge_use(struct registry_view *v, const struct world *w, uint32_t edge,
	const struct edge_kind *k)
{
	const struct edge *e = &w->mesh->edge[edge];
	char count[FORMAT_TEXT], time[FORMAT_TEXT];

	buf_fmt(&v->lines.text, "%s > %s  %s  %s", w->mesh->agent[e->from].name,
		w->mesh->agent[e->to].name, k->name,
		format_many(k->count, "offer", count));
	if (k->broken.count > 0)
		buf_fmt(&v->lines.text, ", %s broken",
			format_count(k->broken.count, count));
	if (k->refused.count > 0)
		buf_fmt(&v->lines.text, ", %s refused",
			format_count(k->refused.count, count));
	buf_fmt(&v->lines.text, "  %s", format_time(w, k->first, time));
	if (k->last != k->first)
		buf_fmt(&v->lines.text, " to %s", format_time(w, k->last, time));
	reg_line(
		v, k->refused.count + k->broken.count > 0 ? STYLE_WARNING : STYLE_NORMAL);
	reg_lead(v, NONE, edge, NONE, k->name);
}

static void text_uses(struct registry_view *v, const struct world *w, const char *name)
{
	const struct mesh *m = w->mesh;

	for (uint32_t i = 0; i < m->edges && v->lines.n < USES; i++) {
		for (uint32_t k = 0; k < m->edge[i].kinds; k++) {
			if (reg_is_of(m->edge[i].kind[k].name, name))
				text_edge_use(v, w, i, &m->edge[i].kind[k]);
		}
	}
}

static void text_says(struct registry_view *v, const char *agent, const char *word,
	char *const *list, const char *name)
{
	for (size_t i = 0; list != NULL && list[i] != NULL; i++) {
		if (!reg_is_of(list[i], name))
			continue;
		buf_fmt(&v->lines.text, "%s says it %s %s", agent, word, list[i]);
		reg_line(v, STYLE_NORMAL);
	}
}

static void text_users(
	struct registry_view *v, const struct world *w, const struct reg_contract *c)
{
	const struct mesh *m = w->mesh;

	text_uses(v, w, c->name);
	if (v->lines.n == 0)
		reg_say(v, STYLE_MUTED, "No handoff under it has been seen.");
	for (uint32_t i = 0; i < m->agents && v->lines.n < USES; i++) {
		text_says(v, m->agent[i].name, "sends", m->agent[i].sends, c->name);
		text_says(v, m->agent[i].name, "accepts", m->agent[i].accepts, c->name);
	}
	for (size_t i = c->versions; i-- > 0 && v->lines.n < USES;) {
		uint32_t entry = c->version[i].entry;
		const struct contract *x;

		if (entry == CONTRACT_NONE)
			continue;
		x = m->contracts.entry[entry].contract;
		buf_fmt(&v->lines.text, "%s is from ", x->id);
		list_words(&v->lines.text, x->from);
		buf_str(&v->lines.text, " to ");
		list_words(&v->lines.text, x->to);
		reg_line(v, STYLE_MUTED);
	}
}

/* --- history
 * ---------------------------------------------------------------------------- */

struct moment {
	int64_t at;
	char *text;
	uint32_t edge; /* NONE */
	bool wrong;
};

struct moments {
	struct moment *item;
	size_t n, cap;
};

static struct moment *note(struct moments *t, int64_t at, struct buf *b)
{
	xgrow(&t->item, &t->cap, t->n + 1, sizeof(*t->item));
	t->item[t->n++] = (struct moment){ .at = at, .text = buf_steal(b), .edge = NONE };
	return &t->item[t->n - 1];
}

static int by_time(const void *a, const void *b)
{
	const struct moment *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return strcmp(x->text, y->text);
}

static void note_trouble(struct moments *t, const struct mesh *m, uint32_t edge,
	const struct edge_kind *k, const struct trouble *what, const char *word)
{
	const struct edge *e = &m->edge[edge];
	struct buf b = { 0 };
	struct moment *x;

	if (what->count == 0)
		return;
	buf_fmt(&b, "%s %s, %s > %s", k->name, word, m->agent[e->from].name,
		m->agent[e->to].name);
	x = note(t, what->since, &b);
	x->edge = edge;
	x->wrong = true;
}

static void note_edges(struct moments *t, const struct mesh *m, const char *name)
{
	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = &m->edge[i];

		for (uint32_t k = 0; k < e->kinds && t->n < USES; k++) {
			struct buf b = { 0 };

			if (!reg_is_of(e->kind[k].name, name))
				continue;
			buf_fmt(&b, "first %s from %s to %s", e->kind[k].name,
				m->agent[e->from].name, m->agent[e->to].name);
			note(t, e->kind[k].first, &b)->edge = i;
			note_trouble(t, m, i, &e->kind[k], &e->kind[k].broken,
				"begins to be broken");
			note_trouble(t, m, i, &e->kind[k], &e->kind[k].refused,
				"begins to be refused");
		}
	}
}

static void note_loaded(struct moments *t, const struct registry *r, const char *name)
{
	for (uint32_t i = 0; i < r->count; i++) {
		const struct registry_entry *e = &r->entry[i];
		struct buf b = { 0 };
		bool changed;

		if (strcmp(e->contract->name, name) != 0)
			continue;
		changed = registry_before(r, i) != CONTRACT_NONE;
		buf_fmt(&b, "%s %s", e->contract->id,
			changed ? "changed under the same version" : "loaded");
		note(t, e->loaded, &b)->wrong = changed;
		if (e->removed == 0)
			continue;
		buf_fmt(&b, "%s removed: not in force any more", e->contract->id);
		note(t, e->removed, &b)->wrong = true;
	}
}

static void text_history(
	struct registry_view *v, const struct world *w, const struct reg_contract *c)
{
	struct moments t = { 0 };
	char time[FORMAT_TEXT];

	note_loaded(&t, &w->mesh->contracts, c->name);
	note_edges(&t, w->mesh, c->name);
	if (t.n > 1)
		qsort(t.item, t.n, sizeof(*t.item), by_time);
	for (size_t i = 0; i < t.n; i++) {
		buf_fmt(&v->lines.text, "%s  %s", format_time(w, t.item[i].at, time),
			t.item[i].text);
		reg_line(v, t.item[i].wrong ? STYLE_WARNING : STYLE_NORMAL);
		if (t.item[i].edge != NONE)
			reg_lead(v, NONE, t.item[i].edge, NONE, t.item[i].text);
		free(t.item[i].text);
	}
	if (t.n == 0)
		reg_say(v, STYLE_MUTED, "Nothing is known of it but its name.");
	free(t.item);
}

static void text_raw(
	struct registry_view *v, const struct mesh *m, const struct reg_contract *c)
{
	bool any = false;

	for (size_t i = c->versions; i-- > 0;) {
		uint32_t entry = c->version[i].entry;

		if (entry == CONTRACT_NONE)
			continue;
		reg_say(v, STYLE_NORMAL, m->contracts.entry[entry].contract->json);
		any = true;
	}
	if (!any)
		reg_say(v, STYLE_MUTED, "No version of it is in the hub's folder.");
}

/* --- an agent
 * ------------------------------------------------------------------------------ */

static void text_list(struct registry_view *v, const char *label, char *const *list)
{
	buf_fmt(&v->lines.text, "%-9s ", label);
	if (list == NULL)
		buf_str(&v->lines.text, "it has not said");
	else if (list[0] == NULL)
		buf_str(&v->lines.text, "nothing");
	for (size_t i = 0; list != NULL && list[i] != NULL; i++)
		buf_fmt(&v->lines.text, "%s%s", i > 0 ? ", " : "", list[i]);
	reg_line(v, list == NULL ? STYLE_MUTED : STYLE_NORMAL);
}

static void text_agent_edge(
	struct registry_view *v, const struct world *w, uint32_t i, uint32_t agent)
{
	const struct edge *e = &w->mesh->edge[i];
	enum edge_trouble t = edge_shown(e, link_now(w));
	char often[FORMAT_TEXT], conf[FORMAT_TEXT];

	buf_fmt(&v->lines.text, "%-9s %s  %s  conf %s of %u",
		e->from == agent ? "to" : "from",
		w->mesh->agent[e->from == agent ? e->to : e->from].name,
		format_often(edge_rate(e, link_now(w)), often),
		format_confidence(edge_confidence(e), conf),
		e->recents < 64 ? e->recents : 64);
	for (uint32_t k = 0; k < e->kinds; k++) {
		if (e->kind[k].name[0] != '\0')
			buf_fmt(&v->lines.text, "  %s", e->kind[k].name);
	}
	if (t >= EDGE_LOW)
		buf_fmt(&v->lines.text, "  %s", edge_trouble_name(t));
	if (e->breaches > 0) {
		buf_str(&v->lines.text, "  ");
		reg_breach_words(&v->lines.text, e);
	}
	reg_line(v, t >= EDGE_LOW ? STYLE_WARNING : STYLE_NORMAL);
	reg_lead(v, NONE, i, NONE, "");
}

static void text_edges_of(struct registry_view *v, const struct world *w, uint32_t agent,
	bool from, bool to)
{
	for (uint32_t i = 0; i < w->mesh->edges && from && v->lines.n < USES; i++) {
		if (w->mesh->edge[i].from == agent)
			text_agent_edge(v, w, i, agent);
	}
	for (uint32_t i = 0; i < w->mesh->edges && to && v->lines.n < USES; i++) {
		if (w->mesh->edge[i].to == agent)
			text_agent_edge(v, w, i, agent);
	}
}

/* What it was the first to tell of; the newest of them. */
static void text_unoffered(
	struct registry_view *v, const struct world *w, const struct agent *a)
{
	uint32_t all = mesh_told_early(w->mesh), handoffs = 0;
	uint32_t n = all > UNOFFERED ? all - UNOFFERED : 0;
	char events[FORMAT_TEXT], time[FORMAT_TEXT], more[FORMAT_TEXT] = "";
	struct unoffered u, newest = { 0 };
	uint64_t sum = 0;

	while (mesh_unoffered(w->mesh, &n, &u)) {
		if (!str_is(u.agent, a->name))
			continue;
		sum += u.events;
		handoffs++;
		newest = u;
	}
	if (handoffs == 0)
		return;
	if (handoffs > 1)
		snprintf(more, sizeof(more), " and of %u more", handoffs - 1);
	buf_fmt(&v->lines.text, "%-9s %s of %s%s, which nobody offered, since %s",
		"UNOFFERED", format_many(sum, "event", events), newest.id, more,
		format_time(w, newest.since, time));
	reg_line(v, STYLE_WARNING);
}

static void text_agent(
	struct registry_view *v, const struct world *w, const struct reg_agent *x)
{
	const struct agent *a = &w->mesh->agent[x->agent];
	char time[FORMAT_TEXT], was[FORMAT_TEXT], is[FORMAT_TEXT];

	buf_fmt(&v->lines.text, "%-9s version %s  model %s  run %s  %s", "IS",
		a->version != NULL ? a->version : "?", a->model != NULL ? a->model : "?",
		a->run != NULL ? a->run : "?",
		agent_state_name(agent_state(a, link_now(w))));
	reg_line(v, STYLE_NORMAL);
	reg_text_noted(v, w, &(struct reg_subject){ .agent = x });
	if (a->renewed != 0) {
		buf_fmt(&v->lines.text, "%-9s %s", "CHANGED",
			format_time(w, a->renewed, time));
		if (a->was_version != NULL)
			buf_fmt(&v->lines.text, ", version was %s", a->was_version);
		if (a->was_model != NULL)
			buf_fmt(&v->lines.text, ", model was %s", a->was_model);
		reg_line(v, STYLE_NORMAL);
	}
	if (x->conf >= 0) {
		buf_fmt(&v->lines.text, "%-9s %s, the median of %s", "CONF",
			format_confidence(x->conf, is),
			format_many(x->confs, "handoff", time));
		if (x->before >= 0)
			buf_fmt(&v->lines.text, "; before %s it was %s",
				a->renewed != 0 ? "it changed" : "these",
				format_confidence(x->before, was));
		reg_line(v,
			x->before - x->conf >= .1 && x->before >= 0 ? STYLE_WARNING
								    : STYLE_NORMAL);
	}
	text_unoffered(v, w, a);
	text_list(v, "SENDS", a->sends);
	text_list(v, "ACCEPTS", a->accepts);
	text_edges_of(v, w, x->agent, true, true);
}

/* --- a finding
 * ------------------------------------------------------------------------------- */

/* Who still sends which version, and when last. */
static void text_version(struct registry_view *v, const struct world *w, uint32_t edge,
	const struct edge_kind *k, struct version is)
{
	const struct edge *e = &w->mesh->edge[edge];
	char version[VERSION_TEXT], count[FORMAT_TEXT], time[FORMAT_TEXT];

	buf_fmt(&v->lines.text, "%s sends %s: %s, the last %s",
		w->mesh->agent[e->from].name, version_text(is, version),
		format_many(k->count, "offer", count), format_time(w, k->last, time));
	reg_line(v, STYLE_NORMAL);
	reg_lead(v, NONE, edge, NONE, k->name);
}

static void text_edge_finding(
	struct registry_view *v, const struct world *w, const struct reg_finding *f)
{
	struct drift d = { .kind = f->drift, .edge = f->edge, .kind_at = f->kind_at };
	const struct edge *e = &w->mesh->edge[f->edge];
	struct version is;

	if (f->drift != DRIFT_MIXED && f->drift != DRIFT_UNKNOWN) {
		text_agent_edge(v, w, f->edge, e->from);
		return;
	}
	for (uint32_t i = 0; i < e->kinds; i++) {
		if (drift_is_of(w->mesh, &d, &e->kind[i], &is))
			text_version(v, w, f->edge, &e->kind[i], is);
	}
}

/* Its edges, one after the other. */
static void text_loop(
	struct registry_view *v, const struct world *w, const struct reg_finding *f)
{
	const struct mesh *m = w->mesh;
	const struct circle *c = NULL;

	for (uint32_t i = 0; i < m->circles && c == NULL; i++) {
		if (reg_circle_id(&m->circle[i]) == f->id)
			c = &m->circle[i];
	}
	for (uint32_t i = 0; c != NULL && i < c->agents; i++) {
		uint32_t to = c->agent[(i + 1) % c->agents];
		uint32_t edge = mesh_find_edge(m, c->agent[i], to);

		if (edge == NONE)
			continue;
		buf_fmt(&v->lines.text, "%s > %s", m->agent[c->agent[i]].name,
			m->agent[to].name);
		reg_line(v, STYLE_NORMAL);
		reg_lead(v, NONE, edge, NONE, "");
	}
}

static void text_finding(
	struct registry_view *v, const struct world *w, const struct reg_finding *f)
{
	const struct handoff *h = handoff_at(w->mesh, f->handoff);
	char text[FORMAT_TEXT];

	reg_say(v, f->grave > GRAVE_NONE ? STYLE_WARNING : STYLE_NORMAL, f->words);
	buf_fmt(&v->lines.text, "%s: %s", f->kind, f->help);
	reg_line(v, STYLE_NORMAL);
	if (f->count > 0)
		buf_fmt(&v->lines.text, "%s%s",
			format_many(f->count,
				f->edge != NONE && f->since == 0 ? "confidence"
								 : "handoff",
				text),
			f->since != 0 ? ", " : "");
	if (f->since != 0)
		buf_fmt(&v->lines.text, "since %s", format_time(w, f->since, text));
	if (f->last != 0)
		buf_fmt(&v->lines.text, ", the last %s", format_time(w, f->last, text));
	if (h != NULL)
		buf_fmt(&v->lines.text, ": %s", h->id);
	if (f->count > 0 || f->since != 0)
		reg_line(v, STYLE_NORMAL);
	if (h != NULL)
		reg_lead(v, f->handoff, NONE, NONE, "");
	if (f->is_loop)
		text_loop(v, w, f);
	else if (f->edge != NONE)
		text_edge_finding(v, w, f);
	else if (f->agent != NONE)
		text_edges_of(v, w, f->agent, f->drift == DRIFT_UNTAKEN,
			f->drift == DRIFT_UNSENT);
	else if (f->drift == DRIFT_CHANGED)
		reg_text_changed(v, w->mesh, f->contract);
	if (f->contract != NONE && f->agent == NONE)
		text_uses(v, w, w->mesh->contracts.entry[f->contract].contract->name);
}

void reg_text(struct registry_view *v, const struct world *w, const struct reg_subject *s)
{
	lines_reset(&v->lines);
	v->links = 0;
	if (s->agent == NULL)
		reg_text_noted(v, w, s);
	if (s->agent != NULL)
		text_agent(v, w, s->agent);
	else if (s->finding != NULL)
		text_finding(v, w, s->finding);
	else if (s->contract == NULL)
		return;
	else if (v->tab == REG_BREAKS)
		reg_text_breaks(v, w, s->contract);
	else if (v->tab == REG_DIFF)
		reg_text_differences(v, w->mesh, s->contract);
	else if (v->tab == REG_USERS)
		text_users(v, w, s->contract);
	else if (v->tab == REG_HISTORY)
		text_history(v, w, s->contract);
	else
		text_raw(v, w->mesh, s->contract);
}
