/* SPDX-License-Identifier: MIT */
#include "views/notes.h"

#include <stdio.h>

const char *notes_title(const struct world *w, const struct incident *i)
{
	const struct noted *n = mesh_noted_incident(w->mesh, i);

	return n != NULL ? n->title : NULL;
}

const char *notes_owner(
	const struct world *w, const struct noted *n, char out[FORMAT_TEXT * 2])
{
	const char *by = noted_owner(n, w->now);
	char age[FORMAT_TEXT];

	if (by != NULL)
		snprintf(out, FORMAT_TEXT * 2, "%.40s %s", by,
			format_span(w->now - n->owner_since, age));
	else
		snprintf(out, FORMAT_TEXT * 2, "nobody");
	return out;
}

void notes_brief(struct buf *out, const struct world *w, const struct noted *n)
{
	const struct note *last;
	char time[FORMAT_TEXT];

	if (n == NULL)
		return;
	for (uint32_t k = 0; k < n->tags; k++)
		buf_fmt(out, "%s%s", k == 0 ? "[" : ", ", n->tag[k]);
	if (n->tags > 0)
		buf_str(out, n->notes > 0 || n->title != NULL ? "] " : "]");
	if (n->title != NULL)
		buf_fmt(out, "%s%s", n->title, n->notes > 0 ? "; " : "");
	if (n->notes == 0)
		return;
	last = &n->note[n->notes - 1];
	buf_fmt(out, "%s %s: %s", format_time(w, last->time, time),
		last->by != NULL ? last->by : "?", last->text);
	if (n->notes > 1)
		buf_fmt(out, " (%u before)", n->notes - 1);
}

void notes_incident(struct buf *out, const struct world *w, const struct incident *i)
{
	const struct noted *n = mesh_noted_incident(w->mesh, i);
	const char *by = noted_owner(n, w->now);

	buf_str(out, i->id);
	if (n != NULL && n->title != NULL)
		buf_fmt(out, "  %s", n->title);
	if (by != NULL)
		buf_fmt(out, ", %s is on it", by);
}

void notes_group_name(struct buf *out, const struct mesh *m, const struct dead_group *g)
{
	const struct edge *e = &m->edge[g->edge];

	buf_fmt(out, "%s>%s %s", m->agent[e->from].name, m->agent[e->to].name, g->reason);
}

const struct noted *notes_of_group(const struct mesh *m, const struct dead_group *g)
{
	const struct noted *n;
	struct buf name = { 0 };

	if (m->noteds == 0)
		return NULL;
	notes_group_name(&name, m, g);
	n = mesh_noted(m, NOTED_GROUP, buf_view(&name));
	buf_fini(&name);
	return n;
}
