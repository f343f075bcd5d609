/* SPDX-License-Identifier: MIT */
/*
 * What the console draws: nothing breaks at any size, in any state, with any
 * text, and what is not known is never shown as if it were.
 */
#include "tests/scene.h"

#include "base/text.h"

static const char *const names[] = { "now", "flow", "review", "dead", "log" };

static void approve_elsewhere(struct scene *s, const char *id)
{
	scene_elsewhere(s, "decision.approved", id, "lee", "");
}

/* --- sizes and hostile text ------------------------------------------------- */

static void check_screen(struct scene *s, int rows, int cols)
{
	char *dump = scene_dump(s, rows, cols);
	int lines = 0;

	for (char *line = dump; *line != '\0'; lines++) {
		size_t n = strcspn(line, "\n");
		struct str text = { line, n };

		assert_true(utf8_valid(text));
		if ((int)text_width(text) > cols)
			fail_msg("%dx%d: %.*s", cols, rows, (int)n, line);
		for (size_t i = 0; i < n; i++)
			assert_true((unsigned char)line[i] >= ' ' && line[i] != 0x7f);
		line += n + (line[n] == '\n');
	}
	assert_int_equal(lines, rows);
	if (rows >= 10 && cols >= 36) {
		dump[strcspn(dump, "\n")] = '\0';
		assert_true(strchr(dump, '[') != NULL && strchr(dump, ']') != NULL);
	}
	free(dump);
}

static void check_sizes(struct scene *s)
{
	static const int widths[] = { 10, 20, 35, 36, 40, 59, 60, 79, 80, 100, 119, 120,
		200, 300 };
	static const int heights[] = { 3, 5, 9, 10, 14, 15, 16, 20, 23, 24, 30, 50, 100 };

	for (size_t i = 0; i < sizeof(widths) / sizeof(*widths); i++) {
		for (size_t k = 0; k < sizeof(heights) / sizeof(*heights); k++)
			check_screen(s, heights[k], widths[i]);
	}
}

static void test_every_size(void **state)
{
	struct scene *s = *state;

	for (size_t i = 0; i < 5; i++) {
		shell_command(s->shell, &s->world, str_of(names[i]));
		check_sizes(s);
		scene_keys(s, "Enter");
		check_sizes(s);
		scene_keys(s, "] ] ?");
		check_sizes(s);
		scene_keys(s, "Esc Esc");
	}
}

static void test_every_size_of_every_state(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3");
	for (int link = LINK_CONNECTING; link <= LINK_LOST; link++) {
		s->world.link.state = (enum link_state)link;
		check_sizes(s);
	}
	s->world.link.state = LINK_LIVE;
	scene_keys(s, "p");
	check_screen(s, 24, 80);
	scene_keys(s, "p : s e t");
	check_sizes(s);
}

static void test_every_size_of_a_sheet(void **state)
{
	static const char *const opens[] = { "A", "R", "E", "H", "Space Space A", "* A" };
	struct scene *s = *state;

	scene_keys(s, "3");
	for (int rows = 40; rows >= 3; rows--) {
		for (size_t i = 0; i < 6; i++) {
			check_screen(s, 24, 80);
			scene_pass(s, 300000);
			s->world.now = SCENE_START;
			scene_keys(s, opens[i]);
			check_screen(s, rows, 30 + (rows * 37) % 100);
			scene_keys(s, "C-c Esc Esc Esc");
			scene_pass(s, 300000);
			scene_keys(s, "Esc Esc 3");
		}
	}
	assert_int_equal(scene_decides(s), 0);
}

#define HOSTILE                                                                          \
	"\\u001b[2J\\u001b[1;1H\\r\\n\\b\\u202e\\u2066\\u200b\\u009b31m"                 \
	"\xe2\x95\x90\xe2\x95\x90 APPROVE press y \xe7\x95\x8c\xcc\x81\xcc\x81\xcc\x81"

