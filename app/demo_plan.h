/* SPDX-License-Identifier: MIT */
/*
 * The story of app/demo_story.h as steps in time. It comes from the scene and
 * the seed alone: all agents make the same plan, each keeps its own steps, and
 * nobody has to ask another what comes next. Times are microseconds of the
 * story from its beginning.
 */
#ifndef APP_DEMO_PLAN_H
#define APP_DEMO_PLAN_H

#include <stddef.h>

#include "app/demo_story.h"
#include "base/clock.h"
#include "base/str.h"

#define PLAN_NONE UINT32_MAX

struct plan_handoff {
	char id[12];
	int64_t at;        /* when it is offered */
	uint64_t seed;     /* of its artifact */
	uint64_t thread;   /* what its chain has in common */
	uint32_t parent;   /* place of the handoff it came from, or PLAN_NONE */
	uint32_t incident; /* number; 0: none */
	struct demo_fallback fallback;
	uint8_t route, confidence;
	bool newer; /* under the route's next_contract */

	/* the player's: what humans did with it */
	uint32_t decided; /* attempt that was decided for good, 0: none */
	bool parked;      /* its next step was put off */
};

enum plan_verb {
	SAY_HELLO,
	SAY_HEARTBEAT,
	SAY_OFFERED,
	SAY_ACCEPTED,
	SAY_PROGRESSED,
	SAY_COMPLETED,
	SAY_REFUSED,
	SAY_FAILED,
	SAY_DEAD_LETTERED,
	DO_RESTART, /* a new run of the process, after its bye */
	DO_RETURN,  /* the same without a bye: it had hung */
	DO_HOLE,
	DO_SPEAK_FOR_ANOTHER,
	DO_GARBAGE,
	DO_UNKNOWN,
	DO_DELIVER, /* answers a decision; not in a plan */
	PLAN_VERBS
};

enum plan_needs { /* what must be so before the step is taken */
	NEEDS_NOTHING,
	NEEDS_OFFER,    /* the attempt has been offered */
	NEEDS_REFUSAL,  /* ... and refused, or failed */
	NEEDS_FALLBACK, /* ... and its fallback fired */
};

enum {
	STEP_FIXED = 1,  /* the offer is put right: enough confidence, the old version */
	STEP_TWICE = 2,  /* the very same event is sent twice */
	STEP_OTHER = 4,  /* another artifact under the same attempt */
	STEP_AGAIN = 8,  /* of the better one that follows a rejected one */
	STEP_HUMAN = 16, /* what a human asked for */
};

struct plan_step {
	int64_t at;
	uint32_t order;   /* breaks ties */
	uint32_t handoff; /* place, or PLAN_NONE */
	uint8_t who, verb, needs, flags, attempt;
	uint8_t cause; /* of a refusal: enum plan_cause; of a start: the release */
};

enum plan_cause { CAUSE_OTHER, CAUSE_VERSION, CAUSE_OVERLOAD };

struct plan {
	const struct demo_scene *scene;
	uint64_t seed;
	enum demo_who who; /* whose steps are kept; DEMO_AGENTS: all */
	struct plan_handoff *handoff;
	uint32_t handoffs;
	struct plan_step *step; /* those to come, from `next` on, in order */
	size_t steps, next;
	int64_t until; /* so far it is planned */

	/* private */
	size_t handoff_cap, step_cap;
	uint32_t order;
};

void plan_init(
	struct plan *p, const struct demo_scene *s, uint64_t seed, enum demo_who who);
void plan_fini(struct plan *p);
/* The next step; plans another chapter when it needs to. Moves nothing. */
const struct plan_step *plan_next(struct plan *p);

/* The id of the handoff that a step is about. */
void plan_id(const struct plan *p, const struct plan_step *s, char room[16]);
/* The handoff with this id, or PLAN_NONE; for "ID-r" too, which follows a rejected ID. */
uint32_t plan_find(const struct plan *p, struct str id, bool *again);

/* Numbers that look random and come from the seed alone. */
uint64_t seed_mix(uint64_t a, uint64_t b);
struct seeded {
	uint64_t state;
};
/* lo..hi, both included. */
int64_t seeded_int(struct seeded *r, int64_t lo, int64_t hi);

#endif
