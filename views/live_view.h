/* SPDX-License-Identifier: MIT */
#ifndef VIEWS_LIVE_VIEW_H
#define VIEWS_LIVE_VIEW_H

#include "views/verdict.h"
#include "views/world.h"

/* The live mesh that a recording was opened from, which goes on meanwhile. */
struct live_view {
	const struct verdict *verdict; /* what is wrong there now */
	int64_t now;                   /* the hub's clock */
	enum link_state state;
	bool loading; /* nothing is known of it yet */
};

#endif
