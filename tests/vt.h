/* SPDX-License-Identifier: MIT */
/*
 * A small terminal for tests: it takes the bytes that a console writes and keeps
 * the cells they draw. It knows what curses says to xterm, screen, tmux, linux and
 * vt100 and nothing else: a sequence that it does not know, one that is not ended,
 * a string (OSC, DCS) or a control character is counted as foreign, so a test can
 * want none. What the bytes ask of it (a title, a clipboard) is kept as text.
 */
#ifndef TESTS_VT_H
#define TESTS_VT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"

#define VT_ARGS 16
#define VT_DEFAULT (-1)

enum vt_attr { VT_BOLD = 1, VT_DIM = 2, VT_UNDERLINE = 4, VT_REVERSE = 8 };

struct vt_look {
	int fg, bg; /* palette index or VT_DEFAULT */
	unsigned attr;
};

struct vt_cell {
	uint32_t c, marks[2]; /* c 0: the right half of a wide one */
	struct vt_look look;
};

struct vt {
	int rows, cols, row, col;
	bool wrap; /* the last column was written: the next character goes to the next
		      line */
	struct vt_cell *cell;
	struct vt_look look;
	bool drawing[2]; /* G0, G1: the VT100's line drawing */
	int shift;       /* which of them */
	bool colours;    /* any colour was ever set */
	int top, bottom; /* scrolling region */
	int kept_row, kept_col;
	struct vt_look kept_look;
	/* a sequence under way */
	char seq[64];
	size_t seq_len;
	char utf8[4];
	size_t utf8_len, utf8_need;
	unsigned foreign;
	char odd[96]; /* the first foreign thing, for the message */
};

static inline void vt_blank(struct vt *v, int row, int from, int to)
{
	for (int col = from; col < to && col < v->cols; col++)
		v->cell[row * v->cols + col] = (struct vt_cell){ .c = ' ',
			.look = { VT_DEFAULT, v->look.bg, 0 } };
}

static inline void vt_init(struct vt *v, int rows, int cols)
{
	*v = (struct vt){ .rows = rows,
		.cols = cols,
		.bottom = rows - 1,
		.look = { VT_DEFAULT, VT_DEFAULT, 0 } };
	v->cell = xcalloc((size_t)rows * (size_t)cols + 1, sizeof(*v->cell));
	for (int row = 0; row < rows; row++)
		vt_blank(v, row, 0, cols);
}

static inline void vt_fini(struct vt *v)
{
	free(v->cell);
	v->cell = NULL;
}

static inline void vt_foreign(struct vt *v, const char *what, size_t n)
{
	size_t at = 0;

	if (v->foreign++ > 0)
		return;
	for (size_t i = 0; i < n && at + 6 < sizeof(v->odd); i++)
		at += (size_t)snprintf(v->odd + at, sizeof(v->odd) - at,
			what[i] >= 0x20 && what[i] < 0x7f ? "%c" : "\\x%02x",
			(unsigned char)what[i]);
}

static inline void vt_scroll(struct vt *v, int n)
{
	size_t line = (size_t)v->cols * sizeof(*v->cell);

	for (; n > 0; n--) {
		memmove(&v->cell[v->top * v->cols], &v->cell[(v->top + 1) * v->cols],
			line * (size_t)(v->bottom - v->top));
		vt_blank(v, v->bottom, 0, v->cols);
	}
	for (; n < 0; n++) {
		memmove(&v->cell[(v->top + 1) * v->cols], &v->cell[v->top * v->cols],
			line * (size_t)(v->bottom - v->top));
		vt_blank(v, v->top, 0, v->cols);
	}
}

static inline void vt_down(struct vt *v)
{
	if (v->row == v->bottom)
		vt_scroll(v, 1);
	else if (v->row + 1 < v->rows)
		v->row++;
}

static inline uint32_t vt_drawn(uint32_t c)
{
	static const struct {
		char letter;
		uint32_t c;
	} set[] = { { 'q', 0x2500 }, { 'x', 0x2502 }, { 'l', 0x250c }, { 'k', 0x2510 },
		{ 'm', 0x2514 }, { 'j', 0x2518 }, { 't', 0x251c }, { 'u', 0x2524 },
		{ 'w', 0x252c }, { 'v', 0x2534 }, { 'n', 0x253c }, { 'a', 0x2592 } };

	for (size_t i = 0; i < sizeof(set) / sizeof(*set); i++)
		if ((uint32_t)set[i].letter == c)
			return set[i].c;
	return c;
}

