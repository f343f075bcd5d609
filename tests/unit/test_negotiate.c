/* SPDX-License-Identifier: MIT */
#include "contract/negotiate.h"

#include <stdio.h>

#include "tests/unit/feed.h"

/* Contracts in force, "name version from to", the agents separated by commas. */
static const char *const in_force[] = {
	"x 1.2.0 planner reviewer,deployer",
	"x 1.3.0 planner reviewer,deployer",
	"x 2.0.0 planner reviewer,deployer,auditor",
	"x 2.1.0 planner,writer reviewer,deployer,auditor",
	"lone 1.0.0 planner nobody",
	"split 1.0.0 planner reviewer",
	"split 2.0.0 planner auditor",
	"newer 1.0.0 planner deployer",
	"newer 2.0.0 planner reviewer",
	"wider 1.0.0 planner reviewer,deployer",
	"wider 2.0.0 planner deployer",
};

static char *list_of(const char *names)
{
	struct buf b = { 0 };

	buf_char(&b, '"');
	for (const char *p = names; *p != '\0'; p++) {
		if (*p == ',')
			buf_str(&b, "\",\"");
		else
			buf_char(&b, *p);
	}
	buf_char(&b, '"');
	return buf_steal(&b);
}

static void put(struct registry *r, const char *row)
{
	char name[20], version[20], from[40], to[40];
	struct buf text = { 0 };
	struct err e = { "" };
	char *a, *b;

	assert_int_equal(sscanf(row, "%19s %19s %39s %39s", name, version, from, to), 4);
	a = list_of(from);
	b = list_of(to);
	buf_fmt(&text,
		"{\"contract\":\"%s\",\"version\":\"%s\",\"from\":[%s],\"to\":[%s],"
		"\"schema\":true,\"scope\":{},\"confidence\":{},\"fallback\":{}}",
		name, version, a, b);
	registry_put_take(r, contract_read(buf_view(&text), &e));
	assert_string_equal(e.text, "");
	free(a);
	free(b);
	buf_fini(&text);
}

/* One string of a hello, what two takers said before, and the answer. */
static const struct {
	const char *agent, *sends, *accepts; /* one of the two */
	const char *reviewer, *deployer; /* what they accept, NULL: nothing was said */
	const char *answer;
} answers[] = {
	/* clang-format off */
	/* nobody is known to take it, or all do */
	{ "planner", "x/2.1.0", NULL, NULL, NULL, "accept" },
	{ "planner", "x", NULL, "x/^2", "x/*", "accept" },
	{ "planner", "x/^2", NULL, "x/^2", "y/1", "accept" },
	{ "planner", "x/2.1.0", NULL, "x/1 - 3", "x/>=2.1", "accept" },
	{ "planner", "lone/1", NULL, "lone/^3", NULL, "accept" },
	{ "planner", "x/^2", NULL, "x/^1.z", NULL, "accept" },
	/* somebody does not */
	{ "planner", "x/2.1.0", NULL, "x/^1", "x/*", "downgrade 1.3.0" },
	{ "planner", "x/2.1.0", NULL, "x/^1", "x/1.2", "downgrade 1.2.0" },
	{ "planner", "x/^2", NULL, "x/~2.0", NULL, "downgrade 2.0.0" },
	{ "planner", "x", NULL, "x/1.2.0", "x/1.3.0",
		"refuse reviewer takes x 1.2.0 only, and no version below 2.1.0 in force would do" },
	{ "planner", "x/^2", NULL, "x/^3", NULL,
		"refuse reviewer takes x ^3 only, and no version in force that fits ^2 would do" },
	{ "planner", "x/1.3.0", NULL, "x/^2", NULL,
		"refuse reviewer takes x ^2 only, and no version below 1.3.0 in force would do" },
	{ "writer", "x/^2", NULL, "x/^1", NULL,
		"refuse reviewer takes x ^1 only, and no version in force that fits ^2 would do" },
	{ "planner", "x/^2", NULL, "x/3", "x/^1",
		"refuse reviewer takes x 3 only, and no version in force that fits ^2 would do" },
	/* a range says all that it can send: a downgrade is in it */
	{ "planner", "x/>=2 <3", NULL, "x/^1", NULL,
		"refuse reviewer takes x ^1 only, and no version in force that fits >=2 <3 would do" },
	{ "planner", "x/>=2 <3", NULL, "x/~2.0", NULL, "downgrade 2.0.0" },
	{ "planner", "x/>=1.3 <3", NULL, "x/^1", NULL, "downgrade 1.3.0" },
	{ "planner", "x/>=1.3 <3", NULL, "x/1.2.x", NULL,
		"refuse reviewer takes x 1.2.x only, and no version in force that fits >=1.3 <3 would do" },
	{ "planner", "x/=2.1.0", NULL, "x/^1", "x/*", "downgrade 1.3.0" },
	{ "planner", "x/*", NULL, "x/^1", NULL, "downgrade 1.3.0" },
	/* an older one that names others cannot stand for it */
	{ "planner", "newer/2.0.0", NULL, "newer/1", NULL,
		"refuse reviewer takes newer 1 only, and no version below 2.0.0 in force would do" },
	/* nor can one that names another who does not take it */
	{ "planner", "wider/2.0.0", NULL, "wider/3", "wider/1",
		"refuse deployer takes wider 1 only, and no version below 2.0.0 in force would do" },
	{ "planner", "wider/2.0.0", NULL, "wider/1", "wider/1", "downgrade 1.0.0" },
	/* nothing fits */
	{ "planner", "z/1.0.0", NULL, NULL, NULL, "refuse z is not a contract of this mesh" },
	{ "planner", "x/3.x", NULL, NULL, NULL,
		"refuse no version of x in force fits 3.x; there are 1.2.0, 1.3.0, 2.0.0 and 2.1.0" },
	{ "planner", "lone/3", NULL, NULL, NULL,
		"refuse no version of lone in force fits 3; there is 1.0.0" },
	{ "writer", "x/^1", NULL, NULL, NULL, "refuse x/1.3.0 does not name writer in from" },
	{ "writer", "x", NULL, NULL, NULL, "accept" },
	{ "planner", "x/^1.z", NULL, NULL, NULL,
		"refuse what is behind the / is no range: a number or x is missing at byte 3" },
	{ "planner", "X!", NULL, NULL, NULL,
		"refuse not NAME or NAME/RANGE: what is before the / is no name" },
	{ "planner", "", NULL, NULL, NULL,
		"refuse not NAME or NAME/RANGE: what is before the / is no name" },
	/* takers themselves */
	{ "reviewer", NULL, "x/^1", NULL, NULL, "accept" },
	{ "reviewer", NULL, "x", NULL, NULL, "accept" },
	{ "reviewer", NULL, "x/^3", NULL, NULL,
		"refuse no version of x in force fits ^3; there are 1.2.0, 1.3.0, 2.0.0 and 2.1.0" },
	{ "planner", NULL, "x/^2", NULL, NULL, "refuse x/2.1.0 does not name planner in to" },
	{ "auditor", NULL, "x/1 || 2", NULL, NULL, "accept" },
	{ "auditor", NULL, "split/1", NULL, NULL,
		"refuse split/1.0.0 does not name auditor in to" },
	{ "reviewer", NULL, "z", NULL, NULL, "refuse z is not a contract of this mesh" },
	{ "reviewer", NULL, "x/latest", NULL, NULL,
		"refuse what is behind the / is no range: a number or x is missing at byte 0" },
	/* clang-format on */
};

