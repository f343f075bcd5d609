/* SPDX-License-Identifier: MIT */
#include "bus/ear.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <zmq.h>

#include "base/mem.h"
#include "bus/doors.h"
#include "bus/gate.h"

#define HELD_BYTES ((size_t)8 << 20) /* libzmq holds twice as much for them */
#define FRAMES_PASSED 3
#define FULL_WAIT_MS 5

struct ear {
	pthread_t thread;
	void *sub, *push, *pull;
	void *stop_near, *stop_far;
	bool marked;        /* a frame in front says who sent it: struct caller */
	atomic_size_t held; /* passed on and not yet taken */
};

/* What libzmq knows of a message does not go through another socket. */
static void mark(struct ear *e, zmq_msg_t *part)
{
	struct caller c = gate_caller(part);

	zmq_send(e->push, &c, sizeof(c), ZMQ_SNDMORE);
}

/* Passes on one message; false when there was none. */
static bool pass(struct ear *e)
{
	zmq_msg_t part;
	int frames = 0, more;

	do {
		zmq_msg_init(&part);
		if (zmq_msg_recv(&part, e->sub, frames == 0 ? ZMQ_DONTWAIT : 0) < 0) {
			zmq_msg_close(&part);
			return false;
		}
		doors_took(&part);
		more = zmq_msg_more(&part);
		if (frames++ == 0 && e->marked)
			mark(e, &part);
		if (frames > FRAMES_PASSED) {
			zmq_msg_close(&part);
			continue;
		}
		atomic_fetch_add(&e->held, zmq_msg_size(&part));
		if (zmq_msg_send(&part, e->push,
			    more && frames < FRAMES_PASSED ? ZMQ_SNDMORE : 0) < 0)
			zmq_msg_close(&part);
	} while (more);
	return true;
}

static void *listen(void *arg)
{
	struct ear *e = arg;
	zmq_pollitem_t items[] = { { e->stop_far, 0, ZMQ_POLLIN, 0 },
		{ e->sub, 0, ZMQ_POLLIN, 0 } };

	for (;;) {
		bool full = atomic_load(&e->held) > HELD_BYTES;
		int n = zmq_poll(items, full ? 1 : 2, full ? FULL_WAIT_MS : -1);

		if (items[0].revents & ZMQ_POLLIN)
			return NULL;
		/* even when full: a subscription goes out only from within libzmq */
		if (full)
			zmq_poll(items + 1, 1, 0);
		for (int i = 0; n >= 0 && !full && i < 256 && pass(e); i++)
			full = atomic_load(&e->held) > HELD_BYTES;
	}
}

static void *inproc(void *context, int type, const char *address, bool binds)
{
	void *s = zmq_socket(context, type);
	int none = 0;

	zmq_setsockopt(s, ZMQ_LINGER, &none, sizeof(none));
	zmq_setsockopt(s, ZMQ_SNDHWM, &none, sizeof(none));
	zmq_setsockopt(s, ZMQ_RCVHWM, &none, sizeof(none));
	if ((binds ? zmq_bind(s, address) : zmq_connect(s, address)) < 0)
		abort(); /* an inproc address of our own */
	return s;
}

struct ear *ear_start(void *context, void *sub, bool marked)
{
	struct ear *e = xcalloc(1, sizeof(*e));

	e->sub = sub;
	e->marked = marked;
	e->pull = inproc(context, ZMQ_PULL, "inproc://ear", true);
	e->push = inproc(context, ZMQ_PUSH, "inproc://ear", false);
	e->stop_near = inproc(context, ZMQ_PAIR, "inproc://ear-stop", true);
	e->stop_far = inproc(context, ZMQ_PAIR, "inproc://ear-stop", false);
	if (pthread_create(&e->thread, NULL, listen, e) != 0) {
		fprintf(stderr, "seam: cannot start a thread\n");
		abort();
	}
	return e;
}

void ear_stop(struct ear *e)
{
	if (e == NULL)
		return;
	zmq_send(e->stop_near, "", 0, 0);
	pthread_join(e->thread, NULL);
	zmq_close(e->sub);
	zmq_close(e->push);
	zmq_close(e->pull);
	zmq_close(e->stop_near);
	zmq_close(e->stop_far);
	free(e);
}

void *ear_socket(struct ear *e)
{
	return e->pull;
}

void ear_taken(struct ear *e, size_t bytes)
{
	atomic_fetch_sub(&e->held, bytes);
}
