/* SPDX-License-Identifier: MIT */
#include "app/replay.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/marks.h"
#include "app/place.h"
#include "base/clock.h"
#include "base/mem.h"
#include "bus/recording.h"
#include "mesh/foresee.h"

#define SLICES 256
#define LEAP (10 * SECOND)
#define FASTEST 1024.0
#define AHEAD 4
#define TURN_EVENTS 20000 /* folded at once while playing */

struct replay {
	struct recording *recording;
	struct mesh *mesh;
	struct json doc;
	struct str name;
	size_t at;          /* lines folded */
	int64_t *time;      /* of each line: the highest recorded time up to it */
	uint64_t *sequence; /* of each line, 0 where it is no event */
	uint8_t *trouble;   /* whether each line is one */
	double rate[SLICES], troubles[SLICES];
	struct marks marks;
	int64_t marked; /* the last one that was set */
	const char **agent, **edge_from, **edge_to;
	uint64_t *edge_offered;
	size_t edges;
	struct mesh *whole; /* all of it, for names and weights */
	uint64_t bad_lines;
	int64_t cursor; /* the recording's time, between two events */
	int64_t ticked; /* when it was last let pass */
	double speed;
	bool playing;
	struct replay_view view;
	struct log_line next[AHEAD]; /* what comes behind line `next_of` - 1 */
	size_t nexts, next_of;       /* next_of: 0 while they were not read */
};

static bool is_trouble(const struct event *e)
{
	static const uint64_t kinds = UINT64_C(1) << EV_REFUSED |
		UINT64_C(1) << EV_FAILED | UINT64_C(1) << EV_DEAD_LETTERED |
		UINT64_C(1) << EV_HELD | UINT64_C(1) << EV_FALLBACK |
		UINT64_C(1) << EV_GAP | UINT64_C(1) << EV_QUARANTINED;

	return kinds >> e->type & 1;
}

/* The first reading: times, places, troubles and all edges. */
static void survey(struct replay *r)
{
	size_t n = r->recording->lines;
	int64_t now = 0, first = 0;

	r->time = xcalloc(n + 1, sizeof(*r->time));
	r->sequence = xcalloc(n + 1, sizeof(*r->sequence));
	r->trouble = xcalloc(n + 1, sizeof(*r->trouble));
	r->whole = mesh_new();
	for (size_t i = 0; i < n; i++) {
		struct event e;

		if (!recording_event(r->recording, i, &r->doc, &e, NULL)) {
			r->bad_lines++;
		} else {
			mesh_append(r->whole, &e);
			r->sequence[i] = r->whole->hubsequence;
			r->trouble[i] = is_trouble(&e);
			now = r->whole->now;
			first = first == 0 ? now : first;
		}
		r->time[i] = now;
	}
	/* before the first event there is no time: it begins with it */
	for (size_t i = 0; i < n && r->time[i] == 0; i++)
		r->time[i] = first;
}

static void count_slices(struct replay *r)
{
	size_t n = r->recording->lines;
	int64_t first = n > 0 ? r->time[0] : 0, last = n > 0 ? r->time[n - 1] : 0;
	double span = (double)(last - first + 1);

	for (size_t i = 0; i < n; i++) {
		size_t s = (size_t)((double)(r->time[i] - first) / span * SLICES);

		s = s < SLICES ? s : SLICES - 1;
		r->rate[s] += 1;
		r->troubles[s] += r->trouble[i];
	}
}

static void name_all(struct replay *r)
{
	const struct mesh *m = r->whole;

	r->agent = xcalloc(m->agents + 1, sizeof(*r->agent));
	for (uint32_t i = 0; i < m->agents; i++)
		r->agent[i] = m->agent[i].name;
	r->edges = m->edges;
	r->edge_from = xcalloc(m->edges + 1, sizeof(*r->edge_from));
	r->edge_to = xcalloc(m->edges + 1, sizeof(*r->edge_to));
	r->edge_offered = xcalloc(m->edges + 1, sizeof(*r->edge_offered));
	for (uint32_t i = 0; i < m->edges; i++) {
		r->edge_from[i] = m->agent[m->edge[i].from].name;
		r->edge_to[i] = m->agent[m->edge[i].to].name;
		r->edge_offered[i] = m->edge[i].offered;
	}
}

static struct str base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return str_of(slash != NULL ? slash + 1 : path);
}

