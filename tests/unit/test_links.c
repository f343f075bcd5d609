/* SPDX-License-Identifier: MIT */
/*
 * Causes, loops, what is acted on twice and versions on an edge: rule by rule, then
 * histories made at random, through images, through cuts, and damaged.
 */
#include "mesh/causes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "mesh/image_own.h"
#include "mesh/own.h"
#include "tests/rounds.h"
#include "tests/unit/book.h"

#define LEN(a) (sizeof(a) / sizeof(*(a)))

/* --- a mesh from a few words ----------------------------------------------------- */

static unsigned serial;

/* `head`: source, type, subject and dataschema; of all ' stands for ". */
static void write_line(struct buf *b, uint64_t number, const char *head, const char *data)
{
	size_t from = b->len;

	buf_fmt(b,
		"{'specversion':'1.0','id':'%s%llu',%s,'data':%s,'recordedtime':"
		"'2026-05-04T03:%02u:%02u.%03uZ','hubsequence':'%020llu'}",
		strstr(head, "hub:") != NULL ? "h-" : "e", (unsigned long long)number,
		head, data, (unsigned)(number / 60000 % 60),
		(unsigned)(number / 1000 % 60), (unsigned)(number % 1000),
		(unsigned long long)number);
	for (; from < b->len; from++)
		b->data[from] = b->data[from] == '\'' ? '"' : b->data[from];
}

static void tell(struct mesh *m, const char *head, const char *data)
{
	struct buf line = { 0 };

	write_line(&line, m->hubsequence + 1, head, data);
	serial++;
	fold_line(m, buf_view(&line));
	assert_true(image_has_sound_links(m));
	buf_fini(&line);
}

struct said {
	const char *id, *from, *to, *contract, *prev, *subject; /* NULL: none */
	unsigned attempt;
};

static void offer(struct mesh *m, struct said o)
{
	char head[300], data[600];

	snprintf(head, sizeof(head),
		"'source':'agent:%s','type':'seam.handoff.offered'%s%s%s%s%s%s", o.from,
		o.contract ? ",'dataschema':'contract:" : "",
		o.contract ? o.contract : "", o.contract ? "'" : "",
		o.subject ? ",'subject':'" : "", o.subject ? o.subject : "",
		o.subject ? "'" : "");
	snprintf(data, sizeof(data),
		"{'handoff':'%s','attempt':%u,'from':'%s','to':'%s','prev':[%s],"
		"'artifact':{'n':%u,'confidence':1,'fallback':'stop_if_not_progressed_within_1h'}}",
		o.id, o.attempt ? o.attempt : 1, o.from, o.to, o.prev ? o.prev : "",
		serial);
	tell(m, head, data);
}

static void hear_of(struct mesh *m, const char *agent, const char *verb, const char *id,
	unsigned attempt)
{
	char head[200], data[300];

	snprintf(head, sizeof(head), "'source':'agent:%s','type':'seam.handoff.%s'",
		agent, verb);
	snprintf(data, sizeof(data), "{'handoff':'%s','attempt':%u,'reason':'scope'}", id,
		attempt);
	tell(m, head, data);
}

static void hear(struct mesh *m, const char *agent, const char *verb, const char *id)
{
	hear_of(m, agent, verb, id, 1);
}

static void hub_says(struct mesh *m, const char *type, const char *id)
{
	char head[200], data[400];

	snprintf(head, sizeof(head), "'source':'hub:t','type':'seam.%s'", type);
	snprintf(data, sizeof(data),
		"{'handoff':'%s','attempt':1,'cause':'confidence','decision':'d%u','note':'n',"
		"'digest':'sha256:%064d','operator':'o','action':'proceed'}",
		id, serial, 0);
	tell(m, head, data);
}

static void load(struct mesh *m, const char *name, const char *version, const char *more)
{
	char data[700];

	snprintf(data, sizeof(data),
		"{'contract':{'contract':'%s','version':'%s','from':['a'],'to':['b'],"
		"'scope':{},'schema':{},'confidence':{},'fallback':{},"
		"'provenance':{'at':'/in'}%s}}",
		name, version, more);
	tell(m, "'source':'hub:t','type':'seam.contract.loaded'", data);
}

static const struct handoff *at(const struct mesh *m, const char *id)
{
	const struct handoff *h = handoff_at(m, mesh_find_handoff(m, str_of(id)));

	assert_non_null(h);
	return h;
}

/* Whether an artifact has any provenance is not what these are about. */
#define faults_are(m, id, bits)                                                          \
	assert_int_equal(at(m, id)->faults & ~(uint32_t)FAULT_NO_PROVENANCE, bits)

static uint64_t on_edge(const struct mesh *m, const char *id, unsigned bit)
{
	const struct edge *e = &m->edge[at(m, id)->edge];

	for (unsigned i = 0; i < FAULT_BITS; i++) {
		if (1u << i == bit)
			return e->faults[i];
	}
	return 0;
}

static void twice_says(const struct mesh *m, const char *id, const char *text)
{
	struct buf b = { 0 };

	handoff_twice(&b, m, mesh_find_handoff(m, str_of(id)));
	assert_string_equal(b.data != NULL ? b.data : "", text);
	buf_fini(&b);
}

/* --- rules -------------------------------------------------------------------------- */

