/* SPDX-License-Identifier: MIT */
/* What the files of the journal share and nobody else includes. */
#ifndef BUS_JOURNAL_OWN_H
#define BUS_JOURNAL_OWN_H

#include <sqlite3.h>
#include <sys/types.h>

#include "bus/journal.h"

struct journal {
	sqlite3 *db;
	sqlite3_stmt *insert, *read, *handoff, *one, *last;
	char epoch[40];
	char *path;
	dev_t device; /* of the file at `path` when it was opened */
	ino_t inode;

	int lock;            /* -1: none */
	off_t mark_at;       /* of the digits in the lock's file, 0: not yet */
	char mark_epoch[40]; /* what the lock's file said when it was opened */
	uint64_t mark;

	bool failed_read;
	struct err why; /* damage that was met: a writer then writes no more */
};

/* "journal: cannot read: ..."; what to do, if the file is damaged. Always false. */
bool journal_sql_error(struct journal *j, const char *what, struct err *e);
bool journal_run(struct journal *j, const char *sql, struct err *e);
/* The value of a row of meta; false if there is none, or on an error. */
bool journal_meta(struct journal *j, const char *key, char *out, size_t room);
/* The first column of the first row; false if there is none, or on an error. */
bool journal_number(struct journal *j, const char *sql, uint64_t *out);
/* The highest hubsequence, 0 when empty; false where it cannot be read. */
bool journal_end(struct journal *j, uint64_t *last, struct err *e);

/* --- journal_file.c -------------------------------------------------------- */
/* Makes the folders above `path`, each for its owner only. */
bool journal_folders(const char *path, struct err *e);
/*
 * Whether what stands at `path` may be opened as a journal: a file of its own, not
 * empty, that may be read (and written). Touches nothing. `absent`: there is none,
 * and one may be made.
 */
bool journal_fits(const char *path, enum journal_mode mode, bool *absent, struct err *e);
/* Whether the file that is open begins as one of SQLite's and is not cut. */
bool journal_head_fits(struct journal *j, struct err *e);
/* Takes FILE.lock, and reads what stands in it. */
bool journal_take_lock(struct journal *j, struct err *e);
/* Writes into the lock's file what is on disk for certain: the highest hubsequence. */
void journal_mark(struct journal *j, uint64_t last);
/* False if less is there than was committed once. */
bool journal_is_whole(struct journal *j, uint64_t last, struct err *e);

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
