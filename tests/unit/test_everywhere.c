/* SPDX-License-Identifier: MIT */
/*
 * What holds on every screen, whatever its size and the link: the three lines at the
 * top, and no picture that is old and looks new. New screens are in as soon as the
 * shell has them: they come by their digit.
 */
#include "tests/everywhere.h"

/* --- sizes ------------------------------------------------------------------ */

/* Rows of the list on Review that can be decided on: a name, an arrow, a name. */
static int items_of(const struct stage *s)
{
	int n = 0;

	for (int row = 3; row < s->surface.rows; row++) {
		const char *text = row_text(s, row);

		if (strncmp(text, "\xe2\x94\x80\xe2\x94\x80", 6) == 0 && row > 3)
			break;
		n += strstr(text, "fraud>") != NULL || strstr(text, "kyc>") != NULL ||
			strstr(text, "reviewer>") != NULL ||
			strstr(text, "support>") != NULL;
	}
	return n;
}

static void check_size(const struct stage *s, bool review)
{
	if (is_small(s)) {
		CHECK(s, row_has(s, 0, "LIVE"), "the card has no badge");
		CHECK(s, !shows(s, "\xe2\x95\x90"), "a sheet on a card");
		return;
	}
	CHECK(s, row_has(s, 0, "[LIVE 0.4s]"), "no badge in line 1");
	CHECK(s, row_text(s, 2)[0] != '\0', "no verdict in line 3");
	if (review)
		CHECK(s, items_of(s) >= 4, "fewer than four rows of the list");
}

/* Each width and each height, and in between pairs as they come. */
static void sweep(struct stage *s, unsigned *seed)
{
	bool review = s->mesh->review.count >= 4;

	for (const char *digit = screens; *digit != '\0'; digit++) {
		resize(s, 80, 24);
		press(s, *digit);
		for (int cols = 20; cols <= 300; cols += 1 + cols / 60) {
			resize(s, cols, 5 + (int)(next_random(seed) % 60));
			check_size(s, review && *digit == '3');
		}
		for (int rows = 5; rows <= 100; rows += 1 + rows / 30) {
			resize(s, 20 + (int)(next_random(seed) % 120), rows);
			check_size(s, review && *digit == '3');
		}
	}
}

static void test_sizes(void **state)
{
	static const char *const recordings[] = { "night.jsonl", "wide.jsonl",
		"versions.jsonl", "hostile.jsonl", "broken.jsonl", "empty.jsonl" };
	unsigned seed = 7;

	(void)state;
	for (size_t i = 0; i < LEN(recordings); i++) {
		struct stage s;

		open_stage(&s, recordings[i]);
		sweep(&s, &seed);
		assert_int_equal(decided(&s), 0);
		stage_fini(&s);
	}
}

/* Its head is the one line that begins so. */
static bool has_sheet(const struct stage *s)
{
	for (int row = 0; row < s->surface.rows; row++)
		if (surface_cell(&s->surface, row, 0)->ch[0] == 0x2550)
			return true;
	return false;
}

/* A sheet stays readable or closes, and says so; no size sends anything. */
static void test_sheet_sizes(void **state)
{
	static const char acts[] = "AREH";
	unsigned seed = 11;
	bool gone = false;
	int opened = 0;
	struct stage s;

	(void)state;
	open_stage(&s, "night.jsonl");
	press(&s, '3');
	for (int i = 0; i < 600; i++) {
		bool open;

		if (i % 3 == 0) {
			gone = false;
			resize(&s, 80, 24);
			stage_wait(&s, 2 * SECOND);
			s.world.now = s.mesh->now; /* all wait again */
			press(&s, K_ESC);
			press(&s, acts[next_random(&seed) % 4]);
			opened += has_sheet(&s);
		}
		resize(&s, 20 + (int)(next_random(&seed) % 100),
			5 + (int)(next_random(&seed) % 40));
		open = has_sheet(&s);
		if (is_small(&s))
			CHECK(&s, !open, "a sheet on a card");
		gone |= !open;
		resize(&s, 80, 24);
		CHECK(&s, has_sheet(&s) == !gone, "a sheet that was not seen is open");
	}
	resize(&s, 80, 24);
	stage_wait(&s, 20 * SECOND);
	assert_int_equal(decided(&s), 0);
	assert_true(opened > 150);
	stage_fini(&s);
}

/* What is on Review under the cursor at 80x24. */
static void selected(const struct stage *s, char id[16])
{
	id[0] = '\0';
	for (int row = 4; row < s->surface.rows && id[0] == '\0'; row++) {
		const char *text = row_text(s, row), *at = strstr(text, "h-9");

		if (text[0] == '>' && at != NULL)
			snprintf(id, 16, "%.6s", at);
	}
}

