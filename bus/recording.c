/* SPDX-License-Identifier: MIT */
#include "bus/recording.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include "base/json_out.h"
#include "base/mem.h"
#include "bus/codec.h"
#include "bus/files.h"

#define CHUNK ((size_t)256 << 10)
#define LONGEST_LINE ((size_t)64 << 20)
#define HUGE_PAGE ((size_t)2 << 20)

static bool ends_in(const char *path, const char *end)
{
	size_t n = strlen(path), m = strlen(end);

	return n >= m && strcmp(path + n - m, end) == 0;
}

/* --- reading --------------------------------------------------------------- */

/* Room for a large file at once, in pages so large that few of them must be made. */
static void reserve(FILE *f, struct buf *out)
{
	struct stat st;
	size_t size;

	if (fstat(fileno(f), &st) < 0 || !S_ISREG(st.st_mode) ||
		st.st_size < 4 * (off_t)HUGE_PAGE)
		return;
	size = ((size_t)st.st_size + CHUNK + HUGE_PAGE) / HUGE_PAGE * HUGE_PAGE;
	out->data = aligned_alloc(HUGE_PAGE, size);
	if (out->data == NULL)
		return;
	out->cap = size;
	madvise(out->data, size, MADV_HUGEPAGE);
}

/* Whether the line at the end, which begins at *line, may go on: no event is so long. */
static bool may_go_on(const struct buf *b, size_t *line, struct err *e)
{
	const char *lf = memrchr(b->data + *line, '\n', b->len - *line);
	size_t number = 1;

	if (lf != NULL)
		*line = (size_t)(lf - b->data) + 1;
	if (b->len - *line <= LONGEST_LINE)
		return true;
	for (size_t i = 0; i < *line; i++)
		number += b->data[i] == '\n';
	return err_set(e, "line %zu has more than %zu MiB: no recording", number,
		LONGEST_LINE >> 20);
}

static bool read_all(FILE *f, bool lines, struct buf *out, struct err *e)
{
	size_t n, line = 0;

	reserve(f, out);
	do {
		n = fread(buf_room(out, CHUNK), 1, CHUNK, f);
		out->len += n;
		if (lines && !may_go_on(out, &line, e))
			return false;
	} while (n > 0);
	return ferror(f) == 0 || err_set(e, "%s", strerror(errno));
}

static bool decompress(struct buf *in, struct buf *out, bool *cut, struct err *e)
{
	ZSTD_DStream *z = ZSTD_createDStream();
	ZSTD_inBuffer from = { in->data, in->len, 0 };
	size_t left = 1, line = 0;

	while (from.pos < from.size || left != 0) {
		ZSTD_outBuffer to = { buf_room(out, CHUNK), CHUNK, 0 };
		size_t before = from.pos;

		left = ZSTD_decompressStream(z, &to, &from);
		if (ZSTD_isError(left)) {
			ZSTD_freeDStream(z);
			return err_set(e, "not zstd: %s", ZSTD_getErrorName(left));
		}
		out->len += to.pos;
		if (!may_go_on(out, &line, e)) {
			ZSTD_freeDStream(z);
			return false;
		}
		/* a file cut short: what there is of it is shown */
		if (from.pos == before && to.pos == 0)
			break;
	}
	*cut = left != 0 && in->len > 0;
	ZSTD_freeDStream(z);
	return true;
}

static bool load(const char *path, struct buf *text, bool *cut, struct err *e)
{
	FILE *f = file_open(path, e);
	struct buf packed = { 0 };
	bool zst = ends_in(path, ".zst"), ok;

	if (f == NULL)
		return err_wrap(e, "cannot open %s", path);
	ok = read_all(f, !zst, zst ? &packed : text, e) ||
		err_wrap(e, "cannot read %s", path);
	file_close(f);
	if (ok && zst && !decompress(&packed, text, cut, e))
		ok = err_wrap(e, "%s", path);
	buf_fini(&packed);
	return ok;
}

/*
 * The line's own hubsequence; 0 if there is none. Only a line that does not
 * end as a hub writes it is read for it: an artifact may bear the same name.
 */
