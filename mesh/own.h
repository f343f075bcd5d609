/* SPDX-License-Identifier: MIT */
/* What the files of mesh/ share and nobody else includes. */
#ifndef MESH_OWN_H
#define MESH_OWN_H

#include "mesh/there.h"

#define TEXT_KEPT 200 /* bytes of a reason, a detail or a note that are kept */

/* The fold of one kind of event; `h` is NONE unless the event names a handoff. */
typedef void fold_function(struct mesh *m, const struct event *e, uint32_t h);

extern fold_function *const handoff_folds[EVENT_TYPES];
extern fold_function *const decision_folds[EVENT_TYPES];
extern fold_function *const agent_folds[EVENT_TYPES];
extern fold_function *const hub_folds[EVENT_TYPES];
extern fold_function *const note_folds[EVENT_TYPES];
extern fold_function *const hook_folds[EVENT_TYPES];

/* A copy of at most TEXT_KEPT bytes, never cut within a character, a NUL in it as "^@";
 * NULL for absent. */
char *text_kept(struct str s);
/* All of it. */
char *text_whole(struct str s);
/* The same as text_kept() for a text that many share; it is the mesh's and never freed
 * alone. */
char *text_shared(struct mesh *m, struct str s);
/* Frees *to and puts a text_kept() copy there. */
void text_replace(char **to, struct str s);

/* What must be there, to be changed. */
static inline struct handoff *handoff_of(struct mesh *m, uint32_t place)
{
	return pages_there(&m->handoff, place);
}

static inline struct incident *incident_of(struct mesh *m, uint32_t place)
{
	return pages_there(&m->incident, place);
}

static inline struct decision *decision_of(struct mesh *m, uint32_t place)
{
	return pages_there(&m->decision, place);
}

fold_function fold_baseline;
/* Replaces *list by the strings of an array member, at most 64. */
void agent_take_list(char ***list, struct json *j, uint32_t object, const char *name);

uint32_t agent_get(struct mesh *m, struct str name);
uint32_t edge_get(struct mesh *m, uint32_t from, uint32_t to);
uint32_t incident_get(struct mesh *m, struct str id);

/*
 * The only ways a handoff changes: enter() puts it into a state, refile()
 * brings the lists and clocks in line with it after any change.
 */
void handoff_enter(struct mesh *m, uint32_t h, enum handoff_state s);
void handoff_refile(struct mesh *m, uint32_t h);
/* Bits of enum fault that it did not have yet also count on its edge. */
void handoff_fault(struct mesh *m, struct handoff *h, unsigned faults);

/*
 * Faults that rest on other handoffs or on what an agent said before, and not on the
 * events of the handoff alone. A baseline says which stand (mesh/baseline.h).
 */
#define FAULTS_FOUND                                                                     \
	(FAULT_LOOP | FAULT_TWICE | FAULT_UNSEEN_INPUT | FAULT_VERSION | FAULT_BAD_TARGET)

/*
 * The same for one of these, found when an event came that does not change the handoff.
 * That is no change of it: who folds what a cut has left finds it elsewhere.
 */
void handoff_find_fault(struct mesh *m, uint32_t h, unsigned faults);
/* Into the list of those that have one, or out of it. */
void handoff_file_found(struct mesh *m, uint32_t h);
/* It was none after all: it does not count on the edge any more. */
void handoff_clear_fault(struct mesh *m, uint32_t h, unsigned faults);
/* An event of its own that comes too late: did its receiver say the same before? */
void handoff_judge_late(struct mesh *m, uint32_t h, const struct event *e);
/* An offer: did its sender offer the same before, does its receiver take the version? */
void handoff_judge_offer(struct mesh *m, uint32_t h, const struct event *e);

/* Links a handoff to what its offer says it came out of, and drops the links it had. */
void causes_take(struct mesh *m, uint32_t h, const struct event *e);
/* A handoff is there for the first time: those that named it find it. */
void causes_meet(struct mesh *m, uint32_t h);
/* It goes: nothing links to it any more. */
void causes_drop(struct mesh *m, uint32_t h);
/* A hash of what its `prev` said; 0: nothing. */
uint64_t causes_prev(const struct mesh *m, const struct handoff *h);
/*
 * Between a baseline's begin and end: these inputs are still awaited, by these handoffs,
 * and nothing else is.
 */
void awaits_begin(struct mesh *m);
void awaits_say(struct mesh *m, struct str input, const uint32_t *by, size_t n);
void awaits_end(struct mesh *m);
/* Into a free place of the table, the newest; false where it cannot be. */
bool awaits_put(struct mesh *m, uint32_t place, struct str id, uint32_t first);
/* When all are in. */
void awaits_put_end(struct mesh *m);
void awaits_fini(struct awaits *a);

/* A new handoff: does it close a circle? Then its edge is one of the incident's. */
void ways_offer(struct mesh *m, uint32_t h);
/* It leaves the ways of its incident, and comes again under another contract. */
void ways_leave(struct mesh *m, uint32_t h);
void ways_enter(struct mesh *m, uint32_t h);
/* As they are to be, from its handoffs. */
void ways_build(struct mesh *m, struct incident *n);
/* Counts a circle; it is turned round as it has to be. Its place. */
uint32_t circle_add(struct mesh *m, struct circle c);

