/* SPDX-License-Identifier: MIT */
/*
 * An image of our own (mesh_load_own()): its pages stay packed until somebody looks at
 * one, whatever is folded over it, it stays the mesh that folded everything, and bytes
 * that are damaged neither crash it nor make it another one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zstd.h>

#include "base/mem.h"
#include "bus/snapshot.h"
#include "mesh/baseline.h"
#include "mesh/dump.h"
#include "mesh/image.h"
#include "tests/bench/events.h"
#include "tests/unit/feed.h"

#define EVENTS 12000
#define HANDOFFS_LEAST (10 * PAGE_ITEMS)
#define EPOCH "0123456789abcdef0123456789abcdef"

/* --- a packing that is easy to check: each byte turned round, and their sum --------- */

static void turn(struct buf *to, struct str bytes)
{
	unsigned char sum = 1;

	for (size_t i = 0; i < bytes.n; i++) {
		buf_char(to, (char)(bytes.p[i] ^ 0x5a));
		sum = (unsigned char)(sum * 31 + (unsigned char)bytes.p[i]);
	}
	buf_char(to, (char)sum);
}

static bool turn_back(struct str packed, void *to, size_t size)
{
	unsigned char sum = 1;

	if (packed.n != size + 1)
		return false;
	for (size_t i = 0; i < size; i++) {
		((char *)to)[i] = (char)(packed.p[i] ^ 0x5a);
		sum = (unsigned char)(sum * 31 + ((unsigned char *)to)[i]);
	}
	return (unsigned char)packed.p[size] == sum;
}

static const struct image_packing turned = { 77, turn, turn_back };

/* --- meshes ---------------------------------------------------------------- */

struct world {
	struct events v;
	struct json doc;
	bool held; /* what comes next is the hold of a small offer */
};

static void apply(struct world *w, struct mesh *m, struct str text)
{
	struct event e;
	struct err err;

	if (!event_read(&w->doc, text, text, FROM_RECORDING, &e, NULL, &err))
		fail_msg("%s", err.text);
	mesh_append(m, &e);
}

/* The same events into both; the second may be NULL. One in 50 waits for a human. */
static void go_on(struct world *w, struct mesh *a, struct mesh *b, unsigned events)
{
	for (unsigned i = 0; i < events; i++) {
		if (w->v.hubsequence == 0)
			events_contract_loaded(&w->v);
		else if (w->held)
			events_hold(&w->v, w->v.handoffs++, 0.41);
		else if (w->v.phase == 0 && w->v.hubsequence % 50 < 3)
			events_held_offer(&w->v, w->v.handoffs);
		else
			events_next_recorded(&w->v);
		w->held = !w->held && w->v.phase == 0 &&
			strstr(w->v.text, ":0.41,") != NULL;
		apply(w, a, (struct str){ w->v.text, w->v.n });
		if (b != NULL)
			apply(w, b, (struct str){ w->v.text, w->v.n });
	}
}

static struct world begin(void)
{
	return (struct world){ .v = { .recorded = true } };
}

static void put_line(void *user, struct str line)
{
	buf_slice(user, line);
}

/* `b` is looked at as a whole by this. */
static void same(struct mesh *a, struct mesh *b)
{
	struct digest x = mesh_digest(a), y = mesh_digest(b);
	struct buf left = { 0 }, right = { 0 };

	assert_true(digest_eq(&x, &y));
	mesh_dump(a, put_line, &left);
	mesh_dump(b, put_line, &right);
	assert_string_equal(left.data, right.data);
	assert_int_equal(a->handoff.kept, b->handoff.kept);
	assert_int_equal(a->incident.kept, b->incident.kept);
	assert_int_equal(a->decision.kept, b->decision.kept);
	assert_int_equal(a->closed.count, b->closed.count);
	buf_fini(&left);
	buf_fini(&right);
}

/* --- images ---------------------------------------------------------------- */

struct bytes {
	struct buf buf;
	size_t at;
};

static bool take(void *user, struct str bytes)
{
	buf_slice(&((struct bytes *)user)->buf, bytes);
	return true;
}

