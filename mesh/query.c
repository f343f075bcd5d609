/* SPDX-License-Identifier: MIT */
/*
 * A text becomes a query: words between blanks, each a term. What is not understood is
 * told with its place, counted in bytes from 1, and what would do instead.
 */
#include "mesh/query.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "mesh/query_own.h"

struct reader {
	struct query *q;
	struct str text;
	const char *members;
	size_t at;       /* byte of the next that is read */
	struct str word; /* the term that is read, quotes and all */
	struct err *err;
};

/* "conf<x: not a number, at 6" */
static bool fault(struct reader *r, const char *at, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static bool fault(struct reader *r, const char *at, const char *fmt, ...)
{
	struct buf clean = { 0 }, said = { 0 };
	char why[240];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(why, sizeof(why), fmt, ap);
	va_end(ap);
	text_clean(&clean, text_head(r->word, 40));
	text_clean(&said, str_of(why));
	err_set(r->err, "%s%s: %s, at %zu", clean.len > 0 ? clean.data : "filter",
		r->word.n > 40 ? "~" : "", said.data, (size_t)(at - r->text.p) + 1);
	buf_fini(&clean);
	buf_fini(&said);
	return false;
}

/* --- values ----------------------------------------------------------------- */

/* Takes the quotes away, in place: what is read is the query's own copy. */
static struct str unquote(struct str s, bool *quoted)
{
	char *p = (char *)s.p;
	size_t n = 0;

	*quoted = false;
	for (size_t i = 0; i < s.n; i++) {
		if (p[i] == '"')
			*quoted = true;
		else
			p[n++] = p[i];
	}
	return (struct str){ s.p, n };
}

/* The same slice of the copy in lower case. */
static struct str low_of(const struct query *q, struct str s)
{
	size_t from = (size_t)(s.p - q->text);

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		q->low[from + i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
	}
	return (struct str){ q->low + from, s.n };
}

static void split_arrow(struct wanted *x)
{
	const char *arrow = x->low.n > 0 ? memchr(x->low.p, '>', x->low.n) : NULL;

	if (arrow == NULL)
		return;
	x->arrow = true;
	x->low_to = str_skip(x->low, (size_t)(arrow - x->low.p) + 1);
	x->low.n = (size_t)(arrow - x->low.p);
}

static enum query_type type_of(const struct term *t)
{
	return t->is_value ? QUERY_NUMBER
		: t->place || t->plain || t->name == QUERY_MEMBER
		? QUERY_ANY
		: query_fields[t->name].type;
}

static bool is_moment(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (strchr("0123456789:-.TZ", s.p[i]) == NULL || s.p[i] == '\0')
			return false;
	}
	return s.n >= 2;
}

/* Whether the value is of the field's type. */
static bool check_type(struct reader *r, const struct term *t, struct wanted *x)
{
	enum query_type type = type_of(t);
	bool order = t->op >= OP_LESS && t->op <= OP_MORE_OR;

	x->is_number = !x->quoted && query_read_number(x->text, &x->number);
	if (type == QUERY_SPAN)
		x->is_number = query_read_span(x->text, &x->number);
	if (x->quoted && x->text.n == 0 && t->op == OP_IS)
		return true; /* ="": there is none */
	if (type == QUERY_NUMBER && !x->is_number)
		return fault(r, x->text.p, "not a number");
	if (type == QUERY_SPAN && !x->is_number)
		return fault(r, x->text.p, "not a duration (90s, 5m, 2h)");
	if (type == QUERY_ORDINAL && order && !query_is_ordinal(x->text))
		return fault(r, x->text.p, "not a version (2, 1.4, 1.4.0)");
	if (type == QUERY_MOMENT && t->op != OP_HAS && !is_moment(x->text))
		return fault(r, x->text.p, "not a time (03:04, 2026-04-17T03:04)");
	if (t->place && order && !x->is_number)
		return fault(r, x->text.p, "not a number");
	return true;
}

static bool add_value(struct reader *r, struct term *t, struct str raw)
{
	struct wanted *x = &r->q->wanted[r->q->wanteds];

	if (t->wanteds == QUERY_VALUES)
		return fault(r, raw.p, "more than %d values", QUERY_VALUES);
	*x = (struct wanted){ 0 };
	x->text = unquote(raw, &x->quoted);
	if (x->text.n == 0 && !x->quoted)
		return fault(r, raw.p,
			type_of(t) == QUERY_NUMBER         ? "a number is missing"
				: type_of(t) == QUERY_SPAN ? "a duration is missing"
							   : "a value is missing");
	x->low = low_of(r->q, x->text);
	if (t->name == QUERY_EDGE && !t->place)
		split_arrow(x);
	r->q->wanteds++;
	t->wanteds++;
	return check_type(r, t, x);
}

