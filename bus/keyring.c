/* SPDX-License-Identifier: MIT */
#include "bus/keyring.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "bus/files.h"

#define MOST_FILE ((size_t)4 << 20)
#define MOST_WORDS 5

static const char head[] =
	"# Who may connect to this hub. One key a line: role, name, public key.\n"
	"# A line that is taken out is a key that is revoked, at once.\n"
	"# Roles: operator decides, observer looks, agent hands over as itself, hub is this one.\n";

void keyring_fini(struct keyring *r)
{
	free(r->key);
	*r = (struct keyring){ 0 };
}

void keyring_add(struct keyring *r, const struct key *k)
{
	xgrow(&r->key, &r->cap, r->count + 1, sizeof(*r->key));
	r->key[r->count++] = *k;
}

void keyring_remove(struct keyring *r, size_t at)
{
	r->count--;
	memmove(r->key + at, r->key + at + 1, (r->count - at) * sizeof(*r->key));
}

struct key *keyring_named(const struct keyring *r, struct str name)
{
	for (size_t i = 0; i < r->count; i++) {
		if (str_is(name, r->key[i].name))
			return &r->key[i];
	}
	return NULL;
}

const struct key *keyring_find(
	const struct keyring *r, const unsigned char bytes[KEY_BYTES])
{
	for (size_t i = 0; i < r->count; i++) {
		if (memcmp(r->key[i].bytes, bytes, KEY_BYTES) == 0)
			return &r->key[i];
	}
	return NULL;
}

/* --- reading --------------------------------------------------------------- */

static size_t split(struct str line, struct str word[MOST_WORDS])
{
	size_t n = 0;

	while (line.n > 0) {
		size_t at = 0;

		while (line.n > 0 &&
			(line.p[0] == ' ' || line.p[0] == '\t' || line.p[0] == '\r'))
			line = str_skip(line, 1);
		while (at < line.n && line.p[at] != ' ' && line.p[at] != '\t' &&
			line.p[at] != '\r')
			at++;
		if (at == 0)
			break;
		if (n < MOST_WORDS)
			word[n] = (struct str){ line.p, at };
		n++;
		line = str_skip(line, at);
	}
	return n;
}

/* It is shown as it stands. */
static bool is_date(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (memchr("0123456789-:.+TZ", s.p[i], 16) == NULL)
			return false;
	}
	return s.n > 0;
}

static bool take_extra(struct key *k, struct str word, struct err *e)
{
	if (str_starts(word, "since=") && word.n - 6 < sizeof(k->since) &&
		is_date(str_skip(word, 6))) {
		snprintf(k->since, sizeof(k->since), "%.*s", (int)word.n - 6, word.p + 6);
		return true;
	}
	if (str_starts(word, "until=") && time_parse(str_skip(word, 6), &k->until))
		return true;
	return err_set(e, "\"%.*s\" is neither since=DATE nor until=TIME",
		(int)(word.n < 80 ? word.n : 80), word.p);
}

static bool take_key(struct key *k, struct str line, struct err *e)
{
	struct str word[MOST_WORDS];
	size_t n = split(line, word);

	if (n < 3 || n > MOST_WORDS)
		return err_set(
			e, "a line is: ROLE NAME PUBLIC-KEY [since=DATE] [until=TIME]");
	k->role = role_of(word[0]);
	if (k->role == ROLE_NONE)
		return err_set(e, "\"%.*s\" is no role: agent, operator, observer or hub",
			(int)(word[0].n < 80 ? word[0].n : 80), word[0].p);
	if (!key_name_fits(k->role, word[1]))
		return err_set(e, "\"%.*s\" is no name of %s",
			(int)(word[1].n < 80 ? word[1].n : 80), word[1].p,
			k->role == ROLE_AGENT ? "an agent" : "a key");
	snprintf(k->name, sizeof(k->name), "%.*s", STR_ARG(word[1]));
	if (!key_decode(word[2], k->bytes))
		return err_set(e, "the key of %s is not 40 characters of Z85", k->name);
	snprintf(k->text, sizeof(k->text), "%.*s", STR_ARG(word[2]));
	for (size_t i = 3; i < n; i++) {
		if (!take_extra(k, word[i], e))
			return false;
	}
	return true;
}