static uint64_t peek_sequence(struct str line, struct json *j)
{
	static const char name[] = "\"hubsequence\"";
	const char *tail = line.p + line.n - 37; /* NAME:"20 digits"} */
	uint64_t n = 0;

	if (line.n > 64 && memcmp(tail, name, sizeof(name) - 1) == 0) {
		for (tail += sizeof(name) + 1; *tail >= '0' && *tail <= '9'; tail++)
			n = n * 10 + (uint64_t)(*tail - '0');
		if (tail == line.p + line.n - 2)
			return n;
	}
	if (memmem(line.p, line.n, name, sizeof(name) - 1) == NULL ||
		!json_read(j, line.p, line.n, EVENT_DEPTH, NULL) ||
		!sequence_read(j, json_member(j, 0, "hubsequence"), &n))
		return 0;
	return n;
}

/* A whole line lacks its end at most: one that was cut is no JSON. */
static bool ends_within_line(const struct recording *r)
{
	const char *lf = r->size > 0 ? memrchr(r->text, '\n', r->size) : NULL;
	size_t at = lf != NULL ? (size_t)(lf - r->text) + 1 : 0;
	struct json j = { 0 };
	bool whole = at == r->size ||
		json_read(&j, r->text + at, r->size - at, EVENT_DEPTH, NULL);

	json_fini(&j);
	return !whole;
}

static bool is_blank(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != ' ' && s.p[i] != '\t' && s.p[i] != '\r')
			return false;
	}
	return true;
}

static void split(struct recording *r)
{
	size_t cap = 0, at = 0;
	struct json j = { 0 };
	uint64_t last = 0;
	uint32_t number = 0;

	while (at < r->size) {
		const char *lf = memchr(r->text + at, '\n', r->size - at);
		size_t end = lf != NULL ? (size_t)(lf - r->text) : r->size;
		struct str s = { r->text + at, end - at };
		uint64_t sequence;

		number++;
		if (s.n > 0 && s.p[s.n - 1] == '\r')
			s.n--;
		if (!is_blank(s)) {
			bool numbered;

			sequence = peek_sequence(s, &j);
			numbered = sequence != 0;
			if (!numbered)
				sequence = last;
			r->sorted |= sequence < last;
			last = sequence;
			xgrow(&r->line, &cap, r->lines + 1, sizeof(*r->line));
			r->line[r->lines++] = (struct recording_line){ at, (uint32_t)s.n,
				number, sequence, numbered };
		}
		at = end + 1;
	}
	json_fini(&j);
}

