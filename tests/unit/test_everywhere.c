/* SPDX-License-Identifier: MIT */
/*
 * What holds on every screen, whatever its size, the link and what agents say: the
 * three lines at the top, no picture that is old and looks new, nothing foreign. New
 * screens are in as soon as the shell has them: they come from `shell_views` by digit.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/digest.h"
#include "base/text.h"
#include "tui/keys.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include "tests/screens/stage.h"
#pragma GCC diagnostic pop

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define DATA "tests/screens/data/"
#define LEAST_COLS 36 /* below this or LEAST_ROWS a card that cannot act */
#define LEAST_ROWS 10

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void open_stage(struct stage *s, const char *recording)
{
	char path[128];

	snprintf(path, sizeof(path), DATA "%s", recording);
	stage_init(s);
	assert_true(stage_open(s, path));
	stage_fold(s, s->lines);
	s->world.link.as_of = s->mesh->now;
	s->world.epoch = "e1";
	stage_draw(s);
}

/* A row as text, without the blanks at its end. */
static const char *row_text(const struct stage *s, int row)
{
	static char text[2000];
	size_t n = 0;

	for (int col = 0; col < s->surface.cols && n + 8 < sizeof(text); col++) {
		const struct cell *c = surface_cell(&s->surface, row, col);

		if (c->ch[0] != 0)
			n += utf8_encode(c->ch[0], text + n);
	}
	while (n > 0 && text[n - 1] == ' ')
		n--;
	text[n] = '\0';
	return text;
}

static bool row_has(const struct stage *s, int row, const char *word)
{
	return row < s->surface.rows && strstr(row_text(s, row), word) != NULL;
}

static bool shows(const struct stage *s, const char *word)
{
	for (int row = 0; row < s->surface.rows; row++)
		if (row_has(s, row, word))
			return true;
	return false;
}

static void complain(const struct stage *s, const char *what)
{
	struct buf text = { 0 };

	surface_dump(&s->surface, GLYPHS_UTF8, &text);
	printf("%.*s", STR_ARG(buf_view(&text)));
	buf_fini(&text);
	fail_msg("%dx%d: %s", s->surface.cols, s->surface.rows, what);
}

#define CHECK(s, test, what)                                                             \
	do {                                                                             \
		if (!(test))                                                             \
			complain(s, what);                                               \
	} while (0)

static void press(struct stage *s, int key)
{
	s->world.tick += 300000;
	shell_key(s->shell, &s->world, key);
	stage_draw(s);
}

/* How many decisions are wished for; all wishes are taken. */
static int decided(struct stage *s)
{
	static struct wish w;
	int n = 0;

	while (shell_wish(s->shell, &w))
		n += w.kind == WISH_DECIDE;
	return n;
}

static void resize(struct stage *s, int cols, int rows)
{
	surface_resize(&s->surface, rows, cols);
	stage_draw(s);
}

/* --- sizes ------------------------------------------------------------------ */

static bool is_small(const struct stage *s)
{
	return s->surface.cols < LEAST_COLS || s->surface.rows < LEAST_ROWS;
}

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

static const char screens[] = "123456789";

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

