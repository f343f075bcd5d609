/* SPDX-License-Identifier: MIT */
#include "contract/range.h"

#include <stdio.h>

#define DIGITS 9 /* as version_read() */

static const struct version first = { 0, 0, 0 };
static const struct version behind_all = { UINT32_MAX, UINT32_MAX, UINT32_MAX };

int version_cmp(struct version a, struct version b)
{
	if (a.major != b.major)
		return a.major < b.major ? -1 : 1;
	if (a.minor != b.minor)
		return a.minor < b.minor ? -1 : 1;
	return a.patch == b.patch ? 0 : a.patch < b.patch ? -1 : 1;
}

const char *version_text(struct version v, char out[VERSION_TEXT])
{
	snprintf(out, VERSION_TEXT, "%u.%u.%u", v.major, v.minor, v.patch);
	return out;
}

/* --- reading ----------------------------------------------------------------- */

struct scan {
	const char *all;
	struct str rest; /* up to the next `||` */
	struct err *e;
};

/* A version of which the end may be missing, or x. */
struct partial {
	uint32_t part[3];
	unsigned given; /* parts before the first that is x or missing */
	bool late;      /* a number stands behind an x */
};

enum op { OP_IS, OP_BELOW, OP_UP_TO, OP_ABOVE, OP_FROM, OP_TILDE, OP_CARET };

