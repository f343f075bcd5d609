/* SPDX-License-Identifier: MIT */
/*
 * Retention: after a baseline, what was folded from everything and what is folded
 * from what the cut left are the same mesh, then and ever after. At several places
 * of every recording in fixtures/, one cut behind another.
 */
#include "mesh/baseline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>

#include "bus/recording.h"
#include "tests/unit/book.h"

static void check_recording(const char *path)
{
	struct recording *r = recording_open(path, NULL);
	struct mesh *m = mesh_new();
	struct book b = { 0 };
	size_t dropped = 0;

	assert_non_null(r);
	for (size_t i = 0; i < r->lines; i++) {
		write_down(&b, m, recording_text(r, i));
		if (i % (r->lines / 4 + 1) == r->lines / 5 && m->hubsequence > 10) {
			size_t before = m->handoff.kept;

			cut(&b, m, m->hubsequence * 3 / 4);
			dropped += before - m->handoff.kept;
			same(m, &b, path);
		}
	}
	same(m, &b, path);
	if (r->lines > 1000)
		assert_true(dropped > 50); /* the test is about something */
	mesh_free(m);
	book_free(&b);
	recording_close(r);
}

static void test_recordings(void **state)
{
	glob_t g;

	(void)state;
	assert_int_equal(glob("fixtures/recordings/*.zst", 0, NULL, &g), 0);
	assert_int_equal(glob("fixtures/faults/*.jsonl", GLOB_APPEND, NULL, &g), 0);
	for (size_t i = 0; i < g.gl_pathc; i++) {
		/* what is cut is a hub's journal: its times never go backwards */
		if (strstr(g.gl_pathv[i], "reordered") == NULL)
			check_recording(g.gl_pathv[i]);
	}
	globfree(&g);
}

/* What somebody waits for is never aged out, however old; a cut can be made small. */
static void test_open_stays(void **state)
{
	struct recording *r =
		recording_open("fixtures/recordings/incident.jsonl.zst", NULL);
	struct mesh *m = mesh_new();
	struct book b = { 0 };
	uint32_t open = 0, after = 0, closed;
	uint64_t at;

	(void)state;
	for (size_t i = 0; i < r->lines; i++)
		write_down(&b, m, recording_text(r, i));
	closed = (uint32_t)m->closed.count;
	open = m->handoff.kept - closed;
	at = baseline_cut(m, m->hubsequence - 1, 10);
	assert_true(at < m->hubsequence - 1);
	cut(&b, m, at);
	assert_in_range(closed - m->closed.count, 1, 10);
	cut(&b, m, m->hubsequence - 1);
	assert_int_equal(m->closed.count, 0);
	assert_int_equal(m->handoff.kept, open);
	for (uint32_t i = 0; i < m->handoff.count; i++)
		after += handoff_at(m, i) != NULL;
	assert_int_equal(after, open);
	assert_true(open > 0 && closed > 100);
	same(m, &b, "open");
	mesh_free(m);
	book_free(&b);
	recording_close(r);
}

/* How the first that is owed ends: one in four is left, so that something is owed. */
static void end_one(struct book *b, struct mesh *m, enum hook_kind k, uint64_t round)
{
	static const struct {
		const char *type, *more;
	} ends[] = {
		{ "hook.done", "" },
		{ "hook.failed", ",\"detail\":\"nobody \\\"there\\\"\"" },
		{ "hook.failed",
			",\"detail\":\"wait\",\"again\":\"2030-01-01T00:00:00Z\"" },
		{ "hook.skipped", ",\"reason\":\"muted\"" },
	};
	const struct owed *o = hook_owed(&m->hook[k], 0);
	size_t e = round % (sizeof(ends) / sizeof(*ends));
	struct buf data = { 0 };

	buf_fmt(&data,
		"{\"handoff\":\"%s\",\"attempt\":%u,\"hook\":\"%s\",\"of\":\"%llu\","
		"\"tries\":%llu%s}",
		handoff_at(m, o->handoff)->id, o->attempt, hook_name(k),
		(unsigned long long)o->cause, (unsigned long long)round + 1,
		ends[e].more);
	say(b, m, ends[e].type, buf_view(&data));
	buf_fini(&data);
}

/* Hooks, now on and now off, and mutes stand as they did, and so do their sums. */
static void test_hooks(void **state)
{
	struct recording *r =
		recording_open("fixtures/recordings/incident.jsonl.zst", NULL);
	struct mesh *m = mesh_new();
	struct book b = { 0 };
	uint64_t rounds = 0, ended = 0, dropped = 0;

	(void)state;
	for (int k = 0; k < HOOKS; k++) {
		struct buf data = { 0 };

		buf_fmt(&data, "{\"hook\":\"%s\",\"on\":true}",
			hook_name((enum hook_kind)k));
		say(&b, m, "hook.set", buf_view(&data));
		buf_fini(&data);
	}
	for (size_t i = 0; i < r->lines; i++) {
		write_down(&b, m, recording_text(r, i));
		for (int k = 0; k < HOOKS; k++) {
			if (m->hook[k].owes > i % 7)
				end_one(&b, m, (enum hook_kind)k, rounds++);
		}
		if (i == r->lines / 3)
			say(&b, m, "mute.set",
				STR("{\"what\":\"agent\",\"name\":\"planner\","
				    "\"until\":\"2030-01-01T00:00:00Z\","
				    "\"operator\":\"mira\"}"));
		if (i == r->lines * 4 / 5) {
			say(&b, m, "hook.set",
				STR("{\"hook\":\"fallback\",\"on\":false}"));
			say(&b, m, "hook.set",
				STR("{\"hook\":\"fallback\",\"on\":true}"));
		}
		if (i % (r->lines / 6) == r->lines / 7) {
			size_t before = m->handoff.kept;

			cut(&b, m, m->hubsequence * 5 / 6);
			dropped += before - m->handoff.kept;
			same(m, &b, "hooks");
		}
	}
	cut(&b, m, m->hubsequence - 1);
	same(m, &b, "hooks");
	for (int k = 0; k < HOOKS; k++)
		ended += m->hook[k].done + m->hook[k].failed + m->hook[k].muted;
	assert_true(ended > 20 && dropped > 50);
	assert_int_equal(m->mutes, 1);
	mesh_free(m);
	book_free(&b);
	recording_close(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_recordings),
		cmocka_unit_test(test_open_stays),
		cmocka_unit_test(test_hooks),
	};
	int failed;

	digest_start();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	json_fini(&doc);
	return failed;
}
