/* SPDX-License-Identifier: MIT */
#include "views/complete.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"

#define LOOKED 3000 /* members of the mesh that are looked at */
#define OFFERS 6    /* artifacts */
#define PATH_DEEP 8

/* Words that begin as what stands there, each once. */
struct ways {
	const struct complete *c;
	struct str stem; /* what they begin with, in any case */
	char *word[COMPLETE_MOST];
	size_t n;
};

static char low(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool begins(struct str word, struct str stem)
{
	if (word.n < stem.n)
		return false;
	for (size_t i = 0; i < stem.n; i++) {
		if (low(word.p[i]) != low(stem.p[i]))
			return false;
	}
	return true;
}

static void add(struct ways *x, struct str word)
{
	struct buf b = { 0 };

	if (word.n == 0 || word.n > 200 || x->n == COMPLETE_MOST ||
		!begins(word, x->stem))
		return;
	for (size_t i = 0; i < x->n; i++) {
		if (str_is(word, x->word[i]))
			return;
	}
	buf_slice(&b, word);
	x->word[x->n++] = buf_steal(&b);
}

static void add_z(struct ways *x, const char *word)
{
	add(x, str_of(word));
}

/* --- values of a field ------------------------------------------------------ */

static void add_agents(struct ways *x, const struct mesh *m)
{
	for (uint32_t i = 0; i < m->agents && i < LOOKED; i++)
		add_z(x, m->agent[i].name);
}

static void add_edges(struct ways *x, const struct mesh *m)
{
	char name[160];

	for (uint32_t i = 0; i < m->edges && i < LOOKED; i++) {
		snprintf(name, sizeof(name), "%.70s>%.70s",
			m->agent[m->edge[i].from].name, m->agent[m->edge[i].to].name);
		add_z(x, name);
	}
}

static void add_contracts(struct ways *x, const struct mesh *m)
{
	for (uint32_t i = 0; i < m->contracts.count && i < LOOKED; i++)
		add_z(x, m->contracts.entry[i].contract->id);
}

static void add_reasons(struct ways *x, const struct mesh *m)
{
	for (uint32_t i = 0; i < m->dead_groups && i < LOOKED; i++)
		add_z(x, m->dead_group[i].reason);
	for (uint32_t i = 0; i < m->edges && i < LOOKED; i++) {
		if (m->edge[i].last_reason != NULL)
			add_z(x, m->edge[i].last_reason);
	}
}

static void add_incidents(struct ways *x, const struct mesh *m)
{
	for (uint32_t i = m->incident.count, k = 0; i-- > 0 && k < LOOKED; k++) {
		if (incident_at(m, i) != NULL)
			add_z(x, incident_at(m, i)->id);
	}
}

static void add_people(struct ways *x, const struct mesh *m)
{
	for (uint32_t i = m->decision.count, k = 0; i-- > 0 && k < LOOKED; k++) {
		const struct decision *d = decision_at(m, i);

		if (d != NULL && d->operator_name != NULL)
			add_z(x, d->operator_name);
	}
	if (x->c->world->operator_name != NULL)
		add_z(x, x->c->world->operator_name);
}

static void add_states(struct ways *x, unsigned kinds)
{
	if (kinds & (QUERY_HANDOFFS | QUERY_EVENTS)) {
		for (int s = STATE_OFFERED; s < STATES; s++)
			add_z(x, state_name((enum handoff_state)s));
	}
	for (int t = EDGE_OK; (kinds & QUERY_EDGES) && t <= EDGE_BROKEN; t++)
		add_z(x, edge_trouble_name((enum edge_trouble)t));
	for (int a = AGENT_UNHEARD; (kinds & QUERY_AGENTS) && a <= AGENT_LEFT; a++)
		add_z(x, agent_state_name((enum agent_state)a));
}

static void add_values(struct ways *x, enum query_name name)
{
	const struct mesh *m = x->c->world->mesh;

	switch (name) {
	case QUERY_AGENT:
	case QUERY_FROM:
	case QUERY_TO:
		add_agents(x, m);
		break;
	case QUERY_EDGE:
		add_edges(x, m);
		break;
	case QUERY_CONTRACT:
		add_contracts(x, m);
		break;
	case QUERY_STATE:
		add_states(x, x->c->kinds);
		break;
	case QUERY_REASON:
		add_reasons(x, m);
		break;
	case QUERY_INCIDENT:
		add_incidents(x, m);
		break;
	case QUERY_BY:
		add_people(x, m);
		break;
	case QUERY_FAULT:
		for (unsigned i = 0; i < FAULT_BITS; i++)
			add_z(x, fault_name(1u << i));
		break;
	case QUERY_FALLBACK:
		for (int a = FALLBACK_NONE + 1; a < FALLBACK_ACTIONS; a++)
			add_z(x, fallback_name((enum fallback_action)a));
		break;
	case QUERY_TYPE:
		for (int t = EV_UNKNOWN + 1; t < EVENT_TYPES; t++)
			add_z(x, event_kinds[t].word);
		break;
	case QUERY_STANDING:
		for (int s = 0; s < STANDINGS; s++)
			add_z(x, standing_name((enum standing)s));
		break;
	case QUERY_MODEL:
		for (uint32_t i = 0; i < m->agents && i < LOOKED; i++)
			if (m->agent[i].model != NULL)
				add_z(x, m->agent[i].model);
		break;
	default:
		break;
	}
}

/* --- places in artifacts ---------------------------------------------------- */

/* A key as a part of a pointer; false: it would have to be quoted. */
static bool add_key(struct buf *path, struct str key)
{
	buf_char(path, '/');
	for (size_t i = 0; i < key.n; i++) {
		if (strchr(" :=<>!\"", key.p[i]) != NULL)
			return false;
		if (key.p[i] == '~' || key.p[i] == '/')
			buf_str(path, key.p[i] == '~' ? "~0" : "~1");
		else
			buf_char(path, key.p[i]);
	}
	return key.n > 0;
}

static void add_places(
	struct ways *x, struct json *j, uint32_t n, struct buf *path, int deep)
{
	size_t here = path->len;

	if (path->len > 0)
		add(x, buf_view(path));
	if (deep == PATH_DEEP || n == JSON_NONE)
		return;
	if (json_is(j, n, JSON_ARRAY) && j->node[n].count > 0) {
		buf_str(path, "/*");
		add_places(x, j, n + 1, path, deep + 1);
	}
	for (uint32_t i = n + 1; json_is(j, n, JSON_OBJECT) && i < j->node[n].next;
		i = j->node[i + 1].next) {
		path->len = here;
		if (add_key(path, json_str(j, i)))
			add_places(x, j, i + 1, path, deep + 1);
	}
	path->len = here;
}

/* What a schema promises below a place. */
static void add_promised(
	struct ways *x, struct json *j, uint32_t schema, struct buf *path, int deep)
{
	uint32_t properties = json_member(j, schema, "properties");
	uint32_t items = json_member(j, schema, "items");
	size_t here = path->len;

	if (path->len > 0)
		add(x, buf_view(path));
	if (deep == PATH_DEEP)
		return;
	if (json_is(j, items, JSON_OBJECT)) {
		buf_str(path, "/*");
		add_promised(x, j, items, path, deep + 1);
	}
	for (uint32_t i = properties + 1;
		json_is(j, properties, JSON_OBJECT) && i < j->node[properties].next;
		i = j->node[i + 1].next) {
		path->len = here;
		if (add_key(path, json_str(j, i)))
			add_promised(x, j, i + 1, path, deep + 1);
	}
	path->len = here;
}

static void add_artifact(struct ways *x, uint32_t handoff, struct buf *path)
{
	const struct world *w = x->c->world;
	const struct handoff *h = handoff_at(w->mesh, handoff);
	struct buf bytes = { 0 };
	struct json j = { 0 };

	if (h != NULL && w->event != NULL && w->event(w->event_arg, h->offer, &bytes) &&
		json_read(&j, bytes.data, bytes.len, 72, NULL))
		add_places(x, &j, json_pointer(&j, 0, STR("/data/artifact")), path, 0);
	json_fini(&j);
	buf_fini(&bytes);
}

/* The artifact under the cursor, those that wait, then what contracts promise. */
static void add_pointers(struct ways *x)
{
	const struct mesh *m = x->c->world->mesh;
	struct buf path = { 0 };
	struct order_item i;

	if (x->c->kinds & QUERY_EVENTS || str_starts(x->stem, "/artifact"))
		buf_str(&path, "/artifact");
	add_artifact(x, x->c->handoff, &path);
	for (size_t k = 0; k < OFFERS && order_at(&m->review, k, &i); k++)
		add_artifact(x, i.id, &path);
	for (uint32_t k = 0; k < m->contracts.count && k < 100; k++) {
		struct contract *c = m->contracts.entry[k].contract;

		if (c != NULL && m->contracts.entry[k].in_force)
			add_promised(
				x, &c->doc, json_member(&c->doc, 0, "schema"), &path, 0);
	}
	buf_fini(&path);
}

/* --- words ------------------------------------------------------------------ */

static const char *operator_of(const struct query_field *f)
{
	return f->type == QUERY_NUMBER || f->type == QUERY_SPAN       ? "<"
		: f->type == QUERY_MOMENT || f->type == QUERY_ORDINAL ? ">"
								      : ":";
}

static void add_fields(struct ways *x)
{
	char text[40];

	for (int i = 0; i < QUERY_NAMES; i++) {
		if (!(query_fields[i].kinds & x->c->kinds))
			continue;
		snprintf(text, sizeof(text), "%s%s", query_fields[i].name,
			operator_of(&query_fields[i]));
		add_z(x, text);
	}
}

static void add_saved(struct ways *x)
{
	char text[SAVED_NAME + 1];

	for (size_t i = 0; x->c->saved != NULL && i < x->c->saved->n; i++) {
		snprintf(text, sizeof(text), "@%s", x->c->saved->filter[i].name);
		add_z(x, text);
	}
}

/* Where the last word begins. */
static size_t last_word(struct str s)
{
	size_t from = 0;
	bool quoted = false;

	for (size_t i = 0; i < s.n; i++) {
		quoted ^= s.p[i] == '"';
		if (s.p[i] == ' ' && !quoted)
			from = i + 1;
	}
	return from;
}

/* Where its value begins, and the field; 0: it has none yet. */
static size_t value_at(struct str word, enum query_name *name)
{
	size_t n = 0, end;

	while (n < word.n && strchr(":=<>!", word.p[n]) == NULL)
		n++;
	end = n;
	while (end < word.n && strchr(":=<>!", word.p[end]) != NULL && end < n + 2)
		end++;
	*name = query_named((struct str){ word.p, n });
	for (size_t i = end; i < word.n; i++) {
		if (word.p[i] == ',')
			end = i + 1;
	}
	return *name != QUERY_NAMES && end > n ? end : 0;
}

bool complete_filter(void *arg, struct str before, unsigned nth, struct buf *out)
{
	const struct complete *c = arg;
	struct ways x = { .c = c };
	size_t from = last_word(before), value = 0;
	enum query_name name = QUERY_NAMES;
	struct str word;

	if (c->world == NULL)
		return false;
	from += from < before.n && before.p[from] == '!';
	word = (struct str){ before.p != NULL ? before.p + from : "", before.n - from };
	if (word.n > 0 && word.p[0] != '/' && word.p[0] != '@')
		value = value_at(word, &name);
	x.stem = str_skip(word, value);
	if (x.stem.n > 0 && x.stem.p[0] == '"')
		x.stem = str_skip(x.stem, 1);
	if (value > 0)
		add_values(&x, name);
	else if (word.n > 0 && word.p[0] == '/')
		add_pointers(&x);
	else
		add_fields(&x);
	if (value == 0)
		add_saved(&x);
	if (nth < x.n) {
		buf_slice(out, (struct str){ before.p, from + value });
		if (value > 0)
			query_quote_value(out, str_of(x.word[nth]));
		else
			buf_str(out, x.word[nth]);
	}
	for (size_t i = 0; i < x.n; i++)
		free(x.word[i]);
	return nth < x.n;
}

const char *complete_help(struct str text, unsigned kinds, char out[120])
{
	size_t from = last_word(text);
	struct str word = str_skip(text, from);
	enum query_name name = QUERY_NAMES;

	out[0] = '\0';
	if (word.n > 0 && word.p[0] == '!')
		word = str_skip(word, 1);
	if (word.n > 0 && word.p[0] != '/' && value_at(word, &name) > 0 &&
		(query_fields[name].kinds & kinds))
		snprintf(out, 120, "%s  %s", query_fields[name].name,
			query_fields[name].help);
	return out;
}
