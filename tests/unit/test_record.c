/* SPDX-License-Identifier: MIT */
/*
 * The record of an agent: what is counted from events as they come is what is counted
 * from the handoffs as they stand; and the artifact that went through last.
 */
#include "tests/scene.h"
#include "views/record.h"
#include "views/row.h"

static int setup(void **state)
{
	struct scene *s = scene_new(state);

	scene_contract(s, "one", "from", "to", "");
	scene_contract(s, "two", "from", "to", "");
	return 0;
}

static void offer(struct scene *s, const char *id, const char *contract, int amount)
{
	scene_offer(s,
		&(struct scene_offer){ id, "from", "to", contract, .5, "proceed", 3000,
			amount, 0, NULL });
	scene_held(s, id, "confidence");
}

static void say(struct scene *s, const char *who, const char *id, const char *verb)
{
	scene_fmt(s, who, verb, "",
		"{\"handoff\":\"%s\",\"attempt\":1,\"reason\":\"other\"}", id);
}

static void fallback(struct scene *s, const char *id, const char *action)
{
	scene_fmt(s, "hub:x", "handoff.fallback", "",
		"{\"handoff\":\"%s\",\"attempt\":1,\"action\":\"%s\",\"cause\":\"deadline\"}",
		id, action);
}

static const char *said(struct scene *s, const struct record *r, const char *id)
{
	static char text[300];
	struct buf b = { 0 };

	record_say(r, &s->world,
		handoff_at(s->mesh, mesh_find_handoff(s->mesh, str_of(id))), &b);
	snprintf(text, sizeof(text), "%.*s", STR_ARG(buf_view(&b)));
	buf_fini(&b);
	return text;
}

static void test_what_counts(void **state)
{
	struct scene *s = *state;
	struct record r = { 0 };

	record_follow(&r, &s->world);
	for (int i = 0; i < 6; i++) {
		char id[20];

		snprintf(id, sizeof(id), "a-%d", i);
		offer(s, id, "one", i);
	}
	offer(s, "b-0", "two", 1);
	scene_elsewhere(s, "decision.approved", "a-0", "lee", "");
	scene_elsewhere(s, "decision.approved", "a-1", "lee", "");
	scene_elsewhere(s, "decision.rejected", "a-2", "lee", ",\"note\":\"no\"");
	fallback(s, "a-3", "proceed");
	fallback(s, "b-0", "stop");
	say(s, "agent:to", "a-1", "handoff.failed");
	say(s, "agent:to", "a-3", "handoff.refused");
	say(s, "agent:from", "a-3", "handoff.dead_lettered"); /* not twice */
	record_follow(&r, &s->world);
	assert_string_equal(said(s, &r, "a-0"),
		"6 offered, 2 approved, 1 rejected, 1 let go, 2 overturned, all in the "
		"last hour");
	assert_string_equal(said(s, &r, "b-0"), "1 offered, all in the last hour");
	s->world.now += 55 * MINUTE;
	assert_string_equal(said(s, &r, "b-0"), "last hour 0 offered; ever 1 offered");
	record_fini(&r);
}

