/* SPDX-License-Identifier: MIT */
/*
 * Keys and commands. What always holds: the only way to a decision is one of
 * the six capitals, typed and not pasted, on a view that names what it is
 * about, and then the sheet.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/link.h"
#include "views/settings.h"
#include "views/shell_own.h"

/* --- outcomes --------------------------------------------------------------- */

/* Of two that nobody has fetched yet the last one counts, as on any clipboard. */
void shell_copy_out(struct shell *s, struct str text)
{
	buf_reset(&s->copied);
	buf_slice(&s->copied, text);
	shell_want(s, WISH_COPY);
}

static void open_sheet(struct shell *s, const struct world *w, const struct outcome *o)
{
	struct sheet_items items = { .handoffs = o->handoffs,
		.n = o->n_handoffs,
		.hidden = o->n_hidden,
		.rehearsal = o->rehearsal };
	char why[ROW_TEXT];

	if (w->tick < s->deaf_until)
		shell_tell(s, w, STYLE_WARNING,
			"the row changed just now: look, then press it again");
	else if (s->rows > 0 && (s->rows < FRAME_ROWS || s->cols < FRAME_COLS))
		shell_tell(s, w, STYLE_WARNING, "too small to act on");
	else if (!sheet_open(&s->sheet, w, o->decide, &items, why))
		shell_tell(s, w, STYLE_WARNING, "%s", why);
	else {
		shell_fill_note(s);
		if (!sheet_in_text(&s->sheet)) /* what is typed on is its note */
			shell_want(s, WISH_DROP_KEYS);
	}
}

static void claim(struct shell *s, const struct world *w, const struct outcome *o)
{
	char told[ROW_TEXT];

	if (w->tick < s->deaf_until)
		shell_tell(s, w, STYLE_WARNING,
			"the row changed just now: look, then press it again");
	else if (claims_key(&s->claims, w, o->handoffs, o->n_handoffs, told))
		shell_tell(s, w, STYLE_WARNING, "%s", told);
}

void shell_go(struct shell *s, const struct world *w, const struct outcome *o)
{
	const char *what = o->go_handoff[0] != '\0' ? o->go_handoff
		: o->go_edge[0] != '\0'             ? o->go_edge
						    : o->go_filter;
	const struct view *v;

	if (!shell_split_goes(s, w, o->go) && o->go >= 0 && o->go < SCREENS)
		shell_show(s, w, (enum screen)o->go);
	v = shell_views[s->screen];
	if (what[0] == '\0')
		return;
	if (v->select == NULL || !v->select(s->state[s->screen], w, str_of(what)))
		shell_tell(
			s, w, STYLE_WARNING, "%.120s is not in %s now", what, v->title);
}

void shell_show(struct shell *s, const struct world *w, enum screen screen)
{
	struct world own = shell_world(s, w);

	if (s->frozen)
		shell_thaw(s);
	if (s->screen != screen)
		shell_leave_place(s, &own);
	s->screen = screen;
	s->slide.by = 0;
	shell_pages_close(s);
	transform_page_fini(&s->transform);
	shell_look(s, &own, true);
}

/* What a view says beside what it wants. */
void shell_take_told(struct shell *s, const struct world *w, const struct outcome *o)
{
	if (o->message[0] != '\0')
		shell_tell(s, w, STYLE_NORMAL, "%s", o->message);
	if (o->slid)
		s->deaf_until = w->tick + SHELL_DEAF;
}

