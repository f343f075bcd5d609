/* SPDX-License-Identifier: MIT */
#include "bus/codec.h"

#include <math.h>
#include <stddef.h>
#include <stdio.h>

#include "base/clock.h"
#include "base/text.h"

void sequence_text(uint64_t n, char out[21])
{
	for (int i = 19; i >= 0; i--, n /= 10)
		out[i] = (char)('0' + n % 10);
	out[20] = '\0';
}

static bool digits(struct str s, uint64_t *out)
{
	uint64_t n = 0;
	size_t i = 0;

	if (s.n < 1 || s.n > 20)
		return false;
	while (s.n - i > 8 && memcmp(s.p + i, "00000000", 8) == 0)
		i += 8;
	for (; i < s.n; i++) {
		unsigned d = (unsigned)(s.p[i] - '0');

		/* only the twentieth digit can be too much */
		if (d > 9 || (i == 19 && n > (UINT64_MAX - d) / 10))
			return false;
		n = n * 10 + d;
	}
	*out = n;
	return true;
}

bool sequence_read(struct json *j, uint32_t node, uint64_t *out)
{
	if (json_is(j, node, JSON_STRING))
		return digits(json_str(j, node), out);
	if (json_is(j, node, JSON_NUMBER) && j->node[node].integer)
		return digits(json_raw(j, node), out);
	return false;
}

/* --- attributes ------------------------------------------------------------ */

/* The members of the root that are read here. */
enum attribute {
	ATTR_SPECVERSION,
	ATTR_ID,
	ATTR_SOURCE,
	ATTR_TYPE,
	ATTR_SUBJECT,
	ATTR_TIME,
	ATTR_RUN,
	ATTR_SEQUENCE,
	ATTR_DATASCHEMA,
	ATTR_DATA,
	ATTR_RECORDEDTIME,
	ATTR_HUBSEQUENCE,
	ATTR_ARTIFACTDIGEST,
	ATTRIBUTES
};

#define NAME(literal)                                                                    \
	{                                                                                \
		(literal), sizeof(literal) - 1                                           \
	}
static const struct str names[ATTRIBUTES] = {
	[ATTR_SPECVERSION] = NAME("specversion"),
	[ATTR_ID] = NAME("id"),
	[ATTR_SOURCE] = NAME("source"),
	[ATTR_TYPE] = NAME("type"),
	[ATTR_SUBJECT] = NAME("subject"),
	[ATTR_TIME] = NAME("time"),
	[ATTR_RUN] = NAME("run"),
	[ATTR_SEQUENCE] = NAME("sequence"),
	[ATTR_DATASCHEMA] = NAME("dataschema"),
	[ATTR_DATA] = NAME("data"),
	[ATTR_RECORDEDTIME] = NAME("recordedtime"),
	[ATTR_HUBSEQUENCE] = NAME("hubsequence"),
	[ATTR_ARTIFACTDIGEST] = NAME("artifactdigest"),
};
#undef NAME

/* An event while it is read. */
struct reading {
	struct json *j;
	uint32_t at[ATTRIBUTES]; /* where their values are; JSON_NONE: absent */
	struct event *out;
	struct err *e;
};

/* Events of one kind bear their members in one order: the search begins behind the last.
 */
static void find_attributes(struct reading *r)
{
	struct json *j = r->j;
	uint32_t key = 1, members = j->node[0].count;
	int last = 0;

	for (int i = 0; i < ATTRIBUTES; i++)
		r->at[i] = JSON_NONE;
	for (; members > 0; members--, key = j->node[key + 1].next) {
		struct str name = json_str(j, key);

		for (int i = 0; i < ATTRIBUTES; i++) {
			int a = last + i < ATTRIBUTES ? last + i : last + i - ATTRIBUTES;

			if (!str_eq(names[a], name))
				continue;
			r->at[a] = key + 1;
			last = a + 1;
			break;
		}
	}
}

/* Whether these eight bytes are all printable ASCII. */
static bool plain8(const char *p)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
	uint64_t v;

	memcpy(&v, p, sizeof(v));
	return ((v | (v - ones * 0x20) | (v + ones)) & tops) == 0;
}

/* CloudEvents 1.0, "Type System": no control characters in a String. */
static bool has_controls(struct str s)
{
	size_t i = 0;

	while (s.n - i >= 8 && plain8(s.p + i))
		i += 8;
	for (; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c < 0x20 || c == 0x7f)
			return true;
		if (c == 0xc2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xa0)
			return true;
	}
	return false;
}

