/* SPDX-License-Identifier: MIT */
#include "bus/agent.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zmq.h>

#include "base/clock.h"
#include "base/digest.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "bus/keyed.h"

#define OPEN_MS 10000  /* for the hub's subscription */
#define RESEND_MS 2000 /* a request that nobody answered */
#define ANSWER_MS 10000
#define LINGER_MS 1000
#define REPLY_DEPTH 70

struct agent_link {
	char *name;
	char *topic; /* "decision/NAME/" on the feed */
	char run[13];
	uint64_t made;   /* ids of this run */
	uint64_t number; /* sequence numbers of this run */
	uint64_t asked;
	int wake;
	void *context, *control, *events, *feed; /* events, feed: or NULL */
	struct keyfile key;
	void *watch[2];      /* of control and events, or NULL */
	const char *refused; /* by the hub, and what to do; NULL: it is not */
	char forbidden[400];
	bool was_in;
	struct json reply;
	struct buf request, body, scratch;
};

/* --- sockets --------------------------------------------------------------- */

static void *open_socket(struct agent_link *a, int type, const char *url, struct err *e)
{
	void *s = zmq_socket(a->context, type);
	int linger = LINGER_MS, all = 0;

	zmq_setsockopt(s, ZMQ_LINGER, &linger, sizeof(linger));
	zmq_setsockopt(s, ZMQ_SNDHWM, &all, sizeof(all));
	zmq_setsockopt(s, ZMQ_RCVHWM, &all, sizeof(all));
	keyed_socket(s, &a->key);
	if (type != ZMQ_SUB)
		a->watch[type == ZMQ_XPUB] = keyed_watch(a->context, s,
			type == ZMQ_XPUB ? "inproc://events" : "inproc://control");
	if (zmq_connect(s, url) < 0) {
		err_set(e, "cannot connect to %s: %s", url, zmq_strerror(zmq_errno()));
		if (type != ZMQ_SUB) {
			keyed_unwatch(s, a->watch[type == ZMQ_XPUB]);
			a->watch[type == ZMQ_XPUB] = NULL;
		}
		zmq_close(s);
		return NULL;
	}
	return s;
}

static bool woken(struct agent_link *a)
{
	zmq_pollitem_t item = { NULL, a->wake, ZMQ_POLLIN, 0 };

	return a->wake >= 0 && zmq_poll(&item, 1, 0) > 0;
}

/* Whether the hub has refused this key, or asks for one: it will not change its mind. */
static bool is_refused(struct agent_link *a)
{
	for (int i = 0; i < 2 && a->refused == NULL; i++) {
		if (a->watch[i] != NULL)
			a->refused = keyed_look(a->watch[i], &a->key, a->was_in);
	}
	return a->refused != NULL;
}

/* True when `s` can be read within `ms`; false when it cannot, on the wake, or where the
 * hub refuses. */
static bool readable(struct agent_link *a, void *s, int ms)
{
	zmq_pollitem_t item[4] = { { s, 0, ZMQ_POLLIN, 0 },
		{ NULL, a->wake, ZMQ_POLLIN, 0 } };
	int n = a->wake >= 0 ? 2 : 1;

	for (int i = 0; i < 2; i++) {
		if (a->watch[i] != NULL)
			item[n++] = (zmq_pollitem_t){ a->watch[i], 0, ZMQ_POLLIN, 0 };
	}
	if (zmq_poll(item, n, ms) <= 0)
		return false;
	is_refused(a);
	return item[0].revents & ZMQ_POLLIN;
}

/* The first message that an XPUB reads is the hub's subscription. */
static bool await_subscription(struct agent_link *a, struct err *e)
{
	int64_t end = clock_mono() + OPEN_MS * INT64_C(1000);
	char first[8];
	bool came = false;

	while (!came && a->refused == NULL && !woken(a) && clock_mono() < end)
		came = readable(a, a->events, (int)((end - clock_mono()) / 1000) + 1);
	if (!came && a->refused != NULL)
		return err_set(e, "%s: %s", a->name, a->refused);
	if (!came || zmq_recv(a->events, first, sizeof(first), 0) < 1 || first[0] != 1)
		return err_set(e, "%s: the hub has not subscribed", a->name);
	return true;
}

static bool subscribe(struct agent_link *a, const char *url, struct err *e)
{
	a->feed = open_socket(a, ZMQ_SUB, url, e);
	return a->feed != NULL &&
		zmq_setsockopt(a->feed, ZMQ_SUBSCRIBE, a->topic, strlen(a->topic)) == 0;
}

