/* SPDX-License-Identifier: MIT */
/* Care of the journal's file: its free pages, and the length of its WAL. */
#ifndef BUS_JOURNAL_CARE_H
#define BUS_JOURNAL_CARE_H

#include "bus/journal.h"

struct journal_size {
	uint64_t bytes; /* all pages */
	uint64_t spare; /* of them those that hold nothing */
};

bool journal_size(struct journal *j, struct journal_size *out, struct err *e);
/* The bytes of FILE-wal, 0 if there is none. */
uint64_t journal_wal_bytes(const struct journal *j);

/*
 * For the connection that writes: gives spare pages back to the file system for about
 * so many microseconds. No page that is in use is lost by it, and no commit is waited
 * for. False if it cannot.
 */
bool journal_give_back(struct journal *j, int64_t usec, struct err *e);
/* All that is in the WAL goes into the file, and the WAL becomes empty, unless somebody
 * reads in it just now. */
bool journal_empty_wal(struct journal *j, struct err *e);

/*
 * Writes the whole file anew, without spare pages: for the connection that writes,
 * while no hub runs. Looks first whether there is room for it on the disk.
 */
bool journal_vacuum(struct journal *j, struct err *e);

#endif
