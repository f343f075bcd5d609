/* SPDX-License-Identifier: MIT */
/*
 * From a key to the agent: a `decide` goes to the hub, and comes back on the
 * feed as the agent sees it, committed. In turn with the peer: a commit of one
 * row in a database in the same folder, synchronous=FULL.
 *
 *   bench_decide CONTROL FEED FOLDER ROUNDS
 *   bench_decide CONTROL FEED FOLDER ROUNDS many
 *
 * Prints the median, the 90th and the 99th percentile and the worst of both, in
 * microseconds. With `many`: DECIDERS decide ROUNDS handoffs as fast as they are
 * answered, each a few at a time; prints the seconds that it took until the last was
 * on disk, and those of as many one-row commits. The hub must have loaded the contract
 * of tests/bench/events.h.
 */
#include <sqlite3.h>
#include <stdlib.h>
#include <zmq.h>

#include "base/mem.h"
#include "tests/bench/events.h"

enum { MESSAGE = 8192, PATIENCE_MS = 10000, DECIDERS = 8, WINDOW = 16 };

struct ends {
	void *context, *control, *feed;
	sqlite3 *db;
	sqlite3_stmt *insert;
};

static void fail(const char *what, const char *why)
{
	fprintf(stderr, "bench_decide: %s: %s\n", what, why);
	exit(1);
}

static void *open_socket(struct ends *x, int type, const char *url)
{
	void *s = zmq_socket(x->context, type);
	int patience = PATIENCE_MS, none = 0;

	zmq_setsockopt(s, ZMQ_RCVTIMEO, &patience, sizeof(patience));
	zmq_setsockopt(s, ZMQ_LINGER, &none, sizeof(none));
	if (zmq_connect(s, url) < 0)
		fail(url, zmq_strerror(zmq_errno()));
	return s;
}

static size_t receive(void *s, char *text)
{
	int n = zmq_recv(s, text, MESSAGE - 1, 0);

	if (n < 0)
		fail("receive", zmq_strerror(zmq_errno()));
	n = n < MESSAGE - 1 ? n : MESSAGE - 1;
	text[n] = '\0';
	return (size_t)n;
}

/* --- the hub --------------------------------------------------------------- */

/* Offers handoff `i`, which is held, and gives its digest. */
static void offer(struct ends *x, struct events *v, uint64_t i, char digest[80])
{
	char text[MESSAGE];

	events_held_offer(v, i);
	zmq_send(x->control, text, events_publish(v, text, sizeof(text)), 0);
	receive(x->control, text);
	if (!events_digest(text, digest))
		fail("publish", text);
}

/* Waits for the decision about handoff `i` at the agent it was offered to. */
static void await_decision(struct ends *x, uint64_t i)
{
	char topic[MESSAGE], text[MESSAGE], name[32], mark[32];

	snprintf(name, sizeof(name), "decision/agent-%u", events_to(i));
	snprintf(mark, sizeof(mark), "\"d-%08llx\"", (unsigned long long)i);
	for (;;) {
		receive(x->feed, topic);
		receive(x->feed, text);
		if (strcmp(topic, name) == 0 && strstr(text, mark) != NULL)
			return;
	}
}

static void send_decision(void *control, uint64_t i, const char *digest)
{
	char text[MESSAGE];
	size_t n = (size_t)snprintf(text, sizeof(text),
		"{\"op\":\"decide\",\"rid\":\"d\",\"decision\":\"d-%08llx\","
		"\"handoff\":\"ho-%08llx\",\"attempt\":1,\"digest\":\"%s\","
		"\"action\":\"approve\",\"operator\":\"mira\"}",
		(unsigned long long)i, (unsigned long long)i, digest);

	zmq_send(control, text, n, 0);
}

static double decide(struct ends *x, uint64_t i, const char *digest)
{
	char text[MESSAGE];
	int64_t began = clock_mono();

	send_decision(x->control, i, digest);
	await_decision(x, i);
	began = clock_mono() - began;
	receive(x->control, text);
	if (strstr(text, "\"ok\":true") == NULL)
		fail("decide", text);
	return (double)began;
}

/* --- the peer -------------------------------------------------------------- */

