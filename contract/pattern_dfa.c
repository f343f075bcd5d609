/* SPDX-License-Identifier: MIT */
/*
 * A state is a set of nodes of the nondeterministic automaton (contract/pattern_nfa.h):
 * all that one may be in. Bytes that no node tells apart are one column of the table, and
 * the end of the text is one more.
 */
#include "contract/pattern_dfa.h"

#include <stdlib.h>

#include "base/mem.h"
#include "contract/pattern_nfa.h"

/*
 * Patterns come from strangers: what one may take grows with its length, so that many
 * short ones take no more than few long ones.
 */
#define CELLS 8192 /* of the table */
#define CELLS_A_BYTE 32
#define CELLS_MOST 32768
#define WORK 100000 /* nodes looked at: 0.1 to 0.3 ms */
#define WORK_A_BYTE 200
#define WORK_MOST 1000000
#define MAKING 2000 /* what it takes beside */

#define STATES_MOST 2000
#define SLOTS 4096 /* more than there are states */

struct state {
	uint32_t at, size; /* of its set in `sets` */
};

struct maker {
	struct nfa nfa;
	/* The set that is being made, of those nodes only that tell states apart. */
	uint16_t set[NFA_MOST];
	uint32_t size;
	uint32_t seen[NFA_MOST], round; /* all nodes of it, in this round */
	uint16_t stack[2 * NFA_MOST + 2];

	struct state state[STATES_MOST];
	uint16_t name[STATES_MOST]; /* in the table; 0: the pattern is not found */
	uint32_t states, most, names;
	uint16_t slot[SLOTS]; /* states by hash of their sets; 0: free */
	uint16_t *sets;
	uint16_t *next; /* `columns` and one for each state */
	size_t sets_cap, next_cap, used;

	uint8_t column[256], sample[256];
	uint32_t columns;
	int64_t work;
};

/* ---- sets */

static void begin_set(struct maker *m)
{
	m->size = 0;
	m->round++;
}

static bool passes(const struct nfa_node *n, bool begin, bool end)
{
	return n->kind == NFA_SKIP || (n->kind == NFA_BEGIN && begin) ||
		(n->kind == NFA_END && end);
}

/* Adds `node` and where one gets from it without a byte. True if the pattern is found. */
static bool reach(struct maker *m, uint16_t node, bool begin, bool end)
{
	uint32_t deep = 0;
	bool found = false;

	m->stack[deep++] = node;
	while (deep > 0) {
		uint16_t at = m->stack[--deep];
		const struct nfa_node *n;

		if (at == NFA_NONE || m->seen[at] == m->round)
			continue;
		n = &m->nfa.node[at];
		m->seen[at] = m->round;
		m->work--;
		found = found || n->kind == NFA_FOUND;
		if (n->kind == NFA_BYTES || n->kind == NFA_END)
			m->set[m->size++] = at;
		m->stack[deep++] = n->other;
		if (passes(n, begin, end))
			m->stack[deep++] = n->to;
	}
	return found;
}

/* From the last to the first, as most of them come. */
static void sort_set(struct maker *m)
{
	for (uint32_t i = 1; i < m->size; i++) {
		uint16_t node = m->set[i];
		uint32_t at = i;

		for (; at > 0 && m->set[at - 1] < node; at--)
			m->set[at] = m->set[at - 1];
		m->set[at] = node;
		m->work -= i - at;
	}
}

static uint32_t hash(const struct maker *m)
{
	uint64_t h = 0;

	for (uint32_t i = 0; i < m->size; i++) {
		h = (h ^ m->set[i]) * UINT64_C(0x9e3779b97f4a7c15);
		h ^= h >> 32;
	}
	return (uint32_t)h;
}

/* ---- states */

static uint16_t add_state(struct maker *m)
{
	uint32_t row = m->columns + 1;

	xgrow(&m->sets, &m->sets_cap, m->used + m->size + 1, sizeof(*m->sets));
	memcpy(m->sets + m->used, m->set, m->size * sizeof(*m->set));
	m->state[m->states] = (struct state){ (uint32_t)m->used, m->size };
	m->used += m->size;
	xgrow(&m->next, &m->next_cap, (m->states + 1) * row, sizeof(*m->next));
	memset(m->next + m->states * row, 0, row * sizeof(*m->next));
	return (uint16_t)m->states++;
}

static bool is_set_of(const struct maker *m, const struct state *s)
{
	return s->size == m->size &&
		memcmp(m->sets + s->at, m->set, m->size * sizeof(*m->set)) == 0;
}

