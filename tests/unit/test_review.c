/* SPDX-License-Identifier: MIT */
/*
 * Review: the handoff that is open stays the one that keys are about, whatever
 * happens to the queue; what is told of one that has left; amounts.
 */
#include "tests/scene.h"
#include "views/row.h"

static void approve_elsewhere(struct scene *s, const char *id)
{
	s->at = s->world.now;
	scene_elsewhere(s, "decision.approved", id, "lee", "");
}

/* How many decisions the shell would send; the last one in `last`. */
static int decides(struct scene *s, struct wish *last)
{
	struct wish w;
	int n = 0;

	while (shell_wish(s->shell, &w)) {
		if (w.kind != WISH_DECIDE)
			continue;
		*last = w;
		n++;
	}
	return n;
}

/* --- one that is open ------------------------------------------------------- */

static void test_open_stays(void **state)
{
	static const char *const acts[] = { "A", "R", "E", "H" };
	static const char *const off[] = { "approve is off: h-91c2 has left",
		"reject is off: h-91c2", "escalate is off: h-91c2",
		"hold is off: h-91c2" };
	struct scene *s = *state;
	struct wish w;

	scene_keys(s, "3 Enter");
	scene_pass(s, 5 * SECOND);
	approve_elsewhere(s, "h-91c2");
	/* longer than the list keeps a row that has left */
	for (int i = 0; i < 20; i++) {
		scene_pass(s, SECOND);
		assert_true(scene_shows(s, "── h-91c2  refund.decision@3"));
	}
	assert_true(scene_shows(s, "h-91c2 has left: approved by lee 0:20 ago"));
	for (int i = 0; i < 4; i++) {
		scene_keys(s, acts[i]);
		assert_true(scene_shows(s, off[i]));
		assert_false(scene_shows(s, "nothing sent yet"));
		scene_keys(s, "y");
	}
	scene_keys(s, "] Enter n Space");
	assert_true(scene_shows(s, "── h-91c2  refund.decision@3"));
	assert_true(scene_shows(s, "h-91c2 has left: approved by lee"));
	scene_pass(s, 20 * SECOND);
	assert_int_equal(decides(s, &w), 0);
	/* A key that follows Esc at once was meant for what was open. */
	scene_keys(s, "Esc A");
	assert_true(scene_shows(s, "REVIEW  6 waiting"));
	assert_false(scene_shows(s, "marked"));
	assert_true(scene_shows(s, "the row changed just now"));
	assert_false(scene_shows(s, "nothing sent yet"));
}

static void test_open_stays_when_nothing_waits(void **state)
{
	static const char *const ids[] = { "h-91c7", "h-91aa", "h-9184", "h-9170",
		"h-916e", "h-9169", "h-91c2" };
	struct scene *s = *state;

	scene_keys(s, "3 Enter");
	for (size_t i = 0; i < sizeof(ids) / sizeof(*ids); i++) {
		approve_elsewhere(s, ids[i]);
		scene_pass(s, 15 * SECOND);
		assert_true(scene_shows(s, "── h-91c2  refund.decision@3"));
	}
	assert_true(scene_shows(s, "h-91c2 has left: approved by lee 0:15 ago"));
	scene_pass(s, 15 * SECOND);
	scene_keys(s, "Esc");
	assert_true(scene_shows(s, "Nothing is waiting for a decision."));
}

/* Marks are for the list: the open one alone is decided on, and they stay. */
static void test_open_acts_alone(void **state)
{
	struct scene *s = *state;
	struct wish w = { 0 };

	scene_keys(s, "3 j Space Space g");
	assert_true(scene_shows(s, "2 marked"));
	scene_keys(s, "Enter");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "APPROVE 1 handoff"));
	assert_true(scene_shows(s, "!! h-91c2  fraud>refund"));
	scene_keys(s, "y");
	scene_pass(s, 6 * SECOND);
	assert_int_equal(decides(s, &w), 1);
	assert_string_equal(w.handoff, "h-91c2");
	scene_keys(s, "Esc");
	assert_true(scene_shows(s, "2 marked"));
	scene_keys(s, "A");
	assert_true(scene_shows(s, "APPROVE 2 handoffs"));
}

/* Marked itself, it is no mark any more once it was decided on. */
static void test_open_and_marked(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_keys(s, "3 Space Space g Enter");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	scene_pass(s, SECOND);
	scene_keys(s, "y Esc");
	assert_true(scene_shows(s, "  1 marked"));
	scene_pass(s, 6 * SECOND);
	assert_int_equal(decides(s, &w), 1);
}

static void test_open_changes(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3 Enter");
	scene_pass(s, SECOND);
	scene_offer(s,
		&(struct scene_offer){ "h-91c2", "fraud", "refund", "refund.decision", .5,
			"stop", 500, 7, 2, NULL });
	scene_fmt(s, "hub:x", "handoff.held", "",
		"{\"handoff\":\"h-91c2\",\"attempt\":2,\"cause\":\"confidence\"}");
	scene_pass(s, 100000);
	assert_true(scene_shows(s, "h-91c2 is attempt 2 now: you opened attempt 1"));
	scene_keys(s, "A");
	assert_true(scene_shows(s, "the row changed just now"));
	scene_pass(s, 2 * SECOND);
	scene_keys(s, "A");
	assert_true(scene_shows(s, "APPROVE 1 handoff"));
}

