/* SPDX-License-Identifier: MIT */
/*
 * An agent's side of the protocol: docs/PROTOCOL.md. It numbers the events of
 * a run, sends them over the events lane (fast, may be lost) or over control
 * (`publish`: again until answered), asks what became of a handoff, and hears
 * when the hub has something to tell it. One thread owns it.
 */
#ifndef BUS_AGENT_H
#define BUS_AGENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "bus/keyfile.h"

struct agent_link;

struct agent_address {
	const char *name;          /* the agent's */
	const char *control;       /* the hub's */
	const char *events;        /* NULL: nothing goes over the events lane */
	const char *feed;          /* NULL: nothing is told, only asked for */
	const struct keyfile *key; /* copied; NULL, or without a pair: no keys */
	int wake; /* while this can be read, nothing is waited for; -1: none */
};

/*
 * Waits until the hub has subscribed to the events lane (what is sent before
 * is lost). NULL with the reason after 10 s, or for a bad address; at once where the hub
 * refuses the key, or for want of one.
 */
struct agent_link *agent_open(const struct agent_address *a, struct err *e);
void agent_close(struct agent_link *a);

/* What a process does at its start: a new run, numbered from 1. */
void agent_new_run(struct agent_link *a);
/* Lets `n` numbers go unused: a hole, for a demo and tests. */
void agent_skip(struct agent_link *a, uint32_t n);

struct agent_event {
	const char *type;
	const char *subject, *dataschema; /* NULL: none */
	int64_t time;
	struct str data;     /* a JSON object */
	bool uses_no_number; /* as docs/PROTOCOL.md has it for `spoke_for_another` */
};

/* Adds the event with the next id and number of this run to `out`. */
void agent_compose(struct agent_link *a, const struct agent_event *e, struct buf *out);

/* Over the events lane, bytes as they are. */
bool agent_send(struct agent_link *a, struct str event, struct err *e);

enum answer {
	ANSWER_OK,
	ANSWER_ERROR, /* the hub says no; `reply` holds "error" */
	ANSWER_NONE   /* none in time, or woken */
};

/*
 * One request, sent again each 2 s until answered, at most `ms`. `members` are
 * those of its JSON object without "rid" and braces. The reply lives until the
 * next request. Whose rid is another's is a late answer, and skipped.
 */
enum answer agent_ask(struct agent_link *a, struct str members, int ms,
	const struct json **reply, struct err *e);

/* Publishes one composed event. On ANSWER_ERROR the hub has not taken it. */
enum answer agent_publish(struct agent_link *a, struct str event, int ms, struct err *e);

struct agent_standing { /* what `wait` says; slices live as the reply does */
	uint32_t attempt;
	struct str state;
	struct str action;   /* what a human decided, or absent */
	struct str fallback; /* what fired, or absent */
};

/* ANSWER_ERROR: nobody has offered this attempt yet, ask again. */
enum answer agent_wait(struct agent_link *a, const char *handoff, uint32_t attempt,
	int seconds, struct agent_standing *out, struct err *e);

struct agent_decision {    /* one that this agent has not answered */
	struct str id;     /* of a fallback that the hub fired: the event's */
	struct str type;   /* of the event */
	struct str action; /* of a fallback */
	struct str handoff;
	uint32_t attempt, next_attempt;
};

typedef void agent_told(void *user, const struct agent_decision *d);

/* Calls `told` for each behind *after, and moves *after on. */
bool agent_decisions(struct agent_link *a, uint64_t *after, agent_told *told, void *user,
	struct err *e);
bool agent_deliver(struct agent_link *a, const char *decision, bool applied,
	const char *reason, struct err *e);

enum { AGENT_WOKEN = 1, AGENT_TOLD = 2, AGENT_REFUSED = 4 };

/*
 * Waits at most `ms`. AGENT_TOLD: the feed brought a decision or a fallback;
 * what it was, agent_decisions() says, which knows also what the feed lost.
 * AGENT_REFUSED: agent_refused() says why.
 */
int agent_poll(struct agent_link *a, int ms);
/*
 * Why the hub lets this agent in no more (its key was revoked, ran out ...), and what to
 * do; NULL: it does. It stays so: whoever wants in later opens a new link.
 */
const char *agent_refused(struct agent_link *a);

#endif
