/* SPDX-License-Identifier: MIT */
#include "contract/sample.h"

#include <math.h>
#include <stdlib.h>

#include "base/digest.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "base/text.h"
#include "contract/decimal.h"
#include "contract/fallback.h"
#include "contract/sample_own.h"
#include "contract/text_kind.h"

#define EXACT 15 /* digits of which a double keeps all */

static void look(struct sampling *g, struct sample *s, struct json *j, uint32_t node,
	unsigned depth);

static struct sample *place_new(struct sampling *g)
{
	if (g->places >= SAMPLE_PLACES) {
		g->full = true;
		return NULL;
	}
	g->places++;
	return xcalloc(1, sizeof(struct sample));
}

static void forget_values(struct sample *s)
{
	for (uint32_t i = 0; i < s->values; i++)
		free(s->value[i].text);
	s->values = 0;
	s->many = true;
}

void sample_free(struct sample *s)
{
	if (s == NULL)
		return;
	forget_values(s);
	sample_free(s->items);
	for (uint32_t i = 0; i < s->members; i++) {
		free(s->member[i].key);
		sample_free(s->member[i].sample);
	}
	free(s->member);
	sample_free(s->rest);
	free(s->keys);
	free(s->shapes);
	free(s);
}

void sampling_fini(struct sampling *g)
{
	sample_free(g->root);
	*g = (struct sampling){ 0 };
}

bool sample_is(const struct sample *s, enum sample_type only)
{
	return s->count > 0 && s->of[only] == s->count;
}

/* --- scalars --------------------------------------------------------------- */

void sample_value(
	struct sample *s, struct str text, enum sample_type type, uint64_t count)
{
	if (s->many)
		return;
	for (uint32_t i = 0; i < s->values; i++) {
		if (s->value[i].type == type && str_is(text, s->value[i].text)) {
			s->value[i].count += count;
			return;
		}
	}
	s->last_value = s->count;
	if (s->values == SAMPLE_VALUES || text.n > SAMPLE_VALUE_BYTES ||
		(text.n > 0 && memchr(text.p, '\0', text.n) != NULL)) {
		forget_values(s);
		return;
	}
	s->value[s->values++] =
		(struct sample_value){ xmemdup(text.p, text.n), type, count };
}

