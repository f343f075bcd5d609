/* SPDX-License-Identifier: MIT */
/* Dead letters of one reason and edge, divided by what was wrong; agents that change. */
#include <stdio.h>
#include <time.h>

#include "mesh/dead.h"
#include "mesh/image.h"
#include "mesh/query_rows.h"
#include "tests/unit/feed.h"

#define OPEN "{'confidence':0.5}"

static void offer_under(struct feed *f, const char *id, const char *version)
{
	char more[100], data[200];

	snprintf(more, sizeof(more), ",'dataschema':'contract:invoice/%s'", version);
	snprintf(data, sizeof(data),
		"{'handoff':'%s','attempt':1,'from':'a','to':'b','artifact':" OPEN "}",
		id);
	assert_int_equal(
		feed_with(f, "agent:a", "handoff.offered", more, data), STANDING_APPLIED);
}

static void flag(struct feed *f, const char *id, const char *at, const char *message)
{
	char data[300];

	snprintf(data, sizeof(data),
		"{'handoff':'%s','attempt':1,'contract':'invoice/4.0.0','of':1,"
		"'faults':['schema'],'violations':[{'at':'%s','message':'%s'}]}",
		id, at, message);
	feed_with(f, "hub:test", "handoff.flagged", "", data);
}

static void refuse_for(
	struct feed *f, const char *id, const char *reason, const char *detail)
{
	char more[300];

	snprintf(more, sizeof(more), ",'reason':'%s','detail':'%s'", reason, detail);
	feed_about(f, "agent:b", "handoff.refused", id, 1, more);
}

static void refuse(struct feed *f, const char *id, const char *detail)
{
	refuse_for(f, id, "contract", detail);
}

/* Those of each group are found from it, in their order, and no others. */
static void check_next(const struct mesh *m)
{
	uint32_t all = 0;

	for (uint32_t g = 0; g < m->dead_groups; g++) {
		uint32_t last = NONE, i;

		while ((i = dead_why_next(m, g, last)) != NONE) {
			assert_int_equal(m->dead_why[i].group, g);
			assert_true(last == NONE || i > last);
			last = i;
			all++;
		}
	}
	assert_int_equal(all, m->dead_whys);
}

/* "contract|text 3!" for all that hold letters; ! is a violation. */
static void whys(struct buf *b, const struct mesh *m)
{
	check_next(m);
	buf_reset(b);
	for (uint32_t i = 0; i < m->dead_whys; i++) {
		const struct dead_why *y = &m->dead_why[i];

		if (y->letters.count > 0)
			buf_fmt(b, "%s%s|%s %zu%s", b->len > 0 ? "; " : "", y->contract,
				y->text, y->letters.count, y->violation ? "!" : "");
	}
}

/* One cause has one row, whichever element of the array and whichever order it was. */
static void test_divided(void **state)
{
	struct feed f;
	struct buf b = { 0 };
	int64_t first;

	(void)state;
	feed_open(&f);
	offer_under(&f, "h1", "3.0.0");
	offer_under(&f, "h2", "4.0.0");
	offer_under(&f, "h3", "4.0.0");
	offer_under(&f, "h4", "4.0.0");
	offer_under(&f, "h5", "4.0.0");
	flag(&f, "h1", "/lines/0/due", "string, not date");
	flag(&f, "h2", "/lines/3/due", "string, not date");
	flag(&f, "h3", "/lines/12/due", "string, not date");
	for (int i = 1; i <= 3; i++)
		refuse(&f, (const char *[]){ "h1", "h2", "h3" }[i - 1], "no");
	refuse(&f, "h4", "order 4711 is not known");
	refuse(&f, "h5", "order 12 is not known");
	whys(&b, f.m);
	assert_string_equal(b.data,
		"invoice/3.0.0|/lines/*/due: string, not date 1!; "
		"invoice/4.0.0|/lines/*/due: string, not date 2!; "
		"invoice/4.0.0|order * is not known 2");
	assert_int_equal(f.m->dead_groups, 1);
	assert_int_equal(f.m->dead_group[0].letters.count, 5);
	first = feed_handoff(&f, "h2")->since;
	assert_int_equal(f.m->dead_why[1].first, first);
	mesh_check(f.m);
	/* what was put right leaves its cause, which still knows when it began */
	feed_decision(&f, "decision.discarded", "d1", "h2", 1, "");
	whys(&b, f.m);
	assert_non_null(strstr(b.data, "4.0.0|/lines/*/due: string, not date 1!"));
	assert_int_equal(f.m->dead_why[1].first, first);
	mesh_check(f.m);
	buf_fini(&b);
	feed_close(&f);
}

