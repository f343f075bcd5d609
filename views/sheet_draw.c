/* SPDX-License-Identifier: MIT */
/*
 * How a sheet looks. It stands over the bottom of the body, its head (sheet_title.c)
 * first, the hint line (sheet_hint.c) below it; nothing is highlighted, and what the mesh
 * says stands only in rows of its own.
 */
#include <stdarg.h>
#include <stdio.h>

#include "base/text.h"
#include "views/called.h"
#include "views/claims.h"
#include "views/desk.h"
#include "views/pane.h"
#include "views/sheet.h"
#include "views/values.h"
#include "views/violations.h"

static const struct handoff *bound_to(
	const struct sheet *s, const struct world *w, size_t i)
{
	uint32_t place = mesh_find_handoff(w->mesh, str_of(s->bound[i].handoff));

	return place == NONE ? NULL : handoff_at(w->mesh, place);
}

static void add_warning(struct buf *b, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static void add_warning(struct buf *b, const char *fmt, ...)
{
	char text[200];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	buf_fmt(b, "%s%s", b->len > 0 ? "; " : "", text);
}

/* Of the first 100: what the artifacts lack that their contracts ask for. */
static void doubt_evidence(const struct sheet *s, const struct world *w, struct buf *b)
{
	size_t lacking = 0;

	for (size_t i = 0; i < s->n && i < 100; i++) {
		const struct handoff *h = bound_to(s, w, i);
		const struct value *v = h != NULL ? values_of(w, h) : NULL;

		lacking += v != NULL && v->missing > 0;
		if (s->n == 1 && v != NULL && v->missing > 0)
			add_warning(
				b, "%d of %d evidence missing", v->missing, v->evidence);
		else if (s->n == 1 && h != NULL && v == NULL && sheet_doubts(w, h))
			add_warning(b, "its evidence is not here to be looked at");
	}
	if (s->n > 1 && lacking > 0)
		add_warning(b, "evidence missing in %zu of %zu", lacking, s->n);
}

/* Whether one breaks its schema, and where; of several, how many do. */
static bool doubt_schema(const struct sheet *s, const struct world *w, struct buf *b)
{
	size_t n = 0;
	char count[FORMAT_TEXT];

	for (size_t i = 0; i < s->n; i++) {
		const struct handoff *h = bound_to(s, w, i);

		if (h == NULL || !(h->faults & FAULT_SCHEMA))
			continue;
		n++;
		if (s->n == 1)
			add_warning(b, "%sbreaks its contract: %s",
				s->edited ? "as offered it " : "",
				h->violations > 0 ? violations_text(h, count) : "schema");
		if (s->n == 1 && h->violation != NULL)
			buf_fmt(b, "%s%s", h->violations == 1 ? ", " : ", first ",
				h->violation);
	}
	if (s->n > 1 && n > 0)
		add_warning(b, "%zu of %zu break%s contract%s", n, s->n,
			n == 1 ? "s its" : " their", n == 1 ? "" : "s");
	return n > 0;
}

/* Faults and evidence: what a note is about, if one is needed to approve. */
static void doubt(const struct sheet *s, const struct world *w, struct buf *text)
{
	bool needed = s->action == ACTION_APPROVE && sheet_note_missing(s);
	struct buf why = { 0 };
	unsigned faults = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct handoff *h = bound_to(s, w, i);

		faults |= h == NULL ? 0 : h->faults;
	}
	if (doubt_schema(s, w, &why))
		faults &= ~(unsigned)FAULT_SCHEMA;
	for (unsigned bit = 1; bit < 1u << FAULT_BITS; bit <<= 1) {
		if (faults & bit)
			add_warning(&why, "%s", fault_name(bit));
	}
	doubt_evidence(s, w, &why);
	if (needed)
		add_warning(text, "a note is needed%s%s", why.len > 0 ? ": " : "",
			why.len > 0 ? why.data : "");
	else if (why.len > 0)
		add_warning(text, "%s", why.data);
	buf_fini(&why);
}

/* Who else is on what the sheet is about: no bar, but good to know. */
static void warn_of_others(const struct sheet *s, const struct world *w, struct buf *text)
{
	char line[ROW_TEXT];
	size_t others = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct handoff *h = bound_to(s, w, i);

		if (h == NULL || claims_other(w, h) == NULL)
			continue;
		others++;
		if (s->n == 1)
			add_warning(text, "%s", claims_text(w, h, line));
	}
	if (s->n > 1 && others > 0)
		add_warning(text, "others are on %zu of %zu", others, s->n);
}

