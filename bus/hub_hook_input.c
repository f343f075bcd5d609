/* SPDX-License-Identifier: MIT */
/* What a hook's program reads on standard input: docs/PROTOCOL.md, "Hooks". */
#include "bus/hub_own.h"

void hook_key(const struct hub *h, const struct owed *o, char out[64])
{
	snprintf(out, 64, "%.40s.%llu", h->epoch, (unsigned long long)o->cause);
}

/* A member of the event's data; null where it has none. */
static void out_said(struct buf *b, struct json *event, const char *name, const char *at)
{
	uint32_t n = json_pointer(event, 0, str_of(at));

	out_key(b, name);
	if (n == JSON_NONE)
		out_null(b);
	else
		out_raw(b, json_raw(event, n));
}

static void out_about(struct hub *h, struct buf *b, enum hook_kind k,
	const struct owed *o, uint64_t number)
{
	const struct handoff *x = handoff_at(h->mesh, o->handoff);
	const struct contract *c = handoff_contract(h->mesh, x);
	char key[64];

	hook_key(h, o, key);
	out_key(b, "hook");
	out_text(b, hook_name(k));
	out_key(b, "key");
	out_text(b, key);
	out_key(b, "try");
	out_uint(b, number);
	out_key(b, "mesh");
	out_text(b, h->o.name);
	out_key(b, "hub");
	out_text(b, h->control_url);
	out_key(b, "critical");
	out_bool(b, c != NULL && c->critical);
}

bool hook_input(struct hub *h, enum hook_kind k, const struct owed *o, uint64_t number,
	struct buf *b)
{
	const struct handoff *x = handoff_there(h->mesh, o->handoff);
	struct buf line = { 0 };
	struct json event = { 0 };
	bool ok = journal_event(h->reader, o->cause, &line) &&
		json_read(&event, line.data, line.len, EVENT_DEPTH + 2, NULL);

	if (ok) {
		out_open(b, '{');
		out_about(h, b, k, o, number);
		out_said(b, &event, "by", "/data/operator");
		out_said(b, &event, "note", "/data/note");
		item_members(b, h, o->handoff);
		if (!out_artifact(h, b, x->offer)) {
			out_key(b, "artifact");
			out_null(b);
		}
		out_key(b, "event");
		out_raw(b, buf_view(&line));
		out_close(b, '}');
		buf_char(b, '\n');
	}
	json_fini(&event);
	buf_fini(&line);
	return ok;
}