static void run(struct ends *x, const char *sql)
{
	if (sqlite3_exec(x->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail(sql, sqlite3_errmsg(x->db));
}

static void open_db(struct ends *x, const char *folder)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/commit.db", folder);
	if (sqlite3_open(path, &x->db) != SQLITE_OK)
		fail(path, sqlite3_errmsg(x->db));
	run(x, "PRAGMA journal_mode=WAL");
	run(x, "PRAGMA synchronous=FULL");
	run(x, "CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT)");
	if (sqlite3_prepare_v2(x->db, "INSERT INTO t(b) VALUES(?)", -1, &x->insert,
		    NULL) != SQLITE_OK)
		fail("insert", sqlite3_errmsg(x->db));
}

static double commit(struct ends *x, const struct events *v)
{
	int64_t began = clock_mono();

	sqlite3_bind_text(x->insert, 1, v->text, (int)v->n, SQLITE_STATIC);
	if (sqlite3_step(x->insert) != SQLITE_DONE)
		fail("insert", sqlite3_errmsg(x->db));
	sqlite3_reset(x->insert);
	return (double)(clock_mono() - began);
}

/* --------------------------------------------------------------------------- */

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static void print(double *took, size_t n)
{
	qsort(took, n, sizeof(*took), by_value);
	printf("%.0f %.0f %.0f %.0f ", took[n / 2], took[n * 9 / 10], took[n * 99 / 100],
		took[n - 1]);
}

static void one_by_one(struct ends *x, struct events *v, size_t rounds)
{
	double *hub = xmalloc(rounds * sizeof(*hub)),
	       *bare = xmalloc(rounds * sizeof(*bare));
	char digest[80];

	for (size_t i = 0; i < rounds; i++) {
		offer(x, v, i, digest);
		hub[i] = decide(x, i, digest);
		bare[i] = commit(x, v);
	}
	print(hub, rounds);
	print(bare, rounds);
	putchar('\n');
	free(hub);
	free(bare);
}

/* --- many deciders --------------------------------------------------------- */

struct decider {
	void *socket;
	size_t next, end, waiting; /* handoffs */
};

static void decide_more(struct decider *d, char (*digest)[80])
{
	for (; d->waiting < WINDOW && d->next < d->end; d->next++, d->waiting++)
		send_decision(d->socket, d->next, digest[d->next]);
}

/* Takes what has come; whether this decider has anything left to wait for. */
static bool take_answers(struct decider *d)
{
	char text[MESSAGE];
	int n;

	while ((n = zmq_recv(d->socket, text, sizeof(text) - 1, ZMQ_DONTWAIT)) >= 0) {
		text[n < MESSAGE - 1 ? n : MESSAGE - 1] = '\0';
		if (strstr(text, "\"ok\":true") == NULL)
			fail("decide", text);
		d->waiting--;
	}
	return d->waiting > 0 || d->next < d->end;
}

static void many(struct ends *x, struct events *v, size_t rounds, const char *control)
{
	struct decider d[DECIDERS];
	zmq_pollitem_t items[DECIDERS];
	char(*digest)[80] = xmalloc(rounds * sizeof(*digest));
	bool left = true;
	double bare = 0;
	int64_t began;

	for (size_t i = 0; i < rounds; i++)
		offer(x, v, i, digest[i]);
	for (size_t i = 0; i < DECIDERS; i++) {
		d[i] = (struct decider){ open_socket(x, ZMQ_DEALER, control),
			rounds * i / DECIDERS, rounds * (i + 1) / DECIDERS, 0 };
		items[i] = (zmq_pollitem_t){ d[i].socket, 0, ZMQ_POLLIN, 0 };
	}
	began = clock_mono();
	while (left) {
		left = false;
		for (size_t i = 0; i < DECIDERS; i++) {
			left |= take_answers(&d[i]);
			decide_more(&d[i], digest);
		}
		if (left && zmq_poll(items, DECIDERS, PATIENCE_MS) <= 0)
			fail("decide", "no answer");
	}
	printf("%.6f ", (double)(clock_mono() - began) / SECOND);
	for (size_t i = 0; i < rounds; i++)
		bare += commit(x, v);
	printf("%.6f\n", bare / SECOND);
	for (size_t i = 0; i < DECIDERS; i++)
		zmq_close(d[i].socket);
	free(digest);
}

int main(int argc, char **argv)
{
	size_t rounds = argc >= 5 ? strtoul(argv[4], NULL, 10) : 0;
	struct ends x = { .context = zmq_ctx_new() };
	struct events v = { 0 };
	char text[MESSAGE];

	if (rounds == 0)
		return 2;
	x.control = open_socket(&x, ZMQ_DEALER, argv[1]);
	x.feed = open_socket(&x, ZMQ_SUB, argv[2]);
	zmq_setsockopt(x.feed, ZMQ_SUBSCRIBE, "decision/", 9);
	zmq_setsockopt(x.feed, ZMQ_SUBSCRIBE, "hub", 3);
	receive(x.feed, text); /* the first beat: the subscription stands */
	receive(x.feed, text);
	open_db(&x, argv[3]);
	if (argc > 5)
		many(&x, &v, rounds, argv[1]);
	else
		one_by_one(&x, &v, rounds);
	sqlite3_finalize(x.insert);
	sqlite3_close(x.db);
	zmq_close(x.control);
	zmq_close(x.feed);
	zmq_ctx_term(x.context);
	return 0;
}
