/* SPDX-License-Identifier: MIT */
/*
 * A hub that lives, in a thread, and lines in the order in which they are sent to it:
 * a request for the control lane, its frames parted by 0x1f; behind `>` a message for the
 * events lane, behind `+` a subscription of the feed. `%R` in a line becomes the number
 * of the input, so that what one sends is not a double of what an earlier one sent. Each
 * reply is JSON, either ok or with a code; the hub answers afterwards, and counts as many
 * as it had, or more. From time to time it ends and another one begins: then it must have
 * let go of all.
 */
#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zmq.h>

#include "base/clock.h"
#include "bus/hub.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/mutate.h"

#define LIVES 3000 /* inputs that one hub hears */
#define PATIENCE_MS 15000
#define MOST_LINES 64
#define REPLY_DEPTH 80

static const char contract[] =
	"{\"contract\":\"c\",\"version\":\"1.0.0\",\"from\":[\"a\"],\"to\":[\"b\"],\"scope\":"
	"{},\"schema\":{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\"}}},"
	"\"confidence\":{\"at\":\"/confidence\",\"review_below\":0.5},"
	"\"fallback\":{\"at\":\"/fallback\",\"targets\":[\"oncall\"]}}";

static struct {
	char folder[48];
	char url[3][80]; /* events, control, feed */
	pthread_t thread;
	bool runs;
	void *context, *control, *events, *feed;
	unsigned long number; /* of the input */
	unsigned lived;       /* inputs of this hub */
	uint64_t applied;
} hub;

/* --- its life ---------------------------------------------------------------- */

static void *live(void *unused)
{
	char contracts[80];
	struct hub_options o = { .name = "main",
		.events = hub.url[0],
		.control = hub.url[1],
		.feed = hub.url[2],
		.contracts = contracts,
		.grace = SECOND,
		.clock_rate = 1000,
		.snapshot_every = 100000 };
	struct err e = { "" };

	(void)unused;
	snprintf(contracts, sizeof(contracts), "%s/contracts", hub.folder);
	if (!hub_run(&o, &e))
		complain(e.text);
	return NULL;
}

static void *client(int type, const char *url)
{
	int none = 0, most = 100000;
	void *s = zmq_socket(hub.context, type);

	zmq_setsockopt(s, ZMQ_LINGER, &none, sizeof(none));
	zmq_setsockopt(s, ZMQ_RCVHWM, &most, sizeof(most));
	if (zmq_connect(s, url) < 0)
		complain("cannot connect");
	return s;
}

static void begin(void)
{
	hub.context = zmq_ctx_new();
	if (pthread_create(&hub.thread, NULL, live, NULL) != 0)
		complain("no thread");
	hub.runs = true;
	hub.lived = 0;
	hub.applied = 0;
	hub.events = client(ZMQ_PUB, hub.url[0]);
	hub.control = client(ZMQ_DEALER, hub.url[1]);
	hub.feed = client(ZMQ_XSUB, hub.url[2]);
}

static void end(void)
{
	if (!hub.runs)
		return;
	zmq_close(hub.control);
	zmq_close(hub.events);
	zmq_close(hub.feed);
	zmq_ctx_term(hub.context);
	pthread_kill(hub.thread, SIGTERM); /* it is blocked there, and read */
	pthread_join(hub.thread, NULL);
	hub.runs = false;
}

static void remove_all(void)
{
	static const char *const names[] = { "contracts/c.json", "contracts", "run", "" };
	char path[128];

	end();
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		snprintf(path, sizeof(path), "%s/%s", hub.folder, names[i]);
		if (unlink(path) < 0)
			rmdir(path);
	}
}

