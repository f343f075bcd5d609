/* SPDX-License-Identifier: MIT */
/*
 * Events as bytes: docs/PROTOCOL.md ("Events") is told to users in docs/PROTOCOL.md.
 * Reading checks every rule of that section; splicing gives the bytes that
 * are journaled: what came, byte for byte, with the hub's two attributes.
 */
#ifndef BUS_CODEC_H
#define BUS_CODEC_H

#include "mesh/event.h"

#define EVENT_BYTES ((size_t)1 << 20) /* an event as sent */
#define EVENT_DEPTH 64
#define EVENT_ID_BYTES 1024 /* the hub repeats it when it tells of a duplicate */
/* An offer's attempt; what the hub asks for next may be one more. */
#define MOST_ATTEMPT 1000000000
/* What the hub adds to an event, at most; a journaled one may be this much longer. */
#define SPLICE_BYTES 256

enum codec_origin {
	FROM_PEER,     /* recordedtime and hubsequence, if any, do not count */
	FROM_RECORDING /* a journal, a feed or a file: they do */
};

/*
 * Reads one event. On failure `reason` (may be NULL) is a word for
 * seam.quarantined: "too_large", "not_json", "attributes" or "data", and `e`
 * says what and where. `out` points into `bytes` and `doc`.
 *
 * Line breaks between the tokens of `bytes` must have become spaces
 * (event_one_line()), since what is journaled is one line; `original` is the
 * text before that, from which the digest is taken. It may be the same.
 */
bool event_read(struct json *doc, struct str bytes, struct str original,
	enum codec_origin origin, struct event *out, const char **reason, struct err *e);

/* Whether valid JSON `bytes` holds line breaks (they can only be white space). */
bool event_has_breaks(struct str bytes);
/* Overwrites every LF and CR between tokens with a space. */
void event_one_line(char *bytes, size_t n);

/*
 * Adds the journaled form of a peer's event to `out`: e->raw without
 * `recordedtime`, `hubsequence` and `artifactdigest`, then these members as
 * the hub says them (the last only when the line differs from what came).
 */
void event_splice(struct buf *out, const struct event *e, int64_t recorded,
	uint64_t hubsequence, bool with_digest);

/* 20 digits with leading zeros, as hubsequence and sequence stand in events. */
void sequence_text(uint64_t n, char out[21]);
/* A string of 1..20 digits, or a JSON integer; false for others and for more than 64
 * bits. */
bool sequence_read(struct json *j, uint32_t node, uint64_t *out);

#endif