static void test_causes(void **state)
{
	struct mesh *m = mesh_new();
	uint32_t a, i;

	(void)state;
	offer(m, (struct said){ "h-1", "a", "b", .attempt = 1 });
	offer(m, (struct said){ "h-2", "b", "c", .prev = "'h-1'" });
	offer(m,
		(struct said){
			"h-3", "b", "d", .prev = "'h-0','h-1','h-0','h-3',7,'?'" });
	a = mesh_find_handoff(m, STR("h-1"));
	i = at(m, "h-1")->onward;
	assert_string_equal(handoff_at(m, i)->id, "h-3");
	i = handoff_next_onward(m, a, i);
	assert_string_equal(handoff_at(m, i)->id, "h-2");
	assert_int_equal(handoff_next_onward(m, a, i), NONE);
	assert_int_equal(handoff_causes(at(m, "h-3")), 2);
	assert_string_equal(cause_id(m, handoff_cause(at(m, "h-3"), 0)), "h-0");
	assert_true(handoff_cause(at(m, "h-3"), 0)->awaited);
	assert_string_equal(cause_id(m, handoff_cause(at(m, "h-3"), 1)), "h-1");
	assert_null(handoff_cause(at(m, "h-3"), 2));
	faults_are(m, "h-2", 0);
	faults_are(m, "h-3", FAULT_UNSEEN_INPUT);
	assert_int_equal(on_edge(m, "h-3", FAULT_UNSEEN_INPUT), 1);
	/* what comes later was not far */
	offer(m, (struct said){ "h-0", "a", "b", .prev = "'h-2'" });
	faults_are(m, "h-3", 0);
	assert_int_equal(on_edge(m, "h-3", FAULT_UNSEEN_INPUT), 0);
	assert_false(handoff_cause(at(m, "h-3"), 0)->awaited);
	assert_int_equal(m->own.awaits.kept, 0);
	/* another attempt came out of something else */
	offer(m, (struct said){ "h-3", "b", "d", .prev = "'h-2'", .attempt = 2 });
	assert_int_equal(handoff_causes(at(m, "h-3")), 1);
	assert_string_equal(handoff_at(m, at(m, "h-1")->onward)->id, "h-2");
	assert_int_equal(at(m, "h-0")->onward, NONE);
	mesh_free(m);
}

static void test_provenance(void **state)
{
	struct mesh *m = mesh_new();

	(void)state;
	load(m, "x", "1.0.0", "");
	offer(m, (struct said){ "h-1", "a", "b", .attempt = 1 });
	tell(m, "'source':'agent:a','type':'seam.handoff.offered','dataschema':'contract:x/1.0.0'",
		"{'handoff':'h-2','attempt':1,'from':'a','to':'b','artifact':{'confidence':1,"
		"'fallback':'stop_if_not_progressed_within_1h',"
		"'in':['h-1','h-8','build 7',{'handoff':5},['h-1']]}}");
	faults_are(m, "h-2", 0);
	assert_int_equal(handoff_causes(at(m, "h-2")), 1);
	assert_false(handoff_cause(at(m, "h-2"), 0)->stated);
	tell(m, "'source':'agent:a','type':'seam.handoff.offered','dataschema':'contract:x/1.0.0'",
		"{'handoff':'h-3','attempt':1,'from':'a','to':'b','prev':['h-1'],"
		"'artifact':{'confidence':1,"
		"'fallback':'stop_if_not_progressed_within_1h','in':'handoff:h-9'}}");
	faults_are(m, "h-3", FAULT_UNSEEN_INPUT);
	tell(m, "'source':'agent:a','type':'seam.handoff.offered','dataschema':'contract:x/1.0.0'",
		"{'handoff':'h-4','attempt':1,'from':'a','to':'b','prev':['h-1'],"
		"'artifact':{'confidence':1,"
		"'fallback':'stop_if_not_progressed_within_1h','in':{'handoff':'h-1'}}}");
	/* the same twice, by two names: and so h-3 once more */
	assert_int_equal(handoff_causes(at(m, "h-4")), 1);
	assert_true(handoff_cause(at(m, "h-4"), 0)->stated);
	faults_are(m, "h-4", FAULT_TWICE);
	twice_says(m, "h-4", "offered twice from h-1");
	mesh_free(m);
}

static void circle_is(const struct mesh *m, uint32_t n, const char *names, uint64_t count)
{
	struct buf b = { 0 };

	assert_true(n < m->circles);
	for (uint32_t i = 0; i < m->circle[n].agents; i++)
		buf_fmt(&b, "%s>", m->agent[m->circle[n].agent[i]].name);
	assert_string_equal(b.data, names);
	assert_int_equal(m->circle[n].count, count);
	buf_fini(&b);
}

static void test_loops(void **state)
{
	struct mesh *m = mesh_new();

	(void)state;
	offer(m, (struct said){ "h-1", "a", "b", .subject = "i" });
	offer(m, (struct said){ "h-2", "b", "c", .subject = "i" });
	offer(m, (struct said){ "o-1", "c", "a", .subject = "other" });
	offer(m, (struct said){ "o-2", "c", "a", .attempt = 1 });
	assert_int_equal(m->circles, 0);
	offer(m, (struct said){ "h-3", "c", "a", .subject = "i" });
	faults_are(m, "h-3", FAULT_LOOP);
	circle_is(m, 0, "a>b>c>", 1);
	assert_string_equal(handoff_at(m, m->circle[0].handoff)->id, "h-3");
	/* of the two ways back that are as short the names decide */
	offer(m, (struct said){ "h-4", "a", "d", .subject = "i" });
	offer(m, (struct said){ "h-5", "d", "c", .subject = "i" });
	offer(m, (struct said){ "h-6", "c", "a", .subject = "i" });
	circle_is(m, 0, "a>b>c>", 2);
	assert_int_equal(m->circles, 2);
	circle_is(m, 1, "a>d>c>", 1);
	/* another attempt is the same loop, and counts once */
	offer(m, (struct said){ "h-6", "c", "a", .subject = "i", .attempt = 2 });
	faults_are(m, "h-6", FAULT_LOOP);
	assert_int_equal(on_edge(m, "h-6", FAULT_LOOP), 2);
	circle_is(m, 0, "a>b>c>", 2);
	offer(m, (struct said){ "h-7", "e", "e", .attempt = 1 });
	circle_is(m, 2, "e>", 1);
	mesh_free(m);
}

