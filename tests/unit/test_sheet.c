/* SPDX-License-Identifier: MIT */
/*
 * The sheet and what comes of it: what it lists and says, the keys it names at
 * every size, and where keys go that were meant for it.
 */
#include "tests/scene.h"

#include "base/text.h"

#define MANY 12

/* Twelve of one kind that wait, and twelve dead letters of one edge. */
static void many(struct scene *s, const char *owners)
{
	char id[40];

	scene_contract(s, "refund.decision", "fraud", "refund", owners);
	for (int i = 0; i < MANY; i++) {
		snprintf(id, sizeof(id), "w-%02d", i);
		scene_offer(s,
			&(struct scene_offer){ id, "fraud", "refund", "refund.decision",
				.5, "stop", 2000 - 10 * i, i, 0, NULL });
		scene_held(s, id, "confidence");
		snprintf(id, sizeof(id), "x-%02d", i);
		scene_offer(s,
			&(struct scene_offer){ id, "fraud", "refund", "refund.decision",
				.9, "dead_letter", 3000, 0, 0, NULL });
		scene_fmt(s, "agent:refund", "handoff.dead_lettered", "",
			"{\"handoff\":\"%s\",\"attempt\":1,\"reason\":\"version\"}", id);
	}
	s->at = SCENE_START;
}

static bool shows_at(struct scene *s, int rows, int cols, const char *text)
{
	char *dump = scene_dump(s, rows, cols);
	bool found = strstr(dump, text) != NULL;

	free(dump);
	return found;
}

static void wait_a_second(struct scene *s)
{
	scene_pass(s, SECOND);
}

/* --- what it lists ---------------------------------------------------------- */

static void test_soonest_first(void **state)
{
	struct scene *s = *state;
	char *dump, *at;

	/* Those that were offered later are due sooner. */
	many(s, "");
	scene_keys(s, "3 *");
	wait_a_second(s);
	scene_keys(s, "A");
	dump = scene_dump(s, 24, 80);
	assert_non_null(at = strstr(dump, "APPROVE 12 handoffs"));
	assert_non_null(at = strstr(at, " w-11 "));
	assert_non_null(at = strstr(at, " w-10 "));
	assert_non_null(at = strstr(at, " w-09 "));
	assert_null(strstr(at, " w-00 "));
	free(dump);
}

/* --- the note --------------------------------------------------------------- */

static void test_says_why_a_note_is_needed(void **state)
{
	static const int sizes[][2] = { { 24, 80 }, { 20, 60 } };
	struct scene *s = *state;

	scene_contract(s, "wire.transfer", "a", "b",
		",\"critical\":true,\"evidence\":[\"/order\",\"/device\"]");
	scene_offer(s,
		&(struct scene_offer){
			"c-1", "a", "b", "wire.transfer", .5, "stop", 900, 1, 0, NULL });
	scene_held(s, "c-1", "confidence");
	scene_keys(s, "3");
	wait_a_second(s);
	scene_keys(s, "A");
	wait_a_second(s);
	for (size_t i = 0; i < 2; i++)
		assert_true(shows_at(s, sizes[i][0], sizes[i][1],
			"a note is needed: 1 of 2 evidence missing"));
	assert_true(shows_at(s, 14, 40, "a note is needed: 1 of 2 evidence"));
	assert_true(shows_at(s, 14, 40, "    missing\n"));
	/* None of the keys that would send is named before there is one. */
	scene_keys(s, "Tab");
	assert_true(scene_shows(s, " Tab write the note first   any other key: go back"));
	scene_keys(s, "y");
	assert_true(scene_shows(s, " Tab write the note first   a note is needed first"));
	scene_keys(s, "Tab o k Tab");
	assert_true(scene_shows(s, " !  1 of 2 evidence missing"));
	assert_true(scene_shows(s, " press  y  to approve   Tab note   any other key"));
	scene_keys(s, "C-c");
}