/* A flagged one whose time ran out did not die of what it was flagged for. */
static void test_deadline(void **state)
{
	struct feed f;
	struct buf b = { 0 };

	(void)state;
	feed_open(&f);
	offer_under(&f, "h1", "4.0.0");
	flag(&f, "h1", "/due", "missing");
	feed_about(&f, "agent:a", "handoff.fallback", "h1", 1, ",'action':'stop'");
	whys(&b, f.m);
	assert_string_equal(b.data, "invoice/4.0.0| 1");
	mesh_check(f.m);
	buf_fini(&b);
	feed_close(&f);
}

/* What it was flagged for is not why its receiver turned it down, if that says other. */
static void test_other_reason(void **state)
{
	static const char words[] =
		",'reason':'contract','detail':'/due: string, not date'";
	struct feed f;
	struct buf b = { 0 };

	(void)state;
	feed_open(&f);
	for (int i = 1; i <= 4; i++)
		offer_under(
			&f, (const char *[]){ "h1", "h2", "h3", "h4" }[i - 1], "4.0.0");
	flag(&f, "h1", "/due", "missing");
	refuse_for(&f, "h1", "overload", "not today");
	/* an agent's words are no violation, whatever they look like */
	feed_about(&f, "agent:b", "handoff.dead_lettered", "h2", 1, words);
	feed_about(&f, "hub:test", "handoff.dead_lettered", "h3", 1, words);
	feed_about(&f, "hub:test", "handoff.dead_lettered", "h4", 1,
		",'reason':'contract','detail':'no provenance'");
	whys(&b, f.m);
	assert_string_equal(b.data,
		"invoice/4.0.0|not today 1; "
		"invoice/4.0.0|/due: string, not date 1; "
		"invoice/4.0.0|/due: string, not date 1!; "
		"invoice/4.0.0|no provenance 1!");
	mesh_check(f.m);
	buf_fini(&b);
	feed_close(&f);
}

/* Of two findings of one offer the first stands, and the faults of both. */
static void test_flagged_twice(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	offer_under(&f, "h1", "4.0.0");
	flag(&f, "h1", "/due", "missing");
	flag(&f, "h1", "/other", "not allowed");
	assert_string_equal(feed_handoff(&f, "h1")->violation, "/due: missing");
	feed_close(&f);
}

/* Whoever words each refusal otherwise makes no list without end. */
static void test_many(void **state)
{
	struct feed f;
	char id[20], words[40];
	uint32_t others = NONE;

	(void)state;
	feed_open(&f);
	for (int i = 0; i < 200; i++) {
		snprintf(id, sizeof(id), "h%d", i);
		snprintf(
			words, sizeof(words), "because %c%c", 'a' + i / 20, 'a' + i % 20);
		offer_under(&f, id, "4.0.0");
		refuse(&f, id, words);
	}
	assert_int_equal(f.m->dead_group[0].whys, WHYS_MOST);
	assert_int_equal(f.m->dead_whys, WHYS_MOST + 1);
	for (uint32_t i = 0; i < f.m->dead_whys; i++) {
		if (f.m->dead_why[i].contract[0] == '\0' &&
			f.m->dead_why[i].text[0] == '\0')
			others = i;
	}
	assert_int_not_equal(others, NONE);
	assert_int_equal(f.m->dead_why[others].letters.count, 200 - WHYS_MOST);
	mesh_check(f.m);
	feed_close(&f);
}

