/* SPDX-License-Identifier: MIT */
/*
 * What a hub that asks for keys is asked; KEY is a key file, or - for none.
 *
 *   bench_keys send EVENTS COUNT KEY             events of agent-0, as fast as they are
 *                                                taken; prints when it began and ended
 *   bench_keys decide CONTROL ROUNDS KEY KEY     agent-0 offers, an operator decides, one
 *                                                after the other: microseconds of each
 *   bench_keys shake CONTROL COUNT KEY           connections, each until a ping is
 *                                                answered; prints the seconds
 *
 * The hub must have loaded the contract of tests/bench/events.h.
 */
#include <stdlib.h>
#include <zmq.h>

#include "base/mem.h"
#include "bus/keyed.h"
#include "tests/bench/events.h"

enum { MESSAGE = 8192, PATIENCE_MS = 20000 };

static void fail(const char *what, const char *why)
{
	fprintf(stderr, "bench_keys: %s: %s\n", what, why);
	exit(1);
}

static double now(void)
{
	return (double)clock_mono() / (double)SECOND;
}

static struct keyfile read_key(const char *path)
{
	struct keyfile k = { .public_key = "" };
	struct err e;

	if (strcmp(path, "-") != 0 && !keyfile_read(&k, path, &e))
		fail(path, e.text);
	return k;
}

static void set(void *socket, int option, int value)
{
	zmq_setsockopt(socket, option, &value, sizeof(value));
}

static void *open_socket(
	void *context, int type, const char *url, const struct keyfile *key)
{
	void *s = zmq_socket(context, type);

	keyed_socket(s, key);
	set(s, ZMQ_RCVTIMEO, PATIENCE_MS);
	set(s, ZMQ_SNDTIMEO, PATIENCE_MS);
	if (type == ZMQ_XPUB)
		set(s, ZMQ_XPUB_NODROP, 1);
	else
		set(s, ZMQ_LINGER, 0);
	if (zmq_connect(s, url) < 0)
		fail(url, zmq_strerror(zmq_errno()));
	return s;
}

static void ask(void *s, char *text, size_t size)
{
	int n;

	zmq_send(s, text, size, 0);
	n = zmq_recv(s, text, MESSAGE - 1, 0);
	if (n < 0)
		fail("no answer", zmq_strerror(zmq_errno()));
	text[n < MESSAGE - 1 ? n : MESSAGE - 1] = '\0';
	if (strstr(text, "\"ok\":true") == NULL)
		fail("refused", text);
}

/* --- events ---------------------------------------------------------------- */

static void send_events(void *context, const char *url, size_t count, const char *path)
{
	struct keyfile key = read_key(path);
	void *lane = open_socket(context, ZMQ_XPUB, url, &key);
	struct events v = { 0 };
	char *text = xmalloc(count * EVENTS_BYTES), subscription[8];
	size_t *end = xmalloc(count * sizeof(*end)), n = 0;
	double began;

	if (zmq_recv(lane, subscription, sizeof(subscription), 0) < 0)
		fail(url, "nobody subscribes");
	for (size_t i = 0; i < count; i++) {
		events_offer(&v, i * EVENTS_AGENTS, 0.9);
		memcpy(text + n, v.text, v.n);
		end[i] = n += v.n;
	}
	began = now();
	for (size_t i = 0; i < count; i++) {
		size_t from = i == 0 ? 0 : end[i - 1];

		if (zmq_send(lane, text + from, end[i] - from, 0) < 0)
			fail("send", zmq_strerror(zmq_errno()));
	}
	zmq_close(lane);
	zmq_ctx_term(context); /* waits until all is out */
	printf("%.6f %.6f\n", began, now());
	free(text);
	free(end);
}

/* --- decisions ------------------------------------------------------------- */

static void offer(void *s, struct events *v, uint64_t i, char digest[80])
{
	char text[MESSAGE];

	events_held_offer(v, i);
	ask(s, text, events_publish(v, text, sizeof(text)));
	if (!events_digest(text, digest))
		fail("publish", text);
}

static double decide(void *s, uint64_t i, const char *digest)
{
	char text[MESSAGE];
	int64_t began;
	size_t n = (size_t)snprintf(text, sizeof(text),
		"{\"op\":\"decide\",\"rid\":\"d\",\"decision\":\"d-%016llx\","
		"\"handoff\":\"ho-%08llx\",\"attempt\":1,\"digest\":\"%s\","
		"\"action\":\"approve\",\"operator\":\"mira\"}",
		(unsigned long long)i, (unsigned long long)i, digest);

	began = clock_mono();
	ask(s, text, n);
	return (double)(clock_mono() - began);
}

/* Handoffs of a run of its own: several of them follow one another on one hub. */
static void decide_many(void *context, const char *url, size_t rounds, char **key)
{
	struct keyfile agents = read_key(key[0]), operators = read_key(key[1]);
	void *from = open_socket(context, ZMQ_DEALER, url, &agents);
	void *by = open_socket(context, ZMQ_DEALER, url, &operators);
	uint64_t first = (uint64_t)clock_mono() * EVENTS_AGENTS;
	struct events v = { .sequence = { (uint64_t)clock_mono() } };
	char digest[80];

	for (size_t i = 0; i < rounds; i++) {
		offer(from, &v, first + i * EVENTS_AGENTS, digest);
		printf("%.0f ", decide(by, first + i * EVENTS_AGENTS, digest));
	}
	putchar('\n');
	zmq_close(from);
	zmq_close(by);
	zmq_ctx_term(context);
}

/* --- handshakes ------------------------------------------------------------ */

static void shake(void *context, const char *url, size_t count, const char *path)
{
	struct keyfile key = read_key(path);
	double began = now();

	for (size_t i = 0; i < count; i++) {
		char text[MESSAGE] = "{\"op\":\"ping\",\"rid\":\"p\"}";
		void *s = open_socket(context, ZMQ_DEALER, url, &key);

		ask(s, text, strlen(text));
		zmq_close(s);
	}
	printf("%.6f\n", now() - began);
	zmq_ctx_term(context);
}

int main(int argc, char **argv)
{
	size_t count = argc > 3 ? strtoul(argv[3], NULL, 10) : 0;
	void *context = zmq_ctx_new();

	if (argc == 5 && count > 0 && strcmp(argv[1], "send") == 0)
		send_events(context, argv[2], count, argv[4]);
	else if (argc == 6 && count > 0 && strcmp(argv[1], "decide") == 0)
		decide_many(context, argv[2], count, argv + 4);
	else if (argc == 5 && count > 0 && strcmp(argv[1], "shake") == 0)
		shake(context, argv[2], count, argv[4]);
	else
		return 2;
	return 0;
}