/* A comma outside quotes; SIZE_MAX: none. */
static size_t find_comma(struct str s)
{
	bool quoted = false;

	for (size_t i = 0; i < s.n; i++) {
		quoted ^= s.p[i] == '"';
		if (s.p[i] == ',' && !quoted)
			return i;
	}
	return SIZE_MAX;
}

static bool add_values(struct reader *r, struct term *t, struct str raw)
{
	size_t comma;

	t->wanted = &r->q->wanted[r->q->wanteds];
	while ((comma = find_comma(raw)) != SIZE_MAX) {
		if (!add_value(r, t, (struct str){ raw.p, comma }))
			return false;
		raw = str_skip(raw, comma + 1);
	}
	return add_value(r, t, raw);
}

static bool add_pattern(struct reader *r, struct term *t, struct str raw)
{
	uint64_t work = 1000000;
	struct err why = { "" };
	bool quoted;

	raw = unquote(raw, &quoted);
	if (raw.n == 0)
		return fault(r, raw.p, "a regular expression is missing");
	t->op = OP_MATCHES;
	t->pattern = pattern_compile(raw, &work, &why);
	if (t->pattern == NULL)
		return fault(r, raw.p, "no regular expression: %.120s", why.text);
	return true;
}

/* --- terms ------------------------------------------------------------------ */

/* Reads the operator in front of *s and moves behind it. */
static bool read_op(struct str *s, enum query_op *op, bool * not )
{
	static const struct {
		const char *text;
		enum query_op op;
		bool not ;
	} ops[] = { { "!=", OP_IS, true }, { "<=", OP_LESS_OR, false },
		{ ">=", OP_MORE_OR, false }, { "<", OP_LESS, false },
		{ ">", OP_MORE, false }, { "=", OP_IS, false }, { ":", OP_HAS, false } };

	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++) {
		if (!str_starts(*s, ops[i].text))
			continue;
		*s = str_skip(*s, strlen(ops[i].text));
		*op = ops[i].op;
		*not ^= ops[i].not ;
		return true;
	}
	return false;
}

/* Bytes in front of the first operator outside quotes. */
static size_t find_op(struct str s)
{
	bool quoted = false;

	for (size_t i = 0; i < s.n; i++) {
		quoted ^= s.p[i] == '"';
		if (quoted)
			continue;
		if (strchr(":=<>", s.p[i]) != NULL ||
			(s.p[i] == '!' && i + 1 < s.n && s.p[i + 1] == '='))
			return i;
	}
	return s.n;
}

static bool has_member(const char *members, struct str name)
{
	struct str list = str_of(members), word;

	while ((word = query_next_word(&list)).n > 0) {
		if (str_eq(word, name))
			return true;
	}
	return false;
}

static void list_names(struct buf *out, unsigned kinds, const char *members)
{
	const char *between = "";

	for (int i = 0; i < QUERY_NAMES; i++) {
		if (!(query_fields[i].kinds & kinds))
			continue;
		buf_fmt(out, "%s%s", between, query_fields[i].name);
		between = " ";
	}
	if (members != NULL && out->len == 0)
		buf_str(out, members);
}

static void name_fields(struct err *e, struct str place, struct str all)
{
	struct err said = *e;

	err_set(e, "%.120s%.*s; fields: %.*s", said.text, STR_ARG(place),
		all.n < 200 ? (int)all.n : 200, all.p != NULL ? all.p : "none");
}

/* "no field cnof here, conf is near", or what there is. */
static bool unknown(struct reader *r, struct str name)
{
	struct str near = query_nearest(name, r->q->kinds, r->members);
	struct buf all = { 0 };
	struct buf clean = { 0 };
	struct buf text = { 0 };

	text_clean(&clean, text_head(name, 40));
	if (near.n > 0) {
		fault(r, name.p, "no field %s here, %.*s is near", clean.data,
			STR_ARG(near));
	} else {
		list_names(&all, r->q->kinds, r->members);
		fault(r, name.p, "no field %s here", clean.data);
		if (r->err != NULL && (r->q->kinds & QUERY_HANDOFFS))
			buf_fmt(&text, "; a place in the artifact is /%s", clean.data);
		if (r->err != NULL)
			name_fields(r->err, buf_view(&text), buf_view(&all));
	}
	buf_fini(&all);
	buf_fini(&clean);
	buf_fini(&text);
	return false;
}

