/* SPDX-License-Identifier: MIT */
/*
 * What a service manager is told of the hub's life: the datagrams of sd_notify(3), sent
 * to $NOTIFY_SOCKET. Without that variable nothing is sent.
 */
#ifndef BUS_NOTIFY_H
#define BUS_NOTIFY_H

#include <stdbool.h>
#include <stdint.h>

struct notify;

/* Reads $NOTIFY_SOCKET, $WATCHDOG_USEC and $WATCHDOG_PID, and takes them out of the
 * environment: they are not for programs that the hub starts. Never NULL. */
struct notify *notify_new(void);
void notify_free(struct notify *n);

/* Each waits for nothing, but for ready: that must arrive. */
void notify_ready(struct notify *n);
void notify_stopping(struct notify *n);
void notify_reloading(struct notify *n);
/* One line about how it is; sent where it differs from the last, at most once a second.
 */
void notify_status(struct notify *n, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* Starting or stopping takes long, but goes on: at most one a second is sent. */
void notify_patience(struct notify *n);
/* It lives: sent as often as the watchdog asks for it. */
void notify_alive(struct notify *n);
/* Milliseconds until notify_alive() has something to send; -1: any time. */
long notify_due(const struct notify *n);
/* Microseconds after which the watchdog acts; 0: there is none. */
int64_t notify_watchdog(const struct notify *n);

#endif
