/* SPDX-License-Identifier: MIT */
/*
 * The hint line of a sheet. What always holds: it names each key that does
 * something now and none that does not, in the longest wording that fits.
 */
#include <stdarg.h>
#include <stdio.h>

#include "base/text.h"
#include "views/sheet.h"

#define PARTS 12

/* From the longest wording to the shortest. */
enum wording { FULL, SHORT, SHORTEST };

struct hint {
	struct {
		char text[96];
		enum style style;
	} part[PARTS];
	size_t n;
	enum wording wording;
};

static void say(struct hint *h, enum style style, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static void say(struct hint *h, enum style style, const char *fmt, ...)
{
	va_list ap;

	h->part[h->n].style = style;
	va_start(ap, fmt);
	vsnprintf(h->part[h->n].text, sizeof(h->part[h->n].text), fmt, ap);
	va_end(ap);
	h->n++;
}

/* A key and what it does, apart from what stands before it. */
static void say_key(struct hint *h, const char *key, const char *full, const char *brief)
{
	if (h->n > 0)
		say(h, STYLE_NORMAL, "%s", h->wording == FULL ? "   " : "  ");
	say(h, STYLE_KEY, "%s", key);
	say(h, STYLE_NORMAL, " %s", h->wording == FULL ? full : brief);
}

/* Why the last key did not do it; else what all other keys do. */
static void say_rest(
	struct hint *h, const struct sheet *s, const char *full, const char *brief)
{
	const char *gap = h->wording == FULL ? "   " : "  ";

	if (s->hint[0] != '\0')
		say(h, STYLE_WARNING, "%s%s", gap, s->hint);
	else
		say(h, STYLE_NORMAL, "%s", h->wording == FULL ? full : brief);
}

static const char *verb_of(const struct sheet *s)
{
	return action_rows[s->action].brief;
}

static void say_number(struct hint *h, const struct sheet *s, enum style style)
{
	static const char *const between[] = { "  then  ", " then ", " " };
	const char *verb = verb_of(s);

	if (h->wording == FULL)
		say(h, STYLE_NORMAL, "type  ");
	say(h, style, "%zu", s->n);
	say(h, STYLE_NORMAL, "%s", between[h->wording]);
	say(h, style, "y");
	if (h->wording == FULL)
		say(h, STYLE_NORMAL, "  to %s   typed: %s_", verb, s->typed);
	else if (h->wording == SHORT)
		say(h, STYLE_NORMAL, " %s  typed: %s_", verb, s->typed);
	else
		say(h, STYLE_NORMAL, "  %s_", s->typed);
}

static void say_one_key(struct hint *h, const struct sheet *s, enum style style)
{
	const char *verb = verb_of(s);

	if (h->wording == FULL)
		say(h, STYLE_NORMAL, "press  ");
	if (s->edited && !s->meant) {
		say(h, style, "A");
		say(h, STYLE_NORMAL, h->wording == FULL ? "  then  " : " then ");
	}
	if (s->n == 1)
		say(h, style, "y");
	else
		say(h, style, "%zu", s->n);
	say(h, STYLE_NORMAL, h->wording == FULL ? "  to %s" : " %s", verb);
}

static void confirm(struct hint *h, const struct sheet *s, const struct world *w)
{
	/* Keys are not heard yet. */
	enum style style = w->tick - s->opened < SHEET_DEAF ? STYLE_MUTED : STYLE_KEY;

	if (sheet_note_missing(s)) {
		say_key(h, "Tab", "write the note first", "write the note");
	} else {
		if (sheet_by_number(s))
			say_number(h, s, style);
		else
			say_one_key(h, s, style);
		say_key(h, "Tab", "note", "note");
	}
	say_rest(h, s, "   any other key: go back", "  other: back");
}

static void target(struct hint *h, const struct sheet *s)
{
	char keys[8] = "1", full[60] = "to whom";

	if (s->n_shown > 1)
		snprintf(keys, sizeof(keys), "1-%d", (int)s->n_shown);
	if (s->n_shown < s->n_targets)
		snprintf(full, sizeof(full), "to whom (no room for %d more)",
			(int)(s->n_targets - s->n_shown));
	if (s->n_shown > 0)
		say_key(h, keys, full, "to whom");
	say_key(h, "Tab", "write another", "write");
	say_rest(h, s, "   any other key: go back", "  other: back");
}

static void text(struct hint *h, const struct sheet *s)
{
	if (s->phase == SHEET_TARGET_TEXT) {
		say_key(h, "Tab Enter", "take this name", "take");
		say_key(h, "Esc", "go back", "back");
	} else if (s->note_needed) {
		say_key(h, "Tab Enter", "leave the note", "leave");
		say_key(h, "Esc", "go back", "back");
	} else {
		say_key(h, "Tab Enter Esc", "leave the note", "leave");
	}
	say_rest(h, s, "   Enter never sends", "");
}

static void build(struct hint *h, const struct sheet *s, const struct world *w)
{
	if (s->phase == SHEET_CONFIRM)
		confirm(h, s, w);
	else if (s->phase == SHEET_TARGET)
		target(h, s);
	else
		text(h, s);
}

static int width_of(const struct hint *h)
{
	int width = 1;

	for (size_t i = 0; i < h->n; i++)
		width += (int)text_width(str_of(h->part[i].text));
	return width;
}

void sheet_draw_hint(const struct sheet *s, const struct world *w, struct surface *out)
{
	struct hint h;
	int col = 1;

	surface_clear(out);
	for (int wording = FULL; wording <= SHORTEST; wording++) {
		h = (struct hint){ .wording = (enum wording)wording };
		build(&h, s, w);
		if (width_of(&h) <= out->cols)
			break;
	}
	for (size_t i = 0; i < h.n; i++)
		col += surface_text(
			out, 0, col, TO_EDGE, h.part[i].style, str_of(h.part[i].text));
}