static bool connect_all(
	struct agent_link *a, const struct agent_address *at, struct err *e)
{
	a->control = open_socket(a, ZMQ_DEALER, at->control, e);
	if (a->control == NULL || (at->feed != NULL && !subscribe(a, at->feed, e)))
		return false;
	if (at->events == NULL)
		return true;
	a->events = open_socket(a, ZMQ_XPUB, at->events, e);
	return a->events != NULL && await_subscription(a, e);
}

struct agent_link *agent_open(const struct agent_address *at, struct err *e)
{
	struct agent_link *a = xcalloc(1, sizeof(*a));
	struct buf topic = { 0 };

	buf_fmt(&topic, "decision/%s/", at->name);
	a->topic = buf_steal(&topic);
	a->name = xstrdup(at->name);
	a->wake = at->wake;
	if (at->key != NULL)
		a->key = *at->key;
	a->context = zmq_ctx_new();
	agent_new_run(a);
	if (connect_all(a, at, e))
		return a;
	agent_close(a);
	return NULL;
}

void agent_close(struct agent_link *a)
{
	if (a == NULL)
		return;
	if (a->watch[0] != NULL)
		keyed_unwatch(a->control, a->watch[0]);
	if (a->watch[1] != NULL)
		keyed_unwatch(a->events, a->watch[1]);
	if (a->control != NULL)
		zmq_close(a->control);
	if (a->events != NULL)
		zmq_close(a->events);
	if (a->feed != NULL)
		zmq_close(a->feed);
	zmq_ctx_term(a->context);
	json_fini(&a->reply);
	buf_fini(&a->request);
	buf_fini(&a->body);
	buf_fini(&a->scratch);
	keyfile_wipe(&a->key);
	free(a->topic);
	free(a->name);
	free(a);
}

/* --- events ---------------------------------------------------------------- */

void agent_new_run(struct agent_link *a)
{
	char name[33];

	random_name(name);
	memcpy(a->run, name, sizeof(a->run) - 1);
	a->made = a->number = 0;
}

void agent_skip(struct agent_link *a, uint32_t n)
{
	a->number += n;
}

void agent_compose(struct agent_link *a, const struct agent_event *e, struct buf *out)
{
	uint64_t number = a->number + 1;
	char time[TIME_TEXT];

	time_format(e->time, time);
	buf_fmt(out,
		"{\"specversion\":\"1.0\",\"id\":\"%s-%06llu\",\"source\":\"agent:%s\","
		"\"type\":\"%s\"",
		a->run, (unsigned long long)++a->made, a->name, e->type);
	if (e->subject != NULL) {
		out_key(out, "subject");
		out_text(out, e->subject);
	}
	buf_fmt(out, ",\"time\":\"%s\",\"run\":\"%s\",\"sequence\":\"%020llu\"", time,
		a->run, (unsigned long long)number);
	if (e->dataschema != NULL) {
		out_key(out, "dataschema");
		out_text(out, e->dataschema);
	}
	buf_str(out, ",\"data\":");
	buf_slice(out, e->data);
	buf_char(out, '}');
	if (!e->uses_no_number)
		a->number = number;
}

bool agent_send(struct agent_link *a, struct str event, struct err *e)
{
	if (a->events == NULL)
		return err_set(e, "%s has no events lane", a->name);
	if (zmq_send(a->events, event.p, event.n, ZMQ_DONTWAIT) < 0)
		return err_set(e, "cannot send: %s", zmq_strerror(zmq_errno()));
	return true;
}

/* --- requests -------------------------------------------------------------- */

static bool receive(struct agent_link *a)
{
	zmq_msg_t m;
	bool good;

	zmq_msg_init(&m);
	if (zmq_msg_recv(&m, a->control, ZMQ_DONTWAIT) < 0) {
		zmq_msg_close(&m);
		return false;
	}
	buf_reset(&a->body);
	buf_add(&a->body, zmq_msg_data(&m), zmq_msg_size(&m));
	good = !zmq_msg_more(&m);
	a->was_in = true;
	zmq_msg_close(&m);
	return good && json_read(&a->reply, a->body.data, a->body.len, REPLY_DEPTH, NULL);
}

/* The reply to `rid` within `ms`. */
static bool await_reply(struct agent_link *a, const char *rid, int ms)
{
	int64_t end = clock_mono() + (int64_t)ms * 1000;
	int64_t left = end - clock_mono();

	for (; left > 0; left = end - clock_mono()) {
		if (!readable(a, a->control, (int)(left / 1000) + 1)) {
			if (woken(a) || a->refused != NULL)
				return false;
			continue;
		}
		if (receive(a) &&
			json_string_is(&a->reply, json_member(&a->reply, 0, "rid"), rid))
			return true;
	}
	return false;
}

