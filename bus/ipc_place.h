/* SPDX-License-Identifier: MIT */
/* Where sockets of ipc:// may be: in a folder that is their owner's alone. */
#ifndef BUS_IPC_PLACE_H
#define BUS_IPC_PLACE_H

#include <stdbool.h>

#include "base/err.h"

/* Whether it is a socket in the file system, not an abstract one and not a name that
 * libzmq makes up. */
bool ipc_is_path(const char *endpoint);
/*
 * Makes the folder of such a socket, mode 0700, if it is not there. With `alone` it fails
 * where others than its owner may enter it. True for all that is no path.
 */
bool ipc_place(const char *endpoint, bool alone, struct err *e);
/* A socket that asks for keys may be connected to by anybody. */
void ipc_open_to_all(const char *endpoint);

#endif
