/* SPDX-License-Identifier: MIT */
/* Who comes in, and whose a connection is when what was sent over another is read late.
 */
#include "bus/gate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <zmq.h>

enum { HUB, LEDGER, EVE, MIRA, PARTIES };

static struct {
	char folder[64], list[80], hub[80];
	void *context;
	struct gate *gate;
	struct keyring ring;
	int near[PARTIES], far[PARTIES]; /* what the hub has, and what the peer */
} at;

static void party(const char *name, enum role role, const char *path)
{
	struct keyfile k = { .role = role };
	struct key line = { .role = role };

	snprintf(k.name, sizeof(k.name), "%s", name);
	snprintf(line.name, sizeof(line.name), "%s", name);
	keyfile_make(&k);
	snprintf(line.text, sizeof(line.text), "%s", k.public_key);
	assert_true(key_decode(str_of(line.text), line.bytes));
	keyring_add(&at.ring, &line);
	if (path != NULL)
		assert_true(keyfile_write(&k, path, false, NULL));
}

static int begin(void **state)
{
	struct err e;

	(void)state;
	strcpy(at.folder, "/tmp/seam-gate-XXXXXX");
	assert_non_null(mkdtemp(at.folder));
	snprintf(at.list, sizeof(at.list), "%s/authorised-keys", at.folder);
	snprintf(at.hub, sizeof(at.hub), "%s/hub.key", at.folder);
	party("main", ROLE_HUB, at.hub);
	party("ledger", ROLE_AGENT, NULL);
	party("eve", ROLE_OBSERVER, NULL);
	party("mira", ROLE_OPERATOR, NULL);
	assert_true(keyring_write(&at.ring, at.list, &e));
	at.context = zmq_ctx_new();
	at.gate = gate_open(at.context, at.folder, &e);
	assert_non_null(at.gate);
	for (int i = 0; i < PARTIES; i++) {
		int pair[2];

		assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
		at.near[i] = pair[0];
		at.far[i] = pair[1];
	}
	return 0;
}

static int end(void **state)
{
	(void)state;
	for (int i = 0; i < PARTIES; i++) {
		close(at.near[i]);
		close(at.far[i]);
	}
	gate_close(at.gate);
	zmq_ctx_term(at.context);
	keyring_fini(&at.ring);
	unlink(at.list);
	unlink(at.hub);
	rmdir(at.folder);
	return 0;
}

static void says(uint32_t who, int connection)
{
	const struct caller c = { who, at.near[connection] };

	assert_non_null(gate_admit(at.gate, c));
}

static bool is_ended(int connection)
{
	char byte;

	return recv(at.far[connection], &byte, 1, MSG_DONTWAIT) == 0;
}

static void take_out(int who)
{
	struct keyring left = { 0 };
	bool changed;

	for (int i = 0; i < PARTIES; i++) {
		if (i != who)
			keyring_add(&left, &at.ring.key[i]);
	}
	assert_true(keyring_write(&left, at.list, NULL));
	keyring_fini(&left);
	assert_true(gate_look(at.gate, &changed, NULL));
	assert_true(changed);
}

static void test_its_own_alone(void **state)
{
	(void)state;
	says(LEDGER, LEDGER);
	says(EVE, EVE);
	says(MIRA, MIRA);
	take_out(EVE);
	assert_true(is_ended(EVE));
	assert_false(is_ended(LEDGER));
	assert_false(is_ended(MIRA));
}

/* ledger had that descriptor before, and what it sent was still to be read. */
static void test_what_is_read_late(void **state)
{
	(void)state;
	says(EVE, EVE);
	says(LEDGER, EVE);
	says(MIRA, MIRA);
	take_out(EVE);
	assert_true(is_ended(EVE));
	assert_false(is_ended(MIRA));
}

/* --- where nobody says who it is -------------------------------------------- */

/*
 * A lane behind which nobody is asked any more, and somebody with a key that nobody
 * knows; what libzmq says of it comes to `tells`.
 */
struct visit {
	void *lane, *visitor, *tells;
};

