/* SPDX-License-Identifier: MIT */
/* `--filter`: the language of `/` in the console, over the members of items and events.
 */
#ifndef APP_FILTERED_H
#define APP_FILTERED_H

#include "app/command.h"
#include "base/json.h"
#include "mesh/query.h"

/* False after a usage error: what it says is not understood. */
bool filter_is_understood(const struct args *a, unsigned kinds);
/*
 * The same, compiled for a list ("review") or, with NULL, for events. *ok is false after
 * a usage error; NULL: there is no filter.
 */
struct query *filter_compile(const struct args *a, const char *list, bool *ok);

/* What is asked about one item or event. */
struct filtered {
	const struct query *q;
	const char *list; /* NULL: it is an event */
	struct json *j;
	uint32_t item;
	int64_t now;
	/* Reads the artifact of a handoff into *j, its node into *at; NULL: there is
	 * none. */
	bool (*artifact)(void *arg, struct str handoff, struct json **j, uint32_t *at);
	void *arg;
};

bool filter_takes(const struct filtered *f);

#endif
