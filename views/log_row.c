/* SPDX-License-Identifier: MIT */
#include "views/log_row.h"

#include <stdio.h>

#include "views/pane.h"

/* Its offer; or, of one that an agent acted on twice, what that agent says as well. */
static unsigned found(const struct mesh *m, const struct log_line *l)
{
	const struct handoff *h = handoff_at(m, l->handoff);
	unsigned faults = h != NULL ? h->faults & LOG_FOUND : 0;

	if (l->type == EV_ACCEPTED || l->type == EV_COMPLETED)
		return faults & FAULT_TWICE;
	return l->type == EV_OFFERED ? faults : 0;
}

void log_faults(struct buf *out, const struct mesh *m, const struct log_line *l)
{
	unsigned faults = found(m, l);
	const char *between = "";

	for (unsigned i = 0; faults >> i != 0; i++) {
		if (!(faults >> i & 1))
			continue;
		buf_fmt(out, "%s%s", between, fault_name(1u << i));
		between = ", ";
	}
}

/* Of what a handoff is told that nobody has offered, or that waits for another attempt.
 */
static bool is_awaited(const struct mesh *m, const struct log_line *l)
{
	return l->standing == STANDING_EARLY &&
		mesh_awaits_offer(m, str_of(log_handoff(m, l)));
}

static enum grave grave_of_event(const struct log_line *l)
{
	switch (l->type) {
	case EV_REFUSED:
	case EV_FAILED:
	case EV_DEAD_LETTERED:
		return GRAVE_CRITICAL;
	case EV_FLAGGED:
	case EV_HELD:
	case EV_FALLBACK:
	case EV_DENIED:
	case EV_DELIVERY_REFUSED:
	case EV_GAP:
	case EV_QUARANTINED:
	case EV_ACCESS_DENIED:
	case EV_HOOK_FAILED:
	case EV_CLOCK_JUMPED:
		return GRAVE_WARNING;
	case EV_CONTRACT_REFUSED:
		return l->count > 0 ? GRAVE_NONE : GRAVE_WARNING;
	default:
		return l->standing == STANDING_APPLIED || l->standing == STANDING_EARLY ||
				l->standing == STANDING_DUPLICATE
			? GRAVE_NONE
			: GRAVE_WARNING;
	}
}

enum grave log_grave(const struct mesh *m, const struct log_line *l)
{
	enum grave grave = grave_of_event(l);

	if (grave == GRAVE_NONE && (found(m, l) != 0 || is_awaited(m, l)))
		return GRAVE_WARNING;
	return grave;
}

const char *log_handoff(const struct mesh *m, const struct log_line *l)
{
	const struct handoff *h = handoff_at(m, l->handoff);

	return h != NULL ? h->id : log_unoffered(l);
}

const char *log_who(const struct mesh *m, const struct log_line *l, char out[ROW_TEXT])
{
	const struct handoff *h = handoff_at(m, l->handoff);

	if (h != NULL)
		return row_edge(m, h, out);
	return l->agent < m->agents ? m->agent[l->agent].name : "";
}

static void draw_gap(
	const struct world *w, struct surface *s, int row, const struct log_line *l)
{
	char title[160], n[FORMAT_TEXT], time[FORMAT_TEXT];
	struct surface line = surface_sub(s, (struct rect){ row, 1, 1, s->cols - 1 });

	snprintf(title, sizeof(title), "%s  %s event%s missed%s%s",
		s->cols >= 60 ? format_instant(w, l->time, time)
			      : format_time(w, l->time, time),
		format_count(l->count, n), l->count == 1 ? "" : "s",
		log_text(l)[0] != '\0' ? ": " : "", log_text(l));
	surface_rule(&line, 0,
		&(struct rule){ .line = RULE_DOTTED,
			.title = str_of(title),
			.title_style = STYLE_WARNING });
}

/* What stands behind the names: "(late)  .41  3 times  due_date: no date". */
static void write_rest(const struct mesh *m, const struct log_line *l, struct buf *out)
{
	char text[FORMAT_TEXT];

	if (l->confidence >= 0)
		buf_fmt(out, "%s  ", format_confidence((double)l->confidence, text));
	if (l->count > 0 && (l->type == EV_DUPLICATE || l->type == EV_QUARANTINED))
		buf_fmt(out, "%s  ", format_many(l->count, "time", text));
	buf_str(out, log_text(l));
	if (found(m, l) != 0) {
		buf_str(out, log_text(l)[0] != '\0' ? "  " : "");
		log_faults(out, m, l);
	}
}

static int width_of_standing(const struct log_line *l)
{
	return l->standing == STANDING_APPLIED
		? 0
		: (int)strlen(standing_name((enum standing)l->standing)) + 4;
}

