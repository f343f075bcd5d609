/* SPDX-License-Identifier: MIT */
/* Finding: `/`, filters that are saved, and ways through the mesh and back. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/log_find.h"
#include "views/log_row.h"
#include "views/row.h"
#include "views/shell_own.h"

static const struct view *view_of(const struct shell *s)
{
	return shell_views[s->screen];
}

static const char *filter_of(const struct shell *s)
{
	const struct view *v = view_of(s);

	return v->filter != NULL ? v->filter(s->state[s->screen])->text : "";
}

static bool reads(const struct shell *s)
{
	return view_of(s)->reads != NULL && view_of(s)->reads(s->state[s->screen]);
}

static void here(struct shell *s, const struct world *w, char out[132])
{
	const struct view *v = view_of(s);
	const struct handoff *h;

	out[0] = '\0';
	if (v->here != NULL) {
		v->here(s->state[s->screen], w, out);
	} else if (v->under != NULL) {
		h = handoff_at(w->mesh, v->under(s->state[s->screen], w));
		if (h != NULL)
			snprintf(out, 132, "%s", h->id);
	}
}

/* --- the prompt ------------------------------------------------------------- */

void shell_ask_filter(struct shell *s, const struct world *w)
{
	here(s, w, s->filter_here);
	prompt_reset(&s->filter);
	s->filter.label = reads(s) ? STR("search ") : STR("/");
	snprintf(s->filter_was, sizeof(s->filter_was), "%s", filter_of(s));
	s->input = INPUT_FILTER;
}

static void apply(struct shell *s, const struct world *w, struct str text)
{
	shell_act(s, w, ACTION_FILTER, text.n > 0 ? text : STR(""));
}

/* As it was, the row under the cursor too where the screen can. */
static void put_back(struct shell *s, const struct world *w)
{
	const struct view *v = view_of(s);
	bool can = s->screen == SCREEN_NOW || s->screen == SCREEN_REVIEW ||
		(s->screen == SCREEN_DEAD && s->filter_was[0] == '\0');

	apply(s, w, str_of(s->filter_was));
	if (can && s->filter_here[0] != '\0')
		v->select(s->state[s->screen], w, str_of(s->filter_here));
}

/* The list follows while one types; Esc leaves it as it was. */
void shell_filter_takes(struct shell *s, const struct world *w, int key)
{
	bool searches = reads(s);
	enum prompt_did did;

	s->complete =
		(struct complete){ w, &s->saved, view_of(s)->kinds, s->under.place };
	s->filter.complete = searches ? NULL : complete_filter;
	s->filter.complete_arg = &s->complete;
	did = prompt_key(&s->filter, key);
	s->complete.world = NULL;
	if (did == PROMPT_DONE || did == PROMPT_CANCELLED)
		s->input = INPUT_NONE;
	if (did == PROMPT_DONE)
		prompt_remember(&s->filter);
	if (did == PROMPT_CANCELLED && searches)
		apply(s, w, STR(""));
	else if (did == PROMPT_CANCELLED)
		put_back(s, w);
	else if (did != PROMPT_IGNORED)
		apply(s, w, prompt_text(&s->filter));
}

bool shell_filter_line(const struct shell *s, const struct world *w, char out[ROW_TEXT],
	enum style *style)
{
	const struct view *v = view_of(s);
	const struct filter *f;
	char help[120];

	(void)w;
	if (s->input != INPUT_FILTER || v->filter == NULL || reads(s))
		return false;
	f = v->filter(s->state[s->screen]);
	*style = f->fault.text[0] != '\0' ? STYLE_WARNING : STYLE_MUTED;
	if (f->fault.text[0] != '\0')
		snprintf(out, ROW_TEXT, "%.200s", f->fault.text);
	else
		snprintf(out, ROW_TEXT, "%s",
			complete_help(prompt_text(&s->filter), v->kinds, help));
	return out[0] != '\0';
}

void shell_set_filter(struct shell *s, const struct world *w, struct str text)
{
	for (int i = 0; i < 3 && reads(s); i++) /* what it searches for, then the page */
		shell_act(s, w, ACTION_BACK, STR("Esc"));
	shell_act(s, w, ACTION_FILTER, text);
}

/* --- saved filters ---------------------------------------------------------- */

void shell_save_filter(struct shell *s, const struct world *w, struct str name)
{
	const char *text = filter_of(s);
	struct err e = { "" };

	if (!saved_put(&s->saved, name, str_of(text), &e)) {
		shell_tell(s, w, STYLE_WARNING, "%s", e.text);
		return;
	}
	buf_reset(&s->saved_text);
	saved_write(&s->saved, &s->saved_text);
	if (shell_want(s, WISH_FILTERS) == NULL)
		return;
	if (text[0] != '\0')
		shell_tell(
			s, w, STYLE_NORMAL, "@%.*s is now %.150s", STR_ARG(name), text);
	else
		shell_tell(s, w, STYLE_NORMAL, "@%.*s is forgotten", STR_ARG(name));
}

void shell_load_filters(struct shell *s, struct str lines)
{
	saved_read(&s->saved, lines);
}

/* --- ways ------------------------------------------------------------------- */