static void feed_hostile(struct scene *s, const char *text)
{
	char more[1000];

	scene_fmt(s, "agent:fraud", "handoff.offered",
		"\"dataschema\":\"contract:refund.decision/3.0.1\",",
		"{\"handoff\":\"h-evil\",\"attempt\":1,\"from\":\"fraud\","
		"\"to\":\"refund\",\"artifact\":{\"order\":\"%s\",\"amount\":\"%s\","
		"\"confidence\":0.2,"
		"\"fallback\":\"stop_if_not_progressed_within_1000s\"}}",
		text, text);
	scene_held(s, "h-evil", "confidence");
	scene_fmt(s, "agent:ledger", "handoff.dead_lettered", "",
		"{\"handoff\":\"h-9a10\",\"attempt\":1,\"reason\":\"%s\","
		"\"detail\":\"%s\"}",
		text, text);
	scene_fmt(s, "agent:fraud", "handoff.offered", "",
		"{\"handoff\":\"h-dead\",\"attempt\":1,\"from\":\"fraud\",\"to\":\"refund\","
		"\"artifact\":{\"fallback\":\"stop\"}}");
	scene_fmt(s, "agent:refund", "handoff.dead_lettered", "",
		"{\"handoff\":\"h-dead\",\"attempt\":1,\"reason\":\"%s\",\"detail\":\"%s\"}",
		text, text);
	snprintf(more, sizeof(more), ",\"note\":\"%s\",\"target\":\"%s\"", text, text);
	scene_elsewhere(s, "decision.escalated", "h-evil", text, more);
	scene_fmt(s, "agent:evil", "something.new", "", "{\"x\":\"%s\"}", text);
}

static void test_hostile_text(void **state)
{
	struct scene *s = *state;

	feed_hostile(s, HOSTILE);
	s->world.operator_name = "mi\x1b[2Jra\r\n";
	s->world.name = "\x1b]0;x\x07"
			"prod\xe2\x80\xae";
	snprintf(s->world.link.journal, sizeof(s->world.link.journal), "%s",
		"\x1b[31mdisk\nfull");
	for (size_t i = 0; i < 5; i++) {
		shell_command(s->shell, &s->world, str_of(names[i]));
		for (int down = 0; down < 10; down++) {
			scene_keys(s, "j");
			check_screen(s, 24, 80);
			check_screen(s, 36, 130);
		}
		scene_keys(s, "Enter ]");
		check_screen(s, 24, 80);
		scene_keys(s, "]");
		check_screen(s, 24, 80);
		scene_keys(s, "] Esc");
	}
	scene_keys(s, "3 / h - e v i l Enter");
	scene_pass(s, SECOND);
	scene_keys(s, "A");
	check_screen(s, 24, 80);
	scene_keys(s, "C-c");
}

static char *line_of(struct scene *s, const char *what)
{
	char *dump = scene_dump(s, 24, 80), *at = strstr(dump, what), *line;

	assert_non_null(at);
	while (at > dump && at[-1] != '\n')
		at--;
	line = xmemdup(at, strcspn(at, "\n"));
	free(dump);
	return line;
}

/* What one handoff says changes no row but its own. */
static void test_neighbours_stay(void **state)
{
	static const char *const rows[] = { "h-91c2 ", "h-91aa ", "h-9184 ", "h-9169 ",
		"IF NOBODY", "seam" };
	struct scene *s = *state, calm;

	scene_init(&calm);
	scene_usual(&calm);
	scene_pass(&calm, SECOND);
	feed_hostile(&calm, "calm");
	feed_hostile(s, HOSTILE);
	scene_keys(s, "3");
	scene_keys(&calm, "3");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char *a = line_of(s, rows[i]), *b = line_of(&calm, rows[i]);

		assert_string_equal(a, b);
		free(a);
		free(b);
	}
	scene_fini(&calm);
}

/* --- a recording ------------------------------------------------------------ */

