/* SPDX-License-Identifier: MIT */
#include "app/filtered.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "bus/hub.h"
#include "mesh/event.h"

/* --- compiling -------------------------------------------------------------- */

static const struct {
	const char *list;
	enum query_kind kind;
} kinds[] = { { "review", QUERY_HANDOFFS }, { "dead", QUERY_HANDOFFS },
	{ "handoffs", QUERY_HANDOFFS }, { "edges", QUERY_EDGES },
	{ "agents", QUERY_AGENTS }, { "contracts", QUERY_CONTRACTS } };

static unsigned kind_of(const char *list)
{
	if (list == NULL)
		return QUERY_EVENTS;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strcmp(kinds[i].list, list) == 0)
			return kinds[i].kind;
	}
	return 0;
}

static struct query *compile(
	const struct args *a, unsigned of, const char *members, bool *ok)
{
	struct query *q;
	struct err e;

	*ok = true;
	if (!given(a, OPT_FILTER))
		return NULL;
	q = query_compile(str_of(a->value[OPT_FILTER]), of, members, &e);
	if (q == NULL && e.text[0] != '\0') {
		usage_error(a, "--filter: %s", e.text);
		*ok = false;
	} else if (q != NULL && members != NULL && query_asks(q, QUERY_VALUE)) {
		usage_error(a,
			"--filter: value is known to the console alone: name its "
			"place, as /amount/value>1000");
		query_free(q);
		q = NULL;
		*ok = false;
	}
	return q;
}

bool filter_is_understood(const struct args *a, unsigned of)
{
	bool ok;

	query_free(compile(a, of, NULL, &ok));
	return ok;
}

struct query *filter_compile(const struct args *a, const char *list, bool *ok)
{
	return compile(a, kind_of(list), list != NULL ? hub_list_members(list) : "", ok);
}

/* --- values of JSON --------------------------------------------------------- */

static bool of_node(struct json *j, uint32_t n, unsigned nth, struct query_value *out)
{
	if (n == JSON_NONE || json_is(j, n, JSON_NULL))
		return false;
	if (json_is(j, n, JSON_ARRAY)) {
		uint32_t e = json_element(j, n, nth);

		return e != JSON_NONE && !json_is(j, e, JSON_ARRAY) &&
			of_node(j, e, 0, out);
	}
	if (json_is(j, n, JSON_OBJECT)) { /* by its names: faults, contracts of an edge */
		uint32_t key = n + 1;

		while (key < j->node[n].next && nth-- > 0)
			key = j->node[key + 1].next;
		if (key >= j->node[n].next)
			return false;
		out->text = json_str(j, key);
		return true;
	}
	if (nth > 0)
		return false;
	out->is_number = json_is(j, n, JSON_NUMBER);
	out->number = out->is_number ? json_number(j, n) : 0;
	out->text = json_is(j, n, JSON_STRING) ? json_str(j, n) : json_raw(j, n);
	return true;
}

static uint32_t member(const struct filtered *f, const char *name)
{
	return json_member(f->j, f->item, name);
}

static struct str text_at(const struct filtered *f, uint32_t n)
{
	return json_is(f->j, n, JSON_STRING) ? json_str(f->j, n) : (struct str){ 0 };
}

/* Seconds from a time to another; one of the two is `now`. */
static bool of_time(const struct filtered *f, uint32_t n, bool ahead, unsigned nth,
	struct query_value *out)
{
	int64_t time;

	if (nth > 0 || !time_parse(text_at(f, n), &time))
		return false;
	out->is_number = true;
	out->number = (double)(ahead ? time - f->now : f->now - time) / (double)SECOND;
	return true;
}

static bool of_edge(struct query_row *row, struct str from, struct str to, unsigned nth,
	struct query_value *out)
{
	if (nth > 0 || from.n == 0 || to.n == 0)
		return false;
	snprintf(row->scratch, sizeof(row->scratch), "%.*s>%.*s",
		from.n < 98 ? (int)from.n : 98, from.p, to.n < 98 ? (int)to.n : 98, to.p);
	out->text = str_of(row->scratch);
	return true;
}

static bool of_text(struct str s, unsigned nth, struct query_value *out)
{
	out->text = s;
	return nth == 0 && s.n > 0;
}

static struct str behind(struct str s, char c)
{
	const char *at = s.n > 0 ? memchr(s.p, c, s.n) : NULL;

	return at != NULL ? str_skip(s, (size_t)(at - s.p) + 1) : (struct str){ 0 };
}

/* --- items of lists --------------------------------------------------------- */

