/* SPDX-License-Identifier: MIT */
#include "views/again.h"

#define MOST 1000 /* decisions of a handoff that are looked at */

struct again again_of(const struct mesh *m, const struct handoff *h)
{
	struct again a = { .same = true };
	uint32_t now = handoff_death(m, h);
	const struct decision *d = decision_at(m, h->decisions);

	for (unsigned i = 0; d != NULL && i < MOST; d = decision_at(m, d->before), i++) {
		if (d->type != EV_REQUEUED)
			continue;
		a.times++;
		a.same &= d->cause == now && now != 0;
	}
	a.same &= a.times > 0;
	return a;
}
