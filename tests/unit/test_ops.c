/* SPDX-License-Identifier: MIT */
/* Operations: a machine that is told the mesh and the time, and wishes decisions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/digest.h"
#include "tests/unit/feed.h"
#include "views/ops.h"

#define MANY 40

struct bench {
	struct feed feed;
	struct ops ops;
	struct world w;
	struct bound bound[MANY];
	struct buf stored;
	char sent[400][64]; /* decisions, in the order in which they went out */
	size_t n_sent, n_kept;
	enum action action;
	struct buf kept;
	bool no_events, no_room;
};

static void name(void *arg, char out[33])
{
	(void)arg;
	strcpy(out, "0123456789abcdef0123456789abcdef");
}

static void letter(size_t i, char out[16])
{
	snprintf(out, 16, "l-%02zu", i);
}

static void say(struct feed *f, const char *verb, const char *id, unsigned attempt,
	const char *more)
{
	char type[40];

	snprintf(type, sizeof(type), "handoff.%s", verb);
	feed_about(f, "agent:b", type, id, attempt, more);
}

static bool event_of(void *arg, uint64_t hubsequence, struct buf *out)
{
	struct bench *b = arg;

	if (b->no_events)
		return false;
	buf_fmt(out, "{\"n\":%llu}", (unsigned long long)hubsequence);
	return true;
}

static void begin(struct bench *b, size_t n)
{
	memset(b, 0, sizeof(*b));
	feed_open(&b->feed);
	ops_init(&b->ops);
	b->ops.name = name;
	b->action = ACTION_REQUEUE;
	b->w = (struct world){ .mesh = b->feed.m,
		.tick = 1000 * SECOND,
		.operator_name = "mira",
		.epoch = "e",
		.event = event_of,
		.event_arg = b,
		.link = { .state = LINK_LIVE } };
	for (size_t i = 0; i < n; i++) {
		char id[16];

		letter(i, id);
		feed_offer(&b->feed, id, 1, "{}");
		say(&b->feed, "refused", id, 1, ",'reason':'version'");
		bound_take(&b->bound[i], handoff_at(b->feed.m, (uint32_t)i));
	}
	b->w.now = b->feed.m->now;
}

static void end(struct bench *b)
{
	ops_fini(&b->ops);
	buf_fini(&b->stored);
	buf_fini(&b->kept);
	feed_close(&b->feed);
}

static void add(struct bench *b, size_t n)
{
	ops_add(&b->ops, &b->w,
		&(struct op_order){ .bound = b->bound,
			.n = n,
			.name = "version a>b",
			.action = b->action,
			.target = STR("lead"),
			.rate = 600,
			.share = 10 });
}

/* Time passes; what is wished goes out, and each has been stored before. */
static void turn(struct bench *b, int64_t usec)
{
	static struct wish w;

	b->w.tick += usec;
	ops_tick(&b->ops, &b->w);
	while (ops_wish(&b->ops, &b->w, &w)) {
		if (w.kind == WISH_OPS) {
			buf_slice(&b->stored, w.line);
			continue;
		}
		if (w.kind == WISH_KEEP) {
			assert_int_equal(b->n_sent, 0); /* before all of it */
			assert_non_null(strstr(b->stored.data, "{\"begin\":true}"));
			buf_slice(&b->kept, w.line);
			if (w.sync || b->no_room)
				assert_non_null(
					ops_kept(&b->ops, !b->no_room, "no room"));
			b->n_kept += w.sync;
			continue;
		}
		assert_int_equal(w.kind, WISH_DECIDE);
		assert_string_equal(w.action, action_rows[b->action].name);
		assert_string_equal(w.target, "lead");
		if (b->action == ACTION_DISCARD)
			assert_non_null(strstr(b->kept.data, w.handoff));
		assert_non_null(strstr(b->stored.data, "{\"begin\":true}"));
		assert_non_null(strstr(b->stored.data, w.handoff));
		memcpy(b->sent[b->n_sent++], w.decision, 64);
	}
}

/* The hub takes it, the sender offers it again, the receiver does as it is told. */
static void fate(struct bench *b, size_t i, const char *verb)
{
	char id[16], more[80];

	letter(i, id);
	op_decision(&b->ops.op[0], i, more);
	feed_decision(&b->feed, "decision.requeued", more, id, 1, ",'next_attempt':2");
	feed_offer(&b->feed, id, 2, "{}");
	if (verb != NULL)
		say(&b->feed, verb, id, 2,
			strcmp(verb, "accepted") == 0 ? "" : ",'reason':'other'");
}

