/* SPDX-License-Identifier: MIT */
#include "tui/input.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "tui/keys.h"

#define ESC 0x1b
#define CAN 0x18
#define SUB 0x1a

/* What the next byte belongs to. */
enum state {
	GROUND,
	UTF8,    /* a character of several bytes */
	ESCAPE,  /* behind ESC */
	CSI,     /* behind ESC [ */
	CONSOLE, /* behind ESC [ [: F1 to F5 of the Linux console */
	SS3,     /* behind ESC O */
	STRING,  /* OSC, DCS and their like, up to BEL or ST */
	MOUSE,   /* the three bytes behind ESC [ M */
};

struct meaning {
	int code, key;
};

static const struct meaning csi_finals[] = {
	{ 'A', K_UP }, { 'B', K_DOWN }, { 'C', K_RIGHT }, { 'D', K_LEFT },
	{ 'H', K_HOME }, { 'F', K_END }, { 'Z', K_BACKTAB }, { 'P', K_F(1) },
	{ 'Q', K_F(2) }, { 'S', K_F(4) }, /* R is a cursor report */
};

/* ESC [ code ~; the doubles are those of rxvt and the VT220. */
static const struct meaning csi_numbers[] = {
	{ 1, K_HOME },
	{ 2, K_INSERT },
	{ 3, K_DELETE },
	{ 4, K_END },
	{ 5, K_PGUP },
	{ 6, K_PGDN },
	{ 7, K_HOME },
	{ 8, K_END },
	{ 11, K_F(1) },
	{ 12, K_F(2) },
	{ 13, K_F(3) },
	{ 14, K_F(4) },
	{ 15, K_F(5) },
	{ 17, K_F(6) },
	{ 18, K_F(7) },
	{ 19, K_F(8) },
	{ 20, K_F(9) },
	{ 21, K_F(10) },
	{ 23, K_F(11) },
	{ 24, K_F(12) },
	{ 200, K_PASTE_BEGIN },
	{ 201, K_PASTE_END },
};

/* With the number pad, which is in application mode while curses runs. */
static const struct meaning ss3_finals[] = {
	{ 'A', K_UP },
	{ 'B', K_DOWN },
	{ 'C', K_RIGHT },
	{ 'D', K_LEFT },
	{ 'a', K_UP },
	{ 'b', K_DOWN },
	{ 'c', K_RIGHT },
	{ 'd', K_LEFT },
	{ 'H', K_HOME },
	{ 'F', K_END },
	{ 'P', K_F(1) },
	{ 'Q', K_F(2) },
	{ 'R', K_F(3) },
	{ 'S', K_F(4) },
	{ 'I', K_TAB },
	{ 'M', K_ENTER },
	{ 'X', '=' },
	{ 'j', '*' },
	{ 'k', '+' },
	{ 'l', ',' },
	{ 'm', '-' },
	{ 'n', '.' },
	{ 'o', '/' },
	{ 'p', '0' },
	{ 'q', '1' },
	{ 'r', '2' },
	{ 's', '3' },
	{ 't', '4' },
	{ 'u', '5' },
	{ 'v', '6' },
	{ 'w', '7' },
	{ 'x', '8' },
	{ 'y', '9' },
};

static const struct meaning console_finals[] = {
	{ 'A', K_F(1) },
	{ 'B', K_F(2) },
	{ 'C', K_F(3) },
	{ 'D', K_F(4) },
	{ 'E', K_F(5) },
};

static const struct meaning mouse_buttons[] = {
	{ 0, K_CLICK },
	{ 64, K_WHEEL_UP },
	{ 65, K_WHEEL_DOWN },
};

#define LOOK_UP(table, code) look_up(table, sizeof(table) / sizeof(*(table)), code)

static int look_up(const struct meaning *table, size_t n, int code)
{
	for (size_t i = 0; i < n; i++)
		if (table[i].code == code)
			return table[i].key;
	return K_NONE;
}

static void enter(struct input *in, enum state state)
{
	in->state = state;
	in->seq_len = 0;
}

/* A sequence that is too long to keep is still swallowed to its end. */
static void keep(struct input *in, unsigned char b)
{
	if (in->seq_len < sizeof(in->seq))
		in->seq[in->seq_len++] = b;
}

/* The numbers of a CSI sequence, from `at` on. Returns how many there are. */
static int numbers(const struct input *in, size_t at, int *out, int max)
{
	int n = 0, value = 0;

	for (size_t i = at; i < in->seq_len; i++) {
		unsigned char b = in->seq[i];

		if (b >= '0' && b <= '9') {
			value = value < 100000 ? value * 10 + (b - '0') : value;
		} else if (b == ';') {
			if (n < max)
				out[n] = value;
			n++;
			value = 0;
		} else {
			return 0; /* private or with intermediates: none of ours */
		}
	}
	if (n < max)
		out[n] = value;
	return n + 1;
}