static void discard(struct feed *f, const char *id, const char *decision)
{
	char more[300], digest[DIGEST_TEXT];

	digest_text(&feed_handoff(f, id)->digest, digest);
	snprintf(more, sizeof(more),
		",'decision':'%s','digest':'%s','operator':'lee','note':'n'", decision,
		digest);
	feed_about(f, "hub:test", "decision.discarded", id, 1, more);
}

/* Sixteen causes that nothing is left of keep no new one out. */
static void test_spent(void **state)
{
	struct feed f;
	char id[20], words[40];
	struct buf b = { 0 };

	(void)state;
	feed_open(&f);
	for (int i = 0; i < WHYS_MOST; i++) {
		snprintf(id, sizeof(id), "h%d", i);
		snprintf(words, sizeof(words), "because %c", 'a' + i);
		offer_under(&f, id, "4.0.0");
		refuse(&f, id, words);
	}
	for (int i = 1; i < WHYS_MOST; i++) {
		snprintf(id, sizeof(id), "h%d", i);
		discard(&f, id, id);
	}
	offer_under(&f, "n1", "4.0.0");
	flag(&f, "n1", "/due", "missing");
	refuse(&f, "n1", "no");
	whys(&b, f.m);
	assert_string_equal(
		b.data, "invoice/4.0.0|because a 1; invoice/4.0.0|/due: missing 1!");
	assert_int_equal(f.m->dead_whys, WHYS_MOST);
	mesh_check(f.m);
	buf_fini(&b);
	feed_close(&f);
}

static bool take(void *user, struct str bytes)
{
	buf_slice(user, bytes);
	return true;
}

static size_t give(void *user, void *to, size_t room)
{
	struct str *rest = user;
	size_t n = rest->n < room ? rest->n : room;

	memcpy(to, rest->p, n);
	*rest = str_skip(*rest, n);
	return n;
}

static struct mesh *there_and_back(struct feed *f)
{
	struct buf b = { 0 };
	struct err e;
	struct str rest;
	struct mesh *m;

	assert_true(mesh_save(f->m, take, &b));
	rest = buf_view(&b);
	m = mesh_load(give, &rest, &e);
	if (m == NULL)
		fail_msg("%s", e.text);
	buf_fini(&b);
	return m;
}

static void test_image(void **state)
{
	struct feed f;
	struct buf was = { 0 }, is = { 0 };
	struct mesh *m;

	(void)state;
	feed_open(&f);
	for (int i = 1; i <= 3; i++)
		offer_under(&f, (const char *[]){ "h1", "h2", "h3" }[i - 1], "4.0.0");
	flag(&f, "h1", "/due", "missing");
	for (int i = 1; i <= 3; i++)
		refuse(&f, (const char *[]){ "h1", "h2", "h3" }[i - 1],
			i == 2 ? "too late" : "no");
	m = there_and_back(&f);
	feed_dump(&was, f.m);
	feed_dump(&is, m);
	assert_string_equal(was.data, is.data);
	assert_int_equal(m->dead_whys, 3);
	assert_int_equal(m->dead_group[0].whys, 3);
	mesh_check(m);
	mesh_free(m);
	buf_fini(&was);
	buf_fini(&is);
	feed_close(&f);
}

/* --- agents that change ----------------------------------------------------------------
 */

static void hello(struct feed *f, const char *version, const char *model)
{
	char data[100];

	snprintf(data, sizeof(data), "{'agent':'a','version':'%s','model':'%s'}", version,
		model);
	feed_with(f, "agent:a", "agent.hello", "", data);
}

static void offer_confident(struct feed *f, int *n, double confidence)
{
	char id[20], artifact[40];

	snprintf(id, sizeof(id), "c%d", (*n)++);
	snprintf(artifact, sizeof(artifact), "{'confidence':%.2f}", confidence);
	feed_offer(f, id, 1, artifact);
}

static int hundredths(double c)
{
	return c < 0 ? -1 : (int)(c * 100 + 0.5);
}

