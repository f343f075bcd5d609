/* SPDX-License-Identifier: MIT */
/* What the files of the journal share and nobody else includes. */
#ifndef BUS_JOURNAL_OWN_H
#define BUS_JOURNAL_OWN_H

#include <sqlite3.h>
#include <sys/stat.h>

#include "bus/journal.h"

struct journal {
	sqlite3 *db;
	sqlite3_stmt *insert, *read, *handoff, *one, *last, *cut, *over, *time_at;
	char epoch[40];
	char *path;
	enum journal_mode mode;
	/* of the files when they were opened: at `path`, its -wal and its -shm */
	struct stat main, side[2];

	int lock;            /* -1: none */
	off_t mark_at;       /* of the digits in the lock's file, 0: not yet */
	char mark_epoch[40]; /* what the lock's file said when it was opened */
	uint64_t mark;

	struct err stump; /* of a cut file that is read all the same: how much is left */
	bool failed_read;
	struct err why; /* damage that was met: a writer then writes no more */
};

/* "journal: cannot read: ..."; what to do, if the file is damaged. Always false. */
bool journal_sql_error(struct journal *j, const char *what, struct err *e);
bool journal_run(struct journal *j, const char *sql, struct err *e);
bool journal_prepare(struct journal *j, sqlite3_stmt **s, const char *sql, struct err *e);
struct str journal_text_at(sqlite3_stmt *s, int column);
/* The value of a row of meta; false if there is none, or on an error. */
bool journal_meta(struct journal *j, const char *key, char *out, size_t room);
/* The first column of the first row; false if there is none, or on an error. */
bool journal_number(struct journal *j, const char *sql, uint64_t *out);
/* The highest hubsequence, 0 when empty; false where it cannot be read. */
bool journal_end(struct journal *j, uint64_t *last, struct err *e);

/* --- journal_file.c -------------------------------------------------------- */
/*
 * Whether what stands at `path` may be opened as a journal: a file of its own, not
 * empty, that may be read (and written). Touches nothing. `absent`: there is none,
 * and one may be made.
 */
bool journal_fits(const char *path, enum journal_mode mode, bool *absent, struct err *e);
/* Whether the file that is open begins as one of SQLite's and is not cut; a cut one
 * only fits where what is left is to be rescued. */
bool journal_head_fits(struct journal *j, struct err *e);
void journal_remember_files(struct journal *j);
/* journal_in_place() without a look at -wal and -shm. */
bool journal_main_in_place(const struct journal *j, struct err *e);
/* Whether FILE.lock is still the file that was locked; true where none is held. */
bool journal_lock_in_place(const struct journal *j, struct err *e);
/* What has the name of our -wal and -shm and is not: SQLite would take it for the newest.
 */
void journal_remove_strangers(const struct journal *j);
/* Removes a database that is none yet, with all that SQLite puts beside it. */
void journal_unlink(const char *path);
/* Takes FILE.lock, and reads what stands in it. */
bool journal_take_lock(struct journal *j, struct err *e);
/* Writes into the lock's file what is on disk for certain: the highest hubsequence. */
void journal_mark(struct journal *j, uint64_t last);
/* False if less is there than was committed once. */
bool journal_is_whole(struct journal *j, uint64_t last, struct err *e);

/* --- journal_cut.c --------------------------------------------------------- */
bool journal_prepare_cut(struct journal *j, struct err *e);
bool journal_prepare_look(struct journal *j, struct err *e);
/* In the transaction that is open. */
bool journal_delete_rows(struct journal *j, struct journal_cut *cut, struct err *e);

/* --- journal_schema.c ------------------------------------------------------ */
/* A new journal at `path`, where there is no file. It appears whole. */
bool journal_create(const char *path, struct err *e);
/* Whether this seam can read it, and which it is (epoch). */
bool journal_known(struct journal *j, struct err *e);
/* Brings one of an older seam up to date. */
bool journal_upgrade(struct journal *j, struct err *e);
/* The same with a list of one's own: `steps[n]` is the SQL from schema n to n + 1. */
bool journal_upgrade_by(sqlite3 *db, const char *const *steps, int to, struct err *e);

#endif