void shell_act(struct shell *s, const struct world *w, enum action a, struct str arg)
{
	const struct view *v = shell_views[s->screen];
	struct outcome o = { .go = -1 };
	struct buf text = { 0 };
	char key[16];

	if (a == ACTION_FILTER && arg.n > 0) {
		saved_expand(&s->saved, arg, &text);
		arg = buf_view(&text);
	}
	if (a == ACTION_OPEN && handoff_at(w->mesh, s->under.place) != NULL)
		desk_forget_change(&s->desk, handoff_at(w->mesh, s->under.place)->id);
	v->act(s->state[s->screen], w, a, arg, &o);
	buf_fini(&text);
	shell_take_told(s, w, &o);
	if (o.bell)
		shell_want(s, WISH_BELL);
	if (o.copy != NULL)
		shell_copy_out(s, str_of(o.copy));
	/* Only the six may: whatever a view says to another key. */
	if (o.decide != ACTION_NONE && action_rows[a].acts)
		open_sheet(s, w, &o);
	else if (a == ACTION_TRANSFORM && o.n_handoffs > 0)
		shell_transform_open(s, w, &o);
	else if (a == ACTION_CLAIM && o.ask != NULL)
		shell_ask(s, w, o.ask);
	else if (a == ACTION_CLAIM && o.n_handoffs > 0)
		claim(s, w, &o);
	else if (a == ACTION_EDIT && o.edit && o.n_handoffs > 0)
		shell_edit(s, w, o.handoffs[0]);
	else if (!o.handled && (a == ACTION_LEFT || a == ACTION_RIGHT))
		shell_slide(s, w, a);
	else if (!o.handled && a != ACTION_BACK && a != ACTION_UNMARK &&
		o.message[0] == '\0')
		shell_say_needs(s, w, &action_rows[a],
			action_key(a, key)[0] != '\0' ? key : action_rows[a].name);
	shell_slide_back(s, a);
	shell_go(s, w, &o);
	free(o.handoffs);
	free(o.copy);
	free(o.ask);
}

bool shell_command(struct shell *s, const struct world *outer, struct str line)
{
	struct world w = shell_world(s, outer);
	struct command c;

	command_read(line, shell_views, w.replay != NULL, &c);
	if (c.action == ACTION_NONE && shell_open_named(s, &w, line))
		return true;
	if (shell_is_barred(s, &w, c.named))
		return false;
	if (c.action == ACTION_NONE) {
		shell_tell(s, &w, STYLE_WARNING, "%s", c.why);
		return false;
	}
	if (c.action == ACTION_SCREEN) {
		shell_show(s, &w, (enum screen)c.screen);
		if (c.arg.n > 0)
			shell_set_filter(s, &w, c.arg);
		return true;
	}
	/* A filter without a text clears; {NULL} would ask for one. */
	shell_do(s, &w, c.action,
		c.arg.n > 0 || c.action != ACTION_FILTER ? c.arg : STR(""));
	shell_look(s, &w, true);
	return true;
}

/* --- keys ------------------------------------------------------------------- */

static void confirmed(struct shell *s, const struct world *w)
{
	struct desk_order o = { .action = s->sheet.action,
		.bound = s->sheet.bound,
		.n = s->sheet.n,
		.artifact = s->sheet.artifact,
		.note = prompt_text(&s->sheet.note),
		.target = str_of(s->sheet.target) };
	char why[ROW_TEXT];

	if (!sheet_check(&s->sheet, w, why)) {
		shell_close_changed(s, w, why);
		return;
	}
	if (s->sheet.by_canary)
		shell_ops_begin(s, w);
	else
		desk_add(&s->desk, w, &o);
	s->said[0] = '\0';
	transform_page_fini(&s->transform);
	sheet_close(&s->sheet);
	shell_want(s, WISH_DROP_KEYS);
	shell_act(s, w, ACTION_UNMARK, (struct str){ 0 });
}

/* What somebody presses who writes a note, not who leaves a sheet. */
static bool is_typing(int key)
{
	return keys_is_text(key) || key == K_ENTER || key == K_TAB || key == K_BACKSPACE;
}

/*
 * Whether the key was meant for a sheet that has gone: it acts on nothing. Who
 * types on without a pause is not heard until there is one.
 */
