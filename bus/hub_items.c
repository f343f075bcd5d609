/* SPDX-License-Identifier: MIT */
/* Members of the mesh as JSON, for `list` and `show`: docs/PROTOCOL.md, "Items of lists".
 */
#include "bus/hub_own.h"

bool out_artifact(struct hub *h, struct buf *b, uint64_t hubsequence)
{
	struct buf line = { 0 };
	struct json j = { 0 };
	uint32_t n = JSON_NONE;

	if (hub_event(h, hubsequence, &line, &j))
		n = json_pointer(&j, 0, STR("/data/artifact"));
	if (n != JSON_NONE) {
		out_key(b, "artifact");
		out_raw(b, json_raw(&j, n));
	}
	json_fini(&j);
	buf_fini(&line);
	return n != JSON_NONE;
}

void out_faults(struct buf *b, unsigned faults)
{
	out_open(b, '[');
	for (unsigned bit = 1; bit < 1u << FAULT_BITS; bit <<= 1) {
		if (faults & bit)
			out_text(b, fault_name(bit));
	}
	out_close(b, ']');
}

static void out_causes(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	const struct cause *c;

	out_key(b, "causes");
	if (handoff_causes(h) == 0) {
		out_null(b);
		return;
	}
	out_open(b, '[');
	for (size_t n = 0; (c = handoff_cause(h, n)) != NULL; n++)
		out_text(b, cause_id(m, c));
	out_close(b, ']');
}

void out_deadline_action(struct buf *b, const struct handoff *h)
{
	struct buf text = { 0 };

	if (h->on_deadline == FALLBACK_NONE || handoff_due(h) == 0) {
		out_null(b);
		return;
	}
	buf_str(&text, fallback_name(h->on_deadline));
	if (h->target != NULL)
		buf_fmt(&text, " to %s", h->target);
	out_str(b, buf_view(&text));
	buf_fini(&text);
}

static void out_confidence(struct buf *b, const struct handoff *h)
{
	out_key(b, "confidence");
	if (h->has_confidence)
		out_real(b, h->confidence);
	else
		out_null(b);
}

/* The newest decision, and what the agent that has to do it says of it. */
static void out_decision(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	static const char *const deliveries[] = {
		[DELIVERY_WAITING] = "waiting",
		[DELIVERY_APPLIED] = "applied",
		[DELIVERY_REFUSED] = "refused",
	};
	const struct decision *d =
		h->decision == NONE ? NULL : decision_at(m, h->decision);
	const struct decision *asked = handoff_asked(m, h);
	const struct decision *first = handoff_endorsed(m, h);

	out_key(b, "decision");
	out_text(b, d != NULL ? d->id : NULL);
	out_key(b, "operator");
	out_text(b, d != NULL ? d->operator_name : NULL);
	out_key(b, "endorsed_by");
	out_text(b, first != NULL ? first->operator_name : NULL);
	out_key(b, "asked");
	out_text(b, asked != NULL ? m->agent[asked->doer].name : NULL);
	out_key(b, "asked_at");
	out_time(b, asked != NULL ? asked->time : 0);
	out_key(b, "delivery");
	out_text(b, asked != NULL ? deliveries[asked->delivery] : NULL);
	out_key(b, "delivery_reason");
	out_text(b, asked != NULL ? asked->reason : NULL);
}

static void out_claim(struct buf *b, const struct handoff *h, int64_t now)
{
	const char *by = handoff_claimant(h, now);

	out_key(b, "claimed_by");
	out_text(b, by);
	out_key(b, "claimed_until");
	out_time(b, by != NULL ? h->claimed_until : 0);
}

static void out_what(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	const struct contract *c = handoff_contract(m, h);
	char digest[DIGEST_TEXT];

	out_key(b, "from");
	out_text(b, handoff_from(m, h));
	out_key(b, "to");
	out_text(b, handoff_to(m, h));
	out_key(b, "contract");
	out_text(b, c != NULL ? c->id : NULL);
	out_confidence(b, h);
	digest_text(&h->digest, digest);
	out_key(b, "digest");
	out_text(b, digest);
	out_key(b, "incident");
	out_text(b, h->incident != NONE ? incident_there(m, h->incident)->id : NULL);
}

void item_members(struct buf *b, struct hub *hub, uint32_t i)
{
	const struct mesh *m = hub->mesh;
	const struct handoff *h = handoff_there(m, i);

	out_key(b, "handoff");
	out_text(b, h->id);
	out_key(b, "attempt");
	out_uint(b, h->attempt);
	out_key(b, "state");
	out_text(b, state_name(h->state));
	out_what(b, m, h);
	out_key(b, "offered");
	out_time(b, h->offered);
	out_key(b, "deadline");
	out_time(b, handoff_due(h));
	out_key(b, "on_deadline");
	out_deadline_action(b, h);
	out_key(b, "summary");
	out_text(b, h->summary);
	out_key(b, "faults");
	out_faults(b, h->faults);
	out_key(b, "violation");
	out_text(b, h->violation);
	out_key(b, "violations");
	out_uint(b, h->violations);
	out_causes(b, m, h);
	out_decision(b, m, h);
	out_claim(b, h, hub_now(hub));
	out_noted(b, mesh_noted_handoff(m, h));
	out_key(b, "reason");
	out_text(b, h->reason);
	out_key(b, "detail");
	out_text(b, h->detail);
	out_key(b, "changed");
	out_digits(b, h->changed);
}

void item_handoff(struct buf *b, struct hub *h, uint32_t i)
{
	out_open(b, '{');
	item_members(b, h, i);
	out_close(b, '}');
}
