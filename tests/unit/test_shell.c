/* SPDX-License-Identifier: MIT */
/*
 * The console as a whole, without a terminal: what keys may and may not do,
 * and what sheets are bound to.
 */
#include "tests/scene.h"

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* --- what may decide -------------------------------------------------------- */

static int harmless_key(uint32_t *seed)
{
	static const int others[] = { K_ENTER, K_UP, K_DOWN, K_LEFT, K_RIGHT, K_HOME,
		K_END, K_PGUP, K_PGDN, K_TAB, K_BACKTAB, K_ESC, K_BACKSPACE, ' ', '/',
		':', '*', '[', ']', '.', ',', K_CTRL('r'), K_CTRL('l'), K_RESIZE };
	uint32_t n = next_random(seed) % 60;

	if (n < 26)
		return 'a' + (int)n;
	if (n < 36)
		return '0' + (int)n - 26;
	return others[n % (sizeof(others) / sizeof(*others))];
}

static void paste(struct scene *s, uint32_t *seed)
{
	static const char *const bad[] = { "PasteBegin A y PasteEnd",
		"PasteBegin A 1 y R y Enter y PasteEnd",
		"PasteBegin : a p p r o v e Enter y PasteEnd",
		"PasteBegin A PasteEnd y" };

	scene_keys(s, bad[next_random(seed) % 4]);
}

static void test_lower_case_never_decides(void **state)
{
	struct scene *s = *state;
	uint32_t seed = 42;

	for (int i = 0; i < 60000; i++) {
		if (next_random(&seed) % 50 == 0)
			paste(s, &seed);
		else
			shell_key(s->shell, &s->world, harmless_key(&seed));
		if (next_random(&seed) % 4 == 0)
			scene_pass(s, (int64_t)(next_random(&seed) % 400) * 1000);
		if (i % 5000 == 0)
			s->world.now = SCENE_START; /* all wait again */
		if (i % 16 == 0)
			assert_int_equal(scene_decides(s), 0);
	}
	scene_pass(s, 20 * SECOND);
	assert_int_equal(scene_decides(s), 0);
}

static void test_approve(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_keys(s, "3");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	assert_true(scene_wish(s, WISH_DROP_KEYS, &w));
	assert_true(scene_shows(s, "APPROVE 1 handoff"));
	scene_pass(s, SECOND);
	scene_keys(s, "y");
	assert_true(scene_shows(s, "sending in 5s: APPROVE h-91c2"));
	scene_pass(s, 6 * SECOND);
	assert_true(scene_wish(s, WISH_RECORD, &w));
	assert_non_null(strstr(w.line.p, "\"handoff\":\"h-91c2\""));
	assert_true(shell_wish(s->shell, &w));
	assert_int_equal(w.kind, WISH_DECIDE);
	assert_string_equal(w.handoff, "h-91c2");
	assert_string_equal(w.action, "approve");
	assert_string_equal(w.operator_name, "mira");
	assert_string_equal(w.decision, "d-1");
	assert_int_equal(w.attempt, 1);
}

/* The hubs changed places within a blink, before the link was seen to break. */
static void test_another_journal(void **state)
{
	struct scene *s = *state;

	s->world.epoch = "aaaa";
	scene_keys(s, "3 Space Enter");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "APPROVE 1 handoff"));
	s->world.epoch = "bbbb";
	scene_keys(s, "y"); /* before any tick */
	assert_true(scene_shows(s, "another journal answers now: nothing sent"));
	assert_false(scene_shows(s, "APPROVE 1 handoff"));
	assert_false(scene_shows(s, "1 marked"));
	scene_keys(s, "A"); /* and what is there now was not looked at */
	assert_false(scene_shows(s, "APPROVE 1 handoff"));
	scene_pass(s, 20 * SECOND);
	assert_int_equal(scene_decides(s), 0);
}

/* From being paged: Enter A y. */
static void test_from_now(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_keys(s, "Enter");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	scene_pass(s, SECOND);
	scene_keys(s, "y");
	scene_pass(s, 6 * SECOND);
	assert_true(scene_wish(s, WISH_DECIDE, &w));
	assert_string_equal(w.handoff, "h-91c2");
}

