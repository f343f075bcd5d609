/* SPDX-License-Identifier: MIT */
#include "mesh/seen.h"

#include <stdlib.h>

#include "base/mem.h"

static bool is_free(const struct seen_entry *e)
{
	return e->name == 0 && e->more_name == 0;
}

void seen_fini(struct seen *s)
{
	free(s->entry);
	*s = (struct seen){ 0 };
}

static struct seen_entry *place_of(
	const struct seen *s, uint64_t name, uint32_t more_name)
{
	size_t i = name & (s->size - 1);

	while (!is_free(&s->entry[i]) &&
		(s->entry[i].name != name || s->entry[i].more_name != more_name))
		i = (i + 1) & (s->size - 1);
	return &s->entry[i];
}

const struct seen_entry *seen_find(const struct seen *s, struct hash128 name)
{
	const struct seen_entry *e;

	if (s->size == 0)
		return NULL;
	e = place_of(s, name.a, (uint32_t)name.b);
	return is_free(e) ? NULL : e;
}

static void grow(struct seen *s)
{
	struct seen old = *s;

	s->size = old.size == 0 ? 1024 : old.size * 2;
	s->entry = xcalloc(s->size, sizeof(*s->entry));
	for (size_t i = 0; i < old.size; i++) {
		const struct seen_entry *e = &old.entry[i];

		if (!is_free(e))
			*place_of(s, e->name, e->more_name) = *e;
	}
	free(old.entry);
}

bool seen_same(const struct seen_entry *e, uint64_t content)
{
	return e->content == (uint32_t)content && e->more_content == content >> 40;
}

void seen_add(struct seen *s, struct hash128 name, uint64_t content, uint64_t place)
{
	if (s->used + 1 > s->size - s->size / 4)
		grow(s);
	*place_of(s, name.a, (uint32_t)name.b) = (struct seen_entry){
		.name = name.a,
		.more_name = (uint32_t)name.b,
		.content = (uint32_t)content,
		.more_content = content >> 40 & 0xffffff,
		.place = place & ((UINT64_C(1) << 40) - 1),
	};
	s->used++;
}
