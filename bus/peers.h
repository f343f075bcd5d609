/* SPDX-License-Identifier: MIT */
/*
 * Who is connected to a socket, as libzmq tells it: a peer of ROUTER, SUB or XPUB shows
 * by itself only when it says something.
 */
#ifndef BUS_PEERS_H
#define BUS_PEERS_H

#include <stdint.h>

struct peers;

/* Watches a socket from before it is bound; `name` is unique in the context. */
struct peers *peers_watch(void *zmq_context, void *socket, const char *name);
/* Before the context is ended; NULL is fine, here and below: nobody watches. */
void peers_free(struct peers *p);
/* Takes what has been told since. Now and then: it is kept until then. */
void peers_turn(struct peers *p);

uint32_t peers_now(const struct peers *p);
uint64_t peers_came(const struct peers *p);
/* Cut off before the handshake was done: no ZeroMQ, or too slow. */
uint64_t peers_failed(const struct peers *p);

#endif