static void words_of(const struct answer *a, struct buf *out)
{
	char version[VERSION_TEXT];

	buf_reset(out);
	buf_str(out, agreement_name(a->agreement));
	if (a->agreement == AGREEMENT_DOWNGRADE)
		buf_fmt(out, " %s", version_text(a->version, version));
	if (a->agreement == AGREEMENT_REFUSE)
		buf_fmt(out, " %s", a->reason.text);
}

static void test_answers(void **state)
{
	struct registry r = { 0 };
	struct buf words = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(in_force); i++)
		put(&r, in_force[i]);
	for (size_t i = 0; i < LEN(answers); i++) {
		char *one[] = { (char *)answers[i].reviewer, NULL };
		char *two[] = { (char *)answers[i].deployer, NULL };
		char *stranger[] = { (char *)"x/^9", NULL };
		const struct taker takers[] = { { "stranger", stranger },
			{ "reviewer", one }, { "deployer", two } };
		struct hello h = { &r, str_of(answers[i].agent), takers, LEN(takers) };
		struct answer a;

		if (answers[i].sends != NULL)
			answer_sends(&h, str_of(answers[i].sends), &a);
		else
			answer_accepts(&h, str_of(answers[i].accepts), &a);
		words_of(&a, &words);
		if (strcmp(words.data, answers[i].answer) != 0)
			fail_msg("row %zu: %s instead of %s", i, words.data,
				answers[i].answer);
	}
	registry_fini(&r);
	buf_fini(&words);
}

static void test_none_in_force(void **state)
{
	struct registry r = { 0 };
	struct hello h = { .contracts = &r, .agent = STR("planner") };
	struct answer a;

	(void)state;
	answer_sends(&h, STR("x/1.0.0"), &a);
	assert_int_equal(a.agreement, AGREEMENT_REFUSE);
	assert_string_equal(a.reason.text, "this hub has no contracts");
	put(&r, in_force[0]);
	assert_true(registry_remove(&r, STR("x/1.2.0")));
	answer_accepts(&h, STR("x/1.2.0"), &a);
	assert_string_equal(a.reason.text, "this hub has no contracts");
	registry_fini(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_none_in_force),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
