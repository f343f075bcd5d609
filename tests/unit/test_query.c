/* SPDX-License-Identifier: MIT */
/*
 * The language of filters: what each term means, each fault with its place, and, of
 * random queries, that they mean what a slow and simple reader of the same words finds.
 */
#include "mesh/query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ALL (QUERY_HANDOFFS | QUERY_EDGES | QUERY_EVENTS)

/* One row, by hand. */
struct hand {
	const char *id, *edge, *state, *reason, *text, *version, *time;
	double conf, due; /* conf below 0: none */
	const char *artifact;
	bool away; /* it is not at hand */
};

static bool one(struct query_value *out, unsigned nth, const char *text)
{
	if (nth > 0 || text == NULL)
		return false;
	out->text = str_of(text);
	return true;
}

static bool value_of(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct hand *h = row->arg;
	size_t from = strcspn(h->edge, ">");

	if (nth > 0 && name != QUERY_AGENT)
		return false;
	switch (name) {
	case QUERY_ID:
		return one(out, nth, h->id);
	case QUERY_EDGE:
		return one(out, nth, h->edge);
	case QUERY_FROM:
	case QUERY_AGENT:
		out->text = nth == 0 ? (struct str){ h->edge, from }
				     : str_of(h->edge + from + 1);
		return nth < 2;
	case QUERY_TO:
		return one(out, nth, h->edge + from + 1);
	case QUERY_STATE:
		return one(out, nth, h->state);
	case QUERY_REASON:
		return one(out, nth, h->reason);
	case QUERY_TEXT:
		return one(out, nth, h->text);
	case QUERY_VERSION:
		return one(out, nth, h->version);
	case QUERY_TIME:
		return one(out, nth, h->time);
	case QUERY_CONF:
		out->is_number = true;
		out->number = h->conf;
		return h->conf >= 0;
	case QUERY_DUE:
		out->is_number = true;
		out->number = h->due;
		return true;
	case QUERY_MEMBER:
		return str_is(member, "spare") && one(out, nth, "yes");
	default:
		return false;
	}
}

static enum query_look look(struct query_row *row, const struct query *q, uint32_t *found)
{
	const struct hand *h = row->arg;
	struct json j = { 0 };
	uint64_t fuel = QUERY_FUEL;

	if (h->away)
		return QUERY_NOT_YET;
	if (h->artifact == NULL)
		return QUERY_NOTHING;
	assert_true(json_read(&j, h->artifact, strlen(h->artifact), 20, NULL));
	*found =
		query_find(q, &j, 0, 0, json_pointer(&j, 0, STR("/amount/value")), &fuel);
	json_fini(&j);
	return QUERY_LOOKED;
}

static const struct hand refund = { "h-7", "billing>ledger", "held", "Upstream timeout",
	"refund of 1240", "1.10.0", "2026-04-17T03:04:05.000000Z", .41, 41,
	"{\"amount\":{\"value\":1240,\"unit\":\"EUR\"},\"lines\":[{\"tax\":7},{\"tax\":19}],"
	"\"ok\":true,\"note\":null}",
	false };

static enum query_verdict judged(const struct hand *h, const char *text)
{
	struct query_row row = { value_of, look, (void *)h, "" };
	uint64_t fuel = QUERY_FUEL;
	struct err e;
	struct query *q = query_compile(str_of(text), ALL, "spare", &e);
	enum query_verdict v;

	if (q == NULL)
		fail_msg("%s: %s", text, e.text);
	v = query_judge(q, &row, &fuel);
	query_free(q);
	return v;
}

