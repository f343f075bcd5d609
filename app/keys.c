/* SPDX-License-Identifier: MIT */
#include "app/keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/paths.h"
#include "app/shell_client.h"
#include "base/mem.h"
#include "bus/hub.h"

static const char *from_environment(const char *name)
{
	const char *v = getenv(name);

	return v != NULL && v[0] != '\0' ? v : NULL;
}

char *keys_folder(const struct args *a)
{
	const char *said =
		given(a, OPT_KEYS) ? a->value[OPT_KEYS] : from_environment("SEAM_KEYS");

	return said != NULL ? xstrdup(said) : config_home("keys");
}

/* The file that holds it, NULL where no key is meant; the caller frees. */
static char *key_path(const struct args *a, const char *url)
{
	const char *said =
		given(a, OPT_KEY) ? a->value[OPT_KEY] : from_environment("SEAM_KEY");
	char *usual;

	if (said != NULL)
		return xstrdup(said);
	usual = config_home("key");
	if (!endpoint_is_local(url) && access(usual, F_OK) == 0)
		return usual;
	free(usual);
	return NULL;
}

const char *key_owner(const struct args *a)
{
	static char name[KEY_NAME];
	char *path = name[0] == '\0' ? key_path(a, hub_url(a)) : NULL;
	struct keyfile k;

	if (path != NULL && keyfile_read(&k, path, NULL)) {
		snprintf(name, sizeof(name), "%s", k.name);
		keyfile_wipe(&k);
	}
	free(path);
	return name[0] != '\0' ? name : NULL;
}

enum status key_of_client(const struct args *a, const char *url, struct keyfile *k)
{
	char *path = key_path(a, url);
	enum status s = DONE;
	struct err e;

	*k = (struct keyfile){ .role = ROLE_NONE };
	if (path == NULL)
		goto out;
	if (!keyfile_read(k, path, &e))
		s = fail_with(a, REFUSED, "key", "%s", e.text);
	else if (k->role == ROLE_HUB)
		s = fail_with(a, REFUSED, "key",
			"%s is a hub's key: seam keys add makes one for you", path);
	else if (k->server_key[0] == '\0')
		s = fail_with(a, REFUSED, "key",
			"%s has no server-key, the hub's public key (seam keys list)",
			path);
out:
	free(path);
	return s;
}