static void test_one_ten_rest(void **state)
{
	struct bench b;
	size_t before;

	(void)state;
	begin(&b, MANY);
	add(&b, MANY);
	turn(&b, 0);
	assert_int_equal(b.n_sent, 1);
	turn(&b, 10 * SECOND);
	assert_int_equal(b.n_sent, 2); /* no answer: the same once more */
	assert_string_equal(b.sent[0], b.sent[1]);
	fate(&b, 0, "accepted");
	turn(&b, SECOND);
	assert_int_equal(b.n_sent, 12);
	for (size_t i = 1; i <= 10; i++)
		fate(&b, i, "accepted");
	turn(&b, SECOND);
	before = b.n_sent;
	turn(&b, SECOND);
	assert_in_range(b.n_sent - before, 9, 11); /* 600 a minute */
	assert_int_equal(b.ops.op[0].stage, OP_REST);
	while (b.n_sent < MANY + 1)
		turn(&b, SECOND);
	for (size_t i = 11; i < MANY; i++)
		fate(&b, i, "accepted");
	turn(&b, MINUTE);
	turn(&b, SECOND);
	assert_int_equal(b.ops.op[0].state, OP_DONE);
	assert_int_equal(b.ops.op[0].count[ITEM_GOOD], MANY);
	end(&b);
}

static void test_stops_at_the_first(void **state)
{
	struct bench b;

	(void)state;
	begin(&b, MANY);
	add(&b, MANY);
	turn(&b, 0);
	fate(&b, 0, "refused");
	turn(&b, SECOND);
	assert_int_equal(b.ops.op[0].state, OP_STOPPED);
	turn(&b, MINUTE);
	assert_int_equal(b.n_sent, 1);
	ops_resume(&b.ops, &b.w, &b.ops.op[0]);
	turn(&b, SECOND);
	assert_int_equal(b.n_sent, 2); /* one again */
	assert_string_equal(b.sent[1], "op-0123456789abcdef-1");
	end(&b);
}

static void test_no_word(void **state)
{
	struct bench b;

	(void)state;
	begin(&b, MANY);
	add(&b, MANY);
	turn(&b, 0);
	fate(&b, 0, NULL); /* offered, and nobody takes it */
	turn(&b, OPS_PATIENCE + SECOND);
	turn(&b, SECOND);
	assert_int_equal(b.ops.op[0].state, OP_STOPPED);
	assert_int_equal(b.ops.op[0].count[ITEM_LATE], 1);
	say(&b.feed, "accepted", "l-00", 2, "");
	turn(&b, SECOND);
	assert_int_equal(b.ops.op[0].count[ITEM_GOOD], 1); /* late, and good */
	end(&b);
}

static void test_link(void **state)
{
	struct bench b;

	(void)state;
	begin(&b, MANY);
	add(&b, MANY);
	b.w.link.state = LINK_LOST;
	turn(&b, MINUTE);
	assert_int_equal(b.n_sent, 0);
	b.w.link.state = LINK_LIVE;
	turn(&b, SECOND);
	assert_int_equal(b.n_sent, 1);
	end(&b);
}

/* Put back, or discarded, by somebody else: it is not sent, and another is the first. */
static void test_somebody_else(void **state)
{
	struct bench b;

	(void)state;
	begin(&b, MANY);
	add(&b, MANY);
	feed_decision(
		&b.feed, "decision.requeued", "d-other", "l-00", 1, ",'next_attempt':2");
	turn(&b, 0);
	turn(&b, SECOND);
	assert_int_equal(b.n_sent, 1);
	assert_string_equal(b.sent[0], "op-0123456789abcdef-1");
	assert_int_equal(b.ops.op[0].item[0].fate, ITEM_GONE);
	end(&b);
}

/* What was stored is enough to go on, and nothing goes out twice under another id. */
static void test_load(void **state)
{
	struct bench b;
	struct ops other;

	(void)state;
	begin(&b, MANY);
	add(&b, MANY);
	turn(&b, 0);
	fate(&b, 0, "accepted");
	turn(&b, SECOND);
	assert_int_equal(b.n_sent, 11);
	for (size_t i = 1; i <= 5; i++)
		fate(&b, i, "accepted");
	ops_init(&other);
	for (size_t cut = 0; cut < b.stored.len; cut += 97) { /* it died in the middle */
		if (!ops_load(&other, (struct str){ b.stored.data, cut }))
			continue;
		assert_int_equal(other.op[0].state, OP_STOPPED);
		ops_fini(&other);
		ops_init(&other);
	}
	assert_true(ops_load(&other, buf_view(&b.stored)));
	assert_false(ops_load(&other, buf_view(&b.stored))); /* it is there */
	assert_int_equal(other.n, 1);
	assert_string_equal(other.op[0].name, "version a>b");
	assert_int_equal(other.op[0].next, 11);
	ops_fini(&b.ops);
	b.ops = other;
	b.n_sent = 0;
	turn(&b, SECOND);
	assert_int_equal(b.n_sent, 0); /* asked first */
	assert_int_equal(b.ops.op[0].count[ITEM_GOOD], 6);
	ops_resume(&b.ops, &b.w, &b.ops.op[0]);
	turn(&b, SECOND);
	/* five that nobody has answered, once more, and the first new one */
	for (size_t i = 0; i < b.n_sent; i++)
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(b.sent[i], b.sent[k]);
	assert_int_equal(b.n_sent, 6);
	end(&b);
}

