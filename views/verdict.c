/* SPDX-License-Identifier: MIT */
#include "views/verdict.h"

#include <stdarg.h>
#include <stdio.h>

#include "views/link.h"

#define UNTOLD (10 * SECOND)  /* until a hook that fails is said */
#define GAVE_UP (60 * MINUTE) /* for how long what was given up is */
#define COUNTED 1000          /* urgent rows that are counted one by one */

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
	s->list = DRIFT_LISTS;
	s->sums = false;
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

/* The last sentence tells the first of these. */
static void first_of(struct verdict *v, enum drift_list list)
{
	v->said[v->n - 1].list = list;
}

/* --- what may be wrong, each with its words ----------------------------------- */

static void say_journal(struct verdict *v, const struct watch *k, const struct world *w)
{
	(void)k;
	if (w->link.journal[0] == '\0')
		return;
	say(v, GRAVE_CRITICAL, "the hub cannot write its journal: %s", w->link.journal);
	shorter(v, "the hub cannot write its journal");
}

/* The hub goes on with it; whoever reads this has to see to it. */
static void say_journal_note(
	struct verdict *v, const struct watch *k, const struct world *w)
{
	(void)k;
	if (w->link.journal_note[0] == '\0')
		return;
	say(v, GRAVE_WARNING, "the hub's journal: %s", w->link.journal_note);
	shorter(v, "the hub's journal needs care");
}

/* What has no decision yet and leaves by itself, by when it does. */
struct shipping {
	size_t minute, soon; /* within one, and within the next */
	size_t past;         /* whose time was over before the link was old */
	size_t overdue;      /* of any fallback, not fired */
	bool more;           /* not all were counted */
};

/* Counts by rank from the top of the queue, so it costs what is urgent, not what waits.
 */
static struct shipping count_shipping(const struct world *w)
{
	const struct mesh *m = w->mesh;
	struct shipping n = { 0 };
	struct order_item i;
	size_t rank = 0;

	for (; rank < COUNTED && order_at(&m->review, rank, &i); rank++) {
		const struct handoff *h = handoff_at(m, i.id);
		int64_t left = handoff_due(h) - w->now;

		if (handoff_due(h) == 0 || left >= 2 * MINUTE)
			break;
		n.overdue += left < 0;
		if (h->on_deadline != FALLBACK_PROCEED)
			continue;
		if (left < 0 && link_old(w))
			n.past++;
		else if (left < MINUTE)
			n.minute++;
		else
			n.soon++;
	}
	n.more = rank == COUNTED;
	return n;
}

static void say_ships(struct verdict *v, size_t n, bool more, const char *within)
{
	const char *plus = more ? "+" : "", *s = n == 1 ? "S" : "";

	say(v, GRAVE_CRITICAL, "%zu%s handoff%s SHIP%s UNREVIEWED in <%s", n, plus,
		n == 1 ? "" : "s", s, within);
	shorter(v, "%zu%s SHIP%s UNREVIEWED in <%s", n, plus, s, within);
	snprintf(v->said[v->n - 1].least, sizeof(v->said[0].least), "%zu%s SHIP%s in <%s",
		n, plus, n == 1 ? "S" : "", within);
}

static void say_ships_now(struct verdict *v, const struct watch *k, const struct world *w)
{
	struct shipping n = count_shipping(w);

	(void)k;
	if (n.minute > 0)
		say_ships(v, n.minute, n.more && n.soon == 0, "60s");
}

static void say_ships_soon(
	struct verdict *v, const struct watch *k, const struct world *w)
{
	struct shipping n = count_shipping(w);

	(void)k;
	if (n.soon > 0 && n.minute > 0)
		say(v, GRAVE_CRITICAL, "%zu%s more in <2m", n.soon, n.more ? "+" : "");
	else if (n.soon > 0)
		say_ships(v, n.soon, n.more, "2m");
}

/* The hub goes on without this console: what was due since is not known. */
static void say_shipped(struct verdict *v, const struct watch *k, const struct world *w)
{
	struct shipping n = count_shipping(w);
	char many[FORMAT_TEXT];

	(void)k;
	if (n.past == 0)
		return;
	say(v, GRAVE_CRITICAL, "%s may have SHIPPED UNREVIEWED",
		format_many(n.past, "handoff", many));
	shorter(v, "%zu SHIPPED UNREVIEWED?", n.past);
}

