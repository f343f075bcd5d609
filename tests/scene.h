/* SPDX-License-Identifier: MIT */
/*
 * A small mesh for tests of the screens: events written as a hub would journal
 * them, read by the codec, folded, and kept so that a view can ask for their
 * bytes. The clock is pinned: it stands where scene_at() puts it.
 */
#ifndef TESTS_SCENE_H
#define TESTS_SCENE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/mem.h"
#include "bus/codec.h"
#include "tui/keys.h"
#include "views/shell.h"

#define SCENE_START INT64_C(1795230761000000) /* 2026-11-21T03:12:41Z */

struct scene {
	struct mesh *mesh;
	struct world world;
	struct shell *shell;
	char **bytes; /* by hubsequence - 1 */
	size_t n, cap;
	bool hide_bytes; /* none has come yet */
	int64_t at;      /* recorded time of the next event */
};

static inline bool scene_event(void *arg, uint64_t hubsequence, struct buf *out)
{
	struct scene *s = arg;

	if (s->hide_bytes || hubsequence == 0 || hubsequence > s->n)
		return false;
	buf_str(out, s->bytes[hubsequence - 1]);
	return true;
}

/* A known sequence instead of random names. */
static inline void scene_name(void *arg, char out[33])
{
	unsigned *n = arg;

	snprintf(out, 33, "d-%u", ++*n);
}

static unsigned scene_names;

static inline void scene_init(struct scene *s)
{
	*s = (struct scene){ .mesh = mesh_new(), .shell = shell_new() };
	s->world = (struct world){ .mesh = s->mesh,
		.now = SCENE_START,
		.tick = 1000 * SECOND,
		.clock_rate = 1,
		.rate = 812,
		.name = "prod-eu-1",
		.operator_name = "mira",
		.link = { .state = LINK_LIVE, .age = 400000 },
		.event = scene_event,
		.event_arg = s };
	s->at = SCENE_START - 10 * MINUTE;
	scene_names = 0;
	shell_names(s->shell, scene_name, &scene_names);
}

static inline void scene_fini(struct scene *s)
{
	shell_free(s->shell);
	mesh_free(s->mesh);
	for (size_t i = 0; i < s->n; i++)
		free(s->bytes[i]);
	free(s->bytes);
}

/* Time passes, on both clocks. */
static inline void scene_pass(struct scene *s, int64_t usec)
{
	s->world.now += usec;
	s->world.tick += usec;
	shell_tick(s->shell, &s->world);
}

/*
 * Folds one event: `source` ("hub:x", "agent:kyc"), `type` without "seam.",
 * more attributes as JSON members with a comma behind each, and the data.
 */
static inline void scene_fold(struct scene *s, const char *source, const char *type,
	const char *more, const char *data)
{
	struct buf b = { 0 };
	struct json doc = { 0 };
	struct event e;
	struct err err = { "" };
	char time[TIME_TEXT], number[21];

	time_format(s->at, time);
	sequence_text(s->n + 1, number);
	buf_fmt(&b,
		"{\"specversion\":\"1.0\",\"id\":\"%s-%zu\",\"source\":\"%s\","
		"\"type\":\"seam.%s\",\"time\":\"%s\",%s\"data\":%s,"
		"\"recordedtime\":\"%s\",\"hubsequence\":\"%s\"}",
		strncmp(source, "hub:", 4) == 0 ? "h" : "e", s->n + 1, source, type, time,
		more, data, time, number);
	xgrow(&s->bytes, &s->cap, s->n + 1, sizeof(*s->bytes));
	s->bytes[s->n] = buf_steal(&b);
	if (!event_read(&doc, str_of(s->bytes[s->n]), str_of(s->bytes[s->n]),
		    FROM_RECORDING, &e, NULL, &err))
		fail_msg("%s: %s", err.text, s->bytes[s->n]);
	s->n++;
	mesh_apply(s->mesh, &e);
	s->world.link.as_of = s->at;
	json_fini(&doc);
}

static inline void scene_fmt(struct scene *s, const char *source, const char *type,
	const char *more, const char *fmt, ...) __attribute__((format(printf, 5, 6)));

static inline void scene_fmt(struct scene *s, const char *source, const char *type,
	const char *more, const char *fmt, ...)
{
	char data[8192];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(data, sizeof(data), fmt, ap);
	va_end(ap);
	scene_fold(s, source, type, more, data);
}