static void test_terms(void **state)
{
	static const char *const yes[] = { "h-7", "H-7", "timeout", "billing ledger",
		"billing>ledger", "\"refund of\"", "\"of 1240\" h-", "!kyc", "!agent:kyc",
		"conf<.7", "conf<=.41", "conf>.4", "conf>=.41", "conf=.41", "conf:.41",
		"conf!=.5", "edge:billing>ledger", "edge:bil>led", "edge:>ledger",
		"edge:billing>", "edge:ledger", "edge=billing>ledger", "edge=>ledger",
		"edge=billing>", "edge!=ledger>billing", "!edge:ledger>billing",
		"agent:ledger", "agent=billing", "agent:kyc,ledger", "from=billing",
		"to:LEDGER", "state=held,dead", "reason:~^Up.*t$",
		"reason:\"upstream time\"", "reason!=timeout", "due<60s", "due<1m",
		"due>40", "due>=41", "due=41s", "due>-5m", "version>1.9", "version>=1.10",
		"version<2", "version=1.10.0", "time>03:04", "time<03:05",
		"time>2026-04-17T03:04:04", "time<2026-04-18", "spare:ye", "spare=yes",
		"/amount/value>1000", "/artifact/amount/value=1240", "/amount", "!/nope",
		"/amount/unit:eu", "/amount/unit=EUR", "/amount/unit!=USD",
		"/lines/*/tax>18", "/lines/0/tax=7", "/*/value<1241", "/amount/unit:~^E",
		"/ok=true", "/note=null", "value>1000", "value=1240", "!value<1000",
		"nobody or h-7", "nobody or conf<.7", "h-7 or nobody",
		"kyc conf<.7 or billing conf<.7", "fault=\"\"", "incident=null",
		"  h-7  ", "!\"no such\"", "handoff=h-7", "confidence<.5" };
	static const char *const no[] = { "h-8", "kyc", "!h-7", "\"billing ledger\"",
		"ledger>billing", "conf>.41", "conf<.41", "!conf<.7", "conf!=.41",
		"edge:ledger>", "edge:>billing", "edge=bil>led", "agent:kyc",
		"agent=bill", "from=Billing", "state=dead,failed", "reason:~^time",
		"reason=timeout", "due<40s", "due<0s", "version>1.10.0", "version<1.9",
		"time>03:04:06", "time<2026-04-17", "spare=no", "/amount/value>1240",
		"/nope", "!/amount", "/amount/unit=eur", "/lines/*/tax>19", "/lines/2",
		"/amount>1", "/note=\"\"", "value<1000", "nobody or kyc",
		"kyc conf<.7 or billing conf>.7", "fault:loop", "reason=\"\"",
		"state=null", "h-7 !timeout" };

	(void)state;
	for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++) {
		if (judged(&refund, yes[i]) != QUERY_YES)
			fail_msg("%s: should be true", yes[i]);
	}
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++) {
		if (judged(&refund, no[i]) != QUERY_NO)
			fail_msg("%s: should be false", no[i]);
	}
}

/* What is not at hand is not known, unless something else decides. */
static void test_not_at_hand(void **state)
{
	struct hand far = refund;

	(void)state;
	far.away = true;
	assert_int_equal(judged(&far, "/amount/value>1000"), QUERY_UNKNOWN);
	assert_int_equal(judged(&far, "!/amount/value>1000"), QUERY_UNKNOWN);
	assert_int_equal(judged(&far, "kyc /amount/value>1000"), QUERY_NO);
	assert_int_equal(judged(&far, "/amount/value>1000 kyc"), QUERY_NO);
	assert_int_equal(judged(&far, "/amount/value>1000 or h-7"), QUERY_YES);
	far.away = false;
	far.artifact = NULL;
	assert_int_equal(judged(&far, "/amount/value>1000"), QUERY_NO);
	assert_int_equal(judged(&far, "!/amount/value>1000"), QUERY_YES);
}

static void test_faults(void **state)
{
	static const struct {
		const char *text, *fault;
	} rows[] = {
		{ "conf<x", "conf<x: not a number, at 6" },
		{ "kyc conf<", "conf<: a number is missing, at 10" },
		{ "age>5x", "age>5x: not a duration (90s, 5m, 2h), at 5" },
		{ "due<", "due<: a duration is missing, at 5" },
		{ "state<held",
			"state<held: state is text: it takes : = != or :~, at 7" },
		{ "cnof<.7", "cnof<.7: no field cnof here, conf is near, at 1" },
		{ "cnof>.7", "cnof>.7: no field cnof here, conf is near, at 1" },
		{ "reasn:x", "reasn:x: no field reasn here, reason is near, at 1" },
		{ "reason:", "reason:: a value is missing, at 8" },
		{ "agent:a,", "agent:a,: a value is missing, at 9" },
		{ "\"open", "\"open: the quote is not closed, at 1" },
		{ "a or", "filter: behind \"or\" a term is missing, at 5" },
		{ "or a",
			"or: before \"or\" a term is missing (\"or\" in quotes is a word), at 1" },
		{ "a @x", "@x: nothing is saved under that name (:filters), at 3" },
		{ "!", "!: what must not be is missing, at 2" },
		{ "\"\"", "\"\": a word is missing, at 1" },
		{ "version>x", "version>x: not a version (2, 1.4, 1.4.0), at 9" },
		{ "time>noon", "time>noon: not a time (03:04, 2026-04-17T03:04), at 6" },
		{ "/a>x", "/a>x: not a number, at 4" },
		{ "reason:~", "reason:~: a regular expression is missing, at 9" },
		{ "model:x",
			"model:x: no field model here, at 1; a place in the artifact is /model; fields: id edge" },
		{ "zzzzzz:1", "no field zzzzzz here, at 1;" },
	};
	struct err e;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_null(query_compile(str_of(rows[i].text), ALL, NULL, &e));
		if (strstr(e.text, rows[i].fault) == NULL)
			fail_msg("%s: %s", rows[i].text, e.text);
	}
	assert_null(query_compile(STR("reason:~(a"), ALL, NULL, &e));
	assert_non_null(strstr(e.text, "no regular expression"));
	assert_null(query_compile(STR("   "), ALL, NULL, &e));
	assert_string_equal(e.text, "");
}

