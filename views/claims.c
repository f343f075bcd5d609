/* SPDX-License-Identifier: MIT */
#include "views/claims.h"

#include <stdio.h>
#include <string.h>

#define AGAIN (5 * SECOND) /* a request that came to nothing is repeated, or said */

/* --- what the mesh says ----------------------------------------------------- */

static bool is_own(const struct world *w, const struct handoff *h)
{
	const char *by = handoff_claimant(h, w->now);

	return by != NULL && strcmp(by, w->operator_name) == 0;
}

const char *claims_other(const struct world *w, const struct handoff *h)
{
	return is_own(w, h) ? NULL : handoff_claimant(h, w->now);
}

const char *claims_text(
	const struct world *w, const struct handoff *h, char out[ROW_TEXT])
{
	const char *by = handoff_claimant(h, w->now);
	char age[FORMAT_TEXT];

	snprintf(out, ROW_TEXT, "%.130s has been on it for %s",
		by != NULL ? by : "nobody",
		format_left(
			w->now > h->claimed_since ? w->now - h->claimed_since : 0, age));
	return out;
}

static const struct handoff *find(const struct world *w, const struct claim *i)
{
	const struct handoff *h =
		handoff_at(w->mesh, mesh_find_handoff(w->mesh, str_of(i->handoff)));

	return h != NULL && h->in_review && h->attempt == i->attempt ? h : NULL;
}

/* --- what is asked for ------------------------------------------------------- */

static struct claim *put(struct claims *c, const char *handoff, uint32_t attempt)
{
	struct claim *i = c->item;

	while (i < c->item + c->n && strcmp(i->handoff, handoff) != 0)
		i++;
	if (i == c->item + CLAIMS_MOST) {
		/* what is only watched makes room */
		for (i = c->item; i < c->item + c->n && i->what != CLAIM_MINE; i++)
			;
		if (i == c->item + c->n)
			return NULL;
		*i = c->item[--c->n];
		i = c->item + c->n;
	}
	if (i == c->item + c->n) {
		c->n++;
		*i = (struct claim){ .what = CLAIM_SHEET };
		snprintf(i->handoff, sizeof(i->handoff), "%s", handoff);
	}
	i->attempt = attempt;
	return i;
}

static bool is_bound(const struct sheet *s, const struct claim *i)
{
	for (size_t k = 0; s->phase != SHEET_CLOSED && k < s->n; k++) {
		if (s->bound[k].attempt == i->attempt &&
			strcmp(s->bound[k].handoff, i->handoff) == 0)
			return true;
	}
	return false;
}

static bool is_under_way(const struct world *w, const struct claim *i)
{
	const struct desk_entry *e =
		w->desk != NULL ? desk_find(w->desk, i->handoff, i->attempt) : NULL;

	return e != NULL && e->stage <= DESK_NO_ANSWER;
}

static void take_sheet(struct claims *c, const struct world *w, const struct sheet *s)
{
	for (size_t k = 0; s->phase != SHEET_CLOSED && k < s->n && k < CLAIMS_MOST; k++) {
		const struct bound *b = &s->bound[k];
		struct claim *i = b->in_review ? put(c, b->handoff, b->attempt) : NULL;
		const struct handoff *h = i != NULL ? find(w, i) : NULL;

		if (h == NULL || (i->what == CLAIM_SHEET && i->asked != 0))
			continue;
		i->kept |= i->asked == 0 && is_own(w, h);
		i->what = CLAIM_SHEET;
	}
}

/* Free, or ours and half over; not again before the last time came to something. */
static bool is_wanted_now(
	const struct world *w, const struct claim *i, const struct handoff *h)
{
	if (i->asked != 0 && w->tick - i->asked < AGAIN)
		return false;
	if (is_own(w, h))
		return h->claimed_until - w->now < CLAIM_SECONDS * SECOND / 2;
	return claims_other(w, h) == NULL;
}

/* False: there is nothing more to do for it. */
static bool tick_sheet(const struct world *w, const struct sheet *s, struct claim *i,
	const struct handoff *h)
{
	i->seen |= is_own(w, h);
	if (is_bound(s, i)) {
		i->send = is_wanted_now(w, i, h);
		return true;
	}
	if (is_under_way(w, i))
		return true;
	i->what = CLAIM_LET_GO;
	i->send = !i->kept && (i->seen ? is_own(w, h) : i->asked != 0);
	if (i->kept && is_own(w, h)) {
		i->what = CLAIM_MINE;
		i->asked = 0;
		return true;
	}
	return i->send;
}

/* What C asked for has come, or has not; `told` says it. */
static bool tick_key(const struct world *w, struct claim *i, const struct handoff *h,
	char told[ROW_TEXT])
{
	const char *other = claims_other(w, h);
	char time[FORMAT_TEXT];

	if (i->send)
		return true;
	if (is_own(w, h)) {
		snprintf(told, ROW_TEXT, "you are on %.60s until %s: C lets it go",
			i->handoff, format_time(w, h->claimed_until, time));
		i->what = CLAIM_MINE;
		i->asked = 0;
		return true;
	}
	if (other != NULL && i->what == CLAIM_KEY)
		snprintf(told, ROW_TEXT, "%.60s was first: on %.60s", other, i->handoff);
	else if (w->tick - i->asked >= AGAIN)
		snprintf(told, ROW_TEXT, "no answer: %.60s is not claimed", i->handoff);
	else
		return true;
	return false;
}

