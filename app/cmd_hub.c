/* SPDX-License-Identifier: MIT */
/* `seam hub`. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "app/commands.h"
#include "app/keys.h"
#include "app/paths.h"
#include "app/shell_client.h"
#include "base/buf.h"
#include "base/clock.h"
#include "bus/hub.h"

static bool read_size(struct str s, uint64_t *bytes)
{
	static const struct {
		const char *unit;
		uint64_t bytes;
	} units[] = { { "kB", 1000 }, { "MB", 1000000 }, { "GB", 1000000000 },
		{ "TB", UINT64_C(1000000000000) } };
	uint64_t n = 0;
	size_t i = 0;

	for (; i < s.n && i < 6 && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		n = n * 10 + (uint64_t)(s.p[i] - '0');
	for (size_t u = 0; n > 0 && u < sizeof(units) / sizeof(*units); u++) {
		if (str_is(str_skip(s, i), units[u].unit)) {
			*bytes = n * units[u].bytes;
			return true;
		}
	}
	return false;
}

/* Ages and sizes, a comma between. */
static bool read_keep(struct str s, struct hub_options *o)
{
	while (s.n > 0) {
		const char *comma = memchr(s.p, ',', s.n);
		struct str one = { s.p, comma != NULL ? (size_t)(comma - s.p) : s.n };

		if (!read_size(one, &o->keep_bytes) &&
			(!duration_parse(one, &o->keep_age) || o->keep_age <= 0))
			return false;
		s = str_skip(s, comma != NULL ? one.n + 1 : one.n);
	}
	return true;
}

/* Begins what is said of a value that was not taken: seven digits may be too many. */
static const char *why_not(const char *text)
{
	for (; *text != '\0'; text++) {
		size_t n = strspn(text, "0123456789");

		if (n > 6)
			return "the number is too large: ";
		text += n > 0 ? n - 1 : 0;
	}
	return "";
}

static bool read_numbers(const struct args *a, struct hub_options *o)
{
	const char *rate = value_or(a, OPT_CLOCK_RATE, "1");
	char *end;

	if (!duration_parse((struct str){ value_or(a, OPT_GRACE, "10s"),
				    strlen(value_or(a, OPT_GRACE, "10s")) },
		    &o->grace)) {
		usage_error(a, "%s--grace is a time like 10s",
			why_not(value_or(a, OPT_GRACE, "")));
		return false;
	}
	if (!duration_parse(str_of(value_or(a, OPT_HOOK_TIME, "30s")), &o->hook_time) ||
		o->hook_time < SECOND / 10) {
		usage_error(a, "%s--hook-time is a time like 30s",
			why_not(value_or(a, OPT_HOOK_TIME, "")));
		return false;
	}
	o->clock_rate = strtod(rate, &end);
	if (*end != '\0' || !(o->clock_rate >= 1e-6 && o->clock_rate <= 100000)) {
		usage_error(a, "--clock-rate is a number from 0.000001 to 100000");
		return false;
	}
	if (!read_number(
		    value_or(a, OPT_SNAPSHOT_EVERY, "100000"), 1, &o->snapshot_every)) {
		usage_error(a, "%s--snapshot-every is a whole number above 0",
			why_not(value_or(a, OPT_SNAPSHOT_EVERY, "")));
		return false;
	}
	if (!read_keep(str_of(value_or(a, OPT_KEEP, "")), o)) {
		usage_error(a,
			"%s--keep is an age like 30d, a size like 20GB (kB, MB, GB or "
			"TB), or 30d,20GB",
			why_not(value_or(a, OPT_KEEP, "")));
		return false;
	}
	return true;
}

/* Who has the addresses that could not be bound: the hub at control says so itself. */
static void say_who_answers(const char *control)
{
	struct client *c =
		strchr(control, '*') == NULL ? client_open(control, NULL, NULL) : NULL;
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
		.secure = given(a, OPT_SECURE),
		.insecure = given(a, OPT_INSECURE),
		.on_escalate = a->value[OPT_ON_ESCALATE],
		.on_fallback = a->value[OPT_ON_FALLBACK],
	};
	char *journal = NULL, *keys = keys_folder(a);
	sigset_t hangup;
	struct err e;
	bool ok;

	/* it means "read the contracts again", also before somebody listens */
	sigemptyset(&hangup);
	sigaddset(&hangup, SIGHUP);
	sigprocmask(SIG_BLOCK, &hangup, NULL);

	o.keys = keys;
	if (o.secure && o.insecure) {
		usage_error(a, "either --secure or --insecure");
		free(keys);
		return USAGE;
	}
	if (!read_numbers(a, &o)) {
		free(keys);
		return USAGE;
	}
	if (o.journal == NULL)
		o.journal = journal = journal_default(o.name);
	else if (strcmp(o.journal, "none") == 0)
		o.journal = NULL;
	ok = hub_run(&o, &e);
	free(journal);
	free(keys);
	if (!ok) {
		complain("%s", e.text);
		if (strstr(e.text, "in use") != NULL)
			say_who_answers(o.control);
	}
	return ok ? DONE : REFUSED;
}
