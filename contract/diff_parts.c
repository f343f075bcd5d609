/* SPDX-License-Identifier: MIT */
/* What of two schemas concerns one type: numbers, strings, arrays, objects. */
#include <math.h>
#include <stdio.h>

#include "contract/diff_own.h"

#define EXACT 9007199254740992.0 /* 2^53: whole numbers up to it are doubles */

/* --- bounds
 * ------------------------------------------------------------------------------- */

/* A lower bound; an upper one is turned round by its sign. */
struct bound {
	double at; /* -HUGE_VAL: there is none */
	bool open; /* `at` itself is refused */
};

static unsigned breaks_of_bounds(struct bound was, struct bound is)
{
	if (was.at == is.at && was.open == is.open)
		return BREAKS_NOBODY;
	if (is.at > was.at || (is.at == was.at && is.open))
		return BREAKS_SENDER;
	return BREAKS_TAKER;
}

static struct bound stricter(struct bound a, struct bound b)
{
	return a.at > b.at || (a.at == b.at && a.open) ? a : b;
}

static struct bound bound_of(struct outline o, const char *name, int sign, bool open)
{
	uint32_t n = outline_keyword(o, name);

	if (n == JSON_NONE || !json_is(o.doc->j, n, JSON_NUMBER))
		return (struct bound){ -HUGE_VAL, false };
	return (struct bound){ sign * json_number(o.doc->j, n), open };
}

static struct bound limit_of(
	struct outline o, const char *const names[], int sign, bool whole)
{
	struct bound b = stricter(
		bound_of(o, names[0], sign, false), bound_of(o, names[1], sign, true));

	if (!whole || fabs(b.at) >= EXACT)
		return b;
	return (struct bound){ b.open ? floor(b.at) + 1 : ceil(b.at), false };
}

/* So long that a double does not tell it from its neighbours. */
static bool is_long(struct outline o, const char *name)
{
	uint32_t n = outline_keyword(o, name);

	return n != JSON_NONE && json_raw(o.doc->j, n).n > 15;
}

static unsigned breaks_of_limits(
	struct diff_walk *w, const struct pair *p, const char *const names[], int sign)
{
	bool whole = (p->types & TYPE_FRACTION) == 0, vague = false;

	for (size_t i = 0; i < 2; i++) {
		if (outline_same_keyword(&w->walk, p->was.o, p->is.o, names[i]))
			continue;
		vague = vague || is_long(p->was.o, names[i]) ||
			is_long(p->is.o, names[i]);
	}
	if (vague)
		return BREAKS_BOTH;
	return breaks_of_bounds(limit_of(p->was.o, names, sign, whole),
		limit_of(p->is.o, names, sign, whole));
}

/* A keyword that counts, as minLength: absent is `none`. */
static void compare_count(struct diff_walk *w, const struct pair *p, const char *name,
	int sign, double none)
{
	const char *const words[] = { name, NULL };
	struct bound was = bound_of(p->was.o, name, sign, false);
	struct bound is = bound_of(p->is.o, name, sign, false);
	unsigned breaks;

	was.at = fmax(was.at, none);
	is.at = fmax(is.at, none);
	breaks = breaks_of_bounds(was, is);
	if (breaks != 0)
		walk_note(w, p, breaks, words);
}

static void compare_least(struct diff_walk *w, const struct pair *p, const char *name)
{
	compare_count(w, p, name, 1, 0);
}

static void compare_most(struct diff_walk *w, const struct pair *p, const char *name)
{
	compare_count(w, p, name, -1, -HUGE_VAL);
}

/* What is the same, or alone, or nobody knows. */
static void compare_whole(struct diff_walk *w, const struct pair *p, const char *name)
{
	const char *const words[] = { name, NULL };
	unsigned alone = walk_alone(p, name);

	if (!outline_same_keyword(&w->walk, p->was.o, p->is.o, name))
		walk_note(w, p, alone != 0 ? alone : BREAKS_BOTH, words);
}

/* --- numbers, strings
 * ----------------------------------------------------------------------- */

static bool is_multiple(double of, double n)
{
	return of > 0 && n <= EXACT && of == floor(of) && n == floor(n) &&
		fmod(n, of) == 0;
}