static void test_evidence_that_is_not_here(void **state)
{
	struct scene *s = *state;

	scene_contract(s, "wire.transfer", "a", "b",
		",\"critical\":true,\"evidence\":[\"/order\"]");
	scene_offer(s,
		&(struct scene_offer){
			"c-1", "a", "b", "wire.transfer", .5, "stop", 900, 1, 0, NULL });
	scene_held(s, "c-1", "confidence");
	s->hide_bytes = true;
	scene_keys(s, "3");
	wait_a_second(s);
	scene_keys(s, "A");
	assert_true(scene_shows(
		s, "a note is needed: its evidence is not here to be looked at"));
}

/* --- to whom ---------------------------------------------------------------- */

#define LONG_NAME "team-with-a-name-that-goes-on-and-on-and-on-until-it-says-which"
#define LONG_OWNERS                                                                      \
	",\"owners\":{\"a\":\"" LONG_NAME "1\",\"b\":\"" LONG_NAME                       \
	"2\",\"c\":\"short\",\"d\":\"another-team\",\"e\":\"fin-core\","                 \
	"\"f\":\"payments-on-call\"}"

static void test_targets_are_never_cut(void **state)
{
	struct scene *s = *state;

	many(s, LONG_OWNERS);
	scene_keys(s, "3");
	wait_a_second(s);
	scene_keys(s, "E");
	wait_a_second(s);
	assert_true(scene_shows(s, "1 " LONG_NAME "1\n"));
	assert_true(scene_shows(s, "2 " LONG_NAME "2\n"));
	assert_true(scene_shows(s, "3 short  4 another-team  5 fin-core  6 payments-on"));
	assert_true(scene_shows(s, " 1-6 to whom"));
	assert_true(shows_at(s, 20, 60,
		"1 "
		"team-with-a-name-that-goes-on-and-on-and-on-until-i"));
	assert_true(shows_at(s, 20, 60, "         t-says-which1\n"));
	assert_true(shows_at(s, 20, 60, "         t-says-which2\n"));
	/* Only some have room: the others are neither drawn nor to be chosen. */
	assert_true(shows_at(s, 20, 40, "         h2\n"));
	assert_true(shows_at(s, 20, 40, "another-team"));
	assert_true(shows_at(s, 14, 40, "         h1\n"));
	assert_false(shows_at(s, 14, 40, " 2 team"));
	assert_true(shows_at(s, 14, 40, " 1 to whom  Tab write  other: back"));
	scene_keys(s, "2");
	assert_true(scene_shows(s, "nothing sent"));
	assert_false(scene_shows(s, "ESCALATE 1"));
}

static void test_the_chosen_target_is_whole(void **state)
{
	struct scene *s = *state;

	many(s, LONG_OWNERS);
	scene_keys(s, "3");
	wait_a_second(s);
	scene_keys(s, "E");
	wait_a_second(s);
	scene_keys(s, "2");
	assert_true(shows_at(s, 24, 80, "to    " LONG_NAME "2\n"));
	assert_true(shows_at(s, 14, 40, "it-says-which2\n"));
}

/* --- the keys it names ------------------------------------------------------ */

/* The last line of the screen: the hint. */
static void hint_of(struct scene *s, int rows, int cols, char out[400])
{
	char *dump = scene_dump(s, rows, cols), *last;
	size_t n = strlen(dump);

	if (n > 0 && dump[n - 1] == '\n')
		dump[n - 1] = '\0';
	last = strrchr(dump, '\n');
	assert_non_null(last);
	snprintf(out, 400, "%s", last + 1);
	free(dump);
}

struct hint_case {
	char act;
	bool note_first; /* the note's line has the keys when it opens */
};

static void has(const char *hint, const char *key, const char *what)
{
	if (strstr(hint, key) == NULL || strchr(hint, '~') != NULL)
		fail_msg("%s: \"%s\" in \"%s\"", what, key, hint);
}

static void lacks(const char *hint, const char *key, const char *what)
{
	if (strstr(hint, key) != NULL)
		fail_msg("%s: \"%s\" in \"%s\"", what, key, hint);
}