/* Without a subject what it came out of leads back. */
static void test_loop_of_causes(void **state)
{
	struct mesh *m = mesh_new();

	(void)state;
	offer(m, (struct said){ "h-1", "a", "b", .attempt = 1 });
	offer(m, (struct said){ "h-2", "b", "a", .attempt = 1 });
	faults_are(m, "h-2", 0);
	offer(m, (struct said){ "h-3", "b", "c", .prev = "'h-1'" });
	offer(m, (struct said){ "h-4", "c", "a", .prev = "'h-3'" });
	faults_are(m, "h-4", FAULT_LOOP);
	circle_is(m, 0, "a>b>c>", 1);
	mesh_free(m);
}

static void test_returns(void **state)
{
	struct mesh *m = mesh_new();

	(void)state;
	load(m, "ask", "1.0.0", ",'returns':'answer/^1'");
	load(m, "answer", "1.0.0", "");
	load(m, "answers", "1.0.0", "");
	offer(m, (struct said){ "h-1", "a", "b", "ask/1.0.0", .subject = "i" });
	offer(m, (struct said){ "h-2", "b", "a", "answer/1.0.0", .subject = "i" });
	offer(m, (struct said){ "h-3", "b", "a", "answers/1.0.0", .subject = "i" });
	offer(m, (struct said){ "h-4", "b", "a", .subject = "i" });
	load(m, "answer", "2.0.0", "");
	offer(m, (struct said){ "h-5", "b", "a", "answer/2.0.0", .subject = "i" });
	assert_true(at(m, "h-5")->faults & FAULT_LOOP);
	assert_false(at(m, "h-2")->faults & FAULT_LOOP);
	assert_true(at(m, "h-3")->faults & FAULT_LOOP);
	assert_true(at(m, "h-4")->faults & FAULT_LOOP);
	mesh_free(m);
}

/* Seventeen agents are too many to name, 257 edges too many to look at. */
static void test_wide(void **state)
{
	struct mesh *m = mesh_new();
	char id[300][8], name[300][8];

	(void)state;
	for (int i = 0; i < 300; i++) {
		snprintf(id[i], 8, "h-%d", i);
		snprintf(name[i], 8, "n%d", i);
	}
	for (int i = 0; i < 16; i++)
		offer(m, (struct said){ id[i], name[i], name[i + 1], .subject = "i" });
	offer(m, (struct said){ "back", name[15], name[0], .subject = "i" });
	assert_int_equal(m->circle[0].agents, 16);
	assert_false(m->circle[0].longer);
	offer(m, (struct said){ "far", name[16], name[0], .subject = "i" });
	assert_true(m->circle[1].longer);
	circle_is(m, 1, "n16>n0>", 1);
	for (int i = 16; m->incident.kept == 1 && i < 254; i++)
		offer(m, (struct said){ id[i], name[i], name[i + 1], .subject = "i" });
	assert_int_equal(incident_at(m, 0)->ways, WAYS_MOST);
	offer(m, (struct said){ "b-1", name[5], name[4], .subject = "i" });
	faults_are(m, "b-1", FAULT_LOOP);
	offer(m, (struct said){ "b-2", name[6], name[5], .subject = "i" });
	faults_are(m, "b-2", 0);
	mesh_free(m);
}

static void test_said_twice(void **state)
{
	struct mesh *m = mesh_new();

	(void)state;
	offer(m, (struct said){ "h-1", "a", "b", .attempt = 1 });
	hear(m, "b", "accepted", "h-1");
	hub_says(m, "handoff.held", "h-1");
	hear(m, "b", "accepted", "h-1");
	hub_says(m, "decision.approved", "h-1");
	hear(m, "b", "accepted", "h-1");
	hear(m, "b", "progressed", "h-1");
	faults_are(m, "h-1", 0);
	hear(m, "b", "accepted", "h-1");
	faults_are(m, "h-1", FAULT_TWICE);
	twice_says(m, "h-1", "accepted twice");
	assert_true(at(m, "h-1")->changed < m->hubsequence);
	hear(m, "b", "accepted", "h-1");
	assert_int_equal(on_edge(m, "h-1", FAULT_TWICE), 1);
	/* what was not accepted before is late, and no more */
	offer(m, (struct said){ "h-2", "a", "b", .attempt = 1 });
	hear(m, "b", "refused", "h-2");
	hear(m, "b", "accepted", "h-2");
	faults_are(m, "h-2", FAULT_SCOPE);
	/* another attempt, and what is said of the one before */
	offer(m, (struct said){ "h-3", "a", "b", .attempt = 1 });
	hear(m, "b", "accepted", "h-3");
	offer(m, (struct said){ "h-3", "a", "b", .attempt = 2 });
	hear(m, "b", "accepted", "h-3");
	faults_are(m, "h-3", 0);
	/* early ones too */
	hear(m, "b", "completed", "h-4");
	hear(m, "b", "completed", "h-4");
	offer(m, (struct said){ "h-4", "a", "b", .attempt = 1 });
	faults_are(m, "h-4", FAULT_TWICE);
	twice_says(m, "h-4", "completed twice");
	twice_says(m, "h-3", "");
	mesh_free(m);
}

