/* SPDX-License-Identifier: MIT */
/*
 * Screen tests: each .t file here is a script with the expected screens
 * inline. UPDATE=1 rewrites them: read what comes out, it becomes the truth.
 *
 *   recording FILE      from the root of the tree; comes first
 *   size COLSxROWS      at any time: the terminal is resized
 *   at N | HH:MM:SS | end   folds that many events, or those until then
 *   now DURATION        how far the hub's clock is beyond the last event
 *   link STATE [AGE] [tries N] [retry D] [missed N] [behind N] [synced N] [of N]
 *        [off D] [open] [error WORDS | journal WORDS | note WORDS]
 *   operator NAME, name NAME, rate N, read-only, no-bytes
 *   replay SPEED [playing] [live=HH:MM:SS] [mark HH:MM:SS[=NOTE]]...   a recording, and
 *        the live mesh behind it; blanks of a note are written _
 *   pace DURATION       between two keys (300 ms)
 *   keys NAME...        as in tui/keys.h
 *   tutorial, welcome   all of it is played; it is the first time
 *   click ROW COL, wheel up | down   with the mouse, from 0
 *   command WORDS       as behind `:`
 *   wait DURATION       time passes, the mesh does not move
 *   event SOURCE TYPE DATA   one more event, now: seam.TYPE with this JSON as data
 *   edited JSON         what an editor that was wished for gave back
 *   answer ok | none | CODE [ACTION OPERATOR TIME]   to the oldest decision sent
 *   screen, acs, ascii, styles, wishes   and below it lines `|...` as they should be:
 *       the screen, the same with the VT100's lines, the same in ASCII, style letters,
 *       what the shell asked for. # begins a comment
 */
#include <glob.h>

#include "base/digest.h"
#include "tests/screens/stage.h"
#include "tests/screens/ways.h"

struct play {
	struct stage stage;
	const char *path;
	int line; /* in the script */
	bool started, update;
	int64_t pace;
	struct buf wishes, out; /* since the last `wishes`; the script rewritten */
	char sent[16][64];      /* decisions not answered yet */
	size_t n_sent;
	unsigned passed, failed;
	struct ways *ways; /* every screen that is checked, for all terminals */
};

/* --- words ------------------------------------------------------------------ */

static struct str next_word(struct str *line)
{
	struct str w;
	size_t n = 0;

	while (line->n > 0 && line->p[0] == ' ')
		*line = str_skip(*line, 1);
	while (n < line->n && line->p[n] != ' ')
		n++;
	w = (struct str){ line->p, n };
	*line = str_skip(*line, n);
	return w;
}

static struct str rest_of(struct str line)
{
	while (line.n > 0 && line.p[0] == ' ')
		line = str_skip(line, 1);
	return line;
}

static unsigned long number_of(struct str w)
{
	return w.n > 0 ? strtoul(w.p, NULL, 10) : 0;
}

static void copy_word(char *to, size_t room, struct str w)
{
	snprintf(to, room, "%.*s", STR_ARG(w));
}

static void complain(struct play *r, const char *what)
{
	printf("%s:%d: %s\n", r->path, r->line, what);
	r->failed++;
}

static int64_t duration_of(struct play *r, struct str w)
{
	int64_t usec = 0;

	if (!duration_parse(w, &usec))
		complain(r, "no duration");
	return usec;
}

/* HH:MM:SS on the day of the recording's first event. */
static int64_t time_of(const struct play *r, struct str w)
{
	char text[TIME_TEXT + 24];
	int64_t usec = 0;

	time_format(r->stage.replay.first, text);
	snprintf(text + 11, sizeof(text) - 11, "%.*sZ", STR_ARG(w));
	time_parse(str_of(text), &usec);
	return usec;
}

/* --- the world -------------------------------------------------------------- */

static void do_recording(struct play *r, struct str args)
{
	char path[256];

	copy_word(path, sizeof(path), next_word(&args));
	if (!stage_open(&r->stage, path))
		complain(r, "cannot read the recording");
}

static void do_size(struct play *r, struct str args)
{
	int rows = 0, cols = 0;

	if (sscanf(args.p, " %dx%d", &cols, &rows) != 2)
		complain(r, "size COLSxROWS");
	surface_resize(&r->stage.surface, rows, cols);
}

static void do_at(struct play *r, struct str args)
{
	struct str w = next_word(&args);
	struct stage *s = &r->stage;

	if (str_is(w, "end"))
		stage_fold(s, s->lines);
	else if (memchr(w.p, ':', w.n) != NULL)
		stage_fold(s, stage_events_until(s, time_of(r, w)));
	else
		stage_fold(s, number_of(w));
}

