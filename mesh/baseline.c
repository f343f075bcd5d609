/* SPDX-License-Identifier: MIT */
#include "mesh/baseline.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/json_out.h"
#include "base/mem.h"
#include "mesh/own.h"

/* --- writing --------------------------------------------------------------- */

static void out_number(struct buf *b, const char *name, uint64_t n)
{
	out_key(b, name);
	out_digits(b, n); /* any of them may be beyond what a double holds */
}

static void out_count(struct buf *b, const char *name, uint64_t n)
{
	out_key(b, name);
	out_uint(b, n);
}

static void out_list(struct buf *b, const char *name, char *const *list)
{
	if (list == NULL)
		return;
	out_key(b, name);
	out_open(b, '[');
	for (; *list != NULL; list++)
		out_text(b, *list);
	out_close(b, ']');
}

static void out_word(struct buf *b, const char *name, const char *word)
{
	if (word == NULL)
		return;
	out_key(b, name);
	out_text(b, word);
}

static void out_flag(struct buf *b, const char *name, bool set)
{
	if (!set)
		return;
	out_key(b, name);
	out_bool(b, true);
}

static void out_agent(struct buf *b, const struct agent *a)
{
	out_open(b, '{');
	out_word(b, "agent", a->name);
	out_word(b, "run", a->run);
	out_word(b, "version", a->version);
	out_word(b, "model", a->model);
	out_list(b, "sends", a->sends);
	out_list(b, "accepts", a->accepts);
	out_key(b, "heard");
	out_time(b, a->heard);
	out_count(b, "heartbeat", (uint64_t)a->heartbeat);
	out_count(b, "events", a->events);
	out_flag(b, "sequenced", a->sequenced);
	out_flag(b, "unnumbered", a->unnumbered);
	out_flag(b, "left", a->left);
	out_flag(b, "hello", a->said_hello);
	out_word(b, "was_version", a->was_version);
	out_word(b, "was_model", a->was_model);
	if (a->renewed != 0) {
		out_key(b, "changed");
		out_time(b, a->renewed);
	}
	out_close(b, '}');
}

static void out_fault_counts(struct buf *b, const struct edge *e)
{
	out_key(b, "faults");
	out_open(b, '{');
	for (unsigned i = 0; i < FAULT_BITS; i++) {
		if (e->faults[i] > 0)
			out_count(b, fault_name(1u << i), e->faults[i]);
	}
	out_close(b, '}');
}

/* "broken":5,"broken_since":...,"broken_last":... */
static void out_trouble(struct buf *b, const char *name, const struct trouble *t)
{
	char key[32];

	out_count(b, name, t->count);
	if (t->count == 0)
		return;
	snprintf(key, sizeof(key), "%s_since", name);
	out_key(b, key);
	out_time(b, t->since);
	snprintf(key, sizeof(key), "%s_last", name);
	out_key(b, key);
	out_time(b, t->last);
}

static void out_breaches(struct buf *b, const struct mesh *m, const struct edge *e)
{
	out_count(b, "other_breaches", e->other_breaches);
	out_key(b, "breaches");
	out_open(b, '[');
	for (uint32_t i = 0; i < e->breaches; i++) {
		const struct edge_breach *x = &e->breach[i];
		const struct handoff *h = handoff_at(m, x->handoff);

		out_open(b, '{');
		out_word(b, "contract", x->contract);
		out_word(b, "what", x->text);
		out_key(b, "refused");
		out_bool(b, x->refused);
		out_count(b, "count", x->count);
		out_key(b, "first");
		out_time(b, x->first);
		out_key(b, "last");
		out_time(b, x->last);
		out_key(b, "handoff");
		out_text(b, h != NULL ? h->id : NULL);
		out_close(b, '}');
	}
	out_close(b, ']');
}

static void out_kinds(struct buf *b, const struct edge *e)
{
	out_count(b, "other_contracts", e->other_kinds);
	out_key(b, "contracts");
	out_open(b, '[');
	for (uint32_t i = 0; i < e->kinds; i++) {
		const struct edge_kind *k = &e->kind[i];

		out_open(b, '{');
		out_word(b, "contract", k->name);
		out_count(b, "offered", k->count);
		out_trouble(b, "refused", &k->refused);
		out_trouble(b, "broken", &k->broken);
		out_key(b, "first");
		out_time(b, k->first);
		out_key(b, "last");
		out_time(b, k->last);
		out_close(b, '}');
	}
	out_close(b, ']');
}

