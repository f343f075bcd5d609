/* SPDX-License-Identifier: MIT */
#include "views/frame.h"

#include <ctype.h>
#include <stdio.h>

#include "base/text.h"
#include "views/link.h"
#include "views/pane.h"

/* --- line 1 ----------------------------------------------------------------- */

/* A part of line 1; those with a rank go first where it is narrow, the lowest first. */
struct part {
	char text[100];
	enum style style;
	int rank; /* 0: never cut */
	bool right;
};

#define OPERATOR 30 /* columns of a name */
#define PARTS 12    /* as many as add() can be called for one line */

struct parts {
	struct part part[PARTS];
	size_t n;
};

static struct part *add(struct parts *p, int rank, enum style style)
{
	struct part *part = &p->part[p->n++];

	part->rank = rank;
	part->style = style;
	part->right = false;
	return part;
}

static void add_link(struct parts *p, const struct frame *f)
{
	const struct world *w = f->w;
	char badge[LINK_TEXT], age[FORMAT_TEXT], n[FORMAT_TEXT];
	enum style style = link_badge(w, badge);
	struct part *part;

	if (!f->frozen || !world_can_act(w)) {
		part = add(p, 0, style);
		snprintf(part->text, sizeof(part->text), "%s", badge);
	}
	if (f->frozen) {
		part = add(p, 0, STYLE_FROZEN);
		snprintf(part->text, sizeof(part->text), "[FROZEN %s, %s behind]",
			format_left(f->frozen_for, age),
			format_count(f->frozen_behind, n));
	}
	if (w->link.open) {
		/* docs/PROTOCOL.md, "Sockets": the hub can be reached without keys. */
		part = add(p, 0, STYLE_WARNING);
		snprintf(part->text, sizeof(part->text), "OPEN");
	}
	if ((w->read_only || w->link.looks) && w->replay == NULL) {
		part = add(p, 0, STYLE_WARNING);
		snprintf(part->text, sizeof(part->text), "READ-ONLY");
	}
}

/* Where nothing comes there is no rate; where some was missed it is at least that. */
static void put_rate(struct part *part, const struct frame *f)
{
	const struct world *w = f->w;
	struct world face = *w;
	char text[FORMAT_TEXT];

	face.clock = w->clock == CLOCK_LOCAL ? CLOCK_LOCAL : CLOCK_UTC;
	if (link_old(w) && w->mesh->now != 0)
		snprintf(part->text, sizeof(part->text), "last event %s",
			format_time(&face, w->mesh->now, text));
	else if (link_old(w) || link_loading(w) || w->rate < 0)
		snprintf(part->text, sizeof(part->text), "-- ev/s");
	else
		snprintf(part->text, sizeof(part->text), "%s%s ev/s",
			watch_lossy(f->watch, w) ? ">=" : "", format_rate(w->rate, text));
}

static void add_counts(struct parts *p, const struct frame *f)
{
	const struct world *w = f->w;
	struct counters c = mesh_counters(w->mesh);
	char n[FORMAT_TEXT];
	struct part *part;

	if (w->replay == NULL) {
		part = add(p, 3, STYLE_NORMAL);
		put_rate(part, f);
	}
	if (!link_loading(w)) {
		part = add(
			p, c.lost > 0 ? 0 : 5, c.lost > 0 ? STYLE_WARNING : STYLE_NORMAL);
		snprintf(part->text, sizeof(part->text), "%s %s",
			c.lost > 0 ? "LOST" : "lost", format_count(c.lost, n));
		part = add(p, 1, STYLE_NORMAL);
		snprintf(part->text, sizeof(part->text), "%u/%s%s", f->watch->heard,
			format_many(w->mesh->agents, "agent", n), link_old(w) ? "?" : "");
	}
	if (w->link.clock_off > SECOND || w->link.clock_off < -SECOND) {
		part = add(p, 4, STYLE_WARNING);
		snprintf(part->text, sizeof(part->text), "clock %+.1fs",
			(double)w->link.clock_off / (double)SECOND);
	}
}

