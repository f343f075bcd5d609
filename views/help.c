/* SPDX-License-Identifier: MIT */
#include "views/help.h"

#include <stdio.h>
#include <strings.h>

#include "mesh/query.h"
#include "tui/keys.h"
#include "views/pane.h"
#include "views/shell_own.h"
#include "views/signs.h"

#define LONGEST 100000 /* lines: beyond any end */

void help_init(struct help *h)
{
	*h = (struct help){ .search.label = STR("/") };
}

void help_fini(struct help *h)
{
	prompt_fini(&h->search);
}

void help_open(struct help *h)
{
	h->open = true;
	h->searching = false;
	h->topic = NULL;
	h->asked = false;
	h->top = 0;
	h->height = h->height > 0 ? h->height : 18;
	prompt_reset(&h->search);
}

void help_topic(struct help *h, struct str word)
{
	help_open(h);
	h->topic = topic_named(word);
	h->asked = h->topic == NULL;
	if (h->asked)
		prompt_set(&h->search, word);
}

static void search_key(struct help *h, int key)
{
	switch (prompt_key(&h->search, key)) {
	case PROMPT_DONE:
		h->searching = false;
		break;
	case PROMPT_CANCELLED:
		h->searching = false;
		prompt_reset(&h->search);
		break;
	default:
		break;
	}
	h->top = 0;
}

/* How far it goes down is known, and kept to, when it is drawn. */
static void move(struct help *h, bool down, size_t by)
{
	if (down)
		h->top += by < LONGEST - h->top ? by : LONGEST - h->top;
	else
		h->top = h->top > by ? h->top - by : 0;
}

/* As in any list; and Space and b page, as in every pager. */
static enum action action_here(int key)
{
	if (key == ' ' || key == 'b')
		return key == ' ' ? ACTION_PAGE_DOWN : ACTION_PAGE_UP;
	return action_of_key(key, SCREEN_LOG, false);
}

void help_key(struct help *h, int key)
{
	if (h->searching) {
		search_key(h, key);
		return;
	}
	switch (action_here(key)) {
	case ACTION_DOWN:
		move(h, true, 1);
		break;
	case ACTION_UP:
		move(h, false, 1);
		break;
	case ACTION_PAGE_DOWN:
		move(h, true, h->height > 1 ? h->height - 1 : 1);
		break;
	case ACTION_PAGE_UP:
		move(h, false, h->height > 1 ? h->height - 1 : 1);
		break;
	case ACTION_HALF_DOWN:
		move(h, true, h->height / 2 + 1);
		break;
	case ACTION_HALF_UP:
		move(h, false, h->height / 2 + 1);
		break;
	case ACTION_TOP:
		h->top = 0;
		break;
	case ACTION_BOTTOM:
		move(h, true, LONGEST);
		break;
	case ACTION_FILTER: /* in all of it */
		h->topic = NULL;
		h->asked = false;
		h->searching = true;
		break;
	case ACTION_BACK:
		if (h->topic == NULL && !h->asked && prompt_text(&h->search).n > 0) {
			prompt_reset(&h->search);
			break;
		}
		h->open = false;
		break;
	case ACTION_HELP:
		h->open = false;
		break;
	case ACTION_WRAP:
		h->cut = !h->cut;
		break;
	default:
		h->open = key != K_CTRL('c');
	}
}

/* Draws lines top..top+rows of what there is, counting all. */
struct pen {
	struct help *h;
	struct surface *s;
	struct str find;
	size_t line;
	const char *head; /* of the part, until something stands below it */
	enum screen screen;
	bool dim; /* what is drawn is not for who reads it */
};

static int next_row(struct pen *p)
{
	size_t line = p->line++;

	if (line < p->h->top || line - p->h->top >= (size_t)p->s->rows - 1)
		return -1;
	return (int)(line - p->h->top) + 1;
}

static bool contains(const char *text, struct str find)
{
	if (find.n == 0)
		return true;
	for (; *text != '\0'; text++) {
		if (strncasecmp(text, find.p, find.n) == 0)
			return true;
	}
	return false;
}

/* From `row` (-1: outside) and `col` on, over as many lines as it needs. */
static void draw_text(struct pen *p, int row, int col, const char *text)
{
	struct str rest = str_of(text);
	int room = p->s->cols - col > 8 ? p->s->cols - col : 8;

	for (;;) {
		size_t n = p->h->cut ? rest.n : pane_line(rest, room);

		if (row >= 0)
			surface_text(p->s, row, col, TO_EDGE,
				p->dim ? STYLE_MUTED : STYLE_NORMAL,
				(struct str){ rest.p, n });
		rest = str_skip(rest, n);
		while (rest.n > 0 && rest.p[0] == ' ')
			rest = str_skip(rest, 1);
		if (rest.n == 0)
			return;
		row = next_row(p);
	}
}

