/* SPDX-License-Identifier: MIT */
/* The line that says what is wrong: its order, its lengths, what "ok" stands for. */
#include "tests/scene.h"

#include "views/format.h"
#include "views/link.h"
#include "views/verdict.h"

static int setup(void **state)
{
	struct scene *s = xcalloc(1, sizeof(*s));

	digest_start();
	scene_init(s);
	*state = s;
	return 0;
}

static int teardown(void **state)
{
	scene_fini(*state);
	free(*state);
	return 0;
}

/* The line at that width, freed by the caller. */
static char *line_at(struct scene *s, int cols)
{
	struct surface out = { 0 };
	struct watch watch = { 0 };
	struct verdict v;
	struct buf text = { 0 };

	surface_init(&out, 1, cols);
	watch_look(&watch, &s->world);
	verdict_find(&v, &watch, &s->world);
	verdict_draw(&v, &out, 0);
	surface_dump(&out, GLYPHS_UTF8, &text);
	surface_fini(&out);
	text.data[text.len - 1] = '\0';
	return buf_steal(&text);
}

static void expect(struct scene *s, int cols, const char *want)
{
	char *line = line_at(s, cols);

	assert_string_equal(line, want);
	free(line);
}

static void test_ok_says_what_was_checked(void **state)
{
	struct scene *s = *state;

	expect(s, 100,
		"ok  nothing waits for you. No dead letters. 0 edges well. 0 of 0 agents heard.");
}

static void test_order(void **state)
{
	struct scene *s = *state;

	scene_usual(s);
	expect(s, 200,
		"!! 2 handoffs SHIP UNREVIEWED in <60s    !! billing>ledger broken 1/min for "
		"3m: version    !  5 dead letters, growing 1/min    7 wait for you, the next "
		"deadline in 0:41");
	expect(s, 80,
		"!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken 1/min  (+2 more)");
	expect(s, 60, "!! 2 handoffs SHIP UNREVIEWED in <60s  (+3 more)");
	expect(s, 36, "!! 2 SHIP UNREVIEWED in <60s  (+3)");
}

static void test_link_comes_first(void **state)
{
	struct scene *s = *state;

	scene_usual(s);
	s->world.link.state = LINK_LOST;
	s->world.link.age = 72 * SECOND;
	s->world.link.last_event = SCENE_START - 72 * SECOND;
	expect(s, 100,
		"!! NO CONNECTION since 03:11:29: all this is old    "
		"!! 2 SHIP UNREVIEWED in <60s  (+3 more)");
	expect(s, 60, "!! NO CONNECTION since 03:11:29: all this is old  (+4 more)");
	s->world.link.state = LINK_STALE;
	s->world.link.age = 7 * SECOND;
	expect(s, 80,
		"!! the hub has not been heard for 7s. Decisions are off.  (+4 more)");
}

static void test_loading_is_not_well(void **state)
{
	struct scene *s = *state;

	s->world.link.state = LINK_CONNECTING;
	s->world.link.age = 3 * SECOND;
	expect(s, 80,
		".. no data yet: connecting 3s. Nothing on this screen means \"all is "
		"well\".");
	s->world.link.state = LINK_SYNCING;
	s->world.link.synced = 3400;
	s->world.link.to_sync = 12000;
	expect(s, 80,
		".. reading what has happened: 3,400 of 12,000 events. Not complete.");
}

static void test_what_was_lost(void **state)
{
	struct scene *s = *state;

	s->at = s->world.now - SECOND;
	scene_fmt(s, "agent:kyc", "agent.heartbeat", "\"run\":\"r\",\"sequence\":\"2\",",
		"{\"agent\":\"kyc\"}");
	s->at = s->world.now;
	scene_fmt(s, "agent:kyc", "agent.heartbeat",
		"\"run\":\"r\",\"sequence\":\"217\",", "{\"agent\":\"kyc\"}");
	scene_fmt(s, "hub:x", "gap", "",
		"{\"source\":\"agent:kyc\",\"run\":\"r\",\"first\":\"3\",\"last\":\"216\"}");
	expect(s, 80,
		"!  214 events missed from kyc at 03:12:41: Review, Dead may be short");
	s->world.now += 11 * MINUTE;
	s->world.link.behind = 1200;
	expect(s, 80, "!  console behind: 1,200 events, catching up");
}

