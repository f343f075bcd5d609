/* SPDX-License-Identifier: MIT */
/* Automata find what PCRE2 finds, in whatever there is of characters and patterns. */
#include "contract/pattern_dfa.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/text.h"
#include "contract/pattern.h"
#include "tests/pattern_random.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define PATTERNS 6000
#define TEXTS 12
#define FUEL 100000

struct both {
	struct pattern *dfa, *search;
	unsigned found[3]; /* of each result of the search */
};

static struct both compile(struct str ecma)
{
	return (struct both){ .dfa = pattern_compile(ecma, NULL, NULL),
		.search = pattern_compile_to_search(ecma, NULL) };
}

static void let_go(struct both *b)
{
	pattern_free(b->dfa);
	pattern_free(b->search);
}

static void fail_at(const char *what, struct str ecma, struct str text)
{
	fprintf(stderr, "%.*s in", STR_ARG(ecma));
	for (size_t i = 0; i < text.n; i++)
		fprintf(stderr, " %02x", (unsigned char)text.p[i]);
	fprintf(stderr, "\n");
	fail_msg("%s", what);
}

static void compare(struct both *b, struct str ecma, struct str text)
{
	uint64_t fuel = FUEL, more = FUEL;
	enum pattern_result r = pattern_match(b->dfa, text, &fuel);
	enum pattern_result s = pattern_match(b->search, text, &more);

	b->found[s]++;
	if (r != s && s != PATTERN_GAVE_UP)
		fail_at("an automaton and a search find something else", ecma, text);
}

static void test_random(void **state)
{
	struct pattern_random r = { .state = 4 };
	unsigned linear = 0, found[3] = { 0 };

	(void)state;
	for (unsigned i = 0; i < PATTERNS; i++) {
		struct both b;

		pattern_random_pattern(&r);
		b = compile(buf_view(&r.pattern));
		assert_int_equal(b.dfa == NULL, b.search == NULL);
		for (unsigned k = 0; k < TEXTS && b.dfa != NULL; k++) {
			pattern_random_text(&r);
			compare(&b, buf_view(&r.pattern), buf_view(&r.text));
		}
		linear += b.dfa != NULL && pattern_linear(b.dfa) != NULL;
		for (size_t k = 0; k < LEN(found); k++)
			found[k] += b.found[k];
		let_go(&b);
	}
	/* It is a comparison only where both happen, and there is something to compare.
	 */
	assert_true(linear > PATTERNS * 9 / 10);
	assert_true(found[PATTERN_YES] > PATTERNS * TEXTS / 5);
	assert_true(found[PATTERN_NO] > PATTERNS * TEXTS / 5);
	buf_fini(&r.pattern);
	buf_fini(&r.text);
}

static void random_letters(struct buf *out, struct pattern_random *r, uint32_t n)
{
	while (n-- > 0)
		buf_char(out, "aaab"[pattern_random_below(r, 4)]);
}

/*
 * A pattern that begins with plain text, which may begin anew within itself; and a text
 * with most of it, or all, somewhere.
 */
static void random_lead(struct pattern_random *r, struct buf *ecma, struct buf *text)
{
	static const char *const ends[] = { "", "$", "[ab]b", "a*b$", "c?", "*",
		"(a|ba)$", "{2}", "|b{9}", "|bbb$", "[^]a" };
	size_t lead;

	buf_reset(ecma);
	buf_reset(text);
	random_letters(ecma, r, 1 + pattern_random_below(r, 40));
	lead = ecma->len - pattern_random_below(r, 3) % ecma->len;
	random_letters(text, r, pattern_random_below(r, 60));
	buf_add(text, ecma->data, lead);
	random_letters(text, r, pattern_random_below(r, 12));
	buf_str(ecma, ends[pattern_random_below(r, LEN(ends))]);
}

