/* SPDX-License-Identifier: MIT */
#include "views/desk.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/json_out.h"
#include "base/mem.h"
#include "base/text.h"
#include "views/link.h"

#define AGAIN SECOND /* to the second try; then twice as long each time */
#define AGAIN_MOST (10 * SECOND)
#define SILENT (5 * SECOND) /* without any answer, not even that there is none */
#define KEPT 4096           /* entries that are over, at most */

void desk_random_id(void *arg, char out[33])
{
	(void)arg;
	random_name(out);
}

void desk_init(struct desk *d)
{
	*d = (struct desk){ .delay = DESK_DELAY, .name = desk_random_id };
}

void desk_fini(struct desk *d)
{
	for (size_t i = 0; i < d->n; i++)
		free(d->entry[i].artifact);
	free(d->entry);
	buf_fini(&d->line);
	*d = (struct desk){ 0 };
}

/* --- what is decided on ----------------------------------------------------- */

void bound_take(struct bound *b, const struct handoff *h)
{
	*b = (struct bound){ .attempt = h->attempt,
		.digest = h->digest,
		.due = handoff_due(h),
		.in_review = h->in_review,
		.in_dead = h->in_dead,
		.discarded = h->state == STATE_DISCARDED };
	text_copy(b->handoff, sizeof(b->handoff), str_of(h->id));
}

bool bound_holds(
	const struct bound *b, const struct mesh *m, uint32_t *place, char why[ROW_TEXT])
{
	uint32_t i = mesh_find_handoff(m, str_of(b->handoff));
	const struct handoff *h = i == NONE ? NULL : handoff_at(m, i);
	char fate[ROW_TEXT];

	if (place != NULL)
		*place = i;
	if (h == NULL)
		snprintf(why, ROW_TEXT, "%s is not known any more", b->handoff);
	else if (h->attempt != b->attempt)
		snprintf(why, ROW_TEXT, "%s changed: attempt %u now", b->handoff,
			h->attempt);
	else if (!digest_eq(&h->digest, &b->digest))
		snprintf(why, ROW_TEXT, "%s changed: another artifact now", b->handoff);
	else if ((b->discarded && h->state != STATE_DISCARDED) ||
		(b->in_review && !h->in_review) || (b->in_dead && !h->in_dead) ||
		(b->untaken && !h->in_review && h->state != STATE_OFFERED))
		snprintf(why, ROW_TEXT, "%s %s", b->handoff, row_fate(m, h, fate));
	else
		return true;
	return false;
}

/* --- entries ---------------------------------------------------------------- */

static bool is_over(const struct desk_entry *e)
{
	return e->stage >= DESK_DONE;
}

static void move(struct desk_entry *e, const struct world *w, enum desk_stage to)
{
	e->stage = to;
	e->moved = w->tick;
}

static int64_t delay_of(
	const struct desk *d, const struct world *w, const struct bound *b)
{
	double rate = w->clock_rate > 1 ? w->clock_rate : 1;

	if (b->due != 0 && (double)(b->due - w->now) < (double)DESK_NEAR * rate)
		return 0;
	return d->delay;
}

void desk_add(struct desk *d, const struct world *w, const struct desk_order *o)
{
	desk_tick(d, w); /* it may be the first to hear of another journal */
	d->batches++;
	xgrow(&d->entry, &d->cap, d->n + o->n, sizeof(*d->entry));
	for (size_t i = 0; i < o->n; i++) {
		struct desk_entry *e = &d->entry[d->n++];
		const struct bound *b = &o->bound[i];

		*e = (struct desk_entry){ .attempt = b->attempt,
			.digest = b->digest,
			.action = o->action,
			.restores = b->discarded,
			.batch = d->batches,
			.due = w->tick + delay_of(d, w, b),
			.confirmed = w->tick,
			.moved = w->tick,
			.time = w->now };
		d->name(d->name_arg, e->id);
		text_copy(e->handoff, sizeof(e->handoff), str_of(b->handoff));
		text_copy(e->epoch, sizeof(e->epoch), str_of(d->epoch));
		text_copy(e->note, sizeof(e->note), o->note);
		if (o->artifact != NULL && o->artifact[i] != NULL)
			e->artifact = xstrdup(o->artifact[i]);
		text_copy(e->target, sizeof(e->target), o->target);
		text_copy(e->operator_name, sizeof(e->operator_name),
			str_of(w->operator_name));
	}
	desk_tick(d, w);
}

/* --- what changed under a sheet --------------------------------------------- */

#define CHANGES (sizeof((struct desk *)0)->changed / sizeof((struct desk *)0)->changed[0])

