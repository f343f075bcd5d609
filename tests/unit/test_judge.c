/* SPDX-License-Identifier: MIT */
#include "contract/judge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "tests/unit/feed.h"

#define CONTRACT(name, confidence, fallback)                                             \
	"{'contract':'" name "','version':'1.0.0','from':['a'],'to':['b'],'schema':{},"  \
	"'scope':{},'confidence':" confidence ",'fallback':" fallback "}"

#define FALLBACK ",'fallback':'queue_if_not_progressed_within_60s'"

static struct registry contracts;

/* barred: review_below 0.8; free: none; deep: its members stand elsewhere. */
static int start(void **state)
{
	static const char *const texts[] = {
		CONTRACT("barred", "{'review_below':0.8}", "{}"),
		CONTRACT("free", "{}", "{}"),
		CONTRACT("deep", "{'at':'/score/0','review_below':0.5}",
			"{'at':'/when/late'}"),
		CONTRACT("all", "{'review_below':1}", "{}"),
		CONTRACT("none", "{'review_below':0}", "{}"),
		CONTRACT("gone", "{}", "{}"),
		"{'contract':'lax','version':'1.0.0','from':['a'],'to':['c'],'schema':{},"
		"'scope':{},'confidence':{},'fallback':{}}",
	};

	(void)state;
	digest_start();
	for (size_t i = 0; i < LEN(texts); i++) {
		char *z = quoted(texts[i]);

		registry_put_take(&contracts, contract_read(str_of(z), NULL));
		free(z);
	}
	registry_remove(&contracts, STR("gone/1.0.0"));
	return 0;
}

static int stop(void **state)
{
	(void)state;
	registry_fini(&contracts);
	return 0;
}

