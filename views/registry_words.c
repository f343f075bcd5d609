/* SPDX-License-Identifier: MIT */
/*
 * What the registry's detail says of a contract, an agent or a finding. Almost all of it
 * is foreign; it is cleaned where it is drawn.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "contract/diff_words.h"
#include "contract/negotiate.h"
#include "views/link.h"
#include "views/registry_own.h"

#define COMPARING 2000000 /* of DIFF_FUEL: a screen must not wait for it */
#define PLACE_MOST 14     /* columns of a difference's place that line up */
#define CHANGE_MOST 34
#define USES 200 /* rows of who uses a contract */

static void line(struct lines *l, enum style style)
{
	lines_end(l, style);
}

static void say(struct lines *l, enum style style, const char *text)
{
	buf_str(&l->text, text);
	line(l, style);
}

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
	struct buf *out, const struct mesh *m, const struct reg_contract *c)
{
	for (size_t i = c->versions; i-- > 0;) {
		uint32_t entry = c->version[i].entry;

		if (entry == CONTRACT_NONE)
			continue;
		list_words(out, m->contracts.entry[entry].contract->from);
		buf_str(out, " > ");
		list_words(out, m->contracts.entry[entry].contract->to);
		return;
	}
}

void reg_who_words(struct buf *out, const struct mesh *m, const struct reg_contract *c)
{
	if (c->froms == 0) {
		named_words(out, m, c);
		return;
	}
	for (size_t i = 0; i < c->froms; i++) {
		const struct reg_who *x = &c->from[i];

		buf_fmt(out, "%s%s", i > 0 ? ", " : "", m->agent[x->agent].name);
		for (unsigned k = x->majors; k-- > 0;)
			buf_fmt(out, " @%u", x->major[k]);
	}
	buf_str(out, " > ");
	for (size_t i = 0; i < c->tos; i++) {
		buf_fmt(out, "%s%s", i > 0 ? ", " : "", m->agent[c->to[i].agent].name);
		taken_words(out, &m->agent[c->to[i].agent], c->name);
	}
}

/* --- differences ---------------------------------------------------------------------
 */

bool reg_compared(const struct registry_view *v, const struct reg_contract *c,
	const struct reg_version **was, const struct reg_version **is)
{
	uint32_t skip = v->against_of == c->id ? v->against : 0;

	*was = *is = NULL;
	for (size_t i = c->versions; i-- > 0;) {
		const struct reg_version *x = &c->version[i];

		if (x->entry == CONTRACT_NONE)
			continue;
		if (*is == NULL)
			*is = x;
		else if (skip-- == 0)
			*was = x;
		if (*was != NULL)
			return true;
	}
	return false;
}

/* Up to `most` the next column begins at the same place. */
static int widest(const struct diff *d, int most, bool place)
{
	int width = 0;

	for (size_t i = 0; i < d->count; i++) {
		struct buf b = { 0 };
		int n;

		if (place)
			buf_str(&b, diff_place(&d->list[i]));
		else
			diff_change_words(&b, &d->list[i]);
		n = (int)b.len;
		if (n > width && n <= most)
			width = n;
		buf_fini(&b);
	}
	return width;
}

static void pad(struct buf *b, size_t from, int width)
{
	for (int n = (int)(b->len - from); n < width; n++)
		buf_char(b, ' ');
	buf_str(b, "  ");
}

static void difference(struct lines *l, const struct difference *one, int place,
	int change, const struct version *of)
{
	size_t from;

	buf_str(&l->text, one->breaks != 0 ? "! " : "  ");
	from = l->text.len;
	buf_str(&l->text, diff_place(one));
	pad(&l->text, from, place);
	from = l->text.len;
	diff_change_words(&l->text, one);
	pad(&l->text, from, change);
	diff_who_words(&l->text, one, of);
	line(l, one->breaks != 0 ? STYLE_WARNING : STYLE_NORMAL);
}

