/* SPDX-License-Identifier: MIT */
#include "contract/pattern.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define FUEL 1000000
static const char *const results[] = { "no", "yes", "gave up" };

typedef struct pattern *compiler(struct str ecma, struct err *e);

static struct pattern *quick(struct str ecma, struct err *e)
{
	return pattern_compile(ecma, NULL, e);
}

/* Where others of the schema have used up the work. */
static struct pattern *poor(struct str ecma, struct err *e)
{
	uint64_t none = 0;

	return pattern_compile(ecma, &none, e);
}

static enum pattern_result found_by(compiler *compile, const char *ecma, struct str text)
{
	struct err e = { "" };
	struct pattern *p = compile(str_of(ecma), &e);
	uint64_t fuel = FUEL;
	enum pattern_result r;

	if (p == NULL)
		fail_msg("%s: %s", ecma, e.text);
	r = pattern_match(p, text, &fuel);
	pattern_free(p);
	return r;
}

/* PCRE2 and the automaton, if there is one, find the same. */
static enum pattern_result found(const char *ecma, struct str text)
{
	enum pattern_result r = found_by(quick, ecma, text);
	enum pattern_result s = found_by(pattern_compile_to_search, ecma, text);

	enum pattern_result t = found_by(poor, ecma, text);

	if (r != s || r != t)
		fail_msg("%s: %s, by a search %s, as it is %s", ecma, results[r],
			results[s], results[t]);
	assert_true(pattern_valid(str_of(ecma)));
	return r;
}

struct meaning {
	const char *ecma, *text;
	bool found;
};

static void check(const struct meaning *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		enum pattern_result r = found(rows[i].ecma, str_of(rows[i].text));

		if (r != (rows[i].found ? PATTERN_YES : PATTERN_NO))
			fail_msg("row %zu: %s in %s: %s", i, rows[i].ecma, rows[i].text,
				results[r]);
	}
}

static void test_basics(void **state)
{
	static const struct meaning rows[] = {
		{ "", "", true },
		{ "b", "abc", true },
		{ "^b", "abc", false },
		{ "c$", "abc", true },
		{ "b$", "abc", false },
		{ "c$", "abc\n", false },
		{ "^b", "a\nb", false },
		{ "^a|b$", "xb", true },
		{ "^(?:red|green)$", "green", true },
		{ "^(?:red|green)$", "greenish", false },
		{ "^[a-z]{2,4}-\\d{3}$", "abc-123", true },
		{ "^[a-z]{2,4}-\\d{3}$", "abcde-123", false },
		{ "^a+?b*?c?$", "aabbc", true },
		{ "^a{0}$", "", true },
		{ "\\bcat\\b", "the cat sat", true },
		{ "\\bcat\\b", "concatenate", false },
		{ "\\Bcat\\B", "concatenate", true },
		{ "\\b", "\u00e9", false },
		{ "(?=.*\\d)(?=.*[a-z])^.{4,}$", "ab12", true },
		{ "(?=.*\\d)(?=.*[a-z])^.{4,}$", "1234", false },
		{ "^(?!admin$)", "admin", false },
		{ "(?<=\\$)\\d", "cost $5", true },
		{ "(?<!\\$)\\d", "cost $5", false },
		{ "(?<=a|bc)d", "bcd", true },
	};

	(void)state;
	check(rows, LEN(rows));
}

