/* SPDX-License-Identifier: MIT */
/*
 * What agents say, on every screen and page and at many sizes: it is text, in its
 * place, and looks like nothing of ours.
 */
#include "tests/everywhere.h"

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
	/* the head of a narrow one has no room for those words */
	int most = shows(s, "nothing sent yet") || s->surface.cols < 60 ? 1 : 0;
	int heads = 0;

	for (int row = 0; row < s->surface.rows; row++) {
		const struct cell *line = surface_cell(&s->surface, row, 0);

		for (int col = 0; col < s->surface.cols; col++)
			for (int k = 0; k < 3; k++)
				CHECK(s, is_plain(line[col].ch[k]),
					"a foreign character");
		heads += line[0].ch[0] == 0x2550;
	}
	CHECK(s, heads <= most, "a sheet that is not ours");
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
		cmocka_unit_test(test_hostile),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