static bool read_values(struct reader *r, struct term *t, struct str rest)
{
	enum query_type type = type_of(t);

	if (t->op == OP_HAS && rest.n > 0 && rest.p[0] == '~')
		return add_pattern(r, t, str_skip(rest, 1));
	if (t->op >= OP_LESS && t->op <= OP_MORE_OR && type == QUERY_WORDS)
		return fault(r, rest.p, "%s is text: it takes : = != or :~",
			query_fields[t->name].name);
	return add_values(r, t, rest);
}

static bool read_place(struct reader *r, struct term *t, struct str s)
{
	size_t n = find_op(s);
	struct str rest = str_skip(s, n);
	bool quoted;

	t->place = true;
	t->op = OP_THERE;
	t->bit = r->q->places++;
	t->pointer = (struct str){ s.p, n };
	if (rest.n > 0 && !read_op(&rest, &t->op, &t->not ))
		return fault(r, rest.p, "an operator is missing");
	t->pointer = unquote(t->pointer, &quoted);
	if (str_starts(t->pointer, "/artifact/") || str_is(t->pointer, "/artifact")) {
		t->in_artifact = true;
		t->pointer = str_skip(t->pointer, 9);
	}
	return t->op == OP_THERE || read_values(r, t, rest);
}

static bool read_plain(struct reader *r, struct term *t, struct str s)
{
	struct wanted *x = &r->q->wanted[r->q->wanteds++];

	*x = (struct wanted){ 0 };
	t->plain = true;
	t->op = OP_HAS;
	t->wanted = x;
	t->wanteds = 1;
	x->text = unquote(s, &x->quoted);
	x->low = low_of(r->q, x->text);
	return x->low.n > 0 || fault(r, s.p, "a word is missing");
}

/* `billing>ledger` alone is an edge, `cnof>.7` a slip. */
static bool is_edge(struct str s, size_t n)
{
	double number;

	return s.p[n] == '>' && n + 1 < s.n && s.p[n + 1] != '=' &&
		!query_read_number(str_skip(s, n + 1), &number) &&
		!query_read_span(str_skip(s, n + 1), &number);
}

static bool read_field(struct reader *r, struct term *t, struct str s, size_t n)
{
	struct str name = { s.p, n }, rest = str_skip(s, n);

	t->name = query_named(name);
	if (has_member(r->members, name)) {
		t->name = QUERY_MEMBER;
		t->member = name;
	} else if (t->name == QUERY_NAMES ||
		!(query_fields[t->name].kinds & r->q->kinds)) {
		return is_edge(s, n) && t->name == QUERY_NAMES ? read_plain(r, t, s)
							       : unknown(r, name);
	}
	read_op(&rest, &t->op, &t->not );
	if (t->name == QUERY_VALUE) {
		t->place = t->is_value = true;
		t->bit = r->q->places++;
	}
	return read_values(r, t, rest);
}

static bool read_term(struct reader *r, struct term *t, struct str s)
{
	size_t n;

	if (s.n > 0 && s.p[0] == '!') {
		t->not = true;
		s = str_skip(s, 1);
		if (s.n == 0)
			return fault(r, s.p, "what must not be is missing");
	}
	if (s.p[0] == '@')
		return fault(r, s.p, "nothing is saved under that name (:filters)");
	n = find_op(s);
	if (s.p[0] == '/' && s.n > 1)
		return read_place(r, t, s);
	if (n == 0 || n == s.n || s.p[0] == '"')
		return read_plain(r, t, s);
	return read_field(r, t, s, n);
}

/* --- words ------------------------------------------------------------------ */

/* The next word, quotes and all; false: a quote is open, or there is none (n is 0). */
static bool next_word(struct reader *r)
{
	bool quoted = false;
	const char *open = NULL;
	size_t from;

	while (r->at < r->text.n && r->text.p[r->at] == ' ')
		r->at++;
	from = r->at;
	for (; r->at < r->text.n && (quoted || r->text.p[r->at] != ' '); r->at++) {
		if (r->text.p[r->at] != '"')
			continue;
		quoted = !quoted;
		open = r->text.p + r->at;
	}
	r->word = (struct str){ r->text.p + from, r->at - from };
	return !quoted || fault(r, open, "the quote is not closed");
}

