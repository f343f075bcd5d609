/* SPDX-License-Identifier: MIT */
/*
 * Where frames begin in what a stranger sends (bus/zmtp.h), held against a reader that
 * has all of it before it and keeps nothing: the same counts, the same fault at the same
 * byte, however the bytes are cut. The first byte says how large a frame may be, the
 * second how the bytes are cut; 0xa5, n and b are b 2^n times, so that few bytes are long
 * frames too.
 */
#include "bus/zmtp.h"

#include "tests/fuzz/fuzz.h"

#define MOST_WIRE (1 << 17)
#define REPEAT 0xa5

/* What the reader of the whole finds. */
struct seen {
	enum zmtp_fault fault;
	size_t at; /* the byte that shows it */
	struct zmtp_sum sum;
	bool open;
};

/* The greeting (RFC 23): signature, version, mechanism, as far as it has come. */
static bool greeting(const unsigned char *p, size_t n, struct seen *seen)
{
	for (size_t i = 0; i < n && i < ZMTP_GREETING; i++) {
		if ((i == 0 && p[i] != 0xff) || (i == 9 && p[i] % 2 == 0) ||
			(i == 10 && p[i] < 3)) {
			seen->fault = ZMTP_FOREIGN;
			seen->at = i;
			return false;
		}
	}
	return n >= ZMTP_GREETING;
}

/* The length that stands behind the flags; `bytes` of it. */
static uint64_t length(const unsigned char *p, size_t bytes)
{
	uint64_t n = 0;

	for (size_t i = 0; i < bytes; i++)
		n = n * 256 + p[i];
	return n;
}

static void add(struct zmtp_sum *sum, bool command, bool curve, uint64_t n)
{
	if (command) {
		sum->commands++;
		if (n > 64)
			sum->long_commands++;
	} else if (n > 64) {
		sum->large++;
		sum->bytes += curve ? n - 33 : n;
	} else {
		sum->small++;
		sum->bytes += curve ? 0 : n;
	}
}

static struct seen whole(const unsigned char *p, size_t n, uint64_t most)
{
	struct seen seen = { 0 };
	size_t at = ZMTP_GREETING, shaken = 0;
	bool curve = n > 12 && p[12] == 'C';

	if (!greeting(p, n, &seen))
		return seen;
	for (;;) {
		size_t head = at < n && (p[at] & 2) != 0 ? 8 : 1;
		uint64_t size;
		bool command;

		if (n - at < 1 + head)
			return seen;
		command = (p[at] & 4) != 0;
		size = length(p + at + 1, head);
		at += 1 + head;
		seen.fault = !seen.open && (!command || size > 4096) ? ZMTP_HANDSHAKE
			: size > (command ? 4096 : most)             ? ZMTP_LARGE
								     : ZMTP_GOOD;
		seen.at = at - 1;
		if (seen.fault != ZMTP_GOOD)
			return seen;
		if (!seen.open)
			seen.open = ++shaken == (curve ? 2 : 1);
		else if (!command || size == 0)
			add(&seen.sum, command, curve, size);
		else if (at < n && p[at] != 4) /* no PING, no PONG */
			add(&seen.sum, command, curve, size);
		if (size > n - at)
			return seen;
		at += size;
	}
}

/* In pieces of `step` bytes; 0: of as many as a little generator says. */
static void cut(const unsigned char *p, size_t n, uint64_t most, size_t step,
	const struct seen *want)
{
	struct zmtp z = { .most = most };
	struct zmtp_sum sum = { 0 };
	enum zmtp_fault fault = ZMTP_GOOD;
	uint32_t random = (uint32_t)n * 2654435761u + 1;
	size_t at = 0;

	while (at < n && fault == ZMTP_GOOD) {
		size_t piece = step;

		if (step == 0) {
			random = random * 1664525 + 1013904223;
			piece = 1 + (random >> 16) % ((random >> 30) == 0 ? 3000 : 9);
		}
		piece = piece < n - at ? piece : n - at;
		fault = zmtp_take(&z, p + at, piece, &sum);
		at += piece;
		if (fault != ZMTP_GOOD && (want->at >= at || want->at < at - piece))
			complain("a fault in another piece");
	}
	if (fault != want->fault)
		complain("another fault");
	if (sum.commands != want->sum.commands || sum.small != want->sum.small ||
		sum.large != want->sum.large || sum.bytes != want->sum.bytes ||
		sum.long_commands != want->sum.long_commands)
		complain("other counts");
	if (fault == ZMTP_GOOD && zmtp_is_open(&z) != want->open)
		complain("open or not");
}

/* Of its own, so that a read behind its end is seen. */
static unsigned char *unroll(const uint8_t *p, size_t n, size_t *len)
{
	unsigned char *wire = xmalloc(MOST_WIRE);

	*len = 0;
	for (size_t i = 0; i < n; i++) {
		bool many = p[i] == REPEAT && i + 2 < n;
		size_t times = many ? (size_t)1 << p[i + 1] % 17 : 1;

		times = times < MOST_WIRE - *len ? times : MOST_WIRE - *len;
		i += many ? 2 : 0;
		memset(wire + *len, p[i], times);
		*len += times;
	}
	return xrealloc(wire, *len > 0 ? *len : 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const uint64_t bounds[] = { 256, 1000, 2 << 20, 4 << 20 };
	static const size_t steps[] = { 1, 0, 2, 8, 9, 63, 64, 65, 1000 };
	struct seen want;
	unsigned char *wire;
	uint64_t most;
	size_t n;

	if (size < 2)
		return 0;
	most = bounds[data[0] % (sizeof(bounds) / sizeof(*bounds))];
	wire = unroll(data + 2, size - 2, &n);
	want = whole(wire, n, most);
	cut(wire, n, most, n > 0 ? n : 1, &want);
	cut(wire, n, most, 1, &want);
	cut(wire, n, most, 0, &want);
	cut(wire, n, most, steps[data[1] % (sizeof(steps) / sizeof(*steps))], &want);
	free(wire);
	return 0;
}
