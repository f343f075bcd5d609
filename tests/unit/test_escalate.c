/* SPDX-License-Identifier: MIT */
/*
 * What does not end a handoff, escalate and hold: what the sheet says goes on,
 * and how the row shows whose it is while its clock runs.
 */
#include "tests/scene.h"

static int setup(void **state)
{
	struct scene *s = scene_new(state);

	scene_usual(s);
	return 0;
}

static bool shows_at(struct scene *s, int rows, int cols, const char *text)
{
	char *dump = scene_dump(s, rows, cols);
	bool found = strstr(dump, text) != NULL;

	free(dump);
	return found;
}

static void shows(struct scene *s, const char *text)
{
	char *dump = scene_dump(s, 24, 80);

	if (strstr(dump, text) == NULL)
		fail_msg("no \"%s\" in\n%s", text, dump);
	free(dump);
}

static void open_sheet(struct scene *s, const char *keys)
{
	scene_keys(s, "3");
	scene_pass(s, SECOND);
	scene_keys(s, keys);
	scene_pass(s, SECOND);
}

static void escalated(struct scene *s, const char *id)
{
	s->at = s->world.now;
	scene_elsewhere(s, "decision.escalated", id, "lee",
		",\"target\":\"lead\",\"note\":\"odd\"");
}

static void held(struct scene *s, const char *id, const char *until)
{
	char digest[DIGEST_TEXT];

	s->at = s->world.now;
	digest_text(&handoff_at(s->mesh, mesh_find_handoff(s->mesh, str_of(id)))->digest,
		digest);
	scene_fmt(s, "hub:x", "decision.held", "",
		"{\"decision\":\"held-%s\",\"handoff\":\"%s\",\"attempt\":1,"
		"\"digest\":\"%s\",\"operator\":\"mira\",\"until\":\"%s\"}",
		id, id, digest, until);
}

/* --- the sheet -------------------------------------------------------------- */

static void test_escalate_says_that_the_clock_runs_on(void **state)
{
	struct scene *s = *state;

	open_sheet(s, "E");
	shows(s, " then  the clock runs on: SHIPS EUR 1240 at 03:13:22");
	assert_true(shows_at(s, 14, 40, "the clock runs on: SHIPS EUR 124"));
	scene_keys(s, "C-c");
	open_sheet(s, "* E");
	shows(s, "then  the clock runs on: 4 of 7 SHIP, the first at 03:13:22");
}

static void test_hold_says_until_when_and_what_follows(void **state)
{
	struct scene *s = *state;

	/* one second has passed before the key, one since */
	open_sheet(s, "H");
	shows(s, " then  held until 03:27:43; then SHIPS EUR 1240");
	scene_keys(s, "C-c");
	scene_pass(s, 2 * SECOND);
	open_sheet(s, "* H");
	shows(s, "; then 4 of 7 SHIP");
}

static void test_hold_that_changes_nothing(void **state)
{
	struct scene *s = *state;

	scene_offer(s,
		&(struct scene_offer){ "h-late", "fraud", "refund", "refund.decision", .5,
			"proceed", 3600, 7, 0, NULL });
	scene_held(s, "h-late", "confidence");
	open_sheet(s, "G H");
	shows(s, " then  changes nothing: the deadline is 04:12:41");
}

/* --- the row ---------------------------------------------------------------- */

static void test_an_escalated_row_is_marked_and_still_ships(void **state)
{
	struct scene *s = *state;

	escalated(s, "h-91c2");
	scene_keys(s, "3");
	shows(s, ".41 <.70  SHIPS, esc lead\n");
	assert_true(shows_at(s, 24, 120, "SHIPS EUR 1240, esc lead"));
	assert_true(shows_at(s, 20, 60, "SHIPS, esc"));
	assert_true(shows_at(s, 20, 40, "SHIPS esc"));
}

/* To whom, where that is no longer than the word for it. */
static void test_an_escalated_row_goes_to_somebody(void **state)
{
	struct scene *s = *state;

	scene_offer(s,
		&(struct scene_offer){ "h-on", "fraud", "refund", "refund.decision", .5,
			"escalate_to_oncall", 3600, 7, 0, NULL });
	scene_held(s, "h-on", "confidence");
	escalated(s, "h-on");
	escalated(s, "h-9184");
	scene_keys(s, "3");
	assert_true(shows_at(s, 30, 80, "to oncall, esc"));
	assert_true(shows_at(s, 30, 80, "escalates, esc"));
}