/* Every character that ECMA-262 names, and those that others take for them. */
static void test_classes(void **state)
{
	static const struct meaning rows[] = {
		{ "^\\d$", "7", true },
		{ "^\\d$", "\u0667", false },
		{ "^\\D$", "\u0667", true },
		{ "^\\w$", "_", true },
		{ "^\\w$", "\u00e9", false },
		{ "^\\W$", "\u00e9", true },
		{ "^\\s{10}$", "\t\n\v\f\r \u00a0\u1680\u2000\u200a", true },
		{ "^\\s{6}$", "\u2028\u2029\u202f\u205f\u3000\ufeff", true },
		{ "\\s", "\xc2\x85\u180e\u200b\x1c", false },
		{ "^\\S+$", "\xc2\x85\u180e\u200b\x1c", true },
		{ "\\S", "\t\n\v\f\r \u00a0\u1680\u2005\u2028\u2029\ufeff", false },
		{ "[^\\S]", "\u00a0", true },
		{ "^[\\s\\S]$", "\n", true },
		{ ".", "\n\r\u2028\u2029", false },
		{ "^.{3}$", "\v\f\xc2\x85", true },
		{ "^.$", "\U0001f432", true },
		{ "^[^x]$", "\U0001f432", true },
		{ "^[\U0001f431-\U0001f433]$", "\U0001f432", true },
		{ "[]", "a", false },
		{ "^[]*$", "", true },
		{ "^[^]$", "\n", true },
		{ "^[a-]$", "-", true },
		{ "^[-a]$", "-", true },
		{ "^[^-]$", "-", false },
		{ "^[\\b]$", "\b", true },
		{ "^[.*+?|()^$]+$", ".*+?|()^$", true },
		{ "^[[:alpha:]]$", ":]", true },
		{ "^[[:alpha:]]$", "z", false },
		{ "^[[:alpha:]$", "[", true },
		{ "^[&&~~a]+$", "&~a", true },
		{ "^[\\w.-]+$", "a.b-c", true },
		{ "^[\\d-x]+$", "1-x", true },
		{ "^[\\d-x]+$", "a", false },
		{ "^[a-\\d]+$", "a-1", true },
	};

	(void)state;
	check(rows, LEN(rows));
}

static void test_escapes(void **state)
{
	static const struct meaning rows[] = {
		{ "^\\t\\n\\v\\f\\r$", "\t\n\v\f\r", true },
		{ "^\\x41\\u0042\\u{43}\\u{1F432}$", "ABC\U0001f432", true },
		{ "^\\uD83D\\uDC32$", "\U0001f432", true },
		{ "^[\\uD83D\\uDC32]$", "\U0001f432", true },
		{ "^\\ud83d", "\U0001f432", false },
		{ "[\\ud800-\\udfff]", "\U0001f432", false },
		{ "^[\\u0000-\\uFFFF]$", "\ue000", true },
		{ "^\\cA\\cz$", "\x01\x1a", true },
		{ "^\\.\\/\\-\\#\\@\\ \\\"$", "./-#@ \"", true },
		{ "^\\(\\)\\[\\]\\{\\}\\|\\\\$", "()[]{}|\\", true },
		{ "^#[a-f]{6}", "#abcdef", true },
		{ "^a b$", "a b", true },
		{ "^\u00e9$", "\u00e9", true },
	};

	(void)state;
	check(rows, LEN(rows));
}

static void test_properties(void **state)
{
	static const struct meaning rows[] = {
		{ "^\\p{Letter}+$", "a\u00e9\u4e00", true },
		{ "^\\p{L}\\p{Lu}\\p{Uppercase_Letter}$", "aBC", true },
		{ "\\p{Uppercase_Letter}", "abc", false },
		{ "^\\P{Letter}+$", "12", true },
		{ "^\\p{General_Category=Decimal_Number}\\p{gc=Nd}$", "1\u0667", true },
		{ "^\\p{digit}$", "\u09ea", true },
		{ "^\\p{punct}$", "!", true },
		{ "^\\p{Script=Greek}\\p{sc=Grek}$", "\u03b1\u03b2", true },
		{ "\\p{Script=Greek}", "abc", false },
		{ "^\\p{Script_Extensions=Han}\\p{scx=Hani}$", "\u4e00\u3001", true },
		{ "^\\p{Script=Han}$", "\u3001", false },
		{ "^\\p{ASCII}+$", "a\x7f", true },
		{ "\\p{ASCII}", "\u00e9", false },
		{ "^\\p{Any}\\p{Assigned}\\P{Assigned}$", "aa\u0378", true },
		{ "^\\p{Alphabetic}\\p{Alpha}\\p{Emoji}$", "ab\U0001f432", true },
		{ "^\\p{White_Space}\\p{space}$", "  ", true },
		{ "^[\\p{L}\\P{Lu}\\d]$", "1", true },
		{ "^[^\\p{L}]$", "a", false },
	};

	(void)state;
	check(rows, LEN(rows));
}

