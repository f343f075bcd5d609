/* SPDX-License-Identifier: MIT */
/* The hub's three sockets: which options they have and where they may be bound. */
#include <errno.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "bus/hub_own.h"
#include "bus/ipc_place.h"
#include "bus/poll_guard.h"

#define LINGER_MS 1000
#define DEAD_MS 10000     /* a peer that does not take what is sent to it */
#define HANDSHAKE_MS 5000 /* who has not said by then who it is */

/*
 * Of what comes in: the bytes of a frame, and the messages of one peer that are taken in
 * and not looked at. Together they are what a peer can make the hub hold.
 */
#define CONTROL_RECEIVED 32
#define EVENTS_RECEIVED 32 /* 16 would cost a tenth of the throughput */
#define EVENTS_FRAME                                                                     \
	(2 * EVENT_BYTES) /* one that is somewhat too large leaves a record */
#define BACKLOG 1024      /* who knocks; beyond it TCP tries again after a second */
#define LEAST_FILES 64
#define MANY_FILES 65536
#define FEED_FRAME ((size_t)256) /* a subscription: our topics are shorter */
#define HANDSHAKE 1024           /* CURVE's own frames, and what it adds to each */

bool endpoint_is_local(const char *endpoint)
{
	static const char *const local[] = { "ipc://", "inproc://",
		"tcp://localhost:", "tcp://[::1]:" };
	const char *digits = "tcp://127.";

	/* an abstract one has no folder that keeps other users out */
	if (str_starts(str_of(endpoint), "ipc://@"))
		return false;
	for (size_t i = 0; i < sizeof(local) / sizeof(*local); i++) {
		if (str_starts(str_of(endpoint), local[i]))
			return true;
	}
	/* 127.example.com is a name of the network's */
	return str_starts(str_of(endpoint), digits) &&
		endpoint[6 + strspn(endpoint + 6, "0123456789.")] == ':' &&
		strchr(endpoint, ';') == NULL;
}

static void set_int(void *s, int option, int value)
{
	zmq_setsockopt(s, option, &value, sizeof(value));
}

/*
 * Not by libzmq's own heartbeats: while its queue for a peer's messages is full it takes
 * in no answer to them either, and cuts off whoever only waited for us; and when such a
 * peer goes by itself, the next heartbeat ends the program (libzmq 4.3.4, an assertion
 * of stream_engine_base.cpp).
 */
static void find_out_the_dead(void *s)
{
	set_int(s, ZMQ_TCP_KEEPALIVE, 1);
	set_int(s, ZMQ_TCP_KEEPALIVE_IDLE, 5);
	set_int(s, ZMQ_TCP_KEEPALIVE_INTVL, 2);
	set_int(s, ZMQ_TCP_KEEPALIVE_CNT, 3);
	set_int(s, ZMQ_TCP_MAXRT, DEAD_MS); /* of what it does not take */
}

static size_t most_of_frame(int type)
{
	return type == ZMQ_SUB     ? EVENTS_FRAME
		: type == ZMQ_XPUB ? FEED_FRAME
				   : REQUEST_BYTES;
}

static int most_queued(int type)
{
	return type == ZMQ_SUB ? EVENTS_RECEIVED : CONTROL_RECEIVED;
}

/* docs/HACKING.md says why each: bounded queues, frozen peers, bounded frames. */
static void *open_socket(struct hub *h, enum lane lane, int type)
{
	void *s = zmq_socket(h->context, type);
	int64_t most = (int64_t)most_of_frame(type) + (h->guarded[lane] ? HANDSHAKE : 0);

	poll_guard();
	set_int(s, ZMQ_LINGER, LINGER_MS);
	find_out_the_dead(s);
	/* a peer that does not read its replies may hold so many of them, no more */
	set_int(s, ZMQ_SNDHWM, type == ZMQ_ROUTER ? 1000 : 10000);
	set_int(s, ZMQ_RCVHWM, most_queued(type));
	set_int(s, ZMQ_BACKLOG, BACKLOG);
	set_int(s, ZMQ_HANDSHAKE_IVL, HANDSHAKE_MS);
	zmq_setsockopt(s, ZMQ_MAXMSGSIZE, &most, sizeof(most));
	if (h->guarded[lane])
		gate_guard(h->gate, s);
	return s;
}

/* libzmq would take over the path of a hub that lives: ask it first. */
static bool ipc_is_taken(const char *endpoint)
{
	struct sockaddr_un a = { .sun_family = AF_UNIX };
	bool taken;
	int fd;

	if (!ipc_is_path(endpoint) || strlen(endpoint + 6) >= sizeof(a.sun_path))
		return false;
	strcpy(a.sun_path, endpoint + 6);
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	taken = fd >= 0 && connect(fd, (struct sockaddr *)&a, sizeof(a)) == 0;
	if (fd >= 0)
		close(fd);
	return taken;
}

