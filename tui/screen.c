/* SPDX-License-Identifier: MIT */
#include "tui/screen.h"

#include <curses.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/text.h"

#include <term.h> /* last: it makes macros of words like `lines` and `columns` */

/* ---- what the terminal can do */

bool screen_has(const char *cap)
{
	const char *text = tigetstr(cap);

	return text != NULL && text != (char *)-1;
}

void screen_cap(const char *cap, struct buf *out)
{
	const char *text = screen_has(cap) ? tigetstr(cap) : "";

	while (*text != '\0') {
		const char *end =
			text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;

		if (end != NULL)
			text = end + 1;
		else
			buf_char(out, *text++);
	}
}

bool screen_is(const char *cap, const char *text)
{
	return screen_has(cap) && strcmp(tigetstr(cap), text) == 0;
}

bool screen_flag(const char *cap)
{
	return tigetflag(cap) > 0;
}

int screen_number(const char *cap)
{
	int n = tigetnum(cap);

	return n > 0 ? n : 0;
}

static void add_two(const char *cap, int a, int b, struct buf *out)
{
	const char *how = tigetstr(cap);
	const char *bytes = how != NULL && how != (char *)-1 ? tiparm(how, a, b) : NULL;
	const char *padding = bytes != NULL ? strstr(bytes, "$<") : NULL;

	if (bytes != NULL)
		buf_add(out, bytes,
			padding != NULL ? (size_t)(padding - bytes) : strlen(bytes));
}

void screen_move(int row, int col, struct buf *out)
{
	add_two("cup", row, col, out);
}

void screen_scrolls(int rows, struct buf *out)
{
	add_two("csr", 0, rows - 1, out);
}

/* Also fails for a terminal on which no cursor can be placed. */
static bool check_terminal(struct err *e)
{
	const char *name = getenv("TERM");
	int found = 0;
	bool places;

	if (name == NULL || *name == '\0')
		return err_set(e, "TERM is not set: try TERM=xterm-256color");
	if (setupterm(NULL, STDOUT_FILENO, &found) != OK) {
		if (found == 0)
			return err_set(e,
				"TERM=%.100s is not known here: try TERM=xterm-256color",
				name);
		return err_set(
			e, "TERM=%.100s: no terminal database (terminfo) found", name);
	}
	places = screen_has("cup") && screen_has("clear");
	del_curterm(cur_term);
	if (!places)
		return err_set(e, "TERM=%.100s cannot place the cursor", name);
	return true;
}

/* ---- curses, rendering into memory */

/* Curses takes signals that nobody else has; they are the program's. */
static SCREEN *new_screen(FILE *sink)
{
	static const int taken[] = { SIGINT, SIGTERM, SIGTSTP, SIGWINCH };
	struct sigaction was[4];
	SCREEN *screen;

	for (int i = 0; i < 4; i++)
		sigaction(taken[i], NULL, &was[i]);
	screen = newterm(NULL, sink, stdin);
	for (int i = 0; i < 4; i++)
		sigaction(taken[i], &was[i], NULL);
	return screen;
}

static bool open_sink(struct screen *s, struct err *e)
{
	int fd = memfd_create("screen", MFD_CLOEXEC);

	s->sink = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (s->sink != NULL)
		return true;
	if (fd >= 0)
		close(fd);
	return err_set(e, "cannot make a file in memory: %s", strerror(errno));
}

bool screen_open(struct screen *s, struct err *e)
{
	*s = (struct screen){
		.repaint = true, .theme = THEME_MONO, .glyphs = GLYPHS_ASCII
	};
	if (!check_terminal(e) || !open_sink(s, e))
		return false;
	s->curses = new_screen(s->sink);
	if (s->curses == NULL) {
		fclose(s->sink);
		return err_set(e, "curses does not start on TERM=%.100s", getenv("TERM"));
	}
	typeahead(-1);
	nonl();
	leaveok(stdscr, TRUE);
	curs_set(0);
	if (has_colors()) {
		start_color();
		use_default_colors();
	}
	return true;
}

