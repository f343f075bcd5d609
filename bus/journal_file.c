/* SPDX-License-Identifier: MIT */
/*
 * The journal as a file among files: what may not be opened at all, whether it stands
 * where it stood, the lock beside it, and the mark in the lock's file.
 *
 * FILE.lock has two lines: who holds it, and `EPOCH HUBSEQUENCE`, the last event
 * whose commit is on disk. The mark is written after the commit, so it is never
 * ahead of a journal that is whole.
 */
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "bus/files.h"
#include "bus/journal_own.h"

#define MAGIC "SQLite format 3"
#define HEAD_BYTES 100
#define LOCK_BYTES 500
#define MARK_DIGITS 20
#define HOLDER ", process " /* and its id, in what a holder says of itself */
#define COPY_MS 3000        /* what a copy of a hub that is gone may hold its lock */
#define COPY_PAUSE_MS 10

/* --- what stands there ----------------------------------------------------- */

/* The bytes of what lies beside the journal under this ending, 0 if there is none. */
static off_t size_beside(const char *path, const char *end)
{
	struct buf name = { 0 };
	struct stat st;
	off_t size;

	buf_fmt(&name, "%s%s", path, end);
	size = stat(name.data, &st) == 0 ? st.st_size : 0;
	buf_fini(&name);
	return size;
}

/*
 * A new journal beside the -wal of another would be taken for its own: SQLite would
 * throw away what is in it.
 */
static bool may_be_made(const char *path, struct err *e)
{
	if (size_beside(path, "-wal") == 0)
		return true;
	return err_set(e,
		"the journal %s is missing, but its %s-wal is there: put the journal back "
		"beside it, or move the -wal away to begin a new one",
		path, path);
}

static bool refuse_link(const char *path, struct err *e)
{
	char *real = realpath(path, NULL);

	err_set(e,
		"the journal %s is a symbolic link%s: name the file itself (%s), so that "
		"its -wal, lock and snapshot are found beside it",
		path, real == NULL ? " to nothing" : "",
		real != NULL ? real : "or remove the link");
	free(real);
	return false;
}

static bool may_be_used(
	const char *path, enum journal_mode mode, const struct stat *st, struct err *e)
{
	const struct passwd *owner;
	int want = mode == JOURNAL_WRITE ? R_OK | W_OK : R_OK;
	int why;

	if (faccessat(AT_FDCWD, path, want, AT_EACCESS) == 0)
		return true;
	why = errno;
	if (why == EROFS)
		return err_set(e,
			"the journal %s lies on a read-only file system: copy it, with its "
			"-wal, to where it can be written",
			path);
	owner = getpwuid(st->st_uid);
	return err_set(e,
		"cannot open the journal %s: %s; it belongs to %s: run seam as that user",
		path, strerror(why), owner != NULL ? owner->pw_name : "another user");
}

bool journal_fits(const char *path, enum journal_mode mode, bool *absent, struct err *e)
{
	struct stat st;

	*absent = false;
	if (mode == JOURNAL_WRITE && lstat(path, &st) == 0 && S_ISLNK(st.st_mode))
		return refuse_link(path, e);
	if (stat(path, &st) < 0) {
		*absent = errno == ENOENT && mode == JOURNAL_WRITE;
		if (*absent)
			return may_be_made(path, e);
		return err_set(
			e, "cannot open the journal %s: %s", path, strerror(errno));
	}
	if (!S_ISREG(st.st_mode))
		return err_set(e, "cannot open the journal %s: it is %s: name a file",
			path, file_kind(st.st_mode));
	if (!may_be_used(path, mode, &st, e))
		return false;
	if (mode == JOURNAL_WRITE && st.st_nlink > 1)
		return err_set(e,
			"the journal %s has another name (a hard link): its -wal and lock go "
			"by name, and a hub under the other one would not see them; copy it "
			"instead, or remove the other name",
			path);
	if (st.st_size == 0)
		return err_set(e,
			"the journal %s is empty: restore the backup, or remove the file "
			"to begin a new one",
			path);
	return true;
}

/* --- how it begins --------------------------------------------------------- */

static uint32_t big32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/*
 * SQLite reads nothing in a file that is shorter than it says, unless the schema may be
 * written: so that a broken one can be mended. The file is open for reading only.
 */
static bool read_the_stump(struct journal *j, long long size, long long said)
{
	err_set(&j->stump, "the journal %s is cut: it has %lld of %lld bytes", j->path,
		size, said);
	return sqlite3_exec(j->db, "PRAGMA writable_schema=ON", NULL, NULL, NULL) ==
		SQLITE_OK;
}

bool journal_is_cut(const struct journal *j, struct err *e)
{
	if (j->stump.text[0] != '\0' && e != NULL)
		err_set(e, "%s", j->stump.text);
	return j->stump.text[0] != '\0';
}

