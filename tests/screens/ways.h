/* SPDX-License-Identifier: MIT */
/*
 * Every golden screen once more, as terminals show it: the cells go through curses
 * for several TERMs, themes and glyphs, and a small terminal (tests/vt.h) reads the
 * bytes. On all of them it must be the same text but for the table of glyphs, so
 * neither colour nor a line character carries anything alone; the looks are those of
 * the theme; and nothing is written that is not ours. One after the other on the same
 * screen, as a console draws: so what is tested are changes, not full paints.
 */
#ifndef TESTS_SCREENS_WAYS_H
#define TESTS_SCREENS_WAYS_H

#include <locale.h>

#include "tests/vt.h"

/* The views have an enum of this name, and no program but this one sees both. */
#define screen curses_screen
#include "tui/screen.h"
#undef screen

struct ways_picture {
	char *path;
	int line;
	struct surface surface;
};

struct ways {
	struct ways_picture *picture;
	size_t n, cap;
};

struct ways_way {
	const char *term;
	enum theme theme;
	enum glyphs glyphs;
	bool utf8;
};

static const struct ways_way ways_all[] = {
	{ "xterm-256color", THEME_256_DARK, GLYPHS_UTF8, true },
	{ "xterm-256color", THEME_256_LIGHT, GLYPHS_ASCII, true },
	{ "xterm-256color", THEME_MONO, GLYPHS_UTF8, true },
	{ "xterm", THEME_16_DARK, GLYPHS_ACS, true },
	{ "linux", THEME_16_LIGHT, GLYPHS_ACS, true },
	{ "tmux-256color", THEME_256_DARK, GLYPHS_UTF8, true },
	{ "screen", THEME_16_DARK, GLYPHS_UTF8, true },
	{ "vt100", THEME_MONO, GLYPHS_ACS, true },
	{ "vt100", THEME_MONO, GLYPHS_ASCII, false },
};

/* Keeps what is on the surface, as cells: they are looked at when all scripts have run.
 */
static void ways_keep(
	struct ways *w, const char *path, int line, const struct surface *surface)
{
	struct ways_picture *p;

	xgrow(&w->picture, &w->cap, w->n + 1, sizeof(*w->picture));
	p = &w->picture[w->n++];
	*p = (struct ways_picture){ xstrdup(path), line, { 0 } };
	surface_init(&p->surface, surface->rows, surface->cols);
	for (int row = 0; row < surface->rows; row++)
		for (int col = 0; col < surface->cols; col++)
			*(struct cell *)surface_cell(&p->surface, row, col) =
				*surface_cell(surface, row, col);
}

/* What this way shows of the surface: what the locale lacks is a question mark. */
static void ways_expect(
	const struct ways_way *way, const struct surface *s, struct buf *out)
{
	struct buf dump = { 0 };

	surface_dump(s, way->glyphs, &dump);
	for (size_t i = 0; i < dump.len;) {
		uint32_t c;
		size_t n = utf8_decode(dump.data + i, dump.len - i, &c);

		if (c < 0x7f || way->utf8 ||
			(way->glyphs == GLYPHS_ACS && c >= 0x2500 && c < 0x2600))
			buf_add(out, dump.data + i, n);
		else if (text_width_of(c) > 0)
			buf_add(out, "??", (size_t)text_width_of(c));
		i += n;
	}
	buf_fini(&dump);
}

/* Whether a cell has the look of its role; blanks may be cleared instead of written. */
static bool ways_has_look(
	const struct ways_way *way, const struct cell *cell, const struct vt_cell *seen)
{
	const struct look *look = style_look(way->theme, (enum style)cell->style);
	unsigned attr = look->attr ^ (cell->selected ? ATTR_REVERSE : 0u);

	if (seen->c == ' ' || seen->c == 0)
		return (seen->look.attr & VT_REVERSE) == (attr & ATTR_REVERSE) &&
			seen->look.bg == look->bg;
	return seen->look.attr == attr && seen->look.fg == look->fg &&
		seen->look.bg == look->bg;
}

static bool ways_compare(
	const struct ways_way *way, const struct ways_picture *p, struct vt *v)
{
	struct buf want = { 0 }, got = { 0 };
	bool same;

	ways_expect(way, &p->surface, &want);
	vt_dump(v, &got);
	same = str_eq(buf_view(&want), buf_view(&got));
	if (!same) {
		printf("%s:%d: TERM=%s %s %s shows another text\n", p->path, p->line,
			way->term, theme_name(way->theme), glyphs_name(way->glyphs));
		printf("%.*s--- but is\n%.*s", STR_ARG(buf_view(&want)),
			STR_ARG(buf_view(&got)));
	}
	/* what else a terminal has no attribute for is its own affair */
	for (int i = 0;
		same && strncmp(way->term, "xterm-", 6) == 0 && i < v->rows * v->cols;
		i++) {
		same = ways_has_look(way,
			surface_cell(&p->surface, i / v->cols, i % v->cols), &v->cell[i]);
		if (!same)
			printf("%s:%d: TERM=%s %s: row %d column %d has another look\n",
				p->path, p->line, way->term, theme_name(way->theme),
				i / v->cols, i % v->cols);
	}
	buf_fini(&want);
	buf_fini(&got);
	return same;
}

/* How many of the pictures are another in this way. */
static unsigned ways_try(const struct ways *w, const struct ways_way *way)
{
	struct curses_screen screen;
	struct buf bytes = { 0 };
	struct vt v = { 0 };
	struct err e;
	unsigned failed = 0;

	setenv("TERM", way->term, 1);
	setlocale(LC_CTYPE, way->utf8 ? "C.UTF-8" : "C");
	if (!screen_open(&screen, &e)) {
		printf("TERM=%s: %s\n", way->term, e.text);
		return 1;
	}
	screen.utf8 = way->utf8;
	screen.glyphs = way->glyphs;
	screen_theme(&screen, way->theme);
	for (size_t i = 0; i < w->n; i++) {
		const struct ways_picture *p = &w->picture[i];

		if (v.rows != p->surface.rows || v.cols != p->surface.cols) {
			bool colours = v.colours;

			vt_fini(&v);
			vt_init(&v, p->surface.rows, p->surface.cols);
			v.colours = colours;
			screen_resize(&screen, p->surface.rows, p->surface.cols);
		}
		buf_reset(&bytes);
		screen_draw(&screen, &p->surface, &bytes);
		vt_take(&v, bytes.data, bytes.len);
		vt_pause(&v);
		if (v.foreign > 0)
			printf("%s:%d: TERM=%s is sent \"%s\"\n", p->path, p->line,
				way->term, v.odd);
		failed += v.foreign > 0 || !ways_compare(way, p, &v);
		if (failed > 0)
			break; /* what follows builds on it */
	}
	if (v.colours && way->theme == THEME_MONO) {
		printf("TERM=%s: a colour where there is none\n", way->term);
		failed++;
	}
	vt_fini(&v);
	screen_close(&screen);
	buf_fini(&bytes);
	return failed;
}

static void ways_check(struct ways *w, unsigned *passed, unsigned *failed)
{
	for (size_t i = 0; i < sizeof(ways_all) / sizeof(*ways_all) && w->n > 0; i++) {
		unsigned bad = ways_try(w, &ways_all[i]);

		*passed += bad == 0;
		*failed += bad;
	}
	for (size_t i = 0; i < w->n; i++) {
		surface_fini(&w->picture[i].surface);
		free(w->picture[i].path);
	}
	free(w->picture);
}

#endif
