/* SPDX-License-Identifier: MIT */
#include "contract/used.h"
#include "base/json_out.h"

#include <stdlib.h>

#include "base/hashes.h"
#include "base/mem.h"
#include "base/table.h"
#include "contract/named.h"
#include "contract/schema_own.h"

#define NAMES_MOST 100000             /* of an agent */
#define VALUES_MOST 2000000           /* of all agents */
#define TEXT_MOST ((size_t)256 << 20) /* bytes, likewise */
#define FIELDS_MOST 200000
#define FIELDS_OF_EDGE 2000
#define NAME_MOST 200 /* bytes of a field's name */
#define FIELD_DEPTH 3
#define POINTS_MOST 64
#define SEARCH_FUEL ((uint64_t)4 << 30) /* bytes that are searched, in all */

#define VALUE_LEAST 3 /* bytes, or digits */
#define GRAM 6        /* bytes of a text that is looked for in others */
#define NO_FIELD UINT32_MAX

struct speaker { /* what an agent offers */
	struct hashes names, values;
	struct buf text; /* its strings, with a byte between them that no string has */
	uint64_t *gram;  /* a bit for the hash of each GRAM bytes of it */
	size_t gram_mask;
	bool speaks;
	bool overflown; /* there is more of it: nothing can be said not to be used */
};

struct field {
	char *key; /* the parent's place or the edge, and the name as it is in a pointer
		    */
	size_t n;
	uint32_t parent; /* NO_FIELD: it is an artifact as a whole */
	uint32_t edge;
	uint32_t below; /* of an artifact: how many fields it has */
	uint64_t offers, last;
	bool used;
};

struct used {
	struct speaker *speaker;
	size_t speakers, cap_speaker;
	struct field *field;
	uint32_t fields;
	size_t cap_field;
	struct table by_key;
	uint64_t offer; /* the one that is looked at */
	uint64_t left_out;
	uint64_t fuel;
	size_t values, text;
};

static struct str field_key(const void *owner, uint32_t place)
{
	const struct field *f = &((const struct used *)owner)->field[place];

	return (struct str){ f->key, f->n };
}

struct used *used_new(void)
{
	struct used *u = xcalloc(1, sizeof(*u));

	u->fuel = SEARCH_FUEL;
	table_init(&u->by_key, field_key, u);
	return u;
}

void used_free(struct used *u)
{
	if (u == NULL)
		return;
	for (size_t i = 0; i < u->speakers; i++) {
		hashes_fini(&u->speaker[i].names);
		hashes_fini(&u->speaker[i].values);
		buf_fini(&u->speaker[i].text);
		free(u->speaker[i].gram);
	}
	for (uint32_t i = 0; i < u->fields; i++)
		free(u->field[i].key);
	free(u->speaker);
	free(u->field);
	table_fini(&u->by_key);
	free(u);
}

/* --- what an agent offers ------------------------------------------------------- */

static struct speaker *speaker_of(struct used *u, uint32_t agent)
{
	xgrow(&u->speaker, &u->cap_speaker, (size_t)agent + 1, sizeof(*u->speaker));
	for (; u->speakers <= agent; u->speakers++)
		u->speaker[u->speakers] = (struct speaker){ .speaks = false };
	return &u->speaker[agent];
}

static void add_name(struct speaker *s, struct str name)
{
	if (s->names.count < NAMES_MOST)
		hashes_add(&s->names, hash64(name));
	else
		s->overflown = true;
}

static void add_text(struct used *u, struct speaker *s, struct str text)
{
	if (text.n < GRAM)
		return;
	if (u->text + text.n + 1 > TEXT_MOST) {
		s->overflown = true;
		return;
	}
	u->text += text.n + 1;
	buf_slice(&s->text, text);
	buf_char(&s->text, '\xff');
}

static size_t digits(struct str number)
{
	size_t n = 0;

	for (size_t i = 0; i < number.n; i++)
		n += number.p[i] >= '0' && number.p[i] <= '9';
	return n;
}

/* The text of a value that may be looked for; false if it says too little. */
static bool value_text(struct json *j, uint32_t n, struct str *out)
{
	if (json_is(j, n, JSON_STRING)) {
		*out = json_str(j, n);
		return out->n >= VALUE_LEAST;
	}
	*out = json_raw(j, n);
	return json_is(j, n, JSON_NUMBER) && digits(*out) >= VALUE_LEAST;
}

