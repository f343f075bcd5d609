/* SPDX-License-Identifier: MIT */
#include "mesh/drift.h"

#include <stdio.h>

#include "contract/free_text.h"
#include "tests/unit/feed.h"

/* --- schemas that promise nothing
 * ------------------------------------------------------- */

#define REST                                                                                   \
	"'contract':'x','version':'1.0.0','from':['a'],'to':['b'],'scope':{},'confidence':{}," \
	"'fallback':{}"

static const struct {
	const char *schema;
	bool free;
} schemas[] = {
	/* clang-format off */
	{ "true", true },
	{ "{}", true },
	{ "{'title':'t','description':'d'}", true },
	{ "{'minimum':3}", true },
	{ "{'properties':{'a':{'type':'string'}},'required':['a']}", true },
	{ "{'type':'string'}", true },
	{ "{'type':'string','minLength':1}", true },
	{ "{'type':['string','null']}", true },
	{ "{'anyOf':[{'type':'object'},{'type':'string'}]}", true },
	{ "{'allOf':[{'minLength':1},{}]}", true },
	{ "{'oneOf':[{'type':'object'},{'type':'string'}]}", true },
	{ "{'$ref':'#/$defs/s','$defs':{'s':{'type':'string'}}}", true },
	{ "false", false },
	{ "{'type':'object'}", false },
	{ "{'type':['array','null']}", false },
	{ "{'type':'string','maxLength':9}", false },
	{ "{'type':'string','pattern':'^a'}", false },
	{ "{'type':'string','format':'date'}", false },
	{ "{'enum':['a','b']}", false },
	{ "{'const':'a'}", false },
	{ "{'anyOf':[{'type':'object'},{'type':'string','enum':['a']}]}", false },
	{ "{'allOf':[{'minLength':1},{'type':'object'}]}", false },
	{ "{'oneOf':[true,{'type':'string','format':'date'}]}", false },
	{ "{'oneOf':[{'type':'string'},{'type':['string','null']}]}", false },
	{ "{'oneOf':[{'type':'object'},{'const':'a'}]}", false },
	{ "{'not':{'type':'string'}}", false },
	{ "{'$ref':'https://a.example/s'}", false },
	{ "{'$ref':'#'}", false },
	/* clang-format on */
};

static void test_free_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(schemas); i++) {
		struct buf b = { 0 };
		struct contract *c;
		struct err e = { "" };
		char *z;

		buf_fmt(&b, "{" REST ",'schema':%s}", schemas[i].schema);
		z = quoted(b.data);
		c = contract_read(str_of(z), &e);
		assert_string_equal(e.text, "");
		if (contract_free_text(c) != schemas[i].free)
			fail_msg("%s", schemas[i].schema);
		contract_free(c);
		free(z);
		buf_fini(&b);
	}
}

/* --- meshes
 * --------------------------------------------------------------------------------- */

#define SCOPE "'scope':{'represents':'r','excludes':['e']}"

static void in_force(struct feed *f, const char *name, const char *version,
	const char *to, const char *scope, const char *schema)
{
	struct buf b = { 0 };

	buf_fmt(&b,
		"{'contract':'%s','version':'%s','from':['a'],'to':[%s],%s,'schema':%s,"
		"'confidence':{},'fallback':{}}",
		name, version, to, scope, schema);
	feed_contract(f, b.data);
	buf_fini(&b);
}

static void x_in_force(struct feed *f, const char *version)
{
	in_force(f, "x", version, "'b','c'", SCOPE, "{'type':'object'}");
}

static void hello(struct feed *f, const char *who, const char *sends, const char *accepts)
{
	char source[40];
	struct buf b = { 0 };

	snprintf(source, sizeof(source), "agent:%s", who);
	buf_fmt(&b, "{'agent':'%s','sends':[%s],'accepts':[%s]}", who, sends, accepts);
	feed(f, source, "agent.hello", b.data);
	buf_fini(&b);
}

/* agent:a offers agent:b something under this contract. */
static void offer(struct feed *f, const char *contract, double confidence)
{
	struct buf data = { 0 }, more = { 0 };

	buf_fmt(&more, ",'dataschema':'contract:%s'", contract);
	buf_fmt(&data,
		"{'handoff':'h%llu','attempt':1,'from':'a','to':'b',"
		"'artifact':{'confidence':%g}}",
		(unsigned long long)f->ids, confidence);
	feed_with(f, "agent:a", "handoff.offered", more.data, data.data);
	buf_fini(&data);
	buf_fini(&more);
}

