/* SPDX-License-Identifier: MIT */
#include "contract/used.h"

#include "tests/unit/feed.h"

enum { A, B, C };

#define EDGE 5

static void parse(struct json *j, char **z, const char *text)
{
	*z = quoted(text);
	assert_true(json_read(j, *z, strlen(*z), 64, NULL));
}

static void hand(struct used *u, const char *artifact)
{
	struct json j = { 0 };
	char *z;

	parse(&j, &z, artifact);
	used_handed(u, EDGE, B, NULL, &j, 0);
	json_fini(&j);
	free(z);
}

static void offer(struct used *u, const char *artifact)
{
	struct json j = { 0 };
	char *z;

	parse(&j, &z, artifact);
	used_offered(u, B, &j, 0);
	json_fini(&j);
	free(z);
}

/* All that is not used, as "/pointer count ". */
static char *left(struct used *u)
{
	struct buf out = { 0 }, at = { 0 };
	struct unused x;

	buf_str(&out, "");
	for (uint32_t n = 0; used_next(u, &n, &x, &at);) {
		assert_int_equal(x.edge, EDGE);
		buf_fmt(&out, "%s %d ", at.data, (int)x.offers);
	}
	buf_fini(&at);
	return buf_steal(&out);
}

static void test_used(void **state)
{
	static const struct {
		const char *offered, *handed, *unused;
	} row[] = {
		{ "{'x':1}", "{'a':1,'confidence':0.5,'fallback':'x'}", "/a 1 " },
		/* by name, at any depth, in contracts too */
		{ "{'x':[{'y':{'a':0}}]}", "{'a':1}", "" },
		{ "{'x':'a'}", "{'a':1}", "/a 1 " },
		/* by value: three bytes, three digits */
		{ "{'x':'abc'}", "{'a':'abc','b':'ab'}", "/b 1 " },
		{ "{'x':['ab']}", "{'a':'ab'}", "/a 1 " },
		{ "{'x':120}", "{'a':120,'b':12}", "/b 1 " },
		{ "{'x':-1.25}", "{'a':-1.25,'b':1.26}", "/b 1 " },
		{ "{'x':'4711'}", "{'a':4711}", "" },
		{ "{'x':true}", "{'a':true}", "/a 1 " },
		/* in a longer text: six bytes */
		{ "{'x':'see inc-471.'}", "{'a':'inc-471','b':'inc-4'}", "/b 1 " },
		{ "{'x':'abcdefg','y':'hijklmn'}", "{'a':'efghij','b':'defghi'}",
			"/a 1 /b 1 " },
		/* one that holds others is used if one of them is */
		{ "{'x':'abc'}", "{'o':{'a':'abc','b':1}}", "/o/b 1 " },
		{ "{'x':'abc'}", "{'o':{'a':'abd','b':1}}", "/o 1 " },
		{ "{'p':1}", "{'l':[{'p':1,'q':2},{'q':3}]}", "/l/*/q 1 " },
		{ "{'x':'abc'}", "{'l':[['abc']]}", "" },
		/* three deep; what is deeper speaks for the third */
		{ "{'x':'abc'}", "{'a':{'b':{'c':{'d':'abc'},'e':{'f':0}}}}",
			"/a/b/e 1 " },
		{ "{'f':0}", "{'a':{'b':{'c':{'f':1}}}}", "" },
		{ "{'x':0}", "{'a~/':1}", "/a~0~1 1 " },
	};

	(void)state;
	for (size_t i = 0; i < LEN(row); i++) {
		struct used *u = used_new();
		char *got;

		offer(u, row[i].offered);
		assert_true(used_speaks(u, B));
		assert_false(used_speaks(u, C));
		hand(u, row[i].handed);
		got = left(u);
		if (strcmp(got, row[i].unused) != 0)
			fail_msg("%s %s: %s", row[i].offered, row[i].handed, got);
		assert_int_equal(used_left_out(u), 0);
		free(got);
		used_free(u);
	}
}

/* It is enough if it was used once, in whichever offer; offers that had it are counted.
 */
static void test_over_many(void **state)
{
	struct used *u = used_new();
	char *got;

	(void)state;
	offer(u, "{'x':'second'}");
	hand(u, "{'a':'first','l':[{'q':1},{'q':2}]}");
	hand(u, "{'a':'second','b':1}");
	hand(u, "{'b':1}");
	got = left(u);
	assert_string_equal(got, "/l 1 /b 2 ");
	free(got);
	used_free(u);
}

static void test_contracts(void **state)
{
	char *z = quoted("{'contract':'c','version':'1.0.0','from':['b'],'to':['c'],"
			 "'scope':{},'confidence':{'at':'/sure'},'fallback':{},"
			 "'evidence':['/seen'],'value':{'at':'/sum/eur'},"
			 "'schema':{'properties':{'known':{}}}}");
	struct contract *c = contract_read(str_of(z), NULL);
	struct used *u = used_new();
	struct json j = { 0 };
	char *artifact, *got;

	(void)state;
	assert_non_null(c);
	offer(u, "{'x':1}");
	used_promised(u, B, c);
	parse(&j, &artifact,
		"{'sure':1,'seen':{'at':1},'sum':{'eur':1,'usd':2},'known':1,'new':1}");
	used_handed(u, EDGE, B, c, &j, 0);
	got = left(u);
	assert_string_equal(got, "/sum/usd 1 /new 1 ");
	free(got);
	json_fini(&j);
	free(artifact);
	used_free(u);
	contract_free(c);
	free(z);
}

/* More fields than there is room for: some are not looked at, and none is wrong. */
static void test_is_bounded(void **state)
{
	struct used *u = used_new();
	struct buf text = { 0 };
	char *got;

	(void)state;
	offer(u, "{'x':1}");
	buf_char(&text, '{');
	for (int i = 0; i < 3000; i++)
		buf_fmt(&text, "'f%d':1,", i);
	buf_str(&text, "'x':1}");
	hand(u, text.data);
	assert_int_equal(used_left_out(u), 1001);
	got = left(u);
	assert_null(strstr(got, "/x "));
	assert_non_null(strstr(got, "/f1999 1 "));
	free(got);
	buf_fini(&text);
	used_free(u);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_used),
		cmocka_unit_test(test_over_many),
		cmocka_unit_test(test_contracts),
		cmocka_unit_test(test_is_bounded),
	};

	digest_start();
	return cmocka_run_group_tests_name("used", tests, NULL, NULL);
}
