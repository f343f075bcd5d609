/* SPDX-License-Identifier: MIT */
#include "bus/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/digest.h"
#include "base/mem.h"

struct journal {
	sqlite3 *db;
	sqlite3_stmt *insert, *read, *handoff, *one, *last;
	char epoch[40];
	int lock; /* -1: none */
	char *path;
	dev_t device; /* of the file at `path` when it was opened */
	ino_t inode;
};

static const char schema[] =
	"CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
	"CREATE TABLE events("
	" hubsequence INTEGER PRIMARY KEY,"
	" recordedtime TEXT NOT NULL,"
	" source TEXT, id TEXT, type TEXT NOT NULL, subject TEXT,"
	" handoff TEXT, attempt INTEGER,"
	" standing TEXT,"
	" event TEXT NOT NULL);"
	"CREATE INDEX events_by_handoff ON events(handoff) WHERE handoff IS NOT NULL;";

static bool sql_error(struct journal *j, const char *what, struct err *e)
{
	return err_set(e, "journal: %s: %s", what, sqlite3_errmsg(j->db));
}

static bool run(struct journal *j, const char *sql, struct err *e)
{
	if (sqlite3_exec(j->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return sql_error(j, "cannot write", e);
	return true;
}

/* Makes the folders above `path`, each for its owner only. */
static bool make_folders(const char *path, struct err *e)
{
	char *copy = xstrdup(path);
	bool ok = true;

	for (char *p = copy + 1; ok && (p = strchr(p, '/')) != NULL; p++) {
		*p = '\0';
		if (mkdir(copy, 0700) < 0 && errno != EEXIST)
			ok = err_set(e, "cannot make the folder %s: %s", copy,
				strerror(errno));
		*p = '/';
	}
	free(copy);
	return ok;
}

static bool take_lock(struct journal *j, const char *path, struct err *e)
{
	struct buf name = { 0 };
	char *real = realpath(path, NULL); /* one lock, by whatever name it goes */
	char who[200] = "";
	ssize_t n;

	buf_fmt(&name, "%s.lock", real != NULL ? real : path);
	free(real);
	j->lock = open(name.data, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	buf_fini(&name);
	if (j->lock < 0)
		return err_set(e, "cannot open the lock of the journal %s: %s", path,
			strerror(errno));
	if (flock(j->lock, LOCK_EX | LOCK_NB) == 0)
		return true;
	n = pread(j->lock, who, sizeof(who) - 1, 0);
	if (n > 0)
		who[strcspn(who, "\n")] = '\0';
	return err_set(e,
		"the journal %s is in use by %s; stop that hub or name another --journal",
		path, who[0] != '\0' ? who : "another process");
}

void journal_say_holder(struct journal *j, const char *who)
{
	if (j->lock < 0 || ftruncate(j->lock, 0) < 0)
		return;
	if (pwrite(j->lock, who, strlen(who), 0) < 0 ||
		pwrite(j->lock, "\n", 1, (off_t)strlen(who)) < 0)
		return;
}

static bool get_meta(struct journal *j, const char *key, char *out, size_t room)
{
	sqlite3_stmt *s = NULL;
	bool found = false;

	if (sqlite3_prepare_v2(j->db, "SELECT value FROM meta WHERE key=?", -1, &s,
		    NULL) != SQLITE_OK)
		return false;
	sqlite3_bind_text(s, 1, key, -1, SQLITE_STATIC);
	if (sqlite3_step(s) == SQLITE_ROW) {
		snprintf(out, room, "%s", (const char *)sqlite3_column_text(s, 0));
		found = true;
	}
	sqlite3_finalize(s);
	return found;
}

static bool create(struct journal *j, struct err *e)
{
	char epoch[33], now[TIME_TEXT];
	struct buf sql = { 0 };
	bool ok;

	random_name(epoch);
	time_format(clock_wall(), now);
	buf_fmt(&sql,
		"BEGIN IMMEDIATE;%s"
		"INSERT INTO meta VALUES('schema','%d'),('epoch','%s'),('created','%s');"
		"COMMIT;",
		schema, JOURNAL_SCHEMA, epoch, now);
	ok = run(j, "PRAGMA auto_vacuum=INCREMENTAL", e) &&
		run(j, "PRAGMA journal_mode=WAL", e) && run(j, sql.data, e);
	buf_fini(&sql);
	return ok;
}

static bool has_tables(struct journal *j, bool *has, struct err *e)
{
	sqlite3_stmt *s = NULL;

	if (sqlite3_prepare_v2(j->db, "SELECT count(*) FROM sqlite_master", -1, &s,
		    NULL) != SQLITE_OK ||
		sqlite3_step(s) != SQLITE_ROW) {
		sqlite3_finalize(s);
		return sql_error(j, "cannot read", e);
	}
	*has = sqlite3_column_int(s, 0) > 0;
	sqlite3_finalize(s);
	return true;
}

static bool check_schema(struct journal *j, const char *path, struct err *e)
{
	char version[16];

	if (!get_meta(j, "schema", version, sizeof(version)) ||
		!get_meta(j, "epoch", j->epoch, sizeof(j->epoch)))
		return err_set(e, "%s is no journal of seam", path);
	if (atoi(version) > JOURNAL_SCHEMA)
		return err_set(e,
			"the journal %s was written by a newer seam (schema %s, this one "
			"knows %d): use that version",
			path, version, JOURNAL_SCHEMA);
	return true;
}

static bool prepare(struct journal *j, sqlite3_stmt **s, const char *sql, struct err *e)
{
	if (sqlite3_prepare_v3(j->db, sql, -1, SQLITE_PREPARE_PERSISTENT, s, NULL) !=
		SQLITE_OK)
		return sql_error(j, "cannot read", e);
	return true;
}

static bool prepare_all(struct journal *j, enum journal_mode mode, struct err *e)
{
	if (mode == JOURNAL_WRITE &&
		!prepare(j, &j->insert, "INSERT INTO events VALUES(?,?,?,?,?,?,?,?,?,?)",
			e))
		return false;
	return prepare(j, &j->read,
		       "SELECT hubsequence, event FROM events WHERE hubsequence > ? "
		       "ORDER BY hubsequence LIMIT ?",
		       e) &&
		prepare(j, &j->handoff,
			"SELECT hubsequence, event FROM events WHERE handoff = ? "
			"ORDER BY hubsequence",
			e) &&
		prepare(j, &j->one, "SELECT event FROM events WHERE hubsequence = ?",
			e) &&
		prepare(j, &j->last, "SELECT max(hubsequence) FROM events", e);
}

static bool open_db(
	struct journal *j, const char *path, enum journal_mode mode, struct err *e)
{
	int flags = mode == JOURNAL_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
					  : SQLITE_OPEN_READWRITE;
	mode_t old = umask(077);
	int rc = sqlite3_open_v2(path, &j->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
	bool has = false;

	umask(old);
	if (rc != SQLITE_OK)
		return err_set(e, "cannot open the journal %s: %s", path,
			j->db != NULL ? sqlite3_errmsg(j->db) : "out of memory");
	sqlite3_busy_timeout(j->db, 2000);
	if (!has_tables(j, &has, e))
		return err_wrap(e, "%s", path);
	if (!has && mode == JOURNAL_READ)
		return err_set(e, "%s is no journal of seam", path);
	if (!has && !create(j, e))
		return err_wrap(e, "%s", path);
	return check_schema(j, path, e) && run(j, "PRAGMA synchronous=FULL", e) &&
		prepare_all(j, mode, e);
}

static void remember_file(struct journal *j, const char *path)
{
	struct stat st = { 0 };

	j->path = xstrdup(path);
	if (stat(path, &st) == 0) {
		j->device = st.st_dev;
		j->inode = st.st_ino;
	}
}

struct journal *journal_open(const char *path, enum journal_mode mode, struct err *e)
{
	struct journal *j = xcalloc(1, sizeof(*j));

	j->lock = -1;
	if (path[0] == '\0') {
		err_set(e, "--journal needs the name of a file");
		journal_close(j);
		return NULL;
	}
	if (mode == JOURNAL_WRITE && (!make_folders(path, e) || !take_lock(j, path, e))) {
		journal_close(j);
		return NULL;
	}
	if (!open_db(j, path, mode, e)) {
		journal_close(j);
		return NULL;
	}
	remember_file(j, path);
	return j;
}

void journal_close(struct journal *j)
{
	if (j == NULL)
		return;
	sqlite3_finalize(j->insert);
	sqlite3_finalize(j->read);
	sqlite3_finalize(j->handoff);
	sqlite3_finalize(j->one);
	sqlite3_finalize(j->last);
	sqlite3_close(j->db);
	free(j->path);
	if (j->lock >= 0)
		close(j->lock);
	free(j);
}

const char *journal_epoch(const struct journal *j)
{
	return j->epoch;
}

static void bind(sqlite3_stmt *s, int at, struct str text)
{
	if (text.p == NULL)
		sqlite3_bind_null(s, at);
	else
		sqlite3_bind_text(s, at, text.p, (int)text.n, SQLITE_STATIC);
}

static bool insert(struct journal *j, const struct journal_row *r)
{
	char time[TIME_TEXT];
	bool ok;

	time_format(r->recorded, time);
	sqlite3_bind_int64(j->insert, 1, (sqlite3_int64)r->hubsequence);
	sqlite3_bind_text(j->insert, 2, time, TIME_TEXT - 1, SQLITE_STATIC);
	bind(j->insert, 3, r->source);
	bind(j->insert, 4, r->id);
	bind(j->insert, 5, r->type);
	bind(j->insert, 6, r->subject);
	bind(j->insert, 7, r->handoff);
	if (r->attempt > 0)
		sqlite3_bind_int64(j->insert, 8, r->attempt);
	else
		sqlite3_bind_null(j->insert, 8);
	sqlite3_bind_text(j->insert, 9, r->standing, -1, SQLITE_STATIC);
	bind(j->insert, 10, r->event);
	ok = sqlite3_step(j->insert) == SQLITE_DONE;
	sqlite3_reset(j->insert);
	return ok;
}

bool journal_in_place(const struct journal *j, struct err *e)
{
	struct stat st;

	if (stat(j->path, &st) < 0)
		return err_set(e, "the journal %s has been moved or deleted: %s", j->path,
			strerror(errno));
	if (st.st_dev != j->device || st.st_ino != j->inode)
		return err_set(e,
			"the journal %s has been moved or deleted: another file is in its "
			"place",
			j->path);
	return true;
}

bool journal_append(
	struct journal *j, const struct journal_row *rows, size_t n, struct err *e)
{
	bool ok = journal_in_place(j, e) && run(j, "BEGIN IMMEDIATE", e);

	for (size_t i = 0; ok && i < n; i++) {
		if (!insert(j, &rows[i]))
			ok = sql_error(j, "cannot write", e);
	}
	ok = ok && run(j, "COMMIT", e);
	if (!ok && !sqlite3_get_autocommit(j->db))
		sqlite3_exec(j->db, "ROLLBACK", NULL, NULL, NULL);
	return ok;
}

bool journal_probe(struct journal *j, struct err *e)
{
	bool ok = journal_in_place(j, e) &&
		run(j,
			"BEGIN IMMEDIATE;"
			"INSERT OR REPLACE INTO meta VALUES('probe', hex(randomblob(2048)));"
			"COMMIT;",
			e);

	if (!ok && !sqlite3_get_autocommit(j->db))
		sqlite3_exec(j->db, "ROLLBACK", NULL, NULL, NULL);
	return ok;
}

uint64_t journal_free_bytes(struct journal *j)
{
	sqlite3_stmt *s = NULL;
	uint64_t bytes = 0;

	if (sqlite3_prepare_v2(j->db,
		    "SELECT freelist_count * page_size "
		    "FROM pragma_freelist_count, pragma_page_size",
		    -1, &s, NULL) == SQLITE_OK &&
		sqlite3_step(s) == SQLITE_ROW)
		bytes = (uint64_t)sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return bytes;
}

uint64_t journal_last(struct journal *j)
{
	uint64_t last = 0;

	if (sqlite3_step(j->last) == SQLITE_ROW)
		last = (uint64_t)sqlite3_column_int64(j->last, 0);
	sqlite3_reset(j->last);
	return last;
}

static struct str text_at(sqlite3_stmt *s, int column)
{
	return (struct str){ (const char *)sqlite3_column_text(s, column),
		(size_t)sqlite3_column_bytes(s, column) };
}

static bool visit_rows(struct journal *j, sqlite3_stmt *s, journal_visit *visit,
	void *user, struct err *e)
{
	int rc;

	while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
		if (!visit(user, (uint64_t)sqlite3_column_int64(s, 0), text_at(s, 1)))
			break;
	}
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		sql_error(j, "cannot read", e);
	sqlite3_reset(s);
	return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

bool journal_read(struct journal *j, uint64_t after, uint64_t limit, journal_visit *visit,
	void *user, struct err *e)
{
	sqlite3_bind_int64(j->read, 1, (sqlite3_int64)after);
	sqlite3_bind_int64(
		j->read, 2, limit > INT64_MAX ? INT64_MAX : (sqlite3_int64)limit);
	return visit_rows(j, j->read, visit, user, e);
}

bool journal_read_handoff(struct journal *j, struct str handoff, journal_visit *visit,
	void *user, struct err *e)
{
	bind(j->handoff, 1, handoff);
	return visit_rows(j, j->handoff, visit, user, e);
}

bool journal_event(struct journal *j, uint64_t hubsequence, struct buf *out)
{
	bool found;

	sqlite3_bind_int64(j->one, 1, (sqlite3_int64)hubsequence);
	found = sqlite3_step(j->one) == SQLITE_ROW;
	if (found)
		buf_slice(out, text_at(j->one, 0));
	sqlite3_reset(j->one);
	return found;
}
