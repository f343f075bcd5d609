/* SPDX-License-Identifier: MIT */
/* JSON Pointers (RFC 6901) to nodes, found from the top when somebody asks. */
#include "base/json_out.h"
#include "contract/schema_own.h"

/* One token down from `top` towards `node`; returns where that leads. */
static uint32_t step_down(struct buf *out, struct json *j, uint32_t top, uint32_t node)
{
	uint32_t i = top + 1, number = 0;

	if (json_is(j, top, JSON_OBJECT)) {
		while (j->node[i + 1].next <= node)
			i = j->node[i + 1].next;
		out_token(out, json_str(j, i));
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
