/* SPDX-License-Identifier: MIT */
/*
 * A small door for programs that watch the hub: HTTP/1.1, GET and HEAD, a few pages
 * of plain text. libmicrohttpd parses; it runs inside the hub's loop, through one
 * descriptor, and never blocks it. Few connections are held, each for a few seconds
 * and one answer, whatever the other side does or does not.
 */
#ifndef BUS_HTTP_H
#define BUS_HTTP_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

#define HTTP_CONNECTIONS 32

struct http;

struct http_reply {
	int status; /* of HTTP; 0: not known yet, ask again after http_wake() */
	const char *type;
	struct buf body;
};

/* Fills the reply for `path`; `late`: it must be answered now. */
typedef void http_answer(void *user, const char *path, bool late, struct http_reply *r);

/*
 * Listens at HOST:PORT: a number, [::1] or localhost, and a port that may be `*`. Off
 * loopback only if `open`.
 */
struct http *http_open(
	const char *address, bool open, http_answer *answer, void *user, struct err *e);
/* NULL is fine, here and below: there is none. */
void http_close(struct http *w);
/* "http://127.0.0.1:9464", with the port that was taken. */
const char *http_url(const struct http *w);
/* The descriptor to poll for reading; -1. */
int http_descriptor(const struct http *w);
/* Milliseconds until http_turn() is to be called whatever is read; -1: any time. */
long http_patience(const struct http *w);
/* Does what can be done without waiting. */
void http_turn(struct http *w);
/* Those that were not answered yet ask once more, in the next turn. */
void http_wake(struct http *w);

#endif
