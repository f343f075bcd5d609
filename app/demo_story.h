/* SPDX-License-Identifier: MIT */
/*
 * The demo mesh as data: its ten agents, who hands what to whom, in which
 * chains, and the scenes with what goes wrong in them, and when. All times are
 * the scene's own, in milliseconds from its beginning; a scene is a chapter
 * of a quarter of an hour and then comes again.
 */
#ifndef APP_DEMO_STORY_H
#define APP_DEMO_STORY_H

#include <stdbool.h>
#include <stdint.h>

#define CHAPTER_MS (15 * 60 * 1000)
#define MOST_HOPS 9

enum demo_who {
	MONITOR,
	CORRELATOR,
	INVESTIGATOR,
	PLANNER,
	DEPLOYER,
	BILLING,
	LEDGER,
	SUPPORT,
	REFUND,
	NOTIFIER,
	DEMO_AGENTS
};

struct demo_release { /* what a hello says */
	const char *version, *model;
	const char *sends, *accepts; /* JSON arrays, ' for " */
};

struct demo_agent {
	const char *name;
	bool on_events_lane;            /* sends there and does not ask for an answer */
	struct demo_release release[2]; /* [1]: after its deployment in a scene */
};

enum demo_route_name {
	MONITOR_CORRELATOR,
	MONITOR_SUPPORT,
	CORRELATOR_INVESTIGATOR,
	INVESTIGATOR_PLANNER,
	INVESTIGATOR_SUPPORT,
	PLANNER_DEPLOYER,
	PLANNER_NOTIFIER,
	DEPLOYER_NOTIFIER,
	DEPLOYER_BILLING,
	BILLING_LEDGER,
	BILLING_REFUND,
	LEDGER_SUPPORT,
	SUPPORT_REFUND,
	SUPPORT_NOTIFIER,
	REFUND_LEDGER,
	REFUND_NOTIFIER,
	NOTIFIER_SUPPORT,
	DEMO_ROUTES
};

struct demo_fallback {
	const char *action; /* as in the artifact: "escalate_to_oncall" */
	int seconds;
};

struct demo_route {
	enum demo_who from, to;
	const char *contract;
	const char *next_contract; /* what a newer release sends; NULL: there is none */
	const char *artifact;      /* template: app/demo_artifact.h */
	struct demo_fallback fallback;
	uint8_t confidence; /* percent, when all is well */
	uint8_t bar;        /* the contract's review_below, in percent */
	bool gate_from;     /* the contract's gate */
};

struct demo_hop {
	uint8_t route;  /* enum demo_route_name */
	int8_t after;   /* the hop of this flow that it comes from; -1: the first */
	uint8_t chance; /* percent */
};

enum demo_flow_name { ALERT, ORDER, RETURNED, STATUS, DISPUTE, DEMO_FLOWS };

struct demo_flow {        /* a chain of handoffs */
	int mean_ms;      /* between two, at full load */
	bool in_incident; /* belongs to the incident of its time */
	int hops;
	struct demo_hop hop[MOST_HOPS];
};

enum demo_cue_kind {
	CUE_END,
	CUE_LOW,      /* a flow in which `hop` has too little confidence */
	CUE_REFUSED,  /* an order under the version that is refused */
	CUE_FAILED,   /* a flow in which `hop` is taken and fails */
	CUE_EARLY,    /* a flow in which the answer overtakes the offer at `hop` */
	CUE_DEPLOY,   /* `who` starts again as release `hop` */
	CUE_HOLE,     /* `who` uses three numbers up */
	CUE_SPOKE,    /* `who` says of another's handoff that it is completed */
	CUE_GARBAGE,  /* `who` sends what is no event */
	CUE_UNKNOWN,  /* `who` sends an event of a type that is not known */
	CUE_CONFLICT, /* a flow whose `hop` is offered again with another artifact */
	/* these last, from `at` to `until` */
	CUE_NEWER,    /* route `who` sends the newer version */
	CUE_DRIFT,    /* most of what goes over route `who` has too little confidence */
	CUE_SILENT,   /* `who` says nothing */
	CUE_RETRY,    /* what goes over route `who` is sent twice, in two ways */
	CUE_OVERLOAD, /* `who` refuses some, for overload */
};

struct demo_cue {
	enum demo_cue_kind kind;
	int at, until;
	uint8_t who; /* an agent, a route, or a flow */
	uint8_t hop;
	uint8_t confidence; /* percent */
	struct demo_fallback fallback;
};

struct demo_scene {
	const char *name;
	int load; /* percent of full */
	const struct demo_cue *cue;
};

extern const struct demo_agent demo_agents[DEMO_AGENTS];
extern const struct demo_route demo_routes[DEMO_ROUTES];
extern const struct demo_flow demo_flows[DEMO_FLOWS];
extern const struct demo_scene demo_scenes[]; /* ended by a row without a name */

/* NULL if there is none of this name. */
const struct demo_scene *demo_scene_named(const char *name);
/* DEMO_AGENTS if there is none of this name. */
enum demo_who demo_agent_named(const char *name);
/* A cue of this kind about `who` that lasts at `ms` (of its chapter), or NULL. */
const struct demo_cue *demo_lasting(
	const struct demo_scene *s, enum demo_cue_kind kind, unsigned who, int64_t ms);

#endif
