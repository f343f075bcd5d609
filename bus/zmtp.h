/* SPDX-License-Identifier: MIT */
/*
 * Where frames begin in what a peer sends (ZMTP 3, RFC 23): enough to count them and to
 * end a connection early. Nothing is kept, and nothing is understood but lengths; what
 * the frames mean, and whether the handshake is one, stays with libzmq.
 */
#ifndef BUS_ZMTP_H
#define BUS_ZMTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ZMTP_GREETING 64
#define ZMTP_COMMAND 4096 /* bytes of one, those of the handshake too */
#define ZMTP_SMALL 64     /* a frame up to here may be a beat that nobody is told of */
#define ZMTP_CURVE 33     /* what CURVE adds to a frame */

enum zmtp_fault {
	ZMTP_GOOD,
	ZMTP_FOREIGN,   /* no ZMTP, or one older than 3 */
	ZMTP_HANDSHAKE, /* more than a handshake has, before it is done */
	ZMTP_LARGE,     /* a frame, or a command, above its bound */
};

struct zmtp {
	uint64_t left; /* of the frame at hand */
	uint64_t most; /* bytes of a frame */
	uint8_t head[9], heads;
	uint8_t greeted;  /* bytes of the greeting */
	uint8_t commands; /* of the handshake */
	bool curve;
	bool unnamed; /* the frame at hand is a command, and which one is still to come */
};

/* What has begun in a piece of it, behind the handshake. */
struct zmtp_sum {
	/* frames: small and large are no commands, beats are counted nowhere */
	uint32_t commands, small, large;
	uint64_t bytes;         /* of small and large, as a reader gets them */
	uint32_t long_commands; /* of the commands, above ZMTP_SMALL */
};

/* Adds to *sum. What is behind a fault is not looked at. */
enum zmtp_fault zmtp_take(
	struct zmtp *z, const unsigned char *p, size_t n, struct zmtp_sum *sum);

/* Whether both sides can have said who they are. */
bool zmtp_is_open(const struct zmtp *z);

#endif
