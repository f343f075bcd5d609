/* SPDX-License-Identifier: MIT */
#include "mesh/mesh.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "tests/unit/feed.h"

static const char contract[] =
	"{'contract':'correlation-to-investigation','version':'1.0.0',"
	"'from':['correlator'],'to':['investigator'],"
	"'scope':{'represents':'a cluster of alerts','excludes':['what to do']},"
	"'schema':{'type':'object'},"
	"'confidence':{'at':'/confidence','review_below':0.8},"
	"'provenance':{'at':'/evidence_refs'},'fallback':{'at':'/fallback'},"
	"'summary':'{/primary_hypothesis}: {/alert_count} alerts on {/services}'}";

static const char offer[] =
	"{'handoff':'ho-7f3a','attempt':1,'from':'correlator','to':'investigator',"
	"'artifact':{'incident_id':'inc-2026-04-17-0042',"
	"'signal_types':['metric','log','trace'],"
	"'services':['checkout-api','payment-client'],"
	"'time_window':{'start':'2026-04-17T23:03:00Z','duration_seconds':240},"
	"'alert_count':84,'primary_hypothesis':'recent_deploy',"
	"'evidence_refs':['deploy:prod-2026-04-17-2247','trace:abc123...'],"
	"'confidence':0.74,'fallback':'escalate_to_oncall_if_not_progressed_within_300s'}}";

static const char attributes[] =
	",'subject':'inc-2026-04-17-0042','run':'9d2e','sequence':'00000000000000000042',"
	"'dataschema':'contract:correlation-to-investigation/1.0.0'";

#define HELD                                                                             \
	",'cause':'confidence','confidence':0.74,'review_below':0.8,"                    \
	"'contract':'correlation-to-investigation/1.0.0','faults':[],"                   \
	"'deadline':'2026-04-17T23:12:01.002000Z',"                                      \
	"'on_deadline':'escalate to oncall'"

/* The artifact of the protocol page, from its offer to its fallback. */
static void run_page(struct feed *f, bool with_contract)
{
	const struct handoff *h;
	char digest[DIGEST_TEXT];

	if (with_contract)
		feed_contract(f, contract);
	else
		feed(f, "hub:test", "clock.jumped", "{'by':1}");
	assert_int_equal(
		feed_with(f, "agent:correlator", "handoff.offered", attributes, offer),
		STANDING_APPLIED);
	h = feed_handoff(f, "ho-7f3a");
	assert_string_equal(state_name(h->state), "offered");
	digest_text(&h->digest, digest);
	assert_string_equal(digest,
		"sha256:f6de833923f1e2b9dc4b74bee0a37b44a198c125d1db85d670b09effb73a3d32");
	assert_true(h->has_confidence && h->confidence == 0.74);
	assert_int_equal(h->on_deadline, FALLBACK_ESCALATE);
	assert_string_equal(h->target, "oncall");
	assert_int_equal(h->deadline, h->offered + 300 * SECOND);
	assert_int_equal(handoff_due(h), h->deadline);
	assert_int_equal(handoff_contract(f->m, h) != NULL, with_contract);
	mesh_check(f->m);

	feed_about(f, "hub:test", "handoff.held", "ho-7f3a", 1, HELD);
	h = feed_handoff(f, "ho-7f3a");
	assert_string_equal(state_name(h->state), "held");
	assert_int_equal(h->hold, HOLD_CONFIDENCE);
	assert_true(h->has_review_below && h->review_below == 0.8);
	assert_int_equal(mesh_next_due(f->m, h->deadline - 1), NONE);
	assert_int_equal(mesh_next_due(f->m, h->deadline), 0);
	mesh_check(f->m);

	feed_wait(f, 300 * SECOND);
	feed_about(f, "hub:test", "handoff.fallback", "ho-7f3a", 1,
		",'action':'escalate','target':'oncall','cause':'deadline',"
		"'overdue_by':0.001");
	h = feed_handoff(f, "ho-7f3a");
	assert_string_equal(state_name(h->state), "escalated");
	assert_true(h->fired);
	assert_int_equal(handoff_due(h), 0);
	assert_int_equal(mesh_next_deadline(f->m), 0);
	mesh_check(f->m);
}

static void test_page(void **state)
{
	struct feed f;
	const struct handoff *h;
	struct counters c;

	(void)state;
	feed_open(&f);
	run_page(&f, true);
	h = feed_handoff(&f, "ho-7f3a");
	assert_string_equal(
		h->summary, "recent_deploy: 84 alerts on checkout-api, payment-client");
	assert_string_equal(handoff_from(f.m, h), "correlator");
	assert_string_equal(handoff_to(f.m, h), "investigator");
	assert_string_equal(incident_at(f.m, h->incident)->id, "inc-2026-04-17-0042");
	c = mesh_counters(f.m);
	assert_int_equal(c.received, 1);
	assert_int_equal(c.standing[STANDING_APPLIED], 1);
	assert_int_equal(c.unheard, 41);
	/* a fallback that the hub fired is answered like a decision */
	assert_int_equal(f.m->decision.count, 1);
	assert_string_equal(decision_at(f.m, 0)->id, "h-4");
	assert_int_equal(decision_at(f.m, 0)->doer, NONE);
	feed_close(&f);
}

/* The contracts are judged by the hub alone: without them the states are the same. */
static void test_without_contracts(void **state)
{
	struct feed with, without;

	(void)state;
	feed_open(&with);
	feed_open(&without);
	run_page(&with, true);
	run_page(&without, false);
	assert_memory_equal(with.m->states, without.m->states, sizeof(with.m->states));
	assert_int_equal(handoff_due(feed_handoff(&with, "ho-7f3a")),
		handoff_due(feed_handoff(&without, "ho-7f3a")));
	feed_close(&with);
	feed_close(&without);
}

/* A deadline that only the contract's pointer leads to comes with the hold. */
static void test_hold_brings_deadline(void **state)
{
	struct feed f;
	const struct handoff *h;

	(void)state;
	feed_open(&f);
	feed_offer(&f, "h", 1, "{'late':'stop_if_not_progressed_within_60s'}");
	assert_int_equal(handoff_due(feed_handoff(&f, "h")), 0);
	feed_about(&f, "hub:test", "handoff.held", "h", 1,
		",'cause':'fault','faults':['no confidence','from a later version'],"
		"'confidence':null,'deadline':'2026-04-17T23:08:01Z','on_deadline':'stop'");
	h = feed_handoff(&f, "h");
	assert_int_equal(h->faults, FAULT_NO_CONFIDENCE);
	assert_int_equal(handoff_due(h), FEED_START + 60 * SECOND);
	assert_int_equal(h->on_deadline, FALLBACK_STOP);
	mesh_check(f.m);
	feed_close(&f);
}

/* --- standings ------------------------------------------------------------- */

#define A1 "{'n':1}"

