/* SPDX-License-Identifier: MIT */
/*
 * A recording on a stage for the shell: its events are folded up to a place,
 * and the world says what a script wants it to say. No clock, no terminal, no
 * hub: the same script gives the same cells. Included by one program only.
 */
#ifndef TESTS_SCREENS_STAGE_H
#define TESTS_SCREENS_STAGE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "bus/codec.h"
#include "bus/recording.h"
#include "mesh/foresee.h"
#include "mesh/mesh.h"
#include "views/live_view.h"
#include "views/shell.h"

#define STAGE_SLICES 120
#define STAGE_EDGES 1024
#define STAGE_ADDED 32 /* events beside the recording whose bytes can be asked for */

struct stage_line {
	struct str text;
	int64_t time;
	bool trouble;
};

struct stage {
	char *file; /* the whole recording; the lines point into it */
	struct stage_line *line;
	size_t lines, cap;
	size_t at; /* lines that are folded */
	struct mesh *mesh;
	struct mesh *whole; /* all of it, for names and weights */
	struct shell *shell;
	struct surface surface;
	struct world world;
	struct buf added[STAGE_ADDED];
	uint64_t first_added; /* hubsequence of the first of them */
	int64_t ahead;        /* of the mesh's time */
	bool no_bytes;        /* the journal answers nothing */
	unsigned names;       /* of decisions, so far */
	struct replay_view replay;
	struct log_line next[4];
	struct { /* the live mesh behind the recording */
		struct shell *shell;
		struct mesh *mesh;
		size_t at;
		struct world world;
		struct live_view live;
	} behind;
	double rate[STAGE_SLICES], trouble[STAGE_SLICES];
	const char *agent[STAGE_EDGES], *edge_from[STAGE_EDGES], *edge_to[STAGE_EDGES];
	uint64_t edge_offered[STAGE_EDGES];
	int64_t mark[8];
	char note[8][80]; /* of marks */
	const char *mark_note[8];
};

/* A compressed one, as `seam replay` reads it. */
static char *stage_read_packed(const char *path, size_t *n)
{
	struct err e;
	struct recording *r = recording_open(path, &e);
	struct buf b = { 0 };

	if (r == NULL)
		return NULL;
	buf_add(&b, r->text, r->size);
	*n = b.len;
	buf_room(&b, 1)[0] = '\0';
	recording_close(r);
	return buf_steal(&b);
}

static char *stage_read_file(const char *path, size_t *n)
{
	FILE *f = fopen(path, "rb");
	struct buf b = { 0 };
	size_t got;

	if (f == NULL)
		return NULL;
	if (strlen(path) > 4 && strcmp(path + strlen(path) - 4, ".zst") == 0) {
		fclose(f);
		return stage_read_packed(path, n);
	}
	do {
		got = fread(buf_room(&b, 65536), 1, 65536, f);
		b.len += got;
	} while (got > 0);
	fclose(f);
	buf_room(&b, 1)[0] = '\0';
	*n = b.len;
	return buf_steal(&b);
}

static bool stage_is_trouble(enum event_type t)
{
	return t == EV_REFUSED || t == EV_FAILED || t == EV_DEAD_LETTERED ||
		t == EV_HELD || t == EV_FALLBACK;
}

static bool stage_index_line(struct stage *s, struct str text, struct json *doc)
{
	struct event e;

	if (!event_read(doc, text, text, FROM_RECORDING, &e, NULL, NULL))
		return false;
	xgrow(&s->line, &s->cap, s->lines + 1, sizeof(*s->line));
	s->line[s->lines++] =
		(struct stage_line){ text, e.recorded, stage_is_trouble(e.type) };
	mesh_apply(s->whole, &e);
	return true;
}

static void stage_name_all(struct stage *s)
{
	const struct mesh *m = s->whole;

	for (; s->replay.agents < m->agents && s->replay.agents < STAGE_EDGES;
		s->replay.agents++)
		s->agent[s->replay.agents] = m->agent[s->replay.agents].name;
	for (; s->replay.edges < m->edges && s->replay.edges < STAGE_EDGES;
		s->replay.edges++) {
		const struct edge *e = &m->edge[s->replay.edges];

		s->edge_from[s->replay.edges] = m->agent[e->from].name;
		s->edge_to[s->replay.edges] = m->agent[e->to].name;
		s->edge_offered[s->replay.edges] = e->offered;
	}
}

