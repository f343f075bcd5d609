/* SPDX-License-Identifier: MIT */
/* The names of the language of filters, as one const table. */
#include "mesh/query.h"

#define H QUERY_HANDOFFS
#define E QUERY_EDGES
#define A QUERY_AGENTS
#define C QUERY_CONTRACTS
#define G QUERY_GROUPS
#define L QUERY_EVENTS
#define F QUERY_FINDINGS
#define I QUERY_INCIDENTS

const struct query_field query_fields[QUERY_NAMES] = {
	[QUERY_ID] = { "id", "handoff", QUERY_WORDS, H | L, true, "handoff",
		"of the handoff" },
	[QUERY_EDGE] = { "edge", NULL, QUERY_WORDS, H | E | G | L, true, NULL,
		"a>b, a> or >b; without > either end" },
	[QUERY_FROM] = { "from", NULL, QUERY_WORDS, H | E | G | L | C, false, "from",
		"who hands over" },
	[QUERY_TO] = { "to", NULL, QUERY_WORDS, H | E | G | L | C, false, "to",
		"who takes over" },
	[QUERY_AGENT] = { "agent", NULL, QUERY_WORDS, H | E | A | C | G | L | F, true,
		NULL, "either end; of an event also who says it" },
	[QUERY_CONTRACT] = { "contract", NULL, QUERY_WORDS, H | E | C | G | L | F, true,
		"contract", "name/1.2.3, also name@1" },
	[QUERY_VERSION] = { "version", NULL, QUERY_ORDINAL, H | A | C | L, false, NULL,
		"of the contract, or of the agent" },
	[QUERY_STATE] = { "state", NULL, QUERY_WORDS, H | E | A | L | I, false, "state",
		"held, dead, escalated ...; of an edge LOW, BROKEN ...; of an incident its "
		"worst" },
	[QUERY_CONF] = { "conf", "confidence", QUERY_NUMBER, H | E | A | L, false,
		"confidence", "0 to 1; of an edge or agent the median" },
	[QUERY_REASON] = { "reason", NULL, QUERY_WORDS, H | E | G | L, true, "reason",
		"why it was refused, failed or died" },
	[QUERY_DETAIL] = { "detail", NULL, QUERY_WORDS, H | L, true, "detail",
		"the same in the agent's words" },
	[QUERY_FAULT] = { "fault", "faults", QUERY_WORDS, H | E | L, true, "faults",
		"what is wrong with it: schema, loop, unreviewed ..." },
	[QUERY_VIOLATION] = { "violation", NULL, QUERY_WORDS, H | G, true, "violation",
		"where and how it breaks its contract" },
	[QUERY_INCIDENT] = { "incident", NULL, QUERY_WORDS, H | L | I, true, "incident",
		"that it belongs to" },
	[QUERY_BY] = { "by", "operator", QUERY_WORDS, H | L | I, false, NULL,
		"who decided last, or is on it" },
	[QUERY_AGE] = { "age", NULL, QUERY_SPAN, H | G | L | I, false, NULL,
		"since it was offered; of a group its oldest letter, of an incident its first" },
	[QUERY_DUE] = { "due", NULL, QUERY_SPAN, H, false, NULL,
		"until its deadline; below 0s: past" },
	[QUERY_ATTEMPT] = { "attempt", NULL, QUERY_NUMBER, H, false, "attempt",
		"1 is the first" },
	[QUERY_VALUE] = { "value", NULL, QUERY_NUMBER, H, false, NULL,
		"what is at stake, where the contract says so" },
	[QUERY_FALLBACK] = { "fallback", "on_deadline", QUERY_WORDS, H, true,
		"on_deadline", "proceed, stop, escalate; and to whom" },
	[QUERY_TEXT] = { "text", "summary", QUERY_WORDS, H | L | F | I, true, "summary",
		"what its sender says of it; of an incident its title" },
	[QUERY_RATE] = { "rate", NULL, QUERY_NUMBER, E | A, false, "rate",
		"offers a second" },
	[QUERY_DEAD] = { "dead", NULL, QUERY_NUMBER, E | G, false, "dead",
		"letters that are dead" },
	[QUERY_WAITS] = { "waits", NULL, QUERY_NUMBER, E | I, false, NULL,
		"handoffs that wait for a human; of an incident those not ended" },
	[QUERY_MODEL] = { "model", NULL, QUERY_WORDS, A, true, "model", "of the agent" },
	[QUERY_TYPE] = { "type", NULL, QUERY_WORDS, L | F, true, "type",
		"offered, refused, gap ...; of a finding its kind" },
	[QUERY_TIME] = { "time", NULL, QUERY_MOMENT, L, false, NULL,
		"03:04, 03:04:05 or 2026-04-17T03:04" },
	[QUERY_STANDING] = { "standing", NULL, QUERY_WORDS, L, true, NULL,
		"applied, duplicate, late ..." },
	[QUERY_COUNT] = { "count", "offered", QUERY_NUMBER, E | C | F | I, false,
		"offered",
		"offers; of a finding how often; of an incident its handoffs" },
	[QUERY_TAG] = { "tag", NULL, QUERY_WORDS, H | L | I, true, NULL,
		"that somebody has put on it" },
};

const char *query_kind_name(enum query_kind kind)
{
	switch (kind) {
	case QUERY_HANDOFFS:
		return "handoffs";
	case QUERY_EDGES:
		return "edges";
	case QUERY_AGENTS:
		return "agents";
	case QUERY_CONTRACTS:
		return "contracts";
	case QUERY_GROUPS:
		return "groups";
	case QUERY_EVENTS:
		return "events";
	case QUERY_INCIDENTS:
		return "incidents";
	default:
		return "findings";
	}
}

enum query_name query_named(struct str name)
{
	for (int i = 0; i < QUERY_NAMES; i++) {
		if (str_is(name, query_fields[i].name) ||
			(query_fields[i].also != NULL &&
				str_is(name, query_fields[i].also)))
			return (enum query_name)i;
	}
	return QUERY_NAMES;
}

const char *query_operators(enum query_type type)
{
	switch (type) {
	case QUERY_WORDS:
		return ": = :~";
	case QUERY_ORDINAL:
		return ": = < >";
	default:
		return "< > =";
	}
}
