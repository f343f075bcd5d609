/* SPDX-License-Identifier: MIT */
/*
 * A first contract from the artifacts that one agent handed another: what all of them
 * kept to, with the counts, and a list of what is doubtful. What was seen is never
 * more than a sample, so a promise is only written down where the sample carries it:
 * values that stopped to be new long ago, ranges with room above them. The result is
 * one that contract_read() takes, and a human has to review.
 */
#ifndef CONTRACT_INFER_H
#define CONTRACT_INFER_H

#include "base/err.h"
#include "contract/sample.h"

#define INFER_DOUBTS 40 /* told; more are counted */

struct infer {
	char *from, *to;
	uint64_t artifacts;
	struct sampling seen;
	bool is_default; /* the contract is to hold for offers that name none */

	/* of the contract that was written last */
	uint32_t fields, always; /* places with a name; those that are required */
	uint32_t choices, ranges, patterns;
	char *doubt[INFER_DOUBTS]; /* a line each, foreign text in it */
	uint32_t doubts;           /* may be more than are kept */
};

void infer_init(struct infer *f, struct str from, struct str to);
void infer_fini(struct infer *f);
void infer_artifact(struct infer *f, struct json *j, uint32_t artifact);
/*
 * Adds the contract, in lines to be saved as they are, all ASCII. False if no artifact
 * was seen.
 */
bool infer_contract(struct infer *f, struct buf *out, struct err *e);

#endif
