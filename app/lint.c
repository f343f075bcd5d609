/* SPDX-License-Identifier: MIT */
#include "app/lint.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "contract/judge.h"
#include "contract/named.h"

struct lint *lint_new(void)
{
	struct lint *l = xcalloc(1, sizeof(*l));

	l->m = mesh_new();
	l->used = used_new();
	l->errors = xcalloc(1, sizeof(*l->errors));
	return l;
}

void lint_free(struct lint *l)
{
	for (size_t i = 0; i < l->edges; i++) {
		hashes_fini(&l->edge[i].shapes);
		for (unsigned n = 0; n < RULES * LINT_FIRST; n++)
			free(l->edge[i].first[n / LINT_FIRST][n % LINT_FIRST]);
	}
	for (uint32_t i = 0; i < l->violations.rows; i++) {
		free(l->violation[i].handoff);
		free(l->violation[i].contract);
	}
	free(l->edge);
	free(l->violation);
	free(l->offer);
	free(l->alike);
	hashes_fini(&l->shapes);
	hashes_fini(&l->known);
	tally_fini(&l->circles);
	tally_fini(&l->dead);
	tally_fini(&l->died);
	tally_fini(&l->violations);
	tally_fini(&l->unnamed);
	tally_fini(&l->unused);
	used_free(l->used);
	drift_fini(&l->drifts);
	json_fini(&l->doc);
	schema_run_fini(&l->run);
	schema_errors_fini(l->errors);
	free(l->errors);
	shape_fini(&l->shape);
	mesh_free(l->m);
	free(l);
}

void lint_use_contract_take(struct lint *l, struct contract *c)
{
	l->others = l->m->contracts.suppose = true;
	mesh_use_contract_take(l->m, c, 0, (struct str){ NULL, 0 });
}

/* The mesh has as many edges, or is about to have one more. */
static void make_edges(struct lint *l)
{
	xgrow(&l->edge, &l->cap_edge, l->m->edges, sizeof(*l->edge));
	for (; l->edges < l->m->edges; l->edges++)
		l->edge[l->edges] = (struct lint_edge){ .offers = 0 };
}

/* At most LINT_KEY bytes, not cut within a character. */
static struct str cut(struct str s)
{
	return text_head(s, LINT_KEY);
}

/* The first handoffs that break a rule, each once. */
static void note_first(struct lint_edge *edge, unsigned rule, const char *handoff)
{
	for (unsigned i = 0; i < LINT_FIRST; i++) {
		char **at = &edge->first[rule][i];

		if (*at == NULL) {
			*at = xstrdup(handoff);
			return;
		}
		if (strcmp(*at, handoff) == 0)
			return;
	}
}

static void found(struct lint_edge *edge, unsigned rule, const struct handoff *h, bool is)
{
	edge->found[rule] += is;
	if (is)
		note_first(edge, rule, h->id);
}

/* What the mesh has found; of an input that may be offered yet, at the end. */
static void note_faults(struct lint *l, const struct handoff *h, unsigned faults)
{
	faults &= h->faults;
	for (unsigned i = 0; faults >> i != 0; i++) {
		if (faults >> i & 1)
			note_first(&l->edge[h->edge], i, h->id);
	}
}

static void note_faults_of(struct lint *l, const struct event *e)
{
	uint32_t place =
		event_kinds[e->type].handoff ? mesh_find_handoff(l->m, e->handoff) : NONE;

	if (place == NONE)
		return;
	make_edges(l);
	note_faults(l, handoff_at(l->m, place), ~(unsigned)FAULT_UNSEEN_INPUT);
}

/* --- one offer: its schema ---------------------------------------------------------- */

static void note_violation(struct lint *l, const struct event *e,
	const struct contract *c, const struct schema_error *x)
{
	struct tally *t = &l->violations;
	uint32_t before = t->rows;
	struct buf key = { 0 }, at = { 0 };

	shape_pointer(&at, e->doc, e->artifact, str_of(x->at));
	buf_str(&key, c->name);
	buf_char(&key, '\0');
	buf_slice(&key, cut(buf_view(&at)));
	buf_char(&key, '\0');
	buf_slice(&key, cut(str_of(x->message)));
	tally_add(t, buf_view(&key), l->events, 0);
	if (t->rows > before) {
		xgrow(&l->violation, &l->cap_violation, t->rows, sizeof(*l->violation));
		l->violation[before] = (struct lint_violation){
			.handoff = xmemdup(e->handoff.p, e->handoff.n),
			.contract = xstrdup(c->id),
			.since = e->recorded,
		};
	}
	buf_fini(&key);
	buf_fini(&at);
}

/* The bit of enum fault that it breaks, or 0. */
static unsigned check_schema(struct lint *l, const struct event *e, struct contract *c)
{
	struct schema *s = contract_schema(c, NULL);

	if (s == NULL)
		return FAULT_UNCHECKED;
	switch (schema_check(s, &l->run, e->doc, e->artifact)) {
	case SCHEMA_VALID:
		return 0;
	case SCHEMA_INVALID:
		schema_errors_fini(l->errors);
		schema_explain(s, &l->run, e->doc, e->artifact, l->errors);
		for (size_t i = 0; i < l->errors->count; i++)
			note_violation(l, e, c, &l->errors->error[i]);
		return FAULT_SCHEMA;
	default:
		return FAULT_UNCHECKED;
	}
}

