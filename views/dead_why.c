/* SPDX-License-Identifier: MIT */
/* What dead letters died of, in words. What agents said stands in it: clean it. */
#include <stdio.h>

#include "mesh/dead.h"
#include "views/dead_own.h"
#include "views/died.h"
#include "views/link.h"

#define NEWS                                                                             \
	(10 * MINUTE) /* what was new so long before it began may be why it began        \
		       */

static bool version_of(const char *contract, struct version *v)
{
	const char *slash = strrchr(contract, '/');

	return slash != NULL && version_read(str_of(slash + 1), v);
}

/* What an agent names need not be a contract's name, and might look like a finding. */
static struct str name_of(const char *contract)
{
	static const char shape[] = "abcdefghijklmnopqrstuvwxyz0123456789._-";
	size_t n = strspn(contract, shape);

	return contract[n] == '/' ? (struct str){ contract, n } : STR("?");
}

/* What died beside it: another contract, another version with the same first number. */
struct beside {
	bool name, version;
};

static struct beside beside(
	const struct mesh *m, const struct dead_why *y, struct version v)
{
	struct beside found = { 0 };
	uint32_t i = NONE;

	while ((i = dead_why_next(m, y->group, i)) != NONE) {
		const struct dead_why *x = &m->dead_why[i];
		struct version other;

		if (x->letters.count == 0 || x->contract[0] == '\0' ||
			strcmp(x->contract, y->contract) == 0)
			continue;
		if (!str_eq(name_of(x->contract), name_of(y->contract)))
			found.name = true;
		else if (version_of(x->contract, &other) && other.major == v.major)
			found.version = true;
	}
	return found;
}

void dead_why_contract(const char *contract, char out[ROW_TEXT])
{
	struct str name = name_of(contract);
	struct version v;

	if (contract[0] == '\0')
		snprintf(out, ROW_TEXT, "no contract named");
	else if (version_of(contract, &v))
		snprintf(out, ROW_TEXT, "%.*s@%u.%u.%u",
			(int)(name.n < 100 ? name.n : 100), name.p, v.major, v.minor,
			v.patch);
	else
		snprintf(out, ROW_TEXT, "%.*s@?", (int)(name.n < 100 ? name.n : 100),
			name.p);
}

const char *dead_why_version(const struct mesh *m, uint32_t why, char out[ROW_TEXT])
{
	const struct dead_why *y = &m->dead_why[why];
	struct str name = name_of(y->contract);
	struct beside b;
	struct version v;

	out[0] = '\0';
	if (!version_of(y->contract, &v))
		return out;
	b = beside(m, y, v);
	if (!b.name)
		name.n = 0;
	if (b.version)
		snprintf(out, ROW_TEXT, "%.*s@%u.%u.%u", (int)(name.n < 64 ? name.n : 64),
			name.p, v.major, v.minor, v.patch);
	else
		snprintf(out, ROW_TEXT, "%.*s@%u", (int)(name.n < 64 ? name.n : 64),
			name.p, v.major);
	return out;
}

void dead_why_text(struct buf *out, const struct dead_why *y)
{
	if (y->violation) /* at the pointer to all of it: "" */
		buf_fmt(out, "%s%s", y->text[0] == ':' ? "the artifact" : "", y->text);
	else if (y->text[0] != '\0')
		died_quote(out, y->text);
	else
		buf_str(out,
			y->contract[0] != '\0' ? "nothing was said" : "of other causes");
}

/* --- since when -------------------------------------------------------------------- */

/* What was new, the last before it began. */
struct news {
	int64_t at;
	char what[120];
};

static void note_agent(struct news *n, const struct agent *a, int64_t before)
{
	if (a->renewed == 0 || a->renewed > before || a->renewed < n->at)
		return;
	n->at = a->renewed;
	if (a->was_version != NULL)
		snprintf(n->what, sizeof(n->what), "%.40s became version %.40s", a->name,
			a->version);
	else
		snprintf(n->what, sizeof(n->what), "%.40s became model %.40s", a->name,
			a->model != NULL ? a->model : "?");
}

static void note_loaded(
	struct news *n, const struct mesh *m, const struct dead_why *y, int64_t before)
{
	for (uint32_t i = 0; i < m->contracts.count; i++) {
		const struct registry_entry *r = &m->contracts.entry[i];

		if (strcmp(r->contract->id, y->contract) != 0 || r->loaded > before ||
			r->loaded < n->at)
			continue;
		n->at = r->loaded;
		snprintf(n->what, sizeof(n->what), "%.80s was loaded", y->contract);
	}
}

static void note_first(
	struct news *n, const struct edge *e, const struct dead_why *y, int64_t before)
{
	for (uint32_t i = 0; i < e->kinds; i++) {
		const struct edge_kind *k = &e->kind[i];

		if (strcmp(k->name, y->contract) != 0 || k->first > before ||
			k->first < n->at)
			continue;
		n->at = k->first;
		snprintf(n->what, sizeof(n->what), "the first %.80s came here",
			y->contract);
	}
}

/* Whoever changed, or what was loaded, shortly before it came says more than that it
 * came. */
static bool says_more(const struct news *other, const struct news *n, int64_t first)
{
	if (other->at == 0 || first - other->at >= NEWS)
		return false;
	return n->at == 0 || first - n->at < SECOND || n->at - other->at < MINUTE;
}

void dead_why_since(struct buf *out, const struct world *w, const struct dead_why *y)
{
	const struct mesh *m = w->mesh;
	const struct edge *e = &m->edge[m->dead_group[y->group].edge];
	struct news n = { 0 }, other = { 0 };
	char span[FORMAT_TEXT], time[FORMAT_TEXT];

	if (y->contract[0] != '\0') {
		note_first(&n, e, y, y->first);
		note_loaded(&other, m, y, y->first);
	}
	note_agent(&other, &m->agent[e->from], y->first);
	note_agent(&other, &m->agent[e->to], y->first);
	if (says_more(&other, &n, y->first))
		n = other;
	if (n.at == 0)
		return;
	if (y->first - n.at < SECOND)
		buf_fmt(out, ", as %s", n.what);
	else
		buf_fmt(out, ", %s after %s (%s)", format_span(y->first - n.at, span),
			n.what, format_time(w, n.at, time));
}