/*
 * Through SQLite's own descriptor: closing another one of the same file would undo
 * the locks of every connection in this process.
 */
bool journal_head_fits(struct journal *j, struct err *e)
{
	unsigned char head[HEAD_BYTES];
	sqlite3_file *file = NULL;
	sqlite3_int64 size = 0, said;
	uint32_t page;

	if (sqlite3_file_control(j->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) !=
			SQLITE_OK ||
		file == NULL || file->pMethods == NULL ||
		file->pMethods->xFileSize(file, &size) != SQLITE_OK)
		return err_set(e, "cannot open the journal %s", j->path);
	if (size < HEAD_BYTES ||
		file->pMethods->xRead(file, head, HEAD_BYTES, 0) != SQLITE_OK ||
		memcmp(head, MAGIC, sizeof(MAGIC)) != 0)
		return err_set(e,
			"%s is no journal of seam (it is not a database): name another "
			"file, or restore the backup",
			j->path);
	page = (uint32_t)head[16] << 8 | head[17];
	page = page == 1 ? 65536 : page;
	said = (sqlite3_int64)big32(head + 28) * page;
	/* what is missing may still be in the -wal */
	if (size >= said || size_beside(j->path, "-wal") > 0)
		return true;
	if (j->mode == JOURNAL_RESCUE && read_the_stump(j, size, said))
		return true;
	return err_set(e,
		"the journal %s is cut: it has %lld of %lld bytes; restore the backup, or "
		"save what is left: seam export --journal %s",
		j->path, (long long)size, (long long)said, j->path);
}

/* --- where it stands, and its -wal and -shm ---------------------------------- */

static const char *const suffixes[2] = { "-wal", "-shm" };

/* By whatever name it was opened, -wal and -shm are where the file itself is. */
static bool stat_side(const struct journal *j, int i, struct stat *out)
{
	const char *main = sqlite3_db_filename(j->db, "main");
	struct buf name = { 0 };
	bool ok;

	buf_fmt(&name, "%s%s", main != NULL ? main : j->path, suffixes[i]);
	ok = stat(name.data, out) == 0;
	buf_fini(&name);
	return ok;
}

void journal_remember_files(struct journal *j)
{
	j->main = (struct stat){ 0 };
	stat(j->path, &j->main);
	for (int i = 0; i < 2; i++) {
		j->side[i] = (struct stat){ 0 };
		stat_side(j, i, &j->side[i]);
	}
}

static bool same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

bool journal_main_in_place(const struct journal *j, struct err *e)
{
	struct stat st;

	if (stat(j->path, &st) < 0)
		return err_set(e, "the journal %s has been moved or deleted: %s", j->path,
			strerror(errno));
	if (!same_file(&st, &j->main))
		return err_set(e,
			"the journal %s has been moved or deleted: another file is in its "
			"place",
			j->path);
	return true;
}

/* `path`.lock, by the file's own name: one lock, by whatever name it goes. */
static void lock_name(const char *path, struct buf *out)
{
	char *real = realpath(path, NULL);

	buf_fmt(out, "%s.lock", real != NULL ? real : path);
	free(real);
}

bool journal_lock_in_place(const struct journal *j, struct err *e)
{
	struct buf name = { 0 };
	struct stat st, held;
	bool ok = true;

	if (j->lock < 0 || fstat(j->lock, &held) < 0)
		return true;
	lock_name(j->path, &name);
	if (stat(name.data, &st) < 0 || !same_file(&st, &held))
		ok = err_set(e,
			"the journal's lock %s was removed, and another hub may write: "
			"nothing more is written here; stop all hubs of it and start one",
			name.data);
	buf_fini(&name);
	return ok;
}

bool journal_in_place(const struct journal *j, struct err *e)
{
	struct stat st;

	if (!journal_main_in_place(j, e) || !journal_lock_in_place(j, e))
		return false;
	for (int i = 0; j->db != NULL && i < 2; i++) {
		if (j->side[i].st_ino != 0 &&
			(!stat_side(j, i, &st) || !same_file(&st, &j->side[i])))
			return err_set(e,
				"the journal's file %s%s has been moved or deleted",
				j->path, suffixes[i]);
	}
	return true;
}

void journal_unlink(const char *path)
{
	static const char *const ends[] = { "", "-journal", "-wal", "-shm" };
	struct buf name = { 0 };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		buf_reset(&name);
		buf_fmt(&name, "%s%s", path, ends[i]);
		unlink(name.data);
	}
	buf_fini(&name);
}

/* What has the name of ours and is not: SQLite would take it for the newest. */
void journal_remove_strangers(const struct journal *j)
{
	struct buf name = { 0 };

	for (int i = 0; i < 2; i++) {
		buf_reset(&name);
		buf_fmt(&name, "%s%s", sqlite3_db_filename(j->db, "main"), suffixes[i]);
		unlink(name.data);
	}
	buf_fini(&name);
}