static void say_overdue(struct verdict *v, const struct watch *k, const struct world *w)
{
	struct shipping n = count_shipping(w);

	(void)k;
	if (n.overdue > 0 && !link_old(w))
		say(v, GRAVE_WARNING, "%zu deadline%s past, not fired", n.overdue,
			n.overdue == 1 ? " is" : "s are");
}

static void say_lost_link(struct verdict *v, const struct world *w)
{
	const struct link_view *l = &w->link;
	char age[FORMAT_TEXT], time[FORMAT_TEXT];

	format_age(l->age, age);
	format_time(w, l->as_of, time);
	if (l->as_of != 0) {
		say(v, GRAVE_CRITICAL,
			"NO CONNECTION since %s: this is %s old. Decisions cannot be "
			"sent.",
			time, age);
		shorter(v, "NO CONNECTION since %s", time);
	} else {
		say(v, GRAVE_CRITICAL, "NO CONNECTION for %s. Decisions cannot be sent.",
			age);
		shorter(v, "NO CONNECTION for %s", age);
	}
}

static void say_link(struct verdict *v, const struct watch *k, const struct world *w)
{
	char age[FORMAT_TEXT];

	(void)k;
	if (w->link.state == LINK_LOST) {
		say_lost_link(v, w);
	} else if (w->link.state == LINK_STALE) {
		format_age(w->link.age, age);
		say(v, GRAVE_CRITICAL,
			"the hub has not been heard for %s. Decisions are off.", age);
		shorter(v, "the hub is silent for %s", age);
	}
}

/* Until somebody is on them, whatever hooks have told since. */
static void say_uncalled(struct verdict *v, const struct watch *k, const struct world *w)
{
	const struct handoff *h =
		k->uncalled > 0 ? handoff_at(w->mesh, k->first_uncalled) : NULL;
	const struct hook *last = &w->mesh->hook[HOOK_ESCALATE];
	bool known = last->gave_up == k->given_up && last->gave_up_why != NULL;
	char time[FORMAT_TEXT], more[FORMAT_TEXT] = "";

	if (h == NULL)
		return;
	if (k->uncalled > 1)
		snprintf(more, sizeof(more), " and %zu more", k->uncalled - 1);
	format_time(w, k->given_up, time);
	say(v, GRAVE_CRITICAL, "%.60s%s reached nobody, given up at %s%s%.90s", h->id,
		more, time, known ? ": " : "", known ? last->gave_up_why : "");
	shorter(v, "%.60s%s reached nobody", h->id, more);
}

/* Whoever is asleep stays so: worth a word once the next tries have not helped. */
static void say_hook(struct verdict *v, const struct world *w, enum hook_kind k)
{
	static const char *const words[HOOKS] = {
		[HOOK_ESCALATE] = "escalations reach nobody",
		[HOOK_FALLBACK] = "fallbacks reach nobody",
	};
	const struct hook *h = &w->mesh->hook[k];
	int grave = k == HOOK_ESCALATE ? GRAVE_CRITICAL : GRAVE_WARNING;
	int64_t now = link_now(w);
	char text[FORMAT_TEXT];

	if (h->failing != 0 && now - h->failing >= UNTOLD) {
		format_span(now - h->failing, text);
		say(v, grave, "%s for %s: %.90s", words[k], text,
			h->why != NULL ? h->why : "?");
		shorter(v, "%s for %s", words[k], text);
	}
	/* what was escalated waits for somebody: it is said for longer, by its name */
	if (k == HOOK_FALLBACK && h->gave_up != 0 && now - h->gave_up < GAVE_UP) {
		format_time(w, h->gave_up, text);
		say(v, grave, "a fallback reached nobody, given up at %s: %.90s", text,
			h->gave_up_why != NULL ? h->gave_up_why : "?");
		shorter(v, "a fallback reached nobody");
	}
}

static void say_untold(struct verdict *v, const struct watch *k, const struct world *w)
{
	say_uncalled(v, k, w);
	for (int i = 0; i < HOOKS; i++)
		say_hook(v, w, (enum hook_kind)i);
}

