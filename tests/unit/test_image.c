/* SPDX-License-Identifier: MIT */
/*
 * An image and the events behind it give the mesh that all events give: at many
 * places of every recording in fixtures/, held to the canonical dump and to
 * everything else a mesh shows. And bytes that are no image are refused.
 */
#include "mesh/image.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <stdlib.h>

#include "base/mem.h"
#include "bus/recording.h"
#include "feed.h"
#include "mesh/dump.h"

#define CUTS 5

struct bytes {
	struct buf buf;
	size_t at, step; /* read so many at a time */
};

static bool take(void *user, struct str bytes)
{
	buf_slice(&((struct bytes *)user)->buf, bytes);
	return true;
}

static size_t give(void *user, void *to, size_t room)
{
	struct bytes *b = user;
	size_t n = b->buf.len - b->at;

	if (n > room)
		n = room;
	if (b->step != 0 && n > b->step)
		n = b->step;
	memcpy(to, b->buf.data + b->at, n);
	b->at += n;
	return n;
}

static void fold(struct mesh *m, const struct recording *r, size_t from, size_t to)
{
	struct json doc = { 0 };
	struct event e;

	for (size_t i = from; i < to; i++) {
		if (recording_event(r, i, &doc, &e, NULL))
			mesh_append(m, &e);
	}
	json_fini(&doc);
}

static void same_mesh(struct mesh *a, struct mesh *b)
{
	struct buf left = { 0 }, right = { 0 };
	struct digest x = mesh_digest(a), y = mesh_digest(b);

	feed_dump(&left, a);
	feed_dump(&right, b);
	assert_string_equal(left.data, right.data);
	assert_true(digest_eq(&x, &y));
	mesh_check(b);
	buf_fini(&left);
	buf_fini(&right);
}

static struct mesh *through_image(const struct mesh *m, size_t step)
{
	struct bytes b = { .step = step };
	struct mesh *copy;
	struct err e = { { 0 } };

	assert_true(mesh_save(m, take, &b));
	copy = mesh_load(give, &b, &e);
	if (copy == NULL)
		fail_msg("%s", e.text);
	buf_fini(&b.buf);
	return copy;
}

static void check_recording(const char *path)
{
	struct recording *r = recording_open(path, NULL);
	struct mesh *all = mesh_new();

	assert_non_null(r);
	fold(all, r, 0, r->lines);
	for (size_t k = 0; k <= CUTS; k++) {
		size_t cut = r->lines * k / CUTS;
		struct mesh *first = mesh_new(), *copy;

		fold(first, r, 0, cut);
		copy = through_image(first, k * 7);
		same_mesh(first, copy);
		fold(copy, r, cut, r->lines);
		same_mesh(all, copy);
		mesh_free(first);
		mesh_free(copy);
	}
	mesh_free(all);
	recording_close(r);
}

static void test_recordings(void **state)
{
	glob_t g;

	(void)state;
	assert_int_equal(glob("fixtures/recordings/*.zst", 0, NULL, &g), 0);
	assert_int_equal(glob("fixtures/faults/*.jsonl", GLOB_APPEND, NULL, &g), 0);
	for (size_t i = 0; i < g.gl_pathc; i++)
		check_recording(g.gl_pathv[i]);
	globfree(&g);
}

/* Digests of parts, taken in between, change nothing: only what is new is written out. */
static void test_digest_in_between(void **state)
{
	struct recording *r =
		recording_open("fixtures/recordings/incident.jsonl.zst", NULL);
	struct mesh *all = mesh_new(), *parts = mesh_new();
	struct digest x, y;

	(void)state;
	fold(all, r, 0, r->lines);
	for (size_t i = 0; i < r->lines; i += 50) {
		fold(parts, r, i, i + 50 < r->lines ? i + 50 : r->lines);
		if (i % 3 == 0)
			mesh_digest(parts);
		else
			mesh_digest_some(parts, 1);
	}
	x = mesh_digest(all);
	y = mesh_digest(parts);
	assert_true(digest_eq(&x, &y));
	mesh_free(all);
	mesh_free(parts);
	recording_close(r);
}