static uint32_t characters(struct str s)
{
	uint32_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

static void cut_prefix(struct sample_texts *t, struct str s)
{
	uint32_t n = 0;

	while (n < t->prefix_bytes && n < s.n && t->prefix[n] == s.p[n])
		n++;
	t->prefix_bytes = n;
}

void sample_text(struct sample_texts *t, struct str s)
{
	uint32_t n = characters(s);
	unsigned shapes = text_kinds_of(s);

	if (t->count++ == 0) {
		t->shortest = t->longest = n;
		t->always = t->ever = shapes;
		t->prefix_bytes =
			(uint32_t)(s.n < sizeof(t->prefix) ? s.n : sizeof(t->prefix));
		if (s.n > 0)
			memcpy(t->prefix, s.p, t->prefix_bytes);
		return;
	}
	t->shortest = n < t->shortest ? n : t->shortest;
	t->longest = n > t->longest ? n : t->longest;
	t->always &= shapes;
	t->ever |= shapes;
	cut_prefix(t, s);
}

static uint64_t numbers(const struct sample *s)
{
	return s->of[SAMPLE_INTEGER] + s->of[SAMPLE_REAL];
}

/*
 * As a double; one of more digits is the next double on its side of the nearest, for
 * 1.00000000000000000001 is not within 0..1, and -1e-400 is below 0.
 */
static double number_of(const struct json *j, uint32_t node)
{
	struct str raw = json_raw(j, node);
	double d = json_number(j, node);
	struct buf text = { 0 };
	struct decimal written, read;
	int order;

	if (!isfinite(d) || (d != 0 && raw.n <= EXACT))
		return d;
	out_real(&text, d);
	written = decimal_of(raw);
	read = decimal_of(buf_view(&text));
	order = decimal_compare(&written, &read);
	buf_fini(&text);
	return order == 0 ? d : nextafter(d, order < 0 ? -HUGE_VAL : HUGE_VAL);
}

static void add_number(struct sample *s, double d)
{
	bool first = numbers(s) == 1;

	if (!isfinite(d)) {
		s->endless = true;
		d = d < 0 ? -1e308 : 1e308;
	}
	if (first || d > s->most) {
		s->most = d;
		s->records++;
	}
	if (first || d < s->least) {
		s->least = d;
		s->at_least = 0;
	}
	s->at_least += d == s->least;
	s->units += d >= 0 && d <= 1;
	s->sum += fabs(d);
}

/* --- containers ------------------------------------------------------------ */

static void look_items(struct sampling *g, struct sample *s, struct json *j,
	uint32_t node, unsigned depth)
{
	uint32_t n = j->node[node].count;
	bool first = s->of[SAMPLE_ARRAY] == 1;

	s->fewest = first || n < s->fewest ? n : s->fewest;
	s->longest = first || n > s->longest ? n : s->longest;
	if (n == 0)
		return;
	if (s->items == NULL && depth < SAMPLE_DEPTH)
		s->items = place_new(g);
	if (s->items == NULL) {
		s->unseen = true;
		return;
	}
	for (uint32_t i = node + 1; i < j->node[node].next; i = j->node[i].next)
		look(g, s->items, j, i, depth + 1);
}

/* Members mostly come in one order: the search begins behind the last one found. */
uint32_t sample_find(struct sample *s, struct str key)
{
	uint64_t hash = hash64(key);

	for (uint32_t n = 0; n < s->members; n++) {
		uint32_t i = s->hint + n;

		i -= i >= s->members ? s->members : 0;
		if (s->member[i].hash == hash && str_is(key, s->member[i].key)) {
			s->hint = i + 1 < s->members ? i + 1 : 0;
			return i;
		}
	}
	return SAMPLE_MEMBERS;
}

struct sample *sample_member(const struct sample *s, const char *key)
{
	for (uint32_t i = 0; i < s->members; i++) {
		if (strcmp(s->member[i].key, key) == 0)
			return s->member[i].sample;
	}
	return NULL;
}

struct sample_texts *sample_keys(struct sample *s)
{
	if (s->keys == NULL)
		s->keys = xcalloc(1, sizeof(*s->keys));
	return s->keys;
}

/* One of a key that gets no place of its own. */
static struct sample *rest_of(struct sampling *g, struct sample *s, struct str key)
{
	sample_text(sample_keys(s), key);
	if (s->rest == NULL)
		s->rest = place_new(g);
	return s->rest;
}

/* Where values of this key are counted, and that it is there; NULL: there is no room. */
static struct sample *member_at(
	struct sampling *g, struct sample *s, struct str key, struct sample_shape *shape)
{
	uint32_t i = sample_find(s, key);

	if (i == SAMPLE_MEMBERS) {
		struct sample *made;

		s->last_key = s->of[SAMPLE_OBJECT];
		if (s->members >= SAMPLE_MEMBERS || key.n > SAMPLE_KEY_BYTES ||
			(key.n > 0 && memchr(key.p, '\0', key.n) != NULL))
			return rest_of(g, s, key);
		made = place_new(g);
		if (made == NULL)
			return NULL;
		i = s->members++;
		xgrow(&s->member, &s->members_cap, s->members, sizeof(*s->member));
		s->member[i] = (struct sample_member){ xmemdup(key.p, key.n), hash64(key),
			made };
	}
	shape->has[i / 64] |= UINT64_C(1) << i % 64;
	return s->member[i].sample;
}

void sample_forget_shapes(struct sample *s)
{
	if (s->shapes == NULL)
		return;
	s->shapes->shapes = 0;
	s->shapes->many = true;
}

static void add_shape(struct sample *s, const struct sample_shape *found)
{
	struct sample_shapes *all = s->shapes;

	for (uint32_t i = 0; i < all->shapes; i++) {
		if (memcmp(all->shape[i].has, found->has, sizeof(found->has)) == 0) {
			all->shape[i].count++;
			return;
		}
	}
	all->last_shape = s->of[SAMPLE_OBJECT];
	if (all->many || all->shapes == SAMPLE_SHAPES) {
		sample_forget_shapes(s);
		return;
	}
	all->shape[all->shapes] = *found;
	all->shape[all->shapes++].count = 1;
}

static void look_members(struct sampling *g, struct sample *s, struct json *j,
	uint32_t node, unsigned depth)
{
	struct sample_shape shape = { .count = 1 };

	s->hint = 0;
	if (s->shapes == NULL)
		s->shapes = xcalloc(1, sizeof(*s->shapes));
	for (uint32_t i = node + 1; i < j->node[node].next; i = j->node[i + 1].next) {
		struct sample *m = depth < SAMPLE_DEPTH
			? member_at(g, s, json_str(j, i), &shape)
			: NULL;

		if (m != NULL)
			look(g, m, j, i + 1, depth + 1);
		else
			s->unseen = true;
	}
	add_shape(s, &shape);
}

static enum sample_type type_of(const struct json *j, uint32_t node)
{
	switch (json_type(j, node)) {
	case JSON_NULL:
		return SAMPLE_NULL;
	case JSON_FALSE:
	case JSON_TRUE:
		return SAMPLE_BOOLEAN;
	case JSON_NUMBER:
		return j->node[node].integer ? SAMPLE_INTEGER : SAMPLE_REAL;
	case JSON_STRING:
		return SAMPLE_STRING;
	case JSON_ARRAY:
		return SAMPLE_ARRAY;
	case JSON_OBJECT:
		break;
	}
	return SAMPLE_OBJECT;
}

static void look(struct sampling *g, struct sample *s, struct json *j, uint32_t node,
	unsigned depth)
{
	enum sample_type type = type_of(j, node);
	struct fallback f;

	s->count++;
	s->of[type]++;
	s->fallbacks += fallback_read(j, node, &f);
	if (type == SAMPLE_STRING) {
		struct str text = json_str(j, node);

		sample_text(&s->texts, text);
		sample_value(s, text, type, 1);
	} else if (type == SAMPLE_INTEGER || type == SAMPLE_REAL) {
		add_number(s, number_of(j, node));
		if (type == SAMPLE_INTEGER)
			sample_value(s, json_raw(j, node), type, 1);
	} else if (type == SAMPLE_ARRAY) {
		look_items(g, s, j, node, depth);
	} else if (type == SAMPLE_OBJECT) {
		look_members(g, s, j, node, depth);
	}
}

void sample_add(struct sampling *g, struct json *j, uint32_t node)
{
	if (g->root == NULL)
		g->root = place_new(g);
	look(g, g->root, j, node, 0);
}
