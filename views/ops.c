/* SPDX-License-Identifier: MIT */
#include "views/ops.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "views/link.h"

#define SILENT (5 * SECOND) /* without an answer: sent again */
#define LOOK (SECOND / 4)   /* between two looks at all of its items */

void ops_init(struct ops *s)
{
	*s = (struct ops){ .name = desk_random_id };
}

static void op_fini(struct op *op)
{
	for (size_t i = 0; i < op->n; i++)
		free(op->item[i].artifact);
	free(op->item);
}

void ops_fini(struct ops *s)
{
	for (size_t i = 0; i < s->n; i++)
		op_fini(&s->op[i]);
	free(s->op);
	buf_fini(&s->line);
	*s = (struct ops){ 0 };
}

static void drop(struct ops *s, size_t i)
{
	op_fini(&s->op[i]);
	memmove(&s->op[i], &s->op[i + 1], (--s->n - i) * sizeof(*s->op));
}

/* Those that are over make room; what still goes on stays. */
static void make_room(struct ops *s)
{
	for (size_t i = 0; i < s->n && s->n >= OPS_MOST;) {
		if (s->op[i].state == OP_DONE || s->op[i].state == OP_CANCELLED)
			drop(s, i);
		else
			i++;
	}
}

void ops_add(struct ops *s, const struct world *w, const struct op_order *o)
{
	char id[33] = "";
	struct op *op;

	make_room(s);
	xgrow(&s->op, &s->cap, s->n + 1, sizeof(*s->op));
	op = &s->op[s->n++];
	*op = (struct op){ .began = w->now,
		.due = w->tick + o->delay,
		.rate = o->rate,
		.share = o->share,
		.action = o->action,
		.state = OP_PENDING,
		.stage = o->action == ACTION_REQUEUE ? OP_ONE : OP_REST,
		.n = o->n,
		.item = xcalloc(o->n + 1, sizeof(*op->item)) };
	s->name(s->name_arg, id);
	text_copy(op->id, sizeof(op->id), str_of(id));
	text_copy(op->name, sizeof(op->name), str_of(o->name));
	text_copy(op->note, sizeof(op->note), o->note);
	text_copy(op->target, sizeof(op->target), o->target);
	text_copy(op->operator_name, sizeof(op->operator_name), str_of(w->operator_name));
	text_copy(op->epoch, sizeof(op->epoch), str_of(w->epoch));
	for (size_t i = 0; i < o->n; i++) {
		op->item[i].bound = o->bound[i];
		op->item[i].place = NONE;
		if (o->artifact != NULL && o->artifact[i] != NULL)
			op->item[i].artifact = xstrdup(o->artifact[i]);
	}
	op->count[ITEM_WAITS] = o->n;
}

size_t ops_undo(struct ops *s)
{
	for (size_t i = s->n; i-- > 0;) {
		size_t n = s->op[i].n;

		if (s->op[i].state != OP_PENDING)
			continue;
		drop(s, i);
		return n;
	}
	return 0;
}

struct op *ops_find(struct ops *s, const char *id)
{
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->op[i].id, id) == 0)
			return &s->op[i];
	return NULL;
}

const struct op *ops_running(const struct ops *s)
{
	for (size_t i = s->n; i-- > 0;)
		if (s->op[i].state == OP_RUNNING || s->op[i].state == OP_PENDING)
			return &s->op[i];
	return NULL;
}

/* --- states ----------------------------------------------------------------------- */

static void enter(struct op *op, enum op_state state, const char *why)
{
	op->state = state;
	op->state_unsaved = true;
	text_copy(op->why, sizeof(op->why), str_of(why));
}

void ops_stop(struct ops *s, struct op *op, const char *why)
{
	(void)s;
	if (op->state == OP_RUNNING || op->state == OP_PENDING)
		enter(op, OP_STOPPED, why);
}

void ops_cancel(struct ops *s, struct op *op)
{
	(void)s;
	if (op->state != OP_DONE)
		enter(op, OP_CANCELLED, "");
}

