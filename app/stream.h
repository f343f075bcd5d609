/* SPDX-License-Identifier: MIT */
/* The events of a hub's journal, page by page, for the commands that read them. */
#ifndef APP_STREAM_H
#define APP_STREAM_H

#include "app/shell_client.h"
#include "bus/recording.h"

struct stream {
	const struct args *a;
	struct client *c;
	uint64_t after, last;
	size_t left; /* events still to print; SIZE_MAX: all there are */
	bool more;
	/* what is done with one event; false stops */
	bool (*take)(struct stream *s, uint64_t sequence, struct str event);
	struct recording_writer *w;
	struct err err;
	struct json event;
	const struct query *query; /* only what it takes is printed; NULL: all */
	/* the newest that it takes, while older ones are read; `newest` is 0: none are
	 * kept */
	struct buf *kept;
	size_t newest, keeps;
};

/* --after; false if it is none. */
bool stream_read_after(const struct args *a, uint64_t *after);
/* One page of the hub's journal. */
enum status stream_fetch(struct stream *s, struct buf *reply);

#endif
