/* SPDX-License-Identifier: MIT */
/*
 * Each row is runs of one style; what stands in cells is escaped once more by svg_text().
 * The policy in the head forbids scripts, pictures, links out and forms: were there a
 * hole, nothing would come through it.
 */
#include "tui/surface_html.h"

#include "base/buf.h"
#include "base/text.h"
#include "tui/surface_svg.h"

#define POLICY "default-src 'none'; style-src 'unsafe-inline'"

/* A selected cell has no style of its own but the turned round. */
static int style_of(const struct cell *c)
{
	return c->selected ? STYLE_COUNT : c->style;
}

static void add_rule(struct buf *out, const char *name, const char *what, int colour)
{
	if (colour >= 0)
		buf_fmt(out, ".%s{%s:#%06x}", name, what, svg_rgb(colour));
}

static void add_colours(
	struct buf *out, enum theme theme, const char *ink, const char *paper)
{
	buf_fmt(out, "body{color:%s;background:%s}.selected,.selection{color:%s;", ink,
		paper, paper);
	buf_fmt(out, "background:%s}", ink);
	for (int i = 0; i < STYLE_COUNT; i++) {
		const struct look *l = style_look(theme, (enum style)i);
		const char *name = style_name((enum style)i);

		add_rule(out, name, "color", l->fg);
		add_rule(out, name, "background", l->bg);
		if (l->attr & ATTR_BOLD)
			buf_fmt(out, ".%s{font-weight:bold}", name);
	}
	buf_char(out, '\n');
}

/* The row without the blanks at its end. */
static int length_of(const struct surface *s, int row)
{
	int cols = s->cols;

	while (cols > 0) {
		const struct cell *c = surface_cell(s, row, cols - 1);

		if (c->ch[0] != ' ' || c->selected)
			break;
		cols--;
	}
	return cols;
}

static void add_cell(struct buf *text, const struct cell *c)
{
	for (size_t i = 0; i < 3 && c->ch[i] != 0; i++) {
		char utf8[4];

		buf_add(text, utf8, utf8_encode(c->ch[i], utf8));
	}
}

static void add_row(const struct surface *s, int row, struct buf *out)
{
	int cols = length_of(s, row);
	struct buf text = { 0 };

	for (int col = 0, end; col < cols; col = end) {
		int style = style_of(surface_cell(s, row, col));

		buf_reset(&text);
		for (end = col; end < cols; end++) {
			const struct cell *c = surface_cell(s, row, end);

			/* half of a wide character belongs to what is left of it */
			if (style_of(c) != style && c->ch[0] != 0)
				break;
			add_cell(&text, c);
		}
		if (style != STYLE_NORMAL)
			buf_fmt(out, "<span class=\"%s\">",
				style == STYLE_COUNT ? "selected"
						     : style_name((enum style)style));
		svg_text(out, buf_view(&text));
		if (style != STYLE_NORMAL)
			buf_str(out, "</span>");
	}
	buf_char(out, '\n');
	buf_fini(&text);
}

void surface_html(const struct surface *s, struct str title, struct buf *out)
{
	buf_str(out,
		"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\">\n"
		"<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
	svg_text(out, title);
	buf_str(out,
		"</title>\n<style>\n"
		"pre{font-family:'DejaVu Sans Mono',Menlo,Consolas,monospace;"
		"font-size:13px;line-height:1.23}\n");
	add_colours(out, THEME_256_LIGHT, "#1c1c1c", "#ffffff");
	buf_str(out, "@media (prefers-color-scheme:dark){\n");
	add_colours(out, THEME_256_DARK, "#d0d0d0", "#121212");
	buf_str(out, "}\n</style>\n</head>\n<body>\n<pre>\n");
	for (int row = 0; row < s->rows; row++)
		add_row(s, row, out);
	buf_str(out, "</pre>\n</body>\n</html>\n");
}
