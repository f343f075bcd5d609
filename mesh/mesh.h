/* SPDX-License-Identifier: MIT */
/*
 * What has happened in the mesh: one pure fold over events. The same events
 * give the same mesh on every machine; nothing here asks a clock, a file or a
 * socket, and no order depends on an address or a hash. mesh_apply() and
 * mesh_commit() are the only writers. Everybody else reads.
 *
 * Places (uint32_t) name members and never change nor come to name another.
 * Handoffs, their decisions and incidents go when a seam.baseline ages them out:
 * handoff_at() then gives NULL for the place. Views keep places or ids, never
 * pointers, and look up again.
 */
#ifndef MESH_MESH_H
#define MESH_MESH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/order.h"
#include "base/pages.h"
#include "base/table.h"
#include "contract/registry.h"
#include "mesh/audit.h"
#include "mesh/causes.h"
#include "mesh/circle.h"
#include "mesh/event.h"
#include "mesh/hook.h"
#include "mesh/kinds.h"
#include "mesh/notes.h"
#include "mesh/rate.h"
#include "mesh/seen.h"
#include "mesh/sequence.h"
#include "mesh/spell.h"
#include "mesh/state.h"
#include "mesh/words.h"

#define NONE UINT32_MAX

/* How an event stands: docs/PROTOCOL.md, "Standings and counters". */
enum standing {
	STANDING_APPLIED,
	STANDING_EARLY,
	STANDING_DUPLICATE,
	STANDING_CONFLICT,
	STANDING_ID_REUSED,
	STANDING_LATE,
	STANDING_SPOKE_FOR_ANOTHER,
	STANDING_UNKNOWN_TYPE,
	STANDING_QUARANTINED,
	STANDINGS
};

/* "applied", "early", "duplicate" ...: as `standing` in replies. */
const char *standing_name(enum standing s);
/* "applied", "early", "duplicates" ...: as in the counters. */
const char *standing_counter(enum standing s);

struct past { /* one event in a handoff's history */
	uint64_t hubsequence : 48;
	uint64_t type : 8, standing : 8;
	int64_t time;
};

struct attempt { /* an attempt before the one that stands */
	uint32_t attempt;
	uint64_t offer; /* hubsequence */
	struct digest digest;
	struct attempt *before;
};

struct handoff {
	char *id;        /* NULL: no handoff, the place is free */
	char *summary;   /* foreign text, NULL if there is none; behind the id */
	char *target;    /* of the fallback, NULL if it names none */
	char *reason;    /* why it was refused, failed or is dead; NULL if it is not */
	char *detail;    /* as the agent said it; NULL */
	char *violation; /* "/at: what", the first that was found, cut; NULL */
	uint32_t edge, incident /* NONE */, contract /* CONTRACT_NONE */;
	uint32_t attempt;
	uint32_t decision;  /* the newest on this attempt, NONE */
	uint32_t fallback;  /* as a decision, if the hub fired it; NONE */
	uint32_t decisions; /* the newest on any attempt, NONE; chain by `before` */
	uint32_t pasts;
	struct past *past; /* its events, in order */
	uint32_t in_incident,
		before_in_incident;    /* next and last of the incident, NONE */
	uint32_t dead_group, dead_why; /* NONE */
	uint32_t owed;                 /* deliveries of it that hooks owe */
	uint32_t onward;               /* the newest that came out of it, NONE */
	struct cause cause;            /* what it came out of; `of` is NONE: of nothing */
	struct causes *more;           /* causes beyond that one; NULL */
	struct attempt *earlier;
	struct digest digest;
	uint64_t offer;     /* hubsequence of the offer that stands */
	uint64_t changed;   /* hubsequence of the last change */
	int64_t offered;    /* recorded time of the offer that stands */
	int64_t since;      /* when it came into its state */
	int64_t deadline;   /* when its fallback fires; 0: it has none */
	int64_t not_before; /* a human held the clock until then; 0 */
	/* private: places in the orders */
	int64_t review_key, dead_key, clock_key, closed_key;
	int64_t claimed_since, claimed_until;
	char *claimed_by; /* read with handoff_claimant() */
	double confidence, review_below;
	uint32_t kind;         /* private: hash of what it was offered under */
	uint32_t faults;       /* enum fault */
	uint16_t violations;   /* how many were found, up to 65,535 */
	uint16_t violation_at; /* bytes of the pointer in `violation` */
	uint8_t state;         /* enum handoff_state */
	uint8_t on_deadline;   /* enum fallback_action, FALLBACK_NONE: not usable */
	uint8_t hold;          /* enum hold_cause of the last hold */
	uint8_t found; /* the same, for which the offer that stands must be held */
	bool has_confidence, has_review_below;
	bool taken;         /* accepted while a human was asked */
	bool clock_stopped; /* nothing fires any more for this attempt */
	bool fired;         /* the fallback did, for this attempt */
	uint8_t fired_action;
	bool final;       /* a final decision stands on this attempt */
	bool buried;      /* the hub gave it up: its contract says so */
	bool done_before; /* a lower attempt was completed since this one was offered */
	bool in_review, in_dead, in_clock, in_closed, in_found;
};

