/* SPDX-License-Identifier: MIT */
#include "bus/mirror.h"

#include <stdio.h>
#include <stdlib.h>
#include <zmq.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/mem.h"
#include "bus/client.h"
#include "bus/codec.h"
#include "bus/kept.h"

#define PAGE 5000
#define RETRY SECOND
#define ANSWER (3 * SECOND) /* a page that has not come is asked for again */
#define TURN_MESSAGES 2000
#define TURN_TIME 20000 /* microseconds */
#define REPLY_DEPTH (EVENT_DEPTH + 6)
#define OWN "m-" /* rids of the mirror's own requests begin so, others with "r-" */

struct pending_reply {
	uint64_t number;
	char *text;
	size_t size;
	struct pending_reply *next;
};

struct mirror {
	void *context, *control, *monitor, *feed;
	struct mesh *mesh;
	struct mirror_facts facts;
	struct json doc, reply;
	struct buf request;
	bool page_asked; /* a page of events is on its way */
	int64_t asked_at, pinged_at;
	uint64_t requests;
	int64_t beat_time; /* the hub's clock at the last beat */
	struct kept kept;
	uint64_t wanted; /* an event asked for, 0: none */
	int64_t wanted_at;
	struct pending_reply *replies, **replies_end;
	bool changed;
};

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
	set_int(s, ZMQ_RCVHWM, 20000);
	set_int(s, ZMQ_IPV6, strchr(url, '[') != NULL);
	return s;
}

struct mirror *mirror_open(const char *url, struct err *e)
{
	struct mirror *m = xcalloc(1, sizeof(*m));

	m->replies_end = &m->replies;
	m->context = zmq_ctx_new();
	m->mesh = mesh_new();
	m->facts.clock_rate = 1;
	m->facts.since = clock_mono();
	snprintf(m->facts.control, sizeof(m->facts.control), "%s", url);
	m->control = open_socket(m, ZMQ_DEALER, url);
	m->monitor = zmq_socket(m->context, ZMQ_PAIR);
	zmq_socket_monitor(m->control, "inproc://mirror-monitor",
		ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_DISCONNECTED |
			ZMQ_EVENT_CONNECT_RETRIED);
	zmq_connect(m->monitor, "inproc://mirror-monitor");
	if (zmq_connect(m->control, url) < 0) {
		err_set(e, "%s is no address to connect to: %s", url,
			zmq_strerror(zmq_errno()));
		mirror_close(m);
		return NULL;
	}
	return m;
}

void mirror_close(struct mirror *m)
{
	if (m == NULL)
		return;
	zmq_socket_monitor(m->control, NULL, 0);
	zmq_close(m->monitor);
	zmq_close(m->control);
	if (m->feed != NULL)
		zmq_close(m->feed);
	zmq_ctx_term(m->context);
	while (m->replies != NULL) {
		struct pending_reply *next = m->replies->next;

		free(m->replies->text);
		free(m->replies);
		m->replies = next;
	}
	kept_clear(&m->kept);
	mesh_free(m->mesh);
	json_fini(&m->doc);
	json_fini(&m->reply);
	buf_fini(&m->request);
	free(m);
}

const struct mesh *mirror_mesh(const struct mirror *m)
{
	return m->mesh;
}

const struct mirror_facts *mirror_facts(const struct mirror *m)
{
	return &m->facts;
}

int64_t mirror_now(const struct mirror *m)
{
	int64_t now = m->mesh->now;

	if (m->facts.last_beat != 0) {
		double since = (double)(clock_mono() - m->facts.last_beat);

		now = m->beat_time + (int64_t)(since * m->facts.clock_rate);
	}
	return now > m->mesh->now ? now : m->mesh->now;
}

/* --- requests -------------------------------------------------------------- */

static void send_request(struct mirror *m, const char *rid, struct str members)
{
	buf_reset(&m->request);
	buf_fmt(&m->request, "{\"rid\":\"%s\",", rid);
	buf_slice(&m->request, members);
	buf_char(&m->request, '}');
	zmq_send(m->control, m->request.data, m->request.len, ZMQ_DONTWAIT);
}