/* A contract may ask for two: which of them this one is. */
static void tell_of_two(const struct sheet *s, const struct world *w, struct buf *text)
{
	size_t second = 0, first = 0, own = 0;

	for (size_t i = 0; i < s->n && s->action == ACTION_APPROVE; i++) {
		const struct handoff *h = bound_to(s, w, i);
		const struct contract *c =
			h != NULL ? handoff_contract(w->mesh, h) : NULL;
		const struct decision *d =
			h != NULL ? handoff_endorsed(w->mesh, h) : NULL;

		if (c == NULL || c->approvals < 2)
			continue;
		first += d == NULL;
		second += d != NULL;
		own += d != NULL && strcmp(d->operator_name, w->operator_name) == 0;
	}
	if (own > 0)
		add_warning(text,
			"you have approved %s already: it asks for a second operator",
			s->n == 1 ? "it" : "some of these");
	else if (second > 0)
		add_warning(text,
			s->n == 1 ? "the second approval of two"
				  : "%zu get the second approval of two",
			second);
	if (first > 0)
		add_warning(text,
			s->n == 1 ? "the first approval of two: it still waits then"
				  : "%zu get the first approval of two, and wait on",
			first);
}

/* To escalate where no hook runs is to tell nobody but those who look at a console. */
static void warn_of_nobody(const struct sheet *s, const struct world *w, struct buf *text)
{
	char why[ROW_TEXT] = "", other[ROW_TEXT] = "";
	size_t silent = 0;

	for (size_t i = 0; i < s->n && s->action == ACTION_ESCALATE; i++) {
		const struct handoff *h = bound_to(s, w, i);

		silent += h != NULL &&
			called_why_not(w, h, silent == 0 ? why : other) != NULL;
	}
	if (silent > 0 && silent < s->n)
		add_warning(text, "NOBODY IS CALLED for %zu of %zu: %.120s", silent, s->n,
			why);
	else if (silent > 0)
		add_warning(text, "NOBODY IS CALLED: %.150s", why);
}

/* What to know before: it may be too late, some are not seen, faults, evidence. */
static void warn(const struct sheet *s, const struct world *w, struct buf *text)
{
	double near = (double)DESK_NEAR * (w->clock_rate > 1 ? w->clock_rate : 1);
	bool late = false, at_once = false;

	for (size_t i = 0; i < s->n; i++) {
		const struct handoff *h = bound_to(s, w, i);
		int64_t due = h == NULL ? 0 : handoff_due(h);

		late |= due != 0 && due - w->now < 2 * SECOND;
		at_once |= due != 0 && (double)(due - w->now) < near;
	}
	if (late)
		add_warning(text, "may be too late, no undo");
	else if (at_once) /* desk.c has no delay for these */
		add_warning(text, "sent at once: no undo");
	if (s->hidden > 0)
		add_warning(text, "%zu of %zu hidden by the filter", s->hidden, s->n);
	warn_of_nobody(s, w, text);
	tell_of_two(s, w, text);
	if (s->rehearsal[0] != '\0')
		add_warning(text, "%s", s->rehearsal);
	if (s->again > 0 && s->n == 1)
		add_warning(text,
			"put back %u times, and died of the same cause each time: a note "
			"is needed",
			s->most_again);
	else if (s->again > 0)
		add_warning(text,
			"%zu of %zu were put back up to %u times, and died of the same "
			"cause each time: a note is needed",
			s->again, s->n, s->most_again);
	warn_of_others(s, w, text);
	doubt(s, w, text);
}

/* --- to whom ---------------------------------------------------------------- */

#define EDIT_ROWS 8 /* lines of what was edited */
#define LABEL 7     /* columns of "to" and "note" */

static int rows_of(size_t length, int cols)
{
	return length > (size_t)cols ? (int)((length - 1) / (size_t)cols) + 1 : 1;
}

struct targets {
	int rows;
	size_t shown;
};

/*
 * Lays the names out, each with its digit, over at most that many rows. A name
 * stands whole or not at all: two that are cut might look the same. `out` may
 * be NULL.
 */