static size_t give(void *user, void *to, size_t room)
{
	struct bytes *b = user;
	size_t n = b->buf.len - b->at < room ? b->buf.len - b->at : room;

	memcpy(to, b->buf.data + b->at, n);
	b->at += n;
	return n;
}

static struct bytes save(const struct mesh *m)
{
	struct bytes b = { .at = 0 };

	assert_true(mesh_save_packed(m, &turned, take, &b));
	return b;
}

static void damaged(void *keep)
{
	_exit(*(char *)keep);
}

static struct mesh *load_own(struct bytes *b, struct err *e)
{
	b->at = 0;
	return mesh_load_own(&turned, give, b, damaged, xmemdup("D", 1), e);
}

static struct mesh *load_strange(struct bytes *b, struct err *e)
{
	b->at = 0;
	return mesh_load_packed(&turned, give, b, e);
}

static struct mesh *stored(const struct mesh *m)
{
	struct bytes b = save(m);
	struct err e = { { 0 } };
	struct mesh *copy = load_own(&b, &e);

	if (copy == NULL)
		fail_msg("%s", e.text);
	buf_fini(&b.buf);
	return copy;
}

static unsigned packed(const struct pages *p)
{
	unsigned n = 0;

	for (uint32_t i = 0; i < pages_count(p); i++)
		n += pages_packed(p, i) != NULL;
	return n;
}

/* --- tests ----------------------------------------------------------------- */

static void test_stays_packed(void **state)
{
	struct world w = begin();
	struct mesh *m = mesh_new(), *copy;
	struct bytes plain = { .at = 0 };
	uint32_t place;

	(void)state;
	go_on(&w, m, NULL, EVENTS);
	mesh_digest(m);
	assert_true(m->handoff.count > HANDOFFS_LEAST);
	assert_true(m->review.count > 10 && m->decision.count > PAGE_ITEMS);
	copy = stored(m);
	assert_int_equal(packed(&copy->handoff), pages_count(&m->handoff));
	assert_int_equal(packed(&copy->incident), pages_count(&m->incident));
	assert_int_equal(packed(&copy->decision), pages_count(&m->decision));
	/* what is found by its id is all that is unpacked */
	place = mesh_find_handoff(copy, str_of(handoff_at(m, 1000)->id));
	assert_int_equal(place, 1000);
	assert_int_equal(packed(&copy->handoff), pages_count(&m->handoff) - 1);
	assert_string_equal(
		handoff_at(copy, 1000)->summary, handoff_at(m, 1000)->summary);
	assert_int_equal(mesh_find_handoff(copy, STR("nobody")), NONE);
	/* the digest of what has not changed needs none of them */
	assert_int_equal(packed(&copy->handoff), pages_count(&m->handoff) - 1);
	mesh_digest(copy);
	assert_true(packed(&copy->handoff) >= pages_count(&m->handoff) - 3);
	mesh_look_ahead(copy, 2);
	assert_true(packed(&copy->handoff) >= pages_count(&m->handoff) - 6);
	same(m, copy);
	mesh_check(copy);
	mesh_free(copy);
	copy = stored(m);
	mesh_free(copy); /* what nobody looked at */
	/* what is packed in one way is not written as if in another */
	copy = stored(m);
	assert_true(mesh_save(copy, take, &plain));
	mesh_free(copy);
	copy = mesh_load(give, &plain, NULL);
	assert_non_null(copy);
	same(m, copy);
	mesh_free(copy);
	buf_fini(&plain.buf);
	mesh_free(m);
	json_fini(&w.doc);
}

/* Folded over, stored, read, folded over ...: always what folded everything. */
static void test_again_and_again(void **state)
{
	struct world w = begin();
	struct mesh *all = mesh_new(), *copy;

	(void)state;
	go_on(&w, all, NULL, EVENTS);
	mesh_digest(all); /* what was never digested would be looked at for that */
	copy = stored(all);
	for (int i = 0; i < 4; i++) {
		struct mesh *next;
		struct digest x, y;

		go_on(&w, all, copy, 1777);
		if (i % 2 == 0)
			mesh_digest(copy);
		assert_true(packed(&copy->handoff) > pages_count(&copy->handoff) / 3);
		next = stored(copy);
		assert_int_equal(packed(&next->handoff), pages_count(&next->handoff));
		mesh_free(copy);
		copy = next;
		x = mesh_digest(all);
		y = mesh_digest(copy);
		assert_true(digest_eq(&x, &y));
	}
	same(all, copy);
	mesh_check(copy);
	mesh_free(copy);
	mesh_free(all);
	json_fini(&w.doc);
}