/* Done after all when it had been asked for again: one of the two is too many. */
static void test_done_before(void **state)
{
	struct mesh *m = mesh_new();

	(void)state;
	offer(m, (struct said){ "h-1", "a", "b", .attempt = 1 });
	hear(m, "b", "accepted", "h-1");
	offer(m, (struct said){ "h-1", "a", "b", .attempt = 2 });
	assert_false(at(m, "h-1")->done_before);
	hear(m, "b", "completed", "h-1");
	assert_true(at(m, "h-1")->done_before);
	faults_are(m, "h-1", 0);
	hear_of(m, "b", "completed", "h-1", 2);
	faults_are(m, "h-1", FAULT_TWICE);
	twice_says(m, "h-1", "completed, and an attempt before it as well");
	/* the other way round; whoever refuses the second has done it once */
	offer(m, (struct said){ "h-2", "a", "b", .attempt = 1 });
	offer(m, (struct said){ "h-2", "a", "b", .attempt = 2 });
	hear_of(m, "b", "completed", "h-2", 2);
	faults_are(m, "h-2", 0);
	hear(m, "b", "completed", "h-2");
	faults_are(m, "h-2", FAULT_TWICE);
	assert_int_equal(on_edge(m, "h-2", FAULT_TWICE), 2);
	offer(m, (struct said){ "h-3", "a", "b", .attempt = 1 });
	offer(m, (struct said){ "h-3", "a", "b", .attempt = 2 });
	hear(m, "b", "completed", "h-3");
	hear_of(m, "b", "refused", "h-3", 2);
	faults_are(m, "h-3", FAULT_SCOPE);
	/* it was known to be done when it was asked for again */
	offer(m, (struct said){ "h-4", "a", "b", .attempt = 1 });
	hear(m, "b", "completed", "h-4");
	offer(m, (struct said){ "h-4", "a", "b", .attempt = 2 });
	hear(m, "b", "completed", "h-4");
	hear_of(m, "b", "completed", "h-4", 2);
	faults_are(m, "h-4", 0);
	mesh_free(m);
}

/* What a hub says in vain asks for nothing. */
static void test_late_of_hub(void **state)
{
	struct mesh *m = mesh_new();

	(void)state;
	offer(m, (struct said){ "h-1", "a", "b", .attempt = 1 });
	hub_says(m, "handoff.fallback", "h-1");
	hear(m, "b", "accepted", "h-1");
	hub_says(m, "handoff.fallback", "h-1");
	hub_says(m, "decision.approved", "h-1");
	hear(m, "b", "accepted", "h-1");
	faults_are(m, "h-1", FAULT_TWICE);
	offer(m, (struct said){ "h-2", "a", "b", .attempt = 1 });
	offer(m, (struct said){ "h-2", "a", "b", .attempt = 2 });
	hear_of(m, "b", "accepted", "h-2", 2);
	hub_says(m, "handoff.held", "h-2"); /* of the first attempt */
	hear_of(m, "b", "accepted", "h-2", 2);
	faults_are(m, "h-2", FAULT_TWICE);
	mesh_free(m);
}

/* What was found for one hello does not hold after another. */
static void test_takes_after_hello(void **state)
{
	static const struct {
		const char *accepts;
		bool takes;
	} said[] = {
		{ "'x/^1'", true },
		{ "'x/^2'", false },
		{ "'y'", false },
		{ "'y','x'", true },
	};
	struct mesh *m = mesh_new();
	char data[100], id[20];

	(void)state;
	load(m, "x", "1.0.0", "");
	for (size_t i = 0; i < 2 * LEN(said); i++) {
		snprintf(data, sizeof(data), "{'agent':'b','accepts':[%s]}",
			said[i / 2].accepts);
		if (i % 2 == 0)
			tell(m, "'source':'agent:b','type':'seam.agent.hello'", data);
		snprintf(id, sizeof(id), "h-%zu", i);
		offer(m, (struct said){ id, "a", "b", "x/1.0.0", .attempt = 1 });
		faults_are(m, id, said[i / 2].takes ? 0 : FAULT_VERSION);
	}
	mesh_free(m);
}

/* What retention has cut off may have been offered, and may be said again. */
static void test_horizon(void **state)
{
	struct mesh *m = mesh_new();
	struct buf data = { 0 };

	(void)state;
	offer(m, (struct said){ "h-1", "a", "b", .attempt = 1 });
	hear(m, "b", "accepted", "h-1");
	offer(m, (struct said){ "h-2", "a", "b", .prev = "'h-0'" });
	faults_are(m, "h-2", FAULT_UNSEEN_INPUT);
	baseline_write(&data, m, m->hubsequence);
	tell(m, "'source':'hub:t','type':'seam.baseline'", data.data);
	buf_fini(&data);
	faults_are(m, "h-2", FAULT_UNSEEN_INPUT);
	assert_int_equal(on_edge(m, "h-2", FAULT_UNSEEN_INPUT), 1);
	hear(m, "b", "accepted", "h-1");
	faults_are(m, "h-1", 0);
	offer(m, (struct said){ "h-3", "a", "b", .prev = "'h-9'" });
	faults_are(m, "h-3", 0);
	assert_true(handoff_cause(at(m, "h-3"), 0)->awaited);
	offer(m, (struct said){ "h-9", "a", "b", .attempt = 1 });
	assert_false(handoff_cause(at(m, "h-3"), 0)->awaited);
	offer(m, (struct said){ "h-0", "a", "b", .attempt = 1 });
	faults_are(m, "h-2", 0);
	mesh_free(m);
}

