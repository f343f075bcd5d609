/* SPDX-License-Identifier: MIT */
#include "mesh/state.h"

#define BIT(s) (1u << STATE_##s)
#define UNREVIEWED (BIT(HELD) | BIT(ESCALATED))
#define IN_WORK (BIT(OFFERED) | BIT(ACCEPTED) | BIT(APPROVED) | BIT(PROCEEDED))
#define ALL ((1u << STATES) - 2)
#define DEAD_ENDS (BIT(DEAD) | BIT(STOPPED) | BIT(REFUSED) | BIT(FAILED))

static const char *const names[STATES] = {
	[STATE_NONE] = "",
	[STATE_OFFERED] = "offered",
	[STATE_HELD] = "held",
	[STATE_ACCEPTED] = "accepted",
	[STATE_PROGRESSED] = "progressed",
	[STATE_COMPLETED] = "completed",
	[STATE_REFUSED] = "refused",
	[STATE_FAILED] = "failed",
	[STATE_DEAD] = "dead",
	[STATE_ESCALATED] = "escalated",
	[STATE_STOPPED] = "stopped",
	[STATE_PROCEEDED] = "proceeded",
	[STATE_REQUEUED] = "requeued",
	[STATE_APPROVED] = "approved",
	[STATE_REJECTED] = "rejected",
	[STATE_DISCARDED] = "discarded",
};

struct transition {
	unsigned moves; /* states in which it leads to `to` */
	unsigned stays; /* states in which it is applied and nothing moves */
	enum handoff_state to;
};

static const struct transition transitions[EVENT_TYPES] = {
	[EV_ACCEPTED] = { BIT(OFFERED) | BIT(APPROVED) | BIT(PROCEEDED), UNREVIEWED,
		STATE_ACCEPTED },
	[EV_PROGRESSED] = { IN_WORK | BIT(PROGRESSED) | UNREVIEWED, 0, STATE_PROGRESSED },
	[EV_COMPLETED] = { IN_WORK | BIT(PROGRESSED) | UNREVIEWED, 0, STATE_COMPLETED },
	[EV_REFUSED] = { IN_WORK | UNREVIEWED, 0, STATE_REFUSED },
	[EV_FAILED] = { IN_WORK | UNREVIEWED | BIT(PROGRESSED), 0, STATE_FAILED },
	[EV_DEAD_LETTERED] = { ALL & ~(BIT(COMPLETED) | BIT(DISCARDED) | BIT(DEAD)), 0,
		STATE_DEAD },
	[EV_HELD] = { BIT(OFFERED) | BIT(ACCEPTED) | BIT(PROGRESSED) | BIT(APPROVED) |
			BIT(REJECTED) | BIT(REQUEUED),
		0, STATE_HELD },
	[EV_APPROVED] = { UNREVIEWED, 0, STATE_APPROVED },
	[EV_ENDORSED] = { 0, UNREVIEWED, STATE_HELD },
	[EV_REJECTED] = { UNREVIEWED, 0, STATE_REJECTED },
	[EV_ESCALATED] = { ALL & ~(BIT(COMPLETED) | BIT(DISCARDED) | BIT(REJECTED)), 0,
		STATE_ESCALATED },
	[EV_DECISION_HELD] = { BIT(OFFERED), UNREVIEWED, STATE_HELD },
	[EV_REQUEUED] = { DEAD_ENDS | BIT(DISCARDED), 0, STATE_REQUEUED },
	[EV_DISCARDED] = { DEAD_ENDS, 0, STATE_DISCARDED },
};

const char *state_name(enum handoff_state s)
{
	return names[s];
}

enum handoff_state state_after(enum handoff_state s, enum event_type type)
{
	const struct transition *t = &transitions[type];

	if (t->moves & 1u << s)
		return t->to;
	return t->stays & 1u << s ? s : STATE_NONE;
}

bool state_may_hold(enum handoff_state s, enum hold_cause cause)
{
	unsigned after_decision = BIT(APPROVED) | BIT(REJECTED) | BIT(REQUEUED);

	if (cause != HOLD_DECISION_REFUSED && after_decision & 1u << s)
		return false;
	return state_after(s, EV_HELD) != STATE_NONE;
}

bool state_may_fall_back(enum handoff_state s)
{
	return 1u << s &
		(BIT(OFFERED) | BIT(ACCEPTED) | UNREVIEWED | BIT(REFUSED) | BIT(FAILED));
}

bool hold_wants_person(enum hold_cause cause)
{
	return cause == HOLD_FAULT || cause == HOLD_UNKNOWN_CONTRACT ||
		cause == HOLD_OPERATOR;
}

enum fallback_action action_when_held(enum hold_cause cause, enum fallback_action a)
{
	return a == FALLBACK_PROCEED && hold_wants_person(cause) ? FALLBACK_ESCALATE : a;
}

enum handoff_state state_of_fallback(enum fallback_action a)
{
	static const enum handoff_state to[FALLBACK_ACTIONS] = {
		[FALLBACK_ESCALATE] = STATE_ESCALATED,
		[FALLBACK_DEAD_LETTER] = STATE_DEAD,
		[FALLBACK_QUEUE] = STATE_HELD,
		[FALLBACK_REQUEUE] = STATE_REQUEUED,
		[FALLBACK_STOP] = STATE_STOPPED,
		[FALLBACK_PROCEED] = STATE_PROCEEDED,
	};

	return to[a];
}