/* An old handoff on a packed page is changed, and goes so into the next image. */
static void test_late_word(void **state)
{
	struct world w = begin();
	struct mesh *all = mesh_new(), *copy, *next;
	uint64_t waiting;
	struct order_item i;
	uint32_t was;

	(void)state;
	go_on(&w, all, NULL, EVENTS);
	copy = stored(all);
	was = packed(&copy->handoff);
	assert_true(order_at(&all->review, 3, &i));
	waiting = strtoull(handoff_at(all, i.id)->id + 3, NULL, 16);
	events_said(&w.v, waiting, "handoff.completed", "at last");
	apply(&w, all, (struct str){ w.v.text, w.v.n });
	apply(&w, copy, (struct str){ w.v.text, w.v.n });
	assert_int_equal(packed(&copy->handoff), was - 1);
	assert_int_equal(handoff_at(copy, i.id)->state, STATE_COMPLETED);
	next = stored(copy);
	mesh_free(copy);
	same(all, next);
	mesh_check(next);
	mesh_free(next);
	mesh_free(all);
	json_fini(&w.doc);
}

/* Ages out what closed up to `at`, in both. */
static void age_out(struct world *w, struct mesh *a, struct mesh *b, uint64_t at)
{
	struct buf line = { 0 };
	char time[TIME_TEXT];

	w->v.hubsequence++;
	time_format(a->now, time);
	buf_fmt(&line,
		"{\"specversion\":\"1.0\",\"id\":\"h-%llu\",\"source\":\"hub:main\","
		"\"type\":\"seam.baseline\",\"recordedtime\":\"%s\","
		"\"hubsequence\":\"%020llu\",\"data\":",
		(unsigned long long)w->v.hubsequence, time,
		(unsigned long long)w->v.hubsequence);
	baseline_write(&line, a, at);
	buf_char(&line, '}');
	apply(w, a, buf_view(&line));
	apply(w, b, buf_view(&line));
	assert_int_equal(b->horizon, at);
	buf_fini(&line);
}

/* What goes is on packed pages; whole pages, and parts of one. */
static void test_aged_out(void **state)
{
	struct world w = begin();
	struct mesh *all = mesh_new(), *copy;
	uint32_t before;

	(void)state;
	go_on(&w, all, NULL, EVENTS);
	copy = stored(all);
	before = all->handoff.kept;
	for (int i = 1; i <= 4; i++) {
		struct mesh *next;

		age_out(&w, all, copy, (uint64_t)(i * EVENTS / 6));
		go_on(&w, all, copy, 100);
		next = stored(copy);
		mesh_free(copy);
		copy = next;
	}
	assert_true(all->handoff.kept < before / 2);
	assert_null(handoff_at(copy, 2));
	assert_null(handoff_at(copy, 700));
	same(all, copy);
	assert_int_equal(all->horizon, copy->horizon);
	go_on(&w, all, copy, 2000);
	same(all, copy);
	mesh_free(copy);
	mesh_free(all);
	json_fini(&w.doc);
}

/* Duplicates of what came before the image, and of what was forgotten. */
static void test_seen(void **state)
{
	struct world w = begin(), again = begin();
	struct mesh *all = mesh_new(), *copy;

	(void)state;
	go_on(&w, all, NULL, EVENTS);
	copy = stored(all);
	age_out(&w, all, copy, EVENTS / 4);
	again.v.hubsequence = 1;
	for (unsigned i = 1; i < EVENTS; i++) {
		events_next_recorded(&again.v);
		if (i % 37 != 0)
			continue;
		apply(&w, all, (struct str){ again.v.text, again.v.n });
		apply(&w, copy, (struct str){ again.v.text, again.v.n });
	}
	assert_true(mesh_counters(copy).standing[STANDING_DUPLICATE] > 100);
	same(all, copy);
	mesh_free(copy);
	mesh_free(all);
	json_fini(&w.doc);
	json_fini(&again.doc);
}

