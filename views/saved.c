/* SPDX-License-Identifier: MIT */
#include "views/saved.h"

#include <stdlib.h>

#include "base/text.h"
#include "tui/keys.h"
#include "views/actions.h"
#include "views/pane.h"

static bool is_name(struct str s)
{
	return s.n < SAVED_NAME && text_is_agent(s);
}

static struct saved_filter *find(const struct saved *s, struct str name)
{
	for (size_t i = 0; i < s->n; i++) {
		if (str_is(name, s->filter[i].name))
			return (struct saved_filter *)&s->filter[i];
	}
	return NULL;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct saved_filter *)a)->name,
		((const struct saved_filter *)b)->name);
}

static void forget(struct saved *s, struct saved_filter *f)
{
	size_t at = (size_t)(f - s->filter);

	s->n--;
	memmove(f, f + 1, (s->n - at) * sizeof(*f));
}

bool saved_put(struct saved *s, struct str name, struct str text, struct err *e)
{
	struct saved_filter *f = find(s, name);

	if (!is_name(name))
		return err_set(e, "a name is up to %d of a-z 0-9 . _ -", SAVED_NAME - 1);
	if (text.n == 0 && f == NULL)
		return err_set(e, "there is no filter here to save");
	if (text.n == 0) {
		forget(s, f);
		return true;
	}
	if (text.n > QUERY_LONGEST || text_has_controls(text))
		return err_set(e, "that is no filter");
	if (f == NULL && s->n == SAVED_MOST)
		return err_set(e,
			"%d filters are saved: forget one (:save NAME where "
			"there is no filter)",
			SAVED_MOST);
	if (f == NULL) {
		f = &s->filter[s->n++];
		memcpy(f->name, name.p, name.n);
		f->name[name.n] = '\0';
	}
	memcpy(f->text, text.p, text.n);
	f->text[text.n] = '\0';
	qsort(s->filter, s->n, sizeof(*s->filter), by_name);
	return true;
}

const char *saved_find(const struct saved *s, struct str name)
{
	const struct saved_filter *f = find(s, name);

	return f != NULL ? f->text : NULL;
}

void saved_read(struct saved *s, struct str lines)
{
	s->n = 0;
	while (lines.n > 0) {
		const char *end = memchr(lines.p, '\n', lines.n), *blank;
		struct str line = { lines.p,
			end != NULL ? (size_t)(end - lines.p) : lines.n };

		lines = str_skip(lines, line.n + (end != NULL));
		blank = line.n > 0 ? memchr(line.p, ' ', line.n) : NULL;
		if (blank != NULL && utf8_valid(line))
			saved_put(s, (struct str){ line.p, (size_t)(blank - line.p) },
				str_skip(line, (size_t)(blank - line.p) + 1), NULL);
	}
}

void saved_write(const struct saved *s, struct buf *out)
{
	for (size_t i = 0; i < s->n; i++)
		buf_fmt(out, "%s %s\n", s->filter[i].name, s->filter[i].text);
}

void saved_expand(const struct saved *s, struct str text, struct buf *out)
{
	bool quoted = false;

	for (size_t i = 0; i < text.n;) {
		size_t n = 1;
		const char *with = NULL;

		quoted ^= text.p[i] == '"';
		if (text.p[i] == '@' && !quoted && (i == 0 || text.p[i - 1] == ' ')) {
			while (i + n < text.n && text.p[i + n] != ' ')
				n++;
			with = saved_find(s, (struct str){ text.p + i + 1, n - 1 });
		}
		if (with != NULL)
			buf_str(out, with);
		else
			buf_slice(out, (struct str){ text.p + i, n });
		i += n;
	}
}

/* --- the page --------------------------------------------------------------- */

void saved_open(struct saved *s)
{
	s->open = true;
	s->top = 0;
}

void saved_key(struct saved *s, int key)
{
	enum action a = action_of_key(key, SCREEN_LOG, false);

	if (a == ACTION_DOWN && s->top + 1 < s->n)
		s->top++;
	else if (a == ACTION_UP && s->top > 0)
		s->top--;
	else if (a == ACTION_BACK || key == K_CTRL('c'))
		s->open = false;
}

void saved_draw(struct saved *s, struct surface *out)
{
	int row = 2;

	surface_clear(out);
	surface_rule(
		out, 0, &(struct rule){ .title = STR("FILTERS  saved, @NAME behind /") });
	if (s->n == 0)
		surface_text(out, 2, 3, TO_EDGE, STYLE_MUTED,
			STR("None is saved: set one with /, then :save NAME."));
	for (size_t i = s->top; i < s->n && row < out->rows; i++) {
		surface_fmt(out, row, 1, SAVED_NAME, STYLE_KEY, "@%s", s->filter[i].name);
		row += pane_wrap(out, row, 14, out->rows - row, STYLE_NORMAL,
			str_of(s->filter[i].text));
	}
}

void saved_draw_hint(struct surface *out)
{
	int col;

	surface_clear(out);
	col = pane_hint(out, 0, 1, "j/k", "move");
	pane_hint(out, 0, col, "Esc", "close");
}