static inline void scene_contract(struct scene *s, const char *name, const char *from,
	const char *to, const char *more)
{
	scene_fmt(s, "hub:x", "contract.loaded", "",
		"{\"contract\":{\"contract\":\"%s\",\"version\":\"3.0.1\","
		"\"from\":[\"%s\"],\"to\":[\"%s\"],"
		"\"scope\":{\"represents\":\"one refund\",\"excludes\":[\"fraud\"]},"
		"\"schema\":{},\"confidence\":{\"at\":\"/confidence\","
		"\"review_below\":0.7},\"fallback\":{\"at\":\"/fallback\"},"
		"\"summary\":\"refund EUR {/amount}, order {/order}\"%s},"
		"\"digest\":\"sha256:"
		"0000000000000000000000000000000000000000000000000000000000000000\"}",
		name, from, to, more);
}

/* Offered and held, its fallback in `after` seconds from the scene's now. */
struct scene_offer {
	const char *id, *from, *to, *contract;
	double confidence; /* below 0: not there */
	const char *fallback;
	int64_t left; /* seconds until it fires */
	int amount;
	unsigned attempt; /* 0: 1 */
	const char *prev;
};

static inline void scene_offer(struct scene *s, const struct scene_offer *o)
{
	char source[80], more[160] = "", confidence[40] = "";
	int64_t age = 600;

	s->at = SCENE_START - age * SECOND;
	if (s->at < s->mesh->now)
		s->at = s->mesh->now;
	age = (SCENE_START - s->at) / SECOND;
	snprintf(source, sizeof(source), "agent:%s", o->from);
	if (o->contract != NULL)
		snprintf(more, sizeof(more), "\"dataschema\":\"contract:%s/3.0.1\",",
			o->contract);
	if (o->confidence >= 0)
		snprintf(confidence, sizeof(confidence), "\"confidence\":%g,",
			o->confidence);
	scene_fmt(s, source, "handoff.offered", more,
		"{\"handoff\":\"%s\",\"attempt\":%u,\"from\":\"%s\",\"to\":\"%s\","
		"%s%s%s\"artifact\":{\"order\":\"88213\",\"amount\":%d,%s"
		"\"fallback\":\"%s_if_not_progressed_within_%llds\"}}",
		o->id, o->attempt > 0 ? o->attempt : 1, o->from, o->to,
		o->prev != NULL ? "\"prev\":[\"" : "", o->prev != NULL ? o->prev : "",
		o->prev != NULL ? "\"]," : "", o->amount, confidence, o->fallback,
		(long long)(o->left + age));
}

static inline void scene_held(struct scene *s, const char *id, const char *cause)
{
	scene_fmt(s, "hub:x", "handoff.held", "",
		"{\"handoff\":\"%s\",\"attempt\":1,\"cause\":\"%s\"}", id, cause);
}

/* The scene of the design: seven wait, one edge is broken. */
static inline void scene_usual(struct scene *s)
{
	static const struct scene_offer offers[] = {
		{ "h-91c2", "fraud", "refund", "refund.decision", .41, "proceed", 41,
			1240, 0, "h-9107" },
		{ "h-91c7", "fraud", "refund", "refund.decision", .44, "proceed", 55, 310,
			0, NULL },
		{ "h-91aa", "kyc", "fraud", "kyc.verdict", -1, "stop", 190, 0, 0, NULL },
		{ "h-9184", "reviewer", "deploy", "deploy.plan", .62,
			"escalate_to_oncall-lead", 362, 0, 0, NULL },
		{ "h-9170", "fraud", "refund", "refund.decision", .66, "proceed", 700, 89,
			0, NULL },
		{ "h-916e", "support", "notify", "reply.draft", .55, "stop", 725, 0, 0,
			NULL },
		{ "h-9169", "fraud", "refund", "refund.decision", .69, "proceed", 870, 45,
			0, NULL },
	};

	scene_contract(s, "refund.decision", "fraud", "refund",
		",\"owners\":{\"fraud\":\"team-risk\",\"refund\":\"fin-core\"},"
		"\"value\":{\"at\":\"/amount\",\"unit\":\"EUR\"},"
		"\"evidence\":[\"/order\",\"/device\"]");
	scene_contract(s, "kyc.verdict", "kyc", "fraud", "");
	scene_contract(s, "deploy.plan", "reviewer", "deploy", "");
	scene_contract(s, "reply.draft", "support", "notify", "");
	scene_offer(s,
		&(struct scene_offer){ "h-9107", "kyc", "fraud", "kyc.verdict", .93,
			"stop", 900, 0, 0, NULL });
	for (size_t i = 0; i < sizeof(offers) / sizeof(*offers); i++) {
		scene_offer(s, &offers[i]);
		scene_held(s, offers[i].id,
			offers[i].confidence < 0 ? "fault" : "confidence");
	}
	for (int i = 0; i < 5; i++) {
		char id[40];

		snprintf(id, sizeof(id), "h-9a1%d", i);
		s->at = SCENE_START - (9 - i) * MINUTE;
		scene_offer(s,
			&(struct scene_offer){ id, "billing", "ledger", NULL, .91,
				"dead_letter", 3000, 0, 0, NULL });
		s->at = SCENE_START - (200 - i) * SECOND;
		scene_fmt(s, "agent:ledger", "handoff.dead_lettered", "",
			"{\"handoff\":\"%s\",\"attempt\":1,\"reason\":\"version\","
			"\"detail\":\"due_date: string, not date\"}",
			id);
	}
	s->at = SCENE_START;
}

