/* SPDX-License-Identifier: MIT */
#include "views/values.h"

#include <stdio.h>

#define DEPTH 72
#define DIGITS 16

bool values_is_there(const struct json *j, uint32_t n)
{
	enum json_type type;

	if (n == JSON_NONE)
		return false;
	type = json_type(j, n);
	if (type == JSON_ARRAY || type == JSON_OBJECT)
		return j->node[n].count > 0;
	return type != JSON_NULL && !(type == JSON_STRING && json_raw(j, n).n == 2);
}

static uint32_t at(const struct json *j, uint32_t artifact, const char *pointer)
{
	return artifact == JSON_NONE || pointer == NULL
		? JSON_NONE
		: json_pointer(j, artifact, str_of(pointer));
}

static void read_value(struct value *v, const struct json *j, const struct contract *c)
{
	uint32_t artifact = json_member(j, json_member(j, 0, "data"), "artifact");
	uint32_t n = at(j, artifact, c->value_at);
	struct str raw;

	for (; c->evidence != NULL && c->evidence[v->evidence] != NULL &&
		v->evidence < 64;
		v->evidence++)
		v->missing +=
			!values_is_there(j, at(j, artifact, c->evidence[v->evidence]));
	if (!json_is(j, n, JSON_NUMBER))
		return;
	raw = json_raw(j, n);
	v->known = true;
	v->number = json_number(j, n);
	/* One that is too long is not shown in part. */
	if (raw.n > DIGITS)
		return;
	snprintf(v->text, sizeof(v->text), "%.8s%s%.*s",
		c->value_unit != NULL ? c->value_unit : "",
		c->value_unit != NULL ? " " : "", (int)raw.n, raw.p);
}

const struct value *values_of(const struct world *w, const struct handoff *h)
{
	const struct contract *c = handoff_contract(w->mesh, h);
	struct buf bytes = { 0 };
	struct json j = { 0 };
	struct value *v;

	if (w->values == NULL || w->event == NULL || c == NULL ||
		(c->value_at == NULL && c->evidence == NULL))
		return NULL;
	v = &w->values->slot[h->offer % VALUES];
	if (v->offer == h->offer && digest_eq(&v->digest, &h->digest))
		return v;
	v->offer = 0;
	if (w->event(w->event_arg, h->offer, &bytes)) {
		*v = (struct value){ .offer = h->offer, .digest = h->digest };
		if (json_read(&j, bytes.data, bytes.len, DEPTH, NULL))
			read_value(v, &j, c);
	}
	json_fini(&j);
	buf_fini(&bytes);
	return v->offer == h->offer ? v : NULL;
}
