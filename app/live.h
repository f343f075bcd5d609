/* SPDX-License-Identifier: MIT */
/* A live hub as a world for the shell: the counterpart of replay_world(). */
#ifndef APP_LIVE_H
#define APP_LIVE_H

#include "bus/mirror.h"
#include "views/world.h"

/* Fills what of the world is the mirror's; `tick` is clock_mono(). */
void live_world(struct mirror *m, int64_t tick, struct world *w);

#endif
