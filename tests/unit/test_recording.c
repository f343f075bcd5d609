/* SPDX-License-Identifier: MIT */
#include "bus/recording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "tests/unit/feed.h"

static char folder[200];

/* A path in a folder of this run; lives until the next call. */
static const char *path_of(const char *name)
{
	static char path[300];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static void write_file(const char *name, struct str text)
{
	FILE *f = fopen(path_of(name), "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(text.p, 1, text.n, f), text.n);
	assert_int_equal(fclose(f), 0);
}

static void read_file(const char *name, struct buf *out)
{
	FILE *f = fopen(path_of(name), "rb");
	size_t n;

	assert_non_null(f);
	buf_reset(out);
	do {
		n = fread(buf_room(out, 65536), 1, 65536, f);
		out->len += n;
	} while (n > 0);
	fclose(f);
}

static struct recording *open_text(const char *text)
{
	struct err e = { "" };
	struct recording *r;
	char *z = quoted(text);

	write_file("t.jsonl", str_of(z));
	free(z);
	r = recording_open(path_of("t.jsonl"), &e);
	if (r == NULL)
		fail_msg("%s", e.text);
	return r;
}

#define LINE(id, more)                                                                   \
	"{'specversion':'1.0','id':'" id "','source':'agent:a','type':'x'" more "}"
#define AT(n)                                                                            \
	",'recordedtime':'2026-04-17T23:07:01.000000Z',"                                 \
	"'hubsequence':'0000000000000000000" n "'"

/* Lines as text and which lines of the file are folded, in what order. */
static void test_lines(void **state)
{
	static const struct {
		const char *text, *order;
	} cases[] = {
		{ "", "" },
		{ "\n", "" },
		{ "\n\n  \n\t\r\n", "" },
		{ LINE("1", AT("1")), "1" },
		{ LINE("1", AT("1")) "\n", "1" },
		{ LINE("1", AT("1")) "\r\n" LINE("2", AT("2")) "\r\n", "1 2" },
		{ "\n" LINE("1", AT("1")) "\n \n" LINE("2", AT("2")), "2 4" },
		/* out of order */
		{ LINE("3", AT("3")) "\n" LINE("1", AT("1")) "\n" LINE("2", AT("2")),
			"2 3 1" },
		/* twice, next to each other and not; the same number with other bytes
		   stays */
		{ LINE("1", AT("1")) "\n" LINE("1", AT("1")) "\n" LINE("2", AT("2")),
			"1 3" },
		{ LINE("1", AT("1")) "\n" LINE("2", AT("2")) "\n" LINE("1", AT("1")),
			"1 2" },
		{ LINE("1", AT("1")) "\n" LINE("one", AT("1")), "1 2" },
		/* without numbers: in the order of the file, even if twice */
		{ LINE("b", "") "\n" LINE("a", "") "\n" LINE("b", ""), "1 2 3" },
		/* among others they stay behind the line before them */
		{ LINE("2", AT("2")) "\n" LINE("x", "") "\n" LINE("1", AT("1")) "\n" LINE(
			  "y", ""),
			"3 4 1 2" },
		/* numbers that a hub would write otherwise */
		{ LINE("2", ",'hubsequence':2") "\n" LINE("1", ",'hubsequence' : '1'"),
			"2 1" },
		{ LINE("2", ",'hubsequence':'2','artifactdigest':'x'") "\n" LINE("1",
			  ",'hubsequence':'1','data':{'long':'......................."
			  "......................................................."
			  "......................................................."
			  "......................................................."
			  "......................................................."
			  "'}"),
			"2 1" },
		/* the same name within data says nothing */
		{ LINE("2", ",'data':{'hubsequence':'9'}") "\n" LINE(
			  "1", ",'data':{'hubsequence':'00000000000000000001'}"),
			"1 2" },
		{ LINE("2", ",'data':{'hubsequence':'1'},'hubsequence':'2'") "\n" LINE(
			  "1", ",'hubsequence':'1','data':{'hubsequence':'3'}"),
			"2 1" },
		{ LINE("2", ",'data':'\\\"hubsequence\\\":\\\"9\\\"'") "\n" LINE("1", ""),
			"1 2" },
		/* what is no event keeps its place */
		{ LINE("1", AT("1")) "\nno event\n" LINE("2", AT("2")), "1 2 3" },
		{ "{'hubsequence':'9'\n" LINE("1", AT("1")), "1 2" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct recording *r = open_text(cases[i].text);
		struct buf b = { 0 };

		buf_str(&b, "");
		for (size_t k = 0; k < r->lines; k++)
			buf_fmt(&b, "%s%u", k > 0 ? " " : "", r->line[k].number);
		if (strcmp(b.data, cases[i].order) != 0)
			fail_msg("case %zu: %s, not %s", i, b.data, cases[i].order);
		buf_fini(&b);
		recording_close(r);
	}
	recording_close(NULL);
}

/* A line is told from its text to the byte, without its end; bad ones by their number. */
static void test_events(void **state)
{
	struct recording *r =
		open_text("\r\n" LINE("1", AT("1")) "\r\n"
						    "{'specversion':'1.0'}\n"
						    "nonsense\n" LINE("2", AT("2")));
	struct json doc = { 0 };
	struct err err = { "" };
	struct event e;
	char *z = quoted(LINE("1", AT("1")));

	(void)state;
	assert_int_equal(r->lines, 4);
	assert_false(r->sorted);
	assert_true(str_is(recording_text(r, 0), z));
	assert_true(recording_event(r, 0, &doc, &e, &err));
	assert_int_equal(e.hubsequence, 1);
	assert_true(e.has_recorded);
	assert_false(recording_event(r, 1, &doc, &e, &err));
	assert_string_equal(err.text, "line 3: attribute \"id\" is missing");
	assert_false(recording_event(r, 2, &doc, &e, &err));
	assert_true(str_starts(str_of(err.text), "line 4: "));
	assert_false(recording_event(r, 2, &doc, &e, NULL));
	assert_true(recording_event(r, 3, &doc, &e, &err));
	assert_int_equal(e.hubsequence, 2);
	json_fini(&doc);
	free(z);
	recording_close(r);
}

static void test_doubled(void **state)
{
	struct recording *r = open_text(LINE("2", AT("2")) "\n" LINE(
		"1", AT("1")) "\n" LINE("2", AT("2")) "\n" LINE("2", AT("2")) "\n");

	(void)state;
	assert_true(r->sorted);
	assert_int_equal(r->lines, 2);
	assert_int_equal(r->doubled, 2);
	recording_close(r);
}

static void test_cannot_open(void **state)
{
	struct err e = { "" };

	(void)state;
	assert_null(recording_open(path_of("absent.jsonl"), &e));
	assert_true(str_starts(str_of(e.text), "cannot open "));
	assert_non_null(strstr(e.text, "absent.jsonl"));
	assert_non_null(strstr(e.text, strerror(ENOENT)));
	assert_null(recording_open(folder, &e));
	assert_true(str_starts(str_of(e.text), "cannot open "));
	assert_non_null(strstr(e.text, "it is a folder"));
	/* it would wait for who never comes */
	assert_int_equal(mkfifo(path_of("fifo.jsonl"), 0600), 0);
	assert_null(recording_open(path_of("fifo.jsonl"), &e));
	assert_non_null(strstr(e.text, "it is a FIFO"));
	unlink(path_of("fifo.jsonl"));
	assert_null(recording_create(path_of("absent/x.jsonl"), &e));
	assert_true(str_starts(str_of(e.text), "cannot create "));
	write_file("plain.jsonl.zst", STR("{\"not\":\"zstd\"}\n"));
	assert_null(recording_open(path_of("plain.jsonl.zst"), &e));
	assert_non_null(strstr(e.text, "plain.jsonl.zst: not zstd"));
}

/* --- writing --------------------------------------------------------------- */

#define MANY 20000

static void line_of(struct buf *b, unsigned i)
{
	buf_reset(b);
	buf_fmt(b,
		"{\"specversion\":\"1.0\",\"id\":\"%u\",\"source\":\"agent:a\",\"type\":\"x\","
		"\"data\":\"%u\xc3\xbc\",\"hubsequence\":\"%020u\"}",
		i, i * 2654435761u, i);
}

static void write_many(const char *name)
{
	struct err e = { "" };
	struct recording_writer *w = recording_create(path_of(name), &e);
	struct buf b = { 0 };

	if (w == NULL)
		fail_msg("%s", e.text);
	for (unsigned i = 1; i <= MANY; i++) {
		line_of(&b, i);
		assert_true(recording_write(w, buf_view(&b), &e));
	}
	assert_true(recording_finish(w, &e));
	buf_fini(&b);
}

static void check_many(const struct recording *r, size_t lines)
{
	struct buf b = { 0 };

	assert_int_equal(r->lines, lines);
	assert_int_equal(r->doubled, 0);
	assert_false(r->sorted);
	for (size_t i = 0; i < lines; i++) {
		line_of(&b, (unsigned)i + 1);
		assert_true(str_eq(recording_text(r, i), buf_view(&b)));
		assert_int_equal(r->line[i].sequence, i + 1);
		assert_int_equal(r->line[i].number, i + 1);
	}
	buf_fini(&b);
}

/* What is written is read, plain and compressed, and is the same text. */
static void test_round_trip(void **state)
{
	struct recording *plain, *packed;
	struct buf small = { 0 };

	(void)state;
	write_many("many.jsonl");
	write_many("many.jsonl.zst");
	plain = recording_open(path_of("many.jsonl"), NULL);
	packed = recording_open(path_of("many.jsonl.zst"), NULL);
	assert_true(plain != NULL && packed != NULL);
	check_many(plain, MANY);
	check_many(packed, MANY);
	assert_int_equal(plain->size, packed->size);
	assert_memory_equal(plain->text, packed->text, plain->size);
	read_file("many.jsonl.zst", &small);
	assert_true(small.len < plain->size / 3);
	recording_close(plain);
	recording_close(packed);
	buf_fini(&small);
}

static void assert_file_is(const char *name, const char *text)
{
	struct buf got = { 0 };

	read_file(name, &got);
	assert_true(str_is(buf_view(&got), text));
	buf_fini(&got);
}

/* What is there stays until the new one is whole, and for good where it is dropped. */
static void test_replaced_whole(void **state)
{
	static const char old[] = "{\"old\":1}\n";
	struct recording_writer *w;

	(void)state;
	write_file("again.jsonl", STR("{\"old\":1}\n"));
	w = recording_create(path_of("again.jsonl"), NULL);
	assert_true(recording_write(w, STR("{\"new\":1}"), NULL));
	assert_file_is("again.jsonl", old);
	recording_drop(w);
	assert_file_is("again.jsonl", old);
	w = recording_create(path_of("again.jsonl"), NULL);
	assert_true(recording_write(w, STR("{\"new\":1}"), NULL));
	assert_true(recording_finish(w, NULL));
	assert_file_is("again.jsonl", "{\"new\":1}\n");
}

/* A journal, what lies beside it, and what else was named by mistake. */
static void test_not_written_over(void **state)
{
	static const struct {
		const char *name, *text;
	} kept[] = { { "main.journal", "SQLite format 3" }, { "a.lock", "pid 1\n" },
		{ "notes.txt", "not to lose\n" }, { "a.journal-wal", "" },
		{ "a.journal-shm", "" } };
	static const char *const taken[] = { "", "\n{}\n", "{\"a\":1}" };
	struct err e;

	(void)state;
	for (size_t i = 0; i < LEN(kept); i++) {
		write_file(kept[i].name, str_of(kept[i].text));
		assert_null(recording_create(path_of(kept[i].name), &e));
		assert_non_null(strstr(e.text, "no recording"));
		assert_file_is(kept[i].name, kept[i].text);
	}
	for (size_t i = 0; i < LEN(taken); i++) {
		write_file("old.jsonl", str_of(taken[i]));
		assert_true(recording_finish(
			recording_create(path_of("old.jsonl"), NULL), NULL));
	}
	/* packed: what is in it counts, as in the mesh that lies beside a journal */
	write_many("many.jsonl.zst");
	write_many("many.jsonl.zst");
}

/* A link goes on to lead to the file. */
static void test_through_link(void **state)
{
	struct stat st;
	char link[4200];

	(void)state;
	write_file("file.jsonl", STR(""));
	snprintf(link, sizeof(link), "%s", path_of("link.jsonl"));
	assert_int_equal(symlink("file.jsonl", link), 0);
	assert_int_equal(chmod(path_of("file.jsonl"), 0640), 0);
	write_many("link.jsonl");
	assert_true(lstat(link, &st) == 0 && S_ISLNK(st.st_mode));
	assert_true(stat(path_of("file.jsonl"), &st) == 0 && st.st_size > MANY);
	assert_int_equal(st.st_mode & 0777, 0640);
}

static void test_nothing(void **state)
{
	static const char *const names[] = { "none.jsonl", "none.jsonl.zst" };

	(void)state;
	for (size_t i = 0; i < LEN(names); i++) {
		struct recording_writer *w = recording_create(path_of(names[i]), NULL);
		struct recording *r;

		assert_true(recording_finish(w, NULL));
		r = recording_open(path_of(names[i]), NULL);
		assert_non_null(r);
		assert_int_equal(r->lines, 0);
		recording_close(r);
	}
	/* not even the frame that an empty recording has */
	write_file("zero.jsonl.zst", STR(""));
	recording_close(recording_open(path_of("zero.jsonl.zst"), NULL));
}

/* Of one that was cut short what is there is shown. */
static void test_cut(void **state)
{
	struct buf whole = { 0 };
	size_t most = 0;

	(void)state;
	write_many("whole.jsonl.zst");
	read_file("whole.jsonl.zst", &whole);
	for (int part = 0; part < 20; part++) {
		struct recording *r;
		struct err e = { "" };
		size_t n = whole.len * (size_t)part / 20;

		write_file("cut.jsonl.zst", (struct str){ whole.data, n });
		r = recording_open(path_of("cut.jsonl.zst"), &e);
		if (r == NULL)
			fail_msg("%s", e.text);
		assert_true(r->lines >= most && r->lines < MANY);
		most = r->lines;
		/* the last line may be cut as well */
		if (r->lines > 0)
			r->lines--;
		check_many(r, r->lines);
		recording_close(r);
	}
	assert_true(most > MANY / 2);
	buf_fini(&whole);
}

/* A plain file that ends within a line; one whose last line only lacks its end is whole.
 */
static void test_cut_within_a_line(void **state)
{
	static const struct {
		const char *text;
		bool cut;
	} cases[] = { { "", false }, { "{}\n", false }, { "{}\n{}", false },
		{ "{}\n{\"a\":1", true }, { "{\"a", true }, { "{}\n\n", false } };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct recording *r;

		write_file("line.jsonl", str_of(cases[i].text));
		r = recording_open(path_of("line.jsonl"), NULL);
		assert_non_null(r);
		assert_int_equal(r->cut, cases[i].cut);
		recording_close(r);
	}
}

/* Two in a row are one, as with cat. */
static void test_joined(void **state)
{
	struct buf one = { 0 }, two = { 0 };
	struct recording *r;

	(void)state;
	write_many("one.jsonl.zst");
	read_file("one.jsonl.zst", &one);
	buf_slice(&two, buf_view(&one));
	buf_slice(&two, buf_view(&one));
	write_file("two.jsonl.zst", buf_view(&two));
	r = recording_open(path_of("two.jsonl.zst"), NULL);
	assert_non_null(r);
	assert_int_equal(r->lines, MANY);
	assert_int_equal(r->doubled, MANY);
	recording_close(r);
	buf_fini(&one);
	buf_fini(&two);
}

/* A disk that is full is told of, at the latest at the end. */
static void test_full_disk(void **state)
{
	struct recording_writer *w = recording_create("/dev/full", NULL);
	struct err e = { "" };

	(void)state;
	if (w == NULL)
		skip();
	recording_write(w, STR("{}"), &e);
	assert_false(recording_finish(w, &e));
	assert_true(str_starts(str_of(e.text), "cannot write /dev/full"));
}

/* --- folded ---------------------------------------------------------------- */

/* A recording shuffled and doubled folds to the same mesh. */
static void test_fold(void **state)
{
	struct feed f;
	struct buf shuffled = { 0 }, want = { 0 }, got = { 0 };
	struct recording *r;
	struct mesh *m;
	struct json doc = { 0 };

	(void)state;
	feed_open(&f);
	for (unsigned i = 0; i < 50; i++) {
		char id[16];

		snprintf(id, sizeof(id), "h%u", i);
		feed_offer(&f, id, 1, "{'confidence':0.5}");
		feed_about(&f, "agent:b",
			i % 3 ? "handoff.accepted" : "handoff.completed", id, 1, "");
	}
	feed_dump(&want, f.m);
	for (const char *end = f.tape.data + f.tape.len, *p = end; p > f.tape.data;) {
		const char *last = p;

		for (p--; p > f.tape.data && p[-1] != '\n'; p--)
			;
		buf_add(&shuffled, p, (size_t)(last - p));
		buf_add(&shuffled, p, (size_t)(last - p));
	}
	write_file("fold.jsonl", buf_view(&shuffled));
	r = recording_open(path_of("fold.jsonl"), NULL);
	m = mesh_new();
	assert_int_equal(r->lines, 100);
	assert_int_equal(r->doubled, 100);
	for (size_t i = 0; i < r->lines; i++) {
		struct event e;

		assert_true(recording_event(r, i, &doc, &e, NULL));
		mesh_append(m, &e);
	}
	feed_dump(&got, m);
	assert_string_equal(want.data, got.data);
	mesh_free(m);
	recording_close(r);
	json_fini(&doc);
	buf_fini(&shuffled);
	buf_fini(&want);
	buf_fini(&got);
	feed_close(&f);
}

static int start(void **state)
{
	const char *tmp = getenv("TMPDIR");

	(void)state;
	digest_start();
	snprintf(folder, sizeof(folder), "%s/recording.XXXXXX",
		tmp != NULL ? tmp : "/tmp");
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int stop(void **state)
{
	static const char *const names[] = { "line.jsonl", "t.jsonl", "plain.jsonl.zst",
		"many.jsonl", "many.jsonl.zst", "none.jsonl", "none.jsonl.zst",
		"zero.jsonl.zst", "whole.jsonl.zst", "cut.jsonl.zst", "one.jsonl.zst",
		"two.jsonl.zst", "fold.jsonl", "again.jsonl", "main.journal", "a.lock",
		"notes.txt", "a.journal-wal", "a.journal-shm", "old.jsonl", "link.jsonl",
		"file.jsonl" };

	(void)state;
	for (size_t i = 0; i < LEN(names); i++)
		unlink(path_of(names[i]));
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_events),
		cmocka_unit_test(test_doubled),
		cmocka_unit_test(test_cannot_open),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_replaced_whole),
		cmocka_unit_test(test_not_written_over),
		cmocka_unit_test(test_through_link),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_cut_within_a_line),
		cmocka_unit_test(test_joined),
		cmocka_unit_test(test_full_disk),
		cmocka_unit_test(test_fold),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