static bool was_for_sheet(struct shell *s, const struct world *w, int key)
{
	char why[ROW_TEXT];

	if (s->sheet.phase != SHEET_CLOSED || w->tick >= s->shut_until || !is_typing(key))
		return false;
	if (s->shut_until < w->tick + SHELL_BURST)
		s->shut_until = w->tick + SHELL_BURST;
	if (!s->shut_told) {
		snprintf(why, sizeof(why), "%s", s->said);
		shell_tell(s, w, STYLE_WARNING, "keys dropped: the sheet closed (%.180s)",
			why);
	}
	s->shut_told = true;
	return true;
}

static void sheet_takes(struct shell *s, const struct world *w, int key)
{
	char why[ROW_TEXT];

	switch (sheet_key(&s->sheet, w, key, why)) {
	case SHEET_SENDS:
		confirmed(s, w);
		break;
	case SHEET_CLOSES:
		/* The first letter of what was meant for a note closes it too. */
		shell_close_sheet(s, w, why, keys_is_text(key) ? SHELL_BURST : 0);
		if (keys_is_text(key))
			shell_want(s, WISH_DROP_KEYS);
		break;
	default:
		break;
	}
}

/* Enter goes where the handoff is now. */
static void sent_takes(struct shell *s, const struct world *w, int key)
{
	const char *id = sent_key(&s->sent, &s->desk, key);

	if (action_of_key(key, s->screen, false) == ACTION_UNDO)
		shell_undo(s, w);
	if (id != NULL)
		shell_open_handoff(s, w, str_of(id));
}

static void command_takes(struct shell *s, const struct world *w, int key)
{
	enum prompt_did did = prompt_key(&s->command, key);

	if (did == PROMPT_CANCELLED) {
		s->input = INPUT_NONE;
		s->naming = false;
	}
	if (did != PROMPT_DONE)
		return;
	s->input = INPUT_NONE;
	shell_remember(s);
	if (prompt_text(&s->command).n > 0)
		shell_command(s, w, prompt_text(&s->command));
	s->naming = s->naming && s->input == INPUT_COMMAND;
}

static void copy_takes(struct shell *s, const struct world *w, int key)
{
	static const struct {
		int key;
		const char *what;
	} parts[] = { { 'i', "id" }, { 'e', "edge" }, { 'p', "payload" }, { 'r', "row" },
		{ 's', "screen" } };

	s->input = INPUT_NONE;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (parts[i].key == key)
			shell_do(s, w, ACTION_COPY, str_of(parts[i].what));
	}
}

static void quit_takes(struct shell *s, const struct world *w, int key)
{
	s->input = INPUT_NONE;
	if (key == 's') {
		desk_hurry(&s->desk, w);
		s->leave = true;
		s->leave_by = w->tick + 3 * SECOND;
	} else if (key == 'd') {
		desk_drop(&s->desk, w);
		shell_quit(s);
	} else {
		shell_tell(s, w, STYLE_NORMAL, "stays");
	}
}

static void ctrl_c(struct shell *s, const struct world *w)
{
	bool open = s->help.open || s->input != INPUT_NONE || s->frozen;

	s->input = INPUT_NONE;
	s->help.open = false;
	if (s->frozen)
		shell_thaw(s);
	if (!open && w->tick - s->ctrl_c < 2 * SECOND)
		shell_quit(s);
	else if (!open)
		shell_tell(s, w, STYLE_NORMAL, "Ctrl-C again leaves");
	s->ctrl_c = w->tick;
}

static void show_digit(struct shell *s, const struct world *w, int key)
{
	for (int i = 0; i < SCREENS; i++) {
		if (shell_views[i]->digit != key)
			continue;
		if (i == (int)s->screen && !s->frozen)
			shell_tell(s, w, STYLE_MUTED, "this is %s%s",
				shell_views[i]->title,
				i == SCREEN_NOW ? "" : ": Esc goes back a level");
		shell_show(s, w, (enum screen)i);
	}
}

