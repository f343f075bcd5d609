/* SPDX-License-Identifier: MIT */
/* Decisions under way: from pending to what the mesh says of them. */
#include "tests/scene.h"

#include "views/desk.h"

struct bench {
	struct scene s;
	struct desk desk;
	struct bound bound;
	struct wish wish;
	char text[ROW_TEXT];
};

static void names(void *arg, char out[33])
{
	unsigned *n = arg;

	snprintf(out, 33, "d-%u", ++*n);
}

static unsigned given;

static int setup(void **state)
{
	struct bench *b = xcalloc(1, sizeof(*b));

	digest_start();
	scene_init(&b->s);
	scene_usual(&b->s);
	desk_init(&b->desk);
	given = 0;
	b->desk.name = names;
	b->desk.name_arg = &given;
	*state = b;
	return 0;
}

static int teardown(void **state)
{
	struct bench *b = *state;

	desk_fini(&b->desk);
	scene_fini(&b->s);
	free(b);
	return 0;
}

static void order(struct bench *b, enum action a, const char *id, const char *note)
{
	uint32_t place = mesh_find_handoff(b->s.mesh, str_of(id));

	bound_take(&b->bound, handoff_at(b->s.mesh, place));
	desk_add(&b->desk, &b->s.world,
		&(struct desk_order){
			.action = a, .bound = &b->bound, .n = 1, .note = str_of(note) });
}

static void pass(struct bench *b, int64_t usec)
{
	b->s.world.now += usec;
	b->s.world.tick += usec;
	desk_tick(&b->desk, &b->s.world);
}

/* The next wish is to record, the one after it to decide. */
static void sends(struct bench *b, bool first)
{
	if (first) {
		assert_true(desk_wish(&b->desk, &b->s.world, &b->wish));
		assert_int_equal(b->wish.kind, WISH_RECORD);
	}
	assert_true(desk_wish(&b->desk, &b->s.world, &b->wish));
	assert_int_equal(b->wish.kind, WISH_DECIDE);
}

static bool waits(struct bench *b)
{
	return !desk_wish(&b->desk, &b->s.world, &b->wish);
}

static const char *said(struct bench *b)
{
	return desk_state(&b->desk.entry[b->desk.n - 1], &b->s.world, b->text);
}

static void answer(struct bench *b, struct answer a)
{
	a.decision = "d-1";
	desk_answer(&b->desk, &b->s.world, &a);
}

static void delivered(struct bench *b, const char *type, const char *more)
{
	b->s.at += SECOND / 5;
	scene_fmt(&b->s, "hub:x", type, "",
		"{\"handoff\":\"h-9170\",\"attempt\":1,\"decision\":\"d-1\","
		"\"agent\":\"refund\"%s}",
		more);
	pass(b, 0);
}

static void test_pending_then_sent(void **state)
{
	struct bench *b = *state;

	order(b, ACTION_APPROVE, "h-9170", "");
	assert_int_equal(desk_pending(&b->desk), 1);
	assert_string_equal(said(b), "in 5s");
	pass(b, 4900000);
	assert_true(waits(b));
	assert_string_equal(said(b), "in 1s");
	pass(b, 100000);
	sends(b, true);
	assert_true(waits(b));
	assert_string_equal(b->wish.handoff, "h-9170");
	assert_string_equal(b->wish.action, "approve");
	assert_string_equal(said(b), "sent 0.0s");
}

static void test_undo(void **state)
{
	struct bench *b = *state;

	order(b, ACTION_APPROVE, "h-9170", "");
	order(b, ACTION_APPROVE, "h-9169", "");
	assert_int_equal(desk_undo(&b->desk, &b->s.world), 1);
	assert_string_equal(said(b), "taken back");
	assert_int_equal(desk_pending(&b->desk), 1);
	pass(b, 6 * SECOND);
	sends(b, true);
	assert_string_equal(b->wish.handoff, "h-9170");
	assert_true(waits(b));
	assert_int_equal(desk_undo(&b->desk, &b->s.world), 0);
}

/* 41 s are left: after 27 s more it is nearer than 15 s. */
static void test_no_delay_near_the_deadline(void **state)
{
	struct bench *b = *state;

	pass(b, 27 * SECOND);
	order(b, ACTION_APPROVE, "h-91c2", "");
	assert_int_equal(desk_pending(&b->desk), 0);
	sends(b, true);
}

