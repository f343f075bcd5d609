/* SPDX-License-Identifier: MIT */
#include "bus/writer.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <zmq.h>

#include "base/clock.h"
#include "base/mem.h"

struct writer {
	pthread_t thread;
	void *near, *far; /* the hub's end, the thread's */
	struct journal *journal;
};

static bool write_batch(struct writer *w, struct batch *b)
{
	struct journal_row *rows;
	bool ok;

	if (w->journal == NULL)
		return true;
	if (b->chore != NULL)
		return b->chore(w->journal, &b->err);
	if (b->count == 0 && b->cut.count == 0)
		return journal_probe(w->journal, &b->err);
	rows = xmalloc((b->count + 1) * sizeof(*rows));
	for (size_t i = 0; i < b->count; i++)
		rows[i] = b->entry[i].row;
	ok = journal_append_and_cut(w->journal, rows, b->count, &b->cut, &b->err);
	free(rows);
	return ok;
}

static void *serve(void *arg)
{
	struct writer *w = arg;
	struct batch *b;
	int64_t began;

	for (;;) {
		int n = zmq_recv(w->far, &b, sizeof(b), 0);

		if (n < 0 && zmq_errno() == EINTR)
			continue;
		if (n != (int)sizeof(b))
			break; /* an empty message: stop */
		began = clock_mono();
		b->written = write_batch(w, b);
		b->took = clock_mono() - began;
		b->let_go = w->journal != NULL && !journal_is_open(w->journal);
		zmq_send(w->far, &b, sizeof(b), 0);
	}
	journal_close(w->journal);
	return NULL;
}

static void *pair(void *context, const char *address, bool binds)
{
	void *s = zmq_socket(context, ZMQ_PAIR);
	int linger = 0;

	zmq_setsockopt(s, ZMQ_LINGER, &linger, sizeof(linger));
	if ((binds ? zmq_bind(s, address) : zmq_connect(s, address)) < 0)
		abort(); /* an inproc address of our own */
	return s;
}

struct writer *writer_start(void *context, struct journal *journal)
{
	struct writer *w = xcalloc(1, sizeof(*w));

	w->journal = journal;
	w->near = pair(context, "inproc://writer", true);
	w->far = pair(context, "inproc://writer", false);
	if (pthread_create(&w->thread, NULL, serve, w) != 0) {
		fprintf(stderr, "seam: cannot start a thread\n");
		abort();
	}
	return w;
}

void writer_stop(struct writer *w)
{
	if (w == NULL)
		return;
	zmq_send(w->near, "", 0, 0);
	pthread_join(w->thread, NULL);
	zmq_close(w->near);
	zmq_close(w->far);
	free(w);
}

void *writer_socket(struct writer *w)
{
	return w->near;
}

void writer_send(struct writer *w, struct batch *b)
{
	zmq_send(w->near, &b, sizeof(b), 0);
}

struct batch *writer_receive(struct writer *w)
{
	struct batch *b = NULL;

	if (zmq_recv(w->near, &b, sizeof(b), ZMQ_DONTWAIT) != (int)sizeof(b))
		return NULL;
	return b;
}
