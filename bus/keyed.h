/* SPDX-License-Identifier: MIT */
/*
 * A client's side of keys: CURVE on its sockets, and what a refusal means. A hub that
 * does not know a key refuses it once and libzmq never tries again; whoever wants to be
 * let in later must connect anew.
 */
#ifndef BUS_KEYED_H
#define BUS_KEYED_H

#include <stdbool.h>
#include <stdint.h>

#include "bus/keyfile.h"

/* Of zmq_socket_monitor(): what keyed_refusal() is to be shown. */
#define KEYED_EVENTS                                                                     \
	(ZMQ_EVENT_HANDSHAKE_FAILED_AUTH | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL |        \
		ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL)

/* Before the socket is connected. NULL, or one without a pair: no keys. */
void keyed_socket(void *socket, const struct keyfile *k);
static inline bool keyed(const struct keyfile *k)
{
	return k != NULL && k->public_key[0] != '\0';
}
/* Why a handshake failed and what to do, a clause; NULL: it is no refusal. */
const char *keyed_refusal(uint16_t event, uint32_t value, const struct keyfile *k);

/*
 * A monitor of a socket that is not connected yet, at an inproc address of its own: for
 * zmq_poll() and keyed_look(). To be closed before the socket, with keyed_unwatch().
 */
void *keyed_watch(void *context, void *socket, const char *address);
void keyed_unwatch(void *socket, void *monitor);
/*
 * What it has to say: the first refusal among it, or NULL. Waits for nothing. For who was
 * in already (`was_in`) a handshake that just ends is a hub that is started again.
 */
const char *keyed_look(void *monitor, const struct keyfile *k, bool was_in);

#endif