static void say_muted(struct verdict *v, const struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	const struct mute *first = NULL;
	char time[FORMAT_TEXT], more[FORMAT_TEXT] = "";
	uint32_t n = mesh_mutes(m, w->now);

	(void)k;
	for (uint32_t i = 0; i < m->mutes; i++) {
		if (m->mute[i].until > w->now &&
			(first == NULL || m->mute[i].until < first->until))
			first = &m->mute[i];
	}
	if (first == NULL)
		return;
	if (n > 1)
		snprintf(more, sizeof(more), ", and %u more", n - 1);
	say(v, GRAVE_NONE, "muted: %s until %s by %.40s%s", first->name,
		format_wall(w, first->until, time),
		first->operator_name != NULL ? first->operator_name : "?", more);
	shorter(v, "muted: %s until %s%s", first->name, time, more);
}

static void say_gap(struct verdict *v, const struct watch *k, const struct world *w)
{
	char many[FORMAT_TEXT], time[FORMAT_TEXT];

	say(v, GRAVE_WARNING, "%s missed%s%s at %s: Review, Dead may be short",
		format_many(k->gap_count, "event", many),
		k->gap_agent != NONE ? " from " : "",
		k->gap_agent != NONE ? w->mesh->agent[k->gap_agent].name : "",
		format_time(w, k->gap_time, time));
	shorter(v, "%s missed", many);
}

static void say_new_loss(struct verdict *v, const struct watch *k, const struct world *w)
{
	if (watch_lost_now(k, w))
		say_gap(v, k, w);
}

static void say_old_loss(struct verdict *v, const struct watch *k, const struct world *w)
{
	if (watch_lossy(k, w) && !watch_lost_now(k, w))
		say_gap(v, k, w);
}

static void say_behind(struct verdict *v, const struct watch *k, const struct world *w)
{
	char many[FORMAT_TEXT];

	(void)k;
	if (w->link.state == LINK_SYNCING)
		say(v, GRAVE_WARNING,
			"reading the rest: counts are whole, lists are not. Decisions "
			"are off.");
	else if (w->link.behind > 0)
		say(v, GRAVE_WARNING, "console behind: %s, catching up",
			format_many(w->link.behind, "event", many));
}

static void say_bad_lines(struct verdict *v, const struct watch *k, const struct world *w)
{
	char many[FORMAT_TEXT];
	uint64_t n = w->replay != NULL ? w->replay->bad_lines : 0;

	(void)k;
	if (n > 0)
		say(v, GRAVE_WARNING, "%s of the file %s no event",
			format_many(n, "line", many), n == 1 ? "is" : "are");
}

static void say_broken(struct verdict *v, const struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	int64_t now = link_now(w);
	char many[FORMAT_TEXT];
	size_t told = 0;

	for (size_t i = 0; i < k->n_edges && told < 2; i++) {
		const struct edge *e = &m->edge[k->edge[i]];
		const char *from = m->agent[e->from].name, *to = m->agent[e->to].name;
		char age[FORMAT_TEXT], bad[ROW_TEXT];

		if (k->weight[i] < WATCH_BROKEN)
			break;
		format_span(now - e->trouble_since, age);
		say(v, GRAVE_CRITICAL, "%s>%s broken for %s, %s: %.60s", from, to, age,
			row_broken(e, now, bad), row_why_broken(e, now));
		shorter(v, "%s>%s broken for %s", from, to, age);
		told++;
	}
	if (k->broken > told)
		say(v, GRAVE_CRITICAL, "%s broken",
			format_many(k->broken - told, "more edge", many));
}

static void say_breaks(struct verdict *v, const struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	char many[FORMAT_TEXT], time[FORMAT_TEXT], more[FORMAT_TEXT] = "";
	const char *contract = "their contract", *from, *to;
	const struct edge *e;
	uint64_t n;

	if (k->breaking == 0)
		return;
	e = &m->edge[k->most_breaking];
	n = edge_breaks(e, link_now(w));
	if (n == 0)
		return; /* it has ended since the last look */
	from = m->agent[e->from].name;
	to = m->agent[e->to].name;
	if (e->broken < m->contracts.count)
		contract = m->contracts.entry[e->broken].contract->id;
	if (k->breaking > 1)
		snprintf(more, sizeof(more), ", and %u more edge%s", k->breaking - 1,
			k->breaking == 2 ? "" : "s");
	format_count(n, many);
	say(v, GRAVE_WARNING, "%s>%s: %s handoffs break %.80s since %s%s", from, to, many,
		contract, format_time(w, e->breaks_since, time), more);
	shorter(v, "%s>%s: %s break %.80s", from, to, many, contract);
	first_of(v, DRIFT_BREACHES);
	v->said[v->n - 1].sums = true;
	snprintf(v->said[v->n - 1].least, sizeof(v->said[0].least),
		"%.24s>%.24s: %.20s break", from, to, many);
}

