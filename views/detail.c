/* SPDX-License-Identifier: MIT */
#include "views/detail.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/claims.h"
#include "views/desk.h"
#include "views/died.h"
#include "views/notes.h"
#include "views/owners.h"
#include "views/pane.h"
#include "views/record.h"

void lines_reset(struct lines *l)
{
	buf_reset(&l->text);
	l->n = 0;
}

void lines_fini(struct lines *l)
{
	buf_fini(&l->text);
	free(l->line);
	*l = (struct lines){ 0 };
}

void lines_end(struct lines *l, enum style style)
{
	struct line *last = l->n > 0 ? &l->line[l->n - 1] : NULL;
	uint32_t start = last != NULL ? last->start + last->len : 0;

	xgrow(&l->line, &l->cap, l->n + 1, sizeof(*l->line));
	l->line[l->n++] = (struct line){ start, (uint32_t)l->text.len - start,
		(uint8_t)style, NONE };
}

struct str lines_at(const struct lines *l, size_t i)
{
	return (struct str){ l->text.data + l->line[i].start, l->line[i].len };
}

void detail_fini(struct detail *d)
{
	buf_fini(&d->offer.bytes);
	json_fini(&d->offer.json);
	violations_fini(&d->violations);
	lines_fini(&d->lines);
	buf_fini(&d->chain);
}

void detail_turn(struct detail *d, int by)
{
	d->tab = (enum detail_tab)(((int)d->tab + by + DETAIL_TABS) % DETAIL_TABS);
	d->top = d->pick = 0;
}

void detail_scroll(struct detail *d, bool down, size_t by)
{
	size_t most = d->rows > d->height ? d->rows - d->height : 0;

	if (by > most)
		by = most;
	if (down)
		d->top = d->top + by < most ? d->top + by : most;
	else
		d->top = d->top > by ? d->top - by : 0;
}

bool detail_seek(struct detail *d, bool down)
{
	size_t i = d->top;

	if (d->tab == TAB_SUMMARY)
		return false;
	while (down ? ++i < d->lines.n : i-- > 0) {
		if (d->lines.line[i].style != STYLE_WARNING)
			continue;
		d->top = i;
		return true;
	}
	return false;
}

/* --- the summary ------------------------------------------------------------ */

/* Fields one below the other; those above `top` are drawn nowhere. */
struct pen {
	struct surface *s;
	int row; /* may be negative: above the window */
	int rows;
	bool dense; /* one row a field */
};

static void field(struct pen *p, const char *label, struct str value, enum style style)
{
	int max = p->dense ? 1 : 6;

	if (value.n == 0)
		return;
	if (p->row >= p->s->rows) {
		p->rows++;
	} else {
		int took = pane_wrap_field(p->s, p->row, max, label, value, style);

		p->row += took;
		p->rows += took;
	}
}

static void field_buf(struct pen *p, const char *label, struct buf *b, enum style style)
{
	field(p, label, b->data != NULL ? buf_view(b) : (struct str){ 0 }, style);
	buf_reset(b);
}

static void draw_decision(struct pen *p, const struct world *w, const struct handoff *h)
{
	const struct desk_entry *e =
		w->desk != NULL ? desk_find(w->desk, h->id, h->attempt) : NULL;
	char state[ROW_TEXT];
	struct buf b = { 0 };

	if (e != NULL) {
		buf_str(&b, desk_told(e, w, state));
		field_buf(p, "DECISION", &b, desk_style(e));
	}
	buf_fini(&b);
}

/* The agent that was asked sleeps. */
static void draw_answer(struct pen *p, const struct world *w, const struct handoff *h)
{
	const struct decision *d = handoff_asked(w->mesh, h);
	struct buf b = { 0 };
	char text[ROW_TEXT];

	if (d == NULL || d->delivery != DELIVERY_WAITING ||
		w->now - d->time < ROW_NO_ANSWER)
		return;
	buf_fmt(&b, "none of %s for %s", w->mesh->agent[d->doer].name,
		format_left(w->now - d->time, text));
	field_buf(p, "ANSWER", &b, STYLE_WARNING);
	buf_fini(&b);
}

