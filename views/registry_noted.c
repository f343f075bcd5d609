/* SPDX-License-Identifier: MIT */
/*
 * What humans wrote of contracts and agents, on Registry: what `m` is about, and where it
 * shows. A finding is of an edge, an agent or a contract: what is written is of that.
 */
#include <stdio.h>

#include "views/notes.h"
#include "views/registry_own.h"

struct thing {
	enum noted_what what; /* NOTED_WHATS: of nothing */
	struct str name;
};

/* `b` holds the name of an edge. */
static struct thing thing_of(
	const struct mesh *m, const struct reg_subject *s, struct buf *b)
{
	const struct reg_finding *f = s->finding;

	if (s->contract != NULL)
		return (struct thing){ NOTED_CONTRACT, str_of(s->contract->name) };
	if (s->agent != NULL && s->agent->agent < m->agents)
		return (struct thing){ NOTED_AGENT,
			str_of(m->agent[s->agent->agent].name) };
	if (f != NULL && f->edge < m->edges) {
		const struct edge *e = &m->edge[f->edge];

		buf_fmt(b, "%s>%s", m->agent[e->from].name, m->agent[e->to].name);
		return (struct thing){ NOTED_EDGE, buf_view(b) };
	}
	if (f != NULL && f->agent < m->agents)
		return (struct thing){ NOTED_AGENT, str_of(m->agent[f->agent].name) };
	if (f != NULL && f->contract < m->contracts.count)
		return (struct thing){ NOTED_CONTRACT,
			str_of(m->contracts.entry[f->contract].contract->name) };
	return (struct thing){ NOTED_WHATS, { 0 } };
}

static const struct noted *noted_of(const struct world *w, const struct reg_subject *s)
{
	const struct noted *n = NULL;
	struct buf b = { 0 };
	struct thing t;

	if (w->mesh->noteds == 0)
		return NULL;
	t = thing_of(w->mesh, s, &b);
	if (t.what != NOTED_WHATS)
		n = mesh_noted(w->mesh, t.what, t.name);
	buf_fini(&b);
	return n;
}

bool reg_noted(
	void *state, const struct world *w, enum noted_what *what, char name[NOTED_NAME])
{
	struct registry_view *v = state;
	struct reg_subject s;
	struct buf b = { 0 };
	struct thing t;

	reg_model_sync(&v->model, w);
	reg_rows(v);
	s = reg_selected(v);
	t = thing_of(w->mesh, &s, &b);
	*what = t.what;
	snprintf(name, NOTED_NAME, "%.*s", STR_ARG(t.name));
	buf_fini(&b);
	return t.what != NOTED_WHATS;
}

void reg_draw_noted(
	const struct world *w, struct surface *s, int row, const struct reg_subject *x)
{
	if (x->finding == NULL && noted_of(w, x) != NULL)
		surface_put(s, row, 3, STYLE_MARK, '#');
}

void reg_text_noted(
	struct registry_view *v, const struct world *w, const struct reg_subject *s)
{
	const struct noted *n = noted_of(w, s);
	struct buf text = { 0 };

	notes_brief(&text, w, n);
	if (text.len > 0) {
		buf_fmt(&v->lines.text, "%-9s ", "NOTE");
		buf_slice(&v->lines.text, buf_view(&text));
		reg_line(v, STYLE_NEEDS_YOU);
	}
	buf_fini(&text);
}
