/* SPDX-License-Identifier: MIT */
#include "tui/term.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "tui/input.h"
#include "tui/keys.h"
#include "tui/locale.h"
#include "tui/osc.h"
#include "tui/pulse.h"
#include "tui/screen.h"
#include "tui/tty.h"

#define PROBE_US (100 * 1000)
#define READS_PER_KEY 16 /* bounds a call while only what is dropped comes */

#define AWAY_MS 500           /* how often a background job looks whether it is one */
#define RETRY_MS 20           /* for a tty that was full */
#define SLOW_US (150 * 1000)  /* to take a frame */
#define LEAVE_US (300 * 1000) /* for the rest of a frame, at the end */

/* Keeps the cursor, draws a box character in the corner, asks where the cursor is now. */
#define PROBE_ASK "\0337\033[1;1H\342\224\200\033[6n\033[1;1H"
#define PROBE_DONE "\0338"

/* How wide are box characters here? Asked behind the first frame, which is ASCII. */
enum probe {
	PROBE_NONE,   /* nothing to ask, or answered */
	PROBE_WANTED, /* by the first flush */
	PROBE_SENT,
	PROBE_LATE, /* went on as the locale says; the answer may still come */
};

static struct {
	bool open;
	struct tty tty;
	struct screen screen;
	struct input input;
	struct buf out; /* bytes for the tty, in order */
	size_t out_at;  /* how far it has taken them */
	int64_t out_since;
	bool skipped; /* a frame: another look is due when all is taken */
	bool away;    /* to be taken again as soon as it is ours */
	struct buf title;
	int rows, cols;
	bool console, has_title, title_pushed;
	enum theme theme_wish;
	enum glyphs glyphs_wish;
	enum probe probe;
	int64_t probe_at;
	bool reports; /* it can be asked (DSR) */
	struct pulse pulse;
	uint64_t asked_frame, seen_frame; /* numbers of flushes */
	struct term_stats stats;
} t;

/* ---- what is decided here: theme, glyphs, the ways in and out */

static void apply_theme(void)
{
	struct theme_facts facts = { .colours = screen_colours(),
		.no_color = getenv("NO_COLOR"),
		.colorfgbg = getenv("COLORFGBG") };

	screen_theme(&t.screen, theme_choose(t.theme_wish, &facts));
}

static void apply_glyphs(void)
{
	bool probing = t.probe == PROBE_WANTED || t.probe == PROBE_SENT;
	enum glyphs glyphs = t.glyphs_wish;

	if (glyphs == GLYPHS_AUTO && t.console)
		glyphs = GLYPHS_ACS;
	else if (glyphs == GLYPHS_AUTO)
		glyphs = probing || t.screen.wide ? GLYPHS_ASCII : GLYPHS_UTF8;
	if (glyphs == GLYPHS_UTF8 && !t.screen.utf8)
		glyphs = GLYPHS_ASCII;
	t.screen.glyphs = glyphs;
	t.screen.repaint = true;
}

/* Where there is no second screen to go back from, the shell goes on below. */
static void make_leave(void)
{
	struct buf leave = { 0 };
	bool second_screen = screen_has("rmcup");

	buf_str(&leave, STRING_END PASTE_OFF);
	if (t.input.mouse)
		buf_str(&leave, MOUSE_OFF);
	if (t.title_pushed)
		buf_str(&leave, TITLE_POP);
	screen_cap("rmkx", &leave);
	screen_cap("sgr0", &leave);
	screen_cap("cnorm", &leave);
	screen_scrolls(t.rows, &leave); /* curses began with 24 */
	if (!second_screen)
		screen_move(t.rows - 1, 0, &leave);
	screen_cap(second_screen ? "rmcup" : "el", &leave);
	if (!second_screen)
		buf_str(&leave, "\r\n");
	tty_on_leave(&t.tty, leave.data, leave.len);
	buf_fini(&leave);
}

/* Curses itself enters the second screen, with its first bytes. */
static void queue_enter(void)
{
	screen_cap("smkx", &t.out);
	buf_str(&t.out, PASTE_ON);
	if (t.input.mouse)
		buf_str(&t.out, MOUSE_ON);
}

