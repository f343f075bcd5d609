/* SPDX-License-Identifier: MIT */
/*
 * The events of the benchmarks: sixteen agents in a ring hand work on, the
 * same events in the same order at every run. An offer is the example of
 * docs/PROTOCOL.md grown to the usual 1 KB, or a small one that is held. As
 * they are sent, or as lines of a recording with what a hub adds. Included by
 * one program each.
 */
#ifndef TESTS_BENCH_EVENTS_H
#define TESTS_BENCH_EVENTS_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"

enum {
	EVENTS_AGENTS = 16,
	EVENTS_BYTES = 2048 /* none is longer */
};

#define EVENTS_BEGIN (INT64_C(1776467221) * SECOND) /* 2026-04-17T23:07:01Z */

struct events {
	uint64_t sequence[EVENTS_AGENTS]; /* the last number of each agent */
	uint64_t handoffs;
	uint64_t hubsequence;
	bool recorded;  /* as lines of a recording */
	unsigned phase; /* of the handoff under way, for events_next() */
	char text[EVENTS_BYTES];
	size_t n;
};

/* All agents to all: confidences below 0.8 are held. */
static const char events_contract[] =
	"{\"contract\":\"bench\",\"version\":\"1.0.0\","
	"\"from\":[\"agent-0\",\"agent-1\",\"agent-2\",\"agent-3\",\"agent-4\","
	"\"agent-5\",\"agent-6\",\"agent-7\",\"agent-8\",\"agent-9\",\"agent-10\","
	"\"agent-11\",\"agent-12\",\"agent-13\",\"agent-14\",\"agent-15\"],"
	"\"to\":[\"agent-0\",\"agent-1\",\"agent-2\",\"agent-3\",\"agent-4\","
	"\"agent-5\",\"agent-6\",\"agent-7\",\"agent-8\",\"agent-9\",\"agent-10\","
	"\"agent-11\",\"agent-12\",\"agent-13\",\"agent-14\",\"agent-15\"],"
	"\"scope\":{\"represents\":\"a cluster of alerts that belong together\","
	"\"excludes\":[\"what to do about it\"]},"
	"\"schema\":{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
	"\"type\":\"object\"},"
	"\"confidence\":{\"at\":\"/confidence\",\"review_below\":0.8},"
	"\"provenance\":{\"at\":\"/evidence_refs\"},"
	"\"fallback\":{\"at\":\"/fallback\"},"
	"\"summary\":\"{/primary_hypothesis}: {/alert_count} alerts on {/services}\"}";