static void test_recording(void **state)
{
	static const struct {
		const char *key;
		enum action action;
	} cases[] = { { "Space", ACTION_PLAY }, { "p", ACTION_PLAY },
		{ ".", ACTION_STEP }, { ",", ACTION_STEP_BACK }, { "<", ACTION_BACKWARD },
		{ ">", ACTION_FORWARD }, { "(", ACTION_PREV_POINT },
		{ ")", ACTION_NEXT_POINT }, { "{", ACTION_SLOWER },
		{ "}", ACTION_FASTER }, { "Backspace", ACTION_NORMAL },
		{ "m", ACTION_SET_MARK } };
	struct scene *s = *state;
	struct replay_view r = { .name = "rec-1123.jsonl",
		.at = 20,
		.events = 29,
		.first = SCENE_START - 600 * SECOND,
		.last = SCENE_START,
		.speed = 4,
		.playing = true };
	struct wish w;

	s->world.replay = &r;
	s->world.read_only = true;
	s->world.link.state = LINK_REPLAY;
	scene_keys(s, "3");
	assert_true(scene_shows(s, " seam rec-1123.jsonl  [REPLAY x4]"));
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		scene_keys(s, cases[i].key);
		assert_true(scene_wish(s, WISH_REPLAY, &w));
		assert_int_equal(w.replay, cases[i].action);
	}
	scene_keys(s, "Esc"); /* the note of the mark */
	assert_true(shell_command(s->shell, &s->world, STR("goto 03:04:12")));
	assert_true(scene_wish(s, WISH_REPLAY, &w));
	assert_int_equal(w.replay, ACTION_GOTO);
	assert_string_equal(w.text, "03:04:12");
	scene_keys(s, "A");
	assert_true(scene_shows(s, "approve is off: this is a recording"));
	check_sizes(s);
}

/* --- the frame -------------------------------------------------------------- */

static void test_states_of_tabs(void **state)
{
	struct scene *s = *state;

	assert_true(scene_shows(s, "3 Review 7!!  4 Dead 5!"));
	s->world.link.state = LINK_LOST;
	s->world.link.age = 72 * SECOND;
	assert_true(scene_shows(s, "[LOST 1m12s]"));
	assert_true(scene_shows(s, "3 Review 7?  4 Dead 5?"));
	s->world.link.state = LINK_CONNECTING;
	assert_true(scene_shows(s, "3 Review -  4 Dead -"));
	assert_true(scene_shows(s, "no data yet"));
	s->world.link.state = LINK_LIVE;
	s->at = s->world.now;
	scene_fmt(s, "hub:x", "gap", "",
		"{\"source\":\"agent:kyc\",\"run\":\"r\",\"first\":\"3\",\"last\":\"216\"}");
	assert_true(scene_shows(s, "3Review 7+?!!")); /* less room: none is `+?` too */
	assert_true(scene_shows(s, "5Incidents +?"));
	assert_true(scene_shows(s, "214 events missed"));
	scene_keys(s, "7");
	assert_true(scene_shows(s, "214 events missed: kyc, 3 to 216"));
}

/* Deadlines run off faster than the operator's own clock: line 1 says so. */
static void test_rate_of_the_clock(void **state)
{
	struct scene *s = *state;
	struct replay_view r = { .name = "r", .events = 29, .speed = 5 };

	assert_true(scene_shows(s, "03:12:42Z  mira"));
	s->world.clock_rate = 5;
	assert_true(scene_shows(s, "03:12:42Z  x5  mira"));
	s->world.clock_rate = .25;
	assert_true(scene_shows(s, "03:12:42Z  x0.25  mira"));
	s->world.clock_rate = 5;
	s->world.replay = &r;
	s->world.read_only = true;
	s->world.link.state = LINK_REPLAY;
	assert_true(scene_shows(s, "03:12:42Z  mira"));
}

/* A name that is too long ends in whole characters. */
static void test_long_operator(void **state)
{
	struct scene *s = *state;
	char *dump;

	s->world.operator_name = "n2345678901234567890123456789";
	for (int i = 0; i < 2; i++) {
		dump = scene_dump(s, 30, 140);
		assert_non_null(strstr(dump,
			i == 0 ? "Z  n2345678901234567890123456789"
			       : "Z  n2345678901234567890123456789~"));
		assert_null(strstr(dump, "<C3>"));
		free(dump);
		s->world.operator_name = "n2345678901234567890123456789\xc3\xbc\xc3\xbc";
	}
}

/* All that line 1 can say at once. */
static void test_line_1_has_room(void **state)
{
	struct scene *s = *state;

	assert_true(scene_shows(s, "LIVE"));
	scene_keys(s, "p");
	s->world.link.open = true;
	s->world.link.clock_off = 4 * SECOND;
	s->world.clock_rate = 5;
	s->world.read_only = true;
	assert_true(
		scene_shows(s, "[LIVE 0.4s]  [FROZEN 0:00, 0 behind]  OPEN  READ-ONLY"));
	check_sizes(s);
}