/* The confidence before a new model is kept while the ring forgets it. */
static void test_changed(void **state)
{
	const struct agent *a;
	const struct edge *e;
	struct feed f;
	int n = 0;

	(void)state;
	feed_open(&f);
	hello(&f, "11", "kyc-v8");
	a = &f.m->agent[mesh_find_agent(f.m, STR("a"))];
	assert_int_equal(a->renewed, 0);
	for (int i = 0; i < 10; i++)
		offer_confident(&f, &n, .86);
	e = &f.m->edge[0];
	assert_int_equal(hundredths(edge_confidence_before(e)), -1);
	hello(&f, "11", "kyc-v8"); /* the same once more is no change */
	assert_int_equal(a->renewed, 0);
	hello(&f, "12", "kyc-v8");
	a = &f.m->agent[mesh_find_agent(f.m, STR("a"))];
	assert_string_equal(a->was_version, "11");
	assert_null(a->was_model);
	assert_true(a->renewed > 0);
	for (int i = 0; i < 300; i++)
		offer_confident(&f, &n, .41);
	e = &f.m->edge[0];
	assert_int_equal(hundredths(edge_confidence(e)), 41);
	assert_int_equal(hundredths(edge_confidence_before(e)), 86);
	/* long after, what is usual now is what was before */
	for (int i = 0; i < 1200; i++)
		offer_confident(&f, &n, .41);
	assert_int_equal(hundredths(edge_confidence_before(&f.m->edge[0])), 41);
	feed_close(&f);
}

/* A deadline that passes while a human is asked is not the receiver's. */
static void test_missed(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	feed_offer(&f, "h1", 1, OPEN);
	feed_offer(&f, "h2", 1, OPEN);
	feed_offer(&f, "h3", 1, OPEN);
	feed_about(&f, "hub:test", "handoff.held", "h2", 1, ",'cause':'confidence'");
	feed_about(&f, "agent:b", "handoff.refused", "h3", 1, ",'reason':'other'");
	for (int i = 1; i <= 3; i++)
		feed_about(&f, "hub:test", "handoff.fallback",
			(const char *[]){ "h1", "h2", "h3" }[i - 1], 1,
			",'action':'stop'");
	assert_int_equal(f.m->edge[0].missed, 1);
	feed_close(&f);
}

/* Names are foreign text: of thousands of groups a filter asks each, with each key. */
static void test_thousands(void **state)
{
	struct query *q = query_compile(
		STR("contract:zz violation:zz zz"), QUERY_GROUPS, NULL, NULL);
	clock_t folded = clock(), asked;
	char id[20], agent[20], data[200];
	struct feed f;

	(void)state;
	feed_open(&f);
	for (int i = 0; i < 16000; i++) {
		snprintf(id, sizeof(id), "h%d", i);
		snprintf(agent, sizeof(agent), "agent:b%d", i);
		snprintf(data, sizeof(data),
			"{'handoff':'%s','attempt':1,'from':'a','to':'b%d','artifact':" OPEN
			"}",
			id, i);
		feed(&f, "agent:a", "handoff.offered", data);
		feed_about(&f, agent, "handoff.refused", id, 1, ",'reason':'other'");
	}
	assert_int_equal(f.m->dead_groups, 16000);
	check_next(f.m);
	asked = clock();
	folded = asked - folded;
	for (uint32_t g = 0; g < f.m->dead_groups; g++) {
		struct query_about about = { f.m, f.m->now, g, NULL };
		struct query_row row = { query_of_group, NULL, &about, "" };
		uint64_t fuel = QUERY_FUEL;

		assert_int_equal(query_judge(q, &row, &fuel), QUERY_NO);
	}
	if (clock() - asked > folded / 8)
		fail_msg("%ld us to ask, %ld to fold", (long)(clock() - asked),
			(long)folded);
	query_free(q);
	feed_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_divided),
		cmocka_unit_test(test_deadline),
		cmocka_unit_test(test_other_reason),
		cmocka_unit_test(test_flagged_twice),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_spent),
		cmocka_unit_test(test_image),
		cmocka_unit_test(test_changed),
		cmocka_unit_test(test_missed),
		cmocka_unit_test(test_thousands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
