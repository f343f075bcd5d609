/* SPDX-License-Identifier: MIT */
/*
 * The journal: one SQLite file with every event in hub order. Tables are
 * meant to be read by people with sqlite3 (docs/OPERATING.md).
 *
 *   events(hubsequence, recordedtime, source, id, type, subject, handoff,
 *          attempt, standing, event)
 *   meta(key, value)     schema, epoch, created; in a backup also backup_of,
 *                        backup_at, audit_head
 *
 * A struct journal belongs to one thread. One process at a time writes: it
 * holds a lock on FILE.lock, in which it says who it is. What else is done with
 * one: journal_care.h, journal_backup.h, journal_check.h, journal_salvage.h.
 */
#ifndef BUS_JOURNAL_H
#define BUS_JOURNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "mesh/audit.h"

#define JOURNAL_SCHEMA 1

struct journal;

enum journal_mode {
	JOURNAL_WRITE, /* create if absent, lock, one writer */
	JOURNAL_READ,  /* alters nothing in the file */
	JOURNAL_RESCUE /* the same, and takes a file that is cut: journal_is_cut() */
};

/* One event to store; the slices are only read during the call. */
struct journal_row {
	uint64_t hubsequence;
	int64_t recorded;
	struct str source, id, type, subject, handoff;
	uint32_t attempt; /* 0: none */
	const char *standing;
	struct str event;
};

/*
 * NULL with a reason, and what to do: cannot be created or read, held by another
 * process (who is said), of a newer schema, not a journal, cut, damaged, shorter than
 * what was committed to it. Folders are created with 0700. One of an older schema is
 * brought up to date, where it is to be written.
 */
struct journal *journal_open(const char *path, enum journal_mode mode, struct err *e);
void journal_close(struct journal *j);

/* 32 hex digits that name this journal's life; constant for the file. */
const char *journal_epoch(const struct journal *j);
const char *journal_path(const struct journal *j);
/* Whether its file is cut, and of how much; it was opened with JOURNAL_RESCUE. */
bool journal_is_cut(const struct journal *j, struct err *e);
/* Whether the last read failed, and why: there may be more than it gave. */
bool journal_read_failed(const struct journal *j, struct err *e);
/* The highest hubsequence that its hub has committed for certain, 0 if that is not known:
 * more than journal_last() is loss. */
uint64_t journal_mark_of(const struct journal *j);
/* Writes who holds the lock: one line, shown to whoever comes second. */
void journal_say_holder(struct journal *j, const char *who);
/* Where the hub that held this journal was killed: until no copy of it holds its lock,
 * and so its addresses, any more. A few seconds at most. */
void journal_await_copy(const char *path);

/* All rows or none; on disk when it returns true. */
bool journal_append(
	struct journal *j, const struct journal_row *rows, size_t n, struct err *e);
/*
 * Whether the file that is open still stands under its name, and its -wal and -shm
 * beside it. SQLite would go on writing into one that was moved or deleted, and
 * nobody would find it again.
 *
 * journal_append() and journal_probe() look first. Where only -wal or -shm has gone,
 * they bring what it held into the main file, through the handle that is open, and
 * let go of all three: journal_is_open() says no, the call fails, and the next one
 * opens the file anew. Who reads has to let go as well, before that next call.
 */
bool journal_in_place(const struct journal *j, struct err *e);
bool journal_is_open(const struct journal *j);
/* Lets go of the file, if it is open, and opens it again. */
bool journal_reopen(struct journal *j, struct err *e);
/*
 * Whether a write would work now; used after a failure. Never again after one that
 * met damage: SQLite would go on writing into it.
 */
bool journal_probe(struct journal *j, struct err *e);

/* What is free inside the file. */
uint64_t journal_free_bytes(struct journal *j);

/* The highest hubsequence; 0 when empty. */
uint64_t journal_last(struct journal *j);

/* Return false from it to stop. */
typedef bool journal_visit(void *user, uint64_t hubsequence, struct str event);

/* Events with hubsequence > `after`, in order, at most `limit`. */
bool journal_read(struct journal *j, uint64_t after, uint64_t limit, journal_visit *visit,
	void *user, struct err *e);
/* Events of one handoff in order, with the standing each had when it came. */
bool journal_read_handoff(struct journal *j, struct str handoff, journal_visit *visit,
	void *user, struct err *e);
/* --- retention -------------------------------------------------------------- */

/* Bytes of the pages that hold something; 0 if that cannot be told. */
uint64_t journal_bytes(struct journal *j);
/* The highest hubsequence recorded before this time; 0: none. */
uint64_t journal_before(struct journal *j, int64_t time);
/* One row without its event. Return false from it to stop. */
typedef bool journal_glance(
	void *user, uint64_t hubsequence, struct str type, struct str handoff);
/* Rows with `after` < hubsequence <= `last`, in order, at most `limit`. */
bool journal_look_over(struct journal *j, uint64_t after, uint64_t last, uint64_t limit,
	journal_glance *glance, void *user, struct err *e);
/*
 * Stores rows and deletes others in one commit. Deleting ends after `usec`; how many
 * of `places` are gone is in *gone.
 */
struct journal_cut {
	const uint64_t *place;
	size_t count, gone;
	int64_t usec;
};
bool journal_append_and_cut(struct journal *j, const struct journal_row *rows, size_t n,
	struct journal_cut *cut, struct err *e);

/* The bytes of one event; false if there is none. */
bool journal_event(struct journal *j, uint64_t hubsequence, struct buf *out);
/*
 * The head of the operators' log as it is in the file, for a backup of it: `head` and
 * `at` of the audit, zeros where there is none; the rest is not filled in. Looks from
 * the end, through the whole file where nobody has decided anything.
 */
bool journal_audit(struct journal *j, struct audit *out, struct err *e);

#endif
