/* SPDX-License-Identifier: MIT */
/*
 * Which of the fields that an agent is handed it ever makes use of, as far as what it
 * hands on can show. In two goes over the same offers: first what everybody offers
 * (used_offered) and what contracts would let him offer (used_promised), then what he is
 * handed (used_handed).
 *
 * A field is a member, up to three deep; in arrays all elements are one. It is used
 * where the receiver's offers have a member of that name anywhere, or a contract from
 * him knows a property of it; where one of them has its value (a string of 3 or more
 * bytes, a number of 3 or more digits, as they are written), or a string with its text in
 * it (6 or more bytes); and where the contract that it was offered under points at it.
 * One that holds others, or an array, is used if something in it is.
 *
 * Agents and edges are the caller's numbers. What comes beyond the bounds makes nothing
 * unused: it is counted in `left_out`.
 */
#ifndef CONTRACT_USED_H
#define CONTRACT_USED_H

#include <stdbool.h>
#include <stdint.h>

#include "contract/contract.h"

struct used;

struct used *used_new(void);
void used_free(struct used *u);

void used_offered(struct used *u, uint32_t agent, struct json *j, uint32_t artifact);
void used_promised(struct used *u, uint32_t agent, struct contract *c);
/* Whether it has offered anything. Who has not, uses what he is handed in other ways. */
bool used_speaks(const struct used *u, uint32_t agent);
/* `c`: the contract that it was offered under, NULL if there is none. */
void used_handed(struct used *u, uint32_t edge, uint32_t receiver,
	const struct contract *c, struct json *j, uint32_t artifact);

struct unused {
	uint32_t edge;
	uint64_t offers; /* that had the field */
};

/*
 * The next field that is not used, and *n, which begins at 0, moves behind it: `at`
 * becomes its pointer. Those within one are not told. False behind the last.
 */
bool used_next(const struct used *u, uint32_t *n, struct unused *out, struct buf *at);
/* Fields that were not looked at for want of room. */
uint64_t used_left_out(const struct used *u);

#endif