/* Adds what curses has written since the last time. */
static void drain(struct screen *s, struct buf *out)
{
	int fd = fileno(s->sink);
	off_t size = lseek(fd, 0, SEEK_CUR);
	ssize_t got;

	if (size <= 0)
		return;
	got = pread(fd, buf_room(out, (size_t)size), (size_t)size, 0);
	out->len += got > 0 ? (size_t)got : 0;
	if (ftruncate(fd, 0) != 0 || lseek(fd, 0, SEEK_SET) != 0)
		abort(); /* cannot be: it is memory */
}

/* What curses writes to leave is not needed: term.c has its own way out. */
void screen_left(struct screen *s)
{
	struct buf nothing = { 0 };

	if (!isendwin())
		endwin();
	drain(s, &nothing);
	buf_fini(&nothing);
	s->repaint = true;
}

void screen_close(struct screen *s)
{
	screen_left(s);
	delscreen(s->curses);
	fclose(s->sink);
	free(s->shown);
	*s = (struct screen){ 0 };
}

void screen_resize(struct screen *s, int rows, int cols)
{
	resizeterm(rows, cols);
	s->rows = rows;
	s->cols = cols;
	s->repaint = true;
}

/* ---- looks */

int screen_colours(void)
{
	return has_colors() ? COLORS : 0;
}

static short pair_of(const struct look *look, enum style style)
{
	bool plain = look->fg == COLOUR_DEFAULT && look->bg == COLOUR_DEFAULT;

	return plain ? 0 : (short)(style + 1);
}

void screen_theme(struct screen *s, enum theme theme)
{
	s->theme = theme;
	for (int style = 0; style < STYLE_COUNT; style++) {
		const struct look *look = style_look(theme, (enum style)style);
		short pair = pair_of(look, (enum style)style);

		if (pair != 0)
			init_pair(pair, look->fg, look->bg);
	}
	s->repaint = true;
}

static attr_t attr_of(const struct cell *cell, const struct look *look)
{
	unsigned bits = look->attr ^ (cell->selected ? ATTR_REVERSE : 0u);
	attr_t attr = WA_NORMAL;

	if (bits & ATTR_BOLD)
		attr |= WA_BOLD;
	if (bits & ATTR_DIM)
		attr |= WA_DIM;
	if (bits & ATTR_UNDERLINE)
		attr |= WA_UNDERLINE;
	if (bits & ATTR_REVERSE)
		attr |= WA_REVERSE;
	return attr;
}

/* ---- cells */

/* The VT100 set, by what glyph_map() leaves for GLYPHS_ACS; the letters are the VT100's.
 */
static const cchar_t *acs_line(uint32_t c)
{
	static const struct {
		uint32_t c;
		char letter;
	} set[] = { { 0x2500, 'q' }, { 0x2502, 'x' }, { 0x250c, 'l' }, { 0x2510, 'k' },
		{ 0x2514, 'm' }, { 0x2518, 'j' }, { 0x251c, 't' }, { 0x2524, 'u' },
		{ 0x252c, 'w' }, { 0x2534, 'v' }, { 0x253c, 'n' }, { 0x2592, 'a' } };

	for (size_t i = 0; i < sizeof(set) / sizeof(*set); i++)
		if (set[i].c == c)
			return NCURSES_WACS(set[i].letter);
	return NULL;
}

/*
 * Whether curses, which asks the C library, will give `c` the columns that the
 * layout gave it. Where box characters are wide, so are many others that should
 * be narrow: none of them is shown.
 */
static bool can_show(const struct screen *s, uint32_t c)
{
	if (c < 0x7f)
		return true;
	if (!s->utf8 || (s->wide && text_width_of(c) == 1))
		return false;
	return wcwidth((wchar_t)c) == text_width_of(c);
}