static inline void vt_put(struct vt *v, uint32_t c)
{
	int width = text_width_of(c);
	struct vt_cell *cell;

	if (v->drawing[v->shift])
		c = vt_drawn(c);
	if (width == 0) {
		int at = v->row * v->cols + (v->wrap ? v->col : v->col - 1);

		while (at > 0 && v->cell[at].c == 0)
			at--;
		cell = &v->cell[at > 0 ? at : 0];
		cell->marks[cell->marks[0] != 0] = c;
		return;
	}
	if (v->wrap) {
		v->wrap = false;
		v->col = 0;
		vt_down(v);
	}
	cell = &v->cell[v->row * v->cols + v->col];
	*cell = (struct vt_cell){ .c = c, .look = v->look };
	if (width == 2 && v->col + 1 < v->cols)
		cell[1] = (struct vt_cell){ .c = 0, .look = v->look };
	v->col += width;
	if (v->col >= v->cols) {
		v->col = v->cols - 1;
		v->wrap = true;
	}
}

static inline void vt_shift_cells(struct vt *v, int row, int col, int n)
{
	struct vt_cell *line = &v->cell[row * v->cols];
	int left = v->cols - col;

	if (n > left || n < -left)
		n = n > 0 ? left : -left;
	if (n > 0)
		memmove(line + col + n, line + col, (size_t)(left - n) * sizeof(*line));
	else
		memmove(line + col, line + col - n, (size_t)(left + n) * sizeof(*line));
	vt_blank(v, row, n > 0 ? col : v->cols + n, n > 0 ? col + n : v->cols);
}

static inline void vt_sgr(struct vt *v, const int *arg, int n)
{
	for (int i = 0; i < n; i++) {
		struct vt_look *l = &v->look;
		int a = arg[i];

		if ((a == 38 || a == 48) && i + 2 < n && arg[i + 1] == 5) {
			*(a == 38 ? &l->fg : &l->bg) = arg[i + 2];
			v->colours = true;
			i += 2;
			continue;
		}
		v->colours |= (a >= 30 && a <= 37) || (a >= 40 && a <= 47) || a >= 90;
		if (a == 0)
			*l = (struct vt_look){ VT_DEFAULT, VT_DEFAULT, 0 };
		else if (a == 1)
			l->attr |= VT_BOLD;
		else if (a == 2)
			l->attr |= VT_DIM;
		else if (a == 4)
			l->attr |= VT_UNDERLINE;
		else if (a == 7 || a == 3) /* `screen` has 3 for standout */
			l->attr |= VT_REVERSE;
		else if (a == 22)
			l->attr &= ~(unsigned)(VT_BOLD | VT_DIM);
		else if (a == 24)
			l->attr &= ~(unsigned)VT_UNDERLINE;
		else if (a == 27 || a == 23)
			l->attr &= ~(unsigned)VT_REVERSE;
		else if (a >= 30 && a <= 37)
			l->fg = a - 30;
		else if (a == 10 || a == 11) /* `linux` has fonts */
			v->drawing[0] = a == 11;
		else if (a == 39)
			l->fg = VT_DEFAULT;
		else if (a >= 40 && a <= 47)
			l->bg = a - 40;
		else if (a == 49)
			l->bg = VT_DEFAULT;
		else if (a >= 90 && a <= 97)
			l->fg = a - 90 + 8;
		else if (a >= 100 && a <= 107)
			l->bg = a - 100 + 8;
		else
			vt_foreign(v, v->seq, v->seq_len);
	}
}

static inline int vt_clamp(int n, int most)
{
	return n < 0 ? 0 : n > most ? most : n;
}

static inline void vt_erase(struct vt *v, int how, bool screen)
{
	int from = how == 0 ? v->col : 0, to = how == 1 ? v->col + 1 : v->cols;

	vt_blank(v, v->row, from, to);
	for (int row = 0; screen && row < v->rows; row++)
		if (how == 2 || (how == 0 && row > v->row) || (how == 1 && row < v->row))
			vt_blank(v, row, 0, v->cols);
}