/* Below a head that has not been drawn yet; the first row of an entry. */
static int begin_entry(struct pen *p, const char *keys)
{
	int row;

	if (p->head != NULL) {
		row = next_row(p);
		if (row >= 0)
			surface_text(p->s, row, 1, TO_EDGE, STYLE_TITLE, str_of(p->head));
		p->head = NULL;
	}
	row = next_row(p);
	if (row >= 0)
		surface_text(
			p->s, row, 2, 13, p->dim ? STYLE_MUTED : STYLE_KEY, str_of(keys));
	return row;
}

/* The keys in force, where the row holds: here, else on its first screen. */
static const char *keys_of(
	const struct pen *p, const struct action_row *r, char out[KEYMAP_KEYS])
{
	struct key_names names = { p->h->map, p->screen, p->h->replay };

	if (p->h->map == NULL || p->h->map->n == 0)
		return r->keys;
	while (!(r->screens & ON(names.screen)))
		names.screen = (names.screen + 1) % SCREENS;
	return keymap_keys(&names, (enum action)(r - action_rows), out);
}

static void draw_action(struct pen *p, const struct action_row *r)
{
	const char *name = r->name != NULL ? r->name : r->brief;
	bool wide = p->s->cols >= 60;
	char keys[KEYMAP_KEYS];
	int row;

	if (!contains(keys_of(p, r, keys), p->find) && !contains(name, p->find) &&
		!contains(r->help, p->find))
		return;
	p->dim = p->h->barred != NULL && (r->modes & OPERATORS);
	row = begin_entry(p, keys_of(p, r, keys));
	if (row >= 0 && wide)
		surface_fmt(p->s, row, 16, 17, p->dim ? STYLE_MUTED : STYLE_NORMAL,
			"%s%s", r->name != NULL && !r->acts ? ":" : "",
			r->name != NULL && !r->acts ? r->name : r->brief);
	draw_text(p, row, wide ? 34 : 16, r->help);
	p->dim = false;
}

static void end_part(struct pen *p)
{
	if (p->head == NULL)
		next_row(p);
}

static void draw_signs(struct pen *p)
{
	p->head = "Signs";
	for (const struct sign *g = signs; g->sign != NULL; g++) {
		if (contains(g->sign, p->find) || contains(g->means, p->find))
			draw_text(p, begin_entry(p, g->sign), 16, g->means);
	}
	end_part(p);
}

/* Of the filters: those that rows of the screen have. */
static void draw_fields(struct pen *p, unsigned kinds)
{
	char name[24], help[160];

	p->head = "Behind / on this screen: words, !not, a or b, FIELD:VALUE, /place";
	for (int i = 0; i < QUERY_NAMES; i++) {
		const struct query_field *f = &query_fields[i];

		if (!(f->kinds & kinds))
			continue;
		snprintf(name, sizeof(name), "%s%s", f->name, query_operators(f->type));
		snprintf(help, sizeof(help), "%s", f->help);
		if (contains(f->name, p->find) || contains(f->help, p->find))
			draw_text(p, begin_entry(p, name), 16, help);
	}
	end_part(p);
}

/* Where a row of the table belongs on the page. */
enum place { PLACE_HERE, PLACE_ALL, PLACE_RECORDING, PLACE_ELSEWHERE, PLACE_LIVE };

static enum place place_of(const struct action_row *r, enum screen screen, bool replay)
{
	if (replay && (r->acts || !(r->modes & IN_REPLAY)))
		return PLACE_LIVE;
	if (r->modes == IN_REPLAY)
		return PLACE_RECORDING;
	if (r->screens == ON_ALL)
		return PLACE_ALL;
	return r->screens & ON(screen) ? PLACE_HERE : PLACE_ELSEWHERE;
}

/* Those that change the mesh first. */
static void draw_part(
	struct pen *p, const char *head, enum place place, enum screen screen)
{
	p->head = head;
	for (int acts = 1; acts >= 0; acts--) {
		for (int a = ACTION_NONE + 1; a < ACTIONS; a++) {
			const struct action_row *r = &action_rows[a];

			if (r->help != NULL && r->acts == (acts == 1) &&
				place_of(r, screen, p->h->replay) == place)
				draw_action(p, r);
		}
	}
	end_part(p);
}