/* However the events are cut into looks. */
static void test_as_if_counted_anew(void **state)
{
	struct scene *s = *state;
	struct record r = { 0 };
	uint32_t seed = 3;

	for (int i = 0; i < 600; i++) {
		char id[20];

		seed = seed * 1664525u + 1013904223u;
		snprintf(id, sizeof(id), "h-%u", (seed >> 8) % 60);
		s->at += (seed >> 20) % 4000000;
		s->world.now = s->at;
		if (mesh_find_handoff(s->mesh, str_of(id)) == NONE) {
			if ((seed >> 9) % 3 == 0) /* told before it is offered */
				say(s, "agent:to", id, "handoff.refused");
			scene_fmt(s, "agent:from", "handoff.offered",
				(seed >> 10) % 2
					? "\"dataschema\":\"contract:one/3.0.1\","
					: "\"dataschema\":\"contract:two/3.0.1\",",
				"{\"handoff\":\"%s\",\"attempt\":1,\"from\":\"from\","
				"\"to\":\"to\",\"artifact\":{\"confidence\":0.5,\"fallback\":"
				"\"proceed_if_not_progressed_within_900s\"}}",
				id);
			scene_held(s, id, "confidence");
		} else if ((seed >> 16) % 5 == 0) {
			fallback(s, id, (seed >> 24) % 2 ? "proceed" : "stop");
		} else if ((seed >> 16) % 5 == 1) {
			scene_elsewhere(s, "decision.approved", id, "lee", "");
		} else if ((seed >> 16) % 5 == 2) {
			scene_elsewhere(
				s, "decision.rejected", id, "lee", ",\"note\":\"no\"");
		} else {
			say(s, "agent:to", id,
				(seed >> 24) % 2 ? "handoff.refused" : "handoff.failed");
		}
		if ((seed >> 12) % 7 == 0)
			record_follow(&r, &s->world);
		if (i % 50 == 49) {
			struct record anew = { 0 };
			char was[300];

			record_follow(&r, &s->world);
			record_follow(&anew, &s->world);
			for (uint32_t p = 0; p < s->mesh->handoff.count; p++) {
				const char *h = handoff_at(s->mesh, p)->id;

				snprintf(was, sizeof(was), "%s", said(s, &r, h));
				assert_string_equal(said(s, &anew, h), was);
			}
			record_fini(&anew);
		}
	}
	record_fini(&r);
}

/* --- the diff tab --------------------------------------------------------------- */

/* The tab stays as it was left. */
static void show_diff(struct scene *s, const char *id, const char *keys)
{
	char open[40];

	snprintf(open, sizeof(open), "open %s", id);
	shell_command(s->shell, &s->world, str_of(open));
	scene_keys(s, keys);
	scene_pass(s, SECOND);
}

static void test_beside_the_last(void **state)
{
	struct scene *s = *state;

	offer(s, "h-new", "one", 100);
	scene_keys(s, "3");
	show_diff(s, "h-new", "Enter [");
	assert_true(
		scene_shows(s, "none of these two under this contract has gone through"));
	scene_keys(s, "Esc");
	/* approved counts where none was completed; what is of another contract never
	 * does */
	offer(s, "h-other", "two", 1);
	say(s, "agent:to", "h-other", "handoff.completed");
	offer(s, "h-ok", "one", 70);
	scene_elsewhere(s, "decision.approved", "h-ok", "lee", "");
	offer(s, "h-newer", "one", 100);
	show_diff(s, "h-newer", "Enter");
	assert_true(scene_shows(s, "beside h-ok, the last one@3 of these two"));
	assert_true(scene_shows(s, "- /amount  70"));
	assert_true(scene_shows(s, "+ /amount  100"));
	assert_true(scene_shows(s, "1 place differs, 3 the same and not shown") ||
		scene_shows(s, "places differ"));
	scene_keys(s, "Esc");
	offer(s, "h-done", "one", 100);
	say(s, "agent:to", "h-done", "handoff.completed");
	offer(s, "h-newest", "one", 100);
	show_diff(s, "h-newest", "Enter");
	assert_true(scene_shows(s, "beside h-done, the last one@3"));
	assert_false(scene_shows(s, "/amount"));
}

/* What went through was not what was offered. */
static void test_beside_what_was_edited(void **state)
{
	struct scene *s = *state;

	offer(s, "h-ok", "one", 70);
	scene_elsewhere(s, "decision.approved", "h-ok", "lee",
		",\"artifact\":{\"amount\":55},\"new_digest\":\"sha256:"
		"3f5f1a5a5a1d8e4f0e4f4d6a1b5b0a0c7f3e2d1c0b9a8f7e6d5c4b3a29181716\"");
	offer(s, "h-new", "one", 100);
	scene_keys(s, "3");
	show_diff(s, "h-new", "Enter [");
	assert_true(scene_shows(s, "as edited"));
	assert_true(scene_shows(s, "- /amount  55"));
	shell_command(s->shell, &s->world, STR("open h-ok"));
	scene_keys(s, "Enter ] ] ]");
	assert_true(scene_shows(s, "approved"));
	assert_true(scene_shows(s, "as edited,"));
	assert_true(scene_shows(s, " sha256:3f5f1a5a"));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, scene_teardown)
	const struct CMUnitTest tests[] = {
		T(test_what_counts),
		T(test_as_if_counted_anew),
		T(test_beside_the_last),
		T(test_beside_what_was_edited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
