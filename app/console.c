/* SPDX-License-Identifier: MIT */
/*
 * The console's loop: one poll over the terminal, signals and sockets; then
 * keys and replies go to the shell, its wishes to the world outside, and at
 * most one frame to the terminal, if something changed.
 */
#include "app/console.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "app/console_config.h"
#include "app/console_lines.h"
#include "app/copies.h"
#include "app/copy.h"
#include "app/edit.h"
#include "app/export.h"
#include "app/filters.h"
#include "app/layout.h"
#include "app/live.h"
#include "app/ops_store.h"
#include "app/paths.h"
#include "app/rewind.h"
#include "app/tutorial.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "tui/term.h"
#include "views/format.h"
#include "views/link.h"
#include "views/shell.h"

#define FRAME (SECOND / 30)
#define FRAME_BUSY (SECOND / 10) /* while more comes than can be shown */
#define FRAME_SLOW (SECOND / 2)  /* over a slow line */
#define NO_ANSWER (5 * SECOND)
#define REPLY_DEPTH 80
#define RATE_WINDOW (5 * SECOND)

/* A `decide`, `claim` or `release` that was sent and is not answered. */
struct sent {
	uint64_t number;
	char decision[64]; /* "" of a claim */
	char handoff[132]; /* of a claim */
	char *edited;      /* the file that its artifact is from, NULL */
	int64_t at;
	struct sent *next;
};

struct console {
	struct console_options o;
	struct console *outer; /* that this one is a visit of; NULL */
	struct rewind rewind;
	char visit[1024]; /* to be made once the turn is over; "": none */
	bool ended;       /* by a signal, or because the terminal has gone */
	struct shell *shell;
	struct surface surface;
	struct world world;
	struct sent *sent;
	uint64_t asked; /* of the last WISH_ASK, while it is not answered; 0 */
	int64_t asked_at;
	int signals;
	bool stop, dirty, bell, no_clipboard;
	bool layout;             /* of an earlier session was looked for */
	bool sheet_new;          /* a sheet has opened, and no frame has it yet */
	uint64_t sheet_frame;    /* the one that has it, while it was not seen; 0 */
	bool digest;             /* asked for, and not made yet */
	bool complete;           /* a frame with all that the hub has was shown */
	char title[SHELL_TITLE]; /* that was shown last */
	bool own_title;          /* somebody has set one */
	int64_t next_frame;
	int64_t rate_at;
	uint64_t rate_events;
	double rate;
	struct buf reply;
	struct ops_store *ops;
	FILE *record; /* of decisions, NULL until the first */
	struct edit edit;
};

/* --- the world ------------------------------------------------------------- */

static void measure_rate(struct console *c, int64_t now)
{
	uint64_t events = c->world.mesh->events;

	if (c->o.replay == NULL && link_loading(&c->world)) {
		/* what is read of before did not come lately */
		c->rate_at = 0;
		c->rate = -1;
	} else if (c->rate_at == 0 || events < c->rate_events) {
		c->rate_at = now;
		c->rate_events = events;
	} else if (now - c->rate_at >= RATE_WINDOW) {
		c->rate = (double)(events - c->rate_events) * (double)SECOND /
			(double)(now - c->rate_at);
		c->rate_at = now;
		c->rate_events = events;
	}
	c->world.rate = c->rate;
}

/* Once, when it is known which mesh it is. */
static void give_layout(struct console *c)
{
	struct buf text = { 0 };

	if (c->layout || c->o.replay != NULL || c->shell == NULL ||
		strcmp(c->world.name, "?") == 0)
		return;
	c->layout = true;
	if (layout_load(c->world.name, &text))
		shell_layout(c->shell, buf_view(&text));
	buf_fini(&text);
}

static void fill_world(struct console *c)
{
	int64_t now = clock_mono();
	time_t wall = time(NULL);
	struct tm local;

	c->world.tick = now;
	c->world.operator_name = c->o.operator_name;
	c->world.read_only = c->o.read_only;
	if (localtime_r(&wall, &local) != NULL)
		c->world.zone = local.tm_gmtoff * SECOND;
	if (c->o.tutorial != NULL) {
		tutorial_world(c->o.tutorial, now, &c->world);
	} else if (c->o.replay != NULL) {
		replay_world(c->o.replay, &c->world);
	} else {
		live_world(c->o.mirror, now, &c->world);
	}
	measure_rate(c, now);
	give_layout(c);
}

