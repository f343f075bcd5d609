/* SPDX-License-Identifier: MIT */
/*
 * The contracts in force follow the folder: what changes there is an event. A file that
 * is no contract changes nothing but that it is said so: what it was before stays in
 * force. So a file is remembered with its contract, in the events, also across starts.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "bus/hub_own.h"
#include "contract/diff_words.h"

#define LOOKING 100000    /* microseconds of reading before others have a turn */
#define COMPARING 1000000 /* of DIFF_FUEL: the hub must not wait for it */
#define LOADED_TOLD 50    /* in one look, a line each */
#define CHANGE_MOST 400   /* bytes of what changed: names are as long as they like */

/* --- in words ----------------------------------------------------------------- */

/* What became of a contract that keeps its version, in one line. */
static void put_change(
	struct buf *b, const struct contract *was, const struct contract *is)
{
	struct diff d = { .fuel = COMPARING };
	size_t first = 0;

	diff_contracts(&d, was, is);
	if (diff_gave_up(&d)) {
		buf_str(b, "too large to be compared here");
		diff_fini(&d);
		return;
	}
	diff_verdict_words(b, &d, &was->version);
	while (first < d.count && d.breaks != 0 && d.list[first].breaks == 0)
		first++;
	if (first < d.count) {
		buf_fmt(b, "; %s ", diff_place(&d.list[first]));
		diff_change_words(b, &d.list[first]);
	}
	diff_fini(&d);
}

static void log_loaded(struct hub *h, const char *id, const char *file,
	const struct contract *was, struct str change)
{
	if (was == NULL && h->contracts_loaded++ >= LOADED_TOLD)
		return;
	if (was == NULL)
		hub_log(h, "contract %s loaded from %s", id, file);
	else if (change.n == 0)
		hub_log(h, "contract %s stands in %s now, unchanged", id, file);
	else
		hub_log(h, "contract %s in %s changed under the same version: %.*s", id,
			file, (int)change.n, change.p);
}

/* --- contracts ------------------------------------------------------------------ */

/* `was`: what has this id until now, NULL; `removed`: that goes, and nothing comes. */
static void tell(struct hub *h, const struct contract *c, const char *file,
	const struct contract *was, bool removed)
{
	struct buf *b = hub_data(h, NONE), change = { 0 };
	char digest[DIGEST_TEXT];

	digest_text(&c->digest, digest);
	out_key(b, "contract");
	out_raw(b, str_of(c->json));
	out_key(b, "digest");
	out_text(b, digest);
	if (file != NULL) {
		out_key(b, "file");
		out_text(b, file);
	}
	if (removed) {
		out_key(b, "removed");
		out_bool(b, true);
	}
	if (was != NULL && !digest_eq(&was->digest, &c->digest)) {
		put_change(&change, was, c);
		change.len = text_head(buf_view(&change), CHANGE_MOST).n;
		digest_text(&was->digest, digest);
		out_key(b, "replaces");
		out_text(b, digest);
		out_key(b, "change");
		out_str(b, buf_view(&change));
	}
	out_close(b, '}');
	if (!removed)
		log_loaded(h, c->id, file, was, buf_view(&change));
	buf_fini(&change);
	hub_emit(h, EV_CONTRACT_LOADED, (struct str){ 0 }, buf_view(b));
}

/*
 * Whether a contract that no file holds any more may stand in one that is refused now:
 * its own; where that is not known, in any.
 */
static bool may_be_refused(const struct registry_entry *e, const struct watched *w)
{
	const struct watched_file *file;

	if (e->file == NULL)
		return w->bad;
	file = watched_named(w, e->file);
	return file != NULL && (file->id == NULL || file->err.text[0] != '\0');
}

static void tell_removed(struct hub *h)
{
	uint32_t count = h->mesh->contracts.count;

	for (uint32_t i = 0; i < count; i++) {
		const struct registry_entry *e = &h->mesh->contracts.entry[i];

		if (!e->in_force ||
			watched_holds(&h->contracts, e->contract->id) != NULL ||
			may_be_refused(e, &h->contracts))
			continue;
		hub_log(h, "contract %s removed: %s%s", e->contract->id,
			e->file != NULL ? e->file : "no file",
			e->file == NULL ? " has it"
				: watched_named(&h->contracts, e->file) != NULL
				? " has another now"
				: " is gone");
		tell(h, e->contract, e->file, NULL, true);
	}
}

