/* SPDX-License-Identifier: MIT */
/*
 * Claims: who is on it, for other humans to see. What always holds: a claim is
 * in nobody's way, it binds no decision; and what changes nothing is answered
 * and not journaled, so that a console may ask as often as it likes.
 */
#include "bus/hub_own.h"

#define CLAIM_SECONDS 300
#define CLAIM_MOST 900

/* Who has it now, whatever was asked for. */
static void answer_claim(struct hub *h, struct request *r, uint32_t place)
{
	const struct handoff *x = handoff_there(h->mesh, place);
	const char *by = handoff_claimant(x, hub_now(h));

	reply_ok(r);
	out_key(r->out, "operator");
	out_text(r->out, by);
	out_key(r->out, "since");
	out_time(r->out, by != NULL ? x->claimed_since : 0);
	out_key(r->out, "until");
	out_time(r->out, by != NULL ? x->claimed_until : 0);
}

static void journal_claim(struct hub *h, enum event_type type, uint32_t place,
	struct str operator_name, int64_t until)
{
	struct buf *b = hub_data(h, place);

	out_key(b, "operator");
	out_str(b, operator_name);
	if (type == EV_CLAIMED) {
		out_key(b, "until");
		out_time(b, until);
	}
	out_close(b, '}');
	hub_emit(h, type, hub_subject(h, place), buf_view(b));
}

static bool take_handoff(struct hub *h, struct request *r, uint32_t *place)
{
	struct str id;

	if (!need_id(r, "handoff", &id))
		return false;
	*place = mesh_find_handoff(h->mesh, id);
	if (*place != NONE)
		return true;
	reply_error(r, "not_found", "nobody has offered this handoff");
	return false;
}

/* Somebody else's is taken over only by who says so; one's own, once half of it is over.
 */
static bool is_news(const struct handoff *x, struct str operator_name, int64_t now,
	int64_t length, bool take)
{
	const char *by = handoff_claimant(x, now);

	if (by == NULL)
		return true;
	if (!str_is(operator_name, by))
		return take;
	return x->claimed_until - now < length / 2;
}

void op_claim(struct hub *h, struct request *r)
{
	double seconds = CLAIM_SECONDS;
	int64_t now = hub_now(h), length;
	const struct handoff *x;
	struct str operator_name;
	uint32_t place;
	bool take;

	if (!need_operator(r, &operator_name) ||
		!want_number(r, "seconds", 1, CLAIM_MOST, &seconds) ||
		!want_flag(r, "take", &take) || !take_handoff(h, r, &place))
		return;
	x = handoff_there(h->mesh, place);
	if (!x->in_review) {
		reply_error(r, "not_allowed",
			"it is %s; a claim is for handoffs that are held or escalated",
			state_name(x->state));
		return;
	}
	length = (int64_t)(seconds * (double)SECOND);
	if (is_news(x, operator_name, now, length, take))
		journal_claim(h, EV_CLAIMED, place, operator_name, now + length);
	answer_claim(h, r, place);
}

/* Only one's own. */
void op_release(struct hub *h, struct request *r)
{
	struct str operator_name;
	const char *by;
	uint32_t place;

	if (!need_operator(r, &operator_name) || !take_handoff(h, r, &place))
		return;
	by = handoff_claimant(handoff_there(h->mesh, place), hub_now(h));
	if (by != NULL && str_is(operator_name, by))
		journal_claim(h, EV_RELEASED, place, operator_name, 0);
	answer_claim(h, r, place);
}