/* --- decisions ------------------------------------------------------------- */

static void add(struct buf *b, const char *name, const char *value)
{
	if (value[0] == '\0')
		return;
	out_key(b, name);
	out_text(b, value);
}

/* Sends the members; who is to learn the answer is for the caller to say. */
static struct sent *send_request(struct console *c, const struct buf *members)
{
	struct sent *s = xcalloc(1, sizeof(*s));

	s->number = mirror_request(c->o.mirror, buf_view(members));
	s->at = clock_mono();
	s->next = c->sent;
	c->sent = s;
	return s;
}

static void send_claim(struct console *c, const struct wish *w)
{
	struct buf b = { 0 };
	struct sent *s;

	buf_str(&b, "\"op\":");
	buf_json(&b, str_of(w->action));
	add(&b, "handoff", w->handoff);
	add(&b, "operator", w->operator_name);
	if (w->seconds > 0) {
		out_key(&b, "seconds");
		out_uint(&b, w->seconds);
		out_key(&b, "take");
		out_bool(&b, w->take);
	}
	s = send_request(c, &b);
	memcpy(s->handoff, w->handoff, sizeof(s->handoff));
	buf_fini(&b);
}

static void send_decision(struct console *c, const struct wish *w)
{
	struct buf b = { 0 };
	struct sent *s;

	buf_str(&b, "\"op\":\"decide\"");
	add(&b, "decision", w->decision);
	add(&b, "handoff", w->handoff);
	out_key(&b, "attempt");
	out_uint(&b, w->attempt);
	add(&b, "digest", w->digest);
	add(&b, "action", w->action);
	add(&b, "operator", w->operator_name);
	add(&b, "note", w->note);
	add(&b, "target", w->target);
	add(&b, "until", w->until);
	add(&b, "epoch", w->epoch);
	if (w->restore) {
		out_key(&b, "restore");
		out_bool(&b, true);
	}
	if (w->artifact.n > 0) {
		out_key(&b, "artifact");
		out_raw(&b, w->artifact);
	}
	s = send_request(c, &b);
	if (w->artifact.n > 0)
		s->edited = edit_path(w->handoff, w->attempt, w->digest);
	snprintf(s->decision, sizeof(s->decision), "%s", w->decision);
	buf_fini(&b);
}

static void copy_member(
	struct json *j, uint32_t object, const char *name, char *to, size_t room)
{
	uint32_t n = json_member(j, object, name);
	struct str s = json_is(j, n, JSON_STRING) ? json_str(j, n) : STR("");

	snprintf(to, room, "%.*s", STR_ARG(s));
}

static void free_sent(struct sent *s)
{
	if (s != NULL)
		free(s->edited);
	free(s);
}

/* Takes the request off the list, for the caller to free; NULL if it was given up. */
static struct sent *take_sent(struct console *c, uint64_t number)
{
	for (struct sent **s = &c->sent; *s != NULL; s = &(*s)->next) {
		struct sent *found = *s;

		if (found->number != number)
			continue;
		*s = found->next;
		return found;
	}
	return NULL;
}

static void answer(struct console *c, const struct sent *sent, const struct buf *reply)
{
	char code[32], message[200], action[20], operator_name[140], time[40], epoch[40];
	struct answer a = { .decision = sent->decision,
		.code = code,
		.message = message,
		.action = action,
		.operator_name = operator_name,
		.time = time,
		.epoch = epoch };
	struct json j = { 0 };
	uint32_t e;

	if (!json_read(&j, reply->data, reply->len, REPLY_DEPTH, NULL))
		goto out;
	a.ok = json_is(&j, json_member(&j, 0, "ok"), JSON_TRUE);
	e = json_member(&j, 0, "error");
	copy_member(&j, 0, "epoch", epoch, sizeof(epoch));
	copy_member(&j, e, "code", code, sizeof(code));
	copy_member(&j, e, "message", message, sizeof(message));
	copy_member(&j, e, "action", action, sizeof(action));
	copy_member(&j, e, "operator", operator_name, sizeof(operator_name));
	copy_member(&j, e, "time", time, sizeof(time));
	if (a.ok && sent->edited != NULL)
		unlink(sent->edited); /* it is in the journal */
	if (sent->decision[0] != '\0')
		shell_answer(c->shell, &c->world, &a);
	else if (!a.ok)
		shell_claim_refused(c->shell, &c->world, sent->handoff, code, message);
out:
	json_fini(&j);
}