static void add_value(struct used *u, struct speaker *s, struct json *j, uint32_t n)
{
	struct str text;
	uint64_t hash;

	if (!value_text(j, n, &text))
		return;
	hash = hash64(text);
	if (hashes_has(&s->values, hash))
		return;
	if (u->values == VALUES_MOST) {
		s->overflown = true;
		return;
	}
	u->values++;
	hashes_add(&s->values, hash);
	if (json_is(j, n, JSON_STRING))
		add_text(u, s, text);
}

static void add_all(struct used *u, struct speaker *s, struct json *j, uint32_t n)
{
	uint32_t end = j->node[n].next;

	if (json_is(j, n, JSON_OBJECT)) {
		for (uint32_t key = n + 1; key < end; key = j->node[key + 1].next) {
			add_name(s, json_str(j, key));
			add_all(u, s, j, key + 1);
		}
	} else if (json_is(j, n, JSON_ARRAY)) {
		for (uint32_t i = n + 1; i < end; i = j->node[i].next)
			add_all(u, s, j, i);
	} else {
		add_value(u, s, j, n);
	}
}

void used_offered(struct used *u, uint32_t agent, struct json *j, uint32_t artifact)
{
	struct speaker *s = speaker_of(u, agent);

	s->speaks = true;
	add_all(u, s, j, artifact);
}

static void promise(void *arg, struct str name)
{
	add_name(arg, name);
}

void used_promised(struct used *u, uint32_t agent, struct contract *c)
{
	contract_properties(c, promise, speaker_of(u, agent));
}

bool used_speaks(const struct used *u, uint32_t agent)
{
	return agent < u->speakers && u->speaker[agent].speaks;
}

/* --- whether a text is in what it offers ------------------------------------------ */

static size_t gram_at(const struct speaker *s, const char *p)
{
	uint64_t word = 0;

	memcpy(&word, p, GRAM);
	return (size_t)((word * UINT64_C(0x9e3779b97f4a7c15)) >> 20) & s->gram_mask;
}

static void index_text(struct speaker *s)
{
	size_t bits = 1024;

	while (bits < 8 * s->text.len)
		bits *= 2;
	s->gram_mask = bits - 1;
	s->gram = xcalloc(bits / 64, sizeof(*s->gram));
	for (size_t i = 0; i + GRAM <= s->text.len; i++) {
		size_t bit = gram_at(s, s->text.data + i);

		s->gram[bit / 64] |= UINT64_C(1) << bit % 64;
	}
}

/* The bits tell at once of most texts that they are not in it. */
static bool has_text(struct used *u, struct speaker *s, struct str text)
{
	if (text.n < GRAM || s->text.len == 0)
		return false;
	if (s->gram == NULL)
		index_text(s);
	for (size_t i = 0; i + GRAM <= text.n; i++) {
		size_t bit = gram_at(s, text.p + i);

		if (!(s->gram[bit / 64] >> bit % 64 & 1))
			return false;
	}
	if (u->fuel < s->text.len) {
		s->overflown = true;
		return true;
	}
	u->fuel -= s->text.len;
	return memmem(s->text.data, s->text.len, text.p, text.n) != NULL;
}

static bool has_value(struct used *u, struct speaker *s, struct json *j, uint32_t n)
{
	struct str text;

	if (s->overflown)
		return true;
	if (!value_text(j, n, &text))
		return false;
	return hashes_has(&s->values, hash64(text)) ||
		(json_is(j, n, JSON_STRING) && has_text(u, s, text));
}

/* --- what it is handed ----------------------------------------------------------- */

struct handing {
	struct used *u;
	struct speaker *s;
	struct json *j;
	uint32_t point[POINTS_MOST];
	size_t points;
	uint32_t artifact; /* field that stands for all of it */
	uint32_t edge;
	struct buf key;
};

/* Of the field at `up`, by the name that is in h->key behind its place. */
static uint32_t field_get(struct handing *h, uint32_t up)
{
	struct used *u = h->u;
	struct str key = buf_view(&h->key);
	uint32_t i = table_find(&u->by_key, key);

	if (i != TABLE_NONE)
		return i;
	if (u->fields == FIELDS_MOST ||
		(up != NO_FIELD && u->field[h->artifact].below == FIELDS_OF_EDGE)) {
		u->left_out++;
		return NO_FIELD;
	}
	if (up != NO_FIELD)
		u->field[h->artifact].below++;
	xgrow(&u->field, &u->cap_field, u->fields + 1, sizeof(*u->field));
	u->field[u->fields] = (struct field){
		.key = xmemdup(key.p, key.n), .n = key.n, .parent = up, .edge = h->edge
	};
	table_add(&u->by_key, key, u->fields);
	return u->fields++;
}

