/* SPDX-License-Identifier: MIT */
#include "contract/pattern_translate.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "contract/pattern_scan.h"

#define DEEPEST 250      /* groups in groups: PCRE2's own limit */
#define NAMES_MOST 256   /* they are searched one by one */
#define COUNT_MOST 65536 /* stands for all that are more than PCRE2's 65535 */
#define CALLOUT "(?C)"

void pattern_text_fini(struct pattern_text *t)
{
	buf_fini(&t->regex);
	free(t->place);
	*t = (struct pattern_text){ 0 };
}

size_t pattern_place_of(const struct pattern_text *t, size_t at)
{
	size_t i = t->places;

	while (i > 0 && t->place[i - 1].to > at)
		i--;
	return i > 0 ? t->place[i - 1].from : 0;
}

bool scan_fail(struct pattern_scan *s, size_t at, const char *why)
{
	return err_set(s->e, "byte %zu: %s", at, why);
}

int scan_peek(const struct pattern_scan *s, size_t ahead)
{
	return s->in.n - s->at > ahead ? (unsigned char)s->in.p[s->at + ahead] : -1;
}

bool scan_take(struct pattern_scan *s, const char *word)
{
	if (!str_starts(str_skip(s->in, s->at), word))
		return false;
	s->at += strlen(word);
	return true;
}

bool scan_char(struct pattern_scan *s, uint32_t *c)
{
	size_t n = utf8_decode(s->in.p + s->at, s->in.n - s->at, c);

	if (n == 0)
		return scan_fail(s, s->at, "not UTF-8");
	s->at += n;
	return true;
}

static void beyond(struct pattern_scan *s, size_t at, const char *what)
{
	if (s->text->beyond == NULL) {
		s->text->beyond = what;
		s->text->beyond_at = at;
	}
}

/* ---- what is paid for */

static void note_run(struct pattern_scan *s)
{
	if (s->run > s->text->run)
		s->text->run = s->run;
}

static void callout(struct pattern_scan *s)
{
	note_run(s);
	s->run = 0;
	buf_str(&s->text->regex, CALLOUT);
}

/* ---- quantifiers */

struct quantifier {
	uint32_t min, max;
};

static bool is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static uint32_t take_number(struct pattern_scan *s)
{
	uint32_t n = 0;

	for (; is_digit(scan_peek(s, 0)); s->at++)
		n = n < COUNT_MOST ? n * 10 + (uint32_t)(scan_peek(s, 0) - '0')
				   : COUNT_MOST;
	return n < COUNT_MOST ? n : COUNT_MOST;
}

/* {n} {n,} {n,m}; everything else that begins with { is no quantifier. */
static bool take_braces(struct pattern_scan *s, struct quantifier *q)
{
	size_t start = s->at;

	if (scan_peek(s, 0) != '{' || !is_digit(scan_peek(s, 1)))
		return false;
	s->at++;
	q->min = q->max = take_number(s);
	if (scan_take(s, ","))
		q->max = is_digit(scan_peek(s, 0)) ? take_number(s) : UINT32_MAX;
	if (!scan_take(s, "}")) {
		s->at = start;
		return false;
	}
	return true;
}

static bool take_quantifier(struct pattern_scan *s, struct quantifier *q)
{
	*q = (struct quantifier){ 0, UINT32_MAX };
	switch (scan_peek(s, 0)) {
	case '*':
		break;
	case '+':
		q->min = 1;
		break;
	case '?':
		q->max = 1;
		break;
	default:
		return take_braces(s, q);
	}
	s->at++;
	return true;
}

static void write_quantifier(struct pattern_scan *s, const struct quantifier *q)
{
	struct buf *out = &s->text->regex;

	if (q->max == UINT32_MAX)
		buf_fmt(out, "{%u,}", q->min);
	else
		buf_fmt(out, "{%u,%u}", q->min, q->max);
	if (scan_take(s, "?"))
		buf_char(out, '?');
	s->run += q->min;
	if (q->min != q->max)
		callout(s);
}

