/* SPDX-License-Identifier: MIT */
#include "tui/surface.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"

#define HIDDEN (-1)

struct grid {
	int rows, cols;
	struct cell *cells;
	int cursor_row, cursor_col; /* HIDDEN: none */
	struct buf format, clean, cut;
};

static int at_least_0(int n)
{
	return n > 0 ? n : 0;
}

static int min(int a, int b)
{
	return a < b ? a : b;
}

static void blank(struct cell *cell, enum style style)
{
	*cell = (struct cell){ .ch = { ' ' }, .style = (uint8_t)style };
}

static bool is_tail(const struct cell *cell)
{
	return cell->ch[0] == 0;
}

static bool is_inside(const struct surface *s, int row, int col)
{
	return row >= 0 && row < s->rows && col >= 0 && col < s->cols;
}

/* By grid coordinates, which must be inside. */
static struct cell *grid_cell(const struct grid *g, int row, int col)
{
	return &g->cells[(size_t)row * (size_t)g->cols + (size_t)col];
}

static struct cell *cell_of(const struct surface *s, int row, int col)
{
	return grid_cell(s->grid, s->row + row, s->col + col);
}

void surface_init(struct surface *s, int rows, int cols)
{
	*s = (struct surface){ .grid = xcalloc(1, sizeof(*s->grid)) };
	surface_resize(s, rows, cols);
}

void surface_resize(struct surface *s, int rows, int cols)
{
	struct grid *g = s->grid;

	s->rows = g->rows = at_least_0(rows);
	s->cols = g->cols = at_least_0(cols);
	free(g->cells);
	g->cells = xcalloc((size_t)g->rows * (size_t)g->cols, sizeof(*g->cells));
	surface_clear(s);
	surface_cursor(s, HIDDEN, HIDDEN);
}

void surface_fini(struct surface *s)
{
	struct grid *g = s->grid;

	if (g != NULL) {
		buf_fini(&g->format);
		buf_fini(&g->clean);
		buf_fini(&g->cut);
		free(g->cells);
		free(g);
	}
	*s = (struct surface){ 0 };
}

/* Cuts `r` to the window. Wide sums, so that no argument overflows. */
static struct rect clip(const struct surface *s, struct rect r)
{
	long top = r.row > 0 ? r.row : 0, left = r.col > 0 ? r.col : 0;
	long bottom = (long)r.row + at_least_0(r.rows),
	     right = (long)r.col + at_least_0(r.cols);

	if (bottom > s->rows)
		bottom = s->rows;
	if (right > s->cols)
		right = s->cols;
	if (top >= bottom || left >= right)
		return (struct rect){ 0, 0, 0, 0 };
	return (struct rect){ (int)top, (int)left, (int)(bottom - top),
		(int)(right - left) };
}

struct surface surface_sub(const struct surface *s, struct rect r)
{
	struct rect in = clip(s, r);

	return (struct surface){ .rows = in.rows,
		.cols = in.cols,
		.row = s->row + in.row,
		.col = s->col + in.col,
		.grid = s->grid,
		.keys = s->keys,
		.slide = s->slide };
}

/* The halves of wide characters that drawing over [col, col + width) would leave. */
static void free_halves(const struct surface *s, int row, int col, int width)
{
	const struct grid *g = s->grid;
	int r = s->row + row, from = s->col + col, to = from + width;

	if (from > 0 && is_tail(grid_cell(g, r, from)))
		blank(grid_cell(g, r, from - 1), grid_cell(g, r, from - 1)->style);
	if (to < g->cols && is_tail(grid_cell(g, r, to)))
		blank(grid_cell(g, r, to), grid_cell(g, r, to)->style);
}

/* A character of 1 or 2 columns that fits. Returns its cell. */
static struct cell *place(
	struct surface *s, int row, int col, enum style style, uint32_t c, int width)
{
	struct cell *cell = cell_of(s, row, col);

