/* SPDX-License-Identifier: MIT */
/*
 * A filter over handoffs that stand in an order, however many: it is looked at a slice of
 * them with each drawing, so that no key waits for all. What always holds: what has been
 * found is shown at once; who is not looked at yet, because its artifact has not come, is
 * counted as that. Artifacts are read once; what was found in one is kept.
 */
#ifndef VIEWS_SIFT_H
#define VIEWS_SIFT_H

#include "views/filter.h"

#define SIFT_SLICE 8000 /* handoffs that are looked at with one drawing */
#define SIFT_READ 200   /* artifacts of them that are read */
#define SIFT_BYTES ((size_t)2 << 20)
#define SIFT_ASKED 48 /* that are asked for and have not come */
#define SIFT_KEPT (1u << 20)

struct sift {
	struct filter filter;
	/* what it has found, in the order; handoffs' places */
	uint64_t *match;
	size_t matches, cap_match;
	size_t unknown;   /* that may match: their artifacts have not come */
	size_t of;        /* how many stood in the order then */
	unsigned version; /* of `match`: another one when that has changed */
	bool appends;     /* since it began, more has come behind the others, no more */

	/* private */
	const struct order *order;
	const struct mesh *mesh; /* compared, never followed */
	unsigned filtered;       /* version of the filter that is looked for */
	bool scanning, again, first, spent;
	int64_t key;
	uint32_t id;
	uint64_t *next;
	size_t nexts, cap_next, next_unknown;
	uint64_t at_hubsequence;
	int64_t at_tick;
	size_t reads, bytes, asks; /* left in this slice */
	uint64_t *seen;            /* offers by hash, 0: free */
	uint32_t *found;
	size_t slots, seens;
	struct json doc;
};

/* What a sift is asked about. */
struct sift_over {
	const struct order *order;
	/* the values of a handoff; query_of_handoff() where NULL */
	bool (*value)(struct query_row *row, enum query_name name, struct str member,
		unsigned nth, struct query_value *out);
	/* a further condition; NULL: none */
	bool (*also)(const struct world *w, const struct handoff *h);
};

/* As `arg` of the rows: what query_of_handoff() wants first. */
struct sift_row {
	struct query_about about;
	const struct world *world;
	struct sift *sift;
};

void sift_fini(struct sift *s);
bool sift_set(struct sift *s, struct str text, unsigned kinds);
/* Looks from the beginning: `also` is another. */
void sift_again(struct sift *s);
/* A slice further, as far as there is something to do. */
void sift_look(struct sift *s, const struct world *w, const struct sift_over *over);
/* It has more to look at: draw again soon. */
bool sift_busy(const struct sift *s);
/* Whether this one is let through, as far as is known. */
bool sift_passes(struct sift *s, const struct world *w, const struct sift_over *over,
	uint32_t place);
void sift_forget(struct sift *s); /* what was found in artifacts */
/* The same for who walks by himself: what a slice may cost, anew. */
void sift_refill(struct sift *s);
/*
 * What was found in the bytes of an event: read once, then kept. `find` reads them;
 * false: they are no event.
 */
typedef bool sift_find_fn(const struct query *q, void *arg, struct str event,
	struct json *doc, uint32_t *found);
enum query_look sift_read(struct sift *s, const struct world *w, uint64_t hubsequence,
	sift_find_fn *find, void *arg, uint32_t *found);
struct filter_count sift_count(const struct sift *s, size_t all);

#endif
