/* SPDX-License-Identifier: MIT */
/*
 * A hub's snapshot taken over by a console: asked for in parts, put together, and
 * turned into a mesh on a thread of its own, so that the console goes on drawing.
 * docs/PROTOCOL.md, "A console". The requests go over the mirror's socket.
 */
#ifndef BUS_TAKEOVER_H
#define BUS_TAKEOVER_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/json.h"
#include "mesh/mesh.h"

struct takeover;

struct takeover *takeover_new(void);
/* Waits for the thread, if it has one. */
void takeover_free(struct takeover *t);

/* The mesh in a reply to the op `snapshot` with `first`; NULL if there is none. */
struct mesh *takeover_first(struct json *reply);
/* Members of the request for the next part. */
void takeover_ask(const struct takeover *t, struct buf *members);

enum takeover_state {
	TAKEOVER_GOES_ON, /* ask for the next part */
	TAKEOVER_NONE,    /* the hub has none, or one that is of no use here */
	TAKEOVER_LOADING  /* all parts are here; look at takeover_mesh() now and then */
};
/* Takes a reply in. */
enum takeover_state takeover_take(struct takeover *t, struct json *reply);

/* Nothing more is to be asked for. */
bool takeover_loads(const struct takeover *t);
/* True when the thread is done: *mesh is the caller's, NULL if it could not be read. */
bool takeover_mesh(struct takeover *t, struct mesh **mesh);
/* The hubsequence that the parts that are here would stand for. */
uint64_t takeover_progress(const struct takeover *t);

#endif
