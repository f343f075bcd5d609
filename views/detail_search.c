/* SPDX-License-Identifier: MIT */
/* Searching in the text of a detail: its lines that have it are marked, n and N go on. */
#include <stdio.h>

#include "base/text.h"
#include "views/detail.h"

static char low(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool detail_line_has(const struct detail *d, size_t i)
{
	struct str text = lines_at(&d->lines, i);
	size_t n = strlen(d->search);

	for (size_t at = 0; n > 0 && at + n <= text.n; at++) {
		size_t k = 0;

		while (k < n && low(text.p[at + k]) == low(d->search[k]))
			k++;
		if (k == n)
			return true;
	}
	return false;
}

void detail_search(struct detail *d, struct str text)
{
	text = text_head(text, sizeof(d->search) - 1);
	if (text.n > 0)
		memcpy(d->search, text.p, text.n);
	d->search[text.n] = '\0';
	d->seek = text.n > 0;
	if (d->seek && d->tab == TAB_SUMMARY) /* it is no lines */
		detail_turn(d, 1);
}

void detail_search_settle(struct detail *d)
{
	size_t i = d->top < d->lines.n ? d->top : 0;

	if (!d->seek || d->lines.n == 0)
		return;
	d->seek = false;
	for (size_t n = 0; n < d->lines.n; n++, i = (i + 1) % d->lines.n) {
		if (!detail_line_has(d, i))
			continue;
		d->top = i;
		return;
	}
}

void detail_search_on(struct detail *d, bool down, struct outcome *out)
{
	size_t all = 0, before = 0, to = SIZE_MAX;

	for (size_t i = 0; i < d->lines.n; i++) {
		if (!detail_line_has(d, i))
			continue;
		all++;
		if (down ? i > d->top && to == SIZE_MAX : i < d->top) {
			to = i;
			before = all;
		}
	}
	if (to != SIZE_MAX)
		d->top = to;
	if (all == 0)
		snprintf(out->message, sizeof(out->message),
			"\"%.60s\" is not on this page: ] shows the next", d->search);
	else if (to == SIZE_MAX)
		snprintf(out->message, sizeof(out->message),
			"none further that way, of %zu lines with \"%.60s\"", all,
			d->search);
	else
		snprintf(out->message, sizeof(out->message),
			"%zu of %zu lines with \"%.60s\"", before, all, d->search);
}
