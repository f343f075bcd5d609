/* SPDX-License-Identifier: MIT */
#include "bus/name_guard.h"

#include <dlfcn.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "bus/doors.h"

#define SEEN_BY_OTHERS __attribute__((visibility("default")))

#define INITIATE "CurveZMQINITIATE" /* its nonce begins so (RFC 26) */
#define PADDING 32                  /* zeros in front of what was opened */
#define VOUCH 128                   /* the client's key, and the proof that it is */

void name_guard(void)
{
}

static bool begins(const unsigned char *nonce, const char *prefix)
{
	return memcmp(nonce, prefix, strlen(prefix)) == 0;
}

/* One property of the metadata (RFC 23); what is cut libzmq refuses as a whole. */
static bool next_property(const unsigned char **p, const unsigned char *end,
	struct str *name, struct str *value)
{
	const unsigned char *at = *p;
	size_t left = (size_t)(end - at);

	if (left < 1 || left < (size_t)at[0] + 5)
		return false;
	*name = (struct str){ (const char *)at + 1, at[0] };
	at += at[0] + 5;
	value->n = (size_t)at[-4] << 24 | (size_t)at[-3] << 16 | (size_t)at[-2] << 8 |
		at[-1];
	value->p = (const char *)at;
	if (value->n > (size_t)(end - at))
		return false;
	*p = at + value->n;
	return true;
}

static bool is_peer_of(struct str kind, int lane)
{
	static const char *const peers[][4] = { { "PUB", "XPUB" },
		{ "DEALER", "REQ", "ROUTER" }, { "SUB", "XSUB" } };

	if (lane < 0 || (size_t)lane >= sizeof(peers) / sizeof(*peers))
		return true;
	for (int i = 0; peers[lane][i] != NULL; i++) {
		if (str_is(kind, peers[lane][i]))
			return true;
	}
	return false;
}

bool name_fits(const unsigned char *metadata, size_t n, int lane)
{
	const unsigned char *end = metadata + n;
	struct str name, value;

	while (next_property(&metadata, end, &name, &value)) {
		if (name.n == 8 && strncasecmp(name.p, "Identity", 8) == 0 &&
			value.n > 0 && value.p[0] == '\0')
			return false;
		if (str_is(name, "Socket-Type") && !is_peer_of(value, lane))
			return false;
	}
	return true;
}

typedef int opener(unsigned char *m, const unsigned char *c, unsigned long long n,
	const unsigned char *nonce, const unsigned char *key,
	const unsigned char *secret);
opener crypto_box_open;

SEEN_BY_OTHERS int crypto_box_open(unsigned char *m, const unsigned char *c,
	unsigned long long n, const unsigned char *nonce, const unsigned char *key,
	const unsigned char *secret)
{
	static opener *libsodium;

	if (libsodium == NULL)
		*(void **)&libsodium = dlsym(RTLD_NEXT, "crypto_box_open");
	if (libsodium == NULL)
		return -1;
	if (libsodium(m, c, n, nonce, key, secret) == 0 &&
		(n < PADDING + VOUCH || !begins(nonce, INITIATE) ||
			name_fits(m + PADDING + VOUCH, (size_t)n - PADDING - VOUCH,
				doors_heard_lane())))
		return 0;
	if (begins(nonce, INITIATE) || begins(nonce, "VOUCH---"))
		doors_end_heard();
	return -1;
}