/* A first look has what is due next and died last, and counts the rest. */
static void test_first(void **state)
{
	struct recording *r =
		recording_open("fixtures/recordings/incident.jsonl.zst", NULL);
	struct mesh *m = mesh_new(), *first;
	struct bytes b = { .step = 100 };
	struct order_item x, y;
	struct err e = { { 0 } };

	(void)state;
	fold(m, r, 0, r->lines * 2 / 3);
	assert_true(m->review.count > 4 && m->dead.count > 4);
	assert_true(mesh_save_first(m, 3, take, &b));
	first = mesh_load(give, &b, &e);
	if (first == NULL)
		fail_msg("%s", e.text);
	assert_true(first->beyond.first);
	assert_int_equal(first->review.count, 3);
	assert_int_equal(mesh_waiting(first), m->review.count);
	assert_int_equal(mesh_dead(first), m->dead.count);
	assert_int_equal(mesh_handoffs(first), m->handoff.kept);
	assert_memory_equal(first->states, m->states, sizeof(m->states));
	for (uint32_t i = 0; i < m->dead_groups; i++)
		assert_int_equal(dead_letters(&first->dead_group[i]),
			dead_letters(&m->dead_group[i]));
	for (size_t k = 0; k < 3; k++) {
		assert_true(order_at(&m->review, k, &x));
		assert_true(order_at(&first->review, k, &y));
		assert_true(x.id == y.id && x.key == y.key);
		assert_string_equal(handoff_at(m, x.id)->id, handoff_at(first, x.id)->id);
	}
	assert_true(order_at(&m->dead, m->dead.count - 1, &x));
	assert_true(order_at(&first->dead, first->dead.count - 1, &y));
	assert_int_equal(x.id, y.id);
	assert_int_equal(first->edges, m->edges);
	assert_false(m->beyond.first);
	mesh_free(first);
	mesh_free(m);
	buf_fini(&b.buf);
	recording_close(r);
}

static struct mesh *load(const char *bytes, size_t n)
{
	struct bytes b = { .buf = { (char *)bytes, n, n } };
	struct err e = { { 0 } };
	struct mesh *m = mesh_load(give, &b, &e);

	assert_true(m != NULL || e.text[0] != '\0');
	return m;
}

/* Cut anywhere it is refused; with a byte changed it is refused or a sound mesh. */
static void test_damaged(void **state)
{
	struct recording *r =
		recording_open("fixtures/recordings/bad-deploy.jsonl.zst", NULL);
	struct mesh *m = mesh_new();
	struct bytes b = { .step = 0 };
	uint32_t seed = 1;

	(void)state;
	fold(m, r, 0, r->lines < 400 ? r->lines : 400);
	assert_true(mesh_save(m, take, &b));
	assert_null(load("", 0));
	for (size_t n = 1; n < b.buf.len; n += 1 + n / 40)
		assert_null(load(b.buf.data, n));
	for (int i = 0; i < 400; i++) {
		struct mesh *copy;
		char was;
		size_t at;

		seed = seed * 1664525u + 1013904223u;
		at = (seed >> 4) % b.buf.len;
		was = b.buf.data[at];
		b.buf.data[at] = (char)(was ^ (1 << (seed >> 29)));
		copy = load(b.buf.data, b.buf.len);
		if (copy != NULL) {
			fold(copy, r, 400, r->lines);
			mesh_digest(copy);
		}
		mesh_free(copy);
		b.buf.data[at] = was;
	}
	buf_fini(&b.buf);
	mesh_free(m);
	recording_close(r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_recordings),
		cmocka_unit_test(test_digest_in_between),
		cmocka_unit_test(test_first),
		cmocka_unit_test(test_damaged),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
