/* SPDX-License-Identifier: MIT */
/*
 * The files that say who gets in: the first byte says whether it is the list of keys or
 * one party's own. What is refused says why. Of a list, no key stands there twice, no
 * name is of two roles, each key is what its text says, and the list means the same
 * without what stands between its words; of a key file, its two keys are a pair.
 */
#include "bus/keyring.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zmq.h>

#include "base/text.h"
#include "tests/fuzz/fuzz.h"

static void check_list(const struct keyring *r)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct key *k = &r->key[i];
		unsigned char bytes[KEY_BYTES];

		if (!key_decode(str_of(k->text), bytes) ||
			memcmp(bytes, k->bytes, KEY_BYTES) != 0)
			complain("a key that is another than its text");
		if (k->role <= ROLE_NONE || k->role >= ROLES ||
			!key_name_fits(k->role, str_of(k->name)))
			complain("a name that is none");
		if (keyring_find(r, k->bytes) != k)
			complain("a key twice");
		if (keyring_named(r, str_of(k->name))->role != k->role)
			complain("a name of two roles");
	}
	if (r->count > MOST_KEYS)
		complain("more than there may be");
}

/* As keyring_write() has it, without the times. */
static void write_list(const struct keyring *r, struct buf *b)
{
	for (size_t i = 0; i < r->count; i++)
		buf_fmt(b, "%s %s\t%s\r\n", role_name(r->key[i].role), r->key[i].name,
			r->key[i].text);
}

static void take_keys(struct str text)
{
	struct keyring r = { 0 }, again = { 0 };
	struct buf b = { 0 };
	struct err e = { "" };

	if (!keyring_parse(&r, text, &e)) {
		if (e.text[0] == '\0')
			complain("refused without saying why");
		return;
	}
	check_list(&r);
	write_list(&r, &b);
	if (!keyring_parse(&again, buf_view(&b), &e) || again.count != r.count)
		complain("another list");
	for (size_t i = 0; i < r.count; i++) {
		if (memcmp(r.key[i].bytes, again.key[i].bytes, KEY_BYTES) != 0)
			complain("another key");
	}
	buf_fini(&b);
	keyring_fini(&r);
	keyring_fini(&again);
}

/* A file of mode 0600 that has no name. */
static void take_own(struct str text)
{
	static int fd = -1;
	struct keyfile k;
	struct err e = { "" };
	char path[40], other[KEY_TEXT];

	if (fd < 0)
		fd = memfd_create("key", MFD_CLOEXEC);
	if (fd < 0 || fchmod(fd, 0600) < 0 || ftruncate(fd, 0) < 0 ||
		pwrite(fd, text.p, text.n, 0) != (ssize_t)text.n)
		return;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	if (!keyfile_read(&k, path, &e)) {
		if (e.text[0] == '\0')
			complain("refused without saying why");
		if (k.secret_key[0] != '\0')
			complain("refused, and the secret is still there");
		if (strstr(e.text, "secret-key = \"") != NULL)
			complain("says the secret");
		return;
	}
	if (zmq_curve_public(other, k.secret_key) != 0 ||
		strcmp(other, k.public_key) != 0)
		complain("no pair");
	keyfile_wipe(&k);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };
	char *own;

	if (size == 0)
		return 0;
	own = xmalloc(size);
	memcpy(own, rest.p + 1, size - 1);
	if (rest.p[0] == '\0')
		take_own((struct str){ own, size - 1 });
	else
		take_keys((struct str){ own, size - 1 });
	free(own);
	return 0;
}
