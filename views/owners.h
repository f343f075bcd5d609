/* SPDX-License-Identifier: MIT */
/* Who answers for an agent, as the contract's `owners` says (agent to team). */
#ifndef VIEWS_OWNERS_H
#define VIEWS_OWNERS_H

#include "base/buf.h"
#include "contract/contract.h"

/* Adds "billing: team-pay  ledger: fin-core"; nothing where nobody is named. */
void owners_text(
	struct buf *out, const struct contract *c, const char *from, const char *to);

#endif