static bool ask_once(struct agent_link *a, const char *rid, int ms)
{
	struct buf *b = &a->request;

	return zmq_send(a->control, b->data, b->len, ZMQ_DONTWAIT) >= 0 &&
		await_reply(a, rid, ms);
}

static enum answer refused(struct agent_link *a, struct err *e)
{
	uint32_t code = json_pointer(&a->reply, 0, STR("/error/code"));
	uint32_t text = json_pointer(&a->reply, 0, STR("/error/message"));
	struct buf why = { 0 };

	if (code != JSON_NONE)
		buf_slice(&why, json_str(&a->reply, code));
	buf_str(&why, ": ");
	if (text != JSON_NONE)
		buf_slice(&why, json_str(&a->reply, text));
	err_set(e, "%s", why.data);
	if (code != JSON_NONE && str_is(json_str(&a->reply, code), "forbidden") &&
		a->refused == NULL) {
		snprintf(a->forbidden, sizeof(a->forbidden),
			"%.200s (seam keys add %.64s --role agent, on the hub's machine, "
			"makes the key for it)",
			why.data, a->name);
		a->refused = a->forbidden;
	}
	buf_fini(&why);
	return ANSWER_ERROR;
}

enum answer agent_ask(struct agent_link *a, struct str members, int ms,
	const struct json **reply, struct err *e)
{
	int64_t end = clock_mono() + (int64_t)ms * 1000;
	char rid[40];

	snprintf(rid, sizeof(rid), "%s-%llu", a->run, (unsigned long long)++a->asked);
	buf_reset(&a->request);
	buf_fmt(&a->request, "{\"rid\":\"%s\",", rid);
	buf_slice(&a->request, members);
	buf_char(&a->request, '}');
	for (int64_t left = ms; left > 0; left = (end - clock_mono()) / 1000) {
		if (ask_once(a, rid, left < RESEND_MS ? (int)left : RESEND_MS)) {
			if (reply != NULL)
				*reply = &a->reply;
			if (json_is(&a->reply, json_member(&a->reply, 0, "ok"),
				    JSON_TRUE))
				return ANSWER_OK;
			return refused(a, e);
		}
		if (woken(a) || is_refused(a))
			break;
	}
	err_set(e, "%s", a->refused != NULL ? a->refused : "no answer from the hub");
	return ANSWER_NONE;
}

enum answer agent_publish(struct agent_link *a, struct str event, int ms, struct err *e)
{
	buf_reset(&a->scratch);
	buf_str(&a->scratch, "\"op\":\"publish\",\"event\":");
	buf_slice(&a->scratch, event);
	return agent_ask(a, buf_view(&a->scratch), ms, NULL, e);
}

/* A string member, or absent. */
static struct str text_of(struct json *j, uint32_t object, const char *name)
{
	uint32_t n = json_member(j, object, name);

	return json_is(j, n, JSON_STRING) ? json_str(j, n) : (struct str){ 0 };
}

static uint32_t number_of(struct json *j, uint32_t object, const char *name)
{
	int64_t n;

	if (!json_int(j, json_member(j, object, name), &n) || n < 0 || n > UINT32_MAX)
		return 0;
	return (uint32_t)n;
}

static struct buf *begin_request(struct agent_link *a, const char *op)
{
	struct buf *b = &a->scratch;

	buf_reset(b);
	buf_fmt(b, "\"op\":\"%s\",\"agent\":\"%s\"", op, a->name);
	return b;
}

enum answer agent_wait(struct agent_link *a, const char *handoff, uint32_t attempt,
	int seconds, struct agent_standing *out, struct err *e)
{
	struct buf *b = begin_request(a, "wait");
	struct json *j = &a->reply;
	enum answer answer;

	out_key(b, "handoff");
	out_text(b, handoff);
	out_key(b, "attempt");
	out_uint(b, attempt);
	out_key(b, "seconds");
	out_uint(b, (uint64_t)seconds);
	answer = agent_ask(a, buf_view(b), seconds * 1000 + ANSWER_MS, NULL, e);
	*out = (struct agent_standing){ 0 };
	if (answer == ANSWER_OK)
		*out = (struct agent_standing){ .attempt = number_of(j, 0, "attempt"),
			.state = text_of(j, 0, "state"),
			.action = text_of(j, 0, "action"),
			.fallback = text_of(j, 0, "fallback") };
	return answer;
}

/* --- decisions ------------------------------------------------------------- */