uint64_t mirror_request(struct mirror *m, struct str members)
{
	char rid[32];

	snprintf(rid, sizeof(rid), "r-%llu", (unsigned long long)++m->requests);
	send_request(m, rid, members);
	return m->requests;
}

static void ping(struct mirror *m)
{
	m->pinged_at = clock_mono();
	m->facts.next_try = m->pinged_at + RETRY;
	m->facts.tries++;
	send_request(m, OWN "ping", STR("\"op\":\"ping\""));
}

static void ask_page(struct mirror *m)
{
	char members[200];

	snprintf(members, sizeof(members),
		"\"op\":\"events\",\"after\":\"%llu\",\"limit\":%d,\"epoch\":\"%s\"",
		(unsigned long long)m->mesh->hubsequence, PAGE, m->facts.epoch);
	m->page_asked = true;
	m->asked_at = clock_mono();
	send_request(m, OWN "page", str_of(members));
}

void mirror_retry(struct mirror *m)
{
	m->page_asked = false;
	ping(m);
	if (m->facts.answered)
		ask_page(m);
}

/* --- events ---------------------------------------------------------------- */

bool mirror_event(struct mirror *m, uint64_t hubsequence, struct buf *out)
{
	char members[100];

	if (kept_find(&m->kept, hubsequence, out))
		return true;
	if (m->wanted == hubsequence && clock_mono() - m->wanted_at < ANSWER)
		return false;
	m->wanted = hubsequence;
	m->wanted_at = clock_mono();
	snprintf(members, sizeof(members),
		"\"op\":\"events\",\"after\":\"%llu\",\"limit\":1",
		(unsigned long long)hubsequence - 1);
	send_request(m, OWN "event", str_of(members));
	return false;
}

/* Applies an event if it is the next; false if something is missing before it. */
static bool apply(struct mirror *m, struct str text)
{
	struct event e;

	if (!event_read(&m->doc, text, text, FROM_RECORDING, &e, NULL, NULL) ||
		e.hubsequence == 0)
		return true; /* no event of a hub: nothing to apply, nothing missing */
	if (e.hubsequence > m->facts.hub_has)
		m->facts.hub_has = e.hubsequence;
	if (e.hubsequence > m->mesh->hubsequence + 1)
		return false;
	if (mesh_apply(m->mesh, &e)) {
		kept_add(&m->kept, e.hubsequence, text);
		m->changed = true;
	}
	return true;
}

/* --- replies --------------------------------------------------------------- */

static void copy_member(struct mirror *m, const char *name, char *to, size_t room)
{
	uint32_t n = json_member(&m->reply, 0, name);
	struct str s =
		json_is(&m->reply, n, JSON_STRING) ? json_str(&m->reply, n) : STR("");

	snprintf(to, room, "%.*s", STR_ARG(s));
}

static void subscribe(struct mirror *m)
{
	char url[160];

	copy_member(m, "feed", m->facts.feed, sizeof(m->facts.feed));
	copy_member(m, "events", m->facts.events, sizeof(m->facts.events));
	endpoint_reach(m->facts.control, m->facts.feed, url, sizeof(url));
	if (m->feed != NULL)
		zmq_close(m->feed);
	m->feed = open_socket(m, ZMQ_SUB, url);
	zmq_setsockopt(m->feed, ZMQ_SUBSCRIBE, "event", 5);
	zmq_setsockopt(m->feed, ZMQ_SUBSCRIBE, "hub", 3);
	if (zmq_connect(m->feed, url) < 0)
		snprintf(m->facts.error, sizeof(m->facts.error), "the feed's address: %s",
			zmq_strerror(zmq_errno()));
}

/* Another journal: what was folded is not of it. */
static void begin_again(struct mirror *m, const char *epoch)
{
	snprintf(m->facts.epoch, sizeof(m->facts.epoch), "%s", epoch);
	mesh_free(m->mesh);
	m->mesh = mesh_new();
	kept_clear(&m->kept);
	m->facts.hub_has = 0;
	m->facts.synced = false;
	subscribe(m);
}

