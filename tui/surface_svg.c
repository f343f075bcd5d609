/* SPDX-License-Identifier: MIT */
/*
 * Cells of 8 x 16 units. Per row: what lies behind the text, then the text in
 * runs of one style, each told how wide it is. All lines of one style and kind
 * are one path. What is not text is known by its character: `shapes`.
 */
#include "tui/surface_svg.h"

#include "base/buf.h"
#include "base/text.h"

#define CELL_W 8
#define CELL_H 16
#define MID_X (CELL_W / 2)
#define MID_Y (CELL_H / 2)
#define BASELINE 12

/* --- text ------------------------------------------------------------------------ */

static void add_escaped(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		switch (s.p[i]) {
		case '&':
			buf_str(out, "&amp;");
			break;
		case '<':
			buf_str(out, "&lt;");
			break;
		case '>':
			buf_str(out, "&gt;");
			break;
		case '"':
			buf_str(out, "&quot;");
			break;
		default:
			buf_char(out, s.p[i]);
		}
	}
}

void svg_text(struct buf *out, struct str s)
{
	struct buf clean = { 0 };

	text_clean(&clean, s);
	add_escaped(out, buf_view(&clean));
	buf_fini(&clean);
}

/* --- shapes ----------------------------------------------------------------------- */

enum pen { PEN_LIGHT, PEN_HEAVY, PEN_DOTTED, PEN_FILL, PENS };
enum { N = 1, E = 2, S = 4, W = 8 };

static const char *const pen_names[PENS] = { "light", "heavy", "dotted", "fill" };

struct shape {
	uint32_t ch;
	uint8_t arms, pen;
	bool round;
};

static const struct shape shapes[] = {
	{ 0x2500, E | W, PEN_LIGHT, false },
	{ 0x2501, E | W, PEN_HEAVY, false },
	{ 0x2502, N | S, PEN_LIGHT, false },
	{ 0x2503, N | S, PEN_HEAVY, false },
	{ 0x2504, E | W, PEN_DOTTED, false },
	{ 0x2505, E | W, PEN_DOTTED, false },
	{ 0x2506, N | S, PEN_DOTTED, false },
	{ 0x2507, N | S, PEN_DOTTED, false },
	{ 0x2508, E | W, PEN_DOTTED, false },
	{ 0x250a, N | S, PEN_DOTTED, false },
	{ 0x250c, S | E, PEN_LIGHT, false },
	{ 0x250f, S | E, PEN_HEAVY, false },
	{ 0x2510, S | W, PEN_LIGHT, false },
	{ 0x2513, S | W, PEN_HEAVY, false },
	{ 0x2514, N | E, PEN_LIGHT, false },
	{ 0x2517, N | E, PEN_HEAVY, false },
	{ 0x2518, N | W, PEN_LIGHT, false },
	{ 0x251b, N | W, PEN_HEAVY, false },
	{ 0x251c, N | S | E, PEN_LIGHT, false },
	{ 0x2523, N | S | E, PEN_HEAVY, false },
	{ 0x2524, N | S | W, PEN_LIGHT, false },
	{ 0x252b, N | S | W, PEN_HEAVY, false },
	{ 0x252c, S | E | W, PEN_LIGHT, false },
	{ 0x2533, S | E | W, PEN_HEAVY, false },
	{ 0x2534, N | E | W, PEN_LIGHT, false },
	{ 0x253b, N | E | W, PEN_HEAVY, false },
	{ 0x253c, N | E | S | W, PEN_LIGHT, false },
	{ 0x254b, N | E | S | W, PEN_HEAVY, false },
	{ 0x2550, E | W, PEN_HEAVY, false },
	{ 0x2551, N | S, PEN_HEAVY, false },
	{ 0x256d, S | E, PEN_LIGHT, true },
	{ 0x256e, S | W, PEN_LIGHT, true },
	{ 0x256f, N | W, PEN_LIGHT, true },
	{ 0x2570, N | E, PEN_LIGHT, true },
	{ 0x25ba, 0, PEN_FILL, false },
};

static const struct shape *shape_of(uint32_t ch)
{
	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		if (shapes[i].ch == ch)
			return &shapes[i];
	return NULL;
}

static bool is_bar(uint32_t ch)
{
	return ch >= 0x2581 && ch <= 0x2588;
}

/* --- the document ----------------------------------------------------------------- */

