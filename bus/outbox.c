/* SPDX-License-Identifier: MIT */
#include "bus/outbox.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <zmq.h>

#include "base/mem.h"
#include "base/table.h"

struct outbox {
	struct outboxes *all;
	atomic_size_t bytes, count;
	size_t waits;
	size_t n;
	char id[];
};

struct outboxes {
	atomic_size_t bytes;
	struct outbox **box;
	size_t count, cap;
	struct table by_id; /* places in `box` */
};

struct parcel {
	struct outbox *box;
	size_t len;
	char text[];
};

static struct str id_at(const void *owner, uint32_t place)
{
	const struct outboxes *all = owner;

	return (struct str){ all->box[place]->id, all->box[place]->n };
}

struct outboxes *outboxes_new(void)
{
	struct outboxes *all = xcalloc(1, sizeof(*all));

	table_init(&all->by_id, id_at, all);
	return all;
}

void outboxes_free(struct outboxes *all)
{
	if (all == NULL)
		return;
	for (size_t i = 0; i < all->count; i++)
		free(all->box[i]);
	free(all->box);
	table_fini(&all->by_id);
	free(all);
}

struct outbox *outbox_of(struct outboxes *all, struct str id)
{
	uint32_t place = table_find(&all->by_id, id);
	struct outbox *o;

	if (place != TABLE_NONE)
		return all->box[place];
	o = xcalloc(1, sizeof(*o) + id.n);
	o->all = all;
	o->n = id.n;
	memcpy(o->id, id.p, id.n);
	xgrow(&all->box, &all->cap, all->count + 1, sizeof(*all->box));
	all->box[all->count] = o;
	table_add(&all->by_id, id, (uint32_t)all->count++);
	return o;
}

size_t outboxes_bytes(const struct outboxes *all)
{
	return atomic_load(&all->bytes);
}

bool outbox_is_full(const struct outbox *o)
{
	bool many = atomic_load(&o->all->bytes) >= OUTBOX_ALL_BYTES;

	return atomic_load(&o->bytes) >= (many ? OUTBOX_FEW_BYTES : OUTBOX_BYTES) ||
		atomic_load(&o->count) >= OUTBOX_MANY;
}

bool outbox_may_wait(const struct outbox *o)
{
	return o->waits < OUTBOX_WAITS;
}

void outbox_wait(struct outbox *o)
{
	o->waits++;
}

void outbox_wait_over(struct outbox *o)
{
	o->waits--;
}

void outboxes_sweep(struct outboxes *all)
{
	size_t kept = 0;

	for (size_t i = 0; i < all->count; i++) {
		if (atomic_load(&all->box[i]->bytes) == 0 && all->box[i]->waits == 0)
			free(all->box[i]);
		else
			all->box[kept++] = all->box[i];
	}
	if (kept == all->count)
		return;
	all->count = kept;
	table_fini(&all->by_id);
	for (size_t i = 0; i < kept; i++)
		table_add(&all->by_id, id_at(all, (uint32_t)i), (uint32_t)i);
}

struct parcel *parcel_new(struct outbox *o, struct str bytes)
{
	struct parcel *p = xmalloc(sizeof(*p) + bytes.n);

	p->box = o;
	p->len = bytes.n;
	memcpy(p->text, bytes.p, bytes.n);
	atomic_fetch_add(&o->count, 1);
	atomic_fetch_add(&o->bytes, bytes.n);
	atomic_fetch_add(&o->all->bytes, bytes.n);
	return p;
}

struct str parcel_bytes(const struct parcel *p)
{
	return (struct str){ p->text, p->len };
}

/* The outbox may be swept as soon as it is at 0: it is touched last. */
void parcel_free(struct parcel *p)
{
	struct outbox *o;
	size_t len;

	if (p == NULL)
		return;
	o = p->box;
	len = p->len;
	free(p);
	atomic_fetch_sub(&o->all->bytes, len);
	atomic_fetch_sub(&o->count, 1);
	atomic_fetch_sub(&o->bytes, len);
}

static void done(void *text, void *parcel)
{
	(void)text;
	parcel_free(parcel);
}

void parcel_send_take(struct parcel *p, void *socket)
{
	zmq_msg_t m;

	zmq_msg_init_data(&m, p->text, p->len, done, p);
	if (zmq_msg_send(&m, socket, ZMQ_DONTWAIT) < 0)
		zmq_msg_close(&m);
}
