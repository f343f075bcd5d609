/* SPDX-License-Identifier: MIT */
/*
 * A recording that is played: a mesh at a place of it, and the same world a
 * live hub would give. Going back folds anew from the beginning.
 */
#ifndef APP_REPLAY_H
#define APP_REPLAY_H

#include "base/err.h"
#include "views/shell.h"

struct replay;

/* Reads all of it once, for the overview. NULL with the reason. */
struct replay *replay_open(const char *path, struct err *e);
void replay_close(struct replay *r);
/* What is odd about the file: "x.jsonl is cut short, ..."; "" if nothing is. */
void replay_oddities(const struct replay *r, char out[160]);

/* At its end, under another name than that of the file, which must outlive it. */
void replay_show_end(struct replay *r, const char *name);
/* Lets time pass: `tick` as in the world. True if the mesh moved. */
bool replay_tick(struct replay *r, int64_t tick);
/* Microseconds until the next event is due; -1 when it stands still. */
int64_t replay_patience(const struct replay *r, int64_t tick);
/* What a key asked for; the answer for the message line, "" if there is none. */
void replay_act(
	struct replay *r, enum action a, struct str arg, int64_t tick, char message[160]);
/* Times life, 1/1024 to 1024; false if it is not. */
bool replay_speed(struct replay *r, double speed);
/* Fills what of the world is the recording's. */
void replay_world(struct replay *r, struct world *w);

#endif
