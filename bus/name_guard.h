/* SPDX-License-Identifier: MIT */
/*
 * Stands between libzmq and libsodium, because peers could end the hub.
 *
 * Who connects to a ROUTER may name itself; whom it names none it gives one, a zero byte
 * and the next number. libzmq (seen in 4.3.4) does not mind a peer that names itself like
 * that, and when the numbers get there an assertion ends the program: "ok" in
 * socket_base.cpp. With some thousand names taken in advance an agent's key would need
 * hours of connecting for it, no more.
 *
 * Under CURVE the name comes encrypted, so it is seen first where it is opened: libzmq
 * calls crypto_box_open() of this file, which refuses such a handshake. What libzmq would
 * refuse there without a word, a false proof or a kind of socket that does not fit, is
 * counted (doors.h).
 */
#ifndef BUS_NAME_GUARD_H
#define BUS_NAME_GUARD_H

#include <stdbool.h>
#include <stddef.h>

/* Does nothing; who calls it has the guard linked. */
void name_guard(void);

/*
 * Whether the metadata of a handshake (RFC 23) neither names its peer as ROUTER names
 * others nor is of a kind of socket that has no business with that lane (-1: any).
 */
bool name_fits(const unsigned char *metadata, size_t n, int lane);

#endif
