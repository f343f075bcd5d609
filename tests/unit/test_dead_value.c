/* SPDX-License-Identifier: MIT */
/* What is at stake in dead letters: read once, a few with each drawing, and never told
 * while only some of it is known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <time.h>

#include <cmocka.h>

#include "base/clock.h"
#include "tests/mesh_feed.h"
#include "views/dead_own.h"
#include "views/values.h"

struct scene {
	struct feed feed;
	struct dead dead;
	struct values values;
	struct world w;
	uint64_t sequence;
	bool away; /* no artifact is here */
	size_t reads;
};

static bool read_event(void *arg, uint64_t hubsequence, struct buf *out)
{
	struct scene *s = arg;

	(void)hubsequence;
	s->reads += !s->away;
	buf_reset(out);
	buf_str(out, "{\"data\":{\"artifact\":{\"amount\":2}}}");
	return !s->away;
}

static void say(struct scene *s, const char *source, const char *type, const char *data)
{
	char line[1024], time[TIME_TEXT];
	struct event e;
	struct err err = { "" };
	struct str text;

	s->sequence++;
	time_format(s->feed.time += 1000, time);
	text.n = (size_t)snprintf(line, sizeof(line),
		"{\"specversion\":\"1.0\",\"id\":\"%llu\",\"source\":\"%s\",\"type\":"
		"\"seam.%s\",\"dataschema\":\"contract:pay/1.0.0\",\"recordedtime\":"
		"\"%s\",\"hubsequence\":\"%020llu\",\"data\":%s}",
		(unsigned long long)s->sequence, source, type, time,
		(unsigned long long)s->sequence, data);
	text.p = line;
	assert_true(event_read(&s->feed.doc, text, text, FROM_RECORDING, &e, NULL, &err));
	mesh_apply(s->feed.mesh, &e);
}

static void lose(struct scene *s, int from, int n)
{
	char data[300];

	for (int i = from; i < from + n; i++) {
		snprintf(data, sizeof(data),
			"{\"handoff\":\"d%d\",\"attempt\":1,\"from\":\"a\",\"to\":\"b\","
			"\"artifact\":{\"amount\":2}}",
			i);
		say(s, "agent:a", "handoff.offered", data);
		snprintf(data, sizeof(data),
			"{\"handoff\":\"d%d\",\"attempt\":1,\"reason\":\"no\"}", i);
		say(s, "agent:a", "handoff.dead_lettered", data);
	}
}

static void begin(struct scene *s)
{
	struct err err = { "" };
	struct contract *c;

	memset(s, 0, sizeof(*s));
	feed_init(&s->feed);
	s->w = (struct world){ .mesh = s->feed.mesh,
		.values = &s->values,
		.event = read_event,
		.event_arg = s };
	s->dead.mesh = s->feed.mesh;
	c = contract_read(
		STR("{\"contract\":\"pay\",\"version\":\"1.0.0\",\"from\":[\"a\"],"
		    "\"to\":[\"b\"],\"scope\":{},\"schema\":{},\"confidence\":{},"
		    "\"fallback\":{},\"value\":{\"at\":\"/amount\",\"unit\":\"EUR\"}}"),
		&err);
	assert_string_equal(err.text, "");
	mesh_use_contract_take(s->feed.mesh, c, s->feed.time, STR(""));
}

static void end(struct scene *s)
{
	free(s->dead.sums);
	feed_fini(&s->feed);
}

/* What the group's row says in one more drawing. */
static const char *drawn(struct scene *s)
{
	static char text[ROW_TEXT];
	const struct order *all = &s->feed.mesh->dead_group[0].letters;
	struct dead_shown letters = { .order = all, .n = all->count };

	dead_value_begin(&s->dead, &s->w);
	return dead_value_row(&s->dead, &s->w, dead_rows_group_id(0), &letters, text);
}

static void test_read_once_and_a_few_at_a_time(void **state)
{
	struct scene s;

	(void)state;
	begin(&s);
	lose(&s, 0, 150);
	for (int drawing = 0; drawing < 2; drawing++) {
		assert_string_equal(drawn(&s), "");
		assert_int_equal(s.reads, 64 * (drawing + 1));
		assert_true(dead_value_busy(&s.dead));
	}
	assert_string_equal(drawn(&s), "EUR 300");
	assert_false(dead_value_busy(&s.dead));
	assert_string_equal(drawn(&s), "EUR 300");
	assert_int_equal(s.reads, 150);
	lose(&s, 150, 1);
	for (int drawing = 0; drawing < 2; drawing++)
		assert_string_equal(drawn(&s), "");
	assert_string_equal(drawn(&s), "EUR 302");
	end(&s);
}

static void test_not_of_what_is_not_here(void **state)
{
	struct scene s;

	(void)state;
	begin(&s);
	lose(&s, 0, 3);
	s.away = true;
	assert_string_equal(drawn(&s), "");
	assert_false(dead_value_busy(&s.dead));
	s.away = false;
	assert_string_equal(drawn(&s), "EUR 6");
	end(&s);
}

static void test_not_of_too_many(void **state)
{
	struct scene s;

	(void)state;
	begin(&s);
	lose(&s, 0, DEAD_SUMMED + 1);
	for (int drawing = 0; drawing < 9; drawing++)
		assert_string_equal(drawn(&s), "");
	assert_int_equal(s.reads, 0);
	end(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read_once_and_a_few_at_a_time),
		cmocka_unit_test(test_not_of_what_is_not_here),
		cmocka_unit_test(test_not_of_too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
