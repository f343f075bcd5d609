/* SPDX-License-Identifier: MIT */
/* The way back from an image: whatever it says is checked before it is used. */
#include <stdlib.h>

#include "base/mem.h"
#include "mesh/image_own.h"
#include "mesh/own.h"

#define TEXT_MOST ((size_t)16 << 20)

/* --- the parts, in the order in which they are saved ------------------------ */

static void load_sums(struct image_in *in, struct mesh *m)
{
	m->now = (int64_t)in_number(in);
	m->hubsequence = in_number(in);
	m->horizon = in_number(in);
	m->events = in_number(in);
	m->by_agents = in_number(in);
	for (int i = 0; i < STANDINGS; i++)
		m->own.standing[i] = in_number(in);
	m->own.access_denied = in_number(in);
	in_fields(in, &audit_fields, &m->audit);
	in_bytes(in, &m->offers, sizeof(m->offers));
	in_bytes(in, &m->lows, sizeof(m->lows));
	in_bytes(in, &m->refusals, sizeof(m->refusals));
}

static void load_contract(struct image_in *in, struct registry *r)
{
	size_t n;
	char *text = in_string(in, TEXT_MOST, &n);
	struct registry_entry read = { 0 };
	struct contract *c = NULL;

	in_fields(in, &entry_fields, &read);
	if (in_need(in, text != NULL))
		c = contract_read((struct str){ text, n }, NULL);
	if (in_need(in, c != NULL)) {
		read.contract = c;
		registry_put_entry_take(r, &read);
	} else {
		free(read.file);
		free(read.change);
	}
	free(text);
}

static void load_contracts(struct image_in *in, struct registry *r)
{
	uint64_t n = in_below(in, IMAGE_PLACES);

	while (n-- > 0 && !in->bad)
		load_contract(in, r);
	for (n = in_below(in, REFUSED_MOST + 1); n > 0 && !in->bad; n--) {
		struct refused_file f = { 0 };

		in_fields(in, &refused_fields, &f);
		if (in_need(in, f.file != NULL && f.reason != NULL))
			registry_refuse(r, &f);
		free(f.file);
		free(f.reason);
	}
}

static void load_agents(struct image_in *in, struct mesh *m)
{
	uint64_t n = in_below(in, IMAGE_PLACES);

	for (; m->agents < n && !in->bad; m->agents++) {
		struct agent *a;

		xgrow(&m->agent, &m->own.cap_agent, m->agents + 1, sizeof(*m->agent));
		a = &m->agent[m->agents];
		*a = (struct agent){ 0 };
		in_fields(in, &agent_fields, a);
		if (!in_need(in,
			    a->name != NULL &&
				    mesh_find_agent(m, str_of(a->name)) == NONE)) {
			agent_fini(a);
			return;
		}
		table_add(&m->own.agents, str_of(a->name), m->agents);
	}
}

static bool reasons_end(const struct edge *e)
{
	for (size_t i = 0; i < EDGE_REASONS; i++) {
		if (e->reasons[i].text[REASON_KEPT - 1] != '\0')
			return false;
	}
	return true;
}

static bool load_kinds(struct image_in *in, const struct mesh *m, struct edge *e)
{
	uint64_t n = in_below(in, EDGE_KINDS + 1);

	while (n-- > 0 && !in->bad) {
		struct edge_kind k = { 0 };

		in_fields(in, &edge_kind_fields, &k);
		if (in_need(in, is_none_or_below(k.contract, m->contracts.count)))
			in_need(in, kind_put(e, &k));
		free(k.name);
	}
	return !in->bad;
}

static bool load_breaches(struct image_in *in, struct edge *e)
{
	uint64_t n = in_below(in, EDGE_BREACHES + 1);

	while (n-- > 0 && !in->bad) {
		struct edge_breach x = { 0 };

		in_fields(in, &edge_breach_fields, &x);
		in_need(in, breach_put(e, &x));
		free(x.contract);
		free(x.text);
	}
	return !in->bad;
}

static void load_edges(struct image_in *in, struct mesh *m)
{
	uint64_t n = in_below(in, IMAGE_PLACES);

	for (uint64_t i = 0; i < n && !in->bad; i++) {
		struct edge read = { 0 }, *e;
		uint32_t place;

		in_fields(in, &edge_fields, &read);
		if (!in_need(in,
			    read.from < m->agents && read.to < m->agents &&
				    is_none_or_below(read.contract, m->contracts.count) &&
				    is_none_or_below(read.broken, m->contracts.count) &&
				    mesh_find_edge(m, read.from, read.to) == NONE &&
				    reasons_end(&read) && load_kinds(in, m, &read) &&
				    load_breaches(in, &read))) {
			free(read.last_reason);
			kinds_fini(&read);
			breaches_fini(&read);
			return;
		}
		place = edge_get(m, read.from, read.to);
		e = &m->edge[place];
		*e = read;
	}
}

