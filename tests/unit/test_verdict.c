/* SPDX-License-Identifier: MIT */
/* The line that says what is wrong: its order, its lengths, what "ok" stands for. */
#include "tests/scene.h"

#include "views/format.h"
#include "views/link.h"
#include "views/verdict.h"

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
		"ok  nothing waits for you. No dead letters. No handoff yet. No agent heard yet.");
	scene_fmt(s, "agent:a", "handoff.offered", "",
		"{\"handoff\":\"h\",\"attempt\":1,\"from\":\"a\",\"to\":\"b\","
		"\"artifact\":{}}");
	expect(s, 100,
		"ok  nothing waits for you. No dead letters. 1 edge well. 1 of 2 agents heard.");
	expect(s, 76,
		"ok  nothing waits. No dead letters. 1 edge well. 1 of 2 agents heard.");
}

static void test_order(void **state)
{
	struct scene *s = *state;

	scene_usual(s);
	expect(s, 200,
		"!! 2 handoffs SHIP UNREVIEWED in <60s    !! billing>ledger broken for 3m, "
		"5 died: version    !  5 dead letters, +5 in 10m    7 wait for you, the next "
		"deadline in 0:41");
	expect(s, 80,
		"!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 3m  (+2 more)");
	expect(s, 60, "!! 2 handoffs SHIP UNREVIEWED in <60s  (+3 more)");
	expect(s, 36, "!! 2 SHIP UNREVIEWED in <60s  (+3)");
}

static void test_the_link(void **state)
{
	struct scene *s = *state;

	scene_usual(s);
	s->world.link.state = LINK_LOST;
	s->world.link.age = 72 * SECOND;
	s->world.link.as_of = SCENE_START - 72 * SECOND;
	expect(s, 80,
		"!! 2 SHIP UNREVIEWED in <60s    !! NO CONNECTION since 03:11:29  (+5 more)");
	expect(s, 60, "!! 2 handoffs SHIP UNREVIEWED in <60s  (+6 more)");
	/* what was due since is not known: it does not stand in front for hours */
	s->world.now += MINUTE;
	expect(s, 80,
		"!! NO CONNECTION since 03:11:29    !! 2 SHIPPED UNREVIEWED?  (+5 more)");
	s->world.now -= MINUTE;
	s->world.link.state = LINK_STALE;
	s->world.link.age = 7 * SECOND;
	expect(s, 80,
		"!! 2 SHIP UNREVIEWED in <60s    !! the hub is silent for 7s  (+5 more)");
}

/* --- the order, row by row ---------------------------------------------------- */

static void offer(struct scene *s, const char *id, const char *from, double confidence,
	const char *fallback, int64_t left)
{
	scene_offer(s,
		&(struct scene_offer){ id, from, "sink", "refund.decision", confidence,
			fallback, left, 1, 0, NULL });
}

static void die(struct scene *s, const char *id)
{
	scene_fmt(s, "agent:sink", "handoff.dead_lettered", "",
		"{\"handoff\":\"%s\",\"attempt\":1,\"reason\":\"version\"}", id);
}

static void lose(struct scene *s, int64_t ago, int n)
{
	s->at = SCENE_START - ago;
	scene_fmt(s, "hub:x", "gap", "",
		"{\"source\":\"agent:kyc\",\"run\":\"r\",\"first\":\"3\",\"last\":\"%d\"}",
		n + 2);
}

static void make_bad_lines(struct scene *s)
{
	static const struct replay_view replay = { .bad_lines = 1 };

	s->world.replay = &replay;
}

static void make_old_loss(struct scene *s)
{
	s->at = SCENE_START - 5 * MINUTE;
	scene_fmt(s, "agent:kyc", "agent.hello", "",
		"{\"agent\":\"kyc\",\"sends\":[],\"accepts\":[],\"heartbeat_seconds\":600}");
	lose(s, 4 * MINUTE, 1);
}

static void make_waiting(struct scene *s)
{
	offer(s, "h-wait", "slow", .9, "stop", 3000);
	scene_held(s, "h-wait", "fault");
}

static void make_unoffered(struct scene *s)
{
	s->at = SCENE_START - MINUTE;
	scene_fmt(s, "agent:sink", "handoff.accepted", "",
		"{\"handoff\":\"ghost-1\",\"attempt\":1}");
}

static void make_silent(struct scene *s)
{
	s->at = SCENE_START - 2 * MINUTE;
	scene_fmt(s, "agent:mute", "agent.hello", "",
		"{\"agent\":\"mute\",\"sends\":[],\"accepts\":[],\"heartbeat_seconds\":5}");
}

/* What it sends is taken by nobody. */
static void make_drift(struct scene *s)
{
	s->at = SCENE_START - 2 * MINUTE;
	scene_fmt(s, "agent:old", "agent.hello", "",
		"{\"agent\":\"old\",\"sends\":[],\"accepts\":[\"note/3.0.0\"]}");
	scene_fmt(s, "agent:new", "agent.hello", "",
		"{\"agent\":\"new\",\"sends\":[\"note/4.0.0\"],\"accepts\":[]}");
}

