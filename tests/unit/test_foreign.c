/* SPDX-License-Identifier: MIT */
/*
 * What agents say, on every screen and page and at many sizes: it is text, in its
 * place, and looks like nothing of ours.
 */
#include "tests/everywhere.h"
#include "tests/hostile.h"

static void check_plain(const struct stage *s)
{
	/* the head of a narrow one has no room for those words */
	int most = shows(s, "nothing sent yet") || s->surface.cols < 60 ? 1 : 0;
	int heads = 0;

	for (int row = 0; row < s->surface.rows; row++) {
		const struct cell *line = surface_cell(&s->surface, row, 0);

		for (int col = 0; col < s->surface.cols; col++)
			for (int k = 0; k < 3; k++)
				CHECK(s, hostile_is_plain(line[col].ch[k]),
					"a foreign character");
		heads += line[0].ch[0] == 0x2550;
	}
	CHECK(s, heads <= most, "a sheet that is not ours");
	if (!is_small(s))
		CHECK(s, row_has(s, 0, " [LIVE 0.4s]"), "the badge is gone");
}

/* The recording with what stood between the marks replaced by hostile words, in turn. */
static void poison(const char *from, const char *to)
{
	static const char begin[] = "\\u001b[2J\\u001b[H\\u001b[7m", end[] = "\\u009b2J";
	size_t n, i = 0;
	char *text = stage_read_file(from, &n), *p = text, *q;
	const char *json;
	FILE *f = fopen(to, "wb");

	assert_non_null(text);
	assert_non_null(f);
	while ((q = strstr(p, begin)) != NULL) {
		fwrite(p, 1, (size_t)(q - p), f);
		json = hostile_at(i++)->json;
		fwrite(json + 1, 1, strlen(json) - 2, f);
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
