/* SPDX-License-Identifier: MIT */
/*
 * The console without its terminal: what is drawn where, what time does, what
 * is wanted of the world outside. Keys are in shell_keys.c. The shell alone
 * owns decisions (desk) and the sheet; views only say what they would like.
 */
#include "views/shell.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "views/around.h"
#include "views/link.h"
#include "views/pane.h"
#include "views/replay.h"
#include "views/shell_own.h"

const struct view *const shell_views[SCREENS] = {
	[SCREEN_NOW] = &view_now,
	[SCREEN_FLOW] = &view_flow,
	[SCREEN_REVIEW] = &view_review,
	[SCREEN_DEAD] = &view_dead,
	[SCREEN_INCIDENTS] = &view_incidents,
	[SCREEN_REGISTRY] = &view_registry,
	[SCREEN_LOG] = &view_log,
};

struct shell *shell_new(void)
{
	struct shell *s = xcalloc(1, sizeof(*s));

	desk_init(&s->desk);
	ops_init(&s->ops);
	sheet_init(&s->sheet);
	help_init(&s->help);
	s->command.label = STR(":");
	s->command.complete = shell_complete;
	s->command.complete_arg = s;
	s->filter.label = STR("/");
	s->under.place = NONE;
	s->welcome = s->deaf_until = s->shut_until = s->ctrl_c = s->bell = s->said_at =
		INT64_MIN / 4;
	for (int i = 0; i < SCREENS; i++)
		s->state[i] = shell_views[i]->open();
	return s;
}

void shell_free(struct shell *s)
{
	if (s == NULL)
		return;
	shell_split_drop(s);
	for (int i = 0; i < SCREENS; i++)
		shell_views[i]->close(s->state[i]);
	for (size_t i = 0; i < s->wishes; i++)
		free(s->wish[i]);
	desk_fini(&s->desk);
	ops_fini(&s->ops);
	keep_fini(&s->keep);
	transform_page_fini(&s->transform);
	restore_page_fini(&s->restore);
	ops_page_fini(&s->ops_page);
	sheet_fini(&s->sheet);
	help_fini(&s->help);
	sent_fini(&s->sent);
	record_fini(&s->record);
	why_fini(&s->why);
	cases_fini(&s->cases);
	prompt_fini(&s->command);
	prompt_fini(&s->filter);
	buf_fini(&s->saved_text);
	buf_fini(&s->workspaces_text);
	free(s->workspaces);
	surface_fini(&s->picture);
	buf_fini(&s->copied);
	buf_fini(&s->exported);
	buf_fini(&s->layout);
	buf_fini(&s->editing.was);
	buf_fini(&s->editing.text);
	free(s);
}

void shell_names(struct shell *s, void (*name)(void *arg, char out[33]), void *arg)
{
	s->desk.name = name;
	s->desk.name_arg = arg;
	s->ops.name = name;
	s->ops.name_arg = arg;
}

struct world shell_world(struct shell *s, const struct world *w)
{
	struct world own = *w;

	own.desk = &s->desk;
	own.ops = &s->ops;
	own.values = &s->values;
	own.watch = &s->watch;
	own.record = &s->record;
	own.cases = &s->cases;
	own.clock = s->clock;
	return own;
}

void shell_tell(
	struct shell *s, const struct world *w, enum style style, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(s->said, sizeof(s->said), fmt, ap);
	va_end(ap);
	s->said_style = style;
	s->said_at = w->tick;
	s->said_off = false;
}

void shell_say(struct shell *s, const struct world *w, const char *text)
{
	shell_tell(s, w, STYLE_NORMAL, "%s", text);
}

/* --- wishes ----------------------------------------------------------------- */

struct wish *shell_want(struct shell *s, enum wish_kind kind)
{
	struct wish *new;

	if (s->wishes == SHELL_WISHES)
		return NULL;
	new = xcalloc(1, sizeof(*new));
	new->kind = kind;
	s->wish[s->wishes++] = new;
	return new;
}