/* Never cut within a character. */
static void put_operator(struct part *part, const char *name)
{
	struct buf clean = { 0 }, cut = { 0 };

	text_clean(&clean, str_of(name));
	text_cut(&cut, buf_view(&clean), OPERATOR);
	snprintf(part->text, sizeof(part->text), "%s", cut.data != NULL ? cut.data : "");
	buf_fini(&clean);
	buf_fini(&cut);
}

static void add_clock(struct parts *p, const struct frame *f)
{
	const struct world *w = f->w;
	struct world face = *w;
	char time[FORMAT_TEXT], date[FORMAT_TEXT];
	struct part *part;

	face.clock = w->clock == CLOCK_LOCAL ? CLOCK_LOCAL : CLOCK_UTC;
	part = add(p, 2, STYLE_MUTED);
	part->right = true;
	snprintf(part->text, sizeof(part->text), "%s", format_date(&face, w->now, date));
	part = add(p, 6, STYLE_NORMAL);
	part->right = true;
	snprintf(part->text, sizeof(part->text), "%s%s", format_time(&face, w->now, time),
		face.clock == CLOCK_LOCAL ? " local" : "Z");
	if (w->replay == NULL && w->clock_rate != 1) {
		/* deadlines run off as much faster: a recording says it in its badge */
		part = add(p, 6, STYLE_WARNING);
		part->right = true;
		snprintf(part->text, sizeof(part->text), "x%.3g", w->clock_rate);
	}
	part = add(p, 3, STYLE_NORMAL);
	part->right = true;
	put_operator(part, w->operator_name != NULL ? w->operator_name : "");
}

static int width_of(const struct parts *p, const struct surface *out)
{
	int width = 1;

	for (size_t i = 0; i < p->n; i++) {
		if (p->part[i].text[0] != '\0')
			width += 2 + surface_measure(out, str_of(p->part[i].text));
	}
	return width;
}

#define NAME 26

static const char *name_of(const struct frame *f)
{
	const char *name = f->w->replay != NULL ? f->w->replay->name : f->w->name;

	return name != NULL ? name : "";
}

/* Leaves out what has the lowest rank until the rest fits, the name after rank 3. */
static void squeeze(struct parts *p, const struct frame *f, const struct surface *out)
{
	int name = 6 + surface_measure(out, str_of(name_of(f)));

	if (name > 6 + NAME)
		name = 6 + NAME;
	for (int rank = 1; rank <= 6; rank++) {
		int room = out->cols - (rank <= 3 ? name : 0);

		for (size_t i = p->n; i-- > 0 && width_of(p, out) > room;) {
			if (p->part[i].rank == rank)
				p->part[i].text[0] = '\0';
		}
	}
}

/*
 * The name of the mesh is foreign, too: it has what the others leave. The name
 * of the program goes before anything that is never cut would.
 */
static int draw_name(const struct parts *p, const struct frame *f, struct surface *out)
{
	int room = out->cols - width_of(p, out), col = 1;

	if (room >= 5) {
		surface_text(out, 0, 1, 4, STYLE_TITLE, STR("seam"));
		col = 6;
		room -= 5;
	}
	if (room >= 6 && name_of(f)[0] != '\0')
		col += surface_text(out, 0, col, room - 1 < NAME ? room - 1 : NAME,
			       STYLE_TITLE, str_of(name_of(f))) +
			2;
	return col;
}

