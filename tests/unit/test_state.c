/* SPDX-License-Identifier: MIT */
/*
 * The table "States of a handoff" of the protocol page, cell by cell: once
 * against mesh/state.h, once through a mesh with real events.
 */
#include "mesh/state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "tests/unit/feed.h"

/*
 * A row an event, a column a state. A word is the state that the event leads
 * to, or stays in; a dot: late, or of a hub: without effect.
 */
static const char table[] =
	"event                 offered    held       accepted   progressed completed  refused    failed     dead       escalated  stopped    proceeded  requeued   approved   rejected   discarded\n"
	"offered               offered    offered    offered    offered    offered    offered    offered    offered    offered    offered    offered    offered    offered    offered    offered\n"
	"held                  held       .          held       held       .          .          .          .          .          .          .          .          .          .          .\n"
	"held/decision_refused held       .          held       held       .          .          .          .          .          .          .          held       held       held       .\n"
	"accepted              accepted   held       .          .          .          .          .          .          escalated  .          accepted   .          accepted   .          .\n"
	"progressed            progressed progressed progressed progressed .          .          .          .          progressed .          progressed .          progressed .          .\n"
	"completed             completed  completed  completed  completed  .          .          .          .          completed  .          completed  .          completed  .          .\n"
	"refused               refused    refused    refused    .          .          .          .          .          refused    .          refused    .          refused    .          .\n"
	"failed                failed     failed     failed     failed     .          .          .          .          failed     .          failed     .          failed     .          .\n"
	"dead_lettered         dead       dead       dead       dead       .          dead       dead       .          dead       dead       dead       dead       dead       dead       .\n"
	"fallback/escalate     escalated  escalated  escalated  .          .          escalated  escalated  .          escalated  .          .          .          .          .          .\n"
	"fallback/queue        held       held       held       .          .          held       held       .          held       .          .          .          .          .          .\n"
	"fallback/dead_letter  dead       dead       dead       .          .          dead       dead       .          dead       .          .          .          .          .          .\n"
	"fallback/stop         stopped    stopped    stopped    .          .          stopped    stopped    .          stopped    .          .          .          .          .          .\n"
	"fallback/proceed      proceeded  proceeded  proceeded  .          .          dead       dead       .          proceeded  .          .          .          .          .          .\n"
	"fallback/requeue      requeued   requeued   requeued   .          .          requeued   requeued   .          requeued   .          .          .          .          .          .\n"
	"decision.approved     .          approved   .          .          .          .          .          .          approved   .          .          .          .          .          .\n"
	"decision.rejected     .          rejected   .          .          .          .          .          .          rejected   .          .          .          .          .          .\n"
	"decision.escalated    escalated  escalated  escalated  escalated  .          escalated  escalated  escalated  escalated  escalated  escalated  escalated  escalated  .          .\n"
	"decision.held         held       held       .          .          .          .          .          .          escalated  .          .          .          .          .          .\n"
	"decision.requeued     .          .          .          .          .          requeued   requeued   requeued   .          requeued   .          .          .          .          requeued\n"
	"decision.discarded    .          .          .          .          .          discarded  discarded  discarded  .          discarded  .          .          .          .          .\n";

#define WORD 24

struct cell {
	char event[WORD], from[WORD], to[WORD]; /* to: "" where nothing happens */
};

/* Calls `f` for each cell of the table. */
static void each_cell(void (*f)(const struct cell *c))
{
	char columns[STATES][WORD] = { { 0 } };
	const char *p = table;
	int n, row = 0, cells = 0;

	for (; *p != '\0'; p++, row++) {
		struct cell c;

		for (int column = 0; *p != '\n'; column++, p += strspn(p, " ")) {
			char word[WORD];

			assert_int_equal(sscanf(p, "%23s%n", word, &n), 1);
			p += n;
			assert_in_range(column, 0, STATES - 1);
			if (row == 0) {
				strcpy(columns[column], word);
			} else if (column == 0) {
				strcpy(c.event, word);
			} else {
				strcpy(c.from, columns[column]);
				strcpy(c.to, strcmp(word, ".") == 0 ? "" : word);
				f(&c);
				cells++;
			}
		}
	}
	assert_int_equal(row, 22);
	assert_int_equal(cells, 21 * 15);
}

/* The part behind the slash: a cause or an action. */
static const char *detail_of(const struct cell *c)
{
	const char *slash = strchr(c->event, '/');

	return slash != NULL ? slash + 1 : "";
}

static bool is_event(const struct cell *c, const char *event)
{
	size_t n = strcspn(c->event, "/");

	return n == strlen(event) && memcmp(c->event, event, n) == 0;
}

static bool is_by_hub(const struct cell *c)
{
	return is_event(c, "held") || str_starts(str_of(c->event), "decision.");
}

/* The word of a column as a state; STATE_NONE if it is none. */
static enum handoff_state state_of(const char *word)
{
	for (int s = STATE_NONE + 1; s < STATES; s++) {
		if (strcmp(word, state_name((enum handoff_state)s)) == 0)
			return (enum handoff_state)s;
	}
	return STATE_NONE;
}