/* One sheet at one size: each key named does what it says. */
static void check_hints(char act, int n, int rows, int cols)
{
	bool needs = act == 'R' || act == 'X', dead = act == 'B' || act == 'X';
	bool by_number = n > 9 || (n > 1 && act == 'E');
	char keys[80] = "", what[80], hint[400], count[20];
	struct scene s;

	scene_init(&s);
	many(&s, ",\"owners\":{\"fraud\":\"team-risk\",\"refund\":\"fin-core\"}");
	snprintf(what, sizeof(what), "%c of %d at %dx%d", act, n, cols, rows);
	scene_keys(&s, dead ? "4 Right j" : "3");
	for (int i = 0; i < n && n > 1; i++)
		scene_keys(&s, "Space");
	free(scene_dump(&s, rows, cols));
	wait_a_second(&s);
	snprintf(keys, sizeof(keys), "%c", act);
	scene_keys(&s, keys);
	wait_a_second(&s);
	snprintf(count, sizeof(count), "%d", n);
	hint_of(&s, rows, cols, hint);
	if (act == 'E') {
		has(hint, "1-2 to whom", what);
		has(hint, "Tab write", what);
		has(hint, "back", what);
		scene_keys(&s, "Tab");
		hint_of(&s, rows, cols, hint);
		has(hint, "Tab Enter take", what);
		has(hint, "Esc", what);
		scene_keys(&s, "l e a d Enter");
		hint_of(&s, rows, cols, hint);
	}
	if (needs) {
		has(hint, "Tab Enter leave", what);
		has(hint, "Esc", what);
		scene_keys(&s, "Tab");
		hint_of(&s, rows, cols, hint);
		has(hint, "Tab write the note", what);
		lacks(hint, " y ", what);
		scene_keys(&s, "Tab o k Enter");
		hint_of(&s, rows, cols, hint);
	}
	has(hint, n == 1 || by_number ? " y " : count, what);
	has(hint, "Tab note", what);
	has(hint, "back", what);
	if (n > 1)
		has(hint, count, what);
	if (!needs) {
		scene_keys(&s, "Tab");
		hint_of(&s, rows, cols, hint);
		has(hint, "Tab Enter Esc leave", what);
		scene_keys(&s, "Esc");
	}
	scene_keys(&s, n == 1 ? "y" : n > 9 ? "3 Backspace 1 2" : count);
	if (by_number) {
		hint_of(&s, rows, cols, hint);
		snprintf(keys, sizeof(keys), "%d_", n);
		has(hint, keys, what);
		scene_keys(&s, "y");
	}
	if (!shows_at(&s, 24, 80, "sending in 5s"))
		fail_msg("%s: not sent", what);
	scene_fini(&s);
}

static void test_names_its_keys(void **state)
{
	static const int sizes[][2] = { { 24, 80 }, { 20, 60 }, { 14, 40 }, { 12, 36 } };
	static const int counts[] = { 1, 2, 9, 12 };

	(void)state;
	for (const char *act = "AREHBX"; *act != '\0'; act++) {
		for (size_t i = 0; i < 4; i++) {
			for (size_t k = 0; k < 4; k++)
				check_hints(*act, counts[k], sizes[i][0], sizes[i][1]);
		}
	}
}

/* --- keys that were meant for it -------------------------------------------- */

static void close_elsewhere(struct scene *s)
{
	scene_elsewhere(s, "decision.approved", "h-91c2", "lee", "");
	scene_pass(s, 1000);
}

static void test_typing_on_after_it_closed(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_usual(s);
	scene_keys(s, "3");
	wait_a_second(s);
	scene_keys(s, "A");
	wait_a_second(s);
	scene_keys(s, "Tab l o");
	close_elsewhere(s);
	assert_true(scene_shows(s, "h-91c2 approved by lee: nothing sent"));
	/* "oked" would have moved the cursor and opened the ego view's key. */
	for (int i = 0; i < 12; i++) {
		scene_keys(s, "j");
		scene_pass(s, 120000);
	}
	scene_keys(s, "Space q Enter X");
	assert_true(scene_shows(s, ">       - h-91c2"));
	assert_true(
		scene_shows(s, "keys dropped: the sheet closed (h-91c2 approved by lee"));
	assert_false(scene_shows(s, "marked"));
	assert_false(scene_wish(s, WISH_QUIT, &w));
	scene_pass(s, 600000); /* a pause */
	scene_keys(s, "j");
	assert_true(scene_shows(s, "> !! 0:5"));
}

