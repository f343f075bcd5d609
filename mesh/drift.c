/* SPDX-License-Identifier: MIT */
#include "mesh/drift_own.h"

#include <stdlib.h>

#include "base/mem.h"
#include "contract/free_text.h"
#include "contract/negotiate.h"

#define LOOKS 64           /* at what one agent says */
#define MOST_LOOKS 4000000 /* about a tenth of a second */

static const struct {
	const char *name, *help;
} kinds[] = {
	[DRIFT_UNTAKEN] = { "version nobody takes",
		"an agent sends a version that none of its takers accepts: lower what is sent "
		"or bring the takers up" },
	[DRIFT_UNSENT] = { "version nobody sends",
		"an agent accepts only versions that nobody sends: it will not be handed "
		"anything it takes" },
	[DRIFT_MIXED] = { "two versions at once",
		"within 15 minutes one edge carried two versions of one contract, side by side: "
		"a replica was left behind" },
	[DRIFT_UNKNOWN] = { "version nobody knows",
		"an edge carries a version that is not in force, of a contract that is or "
		"was: load it, or send one that is in force" },
	[DRIFT_NO_SIGNAL] = { "constant confidence",
		"the confidence is always the same: it says nothing, and no human is ever "
		"asked, or always" },
	[DRIFT_CHANGED] = { "changed under its version",
		"the contract was loaded again with other content under the same version: "
		"who took the old one cannot tell" },
	[DRIFT_FREE_TEXT] = { "free text",
		"the schema admits any string as the whole artifact: nothing can be checked" },
	[DRIFT_NO_SCOPE] = { "no scope",
		"the contract does not say what it represents, or what it does not" },
};

const char *drift_name(enum drift_kind k)
{
	return kinds[k].name;
}

const char *drift_help(enum drift_kind k)
{
	return kinds[k].help;
}

void drift_fini(struct drifts *d)
{
	for (size_t i = 0; i < d->count; i++)
		free(d->item[i].words);
	free(d->item);
	*d = (struct drifts){ 0 };
}

/* Its words are set by the caller. */
struct drift *drift_add(struct drifts *d, enum drift_kind kind)
{
	struct drift *x;

	xgrow(&d->item, &d->cap, d->count + 1, sizeof(*d->item));
	x = &d->item[d->count++];
	*x = (struct drift){
		.kind = kind, .agent = NONE, .edge = NONE, .contract = NONE
	};
	return x;
}

/* --- what agents say --------------------------------------------------------------- */

static struct taker takes(const struct agent *a)
{
	return (struct taker){ a->name, a->left ? NULL : a->accepts };
}

static struct taker sends(const struct agent *a)
{
	return (struct taker){ a->name, a->left ? NULL : a->sends };
}

/* An agent that speaks of a contract, in some version. */
struct speaker {
	struct str name;
	uint32_t agent;
};

struct speakers {
	struct speaker *at; /* by name, then by agent */
	size_t count, cap;
};

static int by_name(const void *a, const void *b)
{
	const struct speaker *x = a, *y = b;
	size_t n = x->name.n < y->name.n ? x->name.n : y->name.n;
	int order = n > 0 ? memcmp(x->name.p, y->name.p, n) : 0;

	if (order == 0 && x->name.n != y->name.n)
		order = x->name.n < y->name.n ? -1 : 1;
	return order != 0 ? order : (x->agent > y->agent) - (x->agent < y->agent);
}

static void add_speakers(struct speakers *s, uint32_t agent, const struct taker *t)
{
	for (size_t i = 0; t->accepts != NULL && t->accepts[i] != NULL; i++) {
		struct str name = { t->accepts[i], strcspn(t->accepts[i], "/") };

		xgrow(&s->at, &s->cap, s->count + 1, sizeof(*s->at));
		s->at[s->count++] = (struct speaker){ name, agent };
	}
}

static struct speakers *sorted(struct speakers *s)
{
	if (s->count > 0)
		qsort(s->at, s->count, sizeof(*s->at), by_name);
	return s;
}