static void test_references(void **state)
{
	static const struct meaning rows[] = {
		{ "^(a+)-\\1$", "aa-aa", true },
		{ "^(a+)-\\1$", "aa-a", false },
		{ "^(?<q>['\"]).*\\k<q>$", "'it'", true },
		{ "^(?<q>['\"]).*\\k<q>$", "'it\"", false },
		{ "^(?<\u00e9_1$>a)\\k<\u00e9_1$>$", "aa", true },
		{ "^(?:(a)|b)\\1$", "b", true },  /* took no part: empty */
		{ "^\\1(a)$", "a", true },        /* not yet */
		{ "^(a\\1)$", "a", true },        /* not yet */
		{ "^\\k<x>(?<x>a)$", "a", true }, /* not yet */
		{ "^(?:\\1(a))*$", "aa", true },
		{ "^(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10$", "abcdefghijj", true },
		{ "^(a)\\1{2}$", "aaa", true },
		{ "^(a\\1){2}$", "aa", true },
		{ "^(b)*\\1$", "bbb", true },
		{ "^(b*?b)*\\1+$", "", true },
		{ "(?=(a+))a*b\\1", "baaabac", true },
	};

	(void)state;
	check(rows, LEN(rows));
}

/* PCRE2 10.42 gets these wrong in one way or another, when it is let. */
static void test_traps(void **state)
{
	static const struct meaning rows[] = {
		{ "(?=a)(a*){2}a", "bcab", true },
		{ "(?=(a))\\s*?a", "a1", true },
		{ "(b*?b)*\\1+", "\u00e9Ab", true },
		{ "^(?:|a)*b", "aab", true },
		{ "^(?:a*)*$", "aaa", true },
		{ "^(?:a?){3}$", "aa", true },
		{ "(?:b|^){0}a", "ba", true },
		{ "(?:(b|^)|^){0}?a\\b", "ba", true },
		{ "(?:b|(c|^){0}){0}(?:d|^){0}a(?!b)", "ba", true },
	};

	(void)state;
	check(rows, LEN(rows));
}

/* Annex B, where it leaves no doubt. */
static void test_leniency(void **state)
{
	static const struct meaning rows[] = {
		{ "^]$", "]", true },
		{ "^}$", "}", true },
		{ "^{$", "{", true },
		{ "^{}$", "{}", true },
		{ "^{a}$", "{a}", true },
		{ "^x{2$", "x{2", true },
		{ "^x{$", "x{", true },
	};

	(void)state;
	check(rows, LEN(rows));
}

/* What PCRE2 would take and ECMA-262 does not have, or has in another sense; and what is
 * no pattern. */
