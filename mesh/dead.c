/* SPDX-License-Identifier: MIT */
/*
 * Dead letters, by what they died of: groups of a reason and an edge, each divided by
 * what was wrong under which version of the contract.
 */
#include "mesh/dead.h"

#include <stdlib.h>

#include "base/mem.h"
#include "mesh/own.h"

static const char *reason_of(const struct handoff *h)
{
	if (h->state == STATE_STOPPED)
		return "stopped";
	return h->reason != NULL ? h->reason : "deadline";
}

/* --- groups ------------------------------------------------------------------ */

static struct str group_key(const void *owner, uint32_t place)
{
	const struct dead_group *g = &((const struct mesh *)owner)->dead_group[place];

	return (struct str){ g->key, sizeof(g->edge) + strlen(g->reason) };
}

uint32_t dead_group_get(struct mesh *m, const char *reason, uint32_t edge)
{
	struct dead_group g = { .edge = edge };
	uint32_t place;

	if (m->own.groups.key_of == NULL)
		table_init(&m->own.groups, group_key, m);
	g.key = xmalloc(sizeof(edge) + strlen(reason) + 1);
	memcpy(g.key, &edge, sizeof(edge));
	strcpy(g.key + sizeof(edge), reason);
	g.reason = g.key + sizeof(edge);
	place = table_find(
		&m->own.groups, (struct str){ g.key, sizeof(edge) + strlen(reason) });
	if (place != TABLE_NONE) {
		free(g.key);
		return place;
	}
	xgrow(&m->dead_group, &m->own.cap_group, m->dead_groups + 1,
		sizeof(*m->dead_group));
	m->dead_group[m->dead_groups] = g;
	table_add(&m->own.groups, group_key(m, m->dead_groups), m->dead_groups);
	return m->dead_groups++;
}

/* --- what was wrong ------------------------------------------------------------ */

/* The group, whether it is a violation, the contract, the words. */
static size_t why_key_size(const struct dead_why *y)
{
	return sizeof(y->group) + 1 + strlen(y->contract) + 1 + strlen(y->text);
}

static struct str why_key(const void *owner, uint32_t place)
{
	const struct dead_why *y = &((const struct mesh *)owner)->dead_why[place];

	return (struct str){ y->key, why_key_size(y) };
}

static struct dead_why with_key(uint32_t group, const struct dead_why *like)
{
	struct dead_why y = { .group = group, .violation = like->violation };
	size_t contract = strlen(like->contract) + 1, text = strlen(like->text) + 1;
	char *to = xmalloc(sizeof(group) + 1 + contract + text);

	y.key = to;
	memcpy(to, &group, sizeof(group));
	to += sizeof(group);
	*to++ = y.violation ? 'v' : 'w';
	y.contract = memcpy(to, like->contract, contract);
	y.text = memcpy(to + contract, like->text, text);
	return y;
}

/* The one that is for all others is not counted: there is room for it. */
static bool is_others(const struct dead_why *y)
{
	return !y->violation && y->contract[0] == '\0' && y->text[0] == '\0';
}

/* One that nothing is left of, so that old causes do not keep new ones out; NONE. */
static uint32_t find_spent(const struct mesh *m, uint32_t group)
{
	uint32_t i = NONE;

	while ((i = dead_why_next(m, group, i)) != NONE) {
		const struct dead_why *y = &m->dead_why[i];

		if (dead_why_letters(y) == 0 && !is_others(y))
			return i;
	}
	return NONE;
}

/* They are few: WHYS_MOST, and one for all others. */
static void link_why(struct mesh *m, uint32_t group, uint32_t place)
{
	uint32_t i, last = NONE;

	while ((i = dead_why_next(m, group, last)) != NONE)
		last = i;
	if (last == NONE)
		m->dead_group[group].first_why = place + 1;
	else
		m->dead_why[last].next = place + 1;
}

static uint32_t put_instead(struct mesh *m, uint32_t place, const struct dead_why *new)
{
	uint32_t next = m->dead_why[place].next;

	table_remove(&m->own.whys, why_key(m, place), place);
	free(m->dead_why[place].key);
	order_fini(&m->dead_why[place].letters);
	m->dead_why[place] = *new;
	m->dead_why[place].next = next;
	table_add(&m->own.whys, why_key(m, place), place);
	return place;
}

