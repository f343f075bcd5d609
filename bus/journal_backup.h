/* SPDX-License-Identifier: MIT */
/*
 * A copy of a journal, also while a hub writes in it: all that was committed when it
 * began. It is a journal of its own: another epoch, so that nobody takes the one for
 * the other, and in its meta `backup_of` and `backup_at`.
 */
#ifndef BUS_JOURNAL_BACKUP_H
#define BUS_JOURNAL_BACKUP_H

#include "bus/journal.h"

struct backup {
	char epoch[40]; /* of the copy */
	char of[40];    /* of the journal */
	uint64_t at;    /* the last hubsequence in it */
	uint64_t bytes;
};

/* How far it is, ten times a second at the most. Return false to give up. */
typedef bool journal_progress(void *user, uint64_t done, uint64_t all);

/*
 * Copies `j` to the new file `to`, which appears whole, for its owner only, on disk.
 * Never in place of a file.
 */
bool journal_backup(struct journal *j, const char *to, struct backup *out,
	journal_progress *progress, void *user, struct err *e);

#endif
