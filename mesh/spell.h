/* SPDX-License-Identifier: MIT */
/*
 * Something that is so, or is not, and may change with every event: when it began and
 * ended, so that a screen can show it steadily. It is of the events' times alone: two
 * consoles, and a recording wherever one comes from, show the same.
 */
#ifndef MESH_SPELL_H
#define MESH_SPELL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"

#define SPELL_BEGINS (2 * SECOND) /* what is over before is not shown at all */
#define SPELL_ENDS (30 * SECOND)  /* what comes again before has not ended */

struct spell {
	int64_t since; /* 0: it has never been so */
	int64_t until; /* 0: it is so */
};

void spell_note(struct spell *s, bool is, int64_t now);
/* It is so for two seconds, and has not been over for thirty. */
bool spell_shown(const struct spell *s, int64_t now);

#endif