	free_halves(s, row, col, width);
	blank(cell, style);
	cell->ch[0] = c;
	if (width == 2) {
		blank(cell + 1, style);
		cell[1].ch[0] = 0;
	}
	return cell;
}

void surface_clear(struct surface *s)
{
	surface_fill(s, (struct rect){ 0, 0, s->rows, s->cols }, STYLE_NORMAL, ' ');
	if (surface_cursor_at(s, NULL, NULL))
		surface_cursor(s, HIDDEN, HIDDEN);
}

static void fill_row(
	struct surface *s, int row, struct rect in, enum style style, uint32_t ch)
{
	int end = in.col + in.cols, step;

	for (int col = in.col; col < end; col += step) {
		if (ch == ' ' && col > in.col && col + 1 < end) {
			blank(cell_of(s, row, col), style);
			step = 1;
		} else {
			bool cut = text_width_of(ch) == 2 && col + 1 == end;

			step = surface_put(s, row, col, style, cut ? '~' : ch);
		}
	}
}

void surface_fill(struct surface *s, struct rect r, enum style style, uint32_t ch)
{
	struct rect in = clip(s, r);

	for (int row = in.row; row < in.row + in.rows; row++)
		fill_row(s, row, in, style, ch);
}

int surface_put(struct surface *s, int row, int col, enum style style, uint32_t ch)
{
	int width = text_width_of(ch);

	if (!is_inside(s, row, col))
		return 0;
	if (width <= 0) {
		ch = '?';
		width = 1;
	} else if (col + width > s->cols) {
		ch = '~';
		width = 1;
	}
	place(s, row, col, style, ch, width);
	return width;
}

static void add_mark(struct cell *cell, uint32_t mark)
{
	if (cell == NULL)
		return;
	if (cell->ch[1] == 0)
		cell->ch[1] = mark;
	else if (cell->ch[2] == 0)
		cell->ch[2] = mark;
}

/* One character of a text that ends inside the window but may begin left of it. */
static struct cell *draw_char(
	struct surface *s, int row, int col, enum style style, uint32_t c)
{
	int width = text_width_of(c);

	if (row < 0 || row >= s->rows || col + width <= 0)
		return NULL;
	if (col < 0) {
		place(s, row, 0, style, '~', 1);
		return NULL;
	}
	return place(s, row, col, style, c, width);
}

/* `clean` came through text_clean() and fits. Returns the columns it took. */
static int draw_clean(
	struct surface *s, int row, int col, enum style style, struct str clean)
{
	struct cell *last = NULL;
	int start = col;
	uint32_t c;

	while (clean.n > 0) {
		size_t n = utf8_decode(clean.p, clean.n, &c);
		int width = n > 0 ? text_width_of(c) : 0;

		if (n > 0 && width == 0)
			add_mark(last, c);
		else if (n > 0 && width > 0)
			last = draw_char(s, row, col, style, c);
		col += at_least_0(width);
		clean = str_skip(clean, n > 0 ? n : 1);
	}
	return col - start;
}

/* Columns from `col` to the right edge, not more than `max`. */
static int room_for(const struct surface *s, int col, int max)
{
	long room = (long)s->cols - col;

	if (max >= 0 && room > max)
		room = max;
	return room > 0 && s->grid != NULL ? (int)room : 0;
}

/*
 * Cleans as much of `text` as can show in `columns` and a bit more (a column takes
 * at most one character and two marks), so that a text of megabytes costs no more.
 */
static struct str clean_for(const struct surface *s, struct str text, int columns)
{
	size_t enough = ((size_t)columns + 2) * 3 * 4;

	buf_reset(&s->grid->clean);
	text_clean(&s->grid->clean,
		(struct str){ text.p, text.n < enough ? text.n : enough });
	return buf_view(&s->grid->clean);
}