static void test_a_held_row_is_marked(void **state)
{
	struct scene *s = *state;

	held(s, "h-91c2", "2026-11-21T03:22:41Z");
	scene_keys(s, "3");
	shows(s, "SHIPS, held\n");
	assert_true(shows_at(s, 24, 120, "SHIPS EUR 1240, held"));
}

/* While it is sent and after: what ships says so. */
static void test_under_way_ships_is_not_hidden(void **state)
{
	struct scene *s = *state;
	struct wish w;

	open_sheet(s, "G E");
	scene_keys(s, "1 y");
	shows(s, ".69 <.70  SHIPS, ESCALATE\n");
	assert_true(shows_at(s, 20, 40, "  SHIPS\n"));
	scene_pass(s, 6 * SECOND);
	assert_true(scene_wish(s, WISH_DECIDE, &w));
	s->at = s->world.now;
	scene_fmt(s, "hub:x", "decision.escalated", "",
		"{\"decision\":\"%s\",\"handoff\":\"%s\",\"attempt\":1,"
		"\"digest\":\"%s\",\"operator\":\"mira\",\"target\":\"%s\"}",
		w.decision, w.handoff, w.digest, w.target);
	scene_pass(s, SECOND);
	shows(s, "SHIPS, esc\n");
	assert_true(shows_at(s, 24, 120, "SHIPS EUR 45, esc team-risk"));
	/* The verb stands there once. */
	shows(s, "h-9169 escalated to team-risk; NOBODY");
	shows(s, "DECISION  escalated to team-risk; NOBODY");
	assert_false(scene_shows(s, "escalate h-9169"));
	shows(s, "escalated to team-risk; NOBODY CALLED: no hook is set");
	/* Somebody has: then it says so. */
	scene_elsewhere(s, "decision.approved", "h-9169", "lee", "");
	scene_pass(s, SECOND);
	shows(s, "escalated to team-risk; it waits no more");
}

/* --- who is called ----------------------------------------------------------- */

static void hook(struct scene *s, const char *type, const char *more)
{
	scene_fmt(s, "hub:x", type, "",
		"{\"handoff\":\"h-91c2\",\"attempt\":1,\"hook\":\"escalate\",\"of\":%zu%s}",
		s->n, more);
}

/* Escalated by this console, and on disk. */
static void escalate_own(struct scene *s)
{
	struct wish w;

	open_sheet(s, "E");
	scene_keys(s, "1 y");
	scene_pass(s, 6 * SECOND);
	assert_true(scene_wish(s, WISH_DECIDE, &w));
	s->at = s->world.now;
	scene_fmt(s, "hub:x", "decision.escalated", "",
		"{\"decision\":\"%s\",\"handoff\":\"%s\",\"attempt\":1,"
		"\"digest\":\"%s\",\"operator\":\"mira\",\"target\":\"%s\"}",
		w.decision, w.handoff, w.digest, w.target);
	scene_pass(s, SECOND);
}

static void set_hook(struct scene *s)
{
	s->at = s->world.now;
	scene_fmt(s, "hub:x", "hook.set", "", "{\"hook\":\"escalate\",\"on\":true}");
}

static void mute(struct scene *s, const char *agent)
{
	s->at = s->world.now;
	scene_fmt(s, "hub:x", "mute.set", "",
		"{\"what\":\"agent\",\"name\":\"%s\",\"operator\":\"lee\","
		"\"until\":\"2026-11-21T03:40:00Z\"}",
		agent);
}

static void test_the_sheet_says_that_nobody_is_called(void **state)
{
	struct scene *s = *state;

	open_sheet(s, "E");
	shows(s, "NOBODY IS CALLED: no hook is set");
	scene_keys(s, "C-c");
	set_hook(s);
	open_sheet(s, "E");
	assert_false(scene_shows(s, "NOBODY IS CALLED"));
	scene_keys(s, "C-c");
	mute(s, "refund");
	open_sheet(s, "E");
	shows(s, "NOBODY IS CALLED: refund is muted until 03:40");
	scene_keys(s, "C-c");
	open_sheet(s, "* E");
	shows(s, "NOBODY IS CALLED for 4 of 7: refund is muted until 03:40");
	/* To approve calls nobody, either. */
	scene_keys(s, "C-c");
	open_sheet(s, "A");
	assert_false(scene_shows(s, "NOBODY IS CALLED"));
}