/* Somebody else's comes first; one's own is no news, and moves no line. */
static void draw_claim(
	struct pen *p, const struct world *w, const struct handoff *h, bool own)
{
	struct buf b = { 0 };
	char text[ROW_TEXT];

	if (handoff_claimant(h, w->now) == NULL || (claims_other(w, h) == NULL) != own)
		return;
	if (own)
		buf_fmt(&b, "you are on it, until %s",
			format_time(w, h->claimed_until, text));
	else
		buf_str(&b, claims_text(w, h, text));
	field_buf(p, "CLAIM", &b, own ? STYLE_NORMAL : STYLE_NEEDS_YOU);
	buf_fini(&b);
}

/* By the first of two: it waits for the second. */
static void draw_endorsed(struct pen *p, const struct world *w, const struct handoff *h)
{
	const struct decision *d = handoff_endorsed(w->mesh, h);
	struct buf b = { 0 };
	char text[FORMAT_TEXT];

	if (d == NULL)
		return;
	buf_fmt(&b, "1 of 2, by %s %s ago; another operator must approve too",
		d->operator_name, format_span(w->now - d->time, text));
	field_buf(p, "APPROVED", &b, STYLE_NEEDS_YOU);
	buf_fini(&b);
}

/* So many have rows of their own: what happens at 0:00 stays on the screen. */
static size_t violations_shown(const struct pen *p)
{
	return p->s->rows > 16 ? (size_t)p->s->rows - 13 : 3;
}

static void say_others(struct buf *b, size_t untold, size_t unlisted)
{
	if (untold > 0)
		buf_fmt(b, "and %zu more, marked in the payload", untold);
	if (unlisted > 0)
		buf_fmt(b, "%sand %zu more that the hub does not list",
			untold > 0 ? "; " : "", unlisted);
}

/* In a row each where there is room, else one behind the other. */
static void draw_violations(struct pen *p, struct detail *d, const struct handoff *h)
{
	size_t n = violations_count(&d->violations), told = 0, most = violations_shown(p);
	uint32_t at = JSON_NONE;
	struct buf b = { 0 };
	struct violation x;
	char count[FORMAT_TEXT];

	if (h->violations > 1)
		buf_fmt(&b, "%s%s", violations_text(h, count), p->dense ? ": " : "");
	while ((p->dense || told < most) && violations_next(&d->violations, &at, &x)) {
		if (b.len > 0 && !p->dense)
			field_buf(p, told == 0 ? "VIOLATES" : "", &b, STYLE_WARNING);
		buf_str(&b, told > 0 && p->dense ? "; " : "");
		violation_say(&b, &x);
		told++;
	}
	field_buf(p, h->violations > 1 && !p->dense ? "" : "VIOLATES", &b, STYLE_WARNING);
	if (!p->dense)
		say_others(&b, n - told, h->violations > n ? h->violations - n : 0);
	field_buf(p, "", &b, STYLE_WARNING);
	buf_fini(&b);
}

/* Where it breaks its contract, and which way it was acted on twice. */
static void draw_violation(
	struct pen *p, struct detail *d, const struct world *w, const struct handoff *h)
{
	struct buf b = { 0 };
	char count[FORMAT_TEXT];

	if (violations_load(&d->violations, w, h) &&
		violations_count(&d->violations) > 0) {
		draw_violations(p, d, h);
	} else if (h->violation != NULL) { /* the others are on their way */
		buf_fmt(&b, h->violations > 1 ? "%s, first " : "",
			violations_text(h, count));
		buf_str(&b, h->violation);
	}
	field_buf(p, "VIOLATES", &b, STYLE_WARNING);
	if (h->faults & FAULT_TWICE)
		handoff_twice(&b, w->mesh, mesh_find_handoff(w->mesh, str_of(h->id)));
	field_buf(p, "TWICE", &b, STYLE_WARNING);
	buf_fini(&b);
}

