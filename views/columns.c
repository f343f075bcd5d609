/* SPDX-License-Identifier: MIT */
#include "views/columns.h"

#include <stdio.h>

#include "views/desk.h"
#include "views/link.h"
#include "views/pane.h"
#include "views/values.h"

#define NAMES 10     /* column of the first name */
#define CONF_MOST 13 /* "10 violations", where there is room */
#define ZERO 15      /* of what happens if nobody acts, at least; with an amount */
#define ZERO_MOST 24
#define WHO 8          /* of who is on it, where that is a column */
#define TAGGED_MOST 32 /* where the last column has what is left, and can give */

void columns_begin(struct columns *c, int total)
{
	*c = (struct columns){ .total = total,
		.gap = total >= 80 ? 2 : 1,
		.handoff = total >= 60 ? 7 : 0,
		.artifact = total >= 80 ? 8 : 0,
		.edge = 7,
		.conf = total >= 60 ? 8 : 4,
		.zero = total >= 60 ? ZERO : 9 };
	if (total >= 100) {
		c->age = 4;
		c->will = 16;
	}
	if (total >= 150)
		c->who = WHO;
}

static void widen(int *width, const char *text, int most)
{
	size_t n = strlen(text);
	int want = n < (size_t)most ? (int)n : most;

	if (*width > 0 && want > *width)
		*width = want;
}

#define WAYS 5

/* Ways to say one thing, the longest first; "" is none. */
struct ways {
	char text[WAYS][ROW_TEXT];
	enum style style;
};

static void ways_gone(struct ways *y, const struct world *w, const struct handoff *h)
{
	row_fate(w->mesh, h, y->text[0]);
	snprintf(y->text[1], ROW_TEXT, "%.*s", (int)strcspn(y->text[0], ","), y->text[0]);
	snprintf(y->text[2], ROW_TEXT, "%.*s",
		(int)(strstr(y->text[1], " by ") != NULL
				? strstr(y->text[1], " by ") - y->text[1]
				: ROW_TEXT - 1),
		y->text[1]);
	y->style = STYLE_MUTED;
}

static void ways_decided(
	struct ways *y, const struct world *w, const struct desk_entry *e)
{
	char text[ROW_TEXT];

	snprintf(y->text[0], ROW_TEXT, "%s %.150s", desk_verb_large(e->action),
		desk_state(e, w, text));
	desk_state_brief(e, w, y->text[2]);
	snprintf(y->text[1], ROW_TEXT, "%s %.150s", desk_verb_large(e->action),
		y->text[2]);
	y->style = desk_style(e);
}

/* An amount is there as a whole or not at all, and only beside what is to come. */
static void ways_waiting(struct ways *y, const struct world *w, const struct handoff *h)
{
	const struct value *value = values_of(w, h);
	int64_t due = handoff_due(h);
	bool told =
		value != NULL && value->text[0] != '\0' && (due == 0 || due >= w->now);

	row_at_zero(w, h, y->text[1]);
	row_at_zero_brief(w, h, y->text[2]);
	snprintf(y->text[0], ROW_TEXT, "%.150s%s%s", y->text[1], told ? " " : "",
		told ? value->text : "");
	y->style = STYLE_NORMAL;
}

/* Somebody has it already, or holds its clock: "esc lead", "held"; "" is neither. */
static void tag_of(const struct world *w, const struct handoff *h, char full[ROW_TEXT],
	char brief[8])
{
	const char *to = row_escalated_to(w->mesh, h);
	bool held = row_is_held(w, h);

	full[0] = brief[0] = '\0';
	if (h->state == STATE_ESCALATED && handoff_due(h) != 0) {
		snprintf(brief, 8, "esc");
		snprintf(full, ROW_TEXT, "esc%s%.60s%s", to[0] != '\0' ? " " : "", to,
			held ? ", held" : "");
	} else if (held) {
		snprintf(brief, 8, "held");
		snprintf(full, ROW_TEXT, "held");
	}
}

/* What happens at 0:00, and behind it whose it is. */
static void ways_tagged(struct ways *y, const struct world *w, const struct handoff *h)
{
	char tag[ROW_TEXT], brief[8];
	struct ways plain = { 0 };

	ways_waiting(&plain, w, h);
	tag_of(w, h, tag, brief);
	if (tag[0] == '\0') {
		*y = plain;
		return;
	}
	*y = (struct ways){ .style = plain.style };
	snprintf(y->text[0], ROW_TEXT, "%.100s, %.100s", plain.text[0], tag);
	snprintf(y->text[1], ROW_TEXT, "%.100s, %.100s", plain.text[1], tag);
	snprintf(y->text[2], ROW_TEXT, "%.100s, %s", plain.text[2], brief);
	snprintf(y->text[3], ROW_TEXT, "%.100s %s", plain.text[2], brief);
	snprintf(y->text[4], ROW_TEXT, "%s", plain.text[2]);
}

