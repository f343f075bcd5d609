/* SPDX-License-Identifier: MIT */
/* Keys to the shell and frames to the terminal: when, and when not. */
#include "app/console_own.h"

#include <string.h>

#include "base/clock.h"
#include "tui/keys.h"
#include "tui/term.h"

#define FRAME_BUSY (SECOND / 10) /* while more comes than can be shown */
#define FRAME_SLOW (SECOND / 2)  /* over a slow line */

/*
 * What is typed before a sheet can be seen was not meant for it: over a slow line that
 * is longer than the moment for which the sheet itself is deaf. Esc is always heard.
 */
static bool is_unseen(struct console *c, int key)
{
	if (key == K_ESC || key == K_CTRL('c') || key == K_HANGUP)
		return false;
	if (c->sheet_new) /* until it is drawn; and while frames wait it is not */
		return !term_has_seen(UINT64_MAX);
	if (c->sheet_frame != 0 && term_has_seen(c->sheet_frame))
		c->sheet_frame = 0;
	return c->sheet_frame != 0;
}

void console_read_keys(struct console *c)
{
	int key, row, col;

	while (!c->stop && (key = term_key()) != K_NONE) {
		c->dirty = true;
		if (key == K_HANGUP) {
			c->stop = c->ended = true;
		} else if (key != K_REDRAW && !is_unseen(c, key)) {
			console_world(c);
			if (key == K_CLICK || key == K_WHEEL_UP || key == K_WHEEL_DOWN) {
				term_mouse(&row, &col);
				shell_mouse(c->shell, &c->world, key, row, col);
			} else {
				shell_key(c->shell, &c->world, key);
			}
			console_fulfil(c);
			if (c->next_frame > clock_mono() + CONSOLE_FRAME)
				c->next_frame = clock_mono() +
					CONSOLE_FRAME; /* who types waits */
		}
	}
}

/* The first frame that is complete is not kept back for the pace of frames. */
bool console_has_news(const struct console *c)
{
	return !c->complete &&
		(c->world.link.state == LINK_LIVE || c->world.link.state == LINK_QUIET);
}

static void show_title(struct console *c)
{
	char title[SHELL_TITLE];

	if (c->own_title)
		return;
	shell_title(c->shell, &c->world, title);
	if (strcmp(title, c->title) == 0)
		return;
	memcpy(c->title, title, sizeof(title));
	term_title(str_of(title));
}

void console_paint(struct console *c)
{
	int rows, cols;

	term_size(&rows, &cols);
	if (rows != c->surface.rows || cols != c->surface.cols)
		surface_resize(&c->surface, rows, cols);
	surface_clear(&c->surface);
	if (c->o.replay != NULL && c->outer != NULL && c->outer->o.mirror != NULL) {
		shell_live_look(c->outer->shell, &c->outer->world, &c->live);
		c->world.live = &c->live;
	}
	shell_draw(c->shell, &c->world, &c->surface);
	term_flush(&c->surface);
}

void console_draw(struct console *c)
{
	uint64_t skipped = term_stats()->skipped;

	console_paint(c);
	if (c->sheet_new && term_stats()->skipped == skipped) {
		c->sheet_new = false;
		c->sheet_frame = term_stats()->flushes;
	}
	show_title(c);
	console_fulfil(c);
	c->complete |= console_has_news(c);
	c->dirty = false;
	c->next_frame = clock_mono() +
		(term_is_slow()                               ? FRAME_SLOW
				: c->world.link.behind > 1000 ? FRAME_BUSY
							      : CONSOLE_FRAME);
}

int console_patience(struct console *c)
{
	int64_t now = clock_mono(), wait = SECOND;
	int64_t shell = shell_patience(c->shell, &c->world);
	int keys = term_wait();

	if (c->digest && mirror_facts(c->o.mirror)->synced)
		return 0;
	if (c->dirty)
		wait = c->next_frame > now ? c->next_frame - now : 0;
	if (shell >= 0 && shell < wait)
		wait = shell > CONSOLE_FRAME || c->dirty ? shell : CONSOLE_FRAME;
	if (c->o.replay != NULL) {
		int64_t next = replay_patience(c->o.replay, now);

		if (next >= 0 && next < wait)
			wait = next < CONSOLE_FRAME ? CONSOLE_FRAME : next;
	}
	if (c->edit.pid != 0 && wait > SECOND / 20)
		wait = SECOND / 20;
	wait = wait / 1000 + 1;
	return keys >= 0 && keys < wait ? keys : (int)wait;
}