static void begin_key(struct handing *h, uint32_t up, uint32_t edge)
{
	buf_reset(&h->key);
	buf_add(&h->key, &up, sizeof(up));
	if (up == NO_FIELD)
		buf_add(&h->key, &edge, sizeof(edge));
}

static void use(struct used *u, uint32_t i)
{
	for (; i != NO_FIELD && !u->field[i].used; i = u->field[i].parent)
		u->field[i].used = true;
}

static bool is_pointed_at(const struct handing *h, uint32_t node)
{
	for (size_t i = 0; i < h->points; i++) {
		if (h->point[i] == node)
			return true;
	}
	return false;
}

/* `arrays`: how many the value is in, from the field on. */
static void walk(struct handing *h, uint32_t node, uint32_t field, unsigned depth,
	unsigned arrays);

static void walk_member(
	struct handing *h, uint32_t key, uint32_t field, unsigned depth, unsigned arrays)
{
	struct str name = json_str(h->j, key);
	uint32_t below;

	if (depth == FIELD_DEPTH) {
		if (h->s->overflown || hashes_has(&h->s->names, hash64(name)))
			use(h->u, field);
		walk(h, key + 1, field, depth, arrays);
		return;
	}
	if (name.n > NAME_MOST) {
		h->u->left_out++;
		use(h->u, field);
		return;
	}
	begin_key(h, field, 0);
	for (unsigned i = 0; i < arrays; i++)
		buf_str(&h->key, "/*");
	out_token(&h->key, name);
	below = field_get(h, field);
	if (below == NO_FIELD) {
		use(h->u, field);
		return;
	}
	h->u->field[below].offers += h->u->field[below].last != h->u->offer;
	h->u->field[below].last = h->u->offer;
	if (h->s->overflown || hashes_has(&h->s->names, hash64(name)))
		use(h->u, below);
	if (is_pointed_at(h, key + 1))
		use(h->u, below);
	else
		walk(h, key + 1, below, depth + 1, 0);
}

static void walk(
	struct handing *h, uint32_t node, uint32_t field, unsigned depth, unsigned arrays)
{
	uint32_t end = h->j->node[node].next;

	if (json_is(h->j, node, JSON_OBJECT)) {
		for (uint32_t key = node + 1; key < end; key = h->j->node[key + 1].next)
			walk_member(h, key, field, depth, arrays);
	} else if (json_is(h->j, node, JSON_ARRAY)) {
		for (uint32_t i = node + 1; i < end; i = h->j->node[i].next) {
			if (is_pointed_at(h, i))
				use(h->u, field);
			else
				walk(h, i, field, depth, arrays + 1);
		}
	} else if (!h->u->field[field].used && has_value(h->u, h->s, h->j, node)) {
		use(h->u, field);
	}
}

void used_handed(struct used *u, uint32_t edge, uint32_t receiver,
	const struct contract *c, struct json *j, uint32_t artifact)
{
	struct handing h = { .u = u, .s = speaker_of(u, receiver), .j = j, .edge = edge };

	u->offer++;
	h.points = contract_points(c, j, artifact, h.point, POINTS_MOST);
	begin_key(&h, NO_FIELD, edge);
	h.artifact = field_get(&h, NO_FIELD);
	if (h.artifact != NO_FIELD && !is_pointed_at(&h, artifact))
		walk(&h, artifact, h.artifact, 0, 0);
	buf_fini(&h.key);
}

/* --- what is left ------------------------------------------------------------------ */

static void add_pointer(const struct used *u, uint32_t i, struct buf *at)
{
	const struct field *f = &u->field[i];

	if (f->parent == NO_FIELD)
		return;
	add_pointer(u, f->parent, at);
	buf_add(at, f->key + sizeof(f->parent), f->n - sizeof(f->parent));
}

/* Whether what it is in is told instead of it. */
static bool is_within_unused(const struct used *u, const struct field *f)
{
	const struct field *up = &u->field[f->parent];

	return up->parent != NO_FIELD && !up->used;
}

bool used_next(const struct used *u, uint32_t *n, struct unused *out, struct buf *at)
{
	for (; *n < u->fields; ++*n) {
		const struct field *f = &u->field[*n];

		if (f->used || f->parent == NO_FIELD || is_within_unused(u, f))
			continue;
		*out = (struct unused){ f->edge, f->offers };
		buf_reset(at);
		add_pointer(u, *n, at);
		++*n;
		return true;
	}
	return false;
}

uint64_t used_left_out(const struct used *u)
{
	return u->left_out;
}
