/* SPDX-License-Identifier: MIT */
/* The states of a handoff and what leads where: docs/PROTOCOL.md, "States of a handoff".
 */
#ifndef MESH_STATE_H
#define MESH_STATE_H

#include <stdbool.h>

#include "mesh/event.h"

enum handoff_state {
	STATE_NONE, /* not offered yet */
	STATE_OFFERED,
	STATE_HELD,
	STATE_ACCEPTED,
	STATE_PROGRESSED,
	STATE_COMPLETED,
	STATE_REFUSED,
	STATE_FAILED,
	STATE_DEAD,
	STATE_ESCALATED,
	STATE_STOPPED,
	STATE_PROCEEDED,
	STATE_REQUEUED,
	STATE_APPROVED,
	STATE_REJECTED,
	STATE_DISCARDED,
	STATES
};

const char *state_name(enum handoff_state s); /* as in docs/PROTOCOL.md */

/*
 * The state that `type` leads to from `s`, or STATE_NONE where it is not
 * allowed there. Offers and fallbacks are not in this table: an offer leads
 * to `offered` by its attempt, a fallback to state_of_fallback().
 */
enum handoff_state state_after(enum handoff_state s, enum event_type type);
/* Whether a held event with cause decision_refused, or any other, may come. */
bool state_may_hold(enum handoff_state s, enum hold_cause cause);
bool state_may_fall_back(enum handoff_state s);
/* Held for what is not as promised, or under a contract that nobody knows. */
bool hold_wants_person(enum hold_cause cause);
/*
 * What fires for one that is held for this: it does not go on because nobody looked.
 */
enum fallback_action action_when_held(enum hold_cause cause, enum fallback_action a);
enum handoff_state state_of_fallback(enum fallback_action a);

#endif
