/* SPDX-License-Identifier: MIT */
/*
 * What a recording says about its mesh, judged anew: docs/OPERATING.md, "Contracts". The
 * mesh is folded as ever, but without what a hub found of contracts; that is found here
 * once more, by the contracts that the recording has or by others. lint.c collects,
 * lint_ask.c answers, lint_baseline.c knows what is not new,
 * lint_json.c and lint_text.c tell it. Nothing here asks a clock or prints.
 */
#ifndef APP_LINT_H
#define APP_LINT_H

#include "base/hashes.h"
#include "base/tally.h"
#include "bus/recording.h"
#include "contract/alike.h"
#include "contract/schema.h"
#include "contract/shape.h"
#include "contract/used.h"
#include "mesh/drift.h"

#define LINT_SHAPES 10000 /* of an edge, that are told apart */
#define LINT_JUDGED 20    /* offers of an edge, before a field of it is called unused */
#define LINT_KEY 200      /* bytes of a pointer, of a reason */
#define LINT_ALIKE 1000   /* pairs of contracts */
#define LINT_FIRST 3      /* handoffs of an edge that break a rule, told by name */

/* Rules beyond those of enum fault, which come first. */
enum lint_rule {
	RULE_NO_CONFIDENCE = FAULT_BITS, /* of an offer under no contract */
	RULE_NO_FALLBACK,
	RULE_NO_CONTRACT,
	RULES
};

struct lint_edge {
	uint64_t offers;                /* attempts that were applied */
	uint64_t found[RULES];          /* attempts, by what was found here */
	uint64_t said[FAULT_BITS];      /* what baselines have said of others */
	char *first[RULES][LINT_FIRST]; /* handoffs; NULL behind the last */
	struct hashes shapes;
	bool more_shapes;
};

struct lint_violation {           /* of the row in `violations` at its place */
	char *handoff, *contract; /* the first; NAME/X.Y.Z */
	int64_t since;
};

struct lint_recorded { /* an offer that was applied */
	uint32_t line;
	uint32_t edge;
	uint32_t contract; /* CONTRACT_NONE */
};

struct lint {
	struct mesh *m;
	bool others; /* contracts of a folder hold, not those of the recording */

	uint64_t events, bad; /* lines */
	uint64_t handoffs;
	/* offers that name no contract, and were judged: by one that says so, or by the
	 * only one of a folder that names their edge */
	uint64_t by_default, by_only;
	struct lint_edge *edge; /* by the mesh's places, m->edges of them */
	struct hashes shapes;   /* of all edges */
	bool has_baseline, knows_no_offer;
	struct hashes known;     /* private: what the baseline has */
	struct tally circles;    /* keys: places of agents, see lint_circle() */
	struct tally dead, died; /* reasons: handoffs at the end, events */
	struct tally violations; /* contract's name, pointer, message; NUL between them */
	struct lint_violation *violation;
	struct tally unnamed, unused; /* the edge's place, and the pointer */
	struct used *used;
	struct drifts drifts;
	struct likeness *alike;
	uint32_t alikes, alikes_left_out;
	uint64_t no_offer, no_offer_events,
		no_offer_accepts; /* handoffs, and what of them */
	uint64_t no_input;        /* inputs */

	/* private */
	struct json doc;
	struct schema_run run;
	struct schema_errors *errors;
	struct shape shape;
	struct lint_recorded *offer;
	size_t offers, cap_edge, cap_offer, cap_violation, cap_alike;
	size_t edges; /* that `edge` has */
};

struct lint *lint_new(void);
void lint_free(struct lint *l);
/*
 * Puts a contract in force from before the first event; the recording's own then do not
 * hold. Takes it over.
 */
void lint_use_contract_take(struct lint *l, struct contract *c);
void lint_recording(struct lint *l, const struct recording *r);

/* "schema", "loop", "without contract" ... */
const char *lint_rule_name(unsigned rule);
/* Attempts of an edge that break a rule. */
uint64_t lint_count(const struct lint *l, uint32_t edge, unsigned rule);
/* The same of all edges; *edges: how many have any. */
uint64_t lint_sum(const struct lint *l, unsigned rule, uint32_t *edges);
/* Who answers for an edge: the sender's team in the contracts in force; "" not said. */
struct str lint_owner(const struct lint *l, uint32_t edge);
/* What makes the recording fail: attempts by all rules, and handoffs never offered. */
uint64_t lint_faults(const struct lint *l);

struct lint_ranked {
	uint32_t place;
	uint64_t count;
};
/* The rules that are broken, and edges by a rule or by their shapes: the worst first. */
size_t lint_rank_rules(const struct lint *l, struct lint_ranked out[RULES]);
/* Room for m->edges of them. */
size_t lint_rank_edges(const struct lint *l, unsigned rule, struct lint_ranked *out);
size_t lint_rank_shapes(const struct lint *l, struct lint_ranked *out);
/* Offers without a fallback that can be used, under a contract or not. */
uint64_t lint_no_fallback(const struct lint *l);
/* How many contracts are in force. */
uint32_t lint_contracts(const struct lint *l);

/* The agents of a circle, in order; `longer` than it could be kept: its first two. */
size_t lint_circle(
	const struct tally_row *r, uint32_t agents[CIRCLE_AGENTS], bool *longer);
/* Splits a key of `violations`. */
struct lint_where {
	struct str contract, at, message;
};
struct lint_where lint_where(const struct tally_row *r);
/* Splits a key of `unnamed` or `unused`: the edge, and the pointer. */
uint32_t lint_field(const struct tally_row *r, struct str *at);

/*
 * A report of lint_json(): what stands in it is known. False, with why, if it is none.
 */
bool lint_use_baseline(struct lint *l, const char *path, struct err *e);
bool lint_is_known(const struct lint *l, uint32_t edge, unsigned rule);
/* By its place in `violations`. */
bool lint_knows_violation(const struct lint *l, uint32_t row);
/* As lint_faults(), without what is known; and violations that are not. */
uint64_t lint_new_faults(const struct lint *l);
uint32_t lint_new_violations(const struct lint *l);

/* One JSON object with all of it, in one line, all ASCII. */
void lint_json(const struct lint *l, struct buf *out);
/* For people, in lines of 80 columns. */
void lint_text(const struct lint *l, struct buf *out);

#endif
