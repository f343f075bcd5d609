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
	sqlite3_stmt *insert, *read, *handoff, *one, *last, *cut, *over, *time_at;
	char epoch[40];
	int lock; /* -1: none */
	char *path;
	enum journal_mode mode;
	/* of the files when they were opened: at `path`, and with each suffix */
	struct stat main, side[2];
};

static const char *const suffixes[2] = { "-wal", "-shm" };

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
		(!prepare(j, &j->insert, "INSERT INTO events VALUES(?,?,?,?,?,?,?,?,?,?)",
			 e) ||
			!prepare(j, &j->cut, "DELETE FROM events WHERE hubsequence = ?",
				e)))
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
		prepare(j, &j->last, "SELECT max(hubsequence) FROM events", e) &&
		prepare(j, &j->over,
			"SELECT hubsequence, type, handoff FROM events "
			"WHERE hubsequence > ? AND hubsequence <= ? "
			"ORDER BY hubsequence LIMIT ?",
			e) &&
		prepare(j, &j->time_at,
			"SELECT hubsequence, recordedtime FROM events "
			"WHERE hubsequence >= ? ORDER BY hubsequence LIMIT 1",
			e);
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

static void remember_files(struct journal *j)
{
	j->main = (struct stat){ 0 };
	stat(j->path, &j->main);
	for (int i = 0; i < 2; i++) {
		j->side[i] = (struct stat){ 0 };
		stat_side(j, i, &j->side[i]);
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
	j->path = xstrdup(path);
	j->mode = mode;
	if (!journal_reopen(j, e)) {
		journal_close(j);
		return NULL;
	}
	return j;
}

static void let_go(struct journal *j)
{
	sqlite3_stmt **const statements[] = { &j->insert, &j->read, &j->handoff, &j->one,
		&j->last, &j->cut, &j->over, &j->time_at };

	for (size_t i = 0; i < sizeof(statements) / sizeof(*statements); i++) {
		sqlite3_finalize(*statements[i]);
		*statements[i] = NULL;
	}
	sqlite3_close(j->db);
	j->db = NULL;
}

bool journal_is_open(const struct journal *j)
{
	return j->db != NULL;
}

bool journal_reopen(struct journal *j, struct err *e)
{
	char epoch[sizeof(j->epoch)];
	bool ok;

	memcpy(epoch, j->epoch, sizeof(epoch));
	let_go(j);
	ok = open_db(j, j->path, j->mode, e);
	if (ok && epoch[0] != '\0' && strcmp(epoch, j->epoch) != 0) {
		err_set(e, "the journal %s is another one now", j->path);
		memcpy(j->epoch, epoch, sizeof(epoch));
		ok = false;
	}
	if (ok)
		remember_files(j);
	else
		let_go(j);
	return ok;
}

void journal_close(struct journal *j)
{
	if (j == NULL)
		return;
	let_go(j);
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

static bool same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool main_in_place(const struct journal *j, struct err *e)
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

static bool delete_rows(struct journal *j, struct journal_cut *cut, struct err *e)
{
	int64_t end = clock_mono() + cut->usec;
	bool ok = true;

	for (cut->gone = 0; ok && cut->gone < cut->count; cut->gone++) {
		if (cut->gone > 0 && clock_mono() > end)
			break;
		sqlite3_bind_int64(j->cut, 1, (sqlite3_int64)cut->place[cut->gone]);
		ok = sqlite3_step(j->cut) == SQLITE_DONE;
		sqlite3_reset(j->cut);
		if (!ok)
			sql_error(j, "cannot delete", e);
	}
	return ok;
}

bool journal_in_place(const struct journal *j, struct err *e)
{
	struct stat st;

	if (!main_in_place(j, e))
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

/* What has the name of ours and is not: SQLite would take it for the newest. */
static void remove_strangers(const struct journal *j)
{
	struct buf name = { 0 };

	for (int i = 0; i < 2; i++) {
		buf_reset(&name);
		buf_fmt(&name, "%s%s", sqlite3_db_filename(j->db, "main"), suffixes[i]);
		unlink(name.data);
	}
	buf_fini(&name);
}

/*
 * -wal or -shm has gone from its name. What was committed is behind the open handle,
 * and nowhere once that is closed: into the main file with it, at once. The file
 * that was moved away is emptied, so that it does no harm where it is put back.
 */
static void rescue(struct journal *j, struct err *e)
{
	int rc = sqlite3_wal_checkpoint_v2(
		j->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

	if (rc != SQLITE_OK) {
		err_wrap(e, "not all is saved yet (%s)", sqlite3_errmsg(j->db));
		return;
	}
	err_wrap(e, "all that was answered is saved");
	remove_strangers(j);
	let_go(j);
}

/* Whether what is written would be found again. */
static bool is_usable(struct journal *j, struct err *e)
{
	if (!journal_is_open(j))
		return journal_reopen(j, e);
	if (journal_in_place(j, e))
		return true;
	if (main_in_place(j, NULL))
		rescue(j, e);
	return false;
}

bool journal_append(
	struct journal *j, const struct journal_row *rows, size_t n, struct err *e)
{
	return journal_append_and_cut(j, rows, n, NULL, e);
}

bool journal_append_and_cut(struct journal *j, const struct journal_row *rows, size_t n,
	struct journal_cut *cut, struct err *e)
{
	bool ok = is_usable(j, e) && run(j, "BEGIN IMMEDIATE", e);

	for (size_t i = 0; ok && i < n; i++) {
		if (!insert(j, &rows[i]))
			ok = sql_error(j, "cannot write", e);
	}
	ok = ok && (cut == NULL || delete_rows(j, cut, e));
	ok = ok && run(j, "COMMIT", e);
	if (!ok && journal_is_open(j) && !sqlite3_get_autocommit(j->db))
		sqlite3_exec(j->db, "ROLLBACK", NULL, NULL, NULL);
	return ok;
}

bool journal_probe(struct journal *j, struct err *e)
{
	bool ok = is_usable(j, e) &&
		run(j,
			"BEGIN IMMEDIATE;"
			"INSERT OR REPLACE INTO meta VALUES('probe', hex(randomblob(2048)));"
			"COMMIT;",
			e);

	if (!ok && journal_is_open(j) && !sqlite3_get_autocommit(j->db))
		sqlite3_exec(j->db, "ROLLBACK", NULL, NULL, NULL);
	return ok;
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

/* --- retention -------------------------------------------------------------- */

static uint64_t pragma(struct journal *j, const char *sql)
{
	sqlite3_stmt *s = NULL;
	uint64_t n = 0;

	if (sqlite3_prepare_v2(j->db, sql, -1, &s, NULL) == SQLITE_OK &&
		sqlite3_step(s) == SQLITE_ROW)
		n = (uint64_t)sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return n;
}

uint64_t journal_bytes(struct journal *j)
{
	uint64_t pages = pragma(j, "PRAGMA page_count");
	uint64_t spare = pragma(j, "PRAGMA freelist_count");

	return (pages - (spare < pages ? spare : pages)) * pragma(j, "PRAGMA page_size");
}

/* Whether the first row at or behind this place was recorded before `time`. */
static bool is_before(struct journal *j, uint64_t place, int64_t time, uint64_t *found)
{
	int64_t recorded = INT64_MAX;

	*found = 0;
	sqlite3_bind_int64(j->time_at, 1, (sqlite3_int64)place);
	if (sqlite3_step(j->time_at) == SQLITE_ROW) {
		*found = (uint64_t)sqlite3_column_int64(j->time_at, 0);
		if (!time_parse(text_at(j->time_at, 1), &recorded))
			recorded = INT64_MAX;
	}
	sqlite3_reset(j->time_at);
	return recorded < time;
}

uint64_t journal_before(struct journal *j, int64_t time)
{
	uint64_t lo = 0, hi = journal_last(j) + 1, found; /* times rise with places */

	while (hi - lo > 1) {
		uint64_t mid = lo + (hi - lo) / 2;

		if (is_before(j, mid, time, &found))
			lo = found;
		else
			hi = mid;
	}
	return lo;
}

bool journal_look_over(struct journal *j, uint64_t after, uint64_t last, uint64_t limit,
	journal_glance *glance, void *user, struct err *e)
{
	int rc;

	sqlite3_bind_int64(j->over, 1, (sqlite3_int64)after);
	sqlite3_bind_int64(j->over, 2, (sqlite3_int64)last);
	sqlite3_bind_int64(j->over, 3, (sqlite3_int64)limit);
	while ((rc = sqlite3_step(j->over)) == SQLITE_ROW) {
		if (!glance(user, (uint64_t)sqlite3_column_int64(j->over, 0),
			    text_at(j->over, 1), text_at(j->over, 2)))
			break;
	}
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		sql_error(j, "cannot read", e);
	sqlite3_reset(j->over);
	return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

static sqlite3_stmt *find_audit(struct journal *j)
{
	struct buf sql = { 0 };
	sqlite3_stmt *s = NULL;

	buf_str(&sql,
		"SELECT hubsequence, event FROM events WHERE source GLOB 'hub:*' "
		"AND id = 'h-' || hubsequence AND (0");
	for (size_t i = 0; audit_types[i] != NULL; i++)
		buf_fmt(&sql, " OR type GLOB '%s*'", audit_types[i]);
	buf_str(&sql, ") ORDER BY hubsequence DESC LIMIT 1");
	sqlite3_prepare_v2(j->db, sql.data, -1, &s, NULL);
	buf_fini(&sql);
	return s;
}

bool journal_audit(struct journal *j, struct audit *out, struct err *e)
{
	sqlite3_stmt *s = find_audit(j);
	int rc = s != NULL ? sqlite3_step(s) : SQLITE_ERROR;

	*out = (struct audit){ .at = 0 };
	if (rc == SQLITE_ROW) {
		out->at = (uint64_t)sqlite3_column_int64(s, 0);
		out->head = digest_of(text_at(s, 1));
	} else if (rc != SQLITE_DONE) {
		sql_error(j, "cannot read", e);
	}
	sqlite3_finalize(s);
	return rc == SQLITE_ROW || rc == SQLITE_DONE;
}
