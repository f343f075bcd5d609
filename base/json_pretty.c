/* SPDX-License-Identifier: MIT */
#include "base/json_pretty.h"

#define SHORT_LIST 64 /* bytes; a list of scalars that is no longer stays in one line */

static void line(struct buf *out, unsigned level)
{
	buf_char(out, '\n');
	while (level-- > 0)
		buf_str(out, "  ");
}

static bool is_short_list(const struct json *j, uint32_t n)
{
	for (uint32_t i = n + 1; i < j->node[n].next; i++) {
		if (json_is(j, i, JSON_ARRAY) || json_is(j, i, JSON_OBJECT))
			return false;
	}
	return json_is(j, n, JSON_ARRAY) && json_raw(j, n).n <= SHORT_LIST;
}

static void add(struct buf *out, const struct json *j, uint32_t n, unsigned level)
{
	bool object = json_is(j, n, JSON_OBJECT), flat = is_short_list(j, n);

	if (!object && !json_is(j, n, JSON_ARRAY)) {
		buf_slice(out, json_raw(j, n));
		return;
	}
	buf_char(out, object ? '{' : '[');
	for (uint32_t i = n + 1; i < j->node[n].next; i = j->node[i].next) {
		if (i > n + 1)
			buf_str(out, flat ? ", " : ",");
		if (!flat)
			line(out, level + 1);
		if (object) {
			buf_slice(out, json_raw(j, i));
			buf_str(out, ": ");
			i++;
		}
		add(out, j, i, level + 1);
	}
	if (j->node[n].count > 0 && !flat)
		line(out, level);
	buf_char(out, object ? '}' : ']');
}

void json_pretty(struct buf *out, const struct json *j, uint32_t n)
{
	add(out, j, n, 0);
}