static void test_offered_twice(void **state)
{
	static const struct {
		const char *to, *contract, *prev;
		bool is;
	} second[] = {
		{ "c", "x/1.0.0", "'in'", true },
		{ "c", "x/2.0.0", "'in','in'", true },
		{ "d", "x/1.0.0", "'in'", false },
		{ "c", "y/1.0.0", "'in'", false },
		{ "c", "many/1.0.0", "'in'", false },
		{ "c", NULL, "'in'", false },
		{ "c", "x/1.0.0", "'in','more'", false },
		{ "c", "x/1.0.0", "'more'", false },
		{ "c", "x/1.0.0", NULL, false },
	};

	(void)state;
	for (size_t i = 0; i < LEN(second); i++) {
		struct mesh *m = mesh_new();

		load(m, "x", "1.0.0", "");
		load(m, "x", "2.0.0", "");
		load(m, "y", "1.0.0", "");
		load(m, "many", "1.0.0", ",'fan_out':true");
		if (i % 2 == 0) {
			offer(m, (struct said){ "in", "a", "b", .attempt = 1 });
			offer(m, (struct said){ "more", "a", "b", .attempt = 1 });
		}
		offer(m,
			(struct said){
				"many-1", "b", "c", "many/1.0.0", "'in'", .attempt = 1 });
		offer(m,
			(struct said){
				"h-1", "b", "c", "x/1.0.0", "'in'", .attempt = 1 });
		offer(m,
			(struct said){ "h-2", "b", second[i].to, second[i].contract,
				second[i].prev, .attempt = 1 });
		assert_false(at(m, "h-1")->faults & FAULT_TWICE);
		assert_int_equal((at(m, "h-2")->faults & FAULT_TWICE) != 0, second[i].is);
		if (second[i].is)
			twice_says(m, "h-2", "offered twice from in");
		/* a higher attempt of the first does not make it the later one */
		offer(m,
			(struct said){
				"h-1", "b", "c", "x/1.0.0", "'in'", .attempt = 2 });
		assert_false(at(m, "h-1")->faults & FAULT_TWICE);
		/* and what came to nothing may be tried again */
		hear(m, "c", "refused", "h-1");
		mesh_free(m);
	}
}

static void test_tried_again(void **state)
{
	struct mesh *m = mesh_new();

	(void)state;
	load(m, "x", "1.0.0", "");
	offer(m, (struct said){ "h-1", "b", "c", "x/1.0.0", "'in'", .attempt = 1 });
	hear(m, "c", "refused", "h-1");
	offer(m, (struct said){ "h-2", "b", "c", "x/1.0.0", "'in'", .attempt = 1 });
	faults_are(m, "h-2", FAULT_UNSEEN_INPUT | FAULT_OTHER_EDGE);
	offer(m, (struct said){ "h-3", "b", "c", "x/1.0.0", "'in'", .attempt = 1 });
	faults_are(m, "h-3", FAULT_UNSEEN_INPUT | FAULT_TWICE | FAULT_OTHER_EDGE);
	mesh_free(m);
}

static void test_versions(void **state)
{
	struct mesh *m = mesh_new();
	const struct edge *e;
	char name[32];

	(void)state;
	load(m, "x", "1.0.0", "");
	offer(m, (struct said){ "h-1", "a", "b", "x/2.0.0", .attempt = 1 });
	faults_are(m, "h-1", FAULT_UNKNOWN_CONTRACT);
	tell(m, "'source':'agent:b','type':'seam.agent.hello'",
		"{'agent':'b','accepts':['x/1.0.0','y']}");
	offer(m, (struct said){ "h-2", "a", "b", "x/2.0.0", .attempt = 1 });
	offer(m, (struct said){ "h-3", "a", "b", "x/1.0.0", .attempt = 1 });
	offer(m, (struct said){ "h-4", "a", "b", "y/7.0.0", .attempt = 1 });
	offer(m, (struct said){ "h-5", "a", "b", .attempt = 1 });
	assert_true(at(m, "h-2")->faults & FAULT_VERSION);
	assert_false(at(m, "h-3")->faults & FAULT_VERSION);
	assert_false(at(m, "h-4")->faults & FAULT_VERSION);
	assert_false(at(m, "h-5")->faults & FAULT_VERSION);
	hear(m, "b", "refused", "h-2");
	hear(m, "b", "refused", "h-3");
	e = &m->edge[at(m, "h-1")->edge];
	assert_int_equal(e->kinds, 4);
	assert_string_equal(e->kind[0].name, "x/2.0.0");
	assert_int_equal(e->kind[0].count, 2);
	assert_int_equal(e->kind[0].refused.count, 1);
	assert_int_equal(e->kind[0].contract, CONTRACT_NONE);
	assert_true(e->kind[0].first < e->kind[0].last);
	assert_int_not_equal(e->kind[1].contract, CONTRACT_NONE);
	assert_string_equal(e->kind[3].name, "");
	for (int i = 0; i < EDGE_KINDS; i++) {
		char id[16];

		snprintf(name, sizeof(name), "z/1.0.%d", i);
		snprintf(id, sizeof(id), "z-%d", i);
		offer(m, (struct said){ id, "a", "b", name, .attempt = 1 });
	}
	assert_int_equal(e->kinds, EDGE_KINDS);
	assert_int_equal(e->other_kinds, 5);
	assert_string_equal(e->kind[0].name, "z/1.0.0");
	mesh_free(m);
}

static const struct edge_breach *breach(const struct edge *e, const char *text)
{
	for (uint32_t i = 0; i < e->breaches; i++) {
		if (strcmp(e->breach[i].text, text) == 0)
			return &e->breach[i];
	}
	return NULL;
}