/* --- one offer: what is in it ---------------------------------------------------------
 */

struct unnamed {
	struct lint *l;
	uint32_t edge;
};

static struct tally_row *note_field(
	struct tally *t, uint32_t edge, struct str at, uint64_t turn)
{
	struct tally_row *r;
	struct buf key = { 0 };

	buf_add(&key, &edge, sizeof(edge));
	buf_slice(&key, cut(at));
	r = tally_add(t, buf_view(&key), turn, 0);
	buf_fini(&key);
	return r;
}

static void note_unnamed(void *arg, struct str at)
{
	struct unnamed *u = arg;

	note_field(&u->l->unnamed, u->edge, at, u->l->events);
}

static void note_shape(struct lint *l, struct lint_edge *edge, const struct event *e)
{
	uint64_t shape = shape_of(&l->shape, e->doc, e->artifact);

	hashes_add(&l->shapes, shape);
	if (edge->shapes.count < LINT_SHAPES)
		hashes_add(&edge->shapes, shape);
	else
		edge->more_shapes |= !hashes_has(&edge->shapes, shape);
}

/* What an offer that stands under no contract lacks. */
static void judge_bare(
	struct lint_edge *edge, const struct event *e, const struct handoff *h)
{
	uint32_t confidence = json_pointer(e->doc, e->artifact, STR("/confidence"));
	uint32_t fallback = json_pointer(e->doc, e->artifact, STR("/fallback"));
	struct fallback f;
	double c;

	c = json_is(e->doc, confidence, JSON_NUMBER) ? json_number(e->doc, confidence)
						     : -1;
	found(edge, RULE_NO_CONFIDENCE, h, !(c >= 0 && c <= 1));
	found(edge, RULE_NO_FALLBACK, h,
		fallback == JSON_NONE || !fallback_read(e->doc, fallback, &f));
	found(edge, RULE_NO_CONTRACT, h,
		!(h->faults & (FAULT_UNKNOWN_CONTRACT | FAULT_OTHER_EDGE)));
}

static void judge_promised(struct lint *l, struct lint_edge *edge,
	const struct handoff *h, const struct event *e, struct contract *c)
{
	struct unnamed u = { l, h->edge };
	unsigned fault = check_schema(l, e, c);
	bool unnamed = !offer_names_contract(e->dataschema);

	for (unsigned i = 0; fault >> i != 0; i++)
		found(edge, i, h, fault >> i & 1);
	contract_unnamed(c, e->doc, e->artifact, note_unnamed, &u);
	l->by_default += unnamed && c->is_default;
	l->by_only += unnamed && !c->is_default;
}

/* The circle that this handoff has closed just now. */
static void note_circle(struct lint *l, uint32_t place)
{
	const struct mesh *m = l->m;

	for (uint32_t i = m->circles; i-- > 0;) {
		const struct circle *c = &m->circle[i];
		struct buf key = { 0 };

		if (c->handoff != place)
			continue;
		buf_char(&key, c->longer ? '+' : '-');
		buf_add(&key, c->agent, c->agents * sizeof(*c->agent));
		tally_add(&l->circles, buf_view(&key), l->events, 0);
		buf_fini(&key);
		return;
	}
}

static void note_offer(struct lint *l, size_t line, const struct event *e, bool is_new)
{
	uint32_t place = mesh_find_handoff(l->m, e->handoff);
	const struct handoff *h = handoff_at(l->m, place);
	struct lint_edge *edge;

	make_edges(l);
	edge = &l->edge[h->edge];
	edge->offers++;
	l->handoffs += is_new;
	if (is_new && (h->faults & FAULT_LOOP))
		note_circle(l, place);
	note_shape(l, edge, e);
	if (h->contract == CONTRACT_NONE)
		judge_bare(edge, e, h);
	else
		judge_promised(
			l, edge, h, e, l->m->contracts.entry[h->contract].contract);
	used_offered(l->used, l->m->edge[h->edge].from, e->doc, e->artifact);
	xgrow(&l->offer, &l->cap_offer, l->offers + 1, sizeof(*l->offer));
	l->offer[l->offers++] =
		(struct lint_recorded){ (uint32_t)line, h->edge, h->contract };
}

/* --- events ----------------------------------------------------------------------------
 */

/* What a baseline says of faults was found by others, and is taken off. */
static void take_baseline(struct lint *l, const struct event *e)
{
	uint32_t n = l->m->edges;
	uint64_t(*before)[FAULT_BITS] = xcalloc(n + 1, sizeof(*before));

	for (uint32_t i = 0; i < n; i++)
		memcpy(before[i], l->m->edge[i].faults, sizeof(*before));
	mesh_append(l->m, e);
	make_edges(l);
	for (uint32_t i = 0; i < l->m->edges; i++) {
		for (int b = 0; b < FAULT_BITS; b++)
			l->edge[i].said[b] +=
				l->m->edge[i].faults[b] - (i < n ? before[i][b] : 0);
	}
	free(before);
}

