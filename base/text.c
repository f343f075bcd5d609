/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include "base/buf.h"
#include "base/text_table.h"

#define TABLE_LEN (sizeof(text_table) / sizeof(*text_table))
#define MARKS_MAX 2 /* combining marks in a row that are shown as they are */

static inline bool is_plain(char c)
{
	return c >= 0x20 && c < 0x7f;
}

static inline bool is_tail(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

static size_t decode2(const unsigned char *p, size_t n, uint32_t *c)
{
	if (n < 2 || p[0] < 0xc2 || !is_tail((char)p[1]))
		return 0;
	*c = (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
	return 2;
}

static size_t decode3(const unsigned char *p, size_t n, uint32_t *c)
{
	if (n < 3 || !is_tail((char)p[1]) || !is_tail((char)p[2]))
		return 0;
	*c = (p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
	return *c < 0x800 || (*c >= 0xd800 && *c <= 0xdfff) ? 0 : 3;
}

static size_t decode4(const unsigned char *p, size_t n, uint32_t *c)
{
	if (n < 4 || !is_tail((char)p[1]) || !is_tail((char)p[2]) || !is_tail((char)p[3]))
		return 0;
	*c = (p[0] & 0x07u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 |
		(p[3] & 0x3fu);
	return *c < 0x10000 || *c > 0x10ffff ? 0 : 4;
}

size_t utf8_decode(const char *p, size_t n, uint32_t *c)
{
	const unsigned char *u = (const unsigned char *)p;

	if (n == 0)
		return 0;
	if (u[0] < 0x80) {
		*c = u[0];
		return 1;
	}
	if (u[0] < 0xe0)
		return decode2(u, n, c);
	if (u[0] < 0xf0)
		return decode3(u, n, c);
	return u[0] < 0xf8 ? decode4(u, n, c) : 0;
}

size_t utf8_encode(uint32_t c, char out[4])
{
	static const unsigned char lead[] = { 0, 0x00, 0xc0, 0xe0, 0xf0 };
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	for (size_t i = n - 1; i > 0; i--, c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	out[0] = (char)(lead[n] | c);
	return n;
}

bool utf8_valid(struct str s)
{
	uint32_t c;

	for (size_t i = 0, n; i < s.n; i += n) {
		n = utf8_decode(s.p + i, s.n - i, &c);
		if (n == 0)
			return false;
	}
	return true;
}

/* The last entry of the table that does not begin behind `c`. */
static uint32_t table_entry(uint32_t c)
{
	size_t low = 0, high = TABLE_LEN;

	while (high - low > 1) {
		size_t middle = (low + high) / 2;

		if (text_table[middle] >> 2 <= c)
			low = middle;
		else
			high = middle;
	}
	return text_table[low];
}

int text_width_of(uint32_t c)
{
	int width;

	if (c < 0x7f)
		return c >= 0x20 ? 1 : -1;
	width = (int)(table_entry(c) & 3);
	return width == 3 ? -1 : width;
}

size_t text_width(struct str s)
{
	size_t columns = 0;
	uint32_t c;

	for (size_t i = 0, n; i < s.n; i += n) {
		n = utf8_decode(s.p + i, s.n - i, &c);
		if (n > 0 && text_width_of(c) >= 0)
			columns += (size_t)text_width_of(c);
		n += n == 0;
	}
	return columns;
}

/* Where text_clean() is in its output. */
struct cleaner {
	struct buf *out;
	size_t replaced;
	unsigned marks; /* combining marks that may not follow any more at MARKS_MAX */
};

/* What stands for a character or byte that is not shown as it is: no mark joins it. */
static void add_shown(struct cleaner *k, const char *fmt, unsigned value)
{
	buf_fmt(k->out, fmt, value);
	k->replaced++;
	k->marks = MARKS_MAX;
}

static void add_char(struct cleaner *k, uint32_t c, struct str bytes)
{
	int width = text_width_of(c);

	if (c < 0x20 || c == 0x7f) {
		add_shown(k, "^%c", c ^ 0x40); /* DEL gives ^? */
	} else if (width < 0 || (width == 0 && k->marks >= MARKS_MAX)) {
		add_shown(k, "<U+%04X>", c);
	} else {
		buf_slice(k->out, bytes);
		k->marks = width == 0 ? k->marks + 1 : 0;
	}
}

static size_t plain_run(struct str s)
{
	size_t n = 0;

	while (n < s.n && is_plain(s.p[n]))
		n++;
	return n;
}

static void clean_next(struct cleaner *k, struct str *s)
{
	size_t n = plain_run(*s);
	uint32_t c;

	if (n > 0) {
		buf_add(k->out, s->p, n);
		k->marks = 0;
	} else if ((n = utf8_decode(s->p, s->n, &c)) > 0) {
		add_char(k, c, (struct str){ s->p, n });
	} else {
		n = 1;
		add_shown(k, "<%02X>", (unsigned char)*s->p);
	}
	*s = str_skip(*s, n);
}

/*
 * A mark at the very start counts as one too many: it would join what somebody
 * else has put to the left of this text.
 */
size_t text_clean(struct buf *out, struct str s)
{
	struct cleaner k = { .out = out, .marks = MARKS_MAX };

	while (s.n > 0)
		clean_next(&k, &s);
	return k.replaced;
}

/* The bytes of `s` that fit `columns`, with the marks behind the last character. */
static size_t fitting(struct str s, size_t columns, size_t *used)
{
	size_t i = 0, n;
	uint32_t c;

	for (*used = 0; i < s.n; i += n) {
		int width;

		n = utf8_decode(s.p + i, s.n - i, &c);
		width = n > 0 ? text_width_of(c) : 0;
		n += n == 0;
		if (width > 0 && *used + (size_t)width > columns)
			break;
		*used += width > 0 ? (size_t)width : 0;
	}
	return i;
}

size_t text_cut(struct buf *out, struct str s, size_t columns)
{
	size_t used, n = columns > 0 ? fitting(s, columns, &used) : 0;

	if (columns == 0)
		return 0;
	if (n == s.n) {
		buf_slice(out, s);
		return used;
	}
	buf_add(out, s.p, fitting(s, columns - 1, &used));
	buf_char(out, '~');
	return used + 1;
}

struct str text_head(struct str s, size_t most)
{
	if (s.n <= most)
		return s;
	s.n = most;
	while (s.n > 0 && is_tail(s.p[s.n]))
		s.n--;
	return s;
}

void text_copy(char *to, size_t room, struct str s)
{
	s = text_head(s, room - 1);
	if (s.n > 0)
		memcpy(to, s.p, s.n);
	to[s.n] = '\0';
}

/* Whether these eight bytes are all printable ASCII. */
static bool plain8(const char *p)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return ((v | (v - ones * 0x20) | (v + ones)) & tops) == 0;
}

bool text_has_controls(struct str s)
{
	size_t i = 0;

	while (s.n - i >= 8 && plain8(s.p + i))
		i += 8;
	if (s.n >= 8 && plain8(s.p + s.n - 8) && s.n - i < 8)
		return false; /* what is left is in the last eight */
	for (; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < 0x20 || c == 0x7f)
			return true;
		if (c == 0xc2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xa0)
			return true;
	}
	return false;
}

/* Of which characters names are made. */
enum { NAME_LOWER = 1, NAME_UPPER = 2, NAME_AGENT_SIGN = 4, NAME_ID_SIGN = 8 };

static const uint8_t name_kind[256] = {
	['a' ... 'z'] = NAME_LOWER,
	['0' ... '9'] = NAME_LOWER,
	['A' ... 'Z'] = NAME_UPPER,
	['.'] = NAME_AGENT_SIGN | NAME_ID_SIGN,
	['_'] = NAME_AGENT_SIGN | NAME_ID_SIGN,
	['-'] = NAME_AGENT_SIGN | NAME_ID_SIGN,
	[':'] = NAME_ID_SIGN,
	['/'] = NAME_ID_SIGN,
};

static bool is_name(struct str s, size_t most, unsigned first, unsigned rest)
{
	if (s.n < 1 || s.n > most || !(name_kind[(unsigned char)s.p[0]] & first))
		return false;
	for (size_t i = 1; i < s.n; i++) {
		if (!(name_kind[(unsigned char)s.p[i]] & rest))
			return false;
	}
	return true;
}

bool text_is_agent(struct str s)
{
	return is_name(s, 64, NAME_LOWER, NAME_LOWER | NAME_AGENT_SIGN);
}

bool text_is_id(struct str s)
{
	return is_name(
		s, 128, NAME_LOWER | NAME_UPPER, NAME_LOWER | NAME_UPPER | NAME_ID_SIGN);
}

bool text_is_blank(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != ' ' && s.p[i] != '\t')
			return false;
	}
	return true;
}