static void tell(struct json *j, uint32_t event, agent_told *told, void *user)
{
	uint32_t data = json_member(j, event, "data");
	struct agent_decision d = { .id = text_of(j, data, "decision"),
		.type = text_of(j, event, "type"),
		.action = text_of(j, data, "action"),
		.handoff = text_of(j, data, "handoff"),
		.attempt = number_of(j, data, "attempt"),
		.next_attempt = number_of(j, data, "next_attempt") };

	if (d.id.p == NULL)
		d.id = text_of(j, event, "id");
	told(user, &d);
}

static uint64_t sequence_of(struct json *j, uint32_t event)
{
	struct str s = text_of(j, event, "hubsequence");
	uint64_t n = 0;

	for (size_t i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		n = n * 10 + (uint64_t)(s.p[i] - '0');
	return n;
}

/* One page; `more` says whether there are others behind *after. */
static bool tell_page(struct agent_link *a, uint64_t *after, agent_told *told, void *user,
	bool *more, struct err *e)
{
	struct buf *b = begin_request(a, "decisions");
	struct json copy = { 0 };
	struct buf text = { 0 };
	uint32_t list, i;

	out_key(b, "after");
	out_digits(b, *after);
	if (agent_ask(a, buf_view(b), ANSWER_MS, NULL, e) != ANSWER_OK)
		return false;
	/* `told` may ask in its turn, and the reply would be gone */
	buf_slice(&text, buf_view(&a->body));
	json_read(&copy, text.data, text.len, REPLY_DEPTH, NULL);
	list = json_member(&copy, 0, "decisions");
	if (json_is(&copy, list, JSON_ARRAY)) {
		for (i = list + 1; i < copy.node[list].next; i = copy.node[i].next) {
			tell(&copy, i, told, user);
			if (sequence_of(&copy, i) > *after)
				*after = sequence_of(&copy, i);
		}
	}
	*more = json_is(&copy, json_member(&copy, 0, "more"), JSON_TRUE) &&
		json_is(&copy, list, JSON_ARRAY) && copy.node[list].count > 0;
	json_fini(&copy);
	buf_fini(&text);
	return true;
}

bool agent_decisions(struct agent_link *a, uint64_t *after, agent_told *told, void *user,
	struct err *e)
{
	bool more = true;

	while (more) {
		if (!tell_page(a, after, told, user, &more, e))
			return false;
	}
	return true;
}

bool agent_deliver(struct agent_link *a, const char *decision, bool applied,
	const char *reason, struct err *e)
{
	struct buf *b = begin_request(a, "deliver");

	out_key(b, "decision");
	out_text(b, decision);
	out_key(b, "outcome");
	out_text(b, applied ? "applied" : "refused");
	if (reason != NULL) {
		out_key(b, "reason");
		out_text(b, reason);
	}
	return agent_ask(a, buf_view(b), ANSWER_MS, NULL, e) == ANSWER_OK;
}

/* Reads all that the feed has; true if some of it was for this agent. */
static bool drain_feed(struct agent_link *a)
{
	bool told = false;
	char topic[128];
	int n;

	while ((n = zmq_recv(a->feed, topic, sizeof(topic), ZMQ_DONTWAIT)) >= 0) {
		int more = 0;
		size_t size = sizeof(more);

		/* subscriptions match by prefix */
		told |= (size_t)n == strlen(a->topic) &&
			memcmp(topic, a->topic, (size_t)n) == 0;
		zmq_getsockopt(a->feed, ZMQ_RCVMORE, &more, &size);
		while (more) {
			zmq_recv(a->feed, NULL, 0, 0);
			zmq_getsockopt(a->feed, ZMQ_RCVMORE, &more, &size);
		}
	}
	return told;
}

const char *agent_refused(struct agent_link *a)
{
	return is_refused(a) ? a->refused : NULL;
}

int agent_poll(struct agent_link *a, int ms)
{
	zmq_pollitem_t item[3] = { { a->feed, 0, ZMQ_POLLIN, 0 },
		{ a->watch[0], 0, ZMQ_POLLIN, 0 }, { NULL, a->wake, ZMQ_POLLIN, 0 } };
	int from = a->feed == NULL, count = 3 - from - (a->wake < 0);
	int found = 0;

	if (a->refused != NULL)
		return AGENT_REFUSED;
	zmq_poll(item + from, count, ms);
	if (a->feed != NULL && item[0].revents & ZMQ_POLLIN && drain_feed(a))
		found |= AGENT_TOLD;
	if (item[1].revents & ZMQ_POLLIN && is_refused(a))
		found |= AGENT_REFUSED;
	if (item[2].revents & ZMQ_POLLIN)
		found |= AGENT_WOKEN;
	return found;
}