static void test_bounds(void **state)
{
	struct buf b = { 0 };
	struct err e;

	(void)state;
	for (int i = 0; i <= QUERY_TERMS; i++)
		buf_str(&b, "x ");
	assert_null(query_compile(buf_view(&b), ALL, NULL, &e));
	assert_non_null(strstr(e.text, "more than 24 terms"));
	buf_reset(&b);
	buf_str(&b, "agent:a");
	for (int i = 0; i < QUERY_VALUES; i++)
		buf_str(&b, ",a");
	assert_null(query_compile(buf_view(&b), ALL, NULL, &e));
	assert_non_null(strstr(e.text, "more than 16 values"));
	buf_reset(&b);
	for (int i = 0; i <= QUERY_LONGEST; i++)
		buf_char(&b, 'x');
	assert_null(query_compile(buf_view(&b), ALL, NULL, &e));
	assert_non_null(strstr(e.text, "longer than 512 bytes"));
	buf_fini(&b);
}

/* A pattern that is slow on purpose gives up, and says that it is not known. */
static void test_fuel(void **state)
{
	struct hand h = refund;
	struct query_row row = { value_of, look, &h, "" };
	struct query *q = query_compile(STR("reason:~(?=(a+)+b)(a+)+c"), ALL, NULL, NULL);
	uint64_t fuel = 2000;
	char text[3000];

	(void)state;
	assert_non_null(q);
	memset(text, 'a', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	h.reason = text;
	assert_int_equal(query_judge(q, &row, &fuel), QUERY_UNKNOWN);
	query_free(q);
}

static void test_exact(void **state)
{
	struct buf b = { 0 };
	struct query *q;

	(void)state;
	q = query_compile(STR("spare=yes attempt=1 detail=\"a b\""), ALL,
		"spare attempt detail", NULL);
	assert_true(query_is_exact(q, &b));
	assert_string_equal(
		b.data, "{\"spare\":\"yes\",\"attempt\":1,\"detail\":\"a b\"}");
	query_free(q);
	for (int i = 0; i < 4; i++) {
		static const char *const texts[] = { "spare!=yes", "yes", "spare=a,b",
			"spare=a or spare=b" };

		q = query_compile(str_of(texts[i]), ALL, "spare", NULL);
		assert_false(query_is_exact(q, &b));
		query_free(q);
	}
	buf_fini(&b);
}

static void test_quote(void **state)
{
	static const char *const words[] = { "h-7", "a b", "a:b", "x\"y", "or", "!x",
		"/a", "a>b", "", "a,b", "@a" };

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct buf b = { 0 };
		struct hand h = refund;
		char plain[20] = "";

		query_quote(&b, str_of(words[i]));
		for (const char *p = words[i]; *p != '\0'; p++) {
			if (*p != '"')
				strncat(plain, p, 1);
		}
		h.text = plain;
		if (plain[0] != '\0')
			assert_int_equal(judged(&h, b.data), QUERY_YES);
		buf_fini(&b);
	}
}

/* --- random queries --------------------------------------------------------- */

static unsigned rnd(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % n;
}

struct simple {
	char text[80];
	bool holds;
};

static bool has_fold(const char *text, const char *part)
{
	return strcasestr(text, part) != NULL;
}

