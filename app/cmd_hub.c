/* SPDX-License-Identifier: MIT */
/* `seam hub`. */
#include <stdlib.h>
#include <string.h>

#include "app/commands.h"
#include "app/paths.h"
#include "app/shell_client.h"
#include "base/buf.h"
#include "base/clock.h"
#include "bus/hub.h"

/* "main" has main.journal, so that two meshes on one machine have two. */
static char *default_journal(const char *name)
{
	struct buf file = { 0 };
	char *path;

	buf_fmt(&file, "%s.journal", name);
	path = state_path(file.data);
	buf_fini(&file);
	return path;
}

static bool read_numbers(const struct args *a, struct hub_options *o)
{
	const char *rate = value_or(a, OPT_CLOCK_RATE, "1");
	char *end;

	if (!duration_parse((struct str){ value_or(a, OPT_GRACE, "10s"),
				    strlen(value_or(a, OPT_GRACE, "10s")) },
		    &o->grace)) {
		usage_error(a, "--grace is a time like 10s");
		return false;
	}
	o->clock_rate = strtod(rate, &end);
	if (*end != '\0' || !(o->clock_rate > 0 && o->clock_rate <= 100000)) {
		usage_error(a, "--clock-rate is a number above 0");
		return false;
	}
	if (!read_number(
		    value_or(a, OPT_SNAPSHOT_EVERY, "100000"), 1, &o->snapshot_every)) {
		usage_error(a, "--snapshot-every is a whole number above 0");
		return false;
	}
	return true;
}

/* Who has the addresses that could not be bound: the hub at control says so itself. */
static void say_who_answers(const char *control)
{
	struct client *c =
		strchr(control, '*') == NULL ? client_open(control, NULL) : NULL;
	struct buf reply = { 0 };
	struct json j = { 0 };

	if (c != NULL && client_reaches(c, 1000) &&
		client_call(c, STR("\"op\":\"ping\""), &reply, 1000, NULL) &&
		json_read(&j, reply.data, reply.len, REPLY_DEPTH, NULL))
		complain(
			"the hub \"%.*s\" answers at %s (events %.*s, journal epoch %.*s)",
			STR_ARG(reply_text(&j, "name")), control,
			STR_ARG(reply_text(&j, "events")),
			STR_ARG(reply_text(&j, "epoch")));
	json_fini(&j);
	buf_fini(&reply);
	client_close(c);
}

enum status run_hub(const struct args *a)
{
	struct hub_options o = {
		.name = value_or(a, OPT_NAME, "main"),
		.events = value_or(a, OPT_EVENTS, HUB_EVENTS),
		.control = value_or(a, OPT_CONTROL, HUB_CONTROL),
		.feed = value_or(a, OPT_FEED, HUB_FEED),
		.connect = (const char **)a->connect,
		.journal = a->value[OPT_JOURNAL],
		.contracts = a->value[OPT_CONTRACTS],
		.metrics = a->value[OPT_METRICS],
		.insecure = given(a, OPT_INSECURE),
	};
	char *journal = NULL;
	struct err e;
	bool ok;

	if (!read_numbers(a, &o))
		return USAGE;
	if (o.journal == NULL)
		o.journal = journal = default_journal(o.name);
	else if (strcmp(o.journal, "none") == 0)
		o.journal = NULL;
	ok = hub_run(&o, &e);
	free(journal);
	if (!ok) {
		complain("%s", e.text);
		if (strstr(e.text, "in use") != NULL)
			say_who_answers(o.control);
	}
	return ok ? DONE : REFUSED;
}