/* What is behind the first `columns` of it; of a wide character half of that a blank. */
static void skip_columns(struct buf *out, struct str clean, int columns)
{
	while (clean.n > 0 && columns > 0) {
		uint32_t c;
		size_t n = utf8_decode(clean.p, clean.n, &c);

		columns -= n > 0 ? at_least_0(text_width_of(c)) : 0;
		clean = str_skip(clean, n > 0 ? n : 1);
	}
	if (columns < 0)
		buf_char(out, ' ');
	while (clean.n > 0) { /* marks of what is gone */
		uint32_t c;
		size_t n = utf8_decode(clean.p, clean.n, &c);

		if (n == 0 || text_width_of(c) != 0)
			break;
		clean = str_skip(clean, n);
	}
	buf_slice(out, clean);
}

/* What of a text that does not fit in `room` is to be seen. */
static struct str slid(const struct surface *s, struct str text, int room)
{
	struct str clean = clean_for(s, text, room + s->slide->by);
	int over, by;

	if (clean.n <= (size_t)room) /* no byte is wider than a column */
		return clean;
	over = (int)text_width(clean) - room;
	by = min(s->slide->by, over);
	if (over <= 0)
		return clean;
	s->slide->more |= over > by;
	if (by <= 0)
		return clean;
	buf_reset(&s->grid->format);
	buf_char(&s->grid->format, '~');
	skip_columns(&s->grid->format, clean, by + 1);
	return buf_view(&s->grid->format);
}

int surface_text(
	struct surface *s, int row, int col, int max, enum style style, struct str text)
{
	int room = room_for(s, col, max);

	if (room == 0)
		return 0;
	buf_reset(&s->grid->cut);
	if (s->slide != NULL && col >= 0) {
		text_cut(&s->grid->cut, slid(s, text, room), (size_t)room);
		return draw_clean(s, row, col, style, buf_view(&s->grid->cut));
	}
	text_cut(&s->grid->cut, clean_for(s, text, room), (size_t)room);
	return draw_clean(s, row, col, style, buf_view(&s->grid->cut));
}

int surface_fmt(struct surface *s, int row, int col, int max, enum style style,
	const char *fmt, ...)
{
	struct buf *b = &s->grid->format;
	va_list ap, again;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	buf_reset(b);
	if (n > 0) {
		vsnprintf(buf_room(b, (size_t)n), (size_t)n + 1, fmt, again);
		b->len = (size_t)n;
	}
	va_end(again);
	return surface_text(s, row, col, max, style, buf_view(b));
}

int surface_measure(const struct surface *s, struct str text)
{
	buf_reset(&s->grid->clean);
	text_clean(&s->grid->clean, text);
	return (int)text_width(buf_view(&s->grid->clean));
}

int surface_text_right(
	struct surface *s, int row, int end, int max, enum style style, struct str text)
{
	int room = at_least_0(min(end, s->cols));
	int width;

	if (max >= 0)
		room = min(room, max);
	width = min(room, (int)text_width(clean_for(s, text, room)));
	return width > 0
		? surface_text(s, row, min(end, s->cols) - width, width, style, text)
		: 0;
}

static const struct {
	uint32_t line;
	int lead; /* columns of line before the title */
} rules[] = {
	[RULE_LIGHT] = { 0x2500, 2 },
	[RULE_DOUBLE] = { 0x2550, 3 },
	[RULE_DOTTED] = { 0x2504, 3 },
};

#define RULE_TAIL 2 /* columns of line behind the text at the right */

static enum style or_style(enum style style, enum style otherwise)
{
	return style != STYLE_NORMAL ? style : otherwise;
}

/* A text with a blank at either side. */
static void rule_text(
	struct surface *s, int row, int col, int width, enum style style, struct str text)
{
	surface_put(s, row, col, STYLE_NORMAL, ' ');
	surface_text(s, row, col + 1, width, style, text);
	surface_put(s, row, col + 1 + width, STYLE_NORMAL, ' ');
}