/* Whatever the window did in between, the same handoff is under the cursor. */
static void test_selection_stays(void **state)
{
	unsigned seed = 13;
	char before[16], after[16];
	struct stage s;

	(void)state;
	open_stage(&s, "night.jsonl");
	press(&s, '3');
	for (int i = 0; i < 60; i++) {
		press(&s, next_random(&seed) % 2 == 0 ? 'j' : 'k');
		selected(&s, before);
		assert_string_not_equal(before, "");
		for (int k = 0; k < 8; k++)
			resize(&s, 20 + (int)(next_random(&seed) % 200),
				5 + (int)(next_random(&seed) % 60));
		resize(&s, 80, 24);
		selected(&s, after);
		assert_string_equal(after, before);
	}
	stage_fini(&s);
}

/* On the card no key does anything to the mesh. */
static void test_card_cannot_act(void **state)
{
	static const char keys[] = "AyRyE1yHyBX3j A2yA";
	static const int sizes[][2] = { { 35, 24 }, { 80, 9 }, { 20, 5 } };
	struct stage s;

	(void)state;
	for (size_t i = 0; i < LEN(sizes); i++) {
		open_stage(&s, "night.jsonl");
		press(&s, '3');
		stage_wait(&s, 2 * SECOND);
		resize(&s, sizes[i][0], sizes[i][1]);
		for (const char *k = keys; *k != '\0'; k++) {
			press(&s, *k);
			stage_wait(&s, SECOND);
		}
		stage_wait(&s, 20 * SECOND);
		assert_int_equal(decided(&s), 0);
		stage_fini(&s);
	}
}

/* --- trust ------------------------------------------------------------------ */

static bool old_link(const struct stage *s)
{
	return s->world.link.state == LINK_STALE || s->world.link.state == LINK_LOST;
}

static bool loading(const struct stage *s)
{
	return s->world.link.state == LINK_CONNECTING ||
		(s->world.link.state == LINK_SYNCING && !s->mesh->beyond.first);
}

/* A tab that counts something says so with a mark: "3 Review 7?" "4 Dead 41+?". */
static void check_tabs(const struct stage *s, const char *mark)
{
	static const char *const counted[] = { "3 Review ", "4 Dead " };
	const char *line = row_text(s, 1);

	for (size_t i = 0; i < LEN(counted); i++) {
		const char *at = strstr(line, counted[i]);
		size_t digits;

		if (at == NULL)
			continue;
		at += strlen(counted[i]);
		digits = strspn(at, "0123456789,");
		if (digits > 0)
			CHECK(s, strncmp(at + digits, mark, strlen(mark)) == 0,
				"a count without a mark");
	}
}

/* Not one line may say that all is well while that is not known. */
static void check_trust(const struct stage *s, bool frozen, bool lossy, bool own_page)
{
	enum link_state state = s->world.link.state;
	bool well = state == LINK_LIVE || state == LINK_QUIET;

	CHECK(s, row_has(s, 0, "[LIVE") == (state == LINK_LIVE && !frozen),
		"LIVE, and it is not");
	CHECK(s, row_has(s, 0, "[FROZEN") == frozen, "frozen, and it does not say so");
	if (!well || lossy)
		CHECK(s, strncmp(row_text(s, 2), "ok", 2) != 0,
			"ok, and it is not known");
	if (old_link(s)) {
		CHECK(s, row_has(s, 0, state == LINK_LOST ? "[LOST" : "[STALE"),
			"no badge of a bad link");
		CHECK(s, !row_has(s, 0, "ev/s"), "a rate, and nothing comes");
		check_tabs(s, "?");
		if (!frozen && !own_page)
			CHECK(s, row_has(s, 3, "as of") && row_has(s, 3, "OLD"),
				"a pane without its age");
	} else if (loading(s)) {
		check_tabs(s, "-");
		CHECK(s, frozen || own_page || row_has(s, 3, "not known yet"),
			"nothing is known, and it looks empty");
	} else if (lossy) {
		check_tabs(s, "+?");
		if (row_has(s, 0, "ev/s"))
			CHECK(s, row_has(s, 0, ">="), "a rate that is short");
	}
}

static void lose_some(struct stage *s)
{
	assert_true(stage_add(s, STR("hub:prod-eu-1"), STR("gap"),
		STR("{\"source\":\"agent:kyc\",\"run\":\"r1\","
		    "\"first\":\"5\",\"last\":\"218\"}")));
}

/* The link as it may become: any state, any age, any place of the file it has read. */
static void change_link(struct stage *s, unsigned *seed)
{
	struct link_view *l = &s->world.link;
	int64_t now = s->world.now;

	*l = (struct link_view){ .state = (enum link_state)(next_random(seed) % 6),
		.age = (int64_t)(next_random(seed) % 100) * SECOND,
		.tries = next_random(seed) % 9,
		.missed = next_random(seed) % 99,
		.behind = next_random(seed) % 3 == 0 ? next_random(seed) % 5000 : 0,
		.synced = 3,
		.to_sync = next_random(seed) % 9 };
	if (l->state == LINK_LIVE)
		l->age = SECOND / 2;
	l->as_of = now > l->age ? now - l->age : 1;
}