static void make_low(struct scene *s)
{
	scene_contract(s, "refund.decision", "doubt", "sink", "");
	offer(s, "h-low", "doubt", .3, "stop", 3000);
}

static void make_dead(struct scene *s)
{
	char id[8] = "h-d0";

	for (; id[3] < '4'; id[3]++)
		offer(s, id, "mixed", .9, "stop", 3000);
	die(s, "h-d0");
}

/* Each has a confidence that is none. */
static void make_breaks(struct scene *s)
{
	char id[8] = "h-x0";

	scene_contract(s, "strict", "plan", "sink", "");
	for (; id[3] < '6'; id[3]++)
		scene_fmt(s, "agent:plan", "handoff.offered",
			"\"dataschema\":\"contract:strict/3.0.1\",",
			"{\"handoff\":\"%s\",\"attempt\":1,\"from\":\"plan\","
			"\"to\":\"sink\",\"artifact\":{\"confidence\":2}}",
			id);
}

static void make_broken(struct scene *s)
{
	offer(s, "h-b", "torn", .9, "stop", 3000);
	s->at = SCENE_START - 10 * SECOND;
	die(s, "h-b");
}

static void make_overdue(struct scene *s)
{
	offer(s, "h-o", "late", .9, "stop", -5);
	scene_held(s, "h-o", "fault");
}

static void make_ships_soon(struct scene *s)
{
	offer(s, "h-s", "slow", .9, "proceed", 90);
	scene_held(s, "h-s", "confidence");
}

static void make_behind(struct scene *s)
{
	s->world.link.behind = 1;
}

static void make_new_loss(struct scene *s)
{
	lose(s, 8 * SECOND, 2);
}

static void make_link(struct scene *s)
{
	s->world.link.state = LINK_LOST;
	s->world.link.as_of = SCENE_START;
}

/* It ships by itself, and its time was over before the link came back. */
static void make_shipped(struct scene *s)
{
	offer(s, "h-p", "slow", .9, "proceed", -5);
	scene_held(s, "h-p", "confidence");
	make_link(s);
}

static void hub_says(struct scene *s, const char *type, const char *data)
{
	scene_fmt(s, "hub:main", type, "", "%s", data);
}

/* It has failed a minute ago, and tries again. */
static void make_untold(struct scene *s)
{
	char data[300];

	hub_says(s, "hook.set", "{\"hook\":\"escalate\",\"on\":true}");
	offer(s, "h-u", "pager", .9, "stop", 3000);
	scene_held(s, "h-u", "fault");
	s->at = SCENE_START - MINUTE;
	hub_says(s, "decision.escalated",
		"{\"handoff\":\"h-u\",\"attempt\":1,\"decision\":\"d-u\",\"digest\":\"sha256:"
		"0000000000000000000000000000000000000000000000000000000000000000\","
		"\"operator\":\"mira\"}");
	snprintf(data, sizeof(data),
		"{\"handoff\":\"h-u\",\"attempt\":1,\"hook\":\"escalate\",\"of\":%llu,"
		"\"tries\":1,\"detail\":\"webhook answers 503\","
		"\"again\":\"2026-11-23T04:00:00Z\"}",
		(unsigned long long)s->world.mesh->hubsequence);
	hub_says(s, "hook.failed", data);
}

static void make_muted(struct scene *s)
{
	hub_says(s, "mute.set",
		"{\"what\":\"agent\",\"name\":\"pager\",\"operator\":\"lee\","
		"\"until\":\"2026-11-23T03:40:00Z\"}");
}

static void make_ships_now(struct scene *s)
{
	offer(s, "h-n", "slow", .9, "proceed", 30);
	scene_held(s, "h-n", "confidence");
}

static void make_journal(struct scene *s)
{
	snprintf(s->world.link.journal, sizeof(s->world.link.journal), "disk full");
}

static void make_journal_note(struct scene *s)
{
	snprintf(s->world.link.journal_note, sizeof(s->world.link.journal_note),
		"its WAL has 300 MB: a reader holds it open");
}

static void make_denied(struct scene *s)
{
	s->at = SCENE_START - 20 * SECOND;
	hub_says(s, "access.denied",
		"{\"name\":\"pager\",\"role\":\"agent\",\"what\":\"decide\","
		"\"why\":\"role\",\"count\":12}");
}

