/* SPDX-License-Identifier: MIT */
/*
 * Two JSON Schemas side by side. What holds: an artifact that the new one admits and
 * the old one refuses comes with a difference that breaks a taker. The other way round
 * there is one exception, that people want: a name that is new to an object which is open
 * to any other is taken as not sent before.
 *
 * It rests on this: a schema is all of its keywords at once, so where each keyword of the
 * old one is met by what the new one says, the old one is. Keywords that only mean
 * something together (properties and additionalProperties, if and then ...) are compared
 * together; where even that does not tell, both are broken.
 */
#include "base/json_out.h"
#include "contract/diff_own.h"

/* --- the place, and what is found there --------------------------------------------- */

size_t walk_into(struct diff_walk *w, struct str name)
{
	size_t at = w->at.len;

	out_token(&w->at, name);
	return at;
}

void walk_back(struct diff_walk *w, size_t at)
{
	w->at.len = at;
	if (w->at.data != NULL)
		w->at.data[at] = '\0';
}

bool walk_goes_on(const struct diff_walk *w)
{
	return w->out->fuel > 0;
}

void walk_note_words(struct diff_walk *w, unsigned breaks, const char *note)
{
	w->breaks |= breaks;
	if (!w->quiet)
		diff_add(w->out,
			&(struct difference){
				.at = w->at.len > 0 ? w->at.data : "",
				.was = w->was.data,
				.is = w->is.data,
				.note = note,
				.breaks = breaks,
				.in_artifact = true,
			});
	buf_reset(&w->was);
	buf_reset(&w->is);
}

void walk_note(struct diff_walk *w, const struct pair *p, unsigned breaks,
	const char *const *keywords)
{
	if (!w->quiet) {
		outline_keyword_words(&w->was, p->was.o, p->was.null, keywords);
		outline_keyword_words(&w->is, p->is.o, p->is.null, keywords);
	}
	walk_note_words(w, breaks, "");
}

/* The whole of both, in words. */
static void note_all(struct diff_walk *w, const struct pair *p, unsigned breaks)
{
	if (!w->quiet) {
		outline_words(&w->was, p->was.o, p->was.null);
		outline_words(&w->is, p->is.o, p->is.null);
	}
	walk_note_words(w, breaks, "");
}

unsigned walk_alone(const struct pair *p, const char *name)
{
	bool was = outline_keyword(p->was.o, name) != JSON_NONE;
	bool is = outline_keyword(p->is.o, name) != JSON_NONE;

	if (was == is)
		return BREAKS_NOBODY;
	return was ? BREAKS_TAKER : BREAKS_SENDER;
}

unsigned walk_breaks(struct diff_walk *w, struct outline was, struct outline is)
{
	bool quiet = w->quiet;
	unsigned before = w->breaks, found;

	w->quiet = true;
	w->breaks = BREAKS_NOBODY;
	walk_compare(w, was, is);
	found = w->breaks;
	w->quiet = quiet;
	w->breaks = before;
	return found;
}

/* --- types, values
 * ---------------------------------------------------------------------- */

static unsigned types_of(const struct side *s)
{
	return outline_types(s->o) | (s->null ? TYPE_NULL : 0);
}

static bool lists_values(struct outline o)
{
	return outline_keyword(o, "enum") != JSON_NONE ||
		outline_keyword(o, "const") != JSON_NONE;
}

/*
 * outline_types() says what may be admitted. That null beside a union surely is admitted
 * by the other side too can be told only where nothing but its type speaks of it.
 */
static bool surely_null(struct outline o)
{
	static const char *const others[] = { "enum", "const", "$ref", "$dynamicRef",
		"allOf", "anyOf", "oneOf", "not", "if" };

	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		if (outline_keyword(o, others[i]) != JSON_NONE)
			return false;
	}
	return (outline_types(o) & TYPE_NULL) != 0;
}

static unsigned breaks_of_null(const struct pair *p)
{
	if (p->is.null && !p->was.null && !surely_null(p->was.o))
		return BREAKS_TAKER;
	if (p->was.null && !p->is.null && !surely_null(p->is.o))
		return BREAKS_SENDER;
	return BREAKS_NOBODY;
}

static void note_types(struct diff_walk *w, const struct pair *p, unsigned breaks)
{
	if (!w->quiet) {
		outline_type_words(&w->was, types_of(&p->was));
		outline_type_words(&w->is, types_of(&p->is));
	}
	walk_note_words(w, breaks, "");
}

/* Two lists of values of other types: compare_values() tells it. */
static bool told_by_values(struct diff_walk *w, const struct pair *p)
{
	return p->was.null == p->is.null && lists_values(p->was.o) &&
		lists_values(p->is.o) &&
		outline_same_keyword(&w->walk, p->was.o, p->is.o, "type");
}

