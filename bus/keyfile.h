/* SPDX-License-Identifier: MIT */
/*
 * One party's keys, in a file of its own: Z85 as ZeroMQ writes them (RFC 32), in the
 * form of a ZeroMQ certificate (RFC 4/ZPL), which pyzmq's zmq.auth and CZMQ read too.
 *
 *     metadata
 *         name = "planner"
 *         role = "agent"
 *     curve
 *         public-key = "..."
 *         secret-key = "..."
 *         server-key = "..."        that of the hub
 */
#ifndef BUS_KEYFILE_H
#define BUS_KEYFILE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

#define KEY_TEXT 41 /* 40 characters of Z85 and a NUL */
#define KEY_BYTES 32
#define KEY_NAME 65

enum role { ROLE_NONE, ROLE_AGENT, ROLE_OPERATOR, ROLE_OBSERVER, ROLE_HUB, ROLES };

const char *role_name(enum role r);
/* ROLE_NONE where it is none. */
enum role role_of(struct str name);
/* What may stand for a key's owner: [A-Za-z0-9][A-Za-z0-9._@-]{0,63}; an agent's as
 * agents are. */
bool key_name_fits(enum role r, struct str name);

struct keyfile {
	char name[KEY_NAME];
	enum role role;
	char public_key[KEY_TEXT], secret_key[KEY_TEXT];
	char server_key[KEY_TEXT]; /* "": not known */
};

/* A new pair; name, role and server key stay. */
void keyfile_make(struct keyfile *k);
/* Forgets the secret, in a way that no compiler leaves out. */
void keyfile_wipe(struct keyfile *k);
/*
 * Writes it, mode 0600, whole or not at all. An existing file is replaced only where
 * `replace` says so.
 */
bool keyfile_write(
	const struct keyfile *k, const char *path, bool replace, struct err *e);
/*
 * Reads it. Refused: a file that others may read, one that holds no pair, a secret that
 * is not the public key's.
 */
bool keyfile_read(struct keyfile *k, const char *path, struct err *e);

/* Whether it is a key: 40 characters of Z85 that stand for 32 bytes; these too unless
 * NULL. */
bool key_decode(struct str z85, unsigned char bytes[KEY_BYTES]);
void key_encode(const unsigned char bytes[KEY_BYTES], char z85[KEY_TEXT]);

/*
 * Puts a file of mode 0600 in its place, whole or not at all, by way of a new one beside
 * it. Its folder must be there. What root replaces stays its owner's.
 */
bool file_put_private(const char *path, struct str text, bool replace, struct err *e);

#endif
