/* SPDX-License-Identifier: MIT */
/*
 * `seam keys`: who may connect to a hub. A folder holds the hub's own key, the list of
 * those who may come in, and a key file for each whose pair was made here, to be handed
 * over. The hub reads the list again when it changes.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/keys.h"
#include "app/paths.h"
#include "app/print.h"
#include "base/clock.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "bus/keyring.h"

struct shelf {
	char *folder, *list, *hub;
	int lock; /* of the folder, while it is changed */
	struct keyring ring;
	char own[KEY_TEXT]; /* public key of the hub of this folder, "": not to be read */
};

static char *in_folder(const char *folder, const char *name, const char *end)
{
	struct buf b = { 0 };

	buf_fmt(&b, "%s/%s%s", folder, name, end);
	return buf_steal(&b);
}

static void shelf_name(struct shelf *s, const struct args *a)
{
	*s = (struct shelf){ .folder = keys_folder(a), .lock = -1 };
	s->list = in_folder(s->folder, KEYS_LIST, "");
	s->hub = in_folder(s->folder, KEYS_HUB, "");
}

static void shelf_fini(struct shelf *s)
{
	if (s->lock >= 0)
		close(s->lock);
	keyring_fini(&s->ring);
	free(s->folder);
	free(s->list);
	free(s->hub);
}

