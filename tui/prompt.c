/* SPDX-License-Identifier: MIT */
#include "tui/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "tui/keys.h"

static struct str before_cursor(const struct prompt *p)
{
	return (struct str){ p->text.data, p->cursor };
}

static void buf_assign(struct buf *b, struct str s)
{
	buf_reset(b);
	buf_slice(b, s);
}

/* The width of the character at `at`, which is inside the line; *next is behind it. */
static int width_at(const struct prompt *p, size_t at, size_t *next)
{
	uint32_t c = 0;
	size_t n = utf8_decode(p->text.data + at, p->text.len - at, &c);

	*next = at + (n > 0 ? n : 1);
	return text_width_of(c);
}

/* Behind the character at `at` and its marks. */
static size_t step_right(const struct prompt *p, size_t at)
{
	size_t next;

	if (at < p->text.len)
		width_at(p, at, &at);
	while (at < p->text.len && width_at(p, at, &next) == 0)
		at = next;
	return at;
}

/* Before the character that ends at `at`, and its marks. */
static size_t step_left(const struct prompt *p, size_t at)
{
	size_t next;

	while (at > 0) {
		do
			at--;
		while (at > 0 && ((unsigned char)p->text.data[at] & 0xc0) == 0x80);
		if (width_at(p, at, &next) != 0)
			break;
	}
	return at;
}

static size_t word_left(const struct prompt *p)
{
	size_t at = p->cursor;

	while (at > 0 && p->text.data[at - 1] == ' ')
		at--;
	while (at > 0 && p->text.data[at - 1] != ' ')
		at--;
	return at;
}

static void remove_range(struct prompt *p, size_t from, size_t to)
{
	if (to <= from)
		return;
	memmove(p->text.data + from, p->text.data + to, p->text.len - to);
	p->text.len -= to - from;
	p->text.data[p->text.len] = '\0';
	p->cursor = from;
}

/* Marks that stand before `at`, counted up to the two that a character may have. */
static int marks_before(const struct prompt *p, size_t at)
{
	size_t start = at > 0 ? step_left(p, at) : 0, next;
	int marks = -1;

	for (; start < at; start = next, marks++)
		width_at(p, start, &next);
	return marks;
}

static void insert(struct prompt *p, uint32_t c)
{
	char utf8[4];
	size_t n = utf8_encode(c, utf8);

	if (p->text.len + n > PROMPT_MAX)
		return;
	/* A mark without a character, or one too many, would be shown spelled out. */
	if (text_width_of(c) == 0 && (p->cursor == 0 || marks_before(p, p->cursor) >= 2))
		return;
	buf_room(&p->text, n);
	memmove(p->text.data + p->cursor + n, p->text.data + p->cursor,
		p->text.len - p->cursor);
	memcpy(p->text.data + p->cursor, utf8, n);
	p->text.len += n;
	p->text.data[p->text.len] = '\0';
	p->cursor += n;
}

void prompt_fini(struct prompt *p)
{
	for (size_t i = 0; i < p->n_history; i++)
		free(p->history[i]);
	buf_fini(&p->text);
	buf_fini(&p->draft);
	buf_fini(&p->stem);
	buf_fini(&p->sought);
	*p = (struct prompt){ 0 };
}

void prompt_reset(struct prompt *p)
{
	buf_reset(&p->text);
	buf_reset(&p->draft);
	p->cursor = 0;
	p->pasting = false;
	p->nth = 0;
	p->seeking = false;
	p->browsing = p->n_history;
}

static void put_text(struct prompt *p, struct str text)
{
	buf_reset(&p->text);
	p->cursor = 0;
	for (size_t i = 0, n; i < text.n; i += n) {
		uint32_t c;

		n = utf8_decode(text.p + i, text.n - i, &c);
		if (n > 0 && (c == '\n' || c == '\t'))
			c = ' ';
		if (n > 0 && text_width_of(c) >= 0)
			insert(p, c);
		n += n == 0;
	}
}