static bool is_sound_circle(const struct mesh *m, const struct circle *c)
{
	for (uint32_t i = 0; i < c->agents && i < CIRCLE_AGENTS; i++) {
		if (c->agent[i] >= m->agents)
			return false;
	}
	return c->agents > 0 && c->agents <= CIRCLE_AGENTS &&
		(!c->longer || c->agents == 2);
}

static void load_circles(struct image_in *in, struct mesh *m)
{
	uint64_t n;

	m->own.circles_forgotten = in_number(in);
	n = in_below(in, CIRCLES_MOST + 1);
	while (n-- > 0 && !in->bad) {
		struct circle c = { 0 };

		in_fields(in, &circle_fields, &c);
		if (in_need(in, is_sound_circle(m, &c)))
			in_need(in, circle_add(m, c) + 1 == m->circles);
	}
}

static void load_awaits(struct image_in *in, struct mesh *m)
{
	uint64_t n;

	m->own.awaits.forgotten = in_number(in);
	n = in_below(in, AWAITED_MOST + 1);
	while (n-- > 0 && !in->bad) {
		uint32_t place = (uint32_t)in_below(in, AWAITED_MOST), first;
		size_t length;
		char *id = in_string(in, TEXT_KEPT, &length);

		first = (uint32_t)in_below(in, IMAGE_PLACES);
		in_need(in,
			id != NULL &&
				awaits_put(m, place, (struct str){ id, length }, first));
		free(id);
	}
	awaits_put_end(m);
}

/* --- the rest, in its order ---------------------------------------------------- */

static void load_hook(struct image_in *in, struct mesh *m, struct hook *h)
{
	uint64_t owes;

	in_fields(in, &hook_fields, h);
	owes = in_below(in, OWED_EVER + 1);
	while (owes-- > 0 && !in->bad) {
		struct owed o = { 0 };

		in_fields(in, &owed_fields, &o);
		if (in_need(in, in->own || handoff_at(m, o.handoff) != NULL))
			hook_put(h, &o);
	}
}

static void load_hooks(struct image_in *in, struct mesh *m)
{
	uint64_t mutes;

	for (int k = 0; k < HOOKS; k++)
		load_hook(in, m, &m->hook[k]);
	mutes = in_below(in, MUTES_MOST + 1);
	m->mute = mutes > 0 ? xcalloc(MUTES_MOST, sizeof(*m->mute)) : NULL;
	while (m->mutes < mutes && !in->bad) {
		struct mute *u = &m->mute[m->mutes++];

		in_fields(in, &mute_fields, u);
		in_need(in, u->name != NULL && u->what < MUTE_WHATS);
	}
}

static bool load_noted(struct image_in *in, struct noted *n)
{
	uint64_t notes;

	in_fields(in, &noted_fields, n);
	while (n->tag != NULL && n->tag[n->tags] != NULL)
		n->tags++;
	notes = in_below(in, NOTES_OF_THING + 1);
	n->note = notes > 0 ? xcalloc(notes, sizeof(*n->note)) : NULL;
	while (n->notes < notes && !in->bad)
		in_fields(in, &note_fields, &n->note[n->notes++]);
	return in_need(in,
		!in->bad && n->tags <= TAGS_MOST && n->what < NOTED_WHATS &&
			n->key != NULL && strchr(n->key, ' ') != NULL);
}

static void load_notes(struct image_in *in, struct mesh *m)
{
	uint64_t things = in_below(in, NOTED_MOST + 1);

	while (things-- > 0 && !in->bad) {
		struct noted n = { 0 };

		if (!load_noted(in, &n) ||
			mesh_noted(m, n.what, str_of(strchr(n.key, ' ') + 1)) != NULL) {
			in->bad = true;
			noted_fini(&n);
		} else {
			noted_put(m, &n);
		}
	}
}

static void load_holes(struct image_in *in, struct sequences *s)
{
	struct hole h = { 0 };

	while ((h.first = in_number(in)) != 0 && !in->bad) {
		uint64_t bits;

		h.last = in_number(in);
		h.since = (int64_t)in_number(in);
		bits = in_below(in, 4);
		h.lost = bits & 2;
		h.told = bits & 1;
		in_need(in, sequences_put_hole(s, h));
	}
}

static void load_run(struct image_in *in, struct sequences *s)
{
	size_t source_bytes, run_bytes;
	char *source = in_string(in, 400, &source_bytes);
	char *name = in_string(in, 400, &run_bytes);
	struct run like = { 0 };
	struct numbered key = { { source, source_bytes }, { name, run_bytes }, 1, 0 };

	in_fields(in, &run_fields, &like);
	if (in_need(in,
		    like.first > 0 && like.first <= like.highest &&
			    sequences_put_run(s, &key, &like)))
		load_holes(in, s);
	free(source);
	free(name);
}

static void load_young(struct image_in *in, struct sequences *s)
{
	uint64_t n = in_below(in, IMAGE_PLACES);

	s->aged = (size_t)in_below(in, n + 1);
	for (; s->youngs < n && !in->bad; s->youngs++) {
		struct young_hole *y;

		xgrow(&s->young, &s->young_cap, s->youngs + 1, sizeof(*s->young));
		y = &s->young[s->youngs];
		y->run = (uint32_t)in_below(in, s->runs);
		y->first = in_number(in);
		y->last = in_number(in);
		y->since = (int64_t)in_number(in);
		in_need(in, y->first <= y->last);
	}
}

