/* SPDX-License-Identifier: MIT */
/*
 * Who comes in: CURVE on the hub's sockets and the ZAP handler behind it (RFC 26, 27).
 * It fails closed: the handler is bound before any socket is, libzmq is told to ask it
 * (enforced domains), and a message on a guarded socket that bears no identity is not
 * accepted.
 *
 * A key has a place here for as long as the hub runs, also when it is revoked; its
 * number is what libzmq keeps with each connection as User-Id. Revoking a key ends the
 * connections that are known to be its; one that has said nothing yet gets nothing and
 * is met at its first message.
 */
#ifndef BUS_GATE_H
#define BUS_GATE_H

#include <stdbool.h>
#include <stdint.h>

#include "bus/keyring.h"

#define GATE_NOBODY UINT32_MAX      /* a guarded socket, and no identity */
#define GATE_LOCAL (UINT32_MAX - 1) /* the socket asks for no keys */

struct gate;

/*
 * Reads the hub's key and the list in `folder`. NULL with the reason where they are not
 * there or not to be trusted. Before any socket of the context is made.
 */
struct gate *gate_open(void *zmq_context, const char *folder, struct err *e);
void gate_close(struct gate *g); /* after the sockets */

/* Makes a socket ask for keys: before it is bound or connected. */
void gate_guard(const struct gate *g, void *socket);

/* To be polled for reading: somebody comes in. */
void *gate_socket(const struct gate *g);
/* Answers those who come in, a bounded number at a time. */
void gate_turn(struct gate *g);

/*
 * Looks whether the list has changed, and takes it. False, with the reason, where it
 * cannot be read: the one in force stays. *changed tells whether another one is in force.
 * Keys whose time is up end too.
 */
bool gate_look(struct gate *g, bool *changed, struct err *e);

/* Identity of a frame of a guarded socket, and the connection that it came by. */
struct caller {
	uint32_t who; /* GATE_NOBODY: none */
	int fd;
};
/* `msg` is a zmq_msg_t; of ROUTER a frame behind the first one (libzmq 4.3.4 loses it
 * there). */
struct caller gate_caller(void *msg);
/*
 * Whose it is: NULL where the key is none, is revoked or has ended; then the connection
 * is ended too. Keeps the connection in mind for that.
 */
const struct key *gate_admit(struct gate *g, struct caller c);
/* The key at a place, revoked or not; NULL: no such place. */
const struct key *gate_key(const struct gate *g, uint32_t who);

bool gate_is_live(const struct gate *g, uint32_t who);
uint64_t gate_admitted(const struct gate *g); /* handshakes, since it was opened */

/* What was refused at the handshake since the last call, and the last of it. */
struct gate_refused {
	uint64_t count;
	char why[24]; /* unknown_key revoked ended hub_key mechanism */
	char key[KEY_TEXT];
	char name[KEY_NAME]; /* of a key that was revoked, or "" */
	char address[64];
};
bool gate_take_refused(struct gate *g, struct gate_refused *out);

size_t gate_keys(const struct gate *g); /* that are in force */

#endif