/* What was not handed out yet has not been sent. */
static void take_back(struct op *op)
{
	while (op->next > op->out && op->item[op->next - 1].tries == 0) {
		op->next--;
		if (op->item[op->next].fate == ITEM_SENT)
			op->item[op->next].fate = ITEM_WAITS;
	}
}

/* --- fates ------------------------------------------------------------------------- */

static void push(struct op *op, size_t i, bool bad)
{
	if (i < op->since)
		return;
	op->window = op->window << 1 | bad;
	op->windowed += op->windowed < OPS_WINDOW;
}

void ops_settle(struct op *op, size_t i, enum op_fate fate, bool over, const char *why)
{
	struct op_item *item = &op->item[i];

	if (item->fate == fate) {
		item->over |= over;
		return;
	}
	if (fate == ITEM_GOOD || fate == ITEM_BAD || fate == ITEM_LATE)
		push(op, i, fate != ITEM_GOOD);
	item->fate = (uint8_t)fate;
	item->over = over;
	item->unsaved = true;
	text_copy(item->why, sizeof(item->why), str_of(why));
}

static const struct handoff *handoff_of(struct op_item *item, const struct mesh *m)
{
	const struct handoff *h = handoff_at(m, item->place);

	if (h != NULL && strcmp(h->id, item->bound.handoff) == 0)
		return h;
	item->place = mesh_find_handoff(m, str_of(item->bound.handoff));
	return handoff_at(m, item->place);
}

/* What became of it under its next attempt. */
static void judge_offered(
	struct op *op, size_t i, const struct world *w, const struct handoff *h)
{
	char why[ROW_TEXT];

	switch (h->state) {
	case STATE_OFFERED:
		return;
	case STATE_ACCEPTED:
	case STATE_PROGRESSED:
	case STATE_PROCEEDED:
	case STATE_APPROVED:
		snprintf(why, sizeof(why), "taken by %.80s", handoff_to(w->mesh, h));
		ops_settle(op, i, ITEM_GOOD, false, why);
		return;
	case STATE_COMPLETED:
		snprintf(why, sizeof(why), "completed by %.80s", handoff_to(w->mesh, h));
		ops_settle(op, i, ITEM_GOOD, true, why);
		return;
	case STATE_HELD:
	case STATE_ESCALATED:
		ops_settle(op, i, ITEM_BAD, true, "held again");
		return;
	default:
		snprintf(why, sizeof(why), "%s%s%.60s%s%.90s", state_name(h->state),
			h->reason != NULL ? ": " : "", h->reason != NULL ? h->reason : "",
			h->detail != NULL ? ", " : "",
			h->detail != NULL ? h->detail : "");
		ops_settle(op, i, ITEM_BAD, true, why);
	}
}

static void see_fate(struct op *op, size_t i, const struct world *w)
{
	struct op_item *item = &op->item[i];
	const struct handoff *h = handoff_of(item, w->mesh);
	char id[64], why[ROW_TEXT];

	if (h == NULL) {
		ops_settle(op, i, item->fate == ITEM_GOOD ? ITEM_GOOD : ITEM_GONE, true,
			"not known any more");
		return;
	}
	if (!item->decided) {
		op_decision(op, i, id);
		item->decided = mesh_find_decision(w->mesh, str_of(id)) != NONE;
	}
	if (item->decided && !op_watches(op)) {
		ops_judge_decided(op, i);
	} else if (item->decided && h->attempt > item->bound.attempt) {
		judge_offered(op, i, w, h);
	} else if (item->decided && h->state == STATE_HELD) {
		const struct decision *d = decision_at(w->mesh, h->decision);

		snprintf(why, sizeof(why), "%.60s would not: %.100s",
			handoff_from(w->mesh, h),
			d != NULL && d->reason != NULL ? d->reason : "held again");
		ops_settle(op, i, ITEM_BAD, true, why);
	} else if (!item->decided && !item->answered &&
		!bound_holds(&item->bound, w->mesh, NULL, why)) {
		ops_settle(op, i, ITEM_GONE, true, why); /* somebody else was first */
	}
	if (item->fate == ITEM_SENT && w->tick - item->sent >= OPS_PATIENCE) {
		snprintf(why, sizeof(why), "no word of %.60s in %d s",
			!item->decided ? "the hub"
				: h->attempt > item->bound.attempt
				? handoff_to(w->mesh, h)
				: handoff_from(w->mesh, h),
			(int)(OPS_PATIENCE / SECOND));
		ops_settle(op, i, ITEM_LATE, false, why);
	}
	item->again = item->fate <= ITEM_LATE && item->fate != ITEM_GOOD &&
		item->fate != ITEM_BAD && !item->decided && !item->answered &&
		item->tries > 0 && w->tick >= item->due;
}