struct drawing {
	const struct surface *s;
	struct buf *out;
	struct buf path[STYLE_COUNT + 1][PENS]; /* the last style: what is selected */
};

static size_t style_of(const struct cell *c)
{
	return c->selected ? STYLE_COUNT : c->style;
}

static void add_arms(struct buf *path, const struct shape *shape, int x, int y)
{
	int cx = x + MID_X, cy = y + MID_Y;

	if (shape->round) {
		buf_fmt(path, "M%d %dQ%d %d %d %d", cx, shape->arms & N ? y : y + CELL_H,
			cx, cy, shape->arms & E ? x + CELL_W : x, cy);
		return;
	}
	if ((shape->arms & (E | W)) == (E | W))
		buf_fmt(path, "M%d %dh%d", x, cy, CELL_W);
	else if (shape->arms & (E | W))
		buf_fmt(path, "M%d %dh%d", cx, cy, shape->arms & E ? MID_X : -MID_X);
	if ((shape->arms & (N | S)) == (N | S))
		buf_fmt(path, "M%d %dv%d", cx, y, CELL_H);
	else if (shape->arms & (N | S))
		buf_fmt(path, "M%d %dv%d", cx, cy, shape->arms & S ? MID_Y : -MID_Y);
}

/* True if the cell is drawn as a shape and not as text. */
static bool add_shape(struct drawing *d, const struct cell *c, int row, int col)
{
	const struct shape *shape = shape_of(c->ch[0]);
	int x = col * CELL_W, y = row * CELL_H;
	struct buf *path = d->path[style_of(c)];

	if (is_bar(c->ch[0])) {
		int high = (int)(c->ch[0] - 0x2580) * CELL_H / 8;

		buf_fmt(&path[PEN_FILL], "M%d %dh%dv%dh%dz", x, y + CELL_H - high, CELL_W,
			high, -CELL_W);
		return true;
	}
	if (shape == NULL)
		return false;
	if (shape->pen == PEN_FILL)
		buf_fmt(&path[PEN_FILL], "M%d %dl%d %dl%d %dz", x, y + MID_Y - 4, CELL_W,
			4, -CELL_W, 4);
	else
		add_arms(&path[shape->pen], shape, x, y);
	return true;
}

static bool is_text(const struct cell *c)
{
	return c->ch[0] != ' ' && c->ch[0] != 0 && !is_bar(c->ch[0]) &&
		shape_of(c->ch[0]) == NULL;
}

/* Half of a wide character belongs to what is left of it. */
static bool goes_on(const struct cell *first, const struct cell *c)
{
	return c != NULL && style_of(c) == style_of(first) &&
		(c->ch[0] == 0 || is_text(c));
}

static void add_char(struct buf *out, const struct cell *c)
{
	for (size_t i = 0; i < 3 && c->ch[i] != 0; i++) {
		char utf8[4];
		struct str one = { utf8, utf8_encode(c->ch[i], utf8) };

		add_escaped(out, one);
	}
}

static const char *style_class(size_t style)
{
	return style == STYLE_COUNT ? "selected" : style_name((enum style)style);
}

/* From `col` as far as it is one text; the column behind it. */
static int add_run(struct drawing *d, int row, int col)
{
	const struct cell *first = surface_cell(d->s, row, col);
	int end = col + 1;

	while (goes_on(first, surface_cell(d->s, row, end)))
		end++;
	buf_fmt(d->out,
		"<text x=\"%d\" y=\"%d\" class=\"%s\" textLength=\"%d\" "
		"lengthAdjust=\"spacingAndGlyphs\">",
		col * CELL_W, row * CELL_H + BASELINE, style_class(style_of(first)),
		(end - col) * CELL_W);
	for (int i = col; i < end; i++)
		add_char(d->out, surface_cell(d->s, row, i));
	buf_str(d->out, "</text>\n");
	return end;
}

static bool has_back(const struct cell *c)
{
	return c->selected || style_look(THEME_256_LIGHT, c->style)->bg >= 0 ||
		c->style == STYLE_SELECTION;
}

static void add_backs(struct drawing *d, int row)
{
	for (int col = 0, end; col < d->s->cols; col = end) {
		const struct cell *first = surface_cell(d->s, row, col);

		for (end = col + 1; end < d->s->cols; end++)
			if (style_of(surface_cell(d->s, row, end)) != style_of(first))
				break;
		if (has_back(first))
			buf_fmt(d->out,
				"<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" "
				"class=\"on-%s\"/>\n",
				col * CELL_W, row * CELL_H, (end - col) * CELL_W, CELL_H,
				style_class(style_of(first)));
	}
}