static void no_differences(struct lines *l, const struct reg_contract *c)
{
	size_t loaded = 0;

	for (size_t i = 0; i < c->versions; i++)
		loaded += c->version[i].entry != CONTRACT_NONE;
	say(l, STYLE_MUTED,
		loaded == 0
			? "No version of it is in the hub's folder: nothing to compare."
			: "Only one version of it is known: nothing to compare.");
	for (size_t i = 0; i < c->versions && loaded > 0; i++) {
		const struct reg_version *x = &c->version[i];
		char text[FORMAT_TEXT];

		if (x->entry != CONTRACT_NONE)
			continue;
		buf_fmt(&l->text, "%s was offered and is in no file of the hub.",
			x->numbered ? version_text(x->v, text)
				    : "Something without a version");
		line(l, STYLE_WARNING);
	}
}

static void text_differences(
	struct registry_view *v, const struct mesh *m, const struct reg_contract *c)
{
	const struct reg_version *was, *is;
	struct lines *l = &v->lines;
	struct diff d = { .fuel = COMPARING };
	int place, change;
	bool told;
	size_t from;

	if (!reg_compared(v, c, &was, &is)) {
		no_differences(l, c);
		return;
	}
	diff_contracts(&d, m->contracts.entry[was->entry].contract,
		m->contracts.entry[is->entry].contract);
	if (diff_gave_up(&d)) {
		buf_str(&l->text, "Too large to be compared here: seam contract diff.");
		line(l, STYLE_MUTED);
		diff_fini(&d);
		return;
	}
	place = widest(&d, PLACE_MOST, true);
	change = widest(&d, CHANGE_MOST, false);
	for (size_t i = 0; i < d.count; i++) {
		if (d.list[i].breaks != 0)
			difference(l, &d.list[i], place, change, &was->v);
	}
	for (size_t i = 0; i < d.count; i++) {
		if (d.list[i].breaks == 0)
			difference(l, &d.list[i], place, change, &was->v);
	}
	diff_verdict_words(&l->text, &d, &was->v);
	line(l, STYLE_NORMAL);
	from = l->text.len;
	told = diff_version_words(&l->text, &d, was->v, is->v);
	if (l->text.len > from)
		line(l, told ? STYLE_MUTED : STYLE_WARNING);
	diff_fini(&d);
}

/* --- who uses it ----------------------------------------------------------------------
 */

static bool is_of(const char *said, const char *name)
{
	const char *slash = strrchr(said, '/');
	size_t n = strlen(name);

	return strncmp(said, name, n) == 0 && (said[n] == '\0' || (slash == said + n));
}

static void text_edge_use(
	struct lines *l, const struct world *w, uint32_t edge, const struct edge_kind *k)
{
	const struct edge *e = &w->mesh->edge[edge];
	char count[FORMAT_TEXT], time[FORMAT_TEXT];

	buf_fmt(&l->text, "%s > %s  %s  %s", w->mesh->agent[e->from].name,
		w->mesh->agent[e->to].name, k->name,
		format_many(k->count, "offer", count));
	if (k->refused > 0)
		buf_fmt(&l->text, ", %s refused", format_count(k->refused, count));
	buf_fmt(&l->text, "  %s", format_time(w, k->first, time));
	if (k->last != k->first)
		buf_fmt(&l->text, " to %s", format_time(w, k->last, time));
	line(l, k->refused > 0 ? STYLE_WARNING : STYLE_NORMAL);
}

static void text_says(struct lines *l, const char *agent, const char *word,
	char *const *list, const char *name)
{
	for (size_t i = 0; list != NULL && list[i] != NULL; i++) {
		if (!is_of(list[i], name))
			continue;
		buf_fmt(&l->text, "%s says it %s %s", agent, word, list[i]);
		line(l, STYLE_NORMAL);
	}
}

static void text_users(
	struct registry_view *v, const struct world *w, const struct reg_contract *c)
{
	const struct mesh *m = w->mesh;
	struct lines *l = &v->lines;