/* What stands now of a thing that was written of. */
static void tell_noted(struct json *j, char *said, size_t room)
{
	char owner[132], until[32];

	copy_member(j, 0, "owner", owner, sizeof(owner));
	copy_member(j, 0, "owner_until", until, sizeof(until));
	if (owner[0] != '\0' && strlen(until) >= 16)
		snprintf(said, room, "on disk; %s is on it until %.5sZ", owner,
			until + 11);
	else
		snprintf(said, room, "on disk, for all consoles");
}

/* An answer to what is no decision, in words. */
static void tell_asked(struct console *c, const struct buf *reply)
{
	struct json j = { 0 };
	char said[300], until[32];
	bool ok = false;

	if (json_read(&j, reply->data, reply->len, REPLY_DEPTH, NULL)) {
		ok = json_is(&j, json_member(&j, 0, "ok"), JSON_TRUE);
		copy_member(&j, 0, "until", until, sizeof(until));
		copy_member(
			&j, json_member(&j, 0, "error"), "message", said, sizeof(said));
		if (ok && json_member(&j, 0, "notes") != JSON_NONE)
			tell_noted(&j, said, sizeof(said));
		else if (ok && until[0] != '\0')
			snprintf(said, sizeof(said), "muted until %.5sZ, or :unmute",
				until + 11);
		else if (ok)
			snprintf(said, sizeof(said), "not muted any more");
		shell_asked(c->shell, &c->world, ok, said);
	}
	c->asked = 0;
	json_fini(&j);
}

static void ask_hub(struct console *c, const char *members)
{
	c->asked = mirror_request(c->o.mirror, str_of(members));
	c->asked_at = clock_mono();
}

static void take_replies(struct console *c)
{
	uint64_t number;

	while (mirror_reply(c->o.mirror, &number, &c->reply)) {
		struct sent *sent = take_sent(c, number);

		if (sent != NULL)
			answer(c, sent, &c->reply);
		else if (number == c->asked)
			tell_asked(c, &c->reply);
		else
			rewind_take(&c->rewind, c->o.mirror, number, &c->reply);
		free_sent(sent);
		c->dirty = true;
	}
}

/* What was not answered in time is said to be so; the shell sends it again. */
static void give_up_waiting(struct console *c)
{
	int64_t now = clock_mono();
	struct sent **s = &c->sent;

	if (c->asked != 0 && now - c->asked_at >= NO_ANSWER) {
		c->asked = 0;
		shell_asked(
			c->shell, &c->world, false, "no answer from the hub: try again");
		c->dirty = true;
	}
	while (*s != NULL) {
		struct sent *old = *s;
		struct answer a = { .decision = old->decision,
			.no_answer = true,
			.code = "",
			.message = "",
			.action = "",
			.operator_name = "",
			.time = "" };

		if (now - old->at < NO_ANSWER) {
			s = &old->next;
			continue;
		}
		*s = old->next;
		if (old->decision[0] != '\0')
			shell_answer(c->shell, &c->world, &a);
		free_sent(old);
		c->dirty = true;
	}
}

/* Each decision is on this machine's disk before it is sent. */
static void record_decision(struct console *c, struct str line)
{
	char *path;
	int fd;

	if (c->record == NULL) {
		path = state_path("decisions.jsonl");
		make_folders(path);
		fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
		c->record = fd >= 0 ? fdopen(fd, "a") : NULL;
		free(path);
	}
	if (c->record == NULL)
		return;
	fprintf(c->record, "%.*s\n", STR_ARG(line));
	fflush(c->record);
	fdatasync(fileno(c->record));
}

/* What of an operation is to be sent next is on this machine's disk before. */
static void store_op(struct console *c, const struct wish *w)
{
	struct err e;

	if (c->o.mirror != NULL && !ops_store_add(c->ops, w->text, w->line, w->sync, &e))
		shell_ops_failed(c->shell, &c->world, w->text, e.text);
}