static void test_fast_clock(void **state)
{
	struct bench *b = *state;

	b->s.world.clock_rate = 60; /* 700 s of the hub are 12 s here */
	order(b, ACTION_APPROVE, "h-9170", "");
	assert_int_equal(desk_pending(&b->desk), 0);
}

static void test_followed_to_applied(void **state)
{
	struct bench *b = *state;

	order(b, ACTION_APPROVE, "h-9170", "");
	pass(b, 6 * SECOND);
	sends(b, true);
	answer(b, (struct answer){ .ok = true });
	assert_true(strncmp(said(b), "sent", 4) == 0); /* an answer is no event */
	scene_decided(&b->s, &b->wish, "decision.approved");
	pass(b, SECOND);
	assert_string_equal(said(b), "on disk 0.0s, asked refund");
	delivered(b, "delivery.applied", "");
	assert_string_equal(said(b), "applied 0.2s");
	pass(b, 4 * MINUTE);
	assert_int_equal(b->desk.n, 1);
	pass(b, 2 * MINUTE);
	assert_int_equal(b->desk.n, 0);
}

static void test_agent_refuses(void **state)
{
	struct bench *b = *state;

	order(b, ACTION_APPROVE, "h-9170", "");
	pass(b, 6 * SECOND);
	sends(b, true);
	scene_decided(&b->s, &b->wish, "decision.approved");
	delivered(b, "delivery.refused", ",\"reason\":\"too_late\"");
	assert_string_equal(said(b), "REFUSED by refund: too_late");
}

static void test_nobody_is_asked(void **state)
{
	struct bench *b = *state;

	order(b, ACTION_HOLD, "h-9170", "");
	pass(b, 6 * SECOND);
	sends(b, true);
	assert_string_equal(b->wish.action, "hold");
	assert_string_equal(b->wish.until, "2026-11-21T03:27:47.000000Z");
	scene_fmt(&b->s, "hub:x", "decision.held", "",
		"{\"decision\":\"d-1\",\"handoff\":\"h-9170\",\"attempt\":1,"
		"\"digest\":\"%s\",\"operator\":\"mira\",\"until\":\"%s\"}",
		b->wish.digest, b->wish.until);
	pass(b, 0);
	assert_string_equal(said(b), "held until 03:27:47");
}

static void test_again_under_the_same_id(void **state)
{
	struct bench *b = *state;
	char first[64];

	order(b, ACTION_APPROVE, "h-9170", "");
	pass(b, 6 * SECOND);
	sends(b, true);
	memcpy(first, b->wish.decision, sizeof(first));
	answer(b, (struct answer){ .no_answer = true });
	assert_true(waits(b));
	b->s.world.link.state = LINK_LOST;
	pass(b, 12 * SECOND);
	assert_true(waits(b)); /* not while there is no link */
	assert_string_equal(said(b), "no answer 12s");
	b->s.world.link.state = LINK_LIVE;
	sends(b, false);
	assert_string_equal(b->wish.decision, first);
	assert_true(waits(b));
	answer(b, (struct answer){ .no_answer = true });
	scene_decided(&b->s, &b->wish, "decision.approved");
	pass(b, SECOND); /* it had arrived: no third time */
	assert_true(strncmp(said(b), "on disk", 7) == 0);
	pass(b, 20 * SECOND);
	assert_true(waits(b));
}

struct answer_case {
	struct answer answer;
	const char *said;
};

static void test_errors(void **state)
{
	static const struct answer_case cases[] = {
		{ { .code = "already_decided",
			  .action = "reject",
			  .operator_name = "lee",
			  .time = "2026-11-21T03:11:02Z" },
			"ALREADY DECIDED: reject by lee at 03:11:02" },
		{ { .code = "too_late",
			  .action = "proceed",
			  .time = "2026-11-21T03:11:02Z" },
			"TOO LATE: fallback proceed fired at 03:11:02" },
		{ { .code = "stale", .message = "attempt 2 stands" },
			"REFUSED: stale attempt 2 stands" },
		{ { .code = NULL }, "REFUSED:  " },
	};
	struct bench *b = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		given = 0;
		b->desk.n = 0;
		order(b, ACTION_APPROVE, "h-9170", "");
		pass(b, 6 * SECOND);
		sends(b, true);
		answer(b, cases[i].answer);
		assert_string_equal(said(b), cases[i].said);
		pass(b, 20 * SECOND);
		assert_true(waits(b));
	}
}