static void test_trust(void **state)
{
	static const int keys[] = { '1', '2', '3', '4', '5', '6', '7', '8', 'j', 'k', 'v',
		'e', 'f', K_TAB, 'g', 'G', 't' };
	static const char *const recordings[] = { "night.jsonl", "calm.jsonl",
		"empty.jsonl" };
	unsigned seed = 3;

	(void)state;
	for (size_t r = 0; r < LEN(recordings); r++) {
		struct stage s;
		bool frozen = false;
		int64_t lost = 0;

		open_stage(&s, recordings[r]);
		for (int i = 0; i < 1500; i++) {
			bool was;

			if (i % 100 == 99) {
				lose_some(&s);
				lost = s.world.now;
			}
			if (next_random(&seed) % 3 == 0)
				change_link(&s, &seed);
			if (next_random(&seed) % 9 == 0) {
				press(&s, 'p');
				frozen = row_has(&s, 0, "[FROZEN");
			}
			was = frozen;
			press(&s, keys[next_random(&seed) % LEN(keys)]);
			/* another screen thaws */
			frozen = row_has(&s, 0, "[FROZEN");
			CHECK(&s, was || !frozen, "frozen by itself");
			s.ahead += (int64_t)(next_random(&seed) % 30) * SECOND;
			stage_set_time(&s);
			stage_draw(&s);
			frozen = row_has(&s, 0, "[FROZEN");
			check_trust(&s, frozen,
				lost != 0 && s.world.now - lost < 10 * MINUTE, false);
		}
		assert_int_equal(decided(&s), 0);
		stage_fini(&s);
	}
}

/* A loss is told where there is room for nothing else, and what may be short is marked.
 */
static void test_loss_on_a_card(void **state)
{
	struct stage s;

	(void)state;
	open_stage(&s, "missed.jsonl");
	for (int cols = 20; cols < 60; cols++) {
		resize(&s, cols, 5);
		CHECK(&s, row_has(&s, 0, "[LIVE"), "no badge on the card");
		CHECK(&s, row_has(&s, 0, "LOST 276"), "the loss is not on the card");
		CHECK(&s, row_has(&s, 2, "review 4+?  dead 3+?"),
			"a count without a mark");
	}
	stage_fini(&s);
}

static void test_title(void **state)
{
	static const struct {
		enum link_state state;
		const char *title;
	} cases[] = { { LINK_LIVE, "seam !!2 prod-eu-1" },
		{ LINK_QUIET, "seam !!2 prod-eu-1" },
		{ LINK_STALE, "seam STALE prod-eu-1" },
		{ LINK_LOST, "seam LOST prod-eu-1" },
		{ LINK_CONNECTING, "seam ... prod-eu-1" } };
	char title[SHELL_TITLE];
	struct stage s;

	(void)state;
	open_stage(&s, "night.jsonl");
	for (size_t i = 0; i < LEN(cases); i++) {
		s.world.link.state = cases[i].state;
		stage_draw(&s);
		shell_title(s.shell, &s.world, title);
		assert_string_equal(title, cases[i].title);
	}
	stage_fini(&s);
	open_stage(&s, "calm.jsonl");
	shell_title(s.shell, &s.world, title);
	assert_string_equal(title, "seam prod-eu-1");
	stage_fini(&s);
}

/* With a bad link none of the six does anything, on no screen. */
static void test_acts_are_off(void **state)
{
	static const enum link_state bad[] = { LINK_CONNECTING, LINK_SYNCING, LINK_STALE,
		LINK_LOST };
	struct stage s;

	(void)state;
	open_stage(&s, "night.jsonl");
	for (size_t i = 0; i < LEN(bad); i++) {
		s.world.link = (struct link_view){
			.state = bad[i], .age = 20 * SECOND, .as_of = s.mesh->now
		};
		for (const char *digit = screens; *digit != '\0'; digit++) {
			press(&s, *digit);
			stage_wait(&s, 2 * SECOND);
			for (const char *act = "AREHBX"; *act != '\0'; act++) {
				press(&s, *act);
				CHECK(&s, !shows(&s, "nothing sent yet"), "a sheet");
			}
		}
	}
	stage_wait(&s, 20 * SECOND);
	assert_int_equal(decided(&s), 0);
	stage_fini(&s);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_sheet_sizes),
		cmocka_unit_test(test_selection_stays),
		cmocka_unit_test(test_card_cannot_act),
		cmocka_unit_test(test_trust),
		cmocka_unit_test(test_acts_are_off),
		cmocka_unit_test(test_title),
		cmocka_unit_test(test_loss_on_a_card),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
