/* SPDX-License-Identifier: MIT */
/*
 * What is in a journal: how a new one is made, and how one of an older seam is
 * brought up to date. docs/HACKING.md says how to raise the schema.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/digest.h"
#include "bus/files.h"
#include "bus/journal_own.h"

/* Of JOURNAL_SCHEMA. */
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

/*
 * steps[n] makes schema n + 1 of schema n, each in one transaction. What is here is
 * never changed again: files are out there that it was run on.
 */
static const char *const steps[JOURNAL_SCHEMA] = {
	[0] = NULL, /* there never was a schema 0 */
};

/* --- a new one ------------------------------------------------------------- */

static bool fill_new(const char *path, struct err *e)
{
	char epoch[33], now[TIME_TEXT];
	struct buf sql = { 0 };
	sqlite3 *db = NULL;
	int rc;

	random_name(epoch);
	time_format(clock_wall(), now);
	buf_fmt(&sql,
		"PRAGMA synchronous=FULL; PRAGMA auto_vacuum=INCREMENTAL;"
		"BEGIN IMMEDIATE;%s"
		"INSERT INTO meta VALUES('schema','%d'),('epoch','%s'),('created','%s');"
		"COMMIT; PRAGMA journal_mode=WAL;",
		schema, JOURNAL_SCHEMA, epoch, now);
	rc = sqlite3_open_v2(path, &db,
		SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_exec(db, sql.data, NULL, NULL, NULL);
	if (rc != SQLITE_OK)
		err_set(e, "cannot make the journal %s: %s", path,
			db != NULL ? sqlite3_errmsg(db) : "out of memory");
	buf_fini(&sql);
	sqlite3_close(db);
	return rc == SQLITE_OK;
}

bool journal_create(const char *path, struct err *e)
{
	struct buf half = { 0 };
	mode_t old = umask(077);
	bool ok;

	buf_fmt(&half, "%s.new", path);
	journal_unlink(
		half.data); /* what a hub that was killed at it left is no journal yet */
	ok = fill_new(half.data, e);
	if (ok && !rename_new(half.data, path))
		ok = err_set(e, "cannot make the journal %s: %s", path, strerror(errno));
	if (!ok)
		journal_unlink(half.data);
	umask(old);
	buf_fini(&half);
	return ok;
}

/* --- an older one ---------------------------------------------------------- */

static int schema_of(struct journal *j)
{
	char version[16], *end;
	long n;

	if (!journal_meta(j, "schema", version, sizeof(version)))
		return 0;
	n = strtol(version, &end, 10);
	return *end == '\0' && n > 0 && n < INT32_MAX ? (int)n : 0;
}

bool journal_known(struct journal *j, struct err *e)
{
	int version = schema_of(j);

	if (version == 0 || !journal_meta(j, "epoch", j->epoch, sizeof(j->epoch))) {
		if (sqlite3_errcode(j->db) == SQLITE_CORRUPT)
			return journal_sql_error(j, "cannot read", e);
		return err_set(e, "%s is no journal of seam: name another file", j->path);
	}
	if (version > JOURNAL_SCHEMA)
		return err_set(e,
			"the journal %s was written by a newer seam (schema %d, this one "
			"knows %d): use that version",
			j->path, version, JOURNAL_SCHEMA);
	return true;
}

static int version_now(sqlite3 *db)
{
	sqlite3_stmt *s = NULL;
	int n = 0;

	if (sqlite3_prepare_v2(db, "SELECT value FROM meta WHERE key='schema'", -1, &s,
		    NULL) == SQLITE_OK &&
		sqlite3_step(s) == SQLITE_ROW)
		n = sqlite3_column_int(s, 0);
	sqlite3_finalize(s);
	return n;
}

bool journal_upgrade_by(sqlite3 *db, const char *const *list, int to, struct err *e)
{
	struct buf sql = { 0 };
	bool ok = true;

	for (int n = version_now(db); ok && n > 0 && n < to; n++) {
		buf_reset(&sql);
		buf_fmt(&sql,
			"BEGIN IMMEDIATE;%s;UPDATE meta SET value='%d' WHERE key='schema';"
			"COMMIT;",
			list[n], n + 1);
		ok = sqlite3_exec(db, sql.data, NULL, NULL, NULL) == SQLITE_OK;
		if (!ok)
			err_set(e, "cannot be brought from schema %d to %d: %s", n, n + 1,
				sqlite3_errmsg(db));
	}
	if (!ok && !sqlite3_get_autocommit(db))
		sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	buf_fini(&sql);
	return ok;
}

bool journal_upgrade(struct journal *j, struct err *e)
{
	if (journal_upgrade_by(j->db, steps, JOURNAL_SCHEMA, e))
		return true;
	return err_wrap(e, "the journal %s", j->path);
}