static void do_now(struct play *r, struct str args)
{
	r->stage.ahead = duration_of(r, next_word(&args));
	stage_set_time(&r->stage);
}

static enum link_state link_named(struct play *r, struct str w)
{
	static const char *const names[] = { "connecting", "syncing", "live", "quiet",
		"stale", "lost", "replay" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (str_is(w, names[i]))
			return (enum link_state)i;
	complain(r, "no such link state");
	return LINK_LIVE;
}

static void link_option(struct play *r, struct str w, struct str *args)
{
	struct link_view *l = &r->stage.world.link;

	if (str_is(w, "tries"))
		l->tries = (unsigned)number_of(next_word(args));
	else if (str_is(w, "retry"))
		l->retry_in = duration_of(r, next_word(args));
	else if (str_is(w, "missed"))
		l->missed = (unsigned)number_of(next_word(args));
	else if (str_is(w, "behind"))
		l->behind = number_of(next_word(args));
	else if (str_is(w, "synced"))
		l->synced = number_of(next_word(args));
	else if (str_is(w, "of"))
		l->to_sync = number_of(next_word(args));
	else if (str_is(w, "off"))
		l->clock_off = duration_of(r, next_word(args));
	else if (str_is(w, "open"))
		l->open = true;
	else if (str_is(w, "journal"))
		copy_word(l->journal, sizeof(l->journal), rest_of(*args)), args->n = 0;
	else if (str_is(w, "note"))
		copy_word(l->journal_note, sizeof(l->journal_note), rest_of(*args)),
			args->n = 0;
	else if (str_is(w, "error"))
		copy_word(l->error, sizeof(l->error), rest_of(*args)), args->n = 0;
	else
		l->age = duration_of(r, w);
}

static void do_link(struct play *r, struct str args)
{
	struct link_view *l = &r->stage.world.link;
	struct str w;

	*l = (struct link_view){
		.state = link_named(r, next_word(&args)),
		.as_of = r->stage.mesh->now,
		.control = "tcp://mesh-a:5571",
		.feed = "tcp://mesh-a:5572",
		.events = "tcp://mesh-a:5570",
	};
	while ((w = next_word(&args)).n > 0)
		link_option(r, w, &args);
	/* heard so long ago; what was folded was heard before */
	if (r->stage.world.now - l->age > l->as_of)
		l->as_of = r->stage.world.now - l->age;
}

static void add_mark(struct play *r, struct str w)
{
	size_t i = r->stage.replay.marks++;
	char *note = r->stage.note[i];
	struct str time = { w.p, w.n < 8 ? w.n : 8 };

	r->stage.mark[i] = time_of(r, time);
	copy_word(note, sizeof(r->stage.note[i]), str_skip(w, time.n + (w.n > 8)));
	for (char *p = note; *p != '\0'; p++)
		*p = *p == '_' ? ' ' : *p;
	r->stage.mark_note[i] = note;
}

static void do_replay(struct play *r, struct str args)
{
	struct replay_view *v = &r->stage.replay;
	struct str w = next_word(&args);

	v->speed = w.n > 0 ? strtod(w.p, NULL) : 1;
	v->playing = false;
	v->marks = 0;
	while ((w = next_word(&args)).n > 0) {
		if (str_is(w, "playing"))
			v->playing = true;
		else if (str_starts(w, "live="))
			stage_live(&r->stage, time_of(r, str_skip(w, 5)));
		else if (!str_is(w, "mark") && v->marks < 8)
			add_mark(r, w);
	}
	r->stage.world.replay = v;
	r->stage.world.read_only = true;
	r->stage.world.link.state = LINK_REPLAY;
}

static void do_operator(struct play *r, struct str args)
{
	static char name[132];

	copy_word(name, sizeof(name), rest_of(args));
	r->stage.world.operator_name = name;
}

static void do_name(struct play *r, struct str args)
{
	static char name[132];

	copy_word(name, sizeof(name), rest_of(args));
	r->stage.world.name = name;
}

static void do_rate(struct play *r, struct str args)
{
	r->stage.world.rate = strtod(args.p, NULL);
}

static void do_read_only(struct play *r, struct str args)
{
	r->stage.world.link.looks = str_is(next_word(&args), "observer");
	r->stage.world.read_only = !r->stage.world.link.looks;
}

static void do_no_bytes(struct play *r, struct str args)
{
	(void)args;
	r->stage.no_bytes = true;
}

/* --- what is done ----------------------------------------------------------- */

static void note_decide(struct play *r, const struct wish *w)
{
	buf_fmt(&r->wishes, "decide %s: %s %s attempt %u %.15s by %s", w->decision,
		w->action, w->handoff, w->attempt, w->digest, w->operator_name);
	if (w->target[0] != '\0')
		buf_fmt(&r->wishes, " to %s", w->target);
	if (w->until[0] != '\0')
		buf_fmt(&r->wishes, " until %s", w->until);
	if (w->note[0] != '\0')
		buf_fmt(&r->wishes, ": %s", w->note);
	if (w->artifact.n > 0)
		buf_fmt(&r->wishes, " artifact %.*s", STR_ARG(w->artifact));
	if (r->n_sent < sizeof(r->sent) / sizeof(*r->sent))
		memcpy(r->sent[r->n_sent++], w->decision, sizeof(r->sent[0]));
}

/* The disk of a test is always good. */
static void note_copy(struct play *r, const struct wish *w)
{
	size_t lines = 0;

	for (size_t i = 0; i < w->line.n; i++)
		lines += w->line.p[i] == '\n';
	buf_fmt(&r->wishes, "keep %zu in %s%s", lines, w->text, w->sync ? " sync" : "");
	if (w->sync)
		shell_kept(r->stage.shell, &r->stage.world, true, w->text);
}

/* The beginning of an operation is long: only how many lines it has. */
static void note_op(struct play *r, const struct wish *w)
{
	size_t lines = 0;

	for (size_t i = 0; i < w->line.n; i++)
		lines += w->line.p[i] == '\n';
	buf_fmt(&r->wishes, "ops %s%s ", w->text, w->sync ? " sync" : "");
	if (lines > 3)
		buf_fmt(&r->wishes, "%zu lines", lines);
	else
		buf_add(&r->wishes, w->line.p, w->line.n - 1);
}

static void note_wishes(struct play *r)
{
	static const char *const names[] = { "decide", "quit", "suspend", "redraw",
		"reconnect", "digest", "drop-keys", "bell", "copy", "export", "layout",
		"set", "replay", "ask", "record", "filters", "workspaces", "edit",
		"claim", "keep", "copies", "ops", "visit", "history", "source" };
	static struct wish w;

	while (memset(&w, 0, sizeof(w)), shell_wish(r->stage.shell, &w)) {
		if (w.kind == WISH_LAYOUT)
			continue; /* tests/unit/test_flow.c */
		if (w.kind == WISH_DECIDE)
			note_decide(r, &w);
		else if (w.kind == WISH_EDIT)
			buf_fmt(&r->wishes, "%s %s %u %.15s", names[w.kind], w.handoff,
				w.attempt, w.digest);
		else if (w.kind == WISH_REPLAY)
			buf_fmt(&r->wishes, "replay %s %s", action_rows[w.replay].name,
				w.text);
		else if (w.kind == WISH_COPY)
			buf_fmt(&r->wishes, "%s %s", names[w.kind], w.copy.p);
		else if (w.kind == WISH_EXPORT)
			buf_fmt(&r->wishes, "export %s to %s\n%.*s", w.text, w.note,
				STR_ARG(w.copy));
		else if (w.kind == WISH_CLAIM)
			buf_fmt(&r->wishes, "%s %s by %s %u%s", w.action, w.handoff,
				w.operator_name, w.seconds, w.take ? " take" : "");
		else if (w.kind == WISH_KEEP)
			note_copy(r, &w);
		else if (w.kind == WISH_OPS)
			note_op(r, &w);
		else if (w.kind == WISH_SET || w.kind == WISH_ASK)
			buf_fmt(&r->wishes, "%s %s", names[w.kind], w.text);
		else
			buf_str(&r->wishes, names[w.kind]);
		buf_char(&r->wishes, '\n');
	}
}

static void start(struct play *r)
{
	if (!r->started) {
		r->started = true;
		if (r->stage.at == 0)
			stage_set_time(&r->stage);
	}
	stage_draw(&r->stage);
	note_wishes(r);
}

static void do_pace(struct play *r, struct str args)
{
	r->pace = duration_of(r, next_word(&args));
}

static void do_keys(struct play *r, struct str args)
{
	int key;

	start(r);
	while ((key = keys_next(&args, NULL)) != K_NONE) {
		if (key == K_UNKNOWN)
			complain(r, "no such key");
		r->stage.world.tick += r->pace;
		shell_key(r->stage.shell, &r->stage.world, key);
		stage_draw(&r->stage);
		note_wishes(r);
	}
}

static void do_command(struct play *r, struct str args)
{
	start(r);
	shell_command(r->stage.shell, &r->stage.world, rest_of(args));
	stage_draw(&r->stage);
	note_wishes(r);
}

static void do_edited(struct play *r, struct str args)
{
	struct edited e = { .text = rest_of(args), .path = "/state/edit/it.json" };

	note_wishes(r);
	shell_edited(r->stage.shell, &r->stage.world, &e);
	stage_wait(&r->stage, r->pace);
}

static void do_tutorial(struct play *r, struct str args)
{
	(void)args;
	r->stage.world.tutorial = true;
}

static void do_welcome(struct play *r, struct str args)
{
	(void)args;
	start(r);
	shell_welcome(r->stage.shell, &r->stage.world);
	stage_draw(&r->stage);
}

static void do_click(struct play *r, struct str args)
{
	int row = (int)number_of(next_word(&args)),
	    col = (int)number_of(next_word(&args));

	start(r);
	shell_mouse(r->stage.shell, &r->stage.world, K_CLICK, row, col);
	stage_draw(&r->stage);
	note_wishes(r);
}

static void do_wheel(struct play *r, struct str args)
{
	start(r);
	shell_mouse(r->stage.shell, &r->stage.world,
		str_is(next_word(&args), "up") ? K_WHEEL_UP : K_WHEEL_DOWN, 10, 10);
	stage_draw(&r->stage);
	note_wishes(r);
}

static void do_wait(struct play *r, struct str args)
{
	start(r);
	stage_wait(&r->stage, duration_of(r, next_word(&args)));
	note_wishes(r);
}

static void do_answer(struct play *r, struct str args)
{
	char code[40], action[40], who[40], time[40];
	struct answer a = { .decision = r->sent[0],
		.code = code,
		.message = "",
		.action = action,
		.operator_name = who,
		.time = time };

	if (r->n_sent == 0) {
		complain(r, "no decision was sent");
		return;
	}
	copy_word(code, sizeof(code), next_word(&args));
	copy_word(action, sizeof(action), next_word(&args));
	copy_word(who, sizeof(who), next_word(&args));
	copy_word(time, sizeof(time), next_word(&args));
	a.ok = strcmp(code, "ok") == 0;
	a.no_answer = strcmp(code, "none") == 0;
	shell_answer(r->stage.shell, &r->stage.world, &a);
	r->n_sent--;
	memmove(r->sent[0], r->sent[1], r->n_sent * sizeof(r->sent[0]));
	start(r);
}

static void do_event(struct play *r, struct str args)
{
	struct str source = next_word(&args), type = next_word(&args);

	start(r);
	if (!stage_add(&r->stage, source, type, rest_of(args)))
		complain(r, "that is no event");
	stage_draw(&r->stage);
	note_wishes(r);
}

/* --- what should be seen ---------------------------------------------------- */

static struct str take_line(struct str *text)
{
	const char *end = text->n > 0 ? memchr(text->p, '\n', text->n) : NULL;
	size_t n = end != NULL ? (size_t)(end - text->p) : text->n;
	struct str line = { text->p, n };

