/* SPDX-License-Identifier: MIT */
#include "contract/named.h"
#include "base/json_out.h"

#include "contract/pattern.h"
#include "contract/schema_own.h"

/* --- pointers --------------------------------------------------------------- */

void contract_summary_pointers(const struct contract *c, named_function *tell, void *arg)
{
	const char *p = c->summary;

	while (p != NULL && (p = strchr(p, '{')) != NULL) {
		const char *end = strchr(p, '}');

		if (end == NULL)
			return;
		tell(arg, (struct str){ p + 1, (size_t)(end - p - 1) });
		p = end + 1;
	}
}

void contract_pointers(const struct contract *c, enum named_pointers which,
	named_function *tell, void *arg)
{
	if (c == NULL) { /* where they stand if nothing else was promised */
		tell(arg, STR("/confidence"));
		tell(arg, STR("/fallback"));
		return;
	}
	tell(arg, str_of(c->confidence_at));
	tell(arg, str_of(c->fallback_at));
	if (c->provenance_at != NULL)
		tell(arg, str_of(c->provenance_at));
	if (c->value_at != NULL)
		tell(arg, str_of(c->value_at));
	if (which != POINTERS_ALL)
		return;
	for (size_t i = 0; c->evidence != NULL && c->evidence[i] != NULL; i++)
		tell(arg, str_of(c->evidence[i]));
	contract_summary_pointers(c, tell, arg);
}

struct pointing {
	struct json *j;
	uint32_t artifact;
	uint32_t *node;
	size_t n, most;
};

static void take_pointer(void *arg, struct str pointer)
{
	struct pointing *p = arg;
	uint32_t node = json_pointer(p->j, p->artifact, pointer);

	if (node != JSON_NONE && p->n < p->most)
		p->node[p->n++] = node;
}

size_t contract_points(const struct contract *c, struct json *j, uint32_t artifact,
	uint32_t *node, size_t most)
{
	struct pointing p = { j, artifact, node, 0, most };

	contract_pointers(c, POINTERS_ALL, take_pointer, &p);
	return p.n;
}

void contract_properties(struct contract *c, named_function *tell, void *arg)
{
	uint32_t top = json_member(&c->doc, 0, "schema");

	for (uint32_t i = top; i < c->doc.node[top].next; i++) {
		uint32_t map = json_member(&c->doc, i, "properties");

		if (!json_is(&c->doc, map, JSON_OBJECT))
			continue;
		for (uint32_t key = map + 1; key < c->doc.node[map].next;
			key = c->doc.node[key + 1].next)
			tell(arg, json_str(&c->doc, key));
	}
}

/* --- what the schema names ---------------------------------------------------- */

#define STEPS_MOST 128   /* subschemas that say something about one value */
#define POINTS_MOST 64   /* of the contract */
#define WALK_FUEL 500000 /* for one artifact; what is behind it is not told */
#define WALK_PATTERN_FUEL 1000000

struct steps {
	uint32_t step[STEPS_MOST];
	uint32_t n;
	bool wide; /* there are more: nothing is known of this value */
};

struct naming {
	struct schema *s;
	struct json *j;
	uint32_t point[POINTS_MOST];
	size_t points;
	struct buf at;
	named_function *tell;
	void *arg;
	uint32_t fuel;
	uint64_t pattern_fuel;
};

static void add_step(struct steps *set, uint32_t step)
{
	if (step == NO_STEP)
		return;
	for (uint32_t i = 0; i < set->n; i++) {
		if (set->step[i] == step)
			return;
	}
	if (set->n == STEPS_MOST)
		set->wide = true;
	else
		set->step[set->n++] = step;
}

static void add_list(
	const struct schema *s, struct steps *set, uint32_t first, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		add_step(set, s->lists.at[first + i]);
}

/* What else says something about the value that `t` is about; `not` names nothing. */
static void add_beside(const struct schema *s, struct steps *set, const struct step *t,
	const struct op *o)
{
	switch (o->kind) {
	case OP_REF:
	case OP_DYNAMIC_REF:
		add_step(set, o->a);
		break;
	case OP_IF:
		add_step(set, o->a);
		add_step(set, o->b);
		add_step(set, o->c);
		break;
	case OP_ALL_OF:
	case OP_ANY_OF:
	case OP_ONE_OF:
		add_list(s, set, o->a, o->b);
		break;
	case OP_DEPENDENT_SCHEMAS:
		add_list(s, set, o->b, schema_json(s, t)->node[o->a].count);
		break;
	default:
		break;
	}
}

static void widen(const struct schema *s, struct steps *set)
{
	for (uint32_t i = 0; i < set->n; i++) {
		const struct step *t = &s->steps.at[set->step[i]];

		for (uint32_t k = t->op[0]; k < t->op[GROUPS]; k++)
			add_beside(s, set, t, &s->ops.at[k]);
	}
}

/* A schema that says something; true and {} do not. */
static bool says(const struct schema *s, uint32_t step)
{
	const struct step *t;

	if (step == NO_STEP)
		return false;
	t = &s->steps.at[step];
	return t->never || (!t->always && schema_json(s, t)->node[t->node].count > 0);
}

/* One that values may fit. */
static bool is_map(const struct schema *s, uint32_t step)
{
	return says(s, step) && !s->steps.at[step].never;
}

static bool names_any(const struct schema *s, const struct members *m)
{
	for (uint32_t i = 0; i < m->count; i++) {
		if (s->properties.at[m->first + i].step != NO_STEP)
			return true;
	}
	return m->patterns > 0 || says(s, m->rest);
}