/* Nothing is discarded before its copy is on this machine's disk. */
static void keep_copy(struct console *c, const struct wish *w)
{
	char path[400];
	struct err e;
	bool ok = copies_add(w->text, w->line, w->sync, path, &e);

	if (!ok || w->sync)
		shell_kept(c->shell, &c->world, ok, ok ? path : e.text);
}

static void copy_is(void *arg, const char *name, struct str text)
{
	struct console *c = arg;

	shell_copy(c->shell, name, text);
}

static void load_op(void *arg, struct str text)
{
	struct console *c = arg;

	shell_ops_load(c->shell, text);
}

/* --- wishes ---------------------------------------------------------------- */

static void set(struct console *c, const char *text)
{
	char name[32] = "", value[32] = "";
	enum theme theme;
	enum glyphs glyphs;

	sscanf(text, "%31s %31s", name, value);
	if ((strcmp(name, "theme") == 0 || strcmp(name, "background") == 0) &&
		theme_named(str_of(value), &theme))
		term_set_theme(theme);
	else if (strcmp(name, "glyphs") == 0 && glyphs_named(str_of(value), &glyphs))
		term_set_glyphs(glyphs);
	else if (strcmp(name, "bell") == 0)
		c->bell = strcmp(value, "off") != 0;
	else if (strcmp(name, "mouse") == 0)
		term_set_mouse(strcmp(value, "off") != 0);
	else if (strcmp(name, "osc52") == 0)
		c->no_clipboard = strcmp(value, "off") == 0;
	else if (strcmp(name, "title") == 0) {
		c->own_title = true;
		term_title(str_of(text + 6));
	}
}

static void export_to(struct console *c, const struct wish *w)
{
	char message[300];

	export_write(w->text, w->note, w->copy, message);
	shell_say(c->shell, &c->world, message);
}

/* Enough of it to read out: two that differ will differ here. */
static void say_digest(struct console *c)
{
	char digest[DIGEST_TEXT], text[120];

	if (!c->digest || !mirror_digest(c->o.mirror, digest))
		return;
	c->digest = false;
	snprintf(text, sizeof(text), "mesh %.23s... at event %llu", digest,
		(unsigned long long)c->world.mesh->hubsequence);
	shell_say(c->shell, &c->world, text);
	c->dirty = true;
}

/* The terminal is the editor's until it ends; the link goes on meanwhile. */
static void start_editor(struct console *c, const struct wish *w)
{
	if (c->edit.pid != 0)
		return;
	term_leave();
	if (edit_start(&c->edit, w))
		return;
	term_resume();
	shell_say(c->shell, &c->world, c->edit.why);
}

static void look_at_editor(struct console *c)
{
	struct edited e;

	if (c->edit.pid == 0 || !edit_ended(&c->edit))
		return;
	term_resume();
	fill_world(c);
	e = (struct edited){ .text = buf_view(&c->edit.text),
		.path = c->edit.path,
		.why = c->edit.why[0] != '\0' ? c->edit.why : NULL };
	if (shell_edited(c->shell, &c->world, &e))
		unlink(c->edit.path);
	c->dirty = true;
}

static void replay_wish(struct console *c, const struct wish *w)
{
	char message[160];

	if (c->o.replay == NULL)
		return;
	replay_act(c->o.replay, w->replay, str_of(w->text), clock_mono(), message);
	fill_world(c);
	if (message[0] != '\0')
		shell_say(c->shell, &c->world, message);
}

static void save_filters(struct console *c, struct str text)
{
	struct err e;

	if (!filters_write(text, &e))
		shell_say(c->shell, &c->world, e.text);
}

static void load_filters(struct console *c)
{
	struct buf text = { 0 };

	filters_read(&text);
	shell_load_filters(c->shell, buf_view(&text));
	buf_fini(&text);
}

static void fulfil_all(struct console *c);

/* `:source FILE`; a leading ~ is the home folder. */
static void source(struct console *c, const char *name)
{
	struct buf path = { 0 }, told = { 0 };
	size_t faults;

	buf_fmt(&path, "%s%s", strncmp(name, "~/", 2) == 0 ? home_path() : "",
		strncmp(name, "~/", 2) == 0 ? name + 1 : name);
	faults = config_read(c->shell, &c->world, path.data, true, &told);
	if (faults == 0)
		shell_say(c->shell, &c->world, "read: it holds until this console ends");
	config_say(c->shell, &c->world, faults, &told);
	buf_fini(&path);
	buf_fini(&told);
}

