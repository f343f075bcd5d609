/* SPDX-License-Identifier: MIT */
/*
 * The bytes of an image: integers as LEB128 (signed ones zigzag), texts with
 * their length. A reader that meets what cannot be is `bad` from then on and
 * gives zeros.
 */
#ifndef MESH_IMAGE_IO_H
#define MESH_IMAGE_IO_H

#include "base/buf.h"
#include "mesh/field.h"
#include "mesh/image.h"
#include "mesh/words.h"

struct image_out {
	struct buf buf;
	image_sink *sink; /* NULL: all stays in `buf` */
	void *user;
	const struct image_packing *packing;
	bool stopped;
};

void out_number(struct image_out *o, uint64_t n);
void out_bytes(struct image_out *o, const void *bytes, size_t n);
/* With its length; absent is told from empty. */
void out_string(struct image_out *o, struct str s);
/* The members of `item` that the table names. */
void out_fields(struct image_out *o, const struct field_table *t, const void *item);
bool out_flush(struct image_out *o);

#define IMAGE_CHUNK ((size_t)256 << 10)

struct image_in {
	image_source *source; /* NULL: all is in `chunk` */
	void *user;
	bool own;            /* what it says of itself need not be found again */
	struct words *words; /* where shared texts go */
	unsigned char *chunk;
	size_t at, n; /* chunk[at..n) is still to be read */
	bool bad;
};

uint64_t in_number(struct image_in *in);
/* A number that must be below `limit`. */
uint64_t in_below(struct image_in *in, uint64_t limit);
void in_bytes(struct image_in *in, void *to, size_t n);
/* The caller frees; NULL for absent. At most `most` bytes. */
char *in_string(struct image_in *in, size_t most, size_t *length);
/* Into a zeroed item. Its texts are the caller's to free, slices by free_slices(). */
void in_fields(struct image_in *in, const struct field_table *t, void *item);
void free_slices(const struct field_table *t, void *item);

#endif