static void compare_multiples(struct diff_walk *w, const struct pair *p)
{
	static const char *const words[] = { "multipleOf", NULL };
	unsigned alone = walk_alone(p, words[0]), breaks = alone;
	double was, is;

	if (outline_same_keyword(&w->walk, p->was.o, p->is.o, words[0]))
		return;
	if (alone == 0) {
		was = bound_of(p->was.o, words[0], 1, false).at;
		is = bound_of(p->is.o, words[0], 1, false).at;
		breaks = is_multiple(was, is)  ? BREAKS_SENDER
			: is_multiple(is, was) ? BREAKS_TAKER
					       : BREAKS_BOTH;
	}
	walk_note(w, p, breaks, words);
}

void walk_numbers(struct diff_walk *w, const struct pair *p)
{
	static const char *const least[] = { "minimum", "exclusiveMinimum", NULL };
	static const char *const most[] = { "maximum", "exclusiveMaximum", NULL };
	unsigned breaks = breaks_of_limits(w, p, least, 1);

	if (breaks != 0)
		walk_note(w, p, breaks, least);
	breaks = breaks_of_limits(w, p, most, -1);
	if (breaks != 0)
		walk_note(w, p, breaks, most);
	compare_multiples(w, p);
}

void walk_strings(struct diff_walk *w, const struct pair *p)
{
	static const char *const whole[] = { "format", "pattern", "contentEncoding",
		"contentMediaType" };

	compare_least(w, p, "minLength");
	compare_most(w, p, "maxLength");
	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		compare_whole(w, p, whole[i]);
}

/* --- arrays
 * ----------------------------------------------------------------------------------- */

static uint32_t prefix_count(struct outline o)
{
	uint32_t n = outline_keyword(o, "prefixItems");

	return json_is(o.doc->j, n, JSON_ARRAY) ? o.doc->j->node[n].count : 0;
}

/* What the element at place `i` must be. */
static struct outline item(struct outline o, uint32_t i)
{
	uint32_t n = outline_keyword(o, "prefixItems");

	if (i < prefix_count(o) && outline_spend(o, 1 + i / 4))
		return outline_at(o.doc, json_element(o.doc->j, n, i));
	return outline_sub(o, "items");
}

static void compare_items(struct diff_walk *w, const struct pair *p)
{
	uint32_t a = prefix_count(p->was.o), b = prefix_count(p->is.o);
	uint32_t most = a > b ? a : b;
	char place[12];
	size_t at;

	for (uint32_t i = 0; i < most && walk_goes_on(w); i++) {
		snprintf(place, sizeof(place), "%u", i);
		at = walk_into(w, str_of(place));
		walk_compare(w, item(p->was.o, i), item(p->is.o, i));
		walk_back(w, at);
	}
	at = walk_into(w, STR("*"));
	walk_compare(w, item(p->was.o, most), item(p->is.o, most));
	walk_back(w, at);
}

static void compare_contains(struct diff_walk *w, const struct pair *p)
{
	static const char *const words[] = { "contains", "minContains", "maxContains",
		NULL };
	unsigned alone = walk_alone(p, "contains");

	if (alone == 0 && outline_keyword(p->was.o, "contains") == JSON_NONE)
		return;
	for (size_t i = 0; words[i] != NULL; i++) {
		if (outline_same_keyword(&w->walk, p->was.o, p->is.o, words[i]))
			continue;
		walk_note(w, p, alone != 0 ? alone : BREAKS_BOTH, words);
		return;
	}
}

static void compare_unique(struct diff_walk *w, const struct pair *p)
{
	static const char *const words[] = { "uniqueItems", NULL };
	uint32_t a = outline_keyword(p->was.o, words[0]);
	uint32_t b = outline_keyword(p->is.o, words[0]);
	bool was = json_is(p->was.o.doc->j, a, JSON_TRUE);
	bool is = json_is(p->is.o.doc->j, b, JSON_TRUE);

	if (was != is)
		walk_note(w, p, was ? BREAKS_TAKER : BREAKS_SENDER, words);
}