/*
 * The next agent that speaks of it; *i begins at -1. What one agent says of one contract
 * costs at most 64 looks, and all looks together have a bound.
 */
static uint32_t next_speaker(
	struct drifts *d, const struct speakers *s, struct str name, ptrdiff_t *i)
{
	struct speaker want = { name, 0 };
	size_t low = 0, high = s->count;
	uint32_t before = *i < 0 ? NONE : s->at[*i].agent;

	if (*i < 0) {
		while (low < high) {
			size_t middle = low + (high - low) / 2;

			if (by_name(&s->at[middle], &want) < 0)
				low = middle + 1;
			else
				high = middle;
		}
		*i = (ptrdiff_t)low - 1;
	}
	do
		++*i;
	while ((size_t)*i < s->count && s->at[*i].agent == before &&
		str_eq(s->at[*i].name, name));
	if ((size_t)*i >= s->count || !str_eq(s->at[*i].name, name))
		return NONE;
	if (d->left < LOOKS) {
		d->cut = true;
		return NONE;
	}
	d->left -= LOOKS;
	return s->at[*i].agent;
}

/* What is known of those who take what one agent sends. */
struct audience {
	uint32_t known; /* the first, NONE */
	bool taken;
	uint32_t contract; /* the newest version in force that it may be, CONTRACT_NONE */
};

/* `to` is NULL where the version is not in force: whoever speaks of it. */
static void ask_takers(struct drifts *d, const struct mesh *m, const struct wanted *w,
	struct version v, char *const *to, struct audience *out)
{
	struct str name = w->name;
	ptrdiff_t at = -1;
	uint32_t i;

	/* one who takes it is enough */
	while (!out->taken && (i = next_speaker(d, d->takers, name, &at)) != NONE) {
		struct taker t = takes(&m->agent[i]);

		if ((to != NULL && !contract_lists(to, str_of(t.agent))) ||
			!taker_speaks_of(&t, name))
			continue;
		if (out->known == NONE || i < out->known)
			out->known = i;
		out->taken = taker_takes(&t, name, v);
	}
}

static struct audience audience_of(struct drifts *d, const struct mesh *m,
	const struct agent *a, const struct wanted *w)
{
	struct audience out = { .known = NONE, .contract = CONTRACT_NONE };
	struct version exact;

	for (const struct drift_contract *x = drift_contracts(d->index, w->name, NULL);
		x != NULL && !out.taken; x = drift_contracts(d->index, w->name, x)) {
		uint32_t i = x->place;
		const struct contract *c = m->contracts.entry[i].contract;

		if (!range_takes(&w->range, c->version) ||
			!contract_lists(c->from, str_of(a->name)))
			continue;
		ask_takers(d, m, w, c->version, c->to, &out);
		if (out.contract == CONTRACT_NONE ||
			version_cmp(c->version,
				m->contracts.entry[out.contract].contract->version) > 0)
			out.contract = i;
	}
	if (out.contract == CONTRACT_NONE && version_read(w->said, &exact))
		ask_takers(d, m, w, exact, NULL, &out);
	return out;
}

/* How often, and since when, an agent was seen to offer what it says. */
static void note_offers(const struct drift_index *index, const struct mesh *m,
	const struct wanted *w, struct drift *x)
{
	for (uint32_t i = index->from[x->agent]; i != NONE; i = index->next_from[i]) {
		const struct edge *e = &m->edge[i];

		for (uint32_t k = 0; k < e->kinds; k++) {
			struct wanted seen;
			struct version v;

			if (!wanted_read(str_of(e->kind[k].name), &seen, NULL) ||
				!str_eq(seen.name, w->name) ||
				!version_read(seen.said, &v) ||
				!range_takes(&w->range, v))
				continue;
			x->count += e->kind[k].count;
			if (x->since == 0 || e->kind[k].first < x->since)
				x->since = e->kind[k].first;
			if (e->kind[k].last > x->last)
				x->last = e->kind[k].last;
		}
	}
}

