/* SPDX-License-Identifier: MIT */
#include "views/drift_news.h"

#include <stdio.h>

#include "views/link.h"

#define HOUR (60 * MINUTE)

bool drift_is_news(const struct drift *d, int64_t now)
{
	switch (d->kind) {
	case DRIFT_UNTAKEN:
	case DRIFT_UNSENT:
		return true;
	case DRIFT_MIXED:
	case DRIFT_UNKNOWN:
		return now - d->last < DRIFT_LATELY;
	case DRIFT_CHANGED:
		return now - d->last < HOUR;
	default:
		return false;
	}
}

bool circle_is_news(const struct circle *c, int64_t now)
{
	return now - c->last < 10 * MINUTE;
}

void circle_words(struct buf *out, const struct mesh *m, const struct circle *c)
{
	for (uint32_t i = 0; i < c->agents; i++)
		buf_fmt(out, "%s > ", m->agent[c->agent[i]].name);
	buf_fmt(out, "%s%s", c->longer ? ".. > " : "", m->agent[c->agent[0]].name);
}

/* The circle that is closed most often. */
static void look_at_circles(struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	const struct circle *most = NULL;
	struct buf b = { 0 };

	for (uint32_t i = 0; i < m->circles; i++) {
		const struct circle *c = &m->circle[i];

		if (!circle_is_news(c, link_now(w)))
			continue;
		k->circling++;
		if (most == NULL || c->count > most->count)
			most = c;
	}
	if (most == NULL)
		return;
	circle_words(&b, m, most);
	snprintf(k->circle_words, sizeof(k->circle_words), "%.120s, %llu handoff%s",
		b.data, (unsigned long long)most->count, most->count == 1 ? "" : "s");
	buf_fini(&b);
}

#define UNTOLD (10 * SECOND) /* the offer may be on its way */
#define TOLD 4096            /* looked at: who tells of what is not can tell of much */

/* What somebody acts on, or says so, and nobody offered. */
static void look_at_unoffered(struct watch *k, const struct world *w)
{
	uint32_t all = mesh_told_early(w->mesh), n = all > TOLD ? all - TOLD : 0;
	struct unoffered u;

	while (mesh_unoffered(w->mesh, &n, &u)) {
		if (link_now(w) - u.since < UNTOLD ||
			link_now(w) - u.last >= RATE_TROUBLE)
			continue;
		k->unoffered += u.events;
		if (k->unoffered_handoffs++ == 0)
			snprintf(k->unoffered_words, sizeof(k->unoffered_words),
				"%.60s%s%.*s", u.id, u.agent.n > 0 ? " by " : "",
				u.agent.n < 40 ? (int)u.agent.n : 40, u.agent.p);
	}
}

/* No line has an end in it. */
static void add_line(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		buf_char(out, text.p[i] == '\n' ? ' ' : text.p[i]);
	buf_char(out, '\n');
}

static void list_circles(struct buf *out, const struct world *w)
{
	const struct mesh *m = w->mesh;
	struct buf b = { 0 };

	for (uint32_t i = 0; i < m->circles; i++) {
		if (!circle_is_news(&m->circle[i], link_now(w)))
			continue;
		buf_reset(&b);
		buf_str(&b, "loop: ");
		circle_words(&b, m, &m->circle[i]);
		buf_fmt(&b, ", %llu handoff%s", (unsigned long long)m->circle[i].count,
			m->circle[i].count == 1 ? "" : "s");
		add_line(out, buf_view(&b));
	}
	buf_fini(&b);
}

static void list_versions(struct buf *out, const struct world *w)
{
	const struct registry *r = &w->mesh->contracts;
	struct drifts d = { 0 };
	struct buf b = { 0 };

	for (uint32_t i = 0; i < r->refusals; i++) {
		buf_reset(&b);
		buf_fmt(&b, "contract file %s refused: %s", r->refused[i].file,
			r->refused[i].reason);
		add_line(out, buf_view(&b));
	}
	drift_find(&d, w->mesh);
	for (size_t i = 0; i < d.count; i++) {
		if (!drift_is_news(&d.item[i], link_now(w)))
			continue;
		buf_reset(&b);
		buf_fmt(&b, "drift: %s", d.item[i].words);
		add_line(out, buf_view(&b));
	}
	drift_fini(&d);
	buf_fini(&b);
}