static void say_dead(struct verdict *v, const struct watch *k, const struct world *w)
{
	char many[FORMAT_TEXT], growth[FORMAT_TEXT];

	if (k->growth > 0)
		say(v, GRAVE_WARNING, "%s, %s in 10m",
			format_many(mesh_dead(w->mesh), "dead letter", many),
			format_growth(k->growth, growth));
}

static void say_denied(struct verdict *v, const struct watch *k, const struct world *w)
{
	char said[200];

	if (watch_denied(k, w, said))
		say(v, GRAVE_WARNING, "%s", said);
}

static void say_low(struct verdict *v, const struct watch *k, const struct world *w)
{
	const struct mesh *m = w->mesh;
	char low[ROW_TEXT], many[FORMAT_TEXT];

	for (size_t i = 0; i < k->n_edges; i++) {
		const struct edge *e = &m->edge[k->edge[i]];

		if (k->weight[i] >= WATCH_BROKEN || !edge_shown_low(e, link_now(w)))
			continue;
		say(v, GRAVE_WARNING, "%s>%s LOW: %s", m->agent[e->from].name,
			m->agent[e->to].name, row_low(m, e, false, low));
		shorter(v, "%s>%s LOW: %s", m->agent[e->from].name, m->agent[e->to].name,
			row_low(m, e, true, low));
		if (k->low > 1)
			say(v, GRAVE_WARNING, "%s of low confidence",
				format_many(k->low - 1, "more edge", many));
		return;
	}
}

static void say_drift(struct verdict *v, const struct watch *k, const struct world *w)
{
	(void)w;
	if (k->breached > 0 && k->breaking == 0) { /* of a wave is told */
		say(v, GRAVE_WARNING, "%s", k->breach_words);
		shorter(v, "%s", k->breach_of);
		first_of(v, DRIFT_BREACHES);
	}
	if (k->drifting > 0) {
		say(v, GRAVE_WARNING, "drift: %s", k->drift_words);
		shorter(v, "registry drift %u", k->drifting);
		first_of(v, DRIFT_VERSIONS);
	}
	if (k->circling > 0) {
		say(v, GRAVE_WARNING, "loop: %s", k->circle_words);
		shorter(v, "%u loop%s", k->circling, k->circling == 1 ? "" : "s");
		first_of(v, DRIFT_CIRCLES);
	}
}

static void say_unoffered(struct verdict *v, const struct watch *k, const struct world *w)
{
	char many[FORMAT_TEXT], more[FORMAT_TEXT] = "";

	(void)w;
	if (k->unoffered == 0)
		return;
	if (k->unoffered_handoffs > 1)
		snprintf(more, sizeof(more), " and %u more", k->unoffered_handoffs - 1);
	format_many(k->unoffered, "event", many);
	say(v, GRAVE_WARNING, "%s about handoffs that nobody offered: %s%s", many,
		k->unoffered_words, more);
	shorter(v, "%s, nobody offered", many);
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
			format_span(link_now(w) - a->heard, age));
	else
		say(v, GRAVE_WARNING, "%u agents silent: %s and %u other%s", k->silent,
			a->name, k->silent - 1, k->silent == 2 ? "" : "s");
}

static void say_waiting(struct verdict *v, const struct watch *k, const struct world *w)
{
	size_t n = mesh_waiting(w->mesh);
	char count[FORMAT_TEXT], left[FORMAT_TEXT], up[40] = "";
	uint32_t escalated = w->mesh->states[STATE_ESCALATED];
	struct order_item first;
	int64_t due;

	(void)k;
	if (n == 0)
		return;
	if (escalated > 0)
		snprintf(up, sizeof(up), ", %u escalated", escalated);
	order_at(&w->mesh->review, 0, &first);
	due = handoff_due(handoff_at(w->mesh, first.id));
	if (due > w->now)
		say(v, GRAVE_NONE, "%s wait%s for you%s, the next deadline in %s",
			format_count(n, count), n == 1 ? "s" : "", up,
			format_left(due - w->now, left));
	else
		say(v, GRAVE_NONE, "%s wait%s for you%s", format_count(n, count),
			n == 1 ? "s" : "", up);
}

/* --- the order ---------------------------------------------------------------- */

/*
 * By what hurts most if it is read a minute later. What stands in line 1 or in
 * the tabs as well (the badge, `lost`, "+?") can wait for what stands nowhere
 * else, and a loss is news for half a minute only.
 */