bool shell_wish(struct shell *s, struct wish *out)
{
	if (s->wishes > 0) {
		*out = *s->wish[0];
		if (out->kind == WISH_COPY)
			out->copy = buf_view(&s->copied);
		else if (out->kind == WISH_LAYOUT)
			out->copy = buf_view(&s->layout);
		else if (out->kind == WISH_EXPORT)
			out->copy = buf_view(&s->exported);
		else if (out->kind == WISH_FILTERS)
			out->line = buf_view(&s->saved_text);
		else if (out->kind == WISH_WORKSPACES)
			out->line = buf_view(&s->workspaces_text);
		else if (out->kind == WISH_EDIT)
			out->copy = buf_view(&s->editing.text);
		free(s->wish[0]);
		s->wishes--;
		memmove(s->wish, s->wish + 1, s->wishes * sizeof(*s->wish));
		return true;
	}
	if (shell_keep_wish(s, out) || desk_wish(&s->desk, &s->last, out) ||
		ops_wish(&s->ops, &s->last, out) ||
		claims_wish(&s->claims, &s->last, out))
		return true;
	if (s->leave &&
		(desk_unanswered(&s->desk) + desk_pending(&s->desk) == 0 ||
			s->last.tick >= s->leave_by)) {
		s->leave = false;
		*out = (struct wish){ .kind = WISH_QUIT };
		return true;
	}
	return false;
}

void shell_answer(struct shell *s, const struct world *w, const struct answer *a)
{
	s->last = *w;
	if (!ops_answer(&s->ops, w, a))
		desk_answer(&s->desk, w, a);
}

void shell_claim_refused(struct shell *s, const struct world *w, const char *handoff,
	const char *code, const char *message)
{
	char told[ROW_TEXT];

	if (claims_refused(&s->claims, handoff, code, message, told))
		shell_tell(s, w, STYLE_WARNING, "%s", told);
}

/* --- time ------------------------------------------------------------------- */

void shell_look(struct shell *s, const struct world *w, bool own)
{
	const struct view *v = shell_views[s->screen];
	struct under now = { .place = NONE };
	const struct handoff *h;

	if (v->under != NULL && !link_loading(w))
		now.place = v->under(s->state[s->screen], w);
	h = handoff_at(w->mesh, now.place);
	if (h != NULL) {
		now.attempt = h->attempt;
		now.digest = h->digest;
		now.state = h->state;
	} else {
		now.place = NONE;
	}
	if (!own &&
		(now.place != s->under.place || now.attempt != s->under.attempt ||
			now.state != s->under.state ||
			!digest_eq(&now.digest, &s->under.digest)))
		s->deaf_until =
			w->tick + (s->under.place == NONE ? SHELL_STARTLE : SHELL_DEAF);
	s->under = now;
}

/* Places, marks and what is open are of the journal that does not answer any more. */
static void forget_views(struct shell *s)
{
	for (int i = 0; i < SCREENS; i++) {
		shell_views[i]->close(s->state[i]);
		s->state[i] = shell_views[i]->open();
	}
	shell_split_renew(s);
	transform_page_fini(&s->transform);
	if (s->frozen)
		shell_thaw(s);
	if (s->input != INPUT_COMMAND)
		s->input = INPUT_NONE;
	s->places = s->place_at = 0;
	s->values = (struct values){ 0 };
	s->watch = (struct watch){ 0 };
	record_fini(&s->record);
	cases_fini(&s->cases);
	s->under = (struct under){ .place = NONE };
	s->rung = 0;
}

#define OTHER "another journal answers now: "

/* Another journal answers: nothing that was meant for the one before it goes there. */
static void look_at_journal(struct shell *s, const struct world *w)
{
	size_t pending = desk_pending(&s->desk), sent = desk_unanswered(&s->desk);
	bool other = s->epoch[0] != '\0';
	char why[ROW_TEXT];

	if (w->epoch == NULL || w->epoch[0] == '\0' || strcmp(s->epoch, w->epoch) == 0)
		return;
	snprintf(s->epoch, sizeof(s->epoch), "%s", w->epoch);
	if (!other)
		return;
	forget_views(s);
	if (pending > 0 && sent > 0)
		snprintf(why, sizeof(why),
			OTHER "%zu not sent, %zu of unknown fate: :sent", pending, sent);
	else if (pending + sent > 0)
		snprintf(why, sizeof(why), OTHER "%zu %s: :sent", pending + sent,
			pending > 0 ? "not sent" : "of unknown fate");
	else
		snprintf(why, sizeof(why), OTHER "%s",
			s->sheet.phase != SHEET_CLOSED ? "nothing sent"
						       : "all is read anew");
	if (s->sheet.phase != SHEET_CLOSED)
		shell_close_sheet(s, w, why, SHELL_SHUT);
	else
		shell_tell(s, w, STYLE_WARNING, "%s", why);
	s->draft.handoff[0] = '\0'; /* of a handoff that is not there any more */
	s->deaf_until = w->tick + SHELL_DEAF;
}

