/* SPDX-License-Identifier: MIT */
#include "bus/client.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <zmq.h>

#include "base/clock.h"
#include "base/digest.h"
#include "base/mem.h"
#include "bus/keyed.h"

#define RESEND_MS 1000

struct client {
	void *context, *socket, *monitor;
	char *url;
	bool accepted; /* a connection was made, whatever came of it */
	const char *refused;
	bool was_in; /* then a handshake that just ends is a hub that is started again */
	struct keyfile key;
};

static void set_int(void *s, int option, int value)
{
	zmq_setsockopt(s, option, &value, sizeof(value));
}

struct client *client_open(const char *url, const struct keyfile *key, struct err *e)
{
	struct client *c = xcalloc(1, sizeof(*c));

	if (key != NULL)
		c->key = *key;
	c->url = xstrdup(url);
	c->context = zmq_ctx_new();
	c->socket = zmq_socket(c->context, ZMQ_DEALER);
	c->monitor = zmq_socket(c->context, ZMQ_PAIR);
	set_int(c->socket, ZMQ_LINGER, 0);
	set_int(c->socket, ZMQ_RECONNECT_IVL, 50);
	keyed_socket(c->socket, &c->key);
	set_int(c->socket, ZMQ_IPV6, strchr(url, '[') != NULL);
	zmq_socket_monitor(c->socket, "inproc://client-monitor",
		ZMQ_EVENT_CONNECTED | ZMQ_EVENT_HANDSHAKE_SUCCEEDED |
			ZMQ_EVENT_CONNECT_RETRIED | KEYED_EVENTS);
	zmq_connect(c->monitor, "inproc://client-monitor");
	if (zmq_connect(c->socket, url) < 0) {
		err_set(e, "%s is no address to connect to: %s", url,
			zmq_strerror(zmq_errno()));
		client_close(c);
		return NULL;
	}
	return c;
}

void client_close(struct client *c)
{
	if (c == NULL)
		return;
	zmq_socket_monitor(c->socket, NULL, 0);
	zmq_close(c->monitor);
	zmq_close(c->socket);
	zmq_ctx_term(c->context);
	keyfile_wipe(&c->key);
	free(c->url);
	free(c);
}

/* The next event of the connection, 0 after `ms`. */
static uint16_t next_event(struct client *c, int ms)
{
	zmq_pollitem_t item = { c->monitor, 0, ZMQ_POLLIN, 0 };
	unsigned char frame[16];
	uint16_t event = 0;
	uint32_t value;
	char endpoint[256];

	if (zmq_poll(&item, 1, ms) <= 0)
		return 0;
	if (zmq_recv(c->monitor, frame, sizeof(frame), 0) >= 6) {
		memcpy(&event, frame, sizeof(event));
		memcpy(&value, frame + sizeof(event), sizeof(value));
		if (c->refused == NULL &&
			!(c->was_in && event == ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL))
			c->refused = keyed_refusal(event, value, &c->key);
	}
	zmq_recv(c->monitor, endpoint, sizeof(endpoint), 0);
	return event;
}

bool client_reaches(struct client *c, int ms)
{
	int64_t end = clock_mono() + ms * INT64_C(1000);

	for (;;) {
		int64_t left = (end - clock_mono()) / 1000;
		uint16_t event = left > 0 ? next_event(c, (int)left) : 0;

		c->accepted |= event == ZMQ_EVENT_CONNECTED;
		c->was_in |= event == ZMQ_EVENT_HANDSHAKE_SUCCEEDED;
		if (event == ZMQ_EVENT_HANDSHAKE_SUCCEEDED)
			return true;
		if (event == ZMQ_EVENT_CONNECT_RETRIED || c->refused != NULL || left <= 0)
			return false;
	}
}

bool client_was_accepted(const struct client *c)
{
	return c->accepted;
}

const char *client_refused(const struct client *c)
{
	return c->refused;
}

