/* SPDX-License-Identifier: MIT */
/*
 * All the places where an artifact breaks its contract, as the hub has told them. The
 * mesh keeps the first and how many there are; the others stand in the event alone.
 */
#ifndef VIEWS_VIOLATIONS_H
#define VIEWS_VIOLATIONS_H

#include "views/format.h"

struct violations {
	uint64_t event;       /* hubsequence of the one that is read; 0: none is here */
	struct digest digest; /* of the artifact that it is about: journals change */
	struct buf bytes;
	struct json json;
	uint32_t list; /* of them; JSON_NONE: the event has none */
};

/* One of them; foreign: clean it. */
struct violation {
	struct str at; /* a JSON Pointer into the artifact */
	struct str message;
};

void violations_fini(struct violations *d);
/* False while the event is not here, though there is one. */
bool violations_load(
	struct violations *d, const struct world *w, const struct handoff *h);
/* How many the event tells. */
size_t violations_count(const struct violations *d);
/* The next behind node `*at`, which begins as JSON_NONE; false: there are no more. */
bool violations_next(struct violations *d, uint32_t *at, struct violation *out);
/* "/due_date: string, not date" */
void violation_say(struct buf *out, const struct violation *b);
/* "/due_date: string, not date; /currency: missing; and 3 more" from an event's data. */
void violations_add(struct buf *out, struct json *j, uint32_t data);
/* "3 violations", "1 violation" */
const char *violations_text(const struct handoff *h, char out[FORMAT_TEXT]);

#endif
