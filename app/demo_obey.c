/* SPDX-License-Identifier: MIT */
/*
 * What an agent of the demo mesh does when a human has decided: docs/PROTOCOL.md,
 * "An agent that waits for a human". Approved goes on at its gate; rejected and
 * put back is the sender's; whoever has it to do says when it is done.
 */
#include <stdio.h>

#include "app/demo_player.h"
#include "base/mem.h"

void player_add_chore(struct player *p, const struct chore *c)
{
	size_t i = p->chores;

	xgrow(&p->chore, &p->chore_cap, p->chores + 1, sizeof(*p->chore));
	for (; i > 0 && p->chore[i - 1].step.at > c->step.at; i--)
		p->chore[i] = p->chore[i - 1];
	p->chore[i] = *c;
	p->chores++;
}

struct hearing { /* of a decision on a handoff of ours */
	struct player *p;
	const struct agent_decision *d;
	uint32_t place;
	bool again;    /* the one that follows a rejected one */
	bool from, to; /* which we are */
};

static void plan_chore(const struct hearing *y, int64_t in, enum plan_verb verb,
	uint32_t attempt, unsigned flags)
{
	struct chore c = { .step = { .at = player_now(y->p) + in * MS,
				   .who = (uint8_t)y->p->who,
				   .verb = (uint8_t)verb,
				   .handoff = y->place,
				   .attempt = (uint8_t)attempt,
				   .needs = verb == SAY_ACCEPTED ? NEEDS_OFFER
								 : NEEDS_NOTHING,
				   .flags = (uint8_t)(flags | STEP_HUMAN) } };

	if (y->again)
		c.step.flags |= STEP_AGAIN;
	snprintf(c.decision, sizeof(c.decision), "%.*s", STR_ARG(y->d->id));
	player_add_chore(y->p, &c);
}

/* It is taken, and done. */
static void plan_work(
	const struct hearing *y, int64_t in, uint32_t attempt, unsigned flags)
{
	plan_chore(y, in, SAY_ACCEPTED, attempt, flags);
	plan_chore(y, in + 900, SAY_PROGRESSED, attempt, flags);
	plan_chore(y, in + 3000, SAY_COMPLETED, attempt, flags);
}

static bool is_gate(const struct hearing *y)
{
	bool from = demo_routes[y->p->plan.handoff[y->place].route].gate_from;

	return from ? y->from : y->to;
}

static void decide(const struct hearing *y)
{
	struct plan_handoff *h = &y->p->plan.handoff[y->place];

	if (!y->again)
		h->decided = y->d->attempt;
}

static void hear_approved(const struct hearing *y)
{
	decide(y);
	if (y->to)
		plan_work(y, is_gate(y) ? 0 : 400, y->d->attempt, 0);
	if (is_gate(y))
		plan_chore(y, 0, DO_DELIVER, y->d->attempt, 0);
}

/* Two of three are offered anew, and better. */
static void hear_rejected(const struct hearing *y)
{
	bool better = !y->again && y->p->plan.handoff[y->place].seed % 3 != 0;

	decide(y);
	if (y->from)
		plan_chore(y, 200, DO_DELIVER, y->d->attempt, 0);
	if (better && y->from)
		plan_chore(y, 1500, SAY_OFFERED, 1, STEP_AGAIN | STEP_FIXED);
	if (better && y->to)
		plan_work(y, 2200, 1, STEP_AGAIN);
}

static void hear_requeued(const struct hearing *y)
{
	uint32_t next = y->d->next_attempt;

	decide(y);
	if (y->from) {
		plan_chore(y, 300, SAY_OFFERED, next, STEP_FIXED);
		plan_chore(y, 300, DO_DELIVER, next, 0);
	}
	if (y->to)
		plan_work(y, 900, next, 0);
}

static void hear_discarded(const struct hearing *y)
{
	decide(y);
}

/* The plan has what follows; here it is only answered. */
static void hear_fallback(const struct hearing *y)
{
	bool doer = (str_is(y->d->action, "proceed") && is_gate(y)) ||
		(str_is(y->d->action, "requeue") && y->from);

	if (doer)
		plan_chore(y, 4500, DO_DELIVER, y->d->attempt, 0);
}

static void hear(void *user, const struct agent_decision *d)
{
	static const struct {
		const char *type;
		void (*hear)(const struct hearing *y);
	} kinds[] = {
		{ "seam.decision.approved", hear_approved },
		{ "seam.decision.rejected", hear_rejected },
		{ "seam.decision.requeued", hear_requeued },
		{ "seam.decision.discarded", hear_discarded },
		{ "seam.handoff.fallback", hear_fallback },
	};
	struct hearing y = { .p = user, .d = d };
	const struct demo_route *route;

	y.place = plan_find(&y.p->plan, d->handoff, &y.again);
	if (y.place == PLAN_NONE)
		return;
	route = &demo_routes[y.p->plan.handoff[y.place].route];
	y.from = route->from == y.p->who;
	y.to = route->to == y.p->who;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (str_is(d->type, kinds[i].type))
			kinds[i].hear(&y);
	}
}

void player_obey(struct player *p)
{
	agent_decisions(p->link, &p->after, hear, p, NULL);
}