static bool speaks_of_members(const struct schema *s, const struct steps *set)
{
	for (uint32_t i = 0; i < set->n; i++) {
		const struct step *t = &s->steps.at[set->step[i]];

		for (uint32_t k = t->op[0]; k < t->op[GROUPS]; k++) {
			const struct op *o = &s->ops.at[k];

			if (o->kind == OP_MEMBERS && names_any(s, &s->members.at[o->a]))
				return true;
			if (o->kind == OP_UNEVALUATED_PROPERTIES && says(s, o->a))
				return true;
		}
	}
	return false;
}

static bool in_patterns(
	struct naming *n, const struct members *m, struct str name, struct steps *below)
{
	bool found = false;

	for (uint32_t i = 0; i < m->patterns; i++) {
		const struct name_pattern *p =
			&n->s->name_patterns.at[m->first_pattern + i];

		if (pattern_match(n->s->patterns.at[p->pattern], name,
			    &n->pattern_fuel) == PATTERN_NO)
			continue;
		found = true;
		add_step(below, p->step);
	}
	return found;
}

/* Whether `m` names the member; what it says of its value goes into `below`. */
static bool in_members(
	struct naming *n, const struct members *m, uint32_t key, struct steps *below)
{
	const struct property *p = schema_property(n->s, m, n->j, key);
	bool found = p != NULL;

	if (p != NULL)
		add_step(below, p->step);
	found |= in_patterns(n, m, json_str(n->j, key), below);
	if (found || !is_map(n->s, m->rest))
		return found;
	add_step(below, m->rest);
	return true;
}

static bool names_member(
	struct naming *n, const struct steps *set, uint32_t key, struct steps *below)
{
	bool found = false;

	for (uint32_t i = 0; i < set->n; i++) {
		const struct step *t = &n->s->steps.at[set->step[i]];

		for (uint32_t k = t->op[0]; k < t->op[GROUPS]; k++) {
			const struct op *o = &n->s->ops.at[k];

			if (o->kind == OP_MEMBERS) {
				found |= in_members(
					n, &n->s->members.at[o->a], key, below);
			} else if (o->kind == OP_UNEVALUATED_PROPERTIES &&
				is_map(n->s, o->a)) {
				found = true;
				add_step(below, o->a);
			}
		}
	}
	for (size_t i = 0; i < n->points; i++)
		found |= n->point[i] == key + 1;
	return found;
}

static void steps_of_element(const struct naming *n, const struct steps *set,
	uint32_t place, struct steps *below)
{
	for (uint32_t i = 0; i < set->n; i++) {
		const struct step *t = &n->s->steps.at[set->step[i]];

		for (uint32_t k = t->op[0]; k < t->op[GROUPS]; k++) {
			const struct op *o = &n->s->ops.at[k];

			if (o->kind == OP_ITEMS)
				add_step(below,
					place < o->b ? n->s->lists.at[o->a + place]
						     : o->c);
			else if (o->kind == OP_CONTAINS ||
				o->kind == OP_UNEVALUATED_ITEMS)
				add_step(below, o->a);
		}
	}
}

static bool spend(struct naming *n, const struct steps *set)
{
	if (n->fuel <= set->n)
		return false;
	n->fuel -= set->n + 1;
	return true;
}

static void walk(struct naming *n, uint32_t node, struct steps *set);

static void walk_object(struct naming *n, uint32_t node, const struct steps *set)
{
	uint32_t end = n->j->node[node].next;
	size_t length = n->at.len;

	if (!speaks_of_members(n->s, set))
		return;
	for (uint32_t key = node + 1; key < end; key = n->j->node[key + 1].next) {
		struct steps below = { .n = 0 };
		bool named;

		if (!spend(n, set))
			return;
		named = names_member(n, set, key, &below);
		out_token(&n->at, json_str(n->j, key));
		if (!named)
			n->tell(n->arg, buf_view(&n->at));
		else
			walk(n, key + 1, &below);
		n->at.len = length;
	}
}

static void walk_array(struct naming *n, uint32_t node, const struct steps *set)
{
	uint32_t end = n->j->node[node].next, place = 0;
	size_t length = n->at.len;

	buf_str(&n->at, "/*");
	for (uint32_t i = node + 1; i < end; i = n->j->node[i].next) {
		struct steps below = { .n = 0 };

		steps_of_element(n, set, place++, &below);
		walk(n, i, &below);
	}
	n->at.len = length;
}

static void walk(struct naming *n, uint32_t node, struct steps *set)
{
	widen(n->s, set);
	if (set->wide || set->n == 0 || !spend(n, set))
		return;
	if (json_is(n->j, node, JSON_OBJECT))
		walk_object(n, node, set);
	else if (json_is(n->j, node, JSON_ARRAY))
		walk_array(n, node, set);
}

void contract_unnamed(struct contract *c, struct json *j, uint32_t artifact,
	named_function *tell, void *arg)
{
	struct naming n = { .s = contract_schema(c, NULL),
		.j = j,
		.tell = tell,
		.arg = arg,
		.fuel = WALK_FUEL,
		.pattern_fuel = WALK_PATTERN_FUEL };
	struct steps top = { .n = 0 };

	if (n.s == NULL)
		return;
	n.points = contract_points(c, j, artifact, n.point, POINTS_MOST);
	add_step(&top, n.s->root);
	walk(&n, artifact, &top);
	buf_fini(&n.at);
}