#define REASON_KEPT 64
#define EDGE_REASONS 6 /* of an edge; the least of them makes room for another */

/* How often a reason was given lately: a minute's count is in[minute % 10]. */
struct edge_reason {
	char text[REASON_KEPT]; /* foreign, cut; "": none */
	uint64_t minute;        /* number of the newest */
	uint32_t in[10];
};

struct edge {
	uint32_t from, to;                              /* agents */
	uint64_t offered, accepted, completed, refused; /* events applied */
	uint32_t held, dead;                            /* handoffs now in these states */
	uint32_t waiting;                               /* now in review */
	uint64_t changed;
	int64_t last; /* recorded time of the last offer */
	int64_t trouble_since;
	int64_t first_refusal;
	bool mostly_bad;     /* half of what was offered, when the newest went wrong */
	bool has_contract;   /* of its last offer */
	uint32_t contract;   /* of its last offer, CONTRACT_NONE */
	uint16_t recent[64]; /* ring of confidences, in 1/10000 */
	uint8_t below[64];   /* whether each was below the bar */
	uint32_t recents;    /* how many came in all */
	/* the median before its sender changed, or of the 64 before; in 1/10000 */
	uint32_t before;
	uint32_t before_at;      /* `recents` when that was; 0: there is none */
	uint32_t renewals;       /* of its sender, then */
	bool kept_before;        /* it is of then, and not overwritten soon */
	struct spell waits, low; /* something waits; half of the last ones are below */
	uint64_t missed;         /* deadlines that its receiver let pass */
	char *last_reason;       /* of the last refusal, failure or death; NULL */
	struct edge_reason reasons[EDGE_REASONS]; /* of these in the last ten minutes */
	struct rate offers, lows, refusals, deaths;
	struct rate breaks;   /* attempts whose artifact breaks their contract */
	int64_t breaks_since; /* the first one with none for ten minutes before */
	uint64_t broke;       /* how many since then */
	uint32_t broken;      /* the contract of the last that had one, CONTRACT_NONE */
	uint64_t faults[FAULT_BITS]; /* attempts with each fault; all in all */
	struct edge_kind *kind;      /* under which contracts, by their first offer */
	uint32_t kinds;
	uint64_t other_kinds;       /* offers under others, that made room */
	struct edge_breach *breach; /* how these were broken */
	uint32_t breaches;
	uint64_t other_breaches; /* of those that made room */
};

struct agent {
	char *name;
	char *run, *version, *model; /* NULL while not said */
	char **sends, **accepts;     /* NULL-terminated; NULL while not said */
	int64_t heard;               /* recorded time of its last event; 0: never */
	int64_t heartbeat;           /* microseconds; 0: not said */
	uint64_t changed;
	uint64_t events; /* how many came from it */
	bool sequenced;  /* it numbers its events */
	bool unnumbered; /* it has sent one without a number */
	bool left;       /* it said bye and nothing since */
	bool said_hello;
	uint32_t hellos; /* private: how often what it accepts was said */
	/* its hello says another version or model than the one before */
	char *was_version, *was_model; /* before the last change; NULL */
	int64_t renewed;               /* when; 0: never */
	uint32_t renewals;
	/* decisions on its handoffs that it has not answered, by hubsequence */
	struct order unanswered;
};