static void action_takes(struct shell *s, const struct world *w, int key)
{
	enum action a = action_of_key(key, s->screen, w->replay != NULL);

	if (key == K_CTRL('c')) {
		ctrl_c(s, w);
		return;
	}
	if (shell_bar_tab(s, w, key) || shell_split_tab(s, w, key) ||
		shell_bar_takes(s, w, key))
		return;
	if (a == ACTION_NONE) {
		shell_unknown_key(s, w, key);
		return;
	}
	if (a != ACTION_UNDO)
		s->said[0] = '\0';
	if (a == ACTION_SCREEN) {
		show_digit(s, w, key);
		return;
	}
	shell_do(s, w, a, a == ACTION_BACK && key == 'q' ? STR("q") : (struct str){ 0 });
}

/* A paste goes into the text field it began in or nowhere; true if the key was part of
 * one. */
static bool pasted(struct shell *s, const struct world *w, int key)
{
	bool text = s->sheet.phase != SHEET_CLOSED
		? sheet_in_text(&s->sheet) && w->tick - s->sheet.opened >= SHEET_DEAF
		: s->input == INPUT_COMMAND || s->input == INPUT_FILTER ||
			(s->transform.open && s->transform.editing) ||
			(s->help.open && s->help.searching);

	if (key == K_PASTE_BEGIN) {
		s->pasting = true;
		s->paste_goes = text;
	}
	if (!s->pasting)
		return false;
	if (key == K_PASTE_END)
		s->pasting = false;
	s->paste_goes &= text;
	if (s->paste_goes)
		return false;
	if (key == K_PASTE_BEGIN || key == K_PASTE_END)
		shell_tell(s, w, STYLE_NORMAL, "paste ignored: not in a text field");
	return true;
}

void shell_page_key(struct shell *s, const struct world *w, int key)
{
	if (shell_page_takes(s, w, key))
		;
	else if (s->help.open)
		help_key(&s->help, key);
	else if (s->sent.open)
		sent_takes(s, w, key);
	else if (s->restore.open)
		shell_restore_key(s, w, key);
	else if (s->ops_page.open)
		shell_ops_key(s, w, key);
	else if (s->why.open)
		why_key(&s->why, key);
	else if (shell_list_is_open(s))
		shell_list_key(s, w, key);
	else if (s->transform.open)
		shell_transform_key(s, w, key);
	else if (key != K_NONE)
		action_takes(s, w, key);
}

void shell_key(struct shell *s, const struct world *outer, int key)
{
	struct world w = shell_world(s, outer);

	shell_tick(s, outer);
	if (key == K_NONE || key == K_RESIZE || key == K_REDRAW || key == K_HANGUP ||
		pasted(s, &w, key) || was_for_sheet(s, &w, key))
		return;
	if (++s->welcome_keys == 3)
		s->welcome = INT64_MIN;
	key = shell_mapped(s, outer, key);
	if (key == K_CTRL('z')) /* wherever one is: what is open stays open */
		shell_want(s, WISH_SUSPEND);
	else if (s->sheet.phase != SHEET_CLOSED)
		sheet_takes(s, &w, key);
	else if (s->input == INPUT_COMMAND)
		command_takes(s, &w, key);
	else if (s->input == INPUT_FILTER)
		shell_filter_takes(s, &w, key);
	else if (s->input == INPUT_COPY)
		copy_takes(s, &w, key);
	else if (s->input == INPUT_WINDOW)
		shell_split_window(s, &w, key);
	else if (s->input == INPUT_QUIT)
		quit_takes(s, &w, key);
	else if (s->input == INPUT_LEAVE) {
		if (shell_ops_leaves(s, &w, key))
			shell_quit(s);
	} else if (!shell_slide_page(s, &w, key)) {
		shell_page_key(s, &w, key);
	}
	shell_look(s, &w, true);
}