/* The state of the set that has been made. */
static uint16_t state(struct maker *m)
{
	uint32_t at;

	if (m->size == 0)
		return DFA_NOWHERE;
	sort_set(m);
	for (at = hash(m) % SLOTS; m->slot[at] != 0; at = (at + 1) % SLOTS) {
		if (is_set_of(m, &m->state[m->slot[at]]))
			return m->slot[at];
	}
	if (m->states == m->most) {
		m->work = 0;
		return DFA_NOWHERE;
	}
	return m->slot[at] = add_state(m);
}

static uint16_t step(
	struct maker *m, const uint16_t *nodes, uint32_t count, unsigned char byte)
{
	bool found = false;

	begin_set(m);
	m->work -= count;
	for (uint32_t i = 0; i < count && !found; i++) {
		const struct nfa_node *n = &m->nfa.node[nodes[i]];

		if (n->kind == NFA_BYTES && n->first <= byte && byte <= n->last)
			found = reach(m, n->to, false, false);
	}
	return found ? DFA_FOUND : state(m);
}

/* Whether the pattern is found where the text ends in a state. Only the first one knows
 * that the text begins there too. */
static uint16_t finish(
	struct maker *m, const uint16_t *nodes, uint32_t count, bool at_begin)
{
	bool found = false;

	begin_set(m);
	for (uint32_t i = 0; i < count && !found; i++) {
		if (m->nfa.node[nodes[i]].kind == NFA_END)
			found = reach(m, nodes[i], at_begin, true);
	}
	return found ? DFA_FOUND : DFA_NOWHERE;
}

static void fill(struct maker *m, uint32_t from)
{
	uint16_t nodes[NFA_MOST]; /* their place may move */
	uint32_t count = m->state[from].size, row = from * (m->columns + 1);

	memcpy(nodes, m->sets + m->state[from].at, count * sizeof(*nodes));
	for (uint32_t i = 0; i < m->columns && m->work > 0; i++) {
		uint16_t to = step(m, nodes, count, m->sample[i]);

		m->next[row + i] = to; /* as may that */
	}
	m->next[row + m->columns] = finish(m, nodes, count, from == DFA_START);
}

/* ---- the table */

static void count_columns(struct maker *m)
{
	bool begins[257] = { true };

	for (uint32_t i = 0; i < m->nfa.count; i++) {
		const struct nfa_node *n = &m->nfa.node[i];

		if (n->kind == NFA_BYTES)
			begins[n->first] = begins[n->last + 1] = true;
	}
	for (uint32_t byte = 0; byte < 256; byte++) {
		if (begins[byte])
			m->sample[m->columns++] = (uint8_t)byte;
		m->column[byte] = (uint8_t)(m->columns - 1);
	}
}

static int64_t allowed(size_t base, size_t each, size_t most, size_t bytes)
{
	size_t all = base + each * bytes;

	return (int64_t)(all < most ? all : most);
}

static void prepare(struct maker *m, size_t bytes)
{
	count_columns(m);
	m->work = allowed(WORK, WORK_A_BYTE, WORK_MOST, bytes);
	m->most = (uint32_t)allowed(CELLS, CELLS_A_BYTE, CELLS_MOST, bytes) /
		(m->columns + 1);
	if (m->most > STATES_MOST)
		m->most = STATES_MOST;
}

static void set_row(struct maker *m, uint32_t of, uint16_t to)
{
	uint32_t row = m->columns + 1;

	for (uint32_t i = 0; i < row; i++)
		m->next[of * row + i] = to;
}

/* The state where the text begins is in no slot: one does not come there again. */
static bool fill_all(struct maker *m)
{
	begin_set(m);
	add_state(m);
	add_state(m);
	set_row(m, DFA_FOUND, DFA_FOUND);
	if (reach(m, m->nfa.start, true, false)) {
		add_state(m);
		set_row(m, DFA_START, DFA_FOUND);
		return true;
	}
	sort_set(m);
	add_state(m);
	for (uint32_t i = DFA_START; i < m->states && m->work > 0; i++)
		fill(m, i);
	return m->work > 0;
}

static bool leads_on(const struct maker *m, uint32_t from)
{
	uint32_t row = m->columns + 1;

	for (uint32_t i = 0; i < row; i++) {
		if (m->name[m->next[from * row + i]] != 0)
			return true;
	}
	return false;
}