/* Whoever has it done once more should know. */
static void draw_done_before(struct pen *p, const struct handoff *h)
{
	if (h->done_before && h->state != STATE_COMPLETED)
		field(p, "DONE",
			STR("an attempt before this one was completed meanwhile"),
			STYLE_WARNING);
}

static void draw_contract(
	struct pen *p, struct detail *d, const struct world *w, const struct handoff *h)
{
	const struct contract *c = handoff_contract(w->mesh, h);
	struct buf b = { 0 };
	unsigned n = row_faults(h);

	if (c == NULL)
		detail_named(&b, d, w, h);
	else if (!h->in_review)
		buf_fmt(&b, "%s  %u fault%s", c->id, n, n == 1 ? "" : "s");
	else
		buf_fmt(&b, "%s  %u fault%s  %s", c->id, n, n == 1 ? "" : "s",
			c->gate == GATE_FROM      ? "held by the giver until decided"
				: p->s->cols < 70 ? "the taker waits"
						  : "with the taker, who waits");
	field_buf(p, "CONTRACT", &b, STYLE_NORMAL);
	if (c != NULL && c->represents != NULL) {
		buf_str(&b, c->represents);
		for (size_t i = 0; c->excludes != NULL && c->excludes[i] != NULL; i++)
			buf_fmt(&b, "%s%s", i == 0 ? "; not " : ", ", c->excludes[i]);
		field_buf(p, "SCOPE", &b, STYLE_NORMAL);
	}
	buf_fini(&b);
}

static void draw_rest(
	struct pen *p, struct detail *d, const struct world *w, const struct handoff *h)
{
	const struct contract *c = handoff_contract(w->mesh, h);
	struct buf b = { 0 };

	detail_value(&b, d, c);
	field_buf(p, "VALUE", &b, STYLE_NORMAL);
	if (c != NULL)
		owners_text(&b, c, handoff_from(w->mesh, h), handoff_to(w->mesh, h));
	field_buf(p, "OWNERS", &b, STYLE_NORMAL);
	if (h->incident != NONE)
		notes_incident(&b, w, incident_at(w->mesh, h->incident));
	field_buf(p, "INCIDENT", &b, STYLE_NORMAL);
	draw_claim(p, w, h, true);
	buf_fini(&b);
}

/* Two lines or three where there is no room for labels. */
static void draw_card(struct detail *d, const struct world *w, const struct handoff *h,
	struct surface *s)
{
	const struct desk_entry *e =
		w->desk != NULL ? desk_find(w->desk, h->id, h->attempt) : NULL;
	struct buf b = { 0 };
	char state[ROW_TEXT];
	int row = 1;

	if (e != NULL && row < s->rows)
		surface_fmt(s, row++, 1, TO_EDGE, desk_style(e), "%s %s",
			desk_verb(e->action), desk_state_brief(e, w, state));
	if (claims_other(w, h) != NULL && row < s->rows)
		surface_text(s, row++, 1, TO_EDGE, STYLE_NEEDS_YOU,
			str_of(claims_text(w, h, state)));
	detail_why_brief(&b, w->mesh, h);
	if (detail_load(d, w, h))
		detail_missing_brief(&b, d, handoff_contract(w->mesh, h));
	if (row < s->rows)
		row += pane_wrap(s, row, 1, 1, STYLE_NORMAL, buf_view(&b));
	pane_wrap(s, row, 1, s->rows - row, STYLE_NORMAL, str_of(h->summary));
	buf_fini(&b);
}

