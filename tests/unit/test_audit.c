/* SPDX-License-Identifier: MIT */
/*
 * The operators' log: the head as a fold, and what each way of tampering looks like
 * to who walks the chain.
 */
#include "bus/chain.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "bus/codec.h"
#include "bus/journal.h"
#include "mesh/dump.h"
#include "mesh/image.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))
#define MOST 40

static const struct digest nothing;

/* A log under way: its lines, and the head that a hub would have. */
struct tape {
	char *line[MOST];
	size_t lines;
	uint64_t last;
	struct digest head;
};

static void put_line(struct tape *t, const char *type, const char *id, bool linked)
{
	char head[DIGEST_TEXT];
	struct buf b = { 0 };

	digest_text(&t->head, head);
	t->last++;
	buf_fmt(&b, "{\"specversion\":\"1.0\",\"id\":\"%s%llu\",\"source\":\"hub:t\"", id,
		(unsigned long long)t->last);
	buf_fmt(&b, ",\"type\":\"%s\"", type);
	if (linked)
		buf_fmt(&b, ",\"previous\":\"%s\"", head);
	buf_fmt(&b,
		",\"data\":{\"handoff\":\"ho\",\"attempt\":1,\"decision\":\"d-%llu\","
		"\"operator\":\"mira\",\"agent\":\"a\",\"action\":\"approve\",\"code\":"
		"\"stale\",\"digest\":\"sha256:0000000000000000000000000000000000000000000"
		"000000000000000000000\"},\"hubsequence\":\"%020llu\"}",
		(unsigned long long)t->last, (unsigned long long)t->last);
	t->line[t->lines++] = buf_steal(&b);
}

/* An event of the log, and one of another kind behind it. */
static void put_link(struct tape *t, const char *type, bool linked)
{
	put_line(t, type, "h-", linked);
	t->head = digest_of(str_of(t->line[t->lines - 1]));
}

static void put_other(struct tape *t)
{
	put_line(t, "seam.clock.jumped", "h-", false);
}

static void tape_fini(struct tape *t)
{
	for (size_t i = 0; i < t->lines; i++)
		free(t->line[i]);
}

/* Six of the log at 1, 3, 5 ... 11, others between them. */
static struct tape six(void)
{
	static const char *const types[] = { "seam.decision.approved",
		"seam.delivery.applied", "seam.decision.denied", "seam.review.claimed",
		"seam.review.released", "seam.decision.newer" };
	struct tape t = { .lines = 0 };

	for (size_t i = 0; i < LEN(types); i++) {
		put_link(&t, types[i], true);
		put_other(&t);
	}
	return t;
}

static void read_line(struct json *doc, const char *line, struct event *e)
{
	struct err err = { "" };
	struct str text = str_of(line);

	if (!event_read(doc, text, text, FROM_RECORDING, e, NULL, &err))
		fail_msg("%s: %s", line, err.text);
}

static struct mesh *folded(const struct tape *t, size_t from, struct mesh *m)
{
	struct json doc = { 0 };
	struct event e;

	for (size_t i = from; i < t->lines; i++) {
		read_line(&doc, t->line[i], &e);
		mesh_append(m, &e);
	}
	json_fini(&doc);
	return m;
}

static struct chain_break checked(const struct tape *t)
{
	struct json doc = { 0 };
	struct chain c = { 0 };
	struct chain_break b;
	struct event e;

	for (size_t i = 0; i < t->lines; i++) {
		read_line(&doc, t->line[i], &e);
		chain_add(&c, &e, i + 1);
	}
	b = chain_check(&c);
	chain_fini(&c);
	json_fini(&doc);
	return b;
}

/* --- the fold -------------------------------------------------------------- */

static void test_head(void **state)
{
	struct tape t = six();
	struct mesh *m = folded(&t, 0, mesh_new());
	char text[AUDIT_TEXT];

	(void)state;
	assert_true(digest_eq(&m->audit.head, &t.head));
	assert_int_equal(m->audit.at, 11);
	assert_int_equal(m->audit.events, 6);
	assert_int_equal(m->audit.links, 6);
	assert_int_equal(m->audit.broken, 0);
	audit_text(&m->audit, text);
	assert_string_equal(text + DIGEST_TEXT - 1, " at 11");
	mesh_free(m);
	tape_fini(&t);
}

/* Who bears the hub's name and types, but not the number of its place, is a stranger. */
static void test_strangers(void **state)
{
	struct tape t = six();
	struct digest head = t.head;
	struct mesh *m;

	(void)state;
	put_line(&t, "seam.decision.approved", "x-", true);
	put_line(&t, "seam.decision.approved", "h-0", true);
	m = folded(&t, 0, mesh_new());
	assert_true(digest_eq(&m->audit.head, &head));
	assert_int_equal(m->audit.events, 6);
	assert_int_equal(checked(&t).fault, CHAIN_WHOLE);
	mesh_free(m);
	tape_fini(&t);
}

