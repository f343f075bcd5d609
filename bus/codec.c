/* SPDX-License-Identifier: MIT */
/* The envelope of an event, and numbers in it; what is in `data` is bus/codec_data.c. */
#include "bus/codec.h"

#include "base/clock.h"
#include "base/text.h"
#include "bus/codec_own.h"

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
	/* CloudEvents 1.0, "Type System": none in a String */
	if (text_has_controls(*out))
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
	return codec_read_data(out, original, e) && read_artifact_digest(&r);
}
