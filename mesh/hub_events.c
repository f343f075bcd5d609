/* SPDX-License-Identifier: MIT */
/* What the hub says that is about no handoff: contracts, gaps, duplicates, quarantine. */
#include <stdlib.h>

#include "mesh/own.h"

uint32_t mesh_use_contract_take(
	struct mesh *m, struct contract *c, int64_t when, struct str file)
{
	struct registry *r = &m->contracts;
	uint32_t place = registry_find(r, str_of(c->id));

	/* the very same again, from another file: that is no other since then */
	if (place != CONTRACT_NONE &&
		digest_eq(&r->entry[place].contract->digest, &c->digest)) {
		contract_free(c);
	} else {
		place = registry_put_take(r, c);
		r->entry[place].loaded = when;
	}
	r->entry[place].changed = m->hubsequence;
	text_replace(&r->entry[place].file, file);
	return place;
}

static void fold_contract(struct mesh *m, const struct event *e, uint32_t unused)
{
	uint32_t node = json_member(e->doc, e->data, "contract");
	struct contract *c;
	uint32_t place;

	(void)unused;
	if (node == JSON_NONE ||
		(c = contract_read(json_raw(e->doc, node), NULL)) == NULL)
		return;
	if (e->removed) {
		place = registry_find(&m->contracts, str_of(c->id));
		if (registry_remove(&m->contracts, str_of(c->id)))
			m->contracts.entry[place].removed = e->recorded;
		contract_free(c);
		return;
	}
	place = mesh_use_contract_take(m, c, e->recorded, e->file);
	node = json_member(e->doc, e->data, "change");
	if (json_is(e->doc, node, JSON_STRING))
		text_replace(&m->contracts.entry[place].change, json_str(e->doc, node));
}

/* A file of the folder is no contract, or is none no more. */
static void fold_refused(struct mesh *m, const struct event *e, uint32_t unused)
{
	struct refused_file f = { .since = e->recorded, .changed = e->hubsequence };
	const struct refused_file *before = registry_refused(&m->contracts, e->file);

	(void)unused;
	if (e->removed) {
		registry_forgive(&m->contracts, e->file);
		return;
	}
	if (before != NULL)
		f.since = before->since;
	f.file = text_kept(e->file);
	f.reason = text_kept(e->reason.p != NULL ? e->reason : STR(""));
	registry_refuse(&m->contracts, &f);
	free(f.file);
	free(f.reason);
}

static void fold_gap(struct mesh *m, const struct event *e, uint32_t unused)
{
	struct numbered first = { .number = e->first };
	uint32_t source = json_member(e->doc, e->data, "source");
	uint32_t run = json_member(e->doc, e->data, "run");

	(void)unused;
	first.source = json_is(e->doc, source, JSON_STRING) ? json_str(e->doc, source)
							    : (struct str){ 0 };
	first.run = json_is(e->doc, run, JSON_STRING) ? json_str(e->doc, run)
						      : (struct str){ 0 };
	if (first.source.n + first.run.n < 400)
		sequence_tell(&m->own.sequences, &first, e->last);
}

static void fold_duplicate(struct mesh *m, const struct event *e, uint32_t unused)
{
	(void)unused;
	m->own.standing[STANDING_DUPLICATE] += e->count;
}

static void fold_quarantined(struct mesh *m, const struct event *e, uint32_t unused)
{
	(void)unused;
	m->own.standing[STANDING_QUARANTINED] += e->count > 0 ? e->count : 1;
}

static void fold_access_denied(struct mesh *m, const struct event *e, uint32_t unused)
{
	(void)unused;
	m->own.access_denied += e->count;
}

fold_function *const hub_folds[EVENT_TYPES] = {
	[EV_CONTRACT_LOADED] = fold_contract,
	[EV_CONTRACT_REFUSED] = fold_refused,
	[EV_GAP] = fold_gap,
	[EV_DUPLICATE] = fold_duplicate,
	[EV_QUARANTINED] = fold_quarantined,
	[EV_ACCESS_DENIED] = fold_access_denied,
	[EV_BASELINE] = fold_baseline,
};