/* In another process: looks at all, and says how that ended. */
static int look_at_all(struct mesh *m)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		if (freopen("/dev/null", "w", stderr) == NULL)
			_exit(1);
		for (uint32_t i = 0; i < m->handoff.count; i++)
			handoff_at(m, i);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

/* Where a packed page of handoffs stands in the image. */
static size_t find_page(const struct bytes *b, const struct mesh *m, uint32_t page)
{
	const struct packed_page *p = pages_packed(&m->handoff, page);
	const char *at;

	assert_non_null(p);
	at = memmem(b->buf.data, b->buf.len, p->data, p->bytes);
	assert_non_null(at);
	return (size_t)(at - b->buf.data);
}

/* It is not the mesh without what cannot be read, not even for a moment. */
static void test_damaged_late(void **state)
{
	struct world w = begin();
	struct mesh *m = mesh_new(), *copy;
	struct err e = { { 0 } };
	struct bytes b;
	size_t at;

	(void)state;
	go_on(&w, m, NULL, EVENTS);
	b = save(m);
	copy = load_own(&b, &e);
	assert_int_equal(look_at_all(copy), 0);
	at = find_page(&b, copy, 4) + 200;
	mesh_free(copy);
	b.buf.data[at] ^= 4;
	copy = load_own(&b, &e);
	assert_non_null(copy);
	assert_int_equal(look_at_all(copy), 'D');
	assert_non_null(handoff_at(copy, 0)); /* another page */
	mesh_free(copy);
	/* a stranger's is looked at first */
	assert_null(load_strange(&b, &e));
	assert_string_equal(e.text, "the image is cut short or damaged");
	b.buf.data[at] ^= 4;
	copy = load_strange(&b, &e);
	assert_non_null(copy);
	assert_int_equal(packed(&copy->handoff), 0);
	same(m, copy);
	mesh_free(copy);
	buf_fini(&b.buf);
	mesh_free(m);
	json_fini(&w.doc);
}

/* Cut, with bits changed, with numbers that cannot be: refused, or sound. */
static void test_damaged(void **state)
{
	struct world w = begin();
	struct mesh *m = mesh_new();
	uint32_t seed = 1;
	struct bytes b, cut;
	struct err e;

	(void)state;
	go_on(&w, m, NULL, 1500);
	b = save(m);
	for (size_t n = 0; n < b.buf.len; n += 1 + n / 40) {
		cut = (struct bytes){ .buf = { b.buf.data, n, n } };
		assert_null(load_own(&cut, &e));
		assert_null(load_strange(&cut, &e));
	}
	for (int i = 0; i < 600; i++) {
		struct mesh *copy;
		size_t at, n;
		char was[10];

		seed = seed * 1664525u + 1013904223u;
		at = (seed >> 4) % (b.buf.len - sizeof(was));
		if (i % 5 == 0)
			at %= 20000; /* the heads and the first pages */
		n = i % 3 == 0 ? sizeof(was) : 1;
		memcpy(was, b.buf.data + at, n);
		if (i % 3 == 0)
			memset(b.buf.data + at, (int)(seed >> 24 | 0x80), n - 1);
		else
			b.buf.data[at] ^= (char)(1 << (seed >> 29));
		/* our own is looked at only when its checksum has been found good */
		mesh_free(load_own(&b, &e));
		copy = load_strange(&b, &e);
		if (copy != NULL) {
			struct world on = w;

			on.doc = (struct json){ 0 };
			go_on(&on, copy, NULL, 300);
			mesh_digest(copy);
			json_fini(&on.doc);
		}
		mesh_free(copy);
		memcpy(b.buf.data + at, was, n);
	}
	/* packed in another way */
	b.at = 0;
	assert_null(mesh_load(give, &b, &e));
	assert_string_equal(e.text, "the image is packed in another way");
	buf_fini(&b.buf);
	mesh_free(m);
	json_fini(&w.doc);
}

/* --- an image that was written to deceive -------------------------------------- */

