/* SPDX-License-Identifier: MIT */
/*
 * How a sheet looks. It stands over the bottom of the body, its last line is
 * the hint line; nothing is highlighted, and what the mesh says stands only in
 * rows of its own.
 */
#include <stdarg.h>
#include <stdio.h>

#include "views/pane.h"
#include "views/sheet.h"
#include "views/values.h"

/* Rows beside those of items: title, summary or count, warning, target, note. */
static int frame_rows(const struct sheet *s, bool warning)
{
	return 3 + warning + (s->action == ACTION_ESCALATE ? 1 : 0);
}

static const struct handoff *bound_to(
	const struct sheet *s, const struct world *w, size_t i)
{
	uint32_t place = mesh_find_handoff(w->mesh, str_of(s->bound[i].handoff));

	return place == NONE ? NULL : &w->mesh->handoff[place];
}

static void add_warning(struct buf *b, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static void add_warning(struct buf *b, const char *fmt, ...)
{
	char text[120];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	buf_fmt(b, "%s%s", b->len > 0 ? "; " : "", text);
}

/* Of the first 100: what the artifacts lack that their contracts ask for. */
static void warn_of_evidence(const struct sheet *s, const struct world *w, struct buf *b)
{
	size_t lacking = 0;

	for (size_t i = 0; i < s->n && i < 100; i++) {
		const struct handoff *h = bound_to(s, w, i);
		const struct value *v = h != NULL ? values_of(w, h) : NULL;

		lacking += v != NULL && v->missing > 0;
		if (s->n == 1 && v != NULL && v->missing > 0)
			add_warning(b, "evidence incomplete: %d of %d missing",
				v->missing, v->evidence);
	}
	if (s->n > 1 && lacking > 0)
		add_warning(b, "evidence incomplete in %zu of %zu", lacking, s->n);
}

/* What to know before: it may be too late, some are not seen, faults, evidence. */
static bool warnings(const struct sheet *s, const struct world *w, struct buf *text)
{
	unsigned faults = 0;
	bool late = false;

	for (size_t i = 0; i < s->n; i++) {
		const struct handoff *h = bound_to(s, w, i);
		int64_t due = h == NULL ? 0 : handoff_due(h);

		faults |= h == NULL ? 0 : h->faults;
		late |= due != 0 && due - w->now < 2 * SECOND;
	}
	if (late)
		add_warning(text, "may be too late");
	if (s->hidden > 0)
		add_warning(text, "%zu of %zu hidden by the filter", s->hidden, s->n);
	for (unsigned bit = 1; bit < 1u << FAULT_BITS; bit <<= 1) {
		if (faults & bit)
			add_warning(text, "%s", fault_name(bit));
	}
	warn_of_evidence(s, w, text);
	return text->len > 0;
}

int sheet_rows(const struct sheet *s, const struct world *w, int cols, int max)
{
	struct buf text = { 0 };
	int frame = frame_rows(s, warnings(s, w, &text));
	int want = frame + (s->n < 8 ? (int)s->n : 8);

	buf_fini(&text);
	if (cols < 36 || max < frame + 1)
		return 0;
	return want < max ? want : max;
}

static void draw_title(const struct sheet *s, struct surface *out)
{
	char title[80];

	snprintf(title, sizeof(title), "%s %zu %s%s", desk_verb_large(s->action), s->n,
		s->bound[0].in_dead ? "dead letter" : "handoff", s->n == 1 ? "" : "s");
	surface_rule(out, 0,
		&(struct rule){ .line = RULE_DOUBLE,
			.title = str_of(title),
			.right = STR("nothing sent yet"),
			.title_style = STYLE_NEEDS_YOU });
}

static void draw_item(const struct sheet *s, const struct world *w, struct surface *out,
	int row, size_t i)
{
	uint32_t place = mesh_find_handoff(w->mesh, str_of(s->bound[i].handoff));
	const struct handoff *h;
	char due[ROW_TEXT], artifact[ROW_TEXT], edge[ROW_TEXT], right[ROW_TEXT + 8];
	int end = out->cols - 1, col;

	if (place == NONE)
		return;
	h = &w->mesh->handoff[place];
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
		const struct handoff *h = place == NONE ? NULL : &w->mesh->handoff[place];
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

static void draw_target(struct sheet *s, struct surface *out, int row)
{
	int col = 7;

	if (s->phase == SHEET_TARGET_TEXT) {
		prompt_draw(&s->to, out, row, STYLE_NORMAL);
		return;
	}
	surface_text(out, row, 1, 5, STYLE_TITLE, STR("to"));
	if (s->phase != SHEET_TARGET) {
		surface_text(out, row, col, TO_EDGE, STYLE_NORMAL, str_of(s->target));
		return;
	}
	for (size_t i = 0; i < s->n_targets; i++) {
		char key[2] = { (char)('1' + i), '\0' };

		col = pane_hint(out, row, col, key, s->targets[i]);
	}
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
		surface_text(out, row, 7, TO_EDGE, STYLE_NORMAL, note);
	else
		surface_text(out, row, 7, TO_EDGE, STYLE_MUTED,
			s->note_needed ? STR("needed (Tab to write it)")
				       : STR("(Tab to write one)"));
}

void sheet_draw(struct sheet *s, const struct world *w, struct surface *out)
{
	struct buf text = { 0 };
	bool warning = warnings(s, w, &text);
	size_t items = (size_t)(out->rows - frame_rows(s, warning));
	size_t shown = s->n < items ? s->n : items;
	int row = 1;

	surface_clear(out);
	draw_title(s, out);
	for (size_t i = 0; i < shown; i++)
		draw_item(s, w, out, row++, i);
	if (s->n > 1)
		draw_count(s, w, out, row, shown);
	row++;
	if (warning) {
		pane_grave(out, row, 1, GRAVE_WARNING);
		surface_text(out, row++, 4, TO_EDGE, STYLE_WARNING, buf_view(&text));
	}
	if (s->action == ACTION_ESCALATE)
		draw_target(s, out, row++);
	draw_note(s, out, row);
	buf_fini(&text);
}

static void draw_confirm(
	const struct sheet *s, const struct world *w, struct surface *out)
{
	enum style style = w->tick - s->opened < SHEET_DEAF ? STYLE_MUTED : STYLE_KEY;
	char key[32] = "y";
	int col = 1;

	if (s->n > 1)
		snprintf(key, sizeof(key), "%zu", s->n);
	col += surface_text(out, 0, col, TO_EDGE, STYLE_NORMAL,
		sheet_by_number(s) ? STR("type  ") : STR("press  "));
	col += surface_text(out, 0, col, TO_EDGE, style, str_of(key));
	if (sheet_by_number(s)) {
		col += surface_text(out, 0, col, TO_EDGE, STYLE_NORMAL, STR("  then  "));
		col += surface_text(out, 0, col, TO_EDGE, style, STR("y"));
	}
	col += surface_fmt(
		out, 0, col, TO_EDGE, STYLE_NORMAL, "  to %s", desk_verb(s->action));
	if (sheet_by_number(s))
		col += surface_fmt(out, 0, col + 3, TO_EDGE, STYLE_NORMAL, "typed: %s_",
			       s->typed) +
			3;
	if (s->hint[0] != '\0')
		surface_text(out, 0, col + 3, TO_EDGE, STYLE_WARNING, str_of(s->hint));
	else
		surface_text(out, 0, col + 3, TO_EDGE, STYLE_NORMAL,
			out->cols < 60 ? STR("other: back")
				       : STR("any other key: go back"));
}

void sheet_draw_hint(const struct sheet *s, const struct world *w, struct surface *out)
{
	int col;

	surface_clear(out);
	if (s->phase == SHEET_CONFIRM) {
		draw_confirm(s, w, out);
	} else if (s->phase == SHEET_TARGET) {
		col = pane_hint(out, 0, 1, "1-9", "to whom");
		col = pane_hint(out, 0, col, "Tab", "write another");
		surface_text(out, 0, col, TO_EDGE, STYLE_NORMAL,
			STR("any other key: go back"));
	} else {
		col = pane_hint(out, 0, 1, "Tab",
			s->phase == SHEET_NOTE ? "leave the note" : "take this name");
		col = pane_hint(out, 0, col, "Esc", "go back");
		surface_text(out, 0, col, TO_EDGE,
			s->hint[0] != '\0' ? STYLE_WARNING : STYLE_NORMAL,
			s->hint[0] != '\0' ? str_of(s->hint) : STR("Enter never sends"));
	}
}
