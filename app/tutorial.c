/* SPDX-License-Identifier: MIT */
#include "app/tutorial.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "bus/codec.h"

#define WHEN "2026-11-23T03:12:41Z"
#define BEGIN (-12 * MINUTE) /* the story, before that */
#define RUNS (15 * SECOND)   /* then the clock stands still: nobody is to be hurried */
#define ANSWERS (3 * SECOND / 2) /* an agent, after it was asked */
#define MOST 64                  /* decisions that wait for their agent */

struct due {
	char decision[64], handoff[132], agent[68];
	uint32_t attempt;
	int64_t at; /* tick */
};

struct tutorial {
	struct mesh *mesh;
	struct json doc;
	char **bytes; /* of event n at n - 1 */
	size_t n, cap;
	int64_t base, at; /* the story's clock where it begins, and of the next event */
	int64_t started;  /* tick */
	int64_t standing; /* how long its clock has run */
	struct due due[MOST];
	size_t dues;
};

/* --- events ------------------------------------------------------------------ */

static void fold(struct tutorial *t, const char *source, const char *type,
	const char *more, struct str data)
{
	struct buf b = { 0 };
	char time[TIME_TEXT];
	struct event e;
	bool ok;

	time_format(t->at, time);
	buf_fmt(&b,
		"{\"specversion\":\"1.0\",\"id\":\"%s-%zu\",\"source\":\"%s\",\"type\":"
		"\"seam.%s\",\"time\":\"%s\",%s\"data\":%.*s,\"recordedtime\":\"%s\","
		"\"hubsequence\":\"%020zu\"}",
		strncmp(source, "hub:", 4) == 0 ? "h" : "e", t->n + 1, source, type, time,
		more, STR_ARG(data), time, t->n + 1);
	xgrow(&t->bytes, &t->cap, t->n + 1, sizeof(*t->bytes));
	t->bytes[t->n] = buf_steal(&b);
	ok = event_read(&t->doc, str_of(t->bytes[t->n]), str_of(t->bytes[t->n]),
		FROM_RECORDING, &e, NULL, NULL);
	assert(ok);
	t->n++;
	if (ok)
		mesh_append(t->mesh, &e);
}

static void tell(struct tutorial *t, const char *source, const char *type,
	const char *more, const char *fmt, ...) __attribute__((format(printf, 5, 6)));

static void tell(struct tutorial *t, const char *source, const char *type,
	const char *more, const char *fmt, ...)
{
	char data[2000];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(data, sizeof(data), fmt, ap);
	va_end(ap);
	fold(t, source, type, more, str_of(data));
}

/* --- the story ----------------------------------------------------------------- */

static void tell_contract(struct tutorial *t, const char *name, const char *from,
	const char *to, const char *more)
{
	tell(t, "hub:tutorial", "contract.loaded", "",
		"{\"contract\":{\"contract\":\"%s\",\"version\":\"3.0.0\",\"from\":[\"%s\"],"
		"\"to\":[\"%s\"],\"scope\":{\"represents\":\"one %s\",\"excludes\":[]},"
		"\"schema\":{},\"confidence\":{\"at\":\"/confidence\"},\"fallback\":{\"at\":"
		"\"/fallback\"},\"review_below\":0.7%s},\"digest\":\"sha256:%064d\"}",
		name, from, to, name, more, 0);
}

struct told_offer {
	const char *id, *from, *to, *contract, *artifact, *fallback;
	double confidence;
	int left; /* seconds behind the time at which one is paged */
};

static void tell_offer(struct tutorial *t, const struct told_offer *o)
{
	char source[40], more[80];
	int64_t age = t->base - t->at;

	snprintf(source, sizeof(source), "agent:%s", o->from);
	snprintf(
		more, sizeof(more), "\"dataschema\":\"contract:%s/3.0.0\",", o->contract);
	tell(t, source, "handoff.offered", more,
		"{\"handoff\":\"%s\",\"attempt\":1,\"from\":\"%s\",\"to\":\"%s\",\"artifact\":"
		"{%s,\"confidence\":%g,\"fallback\":\"%s_if_not_progressed_within_%llds\"}}",
		o->id, o->from, o->to, o->artifact, o->confidence, o->fallback,
		(long long)(o->left + age / SECOND));
}

static void tell_about(struct tutorial *t, const char *who, const char *type,
	const char *id, const char *more)
{
	char source[40];

	snprintf(source, sizeof(source), "agent:%s", who);
	tell(t, source, type, "", "{\"handoff\":\"%s\",\"attempt\":1%s}", id, more);
}