/* What the command line says goes before the file. */
static void configure(struct console *c)
{
	struct buf told = { 0 };
	char *path = config_path(c->o.args);

	config_say(c->shell, &c->world,
		config_read(
			c->shell, &c->world, path, given(c->o.args, OPT_CONFIG), &told),
		&told);
	fulfil_all(c);
	if (given(c->o.args, OPT_THEME))
		term_set_theme(c->o.theme);
	if (given(c->o.args, OPT_GLYPHS))
		term_set_glyphs(c->o.glyphs);
	free(path);
	buf_fini(&told);
}

static void play_decision(struct console *c, const struct wish *w)
{
	struct answer a = { .decision = w->decision,
		.ok = true,
		.code = "",
		.message = "",
		.action = "",
		.operator_name = "",
		.time = "",
		.epoch = "" };

	tutorial_decide(c->o.tutorial, w, clock_mono());
	fill_world(c);
	shell_answer(c->shell, &c->world, &a);
}

static void fulfil(struct console *c, const struct wish *w)
{
	char said[COPY_SAID];

	c->dirty = true;
	switch (w->kind) {
	case WISH_DECIDE:
		if (c->o.tutorial != NULL)
			play_decision(c, w);
		else if (c->o.mirror != NULL)
			send_decision(c, w);
		break;
	case WISH_CLAIM:
		if (c->o.mirror != NULL)
			send_claim(c, w);
		break;
	case WISH_RECORD:
		if (c->o.tutorial == NULL)
			record_decision(c, w->line);
		break;
	case WISH_FILTERS:
		save_filters(c, w->line);
		break;
	case WISH_KEEP:
		keep_copy(c, w);
		break;
	case WISH_COPIES:
		copies_read(copy_is, c);
		break;
	case WISH_OPS:
		store_op(c, w);
		break;
	case WISH_QUIT:
		c->stop = true;
		break;
	case WISH_SUSPEND:
		term_suspend();
		break;
	case WISH_EDIT:
		start_editor(c, w);
		break;
	case WISH_REDRAW:
		term_redraw();
		break;
	case WISH_RECONNECT:
		if (c->o.mirror != NULL)
			mirror_retry(c->o.mirror);
		break;
	case WISH_DIGEST:
		c->digest = c->o.mirror != NULL;
		break;
	case WISH_DROP_KEYS:
		term_drop_keys();
		c->sheet_new = true;
		break;
	case WISH_BELL:
		if (c->bell && c->edit.pid == 0)
			term_bell();
		break;
	case WISH_COPY:
		copy_keep(w->copy, !c->no_clipboard, said);
		shell_say(c->shell, &c->world, said);
		break;
	case WISH_LAYOUT:
		layout_save(w->text, w->copy);
		break;
	case WISH_EXPORT:
		export_to(c, w);
		break;
	case WISH_SET:
		set(c, w->text);
		break;
	case WISH_VISIT:
		snprintf(c->visit, sizeof(c->visit), "%.1000s", w->text);
		break;
	case WISH_HISTORY:
		lines_keep(w->text);
		break;
	case WISH_SOURCE:
		source(c, w->text);
		break;
	case WISH_ASK:
		if (c->o.mirror != NULL)
			ask_hub(c, w->text);
		else
			shell_asked(c->shell, &c->world, false,
				"there is no hub here: this is the tutorial");
		break;
	case WISH_REPLAY:
		replay_wish(c, w);
		break;
	}
}

static void fulfil_all(struct console *c)
{
	struct wish w;

	while (shell_wish(c->shell, &w))
		fulfil(c, &w);
}

/* --- the loop -------------------------------------------------------------- */

/* What the terminal sends to all that is in front is for the editor; with it we stop. */
static bool is_editors(uint32_t signo)
{
	if (signo == SIGTSTP)
		raise(SIGSTOP);
	return signo == SIGTSTP || signo == SIGCONT || signo == SIGINT;
}

