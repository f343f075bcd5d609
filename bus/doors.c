/* SPDX-License-Identifier: MIT */
#include "bus/doors.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>
#include <zmq.h>

#include "base/allowance.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/mem.h"
#include "bus/zmtp.h"

#define SEEN_BY_OTHERS __attribute__((visibility("default")))

#define STREETS 4096     /* two addresses share one, and its bounds, by chance */
#define SPARE_FILES 128  /* for ourselves */
#define FORGIVEN_RATE 10 /* small frames a second that nobody is told of: beats */
#define MOST_FILES 65536 /* beyond that nobody is let in */

enum { NOTHING, LISTENS, SPEAKS };

struct lane {
	size_t most, queued;
	bool topics;
};

/* A descriptor. Only `state`, `frames` and `bytes` are looked at by other threads. */
struct door {
	atomic_int state;
	int lane;
	bool ended;
	atomic_uint frames; /* that came and nobody has taken */
	atomic_size_t bytes;
	atomic_uint topics, serial;
	uint32_t street;
	int64_t forgave; /* clock_mono() */
	struct zmtp zmtp;
	char address[64];
};

/* Where they come from. */
struct street {
	uint32_t open;
	struct allowance rate;
};

static struct {
	struct door *door;
	size_t files;
	uint32_t most, most_each;
	struct lane lane[4];
	int binding; /* lane + 1 */
	struct street street[STREETS];
	struct allowance rate;
	atomic_uint open;
	atomic_size_t held;
	atomic_ullong came, count[TOLLS];
	pthread_mutex_t lock; /* of the news */
	struct doors_news news[TOLLS];
} doors = { .lock = PTHREAD_MUTEX_INITIALIZER };

const char *toll_name(enum toll t)
{
	static const char *const names[TOLLS] = { "connections", "rate", "foreign",
		"handshake", "unfinished", "frame", "frames", "bytes", "memory",
		"subscriptions" };

	return names[t];
}

static struct door *door_at(int fd, int state)
{
	struct door *d;

	if (doors.door == NULL || fd < 0 || (size_t)fd >= doors.files)
		return NULL;
	d = &doors.door[fd];
	return atomic_load_explicit(&d->state, memory_order_acquire) == state ? d : NULL;
}

/* --- what is told ---------------------------------------------------------- */

static void tell(enum toll t, int lane, const char *address)
{
	struct doors_news *n = &doors.news[t];

	pthread_mutex_lock(&doors.lock);
	atomic_fetch_add(&doors.count[t], 1);
	n->count++;
	n->lane = lane;
	snprintf(n->address, sizeof(n->address), "%s", address);
	pthread_mutex_unlock(&doors.lock);
}

bool doors_take_news(enum toll t, struct doors_news *out)
{
	pthread_mutex_lock(&doors.lock);
	*out = doors.news[t];
	doors.news[t].count = 0;
	pthread_mutex_unlock(&doors.lock);
	return out->count > 0;
}

uint64_t doors_count(enum toll t)
{
	return atomic_load(&doors.count[t]);
}

uint32_t doors_now(void)
{
	return atomic_load(&doors.open);
}

size_t doors_held(void)
{
	return atomic_load(&doors.held);
}

uint64_t doors_came(void)
{
	return atomic_load(&doors.came);
}

/* --- coming in ------------------------------------------------------------- */

/* Of IPv6 the network alone: who has one has all of its addresses. */
static struct str origin_of(int fd, char text[64], unsigned char raw[16])
{
	struct sockaddr_storage a = { 0 };
	socklen_t n = sizeof(a), size = sizeof(struct ucred);
	struct ucred who = { .uid = (uid_t)-1 };

	getpeername(fd, (struct sockaddr *)&a, &n);
	if (a.ss_family == AF_INET) {
		struct sockaddr_in *v4 = (struct sockaddr_in *)&a;

		memcpy(raw, &v4->sin_addr, 4);
		inet_ntop(AF_INET, &v4->sin_addr, text, 64);
		return (struct str){ (char *)raw, 4 };
	}
	if (a.ss_family == AF_INET6) {
		struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)&a;
		bool mapped = IN6_IS_ADDR_V4MAPPED(&v6->sin6_addr);

		memcpy(raw, v6->sin6_addr.s6_addr + (mapped ? 12 : 0), mapped ? 4 : 8);
		inet_ntop(AF_INET6, &v6->sin6_addr, text, 64);
		return (struct str){ (char *)raw, mapped ? 4 : 8 };
	}
	getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &size);
	memcpy(raw, &who.uid, sizeof(who.uid));
	snprintf(text, 64, "uid %lu", (unsigned long)who.uid);
	return (struct str){ (char *)raw, sizeof(who.uid) };
}

