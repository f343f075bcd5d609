/* SPDX-License-Identifier: MIT */
/*
 * The operators' log (mesh/audit.h) looked at link by link: which event does not
 * follow the one before it, and what that looks like. Events are given in the order
 * in which they stand in the file; `place` is where: a line, or a row.
 */
#ifndef BUS_CHAIN_H
#define BUS_CHAIN_H

#include "mesh/audit.h"

struct chain_link {
	struct digest hash, previous;
	bool linked; /* it bears `previous` */
	bool holed;  /* hubsequences are missing between the one before it and it */
	uint64_t hubsequence, place;
};

struct chain {
	struct chain_link *link;
	size_t links, cap;
	uint64_t between; /* events of others since the last link */
};

enum chain_fault {
	CHAIN_WHOLE,
	CHAIN_CHANGED,
	CHAIN_MISSING,
	CHAIN_REORDERED,
	CHAIN_INSERTED,
	CHAIN_FAULTS
};

struct chain_break {
	enum chain_fault fault;
	size_t at;    /* the link that does not fit on the one before it */
	size_t first; /* the one that is to blame, or stands before what is missing */
	size_t last;  /* of several that are to blame */
};

void chain_fini(struct chain *c);
/* Takes any event; those that are none of the log only count. */
void chain_add(struct chain *c, const struct event *e, uint64_t place);
/* The first link that is broken; CHAIN_WHOLE if none is. */
struct chain_break chain_check(const struct chain *c);
/* "changed", "missing" ... */
const char *chain_fault_name(enum chain_fault f);
/* The link whose event has this hash, `links` if there is none. */
size_t chain_find(const struct chain *c, const struct digest *hash);

#endif