static void count(struct op *op)
{
	op->run_sent = op->run_good = op->run_bad = op->run_flying = 0;
	memset(op->count, 0, sizeof(op->count));
	for (size_t i = 0; i < op->n; i++) {
		enum op_fate f = (enum op_fate)op->item[i].fate;

		op->count[f]++;
		if (i < op->since || i >= op->next || f == ITEM_GONE)
			continue;
		op->run_sent++;
		op->run_good += f == ITEM_GOOD;
		op->run_bad += f == ITEM_BAD || f == ITEM_LATE;
		op->run_flying += f == ITEM_SENT;
	}
}

void ops_failed(struct ops *s, const char *id, const char *why)
{
	struct op *op = ops_find(s, id);

	if (op == NULL)
		return;
	take_back(op);
	count(op);
	op->unstored = true;
	if (op->state == OP_RUNNING || op->state == OP_PENDING)
		op->state = OP_STOPPED;
	text_copy(op->why, sizeof(op->why), str_of(why));
}

void ops_resume(struct ops *s, const struct world *w, struct op *op)
{
	(void)s;
	if (op->state != OP_STOPPED)
		return;
	take_back(op);
	ops_save_again(op);
	enter(op, OP_RUNNING, "");
	ops_copy_anew(op);
	op->stage = op_watches(op) ? OP_ONE : OP_REST;
	op->rest_began = w->tick;
	op->rest_sent = 0;
	op->since = op->next;
	op->window = 0;
	op->windowed = 0;
	op->due = w->tick;
	for (size_t i = op->low; i < op->next; i++) /* of the time before none is late */
		op->item[i].due = w->tick;
	count(op);
}

static void look(struct op *op, const struct world *w)
{
	if (op->looked == w->mesh->hubsequence && w->tick - op->looked_tick < SECOND)
		return;
	if (w->tick - op->looked_tick < LOOK && op->looked != 0)
		return;
	op->looked = w->mesh->hubsequence;
	op->looked_tick = w->tick;
	for (size_t i = op->low; i < op->next; i++)
		if (op->item[i].fate != ITEM_WAITS && !op->item[i].over)
			see_fate(op, i, w);
	while (op->low < op->next && op->item[op->low].over)
		op->low++;
	op->again_at = op->low;
	op->fate_at = 0;
	count(op);
}

/* --- stages --------------------------------------------------------------------------
 */

static bool too_many_bad(struct op *op)
{
	size_t bad = (size_t)__builtin_popcountll(
		op->window & ((UINT64_C(1) << OPS_WINDOW) - 1));
	size_t of = op->windowed;

	if (op->stage != OP_REST) { /* of the eleven that are to come first */
		bad = op->run_bad;
		of = op->stage == OP_ONE ? 1 : 1 + OPS_TEN;
		if (of > op->n - op->since)
			of = op->n - op->since;
	}
	return bad > 0 && bad * 100 > of * op->share;
}

static void stop_for_bad(struct op *op)
{
	size_t bad = op->run_bad, of = op->run_bad + op->run_good;
	char why[ROW_TEXT];

	if (op->stage == OP_REST) {
		bad = (size_t)__builtin_popcountll(
			op->window & ((UINT64_C(1) << OPS_WINDOW) - 1));
		of = op->windowed;
	}
	snprintf(why, sizeof(why), "%zu of the last %zu came back bad, %u%% may", bad, of,
		op->share);
	enter(op, OP_STOPPED, why);
	take_back(op);
}

