/* SPDX-License-Identifier: MIT */
/*
 * What the shell does itself, whatever the screen: one table. What is in none of its
 * rows is for the view.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "views/link.h"
#include "views/settings.h"
#include "views/shell_own.h"

void shell_quit(struct shell *s)
{
	if (desk_pending(&s->desk) > 0) {
		s->input = INPUT_QUIT;
		return;
	}
	if (shell_ops_stays(s))
		return;
	s->leave = true;
	s->leave_by = s->last.tick;
}

static void back(struct shell *s, const struct world *w, bool by_q)
{
	struct outcome o = { .go = -1 };

	shell_views[s->screen]->act(
		s->state[s->screen], w, ACTION_BACK, by_q ? STR("q") : STR("Esc"), &o);
	shell_take_told(s, w, &o);
	free(o.handoffs);
	free(o.copy);
	if (o.handled) {
		if (o.message[0] != '\0')
			shell_tell(s, w, STYLE_NORMAL, "%s", o.message);
		shell_go(s, w, &o);
		return;
	}
	if (s->said[0] != '\0' && !by_q && w->tick - s->said_at < SHELL_SAID) {
		s->said[0] = '\0';
		return;
	}
	if (shell_split_close(s, w))
		return;
	if (s->screen != SCREEN_NOW)
		shell_show(s, w, SCREEN_NOW);
	else if (by_q)
		shell_quit(s);
	else
		shell_tell(s, w, STYLE_MUTED, "q leaves");
}

static void turn_clock(struct shell *s, const struct world *w)
{
	static const char *const faces[] = { "UTC", "local time",
		"ages: -9m is past, +9m to come" };

	s->clock = (enum clock_face)((s->clock + 1) % CLOCK_FACES);
	shell_tell(s, w, STYLE_NORMAL, "instants are written as %s", faces[s->clock]);
}

static unsigned digits(struct str s)
{
	unsigned n = 0;

	for (; s.n > 0 && n < 1000; s = str_skip(s, 1))
		if (s.p[0] >= '0' && s.p[0] <= '9')
			n = n * 10 + (unsigned)(s.p[0] - '0');
	return n;
}

/* "undo 3" is the shell's; the rest is for who draws and rings. */
static void set(struct shell *s, const struct world *w, struct str arg)
{
	struct wish *wish;
	char said[ROW_TEXT];
	bool ok = settings_read(arg, said);

	shell_tell(s, w, ok ? STYLE_NORMAL : STYLE_WARNING, "%s", said);
	if (!ok)
		return;
	if (str_starts(arg, "mouse "))
		s->mouse = memcmp(arg.p + arg.n - 3, "off", 3) != 0;
	if (str_starts(arg, "undo "))
		s->desk.delay = digits(str_skip(arg, 5)) * SECOND;
	else if ((wish = shell_want(s, WISH_SET)) != NULL)
		snprintf(wish->text, sizeof(wish->text), "%.*s",
			arg.n < 200 ? (int)arg.n : 200, arg.p);
}

void shell_undo(struct shell *s, const struct world *w)
{
	size_t n = desk_undo(&s->desk, w);

	n = n > 0 ? n : ops_undo(&s->ops);
	if (n == 0)
		shell_tell(s, w, STYLE_NORMAL, "nothing is pending: what was sent stays");
	else
		shell_tell(s, w, STYLE_NORMAL, "taken back: %zu decision%s, nothing sent",
			n, n == 1 ? "" : "s");
}

void shell_move_recording(struct shell *s, enum action a, struct str arg)
{
	struct wish *wish = shell_want(s, WISH_REPLAY);

	if (wish == NULL)
		return;
	wish->replay = a;
	if (arg.n > 0)
		snprintf(wish->text, sizeof(wish->text), "%.*s",
			arg.n < 200 ? (int)arg.n : 200, arg.p);
}

static void copy_picture(struct shell *s, const struct world *w)
{
	struct surface all = { 0 };
	struct buf text = { 0 };

	surface_init(&all, s->rows, s->cols);
	shell_draw(s, w, &all);
	surface_dump(&all, GLYPHS_UTF8, &text);
	shell_copy_out(s, buf_view(&text));
	buf_fini(&text);
	surface_fini(&all);
}

/* --- the table ---------------------------------------------------------------- */

static void own_undo(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)a, (void)arg;
	shell_undo(s, w);
}

static void own_freeze(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)a, (void)arg;
	shell_freeze(s, w);
}

static void own_clock(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)a, (void)arg;
	turn_clock(s, w);
}

static void own_command(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)w, (void)a, (void)arg;
	prompt_reset(&s->command);
	s->input = INPUT_COMMAND;
}

static void own_help(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)w, (void)a;
	help_open(&s->help);
	s->slide.by = 0;
	if (arg.n > 0)
		help_topic(&s->help, arg);
}

/* A page over the screen; one that was open goes. */
static void own_page(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)arg;
	shell_pages_close(s);
	if (a == ACTION_WHY)
		why_open(&s->why);
	else if (a == ACTION_FILTERS)
		saved_open(&s->saved);
	else if (a == ACTION_MARKS)
		pick_open(&s->marks_page);
	else if (a == ACTION_SENT)
		sent_open(&s->sent);
	else if (a == ACTION_OPS)
		ops_page_open(&s->ops_page, w->epoch);
	else
		shell_restore_open(s);
}

