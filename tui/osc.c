/* SPDX-License-Identifier: MIT */
#include "tui/osc.h"

#include <stdlib.h>

#include "base/base64.h"
#include "base/text.h"

#define TITLE_COLUMNS 80
#define COPY_MAX (74994 / 4 * 3) /* xterm takes that much base64 */
#define SCREEN_TAKES 512

void osc_title(struct buf *out, struct str title)
{
	struct buf clean = { 0 }, cut = { 0 };

	text_clean(&clean, title);
	text_cut(&cut, buf_view(&clean), TITLE_COLUMNS);
	for (size_t i = 0; i < cut.len; i++) {
		unsigned char b = (unsigned char)cut.data[i];

		if ((b & 0xc0) != 0x80) /* the first byte of a character */
			buf_char(out, b < 0x7f ? (char)b : '?');
	}
	buf_fini(&cut);
	buf_fini(&clean);
}

/* GNU screen hands on what stands between ESC P and ESC \\, 768 bytes of it at most. */
static void pass_through(struct str sequence, struct buf *out)
{
	while (sequence.n > 0) {
		size_t n = sequence.n < SCREEN_TAKES ? sequence.n : SCREEN_TAKES;

		buf_str(out, "\033P");
		buf_slice(out, (struct str){ sequence.p, n });
		buf_str(out, STRING_END);
		sequence = str_skip(sequence, n);
	}
}

static bool is_set(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && value[0] != '\0';
}

enum term_copied osc_copy(struct buf *out, struct str text, bool has)
{
	bool tmux = is_set("TMUX"), screen = is_set("STY") && !tmux;
	struct buf sequence = { 0 };

	if (!has && !tmux && !screen)
		return TERM_COPY_UNKNOWN;
	if (text.n > COPY_MAX)
		return TERM_COPY_LONG;
	buf_str(&sequence, "\033]52;c;");
	base64_write(&sequence, text);
	buf_char(&sequence, '\a');
	if (screen)
		pass_through(buf_view(&sequence), out);
	else
		buf_slice(out, buf_view(&sequence));
	buf_fini(&sequence);
	return tmux ? TERM_COPIED_TMUX : TERM_COPIED;
}