/* How a contract was broken: place by place, and what its receiver said. */
static void test_breaches(void **state)
{
	struct mesh *m = mesh_new();
	const struct edge_breach *x;
	const struct edge *e;

	(void)state;
	load(m, "x", "1.0.0", "");
	offer(m, (struct said){ "h-1", "a", "b", "x/1.0.0", .attempt = 1 });
	offer(m, (struct said){ "h-2", "a", "b", "x/1.0.0", .attempt = 1 });
	e = &m->edge[at(m, "h-1")->edge];
	assert_non_null(x = breach(e, "no provenance"));
	assert_true(x->count == 2 && !x->refused);
	assert_int_equal(e->kind[0].broken.count, 2);
	tell(m, "'source':'hub:t','type':'seam.handoff.flagged'",
		"{'handoff':'h-1','attempt':1,'faults':['schema'],'violations':["
		"{'at':'/l/3/vat','message':'string, not number'},"
		"{'at':'/l/4/vat','message':'string, not number'},"
		"{'at':'/due','message':'missing'}]}");
	assert_int_equal(e->kind[0].broken.count, 2); /* it was broken before */
	x = breach(e, "/l/*/vat: string, not number");
	assert_true(x != NULL && x->count == 1);
	assert_string_equal(x->contract, "x/1.0.0");
	assert_ptr_equal(handoff_at(m, x->handoff), at(m, "h-1"));
	assert_int_equal(breach(e, "/due: missing")->count, 1);
	tell(m, "'source':'agent:b','type':'seam.handoff.refused'",
		"{'handoff':'h-1','attempt':1,'reason':'contract','detail':'no line 4 here'}");
	tell(m, "'source':'agent:b','type':'seam.handoff.refused'",
		"{'handoff':'h-2','attempt':1,'reason':'contract','detail':'no line 5 here'}");
	x = breach(e, "contract: no line * here");
	assert_true(x != NULL && x->count == 2 && x->refused);
	assert_ptr_equal(handoff_at(m, x->handoff), at(m, "h-2"));
	assert_int_equal(e->kind[0].refused.count, 2);
	/* what is under no contract in force promises nothing */
	offer(m, (struct said){ "h-3", "b", "a", "none/1.0.0", .attempt = 1 });
	assert_int_equal(m->edge[at(m, "h-3")->edge].breaches, 0);
	mesh_free(m);
}

/* Trouble that comes back after ten minutes begins anew. */
static void test_spells(void **state)
{
	struct trouble t = { 0 };

	(void)state;
	trouble_note(&t, 100 * SECOND);
	trouble_note(&t, 100 * SECOND + RATE_TROUBLE - 1);
	assert_int_equal(t.since, 100 * SECOND);
	trouble_note(&t, 100 * SECOND + 2 * RATE_TROUBLE - 1);
	assert_int_equal(t.since, 100 * SECOND + 2 * RATE_TROUBLE - 1);
	assert_int_equal(t.count, 3);
	assert_int_equal(t.last, t.since);
}

/* The same contract once more is no change; with other content it is another one. */
static void test_loaded_again(void **state)
{
	struct mesh *m = mesh_new();
	int64_t loaded;

	(void)state;
	load(m, "x", "1.0.0", "");
	loaded = m->contracts.entry[0].loaded;
	load(m, "x", "1.0.0", "");
	assert_int_equal(m->contracts.count, 1);
	assert_int_equal(m->contracts.entry[0].loaded, loaded);
	load(m, "x", "1.0.0", ",'critical':true");
	assert_int_equal(m->contracts.count, 2);
	assert_false(m->contracts.entry[0].in_force);
	/* what was taken out of force comes back as another */
	load(m, "x", "1.0.0", "");
	assert_int_equal(m->contracts.count, 3);
	mesh_free(m);
}

static void test_unoffered(void **state)
{
	struct mesh *m = mesh_new();
	struct unoffered u;
	uint32_t n = 0;

	(void)state;
	hear(m, "b", "accepted", "h-1");
	hear(m, "c", "completed", "h-2");
	hear(m, "c", "completed", "h-3");
	hear(m, "c", "accepted", "h-2");
	offer(m, (struct said){ "h-1", "a", "b", .attempt = 1 });
	assert_true(mesh_unoffered(m, &n, &u));
	assert_string_equal(u.id, "h-2");
	assert_true(str_is(u.agent, "c") && u.type == EV_COMPLETED && u.events == 2);
	assert_true(u.since > 0 && u.since < m->now);
	assert_true(mesh_unoffered(m, &n, &u));
	assert_string_equal(u.id, "h-3");
	assert_false(mesh_unoffered(m, &n, &u));
	mesh_free(m);
}

/* --- at random ------------------------------------------------------------------------
 */

static uint32_t dice;

static uint32_t roll(uint32_t sides)
{
	dice = dice * 1664525u + 1013904223u;
	return (dice >> 8) % sides;
}

/* Ids are used once: what has been aged out does not come again. */
static unsigned random_id(const struct mesh *m, unsigned ids)
{
	static uint64_t at; /* of a mesh that is begun anew it is less */
	static bool used[4000];
	unsigned id;
	char name[16];

	if (m->hubsequence < at)
		memset(used, 0, sizeof(used));
	at = m->hubsequence;
	for (id = (unsigned)m->hubsequence / 4 + roll(ids); used[id]; id++) {
		snprintf(name, sizeof(name), "n-%u", id);
		if (mesh_find_handoff(m, str_of(name)) != NONE)
			break;
	}
	used[id] = true;
	return id;
}

