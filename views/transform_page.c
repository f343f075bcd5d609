/* SPDX-License-Identifier: MIT */
#include "views/transform_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "tui/keys.h"
#include "views/format.h"
#include "views/link.h"
#include "views/pane.h"

static void close_page(struct transform_page *p)
{
	for (size_t i = 0; i < p->lines; i++)
		free(p->line[i]);
	p->lines = p->cursor = p->sample = 0;
	free(p->place);
	p->place = NULL;
	p->n = 0;
	transform_fini(&p->transform);
	rehearse_fini(&p->dry);
	prompt_reset(&p->prompt);
	p->open = p->editing = false;
}

void transform_page_fini(struct transform_page *p)
{
	close_page(p);
	prompt_fini(&p->prompt);
}

/* The lines have changed: all is looked at anew. */
static void renew(struct transform_page *p)
{
	struct buf all = { 0 };
	struct err e = { .text = "" };

	for (size_t i = 0; i < p->lines; i++)
		buf_fmt(&all, "%s\n", p->line[i]);
	transform_fini(&p->transform);
	p->why[0] = '\0';
	if (!transform_read(buf_view(&all), &p->transform, &e))
		snprintf(p->why, sizeof(p->why), "%s", e.text);
	rehearse_begin(&p->dry, p->place, p->n, p->of);
	buf_fini(&all);
}

void transform_page_open(struct transform_page *p, const struct mesh *m,
	const uint32_t *place, size_t n, size_t of)
{
	const struct handoff *h = handoff_at(m, place[0]);
	char edge[ROW_TEXT] = "";

	close_page(p);
	p->open = true;
	p->n = n < REHEARSE_MOST ? n : REHEARSE_MOST;
	p->of = of;
	p->place = xmalloc(p->n * sizeof(*p->place));
	memcpy(p->place, place, p->n * sizeof(*p->place));
	if (h != NULL)
		row_edge(m, h, edge);
	snprintf(p->name, sizeof(p->name), "%.40s  %.90s",
		h != NULL && h->in_dead ? m->dead_group[h->dead_group].reason : "", edge);
	p->prompt.label = STR(" line  ");
	renew(p);
}

/* --- keys -------------------------------------------------------------------------- */

static void edit(struct transform_page *p, bool add)
{
	if (add && p->lines == TRANSFORM_STEPS)
		return;
	p->editing = true;
	p->adding = add;
	if (add)
		p->cursor = p->lines;
	prompt_reset(&p->prompt);
	if (!add)
		prompt_set(&p->prompt, str_of(p->line[p->cursor]));
}

static void take_out(struct transform_page *p, size_t i)
{
	free(p->line[i]);
	memmove(&p->line[i], &p->line[i + 1], (--p->lines - i) * sizeof(*p->line));
}

static void edited(struct transform_page *p)
{
	struct str text = prompt_text(&p->prompt);

	p->editing = false;
	if (!p->adding)
		take_out(p, p->cursor);
	if (text.n > 0) {
		memmove(&p->line[p->cursor + 1], &p->line[p->cursor],
			(p->lines - p->cursor) * sizeof(*p->line));
		p->line[p->cursor] = xmemdup(text.p, text.n);
		p->lines++;
	}
	if (p->cursor >= p->lines)
		p->cursor = p->lines > 0 ? p->lines - 1 : 0;
	renew(p);
}

static void editing_key(struct transform_page *p, int key)
{
	enum prompt_did did = prompt_key(&p->prompt, key);

	if (did == PROMPT_DONE)
		edited(p);
	if (did == PROMPT_CANCELLED) {
		p->editing = false;
		p->cursor =
			p->lines > 0 && p->cursor >= p->lines ? p->lines - 1 : p->cursor;
	}
}

enum transform_did transform_page_key(struct transform_page *p, int key, bool puts_back)
{
	enum action a = action_of_key(key, SCREEN_LOG, false);

	if (p->editing) {
		editing_key(p, key);
	} else if (puts_back) {
		return TRANSFORM_PUTS_BACK;
	} else if (a == ACTION_BACK || key == K_CTRL('c')) {
		close_page(p);
	} else if (key == 'a') {
		edit(p, true);
	} else if (a == ACTION_OPEN) {
		edit(p, p->lines == 0);
	} else if (key == 'd' && p->lines > 0) {
		take_out(p, p->cursor);
		p->cursor -= p->cursor > 0 && p->cursor == p->lines;
		renew(p);
	} else if (a == ACTION_DOWN && p->cursor + 1 < p->lines) {
		p->cursor++;
	} else if (a == ACTION_UP && p->cursor > 0) {
		p->cursor--;
	} else if (a == ACTION_NEXT_TROUBLE && p->n > 0) {
		p->sample = (p->sample + 1) % p->n;
	} else if (a == ACTION_PREV_TROUBLE && p->n > 0) {
		p->sample = (p->sample + p->n - 1) % p->n;
	}
	return TRANSFORM_STAYS;
}

size_t transform_page_take(
	const struct transform_page *p, uint32_t **place, char ***artifact)
{
	size_t n = 0;

	*place = xmalloc((p->n + 1) * sizeof(**place));
	*artifact = xcalloc(p->n + 1, sizeof(**artifact));
	for (size_t i = 0; i < p->dry.n; i++) {
		if (!p->dry.fits[i])
			continue;
		(*place)[n] = p->dry.place[i];
		if (p->dry.artifact[i] != NULL)
			(*artifact)[n] = xstrdup(p->dry.artifact[i]);
		n++;
	}
	return n;
}

/* --- drawing ----------------------------------------------------------------------- */

