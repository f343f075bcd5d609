/* SPDX-License-Identifier: MIT */
/* A contract that promises nothing: any string may be the whole artifact. */
#ifndef CONTRACT_FREE_TEXT_H
#define CONTRACT_FREE_TEXT_H

#include "contract/contract.h"

/*
 * Whether its schema admits any string as the whole artifact, long and empty ones apart.
 * False where that cannot be told from the schema.
 */
bool contract_free_text(const struct contract *c);

#endif