/* The hub's event of a decision, as it follows a `decide`. */
static inline void scene_decided(struct scene *s, const struct wish *d, const char *type)
{
	scene_fmt(s, "hub:x", type, "",
		"{\"decision\":\"%s\",\"handoff\":\"%s\",\"attempt\":%u,"
		"\"digest\":\"%s\",\"operator\":\"%s\",\"note\":\"%s\"}",
		d->decision, d->handoff, d->attempt, d->digest, d->operator_name,
		d->note);
}

/* Somebody else decides; `more` are members with a comma in front of each. */
static inline void scene_elsewhere(struct scene *s, const char *type, const char *id,
	const char *operator_name, const char *more)
{
	uint32_t place = mesh_find_handoff(s->mesh, str_of(id));
	char digest[DIGEST_TEXT];

	assert_true(place != NONE);
	digest_text(&handoff_at(s->mesh, place)->digest, digest);
	scene_fmt(s, "hub:x", type, "",
		"{\"decision\":\"other-%s\",\"handoff\":\"%s\",\"attempt\":%u,"
		"\"digest\":\"%s\",\"operator\":\"%s\"%s}",
		id, id, handoff_at(s->mesh, place)->attempt, digest, operator_name, more);
}

static inline void scene_keys(struct scene *s, const char *script)
{
	struct str rest = str_of(script);
	int key;

	while ((key = keys_next(&rest, NULL)) != K_NONE)
		shell_key(s->shell, &s->world, key);
}

/* The screen as text; freed by the caller. */
static inline char *scene_dump(struct scene *s, int rows, int cols)
{
	struct surface out = { 0 };
	struct buf text = { 0 };

	surface_init(&out, rows, cols);
	shell_tick(s->shell, &s->world);
	shell_draw(s->shell, &s->world, &out);
	surface_dump(&out, GLYPHS_UTF8, &text);
	surface_fini(&out);
	buf_char(&text, '\0');
	return buf_steal(&text);
}

/* The next wish of that kind, those before it forgotten; false if there is none. */
static inline bool scene_wish(struct scene *s, enum wish_kind kind, struct wish *out)
{
	while (shell_wish(s->shell, out)) {
		if (out->kind == kind)
			return true;
	}
	return false;
}

/* Drains all wishes; how many would have sent a decision. */
static inline int scene_decides(struct scene *s)
{
	struct wish w;
	int n = 0;

	while (shell_wish(s->shell, &w))
		n += w.kind == WISH_DECIDE;
	return n;
}

static inline bool scene_shows(struct scene *s, const char *text)
{
	char *dump = scene_dump(s, 24, 80);
	bool found = strstr(dump, text) != NULL;

	free(dump);
	return found;
}

/* --- before and after each test ------------------------------------------------ */

static inline struct scene *scene_new(void **state)
{
	struct scene *s = xcalloc(1, sizeof(*s));

	digest_start();
	scene_init(s);
	*state = s;
	return s;
}

/* An empty mesh. */
static inline int scene_bare(void **state)
{
	scene_new(state);
	return 0;
}

/* That of scene_usual(), a second later. */
static inline int scene_setup(void **state)
{
	struct scene *s = scene_new(state);

	scene_usual(s);
	scene_pass(s, SECOND);
	return 0;
}

static inline int scene_teardown(void **state)
{
	scene_fini(*state);
	free(*state);
	return 0;
}

#endif