void prompt_set(struct prompt *p, struct str text)
{
	prompt_reset(p);
	put_text(p, text);
}

struct str prompt_text(const struct prompt *p)
{
	return buf_view(&p->text);
}

void prompt_remember(struct prompt *p)
{
	struct str text = prompt_text(p);

	if (text.n == 0)
		return;
	if (p->n_history > 0 && str_is(text, p->history[p->n_history - 1]))
		return;
	if (p->n_history == PROMPT_HISTORY) {
		free(p->history[0]);
		p->n_history--;
		memmove(p->history, p->history + 1, p->n_history * sizeof(*p->history));
	}
	p->history[p->n_history++] = xmemdup(text.p, text.n);
	p->browsing = p->n_history;
}

void prompt_recall(struct prompt *p, struct str line)
{
	prompt_set(p, line);
	prompt_remember(p);
	prompt_reset(p);
}

static bool holds(const char *line, struct str find)
{
	return find.n == 0 || memmem(line, strlen(line), find.p, find.n) != NULL;
}

/* From the newest line of the history on, or from the one that was found last. */
static enum prompt_did seek(struct prompt *p)
{
	size_t from = p->seeking ? p->browsing : p->n_history;

	if (!p->seeking)
		buf_assign(&p->sought, prompt_text(p));
	for (size_t i = from; i > 0; i--) {
		if (!holds(p->history[i - 1], buf_view(&p->sought)))
			continue;
		if (p->browsing == p->n_history)
			buf_assign(&p->draft, prompt_text(p));
		p->browsing = i - 1;
		put_text(p, str_of(p->history[p->browsing]));
		break;
	}
	p->seeking = true;
	return PROMPT_EDITED;
}

static enum prompt_did browse(struct prompt *p, int by)
{
	if (p->n_history == 0)
		return PROMPT_IGNORED;
	if (by < 0 ? p->browsing == 0 : p->browsing >= p->n_history)
		return PROMPT_EDITED;
	if (p->browsing == p->n_history)
		buf_assign(&p->draft, prompt_text(p));
	p->browsing = by < 0 ? p->browsing - 1 : p->browsing + 1;
	if (p->browsing == p->n_history)
		put_text(p, buf_view(&p->draft));
	else
		put_text(p, str_of(p->history[p->browsing]));
	return PROMPT_EDITED;
}

/* What stood left of the cursor becomes `with`; what stands right of it stays. */
static void replace_before(struct prompt *p, struct str with)
{
	struct buf rest = { 0 };
	size_t cursor;

	buf_slice(&rest, str_skip(prompt_text(p), p->cursor));
	put_text(p, with);
	cursor = p->cursor;
	for (size_t i = 0, n; i < rest.len; i += n) {
		uint32_t c;

		n = utf8_decode(rest.data + i, rest.len - i, &c);
		insert(p, c);
	}
	p->cursor = cursor;
	buf_fini(&rest);
}

/* Each Tab shows the next way; behind the last one comes what was typed. */
static enum prompt_did complete(struct prompt *p)
{
	struct buf way = { 0 };

	if (p->complete == NULL)
		return PROMPT_IGNORED;
	if (p->nth == 0)
		buf_assign(&p->stem, before_cursor(p));
	if (p->complete(p->complete_arg, buf_view(&p->stem), (unsigned)p->nth, &way)) {
		replace_before(p, buf_view(&way));
		p->nth++;
	} else if (p->nth > 0) {
		replace_before(p, buf_view(&p->stem));
		p->nth = 0;
	}
	buf_fini(&way);
	return PROMPT_EDITED;
}

static enum prompt_did paste(struct prompt *p, int key)
{
	if (key == K_PASTE_END)
		p->pasting = false;
	else if (key == K_ENTER || key == K_TAB)
		insert(p, ' ');
	else if (keys_is_text(key))
		insert(p, (uint32_t)key);
	return PROMPT_EDITED;
}