static bool fits(const struct keyring *r, const struct key *k, struct err *e)
{
	const struct key *other = keyring_named(r, str_of(k->name));

	if (other != NULL && other->role != k->role)
		return err_set(e, "%s is %s already", k->name, role_name(other->role));
	other = keyring_find(r, k->bytes);
	if (other != NULL)
		return err_set(e, "%s and %s have the same key", k->name, other->name);
	return r->count < MOST_KEYS || err_set(e, "more than %d keys", MOST_KEYS);
}

bool keyring_parse(struct keyring *r, struct str text, struct err *e)
{
	struct keyring new = { 0 };
	int number = 0;

	while (text.n > 0) {
		const char *end = memchr(text.p, '\n', text.n);
		struct str line = { text.p,
			end != NULL ? (size_t)(end - text.p) : text.n };
		struct str word[MOST_WORDS];
		struct key k = { .role = ROLE_NONE };

		number++;
		text = str_skip(text, line.n + (end != NULL));
		if (split(line, word) == 0 || word[0].p[0] == '#')
			continue;
		if (!take_key(&k, line, e) || !fits(&new, &k, e)) {
			keyring_fini(&new);
			return err_wrap(e, "line %d", number);
		}
		keyring_add(&new, &k);
	}
	keyring_fini(r);
	*r = new;
	return true;
}

static bool is_others(const struct stat *s)
{
	return s->st_uid != geteuid() && s->st_uid != 0;
}

/* Who may put another list in its place: root looks after the folders of others. */
static bool folder_is_safe(const char *path, struct stat *s, struct err *e)
{
	struct buf folder = { 0 };
	const char *slash = strrchr(path, '/');
	bool ok;

	buf_fmt(&folder, "%.*s/", slash != NULL ? (int)(slash - path) : 1,
		slash != NULL ? path : ".");
	if (stat(folder.data, s) < 0)
		ok = err_set(e, "%s: %s", folder.data, strerror(errno));
	else if ((s->st_mode & 022) && !(s->st_mode & S_ISVTX))
		ok = err_set(e,
			"who may write to %s says who may decide, and others may write to "
			"it (mode %04o): chmod 700",
			folder.data, (unsigned)s->st_mode & 07777);
	else
		ok = geteuid() == 0 || !is_others(s) ||
			err_set(e,
				"%s is another user's, who could say who may decide: it "
				"must be yours or root's",
				folder.data);
	buf_fini(&folder);
	return ok;
}

static bool is_safe(const char *path, struct err *e)
{
	struct stat s, folder;

	if (stat(path, &s) < 0)
		return err_set(e, "%s: %s", path, strerror(errno));
	if (s.st_mode & 022)
		return err_set(e,
			"%s says who may decide, and others may write to it (mode %04o): "
			"chmod 600",
			path, (unsigned)s.st_mode & 07777);
	if (!folder_is_safe(path, &folder, e))
		return false;
	return !is_others(&s) || (geteuid() == 0 && s.st_uid == folder.st_uid) ||
		err_set(e,
			"%s says who may decide, and is another user's: it must be yours "
			"or root's",
			path);
}

bool keyring_read(struct keyring *r, const char *path, struct err *e)
{
	struct buf text = { 0 };
	bool ok;

	if (!is_safe(path, e))
		return false;
	ok = file_read(path, MOST_FILE, &text, e) && keyring_parse(r, buf_view(&text), e);
	if (!ok)
		err_wrap(e, "%s", path);
	buf_fini(&text);
	return ok;
}

bool keyring_write(const struct keyring *r, const char *path, struct err *e)
{
	struct buf b = { 0 };
	bool ok;

	buf_str(&b, head);
	for (size_t i = 0; i < r->count; i++) {
		const struct key *k = &r->key[i];

		buf_fmt(&b, "%-8s  %-20s  %s", role_name(k->role), k->name, k->text);
		if (k->since[0] != '\0')
			buf_fmt(&b, "  since=%s", k->since);
		if (k->until != 0) {
			char until[TIME_TEXT];

			time_format(k->until, until);
			buf_fmt(&b, "  until=%.19sZ", until);
		}
		buf_char(&b, '\n');
	}
	ok = file_put_private(path, buf_view(&b), true, e);
	buf_fini(&b);
	return ok;
}