static void find_untaken(struct drifts *d, const struct mesh *m, uint32_t i)
{
	const struct agent *a = &m->agent[i];
	struct taker s = sends(a);

	for (size_t k = 0; s.accepts != NULL && s.accepts[k] != NULL; k++) {
		struct str said = str_of(s.accepts[k]);
		struct audience u;
		struct wanted w;
		struct buf b = { 0 };
		struct drift *x;
		struct taker t;

		if (!wanted_read(said, &w, NULL))
			continue;
		u = audience_of(d, m, a, &w);
		if (u.known == NONE || u.taken || d->cut)
			continue;
		t = takes(&m->agent[u.known]);
		buf_fmt(&b, "%s sends %.*s; %s takes ", a->name, STR_ARG(said), t.agent);
		taker_ranges(&b, &t, w.name);
		buf_str(&b, " only");
		x = drift_add(d, DRIFT_UNTAKEN);
		x->agent = i;
		x->contract = u.contract;
		x->words = buf_steal(&b);
		note_offers(d->index, m, &w, x);
	}
}

/* Whether an agent was offered what it takes. */
static bool was_offered(const struct drift_index *index, const struct mesh *m,
	uint32_t to, const struct wanted *w)
{
	for (uint32_t i = index->to[to]; i != NONE; i = index->next_to[i]) {
		const struct edge *e = &m->edge[i];

		for (uint32_t k = 0; k < e->kinds; k++) {
			struct wanted seen;
			struct version v;

			if (wanted_read(str_of(e->kind[k].name), &seen, NULL) &&
				str_eq(seen.name, w->name) &&
				version_read(seen.said, &v) && range_takes(&w->range, v))
				return true;
		}
	}
	return false;
}

/* Whether all who might send it, by the contracts in force, said what they send. */
static bool all_have_said(
	const struct drift_index *index, const struct mesh *m, const struct wanted *w)
{
	bool any = false;

	for (const struct drift_contract *x = drift_contracts(index, w->name, NULL);
		x != NULL; x = drift_contracts(index, w->name, x)) {
		const struct contract *c = m->contracts.entry[x->place].contract;

		if (!range_takes(&w->range, c->version))
			continue;
		for (size_t k = 0; c->from[k] != NULL; k++) {
			uint32_t s = mesh_find_agent(m, str_of(c->from[k]));

			if (s == NONE || sends(&m->agent[s]).accepts == NULL)
				return false;
			any = true;
		}
	}
	return any;
}

/* Who sends it in some version, NONE; *met: in one that is taken. */
static uint32_t sender_of(
	struct drifts *d, const struct mesh *m, const struct wanted *w, bool *met)
{
	uint32_t known = NONE, i;
	ptrdiff_t at = -1;

	*met = false;
	while (!*met && (i = next_speaker(d, d->senders, w->name, &at)) != NONE) {
		struct taker s = sends(&m->agent[i]);

		if (!taker_speaks_of(&s, w->name))
			continue;
		if (known == NONE)
			known = i;
		*met = taker_meets(&s, w->name, &w->range);
	}
	return known;
}

static void find_unsent(struct drifts *d, const struct mesh *m, uint32_t i)
{
	struct taker t = takes(&m->agent[i]);

	for (size_t k = 0; t.accepts != NULL && t.accepts[k] != NULL; k++) {
		struct str said = str_of(t.accepts[k]);
		struct buf b = { 0 };
		struct wanted w;
		struct drift *x;
		uint32_t from;
		bool met;

		if (!wanted_read(said, &w, NULL) || was_offered(d->index, m, i, &w))
			continue;
		from = sender_of(d, m, &w, &met);
		if (met || d->cut || (from == NONE && !all_have_said(d->index, m, &w)))
			continue;
		buf_fmt(&b, "%s takes %.*s; ", t.agent, STR_ARG(said));
		if (from != NONE) {
			struct taker s = sends(&m->agent[from]);

			buf_fmt(&b, "%s sends ", s.agent);
			taker_ranges(&b, &s, w.name);
			buf_str(&b, " only");
		} else {
			buf_str(&b, "nobody sends it");
		}
		x = drift_add(d, DRIFT_UNSENT);
		x->agent = i;
		x->words = buf_steal(&b);
	}
}

/* --- what is in force ---------------------------------------------------- */

