/* SPDX-License-Identifier: MIT */
/* Places in an artifact: a JSON pointer, in which `*` is any element or member. */
#include "mesh/query_own.h"

struct walk {
	const struct term *t;
	struct json *j;
	uint64_t *fuel;
	unsigned visits;
};

bool query_holds(const struct term *t, struct json *j, uint32_t n, uint64_t *fuel)
{
	struct query_value v = { 0 };
	bool gave_up = false;

	if (t->op == OP_THERE)
		return true;
	switch (json_type(j, n)) {
	case JSON_STRING:
		v.text = json_str(j, n);
		break;
	case JSON_NUMBER:
		v.is_number = true;
		v.number = json_number(j, n);
		if (t->op == OP_HAS || t->op == OP_MATCHES)
			v.text = json_raw(j, n);
		break;
	case JSON_NULL:
	case JSON_TRUE:
	case JSON_FALSE:
		v.text = json_raw(j, n);
		break;
	default:
		return false;
	}
	return query_value_holds(t, &v, fuel, &gave_up);
}

static bool walk(struct walk *w, uint32_t n, struct str path);

static bool any_below(struct walk *w, uint32_t n, struct str rest)
{
	bool object = json_is(w->j, n, JSON_OBJECT);

	if (!object && !json_is(w->j, n, JSON_ARRAY))
		return false;
	for (uint32_t i = n + 1; i < w->j->node[n].next;) {
		uint32_t value = object ? i + 1 : i;

		if (walk(w, value, rest))
			return true;
		i = w->j->node[value].next;
	}
	return false;
}

static bool walk(struct walk *w, uint32_t n, struct str path)
{
	size_t end = 1;

	if (n == JSON_NONE || ++w->visits > QUERY_VISITS)
		return false;
	if (path.n == 0)
		return query_holds(w->t, w->j, n, w->fuel);
	while (end < path.n && path.p[end] != '/')
		end++;
	if (end == 2 && path.p[1] == '*')
		return any_below(w, n, str_skip(path, end));
	return walk(w, json_pointer(w->j, n, (struct str){ path.p, end }),
		str_skip(path, end));
}

uint32_t query_find(const struct query *q, struct json *j, uint32_t root,
	uint32_t artifact, uint32_t value, uint64_t *fuel)
{
	uint32_t found = 0;

	for (size_t i = 0; i < q->terms; i++) {
		const struct term *t = &q->term[i];
		struct walk w = { t, j, fuel, 0 };
		bool holds;

		if (!t->place)
			continue;
		if (t->is_value)
			holds = json_is(j, value, JSON_NUMBER) &&
				query_holds(t, j, value, fuel);
		else
			holds = walk(&w, t->in_artifact ? artifact : root, t->pointer);
		found |= (uint32_t)holds << t->bit;
	}
	return found;
}
