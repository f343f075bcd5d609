/* SPDX-License-Identifier: MIT */
#include "views/filter.h"

#include "base/text.h"
#include "views/format.h"

void filter_fini(struct filter *f)
{
	query_free(f->query);
	f->query = NULL;
}

bool filter_set(struct filter *f, struct str text, unsigned kinds)
{
	text = text_head(text, QUERY_LONGEST + 1);
	if (str_is(text, f->text))
		return false;
	query_free(f->query);
	if (text.n > 0)
		memcpy(f->text, text.p, text.n);
	f->text[text.n] = '\0';
	f->query = query_compile(text, kinds, NULL, &f->fault);
	f->version++;
	return true;
}

/* What of it fits: the text and its fault first. */
void filter_title(
	struct buf *out, const struct filter *f, const struct filter_count *c, int room)
{
	char n[FORMAT_TEXT];

	if (!filter_is_set(f))
		return;
	if (f->fault.text[0] != '\0') {
		buf_fmt(out, "all shown: %s", f->fault.text);
		return;
	}
	if (c->hidden > 0)
		buf_fmt(out, "%s hidden, ", format_count(c->hidden, n));
	if (c->unknown > 0)
		buf_fmt(out, "%s not looked at yet, ", format_count(c->unknown, n));
	else if (c->looks)
		buf_str(out, "looking, ");
	buf_fmt(out, "filter: %s", f->text);
	(void)room;
}

void filter_none(struct buf *out, const struct filter *f, const struct filter_count *c)
{
	char n[FORMAT_TEXT], m[FORMAT_TEXT];

	buf_fmt(out, "0 of %s shown", format_count(c->hidden, n));
	if (c->unknown > 0)
		buf_fmt(out, ", %s not looked at yet", format_count(c->unknown, m));
	else if (c->looks)
		buf_str(out, ", looking");
	buf_fmt(out, ", filter: %s, Esc clears", f->text);
}

bool filter_lets(const struct filter *f, struct query_row *row)
{
	uint64_t fuel = QUERY_FUEL;

	return f->query == NULL || query_judge(f->query, row, &fuel) == QUERY_YES;
}