static void knock(struct visit *v)
{
	struct keyfile hub, k = { .role = ROLE_AGENT };
	char url[128];
	size_t n = sizeof(url);
	int none = 0, five = 5000, soon = 200;

	v->lane = zmq_socket(at.context, ZMQ_ROUTER);
	v->visitor = zmq_socket(at.context, ZMQ_DEALER);
	v->tells = zmq_socket(at.context, ZMQ_PAIR);
	gate_guard(at.gate, v->lane);
	zmq_setsockopt(v->lane, ZMQ_LINGER, &none, sizeof(none));
	zmq_setsockopt(v->lane, ZMQ_HANDSHAKE_IVL, &soon, sizeof(soon));
	gate_close(at.gate);
	at.gate = NULL;
	zmq_setsockopt(v->visitor, ZMQ_LINGER, &none, sizeof(none));
	zmq_setsockopt(v->tells, ZMQ_RCVTIMEO, &five, sizeof(five));
	assert_int_equal(zmq_bind(v->lane, "tcp://127.0.0.1:*"), 0);
	zmq_getsockopt(v->lane, ZMQ_LAST_ENDPOINT, url, &n);
	assert_true(keyfile_read(&hub, at.hub, NULL));
	snprintf(k.name, sizeof(k.name), "stranger");
	keyfile_make(&k);
	zmq_setsockopt(v->visitor, ZMQ_CURVE_SERVERKEY, hub.public_key, KEY_TEXT);
	zmq_setsockopt(v->visitor, ZMQ_CURVE_PUBLICKEY, k.public_key, KEY_TEXT);
	zmq_setsockopt(v->visitor, ZMQ_CURVE_SECRETKEY, k.secret_key, KEY_TEXT);
	assert_int_equal(
		zmq_socket_monitor(v->visitor, "inproc://tells",
			ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH |
				ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL |
				ZMQ_EVENT_DISCONNECTED),
		0);
	assert_int_equal(zmq_connect(v->tells, "inproc://tells"), 0);
	assert_int_equal(zmq_connect(v->visitor, url), 0);
	zmq_send(v->visitor, "{}", 2, 0);
	keyfile_wipe(&hub);
	keyfile_wipe(&k);
}

static void leave(struct visit *v)
{
	zmq_close(v->tells);
	zmq_close(v->visitor);
	zmq_close(v->lane);
}

/* CURVE of libzmq lets everybody in whom nobody is asked about, unless it is told not to.
 */
static void test_nobody_is_asked(void **state)
{
	struct visit v;
	char event[64] = "", said[64];
	uint16_t what = 0;
	int told, came;

	(void)state;
	knock(&v);
	told = zmq_recv(v.tells, event, sizeof(event), 0);
	came = zmq_recv(v.lane, said, sizeof(said), ZMQ_DONTWAIT);
	leave(&v);
	memcpy(&what, event, sizeof(what));
	assert_int_equal(told, 6);
	assert_int_not_equal(what, ZMQ_EVENT_HANDSHAKE_SUCCEEDED);
	assert_int_equal(came, -1);
}

/* What bears no identity, or none that was given out, is nobody's. */
static void test_no_identity(void **state)
{
	struct caller c;
	zmq_msg_t m;

	(void)state;
	zmq_msg_init(&m);
	c = gate_caller(&m);
	zmq_msg_close(&m);
	assert_int_equal(c.who, GATE_NOBODY);
	assert_null(gate_admit(at.gate, c));
	for (uint32_t who = PARTIES; who < PARTIES + 3; who++)
		assert_null(gate_admit(at.gate, (struct caller){ who, at.near[HUB] }));
	assert_null(gate_admit(at.gate, (struct caller){ GATE_LOCAL, at.near[HUB] }));
	assert_false(is_ended(HUB));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_its_own_alone, begin, end),
		cmocka_unit_test_setup_teardown(test_what_is_read_late, begin, end),
		cmocka_unit_test_setup_teardown(test_nobody_is_asked, begin, end),
		cmocka_unit_test_setup_teardown(test_no_identity, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