static void find_changed(struct drifts *d, const struct mesh *m, uint32_t i)
{
	const struct registry_entry *r = &m->contracts.entry[i];
	struct buf b = { 0 };
	struct drift *x;

	if (!r->in_force || registry_before(&m->contracts, i) == CONTRACT_NONE)
		return;
	x = drift_add(d, DRIFT_CHANGED);
	x->contract = i;
	x->since = x->last = r->loaded;
	buf_fmt(&b, "%s changed under the same version", r->contract->id);
	x->words = buf_steal(&b);
}

static void find_free_text(struct drifts *d, const struct mesh *m, uint32_t i)
{
	const struct registry_entry *r = &m->contracts.entry[i];
	struct buf b = { 0 };
	struct drift *x;

	if (!r->in_force || !contract_free_text(r->contract))
		return;
	x = drift_add(d, DRIFT_FREE_TEXT);
	x->contract = i;
	x->since = r->loaded;
	buf_fmt(&b, "%s: any string may be the whole artifact", r->contract->id);
	x->words = buf_steal(&b);
}

static void find_no_scope(struct drifts *d, const struct mesh *m, uint32_t i)
{
	const struct registry_entry *r = &m->contracts.entry[i];
	const struct contract *c = r->contract;
	bool is = c->represents != NULL && c->represents[0] != '\0';
	bool is_not = c->excludes != NULL && c->excludes[0] != NULL;
	struct buf b = { 0 };
	struct drift *x;

	if (!r->in_force || (is && is_not))
		return;
	x = drift_add(d, DRIFT_NO_SCOPE);
	x->contract = i;
	x->since = r->loaded;
	buf_fmt(&b, "%s does not say %s", c->id,
		is               ? "what it excludes"
			: is_not ? "what it represents"
				 : "what it represents and what it excludes");
	x->words = buf_steal(&b);
}

/* --- all of it ---------------------------------------------------- */

typedef void finder(struct drifts *d, const struct mesh *m, uint32_t place);

static const struct {
	finder *find;
	enum { OF_AGENTS, OF_EDGES, OF_CONTRACTS } of;
} finders[] = {
	[DRIFT_UNTAKEN] = { find_untaken, OF_AGENTS },
	[DRIFT_UNSENT] = { find_unsent, OF_AGENTS },
	[DRIFT_MIXED] = { drift_find_mixed, OF_EDGES },
	[DRIFT_UNKNOWN] = { drift_find_unknown, OF_EDGES },
	[DRIFT_NO_SIGNAL] = { drift_find_no_signal, OF_EDGES },
	[DRIFT_CHANGED] = { find_changed, OF_CONTRACTS },
	[DRIFT_FREE_TEXT] = { find_free_text, OF_CONTRACTS },
	[DRIFT_NO_SCOPE] = { find_no_scope, OF_CONTRACTS },
};

void drift_find(struct drifts *d, const struct mesh *m)
{
	const uint32_t places[] = {
		[OF_AGENTS] = m->agents,
		[OF_EDGES] = m->edges,
		[OF_CONTRACTS] = m->contracts.count,
	};

	struct speakers takers = { 0 }, senders = { 0 };
	struct drift_index index;

	for (size_t i = 0; i < d->count; i++)
		free(d->item[i].words);
	d->count = 0;
	d->cut = false;
	d->left = MOST_LOOKS;
	drift_index_make(&index, m);
	d->index = &index;
	for (uint32_t i = 0; i < m->agents; i++) {
		struct taker t = takes(&m->agent[i]), s = sends(&m->agent[i]);

		add_speakers(&takers, i, &t);
		add_speakers(&senders, i, &s);
	}
	d->takers = sorted(&takers);
	d->senders = sorted(&senders);
	for (int kind = 0; kind < DRIFT_KINDS; kind++) {
		for (uint32_t i = 0; i < places[finders[kind].of]; i++)
			finders[kind].find(d, m, i);
	}
	d->takers = d->senders = NULL;
	d->index = NULL;
	drift_index_fini(&index);
	free(takers.at);
	free(senders.at);
}