/* Absent and null are the same: CloudEvents JSON format, "null". */
static bool is_absent(const struct reading *r, enum attribute a)
{
	return r->at[a] == JSON_NONE || json_is(r->j, r->at[a], JSON_NULL);
}

static bool attribute(struct reading *r, enum attribute a, struct str *out)
{
	uint32_t n = r->at[a];

	*out = (struct str){ 0 };
	if (is_absent(r, a))
		return true;
	if (!json_is(r->j, n, JSON_STRING))
		return err_set(r->e, "attribute \"%s\" must be a string", names[a].p);
	*out = json_str(r->j, n);
	if (has_controls(*out))
		return err_set(
			r->e, "attribute \"%s\" holds control characters", names[a].p);
	return true;
}

static bool required(struct reading *r, enum attribute a, struct str *out)
{
	if (!attribute(r, a, out))
		return false;
	if (out->n == 0)
		return err_set(r->e, "attribute \"%s\" is missing", names[a].p);
	return true;
}

static bool optional_id(struct reading *r, enum attribute a, struct str *out)
{
	if (!attribute(r, a, out))
		return false;
	if (out->n > 0 && !text_is_id(*out))
		return err_set(r->e,
			"attribute \"%s\" must match [A-Za-z0-9][A-Za-z0-9._:/-]{0,127}",
			names[a].p);
	return true;
}

static bool read_source(struct reading *r)
{
	struct event *out = r->out;
	struct str name;

	if (!required(r, ATTR_SOURCE, &out->source))
		return false;
	out->from_hub = str_starts(out->source, "hub:");
	if (!out->from_hub && !str_starts(out->source, "agent:"))
		return err_set(r->e, "attribute \"source\" must be agent:NAME");
	name = str_skip(out->source, out->from_hub ? 4 : 6);
	if (!text_is_agent(name))
		return err_set(r->e,
			"the name in \"source\" must match [a-z0-9][a-z0-9._-]{0,63}");
	if (!out->from_hub)
		out->agent = name;
	return true;
}

static bool read_sequence(struct reading *r)
{
	uint32_t n = r->at[ATTR_SEQUENCE];

	if (is_absent(r, ATTR_SEQUENCE))
		return true;
	if (!json_is(r->j, n, JSON_STRING) ||
		!sequence_read(r->j, n, &r->out->sequence) || r->out->sequence == 0)
		return err_set(r->e,
			"attribute \"sequence\" must be a string of 1 to 20 "
			"digits that counts from 1");
	r->out->has_sequence = true;
	return true;
}

static bool read_time(struct reading *r, enum attribute a, bool *has, int64_t *out)
{
	struct str s;

	if (!attribute(r, a, &s))
		return false;
	*has = s.p != NULL;
	if (*has && !time_parse(s, out))
		return err_set(r->e, "attribute \"%s\" must be a time as in RFC 3339",
			names[a].p);
	return true;
}

/* What a hub has added, where it counts. */
static bool read_recorded(struct reading *r)
{
	struct event *out = r->out;
	uint32_t n = r->at[ATTR_HUBSEQUENCE];

	if (!read_time(r, ATTR_RECORDEDTIME, &out->has_recorded, &out->recorded))
		return false;
	if (is_absent(r, ATTR_HUBSEQUENCE))
		return true;
	if (!sequence_read(r->j, n, &out->hubsequence) || out->hubsequence == 0)
		return err_set(
			r->e, "attribute \"hubsequence\" must be a string of digits");
	out->numbered = out->hubsequence;
	return true;
}

static bool read_attributes(struct reading *r, enum codec_origin origin)
{
	struct event *out = r->out;
	struct str specversion;

	if (!json_is(r->j, 0, JSON_OBJECT))
		return err_set(r->e, "an event is a JSON object");
	find_attributes(r);
	if (!required(r, ATTR_SPECVERSION, &specversion))
		return false;
	if (!str_is(specversion, "1.0"))
		return err_set(r->e, "attribute \"specversion\" must be \"1.0\"");
	if (!required(r, ATTR_ID, &out->id))
		return false;
	if (out->id.n > EVENT_ID_BYTES)
		return err_set(
			r->e, "attribute \"id\" has at most %d bytes", EVENT_ID_BYTES);
	if (!read_source(r) || !required(r, ATTR_TYPE, &out->type_name) ||
		!optional_id(r, ATTR_SUBJECT, &out->subject) ||
		!optional_id(r, ATTR_RUN, &out->run) ||
		!attribute(r, ATTR_DATASCHEMA, &out->dataschema) || !read_sequence(r) ||
		!read_time(r, ATTR_TIME, &out->has_time, &out->time))
		return false;
	if (origin == FROM_RECORDING && !read_recorded(r))
		return false;
	if (!out->has_recorded)
		out->recorded = out->time;
	out->type = event_type_named(out->type_name);
	return true;
}