/* Each finding as a line: its name, its words, count. */
static void says(const struct feed *f, const char *lines)
{
	struct drifts d = { 0 };
	struct buf b = { 0 };

	drift_find(&d, f->m);
	buf_str(&b, "");
	for (size_t i = 0; i < d.count; i++)
		buf_fmt(&b, "%s: %s (%llu)\n", drift_name(d.item[i].kind),
			d.item[i].words, (unsigned long long)d.item[i].count);
	assert_string_equal(b.data, lines);
	drift_find(&d, f->m); /* once more, into the same */
	drift_fini(&d);
	buf_fini(&b);
}

static void test_calm(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	says(&f, "");
	x_in_force(&f, "1.2.0");
	x_in_force(&f, "2.0.0");
	says(&f, ""); /* nobody has said anything */
	hello(&f, "a", "'x/2.0.0'", "");
	says(&f, ""); /* nobody is known to take it, and nobody takes what is not sent */
	hello(&f, "b", "", "'x/^1 || ^2'");
	hello(&f, "c", "", "'x'");
	says(&f, "");
	feed_close(&f);
}

static void test_untaken(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	x_in_force(&f, "1.2.0");
	x_in_force(&f, "2.0.0");
	hello(&f, "a", "'x/2.0.0','no range/^^','y/^1'", "");
	hello(&f, "d", "", "'x/^1'"); /* the contract does not name it */
	says(&f, "version nobody sends: d takes x/^1; a sends 2.0.0 only (0)\n");
	feed(&f, "agent:d", "agent.bye", "{'agent':'d'}");
	hello(&f, "b", "", "'x/^1','x/0.9.x'");
	says(&f,
		"version nobody takes: a sends x/2.0.0; b takes ^1 || 0.9.x only (0)\n"
		"version nobody sends: b takes x/^1; a sends 2.0.0 only (0)\n"
		"version nobody sends: b takes x/0.9.x; a sends 2.0.0 only (0)\n");
	/* what was seen of it is counted */
	offer(&f, "x/2.0.0", .9);
	offer(&f, "x/2.0.0", .8);
	says(&f,
		"version nobody takes: a sends x/2.0.0; b takes ^1 || 0.9.x only (2)\n"
		"version nobody sends: b takes x/^1; a sends 2.0.0 only (0)\n"
		"version nobody sends: b takes x/0.9.x; a sends 2.0.0 only (0)\n");
	/* another who takes it is enough, and so is another version of what is sent */
	hello(&f, "c", "", "'x/2'");
	hello(&f, "b", "", "'x/^1'");
	hello(&f, "a", "'x/>=1'", "");
	says(&f, "");
	/* a version that is not in force */
	hello(&f, "a", "'x/3.0.0'", "");
	says(&f,
		"version nobody takes: a sends x/3.0.0; b takes ^1 only (0)\n"
		"version nobody sends: b takes x/^1; a sends 3.0.0 only (0)\n"
		"version nobody sends: c takes x/2; a sends 3.0.0 only (0)\n");
	feed_close(&f);
}

static void test_unsent(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	x_in_force(&f, "1.2.0");
	hello(&f, "b", "", "'x/^1'");
	says(&f, ""); /* its sender has not said what it sends */
	hello(&f, "a", "", "");
	says(&f, "version nobody sends: b takes x/^1; nobody sends it (0)\n");
	offer(&f, "x/1.2.0", .9); /* but it does */
	says(&f, "");
	feed_close(&f);
}

static void test_mixed(void **state)
{
	struct feed f;
	struct drifts d = { 0 };

	(void)state;
	feed_open(&f);
	offer(&f, "x/1.0.0", .1);
	offer(&f, "y/1.0.0", .2);
	offer(&f, "x/2.0.0", .3);
	offer(&f, "no version", .4);
	says(&f, ""); /* one behind the other */
	offer(&f, "x/1.0.0", .5);
	says(&f, "two versions at once: a>b: x 1.0.0, 2.0.0 side by side (3)\n");
	drift_find(&d, f.m);
	assert_int_equal(d.item[0].since, FEED_START + 3000);
	assert_int_equal(d.item[0].last, FEED_START + 3000);
	assert_int_equal(d.item[0].edge, 0);
	drift_fini(&d);
	offer(&f, "x/3.0.0", .6);
	offer(&f, "y/1.1.0", .7);
	offer(&f, "y/1.0.0", .8);
	says(&f,
		"two versions at once: a>b: x 1.0.0, 2.0.0 side by side (3)\n"
		"two versions at once: a>b: y 1.0.0, 1.1.0 side by side (3)\n");
	feed_close(&f);
}