/* "refused, 03:04:12, for version; ledger: "takes 3.0.0, got 4.0.0"" */
static void draw_died(struct pen *p, const struct world *w, const struct handoff *h)
{
	bool by_hub = h->buried && h->state == STATE_DEAD;
	struct buf b = { 0 }, untaken = { 0 };
	char time[FORMAT_TEXT];

	if (!h->in_dead)
		return;
	buf_fmt(&b, "%s, %s", state_name(h->state), format_time(w, h->since, time));
	if (by_hub)
		buf_str(&b, ": the hub gave it up, as its contract asks");
	else if (h->reason != NULL) {
		buf_str(&b, ", for ");
		if (h->state == STATE_REFUSED) /* those are the protocol's */
			buf_str(&b, h->reason);
		else
			died_quote(&b, h->reason);
	}
	died_said(&b, w->mesh, h);
	if (h->detail == NULL) /* else its receiver may have said so */
		handoff_untaken(&untaken, w->mesh, h);
	if (untaken.len > 0)
		buf_fmt(&b, "; %s", untaken.data);
	field_buf(p, "DIED OF", &b, STYLE_NORMAL);
	buf_fini(&untaken);
	buf_fini(&b);
}

static void draw_summary(struct detail *d, const struct world *w, const struct handoff *h,
	struct surface *s, int max)
{
	struct pen p = { .s = s, .row = 1 - (int)d->top, .dense = max < 8 };
	struct buf b = { 0 };
	bool here = detail_load(d, w, h);

	if (p.row < 1)
		p.row = 1; /* a summary is short: it is not scrolled but wrapped */
	draw_decision(&p, w, h);
	draw_answer(&p, w, h);
	draw_claim(&p, w, h, false);
	draw_endorsed(&p, w, h);
	draw_died(&p, w, h);
	if (h->in_review || !h->in_dead || h->hold != HOLD_NONE)
		detail_why(&b, w, h);
	field_buf(&p, h->in_review ? "WHY HERE" : "CAME FOR", &b, STYLE_NORMAL);
	draw_violation(&p, d, w, h);
	draw_done_before(&p, h);
	field(&p, "WILL DO", str_of(h->summary), STYLE_NORMAL);
	detail_at_zero(&b, w, h);
	if (here)
		detail_not_shipped(&b, d, w, h);
	field_buf(&p, "AT 0:00", &b,
		row_grave(w, h) == GRAVE_CRITICAL ? STYLE_CRITICAL : STYLE_NORMAL);
	notes_brief(&b, w, mesh_noted_handoff(w->mesh, h));
	field_buf(&p, "NOTE", &b, STYLE_NEEDS_YOU);
	if (here)
		detail_evidence(&b, d, handoff_contract(w->mesh, h));
	field_buf(&p, "EVIDENCE", &b, STYLE_NORMAL);
	detail_chain(d, w, h);
	field(&p, "FROM", buf_view(&d->chain), STYLE_NORMAL);
	draw_contract(&p, d, w, h);
	record_say(w->record, w, h, &b);
	field_buf(&p, "LIKE THIS", &b, STYLE_NORMAL);
	draw_rest(&p, d, w, h);
	d->rows = (size_t)p.rows;
	buf_fini(&b);
}

/* --- the other tabs --------------------------------------------------------- */

typedef bool tab_text(struct detail *d, const struct world *w, const struct handoff *h,
	struct lines *l);

static void make(struct detail *d, const struct world *w, uint32_t place,
	const struct handoff *h, enum detail_tab tab)
{
	static tab_text *const texts[DETAIL_TABS] = {
		[TAB_PAYLOAD] = detail_text_payload,
		[TAB_EVIDENCE] = detail_text_evidence,
		[TAB_HISTORY] = detail_text_history,
		[TAB_DIFF] = detail_text_diff,
		[TAB_CONTRACT] = detail_text_contract,
	};

	if (d->made_whole && d->place == place && d->made_tab == tab &&
		d->made_attempt == h->attempt && d->made_changed == h->changed)
		return;
	lines_reset(&d->lines);
	d->waits = false;
	d->made_whole = texts[tab](d, w, h, &d->lines);
	if (d->place != place && !d->back)
		d->top = d->pick = 0;
	d->back = false;
	d->place = place;
	d->made_tab = tab;
	d->made_attempt = h->attempt;
	d->made_changed = h->changed;
}

