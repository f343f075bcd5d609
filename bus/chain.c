/* SPDX-License-Identifier: MIT */
#include "bus/chain.h"

#include <stdlib.h>

#include "base/mem.h"

static const struct digest nothing; /* what the first link bears as `previous` */

void chain_fini(struct chain *c)
{
	free(c->link);
	*c = (struct chain){ 0 };
}

void chain_add(struct chain *c, const struct event *e, uint64_t place)
{
	struct chain_link l = { .hubsequence = e->hubsequence, .place = place };
	uint64_t last = c->links > 0 ? c->link[c->links - 1].hubsequence : 0;

	if (!audit_has(e)) {
		c->between++;
		return;
	}
	l.hash = digest_of(e->raw);
	l.linked = audit_previous(e, &l.previous);
	l.holed = l.hubsequence > last && l.hubsequence - last - 1 > c->between;
	xgrow(&c->link, &c->cap, c->links + 1, sizeof(*c->link));
	c->link[c->links++] = l;
	c->between = 0;
}

const char *chain_fault_name(enum chain_fault f)
{
	static const char *const name[CHAIN_FAULTS] = { "whole", "changed", "missing",
		"reordered", "inserted" };

	return name[f];
}

size_t chain_find(const struct chain *c, const struct digest *hash)
{
	size_t i = 0;

	while (i < c->links && !digest_eq(&c->link[i].hash, hash))
		i++;
	return i;
}

/* What the link at `i` has to bear as `previous`. */
static const struct digest *head_before(const struct chain *c, size_t i)
{
	return i > 0 ? &c->link[i - 1].hash : &nothing;
}

static bool follows(const struct chain *c, size_t i, const struct digest *head)
{
	return c->link[i].linked && digest_eq(&c->link[i].previous, head);
}

/* The first link from `i` on that follows this head; `links` if none does. */
static size_t follower(const struct chain *c, size_t i, const struct digest *head)
{
	while (i < c->links && !follows(c, i, head))
		i++;
	return i;
}

/* Its predecessor stands elsewhere in the file. False: it is nowhere. */
static bool is_elsewhere(const struct chain *c, size_t i, struct chain_break *b)
{
	const struct chain_link *l = &c->link[i];
	size_t of;

	if (!l->linked)
		return false;
	if (i > 0 && digest_eq(&l->previous, &nothing)) {
		*b = (struct chain_break){ CHAIN_INSERTED, i, 0, i - 1 };
		return true;
	}
	of = chain_find(c, &l->previous);
	if (of == c->links)
		return false;
	if (of > i)
		*b = (struct chain_break){ CHAIN_REORDERED, i, i, i };
	else
		*b = (struct chain_break){ CHAIN_INSERTED, i, of + 1, i - 1 };
	return true;
}

/* What it follows is in the file no more, or it never followed anything there. */
static struct chain_break judge_stray(const struct chain *c, size_t i)
{
	size_t next = follower(c, i + 1, head_before(c, i));
	bool vouched = i + 1 == c->links || follows(c, i + 1, &c->link[i].hash);
	size_t before = i > 0 ? i - 1 : 0;

	if (next < c->links)
		return (struct chain_break){ CHAIN_INSERTED, i, i, next - 1 };
	if (!c->link[i].linked || !vouched)
		return (struct chain_break){ CHAIN_CHANGED, i, i, i };
	if (i == 0 || c->link[i].holed)
		return (struct chain_break){ CHAIN_MISSING, i, before, before };
	return (struct chain_break){ CHAIN_CHANGED, i, before, before };
}

struct chain_break chain_check(const struct chain *c)
{
	struct chain_break b = { CHAIN_WHOLE, c->links, 0, 0 };
	bool begun = false;

	for (size_t i = 0; i < c->links; i++) {
		const struct chain_link *l = &c->link[i];
		/* an older seam's events bear nothing: the chain begins behind them */
		bool fits = l->linked ? follows(c, i, head_before(c, i)) : !begun;

		begun |= l->linked;
		if (fits)
			continue;
		return is_elsewhere(c, i, &b) ? b : judge_stray(c, i);
	}
	return b;
}