/* Who connects there is counted: bus/doors.h. */
static int bind_doors(struct hub *h, void *s, enum lane lane, const char *endpoint)
{
	int type, rc;
	size_t n = sizeof(type);

	zmq_getsockopt(s, ZMQ_TYPE, &type, &n);
	doors_bind((int)lane, most_of_frame(type) + (h->guarded[lane] ? HANDSHAKE : 0),
		(size_t)most_queued(type), type == ZMQ_XPUB);
	rc = zmq_bind(s, endpoint);
	doors_bound();
	return rc;
}

static bool bind_socket(struct hub *h, void *s, enum lane lane, const char *endpoint,
	char *url, size_t room, struct err *e)
{
	static const char *const names[LANES] = { "events", "control", "feed" };
	const char *what = names[lane];
	size_t n = room;

	/* only where asked for: it would turn up in the address that is said */
	set_int(s, ZMQ_IPV6, strchr(endpoint, '[') != NULL);
	if (ipc_is_taken(endpoint) || bind_doors(h, s, lane, endpoint) < 0) {
		if (ipc_is_taken(endpoint) || zmq_errno() == EADDRINUSE)
			return err_set(e,
				"cannot bind %s at %s: the address is in use, perhaps by "
				"another hub (`seam ping` asks it); stop that or name "
				"another --%s",
				what, endpoint, what);
		return err_set(e, "cannot bind %s at %s: %s", what, endpoint,
			zmq_strerror(zmq_errno()));
	}
	zmq_getsockopt(s, ZMQ_LAST_ENDPOINT, url, &n);
	if (h->guarded[lane])
		ipc_open_to_all(endpoint);
	return true;
}

/* Only for who asks how many there are. */
static void watch(struct hub *h, enum lane lane, void *socket)
{
	static const char *const names[] = { "events", "control", "feed" };

	if (h->o.metrics != NULL)
		h->peers[lane] = peers_watch(h->context, socket, names[lane]);
}

static bool open_events(struct hub *h, struct err *e)
{
	void *sub = open_socket(h, LANE_EVENTS, ZMQ_SUB);

	watch(h, LANE_EVENTS, sub);
	zmq_setsockopt(sub, ZMQ_SUBSCRIBE, "", 0);
	if (!bind_socket(h, sub, LANE_EVENTS, h->o.events, h->events_url,
		    sizeof(h->events_url), e)) {
		zmq_close(sub);
		return false;
	}
	for (const char **c = h->o.connect; c != NULL && *c != NULL; c++) {
		if (zmq_connect(sub, *c) < 0) {
			zmq_close(sub);
			return err_set(e, "cannot connect to %s: %s", *c,
				zmq_strerror(zmq_errno()));
		}
	}
	h->ear = ear_start(h->context, sub, h->guarded[LANE_EVENTS]);
	return true;
}

static bool open_metrics(struct hub *h, struct err *e)
{
	if (h->o.metrics == NULL)
		return true;
	h->http = http_open(h->o.metrics, h->o.insecure, hub_answer_http, h, e);
	return h->http != NULL;
}

/*
 * Each peer is a file, and libzmq ends the program where it gets none for its own ends.
 * What a shell sets low is raised as far as it may be.
 */
static bool raise_files(struct err *e)
{
	struct rlimit l;

	if (getrlimit(RLIMIT_NOFILE, &l) < 0)
		return true;
	if (l.rlim_cur < MANY_FILES) {
		l.rlim_cur = l.rlim_max < MANY_FILES ? l.rlim_max : MANY_FILES;
		setrlimit(RLIMIT_NOFILE, &l);
	}
	if (l.rlim_cur >= LEAST_FILES) {
		doors_open(l.rlim_cur);
		return true;
	}
	return err_set(e,
		"only %llu files may be open at once (ulimit -n), and a hub needs "
		"%d",
		(unsigned long long)l.rlim_cur, LEAST_FILES);
}

/* Folders of ipc, before anything is bound in them. */
static bool have_places(const struct hub *h, struct err *e)
{
	const char *bound[LANES] = { h->o.events, h->o.control, h->o.feed };

	for (int lane = 0; lane < LANES; lane++) {
		if (!ipc_place(bound[lane], !h->guarded[lane] && !h->o.insecure, e))
			return false;
	}
	return true;
}

bool hub_open_sockets(struct hub *h, struct err *e)
{
	int one = 1;

	if (!raise_files(e) || !hub_open_gate(h, e) || !have_places(h, e))
		return false;
	h->control = open_socket(h, LANE_CONTROL, ZMQ_ROUTER);
	h->feed = open_socket(h, LANE_FEED, ZMQ_XPUB);
	/* then a subscription counts only once we say so: hub_drain_feed() */
	if (h->guarded[LANE_FEED])
		zmq_setsockopt(h->feed, ZMQ_XPUB_MANUAL, &one, sizeof(one));
	watch(h, LANE_CONTROL, h->control);
	watch(h, LANE_FEED, h->feed);
	return bind_socket(h, h->control, LANE_CONTROL, h->o.control, h->control_url,
		       sizeof(h->control_url), e) &&
		bind_socket(h, h->feed, LANE_FEED, h->o.feed, h->feed_url,
			sizeof(h->feed_url), e) &&
		open_events(h, e) && open_metrics(h, e);
}