static void next_stage(struct op *op, const struct world *w)
{
	bool quiet = op->run_flying == 0 && op->run_sent > 0;

	if (op->stage == OP_ONE && quiet && op->run_good > 0)
		op->stage = OP_UP_TO_TEN;
	if (op->stage == OP_UP_TO_TEN && quiet && op->run_sent >= 1 + OPS_TEN) {
		op->stage = OP_REST;
		op->rest_began = w->tick;
		op->rest_sent = 0;
	}
}

static size_t may_send(const struct op *op, const struct world *w)
{
	size_t due, most = op->stage == OP_ONE ? 1 : 1 + OPS_TEN;

	if (op->stage != OP_REST)
		return op->run_sent < most ? most - op->run_sent : 0;
	due = (size_t)((double)(w->tick - op->rest_began) / (double)MINUTE * op->rate) +
		1;
	due = due > op->rest_sent ? due - op->rest_sent : 0;
	most = op->run_flying < OPS_FLYING ? OPS_FLYING - op->run_flying : 0;
	return due < most ? due : most;
}

/* Gives out so many that still stand as they did when they were looked at. */
static bool give_out(struct op *op, const struct world *w, size_t many)
{
	size_t from = op->next;
	char why[ROW_TEXT];

	while (many > 0 && op->next < op->n) {
		size_t i = op->next++;
		struct op_item *item = &op->item[i];

		if (item->fate != ITEM_WAITS)
			continue;
		if (!bound_holds(&item->bound, w->mesh, &item->place, why)) {
			ops_settle(op, i, ITEM_GONE, true, why);
			continue;
		}
		item->fate = ITEM_SENT;
		item->sent = item->due = w->tick;
		item->tries = 0;
		op->run_sent++;
		op->run_flying++;
		op->rest_sent += op->stage == OP_REST;
		many--;
	}
	return op->next > from;
}

static void run(struct op *op, const struct world *w)
{
	op->paused = !world_can_act(w);
	if (op->paused || op_copies(op)) {
		/* what was not sent meanwhile is not made up for */
		op->rest_began = w->tick;
		op->rest_sent = 0;
		return;
	}
	if (too_many_bad(op)) {
		stop_for_bad(op);
		return;
	}
	next_stage(op, w);
	if (give_out(op, w, may_send(op, w)))
		count(op);
	if (op->next == op->n && op->run_flying == 0 && op->count[ITEM_SENT] == 0)
		enter(op, OP_DONE, "");
}

static bool is_of(const struct op *op, const struct world *w)
{
	return w->epoch == NULL || op->epoch[0] == '\0' ||
		strcmp(op->epoch, w->epoch) == 0;
}

/* All that the hub has is here: else what is not known is no sign that it is gone. */
static bool is_whole(const struct world *w)
{
	return (w->link.state == LINK_LIVE || w->link.state == LINK_QUIET) &&
		!w->mesh->beyond.first;
}

void ops_tick(struct ops *s, const struct world *w)
{
	for (size_t i = 0; i < s->n; i++) {
		struct op *op = &s->op[i];

		if (!is_of(op, w)) {
			ops_stop(s, op, "another journal answers now");
			continue;
		}
		if (op->epoch[0] == '\0' && w->epoch != NULL)
			text_copy(op->epoch, sizeof(op->epoch), str_of(w->epoch));
		if (op->state == OP_PENDING && w->tick >= op->due) {
			enter(op, OP_RUNNING, "");
			op->rest_began = w->tick;
		}
		if (op->state == OP_PENDING || !is_whole(w)) {
			op->paused = true;
			continue;
		}
		look(op, w);
		if (op->state == OP_RUNNING)
			run(op, w);
	}
}

/* --- what is wanted ------------------------------------------------------------------
 */

static void decide(
	struct ops *s, struct op *op, size_t i, const struct world *w, struct wish *out)
{
	struct op_item *item = &op->item[i];