#define MOUSE_MOST 10000 /* rows, columns */

/*
 * ESC [ < button ; column ; row M: SGR, the one form that has no bytes of its own. With
 * Shift and its like it is the terminal's, and what is let go or moved means nothing
 * here.
 */
static int mouse_end(struct input *in, unsigned char final)
{
	int number[3] = { 0, 0, 0 };
	int key;
	bool whole = in->seq_len < sizeof(in->seq) && numbers(in, 1, number, 3) == 3;

	enter(in, GROUND);
	if (!whole || !in->mouse || final != 'M' || number[1] < 1 || number[2] < 1 ||
		number[1] > MOUSE_MOST || number[2] > MOUSE_MOST)
		return K_NONE;
	key = LOOK_UP(mouse_buttons, number[0]);
	if (key != K_NONE) {
		in->mouse_col = number[1] - 1;
		in->mouse_row = number[2] - 1;
	}
	return key;
}

static int csi_end(struct input *in, unsigned char final)
{
	int number[3] = { 0, 0, 0 };
	int n = numbers(in, 0, number, 3);

	if (in->seq_len > 0 && in->seq[0] == '<')
		return mouse_end(in, final);

	if (final == 'M' && in->seq_len == 0) {
		enter(in, MOUSE);
		return K_NONE;
	}
	in->answered |= final == 'n' && n == 1 && in->seq_len > 0;
	enter(in, GROUND);
	if (final == 'R' && n == 2) {
		in->reported = true;
		in->report_row = number[0];
		in->report_col = number[1];
		return K_NONE;
	}
	if (n == 0 || final == 'n')
		return K_NONE;
	return final == '~' ? LOOK_UP(csi_numbers, number[0])
			    : LOOK_UP(csi_finals, final);
}

static int on_csi(struct input *in, unsigned char b)
{
	if (b == '[' && in->seq_len == 0)
		in->state = CONSOLE;
	else if (b >= 0x40 && b <= 0x7e)
		return csi_end(in, b);
	else if (b >= 0x20 && b <= 0x3f)
		keep(in, b);
	else
		enter(in, GROUND);
	return K_NONE;
}

static int on_ss3(struct input *in, unsigned char b)
{
	if (b >= 0x20 && b <= 0x3f) { /* ESC O 5 A: Ctrl-Up of an old xterm */
		keep(in, b);
		return K_NONE;
	}
	enter(in, GROUND);
	return LOOK_UP(ss3_finals, b);
}

/* What a C1 control begins, as ESC and a letter or as one byte or character. */
static enum state introduced(uint32_t c1)
{
	switch (c1) {
	case 0x9b:
		return CSI;
	case 0x8f:
		return SS3;
	case 0x90: /* DCS */
	case 0x98: /* SOS */
	case 0x9d: /* OSC */
	case 0x9e: /* PM */
	case 0x9f: /* APC */
		return STRING;
	default:
		return GROUND;
	}
}

static int on_control(unsigned char b)
{
	switch (b) {
	case '\t':
		return K_TAB;
	case '\r':
		return K_ENTER;
	case '\b':
	case 0x7f:
		return K_BACKSPACE;
	case 0:
		return K_CTRL('@');
	default:
		return K_CTRL(b < 27 ? b + 0x60 : b + 0x40);
	}
}