/* A piece of line stands before, between and behind the texts. */
static bool is_room(const struct surface *s, int lead, int title, int right)
{
	int used = title > 0 ? lead + title + 2 : 0;

	return used + 1 + right + 2 + RULE_TAIL <= s->cols;
}

bool surface_rule_fits(const struct surface *s, struct str title, struct str right)
{
	return is_room(s, rules[RULE_LIGHT].lead, surface_measure(s, title),
		surface_measure(s, right));
}

void surface_rule(struct surface *s, int row, const struct rule *rule)
{
	int lead = rules[rule->line].lead;
	int title = surface_measure(s, rule->title);
	int right = surface_measure(s, rule->right);

	surface_fill(s, (struct rect){ row, 0, 1, s->cols },
		or_style(rule->line_style, STYLE_RULE), rules[rule->line].line);
	if (right > 0 && is_room(s, lead, title, right))
		rule_text(s, row, s->cols - RULE_TAIL - 2 - right, right,
			or_style(rule->right_style, STYLE_RULE), rule->right);
	title = min(title, s->cols - lead - 3);
	if (title > 0)
		rule_text(s, row, lead, title, or_style(rule->title_style, STYLE_TITLE),
			rule->title);
}

void surface_select(struct surface *s, int row, int col, int cols, bool on)
{
	struct rect in = clip(s, (struct rect){ row, col, 1, cols });

	for (int i = 0; i < in.cols; i++)
		cell_of(s, in.row, in.col + i)->selected = on;
}

void surface_restyle(struct surface *s, struct rect r, enum style style)
{
	struct rect in = clip(s, r);

	for (int row = in.row; row < in.row + in.rows; row++)
		for (int col = in.col; col < in.col + in.cols; col++)
			cell_of(s, row, col)->style = (uint8_t)style;
}

void surface_cursor(struct surface *s, int row, int col)
{
	bool inside = is_inside(s, row, col);

	s->grid->cursor_row = inside ? s->row + row : HIDDEN;
	s->grid->cursor_col = inside ? s->col + col : HIDDEN;
}

bool surface_cursor_at(const struct surface *s, int *row, int *col)
{
	int r = s->grid->cursor_row - s->row, c = s->grid->cursor_col - s->col;

	if (s->grid->cursor_row == HIDDEN || !is_inside(s, r, c))
		return false;
	if (row != NULL)
		*row = r;
	if (col != NULL)
		*col = c;
	return true;
}

const struct cell *surface_cell(const struct surface *s, int row, int col)
{
	return is_inside(s, row, col) ? cell_of(s, row, col) : NULL;
}

static void dump_char(struct buf *out, uint32_t c)
{
	char utf8[4];

	if (c != 0)
		buf_add(out, utf8, utf8_encode(c, utf8));
}

static void trim(struct buf *out, size_t from, char c)
{
	while (out->len > from && out->data[out->len - 1] == c)
		out->len--;
	buf_char(out, '\n');
}

void surface_dump(const struct surface *s, enum glyphs glyphs, struct buf *out)
{
	for (int row = 0; row < s->rows; row++) {
		size_t from = out->len;

		for (int col = 0; col < s->cols; col++) {
			const struct cell *cell = cell_of(s, row, col);

			dump_char(out, glyph_map(glyphs, cell->ch[0]));
			dump_char(out, cell->ch[1]);
			dump_char(out, cell->ch[2]);
		}
		trim(out, from, ' ');
	}
}

static char letter_of(const struct cell *cell)
{
	char letter = style_letter((enum style)cell->style);

	if (!cell->selected)
		return letter;
	return letter == '.' ? '#' : (char)toupper((unsigned char)letter);
}

void surface_dump_styles(const struct surface *s, struct buf *out)
{
	for (int row = 0; row < s->rows; row++) {
		size_t from = out->len;

		for (int col = 0; col < s->cols; col++)
			buf_char(out, letter_of(cell_of(s, row, col)));
		trim(out, from, '.');
	}
}