/* --- against mesh/state.h -------------------------------------------------- */

static enum event_type type_of(const struct cell *c)
{
	char type[64];

	snprintf(type, sizeof(type), "seam.%s%.*s",
		strchr(c->event, '.') ? "" : "handoff.", (int)strcspn(c->event, "/"),
		c->event);
	assert_int_not_equal(event_type_named(str_of(type)), EV_UNKNOWN);
	return event_type_named(str_of(type));
}

static void check_cell(const struct cell *c)
{
	enum handoff_state from = state_of(c->from), to;
	enum hold_cause cause =
		detail_of(c)[0] != '\0' ? HOLD_DECISION_REFUSED : HOLD_CONFIDENCE;

	assert_int_not_equal(from, STATE_NONE);
	if (is_event(c, "offered"))
		return;
	if (is_event(c, "fallback")) {
		enum fallback_action a = fallback_named(str_of(detail_of(c)));

		to = state_may_fall_back(from) ? state_of_fallback(a) : STATE_NONE;
		if (a == FALLBACK_PROCEED &&
			(from == STATE_REFUSED || from == STATE_FAILED))
			to = STATE_DEAD; /* mesh/handoff.c sees to that */
	} else if (is_event(c, "held")) {
		to = state_may_hold(from, cause) ? STATE_HELD : STATE_NONE;
	} else {
		to = state_after(from, type_of(c));
	}
	if (to != state_of(c->to))
		fail_msg("%s in %s leads to \"%s\"", c->event, c->from, state_name(to));
}

static void test_table(void **state)
{
	(void)state;
	each_cell(check_cell);
}

static void test_names(void **state)
{
	(void)state;
	assert_string_equal(state_name(STATE_NONE), "");
	/* each its own */
	for (int s = STATE_NONE + 1; s < STATES; s++)
		assert_int_equal(state_of(state_name((enum handoff_state)s)), s);
}

/* An event that no row is about leads nowhere. */
static void test_other_events(void **state)
{
	static const enum event_type others[] = { EV_UNKNOWN, EV_OFFERED, EV_FALLBACK,
		EV_HELLO, EV_HEARTBEAT, EV_BYE, EV_DENIED, EV_APPLIED,
		EV_DELIVERY_REFUSED, EV_CLAIMED, EV_RELEASED, EV_CONTRACT_LOADED, EV_GAP,
		EV_DUPLICATE, EV_QUARANTINED, EV_CLOCK_JUMPED, EV_HOOK_SET, EV_HOOK_DONE,
		EV_HOOK_FAILED, EV_HOOK_SKIPPED, EV_MUTE_SET, EV_MUTE_ENDED,
		EV_BASELINE };

	(void)state;
	for (size_t i = 0; i < LEN(others); i++) {
		for (int s = STATE_NONE; s < STATES; s++)
			assert_int_equal(state_after((enum handoff_state)s, others[i]),
				STATE_NONE);
	}
	for (int t = 0; t < EVENT_TYPES; t++)
		assert_int_equal(state_after(STATE_NONE, (enum event_type)t), STATE_NONE);
}

/* --- through a mesh -------------------------------------------------------- */

static const char artifact[] = "{'fallback':'queue_if_not_progressed_within_60s'}";

/* Events by agents are said by b, or by a where b may not. */
static int say(struct feed *f, const char *event, const char *detail)
{
	static unsigned decisions;
	struct buf data = { 0 };
	char type[64], id[32];
	int standing;

	if (strcmp(event, "offered") == 0)
		return feed_offer(f, "h", feed_handoff(f, "h")->attempt + 1, artifact);
	if (str_starts(str_of(event), "decision.")) {
		snprintf(id, sizeof(id), "d%u", decisions++);
		return feed_decision(
			f, event, id, "h", 1, ",'until':'2026-04-17T23:17:01Z'");
	}
	if (strcmp(event, "held") == 0)
		buf_fmt(&data, ",'cause':'%s'", detail[0] ? detail : "confidence");
	else if (strcmp(event, "fallback") == 0)
		buf_fmt(&data, ",'action':'%s'", detail);
	else
		buf_str(&data, ",'reason':'other','detail':'why'");
	snprintf(type, sizeof(type), "handoff.%s", event);
	standing = feed_about(f, strcmp(event, "held") == 0 ? "hub:test" : "agent:b",
		type, "h", 1, data.data);
	buf_fini(&data);
	return standing;
}

/* How an offered handoff comes into each state. */
static const struct {
	const char *state, *event[3], *detail[3];
} ways[] = {
	{ "offered", { NULL }, { NULL } },
	{ "held", { "held" }, { "" } },
	{ "accepted", { "accepted" }, { "" } },
	{ "progressed", { "progressed" }, { "" } },
	{ "completed", { "completed" }, { "" } },
	{ "refused", { "refused" }, { "" } },
	{ "failed", { "failed" }, { "" } },
	{ "dead", { "dead_lettered" }, { "" } },
	{ "escalated", { "decision.escalated" }, { "" } },
	{ "stopped", { "fallback" }, { "stop" } },
	{ "proceeded", { "fallback" }, { "proceed" } },
	{ "requeued", { "dead_lettered", "decision.requeued" }, { "", "" } },
	{ "approved", { "held", "decision.approved" }, { "", "" } },
	{ "rejected", { "decision.escalated", "decision.rejected" }, { "", "" } },
	{ "discarded", { "dead_lettered", "decision.discarded" }, { "", "" } },
};