static void test_what_is_muted_is_not_called(void **state)
{
	struct scene *s = *state;

	set_hook(s);
	mute(s, "refund");
	escalate_own(s);
	shows(s, "escalated to team-risk; NOBODY CALLED: refund is muted until 03:40");
	hook(s, "hook.skipped", ",\"reason\":\"muted\"");
	scene_pass(s, SECOND);
	shows(s, "escalated to team-risk; NOBODY CALLED: refund is muted until 03:40");
}

static void test_a_call_is_told_until_it_is_done(void **state)
{
	struct scene *s = *state;
	size_t cause;

	set_hook(s);
	escalate_own(s);
	cause = s->n;
	shows(s, "escalated to team-risk; being called");
	hook(s, "hook.failed",
		",\"tries\":1,\"detail\":\"webhook answers 503\","
		"\"again\":\"2026-11-21T03:13:20Z\"");
	scene_pass(s, SECOND);
	assert_true(shows_at(
		s, 24, 120, "not called yet, again 03:13:20: webhook answers 503"));
	s->at = s->world.now;
	scene_fmt(s, "hub:x", "hook.done", "",
		"{\"handoff\":\"h-91c2\",\"attempt\":1,\"hook\":\"escalate\",\"of\":%zu,"
		"\"tries\":2}",
		cause);
	scene_pass(s, SECOND);
	shows(s, "escalated to team-risk; called 03:12:5");
	shows(s, ", no answer yet");
}

static void test_a_call_given_up(void **state)
{
	struct scene *s = *state;

	set_hook(s);
	escalate_own(s);
	hook(s, "hook.failed", ",\"tries\":9,\"detail\":\"webhook answers 400\"");
	scene_pass(s, SECOND);
	shows(s, "NOBODY CALLED, given up: webhook answers 400");
}

/* --- why it is here --------------------------------------------------------- */

static void test_a_hold_does_not_forget_the_escalation(void **state)
{
	struct scene *s = *state;

	escalated(s, "h-91c2");
	held(s, "h-91c2", "2026-11-21T03:22:41Z");
	scene_keys(s, "3 j j j");
	assert_true(shows_at(s, 24, 120, "SHIPS EUR 1240, esc lead, held"));
	shows(s, "WHY HERE  escalated to lead by lee: odd; confidence .41");
	assert_false(scene_shows(s, "by its deadline"));
}

/* A decision of a program need not say to whom: a human it is. */
static void test_escalated_to_nobody_in_particular(void **state)
{
	struct scene *s = *state;

	scene_elsewhere(s, "decision.escalated", "h-91c2", "lee", "");
	scene_keys(s, "3");
	shows(s, "SHIPS, esc\n");
	shows(s, "WHY HERE  escalated to a human by lee; confidence");
}

static void test_line_three_counts_them(void **state)
{
	struct scene s;

	(void)state;
	scene_init(&s);
	scene_contract(&s, "reply.draft", "support", "notify", "");
	scene_offer(&s,
		&(struct scene_offer){ "h-1", "support", "notify", "reply.draft", .6,
			"stop", 3600, 0, 0, NULL });
	scene_held(&s, "h-1", "confidence");
	scene_offer(&s,
		&(struct scene_offer){ "h-2", "support", "notify", "reply.draft", .9,
			"stop", 3600, 0, 0, NULL });
	scene_held(&s, "h-2", "confidence");
	escalated(&s, "h-2");
	shows(&s, "2 wait for you, 1 escalated, the next deadline in");
	scene_fini(&s);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, scene_teardown)
	const struct CMUnitTest tests[] = {
		T(test_escalate_says_that_the_clock_runs_on),
		T(test_hold_says_until_when_and_what_follows),
		T(test_hold_that_changes_nothing),
		T(test_an_escalated_row_is_marked_and_still_ships),
		T(test_an_escalated_row_goes_to_somebody),
		T(test_a_held_row_is_marked),
		T(test_under_way_ships_is_not_hidden),
		T(test_the_sheet_says_that_nobody_is_called),
		T(test_what_is_muted_is_not_called),
		T(test_a_call_is_told_until_it_is_done),
		T(test_a_call_given_up),
		T(test_a_hold_does_not_forget_the_escalation),
		T(test_escalated_to_nobody_in_particular),
		T(test_line_three_counts_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
