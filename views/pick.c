/* SPDX-License-Identifier: MIT */
#include "views/pick.h"

#define HEAD 2

void pick_open(struct pick *p)
{
	*p = (struct pick){ .open = true, .rows = p->rows };
}

bool pick_move(struct pick *p, enum action a, size_t n)
{
	size_t page = p->rows > 1 ? p->rows - 1 : 1, last = n > 0 ? n - 1 : 0;
	size_t down = a == ACTION_DOWN  ? 1
		: a == ACTION_HALF_DOWN ? page / 2 + 1
		: a == ACTION_PAGE_DOWN ? page
		: a == ACTION_BOTTOM    ? n
					: 0;
	size_t up = a == ACTION_UP    ? 1
		: a == ACTION_HALF_UP ? page / 2 + 1
		: a == ACTION_PAGE_UP ? page
		: a == ACTION_TOP     ? n
				      : 0;

	p->at = down > last - (p->at < last ? p->at : last) ? last : p->at + down;
	p->at = up > p->at ? 0 : p->at - up;
	return (a >= ACTION_DOWN && a <= ACTION_UP) ||
		(a >= ACTION_TOP && a <= ACTION_HALF_UP);
}

void pick_fit(struct pick *p, size_t n, int rows)
{
	p->rows = rows > HEAD ? (size_t)(rows - HEAD) : 0;
	if (p->at >= n)
		p->at = n > 0 ? n - 1 : 0;
	if (p->top > p->at)
		p->top = p->at;
	if (p->rows > 0 && p->at >= p->top + p->rows)
		p->top = p->at + 1 - p->rows;
}

int pick_row(const struct pick *p, size_t nth, struct surface *s)
{
	int row;

	if (nth < p->top || nth - p->top >= p->rows)
		return -1;
	row = HEAD + (int)(nth - p->top);
	if (nth == p->at) {
		surface_text(s, row, 0, 1, STYLE_NORMAL, STR(">"));
		surface_select(s, row, 0, s->cols, true);
	}
	return row;
}