/* What opens a sheet is typed; a `y` in the same breath is not heard. */
static void test_deaf_at_first(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3");
	scene_pass(s, SECOND);
	scene_keys(s, "A y y y");
	assert_true(scene_shows(s, "APPROVE 1 handoff"));
	scene_pass(s, 249000);
	scene_keys(s, "y");
	assert_true(scene_shows(s, "nothing sent yet"));
	scene_pass(s, 2000);
	scene_keys(s, "Enter");
	assert_true(scene_shows(s, "nothing sent"));
	scene_pass(s, 20 * SECOND);
	assert_int_equal(scene_decides(s), 0);
}

struct confirm_case {
	const char *open, *confirm;
	int sent;
};

static void test_what_confirms(void **state)
{
	static const struct confirm_case cases[] = {
		{ "A", "y", 1 },
		{ "A", "Enter", 0 },
		{ "A", "A", 0 },
		{ "A", "1", 0 },
		{ "A", "Tab y Enter y", 1 },
		{ "A", "Tab y Tab n", 0 },
		{ "A", "Tab Esc y", 1 },
		{ "A", "PasteBegin y PasteEnd", 0 },
		{ "R", "y", 0 },       /* goes into the note */
		{ "R", "Enter y", 0 }, /* the note is empty */
		{ "R", "n o Enter y", 1 },
		{ "R", "n o Esc y", 0 },
		{ "E", "y", 0 },
		{ "E", "1 y", 1 },
		{ "E", "1 1", 0 },
		{ "E", "Tab l e a d Enter y", 1 },
		{ "E", "Tab l Space e Enter y", 0 },
		{ "H", "y", 1 },
		{ "Space Space A", "2", 2 },
		{ "Space Space A", "y", 0 },
		{ "Space Space A", "3", 0 },
		{ "Space Space A", "Enter", 0 },
		{ "Space Space E", "1 2", 0 }, /* the digit chose the target */
		{ "Space Space E", "1 2 y", 2 },
		{ "Space Space Space R", "n o Enter 3 y", 3 }, /* of two kinds */
		{ "Space Space Space R", "n o Enter 3", 0 },
		{ "Space Space Space R", "n o Enter 4 y", 0 },
		{ "Space Space Space R", "n o Enter 4 Backspace 3 y", 3 },
		{ "j j A", "y", 0 }, /* it has a fault: a note is needed */
		{ "j j A", "o k Enter y", 1 },
		{ "B", "y", 0 },
		{ "X", "y", 0 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct scene s;

		scene_init(&s);
		scene_usual(&s);
		scene_keys(&s, "3");
		scene_pass(&s, SECOND);
		scene_keys(&s, cases[i].open);
		scene_pass(&s, SECOND);
		scene_keys(&s, cases[i].confirm);
		scene_pass(&s, 6 * SECOND);
		if (scene_decides(&s) != cases[i].sent)
			fail_msg("%s, %s", cases[i].open, cases[i].confirm);
		scene_fini(&s);
	}
	(void)state;
}

/* Critical, and a piece of evidence is missing, or not here to be looked at. */
static void test_critical_needs_a_note(void **state)
{
	struct scene s;

	(void)state;
	for (int hidden = 0; hidden < 2; hidden++) {
		scene_init(&s);
		scene_contract(&s, "wire.transfer", "a", "b",
			",\"critical\":true,\"evidence\":[\"/order\",\"/device\"]");
		scene_offer(&s,
			&(struct scene_offer){ "c-1", "a", "b", "wire.transfer", .5,
				"stop", 900, 1, 0, NULL });
		scene_held(&s, "c-1", "confidence");
		s.hide_bytes = hidden;
		scene_keys(&s, "3");
		scene_pass(&s, SECOND);
		scene_keys(&s, "A");
		scene_pass(&s, SECOND);
		scene_keys(&s, "Enter y"); /* the note is empty */
		scene_pass(&s, 6 * SECOND);
		assert_int_equal(scene_decides(&s), 0);
		assert_true(scene_shows(&s, "a note is needed first"));
		scene_keys(&s, "Tab o k Enter y");
		scene_pass(&s, 6 * SECOND);
		assert_int_equal(scene_decides(&s), 1);
		scene_fini(&s);
	}
}

static void test_hidden_marks_are_counted(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3 Space Space / k y c Enter");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	assert_true(scene_shows(s, "APPROVE 2 handoffs"));
	assert_true(scene_shows(s, "2 of 2 hidden by the filter"));
	assert_true(scene_shows(s, "evidence missing in 2 of 2"));
	assert_true(scene_shows(s, "total EUR 1550"));
	assert_true(scene_shows(s, "h-91c2"));
}

/* Every step from the key to the agent's answer is on the screen. */
static void test_followed_to_the_end(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_keys(s, "3");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	scene_pass(s, SECOND);
	scene_keys(s, "y");
	assert_true(scene_shows(s, "APPROVE in 5s"));
	scene_pass(s, 5 * SECOND);
	assert_true(scene_wish(s, WISH_DECIDE, &w));
	assert_true(scene_shows(s, "APPROVE sent"));
	scene_pass(s, 3 * SECOND);
	assert_true(scene_shows(s, "approve h-91c2: sent, no answer 3s"));
	s->at = s->world.now;
	scene_decided(s, &w, "decision.approved");
	assert_true(scene_shows(s, "approve h-91c2: on disk 0.0s, asked refund"));
	s->at += SECOND / 5;
	scene_fmt(s, "hub:x", "delivery.applied", "",
		"{\"handoff\":\"h-91c2\",\"attempt\":1,\"decision\":\"%s\","
		"\"agent\":\"refund\"}",
		w.decision);
	assert_true(scene_shows(s, "approve h-91c2: applied 0.2s"));
	assert_true(scene_shows(s, "1 done, 0 under way, 0 not done"));
	scene_pass(s, 6 * MINUTE);
	assert_true(scene_shows(s, "sent in the last 5 min"));
	assert_false(scene_shows(s, "1 done"));
}

static void test_acts_are_off(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3");
	scene_pass(s, SECOND);
	s->world.link.state = LINK_STALE;
	scene_keys(s, "A");
	assert_true(scene_shows(s, "approve is off: the hub has not been heard"));
	/* It is over with the link: nothing is off any more. */
	s->world.link.state = LINK_LIVE;
	scene_pass(s, SECOND);
	assert_false(scene_shows(s, "approve is off"));
	s->world.link.state = LINK_LIVE;
	s->world.read_only = true;
	scene_keys(s, "A");
	assert_true(scene_shows(s, "approve is off: this console is read-only"));
	s->world.read_only = false;
	scene_keys(s, "a");
	assert_true(scene_shows(s, "approve is A"));
	scene_keys(s, "p A");
	assert_true(scene_shows(s, "approve is off: frozen"));
	scene_keys(s, "p X");
	assert_true(scene_shows(s, "X (discard) is for Dead"));
	assert_false(shell_command(s->shell, &s->world, STR("approve")));
	assert_true(scene_shows(s, "a command cannot decide"));
	assert_int_equal(scene_decides(s), 0);
}

static void approve_elsewhere(struct scene *s, const char *id)
{
	scene_elsewhere(s, "decision.approved", id, "lee", "");
}

static void test_sheet_closes(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	approve_elsewhere(s, "h-91c2");
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "h-91c2 approved by lee: nothing sent"));
	scene_keys(s, "y");
	scene_pass(s, 20 * SECOND);
	assert_int_equal(scene_decides(s), 0);
}

