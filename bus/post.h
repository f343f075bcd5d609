/* SPDX-License-Identifier: MIT */
/*
 * One HTTP POST of JSON, answered or given up within a time: who is at the other
 * end is checked where it is https, no redirection is followed, and no more is
 * read of an answer than is needed to say what it was.
 */
#ifndef BUS_POST_H
#define BUS_POST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

#define POST_HEADERS 8

struct post {
	const char *url; /* http or https */
	struct str body;
	const char *header[POST_HEADERS + 1]; /* "Name: value", NULL-terminated */
	const char *ca_file;                  /* NULL: what the system trusts */
	int64_t time;                         /* microseconds in all */
};

struct post_answer {
	long status;
	long retry_after;    /* seconds that it asks to wait, 0 */
	char location[200];  /* of a redirection; "" */
	char body[4096 + 1]; /* the beginning */
};

/*
 * Whether what is sent there as it is can be read by nobody on the way: https, or
 * this machine.
 */
bool post_is_private(const char *url);
/* False with a reason where no answer came. */
bool post_json(const struct post *p, struct post_answer *out, struct err *e);

#endif