static void read_size(void)
{
	if (!tty_size(&t.rows, &t.cols)) {
		t.rows = screen_number("lines") > 0 ? screen_number("lines") : 24;
		t.cols = screen_number("cols") > 0 ? screen_number("cols") : 80;
	}
	screen_resize(&t.screen, t.rows, t.cols);
	make_leave();
}

static bool can_probe(void)
{
	return t.reports && t.screen.utf8 && t.glyphs_wish == GLYPHS_AUTO && !t.console;
}

/* ---- bytes out */

static size_t pending(void)
{
	return t.out.len - t.out_at;
}

static void push_out(void)
{
	if (pending() == 0)
		return;
	t.out_at += tty_write(&t.tty, t.out.data + t.out_at, pending());
	if (t.tty.gone)
		t.out_at = t.out.len;
	if (pending() == 0) {
		buf_reset(&t.out);
		t.out_at = 0;
		t.stats.last_write_us = (uint64_t)(clock_mono() - t.out_since);
	}
	t.stats.bytes = t.tty.written;
	t.stats.pending = pending();
}

/* Bytes that are no part of a frame. */
static void send_now(struct str bytes)
{
	if (!t.open || !t.tty.taken)
		return;
	buf_slice(&t.out, bytes);
	push_out();
}

/* ---- opening, leaving, closing */

bool term_open(const struct term_options *options, struct err *e)
{
	bool utf8;

	memset(&t, 0, sizeof(t));
	if (!tty_open(&t.tty, e))
		return false;
	utf8 = locale_set();
	if (!screen_open(&t.screen, e)) {
		tty_close(&t.tty);
		return false;
	}
	t.open = true;
	t.screen.utf8 = utf8;
	t.console = strcmp(getenv("TERM"), "linux") == 0;
	t.has_title = !options->no_title && (screen_flag("XT") || screen_has("tsl"));
	t.theme_wish = options->theme;
	t.glyphs_wish = options->glyphs;
	t.reports = screen_is("u7", "\033[6n");
	t.probe = can_probe() ? PROBE_WANTED : PROBE_NONE;
	apply_theme();
	apply_glyphs();
	read_size();
	queue_enter();
	tty_take(&t.tty);
	return true;
}

/* The title that was there comes back when we leave, where the terminal can do that. */
static void send_title(void)
{
	struct buf out = { 0 };

	if (!t.tty.taken)
		return;
	if (!t.title_pushed)
		buf_str(&out, TITLE_PUSH);
	buf_str(&out, "\033]2;");
	buf_slice(&out, buf_view(&t.title));
	buf_char(&out, '\a');
	t.title_pushed = true;
	make_leave();
	send_now(buf_view(&out));
	buf_fini(&out);
}

/* Until when an answer may still come; 0: nothing is asked. */
static int64_t asked_until(void)
{
	int64_t probe = t.probe == PROBE_SENT ? t.probe_at + PROBE_US : 0;
	int64_t pulse = pulse_until(&t.pulse);

	return probe > pulse ? probe : pulse;
}

/* An answer that came when we have left would be typed into the shell. */
static void await_answers(void)
{
	int64_t now = clock_mono(), end;
	char bytes[256];
	int row, col;

	for (term_drop_keys(); (end = asked_until()) > now && !t.tty.gone;
		term_drop_keys()) {
		size_t n = 0;

		if (input_report(&t.input, &row, &col))
			t.probe = PROBE_NONE;
		else if (input_answered(&t.input))
			t.pulse.asked = false;
		else
			n = tty_read(&t.tty, bytes, sizeof(bytes),
				(int)((end - now) / 1000) + 1);
		now = clock_mono();
		input_feed(&t.input, bytes, n, now);
	}
	if (end != 0)
		tty_drop_input();
	t.probe = t.probe == PROBE_SENT ? PROBE_LATE : t.probe;
	t.pulse.asked = false;
}

/* The rest of a frame, for a while; then it is cut. */
static void finish_out(void)
{
	int64_t end = clock_mono() + LEAVE_US;

	for (push_out(); pending() > 0 && clock_mono() < end; push_out())
		tty_await(&t.tty, RETRY_MS);
	buf_reset(&t.out);
	t.out_at = 0;
}

