/* SPDX-License-Identifier: MIT */
/* The fold of hooks and mutes. */
#include "mesh/hook.h"

#include <stdlib.h>

#include "base/mem.h"
#include "mesh/own.h"

static const char *const names[HOOKS] = {
	[HOOK_ESCALATE] = "escalate",
	[HOOK_FALLBACK] = "fallback",
};

const char *hook_name(enum hook_kind k)
{
	return names[k];
}

enum hook_kind hook_named(struct str name)
{
	enum hook_kind k = (enum hook_kind)0;

	while (k < HOOKS && !str_is(name, names[k]))
		k++;
	return k;
}

/* --- what is owed ---------------------------------------------------------- */

static struct owed *owed_of(struct hook *h, size_t n)
{
	return &h->owed[h->first + n];
}

static void give_up(struct hook *h, int64_t now, struct str why)
{
	h->failed++;
	h->gave_up = now;
	text_replace(&h->gave_up_why, why);
}

void hook_put(struct hook *h, const struct owed *o)
{
	if (h->first > 64 && h->first > h->owes) {
		memmove(h->owed, h->owed + h->first, h->owes * sizeof(*h->owed));
		h->first = 0;
	}
	xgrow(&h->owed, &h->cap, h->first + h->owes + 1, sizeof(*h->owed));
	h->owed[h->first + h->owes++] = *o;
	h->silenced += o->muted;
}

static void owe(struct mesh *m, enum hook_kind k, const struct event *e, uint32_t i)
{
	struct hook *h = &m->hook[k];
	struct handoff *x = handoff_of(m, i);
	struct owed o = { .cause = e->hubsequence,
		.since = m->hubsequence,
		.handoff = i,
		.attempt = e->attempt,
		.muted = mesh_mute_of(m, x->edge, m->now) != NULL };

	if (!h->on)
		return;
	if (h->owes == OWED_EVER) {
		give_up(h, m->now, STR("too many are owed"));
		return;
	}
	hook_put(h, &o);
	x->owed++;
}

void hooks_owe(struct mesh *m, const struct event *e, uint32_t i)
{
	if (e->type == EV_FALLBACK)
		owe(m, HOOK_FALLBACK, e, i);
	if (e->type == EV_ESCALATED || e->action == FALLBACK_ESCALATE)
		owe(m, HOOK_ESCALATE, e, i);
}

/* What was tried in vain is so no more. */
static void forget_failing(struct hook *h)
{
	h->tries = 0;
	h->failing = h->again = 0;
	text_replace(&h->why, (struct str){ 0 });
}

static void take_off(struct mesh *m, struct hook *h, size_t n)
{
	struct owed *o = owed_of(h, n);

	handoff_of(m, o->handoff)->owed--;
	h->silenced -= o->muted;
	if (n == 0) {
		forget_failing(h);
		h->first++;
	} else {
		memmove(o, o + 1, (h->owes - n - 1) * sizeof(*o));
	}
	h->owes--;
}

/* Turned off, it owes nothing any more: there is nobody who would be told. */
static void fold_set(struct mesh *m, const struct event *e, uint32_t unused)
{
	enum hook_kind k = hook_named(e->hook);
	struct hook *h;

	(void)unused;
	if (k == HOOKS)
		return;
	h = &m->hook[k];
	h->on = e->on;
	while (!h->on && h->owes > 0) {
		uint32_t i = owed_of(h, 0)->handoff;

		take_off(m, h, 0);
		handoff_file_closed(m, i);
	}
	if (!h->on)
		h->gave_up = 0;
}

static void fold_failing(struct hook *h, const struct event *e)
{
	h->tries = e->count;
	h->again = e->until;
	if (h->failing == 0)
		h->failing = e->recorded;
	text_replace(&h->why, e->detail);
}

/* Its place in the order, `owes` if it is not owed: mostly the first, or one of the last.
 */
static size_t find_owed(struct hook *h, uint64_t cause, uint32_t handoff)
{
	for (size_t i = 0; i < h->owes; i++) {
		size_t n = i == 0 ? 0 : h->owes - i;
		const struct owed *o = owed_of(h, n);

		if (o->cause == cause && o->handoff == handoff)
			return n;
	}
	return h->owes;
}

static void fold_delivery(struct mesh *m, const struct event *e, uint32_t i)
{
	enum hook_kind k = hook_named(e->hook);
	struct hook *h = &m->hook[k < HOOKS ? k : 0];
	size_t n = k < HOOKS ? find_owed(h, e->of, i) : h->owes;

	if (n == h->owes)
		return;
	handoff_refile(m, i); /* its history has changed */
	if (e->type == EV_HOOK_FAILED && e->until != 0) {
		if (n == 0)
			fold_failing(h, e);
		return;
	}
	take_off(m, h, n);
	if (e->type == EV_HOOK_DONE) {
		h->done++;
		h->gave_up = 0;
	} else if (e->type == EV_HOOK_FAILED) {
		give_up(h, e->recorded, e->detail);
	} else {
		h->muted++;
	}
}

