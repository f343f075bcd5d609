/* SPDX-License-Identifier: MIT */
/*
 * The hub's eye on a folder of contracts: what is in each file, read again only when the
 * file is another than it was. A file that somebody is writing is waited for.
 */
#ifndef BUS_CONTRACTS_WATCH_H
#define BUS_CONTRACTS_WATCH_H

#include <stdint.h>

#include "base/table.h"
#include "contract/contract.h"

/* Which bytes these are, as far as can be told without reading them. */
struct file_stamp {
	int64_t written, changed; /* mtime and ctime, nanoseconds */
	int64_t size;
	uint64_t inode;
};

struct watched_file {
	char *name;           /* in the folder, whatever bytes these are */
	char *said;           /* what is told of it: the same, if it is UTF-8 */
	struct err err;       /* why it is refused; "": it is not */
	char *id;             /* of its contract; NULL: it is none */
	struct digest digest; /* of its contract */
	bool fresh;           /* read in this look */
	bool unsettled;       /* nobody knows yet what it is going to be */

	/* private */
	struct contract *contract; /* until somebody has taken note */
	struct file_stamp stamp;
	bool read;         /* as it was then */
	struct err broken; /* of itself, whatever stands in the others */
};

struct watched {
	struct watched_file *file; /* in the order of their names */
	uint32_t n;
	bool changed;       /* by the last look */
	bool unsettled;     /* one of them is */
	bool unread;        /* there was no time for one of them: look again soon */
	bool bad;           /* one of them is no contract */
	bool oddly_named;   /* private: the name of one is no UTF-8 */
	uint32_t from;      /* private: where the next look begins to read */
	struct table by_id; /* private: of those that are not refused */
};

void watched_fini(struct watched *w);
/* Forgets what was read, so that the next look reads all. */
void watched_forget(struct watched *w);
/*
 * Looks at every *.json of `dir`, and reads what has changed for as long as `patience`
 * (microseconds; one file is read whatever it takes). What is left is as it was before,
 * or not known yet. False, and all is as it was, if the folder cannot be read.
 */
bool watched_look(struct watched *w, const char *dir, int64_t patience, struct err *e);
/* The file of which that name is told, or NULL. */
const struct watched_file *watched_named(const struct watched *w, const char *name);
/* The file that stands for this contract, or NULL. */
const struct watched_file *watched_holds(const struct watched *w, const char *id);
/*
 * Its contract, which it keeps until watched_noted(); NULL if it cannot be read any more:
 * the next look says what it has become.
 */
const struct contract *watched_contract(
	struct watched *w, const char *dir, const struct watched_file *file);
/* All that is new is known where it has to be: frees what is not needed to notice more.
 */
void watched_noted(struct watched *w);

#endif