static void begin(struct tutorial *t)
{
	static const char *const agents[] = { "checkout", "risk", "refund", "billing",
		"ledger", "notify" };

	t->at = t->base + BEGIN;
	for (size_t i = 0; i < 6; i++) {
		char source[40];

		snprintf(source, sizeof(source), "agent:%s", agents[i]);
		tell(t, source, "agent.hello", "",
			"{\"agent\":\"%s\",\"heartbeat_seconds\":1800,\"version\":\"%s\"}",
			agents[i], i == 3 ? "8.0" : "7.4");
	}
	tell_contract(t, "refund.decision", "risk", "refund",
		",\"summary\":\"refund {/currency} {/amount}, order {/order}\",\"value\":"
		"{\"at\":\"/amount\",\"unit\":\"EUR\"},\"owners\":{\"risk\":\"team-risk\"}");
	tell_contract(t, "order.paid", "checkout", "billing", "");
	tell_contract(t, "invoice.draft", "billing", "ledger",
		",\"summary\":\"invoice {/invoice}, due {/due_date}\"");
	tell_contract(t, "reply.draft", "refund", "notify", "");
}

/* What went well, so that the picture is one of a mesh that works. */
static void tell_traffic(struct tutorial *t)
{
	static const struct told_offer usual[] = {
		{ NULL, "checkout", "billing", "order.paid", "\"order\":\"88190\"",
			"stop", .97, 900 },
		{ NULL, "risk", "refund", "refund.decision",
			"\"order\":\"88171\",\"amount\":20,\"currency\":\"EUR\"", "stop",
			.91, 900 },
		{ NULL, "refund", "notify", "reply.draft", "\"order\":\"88171\"", "stop",
			.93, 900 },
	};

	for (int i = 0; i < 66; i++) {
		struct told_offer o = usual[i % 3];
		char id[24];

		snprintf(id, sizeof(id), "h-10%02d", i);
		o.id = id;
		t->at += 8 * SECOND;
		tell_offer(t, &o);
		t->at += SECOND / 2;
		tell_about(t, o.to, "handoff.completed", id, "");
	}
}

/* billing 8.0 writes its dates as text, and ledger refuses all of them. */
static void tell_deaths(struct tutorial *t)
{
	for (int i = 0; i < 12; i++) {
		struct told_offer o = { NULL, "billing", "ledger", "invoice.draft",
			"\"invoice\":\"I-7731\",\"due_date\":\"next friday\"",
			"dead_letter", .95, 900 };
		char id[24];

		snprintf(id, sizeof(id), "h-20%02d", i);
		o.id = id;
		t->at += 7 * SECOND;
		tell_offer(t, &o);
		t->at += SECOND;
		tell_about(t, "ledger", "handoff.dead_lettered", id,
			",\"reason\":\"contract\",\"detail\":\"due_date: text, not a date\"");
	}
}

/* risk is not sure any more, and what it decides would ship by itself. */
static void tell_holds(struct tutorial *t)
{
	static const struct told_offer waiting[] = {
		{ "h-3001", "risk", "refund", "refund.decision",
			"\"order\":\"88213\",\"amount\":1240,\"currency\":\"EUR\"",
			"proceed", .41, 75 },
		{ "h-3002", "risk", "refund", "refund.decision",
			"\"order\":\"88219\",\"amount\":310,\"currency\":\"EUR\"",
			"proceed", .44, 140 },
		{ "h-3003", "risk", "refund", "refund.decision",
			"\"order\":\"88224\",\"amount\":89,\"currency\":\"EUR\"", "stop",
			.62, 400 },
		{ "h-3004", "risk", "refund", "refund.decision",
			"\"order\":\"88230\",\"amount\":45,\"currency\":\"EUR\"", "stop",
			.66, 700 },
		{ "h-3005", "refund", "notify", "reply.draft", "\"order\":\"88230\"",
			"escalate_to_oncall-lead", .55, 900 },
	};

	for (size_t i = 0; i < sizeof(waiting) / sizeof(*waiting); i++) {
		t->at += 2 * SECOND;
		tell_offer(t, &waiting[i]);
		tell(t, "hub:tutorial", "handoff.held", "",
			"{\"handoff\":\"%s\",\"attempt\":1,\"cause\":\"confidence\"}",
			waiting[i].id);
	}
}

struct tutorial *tutorial_new(int64_t tick)
{
	struct tutorial *t = xcalloc(1, sizeof(*t));

	t->mesh = mesh_new();
	t->started = tick;
	time_parse(STR(WHEN), &t->base);
	begin(t);
	tell_traffic(t);
	tell_deaths(t);
	tell_holds(t);
	if (t->at > t->base)
		t->base = t->at;
	return t;
}

