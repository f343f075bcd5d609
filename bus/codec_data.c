/* SPDX-License-Identifier: MIT */
/* The members of `data`, type by type: docs/PROTOCOL.md, "Types of events". */
#include <stddef.h>

#include "base/clock.h"
#include "base/text.h"
#include "bus/codec_own.h"

enum field_kind {
	FIELD_ID,
	FIELD_AGENT,
	FIELD_STRING,
	FIELD_ATTEMPT,
	FIELD_SEQUENCE,
	FIELD_TIME,
	FIELD_SECONDS,
	FIELD_FALLBACK,
	FIELD_REFUSAL,
	FIELD_CAUSE,
	FIELD_DIGEST,
	FIELD_FLAG
};

#define IN(type) (UINT64_C(1) << EV_##type)
#define DECISIONS                                                                        \
	(IN(APPROVED) | IN(ENDORSED) | IN(REJECTED) | IN(ESCALATED) |                    \
		IN(DECISION_HELD) | IN(REQUEUED) | IN(DISCARDED))
#define DELIVERIES (IN(APPLIED) | IN(DELIVERY_REFUSED))
#define AGENTS (IN(HELLO) | IN(HEARTBEAT) | IN(BYE))
#define RUNS (IN(HOOK_DONE) | IN(HOOK_FAILED) | IN(HOOK_SKIPPED))
#define MUTES (IN(MUTE_SET) | IN(MUTE_ENDED))
#define NAMED (MUTES | IN(NOTED))
#define ENDS (IN(REFUSED) | IN(FAILED) | IN(DEAD_LETTERED))

/* docs/PROTOCOL.md, the table of types: which member is what, and where it must be. */
static const struct field {
	const char *name;
	enum field_kind kind;
	size_t at;
	uint64_t required, optional;
} fields[] = {
#define AT(member) offsetof(struct event, member)
	{ "from", FIELD_AGENT, AT(from), IN(OFFERED), 0 },
	{ "to", FIELD_AGENT, AT(to), IN(OFFERED), 0 },
	{ "agent", FIELD_AGENT, AT(agent_named), AGENTS | DELIVERIES, 0 },
	{ "reason", FIELD_REFUSAL, AT(reason), IN(REFUSED), 0 },
	{ "reason", FIELD_STRING, AT(reason),
		IN(FAILED) | IN(DEAD_LETTERED) | IN(QUARANTINED), DELIVERIES },
	{ "detail", FIELD_STRING, AT(detail), 0, ENDS | IN(QUARANTINED) | RUNS },
	{ "note", FIELD_STRING, AT(note), 0,
		DECISIONS | NAMED | IN(ACCEPTED) | IN(PROGRESSED) | IN(COMPLETED) },
	{ "decision", FIELD_ID, AT(decision), DECISIONS | DELIVERIES | IN(DENIED), 0 },
	{ "digest", FIELD_DIGEST, AT(digest_named), DECISIONS, 0 },
	{ "operator", FIELD_STRING, AT(operator_name), DECISIONS | NAMED,
		IN(DENIED) | IN(CLAIMED) | IN(RELEASED) },
	{ "target", FIELD_STRING, AT(target), 0, IN(ESCALATED) | IN(FALLBACK) },
	{ "until", FIELD_TIME, AT(until), IN(DECISION_HELD) | IN(MUTE_SET),
		IN(CLAIMED) | IN(RELEASED) | IN(NOTED) },
	{ "next_attempt", FIELD_ATTEMPT, AT(next_attempt), 0,
		IN(REQUEUED) | IN(FALLBACK) },
	{ "action", FIELD_FALLBACK, AT(action), IN(FALLBACK), 0 },
	{ "action", FIELD_STRING, AT(action_name), 0, IN(DENIED) | IN(FALLBACK) },
	{ "code", FIELD_STRING, AT(code), 0, IN(DENIED) },
	{ "cause", FIELD_CAUSE, AT(hold), IN(HELD), 0 },
	{ "cause", FIELD_STRING, AT(cause), 0, IN(HELD) | IN(FALLBACK) },
	{ "deadline", FIELD_TIME, AT(deadline), 0, IN(HELD) },
	{ "first", FIELD_SEQUENCE, AT(first), IN(GAP), 0 },
	{ "last", FIELD_SEQUENCE, AT(last), IN(GAP), 0 },
	{ "count", FIELD_SEQUENCE, AT(count), IN(DUPLICATE) | IN(ACCESS_DENIED),
		IN(QUARANTINED) },
	{ "of", FIELD_SEQUENCE, AT(of), RUNS, IN(DUPLICATE) },
	{ "version", FIELD_STRING, AT(version), 0, IN(HELLO) },
	{ "model", FIELD_STRING, AT(model), 0, IN(HELLO) },
	{ "heartbeat_seconds", FIELD_SECONDS, AT(heartbeat), 0, IN(HELLO) },
	{ "hook", FIELD_STRING, AT(hook), RUNS | IN(HOOK_SET), 0 },
	{ "on", FIELD_FLAG, AT(on), IN(HOOK_SET), 0 },
	{ "tries", FIELD_SEQUENCE, AT(count), 0, RUNS },
	{ "again", FIELD_TIME, AT(until), 0, IN(HOOK_FAILED) },
	{ "what", FIELD_STRING, AT(what), NAMED | IN(ACCESS_DENIED), 0 },
	{ "name", FIELD_STRING, AT(name), NAMED, IN(ACCESS_DENIED) },
	{ "why", FIELD_STRING, AT(cause), IN(ACCESS_DENIED), 0 },
	{ "removed", FIELD_FLAG, AT(removed), 0,
		IN(CONTRACT_LOADED) | IN(CONTRACT_REFUSED) },
	{ "file", FIELD_STRING, AT(file), IN(CONTRACT_REFUSED), IN(CONTRACT_LOADED) },
	{ "reason", FIELD_STRING, AT(reason), 0, IN(CONTRACT_REFUSED) },
#undef AT
};

