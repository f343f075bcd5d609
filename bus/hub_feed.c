/* SPDX-License-Identifier: MIT */
/* What those who follow the hub hear: each event once it is on disk. */
#include "bus/hub_own.h"

#define DRAINED 256 /* subscriptions, before others have their turn */

static void tell_consoles(struct hub *h, const struct batch_entry *n)
{
	struct str told[2] = { n->tell_from, n->tell_to };

	for (int i = 0; i < 2; i++) {
		char topic[80];
		int len;

		if (told[i].p == NULL || (i == 1 && str_eq(told[0], told[1])))
			continue;
		len = snprintf(topic, sizeof(topic), "decision/%.*s/", STR_ARG(told[i]));
		/* the first as it ever was, and one that is nobody else's prefix */
		for (int slash = 0; slash < 2; slash++) {
			zmq_send(h->feed, topic, (size_t)(len - 1 + slash),
				ZMQ_SNDMORE | ZMQ_DONTWAIT);
			zmq_send(h->feed, n->row.event.p, n->row.event.n, ZMQ_DONTWAIT);
		}
	}
}

/*
 * libzmq (4.3.4) keeps whose each subscription is in a queue of its own, and takes one
 * off it for whatever comes up, be it none: from then on what we say would count for
 * another peer than it is said of. So nothing more is said until both queues are empty,
 * and those whose subscriptions were in them come again.
 */
static void go_astray(struct hub *h, zmq_msg_t *m)
{
	h->feed_astray = true;
	hub_deny(h, gate_key(h->gate, gate_caller(m).who), "feed", "no_subscription");
}

/*
 * With keys a subscription is one once we have said so, and of what is for its peer.
 * libzmq itself takes back those of a peer that has gone: then nobody says it.
 */
static void settle(struct hub *h, zmq_msg_t *m)
{
	const char *bytes = zmq_msg_data(m);
	size_t n = zmq_msg_size(m);
	struct caller c = gate_caller(m);
	const struct key *key;

	if (n == 0 || (unsigned char)bytes[0] > 1)
		go_astray(h, m);
	if (h->feed_astray) {
		doors_hang_up(zmq_msg_get(m, ZMQ_SRCFD));
		return;
	}
	if (bytes[0] == 0)
		zmq_setsockopt(h->feed, ZMQ_UNSUBSCRIBE, bytes + 1, n - 1);
	if (bytes[0] == 0 && c.who == GATE_NOBODY)
		return;
	if (hub_admits(h, LANE_FEED, c, &key) &&
		hub_may_hear(h, key, (struct str){ bytes + 1, n - 1 }) && bytes[0] == 1)
		zmq_setsockopt(h->feed, ZMQ_SUBSCRIBE, bytes + 1, n - 1);
}

/*
 * Subscriptions come up here, and whatever else a peer may push. Only the first
 * counts: from then on all is fed, and who wants what is libzmq's to know.
 */
void hub_drain_feed(struct hub *h)
{
	zmq_msg_t m;
	int i;

	zmq_msg_init(&m);
	for (i = 0; i < DRAINED && zmq_msg_recv(&m, h->feed, ZMQ_DONTWAIT) >= 0; i++) {
		h->feed_wanted |= zmq_msg_size(&m) > 0 && *(char *)zmq_msg_data(&m) == 1;
		doors_subscribed(&m);
		if (h->guarded[LANE_FEED])
			settle(h, &m);
	}
	h->feed_astray = h->feed_astray && i == DRAINED;
	zmq_msg_close(&m);
}

/*
 * libzmq counts messages for who does not read, and a message may have a mebibyte. All
 * who read share its bytes; beyond what may wait it is fed to nobody, and who follows
 * sees the hole in hubsequence and asks.
 */
static void feed_event(struct hub *h, struct str event)
{
	struct outbox *o = outbox_of(h->fed, STR("event"));

	if (outboxes_bytes(h->fed) > OUTBOX_FEED_BYTES) {
		h->vitals.unfed++;
		return;
	}
	zmq_send(h->feed, "event", 5, ZMQ_SNDMORE | ZMQ_DONTWAIT);
	parcel_send_take(parcel_new(o, event), h->feed);
}

void hub_feed_batch(struct hub *h, const struct batch *b)
{
	hub_drain_feed(h);
	for (size_t i = 0; i < b->count; i++) {
		const struct batch_entry *n = &b->entry[i];

		if (h->feed_wanted)
			feed_event(h, n->row.event);
		if (n->tell_from.p != NULL)
			tell_consoles(h, n);
	}
}