/* Once for a new item that ships by itself within a minute, at most every 30 s. */
static void ring(struct shell *s, const struct world *w)
{
	uint32_t shipping = 0;
	struct order_item i;

	if (!world_can_act(w))
		return;
	for (size_t rank = 0; rank < 100 && order_at(&w->mesh->review, rank, &i);
		rank++) {
		const struct handoff *h = handoff_at(w->mesh, i.id);
		int64_t due = handoff_due(h);

		if (due == 0 || due - w->now > MINUTE)
			break;
		shipping += h->on_deadline == FALLBACK_PROCEED &&
			mesh_mute_of(w->mesh, h->edge, w->now) == NULL;
	}
	if (shipping > s->rung && w->tick - s->bell > 30 * SECOND) {
		s->bell = w->tick;
		shell_want(s, WISH_BELL);
	}
	s->rung = shipping;
}

void shell_tick(struct shell *s, const struct world *outer)
{
	struct world w = shell_world(s, outer);
	char why[ROW_TEXT];

	s->last = w;
	look_at_journal(s, &w);
	if (s->said_off && world_can_act(&w))
		s->said[0] = '\0';
	watch_look(&s->watch, &w);
	record_follow(&s->record, &w);
	cases_look(&s->cases, &w);
	desk_tick(&s->desk, &w);
	ops_tick(&s->ops, &w);
	if (s->sheet.phase != SHEET_CLOSED && !sheet_check(&s->sheet, &w, why))
		shell_close_changed(s, &w, why);
	if (claims_tick(&s->claims, &w, &s->sheet, why))
		shell_tell(s, &w, STYLE_NORMAL, "%s", why);
	if (s->input == INPUT_QUIT && desk_pending(&s->desk) == 0)
		s->input = INPUT_NONE;
	shell_look(s, &w, false);
	shell_keep_layout(s, &w);
	lesson_look(&s->lesson, s, &w);
	ring(s, &w);
}

static int64_t sooner(int64_t a, int64_t b)
{
	return b >= 0 && (a < 0 || b < a) ? b : a;
}

int64_t shell_patience(const struct shell *s, const struct world *w)
{
	int64_t wait = desk_patience(&s->desk, w);

	wait = sooner(wait, ops_patience(&s->ops, w));
	if (w->replay == NULL || w->live != NULL)
		wait = sooner(wait, SECOND - w->now % SECOND);
	if (s->said[0] != '\0' && w->tick - s->said_at < SHELL_SAID)
		wait = sooner(wait, s->said_at + SHELL_SAID - w->tick);
	if (s->sheet.phase != SHEET_CLOSED && w->tick - s->sheet.opened < SHEET_DEAF)
		wait = sooner(wait, s->sheet.opened + SHEET_DEAF - w->tick);
	if (shell_views[s->screen]->busy != NULL &&
		shell_views[s->screen]->busy(s->state[s->screen], w))
		wait = 0;
	if (shell_split_busy(s, w))
		wait = 0;
	if (s->leave)
		wait = sooner(wait, s->leave_by > w->tick ? s->leave_by - w->tick : 0);
	return wait;
}

/* --- drawing ---------------------------------------------------------------- */

/* The page that lies over the screen, if one does. */
static bool draw_page(struct shell *s, const struct world *w, struct surface *body)
{
	if (s->help.open) {
		s->help.replay = w->replay != NULL;
		s->help.map = &s->map;
		s->help.barred = link_barred(w);
		help_draw(&s->help, s->screen, shell_views[s->screen]->title, body);
	} else if (s->sent.open) {
		sent_draw(&s->sent, w, body);
	} else if (s->restore.open) {
		restore_page_draw(&s->restore, w, body);
	} else if (s->ops_page.open) {
		ops_page_draw(&s->ops_page, &s->ops, w, body);
	} else if (s->why.open) {
		why_draw(&s->why, &s->verdict, &s->watch, w, body);
	} else if (!shell_draw_list(s, w, body)) {
		if (!s->transform.open)
			return false;
		transform_page_draw(&s->transform, w, body);
	}
	return true;
}