static enum prompt_did move_to(struct prompt *p, size_t cursor)
{
	p->cursor = cursor;
	return PROMPT_EDITED;
}

static enum prompt_did cut(struct prompt *p, size_t from, size_t to)
{
	remove_range(p, from, to);
	return PROMPT_EDITED;
}

static enum prompt_did edit(struct prompt *p, int key)
{
	switch (key) {
	case K_LEFT:
	case K_CTRL('b'):
		return move_to(p, step_left(p, p->cursor));
	case K_RIGHT:
	case K_CTRL('f'):
		return move_to(p, step_right(p, p->cursor));
	case K_HOME:
	case K_CTRL('a'):
		return move_to(p, 0);
	case K_END:
	case K_CTRL('e'):
		return move_to(p, p->text.len);
	case K_BACKSPACE:
		if (p->text.len == 0)
			return PROMPT_CANCELLED;
		return cut(p, step_left(p, p->cursor), p->cursor);
	case K_DELETE:
	case K_CTRL('d'):
		return cut(p, p->cursor, step_right(p, p->cursor));
	case K_CTRL('u'):
		return cut(p, 0, p->cursor);
	case K_CTRL('k'):
		return cut(p, p->cursor, p->text.len);
	case K_CTRL('w'):
		return cut(p, word_left(p), p->cursor);
	default:
		return PROMPT_IGNORED;
	}
}

enum prompt_did prompt_key(struct prompt *p, int key)
{
	if (p->pasting)
		return paste(p, key);
	if (key == K_TAB)
		return complete(p);
	p->nth = 0;
	if (key == K_CTRL('r'))
		return seek(p);
	p->seeking = false;
	switch (key) {
	case K_PASTE_BEGIN:
		p->pasting = true;
		return PROMPT_EDITED;
	case K_ENTER:
		return PROMPT_DONE;
	case K_ESC:
	case K_CTRL('c'):
		return PROMPT_CANCELLED;
	case K_UP:
	case K_CTRL('p'):
		return browse(p, -1);
	case K_DOWN:
	case K_CTRL('n'):
		return browse(p, 1);
	default:
		break;
	}
	if (!keys_is_text(key))
		return edit(p, key);
	insert(p, (uint32_t)key);
	return PROMPT_EDITED;
}

/* Columns between two places of the line. */
static int columns(const struct prompt *p, size_t from, size_t to)
{
	return (int)text_width((struct str){ p->text.data + from, to - from });
}

/* What must fit behind the text left of the cursor: what it stands on, and a '~'. */
static int room_ahead(const struct prompt *p)
{
	size_t next = step_right(p, p->cursor);

	if (next == p->cursor)
		return 1;
	return columns(p, p->cursor, next) + (next < p->text.len);
}

/* Where the line begins to show so that the cursor does; with a '~' before it. */
static size_t scroll(const struct prompt *p, int room)
{
	int used = columns(p, 0, p->cursor) + room_ahead(p);
	size_t from = 0;

	while (from < p->cursor && used > room - (from > 0)) {
		size_t next = step_right(p, from);

		used -= columns(p, from, next);
		from = next;
	}
	return from;
}

void prompt_draw(const struct prompt *p, struct surface *s, int row, enum style style)
{
	struct str text = prompt_text(p);
	int col, room;
	size_t from;

	surface_fill(s, (struct rect){ row, 0, 1, s->cols }, style, ' ');
	col = surface_text(s, row, 0, s->cols / 2, style, p->label);
	room = s->cols - col;
	if (text.n == 0) {
		surface_cursor(s, row, col);
		return;
	}
	from = scroll(p, room);
	if (from > 0)
		col += surface_put(s, row, col, style, '~');
	surface_text(s, row, col, TO_EDGE, style, str_skip(text, from));
	surface_cursor(s, row, col + columns(p, from, p->cursor));
}