/* What is under way leaves the clock running: it stands beside what happens at 0:00. */
static void ways_shipping(struct ways *y, const struct world *w, const struct handoff *h,
	const struct desk_entry *e)
{
	char state[ROW_TEXT], zero[ROW_TEXT];

	row_at_zero_brief(w, h, zero);
	desk_state_brief(e, w, state);
	*y = (struct ways){ .style = desk_style(e) };
	snprintf(y->text[0], ROW_TEXT, "%.20s, %s %.100s", zero,
		desk_verb_large(e->action), state);
	snprintf(y->text[1], ROW_TEXT, "%.20s, %s", zero, desk_verb_large(e->action));
	snprintf(y->text[2], ROW_TEXT, "%s", zero);
}

/* While it is under way, and a little longer; what leaves the row here has a tag then. */
static bool is_told(const struct desk_entry *e, const struct world *w)
{
	if (e == NULL || e->stage == DESK_TAKEN_BACK)
		return false;
	if (desk_stays(e))
		return false;
	return e->stage < DESK_DONE || w->tick - e->moved < 10 * SECOND;
}

/* What happens at 0:00, or what a decision under way does to it. */
static void at_zero(
	struct ways *y, const struct world *w, const struct handoff *h, bool gone)
{
	const struct desk_entry *e =
		w->desk != NULL ? desk_find(w->desk, h->id, h->attempt) : NULL;

	*y = (struct ways){ 0 };
	if (gone)
		ways_gone(y, w, h);
	else if (!is_told(e, w))
		ways_tagged(y, w, h);
	else if (!desk_ends(e->action) && handoff_due(h) != 0 &&
		h->on_deadline == FALLBACK_PROCEED)
		ways_shipping(y, w, h, e);
	else
		ways_decided(y, w, e);
}

/* As much of it as fits without a part of a word or of a number. */
static struct str whole_words(const struct surface *s, struct str text, int width)
{
	size_t n = 0;

	for (size_t i = 1; i < text.n; i++) {
		if (text.p[i] != ' ')
			continue;
		if (surface_measure(s, (struct str){ text.p, i }) > width)
			break;
		n = i;
	}
	return (struct str){ text.p, n > 0 ? n : text.n };
}

static struct str fitting(const struct ways *y, const struct surface *s, int width)
{
	size_t last = 0;

	for (size_t i = 0; i < WAYS && y->text[i][0] != '\0'; i++) {
		if (surface_measure(s, str_of(y->text[i])) <= width)
			return str_of(y->text[i]);
		last = i;
	}
	return whole_words(s, str_of(y->text[last]), width);
}

/* Behind the longest way there is room for, if all of it fits; the sign stays anyway. */
static void add_behind(struct ways *y, const struct surface *s, const char *sign,
	const char *by, int width)
{
	char text[ROW_TEXT];

	snprintf(text, sizeof(text), "%.*s %s%.60s", STR_ARG(fitting(y, s, width)), sign,
		by);
	if (surface_measure(s, str_of(text)) <= width)
		memcpy(y->text[0], text, sizeof(text));
}

/*
 * What ships needs room for its amount, others for their words. Nothing that
 * comes and goes is measured: the columns would jump with each decision.
 */
static void measure_zero(
	struct columns *c, const struct world *w, const struct handoff *h)
{
	int64_t due = handoff_due(h);
	bool ships = due != 0 && h->on_deadline == FALLBACK_PROCEED;
	struct ways y = { 0 };

	if (c->total < 60 || !h->in_review)
		return;
	ways_waiting(&y, w, h);
	if (due != 0 && due < w->now) {
		/* "unknown" is not what gives way; beside WILL DO it has the gap too */
		if (link_old(w))
			widen(&c->zero, y.text[1] + (c->will > 0 ? c->gap - 1 : 0),
				ZERO_MOST);
		return;
	}
	widen(&c->zero, y.text[ships ? 0 : 1], ZERO_MOST);
	if (c->will > 0 && (h->state == STATE_ESCALATED || row_is_held(w, h))) {
		ways_tagged(&y, w, h);
		widen(&c->zero, y.text[0], TAGGED_MOST);
	}
}

