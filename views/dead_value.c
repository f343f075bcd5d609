/* SPDX-License-Identifier: MIT */
/*
 * The dead letters' screen: what is at stake, as a column. A sum is made once, a few
 * artifacts with each drawing, and kept until its letters are others; a row of more than
 * DEAD_SUMMED has none, as in the pane.
 */
#include <stdio.h>

#include "base/mem.h"
#include "views/dead_own.h"
#include "views/values.h"

#define SUMS 128 /* rows whose sums are kept: more than a screen has */
#define READ 64  /* artifacts that are read with one drawing */

struct sum {
	uint64_t id;      /* of the row; 0: none */
	uint64_t drawing; /* the last one it was wanted in */
	/* what it is of */
	const struct mesh *mesh; /* compared, never followed */
	size_t n;
	uint32_t first, last;
	unsigned hits;
	/* how far it is */
	size_t at;
	bool none; /* one of them has no value, or one of another unit */
	double sum;
	char unit[24];
};

struct dead_sums {
	struct sum slot[SUMS];
	uint64_t drawing;
	size_t left; /* to be read in this drawing */
};

void dead_value_begin(struct dead *d, const struct world *w)
{
	const struct registry *r = &w->mesh->contracts;

	d->valued = false;
	for (uint32_t i = 0; i < r->count && !d->valued; i++)
		d->valued = r->entry[i].contract->value_at != NULL;
	if (!d->valued)
		return;
	if (d->sums == NULL)
		d->sums = xcalloc(1, sizeof(*d->sums));
	d->sums->left = READ;
	d->sums->drawing++;
}

/* False: it has none of that unit; *known: that is certain. */
static bool add(
	const struct world *w, const struct handoff *h, struct sum *s, bool *known)
{
	const struct value *v = values_of(w, h);
	const struct contract *c = handoff_contract(w->mesh, h);
	const char *its = c != NULL ? c->value_unit : NULL;

	*known = v != NULL || c == NULL || c->value_at == NULL;
	if (v == NULL || !v->known || its == NULL ||
		(s->unit[0] != '\0' && strncmp(s->unit, its, sizeof(s->unit) - 1) != 0))
		return false;
	snprintf(s->unit, sizeof(s->unit), "%.23s", its);
	s->sum += v->number;
	return true;
}

/* The row's, or the one that was not wanted for the longest. */
static struct sum *slot_of(struct dead_sums *all, uint64_t id)
{
	struct sum *s = &all->slot[0];

	for (size_t i = 0; i < SUMS; i++) {
		if (all->slot[i].id == id)
			return &all->slot[i];
		if (all->slot[i].drawing < s->drawing)
			s = &all->slot[i];
	}
	return s;
}

static struct sum *sum_of(struct dead *d, uint64_t id, const struct dead_shown *letters)
{
	struct sum *s = slot_of(d->sums, id);
	uint32_t first = NONE, last = NONE;

	dead_shown_at(letters, 0, &first);
	dead_shown_at(letters, letters->n - 1, &last);
	if (s->id != id || s->mesh != d->mesh || s->n != letters->n ||
		s->first != first || s->last != last || s->hits != d->hits_of)
		*s = (struct sum){ .id = id,
			.mesh = d->mesh,
			.n = letters->n,
			.first = first,
			.last = last,
			.hits = d->hits_of };
	s->drawing = d->sums->drawing;
	return s;
}

/* Further, as far as artifacts are here and may be read. */
static void go_on(struct dead *d, const struct world *w, const struct dead_shown *letters,
	struct sum *s)
{
	for (; s->at < s->n && !s->none && d->sums->left > 0; s->at++, d->sums->left--) {
		const struct handoff *h;
		uint32_t letter;
		bool known = true;

		if (!dead_shown_at(letters, s->at, &letter))
			return;
		h = handoff_at(w->mesh, letter);
		if (h != NULL && add(w, h, s, &known))
			continue;
		if (!known)
			return; /* its artifact has been asked for */
		s->none = true;
	}
}

const char *dead_value_row(struct dead *d, const struct world *w, uint64_t id,
	const struct dead_shown *letters, char out[ROW_TEXT])
{
	struct sum *s;

	out[0] = '\0';
	if (letters->n == 0 || letters->n > DEAD_SUMMED)
		return out;
	s = sum_of(d, id, letters);
	go_on(d, w, letters, s);
	if (!s->none && s->at == s->n)
		snprintf(out, ROW_TEXT, "%.20s %.12g", s->unit, s->sum);
	return out;
}

bool dead_value_busy(const struct dead *d)
{
	return d->valued && d->sums->left == 0;
}

const char *dead_value_letter(const struct world *w, const struct handoff *h)
{
	const struct value *v = values_of(w, h);

	return v != NULL && v->known ? v->text : "";
}
