/* SPDX-License-Identifier: MIT */
/*
 * The contracts in force follow the folder: what changes there is an event. A file that
 * is no contract changes nothing but that it is said so: what it was before stays in
 * force. So a file is remembered with its contract, in the events, also across starts.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "bus/contracts_dir.h"
#include "bus/hub_own.h"

struct folder {
	struct contract_file *file;
	size_t n;
	bool bad; /* one of them is no contract */
};

static void tell(struct hub *h, const struct contract *c, const char *file, bool removed)
{
	struct buf *b = hub_data(h, NONE);
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
	out_close(b, '}');
	hub_emit(h, EV_CONTRACT_LOADED, (struct str){ 0 }, buf_view(b));
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

static const struct contract_file *find_file(const struct folder *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++) {
		if (strcmp(f->file[i].name, name) == 0)
			return &f->file[i];
	}
	return NULL;
}

static void refuse(struct hub *h, const struct folder *f)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct contract_file *file = &f->file[i];
		const struct refused_file *said =
			registry_refused(&h->mesh->contracts, str_of(file->name));

		if (file->contract != NULL)
			continue;
		/* of a long reason the mesh keeps the beginning */
		if (said == NULL || !str_starts(str_of(file->err.text), said->reason))
			tell_refused(h, file->name, file->err.text);
		hub_log(h, "contract %s/%s refused: %s", h->o.contracts, file->name,
			file->err.text);
	}
}

/* Those that are good now, or gone. */
static void forgive(struct hub *h, const struct folder *f)
{
	for (uint32_t i = h->mesh->contracts.refusals; i-- > 0;) {
		const char *name = h->mesh->contracts.refused[i].file;
		const struct contract_file *file = find_file(f, name);
		char *kept;

		if (file != NULL && file->contract == NULL)
			continue;
		kept = xstrdup(name); /* the event frees it */
		tell_refused(h, kept, NULL);
		free(kept);
	}
}

/* --- contracts ------------------------------------------------------------------ */

static bool in_files(const struct contract *c, const struct folder *f)
{
	for (size_t i = 0; i < f->n; i++) {
		if (f->file[i].contract != NULL &&
			strcmp(f->file[i].contract->id, c->id) == 0)
			return true;
	}
	return false;
}

/*
 * Whether a contract that no file holds any more may stand in one that is refused now:
 * its own; where that is not known, in any.
 */
static bool may_be_refused(const struct registry_entry *e, const struct folder *f)
{
	const struct contract_file *file;

	if (e->file == NULL)
		return f->bad;
	file = find_file(f, e->file);
	return file != NULL && file->contract == NULL;
}

static void tell_removed(struct hub *h, const struct folder *f)
{
	uint32_t count = h->mesh->contracts.count;

	for (uint32_t i = 0; i < count; i++) {
		const struct registry_entry *e = &h->mesh->contracts.entry[i];

		if (e->in_force && !in_files(e->contract, f) && !may_be_refused(e, f))
			tell(h, e->contract, e->file, true);
	}
}

/* Whether it is in force as it stands in this file. */
static bool is_known(const struct registry *r, const struct contract_file *file)
{
	uint32_t have = registry_find(r, str_of(file->contract->id));
	const struct registry_entry *e = &r->entry[have];

	return have != CONTRACT_NONE && e->file != NULL &&
		strcmp(e->file, file->name) == 0 &&
		digest_eq(&file->contract->digest, &e->contract->digest);
}

static void tell_loaded(struct hub *h, const struct folder *f)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct contract_file *file = &f->file[i];

		if (file->contract != NULL && !is_known(&h->mesh->contracts, file))
			tell(h, file->contract, file->name, false);
	}
}

void hub_load_contracts(struct hub *h)
{
	struct folder f = { 0 };
	int64_t stamp;
	struct err e;

	if (h->o.contracts == NULL)
		return;
	stamp = contract_files_stamp(h->o.contracts);
	if (stamp == h->contracts_stamp)
		return;
	h->contracts_stamp = stamp;
	f.file = contract_files_read(h->o.contracts, &f.n, &e);
	if (f.file == NULL) {
		hub_log(h, "%s", e.text);
		return;
	}
	for (size_t i = 0; i < f.n; i++)
		f.bad |= f.file[i].contract == NULL;
	tell_removed(h, &f);
	tell_loaded(h, &f);
	forgive(h, &f);
	refuse(h, &f);
	contract_files_free(f.file, f.n);
}