/* --- the lock and the mark ------------------------------------------------- */

/* Splits what stands in a lock's file; `who` ends at its line's end. */
static uint64_t read_lock(int fd, char who[LOCK_BYTES + 1], char epoch[40])
{
	ssize_t n = pread(fd, who, LOCK_BYTES, 0);
	unsigned long long mark = 0;
	char *end;

	who[n > 0 ? n : 0] = '\0';
	epoch[0] = '\0';
	end = strchr(who, '\n');
	if (end == NULL)
		return 0;
	*end = '\0';
	if (sscanf(end + 1, "%39s %20llu", epoch, &mark) != 2)
		return 0;
	return mark;
}

/* Whether the process that wrote itself into a lock's file is not there any more. */
static bool holder_has_gone(int fd)
{
	char who[LOCK_BYTES + 1], epoch[40], *found;
	long pid;

	read_lock(fd, who, epoch);
	found = strstr(who, HOLDER);
	for (char *next = found; next != NULL; next = strstr(next + 1, HOLDER))
		found = next;
	pid = found != NULL ? strtol(found + strlen(HOLDER), NULL, 10) : 0;
	return pid > 0 &&
		(pid == getpid() || (kill((pid_t)pid, 0) < 0 && errno == ESRCH));
}

/*
 * Takes it. Who was killed in a fork (a copy for a snapshot, a program that is started)
 * leaves what it had open to a child that has not had its turn yet, and ends then: what
 * such a child holds is waited for.
 */
static bool lock_now_or_soon(int fd)
{
	const struct timespec pause = { 0, COPY_PAUSE_MS * 1000000 };

	for (int waited = 0; flock(fd, LOCK_EX | LOCK_NB) < 0; waited += COPY_PAUSE_MS) {
		if (waited >= COPY_MS || !holder_has_gone(fd))
			return false;
		nanosleep(&pause, NULL);
	}
	return true;
}

void journal_await_copy(const char *path)
{
	struct buf name = { 0 };
	int fd;

	lock_name(path, &name);
	fd = open(name.data, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	buf_fini(&name);
	if (fd < 0)
		return;
	if (holder_has_gone(fd))
		lock_now_or_soon(fd);
	close(fd);
}

bool journal_take_lock(struct journal *j, struct err *e)
{
	char who[LOCK_BYTES + 1];
	struct buf name = { 0 };

	lock_name(j->path, &name);
	j->lock = open(
		name.data, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
	buf_fini(&name);
	if (j->lock < 0)
		return err_set(e, "cannot open the lock of the journal %s: %s", j->path,
			strerror(errno));
	if (lock_now_or_soon(j->lock)) {
		j->mark = read_lock(j->lock, who, j->mark_epoch);
		return true;
	}
	read_lock(j->lock, who, j->mark_epoch);
	return err_set(e,
		"the journal %s is in use by %s; stop that hub or name another --journal",
		j->path, who[0] != '\0' ? who : "another process");
}

void journal_say_holder(struct journal *j, const char *who)
{
	struct buf text = { 0 };

	if (j->lock < 0)
		return;
	buf_fmt(&text, "%.*s\n%s %020llu\n", LOCK_BYTES / 2, who, j->epoch,
		(unsigned long long)j->mark);
	if (ftruncate(j->lock, 0) == 0 &&
		pwrite(j->lock, text.data, text.len, 0) == (ssize_t)text.len)
		j->mark_at = (off_t)(text.len - MARK_DIGITS - 1);
	buf_fini(&text);
}

void journal_mark(struct journal *j, uint64_t last)
{
	char digits[MARK_DIGITS + 1];

	j->mark = last;
	snprintf(digits, sizeof(digits), "%020llu", (unsigned long long)last);
	if (j->mark_at > 0 && pwrite(j->lock, digits, MARK_DIGITS, j->mark_at) < 0)
		j->mark_at = 0;
}

bool journal_is_whole(struct journal *j, uint64_t last, struct err *e)
{
	if (strcmp(j->mark_epoch, j->epoch) != 0 || j->mark <= last) {
		j->mark = last;
		return true;
	}
	return err_set(e,
		"the journal %s ends at %llu, but %llu was committed to it: its -wal was "
		"lost, or an older copy is in its place. Put it back, or go on without, "
		"under a new epoch: seam backup NEW --journal %s",
		j->path, (unsigned long long)last, (unsigned long long)j->mark, j->path);
}

uint64_t journal_mark_of(const struct journal *j)
{
	char who[LOCK_BYTES + 1], of[40];
	struct buf name = { 0 };
	uint64_t mark = 0;
	int fd;

	lock_name(j->path, &name);
	fd = open(name.data, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	buf_fini(&name);
	if (fd < 0)
		return 0;
	mark = read_lock(fd, who, of);
	close(fd);
	return strcmp(of, j->epoch) == 0 ? mark : 0;
}