static void test_one_second_after_it_closed(void **state)
{
	struct scene *s = *state;

	scene_usual(s);
	scene_keys(s, "3");
	wait_a_second(s);
	scene_keys(s, "A");
	close_elsewhere(s);
	scene_pass(s, 990000);
	scene_keys(s, "j");
	assert_true(scene_shows(s, ">       - h-91c2"));
	scene_pass(s, 600000);
	scene_keys(s, "j");
	assert_false(scene_shows(s, ">       - h-91c2"));
}

/* Esc is no letter of a note: it and what follows are heard. */
static void test_after_ones_own_esc(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_usual(s);
	scene_keys(s, "3");
	wait_a_second(s);
	scene_keys(s, "A");
	wait_a_second(s);
	assert_true(scene_wish(s, WISH_DROP_KEYS, &w));
	scene_keys(s, "Esc j");
	assert_false(scene_wish(s, WISH_DROP_KEYS, &w));
	assert_true(scene_shows(s, "> !! 0:53 h-91c7"));
	wait_a_second(s);
	/* A note begun without Tab: its first letter closes, the others do nothing. */
	scene_keys(s, "A");
	wait_a_second(s);
	scene_keys(s, "l o o k s Space f i n e");
	assert_true(scene_shows(s, "> !! 0:51 h-91c7"));
	assert_true(scene_shows(
		s, "keys dropped: the sheet closed (l goes back, only y confirms"));
	assert_false(scene_shows(s, "marked"));
}

/* What came in the same read as the key that confirms goes with it. */
static void test_typed_ahead_of_sending(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_usual(s);
	scene_keys(s, "3");
	wait_a_second(s);
	scene_keys(s, "A");
	assert_true(scene_wish(s, WISH_DROP_KEYS, &w));
	wait_a_second(s);
	scene_keys(s, "y");
	assert_true(scene_wish(s, WISH_DROP_KEYS, &w));
	scene_keys(s, "u");
	assert_true(scene_shows(s, "taken back: 1 decision"));
}

/* --- marks ------------------------------------------------------------------ */

static void test_marks(void **state)
{
	struct scene *s = *state;

	scene_usual(s);
	scene_keys(s, "3 *");
	assert_true(scene_shows(s, "by deadline  7 marked"));
	assert_true(shows_at(s, 14, 40, "7 marked"));
	scene_keys(s, "*");
	assert_false(scene_shows(s, "marked"));
	scene_keys(s, "/ k y c Enter *");
	assert_true(scene_shows(s, "hidden, filter: kyc  1 marked"));
	/* The count stays, whatever else has no room. */
	assert_true(shows_at(s, 14, 40, "── 1 marked ──"));
	scene_keys(s, "Esc");
	assert_true(scene_shows(s, "1 mark cleared"));
	assert_true(scene_shows(s, "filter: kyc"));
	scene_keys(s, "Space Esc");
	assert_false(scene_shows(s, " 1 marked"));
}

/* --- what became of it ------------------------------------------------------ */

static void answer(struct scene *s, const char *decision, const char *code)
{
	shell_answer(s->shell, &s->world,
		&(struct answer){ .decision = decision,
			.ok = code == NULL,
			.code = code,
			.action = "stop",
			.time = "2026-11-21T03:12:45Z" });
}

