/* SPDX-License-Identifier: MIT */
#include "mesh/dump.h"

#include <stdlib.h>

#include "base/mem.h"
#include "mesh/field.h"
#include "mesh/own.h"

/* --- one line -------------------------------------------------------------- */

static void say_number(struct buf *b, uint64_t n)
{
	char digits[20];
	size_t k = sizeof(digits);

	do {
		digits[--k] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	buf_add(b, digits + k, sizeof(digits) - k);
}

static void say_signed(struct buf *b, int64_t n)
{
	if (n < 0)
		buf_char(b, '-');
	say_number(b, n < 0 ? ~(uint64_t)n + 1 : (uint64_t)n);
}

static void say_hex(struct buf *b, const void *bytes, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	const unsigned char *from = bytes;
	char *to = buf_room(b, 2 * n);

	for (size_t i = 0; i < n; i++) {
		to[2 * i] = digits[from[i] >> 4];
		to[2 * i + 1] = digits[from[i] & 15];
	}
	b->len += 2 * n;
	b->data[b->len] = '\0';
}

static uint64_t number_at(const void *p, size_t size)
{
	switch (size) {
	case 1:
		return *(const uint8_t *)p;
	case 4:
		return *(const uint32_t *)p;
	default:
		return *(const uint64_t *)p;
	}
}

static void say_list(struct buf *b, char *const *list)
{
	for (; *list != NULL; list++) {
		buf_json(b, str_of(*list));
		if (list[1] != NULL)
			buf_char(b, ',');
	}
}

static bool is_zero(const void *p, size_t size)
{
	static const char zeros[64];

	if (size == 1 || size == sizeof(uint32_t) || size == sizeof(uint64_t))
		return number_at(p, size) == 0;
	return size <= sizeof(zeros) && memcmp(p, zeros, size) == 0;
}

static void say_value(struct buf *b, const struct field *f, const void *p)
{
	switch (f->kind) {
	case FIELD_FLAG:
	case FIELD_UINT:
		say_number(b, number_at(p, f->size));
		break;
	case FIELD_INT:
		say_signed(b, *(const int64_t *)p);
		break;
	case FIELD_REAL:
		say_hex(b, p, f->size); /* the bits: digits would round, and cost more */
		break;
	case FIELD_TEXT:
	case FIELD_SHARED:
		buf_json(b, str_of(*(char *const *)p));
		break;
	case FIELD_LIST:
		say_list(b, *(char **const *)p);
		break;
	case FIELD_DIGEST:
		say_hex(b, p, f->size);
		break;
	default:
		break;
	}
}

static void say_name(struct buf *b, const char *name)
{
	size_t n = strlen(name);
	char *to = buf_room(b, n + 2);

	*to++ = ' ';
	memcpy(to, name, n);
	memcpy(to + n, "=", 2);
	b->len += n + 2;
}

/* " name=value" for all that is said and not zero. */
static void say_fields(struct buf *b, const struct field_table *t, const void *item)
{
	for (size_t i = 0; i < t->count; i++) {
		const struct field *f = &t->field[i];
		const char *p = (const char *)item + f->offset;

		if (f->name == NULL || is_zero(p, f->size))
			continue;
		say_name(b, f->name);
		say_value(b, f, p);
	}
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* --- handoffs -------------------------------------------------------------- */

static void say_decisions(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	const struct decision *d;

	for (uint32_t i = h->decisions; (d = decision_at(m, i)) != NULL; i = d->before) {
		buf_str(b, " decision{");
		say_fields(b, &decision_fields, d);
		if (d->doer != NONE) {
			buf_str(b, " doer=");
			buf_str(b, m->agent[d->doer].name);
		}
		buf_str(b, i == h->decision ? " stands }" : " }");
	}
}

/* In the order of their ids: what waits is named again by a baseline, in its own. */
static void say_causes(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	size_t n = handoff_causes(h);
	const char *id[2 * CAUSES_MOST];

	if (n == 0)
		return;
	for (size_t i = 0; i < n; i++)
		id[i] = cause_id(m, handoff_cause(h, i));
	qsort(id, n, sizeof(*id), by_text);
	buf_str(b, " causes=");
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_char(b, ',');
		buf_str(b, id[i]);
	}
}

static void say_handoff(struct buf *b, const struct mesh *m, const struct handoff *h)
{
	const struct contract *c = handoff_contract(m, h);

	buf_str(b, "handoff ");
	buf_str(b, h->id);
	buf_char(b, ' ');
	buf_str(b, handoff_from(m, h));
	buf_char(b, '>');
	buf_str(b, handoff_to(m, h));
	buf_char(b, ' ');
	buf_str(b, state_name(h->state));
	if (c != NULL) {
		buf_str(b, " contract=");
		buf_str(b, c->id);
	}
	if (h->incident != NONE) {
		buf_str(b, " incident=");
		buf_str(b, incident_there(m, h->incident)->id);
	}
	say_fields(b, &handoff_fields, h);
	for (const struct attempt *t = h->earlier; t != NULL; t = t->before) {
		buf_str(b, " before=");
		say_number(b, t->attempt);
		buf_char(b, '@');
		say_number(b, t->offer);
	}
	say_causes(b, m, h);
	say_decisions(b, m, h);
	buf_char(b, '\n');
}

/* --- blocks of handoffs ---------------------------------------------------- */

uint64_t handoff_born(const struct handoff *h)
{
	return h->past[0].hubsequence;
}

bool dump_find(const struct dump *d, uint64_t number, size_t *at)
{
	size_t from = 0, to = d->blocks;

	if (to > 0 && d->block[to - 1].number < number)
		from = to; /* mostly: what is new comes last */
	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (d->block[middle].number < number)
			from = middle + 1;
		else
			to = middle;
	}
	*at = from;
	return from < d->blocks && d->block[from].number == number;
}

