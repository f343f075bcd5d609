/* SPDX-License-Identifier: MIT */
/* What a hello is answered: which of its contracts fit. docs/PROTOCOL.md, "Hello". */
#include <stdlib.h>

#include "base/mem.h"
#include "bus/hub_own.h"
#include "contract/negotiate.h"

#define ANSWERED 64 /* of each list, as many as are kept */

static bool has_contracts(const struct hub *h)
{
	const struct registry *r = &h->mesh->contracts;

	for (uint32_t i = 0; i < r->count; i++) {
		if (r->entry[i].in_force)
			return true;
	}
	return h->o.contracts != NULL;
}

/* All agents that said what they take, and have not left. Freed by the caller. */
static struct taker *takers(const struct mesh *m, size_t *n)
{
	struct taker *t = xcalloc(m->agents + 1, sizeof(*t));

	*n = 0;
	for (uint32_t i = 0; i < m->agents; i++) {
		const struct agent *a = &m->agent[i];

		if (a->accepts != NULL && !a->left)
			t[(*n)++] = (struct taker){ a->name, a->accepts };
	}
	return t;
}

static void out_answer(
	struct buf *b, struct str said, const char *direction, const struct answer *a)
{
	char version[VERSION_TEXT];

	out_open(b, '{');
	out_key(b, "contract");
	out_str(b, said);
	out_key(b, "direction");
	out_text(b, direction);
	out_key(b, "answer");
	out_text(b, agreement_name(a->agreement));
	if (a->agreement == AGREEMENT_DOWNGRADE) {
		out_key(b, "version");
		out_text(b, version_text(a->version, version));
	}
	if (a->agreement == AGREEMENT_REFUSE) {
		out_key(b, "reason");
		out_text(b, a->reason.text);
	}
	out_close(b, '}');
}

static void answer_list(const struct hello *hello, struct json *j, uint32_t list,
	bool sends, struct buf *out)
{
	struct answer a;
	size_t n = 0;

	if (!json_is(j, list, JSON_ARRAY))
		return;
	for (uint32_t i = list + 1; i < j->node[list].next && n < ANSWERED;
		i = j->node[i].next) {
		if (!json_is(j, i, JSON_STRING))
			continue;
		n++;
		if (sends)
			answer_sends(hello, json_str(j, i), &a);
		else
			answer_accepts(hello, json_str(j, i), &a);
		out_answer(out, json_str(j, i), sends ? "sends" : "accepts", &a);
	}
}

void hub_answer_hello(struct hub *h, struct json *j, uint32_t event, struct buf *out)
{
	uint32_t data = json_member(j, event, "data");
	uint32_t agent = json_member(j, data, "agent");
	struct hello hello = { .contracts = &h->mesh->contracts };
	struct taker *t;

	if (!has_contracts(h) || !json_is(j, agent, JSON_STRING))
		return;
	t = takers(h->mesh, &hello.takers);
	hello.taker = t;
	hello.agent = json_str(j, agent);
	out_key(out, "contracts");
	out_open(out, '[');
	answer_list(&hello, j, json_member(j, data, "sends"), true, out);
	answer_list(&hello, j, json_member(j, data, "accepts"), false, out);
	out_close(out, ']');
	free(t);
}