static bool may_come(struct street *s, enum toll *why)
{
	int64_t now = clock_mono();

	*why = TOLL_CONNECTIONS;
	if (atomic_load(&doors.open) >= doors.most || s->open >= doors.most_each)
		return false;
	*why = TOLL_RATE;
	return allowance_take(&s->rate, now, DOORS_RATE, DOORS_BURST, 1) &&
		allowance_take(&doors.rate, now, DOORS_ALL_RATE, DOORS_ALL_BURST, 1);
}

static bool let_in(int fd, int lane)
{
	unsigned char raw[16];
	struct door *d;
	char address[64] = "";
	uint32_t street = (uint32_t)(hash64(origin_of(fd, address, raw)) % STREETS);
	enum toll why = TOLL_CONNECTIONS;

	if ((size_t)fd >= doors.files || !may_come(&doors.street[street], &why)) {
		tell(why, lane, address);
		return false;
	}
	d = &doors.door[fd];
	d->lane = lane;
	d->ended = false;
	atomic_store(&d->frames, 0);
	atomic_store(&d->bytes, 0);
	atomic_store(&d->topics, 0);
	d->street = street;
	d->forgave = clock_mono();
	d->zmtp = (struct zmtp){ .most = doors.lane[lane].most };
	memcpy(d->address, address, sizeof(address));
	doors.street[street].open++;
	atomic_fetch_add(&doors.open, 1);
	atomic_store(&d->serial, (unsigned)atomic_fetch_add(&doors.came, 1) + 1);
	atomic_store_explicit(&d->state, SPEAKS, memory_order_release);
	return true;
}

static void leave(struct door *d)
{
	if (!d->ended && !zmtp_is_open(&d->zmtp))
		tell(TOLL_UNFINISHED, d->lane, d->address);
	atomic_store(&d->state, NOTHING);
	atomic_fetch_sub(&doors.held, atomic_exchange(&d->bytes, 0));
	doors.street[d->street].open--;
	atomic_fetch_sub(&doors.open, 1);
}

/* --- what is said ---------------------------------------------------------- */

/* libzmq takes beats without a word, so a few small frames are forgotten in time. */
static void forgive(struct door *d)
{
	int64_t now = clock_mono(), seconds = (now - d->forgave) / SECOND;
	unsigned have = atomic_load(&d->frames), less;
	uint32_t n;

	if (seconds <= 0)
		return;
	d->forgave += seconds * SECOND;
	n = seconds < DOORS_FRAMES ? (uint32_t)seconds * FORGIVEN_RATE : DOORS_FRAMES;
	do
		less = have < n ? 0 : have - n;
	while (!atomic_compare_exchange_weak(&d->frames, &have, less));
}

static bool is_within(struct door *d, enum toll *why)
{
	const struct lane *l = &doors.lane[d->lane];
	size_t bytes = atomic_load(&d->bytes);

	if (atomic_load(&d->frames) > DOORS_FRAMES)
		forgive(d);
	*why = TOLL_FRAMES;
	if (atomic_load(&d->frames) > DOORS_FRAMES)
		return false;
	*why = TOLL_TOPICS;
	if (atomic_load(&d->topics) > DOORS_TOPICS)
		return false;
	*why = TOLL_BYTES;
	if (bytes > (l->queued + DOORS_MESSAGES) * l->most)
		return false;
	*why = TOLL_MEMORY;
	return bytes <= DOORS_FAIR || atomic_load(&doors.held) <= DOORS_HELD;
}

/*
 * A subscription is kept for as long as its connection, so it is counted for as long;
 * small ones may be beats, and are counted when they come up: doors_subscribed().
 */
static void count(struct door *d, const struct zmtp_sum *s)
{
	if (doors.lane[d->lane].topics) {
		atomic_fetch_add(&d->topics, s->large + s->long_commands);
		atomic_fetch_add(&d->frames, s->small + s->commands - s->long_commands);
		return;
	}
	atomic_fetch_add(&d->frames, s->small + s->large);
	atomic_fetch_add(&d->bytes, s->bytes);
	atomic_fetch_add(&doors.held, s->bytes);
}

static _Thread_local struct door *heard;

void doors_end_heard(void)
{
	if (heard == NULL || heard->ended)
		return;
	heard->ended = true;
	tell(TOLL_HANDSHAKE, heard->lane, heard->address);
}

int doors_heard_lane(void)
{
	return heard != NULL ? heard->lane : -1;
}

static bool hear(struct door *d, const unsigned char *p, size_t n)
{
	static const enum toll tolls[] = { [ZMTP_FOREIGN] = TOLL_FOREIGN,
		[ZMTP_HANDSHAKE] = TOLL_HANDSHAKE,
		[ZMTP_LARGE] = TOLL_FRAME };
	struct zmtp_sum sum = { 0 };
	enum zmtp_fault fault = zmtp_take(&d->zmtp, p, n, &sum);
	enum toll why = TOLL_FRAMES;

	if (fault == ZMTP_GOOD) {
		count(d, &sum);
		if (is_within(d, &why))
			return true;
		if (why == TOLL_FRAMES && doors.lane[d->lane].topics)
			why = TOLL_TOPICS;
	} else {
		why = tolls[fault];
	}
	d->ended = true;
	tell(why, d->lane, d->address);
	return false;
}