static void take_ping(struct mirror *m)
{
	char epoch[40], feed[160];
	uint64_t has = 0;

	copy_member(m, "epoch", epoch, sizeof(epoch));
	copy_member(m, "feed", feed, sizeof(feed));
	copy_member(m, "name", m->facts.name, sizeof(m->facts.name));
	m->facts.open = json_is(&m->reply, json_member(&m->reply, 0, "open"), JSON_TRUE);
	if (strcmp(epoch, m->facts.epoch) != 0)
		begin_again(m, epoch);
	else if (strcmp(feed, m->facts.feed) != 0)
		subscribe(m);
	sequence_read(&m->reply, json_member(&m->reply, 0, "hubsequence"), &has);
	if (has > m->facts.hub_has)
		m->facts.hub_has = has;
	m->facts.answered = m->facts.connected = true;
	m->facts.tries = 0;
	m->facts.error[0] = '\0';
	m->changed = true;
	if (!m->page_asked)
		ask_page(m);
}

static void take_page(struct mirror *m)
{
	uint32_t events = json_member(&m->reply, 0, "events");
	uint64_t last = 0;

	m->page_asked = false;
	if (!json_is(&m->reply, events, JSON_ARRAY)) {
		m->facts.synced = false;
		ping(m); /* another epoch, perhaps */
		return;
	}
	for (uint32_t i = events + 1; i < m->reply.node[events].next;
		i = m->reply.node[i].next)
		apply(m, json_raw(&m->reply, i));
	sequence_read(&m->reply, json_member(&m->reply, 0, "last"), &last);
	if (m->mesh->hubsequence < last)
		ask_page(m);
	else
		m->facts.synced = true;
	m->changed = true;
}

static void take_event(struct mirror *m)
{
	uint32_t events = json_member(&m->reply, 0, "events");
	uint64_t n = 0;

	if (!json_is(&m->reply, events, JSON_ARRAY) || m->reply.node[events].count == 0)
		return;
	sequence_read(&m->reply, json_member(&m->reply, events + 1, "hubsequence"), &n);
	kept_add(&m->kept, n, json_raw(&m->reply, events + 1));
	m->wanted = 0;
	m->changed = true;
}

static void take_foreign(struct mirror *m, struct str rid, struct str text)
{
	struct pending_reply *r = xcalloc(1, sizeof(*r));
	char number[32];

	snprintf(number, sizeof(number), "%.*s", STR_ARG(rid));
	r->number = strtoull(number + 2, NULL, 10);
	r->text = xmemdup(text.p, text.n);
	r->size = text.n;
	*m->replies_end = r;
	m->replies_end = &r->next;
	m->changed = true;
}

bool mirror_reply(struct mirror *m, uint64_t *number, struct buf *reply)
{
	struct pending_reply *r = m->replies;

	if (r == NULL)
		return false;
	*number = r->number;
	buf_reset(reply);
	buf_add(reply, r->text, r->size);
	m->replies = r->next;
	if (m->replies == NULL)
		m->replies_end = &m->replies;
	free(r->text);
	free(r);
	return true;
}

static void take_reply(struct mirror *m, struct str text)
{
	uint32_t n;
	struct str rid;

	if (!json_read(&m->reply, text.p, text.n, REPLY_DEPTH, NULL))
		return;
	n = json_member(&m->reply, 0, "rid");
	rid = json_is(&m->reply, n, JSON_STRING) ? json_str(&m->reply, n) : STR("");
	if (str_is(rid, OWN "ping"))
		take_ping(m);
	else if (str_is(rid, OWN "page"))
		take_page(m);
	else if (str_is(rid, OWN "event"))
		take_event(m);
	else if (str_starts(rid, "r-"))
		take_foreign(m, rid, text);
}

/* --- the feed -------------------------------------------------------------- */

static void take_beat(struct mirror *m, struct str text)
{
	char epoch[40];
	uint64_t has = 0;
	uint32_t n;

	if (!json_read(&m->reply, text.p, text.n, REPLY_DEPTH, NULL))
		return;
	n = json_member(&m->reply, 0, "time");
	if (!json_is(&m->reply, n, JSON_STRING) ||
		!time_parse(json_str(&m->reply, n), &m->beat_time))
		return;
	m->facts.last_beat = clock_mono();
	m->facts.clock_off = clock_wall() - m->beat_time;
	n = json_member(&m->reply, 0, "clock_rate");
	m->facts.clock_rate =
		json_is(&m->reply, n, JSON_NUMBER) ? json_number(&m->reply, n) : 1;
	m->facts.open = json_is(&m->reply, json_member(&m->reply, 0, "open"), JSON_TRUE);
	copy_member(m, "journal", m->facts.journal, sizeof(m->facts.journal));
	copy_member(m, "epoch", epoch, sizeof(epoch));
	sequence_read(&m->reply, json_member(&m->reply, 0, "hubsequence"), &has);
	if (has > m->facts.hub_has)
		m->facts.hub_has = has;
	m->changed = true;
	if (strcmp(epoch, m->facts.epoch) != 0)
		ping(m);
	else if (has > m->mesh->hubsequence && !m->page_asked)
		ask_page(m); /* what the feed dropped at its end */
}

