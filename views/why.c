/* SPDX-License-Identifier: MIT */
#include "views/why.h"

#include "tui/keys.h"
#include "views/actions.h"
#include "views/pane.h"

void why_open(struct why *y)
{
	*y = (struct why){ .open = true };
}

void why_key(struct why *y, int key)
{
	enum action a = action_of_key(key, SCREEN_LOG, false);

	if (a == ACTION_DOWN && y->top < y->most)
		y->top++;
	else if (a == ACTION_UP && y->top > 0)
		y->top--;
	else if (a == ACTION_BACK || key == K_CTRL('c'))
		y->open = false;
}

void why_draw(struct why *y, const struct verdict *v, struct surface *out)
{
	int row = 2;

	surface_clear(out);
	y->most = (int)v->n - 1;
	y->top = y->top < y->most ? y->top : y->most;
	surface_rule(out, 0,
		&(struct rule){ .title = STR("WHY  what line 3 says, the worst first") });
	for (size_t i = (size_t)y->top; i < v->n && row < out->rows; i++) {
		const struct sentence *said = &v->said[i];

		if (said->grave > 0)
			pane_grave(out, row, 1, said->grave);
		row += pane_wrap(out, row, 4, out->rows - row, verdict_style(said->grave),
			str_of(said->text));
	}
}

void why_draw_hint(struct surface *out)
{
	int col;

	surface_clear(out);
	col = pane_hint(out, 0, 1, "j/k", "move");
	pane_hint(out, 0, col, "Esc", "close");
}