static void test_a_batch_is_summed_up(void **state)
{
	struct scene *s = *state;
	struct wish w[4];

	many(s, "");
	scene_keys(s, "3 Space Space Space Space");
	wait_a_second(s);
	scene_keys(s, "A");
	wait_a_second(s);
	scene_keys(s, "4");
	scene_pass(s, 5 * SECOND);
	for (int i = 0; i < 4; i++)
		assert_true(scene_wish(s, WISH_DECIDE, &w[i]));
	assert_string_equal(w[0].handoff, "w-11"); /* the next deadline is sent first */
	assert_true(scene_shows(s, " approve 4: 4 sent"));
	answer(s, w[0].decision, "too_late");
	s->at = s->world.now;
	for (int i = 1; i < 4; i++) {
		scene_decided(s, &w[i], "decision.approved");
		scene_fmt(s, "hub:x", "delivery.applied", "",
			"{\"handoff\":\"%s\",\"attempt\":1,\"decision\":\"%s\","
			"\"agent\":\"refund\"}",
			w[i].handoff, w[i].decision);
	}
	/* The last of them went well, and that is not all there is to say. */
	assert_true(scene_shows(s, " approve 4: 3 applied, 1 TOO LATE: w-11\n"));
	assert_true(shows_at(s, 24, 40, "approve 4: 3 applied, 1 TOO LATE"));
	assert_true(scene_shows(s, "3 done, 0 under way, 1 not done, :sent lists"));
	assert_true(shell_command(s->shell, &s->world, STR("sent")));
	assert_true(scene_shows(s, "SENT  last 5 min"));
	assert_true(scene_shows(s, "approve   w-08  applied 0.0s"));
	assert_true(shows_at(s, 20, 60, "3 done, 0 under way, 1 not done"));
	assert_true(shows_at(s, 14, 40, " approve w-11  TOO LATE: "));
	scene_keys(s, "G");
	assert_true(scene_shows(s, "approve   w-11  TOO LATE: fallback stop fired at"));
	scene_keys(s, "Enter");
	assert_true(scene_shows(s, "REVIEW  "));
	assert_true(scene_shows(s, "> "));
	scene_pass(s, 6 * MINUTE);
	shell_command(s->shell, &s->world, STR("sent"));
	assert_true(scene_shows(s, "Nothing was decided here."));
	scene_keys(s, "Esc");
	assert_false(scene_shows(s, "SENT  last"));
}

/* Nothing waits any more: what was sent is still there to be read. */
static void test_the_strip_outlives_the_queue(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_contract(s, "refund.decision", "fraud", "refund", "");
	scene_offer(s,
		&(struct scene_offer){ "w-1", "fraud", "refund", "refund.decision", .5,
			"stop", 900, 1, 0, NULL });
	scene_held(s, "w-1", "confidence");
	scene_keys(s, "3");
	wait_a_second(s);
	scene_keys(s, "A");
	wait_a_second(s);
	scene_keys(s, "y");
	scene_pass(s, 5 * SECOND);
	assert_true(scene_wish(s, WISH_DECIDE, &w));
	s->at = s->world.now;
	scene_decided(s, &w, "decision.approved");
	assert_true(scene_shows(s, "> ")); /* a tombstone, for a while */
	scene_pass(s, 30 * SECOND);
	assert_true(scene_shows(s, "Nothing is waiting"));
	assert_true(scene_shows(s, "approve w-1 no answer 30s of refund"));
}

/* --- copying ---------------------------------------------------------------- */

static void test_the_whole_screen_is_copied(void **state)
{
	struct scene *s = *state;
	char *dump;
	struct wish w;

	scene_usual(s);
	scene_keys(s, "3");
	free(scene_dump(s, 60, 200));
	scene_keys(s, "c s");
	assert_true(scene_wish(s, WISH_COPY, &w));
	assert_true(w.copy.n > 4096);
	assert_true(utf8_valid(w.copy));
	assert_false(scene_shows(s, "copied the first"));
	dump = scene_dump(s, 60, 200);
	assert_true(str_is(w.copy, dump));
	free(dump);
	/* Two before anybody took them: the last one counts. */
	scene_keys(s, "c s c i");
	assert_true(scene_wish(s, WISH_COPY, &w));
	assert_true(str_is(w.copy, "h-91c2"));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, scene_bare, scene_teardown)
	const struct CMUnitTest tests[] = {
		T(test_soonest_first),
		T(test_says_why_a_note_is_needed),
		T(test_evidence_that_is_not_here),
		T(test_targets_are_never_cut),
		T(test_the_chosen_target_is_whole),
		T(test_names_its_keys),
		T(test_typing_on_after_it_closed),
		T(test_one_second_after_it_closed),
		T(test_after_ones_own_esc),
		T(test_typed_ahead_of_sending),
		T(test_marks),
		T(test_a_batch_is_summed_up),
		T(test_the_strip_outlives_the_queue),
		T(test_the_whole_screen_is_copied),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
