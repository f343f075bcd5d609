/* SPDX-License-Identifier: MIT */
/*
 * Frames while events pour in, at 80x24 and at 200x60: before each one a thousand
 * events are folded, so that everything on the screen has changed. Counted is what the
 * console's loop does for a frame, with the bytes for the terminal: a pty, which
 * the parent reads. The mesh has 50,000 handoffs to begin with, one in eight
 * waits for a human, one in twelve is dead.
 *
 * Prints, for each size and screen, "COLSxROWS", the screen's name, the median and the
 * 95th percentile in milliseconds of the thread (others may want the processor too),
 * and the median of the bytes of a frame, of all that was kept behind it.
 */
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bus/codec.h"
#include "tests/bench/events.h"
#include "tui/surface.h"
#include "tui/term.h"
#include "views/shell.h"

enum { BEFORE = 50000, EVENTS = 1000, FRAMES = 60 };

static const struct size {
	int cols, rows;
} sizes[] = { { 80, 24 }, { 200, 60 } };

struct bench {
	struct mesh *mesh;
	struct events events;
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

static void refuse(struct events *v, uint64_t handoff)
{
	events_begin(v, events_to(handoff), "handoff.refused");
	events_about(v, handoff);
	events_add(v, ",\"reason\":\"overload\",\"detail\":\"the queue is full\"");
	events_end(v);
}

/* One handoff from its offer to where it stays; how many events that were. */
static int play_handoff(struct bench *b)
{
	struct events *v = &b->events;
	uint64_t i = v->handoffs++;
	bool held = i % 8 == 7, dead = i % 12 == 5;
	double confidence = held ? 0.74 : 0.93;

	events_offer(v, i, confidence);
	fold(b);
	if (held)
		events_hold(v, i, confidence);
	else if (dead)
		refuse(v, i);
	else
		events_said(v, i, "handoff.completed", "rolled back");
	fold(b);
	return 2;
}

static bool no_bytes(void *arg, uint64_t hubsequence, struct buf *out)
{
	(void)arg, (void)hubsequence, (void)out;
	return false;
}

static void start(struct bench *b)
{
	const struct term_options look = { .no_title = true };
	struct err e;

	digest_start();
	b->mesh = mesh_new();
	b->events.recorded = true;
	events_contract_loaded(&b->events);
	fold(b);
	for (int i = 0; i < BEFORE; i++)
		play_handoff(b);
	b->shell = shell_new();
	surface_init(&b->surface, sizes[0].rows, sizes[0].cols);
	if (!term_open(&look, &e)) {
		fprintf(stderr, "bench_frame: %s\n", e.text);
		exit(1);
	}
	b->world = (struct world){ .mesh = b->mesh,
		.tick = 1000 * SECOND,
		.clock_rate = 1,
		.rate = 20000,
		.name = "bench",
		.operator_name = "mira",
		.link = { .state = LINK_LIVE },
		.event = no_bytes };
}

static double thread_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Milliseconds for one frame, after the events that it has to show. */
static double frame(struct bench *b, double *bytes)
{
	double began;

	for (int n = 0; n < EVENTS;)
		n += play_handoff(b);
	b->world.now = b->mesh->now;
	b->world.tick += SECOND / 10;
	while (term_key() != K_NONE || term_stats()->pending > 0)
		poll(NULL, 0, 1); /* until the last one is out */
	began = thread_ms();
	shell_tick(b->shell, &b->world);
	surface_clear(&b->surface);
	shell_draw(b->shell, &b->world, &b->surface);
	term_flush(&b->surface);
	*bytes = (double)term_stats()->last_bytes;
	return thread_ms() - began;
}

static int by_value(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;

	return a < b ? -1 : a > b;
}

static const char *name_of(int screen)
{
	static const char *const names[] = { [SCREEN_NOW] = "now",
		[SCREEN_FLOW] = "flow",
		[SCREEN_REVIEW] = "review",
		[SCREEN_DEAD] = "dead",
		[SCREEN_INCIDENTS] = "incidents",
		[SCREEN_REGISTRY] = "registry",
		[SCREEN_LOG] = "log",
		[SCREENS] = NULL };

	return names[screen] != NULL ? names[screen] : "another";
}

static void measure_size(struct bench *b, const struct size *size, FILE *out)
{
	struct winsize window = { .ws_row = (unsigned short)size->rows,
		.ws_col = (unsigned short)size->cols };
	double took[FRAMES], bytes[FRAMES];

	ioctl(0, TIOCSWINSZ, &window);
	term_resized();
	surface_resize(&b->surface, size->rows, size->cols);
	for (int s = 0; s < SCREENS; s++) {
		shell_show(b->shell, &b->world, (enum screen)s);
		frame(b, bytes); /* the first one of a screen is a change of screens */
		for (int i = 0; i < FRAMES; i++)
			took[i] = frame(b, &bytes[i]);
		qsort(took, FRAMES, sizeof(*took), by_value);
		qsort(bytes, FRAMES, sizeof(*bytes), by_value);
		fprintf(out, "%dx%d %s %.3f %.3f %.0f\n", size->cols, size->rows,
			name_of(s), took[FRAMES / 2], took[FRAMES * 95 / 100],
			bytes[FRAMES / 2]);
	}
}

static void measure(FILE *out)
{
	static struct bench b;

	start(&b);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
		measure_size(&b, &sizes[i], out);
	term_close();
	shell_free(b.shell);
	surface_fini(&b.surface);
	mesh_free(b.mesh);
	json_fini(&b.doc);
}

/* In a session of its own, with the terminal as standard input and output. */
static void become_console(const char *terminal)
{
	struct winsize size = { .ws_row = 24, .ws_col = 80 };
	FILE *out = fdopen(dup(1), "w");
	int fd;

	setsid();
	fd = open(terminal, O_RDWR);
	if (out == NULL || fd < 0 || ioctl(fd, TIOCSWINSZ, &size) < 0)
		exit(1);
	dup2(fd, 0);
	dup2(fd, 1);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	measure(out);
	fclose(out);
	exit(0);
}

int main(void)
{
	int pty = posix_openpt(O_RDWR | O_NOCTTY), status = 1;
	char bytes[65536];
	pid_t child;

	if (pty < 0 || grantpt(pty) < 0 || unlockpt(pty) < 0)
		return 1;
	child = fork();
	if (child == 0)
		become_console(ptsname(pty));
	while (waitpid(child, &status, WNOHANG) == 0) {
		struct pollfd p = { pty, POLLIN, 0 };

		if (poll(&p, 1, 20) > 0 && read(pty, bytes, sizeof(bytes)) < 0)
			poll(NULL, 0, 1); /* it has not been opened yet, or is closed */
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