static void prepare(void)
{
	static const char *const lanes[] = { "events", "control", "feed" };
	char path[128];
	FILE *f;

	snprintf(hub.folder, sizeof(hub.folder), "%s/seam-fuzz-XXXXXX",
		access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	if (mkdtemp(hub.folder) == NULL)
		complain("no folder");
	for (int i = 0; i < 3; i++)
		snprintf(hub.url[i], sizeof(hub.url[i]), "ipc://%s/run/%s", hub.folder,
			lanes[i]);
	snprintf(path, sizeof(path), "%s/contracts", hub.folder);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/contracts/c.json", hub.folder);
	f = fopen(path, "w");
	if (f == NULL || fputs(contract, f) < 0 || fclose(f) != 0)
		complain("no contract");
	if (freopen("/dev/null", "w", stdout) == NULL) /* its ready lines */
		complain("no /dev/null");
	atexit(remove_all);
}

/* --- talking ------------------------------------------------------------------- */

/* The next reply, into b; false if none comes within that time. */
static bool hear(struct buf *b, int ms)
{
	zmq_pollitem_t item = { hub.control, 0, ZMQ_POLLIN, 0 };
	int more = 1;
	size_t size = sizeof(more);

	if (zmq_poll(&item, 1, ms) <= 0)
		return false;
	for (zmq_msg_t m; more; zmq_msg_close(&m)) {
		zmq_msg_init(&m);
		if (zmq_msg_recv(&m, hub.control, 0) < 0)
			complain("a reply that cannot be taken");
		zmq_getsockopt(hub.control, ZMQ_RCVMORE, &more, &size);
		buf_reset(b); /* in front is what the request had in front */
		buf_add(b, zmq_msg_data(&m), zmq_msg_size(&m));
	}
	return true;
}

static bool is_rid(const struct json *j, const char *rid)
{
	uint32_t n = json_member(j, 0, "rid");

	return json_is(j, n, JSON_STRING) &&
		str_is(json_raw(j, n), rid); /* with its quotes */
}

/* Whether it is the answer to `rid`; its numbers go to *applied. */
static bool check_reply(const struct buf *b, const char *rid, uint64_t *applied)
{
	struct json j = { 0 };
	uint32_t ok;
	int64_t n;
	bool mine;

	if (!json_read(&j, b->data, b->len, REPLY_DEPTH, NULL))
		complain("a reply that is no JSON");
	ok = json_member(&j, 0, "ok");
	if (!json_is(&j, ok, JSON_TRUE) &&
		!(json_is(&j, ok, JSON_FALSE) &&
			json_is(&j, json_pointer(&j, 0, STR("/error/code")),
				JSON_STRING)))
		complain("a reply that is neither ok nor an error");
	mine = is_rid(&j, rid);
	if (mine && json_int(&j, json_member(&j, 0, "applied"), &n))
		*applied = (uint64_t)n;
	json_fini(&j);
	return mine;
}

static void ask_counters(void)
{
	char request[96], rid[48];
	uint64_t applied = 0;
	struct buf b = { 0 };

	snprintf(rid, sizeof(rid), "\"fuzz.%lu\"", hub.number);
	snprintf(request, sizeof(request), "{\"op\":\"counters\",\"rid\":%s}", rid);
	zmq_send(hub.control, request, strlen(request), 0);
	do {
		if (!hear(&b, PATIENCE_MS))
			complain("the hub does not answer");
	} while (!check_reply(&b, rid, &applied));
	if (applied < hub.applied)
		complain("it counts less than before");
	hub.applied = applied;
	buf_fini(&b);
}

static void drop_feed(void)
{
	zmq_msg_t m;

	zmq_msg_init(&m);
	while (zmq_msg_recv(&m, hub.feed, ZMQ_DONTWAIT) >= 0)
		;
	zmq_msg_close(&m);
}

static void write_line(struct buf *out, struct str line)
{
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == '%' && i + 1 < line.n && line.p[i + 1] == 'R') {
			buf_fmt(out, "%lu", hub.number);
			i++;
		} else {
			buf_char(out, line.p[i]);
		}
	}
}

static void send_frames(struct str frames)
{
	do {
		const char *at = frames.n == 0 ? NULL : memchr(frames.p, 0x1f, frames.n);
		size_t n = at == NULL ? frames.n : (size_t)(at - frames.p);

		zmq_send(hub.control, frames.p, n, at == NULL ? 0 : ZMQ_SNDMORE);
		if (at == NULL)
			return;
		frames = str_skip(frames, n + 1);
	} while (true);
}

static void send_line(struct str line)
{
	struct buf b = { 0 };

	write_line(&b, line);
	if (b.len > 0 && b.data[0] == '>')
		zmq_send(hub.events, b.data + 1, b.len - 1, ZMQ_DONTWAIT);
	else if (b.len > 0 && b.data[0] == '+')
		zmq_send(hub.feed, b.data, b.len, ZMQ_DONTWAIT);
	else if (b.len > 0)
		send_frames(buf_view(&b));
	buf_fini(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };

	if (hub.folder[0] == '\0')
		prepare();
	if (hub.runs && hub.lived >= LIVES)
		end();
	if (!hub.runs)
		begin();
	hub.number++;
	hub.lived++;
	for (int i = 0; i < MOST_LINES && rest.n > 0; i++) {
		struct str line = line_of(&rest);

		send_line(line);
		line_free(line);
	}
	ask_counters();
	drop_feed();
	return 0;
}