static void leave(void)
{
	finish_out();
	await_answers();
	tty_give(&t.tty);
	screen_left(&t.screen);
}

void term_leave(void)
{
	t.away = false;
	if (t.open && t.tty.taken)
		leave();
}

/* As nothing may be written in the background, there is nothing to finish. */
static void stay_away(void)
{
	t.away = true;
	if (!t.tty.taken)
		return;
	buf_reset(&t.out);
	t.out_at = 0;
	t.pulse.asked = false;
	tty_give(&t.tty);
	screen_left(&t.screen);
}

void term_resume(void)
{
	if (!t.open)
		return;
	if (!tty_in_foreground()) {
		stay_away();
		return;
	}
	t.away = false;
	if (!t.tty.taken) {
		queue_enter();
		t.title_pushed = false;
	}
	tty_take(&t.tty);
	apply_glyphs();
	read_size();
	if (t.title.len > 0)
		send_title();
}

void term_suspend(void)
{
	term_leave();
	tty_stop();
	term_resume();
}

void term_close(void)
{
	if (!t.open)
		return;
	term_leave();
	t.open = false;
	screen_close(&t.screen);
	tty_close(&t.tty);
	buf_fini(&t.out);
	buf_fini(&t.title);
}

void term_crash(void)
{
	tty_give(&t.tty);
}

void term_size(int *rows, int *cols)
{
	*rows = t.rows;
	*cols = t.cols;
}

bool term_resized(void)
{
	int rows = t.rows, cols = t.cols;

	if (!t.open)
		return false;
	read_size();
	return rows != t.rows || cols != t.cols;
}

/* ---- flushing */

/* The corner is put right at once, without its style: a repaint follows. */
static void add_probe(void)
{
	buf_str(&t.out, PROBE_ASK);
	for (int col = 0; col < 2; col++) {
		const struct cell *cell =
			col < t.screen.shown_cols ? &t.screen.shown[col] : NULL;
		uint32_t c = cell != NULL ? cell->ch[0] : ' ';

		buf_char(&t.out, c >= 0x20 && c < 0x7f ? (char)c : ' ');
	}
	buf_str(&t.out, PROBE_DONE);
	t.probe = PROBE_SENT;
	t.probe_at = clock_mono();
}

void term_flush(const struct surface *s)
{
	int64_t start = clock_mono();

	t.stats.last_bytes = t.stats.last_us = 0;
	if (!t.open || !t.tty.taken)
		return;
	push_out();
	if (pending() > 0 || pulse_waits(&t.pulse, start)) {
		t.skipped = true;
		t.stats.skipped++;
		return;
	}
	if (!screen_draw(&t.screen, s, &t.out))
		return;
	if (t.probe == PROBE_WANTED && t.screen.shown_rows > 0)
		add_probe();
	t.stats.flushes++;
	if (t.reports && pulse_ask(&t.pulse, start)) {
		buf_str(&t.out, PULSE_ASK);
		t.asked_frame = t.stats.flushes;
	}
	t.out_since = clock_mono();
	t.stats.last_bytes = pending();
	push_out();
	t.stats.last_us = (uint64_t)(clock_mono() - start);
}

void term_redraw(void)
{
	t.screen.repaint = true;
}

bool term_has_seen(uint64_t frame)
{
	return !pulse_waits(&t.pulse, clock_mono()) || t.seen_frame >= frame;
}

bool term_is_slow(void)
{
	return pending() > 0 || t.stats.last_write_us >= SLOW_US ||
		pulse_is_slow(&t.pulse, clock_mono());
}

const struct term_stats *term_stats(void)
{
	return &t.stats;
}

/* ---- keys */

int term_fd(void)
{
	return t.tty.taken ? STDIN_FILENO : -1;
}

/* Reads when all that was read is used up. True if there were bytes. */
static bool read_input(int64_t now)
{
	unsigned char bytes[sizeof(t.input.bytes)];
	size_t n = 0;

	if (t.input.at == t.input.len)
		n = tty_read(&t.tty, bytes, sizeof(bytes), 0);
	if (n > 0)
		input_feed(&t.input, bytes, n, now);
	return n > 0;
}

