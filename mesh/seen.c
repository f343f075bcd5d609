/* SPDX-License-Identifier: MIT */
#include "mesh/seen.h"

#include <stdlib.h>

#include "base/mem.h"

static bool is_free(const struct seen_entry *e)
{
	return e->name == 0 && e->more_name == 0;
}

void seen_init(struct seen *s)
{
	*s = (struct seen){ .key = hash_key_new() };
}

void seen_fini(struct seen *s)
{
	free(s->entry);
	s->entry = NULL;
	s->size = s->used = 0;
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
	return is_free(e) || e->place <= s->horizon ? NULL : e;
}

void seen_forget(struct seen *s, uint64_t horizon)
{
	if (horizon > s->horizon)
		s->horizon = horizon;
}

static size_t count_living(const struct seen *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->size; i++)
		n += !is_free(&s->entry[i]) && s->entry[i].place > s->horizon;
	return n;
}

/* Twice the room, or less where much of it was forgotten. */
static void rebuild(struct seen *s)
{
	struct seen old = *s;
	size_t living = s->horizon > 0 ? count_living(s) : s->used;

	s->size = 1024;
	while (s->size < living * 2)
		s->size *= 2;
	s->used = living;
	s->entry = xcalloc(s->size, sizeof(*s->entry));
	for (size_t i = 0; i < old.size; i++) {
		const struct seen_entry *e = &old.entry[i];

		if (!is_free(e) && e->place > s->horizon)
			*place_of(s, e->name, e->more_name) = *e;
	}
	free(old.entry);
}

bool seen_same(const struct seen_entry *e, uint64_t content)
{
	return e->content == (uint32_t)content && e->more_content == content >> 40;
}

/*
 * Entries come in the order of a table of this size. In a smaller one that grows
 * each would begin where the one before it ended: that never ends.
 */
void seen_reserve(struct seen *s, size_t count)
{
	s->size = 1024;
	while (s->size - s->size / 4 <= count)
		s->size *= 2;
	s->entry = xcalloc(s->size, sizeof(*s->entry));
}

void seen_put(struct seen *s, const struct seen_entry *e)
{
	struct seen_entry *at;

	if (s->used + 1 > s->size - s->size / 4)
		rebuild(s);
	at = place_of(s, e->name, e->more_name);
	s->used += is_free(at); /* else one that was forgotten */
	*at = *e;
}

void seen_add(struct seen *s, struct hash128 name, uint64_t content, uint64_t place)
{
	seen_put(s,
		&(struct seen_entry){
			.name = name.a,
			.more_name = (uint32_t)name.b,
			.content = (uint32_t)content,
			.more_content = content >> 40 & 0xffffff,
			.place = place & ((UINT64_C(1) << 40) - 1),
		});
}
