/* SPDX-License-Identifier: MIT */
/* What people should know of a recording that they asked something of. */
#ifndef APP_ODDITIES_H
#define APP_ODDITIES_H

#include "bus/recording.h"

/* On standard error. `bad`: how many of its lines are no events. */
void say_oddities(const struct recording *r, const char *path, size_t bad);

#endif
