/* SPDX-License-Identifier: MIT */
/*
 * The two ends of the events lane, each in a process of its own:
 *
 *   bench_ingest send URL COUNT [held]   an agent's end; built before, sent as fast
 *                                        as they are taken, none is dropped
 *   bench_ingest receive COUNT           the peer of the hub: a bare SUB loop; says
 *                                        its address, takes that many, and ends
 *
 * Both print the time (CLOCK_MONOTONIC, seconds) when they began and ended.
 */
#include <stdlib.h>
#include <unistd.h>
#include <zmq.h>

#include "base/mem.h"
#include "tests/bench/events.h"

#define AT_ONCE 100000 /* events that are built before they are sent */

static void set(void *socket, int option, int value)
{
	zmq_setsockopt(socket, option, &value, sizeof(value));
}

static void fail(const char *what)
{
	fprintf(stderr, "bench_ingest: %s: %s\n", what, zmq_strerror(zmq_errno()));
	exit(1);
}

static double now(void)
{
	return (double)clock_mono() / (double)SECOND;
}

/* --- sending --------------------------------------------------------------- */

struct stock {
	char *text;
	size_t *end; /* of each event in text */
	size_t count;
};

static void build(struct stock *s, struct events *v, size_t count, bool held)
{
	size_t n = 0;

	for (s->count = 0; s->count < count; s->count++) {
		if (held)
			events_held_offer(v, v->handoffs++);
		else
			events_next_sent(v);
		memcpy(s->text + n, v->text, v->n);
		n += v->n;
		s->end[s->count] = n;
	}
}

static void send_stock(void *socket, const struct stock *s)
{
	size_t from = 0;

	for (size_t i = 0; i < s->count; i++) {
		if (zmq_send(socket, s->text + from, s->end[i] - from, 0) < 0)
			fail("send");
		from = s->end[i];
	}
}

/* An XPUB that has read the subscription, and blocks where it would drop. */
static void *open_lane(void *context, const char *url)
{
	void *s = zmq_socket(context, ZMQ_XPUB);
	char subscription[8];

	set(s, ZMQ_XPUB_NODROP, 1);
	set(s, ZMQ_SNDHWM, 1000);
	set(s, ZMQ_RCVTIMEO, 10000);
	if (zmq_connect(s, url) < 0)
		fail(url);
	if (zmq_recv(s, subscription, sizeof(subscription), 0) < 0)
		fail("nobody subscribes");
	return s;
}

static int send_events(const char *url, size_t count, bool held)
{
	size_t most = count < AT_ONCE ? count : AT_ONCE;
	struct stock stock = { xmalloc(most * EVENTS_BYTES),
		xmalloc(most * sizeof(size_t)), 0 };
	void *context = zmq_ctx_new(), *lane = open_lane(context, url);
	struct events v = { 0 };
	double began;

	build(&stock, &v, most, held);
	began = now();
	for (size_t left = count; left > 0; left -= stock.count) {
		if (left < count)
			build(&stock, &v, left < most ? left : most, held);
		send_stock(lane, &stock);
	}
	zmq_close(lane);
	zmq_ctx_term(context); /* waits until all is out */
	printf("%.6f %.6f\n", began, now());
	free(stock.text);
	free(stock.end);
	return 0;
}

/* --- receiving ------------------------------------------------------------- */

static int receive_events(size_t count)
{
	void *context = zmq_ctx_new(), *s = zmq_socket(context, ZMQ_SUB);
	char url[128];
	size_t n = sizeof(url);
	double began = 0;
	zmq_msg_t m;

	zmq_setsockopt(s, ZMQ_SUBSCRIBE, "", 0);
	set(s, ZMQ_RCVHWM, 10000);
	set(s, ZMQ_RCVTIMEO, 30000);
	if (zmq_bind(s, "tcp://127.0.0.1:*") < 0)
		fail("bind");
	zmq_getsockopt(s, ZMQ_LAST_ENDPOINT, url, &n);
	puts(url);
	fflush(stdout);
	zmq_msg_init(&m);
	for (size_t i = 0; i < count; i++) {
		if (zmq_msg_recv(&m, s, 0) < 0)
			fail("receive");
		if (i == 0)
			began = now();
	}
	printf("%.6f %.6f\n", began, now());
	fflush(stdout);
	zmq_msg_close(&m);
	zmq_close(s);
	zmq_ctx_term(context);
	return 0;
}

int main(int argc, char **argv)
{
	bool held = argc == 5 && strcmp(argv[4], "held") == 0;

	if ((argc == 4 || held) && strcmp(argv[1], "send") == 0)
		return send_events(argv[2], strtoul(argv[3], NULL, 10), held);
	if (argc == 3 && strcmp(argv[1], "receive") == 0)
		return receive_events(strtoul(argv[2], NULL, 10));
	return 2;
}
