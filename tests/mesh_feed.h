/* SPDX-License-Identifier: MIT */
/*
 * A mesh fed with events in a few words, for unit tests: each becomes JSON and
 * goes through the codec, as it would from a recording.
 */
#ifndef TESTS_MESH_FEED_H
#define TESTS_MESH_FEED_H

#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "bus/codec.h"
#include "mesh/mesh.h"

#define FEED_START (INT64_C(1795392000) * SECOND)

struct feed {
	struct mesh *mesh;
	struct json doc;
	int64_t time;
	unsigned serial, attempt;
};

static inline void feed_init(struct feed *f)
{
	memset(f, 0, sizeof(*f));
	f->mesh = mesh_new();
	f->time = FEED_START;
	f->attempt = 1;
}

static inline void feed_fini(struct feed *f)
{
	mesh_free(f->mesh);
	json_fini(&f->doc);
}

/* `more` is what data has beside handoff and attempt; begins with a comma. */
static inline void feed_event(struct feed *f, const char *agent, const char *type,
	const char *handoff, const char *more)
{
	char line[1024], time[TIME_TEXT];
	struct event e;
	struct err err = { "" };
	struct str text;

	time_format(f->time, time);
	text.n = (size_t)snprintf(line, sizeof(line),
		"{\"specversion\":\"1.0\",\"id\":\"%u\",\"source\":\"agent:%s\",\"type\":"
		"\"seam.handoff.%s\",\"recordedtime\":\"%s\",\"data\":{\"handoff\":\"%s\","
		"\"attempt\":%u%s}}",
		++f->serial, agent, type, time, handoff, f->attempt, more);
	text.p = line;
	if (!event_read(&f->doc, text, text, FROM_RECORDING, &e, NULL, &err)) {
		fprintf(stderr, "%s: %s\n", line, err.text);
		abort();
	}
	mesh_apply(f->mesh, &e);
}

static inline void feed_offer(
	struct feed *f, const char *handoff, const char *from, const char *to)
{
	char more[300];

	snprintf(more, sizeof(more),
		",\"from\":\"%s\",\"to\":\"%s\",\"artifact\":{\"confidence\":0.9}", from,
		to);
	feed_event(f, from, "offered", handoff, more);
}

static inline void feed_refuse(struct feed *f, const char *handoff, const char *to)
{
	feed_event(f, to, "refused", handoff,
		",\"reason\":\"version\",\"detail\":\"takes 3\"");
}

static inline void feed_kill(
	struct feed *f, const char *handoff, const char *from, const char *reason)
{
	char more[300];

	snprintf(more, sizeof(more), ",\"reason\":\"%s\",\"detail\":\"no\"", reason);
	feed_event(f, from, "dead_lettered", handoff, more);
}

#endif
