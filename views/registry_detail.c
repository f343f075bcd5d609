/* SPDX-License-Identifier: MIT */
/*
 * The registry's detail: lines of text, laid out as wide as the screen is, and which of
 * them lead to handoffs.
 */
#include <stdio.h>

#include "base/mem.h"
#include "base/text.h"
#include "views/pane.h"
#include "views/registry_own.h"

#define HANG 2          /* columns by which what does not fit in one row is moved in */
#define LINE_MOST 65536 /* bytes of a line that are laid out */

/* --- lines ----------------------------------------------------------------------- */

void reg_line(struct registry_view *v, enum style style)
{
	lines_end(&v->lines, style);
}

void reg_say(struct registry_view *v, enum style style, const char *text)
{
	buf_str(&v->lines.text, text);
	reg_line(v, style);
}

static uint64_t key_of(uint32_t edge, uint32_t agent, const char *name)
{
	uint64_t sum = UINT64_C(0xcbf29ce484222325) ^ edge ^ (uint64_t)agent << 32;

	for (; *name != '\0'; name++)
		sum = (sum ^ (unsigned char)*name) * UINT64_C(0x100000001b3);
	return sum != 0 ? sum : 1;
}

void reg_lead(struct registry_view *v, uint32_t handoff, uint32_t edge, uint32_t agent,
	const char *name)
{
	xgrow(&v->link, &v->link_cap, v->links + 1, sizeof(*v->link));
	v->link[v->links++] = (struct reg_link){ .handoff = handoff,
		.edge = edge,
		.agent = agent,
		.key = key_of(edge, agent, name),
		.line = v->lines.n - 1 };
}

bool reg_is_of(const char *said, const char *name)
{
	const char *slash = strrchr(said, '/');
	size_t n = strlen(name);

	return strncmp(said, name, n) == 0 && (said[n] == '\0' || slash == said + n);
}

const struct reg_link *reg_linked(const struct registry_view *v)
{
	for (size_t i = 0; i < v->links && v->on != 0; i++) {
		if (v->link[i].key == v->on)
			return &v->link[i];
	}
	return NULL;
}

/* --- rows ------------------------------------------------------------------------- */

static int indent_of(struct str text)
{
	int n = 0;

	while ((size_t)n < text.n && text.p[n] == ' ')
		n++;
	return n;
}

/* All lines, cleaned, as rows of this many columns behind the first. */
static void lay_out(struct registry_view *v, int cols)
{
	buf_reset(&v->clean);
	v->laid = 0;
	v->cols = cols;
	for (size_t i = 0; i < v->lines.n; i++) {
		struct str text = lines_at(&v->lines, i), rest;
		size_t from = v->clean.len;
		int room = cols;

		text.n = text.n < LINE_MOST ? text.n : LINE_MOST;
		text_clean(&v->clean, text);
		rest = (struct str){ v->clean.data + from, v->clean.len - from };
		do {
			size_t n = v->cut ? rest.n : pane_line(rest, room > 8 ? room : 8);

			xgrow(&v->row, &v->row_cap, v->laid + 1, sizeof(*v->row));
			v->row[v->laid++] = (struct reg_row){ .line = i,
				.from = (uint32_t)(rest.p - v->clean.data),
				.len = (uint32_t)n };
			room = cols - indent_of(text) - HANG;
			rest = str_skip(rest, n);
			while (rest.n > 0 && rest.p[0] == ' ')
				rest = str_skip(rest, 1);
		} while (rest.n > 0);
	}
}

/* The first row of a line. */
static size_t row_of(const struct registry_view *v, size_t line)
{
	size_t i = 0;

	while (i < v->laid && v->row[i].line < line)
		i++;
	return i;
}

static size_t end_of(const struct registry_view *v, size_t line)
{
	return row_of(v, line + 1);
}

static size_t most_of(const struct registry_view *v)
{
	return v->laid > v->height ? v->laid - v->height : 0;
}

/* --- moving ------------------------------------------------------------------------- */

void reg_scroll(struct registry_view *v, bool down, size_t by)
{
	size_t most = most_of(v);

	if (by == 0)
		by = v->height > 1 ? v->height - 1 : 1;
	if (down)
		v->top = v->top < most && by < most - v->top ? v->top + by : most;
	else
		v->top = v->top > by ? v->top - by : 0;
	/* the cursor comes along, to what is shown first */
	v->on = 0;
	for (size_t i = 0; i < v->links && v->on == 0; i++) {
		size_t row = row_of(v, v->link[i].line);

		if (row >= v->top && row < v->top + v->height)
			v->on = v->link[i].key;
	}
}

static void show(struct registry_view *v, const struct reg_link *to)
{
	size_t row = row_of(v, to->line), end = end_of(v, to->line);

	v->on = to->key;
	if (end > v->top + v->height)
		v->top = end - v->height;
	if (row < v->top)
		v->top = row;
}

void reg_step(struct registry_view *v, bool down)
{
	const struct reg_link *at = reg_linked(v);
	size_t i = at != NULL ? (size_t)(at - v->link) : 0;

	if (at == NULL && v->links > 0 && down)
		show(v, &v->link[0]);
	else if (at != NULL && down && i + 1 < v->links)
		show(v, at + 1);
	else if (at != NULL && !down && i > 0)
		show(v, at - 1);
	else if (down && v->top < most_of(v))
		v->top++;
	else if (!down && v->top > 0)
		v->top--;
}

/* --- drawing ---------------------------------------------------------------------------
 */

static void draw_rows(struct registry_view *v, struct surface *s)
{
	const struct reg_link *on = v->zoomed ? reg_linked(v) : NULL;

	for (size_t i = v->top; i < v->laid && i - v->top < v->height; i++) {
		const struct reg_row *r = &v->row[i];
		struct str text = { v->clean.data + r->from, r->len };
		struct str whole = lines_at(&v->lines, r->line);
		bool more = i > 0 && v->row[i - 1].line == r->line;
		int row = 1 + (int)(i - v->top);
		bool here = on != NULL && on->line == r->line;

		surface_text(s, row, 1 + (more ? indent_of(whole) + HANG : 0), TO_EDGE,
			(enum style)v->lines.line[r->line].style, text);
		if (here && !more)
			surface_put(s, row, 0, STYLE_NORMAL, '>');
		if (here)
			surface_select(s, row, 0, s->cols, true);
	}
}

void reg_draw_detail(struct registry_view *v, const struct world *w, struct surface *s)
{
	(void)w;
	v->height = s->rows > 1 ? (size_t)s->rows - 1 : 0;
	lay_out(v, s->cols - 2);
	if (v->top > most_of(v))
		v->top = most_of(v);
	if (v->zoomed && v->links > 0 && reg_linked(v) == NULL)
		v->on = v->link[0].key;
	draw_rows(v, s);
}
