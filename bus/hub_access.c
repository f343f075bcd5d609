/* SPDX-License-Identifier: MIT */
/*
 * Who may do what, where keys are asked for: docs/SECURITY.md. Whatever is refused is
 * counted and journaled, of one party and act at most once a second with how often.
 */
#include <stdio.h>

#include "bus/hub_own.h"

#define LOOK (SECOND / 4) /* at the list of keys */

static const char *const lane_names[LANES] = { "events", "control", "feed" };

/* --- which lanes ask ------------------------------------------------------- */

static bool reaches_others(const struct hub *h, enum lane lane)
{
	const char *bound[LANES] = { h->o.events, h->o.control, h->o.feed };

	if (!endpoint_is_local(bound[lane]))
		return true;
	for (const char **c = h->o.connect;
		lane == LANE_EVENTS && c != NULL && *c != NULL; c++) {
		if (!endpoint_is_local(*c))
			return true;
	}
	return false;
}

/* An abstract socket of ipc: a name, and no folder that keeps others out. */
static bool is_abstract(const struct hub *h, enum lane lane)
{
	const char *bound[LANES] = { h->o.events, h->o.control, h->o.feed };

	return str_starts(str_of(bound[lane]), "ipc://@");
}

/* The first lane that others reach, LANES: none. */
static enum lane open_lane(const struct hub *h)
{
	enum lane lane = LANE_EVENTS;

	while (lane < LANES && !reaches_others(h, lane))
		lane++;
	return lane;
}

bool hub_open_gate(struct hub *h, struct err *e)
{
	enum lane open = open_lane(h);

	if (h->o.insecure) {
		h->open = open != LANES;
		return true;
	}
	if (open == LANES && !h->o.secure)
		return true;
	h->gate = gate_open(h->context, h->o.keys, e);
	if (h->gate == NULL && open == LANES)
		return err_wrap(e, "--secure asks for keys (seam keys init)");
	if (h->gate == NULL)
		return err_wrap(e,
			"%s would be open to %s, which asks for keys (seam keys init; or "
			"bind 127.0.0.1; or say --insecure)",
			lane_names[open],
			is_abstract(h, open) ? "every user of this machine"
					     : "the network");
	for (enum lane lane = LANE_EVENTS; lane < LANES; lane++)
		h->guarded[lane] = h->o.secure || reaches_others(h, lane);
	return true;
}

/* --- what was refused ------------------------------------------------------ */

static void tell(struct hub *h, struct denial *d)
{
	struct buf *b = hub_data(h, NONE);

	out_key(b, "name");
	out_text(b, d->name[0] != '\0' ? d->name : NULL);
	out_key(b, "role");
	out_text(b, d->role);
	out_key(b, "what");
	out_text(b, d->what);
	out_key(b, "why");
	out_text(b, d->why);
	if (d->key[0] != '\0') {
		out_key(b, "key");
		out_text(b, d->key);
	}
	if (d->address[0] != '\0') {
		out_key(b, "address");
		out_text(b, d->address);
	}
	out_key(b, "count");
	out_uint(b, d->pending);
	out_close(b, '}');
	hub_emit(h, EV_ACCESS_DENIED, (struct str){ 0 }, buf_view(b));
	d->pending = 0;
	d->told = h->turn;
}

static bool is_of(
	const struct denial *d, const char *name, const char *what, const char *why)
{
	return strcmp(d->name, name) == 0 && strcmp(d->what, what) == 0 &&
		strcmp(d->why, why) == 0;
}

/* While nothing can be written: how many more, of whom nobody knows then. */
static void add_to_others(struct hub *h, const struct denial *d)
{
	struct denial *others = &h->denials_of.others;

	snprintf(others->what, sizeof(others->what), "several");
	snprintf(others->why, sizeof(others->why), "several");
	others->pending += d->pending;
}