/* One term in words, and what it has to say of the row. */
static struct simple term_of(unsigned *seed, const struct hand *h)
{
	static const char *const words[] = { "bill", "LEDGER", "kyc", "time", "refund",
		"zz" };
	static const char *const ops[] = { "<", "<=", ">", ">=", "=", "!=" };
	struct simple s = { "", false };
	bool not = rnd(seed, 3) == 0;
	const char *w = words[rnd(seed, 6)];
	unsigned op = rnd(seed, 6), n = rnd(seed, 100);
	double x = n / 100.0;

	switch (rnd(seed, 5)) {
	case 0:
		snprintf(s.text, sizeof(s.text), "%s%s", not ? "!" : "", w);
		s.holds = has_fold(h->id, w) || has_fold(h->edge, w) ||
			has_fold(h->reason, w) || has_fold(h->text, w);
		break;
	case 1:
		snprintf(s.text, sizeof(s.text), "%sreason:%s", not ? "!" : "", w);
		s.holds = has_fold(h->reason, w);
		break;
	case 2:
		snprintf(s.text, sizeof(s.text), "%sagent:%s,nobody", not ? "!" : "", w);
		s.holds = has_fold(h->edge, w);
		break;
	case 3:
		snprintf(s.text, sizeof(s.text), "%sconf%s%.2f", not ? "!" : "", ops[op],
			x);
		s.holds = h->conf >= 0 &&
			(op == 0                  ? h->conf < x
					: op == 1 ? h->conf <= x
					: op == 2 ? h->conf > x
					: op == 3 ? h->conf >= x
						  : h->conf == x);
		if (op == 5)
			s.holds = !s.holds;
		break;
	default:
		snprintf(s.text, sizeof(s.text), "%s/amount/value%s%u", not ? "!" : "",
			ops[op % 4], n);
		s.holds = h->artifact != NULL &&
			(op % 4 == 0                  ? 50 < n
					: op % 4 == 1 ? 50 <= n
					: op % 4 == 2 ? 50 > n
						      : 50 >= n);
	}
	s.holds ^= not ;
	return s;
}

static void test_random(void **state)
{
	unsigned seed = 5;
	char conf[8];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct hand h = refund;
		struct buf b = { 0 };
		bool any = false;
		unsigned groups = 1 + rnd(&seed, 2);

		snprintf(conf, sizeof(conf), "%.2f", rnd(&seed, 100) / 100.0);
		h.conf = rnd(&seed, 4) == 0 ? -1 : strtod(conf, NULL);
		h.artifact = rnd(&seed, 3) == 0 ? NULL : "{\"amount\":{\"value\":50}}";
		for (unsigned g = 0; g < groups; g++) {
			unsigned terms = 1 + rnd(&seed, 4);
			bool all = true;

			buf_str(&b, g > 0 ? " or" : "");
			for (unsigned k = 0; k < terms; k++) {
				struct simple s = term_of(&seed, &h);

				buf_fmt(&b, " %s", s.text);
				all &= s.holds;
			}
			any |= all;
		}
		if (judged(&h, b.data) != (any ? QUERY_YES : QUERY_NO))
			fail_msg("%s: conf %g", b.data, h.conf);
		buf_fini(&b);
	}
}

/* Whatever is typed: a query, or a fault that names a place; nothing else. */
static void test_noise(void **state)
{
	static const char letters[] = "ab/*:=<>!~\",.@ 0 7 conf edge or \\([{";
	unsigned seed = 9;

	(void)state;
	for (int i = 0; i < 50000; i++) {
		char text[40];
		unsigned n = rnd(&seed, sizeof(text) - 1);
		struct query_row row = { value_of, look, (void *)&refund, "" };
		uint64_t fuel = QUERY_FUEL;
		struct err e = { "" };
		struct query *q;

		for (unsigned k = 0; k < n; k++)
			text[k] = letters[rnd(&seed, sizeof(letters) - 1)];
		text[n] = '\0';
		q = query_compile(str_of(text), ALL, NULL, &e);
		if (q != NULL)
			query_judge(q, &row, &fuel);
		else if (e.text[0] != '\0')
			assert_non_null(strstr(e.text, ", at "));
		else
			assert_int_equal(strspn(text, " "), n);
		query_free(q);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_terms),
		cmocka_unit_test(test_not_at_hand),
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_fuel),
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_quote),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_noise),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
