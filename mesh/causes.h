/* SPDX-License-Identifier: MIT */
/*
 * What a handoff came out of, and what came out of it: docs/PROTOCOL.md, "What a
 * handoff came out of". Links stand in the handoffs themselves, both ways, so that a
 * million cost little and one that goes takes its own with it. A higher attempt has
 * links of its own; those of the one before are gone.
 *
 * Nothing keeps agents from naming what is offered later: going from cause to cause
 * may lead back. Who walks further than one step counts his steps.
 */
#ifndef MESH_CAUSES_H
#define MESH_CAUSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "base/table.h"

struct mesh;
struct handoff;

/* Of `prev`, and of the provenance, that are looked at. */
#define CAUSES_MOST 64
/* Inputs that nobody has offered; the oldest are forgotten. */
#define AWAITED_MOST 100000

#define CAUSE_END 0x7fffffffu

struct cause {
	uint32_t of; /* a handoff; or, if `awaited`, an input that nobody has offered */
	/* private: those that came out of the same, newest first; CAUSE_END */
	uint32_t before : 31;
	uint32_t awaited : 1;
	uint32_t next : 31;
	uint32_t stated : 1; /* in `prev`, and not by its provenance alone */
};

/* Of a handoff with more causes than one, those behind the first. */
struct causes {
	uint64_t prev; /* private: a hash of all that `prev` said, in any order */
	uint32_t n;
	struct cause cause[];
};

struct awaited {        /* an input that was named and that nobody has offered */
	char *id;       /* NULL: the place is free */
	uint32_t first; /* the newest of those that name it */
	uint32_t older,
		newer; /* by when it was first named; NONE. Free: `newer` is next */
	bool said;     /* a baseline that is being folded said so */
};

struct awaits {
	struct awaited *item;
	uint32_t items, kept;
	uint32_t oldest, newest, free; /* NONE */
	uint64_t forgotten;            /* because there were too many */
	size_t cap;
	struct table by_id;
};

/* How many it has: of those that are there, and of those that are awaited. */
size_t handoff_causes(const struct handoff *h);
/* The nth, in the order in which it named them; NULL behind the last. */
const struct cause *handoff_cause(const struct handoff *h, size_t n);
/* Its id: of a handoff, or of an input that nobody has offered. */
const char *cause_id(const struct mesh *m, const struct cause *c);
struct unseen { /* an input that was named and that nobody has offered */
	const char *id;
	uint32_t handoff;  /* the newest that names it */
	uint32_t handoffs; /* how many do */
};

/*
 * The next that makes a fault of its handoffs, and *n, which
 * begins at 0, moves behind it; false behind the last.
 */
bool mesh_unseen(const struct mesh *m, uint32_t *n, struct unseen *out);
/*
 * What came out of the handoff at `place`, newest first: its `onward` is the first one,
 * and this the one behind `i`. NONE: there is no other one.
 */
uint32_t handoff_next_onward(const struct mesh *m, uint32_t place, uint32_t i);
/* The same for all that came out of what a cause names, be it there or not. */
uint32_t cause_onward(const struct mesh *m, const struct cause *c);
uint32_t cause_next_onward(const struct mesh *m, const struct cause *c, uint32_t i);

#endif
