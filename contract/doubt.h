/* SPDX-License-Identifier: MIT */
/*
 * What a hub takes of a contract, and its author should look at: a member that nobody
 * reads, a JSON Pointer to where the schema lets nothing be, and the like.
 */
#ifndef CONTRACT_DOUBT_H
#define CONTRACT_DOUBT_H

#include "contract/contract.h"

/* Tells each; the pointer is into the contract. */
void contract_doubts(const struct contract *c, contract_fault_function *tell, void *arg);

#endif
