/* SPDX-License-Identifier: MIT */
/*
 * A filter by confidence, edge and a place in the artifact, typed in Review while so many
 * handoffs are held (the first argument, 100,000; another text is the second): what a key
 * and its frame of 200x50 cost, and how long it takes until all have been looked at. All
 * artifacts are at hand, as in a recording.
 *
 * Prints the longest of all keys, the longest frame after them, in milliseconds of the
 * thread, how many frames it took until all were looked at, and their milliseconds.
 */
#include <stdlib.h>
#include <time.h>

#include "bus/codec.h"
#include "tests/bench/events.h"
#include "tui/surface.h"
#include "views/shell.h"

enum { ROWS = 50, COLS = 200, FRAMES = 100000 };

struct bench {
	struct mesh *mesh;
	struct events events, again; /* again: for the bytes of one */
	struct json doc;
	struct shell *shell;
	struct surface surface;
	struct world world;
};

static void fold(struct bench *b)
{
	struct str s = { b->events.text, b->events.n };
	struct event e;

	if (!event_read(&b->doc, s, s, FROM_RECORDING, &e, NULL, NULL) ||
		!mesh_apply(b->mesh, &e))
		abort();
}

static double confidence_of(uint64_t handoff)
{
	return (double)(handoff % 80) / 100;
}

/* The first event is the contract; then come an offer and its hold for each. */
static bool bytes_of(void *arg, uint64_t hubsequence, struct buf *out)
{
	struct bench *b = arg;
	uint64_t handoff = (hubsequence - 2) / 2;

	b->again = (struct events){ .recorded = true };
	events_offer(&b->again, handoff, confidence_of(handoff));
	buf_add(out, b->again.text, b->again.n);
	return true;
}

static void start(struct bench *b, uint64_t n)
{
	digest_start();
	b->mesh = mesh_new();
	b->events.recorded = true;
	events_contract_loaded(&b->events);
	fold(b);
	for (uint64_t i = 0; i < n; i++) {
		events_offer(&b->events, i, confidence_of(i));
		fold(b);
		events_hold(&b->events, i, confidence_of(i));
		fold(b);
	}
	b->shell = shell_new();
	surface_init(&b->surface, ROWS, COLS);
	b->world = (struct world){ .mesh = b->mesh,
		.now = b->mesh->now,
		.tick = 1000 * SECOND,
		.clock_rate = 1,
		.name = "bench",
		.operator_name = "mira",
		.link = { .state = LINK_LIVE },
		.event = bytes_of,
		.event_arg = b };
}

static double thread_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* A key (0: none) and the frame after it. */
static double turn(struct bench *b, int key)
{
	double began;

	b->world.tick += SECOND / 30;
	began = thread_ms();
	if (key != 0)
		shell_key(b->shell, &b->world, key);
	else
		shell_tick(b->shell, &b->world);
	surface_clear(&b->surface);
	shell_draw(b->shell, &b->world, &b->surface);
	return thread_ms() - began;
}

int main(int argc, char **argv)
{
	const char *text =
		argc > 2 ? argv[2] : "conf<.78 edge:agent-3>agent-4 /alert_count>90";
	static struct bench b;
	double key = 0, frame = 0, all = 0;
	int frames = 0;

	start(&b, argc > 1 ? strtoull(argv[1], NULL, 10) : 100000);
	turn(&b, '3');
	turn(&b, '/');
	for (const char *p = text; *p != '\0'; p++) {
		double took = turn(&b, (unsigned char)*p);

		key = took > key ? took : key;
		if (getenv("EACH") != NULL)
			fprintf(stderr, "%c %.2f\n", *p, took);
	}
	do {
		double took = turn(&b, 0);

		frame = took > frame ? took : frame;
		all += took;
	} while (++frames < FRAMES && shell_patience(b.shell, &b.world) == 0);
	printf("%.2f %.2f %d %.0f\n", key, frame, frames, all);
	shell_free(b.shell);
	surface_fini(&b.surface);
	mesh_free(b.mesh);
	json_fini(&b.doc);
	return 0;
}
