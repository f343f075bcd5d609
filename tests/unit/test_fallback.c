/* SPDX-License-Identifier: MIT */
#include "contract/fallback.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/buf.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define WITHIN "_if_not_progressed_within_"
#define A64 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static const struct {
	const char *text;
	enum fallback_action action; /* FALLBACK_NONE: cannot be read */
	const char *target;
	int64_t after;
} texts[] = {
	{ "escalate_to_oncall" WITHIN "300s", FALLBACK_ESCALATE, "oncall", 300 },
	{ "escalate" WITHIN "300s", FALLBACK_ESCALATE, "", 300 },
	{ "dead_letter" WITHIN "5m", FALLBACK_DEAD_LETTER, "", 300 },
	{ "queue" WITHIN "2h", FALLBACK_QUEUE, "", 7200 },
	{ "requeue" WITHIN "1s", FALLBACK_REQUEUE, "", 1 },
	{ "stop" WITHIN "1m", FALLBACK_STOP, "", 60 },
	{ "proceed" WITHIN "1h", FALLBACK_PROCEED, "", 3600 },
	{ "queue_to_Team.A_b-9" WITHIN "9s", FALLBACK_QUEUE, "Team.A_b-9", 9 },
	{ "queue_to_" A64 WITHIN "9s", FALLBACK_QUEUE, A64, 9 },
	/* from the right: what looks like a delay may be part of a target */
	{ "escalate_to_a" WITHIN "5s" WITHIN "6s", FALLBACK_ESCALATE, "a" WITHIN "5s",
		6 },
	{ "escalate_to_to_" WITHIN "6s", FALLBACK_ESCALATE, "to_", 6 },
	/* 30 days */
	{ "stop" WITHIN "2592000s", FALLBACK_STOP, "", 2592000 },
	{ "stop" WITHIN "43200m", FALLBACK_STOP, "", 2592000 },
	{ "stop" WITHIN "720h", FALLBACK_STOP, "", 2592000 },
	{ "stop" WITHIN "2592001s", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "43201m", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "721h", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "9999999h", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "00000001s", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "12345678s", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "99999999999999999999s", FALLBACK_NONE, NULL, 0 },
	/* no delay */
	{ "", FALLBACK_NONE, NULL, 0 },
	{ "s", FALLBACK_NONE, NULL, 0 },
	{ "9s", FALLBACK_NONE, NULL, 0 },
	{ "stop", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN, FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "s", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "0s", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "01s", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "-1s", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "1.5s", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "10", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "10d", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "10S", FALLBACK_NONE, NULL, 0 },
	{ "stop" WITHIN "10s ", FALLBACK_NONE, NULL, 0 },
	{ "stop_if_not_accepted_within_10s", FALLBACK_NONE, NULL, 0 },
	{ "stopif_not_progressed_within_10s", FALLBACK_NONE, NULL, 0 },
	{ "stop_IF_not_progressed_within_10s", FALLBACK_NONE, NULL, 0 },
	/* no action */
	{ WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ "_if_not_progressed_within_10s", FALLBACK_NONE, NULL, 0 },
	{ "page" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ "Stop" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ " stop" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ "dead" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ "dead_letters" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	/* no target */
	{ "escalate_" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ "escalate_to" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ "escalate_to_" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ "escalate_for_oncall" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ "escalateto_oncall" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ "escalate_to_on call" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ "escalate_to_on/call" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ "escalate_to_\xc3\xbc" WITHIN "10s", FALLBACK_NONE, NULL, 0 },
	{ "escalate_to_a" A64 WITHIN "10s", FALLBACK_NONE, NULL, 0 },
};

static void check(const char *text, const struct fallback *f, enum fallback_action action,
	const char *target, int64_t after)
{
	if (f->action != action)
		fail_msg("%s: %s", text, fallback_name(f->action));
	assert_int_equal(f->after, after);
	if (target == NULL)
		assert_null(f->target.p);
	else if (!str_is(f->target, target))
		fail_msg("%s: to \"%.*s\"", text, STR_ARG(f->target));
	assert_true(f->target.n > 0 || f->target.p == NULL);
}

static void test_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		struct fallback f = { FALLBACK_STOP, STR("x"), 1 };
		bool ok = fallback_read_text(str_of(texts[i].text), &f);

		assert_int_equal(ok, texts[i].action != FALLBACK_NONE);
		check(texts[i].text, &f, texts[i].action, texts[i].target,
			texts[i].after);
	}
}

