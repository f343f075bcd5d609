/* SPDX-License-Identifier: MIT */
/*
 * Reading a journal whose file may be damaged: all rows that can be read, and between
 * which of them some cannot. It lets go of the file every few thousand rows, so that a
 * hub that writes meanwhile can shorten its WAL.
 */
#ifndef BUS_JOURNAL_SALVAGE_H
#define BUS_JOURNAL_SALVAGE_H

#include "bus/journal.h"

/* A row as it stands in the table; {NULL, 0} is null. Lives for the call. */
struct journal_text {
	uint64_t hubsequence;
	struct str recordedtime, source, id, type, subject, handoff, standing, event;
	int64_t attempt; /* 0: null */
};

struct salvage {
	/* Each row, in order. Return false to stop. */
	bool (*row)(void *user, const struct journal_text *row);
	/* Rows that cannot be read: those above `after` and, unless it is 0, below
	 * `before`. `why` is SQLite's. */
	void (*gap)(void *user, uint64_t after, uint64_t before, const char *why);
	void *user;
};

/* All rows there are when it is called. False if it was stopped. */
bool journal_salvage(struct journal *j, const struct salvage *s);

#endif