static void read_signals(struct console *c)
{
	struct signalfd_siginfo s;

	while (read(c->signals, &s, sizeof(s)) == (ssize_t)sizeof(s)) {
		c->dirty = true;
		if (c->edit.pid != 0 && is_editors(s.ssi_signo))
			continue;
		switch (s.ssi_signo) {
		case SIGWINCH:
			term_resized();
			break;
		case SIGTSTP:
			term_suspend();
			break;
		case SIGCONT:
			term_resume();
			break;
		default:
			c->stop = c->ended = true;
		}
	}
}

/*
 * What is typed before a sheet can be seen was not meant for it: over a slow line that
 * is longer than the moment for which the sheet itself is deaf. Esc is always heard.
 */
static bool is_unseen(struct console *c, int key)
{
	if (key == K_ESC || key == K_CTRL('c') || key == K_HANGUP)
		return false;
	if (c->sheet_new) /* until it is drawn; and while frames wait it is not */
		return !term_has_seen(UINT64_MAX);
	if (c->sheet_frame != 0 && term_has_seen(c->sheet_frame))
		c->sheet_frame = 0;
	return c->sheet_frame != 0;
}

static void read_keys(struct console *c)
{
	int key, row, col;

	while (!c->stop && (key = term_key()) != K_NONE) {
		c->dirty = true;
		if (key == K_HANGUP) {
			c->stop = c->ended = true;
		} else if (key != K_REDRAW && !is_unseen(c, key)) {
			fill_world(c);
			if (key == K_CLICK || key == K_WHEEL_UP || key == K_WHEEL_DOWN) {
				term_mouse(&row, &col);
				shell_mouse(c->shell, &c->world, key, row, col);
			} else {
				shell_key(c->shell, &c->world, key);
			}
			fulfil_all(c);
			if (c->next_frame > clock_mono() + FRAME)
				c->next_frame =
					clock_mono() + FRAME; /* who types waits */
		}
	}
}

/* The first frame that is complete is not kept back for the pace of frames. */
static bool has_news(const struct console *c)
{
	return !c->complete &&
		(c->world.link.state == LINK_LIVE || c->world.link.state == LINK_QUIET);
}

static void show_title(struct console *c)
{
	char title[SHELL_TITLE];

	if (c->own_title)
		return;
	shell_title(c->shell, &c->world, title);
	if (strcmp(title, c->title) == 0)
		return;
	memcpy(c->title, title, sizeof(title));
	term_title(str_of(title));
}

static void draw(struct console *c)
{
	int rows, cols;

	uint64_t skipped = term_stats()->skipped;

	term_size(&rows, &cols);
	if (rows != c->surface.rows || cols != c->surface.cols)
		surface_resize(&c->surface, rows, cols);
	surface_clear(&c->surface);
	shell_draw(c->shell, &c->world, &c->surface);
	term_flush(&c->surface);
	if (c->sheet_new && term_stats()->skipped == skipped) {
		c->sheet_new = false;
		c->sheet_frame = term_stats()->flushes;
	}
	show_title(c);
	fulfil_all(c);
	c->complete |= has_news(c);
	c->dirty = false;
	c->next_frame = clock_mono() +
		(term_is_slow()                               ? FRAME_SLOW
				: c->world.link.behind > 1000 ? FRAME_BUSY
							      : FRAME);
}

static int patience(struct console *c)
{
	int64_t now = clock_mono(), wait = SECOND;
	int64_t shell = shell_patience(c->shell, &c->world);
	int keys = term_wait();

	if (c->digest && mirror_facts(c->o.mirror)->synced)
		return 0;
	if (c->dirty)
		wait = c->next_frame > now ? c->next_frame - now : 0;
	if (shell >= 0 && shell < wait)
		wait = shell > FRAME || c->dirty ? shell : FRAME;
	if (c->o.replay != NULL) {
		int64_t next = replay_patience(c->o.replay, now);

		if (next >= 0 && next < wait)
			wait = next < FRAME ? FRAME : next;
	}
	if (c->edit.pid != 0 && wait > SECOND / 20)
		wait = SECOND / 20;
	wait = wait / 1000 + 1;
	return keys >= 0 && keys < wait ? keys : (int)wait;
}

static void follow_hub(struct console *c)
{
	c->dirty |= mirror_turn(c->o.mirror);
	take_replies(c);
	give_up_waiting(c);
	rewind_tick(&c->rewind, clock_mono());
}

