/* SPDX-License-Identifier: MIT */
/* An agent's side of control, against a hub of a few lines. */
#include "bus/agent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zmq.h>

#include "base/digest.h"
#include "base/text.h"

/* Answers `decisions` with one at a time, as if a reply held no more; ends with them. */
struct paging {
	void *socket;
	int decisions;
};

static void answer(struct paging *p, struct json *j, const char *id, size_t n)
{
	char reply[500];
	struct str after = json_str(j, json_member(j, 0, "after"));
	int at = atoi(after.p) + 1;

	snprintf(reply, sizeof(reply),
		"{\"rid\":%.*s,\"ok\":true,\"decisions\":[{\"hubsequence\":\"%020d\","
		"\"type\":\"seam.decision.approved\",\"data\":{\"decision\":\"d-%d\","
		"\"handoff\":\"h\",\"attempt\":1}}],\"more\":%s}",
		STR_ARG(json_raw(j, json_member(j, 0, "rid"))), at, at,
		at < p->decisions ? "true" : "false");
	zmq_send(p->socket, id, n, ZMQ_SNDMORE);
	zmq_send(p->socket, reply, strlen(reply), 0);
}

static void *serve(void *arg)
{
	struct paging *p = arg;
	char id[256], body[1000];
	struct json j = { 0 };

	for (int i = 0; i < p->decisions; i++) {
		int n = zmq_recv(p->socket, id, sizeof(id), 0);
		int size = zmq_recv(p->socket, body, sizeof(body) - 1, 0);

		if (n < 0 || size < 0 || !json_read(&j, body, (size_t)size, 8, NULL))
			break; /* nobody asks any more */
		answer(p, &j, id, (size_t)n);
	}
	json_fini(&j);
	return NULL;
}

struct heard {
	int n;
	char last[20];
};

static void hear(void *user, const struct agent_decision *d)
{
	struct heard *h = user;

	h->n++;
	snprintf(h->last, sizeof(h->last), "%.*s", STR_ARG(d->id));
}

/* More than one reply holds: all pages are asked for, each behind the last. */
static void test_pages_of_decisions(void **state)
{
	void *context = zmq_ctx_new();
	struct paging p = { zmq_socket(context, ZMQ_ROUTER), 3 };
	struct heard heard = { 0 };
	char url[100];
	size_t size = sizeof(url);
	uint64_t after = 0;
	struct agent_link *a;
	pthread_t hub;
	int zero = 0, patience = 5000;

	(void)state;
	digest_start();
	zmq_setsockopt(p.socket, ZMQ_LINGER, &zero, sizeof(zero));
	zmq_setsockopt(p.socket, ZMQ_RCVTIMEO, &patience, sizeof(patience));
	assert_int_equal(zmq_bind(p.socket, "tcp://127.0.0.1:*"), 0);
	zmq_getsockopt(p.socket, ZMQ_LAST_ENDPOINT, url, &size);
	assert_int_equal(pthread_create(&hub, NULL, serve, &p), 0);
	a = agent_open(&(struct agent_address){ "q", url, NULL, NULL, NULL, -1 }, NULL);
	assert_non_null(a);
	assert_true(agent_decisions(a, &after, hear, &heard, NULL));
	assert_int_equal(heard.n, 3);
	assert_string_equal(heard.last, "d-3");
	assert_int_equal(after, 3);
	agent_close(a);
	pthread_join(hub, NULL);
	zmq_close(p.socket);
	zmq_ctx_term(context);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pages_of_decisions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
