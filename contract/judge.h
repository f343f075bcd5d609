/* SPDX-License-Identifier: MIT */
/*
 * What a contract says of one offer: docs/PROTOCOL.md, "When a human must look" and
 * "Fallback". Pure: the same offer and registry give the same judgement. The
 * fold uses it for what can be read off an offer (confidence, deadline,
 * summary); only the hub turns `hold` into an event.
 */
#ifndef CONTRACT_JUDGE_H
#define CONTRACT_JUDGE_H

#include "contract/fallback.h"
#include "contract/registry.h"

enum hold_cause {
	HOLD_NONE,
	HOLD_CONFIDENCE,
	HOLD_FAULT,
	HOLD_UNKNOWN_CONTRACT,
	HOLD_FALLBACK,
	HOLD_DECISION_REFUSED,
	HOLD_OPERATOR, /* a human stopped what nobody had taken yet */
	HOLD_CAUSES
};

/* What is wrong with a handoff, as bits. */
enum fault {
	FAULT_NO_CONFIDENCE = 1 << 0,
	FAULT_CONFIDENCE_KIND = 1 << 1,
	FAULT_CONFIDENCE_RANGE = 1 << 2,
	FAULT_NO_FALLBACK = 1 << 3,
	FAULT_BAD_FALLBACK = 1 << 4,
	FAULT_UNREVIEWED = 1 << 5,
	FAULT_UNKNOWN_CONTRACT = 1 << 6,
	FAULT_SCHEMA = 1 << 7,        /* the artifact breaks the contract's schema */
	FAULT_NO_PROVENANCE = 1 << 8, /* the contract asks for it */
	FAULT_BAD_TARGET = 1 << 9,    /* its fallback goes to nobody we know */
	FAULT_LOOP = 1 << 10,         /* it closes a circle without a `returns` */
	FAULT_TWICE = 1 << 11,        /* an agent acted twice on it */
	FAULT_UNSEEN_INPUT = 1 << 12, /* it names an input that nobody offered */
	FAULT_VERSION = 1 << 13,      /* its receiver does not take that version */
	FAULT_SCOPE = 1 << 14,        /* it was refused as out of scope */
	FAULT_UNCHECKED = 1 << 15,    /* the check of its schema was given up */
	FAULT_OTHER_EDGE = 1 << 16,   /* its contract is not of its two agents */
	FAULT_BITS = 17
};

/*
 * What a contract promises of an offer, as far as the offer alone shows it: on these
 * `on_violation` acts. Loops and what was done twice are of what agents did before.
 */
#define FAULTS_PROMISED                                                                  \
	(FAULT_NO_CONFIDENCE | FAULT_CONFIDENCE_KIND | FAULT_CONFIDENCE_RANGE |          \
		FAULT_NO_FALLBACK | FAULT_BAD_FALLBACK | FAULT_BAD_TARGET |              \
		FAULT_SCHEMA | FAULT_NO_PROVENANCE | FAULT_VERSION | FAULT_UNCHECKED |   \
		FAULT_OTHER_EDGE)

struct offer {
	struct str from, to;
	struct str dataschema; /* {NULL, 0} if the event has none */
	struct json *j;
	uint32_t artifact; /* node in `j` */
};

struct judgement {
	uint32_t contract; /* place in the registry, or CONTRACT_NONE */
	bool edge_has_contract;
	bool other_edge; /* it names one in force that is not of its two agents */
	bool has_confidence;
	double confidence;
	struct fallback fallback; /* action FALLBACK_NONE: not usable or none */
	unsigned faults;          /* enum fault */
	enum hold_cause hold;
};

/* Whether a `dataschema` names a contract, one that is in force or not. */
bool offer_names_contract(struct str dataschema);
void judge(const struct registry *r, const struct offer *o, struct judgement *out);

const char *hold_cause_name(enum hold_cause c);
/* HOLD_NONE where it is none. */
enum hold_cause hold_cause_named(struct str s);
/* The words for one bit. */
const char *fault_name(unsigned bit);
/* The bit for these words, or 0. */
unsigned fault_named(struct str s);

#endif
