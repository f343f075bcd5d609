/* SPDX-License-Identifier: MIT */
#include "bus/gate.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <zmq.h>

#include "base/clock.h"
#include "base/mem.h"
#include "bus/doors.h"
#include "bus/name_guard.h"

#define ZAP "inproc://zeromq.zap.01"
#define DOMAIN "seam"
#define ENFORCE_DOMAIN 93 /* ZMQ_ZAP_ENFORCE_DOMAIN, which only the draft API names */
#define TURN 64           /* handshakes that are answered before others have their turn */
#define FRAMES 8
#define FRAME 256
/* How long a list that is written in place stands still before lines are missed. */
#define STILL (SECOND / 5)

struct place {
	struct key key;
	bool live;
};

/* Who spoke at a descriptor, as far as is known. */
struct owner {
	uint32_t who;    /* a place, +1; 0: nobody */
	uint32_t serial; /* of the connection that had it then: bus/doors.h */
	bool several;    /* one of them has gone, and which is not certain */
};

struct gate {
	void *zap;
	char *list;
	struct keyfile own;
	struct place *place;
	size_t count, cap, live;
	struct owner *owner; /* by file */
	size_t owners;
	struct stat seen; /* of the list, as it was read */
	struct stat met;  /* as it was met since, and when */
	int64_t met_at;
	int64_t looked; /* by the wall clock */
	struct gate_refused refused;
};

static char *path_in(const char *folder, const char *name)
{
	struct buf b = { 0 };

	buf_fmt(&b, "%s/%s", folder, name);
	return buf_steal(&b);
}

/* --- connections ----------------------------------------------------------- */

/*
 * What a peer sent may be read after it has gone and another has its descriptor: of two
 * that are told of one connection either may be the one that is there.
 */
static void own(struct gate *g, int fd, uint32_t who)
{
	uint32_t serial = doors_serial(fd);
	struct owner *o;

	if (fd < 0 || fd > 1 << 20)
		return;
	if ((size_t)fd >= g->owners) {
		size_t n = g->owners;

		xgrow(&g->owner, &g->owners, (size_t)fd + 1, sizeof(*g->owner));
		memset(g->owner + n, 0, (g->owners - n) * sizeof(*g->owner));
	}
	o = &g->owner[fd];
	if (o->serial != serial)
		*o = (struct owner){ .serial = serial };
	o->several |= o->who != 0 && o->who != who + 1;
	o->who = who + 1;
}

/*
 * libzmq has the files, sees the end and clears up. A number may have been given to
 * another since, who stays untouched.
 */
static void hang_up(struct gate *g, uint32_t who)
{
	for (size_t fd = 0; fd < g->owners; fd++) {
		struct owner *o = &g->owner[fd];

		if (o->who != who + 1 && !o->several)
			continue;
		if (o->serial == doors_serial((int)fd))
			shutdown((int)fd, SHUT_RDWR);
		*o = (struct owner){ 0 };
	}
}

/* --- the list -------------------------------------------------------------- */

static bool has_ended(const struct key *k, int64_t now)
{
	return k->until != 0 && k->until <= now;
}

static void end_place(struct gate *g, uint32_t i)
{
	g->place[i].live = false;
	g->live--;
	hang_up(g, i);
}

static bool same_party(const struct key *a, const struct key *b)
{
	return a->role == b->role && strcmp(a->name, b->name) == 0 &&
		memcmp(a->bytes, b->bytes, KEY_BYTES) == 0;
}

static struct place *place_of(struct gate *g, const struct key *k)
{
	for (size_t i = 0; i < g->count; i++) {
		if (g->place[i].live && same_party(&g->place[i].key, k))
			return &g->place[i];
	}
	return NULL;
}

/* Who is not in the new list, or no more, goes. */
static void end_missing(struct gate *g, const struct keyring *r)
{
	int64_t now = clock_wall();

	for (uint32_t i = 0; i < g->count; i++) {
		const struct key *k = &g->place[i].key;
		const struct key *new = keyring_find(r, k->bytes);

		if (g->place[i].live &&
			(new == NULL || !same_party(new, k) || has_ended(new, now)))
			end_place(g, i);
	}
}

/* Who is in it and was not, comes. */
static void take_list(struct gate *g, const struct keyring *r)
{
	int64_t now = clock_wall();

	for (size_t i = 0; i < r->count; i++) {
		struct place *p = place_of(g, &r->key[i]);

		if (p == NULL && !has_ended(&r->key[i], now)) {
			xgrow(&g->place, &g->cap, g->count + 1, sizeof(*g->place));
			p = &g->place[g->count++];
			p->live = true;
			g->live++;
		}
		if (p != NULL)
			p->key = r->key[i];
	}
}

static bool is_as_read(const struct stat *a, const struct stat *b)
{
	return a->st_ino == b->st_ino && a->st_size == b->st_size &&
		a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
		a->st_mtim.tv_nsec == b->st_mtim.tv_nsec && a->st_mode == b->st_mode;
}

