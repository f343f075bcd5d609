/* SPDX-License-Identifier: MIT */
/*
 * Faults that are known: an earlier report (--json) names rules by edge and violations by
 * their place. How many there were does not matter, for recordings are not equally long.
 */
#include "app/lint.h"
#include "bus/files.h"

#define LARGEST ((size_t)256 << 20)
#define DEPTH 16

/* The parts of what is known, as one number. */
static uint64_t hash_of(const struct str *part, size_t n)
{
	struct buf key = { 0 };
	uint64_t hash;

	for (size_t i = 0; i < n; i++) {
		buf_slice(&key, part[i]);
		buf_char(&key, '\0');
	}
	hash = hash64(buf_view(&key));
	buf_fini(&key);
	return hash;
}

static uint64_t rule_hash(struct str rule, struct str from, struct str to)
{
	return hash_of((struct str[]){ STR("rule"), rule, from, to }, 4);
}

static uint64_t violation_hash(struct str contract, struct str at, struct str message)
{
	return hash_of((struct str[]){ STR("violation"), contract, at, message }, 4);
}

/* --- reading ------------------------------------------------------------------ */

static struct str text(struct json *j, uint32_t n, const char *member)
{
	uint32_t value = json_member(j, n, member);

	return json_is(j, value, JSON_STRING) ? json_str(j, value) : STR("");
}

static uint32_t list(const struct json *j, uint32_t n, const char *member)
{
	uint32_t value = json_member(j, n, member);

	return json_is(j, value, JSON_ARRAY) ? value : JSON_NONE;
}

static void know_rule(struct lint *l, struct json *j, uint32_t rule)
{
	uint32_t edges = list(j, rule, "edges");

	if (edges == JSON_NONE)
		return;
	for (uint32_t i = edges + 1; i < j->node[edges].next; i = j->node[i].next)
		hashes_add(&l->known,
			rule_hash(text(j, rule, "rule"), text(j, i, "from"),
				text(j, i, "to")));
}

static void know(struct lint *l, struct json *j, uint32_t rules, uint32_t violations)
{
	uint32_t n = json_pointer(j, 0, STR("/never_offered/handoffs"));

	for (uint32_t i = rules + 1; i < j->node[rules].next; i = j->node[i].next)
		know_rule(l, j, i);
	for (uint32_t i = violations + 1; i < j->node[violations].next;
		i = j->node[i].next)
		hashes_add(&l->known,
			violation_hash(text(j, i, "contract"), text(j, i, "at"),
				text(j, i, "message")));
	l->knows_no_offer = json_is(j, n, JSON_NUMBER) && json_number(j, n) > 0;
}

bool lint_use_baseline(struct lint *l, const char *path, struct err *e)
{
	struct buf file = { 0 };
	struct json j = { 0 };
	uint32_t rules = JSON_NONE, violations = JSON_NONE;
	bool ok = file_read(path, LARGEST, &file, e) || err_wrap(e, "%s", path);

	if (ok && json_read(&j, file.data, file.len, DEPTH, NULL)) {
		rules = list(&j, 0, "rules");
		violations = list(&j, 0, "violations");
	}
	if (ok && (rules == JSON_NONE || violations == JSON_NONE))
		ok = err_set(e, "%s: not a report of seam contract lint --json", path);
	l->has_baseline = ok;
	if (ok)
		know(l, &j, rules, violations);
	json_fini(&j);
	buf_fini(&file);
	return ok;
}

/* --- asking ------------------------------------------------------------------- */

bool lint_is_known(const struct lint *l, uint32_t edge, unsigned rule)
{
	const struct edge *e = &l->m->edge[edge];

	return hashes_has(&l->known,
		rule_hash(str_of(lint_rule_name(rule)), str_of(l->m->agent[e->from].name),
			str_of(l->m->agent[e->to].name)));
}

bool lint_knows_violation(const struct lint *l, uint32_t row)
{
	struct lint_where w = lint_where(&l->violations.row[row]);

	return hashes_has(&l->known, violation_hash(w.contract, w.at, w.message));
}

uint64_t lint_new_faults(const struct lint *l)
{
	uint64_t sum = l->knows_no_offer ? 0 : l->no_offer;

	for (unsigned rule = 0; rule < RULES; rule++) {
		for (uint32_t i = 0; i < l->m->edges; i++) {
			uint64_t n = lint_count(l, i, rule);

			sum += n > 0 && !lint_is_known(l, i, rule) ? n : 0;
		}
	}
	return sum;
}

uint32_t lint_new_violations(const struct lint *l)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < l->violations.rows; i++)
		n += !lint_knows_violation(l, i);
	return n;
}