static void load_sequences(struct image_in *in, struct sequences *s)
{
	uint64_t runs;

	s->lost = in_number(in);
	s->unheard = in_number(in);
	runs = in_below(in, IMAGE_PLACES);
	while (runs-- > 0 && !in->bad)
		load_run(in, s);
	load_young(in, s);
}

static void load_log(struct image_in *in, struct mesh *m)
{
	uint64_t n;

	m->log_lines = in_number(in);
	n = in_below(in, LOG_LINES + 1);
	if (!in_need(in, n <= m->log_lines))
		return;
	for (uint64_t i = m->log_lines - n; i < m->log_lines && !in->bad; i++) {
		struct log_line *l = &m->log[i % LOG_LINES];

		in_fields(in, &log_fields, l);
		l->text[sizeof(l->text) - 1] = '\0';
		if (l->id >= sizeof(l->text))
			l->id = 0;
		in_need(in, l->type < EVENT_TYPES && l->standing < STANDINGS);
	}
}

uint64_t image_beyond(struct image_in *in, uint64_t here)
{
	uint64_t total = in_number(in);

	in_need(in, total >= here);
	return in->bad ? 0 : total - here;
}

static void load_totals(struct image_in *in, struct mesh *m)
{
	m->beyond.first = in_below(in, 2) != 0;
	m->beyond.review = image_beyond(in, m->review.count);
	m->beyond.dead = image_beyond(in, m->dead.count);
	m->beyond.handoffs = image_beyond(in, m->handoff.kept);
	for (int i = 0; i < STATES; i++) {
		uint64_t n = in_below(in, UINT32_MAX);

		in_need(in, n >= m->states[i]);
		m->states[i] = (uint32_t)n;
	}
	image_load_dead_totals(in, m);
}

static bool has_magic(struct image_in *in)
{
	char read[sizeof(IMAGE_MAGIC) - 1];

	in_bytes(in, read, sizeof(read));
	return !in->bad && memcmp(read, IMAGE_MAGIC, sizeof(read)) == 0;
}

static bool load_all(struct image_in *in, struct mesh *m, struct err *e)
{
	if (!has_magic(in))
		return err_set(e, "this is no image of a mesh");
	if (in_number(in) != image_layout())
		return err_set(e, "the image is of another version of seam");
	if (in_number(in) !=
		(m->own.image.packing != NULL ? m->own.image.packing->number : 0))
		return err_set(e, "the image is packed in another way");
	load_sums(in, m);
	load_contracts(in, &m->contracts);
	load_agents(in, m);
	load_edges(in, m);
	image_load_dead(in, m);
	load_circles(in, m);
	load_awaits(in, m);
	image_load_pages(in, m);
	if (!in->own)
		image_check_all(in, m);
	image_load_index(in, m);
	load_hooks(in, m);
	load_notes(in, m);
	load_sequences(in, &m->own.sequences);
	image_load_seen(in, &m->own.seen);
	early_load(m, in);
	image_load_dump(in, &m->own.dump);
	load_log(in, m);
	load_totals(in, m);
	if (in->bad || !has_magic(in))
		return err_set(e, "the image is cut short or damaged");
	return true;
}

static struct mesh *load(
	struct image_in *in, const struct image_packing *packing, struct err *e)
{
	struct mesh *m = mesh_new();

	m->own.image.packing = packing;
	in->words = &m->own.words;
	if (!load_all(in, m, e)) {
		mesh_free(m);
		m = NULL;
	}
	free(in->chunk);
	return m;
}

struct mesh *mesh_load_packed(const struct image_packing *packing, image_source *source,
	void *user, struct err *e)
{
	struct image_in in = { .source = source, .user = user };

	return load(&in, packing, e);
}

struct mesh *mesh_load(image_source *source, void *user, struct err *e)
{
	return mesh_load_packed(NULL, source, user, e);
}

struct mesh *mesh_load_own(const struct image_packing *packing, image_source *source,
	void *user, void (*damaged)(void *keep), void *keep, struct err *e)
{
	struct image_in in = { .source = source, .user = user, .own = true };
	struct mesh *m = load(&in, packing, e);

	if (m == NULL) {
		free(keep);
		return NULL;
	}
	m->own.image.damaged = damaged;
	m->own.image.keep = keep;
	return m;
}

void mesh_look_ahead(const struct mesh *m, size_t most)
{
	struct order_item i;

	for (size_t k = 0; k < most && order_at(&m->review, k, &i); k++)
		handoff_at(m, i.id);
	for (size_t k = 0; k < most && k < m->dead.count; k++) {
		if (order_at(&m->dead, m->dead.count - 1 - k, &i))
			handoff_at(m, i.id);
	}
	if (order_at(&m->clock, 0, &i))
		handoff_at(m, i.id);
}
