/* SPDX-License-Identifier: MIT */
/*
 * A mesh as a run of bytes and back: what a hub stores beside its journal so
 * that it need not fold ten million events to start, and what a console takes
 * over before it follows the feed. An image is only good for the build that
 * wrote it (it names its layout); who cannot read it folds the events.
 *
 * An image holds everything that mesh_apply() rests on: folding what is newer
 * over it gives the same mesh as folding all.
 */
#ifndef MESH_IMAGE_H
#define MESH_IMAGE_H

#include "base/buf.h"
#include "base/err.h"
#include "mesh/mesh.h"

/* Takes the next bytes; false stops. */
typedef bool image_sink(void *user, struct str bytes);
/* Gives at most `room` bytes; 0: there are no more. */
typedef size_t image_source(void *user, void *to, size_t room);

/*
 * How the pages in an image are packed: the business of who may know a library that
 * can. There is one of each for the life of the process.
 */
struct image_packing {
	uint32_t number; /* above 0; an image that names another one is refused */
	void (*pack)(struct buf *to, struct str bytes);
	/* Gives exactly `size` bytes, or false. */
	bool (*unpack)(struct str packed, void *to, size_t size);
};

/* False if the sink stopped it. */
bool mesh_save_packed(const struct mesh *m, const struct image_packing *packing,
	image_sink *sink, void *user);
/* The same without packing. */
bool mesh_save(const struct mesh *m, image_sink *sink, void *user);
/*
 * A small image for a first look: agents, edges, contracts, the sums, and of the
 * handoffs the `most` that are due next and the `most` that died last. What else there
 * is is only counted (struct beyond).
 */
bool mesh_save_first(const struct mesh *m, size_t most, image_sink *sink, void *user);
/*
 * NULL with the reason: another layout, cut short, or not what mesh_save() wrote.
 * Bytes of a stranger may be given; what is in them is checked before it is used.
 */
struct mesh *mesh_load_packed(const struct image_packing *packing, image_source *source,
	void *user, struct err *e);
/* The same without packing. */
struct mesh *mesh_load(image_source *source, void *user, struct err *e);
/*
 * An image that this program wrote and that is whole, which the caller finds out before
 * the mesh is looked at: handoffs, decisions and incidents stay packed, a page at a time,
 * until somebody looks at one. Should such a page turn out to be none after all, the
 * process ends, after `damaged` was called: with `keep`, which free() frees with the
 * mesh.
 */
struct mesh *mesh_load_own(const struct image_packing *packing, image_source *source,
	void *user, void (*damaged)(void *keep), void *keep, struct err *e);
/* Unpacks what is looked at first: of each list so many, of its near end. */
void mesh_look_ahead(const struct mesh *m, size_t most);

#endif
