/* SPDX-License-Identifier: MIT */
#include "bus/mirror_own.h"

#include <stdio.h>
#include <stdlib.h>
#include <zmq.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/mem.h"
#include "bus/codec.h"
#include "bus/counters.h"
#include "mesh/dump.h"

#define PAGE 5000
#define TURN_MESSAGES 2000
#define TURN_TIME 20000 /* microseconds */
#define DIGEST_BLOCKS 64
#define REPLY_DEPTH (EVENT_DEPTH + 6)
#define OLD (SECOND / 2)
#define OWN "m-" /* rids of the mirror's own requests begin so, others with "r-" */
#define PING_RID OWN "ping-"
#define PAGE_RID OWN "page-"

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
	set_int(s, ZMQ_HEARTBEAT_IVL, 2000);
	set_int(s, ZMQ_HEARTBEAT_TIMEOUT, 6000);
	set_int(s, ZMQ_CONNECT_TIMEOUT, 3000);
	set_int(s, ZMQ_HANDSHAKE_IVL, 5000);
	set_int(s, ZMQ_RCVHWM, 20000);
	set_int(s, ZMQ_IPV6, strchr(url, '[') != NULL);
	return s;
}

struct mirror *mirror_open(const char *url, struct err *e)
{
	struct mirror *m = xcalloc(1, sizeof(*m));