static void random_offer(
	struct buf *b, const struct mesh *m, uint64_t number, unsigned ids)
{
	static const char *const contracts[] = { "x/1.0.0", "x/2.0.0", "y/1.0.0",
		"no/1.0.0" };
	unsigned base = (unsigned)m->hubsequence / 4, id = random_id(m, ids);
	unsigned from = id * 7 % 4, to = (id * 5 + id / 4) % 4;
	char head[300], data[700], prev[200] = "";
	size_t n = 0;

	for (uint32_t k = roll(4); k > 0; k--)
		n += (size_t)snprintf(prev + n, sizeof(prev) - n, "%s'n-%u'",
			n > 0 ? "," : "", base + roll(ids + 3));
	snprintf(head, sizeof(head),
		"'source':'agent:a%u','type':'seam.handoff.offered','dataschema':'contract:%s'%s",
		from, contracts[roll(LEN(contracts))],
		roll(3) > 0 ? ",'subject':'inc'" : "");
	snprintf(data, sizeof(data),
		"{'handoff':'n-%u','attempt':%u,'from':'a%u','to':'a%u','prev':[%s],"
		"'artifact':{'confidence':1,'in':['n-%u','handoff:n-%u']}}",
		id, 1u + (roll(4) == 0 ? 1u : 0u), from, to, prev, base + roll(ids),
		base + roll(2 * ids));
	write_line(b, number, head, data);
}

static void random_line(
	struct buf *b, const struct mesh *m, uint64_t number, unsigned ids)
{
	static const char *const verbs[] = { "accepted", "completed", "refused" };
	char head[200], data[400];
	unsigned id = (unsigned)m->hubsequence / 4 + roll(ids);

	if (number < 4) {
		snprintf(data, sizeof(data),
			"{'contract':{'contract':'%s','version':'%u.0.0','from':['a'],'to':['b'],"
			"'scope':{},'schema':{},'confidence':{},'fallback':{},"
			"'provenance':{'at':'/in'},'returns':'x'}}",
			number == 3 ? "y" : "x", number == 2 ? 2u : 1u);
		write_line(b, number, "'source':'hub:t','type':'seam.contract.loaded'",
			data);
	} else if (roll(20) == 0) {
		snprintf(head, sizeof(head),
			"'source':'agent:a%u','type':'seam.agent.hello'", id % 4);
		snprintf(data, sizeof(data), "{'agent':'a%u','accepts':['x/%u.0.0','y']}",
			id % 4, roll(3));
		write_line(b, number, head, data);
	} else if (roll(8) == 0) {
		snprintf(data, sizeof(data),
			"{'handoff':'n-%u','attempt':1,'faults':['schema'],'violations':["
			"{'at':'/in/%u/a%u','message':'missing'},"
			"{'at':'/in/7/a%u','message':'missing'},"
			"{'at':'/b%u','message':'missing'},"
			"{'at':'/c%u','message':'missing'}]}",
			id, roll(9), roll(30), roll(30), roll(90), roll(90));
		write_line(b, number, "'source':'hub:t','type':'seam.handoff.flagged'",
			data);
	} else if (roll(5) < 2) {
		random_offer(b, m, number, ids);
	} else {
		snprintf(head, sizeof(head),
			"'source':'agent:a%u','type':'seam.handoff.%s'",
			(id * 5 + id / 4) % 4, verbs[roll(LEN(verbs))]);
		snprintf(data, sizeof(data),
			"{'handoff':'n-%u','attempt':1,'reason':'other','detail':'%c no %u'}",
			id, 'a' + (char)roll(3), roll(9));
		write_line(b, number, head, data);
	}
}

static bool keep(void *user, struct str bytes)
{
	buf_slice(user, bytes);
	return true;
}

struct source {
	struct buf *b;
	size_t at;
};

static size_t give(void *user, void *to, size_t room)
{
	struct source *s = user;
	size_t n = s->b->len - s->at < room ? s->b->len - s->at : room;

	if (n > 0)
		memcpy(to, s->b->data + s->at, n);
	s->at += n;
	return n;
}

static void dump_of(struct buf *b, const struct mesh *m)
{
	mesh_dump(m, put_line, b);
}

static void assert_same(struct mesh *a, struct mesh *b)
{
	struct buf x = { 0 }, y = { 0 };
	struct digest one = mesh_digest(a), two = mesh_digest(b);

	dump_of(&x, a);
	dump_of(&y, b);
	assert_string_equal(x.data, y.data);
	assert_true(digest_eq(&one, &two));
	assert_true(image_has_sound_links(b));
	buf_fini(&x);
	buf_fini(&y);
}

/* As a stranger's, or as our own, of which pages stay packed. */
static struct mesh *copy_of(const struct mesh *m, bool own)
{
	struct buf bytes = { 0 };
	struct source s = { &bytes, 0 };
	struct err e = { { 0 } };
	struct mesh *copy;

	assert_true(mesh_save(m, keep, &bytes));
	copy = own ? mesh_load_own(NULL, give, &s, free, NULL, &e)
		   : mesh_load(give, &s, &e);
	if (copy == NULL)
		fail_msg("%s", e.text);
	buf_fini(&bytes);
	return copy;
}

static void test_images(void **state)
{
	(void)state;
	for (uint32_t seed = 0; seed < ROUNDS(40); seed++) {
		struct mesh *m = mesh_new(), *copy = NULL;
		unsigned ids = 5 + seed;

		dice = seed;
		for (uint64_t i = 1; i < 400; i++) {
			struct buf line = { 0 };

			random_line(&line, m, i, ids);
			fold_line(m, buf_view(&line));
			if (copy != NULL)
				fold_line(copy, buf_view(&line));
			if (roll(60) == 0) {
				mesh_free(copy);
				copy = copy_of(m, roll(2) == 0);
			}
			buf_fini(&line);
		}
		if (copy != NULL)
			assert_same(m, copy);
		mesh_free(copy);
		mesh_free(m);
	}
}

