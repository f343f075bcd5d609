/* SPDX-License-Identifier: MIT */
/*
 * The head of the operators' log, said where others keep it: whoever rewrites the
 * journal cannot rewrite what has gone to the supervisor's log an hour ago.
 */
#include "bus/hub_own.h"

#define SAY_EVERY (60 * MINUTE)

void hub_say_audit(struct hub *h)
{
	const struct audit *a = &h->mesh->audit;
	char head[AUDIT_TEXT];

	/* nothing is said of what is not on disk: then it is said the next turn */
	if (a->at > h->committed)
		return;
	h->next_audit = hub_now(h) + SAY_EVERY;
	if (a->events == 0)
		return;
	audit_text(a, head);
	hub_log(h, "audit head %s", head);
	if (a->broken != 0)
		hub_log(h,
			"the operators' log is broken at %llu: seam audit --verify says how",
			(unsigned long long)a->broken);
}

void hub_watch_audit(struct hub *h)
{
	if (!h->failed && hub_now(h) >= h->next_audit)
		hub_say_audit(h);
}