	*text = str_skip(*text, end != NULL ? n + 1 : n);
	return line;
}

static void show_diff(struct str want, struct str got)
{
	while (want.n > 0 || got.n > 0) {
		struct str a = take_line(&want), b = take_line(&got);

		if (str_eq(a, b)) {
			printf("   |%.*s\n", STR_ARG(b));
			continue;
		}
		printf("  -|%.*s\n", STR_ARG(a));
		printf("  +|%.*s\n", STR_ARG(b));
	}
}

/* Takes the lines `|...` off the script. */
static void take_expected(struct play *r, struct str *script, struct buf *want)
{
	while (script->n > 0 && script->p[0] == '|') {
		struct str line = take_line(script);

		buf_slice(want, str_skip(line, 1));
		buf_char(want, '\n');
		r->line++;
	}
}

static void put_expected(struct play *r, struct str got)
{
	while (got.n > 0) {
		buf_char(&r->out, '|');
		buf_slice(&r->out, take_line(&got));
		buf_char(&r->out, '\n');
	}
}

static void check(struct play *r, struct str *script, const char *what, struct str got)
{
	struct buf want = { 0 };
	int line = r->line;

	take_expected(r, script, &want);
	put_expected(r, got);
	if (r->update || str_eq(buf_view(&want), got)) {
		r->passed++;
	} else {
		r->failed++;
		printf("%s:%d: the %s is another (- expected, + drawn)\n", r->path, line,
			what);
		show_diff(buf_view(&want), got);
	}
	buf_fini(&want);
}

static bool check_named(struct play *r, struct str word, struct str *script)
{
	struct buf got = { 0 };
	enum glyphs glyphs = GLYPHS_UTF8;

	if (!str_is(word, "screen") && !str_is(word, "styles") &&
		!str_is(word, "wishes") && !str_is(word, "ascii") && !str_is(word, "acs"))
		return false;
	start(r);
	if (str_is(word, "ascii"))
		glyphs = GLYPHS_ASCII;
	if (str_is(word, "acs"))
		glyphs = GLYPHS_ACS;
	if (str_is(word, "wishes")) {
		check(r, script, "list of wishes", buf_view(&r->wishes));
		buf_reset(&r->wishes);
		return true;
	}
	ways_keep(r->ways, r->path, r->line, &r->stage.surface);
	if (str_is(word, "styles"))
		surface_dump_styles(&r->stage.surface, &got);
	else
		surface_dump(&r->stage.surface, glyphs, &got);
	check(r, script, "screen", buf_view(&got));
	buf_fini(&got);
	return true;
}

/* --- scripts ---------------------------------------------------------------- */

static const struct directive {
	const char *name;
	void (*run)(struct play *r, struct str args);
} directives[] = {
	{ "recording", do_recording },
	{ "size", do_size },
	{ "at", do_at },
	{ "now", do_now },
	{ "link", do_link },
	{ "operator", do_operator },
	{ "name", do_name },
	{ "rate", do_rate },
	{ "read-only", do_read_only },
	{ "no-bytes", do_no_bytes },
	{ "replay", do_replay },
	{ "pace", do_pace },
	{ "keys", do_keys },
	{ "command", do_command },
	{ "click", do_click },
	{ "tutorial", do_tutorial },
	{ "welcome", do_welcome },
	{ "wheel", do_wheel },
	{ "wait", do_wait },
	{ "event", do_event },
	{ "edited", do_edited },
	{ "answer", do_answer },
};

static void run_line(struct play *r, struct str line, struct str *script)
{
	struct str word = next_word(&line);

	if (word.n == 0 || word.p[0] == '#' || check_named(r, word, script))
		return;
	for (size_t i = 0; i < sizeof(directives) / sizeof(*directives); i++) {
		if (str_is(word, directives[i].name)) {
			directives[i].run(r, line);
			return;
		}
	}
	complain(r, "no such line in a script");
}

static void run_script(struct play *r, struct str script)
{
	while (script.n > 0) {
		struct str line = take_line(&script);

		r->line++;
		buf_slice(&r->out, line);
		buf_char(&r->out, '\n');
		/* run_line() reads numbers with strtoul() and sscanf(): bounded by LF */
		run_line(r, line, &script);
	}
}

static void write_back(const struct play *r, struct str was)
{
	FILE *f;

	if (str_eq(buf_view(&r->out), was) || (f = fopen(r->path, "wb")) == NULL)
		return;
	fwrite(r->out.data, 1, r->out.len, f);
	fclose(f);
	printf("%s: rewritten\n", r->path);
}

static void run_file(const char *path, bool update, struct ways *ways, unsigned *passed,
	unsigned *failed)
{
	static struct play r;
	size_t n = 0;
	char *script = stage_read_file(path, &n);

	memset(&r, 0, sizeof(r));
	r.path = path;
	r.update = update;
	r.ways = ways;
	r.pace = 300000;
	stage_init(&r.stage);
	if (script != NULL)
		run_script(&r, (struct str){ script, n });
	else
		complain(&r, "cannot read it");
	if (update && r.failed == 0)
		write_back(&r, (struct str){ script, n });
	printf("%-4s %s\n", r.failed == 0 ? "ok" : "FAIL", path);
	*passed += r.passed;
	*failed += r.failed;
	stage_fini(&r.stage);
	buf_fini(&r.wishes);
	buf_fini(&r.out);
	free(script);
}

int main(int argc, char **argv)
{
	const char *wish = getenv("UPDATE");
	bool update = wish != NULL && strcmp(wish, "1") == 0;
	unsigned passed = 0, failed = 0;
	struct ways ways = { 0 };
	glob_t files;

	digest_start();
	if (argc > 1) {
		for (int i = 1; i < argc; i++)
			run_file(argv[i], update, &ways, &passed, &failed);
	} else if (glob("tests/screens/*.t", 0, NULL, &files) == 0) {
		for (size_t i = 0; i < files.gl_pathc; i++)
			run_file(files.gl_pathv[i], update, &ways, &passed, &failed);
		globfree(&files);
	}
	ways_check(&ways, &passed, &failed);
	printf("%u passed, %u failed\n", passed, failed);
	return failed > 0 || passed == 0;
}
