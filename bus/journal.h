/* SPDX-License-Identifier: MIT */
/*
 * The journal: one SQLite file with every event in hub order. Tables are
 * meant to be read by people with sqlite3 (docs/OPERATING.md).
 *
 *   events(hubsequence, recordedtime, source, id, type, subject, handoff,
 *          attempt, standing, event)
 *   meta(key, value)     schema, epoch, created
 *
 * A struct journal belongs to one thread. One process at a time writes: it
 * holds a lock on FILE.lock, in which it says who it is.
 */
#ifndef BUS_JOURNAL_H
#define BUS_JOURNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

#define JOURNAL_SCHEMA 1

struct journal;

enum journal_mode {
	JOURNAL_WRITE, /* create if absent, lock, one writer */
	JOURNAL_READ
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
 * NULL with a reason: cannot be created or read, held by another process (who
 * is said), of a newer schema, not a journal. Folders are created with 0700.
 */
struct journal *journal_open(const char *path, enum journal_mode mode, struct err *e);
void journal_close(struct journal *j);

/* 32 hex digits that name this journal's life; constant for the file. */
const char *journal_epoch(const struct journal *j);
/* Writes who holds the lock: one line, shown to whoever comes second. */
void journal_say_holder(struct journal *j, const char *who);

/* All rows or none; on disk when it returns true. */
bool journal_append(
	struct journal *j, const struct journal_row *rows, size_t n, struct err *e);
/*
 * Whether the file that is open still stands under its name. SQLite would go on
 * writing into one that was moved or deleted, and nobody would find it again.
 */
bool journal_in_place(const struct journal *j, struct err *e);
/* Whether a write would work now; used after a failure. */
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
/* The bytes of one event; false if there is none. */
bool journal_event(struct journal *j, uint64_t hubsequence, struct buf *out);

#endif
