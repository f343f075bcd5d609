/* SPDX-License-Identifier: MIT */
/*
 * From a handoff to those that it came out of, or that came out of it, and back by Esc.
 * What always holds: nothing acts on a handoff that one has only followed a line to.
 */
#include <stdio.h>

#include "mesh/state.h"
#include "views/detail.h"

#define ONWARD 16 /* of what came out of it */

void lines_link(struct lines *l, uint32_t place)
{
	if (l->n > 0)
		l->line[l->n - 1].link = place;
}

/* --- what stands there -------------------------------------------------------- */

static void add_link(
	struct lines *l, const struct world *w, const char *sign, uint32_t place)
{
	const struct handoff *h = handoff_at(w->mesh, place);
	char artifact[ROW_TEXT], edge[ROW_TEXT], fate[ROW_TEXT], conf[FORMAT_TEXT];

	if (h == NULL)
		return;
	buf_fmt(&l->text, "%s %s  %s  %s", sign, h->id,
		row_artifact(w->mesh, h, artifact), row_edge(w->mesh, h, edge));
	if (h->has_confidence)
		buf_fmt(&l->text, "  %s", format_confidence(h->confidence, conf));
	buf_fmt(&l->text, "  %s", row_fate(w->mesh, h, fate));
	lines_end(l, STYLE_NORMAL);
	lines_link(l, place);
}

void detail_add_links(struct lines *l, const struct world *w, const struct handoff *h)
{
	const struct mesh *m = w->mesh;
	uint32_t place = mesh_find_handoff(m, str_of(h->id)), on = h->onward;
	const struct cause *c;
	size_t n = 0;

	for (; (c = handoff_cause(h, n)) != NULL && n < CAUSES_MOST; n++) {
		if (!c->awaited) {
			add_link(l, w, "<", c->of);
			continue;
		}
		buf_fmt(&l->text, "< %s  nobody has offered it", cause_id(m, c));
		lines_end(l, STYLE_WARNING);
	}
	for (n = 0; on != NONE && n < ONWARD; n++) {
		add_link(l, w, ">", on);
		on = handoff_next_onward(m, place, on);
	}
	if (on != NONE) {
		buf_str(&l->text, "> and more that came out of it");
		lines_end(l, STYLE_MUTED);
	}
}

void detail_say_trail(struct detail *d)
{
	d->above[0] = '\0';
	if (d->trails > 0)
		snprintf(d->above, sizeof(d->above), "opened from %.130s: Esc goes back",
			d->trail[d->trails - 1].id);
}

/* --- keys --------------------------------------------------------------------- */

bool detail_pick(struct detail *d, bool down, size_t by)
{
	size_t last = d->lines.n > 0 ? d->lines.n - 1 : 0;

	if (!d->pointing || d->tab != TAB_EVIDENCE)
		return false;
	if (by == 0)
		by = d->height / 2 + 1;
	if (down)
		d->pick = by < last - d->pick ? d->pick + by : last;
	else
		d->pick = by < d->pick ? d->pick - by : 0;
	if (d->pick < d->top)
		d->top = d->pick;
	else if (d->height > 0 && d->pick >= d->top + d->height)
		d->top = d->pick - d->height + 1;
	return true;
}

bool detail_followed(const struct detail *d)
{
	return d->trails > 0;
}

bool detail_followed_why(const struct detail *d, enum action a, struct outcome *out)
{
	if (!detail_followed(d))
		return false;
	snprintf(out->message, sizeof(out->message),
		"%s is for %.120s: Esc goes back to it", action_rows[a].brief,
		d->trail[0].id);
	return true;
}

void detail_follow(struct detail *d, const struct world *w, struct outcome *out)
{
	uint32_t link = d->tab == TAB_EVIDENCE && d->pick < d->lines.n
		? d->lines.line[d->pick].link
		: NONE;
	const struct handoff *h = handoff_at(w->mesh, link);
	struct trail *t = &d->trail[d->trails];

	if (h == NULL || d->trails == TRAIL) {
		snprintf(out->message, sizeof(out->message), "%s",
			h != NULL ? "no further: Esc goes back"
				  : "no handoff stands behind this line");
		return;
	}
	*t = (struct trail){ .opened = d->opened,
		.tab = d->tab,
		.pick = d->pick,
		.top = d->top,
		.dead = d->dead,
		.logged = d->logged };
	snprintf(t->id, sizeof(t->id), "%s", d->id);
	d->trails++;
	snprintf(d->id, sizeof(d->id), "%s", h->id);
	d->opened = h->attempt;
	d->logged = true; /* it is in no list that it could leave */
	d->dead = false;
	d->tab = TAB_SUMMARY;
	d->top = d->pick = 0;
}

bool detail_step_back(struct detail *d)
{
	const struct trail *t;

	if (d->trails == 0)
		return false;
	t = &d->trail[--d->trails];
	memcpy(d->id, t->id, sizeof(d->id));
	d->opened = t->opened;
	d->tab = t->tab;
	d->dead = t->dead;
	d->logged = t->logged;
	d->top = t->top;
	d->pick = t->pick;
	d->back = true;
	return true;
}
