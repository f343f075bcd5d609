/* SPDX-License-Identifier: MIT */
/* The filter of the operation `list`: docs/PROTOCOL.md, "Items of lists". */
#include "bus/hub_own.h"

static bool same_value(struct json *a, uint32_t x, struct json *b, uint32_t y)
{
	if (x == JSON_NONE || json_type(a, x) != json_type(b, y))
		return false;
	if (json_is(a, x, JSON_STRING))
		return str_eq(json_str(a, x), json_str(b, y));
	if (json_is(a, x, JSON_NUMBER))
		return json_number(a, x) == json_number(b, y);
	return str_eq(json_raw(a, x), json_raw(b, y));
}

/* It is that; or, of a list, one of its elements is. */
static bool has_value(struct json *a, uint32_t x, struct json *b, uint32_t y)
{
	if (same_value(a, x, b, y))
		return true;
	if (!json_is(a, x, JSON_ARRAY) || json_is(b, y, JSON_ARRAY))
		return false;
	for (uint32_t i = x + 1; i < a->node[x].next; i = a->node[i].next) {
		if (same_value(a, i, b, y))
			return true;
	}
	return false;
}

bool item_passes(struct json *item, struct json *request, uint32_t filter)
{
	struct buf name = { 0 };
	bool ok = true;

	if (filter == JSON_NONE)
		return true;
	for (uint32_t key = filter + 1; ok && key < request->node[filter].next;
		key = request->node[key + 1].next) {
		struct str s = json_str(request, key);

		buf_reset(&name);
		buf_slice(&name, s);
		ok = has_value(item, json_member(item, 0, name.data), request, key + 1);
	}
	buf_fini(&name);
	return ok;
}

static bool has_member(const char *members, struct str name)
{
	for (const char *p = members; *p != '\0';) {
		size_t n = strcspn(p, " ");

		if (str_eq(name, (struct str){ p, n }))
			return true;
		p += n + (p[n] == ' ');
	}
	return false;
}

/* A filter by what no item has would find nothing, and look like good news. */
bool item_filter_fits(
	struct request *r, uint32_t filter, const char *what, const char *members)
{
	if (filter == JSON_NONE)
		return true;
	if (!json_is(r->j, filter, JSON_OBJECT)) {
		reply_error(r, "malformed", "\"filter\" must be an object");
		return false;
	}
	for (uint32_t key = filter + 1; key < r->j->node[filter].next;
		key = r->j->node[key + 1].next) {
		if (has_member(members, json_str(r->j, key)))
			continue;
		reply_error(
			r, "malformed", "\"filter\" of %s takes only: %s", what, members);
		return false;
	}
	return true;
}
