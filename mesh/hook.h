/* SPDX-License-Identifier: MIT */
/*
 * What the hub's hooks owe, and what is muted: docs/PROTOCOL.md, "Hooks" and
 * "Mutes". Both are folded, so that a hub that starts again knows what it has
 * still to tell, and every console what reaches nobody.
 *
 * An escalation or a fallback is owed to a hook from the event that brings it
 * about until one that says it is done, given up or skipped. A handoff of which
 * something is owed is not aged out, so its place is always good.
 */
#ifndef MESH_HOOK_H
#define MESH_HOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct mesh;

enum hook_kind { HOOK_ESCALATE, HOOK_FALLBACK, HOOKS };

/* "escalate", "fallback" */
const char *hook_name(enum hook_kind k);
/* HOOKS if it is none. */
enum hook_kind hook_named(struct str name);

#define OWED_MOST                                                                        \
	100000 /* of a hook: the hub gives up what comes beyond, with an event */
#define OWED_EVER 200000 /* what is kept, whatever a stream says */

struct owed {
	uint64_t cause; /* hubsequence of the event */
	uint64_t since; /* of the one that applied it: later, if it came early */
	uint32_t handoff, attempt;
	bool muted; /* it is to be skipped */
};

struct hook {
	bool on;           /* some hub has it */
	struct owed *owed; /* in the order in which they are told */
	size_t owes, cap;
	size_t first;                 /* private: of `owed`, what is before has gone */
	size_t silenced;              /* of those owed: muted ones */
	uint64_t done, failed, muted; /* deliveries that ended so */
	/* of the first one that is owed, if it has been tried in vain */
	uint64_t tries;
	int64_t failing, again; /* since when, when next; 0 */
	char *why;              /* NULL */
	/* the last one that was given up, until another one is done */
	int64_t gave_up; /* 0 */
	char *gave_up_why;
};

/* The nth that is owed. */
static inline const struct owed *hook_owed(const struct hook *h, size_t n)
{
	return &h->owed[h->first + n];
}

#define MUTES_MOST 64 /* in force at a time */

enum mute_what { MUTE_AGENT, MUTE_EDGE, MUTE_WHATS };

const char *mute_what_name(enum mute_what w);
/* MUTE_WHATS if it is none. */
enum mute_what mute_what_named(struct str name);

struct mute {
	enum mute_what what;
	char *name; /* "planner", "planner>deployer" */
	char *operator_name, *note;
	int64_t until;
	uint64_t changed; /* hubsequence */
};

/* The mute that names this edge or one of its two agents at `now`, or NULL. */
const struct mute *mesh_mute_of(const struct mesh *m, uint32_t edge, int64_t now);
/* The one of just this, in force at `now`, or NULL. */
const struct mute *mesh_find_mute(
	const struct mesh *m, enum mute_what what, struct str name, int64_t now);
/* How many are in force. */
uint32_t mesh_mutes(const struct mesh *m, int64_t now);

#endif
