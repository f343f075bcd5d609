/* SPDX-License-Identifier: MIT */
/*
 * How many bytes wait for each peer of the control lane: replies that are not
 * on disk yet, and those that libzmq holds because the peer does not read.
 * libzmq bounds messages, not bytes, and tells neither; but it says when it is
 * done with the bytes of a message, so they are counted from when a reply is
 * made until then.
 *
 * One thread makes, adds and sends; libzmq's own thread takes off.
 */
#ifndef BUS_OUTBOX_H
#define BUS_OUTBOX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define OUTBOX_BYTES ((size_t)16 << 20)       /* of one peer, then it is full */
#define OUTBOX_FEW_BYTES ((size_t)64 << 10)   /* of one peer while all are over theirs */
#define OUTBOX_ALL_BYTES ((size_t)128 << 20)  /* of all peers */
#define OUTBOX_MOST_BYTES ((size_t)192 << 20) /* of all peers: nothing large any more */

#define OUTBOX_MANY 10000 /* of its replies on their way: full as well */
#define OUTBOX_WAITS 1000 /* requests of one peer that wait for a decision */

#define OUTBOX_FEED_BYTES ((size_t)16 << 20) /* of the feed, for all who read it */

struct outboxes;
struct outbox; /* of one peer; stays while anything waits in it */
struct parcel; /* a reply's bytes on their way */

struct outboxes *outboxes_new(void);
/* After the sockets that parcels were sent over have been closed. */
void outboxes_free(struct outboxes *all);

/* The outbox of the peer with this routing id. */
struct outbox *outbox_of(struct outboxes *all, struct str id);
/* What waits for all peers together. */
size_t outboxes_bytes(const struct outboxes *all);
/* Whether nothing more should be done for it until it has read. */
bool outbox_is_full(const struct outbox *o);
/* Requests that wait for what may take long: whether another may, one does, one is over.
 */
bool outbox_may_wait(const struct outbox *o);
void outbox_wait(struct outbox *o);
void outbox_wait_over(struct outbox *o);
/* Forgets the peers that nothing waits for; pointers to their outboxes go bad. */
void outboxes_sweep(struct outboxes *all);

/* A copy of these bytes (at least one), counted until it is freed or libzmq is done with
 * it. */
struct parcel *parcel_new(struct outbox *o, struct str bytes);
struct str parcel_bytes(const struct parcel *p);
void parcel_free(struct parcel *p);
/* Sends it as the last frame of a message, or drops it. */
void parcel_send_take(struct parcel *p, void *socket);

#endif