static void reach(struct feed *f, const char *state)
{
	size_t w = 0;

	while (strcmp(ways[w].state, state) != 0)
		w++;
	assert_int_equal(feed_offer(f, "h", 1, artifact), STANDING_APPLIED);
	for (size_t i = 0; i < 3 && ways[w].event[i] != NULL; i++)
		say(f, ways[w].event[i], ways[w].detail[i]);
	assert_string_equal(feed_state(f, "h"), state);
}

/* Marks that the page asks for beside the state. */
static void check_marks(const struct cell *c, const struct handoff *h)
{
	bool unreviewed =
		strcmp(c->from, "held") == 0 || strcmp(c->from, "escalated") == 0;

	if (is_event(c, "accepted") && unreviewed)
		assert_true(h->taken);
	if ((is_event(c, "progressed") || is_event(c, "completed")) && c->to[0] != '\0')
		assert_int_equal((h->faults & FAULT_UNREVIEWED) != 0, unreviewed);
	if (is_event(c, "fallback") && c->to[0] != '\0')
		assert_true(h->fired && handoff_due(h) == 0);
	if (is_event(c, "decision.held") && c->to[0] != '\0')
		assert_true(h->not_before > h->deadline && !h->final);
	if (is_event(c, "decision.approved") || is_event(c, "decision.rejected") ||
		is_event(c, "decision.requeued") || is_event(c, "decision.discarded"))
		assert_true(c->to[0] == '\0' || (h->final && handoff_due(h) == 0));
	if (is_event(c, "held") && detail_of(c)[0] != '\0' && c->to[0] != '\0')
		assert_true(!h->final && handoff_due(h) == 0);
}

static void run_cell(const struct cell *c)
{
	char event[WORD];
	struct feed f;
	int standing, want = c->to[0] != '\0' ? STANDING_APPLIED : STANDING_LATE;

	snprintf(event, sizeof(event), "%.*s", (int)strcspn(c->event, "/"), c->event);
	feed_open(&f);
	reach(&f, c->from);
	standing = say(&f, event, detail_of(c));
	if (standing != (is_by_hub(c) ? FEED_HUB : want))
		fail_msg("%s in %s: standing %d", c->event, c->from, standing);
	if (strcmp(feed_state(&f, "h"), c->to[0] != '\0' ? c->to : c->from) != 0)
		fail_msg("%s in %s leads to %s", c->event, c->from, feed_state(&f, "h"));
	check_marks(c, feed_handoff(&f, "h"));
	mesh_check(f.m);
	feed_close(&f);
}

static void test_mesh(void **state)
{
	(void)state;
	each_cell(run_cell);
}

/* The same, said of the attempt before: late, or of a hub: without effect. */
static void run_lower(const struct cell *c)
{
	char event[WORD];
	struct feed f;

	if (is_event(c, "offered"))
		return;
	snprintf(event, sizeof(event), "%.*s", (int)strcspn(c->event, "/"), c->event);
	feed_open(&f);
	reach(&f, c->from);
	feed_offer(&f, "h", 2, artifact);
	assert_int_equal(
		say(&f, event, detail_of(c)), is_by_hub(c) ? FEED_HUB : STANDING_LATE);
	assert_string_equal(feed_state(&f, "h"), "offered");
	assert_int_equal(feed_handoff(&f, "h")->attempt, 2);
	assert_int_equal(feed_handoff(&f, "h")->faults, 0);
	mesh_check(f.m);
	feed_close(&f);
}

static void test_lower_attempt(void **state)
{
	(void)state;
	each_cell(run_lower);
}

/* A fallback fires once an attempt, whoever says it, and not after a final decision. */
static void test_fallback_once(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	feed_offer(&f, "h", 1, artifact);
	assert_int_equal(say(&f, "fallback", "escalate"), STANDING_APPLIED);
	assert_int_equal(say(&f, "fallback", "queue"), STANDING_LATE);
	assert_int_equal(feed_about(&f, "hub:test", "handoff.fallback", "h", 1,
				 ",'action':'stop'"),
		FEED_HUB);
	assert_string_equal(feed_state(&f, "h"), "escalated");
	say(&f, "decision.approved", "");
	say(&f, "decision.escalated", "");
	assert_int_equal(say(&f, "fallback", "queue"), STANDING_LATE);
	feed_offer(&f, "h", 2, artifact);
	assert_int_equal(
		feed_about(&f, "agent:a", "handoff.fallback", "h", 2, ",'action':'stop'"),
		STANDING_APPLIED);
	assert_string_equal(feed_state(&f, "h"), "stopped");
	mesh_check(f.m);
	feed_close(&f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_other_events),
		cmocka_unit_test(test_mesh),
		cmocka_unit_test(test_lower_attempt),
		cmocka_unit_test(test_fallback_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