/* How much of a pattern is looked for before the automaton runs. */
static void test_lead_length(void **state)
{
	static const struct {
		const char *ecma;
		unsigned leading;
	} rows[] = {
		{ "_if_not_progressed_within_[1-9][0-9]{0,6}(s|m|h)$", 26 },
		{ "aabaabaaaab[cd]$", 11 },
		{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", DFA_LEAD_MOST },
		{ "abcdefgh$", 8 },
		{ "abcdefg$", 0 },
		{ "^abcdefghi", 0 },
		{ "abcdefghi|$", 0 },
		{ "abcdefghi|x", 0 },
		{ "ab*cdefghijkl", 0 },
		{ "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct both b = compile(str_of(rows[i].ecma));

		if (pattern_linear(b.dfa)->leading != rows[i].leading)
			fail_msg("%s: %u", rows[i].ecma, pattern_linear(b.dfa)->leading);
		let_go(&b);
	}
}

static void test_lead(void **state)
{
	struct pattern_random r = { .state = 7 };
	struct buf ecma = { 0 }, text = { 0 };
	unsigned found[3] = { 0 };

	(void)state;
	for (unsigned i = 0; i < PATTERNS; i++) {
		struct both b;

		random_lead(&r, &ecma, &text);
		b = compile(buf_view(&ecma));
		assert_non_null(pattern_linear(b.dfa));
		for (size_t n = text.len; n > 0; n -= n / 4 + 1)
			compare(&b, buf_view(&ecma), (struct str){ text.data, n });
		for (size_t k = 0; k < LEN(found); k++)
			found[k] += b.found[k];
		let_go(&b);
	}
	assert_true(found[PATTERN_YES] > PATTERNS && found[PATTERN_NO] > PATTERNS);
	buf_fini(&ecma);
	buf_fini(&text);
}

/* Where UTF-8 or a class begins another range, and each 61st character between. */
static bool is_edge(uint32_t c)
{
	static const uint32_t edges[] = { 0x80, 0x800, 0x1000, 0x2028, 0x20ac, 0xd7ff,
		0xe000, 0xfeff, 0x10000, 0x1f432, 0x40000, 0x100000, 0x10ffff };

	for (size_t i = 0; i < LEN(edges); i++) {
		if (c + 70 > edges[i] && c < edges[i] + 70)
			return true;
	}
	return c < 0x300 || c % 61 == 0;
}

static void test_characters(void **state)
{
	static const char *const ecma[] = { "^.$", "^\\s$", "^\\S$", "^\\w$", "^\\W$",
		"^\\d$", "^\\D$", "^[^]$", "^[]$", "^[^\\u{1f432}]$",
		"^[\\u20ac-\\u{1f432}]$", "^[\\ud7f0-\\ue010]$", "^[\\ud800-\\udfff]$",
		"^[^\\ud800-\\u{10ffff}]$", "^[\\u0800-\\uffff]$", "^[\\u0fff-\\u1001]$",
		"^[\\u{10000}-\\u{10ffff}]$", "^[\\u{ffff}-\\u{40001}]$",
		"^[\\u{3ffff}\\u{100001}-\\u{10fffe}]$", "^[^\\W\\u{80}]$",
		"^[\\W\\u0041]$" };

	(void)state;
	for (size_t i = 0; i < LEN(ecma); i++) {
		struct both b = compile(str_of(ecma[i]));

		assert_non_null(pattern_linear(b.dfa));
		for (uint32_t c = 0; c <= 0x10ffff; c++) {
			char bytes[4];

			if (!is_edge(c) || (c >= 0xd800 && c < 0xe000))
				continue;
			compare(&b, str_of(ecma[i]),
				(struct str){ bytes, utf8_encode(c, bytes) });
		}
		let_go(&b);
	}
}

/* What people write is an automaton; so is what explodes elsewhere. */
static void test_made(void **state)
{
	static const char *const ecma[] = { "", "^[a-z]+:.+",
		"_if_not_progressed_within_[1-9][0-9]{0,6}(s|m|h)$",
		"^\\d{4}-\\d{2}-\\d{2}$", "^(?:a|b)+$", "^(?<year>\\d{4})$",
		"^[a-zA-Z0-9._-]{1,128}$", "^[a-z0-9]([-a-z0-9]{0,251}[a-z0-9])?$",
		"^(a+)+$",
		"^(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}"
		"(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)$",
		"^(?:[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"
		"|0{8}-0{4}-0{4}-0{4}-0{12})$",
		"^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00"
		"|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])"
		"|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))"
		"T(?:(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z))$" };

	(void)state;
	for (size_t i = 0; i < LEN(ecma); i++) {
		struct both b = compile(str_of(ecma[i]));

		if (pattern_linear(b.dfa) == NULL || pattern_linear(b.search) != NULL)
			fail_msg("%s", ecma[i]);
		let_go(&b);
	}
}

/* Not regular, or too large: PCRE2 runs it as ever. */
static void test_not_made(void **state)
{
	static const char *const ecma[] = { "\\bcat", "a\\B", "(?=a)", "(?!a)b",
		"(?<=a)b", "(?<!a)b", "(a)\\1", "(?<n>a)\\k<n>", "\\p{L}", "[\\P{L}]",
		"a{4001}", "(?:a{1,64}){1,64}", "(a|b)*a(a|b){12}", "(?:a?){3000}" };

	(void)state;
	for (size_t i = 0; i < LEN(ecma); i++) {
		struct pattern *p = pattern_compile(str_of(ecma[i]), NULL, NULL);

		assert_non_null(p);
		if (pattern_linear(p) != NULL)
			fail_msg("%s", ecma[i]);
		pattern_free(p);
	}
}

/* Whoever cuts a translation, or hands in something else, gets none or some automaton. */
static void test_cut(void **state)
{
	static const char all[] =
		"(?C)^(?:(?C)[^\\x{a}-\\x{10ffff}a-z\\d]{2,3}?(?C)|(?C)b\\W)"
		"{0,}(?C)$";

	(void)state;
	for (size_t n = 0; n < sizeof(all); n++) {
		char *copy = test_malloc(n + 1);

		memcpy(copy, all, n);
		pattern_dfa_free(pattern_dfa_make((struct str){ copy, n }, NULL));
		test_free(copy);
	}
	assert_null(pattern_dfa_make(STR("[a"), NULL));
	assert_null(pattern_dfa_make(STR("a)b"), NULL));
	assert_null(pattern_dfa_make(STR("(?:a"), NULL));
}

/* What one pattern takes is not there for the next. */
static void test_work(void **state)
{
	uint64_t work = 1000;
	struct pattern *p = pattern_compile(STR("^[a-z]+$"), &work, NULL);

	(void)state;
	assert_true(pattern_linear(p) != NULL && work == 0);
	pattern_free(p);
	p = pattern_compile(STR("^[a-z]+$"), &work, NULL);
	assert_null(pattern_linear(p));
	pattern_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_lead),
		cmocka_unit_test(test_lead_length),
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_made),
		cmocka_unit_test(test_not_made),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_work),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
