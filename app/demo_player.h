/* SPDX-License-Identifier: MIT */
/*
 * One agent of the demo mesh at play: its part of the plan, and what humans
 * have asked of it meanwhile. app/demo_agent.c has the process, app/demo_say.c
 * what it says, app/demo_obey.c what it does with decisions.
 */
#ifndef APP_DEMO_PLAYER_H
#define APP_DEMO_PLAYER_H

#include "app/demo_plan.h"
#include "base/buf.h"
#include "bus/agent.h"

#define MS INT64_C(1000)

struct chore { /* a step that is not, or no longer, in the plan */
	struct plan_step step;
	char decision[130];
	int tries;
};

struct player {
	enum demo_who who;
	const char *name;
	struct plan plan;
	struct agent_link *link;
	double speed;
	int64_t start; /* boot clock at the story's beginning */
	int64_t wall;  /* the hub's clock then */
	int64_t until; /* of the story; 0: no end */
	int64_t next_ask;
	uint64_t after;      /* decisions up to here were heard */
	struct chore *chore; /* in the order of their time */
	size_t chores, chore_cap;
	uint32_t order;
	struct buf data, event;
	int patience; /* ms, for an answer to `publish` */
	int wake;     /* signals come here */
	bool stop;
};

/* Of the story. */
int64_t player_now(const struct player *p);

/* Says (or does) what the step is. */
void player_say(struct player *p, const struct plan_step *s);
void player_say_bye(struct player *p);

/* Puts a copy in its place by time. */
void player_add_chore(struct player *p, const struct chore *c);
/* Asks for decisions and turns what is new into chores. */
void player_obey(struct player *p);

#endif
