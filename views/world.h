/* SPDX-License-Identifier: MIT */
/*
 * What a view may know, apart from its own state: the mesh, the time, how the
 * link to the hub is. The console's loop (or a test) fills it before each
 * drawing and each key; views only read it, keep nothing of it but ids, and
 * ask no clock, file or socket.
 */
#ifndef VIEWS_WORLD_H
#define VIEWS_WORLD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "mesh/mesh.h"

enum link_state {
	LINK_CONNECTING, /* no answer yet */
	LINK_SYNCING,    /* answered; the events so far are coming */
	LINK_LIVE,       /* beat at most 2 s old and an event within 10 s */
	LINK_QUIET,      /* beat, but no event */
	LINK_STALE,      /* beat older than 2 s */
	LINK_LOST,       /* beat older than 15 s, or the monitor says disconnected */
	LINK_REPLAY      /* a recording, no hub */
};

struct link_view {
	enum link_state state;
	int64_t age;   /* microseconds: LIVE since the last event or beat, QUIET since the
			  last event, STALE and LOST since the last beat, else since the
			  state began */
	int64_t as_of; /* the hub's clock when it was last heard, 0: never. What is shown
			  is of then, however long before that the last event came */
	uint64_t synced, to_sync; /* events: how far SYNCING is */
	uint64_t behind;  /* events the hub has and this console has not yet applied */
	unsigned tries;   /* of connecting */
	int64_t retry_in; /* microseconds, 0: under way */
	unsigned missed;  /* beats */
	bool refused;     /* by the hub, for its key or for want of one */
	bool looks;       /* the key is an observer's: it decides nothing */
	bool open;        /* the hub is reachable from the network without keys */
	char control[160], feed[160], events[160]; /* addresses, "" while unknown */
	char error[200];                           /* what failed last, "" */
	char journal[160];      /* "" or why the hub cannot write its journal */
	char journal_note[160]; /* "" or what is odd with one that it can write */
	int64_t clock_off;      /* local wall clock minus the hub's, microseconds */
};

/* How instants are written: `t` goes round. */
enum clock_face {
	CLOCK_UTC,
	CLOCK_LOCAL,
	CLOCK_AGO, /* before world.now */
	CLOCK_FACES
};

struct cases;
struct desk;
struct ops;
struct values;
struct watch;
struct record;

/* Where a recording is. */
struct replay_view {
	const char *name;    /* of the file, for line 1 */
	uint64_t at, events; /* event `at` of `events` is the last one applied */
	int64_t first, last; /* times of the first and the last event */
	double speed;
	bool playing;
	const double *rate;    /* `slices` counts of events over first..last */
	const double *trouble; /* the same of refusals, deaths and holds */
	size_t slices;
	uint64_t bad_lines;  /* lines of the file that are no event */
	bool cut;            /* the file ends in the middle: more has happened */
	const int64_t *mark; /* times of marks, ascending */
	const char *const
		*mark_note; /* of each, "": none; NULL: no notes. Foreign text */
	size_t marks;
	/* all agents and edges of the whole recording, in first-seen order, as
	   names: the flow graph is laid out once on them, as if it were live */
	const char *const *agent;
	size_t agents;
	const char *const *edge_from, *const *edge_to;
	const uint64_t *edge_offered; /* handoffs in all */
	size_t edges;
};

struct world {
	const struct mesh *mesh;
	int64_t now;       /* the hub's clock; in a recording the time of the cursor */
	int64_t tick;      /* a clock that never jumps, microseconds: guards of keys, ages
			      of messages on the screen */
	double clock_rate; /* of the hub; 1 */
	double rate;       /* events a second lately; below 0: not known yet */
	const char *name;  /* of the mesh */
	const char *epoch; /* of the journal that the mesh is of; NULL, "": not known */
	const char *operator_name;
	bool tutorial;  /* a mesh that is played: what is decided there goes nowhere */
	bool read_only; /* --read-only or a recording: the six capitals do nothing */
	struct link_view link;
	const struct replay_view *replay; /* NULL when live */
	/*
	 * The journaled bytes of an event. False: not here (yet); it has been asked
	 * for, and the next drawing may have it.
	 */
	bool (*event)(void *arg, uint64_t hubsequence, struct buf *out);
	void *event_arg;
	int64_t zone; /* local time minus UTC, microseconds */
	/* Set by the shell before it asks a view; NULL and CLOCK_UTC elsewhere. */
	const struct desk *desk;     /* decisions under way: views/desk.h */
	const struct ops *ops;       /* what is put back by canary: views/ops.h */
	struct values *values;       /* what was read of artifacts: views/values.h */
	const struct watch *watch;   /* what is wrong: views/watch.h */
	const struct record *record; /* of agents, in the past: views/record.h */
	const struct cases *cases;   /* incidents, worst first: views/cases.h */
	enum clock_face clock;
};

/* Whether decisions can be sent now: LIVE or QUIET, not read-only. */
static inline bool world_can_act(const struct world *w)
{
	return !w->read_only && !w->link.looks &&
		(w->link.state == LINK_LIVE || w->link.state == LINK_QUIET);
}

#endif