static void test_not_stored(void **state)
{
	struct bench b;
	static struct wish w;

	(void)state;
	begin(&b, MANY);
	add(&b, MANY);
	ops_tick(&b.ops, &b.w);
	assert_true(ops_wish(&b.ops, &b.w, &w));
	assert_int_equal(w.kind, WISH_OPS);
	ops_failed(&b.ops, w.text, "no room");
	while (ops_wish(&b.ops, &b.w, &w))
		assert_int_equal(w.kind, WISH_OPS);
	assert_int_equal(b.ops.op[0].state, OP_STOPPED);
	assert_int_equal(b.ops.op[0].count[ITEM_SENT] + b.ops.op[0].next, 0);
	end(&b);
}

/* Discarded: all are copied first, then they go at the rate; the hub's word is their
 * fate. */
static void test_discard(void **state)
{
	struct bench b;
	char id[64];

	(void)state;
	begin(&b, MANY);
	b.action = ACTION_DISCARD;
	feed_decision(&b.feed, "decision.discarded", "d-other", "l-03", 1, "");
	b.no_events = true;
	add(&b, MANY);
	turn(&b, SECOND);
	assert_int_equal(b.n_sent + b.n_kept, 0); /* the letters are asked for */
	b.no_events = false;
	turn(&b, SECOND);
	assert_int_equal(b.n_kept, 1);
	assert_null(strstr(b.kept.data, "l-03"));
	turn(&b, SECOND);
	assert_in_range(b.n_sent, 10, 12); /* 600 a minute, and none is waited for */
	for (size_t i = 0; i < 5; i++) {
		char its[16];

		letter(i, its);
		op_decision(&b.ops.op[0], i, id);
		if (i != 3)
			feed_decision(&b.feed, "decision.discarded", id, its, 1, "");
	}
	turn(&b, SECOND);
	assert_int_equal(b.ops.op[0].count[ITEM_GOOD], 4);
	assert_int_equal(b.ops.op[0].item[3].fate, ITEM_GONE);
	assert_string_equal(b.ops.op[0].item[4].why, "discarded");
	assert_non_null(strstr(b.stored.data, "\"action\":\"discard\""));
	assert_non_null(strstr(b.stored.data, "\"copied\":"));
	end(&b);
}

/* No copy, nothing discarded; nor where the events do not come. */
static void test_discard_no_copy(void **state)
{
	struct bench b;

	(void)state;
	begin(&b, MANY);
	b.action = ACTION_DISCARD;
	b.no_room = true;
	add(&b, MANY);
	turn(&b, SECOND);
	turn(&b, MINUTE);
	assert_int_equal(b.n_sent, 0);
	assert_int_equal(b.ops.op[0].state, OP_STOPPED);
	assert_string_equal(b.ops.op[0].why, "no copy: no room");
	b.no_room = false;
	b.no_events = true;
	ops_resume(&b.ops, &b.w, &b.ops.op[0]);
	turn(&b, SECOND);
	turn(&b, MINUTE);
	assert_int_equal(b.ops.op[0].state, OP_STOPPED);
	assert_non_null(strstr(b.ops.op[0].why, "event does not come"));
	b.no_events = false;
	b.n_kept = 0;
	buf_reset(&b.kept);
	ops_resume(&b.ops, &b.w, &b.ops.op[0]);
	turn(&b, SECOND);
	assert_int_equal(b.n_kept, 1); /* from the beginning */
	assert_non_null(strstr(b.kept.data, "l-00"));
	end(&b);
}

/* A console that died while it copied has copied nothing; one that had copied goes on. */
static void test_discard_load(void **state)
{
	struct bench b;
	struct ops other;
	size_t copied = 0;

	(void)state;
	begin(&b, MANY);
	b.action = ACTION_DISCARD;
	add(&b, MANY);
	turn(&b, SECOND);
	turn(&b, SECOND);
	for (size_t cut = 0; cut <= b.stored.len; cut += 13) {
		ops_init(&other);
		if (ops_load(&other, (struct str){ b.stored.data, cut })) {
			assert_int_equal(other.op[0].action, ACTION_DISCARD);
			assert_int_equal(other.op[0].stage, OP_REST);
			/* nothing went out before it was there */
			assert_true(other.op[0].copied || other.op[0].next == 0);
			copied += other.op[0].copied;
		}
		ops_fini(&other);
	}
	assert_true(copied > 0);
	end(&b);
}