/* Folds up to and with line `to` - 1; back means from the beginning. */
static void seek(struct replay *r, size_t to)
{
	if (to > r->recording->lines)
		to = r->recording->lines;
	if (to < r->at) {
		mesh_free(r->mesh);
		r->mesh = mesh_new();
		r->at = 0;
	}
	for (; r->at < to; r->at++) {
		struct event e;

		if (recording_event(r->recording, r->at, &r->doc, &e, NULL))
			mesh_append(r->mesh, &e);
	}
	r->cursor = r->at > 0 ? r->time[r->at - 1] : r->time[0];
}

struct replay *replay_open(const char *path, struct err *e)
{
	struct recording *file = recording_open(path, e);
	struct replay *r;

	if (file == NULL)
		return NULL;
	if (!recording_has_event(file, path, e)) {
		recording_close(file);
		return NULL;
	}
	r = xcalloc(1, sizeof(*r));
	r->recording = file;
	r->name = base_name(path);
	marks_open(&r->marks, path);
	r->mesh = mesh_new();
	r->speed = 1;
	survey(r);
	count_slices(r);
	name_all(r);
	seek(r, 1);
	return r;
}

void replay_oddities(const struct replay *r, char out[160])
{
	const struct recording *file = r->recording;
	struct buf said = { 0 };

	if (file->cut)
		buf_str(&said, ", is cut short");
	if (r->bad_lines > 0)
		buf_fmt(&said, ", has %llu line%s that %s no event",
			(unsigned long long)r->bad_lines, r->bad_lines == 1 ? "" : "s",
			r->bad_lines == 1 ? "is" : "are");
	if (file->doubled > 0)
		buf_fmt(&said, ", has %zu line%s twice", file->doubled,
			file->doubled == 1 ? "" : "s");
	if (file->sorted)
		buf_str(&said, ", was not in hub order");
	out[0] = '\0';
	if (said.len > 0)
		snprintf(out, 160, "%.60s%s", r->name.p, said.data + 1);
	buf_fini(&said);
}

void replay_show_end(struct replay *r, const char *name)
{
	r->name = str_of(name);
	seek(r, r->recording->lines);
}

void replay_close(struct replay *r)
{
	if (r == NULL)
		return;
	recording_close(r->recording);
	mesh_free(r->mesh);
	mesh_free(r->whole);
	json_fini(&r->doc);
	free(r->time);
	free(r->sequence);
	free(r->trouble);
	marks_fini(&r->marks);
	free(r->agent);
	free(r->edge_from);
	free(r->edge_to);
	free(r->edge_offered);
	free(r);
}