static inline void events_add(struct events *v, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static inline void events_add(struct events *v, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	v->n += (size_t)vsnprintf(v->text + v->n, EVENTS_BYTES - v->n, fmt, ap);
	va_end(ap);
}

static inline unsigned events_from(uint64_t handoff)
{
	return (unsigned)(handoff % EVENTS_AGENTS);
}

static inline unsigned events_to(uint64_t handoff)
{
	return (unsigned)((handoff + 1 + handoff / EVENTS_AGENTS % 3) % EVENTS_AGENTS);
}

static inline void events_open(
	struct events *v, const char *id, const char *source, const char *type)
{
	char time[TIME_TEXT];
	int64_t now = EVENTS_BEGIN + (int64_t)v->hubsequence * 1000;

	v->n = 0;
	v->hubsequence++;
	time_format(now, time);
	events_add(v,
		"{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"%s\","
		"\"type\":\"seam.%s\",\"time\":\"%s\"",
		id, source, type, time);
}

static inline void events_begin(struct events *v, unsigned agent, const char *type)
{
	char id[64], source[32];
	unsigned long long number = ++v->sequence[agent];

	snprintf(id, sizeof(id), "9d2e41c7-%06llu", number);
	snprintf(source, sizeof(source), "agent:agent-%u", agent);
	events_open(v, id, source, type);
	events_add(v, ",\"run\":\"9d2e41c7\",\"sequence\":\"%020llu\"", number);
}

static inline void events_begin_hub(struct events *v, const char *type)
{
	char id[32];

	snprintf(id, sizeof(id), "h-%llu", (unsigned long long)v->hubsequence + 1);
	events_open(v, id, "hub:main", type);
}

static inline void events_end(struct events *v)
{
	char time[TIME_TEXT];

	events_add(v, "}");
	if (v->recorded) {
		time_format(EVENTS_BEGIN + (int64_t)v->hubsequence * 1000, time);
		events_add(v, ",\"recordedtime\":\"%s\",\"hubsequence\":\"%020llu\"",
			time, (unsigned long long)v->hubsequence);
	}
	events_add(v, "}");
}

/* Opens `data` with what every event about a handoff has. */
static inline void events_about(struct events *v, uint64_t handoff)
{
	events_add(v,
		",\"subject\":\"inc-2026-04-17-%04llu\",\"data\":{"
		"\"handoff\":\"ho-%08llx\",\"attempt\":1",
		(unsigned long long)(handoff / 8), (unsigned long long)handoff);
}

static inline void events_offer(struct events *v, uint64_t handoff, double confidence)
{
	events_begin(v, events_from(handoff), "handoff.offered");
	events_add(v,
		",\"dataschema\":\"contract:bench/1.0.0\","
		"\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"");
	events_about(v, handoff);
	events_add(v,
		",\"from\":\"agent-%u\",\"to\":\"agent-%u\",\"artifact\":{"
		"\"incident_id\":\"inc-2026-04-17-%04llu\","
		"\"signal_types\":[\"metric\",\"log\",\"trace\"],"
		"\"services\":[\"checkout-api\",\"payment-client\"],"
		"\"time_window\":{\"start\":\"2026-04-17T23:03:00Z\","
		"\"duration_seconds\":240},\"alert_count\":%llu,"
		"\"primary_hypothesis\":\"recent_deploy\",\"alternatives\":["
		"{\"hypothesis\":\"db_pool_exhausted\",\"weight\":0.17},"
		"{\"hypothesis\":\"upstream_timeout\",\"weight\":0.09}],"
		"\"evidence_refs\":[\"deploy:prod-2026-04-17-2247\","
		"\"trace:abc123def456\",\"log:checkout-api/5xx\"],",
		events_from(handoff), events_to(handoff),
		(unsigned long long)(handoff / 8), (unsigned long long)(handoff % 97));
	events_add(v,
		"\"notes\":\"error rate rose eight minutes after the deploy; "
		"two replicas restarted\",\"confidence\":%.2f,"
		"\"fallback\":\"escalate_to_oncall_if_not_progressed_within_20h\"}",
		confidence);
	events_end(v);
}

/* One of a flood: an artifact of some 300 bytes that a human has to look at. */
static inline void events_held_offer(struct events *v, uint64_t handoff)
{
	events_begin(v, events_from(handoff), "handoff.offered");
	events_add(v, ",\"dataschema\":\"contract:bench/1.0.0\"");
	events_about(v, handoff);
	events_add(v,
		",\"from\":\"agent-%u\",\"to\":\"agent-%u\",\"artifact\":{"
		"\"services\":[\"checkout-api\",\"payment-client\"],\"alert_count\":%llu,"
		"\"primary_hypothesis\":\"recent_deploy\","
		"\"evidence_refs\":[\"deploy:prod-2026-04-17-2247\","
		"\"trace:abc123def456\"],\"confidence\":0.41,"
		"\"fallback\":\"escalate_to_oncall_if_not_progressed_within_20h\"}",
		events_from(handoff), events_to(handoff),
		(unsigned long long)(handoff % 97));
	events_end(v);
}

/* What the one says who got it: accepted, completed. */
static inline void events_said(
	struct events *v, uint64_t handoff, const char *type, const char *note)
{
	events_begin(v, events_to(handoff), type);
	events_about(v, handoff);
	events_add(v, ",\"note\":\"%s\"", note);
	events_end(v);
}

static inline void events_hold(struct events *v, uint64_t handoff, double confidence)
{
	events_begin_hub(v, "handoff.held");
	events_about(v, handoff);
	events_add(v,
		",\"cause\":\"confidence\",\"confidence\":%.2f,\"review_below\":0.8,"
		"\"contract\":\"bench/1.0.0\",\"faults\":[],\"deadline\":null,"
		"\"on_deadline\":\"escalate to oncall\"",
		confidence);
	events_end(v);
}

static inline void events_approve(struct events *v, uint64_t handoff)
{
	events_begin_hub(v, "decision.approved");
	events_about(v, handoff);
	events_add(v,
		",\"decision\":\"d-%08llx\",\"digest\":\"sha256:%064llx\","
		"\"operator\":\"mira\",\"note\":\"seen, go on\"",
		(unsigned long long)handoff, (unsigned long long)handoff);
	events_end(v);
}

static const char events_long_note[] =
	"rolled back the deploy of 22:47 on both clusters; the error rate of "
	"checkout-api is below 0.1 % again, payment-client answers within 80 ms; "
	"watched for ten minutes, no further alert; the pool of connections was "
	"doubled by the same change and is back at 40 per replica; a ticket is open "
	"with the owners of the deploy, who have the traces and the timeline; nothing "
	"is left to do for the incident, the follow-up is theirs; evidence is kept "
	"under the ids that came with the hypothesis, for thirty days";

/* What is sent to measure a hub: an offer and its end in turn, 1 KB each. */
static inline void events_next_sent(struct events *v)
{
	if (v->phase++ % 2 == 0)
		events_offer(v, v->handoffs, 0.93);
	else
		events_said(v, v->handoffs++, "handoff.completed", events_long_note);
}

/* A night's recording: three or five events a handoff, one in eight is held. */
static inline void events_next_recorded(struct events *v)
{
	bool held = v->handoffs % 8 == 7;
	double confidence = held ? 0.74 : 0.93;

	switch (v->phase++) {
	case 0:
		events_offer(v, v->handoffs, confidence);
		if (!held)
			v->phase = 3;
		break;
	case 1:
		events_hold(v, v->handoffs, confidence);
		break;
	case 2:
		events_approve(v, v->handoffs);
		break;
	case 3:
		events_said(v, v->handoffs, "handoff.accepted", "on it");
		break;
	default:
		events_said(v, v->handoffs++, "handoff.completed", "rolled back");
		v->phase = 0;
	}
}

/* At the head of a recording. */
static inline void events_contract_loaded(struct events *v)
{
	events_begin_hub(v, "contract.loaded");
	events_add(v, ",\"data\":{\"contract\":%s,\"digest\":\"sha256:%064d\"",
		events_contract, 0);
	events_end(v);
}

/* The request that publishes `v`; its length. */
static inline size_t events_publish(const struct events *v, char *text, size_t size)
{
	return (size_t)snprintf(
		text, size, "{\"op\":\"publish\",\"rid\":\"p\",\"event\":%s}", v->text);
}

/* The digest that the answer to it tells; false where it tells none. */
static inline bool events_digest(const char *answer, char digest[80])
{
	struct json j = { 0 };
	bool good = json_read(&j, answer, strlen(answer), 64, NULL);
	uint32_t n = good ? json_member(&j, 0, "digest") : JSON_NONE;

	good = good && json_is(&j, n, JSON_STRING);
	if (good)
		snprintf(digest, 80, "%.*s", STR_ARG(json_str(&j, n)));
	json_fini(&j);
	return good;
}

#endif