/* Modes, reports and marks of the window: nothing that is drawn. */
static inline bool vt_is_mode(const char *seq, char final)
{
	static const char *const known[] = { "?1", "?7", "?12;25", "?25", "?12", "?34",
		"?1049", "?2004", "4", "?2026", "?1000", "?1002", "?1006", "?5",
		"?1000;1006", "?1002;1006", "?1006;1000", "?1006;1002", "?1l", "?0" };

	if (final == 't' || final == 'n' || final == 'c')
		return true;
	for (size_t i = 0;
		(final == 'h' || final == 'l') && i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(seq, known[i]) == 0)
			return true;
	return false;
}

static inline void vt_csi(struct vt *v)
{
	char final = v->seq[v->seq_len - 1], text[sizeof(v->seq)];
	int arg[VT_ARGS] = { 0 }, n = 0;
	const char *p = text;
	int one;

	memcpy(text, v->seq + 2, v->seq_len - 3);
	text[v->seq_len - 3] = '\0';
	if (vt_is_mode(text, final))
		return;
	if (strspn(text, "0123456789;:") != strlen(text)) {
		vt_foreign(v, v->seq, v->seq_len);
		return;
	}
	for (n = 1; *p != '\0'; p++) {
		if (*p == ';' || *p == ':')
			n += n < VT_ARGS;
		else
			arg[n - 1] = arg[n - 1] * 10 + *p - '0';
	}
	one = arg[0] > 0 ? arg[0] : 1;
	if (final != 'm' && final != 'b')
		v->wrap = false;
	switch (final) {
	case 'm':
		vt_sgr(v, arg, n);
		break;
	case 'H':
	case 'f':
		v->row = vt_clamp(arg[0] - 1, v->rows - 1);
		v->col = vt_clamp(arg[1] - 1, v->cols - 1);
		break;
	case 'A':
		v->row = vt_clamp(v->row - one, v->rows - 1);
		break;
	case 'B':
		v->row = vt_clamp(v->row + one, v->rows - 1);
		break;
	case 'C':
		v->col = vt_clamp(v->col + one, v->cols - 1);
		break;
	case 'D':
		v->col = vt_clamp(v->col - one, v->cols - 1);
		break;
	case 'G':
		v->col = vt_clamp(one - 1, v->cols - 1);
		break;
	case 'd':
		v->row = vt_clamp(one - 1, v->rows - 1);
		break;
	case 'J':
		vt_erase(v, arg[0], true);
		break;
	case 'K':
		vt_erase(v, arg[0], false);
		break;
	case 'X':
		vt_blank(v, v->row, v->col, v->col + one);
		break;
	case '@':
		vt_shift_cells(v, v->row, v->col, one);
		break;
	case 'P':
		vt_shift_cells(v, v->row, v->col, -one);
		break;
	case 'S':
		vt_scroll(v, one);
		break;
	case 'T':
		vt_scroll(v, -one);
		break;
	case 'L':
	case 'M': {
		int top = v->top;

		v->top = v->row;
		vt_scroll(v, final == 'M' ? one : -one);
		v->top = top;
		break;
	}
	case 'b': {
		uint32_t c = v->cell[v->row * v->cols + v->col - !v->wrap].c;

		while (one-- > 0)
			vt_put(v, c);
		break;
	}
	case 'Z':
		v->col = v->col > 0 ? (v->col - 1) / 8 * 8 : 0;
		break;
	case 'r':
		v->top = arg[0] > 0 ? arg[0] - 1 : 0;
		v->bottom = n > 1 && arg[1] > 0 ? arg[1] - 1 : v->rows - 1;
		v->row = v->col = 0;
		break;
	default:
		vt_foreign(v, v->seq, v->seq_len);
	}
}

static inline void vt_keep(struct vt *v, bool back)
{
	if (back) {
		v->row = v->kept_row;
		v->col = v->kept_col;
		v->look = v->kept_look;
		v->wrap = false;
	} else {
		v->kept_row = v->row;
		v->kept_col = v->col;
		v->kept_look = v->look;
	}
}