static void draw_topics(struct pen *p)
{
	p->head = "Topics, :help NAME";
	for (const struct topic *t = topics; t->name != NULL; t++) {
		if (contains(t->name, p->find) || contains(t->about, p->find) ||
			(p->find.n > 0 && t->text != NULL && contains(t->text, p->find)))
			draw_text(p, begin_entry(p, t->name), 16, t->about);
	}
	end_part(p);
}

static void draw_paragraphs(struct pen *p, const char *text)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");
		char line[1000];

		snprintf(line, sizeof(line), "%.*s", (int)n, text);
		draw_text(
			p, next_row(p), line[0] == ' ' ? 6 : 2, line + strspn(line, " "));
		if (line[0] != ' ' && text[n] != '\0' && text[n + 1] != ' ')
			next_row(p);
		text += n + (text[n] == '\n');
	}
}

static void draw_topic(struct pen *p, const struct topic *t)
{
	struct buf mapped = { 0 };

	p->find = (struct str){ 0 };
	draw_text(p, next_row(p), 1, t->about);
	next_row(p);
	if (t->text != NULL) {
		draw_paragraphs(p, t->text);
		return;
	}
	if (p->h->map != NULL)
		keymap_write(p->h->map, shell_views, &mapped);
	if (mapped.len == 0)
		buf_str(&mapped, "None: all keys are as ? has them.\n");
	for (char *line = mapped.data, *end; (end = strchr(line, '\n')) != NULL;
		line = end + 1) {
		*end = '\0';
		draw_text(p, next_row(p), 2, line);
	}
	buf_fini(&mapped);
}

/* All lines from h->top on; how many there are. */
static size_t draw_page(
	struct help *h, enum screen screen, const char *title, struct surface *s)
{
	struct pen p = { h, s, prompt_text(&h->search), 0, NULL, screen, false };
	char head[130];

	surface_clear(s);
	if (h->topic != NULL) {
		draw_topic(&p, h->topic);
		return p.line;
	}
	if (h->barred != NULL && p.find.n == 0) {
		snprintf(head, sizeof(head), "What is dim is off: %.100s.", h->barred);
		p.dim = true;
		draw_text(&p, next_row(&p), 1, head);
		p.dim = false;
		next_row(&p);
	}
	snprintf(head, sizeof(head), "On %s", title);
	draw_part(&p, head, PLACE_HERE, screen);
	draw_part(&p, "Everywhere", PLACE_ALL, screen);
	draw_part(&p, "In a recording", PLACE_RECORDING, screen);
	draw_part(&p, "On other screens", PLACE_ELSEWHERE, screen);
	if (h->replay)
		draw_part(&p, "Live, not in a recording", PLACE_LIVE, screen);
	draw_fields(&p, shell_views[screen]->kinds);
	draw_topics(&p);
	draw_signs(&p);
	if (p.line == 0)
		draw_text(&p, next_row(&p), 2, "Nothing here has these words in it.");
	if (p.find.n == 0)
		draw_text(&p, next_row(&p), 1,
			"Six capitals change the mesh (A R E H B X), each on a sheet of "
			"its own that a second key confirms. Nothing else does.");
	return p.line;
}

void help_draw(struct help *h, enum screen screen, const char *title, struct surface *s)
{
	char where[40], title_here[40];

	h->height = s->rows > 1 ? (size_t)s->rows - 1 : 0;
	h->lines = draw_page(h, screen, title, s);
	if (h->top > 0 && h->top + h->height > h->lines) {
		h->top = h->lines > h->height ? h->lines - h->height : 0;
		draw_page(h, screen, title, s);
	}
	snprintf(where, sizeof(where), "%zu of %zu", h->top + 1, h->lines);
	snprintf(title_here, sizeof(title_here), "HELP%s%s", h->topic != NULL ? "  " : "",
		h->topic != NULL ? h->topic->name : "");
	surface_rule(s, 0,
		&(struct rule){ .title = str_of(title_here), .right = str_of(where) });
}

void help_draw_hint(const struct help *h, struct surface *s)
{
	static const struct pane_hint hints[] = {
		{ "Esc", "close" },
		{ "/", "search" },
		{ "Space b", "page" },
		{ "j k", "line" },
		{ "g G", "ends" },
		{ "w", "wrap" },
	};

	surface_clear(s);
	if (h->searching)
		prompt_draw(&h->search, s, 0, STYLE_NORMAL);
	else
		pane_hint_row(s, hints, sizeof(hints) / sizeof(*hints), s->cols);
}