/* Who changes the list at the same time waits. */
static bool shelf_lock(struct shelf *s, struct err *e)
{
	s->lock = open(s->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (s->lock < 0)
		return err_set(e,
			"there are no keys in %s: %s (seam keys init makes them)",
			s->folder, strerror(errno));
	return flock(s->lock, LOCK_EX) == 0 ||
		err_set(e, "cannot lock %s: %s", s->folder, strerror(errno));
}

static void read_own(struct shelf *s)
{
	struct keyfile k;

	if (keyfile_read(&k, s->hub, NULL))
		memcpy(s->own, k.public_key, sizeof(s->own));
	keyfile_wipe(&k);
}

static bool shelf_open(struct shelf *s, const struct args *a, bool change, struct err *e)
{
	shelf_name(s, a);
	if (change)
		read_own(s);
	return (!change || shelf_lock(s, e)) &&
		(keyring_read(&s->ring, s->list, e) ||
			(access(s->list, F_OK) < 0 &&
				err_set(e,
					"there are no keys in %s (seam keys init makes them)",
					s->folder)));
}

static enum status end(
	const struct args *a, struct shelf *s, bool ok, const struct err *e)
{
	enum status st = ok ? DONE : fail_with(a, REFUSED, "keys", "%s", e->text);

	shelf_fini(s);
	return st;
}

/* hub.key is the hub's own: a party of that name would have its file. */
static bool may_have_file(const struct keyfile *k, struct err *e)
{
	return k->role == ROLE_HUB || strcmp(k->name, "hub") != 0 ||
		err_set(e, "no %s is called hub: hub.key is the hub's own",
			role_name(k->role));
}

/* The public key of the hub, which all others are given. Other hubs may be in the list.
 */
static const char *hub_key(const struct shelf *s)
{
	if (s->own[0] != '\0')
		return s->own;
	for (size_t i = s->ring.count; i > 0; i--) {
		if (s->ring.key[i - 1].role == ROLE_HUB)
			return s->ring.key[i - 1].text;
	}
	return "";
}

static bool is_own(const struct shelf *s, const struct key *k)
{
	return k->role == ROLE_HUB && strcmp(k->text, hub_key(s)) == 0;
}

static void today(char out[28])
{
	char now[TIME_TEXT];

	time_format(clock_wall(), now);
	snprintf(out, 28, "%.10s", now);
}

static void list_key(struct shelf *s, const struct keyfile *k)
{
	struct key new = { .role = k->role };

	snprintf(new.name, sizeof(new.name), "%s", k->name);
	snprintf(new.text, sizeof(new.text), "%s", k->public_key);
	key_decode(str_of(new.text), new.bytes);
	today(new.since);
	keyring_add(&s->ring, &new);
}

static void say_key(
	const struct args *a, const char *what, const struct keyfile *k, const char *path)
{
	struct buf b = { 0 };

	if (!given(a, OPT_JSON)) {
		printf("%s %s %s\n", what, role_name(k->role), k->name);
		printf("  public key  %s\n", k->public_key);
		if (path != NULL)
			printf("  key file    %s\n", path);
		return;
	}
	out_open(&b, '{');
	out_key(&b, "name");
	out_text(&b, k->name);
	out_key(&b, "role");
	out_text(&b, role_name(k->role));
	out_key(&b, "public_key");
	out_text(&b, k->public_key);
	out_key(&b, "file");
	out_text(&b, path);
	out_close(&b, '}');
	puts(b.data);
	buf_fini(&b);
}

/* --- init ------------------------------------------------------------------ */

static bool make_new(
	const struct args *a, struct shelf *s, struct keyfile *k, struct err *e)
{
	const char *name = value_or(a, OPT_NAME, "main");

	if (!key_name_fits(ROLE_HUB, str_of(name)))
		return err_set(
			e, "the name \"%s\" must match [a-z0-9][a-z0-9._-]{0,63}", name);
	make_folder(s->folder);
	if (access(s->folder, F_OK) < 0)
		return err_set(e, "cannot make %s: %s (--keys DIR is another place)",
			s->folder, strerror(errno));
	if (!shelf_lock(s, e))
		return false;
	if (access(s->list, F_OK) == 0)
		return err_set(e,
			"%s is there already: seam keys rotate %s gives the hub a new key",
			s->list, name);
	snprintf(k->name, sizeof(k->name), "%s", name);
	k->role = ROLE_HUB;
	keyfile_make(k);
	list_key(s, k);
	return keyfile_write(k, s->hub, false, e) && keyring_write(&s->ring, s->list, e);
}

enum status run_keys_init(const struct args *a)
{
	struct keyfile k = { .role = ROLE_HUB };
	struct shelf s;
	struct err e;
	bool ok;

	shelf_name(&s, a);
	ok = make_new(a, &s, &k, &e);
	if (ok) {
		say_key(a, "made the key of", &k, s.hub);
		if (!given(a, OPT_JSON))
			printf("  who may in  %s (nobody yet: seam keys add NAME --role "
			       "agent|operator|observer)\n",
				s.list);
	}
	keyfile_wipe(&k);
	return end(a, &s, ok, &e);
}

/* --- add ------------------------------------------------------------------- */

static bool take_role(const struct args *a, struct keyfile *k, struct err *e)
{
	const char *name = a->operand[0];
	const struct str s = str_of(value_or(a, OPT_ROLE, ""));

	k->role = role_of(s);
	if (k->role == ROLE_NONE)
		return err_set(e, "--role is agent, operator, observer or hub");
	if (!key_name_fits(k->role, str_of(name)))
		return err_set(e, "\"%s\" is no name of %s", name,
			k->role == ROLE_AGENT
				? "an agent: [a-z0-9][a-z0-9._-]{0,63}"
				: "a key: [A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
	snprintf(k->name, sizeof(k->name), "%s", name);
	return may_have_file(k, e);
}

static bool is_free(const struct shelf *s, const struct keyfile *k, struct err *e)
{
	const struct key *other = keyring_named(&s->ring, str_of(k->name));
	unsigned char bytes[KEY_BYTES];

	if (other != NULL)
		return err_set(e,
			"%s is there already, as %s: seam keys rotate %s gives it a new key",
			k->name, role_name(other->role), k->name);
	if (!key_decode(str_of(k->public_key), bytes))
		return err_set(e, "--public is a public key: 40 characters of Z85");
	other = keyring_find(&s->ring, bytes);
	return other == NULL || err_set(e, "that is the key of %s", other->name);
}

/* A pair of its own, or the public key of one that was made elsewhere. */
static bool add_key(const struct args *a, struct shelf *s, struct keyfile *k, char **path,
	struct err *e)
{
	if (!take_role(a, k, e))
		return false;
	if (given(a, OPT_PUBLIC))
		snprintf(k->public_key, sizeof(k->public_key), "%.40s",
			strlen(a->value[OPT_PUBLIC]) == KEY_TEXT - 1
				? a->value[OPT_PUBLIC]
				: "");
	else
		keyfile_make(k);
	if (!is_free(s, k, e))
		return false;
	snprintf(k->server_key, sizeof(k->server_key), "%s", hub_key(s));
	if (!given(a, OPT_PUBLIC)) {
		*path = given(a, OPT_OUTPUT) ? xstrdup(a->value[OPT_OUTPUT])
					     : in_folder(s->folder, k->name, ".key");
		if (!keyfile_write(k, *path, false, e))
			return false;
	}
	list_key(s, k);
	if (keyring_write(&s->ring, s->list, e))
		return true;
	if (*path != NULL)
		unlink(*path);
	return false;
}

enum status run_keys_add(const struct args *a)
{
	struct keyfile k = { .role = ROLE_NONE };
	char *path = NULL;
	struct shelf s;
	struct err e;
	bool ok;

	ok = shelf_open(&s, a, true, &e) && add_key(a, &s, &k, &path, &e);
	if (ok)
		say_key(a, "added", &k, path);
	if (ok && given(a, OPT_PUBLIC) && !given(a, OPT_JSON))
		printf("  the hub's   %s\n", hub_key(&s));
	else if (ok && !given(a, OPT_JSON))
		puts("  Hand that file over by a way you trust: it is used with seam --key "
		     "FILE, or $SEAM_KEY.");
	free(path);
	keyfile_wipe(&k);
	return end(a, &s, ok, &e);
}

/* --- list ------------------------------------------------------------------ */

static void list_json(const struct shelf *s)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < s->ring.count; i++) {
		const struct key *k = &s->ring.key[i];

		buf_reset(&b);
		out_open(&b, '{');
		out_key(&b, "role");
		out_text(&b, role_name(k->role));
		out_key(&b, "name");
		out_text(&b, k->name);
		out_key(&b, "public_key");
		out_text(&b, k->text);
		out_key(&b, "since");
		out_text(&b, k->since[0] != '\0' ? k->since : NULL);
		out_key(&b, "until");
		out_time(&b, k->until);
		out_close(&b, '}');
		puts(b.data);
	}
	buf_fini(&b);
}