static bool read_string(struct json *j, uint32_t n, void *to)
{
	if (!json_is(j, n, JSON_STRING))
		return false;
	*(struct str *)to = json_str(j, n);
	return true;
}

static bool read_attempt(struct json *j, uint32_t n, void *to)
{
	int64_t value;

	if (!json_int(j, n, &value) || value < 1 || value > MOST_ATTEMPT + 1)
		return false;
	*(uint32_t *)to = (uint32_t)value;
	return true;
}

static bool read_seconds(struct json *j, uint32_t n, void *to)
{
	double value;

	if (!json_is(j, n, JSON_NUMBER))
		return false;
	value = json_number(j, n);
	if (!(value > 0 && value <= 86400))
		return false;
	*(int64_t *)to = (int64_t)(value * (double)SECOND);
	return true;
}

static bool read_fallback_action(struct json *j, uint32_t n, void *to)
{
	struct str s;

	if (!read_string(j, n, &s))
		return false;
	*(enum fallback_action *)to = fallback_named(s);
	return *(enum fallback_action *)to != FALLBACK_NONE;
}

/* The reasons that the receiver of a handoff may give for not taking it. */
static bool read_refusal(struct json *j, uint32_t n, void *to)
{
	static const char *const reasons[] = { "version", "contract", "scope", "overload",
		"loop", "other" };

	if (!read_string(j, n, to))
		return false;
	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++) {
		if (str_is(*(struct str *)to, reasons[i]))
			return true;
	}
	return false;
}

static bool read_cause(struct json *j, uint32_t n, void *to)
{
	struct str s;

	if (!read_string(j, n, &s))
		return false;
	*(enum hold_cause *)to = hold_cause_named(s);
	return *(enum hold_cause *)to != HOLD_NONE;
}