static void compare_types(struct diff_walk *w, struct pair *p)
{
	unsigned was = types_of(&p->was), is = types_of(&p->is);
	unsigned breaks = breaks_of_null(p);

	p->types = was & is;
	if ((is & ~was) != 0)
		breaks |= BREAKS_TAKER;
	if ((was & ~is) != 0)
		breaks |= BREAKS_SENDER;
	if (breaks == 0)
		return;
	if (p->types == 0 || was == is)
		note_all(w, p, breaks);
	else if (!told_by_values(w, p))
		note_types(w, p, breaks);
}

static bool is_listed(struct outline list, struct outline of, uint32_t value)
{
	const struct json *l = list.doc->j;
	uint32_t one = outline_keyword(list, "const"),
		 all = outline_keyword(list, "enum");

	if (one != JSON_NONE)
		return outline_same_value(list, one, of, value);
	if (!json_is(l, all, JSON_ARRAY))
		return false;
	for (uint32_t i = all + 1; i<l->node[all].next && * list.doc->fuel> 0;
		i = l->node[i].next) {
		if (outline_same_value(list, i, of, value))
			return true;
	}
	return false;
}

/* Whether `in` lists all that `list` lists. */
static bool is_listed_all(struct outline list, struct outline in)
{
	const struct json *j = list.doc->j;
	uint32_t one = outline_keyword(list, "const"),
		 all = outline_keyword(list, "enum");

	if (one != JSON_NONE)
		return is_listed(in, list, one);
	if (!json_is(j, all, JSON_ARRAY))
		return false;
	for (uint32_t i = all + 1; i < j->node[all].next; i = j->node[i].next) {
		if (!is_listed(in, list, i))
			return false;
	}
	return true;
}

static bool has_both(struct outline o)
{
	return outline_keyword(o, "enum") != JSON_NONE &&
		outline_keyword(o, "const") != JSON_NONE;
}

static void compare_values(struct diff_walk *w, const struct pair *p)
{
	static const char *const words[] = { "const", "enum", NULL };
	bool was = lists_values(p->was.o), is = lists_values(p->is.o);
	unsigned breaks = 0;

	if (has_both(p->was.o) || has_both(p->is.o)) {
		if (!outline_same_keyword(&w->walk, p->was.o, p->is.o, "const") ||
			!outline_same_keyword(&w->walk, p->was.o, p->is.o, "enum"))
			breaks = BREAKS_BOTH;
	} else if (was && is) {
		breaks |= is_listed_all(p->is.o, p->was.o) ? 0 : BREAKS_TAKER;
		breaks |= is_listed_all(p->was.o, p->is.o) ? 0 : BREAKS_SENDER;
	} else if (was || is) {
		breaks = was ? BREAKS_TAKER : BREAKS_SENDER;
	}
	if (breaks != 0)
		walk_note(w, p, breaks, words);
}

/* --- schemas of schemas
 * ------------------------------------------------------------------- */

static void compare_refs(struct diff_walk *w, const struct pair *p)
{
	static const char *const words[] = { "$ref", NULL };
	struct outline was, is;
	enum outline_ref a = outline_ref(p->was.o, &was), b = outline_ref(p->is.o, &is);
	unsigned alone = walk_alone(p, "$ref");

	if (alone != 0)
		walk_note(w, p, alone, words);
	else if (a == REF_LOCAL && b == REF_LOCAL)
		walk_compare(w, was, is);
	else if (!outline_same_keyword(&w->walk, p->was.o, p->is.o, "$ref"))
		walk_note(w, p, BREAKS_BOTH, words);
}

/* A schema of a list; the whole one where it has no such list. */
static struct outline element(struct outline o, const char *name, uint32_t i)
{
	uint32_t list = outline_keyword(o, name);

	if (list == JSON_NONE)
		return o;
	outline_spend(o, i / 4);
	return outline_at(o.doc, json_element(o.doc->j, list, i));
}

static uint32_t elements(struct outline o, const char *name)
{
	uint32_t list = outline_keyword(o, name);

	if (list == JSON_NONE)
		return 1;
	return json_is(o.doc->j, list, JSON_ARRAY) ? o.doc->j->node[list].count : 0;
}

/* Two lists of schemas, of which any one is enough. "": the whole is the only one. */
struct unions {
	const char *was, *is;
};

/* Whether schema `i` of the one list breaks nobody of `bit` against one of the other's.
 */