static void draw_line(const struct frame *f, struct surface *out)
{
	struct parts p = { .n = 0 };
	int col, end = out->cols - 1;

	add_link(&p, f);
	add_counts(&p, f);
	add_clock(&p, f);
	squeeze(&p, f, out);
	if (f->w->replay != NULL || f->w->tutorial)
		surface_fill(out, (struct rect){ 0, 0, 1, out->cols }, STYLE_REPLAY, ' ');
	col = draw_name(&p, f, out);
	for (size_t i = 0; i < p.n; i++) {
		struct part *part = &p.part[i];

		if (part->text[0] == '\0' || part->right)
			continue;
		col += surface_text(
			       out, 0, col, TO_EDGE, part->style, str_of(part->text)) +
			2;
	}
	for (size_t i = p.n; i-- > 0;) {
		struct part *part = &p.part[i];

		if (part->right && part->text[0] != '\0')
			end -= surface_text_right(out, 0, end, end, part->style,
				       str_of(part->text)) +
				2;
	}
	if (f->w->replay != NULL || f->w->tutorial)
		surface_restyle(out, (struct rect){ 0, 0, 1, out->cols }, STYLE_REPLAY);
}

/* --- tabs ------------------------------------------------------------------- */

/* Where nothing stands for none: after a loss that is not certain either. */
static bool counts(enum screen i)
{
	return i == SCREEN_REVIEW || i == SCREEN_DEAD || i == SCREEN_INCIDENTS;
}

/* The count as it may be believed: "-" unknown, "7?" old, "7+?" perhaps more. */
static void count_of(const struct frame *f, enum screen i, char out[40])
{
	const struct view *v = f->views[i];
	size_t digits;

	out[0] = '\0';
	if (link_loading(f->w)) {
		snprintf(out, 40, "-");
		return;
	}
	if (v->tab != NULL)
		v->tab(f->w, out, 32);
	digits = strspn(out, "0123456789,");
	if (link_old(f->w) && i != SCREEN_LOG)
		snprintf(out + digits, 40 - digits, "?");
	else if (watch_lossy(f->watch, f->w) && (digits > 0 || counts(i))) {
		char grave[8];

		snprintf(grave, sizeof(grave), "%.7s", out + digits);
		snprintf(out + digits, 40 - digits, "+?%s", grave);
	}
}

static enum style tab_style(const char *count)
{
	if (strstr(count, "!!") != NULL)
		return STYLE_CRITICAL;
	return strchr(count, '!') != NULL ? STYLE_WARNING : STYLE_NORMAL;
}

/* How much a tab says: all, no blanks, three letters of the title, one. */
enum fit { FIT_WIDE, FIT_NORMAL, FIT_CLOSE, FIT_SHORT, FIT_LEAST };

static int draw_tabs(const struct frame *f, struct surface *out, int row, enum fit fit)
{
	int col = fit < FIT_CLOSE ? 1 : 0;

	for (int i = 0; i < SCREENS; i++) {
		const struct view *v = f->views[i];
		bool here = i == (int)f->screen;
		char name[64], count[40];
		int from = col;

		count_of(f, (enum screen)i, count);
		snprintf(name, sizeof(name), fit < FIT_CLOSE ? "%c %.*s" : "%c%.*s",
			v->digit,
			fit == FIT_LEAST           ? 1
				: fit == FIT_SHORT ? 3
						   : 30,
			v->title);
		col += surface_text(out, row, col, TO_EDGE,
			here ? STYLE_KEY : STYLE_NORMAL, str_of(name));
		if (count[0] != '\0')
			col += surface_text(out, row,
				       col + (fit < FIT_SHORT || count[0] != '!'),
				       TO_EDGE, tab_style(count), str_of(count)) +
				(fit < FIT_SHORT || count[0] != '!');
		if (here)
			surface_select(out, row, from, col - from, true);
		col += fit == FIT_WIDE ? 3 : fit == FIT_NORMAL ? 2 : 1;
	}
	return col;
}

static void draw_tab_line(const struct frame *f, struct surface *out, int row)
{
	struct surface line = surface_sub(out, (struct rect){ row, 0, 1, out->cols });

	for (int fit = out->cols >= 100 ? FIT_WIDE : FIT_NORMAL; fit <= FIT_LEAST;
		fit++) {
		surface_clear(&line);
		/* What was cut ends at the edge: without a blank there it may have been.
		 */
		if (draw_tabs(f, &line, 0, (enum fit)fit) <=
			out->cols + (fit < FIT_CLOSE))
			return;
	}
}

