/* SPDX-License-Identifier: MIT */
/* Whose a connection is, when what was sent over another is read late. */
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_its_own_alone, begin, end),
		cmocka_unit_test_setup_teardown(test_what_is_read_late, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