/* An offer under this dataschema, its refusal, and that it is not what it should be. */
void kind_offered(struct mesh *m, struct handoff *h, struct str dataschema);
void kind_refused(struct mesh *m, const struct handoff *h);
/* Whether its receiver takes that: agent_takes(), which is only asked after a hello. */
bool kind_taken(struct mesh *m, const struct handoff *h, struct str contract);
/* What a handoff was offered under, as it was said, or the default; "" if that is
 * forgotten. */
const char *kind_name(const struct mesh *m, const struct handoff *h);
void kind_broken(struct mesh *m, const struct handoff *h);
/* Behind the others; `k` owns nothing, its name is copied. False: there are too many. */
bool kind_put(struct edge *e, const struct edge_kind *k);
void kinds_fini(struct edge *e);

/* What of its contract a new attempt does not keep, as far as the fold itself sees. */
void breach_judged(struct mesh *m, uint32_t h);
/* What the hub says is wrong with it; `had`: the faults that were known. */
void breach_flagged(struct mesh *m, uint32_t h, const struct event *e, unsigned had);
void breach_refused(struct mesh *m, uint32_t h, const struct event *e);
/* "/lines/3/due: string": a number in the pointer, its first `at` bytes, becomes `*`. */
void breach_say_place(struct buf *out, struct str said, size_t at);
/* The first words; those with a digit in them are `*`. */
void breach_say_words(struct buf *out, struct str said);
/* Behind the others; copied. False: there are too many. */
bool breach_put(struct edge *e, const struct edge_breach *x);
void breaches_fini(struct edge *e);
void trouble_note(struct trouble *t, int64_t now);
void handoff_remember(struct mesh *m, uint32_t h, const struct event *e, enum standing s);
/* Into the list of what may be aged out, or out of it. */
void handoff_file_closed(struct mesh *m, uint32_t h);
/* Whether who says this of handoff `h` may, and whether it is too late for it. */
enum standing handoff_standing(const struct mesh *m, uint32_t h, const struct event *e);
/* Whether what a hub says of it takes effect; `late`: not. */
enum standing handoff_hub_standing(
	const struct mesh *m, uint32_t h, const struct event *e);
/* The offer: new handoff or higher attempt. Returns its place. */
uint32_t handoff_offer(struct mesh *m, const struct event *e, uint32_t h);
/* Takes a handoff, its decisions and what only it needed out of the mesh. */
void handoff_drop(struct mesh *m, uint32_t h);
/* Frees what these own; the place is not given back. */
void handoff_fini(struct handoff *h);
void decision_fini(struct decision *d);
void incident_fini(struct incident *n);
void decision_drop(struct mesh *m, uint32_t d);
/* Into the lists of its two agents, unless they have answered it. */
void decision_file(struct mesh *m, uint32_t d);
/* Nobody is on it any more. */
void claim_end(struct handoff *h);
struct str handoff_key(const void *owner, uint32_t place);

/* Puts it at the end of an incident; it was in none. */
void incident_join(struct mesh *m, uint32_t h, uint32_t incident);
void handoff_set_summary(struct handoff *h, struct str line);
/* Into a list, to another place in it, or out of it. */
void order_file(
	struct order *o, uint32_t h, bool *in, int64_t *key, bool want, int64_t new_key);

/* Among the dead letters, with its group and what was wrong; or out of them. */
void dead_file(struct mesh *m, uint32_t h, bool want);
/* The group of this reason and edge, made if there is none. */
uint32_t dead_group_get(struct mesh *m, const char *reason, uint32_t edge);
/* What was wrong, in that group, made if there is none; behind WHYS_MOST "others". */
uint32_t dead_why_get(struct mesh *m, uint32_t group, const struct dead_why *like);
void dead_fini(struct mesh *m);
void agent_fini(struct agent *a);

/* The hubsequence of its first offer. */
uint64_t handoff_born(const struct handoff *h);
/* Something changed in this handoff, or it goes. */
void dump_touch(struct mesh *m, uint32_t h);
void dump_fini(struct dump *d);
/* Where the block with this number stands; false: where it would. */
bool dump_find(const struct dump *d, uint64_t number, size_t *at);

void early_keep(struct mesh *m, const struct event *e);
/* Applies what waited for this handoff up to its attempt. */
void early_release(struct mesh *m, uint32_t h);
void early_free(struct mesh *m);

void edge_note_confidence(struct mesh *m, struct edge *e, double confidence, bool low);
/* A handoff that was refused is given up, and that is put in other words. */
void edge_reword_trouble(struct mesh *m, uint32_t h, struct str reason);
/* An attempt is not as its contract promises. */
void edge_note_break(struct mesh *m, const struct handoff *h);
void edge_note_trouble(struct mesh *m, uint32_t h, struct rate *which, struct str reason);

uint32_t decision_add(struct mesh *m, const struct event *e, uint32_t h);

/* An escalation or a fallback was applied: the hooks that are on owe it. */
void hooks_owe(struct mesh *m, const struct event *e, uint32_t h);
/* At the end of what is owed; its handoff is not told. */
void hook_put(struct hook *h, const struct owed *o);
void hooks_fini(struct mesh *m);
void mute_fini(struct mute *u);
void noted_fini(struct noted *n);
/* One that is not there yet; what it points to is taken over. */
void noted_put(struct mesh *m, const struct noted *like);
void notes_fini(struct mesh *m);

void log_add(struct mesh *m, const struct event *e, const struct arrival *a, uint32_t by);

#endif