static bool fits_one(struct diff_walk *w, const struct pair *p, const struct unions *u,
	uint32_t i, unsigned bit)
{
	bool taker = bit == BREAKS_TAKER;
	uint32_t n = taker ? elements(p->was.o, u->was) : elements(p->is.o, u->is);

	for (uint32_t k = 0; k < n && walk_goes_on(w); k++) {
		struct outline was = element(p->was.o, u->was, taker ? k : i);
		struct outline is = element(p->is.o, u->is, taker ? i : k);

		if ((walk_breaks(w, was, is) & bit) == 0)
			return true;
	}
	return false;
}

/*
 * Each of the new ones must fit in one of the old ones for the taker, and each of the old
 * ones in one of the new ones for the sender.
 */
static unsigned breaks_of_union(
	struct diff_walk *w, const struct pair *p, const struct unions *u)
{
	unsigned breaks = 0;

	for (uint32_t i = 0; i < elements(p->is.o, u->is) && walk_goes_on(w); i++)
		breaks |= fits_one(w, p, u, i, BREAKS_TAKER) ? 0 : BREAKS_TAKER;
	for (uint32_t i = 0; i < elements(p->was.o, u->was) && walk_goes_on(w); i++)
		breaks |= fits_one(w, p, u, i, BREAKS_SENDER) ? 0 : BREAKS_SENDER;
	return breaks;
}

static bool is_union(struct outline o)
{
	return outline_asserts(o) == 1 && outline_keyword(o, "anyOf") != JSON_NONE;
}

/* One of the two says nothing but "any of these", so that is all there is to compare. */
static void compare_unions(struct diff_walk *w, const struct pair *p)
{
	const struct unions u = { is_union(p->was.o) ? "anyOf" : "",
		is_union(p->is.o) ? "anyOf" : "" };
	unsigned breaks = breaks_of_union(w, p, &u) | breaks_of_null(p);
	uint32_t n = elements(p->was.o, u.was);

	if (breaks == 0)
		return;
	if (n != elements(p->is.o, u.is) || n == 1 || p->is.null != p->was.null) {
		note_all(w, p, breaks);
		return;
	}
	for (uint32_t i = 0; i < n && walk_goes_on(w);
		i++) /* place by place, for the words */
		walk_compare(w, element(p->was.o, u.was, i), element(p->is.o, u.is, i));
}

static void compare_any_of(struct diff_walk *w, const struct pair *p)
{
	static const char *const words[] = { "anyOf", NULL };
	const struct unions u = { "anyOf", "anyOf" };
	unsigned alone = walk_alone(p, "anyOf"), breaks;

	if (alone == 0 && outline_keyword(p->was.o, "anyOf") == JSON_NONE)
		return;
	breaks = breaks_of_union(w, p, &u);
	if (alone != 0) /* what it is added to may refuse more, never less */
		breaks &= alone;
	if (breaks != 0)
		walk_note(w, p, breaks, words);
}

/* All of these, place by place; more of them can only refuse more. */
static void compare_all_of(struct diff_walk *w, const struct pair *p)
{
	static const char *const words[] = { "allOf", NULL };
	unsigned alone = walk_alone(p, "allOf");
	uint32_t a = elements(p->was.o, "allOf"), b = elements(p->is.o, "allOf");

	if (alone == 0 && outline_keyword(p->was.o, "allOf") == JSON_NONE)
		return;
	if (alone != 0) {
		walk_note(w, p, alone, words);
		return;
	}
	for (uint32_t i = 0; i < a && i < b && walk_goes_on(w); i++)
		walk_compare(
			w, element(p->was.o, "allOf", i), element(p->is.o, "allOf", i));
	if (a != b)
		walk_note(w, p, a > b ? BREAKS_TAKER : BREAKS_SENDER, words);
}

/* What refuses by what others admit: the same or nobody knows. */
static void compare_opaque(struct diff_walk *w, const struct pair *p)
{
	static const char *const conditions[] = { "if", "then", "else", NULL };
	static const char *const single[][2] = { { "oneOf" }, { "not" },
		{ "$dynamicRef" } };
	unsigned breaks = 0;

	for (size_t i = 0; i < sizeof(single) / sizeof(*single); i++) {
		if (!outline_same_keyword(&w->walk, p->was.o, p->is.o, single[i][0]))
			walk_note(w, p,
				walk_alone(p, single[i][0]) != 0
					? walk_alone(p, single[i][0])
					: BREAKS_BOTH,
				single[i]);
	}
	for (size_t i = 0; conditions[i] != NULL; i++) {
		if (!outline_same_keyword(&w->walk, p->was.o, p->is.o, conditions[i]))
			breaks = BREAKS_BOTH;
	}
	if (breaks == 0)
		return;
	walk_note(w, p, walk_alone(p, "if") != 0 ? walk_alone(p, "if") : breaks,
		conditions);
}