static struct handoff *to_change(const struct mesh *m, uint32_t place)
{
	return (struct handoff *)handoff_at(m, place);
}

static struct decision *decision_to_change(const struct mesh *m, uint32_t place)
{
	return (struct decision *)decision_at(m, place);
}

static struct incident *incident_to_change(const struct mesh *m, uint32_t place)
{
	return (struct incident *)incident_at(m, place);
}

/* Changes one member, says where it stood, and what it was. Handoffs 8 to 15 share one
 * incident; 7 and 15 were decided on. */
static uint32_t *lie(const struct mesh *m, int which, uint32_t *value)
{
	*value = NONE;
	switch (which) {
	case 0: /* a chain that ends too early, is a ring, goes to another incident */
		return &to_change(m, 10)->in_incident;
	case 1:
		*value = 8;
		return &to_change(m, 15)->in_incident;
	case 2:
		*value = 100;
		return &to_change(m, 10)->in_incident;
	case 3:
		return &to_change(m, 11)->before_in_incident;
	case 4:
		*value = 9;
		return &to_change(m, 11)->before_in_incident;
	case 5: /* it is in none, in another one, in one that is not there */
		return &to_change(m, 12)->incident;
	case 6:
		*value = 0;
		return &to_change(m, 12)->incident;
	case 7:
		*value = m->incident.count + 5;
		return &to_change(m, 12)->incident;
	case 8:
		*value = 9;
		return &incident_to_change(m, 1)->first_handoff;
	case 9:
		*value = 8;
		return &incident_to_change(m, 1)->last_handoff;
	case 10:
		*value = 7;
		return &incident_to_change(m, 1)->handoffs;
	case 11:
		*value = 3;
		return &incident_to_change(m, 1)->states[STATE_DEAD];
	case 12: /* decisions of another handoff, of none, that come round again */
		*value = handoff_at(m, 15)->decisions;
		return &to_change(m, 7)->decisions;
	case 13:
		*value = m->decision.count;
		return &to_change(m, 7)->decisions;
	case 14:
		*value = handoff_at(m, 15)->decisions;
		return &to_change(m, 7)->decision;
	case 15:
		*value = handoff_at(m, 7)->decisions;
		return &decision_to_change(m, *value)->before;
	case 16:
		*value = m->handoff.count;
		return &decision_to_change(m, handoff_at(m, 7)->decisions)->handoff;
	case 17:
		*value = m->agents;
		return &decision_to_change(m, handoff_at(m, 7)->decisions)->doer;
	case 18:
		*value = m->edges;
		return &to_change(m, 7)->edge;
	case 19:
		*value = 3;
		return &to_change(m, 7)->dead_group;
	case 20:
		*value = 15;
		return &decision_to_change(m, handoff_at(m, 7)->decisions)->handoff;
	default:
		return NULL;
	}
}

static void test_lies(void **state)
{
	struct world w = begin();
	struct mesh *m = mesh_new(), *copy;
	uint32_t *at, value;
	struct bytes b;
	struct err e;
	int i;

	(void)state;
	events_contract_loaded(&w.v);
	apply(&w, m, (struct str){ w.v.text, w.v.n });
	while (m->events < 3000) {
		events_next_recorded(&w.v);
		apply(&w, m, (struct str){ w.v.text, w.v.n });
	}
	assert_int_equal(handoff_at(m, 8)->incident, 1);
	assert_int_equal(incident_at(m, 1)->handoffs, 8);
	assert_true(decision_at(m, handoff_at(m, 7)->decisions) != NULL);
	for (i = 0; (at = lie(m, i, &value)) != NULL; i++) {
		uint32_t was = *at;

		assert_int_not_equal(was, value);
		*at = value;
		b = save(m);
		*at = was;
		copy = load_strange(&b, &e);
		if (copy != NULL)
			fail_msg("lie %d was believed", i);
		buf_fini(&b.buf);
	}
	assert_int_equal(i, 21);
	b = save(m);
	copy = load_strange(&b, &e);
	assert_non_null(copy);
	mesh_check(copy);
	mesh_free(copy);
	buf_fini(&b.buf);
	mesh_free(m);
	json_fini(&w.doc);
}

/* --- as a file ------------------------------------------------------------- */

