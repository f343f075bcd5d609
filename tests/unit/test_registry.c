/* SPDX-License-Identifier: MIT */
/* The registry's rows, and where `o` leads; drift_news.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <time.h>

#include <cmocka.h>

#include "tests/mesh_feed.h"
#include "views/drift_news.h"
#include "views/registry_own.h"

struct scene {
	struct feed feed;
	struct registry_view *view;
	struct surface surface;
	struct world w;
};

static void begin(struct scene *s)
{
	memset(s, 0, sizeof(*s));
	feed_init(&s->feed);
	s->view = view_registry.open();
	surface_init(&s->surface, 20, 80);
	s->w = (struct world){ .mesh = s->feed.mesh,
		.tick = 100 * SECOND,
		.clock_rate = 1,
		.name = "m",
		.link = { .state = LINK_LIVE } };
}

static void end(struct scene *s)
{
	view_registry.close(s->view);
	surface_fini(&s->surface);
	feed_fini(&s->feed);
}

static struct outcome act(struct scene *s, enum action a)
{
	struct outcome out = { .go = -1 };

	s->w.now = s->feed.time;
	s->w.tick += SECOND;
	view_registry.act(s->view, &s->w, a, STR(""), &out);
	surface_clear(&s->surface);
	view_registry.draw(s->view, &s->w, &s->surface);
	return out;
}

/* Dead letters are where one can act; without them there is the log. */
static void test_where_handoffs_are(void **state)
{
	struct scene s;
	struct outcome out;

	(void)state;
	begin(&s);
	feed_offer(&s.feed, "h1", "a", "b");
	out = act(&s, ACTION_HANDOFFS); /* contracts are first, and there is none */
	assert_int_equal(out.go, -1);
	assert_true(out.message[0] != '\0');
	act(&s, ACTION_NEXT_PANE);
	assert_int_equal(s.view->pane, REG_AGENTS);
	out = act(&s, ACTION_HANDOFFS);
	assert_int_equal(out.go, SCREEN_LOG);
	assert_string_equal(out.go_edge, "a");
	feed_kill(&s.feed, "h1", "a", "other");
	out = act(&s, ACTION_HANDOFFS);
	assert_int_equal(out.go, SCREEN_DEAD);
	assert_string_equal(out.go_edge, "a>b");
	end(&s);
}

/* Tab passes over panes that have nothing, n over rows that are well. */
static void test_only_where_something_is(void **state)
{
	struct scene s;
	struct outcome out;

	(void)state;
	begin(&s);
	out = act(&s, ACTION_NEXT_PANE);
	assert_true(out.message[0] != '\0');
	feed_offer(&s.feed, "h1", "a", "b");
	for (int i = 0; i < 3; i++) {
		act(&s, ACTION_NEXT_PANE);
		assert_int_equal(s.view->pane, REG_AGENTS);
	}
	out = act(&s, ACTION_NEXT_TROUBLE);
	assert_string_equal(out.message, "no other row is in trouble");
	feed_kill(&s.feed, "h1", "a", "other");
	act(&s, ACTION_BOTTOM);
	out = act(&s, ACTION_NEXT_TROUBLE);
	assert_string_equal(out.message, "");
	assert_int_equal(reg_selected(s.view).agent->grave, GRAVE_CRITICAL);
	act(&s, ACTION_TROUBLE);
	assert_int_equal(s.view->rows[REG_AGENTS], 1);
	end(&s);
}

/* What is under the cursor stays there when others come before it. */
static void test_cursor_stays(void **state)
{
	struct scene s;
	uint64_t id;

	(void)state;
	begin(&s);
	feed_offer(&s.feed, "h1", "m", "z");
	act(&s, ACTION_NEXT_PANE);
	s.view->sort[REG_AGENTS] = REG_NAME;
	act(&s, ACTION_BOTTOM);
	feed_offer(&s.feed, "h2", "a", "b");
	act(&s, ACTION_NONE);
	assert_true(list_selected(&s.view->list[REG_AGENTS], &id));
	assert_string_equal(s.feed.mesh->agent[id].name, "z");
	assert_int_equal(s.view->rows[REG_AGENTS], 4);
	end(&s);
}

