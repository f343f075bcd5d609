/* SPDX-License-Identifier: MIT */
/* The operation `list`: docs/PROTOCOL.md, "Items of lists". Pages with a cursor, exact
 * filters. */
#include <stdlib.h>

#include "bus/hub_own.h"

/* One thing that can be listed: how many there are, and the item at a rank. */
struct listing {
	const char *what;
	/* of its items, a blank between two: what a filter may name */
	const char *members;
	size_t (*count)(const struct mesh *m); /* how many ranks */
	/* how many items, where not every rank has one; NULL: as many */
	size_t (*total)(const struct mesh *m);
	/* false: nothing stands at this rank */
	bool (*item)(struct buf *b, struct hub *h, size_t rank);
	/* the order that ranks go by; NULL where a rank is a place that stays */
	const struct order *(*order)(const struct mesh *m);
};

static const struct order *review_order(const struct mesh *m)
{
	return &m->review;
}

static const struct order *dead_order(const struct mesh *m)
{
	return &m->dead;
}

static size_t count_review(const struct mesh *m)
{
	return m->review.count;
}

static size_t count_dead(const struct mesh *m)
{
	return m->dead.count;
}

static size_t count_handoffs(const struct mesh *m)
{
	return m->handoff.count;
}

static size_t count_agents(const struct mesh *m)
{
	return m->agents;
}

static size_t count_edges(const struct mesh *m)
{
	return m->edges;
}

static size_t count_incidents(const struct mesh *m)
{
	return m->incident.count;
}

static size_t count_contracts(const struct mesh *m)
{
	return m->contracts.count;
}

static size_t count_mutes(const struct mesh *m)
{
	return m->mutes;
}

static size_t count_hooks(const struct mesh *m)
{
	(void)m;
	return HOOKS;
}

static size_t kept_handoffs(const struct mesh *m)
{
	return m->handoff.kept;
}

static size_t kept_incidents(const struct mesh *m)
{
	return m->incident.kept;
}

static size_t contracts_in_force(const struct mesh *m)
{
	size_t n = 0;

	for (uint32_t i = 0; i < m->contracts.count; i++)
		n += m->contracts.entry[i].in_force;
	return n;
}

static bool ordered_item(struct buf *b, struct hub *h, const struct order *o, size_t rank)
{
	struct order_item i;

	if (!order_at(o, rank, &i))
		return false;
	item_handoff(b, h, i.id);
	return true;
}

static bool review_item(struct buf *b, struct hub *h, size_t rank)
{
	return ordered_item(b, h, &h->mesh->review, rank);
}

static bool dead_item(struct buf *b, struct hub *h, size_t rank)
{
	return ordered_item(b, h, &h->mesh->dead, rank);
}

static bool handoff_item(struct buf *b, struct hub *h, size_t rank)
{
	if (handoff_at(h->mesh, (uint32_t)rank) == NULL)
		return false;
	item_handoff(b, h, (uint32_t)rank);
	return true;
}

static void out_list(struct buf *b, const char *name, char *const *list)
{
	out_key(b, name);
	if (list == NULL) {
		out_null(b);
		return;
	}
	out_open(b, '[');
	for (size_t i = 0; list[i] != NULL; i++)
		out_text(b, list[i]);
	out_close(b, ']');
}

static bool agent_item(struct buf *b, struct hub *h, size_t rank)
{
	const struct agent *a = &h->mesh->agent[rank];

	out_open(b, '{');
	out_key(b, "agent");
	out_text(b, a->name);
	out_key(b, "state");
	out_text(b, agent_state_name(agent_state(a, hub_now(h))));
	out_key(b, "heard");
	out_time(b, a->heard);
	out_key(b, "run");
	out_text(b, a->run);
	out_key(b, "version");
	out_text(b, a->version);
	out_key(b, "model");
	out_text(b, a->model);
	out_list(b, "sends", a->sends);
	out_list(b, "accepts", a->accepts);
	out_key(b, "lost");
	out_uint(b, mesh_agent_lost(h->mesh, (uint32_t)rank));
	out_key(b, "changed");
	out_digits(b, a->changed);
	out_close(b, '}');
	return true;
}