static bool read_field(struct json *j, uint32_t n, enum field_kind kind, void *to)
{
	struct str s;

	switch (kind) {
	case FIELD_ID:
		return read_string(j, n, to) && text_is_id(*(struct str *)to);
	case FIELD_AGENT:
		return read_string(j, n, to) && text_is_agent(*(struct str *)to);
	case FIELD_STRING:
		return read_string(j, n, to);
	case FIELD_ATTEMPT:
		return read_attempt(j, n, to);
	case FIELD_SEQUENCE:
		return sequence_read(j, n, to);
	case FIELD_TIME:
		return read_string(j, n, &s) && time_parse(s, to);
	case FIELD_SECONDS:
		return read_seconds(j, n, to);
	case FIELD_FALLBACK:
		return read_fallback_action(j, n, to);
	case FIELD_REFUSAL:
		return read_refusal(j, n, to);
	case FIELD_CAUSE:
		return read_cause(j, n, to);
	case FIELD_DIGEST:
		return read_string(j, n, &s) && digest_parse(s, to);
	case FIELD_FLAG:
		*(bool *)to = json_is(j, n, JSON_TRUE);
		return json_is(j, n, JSON_TRUE) || json_is(j, n, JSON_FALSE);
	}
	return false;
}

static const char *kind_words(enum field_kind kind)
{
	static const char *const words[] = {
		[FIELD_ID] = "an id: [A-Za-z0-9][A-Za-z0-9._:/-]{0,127}",
		[FIELD_AGENT] = "an agent's name: [a-z0-9][a-z0-9._-]{0,63}",
		[FIELD_STRING] = "a string",
		[FIELD_ATTEMPT] = "an integer from 1 to 1000000000",
		[FIELD_SEQUENCE] = "a string of digits",
		[FIELD_TIME] = "a time as in RFC 3339",
		[FIELD_SECONDS] = "a number of seconds above 0",
		[FIELD_FALLBACK] =
			"escalate, dead_letter, queue, requeue, stop or proceed",
		[FIELD_REFUSAL] = "version, contract, scope, overload, loop or other",
		[FIELD_CAUSE] = "a cause of a hold",
		[FIELD_DIGEST] = "a digest: sha256: and 64 hex digits",
		[FIELD_FLAG] = "true or false",
	};

	return words[kind];
}

static bool take_field(struct event *out, const struct field *f, struct err *e)
{
	uint32_t n = json_member(out->doc, out->data, f->name);

	if (n == JSON_NONE || json_is(out->doc, n, JSON_NULL)) {
		if (f->required & UINT64_C(1) << out->type)
			return err_set(e, "data.%s is missing", f->name);
		return true;
	}
	if (!read_field(out->doc, n, f->kind, (char *)out + f->at))
		return err_set(e, "data.%s must be %s", f->name, kind_words(f->kind));
	if (f->kind == FIELD_DIGEST)
		out->has_digest_named = true;
	return true;
}

static bool read_about_handoff(struct event *out, struct err *e)
{
	static const struct field about[] = {
		{ "handoff", FIELD_ID, offsetof(struct event, handoff), UINT64_MAX, 0 },
		{ "attempt", FIELD_ATTEMPT, offsetof(struct event, attempt), UINT64_MAX,
			0 },
	};

	if (!event_kinds[out->type].handoff)
		return true;
	return take_field(out, &about[0], e) && take_field(out, &about[1], e);
}

static void read_number(struct event *out, const char *name, bool *has, double *value)
{
	uint32_t n = json_member(out->doc, out->data, name);

	*has = json_is(out->doc, n, JSON_NUMBER);
	if (*has)
		*value = json_number(out->doc, n);
}

static void read_faults(struct event *out)
{
	uint32_t faults = json_member(out->doc, out->data, "faults");

	if (!json_is(out->doc, faults, JSON_ARRAY))
		return;
	for (uint32_t i = faults + 1; i < out->doc->node[faults].next;
		i = out->doc->node[i].next) {
		if (json_is(out->doc, i, JSON_STRING))
			out->faults |= fault_named(json_str(out->doc, i));
	}
}