static void take_feed(struct mirror *m, struct str topic, struct str text)
{
	if (str_is(topic, "hub")) {
		take_beat(m, text);
	} else if (str_is(topic, "event")) {
		if (!apply(m, text) && !m->page_asked)
			ask_page(m);
	}
}

static bool read_feed(struct mirror *m)
{
	zmq_msg_t topic, body;
	bool got = false;

	if (m->feed == NULL)
		return false;
	zmq_msg_init(&topic);
	zmq_msg_init(&body);
	if (zmq_msg_recv(&topic, m->feed, ZMQ_DONTWAIT) >= 0) {
		got = true;
		if (zmq_msg_more(&topic) && zmq_msg_recv(&body, m->feed, 0) >= 0)
			take_feed(m,
				(struct str){
					zmq_msg_data(&topic), zmq_msg_size(&topic) },
				(struct str){ zmq_msg_data(&body), zmq_msg_size(&body) });
	}
	zmq_msg_close(&topic);
	zmq_msg_close(&body);
	return got;
}

static bool read_control(struct mirror *m)
{
	zmq_msg_t part;
	bool got;

	zmq_msg_init(&part);
	got = zmq_msg_recv(&part, m->control, ZMQ_DONTWAIT) >= 0;
	if (got)
		take_reply(m, (struct str){ zmq_msg_data(&part), zmq_msg_size(&part) });
	zmq_msg_close(&part);
	return got;
}

/* --- the connection -------------------------------------------------------- */

static void set_connected(struct mirror *m, bool connected)
{
	if (m->facts.connected != connected)
		m->facts.since = clock_mono();
	m->facts.connected = connected;
	m->changed = true;
}

static bool read_monitor(struct mirror *m)
{
	unsigned char frame[16];
	uint16_t event = 0;
	char endpoint[256];
	int n = zmq_recv(m->monitor, frame, sizeof(frame), ZMQ_DONTWAIT);

	if (n < 2)
		return false;
	memcpy(&event, frame, sizeof(event));
	zmq_recv(m->monitor, endpoint, sizeof(endpoint), 0);
	if (event == ZMQ_EVENT_HANDSHAKE_SUCCEEDED) {
		set_connected(m, true);
		m->page_asked = false;
		ping(m);
	} else {
		if (event == ZMQ_EVENT_CONNECT_RETRIED) {
			m->facts.tries++;
			snprintf(m->facts.error, sizeof(m->facts.error),
				"connection refused");
		} else {
			snprintf(m->facts.error, sizeof(m->facts.error),
				"the hub has gone");
		}
		set_connected(m, false);
	}
	return true;
}

/* What has not been answered in time is asked again. */
static void ask_again(struct mirror *m)
{
	int64_t now = clock_mono();

	if (m->page_asked && now - m->asked_at > ANSWER)
		m->page_asked = false;
	if (m->facts.connected && !m->facts.answered && now >= m->facts.next_try)
		ping(m);
	if (m->facts.connected && m->facts.answered && !m->page_asked &&
		!m->facts.synced && now - m->asked_at > RETRY)
		ping(m);
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

bool mirror_turn(struct mirror *m)
{
	int64_t end = clock_mono() + TURN_TIME;
	bool changed;

	while (read_monitor(m))
		;
	for (int i = 0; i < TURN_MESSAGES && clock_mono() < end; i++) {
		bool got = read_control(m);

		got |= read_feed(m);
		if (!got)
			break;
	}
	ask_again(m);
	changed = m->changed;
	m->changed = false;
	return changed;
}