uint32_t dead_why_get(struct mesh *m, uint32_t group, const struct dead_why *like)
{
	static const struct dead_why others = { .contract = "", .text = "" };
	struct dead_why y = with_key(group, like);
	uint32_t place, spent;

	if (m->own.whys.key_of == NULL)
		table_init(&m->own.whys, why_key, m);
	place = table_find(&m->own.whys, (struct str){ y.key, why_key_size(&y) });
	if (place != TABLE_NONE) {
		free(y.key);
		return place;
	}
	if (!is_others(&y) && m->dead_group[group].whys >= WHYS_MOST) {
		spent = find_spent(m, group);
		if (spent != NONE)
			return put_instead(m, spent, &y);
		free(y.key);
		return dead_why_get(m, group, &others);
	}
	m->dead_group[group].whys += !is_others(&y);
	xgrow(&m->dead_why, &m->own.cap_why, m->dead_whys + 1, sizeof(*m->dead_why));
	m->dead_why[m->dead_whys] = y;
	link_why(m, group, m->dead_whys);
	table_add(&m->own.whys, why_key(m, m->dead_whys), m->dead_whys);
	return m->dead_whys++;
}

/*
 * A violation that it was flagged for does not kill it when its time runs out or an agent
 * has another reason. And what an agent calls one is none: the hub found it, or buried
 * it.
 */
static bool died_of_violation(const struct handoff *h)
{
	if (h->state == STATE_STOPPED || h->reason == NULL)
		return false;
	return (h->buried && h->state == STATE_DEAD) ||
		(h->violation != NULL && strcmp(h->reason, "contract") == 0);
}

/* Where the artifact breaks its schema; of any other promise, its word. */
static const char *violation_of(const struct handoff *h)
{
	if (h->violation != NULL)
		return h->violation;
	return h->detail != NULL ? h->detail : "";
}

/* The words that tell what it died of from other causes. */
static void say_cause(struct buf *text, const struct handoff *h, bool violation)
{
	buf_room(text, TEXT_KEPT);
	text->data[0] = '\0';
	if (violation)
		breach_say_place(text, str_of(violation_of(h)),
			h->violation != NULL ? h->violation_at : 0);
	else if (h->detail != NULL && h->state != STATE_STOPPED)
		breach_say_words(text, str_of(h->detail));
}

/* FNV-1a: it is stored, and so the same everywhere. */
static uint32_t mark(uint32_t hash, const char *text)
{
	for (; *text != '\0'; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619u;
	return (hash ^ 0xffu) * 16777619u;
}

uint32_t handoff_death(const struct mesh *m, const struct handoff *h)
{
	bool violation = died_of_violation(h);
	struct buf text = { 0 };
	uint32_t hash = 2166136261u;

	if (state_after(h->state, EV_REQUEUED) == STATE_NONE)
		return 0;
	say_cause(&text, h, violation);
	hash = mark(hash, reason_of(h));
	hash = mark(hash, violation ? "v" : "w");
	hash = mark(hash, kind_name(m, h));
	hash = mark(hash, text.data);
	buf_fini(&text);
	return hash != 0 ? hash : 1;
}

static uint32_t why_of(struct mesh *m, const struct handoff *h, uint32_t group)
{
	struct dead_why like = { .violation = died_of_violation(h),
		.contract = kind_name(m, h) };
	struct buf text = { 0 };
	uint32_t place;

	say_cause(&text, h, like.violation);
	like.text = text.data;
	place = dead_why_get(m, group, &like);
	buf_fini(&text);
	return place;
}

/* --- the lists ------------------------------------------------------------------- */

static void leave(struct mesh *m, const struct handoff *h, uint32_t i)
{
	order_remove(&m->dead_group[h->dead_group].letters, h->dead_key, i);
	order_remove(&m->dead_why[h->dead_why].letters, h->dead_key, i);
}

static void enter(struct mesh *m, uint32_t i, uint32_t group, uint32_t why, int64_t key)
{
	struct dead_why *y = &m->dead_why[why];

	order_add(&m->dead_group[group].letters, key, i);
	order_add(&y->letters, key, i);
	if (y->first == 0)
		y->first = key;
}

void dead_file(struct mesh *m, uint32_t i, bool want)
{
	struct handoff *h = handoff_of(m, i);
	bool was = h->in_dead, moves;
	uint32_t group = want ? dead_group_get(m, reason_of(h), h->edge) : NONE;
	uint32_t why = want ? why_of(m, h, group) : NONE;
	int64_t key = was && want ? h->dead_key : h->since;

	moves = group != h->dead_group || why != h->dead_why;
	if (was && moves)
		leave(m, h, i);
	if (want && (!was || moves))
		enter(m, i, group, why, key);
	if (want && (!was || group != h->dead_group))
		rate_add(&m->dead_group[group].came, m->now, 1);
	h->dead_group = group;
	h->dead_why = why;
	order_file(&m->dead, i, &h->in_dead, &h->dead_key, want, key);
}

void dead_fini(struct mesh *m)
{
	for (uint32_t i = 0; i < m->dead_groups; i++) {
		free(m->dead_group[i].key);
		order_fini(&m->dead_group[i].letters);
	}
	for (uint32_t i = 0; i < m->dead_whys; i++) {
		free(m->dead_why[i].key);
		order_fini(&m->dead_why[i].letters);
	}
	free(m->dead_group);
	free(m->dead_why);
	table_fini(&m->own.whys);
}