/* What was not looked at by anything else: that depends on all else. */
static void compare_unevaluated(struct diff_walk *w, const struct pair *p)
{
	static const char *const names[][2] = { { "unevaluatedProperties" },
		{ "unevaluatedItems" } };

	for (size_t i = 0; i < 2; i++) {
		bool was = outline_keyword(p->was.o, names[i][0]) != JSON_NONE;
		bool is = outline_keyword(p->is.o, names[i][0]) != JSON_NONE;

		if ((was || is) && !outline_same(&w->walk, p->was.o, p->is.o))
			walk_note(w, p, BREAKS_BOTH, names[i]);
	}
}

/* --- one place
 * --------------------------------------------------------------------------- */

/* Whether a member that its `properties` do not name may be named beside them. */
static bool is_shared(struct outline o)
{
	static const char *const beside[] = { "$ref", "$dynamicRef", "allOf", "anyOf",
		"oneOf", "if", "dependentSchemas" };

	for (size_t i = 0; i < sizeof(beside) / sizeof(*beside); i++) {
		if (outline_keyword(o, beside[i]) != JSON_NONE)
			return true;
	}
	return false;
}

static void compare_types_apart(struct diff_walk *w, const struct pair *p)
{
	if (p->types & TYPES_NUMBER)
		walk_numbers(w, p);
	if (p->types & TYPE_STRING)
		walk_strings(w, p);
	if (p->types & TYPE_ARRAY)
		walk_arrays(w, p);
	if (p->types & TYPE_OBJECT)
		walk_objects(w, p);
}

static void compare_keywords(struct diff_walk *w, struct pair *p)
{
	bool shared = is_shared(p->was.o) || is_shared(p->is.o);

	if (is_union(p->was.o) || is_union(p->is.o)) {
		compare_unions(w, p);
		return;
	}
	compare_types(w, p);
	if (p->types == 0)
		return;
	w->shared += shared;
	compare_values(w, p);
	compare_refs(w, p);
	compare_all_of(w, p);
	compare_any_of(w, p);
	compare_opaque(w, p);
	compare_unevaluated(w, p);
	compare_types_apart(w, p);
	w->shared -= shared;
}

void walk_compare(struct diff_walk *w, struct outline was, struct outline is)
{
	struct pair p = { .was = { .o = was }, .is = { .o = is } };
	enum outline_enter enter;

	if (!walk_goes_on(w))
		return;
	p.was.null = outline_follow(&p.was.o);
	p.is.null = outline_follow(&p.is.o);
	enter = outline_enter(&w->walk, p.was.o, p.is.o);
	if (enter == ENTER_AGAIN && breaks_of_null(&p) != 0)
		note_all(w, &p, breaks_of_null(&p));
	if (enter == ENTER_NEVER)
		note_all(w, &p, BREAKS_BOTH);
	if (enter != ENTER_NEW)
		return;
	compare_keywords(w, &p);
	outline_leave(&w->walk);
}

#define DIALECT "https://json-schema.org/draft/2020-12/schema"

/* Another dialect, in which the same words mean something else. */
static void compare_dialects(struct diff_walk *w, struct outline was, struct outline is)
{
	struct outline side[] = { was, is };
	struct str say[2];

	for (int i = 0; i < 2; i++) {
		uint32_t n = outline_keyword(side[i], "$schema");

		say[i] = n != JSON_NONE && json_is(side[i].doc->j, n, JSON_STRING)
			? json_str(side[i].doc->j, n)
			: STR(DIALECT);
		if (say[i].n > 0 && say[i].p[say[i].n - 1] == '#')
			say[i].n--;
	}
	if (str_eq(say[0], say[1]))
		return;
	buf_slice(&w->was, say[0]);
	buf_slice(&w->is, say[1]);
	walk_note_words(w, BREAKS_BOTH, "another dialect of JSON Schema");
}

void diff_schemas(struct diff *d, struct json *was, uint32_t was_root, struct json *is,
	uint32_t is_root)
{
	struct outline_doc a = outline_doc(was, was_root, &d->fuel);
	struct outline_doc b = outline_doc(is, is_root, &d->fuel);
	struct diff_walk w = { .out = d };
	struct outline old = outline_at(&a, was_root), new = outline_at(&b, is_root);

	if (!outline_same_value(old, was_root, new, is_root)) {
		compare_dialects(&w, old, new);
		walk_compare(&w, old, new);
	}
	if (d->fuel == 0)
		d->breaks = BREAKS_BOTH;
	buf_fini(&w.at);
	buf_fini(&w.was);
	buf_fini(&w.is);
}
