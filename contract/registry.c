/* SPDX-License-Identifier: MIT */
#include "contract/registry.h"

#include <stdlib.h>

#include "base/mem.h"

void registry_fini(struct registry *r)
{
	for (uint32_t i = 0; i < r->count; i++)
		contract_free(r->entry[i].contract);
	free(r->entry);
	*r = (struct registry){ 0 };
}

uint32_t registry_put_take(struct registry *r, struct contract *c)
{
	registry_remove(r, str_of(c->id));
	xgrow(&r->entry, &r->cap, r->count + 1, sizeof(*r->entry));
	r->entry[r->count] = (struct registry_entry){ .contract = c, .in_force = true };
	return r->count++;
}

bool registry_remove(struct registry *r, struct str id)
{
	uint32_t i = registry_find(r, id);

	if (i == CONTRACT_NONE)
		return false;
	r->entry[i].in_force = false;
	return true;
}

uint32_t registry_find(const struct registry *r, struct str id)
{
	for (uint32_t i = 0; i < r->count; i++) {
		if (r->entry[i].in_force && str_is(id, r->entry[i].contract->id))
			return i;
	}
	return CONTRACT_NONE;
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