bool desk_changed(const struct desk *d, const char *handoff)
{
	for (size_t i = 0; i < CHANGES; i++) {
		if (d->changed[i][0] != '\0' && strcmp(d->changed[i], handoff) == 0)
			return true;
	}
	return false;
}

/* Of more than that the oldest goes. */
void desk_note_change(struct desk *d, const char *handoff)
{
	if (!desk_changed(d, handoff))
		text_copy(d->changed[d->changes++ % CHANGES], sizeof(d->changed[0]),
			str_of(handoff));
}

void desk_forget_change(struct desk *d, const char *handoff)
{
	for (size_t i = 0; i < CHANGES; i++) {
		if (strcmp(d->changed[i], handoff) == 0)
			d->changed[i][0] = '\0';
	}
}

/* --- another journal -------------------------------------------------------- */

static bool is_of(const struct desk_entry *e, const char *epoch)
{
	return strcmp(e->epoch, epoch) == 0;
}

/* It names a handoff of a journal that does not answer any more. */
static void leave_behind(struct desk_entry *e, const struct world *w)
{
	bool on_disk = e->stage == DESK_ON_DISK;

	if (e->stage > DESK_ON_DISK)
		return;
	snprintf(e->why, sizeof(e->why), "%sanother journal answers now",
		on_disk ? "it was on disk; " : "");
	move(e, w,
		e->stage == DESK_PENDING || (e->stage == DESK_SENT && e->tries == 0)
			? DESK_NOT_SENT
			: DESK_UNKNOWN);
}

static void look_at_journal(struct desk *d, const struct world *w)
{
	if (w->epoch == NULL || w->epoch[0] == '\0' || strcmp(w->epoch, d->epoch) == 0)
		return;
	for (size_t i = 0; i < d->n; i++)
		leave_behind(&d->entry[i], w);
	text_copy(d->epoch, sizeof(d->epoch), str_of(w->epoch));
}

/* --- what the mesh says ----------------------------------------------------- */

static void learn_delivery(
	struct desk_entry *e, const struct world *w, const struct decision *k)
{
	const char *why = k->reason != NULL ? k->reason : "";

	if (k->doer != NONE)
		text_copy(e->doer, sizeof(e->doer), str_of(w->mesh->agent[k->doer].name));
	if (k->delivery == DELIVERY_APPLIED && e->stage != DESK_APPLIED) {
		e->took = k->answered_at - k->time;
		move(e, w, DESK_APPLIED);
	} else if (k->delivery == DELIVERY_REFUSED && e->stage != DESK_NOT_DONE) {
		text_copy(e->why, sizeof(e->why), str_of(why));
		move(e, w, DESK_NOT_DONE);
	} else if (k->delivery == DELIVERY_NONE && e->stage != DESK_DONE) {
		e->endorsed = k->type == EV_ENDORSED;
		move(e, w, DESK_DONE);
	} else if (k->delivery == DELIVERY_WAITING && e->stage != DESK_ON_DISK) {
		move(e, w, DESK_ON_DISK);
	}
}

/* The mesh knows best: whatever was answered, its event is the truth. */
static void learn(const struct desk *d, struct desk_entry *e, const struct world *w)
{
	uint32_t k;

	if (!is_of(e, d->epoch) || e->stage == DESK_PENDING ||
		e->stage == DESK_TAKEN_BACK || e->stage == DESK_APPLIED ||
		e->stage == DESK_NOT_SENT)
		return;
	k = mesh_find_decision(w->mesh, str_of(e->id));
	if (k != NONE)
		learn_delivery(e, w, decision_at(w->mesh, k));
}

static struct bound bound_of(const struct desk_entry *e)
{
	struct bound b = { .attempt = e->attempt, .digest = e->digest };

	text_copy(b.handoff, sizeof(b.handoff), str_of(e->handoff));
	b.in_review = e->action == ACTION_APPROVE || e->action == ACTION_REJECT;
	b.untaken = e->action == ACTION_HOLD;
	b.discarded = e->restores;
	b.in_dead = !e->restores &&
		(e->action == ACTION_REQUEUE || e->action == ACTION_DISCARD);
	return b;
}

/* Somebody else was first: what would not be sent does not go on counting down. */
static void look_again(struct desk_entry *e, const struct world *w)
{
	struct bound b = bound_of(e);

	if (world_can_act(w) && !bound_holds(&b, w->mesh, NULL, e->why))
		move(e, w, DESK_NOT_SENT);
}

