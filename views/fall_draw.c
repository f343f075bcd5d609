/* SPDX-License-Identifier: MIT */
/* How a waterfall looks: a row a handoff, its bars on the axis of all. */
#include <stdio.h>

#include "views/desk.h"
#include "views/fall.h"
#include "views/pane.h"

#define WORKING 0x2501  /* ━ */
#define HELD 0x2591     /* ░ */
#define TAKEN 0x25cf    /* ● */
#define DEADLINE 0x25bc /* ▼ */

#define PASTS 400 /* events of a handoff that its bars are made of: the newest */

/* Columns; 0: not shown. */
struct layout {
	int at, edge, edge_cols, handoff, handoff_cols, artifact, conf, state, axis;
};

static struct layout lay_out(int cols)
{
	struct layout l = { .at = 4, .edge = 12 };

	if (cols < 60) {
		l.edge_cols = cols - 12 - 11;
		l.state = cols - 10;
		return l;
	}
	l.edge_cols = cols >= 110 ? 22 : cols >= 76 ? 20 : 18;
	l.conf = l.edge + l.edge_cols + 1;
	if (cols >= 110) {
		l.handoff = l.conf;
		l.handoff_cols = 11;
		l.artifact = l.handoff + l.handoff_cols + 1;
		l.conf = l.artifact + 19;
	}
	if (cols >= 70) {
		l.state = l.conf + 6;
	} else {
		l.state = l.conf;
		l.conf = 0;
	}
	l.axis = l.state + 10;
	return l;
}

int fall_axis_cols(int cols)
{
	struct layout l = lay_out(cols);

	return l.axis > 0 ? cols - l.axis - 1 : 0;
}

/* --- heads --------------------------------------------------------------------- */

static void draw_legend(const struct axis *a, struct surface *s)
{
	char step[FORMAT_TEXT], quiet[FORMAT_TEXT];
	int col = 1;

	col += a->step < SECOND ? surface_fmt(s, 0, col, TO_EDGE, STYLE_NORMAL,
					  "1 col = %.1fs", (double)a->step / SECOND)
				: surface_fmt(s, 0, col, TO_EDGE, STYLE_NORMAL,
					  "1 col = %s", format_span(a->step, step));
	if (a->quiet > 0)
		col += surface_fmt(s, 0, col, TO_EDGE, STYLE_NORMAL,
			s->cols >= 110 ? "   //: %s quiet, left out (Z shows it)"
				       : "   //: %s quiet (Z)",
			format_age(a->quiet, quiet));
	if (s->cols < 76)
		return;
	surface_text(s, 0, col, TO_EDGE, STYLE_NORMAL,
		s->cols >= 110
			? STR("   \u2501 working  \u2591 held for a human  \u25cf taken  "
			      "x refused  \u25bc deadline")
			: STR("   \u2501 works  \u2591 held  \u25cf taken  x refused  "
			      "\u25bc due"));
}

/* A time at the beginning of each piece, and further on where there is room. */
static void draw_times(
	const struct axis *a, const struct world *w, struct surface *s, int at)
{
	char text[FORMAT_TEXT], before[FORMAT_TEXT] = "";
	int free_from = 0;

	for (size_t k = 0; k < a->pieces; k++) {
		const struct axis_piece *p = &a->piece[k];

		if (k > 0)
			surface_text(s, 1, at + p->col - 2, 2, STYLE_TITLE, STR("//"));
		for (int col = p->col; col < p->col + p->cols; col++) {
			const char *label = a->step < SECOND * 5
				? format_time(w, axis_time(a, col), text)
				: format_wall(w, axis_time(a, col), text);
			int wide = (int)strlen(label);

			if (col < free_from || col + wide > p->col + p->cols ||
				at + col + wide > s->cols || strcmp(label, before) == 0)
				continue;
			surface_text(s, 1, at + col, wide, STYLE_TITLE, str_of(label));
			free_from = col + 2 * wide;
			snprintf(before, sizeof(before), "%s", label);
		}
	}
}