/* How a contract is written is no alarm; versions that do not meet are. */
static void test_news(void **state)
{
	static const struct {
		struct drift drift;
		bool news;
	} cases[] = {
		{ { .kind = DRIFT_UNTAKEN }, true },
		{ { .kind = DRIFT_UNSENT }, true },
		{ { .kind = DRIFT_MIXED, .last = 2 * 60 * MINUTE }, true },
		{ { .kind = DRIFT_MIXED, .last = MINUTE }, false },
		{ { .kind = DRIFT_NO_SIGNAL, .last = 2 * 60 * MINUTE }, false },
		{ { .kind = DRIFT_FREE_TEXT }, false },
		{ { .kind = DRIFT_NO_SCOPE }, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(
			drift_is_news(&cases[i].drift, 121 * MINUTE), cases[i].news);
	assert_true(
		circle_is_news(&(struct circle){ .last = 112 * MINUTE }, 121 * MINUTE));
	assert_false(
		circle_is_news(&(struct circle){ .last = 111 * MINUTE }, 121 * MINUTE));
}

/* With ' for "; `type` may go on with other attributes. */
static void tell(struct scene *s, const char *source, const char *type, const char *data)
{
	char line[600], time[TIME_TEXT];
	struct event e;
	struct err err = { "" };
	struct str text = { line, 0 };

	time_format(s->feed.time, time);
	text.n = (size_t)snprintf(line, sizeof(line),
		"{\"specversion\":\"1.0\",\"id\":\"h-%llu\",\"source\":\"%s\",\"type\":"
		"\"seam.%s\",\"recordedtime\":\"%s\",\"data\":%s}",
		(unsigned long long)s->feed.mesh->hubsequence + 1, source, type, time,
		data);
	for (size_t i = 0; i < text.n; i++)
		line[i] = line[i] == '\'' ? '"' : line[i];
	assert_true(event_read(&s->feed.doc, text, text, FROM_RECORDING, &e, NULL, &err));
	mesh_apply(s->feed.mesh, &e);
}

static void refuse(struct scene *s, const char *data)
{
	tell(s, "hub:m", "contract.refused", data);
}

/* A file that is refused stands among what drifts until it is good or gone. */
static void test_refused_file(void **state)
{
	struct scene s;
	struct watch k = { 0 };

	(void)state;
	begin(&s);
	refuse(&s, "{\"file\":\"a.json\",\"reason\":\"/gate: must be \\\"to\\\"\"}");
	act(&s, ACTION_NEXT_PANE);
	assert_int_equal(s.view->model.findings, 1);
	assert_string_equal(
		s.view->model.finding[0].words, "a.json: /gate: must be \"to\"");
	drift_look(&k, &s.w);
	assert_int_equal(k.drifting, 1);
	assert_string_equal(
		k.drift_words, "contract file a.json refused: /gate: must be \"to\"");
	refuse(&s, "{\"file\":\"a.json\",\"removed\":true}");
	act(&s, ACTION_NEXT_PANE);
	assert_int_equal(s.view->model.findings, 0);
	end(&s);
}

static void flag(struct scene *s, const char *handoff, const char *more)
{
	char data[300];

	snprintf(data, sizeof(data),
		"{'handoff':'%s','attempt':1,'faults':['schema'],'violations':[{'at':'/l/%c','"
		"message':'missing'}%s]}",
		handoff, handoff[1], more);
	tell(s, "hub:m", "handoff.flagged", data);
}

/* Where Enter leads. */
static const char *open_it(struct scene *s)
{
	static struct outcome out;

	out = act(s, ACTION_OPEN);
	assert_int_equal(out.go, SCREEN_LOG);
	return out.go_handoff;
}

/* What is broken is trouble, refused or not, and its lines lead to the newest handoff. */
static void test_breaks(void **state)
{
	struct scene s;
	struct watch k = { 0 };
	const struct reg_contract *c;

	(void)state;
	begin(&s);
	tell(&s, "hub:m", "contract.loaded",
		"{'contract':{'contract':'x','version':'1.0.0','from':['a'],'to':['b'],"
		"'scope':{},'schema':true,'confidence':{},'fallback':{}}}");
	for (int i = 1; i <= 3; i++) {
		char id[8], data[200];

		snprintf(id, sizeof(id), "h%d", i);
		snprintf(data, sizeof(data),
			"{'handoff':'%s','attempt':1,'from':'a','to':'b','artifact':"
			"{'confidence':1,'fallback':'stop_if_not_progressed_within_1h'}}",
			id);
		tell(&s, "agent:a", "handoff.offered','dataschema':'contract:x/1.0.0",
			data);
		flag(&s, id, i == 2 ? ",{'at':'/due','message':'string'}" : "");
	}
	act(&s, ACTION_TOP);
	c = reg_selected(s.view).contract;
	assert_true(c->broken == 3 && c->refused == 0 && c->grave == GRAVE_WARNING);
	assert_true(c->since == s.feed.time && s.view->model.breaking == 1);
	drift_look(&k, &s.w);
	assert_true(k.refusing && k.breached == 1);
	assert_string_equal(k.breach_of, "x/1.0.0 broken by a");
	assert_string_equal(k.breach_words, "x/1.0.0 broken by a: /l/*: missing");
	/* zoomed, it goes from place to place; below the last it stays */
	act(&s, ACTION_OPEN);
	assert_true(s.view->zoomed && s.view->links == 2);
	assert_string_equal(open_it(&s), "h3");
	act(&s, ACTION_DOWN);
	act(&s, ACTION_DOWN);
	assert_string_equal(open_it(&s), "h2");
	/* what comes moves it not from what it stands on */
	tell(&s, "agent:a", "handoff.offered','dataschema':'contract:x/1.0.0",
		"{'handoff':'h4','attempt':1,'from':'a','to':'b','artifact':"
		"{'confidence':1,'fallback':'whenever'}}");
	act(&s, ACTION_NONE);
	assert_int_equal(s.view->links, 3);
	assert_string_equal(open_it(&s), "h2");
	act(&s, ACTION_BACK);
	assert_false(s.view->zoomed);
	/* ten minutes later it is over */
	s.feed.time += 10 * MINUTE;
	act(&s, ACTION_NONE);
	c = reg_selected(s.view).contract;
	assert_true(c->broken == 4 && c->grave == GRAVE_NONE);
	assert_int_equal(s.view->model.breaking, 0);
	end(&s);
}

#define OF_X(version, schema)                                                            \
	"{'contract':{'contract':'x','version':'" version "','from':['a'],'to':['b'],"   \
	"'scope':{},'schema':" schema ",'confidence':{},'fallback':{}}"

static void offer_x(struct scene *s, const char *id, const char *to)
{
	struct buf b = { 0 };

	buf_fmt(&b,
		"{'handoff':'%s','attempt':1,'from':'a','to':'%s','artifact':"
		"{'confidence':1,'fallback':'stop_if_not_progressed_within_1h'}}",
		id, to);
	tell(s, "agent:a", "handoff.offered','dataschema':'contract:x/1.0.0", b.data);
	buf_fini(&b);
}

static bool shows(const struct scene *s, const char *word)
{
	const struct lines *l = &s->view->lines;

	return l->text.len > 0 && strstr(l->text.data, word) != NULL;
}

/* What was removed is marked while it is offered, and its history says when it went. */
static void test_removed(void **state)
{
	struct scene s;
	const struct reg_contract *c;

	(void)state;
	begin(&s);
	tell(&s, "hub:m", "contract.loaded", OF_X("1.0.0", "true") "}");
	tell(&s, "hub:m", "contract.loaded", OF_X("2.0.0", "true") "}");
	offer_x(&s, "h1", "b");
	act(&s, ACTION_TOP);
	c = reg_selected(s.view).contract;
	assert_true(c->known && c->in_force && c->grave == GRAVE_NONE);
	assert_int_equal(s.view->model.in_force, 2);
	s.feed.time += MINUTE;
	tell(&s, "hub:m", "contract.loaded", OF_X("2.0.0", "true") ",'removed':true}");
	act(&s, ACTION_NONE);
	assert_true(reg_selected(s.view).contract->in_force);
	tell(&s, "hub:m", "contract.loaded", OF_X("1.0.0", "true") ",'removed':true}");
	offer_x(&s, "h2", "b");
	act(&s, ACTION_NONE);
	c = reg_selected(s.view).contract;
	assert_true(c->known && !c->in_force && c->grave == GRAVE_WARNING);
	assert_int_equal(s.view->model.in_force, 0);
	while (s.view->tab != REG_HISTORY)
		act(&s, ACTION_NEXT_TAB);
	assert_true(shows(&s, "x/1.0.0 removed: not in force any more"));
	assert_true(shows(&s, "x/2.0.0 removed: not in force any more"));
	/* it is back */
	tell(&s, "hub:m", "contract.loaded", OF_X("1.0.0", "true") "}");
	s.feed.time += 16 * MINUTE;
	act(&s, ACTION_NONE);
	assert_true(reg_selected(s.view).contract->in_force);
	assert_true(shows(&s, "x/1.0.0 removed"));
	end(&s);
}

/* Who was handed it once, and is none whom it names, does not take it. */
static void test_who_is_broken(void **state)
{
	struct scene s;
	struct buf b = { 0 };

	(void)state;
	begin(&s);
	tell(&s, "hub:m", "contract.loaded", OF_X("1.0.0", "{'type':'string'}") "}");
	offer_x(&s, "h1", "b");
	offer_x(&s, "h2", "stray");
	tell(&s, "hub:m", "contract.loaded", OF_X("1.1.0", "{'type':'number'}") "}");
	act(&s, ACTION_TOP);
	reg_who_words(&b, s.w.mesh, reg_selected(s.view).contract, false);
	assert_string_equal(b.data, "a > b");
	while (s.view->tab != REG_DIFF)
		act(&s, ACTION_NEXT_TAB);
	assert_true(shows(&s, "taken by b"));
	assert_false(shows(&s, "stray"));
	/* as soon as it says so it does */
	tell(&s, "agent:stray", "agent.hello", "{'agent':'stray','accepts':['x']}");
	act(&s, ACTION_NONE);
	assert_true(shows(&s, "taken by b, stray"));
	buf_fini(&b);
	end(&s);
}

/* Who takes a contract is also who says so and was handed nothing yet. */
static void test_who_takes(void **state)
{
	struct scene s;
	struct buf b = { 0 };

	(void)state;
	begin(&s);
	tell(&s, "hub:m", "contract.loaded",
		"{'contract':{'contract':'x','version':'1.0.0','from':['a'],'to':['b','c'],"
		"'scope':{},'schema':true,'confidence':{},'fallback':{}}}");
	act(&s, ACTION_TOP);
	reg_who_words(&b, s.w.mesh, reg_selected(s.view).contract, true);
	assert_string_equal(b.data, "a > b, c");
	tell(&s, "agent:c", "agent.hello", "{'agent':'c','accepts':['x/^1','y']}");
	act(&s, ACTION_TOP);
	buf_reset(&b);
	reg_who_words(&b, s.w.mesh, reg_selected(s.view).contract, true);
	assert_string_equal(b.data, "a > c ^1");
	buf_fini(&b);
	end(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_where_handoffs_are),
		cmocka_unit_test(test_only_where_something_is),
		cmocka_unit_test(test_cursor_stays),
		cmocka_unit_test(test_news),
		cmocka_unit_test(test_refused_file),
		cmocka_unit_test(test_breaks),
		cmocka_unit_test(test_removed),
		cmocka_unit_test(test_who_is_broken),
		cmocka_unit_test(test_who_takes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