/* Takes one more byte of a sequence; true when that was the last. */
static inline bool vt_escape(struct vt *v, char c)
{
	v->seq[v->seq_len++] = c;
	if (v->seq_len == sizeof(v->seq)) {
		vt_foreign(v, v->seq, v->seq_len);
		return true;
	}
	if (v->seq_len == 2) {
		if (strchr("[()", c) != NULL)
			return false;
		if (c == 'M' && v->row == v->top)
			vt_scroll(v, -1);
		else if (c == 'M')
			v->row -= v->row > 0;
		else if (c == 'D')
			vt_down(v);
		else if (c == '7' || c == '8')
			vt_keep(v, c == '8');
		else if (strchr("=>\\Hc", c) == NULL)
			vt_foreign(v, v->seq, v->seq_len);
		return true;
	}
	if (v->seq[1] != '[') {
		if (c != 'B' && c != '0')
			vt_foreign(v, v->seq, v->seq_len);
		v->drawing[v->seq[1] == ')'] = c == '0';
		return true;
	}
	if (c < 0x40 || c > 0x7e)
		return false;
	vt_csi(v);
	return true;
}

static inline void vt_control(struct vt *v, char c)
{
	switch (c) {
	case '\0': /* padding */
	case '\a':
		break;
	case '\r':
		v->col = 0;
		v->wrap = false;
		break;
	case '\n':
		vt_down(v);
		break;
	case '\b':
		v->col -= v->col > 0;
		v->wrap = false;
		break;
	case '\t':
		v->col = vt_clamp((v->col / 8 + 1) * 8, v->cols - 1);
		break;
	case 0x0e:
	case 0x0f:
		v->shift = c == 0x0e;
		break;
	case 0x1b:
		v->seq[0] = c;
		v->seq_len = 1;
		break;
	default:
		vt_foreign(v, &c, 1);
	}
}

static inline void vt_text(struct vt *v, char c)
{
	unsigned char u = (unsigned char)c;
	uint32_t code;

	if (v->utf8_len == 0) {
		v->utf8_need = u < 0x80 ? 1 : u < 0xe0 ? 2 : u < 0xf0 ? 3 : 4;
		if (u >= 0x80 && u < 0xc2) {
			vt_foreign(v, &c, 1);
			return;
		}
	}
	v->utf8[v->utf8_len++] = c;
	if (v->utf8_len < v->utf8_need)
		return;
	if (utf8_decode(v->utf8, v->utf8_len, &code) != v->utf8_len ||
		(code >= 0x7f && code < 0xa0) || (code >= 0x202a && code <= 0x202e) ||
		(code >= 0x2066 && code <= 0x2069) || (code >= 0x200b && code <= 0x200f))
		vt_foreign(v, v->utf8, v->utf8_len);
	else
		vt_put(v, code);
	v->utf8_len = 0;
}

static inline void vt_take(struct vt *v, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char c = bytes[i];

		if (v->seq_len > 0) {
			if (vt_escape(v, c))
				v->seq_len = 0;
		} else if (v->utf8_len == 0 && c >= 0 && c < 0x20) {
			vt_control(v, c);
		} else {
			vt_text(v, c);
		}
	}
}

/* Between frames nothing may be under way. */
static inline void vt_pause(struct vt *v)
{
	if (v->seq_len > 0 || v->utf8_len > 0)
		vt_foreign(v, "unended", 7);
	v->seq_len = v->utf8_len = 0;
}

/* As surface_dump() writes it. */
static inline void vt_dump(const struct vt *v, struct buf *out)
{
	for (int row = 0; row < v->rows; row++) {
		size_t from = out->len;

		for (int col = 0; col < v->cols; col++) {
			const struct vt_cell *cell = &v->cell[row * v->cols + col];
			const uint32_t all[3] = { cell->c, cell->marks[0],
				cell->marks[1] };
			char utf8[4];

			for (int k = 0; k < 3; k++)
				if (all[k] != 0)
					buf_add(out, utf8, utf8_encode(all[k], utf8));
		}
		while (out->len > from && out->data[out->len - 1] == ' ')
			out->len--;
		buf_char(out, '\n');
	}
}

#endif