/* The first of the places where the artifact breaks its contract, and how many there are.
 */
static void read_violation(struct event *out)
{
	uint32_t list = json_member(out->doc, out->data, "violations");
	uint32_t of = json_member(out->doc, out->data, "of");
	uint32_t first = json_pointer(out->doc, out->data, STR("/violations/0"));
	uint32_t at = json_member(out->doc, first, "at");
	uint32_t message = json_member(out->doc, first, "message");

	if (!json_is(out->doc, at, JSON_STRING) ||
		!json_is(out->doc, message, JSON_STRING))
		return;
	out->violation_at = json_str(out->doc, at);
	out->violation = json_str(out->doc, message);
	out->of = out->doc->node[list].count;
	if (json_is(out->doc, of, JSON_NUMBER) &&
		json_number(out->doc, of) > (double)out->of)
		out->of = json_number(out->doc, of) < UINT32_MAX
			? (uint64_t)json_number(out->doc, of)
			: UINT32_MAX;
}

/* What a hold says beside its fields: confidence, faults, what happens. */
static void read_hold(struct event *out)
{
	uint32_t on = json_member(out->doc, out->data, "on_deadline");
	struct str action;

	read_number(out, "confidence", &out->has_confidence, &out->confidence);
	read_number(out, "review_below", &out->has_review_below, &out->review_below);
	read_faults(out);
	if (!json_is(out->doc, on, JSON_STRING))
		return;
	action = json_str(out->doc, on);
	for (int a = FALLBACK_NONE + 1; a < FALLBACK_ACTIONS; a++) {
		const char *name = fallback_name((enum fallback_action)a);

		if (str_is(action, name))
			out->action = (enum fallback_action)a;
		else if (str_starts(action, name) &&
			str_starts(str_skip(action, strlen(name)), " to ")) {
			out->action = (enum fallback_action)a;
			out->target = str_skip(action, strlen(name) + 4);
		}
	}
}

static bool read_artifact(struct event *out, struct str original, struct err *e)
{
	uint32_t n = json_member(out->doc, out->data, "artifact");

	out->artifact = n;
	if (out->type == EV_OFFERED && out->attempt > MOST_ATTEMPT)
		return err_set(e, "data.attempt is at most %d", MOST_ATTEMPT);
	if (n == JSON_NONE) {
		if (out->type == EV_OFFERED)
			return err_set(e, "data.artifact is missing");
		return true;
	}
	out->artifact_raw = json_raw(out->doc, n);
	out->digest = digest_of((struct str){
		original.p + out->doc->node[n].start, out->artifact_raw.n });
	return true;
}

/* Put back with another artifact: else it bears the one of the offer, as it was. */
static bool is_changed(const struct event *out)
{
	uint32_t n = out->type == EV_REQUEUED
		? json_member(out->doc, out->data, "new_digest")
		: JSON_NONE;

	return n != JSON_NONE && !json_is(out->doc, n, JSON_NULL);
}

bool codec_read_data(struct event *out, struct str original, struct err *e)
{
	uint64_t type = UINT64_C(1) << out->type;

	if (out->type == EV_UNKNOWN)
		return true;
	/* what only the hub may say is not heard from others, whatever is in it */
	if (event_kinds[out->type].speaker == SPEAKER_HUB && !out->from_hub)
		return true;
	if (!json_is(out->doc, out->data, JSON_OBJECT))
		return err_set(e, "\"data\" must be an object");
	if (!read_about_handoff(out, e))
		return false;
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		if ((fields[i].required | fields[i].optional) & type &&
			!take_field(out, &fields[i], e))
			return false;
	}
	if (out->type == EV_HELD)
		read_hold(out);
	if (out->type == EV_FLAGGED) {
		read_faults(out);
		read_violation(out);
	}
	if (out->type == EV_OFFERED || out->type == EV_APPROVED || is_changed(out))
		return read_artifact(out, original, e);
	return true;
}