/* What a recording shows was so at an instant of its own: the line begins with it. */
static void draw_verdict(const struct frame *f, struct surface *out)
{
	struct world face = *f->w;
	char time[FORMAT_TEXT];
	struct surface line;
	int col = 0;

	face.clock = face.clock == CLOCK_LOCAL ? CLOCK_LOCAL : CLOCK_UTC;
	if (f->w->replay != NULL && out->cols >= 60)
		col = 1 +
			surface_fmt(out, 2, 0, TO_EDGE, STYLE_REPLAY,
				"at %s:", format_time(&face, f->w->now, time));
	line = surface_sub(out, (struct rect){ 2, col, 1, out->cols - col });
	verdict_draw(f->verdict, &line, 0);
}

void frame_head(const struct frame *f, struct surface *out)
{
	draw_line(f, out);
	draw_tab_line(f, out, 1);
	draw_verdict(f, out);
}

/* --- what is too small, what is not there yet ------------------------------- */

static void card_next(const struct frame *f, struct surface *out, int row)
{
	const struct mesh *m = f->w->mesh;
	struct order_item first;
	char due[ROW_TEXT], edge[ROW_TEXT];

	if (!order_at(&m->review, 0, &first))
		return;
	surface_fmt(out, row, 0, TO_EDGE, STYLE_NEEDS_YOU, "next %s %s",
		row_due(f->w, handoff_at(m, first.id), due),
		row_edge(m, handoff_at(m, first.id), edge));
}

/* The first sentence, without what its capitals already say. */
static void card_verdict(const struct frame *f, struct surface *out)
{
	static const char word[] = " UNREVIEWED";
	struct verdict v = *f->verdict;
	char *said = strstr(v.said[0].brief, word);

	if (said != NULL)
		memmove(said, said + sizeof(word) - 1,
			strlen(said + sizeof(word) - 1) + 1);
	verdict_draw(&v, out, 1);
}

/* As in line 1 of what is larger: what was lost goes before who we are and what time. */
static int card_badge(const struct frame *f, struct surface *out)
{
	char badge[LINK_TEXT], lost[40] = "", n[FORMAT_TEXT];
	enum style style = link_badge(f->w, badge);
	struct counters c = mesh_counters(f->w->mesh);
	int col = 0, wide;

	if (c.lost > 0)
		snprintf(lost, sizeof(lost), " LOST %s", format_count(c.lost, n));
	wide = surface_measure(out, str_of(badge)) + (int)strlen(lost);
	if (wide + 5 <= out->cols)
		col = surface_text(out, 0, 0, TO_EDGE, STYLE_TITLE, STR("seam")) + 1;
	col += surface_text(out, 0, col, TO_EDGE, style, str_of(badge));
	if (wide <= out->cols)
		col += surface_text(out, 0, col, TO_EDGE, STYLE_WARNING, str_of(lost));
	return col;
}

void frame_card(const struct frame *f, struct surface *out)
{
	char time[FORMAT_TEXT];
	const struct mesh *m = f->w->mesh;
	const char *more = watch_lossy(f->watch, f->w) ? "+?" : "";
	int used = card_badge(f, out);

	if (used + 10 <= out->cols)
		surface_fmt(out, 0, out->cols - 9, TO_EDGE, STYLE_NORMAL, "%sZ",
			format_time(f->w, f->w->now, time));
	card_verdict(f, out);
	if (!link_loading(f->w)) {
		surface_fmt(out, 2, 0, TO_EDGE, STYLE_NORMAL,
			"review %zu%s  dead %zu%s%s", (size_t)mesh_waiting(m), more,
			(size_t)mesh_dead(m), more, link_old(f->w) ? "  (old)" : "");
		card_next(f, out, 3);
	}
	surface_text(out, 4, 0, TO_EDGE, STYLE_MUTED, STR("(grow to 36x10 to act)"));
}