void columns_measure(struct columns *c, const struct world *w, uint32_t place)
{
	const struct handoff *h = handoff_at(w->mesh, place);
	char text[ROW_TEXT];

	measure_zero(c, w, h);
	widen(&c->handoff, h->id, 20);
	widen(&c->artifact, row_artifact(w->mesh, h, text), 30);
	widen(&c->edge, row_edge(w->mesh, h, text), 34);
	if (c->total >= 100)
		widen(&c->conf, row_confidence(h, text), CONF_MOST);
}

/* What all columns take, with their gaps. */
static int taken(const struct columns *c)
{
	const int widths[] = { c->handoff, c->artifact, c->edge, c->conf, c->age, c->who,
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
	for (; room < 0 && c->zero > ZERO; room++)
		c->zero--;
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

/* That what it has come to is not known may reach into the gap: a word that counts. */
static int zero_room(
	const struct columns *c, const struct world *w, const struct handoff *h, int col)
{
	bool unknown = handoff_due(h) != 0 && handoff_due(h) < w->now && link_old(w);

	return zero_width(c, col) + (unknown && c->will > 0 ? c->gap - 1 : 0);
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
	col = put(c, s, row, col, c->who, STYLE_TITLE, "ON IT");
	put(c, s, row, col, c->will, STYLE_TITLE, "WILL DO");
}

static const char *confidence(
	const struct columns *c, const struct handoff *h, char out[ROW_TEXT])
{
	bool alone = h->faults == FAULT_SCHEMA && h->violations > 0;

	row_confidence(h, out);
	if (c->conf < 8 && h->faults != 0)
		snprintf(out, ROW_TEXT, "%uflt", alone ? h->violations : row_faults(h));
	else if (alone && strlen(out) > (size_t)c->conf)
		snprintf(out, ROW_TEXT, "%u viol.", h->violations);
	else if (c->conf < 8)
		out[strcspn(out, " ")] = '\0';
	return out;
}

/* What an agent wrote may be too long; an amount in it is still not cut in two. */
static void draw_summary(
	const struct columns *c, struct surface *s, int row, int col, const char *summary)
{
	struct str text = str_of(summary != NULL ? summary : ""), words = text;

	if (c->will == 0)
		return;
	if (surface_measure(s, text) > c->will)
		words = whole_words(s, text, c->will - 2);
	col += surface_text(s, row, col, c->will, STYLE_NORMAL, words);
	if (words.n < text.n)
		surface_text(s, row, col, 2, STYLE_NORMAL, STR(" ~"));
}

void columns_draw(const struct columns *c, const struct world *w, struct surface *s,
	int row, uint32_t place, bool gone)
{
	static const enum style styles[] = { STYLE_NORMAL, STYLE_WARNING,
		STYLE_CRITICAL };
	const struct handoff *h = handoff_at(w->mesh, place);
	enum grave grave = gone ? GRAVE_NONE : row_grave(w, h);
	const char *by = gone ? NULL : handoff_claimant(h, w->now);
	const struct decision *first = gone ? NULL : handoff_endorsed(w->mesh, h);
	char text[ROW_TEXT];
	struct ways y;
	int col = NAMES;

	if (first != NULL)
		surface_text(s, row, 1, 1, STYLE_NEEDS_YOU, STR("&"));
	if (by != NULL)
		surface_text(s, row, 1, 1, STYLE_KEY, STR("@"));
	if (!gone && w->desk != NULL && desk_changed(w->desk, h->id))
		surface_text(s, row, 1, 1, STYLE_WARNING, STR("~"));
	pane_grave(s, row, 2, (int)grave);
	col = put(c, s, row, col, c->handoff, STYLE_NORMAL, h->id);
	col = put(c, s, row, col, c->artifact, STYLE_NORMAL,
		row_artifact(w->mesh, h, text));
	col = put(c, s, row, col, c->edge, STYLE_NORMAL, row_edge(w->mesh, h, text));
	col = put(c, s, row, col, c->conf, STYLE_NORMAL, confidence(c, h, text));
	at_zero(&y, w, h, gone);
	if (by != NULL && c->who == 0)
		add_behind(&y, s, "@", by, zero_width(c, col));
	if (first != NULL)
		add_behind(&y, s, "1 of 2 ", first->operator_name, zero_width(c, col));
	surface_text(s, row, col, zero_room(c, w, h, col), y.style,
		fitting(&y, s, zero_room(c, w, h, col)));
	col += zero_width(c, col) + c->gap;
	col = put(c, s, row, col, c->age, STYLE_NORMAL,
		format_span(w->now - h->offered, text));
	col = put(c, s, row, col, c->who, STYLE_NORMAL, by != NULL ? by : "");
	draw_summary(c, s, row, col, h->summary);
	surface_text_right(
		s, row, 9, 5, styles[grave], str_of(gone ? "-" : row_due(w, h, text)));
}

/* --- several that are alike ------------------------------------------------- */

static void name_alike(const struct columns_alike *a, char out[FORMAT_TEXT])
{
	char n[FORMAT_TEXT];

	snprintf(out, FORMAT_TEXT, "x%.20s %s", format_count(a->n, n),
		a->open ? "-" : "+");
}

void columns_measure_alike(
	struct columns *c, const struct world *w, const struct columns_alike *a)
{
	const struct handoff *h = handoff_at(w->mesh, a->first);
	char text[ROW_TEXT], zero[ROW_TEXT + 30], name[FORMAT_TEXT];

	name_alike(a, name);
	snprintf(zero, sizeof(zero), "%s %.28s", row_at_zero(w, h, text), a->total);
	widen(&c->zero, zero, ZERO_MOST);
	widen(&c->handoff, name, 20);
	widen(&c->artifact, row_artifact(w->mesh, h, text), 30);
	widen(&c->edge, row_edge(w->mesh, h, text), 34);
	if (c->total >= 100)
		widen(&c->conf, a->conf, CONF_MOST);
}

/* What happens at 0:00 to the first of them, and what is at stake in all. */
static void ways_alike(
	struct ways *y, const struct world *w, const struct columns_alike *a)
{
	const struct handoff *h = handoff_at(w->mesh, a->first);
	const struct desk_entry *e =
		w->desk != NULL ? desk_find(w->desk, h->id, h->attempt) : NULL;
	char zero[ROW_TEXT];

	*y = (struct ways){ .style = STYLE_NORMAL };
	if (a->gone) {
		ways_gone(y, w, h);
	} else if (is_told(e, w)) {
		ways_decided(y, w, e);
	} else {
		row_at_zero(w, h, zero);
		snprintf(y->text[0], ROW_TEXT, "%.150s%s%.30s", zero,
			a->total[0] != '\0' ? " " : "", a->total);
		snprintf(y->text[1], ROW_TEXT, "%.150s", zero);
		row_at_zero_brief(w, h, y->text[2]);
	}
}

void columns_draw_alike(const struct columns *c, const struct world *w, struct surface *s,
	int row, const struct columns_alike *a)
{
	static const enum style styles[] = { STYLE_NORMAL, STYLE_WARNING,
		STYLE_CRITICAL };
	const struct handoff *h = handoff_at(w->mesh, a->first);
	enum grave grave = a->gone ? GRAVE_NONE : row_grave(w, h);
	char text[ROW_TEXT], conf[ROW_TEXT], name[FORMAT_TEXT];
	char edge[ROW_TEXT + FORMAT_TEXT];
	struct ways y;
	int col = NAMES;

	name_alike(a, name);
	pane_grave(s, row, 2, (int)grave);
	col = put(c, s, row, col, c->handoff, STYLE_KEY, name);
	col = put(c, s, row, col, c->artifact, STYLE_NORMAL,
		row_artifact(w->mesh, h, text));
	name[strcspn(name, " ")] = '\0';
	snprintf(edge, sizeof(edge), "%s%s%s", c->handoff > 0 ? "" : name,
		c->handoff > 0 ? "" : " ", row_edge(w->mesh, h, text));
	col = put(c, s, row, col, c->edge, STYLE_NORMAL, edge);
	snprintf(conf, sizeof(conf), "%s", a->conf);
	if (c->conf < 7)
		conf[strcspn(conf, "-")] = '\0';
	col = put(c, s, row, col, c->conf, STYLE_NORMAL, conf);
	ways_alike(&y, w, a);
	surface_text(s, row, col, zero_room(c, w, h, col), y.style,
		fitting(&y, s, zero_room(c, w, h, col)));
	col += zero_width(c, col) + c->gap;
	col = put(c, s, row, col, c->age, STYLE_NORMAL,
		format_span(w->now - h->offered, text));
	col = put(c, s, row, col, c->who, STYLE_NORMAL, "");
	put(c, s, row, col, c->will, STYLE_MUTED,
		a->open ? "those below, alike" : "alike: l shows each");
	surface_text_right(
		s, row, 9, 5, styles[grave], str_of(a->gone ? "-" : row_due(w, h, text)));
}
