/* SPDX-License-Identifier: MIT */
/*
 * Notes and tags, folded: what an event adds, what makes room for what, what an image
 * keeps, and that what is written of a handoff is not that of one before with its id.
 */
#include "feed.h"

#include <stdio.h>

#include "mesh/dump.h"
#include "mesh/image.h"
#include "mesh/own.h"

static int setup(void **state)
{
	struct feed *f = xcalloc(1, sizeof(*f));

	feed_open(f);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	feed_close(*state);
	free(*state);
	return 0;
}

/* `more`: members with a comma in front. */
static void note(struct feed *f, const char *what, const char *name, const char *more)
{
	struct buf b = { 0 };

	buf_fmt(&b, "{'what':'%s','name':'%s','operator':'mira'%s}", what, name, more);
	feed(f, "hub:main", "review.noted", b.data);
	buf_fini(&b);
}

static const struct noted *of(struct feed *f, const char *name)
{
	return mesh_noted(f->m, NOTED_INCIDENT, str_of(name));
}

static void test_members(void **state)
{
	struct feed *f = *state;
	const struct noted *n;

	assert_null(of(f, "i"));
	note(f, "incident", "i", ",'note':'one','title':'down','tags':['a','b','a']");
	n = of(f, "i");
	assert_non_null(n);
	assert_string_equal(n->title, "down");
	assert_int_equal(n->tags, 2);
	assert_true(noted_has_tag(n, STR("b")));
	assert_string_equal(n->note[0].text, "one");
	assert_string_equal(n->note[0].by, "mira");
	note(f, "incident", "i", ",'untags':['a','z'],'title':'','note':'two'");
	assert_null(n->title);
	assert_int_equal(n->tags, 1);
	assert_int_equal(n->notes, 2);
	/* who is on it ends by itself */
	note(f, "incident", "i", ",'owner':'lee','until':'2026-04-18T00:00:00Z'");
	assert_string_equal(noted_owner(n, f->now), "lee");
	assert_null(noted_owner(n, f->now + 60 * MINUTE));
	note(f, "incident", "i", ",'owner':''");
	assert_null(noted_owner(n, f->now));
}

/* What no hub writes means nothing. */
static void test_what_means_nothing(void **state)
{
	static const char *const bad[][2] = { { "mesh", "x" }, { "incident", "" },
		{ "incident", "a\\u0000b" } };
	struct feed *f = *state;
	char long_name[500];

	for (size_t i = 0; i < LEN(bad); i++)
		note(f, bad[i][0], bad[i][1], ",'note':'n'");
	memset(long_name, 'x', sizeof(long_name) - 1);
	long_name[sizeof(long_name) - 1] = '\0';
	note(f, "incident", long_name, ",'note':'n'");
	assert_int_equal(f->m->noteds, 0);
	note(f, "incident", "i", ",'tags':[1,'','ok',{'a':'b'},'\\u0000']");
	assert_int_equal(of(f, "i")->tags, 1);
}

static void test_room(void **state)
{
	struct feed *f = *state;
	char name[40];

	for (int i = 0; i < NOTES_OF_THING + 3; i++) {
		snprintf(name, sizeof(name), ",'note':'n%d'", i);
		note(f, "incident", "i", name);
	}
	assert_int_equal(of(f, "i")->notes, NOTES_OF_THING);
	assert_string_equal(of(f, "i")->note[0].text, "n3");
	for (int i = 0; i < TAGS_MOST + 3; i++) {
		snprintf(name, sizeof(name), ",'tags':['t%d']", i);
		note(f, "incident", "i", name);
	}
	assert_int_equal(of(f, "i")->tags, TAGS_MOST);
	/* the notes of all: "i" has the oldest */
	for (int i = 0; i < NOTES_MOST - NOTES_OF_THING + 5; i++) {
		snprintf(name, sizeof(name), "more-%d", i % 1000);
		note(f, "agent", name, ",'note':'x'");
	}
	assert_int_equal(f->m->notes, NOTES_MOST);
	assert_int_equal(of(f, "i")->notes, NOTES_OF_THING - 5);
	/* the things: the one that changed longest ago goes */
	for (int i = 0; f->m->noteds < NOTED_MOST; i++) {
		snprintf(name, sizeof(name), "thing-%d", i);
		note(f, "edge", name, ",'title':'t'");
	}
	assert_non_null(of(f, "i"));
	note(f, "edge", "one more", ",'title':'t'");
	assert_null(of(f, "i"));
	assert_int_equal(f->m->noteds, NOTED_MOST);
	assert_non_null(mesh_noted(f->m, NOTED_EDGE, STR("one more")));
}

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