static void out_count(struct buf *b, const char *name, uint64_t n)
{
	out_key(b, name);
	out_uint(b, n);
}

static void out_edge_faults(struct buf *b, const struct edge *e)
{
	out_key(b, "faults");
	out_open(b, '{');
	for (unsigned i = 0; i < FAULT_BITS; i++) {
		if (e->faults[i] > 0)
			out_count(b, fault_name(1u << i), e->faults[i]);
	}
	out_close(b, '}');
}

/* By names that agents made up. */
static void out_edge_contracts(struct buf *b, const struct edge *e)
{
	out_key(b, "contracts");
	out_open(b, '{');
	for (uint32_t i = 0; i < e->kinds; i++) {
		out_text(b, e->kind[i].name);
		buf_char(b, ':');
		out_uint(b, e->kind[i].count);
	}
	out_close(b, '}');
}

static bool edge_item(struct buf *b, struct hub *h, size_t rank)
{
	const struct edge *e = &h->mesh->edge[rank];
	double p50 = edge_confidence(e);

	out_open(b, '{');
	out_key(b, "from");
	out_text(b, h->mesh->agent[e->from].name);
	out_key(b, "to");
	out_text(b, h->mesh->agent[e->to].name);
	out_count(b, "offered", e->offered);
	out_count(b, "accepted", e->accepted);
	out_count(b, "completed", e->completed);
	out_count(b, "refused", e->refused);
	out_count(b, "held", e->held);
	out_count(b, "dead", e->dead);
	out_key(b, "rate");
	out_real(b, edge_rate(e, hub_now(h)));
	out_key(b, "confidence_p50");
	if (p50 < 0)
		out_null(b);
	else
		out_real(b, p50);
	out_key(b, "trouble");
	out_text(b, edge_trouble_name(edge_trouble(e, hub_now(h))));
	out_edge_faults(b, e);
	out_count(b, "breaking", edge_breaks(e, hub_now(h)));
	out_key(b, "breaking_since");
	out_time(b, edge_breaks(e, hub_now(h)) > 0 ? e->breaks_since : 0);
	out_edge_contracts(b, e);
	out_key(b, "changed");
	out_digits(b, e->changed);
	out_close(b, '}');
	return true;
}

static bool incident_item(struct buf *b, struct hub *h, size_t rank)
{
	const struct incident *i = incident_at(h->mesh, (uint32_t)rank);

	if (i == NULL)
		return false;
	out_open(b, '{');
	out_key(b, "incident");
	out_text(b, i->id);
	out_count(b, "handoffs", i->handoffs);
	out_count(b, "open", incident_open(i));
	out_key(b, "worst");
	out_text(b, state_name(incident_worst(i)));
	out_key(b, "first");
	out_time(b, i->first);
	out_key(b, "last");
	out_time(b, i->last);
	out_noted(b, mesh_noted_incident(h->mesh, i));
	out_noted_owner(b, mesh_noted_incident(h->mesh, i), hub_now(h));
	out_key(b, "changed");
	out_digits(b, i->changed);
	out_close(b, '}');
	return true;
}

static bool contract_item(struct buf *b, struct hub *h, size_t rank)
{
	const struct registry_entry *e = &h->mesh->contracts.entry[rank];
	char digest[DIGEST_TEXT], version[40];

	if (!e->in_force)
		return false;
	digest_text(&e->contract->digest, digest);
	snprintf(version, sizeof(version), "%u.%u.%u", e->contract->version.major,
		e->contract->version.minor, e->contract->version.patch);
	out_open(b, '{');
	out_key(b, "contract");
	out_text(b, e->contract->id);
	out_key(b, "version");
	out_text(b, version);
	out_key(b, "digest");
	out_text(b, digest);
	out_key(b, "file");
	out_text(b, e->file);
	out_key(b, "change");
	out_text(b, e->change);
	out_key(b, "loaded");
	out_time(b, e->loaded);
	out_key(b, "changed");
	out_digits(b, e->changed);
	out_close(b, '}');
	return true;
}