void walk_arrays(struct diff_walk *w, const struct pair *p)
{
	compare_least(w, p, "minItems");
	compare_most(w, p, "maxItems");
	compare_unique(w, p);
	compare_contains(w, p);
	compare_items(w, p);
}

/* --- objects
 * ------------------------------------------------------------------------------------ */

static bool requires(struct outline o, struct str name)
{
	uint32_t n = outline_keyword(o, "required");
	struct json *j = o.doc->j;

	if (!json_is(j, n, JSON_ARRAY) ||
		!outline_spend(o, j->node[n].count / 4 * (1 + name.n / 32)))
		return false;
	for (uint32_t i = n + 1; i < j->node[n].next; i = j->node[i].next) {
		if (json_is(j, i, JSON_STRING) && str_eq(json_str(j, i), name))
			return true;
	}
	return false;
}

static unsigned breaks_of_required(const struct pair *p, struct str name)
{
	bool was = requires(p->was.o, name), is = requires(p->is.o, name);

	if (was == is)
		return BREAKS_NOBODY;
	return was ? BREAKS_TAKER : BREAKS_SENDER;
}

static bool has_patterns(struct outline o)
{
	return outline_keyword(o, "patternProperties") != JSON_NONE;
}

/* What a name that is not among its properties may be, at the most. */
static struct outline unnamed(struct outline o)
{
	return has_patterns(o) ? outline_at(o.doc, JSON_NONE)
			       : outline_sub(o, "additionalProperties");
}

static void name_words(
	struct buf *out, struct outline o, struct outline one, bool there, bool required)
{
	if (there)
		outline_words(out, one, false);
	else
		buf_str(out,
			outline_sub(o, "additionalProperties").n == OUTLINE_NOTHING
				? "not allowed"
				: "not named");
	if (required)
		buf_str(out, ", required");
}

static void note_name(struct diff_walk *w, const struct pair *p, struct str name,
	struct outline was, struct outline is, unsigned breaks)
{
	if (!w->quiet) {
		name_words(&w->was, p->was.o, was, was.doc != NULL,
			requires(p->was.o, name));
		name_words(&w->is, p->is.o, is, is.doc != NULL, requires(p->is.o, name));
	}
	walk_note_words(w, breaks, "");
}

/* Only the new one names it. */
static void compare_new(
	struct diff_walk *w, const struct pair *p, struct str name, struct outline is)
{
	struct outline other = outline_sub(p->was.o, "additionalProperties");
	unsigned breaks = walk_breaks(w, other, is);

	if (has_patterns(p->was.o)) /* one of which may take it */
		breaks = (breaks & BREAKS_TAKER) |
			(walk_breaks(w, unnamed(p->was.o), is) & BREAKS_SENDER);
	else if (other.n == OUTLINE_ANYTHING && w->shared == 0)
		breaks = BREAKS_NOBODY; /* a new name is taken as not sent before */
	breaks |= breaks_of_required(p, name);
	note_name(w, p, name, (struct outline){ 0 }, is, breaks);
}

/* Only the old one names it. */
static void compare_old(
	struct diff_walk *w, const struct pair *p, struct str name, struct outline was)
{
	struct outline other = outline_sub(p->is.o, "additionalProperties");
	unsigned breaks = walk_breaks(w, was, other);

	if (has_patterns(p->is.o)) /* one of which may take it */
		breaks = (breaks & BREAKS_SENDER) |
			(walk_breaks(w, was, unnamed(p->is.o)) & BREAKS_TAKER);
	breaks |= breaks_of_required(p, name);
	note_name(w, p, name, was, (struct outline){ 0 }, breaks);
}

static void note_required(struct diff_walk *w, const struct pair *p, struct str name)
{
	unsigned breaks = breaks_of_required(p, name);

	if (breaks == 0)
		return;
	buf_str(&w->was, breaks == BREAKS_TAKER ? "required" : "optional");
	buf_str(&w->is, breaks == BREAKS_TAKER ? "optional" : "required");
	walk_note_words(w, breaks, "");
}