int fall_draw_heads(const struct axis *a, const struct world *w, struct surface *s)
{
	struct layout l = lay_out(s->cols);
	int row = l.axis > 0;

	if (l.axis > 0)
		draw_legend(a, s);
	surface_text(s, row, l.at + 1, 6, STYLE_TITLE, STR("AT"));
	surface_text(s, row, l.edge, 10, STYLE_TITLE, STR("EDGE"));
	if (l.handoff > 0)
		surface_text(s, row, l.handoff, 10, STYLE_TITLE, STR("HANDOFF"));
	if (l.artifact > 0)
		surface_text(s, row, l.artifact, 10, STYLE_TITLE, STR("ARTIFACT"));
	if (l.conf > 0)
		surface_text(s, row, l.conf, 5, STYLE_TITLE, STR("CONF"));
	surface_text(s, row, l.state, 9, STYLE_TITLE, STR("STATE"));
	if (l.axis > 0)
		draw_times(a, w, s, l.axis);
	return row + 1;
}

/* --- a row --------------------------------------------------------------------- */

static enum grave grave_of(const struct world *w, const struct handoff *h)
{
	bool low = h->has_confidence && h->has_review_below &&
		h->confidence < h->review_below;

	if (h->in_review)
		return row_grave(w, h) > GRAVE_WARNING ? GRAVE_CRITICAL : GRAVE_WARNING;
	switch (h->state) {
	case STATE_REFUSED:
	case STATE_FAILED:
	case STATE_DEAD:
	case STATE_PROCEEDED:
		return GRAVE_CRITICAL;
	case STATE_STOPPED:
	case STATE_REJECTED:
		return GRAVE_WARNING;
	default:
		return low ? GRAVE_WARNING : GRAVE_NONE;
	}
}

static const char *state_of(
	const struct world *w, const struct handoff *h, char out[ROW_TEXT])
{
	const struct decision *d = decision_at(w->mesh, h->decision);
	const struct desk_entry *e =
		w->desk != NULL ? desk_find(w->desk, h->id, h->attempt) : NULL;
	char due[ROW_TEXT];

	if (e != NULL && e->stage < DESK_DONE)
		snprintf(out, ROW_TEXT, "%s", desk_state_brief(e, w, due));
	else if (h->in_review)
		snprintf(out, ROW_TEXT, "YOU %s",
			handoff_due(h) != 0 ? row_due(w, h, due) : "");
	else if (d != NULL && d->type == EV_APPROVED && d->operator_name != NULL &&
		h->state != STATE_REFUSED && h->state != STATE_FAILED)
		snprintf(out, ROW_TEXT, "by %s", d->operator_name);
	else if (h->state == STATE_PROCEEDED)
		snprintf(out, ROW_TEXT, "SHIPPED");
	else
		snprintf(out, ROW_TEXT, "%s",
			h->state == STATE_COMPLETED ? "ok" : state_name(h->state));
	return out;
}

/* What an event makes of the bar from then on. */
struct stroke {
	uint32_t from_now; /* the sign until the next one, ' ': nothing */
	uint32_t mark;     /* at the event itself, 0: none */
};

static struct stroke stroke_of(enum event_type t, struct stroke was)
{
	switch (t) {
	case EV_OFFERED:
	case EV_PROGRESSED:
		return (struct stroke){ WORKING, 0 };
	case EV_ACCEPTED:
		return (struct stroke){ was.from_now == HELD ? HELD : WORKING, TAKEN };
	case EV_COMPLETED:
		return (struct stroke){ ' ', TAKEN };
	case EV_APPROVED:
		return (struct stroke){ WORKING, TAKEN };
	case EV_HELD:
	case EV_ESCALATED:
	case EV_DECISION_HELD:
		return (struct stroke){ HELD, 0 };
	case EV_REFUSED:
	case EV_FAILED:
	case EV_DEAD_LETTERED:
	case EV_REJECTED:
	case EV_DISCARDED:
		return (struct stroke){ ' ', 'x' };
	case EV_FALLBACK:
		return (struct stroke){ ' ', DEADLINE };
	default:
		return (struct stroke){ was.from_now, 0 };
	}
}

static void draw_bar(struct surface *s, int line, int at, int from, int to, uint32_t sign,
	enum style style)
{
	for (int col = from; sign != ' ' && col < to && at + col < s->cols; col++)
		surface_put(s, line, at + col, style, sign);
}

