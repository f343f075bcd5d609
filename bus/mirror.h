/* SPDX-License-Identifier: MIT */
/*
 * A console's mirror of a hub: it subscribes to the feed first, asks control
 * for what was before, and folds both into a mesh of its own that is never
 * out of order: what the feed dropped is asked for. It reconnects by itself,
 * and begins anew when another journal answers at the address.
 *
 * One thread, one loop: mirror_wait(), then mirror_turn(), never blocking.
 */
#ifndef BUS_MIRROR_H
#define BUS_MIRROR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/err.h"
#include "bus/keyfile.h"
#include "mesh/mesh.h"

struct mirror;

/*
 * `url` is the hub's control address. NULL if it is no address. `key`, which is copied,
 * is who asks; NULL, or without a pair: no keys.
 */
struct mirror *mirror_open(const char *url, const struct keyfile *key, struct err *e);
/* The same in two steps: until it is connected only what it shows may be asked for. */
struct mirror *mirror_new(const char *url, const struct keyfile *key);
bool mirror_connect(struct mirror *m, struct err *e); /* false: it is no address */
bool mirror_is_begun(const struct mirror *m);
void mirror_close(struct mirror *m);

/*
 * Waits until a socket or one of the descriptors (-1: none) can be read, at
 * most `ms`. Bits: 1 the first descriptor, 2 the second, 4 a socket. Without a
 * mirror (a recording is shown) only the descriptors.
 */
unsigned mirror_wait(struct mirror *m, int first, int second, int ms);
/*
 * Takes what has come, a bounded number, and asks for what is missing. True if
 * the mesh or the state of the link changed.
 */
bool mirror_turn(struct mirror *m);
/*
 * Folds up to this event and no further, so that the mesh can be held against what
 * the hub said of exactly there; 0: goes on. What came meanwhile is asked for.
 */
void mirror_stop_at(struct mirror *m, uint64_t hubsequence);
/*
 * The digest of the mesh as it stands (mesh/dump.h), a part of the work a call;
 * false: call again.
 */
bool mirror_digest(struct mirror *m, char out[DIGEST_TEXT]);
/* The counters as members of a JSON object that is open: bus/counters.h. */
void mirror_counters(struct mirror *m, struct buf *out);
/* Asks at once, instead of at the next try. */
void mirror_retry(struct mirror *m);

const struct mesh *mirror_mesh(const struct mirror *m);
/* The hub's clock now, as far as its last beat tells; never behind the mesh. */
int64_t mirror_now(const struct mirror *m);

struct mirror_facts {
	bool answered;     /* a hub has answered since this was opened */
	bool connected;    /* the control connection stands */
	bool synced;       /* all events up to the hub's last were applied once */
	int64_t since;     /* clock_mono() of the last change of `connected` */
	int64_t last_beat; /* clock_mono() when it was sent, 0: none yet */
	uint64_t has;      /* hubsequence that was folded, or taken over, so far */
	uint64_t hub_has;  /* the hub's hubsequence, as far as it is known */
	unsigned tries;
	int64_t next_try; /* clock_mono() */
	double clock_rate;
	int64_t clock_off; /* local wall clock minus the hub's, at the last beat */
	bool open;         /* the hub is bound off loopback without keys */
	char name[68], epoch[40], control[160], feed[160], events[160];
	bool refused;  /* by its key, or for want of one: `error` says what to do */
	char role[12]; /* of the key, "": none is asked for */
	char error[200], journal[160]; /* "" or "ok" where all is well */
	char journal_note[160];        /* "" where nothing is odd with it */
};

const struct mirror_facts *mirror_facts(const struct mirror *m);

/*
 * Sends a request (members of a JSON object without braces and rid) and gives
 * its number; the reply comes from mirror_reply(). It is not sent again.
 */
uint64_t mirror_request(struct mirror *m, struct str members);
/* The next reply to a mirror_request(): its number and its text. */
bool mirror_reply(struct mirror *m, uint64_t *number, struct buf *reply);

/*
 * The journaled bytes of an event: from what came lately, else asked for.
 * False: not here yet.
 */
bool mirror_event(struct mirror *m, uint64_t hubsequence, struct buf *out);

#endif
