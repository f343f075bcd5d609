/* SPDX-License-Identifier: MIT */
/*
 * The hub: collects events, judges, journals, decides, delivers. docs/PROTOCOL.md is
 * its contract with agents and consoles; docs/PROTOCOL.md says it to users.
 *
 * One loop on one thread owns the mesh. Every event is folded at once and
 * journaled in batches by the writer's thread; whatever leaves the hub (a
 * reply, the feed) waits until the batch that it rests on is on disk. When a
 * batch cannot be written, what rested on it is answered `unavailable` and
 * the mesh is folded anew from the journal.
 */
#ifndef BUS_HUB_H
#define BUS_HUB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

#define HUB_EVENTS "tcp://127.0.0.1:5570"
#define HUB_CONTROL "tcp://127.0.0.1:5571"
#define HUB_FEED "tcp://127.0.0.1:5572"
#define OPERATOR_BYTES 128 /* of an operator's name */
#define PROTOCOL_VERSION "1.2"
#define SEAM_VERSION "0.1.0"
#define SEAM_DATE "2026-11-23" /* of that version, for the manual page */

struct hub_options {
	const char *name;                    /* of the mesh: an agent's name */
	const char *events, *control, *feed; /* endpoints to bind; a port may be `*` */
	const char **connect;  /* publishers to connect to, NULL-terminated, or NULL */
	const char *journal;   /* path; NULL: keep nothing (measurements) */
	const char *contracts; /* folder, or NULL */
	int64_t grace;         /* microseconds of the hub's clock */
	double clock_rate;     /* 1: as the world's */
	unsigned long long snapshot_every; /* events */
	int64_t keep_age;                  /* microseconds; 0: for ever */
	uint64_t keep_bytes;               /* of the journal; 0: without bound */
	const char *metrics;               /* HOST:PORT of HTTP, or NULL */
	const char *keys;                  /* folder of keys (bus/gate.h) */
	bool secure;                       /* ask for keys on this machine too */
	bool insecure;                     /* bind off loopback without keys */
	/* command lines, split at blanks, that are run for each; NULL */
	const char *on_escalate, *on_fallback;
	int64_t hook_time; /* microseconds that such a program may take */
};

/*
 * Runs until SIGINT or SIGTERM. Prints the ready line on standard output and
 * reports on standard error. False with a reason if it cannot start.
 */
bool hub_run(const struct hub_options *o, struct err *e);

/* Whether only this machine can reach an endpoint (loopback, ipc, inproc). */
bool endpoint_is_local(const char *endpoint);

/* Names of the members of a list's items, a blank between two; NULL: no such list. */
const char *hub_list_members(const char *what);

#endif
