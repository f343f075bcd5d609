/* SPDX-License-Identifier: MIT */
#include "app/shell_client.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/keys.h"
#include "base/json_out.h"
#include "base/text.h"
#include "bus/hub.h"

#define REACH_MS 3000
#define ANSWER_MS 10000

const char *hub_url(const struct args *a)
{
	const char *env = getenv("SEAM_HUB");

	return value_or(a, OPT_HUB, env != NULL && env[0] != '\0' ? env : HUB_CONTROL);
}

const char *operator_name(const struct args *a)
{
	static const char *const names[] = { "SEAM_OPERATOR", "USER", "LOGNAME" };
	struct passwd *pw;

	if (given(a, OPT_OPERATOR))
		return a->value[OPT_OPERATOR];
	if (key_owner(a) != NULL)
		return key_owner(a);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *v = getenv(names[i]);

		if (v != NULL && v[0] != '\0')
			return v;
	}
	pw = getpwuid(getuid());
	return pw != NULL ? pw->pw_name : "unknown";
}

bool operator_fits(const struct args *a)
{
	struct str name = str_of(operator_name(a));

	if (utf8_valid(name) && !text_has_controls(name) && name.n <= OPERATOR_BYTES)
		return true;
	usage_error(a,
		"the operator's name (%s) must be UTF-8, at most %d bytes, without "
		"control characters",
		given(a, OPT_OPERATOR) ? "--operator" : "SEAM_OPERATOR or the login's",
		OPERATOR_BYTES);
	return false;
}

struct client *hub_open(const struct args *a)
{
	struct keyfile key;
	struct client *c;
	struct err e;

	if (key_of_client(a, hub_url(a), &key) != DONE)
		return NULL;
	c = client_open(hub_url(a), &key, &e);
	keyfile_wipe(&key);
	if (c == NULL) {
		fail_with(a, NO_HUB, "no_hub", "%s", e.text);
		return NULL;
	}
	if (!client_reaches(c, REACH_MS)) {
		if (client_refused(c) != NULL)
			fail_with(a, NO_HUB, "no_access", "%s: %s", hub_url(a),
				client_refused(c));
		else
			fail_with(a, NO_HUB, "no_hub",
				client_was_accepted(c)
					? "something accepts at %s and does not answer: a hub that "
					  "is stopped or stuck, or no hub at all"
					: "no hub answers at %s (start one: seam hub; or name one: "
					  "--hub URL)",
				hub_url(a));
		client_close(c);
		return NULL;
	}
	return c;
}

void say_that_it_stands(const struct args *a)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return;
	complain("cannot write the output: %s; %s was done, and stands", strerror(errno),
		a->command);
	/* what could not be printed is not tried once more at the end */
	if (freopen("/dev/null", "w", stdout) == NULL)
		complain("cannot open /dev/null: %s", strerror(errno));
}

void print_json(struct str json)
{
	struct buf b = { 0 };

	out_ascii(&b, json);
	puts(b.data);
	buf_fini(&b);
}

struct str reply_text(struct json *j, const char *name)
{
	uint32_t n = json_member(j, 0, name);

	return json_is(j, n, JSON_STRING) ? json_str(j, n) : STR("");
}

bool reply_number(const struct json *j, const char *name, uint64_t *out)
{
	int64_t value;

	if (!json_int(j, json_member(j, 0, name), &value) || value < 0 ||
		value > INT64_C(1) << 53)
		return false;
	*out = (uint64_t)value;
	return true;
}

uint32_t reply_items(const struct json *j, const char *name)
{
	uint32_t n = json_member(j, 0, name);

	return json_is(j, n, JSON_ARRAY) ? n : JSON_NONE;
}

enum status no_answer(const struct args *a, const char *op)
{
	return fail_with(a, NO_HUB, "no_answer", "%s answers what is no answer to %s",
		hub_url(a), op);
}

/* Whether a reply is an ok one; if not, says its error. */
static bool is_ok(const struct buf *reply)
{
	static const char *const members[] = { "/error/code", "/error/message",
		"/error/operator", "/error/time", "/error/action" };
	struct json j = { 0 };
	struct str text[5];
	struct err e;
	bool ok = false;

	if (!json_read(&j, reply->data, reply->len, REPLY_DEPTH, &e)) {
		complain("the hub's answer cannot be read: %s", e.text);
		goto out;
	}
	ok = json_is(&j, json_member(&j, 0, "ok"), JSON_TRUE);
	for (int i = 0; i < 5; i++) {
		uint32_t n = json_pointer(&j, 0, str_of(members[i]));

		text[i] = json_is(&j, n, JSON_STRING) ? json_str(&j, n) : STR("");
	}
	if (!ok)
		complain("%.*s: %.*s%s%.*s%s%.*s%s%.*s", STR_ARG(text[0]),
			STR_ARG(text[1]), text[4].n > 0 ? ": " : "", STR_ARG(text[4]),
			text[2].n > 0 ? ", by " : "", STR_ARG(text[2]),
			text[3].n > 0 ? " at " : "", STR_ARG(text[3]));
out:
	json_fini(&j);
	return ok;
}

enum status hub_ask(
	struct client *c, const struct args *a, struct str members, struct buf *reply)
{
	struct err e;

	if (!client_call(c, members, reply, ANSWER_MS, &e))
		return fail_with(a, NO_HUB,
			client_refused(c) != NULL ? "no_access" : "no_hub", "%s", e.text);
	if (is_ok(reply))
		return DONE;
	if (given(a, OPT_JSON))
		print_json(buf_view(reply));
	return REFUSED;
}

enum status hub_ask_once(const struct args *a, struct str members, struct buf *reply)
{
	struct client *c = hub_open(a);
	enum status s;

	if (c == NULL)
		return NO_HUB;
	s = hub_ask(c, a, members, reply);
	client_close(c);
	return s;
}