static void loading_row(
	struct surface *s, int row, const char *what, const char *where, const char *how)
{
	surface_text(s, row, 3, 9, STYLE_TITLE, str_of(what));
	if (s->cols >= 70) {
		surface_text(s, row, 13, 32, STYLE_NORMAL, str_of(where));
		surface_text(s, row, 47, TO_EDGE, STYLE_NORMAL, str_of(how));
	} else {
		surface_text(s, row, 13, TO_EDGE, STYLE_NORMAL, str_of(how));
	}
}

/* Whole, however narrow: it says what to do. */
static void draw_error(struct surface *s, int row, const char *error)
{
	struct buf text = { 0 };
	struct str rest;
	int room = s->cols - 6;

	buf_fmt(&text, "last error: %s", error);
	rest = buf_view(&text);
	for (; rest.n > 0 && row < s->rows && room > 10; row++) {
		size_t n = rest.n;

		if (text_width(rest) > (size_t)room) {
			n = (size_t)room < rest.n ? (size_t)room : rest.n;
			while (n > 1 && rest.p[n] != ' ')
				n--;
			n = n > 1 ? n : text_head(rest, (size_t)room).n;
		}
		surface_text(s, row, 3, TO_EDGE, STYLE_NORMAL, (struct str){ rest.p, n });
		rest = str_skip(rest, n + (n < rest.n && rest.p[n] == ' '));
	}
	buf_fini(&text);
}

void frame_loading(const struct world *w, const char *title, struct surface *body)
{
	const struct link_view *l = &w->link;
	char head[80], how[120], n[FORMAT_TEXT], of[FORMAT_TEXT], age[FORMAT_TEXT];

	snprintf(head, sizeof(head), "%s  not known yet", title);
	for (char *p = head; *p != ' '; p++)
		*p = (char)toupper((unsigned char)*p);
	surface_rule(body, 0, &(struct rule){ .title = str_of(head) });
	if (l->state == LINK_SYNCING)
		snprintf(how, sizeof(how), "answered; %s of %s",
			format_count(l->synced, n), format_many(l->to_sync, "event", of));
	else if (l->retry_in > 0)
		snprintf(how, sizeof(how), "not connected, try %u, next in %s", l->tries,
			format_age(l->retry_in, age));
	else
		snprintf(how, sizeof(how), "asked, no answer yet, try %u", l->tries);
	loading_row(body, 2, "control", l->control, how);
	loading_row(body, 3, "feed", l->feed,
		l->state == LINK_SYNCING ? "listening" : "after control has answered");
	loading_row(body, 4, "events", l->events, "the hub listens there");
	if (l->error[0] != '\0') {
		draw_error(body, 6, l->error);
	}
}

void frame_lost(const struct world *w, struct surface *s)
{
	const struct link_view *l = &w->link;
	char age[FORMAT_TEXT], missed[FORMAT_TEXT];

	format_many(l->missed, "heartbeat", missed);
	surface_rule(s, 0, &(struct rule){ .line = RULE_LIGHT });
	if (l->refused)
		surface_text(s, 1, 1, TO_EDGE, STYLE_NORMAL, str_of(l->error));
	else if (l->retry_in > 0)
		surface_fmt(s, 1, 1, TO_EDGE, STYLE_NORMAL,
			"retry %u, next in %s (C-r now)   %s missed   %s", l->tries,
			format_age(l->retry_in, age), missed, l->error);
	else if (l->tries == 0)
		surface_fmt(s, 1, 1, TO_EDGE, STYLE_NORMAL,
			"C-r retries   %s missed   %s", missed, l->error);
	else
		surface_fmt(s, 1, 1, TO_EDGE, STYLE_NORMAL,
			"retry %u under way   %s missed   %s", l->tries, missed,
			l->error);
	surface_text(s, 2, 1, TO_EDGE, STYLE_WARNING,
		STR("The deadlines keep running without you."));
}