static int draw_lines(const struct transform_page *p, struct surface *out, int row)
{
	int most = out->rows / 3 > 1 ? out->rows / 3 : 1;
	size_t first = p->cursor >= (size_t)most ? p->cursor - (size_t)most + 1 : 0;

	if (p->lines == 0 && !p->editing)
		surface_text(out, row, 3, TO_EDGE, STYLE_MUTED,
			STR("a adds a line: move /a /b, rename /a b, set /x 5, drop /y"));
	for (int i = 0; i < most; i++) {
		size_t n = first + (size_t)i;
		bool here = n == p->cursor && (n < p->lines || p->editing);

		if (n < p->lines)
			surface_fmt(out, row + i, 1, TO_EDGE, STYLE_NORMAL, "%2zu  %s",
				n + 1, p->line[n]);
		if (here && p->editing)
			prompt_draw(&p->prompt, out, row + i, STYLE_NORMAL);
		else if (here)
			surface_put(out, row + i, 0, STYLE_NORMAL, '>');
	}
	return row + most;
}

static int draw_dry(
	struct transform_page *p, const struct world *w, struct surface *out, int row)
{
	const struct rehearse *r = &p->dry;
	char left[60], title[ROW_TEXT], fit[FORMAT_TEXT], not [FORMAT_TEXT],
		at[FORMAT_TEXT];
	int most = out->rows - row - 5;

	snprintf(title, sizeof(title), "DRY RUN  %s fit, %s still do not%s",
		format_count(r->fit, fit), format_count(r->at - r->fit, not ),
		p->of > p->n ? "  (the oldest 1,000)" : "");
	if (p->why[0] != '\0')
		snprintf(title, sizeof(title), "DRY RUN");
	snprintf(left, sizeof(left), "%s still to be looked at",
		format_count(r->n - r->at, at));
	surface_rule(out, row++,
		&(struct rule){ .line = RULE_LIGHT,
			.title = str_of(title),
			.right = rehearse_is_done(r) || p->why[0] != '\0'
				? (struct str){ 0 }
				: str_of(left) });
	if (p->why[0] != '\0') {
		surface_text(out, row++, 1, TO_EDGE, STYLE_WARNING, str_of(p->why));
		return row;
	}
	for (size_t i = 0; i < r->causes && most-- > 0; i++)
		surface_fmt(out, row++, 1, TO_EDGE, STYLE_WARNING, "%5s  %s",
			format_count(r->cause[i].n, at), r->cause[i].text);
	if (r->others > 0 && most > 0)
		surface_fmt(out, row++, 1, TO_EDGE, STYLE_WARNING, "%5s  other causes",
			format_count(r->others, at));
	(void)w;
	return row;
}

static void draw_sample(
	struct transform_page *p, const struct world *w, struct surface *out, int row)
{
	const struct handoff *h = handoff_at(w->mesh, p->place[p->sample]);
	struct buf before = { 0 }, after = { 0 };
	int left = out->rows - row - 1;
	char why[120], title[ROW_TEXT];
	bool here, fits;

	if (h == NULL || left < 2)
		return;
	fits = rehearse_one(&p->dry, w, p->place[p->sample], &p->transform, &before,
		&after, &here, why);
	snprintf(title, sizeof(title), "%.100s  letter %zu of %zu", h->id, p->sample + 1,
		p->n);
	surface_rule(out, row++,
		&(struct rule){ .line = RULE_LIGHT,
			.title = str_of(title),
			.right = !here ? STR("loading")
				: fits ? STR("fits")
				       : STR("does not fit") });
	row += pane_wrap_field(
		out, row, left / 2, "BEFORE", buf_view(&before), STYLE_NORMAL);
	if (!fits && here && row < out->rows)
		row += pane_wrap_field(
			out, row, 2, "WHY NOT", str_of(why), STYLE_WARNING);
	if (after.len > 0 && row < out->rows)
		pane_wrap_field(out, row, out->rows - row, "AFTER", buf_view(&after),
			STYLE_NORMAL);
	buf_fini(&before);
	buf_fini(&after);
}

void transform_page_draw(
	struct transform_page *p, const struct world *w, struct surface *out)
{
	char title[ROW_TEXT], right[2 * FORMAT_TEXT], count[FORMAT_TEXT];
	int row;

	if (p->dry.at > 0 && p->dry.contracts != rehearse_stamp(w->mesh))
		rehearse_begin(&p->dry, p->place, p->n, p->of);
	if (p->why[0] == '\0')
		rehearse_turn(&p->dry, w, &p->transform);
	surface_clear(out);
	snprintf(title, sizeof(title), "CHANGE  %s", p->name);
	snprintf(right, sizeof(right), "%s, nothing sent yet",
		format_many(p->of, "letter", count));
	pane_rule(w, out, 0, title, link_loading(w) ? "not known yet" : right);
	row = draw_lines(p, out, 1);
	row = draw_dry(p, w, out, row);
	draw_sample(p, w, out, row);
}

void transform_page_hint(const struct transform_page *p, struct surface *out)
{
	static const struct pane_hint hints[] = {
		{ "a", "add" },
		{ "Enter", "edit" },
		{ "d", "drop" },
		{ "n", "next letter" },
		{ "B", "put back (asks)" },
		{ "Esc", "close" },
		{ "?", "help" },
	};
	int col;

	surface_clear(out);
	if (p->editing) {
		col = pane_hint(out, 0, 1, "Enter", "take the line");
		pane_hint(out, 0, col, "Esc", "leave it");
		return;
	}
	pane_hint_row(out, hints, sizeof(hints) / sizeof(*hints), out->cols);
}