static void draw_body(struct shell *s, const struct world *w, struct surface *body)
{
	const struct view *v = shell_views[s->screen];
	bool lost = w->link.state == LINK_LOST && body->rows >= 16;
	struct surface strip = { 0 }, own = *body;

	s->body = (struct rect){ 0, 0, body->rows, body->cols };
	if (draw_page(s, w, body))
		return;
	if (s->frozen)
		shell_draw_frozen(s, w, body);
	if (s->frozen)
		return;
	if (link_loading(w)) {
		frame_loading(w, v->title, body);
		return;
	}
	if (lost) {
		strip = surface_sub(
			body, (struct rect){ body->rows - 3, 0, 3, body->cols });
		own = surface_sub(
			body, (struct rect){ 0, 0, body->rows - 3, body->cols });
		frame_lost(w, &strip);
	}
	shell_split_draw(s, w, &own);
}

static void draw_sheet(struct shell *s, const struct world *w, struct surface *out)
{
	int max = out->rows - 4 - (out->rows >= 14 ? 2 : 0);
	int rows = sheet_rows(&s->sheet, w, out->cols, max);
	struct surface sheet;

	if (rows == 0) {
		shell_close_sheet(
			s, w, "too small for the sheet: nothing sent", SHELL_SHUT);
		return;
	}
	sheet = surface_sub(
		out, (struct rect){ out->rows - 1 - rows, 0, rows, out->cols });
	sheet_draw(&s->sheet, w, &sheet);
}

/* What was decided last, all of it, as long as some of it moves. */
static bool last_line(const struct shell *s, const struct world *w, char out[ROW_TEXT],
	enum style *style)
{
	const struct desk *d = &s->desk;
	const struct desk_entry *last = d->n > 0 ? &d->entry[d->n - 1] : NULL;
	bool moves = false;

	for (size_t i = 0; i < d->n && !moves; i++) {
		const struct desk_entry *e = &d->entry[i];

		moves = e->batch == last->batch && e->stage != DESK_TAKEN_BACK &&
			(e->stage < DESK_DONE || w->tick - e->moved <= SHELL_SAID);
	}
	if (!moves)
		return false;
	desk_sum(d, last, w, out);
	*style = desk_sum_style(d, last);
	return true;
}

static void draw_message(
	const struct shell *s, const struct world *w, struct surface *row)
{
	bool said = s->said[0] != '\0' && w->tick - s->said_at < SHELL_SAID;
	enum style style = s->said_style;
	char text[ROW_TEXT];
	int col = 1;

	if (shell_filter_line(s, w, text, &style)) {
		surface_clear(row);
		surface_text(row, 0, 1, TO_EDGE, style, str_of(text));
	} else if (said && w->tick - s->said_at < 3 * SECOND) {
		surface_clear(row);
		surface_text(row, 0, 1, TO_EDGE, style, str_of(s->said));
	} else if (desk_pending_line(&s->desk, w, text)) {
		surface_clear(row);
		col += surface_text(
			row, 0, col, row->cols - 12, STYLE_NEEDS_YOU, str_of(text));
		pane_hint(row, 0, col + 3, "u", "undo   (held back, not sent)");
	} else if (shell_ops_line(s, w, text) && !said) {
		surface_clear(row);
		surface_text(row, 0, 1, TO_EDGE, STYLE_NEEDS_YOU, str_of(text));
	} else if (said) {
		surface_clear(row);
		surface_text(row, 0, 1, TO_EDGE, style, str_of(s->said));
	} else if (last_line(s, w, text, &style)) {
		surface_clear(row);
		surface_text(row, 0, 1, TO_EDGE, style, str_of(text));
	} else {
		shell_draw_welcome(s, w, row);
	}
}

