/* SPDX-License-Identifier: MIT */
/*
 * The hub's mesh as a file beside its journal, JOURNAL-mesh, so that a start
 * folds only what came after it. It is made by a copy of the process (fork), so
 * that the hub goes on; it counts only once everything it rests on is on disk;
 * the file is put in its place whole or not at all. A file that cannot be used
 * (another version, another journal, damaged) costs nothing but time.
 */
#ifndef BUS_SNAPSHOT_H
#define BUS_SNAPSHOT_H

#include "base/err.h"
#include "mesh/mesh.h"

struct snapshots;

/* For the journal at `path` with this epoch. What an earlier run left half-written goes.
 */
struct snapshots *snapshots_new(const char *path, const char *epoch);
/*
 * The same for who only loads, and looks at all that is in it: touches nothing, a hub may
 * be at work there.
 */
struct snapshots *snapshots_look(const char *path, const char *epoch);
/* Ends a copy that is under way. */
void snapshots_free(struct snapshots *s);

/*
 * The mesh of the newest snapshot that does not stand beyond `last`, the journal's
 * highest hubsequence; NULL if there is none, with a reason if there is a file.
 */
struct mesh *snapshot_load(struct snapshots *s, uint64_t last, struct err *e);

/* A file's bytes, as snapshot_part() gives them; NULL where they are no use here. */
struct mesh *snapshot_unpack(struct str file, uint64_t at);

/*
 * At most `room` bytes of the file of the snapshot at `at` (0: the newest) from `offset`
 * on; false if there is no such snapshot (any more). *size is the file's.
 */
struct snapshot_part {
	uint64_t at, offset, size;
	size_t n;
};
bool snapshot_part(
	struct snapshots *s, struct snapshot_part *part, char *to, size_t room);

/* Starts a copy; false with the reason if it cannot. Not while one is under way. */
bool snapshot_begin(struct snapshots *s, const struct mesh *m, struct err *e);
bool snapshot_under_way(const struct snapshots *s);
enum snapshot_end {
	SNAPSHOT_NOT_YET,
	SNAPSHOT_DONE, /* in its place */
	SNAPSHOT_FAILED
};
/*
 * Looks after the copy: when it is written and all up to its place is committed, it
 * goes into its place. Call it now and then.
 */
enum snapshot_end snapshot_turn(struct snapshots *s, uint64_t committed, struct err *e);
/* What the copy rests on will never be on disk: it is thrown away. */
void snapshot_abandon(struct snapshots *s);
/* Writes one at once, in this process. */
bool snapshot_write(struct snapshots *s, const struct mesh *m, struct err *e);

/* When the file in place was written, as clock_wall(); 0: none; `s` may be NULL. */
int64_t snapshot_time(const struct snapshots *s);
/* The hubsequence of the snapshot in place, 0: none; `s` may be NULL. */
uint64_t snapshot_at(const struct snapshots *s);

#endif
