/* SPDX-License-Identifier: MIT */
/*
 * Recordings: JSON lines, plain or zstd-compressed, each line an event as
 * journaled (docs/PROTOCOL.md, "Recordings"). The whole file is kept in memory, so that
 * a replay can go back and forth.
 */
#ifndef BUS_RECORDING_H
#define BUS_RECORDING_H

#include "mesh/mesh.h"

struct recording_line {
	size_t at;         /* offset in text */
	uint32_t size;     /* bytes, without the line end */
	uint32_t number;   /* in the file, from 1 */
	uint64_t sequence; /* hubsequence, or that of the line before it */
	bool numbered;     /* it bears a hubsequence of its own */
};

struct recording {
	char *text;
	size_t size;
	struct recording_line *line; /* in the order in which they are folded */
	size_t lines;
	bool sorted;    /* the file was not in hub order */
	bool cut;       /* it ends in the middle: of the compression, or of a line */
	size_t doubled; /* lines left out: the same journal entry, to the byte, again */
};

/* NULL with the reason: cannot be read, or not zstd though named so. */
struct recording *recording_open(const char *path, struct err *e);
void recording_close(struct recording *r);

static inline struct str recording_text(const struct recording *r, size_t i)
{
	return (struct str){ r->text + r->line[i].at, r->line[i].size };
}

/*
 * Reads line `i` as an event (`doc` and the recording must outlive it). False
 * with "line N: ..." where it is none.
 */
bool recording_event(const struct recording *r, size_t i, struct json *doc,
	struct event *out, struct err *e);

/* False, and why, where no line of it is an event: `path` is some other file, or empty.
 */
bool recording_has_event(const struct recording *r, const char *path, struct err *e);

/*
 * Writes lines, compressed if the name ends in .zst; "-" or NULL is standard output. A
 * file appears under its name when it is finished; until then what was there stays. One
 * that is no recording is not written over.
 */
struct recording_writer;
struct recording_writer *recording_create(const char *path, struct err *e);
bool recording_write(struct recording_writer *w, struct str line, struct err *e);
/* False if not all of it was written. */
bool recording_finish(struct recording_writer *w, struct err *e);
/* Instead of finishing: what was written into a file is removed. */
void recording_drop(struct recording_writer *w);

#endif
