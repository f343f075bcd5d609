/* SPDX-License-Identifier: MIT */
#include "views/unruled.h"

#define NAMED 3 /* contracts of an edge */

/* "a/1.0.0, b/1.0.0 and 2 more", of those in force; how many there are. */
static size_t edge_has(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	struct str from = str_of(handoff_from(m, h)), to = str_of(handoff_to(m, h));
	size_t n = 0;

	for (uint32_t i = 0; i < m->contracts.count; i++) {
		const struct registry_entry *e = &m->contracts.entry[i];

		if (!e->in_force || !contract_names(e->contract, from, to))
			continue;
		if (n++ < NAMED)
			buf_fmt(b, "%s%s", n > 1 ? ", " : "", e->contract->id);
	}
	if (n > NAMED)
		buf_fmt(b, " and %zu more", n - NAMED);
	return n;
}

void unruled_words(
	struct buf *b, const struct mesh *m, const struct handoff *h, struct str named)
{
	struct buf has = { 0 };
	size_t n = edge_has(&has, m, h);

	if (named.n == 0) {
		buf_fmt(b,
			n > 0 ? "names no contract; this edge has %s" : "none is named%s",
			n > 0 ? has.data : "");
	} else if (h->faults & FAULT_OTHER_EDGE) {
		buf_fmt(b, "%.*s, which is not of this edge", STR_ARG(named));
		if (n > 0)
			buf_fmt(b, " (it has %s)", has.data);
	} else if (registry_find(&m->contracts, named) != CONTRACT_NONE) {
		buf_fmt(b, "%.*s, which was not in force then", STR_ARG(named));
	} else {
		buf_fmt(b, "%.*s, which is not in force here", STR_ARG(named));
		if (n > 0)
			buf_fmt(b, "; this edge has %s", has.data);
	}
	buf_fini(&has);
}

const char *unruled_brief(const struct mesh *m, const struct handoff *h)
{
	const struct edge_kind *k = handoff_named(m, h);

	if (h->faults & FAULT_OTHER_EDGE)
		return fault_name(FAULT_OTHER_EDGE);
	if (k != NULL && k->name[0] == '\0')
		return "names no contract";
	return "contract not in force";
}