/* --- mutes ----------------------------------------------------------------- */

const char *mute_what_name(enum mute_what w)
{
	static const char *const whats[MUTE_WHATS] = {
		[MUTE_AGENT] = "agent",
		[MUTE_EDGE] = "edge",
	};

	return whats[w];
}

enum mute_what mute_what_named(struct str name)
{
	enum mute_what w = (enum mute_what)0;

	while (w < MUTE_WHATS && !str_is(name, mute_what_name(w)))
		w++;
	return w;
}

static bool names_edge(const struct mute *u, const char *from, const char *to)
{
	size_t n = strlen(from);

	if (u->what == MUTE_AGENT)
		return strcmp(u->name, from) == 0 || strcmp(u->name, to) == 0;
	return strncmp(u->name, from, n) == 0 && u->name[n] == '>' &&
		strcmp(u->name + n + 1, to) == 0;
}

const struct mute *mesh_mute_of(const struct mesh *m, uint32_t edge, int64_t now)
{
	for (uint32_t i = 0; i < m->mutes; i++) {
		const struct mute *u = &m->mute[i];

		if (u->until > now &&
			names_edge(u, m->agent[m->edge[edge].from].name,
				m->agent[m->edge[edge].to].name))
			return u;
	}
	return NULL;
}

static uint32_t find(const struct mesh *m, enum mute_what what, struct str name)
{
	uint32_t i = 0;

	while (i < m->mutes &&
		(m->mute[i].what != what || !str_is(name, m->mute[i].name)))
		i++;
	return i;
}

const struct mute *mesh_find_mute(
	const struct mesh *m, enum mute_what what, struct str name, int64_t now)
{
	uint32_t i = find(m, what, name);

	return i < m->mutes && m->mute[i].until > now ? &m->mute[i] : NULL;
}

uint32_t mesh_mutes(const struct mesh *m, int64_t now)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < m->mutes; i++)
		n += m->mute[i].until > now;
	return n;
}

void mute_fini(struct mute *u)
{
	free(u->name);
	free(u->operator_name);
	free(u->note);
}

static void drop_mute(struct mesh *m, uint32_t i)
{
	mute_fini(&m->mute[i]);
	m->mutes--;
	memmove(&m->mute[i], &m->mute[i + 1], (m->mutes - i) * sizeof(*m->mute));
}

/* What is owed already is not told any more, either. */
static void silence_owed(struct mesh *m)
{
	for (int k = 0; k < HOOKS; k++) {
		struct hook *h = &m->hook[k];

		for (size_t n = 0; n < h->owes; n++) {
			struct owed *o = owed_of(h, n);
			uint32_t edge = handoff_there(m, o->handoff)->edge;

			if (o->muted || mesh_mute_of(m, edge, m->now) == NULL)
				continue;
			o->muted = true;
			h->silenced++;
		}
	}
}

static void fold_mute(struct mesh *m, const struct event *e, uint32_t unused)
{
	enum mute_what what = mute_what_named(e->what);
	uint32_t i;

	(void)unused;
	/* those that have ended by themselves go here: the fold has no clock */
	for (i = m->mutes; i-- > 0;) {
		if (m->mute[i].until <= m->now)
			drop_mute(m, i);
	}
	i = find(m, what, e->name);
	if (what == MUTE_WHATS)
		return;
	if (i < m->mutes)
		drop_mute(m, i);
	if (e->type != EV_MUTE_SET || m->mutes == MUTES_MOST)
		return;
	if (m->mute == NULL)
		m->mute = xcalloc(MUTES_MOST, sizeof(*m->mute));
	m->mute[m->mutes++] = (struct mute){ .what = what,
		.name = text_kept(e->name),
		.operator_name = text_kept(e->operator_name),
		.note = text_kept(e->note),
		.until = e->until,
		.changed = e->hubsequence };
	silence_owed(m);
}

void hooks_fini(struct mesh *m)
{
	for (int k = 0; k < HOOKS; k++) {
		free(m->hook[k].owed);
		free(m->hook[k].why);
		free(m->hook[k].gave_up_why);
	}
	for (uint32_t i = 0; i < m->mutes; i++)
		mute_fini(&m->mute[i]);
	free(m->mute);
}

fold_function *const hook_folds[EVENT_TYPES] = {
	[EV_HOOK_SET] = fold_set,
	[EV_HOOK_DONE] = fold_delivery,
	[EV_HOOK_FAILED] = fold_delivery,
	[EV_HOOK_SKIPPED] = fold_delivery,
	[EV_MUTE_SET] = fold_mute,
	[EV_MUTE_ENDED] = fold_mute,
};