/* The characters to show for a cell; false: not in this locale or terminal. */
static bool cell_text(
	const struct screen *s, const struct cell *cell, wchar_t *out, attr_t *attr)
{
	uint32_t c = glyph_map(s->glyphs, cell->ch[0]);
	const cchar_t *line = s->glyphs == GLYPHS_ACS ? acs_line(c) : NULL;
	attr_t line_attr = 0;
	short pair;
	int n = 1;

	if (line != NULL && getcchar(line, out, &line_attr, &pair, NULL) == OK) {
		*attr |= line_attr;
		return true;
	}
	if (c == 0 || !can_show(s, c))
		return false;
	out[0] = (wchar_t)c;
	for (int i = 1; i < 3; i++)
		if (cell->ch[i] != 0 && can_show(s, cell->ch[i]))
			out[n++] = (wchar_t)cell->ch[i];
	out[n] = L'\0';
	return true;
}

/* Returns how many cells of the row it took: 2 for a wide character. */
static int to_curses(
	const struct screen *s, const struct cell *cell, int room, cchar_t *out)
{
	const struct look *look = style_look(s->theme, (enum style)cell->style);
	bool wide = cell->ch[0] != 0 && text_width_of(cell->ch[0]) == 2;
	attr_t attr = attr_of(cell, look);
	wchar_t text[CCHARW_MAX + 1] = L"";

	if (wide && room < 2) {
		wcscpy(text, L"~");
		wide = false;
	} else if (!cell_text(s, cell, text, &attr)) {
		wcscpy(text, L"?"); /* and one more for the right half, if it has one */
		wide = false;
	}
	setcchar(out, text, attr, pair_of(look, (enum style)cell->style), NULL);
	return wide ? 2 : 1;
}

static void push_row(
	const struct screen *s, int row, const struct cell *cells, int n, cchar_t *line)
{
	int count = 0;

	for (int col = 0; col < n; count++)
		col += to_curses(s, cells + col, n - col, &line[count]);
	mvadd_wchnstr(row, 0, line, count);
}

/* ---- drawing */

/* Sees to it that `shown` has this size; if it had another, nothing of it is known. */
static void fit_shown(struct screen *s, int rows, int cols)
{
	if (s->shown != NULL && rows == s->shown_rows && cols == s->shown_cols)
		return;
	free(s->shown);
	s->shown = xcalloc((size_t)rows * (size_t)cols, sizeof(*s->shown));
	s->shown_rows = rows;
	s->shown_cols = cols;
	s->repaint = true;
}

/* Hands the rows that are different to curses. Returns whether there were any. */
static bool push_rows(struct screen *s, const struct surface *surface)
{
	size_t n = (size_t)s->shown_cols, size = n * sizeof(struct cell);
	cchar_t *line = xmalloc((n + 1) * sizeof(*line));
	bool changed = false;

	for (int row = 0; row < s->shown_rows && n > 0; row++) {
		const struct cell *cells = surface_cell(surface, row, 0);
		struct cell *shown = &s->shown[(size_t)row * n];

		if (!s->repaint && memcmp(shown, cells, size) == 0)
			continue;
		memcpy(shown, cells, size);
		push_row(s, row, cells, (int)n, line);
		changed = true;
	}
	free(line);
	return changed;
}

static bool push_cursor(struct screen *s, const struct surface *surface)
{
	int row = -1, col = -1;
	bool on =
		surface_cursor_at(surface, &row, &col) && row < s->rows && col < s->cols;
	bool changed = s->repaint || row != s->cursor_row || col != s->cursor_col;

	s->cursor_row = row;
	s->cursor_col = col;
	if (changed) {
		leaveok(stdscr, !on);
		curs_set(on);
	}
	if (on)
		wmove(stdscr, row, col);
	return changed;
}

bool screen_draw(struct screen *s, const struct surface *surface, struct buf *out)
{
	int rows = surface->rows < s->rows ? surface->rows : s->rows;
	int cols = surface->cols < s->cols ? surface->cols : s->cols;
	bool changed, cursor;

	fit_shown(s, rows, cols);
	if (s->repaint) {
		clearok(curscr, TRUE);
		werase(stdscr);
	}
	changed = push_rows(s, surface);
	cursor = push_cursor(s, surface);
	if (!changed && !cursor && !s->repaint)
		return false;
	s->repaint = false;
	wnoutrefresh(stdscr);
	doupdate();
	drain(s, out);
	return true;
}