static const char *const refused[][2] = {
	{ "\\A", "byte 0: no such escape" },
	{ "a\\Z", "byte 1: no such escape" },
	{ "\\z", "no such escape" },
	{ "\\a", "no such escape" },
	{ "\\e", "no such escape" },
	{ "\\Qa\\E", "no such escape" },
	{ "a\\Kb", "no such escape" },
	{ "\\R", "no such escape" },
	{ "\\h", "no such escape" },
	{ "\\G", "no such escape" },
	{ "\\X", "no such escape" },
	{ "\\C", "no such escape" },
	{ "\\N", "no such escape" },
	{ "\\g{1}", "no such escape" },
	{ "\\o{101}", "no such escape" },
	{ "\\_", "no such escape" },
	{ "\\\u00e9", "no such escape" },
	{ "[\\B]", "byte 1: no such escape" },
	{ "\\x4", "no such escape" },
	{ "\\x{41}", "no such escape" },
	{ "\\u004", "no such escape" },
	{ "\\u{110000}", "no such escape" },
	{ "\\u{}", "no such escape" },
	{ "\\c1", "no such escape" },
	{ "\\01", "no such escape" },
	{ "[\\1]", "no such escape" },
	{ "ab\\", "byte 2: a backslash at the end" },
	{ "a++", "byte 2: nothing to repeat" },
	{ "a?+", "nothing to repeat" },
	{ "a{2}{3}", "nothing to repeat" },
	{ "*", "nothing to repeat" },
	{ "(*ACCEPT)", "byte 1: nothing to repeat" },
	{ "a|{2}", "nothing to repeat" },
	{ "a{,3}", "byte 1: a count is" },
	{ "a{1, 3}", "byte 1: a count is" },
	{ "a{3,1}", "wrong order" },
	{ "^*", "byte 1: an assertion" },
	{ "\\b+", "an assertion" },
	{ "(?=a)*", "an assertion" },
	{ "(?i)a", "byte 0: no such group" },
	{ "(?i:a)", "no such group" },
	{ "(?>a)", "no such group" },
	{ "(?|a)", "no such group" },
	{ "(?#a)", "no such group" },
	{ "(?P<n>a)", "no such group" },
	{ "(?R)", "no such group" },
	{ "(a)(?1)", "byte 3: no such group" },
	{ "(a)?(?(1)b|c)", "no such group" },
	{ "(?'n'a)", "no such group" },
	{ "(?<1>a)", "byte 3: no name of a group" },
	{ "(?<n>a)(?<n>b)", "byte 10: two groups of one name" },
	{ "\\k<n>", "byte 0: no such group to refer to" },
	{ "(?<n>a)\\k{n}", "no name of a group" },
	{ "(a)\\2", "byte 3: no such group to refer to" },
	{ "(a", "byte 0: a ( without its )" },
	{ "a)", "byte 1: a ) without its (" },
	{ "a[b", "byte 1: a class without its ]" },
	{ "[b-a]", "byte 1: a range that ends before it begins" },
	{ "\\p{Foo}", "byte 0: no such property" },
	{ "\\p{Greek}", "no such property" },
	{ "\\p{letter}", "no such property" },
	{ "\\p{Xan}", "no such property" },
	{ "\\p{L&}", "no such property" },
	{ "\\p{^L}", "no such property" },
	{ "\\p{Script=greek}", "no such property" },
	{ "\\p{Script=}", "no such property" },
	{ "\\p{bidi_class=L}", "no such property" },
	{ "\\pL", "no such property" },
	{ "[\\p{Foo}]", "byte 1: no such property" },
	{ "a\xff", "byte 1: not UTF-8" },
	{ "[\xc3]", "byte 1: not UTF-8" },
};

static void test_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(refused); i++) {
		struct err e = { "" };

		assert_null(pattern_compile(str_of(refused[i][0]), NULL, &e));
		if (strstr(e.text, refused[i][1]) == NULL)
			fail_msg("%s: %s", refused[i][0], e.text);
		assert_false(pattern_valid(str_of(refused[i][0])));
	}
}

