/* SPDX-License-Identifier: MIT */
/*
 * The artifact beside the last one of the same two agents and the same contract that went
 * through: completed, or where there is none approved. It is looked for from the newest
 * back, some at a time, and not for ever.
 */
#include "mesh/state.h"
#include "views/changes.h"

#define SLICE 20000 /* looked at in one drawing */
#define MOST 200000 /* and all in all, of each kind */
#define DEPTH 72

static bool is_like(
	const struct mesh *m, const struct handoff *h, const struct handoff *o)
{
	const struct contract *a = handoff_contract(m, h), *b;

	if (o == NULL || o == h || o->edge != h->edge)
		return false;
	b = handoff_contract(m, o);
	return a == b || (a != NULL && b != NULL && strcmp(a->name, b->name) == 0);
}

/* Those that closed, from the newest on; true when it is known whether there is one. */
static bool find_completed(struct twin *t, const struct mesh *m, const struct handoff *h)
{
	size_t rank =
		t->looked == 0 ? m->closed.count : order_rank(&m->closed, t->key, t->id);

	for (size_t n = 0; n < SLICE; n++) {
		struct order_item i;
		const struct handoff *o;

		if (rank == 0 || t->looked >= MOST)
			return true;
		if (!order_at(&m->closed, --rank, &i))
			return true;
		t->key = i.key;
		t->id = i.id;
		t->looked++;
		o = handoff_at(m, i.id);
		if (is_like(m, h, o) && o->state == STATE_COMPLETED) {
			t->place = i.id;
			return true;
		}
	}
	return false;
}

static bool find_approved(struct twin *t, const struct mesh *m, const struct handoff *h)
{
	for (size_t n = 0; n < SLICE; n++) {
		const struct decision *d;

		if (t->decision == 0 || m->decision.count - t->decision >= MOST)
			return true;
		d = decision_at(m, --t->decision);
		if (d == NULL || d->type != EV_APPROVED)
			continue;
		if (is_like(m, h, handoff_at(m, d->handoff)) &&
			handoff_at(m, d->handoff)->attempt == d->attempt) {
			t->place = d->handoff;
			return true;
		}
	}
	return false;
}

/* Whether it is known by now which one it is, or that there is none. */
static bool find_twin(struct twin *t, const struct mesh *m, const struct handoff *h)
{
	if (t->of != h->offer || !digest_eq(&t->digest, &h->digest) ||
		(t->place != NONE && handoff_at(m, t->place) == NULL))
		*t = (struct twin){ .of = h->offer,
			.digest = h->digest,
			.place = NONE,
			.decision = m->decision.count };
	if (t->place == NONE && !t->closed)
		t->closed = find_completed(t, m, h);
	if (t->place == NONE && t->closed && !t->known)
		t->known = find_approved(t, m, h);
	return t->place != NONE || t->known;
}

/* An artifact that a human edited went through as edited. */
static uint64_t event_of(const struct mesh *m, const struct handoff *o)
{
	const struct decision *d =
		o->decision == NONE ? NULL : decision_at(m, o->decision);

	return d != NULL && d->edited ? d->hubsequence : o->offer;
}

static void say_which(const struct world *w, const struct handoff *o, struct lines *l)
{
	char fate[ROW_TEXT], artifact[ROW_TEXT];

	buf_fmt(&l->text, "beside %s, the last %s of these two that went through: %s",
		o->id, row_artifact(w->mesh, o, artifact), row_fate_ago(w, o, fate));
	if (event_of(w->mesh, o) != o->offer)
		buf_str(&l->text, ", as edited");
	lines_end(l, STYLE_TITLE);
}

static void say_found(const struct changes *c, struct lines *l)
{
	if (c->places == 0)
		buf_str(&l->text, "no difference");
	else
		buf_fmt(&l->text, "%zu place%s differ%s", c->places,
			c->places == 1 ? "" : "s", c->places == 1 ? "s" : "");
	if (c->same > 0)
		buf_fmt(&l->text, ", %zu the same and not shown", c->same);
	lines_end(l, STYLE_MUTED);
}

static bool add_changes(
	struct detail *d, const struct world *w, const struct handoff *o, struct lines *l)
{
	struct buf bytes = { 0 };
	struct json j = { 0 };
	bool here = w->event != NULL &&
		w->event(w->event_arg, event_of(w->mesh, o), &bytes) &&
		json_read(&j, bytes.data, bytes.len, DEPTH, NULL);
	uint32_t n = here ? json_member(&j, json_member(&j, 0, "data"), "artifact")
			  : JSON_NONE;

	if (!here) {
		detail_loading(l);
	} else if (n != JSON_NONE && d->offer.artifact != JSON_NONE) {
		struct changes c =
			changes_add(l, &j, n, &d->offer.json, d->offer.artifact);

		say_found(&c, l);
	}
	json_fini(&j);
	buf_fini(&bytes);
	return here;
}

bool detail_text_diff(
	struct detail *d, const struct world *w, const struct handoff *h, struct lines *l)
{
	if (!detail_load(d, w, h)) {
		detail_loading(l);
		return false;
	}
	if (!find_twin(&d->twin, w->mesh, h)) {
		buf_fmt(&l->text,
			"looking for the last one that went through: %zu of %zu",
			d->twin.looked, w->mesh->closed.count);
		lines_end(l, STYLE_MUTED);
		return false;
	}
	if (d->twin.place == NONE) {
		buf_str(&l->text,
			"none of these two under this contract has gone through");
		if (d->twin.looked >= MOST)
			buf_fmt(&l->text, " among the last %d that closed", MOST);
		lines_end(l, STYLE_MUTED);
		return true;
	}
	say_which(w, handoff_at(w->mesh, d->twin.place), l);
	return add_changes(d, w, handoff_at(w->mesh, d->twin.place), l);
}