/* Behind a visit the mesh is followed, and its bell rings. */
static void go_on_outside(struct console *c)
{
	if (c->o.mirror == NULL)
		return;
	follow_hub(c);
	fill_world(c);
	shell_tick(c->shell, &c->world);
	fulfil_all(c);
}

static void turn(struct console *c)
{
	int64_t shell = shell_patience(c->shell, &c->world);

	mirror_wait(c->outer != NULL ? c->outer->o.mirror : c->o.mirror, term_fd(),
		c->signals, patience(c));
	read_signals(c);
	if (c->outer != NULL)
		go_on_outside(c->outer);
	if (c->o.mirror != NULL) {
		follow_hub(c);
	} else if (c->o.tutorial != NULL) {
		c->dirty |= tutorial_tick(c->o.tutorial, clock_mono());
	} else {
		c->dirty |= replay_tick(c->o.replay, clock_mono());
	}
	look_at_editor(c);
	read_keys(c);
	fill_world(c);
	shell_tick(c->shell, &c->world);
	fulfil_all(c);
	say_digest(c);
	/* a clock or a countdown on the screen has moved on */
	if (shell >= 0 && clock_mono() >= c->next_frame)
		c->dirty = true;
	if (c->dirty && (has_news(c) || clock_mono() >= c->next_frame) && !c->stop)
		draw(c);
}

