/* SPDX-License-Identifier: MIT */
#include "mesh/event.h"

#include <stddef.h>

#include "base/mem.h"

#define HANDOFF .handoff = true
#define DECISION .handoff = true, .decision = true, .speaker = SPEAKER_HUB
#define HUB .speaker = SPEAKER_HUB

const struct event_kind event_kinds[EVENT_TYPES] = {
	[EV_UNKNOWN] = { "", "unknown", .speaker = SPEAKER_ANY },
	[EV_OFFERED] = { "seam.handoff.offered", "offered", SPEAKER_FROM, HANDOFF },
	[EV_ACCEPTED] = { "seam.handoff.accepted", "accepted", SPEAKER_TO, HANDOFF },
	[EV_PROGRESSED] = { "seam.handoff.progressed", "progressed", SPEAKER_TO,
		HANDOFF },
	[EV_COMPLETED] = { "seam.handoff.completed", "completed", SPEAKER_TO, HANDOFF },
	[EV_REFUSED] = { "seam.handoff.refused", "refused", SPEAKER_TO, HANDOFF },
	[EV_FAILED] = { "seam.handoff.failed", "failed", SPEAKER_TO, HANDOFF },
	[EV_DEAD_LETTERED] = { "seam.handoff.dead_lettered", "dead",
		SPEAKER_HUB_OR_EITHER, HANDOFF },
	[EV_FLAGGED] = { "seam.handoff.flagged", "flagged", SPEAKER_HUB, HANDOFF },
	[EV_HELD] = { "seam.handoff.held", "held", SPEAKER_HUB, HANDOFF },
	[EV_FALLBACK] = { "seam.handoff.fallback", "fallback", SPEAKER_HUB_OR_EITHER,
		HANDOFF },
	[EV_HELLO] = { "seam.agent.hello", "hello", SPEAKER_SELF },
	[EV_HEARTBEAT] = { "seam.agent.heartbeat", "beat", SPEAKER_SELF },
	[EV_BYE] = { "seam.agent.bye", "bye", SPEAKER_SELF },
	[EV_APPROVED] = { "seam.decision.approved", "approved", DECISION, .final = true },
	[EV_ENDORSED] = { "seam.decision.endorsed", "endorsed", DECISION },
	[EV_REJECTED] = { "seam.decision.rejected", "rejected", DECISION, .final = true },
	[EV_ESCALATED] = { "seam.decision.escalated", "escalated", DECISION },
	[EV_DECISION_HELD] = { "seam.decision.held", "clock held", DECISION },
	[EV_REQUEUED] = { "seam.decision.requeued", "put back", DECISION, .final = true },
	[EV_DISCARDED] = { "seam.decision.discarded", "discarded", DECISION,
		.final = true },
	[EV_DENIED] = { "seam.decision.denied", "denied", HUB, HANDOFF },
	[EV_APPLIED] = { "seam.delivery.applied", "applied", HUB, HANDOFF },
	[EV_DELIVERY_REFUSED] = { "seam.delivery.refused", "not done", HUB, HANDOFF },
	[EV_CLAIMED] = { "seam.review.claimed", "claimed", HUB, HANDOFF },
	[EV_RELEASED] = { "seam.review.released", "released", HUB, HANDOFF },
	[EV_NOTED] = { "seam.review.noted", "noted", HUB },
	[EV_CONTRACT_LOADED] = { "seam.contract.loaded", "contract", HUB },
	[EV_CONTRACT_REFUSED] = { "seam.contract.refused", "refused", HUB },
	[EV_GAP] = { "seam.gap", "gap", HUB },
	[EV_DUPLICATE] = { "seam.duplicate", "duplicate", HUB },
	[EV_QUARANTINED] = { "seam.quarantined", "quarantine", HUB },
	[EV_ACCESS_DENIED] = { "seam.access.denied", "no access", HUB },
	[EV_CLOCK_JUMPED] = { "seam.clock.jumped", "clock", HUB },
	[EV_HOOK_SET] = { "seam.hook.set", "hook set", HUB },
	[EV_HOOK_DONE] = { "seam.hook.done", "hook done", HUB, HANDOFF },
	[EV_HOOK_FAILED] = { "seam.hook.failed", "hook failed", HUB, HANDOFF },
	[EV_HOOK_SKIPPED] = { "seam.hook.skipped", "hook muted", HUB, HANDOFF },
	[EV_MUTE_SET] = { "seam.mute.set", "muted", HUB },
	[EV_MUTE_ENDED] = { "seam.mute.ended", "unmuted", HUB },
	[EV_BASELINE] = { "seam.baseline", "baseline", HUB },
};

enum event_type event_type_named(struct str type)
{
	struct str rest = str_skip(type, str_starts(type, "seam.") ? 5 : 0);

	if (rest.n == type.n || rest.n == 0)
		return EV_UNKNOWN;
	for (int t = EV_UNKNOWN + 1; t < EVENT_TYPES; t++) {
		const char *name = event_kinds[t].type + 5;

		if (name[0] == rest.p[0] && str_is(rest, name))
			return (enum event_type)t;
	}
	return EV_UNKNOWN;
}

bool event_is_hubs_own(const struct event *e)
{
	uint64_t left = e->numbered != 0 ? e->numbered : e->hubsequence;
	size_t i = e->id.n;

	if (!e->from_hub || !str_starts(e->id, "h-"))
		return false;
	do {
		if (i == 2 || e->id.p[--i] != (char)('0' + left % 10))
			return false;
		left /= 10;
	} while (left > 0);
	return i == 2;
}

/* The slices a copy keeps: what the fold reads of an event that waits. */
static const size_t kept[] = {
	offsetof(struct event, type_name),
	offsetof(struct event, source),
	offsetof(struct event, id),
	offsetof(struct event, subject),
	offsetof(struct event, run),
	offsetof(struct event, agent),
	offsetof(struct event, handoff),
	offsetof(struct event, reason),
	offsetof(struct event, detail),
	offsetof(struct event, note),
	offsetof(struct event, target),
	offsetof(struct event, action_name),
	offsetof(struct event, cause),
};

#define KEPT (sizeof(kept) / sizeof(*kept))

static struct str *slice_of(struct event *e, size_t i)
{
	return (struct str *)(void *)((char *)e + kept[i]);
}

struct event *event_copy(const struct event *e)
{
	struct event all = *e, *copy;
	size_t size = sizeof(*copy);
	char *to;

	for (size_t i = 0; i < KEPT; i++)
		size += slice_of(&all, i)->n;
	copy = xmalloc(size);
	*copy = (struct event){ 0 };
	to = (char *)(copy + 1);
	for (size_t i = 0; i < KEPT; i++) {
		struct str *s = slice_of(&all, i);

		if (s->n > 0)
			memcpy(to, s->p, s->n);
		s->p = s->p != NULL ? to : NULL;
		to += s->n;
	}
	all.raw = all.data_raw = all.artifact_raw = (struct str){ 0 };
	all.dataschema = all.from = all.to = (struct str){ 0 };
	all.agent_named = all.decision = all.operator_name = (struct str){ 0 };
	all.code = all.version = all.model = (struct str){ 0 };
	all.hook = all.what = all.name = (struct str){ 0 };
	all.doc = NULL;
	all.data = all.artifact = JSON_NONE;
	*copy = all;
	return copy;
}
