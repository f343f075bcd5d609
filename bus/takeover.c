/* SPDX-License-Identifier: MIT */
#include "bus/takeover.h"

#include <malloc.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/base64.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "bus/codec.h"
#include "bus/snapshot.h"
#include "mesh/image.h"

#define MOST ((uint64_t)8 << 30) /* bytes that are taken in */

struct takeover {
	uint64_t at, size; /* of the snapshot; at 0: not known yet */
	struct buf bytes;
	bool started;
	pthread_t thread;
	atomic_bool done;
	struct mesh *mesh;
};

struct takeover *takeover_new(void)
{
	return xcalloc(1, sizeof(struct takeover));
}

void takeover_free(struct takeover *t)
{
	if (t == NULL)
		return;
	if (t->started)
		pthread_join(t->thread, NULL);
	mesh_free(t->mesh);
	buf_fini(&t->bytes);
	free(t);
}

void takeover_ask(const struct takeover *t, struct buf *members)
{
	buf_str(members, "\"op\":\"snapshot\"");
	if (t->at == 0)
		return;
	buf_char(members, ',');
	buf_fmt(members, "\"at\":\"%llu\",\"offset\":%llu", (unsigned long long)t->at,
		(unsigned long long)t->bytes.len);
}

static size_t give(void *user, void *to, size_t room)
{
	struct str *left = user;
	size_t n = left->n < room ? left->n : room;

	memcpy(to, left->p, n);
	*left = str_skip(*left, n);
	return n;
}

struct mesh *takeover_first(struct json *reply)
{
	uint32_t node = json_member(reply, 0, "first");
	struct buf bytes = { 0 };
	struct mesh *m = NULL;
	struct str left;
	struct err e;

	if (json_is(reply, node, JSON_STRING) &&
		base64_read(&bytes, json_str(reply, node))) {
		left = buf_view(&bytes);
		m = mesh_load(give, &left, &e);
	}
	buf_fini(&bytes);
	return m;
}

static void *load(void *arg)
{
	struct takeover *t = arg;

	t->mesh = snapshot_unpack(buf_view(&t->bytes), t->at);
	buf_fini(&t->bytes);
	atomic_store(&t->done, true);
	return NULL;
}

static enum takeover_state start(struct takeover *t)
{
#ifdef __GLIBC__
	/* a heap of the thread's own would grow page by page: twice the time */
	mallopt(M_ARENA_MAX, 1);
#endif
	if (pthread_create(&t->thread, NULL, load, t) != 0)
		return TAKEOVER_NONE;
	t->started = true;
	return TAKEOVER_LOADING;
}

bool takeover_loads(const struct takeover *t)
{
	return t->started;
}

enum takeover_state takeover_take(struct takeover *t, struct json *reply)
{
	uint32_t node = json_member(reply, 0, "bytes");
	uint64_t at = 0;
	double size = 0, offset = 0;

	if (t->started || !json_is(reply, node, JSON_STRING))
		return t->started ? TAKEOVER_LOADING : TAKEOVER_NONE;
	if (!sequence_read(reply, json_member(reply, 0, "snapshot"), &at) || at == 0 ||
		(t->at != 0 && at != t->at))
		return TAKEOVER_NONE;
	if (json_is(reply, json_member(reply, 0, "size"), JSON_NUMBER))
		size = json_number(reply, json_member(reply, 0, "size"));
	if (!(size > 0 && size < (double)MOST))
		return TAKEOVER_NONE;
	if (json_is(reply, json_member(reply, 0, "offset"), JSON_NUMBER))
		offset = json_number(reply, json_member(reply, 0, "offset"));
	if (offset != (double)t->bytes.len)
		return TAKEOVER_GOES_ON; /* asked for twice */
	t->at = at;
	t->size = (uint64_t)size;
	if (!base64_read(&t->bytes, json_str(reply, node)) || t->bytes.len > t->size)
		return TAKEOVER_NONE;
	return t->bytes.len == t->size ? start(t) : TAKEOVER_GOES_ON;
}

bool takeover_mesh(struct takeover *t, struct mesh **mesh)
{
	if (!t->started || !atomic_load(&t->done))
		return false;
	*mesh = t->mesh;
	t->mesh = NULL;
	return true;
}

uint64_t takeover_progress(const struct takeover *t)
{
	if (t->size == 0)
		return 0;
	if (t->started)
		return t->at;
	return (uint64_t)((double)t->at * (double)t->bytes.len / (double)t->size);
}