static void test_sheet_closes_for_an_attempt(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	scene_offer(s,
		&(struct scene_offer){ "h-91c2", "fraud", "refund", "refund.decision", .9,
			"proceed", 41, 9, 2, NULL });
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "h-91c2 changed: attempt 2 now: nothing sent"));
	scene_keys(s, "y");
	/* the row says so until it is looked at */
	scene_fmt(s, "hub:x", "handoff.held", "",
		"{\"handoff\":\"h-91c2\",\"attempt\":2,\"cause\":\"confidence\"}");
	scene_pass(s, 15 * SECOND);
	assert_true(scene_shows(s, ">~"));
	scene_keys(s, "g Enter Esc");
	assert_false(scene_shows(s, ">~"));
	scene_pass(s, 20 * SECOND);
	assert_int_equal(scene_decides(s), 0);
}

static void test_sheet_closes_without_link(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	s->world.link.state = LINK_LOST;
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "no connection to the hub"));
	scene_keys(s, "y");
	assert_int_equal(scene_decides(s), 0);
}

/* The note of a sheet that closed by itself is there when it is opened again. */
static void test_a_note_is_kept(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3");
	scene_pass(s, SECOND);
	scene_keys(s, "R w h y");
	s->world.link.state = LINK_LOST;
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "nothing sent, the note is kept"));
	s->world.link.state = LINK_LIVE;
	scene_pass(s, 9 * SECOND);
	/* Of another decision, or of another handoff, it is not. */
	scene_keys(s, "A");
	assert_false(scene_shows(s, " note  why"));
	scene_pass(s, SECOND);
	scene_keys(s, "Esc j");
	scene_pass(s, SECOND);
	scene_keys(s, "R");
	assert_false(scene_shows(s, " note  why"));
	scene_pass(s, SECOND);
	scene_keys(s, "Esc k");
	scene_pass(s, SECOND);
	scene_keys(s, "R");
	assert_true(scene_shows(s, " note  why"));
	scene_pass(s, SECOND);
	/* Who leaves it by Esc is done with it. */
	scene_keys(s, "Esc");
	scene_pass(s, SECOND);
	scene_keys(s, "R");
	assert_false(scene_shows(s, " note  why"));
}