/* A sheet stays readable or closes, and says so; no size sends anything. */
static void test_sheet_sizes(void **state)
{
	static const char acts[] = "AREH";
	unsigned seed = 11;
	struct stage s;

	(void)state;
	open_stage(&s, "night.jsonl");
	press(&s, '3');
	for (int i = 0; i < 600; i++) {
		bool open;

		if (i % 3 == 0) {
			resize(&s, 80, 24);
			stage_wait(&s, 2 * SECOND);
			s.world.now = s.mesh->now; /* all wait again */
			press(&s, K_ESC);
			press(&s, acts[next_random(&seed) % 4]);
		}
		resize(&s, 20 + (int)(next_random(&seed) % 100),
			5 + (int)(next_random(&seed) % 40));
		open = shows(&s, "nothing sent yet");
		if (is_small(&s))
			CHECK(&s, !open, "a sheet on a card");
		else if (!open)
			CHECK(&s, !shows(&s, "press  y"), "a sheet without its head");
	}
	resize(&s, 80, 24);
	stage_wait(&s, 20 * SECOND);
	assert_int_equal(decided(&s), 0);
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

/* --- what is foreign -------------------------------------------------------- */

/* As JSON has them: what draws, moves, hides, grows, lies, or is no text at all. */
static const char *const corpus[] = {
	"\\u001b[2J\\u001b[H\\u001b[7m APPROVE 1 handoff \\u001b[0m",
	"\\u001b]52;c;cm0gLXJmIC8=\\u0007",
	"\\u001bP1;1|17/ab\\u001b\\\\",
	"\\u001b]2;seam ok\\u001b\\\\",
	"\\u009b31m\\u0085\\u0090q\\u009c",
	"\\n\\u2550\\u2550\\u2550 APPROVE 1 handoff \\u2550\\u2550 nothing sent yet \\u2550",
	"\\n press  y  to approve\\r\\n",
	"\\u202egnihton\\u202c \\u2066x\\u2069 \\u200f\\u200e",
	"a\\u200bb\\u200c\\u200d\\u2060\\ufeff\\u00ad",
	"\\u0000\\u0001\\u007f\\b\\f\\t\\t\\t",
	"e\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301",
	"\\u0489\\u0489\\u0489\\u0489",
	"\\u65e5\\u672c\\u8a9e\\uff21\\uff22\\uff23",
	"\\ud83d\\udc68\\u200d\\ud83d\\udc69\\u200d\\ud83d\\udc67\\ufe0f",
	"\\ufdfd\\u1f9c\\u3000",
	"\\ud800",
	"\\udfff\\ud800",
	"\\u2028\\u2029",
	"\\ufff9\\ufffa\\ufffb",
	"seam prod-eu-1  [LIVE 0.0s]  ok  nothing waits",
	"{/..%s%n$(reboot)`reboot`",
	"\\u001b[5n\\u001b[6n\\u001b[c\\u001b[?2004l\\u001b[?1049l\\u001b(0lqqk\\u000e",
};

static bool is_plain(uint32_t c)
{
	return !((c < 0x20 && c != 0) || (c >= 0x7f && c < 0xa0) || c == 0xad ||
		(c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
		(c >= 0x2060 && c <= 0x206f) || (c >= 0xd800 && c <= 0xdfff) ||
		c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) || c > 0x10ffff);
}

static void check_plain(const struct stage *s)
{
	bool sheet = shows(s, "nothing sent yet");
	int heads = 0;

	for (int row = 0; row < s->surface.rows; row++) {
		const struct cell *line = surface_cell(&s->surface, row, 0);

		for (int col = 0; col < s->surface.cols; col++)
			for (int k = 0; k < 3; k++)
				CHECK(s, is_plain(line[col].ch[k]),
					"a foreign character");
		heads += line[0].ch[0] == 0x2550;
	}
	/* a narrow one has no room for those words */
	CHECK(s, heads <= (sheet || s->surface.cols < 60), "a sheet that is not ours");
	if (!is_small(s))
		CHECK(s, row_has(s, 0, " [LIVE 0.4s]"), "the badge is gone");
}

/* The recording with what stood between the marks replaced by the corpus, in turn. */
static void poison(const char *from, const char *to)
{
	static const char begin[] = "\\u001b[2J\\u001b[H\\u001b[7m", end[] = "\\u009b2J";
	size_t n, i = 0;
	char *text = stage_read_file(from, &n), *p = text, *q;
	FILE *f = fopen(to, "wb");

	assert_non_null(text);
	assert_non_null(f);
	while ((q = strstr(p, begin)) != NULL) {
		fwrite(p, 1, (size_t)(q - p), f);
		fputs(corpus[i++ % LEN(corpus)], f);
		p = strstr(q, end) + sizeof(end) - 1;
	}
	fputs(p, f);
	fclose(f);
	free(text);
	assert_true(i > 10);
}

static int any_key(unsigned *seed)
{
	static const int others[] = { K_ENTER, K_UP, K_DOWN, K_LEFT, K_RIGHT, K_TAB,
		K_ESC, 'A', 'R', 'E', 'B', 'X', 'H', 'n', 'N', ']', '[', 'j', 'v', 'e',
		'o', 'z', 'd', 'w', 't', 'G', 'g', K_PGDN };
	unsigned n = next_random(seed) % 40;

	return n < 9 ? '1' + (int)n : others[n % LEN(others)];
}

static void walk(const char *path, unsigned *seed)
{
	struct stage s;

	stage_init(&s);
	assert_true(stage_open(&s, path));
	stage_fold(&s, s.lines);
	stage_draw(&s);
	for (int i = 0; i < 1200; i++) {
		if (next_random(seed) % 8 == 0)
			resize(&s, 36 + (int)(next_random(seed) % 120),
				10 + (int)(next_random(seed) % 40));
		if (next_random(seed) % 4 == 0)
			stage_wait(&s, SECOND);
		if (i % 50 == 0)
			s.ahead = 0;
		press(&s, any_key(seed));
		check_plain(&s);
	}
	stage_fini(&s);
}

static void test_hostile(void **state)
{
	static const char *const recordings[] = { "hostile.jsonl", "liar.jsonl",
		"breach.jsonl" };
	const char *tmp = getenv("SEAM_TEST_TMP");
	unsigned seed = 5;
	char from[128], to[400];

	(void)state;
	snprintf(to, sizeof(to), "%s/poison-%d.jsonl", tmp != NULL ? tmp : "/tmp",
		(int)getpid());
	for (size_t i = 0; i < LEN(recordings); i++) {
		snprintf(from, sizeof(from), DATA "%s", recordings[i]);
		if (i < 2)
			poison(from, to);
		walk(i < 2 ? to : from, &seed);
	}
	remove(to);
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
		cmocka_unit_test(test_hostile),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