static bool receive(struct client *c, struct buf *reply, int ms)
{
	zmq_pollitem_t item[2] = { { c->socket, 0, ZMQ_POLLIN, 0 },
		{ c->monitor, 0, ZMQ_POLLIN, 0 } };
	zmq_msg_t part;

	if (zmq_poll(item, 2, ms) <= 0)
		return false;
	if (item[1].revents & ZMQ_POLLIN)
		next_event(c, 0);
	if (!(item[0].revents & ZMQ_POLLIN))
		return false;
	zmq_msg_init(&part);
	buf_reset(reply);
	if (zmq_msg_recv(&part, c->socket, 0) >= 0)
		buf_add(reply, zmq_msg_data(&part), zmq_msg_size(&part));
	zmq_msg_close(&part);
	return true;
}

bool client_call(
	struct client *c, struct str members, struct buf *reply, int ms, struct err *e)
{
	int64_t now = clock_mono(), end = now + ms * INT64_C(1000), resend = now;
	struct buf request = { 0 };
	char rid[33], start[64];
	bool done = false;

	random_name(rid);
	snprintf(start, sizeof(start), "{\"rid\":\"%s\"", rid);
	buf_fmt(&request, "{\"rid\":\"%s\",", rid);
	buf_slice(&request, members);
	buf_char(&request, '}');
	for (; !done && now < end && c->refused == NULL; now = clock_mono()) {
		if (now >= resend) {
			zmq_send(c->socket, request.data, request.len, ZMQ_DONTWAIT);
			resend = now + RESEND_MS * INT64_C(1000);
		}
		done = receive(c, reply,
			       (int)((resend < end ? resend : end) - now) / 1000 + 1) &&
			str_starts(buf_view(reply), start);
	}
	buf_fini(&request);
	if (!done && c->refused != NULL)
		err_set(e, "%s: %s", c->url, c->refused);
	else if (!done)
		err_set(e, "no hub answers at %s", c->url);
	return done;
}

void endpoint_reach(const char *control, const char *said, char *out, size_t room)
{
	static const char *const any[] = { "tcp://0.0.0.0:", "tcp://[::]:", "tcp://*:" };
	const char *port = strrchr(control, ':');

	for (size_t i = 0; i < sizeof(any) / sizeof(*any); i++) {
		if (!str_starts(str_of(said), any[i]) || port == NULL)
			continue;
		snprintf(out, room, "%.*s%s", (int)(port - control), control,
			strrchr(said, ':'));
		return;
	}
	snprintf(out, room, "%s", said);
}

static bool receive_beat(void *feed, struct buf *beat, int ms)
{
	zmq_pollitem_t item = { feed, 0, ZMQ_POLLIN, 0 };
	zmq_msg_t part;
	char topic[8];
	bool is_beat = false;
	int n;

	if (zmq_poll(&item, 1, ms) <= 0)
		return false;
	n = zmq_recv(feed, topic, sizeof(topic), 0);
	for (int more = n >= 0, part_no = 1; more; part_no++) {
		zmq_msg_init(&part);
		if (zmq_msg_recv(&part, feed, ZMQ_DONTWAIT) < 0)
			break;
		more = zmq_msg_more(&part);
		is_beat = n == 3 && memcmp(topic, "hub", 3) == 0 && part_no == 1 && !more;
		if (is_beat) {
			buf_reset(beat);
			buf_add(beat, zmq_msg_data(&part), zmq_msg_size(&part));
		}
		zmq_msg_close(&part);
	}
	return is_beat;
}

bool client_beat(struct client *c, const char *feed, bool asks, struct buf *beat, int ms,
	struct err *e)
{
	void *s = zmq_socket(c->context, ZMQ_SUB);
	int64_t end = clock_mono() + ms * INT64_C(1000), left;
	char url[160];
	bool came = false;

	endpoint_reach(c->url, feed, url, sizeof(url));
	set_int(s, ZMQ_LINGER, 0);
	set_int(s, ZMQ_RECONNECT_IVL, 50);
	set_int(s, ZMQ_IPV6, strchr(url, '[') != NULL);
	if (asks)
		keyed_socket(s, &c->key);
	zmq_setsockopt(s, ZMQ_SUBSCRIBE, "hub", 3);
	if (zmq_connect(s, url) == 0) {
		while (!came && (left = end - clock_mono()) > 0)
			came = receive_beat(s, beat, (int)(left / 1000) + 1);
	}
	zmq_close(s);
	if (!came)
		err_set(e,
			"a hub answers at %s, but no beat of it has come at %s for %.0f s",
			c->url, url, ms / 1000.0);
	return came;
}