	*out = (struct wish){ .kind = WISH_DECIDE, .attempt = item->bound.attempt };
	op_decision(op, i, out->decision);
	text_copy(out->handoff, sizeof(out->handoff), str_of(item->bound.handoff));
	digest_text(&item->bound.digest, out->digest);
	text_copy(out->action, sizeof(out->action), str_of(action_rows[op->action].name));
	text_copy(out->operator_name, sizeof(out->operator_name),
		str_of(op->operator_name));
	text_copy(out->note, sizeof(out->note), str_of(op->note));
	text_copy(out->target, sizeof(out->target), str_of(op->target));
	text_copy(out->epoch, sizeof(out->epoch), str_of(op->epoch));
	out->restore = op_watches(op) && item->bound.discarded;
	buf_reset(&s->line);
	if (item->artifact != NULL) {
		buf_str(&s->line, item->artifact);
		out->artifact = buf_view(&s->line);
	}
	if (item->tries++ == 0)
		item->sent = w->tick;
	item->due = w->tick + SILENT;
	item->again = false;
}

static bool next_decision(
	struct ops *s, struct op *op, const struct world *w, struct wish *out)
{
	for (; op->out < op->next && op->out < op->saved_next; op->out++) {
		struct op_item *item = &op->item[op->out];

		if (item->fate != ITEM_SENT || item->tries > 0)
			continue;
		decide(s, op, op->out++, w, out);
		return true;
	}
	for (; op->again_at < op->out; op->again_at++) {
		if (!op->item[op->again_at].again)
			continue;
		decide(s, op, op->again_at++, w, out);
		return true;
	}
	return false;
}

bool ops_wish(struct ops *s, const struct world *w, struct wish *out)
{
	for (size_t i = 0; i < s->n; i++) {
		struct op *op = &s->op[i];
		bool sync = false;

		if (op->state == OP_PENDING)
			continue;
		buf_reset(&s->line);
		if (ops_save(op, &s->line, &sync)) {
			*out = (struct wish){
				.kind = WISH_OPS, .line = buf_view(&s->line), .sync = sync
			};
			text_copy(out->text, sizeof(out->text), str_of(op->id));
			return true;
		}
		if (op->state == OP_RUNNING && world_can_act(w) &&
			(op_copies(op) ? ops_copy(s, op, w, out)
				       : next_decision(s, op, w, out)))
			return true;
	}
	return false;
}

bool ops_answer(struct ops *s, const struct world *w, const struct answer *a)
{
	struct op *op = NULL;
	char id[17] = "", why[ROW_TEXT];
	size_t i = 0;

	if (strncmp(a->decision, "op-", 3) != 0 ||
		sscanf(a->decision, "op-%16[^-]-%zu", id, &i) != 2)
		return false;
	op = ops_find(s, id);
	if (op == NULL || i >= op->n || op->item[i].fate == ITEM_WAITS)
		return true;
	if (a->ok) {
		op->item[i].answered = true;
	} else if (a->no_answer || strcmp(a->code, "unavailable") == 0) {
		op->item[i].due = w->tick + SECOND;
	} else if (op->item[i].fate != ITEM_GONE && !op->item[i].decided) {
		snprintf(why, sizeof(why), "%.20s%s%.20s%s%.60s", a->code,
			a->action != NULL && a->action[0] != '\0' ? ": " : "",
			a->action != NULL ? a->action : "",
			a->operator_name != NULL && a->operator_name[0] != '\0' ? " by "
										: "",
			a->operator_name != NULL ? a->operator_name : "");
		ops_settle(op, i, ITEM_GONE, true, why);
		op->looked = 0;
	}
	return true;
}

int64_t ops_patience(const struct ops *s, const struct world *w)
{
	int64_t wait = -1;

	for (size_t i = 0; i < s->n; i++) {
		const struct op *op = &s->op[i];
		int64_t its = -1;

		if (op->state == OP_PENDING)
			its = (op->due > w->tick ? op->due - w->tick : 0) % SECOND + 1;
		else if (op->state == OP_RUNNING && !op->paused)
			its = op->stage == OP_REST && (op->rate > 240 || op_copies(op))
				? LOOK / 4
				: LOOK;
		if (its >= 0 && (wait < 0 || its < wait))
			wait = its;
	}
	return wait;
}
