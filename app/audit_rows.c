/* SPDX-License-Identifier: MIT */
#include "app/audit_rows.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/json_out.h"
#include "base/mem.h"

struct audit_row {
	uint64_t hubsequence;
	int64_t time;
	enum event_type type;
	uint32_t attempt;
	char *type_name, *operator_name, *action, *handoff, *decision, *note;
	char *fate; /* how it went on, in words; NULL: nothing is known */
	bool asks;  /* an agent has to do it */
};

static struct str row_key(const void *owner, uint32_t place)
{
	return str_of(((const struct audit_rows *)owner)->row[place].decision);
}

void audit_rows_init(struct audit_rows *r)
{
	*r = (struct audit_rows){ 0 };
	table_init(&r->decisions, row_key, r);
}

void audit_rows_fini(struct audit_rows *r)
{
	for (uint32_t i = 0; i < r->rows; i++) {
		free(r->row[i].type_name);
		free(r->row[i].operator_name);
		free(r->row[i].action);
		free(r->row[i].handoff);
		free(r->row[i].decision);
		free(r->row[i].note);
		free(r->row[i].fate);
	}
	free(r->row);
	table_fini(&r->decisions);
}

static char *copy(struct str s)
{
	return s.p != NULL ? xmemdup(s.p, s.n) : NULL;
}

static bool is_delivery(const struct event *e)
{
	return e->type == EV_APPLIED || e->type == EV_DELIVERY_REFUSED;
}

/* "approved", "approve denied"; what an agent answered to a fallback has no operator. */
static char *action_of(const struct event *e)
{
	struct buf b = { 0 };

	if (e->type == EV_DENIED) {
		buf_slice(&b, e->action_name);
		buf_str(&b, " denied");
	} else if (is_delivery(e)) {
		buf_str(&b, "fallback");
	} else if (e->type == EV_UNKNOWN) {
		buf_slice(&b, e->type_name);
	} else {
		buf_str(&b, event_kinds[e->type].word);
	}
	return buf_steal(&b);
}

/* Puts words behind those that are there. */
static void add_fate(struct audit_row *row, const char *before, struct str words)
{
	struct buf b = { 0 };

	if (words.n == 0)
		return;
	if (row->fate != NULL) {
		buf_str(&b, row->fate);
		buf_str(&b, ", ");
	}
	buf_str(&b, before);
	buf_slice(&b, words);
	free(row->fate);
	row->fate = buf_steal(&b);
}

static void add_answer(struct audit_row *row, const struct event *e)
{
	struct buf b = { 0 };

	buf_slice(&b, e->agent_named);
	if (e->type == EV_DELIVERY_REFUSED && e->reason.n > 0) {
		buf_str(&b, ": ");
		buf_slice(&b, e->reason);
	}
	add_fate(row, e->type == EV_APPLIED ? "applied by " : "not done by ",
		buf_view(&b));
	buf_fini(&b);
}

static void begin_fate(struct audit_row *row, const struct event *e)
{
	char until[TIME_TEXT];

	add_fate(row, "", e->code);
	add_fate(row, "to ", e->target);
	add_fate(row, "", e->name); /* of a mute */
	if (e->until != 0) {
		time_format(e->until, until);
		add_fate(row, "until ", (struct str){ until, 19 });
	}
	row->asks = e->type == EV_APPROVED || e->type == EV_REJECTED ||
		e->type == EV_REQUEUED;
}

void audit_rows_add(struct audit_rows *r, const struct event *e)
{
	uint32_t known =
		is_delivery(e) ? table_find(&r->decisions, e->decision) : TABLE_NONE;
	struct audit_row *row;

	if (known != TABLE_NONE) {
		r->row[known].asks = false;
		add_answer(&r->row[known], e);
		return;
	}
	xgrow(&r->row, &r->cap, r->rows + 1, sizeof(*r->row));
	row = &r->row[r->rows++];
	*row = (struct audit_row){ .hubsequence = e->hubsequence,
		.time = e->recorded,
		.type = e->type,
		.attempt = e->attempt,
		.type_name = copy(e->type_name),
		.operator_name = copy(e->operator_name),
		.action = action_of(e),
		.handoff = copy(e->handoff),
		.decision = copy(e->decision),
		.note = copy(e->note) };
	if (is_delivery(e))
		add_answer(row, e);
	else
		begin_fate(row, e);
	/* a denial may bear the id of a decision that stands */
	if (event_kinds[e->type].decision && row->decision != NULL &&
		table_find(&r->decisions, e->decision) == TABLE_NONE)
		table_add(&r->decisions, e->decision, r->rows - 1);
}

void audit_row_json(const struct audit_rows *r, uint32_t i, struct buf *b)
{
	const struct audit_row *row = &r->row[i];

	out_open(b, '{');
	out_key(b, "hubsequence");
	out_digits(b, row->hubsequence);
	out_key(b, "time");
	out_time(b, row->time);
	out_key(b, "type");
	out_text(b, row->type_name);
	out_key(b, "operator");
	out_text(b, row->operator_name);
	out_key(b, "action");
	out_text(b, row->action);
	out_key(b, "handoff");
	out_text(b, row->handoff);
	out_key(b, "attempt");
	out_uint(b, row->attempt);
	out_key(b, "decision");
	out_text(b, row->decision);
	out_key(b, "outcome");
	out_text(b, row->asks ? "no answer" : row->fate);
	out_key(b, "note");
	out_text(b, row->note);
	out_close(b, '}');
}