	for (uint32_t i = 0; i < m->edges && l->n < USES; i++) {
		for (uint32_t k = 0; k < m->edge[i].kinds; k++) {
			if (is_of(m->edge[i].kind[k].name, c->name))
				text_edge_use(l, w, i, &m->edge[i].kind[k]);
		}
	}
	if (l->n == 0)
		say(l, STYLE_MUTED, "No handoff under it has been seen.");
	for (uint32_t i = 0; i < m->agents && l->n < USES; i++) {
		text_says(l, m->agent[i].name, "sends", m->agent[i].sends, c->name);
		text_says(l, m->agent[i].name, "accepts", m->agent[i].accepts, c->name);
	}
	for (size_t i = c->versions; i-- > 0 && l->n < USES;) {
		uint32_t entry = c->version[i].entry;
		const struct contract *x;

		if (entry == CONTRACT_NONE)
			continue;
		x = m->contracts.entry[entry].contract;
		buf_fmt(&l->text, "%s is from ", x->id);
		list_words(&l->text, x->from);
		buf_str(&l->text, " to ");
		list_words(&l->text, x->to);
		line(l, STYLE_MUTED);
	}
}

/* --- history
 * ---------------------------------------------------------------------------- */

struct moment {
	int64_t at;
	char *text;
};

struct moments {
	struct moment *item;
	size_t n, cap;
};

static void note(struct moments *t, int64_t at, struct buf *b)
{
	xgrow(&t->item, &t->cap, t->n + 1, sizeof(*t->item));
	t->item[t->n++] = (struct moment){ at, buf_steal(b) };
}

static int by_time(const void *a, const void *b)
{
	const struct moment *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return strcmp(x->text, y->text);
}

static void note_edges(struct moments *t, const struct mesh *m, const char *name)
{
	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = &m->edge[i];
		bool told = e->first_refusal == 0;

		for (uint32_t k = 0; k < e->kinds && t->n < USES; k++) {
			struct buf b = { 0 };

			if (!is_of(e->kind[k].name, name))
				continue;
			buf_fmt(&b, "first %s from %s to %s", e->kind[k].name,
				m->agent[e->from].name, m->agent[e->to].name);
			note(t, e->kind[k].first, &b);
			if (e->kind[k].refused == 0 || told)
				continue;
			told = true;
			buf_fmt(&b, "first refusal by %s", m->agent[e->to].name);
			note(t, e->first_refusal, &b);
		}
	}
}

static void text_history(
	struct registry_view *v, const struct world *w, const struct reg_contract *c)
{
	const struct registry *r = &w->mesh->contracts;
	struct lines *l = &v->lines;
	struct moments t = { 0 };
	char time[FORMAT_TEXT];

	for (uint32_t i = 0; i < r->count; i++) {
		const struct registry_entry *e = &r->entry[i];
		struct buf b = { 0 };

		if (strcmp(e->contract->name, c->name) != 0)
			continue;
		buf_fmt(&b, "%s loaded%s", e->contract->id,
			e->in_force ? "" : ", and not in force any more");
		note(&t, e->loaded, &b);
	}
	note_edges(&t, w->mesh, c->name);
	if (t.n > 1)
		qsort(t.item, t.n, sizeof(*t.item), by_time);
	for (size_t i = 0; i < t.n; i++) {
		buf_fmt(&l->text, "%s  %s", format_time(w, t.item[i].at, time),
			t.item[i].text);
		line(l, STYLE_NORMAL);
		free(t.item[i].text);
	}
	if (t.n == 0)
		say(l, STYLE_MUTED, "Nothing is known of it but its name.");
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
		say(&v->lines, STYLE_NORMAL, m->contracts.entry[entry].contract->json);
		any = true;
	}
	if (!any)
		say(&v->lines, STYLE_MUTED, "No version of it is in the hub's folder.");
}

/* --- an agent
 * ------------------------------------------------------------------------------ */

static void text_list(struct lines *l, const char *label, char *const *list)
{
	buf_fmt(&l->text, "%-9s ", label);
	if (list == NULL)
		buf_str(&l->text, "it has not said");
	else if (list[0] == NULL)
		buf_str(&l->text, "nothing");
	for (size_t i = 0; list != NULL && list[i] != NULL; i++)
		buf_fmt(&l->text, "%s%s", i > 0 ? ", " : "", list[i]);
	line(l, list == NULL ? STYLE_MUTED : STYLE_NORMAL);
}

static void text_agent_edge(
	struct lines *l, const struct world *w, uint32_t i, uint32_t agent)
{
	const struct edge *e = &w->mesh->edge[i];
	enum edge_trouble t = edge_trouble(e, link_now(w));
	char often[FORMAT_TEXT], conf[FORMAT_TEXT];

