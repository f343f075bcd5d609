/* SPDX-License-Identifier: MIT */
#include "bus/contracts_watch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"

#define BODY                                                                             \
	"\"version\":\"1.0.0\",\"from\":[\"a\"],\"to\":[\"b\"],\"schema\":{},"           \
	"\"scope\":{},\"confidence\":{},\"fallback\":{}}"

static char dir[] = "/tmp/seam-watch-XXXXXX";

static const char *path_of(const char *name)
{
	static char path[200];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return path;
}

/* `old`: as if it had been written a while ago. */
static void put(const char *name, const char *text, bool old)
{
	FILE *f = fopen(path_of(name), "w");
	struct timespec then[2] = { { .tv_sec = time(NULL) - 10 },
		{ .tv_sec = time(NULL) - 10 } };

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
	if (old)
		assert_int_equal(utimensat(AT_FDCWD, path_of(name), then, 0), 0);
}

static void put_contract(const char *name, const char *contract)
{
	char text[400];

	snprintf(text, sizeof(text), "{\"contract\":\"%s\"," BODY, contract);
	put(name, text, false);
}

static void look(struct watched *w, bool changed)
{
	struct err e;

	assert_true(watched_look(w, dir, INT64_MAX, &e));
	assert_int_equal(w->changed, changed);
}

/* The names of those that were read, one after the other. */
static const char *fresh(const struct watched *w)
{
	static char names[200];

	names[0] = '\0';
	for (uint32_t i = 0; i < w->n; i++) {
		if (w->file[i].fresh)
			strcat(names, w->file[i].name);
	}
	return names;
}

static void test_reads_what_changed(void **state)
{
	struct watched w = { 0 };

	(void)state;
	put_contract("a.json", "x");
	put_contract("b.json", "y");
	put("c.json", "{", true);
	look(&w, true);
	assert_string_equal(fresh(&w), "a.jsonb.jsonc.json");
	watched_noted(&w);
	look(&w, false);
	put_contract("b.json", "other");
	look(&w, true);
	assert_string_equal(fresh(&w), "b.json");
	assert_null(watched_holds(&w, "y/1.0.0"));
	assert_string_equal(watched_holds(&w, "other/1.0.0")->name, "b.json");
	assert_string_equal(
		watched_contract(&w, dir, watched_named(&w, "a.json"))->id, "x/1.0.0");
	watched_noted(&w);
	watched_forget(&w);
	look(&w, true);
	assert_string_equal(fresh(&w), "a.jsonb.jsonc.json");
	unlink(path_of("c.json"));
	watched_noted(&w);
	look(&w, true);
	assert_string_equal(fresh(&w), "");
	assert_false(w.bad);
	watched_fini(&w);
}

/* When the first is gone the second stands, unread. */
static void test_second(void **state)
{
	struct watched w = { 0 };

	(void)state;
	put_contract("a.json", "x");
	put_contract("b.json", "x");
	look(&w, true);
	assert_string_equal(watched_named(&w, "b.json")->err.text,
		"/contract: x/1.0.0 stands in a.json already");
	watched_noted(&w);
	unlink(path_of("a.json"));
	look(&w, true);
	assert_string_equal(fresh(&w), "");
	assert_string_equal(watched_named(&w, "b.json")->err.text, "");
	assert_string_equal(
		watched_contract(&w, dir, watched_holds(&w, "x/1.0.0"))->id, "x/1.0.0");
	watched_fini(&w);
	unlink(path_of("b.json"));
}

static void test_waits_for_the_rest(void **state)
{
	struct watched w = { 0 };

	(void)state;
	put("a.json", "{\"contract\":", false);
	put("b.json", "{\"contract\":", true);
	look(&w, true);
	assert_true(w.unsettled);
	assert_true(watched_named(&w, "a.json")->unsettled);
	assert_false(watched_named(&w, "b.json")->unsettled);
	put_contract("a.json", "x");
	look(&w, true);
	assert_false(w.unsettled);
	assert_non_null(watched_holds(&w, "x/1.0.0"));
	put("a.json", "{\"contract\":", true);
	look(&w, true);
	assert_false(w.unsettled);
	watched_fini(&w);
	unlink(path_of("a.json"));
	unlink(path_of("b.json"));
}

/* One file a look, if there is no more time; and one that always changes holds up none.
 */
static void test_in_slices(void **state)
{
	struct watched w = { 0 };
	struct err e;
	int looks = 0;

	(void)state;
	put_contract("1.json", "a");
	put_contract("2.json", "b");
	put_contract("3.json", "c");
	do {
		char name[8];

		snprintf(name, sizeof(name), "n%d", looks);
		put_contract("1.json", name);
		assert_true(watched_look(&w, dir, -1, &e));
		assert_int_equal(strlen(fresh(&w)), strlen("1.json"));
		assert_int_equal(w.n, 3);
		watched_noted(&w);
	} while (++looks < 3);
	assert_non_null(watched_holds(&w, "b/1.0.0"));
	assert_non_null(watched_holds(&w, "c/1.0.0"));
	look(&w, true);
	assert_false(w.unread);
	look(&w, false);
	watched_fini(&w);
	unlink(path_of("1.json"));
	unlink(path_of("2.json"));
	unlink(path_of("3.json"));
}

/* Of a name that is no UTF-8 another one is told, and by that one it is found again. */
static void test_odd_names(void **state)
{
	struct watched w = { 0 };

	(void)state;
	put_contract("\xff\xfe.json", "a");
	put("\xff\xfd.json", "{", true);
	look(&w, true);
	assert_int_equal(w.n, 2);
	for (uint32_t i = 0; i < w.n; i++) {
		assert_true(utf8_valid(str_of(w.file[i].said)));
		assert_ptr_equal(watched_named(&w, w.file[i].said), &w.file[i]);
	}
	look(&w, false);
	watched_fini(&w);
	unlink(path_of("\xff\xfe.json"));
	unlink(path_of("\xff\xfd.json"));
}

static void test_what_is_no_file(void **state)
{
	static const struct {
		const char *name, *said;
	} files[] = {
		{ "dir.json", "cannot open: it is a folder" },
		{ "fifo.json", "cannot open: it is a FIFO" },
		{ "gone.json", "cannot open: No such file or directory" },
		{ "zero.json", "cannot open: it is a device" },
	};
	struct watched w = { 0 };

	(void)state;
	assert_int_equal(mkfifo(path_of("fifo.json"), 0600), 0);
	assert_int_equal(mkdir(path_of("dir.json"), 0700), 0);
	assert_int_equal(symlink("/dev/zero", path_of("zero.json")), 0);
	assert_int_equal(symlink("/nowhere", path_of("gone.json")), 0);
	look(&w, true);
	assert_int_equal(w.n, sizeof(files) / sizeof(*files));
	for (uint32_t i = 0; i < w.n; i++) {
		assert_string_equal(w.file[i].name, files[i].name);
		assert_string_equal(w.file[i].err.text, files[i].said);
	}
	look(&w, w.unsettled);
	unlink(path_of("fifo.json"));
	rmdir(path_of("dir.json"));
	unlink(path_of("zero.json"));
	unlink(path_of("gone.json"));
	watched_fini(&w);
	rmdir(dir);
	assert_false(watched_look(&w, dir, 0, &(struct err){ "" }));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads_what_changed),
		cmocka_unit_test(test_second),
		cmocka_unit_test(test_waits_for_the_rest),
		cmocka_unit_test(test_in_slices),
		cmocka_unit_test(test_odd_names),
		cmocka_unit_test(test_what_is_no_file),
	};

	digest_start();
	if (mkdtemp(dir) == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
