/* SPDX-License-Identifier: MIT */
/* The verdict as cells: as many sentences as fit, in as few words as that takes. */
#include <stdio.h>

#include "views/verdict.h"

enum style verdict_style(int grave)
{
	if (grave == GRAVE_CRITICAL)
		return STYLE_CRITICAL;
	return grave == GRAVE_WARNING ? STYLE_WARNING : STYLE_NORMAL;
}

/* How much a sentence says. */
enum fit { FIT_ALL, FIT_BRIEF, FIT_LEAST };

static struct str words_of(const struct sentence *said, enum fit fit)
{
	if (fit == FIT_LEAST && said->least[0] != '\0')
		return str_of(said->least);
	return str_of(
		fit != FIT_ALL && said->brief[0] != '\0' ? said->brief : said->text);
}

static int width_of(const struct surface *s, const struct sentence *said, enum fit fit)
{
	return (said->grave > 0 ? 3 : 0) + surface_measure(s, words_of(said, fit));
}

/* "  (+3 more)" behind what fits; "" if nothing is left. */
static int more_text(size_t left, int cols, char out[FORMAT_TEXT])
{
	out[0] = '\0';
	if (left == 0)
		return 0;
	return snprintf(out, FORMAT_TEXT, cols < 60 ? "  (+%zu)" : "  (+%zu more)", left);
}

/* How many sentences fit with what tells of the others behind them. */
static size_t fitting(const struct verdict *v, const struct surface *s, enum fit fit)
{
	int col = 0;
	size_t n = 0;

	for (size_t i = 0; i < v->n; i++) {
		char more[FORMAT_TEXT];

		col += (i > 0 ? 4 : 0) + width_of(s, &v->said[i], fit);
		if (col + more_text(v->n - i - 1, s->cols, more) <= s->cols)
			n = i + 1;
	}
	return n;
}

static int sentence_draw(const struct sentence *said, struct surface *s, int row, int col,
	int end, enum fit fit)
{
	enum style style = verdict_style(said->grave);

	if (said->grave > 0)
		surface_text(s, row, col, TO_EDGE, style,
			str_of(grave_mark((enum grave)said->grave)));
	if (said->grave > 0)
		col += 3;
	return col + surface_text(s, row, col, end - col, style, words_of(said, fit));
}

void verdict_draw(const struct verdict *v, struct surface *s, int row)
{
	size_t n = fitting(v, s, FIT_ALL), n_brief = fitting(v, s, FIT_BRIEF);
	enum fit fit = FIT_ALL;
	char more[FORMAT_TEXT];
	int col = 0, end;

	if (n_brief > n) {
		n = n_brief;
		fit = FIT_BRIEF;
	} else if (n == 0) {
		n = 1;
		fit = FIT_LEAST;
	}
	end = s->cols - more_text(v->n - n, s->cols, more);
	for (size_t i = 0; i < n; i++)
		col = sentence_draw(&v->said[i], s, row, i > 0 ? col + 4 : 0, end, fit);
	surface_text(s, row, col, TO_EDGE, STYLE_NORMAL, str_of(more));
}