static const struct {
	const char *from, *dataschema, *artifact;
	unsigned faults;
	enum hold_cause hold;
	double confidence; /* below 0: none */
	enum fallback_action action;
	bool has_contract;
} cases[] = {
	/* strictly below */
	{ "a", "contract:barred/1.0.0", "{'confidence':0.79" FALLBACK "}", 0,
		HOLD_CONFIDENCE, 0.79, FALLBACK_QUEUE, true },
	{ "a", "contract:barred/1.0.0", "{'confidence':0.8" FALLBACK "}", 0, HOLD_NONE,
		0.8, FALLBACK_QUEUE, true },
	{ "a", "contract:barred/1.0.0", "{'confidence':1" FALLBACK "}", 0, HOLD_NONE, 1,
		FALLBACK_QUEUE, true },
	{ "a", "contract:barred/1.0.0", "{'confidence':0" FALLBACK "}", 0,
		HOLD_CONFIDENCE, 0, FALLBACK_QUEUE, true },
	{ "a", "contract:barred/1.0.0", "{'confidence':-0.0" FALLBACK "}", 0,
		HOLD_CONFIDENCE, 0, FALLBACK_QUEUE, true },
	{ "a", "contract:all/1.0.0", "{'confidence':0.999" FALLBACK "}", 0,
		HOLD_CONFIDENCE, 0.999, FALLBACK_QUEUE, true },
	{ "a", "contract:all/1.0.0", "{'confidence':1.0" FALLBACK "}", 0, HOLD_NONE, 1,
		FALLBACK_QUEUE, true },
	{ "a", "contract:none/1.0.0", "{'confidence':0" FALLBACK "}", 0, HOLD_NONE, 0,
		FALLBACK_QUEUE, true },
	/* missing, not a number, out of 0..1 */
	{ "a", "contract:barred/1.0.0", "{'x':1" FALLBACK "}", FAULT_NO_CONFIDENCE,
		HOLD_FAULT, -1, FALLBACK_QUEUE, true },
	{ "a", "contract:barred/1.0.0", "{'confidence':null" FALLBACK "}",
		FAULT_NO_CONFIDENCE, HOLD_FAULT, -1, FALLBACK_QUEUE, true },
	{ "a", "contract:barred/1.0.0", "{'confidence':'0.9'" FALLBACK "}",
		FAULT_CONFIDENCE_KIND, HOLD_FAULT, -1, FALLBACK_QUEUE, true },
	{ "a", "contract:barred/1.0.0", "{'confidence':[0.9]" FALLBACK "}",
		FAULT_CONFIDENCE_KIND, HOLD_FAULT, -1, FALLBACK_QUEUE, true },
	{ "a", "contract:barred/1.0.0", "{'confidence':true" FALLBACK "}",
		FAULT_CONFIDENCE_KIND, HOLD_FAULT, -1, FALLBACK_QUEUE, true },
	{ "a", "contract:barred/1.0.0", "{'confidence':1.01" FALLBACK "}",
		FAULT_CONFIDENCE_RANGE, HOLD_FAULT, -1, FALLBACK_QUEUE, true },
	{ "a", "contract:barred/1.0.0", "{'confidence':-0.01" FALLBACK "}",
		FAULT_CONFIDENCE_RANGE, HOLD_FAULT, -1, FALLBACK_QUEUE, true },
	{ "a", "contract:barred/1.0.0", "{'confidence':9" FALLBACK "}",
		FAULT_CONFIDENCE_RANGE, HOLD_FAULT, -1, FALLBACK_QUEUE, true },
	{ "a", "contract:none/1.0.0",
		"{"
		"'x':1" FALLBACK "}",
		FAULT_NO_CONFIDENCE, HOLD_FAULT, -1, FALLBACK_QUEUE, true },
	{ "a", "contract:barred/1.0.0", "'a string'",
		FAULT_NO_CONFIDENCE | FAULT_NO_FALLBACK, HOLD_FAULT, -1, FALLBACK_NONE,
		true },
	/* without review_below: a fault is shown, nothing is held */
	{ "a", "contract:free/1.0.0", "{'confidence':0" FALLBACK "}", 0, HOLD_NONE, 0,
		FALLBACK_QUEUE, true },
	{ "a", "contract:free/1.0.0", "{'x':1" FALLBACK "}", FAULT_NO_CONFIDENCE,
		HOLD_NONE, -1, FALLBACK_QUEUE, true },
	/* fallbacks: none, and one that cannot be read */
	{ "a", "contract:free/1.0.0", "{'confidence':0.9}", FAULT_NO_FALLBACK, HOLD_NONE,
		0.9, FALLBACK_NONE, true },
	{ "a", "contract:free/1.0.0", "{'confidence':0.9,'fallback':null}",
		FAULT_NO_FALLBACK, HOLD_NONE, 0.9, FALLBACK_NONE, true },
	{ "a", "contract:free/1.0.0", "{'confidence':0.9,'fallback':'page me'}",
		FAULT_BAD_FALLBACK, HOLD_NONE, 0.9, FALLBACK_NONE, true },
	{ "a", "contract:free/1.0.0",
		"{'confidence':0.9,'fallback':{'action':'stop','after_seconds':1}}", 0,
		HOLD_NONE, 0.9, FALLBACK_STOP, true },
	/* at the contract's pointers */
	{ "a", "contract:deep/1.0.0",
		"{'score':[0.4],'when':{'late':'stop_if_not_progressed_within_1s'},"
		"'confidence':0.9,'fallback':1}",
		0, HOLD_CONFIDENCE, 0.4, FALLBACK_STOP, true },
	{ "a", "contract:deep/1.0.0", "{'confidence':0.9" FALLBACK "}",
		FAULT_NO_CONFIDENCE | FAULT_NO_FALLBACK, HOLD_FAULT, -1, FALLBACK_NONE,
		true },
	/* missing or unknown, where some contract names the edge */
	{ "a", NULL, "{'confidence':0.9" FALLBACK "}", FAULT_UNKNOWN_CONTRACT,
		HOLD_UNKNOWN_CONTRACT, 0.9, FALLBACK_QUEUE, true },
	{ "a", "", "{'x':1}", FAULT_UNKNOWN_CONTRACT, HOLD_UNKNOWN_CONTRACT, -1,
		FALLBACK_NONE, true },
	{ "a", "contract:barred/1.0.1", "{'confidence':0.9" FALLBACK "}",
		FAULT_UNKNOWN_CONTRACT, HOLD_UNKNOWN_CONTRACT, 0.9, FALLBACK_QUEUE,
		true },
	{ "a", "contract:gone/1.0.0", "{'confidence':0.9" FALLBACK "}",
		FAULT_UNKNOWN_CONTRACT, HOLD_UNKNOWN_CONTRACT, 0.9, FALLBACK_QUEUE,
		true },
	{ "a", "contract:barred", "{'confidence':0.9" FALLBACK "}",
		FAULT_UNKNOWN_CONTRACT, HOLD_UNKNOWN_CONTRACT, 0.9, FALLBACK_QUEUE,
		true },
	{ "a", "barred/1.0.0", "{'confidence':0.9" FALLBACK "}", FAULT_UNKNOWN_CONTRACT,
		HOLD_UNKNOWN_CONTRACT, 0.9, FALLBACK_QUEUE, true },
	{ "a", "https://example.com/barred/1.0.0", "{'confidence':0.9" FALLBACK "}",
		FAULT_UNKNOWN_CONTRACT, HOLD_UNKNOWN_CONTRACT, 0.9, FALLBACK_QUEUE,
		true },
	/* no contract names the edge: nothing is held, the fallback counts all the same
	 */
	{ "z", NULL, "{'confidence':0.1" FALLBACK "}", 0, HOLD_NONE, 0.1, FALLBACK_QUEUE,
		false },
	{ "z", "https://example.com/barred/1.0.0", "{'confidence':0.1}", 0, HOLD_NONE,
		0.1, FALLBACK_NONE, false },
	/* one that nobody ever loaded is only said to be unknown */
	{ "z", "contract:unheard/1.0.0", "{'confidence':'x','fallback':'x'}",
		FAULT_UNKNOWN_CONTRACT, HOLD_NONE, -1, FALLBACK_NONE, false },
	{ "z", "contract:bar/1.0.0", "{}", FAULT_UNKNOWN_CONTRACT, HOLD_NONE, -1,
		FALLBACK_NONE, false },
	{ "z", "contract:", "{}", FAULT_UNKNOWN_CONTRACT, HOLD_NONE, -1, FALLBACK_NONE,
		false },
	/* one that was removed, and a version that never was, of a name that is known */
	{ "z", "contract:gone/1.0.0", "{'confidence':0.9" FALLBACK "}",
		FAULT_UNKNOWN_CONTRACT, HOLD_UNKNOWN_CONTRACT, 0.9, FALLBACK_QUEUE,
		false },
	{ "z", "contract:gone/2.0.0", "{}", FAULT_UNKNOWN_CONTRACT, HOLD_UNKNOWN_CONTRACT,
		-1, FALLBACK_NONE, false },
	{ "z", "contract:barred", "{}", FAULT_UNKNOWN_CONTRACT, HOLD_UNKNOWN_CONTRACT, -1,
		FALLBACK_NONE, false },
	{ "z", NULL, "1", 0, HOLD_NONE, -1, FALLBACK_NONE, false },
	/* a contract of another edge judges where there is no other, and else nothing */
	{ "z", "contract:barred/1.0.0", "{'confidence':0.1" FALLBACK "}",
		FAULT_OTHER_EDGE, HOLD_CONFIDENCE, 0.1, FALLBACK_QUEUE, true },
	{ "z", "contract:free/1.0.0", "{'confidence':0.9}",
		FAULT_OTHER_EDGE | FAULT_NO_FALLBACK, HOLD_NONE, 0.9, FALLBACK_NONE,
		true },
	{ "a", "contract:lax/1.0.0", "{'x':1" FALLBACK "}", FAULT_OTHER_EDGE,
		HOLD_UNKNOWN_CONTRACT, -1, FALLBACK_QUEUE, true },
};

