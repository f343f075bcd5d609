/* SPDX-License-Identifier: MIT */
/*
 * Finding in the console: the preview while one types, what Tab offers, filters that are
 * saved, searching in a page, and the ways to the cause and back.
 */
#include "tests/scene.h"

#include "base/digest.h"
#include "views/complete.h"
#include "views/sift.h"

/* Types a text, key by key. */
static void type(struct scene *s, const char *text)
{
	for (; *text != '\0'; text++)
		shell_key(s->shell, &s->world, (unsigned char)*text);
}

static void shows(struct scene *s, const char *text)
{
	char *dump;

	if (scene_shows(s, text))
		return;
	dump = scene_dump(s, 30, 100);
	fail_msg("does not show \"%s\":\n%s", text, dump);
}

static void test_preview(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3 /");
	type(s, "conf<.42");
	shows(s, "hidden, filter: conf<.42");
	shows(s, "conf  0 to 1");
	scene_keys(s, "Esc");
	assert_false(scene_shows(s, "filter:"));
	shows(s, "h-91c7");
	/* what was there before comes back */
	scene_keys(s, "/");
	type(s, "fraud");
	scene_keys(s, "Enter /");
	type(s, "nobody");
	shows(s, "0 of 7 shown, filter: nobody, Esc clears");
	scene_keys(s, "Esc");
	shows(s, "filter: fraud");
	scene_keys(s, "Esc");
	assert_false(scene_shows(s, "filter:"));
}

/* What is not understood hides nothing, what stands before it does; it is said in the
 * title. */
static void test_fault(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3 /");
	type(s, "conf<");
	shows(s, "all shown: conf<: a number is missing, at 6");
	shows(s, "h-91c2");
	shows(s, "h-91c7");
	type(s, ".42");
	shows(s, "hidden, filter: conf<.42");
	type(s, " edge:");
	shows(s,
		"hidden, still conf<.42: edge:"); /* what is unfinished changes nothing */
	shows(s, "h-91c2");
	assert_false(scene_shows(s, "h-91c7"));
	scene_keys(s, "Enter");
}

static void test_places(void **state)
{
	struct scene *s = *state;

	s->hide_bytes = true;
	scene_keys(s, "3 /");
	type(s, "/amount>1000");
	shows(s, "0 of 7 shown, 7 not looked at yet, filter: /amount>1000");
	s->hide_bytes = false;
	scene_pass(s, SECOND);
	shows(s, "hidden, filter: /amount>1000");
	shows(s, "h-91c2");
	assert_false(scene_shows(s, "h-91c7"));
	assert_false(scene_shows(s, "not looked at"));
	scene_keys(s, "Enter");
}

/* Every screen takes the same words. */
static void test_everywhere(void **state)
{
	struct scene *s = *state;
	static const char *const screens[] = { "1", "2", "3", "4", "6", "7" };

	for (size_t i = 0; i < sizeof(screens) / sizeof(*screens); i++) {
		scene_keys(s, screens[i]);
		scene_keys(s, "/");
		type(s, "agent:nobody");
		scene_keys(s, "Enter");
		if (screens[i][0] != '4') /* nothing is dead here */
			shows(s, "agent:nobody");
		scene_keys(s, "Esc");
		assert_false(scene_shows(s, "agent:nobody"));
	}
	scene_keys(s, "1 /");
	type(s, "due<50s");
	scene_keys(s, "Enter");
	shows(s, "h-91c2");
	assert_false(scene_shows(s, "h-91c7"));
	scene_keys(s, "Esc 7 /");
	type(s, "type=held id:91c2");
	scene_keys(s, "Enter");
	shows(s, "h-91c2");
	assert_false(scene_shows(s, "h-91c7"));
}

/* --- Tab -------------------------------------------------------------------- */

static void completes(struct scene *s, const char *before, const char *to)
{
	struct complete c = { &s->world, NULL,
		QUERY_HANDOFFS | QUERY_EDGES | QUERY_AGENTS, NONE };
	struct buf out = { 0 };
	bool found = false;

	for (unsigned i = 0; !found; i++) {
		buf_reset(&out);
		if (!complete_filter(&c, str_of(before), i, &out))
			fail_msg("%s: nothing completes to %s", before, to);
		found = str_is(buf_view(&out), to);
	}
	buf_fini(&out);
}

