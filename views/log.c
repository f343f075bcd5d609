/* SPDX-License-Identifier: MIT */
/*
 * Log: what came last, newest at the bottom. What always holds: a row is the
 * number of its line, so the cursor stays on an event while others come; it
 * follows the end until one moves up, and again after End.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/json_out.h"
#include "base/mem.h"
#include "tui/list.h"
#include "views/link.h"
#include "views/log_find.h"
#include "views/log_open.h"
#include "views/log_row.h"
#include "views/pane.h"
#include "views/row.h"

struct log {
	struct list list;
	bool full, cut;
	struct detail page; /* of a handoff, over all else */
	size_t top;         /* row of the text at the top, when full */
	struct log_find find;
	/* the text of the event under the cursor */
	uint64_t text_of;             /* hubsequence, 0: none is here */
	const struct mesh *text_mesh; /* compared, never followed */
	struct buf text;
};

/* --- rows ------------------------------------------------------------------- */

static const struct log_line *line_at(const struct mesh *m, uint64_t n)
{
	return &m->log[n % LOG_LINES];
}

static uint64_t all_id_at(const void *arg, size_t rank)
{
	return log_first_line(arg) + rank;
}

static size_t all_rank_of(const void *arg, uint64_t id)
{
	const struct mesh *m = arg;

	if (id < log_first_line(m) || id >= m->log_lines)
		return LIST_NOWHERE;
	return (size_t)(id - log_first_line(m));
}

static bool filtered(const struct log *v)
{
	return log_find_filters(&v->find);
}

static struct list_items look(struct log *v, const struct world *w, size_t height)
{
	struct list_items items = { (size_t)(w->mesh->log_lines -
					    log_first_line(w->mesh)),
		all_id_at, all_rank_of, w->mesh };

	if (filtered(v)) {
		log_find_look(&v->find, w);
		items = log_find_items(&v->find);
	}
	list_sync(&v->list, &items, height);
	return items;
}

static struct list_items look_again(struct log *v, const struct world *w)
{
	return look(v, w, v->list.height > 0 ? v->list.height : 10);
}

/* --- drawing ---------------------------------------------------------------- */

/* Of all rows on the screen. */
static struct log_widths measure(struct log *v, const struct world *w,
	const struct surface *s, const struct list_items *items)
{
	struct log_widths c;

	log_widths_begin(&c, s);
	for (int line = 0; line < s->rows; line++) {
		size_t rank = list_rank(&v->list, items, (size_t)line);

		if (rank == LIST_NOWHERE)
			break;
		log_widths_take(
			&c, w->mesh, s, line_at(w->mesh, items->id_at(items->arg, rank)));
	}
	log_widths_end(&c, s);
	return c;
}

static void draw_none(const struct log *v, const struct world *w, struct surface *s)
{
	struct filter_count n = log_find_count(&v->find, w->mesh);
	struct buf text = { 0 };

	if (v->find.sift.filter.query != NULL)
		filter_none(&text, &v->find.sift.filter, &n);
	else
		buf_fmt(&text, "0 of %zu shown, only trouble, Esc clears", n.hidden);
	surface_text(s, 1, 3, TO_EDGE, STYLE_NORMAL, buf_view(&text));
	buf_fini(&text);
}

static void draw_list(struct log *v, const struct world *w, struct surface *s)
{
	struct list_items items = look(v, w, (size_t)s->rows);
	struct log_widths c = measure(v, w, s, &items);

	for (int line = 0; line < s->rows; line++) {
		size_t rank = list_rank(&v->list, &items, (size_t)line);

		if (rank == LIST_NOWHERE)
			break;
		log_row_draw(
			w, s, line, line_at(w->mesh, items.id_at(items.arg, rank)), &c);
		if ((size_t)line != list_line(&v->list))
			continue;
		surface_text(s, line, 0, 1, STYLE_NORMAL, STR(">"));
		surface_select(s, line, 0, s->cols, true);
	}
	if (items.n == 0 && filtered(v))
		draw_none(v, w, s);
	else if (items.n == 0)
		surface_text(
			s, 1, 3, TO_EDGE, STYLE_NORMAL, STR("No event has come yet."));
}

/* The event as one line of ASCII, kept until another is looked at. */
static bool load_text(struct log *v, const struct world *w, uint64_t hubsequence)
{
	struct buf bytes = { 0 };

	if (v->text_of == hubsequence && v->text_mesh == w->mesh && hubsequence != 0)
		return true;
	v->text_mesh = w->mesh;
	v->text_of = 0;
	buf_reset(&v->text);
	if (w->event != NULL && w->event(w->event_arg, hubsequence, &bytes)) {
		out_ascii(&v->text, buf_view(&bytes));
		v->text_of = hubsequence;
	}
	buf_fini(&bytes);
	return v->text_of != 0;
}