void dump_touch(struct mesh *m, uint32_t h)
{
	struct dump *d = &m->own.dump;
	uint64_t number = handoff_born(handoff_at(m, h)) / DUMP_BLOCK;
	struct dump_block *b;
	size_t at;

	if (!dump_find(d, number, &at)) {
		xgrow(&d->block, &d->cap, d->blocks + 1, sizeof(*d->block));
		memmove(d->block + at + 1, d->block + at,
			(d->blocks - at) * sizeof(*d->block));
		d->block[at] = (struct dump_block){ .number = number, .first = h };
		d->blocks++;
	}
	b = &d->block[at];
	if (h < b->first)
		b->first = h;
	b->clean = false;
	if (at < d->from)
		d->from = at;
}

void dump_fini(struct dump *d)
{
	free(d->block);
	*d = (struct dump){ 0 };
}

/* Handoffs stand in the order in which they were first offered. */
static void say_block(struct buf *b, const struct mesh *m, size_t block)
{
	const struct dump *d = &m->own.dump;
	uint64_t end = (d->block[block].number + 1) * DUMP_BLOCK;
	uint32_t stop = block + 1 < d->blocks ? d->block[block + 1].first : UINT32_MAX;

	for (uint32_t i = d->block[block].first; i < m->handoff.count && i < stop; i++) {
		const struct handoff *h = handoff_at(m, i);

		if (h != NULL && handoff_born(h) >= end)
			break;
		if (h != NULL)
			say_handoff(b, m, h);
	}
}

bool mesh_digest_some(struct mesh *m, size_t blocks)
{
	struct dump *d = &m->own.dump;
	struct buf text = { 0 };

	for (; d->from < d->blocks && blocks > 0; d->from++) {
		struct dump_block *at = &d->block[d->from];

		if (at->clean)
			continue;
		buf_reset(&text);
		say_block(&text, m, d->from);
		at->empty = text.len == 0;
		at->digest = digest_of(buf_view(&text));
		at->clean = true;
		blocks--;
	}
	buf_fini(&text);
	return d->from < d->blocks;
}