static void draw_hint(struct shell *s, const struct world *w, struct surface *row)
{
	static const char copy[] = "copy  i id  e edge  p payload  r row  s screen";
	size_t pending = desk_pending(&s->desk);

	if (s->sheet.phase != SHEET_CLOSED)
		sheet_draw_hint(&s->sheet, w, row);
	else if (s->input == INPUT_COMMAND)
		shell_draw_command(s, w, row);
	else if (s->input == INPUT_FILTER)
		prompt_draw(&s->filter, row, 0, STYLE_NORMAL);
	else if (s->input == INPUT_COPY)
		surface_text(row, 0, 1, TO_EDGE, STYLE_NORMAL, str_of(copy));
	else if (s->input == INPUT_WINDOW)
		shell_split_window_hint(s, row);
	else if (s->input == INPUT_QUIT)
		surface_fmt(row, 0, 1, TO_EDGE, STYLE_NEEDS_YOU,
			"%zu decision%s not sent: s send now, d drop, any other key stay",
			pending, pending == 1 ? "" : "s");
	else if (s->input == INPUT_LEAVE)
		shell_ops_leave_hint(s, row);
	else if (s->help.open)
		help_draw_hint(&s->help, row);
	else if (s->sent.open)
		sent_draw_hint(row);
	else if (s->restore.open)
		restore_page_hint(&s->restore, w, row);
	else if (s->ops_page.open)
		ops_page_hint(&s->ops_page, &s->ops, w, row);
	else if (s->why.open)
		why_draw_hint(row);
	else if (shell_list_is_open(s))
		shell_list_hint(s, row);
	else if (s->transform.open)
		transform_page_hint(&s->transform, row);
	else if (w->replay != NULL)
		replay_hint(w, row, shell_on_bar(s, w));
	else
		shell_views[s->screen]->hint(s->state[s->screen], w, row);
}

static void draw_screen(struct shell *s, const struct world *w, struct surface *out)
{
	int replay = w->replay != NULL ? replay_wants(out->rows)
		: w->tutorial          ? lesson_wants(out->rows)
				       : 0;
	int message = out->rows >= 24 ? 1 : 0;
	int end = out->rows - 1 - replay, around = around_wants(w, out);
	struct surface body = surface_sub(
		out, (struct rect){ 3, 0, end - message - around - 3, out->cols });
	struct surface line = surface_sub(out, (struct rect){ end - 1, 0, 1, out->cols });
	struct surface hint =
		surface_sub(out, (struct rect){ out->rows - 1, 0, 1, out->cols });
	struct surface bar = surface_sub(out, (struct rect){ end, 0, replay, out->cols });

	body.slide = &s->slide;
	s->slide.more = false;
	draw_body(s, w, &body);
	around_draw(w, out, end - message, &line);
	draw_message(s, w, &line);
	if (replay > 0 && w->tutorial)
		lesson_rows(&s->lesson, &bar);
	else if (replay > 0)
		replay_rows(w, &bar, shell_on_bar(s, w));
	if (s->sheet.phase != SHEET_CLOSED)
		draw_sheet(s, w, out);
	draw_hint(s, w, &hint);
}

void shell_draw(struct shell *s, const struct world *outer, struct surface *out)
{
	struct world w = shell_world(s, outer);
	struct frame f = { .w = &w,
		.watch = &s->watch,
		.verdict = &s->verdict,
		.views = shell_views,
		.screen = s->screen,
		.frozen = s->frozen,
		.frozen_for = w.tick - s->frozen_at,
		.frozen_behind = w.mesh->events - s->frozen_events };

	s->names = (struct key_names){ &s->map, s->screen, w.replay != NULL };
	out->keys = &s->names;
	s->last = w;
	look_at_journal(s, &w);
	s->rows = out->rows;
	s->cols = out->cols;
	watch_look(&s->watch, &w);
	cases_look(&s->cases, &w);
	verdict_find(&s->verdict, &s->watch, &w);
	surface_clear(out);
	if (out->cols < FRAME_COLS || out->rows < FRAME_ROWS) {
		if (s->sheet.phase != SHEET_CLOSED)
			shell_close_sheet(s, &w, "too small for the sheet: nothing sent",
				SHELL_SHUT);
		frame_card(&f, out);
		return;
	}
	draw_screen(s, &w, out);
	f.frozen = s->frozen; /* another size thaws it */
	frame_head(&f, out);
}