/* What the probe says, or that it says nothing. True: other glyphs, draw again. */
static bool probe_turn(int64_t now)
{
	bool was_sent = t.probe == PROBE_SENT;
	int row, col;

	if (t.probe < PROBE_SENT)
		return false;
	if (input_report(&t.input, &row, &col) && row == 1 && (col == 2 || col == 3)) {
		t.screen.wide = col == 3;
		t.probe = PROBE_NONE;
	} else if (was_sent && now - t.probe_at >= PROBE_US) {
		t.probe = PROBE_LATE;
	} else {
		return false;
	}
	if (!was_sent && !t.screen.wide)
		return false; /* late, and as was thought */
	apply_glyphs();
	return true;
}

/* What the terminal has said of frames holds for the keys behind it, too. */
static void take_answer(int64_t now)
{
	if (!input_answered(&t.input))
		return;
	pulse_answered(&t.pulse, now);
	t.seen_frame = t.asked_frame;
}

/* True when a frame that was skipped can be drawn now. */
static bool caught_up(int64_t now)
{
	bool caught;

	push_out();
	caught = t.skipped && pending() == 0 && !pulse_waits(&t.pulse, now);
	if (caught)
		t.skipped = false;
	return caught;
}

int term_key(void)
{
	int64_t now = clock_mono();
	int key = K_NONE;
	bool more = true;

	if (t.away && tty_in_foreground()) {
		term_resume();
		return K_RESIZE;
	}
	if (!t.open || !t.tty.taken)
		return K_NONE;
	for (int i = 0; key == K_NONE && more && i < READS_PER_KEY; i++) {
		more = read_input(now);
		key = input_next(&t.input, now);
	}
	take_answer(now);
	if (key == K_NONE && (probe_turn(now) || caught_up(now)))
		return K_REDRAW;
	return key == K_NONE && t.tty.gone ? K_HANGUP : key;
}

int term_wait(void)
{
	int64_t now = clock_mono(), left = t.probe_at + PROBE_US - now;
	int64_t wait = input_wait(&t.input, now);

	if (!t.tty.taken)
		return t.away ? AWAY_MS : -1;
	if (t.probe == PROBE_SENT && (wait < 0 || left < wait))
		wait = left > 0 ? left : 0;
	if ((pending() > 0 || (t.skipped && !pulse_waits(&t.pulse, now))) &&
		(wait < 0 || wait > RETRY_MS * 1000))
		wait = RETRY_MS * 1000;
	return wait < 0 ? -1 : (int)((wait + 999) / 1000);
}

void term_set_mouse(bool on)
{
	if (!t.open || t.input.mouse == on)
		return;
	t.input.mouse = true; /* the way back has to know before it is on */
	make_leave();
	send_now(on ? STR(MOUSE_ON) : STR(MOUSE_OFF));
	t.input.mouse = on;
	make_leave();
}

void term_mouse(int *row, int *col)
{
	input_mouse(&t.input, row, col);
}

void term_drop_keys(void)
{
	int64_t now = clock_mono();

	if (!t.open || !t.tty.taken)
		return;
	for (int i = 0; i < READS_PER_KEY; i++) {
		while (t.input.at < t.input.len)
			input_next(&t.input, now);
		if (!read_input(now))
			break;
	}
}

/* ---- theme, glyphs, title, bell, clipboard */

enum theme term_theme(void)
{
	return t.screen.theme;
}

void term_set_theme(enum theme wish)
{
	t.theme_wish = wish;
	if (t.open)
		apply_theme();
}

enum glyphs term_glyphs(void)
{
	return t.screen.glyphs;
}

void term_set_glyphs(enum glyphs wish)
{
	t.glyphs_wish = wish;
	if (t.open)
		apply_glyphs();
}

void term_title(struct str title)
{
	if (!t.open || !t.has_title)
		return;
	buf_reset(&t.title);
	osc_title(&t.title, title);
	send_title();
}

void term_bell(void)
{
	send_now(STR("\a"));
}

enum term_copied term_copy(struct str text)
{
	struct buf out = { 0 };
	enum term_copied copied = TERM_COPY_UNKNOWN;

	if (t.open && t.tty.taken)
		copied = osc_copy(&out, text, screen_flag("XT") || screen_has("Ms"));
	send_now(buf_view(&out));
	buf_fini(&out);
	return copied;
}