static void test_image(void **state)
{
	struct feed *f = *state;
	struct bytes b = { { 0 }, 0 };
	struct digest one, two;
	struct mesh *copy;
	const struct noted *n;
	struct err e;

	feed_offer(f, "h1", 1, "{}");
	note(f, "handoff", "h1", ",'note':'of it','tags':['k'],'title':'t'");
	note(f, "incident", "i", ",'owner':'lee','until':'2026-04-18T00:00:00Z'");
	assert_true(mesh_save(f->m, take, &b));
	copy = mesh_load(give, &b, &e);
	assert_non_null(copy);
	one = mesh_digest(f->m);
	two = mesh_digest(copy);
	assert_true(digest_eq(&one, &two));
	n = mesh_noted_handoff(copy, handoff_at(copy, 0));
	assert_non_null(n);
	assert_string_equal(n->note[0].text, "of it");
	assert_string_equal(n->tag[0], "k");
	mesh_free(copy);
	note(f, "incident", "i", ",'note':'another'");
	two = mesh_digest(f->m);
	assert_false(digest_eq(&one, &two));
	/* a first look has what things are called */
	buf_reset(&b.buf);
	b.at = 0;
	assert_true(mesh_save_first(f->m, 10, take, &b));
	copy = mesh_load(give, &b, &e);
	assert_non_null(copy);
	n = mesh_noted(copy, NOTED_HANDOFF, STR("h1"));
	assert_string_equal(n->title, "t");
	assert_int_equal(n->notes, 0);
	/* and what is cut or turned around is no image */
	for (size_t cut = 0; cut < b.buf.len; cut += 7) {
		struct bytes less = { { 0 }, 0 };

		buf_add(&less.buf, b.buf.data, cut);
		assert_null(mesh_load(give, &less, &e));
		buf_fini(&less.buf);
	}
	mesh_free(copy);
	buf_fini(&b.buf);
}

/* Written of a handoff that is gone: not of the one that bears its id now. */
static void test_of_another(void **state)
{
	struct feed *f = *state;

	note(f, "handoff", "h1", ",'note':'of the one before'");
	feed_offer(f, "h1", 1, "{}");
	assert_null(mesh_noted_handoff(f->m, handoff_at(f->m, 0)));
	note(f, "handoff", "h1", ",'note':'of this one'");
	assert_non_null(mesh_noted_handoff(f->m, handoff_at(f->m, 0)));
}

/* What a human stopped before it was taken does not go on by itself. */
static void test_stopped(void **state)
{
	struct feed *f = *state;
	const struct handoff *h;

	feed_offer(f, "h1", 1, "{'fallback':'proceed_if_not_progressed_within_60s'}");
	h = handoff_at(f->m, 0);
	feed_about(f, "hub:main", "decision.held", "h1", 1,
		",'decision':'d1','digest':'sha256:"
		"0000000000000000000000000000000000000000000000000000000000000000',"
		"'operator':'mira','until':'2026-04-17T23:27:01Z'");
	assert_int_equal(h->state, STATE_HELD);
	assert_int_equal(h->hold, HOLD_OPERATOR);
	assert_int_equal(h->on_deadline, FALLBACK_ESCALATE);
	assert_true(h->in_review);
	assert_int_equal(handoff_due(h), h->not_before);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_members),
		T(test_what_means_nothing),
		T(test_room),
		T(test_image),
		T(test_of_another),
		T(test_stopped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