static void tell_loaded(struct hub *h)
{
	for (uint32_t i = 0; i < h->contracts.n; i++) {
		const struct watched_file *f = &h->contracts.file[i];
		const struct registry *r = &h->mesh->contracts;
		const struct contract *c;
		uint32_t have;

		if (f->id == NULL || f->err.text[0] != '\0')
			continue;
		have = registry_find(r, str_of(f->id));
		if (have != CONTRACT_NONE && r->entry[have].file != NULL &&
			strcmp(r->entry[have].file, f->said) == 0 &&
			digest_eq(&r->entry[have].contract->digest, &f->digest))
			continue;
		c = watched_contract(&h->contracts, h->o.contracts, f);
		if (c != NULL)
			tell(h, c, f->said,
				have != CONTRACT_NONE ? r->entry[have].contract : NULL,
				false);
	}
}

/* --- files that are refused --------------------------------------------------- */

/* `why` NULL: it is not any more. */
static void tell_refused(struct hub *h, const char *file, const char *why)
{
	struct buf *b = hub_data(h, NONE);

	out_key(b, "file");
	out_text(b, file);
	if (why != NULL) {
		out_key(b, "reason");
		out_text(b, why);
	} else {
		out_key(b, "removed");
		out_bool(b, true);
	}
	out_close(b, '}');
	hub_emit(h, EV_CONTRACT_REFUSED, (struct str){ 0 }, buf_view(b));
}

static void refuse(struct hub *h)
{
	for (uint32_t i = 0; i < h->contracts.n; i++) {
		const struct watched_file *f = &h->contracts.file[i];
		const struct refused_file *said =
			registry_refused(&h->mesh->contracts, str_of(f->said));
		bool news;

		if (f->err.text[0] == '\0' || f->unsettled)
			continue;
		/* of a long reason the mesh keeps the beginning */
		news = said == NULL || !str_starts(str_of(f->err.text), said->reason);
		if (news)
			tell_refused(h, f->said, f->err.text);
		if (news || f->fresh)
			hub_log(h, "contract %s/%s refused: %s", h->o.contracts, f->said,
				f->err.text);
	}
}

/* Those that are good now, or gone. */
static void forgive(struct hub *h)
{
	for (uint32_t i = h->mesh->contracts.refusals; i-- > 0;) {
		const char *name = h->mesh->contracts.refused[i].file;
		const struct watched_file *f = watched_named(&h->contracts, name);
		char *kept;

		if (f != NULL && f->err.text[0] != '\0')
			continue;
		kept = xstrdup(name); /* the event frees it */
		hub_log(h, "contract %s/%s is %s", h->o.contracts, kept,
			f != NULL ? "mended" : "gone, and so is what was wrong with it");
		tell_refused(h, kept, NULL);
		free(kept);
	}
}

/* The folder itself stands among its files as long as nobody can read it: edits there
 * come to nothing, and who made them has to know. */
static void tell_folder(struct hub *h, const char *why)
{
	const struct refused_file *said =
		registry_refused(&h->mesh->contracts, STR(REFUSED_FOLDER));
	struct buf reason = { 0 };

	if (why == NULL && said != NULL) {
		hub_log(h, "the contracts in %s can be read again", h->o.contracts);
		tell_refused(h, REFUSED_FOLDER, NULL);
	}
	if (why == NULL || strcmp(why, h->contracts_gone.text) == 0)
		return;
	hub_log(h, "%s", why);
	buf_fmt(&reason, "%s; edits have no effect until it can be read", why);
	if (said == NULL || !str_starts(buf_view(&reason), said->reason))
		tell_refused(h, REFUSED_FOLDER, reason.data);
	buf_fini(&reason);
}

void hub_load_contracts(struct hub *h)
{
	struct err e;

	if (h->o.contracts == NULL)
		return;
	if (!watched_look(&h->contracts, h->o.contracts, LOOKING, &e)) {
		tell_folder(h, e.text);
		h->contracts_gone = e;
		return;
	}
	tell_folder(h, NULL);
	h->contracts_gone.text[0] = '\0';
	if (!h->contracts.changed && !h->contracts_doubted)
		return;
	h->contracts_doubted = false;
	if (!h->contracts.unread) /* else it may stand in one that is read next */
		tell_removed(h);
	h->contracts_loaded = 0;
	tell_loaded(h);
	if (h->contracts_loaded > LOADED_TOLD)
		hub_log(h, "and %u more contracts", h->contracts_loaded - LOADED_TOLD);
	forgive(h);
	refuse(h);
	watched_noted(&h->contracts);
}