/* Good patterns that would not mean the same here. */
static void test_cannot_be_run(void **state)
{
	static const char *const bad[][2] = {
		{ "a(?<=b)(?<!x(y+))", "byte 7: cannot be run here: lookbehind" },
		{ "a{70000}", "byte 1: cannot be run here: a count" },
		{ "a{1,70000}", "cannot be run here: a count" },
		{ "(?:abc){1,60000}", "cannot be run here: regular expression is too" },
		{ "(?:(a)|b)*\\1", "byte 10: cannot be run here: a back reference" },
		{ "(?:(a)?b)+\\1", "cannot be run here: a back reference" },
		{ "(?:(a)?\\1b)+", "cannot be run here: a back reference" },
		{ "(a)(?<=\\1b)", "cannot be run here: a back reference" },
		{ "(?<=\\1(a))", "cannot be run here: a back reference" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(bad); i++) {
		struct err e = { "" };

		assert_null(pattern_compile(str_of(bad[i][0]), NULL, &e));
		if (strstr(e.text, bad[i][1]) == NULL)
			fail_msg("%s: %s", bad[i][0], e.text);
		assert_true(pattern_valid(str_of(bad[i][0])));
	}
}

static struct buf repeated(const char *word, size_t count)
{
	struct buf b = { 0 };

	buf_room(&b, 1);
	for (size_t i = 0; i < count; i++)
		buf_str(&b, word);
	return b;
}

/* Compiling without asking for the reason, too. */
static void check_refused(const char *word, size_t count, const char *why)
{
	struct buf b = repeated(word, count);
	struct err e = { "" };

	assert_null(pattern_compile(buf_view(&b), NULL, NULL));
	assert_null(pattern_compile(buf_view(&b), NULL, &e));
	assert_non_null(strstr(e.text, why));
	buf_fini(&b);
}

static void test_large(void **state)
{
	struct buf b = repeated("a", 30000);
	struct pattern *p = pattern_compile(buf_view(&b), NULL, NULL);
	uint64_t fuel = FUEL;

	(void)state;
	assert_non_null(p);
	assert_int_equal(pattern_match(p, buf_view(&b), &fuel), PATTERN_YES);
	pattern_free(p);
	buf_fini(&b);
	check_refused("a", PATTERN_LONGEST + 1, "longer than");
	check_refused("(", 251, "too many groups in groups");
	check_refused("(?<n>", 5000, "two groups of one name");
}

static void test_nul(void **state)
{
	(void)state;
	assert_int_equal(found("^a\\0b$", STR("a\0b")), PATTERN_YES);
	assert_int_equal(found("^a[^b]b$", STR("a\0b")), PATTERN_YES);
	assert_int_equal(found("b", STR("a\0b")), PATTERN_YES);
	assert_int_equal(found("^a$", STR("a\0b")), PATTERN_NO);
	assert_int_equal(found("^$", (struct str){ NULL, 0 }), PATTERN_YES);
}

/* ---- what it costs */

/* Of `word` so many times and `end`. */
static uint64_t cost_by(compiler *compile, const char *ecma, const char *word,
	size_t count, const char *end, unsigned expect)
{
	struct pattern *p = compile(str_of(ecma), NULL);
	struct buf text = repeated(word, count);
	uint64_t fuel = FUEL;
	unsigned r;

	buf_str(&text, end);
	assert_non_null(p);
	r = pattern_match(p, buf_view(&text), &fuel);
	if (r != expect)
		fail_msg("%s: %s", ecma, results[r]);
	assert_true(fuel <= FUEL - 1 - text.len / 64);
	if (pattern_linear(p) != NULL)
		assert_int_equal(fuel, FUEL - 1 - text.len / 64);
	pattern_free(p);
	buf_fini(&text);
	return FUEL - fuel;
}

/* What a search costs: the automaton never costs more. */
static uint64_t cost(const char *ecma, const char *word, size_t count, const char *end,
	unsigned expect)
{
	uint64_t c = cost_by(pattern_compile_to_search, ecma, word, count, end, expect);

	assert_true(cost_by(quick, ecma, word, count, end, expect) <= c);
	return c;
}

/* A search would take longer than the universe is old, but for the fuel. */
static void test_explosions(void **state)
{
	static const struct {
		const char *ecma, *word;
		size_t count;
		const char *end;
		bool linear;
	} rows[] = {
		{ "^(a+)+$", "a", 30, "!", true },
		{ "^(a+)+$", "a", 10000, "!", true },
		{ "^(?:a|a)*$", "a", 40, "b", true },
		{ "^(?:a|aa)+$", "a", 10000, "b", true },
		{ "^(?:a?){40}b?$", "a", 40, "c", true },
		{ "(x+x+)+[yz]", "x", 60, "", true },
		{ "^(([a-z])+.)+[A-Z]([a-z])+$", "a", 40, "", true },
		{ "^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+$", "a",
			60, "!@", true },
		{ "a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?[^a]x", "a", 100, "x",
			true },
		{ "^(?:(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)){4}$", "a", 28,
			"b", true },
		{ "(?=(a+))a*b\\1", "a", 100000, "c", false },
		{ "^(.*)(.*)(.*)\\1\\2\\3[xy]$", "a", 200, "", false },
		{ "^(a*)\\1[bc]", "a", 10000, "", false },
		{ "[a-z]+[@!]", "a", 1000000, "", true },
		{ "a{60000}[bc]", "a", 1000000, "", false },
		{ "(?<=a{60000}b)", "a", 1000000, "b", false },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		assert_int_equal(
			cost_by(pattern_compile_to_search, rows[i].ecma, rows[i].word,
				rows[i].count, rows[i].end, PATTERN_GAVE_UP),
			FUEL);
		cost_by(quick, rows[i].ecma, rows[i].word, rows[i].count, rows[i].end,
			rows[i].linear ? PATTERN_NO : PATTERN_GAVE_UP);
	}
}

/* The way back of so many repeats is too much to remember, fuel or not. */
static void test_memory(void **state)
{
	(void)state;
	cost_by(pattern_compile_to_search, "^(?:a)*$", "a", 4000000, "", PATTERN_GAVE_UP);
	cost_by(quick, "^(?:a)*$", "a", 4000000, "", PATTERN_YES);
}

/* What one match has worked in is not what the next one works in, be it ever so deep. */
static void test_again(void **state)
{
	struct pattern *p = pattern_compile_to_search(STR("^(?:[a-z]+ )*$"), NULL);
	struct buf deep = repeated("word ", 20000);

	(void)state;
	for (unsigned i = 0; i < 3; i++) {
		uint64_t fuel = FUEL;

		assert_int_equal(pattern_match(p, buf_view(&deep), &fuel), PATTERN_YES);
		assert_int_equal(pattern_match(p, STR("words"), &fuel), PATTERN_NO);
	}
	pattern_free(p);
	buf_fini(&deep);
}

/* What people write costs little, also on long texts. */
static void test_cheap(void **state)
{
	(void)state;
	assert_true(cost("^[a-z]+$", "a", 20, "", PATTERN_YES) <= 4);
	assert_true(cost("^[a-z]{3}-\\d{4}$", "abc-1234", 1, "", PATTERN_YES) <= 4);
	assert_true(cost("^abc", "a", 1000000, "", PATTERN_NO) <= 20000);
	assert_true(cost("^.*$", "a", 1000000, "", PATTERN_YES) <= 40000);
	assert_true(cost("needle", "hay ", 250000, "needle", PATTERN_YES) <= 40000);
	assert_true(cost("^(?:[a-z]+ )*$", "word ", 20000, "", PATTERN_YES) <= 60000);
	assert_true(cost("^(?:[0-9A-Za-z+/]{4})*$", "QUJD", 100000, "", PATTERN_YES) <=
		200000);
}

static void check_fuel(compiler *compile)
{
	struct pattern *p = compile(STR("^(?:ab)*$"), NULL);
	uint64_t fuel = 0, burnt;

	assert_int_equal(pattern_match(p, STR("abab"), &fuel), PATTERN_GAVE_UP);
	fuel = 100;
	assert_int_equal(pattern_match(p, STR("abab"), &fuel), PATTERN_YES);
	burnt = 100 - fuel;
	/* The same again costs the same; one less is not enough, and all of it is gone.
	 */
	fuel = burnt;
	assert_int_equal(pattern_match(p, STR("abab"), &fuel), PATTERN_YES);
	assert_int_equal(fuel, 0);
	fuel = burnt - 1;
	assert_int_equal(pattern_match(p, STR("abab"), &fuel), PATTERN_GAVE_UP);
	assert_int_equal(fuel, 0);
	pattern_free(p);
}

static void test_fuel(void **state)
{
	(void)state;
	check_fuel(quick);
	check_fuel(pattern_compile_to_search);
	pattern_free(NULL);
}

static int run(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_basics),
		cmocka_unit_test(test_classes),
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_properties),
		cmocka_unit_test(test_references),
		cmocka_unit_test(test_traps),
		cmocka_unit_test(test_leniency),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_cannot_be_run),
		cmocka_unit_test(test_large),
		cmocka_unit_test(test_nul),
		cmocka_unit_test(test_explosions),
		cmocka_unit_test(test_memory),
		cmocka_unit_test(test_again),
		cmocka_unit_test(test_cheap),
		cmocka_unit_test(test_fuel),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Where no memory may be written and run there is no JIT. Not every kernel can be asked
 * for that. */
static int run_without_jit(void)
{
	int deny_write_exec = 65, refuse_gain = 1, status = 0;
	pid_t child = fork();

	if (child == 0)
		_exit(prctl(deny_write_exec, refuse_gain, 0, 0, 0) == 0 ? run() : 0);
	waitpid(child, &status, 0);
	return status;
}

int main(void)
{
	int without = run_without_jit();

	return run() != 0 || without != 0;
}
