/* SPDX-License-Identifier: MIT */
#include "mesh/seen.h"

#include <stdlib.h>

#include "base/mem.h"

static bool is_free(const struct seen_entry *e)
{
	return e->name.a == 0 && e->name.b == 0;
}

void seen_fini(struct seen *s)
{
	free(s->entry);
	*s = (struct seen){ 0 };
}

static struct seen_entry *place_of(const struct seen *s, struct hash128 name)
{
	size_t i = name.a & (s->size - 1);

	while (!is_free(&s->entry[i]) &&
		(s->entry[i].name.a != name.a || s->entry[i].name.b != name.b))
		i = (i + 1) & (s->size - 1);
	return &s->entry[i];
}

const struct seen_entry *seen_find(const struct seen *s, struct hash128 name)
{
	const struct seen_entry *e;

	if (s->size == 0)
		return NULL;
	e = place_of(s, name);
	return is_free(e) ? NULL : e;
}

static void grow(struct seen *s)
{
	struct seen old = *s;

	s->size = old.size == 0 ? 1024 : old.size * 2;
	s->entry = xcalloc(s->size, sizeof(*s->entry));
	for (size_t i = 0; i < old.size; i++) {
		if (!is_free(&old.entry[i]))
			*place_of(s, old.entry[i].name) = old.entry[i];
	}
	free(old.entry);
}

void seen_add(struct seen *s, const struct seen_entry *e)
{
	if (s->used + 1 > s->size - s->size / 4)
		grow(s);
	*place_of(s, e->name) = *e;
	s->used++;
}