/* A pending one is due: what it is bound to is compared once more. */
static void send_now(struct desk_entry *e, const struct world *w)
{
	struct bound b = bound_of(e);
	char why[LINK_TEXT];
	uint32_t place;

	if (link_why_not(w, why) != NULL) {
		text_copy(e->why, sizeof(e->why), str_of(why));
		move(e, w, DESK_NOT_SENT);
	} else if (!bound_holds(&b, w->mesh, &place, e->why)) {
		move(e, w, DESK_NOT_SENT);
	} else {
		if (e->action == ACTION_HOLD)
			time_format(w->now + DESK_HOLD, e->until);
		move(e, w, DESK_SENT);
		e->due = 0;
	}
}

static void forget_old(struct desk *d, const struct world *w)
{
	size_t kept = 0, over = 0;

	for (size_t i = d->n; i-- > 0;)
		over += is_over(&d->entry[i]);
	for (size_t i = 0; i < d->n; i++) {
		struct desk_entry *e = &d->entry[i];

		if (is_over(e) && (w->tick - e->moved > DESK_KEPT || over > KEPT)) {
			over--;
			free(e->artifact);
			continue;
		}
		if (is_over(e)) { /* it is not sent again */
			free(e->artifact);
			e->artifact = NULL;
		}
		if (kept != i)
			d->entry[kept] = *e;
		kept++;
	}
	d->n = kept;
}

void desk_tick(struct desk *d, const struct world *w)
{
	look_at_journal(d, w);
	for (size_t i = 0; i < d->n; i++) {
		struct desk_entry *e = &d->entry[i];

		if (e->stage == DESK_PENDING && w->tick >= e->due &&
			(e->action != ACTION_DISCARD || e->copied))
			send_now(e, w);
		else if (e->stage == DESK_PENDING)
			look_again(e, w);
		learn(d, e, w);
	}
	forget_old(d, w);
}

/* --- sending ---------------------------------------------------------------- */

/* One JSON line of the local file of decisions. */
static void record(struct desk *d, const struct desk_entry *e, const struct world *w,
	struct wish *out)
{
	struct buf *b = &d->line;
	char digest[DIGEST_TEXT];

	digest_text(&e->digest, digest);
	buf_reset(b);
	out_open(b, '{');
	out_key(b, "time");
	out_time(b, w->now);
	out_key(b, "decision");
	out_text(b, e->id);
	out_key(b, "handoff");
	out_text(b, e->handoff);
	out_key(b, "attempt");
	out_uint(b, e->attempt);
	out_key(b, "digest");
	out_text(b, digest);
	out_key(b, "action");
	out_text(b, action_rows[e->action].name);
	out_key(b, "operator");
	out_text(b, e->operator_name);
	out_key(b, "note");
	out_text(b, e->note);
	out_key(b, "target");
	out_text(b, e->target);
	if (e->artifact != NULL) {
		struct digest new = digest_of(str_of(e->artifact));

		digest_text(&new, digest);
		out_key(b, "new_digest");
		out_text(b, digest);
	}
	if (e->epoch[0] != '\0') {
		out_key(b, "epoch");
		out_text(b, e->epoch);
	}
	out_close(b, '}');
	*out = (struct wish){ .kind = WISH_RECORD, .line = buf_view(b) };
}

static void decide(const struct desk_entry *e, struct wish *out)
{
	*out = (struct wish){ .kind = WISH_DECIDE, .attempt = e->attempt };
	text_copy(out->decision, sizeof(out->decision), str_of(e->id));
	text_copy(out->handoff, sizeof(out->handoff), str_of(e->handoff));
	digest_text(&e->digest, out->digest);
	text_copy(out->action, sizeof(out->action), str_of(action_rows[e->action].name));
	text_copy(
		out->operator_name, sizeof(out->operator_name), str_of(e->operator_name));
	text_copy(out->target, sizeof(out->target), str_of(e->target));
	text_copy(out->until, sizeof(out->until), str_of(e->until));
	text_copy(out->note, sizeof(out->note), str_of(e->note));
	text_copy(out->epoch, sizeof(out->epoch), str_of(e->epoch));
	out->artifact = str_of(e->artifact);
	out->restore = e->restores;
}

/* It was sent, and neither an answer nor its event has come. */
static bool is_unanswered(const struct desk_entry *e)
{
	return e->stage == DESK_NO_ANSWER ||
		(e->stage == DESK_SENT && e->tries > 0 && !e->answered);
}

bool desk_wish(struct desk *d, const struct world *w, struct wish *out)
{
	for (size_t i = 0; i < d->n; i++) {
		struct desk_entry *e = &d->entry[i];
		bool again = is_unanswered(e) && w->tick >= e->due && world_can_act(w);

		if (!is_of(e, d->epoch) ||
			(!(e->stage == DESK_SENT && e->tries == 0) && !again))
			continue;
		if (!e->recorded) {
			e->recorded = true;
			record(d, e, w, out);
			return true;
		}
		if (e->tries++ == 0)
			e->sent = w->tick;
		if (e->stage == DESK_NO_ANSWER)
			move(e, w, DESK_SENT);
		e->due = w->tick + SILENT;
		decide(e, out);
		return true;
	}
	return false;
}