static void test_judge(void **state)
{
	struct json j = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		char *z = quoted(cases[i].artifact);
		struct offer o = { str_of(cases[i].from), STR("b"),
			str_of(cases[i].dataschema), &j, 0 };
		struct judgement v;

		assert_true(json_read(&j, z, strlen(z), 8, NULL));
		judge(&contracts, &o, &v);
		if (v.hold != cases[i].hold || v.faults != cases[i].faults)
			fail_msg("%s %s: held \"%s\", faults %x",
				or_none(cases[i].dataschema), z, hold_cause_name(v.hold),
				v.faults);
		assert_int_equal(v.has_confidence, cases[i].confidence >= 0);
		if (v.has_confidence)
			assert_true(v.confidence == cases[i].confidence);
		assert_int_equal(v.fallback.action, cases[i].action);
		assert_int_equal(v.edge_has_contract, cases[i].has_contract);
		free(z);
	}
	json_fini(&j);
}

static uint32_t judged_under(const struct registry *r, const char *from, const char *said)
{
	static const char text[] = "{\"confidence\":0.9,\"x\":1}";
	struct json j = { 0 };
	struct judgement v;

	assert_true(json_read(&j, text, strlen(text), 8, NULL));
	judge(r, &(struct offer){ str_of(from), STR("b"), str_of(said), &j, 0 }, &v);
	assert_int_equal(v.hold,
		v.contract == CONTRACT_NONE && v.edge_has_contract ? HOLD_UNKNOWN_CONTRACT
								   : HOLD_NONE);
	json_fini(&j);
	return v.contract;
}

