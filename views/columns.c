/* SPDX-License-Identifier: MIT */
#include "views/columns.h"

#include <stdio.h>

#include "views/desk.h"
#include "views/pane.h"
#include "views/values.h"

#define NAMES 10 /* column of the first name */

void columns_begin(struct columns *c, int total)
{
	*c = (struct columns){ .total = total,
		.gap = total >= 80 ? 2 : 1,
		.handoff = total >= 60 ? 7 : 0,
		.artifact = total >= 80 ? 8 : 0,
		.edge = 7,
		.conf = total >= 60 ? 8 : 4,
		.zero = total >= 60 ? 14 : 9 };
	if (total >= 100) {
		c->age = 4;
		c->will = 16;
	}
}

static void widen(int *width, const char *text, int most)
{
	size_t n = strlen(text);
	int want = n < (size_t)most ? (int)n : most;

	if (*width > 0 && want > *width)
		*width = want;
}

void columns_measure(struct columns *c, const struct world *w, uint32_t place)
{
	const struct handoff *h = &w->mesh->handoff[place];
	char text[ROW_TEXT];

	widen(&c->handoff, h->id, 20);
	widen(&c->artifact, row_artifact(w->mesh, h, text), 30);
	widen(&c->edge, row_edge(w->mesh, h, text), 34);
}

/* What all columns take, with their gaps. */
static int taken(const struct columns *c)
{
	const int widths[] = { c->handoff, c->artifact, c->edge, c->conf, c->age,
		c->will };
	int sum = NAMES + c->zero;

	for (size_t i = 0; i < sizeof(widths) / sizeof(*widths); i++)
		sum += widths[i] > 0 ? widths[i] + c->gap : 0;
	return sum;
}

void columns_end(struct columns *c)
{
	int room = c->total - taken(c);

	for (; room < 0; room++) {
		if (c->artifact > 8 && c->artifact >= c->edge - 6)
			c->artifact--;
		else if (c->handoff > 8 && c->handoff + 8 > c->edge)
			c->handoff--;
		else if (c->edge > 10)
			c->edge--;
		else if (c->artifact > 8)
			c->artifact--;
		else if (c->handoff > 8)
			c->handoff--;
		else
			break;
	}
	if (c->will > 0 && room > 0)
		c->will += room;
}

/* Returns the column behind it. */
static int put(const struct columns *c, struct surface *s, int row, int col, int width,
	enum style style, const char *text)
{
	if (width == 0)
		return col;
	surface_text(s, row, col, width, style, str_of(text));
	return col + width + c->gap;
}

/* The last but for AGE and WILL DO has what is left. */
static int zero_width(const struct columns *c, int col)
{
	return c->will > 0 ? c->zero : c->total - col;
}

void columns_heads(const struct columns *c, struct surface *s, int row)
{
	int col = NAMES;

	surface_text(s, row, 4, 5, STYLE_TITLE, STR("DUE"));
	col = put(c, s, row, col, c->handoff, STYLE_TITLE, "HANDOFF");
	col = put(c, s, row, col, c->artifact, STYLE_TITLE, "ARTIFACT");
	col = put(c, s, row, col, c->edge, STYLE_TITLE, "FROM>TO");
	col = put(c, s, row, col, c->conf, STYLE_TITLE, "CONF");
	col = put(c, s, row, col, zero_width(c, col), STYLE_TITLE,
		c->total >= 80 ? "IF NOBODY ACTS" : "AT 0:00");
	col = put(c, s, row, col, c->age, STYLE_TITLE, "AGE");
	put(c, s, row, col, c->will, STYLE_TITLE, "WILL DO");
}

/* What happens at 0:00, or what a decision under way does to it. */
static enum style at_zero(
	const struct world *w, const struct handoff *h, bool gone, char out[ROW_TEXT])
{
	const struct desk_entry *e =
		w->desk != NULL ? desk_find(w->desk, h->id, h->attempt) : NULL;
	const struct value *value;
	char text[ROW_TEXT];

	if (gone) {
		row_fate(w->mesh, h, out);
		return STYLE_MUTED;
	}
	if (e != NULL && e->stage != DESK_TAKEN_BACK &&
		(e->stage < DESK_DONE || w->tick - e->moved < 10 * SECOND)) {
		snprintf(out, ROW_TEXT, "%s %.150s", desk_verb_large(e->action),
			desk_state(e, w, text));
		return desk_style(e);
	}
	value = values_of(w, h);
	if (value != NULL && value->text[0] != '\0')
		snprintf(
			out, ROW_TEXT, "%.150s %s", row_at_zero(w, h, text), value->text);
	else
		row_at_zero(w, h, out);
	return STYLE_NORMAL;
}

static const char *confidence(
	const struct columns *c, const struct handoff *h, char out[ROW_TEXT])
{
	row_confidence(h, out);
	if (c->conf < 8 && h->faults != 0)
		snprintf(out, ROW_TEXT, "%uflt", row_faults(h));
	else if (c->conf < 8)
		out[strcspn(out, " ")] = '\0';
	return out;
}

void columns_draw(const struct columns *c, const struct world *w, struct surface *s,
	int row, uint32_t place, bool gone)
{
	static const enum style styles[] = { STYLE_NORMAL, STYLE_WARNING,
		STYLE_CRITICAL };
	const struct handoff *h = &w->mesh->handoff[place];
	enum grave grave = gone ? GRAVE_NONE : row_grave(w, h);
	char text[ROW_TEXT];
	enum style style = at_zero(w, h, gone, text);
	int col = NAMES;

	pane_grave(s, row, 2, (int)grave);
	col = put(c, s, row, col, c->handoff, STYLE_NORMAL, h->id);
	col = put(c, s, row, col, c->artifact, STYLE_NORMAL,
		row_artifact(w->mesh, h, text));
	col = put(c, s, row, col, c->edge, STYLE_NORMAL, row_edge(w->mesh, h, text));
	col = put(c, s, row, col, c->conf, STYLE_NORMAL, confidence(c, h, text));
	at_zero(w, h, gone, text);
	col = put(c, s, row, col, zero_width(c, col), style, text);
	col = put(c, s, row, col, c->age, STYLE_NORMAL,
		format_span(w->now - h->offered, text));
	put(c, s, row, col, c->will, STYLE_NORMAL, h->summary);
	surface_text_right(
		s, row, 9, 5, styles[grave], str_of(gone ? "-" : row_due(w, h, text)));
}