static void stage_count_slices(struct stage *s)
{
	struct replay_view *r = &s->replay;
	int64_t span;

	if (s->lines == 0)
		return;
	r->first = s->line[0].time;
	r->last = s->line[s->lines - 1].time;
	span = r->last - r->first + 1;
	for (size_t i = 0; i < s->lines; i++) {
		int64_t k = (s->line[i].time - r->first) * STAGE_SLICES / span;

		if (k < 0 || k >= STAGE_SLICES)
			continue; /* a clock that went back */
		s->rate[k]++;
		s->trouble[k] += s->line[i].trouble;
	}
}

/* Reads the recording; nothing is folded yet. */
static bool stage_open(struct stage *s, const char *path)
{
	struct json doc = { 0 };
	size_t n;
	char *p, *end;

	s->file = stage_read_file(path, &n);
	if (s->file == NULL)
		return false;
	for (p = s->file; p < s->file + n; p = end + 1) {
		end = memchr(p, '\n', n - (size_t)(p - s->file));
		if (end == NULL)
			end = s->file + n;
		if (end > p &&
			!stage_index_line(s, (struct str){ p, (size_t)(end - p) }, &doc))
			s->replay.bad_lines++;
	}
	json_fini(&doc);
	stage_name_all(s);
	stage_count_slices(s);
	s->replay.events = s->lines;
	return true;
}

static bool stage_event(void *arg, uint64_t hubsequence, struct buf *out)
{
	const struct stage *s = arg;

	if (s->no_bytes || hubsequence == 0)
		return false;
	if (s->first_added != 0 && hubsequence >= s->first_added &&
		hubsequence - s->first_added < STAGE_ADDED) {
		buf_slice(out, buf_view(&s->added[hubsequence - s->first_added]));
		return true;
	}
	if (hubsequence > s->lines)
		return false;
	buf_slice(out, s->line[hubsequence - 1].text);
	return true;
}

static void stage_set_time(struct stage *s)
{
	s->world.now = s->mesh->now + s->ahead;
	s->replay.at = s->at;
}

/* What comes next, as app/replay.c has it. */
static void stage_look_ahead(struct stage *s, struct json *doc)
{
	struct event e;

	s->replay.next = s->next;
	s->replay.nexts = 0;
	s->replay.whole = s->whole;
	for (size_t i = s->at; i < s->lines && s->replay.nexts < 4; i++) {
		if (event_read(doc, s->line[i].text, s->line[i].text, FROM_RECORDING, &e,
			    NULL, NULL))
			log_foresee(s->whole, &e, &s->next[s->replay.nexts++]);
	}
}

/* Folds up to `n` lines in all; never goes back. */
static void stage_fold(struct stage *s, size_t n)
{
	struct json doc = { 0 };
	struct event e;

	for (; s->at < n && s->at < s->lines; s->at++)
		if (event_read(&doc, s->line[s->at].text, s->line[s->at].text,
			    FROM_RECORDING, &e, NULL, NULL))
			mesh_apply(s->mesh, &e);
	stage_look_ahead(s, &doc);
	json_fini(&doc);
	stage_set_time(s);
}

/* How many events stand at or before `time`. */
static size_t stage_events_until(const struct stage *s, int64_t time)
{
	size_t n = 0;

	while (n < s->lines && s->line[n].time <= time)
		n++;
	return n;
}

/* One more event, now; false if it is none. */
static bool stage_add(
	struct stage *s, struct str source, struct str type, struct str data)
{
	char time[TIME_TEXT], number[21];
	struct json doc = { 0 };
	struct buf line = { 0 };
	struct event e;
	bool ok;

