/* SPDX-License-Identifier: MIT */
/*
 * The JSON reader beside jansson on one offer of 1 KB. Prints bytes, and
 * nanoseconds an event: reading, reading and checking as an event, jansson.
 * Rounds in turn, the best of each.
 */
#include "bus/codec.h"
#include "tests/bench/events.h"
#define judge judge_json /* contract/judge.h has one too */
#include "tests/json_judge.h"

enum { ROUNDS = 9, TIMES = 4000 };

static struct json doc;

static void check(bool ok)
{
	if (!ok)
		abort();
}

static void with_reader(struct str s)
{
	check(json_read(&doc, s.p, s.n, EVENT_DEPTH, NULL));
}

static void with_codec(struct str s)
{
	struct event e;

	check(event_read(&doc, s, s, FROM_PEER, &e, NULL, NULL));
}

static void with_jansson(struct str s)
{
	json_t *v = json_loadb(s.p, s.n, JUDGE_FLAGS | JSON_DECODE_INT_AS_REAL, NULL);

	check(v != NULL);
	json_decref(v);
}

int main(void)
{
	static void (*const way[])(
		struct str) = { with_reader, with_codec, with_jansson };
	double best[3] = { 1e9, 1e9, 1e9 };
	struct events v = { 0 };
	struct str s;

	digest_start();
	events_offer(&v, 4711, 0.74);
	s = (struct str){ v.text, v.n };
	check(judge_json(&doc, s) == NULL); /* both read the same */
	for (int round = 0; round < ROUNDS; round++) {
		for (int w = 0; w < 3; w++) {
			int64_t began = clock_mono();
			double ns;

			for (int i = 0; i < TIMES; i++)
				way[w](s);
			ns = (double)(clock_mono() - began) * 1000 / TIMES;
			best[w] = ns < best[w] ? ns : best[w];
		}
	}
	printf("%zu %.0f %.0f %.0f\n", s.n, best[0], best[1], best[2]);
	json_fini(&doc);
	return 0;
}
