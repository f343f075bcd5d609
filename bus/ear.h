/* SPDX-License-Identifier: MIT */
/*
 * The thread that listens on the events lane. A SUB socket tells a new peer
 * what it wants only when its own thread calls into libzmq, and until then the
 * peer's events are lost; so this thread does nothing else. It passes messages
 * on over inproc, as many bytes as the hub has room for; beyond that the
 * peers' high-water marks hold (and they drop).
 */
#ifndef BUS_EAR_H
#define BUS_EAR_H

#include <stdbool.h>
#include <stddef.h>

struct ear;

/* Takes over a SUB socket that is bound and subscribed, and closes it at the end. */
struct ear *ear_start(void *zmq_context, void *sub, bool marked);
void ear_stop(struct ear *e);
/* A PULL socket of messages as they came, one to three frames each. */
void *ear_socket(struct ear *e);
/* The hub has taken a message of so many bytes. */
void ear_taken(struct ear *e, size_t bytes);

#endif
