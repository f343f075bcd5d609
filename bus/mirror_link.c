/* SPDX-License-Identifier: MIT */
/* A mirror's connection: whether it stands, and what to do when it does not. */
#include <stdio.h>
#include <zmq.h>

#include "base/mem.h"
#include "bus/client.h"
#include "bus/mirror_own.h"

#define REFUSED_RETRY (3 * SECOND)
#define ASLEEP SECOND /* of a sleep that is one */

static void set_int(void *s, int option, int value)
{
	zmq_setsockopt(s, option, &value, sizeof(value));
}

static void *open_socket(struct mirror *m, int type, const char *url)
{
	void *s = zmq_socket(m->context, type);

	set_int(s, ZMQ_LINGER, 0);
	set_int(s, ZMQ_RECONNECT_IVL, 100);
	set_int(s, ZMQ_RECONNECT_IVL_MAX, 2000);
	if (type == ZMQ_SUB) {
		/* its queue may be full, and then libzmq's own are deadly: hub_sockets.c
		 */
		set_int(s, ZMQ_TCP_KEEPALIVE, 1);
		set_int(s, ZMQ_TCP_KEEPALIVE_IDLE, 5);
		set_int(s, ZMQ_TCP_KEEPALIVE_INTVL, 2);
		set_int(s, ZMQ_TCP_KEEPALIVE_CNT, 3);
	} else {
		set_int(s, ZMQ_HEARTBEAT_IVL, 2000);
		set_int(s, ZMQ_HEARTBEAT_TIMEOUT, 6000);
	}
	set_int(s, ZMQ_CONNECT_TIMEOUT, 3000);
	set_int(s, ZMQ_HANDSHAKE_IVL, 5000);
	set_int(s, ZMQ_RCVHWM, 20000);
	set_int(s, ZMQ_IPV6, strchr(url, '[') != NULL);
	if (type != ZMQ_SUB || m->feed_asks)
		keyed_socket(s, &m->key);
	return s;
}

struct mirror *mirror_new(const char *url, const struct keyfile *key)
{
	struct mirror *m = xcalloc(1, sizeof(*m));

	if (key != NULL)
		m->key = *key;
	m->mesh = mesh_new();
	m->facts.clock_rate = 1;
	m->facts.since = clock_mono();
	m->asleep = clock_boot() - m->facts.since;
	snprintf(m->facts.control, sizeof(m->facts.control), "%s", url);
	return m;
}

bool mirror_connect(struct mirror *m, struct err *e)
{
	const char *url = m->facts.control;

	m->context = zmq_ctx_new();
	m->control = open_socket(m, ZMQ_DEALER, url);
	m->monitor = zmq_socket(m->context, ZMQ_PAIR);
	zmq_socket_monitor(m->control, "inproc://mirror-monitor",
		ZMQ_EVENT_CONNECTED | ZMQ_EVENT_HANDSHAKE_SUCCEEDED |
			ZMQ_EVENT_DISCONNECTED | ZMQ_EVENT_CONNECT_RETRIED |
			KEYED_EVENTS);
	zmq_connect(m->monitor, "inproc://mirror-monitor");
	if (zmq_connect(m->control, url) < 0) {
		err_set(e, "%s is no address to connect to: %s", url,
			zmq_strerror(zmq_errno()));
		return false;
	}
	return true;
}

bool mirror_is_begun(const struct mirror *m)
{
	return m->context != NULL;
}

struct mirror *mirror_open(const char *url, const struct keyfile *key, struct err *e)
{
	struct mirror *m = mirror_new(url, key);

	if (mirror_connect(m, e))
		return m;
	mirror_close(m);
	return NULL;
}

void mirror_subscribe(struct mirror *m)
{
	char url[160];

	endpoint_reach(m->facts.control, m->facts.feed, url, sizeof(url));
	if (m->feed != NULL)
		zmq_close(m->feed);
	m->feed = open_socket(m, ZMQ_SUB, url);
	m->heard_at = clock_mono();
	zmq_setsockopt(m->feed, ZMQ_SUBSCRIBE, "event", 5);
	zmq_setsockopt(m->feed, ZMQ_SUBSCRIBE, "hub", 3);
	if (zmq_connect(m->feed, url) < 0)
		snprintf(m->facts.error, sizeof(m->facts.error), "the feed's address: %s",
			zmq_strerror(zmq_errno()));
}

bool mirror_feed_is_dead(const struct mirror *m)
{
	return m->feed != NULL && clock_mono() - m->heard_at > SILENT;
}

static void set_connected(struct mirror *m, bool connected)
{
	if (m->facts.connected != connected)
		m->facts.since = clock_mono();
	m->facts.connected = connected;
	m->changed = true;
}