/* The files that are no contracts, beside those that are: on the first page. */
static void out_refused(const struct mesh *m, struct buf *b)
{
	out_key(b, "refused");
	out_open(b, '[');
	for (uint32_t i = 0; i < m->contracts.refusals; i++) {
		const struct refused_file *f = &m->contracts.refused[i];

		out_open(b, '{');
		out_key(b, "file");
		out_text(b, f->file);
		out_key(b, "reason");
		out_text(b, f->reason);
		out_key(b, "since");
		out_time(b, f->since);
		out_close(b, '}');
	}
	out_close(b, ']');
}

static bool mute_item(struct buf *b, struct hub *h, size_t rank)
{
	const struct mute *u = &h->mesh->mute[rank];

	if (u->until <= hub_now(h))
		return false;
	out_open(b, '{');
	out_key(b, "what");
	out_text(b, mute_what_name(u->what));
	out_key(b, "name");
	out_text(b, u->name);
	out_key(b, "until");
	out_time(b, u->until);
	out_key(b, "operator");
	out_text(b, u->operator_name);
	out_key(b, "note");
	out_text(b, u->note);
	out_key(b, "changed");
	out_digits(b, u->changed);
	out_close(b, '}');
	return true;
}

static bool hook_item(struct buf *b, struct hub *h, size_t rank)
{
	const struct hook *x = &h->mesh->hook[rank];

	out_open(b, '{');
	out_key(b, "hook");
	out_text(b, hook_name((enum hook_kind)rank));
	out_key(b, "on");
	out_bool(b, x->on);
	out_count(b, "owed", x->owes);
	out_count(b, "done", x->done);
	out_count(b, "failed", x->failed);
	out_count(b, "muted", x->muted);
	out_count(b, "tries", x->tries);
	out_key(b, "failing");
	out_time(b, x->failing);
	out_key(b, "again");
	out_time(b, x->again);
	out_key(b, "detail");
	out_text(b, x->why != NULL ? x->why : x->gave_up != 0 ? x->gave_up_why : NULL);
	out_close(b, '}');
	return true;
}

#define HANDOFF_MEMBERS                                                                          \
	"handoff attempt state from to contract confidence digest incident offered "             \
	"deadline on_deadline summary faults violation violations causes decision "              \
	"operator endorsed_by asked asked_at delivery delivery_reason claimed_by claimed_until " \
	"title tags notes reason detail changed"

static size_t count_noted(const struct mesh *m)
{
	return m->noteds;
}

static bool noted_item(struct buf *b, struct hub *h, size_t rank)
{
	item_noted(b, h, rank);
	return true;
}

static const struct listing listings[] = {
	{ "review", HANDOFF_MEMBERS, count_review, NULL, review_item, review_order },
	{ "dead", HANDOFF_MEMBERS, count_dead, NULL, dead_item, dead_order },
	{ "handoffs", HANDOFF_MEMBERS, count_handoffs, kept_handoffs, handoff_item,
		NULL },
	{ "agents", "agent state heard run version model sends accepts lost changed",
		count_agents, NULL, agent_item, NULL },
	{ "edges",
		"from to offered accepted completed refused held dead rate confidence_p50 "
		"trouble faults breaking breaking_since contracts changed",
		count_edges, NULL, edge_item, NULL },
	{ "incidents",
		"incident handoffs open worst first last title tags notes owner owner_until "
		"changed",
		count_incidents, kept_incidents, incident_item, NULL },
	{ "noted", "what name title tags notes owner owner_until texts changed",
		count_noted, NULL, noted_item, NULL },
	{ "contracts", "contract version digest file change loaded changed",
		count_contracts, contracts_in_force, contract_item, NULL },
	{ "mutes", "what name until operator note changed", count_mutes, NULL, mute_item,
		NULL },
	{ "hooks", "hook on owed done failed muted tries failing again detail",
		count_hooks, NULL, hook_item, NULL },
};

const char *hub_list_members(const char *what)
{
	for (size_t i = 0; i < sizeof(listings) / sizeof(*listings); i++) {
		if (strcmp(listings[i].what, what) == 0)
			return listings[i].members;
	}
	return NULL;
}

/* --- pages ----------------------------------------------------------------- */