/*
 * `seam keys` puts a new file in the place of the old one. An editor may empty the old
 * one and write it again, and what lies between is no list.
 */
static bool stands_still(struct gate *g, const struct stat *s)
{
	int64_t now = clock_mono();

	if (s->st_ino != g->seen.st_ino)
		return true;
	if (!is_as_read(s, &g->met)) {
		g->met = *s;
		g->met_at = now;
	}
	return now - g->met_at >= STILL;
}

/* Who came into the list comes in at once; who is missed goes when it stands still. */
static bool read_list(struct gate *g, bool *changed, struct err *e)
{
	struct keyring r = { 0 };
	struct stat s, then;
	size_t live = g->live;
	bool still, ok;

	/* before it is read: what is written meanwhile is met by the next look */
	if (stat(g->list, &s) < 0) {
		/* what was moved away may come back as it was */
		memset(&g->seen, 0, sizeof(g->seen));
		return err_set(e, "%s: %s", g->list, strerror(errno));
	}
	still = stands_still(g, &s);
	ok = keyring_read(&r, g->list, e);
	still = still && (stat(g->list, &then) < 0 || is_as_read(&s, &then));
	if (still)
		g->seen = s;
	if (!ok)
		return !still;
	if (still)
		end_missing(g, &r);
	take_list(g, &r);
	*changed = still || g->live != live;
	keyring_fini(&r);
	return true;
}

bool gate_look(struct gate *g, bool *changed, struct err *e)
{
	int64_t now = clock_wall();
	struct stat s;

	*changed = false;
	if (now < g->looked) /* whose time seemed to be up may have some left */
		g->seen = (struct stat){ 0 };
	g->looked = now;
	for (uint32_t i = 0; i < g->count; i++) {
		if (g->place[i].live && has_ended(&g->place[i].key, now)) {
			end_place(g, i);
			*changed = true;
		}
	}
	if (stat(g->list, &s) == 0 && is_as_read(&s, &g->seen))
		return true;
	return read_list(g, changed, e);
}

/* --- who comes in ---------------------------------------------------------- */

struct frame {
	char bytes[FRAME];
	size_t n;
};

static size_t receive(void *s, struct frame *f)
{
	size_t count = 0, size = sizeof(int);
	int more = 1;

	while (more) {
		struct frame spare, *to = count < FRAMES ? &f[count] : &spare;
		int n = zmq_recv(s, to->bytes, FRAME, ZMQ_DONTWAIT);

		if (n < 0)
			return 0;
		to->n = n < FRAME ? (size_t)n : FRAME;
		count++;
		zmq_getsockopt(s, ZMQ_RCVMORE, &more, &size);
	}
	return count;
}

static void answer(struct gate *g, const struct frame *id, bool ok, uint32_t who)
{
	char name[16] = "";

	if (ok)
		snprintf(name, sizeof(name), "%08x", who);
	zmq_send(g->zap, "1.0", 3, ZMQ_SNDMORE);
	zmq_send(g->zap, id->bytes, id->n, ZMQ_SNDMORE);
	zmq_send(g->zap, ok ? "200" : "400", 3, ZMQ_SNDMORE);
	zmq_send(g->zap, ok ? "OK" : "", ok ? 2 : 0, ZMQ_SNDMORE);
	zmq_send(g->zap, name, strlen(name), ZMQ_SNDMORE);
	zmq_send(g->zap, "", 0, 0);
}

static void refuse(struct gate *g, const struct frame *f, size_t n, const char *why)
{
	struct gate_refused *r = &g->refused;

	r->count++;
	snprintf(r->why, sizeof(r->why), "%s", why);
	snprintf(r->address, sizeof(r->address), "%.*s", n > 3 ? (int)f[3].n : 0,
		n > 3 ? f[3].bytes : "");
	r->key[0] = r->name[0] = '\0';
	if (n > 6 && f[6].n == KEY_BYTES)
		key_encode((const unsigned char *)f[6].bytes, r->key);
	answer(g, &f[1], false, 0);
}

/* The newest place of a key: that which is live, if one is. */
static bool find(const struct gate *g, const char *bytes, uint32_t *who)
{
	bool found = false;

	for (uint32_t i = 0; i < g->count; i++) {
		if (memcmp(g->place[i].key.bytes, bytes, KEY_BYTES) != 0)
			continue;
		*who = i;
		found = true;
		if (g->place[i].live)
			break;
	}
	return found;
}

/* Who was added a moment ago is not refused for it. */
static bool look_again(struct gate *g)
{
	bool changed;

	return gate_look(g, &changed, NULL) && changed;
}

static bool is_known(struct gate *g, const char *bytes, uint32_t *who)
{
	bool found = find(g, bytes, who);

	if ((!found || !g->place[*who].live) && look_again(g))
		found = find(g, bytes, who);
	return found;
}