/* No text that is cut short is read from behind its end or before its start. */
static void test_cut(void **state)
{
	static const char text[] = "escalate_to_oncall" WITHIN "300s";
	struct fallback f;

	(void)state;
	for (size_t from = 0; from < sizeof(text) - 1; from++) {
		for (size_t n = 0; from + n < sizeof(text) - 1; n++) {
			bool whole = from == 0 && n == sizeof(text) - 1;

			assert_int_equal(
				fallback_read_text((struct str){ text + from, n }, &f),
				whole);
		}
	}
}

static void test_json(void **state)
{
	static const struct {
		const char *json;
		enum fallback_action action;
		const char *target;
		int64_t after;
	} cases[] = {
		{ "'stop" WITHIN "10s'", FALLBACK_STOP, "", 10 },
		{ "'\\u0073top" WITHIN "10s'", FALLBACK_STOP, "", 10 },
		{ "{'action':'escalate','target':'oncall','after_seconds':300}",
			FALLBACK_ESCALATE, "oncall", 300 },
		{ "{'after_seconds':1,'action':'\\u0071ueue'}", FALLBACK_QUEUE, "", 1 },
		{ "{'action':'stop','after_seconds':1,'target':null,'more':[]}",
			FALLBACK_STOP, "", 1 },
		{ "{'action':'stop','after_seconds':2592000}", FALLBACK_STOP, "",
			2592000 },
		{ "{'action':'stop','after_seconds':2592001}", FALLBACK_NONE, NULL, 0 },
		{ "{'action':'stop','after_seconds':0}", FALLBACK_NONE, NULL, 0 },
		{ "{'action':'stop','after_seconds':-1}", FALLBACK_NONE, NULL, 0 },
		{ "{'action':'stop','after_seconds':1.0}", FALLBACK_NONE, NULL, 0 },
		{ "{'action':'stop','after_seconds':1e2}", FALLBACK_NONE, NULL, 0 },
		{ "{'action':'stop','after_seconds':'10'}", FALLBACK_NONE, NULL, 0 },
		{ "{'action':'stop','after_seconds':99999999999999999999}", FALLBACK_NONE,
			NULL, 0 },
		{ "{'action':'stop'}", FALLBACK_NONE, NULL, 0 },
		{ "{'after_seconds':10}", FALLBACK_NONE, NULL, 0 },
		{ "{'action':'','after_seconds':10}", FALLBACK_NONE, NULL, 0 },
		{ "{'action':'page','after_seconds':10}", FALLBACK_NONE, NULL, 0 },
		{ "{'action':1,'after_seconds':10}", FALLBACK_NONE, NULL, 0 },
		{ "{'action':'stop','after_seconds':10,'target':1}", FALLBACK_NONE, NULL,
			0 },
		{ "{'action':'stop','after_seconds':10,'target':''}", FALLBACK_NONE, NULL,
			0 },
		{ "{'action':'stop','after_seconds':10,'target':'a b'}", FALLBACK_NONE,
			NULL, 0 },
		{ "{}", FALLBACK_NONE, NULL, 0 },
		{ "[]", FALLBACK_NONE, NULL, 0 },
		{ "null", FALLBACK_NONE, NULL, 0 },
		{ "true", FALLBACK_NONE, NULL, 0 },
		{ "300", FALLBACK_NONE, NULL, 0 },
	};
	struct json j = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct buf b = { 0 };
		struct fallback f = { FALLBACK_STOP, STR("x"), 1 };

		buf_str(&b, cases[i].json);
		for (char *p = b.data; *p != '\0'; p++)
			*p = *p == '\'' ? '"' : *p;
		assert_true(json_read(&j, b.data, b.len, 8, NULL));
		assert_int_equal(
			fallback_read(&j, 0, &f), cases[i].action != FALLBACK_NONE);
		check(cases[i].json, &f, cases[i].action, cases[i].target,
			cases[i].after);
		buf_fini(&b);
	}
	json_fini(&j);
}

static void test_names(void **state)
{
	static const char *const names[] = { "escalate", "dead_letter", "queue",
		"requeue", "stop", "proceed" };

	(void)state;
	assert_string_equal(fallback_name(FALLBACK_NONE), "");
	assert_int_equal(LEN(names), FALLBACK_ACTIONS - 1);
	for (int a = FALLBACK_NONE + 1; a < FALLBACK_ACTIONS; a++) {
		const char *name = fallback_name((enum fallback_action)a);
		bool known = false;

		assert_int_equal(fallback_named(str_of(name)), a);
		for (size_t i = 0; i < LEN(names); i++)
			known |= strcmp(name, names[i]) == 0;
		assert_true(known);
	}
	assert_int_equal(fallback_named(STR("")), FALLBACK_NONE);
	assert_int_equal(fallback_named(STR("queued")), FALLBACK_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