struct incident {
	char *id;                             /* NULL: the place is free */
	uint32_t first_handoff, last_handoff; /* chain by in_incident */
	uint32_t handoffs;
	uint32_t states[STATES];
	int64_t first, last;
	uint64_t changed;
	struct way *way; /* private: sorted; NULL while it has only a few handoffs */
	uint32_t ways;
};

enum delivery { DELIVERY_WAITING, DELIVERY_APPLIED, DELIVERY_REFUSED, DELIVERY_NONE };

/* A decision of a human, or a fallback the hub fired (they are answered alike). */
struct decision {
	char *id; /* of a fallback: the event's id; NULL: the place is free */
	char *operator_name, *note, *target, *reason;
	uint32_t handoff, attempt, next_attempt;
	uint32_t before; /* the one before it on this handoff, NONE */
	enum event_type type;
	enum fallback_action action; /* of a fallback */
	struct digest digest;        /* of what it was decided on */
	int64_t time, until, answered_at;
	uint64_t hubsequence, answered;
	uint32_t doer;               /* agent who does it; NONE: nobody is asked */
	enum delivery delivery;      /* of the doer */
	uint64_t told_from, told_to; /* hubsequences of their answers, 0: none yet */
	uint32_t cause; /* put back: mark of what it had died of (handoff_death()) */
	bool edited;    /* approved or put back with another artifact */
	struct digest new_digest;
};

/*
 * What a first image (mesh/image.h) counts and does not bring: 0 in every mesh that was
 * folded. A mesh that has it is for looking at, not for folding more.
 */
struct beyond {
	bool first; /* it is one */
	uint64_t review, dead, handoffs;
};

struct dead_group {         /* by reason and edge */
	char *key;          /* private: the edge's place and the reason */
	const char *reason; /* in `key` */
	uint32_t edge;
	struct order letters; /* by the time of death */
	uint64_t beyond;      /* as in struct beyond */
	struct rate came;
	uint32_t whys, first_why; /* how many it is divided into; dead_why_next() */
};

#define WHYS_MOST                                                                        \
	16 /* of a group; what comes then is with those of which nothing is said */

/*
 * Letters of a group that died of the same: the same place of the artifact breaks the
 * same version of its contract, or the agent gave the same words.
 */
struct dead_why {
	char *key;            /* private: all that tells it from others */
	uint32_t group, next; /* next: dead_why_next() */
	bool violation; /* `text` says where and what, else it is an agent's words */
	const char *contract; /* in `key`: as it was said, "name/1.2.3"; foreign, "" */
	const char *text;     /* in `key`: what varies is `*`; foreign, "" */
	struct order letters; /* by the time of death */
	uint64_t beyond;
	int64_t first; /* when the first one died, whether it is here still or not */
};

struct log_line { /* one event, for a list of what came last */
	uint64_t hubsequence;
	int64_t time;
	uint32_t handoff, agent; /* NONE */
	uint64_t count;          /* of a duplicate or a gap; 1: a contract is removed */
	float confidence;        /* below 0: none */
	uint8_t type, standing;
	uint8_t id;    /* bytes of the handoff's id in front of `text`, with its end; 0 */
	char text[93]; /* foreign, cut: reason and detail, or an unknown type */
};

#define LOG_LINES 8192

/* What it is, for people: "refused". */
const char *log_word(const struct log_line *l);
/* What there is to say. */
static inline const char *log_text(const struct log_line *l)
{
	return l->text + l->id;
}
/* Of one that nobody had offered when it came: its id, cut; else "". */
static inline const char *log_unoffered(const struct log_line *l)
{
	return l->id > 0 ? l->text : "";
}

struct early;
struct image_packing;

/* Digests of the handoffs, by where they were first offered (mesh/dump.h). */
#define DUMP_BLOCK 1024

struct dump_block {
	uint64_t number; /* of hubsequences; those without a handoff have no entry */
	uint32_t first;  /* place of its first handoff, or before */
	bool clean, empty;
	struct digest digest;
};

struct dump {
	struct dump_block *block;
	size_t blocks, cap;
	size_t from; /* all before are clean */
};

struct counters {
	uint64_t standing[STANDINGS];
	uint64_t received; /* the sum of these */
	uint64_t lost, unheard;
	uint64_t access_denied; /* what was tried without being allowed; no event of a
				   peer */
};

