/* SPDX-License-Identifier: MIT */
/* The contracts in force follow the folder: what changes there is an event. */
#include <stdlib.h>

#include "bus/contracts_dir.h"
#include "bus/hub_own.h"

static void tell(struct hub *h, const struct contract *c, bool removed)
{
	struct buf *b = hub_data(h, NONE);
	char digest[DIGEST_TEXT];

	digest_text(&c->digest, digest);
	out_key(b, "contract");
	out_raw(b, str_of(c->json));
	out_key(b, "digest");
	out_text(b, digest);
	if (removed) {
		out_key(b, "removed");
		out_bool(b, true);
	}
	out_close(b, '}');
	hub_emit(h, EV_CONTRACT_LOADED, (struct str){ 0 }, buf_view(b));
}

static bool in_files(const struct contract *c, const struct contract_file *f, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (f[i].contract != NULL && strcmp(f[i].contract->id, c->id) == 0)
			return true;
	}
	return false;
}

static void tell_removed(struct hub *h, const struct contract_file *f, size_t n)
{
	uint32_t count = h->mesh->contracts.count;

	for (uint32_t i = 0; i < count; i++) {
		const struct registry_entry *e = &h->mesh->contracts.entry[i];

		if (e->in_force && !in_files(e->contract, f, n))
			tell(h, e->contract, true);
	}
}

/* Two files of one id: the first by name stands, the other is refused. */
static bool is_second(const struct contract_file *f, size_t i)
{
	for (size_t k = 0; k < i; k++) {
		if (f[k].contract != NULL &&
			strcmp(f[k].contract->id, f[i].contract->id) == 0)
			return true;
	}
	return false;
}

static void tell_loaded(struct hub *h, const struct contract_file *f, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct contract *c = f[i].contract;
		uint32_t have;

		if (c == NULL) {
			hub_log(h, "contract %s/%s refused: %s", h->o.contracts,
				f[i].name, f[i].err.text);
			continue;
		}
		if (is_second(f, i)) {
			hub_log(h, "contract %s/%s refused: %s stands in another file",
				h->o.contracts, f[i].name, c->id);
			continue;
		}
		have = registry_find(&h->mesh->contracts, str_of(c->id));
		if (have == CONTRACT_NONE ||
			!digest_eq(&c->digest,
				&h->mesh->contracts.entry[have].contract->digest))
			tell(h, c, false);
	}
}

void hub_load_contracts(struct hub *h)
{
	struct contract_file *f;
	int64_t stamp;
	struct err e;
	size_t n;

	if (h->o.contracts == NULL)
		return;
	stamp = contract_files_stamp(h->o.contracts);
	if (stamp == h->contracts_stamp)
		return;
	h->contracts_stamp = stamp;
	f = contract_files_read(h->o.contracts, &n, &e);
	if (f == NULL) {
		hub_log(h, "%s", e.text);
		return;
	}
	tell_removed(h, f, n);
	tell_loaded(h, f, n);
	contract_files_free(f, n);
}