static void test_compared_again_before_it_is_sent(void **state)
{
	struct bench *b = *state;

	order(b, ACTION_APPROVE, "h-9170", "");
	scene_elsewhere(&b->s, "decision.rejected", "h-9170", "lee", ",\"note\":\"no\"");
	pass(b, 6 * SECOND);
	assert_true(waits(b));
	assert_string_equal(said(b), "NOT SENT: rejected by lee");
}

/* It does not count down to what will not be sent; without a link nothing is known. */
static void test_decided_elsewhere_while_pending(void **state)
{
	struct bench *b = *state;

	order(b, ACTION_APPROVE, "h-9170", "");
	order(b, ACTION_APPROVE, "h-9169", "");
	scene_elsewhere(&b->s, "decision.rejected", "h-9170", "lee", ",\"note\":\"no\"");
	b->s.world.link.state = LINK_STALE;
	pass(b, SECOND);
	assert_int_equal(desk_pending(&b->desk), 2);
	b->s.world.link.state = LINK_LIVE;
	pass(b, SECOND);
	assert_int_equal(desk_pending(&b->desk), 1);
	assert_int_equal(b->desk.entry[0].stage, DESK_NOT_SENT);
	assert_int_equal(b->desk.entry[1].stage, DESK_PENDING);
}

static void test_not_sent_without_link(void **state)
{
	struct bench *b = *state;

	order(b, ACTION_APPROVE, "h-9170", "");
	b->s.world.link.state = LINK_STALE;
	pass(b, 6 * SECOND);
	b->s.world.link.state = LINK_LIVE;
	pass(b, SECOND);
	assert_true(waits(b)); /* nobody wants it sent a minute later */
	assert_true(strncmp(said(b), "NOT SENT: the hub", 17) == 0);
}

/* The line on disk is JSON, whole, and ASCII, whatever the note. */
static void test_record(void **state)
{
	struct bench *b = *state;
	struct json j = { 0 };
	char note[1021];

	for (size_t i = 0; i + 3 < sizeof(note); i += 3)
		memcpy(note + i, "\xe2\x82\xac", 3);
	note[1020] = '\0';
	order(b, ACTION_REJECT, "h-9170", note);
	pass(b, 6 * SECOND);
	assert_true(desk_wish(&b->desk, &b->s.world, &b->wish));
	assert_true(json_read(&j, b->wish.line.p, b->wish.line.n, 4, NULL));
	assert_true(json_string_is(&j, json_member(&j, 0, "note"), note));
	assert_true(json_string_is(&j, json_member(&j, 0, "decision"), "d-1"));
	assert_true(desk_wish(&b->desk, &b->s.world, &b->wish));
	assert_string_equal(b->wish.note, note);
	json_fini(&j);
}

/* However much becomes an escape: nothing is cut, and nothing ends the program. */
static void test_record_of_escapes(void **state)
{
	struct bench *b = *state;
	struct json j = { 0 };
	char note[1024], name[129];

	memset(note, 1, sizeof(note) - 1);
	memset(name, 2, sizeof(name) - 1);
	note[1023] = name[128] = '\0';
	b->s.world.operator_name = name;
	order(b, ACTION_REJECT, "h-9170", note);
	pass(b, 6 * SECOND);
	assert_true(desk_wish(&b->desk, &b->s.world, &b->wish));
	assert_int_equal(b->wish.kind, WISH_RECORD);
	assert_true(json_read(&j, b->wish.line.p, b->wish.line.n, 4, NULL));
	assert_true(json_string_is(&j, json_member(&j, 0, "note"), note));
	assert_true(json_string_is(&j, json_member(&j, 0, "operator"), name));
	json_fini(&j);
}

static void another_journal(struct bench *b, const char *epoch)
{
	b->s.world.epoch = epoch;
	pass(b, SECOND);
}