/* What it came out of and is there; else NULL. */
static const struct handoff *cause_of(const struct mesh *m, const struct handoff *h)
{
	return h->cause.of != NONE && !h->cause.awaited ? handoff_at(m, h->cause.of)
							: NULL;
}

static void to_incident(struct shell *s, const struct world *w, const struct handoff *h,
	const struct incident *i)
{
	shell_show(s, w, SCREEN_INCIDENTS);
	shell_views[SCREEN_INCIDENTS]->select(
		s->state[SCREEN_INCIDENTS], w, str_of(h->id));
	shell_tell(s, w, STYLE_NORMAL, "%.60s: %u handoffs, %u open; C-o goes back",
		i->id, i->handoffs, incident_open(i));
}

/* The first letter that died there, else what went wrong there last; NONE. */
static uint32_t trouble_on(const struct mesh *m, uint32_t edge)
{
	struct order_item first;

	for (uint32_t i = 0; edge != NONE && i < m->dead_whys; i++) {
		if (m->dead_group[m->dead_why[i].group].edge == edge &&
			order_at(&m->dead_why[i].letters, 0, &first))
			return first.id;
	}
	for (uint64_t n = m->log_lines; edge != NONE && n-- > log_first_line(m);) {
		const struct log_line *l = &m->log[n % LOG_LINES];
		const struct handoff *h = handoff_at(m, l->handoff);

		if (h != NULL && h->edge == edge && log_grave(m, l) != GRAVE_NONE)
			return l->handoff;
	}
	return NONE;
}

/* `o` of an edge: the incident of its trouble. */
static void to_trouble_of(struct shell *s, const struct world *w, const char *edge)
{
	const struct handoff *h = handoff_at(
		w->mesh, trouble_on(w->mesh, row_find_edge(w->mesh, str_of(edge))));

	if (h == NULL) {
		shell_tell(s, w, STYLE_NORMAL, "o: nothing has gone wrong on %.120s",
			edge[0] != '\0' ? edge : "a row that is not there");
		return;
	}
	shell_leave_place(s, w);
	s->jumping = true;
	if (incident_at(w->mesh, h->incident) != NULL)
		to_incident(s, w, h, incident_at(w->mesh, h->incident));
	else
		shell_open_handoff(s, w, str_of(h->id));
	s->jumping = false;
}

void shell_to_cause(struct shell *s, const struct world *w)
{
	const struct handoff *h, *cause;
	const struct incident *i;
	char id[132];

	here(s, w, id);
	h = handoff_at(w->mesh, mesh_find_handoff(w->mesh, str_of(id)));
	if (h == NULL && s->screen == SCREEN_FLOW) {
		to_trouble_of(s, w, id);
		return;
	}
	if (h == NULL) {
		shell_tell(s, w, STYLE_NORMAL, "o is for the row of a handoff");
		return;
	}
	cause = cause_of(w->mesh, h);
	i = incident_at(w->mesh, h->incident);
	if (cause == NULL && i == NULL) {
		shell_tell(s, w, STYLE_NORMAL,
			"%.100s names nothing that it came out of, and no incident",
			h->id);
		return;
	}
	shell_leave_place(s, w);
	s->jumping = true;
	if (cause != NULL)
		shell_open_handoff(s, w, str_of(cause->id));
	else
		to_incident(s, w, h, i);
	s->jumping = false;
	if (cause != NULL)
		shell_tell(s, w, STYLE_NORMAL, "%.60s came out of %.60s: C-o goes back",
			h->id, cause->id);
}

static bool is_same(const struct spot *a, const struct spot *b)
{
	return a->screen == b->screen && strcmp(a->what, b->what) == 0;
}

/* What lay ahead of it is forgotten. */
void shell_leave_place(struct shell *s, const struct world *w)
{
	struct spot now = { .screen = s->screen };

	if (s->jumping)
		return;
	here(s, w, now.what);
	s->places = s->place_at;
	if (s->places > 0 && is_same(&s->place[s->places - 1], &now))
		return;
	if (s->places == SHELL_PLACES) {
		s->places--;
		memmove(s->place, s->place + 1, s->places * sizeof(*s->place));
	}
	s->place[s->places++] = now;
	s->place_at = s->places;
}

static void go_to(struct shell *s, const struct world *w, const struct spot *p)
{
	const struct view *v = shell_views[p->screen];

	if (!shell_split_goes(s, w, p->screen))
		shell_show(s, w, p->screen);
	if (p->what[0] != '\0' &&
		(v->select == NULL ||
			!v->select(s->state[p->screen], w, str_of(p->what))))
		shell_tell(s, w, STYLE_NORMAL, "%.120s is not in %s any more", p->what,
			v->title);
}

/* What one comes from takes the place of what one goes to: so it is come back to. */
void shell_jump(struct shell *s, const struct world *w, bool back)
{
	struct spot now = { .screen = s->screen }, to;

	here(s, w, now.what);
	do {
		if (back ? s->place_at == 0 : s->place_at == s->places) {
			shell_tell(s, w, STYLE_NORMAL, "%s",
				back ? "that is as far as one can go back"
				     : "there is nothing further on");
			return;
		}
		s->place_at -= back;
		to = s->place[s->place_at];
		s->place[s->place_at] = now;
		s->place_at += !back;
	} while (is_same(&to, &now));
	s->jumping = true;
	go_to(s, w, &to);
	s->jumping = false;
}
