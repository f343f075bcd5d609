/* SPDX-License-Identifier: MIT */
#include "views/owners.h"

static void add(struct buf *out, const struct contract *c, const char *agent)
{
	uint32_t owners = json_member(&c->doc, 0, "owners");
	uint32_t n =
		owners != JSON_NONE ? json_member(&c->doc, owners, agent) : JSON_NONE;
	struct str raw;

	if (!json_is(&c->doc, n, JSON_STRING))
		return;
	/* As it stands, escapes and all: the contract is not ours to unfold into. */
	raw = json_raw(&c->doc, n);
	buf_fmt(out, "%s%s: ", out->len > 0 ? "  " : "", agent);
	buf_slice(out, (struct str){ raw.p + 1, raw.n - 2 });
}

void owners_text(
	struct buf *out, const struct contract *c, const char *from, const char *to)
{
	if (c == NULL)
		return;
	add(out, c, from);
	add(out, c, to);
}