/* All that edges know of how contracts were broken. */
static void say_breaches(struct buf *b, const struct mesh *m)
{
	buf_reset(b);
	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = &m->edge[i];

		buf_fmt(b, "%u %llu", i, (unsigned long long)e->other_breaches);
		for (uint32_t k = 0; k < e->breaches; k++) {
			const struct edge_breach *x = &e->breach[k];

			buf_fmt(b, " %s %s %d %llu %lld %lld", x->contract, x->text,
				x->refused, (unsigned long long)x->count,
				(long long)x->first, (long long)x->last);
		}
		for (uint32_t k = 0; k < e->kinds; k++) {
			const struct edge_kind *x = &e->kind[k];

			buf_fmt(b, " %llu %lld %lld %llu %lld %lld",
				(unsigned long long)x->broken.count,
				(long long)x->broken.since, (long long)x->broken.last,
				(unsigned long long)x->refused.count,
				(long long)x->refused.since, (long long)x->refused.last);
		}
	}
}

static void test_cuts(void **state)
{
	uint32_t circles = 0, awaited = 0, found = 0, dropped = 0, breaches = 0;
	uint64_t made_room = 0, few = ROUNDS(100);
	struct buf before_cut = { 0 }, after_cut = { 0 };

	(void)state;
	for (uint32_t seed = 0; seed < ROUNDS(120); seed++) {
		struct mesh *m = mesh_new();
		struct book b = { 0 };
		unsigned ids = 5 + seed;
		char name[32];

		dice = seed;
		snprintf(name, sizeof(name), "seed %u", seed);
		for (uint64_t i = 1; m->hubsequence < 300; i++) {
			struct buf line = { 0 };

			random_line(&line, m, m->hubsequence + 1, ids);
			write_down(&b, m, buf_view(&line));
			buf_fini(&line);
			if (roll(40) == 0 && m->hubsequence > m->horizon + 12) {
				uint32_t before = m->handoff.kept;

				say_breaches(&before_cut, m);
				cut(&b, m,
					m->horizon + 1 +
						roll((uint32_t)(m->hubsequence -
							m->horizon - 2)));
				dropped += before - m->handoff.kept;
				say_breaches(&after_cut, m);
				assert_string_equal(before_cut.data, after_cut.data);
				same(m, &b, name);
			}
		}
		same(m, &b, name);
		assert_true(image_has_sound_links(m));
		circles += m->circles;
		awaited += m->own.awaits.kept;
		found += (uint32_t)m->own.found.count;
		for (uint32_t i = 0; i < m->edges; i++) {
			breaches += m->edge[i].breaches;
			made_room += m->edge[i].other_breaches;
		}
		mesh_free(m);
		book_free(&b);
	}
	buf_fini(&before_cut);
	buf_fini(&after_cut);
	/* the test is about something */
	assert_true(circles > few && awaited > few && found > few && dropped > 5 * few);
	assert_true(breaches > 10 * few && made_room > 0);
}

/* With a byte changed it is refused, or sound. */
static void test_damaged(void **state)
{
	struct mesh *m = mesh_new();
	struct buf bytes = { 0 };
	size_t sound = 0;

	(void)state;
	dice = 9;
	for (uint64_t i = 1; i < 300; i++) {
		struct buf line = { 0 };

		random_line(&line, m, i, 60);
		fold_line(m, buf_view(&line));
		buf_fini(&line);
	}
	assert_true(mesh_save(m, keep, &bytes));
	for (int i = 0; i < 3000; i++) {
		size_t place = roll((uint32_t)bytes.len);
		struct source s = { &bytes, 0 };
		char was = bytes.data[place];
		struct err e;
		struct mesh *copy;

		bytes.data[place] = (char)(was ^ 1 << roll(8));
		copy = mesh_load(give, &s, &e);
		bytes.data[place] = was;
		if (copy == NULL)
			continue;
		sound++;
		assert_true(image_has_sound_links(copy));
		for (uint64_t k = 0; k < 20; k++) {
			struct buf line = { 0 };

			random_line(&line, copy, 1000 + k, 60);
			fold_line(copy, buf_view(&line));
			buf_fini(&line);
		}
		mesh_digest(copy);
		mesh_free(copy);
	}
	assert_in_range(sound, 1, 2999);
	buf_fini(&bytes);
	mesh_free(m);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_causes),
		cmocka_unit_test(test_provenance),
		cmocka_unit_test(test_loops),
		cmocka_unit_test(test_loop_of_causes),
		cmocka_unit_test(test_returns),
		cmocka_unit_test(test_wide),
		cmocka_unit_test(test_said_twice),
		cmocka_unit_test(test_done_before),
		cmocka_unit_test(test_takes_after_hello),
		cmocka_unit_test(test_late_of_hub),
		cmocka_unit_test(test_horizon),
		cmocka_unit_test(test_offered_twice),
		cmocka_unit_test(test_tried_again),
		cmocka_unit_test(test_versions),
		cmocka_unit_test(test_breaches),
		cmocka_unit_test(test_spells),
		cmocka_unit_test(test_loaded_again),
		cmocka_unit_test(test_unoffered),
		cmocka_unit_test(test_images),
		cmocka_unit_test(test_cuts),
		cmocka_unit_test(test_damaged),
	};
	int failed;

	digest_start();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	json_fini(&doc);
	return failed;
}
