/* SPDX-License-Identifier: MIT */
#include "views/unruled.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/feed.h"

static void in_force(struct feed *f, const char *name, const char *to)
{
	struct buf b = { 0 };

	buf_fmt(&b,
		"{'contract':'%s','version':'1.0.0','from':['a'],'to':['%s'],'scope':{},"
		"'schema':{},'confidence':{},'fallback':{}}",
		name, to);
	feed_contract(f, b.data);
	buf_fini(&b);
}

/* What is said of an offer from a to `to` that names this. */
static void says(struct feed *f, const char *to, const char *named, const char *words,
	const char *brief)
{
	struct buf data = { 0 }, more = { 0 }, said = { 0 };
	const struct handoff *h;

	buf_str(&more, "");
	if (named[0] != '\0')
		buf_fmt(&more, ",'dataschema':'contract:%s'", named);
	buf_fmt(&data,
		"{'handoff':'h%llu','attempt':1,'from':'a','to':'%s','artifact':1}",
		(unsigned long long)f->ids, to);
	feed_with(f, "agent:a", "handoff.offered", more.data, data.data);
	h = handoff_at(f->m, f->m->handoff.count - 1);
	unruled_words(&said, f->m, h, str_of(named));
	assert_string_equal(said.data, words);
	assert_string_equal(unruled_brief(f->m, h), brief);
	buf_fini(&said);
	buf_fini(&data);
	buf_fini(&more);
}

static void test_words(void **state)
{
	struct feed f;
	struct buf said = { 0 };

	(void)state;
	feed_open(&f);
	in_force(&f, "x", "b");
	in_force(&f, "y", "c");
	says(&f, "b", "", "names no contract; this edge has x/1.0.0",
		"names no contract");
	says(&f, "d", "", "none is named", "names no contract");
	says(&f, "b", "y/1.0.0", "y/1.0.0, which is not of this edge (it has x/1.0.0)",
		"contract of another edge");
	says(&f, "b", "z/1.0.0",
		"z/1.0.0, which is not in force here; this edge has x/1.0.0",
		"contract not in force");
	says(&f, "d", "z/1.0.0", "z/1.0.0, which is not in force here",
		"contract not in force");
	in_force(&f, "z", "d");
	unruled_words(&said, f.m, handoff_at(f.m, 4), STR("z/1.0.0"));
	assert_string_equal(said.data, "z/1.0.0, which was not in force then");
	for (const char *more = "ijkl"; *more != '\0'; more++)
		in_force(&f, (char[]){ *more, '\0' }, "b");
	says(&f, "b", "",
		"names no contract; this edge has x/1.0.0, i/1.0.0, j/1.0.0 and 2 more",
		"names no contract");
	buf_fini(&said);
	feed_close(&f);
}

static void test_untaken(void **state)
{
	struct feed f;
	struct buf said = { 0 };

	(void)state;
	feed_open(&f);
	feed(&f, "agent:b", "agent.hello", "{'agent':'b','accepts':['x/^1','x/3']}");
	says(&f, "b", "x/2.0.0", "x/2.0.0, which is not in force here",
		"contract not in force");
	handoff_untaken(&said, f.m, handoff_at(f.m, 0));
	assert_string_equal(said.data, "b takes ^1 || 3, got 2.0.0");
	buf_reset(&said);
	says(&f, "b", "x/1.2.0", "x/1.2.0, which is not in force here",
		"contract not in force");
	handoff_untaken(&said, f.m, handoff_at(f.m, 1));
	assert_int_equal(said.len, 0);
	feed(&f, "agent:b", "agent.hello", "{'agent':'b','accepts':['y']}");
	handoff_untaken(&said, f.m, handoff_at(f.m, 0));
	assert_string_equal(said.data, "b takes no x, got 2.0.0");
	buf_reset(&said);
	feed(&f, "agent:b", "agent.hello", "{'agent':'b','accepts':['x/2']}");
	handoff_untaken(&said, f.m, handoff_at(f.m, 0));
	assert_int_equal(said.len, 0);
	buf_fini(&said);
	feed_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_untaken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