static uint32_t put(struct registry *r, const char *text)
{
	char *z = quoted(text);
	uint32_t place = registry_put_take(r, contract_read(str_of(z), NULL));

	free(z);
	return place;
}

/* What names no contract stands under the one that says so, the last that came. */
static void test_default(void **state)
{
	struct registry r = { 0 };
	uint32_t plain, first, second;

	(void)state;
	plain = put(&r, CONTRACT("plain", "{}", "{}"));
	assert_int_equal(judged_under(&r, "a", NULL), CONTRACT_NONE);
	r.suppose = true; /* the only one of the edge, whatever it says */
	assert_int_equal(judged_under(&r, "a", NULL), plain);
	assert_int_equal(judged_under(&r, "z", NULL), CONTRACT_NONE);
	put(&r, CONTRACT("other", "{}", "{}"));
	assert_int_equal(judged_under(&r, "a", NULL), CONTRACT_NONE);
	r.suppose = false;

	first = put(&r, CONTRACT("first", "{},'default':true", "{}"));
	assert_int_equal(judged_under(&r, "a", NULL), first);
	assert_int_equal(judged_under(&r, "a", "https://example.com/x"), first);
	assert_int_equal(judged_under(&r, "a", "contract:plain/1.0.0"), plain);
	assert_int_equal(judged_under(&r, "a", "contract:plain/1.0.1"), CONTRACT_NONE);
	assert_int_equal(judged_under(&r, "z", NULL), CONTRACT_NONE);
	second = put(&r, CONTRACT("second", "{},'default':true", "{}"));
	assert_int_equal(judged_under(&r, "a", NULL), second);
	first = put(&r, CONTRACT("first", "{},'default':true", "{}"));
	assert_int_equal(judged_under(&r, "a", NULL), first);
	assert_true(registry_remove(&r, STR("first/1.0.0")));
	assert_int_equal(judged_under(&r, "a", NULL), second);
	put(&r, CONTRACT("second", "{},'default':false", "{}"));
	assert_int_equal(judged_under(&r, "a", NULL), CONTRACT_NONE);
	registry_fini(&r);
}

static void test_names(void **state)
{
	(void)state;
	for (int c = HOLD_NONE + 1; c < HOLD_CAUSES; c++)
		assert_int_equal(
			hold_cause_named(str_of(hold_cause_name((enum hold_cause)c))), c);
	assert_int_equal(hold_cause_named(STR("")), HOLD_NONE);
	assert_int_equal(hold_cause_named(STR("no")), HOLD_NONE);
	assert_string_equal(hold_cause_name(HOLD_UNKNOWN_CONTRACT), "unknown_contract");
	assert_string_equal(hold_cause_name(HOLD_DECISION_REFUSED), "decision_refused");
	for (int i = 0; i < FAULT_BITS; i++)
		assert_int_equal(fault_named(str_of(fault_name(1u << i))), 1u << i);
	assert_string_equal(fault_name(FAULT_BAD_FALLBACK), "no usable fallback");
	assert_string_equal(fault_name(FAULT_UNREVIEWED), "unreviewed");
	assert_string_equal(fault_name(0), "");
	assert_string_equal(fault_name(3), "");
	assert_string_equal(fault_name(1u << FAULT_BITS), "");
	assert_int_equal(fault_named(STR("")), 0);
	assert_int_equal(fault_named(STR("unknown")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_judge),
		cmocka_unit_test(test_default),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
