/* SPDX-License-Identifier: MIT */
/* `:restore`: the copies of what was discarded, what is in one; B asks to put it back. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "tui/keys.h"
#include "views/keep.h"
#include "views/pane.h"

#define DEPTH 80

static void forget(struct restore_page *p)
{
	for (size_t i = 0; i < p->n; i++)
		free(p->copy[i].letter);
	p->n = 0;
	list_fini(&p->list);
}

void restore_page_fini(struct restore_page *p)
{
	forget(p);
	free(p->copy);
}

void restore_page_open(struct restore_page *p)
{
	forget(p);
	p->open = true;
	p->inside = false;
}

/* --- reading --------------------------------------------------------------------- */

static bool read_letter(struct copy *c, struct json *j, struct copy_letter *l)
{
	char digest[DIGEST_TEXT], from[68], to[68], time[40];
	int64_t attempt;

	*l = (struct copy_letter){ 0 };
	line_take(j, "handoff", l->bound.handoff, sizeof(l->bound.handoff));
	line_take(j, "digest", digest, sizeof(digest));
	if (!json_int(j, json_member(j, 0, "attempt"), &attempt) || attempt < 1 ||
		attempt > UINT32_MAX || !digest_parse(str_of(digest), &l->bound.digest))
		return false;
	l->bound.attempt = (uint32_t)attempt;
	line_take(j, "from", from, sizeof(from));
	line_take(j, "to", to, sizeof(to));
	snprintf(l->edge, sizeof(l->edge), "%s>%s", from, to);
	line_take(j, "reason", l->reason, sizeof(l->reason));
	line_take(j, "operator", c->operator_name, sizeof(c->operator_name));
	line_take(j, "note", c->note, sizeof(c->note));
	line_take(j, "epoch", c->epoch, sizeof(c->epoch));
	line_take(j, "time", time, sizeof(time));
	time_parse(str_of(time), &c->time);
	return true;
}

void restore_page_add(struct restore_page *p, const char *name, struct str text)
{
	struct copy c = { 0 };
	struct json j = { 0 };
	size_t cap = 0;

	if (p->n == KEEP_COPIES)
		return;
	snprintf(c.name, sizeof(c.name), "%s", name);
	while (text.n > 0) {
		const char *end = memchr(text.p, '\n', text.n);
		size_t n = end != NULL ? (size_t)(end - text.p) : text.n;

		xgrow(&c.letter, &cap, c.n + 1, sizeof(*c.letter));
		if (c.n < KEEP_LETTERS && json_read(&j, text.p, n, DEPTH, NULL) &&
			json_is(&j, 0, JSON_OBJECT) &&
			read_letter(&c, &j, &c.letter[c.n]))
			c.n++;
		else
			c.cut = true;
		text = str_skip(text, n + (end != NULL));
	}
	json_fini(&j);
	xgrow(&p->copy, &p->cap, p->n + 1, sizeof(*p->copy));
	p->copy[p->n++] = c;
}

size_t copy_places(
	const struct copy *c, const struct world *w, uint32_t **out, char why[ROW_TEXT])
{
	size_t n = 0, unknown = 0, other = 0;
	char names[ROW_TEXT] = "", reason[ROW_TEXT];

	*out = xmalloc((c->n + 1) * sizeof(**out));
	for (size_t i = 0; i < c->n; i++) {
		const struct bound *b = &c->letter[i].bound;
		uint32_t place = mesh_find_handoff(w->mesh, str_of(b->handoff));
		const struct handoff *h = handoff_at(w->mesh, place);
		size_t at = strlen(names);

		if (h == NULL && unknown++ < 3)
			snprintf(names + at, sizeof(names) - at, "%s%.40s",
				at > 0 ? ", " : "", b->handoff);
		if (h == NULL)
			continue;
		if (h->state == STATE_DISCARDED && bound_holds(b, w->mesh, NULL, reason))
			(*out)[n++] = place;
		else
			other++;
	}
	why[0] = '\0';
	if (unknown > 0)
		snprintf(why, ROW_TEXT, "%zu not known any more: %.130s%s", unknown,
			names, unknown > 3 ? " ..." : "");
	if (other > 0) {
		size_t at = strlen(why);

		snprintf(why + at, ROW_TEXT - at, "%s%zu not discarded any more",
			at > 0 ? "; " : "", other);
	}
	return n;
}

/* --- keys -------------------------------------------------------------------------- */

static uint64_t id_at(const void *arg, size_t rank)
{
	(void)arg;
	return rank;
}

static size_t rank_of(const void *arg, uint64_t id)
{
	(void)arg;
	return id;
}