/* The hub is another one, or a recording goes back: places mean other things. */
static void test_another_mesh(void **state)
{
	struct scene *s = *state;
	struct mesh *empty = mesh_new();
	static const char *const keys[] = { "j j Space", "/ h - 9 Enter G", "Enter j j",
		"] ] G", "* Tab" };

	for (size_t k = 0; k < 5; k++) {
		for (size_t i = 0; i < 5; i++) {
			shell_command(s->shell, &s->world, str_of(names[i]));
			scene_keys(s, keys[k]);
			check_screen(s, 24, 80);
			s->world.mesh = empty;
			scene_pass(s, 1000);
			check_screen(s, 24, 80);
			check_screen(s, 40, 140);
			scene_keys(s, "j A k Enter ] Space c i");
			check_screen(s, 24, 80);
			s->world.mesh = s->mesh;
			s->world.now -= 5 * SECOND;
			scene_pass(s, 1000);
			check_screen(s, 40, 140);
			scene_keys(s, "Esc Esc Esc");
		}
	}
	assert_int_equal(scene_decides(s), 0);
	mesh_free(empty);
}

static void test_frozen(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3");
	assert_true(scene_shows(s, "REVIEW"));
	scene_keys(s, "p");
	approve_elsewhere(s, "h-91c2");
	scene_pass(s, 14 * SECOND);
	assert_true(scene_shows(s, "[FROZEN 0:14, 1 behind]"));
	assert_true(scene_shows(s, "> !! 0:40 h-91c2"));
	assert_true(scene_shows(s, "3 Review 6"));
	scene_keys(s, "p");
	assert_false(scene_shows(s, "FROZEN"));
}

static void test_loading_detail(void **state)
{
	struct scene *s = *state;

	s->hide_bytes = true;
	scene_keys(s, "3 ]");
	assert_true(scene_shows(s, "loading"));
	s->hide_bytes = false;
	assert_true(scene_shows(s, "\"amount\": 1240"));
	assert_true(scene_shows(s, "< .70 asked"));
}

static void test_filter(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "3 / k y c Enter");
	assert_true(scene_shows(s, "6 hidden, filter: kyc"));
	assert_false(scene_shows(s, "h-91c2"));
	scene_keys(s, "Esc");
	assert_true(scene_shows(s, "h-91c2"));
	scene_keys(s, "/ n o n e Enter");
	assert_true(scene_shows(s, "0 of 7 shown, filter: none"));
}

static void test_log_follows(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "7");
	assert_true(scene_shows(s, "following"));
	approve_elsewhere(s, "h-91c2");
	assert_true(scene_shows(s, "lee"));
	scene_keys(s, "k");
	assert_true(scene_shows(s, "stands, End follows"));
	scene_keys(s, "End N");
	assert_true(scene_shows(s, ">!!"));
}

/* Keys that come before the first frame of the page turn it as well. */
static void test_help_pages(void **state)
{
	struct scene *s = *state;

	scene_keys(s, "? Space");
	assert_true(scene_shows(s, ":page-down"));
	assert_false(scene_shows(s, "On Now"));
	scene_keys(s, "b");
	assert_true(scene_shows(s, "On Now"));
	scene_keys(s, "G");
	assert_true(scene_shows(s, "Nothing else does."));
	scene_keys(s, "Space Space k b");
	assert_true(scene_shows(s, "━►"));
	scene_keys(s, "/ + ? Enter");
	assert_true(scene_shows(s, "+?            behind a count"));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, scene_setup, scene_teardown)
	const struct CMUnitTest tests[] = {
		T(test_every_size),
		T(test_every_size_of_every_state),
		T(test_every_size_of_a_sheet),
		T(test_hostile_text),
		T(test_neighbours_stay),
		T(test_states_of_tabs),
		T(test_rate_of_the_clock),
		T(test_line_1_has_room),
		T(test_long_operator),
		T(test_another_mesh),
		T(test_frozen),
		T(test_loading_detail),
		T(test_filter),
		T(test_log_follows),
		T(test_recording),
		T(test_help_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