enum status run_keys_list(const struct args *a)
{
	struct shelf s;
	struct err e;
	bool ok = shelf_open(&s, a, false, &e);

	if (ok && given(a, OPT_JSON))
		list_json(&s);
	for (size_t i = 0; ok && !given(a, OPT_JSON) && i < s.ring.count; i++) {
		const struct key *k = &s.ring.key[i];
		char until[TIME_TEXT] = "";

		time_format(k->until, until);
		printf("%-8s  %-20s  %s  %s%s%.19s%s\n", role_name(k->role), k->name,
			k->text, k->since, k->until != 0 ? "  until " : "",
			k->until != 0 ? until : "", k->until != 0 ? "Z" : "");
	}
	return end(a, &s, ok, &e);
}

/* --- revoke, rotate -------------------------------------------------------- */

static void drop_file(struct shelf *s, const char *name)
{
	char *path = in_folder(s->folder, name, ".key");

	if (strcmp(path, s->hub) != 0)
		unlink(path);
	free(path);
}

static bool take_out(const struct args *a, struct shelf *s, size_t *count, struct err *e)
{
	const struct key *k = keyring_named(&s->ring, str_of(a->operand[0]));

	if (k == NULL)
		return err_set(
			e, "there is no key of %s (seam keys list)", a->operand[0]);
	if (is_own(s, k))
		return err_set(
			e, "%s is the hub itself: seam keys rotate %s", k->name, k->name);
	for (size_t i = s->ring.count; i > 0; i--) {
		if (strcmp(s->ring.key[i - 1].name, a->operand[0]) == 0) {
			keyring_remove(&s->ring, i - 1);
			++*count;
		}
	}
	if (!keyring_write(&s->ring, s->list, e))
		return false;
	drop_file(s, a->operand[0]);
	return true;
}

static bool decides(const struct shelf *s)
{
	for (size_t i = 0; i < s->ring.count; i++) {
		if (s->ring.key[i].role == ROLE_OPERATOR)
			return true;
	}
	return false;
}