/* C-z goes to the shell from wherever one is, and leaves there what is open. */
static void test_suspend_with_a_sheet(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_keys(s, "3");
	scene_pass(s, SECOND);
	scene_keys(s, "R w h y C-z");
	assert_true(scene_wish(s, WISH_SUSPEND, &w));
	assert_true(scene_shows(s, " note  why"));
	scene_pass(s, SECOND);
	scene_keys(s, "Tab C-z");
	assert_true(scene_wish(s, WISH_SUSPEND, &w));
	assert_true(scene_shows(s, "REJECT 1 handoff"));
}

/* A key just after the row changed by itself meant what was there before. */
static void test_change_under_the_cursor(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3");
	scene_pass(s, SECOND);
	approve_elsewhere(s, "h-91c2");
	scene_pass(s, 100000);
	scene_keys(s, "A");
	assert_false(scene_shows(s, "nothing sent yet"));
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	assert_true(scene_shows(s, "h-91c2 has left: approved by lee"));
	scene_pass(s, 12 * SECOND); /* the tombstone is gone, the next is here */
	scene_keys(s, "A");
	assert_false(scene_shows(s, "nothing sent yet"));
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	assert_true(scene_shows(s, "nothing sent yet"));
	assert_int_equal(scene_decides(s), 0);
}

static void test_tombstone(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3 j");
	scene_pass(s, SECOND);
	approve_elsewhere(s, "h-91c7");
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, ">       - h-91c7"));
	assert_true(scene_shows(s, "approved by lee"));
	scene_pass(s, 5 * SECOND);
	assert_true(scene_shows(s, ">       - h-91c7"));
	scene_keys(s, "j");
	assert_false(scene_shows(s, "  - h-91c7"));
	assert_true(scene_shows(s, "> !  3:02 h-91aa"));
}

/* --- a decision is about what was looked at --------------------------------- */

/* The id in the row with the cursor. */
static void under_cursor(struct scene *s, char out[40])
{
	char *dump = scene_dump(s, 24, 80), *row = strstr(dump, "\n>");

	out[0] = '\0';
	if (row != NULL)
		sscanf(row + 11, "%39s", out);
	free(dump);
}

static void stir(struct scene *s, uint32_t *seed)
{
	uint32_t place = next_random(seed) % s->mesh->handoff.count;
	const struct handoff *h = handoff_at(s->mesh, place);
	char id[40];

	snprintf(id, sizeof(id), "%s", h->id);
	switch (next_random(seed) % 4) {
	case 0:
		if (h->in_review)
			approve_elsewhere(s, id);
		break;
	case 1:
		if (h->in_review && h->contract != CONTRACT_NONE)
			scene_offer(s,
				&(struct scene_offer){ id, handoff_from(s->mesh, h),
					handoff_to(s->mesh, h), "refund.decision", .5,
					"stop", 500, (int)next_random(seed),
					h->attempt + 1, NULL });
		break;
	default:
		snprintf(id, sizeof(id), "n-%05zu", s->n);
		scene_offer(s,
			&(struct scene_offer){ id, "fraud", "refund", "refund.decision",
				.5, "proceed", 100 + next_random(seed) % 3000, 1, 0,
				NULL });
		scene_held(s, id, "confidence");
	}
}

static void check_sent(struct scene *s, const char *id, const struct handoff *was)
{
	char digest[DIGEST_TEXT];
	struct wish w;

	while (shell_wish(s->shell, &w)) {
		if (w.kind != WISH_DECIDE)
			continue;
		assert_string_equal(w.handoff, id);
		assert_int_equal(w.attempt, was->attempt);
		digest_text(&was->digest, digest);
		assert_string_equal(w.digest, digest);
		shell_answer(s->shell, &s->world,
			&(struct answer){ .decision = w.decision, .ok = true });
		scene_decided(s, &w, "decision.approved");
	}
}