static bool of_item(struct query_row *row, enum query_name name, struct str own,
	unsigned nth, struct query_value *out)
{
	const struct filtered *f = row->arg;
	bool edges = strcmp(f->list, "edges") == 0;
	uint32_t n;

	switch (name) {
	case QUERY_MEMBER:
		return of_node(f->j, json_find(f->j, f->item, own), nth, out);
	case QUERY_EDGE:
		return of_edge(row, text_at(f, member(f, "from")),
			text_at(f, member(f, "to")), nth, out);
	case QUERY_AGENT:
		n = member(f, "agent");
		if (n != JSON_NONE)
			return of_node(f->j, n, nth, out);
		return nth < 2 &&
			of_node(f->j, member(f, nth == 0 ? "from" : "to"), 0, out);
	case QUERY_AGE:
		return of_time(f, member(f, "offered"), false, nth, out);
	case QUERY_DUE:
		return of_time(f, member(f, "deadline"), true, nth, out);
	case QUERY_VERSION:
		n = member(f, "version");
		if (n != JSON_NONE)
			return of_node(f->j, n, nth, out);
		return of_text(behind(text_at(f, member(f, "contract")), '/'), nth, out);
	case QUERY_BY:
		n = member(f, "claimed_by");
		if (json_is(f->j, n, JSON_STRING) && nth-- == 0)
			return of_node(f->j, n, 0, out);
		return of_node(f->j, member(f, "operator"), nth, out);
	case QUERY_STATE:
		return of_node(f->j, member(f, edges ? "trouble" : "state"), nth, out);
	case QUERY_CONF:
		return of_node(f->j, member(f, edges ? "confidence_p50" : "confidence"),
			nth, out);
	case QUERY_CONTRACT:
		return of_node(
			f->j, member(f, edges ? "contracts" : "contract"), nth, out);
	default:
		return name < QUERY_NAMES && query_fields[name].member != NULL &&
			of_node(f->j, member(f, query_fields[name].member), nth, out);
	}
}

/* --- events ----------------------------------------------------------------- */

static uint32_t of_data(const struct filtered *f, const char *name)
{
	return json_member(f->j, json_member(f->j, f->item, "data"), name);
}

static bool of_type(const struct filtered *f, unsigned nth, struct query_value *out)
{
	struct str type = text_at(f, member(f, "type"));
	enum event_type t = event_type_named(type);

	if (nth == 0 && t != EV_UNKNOWN)
		return of_text(str_of(event_kinds[t].word), 0, out);
	return of_text(type, t != EV_UNKNOWN ? nth - 1 : nth, out);
}

/* Of one who was refused: who, what it wanted, why not. */
static bool of_denial(const struct filtered *f, enum query_name name, unsigned nth,
	struct query_value *out)
{
	const char *wanted = name == QUERY_AGENT ? "name"
		: name == QUERY_REASON           ? "why"
		: name == QUERY_TEXT             ? "what"
						 : NULL;

	return wanted != NULL &&
		str_is(text_at(f, member(f, "type")),
			event_kinds[EV_ACCESS_DENIED].type) &&
		of_node(f->j, of_data(f, wanted), nth, out);
}

static bool of_event(struct query_row *row, enum query_name name, struct str own,
	unsigned nth, struct query_value *out)
{
	const struct filtered *f = row->arg;
	struct str source;

	(void)own;
	if (of_denial(f, name, nth, out))
		return true;
	switch (name) {
	case QUERY_ID:
		return of_node(f->j, of_data(f, "handoff"), nth, out);
	case QUERY_TYPE:
		return of_type(f, nth, out);
	case QUERY_TIME:
		return of_node(f->j, member(f, "recordedtime"), nth, out) ||
			of_node(f->j, member(f, "time"), nth, out);
	case QUERY_AGE:
		return of_time(f, member(f, "recordedtime"), false, nth, out);
	case QUERY_AGENT:
		source = text_at(f, member(f, "source"));
		if (str_starts(source, "agent:") && nth-- == 0)
			return of_text(str_skip(source, 6), 0, out);
		return nth < 2 &&
			of_node(f->j, of_data(f, nth == 0 ? "from" : "to"), 0, out);
	case QUERY_EDGE:
		return of_edge(row, text_at(f, of_data(f, "from")),
			text_at(f, of_data(f, "to")), nth, out);
	case QUERY_CONTRACT:
		return of_text(
			behind(text_at(f, member(f, "dataschema")), ':'), nth, out);
	case QUERY_VERSION:
		return of_text(
			behind(text_at(f, member(f, "dataschema")), '/'), nth, out);
	case QUERY_INCIDENT:
		return of_node(f->j, member(f, "subject"), nth, out);
	case QUERY_BY:
		return of_node(f->j, of_data(f, "operator"), nth, out);
	case QUERY_TEXT:
		return of_node(f->j, of_data(f, "note"), nth, out);
	default:
		return name < QUERY_NAMES &&
			of_node(f->j,
				of_data(f,
					query_fields[name].member != NULL
						? query_fields[name].member
						: query_fields[name].name),
				nth, out);
	}
}

/* --- judging ---------------------------------------------------------------- */

static enum query_look look(struct query_row *row, const struct query *q, uint32_t *found)
{
	const struct filtered *f = row->arg;
	uint64_t fuel = QUERY_FUEL;
	struct json *j = f->j;
	uint32_t root = f->item, artifact;

	if (f->list == NULL) {
		artifact = of_data(f, "artifact");
	} else if (kind_of(f->list) == QUERY_HANDOFFS) {
		if (f->artifact == NULL ||
			!f->artifact(
				f->arg, text_at(f, member(f, "handoff")), &j, &artifact))
			return QUERY_NOTHING;
		root = artifact;
	} else {
		artifact = JSON_NONE;
	}
	*found = query_find(q, j, root, artifact, JSON_NONE, &fuel);
	return QUERY_LOOKED;
}

bool filter_takes(const struct filtered *f)
{
	struct query_row row = { f->list != NULL ? of_item : of_event, look, (void *)f,
		"" };
	uint64_t fuel = QUERY_FUEL;

	return f->q == NULL || query_judge(f->q, &row, &fuel) == QUERY_YES;
}
