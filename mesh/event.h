/* SPDX-License-Identifier: MIT */
/*
 * One event, decoded: docs/PROTOCOL.md, "Events". Made by bus/codec from bytes; its
 * slices point into those bytes (or into the view's scratch) and live as long
 * as they do. event_copy() makes one that stands alone.
 */
#ifndef MESH_EVENT_H
#define MESH_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/digest.h"
#include "base/json.h"
#include "base/str.h"
#include "contract/fallback.h"
#include "contract/judge.h"

enum event_type {
	EV_UNKNOWN, /* valid, of a type that we do not know */
	EV_OFFERED,
	EV_ACCEPTED,
	EV_PROGRESSED,
	EV_COMPLETED,
	EV_REFUSED,
	EV_FAILED,
	EV_DEAD_LETTERED,
	EV_FLAGGED,
	EV_HELD,
	EV_FALLBACK,
	EV_HELLO,
	EV_HEARTBEAT,
	EV_BYE,
	EV_APPROVED,
	EV_ENDORSED, /* approved by the first of two */
	EV_REJECTED,
	EV_ESCALATED,
	EV_DECISION_HELD,
	EV_REQUEUED,
	EV_DISCARDED,
	EV_DENIED,
	EV_APPLIED,
	EV_DELIVERY_REFUSED,
	EV_CLAIMED,
	EV_RELEASED,
	EV_NOTED,
	EV_CONTRACT_LOADED,
	EV_CONTRACT_REFUSED,
	EV_GAP,
	EV_DUPLICATE,
	EV_QUARANTINED,
	EV_ACCESS_DENIED,
	EV_CLOCK_JUMPED,
	EV_HOOK_SET,
	EV_HOOK_DONE,
	EV_HOOK_FAILED,
	EV_HOOK_SKIPPED,
	EV_MUTE_SET,
	EV_MUTE_ENDED,
	EV_BASELINE,
	EVENT_TYPES
};

/* docs/PROTOCOL.md, "Who may say what" */
enum event_speaker {
	SPEAKER_FROM,
	SPEAKER_TO,
	SPEAKER_EITHER, /* from or to */
	SPEAKER_SELF,   /* the agent named in `agent` */
	SPEAKER_HUB,
	SPEAKER_HUB_OR_EITHER,
	SPEAKER_ANY
};

struct event_kind {
	const char *type; /* "seam.handoff.offered" */
	const char *word; /* "offered", for a log line */
	enum event_speaker speaker;
	bool handoff;  /* data names a handoff and an attempt */
	bool decision; /* a decision of a human on a handoff */
	bool final;    /* a final one: docs/PROTOCOL.md, "States of a handoff" */
};

extern const struct event_kind event_kinds[EVENT_TYPES];

/* EV_UNKNOWN if it is none of ours. */
enum event_type event_type_named(struct str type);

struct event {
	enum event_type type;
	struct str raw; /* the whole message */

	/* attributes; {NULL, 0} where absent */
	struct str type_name, source, id, subject, run, dataschema;
	struct str agent; /* NAME of a source `agent:NAME`, else absent */
	bool from_hub;    /* source is `hub:NAME` */
	bool has_sequence;
	uint64_t sequence;
	bool has_time;
	int64_t time;         /* as the sender says */
	int64_t recorded;     /* `recordedtime`, else `time`, else 0 */
	bool has_recorded;    /* there was a `recordedtime` */
	uint64_t hubsequence; /* its place in the order; 0: none yet */
	uint64_t numbered;    /* the `hubsequence` that the event itself bears, 0: none */

	/* what is told apart: the bytes of `data`, of `artifact` and its digest */
	struct str data_raw;
	struct str artifact_raw;
	struct digest digest; /* of the artifact, if there is one */

	/* data */
	struct str handoff, from, to, reason, detail, note, target, action_name;
	struct str agent_named; /* data.agent */
	struct str decision, operator_name, cause, code;
	struct str hook, what, name; /* of a hook, of a mute */
	uint32_t attempt, next_attempt;
	int64_t deadline, until; /* 0: none */
	enum fallback_action action;
	enum hold_cause hold;
	bool has_confidence, has_review_below;
	double confidence, review_below;
	unsigned faults; /* of a held or flagged event, enum fault */
	struct str violation_at,
		violation; /* of a flagged one, the first; `of` so many */
	uint64_t first, last, count, of;
	int64_t heartbeat; /* microseconds, 0: not said */
	struct str version, model;
	bool has_digest_named; /* data.digest was there */
	struct digest digest_named;
	struct str file; /* of a contract */
	bool removed, on;

	/* for what is read further; NULL in a copy */
	struct json *doc;
	uint32_t data, artifact; /* nodes in `doc`, JSON_NONE if absent */
};

/*
 * Whether it is an event that the hub itself made: its id is the number of its own
 * place, as the event bears it or, where it bears none, as `hubsequence` says.
 */
bool event_is_hubs_own(const struct event *e);
/* A copy in one block of memory, freed with free(); doc is NULL. */
struct event *event_copy(const struct event *e);

#endif