	time_format(s->world.now, time);
	sequence_text(s->mesh->hubsequence + 1, number);
	buf_fmt(&line,
		"{\"specversion\":\"1.0\",\"id\":\"h-%llu\",\"source\":\"%.*s\",\"type\":"
		"\"seam.%.*s\",\"recordedtime\":\"%s\",\"hubsequence\":\"%s\",\"data\":",
		(unsigned long long)s->mesh->hubsequence + 1, STR_ARG(source),
		STR_ARG(type), time, number);
	buf_slice(&line, data);
	buf_char(&line, '}');
	ok = event_read(
		&doc, buf_view(&line), buf_view(&line), FROM_RECORDING, &e, NULL, NULL);
	if (ok)
		mesh_apply(s->mesh, &e);
	if (ok && s->first_added == 0)
		s->first_added = s->mesh->hubsequence;
	if (ok && s->mesh->hubsequence - s->first_added < STAGE_ADDED)
		buf_slice(&s->added[s->mesh->hubsequence - s->first_added],
			buf_view(&line));
	s->ahead = 0;
	stage_set_time(s);
	json_fini(&doc);
	buf_fini(&line);
	return ok;
}

static void stage_name(void *arg, char out[33])
{
	struct stage *s = arg;

	snprintf(out, 33, "d-%u", ++s->names);
}

static void stage_draw(struct stage *s)
{
	if (s->behind.shell != NULL)
		shell_live_look(s->behind.shell, &s->behind.world, &s->behind.live);
	shell_tick(s->shell, &s->world);
	shell_draw(s->shell, &s->world, &s->surface);
}

/* Time passes: in steps of a second at most, each of them drawn. */
static void stage_wait(struct stage *s, int64_t usec)
{
	while (usec > 0) {
		int64_t step = usec < SECOND ? usec : SECOND;

		s->ahead += step;
		s->world.tick += step;
		stage_set_time(s);
		stage_draw(s);
		usec -= step;
	}
}

static void stage_init(struct stage *s)
{
	memset(s, 0, sizeof(*s));
	s->mesh = mesh_new();
	s->whole = mesh_new();
	s->shell = shell_new();
	shell_names(s->shell, stage_name, s);
	surface_init(&s->surface, 24, 80);
	s->world = (struct world){
		.mesh = s->mesh,
		.tick = 1000 * SECOND,
		.clock_rate = 1,
		.rate = 8.12,
		.name = "prod-eu-1",
		.operator_name = "mira",
		.link = { .state = LINK_LIVE, .age = 400000 },
		.event = stage_event,
		.event_arg = s,
	};
	s->replay = (struct replay_view){
		.name = "night.jsonl",
		.speed = 1,
		.rate = s->rate,
		.trouble = s->trouble,
		.slices = STAGE_SLICES,
		.mark = s->mark,
		.mark_note = s->mark_note,
		.agent = s->agent,
		.edge_from = s->edge_from,
		.edge_to = s->edge_to,
		.edge_offered = s->edge_offered,
	};
}

/* A live mesh behind the recording: what it has until `time`. */
static void stage_live(struct stage *s, int64_t time)
{
	struct json doc = { 0 };
	struct event e;
	size_t n = stage_events_until(s, time);

	if (s->behind.shell == NULL) {
		s->behind.shell = shell_new();
		s->behind.mesh = mesh_new();
	}
	for (; s->behind.at < n; s->behind.at++) {
		struct str text = s->line[s->behind.at].text;

		if (event_read(&doc, text, text, FROM_RECORDING, &e, NULL, NULL))
			mesh_apply(s->behind.mesh, &e);
	}
	json_fini(&doc);
	s->behind.world = s->world;
	s->behind.world.mesh = s->behind.mesh;
	s->behind.world.now = time;
	s->behind.world.read_only = false;
	s->behind.world.replay = NULL;
	s->behind.world.live = NULL;
	s->behind.world.link = (struct link_view){ .state = LINK_LIVE, .age = 400000 };
	s->world.live = &s->behind.live;
}

static void stage_fini(struct stage *s)
{
	if (s->behind.shell != NULL)
		shell_free(s->behind.shell);
	mesh_free(s->behind.mesh);
	shell_free(s->shell);
	mesh_free(s->mesh);
	surface_fini(&s->surface);
	mesh_free(s->whole);
	for (size_t i = 0; i < STAGE_ADDED; i++)
		buf_fini(&s->added[i]);
	free(s->line);
	free(s->file);
}

#endif