enum status run_keys_revoke(const struct args *a)
{
	size_t count = 0;
	struct shelf s;
	struct err e;
	bool ok = shelf_open(&s, a, true, &e), decided = ok && decides(&s);

	ok = ok && take_out(a, &s, &count, &e);
	if (ok && given(a, OPT_JSON))
		printf("{\"revoked\":%zu}\n", count);
	else if (ok)
		printf("revoked %s: %zu key%s; a hub that runs ends its connections within "
		       "a second\n",
			a->operand[0], count, count == 1 ? "" : "s");
	if (ok && decided && !decides(&s))
		complain(
			"nobody is left who may decide: seam keys add NAME --role operator");
	return end(a, &s, ok, &e);
}

/* The old keys of a name end now, or at `until`. */
static void end_old(struct shelf *s, const char *name, int64_t until)
{
	for (size_t i = s->ring.count; i > 0; i--) {
		struct key *k = &s->ring.key[i - 1];

		if (strcmp(k->name, name) != 0)
			continue;
		if (until == 0)
			keyring_remove(&s->ring, i - 1);
		else if (k->until == 0 || k->until > until)
			k->until = until;
	}
}

/* Key files that lie here are brought up to date with the hub's new key. */
static bool spread_hub_key(struct shelf *s, const char *new, struct err *e)
{
	for (size_t i = 0; i < s->ring.count; i++) {
		char *path = in_folder(s->folder, s->ring.key[i].name, ".key");
		struct keyfile k;
		bool ok = true;

		if (s->ring.key[i].role != ROLE_HUB && strcmp(path, s->hub) != 0 &&
			access(path, F_OK) == 0) {
			ok = keyfile_read(&k, path, e);
			snprintf(k.server_key, sizeof(k.server_key), "%s", new);
			ok = ok && keyfile_write(&k, path, true, e);
			keyfile_wipe(&k);
		}
		free(path);
		if (!ok)
			return false;
	}
	return true;
}

static bool give_new(const struct args *a, struct shelf *s, struct keyfile *k,
	char **path, struct err *e)
{
	const struct key *old = keyring_named(&s->ring, str_of(a->operand[0]));
	int64_t span = 0;
	bool hub;

	if (given(a, OPT_TIME) && !duration_parse(str_of(a->value[OPT_TIME]), &span))
		return err_set(e, "--time is a time like 24h");
	if (old == NULL)
		return err_set(
			e, "there is no key of %s (seam keys list)", a->operand[0]);
	hub = is_own(s, old);
	if (hub && span != 0)
		return err_set(
			e, "a hub has one key at a time: --time is for the others");
	k->role = old->role;
	snprintf(k->name, sizeof(k->name), "%s", old->name);
	if (!may_have_file(k, e))
		return false;
	keyfile_make(k);
	if (!hub)
		snprintf(k->server_key, sizeof(k->server_key), "%s", hub_key(s));
	end_old(s, k->name, span != 0 ? clock_wall() + span : 0);
	list_key(s, k);
	*path = hub ? in_folder(s->folder, KEYS_HUB, "")
		    : in_folder(s->folder, k->name, ".key");
	return keyfile_write(k, *path, true, e) &&
		(!hub || spread_hub_key(s, k->public_key, e)) &&
		keyring_write(&s->ring, s->list, e);
}

enum status run_keys_rotate(const struct args *a)
{
	struct keyfile k = { .role = ROLE_NONE };
	char *path = NULL;
	struct shelf s;
	struct err e;
	bool ok = shelf_open(&s, a, true, &e) && give_new(a, &s, &k, &path, &e);

	if (ok)
		say_key(a, "a new key for", &k, path);
	if (ok && !given(a, OPT_JSON)) {
		if (strcmp(path, s.hub) == 0)
			puts("  Start the hub again. Everybody needs its new key: the files here "
			     "have it, others set server-key.");
		else if (keyring_named(&s.ring, str_of(k.name))->until != 0)
			printf("  the old key works for %s more\n", a->value[OPT_TIME]);
		else
			puts("  the old key is revoked");
	}
	free(path);
	keyfile_wipe(&k);
	return end(a, &s, ok, &e);
}
