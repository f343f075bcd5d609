/* SPDX-License-Identifier: MIT */
/* Marks beside a recording: what is kept comes back, what is none does no harm. */
#include "app/marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"

#define START (INT64_C(1795402800) * SECOND)

struct folder {
	char path[64], recording[80], marks[100], fresh[120];
};

static int setup(void **state)
{
	static struct folder f;

	snprintf(f.path, sizeof(f.path), "%s/marksXXXXXX",
		getenv("TMPDIR") != NULL && strlen(getenv("TMPDIR")) < 40
			? getenv("TMPDIR")
			: "/tmp");
	if (mkdtemp(f.path) == NULL)
		return -1;
	snprintf(f.recording, sizeof(f.recording), "%s/a.jsonl", f.path);
	snprintf(f.marks, sizeof(f.marks), "%s.marks", f.recording);
	snprintf(f.fresh, sizeof(f.fresh), "%s.new", f.marks);
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	struct folder *f = *state;

	chmod(f->path, 0700);
	unlink(f->fresh);
	unlink(f->marks);
	rmdir(f->marks);
	return rmdir(f->path);
}

static void put(const char *path, const char *text, size_t n)
{
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	assert_int_equal(fwrite(text, 1, n, out), n);
	fclose(out);
}

static void test_come_back(void **state)
{
	struct folder *f = *state;
	struct err e = { "" };
	struct marks m;

	marks_open(&m, f->recording);
	assert_int_equal(m.n, 0);
	assert_true(marks_set(&m, START + 2 * SECOND, STR("second")));
	assert_true(marks_set(&m, START, STR("")));
	assert_true(marks_set(&m, START + SECOND, STR("Bl\xc3\xa4tter fallen")));
	assert_true(marks_set(&m, START, STR("first \xe2\x80\xae evil\x1b[2J")));
	marks_forget(&m, START + 2 * SECOND);
	marks_forget(&m, START + 7 * SECOND);
	assert_true(marks_save(&m, &e));
	marks_fini(&m);
	marks_open(&m, f->recording);
	assert_int_equal(m.n, 2);
	assert_true(m.time[0] == START && m.time[1] == START + SECOND);
	assert_null(strchr(m.note[0], '\x1b'));
	assert_string_equal(m.note[1], "Bl\xc3\xa4tter fallen");
	assert_true(marks_has(&m, START) && !marks_has(&m, START + 2 * SECOND));
	marks_fini(&m);
}

static void test_what_is_none(void **state)
{
	static const char text[] = "2026-11-23T03:00:00Z good\nno time\n\n \n2026\n"
				   "2026-11-23T03:00:01Z\n2026-11-23T03:00:02Z \xff\xfe\n"
				   "2026-11-23T03:00:03Z a\0b\n2026-11-23T03:00:04Z end";
	struct folder *f = *state;
	struct marks m;

	put(f->marks, text, sizeof(text) - 1);
	marks_open(&m, f->recording);
	assert_int_equal(m.n, 5);
	assert_string_equal(m.note[0], "good");
	assert_string_equal(m.note[1], "");
	assert_string_equal(m.note[2], "");
	assert_string_equal(m.note[3], "a");
	assert_string_equal(m.note[4], "end");
	marks_fini(&m);
}

static void test_bounds(void **state)
{
	struct folder *f = *state;
	struct buf b = { 0 };
	struct marks m;

	for (int i = 0; i < MARKS_MOST + 500; i++)
		buf_fmt(&b, "2026-11-23T03:%02d:%02dZ %0300d\n", i / 60 % 60, i % 60, i);
	put(f->marks, b.data, b.len);
	buf_fini(&b);
	marks_open(&m, f->recording);
	assert_true(m.n > 500 && m.n <= MARKS_MOST);
	for (size_t i = 0; i < m.n; i++)
		assert_true(strlen(m.note[i]) <= MARK_NOTE);
	for (int i = 0; m.n < MARKS_MOST; i++)
		assert_true(marks_set(&m, START + i, STR("x")));
	assert_false(marks_set(&m, 1, STR("one more")));
	assert_true(marks_set(&m, m.time[3], STR("another note")));
	marks_fini(&m);
}

/* No pipe is waited for, no link is followed, a folder is no file. */
static void test_strange_places(void **state)
{
	struct folder *f = *state;
	struct err e = { "" };
	struct marks m;
	struct stat st;

	assert_int_equal(mkfifo(f->marks, 0600), 0);
	assert_int_equal(symlink("/dev/full", f->fresh), 0);
	marks_open(&m, f->recording);
	assert_int_equal(m.n, 0);
	marks_set(&m, START, STR("kept"));
	assert_true(marks_save(&m, &e));
	assert_int_equal(lstat(f->marks, &st), 0);
	assert_true(S_ISREG(st.st_mode));
	unlink(f->marks);
	assert_int_equal(mkdir(f->marks, 0700), 0);
	assert_false(marks_save(&m, &e));
	assert_true(e.text[0] != '\0');
	assert_int_not_equal(access(f->fresh, F_OK), 0);
	marks_fini(&m);
	marks_open(&m, "/proc/self/fd/9");
	marks_set(&m, START, STR("of what is no file"));
	assert_false(marks_save(&m, &e));
	marks_fini(&m);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_come_back, setup, teardown),
		cmocka_unit_test_setup_teardown(test_what_is_none, setup, teardown),
		cmocka_unit_test_setup_teardown(test_bounds, setup, teardown),
		cmocka_unit_test_setup_teardown(test_strange_places, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
