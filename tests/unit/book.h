/* SPDX-License-Identifier: MIT */
/*
 * A journal that a test cuts as a hub with retention does, and the mesh that folds from
 * what is left of it. After every cut the two must be the same, and ever after.
 */
#ifndef TESTS_UNIT_BOOK_H
#define TESTS_UNIT_BOOK_H

#include <stdlib.h>

#include "base/mem.h"
#include "bus/codec.h"
#include "mesh/baseline.h"
#include "mesh/dump.h"

/* A journal: lines in order, NULL where one was deleted. */
struct book {
	char **line;
	uint64_t *place; /* hubsequence it was folded at */
	size_t n, cap, place_cap;
};

static struct json doc; /* for all events that are read */

static inline bool read_event(struct str text, struct event *e)
{
	return event_read(&doc, text, text, FROM_RECORDING, e, NULL, NULL);
}

static inline void fold_line(struct mesh *m, struct str text)
{
	struct event e;

	if (read_event(text, &e))
		mesh_append(m, &e);
}

static inline void write_down(struct book *b, struct mesh *m, struct str text)
{
	uint64_t before = m->hubsequence;

	fold_line(m, text);
	if (m->hubsequence == before)
		return;
	xgrow(&b->line, &b->cap, b->n + 1, sizeof(*b->line));
	xgrow(&b->place, &b->place_cap, b->n + 1, sizeof(*b->place));
	b->line[b->n] = xmemdup(text.p, text.n);
	b->place[b->n++] = m->hubsequence;
}

static inline void book_free(struct book *b)
{
	for (size_t i = 0; i < b->n; i++)
		free(b->line[i]);
	free(b->line);
	free(b->place);
}

/* What the hub deletes: docs/PROTOCOL.md, "Retention". */
static inline bool may_go(const struct mesh *m, struct str text)
{
	struct event e;

	if (!read_event(text, &e))
		return true;
	if (e.type == EV_CONTRACT_LOADED || e.type == EV_HOOK_SET || audit_has(&e))
		return false;
	if (event_kinds[e.type].handoff && e.handoff.n > 0)
		return mesh_find_handoff(m, e.handoff) == NONE &&
			!mesh_awaits_offer(m, e.handoff);
	return true;
}

/* The hub says something of its own. */
static inline void say(struct book *b, struct mesh *m, const char *type, struct str data)
{
	struct buf line = { 0 };
	char time[TIME_TEXT];
	uint64_t n = m->hubsequence + 1;

	time_format(m->now, time);
	buf_fmt(&line,
		"{\"specversion\":\"1.0\",\"id\":\"h-%llu\",\"source\":\"hub:test\","
		"\"type\":\"seam.%s\",\"recordedtime\":\"%s\","
		"\"hubsequence\":\"%020llu\",\"data\":",
		(unsigned long long)n, type, time, (unsigned long long)n);
	buf_slice(&line, data);
	buf_char(&line, '}');
	write_down(b, m, buf_view(&line));
	assert_int_equal(m->hubsequence, n);
	buf_fini(&line);
}

static inline void cut(struct book *b, struct mesh *m, uint64_t at)
{
	struct buf data = { 0 };

	baseline_write(&data, m, at);
	say(b, m, "baseline", buf_view(&data));
	assert_int_equal(m->horizon, at);
	for (size_t i = 0; i < b->n && b->place[i] <= at; i++) {
		if (b->line[i] != NULL && may_go(m, str_of(b->line[i]))) {
			free(b->line[i]);
			b->line[i] = NULL;
		}
	}
	buf_fini(&data);
}

/* The mesh from what is left; places are as they were. */
static inline struct mesh *fold_book(const struct book *b)
{
	struct mesh *m = mesh_new();

	for (size_t i = 0; i < b->n; i++) {
		struct event e;

		if (b->line[i] == NULL || !read_event(str_of(b->line[i]), &e))
			continue;
		e.hubsequence = b->place[i];
		mesh_append(m, &e);
	}
	return m;
}

static inline void put_line(void *user, struct str line)
{
	buf_slice(user, line);
}

static inline void same(struct mesh *all, const struct book *b, const char *path)
{
	struct mesh *left = fold_book(b);
	struct digest x = mesh_digest(all), y = mesh_digest(left);
	struct buf one = { 0 }, two = { 0 };

	if (!digest_eq(&x, &y)) {
		mesh_dump(all, put_line, &one);
		mesh_dump(left, put_line, &two);
		print_error("%s\n", path);
		assert_string_equal(one.data, two.data);
	}
	buf_fini(&one);
	buf_fini(&two);
	mesh_free(left);
}

#endif