static struct desk_entry *by_id(struct desk *d, const char *id)
{
	for (size_t i = d->n; i-- > 0;) {
		if (strcmp(d->entry[i].id, id) == 0)
			return &d->entry[i];
	}
	return NULL;
}

static const char * or (const char *s, const char *other)
{
	return s != NULL && s[0] != '\0' ? s : other;
}

/* "T03:11:02" of an RFC 3339 instant, by the clock of the screen. */
static const char *when(const struct world *w, const char *time, char out[FORMAT_TEXT])
{
	int64_t t;

	if (time == NULL || !time_parse(str_of(time), &t))
		return "?";
	return format_time(w, t, out);
}

/* An action of the protocol as people read it here: one name for one thing. */
static const char *read_action(const char *name, const char *requeue)
{
	return strcmp(name, action_rows[ACTION_REQUEUE].name) == 0 ? requeue : name;
}

static void take_error(
	struct desk_entry *e, const struct world *w, const struct answer *a)
{
	const char *code = or (a->code, "");
	char time[FORMAT_TEXT];

	if (strcmp(code, "already_decided") == 0) {
		snprintf(e->why, sizeof(e->why), "%.20s by %.120s at %s",
			read_action(or (a->action, "decided"), desk_verb(ACTION_REQUEUE)),
			or (a->operator_name, "somebody"), when(w, a->time, time));
		move(e, w, DESK_ALREADY);
	} else if (strcmp(code, "too_late") == 0) {
		snprintf(e->why, sizeof(e->why), "fallback %.20s fired at %s",
			read_action(or (a->action, ""), "starts over"),
			when(w, a->time, time));
		move(e, w, DESK_TOO_LATE);
	} else {
		snprintf(e->why, sizeof(e->why), "%.30s %.180s", code,
			or (a->message, ""));
		move(e, w, DESK_REFUSED);
	}
}

void desk_answer(struct desk *d, const struct world *w, const struct answer *a)
{
	struct desk_entry *e = by_id(d, a->decision);
	int64_t pause;

	if (e == NULL || (e->stage != DESK_SENT && e->stage != DESK_NO_ANSWER))
		return;
	if (a->epoch != NULL && a->epoch[0] != '\0' && e->epoch[0] != '\0' &&
		!is_of(e, a->epoch)) {
		/* whoever refused the one that was sent: nobody else has it */
		e->tries -= e->tries == 1;
		leave_behind(e, w);
	} else if (a->no_answer) {
		pause = AGAIN << (e->tries < 5 ? e->tries : 5) >> 1;
		e->due = w->tick + (pause < AGAIN_MOST ? pause : AGAIN_MOST);
		if (!e->answered)
			move(e, w, DESK_NO_ANSWER);
	} else if (a->ok) {
		e->answered = true;
		e->stage = DESK_SENT;
	} else {
		take_error(e, w, a);
	}
	learn(d, e, w);
}

/* --- the operator's second thoughts ----------------------------------------- */

size_t desk_pending(const struct desk *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		n += d->entry[i].stage == DESK_PENDING;
	return n;
}

size_t desk_unanswered(const struct desk *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		n += (d->entry[i].stage == DESK_SENT && !d->entry[i].answered) ||
			d->entry[i].stage == DESK_NO_ANSWER;
	return n;
}

size_t desk_undo(struct desk *d, const struct world *w)
{
	uint32_t last = 0;
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++) {
		if (d->entry[i].stage == DESK_PENDING)
			last = d->entry[i].batch;
	}
	for (size_t i = 0; i < d->n; i++) {
		if (d->entry[i].stage != DESK_PENDING || d->entry[i].batch != last)
			continue;
		move(&d->entry[i], w, DESK_TAKEN_BACK);
		n++;
	}
	return n;
}

void desk_hurry(struct desk *d, const struct world *w)
{
	for (size_t i = 0; i < d->n; i++) {
		if (d->entry[i].stage == DESK_PENDING)
			d->entry[i].due = w->tick;
	}
	desk_tick(d, w);
}

void desk_drop(struct desk *d, const struct world *w)
{
	while (desk_undo(d, w) > 0)
		;
}

const struct desk_entry *desk_find(
	const struct desk *d, const char *handoff, uint32_t attempt)
{
	for (size_t i = d->n; i-- > 0;) {
		if (d->entry[i].attempt == attempt && is_of(&d->entry[i], d->epoch) &&
			strcmp(d->entry[i].handoff, handoff) == 0)
			return &d->entry[i];
	}
	return NULL;
}
