/* SPDX-License-Identifier: MIT */
#include "contract/registry.h"

#include <stdlib.h>

#include "base/mem.h"

static void forget(struct registry *r, uint32_t i)
{
	free(r->refused[i].file);
	free(r->refused[i].reason);
	r->refusals--;
	memmove(r->refused + i, r->refused + i + 1,
		(r->refusals - i) * sizeof(*r->refused));
}

void registry_fini(struct registry *r)
{
	for (uint32_t i = 0; i < r->count; i++) {
		contract_free(r->entry[i].contract);
		free(r->entry[i].file);
		free(r->entry[i].change);
	}
	free(r->entry);
	while (r->refusals > 0)
		forget(r, r->refusals - 1);
	free(r->refused);
	table_fini(&r->by_id);
	*r = (struct registry){ 0 };
}

static struct str id_of(const void *owner, uint32_t place)
{
	return str_of(((const struct registry *)owner)->entry[place].contract->id);
}

uint32_t registry_put_entry_take(struct registry *r, const struct registry_entry *e)
{
	if (r->by_id.key_of == NULL)
		table_init(&r->by_id, id_of, r);
	if (e->in_force)
		registry_remove(r, str_of(e->contract->id));
	xgrow(&r->entry, &r->cap, r->count + 1, sizeof(*r->entry));
	r->entry[r->count] = *e;
	if (e->in_force) {
		table_add(&r->by_id, id_of(r, r->count), r->count);
		r->defaults += e->contract->is_default;
	}
	return r->count++;
}

uint32_t registry_put_take(struct registry *r, struct contract *c)
{
	return registry_put_entry_take(
		r, &(struct registry_entry){ .contract = c, .in_force = true });
}

bool registry_remove(struct registry *r, struct str id)
{
	uint32_t i = registry_find(r, id);

	if (i == CONTRACT_NONE)
		return false;
	table_remove(&r->by_id, id, i);
	r->defaults -= r->entry[i].contract->is_default;
	r->entry[i].in_force = false;
	return true;
}

const struct refused_file *registry_refused(const struct registry *r, struct str file)
{
	for (uint32_t i = 0; i < r->refusals; i++) {
		if (str_is(file, r->refused[i].file))
			return &r->refused[i];
	}
	return NULL;
}

void registry_forgive(struct registry *r, struct str file)
{
	const struct refused_file *f = registry_refused(r, file);

	if (f != NULL)
		forget(r, (uint32_t)(f - r->refused));
}

void registry_refuse(struct registry *r, const struct refused_file *f)
{
	registry_forgive(r, str_of(f->file));
	if (r->refusals == REFUSED_MOST)
		forget(r, 0);
	xgrow(&r->refused, &r->cap_refused, (size_t)r->refusals + 1, sizeof(*r->refused));
	r->refused[r->refusals] = *f;
	r->refused[r->refusals].file = xstrdup(f->file);
	r->refused[r->refusals++].reason = xstrdup(f->reason);
}

uint32_t registry_find(const struct registry *r, struct str id)
{
	uint32_t place = r->by_id.key_of != NULL ? table_find(&r->by_id, id) : TABLE_NONE;

	return place != TABLE_NONE ? place : CONTRACT_NONE;
}

uint32_t registry_before(const struct registry *r, uint32_t place)
{
	const struct contract *c = r->entry[place].contract;

	for (uint32_t i = place; i-- > 0;) {
		if (!r->entry[i].in_force && strcmp(r->entry[i].contract->id, c->id) == 0)
			return digest_eq(&r->entry[i].contract->digest, &c->digest)
				? CONTRACT_NONE
				: i;
	}
	return CONTRACT_NONE;
}

bool registry_knew(const struct registry *r, struct str name)
{
	for (uint32_t i = 0; i < r->count; i++) {
		if (str_is(name, r->entry[i].contract->name))
			return true;
	}
	return false;
}

bool registry_names(const struct registry *r, struct str from, struct str to)
{
	for (uint32_t i = 0; i < r->count; i++) {
		if (r->entry[i].in_force &&
			contract_names(r->entry[i].contract, from, to))
			return true;
	}
	return false;
}

uint32_t registry_default(const struct registry *r, struct str from, struct str to)
{
	uint32_t only = CONTRACT_NONE, naming = 0;

	if (r->defaults == 0 && !r->suppose)
		return CONTRACT_NONE;
	for (uint32_t i = r->count; i-- > 0;) {
		const struct registry_entry *e = &r->entry[i];

		if (!e->in_force || (!e->contract->is_default && !r->suppose) ||
			!contract_names(e->contract, from, to))
			continue;
		if (e->contract->is_default)
			return i;
		only = naming++ == 0 ? i : CONTRACT_NONE;
	}
	return only;
}
