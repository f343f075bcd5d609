/* SPDX-License-Identifier: MIT */
#include "views/why.h"

#include "tui/keys.h"
#include "views/actions.h"
#include "views/pane.h"

void why_open(struct why *y)
{
	why_fini(y);
	y->open = true;
}

void why_fini(struct why *y)
{
	for (int i = 0; i < DRIFT_LISTS; i++)
		buf_fini(&y->all[i]);
	*y = (struct why){ 0 };
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

/* As often as line 3 looks. */
static void make(struct why *y, const struct watch *k, const struct world *w)
{
	if (y->made == k->drift_tick && y->made != 0)
		return;
	y->made = k->drift_tick;
	for (int i = 0; i < DRIFT_LISTS; i++) {
		buf_reset(&y->all[i]);
		drift_list(&y->all[i], w, (enum drift_list)i);
	}
}

struct page {
	struct surface *out;
	int row;
	int skip, lines; /* how many are above, and how many there are */
};

static void add(struct page *p, int grave, struct str text)
{
	if (p->lines++ < p->skip || p->row >= p->out->rows)
		return;
	if (grave > 0)
		pane_grave(p->out, p->row, 1, grave);
	p->row += pane_wrap(
		p->out, p->row, 4, p->out->rows - p->row, verdict_style(grave), text);
}

static void add_all(struct page *p, int grave, struct str lines)
{
	while (lines.n > 0) {
		const char *end = memchr(lines.p, '\n', lines.n);
		size_t n = end != NULL ? (size_t)(end - lines.p) : lines.n;

		add(p, grave, (struct str){ lines.p, n });
		lines = str_skip(lines, end != NULL ? n + 1 : n);
	}
}

static void add_verdict(struct page *p, const struct why *y, const struct verdict *v)
{
	for (size_t i = 0; i < v->n; i++) {
		const struct sentence *said = &v->said[i];
		bool all = said->list != DRIFT_LISTS && y->all[said->list].len > 0;

		if (!all || said->sums)
			add(p, said->grave, str_of(said->text));
		if (all)
			add_all(p, said->grave, buf_view(&y->all[said->list]));
	}
}

void why_draw(struct why *y, const struct verdict *v, const struct watch *k,
	const struct world *w, struct surface *out)
{
	struct page p = { .out = out, .row = 2, .skip = y->top };

	make(y, k, w);
	surface_clear(out);
	surface_rule(out, 0,
		&(struct rule){ .title = STR("WHY  what line 3 says, the worst first") });
	add_verdict(&p, y, v);
	y->most = p.lines - 1;
	if (y->top <= y->most)
		return;
	y->top = y->most; /* there are fewer now */
	p = (struct page){ .out = out, .row = 2, .skip = y->top };
	add_verdict(&p, y, v);
}

void why_draw_hint(struct surface *out)
{
	int col;

	surface_clear(out);
	col = pane_hint(out, 0, 1, "j/k", "move");
	pane_hint(out, 0, col, "Esc", "close");
}