/* Same handoff, same artifact, another history: nothing goes there. */
static void test_pending_and_another_journal(void **state)
{
	struct bench *b = *state;

	another_journal(b, "aaaa");
	order(b, ACTION_APPROVE, "h-9170", "");
	another_journal(b, "bbbb");
	assert_string_equal(said(b), "NOT SENT: another journal answers now");
	assert_null(desk_find(&b->desk, "h-9170", 1));
	pass(b, 10 * SECOND);
	assert_true(waits(b));
	/* what is decided from here on is about this one */
	order(b, ACTION_APPROVE, "h-9170", "");
	pass(b, 6 * SECOND);
	sends(b, true);
	assert_string_equal(b->wish.epoch, "bbbb");
}

static void test_sent_and_another_journal(void **state)
{
	struct bench *b = *state;

	another_journal(b, "aaaa");
	order(b, ACTION_APPROVE, "h-9170", "");
	pass(b, 6 * SECOND);
	sends(b, true);
	answer(b, (struct answer){ .no_answer = true });
	another_journal(b, "bbbb");
	assert_string_equal(said(b), "FATE UNKNOWN: another journal answers now");
	pass(b, 20 * SECOND);
	assert_true(waits(b));
	/* the same id in a journal that it was not made against says nothing of it */
	scene_decided(&b->s, &b->wish, "decision.approved");
	pass(b, 0);
	assert_string_equal(said(b), "FATE UNKNOWN: another journal answers now");
	another_journal(b, "aaaa");
	assert_string_equal(said(b), "on disk 0.0s, asked refund");
}

/* The hubs changed places before the console heard of it: the answer says so. */
static void test_another_journal_answers(void **state)
{
	struct bench *b = *state;

	another_journal(b, "aaaa");
	order(b, ACTION_APPROVE, "h-9170", "");
	pass(b, 6 * SECOND);
	sends(b, true);
	answer(b, (struct answer){ .code = "stale", .epoch = "bbbb" });
	assert_string_equal(said(b), "NOT SENT: another journal answers now");
	assert_true(waits(b));
}

static void test_pending_line(void **state)
{
	struct bench *b = *state;
	char line[ROW_TEXT];

	assert_false(desk_pending_line(&b->desk, &b->s.world, line));
	order(b, ACTION_APPROVE, "h-9170", "");
	assert_true(desk_pending_line(&b->desk, &b->s.world, line));
	assert_string_equal(line, "sending in 5s: APPROVE h-9170");
	order(b, ACTION_REJECT, "h-9169", "no");
	assert_true(desk_pending_line(&b->desk, &b->s.world, line));
	assert_string_equal(line, "sending in 5s: REJECT h-9169  (1 before it)");
}

static void test_ids_are_random(void **state)
{
	struct bench *b = *state;
	struct desk d;

	desk_init(&d);
	order(b, ACTION_APPROVE, "h-9170", "");
	for (int i = 0; i < 2; i++)
		desk_add(&d, &b->s.world,
			&(struct desk_order){
				.action = ACTION_APPROVE, .bound = &b->bound, .n = 1 });
	assert_int_equal(strlen(d.entry[0].id), 32);
	assert_string_not_equal(d.entry[0].id, d.entry[1].id);
	desk_fini(&d);
}

static void test_patience(void **state)
{
	struct bench *b = *state;

	assert_int_equal(desk_patience(&b->desk, &b->s.world), -1);
	order(b, ACTION_APPROVE, "h-9170", "");
	assert_true(desk_patience(&b->desk, &b->s.world) <= SECOND);
	pass(b, 4500000);
	assert_true(desk_patience(&b->desk, &b->s.world) <= 500001);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_pending_then_sent),
		T(test_undo),
		T(test_no_delay_near_the_deadline),
		T(test_fast_clock),
		T(test_followed_to_applied),
		T(test_agent_refuses),
		T(test_nobody_is_asked),
		T(test_again_under_the_same_id),
		T(test_errors),
		T(test_compared_again_before_it_is_sent),
		T(test_decided_elsewhere_while_pending),
		T(test_not_sent_without_link),
		T(test_record),
		T(test_record_of_escapes),
		T(test_pending_and_another_journal),
		T(test_sent_and_another_journal),
		T(test_another_journal_answers),
		T(test_pending_line),
		T(test_ids_are_random),
		T(test_patience),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
