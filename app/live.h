/* SPDX-License-Identifier: MIT */
/* A live hub as a world for the shell: the counterpart of replay_world(). */
#ifndef APP_LIVE_H
#define APP_LIVE_H

#include "bus/mirror.h"
#include "views/world.h"

/*
 * How the link is: from what the mirror knows, the time of the newest event and the
 * hub's clock, both by that clock, at `now` of clock_mono(). Asks nothing else.
 */
void live_link(const struct mirror_facts *f, int64_t newest, int64_t hub_now, int64_t now,
	struct link_view *l);

/* Fills what of the world is the mirror's; `tick` is clock_mono(). */
void live_world(struct mirror *m, int64_t tick, struct world *w);

#endif
