/* SPDX-License-Identifier: MIT */
#include "bus/peers.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zmq.h>

#include "base/mem.h"

#define CAME (ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_CONNECTED)
#define FAILED                                                                           \
	(ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL | ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL |    \
		ZMQ_EVENT_HANDSHAKE_FAILED_AUTH)

struct peers {
	void *monitor;
	uint32_t now;
	uint64_t came, failed;
};

struct peers *peers_watch(void *context, void *socket, const char *name)
{
	struct peers *p = xcalloc(1, sizeof(*p));
	char address[64];
	int none = 0;

	snprintf(address, sizeof(address), "inproc://peers-%s", name);
	if (zmq_socket_monitor(socket, address, CAME | FAILED | ZMQ_EVENT_DISCONNECTED) <
		0)
		return p;
	p->monitor = zmq_socket(context, ZMQ_PAIR);
	zmq_setsockopt(p->monitor, ZMQ_LINGER, &none, sizeof(none));
	/* libzmq's own thread would wait for us where this is full */
	zmq_setsockopt(p->monitor, ZMQ_RCVHWM, &none, sizeof(none));
	zmq_connect(p->monitor, address);
	return p;
}

void peers_free(struct peers *p)
{
	if (p == NULL)
		return;
	if (p->monitor != NULL)
		zmq_close(p->monitor);
	free(p);
}

static void take(struct peers *p, uint16_t event)
{
	if (event & CAME) {
		p->now++;
		p->came++;
	} else if (event & FAILED) {
		p->failed++;
	} else if (event == ZMQ_EVENT_DISCONNECTED && p->now > 0) {
		p->now--;
	}
}

void peers_turn(struct peers *p)
{
	unsigned char frame[16];
	char address[256];
	uint16_t event;
	int n;

	if (p == NULL || p->monitor == NULL)
		return;
	while ((n = zmq_recv(p->monitor, frame, sizeof(frame), ZMQ_DONTWAIT)) >= 0) {
		zmq_recv(p->monitor, address, sizeof(address), 0);
		if (n < (int)sizeof(event))
			continue;
		memcpy(&event, frame, sizeof(event));
		take(p, event);
	}
}

uint32_t peers_now(const struct peers *p)
{
	return p != NULL ? p->now : 0;
}

uint64_t peers_came(const struct peers *p)
{
	return p != NULL ? p->came : 0;
}

uint64_t peers_failed(const struct peers *p)
{
	return p != NULL ? p->failed : 0;
}