void doors_took(void *msg)
{
	struct door *d = door_at(zmq_msg_get(msg, ZMQ_SRCFD), SPEAKS);
	size_t n = zmq_msg_size(msg), bytes, gone;
	unsigned frames;

	if (d == NULL)
		return;
	/* it may have gone, and another have its number: then there is less */
	frames = atomic_load(&d->frames);
	while (frames > 0 &&
		!atomic_compare_exchange_weak(&d->frames, &frames, frames - 1))
		;
	if (d->zmtp.curve && n + ZMTP_CURVE <= ZMTP_SMALL)
		return;
	bytes = atomic_load(&d->bytes);
	do
		gone = bytes < n ? bytes : n;
	while (!atomic_compare_exchange_weak(&d->bytes, &bytes, bytes - gone));
	atomic_fetch_sub(&doors.held, gone);
}

void doors_subscribed(void *msg)
{
	struct door *d = door_at(zmq_msg_get(msg, ZMQ_SRCFD), SPEAKS);

	if (d != NULL &&
		zmq_msg_size(msg) + (d->zmtp.curve ? ZMTP_CURVE : 0) <= ZMTP_SMALL)
		atomic_fetch_add(&d->topics, 1);
}

/* --- hanging up ------------------------------------------------------------- */

/* libzmq has the descriptor, sees the end and clears up. */
void doors_hang_up(int fd)
{
	if (door_at(fd, SPEAKS) != NULL)
		shutdown(fd, SHUT_RDWR);
}

uint32_t doors_serial(int fd)
{
	struct door *d = door_at(fd, SPEAKS);

	return d != NULL ? atomic_load(&d->serial) : 0;
}

/* --- beginning and end ----------------------------------------------------- */

void doors_open(size_t files)
{
	doors.files = files < MOST_FILES ? files : MOST_FILES;
	doors.most = (uint32_t)(doors.files < 2 * (size_t)SPARE_FILES
			? doors.files / 2
			: doors.files - SPARE_FILES);
	doors.most_each = doors.most * 3 / 4;
	if (doors.most_each > DOORS_EACH)
		doors.most_each = DOORS_EACH;
	doors.door = xcalloc(doors.files, sizeof(*doors.door));
}

void doors_close(void)
{
	free(doors.door);
	doors.door = NULL;
}

void doors_bind(int lane, size_t most, size_t queued, bool topics)
{
	doors.lane[lane] = (struct lane){ most, queued, topics };
	doors.binding = lane + 1;
}

void doors_bound(void)
{
	doors.binding = 0;
}

/* --- in place of the C library's ------------------------------------------- */

static int give(int fd)
{
	return (int)syscall(SYS_close, fd);
}

SEEN_BY_OTHERS int listen(int fd, int backlog)
{
	int rc = (int)syscall(SYS_listen, fd, backlog);

	if (rc == 0 && doors.binding > 0 && doors.door != NULL &&
		(size_t)fd < doors.files) {
		doors.door[fd].lane = doors.binding - 1;
		atomic_store(&doors.door[fd].state, LISTENS);
	}
	return rc;
}

/* Reset, so that what was turned away leaves nothing behind. */
static void turn_away(int fd)
{
	struct linger none = { .l_onoff = 1 };

	setsockopt(fd, SOL_SOCKET, SO_LINGER, &none, sizeof(none));
	give(fd);
	errno = ECONNABORTED;
}

SEEN_BY_OTHERS int accept4(int fd, __SOCKADDR_ARG address, socklen_t *n, int flags)
{
	int peer = (int)syscall(SYS_accept4, fd, address.__sockaddr__, n, flags);
	struct door *l = door_at(fd, LISTENS);

	if (peer < 0 || l == NULL || let_in(peer, l->lane))
		return peer;
	turn_away(peer);
	return -1;
}

SEEN_BY_OTHERS ssize_t recv(int fd, void *to, size_t room, int flags)
{
	struct door *d = door_at(fd, SPEAKS);
	ssize_t n = -1;

	heard = d;
	if (d == NULL || !d->ended)
		n = syscall(SYS_recvfrom, fd, to, room, flags, NULL, NULL);
	if (d == NULL || (n <= 0 && !d->ended) || (n > 0 && hear(d, to, (size_t)n)))
		return n;
	errno = ECONNRESET;
	return -1;
}

SEEN_BY_OTHERS int close(int fd)
{
	struct door *d = door_at(fd, SPEAKS);

	if (d != NULL)
		leave(d);
	else if ((d = door_at(fd, LISTENS)) != NULL)
		atomic_store(&d->state, NOTHING);
	return give(fd);
}
