/* SPDX-License-Identifier: MIT */
/*
 * The written rule for one kind of handoff: docs/PROTOCOL.md, "Contracts". A struct
 * contract is made once from JSON and never changes.
 */
#ifndef CONTRACT_CONTRACT_H
#define CONTRACT_CONTRACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/digest.h"
#include "base/err.h"
#include "base/json.h"
#include "base/str.h"

#define CONTRACT_DEPTH 62       /* so that it can stand in an event, two deep */
#define CONTRACT_MAX_ATTEMPTS 3 /* when the contract does not say */

struct schema;

enum contract_gate { GATE_TO, GATE_FROM };
/* What is done with a handoff that is not what the contract promises; it is shown anyway.
 */
enum on_violation { VIOLATION_FLAG, VIOLATION_HOLD, VIOLATION_DEAD_LETTER, VIOLATIONS };

struct version {
	uint32_t major, minor, patch;
};

struct contract {
	char *id;   /* "name/1.2.3" */
	char *name; /* "name" */
	struct version version;
	char **from, **to; /* NULL-terminated lists of agent names */
	char *confidence_at, *fallback_at;
	char *provenance_at; /* NULL if not declared */
	char *value_at, *value_unit;
	char *summary; /* NULL if not declared */
	char *represents;
	char *returns;               /* NAME or NAME/range of what may come back; NULL */
	char **excludes, **evidence; /* NULL-terminated; evidence: JSON Pointers */
	char **targets; /* to whom its fallback may go; NULL if not declared */
	bool has_review_below;
	double review_below;
	bool critical;
	bool assert_format; /* `format` in the schema decides */
	enum on_violation on_violation;
	bool fan_out;    /* several of it may come out of one input */
	bool is_default; /* offers that name no contract stand under it */
	enum contract_gate gate;
	uint32_t max_attempts;
	uint32_t approvals;    /* operators who must approve: 1 or 2 */
	char *json;            /* the contract as one line, as it is journaled */
	struct digest digest;  /* of `json` */
	struct json doc;       /* view of `json` */
	struct schema *schema; /* private: contract_schema() */
	bool bad_schema;
};

/*
 * Reads a contract. NULL with the reason in `e` where it is none: not JSON,
 * something required missing, or a member of the wrong kind. Its schema is only looked
 * at by contract_schema().
 */
struct contract *contract_read(struct str text, struct err *e);

/* One thing that is wrong with a contract; the pointer is into its text, "" the top. */
typedef void contract_fault_function(void *arg, const char *pointer, const char *why);

/* Tells all that is wrong with it, its schema too; NULL if anything is. */
struct contract *contract_check(
	struct str text, contract_fault_function *fault, void *arg);
void contract_free(struct contract *c);

/* Whether a NULL-terminated list of its, as `from` and `to`, has this name. */
bool contract_lists(char *const *list, struct str name);
/* Whether the contract names this edge. */
bool contract_names(const struct contract *c, struct str from, struct str to);

/*
 * Its schema, compiled when it is first asked for; the contract's. NULL and why where it
 * cannot be used.
 */
struct schema *contract_schema(struct contract *c, struct err *e);
/* Whether its `owners` name this team. */
bool contract_owns(const struct contract *c, struct str team);
/*
 * Whether a fallback may go to `target`: it is one of its targets, or a team of its
 * owners; or the contract has neither, and so does not say to whom.
 */
bool contract_knows_target(const struct contract *c, struct str target);
/* Whether what was handed on under it may come back under `back`. */
bool contract_returns(const struct contract *c, const struct contract *back);

/* "1.2.3" without pre-release parts; each number at most 999,999,999. */
bool version_read(struct str s, struct version *out);

/*
 * The contract's one line about this artifact (docs/PROTOCOL.md, "Contracts"): the
 * summary with each {pointer} filled in: scalars as they stand, arrays joined
 * by ", ", "?" for what is missing. Adds nothing if there is no summary. The
 * result holds foreign text: clean it before it is shown. At most 400 bytes.
 */
void contract_summary(
	struct buf *out, const struct contract *c, struct json *j, uint32_t artifact);

#endif