/* A rollback is over when the edge has carried one version for a quarter of an hour. */
static void test_mixed_lately(void **state)
{
	static const char mixed[] =
		"two versions at once: a>b: x 1.0.0, 2.0.0 side by side (6)\n";
	struct feed f;

	(void)state;
	feed_open(&f);
	offer(&f, "x/1.0.0", .1);
	offer(&f, "x/2.0.0", .2);
	offer(&f, "x/1.0.0", .3);
	feed_wait(&f, DRIFT_LATELY - 3000);
	offer(&f, "x/1.0.0", .4);
	says(&f, "two versions at once: a>b: x 1.0.0, 2.0.0 side by side (4)\n");
	feed_wait(&f, 3000);
	offer(&f, "x/1.0.0", .5);
	says(&f, "");
	offer(&f, "x/2.0.0", .6); /* the straggler again */
	says(&f, mixed);
	feed_wait(&f, 3 * 60 * MINUTE);
	hello(&f, "b", "", "");
	says(&f, mixed); /* nothing came on this edge meanwhile */
	feed_close(&f);
}

/* A version that no contract in force has is no second version. */
static void test_unknown(void **state)
{
	struct feed f;
	struct drifts d = { 0 };
	struct version v;

	(void)state;
	feed_open(&f);
	x_in_force(&f, "1.2.0");
	x_in_force(&f, "1.3.0");
	offer(&f, "x/1.2.0", .1);
	offer(&f, "x/9.0.0", .2);
	offer(&f, "x/1.2.0", .3);
	offer(&f, "other/1.0.0", .4); /* there is none of that name */
	offer(&f, "x", .5);
	says(&f, "version nobody knows: a>b: x 9.0.0 is not in force (1)\n");
	offer(&f, "x/1.3.0", .4);
	offer(&f, "x/1.2.0", .4);
	says(&f,
		"two versions at once: a>b: x 1.2.0, 1.3.0 side by side (4)\n"
		"version nobody knows: a>b: x 9.0.0 is not in force (1)\n");
	drift_find(&d, f.m);
	assert_true(drift_is_of(f.m, &d.item[0], &f.m->edge[0].kind[0], &v));
	assert_false(drift_is_of(f.m, &d.item[0], &f.m->edge[0].kind[1], &v));
	assert_true(drift_is_of(f.m, &d.item[1], &f.m->edge[0].kind[1], &v));
	assert_int_equal(v.major, 9);
	drift_fini(&d);
	x_in_force(&f, "9.0.0");
	says(&f, "two versions at once: a>b: x 1.2.0, 9.0.0, 1.3.0 side by side (5)\n");
	feed_close(&f);
}

/* The whole contract was removed, and is offered under all the same. */
static void test_removed(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	x_in_force(&f, "1.2.0");
	x_in_force(&f, "1.3.0");
	offer(&f, "x/1.2.0", .9);
	offer(&f, "y/1.0.0", .9);
	says(&f, "");
	feed(&f, "hub:h", "contract.loaded",
		"{'contract':{'contract':'x','version':'1.2.0','from':['a'],'to':['b'],"
		"'scope':{},'schema':{},'confidence':{},'fallback':{}},'removed':true}");
	feed(&f, "hub:h", "contract.loaded",
		"{'contract':{'contract':'x','version':'1.3.0','from':['a'],'to':['b'],"
		"'scope':{},'schema':{},'confidence':{},'fallback':{}},'removed':true}");
	assert_false(f.m->contracts.entry[0].in_force);
	assert_true(f.m->contracts.entry[0].removed >= f.m->contracts.entry[0].loaded);
	assert_int_not_equal(f.m->contracts.entry[0].removed, 0);
	offer(&f, "x/1.2.0", .9);
	offer(&f, "x/1.3.0", .9);
	offer(&f, "y/1.0.0", .9);
	says(&f,
		"version nobody knows: a>b: x 1.2.0 is not in force (2)\n"
		"version nobody knows: a>b: x 1.3.0 is not in force (1)\n");
	x_in_force(&f, "1.3.0");
	assert_int_equal(f.m->contracts.entry[2].removed, 0);
	says(&f, "version nobody knows: a>b: x 1.2.0 is not in force (2)\n");
	feed_close(&f);
}