/* Who asks for another from elsewhere gets that one, in the list. */
static void test_open_gives_way(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3 Enter 1 j Enter");
	assert_true(scene_shows(s, "REVIEW  7 waiting"));
	assert_true(scene_shows(s, "> !! 0:54 h-91c7"));
}

/* --- a row that slid under the cursor --------------------------------------- */

static void test_slid_row(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3 j");
	approve_elsewhere(s, "h-91c7");
	scene_pass(s, SECOND);
	scene_pass(s, 10 * SECOND + 100000);
	assert_true(scene_shows(s, "> !  2:57 h-91aa"));
	scene_pass(s, 900000);
	scene_keys(s, "A");
	assert_true(scene_shows(s, "the row changed just now"));
	scene_pass(s, 200000);
	scene_keys(s, "A");
	assert_true(scene_shows(s, "APPROVE 1 handoff"));
}

/* A group that goes makes room for another: that is a change, too. */
static void test_slid_group(void **state)
{
	struct scene *s = *state;

	scene_offer(s,
		&(struct scene_offer){
			"x-1", "web", "db", NULL, .9, "dead_letter", 3000, 0, 0, NULL });
	scene_fmt(s, "agent:db", "handoff.dead_lettered", "",
		"{\"handoff\":\"x-1\",\"attempt\":1,\"reason\":\"full\"}");
	scene_keys(s, "4 G");
	assert_true(scene_shows(s, "full"));
	scene_pass(s, 2 * SECOND);
	s->at = s->world.now;
	scene_elsewhere(s, "decision.discarded", "x-1", "lee", ",\"note\":\"n\"");
	scene_pass(s, 500000);
	scene_keys(s, "B");
	assert_true(scene_shows(s, "the row changed just now"));
	scene_pass(s, 2 * SECOND);
	scene_keys(s, "B");
	assert_true(scene_shows(s, "PUT BACK 5 dead letters"));
}

/* --- words ------------------------------------------------------------------ */

static void test_fates(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3 Enter");
	approve_elsewhere(s, "h-91c2");
	s->at += 2 * SECOND;
	scene_fmt(s, "agent:refund", "handoff.completed", "",
		"{\"handoff\":\"h-91c2\",\"attempt\":1}");
	scene_pass(s, 5 * SECOND);
	assert_true(
		scene_shows(s, "approved by lee 0:05 ago, completed by refund 0:03 ago"));
	assert_false(scene_shows(s, "completed by lee"));
	assert_false(scene_shows(s, "waits until a human"));
}

static void test_put_back(void **state)
{
	struct scene *s = *state;
	uint32_t place = mesh_find_handoff(s->mesh, STR("h-9a10"));
	char fate[ROW_TEXT];

	s->at = s->world.now;
	scene_elsewhere(s, "decision.requeued", "h-9a10", "lee",
		",\"note\":\"\",\"next_attempt\":2");
	assert_string_equal(row_fate(s->mesh, handoff_at(s->mesh, place), fate),
		"put back by lee, attempt 2 to come");
	scene_offer(s,
		&(struct scene_offer){ "h-9a10", "billing", "ledger", NULL, .9,
			"dead_letter", 3000, 0, 2, NULL });
	assert_string_equal(row_fate(s->mesh, handoff_at(s->mesh, place), fate),
		"offered as attempt 2");
}

/* The wire keeps its own name for what people call putting back. */
static void test_put_back_on_the_wire(void **state)
{
	struct scene *s = *state;
	struct wish w = { 0 };

	scene_keys(s, "4 l j");
	scene_pass(s, SECOND);
	scene_keys(s, "B");
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "press  y  to put back"));
	scene_keys(s, "y");
	scene_pass(s, 6 * SECOND);
	assert_true(scene_shows(s, "put back h-9a1"));
	assert_int_equal(decides(s, &w), 1);
	assert_string_equal(w.action, "requeue");
}

/* --- amounts ---------------------------------------------------------------- */

/* Whatever the width: a whole amount behind SHIPS, or none. */
/* What is due sooner comes in above: it is seen, and the cursor keeps its handoff. */
static void test_a_sooner_row_is_seen(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3 j k");
	assert_true(scene_shows(s, "> !! 0:40 h-91c2"));
	s->at = s->world.now;
	scene_offer(s,
		&(struct scene_offer){ "h-soon", "fraud", "refund", "refund.decision", .5,
			"proceed", 20, 7, 0, NULL });
	scene_held(s, "h-soon", "confidence");
	assert_true(scene_shows(s, "\n  !! 0:19 h-soon"));
	assert_true(scene_shows(s, "\n> !! 0:40 h-91c2"));
	assert_true(scene_shows(s, "by deadline  1 more below"));
	scene_keys(s, "G");
	assert_true(scene_shows(s, "by deadline  1 above ──"));
	/* The window begins further down: it stays, and the title counts. */
	scene_offer(s,
		&(struct scene_offer){ "h-next", "fraud", "refund", "refund.decision", .5,
			"proceed", 10, 7, 0, NULL });
	scene_held(s, "h-next", "confidence");
	assert_true(scene_shows(s, "by deadline  2 above ──"));
}