static void draw_text(struct log *v, const struct world *w, struct surface *s)
{
	const struct log_line *l;
	char title[ROW_TEXT];
	struct str text;
	uint64_t id;
	size_t per = s->cols > 2 ? (size_t)s->cols - 2 : 1;

	if (!list_selected(&v->list, &id) || id >= w->mesh->log_lines)
		return;
	l = line_at(w->mesh, id);
	snprintf(title, sizeof(title), "%s %.100s  event %llu", log_word(l),
		log_handoff(w->mesh, l), (unsigned long long)l->hubsequence);
	surface_rule(s, 0, &(struct rule){ .title = str_of(title) });
	if (!load_text(v, w, l->hubsequence)) {
		surface_text(s, 1, 1, TO_EDGE, STYLE_MUTED,
			STR("loading: the event is asked for"));
		return;
	}
	text = buf_view(&v->text);
	if (v->top > text.n / per)
		v->top = text.n / per;
	text = str_skip(text, v->full ? v->top * per : 0);
	for (int row = 1; row < s->rows && text.n > 0; row++) {
		size_t n = text.n < per ? text.n : per;
		bool last = v->cut || (row + 1 == s->rows && n < text.n);

		surface_text(s, row, 1, (int)per, STYLE_NORMAL,
			last ? text : (struct str){ text.p, n });
		text = str_skip(text, v->cut ? text.n : n);
	}
}

static void draw_title(const struct log *v, const struct world *w, struct surface *s)
{
	struct buf right = { 0 };
	struct counters c = mesh_counters(w->mesh);
	char n[FORMAT_TEXT];

	if (filter_is_set(&v->find.sift.filter)) {
		struct filter_count hidden = log_find_count(&v->find, w->mesh);

		filter_title(&right, &v->find.sift.filter, &hidden, s->cols - 24);
		buf_str(&right, "  ");
	}
	if (v->find.trouble_only)
		buf_str(&right, "only trouble  ");
	buf_str(&right, v->list.follow ? "following" : "stands, End follows");
	if (c.lost > 0)
		buf_fmt(&right, ", %s missed", format_count(c.lost, n));
	pane_rule(w, s, 0, filtered(v) ? "LOG" : "LOG  all events", right.data);
	buf_fini(&right);
}

static void log_draw(void *state, const struct world *w, struct surface *s)
{
	struct log *v = state;
	int detail = v->full ? s->rows : s->rows >= 16 ? 5 : s->rows >= 10 ? 3 : 0;
	struct surface part =
		surface_sub(s, (struct rect){ 1, 0, s->rows - 1 - detail, s->cols });

	if (detail_is_open(&v->page)) {
		detail_draw_opened(&v->page, w, s);
		return;
	}
	if (!v->full) {
		draw_title(v, w, s);
		draw_list(v, w, &part);
	}
	part = surface_sub(s, (struct rect){ s->rows - detail, 0, detail, s->cols });
	if (detail > 0)
		draw_text(v, w, &part);
}

/* --- actions ---------------------------------------------------------------- */

static bool scroll_text(struct log *v, enum action a)
{
	switch (a) {
	case ACTION_DOWN:
		v->top++;
		return true;
	case ACTION_UP:
		v->top -= v->top > 0;
		return true;
	case ACTION_PAGE_DOWN:
	case ACTION_HALF_DOWN:
		v->top += 10;
		return true;
	case ACTION_PAGE_UP:
	case ACTION_HALF_UP:
		v->top = v->top > 10 ? v->top - 10 : 0;
		return true;
	case ACTION_TOP:
		v->top = 0;
		return true;
	case ACTION_BOTTOM:
		v->top = SIZE_MAX / 4;
		return true;
	default:
		return false;
	}
}

static bool move(struct log *v, const struct list_items *items, enum action a)
{
	if (v->full)
		return scroll_text(v, a);
	if (a == ACTION_BOTTOM) {
		list_move(&v->list, items, LIST_FOLLOW);
		return true;
	}
	return pane_move(&v->list, items, a);
}

static void next_trouble(struct log *v, const struct mesh *m,
	const struct list_items *items, bool down, struct outcome *out)
{
	size_t at = v->list.top + list_line(&v->list);

	while (items->n > 0 && (down ? ++at < items->n : at-- > 0)) {
		uint64_t id = items->id_at(items->arg, at);

		if (log_grave(m, line_at(m, id)) == GRAVE_NONE)
			continue;
		list_select(&v->list, items, id);
		return;
	}
	snprintf(out->message, sizeof(out->message), "no more trouble that way");
}