void tutorial_free(struct tutorial *t)
{
	if (t == NULL)
		return;
	for (size_t i = 0; i < t->n; i++)
		free(t->bytes[i]);
	free(t->bytes);
	json_fini(&t->doc);
	mesh_free(t->mesh);
	free(t);
}

/* --- the hub that is played ------------------------------------------------------ */

static const char *type_of(const char *action)
{
	static const char *const types[][2] = { { "approve", "decision.approved" },
		{ "reject", "decision.rejected" }, { "escalate", "decision.escalated" },
		{ "hold", "decision.held" }, { "requeue", "decision.requeued" },
		{ "discard", "decision.discarded" } };

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
		if (strcmp(types[i][0], action) == 0)
			return types[i][1];
	}
	return NULL;
}

static void add(struct buf *b, const char *name, const char *value)
{
	if (value[0] == '\0')
		return;
	out_key(b, name);
	out_text(b, value);
}

/* Who has to do it: who takes what was let go, who sent what comes back. */
static void ask(struct tutorial *t, const struct wish *w, int64_t tick)
{
	const struct handoff *h =
		handoff_at(t->mesh, mesh_find_handoff(t->mesh, str_of(w->handoff)));
	bool on = strcmp(w->action, "approve") == 0;
	struct due *d = &t->due[t->dues];

	if (h == NULL || t->dues == MOST || strcmp(w->action, "hold") == 0 ||
		strcmp(w->action, "discard") == 0 || strcmp(w->action, "escalate") == 0)
		return;
	t->dues++;
	d->at = tick + ANSWERS;
	memcpy(d->decision, w->decision, sizeof(d->decision));
	memcpy(d->handoff, w->handoff, sizeof(d->handoff));
	d->attempt = w->attempt;
	snprintf(d->agent, sizeof(d->agent), "%s",
		on ? handoff_to(t->mesh, h) : handoff_from(t->mesh, h));
}

void tutorial_decide(struct tutorial *t, const struct wish *w, int64_t tick)
{
	const char *type = type_of(w->action);
	struct buf b = { 0 };

	if (type == NULL)
		return;
	t->at = t->base + t->standing;
	out_open(&b, '{');
	add(&b, "decision", w->decision);
	add(&b, "handoff", w->handoff);
	out_key(&b, "attempt");
	out_uint(&b, w->attempt);
	add(&b, "digest", w->digest);
	add(&b, "operator", w->operator_name[0] != '\0' ? w->operator_name : "you");
	add(&b, "note", w->note);
	add(&b, "target", w->target);
	add(&b, "until", w->until);
	if (strcmp(w->action, "requeue") == 0) {
		out_key(&b, "next_attempt");
		out_uint(&b, w->attempt + 1);
	}
	out_close(&b, '}');
	fold(t, "hub:tutorial", type, "", buf_view(&b));
	ask(t, w, tick);
	buf_fini(&b);
}

static void apply(struct tutorial *t, const struct due *d)
{
	t->at = t->base + t->standing;
	tell(t, "hub:tutorial", "delivery.applied", "",
		"{\"handoff\":\"%s\",\"attempt\":%u,\"decision\":\"%s\",\"agent\":\"%s\"}",
		d->handoff, d->attempt, d->decision, d->agent);
}

bool tutorial_tick(struct tutorial *t, int64_t tick)
{
	bool happened = false;

	t->standing = tick - t->started < RUNS ? tick - t->started : RUNS;
	for (size_t i = 0; i < t->dues; i++) {
		if (tick < t->due[i].at)
			continue;
		apply(t, &t->due[i]);
		t->due[i--] = t->due[--t->dues];
		happened = true;
	}
	return happened;
}

static bool event_bytes(void *arg, uint64_t hubsequence, struct buf *out)
{
	struct tutorial *t = arg;

	if (hubsequence == 0 || hubsequence > t->n)
		return false;
	buf_str(out, t->bytes[hubsequence - 1]);
	return true;
}

void tutorial_world(struct tutorial *t, int64_t tick, struct world *w)
{
	tutorial_tick(t, tick);
	w->mesh = t->mesh;
	w->now = t->base + t->standing;
	w->clock_rate = 1;
	w->name = "tutorial";
	w->epoch = "tutorial";
	w->read_only = false;
	w->tutorial = true;
	w->link = (struct link_view){ .state = LINK_LIVE, .as_of = w->now };
	w->event = event_bytes;
	w->event_arg = t;
}