/* --- data ------------------------------------------------------------------ */

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
	(IN(APPROVED) | IN(REJECTED) | IN(ESCALATED) | IN(DECISION_HELD) |               \
		IN(REQUEUED) | IN(DISCARDED))
#define DELIVERIES (IN(APPLIED) | IN(DELIVERY_REFUSED))
#define AGENTS (IN(HELLO) | IN(HEARTBEAT) | IN(BYE))
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
	{ "detail", FIELD_STRING, AT(detail), 0, ENDS | IN(QUARANTINED) },
	{ "note", FIELD_STRING, AT(note), 0,
		DECISIONS | IN(ACCEPTED) | IN(PROGRESSED) | IN(COMPLETED) },
	{ "decision", FIELD_ID, AT(decision), DECISIONS | DELIVERIES | IN(DENIED), 0 },
	{ "digest", FIELD_DIGEST, AT(digest_named), DECISIONS, 0 },
	{ "operator", FIELD_STRING, AT(operator_name), DECISIONS,
		IN(DENIED) | IN(CLAIMED) | IN(RELEASED) },
	{ "target", FIELD_STRING, AT(target), 0, IN(ESCALATED) | IN(FALLBACK) },
	{ "until", FIELD_TIME, AT(until), IN(DECISION_HELD), IN(CLAIMED) | IN(RELEASED) },
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
	{ "count", FIELD_SEQUENCE, AT(count), IN(DUPLICATE), 0 },
	{ "of", FIELD_SEQUENCE, AT(of), 0, IN(DUPLICATE) },
	{ "version", FIELD_STRING, AT(version), 0, IN(HELLO) },
	{ "model", FIELD_STRING, AT(model), 0, IN(HELLO) },
	{ "heartbeat_seconds", FIELD_SECONDS, AT(heartbeat), 0, IN(HELLO) },
	{ "removed", FIELD_FLAG, AT(removed), 0, IN(CONTRACT_LOADED) },
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

/* What a hold says beside its fields: confidence, faults, what happens. */
static void read_hold(struct event *out)
{
	uint32_t faults = json_member(out->doc, out->data, "faults");
	uint32_t on = json_member(out->doc, out->data, "on_deadline");
	struct str action;

	read_number(out, "confidence", &out->has_confidence, &out->confidence);
	read_number(out, "review_below", &out->has_review_below, &out->review_below);
	if (json_is(out->doc, faults, JSON_ARRAY)) {
		for (uint32_t i = faults + 1; i < out->doc->node[faults].next;
			i = out->doc->node[i].next) {
			if (json_is(out->doc, i, JSON_STRING))
				out->faults |= fault_named(json_str(out->doc, i));
		}
	}
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

/* A recording's word for the digest, where its line differs from what came. */
static bool read_artifact_digest(struct reading *r)
{
	uint32_t n = r->at[ATTR_ARTIFACTDIGEST];

	if (n == JSON_NONE || r->out->hubsequence == 0)
		return true;
	if (!json_is(r->j, n, JSON_STRING) ||
		!digest_parse(json_str(r->j, n), &r->out->digest))
		return err_set(r->e, "attribute \"artifactdigest\" must be a digest");
	return true;
}

static bool read_data(struct event *out, struct str original, struct err *e)
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
	if (out->type == EV_OFFERED || out->type == EV_APPROVED)
		return read_artifact(out, original, e);
	return true;
}

bool event_read(struct json *doc, struct str bytes, struct str original,
	enum codec_origin origin, struct event *out, const char **reason, struct err *e)
{
	struct reading r = { .j = doc, .out = out, .e = e };
	size_t limit = EVENT_BYTES + (origin == FROM_RECORDING ? 2 * EVENT_BYTES : 0);
	const char *why;

	if (reason == NULL)
		reason = &why;
	*out = (struct event){ .raw = bytes, .doc = doc, .artifact = JSON_NONE };
	*reason = "too_large";
	if (bytes.n > limit)
		return err_set(e, "%zu bytes, at most %zu are taken", bytes.n, limit);
	*reason = "not_json";
	if (!json_read(doc, bytes.p, bytes.n, EVENT_DEPTH, e))
		return false;
	*reason = "attributes";
	if (!read_attributes(&r, origin))
		return false;
	*reason = "data";
	out->data = r.at[ATTR_DATA];
	if (out->data != JSON_NONE)
		out->data_raw = json_raw(doc, out->data);
	return read_data(out, original, e) && read_artifact_digest(&r);
}
