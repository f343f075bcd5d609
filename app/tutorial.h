/* SPDX-License-Identifier: MIT */
/*
 * The tutorial's mesh: an incident that is told event by event, and a hub that
 * is played: it takes every decision, and the agents do what was decided. No
 * socket, no file.
 */
#ifndef APP_TUTORIAL_H
#define APP_TUTORIAL_H

#include "views/shell.h"

struct tutorial;

struct tutorial *tutorial_new(int64_t tick);
void tutorial_free(struct tutorial *t);
/* Lets time pass; true if something happened. */
bool tutorial_tick(struct tutorial *t, int64_t tick);
/* Fills what of the world is the tutorial's. */
void tutorial_world(struct tutorial *t, int64_t tick, struct world *w);
/* What a hub would do with it; then the answer is ok. */
void tutorial_decide(struct tutorial *t, const struct wish *w, int64_t tick);

#endif
