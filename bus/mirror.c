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
#include "bus/takeover.h"
#include "mesh/dump.h"

#define PAGE 5000
#define TURN_MESSAGES 2000
#define TURN_TIME 20000 /* microseconds */
#define DIGEST_BLOCKS 64
#define REPLY_DEPTH (EVENT_DEPTH + 6)
#define OLD (SECOND / 2)
#define FIRST "\"op\":\"snapshot\",\"first\":300" /* of each list, for a first look */
#define PING_RID MIRROR_OWN "ping-"
#define PAGE_RID MIRROR_OWN "page-"

void mirror_close(struct mirror *m)
{
	if (m == NULL)
		return;
	if (m->context != NULL) {
		zmq_socket_monitor(m->control, NULL, 0);
		zmq_close(m->monitor);
		zmq_close(m->control);
		if (m->feed != NULL)
			zmq_close(m->feed);
		zmq_ctx_term(m->context);
	}
	inbox_clear(&m->replies);
	kept_clear(&m->kept);
	kept_clear(&m->fetched);
	takeover_free(m->takeover);
	mesh_free(m->first);
	mesh_free(m->mesh);
	json_fini(&m->doc);
	json_fini(&m->reply);
	buf_fini(&m->request);
	keyfile_wipe(&m->key);
	free(m);
}

const struct mesh *mirror_mesh(const struct mirror *m)
{
	return m->first != NULL ? m->first : m->mesh;
}

const struct mirror_facts *mirror_facts(const struct mirror *m)
{
	return &m->facts;
}

bool mirror_digest(struct mirror *m, char out[DIGEST_TEXT])
{
	struct digest d;

	if (m->first != NULL || mesh_digest_some(m->mesh, DIGEST_BLOCKS))
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
		int64_t since = clock_mono() - m->facts.last_beat;

		now = m->beat_time + beats_scaled(since, m->facts.clock_rate);
	}
	return now > m->mesh->now ? now : m->mesh->now;
}

/* --- requests -------------------------------------------------------------- */

void mirror_send(struct mirror *m, const char *rid, struct str members)
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
	mirror_send(m, rid, members);
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
	mirror_send(m, rid, STR("\"op\":\"ping\""));
}

static void ask_part(struct mirror *m)
{
	struct buf members = { 0 };

	takeover_ask(m->takeover, &members);
	m->page_asked = true;
	m->asked_at = clock_mono();
	mirror_send(m, MIRROR_OWN "part", buf_view(&members));
	buf_fini(&members);
}

