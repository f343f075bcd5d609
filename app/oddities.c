/* SPDX-License-Identifier: MIT */
#include "app/oddities.h"

#include "app/command.h"

void say_oddities(const struct recording *r, const char *path, size_t bad)
{
	if (bad > 0)
		complain("left out %zu of %zu line%s: no event", bad, r->lines,
			r->lines == 1 ? "" : "s");
	if (r->doubled > 0)
		complain("%zu line%s twice and counted once", r->doubled,
			r->doubled == 1 ? " stands" : "s stand");
	if (r->cut)
		complain("%s is cut short: this is what there is of it", path);
	if (r->sorted)
		complain("the lines are not in hub order: folded by hubsequence");
}
