/* SPDX-License-Identifier: MIT */
#include "bus/journal_backup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/digest.h"
#include "base/mem.h"
#include "bus/files.h"
#include "bus/journal_care.h"
#include "bus/journal_own.h"

#define STEP_PAGES 256
/*
 * What is written goes to the disk as it comes: one great sync at the end would hold
 * up the syncs of a hub on the same disk.
 */
#define SYNC_PAGES 2048

struct copying {
	struct journal *j;
	const char *to;
	char *half; /* its name until it is whole */
	int fd;     /* of it; SQLite has its own */
	sqlite3 *db;
	struct backup *out;
	struct audit audit; /* the head of the operators' log in it */
	journal_progress *progress;
	void *user;
};

static bool copy_error(struct copying *c, struct err *e)
{
	return err_set(e, "cannot write the backup %s: %s", c->to, sqlite3_errmsg(c->db));
}

static bool file_error(struct copying *c, struct err *e)
{
	return err_set(e, "cannot write the backup %s: %s", c->to, strerror(errno));
}

static bool has_room(struct copying *c, struct err *e)
{
	struct journal_size size;
	struct statvfs disk;

	if (!journal_size(c->j, &size, e))
		return false;
	c->out->bytes = size.bytes;
	if (fstatvfs(c->fd, &disk) < 0 ||
		(uint64_t)disk.f_bavail * disk.f_frsize >= size.bytes)
		return true;
	return err_set(e,
		"no room for the backup %s: it takes %llu MB, and %llu MB are free there",
		c->to, (unsigned long long)(size.bytes >> 20),
		(unsigned long long)(((uint64_t)disk.f_bavail * disk.f_frsize) >> 20));
}

static bool begin_file(struct copying *c, struct err *e)
{
	struct buf name = { 0 };
	struct stat st;

	if (lstat(c->to, &st) == 0)
		return err_set(e,
			"%s is there already, and a backup overwrites nothing: name another "
			"file",
			c->to);
	buf_fmt(&name, "%s.part-XXXXXX", c->to);
	c->half = buf_steal(&name);
	c->fd = mkostemp(c->half, O_CLOEXEC); /* 0600 */
	if (c->fd < 0)
		return file_error(c, e);
	if (sqlite3_open_v2(c->half, &c->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
		    NULL) != SQLITE_OK ||
		sqlite3_exec(c->db, "PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF",
			NULL, NULL, NULL) != SQLITE_OK)
		return copy_error(c, e);
	return has_room(c, e);
}

static bool tell(struct copying *c, sqlite3_backup *b, int64_t *next)
{
	int all = sqlite3_backup_pagecount(b), left = sqlite3_backup_remaining(b);

	if (c->progress == NULL || clock_mono() < *next)
		return true;
	*next = clock_mono() + SECOND / 10;
	return c->progress(c->user, (uint64_t)(all - left), (uint64_t)all);
}

/*
 * The transaction is the picture that is copied: without one, every commit of the
 * hub would make SQLite begin anew.
 */
static bool copy_pages(struct copying *c, struct err *e)
{
	sqlite3_backup *b = sqlite3_backup_init(c->db, "main", c->j->db, "main");
	int64_t next = clock_mono();
	int rc = SQLITE_OK, since = 0;

	if (b == NULL)
		return copy_error(c, e);
	while (rc == SQLITE_OK) {
		rc = sqlite3_backup_step(b, STEP_PAGES);
		since += STEP_PAGES;
		if (since >= SYNC_PAGES) {
			since = 0;
			fdatasync(c->fd);
		}
		if (rc == SQLITE_OK && !tell(c, b, &next))
			rc = SQLITE_INTERRUPT;
	}
	sqlite3_backup_finish(b);
	if (rc == SQLITE_DONE)
		return true;
	return err_set(e, "cannot write the backup %s: %s", c->to, sqlite3_errstr(rc));
}

static bool copy_picture(struct copying *c, struct err *e)
{
	bool ok = journal_run(c->j, "BEGIN", e) && journal_end(c->j, &c->out->at, e) &&
		journal_audit(c->j, &c->audit, e) && copy_pages(c, e);

	if (!sqlite3_get_autocommit(c->j->db))
		sqlite3_exec(c->j->db, "ROLLBACK", NULL, NULL, NULL);
	return ok;
}

/* A copy of what is damaged would be found out when it is needed. */
static bool is_sound(struct copying *c, struct err *e)
{
	sqlite3_stmt *s = NULL;
	const char *said = NULL;
	bool ok;

	if (sqlite3_prepare_v2(c->db, "PRAGMA quick_check(1)", -1, &s, NULL) ==
			SQLITE_OK &&
		sqlite3_step(s) == SQLITE_ROW)
		said = (const char *)sqlite3_column_text(s, 0);
	ok = said != NULL && strcmp(said, "ok") == 0;
	if (!ok)
		err_set(e,
			"the journal %s is damaged (%s), and so would be its backup: "
			"seam check --journal %s says where, and what to do",
			c->j->path, said != NULL ? said : sqlite3_errmsg(c->db),
			c->j->path);
	sqlite3_finalize(s);
	return ok;
}

/* The copy's own life; whose it was stays known. */
static bool give_epoch(struct copying *c, struct err *e)
{
	char epoch[33], now[TIME_TEXT], head[AUDIT_TEXT];
	struct buf sql = { 0 };
	bool ok;

	random_name(epoch);
	time_format(clock_wall(), now);
	audit_text(&c->audit, head);
	snprintf(c->out->epoch, sizeof(c->out->epoch), "%s", epoch);
	snprintf(c->out->of, sizeof(c->out->of), "%s", c->j->epoch);
	buf_fmt(&sql,
		"PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE;"
		"BEGIN IMMEDIATE;"
		"DELETE FROM meta WHERE key='probe';"
		"INSERT OR REPLACE INTO meta VALUES('epoch','%s'),('created','%s'),"
		"('backup_of','%s'),('backup_at','%llu'),('audit_head','%s'); COMMIT",
		epoch, now, c->out->of, (unsigned long long)c->out->at, head);
	ok = sqlite3_exec(c->db, sql.data, NULL, NULL, NULL) == SQLITE_OK;
	if (!ok)
		copy_error(c, e);
	buf_fini(&sql);
	return ok;
}

static bool put_in_place(struct copying *c, struct err *e)
{
	int rc = sqlite3_close(c->db);

	c->db = NULL;
	if (rc != SQLITE_OK)
		return err_set(
			e, "cannot write the backup %s: %s", c->to, sqlite3_errstr(rc));
	if (fsync(c->fd) < 0 || !rename_new(c->half, c->to))
		return file_error(c, e);
	return true;
}

bool journal_backup(struct journal *j, const char *to, struct backup *out,
	journal_progress *progress, void *user, struct err *e)
{
	struct copying c = {
		.j = j, .to = to, .fd = -1, .out = out, .progress = progress, .user = user
	};
	bool ok;

	*out = (struct backup){ 0 };
	ok = begin_file(&c, e) && copy_picture(&c, e) && is_sound(&c, e) &&
		give_epoch(&c, e) && put_in_place(&c, e);
	sqlite3_close(c.db);
	if (!ok && c.fd >= 0)
		journal_unlink(c.half);
	if (c.fd >= 0)
		close(c.fd);
	free(c.half);
	return ok;
}