/*
 * Names those from where the pattern can still be found; what is left is the same as
 * nowhere. Behind the first byte of a text that is most of what begins with ^.
 */
static bool name_states(struct maker *m)
{
	uint16_t names = DFA_START + 1;
	bool more = true;

	m->name[DFA_FOUND] = DFA_FOUND;
	while (more && m->work > 0) {
		more = false;
		m->work -= (int64_t)m->states * (m->columns + 1);
		for (uint32_t i = m->states; i-- > DFA_START;) {
			if (m->name[i] == 0 && leads_on(m, i))
				m->name[i] = more = true;
		}
	}
	for (uint32_t i = DFA_START + 1; i < m->states; i++)
		m->name[i] = m->name[i] != 0 ? names++ : 0;
	m->name[DFA_START] = DFA_START;
	m->names = names;
	return !more;
}

/* ---- the text that comes first */

static uint16_t after(const struct pattern_dfa *d, uint16_t at, unsigned byte)
{
	return d->next[d->column[byte] + at];
}

/*
 * The one byte that leads further from `at`; -1: there is none, or more than one. All
 * others lead to where they lead from `back`, the state of the longest end of what has
 * been read that might begin it anew; the first state is its own, and they leave it
 * there.
 */
static int leads(const struct pattern_dfa *d, uint16_t at, uint16_t back)
{
	int found = -1;

	for (unsigned byte = 0; byte < 256; byte++) {
		if (after(d, at, byte) == (at == back ? at : after(d, back, byte)))
			continue;
		if (found >= 0)
			return -1;
		found = (int)byte;
	}
	return found;
}

/* Whether it is all the same in which of the two one is. */
static bool are_alike(const struct pattern_dfa *d, uint16_t a, uint16_t b)
{
	for (unsigned byte = 0; byte < 256; byte++) {
		if (after(d, a, byte) != after(d, b, byte))
			return false;
	}
	return d->next[d->end + a] == d->next[d->end + b];
}

/*
 * What begins with plain text and may stand anywhere is, so far, the automaton of Knuth,
 * Morris and Pratt for that text. It may as well be looked for faster: in an automaton
 * each byte waits for the one before.
 */
static void find_lead(struct pattern_dfa *d)
{
	uint16_t home = after(d, DFA_START, 0), at = home, back = home;
	int byte;

	if (!are_alike(d, DFA_START, home))
		return;
	for (d->leading = 0; d->leading < DFA_LEAD_MOST; d->leading++) {
		byte = d->next[d->end + at] == DFA_FOUND ? -1 : leads(d, at, back);
		if (byte < 0 || after(d, at, (unsigned)byte) <= DFA_FOUND)
			break;
		if (d->leading > 0)
			back = after(d, back, (unsigned)byte);
		at = after(d, at, (unsigned)byte);
		d->lead[d->leading] = (char)byte;
	}
	d->behind = at;
	if (d->leading < DFA_LEAD_LEAST)
		d->leading = 0;
}

static struct pattern_dfa *write_table(const struct maker *m)
{
	uint32_t row = m->columns + 1;
	struct pattern_dfa *d =
		xcalloc(1, sizeof(*d) + (size_t)row * m->names * sizeof(*d->next));

	for (uint32_t byte = 0; byte < 256; byte++)
		d->column[byte] = (uint16_t)(m->column[byte] * m->names);
	d->end = (uint16_t)(m->columns * m->names);
	for (uint32_t i = 0; i < m->states; i++) {
		uint16_t *to = d->next + m->name[i];

		for (uint32_t k = 0; k < row && m->name[i] != 0; k++)
			to[k * m->names] = m->name[m->next[i * row + k]];
	}
	find_lead(d);
	return d;
}

static void note_work(uint64_t *work, int64_t spent)
{
	uint64_t cost = MAKING + (spent > 0 ? (uint64_t)spent : 0);

	if (work != NULL)
		*work -= *work < cost ? *work : cost;
}

struct pattern_dfa *pattern_dfa_make(struct str translation, uint64_t *work)
{
	struct maker *m = xcalloc(1, sizeof(*m));
	struct pattern_dfa *d = NULL;
	int64_t had;

	if (nfa_read(&m->nfa, translation)) {
		prepare(m, translation.n);
		had = m->work;
		if (fill_all(m) && name_states(m))
			d = write_table(m);
		note_work(work, had - m->work);
	}
	free(m->sets);
	free(m->next);
	free(m);
	return d;
}

void pattern_dfa_free(struct pattern_dfa *d)
{
	free(d);
}
