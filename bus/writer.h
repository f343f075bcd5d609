/* SPDX-License-Identifier: MIT */
/*
 * The thread that commits. It owns the journal's writing connection; batches
 * go to it and come back over an inproc pair of sockets, one at a time. An
 * empty batch asks whether the journal can be written at all, or has a chore.
 */
#ifndef BUS_WRITER_H
#define BUS_WRITER_H

#include "bus/batch.h"

struct writer;

/*
 * Starts the thread on `journal`, which it then owns and closes; NULL for
 * `journal` writes nothing and says that it did (measurements).
 */
struct writer *writer_start(void *zmq_context, struct journal *journal);
/* Waits for what was sent, ends the thread and closes the journal. */
void writer_stop(struct writer *w);
/* A socket to poll for ZMQ_POLLIN: a batch has come back. */
void *writer_socket(struct writer *w);
/* Hands over a batch; only while none is out. */
void writer_send(struct writer *w, struct batch *b);
/* The batch that came back with `written` and `err` set, or NULL. */
struct batch *writer_receive(struct writer *w);

#endif
