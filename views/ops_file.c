/* SPDX-License-Identifier: MIT */
/*
 * What is stored of an operation, one JSON object a line: what it is, its items, `begin`;
 * then, as it goes on, up to which item it has been sent, what became of each, in which
 * state it is. A file without `begin` is of an operation of which nothing was sent.
 */
#include <stdlib.h>

#include "base/json_out.h"
#include "base/mem.h"
#include "views/keep.h"
#include "views/ops.h"

#define DEPTH 80
#define FATES_AT_ONCE 500

static const char *const states[] = { [OP_PENDING] = "pending",
	[OP_RUNNING] = "running",
	[OP_STOPPED] = "stopped",
	[OP_CANCELLED] = "cancelled",
	[OP_DONE] = "done" };

static void add(struct buf *b, const char *name, const char *value)
{
	out_key(b, name);
	out_text(b, value);
}

static void add_number(struct buf *b, const char *name, uint64_t n)
{
	out_key(b, name);
	out_uint(b, n);
}

static void save_header(const struct op *op, struct buf *b)
{
	buf_char(b, '{');
	add(b, "op", op->id);
	add(b, "name", op->name);
	add(b, "epoch", op->epoch);
	add(b, "operator", op->operator_name);
	add(b, "note", op->note);
	add(b, "action", action_rows[op->action].name);
	if (op->target[0] != '\0')
		add(b, "target", op->target);
	out_key(b, "time");
	out_time(b, op->began);
	add_number(b, "rate", op->rate);
	add_number(b, "share", op->share);
	add_number(b, "items", op->n);
	out_close(b, '}');
	buf_char(b, '\n');
}

static void save_item(const struct op *op, size_t i, struct buf *b)
{
	const struct op_item *item = &op->item[i];
	char digest[DIGEST_TEXT];

	digest_text(&item->bound.digest, digest);
	buf_char(b, '{');
	add_number(b, "item", i);
	add(b, "handoff", item->bound.handoff);
	add_number(b, "attempt", item->bound.attempt);
	add(b, "digest", digest);
	out_key(b, "dead");
	out_bool(b, item->bound.in_dead);
	if (item->artifact != NULL) {
		out_key(b, "artifact"); /* as a string: its bytes are its digest */
		out_text(b, item->artifact);
	}
	out_close(b, '}');
	buf_char(b, '\n');
}

static bool save_beginning(struct op *op, struct buf *b, bool *sync)
{
	if (op->saved > op->n + 1)
		return false;
	for (; op->saved <= op->n + 1 && b->len < OPS_LINES; op->saved++) {
		if (op->saved == 0)
			save_header(op, b);
		else if (op->saved <= op->n)
			save_item(op, op->saved - 1, b);
		else
			buf_str(b, "{\"begin\":true}\n");
	}
	*sync = op->saved > op->n + 1;
	return true;
}

static void save_fates(struct op *op, struct buf *b)
{
	for (size_t n = 0; op->fate_at < op->next && n < FATES_AT_ONCE; op->fate_at++) {
		struct op_item *item = &op->item[op->fate_at];

		if (!item->unsaved)
			continue;
		item->unsaved = false;
		n++;
		buf_char(b, '{');
		add_number(b, "fate", op->fate_at);
		add(b, "is", op_fate_name((enum op_fate)item->fate));
		out_key(b, "over");
		out_bool(b, item->over);
		add(b, "why", item->why);
		out_close(b, '}');
		buf_char(b, '\n');
	}
}

bool ops_save(struct op *op, struct buf *b, bool *sync)
{
	size_t from = b->len;

	if (op->unstored)
		return false;
	if (save_beginning(op, b, sync))
		return true;
	save_fates(op, b);
	if (op->state_unsaved) {
		op->state_unsaved = false;
		buf_char(b, '{');
		add(b, "state", states[op->state]);
		add(b, "why", op->why);
		if (op->copied)
			add(b, "copied", op->copy);
		out_close(b, '}');
		buf_char(b, '\n');
	}
	if (op->saved_next < op->next) {
		op->saved_next = op->next;
		buf_fmt(b, "{\"sent\":%zu}\n", op->next);
		*sync = true;
	}
	return b->len > from;
}

void ops_save_again(struct op *op)
{
	if (!op->unstored)
		return;
	op->unstored = false;
	if (op->out == 0)
		op->saved = 0; /* perhaps it was the beginning */
	if (op->saved_next > op->next)
		op->saved_next = op->next;
	for (size_t i = op->fate_at = 0; i < op->next; i++)
		op->item[i].unsaved |= op->item[i].fate > ITEM_SENT;
}

/* --- reading -------------------------------------------------------------------------
 */

/* False where there is no such number below `below`. */
static bool number(struct json *j, const char *name, uint64_t below, uint64_t *out)
{
	int64_t n;

	if (!json_int(j, json_member(j, 0, name), &n) || n < 0 || (uint64_t)n >= below)
		return false;
	*out = (uint64_t)n;
	return true;
}