/* Whether it can be said in the hub's own words. */
static void note_exact(struct query *q, const struct term *t, size_t group)
{
	q->exact = q->exact && group == 0 && t->op == OP_IS && !t->not &&!t->place &&
		t->name == QUERY_MEMBER && t->wanteds == 1;
}

static bool read_all(struct reader *r)
{
	struct query *q = r->q;
	size_t group = 0, in_group = 0;

	while (next_word(r)) {
		struct term *t = &q->term[q->terms];

		if (r->word.n == 0)
			return in_group > 0 || group == 0 ||
				fault(r, r->text.p + r->text.n,
					"behind \"or\" a term is missing");
		if (str_is(r->word, "or")) {
			if (in_group == 0)
				return fault(r, r->word.p,
					"before \"or\" a term is missing (\"or\" in "
					"quotes is a word)");
			group++;
			in_group = 0;
			continue;
		}
		if (q->terms == QUERY_TERMS)
			return fault(r, r->word.p, "more than %d terms", QUERY_TERMS);
		q->group[q->terms++] = group;
		in_group++;
		if (!read_term(r, t, r->word))
			return false;
		note_exact(q, t, group);
	}
	return false;
}

struct query *query_compile(
	struct str text, unsigned kinds, const char *members, struct err *e)
{
	struct query *q;
	struct reader r = { .members = members, .err = e };

	if (e != NULL)
		e->text[0] = '\0';
	if (text_is_blank(text))
		return NULL;
	if (text.n > QUERY_LONGEST) {
		err_set(e, "filter: longer than %d bytes, at %d", QUERY_LONGEST,
			QUERY_LONGEST + 1);
		return NULL;
	}
	q = xcalloc(1, sizeof(*q));
	q->text = xmemdup(text.p, text.n);
	q->low = xcalloc(text.n + 1, 1);
	q->kinds = kinds;
	q->members = members;
	q->exact = true;
	r.q = q;
	r.text = (struct str){ q->text, text.n };
	if (!read_all(&r)) {
		query_free(q);
		return NULL;
	}
	return q;
}

void query_free(struct query *q)
{
	if (q == NULL)
		return;
	for (size_t i = 0; i < q->terms; i++)
		pattern_free(q->term[i].pattern);
	free(q->text);
	free(q->low);
	free(q);
}

bool query_asks(const struct query *q, enum query_name name)
{
	for (size_t i = 0; i < q->terms; i++) {
		const struct term *t = &q->term[i];

		if (!t->plain && (!t->place || t->is_value) && t->name == name)
			return true;
	}
	return false;
}

bool query_looks(const struct query *q)
{
	return q->places > 0;
}

/* A number, true, false and null are meant as such. */
static void out_wanted(struct buf *out, const struct wanted *x)
{
	struct json j = { 0 };

	if (!x->quoted && x->text.n > 0 && strchr("\"{[", x->text.p[0]) == NULL &&
		json_read(&j, x->text.p, x->text.n, 1, NULL))
		buf_slice(out, x->text);
	else
		buf_json(out, x->text);
	json_fini(&j);
}

bool query_is_exact(const struct query *q, struct buf *out)
{
	if (!q->exact)
		return false;
	for (size_t i = 0; i < q->terms; i++) {
		for (size_t k = 0; k < i; k++) {
			if (str_eq(q->term[i].member, q->term[k].member))
				return false;
		}
	}
	for (size_t i = 0; i < q->terms; i++) {
		buf_char(out, i == 0 ? '{' : ',');
		buf_json(out, q->term[i].member);
		buf_char(out, ':');
		out_wanted(out, &q->term[i].wanted[0]);
	}
	buf_char(out, '}');
	return true;
}

static void quote(struct buf *out, struct str s, const char *special, bool odd)
{
	for (size_t i = 0; i < s.n && !odd; i++)
		odd = strchr(special, s.p[i]) != NULL;
	if (odd)
		buf_char(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '"')
			buf_char(out, s.p[i]);
	}
	if (odd)
		buf_char(out, '"');
}

void query_quote(struct buf *out, struct str s)
{
	quote(out, s, " :=<>\",",
		s.n == 0 || s.p[0] == '!' || s.p[0] == '/' || s.p[0] == '@' ||
			str_is(s, "or"));
}

void query_quote_value(struct buf *out, struct str s)
{
	quote(out, s, " \",", s.n == 0 || s.p[0] == '~' || str_is(s, "null"));
}
