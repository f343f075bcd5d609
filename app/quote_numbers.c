/* SPDX-License-Identifier: MIT */
#include "app/quote_numbers.h"

#include "app/shell_client.h"
#include "base/json.h"

#define REAL_DIGITS 300 /* what is shorter, and an integer, is within a real */

/* A string as JSON has it; a NUL, which jansson does not take in a key, as it is seen. */
static void add_string(struct buf *out, struct str raw)
{
	for (size_t i = 0; i < raw.n; i++) {
		if (raw.p[i] != '\\') {
			buf_char(out, raw.p[i]);
		} else if (raw.n - i >= 6 && memcmp(raw.p + i, "\\u0000", 6) == 0) {
			buf_str(out, "^@");
			i += 5;
		} else { /* with what it escapes */
			buf_add(out, raw.p + i, 2);
			i++;
		}
	}
}

void quote_numbers(struct buf *out, struct str text)
{
	struct json j = { 0 };
	size_t at = 0;

	if (json_read(&j, text.p, text.n, REPLY_DEPTH, NULL)) {
		for (uint32_t n = 0; n < j.count; n++) {
			struct str raw = json_raw(&j, n);

			bool number = json_type(&j, n) == JSON_NUMBER;

			if (number ? raw.n <= REAL_DIGITS
				   : json_type(&j, n) != JSON_STRING ||
						!j.node[n].escaped)
				continue;
			buf_add(out, text.p + at, j.node[n].start - at);
			if (number)
				buf_fmt(out, "\"%.*s\"", STR_ARG(raw));
			else
				add_string(out, raw);
			at = j.node[n].end;
		}
	}
	buf_add(out, text.p + at, text.n - at);
	json_fini(&j);
}