static struct targets lay_targets(
	const struct sheet *s, int cols, int rows, struct surface *out, int first)
{
	struct targets t = { .rows = 1 };
	int col = LABEL, line = 0;

	for (; t.shown < s->n_targets; t.shown++) {
		const char *name = s->targets[t.shown];
		int width = 2 + (int)strlen(name), need;

		if (col > LABEL && col + width > cols) {
			line++;
			col = LABEL;
		}
		need = rows_of(strlen(name), cols - LABEL - 2);
		if (line + need > rows)
			break;
		if (out != NULL) {
			surface_fmt(
				out, first + line, col, 1, STYLE_KEY, "%zu", t.shown + 1);
			pane_wrap(out, first + line, col + 2, need, STYLE_NORMAL,
				str_of(name));
		}
		line += need - 1;
		t.rows = line + 1;
		col = need > 1 ? cols : col + width + 2;
	}
	return t;
}

static int rows_for_target(const struct sheet *s, int cols, int most)
{
	int rows = 1;

	if (s->action != ACTION_ESCALATE)
		return 0;
	if (s->phase == SHEET_TARGET)
		rows = lay_targets(s, cols, most, NULL, 0).rows;
	else if (s->phase != SHEET_TARGET_TEXT)
		rows = rows_of(strlen(s->target), cols - LABEL);
	return rows < most ? rows : most > 1 ? most : 1;
}

/* --- its rows --------------------------------------------------------------- */

/* What it says beside its items. */
struct sayings {
	struct buf warning, clock;
	bool ships; /* while the clock runs on */
};

static struct sayings find_sayings(const struct sheet *s, const struct world *w)
{
	struct sayings t = { 0 };

	warn(s, w, &t.warning);
	t.ships = sheet_clock(s, w, &t.clock);
	return t;
}

static void sayings_fini(struct sayings *t)
{
	buf_fini(&t->warning);
	buf_fini(&t->clock);
}

/* Rows beside those of items: title, summary or count, note; and these. */
struct frame_of {
	int warning, clock, target, edit, how, all;
};

static int at_most(int rows, int room)
{
	return rows < room ? rows : room > 1 ? room : 1;
}

/* "50s", "83m", "17h": how long all of it takes at the rate. */
static void say_time(const struct sheet *s, char out[FORMAT_TEXT])
{
	size_t seconds = s->n * 60 / sheet_rate(s);

	snprintf(out, FORMAT_TEXT, "%zu%c",
		seconds < 120            ? seconds
			: seconds < 7200 ? seconds / 60
					 : seconds / 3600,
		seconds < 120            ? 's'
			: seconds < 7200 ? 'm'
					 : 'h');
}

static void say_how(const struct sheet *s, char out[ROW_TEXT])
{
	char time[FORMAT_TEXT];

	say_time(s, time);
	if (s->op[0] != '\0' && s->action != ACTION_REQUEUE)
		snprintf(out, ROW_TEXT, "goes on as before");
	else if (s->op[0] != '\0')
		snprintf(out, ROW_TEXT, "goes on: one, ten, then the rest as before");
	else if (s->too_many && s->action == ACTION_REQUEUE)
		snprintf(out, ROW_TEXT,
			"canary: one, ten, then %u a minute, %s in all; stops above "
			"%u%% bad; :ops   r rate  s share",
			sheet_rate(s), time, sheet_share(s));
	else if (s->too_many)
		snprintf(out, ROW_TEXT,
			"%s%u a minute, %s in all; :ops stops it%s   r rate",
			s->action == ACTION_DISCARD ? "a copy of all first, then " : "",
			sheet_rate(s), time,
			s->action == ACTION_DISCARD ? ", :restore brings back" : "");
	else if (s->action == ACTION_DISCARD)
		snprintf(out, ROW_TEXT,
			"a copy is written first; :restore brings it back");
	else if (s->by_canary)
		snprintf(out, ROW_TEXT,
			"canary: one, ten, then %u a minute; stops above %u%% bad   "
			"c all at once  r rate  s share",
			sheet_rate(s), sheet_share(s));
	else
		snprintf(
			out, ROW_TEXT, "all at once   c canary: one, ten, then the rest");
}

static int how_rows(const struct sheet *s, int cols)
{
	char how[ROW_TEXT];

	say_how(s, how);
	return rows_of(strlen(how), cols - LABEL);
}

