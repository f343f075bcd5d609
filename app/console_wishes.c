/* SPDX-License-Identifier: MIT */
/* What the shell wishes for and may not do itself: files, the clipboard, the editor,
 * settings. */
#include "app/console_own.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/console_config.h"
#include "app/console_lines.h"
#include "app/copies.h"
#include "app/copy.h"
#include "app/export.h"
#include "app/filters.h"
#include "app/layout.h"
#include "app/paths.h"
#include "base/clock.h"
#include "base/json_out.h"
#include "bus/files.h"
#include "tui/term.h"

/* NULL where that is no file: a pipe that nobody reads would hold up the decision. */
static FILE *open_record(char *path)
{
	struct stat st;
	int fd;

	make_folders(path);
	fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		return fdopen(fd, "a");
	if (fd >= 0)
		close(fd);
	return NULL;
}

/* Each decision is on this machine's disk before it is sent. */
static bool append_record(struct console *c, struct str line)
{
	char *path = state_path("decisions.jsonl");
	struct buf text = { 0 };
	bool ok;

	if (c->record == NULL)
		c->record = open_record(path);
	/* what a full disk has cut stays a line of its own */
	buf_fmt(&text, "%s%.*s\n", c->record_cut ? "\n" : "", STR_ARG(line));
	ok = c->record != NULL && write_all(fileno(c->record), buf_view(&text)) &&
		fdatasync(fileno(c->record)) == 0;
	c->record_cut = c->record != NULL && !ok;
	buf_fini(&text);
	free(path);
	return ok;
}

/* It is sent all the same: at three in the morning that matters more. */
static void record_decision(struct console *c, struct str line)
{
	if (append_record(c, line))
		c->record_told = false;
	else if (!c->record_told) {
		c->record_told = true;
		shell_say(c->shell, &c->world,
			"decisions are sent and not kept here: decisions.jsonl cannot be "
			"written");
	}
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
void console_say_digest(struct console *c)
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

void console_look_at_editor(struct console *c)
{
	struct edited e;

	if (c->edit.pid == 0 || !edit_ended(&c->edit))
		return;
	term_resume();
	console_world(c);
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
	console_world(c);
	if (message[0] != '\0')
		shell_say(c->shell, &c->world, message);
}

static void save_lines(struct console *c, const struct wish *w)
{
	bool filters = w->kind == WISH_FILTERS;
	struct buf *was = filters ? &c->filters : &c->workspaces;
	struct err e;

	if (!filters_write(filters ? "filters" : "workspaces", w->line, was, &e))
		shell_say(c->shell, &c->world, e.text);
	else if (filters)
		shell_load_filters(c->shell, buf_view(was));
	else
		shell_load_workspaces(c->shell, buf_view(was));
}

void console_load_filters(struct console *c)
{
	buf_reset(&c->filters);
	filters_read("filters", &c->filters);
	shell_load_filters(c->shell, buf_view(&c->filters));
	buf_reset(&c->workspaces);
	filters_read("workspaces", &c->workspaces);
	shell_load_workspaces(c->shell, buf_view(&c->workspaces));
}

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
void console_configure(struct console *c)
{
	struct buf told = { 0 };
	char *path = config_path(c->o.args);

	config_say(c->shell, &c->world,
		config_read(
			c->shell, &c->world, path, given(c->o.args, OPT_CONFIG), &told),
		&told);
	console_fulfil(c);
	if (given(c->o.args, OPT_THEME))
		term_set_theme(c->o.theme);
	if (given(c->o.args, OPT_GLYPHS))
		term_set_glyphs(c->o.glyphs);
	free(path);
	buf_fini(&told);
}

static void fulfil(struct console *c, const struct wish *w)
{
	char said[COPY_SAID];

	c->dirty = true;
	switch (w->kind) {
	case WISH_DECIDE:
		if (c->o.tutorial != NULL)
			console_play_decision(c, w);
		else if (c->o.mirror != NULL)
			console_send_decision(c, w);
		break;
	case WISH_CLAIM:
		if (c->o.mirror != NULL)
			console_send_claim(c, w);
		break;
	case WISH_RECORD:
		if (c->o.tutorial == NULL)
			record_decision(c, w->line);
		break;
	case WISH_FILTERS:
	case WISH_WORKSPACES:
		save_lines(c, w);
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
		c->sheet_new = !shell_is_idle(c->shell); /* not when one was sent */
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
			console_ask(c, w->text);
		else
			shell_asked(c->shell, &c->world, false,
				"there is no hub here: this is the tutorial");
		break;
	case WISH_REPLAY:
		replay_wish(c, w);
		break;
	}
}

void console_fulfil(struct console *c)
{
	struct wish w;

	while (shell_wish(c->shell, &w))
		fulfil(c, &w);
}

/* What is on the screen from now on, until one leaves it. */
void console_begin_ops(struct console *c)
{
	c->ops = ops_store_open();
	if (c->o.mirror != NULL)
		ops_store_read(c->ops, load_op, c);
}