static void add_row(struct drawing *d, int row)
{
	add_backs(d, row);
	for (int col = 0; col < d->s->cols;) {
		const struct cell *c = surface_cell(d->s, row, col);

		if (is_text(c)) {
			col = add_run(d, row, col);
			continue;
		}
		add_shape(d, c, row, col);
		col++;
	}
}

static void add_paths(struct drawing *d)
{
	for (size_t style = 0; style <= STYLE_COUNT; style++) {
		for (int pen = 0; pen < PENS; pen++) {
			struct buf *path = &d->path[style][pen];

			if (path->len > 0)
				buf_fmt(d->out, "<path class=\"%s %s\" d=\"%s\"/>\n",
					pen_names[pen], style_class(style), path->data);
			buf_fini(path);
		}
	}
}

/* --- colours ------------------------------------------------------------------------ */

/* Of the 256: the first 16 are the terminal's own, here xterm's. */
unsigned svg_rgb(int colour)
{
	static const unsigned first[] = { 0x000000, 0xcd0000, 0x00cd00, 0xcdcd00,
		0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00,
		0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff };
	static const unsigned step[] = { 0, 95, 135, 175, 215, 255 };
	unsigned n = (unsigned)colour;

	if (n < 16)
		return first[n];
	if (n >= 232)
		return (8 + (n - 232) * 10) * 0x010101;
	n -= 16;
	return step[n / 36] << 16 | step[n / 6 % 6] << 8 | step[n % 6];
}

static void add_colours(struct buf *out, enum theme theme, unsigned ink, unsigned paper)
{
	buf_fmt(out,
		".paper{fill:#%06x}text{fill:#%06x}path{stroke:#%06x}.fill{fill:#%06x}",
		paper, ink, ink, ink);
	buf_fmt(out,
		"text.selected{fill:#%06x}path.selected{stroke:#%06x}.fill.selected{fill:"
		"#%06x}.on-selected,.on-selection{fill:#%06x}\n",
		paper, paper, paper, ink);
	for (int i = 0; i < STYLE_COUNT; i++) {
		const struct look *l = style_look(theme, (enum style)i);
		const char *name = style_name((enum style)i);
		unsigned fg = l->fg >= 0 ? svg_rgb(l->fg) : ink;

		if (l->fg >= 0)
			buf_fmt(out,
				"text.%s{fill:#%06x}path.%s{stroke:#%06x}"
				".fill.%s{fill:#%06x}",
				name, fg, name, fg, name, fg);
		if (l->bg >= 0)
			buf_fmt(out, ".on-%s{fill:#%06x}", name, svg_rgb(l->bg));
		if (l->attr & ATTR_BOLD)
			buf_fmt(out, "text.%s{font-weight:bold}", name);
	}
	buf_char(out, '\n');
}

static void add_head(struct drawing *d, struct str title)
{
	int width = d->s->cols * CELL_W, height = d->s->rows * CELL_H;

	buf_fmt(d->out,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\" role=\"img\" width=\"%d\" "
		"height=\"%d\" viewBox=\"0 0 %d %d\">\n<title>",
		width, height, width, height);
	svg_text(d->out, title);
	buf_str(d->out,
		"</title>\n<style>\n"
		"text{font-family:'DejaVu Sans Mono',Menlo,Consolas,monospace;"
		"font-size:13px;white-space:pre}\n"
		"path{fill:none;stroke-width:1.2}path.heavy{stroke-width:3}"
		"path.dotted{stroke-dasharray:3 2}path.fill{stroke-width:0}\n");
	add_colours(d->out, THEME_256_LIGHT, 0x1c1c1c, 0xffffff);
	buf_str(d->out, "@media (prefers-color-scheme:dark){\n");
	add_colours(d->out, THEME_256_DARK, 0xd0d0d0, 0x121212);
	buf_fmt(d->out,
		"}\n</style>\n<rect width=\"%d\" height=\"%d\" class=\"paper\"/>\n",
		width, height);
}

void surface_svg(const struct surface *s, struct str title, struct buf *out)
{
	struct drawing d = { .s = s, .out = out };

	add_head(&d, title);
	for (int row = 0; row < s->rows; row++)
		add_row(&d, row);
	add_paths(&d);
	buf_str(out, "</svg>\n");
}
