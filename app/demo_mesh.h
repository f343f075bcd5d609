/* SPDX-License-Identifier: MIT */
/*
 * The processes of `seam demo`: a hub of its own and ten agents. Whatever ends
 * their starter ends them: when it dies hard, the kernel sends each SIGTERM.
 * They are sessions of their own, so that Ctrl-C reaches only the starter,
 * which then stops them in order.
 */
#ifndef APP_DEMO_MESH_H
#define APP_DEMO_MESH_H

#include <stdint.h>
#include <sys/types.h>

#include "app/demo_story.h"
#include "app/hub_process.h"

struct demo_mesh {
	struct hub_process hub;
	pid_t agent[DEMO_AGENTS]; /* 0: does not run */
	char *journal, *log;
	bool failed; /* one of them ended otherwise than it should */
};

struct demo_options {
	const struct demo_scene *scene;
	const char *seed;
	double speed;
	int64_t until; /* microseconds of the story, 0: no end */
};

/*
 * Fills a zeroed mesh: a journal in a folder of the demo's own (those of
 * demos that have ended are wiped), a hub, agents. False with the reason;
 * demo_fini() also then.
 */
bool demo_start(struct demo_mesh *m, const struct demo_options *o, struct err *e);
/* Takes note of who has ended. How many agents run; -1: the hub does not. */
int demo_watch(struct demo_mesh *m);
/* Both: SIGTERM, a bounded wait, SIGKILL. Agents say bye while the hub is there. */
void demo_stop_agents(struct demo_mesh *m);
void demo_stop_hub(struct demo_mesh *m);
/* Stops what runs. The journal stays until the next demo. */
void demo_fini(struct demo_mesh *m);

#endif