static void set_filter(struct log *v, struct str text)
{
	detail_close(&v->page);
	log_find_set(&v->find, text);
}

static bool step_back(struct log *v)
{
	if (v->full) {
		v->full = false;
	} else if (v->find.trouble_only || filter_is_set(&v->find.sift.filter)) {
		log_find_trouble(&v->find, false);
		set_filter(v, (struct str){ 0 });
	} else {
		return false;
	}
	return true;
}

static void copy(
	struct log *v, const struct world *w, struct str what, struct outcome *out)
{
	const struct log_line *l;
	char text[ROW_TEXT];
	uint64_t id;

	if (!list_selected(&v->list, &id))
		return;
	l = line_at(w->mesh, id);
	if (str_is(what, "id"))
		out->copy = xstrdup(log_handoff(w->mesh, l));
	else if (str_is(what, "edge"))
		out->copy = xstrdup(log_who(w->mesh, l, text));
	else if (load_text(v, w, l->hubsequence))
		out->copy = xmemdup(v->text.data, v->text.len);
	else
		snprintf(out->message, sizeof(out->message),
			"the event is not here yet: try again");
}

static void zoom(struct log *v, struct outcome *out)
{
	uint64_t id;

	if (!v->full && !list_selected(&v->list, &id)) {
		snprintf(out->message, sizeof(out->message), "there is nothing here");
		return;
	}
	v->full = !v->full;
	v->top = 0;
	v->list.follow = v->list.follow && !v->full;
}

/*
 * The pages of its handoff; of what is of none the event as it came. One that is named
 * is opened at once: the filter may still be looking for its lines.
 */
static void open_row(
	struct log *v, const struct world *w, struct str named, struct outcome *out)
{
	uint32_t place = mesh_find_handoff(w->mesh, named);
	uint64_t id;

	if (place == NONE && list_selected(&v->list, &id))
		place = mesh_find_handoff(
			w->mesh, str_of(log_handoff(w->mesh, line_at(w->mesh, id))));
	if (place == NONE || (v->full && named.n == 0)) {
		zoom(v, out);
		return;
	}
	v->full = false;
	log_page_open(&v->page, w, place);
	v->list.follow = false;
}

static void log_act(void *state, const struct world *w, enum action a, struct str arg,
	struct outcome *out)
{
	struct log *v = state;
	struct list_items items = look_again(v, w);

	out->handled = true;
	if (detail_is_open(&v->page)) {
		log_page_act(&v->page, w, a, arg, out);
		return;
	}
	if (move(v, &items, a))
		return;
	switch (a) {
	case ACTION_OPEN:
		open_row(v, w, arg, out);
		break;
	case ACTION_ZOOM:
		zoom(v, out);
		break;
	case ACTION_WRAP:
		v->cut = !v->cut;
		pane_tell_wrap(v->cut, out);
		break;
	case ACTION_FILTER:
		set_filter(v, arg);
		break;
	case ACTION_NEXT_TAB:
	case ACTION_PREV_TAB:
		snprintf(out->message, sizeof(out->message),
			"tabs are a handoff's: Enter opens it");
		break;
	case ACTION_TROUBLE:
		log_find_trouble(&v->find, !v->find.trouble_only);
		break;
	case ACTION_NEXT_TROUBLE:
	case ACTION_PREV_TROUBLE:
		next_trouble(v, w->mesh, &items, a == ACTION_NEXT_TROUBLE, out);
		break;
	case ACTION_COPY:
		copy(v, w, arg, out);
		break;
	case ACTION_BACK:
		out->handled = step_back(v);
		break;
	default:
		out->handled = false;
	}
}

/* --- the screen ------------------------------------------------------------- */

static void *log_open(void)
{
	struct log *v = xcalloc(1, sizeof(*v));

	v->list.follow = true;
	return v;
}

static void log_close(void *state)
{
	struct log *v = state;

	list_fini(&v->list);
	detail_fini(&v->page);
	buf_fini(&v->text);
	log_find_fini(&v->find);
	free(v);
}

static void log_tab(const struct world *w, char *out, size_t room)
{
	(void)w;
	(void)room;
	out[0] = '\0';
}

/* An edge, "from>to", or an agent that is known. */
static bool names_some(const struct mesh *m, struct str what)
{
	const char *gt = what.n > 0 ? memchr(what.p, '>', what.n) : NULL;

	if (gt == NULL)
		return mesh_find_agent(m, what) != NONE;
	return mesh_find_agent(m, (struct str){ what.p, (size_t)(gt - what.p) }) != NONE;
}

