/* SPDX-License-Identifier: MIT */
/*
 * One request at a time to a hub's control address, for programs that may
 * wait: the sub-commands. The console's loop uses bus/link.h.
 */
#ifndef BUS_CLIENT_H
#define BUS_CLIENT_H

#include "base/buf.h"
#include "base/err.h"
#include "bus/keyfile.h"

struct client;

/*
 * NULL where `url` is no address. Connects behind the caller's back. `key`, which is
 * copied, is who asks; NULL, or without a pair: the hub asks for no keys.
 */
struct client *client_open(const char *url, const struct keyfile *key, struct err *e);
void client_close(struct client *c);
/*
 * Whether somebody answers at the address, within `ms`; a refused connection
 * is known at once.
 */
bool client_reaches(struct client *c, int ms);
/* Whether somebody took the connection, after client_reaches() has said no. */
bool client_was_accepted(const struct client *c);
/* Why the handshake failed, NULL if it did not. */
const char *client_refused(const struct client *c);
/*
 * Sends `members` (of a JSON object, without braces and rid) and waits for its
 * reply, at most `ms`. The reply is put into *reply (reset first). False: no
 * hub answered. The request is sent again each second: every op may be.
 */
bool client_call(
	struct client *c, struct str members, struct buf *reply, int ms, struct err *e);
/*
 * Listens for the hub's next beat at `feed`, as the hub says that address, for at most
 * `ms`. False: none came. `asks`: that lane asks for keys too.
 */
bool client_beat(struct client *c, const char *feed, bool asks, struct buf *beat, int ms,
	struct err *e);

/* "tcp://0.0.0.0:5572" is reached where control is: its host takes the place. */
void endpoint_reach(const char *control, const char *said, char *out, size_t room);

#endif