/* It was taken over: who thinks to be on it is told, once. */
static bool tick_mine(const struct world *w, const struct claim *i,
	const struct handoff *h, char told[ROW_TEXT])
{
	const char *other = claims_other(w, h);

	if (other != NULL)
		snprintf(told, ROW_TEXT, "%.60s has taken %.60s over from you", other,
			i->handoff);
	return other == NULL && is_own(w, h);
}

static bool tick(const struct world *w, const struct sheet *s, struct claim *i,
	char told[ROW_TEXT])
{
	const struct handoff *h = find(w, i);

	if (h == NULL)
		return false;
	if (i->what == CLAIM_SHEET)
		return tick_sheet(w, s, i, h);
	if (i->what == CLAIM_KEY || i->what == CLAIM_TAKE)
		return tick_key(w, i, h, told);
	if (i->what == CLAIM_MINE)
		return tick_mine(w, i, h, told);
	return i->send;
}

bool claims_tick(struct claims *c, const struct world *w, const struct sheet *s,
	char told[ROW_TEXT])
{
	size_t kept = 0;

	told[0] = '\0';
	if (!world_can_act(w)) {
		c->off = false; /* whoever answers next may know them */
		return false;
	}
	snprintf(c->operator_name, sizeof(c->operator_name), "%s", w->operator_name);
	if (c->off)
		c->n = 0;
	else
		take_sheet(c, w, s);
	for (size_t k = 0; k < c->n; k++) {
		if (tick(w, s, &c->item[k], told))
			c->item[kept++] = c->item[k];
	}
	c->n = kept;
	return told[0] != '\0';
}

/* --- C ---------------------------------------------------------------------- */

static void want(struct claims *c, const struct handoff *h, enum claim_what what)
{
	struct claim *i = put(c, h->id, h->attempt);

	if (i == NULL)
		return;
	i->what = what;
	i->send = true;
}

/* The first press only says whose it is. */
static bool is_warned(struct claims *c, const struct world *w, const struct handoff *h,
	size_t n, char told[ROW_TEXT])
{
	char text[ROW_TEXT];
	bool again = strcmp(c->warned, h->id) == 0 && w->tick - c->warned_at < AGAIN;

	snprintf(c->warned, sizeof(c->warned), "%s", again ? "" : h->id);
	c->warned_at = w->tick;
	if (!again && n == 1)
		snprintf(told, ROW_TEXT, "%.160s: C again takes it over",
			claims_text(w, h, text));
	else if (!again)
		snprintf(told, ROW_TEXT, "others are on all %zu: C again takes them over",
			n);
	return again;
}

bool claims_key(struct claims *c, const struct world *w, const uint32_t *handoffs,
	size_t n, char told[ROW_TEXT])
{
	size_t unclaimed = 0, own = 0;

	told[0] = '\0';
	if (c->off)
		snprintf(told, ROW_TEXT, "this hub knows no claims");
	else if (n > CLAIMS_MOST)
		snprintf(told, ROW_TEXT, "%zu are too many to claim: %d at most", n,
			CLAIMS_MOST);
	if (told[0] != '\0')
		return true;
	for (size_t k = 0; k < n; k++) {
		const struct handoff *h = handoff_at(w->mesh, handoffs[k]);

		unclaimed += handoff_claimant(h, w->now) == NULL;
		own += is_own(w, h);
	}
	if (unclaimed + own == 0 &&
		!is_warned(c, w, handoff_at(w->mesh, handoffs[0]), n, told))
		return true;
	for (size_t k = 0; k < n; k++) {
		const struct handoff *h = handoff_at(w->mesh, handoffs[k]);

		if (unclaimed > 0 && handoff_claimant(h, w->now) == NULL)
			want(c, h, CLAIM_KEY);
		else if (unclaimed == 0 && is_own(w, h))
			want(c, h, CLAIM_DROP);
		else if (unclaimed + own == 0)
			want(c, h, CLAIM_TAKE);
	}
	return false;
}

/* --- sending ----------------------------------------------------------------- */

bool claims_wish(struct claims *c, const struct world *w, struct wish *out)
{
	for (size_t k = 0; k < c->n; k++) {
		struct claim *i = &c->item[k];
		bool gives = i->what == CLAIM_LET_GO || i->what == CLAIM_DROP;

		if (!i->send || !world_can_act(w))
			continue;
		i->send = false;
		i->asked = w->tick;
		*out = (struct wish){ .kind = WISH_CLAIM,
			.seconds = gives ? 0 : CLAIM_SECONDS,
			.take = i->what == CLAIM_TAKE };
		snprintf(out->action, sizeof(out->action), "%s",
			gives ? "release" : "claim");
		memcpy(out->handoff, i->handoff, sizeof(out->handoff));
		memcpy(out->operator_name, c->operator_name, sizeof(out->operator_name));
		return true;
	}
	return false;
}

bool claims_refused(struct claims *c, const char *handoff, const char *code,
	const char *message, char told[ROW_TEXT])
{
	bool by_key = false;

	c->off |= strcmp(code, "unknown_op") == 0;
	for (size_t k = 0; k < c->n; k++) {
		if (strcmp(c->item[k].handoff, handoff) != 0)
			continue;
		by_key = c->item[k].what == CLAIM_KEY || c->item[k].what == CLAIM_TAKE;
		/* a sheet asks again while it is open */
		if (by_key)
			c->item[k] = c->item[--c->n];
		break;
	}
	if (c->off)
		snprintf(told, ROW_TEXT, "this hub knows no claims");
	else
		snprintf(
			told, ROW_TEXT, "%.60s is not claimed: %.120s", handoff, message);
	return by_key;
}
