/* SPDX-License-Identifier: MIT */
#include "bus/zmtp.h"

#define LONG 2
#define COMMAND 4
#define BEAT 4 /* bytes of the name: PING, PONG */
#define REVISION 10
#define MECHANISM 12

static bool greets(struct zmtp *z, unsigned char c)
{
	uint8_t at = z->greeted++;

	if (at == MECHANISM)
		z->curve = c == 'C';
	return (at != 0 || c == 0xff) && (at != 9 || (c & 1) != 0) &&
		(at != REVISION || c >= 3);
}

bool zmtp_is_open(const struct zmtp *z)
{
	return z->greeted == ZMTP_GREETING && z->commands >= (z->curve ? 2 : 1);
}

static uint64_t length_of(const struct zmtp *z)
{
	uint64_t n = 0;

	for (int i = 1; i < z->heads; i++)
		n = n << 8 | z->head[i];
	return n;
}

static void count(const struct zmtp *z, struct zmtp_sum *sum, bool command)
{
	uint64_t n = z->left;

	if (command) {
		sum->commands++;
		sum->long_commands += n > ZMTP_SMALL;
	} else {
		*(n > ZMTP_SMALL ? &sum->large : &sum->small) += 1;
		if (z->curve) /* a small one may be a beat: its bytes are nothing */
			n = n > ZMTP_SMALL ? n - ZMTP_CURVE : 0;
		sum->bytes += n;
	}
}

static enum zmtp_fault begin(struct zmtp *z, struct zmtp_sum *sum)
{
	bool command = (z->head[0] & COMMAND) != 0;
	bool handshake = !zmtp_is_open(z);

	z->left = length_of(z);
	z->heads = 0;
	if (handshake && (!command || z->left > ZMTP_COMMAND))
		return ZMTP_HANDSHAKE;
	if (z->left > (command ? ZMTP_COMMAND : z->most))
		return ZMTP_LARGE;
	if (handshake)
		z->commands++;
	else if (command && z->left > 0)
		z->unnamed = true;
	else
		count(z, sum, command);
	return ZMTP_GOOD;
}

enum zmtp_fault zmtp_take(
	struct zmtp *z, const unsigned char *p, size_t n, struct zmtp_sum *sum)
{
	enum zmtp_fault fault = ZMTP_GOOD;

	for (const unsigned char *end = p + n; p < end && fault == ZMTP_GOOD;) {
		if (z->left > 0) {
			uint64_t here = (uint64_t)(end - p);

			if (z->unnamed && *p != BEAT)
				count(z, sum, true);
			z->unnamed = false;
			here = here < z->left ? here : z->left;
			z->left -= here;
			p += here;
		} else if (z->greeted < ZMTP_GREETING) {
			fault = greets(z, *p++) ? ZMTP_GOOD : ZMTP_FOREIGN;
		} else {
			z->head[z->heads++] = *p++;
			if (z->heads == ((z->head[0] & LONG) != 0 ? 9 : 2))
				fault = begin(z, sum);
		}
	}
	return fault;
}