static void test_silent_agents(void **state)
{
	struct scene *s = *state;

	s->at = SCENE_START - 2 * MINUTE;
	scene_fmt(s, "agent:kyc", "agent.hello", "",
		"{\"agent\":\"kyc\",\"sends\":[],\"accepts\":[],\"heartbeat_seconds\":5}");
	expect(s, 80, "!  kyc silent for 2m");
}

static void test_badges(void **state)
{
	struct scene *s = *state;
	struct replay_view replay = { .speed = 4, .playing = true };
	char badge[LINK_TEXT];
	static const struct {
		enum link_state state;
		int64_t age;
		const char *badge;
	} cases[] = {
		{ LINK_CONNECTING, 0, "[CONNECTING]" },
		{ LINK_SYNCING, 0, "[SYNCING]" },
		{ LINK_LIVE, 400000, "[LIVE 0.4s]" },
		{ LINK_QUIET, 40 * SECOND, "[QUIET 40s]" },
		{ LINK_STALE, 7 * SECOND, "[STALE 7s]" },
		{ LINK_LOST, 72 * SECOND, "[LOST 1m12s]" },
		{ LINK_LOST, 3 * 3600 * SECOND, "[LOST 3h00m]" },
		{ LINK_REPLAY, 0, "[REPLAY x4]" },
	};

	s->world.replay = &replay;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		s->world.link.state = cases[i].state;
		s->world.link.age = cases[i].age;
		link_badge(&s->world, badge);
		assert_string_equal(badge, cases[i].badge);
	}
	replay.playing = false;
	link_badge(&s->world, badge);
	assert_string_equal(badge, "[REPLAY paused]");
}

static void test_formats(void **state)
{
	struct scene *s = *state;
	char out[FORMAT_TEXT];

	assert_string_equal(format_left(41 * SECOND, out), "0:41");
	assert_string_equal(format_left(700 * SECOND, out), "11:40");
	assert_string_equal(format_left(7500 * SECOND, out), "2h05");
	assert_string_equal(format_left(-1, out), "PAST");
	assert_string_equal(format_left(INT64_MAX / 4, out), "26687997d");
	assert_string_equal(format_confidence(.41, out), ".41");
	assert_string_equal(format_confidence(.699, out), ".69");
	assert_string_equal(format_confidence((double).69f, out), ".69");
	assert_string_equal(format_confidence(.7, out), ".70");
	assert_string_equal(format_confidence(1, out), "1.0");
	assert_string_equal(format_confidence(0, out), ".00");
	assert_string_equal(format_confidence(-1, out), "-");
	assert_string_equal(format_often(812, out), "812/s");
	assert_string_equal(format_often(5 / 60.0, out), "5/min");
	assert_string_equal(format_often(1 / 3600.0, out), "1/h");
	assert_string_equal(format_often(0, out), "0/min");
	assert_string_equal(format_count(1234567, out), "1,234,567");
	assert_string_equal(format_count(999, out), "999");
	assert_string_equal(format_age(-5, out), "0.0s");
	assert_string_equal(format_span(8 * MINUTE, out), "8m");
	s->world.zone = 3600 * SECOND;
	assert_string_equal(format_time(&s->world, SCENE_START, out), "03:12:41");
	s->world.clock = CLOCK_LOCAL;
	assert_string_equal(format_time(&s->world, SCENE_START, out), "04:12:41");
	assert_string_equal(format_date(&s->world, SCENE_START, out), "Sat 21 Nov");
	s->world.clock = CLOCK_AGO;
	assert_string_equal(
		format_time(&s->world, SCENE_START - 9 * MINUTE, out), "-9m00s");
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(test_ok_says_what_was_checked),
		T(test_order),
		T(test_link_comes_first),
		T(test_loading_is_not_well),
		T(test_what_was_lost),
		T(test_silent_agents),
		T(test_badges),
		T(test_formats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
