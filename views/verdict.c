/* SPDX-License-Identifier: MIT */
#include "views/verdict.h"

#include <stdarg.h>
#include <stdio.h>

#include "views/link.h"

#define COUNTED 1000 /* urgent rows that are counted one by one */

static void say(struct verdict *v, int grave, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static void say(struct verdict *v, int grave, const char *fmt, ...)
{
	struct sentence *s = &v->said[v->n];
	va_list ap;

	if (v->n == VERDICTS)
		return;
	va_start(ap, fmt);
	vsnprintf(s->text, sizeof(s->text), fmt, ap);
	va_end(ap);
	s->grave = grave;
	s->brief[0] = s->least[0] = '\0';
	v->n++;
}

/* A shorter form of the last sentence. */
static void shorter(struct verdict *v, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static void shorter(struct verdict *v, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(v->said[v->n - 1].brief, sizeof(v->said[0].brief), fmt, ap);
	va_end(ap);
}

static void say_link(struct verdict *v, const struct world *w)
{
	const struct link_view *l = &w->link;
	char age[FORMAT_TEXT], time[FORMAT_TEXT], n[FORMAT_TEXT], of[FORMAT_TEXT];

	format_age(l->age, age);
	format_time(w, l->last_event, time);
	if (l->state == LINK_CONNECTING)
		say(v, -1,
			".. no data yet: connecting %s. Nothing on this screen means "
			"\"all is well\".",
			age);
	else if (l->state == LINK_SYNCING)
		say(v, -1, ".. reading what has happened: %s of %s events. Not complete.",
			format_count(l->synced, n), format_count(l->to_sync, of));
	else if (l->state == LINK_LOST && l->last_event != 0)
		say(v, GRAVE_CRITICAL,
			"NO CONNECTION since %s: this is %s old. Decisions cannot be "
			"sent.",
			time, age);
	if (l->state == LINK_LOST && l->last_event != 0)
		shorter(v, "NO CONNECTION since %s: all this is old", time);
	else if (l->state == LINK_LOST)
		say(v, GRAVE_CRITICAL, "NO CONNECTION for %s. Decisions cannot be sent.",
			age);
	else if (l->state == LINK_STALE)
		say(v, GRAVE_CRITICAL,
			"the hub has not been heard for %s. Decisions are off.", age);
}

static void say_missed(struct verdict *v, const struct watch *k, const struct world *w)
{
	bool known = k->gap_agent != NONE;
	const char *from = known ? " from " : "";
	const char *agent = known ? w->mesh->agent[k->gap_agent].name : "";
	char n[FORMAT_TEXT], time[FORMAT_TEXT];

	format_count(k->gap_count, n);
	format_time(w, k->gap_time, time);
	say(v, GRAVE_WARNING, "%s events missed%s%s at %s: Review, Dead may be short", n,
		from, agent, time);
	shorter(v, "%s events missed%s%s at %s", n, from, agent, time);
	snprintf(
		v->said[v->n - 1].least, sizeof(v->said[0].least), "%s events missed", n);
}

static void say_truth(struct verdict *v, const struct watch *k, const struct world *w)
{
	const struct link_view *l = &w->link;
	char n[FORMAT_TEXT];

	if (l->journal[0] != '\0')
		say(v, GRAVE_CRITICAL, "the hub cannot write its journal: %s",
			l->journal);
	if (l->behind > 0 && l->state != LINK_SYNCING)
		say(v, GRAVE_WARNING, "console behind: %s events, catching up",
			format_count(l->behind, n));
	if (watch_lossy(k, w))
		say_missed(v, k, w);
	if (w->replay != NULL && w->replay->bad_lines > 0)
		say(v, GRAVE_WARNING, "%s lines of the file are no event",
			format_count(w->replay->bad_lines, n));
}

/* Counts by rank from the top of the queue, so it costs what is urgent, not what waits.
 */
static void say_shipping(struct verdict *v, const struct world *w)
{
	const struct mesh *m = w->mesh;
	struct order_item i;
	size_t soon = 0, minute = 0, past = 0;

	for (size_t rank = 0; rank < COUNTED && order_at(&m->review, rank, &i); rank++) {
		const struct handoff *h = &m->handoff[i.id];
		int64_t due = handoff_due(h);

		if (due == 0 || due - w->now >= 2 * MINUTE)
			break;
		past += due < w->now;
		if (h->on_deadline != FALLBACK_PROCEED)
			continue;
		soon++;
		minute += due - w->now < MINUTE;
	}
	if (soon > 0) {
		const char *more = soon == COUNTED ? "+" : "";
		const char *within = minute == soon ? "60s" : "2m";

		say(v, GRAVE_CRITICAL, "%zu%s handoff%s SHIP%s UNREVIEWED in <%s", soon,
			more, soon == 1 ? "" : "s", soon == 1 ? "S" : "", within);
		shorter(v, "%zu%s SHIP%s UNREVIEWED in <%s", soon, more,
			soon == 1 ? "S" : "", within);
		snprintf(v->said[v->n - 1].least, sizeof(v->said[0].least),
			"%zu%s SHIP%s in <%s", soon, more, soon == 1 ? "S" : "", within);
	}
	if (past > 0 && !link_old(w))
		say(v, GRAVE_WARNING, "%zu deadline%s past, not fired", past,
			past == 1 ? " is" : "s are");
}

static void say_broken(struct verdict *v, const struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	size_t told = 0;

	for (size_t i = 0; i < k->n_edges && told < 2; i++) {
		const struct edge *e = &m->edge[k->edge[i]];
		char rate[FORMAT_TEXT], age[FORMAT_TEXT];

		if (k->weight[i] < 1000)
			break;
		format_often(watch_bad_rate(e, w->now), rate);
		format_span(w->now - e->trouble_since, age);
		say(v, GRAVE_CRITICAL, "%s>%s broken %s for %s: %.60s",
			m->agent[e->from].name, m->agent[e->to].name, rate, age,
			e->last_reason != NULL ? e->last_reason : "refused");
		shorter(v, "%s>%s broken %s", m->agent[e->from].name,
			m->agent[e->to].name, rate);
		told++;
	}
	if (k->broken > told)
		say(v, GRAVE_CRITICAL, "%zu more broken edges", k->broken - told);
}

static void say_dead(struct verdict *v, const struct watch *k, const struct world *w)
{
	char n[FORMAT_TEXT], rate[FORMAT_TEXT];

	if (k->growth > 0)
		say(v, GRAVE_WARNING, "%s dead letters, growing %s",
			format_count(w->mesh->dead.count, n),
			format_often(k->growth, rate));
}

static void say_low(struct verdict *v, const struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	char conf[FORMAT_TEXT];

	for (size_t i = 0; i < k->n_edges; i++) {
		const struct edge *e = &m->edge[k->edge[i]];

		if (k->weight[i] >= 1000)
			continue;
		say(v, GRAVE_WARNING, "%s>%s confidence %s", m->agent[e->from].name,
			m->agent[e->to].name,
			format_confidence(edge_confidence(e), conf));
		if (k->low > 1)
			say(v, GRAVE_WARNING, "%u more edges of low confidence",
				k->low - 1);
		return;
	}
}

static void say_silent(struct verdict *v, const struct watch *k, const struct world *w)
{
	char age[FORMAT_TEXT];
	const struct agent *a;

	if (k->silent == 0)
		return;
	a = &w->mesh->agent[k->first_silent];
	if (k->silent == 1)
		say(v, GRAVE_WARNING, "%s silent for %s", a->name,
			format_span(w->now - a->heard, age));
	else
		say(v, GRAVE_WARNING, "%u agents silent: %s and others", k->silent,
			a->name);
}

static void say_waiting(struct verdict *v, const struct world *w)
{
	size_t n = w->mesh->review.count;
	char count[FORMAT_TEXT], left[FORMAT_TEXT];
	struct order_item first;
	int64_t due;

	if (n == 0)
		return;
	order_at(&w->mesh->review, 0, &first);
	due = handoff_due(&w->mesh->handoff[first.id]);
	if (due > w->now)
		say(v, GRAVE_NONE, "%s wait%s for you, the next deadline in %s",
			format_count(n, count), n == 1 ? "s" : "",
			format_left(due - w->now, left));
	else
		say(v, GRAVE_NONE, "%s wait%s for you", format_count(n, count),
			n == 1 ? "s" : "");
}

static void say_ok(struct verdict *v, const struct watch *k, const struct world *w)
{
	size_t dead = w->mesh->dead.count;
	char n[FORMAT_TEXT], what[FORMAT_TEXT * 2] = "No dead letters";

	if (dead > 0)
		snprintf(what, sizeof(what), "%s dead letters, not growing",
			format_count(dead, n));
	say(v, -1, "ok  nothing waits for you. %s. %u edges well. %u of %u agents heard.",
		what, k->well, k->heard, w->mesh->agents);
	v->ok = true;
}

void verdict_find(struct verdict *v, const struct watch *k, const struct world *w)
{
	v->n = 0;
	v->ok = false;
	say_link(v, w);
	if (link_loading(w)) {
		say_truth(v, k, w);
		return;
	}
	say_truth(v, k, w);
	say_shipping(v, w);
	say_broken(v, k, w);
	say_dead(v, k, w);
	say_low(v, k, w);
	say_silent(v, k, w);
	say_waiting(v, w);
	if (v->n == 0)
		say_ok(v, k, w);
}

static enum style style_of(int grave)
{
	if (grave == GRAVE_CRITICAL)
		return STYLE_CRITICAL;
	return grave == GRAVE_WARNING ? STYLE_WARNING : STYLE_NORMAL;
}

/* How much a sentence says. */
enum fit { FIT_ALL, FIT_BRIEF, FIT_LEAST };

static struct str words_of(const struct sentence *said, enum fit fit)
{
	if (fit == FIT_LEAST && said->least[0] != '\0')
		return str_of(said->least);
	return str_of(
		fit != FIT_ALL && said->brief[0] != '\0' ? said->brief : said->text);
}

static int width_of(const struct surface *s, const struct sentence *said, enum fit fit)
{
	return (said->grave > 0 ? 3 : 0) + surface_measure(s, words_of(said, fit));
}

/* "  (+3 more)" behind what fits; "" if nothing is left. */
static int more_text(size_t left, int cols, char out[FORMAT_TEXT])
{
	out[0] = '\0';
	if (left == 0)
		return 0;
	return snprintf(out, FORMAT_TEXT, cols < 60 ? "  (+%zu)" : "  (+%zu more)", left);
}

/* How many sentences fit with what tells of the others behind them. */
static size_t fitting(const struct verdict *v, const struct surface *s, enum fit fit)
{
	int col = 0;
	size_t n = 0;

	for (size_t i = 0; i < v->n; i++) {
		char more[FORMAT_TEXT];

		col += (i > 0 ? 4 : 0) + width_of(s, &v->said[i], fit);
		if (col + more_text(v->n - i - 1, s->cols, more) <= s->cols)
			n = i + 1;
	}
	return n;
}

static int sentence_draw(const struct sentence *said, struct surface *s, int row, int col,
	int end, enum fit fit)
{
	enum style style = style_of(said->grave);

	if (said->grave > 0)
		surface_text(s, row, col, TO_EDGE, style,
			str_of(grave_mark((enum grave)said->grave)));
	if (said->grave > 0)
		col += 3;
	return col + surface_text(s, row, col, end - col, style, words_of(said, fit));
}

void verdict_draw(const struct verdict *v, struct surface *s, int row)
{
	size_t n = fitting(v, s, FIT_ALL), n_brief = fitting(v, s, FIT_BRIEF);
	enum fit fit = FIT_ALL;
	char more[FORMAT_TEXT];
	int col = 0, end;

	if (n_brief > n) {
		n = n_brief;
		fit = FIT_BRIEF;
	} else if (n == 0) {
		n = 1;
		fit = FIT_LEAST;
	}
	end = s->cols - more_text(v->n - n, s->cols, more);
	for (size_t i = 0; i < n; i++)
		col = sentence_draw(&v->said[i], s, row, i > 0 ? col + 4 : 0, end, fit);
	surface_text(s, row, col, TO_EDGE, STYLE_NORMAL, str_of(more));
}