/*
 * Of a group that is taken no time PCRE2 10.42 leaves out only the first alternative when
 * it looks how the pattern begins: with ^ in another one it tries nothing but the
 * beginning. Behind an empty group it does not look.
 */
static void hide(struct pattern_scan *s, const struct pattern_group *group)
{
	static const char empty[] = "(?:)";
	struct pattern_text *t = s->text;
	size_t i = (size_t)(group - s->group), n = sizeof(empty) - 1;
	size_t behind = t->regex.len - t->place[i].to;
	char *at;

	buf_str(&t->regex, empty);
	at = t->regex.data + t->place[i].to;
	memmove(at + n, at, behind);
	memcpy(at, empty, n);
	for (; i < t->places; i++)
		t->place[i].to += n;
}

/* What may follow an atom; `group` is it, or NULL. */
static bool quantify(struct pattern_scan *s, struct pattern_group *group)
{
	size_t at = s->at;
	struct quantifier q;

	if (!take_quantifier(s, &q))
		return true;
	if (group != NULL && group->assertion)
		return scan_fail(s, at, "an assertion cannot be repeated");
	if (q.min > q.max)
		return scan_fail(s, at, "the numbers of {} are in the wrong order");
	if (q.min == COUNT_MOST || q.max == COUNT_MOST)
		beyond(s, at, "a count of more than 65535");
	if (group != NULL) {
		group->optional = q.min == 0;
		group->repeated = q.max > 1;
		if (q.max == 0)
			hide(s, group);
	}
	write_quantifier(s, &q);
	return true;
}

/* ---- groups */

static void note_place(struct pattern_scan *s, size_t at)
{
	struct pattern_text *t = s->text;

	xgrow(&t->place, &t->place_cap, t->places + 1, sizeof(*t->place));
	t->place[t->places++] = (struct pattern_place){ at, t->regex.len };
}

static struct pattern_group *add_group(struct pattern_scan *s, size_t at)
{
	struct pattern_group *g;

	xgrow(&s->group, &s->group_cap, s->groups + 1, sizeof(*s->group));
	g = &s->group[s->groups];
	*g = (struct pattern_group){ .at = at, .parent = s->inside, .open = true };
	s->inside = s->groups++;
	s->depth++;
	note_place(s, at);
	return g;
}

static bool is_name_char(int c, bool first)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
		c >= 0x80 || (!first && is_digit(c));
}

/* Up to its ">". What is not ASCII is taken for a letter. */
static bool take_name(struct pattern_scan *s, struct str *name)
{
	size_t start = s->at;

	while (is_name_char(scan_peek(s, 0), s->at == start)) {
		uint32_t c;

		if (!scan_char(s, &c))
			return false;
	}
	*name = (struct str){ s->in.p + start, s->at - start };
	return (name->n > 0 && scan_take(s, ">")) ||
		scan_fail(s, start, "no name of a group");
}

/* Its number, or 0. */
static uint32_t named(const struct pattern_scan *s, struct str name)
{
	for (uint32_t i = 0; i < s->names; i++) {
		if (str_eq(s->name[i].name, name))
			return s->name[i].number;
	}
	return 0;
}

static bool add_name(struct pattern_scan *s, uint32_t number)
{
	size_t at = s->at;
	struct str name;

	if (!take_name(s, &name))
		return false;
	if (named(s, name) != 0)
		return scan_fail(s, at, "two groups of one name");
	if (s->names == NAMES_MOST)
		return scan_fail(s, at, "too many groups with names");
	xgrow(&s->name, &s->name_cap, s->names + 1, sizeof(*s->name));
	s->name[s->names++] = (struct pattern_name){ name, number };
	return true;
}

static bool open_capture(struct pattern_scan *s, bool has_name)
{
	xgrow(&s->capture, &s->capture_cap, s->captures + 1, sizeof(*s->capture));
	s->capture[s->captures++] = s->inside;
	buf_char(&s->text->regex, '(');
	return !has_name || add_name(s, s->captures);
}

