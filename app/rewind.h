/* SPDX-License-Identifier: MIT */
/*
 * `r`: the newest events of the hub as a recording. They are asked for page by
 * page while the console goes on, and kept in memory: no file is left behind.
 */
#ifndef APP_REWIND_H
#define APP_REWIND_H

#include "bus/mirror.h"

#define REWIND_MOST 20000               /* events */
#define REWIND_BYTES (64 * 1024 * 1024) /* of them */

struct rewind {          /* zeroed: nothing is asked for */
	uint64_t number; /* of the request, 0: none */
	uint64_t after, until, events;
	int64_t at; /* clock_mono() of the last page */
	struct buf text;
	bool ready, failed;
	int fd; /* of the file that has it, 0: none */
};

/* Begins to ask; `said` is what to tell. */
void rewind_begin(struct rewind *r, struct mirror *m, char said[160]);
/* A reply that is perhaps the next page. */
void rewind_take(
	struct rewind *r, struct mirror *m, uint64_t number, const struct buf *reply);
/* Gives up what is not answered. */
void rewind_tick(struct rewind *r, int64_t now);
/* True once all are here: a path that can be read until rewind_end(). */
bool rewind_ready(struct rewind *r, char path[64]);
void rewind_end(struct rewind *r);

#endif