/* It waits for good: that is trouble too. */
static void test_what_waits_for_ever_is_trouble(void **state)
{
	struct scene *s = *state;

	scene_offer(s,
		&(struct scene_offer){ "h-ever", "fraud", "refund", "refund.decision", .5,
			"queue", 3600, 7, 0, NULL });
	scene_held(s, "h-ever", "confidence");
	s->at = s->world.now;
	scene_fmt(s, "hub:x", "handoff.fallback", "",
		"{\"handoff\":\"h-ever\",\"attempt\":1,\"action\":\"queue\"}");
	scene_keys(s, "3 f");
	assert_true(scene_shows(s, "h-ever"));
	assert_false(scene_shows(s, "h-9170"));
	scene_keys(s, "Home n n n n");
	assert_true(scene_shows(s, ">       - h-ever"));
}

static void test_amounts_are_whole(void **state)
{
	struct scene *s = *state;
	bool seen = false;

	scene_offer(s,
		&(struct scene_offer){ "h-large-amount", "correlator", "investigator",
			"refund.decision", .5, "proceed", 30, 10123599, 0, NULL });
	scene_held(s, "h-large-amount", "confidence");
	scene_keys(s, "3");
	for (int cols = 40; cols <= 200; cols++) {
		char *dump = scene_dump(s, 30, cols), *at = dump;

		assert_non_null(strstr(dump, "0:29"));
		while ((at = strstr(at, "SHIPS E")) != NULL) {
			char *end;

			assert_memory_equal(at, "SHIPS EUR ", 10);
			strtol(at + 10, &end, 10);
			assert_true(*end == ' ' || *end == '\n');
			seen |= strncmp(at + 10, "10123599", 8) == 0;
			at = end;
		}
		free(dump);
	}
	assert_true(seen);
	assert_true(scene_shows(s, "SHIPS EUR 10123599"));
}

/* From Flow to an edge: its rows, and nothing that is not so. */
static void test_an_edge_from_flow(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "2 v j");
	for (int i = 0; i < 10 && !scene_shows(s, "  fraud>refund ──"); i++)
		scene_keys(s, i < 5 ? "j" : "k");
	scene_keys(s, "Enter");
	assert_true(scene_shows(s, "hidden, filter: edge=fraud>refund"));
	assert_true(scene_shows(s, "── h-91c2  refund.decision@3"));
	assert_false(scene_shows(s, "is not in"));
	assert_false(scene_shows(s, "h-9184"));
	scene_keys(s, "Esc");
	assert_true(scene_shows(s, "h-9184"));
}

#define T(name) cmocka_unit_test_setup_teardown(name, scene_setup, scene_teardown)

/* --- from one handoff to another, and back ---------------------------------- */

static void test_follows_and_comes_back(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_keys(s, "3 Enter ] ]");
	assert_true(scene_shows(s, "< h-9107  kyc.verdict@3  kyc>fraud  .93"));
	scene_keys(s, "j j Enter");
	assert_true(scene_shows(s, "── h-9107  kyc.verdict@3"));
	assert_true(scene_shows(s, "opened from h-91c2: Esc goes back"));
	scene_pass(s, 2 * SECOND);
	scene_keys(s, "A");
	assert_true(scene_shows(s, "approve is for h-91c2: Esc goes back to it"));
	scene_keys(s, "y e C");
	assert_true(scene_shows(s, "claim is for h-91c2"));
	/* round and round, as far as it goes */
	for (int i = 0; i < 40; i++) {
		scene_keys(s, i % 2 == 0 ? "] ] j Enter" : "] ] j j Enter");
		assert_true(scene_shows(s, "opened from h-9"));
	}
	for (int i = 0; i < 16 && scene_shows(s, "opened from"); i++)
		scene_keys(s, "Esc");
	assert_false(scene_shows(s, "opened from"));
	assert_true(scene_shows(s, ">< h-9107"));
	scene_pass(s, 2 * SECOND);
	scene_keys(s, "A");
	scene_pass(s, SECOND);
	assert_true(scene_shows(s, "APPROVE 1 handoff"));
	scene_keys(s, "y");
	scene_pass(s, 6 * SECOND);
	assert_int_equal(decides(s, &w), 1);
	assert_string_equal(w.handoff, "h-91c2");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_follows_and_comes_back),
		T(test_open_stays),
		T(test_open_stays_when_nothing_waits),
		T(test_open_acts_alone),
		T(test_open_and_marked),
		T(test_open_changes),
		T(test_open_gives_way),
		T(test_slid_row),
		T(test_slid_group),
		T(test_fates),
		T(test_put_back),
		T(test_put_back_on_the_wire),
		T(test_a_sooner_row_is_seen),
		T(test_what_waits_for_ever_is_trouble),
		T(test_amounts_are_whole),
		T(test_an_edge_from_flow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