struct mesh {
	struct pages handoff; /* of struct handoff; read with handoff_at() */
	struct pages incident, decision;
	struct edge *edge;
	uint32_t edges;
	struct agent *agent;
	uint32_t agents;
	struct dead_group *dead_group;
	uint32_t dead_groups;
	struct dead_why *dead_why;
	uint32_t dead_whys;
	struct circle *circle;
	uint32_t circles;
	struct registry contracts;
	struct hook hook[HOOKS];
	struct mute *mute; /* those that have ended too, until another one comes */
	uint32_t mutes;
	struct noted *noted; /* in no order; found by name: mesh/notes.h */
	uint32_t noteds, notes;
	uint32_t states[STATES]; /* handoffs in each */
	struct order review;     /* by deadline; those without one come last */
	struct order dead;       /* by the time of death */
	struct order clock;      /* deadlines that may fire */
	struct beyond beyond;
	struct order closed; /* nobody waits for them: by their last change */
	struct audit audit;  /* the head of the operators' log */
	struct rate offers, lows, refusals;
	struct log_line *log; /* ring; line n is log[n % LOG_LINES] */
	uint64_t log_lines;   /* how many there were */
	int64_t now;          /* highest recorded time */
	uint64_t hubsequence; /* highest */
	uint64_t horizon;     /* of the last baseline: what closed before it is gone */
	uint64_t events;      /* how many were applied or counted, hub's included */
	uint64_t by_agents;   /* of these, from agents */

	/* private */
	struct {
		uint64_t standing[STANDINGS];
		struct sequences sequences;
		struct seen seen;
		struct words words; /* targets */
		struct table handoffs, agents, edges, incidents, decisions, groups, whys,
			early, noteds;
		struct early *early_list;
		uint32_t earlies;
		struct awaits awaits;
		struct order found; /* handoffs with faults that the fold found */
		uint64_t circles_forgotten;
		uint64_t access_denied;
		struct dump dump;
		struct { /* that it came from: mesh/image.h */
			const struct image_packing *packing;
			void (*damaged)(void *keep);
			void *keep;
			bool bad; /* a page was not what it should be */
		} image;
		size_t cap_edge, cap_agent, cap_group, cap_why, cap_early, cap_circle,
			cap_noted;
	} own;
};

/* NULL where there is none, or it has been aged out. */
static inline const struct handoff *handoff_at(const struct mesh *m, uint32_t place)
{
	const struct handoff *h = pages_at(&m->handoff, place);

	return h != NULL && h->id != NULL ? h : NULL;
}

static inline const struct incident *incident_at(const struct mesh *m, uint32_t place)
{
	const struct incident *i = pages_at(&m->incident, place);

	return i != NULL && i->id != NULL ? i : NULL;
}

static inline const struct decision *decision_at(const struct mesh *m, uint32_t place)
{
	const struct decision *d = pages_at(&m->decision, place);

	return d != NULL && d->id != NULL ? d : NULL;
}

/* How many wait for a human, are dead, are there; not only those that are here. */
static inline uint64_t mesh_waiting(const struct mesh *m)
{
	return m->review.count + m->beyond.review;
}

static inline uint64_t mesh_dead(const struct mesh *m)
{
	return m->dead.count + m->beyond.dead;
}

static inline uint64_t mesh_handoffs(const struct mesh *m)
{
	return m->handoff.kept + m->beyond.handoffs;
}

static inline uint64_t dead_letters(const struct dead_group *g)
{
	return g->letters.count + g->beyond;
}

static inline uint64_t dead_why_letters(const struct dead_why *y)
{
	return y->letters.count + y->beyond;
}

struct mesh *mesh_new(void);
void mesh_free(struct mesh *m);

/* What mesh_classify() found; valid for the mesh it was asked of, until it changes. */
struct arrival {
	enum standing standing; /* APPLIED for what a hub may say */
	uint64_t of;            /* a duplicate: the first one's hubsequence */
	uint32_t handoff;       /* place, or NONE */
	bool new_number;        /* it brings a sequence number that was not heard */
	bool known_id;          /* its (source, id) came before */
	bool by_hub;            /* the hub's own: counts in no counter */
	struct hash128 name;
	uint64_t content;
};