/* --- the rest -------------------------------------------------------------- */

struct lines {
	char **line;
	size_t n, cap;
	struct buf b;
};

static void line_end(struct lines *l)
{
	buf_char(&l->b, '\n');
	xgrow(&l->line, &l->cap, l->n + 1, sizeof(*l->line));
	l->line[l->n++] = buf_steal(&l->b);
}

static void lines_free(struct lines *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->line[i]);
	free(l->line);
	buf_fini(&l->b);
}

static void say_hooks(struct lines *l, const struct mesh *m)
{
	for (int k = 0; k < HOOKS; k++) {
		const struct hook *h = &m->hook[k];

		buf_fmt(&l->b, "hook %s", hook_name((enum hook_kind)k));
		say_fields(&l->b, &hook_fields, h);
		for (size_t n = 0; n < h->owes; n++) {
			buf_str(&l->b, " owed{");
			say_fields(&l->b, &owed_fields, hook_owed(h, n));
			buf_str(&l->b, " }");
		}
		line_end(l);
	}
	for (uint32_t i = 0; i < m->mutes; i++) {
		buf_str(&l->b, "mute");
		say_fields(&l->b, &mute_fields, &m->mute[i]);
		line_end(l);
	}
	for (uint32_t i = 0; i < m->noteds; i++) {
		buf_str(&l->b, "noted ");
		buf_json(&l->b, str_of(m->noted[i].key));
		say_fields(&l->b, &noted_fields, &m->noted[i]);
		line_end(l);
	}
}

static void say_kinds(struct buf *b, const struct edge *e)
{
	for (unsigned bit = 0; bit < FAULT_BITS; bit++) {
		if (e->faults[bit] == 0)
			continue;
		buf_fmt(b, " \"%s\"=", fault_name(1u << bit));
		say_number(b, e->faults[bit]);
	}
	for (uint32_t i = 0; i < e->kinds; i++) {
		buf_str(b, " kind{");
		say_fields(b, &edge_kind_fields, &e->kind[i]);
		buf_str(b, " }");
	}
	for (uint32_t i = 0; i < e->breaches; i++) {
		buf_str(b, " breach{");
		say_fields(b, &edge_breach_fields, &e->breach[i]);
		buf_str(b, " }");
	}
}

/* From the agent on whose name comes first: who was seen first depends on what was kept.
 */
static void say_circle(struct buf *b, const struct mesh *m, const struct circle *c)
{
	uint32_t from = 0;

	for (uint32_t i = 1; i < c->agents && !c->longer; i++) {
		if (strcmp(m->agent[c->agent[i]].name, m->agent[c->agent[from]].name) < 0)
			from = i;
	}
	buf_str(b, "circle ");
	for (uint32_t i = 0; i < c->agents; i++) {
		buf_str(b, m->agent[c->agent[(from + i) % c->agents]].name);
		buf_char(b, '>');
	}
	say_fields(b, &circle_fields, c);
	if (handoff_at(m, c->handoff) != NULL)
		buf_fmt(b, " handoff=%s", handoff_there(m, c->handoff)->id);
}

static void say_circles(struct lines *l, const struct mesh *m)
{
	for (uint32_t i = 0; i < m->circles; i++) {
		say_circle(&l->b, m, &m->circle[i]);
		line_end(l);
	}
}