static void test_completion(void **state)
{
	struct scene *s = *state;

	completes(s, "co", "conf<");
	completes(s, "x !rea", "x !reason:");
	completes(s, "agent:fr", "agent:fraud");
	completes(s, "kyc agent:fraud,re", "kyc agent:fraud,refund");
	completes(s, "edge:fra", "edge:fraud>refund");
	completes(s, "state=e", "state=escalated");
	completes(s, "contract:ref", "contract:refund.decision/3.0.1");
	completes(s, "/am", "/amount");
	completes(s, "/artifact/or", "/artifact/order");
	completes(s, "fault:unk", "fault:\"unknown contract\"");
	scene_keys(s, "3 / a g e n Tab");
	shows(s, "/agent:");
	type(s, "fra");
	scene_keys(s, "Tab Enter");
	shows(s, "filter: agent:fraud");
	scene_keys(s, "Esc / Up");
	shows(s, "/agent:fraud");
	scene_keys(s, "Esc");
}

/* --- saved ------------------------------------------------------------------ */

static void test_saved(void **state)
{
	struct scene *s = *state;
	struct wish w;

	scene_keys(s, "3 /");
	type(s, "conf<.42 !agent:kyc");
	scene_keys(s, "Enter");
	shell_command(s->shell, &s->world, STR("save low"));
	shows(s, "@low is now conf<.42 !agent:kyc");
	assert_true(scene_wish(s, WISH_FILTERS, &w));
	assert_true(str_is(w.line, "low conf<.42 !agent:kyc\n"));
	scene_keys(s, "Esc Esc 3 /");
	type(s, "@lo");
	scene_keys(s, "Tab");
	shows(s, "/@low");
	shows(s, "hidden, filter: conf<.42 !agent:kyc");
	scene_keys(s, "Enter");
	shell_command(s->shell, &s->world, STR("filters"));
	shows(s, "@low");
	scene_keys(s, "Esc Esc Esc");
	shell_command(s->shell, &s->world, STR("save low"));
	shows(s, "@low is forgotten");
	shell_command(s->shell, &s->world, STR("save No!"));
	shows(s, "a name is up to");
}

static void test_saved_file(void **state)
{
	struct saved s = { 0 };
	struct buf b = { 0 };

	(void)state;
	saved_read(&s, STR("low conf<.42\nbad name! x\n\nodd\xff x\nb agent:a or b\n"));
	assert_int_equal(s.n, 3);
	saved_expand(&s, STR("@low \"@low\" @b x@low @nobody"), &b);
	assert_string_equal(b.data, "conf<.42 \"@low\" agent:a or b x@low @nobody");
	buf_reset(&b);
	saved_write(&s, &b);
	assert_string_equal(b.data, "b agent:a or b\nbad name! x\nlow conf<.42\n");
	buf_fini(&b);
}

/* --- search in a page ------------------------------------------------------- */

static void test_search(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3 Enter ] /");
	shows(s, "search");
	type(s, "ORDER");
	scene_keys(s, "Enter");
	shows(s, ">");
	scene_keys(s, "n");
	shows(s, "lines with \"ORDER\"");
	assert_false(scene_shows(s, "filter:"));
	scene_keys(s, "Esc");
	shows(s, "\"amount\": 1240"); /* the page is still open */
	scene_keys(s, "Esc");
	shows(s, "h-91c7");
}

/* --- ways ------------------------------------------------------------------- */

static void test_ways(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3");
	shows(s, "> ");
	scene_keys(s, "j j 2 7 C-o");
	shows(s, "FLOW");
	scene_keys(s, "C-o");
	shows(s, "REVIEW");
	scene_keys(s, "C-n");
	shows(s, "FLOW");
	scene_keys(s, "C-n");
	shows(s, "LOG");
	scene_keys(s, "C-n");
	shows(s, "there is nothing further on");
	for (int i = 0; i < 300; i++)
		scene_keys(s, i % 2 == 0 ? "3" : "7");
	for (int i = 0; i < 100; i++)
		scene_keys(s, "C-o");
	scene_keys(s, "C-o");
	shows(s, "as far as one can go back");
}