static void draw_lines(struct detail *d, struct surface *s)
{
	int row = 1;

	detail_search_settle(d);
	for (size_t i = d->top; i < d->lines.n && row < s->rows; i++) {
		struct str text = lines_at(&d->lines, i);
		enum style style = (enum style)d->lines.line[i].style;
		int indent = 1;

		if (d->search[0] != '\0' && detail_line_has(d, i)) {
			surface_text(s, row, 0, 1, STYLE_MARK, STR(">"));
			style = STYLE_MARK;
		}
		if (d->pointing && i == d->pick)
			surface_text(s, row, 0, 1, STYLE_NORMAL, STR(">"));
		while (text.n > 0 && text.p[0] == ' ' && indent < s->cols / 2) {
			text = str_skip(text, 1);
			indent++;
		}
		if (d->cut) {
			surface_text(s, row++, indent, TO_EDGE, style, text);
		} else {
			int took = pane_wrap(s, row, indent, s->rows - row, style, text);

			row += took > 0 ? took : 1;
		}
	}
	d->rows = d->lines.n;
}

static const char *const tab_names[DETAIL_TABS] = { "summary", "payload", "evidence",
	"history", "contract", "diff" };

/*
 * The tab that is shown in brackets, as `[` and `]` walk them, and of those
 * beside it as many as there is room for.
 */
static void name_tabs(struct buf *b, enum detail_tab tab, int room)
{
	int first = tab, last = tab, left = room - (int)strlen(tab_names[tab]) - 2;

	/* 4: the dots for those that are left out, and a blank; 3: those at the other
	 * end */
	left -= first > 0 ? 3 : 0;
	while (last + 1 < DETAIL_TABS && left > (int)strlen(tab_names[last + 1]) + 4)
		left -= (int)strlen(tab_names[++last]) + 1;
	while (first > 0 && left > (int)strlen(tab_names[first - 1]) + 4)
		left -= (int)strlen(tab_names[--first]) + 1;
	if (first > 0)
		buf_str(b, ".. ");
	for (int i = first; i <= last; i++)
		buf_fmt(b, i == (int)tab ? "%s[%s]" : "%s%s", i > first ? " " : "",
			tab_names[i]);
	if (last + 1 < DETAIL_TABS)
		buf_str(b, " ..");
}

/* Handoff, artifact, edge: the last go where there is no room. */
static void name_handoff(const struct world *w, const struct handoff *h,
	const struct surface *s, char out[ROW_TEXT * 2])
{
	char artifact[ROW_TEXT], edge[ROW_TEXT];

	row_artifact(w->mesh, h, artifact);
	row_edge(w->mesh, h, edge);
	snprintf(out, ROW_TEXT * 2, "%.130s  %.140s  %.140s", h->id, artifact, edge);
	/* Rows say the edge, and the chain; nothing else says that there are tabs. */
	if (surface_measure(s, str_of(out)) + (s->cols < 60 ? 6 : 20) > s->cols)
		snprintf(out, ROW_TEXT * 2, "%.130s  %s", h->id, artifact);
	if (surface_measure(s, str_of(out)) + 6 > s->cols)
		snprintf(out, ROW_TEXT * 2, "%.130s", h->id);
}

static void draw_title(const struct detail *d, const struct world *w,
	const struct handoff *h, struct surface *s, bool focus)
{
	char title[ROW_TEXT * 2];
	struct buf tabs = { 0 };

	name_handoff(w, h, s, title);
	name_tabs(&tabs, d->tab, s->cols - surface_measure(s, str_of(title)) - 10);
	surface_rule(s, 0,
		&(struct rule){ .title = str_of(title),
			.right = buf_view(&tabs),
			.title_style = focus ? STYLE_KEY : STYLE_NORMAL });
	buf_fini(&tabs);
}

