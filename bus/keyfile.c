/* SPDX-License-Identifier: MIT */
#include "bus/keyfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zmq.h>

#include "base/text.h"
#include "bus/files.h"
#include "bus/harden.h"

#define MOST_FILE ((size_t)16 << 10)

static const char *const role_names[ROLES] = {
	[ROLE_NONE] = "none",
	[ROLE_AGENT] = "agent",
	[ROLE_OPERATOR] = "operator",
	[ROLE_OBSERVER] = "observer",
	[ROLE_HUB] = "hub",
};

const char *role_name(enum role r)
{
	return role_names[r];
}

enum role role_of(struct str name)
{
	for (int r = ROLE_AGENT; r < ROLES; r++) {
		if (str_is(name, role_names[r]))
			return (enum role)r;
	}
	return ROLE_NONE;
}

static bool is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool key_name_fits(enum role r, struct str name)
{
	if (r == ROLE_AGENT || r == ROLE_HUB)
		return text_is_agent(name);
	if (name.n == 0 || name.n >= KEY_NAME || !is_alnum(name.p[0]))
		return false;
	for (size_t i = 1; i < name.n; i++) {
		if (!is_alnum(name.p[i]) && memchr("._@-", name.p[i], 4) == NULL)
			return false;
	}
	return true;
}

/* --- Z85 ------------------------------------------------------------------- */

bool key_decode(struct str z85, unsigned char bytes[KEY_BYTES])
{
	unsigned char room[KEY_BYTES];
	char text[KEY_TEXT], again[KEY_TEXT];

	if (z85.n != KEY_TEXT - 1 || memchr(z85.p, '\0', z85.n) != NULL)
		return false;
	memcpy(text, z85.p, z85.n);
	text[z85.n] = '\0';
	/* what is out of range is taken by some versions: it must come back the same */
	if (zmq_z85_decode(room, text) == NULL ||
		zmq_z85_encode(again, room, KEY_BYTES) == NULL ||
		memcmp(again, text, sizeof(text)) != 0)
		return false;
	if (bytes != NULL)
		memcpy(bytes, room, KEY_BYTES);
	explicit_bzero(room, sizeof(room));
	explicit_bzero(text, sizeof(text));
	explicit_bzero(again, sizeof(again));
	return true;
}

void key_encode(const unsigned char bytes[KEY_BYTES], char z85[KEY_TEXT])
{
	zmq_z85_encode(z85, bytes, KEY_BYTES);
}

void keyfile_make(struct keyfile *k)
{
	harden_memory();
	zmq_curve_keypair(k->public_key, k->secret_key);
}

void keyfile_wipe(struct keyfile *k)
{
	explicit_bzero(k, sizeof(*k));
}

/* --- writing --------------------------------------------------------------- */

/* Root may change what is in the folder of a hub's user, who must be able to read it
 * then. */
static bool keep_owner(int fd, const char *path)
{
	struct stat was;

	return geteuid() != 0 || lstat(path, &was) < 0 || was.st_uid == 0 ||
		fchown(fd, was.st_uid, was.st_gid) == 0;
}

bool file_put_private(const char *path, struct str text, bool replace, struct err *e)
{
	struct buf new = { 0 };
	bool ok = false;
	int fd;

	buf_fmt(&new, "%s.XXXXXX", path);
	fd = mkostemp(new.data, O_CLOEXEC); /* mode 0600 */
	if (fd < 0) {
		err_set(e, "cannot make a file beside %s: %s", path, strerror(errno));
		buf_fini(&new);
		return false;
	}
	if (!keep_owner(fd, path) || !write_all(fd, text) || fsync(fd) < 0)
		err_set(e, "cannot write %s: %s", path, strerror(errno));
	else if (replace ? rename(new.data, path) < 0 : !rename_new(new.data, path))
		err_set(e, errno == EEXIST ? "%s is there already" : "cannot make %s: %s",
			path, strerror(errno));
	else
		ok = true;
	close(fd);
	if (ok)
		sync_folder(path);
	else
		unlink(new.data);
	buf_fini(&new);
	return ok;
}