/* A line: who says what of which handoff, on a mesh where a has offered h to b twice. */
static void test_standings(void **state)
{
	static const struct {
		const char *source, *type, *more, *data;
		int standing;
	} cases[] = {
		/* who may say what */
		{ "agent:b", "handoff.accepted", "", "{'handoff':'h','attempt':2}",
			STANDING_APPLIED },
		{ "agent:a", "handoff.accepted", "", "{'handoff':'h','attempt':2}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:a", "handoff.progressed", "", "{'handoff':'h','attempt':2}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:a", "handoff.completed", "", "{'handoff':'h','attempt':2}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:a", "handoff.refused", "",
			"{'handoff':'h','attempt':2,'reason':'other'}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:a", "handoff.failed", "",
			"{'handoff':'h','attempt':2,'reason':'x'}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:c", "handoff.completed", "", "{'handoff':'h','attempt':2}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:c", "handoff.dead_lettered", "",
			"{'handoff':'h','attempt':2,'reason':'x'}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:a", "handoff.dead_lettered", "",
			"{'handoff':'h','attempt':2,'reason':'x'}", STANDING_APPLIED },
		{ "agent:b", "handoff.dead_lettered", "",
			"{'handoff':'h','attempt':2,'reason':'x'}", STANDING_APPLIED },
		{ "agent:a", "handoff.fallback", "",
			"{'handoff':'h','attempt':2,'action':'stop'}", STANDING_APPLIED },
		{ "agent:b", "handoff.fallback", "",
			"{'handoff':'h','attempt':2,'action':'stop'}", STANDING_APPLIED },
		{ "agent:c", "handoff.fallback", "",
			"{'handoff':'h','attempt':2,'action':'stop'}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:b", "handoff.held", "",
			"{'handoff':'h','attempt':2,'cause':'fault'}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:b", "decision.approved", "", "{'nothing':'of','a':'decision'}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:b", "quarantined", "", "null", STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:b", "gap", "", "{}", STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:b", "contract.loaded", "", "{}", STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:c", "agent.hello", "", "{'agent':'c'}", STANDING_APPLIED },
		{ "agent:c", "agent.hello", "", "{'agent':'b'}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:c", "agent.bye", "", "{'agent':'b'}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:c", "agent.heartbeat", "", "{'agent':'b'}",
			STANDING_SPOKE_FOR_ANOTHER },
		/* hubs that are not the one that journaled it */
		{ "hub:test", "handoff.held", ",'id':'h-99'",
			"{'handoff':'h','attempt':2,'cause':'fault'}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "hub:test", "decision.discarded", ",'id':'h-03'",
			"{'handoff':'h','attempt':2,'decision':'d','operator':'eve',"
			"'digest':'sha256:"
			"00000000000000000000000000000000"
			"00000000000000000000000000000000'}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "hub:test", "handoff.offered", ",'id':'x'",
			"{'handoff':'h2','attempt':1,'from':'a','to':'b','artifact':1}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "hub:test", "of.a.later.version", ",'id':'x'", "null",
			STANDING_SPOKE_FOR_ANOTHER },
		/* the hub's own, but not for a hub to say */
		{ "hub:test", "handoff.completed", "", "{'handoff':'h','attempt':2}",
			FEED_HUB },
		{ "hub:test", "handoff.offered", "",
			"{'handoff':'h','attempt':1,'from':'x','to':'y','artifact':1}",
			FEED_HUB },
		{ "hub:test", "agent.hello", "", "{'agent':'b'}", FEED_HUB },
		{ "hub:test", "of.a.later.version", "", "null", FEED_HUB },
		/* offers */
		{ "agent:c", "handoff.offered", "",
			"{'handoff':'n','attempt':1,'from':'a','to':'b','artifact':1}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:a", "handoff.offered", "",
			"{'handoff':'n','attempt':7,'from':'a','to':'a','artifact':1}",
			STANDING_APPLIED },
		{ "agent:a", "handoff.offered", "",
			"{'handoff':'h','attempt':2,'from':'a','to':'b','artifact':{'n':2}}",
			STANDING_DUPLICATE },
		{ "agent:a", "handoff.offered", "",
			"{'handoff':'h','attempt':2,'from':'a','to':'b','artifact':{'n': 2}}",
			STANDING_CONFLICT },
		{ "agent:a", "handoff.offered", "",
			"{'handoff':'h','attempt':1,'from':'a','to':'b','artifact':{'n':1}}",
			STANDING_DUPLICATE },
		{ "agent:a", "handoff.offered", "",
			"{'handoff':'h','attempt':1,'from':'a','to':'b','artifact':{'n':2}}",
			STANDING_CONFLICT },
		{ "agent:a", "handoff.offered", "",
			"{'handoff':'h','attempt':3,'from':'a','to':'b','artifact':{'n':1}}",
			STANDING_APPLIED },
		{ "agent:a", "handoff.offered", "",
			"{'handoff':'h','attempt':3,'from':'a','to':'c','artifact':{'n':1}}",
			STANDING_CONFLICT },
		{ "agent:c", "handoff.offered", "",
			"{'handoff':'h','attempt':3,'from':'c','to':'b','artifact':{'n':1}}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:c", "handoff.offered", "",
			"{'handoff':'h','attempt':2,'from':'c','to':'b','artifact':{'n':1}}",
			STANDING_CONFLICT },
		/* early, late */
		{ "agent:b", "handoff.accepted", "", "{'handoff':'n','attempt':1}",
			STANDING_EARLY },
		{ "agent:c", "handoff.accepted", "", "{'handoff':'n','attempt':1}",
			STANDING_EARLY },
		{ "agent:b", "handoff.accepted", "", "{'handoff':'h','attempt':3}",
			STANDING_EARLY },
		{ "agent:c", "handoff.accepted", "", "{'handoff':'h','attempt':3}",
			STANDING_SPOKE_FOR_ANOTHER },
		{ "agent:b", "handoff.accepted", "", "{'handoff':'h','attempt':1}",
			STANDING_LATE },
		{ "agent:a", "handoff.accepted", "", "{'handoff':'h','attempt':1}",
			STANDING_SPOKE_FOR_ANOTHER },
		/* ids */
		{ "agent:a", "handoff.offered", ",'id':'first'",
			"{'handoff':'h','attempt':1,'from':'a','to':'b','artifact':{'n':1}}",
			STANDING_DUPLICATE },
		{ "agent:a", "handoff.offered", ",'id':'first'",
			"{'handoff':'h','attempt':1,'from':'a','to':'b','artifact':{'n':1} }",
			STANDING_ID_REUSED },
		{ "agent:a", "handoff.dead_lettered", ",'id':'first'",
			"{'handoff':'h','attempt':1,'from':'a','to':'b','artifact':{'n':1},"
			"'reason':'x'}",
			STANDING_ID_REUSED },
		{ "agent:b", "handoff.accepted", ",'id':'first'",
			"{'handoff':'h','attempt':2}", STANDING_APPLIED },
		{ "agent:a", "handoff.offered", ",'id':'first','subject':'other'",
			"{'handoff':'h','attempt':1,'from':'a','to':'b','artifact':{'n':1}}",
			STANDING_DUPLICATE },
		/* types */
		{ "agent:b", "handoff.polished", "", "{'handoff':'h','attempt':2}",
			STANDING_UNKNOWN_TYPE },
		{ "agent:b", "handoff.polished", "", "7", STANDING_UNKNOWN_TYPE },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct feed f;
		struct buf before = { 0 }, after = { 0 };
		int standing;

		feed_open(&f);
		feed_with(&f, "agent:a", "handoff.offered", ",'id':'first'",
			"{'handoff':'h','attempt':1,'from':'a','to':'b',"
			"'artifact':{'n':1}}");
		feed_offer(&f, "h", 2, "{'n':2}");
		dump_handoff(&before, f.m, 0);
		standing = feed_with(
			&f, cases[i].source, cases[i].type, cases[i].more, cases[i].data);
		if (standing != cases[i].standing)
			fail_msg("case %zu, %s %s %s: standing %d", i, cases[i].source,
				cases[i].type, cases[i].data, standing);
		mesh_check(f.m);
		/* what is not applied moves nothing, but is remembered */
		dump_handoff(&after, f.m, 0);
		if (standing != STANDING_APPLIED)
			assert_memory_equal(before.data, after.data,
				strchr(before.data, '\n') - before.data);
		assert_int_equal(f.m->events, 3);
		assert_int_equal(f.m->log_lines, 3);
		buf_fini(&before);
		buf_fini(&after);
		feed_close(&f);
	}
}

static void test_names(void **state)
{
	static const char *const names[STANDINGS][2] = { { "applied", "applied" },
		{ "early", "early" }, { "duplicate", "duplicates" },
		{ "conflict", "conflicts" }, { "id_reused", "id_reused" },
		{ "late", "late" }, { "spoke_for_another", "spoke_for_another" },
		{ "unknown_type", "unknown_type" }, { "quarantined", "quarantined" } };

	(void)state;
	for (int s = 0; s < STANDINGS; s++) {
		assert_string_equal(standing_name((enum standing)s), names[s][0]);
		assert_string_equal(standing_counter((enum standing)s), names[s][1]);
	}
}

/* The journal's own numbers: what is not above the last one is the same entry again. */
static void test_same_entry(void **state)
{
	struct feed f;
	struct event e;
	struct buf before = { 0 }, after = { 0 };

	(void)state;
	feed_open(&f);
	feed_offer(&f, "h", 1, A1);
	feed_dump(&before, f.m);
	assert_true(event_read(&f.doc, buf_view(&f.line), buf_view(&f.line),
		FROM_RECORDING, &e, NULL, NULL));
	assert_false(mesh_apply(f.m, &e));
	feed_dump(&after, f.m);
	assert_string_equal(before.data, after.data);
	e.hubsequence = 0; /* and without a number it gets the next */
	assert_true(mesh_apply(f.m, &e));
	assert_int_equal(f.m->hubsequence, 2);
	assert_int_equal(mesh_counters(f.m).standing[STANDING_DUPLICATE], 1);
	e.hubsequence = 17; /* holes in it are none of the fold's business */
	assert_true(mesh_apply(f.m, &e));
	assert_int_equal(f.m->hubsequence, 17);
	buf_fini(&before);
	buf_fini(&after);
	feed_close(&f);
}

/* A recording's line that bears no number, or not one above the last, gets the next. */
static void test_append(void **state)
{
	static const struct {
		uint64_t number, place;
	} cases[] = { { 5, 5 }, { 0, 6 }, { 3, 7 }, { 7, 8 }, { 9, 9 }, { 0, 10 } };
	struct feed f;
	struct event e;

	(void)state;
	feed_open(&f);
	feed_offer(&f, "h", 1, A1);
	assert_true(event_read(&f.doc, buf_view(&f.line), buf_view(&f.line),
		FROM_RECORDING, &e, NULL, NULL));
	for (size_t i = 0; i < LEN(cases); i++) {
		e.hubsequence = cases[i].number;
		mesh_append(f.m, &e);
		assert_int_equal(f.m->hubsequence, cases[i].place);
		assert_int_equal(mesh_counters(f.m).standing[STANDING_DUPLICATE], i + 1);
	}
	feed_close(&f);
}

/* What a hub counts for others: quarantine, duplicates that it did not keep, holes. */
static void test_hub_counts(void **state)
{
	struct feed f;
	struct counters c;
	uint32_t agent;
	uint64_t lost;

	(void)state;
	feed_open(&f);
	feed(&f, "hub:test", "quarantined",
		"{'reason':'not_json','detail':'byte 1','size':3,'sha256':'','bytes':'eHh4',"
		"'lane':'events'}");
	feed(&f, "hub:test", "duplicate",
		"{'source':'agent:a','id':'e1','of':'00000000000000000001','count':41}");
	feed_with(&f, "agent:a", "agent.heartbeat", ",'run':'r','sequence':'3'",
		"{'agent':'a'}");
	feed_with(&f, "agent:a", "agent.heartbeat", ",'run':'r','sequence':'7'",
		"{'agent':'a'}");
	c = mesh_counters(f.m);
	assert_int_equal(c.standing[STANDING_QUARANTINED], 1);
	assert_int_equal(c.standing[STANDING_DUPLICATE], 41);
	assert_int_equal(c.standing[STANDING_APPLIED], 2);
	assert_int_equal(c.received, 44);
	assert_int_equal(c.unheard, 2);
	assert_int_equal(c.lost, 0);
	feed(&f, "hub:test", "gap",
		"{'source':'agent:a','run':'r','first':'4','last':'6'}");
	assert_int_equal(mesh_counters(f.m).lost, 3);
	feed_with(&f, "agent:a", "agent.heartbeat", ",'run':'r','sequence':'5'",
		"{'agent':'a'}");
	assert_int_equal(mesh_counters(f.m).lost, 2);
	assert_int_equal(mesh_agent_lost(f.m, mesh_find_agent(f.m, STR("a"))), 2);
	assert_true(mesh_run_lost(f.m, 0, &agent, &lost));
	assert_int_equal(agent, mesh_find_agent(f.m, STR("a")));
	assert_int_equal(lost, 2);
	assert_false(mesh_run_lost(f.m, 1, &agent, &lost));
	/* gaps of nobody, and with names that no run can have */
	feed(&f, "hub:test", "gap", "{'source':'agent:x','first':'4','last':'6'}");
	feed(&f, "hub:test", "gap", "{'first':'6','last':'4'}");
	feed(&f, "hub:test", "gap", "{'source':1,'run':{},'first':'4','last':'6'}");
	assert_int_equal(mesh_counters(f.m).lost, 2);
	feed_close(&f);
}

/* A hole comes of age by the recorded time of whatever comes next. */
static void test_holes(void **state)
{
	struct feed f;
	struct numbered first;
	uint64_t last;

	(void)state;
	feed_open(&f);
	feed_with(&f, "agent:a", "agent.heartbeat", ",'run':'r','sequence':'1'",
		"{'agent':'a'}");
	feed_with(&f, "agent:a", "agent.heartbeat", ",'run':'r','sequence':'4'",
		"{'agent':'a'}");
	assert_int_equal(mesh_next_gap_due(f.m), f.now + 2 * SECOND);
	feed_wait(&f, 2 * SECOND - 2000);
	feed(&f, "agent:b", "agent.heartbeat", "{'agent':'b'}");
	assert_int_equal(mesh_counters(f.m).lost, 0);
	assert_false(mesh_next_gap(f.m, f.now, &first, &last));
	feed(&f, "agent:b", "agent.heartbeat", "{'agent':'b'}");
	assert_int_equal(mesh_counters(f.m).lost, 2);
	assert_true(mesh_next_gap(f.m, f.now, &first, &last));
	assert_true(str_is(first.source, "agent:a") && str_is(first.run, "r"));
	assert_true(first.number == 2 && last == 3);
	feed(&f, "hub:test", "gap",
		"{'source':'agent:a','run':'r','first':'2','last':'3'}");
	assert_false(mesh_next_gap(f.m, f.now, &first, &last));
	/* what was said for another uses up no number */
	feed_with(
		&f, "agent:a", "agent.bye", ",'run':'r','sequence':'3'", "{'agent':'b'}");
	assert_int_equal(mesh_counters(f.m).lost, 2);
	/* an id again: a duplicate, and its number is heard */
	feed_with(&f, "agent:a", "agent.heartbeat", ",'id':'e1','run':'r','sequence':'3'",
		"{'agent':'a'}");
	assert_int_equal(mesh_counters(f.m).standing[STANDING_DUPLICATE], 1);
	assert_int_equal(mesh_counters(f.m).lost, 1);
	feed_close(&f);
}

/* --- early ----------------------------------------------------------------- */

static void test_early(void **state)
{
	struct feed f;
	struct counters c;
	const struct handoff *h;
	struct buf b = { 0 };

	(void)state;
	feed_open(&f);
	/* of attempt 1, by the right one, a stranger, and what cannot follow */
	feed_about(&f, "agent:b", "handoff.accepted", "h", 1, "");
	feed_about(&f, "agent:c", "handoff.progressed", "h", 1, "");
	feed_about(&f, "agent:b", "handoff.accepted", "h", 1, "");
	feed_about(&f, "agent:b", "handoff.failed", "h", 1,
		",'reason':'crash','detail':'core'");
	/* of attempt 2, and of another handoff */
	feed_about(&f, "agent:b", "handoff.accepted", "h", 2, "");
	feed_about(&f, "agent:b", "handoff.accepted", "i", 1, "");
	feed_about(&f, "agent:b", "handoff.completed", "h", 2, "");
	c = mesh_counters(f.m);
	assert_int_equal(c.standing[STANDING_EARLY], 7);
	assert_int_equal(f.m->handoff.count, 0);

	feed_offer(&f, "h", 1, A1);
	c = mesh_counters(f.m);
	assert_int_equal(c.standing[STANDING_EARLY], 3);
	assert_int_equal(c.standing[STANDING_APPLIED], 3);
	assert_int_equal(c.standing[STANDING_LATE], 1);
	assert_int_equal(c.standing[STANDING_SPOKE_FOR_ANOTHER], 1);
	h = feed_handoff(&f, "h");
	assert_string_equal(feed_state(&f, "h"), "failed");
	assert_string_equal(h->reason, "crash");
	assert_string_equal(h->detail, "core");
	dump_handoff(&b, f.m, 0);
	assert_non_null(strstr(b.data,
		" 8:offered:applied 1:accepted:applied 2:progressed:spoke_for_another"
		" 3:accepted:late 4:failed:applied"));
	mesh_check(f.m);

	feed_about(&f, "agent:b", "handoff.progressed", "h", 3, "");
	feed_offer(&f, "h", 2, A1);
	assert_string_equal(feed_state(&f, "h"), "completed");
	assert_int_equal(mesh_counters(f.m).standing[STANDING_EARLY], 2);
	feed_offer(&f, "i", 1, A1);
	assert_string_equal(feed_state(&f, "i"), "accepted");
	feed_about(&f, "agent:b", "handoff.completed", "h", 3, "");
	feed_offer(&f, "h", 3, A1);
	assert_string_equal(feed_state(&f, "h"), "completed");
	c = mesh_counters(f.m);
	assert_int_equal(c.standing[STANDING_EARLY], 0);
	mesh_check(f.m);
	buf_fini(&b);
	feed_close(&f);
}

/* Of what waits the last is released first; what comes then waits behind the rest. */
static void test_early_tail(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	feed_about(&f, "agent:b", "handoff.accepted", "h", 2, "");
	feed_about(&f, "agent:b", "handoff.accepted", "h", 1, "");
	feed_offer(&f, "h", 1, A1);
	feed_about(&f, "agent:b", "handoff.completed", "h", 2, "");
	assert_int_equal(mesh_counters(f.m).standing[STANDING_EARLY], 2);
	feed_offer(&f, "h", 2, A1);
	assert_string_equal(feed_state(&f, "h"), "completed");
	assert_int_equal(mesh_counters(f.m).standing[STANDING_EARLY], 0);
	mesh_check(f.m);
	feed_close(&f);
}

/* An attempt that was skipped: what waited for it is late when a higher one stands. */
static void test_early_overtaken(void **state)
{
	struct feed f;

	(void)state;
	feed_open(&f);
	feed_about(&f, "agent:b", "handoff.accepted", "h", 1, "");
	feed_offer(&f, "h", 2, A1);
	assert_string_equal(feed_state(&f, "h"), "offered");
	assert_int_equal(mesh_counters(f.m).standing[STANDING_LATE], 1);
	assert_int_equal(mesh_counters(f.m).standing[STANDING_EARLY], 0);
	/* the first attempt, offered late, was never heard of */
	assert_int_equal(feed_offer(&f, "h", 1, A1), STANDING_LATE);
	feed_close(&f);
}

/* --- decisions ------------------------------------------------------------- */

static void deliver(struct feed *f, const char *what, const char *id, const char *agent)
{
	struct buf b = { 0 };

	buf_fmt(&b, ",'decision':'%s','agent':'%s','reason':'because'", id, agent);
	feed_about(f, "hub:test", what, "h", 1, b.data);
	buf_fini(&b);
}

#define GATED(gate)                                                                      \
	"{'contract':'c','version':'1.0.0','from':['a'],'to':['b'],'schema':{},"         \
	"'scope':{},'confidence':{},'fallback':{},'gate':'" gate "'}"

static void offer_gated(struct feed *f, const char *gate)
{
	feed_open(f);
	feed_contract(f, gate[0] == 't' ? GATED("to") : GATED("from"));
	feed_with(f, "agent:a", "handoff.offered", ",'dataschema':'contract:c/1.0.0'",
		"{'handoff':'h','attempt':1,'from':'a','to':'b',"
		"'artifact':{'fallback':'requeue_if_not_progressed_within_60s'}}");
	feed_about(f, "hub:test", "handoff.held", "h", 1, ",'cause':'confidence'");
}

/* Who has to do a decision: docs/PROTOCOL.md, "An agent that waits". */
static void test_doer(void **state)
{
	static const struct {
		const char *gate, *type, *data, *doer; /* doer: "" nobody */
	} cases[] = {
		{ "to", "decision.approved", "", "b" },
		{ "from", "decision.approved", "", "a" },
		{ "to", "decision.rejected", "", "a" },
		{ "from", "decision.rejected", "", "a" },
		{ "to", "decision.escalated", "", "" },
		{ "to", "decision.held", ",'until':'2026-04-17T23:17:01Z'", "" },
		{ "to", "handoff.fallback", ",'action':'proceed'", "b" },
		{ "from", "handoff.fallback", ",'action':'proceed'", "a" },
		{ "to", "handoff.fallback", ",'action':'requeue'", "a" },
		{ "to", "handoff.fallback", ",'action':'stop'", "" },
		{ "to", "handoff.fallback", ",'action':'escalate'", "" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		const struct decision *d;
		struct feed f;

		offer_gated(&f, cases[i].gate);
		if (str_starts(str_of(cases[i].type), "decision."))
			feed_decision(&f, cases[i].type, "d", "h", 1, cases[i].data);
		else
			feed_about(&f, "hub:test", cases[i].type, "h", 1, cases[i].data);
		assert_int_equal(f.m->decision.count, 1);
		d = decision_at(f.m, 0);
		if (cases[i].doer[0] == '\0') {
			assert_int_equal(d->doer, NONE);
			assert_int_equal(d->delivery, DELIVERY_NONE);
		} else {
			assert_string_equal(f.m->agent[d->doer].name, cases[i].doer);
			assert_int_equal(d->delivery, DELIVERY_WAITING);
		}
		assert_int_equal(mesh_find_decision(f.m, str_of(d->id)), 0);
		feed_close(&f);
	}
}

static void test_applied(void **state)
{
	struct feed f;
	const struct decision *d;

	(void)state;
	offer_gated(&f, "to");
	feed_decision(&f, "decision.approved", "d1", "h", 1, ",'note':'go'");
	assert_string_equal(feed_state(&f, "h"), "approved");
	assert_true(feed_handoff(&f, "h")->final);
	assert_int_equal(handoff_due(feed_handoff(&f, "h")), 0);
	d = decision_at(f.m, 0);
	assert_string_equal(d->operator_name, "alice");
	assert_string_equal(d->note, "go");
	/* the other party is told and does nothing */
	deliver(&f, "delivery.applied", "d1", "a");
	assert_true(d->told_from && !d->told_to);
	assert_int_equal(d->delivery, DELIVERY_WAITING);
	/* strangers and unknown decisions change nothing */
	deliver(&f, "delivery.applied", "d1", "zz");
	deliver(&f, "delivery.applied", "d9", "b");
	assert_int_equal(d->delivery, DELIVERY_WAITING);
	deliver(&f, "delivery.applied", "d1", "b");
	assert_true(d->told_to);
	assert_int_equal(d->delivery, DELIVERY_APPLIED);
	assert_int_equal(d->answered, f.m->hubsequence);
	/* what is answered stays so */
	deliver(&f, "delivery.refused", "d1", "b");
	assert_int_equal(d->delivery, DELIVERY_APPLIED);
	assert_string_equal(feed_state(&f, "h"), "approved");
	mesh_check(f.m);
	feed_close(&f);
}

/* Its doer would not: it comes back to a human, without a deadline, to be decided again.
 */
static void test_refused(void **state)
{
	struct feed f;
	const struct handoff *h;

	(void)state;
	offer_gated(&f, "to");
	assert_int_not_equal(handoff_due(feed_handoff(&f, "h")), 0);
	feed_decision(&f, "decision.approved", "d1", "h", 1, "");
	deliver(&f, "delivery.refused", "d1", "b");
	assert_int_equal(decision_at(f.m, 0)->delivery, DELIVERY_REFUSED);
	assert_string_equal(decision_at(f.m, 0)->reason, "because");
	feed_about(&f, "hub:test", "handoff.held", "h", 1,
		",'cause':'decision_refused','deadline':null");
	h = feed_handoff(&f, "h");
	assert_string_equal(feed_state(&f, "h"), "held");
	assert_int_equal(h->hold, HOLD_DECISION_REFUSED);
	assert_false(h->final);
	assert_int_equal(handoff_due(h), 0);
	mesh_check(f.m);
	feed_decision(&f, "decision.rejected", "d2", "h", 1, ",'note':'no'");
	assert_string_equal(feed_state(&f, "h"), "rejected");
	assert_int_equal(feed_handoff(&f, "h")->decision, 1);
	mesh_check(f.m);
	feed_close(&f);
}

/* A decision id stands once; one on another attempt stands for nothing. */
static void test_decided_again(void **state)
{
	struct feed f;

	(void)state;
	offer_gated(&f, "to");
	feed_decision(&f, "decision.escalated", "d1", "h", 1, ",'target':'boss'");
	feed_decision(&f, "decision.rejected", "d1", "h", 1, "");
	assert_int_equal(f.m->decision.count, 1);
	assert_string_equal(feed_state(&f, "h"), "escalated");
	feed_decision(&f, "decision.rejected", "d2", "h", 2, "");
	feed_decision(&f, "decision.rejected", "d3", "nobody", 1, "");
	assert_int_equal(f.m->decision.count, 1);
	assert_string_equal(decision_at(f.m, 0)->target, "boss");
	feed_close(&f);
}

/* Approved as edited: another digest goes out than came in. */
static void test_edited(void **state)
{
	struct digest want = digest_of(STR("{\"n\":2}"));
	struct feed f;

	(void)state;
	offer_gated(&f, "to");
	feed_decision(&f, "decision.approved", "d1", "h", 1, ",'artifact':{'n':2}");
	assert_true(decision_at(f.m, 0)->edited);
	assert_true(digest_eq(&decision_at(f.m, 0)->new_digest, &want));
	assert_true(
		digest_eq(&decision_at(f.m, 0)->digest, &feed_handoff(&f, "h")->digest));
	feed_close(&f);
}

/* Hold stops the clock until a time; claims come and go; nothing else moves. */
static void test_hold_and_claim(void **state)
{
	struct feed f;
	const struct handoff *h;

	(void)state;
	offer_gated(&f, "to");
	feed_decision(
		&f, "decision.held", "d1", "h", 1, ",'until':'2026-04-17T23:22:01Z'");
	h = feed_handoff(&f, "h");
	assert_int_equal(handoff_due(h), FEED_START + 15 * MINUTE);
	assert_string_equal(feed_state(&f, "h"), "held");
	mesh_check(f.m);
	feed_about(&f, "hub:test", "review.claimed", "h", 1,
		",'operator':'bob','until':'2026-04-17T23:10:00Z'");
	assert_string_equal(h->claimed_by, "bob");
	assert_true(h->claimed_until > FEED_START);
	feed_about(&f, "hub:test", "review.released", "h", 1, ",'operator':'bob'");
	assert_null(h->claimed_by);
	assert_int_equal(h->claimed_until, 0);
	feed_about(&f, "hub:test", "decision.denied", "h", 1,
		",'decision':'d2','operator':'eve','action':'approve','code':'stale'");
	assert_int_equal(f.m->decision.count, 1);
	assert_string_equal(feed_state(&f, "h"), "held");
	assert_int_equal(handoff_due(h), FEED_START + 15 * MINUTE);
	feed_close(&f);
}

static void claim(struct feed *f, const char *who, const char *until)
{
	char more[120];

	snprintf(more, sizeof(more), ",'operator':'%s','until':'2026-04-17T%sZ'", who,
		until);
	feed_about(f, "hub:test", "review.claimed", "h", 1, more);
}

/* What ends a claim: its own time, a decision, leaving the queue; never the other one. */
static void test_claim_ends(void **state)
{
	struct feed f;
	const struct handoff *h;
	int64_t since;

	(void)state;
	offer_gated(&f, "to");
	h = feed_handoff(&f, "h");
	claim(&f, "bob", "23:10:00");
	since = h->claimed_since;
	assert_int_equal(since, f.m->now);
	assert_string_equal(handoff_claimant(h, h->claimed_until - 1), "bob");
	assert_null(handoff_claimant(h, h->claimed_until));
	feed_wait(&f, SECOND);
	claim(&f, "bob", "23:11:00");
	assert_int_equal(h->claimed_since, since);
	claim(&f, "eve", "23:12:00");
	assert_true(h->claimed_since > since);
	assert_int_equal(h->claimed_since, f.m->now);
	feed_wait(&f, 20 * MINUTE);
	claim(&f, "eve", "23:45:00");
	assert_int_equal(h->claimed_since, f.m->now);
	feed_decision(
		&f, "decision.held", "d1", "h", 1, ",'until':'2026-04-17T23:52:01Z'");
	assert_null(h->claimed_by);
	claim(&f, "eve", "23:45:00");
	assert_string_equal(h->claimed_by, "eve");
	feed_about(&f, "agent:b", "handoff.completed", "h", 1, "");
	assert_false(h->in_review);
	assert_null(h->claimed_by);
	assert_int_equal(h->claimed_since, 0);
	assert_int_equal(h->claimed_until, 0);
	claim(&f, "eve", "23:45:00");
	assert_null(h->claimed_by);
	mesh_check(f.m);
	feed_close(&f);
}

/* --- lists ----------------------------------------------------------------- */

static void ids_of(struct buf *b, const struct mesh *m, const struct order *o)
{
	struct order_item x;

	buf_reset(b);
	buf_str(b, "");
	for (size_t i = 0; order_at(o, i, &x); i++)
		buf_fmt(b, "%s%s", i > 0 ? " " : "", handoff_at(m, x.id)->id);
}

static void test_review_order(void **state)
{
	struct feed f;
	struct buf b = { 0 };

	(void)state;
	feed_open(&f);
	feed_offer(&f, "none-old", 1, "1");
	feed_wait(&f, 5 * SECOND);
	feed_offer(&f, "none-new", 1, "1");
	feed_offer(&f, "late", 1, "{'fallback':'stop_if_not_progressed_within_9m'}");
	feed_offer(&f, "soon", 1, "{'fallback':'stop_if_not_progressed_within_1m'}");
	feed_offer(&f, "next", 1, "{'fallback':'stop_if_not_progressed_within_5m'}");
	for (uint32_t i = 5; i-- > 0;)
		feed_about(&f, "hub:test", "handoff.held", handoff_at(f.m, i)->id, 1,
			",'cause':'fault'");
	ids_of(&b, f.m, &f.m->review);
	assert_string_equal(b.data, "soon next late none-old none-new");
	feed_decision(
		&f, "decision.held", "d1", "soon", 1, ",'until':'2026-04-17T23:15:00Z'");
	ids_of(&b, f.m, &f.m->review);
	assert_string_equal(b.data, "next soon late none-old none-new");
	feed_decision(&f, "decision.escalated", "d2", "late", 1, "");
	feed_decision(&f, "decision.approved", "d3", "next", 1, "");
	feed_about(&f, "hub:test", "handoff.fallback", "soon", 1, ",'action':'queue'");
	ids_of(&b, f.m, &f.m->review);
	assert_string_equal(b.data, "late none-old none-new soon");
	assert_int_equal(f.m->edge[0].waiting, 4);
	assert_int_equal(f.m->edge[0].held, 3);
	mesh_check(f.m);
	buf_fini(&b);
	feed_close(&f);
}

static uint32_t letters_of(const struct mesh *m, const char *reason)
{
	for (uint32_t g = 0; g < m->dead_groups; g++) {
		if (strcmp(m->dead_group[g].reason, reason) == 0)
			return (uint32_t)m->dead_group[g].letters.count;
	}
	return 0;
}

/* dead lists dead and stopped, and those refused and failed that no fallback waits for.
 */
static void offer_under(struct feed *f, const char *id, const char *artifact)
{
	struct buf b = { 0 };

	buf_fmt(&b, "{'handoff':'%s','attempt':1,'from':'a','to':'b','artifact':%s}", id,
		artifact);
	feed_with(f, "agent:a", "handoff.offered", ",'dataschema':'contract:x/1.0.0'",
		b.data);
	buf_fini(&b);
}

/* Half of the offers break their contract, and five at least: since the first of them. */
static void test_wave(void **state)
{
	static const char good[] = "{'confidence':0.9}";
	struct feed f;
	const struct edge *e;
	int64_t since;
	char id[20];

	(void)state;
	feed_open(&f);
	feed_contract(&f,
		"{'contract':'x','version':'1.0.0','from':['a'],'to':['b'],'schema':{},"
		"'scope':{},'confidence':{},'fallback':{}}");
	for (int i = 0; i < 14; i++) {
		snprintf(id, sizeof(id), "h%d", i);
		offer_under(&f, id, i < 4 ? good : i < 13 ? "{'confidence':2}" : good);
		e = &f.m->edge[0];
		if (i == 4)
			since = f.m->now;
		/* of the ninth on half are; a missing fallback alone is none */
		assert_int_equal(edge_breaks(e, f.m->now),
			i < 8            ? 0
				: i < 13 ? i - 3
					 : 9);
	}
	assert_int_equal(e->breaks_since, since);
	assert_int_equal(e->broken, 0);
	assert_int_equal(edge_breaks(e, f.m->now + 11 * MINUTE), 0);
	feed_wait(&f, 11 * MINUTE);
	for (int i = 0; i < 5; i++) {
		snprintf(id, sizeof(id), "late%d", i);
		offer_under(&f, id, "{'confidence':2}");
		if (i == 0)
			since = f.m->now;
	}
	assert_int_equal(edge_breaks(e, f.m->now), 5);
	assert_int_equal(e->breaks_since, since);
	for (int i = 0; i < 20; i++) {
		snprintf(id, sizeof(id), "none%d", i);
		offer_under(&f, id, "{'confidence':0.9}");
	}
	assert_int_equal(edge_breaks(e, f.m->now), 0);
	feed_close(&f);
}

static void test_dead(void **state)
{
	struct feed f;
	struct buf b = { 0 };

	(void)state;
	feed_open(&f);
	feed_offer(&f, "waits", 1, "{'fallback':'proceed_if_not_progressed_within_1m'}");
	for (int i = 1; i <= 4; i++)
		feed_offer(&f,
			(const char *[]){ "refused", "failed", "dead", "stopped" }[i - 1],
			1, "1");
	feed_about(&f, "agent:b", "handoff.refused", "waits", 1, ",'reason':'overload'");
	feed_about(
		&f, "agent:b", "handoff.refused", "refused", 1, ",'reason':'overload'");
	feed_about(&f, "agent:a", "handoff.fallback", "stopped", 1, ",'action':'stop'");
	feed_about(&f, "agent:a", "handoff.dead_lettered", "dead", 1,
		",'reason':'poison','detail':'x'");
	feed_about(&f, "agent:b", "handoff.failed", "failed", 1, ",'reason':'overload'");
	ids_of(&b, f.m, &f.m->dead);
	assert_string_equal(b.data, "refused stopped dead failed");
	assert_int_equal(letters_of(f.m, "overload"), 2);
	assert_int_equal(letters_of(f.m, "stopped"), 1);
	assert_int_equal(letters_of(f.m, "poison"), 1);
	mesh_check(f.m);
	/* for one that was refused proceed acts as dead_letter */
	feed_wait(&f, MINUTE);
	feed_about(&f, "hub:test", "handoff.fallback", "waits", 1, ",'action':'proceed'");
	assert_string_equal(feed_state(&f, "waits"), "dead");
	ids_of(&b, f.m, &f.m->dead);
	assert_string_equal(b.data, "refused stopped dead failed waits");
	assert_int_equal(letters_of(f.m, "overload"), 3);
	/* put back, thrown away, offered again: none is dead any more */
	feed_decision(&f, "decision.requeued", "d1", "refused", 1, ",'next_attempt':2");
	feed_decision(&f, "decision.discarded", "d2", "dead", 1, "");
	feed_offer(&f, "failed", 2, "1");
	ids_of(&b, f.m, &f.m->dead);
	assert_string_equal(b.data, "stopped waits");
	assert_int_equal(letters_of(f.m, "overload"), 1);
	assert_int_equal(letters_of(f.m, "poison"), 0);
	assert_int_equal(decision_at(f.m, 1)->next_attempt, 2);
	mesh_check(f.m);
	buf_fini(&b);
	feed_close(&f);
}

/* One odd refusal at the end is not what broke it. */
static void test_edge_cause(void **state)
{
	struct edge_cause c;
	const struct edge *e;
	struct feed f;
	char id[20], reason[40];

	(void)state;
	feed_open(&f);
	for (int i = 0; i < 20; i++) {
		snprintf(id, sizeof(id), "h%d", i);
		/* more odd ones than an edge keeps */
		snprintf(reason, sizeof(reason), ",'reason':'odd-%d'", i);
		feed_offer(&f, id, 1, "{'confidence':0.9}");
		if (i % 2 == 0)
			feed_about(&f, "agent:b", "handoff.refused", id, 1,
				",'reason':'version'");
		else
			feed_about(&f, "agent:b", "handoff.dead_lettered", id, 1, reason);
	}
	e = &f.m->edge[0];
	c = edge_cause(e, f.now);
	assert_string_equal(c.reason, "version");
	assert_string_equal(c.latest, "odd-19");
	assert_int_equal(c.count, 10);
	assert_true(c.all > 10);
	/* ten minutes later only the last is known */
	c = edge_cause(e, f.now + 11 * MINUTE);
	assert_string_equal(c.reason, "odd-19");
	assert_null(c.latest);
	assert_int_equal(c.count, 0);
	/* a dead letter of a refusal is one trouble with it */
	feed_about(
		&f, "agent:b", "handoff.dead_lettered", "h0", 1, ",'reason':'version'");
	assert_int_equal(edge_cause(e, f.now).count, 10);
	mesh_check(f.m);
	feed_close(&f);
}

static void test_edges(void **state)
{
	struct feed f;
	const struct edge *e;
	uint32_t a, b;

	(void)state;
	feed_open(&f);
	feed_offer(&f, "h1", 1, "{'confidence':0.9}");
	feed_offer(&f, "h2", 1, "{'confidence':0.5}");
	feed_offer(&f, "h3", 1, "{'confidence':'?'}");
	feed_offer(&f, "h3", 2, "{'confidence':0.7}");
	feed_about(&f, "agent:b", "handoff.accepted", "h1", 1, "");
	feed_about(&f, "agent:b", "handoff.accepted", "h1", 1, ""); /* late */
	feed_about(&f, "agent:b", "handoff.completed", "h1", 1, "");
	feed_about(&f, "agent:b", "handoff.refused", "h2", 1, ",'reason':'scope'");
	feed(&f, "agent:b", "handoff.offered",
		"{'handoff':'back','attempt':1,'from':'b','to':'a','artifact':null}");
	a = mesh_find_agent(f.m, STR("a"));
	b = mesh_find_agent(f.m, STR("b"));
	assert_int_equal(f.m->edges, 2);
	e = &f.m->edge[mesh_find_edge(f.m, a, b)];
	assert_int_equal(e->offered, 4);
	assert_int_equal(e->accepted, 1);
	assert_int_equal(e->completed, 1);
	assert_int_equal(e->refused, 1);
	assert_string_equal(e->last_reason, "scope");
	assert_true(edge_confidence(e) == 0.7);
	assert_true(edge_rate(e, f.now) == 4 / 60.0);
	assert_false(e->has_contract);
	assert_int_equal(f.m->edge[mesh_find_edge(f.m, b, a)].offered, 1);
	assert_true(edge_confidence(&f.m->edge[mesh_find_edge(f.m, b, a)]) < 0);
	assert_int_equal(mesh_find_edge(f.m, a, a), NONE);
	mesh_check(f.m);
	feed_close(&f);
}

static void test_trouble(void **state)
{
	struct feed f;
	char id[8];

	(void)state;
	feed_open(&f);
	feed_offer(&f, "h", 1, "1");
	assert_string_equal(edge_trouble_name(edge_trouble(&f.m->edge[0], f.now)), "ok");
	assert_int_equal(edge_trouble(&f.m->edge[0], f.now + 6 * MINUTE), EDGE_IDLE);
	feed_about(&f, "hub:test", "handoff.held", "h", 1, ",'cause':'fault'");
	assert_int_equal(edge_trouble(&f.m->edge[0], f.now + 6 * MINUTE), EDGE_WAITS);
	feed_about(&f, "agent:b", "handoff.refused", "h", 1, ",'reason':'scope'");
	assert_int_equal(edge_trouble(&f.m->edge[0], f.now), EDGE_BROKEN);
	for (int i = 0; i < 2; i++) {
		snprintf(id, sizeof(id), "x%d", i);
		feed_offer(&f, id, 1, "1");
	}
	/* not half of them: it is not broken, and it is not well */
	assert_int_equal(edge_trouble(&f.m->edge[0], f.now), EDGE_LOSES);
	assert_string_equal(edge_trouble_name(EDGE_LOSES), "LOSES");
	assert_int_equal(edge_trouble(&f.m->edge[0], f.now + 20 * MINUTE), EDGE_IDLE);
	feed_close(&f);
}

/* It breaks when something goes wrong, not when what went well has become old. */
static void test_ageing_breaks_nothing(void **state)
{
	const struct edge *e;
	struct feed f;
	char id[8];

	(void)state;
	feed_open(&f);
	for (int i = 0; i < 6; i++) {
		snprintf(id, sizeof(id), "g%d", i);
		feed_offer(&f, id, 1, "1");
	}
	feed_wait(&f, 5 * MINUTE);
	feed_offer(&f, "bad", 1, "1");
	feed_about(&f, "agent:b", "handoff.refused", "bad", 1, ",'reason':'scope'");
	e = &f.m->edge[0];
	assert_int_equal(edge_trouble(e, f.now), EDGE_LOSES);
	assert_int_equal(edge_trouble(e, f.now + 7 * MINUTE), EDGE_LOSES);
	feed_wait(&f, 7 * MINUTE);
	feed_offer(&f, "bad2", 1, "1");
	assert_int_equal(edge_trouble(e, f.now), EDGE_LOSES);
	feed_about(&f, "agent:b", "handoff.refused", "bad2", 1, ",'reason':'scope'");
	assert_int_equal(edge_trouble(e, f.now), EDGE_BROKEN);
	assert_int_equal(edge_trouble(e, f.now + 20 * MINUTE), EDGE_IDLE);
	mesh_check(f.m);
	feed_close(&f);
}

static void test_agents(void **state)
{
	struct feed f;
	const struct agent *a;

	(void)state;
	feed_open(&f);
	feed_with(&f, "agent:a", "agent.hello", ",'run':'r1','sequence':'1'",
		"{'agent':'a','sends':['c/^1.0',2,'d/1.x'],'accepts':[],'version':'2.1',"
		"'model':'m','heartbeat_seconds':2.5}");
	a = &f.m->agent[mesh_find_agent(f.m, STR("a"))];
	assert_true(a->said_hello && a->sequenced && !a->unnumbered);
	assert_string_equal(a->run, "r1");
	assert_string_equal(a->version, "2.1");
	assert_string_equal(a->model, "m");
	assert_string_equal(a->sends[0], "c/^1.0");
	assert_string_equal(a->sends[1], "d/1.x");
	assert_null(a->sends[2]);
	assert_null(a->accepts[0]);
	assert_int_equal(a->heartbeat, 2500000);
	assert_int_equal(agent_state(a, f.now + 7500000), AGENT_UP);
	assert_int_equal(agent_state(a, f.now + 7500001), AGENT_SILENT);
	/* "completeness unknown" */
	feed_with(&f, "agent:a", "agent.heartbeat", ",'run':'r2'", "{'agent':'a'}");
	a = &f.m->agent[mesh_find_agent(f.m, STR("a"))];
	assert_true(a->unnumbered);
	assert_string_equal(a->run, "r2");
	feed(&f, "agent:a", "agent.bye", "{'agent':'a'}");
	assert_int_equal(agent_state(a, f.now), AGENT_LEFT);
	feed(&f, "agent:a", "agent.heartbeat", "{'agent':'a'}");
	assert_int_equal(agent_state(a, f.now), AGENT_UP);
	/* a hello takes the place of the one before */
	feed(&f, "agent:a", "agent.hello", "{'agent':'a'}");
	assert_null(a->version);
	assert_int_equal(agent_state(a, f.now + 10 * 60 * MINUTE), AGENT_UP);
	assert_int_equal(a->events, 5);
	/* one that is only spoken of, and one that spoke for another */
	feed_offer(&f, "h", 1, "1");
	a = &f.m->agent[mesh_find_agent(f.m, STR("b"))];
	assert_int_equal(agent_state(a, f.now), AGENT_UNHEARD);
	feed(&f, "agent:c", "agent.bye", "{'agent':'a'}");
	a = &f.m->agent[mesh_find_agent(f.m, STR("c"))];
	assert_int_equal(agent_state(a, f.now), AGENT_UNHEARD);
	assert_int_equal(a->events, 1);
	feed_close(&f);
}

static void offer_subject(
	struct feed *f, const char *subject, const char *id, unsigned attempt)
{
	struct buf more = { 0 }, data = { 0 };

	if (subject != NULL)
		buf_fmt(&more, ",'subject':'%s'", subject);
	else
		buf_str(&more, "");
	buf_fmt(&data, "{'handoff':'%s','attempt':%u,'from':'a','to':'b','artifact':%u}",
		id, attempt, attempt);
	feed_with(f, "agent:a", "handoff.offered", more.data, data.data);
	buf_fini(&more);
	buf_fini(&data);
}

static void test_incidents(void **state)
{
	struct feed f;
	const struct incident *i;

	(void)state;
	feed_open(&f);
	offer_subject(&f, "inc-1", "h1", 1);
	offer_subject(&f, "inc-2", "h2", 1);
	offer_subject(&f, NULL, "h3", 1);
	offer_subject(&f, "inc-1", "h4", 1);
	assert_int_equal(f.m->incident.count, 2);
	i = incident_at(f.m, 0); /* by first appearance */
	assert_string_equal(i->id, "inc-1");
	assert_int_equal(i->handoffs, 2);
	assert_int_equal(incident_open(i), 2);
	assert_int_equal(incident_worst(i), STATE_OFFERED);
	feed_about(&f, "agent:b", "handoff.completed", "h1", 1, "");
	assert_int_equal(incident_open(i), 1);
	assert_int_equal(incident_worst(i), STATE_OFFERED);
	feed_about(&f, "agent:b", "handoff.refused", "h4", 1, ",'reason':'other'");
	assert_int_equal(incident_worst(i), STATE_REFUSED);
	feed_decision(&f, "decision.discarded", "d1", "h4", 1, "");
	assert_int_equal(incident_open(i), 0);
	assert_int_equal(incident_worst(i), STATE_DISCARDED);
	assert_true(i->last > i->first);
	/* one that had none joins with a later attempt; one that had one stays */
	offer_subject(&f, "inc-2", "h3", 2);
	offer_subject(&f, "inc-2", "h1", 2);
	assert_int_equal(incident_at(f.m, 1)->handoffs, 2);
	assert_int_equal(incident_at(f.m, 0)->handoffs, 2);
	mesh_check(f.m);
	feed_close(&f);
}

/* A higher attempt begins anew; what stood before is kept for what comes again. */
static void test_attempts(void **state)
{
	struct feed f;
	const struct handoff *h;

	(void)state;
	feed_open(&f);
	feed_offer(&f, "h", 1, "{'fallback':'stop_if_not_progressed_within_1m'}");
	feed_about(&f, "hub:test", "handoff.held", "h", 1, ",'cause':'fault'");
	feed_about(&f, "agent:b", "handoff.accepted", "h", 1, "");
	feed_decision(&f, "decision.rejected", "d1", "h", 1, "");
	feed_offer(&f, "h", 5, "{'confidence':0.5}");
	h = feed_handoff(&f, "h");
	assert_int_equal(h->attempt, 5);
	assert_string_equal(feed_state(&f, "h"), "offered");
	assert_false(h->taken || h->final || h->fired || h->clock_stopped);
	assert_int_equal(h->deadline, 0);
	assert_int_equal(h->decision, NONE);
	assert_int_equal(h->hold, HOLD_NONE);
	assert_null(h->target);
	assert_int_equal(h->earlier->attempt, 1);
	assert_null(h->earlier->before);
	assert_int_equal(f.m->handoff.count, 1);
	feed_offer(&f, "h", 6, "{'confidence':0.6}");
	h = feed_handoff(&f, "h");
	assert_int_equal(h->earlier->attempt, 5);
	assert_int_equal(h->earlier->before->attempt, 1);
	assert_int_equal(
		feed_offer(&f, "h", 5, "{'confidence':0.5}"), STANDING_DUPLICATE);
	assert_int_equal(feed_offer(&f, "h", 4, "{'confidence':0.5}"), STANDING_LATE);
	mesh_check(f.m);
	feed_close(&f);
}

/* Texts of strangers are cut, between characters; the log's more so. */
static void test_long_texts(void **state)
{
	struct feed f;
	struct buf b = { 0 };
	const struct log_line *l;

	(void)state;
	feed_open(&f);
	feed_offer(&f, "h", 1, "1");
	buf_str(&b, ",'reason':'x");
	for (int i = 0; i < 300; i++)
		buf_str(&b, "\xe2\x82\xac");
	buf_str(&b, "'");
	feed_about(&f, "agent:b", "handoff.failed", "h", 1, b.data);
	assert_int_equal(strlen(feed_handoff(&f, "h")->reason), 199);
	l = &f.m->log[1];
	assert_int_equal(strlen(l->text), 91);
	assert_int_equal(l->type, EV_FAILED);
	assert_int_equal(l->handoff, 0);
	buf_fini(&b);
	feed_close(&f);
}

/* --- at random ------------------------------------------------------------- */

static uint64_t seed;

static uint32_t below(uint32_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)((seed >> 33) % n);
}

#define PICK(list) (list)[below(LEN(list))]

static const char *const fallbacks[] = { "escalate_to_oncall", "queue", "dead_letter",
	"requeue", "stop", "proceed" };
static const char *const actions[] = { "escalate", "queue", "dead_letter", "requeue",
	"stop", "proceed" };

static void random_attributes(struct buf *b)
{
	static unsigned numbers[6];
	unsigned run = below(6);

	buf_str(b, "");
	if (below(3) > 0)
		buf_fmt(b, ",'subject':'inc-%u'", below(4));
	if (below(3) == 0)
		buf_fmt(b, ",'dataschema':'contract:c/%u.0.0'", 1 + below(3));
	if (below(8) == 0)
		buf_fmt(b, ",'id':'%u'", below(40));
	if (below(2) == 0)
		return;
	numbers[run] += 1 + (below(5) == 0) * below(4);
	if (run > 0)
		buf_fmt(b, ",'run':'r%u'", run);
	buf_fmt(b, ",'sequence':'%u'",
		below(20) == 0 ? 1 + below(numbers[run]) : numbers[run]);
}

static void random_offer(struct buf *data, unsigned handoff)
{
	unsigned from = handoff % 3, to = (handoff + 1 + handoff / 3 % 2) % 3;

	if (below(20) == 0)
		to = below(3);
	buf_fmt(data, ",'from':'%c','to':'%c','artifact':{'n':%u", 'a' + from, 'a' + to,
		below(20) == 0);
	if (below(4) > 0)
		buf_fmt(data, ",'confidence':0.%u", below(100));
	if (below(4) > 0)
		buf_fmt(data, ",'fallback':'%s_if_not_progressed_within_%us'",
			PICK(fallbacks), 1 + below(200));
	buf_str(data, "}");
}

/* Mostly what agents of the handoff say, now and then what they may not. */
static void random_event(struct feed *f)
{
	static const char *const said[] = { "accepted", "accepted", "progressed",
		"completed", "refused", "failed", "dead_lettered", "fallback" };
	static const char *const found[] = { "handoff.held", "handoff.held",
		"handoff.fallback", "decision.approved", "decision.rejected",
		"decision.escalated", "decision.held", "decision.requeued",
		"decision.discarded", "delivery.applied", "delivery.refused",
		"review.claimed", "review.released" };
	static const char *const causes[] = { "confidence", "fault", "unknown_contract",
		"decision_refused" };
	struct buf more = { 0 }, data = { 0 };
	unsigned handoff = below(60), attempt = 1 + (below(4) == 0) * below(3);
	const char *type = PICK(found);
	char source[16] = "hub:test", full[40];
	uint32_t i;

	buf_fmt(&data, "%u", handoff);
	i = mesh_find_handoff(f->m, buf_view(&data));
	buf_reset(&data);
	if (i != NONE && below(5) > 0)
		attempt = handoff_at(f->m, i)->attempt;
	buf_fmt(&data, "{'handoff':'%u','attempt':%u", handoff, attempt);
	random_attributes(&more);
	if (below(10) < 7) {
		snprintf(full, sizeof(full), "handoff.%s", PICK(said));
		snprintf(source, sizeof(source), "agent:%c",
			(int)('a' + (handoff + 1 + handoff / 3 % 2) % 3));
		if (below(3) == 0) {
			strcpy(full, "handoff.offered");
			snprintf(source, sizeof(source), "agent:%c",
				(int)('a' + handoff % 3));
			random_offer(&data, handoff);
		}
		if (below(12) == 0)
			snprintf(source, sizeof(source), "agent:%c",
				(int)('a' + below(4)));
		if (below(40) == 0)
			strcpy(full, "handoff.polished");
		type = full;
	} else {
		buf_reset(&more);
		buf_str(&more, below(10) == 0 ? ",'id':'forged'" : "");
	}
	buf_fmt(&data,
		",'action':'%s','cause':'%s','reason':'%s','decision':'d%u','agent':'%c',"
		"'digest':'sha256:"
		"0000000000000000000000000000000000000000000000000000000000000000',"
		"'operator':'op%u','until':'2026-04-18T%02u:00:00Z'}",
		PICK(actions), PICK(causes), below(2) ? "overload" : "other",
		below(20) == 0 ? below(50) : (unsigned)f->m->hubsequence,
		'a' + (int)below(3), below(3), below(24));
	feed_with(f, source, type, more.data, data.data);
	buf_fini(&more);
	buf_fini(&data);
}

static void random_step(struct feed *f)
{
	char version[200];
	struct buf b = { 0 };

	if (below(10) == 0)
		feed_wait(f, below(20 * SECOND));
	switch (below(60)) {
	case 0:
		snprintf(version, sizeof(version),
			"{'contract':'c','version':'%u.0.0','from':['a','b'],'to':['b','c'],"
			"'schema':{},'scope':{},'confidence':{'review_below':0.5},"
			"'fallback':{},'gate':'%s','summary':'{/n}'}",
			1 + below(2), below(2) ? "to" : "from");
		buf_fmt(&b, "{'contract':%s,'removed':%s}", version,
			below(3) ? "false" : "true");
		feed(f, "hub:test", "contract.loaded", b.data);
		break;
	case 1:
		buf_fmt(&b, "{'agent':'%c','heartbeat_seconds':%u,'sends':['x/1']}",
			'a' + (int)below(4), 1 + below(9));
		feed(f, below(4) ? "agent:a" : "agent:d",
			below(2) ? "agent.hello" : "agent.bye", b.data);
		break;
	case 2:
		buf_fmt(&b, "{'source':'agent:a','run':'r1','first':'%u','last':'%u'}",
			below(40), below(80));
		feed(f, "hub:test", "gap", b.data);
		break;
	case 3:
		buf_fmt(&b, "{'source':'agent:a','id':'x','count':%u}", below(9));
		feed(f, "hub:test", "duplicate", b.data);
		break;
	case 4:
		feed(f, "hub:test", "quarantined", "{'reason':'not_json'}");
		break;
	default:
		random_event(f);
	}
	buf_fini(&b);
}

/* After every event of a long stream all that always holds, holds. */
static void test_random(void **state)
{
	uint32_t reached = 0, stood = 0;

	(void)state;
	for (uint64_t round = 1; round <= 8; round++) {
		struct feed f;
		struct counters c;

		seed = round;
		feed_open(&f);
		for (int i = 0; i < 3000; i++) {
			random_step(&f);
			mesh_check(f.m);
			for (int s = 1; s < STATES; s++)
				reached |= (f.m->states[s] > 0) << s;
		}
		c = mesh_counters(f.m);
		for (int s = 0; s < STANDINGS; s++)
			stood |= (c.standing[s] > 0) << s;
		feed_close(&f);
	}
	/* and the stream goes everywhere */
	assert_int_equal(reached, (1u << STATES) - 2);
	assert_int_equal(stood, (1u << STANDINGS) - 1);
}

/* Feeds a tape again; `every` > 0 feeds each such line twice. */
static void replay(struct feed *f, const struct buf *tape, int every)
{
	const char *p = tape->data, *end = p + tape->len;

	for (int i = 1; p < end; i++) {
		const char *lf = memchr(p, '\n', (size_t)(end - p));
		struct str line = { p, (size_t)(lf - p) };
		struct event e;

		assert_true(
			event_read(&f->doc, line, line, FROM_RECORDING, &e, NULL, NULL));
		assert_true(mesh_apply(f->m, &e));
		if (every > 0 && i % every == 0)
			assert_false(mesh_apply(f->m, &e));
		p = lf + 1;
	}
}

/* The same events, the same mesh: under other hash keys, and with lines doubled. */
static void test_same_mesh(void **state)
{
	struct feed first, again, doubled;
	struct buf a = { 0 }, b = { 0 }, c = { 0 };

	(void)state;
	seed = 42;
	feed_open(&first);
	for (int i = 0; i < 4000; i++)
		random_step(&first);
	feed_dump(&a, first.m);
	feed_open(&again); /* takes new keys for its hashes */
	replay(&again, &first.tape, 0);
	feed_dump(&b, again.m);
	feed_open(&doubled);
	replay(&doubled, &first.tape, 3);
	feed_dump(&c, doubled.m);
	assert_true(a.len > 100000);
	assert_string_equal(a.data, b.data);
	assert_string_equal(a.data, c.data);
	buf_fini(&a);
	buf_fini(&b);
	buf_fini(&c);
	feed_close(&again);
	feed_close(&doubled);
	/* its tables were built under the keys before: only what needs none is called */
	feed_close(&first);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_without_contracts),
		cmocka_unit_test(test_hold_brings_deadline),
		cmocka_unit_test(test_standings),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_same_entry),
		cmocka_unit_test(test_append),
		cmocka_unit_test(test_hub_counts),
		cmocka_unit_test(test_holes),
		cmocka_unit_test(test_early),
		cmocka_unit_test(test_early_tail),
		cmocka_unit_test(test_early_overtaken),
		cmocka_unit_test(test_doer),
		cmocka_unit_test(test_applied),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_decided_again),
		cmocka_unit_test(test_edited),
		cmocka_unit_test(test_hold_and_claim),
		cmocka_unit_test(test_claim_ends),
		cmocka_unit_test(test_review_order),
		cmocka_unit_test(test_wave),
		cmocka_unit_test(test_dead),
		cmocka_unit_test(test_edge_cause),
		cmocka_unit_test(test_edges),
		cmocka_unit_test(test_trouble),
		cmocka_unit_test(test_ageing_breaks_nothing),
		cmocka_unit_test(test_agents),
		cmocka_unit_test(test_incidents),
		cmocka_unit_test(test_attempts),
		cmocka_unit_test(test_long_texts),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_same_mesh),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