static void test_no_signal(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	offer(&f, "x/1.0.0", .5);
	for (int i = 0; i < 31; i++)
		offer(&f, "x/1.0.0", .9);
	says(&f, "");
	offer(&f, "x/1.0.0", .9);
	says(&f,
		"constant confidence: a>b: the last 32 confidences are all 0.9: no signal "
		"(32)\n");
	for (int i = 0; i < 100; i++)
		offer(&f, "x/1.0.0", .9);
	says(&f,
		"constant confidence: a>b: the last 64 confidences are all 0.9: no signal "
		"(64)\n");
	offer(&f, "x/1.0.0", .91);
	says(&f, "");
	feed_close(&f);
}

static void test_contracts(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	in_force(&f, "x", "1.0.0", "'b'", "'scope':{'represents':'r','excludes':[]}",
		"{'type':'string'}");
	in_force(&f, "y", "1.0.0", "'b'", "'scope':{}", "true");
	in_force(&f, "z", "1.0.0", "'b'", "'scope':{'excludes':['e']}",
		"{'type':'array'}");
	says(&f,
		"free text: x/1.0.0: any string may be the whole artifact (0)\n"
		"free text: y/1.0.0: any string may be the whole artifact (0)\n"
		"no scope: x/1.0.0 does not say what it excludes (0)\n"
		"no scope: y/1.0.0 does not say what it represents and what it excludes (0)\n"
		"no scope: z/1.0.0 does not say what it represents (0)\n");
	/* the same id again takes its place */
	in_force(&f, "x", "1.0.0", "'b'", SCOPE, "{'type':'object'}");
	in_force(&f, "y", "1.0.0", "'b'", SCOPE, "{'type':'object'}");
	in_force(&f, "z", "1.0.0", "'b'", SCOPE, "{'type':'object'}");
	says(&f,
		"changed under its version: x/1.0.0 changed under the same version (0)\n"
		"changed under its version: y/1.0.0 changed under the same version (0)\n"
		"changed under its version: z/1.0.0 changed under the same version (0)\n");
	/* loaded once more as it is: that is no change */
	in_force(&f, "w", "1.0.0", "'b'", SCOPE, "{'type':'object'}");
	in_force(&f, "w", "1.0.0", "'b'", SCOPE, "{'type':'object'}");
	in_force(&f, "x", "1.1.0", "'b'", SCOPE, "{'type':'string','maxLength':1}");
	says(&f,
		"changed under its version: x/1.0.0 changed under the same version (0)\n"
		"changed under its version: y/1.0.0 changed under the same version (0)\n"
		"changed under its version: z/1.0.0 changed under the same version (0)\n");
	feed_close(&f);
}

static void test_help(void **state)
{
	(void)state;
	for (int k = 0; k < DRIFT_KINDS; k++) {
		assert_true(drift_name((enum drift_kind)k)[0] != '\0');
		assert_true(drift_help((enum drift_kind)k)[0] != '\0');
	}
}

/* What the fold says of a receiver that does not take a version. */
static void test_not_taken(void **state)
{
	static const struct {
		const char *contract;
		bool taken;
	} offers[] = { { "x/1.2.0", true }, { "x/1.9.9", true }, { "x/2.0.0", false },
		{ "x/0.9.0", false }, { "z/3.1.4", true }, { "w/1.0.0", false },
		{ "no version", true } };
	struct feed f;

	(void)state;
	feed_open(&f);
	hello(&f, "b", "", "'x/^1.2','x/latest','z'");
	for (size_t i = 0; i < LEN(offers); i++) {
		offer(&f, offers[i].contract, .9);
		if (((handoff_at(f.m, (uint32_t)i)->faults & FAULT_VERSION) == 0) !=
			offers[i].taken)
			fail_msg("%s", offers[i].contract);
	}
	feed_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_free_text),
		cmocka_unit_test(test_calm),
		cmocka_unit_test(test_untaken),
		cmocka_unit_test(test_unsent),
		cmocka_unit_test(test_mixed),
		cmocka_unit_test(test_mixed_lately),
		cmocka_unit_test(test_unknown),
		cmocka_unit_test(test_removed),
		cmocka_unit_test(test_no_signal),
		cmocka_unit_test(test_contracts),
		cmocka_unit_test(test_help),
		cmocka_unit_test(test_not_taken),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