#define GAP 2
#define REST 3     /* the share of what is behind the names is a third */
#define LEAST 10   /* of a name */
#define HANDOFF 70 /* columns from which the handoff is a column */

static int larger(int a, int b)
{
	return a > b ? a : b;
}

static struct log_widths needs_of(
	const struct mesh *m, const struct surface *s, const struct log_line *l)
{
	struct log_widths need = { 0 };
	struct buf rest = { 0 };
	char text[ROW_TEXT];

	if (l->type == EV_GAP)
		return need;
	write_rest(m, l, &rest);
	need.who = surface_measure(s, str_of(log_who(m, l, text)));
	if (s->cols >= HANDOFF)
		need.handoff = surface_measure(s, str_of(log_handoff(m, l)));
	need.rest = width_of_standing(l) + surface_measure(s, buf_view(&rest));
	buf_fini(&rest);
	return need;
}

static int taken(const struct log_widths *c)
{
	return c->who + (c->handoff > 0 ? GAP + c->handoff : 0) +
		(c->rest > 0 ? GAP + c->rest : 0);
}

void log_widths_begin(struct log_widths *c, const struct surface *s)
{
	*c = (struct log_widths){ .at = s->cols >= 60 ? 29 : 24 };
}

void log_widths_take(struct log_widths *c, const struct mesh *m, const struct surface *s,
	const struct log_line *l)
{
	struct log_widths need = needs_of(m, s, l);

	c->who = larger(c->who, need.who);
	c->handoff = larger(c->handoff, need.handoff);
	c->rest = larger(c->rest, need.rest);
}

void log_widths_end(struct log_widths *c, const struct surface *s)
{
	int room = s->cols - c->at, share = room / REST;

	if (taken(c) > room && c->rest > share)
		c->rest = larger(share, c->rest - (taken(c) - room));
	while (taken(c) > room && (c->who > LEAST || c->handoff > LEAST)) {
		if (c->handoff > c->who)
			c->handoff--;
		else
			c->who--;
	}
}

/* Of `spare` columns a name takes what it lacks. */
static void take(int *width, int need, int *spare)
{
	int more = need - *width < *spare ? need - *width : *spare;

	if (more <= 0)
		return;
	*width += more;
	*spare -= more;
}

/*
 * Of one row: what it does not need behind the names, a name that is cut may
 * have; the handoff first, as ids differ at their ends.
 */
static struct log_widths widths_of(const struct mesh *m, const struct surface *s,
	const struct log_line *l, struct log_widths c)
{
	struct log_widths need = needs_of(m, s, l);
	int spare;

	c.rest = need.rest;
	spare = s->cols - c.at - taken(&c);
	take(&c.handoff, need.handoff, &spare);
	take(&c.who, need.who, &spare);
	return c;
}

static void draw_names(const struct mesh *m, struct surface *s, int row,
	const struct log_line *l, const struct log_widths *c)
{
	struct buf rest = { 0 };
	char text[ROW_TEXT];
	int col = c->at;

	surface_text(s, row, col, c->who, STYLE_NORMAL, str_of(log_who(m, l, text)));
	col += c->who + GAP;
	surface_text(s, row, col, c->handoff, STYLE_NORMAL, str_of(log_handoff(m, l)));
	if (c->handoff > 0)
		col += c->handoff + GAP;
	if (l->standing != STANDING_APPLIED)
		surface_fmt(s, row, col, TO_EDGE, STYLE_WARNING, "(%s)",
			standing_name((enum standing)l->standing));
	write_rest(m, l, &rest);
	surface_text(s, row, col + width_of_standing(l), TO_EDGE, STYLE_NORMAL,
		buf_view(&rest));
	buf_fini(&rest);
}

void log_row_draw(const struct world *w, struct surface *s, int row,
	const struct log_line *l, const struct log_widths *c)
{
	char text[ROW_TEXT];
	enum grave grave = log_grave(w->mesh, l);
	struct log_widths own;
	int col = 4;

	if (l->type == EV_GAP) {
		draw_gap(w, s, row, l);
		return;
	}
	pane_grave(s, row, 1, (int)grave);
	if (s->cols >= 60) {
		surface_text(s, row, col, 12, STYLE_NORMAL,
			str_of(format_instant(w, l->time, text)));
		col += 14;
	} else {
		surface_text(s, row, col, 8, STYLE_NORMAL,
			str_of(format_time(w, l->time, text)));
		col += 9;
	}
	surface_text(s, row, col, 10, grave == GRAVE_NONE ? STYLE_NORMAL : STYLE_WARNING,
		str_of(log_word(l)));
	own = widths_of(w->mesh, s, l, *c);
	draw_names(w->mesh, s, row, l, &own);
}