static void test_the_row_comes_back(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3 j j j");
	scene_pass(s, SECOND);
	scene_keys(s, "c i");
	scene_keys(s, "7 3 g 7 C-o C-o C-o");
	shows(s, "REVIEW");
}

static void test_cause(void **state)
{
	struct scene *s = *state;

	s->at = s->world.now - MINUTE;
	scene_offer(s,
		&(struct scene_offer){
			"h-up", "intake", "fraud", NULL, .9, "stop", 900, 7, 0, NULL });
	scene_held(s, "h-up", "confidence");
	scene_offer(s,
		&(struct scene_offer){ "h-down", "fraud", "refund", NULL, .2, "stop", 900,
			7, 0, "h-up" });
	scene_held(s, "h-down", "confidence");
	scene_pass(s, SECOND);
	scene_keys(s, "3 /");
	type(s, "id=h-down");
	scene_keys(s, "Enter o");
	shows(s, "h-down came out of h-up: C-o goes back");
	scene_keys(s, "C-o");
	shows(s, "> ");
	scene_keys(s, "3 /");
	type(s, "id=h-91c7");
	scene_keys(s, "Enter o");
	shows(s, "h-91c7 names nothing that it came out of, and no incident");
}

/* The filter looks through the log in slices: the row is there before its lines are. */
static void test_cause_far_down_the_log(void **state)
{
	struct scene *s = *state;

	s->at = s->world.now - MINUTE;
	for (int i = 0; i < 3000; i++)
		scene_fmt(s, "agent:intake", "agent.hello", "", "{\"agent\":\"intake\"}");
	scene_offer(s,
		&(struct scene_offer){
			"h-up", "intake", "fraud", NULL, .9, "stop", 900, 7, 0, NULL });
	scene_offer(s,
		&(struct scene_offer){ "h-down", "fraud", "refund", NULL, .2, "stop", 900,
			7, 0, "h-up" });
	scene_held(s, "h-down", "confidence");
	scene_pass(s, SECOND);
	scene_keys(s, "3 /");
	type(s, "id=h-down");
	scene_keys(s, "Enter o");
	shows(s, "[summary]");
	shows(s, "h-down came out of h-up: C-o goes back");
}

/* --- many ------------------------------------------------------------------- */

#define MANY 30000

/* A slice with each drawing: what has been found is shown, and in the end all is. */
static void test_slices(void **state)
{
	struct scene *s = *state;
	struct sift sift = { 0 };
	struct sift_over over = { .order = &s->mesh->review };
	size_t slices = 0, last = 0;

	for (int i = 0; i < MANY; i++) {
		char id[20];

		snprintf(id, sizeof(id), "m-%d", i);
		scene_offer(s,
			&(struct scene_offer){ id, "fraud", "refund", NULL,
				i % 100 / 100.0, "stop", 900, i, 0, NULL });
		scene_held(s, id, "confidence");
	}
	scene_pass(s, SECOND);
	sift_set(&sift, STR("conf<.5 edge=fraud>refund id:m-"), QUERY_HANDOFFS);
	do {
		sift_look(&sift, &s->world, &over);
		assert_true(sift.matches >= last);
		last = sift.matches;
		slices++;
	} while (sift_busy(&sift) && slices < 1000);
	assert_int_equal(sift.matches, MANY / 2);
	assert_true(slices >= MANY / SIFT_SLICE);
	sift_set(&sift, STR("/amount<100 id:m-"), QUERY_HANDOFFS);
	for (slices = 0; slices < 1000; slices++) {
		sift_look(&sift, &s->world, &over);
		s->world.tick += SECOND / 10;
		if (!sift_busy(&sift) && sift.unknown == 0)
			break;
	}
	assert_int_equal(sift.matches, 100);
	sift_fini(&sift);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, scene_setup, scene_teardown)
	static const struct CMUnitTest tests[] = {
		T(test_preview),
		T(test_fault),
		T(test_places),
		T(test_everywhere),
		T(test_completion),
		T(test_saved),
		T(test_saved_file),
		T(test_search),
		T(test_ways),
		T(test_the_row_comes_back),
		T(test_cause),
		T(test_cause_far_down_the_log),
		T(test_slices),
	};
#undef T

	return cmocka_run_group_tests(tests, NULL, NULL);
}
