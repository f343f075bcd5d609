/* SPDX-License-Identifier: MIT */
/*
 * Who may connect to a hub: the file `authorised-keys` of its folder of keys, for people
 * to read. One key a line:
 *
 *     ROLE NAME PUBLIC-KEY [since=DATE] [until=TIME]
 *
 * A name belongs to one role and may have several keys, an old one beside its
 * successor. A line that is gone is a key that is revoked.
 */
#ifndef BUS_KEYRING_H
#define BUS_KEYRING_H

#include <stddef.h>
#include <stdint.h>

#include "bus/keyfile.h"

#define MOST_KEYS 4096

struct key {
	char name[KEY_NAME];
	enum role role;
	char text[KEY_TEXT];
	unsigned char bytes[KEY_BYTES];
	char since[28];
	int64_t until; /* wall clock; 0: no end */
};

struct keyring {
	struct key *key;
	size_t count, cap;
};

void keyring_fini(struct keyring *r);
/*
 * Reads the file. Fails as a whole: a line that cannot be read is named with its number,
 * a file that others may write to is refused. *r is then as it was.
 */
bool keyring_read(struct keyring *r, const char *path, struct err *e);
bool keyring_write(const struct keyring *r, const char *path, struct err *e);
/* The same from text, for tests and fuzzers. */
bool keyring_parse(struct keyring *r, struct str text, struct err *e);

void keyring_add(struct keyring *r, const struct key *k);
void keyring_remove(struct keyring *r, size_t at);
/* The first one of a name, or of a key's bytes; NULL if there is none. */
struct key *keyring_named(const struct keyring *r, struct str name);
const struct key *keyring_find(
	const struct keyring *r, const unsigned char bytes[KEY_BYTES]);

#endif