static void test_escalate(void **state)
{
	struct bench b;
	char id[64];

	(void)state;
	begin(&b, MANY);
	b.action = ACTION_ESCALATE;
	add(&b, MANY);
	turn(&b, 0);
	turn(&b, SECOND);
	assert_in_range(b.n_sent, 10, 12);
	assert_int_equal(b.n_kept, 0);
	op_decision(&b.ops.op[0], 0, id);
	feed_decision(&b.feed, "decision.escalated", id, "l-00", 1, ",'target':'lead'");
	turn(&b, SECOND);
	assert_int_equal(b.ops.op[0].item[0].fate, ITEM_GOOD);
	assert_string_equal(b.ops.op[0].item[0].why, "escalated to lead");
	assert_int_equal(b.ops.op[0].state, OP_RUNNING);
	end(&b);
}

/* How often a decision is wished before what it rests on is stored. */
static void take_stored(struct bench *b, size_t fail)
{
	static struct wish w;
	bool begun = false, sent = false, failed = false;

	for (int i = 0; i < 100 && ops_wish(&b->ops, &b->w, &w); i++) {
		if (w.kind == WISH_DECIDE) {
			assert_false(failed);
			assert_true(begun && sent);
			continue;
		}
		assert_true(i < 90);
		if (fail-- == 0) {
			ops_failed(&b->ops, w.text, "no room");
			failed = true;
			continue;
		}
		begun |= strstr(w.line.p, "{\"begin\":true}") != NULL;
		sent |= strstr(w.line.p, "{\"sent\":1}") != NULL;
	}
	assert_true(failed || sent);
}

/* Whatever could not be stored is, when somebody goes on, before anything is sent. */
static void test_stored_at_last(void **state)
{
	(void)state;
	for (size_t fail = 0; fail < 2; fail++) {
		struct bench b;

		begin(&b, MANY);
		add(&b, MANY);
		ops_tick(&b.ops, &b.w);
		take_stored(&b, fail);
		assert_int_equal(b.ops.op[0].state, OP_STOPPED);
		ops_resume(&b.ops, &b.w, &b.ops.op[0]);
		ops_tick(&b.ops, &b.w);
		take_stored(&b, SIZE_MAX);
		end(&b);
	}
}

static bool shows(struct bench *b, struct ops_page *p, const char *text)
{
	struct surface out = { 0 };
	struct buf dump = { 0 };
	bool found;

	surface_init(&out, 12, 80);
	ops_page_draw(p, &b->ops, &b->w, &out);
	surface_dump(&out, GLYPHS_UTF8, &dump);
	found = strstr(buf_view(&dump).n > 0 ? dump.data : "", text) != NULL;
	surface_fini(&out);
	buf_fini(&dump);
	return found;
}

/* What was begun at another hub is counted there, and no key is about it. */
static void test_of_another_journal(void **state)
{
	struct bench b;
	struct ops_page p = { 0 };
	struct op *op;

	(void)state;
	begin(&b, 2);
	add(&b, 2);
	ops_page_open(&p, b.w.epoch);
	assert_true(shows(&b, &p, "version a>b"));
	assert_false(shows(&b, &p, "of other journals"));
	b.w.epoch = "f";
	assert_true(shows(&b, &p, "1 of other journals"));
	assert_false(shows(&b, &p, "version a>b"));
	assert_int_equal(ops_page_key(&p, &b.ops, 'x', false, &op), OPS_PAGE_STAYS);
	assert_null(op);
	b.w.epoch = NULL; /* not known: all of them */
	ops_page_open(&p, b.w.epoch);
	assert_true(shows(&b, &p, "version a>b"));
	ops_page_fini(&p);
	end(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_of_another_journal),
		cmocka_unit_test(test_one_ten_rest),
		cmocka_unit_test(test_stops_at_the_first),
		cmocka_unit_test(test_no_word),
		cmocka_unit_test(test_link),
		cmocka_unit_test(test_somebody_else),
		cmocka_unit_test(test_load),
		cmocka_unit_test(test_not_stored),
		cmocka_unit_test(test_discard),
		cmocka_unit_test(test_discard_no_copy),
		cmocka_unit_test(test_discard_load),
		cmocka_unit_test(test_escalate),
		cmocka_unit_test(test_stored_at_last),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