/* Where a page begins. A cursor of an order is "KEY.ID" of the item before it. */
static bool start_of(
	const struct listing *l, const struct mesh *m, struct str cursor, size_t *rank)
{
	char text[64];
	long long key;
	unsigned long id;

	*rank = 0;
	if (cursor.n == 0)
		return true;
	if (cursor.n >= sizeof(text))
		return false;
	memcpy(text, cursor.p, cursor.n);
	text[cursor.n] = '\0';
	if (sscanf(text, "%lld.%lu", &key, &id) != 2 || id >= NONE)
		return false;
	*rank = l->order != NULL ? order_rank(l->order(m), key, (uint32_t)id + 1)
				 : (size_t)id + 1;
	return true;
}

static void out_cursor(
	struct buf *b, const struct listing *l, const struct mesh *m, size_t rank)
{
	struct order_item i = { 0, (uint32_t)rank };
	struct buf text = { 0 };

	if (l->order != NULL)
		order_at(l->order(m), rank, &i);
	buf_fmt(&text, "%lld.%lu", (long long)i.key, (unsigned long)i.id);
	out_str(b, buf_view(&text));
	buf_fini(&text);
}

struct pager {
	struct hub *h;
	struct request *r;
	const struct listing *l;
	uint32_t filter;
	size_t limit;
};

/* Writes the page and its `next` and `total`. */
static void out_page(const struct pager *p, size_t rank)
{
	size_t count = p->l->count(p->h->mesh), written = 0, total = 0, last = SIZE_MAX;
	struct buf item = { 0 };
	struct json j = { 0 };
	bool more = false;

	for (size_t i = p->filter == JSON_NONE ? rank : 0; i < count; i++) {
		bool room = written < p->limit && p->r->out->len < hub_page_room(p->h);

		if (p->filter == JSON_NONE && !room) {
			more = true;
			break;
		}
		buf_reset(&item);
		if (!p->l->item(&item, p->h, i))
			continue;
		if (p->filter != JSON_NONE &&
			(!json_read(&j, item.data, item.len, 8, NULL) ||
				!item_passes(&j, p->r->j, p->filter)))
			continue;
		total++;
		if (i < rank)
			continue;
		if (!room) {
			more = true;
			continue;
		}
		out_raw(p->r->out, buf_view(&item));
		written++;
		last = i;
	}
	if (p->filter == JSON_NONE)
		total = p->l->total != NULL ? p->l->total(p->h->mesh) : count;
	out_close(p->r->out, ']');
	out_key(p->r->out, "next");
	if (more && last != SIZE_MAX)
		out_cursor(p->r->out, p->l, p->h->mesh, last);
	else
		out_null(p->r->out);
	out_key(p->r->out, "total");
	out_uint(p->r->out, total);
	if (p->l->item == contract_item && rank == 0)
		out_refused(p->h->mesh, p->r->out);
	json_fini(&j);
	buf_fini(&item);
}

void op_list(struct hub *h, struct request *r)
{
	struct pager p = { .h = h, .r = r };
	struct str what, cursor;
	double limit = 100;
	size_t rank;

	if (!want_string(r, "what", &what) || !want_string(r, "cursor", &cursor) ||
		!want_number(r, "limit", 1, 10000, &limit))
		return;
	p.limit = (size_t)limit;
	p.filter = json_member(r->j, 0, "filter");
	if (json_is(r->j, p.filter, JSON_NULL))
		p.filter = JSON_NONE;
	for (size_t i = 0; i < sizeof(listings) / sizeof(*listings); i++) {
		if (str_is(what, listings[i].what))
			p.l = &listings[i];
	}
	if (p.l == NULL) {
		reply_error(r, "malformed",
			"\"what\" must be review, dead, handoffs, agents, edges, contracts, "
			"incidents, mutes, hooks or noted");
	} else if (!item_filter_fits(r, p.filter, p.l->what, p.l->members)) {
		return;
	} else if (!start_of(p.l, h->mesh, cursor, &rank)) {
		reply_error(r, "malformed", "\"cursor\" must be what \"next\" said");
	} else {
		reply_ok(r);
		out_key(r->out, "items");
		out_open(r->out, '[');
		out_page(&p, rank);
	}
}