static struct list_items items_of(const struct restore_page *p)
{
	return (struct list_items){ p->inside ? p->copy[p->at].n : p->n, id_at, rank_of,
		NULL };
}

const struct copy *restore_page_key(struct restore_page *p, int key, bool restores)
{
	enum action a = action_of_key(key, SCREEN_LOG, false);
	struct list_items items = items_of(p);
	uint64_t rank = 0;
	bool any;

	list_pin(&p->list);
	list_sync(&p->list, &items, p->list.height);
	any = list_selected(&p->list, &rank);
	if (pane_move(&p->list, &items, a))
		return NULL;
	if (a == ACTION_BACK || key == K_CTRL('c')) {
		p->open = p->inside;
		p->inside = false;
		list_fini(&p->list);
	} else if (a == ACTION_OPEN && !p->inside && any) {
		p->inside = true;
		p->at = rank;
		list_fini(&p->list);
	} else if (restores && (any || p->inside)) {
		return &p->copy[p->inside ? p->at : rank];
	}
	return NULL;
}

/* --- drawing ----------------------------------------------------------------------- */

static bool one_edge(const struct copy *c)
{
	size_t i = 1;

	while (i < c->n && strcmp(c->letter[i].edge, c->letter[0].edge) == 0)
		i++;
	return i >= c->n;
}

static void draw_copy(
	const struct copy *c, const struct world *w, struct surface *out, int row)
{
	char time[FORMAT_TEXT], count[FORMAT_TEXT];
	int col = 1;

	col += surface_fmt(out, row, col, TO_EDGE, STYLE_NORMAL, "%s  %s",
		       format_time(w, c->time, time),
		       format_many(c->n, "letter", count)) +
		2;
	if (c->n > 0 && out->cols >= 60)
		col += surface_fmt(out, row, col, out->cols / 3, STYLE_NORMAL, "%s",
			       one_edge(c) ? c->letter[0].edge : "several edges") +
			2;
	surface_fmt(out, row, col, TO_EDGE, STYLE_NORMAL, "%s: %s", c->operator_name,
		c->note);
}

static void draw_letter(
	const struct copy_letter *l, const struct world *w, struct surface *out, int row)
{
	const struct handoff *h =
		handoff_at(w->mesh, mesh_find_handoff(w->mesh, str_of(l->bound.handoff)));
	int col = 1;

	col += surface_text(out, row, col, out->cols / 3, STYLE_NORMAL,
		       str_of(l->bound.handoff)) +
		2;
	col += surface_text(out, row, col, out->cols / 3, STYLE_NORMAL, str_of(l->edge)) +
		2;
	col += surface_text(out, row, col, 16, STYLE_NORMAL, str_of(l->reason)) + 2;
	surface_text(out, row, col, TO_EDGE, h == NULL ? STYLE_WARNING : STYLE_MUTED,
		h == NULL ? STR("not known any more") : str_of(state_name(h->state)));
}

void restore_page_draw(struct restore_page *p, const struct world *w, struct surface *out)
{
	struct list_items items = items_of(p);
	char title[120];

	surface_clear(out);
	snprintf(title, sizeof(title), "COPIES OF WHAT WAS DISCARDED");
	if (p->inside)
		snprintf(title, sizeof(title), "COPY  %.70s%s", p->copy[p->at].name,
			p->copy[p->at].cut ? "  not whole" : "");
	pane_rule(w, out, 0, title, "");
	list_sync(&p->list, &items, out->rows > 1 ? (size_t)out->rows - 1 : 1);
	if (p->n == 0)
		surface_text(out, 2, 3, TO_EDGE, STYLE_NORMAL,
			STR("There is none: nothing was discarded here."));
	for (size_t line = 0;; line++) {
		size_t rank = list_rank(&p->list, &items, line);
		int row = 1 + (int)line;

		if (rank == LIST_NOWHERE)
			break;
		if (p->inside)
			draw_letter(&p->copy[p->at].letter[rank], w, out, row);
		else
			draw_copy(&p->copy[rank], w, out, row);
		if (line != list_line(&p->list))
			continue;
		surface_text(out, row, 0, 1, STYLE_NORMAL, STR(">"));
		surface_select(out, row, 0, out->cols, true);
	}
}

void restore_page_hint(
	const struct restore_page *p, const struct world *w, struct surface *out)
{
	int col = 1;

	surface_clear(out);
	if (p->n > 0)
		col = pane_hint_of(w, out, col, ACTION_REQUEUE,
			&(struct pane_hint){ "B", "put back (asks)" });
	if (p->n > 0 && !p->inside)
		col = pane_hint(out, 0, col, "Enter", "letters");
	pane_hint(out, 0, col, "Esc", p->inside ? "back" : "close");
}