static void (*const order[VERDICT_ROWS])(
	struct verdict *v, const struct watch *k, const struct world *w) = {
	/* nothing is taken, nothing fires, no decision stands */
	[VERDICT_JOURNAL] = say_journal,
	/* the last chance: 60 s */
	[VERDICT_SHIPS_NOW] = say_ships_now,
	/* what is shown is old */
	[VERDICT_LINK] = say_link,
	[VERDICT_SHIPPED] = say_shipped,
	/* what should call somebody does not */
	[VERDICT_UNTOLD] = say_untold,
	/* what is shown may be short */
	[VERDICT_NEW_LOSS] = say_new_loss,
	[VERDICT_BEHIND] = say_behind,
	/* the mesh, the costly first */
	[VERDICT_SHIPS_SOON] = say_ships_soon,
	[VERDICT_OVERDUE] = say_overdue,
	[VERDICT_BROKEN] = say_broken,
	[VERDICT_DEAD] = say_dead,
	[VERDICT_BREAKS] = say_breaks,
	[VERDICT_JOURNAL_NOTE] = say_journal_note,
	[VERDICT_DENIED] = say_denied,
	[VERDICT_LOW] = say_low,
	[VERDICT_DRIFT] = say_drift,
	[VERDICT_UNOFFERED] = say_unoffered,
	[VERDICT_SILENT] = say_silent,
	/* no alarm */
	[VERDICT_MUTED] = say_muted,
	[VERDICT_WAITING] = say_waiting,
	[VERDICT_OLD_LOSS] = say_old_loss,
	[VERDICT_BAD_LINES] = say_bad_lines,
};

/* Before the mesh is known. */
static void say_loading(struct verdict *v, const struct world *w)
{
	const struct link_view *l = &w->link;
	char age[FORMAT_TEXT], n[FORMAT_TEXT], many[FORMAT_TEXT];

	if (l->state == LINK_CONNECTING && l->refused)
		say(v, -1, "!! NO ACCESS to this hub; below is why. It is tried again.");
	else if (l->state == LINK_CONNECTING)
		say(v, -1,
			".. no data yet: connecting %s. An empty screen is no good news.",
			format_age(l->age, age));
	else
		say(v, -1, ".. reading what has happened: %s of %s. Not complete.",
			format_count(l->synced, n),
			format_many(l->to_sync, "event", many));
	say_journal(v, NULL, w);
	say_journal_note(v, NULL, w);
}

static void say_ok(struct verdict *v, const struct watch *k, const struct world *w)
{
	size_t dead = mesh_dead(w->mesh);
	char many[FORMAT_TEXT], edges[FORMAT_TEXT], agents[FORMAT_TEXT];
	char heard[FORMAT_TEXT * 2] = "No agent heard yet", well[FORMAT_TEXT * 2];
	char what[FORMAT_TEXT * 2] = "No dead letters";

	if (dead > 0)
		snprintf(what, sizeof(what), "%s, not growing",
			format_many(dead, "dead letter", many));
	if (w->mesh->edges > 0)
		snprintf(well, sizeof(well),
			k->losing > 0 ? "%s well, %u not" : "%s well",
			format_many(k->well, "edge", edges), k->losing);
	else
		snprintf(well, sizeof(well), "No handoff yet");
	if (w->mesh->agents > 0)
		snprintf(heard, sizeof(heard), "%u of %s heard", k->heard,
			format_many(w->mesh->agents, "agent", agents));
	/* "ok" is a judgement of now: what a recording shows is over */
	say(v, -1, "%snothing %s for you. %s. %s. %s.", w->replay != NULL ? "" : "ok  ",
		w->replay != NULL ? "waited" : "waits", what, well, heard);
	shorter(v, "%snothing %s. %s. %s. %s.", w->replay != NULL ? "" : "ok  ",
		w->replay != NULL ? "waited" : "waits", what, well, heard);
	v->ok = true;
}

void verdict_find(struct verdict *v, const struct watch *k, const struct world *w)
{
	v->n = 0;
	v->ok = false;
	if (link_loading(w)) {
		say_loading(v, w);
		return;
	}
	for (size_t i = 0; i < VERDICT_ROWS; i++)
		order[i](v, k, w);
	/* what is muted does not make it worse */
	if (v->n == (mesh_mutes(w->mesh, w->now) > 0))
		say_ok(v, k, w);
}
