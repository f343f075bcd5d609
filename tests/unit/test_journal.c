/* SPDX-License-Identifier: MIT */
#include "bus/journal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/digest.h"
#include "base/mem.h"
#include "bus/journal_own.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define NOBODY 65534

static char folder[200];

/* A path in a folder of this test; lives until the next but three. */
static const char *path_of(const char *name)
{
	static char path[4][300];
	static unsigned turn;

	snprintf(path[++turn % 4], sizeof(path[0]), "%s/%s", folder, name);
	return path[turn % 4];
}

static struct journal *open_at(const char *name, enum journal_mode mode)
{
	struct err e = { "" };
	struct journal *j = journal_open(path_of(name), mode, &e);

	if (j == NULL)
		fail_msg("%s", e.text);
	return j;
}

static void refuses(const char *name, enum journal_mode mode, const char *words)
{
	struct err e = { "" };

	assert_null(journal_open(path_of(name), mode, &e));
	if (strstr(e.text, words) == NULL || strstr(e.text, name) == NULL)
		fail_msg("\"%s\"", e.text);
	assert_null(journal_open(path_of(name), mode, NULL));
}

/* Runs SQL on a journal, as somebody with sqlite3 would. */
static void sql(const char *name, const char *text)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path_of(name), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static char *ask(const char *name, const char *text)
{
	sqlite3_stmt *s;
	sqlite3 *db;
	char *answer;

	assert_int_equal(sqlite3_open(path_of(name), &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, text, -1, &s, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	answer = sqlite3_column_text(s, 0) != NULL
		? xstrdup((const char *)sqlite3_column_text(s, 0))
		: xstrdup("NULL");
	sqlite3_finalize(s);
	sqlite3_close(db);
	return answer;
}

static void asks(const char *name, const char *text, const char *want)
{
	char *got = ask(name, text);

	assert_string_equal(got, want);
	free(got);
}

/* Row `n`: about handoff h0, h1 or h2, every fourth about none. */
static struct journal_row row(uint64_t n)
{
	static const char *const texts[] = { "{\"n\":0}", "{\"n\":1}",
		"{\"n\":\"\xc3\xbc\"}", "{\"n\":[3]}" };
	static const char *const handoffs[] = { "h0", "h1", "h2", NULL };

	return (struct journal_row){ .hubsequence = n,
		.recorded = (int64_t)n * SECOND,
		.source = STR("agent:a"),
		.id = STR("id"),
		.type = STR("seam.handoff.accepted"),
		.subject = { NULL, 0 },
		.handoff = str_of(handoffs[n % 4]),
		.attempt = (uint32_t)(n % 4),
		.standing = n % 2 ? "applied" : NULL,
		.event = str_of(texts[n % 4]) };
}

static void append(struct journal *j, uint64_t first, uint64_t last)
{
	struct journal_row *rows = xcalloc(last - first + 1, sizeof(*rows));
	struct err e = { "" };

	for (uint64_t n = first; n <= last; n++)
		rows[n - first] = row(n);
	if (!journal_append(j, rows, last - first + 1, &e))
		fail_msg("%s", e.text);
	free(rows);
}

struct visited {
	struct buf list; /* "1 2 3" */
	size_t stop;     /* after so many */
	size_t count;
};

static bool visit(void *user, uint64_t hubsequence, struct str event)
{
	struct visited *v = user;

	assert_true(str_eq(event, row(hubsequence).event));
	buf_fmt(&v->list, "%s%llu", v->count > 0 ? " " : "",
		(unsigned long long)hubsequence);
	return ++v->count != v->stop;
}

static void reads(
	struct journal *j, uint64_t after, uint64_t limit, size_t stop, const char *want)
{
	struct visited v = { .stop = stop };

	buf_str(&v.list, "");
	assert_true(journal_read(j, after, limit, visit, &v, NULL));
	assert_string_equal(v.list.data, want);
	buf_fini(&v.list);
}

static void reads_handoff(struct journal *j, const char *handoff, const char *want)
{
	struct visited v = { 0 };

	buf_str(&v.list, "");
	assert_true(journal_read_handoff(j, str_of(handoff), visit, &v, NULL));
	assert_string_equal(v.list.data, want);
	buf_fini(&v.list);
}

/* --- its life -------------------------------------------------------------- */

static void test_create(void **state)
{
	struct journal *j = open_at("a/b/j.db", JOURNAL_WRITE);
	char epoch[40];
	struct stat st;

	(void)state;
	reads(j, 0, UINT64_MAX, 0, "");
	assert_int_equal(strlen(journal_epoch(j)), 32);
	assert_int_equal(strspn(journal_epoch(j), "0123456789abcdef"), 32);
	strcpy(epoch, journal_epoch(j));
	reads(j, 0, UINT64_MAX, 0, "");
	/* for its owner only */
	assert_int_equal(stat(path_of("a"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_int_equal(stat(path_of("a/b/j.db"), &st), 0);
	assert_int_equal(st.st_mode & 0077, 0);
	append(j, 1, 3);
	reads(j, 0, UINT64_MAX, 0, "1 2 3");
	journal_close(j);

	j = open_at("a/b/j.db", JOURNAL_WRITE);
	assert_string_equal(journal_epoch(j), epoch);
	reads(j, 0, UINT64_MAX, 0, "1 2 3");
	append(j, 4, 5);
	journal_close(j);

	j = open_at("a/b/j.db", JOURNAL_READ);
	assert_string_equal(journal_epoch(j), epoch);
	reads(j, 0, UINT64_MAX, 0, "1 2 3 4 5");
	journal_close(j);
	journal_close(NULL);

	j = open_at("other.db", JOURNAL_WRITE);
	assert_string_not_equal(journal_epoch(j), epoch);
	journal_close(j);
}

/* One writes; who comes second is told who holds it. Readers come and go. */
static void test_second_writer(void **state)
{
	struct journal *j = open_at("j.db", JOURNAL_WRITE), *reader;

	(void)state;
	refuses("j.db", JOURNAL_WRITE, "is in use by another process");
	journal_say_holder(j, "seam hub prod, process 1, since yesterday");
	refuses("j.db", JOURNAL_WRITE,
		"is in use by seam hub prod, process 1, since yesterday; stop that hub "
		"or name another --journal");
	journal_say_holder(j, "hub b");
	refuses("j.db", JOURNAL_WRITE, "is in use by hub b; ");
	reader = open_at("j.db", JOURNAL_READ);
	assert_string_equal(journal_epoch(reader), journal_epoch(j));
	reads(reader, 0, UINT64_MAX, 0, "");
	append(j, 1, 2);
	reads(reader, 0, UINT64_MAX, 0, "1 2");
	journal_say_holder(reader, "nobody");
	refuses("j.db", JOURNAL_WRITE, "is in use by hub b; ");
	journal_close(reader);
	refuses("j.db", JOURNAL_WRITE, "is in use by");
	journal_close(j);
	journal_close(open_at("j.db", JOURNAL_WRITE));
}

/* A writer that is killed has what it was told is on disk, and holds nothing. */
static void test_killed(void **state)
{
	pid_t pid = fork();
	struct journal *j;
	int status;

	(void)state;
	if (pid == 0) {
		j = journal_open(path_of("j.db"), JOURNAL_WRITE, NULL);
		for (uint64_t n = 1; j != NULL && n <= 9; n++) {
			struct journal_row r = row(n);

			if (!journal_append(j, &r, 1, NULL))
				_exit(1);
		}
		kill(getpid(), SIGKILL);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	j = open_at("j.db", JOURNAL_WRITE);
	reads(j, 0, UINT64_MAX, 0, "1 2 3 4 5 6 7 8 9");
	journal_close(j);
}

/* --- what it refuses ------------------------------------------------------- */

static void write_file(const char *name, const char *text)
{
	FILE *f = fopen(path_of(name), "wb");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static void test_newer_schema(void **state)
{
	(void)state;
	journal_close(open_at("j.db", JOURNAL_WRITE));
	sql("j.db", "UPDATE meta SET value='2' WHERE key='schema'");
	refuses("j.db", JOURNAL_WRITE, "was written by a newer seam (schema 2");
	refuses("j.db", JOURNAL_READ, "was written by a newer seam (schema 2");
	sql("j.db", "UPDATE meta SET value='1' WHERE key='schema'");
	journal_close(open_at("j.db", JOURNAL_WRITE));
	sql("j.db", "DELETE FROM meta WHERE key='epoch'");
	refuses("j.db", JOURNAL_READ, "is no journal of seam");
}

static void test_not_a_journal(void **state)
{
	char long_text[5000];

	(void)state;
	memset(long_text, 'x', sizeof(long_text) - 1);
	long_text[sizeof(long_text) - 1] = '\0';
	write_file("text.db", long_text);
	refuses("text.db", JOURNAL_WRITE, "not a database");
	refuses("text.db", JOURNAL_READ, "not a database");
	sql("other.db", "CREATE TABLE people(name)");
	refuses("other.db", JOURNAL_WRITE, "is no journal of seam");
	refuses("other.db", JOURNAL_READ, "is no journal of seam");
	asks("other.db", "SELECT group_concat(name) FROM sqlite_master", "people");
	refuses("absent.db", JOURNAL_READ, "cannot open the journal");
	assert_int_not_equal(access(path_of("absent.db"), F_OK), 0);
	write_file("empty.db", "");
	refuses("empty.db", JOURNAL_READ, "is empty: restore the backup");
	refuses("empty.db", JOURNAL_WRITE, "is empty: restore the backup");
	/* and where there can be no file */
	assert_int_equal(mkdir(path_of("dir.db"), 0700), 0);
	refuses("dir.db", JOURNAL_WRITE, "it is a folder");
	refuses("text.db/j.db", JOURNAL_WRITE, "text.db");
}

/* Less is there than was committed: lost, or an older copy. Another epoch is another. */
static void test_shorter_than_it_was(void **state)
{
	struct journal *j = open_at("j.db", JOURNAL_WRITE);

	(void)state;
	assert_int_equal(journal_mark_of(j), 0);
	append(j, 1, 5);
	journal_say_holder(j, "somebody with a rather long name");
	append(j, 6, 7);
	journal_say_holder(j, "h");
	assert_int_equal(journal_mark_of(j), 7);
	journal_close(j);
	sql("j.db", "DELETE FROM events WHERE hubsequence > 6");
	refuses("j.db", JOURNAL_WRITE, "ends at 6, but 7 was committed to it");
	refuses("j.db", JOURNAL_WRITE, "ends at 6, but 7 was committed to it");
	j = open_at("j.db", JOURNAL_READ);
	reads(j, 0, UINT64_MAX, 0, "1 2 3 4 5 6");
	assert_int_equal(journal_mark_of(j), 7);
	journal_close(j);
	sql("j.db", "UPDATE meta SET value='0123456789abcdef' WHERE key='epoch'");
	j = open_at("j.db", JOURNAL_WRITE);
	assert_int_equal(journal_mark_of(j), 6);
	append(j, 7, 7);
	assert_int_equal(journal_mark_of(j), 7);
	journal_close(j);
}

/* --- older ones ------------------------------------------------------------ */

static bool upgrade(const char *const *steps, int to, struct err *e)
{
	sqlite3 *db;
	bool ok;

	assert_int_equal(sqlite3_open(path_of("j.db"), &db), SQLITE_OK);
	ok = journal_upgrade_by(db, steps, to, e);
	sqlite3_close(db);
	return ok;
}

/* Step by step, each whole or not at all; what is up to date is left alone. */
static void test_upgrade(void **state)
{
	static const char *const steps[] = { NULL, "CREATE TABLE two(x)",
		"CREATE TABLE three(x); INSERT INTO three VALUES(3)",
		"CREATE TABLE four(x); INSERT INTO nowhere VALUES(4)" };
	struct journal *j = open_at("j.db", JOURNAL_WRITE);
	struct err e = { "" };

	(void)state;
	append(j, 1, 3);
	journal_close(j);
	sql("j.db", "UPDATE meta SET value='1' WHERE key='schema'");
	assert_true(upgrade(steps, 1, &e));
	asks("j.db", "SELECT count(*) FROM sqlite_master WHERE name='two'", "0");
	assert_true(upgrade(steps, 3, &e));
	asks("j.db", "SELECT value FROM meta WHERE key='schema'", "3");
	asks("j.db", "SELECT x FROM three", "3");
	assert_true(upgrade(steps, 3, &e));
	assert_false(upgrade(steps, 4, &e));
	assert_true(str_starts(
		str_of(e.text), "cannot be brought from schema 3 to 4: no such table"));
	asks("j.db", "SELECT value FROM meta WHERE key='schema'", "3");
	asks("j.db", "SELECT count(*) FROM sqlite_master WHERE name='four'", "0");
	sql("j.db", "UPDATE meta SET value='one' WHERE key='schema'");
	refuses("j.db", JOURNAL_WRITE, "is no journal of seam");
}

/* As somebody who may not write there, from within the folder. */
static void refuses_stranger(const char *path, const char *words)
{
	bool root = geteuid() == 0;
	struct err e = { "" };
	struct journal *j;

	if (root)
		assert_int_equal(seteuid(NOBODY), 0);
	j = journal_open(path, JOURNAL_WRITE, &e);
	if (root)
		assert_int_equal(seteuid(0), 0);
	assert_null(j);
	assert_string_equal(e.text, words);
}

/* Who may not write is told where, and why. */
static void test_read_only_folder(void **state)
{
	char before[1000];

	(void)state;
	assert_non_null(getcwd(before, sizeof(before)));
	assert_int_equal(mkdir(path_of("ro"), 0700), 0);
	assert_int_equal(chmod(folder, 0711), 0);
	assert_int_equal(chmod(path_of("ro"), 0555), 0);
	assert_int_equal(chdir(folder), 0);
	refuses_stranger("ro/j.db",
		"cannot open the lock of the journal ro/j.db: Permission denied");
	refuses_stranger(
		"ro/sub/j.db", "cannot make the folder ro/sub: Permission denied");
	assert_int_equal(chdir(before), 0);
	assert_int_equal(chmod(path_of("ro"), 0700), 0);
}

/* --- writing --------------------------------------------------------------- */

/* All rows or none: one in the middle that cannot be stored takes all with it. */
static void test_all_or_none(void **state)
{
	struct journal *j = open_at("j.db", JOURNAL_WRITE);
	struct journal_row rows[] = { row(3), row(4), row(2), row(5) };
	struct err e = { "" };

	(void)state;
	append(j, 1, 2);
	assert_false(journal_append(j, rows, LEN(rows), &e));
	assert_true(str_starts(str_of(e.text), "journal: cannot write: "));
	reads(j, 0, UINT64_MAX, 0, "1 2");
	assert_false(journal_append(j, rows, LEN(rows), NULL));
	/* what has no place in it */
	rows[1].type.p = NULL;
	assert_false(journal_append(j, rows, 2, &e));
	rows[1] = row(4);
	rows[1].event.p = NULL;
	assert_false(journal_append(j, rows, 2, &e));
	reads(j, 0, UINT64_MAX, 0, "1 2");
	/* and then it goes on */
	assert_true(journal_append(j, rows, 0, &e));
	append(j, 3, 5);
	reads(j, 0, UINT64_MAX, 0, "1 2 3 4 5");
	journal_close(j);
}

/* Grows no file any more, as on a full disk; 0 takes it back. */
static void limit_files(rlim_t bytes)
{
	struct rlimit r;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &r), 0);
	r.rlim_cur = bytes != 0 ? bytes : r.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &r), 0);
}

static void test_full_disk(void **state)
{
	struct journal *j = open_at("j.db", JOURNAL_WRITE);
	struct journal_row rows[100];
	struct err e = { "" };
	char *big = xmalloc(10000);
	bool ok;

	(void)state;
	memset(big, 'x', 10000);
	append(j, 1, 3);
	for (size_t i = 0; i < LEN(rows); i++) {
		rows[i] = row(4 + i);
		rows[i].event = (struct str){ big, 10000 };
	}
	signal(SIGXFSZ, SIG_IGN);
	limit_files(60000);
	ok = journal_append(j, rows, LEN(rows), &e);
	limit_files(0);
	assert_false(ok);
	assert_true(str_starts(str_of(e.text), "journal: cannot write: "));
	reads(j, 0, UINT64_MAX, 0, "1 2 3");
	assert_true(journal_probe(j, &e));
	append(j, 4, 6);
	reads(j, 0, UINT64_MAX, 0, "1 2 3 4 5 6");
	journal_close(j);
	free(big);
}

/* Where nothing can be written the probe says so. */
static void test_probe(void **state)
{
	struct journal *j = open_at("j.db", JOURNAL_WRITE);
	struct err e = { "" };
	char *pages;

	(void)state;
	assert_true(journal_probe(j, &e));
	assert_true(journal_probe(j, &e));
	append(j, 1, 1);
	limit_files(1);
	assert_false(journal_probe(j, &e));
	limit_files(0);
	assert_true(str_starts(str_of(e.text), "journal: cannot write: "));
	assert_true(journal_probe(j, &e));
	append(j, 2, 2);
	journal_close(j);
	pages = ask("j.db", "SELECT count(*) FROM meta WHERE key='probe'");
	assert_string_equal(pages, "1");
	free(pages);
}

/* --- reading --------------------------------------------------------------- */

static void test_read(void **state)
{
	struct journal *j = open_at("j.db", JOURNAL_WRITE);
	struct buf b = { 0 };

	(void)state;
	append(j, 1, 10);
	reads(j, 0, 3, 0, "1 2 3");
	reads(j, 3, 3, 0, "4 5 6");
	reads(j, 9, 3, 0, "10");
	reads(j, 10, 3, 0, "");
	reads(j, 11, 3, 0, "");
	reads(j, 0, 0, 0, "");
	reads(j, 0, UINT64_MAX, 0, "1 2 3 4 5 6 7 8 9 10");
	/* one that stops, and that leaves nothing behind */
	reads(j, 2, UINT64_MAX, 2, "3 4");
	reads(j, 2, 1, 0, "3");
	reads_handoff(j, "h1", "1 5 9");
	reads_handoff(j, "h0", "4 8");
	reads_handoff(j, "h", "");
	reads_handoff(j, "", "");
	assert_true(journal_event(j, 2, &b));
	assert_string_equal(b.data, "{\"n\":\"\xc3\xbc\"}");
	assert_true(journal_event(j, 3, &b)); /* it adds */
	assert_string_equal(b.data, "{\"n\":\"\xc3\xbc\"}{\"n\":[3]}");
	assert_false(journal_event(j, 0, &b));
	assert_false(journal_event(j, 11, &b));
	assert_false(journal_event(j, UINT64_MAX, &b));
	buf_fini(&b);
	journal_close(j);
}

/* Numbers in it may have holes; it is read in their order, however they came. */
static void test_order(void **state)
{
	struct journal *j = open_at("j.db", JOURNAL_WRITE);
	struct journal_row rows[] = { row(90), row(7), row(1000000000000) };

	(void)state;
	assert_true(journal_append(j, rows, LEN(rows), NULL));
	reads(j, 0, UINT64_MAX, 0, "7 90 1000000000000");
	reads_handoff(j, "h2", "90");
	journal_close(j);
}

/* People open it with sqlite3. */
static void test_columns(void **state)
{
	struct journal *j = open_at("j.db", JOURNAL_WRITE);
	struct journal_row r = row(7);

	(void)state;
	r.subject = STR("inc-1");
	r.recorded = INT64_C(1776467221204000);
	assert_true(journal_append(j, &r, 1, NULL));
	append(j, 8, 8);
	asks("j.db", "SELECT recordedtime FROM events WHERE hubsequence=7",
		"2026-04-17T23:07:01.204000Z");
	asks("j.db", "SELECT source || ' ' || id || ' ' || type FROM events LIMIT 1",
		"agent:a id seam.handoff.accepted");
	asks("j.db", "SELECT subject || ' ' || standing FROM events LIMIT 1",
		"inc-1 applied");
	asks("j.db", "SELECT handoff FROM events WHERE hubsequence=7", "NULL");
	asks("j.db", "SELECT attempt FROM events WHERE hubsequence=7", "3");
	asks("j.db", "SELECT attempt FROM events WHERE hubsequence=8", "NULL");
	asks("j.db", "SELECT standing FROM events WHERE hubsequence=8", "NULL");
	asks("j.db",
		"SELECT json_extract(event, '$.n[0]') FROM events WHERE hubsequence=7",
		"3");
	asks("j.db", "SELECT value FROM meta WHERE key='schema'", "1");
	asks("j.db", "SELECT length(value) FROM meta WHERE key='created'", "27");
	asks("j.db", "PRAGMA journal_mode", "wal");
	asks("j.db", "PRAGMA auto_vacuum", "2");
	journal_close(j);
}

static int start(void **state)
{
	const char *tmp = getenv("TMPDIR");

	(void)state;
	digest_start();
	snprintf(folder, sizeof(folder), "%s/journal.XXXXXX", tmp != NULL ? tmp : "/tmp");
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int stop(void **state)
{
	char command[300];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	return system(command);
}

int main(void)
{
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, start, stop)
	const struct CMUnitTest tests[] = {
		IN_FOLDER(test_create),
		IN_FOLDER(test_second_writer),
		IN_FOLDER(test_killed),
		IN_FOLDER(test_newer_schema),
		IN_FOLDER(test_not_a_journal),
		IN_FOLDER(test_shorter_than_it_was),
		IN_FOLDER(test_upgrade),
		IN_FOLDER(test_read_only_folder),
		IN_FOLDER(test_all_or_none),
		IN_FOLDER(test_full_disk),
		IN_FOLDER(test_probe),
		IN_FOLDER(test_read),
		IN_FOLDER(test_order),
		IN_FOLDER(test_columns),
	};
#undef IN_FOLDER

	return cmocka_run_group_tests(tests, NULL, NULL);
}
