/* SPDX-License-Identifier: MIT */
#include "contract/fallback.h"

static const char *const names[FALLBACK_ACTIONS] = {
	[FALLBACK_NONE] = "",
	[FALLBACK_ESCALATE] = "escalate",
	[FALLBACK_DEAD_LETTER] = "dead_letter",
	[FALLBACK_QUEUE] = "queue",
	[FALLBACK_REQUEUE] = "requeue",
	[FALLBACK_STOP] = "stop",
	[FALLBACK_PROCEED] = "proceed",
};

const char *fallback_name(enum fallback_action action)
{
	return names[action];
}

enum fallback_action fallback_named(struct str s)
{
	for (int a = FALLBACK_NONE + 1; a < FALLBACK_ACTIONS; a++) {
		if (str_is(s, names[a]))
			return (enum fallback_action)a;
	}
	return FALLBACK_NONE;
}

static bool is_target(struct str s)
{
	if (s.n < 1 || s.n > 64)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			    (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-'))
			return false;
	}
	return true;
}

/* Takes `_if_not_progressed_within_N(s|m|h)` off the right end of *s. */
static bool take_delay(struct str *s, int64_t *seconds)
{
	static const char within[] = "_if_not_progressed_within_";
	size_t n = sizeof(within) - 1, digits = 0;
	int64_t unit, value = 0;

	if (s->n == 0)
		return false;
	switch (s->p[s->n - 1]) {
	case 's':
		unit = 1;
		break;
	case 'm':
		unit = 60;
		break;
	case 'h':
		unit = 3600;
		break;
	default:
		return false;
	}
	while (digits < s->n - 1 && s->p[s->n - 2 - digits] >= '0' &&
		s->p[s->n - 2 - digits] <= '9')
		digits++;
	if (digits < 1 || digits > 7 || s->n < 1 + digits + n ||
		s->p[s->n - 1 - digits] == '0' ||
		memcmp(s->p + s->n - 1 - digits - n, within, n) != 0)
		return false;
	for (size_t i = 0; i < digits; i++)
		value = value * 10 + (s->p[s->n - 1 - digits + i] - '0');
	s->n -= 1 + digits + n;
	*seconds = value * unit;
	return *seconds <= FALLBACK_LONGEST;
}

/* The longest action that `s` begins with. */
static enum fallback_action prefix_action(struct str s)
{
	int best = FALLBACK_NONE;

	for (int a = FALLBACK_NONE + 1; a < FALLBACK_ACTIONS; a++) {
		if (str_starts(s, names[a]) && strlen(names[a]) > strlen(names[best]))
			best = a;
	}
	return (enum fallback_action)best;
}

bool fallback_read_text(struct str s, struct fallback *out)
{
	struct fallback f = { 0 };
	struct str rest = s;

	*out = f;
	if (!take_delay(&rest, &f.after))
		return false;
	f.action = prefix_action(rest);
	if (f.action == FALLBACK_NONE)
		return false;
	rest = str_skip(rest, strlen(names[f.action]));
	if (rest.n > 0) {
		if (!str_starts(rest, "_to_"))
			return false;
		f.target = str_skip(rest, 4);
		if (!is_target(f.target))
			return false;
	}
	*out = f;
	return true;
}

static bool read_object(struct json *j, uint32_t node, struct fallback *out)
{
	uint32_t action = json_member(j, node, "action");
	uint32_t target = json_member(j, node, "target");
	struct fallback f = { 0 };

	if (!json_is(j, action, JSON_STRING) ||
		!json_int(j, json_member(j, node, "after_seconds"), &f.after))
		return false;
	f.action = fallback_named(json_str(j, action));
	if (f.action == FALLBACK_NONE || f.after < 1 || f.after > FALLBACK_LONGEST)
		return false;
	if (target != JSON_NONE && !json_is(j, target, JSON_NULL)) {
		if (!json_is(j, target, JSON_STRING))
			return false;
		f.target = json_str(j, target);
		if (!is_target(f.target))
			return false;
	}
	*out = f;
	return true;
}

bool fallback_read(struct json *j, uint32_t node, struct fallback *out)
{
	*out = (struct fallback){ 0 };
	if (json_is(j, node, JSON_STRING))
		return fallback_read_text(json_str(j, node), out);
	return json_is(j, node, JSON_OBJECT) && read_object(j, node, out);
}