static bool wrong(const struct scan *s, const char *what)
{
	return err_set(s->e, "%s at byte %zu", what, (size_t)(s->rest.p - s->all));
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static char peek(const struct scan *s)
{
	return s->rest.n > 0 ? *s->rest.p : '\0';
}

static bool eat(struct scan *s, char c)
{
	if (s->rest.n == 0 || *s->rest.p != c)
		return false;
	s->rest = str_skip(s->rest, 1);
	return true;
}

static bool eat_spaces(struct scan *s)
{
	size_t n = s->rest.n;

	while (s->rest.n > 0 && is_space(*s->rest.p))
		s->rest = str_skip(s->rest, 1);
	return s->rest.n < n;
}

static bool read_number(struct scan *s, uint32_t *out)
{
	size_t n = 0;

	*out = 0;
	while (n < s->rest.n && s->rest.p[n] >= '0' && s->rest.p[n] <= '9' && n <= DIGITS)
		*out = *out * 10 + (uint32_t)(s->rest.p[n++] - '0');
	if (n == 0)
		return wrong(s, "a number or x is missing");
	if (n > 1 && s->rest.p[0] == '0')
		return wrong(s, "a number that begins with 0");
	if (n > DIGITS)
		return wrong(s, "a number of more than nine digits");
	s->rest = str_skip(s->rest, n);
	return true;
}

static bool read_partial(struct scan *s, struct partial *p)
{
	unsigned n = 0;

	*p = (struct partial){ .given = 3 };
	do {
		if (eat(s, 'x') || eat(s, 'X') || eat(s, '*')) {
			p->given = n < p->given ? n : p->given;
		} else if (!read_number(s, &p->part[n])) {
			return false;
		} else if (p->given < n) {
			p->late = true;
		}
	} while (++n < 3 && eat(s, '.'));
	p->given = n < p->given ? n : p->given;
	if (n == 3 && (peek(s) == '-' || peek(s) == '+'))
		return wrong(s, "there are no pre-releases and no builds:");
	return true;
}

/*
 * npm takes any row of v and = before what is not a whole version, and a single v before
 * what is.
 */
static bool read_prefixed(struct scan *s, bool any, struct partial *p)
{
	size_t n = 0;
	bool equals = false;

	while (peek(s) == 'v' || peek(s) == '=') {
		equals = equals || peek(s) == '=';
		s->rest = str_skip(s->rest, 1);
		n++;
	}
	if (!read_partial(s, p))
		return false;
	if (!any && p->given == 3 && (n > 1 || equals))
		return wrong(s, "too many v or = before the version that ends");
	return true;
}

static enum op read_op(struct scan *s)
{
	bool tilde = eat(s, '~'), caret = !tilde && eat(s, '^');
	bool below, above, equal;

	if (tilde || caret)
		eat_spaces(s);
	below = !tilde && !caret && eat(s, '<');
	above = !below && !caret && eat(s, '>');
	if (below || above)
		eat_spaces(s);
	equal = eat(s, '=');
	if (tilde || caret) /* ~> and ~= are ~ to npm */
		return tilde ? OP_TILDE : OP_CARET;
	if (equal)
		return below ? OP_UP_TO : above ? OP_FROM : OP_IS;
	return below ? OP_BELOW : above ? OP_ABOVE : OP_IS;
}

/* --- from words to spans ------------------------------------------------------ */

/* The first version: what is not given is 0. */
static struct version start_of(const struct partial *p)
{
	struct version v = { 0, 0, 0 };

	if (p->given > 0)
		v.major = p->part[0];
	if (p->given > 1)
		v.minor = p->part[1];
	if (p->given > 2)
		v.patch = p->part[2];
	return v;
}

/* The first version behind all those that have its first `kept` parts. */
static struct version behind(const struct partial *p, unsigned kept)
{
	if (kept == 0)
		return behind_all;
	if (kept == 1)
		return (struct version){ p->part[0] + 1, 0, 0 };
	if (kept == 2)
		return (struct version){ p->part[0], p->part[1] + 1, 0 };
	return (struct version){ p->part[0], p->part[1], p->part[2] + 1 };
}

/* The parts that ^ keeps: up to the first that is not 0. */
static unsigned caret_keeps(const struct partial *p)
{
	for (unsigned i = 0; i < p->given; i++) {
		if (p->part[i] != 0)
			return i + 1;
	}
	return p->given;
}

static struct span span_of(enum op op, const struct partial *p)
{
	struct version start = start_of(p), end = behind(p, p->given);

	switch (op) {
	case OP_BELOW:
		return (struct span){ first, start };
	case OP_UP_TO:
		return (struct span){ first, end };
	case OP_ABOVE:
		return (struct span){ end, behind_all };
	case OP_FROM:
		return (struct span){ start, behind_all };
	case OP_TILDE:
		return (struct span){ start, behind(p, p->given < 2 ? p->given : 2) };
	case OP_CARET:
		return (struct span){ start, behind(p, caret_keeps(p)) };
	case OP_IS:
		break;
	}
	return (struct span){ start, end };
}

static bool is_empty(struct span s)
{
	return version_cmp(s.from, s.below) >= 0;
}

static struct span meet(struct span a, struct span b)
{
	return (struct span){
		version_cmp(a.from, b.from) > 0 ? a.from : b.from,
		version_cmp(a.below, b.below) < 0 ? a.below : b.below,
	};
}

/* `1.2 - 2.3`. False, with nothing eaten, where it is none. */
static bool read_hyphen(struct scan *s, struct span *out)
{
	struct scan t = { s->all, s->rest, NULL };
	struct partial a, b;

	if (!read_prefixed(&t, false, &a) || !eat_spaces(&t) || !eat(&t, '-') ||
		!eat_spaces(&t) || !read_prefixed(&t, false, &b) || t.rest.n > 0)
		return false;
	*out = meet(span_of(OP_FROM, &a), span_of(OP_UP_TO, &b));
	s->rest = t.rest;
	return true;
}

static bool read_comparator(struct scan *s, struct span *out)
{
	enum op op = read_op(s);
	bool any = op == OP_TILDE || op == OP_CARET;
	struct partial p;

	eat_spaces(s);
	if (!read_prefixed(s, any, &p))
		return false;
	if (p.late && !any)
		return wrong(s, "a number behind an x before the end");
	*out = meet(*out, span_of(op, &p));
	return true;
}

/* All that stands between two `||`. */
static bool read_alternative(struct scan *s, struct span *out)
{
	*out = (struct span){ first, behind_all };
	while (s->rest.n > 0 && is_space(s->rest.p[s->rest.n - 1]))
		s->rest.n--;
	eat_spaces(s);
	if (read_hyphen(s, out))
		return true;
	while (s->rest.n > 0) {
		if (!read_comparator(s, out))
			return false;
		if (!eat_spaces(s) && s->rest.n > 0)
			return wrong(s, "a blank is missing");
	}
	return true;
}

/* The bytes before the next `||`. */
static size_t alternative_bytes(struct str s)
{
	for (size_t i = 0; i + 1 < s.n; i++) {
		if (s.p[i] == '|' && s.p[i + 1] == '|')
			return i;
	}
	return s.n;
}

bool range_read(struct str s, struct range *out, struct err *e)
{
	const char *all = s.p;
	bool more = true;

	*out = (struct range){ 0 };
	while (more) {
		size_t n = alternative_bytes(s);
		struct scan scan = { all, { s.p, n }, e };
		struct span span;

		if (!read_alternative(&scan, &span))
			return false;
		if (!is_empty(span)) {
			if (out->spans == RANGE_SPANS)
				return err_set(
					e, "more than %d alternatives", RANGE_SPANS);
			out->span[out->spans++] = span;
		}
		more = n < s.n;
		if (more)
			s = str_skip(s, n + 2);
	}
	return true;
}

/* --- asking ------------------------------------------------------------------- */

bool range_takes(const struct range *r, struct version v)
{
	for (unsigned i = 0; i < r->spans; i++) {
		if (version_cmp(r->span[i].from, v) <= 0 &&
			version_cmp(v, r->span[i].below) < 0)
			return true;
	}
	return false;
}

bool range_is_one(const struct range *r)
{
	struct version next = r->span[0].from;

	next.patch++;
	return r->spans == 1 && next.patch > 0 &&
		version_cmp(next, r->span[0].below) == 0;
}

bool range_meets(const struct range *a, const struct range *b)
{
	for (unsigned i = 0; i < a->spans; i++) {
		for (unsigned k = 0; k < b->spans; k++) {
			if (!is_empty(meet(a->span[i], b->span[k])))
				return true;
		}
	}
	return false;
}
