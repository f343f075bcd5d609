/* SPDX-License-Identifier: MIT */
/* `p`: the body as it was, as a picture, while the header goes on. */
#include <stdio.h>

#include "base/text.h"
#include "views/link.h"
#include "views/shell_own.h"

/* Cells of one picture into a window, by runs of the same style. */
static void copy_cells(const struct surface *from, struct surface *to)
{
	struct buf text = { 0 };

	for (int row = 0; row < to->rows && row < from->rows; row++) {
		int col = 0;

		while (col < to->cols && col < from->cols) {
			const struct cell *c = surface_cell(from, row, col);
			int end = col;

			buf_reset(&text);
			for (; end < from->cols; end++) {
				const struct cell *d = surface_cell(from, row, end);
				char utf8[4];

				if (d->style != c->style || d->selected != c->selected)
					break;
				for (int k = 0; k < 3 && d->ch[k] != 0; k++)
					buf_add(&text, utf8, utf8_encode(d->ch[k], utf8));
			}
			surface_text(to, row, col, TO_EDGE, (enum style)c->style,
				buf_view(&text));
			if (c->selected)
				surface_select(to, row, col, end - col, true);
			col = end;
		}
	}
	buf_fini(&text);
}

void shell_thaw(struct shell *s)
{
	s->frozen = false;
	surface_fini(&s->picture);
}

void shell_draw_frozen(struct shell *s, const struct world *w, struct surface *body)
{
	char time[FORMAT_TEXT], note[80];

	if (s->picture.rows != body->rows || s->picture.cols != body->cols) {
		shell_thaw(s);
		shell_tell(s, w, STYLE_NORMAL, "thawed: the size has changed");
		return;
	}
	copy_cells(&s->picture, body);
	snprintf(note, sizeof(note), " as of %s, frozen: p thaws ",
		format_time(w, s->frozen_now, time));
	surface_text_right(
		body, 0, body->cols - 2, body->cols - 2, STYLE_FROZEN, str_of(note));
}

void shell_freeze(struct shell *s, const struct world *w)
{
	if (s->frozen) {
		shell_thaw(s);
		return;
	}
	if (s->body.rows == 0 || link_loading(w))
		return;
	surface_fini(&s->picture);
	surface_init(&s->picture, s->body.rows, s->body.cols);
	shell_split_draw(s, w, &s->picture);
	s->frozen = true;
	s->frozen_at = w->tick;
	s->frozen_now = w->now;
	s->frozen_events = w->mesh->events;
}