/* How many lines are not later than `time`. */
static size_t lines_until(const struct replay *r, int64_t time)
{
	size_t lo = 0, hi = r->recording->lines;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (r->time[mid] <= time)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

bool replay_tick(struct replay *r, int64_t tick)
{
	int64_t passed = tick - r->ticked;
	size_t before = r->at, to;
	int64_t cursor;

	r->ticked = tick;
	if (!r->playing)
		return false;
	cursor = r->cursor + (int64_t)((double)passed * r->speed);
	to = lines_until(r, cursor);
	if (to > r->at + TURN_EVENTS) {
		to = r->at + TURN_EVENTS;
		cursor = r->time[to - 1];
	}
	if (to > r->at)
		seek(r, to);
	r->cursor = cursor;
	if (r->at == r->recording->lines)
		r->playing = false;
	return r->at != before || !r->playing;
}

int64_t replay_patience(const struct replay *r, int64_t tick)
{
	double wait;

	(void)tick;
	if (!r->playing || r->at == r->recording->lines)
		return -1;
	wait = (double)(r->time[r->at] - r->cursor) / r->speed;
	return wait < 0 ? 0 : (int64_t)wait;
}

/* --- what keys ask for ----------------------------------------------------- */

static void leap(struct replay *r, int64_t by)
{
	int64_t first = r->time[0], last = r->time[r->recording->lines - 1];
	int64_t to = r->cursor + by;

	to = to < first ? first : to > last ? last : to;
	seek(r, lines_until(r, to));
	r->cursor = to;
}

/* "1": a second; "mark": ten, or as far as the mark that lies nearer; else ten. */
static void leap_as(struct replay *r, int way, struct str arg)
{
	int64_t by = str_is(arg, "1") ? SECOND : LEAP;
	const struct marks *m = &r->marks;
	size_t i = marks_at(m, r->cursor);

	if (str_is(arg, "mark") && way > 0 && i < m->n && m->time[i] == r->cursor)
		i++;
	if (str_is(arg, "mark") && way > 0 && i < m->n && m->time[i] - r->cursor < by)
		by = m->time[i] - r->cursor;
	if (str_is(arg, "mark") && way < 0 && i > 0 && r->cursor - m->time[i - 1] < by)
		by = r->cursor - m->time[i - 1];
	leap(r, way * by);
}

static bool is_mark(const struct replay *r, int64_t time)
{
	return marks_has(&r->marks, time);
}

/* "refused billing>ledger h-9a10: version": what is at that line, folded already. */
static void tell_line(struct replay *r, size_t i, char message[160])
{
	struct buf b = { 0 };
	const struct handoff *h;
	struct event e;

	if (is_mark(r, r->time[i]) && !r->trouble[i])
		buf_fmt(&b, "a mark  %s", r->marks.note[marks_at(&r->marks, r->time[i])]);
	else if (recording_event(r->recording, i, &r->doc, &e, NULL)) {
		struct str why = e.reason.n > 0 ? e.reason
			: e.cause.n > 0         ? e.cause
						: e.action_name;

		h = handoff_at(r->mesh, mesh_find_handoff(r->mesh, e.handoff));
		buf_str(&b, event_kinds[e.type].word);
		if (h != NULL)
			buf_fmt(&b, " %s>%s", handoff_from(r->mesh, h),
				handoff_to(r->mesh, h));
		if (e.handoff.n > 0)
			buf_fmt(&b, " %.*s", STR_ARG(e.handoff));
		if (why.n > 0)
			buf_fmt(&b, ": %.*s", STR_ARG(why));
	}
	snprintf(message, 160, "%s", b.len > 0 ? b.data : "");
	buf_fini(&b);
}

/* The next line, or the one before, that is a trouble or bears a mark. */
static void point(struct replay *r, int step, char message[160])
{
	size_t n = r->recording->lines, i = r->at > 0 ? r->at - 1 : 0;

	for (;;) {
		if ((step < 0 && i == 0) || (step > 0 && i + 1 >= n)) {
			snprintf(message, 160, "no mark or trouble %s this",
				step > 0 ? "after" : "before");
			return;
		}
		i += (size_t)step;
		if (r->trouble[i] || is_mark(r, r->time[i])) {
			seek(r, i + 1);
			tell_line(r, i, message);
			return;
		}
	}
}

static void keep_marks(const struct replay *r, const char *done, char message[160])
{
	struct err e = { "" };

	if (marks_save(&r->marks, &e))
		snprintf(message, 160, "%s: kept in %.100s.marks", done, r->name.p);
	else
		snprintf(message, 160, "%s, until you leave: %.100s", done, e.text);
}

/*
 * "": here. " TEXT": here, with a note. "=TEXT": the note of the one that was set last.
 * "~TIME": no more.
 */
static void set_mark(struct replay *r, struct str arg, char message[160])
{
	int64_t time = arg.n > 0 && arg.p[0] == '=' ? r->marked : r->cursor;
	struct str note = arg.n > 0 ? str_skip(arg, 1) : (struct str){ 0 };

	if (arg.n > 0 && arg.p[0] == '~') {
		if (!time_parse(note, &time) || !is_mark(r, time))
			return;
		marks_forget(&r->marks, time);
		keep_marks(r, "the mark is gone", message);
		return;
	}
	r->marked = time;
	if (arg.n == 0 && is_mark(r, time))
		return;
	if (!marks_set(&r->marks, time, note))
		snprintf(message, 160, "%d marks are set: :marks, d drops one",
			MARKS_MOST);
	else
		keep_marks(r, note.n > 0 ? "noted" : "marked", message);
}

static void go_to(struct replay *r, struct str arg, char message[160])
{
	size_t n = r->recording->lines;
	char span[PLACE_SPAN];
	struct place p;
	int64_t away;

	if (place_read_away(arg, &away)) {
		leap(r, away);
	} else if (!place_read(arg, r->cursor, &p)) {
		snprintf(message, 160, "goto takes -5m, +30s, " PLACE_FORMS);
	} else if (p.number > n) {
		snprintf(message, 160, "the recording has %zu events", n);
	} else if (p.number == 0 && !place_within(p.time, r->time[0], r->time[n - 1])) {
		place_span(r->time[0], r->time[n - 1], span);
		snprintf(message, 160, "%s", span);
	} else if (p.number > 0) {
		seek(r, p.number);
	} else {
		size_t to = lines_until(r, p.time);

		seek(r, to > 0 ? to : 1);
		r->cursor = p.time < r->time[0] ? r->time[0] : r->cursor;
	}
}

bool replay_speed(struct replay *r, double speed)
{
	if (!(speed >= 1 / FASTEST && speed <= FASTEST))
		return false;
	r->speed = speed;
	return true;
}

static void play(struct replay *r)
{
	r->playing = !r->playing;
	if (r->playing && r->at == r->recording->lines)
		seek(r, 1);
}

void replay_act(
	struct replay *r, enum action a, struct str arg, int64_t tick, char message[160])
{
	message[0] = '\0';
	r->ticked = tick;
	if (a == ACTION_STEP || a == ACTION_STEP_BACK)
		r->playing = false;
	switch (a) {
	case ACTION_PLAY:
		play(r);
		break;
	case ACTION_STEP:
		seek(r, r->at + 1);
		break;
	case ACTION_STEP_BACK:
		seek(r, r->at > 1 ? r->at - 1 : 1);
		break;
	case ACTION_FORWARD:
		leap_as(r, 1, arg);
		break;
	case ACTION_BACKWARD:
		leap_as(r, -1, arg);
		break;
	case ACTION_NEXT_POINT:
		point(r, 1, message);
		break;
	case ACTION_PREV_POINT:
		point(r, -1, message);
		break;
	case ACTION_FASTER:
		replay_speed(r, r->speed * 2);
		break;
	case ACTION_SLOWER:
		replay_speed(r, r->speed / 2);
		break;
	case ACTION_NORMAL:
		r->speed = 1;
		break;
	case ACTION_GOTO:
		go_to(r, arg, message);
		break;
	case ACTION_SET_MARK:
		set_mark(r, arg, message);
		break;
	default:
		break;
	}
}

/* --- the world ------------------------------------------------------------- */

static bool event_bytes(void *arg, uint64_t hubsequence, struct buf *out)
{
	struct replay *r = arg;
	size_t lo = 0, hi = r->recording->lines;

	/* lines that are no event have 0 and stand between: they are walked over */
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2, i = mid;

		while (i > lo && r->sequence[i] == 0)
			i--;
		if (r->sequence[i] == hubsequence) {
			buf_slice(out, recording_text(r->recording, i));
			return true;
		}
		if (r->sequence[i] < hubsequence)
			lo = mid + 1;
		else
			hi = i;
	}
	return false;
}

