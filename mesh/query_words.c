/* SPDX-License-Identifier: MIT */
/* Words, numbers, durations and versions, as filters read and compare them. */
#include <math.h>
#include <stdlib.h>

#include "base/clock.h"
#include "mesh/query_own.h"

bool query_read_number(struct str s, double *out)
{
	char text[40], *end;

	if (s.n == 0 || s.n >= sizeof(text))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (strchr("0123456789.+-eE", s.p[i]) == NULL || s.p[i] == '\0')
			return false;
	}
	memcpy(text, s.p, s.n);
	text[s.n] = '\0';
	*out = strtod(text, &end);
	return *end == '\0' && end != text && isfinite(*out);
}

bool query_read_span(struct str s, double *out)
{
	bool minus = s.n > 0 && s.p[0] == '-';
	int64_t usec;

	if (!duration_parse(minus ? str_skip(s, 1) : s, &usec))
		return false;
	*out = (double)usec / (double)SECOND * (minus ? -1 : 1);
	return true;
}

bool query_is_ordinal(struct str s)
{
	bool digit = false;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '.' && (s.p[i] < '0' || s.p[i] > '9'))
			return false;
		if (s.p[i] == '.' && !digit)
			return false;
		digit = s.p[i] != '.';
	}
	return digit;
}

/* The digits up to a dot, without zeros in front; moves *s behind it. */
static struct str next_number(struct str *s)
{
	struct str out = { s->p, 0 };

	while (out.n < s->n && s->p[out.n] != '.')
		out.n++;
	*s = str_skip(*s, out.n < s->n ? out.n + 1 : out.n);
	while (out.n > 0 && out.p[0] == '0')
		out = str_skip(out, 1);
	return out;
}

int query_compare_ordinals(struct str a, struct str b)
{
	int order = 0;

	while (order == 0 && (a.n > 0 || b.n > 0)) {
		struct str x = next_number(&a), y = next_number(&b);

		order = x.n != y.n ? (x.n < y.n ? -1 : 1) : query_compare_text(x, y);
	}
	return order;
}

int query_compare_text(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n > 0 ? memcmp(a.p, b.p, n) : 0;

	return order != 0 ? order : a.n < b.n ? -1 : a.n > b.n;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool query_has(struct str text, struct str low)
{
	if (low.n == 0)
		return true;
	for (size_t i = 0; i + low.n <= text.n; i++) {
		size_t k = 0;

		if (lower(text.p[i]) != low.p[0])
			continue;
		while (k < low.n && lower(text.p[i + k]) == low.p[k])
			k++;
		if (k == low.n)
			return true;
	}
	return false;
}

struct str query_next_word(struct str *list)
{
	struct str word;

	while (list->n > 0 && list->p[0] == ' ')
		*list = str_skip(*list, 1);
	word = (struct str){ list->p, 0 };
	while (word.n < list->n && word.p[word.n] != ' ')
		word.n++;
	*list = str_skip(*list, word.n);
	return word;
}

/* --- what was meant --------------------------------------------------------- */

#define NAME 24

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* How many letters differ, one too many or two that changed places being one. */
static size_t distance(struct str a, struct str b)
{
	size_t row[3][NAME + 1];

	if (a.n > NAME || b.n > NAME)
		return NAME;
	for (size_t i = 0; i <= a.n; i++) {
		size_t *now = row[i % 3], *last = row[(i + 2) % 3],
		       *before = row[(i + 1) % 3];

		now[0] = i;
		for (size_t k = 1; k <= b.n; k++) {
			if (i == 0) {
				now[k] = k;
				continue;
			}
			now[k] = least(least(last[k], now[k - 1]) + 1,
				last[k - 1] + (a.p[i - 1] != b.p[k - 1]));
			if (i > 1 && k > 1 && a.p[i - 1] == b.p[k - 2] &&
				a.p[i - 2] == b.p[k - 1])
				now[k] = least(now[k], before[k - 2] + 1);
		}
	}
	return row[a.n % 3][b.n];
}

struct nearest {
	struct str name, best;
	size_t far;
};

static void look_at(struct nearest *x, struct str other)
{
	size_t far = distance(x->name, other);

	if (x->name.n > 2 && other.n > x->name.n &&
		memcmp(x->name.p, other.p, x->name.n) == 0)
		far = 1; /* it begins so */
	if (far < x->far) {
		x->far = far;
		x->best = other;
	}
}

struct str query_nearest(struct str name, unsigned kinds, const char *members)
{
	struct nearest x = { name, { "", 0 }, name.n < 4 ? 2 : 3 };
	struct str list = str_of(members), word;

	for (int i = 0; i < QUERY_NAMES; i++) {
		if (!(query_fields[i].kinds & kinds))
			continue;
		look_at(&x, str_of(query_fields[i].name));
	}
	while ((word = query_next_word(&list)).n > 0)
		look_at(&x, word);
	return x.best;
}