static struct frame_of frame_of(
	const struct sheet *s, const struct sayings *t, int cols, int max)
{
	struct frame_of f = { 0 };
	int room = max - 4; /* beside those three and one item */
	bool long_one = (int)text_width(buf_view(&t->warning)) > cols - 4;
	int clock = t->clock.len > 0
		? rows_of(text_width(buf_view(&t->clock)), cols - LABEL)
		: 0;

	if (t->warning.len > 0)
		f.warning = long_one && room > 1 + (s->action == ACTION_ESCALATE) ? 2 : 1;
	/* to whom comes first: a name that is not there cannot be chosen; the
	   warning stands there again when one was */
	f.target = rows_for_target(s, cols, room - (clock > 0));
	if (s->phase == SHEET_TARGET && f.warning > room - (clock > 0) - f.target)
		f.warning = room - (clock > 0) - f.target > 0
			? room - (clock > 0) - f.target
			: 0;
	if (clock > 0)
		f.clock = at_most(clock, room - f.warning - f.target);
	if (s->edited) /* what is different, and its digest */
		f.edit = at_most(
			1 + (s->changes.n < EDIT_ROWS ? (int)s->changes.n : EDIT_ROWS),
			room - f.warning - f.clock - f.target);
	if ((sheet_offers(s) || s->op[0] != '\0' || s->action == ACTION_DISCARD) &&
		room - f.warning - f.clock - f.target > 0)
		f.how = at_most(how_rows(s, cols), room - f.warning - f.clock - f.target);
	f.all = 3 + f.edit + f.warning + f.clock + f.target + f.how;
	return f;
}

int sheet_rows(const struct sheet *s, const struct world *w, int cols, int max)
{
	struct sayings t = find_sayings(s, w);
	int frame = frame_of(s, &t, cols, max).all;
	int want = frame + (s->n < 8 ? (int)s->n : 8);

	sayings_fini(&t);
	if (cols < 36 || max < frame + 1)
		return 0;
	return want < max ? want : max;
}

/* --- drawing ---------------------------------------------------------------- */

static void draw_item(const struct sheet *s, const struct world *w, struct surface *out,
	int row, size_t i)
{
	uint32_t place = mesh_find_handoff(w->mesh, str_of(s->bound[i].handoff));
	const struct handoff *h;
	char due[ROW_TEXT], artifact[ROW_TEXT], edge[ROW_TEXT], right[ROW_TEXT + 8];
	int end = out->cols - 1, col;

	if (place == NONE)
		return;
	h = handoff_at(w->mesh, place);
	row_due(w, h, due);
	if (h->in_review) {
		snprintf(right, sizeof(right), "due %s", due);
		end -= 2 +
			surface_text_right(
				out, row, end, 12, STYLE_NEEDS_YOU, str_of(right));
	}
	pane_grave(out, row, 1, (int)row_grave(w, h));
	col = 4 + surface_text(out, row, 4, 20, STYLE_NORMAL, str_of(h->id)) + 2;
	col += surface_text(out, row, col, end - col, STYLE_NORMAL,
		str_of(row_edge(w->mesh, h, edge)));
	if (col + 10 < end)
		col += 2 +
			surface_text(out, row, col + 2, end - col - 2, STYLE_NORMAL,
				str_of(row_artifact(w->mesh, h, artifact)));
	if (s->n > 1 && col + 10 < end && h->summary != NULL)
		surface_text(out, row, col + 2, end - col - 2, STYLE_NORMAL,
			str_of(h->summary));
	if (s->n == 1 && h->summary != NULL)
		surface_text(out, row + 1, 4, TO_EDGE, STYLE_NORMAL, str_of(h->summary));
}

/* The sum of what is at stake, where all of it is known and of one unit. */
static bool total(const struct sheet *s, const struct world *w, char out[ROW_TEXT])
{
	const char *unit = NULL;
	double sum = 0;

	for (size_t i = 0; i < s->n && s->n <= VALUES / 2; i++) {
		uint32_t place = mesh_find_handoff(w->mesh, str_of(s->bound[i].handoff));
		const struct handoff *h =
			place == NONE ? NULL : handoff_at(w->mesh, place);
		const struct value *v = h == NULL ? NULL : values_of(w, h);
		const char *its =
			v == NULL ? NULL : handoff_contract(w->mesh, h)->value_unit;

		if (v == NULL || !v->known || its == NULL ||
			(unit != NULL && strcmp(unit, its) != 0))
			return false;
		unit = its;
		sum += v->number;
	}
	if (unit != NULL)
		snprintf(out, ROW_TEXT, "total %.20s %.12g   ", unit, sum);
	return unit != NULL;
}