/* The row of a party and an act; the oldest one gives way, told first. */
static struct denial *row_of(
	struct hub *h, const char *name, const char *what, const char *why)
{
	struct denials *all = &h->denials_of;
	struct denial *d;

	for (size_t i = 0; i < all->count; i++) {
		if (is_of(&all->row[i], name, what, why))
			return &all->row[i];
	}
	d = &all->row[all->next++ % MOST_DENIALS];
	if (all->count < MOST_DENIALS)
		all->count++;
	if (d->pending > 0 && h->failed)
		add_to_others(h, d);
	else if (d->pending > 0)
		tell(h, d);
	*d = (struct denial){ .told = h->turn - SECOND };
	snprintf(d->name, sizeof(d->name), "%s", name);
	snprintf(d->what, sizeof(d->what), "%s", what);
	snprintf(d->why, sizeof(d->why), "%s", why);
	return d;
}

static void count_denial(struct hub *h, struct denial *d, uint64_t n)
{
	d->pending += n;
	if (d->told + SECOND <= h->turn && !h->failed)
		tell(h, d);
}

void hub_deny(struct hub *h, const struct key *by, const char *what, const char *why)
{
	struct denial *d = row_of(h, by != NULL ? by->name : "", what, why);

	d->role = by != NULL ? role_name(by->role) : NULL;
	count_denial(h, d, 1);
}

static void deny_refused(struct hub *h)
{
	struct gate_refused r;
	struct denial *d;

	if (!gate_take_refused(h->gate, &r))
		return;
	d = row_of(h, r.name, "connect", r.why);
	snprintf(d->key, sizeof(d->key), "%s", r.key);
	snprintf(d->address, sizeof(d->address), "%s", r.address);
	count_denial(h, d, r.count);
}

void hub_deny_address(struct hub *h, const char *address, const char *why, uint64_t count)
{
	struct denial *d = row_of(h, "", "connect", why);

	snprintf(d->address, sizeof(d->address), "%s", address);
	count_denial(h, d, count);
}

void hub_flush_denials(struct hub *h, bool all)
{
	struct denials *of = &h->denials_of;
	uint64_t untold = 0;

	for (size_t i = 0; i <= of->count; i++) {
		struct denial *d = i < of->count ? &of->row[i] : &of->others;

		if (h->failed)
			untold += d->pending;
		else if (d->pending > 0 && (all || d->told + SECOND <= h->turn))
			tell(h, d);
	}
	if (all && untold > 0)
		hub_log(h, "%llu denials are not in the journal",
			(unsigned long long)untold);
}

static void copy_data(const struct event *e, const char *member, char *to, size_t room)
{
	uint32_t n = json_member(e->doc, e->data, member);
	struct str s = json_is(e->doc, n, JSON_STRING) ? json_str(e->doc, n) : STR("");

	snprintf(to, room, "%.*s", STR_ARG(s));
}

/* What was told in a batch that did not come to the disk is owed again. */
void hub_owe_denials(struct hub *h, const struct batch *b)
{
	for (size_t i = 0; i < b->count; i++) {
		struct denial was = { .pending = 0 }, *d;
		struct event e;
		struct err err;

		if (!str_is(b->entry[i].row.type, event_kinds[EV_ACCESS_DENIED].type) ||
			!event_read(&h->doc, b->entry[i].row.event, b->entry[i].row.event,
				FROM_RECORDING, &e, NULL, &err))
			continue;
		copy_data(&e, "name", was.name, sizeof(was.name));
		copy_data(&e, "what", was.what, sizeof(was.what));
		copy_data(&e, "why", was.why, sizeof(was.why));
		d = row_of(h, was.name, was.what, was.why);
		copy_data(&e, "key", d->key, sizeof(d->key));
		copy_data(&e, "address", d->address, sizeof(d->address));
		copy_data(&e, "role", was.key, sizeof(was.key));
		d->role = was.key[0] != '\0' ? role_name(role_of(str_of(was.key))) : NULL;
		d->pending += e.count;
	}
}