static void test_older(void **state)
{
	struct tape t = { .lines = 0 };
	struct mesh *m;

	(void)state;
	put_link(&t, "seam.decision.approved", false);
	put_link(&t, "seam.decision.rejected", false);
	put_link(&t, "seam.decision.approved", true);
	m = folded(&t, 0, mesh_new());
	assert_int_equal(m->audit.events, 3);
	assert_int_equal(m->audit.links, 1);
	assert_int_equal(m->audit.broken, 0);
	assert_int_equal(checked(&t).fault, CHAIN_WHOLE);
	mesh_free(m);
	/* the first link vouches for the last of the older ones */
	t.line[1][strlen(t.line[1]) - 30] ^= 1;
	m = folded(&t, 0, mesh_new());
	assert_int_equal(m->audit.broken, 3);
	assert_int_equal(checked(&t).fault, CHAIN_CHANGED);
	mesh_free(m);
	tape_fini(&t);
}

static void test_broken(void **state)
{
	struct tape t = six();
	struct mesh *m, *other;
	struct digest a, b;

	(void)state;
	m = folded(&t, 0, mesh_new());
	a = mesh_digest(m);
	*strstr(t.line[4], "mira") = 'n';
	other = folded(&t, 0, mesh_new());
	assert_int_equal(other->audit.broken, 7);
	b = mesh_digest(other);
	assert_false(digest_eq(&a, &b));
	mesh_free(m);
	mesh_free(other);
	tape_fini(&t);
}

static bool keep_bytes(void *user, struct str bytes)
{
	buf_slice(user, bytes);
	return true;
}

static size_t give_bytes(void *user, void *to, size_t room)
{
	struct str *rest = user;
	size_t n = rest->n < room ? rest->n : room;

	memcpy(to, rest->p, n);
	*rest = str_skip(*rest, n);
	return n;
}

/* The head is in the image: what comes behind it goes on from there. */
static void test_image(void **state)
{
	struct tape t = six(), half = t;
	struct buf image = { 0 };
	struct mesh *all = folded(&t, 0, mesh_new()), *m;
	struct digest a = mesh_digest(all), b;
	struct str rest;

	(void)state;
	half.lines = 5;
	m = folded(&half, 0, mesh_new());
	assert_true(mesh_save(m, keep_bytes, &image));
	mesh_free(m);
	rest = buf_view(&image);
	m = mesh_load(give_bytes, &rest, NULL);
	assert_non_null(m);
	assert_int_equal(m->audit.at, 5);
	folded(&t, 5, m);
	b = mesh_digest(m);
	assert_true(digest_eq(&a, &b));
	assert_memory_equal(&m->audit, &all->audit, sizeof(m->audit));
	mesh_free(m);
	mesh_free(all);
	buf_fini(&image);
	tape_fini(&t);
}

/* --- the chain ------------------------------------------------------------- */

static void drop(struct tape *t, size_t i)
{
	free(t->line[i]);
	memmove(t->line + i, t->line + i + 1, (t->lines - i - 1) * sizeof(*t->line));
	t->lines--;
}

static void swap(struct tape *t, size_t i, size_t k)
{
	char *line = t->line[i];

	t->line[i] = t->line[k];
	t->line[k] = line;
}

static void insert(struct tape *t, size_t i, char *line)
{
	memmove(t->line + i + 1, t->line + i, (t->lines - i) * sizeof(*t->line));
	t->line[i] = line;
	t->lines++;
}

/* A forged one that knows the rule, in the place of an event of another kind. */
static char *forged(const struct tape *t, bool linked, size_t follows)
{
	struct tape f = { .last = 5, .head = digest_of(str_of(t->line[follows])) };

	put_line(&f, "seam.decision.approved", "h-", linked);
	return f.line[0];
}

static void flip(struct tape *t, size_t i)
{
	*strstr(t->line[i], "mira") ^= 1;
}

static void change(struct tape *t)
{
	flip(t, 4);
}

static void change_its_previous(struct tape *t)
{
	char *digit = strstr(t->line[4], "\"previous\"") + 30;

	*digit = *digit == '0' ? '1' : '0';
}

static void change_the_first(struct tape *t)
{
	flip(t, 0);
}

static void delete_one(struct tape *t)
{
	drop(t, 4);
}

static void delete_the_first(struct tape *t)
{
	drop(t, 0);
}

static void delete_two(struct tape *t)
{
	drop(t, 4);
	drop(t, 5);
}

static void reorder(struct tape *t)
{
	swap(t, 2, 4);
}

static void reorder_far(struct tape *t)
{
	swap(t, 0, 8);
}

static void insert_linked(struct tape *t)
{
	char *line = forged(t, true, 4);

	drop(t, 5);
	insert(t, 5, line);
}

static void insert_with_some_digest(struct tape *t)
{
	char *line = forged(t, true, 5);

	drop(t, 5);
	insert(t, 5, line);
}