	buf_fmt(&l->text, "%-9s %s  %s  conf %s", e->from == agent ? "to" : "from",
		w->mesh->agent[e->from == agent ? e->to : e->from].name,
		format_often(edge_rate(e, link_now(w)), often),
		format_confidence(edge_confidence(e), conf));
	for (uint32_t k = 0; k < e->kinds; k++) {
		if (e->kind[k].name[0] != '\0')
			buf_fmt(&l->text, "  %s", e->kind[k].name);
	}
	if (t >= EDGE_LOW)
		buf_fmt(&l->text, "  %s", edge_trouble_name(t));
	line(l, t >= EDGE_LOW ? STYLE_WARNING : STYLE_NORMAL);
}

static void text_agent(
	struct registry_view *v, const struct world *w, const struct reg_agent *x)
{
	const struct agent *a = &w->mesh->agent[x->agent];
	struct lines *l = &v->lines;
	char time[FORMAT_TEXT], was[FORMAT_TEXT], is[FORMAT_TEXT];

	buf_fmt(&l->text, "%-9s version %s  model %s  run %s  %s", "IS",
		a->version != NULL ? a->version : "?", a->model != NULL ? a->model : "?",
		a->run != NULL ? a->run : "?",
		agent_state_name(agent_state(a, link_now(w))));
	line(l, STYLE_NORMAL);
	if (a->renewed != 0) {
		buf_fmt(&l->text, "%-9s %s", "CHANGED", format_time(w, a->renewed, time));
		if (a->was_version != NULL)
			buf_fmt(&l->text, ", version was %s", a->was_version);
		if (a->was_model != NULL)
			buf_fmt(&l->text, ", model was %s", a->was_model);
		if (x->before >= 0 && x->conf >= 0)
			buf_fmt(&l->text, ", confidence was %s, is %s",
				format_confidence(x->before, was),
				format_confidence(x->conf, is));
		line(l, STYLE_NORMAL);
	}
	text_list(l, "SENDS", a->sends);
	text_list(l, "ACCEPTS", a->accepts);
	for (uint32_t i = 0; i < w->mesh->edges && l->n < USES; i++) {
		if (w->mesh->edge[i].from == x->agent)
			text_agent_edge(l, w, i, x->agent);
	}
	for (uint32_t i = 0; i < w->mesh->edges && l->n < USES; i++) {
		if (w->mesh->edge[i].to == x->agent)
			text_agent_edge(l, w, i, x->agent);
	}
}

/* --- a finding
 * ------------------------------------------------------------------------------- */

static void text_finding(
	struct registry_view *v, const struct world *w, const struct reg_finding *f)
{
	const struct handoff *h = handoff_at(w->mesh, f->handoff);
	struct lines *l = &v->lines;
	char text[FORMAT_TEXT];

	say(l, f->grave > GRAVE_NONE ? STYLE_WARNING : STYLE_NORMAL, f->words);
	buf_fmt(&l->text, "%s: %s", f->kind, f->help);
	line(l, STYLE_NORMAL);
	if (f->count > 0)
		buf_fmt(&l->text, "%s%s",
			format_many(f->count,
				f->edge != NONE && f->since == 0 ? "confidence"
								 : "handoff",
				text),
			f->since != 0 ? ", " : "");
	if (f->since != 0)
		buf_fmt(&l->text, "since %s", format_time(w, f->since, text));
	if (f->last != 0)
		buf_fmt(&l->text, ", the last %s", format_time(w, f->last, text));
	if (h != NULL)
		buf_fmt(&l->text, ": %s", h->id);
	if (f->count > 0 || f->since != 0)
		line(l, STYLE_NORMAL);
}

void reg_text(struct registry_view *v, const struct world *w, const struct reg_subject *s)
{
	lines_reset(&v->lines);
	if (s->agent != NULL)
		text_agent(v, w, s->agent);
	else if (s->finding != NULL)
		text_finding(v, w, s->finding);
	else if (s->contract == NULL)
		return;
	else if (v->tab == REG_DIFF)
		text_differences(v, w->mesh, s->contract);
	else if (v->tab == REG_USERS)
		text_users(v, w, s->contract);
	else if (v->tab == REG_HISTORY)
		text_history(v, w, s->contract);
	else
		text_raw(v, w->mesh, s->contract);
}
