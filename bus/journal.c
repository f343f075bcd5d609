/* SPDX-License-Identifier: MIT */
#include "bus/journal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "bus/files.h"
#include "bus/journal_own.h"

/* The file that the WAL leaves behind when a long reader let go of it. */
#define WAL_KEPT "67108864"

/* Of the file, or of the disk below it: nothing more comes of trying again. */
static bool is_damage(int code)
{
	code &= 0xff;
	return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

bool journal_sql_error(struct journal *j, const char *what, struct err *e)
{
	j->failed_read = true;
	if (j->db == NULL)
		return err_set(e, "journal: %s: it is not open", what);
	if (!is_damage(sqlite3_errcode(j->db)))
		return err_set(e, "journal: %s: %s", what, sqlite3_errmsg(j->db));
	err_set(&j->why,
		"journal: %s: %s; seam check --journal %s says where, and what to do",
		what, sqlite3_errmsg(j->db), j->path);
	return err_set(e, "%s", j->why.text);
}

bool journal_read_failed(const struct journal *j, struct err *e)
{
	if (j->failed_read && e != NULL)
		err_set(e, "%s",
			j->why.text[0] != '\0' ? j->why.text
					       : "journal: cannot read the file");
	return j->failed_read;
}

const char *journal_path(const struct journal *j)
{
	return j->path;
}

bool journal_run(struct journal *j, const char *sql, struct err *e)
{
	if (sqlite3_exec(j->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return journal_sql_error(j, "cannot write", e);
	return true;
}

bool journal_meta(struct journal *j, const char *key, char *out, size_t room)
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

bool journal_number(struct journal *j, const char *sql, uint64_t *out)
{
	sqlite3_stmt *s = NULL;
	bool found = sqlite3_prepare_v2(j->db, sql, -1, &s, NULL) == SQLITE_OK &&
		sqlite3_step(s) == SQLITE_ROW;

	if (found)
		*out = (uint64_t)sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return found;
}

bool journal_prepare(struct journal *j, sqlite3_stmt **s, const char *sql, struct err *e)
{
	if (sqlite3_prepare_v3(j->db, sql, -1, SQLITE_PREPARE_PERSISTENT, s, NULL) !=
		SQLITE_OK)
		return journal_sql_error(j, "cannot read", e);
	return true;
}

static bool prepare_all(struct journal *j, enum journal_mode mode, struct err *e)
{
	if (mode == JOURNAL_WRITE &&
		(!journal_prepare(j, &j->insert,
			 "INSERT INTO events VALUES(?,?,?,?,?,?,?,?,?,?)", e) ||
			!journal_prepare_cut(j, e)))
		return false;
	return journal_prepare(j, &j->read,
		       "SELECT hubsequence, event FROM events WHERE hubsequence > ? "
		       "ORDER BY hubsequence LIMIT ?",
		       e) &&
		journal_prepare(j, &j->handoff,
			"SELECT hubsequence, event FROM events WHERE handoff = ? "
			"ORDER BY hubsequence",
			e) &&
		journal_prepare(j, &j->one,
			"SELECT event FROM events WHERE hubsequence = ?", e) &&
		journal_prepare(j, &j->last, "SELECT max(hubsequence) FROM events", e) &&
		journal_prepare_look(j, e);
}

/* --- opening --------------------------------------------------------------- */

static bool connect_db(struct journal *j, const char *name, int flags, struct err *e)
{
	sqlite3_close(j->db);
	j->db = NULL;
	if (sqlite3_open_v2(name, &j->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		return err_set(e, "cannot open the journal %s: %s", j->path,
			j->db != NULL ? sqlite3_errmsg(j->db) : "out of memory");
	sqlite3_busy_timeout(j->db, 2000);
	return true;
}

/*
 * Where nothing may be written beside the file, SQLite cannot share it. If no -wal
 * has a part of it, nobody is writing either, and it can be read as it is.
 */
static bool connect_unshared(struct journal *j, struct err *e)
{
	struct buf name = { 0 };
	struct stat st;
	bool ok;

	buf_fmt(&name, "%s-wal", j->path);
	ok = stat(name.data, &st) < 0 || st.st_size == 0;
	buf_reset(&name);
	if (ok) {
		buf_str(&name, "file:");
		for (const char *p = j->path; *p != '\0'; p++)
			buf_fmt(&name, strchr("%?#", *p) != NULL ? "%%%02x" : "%c",
				(unsigned char)*p);
		buf_str(&name, "?immutable=1");
		ok = connect_db(j, name.data, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, e);
	} else {
		err_set(e,
			"cannot open the journal %s: a part of it is in %s-wal, which "
			"cannot be used here: copy both to where you may write",
			j->path, j->path);
	}
	buf_fini(&name);
	return ok;
}

/* A first look into it: whether anything can be read, and whether it is ours. */
static bool look_into(struct journal *j, enum journal_mode mode, struct err *e)
{
	uint64_t tables = 0;

	if (!journal_head_fits(j, e))
		return false;
	if (!journal_number(j, "SELECT count(*) FROM sqlite_master", &tables)) {
		int code = sqlite3_errcode(j->db) & 0xff;

		if (mode == JOURNAL_WRITE ||
			(code != SQLITE_CANTOPEN && code != SQLITE_READONLY)) {
			journal_sql_error(j, "cannot read", e);
			return err_wrap(e, "%s", j->path);
		}
		if (!connect_unshared(j, e))
			return false;
	}
	return journal_known(j, e);
}

static bool open_db(struct journal *j, enum journal_mode mode, struct err *e)
{
	bool write = mode == JOURNAL_WRITE;
	uint64_t last;

	return connect_db(j, j->path,
		       write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, e) &&
		look_into(j, mode, e) && (!write || journal_upgrade(j, e)) &&
		prepare_all(j, mode, e) &&
		(!write ||
			(journal_end(j, &last, e) && journal_is_whole(j, last, e) &&
				journal_run(j,
					"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
					"PRAGMA journal_size_limit=" WAL_KEPT,
					e)));
}

static bool open_file(struct journal *j, struct err *e)
{
	enum journal_mode mode = j->mode;
	bool absent;

	if (j->path[0] == '\0')
		return err_set(e, "--journal needs the name of a file");
	/* SQLite takes these for something else */
	if (strcmp(j->path, ":memory:") == 0 || strncmp(j->path, "file:", 5) == 0)
		return err_set(e,
			"%s would be no file: a hub without a journal is --journal none, and "
			"a file of that name is ./%s",
			j->path, j->path);
	if (mode == JOURNAL_WRITE && !folders_above(j->path, e))
		return false;
	if (!journal_fits(j->path, mode, &absent, e))
		return false;
	if (mode == JOURNAL_WRITE && !journal_take_lock(j, e))
		return false;
	/* whoever held the lock may have just made it */
	if (absent && !journal_fits(j->path, mode, &absent, e))
		return false;
	if (absent && !journal_create(j->path, e))
		return false;
	return journal_reopen(j, e);
}

bool journal_is_open(const struct journal *j)
{
	return j->db != NULL;
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

bool journal_reopen(struct journal *j, struct err *e)
{
	char epoch[sizeof(j->epoch)];
	bool ok;

	memcpy(epoch, j->epoch, sizeof(epoch));
	let_go(j);
	ok = open_db(j, j->mode, e);
	if (!ok && journal_is_cut(j, NULL))
		err_set(e, "%s; nothing of it can be read: restore the backup",
			j->stump.text);
	if (ok && epoch[0] != '\0' && strcmp(epoch, j->epoch) != 0)
		ok = err_set(e, "the journal %s is another one now", j->path);
	if (ok) {
		journal_remember_files(j);
		return true;
	}
	if (epoch[0] != '\0')
		memcpy(j->epoch, epoch, sizeof(epoch));
	let_go(j);
	return false;
}

struct journal *journal_open(const char *path, enum journal_mode mode, struct err *e)
{
	struct journal *j = xcalloc(1, sizeof(*j));

	j->lock = -1;
	j->path = xstrdup(path);
	j->mode = mode;
	if (!open_file(j, e)) {
		journal_close(j);
		return NULL;
	}
	journal_say_holder(j, "");
	snprintf(j->mark_epoch, sizeof(j->mark_epoch), "%s", j->epoch);
	return j;
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

/* --- writing --------------------------------------------------------------- */

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
	journal_remove_strangers(j);
	let_go(j);
}

/* Whether what is written would be found again. */
static bool is_usable(struct journal *j, struct err *e)
{
	if (!journal_is_open(j))
		return journal_reopen(j, e);
	if (journal_in_place(j, e))
		return true;
	/* what another hub may be writing is not touched */
	if (journal_main_in_place(j, NULL) && journal_lock_in_place(j, NULL))
		rescue(j, e);
	return false;
}

/* What damage was met stays: SQLite would go on writing into it. */
static bool may_write(struct journal *j, struct err *e)
{
	if (j->why.text[0] != '\0')
		return err_set(e, "%s", j->why.text);
	return is_usable(j, e);
}

static bool end_transaction(struct journal *j, bool ok)
{
	if (!ok && journal_is_open(j) && !sqlite3_get_autocommit(j->db))
		sqlite3_exec(j->db, "ROLLBACK", NULL, NULL, NULL);
	return ok;
}

bool journal_append(
	struct journal *j, const struct journal_row *rows, size_t n, struct err *e)
{
	return journal_append_and_cut(j, rows, n, NULL, e);
}

bool journal_append_and_cut(struct journal *j, const struct journal_row *rows, size_t n,
	struct journal_cut *cut, struct err *e)
{
	bool ok = may_write(j, e) && journal_run(j, "BEGIN IMMEDIATE", e);

	for (size_t i = 0; ok && i < n; i++) {
		if (!insert(j, &rows[i]))
			ok = journal_sql_error(j, "cannot write", e);
	}
	ok = ok && (cut == NULL || journal_delete_rows(j, cut, e));
	ok = ok && journal_run(j, "COMMIT", e);
	if (ok && n > 0)
		journal_mark(j, rows[n - 1].hubsequence);
	return end_transaction(j, ok);
}

bool journal_probe(struct journal *j, struct err *e)
{
	return end_transaction(j,
		may_write(j, e) &&
			journal_run(j,
				"BEGIN IMMEDIATE;"
				"INSERT OR REPLACE INTO meta "
				"VALUES('probe', hex(randomblob(2048)));"
				"COMMIT;",
				e));
}

/* --- reading --------------------------------------------------------------- */

bool journal_end(struct journal *j, uint64_t *last, struct err *e)
{
	bool ok = sqlite3_step(j->last) == SQLITE_ROW;

	j->failed_read = false;
	*last = ok ? (uint64_t)sqlite3_column_int64(j->last, 0) : 0;
	if (!ok)
		journal_sql_error(j, "cannot read", e);
	sqlite3_reset(j->last);
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
	uint64_t last;

	journal_end(j, &last, NULL);
	return last;
}

struct str journal_text_at(sqlite3_stmt *s, int column)
{
	return (struct str){ (const char *)sqlite3_column_text(s, column),
		(size_t)sqlite3_column_bytes(s, column) };
}

static bool visit_rows(struct journal *j, sqlite3_stmt *s, journal_visit *visit,
	void *user, struct err *e)
{
	int rc;

	j->failed_read = false;
	while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
		if (!visit(user, (uint64_t)sqlite3_column_int64(s, 0),
			    journal_text_at(s, 1)))
			break;
	}
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		journal_sql_error(j, "cannot read", e);
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
	int rc;

	j->failed_read = false;
	sqlite3_bind_int64(j->one, 1, (sqlite3_int64)hubsequence);
	rc = sqlite3_step(j->one);
	if (rc == SQLITE_ROW)
		buf_slice(out, journal_text_at(j->one, 0));
	else if (rc != SQLITE_DONE)
		journal_sql_error(j, "cannot read", NULL);
	sqlite3_reset(j->one);
	return rc == SQLITE_ROW;
}
