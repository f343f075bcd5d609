/* SPDX-License-Identifier: MIT */
/*
 * Whether a journal is sound: the file as SQLite sees it, each row against its event,
 * the rows against each other, what was decided on against its digest in the decision,
 * the chain of the operators' log, and the stored mesh
 * against what the events fold to. Reads only; a hub may write meanwhile. Takes the
 * memory of one mesh.
 */
#ifndef BUS_JOURNAL_CHECK_H
#define BUS_JOURNAL_CHECK_H

#include "bus/journal.h"

struct check {
	/* One thing that is wrong; hubsequence 0: not of one event. */
	void (*fault)(void *user, uint64_t hubsequence, const char *what);
	/* How far it is, now and then: events of `all`, which is 0 while SQLite looks. */
	void (*progress)(void *user, uint64_t done, uint64_t all);
	void *user;
};

struct check_result {
	uint64_t faults;
	uint64_t events, first, last; /* that were read, and between which places */
	uint64_t cut;                 /* retention cut up to here, 0: never */
	uint64_t snapshot; /* place of the stored mesh that was compared, 0: none */
	char schema[16], epoch[40], backup_of[40];
};

void journal_check(struct journal *j, const struct check *c, struct check_result *out);

#endif