static void compare_name(struct diff_walk *w, const struct pair *p, struct str name)
{
	uint32_t a = outline_named(p->was.o, "properties", name);
	uint32_t b = outline_named(p->is.o, "properties", name);
	struct outline was = outline_at(p->was.o.doc, a), is = outline_at(p->is.o.doc, b);
	size_t at = walk_into(w, name);

	if (a != JSON_NONE && b != JSON_NONE) {
		walk_compare(w, was, is);
		note_required(w, p, name);
	} else if (a != JSON_NONE) {
		compare_old(w, p, name, was);
	} else if (b != JSON_NONE) {
		compare_new(w, p, name, is);
	} else {
		note_required(w, p, name);
	}
	walk_back(w, at);
}

/* Each name that one of the two speaks of, once: `map` or `required` of this side. */
static void compare_names(
	struct diff_walk *w, const struct pair *p, bool old, bool required)
{
	struct outline o = old ? p->was.o : p->is.o;
	uint32_t n = outline_keyword(o, required ? "required" : "properties");
	struct json *j = o.doc->j;

	if (!json_is(j, n, required ? JSON_ARRAY : JSON_OBJECT))
		return;
	for (uint32_t i = n + 1; i < j->node[n].next && walk_goes_on(w);
		i = required ? j->node[i].next : j->node[i + 1].next) {
		struct str name = json_is(j, i, JSON_STRING) ? json_str(j, i) : STR("");
		bool in_was = outline_named(p->was.o, "properties", name) != JSON_NONE;
		bool in_is = outline_named(p->is.o, "properties", name) != JSON_NONE;

		if (required && (in_was || in_is))
			continue;
		if (!old && (required ? requires(p->was.o, name) : in_was))
			continue;
		compare_name(w, p, name);
	}
}

/* As a name of many: what only one side has stands for what the other says of any name.
 */
static void compare_pattern(struct diff_walk *w, const struct pair *p, struct str pattern)
{
	static const char *const words[] = { "patternProperties", NULL };
	uint32_t a = outline_named(p->was.o, "patternProperties", pattern);
	uint32_t b = outline_named(p->is.o, "patternProperties", pattern);
	struct outline was = outline_at(p->was.o.doc, a), is = outline_at(p->is.o.doc, b);
	unsigned breaks = 0;

	if (a != JSON_NONE && b != JSON_NONE) {
		walk_compare(w, was, is);
		return;
	}
	if (a == JSON_NONE) {
		was = outline_sub(p->was.o, "additionalProperties");
		breaks = walk_breaks(w, was, is) & BREAKS_TAKER;
		breaks |= is.n != OUTLINE_ANYTHING ? BREAKS_SENDER : 0;
	} else {
		is = outline_sub(p->is.o, "additionalProperties");
		breaks = walk_breaks(w, was, is) & BREAKS_SENDER;
		breaks |= was.n != OUTLINE_ANYTHING ? BREAKS_TAKER : 0;
	}
	if (breaks != 0)
		walk_note(w, p, breaks, words);
}

static void compare_patterns(struct diff_walk *w, const struct pair *p, bool old)
{
	struct outline o = old ? p->was.o : p->is.o;
	uint32_t n = outline_keyword(o, "patternProperties");
	struct json *j = o.doc->j;

	if (!json_is(j, n, JSON_OBJECT))
		return;
	for (uint32_t i = n + 1; i < j->node[n].next && walk_goes_on(w);
		i = j->node[i + 1].next) {
		struct str pattern = json_str(j, i);

		if (old ||
			outline_named(p->was.o, "patternProperties", pattern) ==
				JSON_NONE)
			compare_pattern(w, p, pattern);
	}
}

void walk_objects(struct diff_walk *w, const struct pair *p)
{
	size_t at;

	compare_least(w, p, "minProperties");
	compare_most(w, p, "maxProperties");
	compare_whole(w, p, "propertyNames");
	compare_whole(w, p, "dependentRequired");
	compare_whole(w, p, "dependentSchemas");
	compare_names(w, p, true, false);
	compare_names(w, p, false, false);
	compare_names(w, p, true, true);
	compare_names(w, p, false, true);
	at = walk_into(w, STR("*"));
	compare_patterns(w, p, true);
	compare_patterns(w, p, false);
	walk_compare(w, outline_sub(p->was.o, "additionalProperties"),
		outline_sub(p->is.o, "additionalProperties"));
	walk_back(w, at);
}
