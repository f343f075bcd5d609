/* SPDX-License-Identifier: MIT */
/*
 * For tests of what holds on every screen: a recording on a stage, its rows as text,
 * keys and sizes. Included by one program each.
 */
#ifndef TESTS_EVERYWHERE_H
#define TESTS_EVERYWHERE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/digest.h"
#include "base/text.h"
#include "tui/keys.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include "tests/screens/stage.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define DATA "tests/screens/data/"
#define LEAST_COLS 36 /* below this or LEAST_ROWS a card that cannot act */
#define LEAST_ROWS 10

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void open_stage(struct stage *s, const char *recording)
{
	char path[128];

	snprintf(path, sizeof(path), DATA "%s", recording);
	stage_init(s);
	assert_true(stage_open(s, path));
	stage_fold(s, s->lines);
	s->world.link.as_of = s->mesh->now;
	s->world.epoch = "e1";
	stage_draw(s);
}

/* A row as text, without the blanks at its end. */
static const char *row_text(const struct stage *s, int row)
{
	static char text[2000];
	size_t n = 0;

	for (int col = 0; col < s->surface.cols && n + 8 < sizeof(text); col++) {
		const struct cell *c = surface_cell(&s->surface, row, col);

		if (c->ch[0] != 0)
			n += utf8_encode(c->ch[0], text + n);
	}
	while (n > 0 && text[n - 1] == ' ')
		n--;
	text[n] = '\0';
	return text;
}

static bool row_has(const struct stage *s, int row, const char *word)
{
	return row < s->surface.rows && strstr(row_text(s, row), word) != NULL;
}

static bool shows(const struct stage *s, const char *word)
{
	for (int row = 0; row < s->surface.rows; row++)
		if (row_has(s, row, word))
			return true;
	return false;
}

static void complain(const struct stage *s, const char *what)
{
	struct buf text = { 0 };

	surface_dump(&s->surface, GLYPHS_UTF8, &text);
	printf("%.*s", STR_ARG(buf_view(&text)));
	buf_fini(&text);
	fail_msg("%dx%d: %s", s->surface.cols, s->surface.rows, what);
}

#define CHECK(s, test, what)                                                             \
	do {                                                                             \
		if (!(test))                                                             \
			complain(s, what);                                               \
	} while (0)

static void press(struct stage *s, int key)
{
	s->world.tick += 300000;
	shell_key(s->shell, &s->world, key);
	stage_draw(s);
}

/* How many decisions are wished for; all wishes are taken. */
static int decided(struct stage *s)
{
	static struct wish w;
	int n = 0;

	while (shell_wish(s->shell, &w))
		n += w.kind == WISH_DECIDE;
	return n;
}

static void resize(struct stage *s, int cols, int rows)
{
	surface_resize(&s->surface, rows, cols);
	stage_draw(s);
}

static bool is_small(const struct stage *s)
{
	return s->surface.cols < LEAST_COLS || s->surface.rows < LEAST_ROWS;
}

/* The digits that show a screen. */
static const char screens[] __attribute__((unused)) = "123456789";

#pragma GCC diagnostic pop

#endif