#define HEAD_BYTES 70

static struct buf read_file(const char *path)
{
	struct buf b = { 0 };
	int fd = open(path, O_RDONLY);
	ssize_t n;

	assert_true(fd >= 0);
	while ((n = read(fd, buf_room(&b, 1 << 20), 1 << 20)) > 0)
		b.len += (size_t)n;
	close(fd);
	return b;
}

static void write_file(const char *path, struct str head, struct str body)
{
	int fd = open(path, O_WRONLY | O_TRUNC | O_CREAT, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, head.p, head.n), head.n);
	assert_int_equal(write(fd, body.p, body.n), body.n);
	close(fd);
}

/* The file with one byte of that page changed, and a checksum that fits. */
static void spoil(const char *path, const struct packed_page *page)
{
	struct buf file = read_file(path);
	size_t most = (size_t)64 << 20, n;
	ZSTD_DStream *z = ZSTD_createDStream();
	ZSTD_outBuffer out = { xmalloc(most), most, 0 };
	ZSTD_inBuffer in = { file.data + HEAD_BYTES, file.len - HEAD_BYTES, 0 };
	char *packs = xmalloc(most), *at;

	assert_int_equal(ZSTD_decompressStream(z, &out, &in), 0);
	at = memmem(out.dst, out.pos, page->data, page->bytes);
	assert_non_null(at);
	memset(at + page->bytes / 2, 0, page->bytes / 4);
	n = ZSTD_compress(packs, most, out.dst, out.pos, 1);
	assert_false(ZSTD_isError(n));
	write_file(path, (struct str){ file.data, HEAD_BYTES }, (struct str){ packs, n });
	ZSTD_freeDStream(z);
	free(out.dst);
	free(packs);
	buf_fini(&file);
}

/* In another process; gives the signal that ended it. */
static int look_at_decisions(struct mesh *m)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		if (freopen("/dev/null", "w", stderr) == NULL)
			_exit(1);
		for (uint32_t i = 0; i < m->decision.count; i++)
			decision_at(m, i);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

/* A page that turns out damaged ends the process and takes the file with it. */
static void test_file(void **state)
{
	char folder[] = "/tmp/seam-packed-XXXXXX", journal[64], path[80];
	struct world w = begin();
	struct mesh *m = mesh_new(), *copy;
	struct snapshots *s, *looks;
	struct stat st;
	struct err e = { { 0 } };

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(journal, sizeof(journal), "%s/j", folder);
	snprintf(path, sizeof(path), "%s-mesh", journal);
	go_on(&w, m, NULL, EVENTS);
	s = snapshots_new(journal, EPOCH);
	looks = snapshots_look(journal, EPOCH);
	assert_true(snapshot_write(s, m, &e));
	copy = snapshot_load(s, UINT64_MAX, &e);
	assert_non_null(copy);
	assert_true(packed(&copy->decision) > 0);
	assert_int_equal(look_at_decisions(copy), 0);
	/* the file may go while its pages are still packed */
	unlink(path);
	assert_true(snapshot_write(s, m, &e));
	spoil(path, pages_packed(&copy->decision, 1));
	same(m, copy);
	mesh_free(copy);
	assert_null(snapshot_load(looks, UINT64_MAX, &e));
	assert_int_equal(stat(path, &st), 0);
	copy = snapshot_load(s, UINT64_MAX, &e);
	assert_non_null(copy);
	assert_int_equal(look_at_decisions(copy), SIGABRT);
	assert_int_equal(stat(path, &st), -1);
	mesh_free(copy);
	assert_null(snapshot_load(s, UINT64_MAX, &e)); /* and all events are read */
	assert_string_equal(e.text, "");
	snapshots_free(s);
	snapshots_free(looks);
	assert_int_equal(rmdir(folder), 0);
	mesh_free(m);
	json_fini(&w.doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stays_packed),
		cmocka_unit_test(test_again_and_again),
		cmocka_unit_test(test_late_word),
		cmocka_unit_test(test_aged_out),
		cmocka_unit_test(test_seen),
		cmocka_unit_test(test_damaged_late),
		cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_lies),
		cmocka_unit_test(test_file),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
