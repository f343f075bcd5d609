/* SPDX-License-Identifier: MIT */
/* What both ways of an image share. */
#ifndef MESH_IMAGE_OWN_H
#define MESH_IMAGE_OWN_H

#include "mesh/image_io.h"

#define IMAGE_MAGIC "seam mesh image\n"
#define IMAGE_PLACES (UINT64_C(1) << 31)

/* A number that changes with every table of members, and with what values mean. */
uint64_t image_layout(void);

/* Decisions, handoffs, incidents; packed, until they are looked at. */
void image_save_pages(struct image_out *o, const struct mesh *m);
struct image_places { /* sorted */
	uint32_t *place;
	size_t n;
};
void image_save_some(struct image_out *o, const struct mesh *m,
	const struct image_places *handoffs, const struct image_places *decisions);
/* Of handoffs that have all been looked at, and are in the table of their ids. */
bool image_has_sound_links(const struct mesh *m);
void image_load_pages(struct image_in *in, struct mesh *m);

/* Orders and tables. Unless it is our own image they are read and not taken. */
void image_save_index(struct image_out *o, const struct mesh *m);
void image_save_no_index(struct image_out *o, const struct mesh *m);
void image_load_index(struct image_in *in, struct mesh *m);
void image_save_seen(struct image_out *o, const struct seen *s);
void image_load_seen(struct image_in *in, struct seen *s);
void image_save_dump(struct image_out *o, const struct dump *d);
void image_load_dump(struct image_in *in, struct dump *d);

/* Groups of dead letters and what divides them; at the end how many there are in all. */
void image_save_dead(struct image_out *o, const struct mesh *m);
void image_load_dead(struct image_in *in, struct mesh *m);
void image_save_dead_totals(struct image_out *o, const struct mesh *m);
void image_load_dead_totals(struct image_in *in, struct mesh *m);
/* A total less what is here. */
uint64_t image_beyond(struct image_in *in, uint64_t here);

/* Bad unless it holds; whether all was good so far. */
static inline bool in_need(struct image_in *in, bool holds)
{
	in->bad |= !holds;
	return !in->bad;
}

static inline bool is_none_or_below(uint32_t place, uint32_t count)
{
	return place == NONE || place < count;
}

/* Looks at all that was loaded, and files it anew: nothing is taken on trust. */
void image_check_all(struct image_in *in, struct mesh *m);

/* The events that wait for their offer (mesh/early.c). */
void early_save(const struct mesh *m, struct image_out *o);
void early_load(struct mesh *m, struct image_in *in);

#endif
