/* SPDX-License-Identifier: MIT */
/*
 * The operators' log: what humans decided, were denied, claimed, and what agents
 * answered, chained by hash. Each of these events of the hub bears `previous`, the
 * SHA-256 of the whole line of the one before it (docs/PROTOCOL.md, "The operators'
 * log"). Here is the chain's head, as a fold; who checks a journal or a recording
 * link by link is bus/chain.
 */
#ifndef MESH_AUDIT_H
#define MESH_AUDIT_H

#include "mesh/event.h"

struct audit {
	struct digest head; /* of the newest one's line; zeros while there is none */
	uint64_t at;        /* its hubsequence */
	uint64_t events;    /* how many there are */
	uint64_t links;     /* of these, those that bear `previous` */
	uint64_t broken;    /* the first whose `previous` is not the head; 0: none */
};

/* "sha256:HEX at N" and a NUL: the head as hubs log it and backups keep it. */
#define AUDIT_TEXT (DIGEST_TEXT + 24)

/* How the types of the log begin, ended by NULL. */
extern const char *const audit_types[];
/* Whether events of this type belong to the log, if they are the hub's own. */
bool audit_takes(struct str type);
/* Whether this event is one of the log: event_is_hubs_own() and of its types. */
bool audit_has(const struct event *e);
/* The digest that it bears as `previous`; false if it bears none. */
bool audit_previous(const struct event *e, struct digest *out);

void audit_text(const struct audit *a, char out[AUDIT_TEXT]);

/* The fold; only mesh_commit() calls it, with an event of the log. */
void audit_fold(struct audit *a, const struct event *e);

#endif