/* Each is worse than all below it. */
static const struct {
	enum verdict_row row;
	void (*make)(struct scene *s);
	const char *says;
	bool second; /* where it is, the one above is, too */
} worse[] = {
	{ VERDICT_JOURNAL, make_journal, "the hub cannot write its journal: disk full",
		false },
	{ VERDICT_SHIPS_NOW, make_ships_now, "1 handoff SHIPS UNREVIEWED in <60s",
		false },
	{ VERDICT_LINK, make_link, "NO CONNECTION since 03:12:41", false },
	{ VERDICT_SHIPPED, make_shipped, "1 handoff may have SHIPPED UNREVIEWED", true },
	{ VERDICT_UNTOLD, make_untold,
		"escalations reach nobody for 1m: webhook answers 503", false },
	{ VERDICT_NEW_LOSS, make_new_loss, "2 events missed", false },
	{ VERDICT_BEHIND, make_behind, "console behind: 1 event, catching up", false },
	{ VERDICT_SHIPS_SOON, make_ships_soon, "1 handoff SHIPS UNREVIEWED in <2m",
		false },
	{ VERDICT_OVERDUE, make_overdue, "1 deadline is past, not fired", false },
	{ VERDICT_BROKEN, make_broken, "torn>sink broken for 10s, 1 of 1 died: version",
		false },
	{ VERDICT_DEAD, make_dead, "1 dead letter, +1 in 10m", false },
	{ VERDICT_BREAKS, make_breaks, "plan>sink: 6 handoffs break strict/3.0.1 since ",
		false },
	{ VERDICT_JOURNAL_NOTE, make_journal_note,
		"the hub's journal: its WAL has 300 MB: a reader holds it open", false },
	{ VERDICT_DENIED, make_denied,
		"12 denials since 03:12:21, last: agent pager may not decide, 12 times",
		false },
	{ VERDICT_LOW, make_low, "doubt>sink LOW: 1 of the last 1 below", false },
	{ VERDICT_DRIFT, make_drift, "drift: new sends note/4.0.0; old takes 3.0.0 only",
		false },
	{ VERDICT_UNOFFERED, make_unoffered,
		"1 event about handoffs that nobody offered: ghost-1 by sink", false },
	{ VERDICT_SILENT, make_silent, "mute silent for 2m", false },
	{ VERDICT_MUTED, make_muted, "muted: pager until 03:40 by lee", false },
	{ VERDICT_WAITING, make_waiting, "1 waits for you", false },
	{ VERDICT_OLD_LOSS, make_old_loss, "1 event missed", false },
	{ VERDICT_BAD_LINES, make_bad_lines, "1 line of the file is no event", false },
};

#define WORSE (sizeof(worse) / sizeof(*worse))

static void find(struct scene *s, struct verdict *v)
{
	struct watch watch = { 0 };

	watch_look(&watch, &s->world);
	verdict_find(v, &watch, &s->world);
}

static void test_order_row_by_row(void **state)
{
	struct scene *s = *state;
	struct verdict v;

	assert_int_equal(WORSE, VERDICT_ROWS);
	for (size_t i = WORSE; i-- > 0;) {
		size_t at = worse[i].second ? 1 : 0;

		assert_int_equal(worse[i].row, i);
		worse[i].make(s);
		find(s, &v);
		assert_true(v.n > at);
		if (strncmp(v.said[at].text, worse[i].says, strlen(worse[i].says)) != 0)
			fail_msg("not \"%s\" but \"%s\"", worse[i].says, v.said[at].text);
	}
	assert_false(v.ok);
}

static void test_a_loss_is_news_for_half_a_minute(void **state)
{
	struct scene *s = *state;

	make_old_loss(s);
	make_waiting(s);
	lose(s, 0, 214);
	s->world.now = SCENE_START + 29 * SECOND;
	expect(s, 90,
		"!  214 events missed    1 waits for you, the next deadline in 49:31");
	s->world.now = SCENE_START + 30 * SECOND;
	expect(s, 90,
		"1 waits for you, the next deadline in 49:30    !  214 events missed");
	expect(s, 60, "1 waits for you, the next deadline in 49:30  (+1 more)");
	s->world.now = SCENE_START + 11 * MINUTE;
	expect(s, 90, "1 waits for you, the next deadline in 39:00");
}

static void test_two_waves_that_ship(void **state)
{
	struct scene *s = *state;

	make_ships_now(s);
	make_ships_soon(s);
	expect(s, 60, "!! 1 SHIPS UNREVIEWED in <60s    !! 1 more in <2m  (+1 more)");
}

static void test_loading_is_not_well(void **state)
{
	struct scene *s = *state;

	s->world.link.state = LINK_CONNECTING;
	s->world.link.age = 3 * SECOND;
	expect(s, 80, ".. no data yet: connecting 3s. An empty screen is no good news.");
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
	assert_string_equal(format_many(0, "edge", out), "0 edges");
	assert_string_equal(format_many(1, "edge", out), "1 edge");
	assert_string_equal(format_many(1240, "more edge", out), "1,240 more edges");
	assert_string_equal(format_growth(0, out), "steady");
	assert_string_equal(format_growth(1240, out), "+1,240");
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
#define T(name) cmocka_unit_test_setup_teardown(name, scene_bare, scene_teardown)
	const struct CMUnitTest tests[] = {
		T(test_ok_says_what_was_checked),
		T(test_order),
		T(test_the_link),
		T(test_order_row_by_row),
		T(test_a_loss_is_news_for_half_a_minute),
		T(test_two_waves_that_ship),
		T(test_loading_is_not_well),
		T(test_what_was_lost),
		T(test_silent_agents),
		T(test_badges),
		T(test_formats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