/* What is left out is crossed by the bar, and shown to be left out. */
static void draw_folds(const struct axis *a, struct surface *s, int line, int at)
{
	for (size_t k = 1; k < a->pieces; k++)
		surface_text(
			s, line, at + a->piece[k].col - 2, 2, STYLE_MUTED, STR("//"));
}

static void draw_bars(const struct axis *a, const struct world *w, struct surface *s,
	int line, int at, const struct handoff *h)
{
	struct stroke now = { ' ', 0 };
	int64_t due = handoff_due(h);
	int col = 0, end;

	for (uint32_t k = h->pasts > PASTS ? h->pasts - PASTS : 0; k < h->pasts; k++) {
		const struct past *p = &h->past[k];
		struct stroke next = stroke_of((enum event_type)p->type, now);
		int here = axis_col(a, p->time);

		if (p->standing != STANDING_APPLIED)
			continue;
		draw_bar(s, line, at, col, here, now.from_now, STYLE_NORMAL);
		if (next.mark != 0 && at + here < s->cols)
			surface_put(s, line, at + here,
				next.mark == 'x' || next.mark == DEADLINE ? STYLE_WARNING
									  : STYLE_NORMAL,
				next.mark);
		else if (next.from_now != ' ' && at + here < s->cols)
			surface_put(s, line, at + here, STYLE_NORMAL, next.from_now);
		col = here + 1;
		now = next;
	}
	if (h->in_review) /* also where a fallback asks a human */
		now.from_now = HELD;
	end = axis_col(a, due > w->now ? due : w->now);
	draw_bar(s, line, at, col, end + (due == 0), now.from_now, STYLE_NORMAL);
	if (due != 0 && at + end < s->cols)
		surface_put(s, line, at + end, STYLE_NEEDS_YOU, DEADLINE);
	draw_folds(a, s, line, at);
}

static void draw_edge(const struct fall_row *r, const struct world *w,
	const struct handoff *h, struct surface *s, int line, const struct layout *l)
{
	int most = l->edge_cols >= 18 ? 5 : 2, indent = r->depth;
	char edge[ROW_TEXT];

	if (indent > most)
		indent = most;
	surface_text(s, line, l->edge + 2 * indent, l->edge_cols - 2 * indent,
		STYLE_NORMAL, str_of(row_edge(w->mesh, h, edge)));
}

void fall_draw_row(const struct fall *f, const struct axis *a, const struct world *w,
	struct surface *s, int line, size_t row)
{
	const struct handoff *h = handoff_at(w->mesh, f->row[row].place);
	struct layout l = lay_out(s->cols);
	char text[ROW_TEXT], at[FORMAT_TEXT];
	int64_t begun;

	if (h == NULL) {
		surface_text(s, line, l.edge, TO_EDGE, STYLE_MUTED, STR("aged out"));
		return;
	}
	begun = h->pasts > 0 ? h->past[0].time : h->offered;
	pane_grave(s, line, 1, grave_of(w, h));
	if (mesh_noted_handoff(w->mesh, h) != NULL)
		surface_text(s, line, 3, 1, STYLE_MARK, STR("#"));
	surface_fmt(s, line, l.at, 7, STYLE_NORMAL, "+%s",
		begun - f->first < 6000 * SECOND ? format_left(begun - f->first, at)
						 : format_span(begun - f->first, at));
	draw_edge(&f->row[row], w, h, s, line, &l);
	if (l.handoff > 0)
		surface_text(
			s, line, l.handoff, l.handoff_cols, STYLE_NORMAL, str_of(h->id));
	if (l.artifact > 0)
		surface_text(s, line, l.artifact, 18, STYLE_NORMAL,
			str_of(row_artifact(w->mesh, h, text)));
	if (l.conf > 0)
		surface_text_right(s, line, l.conf + 4, 4, STYLE_NORMAL,
			str_of(format_confidence(
				h->has_confidence ? h->confidence : -1, at)));
	state_of(w, h, text);
	surface_text(s, line, l.state, 9, h->in_review ? STYLE_NEEDS_YOU : STYLE_NORMAL,
		str_of(text));
	if (l.axis > 0)
		draw_bars(a, w, s, line, l.axis, h);
}