/* What there are few of, in the order of their lines. */
static void say_few(struct lines *l, const struct mesh *m)
{
	for (uint32_t i = 0; i < m->contracts.count; i++) {
		const struct registry_entry *e = &m->contracts.entry[i];
		char digest[DIGEST_TEXT];

		digest_text(&e->contract->digest, digest);
		buf_fmt(&l->b, "contract %s %s%s", e->contract->id, digest,
			e->in_force ? "" : " not in force");
		if (e->removed != 0)
			buf_fmt(&l->b, " removed %lld", (long long)e->removed);
		line_end(l);
	}
	for (uint32_t i = 0; i < m->contracts.refusals; i++) {
		buf_str(&l->b, "refused");
		say_fields(&l->b, &refused_fields, &m->contracts.refused[i]);
		line_end(l);
	}
	for (uint32_t i = 0; i < m->agents; i++) {
		buf_str(&l->b, "agent");
		say_fields(&l->b, &agent_fields, &m->agent[i]);
		line_end(l);
	}
	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = &m->edge[i];

		buf_fmt(&l->b, "edge %s>%s", m->agent[e->from].name,
			m->agent[e->to].name);
		say_fields(&l->b, &edge_fields, e);
		say_kinds(&l->b, e);
		line_end(l);
	}
	for (uint32_t i = 0; i < m->own.sequences.runs; i++) {
		const struct run *r = &m->own.sequences.run[i];

		buf_str(&l->b, "run ");
		buf_json(&l->b, (struct str){ r->key, r->source_bytes });
		buf_char(&l->b, ' ');
		buf_json(&l->b,
			(struct str){ r->key + r->source_bytes + 1, r->run_bytes });
		say_fields(&l->b, &run_fields, r);
		line_end(l);
	}
	say_circles(l, m);
	say_hooks(l, m);
	if (l->n > 0)
		qsort(l->line, l->n, sizeof(*l->line), by_text);
}

static void say_head(struct buf *b, const struct mesh *m)
{
	struct counters c = mesh_counters(m);

	buf_fmt(b, "mesh 1 hubsequence=%llu horizon=%llu now=%lld lost=%llu unheard=%llu",
		(unsigned long long)m->hubsequence, (unsigned long long)m->horizon,
		(long long)m->now, (unsigned long long)c.lost,
		(unsigned long long)c.unheard);
	for (int s = 0; s < STANDINGS; s++)
		buf_fmt(b, " %s=%llu", standing_counter((enum standing)s),
			(unsigned long long)c.standing[s]);
	if (c.access_denied > 0)
		buf_fmt(b, " access_denied=%llu", (unsigned long long)c.access_denied);
	buf_str(b, " audit{");
	say_fields(b, &audit_fields, &m->audit);
	buf_str(b, " }\n");
}

static void say_all_but_handoffs(struct buf *b, const struct mesh *m)
{
	struct lines l = { 0 };

	say_head(b, m);
	say_few(&l, m);
	for (size_t i = 0; i < l.n; i++)
		buf_str(b, l.line[i]);
	lines_free(&l);
}

struct digest mesh_digest(struct mesh *m)
{
	struct buf b = { 0 };
	struct digest all;

	mesh_digest_some(m, SIZE_MAX);
	say_all_but_handoffs(&b, m);
	for (size_t i = 0; i < m->own.dump.blocks; i++) {
		char digest[DIGEST_TEXT];

		if (m->own.dump.block[i].empty)
			continue;
		digest_text(&m->own.dump.block[i].digest, digest);
		buf_str(&b, "handoffs ");
		say_number(&b, m->own.dump.block[i].number);
		buf_char(&b, ' ');
		buf_str(&b, digest);
		buf_char(&b, '\n');
	}
	all = digest_of(buf_view(&b));
	buf_fini(&b);
	return all;
}

void mesh_dump(const struct mesh *m, dump_line *put, void *user)
{
	struct buf b = { 0 };

	say_all_but_handoffs(&b, m);
	put(user, buf_view(&b));
	for (uint32_t i = 0; i < m->handoff.count; i++) {
		if (handoff_at(m, i) == NULL)
			continue;
		buf_reset(&b);
		say_handoff(&b, m, handoff_at(m, i));
		put(user, buf_view(&b));
	}
	buf_fini(&b);
}