/* How an event would stand, changing nothing. `e` must have its hubsequence or 0. */
struct arrival mesh_classify(const struct mesh *m, const struct event *e);
/* Applies or counts a classified event. */
void mesh_commit(struct mesh *m, const struct event *e, const struct arrival *a);
/*
 * Both at once, for a hub's journal and feed. An event whose hubsequence is not
 * above the mesh's came before: nothing happens and false is returned. One
 * without a hubsequence gets the next.
 */
bool mesh_apply(struct mesh *m, const struct event *e);
/*
 * Both at once, for a recording, whose lines are in order already: one that
 * bears no number, or not one above the last, gets the next.
 */
void mesh_append(struct mesh *m, const struct event *e);

/*
 * Puts a contract in force that no event told of, in front of all events or between two:
 * for who judges a recording anew. Takes it over; gives its place. `file`: of the folder,
 * {NULL, 0}.
 */
uint32_t mesh_use_contract_take(
	struct mesh *m, struct contract *c, int64_t when, struct str file);

struct counters mesh_counters(const struct mesh *m);
uint64_t mesh_agent_lost(const struct mesh *m, uint32_t agent);
/*
 * For who adds up the losses of all agents: run `n` (0, 1 ...) is of this agent and
 * has lost so many. False behind the last one.
 */
bool mesh_run_lost(const struct mesh *m, uint32_t n, uint32_t *agent, uint64_t *lost);

uint32_t mesh_find_handoff(const struct mesh *m, struct str id);
/* The digest and place of an attempt of `h`; false if it was never offered. */
bool handoff_attempt(const struct handoff *h, uint32_t attempt,
	const struct digest **digest, uint64_t *offer);
uint32_t mesh_find_incident(const struct mesh *m, struct str id);
uint32_t mesh_find_agent(const struct mesh *m, struct str name);
uint32_t mesh_find_edge(const struct mesh *m, uint32_t from, uint32_t to);
/* Whether events of this handoff wait for somebody to offer it. */
bool mesh_awaits_offer(const struct mesh *m, struct str handoff);

struct unoffered { /* a handoff of which was told, and that nobody has offered */
	const char *id;
	struct str agent;     /* who told first; it may be absent */
	enum event_type type; /* what */
	int64_t since, last;
	uint32_t events;  /* how many wait */
	uint32_t accepts; /* of these, `accepted` */
};

/* The next, and *n, which begins at 0, moves behind it; false behind the last. */
bool mesh_unoffered(const struct mesh *m, uint32_t *n, struct unoffered *out);
/* What is told of that one; false: it was offered, or nothing is. */
bool mesh_unoffered_find(const struct mesh *m, struct str id, struct unoffered *out);
/* Of how many was told, offered meanwhile or not: *n of mesh_unoffered() ends there. */
uint32_t mesh_told_early(const struct mesh *m);
uint32_t mesh_find_decision(const struct mesh *m, struct str id);

/* When the fallback of this handoff fires; 0 if it will not. */
int64_t handoff_due(const struct handoff *h);
/* The contract it was offered under, or NULL. */
const struct contract *handoff_contract(const struct mesh *m, const struct handoff *h);
/* What its offer named, as it was said; NULL if its edge has forgotten that. */
const struct edge_kind *handoff_named(const struct mesh *m, const struct handoff *h);
/* The event that flagged the offer which stands, of several the first; 0: none did. */
uint64_t handoff_flagged(const struct handoff *h);
/*
 * In a few words for people: which way it was acted on twice ("accepted twice",
 * "offered twice from ID"). Adds nothing to a handoff without that fault.
 */
void handoff_twice(struct buf *out, const struct mesh *m, uint32_t place);
/* Of a version not taken, "ledger takes ^1, got 2.0.0"; nothing where its receiver has
 * said other than that since. Foreign text. */
void handoff_untaken(struct buf *out, const struct mesh *m, const struct handoff *h);
/* The agent that holds the artifact back until a human has decided. */
uint32_t handoff_gate(const struct mesh *m, const struct handoff *h);
/*
 * Who is on it, NULL: nobody. A claim ends by its own `until`, of which no event
 * tells; with a decision, or when the handoff leaves the queue, the fold ends it.
 */
