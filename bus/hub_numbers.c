/* SPDX-License-Identifier: MIT */
/*
 * The routing ids of those on control: a 0 and a number that libzmq counts up from some
 * beginning. It takes a peer's word for another, even one that looks like its own; and
 * when it comes to give that number away itself it ends the program (4.3.4, an assertion
 * of socket_base.cpp). Nobody knows where it counts, but who takes thousands and connects
 * again and again is there within an hour.
 *
 * So the hub asks it now and then for a number, by a peer of its own, and looks whether
 * one of those that come next is taken. Then control is opened anew, which ends its
 * connections and begins to count elsewhere: they connect again, and who knew where it
 * was does not.
 */
#include <errno.h>
#include <string.h>

#include "base/digest.h"
#include "bus/hub_own.h"

#define ADDRESS "inproc://numbers"
#define PREFIX 5 /* bytes of a routing id: 0, and the number */
#define MANY 128 /* that came in, after which the hub looks again */
#define LOOK (SECOND / 4)
#define PENDING                                                                          \
	256 /* that have one or are about to, while the hub learns where it is           \
	     */
#define AHEAD 1024

bool hub_open_numbers(struct hub *h, struct err *e)
{
	if (!h->guarded[LANE_CONTROL] || zmq_bind(h->control, ADDRESS) == 0)
		return true;
	return err_set(e, "cannot bind %s: %s", ADDRESS, zmq_strerror(zmq_errno()));
}

void hub_close_numbers(struct hub *h)
{
	if (h->numbers.self != NULL)
		zmq_close(h->numbers.self);
	h->numbers.self = NULL;
}

/* --- asking ---------------------------------------------------------------- */

static void ask(struct hub *h)
{
	struct numbers *n = &h->numbers;
	int none = 0;

	n->admitted = gate_admitted(h->gate);
	n->look = h->turn + LOOK;
	n->self = zmq_socket(h->context, ZMQ_DEALER);
	if (n->self == NULL)
		return;
	zmq_setsockopt(n->self, ZMQ_LINGER, &none, sizeof(none));
	random_bytes(n->mark, sizeof(n->mark));
	if (zmq_connect(n->self, ADDRESS) < 0 ||
		zmq_send(n->self, n->mark, sizeof(n->mark), ZMQ_DONTWAIT) < 0)
		hub_close_numbers(h);
}

static void begin_elsewhere(struct hub *h)
{
	struct err e;

	hub_deny(h, NULL, "connect", "routing_id");
	hub_log(h,
		"somebody has taken a routing id that comes next: control is opened anew");
	h->numbers.known = h->numbers.taken = false;
	if (hub_reopen_control(h, &e))
		return;
	hub_log(h, "%s", e.text);
	h->stop = true;
}

void hub_numbers_turn(struct hub *h)
{
	const struct numbers *n = &h->numbers;
	uint64_t came = gate_admitted(h->gate) - n->admitted;

	if (!h->guarded[LANE_CONTROL] || n->self != NULL)
		return;
	if (n->taken)
		begin_elsewhere(h);
	if (!n->known || came >= MANY || (came > 0 && h->turn >= n->look))
		ask(h);
}

static uint32_t number_of(const struct peer *p)
{
	uint32_t n = 0;

	for (int i = 1; i < PREFIX; i++)
		n = n << 8 | (unsigned char)p->id[i];
	return n;
}

static bool has_number(const struct peer *p)
{
	return p->n == PREFIX && p->id[0] == '\0';
}

bool hub_gave_number(const struct hub *h, const struct peer *p)
{
	const struct numbers *n = &h->numbers;
	uint32_t since = (uint32_t)(gate_admitted(h->gate) - n->admitted);

	return has_number(p) &&
		(!n->known ||
			number_of(p) - n->first < n->next - n->first + PENDING + since);
}

/* --- looking ahead --------------------------------------------------------- */

/* Nobody there is an error, for as long as this is asked. */
static bool is_taken(struct hub *h, uint32_t number)
{
	unsigned char id[PREFIX] = { 0 };

	for (int i = PREFIX - 1; i > 0; i--, number >>= 8)
		id[i] = (unsigned char)number;
	if (zmq_send(h->control, id, PREFIX, ZMQ_SNDMORE | ZMQ_DONTWAIT) < 0)
		return zmq_errno() == EAGAIN; /* it reads nothing */
	zmq_send(h->control, "", 0, ZMQ_DONTWAIT);
	return true;
}

static bool some_is_taken(struct hub *h, uint32_t from)
{
	int one = 1, none = 0;
	uint32_t i = 0;

	zmq_setsockopt(h->control, ZMQ_ROUTER_MANDATORY, &one, sizeof(one));
	while (i < AHEAD && !is_taken(h, from + i))
		i++;
	zmq_setsockopt(h->control, ZMQ_ROUTER_MANDATORY, &none, sizeof(none));
	return i < AHEAD;
}

static void look_ahead(struct hub *h)
{
	struct numbers *n = &h->numbers;
	uint32_t since = (uint32_t)(gate_admitted(h->gate) - n->admitted);

	n->taken = some_is_taken(h, n->next + PENDING + since);
}

bool hub_takes_number(struct hub *h, const struct peer *p, zmq_msg_t *part)
{
	struct numbers *n = &h->numbers;

	if (n->self == NULL || !has_number(p) || zmq_msg_size(part) != sizeof(n->mark) ||
		memcmp(zmq_msg_data(part), n->mark, sizeof(n->mark)) != 0)
		return false;
	n->next = number_of(p) + 1;
	if (!n->known)
		n->first = n->next - 1;
	n->known = true;
	hub_close_numbers(h);
	look_ahead(h);
	return true;
}