/* Something was found on the edge of which the log alone has a list. */
static bool has_found(const struct mesh *m, struct str edge)
{
	uint32_t place = row_find_edge(m, edge);

	for (unsigned i = 0; place != NONE && i < FAULT_BITS; i++) {
		if ((LOG_FOUND >> i & 1) && m->edge[place].faults[i] > 0)
			return true;
	}
	return false;
}

/* Whoever asks for its newest wants all looked at: that is bounded. */
static struct list_items look_all(struct log *v, const struct world *w)
{
	struct list_items items = look_again(v, w);

	while (v->find.scanned < w->mesh->log_lines && filtered(v))
		items = look_again(v, w);
	return items;
}

/* All lines that it lets through, or what is wrong there; the newest under the cursor. */
static bool filter_by(
	struct log *v, const struct world *w, struct str text, bool trouble_only)
{
	struct list_items items;

	v->full = false;
	log_find_trouble(&v->find, trouble_only);
	set_filter(v, text);
	items = look_all(v, w);
	if (items.n == 0 && trouble_only)
		return filter_by(v, w, text, false);
	list_move(&v->list, &items, LIST_FOLLOW);
	return true;
}

static bool filter_to(struct log *v, const struct world *w, struct str what)
{
	struct buf text = { 0 };

	if (memchr(what.p, '>', what.n) != NULL) {
		buf_str(&text, "edge=");
		query_quote_value(&text, what);
	} else {
		query_quote(&text, what);
	}
	filter_by(v, w, buf_view(&text), has_found(w->mesh, what));
	buf_fini(&text);
	return true;
}

static bool log_select(void *state, const struct world *w, struct str what)
{
	struct log *v = state;
	uint32_t place = mesh_find_handoff(w->mesh, what);
	struct list_items items = look_again(v, w);

	detail_close(&v->page);
	if (what.n > 1 && what.p[0] == '/')
		return filter_by(v, w, str_skip(what, 1), false);
	for (uint64_t n = w->mesh->log_lines;
		place != NONE && n-- > log_first_line(w->mesh);) {
		if (line_at(w->mesh, n)->handoff == place)
			return list_select(&v->list, &items, n);
	}
	return place == NONE && names_some(w->mesh, what) && filter_to(v, w, what);
}

static void log_hint(void *state, const struct world *w, struct surface *s)
{
	static const enum action hints[] = { ACTION_BOTTOM, ACTION_TOP,
		ACTION_NEXT_TROUBLE, ACTION_FILTER, ACTION_TROUBLE, ACTION_OPEN,
		ACTION_CLOCK, ACTION_COPY, ACTION_WRAP, ACTION_NONE };

	if (detail_is_open(&((struct log *)state)->page))
		log_page_hint(w, s);
	else
		pane_hints(w, s, hints);
}

static const struct filter *log_filter(void *state)
{
	return &((struct log *)state)->find.sift.filter;
}

static bool log_busy(void *state, const struct world *w)
{
	return log_find_busy(&((struct log *)state)->find, w);
}

static void log_here(void *state, const struct world *w, char out[132])
{
	struct log *v = state;
	uint64_t id;

	if (detail_is_open(&v->page))
		snprintf(out, 132, "%s", v->page.id);
	else if (list_selected(&v->list, &id) && id < w->mesh->log_lines)
		snprintf(out, 132, "%s", log_handoff(w->mesh, line_at(w->mesh, id)));
}

static bool log_reads(void *state)
{
	return detail_is_open(&((struct log *)state)->page);
}

static bool log_noted(
	void *state, const struct world *w, enum noted_what *what, char name[NOTED_NAME])
{
	struct log *v = state;
	uint64_t id;

	*what = NOTED_HANDOFF;
	name[0] = '\0';
	log_here(state, w, name);
	if (mesh_find_handoff(w->mesh, str_of(name)) != NONE)
		return true;
	*what = NOTED_AGENT;
	return !detail_is_open(&v->page) && list_selected(&v->list, &id) &&
		id < w->mesh->log_lines &&
		log_noted_agent(w->mesh, line_at(w->mesh, id), name);
}

static const struct knob log_knobs[] = {
	KNOB(struct log, find.trouble_only, "trouble", 1),
	KNOB(struct log, cut, "cut", 1),
	{ 0 },
};

const struct view view_log = {
	.name = "log",
	.title = "Log",
	.digit = '7',
	.open = log_open,
	.close = log_close,
	.tab = log_tab,
	.draw = log_draw,
	.act = log_act,
	.select = log_select,
	.hint = log_hint,
	.filter = log_filter,
	.kinds = QUERY_EVENTS,
	.busy = log_busy,
	.here = log_here,
	.reads = log_reads,
	.noted = log_noted,
	.knobs = log_knobs,
};