static void out_edge(struct buf *b, const struct mesh *m, const struct edge *e)
{
	out_open(b, '{');
	out_word(b, "from", m->agent[e->from].name);
	out_word(b, "to", m->agent[e->to].name);
	out_count(b, "offered", e->offered);
	out_count(b, "accepted", e->accepted);
	out_count(b, "completed", e->completed);
	out_count(b, "refused", e->refused);
	out_count(b, "missed", e->missed);
	out_key(b, "last");
	out_time(b, e->last);
	out_fault_counts(b, e);
	out_kinds(b, e);
	out_breaches(b, m, e);
	out_close(b, '}');
}

/* A process that has said nothing since the cut is over: its numbers are in the sums. */
static bool is_kept(const struct run *r, uint64_t cut)
{
	return r->heard > cut;
}

static void out_run(struct buf *b, const struct run *r)
{
	out_open(b, '{');
	out_key(b, "source");
	out_str(b, (struct str){ r->key, r->source_bytes });
	out_key(b, "run");
	out_str(b, (struct str){ r->key + r->source_bytes + 1, r->run_bytes });
	out_number(b, "first", r->first);
	out_number(b, "highest", r->highest);
	out_number(b, "lost", r->lost);
	out_number(b, "heard", r->heard);
	out_close(b, '}');
}

struct hole_out {
	struct buf *b;
	const struct sequences *s;
	const uint32_t *place; /* of each run in the event; NONE: not in it */
};

/* What is young may still be filled; the other holes are final, and in the sums. */
static void out_hole(void *user, uint32_t run, const struct hole *h)
{
	struct hole_out *o = user;

	if (o->place[run] == NONE)
		return;
	out_open(o->b, '{');
	out_number(o->b, "run", o->place[run]);
	out_number(o->b, "first", h->first);
	out_number(o->b, "last", h->last);
	out_number(o->b, "since", (uint64_t)h->since);
	out_close(o->b, '}');
}

static void out_sequences(struct buf *b, const struct sequences *s, uint64_t cut)
{
	uint32_t *place = xmalloc(((size_t)s->runs + 1) * sizeof(*place)), n = 0;
	struct hole_out o = { b, s, place };

	out_key(b, "runs");
	out_open(b, '[');
	for (uint32_t i = 0; i < s->runs; i++) {
		place[i] = is_kept(&s->run[i], cut) ? n++ : NONE;
		if (place[i] != NONE)
			out_run(b, &s->run[i]);
	}
	out_close(b, ']');
	out_key(b, "holes");
	out_open(b, '[');
	sequences_each_young(s, out_hole, &o);
	out_close(b, ']');
	free(place);
}

/* What is owed and why the first one fails is told by events that stay. */
static void out_hook(struct buf *b, enum hook_kind k, const struct hook *h)
{
	out_open(b, '{');
	out_word(b, "hook", hook_name(k));
	out_number(b, "done", h->done);
	out_number(b, "failed", h->failed);
	out_number(b, "muted", h->muted);
	if (h->gave_up != 0) {
		out_key(b, "gave_up");
		out_time(b, h->gave_up);
	}
	out_word(b, "detail", h->gave_up_why);
	out_close(b, '}');
}

void baseline_write(struct buf *b, const struct mesh *m, uint64_t cut)
{
	struct counters c = mesh_counters(m);

	out_open(b, '{');
	out_number(b, "cut", cut);
	out_count(b, "received", c.received);
	for (int s = 0; s < STANDINGS; s++)
		out_count(b, standing_counter((enum standing)s), c.standing[s]);
	out_count(b, "lost", c.lost);
	out_count(b, "unheard", c.unheard);
	out_count(b, "access_denied", c.access_denied);
	out_key(b, "agents");
	out_open(b, '[');
	for (uint32_t i = 0; i < m->agents; i++)
		out_agent(b, &m->agent[i]);
	out_close(b, ']');
	out_key(b, "edges");
	out_open(b, '[');
	for (uint32_t i = 0; i < m->edges; i++)
		out_edge(b, m, &m->edge[i]);
	out_close(b, ']');
	out_key(b, "hooks");
	out_open(b, '[');
	for (int k = 0; k < HOOKS; k++)
		out_hook(b, (enum hook_kind)k, &m->hook[k]);
	out_close(b, ']');
	baseline_write_links(b, m, cut);
	out_sequences(b, &m->own.sequences, cut);
	out_close(b, '}');
}

/* --- reading --------------------------------------------------------------- */