static void judge(struct gate *g, const struct frame *f, size_t n)
{
	uint32_t who = 0;

	if (n != 7 || f[5].n != 5 || memcmp(f[5].bytes, "CURVE", 5) != 0 ||
		f[6].n != KEY_BYTES) {
		refuse(g, f, n, "mechanism");
	} else if (!is_known(g, f[6].bytes, &who)) {
		refuse(g, f, n, "unknown_key");
	} else if (!g->place[who].live || has_ended(&g->place[who].key, clock_wall())) {
		refuse(g, f, n, "revoked");
		snprintf(g->refused.name, sizeof(g->refused.name), "%s",
			g->place[who].key.name);
	} else if (g->place[who].key.role == ROLE_HUB) {
		refuse(g, f, n, "hub_key");
	} else {
		answer(g, &f[1], true, who);
	}
}

void *gate_socket(const struct gate *g)
{
	return g->zap;
}

void gate_turn(struct gate *g)
{
	struct frame f[FRAMES];
	size_t n;

	for (int i = 0; i < TURN && (n = receive(g->zap, f)) > 0; i++) {
		if (n < 2) /* REP answers what it has got */
			answer(g, &f[0], false, 0);
		else
			judge(g, f, n);
	}
}

/* --- identity -------------------------------------------------------------- */

struct caller gate_caller(void *msg)
{
	const char *name = zmq_msg_gets(msg, "User-Id");
	struct caller c = { GATE_NOBODY, -1 };
	char *end;
	unsigned long who;

	if (name == NULL || name[0] == '\0')
		return c;
	who = strtoul(name, &end, 16);
	if (*end != '\0' || who >= GATE_LOCAL)
		return c;
	c.who = (uint32_t)who;
	c.fd = zmq_msg_get(msg, ZMQ_SRCFD);
	return c;
}

const struct key *gate_admit(struct gate *g, struct caller c)
{
	if (c.who >= g->count)
		return NULL;
	own(g, c.fd, c.who);
	if (g->place[c.who].live)
		return &g->place[c.who].key;
	hang_up(g, c.who);
	return NULL;
}

const struct key *gate_key(const struct gate *g, uint32_t who)
{
	return g != NULL && who < g->count ? &g->place[who].key : NULL;
}

bool gate_is_live(const struct gate *g, uint32_t who)
{
	return who < g->count && g->place[who].live;
}

bool gate_take_refused(struct gate *g, struct gate_refused *out)
{
	*out = g->refused;
	g->refused.count = 0;
	return out->count > 0;
}

size_t gate_keys(const struct gate *g)
{
	return g->live;
}

/* --- beginning and end ----------------------------------------------------- */

static bool read_own(struct gate *g, const char *folder, struct err *e)
{
	char *path = path_in(folder, "hub.key");
	bool ok = keyfile_read(&g->own, path, e);

	if (ok && g->own.role != ROLE_HUB)
		ok = err_set(
			e, "%s is not the key of a hub (seam keys init makes one)", path);
	free(path);
	return ok;
}

static bool bind_zap(struct gate *g, void *context, struct err *e)
{
	int none = 0;

	g->zap = zmq_socket(context, ZMQ_REP);
	zmq_setsockopt(g->zap, ZMQ_LINGER, &none, sizeof(none));
	return zmq_bind(g->zap, ZAP) == 0 ||
		err_set(e, "cannot bind the handler of keys: %s",
			zmq_strerror(zmq_errno()));
}

struct gate *gate_open(void *context, const char *folder, struct err *e)
{
	struct gate *g = xcalloc(1, sizeof(*g));
	bool changed = false;

	g->list = path_in(folder, "authorised-keys");
	if (zmq_has("curve") && read_own(g, folder, e) && read_list(g, &changed, e) &&
		changed && bind_zap(g, context, e))
		return g;
	if (!zmq_has("curve"))
		err_set(e, "this libzmq was built without CURVE: it cannot ask for keys");
	gate_close(g);
	return NULL;
}

void gate_close(struct gate *g)
{
	if (g == NULL)
		return;
	if (g->zap != NULL)
		zmq_close(g->zap);
	keyfile_wipe(&g->own);
	free(g->list);
	free(g->place);
	free(g->owner);
	free(g);
}

void gate_guard(const struct gate *g, void *socket)
{
	int one = 1;

	name_guard();
	if (zmq_setsockopt(socket, ZMQ_CURVE_SERVER, &one, sizeof(one)) < 0 ||
		zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, g->own.secret_key, KEY_TEXT) <
			0 ||
		zmq_setsockopt(socket, ZMQ_ZAP_DOMAIN, DOMAIN, strlen(DOMAIN)) < 0 ||
		zmq_setsockopt(socket, ENFORCE_DOMAIN, &one, sizeof(one)) < 0) {
		fprintf(stderr, "seam: cannot ask for keys: %s\n",
			zmq_strerror(zmq_errno()));
		abort(); /* never without */
	}
}