/* Begins with the last one that was folded, to see that it is still the same. */
static void ask_page(struct mirror *m)
{
	uint64_t last = m->mesh->hubsequence;
	char members[200], rid[32];

	if (m->takeover != NULL) {
		if (!takeover_loads(m->takeover))
			ask_part(m);
		return;
	}
	snprintf(members, sizeof(members),
		"\"op\":\"events\",\"after\":\"%llu\",\"limit\":%d,\"epoch\":\"%s\"",
		(unsigned long long)(last > 0 && !m->page_failed ? last - 1 : last), PAGE,
		m->facts.epoch);
	snprintf(rid, sizeof(rid), PAGE_RID "%llu", (unsigned long long)last);
	m->page_asked = true;
	m->asked_at = clock_mono();
	m->asked_last = last;
	m->asked_hash = m->last_hash;
	mirror_send(m, rid, str_of(members));
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

/* Applies an event if it is the next; false if something is missing before it. */
static bool apply(struct mirror *m, struct str text, bool from_journal)
{
	struct event e;

	if (!event_read(&m->doc, text, text, FROM_RECORDING, &e, NULL, NULL) ||
		e.hubsequence == 0)
		return true; /* no event of a hub: nothing to apply, nothing missing */
	if (e.hubsequence > m->facts.hub_has)
		m->facts.hub_has = e.hubsequence;
	if (!wants_more(m))
		return true;
	/* retention leaves holes in the journal, the feed only drops */
	if (e.hubsequence > m->mesh->hubsequence + 1 && !from_journal)
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

static void drop_first(struct mirror *m)
{
	m->changed |= m->first != NULL;
	mesh_free(m->first);
	m->first = NULL;
}

/* Another history, or one with a gap: what was folded is not of it. */
static void begin_again(struct mirror *m, const char *epoch)
{
	if (epoch != m->facts.epoch)
		snprintf(m->facts.epoch, sizeof(m->facts.epoch), "%s", epoch);
	mesh_free(m->mesh);
	m->mesh = mesh_new();
	kept_clear(&m->kept);
	kept_clear(&m->fetched);
	m->facts.hub_has = 0;
	m->facts.synced = false;
	m->asked_last = m->asked_hash = m->last_hash = 0;
	takeover_free(m->takeover);
	m->takeover = takeover_new();
	drop_first(m);
	mirror_send(m, MIRROR_OWN "first", STR(FIRST));
	mirror_subscribe(m);
}

static double clock_rate(struct mirror *m)
{
	uint32_t n = json_member(&m->reply, 0, "clock_rate");
	double rate = json_is(&m->reply, n, JSON_NUMBER) ? json_number(&m->reply, n) : 1;

	return rate >= 1e-6 && rate <= 1e5 ? rate : 1; /* as --clock-rate takes it */
}

static bool hub_time(struct mirror *m, int64_t *out)
{
	uint32_t n = json_member(&m->reply, 0, "time");

	return json_is(&m->reply, n, JSON_STRING) &&
		time_parse(json_str(&m->reply, n), out);
}

static bool feed_asks(struct mirror *m)
{
	uint32_t keys = json_member(&m->reply, 0, "keys");

	for (uint32_t i = keys + 1;
		json_is(&m->reply, keys, JSON_ARRAY) && i < m->reply.node[keys].next;
		i = m->reply.node[i].next) {
		if (json_is(&m->reply, i, JSON_STRING) &&
			str_is(json_str(&m->reply, i), "feed"))
			return true;
	}
	return false;
}

static void take_ping(struct mirror *m, uint64_t number)
{
	char epoch[40], feed[160];
	uint64_t has = 0;
	int64_t hub;
	bool moved, asks;

	copy_member(m, "epoch", epoch, sizeof(epoch));
	copy_member(m, "feed", feed, sizeof(feed));
	copy_member(m, "name", m->facts.name, sizeof(m->facts.name));
	m->facts.open = json_is(&m->reply, json_member(&m->reply, 0, "open"), JSON_TRUE);
	sequence_read(&m->reply, json_member(&m->reply, 0, "hubsequence"), &has);
	if (number == m->pings && hub_time(m, &hub))
		beats_answer(&m->beats, hub, clock_rate(m), m->pinged_boot, clock_boot());
	copy_member(m, "role", m->facts.role, sizeof(m->facts.role));
	asks = feed_asks(m);
	moved = strcmp(feed, m->facts.feed) != 0 || asks != m->feed_asks;
	m->feed_asks = asks;
	copy_member(m, "feed", m->facts.feed, sizeof(m->facts.feed));
	copy_member(m, "events", m->facts.events, sizeof(m->facts.events));
	if (strcmp(epoch, m->facts.epoch) != 0)
		begin_again(m, epoch);
	else if (moved || mirror_feed_is_dead(m))
		mirror_subscribe(m);
	if (has > m->facts.hub_has)
		m->facts.hub_has = has;
	m->facts.answered = m->facts.connected = true;
	m->facts.refused = false;
	m->facts.tries = 0;
	m->facts.error[0] = '\0';
	if (!m->page_asked)
		ask_page(m);
}

/*
 * Where retention has cut since the first page, what closed a handoff that is here may
 * be among what it deleted: docs/PROTOCOL.md, "Retention".
 */
static bool missed_what_was_deleted(struct mirror *m)
{
	uint64_t horizon = 0;

	sequence_read(&m->reply, json_member(&m->reply, 0, "horizon"), &horizon);
	if (m->mesh->hubsequence == 0)
		m->begun_at = horizon;
	return m->mesh->hubsequence > 0 && horizon > m->mesh->hubsequence &&
		horizon != m->begun_at;
}

static void take_first(struct mirror *m)
{
	if (m->facts.synced || m->first != NULL)
		return;
	m->first = takeover_first(&m->reply);
}

/* A part of the snapshot; where there is none all events are read. */
static void take_part(struct mirror *m)
{
	m->page_asked = false;
	if (m->takeover == NULL || takeover_loads(m->takeover))
		return;
	if (takeover_take(m->takeover, &m->reply) == TAKEOVER_NONE) {
		takeover_free(m->takeover);
		m->takeover = NULL;
	}
	ask_page(m);
}

/* The mesh that was taken over takes the place of the empty one. */
static void look_at_takeover(struct mirror *m)
{
	struct mesh *mesh;

	if (m->takeover == NULL || !takeover_mesh(m->takeover, &mesh))
		return;
	takeover_free(m->takeover);
	m->takeover = NULL;
	if (mesh != NULL) {
		mesh_free(m->mesh);
		m->mesh = mesh;
		m->begun_at = 0;
		m->last_hash = 0; /* a snapshot has no text of its last event */
	}
	ask_page(m);
	m->changed = true;
}

/*
 * Whether the hub has not what it told before: an older copy of its journal was put
 * in the journal's place, under the same epoch. Where retention has deleted that event,
 * or it came with a snapshot and its text was never here, it says nothing.
 */
static bool tells_otherwise(struct mirror *m, uint32_t events, uint64_t last)
{
	uint64_t first = 0, hash;

	if (m->asked_last == 0)
		return false;
	if (last < m->asked_last)
		return true;
	if (m->reply.node[events].count > 0)
		sequence_read(&m->reply,
			json_member(&m->reply, events + 1, "hubsequence"), &first);
	if (first != m->asked_last)
		return false;
	hash = hash64(json_raw(&m->reply, events + 1));
	if (m->asked_hash == 0 && m->mesh->hubsequence == first)
		m->last_hash = hash;
	return m->asked_hash != 0 && hash != m->asked_hash;
}

static void take_no_page(struct mirror *m)
{
	m->page_failed = true;
	m->facts.synced = false; /* mirror_ask_again() pings, later */
	if (json_string_is(
		    &m->reply, json_pointer(&m->reply, 0, STR("/error/code")), "stale"))
		mirror_ping(m);
}

static void take_page(struct mirror *m, uint64_t asked)
{
	uint32_t events = json_member(&m->reply, 0, "events");
	uint64_t last = 0;

	if (m->takeover != NULL || asked > m->mesh->hubsequence)
		return; /* asked before all began anew: what comes before it is not here
			 */
	m->page_asked = false;
	if (!json_is(&m->reply, events, JSON_ARRAY)) {
		take_no_page(m);
		return;
	}
	m->page_failed = false;
	sequence_read(&m->reply, json_member(&m->reply, 0, "last"), &last);
	if ((asked == m->asked_last && tells_otherwise(m, events, last)) ||
		missed_what_was_deleted(m)) {
		begin_again(m, m->facts.epoch);
		ask_page(m);
		return;
	}
	for (uint32_t i = events + 1; i < m->reply.node[events].next;
		i = m->reply.node[i].next)
		apply(m, json_raw(&m->reply, i), true);
	if (m->mesh->hubsequence < last && wants_more(m))
		ask_page(m);
	else if (m->mesh->hubsequence >= last)
		m->facts.synced = true;
	if (m->facts.synced)
		drop_first(m);
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

/* What was asked of one journal may be answered behind the ping of another. */
static bool is_of_journal(struct mirror *m)
{
	return json_string_is(
		&m->reply, json_member(&m->reply, 0, "epoch"), m->facts.epoch);
}

static void meet_stranger(struct mirror *m)
{
	m->page_asked = m->facts.synced = false;
	mirror_ping(m);
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
	else if (str_starts(rid, MIRROR_OWN) && !is_of_journal(m))
		meet_stranger(m);
	else if (str_starts(rid, PAGE_RID))
		take_page(m, number_in(rid, sizeof(PAGE_RID) - 1));
	else if (str_is(rid, MIRROR_OWN "first"))
		take_first(m);
	else if (str_is(rid, MIRROR_OWN "part"))
		take_part(m);
	else if (str_is(rid, MIRROR_OWN "event"))
		mirror_take_event(m);
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
	copy_member(
		m, "journal_note", m->facts.journal_note, sizeof(m->facts.journal_note));
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
		if (!apply(m, text, false) && !m->page_asked)
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
		m->heard_at = clock_mono();
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
	look_at_takeover(m);
	mirror_ask_again(m);
	m->facts.has = m->takeover != NULL ? takeover_progress(m->takeover)
					   : m->mesh->hubsequence;
	changed = m->changed;
	m->changed = false;
	return changed;
}