static uint64_t number_in(struct json *j, uint32_t object, const char *name)
{
	uint32_t node = json_member(j, object, name);
	struct str s = json_is(j, node, JSON_STRING) ? json_str(j, node)
		: json_is(j, node, JSON_NUMBER)      ? json_raw(j, node)
						     : STR("");
	uint64_t n = 0;

	for (size_t i = 0; i < s.n && i < 20 && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		n = n * 10 + (uint64_t)(s.p[i] - '0');
	return n;
}

static struct str text_in(struct json *j, uint32_t object, const char *name)
{
	uint32_t node = json_member(j, object, name);

	return json_is(j, node, JSON_STRING) ? json_str(j, node) : (struct str){ 0 };
}

static int64_t time_in(struct json *j, uint32_t object, const char *name)
{
	int64_t t = 0;

	return time_parse(text_in(j, object, name), &t) ? t : 0;
}

static bool flag_in(struct json *j, uint32_t object, const char *name)
{
	return json_is(j, json_member(j, object, name), JSON_TRUE);
}

typedef void item_fold(struct mesh *m, struct json *j, uint32_t item);

static void each(struct mesh *m, const struct event *e, const char *name, item_fold *fold)
{
	uint32_t array = json_member(e->doc, e->data, name);

	if (!json_is(e->doc, array, JSON_ARRAY))
		return;
	for (uint32_t i = array + 1; i < e->doc->node[array].next;
		i = e->doc->node[i].next) {
		if (json_is(e->doc, i, JSON_OBJECT))
			fold(m, e->doc, i);
	}
}

static void fold_agent(struct mesh *m, struct json *j, uint32_t item)
{
	struct str name = text_in(j, item, "agent");
	struct agent *a;
	uint32_t i;

	if (name.n == 0)
		return;
	i = agent_get(m, name);
	a = &m->agent[i];
	text_replace(&a->run, text_in(j, item, "run"));
	text_replace(&a->version, text_in(j, item, "version"));
	text_replace(&a->model, text_in(j, item, "model"));
	agent_take_list(&a->sends, j, item, "sends");
	agent_take_list(&a->accepts, j, item, "accepts");
	a->hellos++;
	a->heard = time_in(j, item, "heard");
	a->heartbeat = (int64_t)number_in(j, item, "heartbeat");
	a->events = number_in(j, item, "events");
	a->sequenced = flag_in(j, item, "sequenced");
	a->unnumbered = flag_in(j, item, "unnumbered");
	a->left = flag_in(j, item, "left");
	a->said_hello = flag_in(j, item, "hello");
	text_replace(&a->was_version, text_in(j, item, "was_version"));
	text_replace(&a->was_model, text_in(j, item, "was_model"));
	a->renewed = time_in(j, item, "changed");
}

static void fold_fault_counts(struct edge *e, struct json *j, uint32_t counts)
{
	if (!json_is(j, counts, JSON_OBJECT))
		return; /* of an older hub */
	for (unsigned i = 0; i < FAULT_BITS; i++)
		e->faults[i] = number_in(j, counts, fault_name(1u << i));
}

static struct trouble trouble_in(struct json *j, uint32_t item, const char *name)
{
	struct trouble t = { .count = number_in(j, item, name) };
	char key[32];

	snprintf(key, sizeof(key), "%s_since", name);
	t.since = time_in(j, item, key);
	snprintf(key, sizeof(key), "%s_last", name);
	t.last = time_in(j, item, key);
	return t;
}

static void fold_kinds(struct mesh *m, struct edge *e, struct json *j, uint32_t item)
{
	uint32_t list = json_member(j, item, "contracts");

	if (!json_is(j, list, JSON_ARRAY))
		return;
	kinds_fini(e);
	e->kind = NULL;
	e->kinds = 0;
	e->other_kinds = number_in(j, item, "other_contracts");
	for (uint32_t i = list + 1; i < j->node[list].next; i = j->node[i].next) {
		struct str name = text_in(j, i, "contract");
		struct edge_kind k = { .name = text_kept(name),
			.contract = registry_find(&m->contracts, name),
			.count = number_in(j, i, "offered"),
			.first = time_in(j, i, "first"),
			.last = time_in(j, i, "last"),
			.broken = trouble_in(j, i, "broken"),
			.refused = trouble_in(j, i, "refused") };

		kind_put(e, &k);
		free(k.name);
	}
}

static void fold_breaches(struct mesh *m, struct edge *e, struct json *j, uint32_t item)
{
	uint32_t list = json_member(j, item, "breaches");

	if (!json_is(j, list, JSON_ARRAY))
		return; /* of an older hub */
	breaches_fini(e);
	e->other_breaches = number_in(j, item, "other_breaches");
	for (uint32_t i = list + 1; i < j->node[list].next; i = j->node[i].next) {
		struct edge_breach x = { .contract = text_kept(text_in(j, i, "contract")),
			.text = text_kept(text_in(j, i, "what")),
			.refused = flag_in(j, i, "refused"),
			.count = number_in(j, i, "count"),
			.first = time_in(j, i, "first"),
			.last = time_in(j, i, "last") };
		struct str handoff = text_in(j, i, "handoff");

		x.handoff = handoff.n > 0 ? mesh_find_handoff(m, handoff) : NONE;
		breach_put(e, &x);
		free(x.contract);
		free(x.text);
	}
}

static void fold_edge(struct mesh *m, struct json *j, uint32_t item)
{
	struct str from = text_in(j, item, "from"), to;
	uint32_t a = from.n > 0 ? agent_get(m, from) : NONE, place;
	struct edge *e;

	to = text_in(j, item, "to"); /* json_str() may move what it gave before */
	if (a == NONE || to.n == 0)
		return;
	place = edge_get(m, a, agent_get(m, to));
	e = &m->edge[place];
	e->offered = number_in(j, item, "offered");
	e->accepted = number_in(j, item, "accepted");
	e->completed = number_in(j, item, "completed");
	e->refused = number_in(j, item, "refused");
	e->missed = number_in(j, item, "missed");
	e->last = time_in(j, item, "last");
	fold_fault_counts(e, j, json_member(j, item, "faults"));
	fold_kinds(m, e, j, item);
	fold_breaches(m, e, j, item);
}

static void fold_hook(struct mesh *m, struct json *j, uint32_t item)
{
	enum hook_kind k = hook_named(text_in(j, item, "hook"));
	struct hook *h;

	if (k == HOOKS)
		return;
	h = &m->hook[k];
	h->done = number_in(j, item, "done");
	h->failed = number_in(j, item, "failed");
	h->muted = number_in(j, item, "muted");
	h->gave_up = time_in(j, item, "gave_up");
	text_replace(&h->gave_up_why, text_in(j, item, "detail"));
}

static void fold_run(struct mesh *m, struct json *j, uint32_t item)
{
	struct run like = { .first = number_in(j, item, "first"),
		.highest = number_in(j, item, "highest"),
		.lost = number_in(j, item, "lost"),
		.heard = number_in(j, item, "heard") };
	struct buf source = { 0 };
	struct numbered key = { .number = 1 };

	buf_slice(&source, text_in(j, item, "source"));
	key.run = text_in(j, item, "run");
	key.source = buf_view(&source);
	if (like.first > 0 && like.first <= like.highest)
		sequences_put_run(&m->own.sequences, &key, &like);
	buf_fini(&source);
}

static void fold_hole(struct mesh *m, struct json *j, uint32_t item)
{
	struct hole h = { .first = number_in(j, item, "first"),
		.last = number_in(j, item, "last"),
		.since = (int64_t)number_in(j, item, "since") };
	uint64_t run = number_in(j, item, "run");

	if (run < m->own.sequences.runs)
		sequences_put_young(&m->own.sequences, (uint32_t)run, h);
}

static void fold_counters(struct mesh *m, const struct event *e)
{
	uint32_t c = e->data;

	for (int s = 0; s < STANDINGS; s++)
		m->own.standing[s] =
			number_in(e->doc, c, standing_counter((enum standing)s));
	sequences_clear(&m->own.sequences);
	m->own.sequences.lost = number_in(e->doc, c, "lost");
	m->own.sequences.unheard = number_in(e->doc, c, "unheard");
	m->own.access_denied = number_in(e->doc, c, "access_denied");
	each(m, e, "runs", fold_run);
	each(m, e, "holes", fold_hole);
}

/* --- what goes ------------------------------------------------------------- */

bool baseline_keeps(struct str type)
{
	enum event_type t = event_type_named(type);

	return audit_takes(type) || t == EV_CONTRACT_LOADED || t == EV_CONTRACT_REFUSED ||
		t == EV_HOOK_SET;
}

size_t baseline_drops(const struct mesh *m, uint64_t cut, uint32_t *places, size_t most)
{
	struct order_item i;
	size_t n = 0;

	while (n < most && order_at(&m->closed, n, &i) && (uint64_t)i.key <= cut)
		places[n++] = i.id;
	return n;
}

uint64_t baseline_cut(const struct mesh *m, uint64_t cut, size_t most)
{
	struct order_item i;

	if (!order_at(&m->closed, most, &i) || (uint64_t)i.key > cut)
		return cut;
	return (uint64_t)i.key - 1;
}

static void drop_closed(struct mesh *m, uint64_t cut)
{
	struct order_item i;

	while (order_at(&m->closed, 0, &i) && (uint64_t)i.key <= cut)
		handoff_drop(m, i.id);
}

void fold_baseline(struct mesh *m, const struct event *e, uint32_t unused)
{
	uint64_t cut = number_in(e->doc, e->data, "cut");

	(void)unused;
	if (cut == 0 || cut >= e->hubsequence)
		return;
	fold_counters(m, e);
	each(m, e, "agents", fold_agent);
	each(m, e, "edges", fold_edge);
	each(m, e, "hooks", fold_hook);
	drop_closed(m, cut);
	baseline_fold_links(m, e);
	seen_forget(&m->own.seen, cut);
	if (cut > m->horizon)
		m->horizon = cut;
}