/* The syntax of PCRE2 is the same for these. */
static bool open_plain(struct pattern_scan *s, struct pattern_group *g)
{
	static const char *const begins[] = { "?:", "?=", "?!", "?<=", "?<!" };

	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++) {
		if (scan_take(s, begins[i])) {
			buf_char(&s->text->regex, '(');
			buf_str(&s->text->regex, begins[i]);
			g->assertion = i > 0;
			g->lookbehind = i > 2;
			s->lookbehinds += g->lookbehind;
			s->text->looks = s->text->looks || g->assertion;
			return true;
		}
	}
	return false;
}

static bool open_group(struct pattern_scan *s)
{
	size_t at = s->at - 1;
	struct pattern_group *g = add_group(s, at);

	if (s->depth > DEEPEST)
		return scan_fail(s, at, "too many groups in groups");
	if (!open_plain(s, g)) {
		bool has_name = scan_take(s, "?<");

		if (!has_name && scan_peek(s, 0) == '?')
			return scan_fail(s, at, "no such group");
		if (!open_capture(s, has_name))
			return false;
	}
	callout(s);
	return true;
}

/* The work goes on behind a group as behind its longest alternative. */
static void end_alternative(struct pattern_scan *s)
{
	struct pattern_group *g = &s->group[s->inside];

	if (s->run > g->run)
		g->run = s->run;
}

static bool close_group(struct pattern_scan *s)
{
	struct pattern_group *g = &s->group[s->inside];

	if (s->inside == 0)
		return scan_fail(s, s->at - 1, "a ) without its (");
	end_alternative(s);
	s->run = g->run;
	g->open = false;
	s->inside = g->parent;
	s->depth--;
	s->lookbehinds -= g->lookbehind;
	buf_char(&s->text->regex, ')');
	return quantify(s, g);
}

static void next_alternative(struct pattern_scan *s)
{
	end_alternative(s);
	s->group[s->inside].alternatives = true;
	buf_char(&s->text->regex, '|');
	callout(s);
}

/* ---- back references */

static const struct pattern_group *capture(const struct pattern_scan *s, uint32_t number)
{
	return &s->group[s->capture[number - 1]];
}

static void write_reference(struct pattern_scan *s, size_t at, uint32_t number)
{
	const struct pattern_group *g =
		number > 0 && number <= s->captures ? capture(s, number) : NULL;

	/* There, ECMA-262 goes from right to left. */
	if (s->lookbehinds > 0)
		beyond(s, at, "a back reference in a lookbehind");
	if (g == NULL || g->open) {
		buf_str(&s->text->regex, "(?:)");
		return;
	}
	s->text->refers = true;
	buf_fmt(&s->text->regex, "\\g{%u}", number);
}

/* Behind a backslash; *taken says whether it was one. */
static bool take_reference(struct pattern_scan *s, bool *taken)
{
	struct pattern_reference r = { .at = s->at - 1 };
	int c = scan_peek(s, 0);

	*taken = c == 'k' || (c >= '1' && c <= '9');
	if (!*taken)
		return true;
	if (c != 'k')
		r.number = take_number(s);
	else if (!scan_take(s, "k<"))
		return scan_fail(s, r.at, "no name of a group");
	else if (!take_name(s, &r.name))
		return false;
	write_reference(s, r.at, r.number > 0 ? r.number : named(s, r.name));
	xgrow(&s->reference, &s->reference_cap, s->references + 1, sizeof(r));
	s->reference[s->references++] = r;
	return true;
}

/*
 * ECMA-262 forgets what a group has captured whenever a group around it is repeated;
 * PCRE2 keeps it. It is the same as long as the group takes part each time.
 */
static bool may_be_forgotten(const struct pattern_scan *s, const struct pattern_group *g)
{
	bool may_miss = false;

	while (g != s->group) {
		const struct pattern_group *around = &s->group[g->parent];

		may_miss = may_miss || g->optional || around->alternatives;
		if (may_miss && around->repeated)
			return true;
		g = around;
	}
	return false;
}

