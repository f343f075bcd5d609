/* SPDX-License-Identifier: MIT */
/* Objects whose keys are data: the samples of their members become one. */
#include <stdlib.h>

#include "base/mem.h"
#include "contract/sample_own.h"
#include "contract/text_kind.h"

#define RARE 4         /* there in at most one of so many objects ... */
#define RARE_OBJECTS 4 /* ... of at least so many */
#define RARE_KEYS 8    /* so many rare keys are no names ... */
#define RARE_IDS 3     /* ... and fewer, where each has a number in it */

static struct sample *merged(struct sample *into, struct sample *from);

static uint64_t numbers(const struct sample *s)
{
	return s->of[SAMPLE_INTEGER] + s->of[SAMPLE_REAL];
}

static void merge_numbers(struct sample *into, const struct sample *from)
{
	if (numbers(from) == 0)
		return;
	if (numbers(into) == 0 || from->most > into->most)
		into->most = from->most;
	if (numbers(into) == 0 || from->least < into->least) {
		into->least = from->least;
		into->at_least = 0;
	}
	if (from->least == into->least)
		into->at_least += from->at_least;
	into->endless |= from->endless;
	into->sum += from->sum;
	into->units += from->units;
	if (from->records > into->records)
		into->records = from->records;
}

static void merge_texts(struct sample_texts *into, const struct sample_texts *from)
{
	uint32_t n = 0;

	if (into->count == 0 || from->count == 0) {
		*into = into->count == 0 ? *from : *into;
		return;
	}
	while (n < into->prefix_bytes && n < from->prefix_bytes &&
		into->prefix[n] == from->prefix[n])
		n++;
	into->prefix_bytes = n;
	into->count += from->count;
	into->always &= from->always;
	into->ever |= from->ever;
	if (from->shortest < into->shortest)
		into->shortest = from->shortest;
	if (from->longest > into->longest)
		into->longest = from->longest;
}

static void merge_arrays(struct sample *into, const struct sample *from)
{
	if (from->of[SAMPLE_ARRAY] == 0)
		return;
	if (into->of[SAMPLE_ARRAY] == 0 || from->fewest < into->fewest)
		into->fewest = from->fewest;
	if (from->longest > into->longest)
		into->longest = from->longest;
}

static void take_member(struct sample *into, struct sample_member m)
{
	uint32_t i = sample_find(into, str_of(m.key));

	if (i < SAMPLE_MEMBERS) {
		merged(into->member[i].sample, m.sample);
	} else if (into->members < SAMPLE_MEMBERS) {
		xgrow(&into->member, &into->members_cap, into->members + 1,
			sizeof(*into->member));
		into->member[into->members++] = m;
		return;
	} else {
		sample_text(sample_keys(into), str_of(m.key));
		into->rest = merged(into->rest, m.sample);
	}
	free(m.key);
}

static void merge_members(struct sample *into, struct sample *from)
{
	for (uint32_t i = 0; i < from->members; i++)
		take_member(into, from->member[i]);
	from->members = 0;
	if (from->keys != NULL)
		merge_texts(sample_keys(into), from->keys);
	into->rest = merged(into->rest, from->rest);
	from->rest = NULL;
}

/* Both in one; `from` is freed. In what order they came is lost: nothing looks settled.
 */
static struct sample *merged(struct sample *into, struct sample *from)
{
	if (into == NULL || from == NULL)
		return into == NULL ? from : into;
	merge_numbers(into, from);
	merge_texts(&into->texts, &from->texts);
	merge_arrays(into, from);
	into->items = merged(into->items, from->items);
	from->items = NULL;
	merge_members(into, from);
	sample_forget_shapes(into);
	into->count += from->count;
	for (int t = 0; t < SAMPLE_TYPES; t++)
		into->of[t] += from->of[t];
	for (uint32_t i = 0; i < from->values; i++)
		sample_value(into, str_of(from->value[i].text), from->value[i].type,
			from->value[i].count);
	into->many |= from->many;
	into->last_value = into->count;
	into->last_key = into->of[SAMPLE_OBJECT];
	into->fallbacks += from->fallbacks;
	into->unseen |= from->unseen;
	sample_free(from);
	return into;
}

static bool is_rare(const struct sample *s, const struct sample_member *m)
{
	return m->sample->count * RARE <= s->of[SAMPLE_OBJECT];
}

/* Whether the rare keys of the objects here are data. */
static bool has_data_keys(const struct sample *s)
{
	uint32_t rare = 0, numbered = 0;

	for (uint32_t i = 0; i < s->members; i++) {
		if (!is_rare(s, &s->member[i]))
			continue;
		rare++;
		numbered +=
			(text_kinds_of(str_of(s->member[i].key)) & TEXT_NUMBERED) != 0;
	}
	if (s->of[SAMPLE_OBJECT] < RARE_OBJECTS)
		return false;
	return s->rest != NULL || (rare >= RARE_IDS && rare == numbered) ||
		(rare >= RARE_KEYS && s->last_key * 5 > s->of[SAMPLE_OBJECT] * 3);
}

static void gather_rare(struct sample *s)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < s->members; i++) {
		struct sample_member *m = &s->member[i];

		if (!is_rare(s, m)) {
			s->member[kept++] = *m;
			continue;
		}
		sample_text(sample_keys(s), str_of(m->key));
		s->rest = merged(s->rest, m->sample);
		free(m->key);
	}
	s->members = kept;
	sample_forget_shapes(s);
	s->hint = 0;
}

static void settle(struct sample *s)
{
	if (s == NULL)
		return;
	if (has_data_keys(s))
		gather_rare(s);
	settle(s->items);
	settle(s->rest);
	for (uint32_t i = 0; i < s->members; i++)
		settle(s->member[i].sample);
}

void sample_settle(struct sampling *g)
{
	settle(g->root);
}