static void insert_unlinked(struct tape *t)
{
	char *line = forged(t, false, 4);

	drop(t, 5);
	insert(t, 5, line);
}

static void insert_before_all(struct tape *t)
{
	struct tape f = { .last = 0 };

	put_line(&f, "seam.decision.approved", "h-", false);
	insert(t, 0, f.line[0]);
}

static void insert_two(struct tape *t)
{
	struct tape f = { .last = 5, .head = digest_of(str_of(t->line[4])) };

	put_link(&f, "seam.decision.approved", true);
	put_link(&f, "seam.decision.approved", true);
	insert(t, 5, f.line[0]);
	insert(t, 6, f.line[1]);
}

static void nothing_done(struct tape *t)
{
	(void)t;
}

static void cut(struct tape *t)
{
	drop(t, 11);
	drop(t, 10);
}

static void test_tampering(void **state)
{
	static const struct {
		const char *name;
		void (*tamper)(struct tape *t);
		enum chain_fault fault;
		size_t at, first, last;
	} row[] = {
		{ "nothing", nothing_done, CHAIN_WHOLE, 6, 0, 0 },
		/* only a head that was kept elsewhere tells */
		{ "cut", cut, CHAIN_WHOLE, 5, 0, 0 },
		{ "change", change, CHAIN_CHANGED, 3, 2, 2 },
		{ "change its previous", change_its_previous, CHAIN_CHANGED, 2, 2, 2 },
		{ "change the first", change_the_first, CHAIN_CHANGED, 1, 0, 0 },
		{ "delete", delete_one, CHAIN_MISSING, 2, 1, 1 },
		{ "delete the first", delete_the_first, CHAIN_MISSING, 0, 0, 0 },
		{ "delete two", delete_two, CHAIN_MISSING, 2, 1, 1 },
		{ "reorder", reorder, CHAIN_REORDERED, 1, 1, 1 },
		{ "reorder far", reorder_far, CHAIN_REORDERED, 0, 0, 0 },
		{ "insert", insert_linked, CHAIN_INSERTED, 4, 3, 3 },
		{ "insert, no fit", insert_with_some_digest, CHAIN_INSERTED, 3, 3, 3 },
		{ "insert, no link", insert_unlinked, CHAIN_INSERTED, 3, 3, 3 },
		{ "insert before all", insert_before_all, CHAIN_INSERTED, 1, 0, 0 },
		{ "insert two", insert_two, CHAIN_INSERTED, 5, 3, 4 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(row); i++) {
		struct tape t = six();
		struct chain_break b;

		row[i].tamper(&t);
		b = checked(&t);
		if (b.fault != row[i].fault || b.at != row[i].at ||
			b.first != row[i].first || b.last != row[i].last)
			fail_msg("%s: %s at %zu, %zu to %zu", row[i].name,
				chain_fault_name(b.fault), b.at, b.first, b.last);
		tape_fini(&t);
	}
}

/* --- the head of a file ---------------------------------------------------- */

static void test_journal(void **state)
{
	const char *tmp = getenv("TMPDIR");
	char folder[200], path[220];
	struct tape t = six();
	struct journal_row rows[MOST];
	struct audit a;
	struct journal *j;

	(void)state;
	snprintf(folder, sizeof(folder), "%s/audit.XXXXXX", tmp != NULL ? tmp : "/tmp");
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/j", folder);
	put_line(&t, "seam.decision.approved", "x-", true);
	j = journal_open(path, JOURNAL_WRITE, NULL);
	assert_non_null(j);
	assert_true(journal_audit(j, &a, NULL));
	assert_int_equal(a.at, 0);
	assert_true(digest_eq(&a.head, &nothing));
	for (size_t i = 0; i < t.lines; i++) {
		struct json doc = { 0 };
		struct event e;

		read_line(&doc, t.line[i], &e);
		rows[i] = (struct journal_row){ .hubsequence = e.hubsequence,
			.recorded = 1,
			.source = STR("hub:t"),
			.id = str_of(xmemdup(e.id.p, e.id.n)),
			.type = str_of(xmemdup(e.type_name.p, e.type_name.n)),
			.event = str_of(t.line[i]) };
		json_fini(&doc);
	}
	assert_true(journal_append(j, rows, t.lines, NULL));
	assert_true(journal_audit(j, &a, NULL));
	assert_int_equal(a.at, 11);
	assert_true(digest_eq(&a.head, &t.head));
	journal_close(j);
	for (size_t i = 0; i < t.lines; i++) {
		free((char *)rows[i].id.p);
		free((char *)rows[i].type.p);
	}
	unlink(path);
	strcat(path, ".lock");
	unlink(path);
	rmdir(folder);
	tape_fini(&t);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_head),
		cmocka_unit_test(test_strangers),
		cmocka_unit_test(test_older),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_image),
		cmocka_unit_test(test_tampering),
		cmocka_unit_test(test_journal),
	};

	digest_start();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