static int by_sequence(const void *a, const void *b)
{
	const struct recording_line *x = a, *y = b;

	if (x->sequence != y->sequence)
		return x->sequence < y->sequence ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

static bool same_line(const struct recording *r, size_t a, size_t b)
{
	return r->line[a].numbered && r->line[b].numbered &&
		str_eq(recording_text(r, a), recording_text(r, b));
}

/* Of lines with one number, those that repeat another to the byte are left out. */
static void drop_doubled(struct recording *r)
{
	size_t kept = 0;

	for (size_t i = 0; i < r->lines; i++) {
		bool again = false;

		for (size_t k = kept; k > 0 && !again &&
			r->line[k - 1].sequence == r->line[i].sequence && kept - k < 64;
			k--)
			again = same_line(r, k - 1, i);
		if (again)
			r->doubled++;
		else
			r->line[kept++] = r->line[i];
	}
	r->lines = kept;
}

struct recording *recording_open(const char *path, struct err *e)
{
	struct recording *r;
	struct buf text = { 0 };
	bool cut = false;

	if (!load(path, &text, &cut, e)) {
		buf_fini(&text);
		return NULL;
	}
	r = xcalloc(1, sizeof(*r));
	r->text = text.data;
	r->size = text.len;
	r->cut = cut || ends_within_line(r);
	split(r);
	if (r->sorted)
		qsort(r->line, r->lines, sizeof(*r->line), by_sequence);
	drop_doubled(r);
	return r;
}

void recording_close(struct recording *r)
{
	if (r == NULL)
		return;
	free(r->text);
	free(r->line);
	free(r);
}

bool recording_event(const struct recording *r, size_t i, struct json *doc,
	struct event *out, struct err *e)
{
	struct str s = recording_text(r, i);

	if (event_read(doc, s, s, FROM_RECORDING, out, NULL, e))
		return true;
	return err_wrap(e, "line %u", r->line[i].number);
}

bool recording_has_event(const struct recording *r, const char *path, struct err *e)
{
	struct json doc = { 0 };
	struct err first = { "" };
	struct event event;
	bool found = false;

	for (size_t i = 0; i < r->lines && !found; i++)
		found = recording_event(
			r, i, &doc, &event, first.text[0] == '\0' ? &first : NULL);
	json_fini(&doc);
	if (found)
		return true;
	if (r->lines == 0 && r->cut)
		return err_set(
			e, "%s is cut short: not even its first block can be read", path);
	if (r->lines == 0)
		return err_set(e, "%s is empty: no recording", path);
	return err_set(e, "%s is no recording: 0 events in %zu lines; %s", path, r->lines,
		first.text);
}

/* --- writing --------------------------------------------------------------- */

struct recording_writer {
	FILE *f;
	char *path;
	char *to, *half; /* where it is written until it is whole; NULL: into f itself */
	ZSTD_CStream *z; /* NULL: plain */
	char out[1 << 16];
	bool failed, seen; /* seen: it is a terminal */
};

/* The first bytes of what is there, unpacked where they are packed. */
static size_t look_at_start(const char *path, char *out, size_t room)
{
	static const char packed[] = "\x28\xb5\x2f\xfd";
	FILE *f = fopen(path, "rb");
	char raw[4096];
	ZSTD_inBuffer from = { raw, 0, 0 };
	ZSTD_outBuffer to = { out, room, 0 };
	ZSTD_DStream *z;

	if (f == NULL)
		return 0;
	from.size = fread(raw, 1, sizeof(raw), f);
	if (from.size < sizeof(packed) - 1 ||
		memcmp(raw, packed, sizeof(packed) - 1) != 0) {
		to.pos = from.size < room ? from.size : room;
		memcpy(out, raw, to.pos);
	} else {
		size_t left = 1;

		z = ZSTD_createDStream();
		while (to.pos < room && left != 0 && !ZSTD_isError(left)) {
			if (from.pos == from.size) {
				from = (ZSTD_inBuffer){ raw,
					fread(raw, 1, sizeof(raw), f), 0 };
				if (from.size == 0)
					break;
			}
			left = ZSTD_decompressStream(z, &to, &from);
		}
		ZSTD_freeDStream(z);
	}
	fclose(f);
	return to.pos;
}

/*
 * Only a recording is written over: a journal, what lies beside it, and whatever else
 * was named by mistake begins otherwise, or as the -wal may be empty.
 */
static bool may_replace(const char *path, const struct stat *st, struct err *e)
{
	char start[64];
	size_t n, i = 0;

	if (st->st_size == 0 && !ends_in(path, "-wal") && !ends_in(path, "-shm") &&
		!ends_in(path, ".lock"))
		return true;
	n = look_at_start(path, start, sizeof(start));
	while (i < n && strchr(" \t\r\n", start[i]) != NULL && start[i] != '\0')
		i++;
	if (st->st_size > 0 &&
		(i == n ? n == 0 && ends_in(path, ".zst") : start[i] == '{'))
		return true;
	return err_set(e,
		"cannot create %s: a file that is no recording is there, perhaps a "
		"journal's; nothing is written over it: name another file",
		path);
}

/* What agents handed over is for who asked for it; or as the file in its place has it. */
static mode_t mode_for(const struct stat *there)
{
	return there != NULL ? there->st_mode & 0777 : 0600;
}

/* A file beside it: what is there stays until this one is whole. */
static bool begin_half(struct recording_writer *w, const char *path, struct err *e)
{
	struct buf name = { 0 };
	struct stat st;
	bool there = stat(path, &st) == 0;
	int fd;

	if (there && !may_replace(path, &st, e))
		return false;
	/* by whatever link it goes, the file itself is replaced */
	w->to = there ? realpath(path, NULL) : xstrdup(path);
	buf_fmt(&name, "%s.part-XXXXXX", w->to != NULL ? w->to : path);
	w->half = buf_steal(&name);
	fd = mkostemp(w->half, O_CLOEXEC);
	w->f = fd >= 0 ? fdopen(fd, "wb") : NULL;
	if (w->f == NULL)
		return err_set(e, "cannot create %s: %s", path, strerror(errno));
	fchmod(fd, mode_for(there ? &st : NULL));
	return true;
}

/* What is no file (a pipe, a terminal, /dev/stdout) takes it as it comes. */
static bool is_file_to_be(const char *path)
{
	struct stat st;

	if (strncmp(path, "/dev/", 5) == 0 || strncmp(path, "/proc/", 6) == 0)
		return false;
	return stat(path, &st) < 0 || S_ISREG(st.st_mode);
}

static bool begin(struct recording_writer *w, const char *path, struct err *e)
{
	if (path == NULL) {
		w->f = stdout;
		return true;
	}
	if (is_file_to_be(path))
		return begin_half(w, path, e);
	w->f = fopen(path, "wb");
	return w->f != NULL || err_set(e, "cannot create %s: %s", path, strerror(errno));
}

static void writer_free(struct recording_writer *w)
{
	ZSTD_freeCStream(w->z);
	free(w->path);
	free(w->to);
	free(w->half);
	free(w);
}

struct recording_writer *recording_create(const char *path, struct err *e)
{
	struct recording_writer *w = xcalloc(1, sizeof(*w));
	bool standard = path == NULL || strcmp(path, "-") == 0;

	w->path = xstrdup(standard ? "standard output" : path);
	if (!begin(w, standard ? NULL : path, e)) {
		writer_free(w);
		return NULL;
	}
	if (!standard && ends_in(path, ".zst")) {
		w->z = ZSTD_createCStream();
		ZSTD_initCStream(w->z, 9);
	}
	w->seen = isatty(fileno(w->f));
	return w;
}

static void compress(struct recording_writer *w, struct str s, ZSTD_EndDirective how)
{
	ZSTD_inBuffer from = { s.p, s.n, 0 };
	size_t left;

	do {
		ZSTD_outBuffer to = { w->out, sizeof(w->out), 0 };

		left = ZSTD_compressStream2(w->z, &to, &from, how);
		if (ZSTD_isError(left) || fwrite(w->out, 1, to.pos, w->f) != to.pos) {
			w->failed = true;
			return;
		}
	} while (how == ZSTD_e_end ? left != 0 : from.pos < from.size);
}

/* The same value, and nothing in it that a terminal would obey, hide or turn round. */
static bool show(FILE *f, struct str line)
{
	struct buf ascii = { 0 };
	bool good;

	out_ascii(&ascii, line);
	buf_char(&ascii, '\n');
	good = fwrite(ascii.data, 1, ascii.len, f) == ascii.len;
	buf_fini(&ascii);
	return good;
}

bool recording_write(struct recording_writer *w, struct str line, struct err *e)
{
	if (w->seen) {
		w->failed = !show(w->f, line);
	} else if (w->z != NULL) {
		compress(w, line, ZSTD_e_continue);
		compress(w, STR("\n"), ZSTD_e_continue);
	} else if (fwrite(line.p, 1, line.n, w->f) != line.n ||
		fputc('\n', w->f) == EOF) {
		w->failed = true;
	}
	if (w->failed)
		return err_set(e, "cannot write %s: %s", w->path, strerror(errno));
	return true;
}

static bool put_in_place(struct recording_writer *w)
{
	if (fsync(fileno(w->f)) < 0 || rename(w->half, w->to) < 0)
		return false;
	sync_folder(w->to);
	return true;
}

bool recording_finish(struct recording_writer *w, struct err *e)
{
	bool ok;

	if (w->z != NULL && !w->failed)
		compress(w, (struct str){ 0 }, ZSTD_e_end);
	ok = fflush(w->f) == 0 && !w->failed && (w->half == NULL || put_in_place(w));
	if (!ok)
		err_set(e, "cannot write %s: %s", w->path, strerror(errno));
	if (!ok && w->half != NULL)
		unlink(w->half);
	if (w->f != stdout && fclose(w->f) != 0 && ok)
		ok = err_set(e, "cannot write %s: %s", w->path, strerror(errno));
	writer_free(w);
	return ok;
}

void recording_drop(struct recording_writer *w)
{
	if (w->half != NULL)
		unlink(w->half);
	if (w->f != stdout)
		fclose(w->f);
	else
		fflush(stdout);
	writer_free(w);
}
