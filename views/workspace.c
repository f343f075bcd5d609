/* SPDX-License-Identifier: MIT */
#include "views/workspace.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "views/shell_own.h"

#define FIELDS 8 /* name, shape, and three of each half */

static int by_name(const void *a, const void *b)
{
	return strcmp(
		((const struct workspace *)a)->name, ((const struct workspace *)b)->name);
}

struct workspace *workspace_find(const struct workspaces *all, struct str name)
{
	for (size_t i = 0; i < all->n; i++) {
		if (str_is(name, all->one[i].name))
			return (struct workspace *)&all->one[i];
	}
	return NULL;
}

bool workspace_put(struct workspaces *all, const struct workspace *w, struct err *e)
{
	struct workspace *old = workspace_find(all, str_of(w->name));

	if (!text_is_agent(str_of(w->name)))
		return err_set(
			e, "a name is up to %d of a-z 0-9 . _ -", WORKSPACE_NAME - 1);
	if (old == NULL && all->n == WORKSPACES_MOST)
		return err_set(e,
			"%d workspaces are saved: :workspace forget NAME makes room",
			WORKSPACES_MOST);
	if (old == NULL)
		old = &all->one[all->n++];
	*old = *w;
	qsort(all->one, all->n, sizeof(*all->one), by_name);
	return true;
}

void workspace_forget(struct workspaces *all, struct workspace *w)
{
	size_t at = (size_t)(w - all->one);

	all->n--;
	memmove(w, w + 1, (all->n - at) * sizeof(*w));
}

/* --- knobs ------------------------------------------------------------------ */

static unsigned knob_get(const struct knob *k, const void *state)
{
	const char *at = (const char *)state + k->at;
	uint8_t byte = 0;
	unsigned value = 0;

	if (k->size != sizeof(value)) {
		memcpy(&byte, at, 1);
		return byte;
	}
	memcpy(&value, at, sizeof(value));
	return value;
}

static void knob_set(const struct knob *k, void *state, unsigned value)
{
	char *at = (char *)state + k->at;
	uint8_t byte = (uint8_t)value;

	if (k->size == sizeof(value))
		memcpy(at, &value, sizeof(value));
	else
		memcpy(at, &byte, 1);
}

void workspace_take(struct workspace_half *h, enum screen screen, void *state)
{
	const struct view *v = shell_views[screen];
	size_t n = 0;

	*h = (struct workspace_half){ .screen = screen };
	for (const struct knob *k = v->knobs; k != NULL && k->name != NULL; k++) {
		unsigned value = knob_get(k, state);

		if (value != 0 && n < sizeof(h->knobs))
			n += (size_t)snprintf(h->knobs + n, sizeof(h->knobs) - n,
				"%s%s=%u", n > 0 ? " " : "", k->name, value);
	}
	if (v->filter != NULL)
		snprintf(h->filter, sizeof(h->filter), "%s",
			(v->listed != NULL ? v->listed : v->filter)(state)->text);
}

static struct str cut(struct str *text, char at)
{
	const char *end = text->n > 0 ? memchr(text->p, at, text->n) : NULL;
	struct str part = { text->p, end != NULL ? (size_t)(end - text->p) : text->n };

	*text = str_skip(*text, part.n + (end != NULL));
	return part;
}

/* What a newer seam has written, and this one does not know, is left as it is. */
void workspace_give(const struct workspace_half *h, void *state)
{
	struct str left = str_of(h->knobs);

	while (left.n > 0) {
		struct str word = cut(&left, ' '), name = cut(&word, '=');
		unsigned long value = word.n > 0 ? strtoul(word.p, NULL, 10) : 0;
		const struct knob *k = shell_views[h->screen]->knobs;

		for (; k != NULL && k->name != NULL; k++) {
			if (str_is(name, k->name) && value <= k->most)
				knob_set(k, state, (unsigned)value);
		}
	}
}

/* --- the file --------------------------------------------------------------- */

static bool copy_text(char *to, size_t room, struct str text)
{
	if (text.n >= room || text_has_controls(text))
		return false;
	if (text.n > 0)
		memcpy(to, text.p, text.n);
	to[text.n] = '\0';
	return true;
}

static bool read_half(struct workspace_half *h, const struct str *field)
{
	for (int i = 0; i < SCREENS; i++) {
		if (!str_is(field[0], shell_views[i]->name))
			continue;
		h->screen = (enum screen)i;
		return copy_text(h->knobs, sizeof(h->knobs), field[1]) &&
			copy_text(h->filter, sizeof(h->filter), field[2]);
	}
	return false;
}

static void read_shape(struct workspace *w, struct str shape)
{
	while (shape.n > 0) {
		struct str word = cut(&shape, ' ');

		w->split |= str_is(word, "two");
		w->beside |= str_is(word, "beside");
		w->second |= str_is(word, "second");
		w->zoomed |= str_is(word, "zoomed");
	}
}

static bool read_line(struct workspace *w, struct str line)
{
	struct str field[FIELDS];
	size_t n = 0;
	bool more = true;

	while (more && n < FIELDS) {
		struct str rest = line;

		field[n++] = cut(&rest, '\t');
		more = field[n - 1].n < line.n;
		line = rest;
	}
	*w = (struct workspace){ .split = false };
	if (more || n < 5 || !copy_text(w->name, sizeof(w->name), field[0]))
		return false;
	read_shape(w, field[1]);
	return n == (w->split ? 8 : 5) && read_half(&w->half[0], field + 2) &&
		(!w->split || read_half(&w->half[1], field + 5));
}

void workspaces_read(struct workspaces *all, struct str lines)
{
	struct workspace w;

	all->n = 0;
	while (lines.n > 0) {
		struct str line = cut(&lines, '\n');

		if (utf8_valid(line) && read_line(&w, line))
			workspace_put(all, &w, NULL);
	}
}

static void write_half(const struct workspace_half *h, struct buf *out)
{
	buf_fmt(out, "\t%s\t%s\t%s", shell_views[h->screen]->name, h->knobs, h->filter);
}

void workspaces_write(const struct workspaces *all, struct buf *out)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct workspace *w = &all->one[i];

		buf_fmt(out, "%s\t%s%s%s%s", w->name, w->split ? "two" : "one",
			w->beside ? " beside" : "", w->second ? " second" : "",
			w->zoomed ? " zoomed" : "");
		write_half(&w->half[0], out);
		if (w->split)
			write_half(&w->half[1], out);
		buf_char(out, '\n');
	}
}