/* What comes next is read where the recording stands, once. */
static void look_ahead(struct replay *r)
{
	if (r->next_of == r->at)
		return;
	r->next_of = r->at;
	r->nexts = 0;
	for (size_t i = r->at; i < r->recording->lines && r->nexts < AHEAD; i++) {
		struct event e;

		if (r->sequence[i] != 0 &&
			recording_event(r->recording, i, &r->doc, &e, NULL))
			log_foresee(r->whole, &e, &r->next[r->nexts++]);
	}
}

void replay_world(struct replay *r, struct world *w)
{
	size_t n = r->recording->lines;

	look_ahead(r);
	r->view = (struct replay_view){
		.name = r->name.p,
		.at = r->at,
		.events = n,
		.first = r->time[0],
		.last = r->time[n - 1],
		.speed = r->speed,
		.playing = r->playing,
		.rate = r->rate,
		.trouble = r->troubles,
		.slices = SLICES,
		.bad_lines = r->bad_lines,
		.cut = r->recording->cut,
		.mark = r->marks.time,
		.mark_note = (const char *const *)r->marks.note,
		.marks = r->marks.n,
		.agent = r->agent,
		.agents = r->whole->agents,
		.edge_from = r->edge_from,
		.edge_to = r->edge_to,
		.edge_offered = r->edge_offered,
		.edges = r->edges,
		.next = r->next,
		.nexts = r->nexts,
		.whole = r->whole,
	};
	w->mesh = r->mesh;
	w->now = r->cursor > r->mesh->now ? r->cursor : r->mesh->now;
	w->name = r->name.p;
	w->clock_rate = r->speed;
	w->read_only = true;
	w->link.state = LINK_REPLAY;
	w->link.as_of = r->mesh->now;
	w->replay = &r->view;
	w->event = event_bytes;
	w->event_arg = r;
}
