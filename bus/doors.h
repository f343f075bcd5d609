/* SPDX-License-Identifier: MIT */
/*
 * What one connection to the hub may cost, whoever it is, before libzmq holds it. libzmq
 * bounds a frame and a number of messages; not how many connect, how often, nor how many
 * frames a message has, which it keeps until the last. So the functions of the C library
 * that it accepts, reads and closes with are ours here: they count for each connection of
 * our lanes, and what is beyond a bound ends as a connection that was reset. Nothing is
 * waited for, and no other descriptor of the process is touched.
 *
 * All is counted on libzmq's own thread, but doors_took() and what tells.
 */
#ifndef BUS_DOORS_H
#define BUS_DOORS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DOORS_EACH 4096 /* connections of one address, or three quarters of all */
#define DOORS_RATE 200  /* connections a second of one address */
#define DOORS_BURST 1000
#define DOORS_ALL_RATE 1000 /* and of all */
#define DOORS_ALL_BURST 4000
#define DOORS_FRAMES 1024              /* of a connection that nobody has taken yet */
#define DOORS_HELD ((size_t)384 << 20) /* bytes that nobody has taken, of all */
#define DOORS_FAIR ((size_t)16 << 20)  /* of one, which ends none even then */
#define DOORS_TOPICS 1000              /* of a connection to the feed */
#define DOORS_MESSAGES 2               /* of the largest, beyond what may be queued */

enum toll {
	TOLL_CONNECTIONS, /* too many at once */
	TOLL_RATE,        /* too many a second */
	TOLL_FOREIGN,     /* what came is not ZMTP 3 */
	TOLL_HANDSHAKE,   /* more than a handshake before it was done */
	TOLL_UNFINISHED, /* gone, or out of time, before it was done: not cut off by us */
	TOLL_FRAME,      /* a frame that is too large */
	TOLL_FRAMES,     /* too many frames of which nothing came */
	TOLL_BYTES,      /* the same with bytes */
	TOLL_MEMORY,     /* all together hold too much, and this one most of it */
	TOLL_TOPICS,     /* subscriptions */
	TOLLS
};

/* As it is told in counters, denials and metrics. */
const char *toll_name(enum toll t);

/* Once, before sockets are bound; `files` are what may be open. */
void doors_open(size_t files);
void doors_close(void); /* after libzmq's context */

/*
 * What zmq_bind() makes until doors_bound() are doors of this lane: with frames of `most`
 * bytes, of which `queued` may wait. `topics` where what comes are subscriptions.
 */
void doors_bind(int lane, size_t most, size_t queued, bool topics);
void doors_bound(void);

/* A frame, a zmq_msg_t, was taken from a lane: its connection may send another. */
void doors_took(void *msg);

/* On libzmq's thread: whoever was heard last has said too much in its handshake. */
void doors_end_heard(void);
int doors_heard_lane(void); /* -1: of none of ours */

/* A subscription has come up from a connection to the feed. */
void doors_subscribed(void *msg);

/* Ends the connection at this descriptor, if it is one of ours. */
void doors_hang_up(int fd);
/* Which connection has this descriptor now, 0 where none of ours has. */
uint32_t doors_serial(int fd);

uint64_t doors_count(enum toll t);
uint32_t doors_now(void);  /* connections */
size_t doors_held(void);   /* bytes that came and nobody has taken */
uint64_t doors_came(void); /* connections that were let in */

/* The connections that were ended for it since the last call, and the last of them. */
struct doors_news {
	uint64_t count;
	int lane;
	char address[64];
};
bool doors_take_news(enum toll t, struct doors_news *out);

#endif