static void look_at_files(struct watch *k, const struct registry *r)
{
	for (uint32_t i = 0; i < r->refusals; i++) {
		const struct refused_file *f = &r->refused[i];

		if (k->drifting++ > 0)
			continue;
		if (strcmp(f->file, REFUSED_FOLDER) == 0)
			snprintf(k->drift_words, sizeof(k->drift_words), "%.150s",
				f->reason);
		else
			snprintf(k->drift_words, sizeof(k->drift_words),
				"contract file %.50s refused: %.70s%s", f->file,
				f->reason, strlen(f->reason) > 70 ? "~" : "");
	}
}

static void look_at_drift(struct watch *k, const struct world *w)
{
	struct drifts d = { 0 };

	look_at_files(k, &w->mesh->contracts);
	drift_find(&d, w->mesh);
	for (size_t i = 0; i < d.count; i++) {
		if (drift_is_news(&d.item[i], link_now(w)) && k->drifting++ == 0)
			snprintf(k->drift_words, sizeof(k->drift_words), "%.150s",
				d.item[i].words);
	}
	drift_fini(&d);
}

/* A place of the artifact, not a rule. */
static bool is_place(const struct edge_breach *x)
{
	return !x->refused && (x->text[0] == '/' || x->text[0] == ':');
}

static void list_breaches(struct buf *out, const struct world *w)
{
	const struct mesh *m = w->mesh;
	int64_t now = link_now(w);
	struct buf b = { 0 };

	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = &m->edge[i];

		for (uint32_t n = 0; n < e->breaches; n++) {
			const struct edge_breach *x = &e->breach[n];

			if (now - x->last >= RATE_TROUBLE || !is_place(x))
				continue;
			buf_reset(&b);
			buf_fmt(&b, "%s broken by %s: %s, %llu handoff%s", x->contract,
				m->agent[e->from].name, x->text,
				(unsigned long long)x->count, x->count == 1 ? "" : "s");
			add_line(out, buf_view(&b));
		}
	}
	buf_fini(&b);
}

void drift_list(struct buf *out, const struct world *w, enum drift_list which)
{
	if (which == DRIFT_BREACHES)
		list_breaches(out, w);
	else if (which == DRIFT_VERSIONS)
		list_versions(out, w);
	else if (which == DRIFT_CIRCLES)
		list_circles(out, w);
}

/* What most artifacts break, where no edge is said to be broken. */
static const struct edge_breach *worst_breach(
	struct watch *k, const struct edge *e, int64_t now)
{
	const struct edge_breach *worst = NULL;

	for (uint32_t n = 0; n < e->breaches; n++) {
		const struct edge_breach *x = &e->breach[n];

		if (now - x->last >= RATE_TROUBLE)
			continue;
		k->refusing = true;
		if (is_place(x) && edge_shown(e, now) != EDGE_BROKEN &&
			(worst == NULL || x->count > worst->count))
			worst = x;
	}
	k->breached += worst != NULL;
	return worst;
}

static void look_at_breaches(struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	const struct edge_breach *worst = NULL;

	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge_breach *x = worst_breach(k, &m->edge[i], link_now(w));

		k->refusing |= rate_trouble(&m->edge[i].refusals, link_now(w)) > 0;
		if (x == NULL || (worst != NULL && worst->count >= x->count))
			continue;
		worst = x;
		snprintf(k->breach_words, sizeof(k->breach_words),
			"%.60s broken by %.40s: %.80s", x->contract,
			m->agent[m->edge[i].from].name, x->text);
		snprintf(k->breach_of, sizeof(k->breach_of), "%.60s broken by %.40s",
			x->contract, m->agent[m->edge[i].from].name);
	}
}

void drift_look(struct watch *k, const struct world *w)
{
	bool large = w->mesh->edges > DRIFT_OFTEN || w->mesh->agents > DRIFT_OFTEN;
	bool due = large ? w->tick - k->drift_tick >= DRIFT_SELDOM
			 : w->now - k->drift_now >= SECOND || w->now < k->drift_now;

	if (k->drift_looked && !due)
		return;
	k->drift_looked = true;
	k->drift_tick = w->tick;
	k->drift_now = w->now;
	k->drifting = k->circling = k->breached = 0;
	k->refusing = false;
	k->unoffered = k->unoffered_handoffs = 0;
	k->drift_words[0] = k->circle_words[0] = k->breach_words[0] = '\0';
	look_at_circles(k, w);
	look_at_unoffered(k, w);
	look_at_drift(k, w);
	look_at_breaches(k, w);
}
