/* SPDX-License-Identifier: MIT */
/* What goes wrong under a contract: place by place, how often, since when, between whom.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "contract/range.h"
#include "views/link.h"
#include "views/registry_own.h"

#define SHOWN_MOST 200

struct found {
	uint32_t edge;
	const struct edge_breach *x;
};

struct found_list {
	struct found *item;
	size_t n, cap;
};

static struct found_list find(const struct mesh *m, const char *name)
{
	struct found_list l = { 0 };

	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = &m->edge[i];

		for (uint32_t k = 0; k < e->breaches; k++) {
			if (!reg_is_of(e->breach[k].contract, name))
				continue;
			xgrow(&l.item, &l.cap, l.n + 1, sizeof(*l.item));
			l.item[l.n++] = (struct found){ i, &e->breach[k] };
		}
	}
	return l;
}

/* What is wrong now comes first, then what was wrong most often. */
static int by_weight(const void *a, const void *b, int64_t now)
{
	const struct found *x = a, *y = b;
	bool is_x = now - x->x->last < RATE_TROUBLE,
	     is_y = now - y->x->last < RATE_TROUBLE;

	if (is_x != is_y)
		return is_x ? -1 : 1;
	if (x->x->count != y->x->count)
		return x->x->count > y->x->count ? -1 : 1;
	if (x->edge != y->edge)
		return x->edge < y->edge ? -1 : 1;
	return x->x < y->x ? -1 : x->x > y->x;
}

static void sort(struct found_list *l, int64_t now)
{
	for (size_t i = 1; i < l->n; i++) { /* there are few */
		struct found one = l->item[i];
		size_t k = i;

		for (; k > 0 && by_weight(&one, &l->item[k - 1], now) < 0; k--)
			l->item[k] = l->item[k - 1];
		l->item[k] = one;
	}
}

static const char *version_in(
	const struct reg_contract *c, const char *said, char out[FORMAT_TEXT])
{
	const char *slash = strrchr(said, '/');
	struct version v;

	snprintf(out, FORMAT_TEXT, "?");
	if (slash == NULL || !version_read(str_of(slash + 1), &v))
		return out;
	for (size_t i = 0; i < c->versions; i++) {
		if (c->version[i].numbered && version_cmp(c->version[i].v, v) == 0)
			return reg_version_text(c, &c->version[i], out);
	}
	return out;
}

static void say_found(struct registry_view *v, const struct world *w,
	const struct reg_contract *c, const struct found *f)
{
	const struct mesh *m = w->mesh;
	const struct edge *e = &m->edge[f->edge];
	const struct handoff *h = handoff_at(m, f->x->handoff);
	bool now = link_now(w) - f->x->last < RATE_TROUBLE;
	char count[FORMAT_TEXT], version[FORMAT_TEXT], first[FORMAT_TEXT],
		last[FORMAT_TEXT];
	struct buf key = { 0 };

	buf_fmt(&v->lines.text, "%6s  %s%s  %s %s > %s", format_count(f->x->count, count),
		f->x->refused ? "refused: " : "", f->x->text,
		version_in(c, f->x->contract, version), m->agent[e->from].name,
		m->agent[e->to].name);
	buf_fmt(&v->lines.text, "  %s", format_time(w, f->x->first, first));
	if (f->x->last != f->x->first)
		buf_fmt(&v->lines.text, " to %s", format_time(w, f->x->last, last));
	if (h != NULL)
		buf_fmt(&v->lines.text, "  %s", h->id);
	reg_line(v, now ? STYLE_WARNING : STYLE_NORMAL);
	buf_fmt(&key, "%s %s %d", f->x->contract, f->x->text, f->x->refused);
	reg_lead(v, f->x->handoff, f->edge, NONE, key.data);
	buf_fini(&key);
}

/* "broken 24 of 33 offers, since 03:04:12, the last 8s ago" */
static void say_sum(struct registry_view *v, const struct world *w, const char *word,
	const struct reg_contract *c, const struct trouble *t)
{
	char count[FORMAT_TEXT], all[FORMAT_TEXT], time[FORMAT_TEXT], ago[FORMAT_TEXT];
	bool now = link_now(w) - t->last < RATE_TROUBLE;

	if (t->count == 0)
		return;
	format_span(link_now(w) - t->last, ago);
	buf_fmt(&v->lines.text, "%s %s of %s offers, ", word,
		format_count(t->count, count), format_count(c->count, all));
	if (now)
		buf_fmt(&v->lines.text, "since %s, the last %s ago",
			format_time(w, t->since, time), ago);
	else
		buf_fmt(&v->lines.text,
			"none in the last 10 minutes: the last %s ago, %s", ago,
			format_time(w, t->last, time));
	reg_line(v, now ? STYLE_WARNING : STYLE_NORMAL);
}

static void add_trouble(struct trouble *sum, const struct trouble *t)
{
	if (t->count == 0)
		return;
	if (sum->last == 0 || t->last - sum->last >= RATE_TROUBLE)
		sum->since = t->since;
	else if (sum->last - t->last < RATE_TROUBLE && t->since < sum->since)
		sum->since = t->since;
	if (t->last > sum->last)
		sum->last = t->last;
	sum->count += t->count;
}

static void sum_up(const struct mesh *m, const char *name, struct trouble *broken,
	struct trouble *refused, uint64_t *left)
{
	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = &m->edge[i];
		bool any = false;

		for (uint32_t k = 0; k < e->kinds; k++) {
			if (!reg_is_of(e->kind[k].name, name))
				continue;
			any = true;
			add_trouble(broken, &e->kind[k].broken);
			add_trouble(refused, &e->kind[k].refused);
		}
		if (any)
			*left += e->other_breaches;
	}
}

void reg_text_breaks(
	struct registry_view *v, const struct world *w, const struct reg_contract *c)
{
	struct trouble broken = { 0 }, refused = { 0 };
	struct found_list l = find(w->mesh, c->name);
	uint64_t left = 0;
	char text[FORMAT_TEXT];

	sort(&l, link_now(w));
	sum_up(w->mesh, c->name, &broken, &refused, &left);
	say_sum(v, w, "broken", c, &broken);
	say_sum(v, w, "refused", c, &refused);
	for (size_t i = 0; i < l.n && i < SHOWN_MOST; i++)
		say_found(v, w, c, &l.item[i]);
	if (left > 0) {
		buf_fmt(&v->lines.text, "and %s of what is not told apart any more",
			format_many(left, "offer", text));
		reg_line(v, STYLE_MUTED);
	}
	if (broken.count + refused.count == 0 && l.n == 0)
		reg_say(v, STYLE_MUTED,
			c->known && !c->in_force
				? "It was removed: what names it is not checked any more, "
				  "and waits for a human."
				: c->count > 0
				? "All that was offered under it was as it promises, and "
				  "none of it was refused."
				: "No handoff under it has been seen.");
	free(l.item);
}

void reg_breach_words(struct buf *out, const struct edge *e)
{
	uint64_t broken = 0, refused = 0;
	char text[FORMAT_TEXT];

	for (uint32_t k = 0; k < e->kinds; k++) {
		broken += e->kind[k].broken.count;
		refused += e->kind[k].refused.count;
	}
	if (broken > 0)
		buf_fmt(out, "%s broken", format_count(broken, text));
	if (refused > 0)
		buf_fmt(out, "%s%s refused", broken > 0 ? ", " : "",
			format_count(refused, text));
}