static void test_decision_names_what_was_seen(void **state)
{
	struct scene *s = *state;
	uint32_t seed = 7, sent = 0;

	shell_command(s->shell, &s->world, STR("set undo 0"));
	shell_command(s->shell, &s->world, STR("review"));
	for (int i = 0; i < 400; i++) {
		static const char *const moves[] = { "j", "k", "G", "g", "C-d", "j" };
		struct handoff was = { 0 };
		struct wish w;
		char id[40];
		uint32_t place;

		scene_keys(s, moves[next_random(&seed) % 6]);
		s->world.tick += 300000;
		if (next_random(&seed) % 2)
			stir(s, &seed);
		s->world.tick += next_random(&seed) % 500000;
		under_cursor(s, id);
		place = mesh_find_handoff(s->mesh, str_of(id));
		scene_keys(s, "A");
		if (!scene_wish(s, WISH_DROP_KEYS, &w))
			continue; /* dropped: a change, a tombstone */
		assert_true(place != NONE);
		was = *handoff_at(s->mesh, place);
		for (uint32_t n = next_random(&seed) % 3; n > 0; n--)
			stir(s, &seed);
		s->world.tick += 260000;
		if (was.faults != 0)
			scene_keys(s, "o Enter");
		scene_keys(s, "y");
		sent++;
		check_sent(s, id, &was);
		scene_keys(s, "Esc");
	}
	assert_true(sent > 50);
}

/* --- commands, leaving ------------------------------------------------------ */

static void test_quit(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_keys(s, "q");
	assert_true(scene_wish(s, WISH_QUIT, &w));
	scene_keys(s, "3");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	scene_pass(s, SECOND);
	scene_keys(s, "y 1 q");
	assert_true(scene_shows(s, "1 decision not sent: s send now, d drop"));
	assert_false(scene_wish(s, WISH_QUIT, &w));
	scene_keys(s, "x");
	assert_false(scene_wish(s, WISH_QUIT, &w));
	scene_keys(s, "q d");
	assert_true(scene_wish(s, WISH_QUIT, &w));
	scene_pass(s, 10 * SECOND);
	assert_int_equal(scene_decides(s), 0);
}

static void test_quit_sends(void **state)
{
	struct scene *s = *state;
	struct wish w, other;

	scene_keys(s, "3");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	scene_pass(s, SECOND);
	scene_keys(s, "y 1 q s");
	assert_true(scene_wish(s, WISH_DECIDE, &w));
	assert_false(scene_wish(s, WISH_QUIT, &other));
	shell_answer(s->shell, &s->world,
		&(struct answer){ .decision = w.decision, .ok = true });
	assert_true(scene_wish(s, WISH_QUIT, &other));
}

static void test_commands(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_keys(s, ": s e t Space t h e m e Space m o n o Enter");
	assert_true(scene_wish(s, WISH_SET, &w));
	assert_string_equal(w.text, "theme mono");
	assert_false(shell_command(s->shell, &s->world, STR("nonsense")));
	assert_true(scene_shows(s, "no command \"nonsense\""));
	assert_true(shell_command(s->shell, &s->world, STR("log refused")));
	assert_true(scene_shows(s, "filter: refused"));
	scene_keys(s, ": r e v Tab Enter");
	assert_true(scene_shows(s, "REVIEW  7 waiting"));
	assert_false(shell_command(s->shell, &s->world, STR("goto 03:04")));
	scene_keys(s, "c i");
	assert_true(scene_wish(s, WISH_COPY, &w));
	assert_true(str_is(w.copy, "h-91c2"));
	scene_keys(s, "PasteBegin A y PasteEnd");
	assert_true(scene_shows(s, "paste ignored"));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, scene_setup, scene_teardown)
	const struct CMUnitTest tests[] = {
		T(test_lower_case_never_decides),
		T(test_approve),
		T(test_from_now),
		T(test_another_journal),
		T(test_deaf_at_first),
		T(test_what_confirms),
		T(test_critical_needs_a_note),
		T(test_hidden_marks_are_counted),
		T(test_followed_to_the_end),
		T(test_acts_are_off),
		T(test_sheet_closes),
		T(test_sheet_closes_for_an_attempt),
		T(test_a_note_is_kept),
		T(test_suspend_with_a_sheet),
		T(test_sheet_closes_without_link),
		T(test_change_under_the_cursor),
		T(test_tombstone),
		T(test_decision_names_what_was_seen),
		T(test_quit),
		T(test_quit_sends),
		T(test_commands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