static bool read_header(struct op *op, struct json *j)
{
	uint64_t items, rate, share;
	char time[40], action[16];

	line_take(j, "action", action, sizeof(action));
	op->action = ACTION_REQUEUE; /* what has none is of a time when all were that */
	if (action[0] != '\0' && !op_action_named(str_of(action), &op->action))
		return false;
	op->stage = op_watches(op) ? OP_ONE : OP_REST;
	line_take(j, "op", op->id, sizeof(op->id));
	if (strlen(op->id) != sizeof(op->id) - 1 || strchr(op->id, '-') != NULL ||
		!number(j, "items", OPS_ITEMS + 1, &items) ||
		!number(j, "rate", 1000000, &rate) || rate == 0 ||
		!number(j, "share", 101, &share))
		return false;
	line_take(j, "name", op->name, sizeof(op->name));
	line_take(j, "epoch", op->epoch, sizeof(op->epoch));
	line_take(j, "operator", op->operator_name, sizeof(op->operator_name));
	line_take(j, "note", op->note, sizeof(op->note));
	line_take(j, "target", op->target, sizeof(op->target));
	line_take(j, "time", time, sizeof(time));
	time_parse(str_of(time), &op->began);
	op->rate = (unsigned)rate;
	op->share = (unsigned)share;
	op->n = items;
	op->item = xcalloc(items + 1, sizeof(*op->item));
	for (size_t i = 0; i < op->n; i++)
		op->item[i].place = NONE;
	return true;
}

static void read_item(struct op *op, struct json *j)
{
	uint32_t artifact = json_member(j, 0, "artifact");
	uint64_t i, attempt;
	char digest[DIGEST_TEXT];
	struct op_item *item;

	if (!number(j, "item", op->n, &i) || !number(j, "attempt", UINT32_MAX, &attempt))
		return;
	item = &op->item[i];
	line_take(j, "handoff", item->bound.handoff, sizeof(item->bound.handoff));
	line_take(j, "digest", digest, sizeof(digest));
	digest_parse(str_of(digest), &item->bound.digest);
	item->bound.attempt = (uint32_t)attempt;
	item->bound.in_dead = !json_is(j, json_member(j, 0, "dead"), JSON_FALSE);
	item->bound.discarded = !item->bound.in_dead;
	free(item->artifact);
	item->artifact = NULL;
	if (json_is(j, artifact, JSON_STRING)) {
		struct str s = json_str(j, artifact);

		item->artifact = xmemdup(s.p, s.n);
	}
}

/* What went out is taken for sent: asked once more under its id, it is one decision. */
static void read_sent(struct op *op, uint64_t to)
{
	for (; op->next < to && op->next < op->n; op->next++) {
		struct op_item *item = &op->item[op->next];

		if (item->fate != ITEM_WAITS)
			continue;
		item->fate = ITEM_SENT;
		item->tries = 1;
	}
}

static void read_fate(struct op *op, struct json *j)
{
	char name[16];
	uint64_t i;

	if (!number(j, "fate", op->n, &i))
		return;
	line_take(j, "is", name, sizeof(name));
	for (int f = 0; f < ITEM_FATES; f++)
		if (strcmp(op_fate_name((enum op_fate)f), name) == 0)
			op->item[i].fate = (uint8_t)f;
	op->item[i].over = json_is(j, json_member(j, 0, "over"), JSON_TRUE);
	line_take(j, "why", op->item[i].why, sizeof(op->item[i].why));
}

static void read_state(struct op *op, struct json *j)
{
	char name[16];

	line_take(j, "state", name, sizeof(name));
	for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
		if (strcmp(states[i], name) == 0)
			op->state = (enum op_state)i;
	line_take(j, "why", op->why, sizeof(op->why));
	line_take(j, "copied", op->copy, sizeof(op->copy));
	op->copied = op->copy[0] != '\0';
}

static bool read_line(struct op *op, struct json *j)
{
	uint64_t n;

	if (op->item == NULL)
		return read_header(op, j);
	if (json_member(j, 0, "item") != JSON_NONE)
		read_item(op, j);
	else if (number(j, "sent", op->n + 1, &n))
		read_sent(op, n);
	else if (json_member(j, 0, "fate") != JSON_NONE)
		read_fate(op, j);
	else if (json_member(j, 0, "state") != JSON_NONE)
		read_state(op, j);
	else if (json_member(j, 0, "begin") != JSON_NONE)
		op->saved = op->n + 2;
	return true;
}

static void finish(struct op *op)
{
	op->saved_next = op->out = op->next;
	if (op->state == OP_PENDING || op->state == OP_RUNNING) {
		op->state = OP_STOPPED;
		strcpy(op->why, "the console that did it has ended");
	}
	for (size_t i = 0; i < op->n; i++)
		op->count[op->item[i].fate]++;
}

bool ops_load(struct ops *s, struct str text)
{
	struct op op = { 0 };
	struct json j = { 0 };
	bool good = true;

	while (good && text.n > 0) {
		const char *end = memchr(text.p, '\n', text.n);
		size_t n = end != NULL ? (size_t)(end - text.p) : text.n;

		/* the last line may have been cut in the middle */
		if (end != NULL && json_read(&j, text.p, n, DEPTH, NULL) &&
			json_is(&j, 0, JSON_OBJECT))
			good = read_line(&op, &j);
		text = str_skip(text, n + (end != NULL));
	}
	json_fini(&j);
	if (op.item == NULL)
		return false;
	if (!good || op.saved != op.n + 2 || ops_find(s, op.id) != NULL ||
		s->n >= OPS_MOST) {
		for (size_t i = 0; i < op.n; i++)
			free(op.item[i].artifact);
		free(op.item);
		return false;
	}
	finish(&op);
	xgrow(&s->op, &s->cap, s->n + 1, sizeof(*s->op));
	s->op[s->n++] = op;
	return true;
}