/* --- the gate's turn ------------------------------------------------------- */

static void look_at_list(struct hub *h)
{
	bool changed;
	struct err e;

	if (h->turn < h->gate_look)
		return;
	h->gate_look = h->turn + LOOK;
	if (!gate_look(h->gate, &changed, &e)) {
		if (strcmp(e.text, h->gate_doubt.text) != 0)
			hub_log(h, "%s; the keys that were in force stay so", e.text);
		h->gate_doubt = e;
	} else if (changed) {
		h->gate_doubt.text[0] = '\0';
		hub_log(h, "%zu keys are in force", gate_keys(h->gate));
	}
}

void hub_gate_turn(struct hub *h)
{
	if (h->gate == NULL)
		return;
	gate_turn(h->gate);
	look_at_list(h);
	deny_refused(h);
	hub_flush_denials(h, false);
}

/* --- who may --------------------------------------------------------------- */

bool hub_admits(struct hub *h, enum lane lane, struct caller c, const struct key **key)
{
	*key = NULL;
	h->speaks = h->guarded[lane] ? c.who : (uint32_t)lane;
	if (!h->guarded[lane])
		return true;
	*key = gate_admit(h->gate, c);
	if (*key != NULL)
		return true;
	hub_deny(h, gate_key(h->gate, c.who), lane_names[lane],
		c.who == GATE_NOBODY ? "no_identity" : "revoked");
	return false;
}

static bool forbid(struct hub *h, struct request *r, const char *op, const char *why,
	const char *message)
{
	hub_deny(h, r->key, op, why);
	reply_error(r, "forbidden", "%s", message);
	return false;
}

bool hub_role_may(struct hub *h, struct request *r, unsigned roles, const char *op)
{
	char message[200];

	if (r->peer->who == GATE_LOCAL)
		return true;
	/* it waited, and was revoked meanwhile */
	if (r->key == NULL || !gate_is_live(h->gate, r->peer->who))
		return forbid(h, r, op, "revoked", "this key was revoked");
	if (roles & MAY(r->key->role))
		return true;
	snprintf(message, sizeof(message),
		"this is the key of %s, an %s: that role may not %s", r->key->name,
		role_name(r->key->role), op);
	return forbid(h, r, op, "role", message);
}

bool hub_is_self(struct hub *h, struct request *r, struct str agent, const char *op)
{
	char message[200];

	if (r->key == NULL || str_is(agent, r->key->name))
		return true;
	snprintf(message, sizeof(message),
		"this is the key of %s, which does not speak for %.*s", r->key->name,
		STR_ARG(agent));
	return forbid(h, r, op, "another_agent", message);
}

bool hub_is_party(const struct hub *h, const struct request *r, const struct handoff *x)
{
	const struct edge *e = &h->mesh->edge[x->edge];

	return r->key == NULL ||
		str_is(str_of(h->mesh->agent[e->from].name), r->key->name) ||
		str_is(str_of(h->mesh->agent[e->to].name), r->key->name);
}

void hub_not_theirs(struct hub *h, struct request *r)
{
	if (r->key != NULL)
		hub_deny(h, r->key, "deliver", "another_handoff");
	reply_error(r, "forbidden", "only the two agents of the handoff answer");
}

/* An agent hears the beat and what was decided of its own, by the topic with the slash.
 */
bool hub_may_hear(struct hub *h, const struct key *by, struct str topic)
{
	if (by == NULL || MAY(by->role) & MAY_LOOK || str_is(topic, "hub"))
		return true;
	if (str_starts(topic, "decision/") && topic.n > 10 &&
		topic.p[topic.n - 1] == '/' &&
		str_is((struct str){ topic.p + 9, topic.n - 10 }, by->name))
		return true;
	hub_deny(h, by, "subscribe", "role");
	return false;
}