static int block_signals(void)
{
	static const int taken[] = { SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP,
		SIGCONT };
	sigset_t set;

	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(taken) / sizeof(*taken); i++)
		sigaddset(&set, taken[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

static void crashed(int signo)
{
	term_crash();
	signal(signo, SIG_DFL);
	raise(signo);
}

static void catch_crashes(void)
{
	static const int fatal[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGQUIT };

	for (size_t i = 0; i < sizeof(fatal) / sizeof(*fatal); i++)
		signal(fatal[i], crashed);
}

static void console_fini(struct console *c)
{
	while (c->sent != NULL) {
		struct sent *next = c->sent->next;

		free_sent(c->sent);
		c->sent = next;
	}
	if (c->record != NULL)
		fclose(c->record);
	edit_fini(&c->edit);
	ops_store_close(c->ops);
	shell_free(c->shell);
	surface_fini(&c->surface);
	buf_fini(&c->reply);
	rewind_end(&c->rewind);
	if (c->signals >= 0)
		close(c->signals);
}

/* What is on the screen from now on, until one leaves it. */
static void begin_ops(struct console *c)
{
	c->ops = ops_store_open();
	if (c->o.mirror != NULL)
		ops_store_read(c->ops, load_op, c);
}

static void begin_filter(struct console *c)
{
	struct buf line = { 0 };

	if (c->o.filter == NULL)
		return;
	buf_fmt(&line, "log %s", c->o.filter);
	shell_command(c->shell, &c->world, buf_view(&line));
	buf_fini(&line);
}

static void begin(struct console *c)
{
	int rows, cols;

	c->bell = c->dirty = true;
	c->rate = -1;
	c->shell = shell_new();
	shell_files(c->shell, lines_file, NULL);
	lines_recall(c->shell);
	term_size(&rows, &cols);
	surface_init(&c->surface, rows, cols);
	fill_world(c);
	load_filters(c);
	if (c->outer == NULL)
		begin_ops(c);
	if (c->o.replay != NULL) {
		char odd[160];

		replay_oddities(c->o.replay, odd);
		if (odd[0] != '\0')
			shell_say(c->shell, &c->world, odd);
	}
	begin_filter(c);
	if (c->o.hello != NULL)
		shell_say(c->shell, &c->world, c->o.hello);
	if (c->o.args != NULL)
		configure(c);
}

static void run(struct console *c);

/* Another world in the same terminal, until one leaves that. */
static void show_visit(struct console *outer, const struct console_options *o)
{
	struct console c = { .o = *o, .outer = outer, .signals = outer->signals };

	c.o.args = outer->o.args;
	c.o.operator_name = outer->o.operator_name;
	begin(&c);
	shell_set_mouse(c.shell, shell_has_mouse(outer->shell));
	run(&c);
	outer->stop |= c.ended;
	outer->ended |= c.ended;
	c.signals = -1;
	console_fini(&c);
	term_drop_keys();
}

static void come_back(struct console *c, const char *said)
{
	char message[160];

	if (c->o.replay != NULL) /* no time has passed there */
		replay_act(c->o.replay, ACTION_NONE, (struct str){ 0 }, clock_mono(),
			message);
	fill_world(c);
	shell_say(c->shell, &c->world, said);
	term_set_mouse(shell_has_mouse(c->shell));
	c->dirty = true;
}

static void visit_replay(struct console *c, const char *path, const char *name)
{
	struct console_options o = { .read_only = true };
	char said[400];
	struct err e;

	o.replay = replay_open(path, &e);
	if (o.replay == NULL) {
		shell_say(c->shell, &c->world, e.text);
		return;
	}
	if (name != NULL) /* what has just happened: from its end */
		replay_show_end(o.replay, name);
	snprintf(said, sizeof(said), "%.200s: :q goes back%s", name != NULL ? name : path,
		name != NULL ? " (to reject is R, there)" : "");
	o.hello = said;
	show_visit(c, &o);
	replay_close(o.replay);
	come_back(c, "back");
}

static void visit_tutorial(struct console *c)
{
	struct console_options o = { .tutorial = tutorial_new(clock_mono()) };

	show_visit(c, &o);
	tutorial_free(o.tutorial);
	come_back(c, "back from the tutorial: what was decided there went nowhere");
}

/* The console's part of a rewind: the events are asked for, and shown when they are here.
 */
static void visit_rewind(struct console *c)
{
	char path[64], name[120];

	if (c->rewind.failed) {
		rewind_end(&c->rewind);
		shell_say(c->shell, &c->world,
			"the hub has not given its events: try again");
	}
	if (!shell_is_idle(c->shell) || !rewind_ready(&c->rewind, path))
		return;
	snprintf(name, sizeof(name), "%.60s, the newest %llu events", c->world.name,
		(unsigned long long)c->rewind.events);
	visit_replay(c, path, name);
	rewind_end(&c->rewind);
}

static void visit(struct console *c)
{
	struct buf path = { 0 };
	char said[160] = "";

	if (c->outer != NULL)
		snprintf(said, sizeof(said), "one thing at a time: :q goes back first");
	else if (strcmp(c->visit, "tutorial") == 0)
		visit_tutorial(c);
	else if (strcmp(c->visit, "rewind") == 0)
		rewind_begin(&c->rewind, c->o.mirror, said);
	else {
		buf_fmt(&path, "%s%s", c->visit[0] == '~' ? home_path() : "",
			c->visit[0] == '~' ? c->visit + 1 : c->visit);
		visit_replay(c, path.data, NULL);
	}
	if (said[0] != '\0')
		shell_say(c->shell, &c->world, said);
	buf_fini(&path);
	c->visit[0] = '\0';
	c->dirty = true;
}

static void run(struct console *c)
{
	draw(c);
	while (!c->stop) {
		turn(c);
		if (!c->stop && c->visit[0] != '\0')
			visit(c);
		if (!c->stop && c->outer == NULL)
			visit_rewind(c);
	}
}

enum status console_run(const struct console_options *o)
{
	struct term_options look = { .theme = o->theme, .glyphs = o->glyphs };
	struct console c = { .o = *o };
	struct err e;

	if (!term_open(&look, &e)) {
		complain("%s", e.text);
		return REFUSED;
	}
	catch_crashes();
	c.signals = block_signals();
	begin(&c);
	if (o->mirror != NULL && lines_first_time())
		shell_welcome(c.shell, &c.world);
	run(&c);
	term_close();
	console_fini(&c);
	return DONE;
}

bool console_looks(const struct args *a, struct console_options *o)
{
	o->args = a;
	if (given(a, OPT_THEME) && !theme_named(str_of(a->value[OPT_THEME]), &o->theme)) {
		usage_error(a, "--theme: there is no \"%s\"", a->value[OPT_THEME]);
		return false;
	}
	if (given(a, OPT_GLYPHS) &&
		!glyphs_named(str_of(a->value[OPT_GLYPHS]), &o->glyphs)) {
		usage_error(a, "--glyphs: there is no \"%s\"", a->value[OPT_GLYPHS]);
		return false;
	}
	return true;
}
