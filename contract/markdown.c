/* SPDX-License-Identifier: MIT */
#include "contract/markdown.h"

#include <strings.h>

#include "base/text.h"

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Breaks and tabs are blanks: a cell has one line. */
static void clean(struct buf *out, struct str s)
{
	struct buf line = { 0 };
	size_t n = text_head(s, MARKDOWN_BYTES).n;

	for (size_t i = 0; i < n; i++)
		buf_char(&line,
			strchr("\n\r\t", s.p[i]) != NULL && s.p[i] != '\0' ? ' '
									   : s.p[i]);
	if (n < s.n)
		buf_str(&line, "...");
	text_clean(out, buf_view(&line));
	buf_fini(&line);
}

/* An underscore inside a word is none of Markdown's, and names are full of them. */
static bool is_markup(struct str s, size_t i)
{
	if (s.p[i] == '_')
		return i == 0 || i + 1 == s.n || !is_word(s.p[i - 1]) ||
			!is_word(s.p[i + 1]);
	if (s.p[i] == ':')
		return i + 1 < s.n && s.p[i + 1] == '/';
	if (i > 0 && s.p[i - 1] == '{' && (s.p[i] == '{' || s.p[i] == '%'))
		return true; /* templates are filled in before Markdown is read */
	if (s.p[i] == '.')   /* some make a link of it without a scheme */
		return i >= 3 && strncasecmp(s.p + i - 3, "www", 3) == 0;
	return strchr("\\`*[]<>|~&#!$@", s.p[i]) != NULL;
}

/*
 * Whether an '@' would tell somebody or make a link: what turns names and addresses into
 * these looks at text behind the backslashes, but not at code.
 */
static bool is_address(struct str s, size_t i)
{
	size_t end = i + 1;

	while (end < s.n && (is_word(s.p[end]) || s.p[end] == '-' || s.p[end] == '_'))
		end++;
	return i == 0 || !is_word(s.p[i - 1]) || (end < s.n && s.p[end] == '.');
}

void markdown_text(struct buf *out, struct str s)
{
	struct buf text = { 0 };

	clean(&text, s);
	for (size_t i = 0; i < text.len; i++) {
		if (text.data[i] == '@' && is_address(buf_view(&text), i)) {
			buf_str(out, "`@`");
			continue;
		}
		if (is_markup(buf_view(&text), i))
			buf_char(out, '\\');
		buf_char(out, text.data[i]);
	}
	buf_fini(&text);
}

void markdown_code(struct buf *out, struct str s)
{
	bool plain = s.n > 0 && s.n <= 200;

	for (size_t i = 0; plain && i < s.n; i++)
		plain = is_word(s.p[i]) ||
			(s.p[i] != '\0' && strchr("/._-*{}", s.p[i]) != NULL);
	if (plain)
		buf_char(out, '`');
	if (plain)
		buf_slice(out, s);
	else
		markdown_text(out, s);
	if (plain)
		buf_char(out, '`');
}