static void draw_count(const struct sheet *s, const struct world *w, struct surface *out,
	int row, size_t shown)
{
	char sum[ROW_TEXT];
	int col = 4;

	if (total(s, w, sum))
		col += surface_text(out, row, col, TO_EDGE, STYLE_NORMAL, str_of(sum));
	if (shown < s->n)
		col += surface_fmt(out, row, col, TO_EDGE, STYLE_WARNING,
			       "%zu of %zu not on this screen", s->n - shown, s->n) +
			3;
	else
		col += surface_fmt(out, row, col, TO_EDGE, STYLE_NORMAL,
			       "all %zu on this screen", s->n) +
			3;
	surface_text(out, row, col, TO_EDGE, STYLE_NORMAL,
		s->mixed                       ? STR("several kinds or edges")
			: out->cols - col < 32 ? STR("one kind, one edge")
					       : STR("one kind of artifact, one edge"));
}

static void draw_target(struct sheet *s, struct surface *out, int row, int rows)
{
	if (s->phase == SHEET_TARGET_TEXT) {
		prompt_draw(&s->to, out, row, STYLE_NORMAL);
		return;
	}
	surface_text(out, row, 1, 5, STYLE_TITLE, STR("to"));
	if (s->phase == SHEET_TARGET)
		s->n_shown = lay_targets(s, out->cols, rows, out, row).shown;
	else
		pane_wrap(out, row, LABEL, rows, STYLE_NORMAL, str_of(s->target));
}

static void draw_note(struct sheet *s, struct surface *out, int row)
{
	struct str note = prompt_text(&s->note);

	if (s->phase == SHEET_NOTE) {
		prompt_draw(&s->note, out, row, STYLE_NORMAL);
		if (note.n == 0 && s->note_needed)
			surface_text(out, row, 8, TO_EDGE, STYLE_MUTED,
				STR("needed: type why, then Tab, then the key"));
		return;
	}
	surface_text(out, row, 1, 5, STYLE_TITLE, STR("note"));
	if (note.n > 0)
		surface_text(out, row, LABEL, TO_EDGE, STYLE_NORMAL, note);
	else
		surface_text(out, row, LABEL, TO_EDGE, STYLE_MUTED,
			s->note_needed ? STR("needed (Tab to write it)")
				       : STR("(Tab to write one)"));
}

/* As many as there is room for, then what all of it will be known by. */
static void draw_changes(const struct sheet *s, struct surface *out, int row, int rows)
{
	char digest[DIGEST_TEXT];
	size_t shown = rows > 1 ? (size_t)rows - 1 : 0;

	for (size_t i = 0; i < shown; i++)
		surface_text(out, row + (int)i, 4, TO_EDGE,
			(enum style)s->changes.line[i].style, lines_at(&s->changes, i));
	digest_text(&s->digest, digest);
	row += (int)shown;
	surface_text(out, row, 1, 5, STYLE_TITLE, STR("new"));
	if (shown < s->changes.n)
		surface_fmt(out, row, LABEL, TO_EDGE, STYLE_WARNING,
			"%.15s...  not shown: %zu lines", digest, s->changes.n - shown);
	else
		surface_fmt(out, row, LABEL, TO_EDGE, STYLE_NORMAL,
			"%.23s...  the original is kept", digest);
}

void sheet_draw(struct sheet *s, const struct world *w, struct surface *out)
{
	struct sayings t = find_sayings(s, w);
	struct frame_of f = frame_of(s, &t, out->cols, out->rows);
	size_t items, shown;
	int row = 1;

	items = (size_t)(out->rows - f.all);
	shown = s->n < items ? s->n : items;
	surface_clear(out);
	sheet_draw_title(s, out);
	for (size_t i = 0; i < shown; i++)
		draw_item(s, w, out, row++, i);
	if (s->n > 1)
		draw_count(s, w, out, row, shown);
	row++;
	if (f.edit > 0)
		draw_changes(s, out, row, f.edit);
	row += f.edit;
	if (f.warning > 0) {
		pane_grave(out, row, 1, GRAVE_WARNING);
		pane_wrap(out, row, 4, f.warning, STYLE_WARNING, buf_view(&t.warning));
		row += f.warning;
	}
	if (f.clock > 0) {
		surface_text(out, row, 1, 5, STYLE_TITLE, STR("then"));
		pane_wrap(out, row, LABEL, f.clock,
			t.ships ? STYLE_CRITICAL : STYLE_NORMAL, buf_view(&t.clock));
		row += f.clock;
	}
	if (f.target > 0)
		draw_target(s, out, row, f.target);
	row += f.target;
	if (f.how > 0) {
		char how[ROW_TEXT];

		say_how(s, how);
		surface_text(out, row, 1, 5, STYLE_TITLE, STR("how"));
		pane_wrap(out, row, LABEL, f.how, STYLE_NORMAL, str_of(how));
		row += f.how;
	}
	draw_note(s, out, row);
	sayings_fini(&t);
}
