/* SPDX-License-Identifier: MIT */
/* JSON Pointers (RFC 6901) to nodes, found from the top when somebody asks. */
#include "contract/schema_own.h"

void schema_token(struct buf *out, struct str token)
{
	buf_char(out, '/');
	for (size_t i = 0; i < token.n; i++) {
		if (token.p[i] == '~')
			buf_str(out, "~0");
		else if (token.p[i] == '/')
			buf_str(out, "~1");
		else
			buf_char(out, token.p[i]);
	}
}

/* One token down from `top` towards `node`; returns where that leads. */
static uint32_t step_down(struct buf *out, struct json *j, uint32_t top, uint32_t node)
{
	uint32_t i = top + 1, number = 0;

	if (json_is(j, top, JSON_OBJECT)) {
		while (j->node[i + 1].next <= node)
			i = j->node[i + 1].next;
		schema_token(out, json_str(j, i));
		return i == node ? node : i + 1; /* a key stands for its value */
	}
	for (; j->node[i].next <= node; i = j->node[i].next)
		number++;
	buf_fmt(out, "/%u", number);
	return i;
}

void schema_pointer(struct buf *out, struct json *j, uint32_t top, uint32_t node)
{
	while (top != node)
		top = step_down(out, j, top, node);
}