static void note_death(struct lint *l, const struct event *e, enum standing s)
{
	if (s != STANDING_DUPLICATE && s != STANDING_ID_REUSED)
		tally_add(&l->died, cut(e->reason), l->events, 0);
}

static void take_offer(struct lint *l, size_t line, const struct event *e)
{
	struct arrival a = mesh_classify(l->m, e);

	mesh_append(l->m, e);
	if (a.standing == STANDING_APPLIED && !a.by_hub)
		note_offer(l, line, e, a.handoff == NONE);
}

static void take_event(struct lint *l, size_t line, struct event *e)
{
	switch (e->type) {
	case EV_OFFERED:
		take_offer(l, line, e);
		return;
	case EV_BASELINE:
		take_baseline(l, e);
		return;
	case EV_CONTRACT_LOADED:
		if (l->others)
			return;
		break;
	case EV_DEAD_LETTERED:
		note_death(l, e, mesh_classify(l->m, e).standing);
		break;
	case EV_FLAGGED:
	case EV_HELD: /* that it was held stands, but not what was found */
		e->faults = 0;
		e->violation = (struct str){ NULL, 0 };
		break;
	default:
		break;
	}
	mesh_append(l->m, e);
}

/* --- at the end --------------------------------------------------------------------- */

static void note_unused(struct lint *l)
{
	struct tally_row *row;
	struct buf at = { 0 };
	struct unused u;

	for (uint32_t n = 0; used_next(l->used, &n, &u, &at);) {
		row = note_field(&l->unused, u.edge, buf_view(&at), n);
		if (row != NULL)
			row->count = u.offers;
	}
	buf_fini(&at);
}

/* What came of a field can only be said when all has been offered. */
static void find_unused(struct lint *l, const struct recording *r)
{
	for (uint32_t i = 0; i < l->m->contracts.count; i++) {
		struct contract *c = l->m->contracts.entry[i].contract;

		for (size_t k = 0; c->from[k] != NULL; k++) {
			uint32_t agent = mesh_find_agent(l->m, str_of(c->from[k]));

			if (agent != NONE)
				used_promised(l->used, agent, c);
		}
	}
	for (size_t i = 0; i < l->offers; i++) {
		const struct lint_recorded *o = &l->offer[i];
		uint32_t to = l->m->edge[o->edge].to;
		struct event e;

		if (l->edge[o->edge].offers < LINT_JUDGED || !used_speaks(l->used, to) ||
			!recording_event(r, o->line, &l->doc, &e, NULL))
			continue;
		used_handed(l->used, o->edge, to,
			o->contract == CONTRACT_NONE
				? NULL
				: l->m->contracts.entry[o->contract].contract,
			e.doc, e.artifact);
	}
	note_unused(l);
}

static void find_dead(struct lint *l)
{
	for (uint32_t i = 0; i < l->m->handoff.count; i++) {
		const struct handoff *h = handoff_at(l->m, i);

		if (h == NULL || (h->state != STATE_DEAD && h->state != STATE_STOPPED))
			continue;
		tally_add(&l->dead,
			h->state == STATE_STOPPED   ? STR("stopped")
				: h->reason != NULL ? str_of(h->reason)
						    : STR("deadline"),
			(uint64_t)i + 1, 0);
	}
}

static void find_unoffered(struct lint *l)
{
	struct unoffered u;
	struct unseen s;

	for (uint32_t n = 0; mesh_unoffered(l->m, &n, &u);) {
		l->no_offer++;
		l->no_offer_events += u.events;
		l->no_offer_accepts += u.accepts;
	}
	for (uint32_t n = 0; mesh_unseen(l->m, &n, &s);)
		l->no_input++;
}

static void take_alike(void *arg, const struct likeness *k)
{
	struct lint *l = arg;

	if (l->alikes == LINT_ALIKE) {
		l->alikes_left_out++;
		return;
	}
	xgrow(&l->alike, &l->cap_alike, (size_t)l->alikes + 1, sizeof(*l->alike));
	l->alike[l->alikes++] = *k;
}

void lint_recording(struct lint *l, const struct recording *r)
{
	struct event e;

	for (size_t i = 0; i < r->lines; i++) {
		if (!recording_event(r, i, &l->doc, &e, NULL)) {
			l->bad++;
			continue;
		}
		l->events++;
		take_event(l, i, &e);
		note_faults_of(l, &e);
	}
	make_edges(l);
	for (uint32_t i = 0; i < l->m->handoff.count; i++) {
		if (handoff_at(l->m, i) != NULL)
			note_faults(l, handoff_at(l->m, i), FAULT_UNSEEN_INPUT);
	}
	find_unused(l, r);
	find_dead(l);
	find_unoffered(l);
	drift_find(&l->drifts, l->m);
	l->alikes_left_out += contracts_alike(&l->m->contracts, take_alike, l);
}