bool keyfile_write(const struct keyfile *k, const char *path, bool replace, struct err *e)
{
	struct buf b = { 0 };
	bool ok;

	buf_str(&b,
		"# The keys of one party of a seam mesh. The secret key is for nobody else:\n"
		"# keep this file at mode 0600, and hand it over by a way you trust.\n");
	buf_fmt(&b, "metadata\n    name = \"%s\"\n    role = \"%s\"\ncurve\n", k->name,
		role_name(k->role));
	buf_fmt(&b, "    public-key = \"%s\"\n    secret-key = \"%s\"\n", k->public_key,
		k->secret_key);
	if (k->server_key[0] != '\0')
		buf_fmt(&b, "    server-key = \"%s\"\n", k->server_key);
	ok = file_put_private(path, buf_view(&b), replace, e);
	explicit_bzero(b.data, b.len);
	buf_fini(&b);
	return ok;
}

/* --- reading --------------------------------------------------------------- */

/* `name = "value"` with blanks where ZPL has them; the value into room, cut. */
static bool take_line(struct str line, const char *name, char *room, size_t size)
{
	const char *quote, *end;
	size_t n = strlen(name);

	while (line.n > 0 && (line.p[0] == ' ' || line.p[0] == '\t'))
		line = str_skip(line, 1);
	if (!str_starts(line, name))
		return false;
	line = str_skip(line, n);
	while (line.n > 0 && (line.p[0] == ' ' || line.p[0] == '='))
		line = str_skip(line, 1);
	quote = line.n > 1 && line.p[0] == '"' ? line.p + 1 : NULL;
	end = quote != NULL ? memchr(quote, '"', line.n - 1) : NULL;
	if (end == NULL || (size_t)(end - quote) >= size)
		return false;
	memcpy(room, quote, (size_t)(end - quote));
	room[end - quote] = '\0';
	return true;
}

static void take_lines(struct keyfile *k, struct str text)
{
	char role[16] = "";

	while (text.n > 0) {
		const char *end = memchr(text.p, '\n', text.n);
		struct str line = { text.p,
			end != NULL ? (size_t)(end - text.p) : text.n };

		if (!take_line(line, "name", k->name, sizeof(k->name)) &&
			!take_line(line, "role", role, sizeof(role)) &&
			!take_line(line, "public-key", k->public_key,
				sizeof(k->public_key)) &&
			!take_line(
				line, "secret-key", k->secret_key, sizeof(k->secret_key)))
			take_line(
				line, "server-key", k->server_key, sizeof(k->server_key));
		text = str_skip(text, line.n + (end != NULL));
	}
	k->role = role_of(str_of(role));
}

static bool is_ours_alone(const char *path, struct err *e)
{
	struct stat s;

	if (stat(path, &s) < 0)
		return err_set(e, "%s: %s", path, strerror(errno));
	if (!S_ISREG(s.st_mode))
		return err_set(e, "%s is %s", path, file_kind(s.st_mode));
	if (s.st_mode & 077)
		return err_set(e,
			"%s holds a secret key, and others may read it (mode %04o): chmod "
			"600, and have the key changed (seam keys rotate)",
			path, (unsigned)s.st_mode & 07777);
	return true;
}

static bool holds_a_pair(const struct keyfile *k, const char *path, struct err *e)
{
	char public_key[KEY_TEXT];

	if (!key_decode(str_of(k->public_key), NULL) ||
		!key_decode(str_of(k->secret_key), NULL))
		return err_set(e,
			"%s is no key file: it has no public-key and secret-key of 40 "
			"characters each (seam keys add makes one)",
			path);
	if (k->server_key[0] != '\0' && !key_decode(str_of(k->server_key), NULL))
		return err_set(e, "%s: its server-key is no key", path);
	if (zmq_curve_public(public_key, k->secret_key) != 0 ||
		strcmp(public_key, k->public_key) != 0)
		return err_set(
			e, "%s: its secret-key is not that of its public-key", path);
	return true;
}

bool keyfile_read(struct keyfile *k, const char *path, struct err *e)
{
	struct buf text = { 0 };
	bool ok;

	*k = (struct keyfile){ .role = ROLE_NONE };
	if (!is_ours_alone(path, e))
		return false;
	harden_memory();
	ok = file_read(path, MOST_FILE, &text, e) || err_wrap(e, "%s", path);
	if (ok) {
		take_lines(k, buf_view(&text));
		ok = holds_a_pair(k, path, e);
	}
	if (text.data != NULL)
		explicit_bzero(text.data, text.len);
	buf_fini(&text);
	if (!ok)
		keyfile_wipe(k);
	return ok;
}