static inline const char *handoff_claimant(const struct handoff *h, int64_t now)
{
	return h->claimed_until > now ? h->claimed_by : NULL;
}
/*
 * The decision on the attempt that stands, or its fired fallback, that an agent
 * was asked to do: the newest. NULL where nothing is asked of anybody.
 */
const struct decision *handoff_asked(const struct mesh *m, const struct handoff *h);
/* Its first approval of two, while it waits for the second; NULL. */
const struct decision *handoff_endorsed(const struct mesh *m, const struct handoff *h);
/*
 * A mark of what it died of, in the words that tell causes apart (struct dead_why): the
 * same cause, the same mark, in every process. 0: it is no dead end.
 */
uint32_t handoff_death(const struct mesh *m, const struct handoff *h);
const char *handoff_from(const struct mesh *m, const struct handoff *h);
const char *handoff_to(const struct mesh *m, const struct handoff *h);

/* The next handoff whose fallback is due at `now` or NONE; nothing changes. */
uint32_t mesh_next_due(const struct mesh *m, int64_t now);
/* The time of the earliest deadline, 0 if there is none. */
int64_t mesh_next_deadline(const struct mesh *m);
/* The next hole that the hub has to tell (mesh/sequence.h). */
bool mesh_next_gap(struct mesh *m, int64_t now, struct numbered *first, uint64_t *last);
int64_t mesh_next_gap_due(struct mesh *m);

enum agent_state { AGENT_UNHEARD, AGENT_UP, AGENT_SILENT, AGENT_LEFT };

const char *agent_state_name(enum agent_state s);
/* docs/PROTOCOL.md: silent after 3 x heartbeat_seconds; without that it is never silent.
 */
enum agent_state agent_state(const struct agent *a, int64_t now);

/* Median of the last confidences on an edge, in 0..1; below 0 if there is none. */
double edge_confidence(const struct edge *e);
/*
 * The same before its sender said another version or model, or, where that is long ago,
 * of the confidences before the last ones; below 0 if there is none.
 */
double edge_confidence_before(const struct edge *e);
/*
 * Of the last 8 that bore a confidence, or of as many (*of) as there were: how many
 * were below the bar. LOW is half of them, whatever else is wrong with the edge.
 */
uint32_t edge_below(const struct edge *e, uint32_t *of);
bool edge_is_low(const struct edge *e, int64_t now);
/* Offers a second over the last minute. */
double edge_rate(const struct edge *e, int64_t now);
/* Refusals, failures and deaths in the last ten minutes. */
uint64_t edge_bad(const struct edge *e, int64_t now);

struct edge_cause {
	const char *reason;  /* NULL: none was given */
	const char *latest;  /* of the last one, if that is another; else NULL */
	uint64_t count, all; /* how often in the last ten minutes; 0 if none then */
};

/* The reason that was given most often in the last ten minutes, else the last. */
struct edge_cause edge_cause(const struct edge *e, int64_t now);

/* Offers of the last ten minutes whose artifact breaks their contract. */
uint64_t edge_broke(const struct edge *e, int64_t now);
/* A wave of them: several, and half of all offers. How many since it began; 0: none. */
uint64_t edge_breaks(const struct edge *e, int64_t now);

/*
 * LOSES: something was refused, failed or died in the last ten minutes; BROKEN: half of
 * what was offered, and it was so when the newest of them went wrong: good offers that
 * become old break nothing.
 */
enum edge_trouble { EDGE_OK, EDGE_IDLE, EDGE_WAITS, EDGE_LOW, EDGE_LOSES, EDGE_BROKEN };

const char *edge_trouble_name(enum edge_trouble t);
enum edge_trouble edge_trouble(const struct edge *e, int64_t now);
/* As screens show it: WAITS and LOW come late and go late, so that nothing flickers. */
enum edge_trouble edge_shown(const struct edge *e, int64_t now);
bool edge_shown_low(const struct edge *e, int64_t now);

/* The gravest state that one of its handoffs is in. */
enum handoff_state incident_worst(const struct incident *i);
/* Handoffs that are not completed, discarded or rejected. */
uint32_t incident_open(const struct incident *i);

#endif