/* What is done by who draws. */
static void own_wish(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)w, (void)arg;
	shell_want(s,
		a == ACTION_REDRAW              ? WISH_REDRAW
			: a == ACTION_RECONNECT ? WISH_RECONNECT
			: a == ACTION_MESH      ? WISH_DIGEST
						: WISH_SUSPEND);
}

static void own_set(struct shell *s, const struct world *w, enum action a, struct str arg)
{
	if (a == ACTION_MOUSE)
		arg = s->mouse ? STR("mouse off") : STR("mouse on");
	set(s, w, arg);
}

static void own_export(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)a;
	shell_export(s, w, arg);
}

static void own_mute(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	shell_mute(s, w, a == ACTION_UNMUTE, arg);
}

static void own_save(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)a;
	shell_save_filter(s, w, arg);
}

static void own_cause(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)a, (void)arg;
	shell_to_cause(s, w);
}

static void own_jump(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)arg;
	shell_jump(s, w, a == ACTION_JUMP_BACK);
}

static void own_radius(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)a;
	shell_radius(s, w, arg);
}

static void own_map(struct shell *s, const struct world *w, enum action a, struct str arg)
{
	shell_map(s, w, a == ACTION_UNMAP, arg);
}

static void own_visit(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	char what[40];

	snprintf(what, sizeof(what), "%s%s%.*s",
		a == ACTION_TUTORIAL ? "tutorial" : "rewind", arg.n > 0 ? " " : "",
		arg.n < 24 ? (int)arg.n : 24, arg.n > 0 ? arg.p : "");
	shell_visit(s, w, str_of(what));
}

static void own_source(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)a;
	shell_want_source(s, w, arg);
}

static void own_quit(
	struct shell *s, const struct world *w, enum action a, struct str arg)
{
	(void)w, (void)a, (void)arg;
	shell_quit(s);
}

/* What no view is asked about, but for the keys of a recording. */
static void (*const own[ACTIONS])(
	struct shell *s, const struct world *w, enum action a, struct str arg) = {
	[ACTION_UNDO] = own_undo,
	[ACTION_FREEZE] = own_freeze,
	[ACTION_CLOCK] = own_clock,
	[ACTION_COMMAND] = own_command,
	[ACTION_HELP] = own_help,
	[ACTION_SENT] = own_page,
	[ACTION_OPS] = own_page,
	[ACTION_RESTORE] = own_page,
	[ACTION_WHY] = own_page,
	[ACTION_FILTERS] = own_page,
	[ACTION_REDRAW] = own_wish,
	[ACTION_RECONNECT] = own_wish,
	[ACTION_MESH] = own_wish,
	[ACTION_SUSPEND] = own_wish,
	[ACTION_SET] = own_set,
	[ACTION_MOUSE] = own_set,
	[ACTION_EXPORT] = own_export,
	[ACTION_MUTE] = own_mute,
	[ACTION_UNMUTE] = own_mute,
	[ACTION_SAVE] = own_save,
	[ACTION_CAUSE] = own_cause,
	[ACTION_JUMP_BACK] = own_jump,
	[ACTION_JUMP_ON] = own_jump,
	[ACTION_NOTE] = shell_note,
	[ACTION_TAG] = shell_note,
	[ACTION_TITLE] = shell_note,
	[ACTION_RADIUS] = own_radius,
	[ACTION_MAP] = own_map,
	[ACTION_UNMAP] = own_map,
	[ACTION_TUTORIAL] = own_visit,
	[ACTION_REWIND] = own_visit,
	[ACTION_SOURCE] = own_source,
	[ACTION_QUIT] = own_quit,
	[ACTION_SET_MARK] = shell_set_mark,
	[ACTION_MARKS] = own_page,
	[ACTION_BAR] = shell_bar_turn,
	[ACTION_LIVE] = shell_go_live,
};

static bool do_own(struct shell *s, const struct world *w, enum action a, struct str arg)
{
	if (own[a] != NULL)
		own[a](s, w, a, arg);
	else if (a >= ACTION_PLAY && a <= ACTION_SET_MARK)
		shell_move_recording(s, a, arg);
	else
		return false;
	return true;
}

void shell_do(struct shell *s, const struct world *w, enum action a, struct str arg)
{
	s->lesson.did[a] = true;
	if (shell_is_barred(s, w, a))
		return;
	if (shell_split_do(s, w, a, arg) || do_own(s, w, a, arg) ||
		shell_is_off(s, w, a) || !shell_page_gives_way(s, w, &action_rows[a]))
		return;
	if (a == ACTION_FILTER && arg.p == NULL) {
		shell_ask_filter(s, w);
		return;
	}
	if (a == ACTION_COPY && arg.n == 0) {
		s->input = INPUT_COPY;
		return;
	}
	if (a == ACTION_COPY && str_is(arg, "screen")) {
		copy_picture(s, w);
		return;
	}
	if (a == ACTION_BACK) {
		back(s, w, str_is(arg, "q"));
		return;
	}
	if (a == ACTION_OPEN && shell_is_file(arg)) {
		shell_visit(s, w, arg);
		return;
	}
	if (a == ACTION_OPEN && arg.n > 0) {
		shell_open_handoff(s, w, arg);
		return;
	}
	if (s->frozen) {
		shell_tell(s, w, STYLE_NORMAL, "frozen: p thaws");
		return;
	}
	shell_act(s, w, a, arg);
}
