/* SPDX-License-Identifier: MIT */
#include "app/quote_numbers.h"

#include "app/shell_client.h"
#include "base/json.h"

#define REAL_DIGITS 300 /* what is shorter, and an integer, is within a real */

void quote_numbers(struct buf *out, struct str text)
{
	struct json j = { 0 };
	size_t at = 0;

	if (json_read(&j, text.p, text.n, REPLY_DEPTH, NULL)) {
		for (uint32_t n = 0; n < j.count; n++) {
			struct str raw = json_raw(&j, n);

			if (json_type(&j, n) != JSON_NUMBER || raw.n <= REAL_DIGITS)
				continue;
			buf_add(out, text.p + at, j.node[n].start - at);
			buf_fmt(out, "\"%.*s\"", STR_ARG(raw));
			at = j.node[n].end;
		}
	}
	buf_add(out, text.p + at, text.n - at);
	json_fini(&j);
}