static size_t utf8_length(unsigned char lead)
{
	if (lead >= 0xc2 && lead <= 0xdf)
		return 2;
	if (lead >= 0xe0 && lead <= 0xef)
		return 3;
	return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

static int on_ground(struct input *in, unsigned char b)
{
	if (b == ESC) {
		enter(in, ESCAPE);
	} else if (b < 0x20 || b == 0x7f) {
		return on_control(b);
	} else if (b < 0x7f) {
		return b;
	} else if (utf8_length(b) > 0) {
		enter(in, UTF8);
		keep(in, b);
	} else {
		enter(in, introduced(b));
	}
	return K_NONE;
}

static int on_utf8(struct input *in, unsigned char b)
{
	uint32_t c;

	if ((b & 0xc0) != 0x80) {
		enter(in, GROUND);
		return on_ground(in, b);
	}
	keep(in, b);
	if (in->seq_len < utf8_length(in->seq[0]))
		return K_NONE;
	if (utf8_decode((const char *)in->seq, in->seq_len, &c) != in->seq_len)
		c = 0;
	enter(in, introduced(c));
	return keys_is_text((int)c) ? (int)c : K_NONE;
}

static int on_escape(struct input *in, unsigned char b)
{
	enum state next = GROUND;

	if (b == ESC)
		return K_ESC; /* the first one; this one is still open */
	if (b >= 0x40 && b <= 0x5f)
		next = introduced(b + 0x40u);
	enter(in, next);
	if (next != GROUND)
		return K_NONE;
	if (b == '\t')
		return K_BACKTAB; /* the Linux console */
	if (b == '\\')
		return K_NONE; /* the end of a string that was dropped */
	in->at--;              /* Alt and a key: Esc and the key */
	return K_ESC;
}

static int on_mouse(struct input *in, unsigned char b)
{
	keep(in, b);
	if (in->seq_len == 3)
		enter(in, GROUND);
	return K_NONE;
}

static int step(struct input *in, unsigned char b)
{
	bool inside = in->state >= CSI;

	if (inside && (b == ESC || b == CAN || b == SUB)) {
		enter(in, b == ESC ? ESCAPE : GROUND);
		return K_NONE;
	}
	switch ((enum state)in->state) {
	case UTF8:
		return on_utf8(in, b);
	case ESCAPE:
		return on_escape(in, b);
	case CSI:
		return on_csi(in, b);
	case CONSOLE:
		enter(in, GROUND);
		return LOOK_UP(console_finals, b);
	case SS3:
		return on_ss3(in, b);
	case STRING:
		if (b == '\a')
			enter(in, GROUND);
		return K_NONE;
	case MOUSE:
		return on_mouse(in, b);
	case GROUND:
		break;
	}
	return on_ground(in, b);
}

/* Of what was pasted only text, line ends and tabs are left. */
static int pasted(struct input *in, int key)
{
	if (key == K_PASTE_END)
		in->pasting = false;
	if (key == K_PASTE_END || key == K_ENTER || key == K_TAB || keys_is_text(key))
		return key;
	return key == K_CTRL('j') ? K_ENTER : K_NONE;
}

static int accept(struct input *in, int key)
{
	if (in->pasting)
		return pasted(in, key);
	if (key == K_PASTE_END)
		return K_NONE; /* of no paste we know */
	in->pasting = key == K_PASTE_BEGIN;
	return key;
}

/* How long what is under way waits for more; -1: nothing is. */
static int64_t patience(const struct input *in)
{
	if (in->state == ESCAPE)
		return INPUT_ESC_US;
	if (in->state != GROUND)
		return INPUT_SEQUENCE_US;
	return in->pasting ? INPUT_PASTE_US : -1;
}

/* The key, if any, that comes of nothing having come. */
static int give_up(struct input *in)
{
	enum state was = (enum state)in->state;

	if (was == GROUND) {
		in->pasting = false;
		return K_PASTE_END;
	}
	enter(in, GROUND);
	return was == ESCAPE ? accept(in, K_ESC) : K_NONE;
}

size_t input_room(const struct input *in)
{
	return sizeof(in->bytes) - (in->len - in->at);
}

void input_feed(struct input *in, const void *bytes, size_t n, int64_t now)
{
	assert(n <= input_room(in));
	memmove(in->bytes, in->bytes + in->at, in->len - in->at);
	in->len -= in->at;
	in->at = 0;
	if (n > 0) {
		memcpy(in->bytes + in->len, bytes, n);
		in->fed_at = now;
	}
	in->len += n;
}

int input_next(struct input *in, int64_t now)
{
	int key = K_NONE;

	while (key == K_NONE && in->at < in->len)
		key = accept(in, step(in, in->bytes[in->at++]));
	if (key == K_NONE && input_wait(in, now) == 0)
		key = give_up(in);
	return key;
}

int64_t input_wait(const struct input *in, int64_t now)
{
	int64_t wait = patience(in);
	int64_t left = in->fed_at + wait - now;

	if (in->at < in->len)
		return 0;
	if (wait < 0)
		return -1;
	return left > 0 ? left : 0;
}

void input_mouse(const struct input *in, int *row, int *col)
{
	*row = in->mouse_row;
	*col = in->mouse_col;
}

bool input_report(struct input *in, int *row, int *col)
{
	if (!in->reported)
		return false;
	in->reported = false;
	*row = in->report_row;
	*col = in->report_col;
	return true;
}

bool input_answered(struct input *in)
{
	bool answered = in->answered;

	in->answered = false;
	return answered;
}