	m->context = zmq_ctx_new();
	m->mesh = mesh_new();
	m->facts.clock_rate = 1;
	m->facts.since = clock_mono();
	m->asleep = clock_boot() - m->facts.since;
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
	inbox_clear(&m->replies);
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

bool mirror_digest(struct mirror *m, char out[DIGEST_TEXT])
{
	struct digest d;

	if (mesh_digest_some(m->mesh, DIGEST_BLOCKS))
		return false;
	d = mesh_digest(m->mesh);
	digest_text(&d, out);
	return true;
}

void mirror_counters(struct mirror *m, struct buf *out)
{
	out_counters(out, m->mesh);
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

void mirror_ping(struct mirror *m)
{
	char rid[32];

	m->pinged_at = clock_mono();
	m->pinged_boot = clock_boot();
	m->facts.next_try = m->pinged_at + RETRY;
	m->facts.tries++;
	snprintf(rid, sizeof(rid), PING_RID "%llu", (unsigned long long)++m->pings);
	send_request(m, rid, STR("\"op\":\"ping\""));
}

/* Begins with the last one that was folded, to see that it is still the same. */
static void ask_page(struct mirror *m)
{
	uint64_t last = m->mesh->hubsequence;
	char members[200], rid[32];

	snprintf(members, sizeof(members),
		"\"op\":\"events\",\"after\":\"%llu\",\"limit\":%d,\"epoch\":\"%s\"",
		(unsigned long long)(last > 0 ? last - 1 : 0), PAGE, m->facts.epoch);
	snprintf(rid, sizeof(rid), PAGE_RID "%llu", (unsigned long long)last);
	m->page_asked = true;
	m->asked_at = clock_mono();
	m->asked_last = last;
	m->asked_hash = m->last_hash;
	send_request(m, rid, str_of(members));
}

/* Whether what the hub has above us is to be folded. */
static bool wants_more(const struct mirror *m)
{
	return m->stop_at == 0 || m->mesh->hubsequence < m->stop_at;
}

void mirror_stop_at(struct mirror *m, uint64_t hubsequence)
{
	m->stop_at = hubsequence;
	if (m->facts.answered && !m->page_asked && wants_more(m) &&
		m->facts.hub_has > m->mesh->hubsequence)
		ask_page(m);
}

void mirror_retry(struct mirror *m)
{
	m->page_asked = false;
	mirror_ping(m);
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
	if (!wants_more(m))
		return true;
	if (e.hubsequence > m->mesh->hubsequence + 1)
		return false;
	if (mesh_apply(m->mesh, &e)) {
		m->last_hash = hash64(text);
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

/* "tcp://0.0.0.0:5572" is reached where control is: its host takes the place. */
static void reach(const char *control, const char *said, char *out, size_t room)
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

/* Anew: what the old one holds may be of another history. */
static void subscribe(struct mirror *m)
{
	char url[160];

	reach(m->facts.control, m->facts.feed, url, sizeof(url));
	if (m->feed != NULL)
		zmq_close(m->feed);
	m->feed = open_socket(m, ZMQ_SUB, url);
	zmq_setsockopt(m->feed, ZMQ_SUBSCRIBE, "event", 5);
	zmq_setsockopt(m->feed, ZMQ_SUBSCRIBE, "hub", 3);
	if (zmq_connect(m->feed, url) < 0)
		snprintf(m->facts.error, sizeof(m->facts.error), "the feed's address: %s",
			zmq_strerror(zmq_errno()));
}

/* Another history: what was folded is not of it. */
static void begin_again(struct mirror *m, const char *epoch)
{
	if (epoch != m->facts.epoch)
		snprintf(m->facts.epoch, sizeof(m->facts.epoch), "%s", epoch);
	mesh_free(m->mesh);
	m->mesh = mesh_new();
	kept_clear(&m->kept);
	m->facts.hub_has = 0;
	m->facts.synced = false;
	subscribe(m);
}

static double clock_rate(struct mirror *m)
{
	uint32_t n = json_member(&m->reply, 0, "clock_rate");

	return json_is(&m->reply, n, JSON_NUMBER) ? json_number(&m->reply, n) : 1;
}

static bool hub_time(struct mirror *m, int64_t *out)
{
	uint32_t n = json_member(&m->reply, 0, "time");

	return json_is(&m->reply, n, JSON_STRING) &&
		time_parse(json_str(&m->reply, n), out);
}

static void take_ping(struct mirror *m, uint64_t number)
{
	char epoch[40], feed[160];
	uint64_t has = 0;
	int64_t hub;
	bool moved;

	copy_member(m, "epoch", epoch, sizeof(epoch));
	copy_member(m, "feed", feed, sizeof(feed));
	copy_member(m, "name", m->facts.name, sizeof(m->facts.name));
	m->facts.open = json_is(&m->reply, json_member(&m->reply, 0, "open"), JSON_TRUE);
	sequence_read(&m->reply, json_member(&m->reply, 0, "hubsequence"), &has);
	if (number == m->pings && hub_time(m, &hub))
		beats_answer(&m->beats, hub, clock_rate(m), m->pinged_boot, clock_boot());
	moved = strcmp(feed, m->facts.feed) != 0;
	copy_member(m, "feed", m->facts.feed, sizeof(m->facts.feed));
	copy_member(m, "events", m->facts.events, sizeof(m->facts.events));
	if (strcmp(epoch, m->facts.epoch) != 0)
		begin_again(m, epoch);
	else if (moved)
		subscribe(m);
	if (has > m->facts.hub_has)
		m->facts.hub_has = has;
	m->facts.answered = m->facts.connected = true;
	m->facts.tries = 0;
	m->facts.error[0] = '\0';
	if (!m->page_asked)
		ask_page(m);
}

/*
 * Whether the hub has not what it told before: an older copy of its journal was put
 * in the journal's place, under the same epoch. What has been aged out says nothing.
 */
static bool tells_otherwise(struct mirror *m, uint32_t events, uint64_t last)
{
	uint64_t first = 0;

	if (m->asked_last == 0)
		return false;
	if (m->reply.node[events].count > 0)
		sequence_read(&m->reply,
			json_member(&m->reply, events + 1, "hubsequence"), &first);
	return last < m->asked_last ||
		(first == m->asked_last &&
			hash64(json_raw(&m->reply, events + 1)) != m->asked_hash);
}

static void take_page(struct mirror *m, uint64_t asked)
{
	uint32_t events = json_member(&m->reply, 0, "events");
	uint64_t last = 0;

	m->page_asked = false;
	if (!json_is(&m->reply, events, JSON_ARRAY)) {
		m->facts.synced = false; /* mirror_ask_again() pings, later */
		if (json_string_is(&m->reply,
			    json_pointer(&m->reply, 0, STR("/error/code")), "stale"))
			mirror_ping(m);
		return;
	}
	sequence_read(&m->reply, json_member(&m->reply, 0, "last"), &last);
	if (asked == m->asked_last && tells_otherwise(m, events, last)) {
		begin_again(m, m->facts.epoch);
		ask_page(m);
		return;
	}
	for (uint32_t i = events + 1; i < m->reply.node[events].next;
		i = m->reply.node[i].next)
		apply(m, json_raw(&m->reply, i));
	if (m->mesh->hubsequence < last && wants_more(m))
		ask_page(m);
	else if (m->mesh->hubsequence >= last)
		m->facts.synced = true;
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
}

/* The number behind "r-", or behind "m-ping-". */
static uint64_t number_in(struct str rid, size_t begins)
{
	char number[24];

	snprintf(number, sizeof(number), "%.*s", STR_ARG(str_skip(rid, begins)));
	return strtoull(number, NULL, 10);
}

bool mirror_reply(struct mirror *m, uint64_t *number, struct buf *reply)
{
	return inbox_take(&m->replies, number, reply);
}

static void take_reply(struct mirror *m, struct str text)
{
	uint32_t n;
	struct str rid;

	if (!json_read(&m->reply, text.p, text.n, REPLY_DEPTH, NULL))
		return;
	n = json_member(&m->reply, 0, "rid");
	rid = json_is(&m->reply, n, JSON_STRING) ? json_str(&m->reply, n) : STR("");
	if (str_starts(rid, PING_RID))
		take_ping(m, number_in(rid, sizeof(PING_RID) - 1));
	else if (str_starts(rid, PAGE_RID))
		take_page(m, number_in(rid, sizeof(PAGE_RID) - 1));
	else if (str_is(rid, OWN "event"))
		take_event(m);
	else if (str_starts(rid, "r-"))
		inbox_add(&m->replies, number_in(rid, 2), text);
	m->changed = true;
}

/* --- the feed -------------------------------------------------------------- */

/* It counts from when it was sent: what was read late is old. */
static void take_beat_time(struct mirror *m)
{
	int64_t late;

	m->facts.clock_rate = clock_rate(m);
	late = beats_late(&m->beats, m->beat_time, m->facts.clock_rate, clock_boot());
	m->facts.last_beat = clock_mono() - late;
	m->facts.clock_off = clock_wall() - late - m->beat_time;
	if (late > OLD && clock_mono() - m->pinged_at > RETRY)
		mirror_ping(m); /* or the hub's clock was set back */
}

static void take_beat(struct mirror *m, struct str text)
{
	char epoch[40];
	uint64_t has = 0;

	if (!json_read(&m->reply, text.p, text.n, REPLY_DEPTH, NULL) ||
		!hub_time(m, &m->beat_time))
		return;
	take_beat_time(m);
	m->facts.open = json_is(&m->reply, json_member(&m->reply, 0, "open"), JSON_TRUE);
	copy_member(m, "journal", m->facts.journal, sizeof(m->facts.journal));
	copy_member(m, "epoch", epoch, sizeof(epoch));
	sequence_read(&m->reply, json_member(&m->reply, 0, "hubsequence"), &has);
	if (has > m->facts.hub_has)
		m->facts.hub_has = has;
	m->changed = true;
	if (strcmp(epoch, m->facts.epoch) != 0)
		mirror_ping(m);
	else if (has > m->mesh->hubsequence && !m->page_asked && wants_more(m))
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

bool mirror_turn(struct mirror *m)
{
	int64_t end = clock_mono() + TURN_TIME;
	bool changed;

	mirror_watch_sleep(m);
	while (mirror_read_monitor(m))
		;
	for (int i = 0; i < TURN_MESSAGES && clock_mono() < end; i++) {
		bool got = read_control(m);

		got |= read_feed(m);
		if (!got)
			break;
	}
	mirror_ask_again(m);
	changed = m->changed;
	m->changed = false;
	return changed;
}