static bool check_references(struct pattern_scan *s)
{
	for (uint32_t i = 0; i < s->references; i++) {
		const struct pattern_reference *r = &s->reference[i];
		uint32_t number = r->number > 0 ? r->number : named(s, r->name);

		if (number == 0 || number > s->captures)
			return scan_fail(s, r->at, "no such group to refer to");
		if (may_be_forgotten(s, capture(s, number)))
			beyond(s, r->at, "a back reference into a repeated group");
	}
	return true;
}

/* ---- the whole */

static bool take_escape(struct pattern_scan *s, bool *assertion)
{
	int letter = scan_peek(s, 0);
	bool taken;
	uint32_t c;

	*assertion = letter == 'b' || letter == 'B';
	if (*assertion) {
		s->at++;
		buf_char(&s->text->regex, '\\');
		buf_char(&s->text->regex, (char)letter);
		return true;
	}
	if (!scan_set(s, false, &taken))
		return false;
	if (taken)
		return true;
	if (!take_reference(s, &taken))
		return false;
	if (taken)
		return true;
	if (!scan_escape(s, &c))
		return false;
	scan_write_char(s, c);
	return true;
}

/* {,3} and {1, 3}: literals in Annex B, counts in other languages. Nobody knows what was
 * meant. */
static bool is_doubtful(const struct pattern_scan *s)
{
	size_t n = 1;
	int c;

	if (scan_peek(s, 0) != '{')
		return false;
	for (c = scan_peek(s, n); is_digit(c) || c == ',' || c == ' '; n++)
		c = scan_peek(s, n + 1);
	return c == '}' && n > 1;
}

static bool take_literal(struct pattern_scan *s)
{
	struct quantifier q;
	size_t at = s->at;
	uint32_t c;

	if (take_quantifier(s, &q))
		return scan_fail(s, at, "nothing to repeat");
	if (is_doubtful(s))
		return scan_fail(s, at, "a count is {n}, {n,} or {n,m}");
	if (!scan_char(s, &c))
		return false;
	scan_write_char(s, c);
	return true;
}

/* One character, class, escape or assertion, with its quantifier. */
static bool take_atom(struct pattern_scan *s)
{
	struct pattern_group an_assertion = { .assertion = true };
	bool assertion = false, good = true;

	switch (scan_peek(s, 0)) {
	case '^':
	case '$':
		buf_char(&s->text->regex, s->in.p[s->at++]);
		assertion = true;
		break;
	case '.':
		s->at++;
		scan_write_dot(s);
		break;
	case '[':
		s->at++;
		good = scan_class(s);
		break;
	case '\\':
		s->at++;
		good = take_escape(s, &assertion);
		break;
	default:
		good = take_literal(s);
	}
	s->run++;
	return good && quantify(s, assertion ? &an_assertion : NULL);
}

static bool take_term(struct pattern_scan *s)
{
	switch (scan_peek(s, 0)) {
	case '(':
		s->at++;
		return open_group(s);
	case ')':
		s->at++;
		return close_group(s);
	case '|':
		s->at++;
		next_alternative(s);
		return true;
	default:
		return take_atom(s);
	}
}

static bool translate(struct pattern_scan *s)
{
	add_group(s, 0);
	callout(s);
	while (s->at < s->in.n) {
		if (!take_term(s))
			return false;
	}
	if (s->inside != 0)
		return scan_fail(s, s->group[s->inside].at, "a ( without its )");
	note_run(s);
	return check_references(s);
}

bool pattern_translate(struct str ecma, struct pattern_text *out, struct err *e)
{
	struct pattern_scan s = { .in = ecma, .text = out, .e = e };
	bool good;

	*out = (struct pattern_text){ 0 };
	good = translate(&s);
	free(s.group);
	free(s.capture);
	free(s.name);
	free(s.reference);
	return good;
}