static void refused(struct mirror *m, const char *why)
{
	snprintf(m->facts.error, sizeof(m->facts.error), "%s", why);
	m->facts.refused = true;
	m->facts.tries++;
	m->facts.next_try = clock_mono() + REFUSED_RETRY;
	set_connected(m, false);
}

/* Who was refused is never tried again by libzmq, and may have been let in since. */
static void knock_again(struct mirror *m)
{
	m->facts.next_try = clock_mono() + REFUSED_RETRY;
	zmq_disconnect(m->control, m->facts.control);
	zmq_connect(m->control, m->facts.control);
}

/* Who was refused for its key and was let connect again still is, until more is known. */
static void tell_retry(struct mirror *m)
{
	if (m->facts.refused && m->accepted)
		return;
	m->facts.refused = false;
	snprintf(m->facts.error, sizeof(m->facts.error), "%s",
		m->accepted ? "something accepts there and says nothing"
			    : "connection refused");
}

bool mirror_read_monitor(struct mirror *m)
{
	unsigned char frame[16];
	uint16_t event = 0;
	uint32_t value;
	const char *why;
	char endpoint[256];
	int n = zmq_recv(m->monitor, frame, sizeof(frame), ZMQ_DONTWAIT);

	if (n < 6)
		return false;
	memcpy(&event, frame, sizeof(event));
	memcpy(&value, frame + sizeof(event), sizeof(value));
	zmq_recv(m->monitor, endpoint, sizeof(endpoint), 0);
	why = keyed_refusal(event, value, &m->key);
	if (why != NULL) {
		refused(m, why);
	} else if (event & KEYED_EVENTS) {
		return true; /* it ended in the middle: it is tried again */
	} else if (event == ZMQ_EVENT_HANDSHAKE_SUCCEEDED) {
		set_connected(m, true);
		m->page_asked = false;
		mirror_ping(m);
	} else if (event == ZMQ_EVENT_CONNECTED) {
		m->accepted = true;
	} else {
		if (event == ZMQ_EVENT_CONNECT_RETRIED) {
			m->facts.tries++;
			tell_retry(m);
			m->accepted = false;
		} else if (!m->facts.refused) {
			snprintf(m->facts.error, sizeof(m->facts.error),
				"the hub has gone");
		}
		set_connected(m, false);
	}
	return true;
}

void mirror_watch_sleep(struct mirror *m)
{
	int64_t asleep = clock_boot() - clock_mono(), by = asleep - m->asleep;

	m->asleep = asleep;
	if (by < ASLEEP)
		return;
	m->facts.since -= by;
	if (m->facts.last_beat != 0)
		m->facts.last_beat -= by;
	m->page_asked = false;
	m->changed = true;
	if (m->facts.answered)
		mirror_ping(m);
}

void mirror_ask_again(struct mirror *m)
{
	int64_t now = clock_mono();

	if (m->facts.refused && !m->facts.connected && now >= m->facts.next_try)
		knock_again(m);
	if (m->page_asked && now - m->asked_at > ANSWER)
		m->page_asked = false;
	if (m->facts.connected && (!m->facts.answered || mirror_feed_is_dead(m)) &&
		now >= m->facts.next_try)
		mirror_ping(m);
	if (m->takeover != NULL && takeover_loads(m->takeover))
		return;
	if (m->facts.connected && m->facts.answered && !m->page_asked &&
		!m->facts.synced && now - m->asked_at > RETRY)
		mirror_ping(m);
}

unsigned mirror_wait(struct mirror *m, int first, int second, int ms)
{
	zmq_pollitem_t items[5];
	int n = 0, one = -1, two = -1;
	unsigned bits = 0;

	if (m != NULL) {
		items[n++] = (zmq_pollitem_t){ m->control, 0, ZMQ_POLLIN, 0 };
		items[n++] = (zmq_pollitem_t){ m->monitor, 0, ZMQ_POLLIN, 0 };
	}
	if (m != NULL && m->feed != NULL)
		items[n++] = (zmq_pollitem_t){ m->feed, 0, ZMQ_POLLIN, 0 };
	if (first >= 0) {
		one = n;
		items[n++] = (zmq_pollitem_t){ NULL, first, ZMQ_POLLIN, 0 };
	}
	if (second >= 0) {
		two = n;
		items[n++] = (zmq_pollitem_t){ NULL, second, ZMQ_POLLIN, 0 };
	}
	if (zmq_poll(items, n, ms) <= 0)
		return 0;
	for (int i = 0; i < n; i++) {
		if (items[i].revents != 0)
			bits |= i == one ? 1u : i == two ? 2u : 4u;
	}
	return bits;
}
