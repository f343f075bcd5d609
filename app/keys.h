/* SPDX-License-Identifier: MIT */
/* Where keys lie, and which one a command uses. */
#ifndef APP_KEYS_H
#define APP_KEYS_H

#include "app/command.h"
#include "bus/keyfile.h"

#define KEYS_LIST "authorised-keys"
#define KEYS_HUB "hub.key"

/* --keys, $SEAM_KEYS or $XDG_CONFIG_HOME/seam/keys; the caller frees. */
char *keys_folder(const struct args *a);
/*
 * The key that a client of the hub at `url` uses: --key, $SEAM_KEY or, of a hub that is
 * on another machine, $XDG_CONFIG_HOME/seam/key where that is there. DONE with
 * k->public_key[0] == '\0' where there is none; else the status after saying why.
 */
enum status key_of_client(const struct args *a, const char *url, struct keyfile *k);
/* Whose key hub_url() is asked with; NULL: nobody's. */
const char *key_owner(const struct args *a);

#endif