/* Whether it is still in the list that it was opened from. */
static bool is_in_list(const struct detail *d, const struct handoff *h)
{
	return d->dead ? h->in_dead : h->in_review;
}

/* What it is that one looks at, if it is not what was opened; "": it is. */
static void tell_change(const struct detail *d, const struct world *w,
	const struct handoff *h, const struct surface *s, char out[ROW_TEXT * 2])
{
	const char *left = d->logged ? "" : "left: ";
	char fate[ROW_TEXT];

	out[0] = '\0';
	if (!is_in_list(d, h))
		snprintf(out, ROW_TEXT * 2, "%.130s%s: %s", h->id,
			d->logged ? "" : " has left", row_fate_ago(w, h, fate));
	else if (d->opened != 0 && d->opened != h->attempt)
		snprintf(out, ROW_TEXT * 2,
			"%.130s is attempt %u now: you opened attempt %u", h->id,
			h->attempt, d->opened);
	/* What followed goes where it would be cut, then whose it is; not what it was. */
	if (surface_measure(s, str_of(out)) + 1 > s->cols)
		out[strcspn(out, ",")] = '\0';
	if (!is_in_list(d, h) && surface_measure(s, str_of(out)) + 1 > s->cols)
		snprintf(
			out, ROW_TEXT * 2, "%s%.*s", left, (int)strcspn(fate, ","), fate);
	if (!is_in_list(d, h) && surface_measure(s, str_of(out)) + 1 > s->cols)
		snprintf(out, ROW_TEXT * 2, "%s%s", left, row_fate(w->mesh, h, fate));
}

static void draw_two(
	struct detail *d, const struct world *w, uint32_t place, struct surface *s)
{
	const struct handoff *h = handoff_at(w->mesh, place);
	struct surface left =
		surface_sub(s, (struct rect){ 0, 0, s->rows, s->cols / 2 - 1 });
	struct surface right = surface_sub(
		s, (struct rect){ 0, s->cols / 2, s->rows, s->cols - s->cols / 2 });

	make(d, w, place, h, TAB_PAYLOAD);
	surface_fill(s, (struct rect){ 1, s->cols / 2 - 1, s->rows - 1, 1 }, STYLE_RULE,
		0x2502);
	d->top = 0;
	draw_lines(d, &right);
	draw_summary(d, w, h, &left, s->rows);
}

void detail_draw(struct detail *d, const struct world *w, uint32_t place,
	struct surface *s, bool focus)
{
	const struct handoff *h = handoff_at(w->mesh, place);
	struct surface body = *s;
	char change[ROW_TEXT * 2];

	draw_title(d, w, h, s, focus);
	tell_change(d, w, h, s, change);
	if (change[0] != '\0') {
		surface_text(s, 1, 1, TO_EDGE, STYLE_WARNING, str_of(change));
		body = surface_sub(s, (struct rect){ 1, 0, s->rows - 1, s->cols });
	}
	if (d->above[0] != '\0' && body.rows > 3) {
		body = surface_sub(
			&body, (struct rect){ 1, 0, body.rows - 1, body.cols });
		surface_text(&body, 0, 1, TO_EDGE, STYLE_KEY, str_of(d->above));
	}
	d->pointing = focus && d->tab == TAB_EVIDENCE;
	d->height = body.rows > 1 ? (size_t)body.rows - 1 : 0;
	if (d->tab == TAB_SUMMARY && s->cols >= 110 && s->rows >= 10) {
		draw_two(d, w, place, &body);
	} else if (d->tab == TAB_SUMMARY && s->cols < 60 && s->rows < 8) {
		draw_card(d, w, h, &body);
	} else if (d->tab == TAB_SUMMARY) {
		draw_summary(d, w, h, &body, body.rows);
	} else {
		make(d, w, place, h, d->tab);
		detail_say_waits(d, w, h);
		draw_lines(d, &body);
	}
}
