/* SPDX-License-Identifier: MIT */
#include "views/filter.h"

#include "base/text.h"
#include "views/format.h"

void filter_fini(struct filter *f)
{
	query_free(f->query);
	f->query = NULL;
}

/* The terms before the one that is not understood. */
static struct str understood(struct filter *f, struct str text, unsigned kinds)
{
	struct err fault;

	while (text.n > 0 && f->query == NULL) {
		while (text.n > 0 && text.p[text.n - 1] != ' ')
			text.n--;
		while (text.n > 0 && text.p[text.n - 1] == ' ')
			text.n--;
		f->query = query_compile(text, kinds, NULL, &fault);
	}
	return text;
}

bool filter_set(struct filter *f, struct str text, unsigned kinds)
{
	text = text_head(text, QUERY_LONGEST + 1);
	if (str_is(text, f->text))
		return false;
	text_copy(f->text, sizeof(f->text), text);
	query_free(f->query);
	f->query = query_compile(text, kinds, NULL, &f->fault);
	if (f->fault.text[0] != '\0')
		text = understood(f, text, kinds);
	text_copy(f->good, sizeof(f->good), text);
	f->version++;
	return true;
}

/* Cut to what there is room for; of a few columns only how many are hidden is left. */
void filter_title(
	struct buf *out, const struct filter *f, const struct filter_count *c, int room)
{
	struct buf text = { 0 };
	char n[FORMAT_TEXT];

	if (!filter_is_set(f))
		return;
	if (c->hidden > 0 && f->query != NULL)
		buf_fmt(&text, "%s hidden", format_count(c->hidden, n));
	if (room < 20 && text.len > 0) {
		buf_slice(out, buf_view(&text));
		buf_fini(&text);
		return;
	}
	if (text.len > 0)
		buf_str(&text, ", ");
	if (c->unknown > 0 && f->query != NULL)
		buf_fmt(&text, "%s not looked at yet, ", format_count(c->unknown, n));
	else if (c->looks && f->query != NULL)
		buf_str(&text, "looking, ");
	if (f->fault.text[0] != '\0')
		buf_fmt(&text, "%s%s: %s", f->query != NULL ? "still " : "all shown",
			f->query != NULL ? f->good : "", f->fault.text);
	else
		buf_fmt(&text, "filter: %s", f->text);
	text_cut(out, buf_view(&text), room > 12 ? (size_t)room : 12);
	buf_fini(&text);
}

void filter_none(struct buf *out, const struct filter *f, const struct filter_count *c)
{
	char n[FORMAT_TEXT], m[FORMAT_TEXT];

	buf_fmt(out, "0 of %s shown", format_count(c->hidden, n));
	if (c->unknown > 0)
		buf_fmt(out, ", %s not looked at yet", format_count(c->unknown, m));
	else if (c->looks)
		buf_str(out, ", looking");
	buf_fmt(out, ", filter: %s, Esc clears", f->good);
}

bool filter_lets(const struct filter *f, struct query_row *row)
{
	uint64_t fuel = QUERY_FUEL;

	return f->query == NULL || query_judge(f->query, row, &fuel) == QUERY_YES;
}
