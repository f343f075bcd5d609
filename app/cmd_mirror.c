/* SPDX-License-Identifier: MIT */
/*
 * `seam counters --mirror`: is a console's picture the hub's? The journal and the feed
 * are folded here as a console folds them, and held against what the hub says of
 * exactly the same hubsequence.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/commands.h"
#include "app/keys.h"
#include "app/live.h"
#include "app/print.h"
#include "app/shell_client.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/json_out.h"
#include "bus/codec.h"
#include "views/link.h"

#define ROUND SECOND /* of --follow */
#define PATIENCE                                                                         \
	(10 * SECOND) /* of a round on a link that is good, and of the only one */
#define ANSWER (2 * SECOND)
#define WAIT_MS 20

struct looking {
	const struct args *a;
	struct mirror *m;
	struct world world;
	struct buf reply, line;
	int64_t asked_at;       /* clock_mono(), 0: not in this round */
	uint64_t asked;         /* the number of that request */
	uint64_t said_at;       /* the hubsequence that the hub's word is about */
	char said[DIGEST_TEXT]; /* the hub's digest; "": it has not answered */
	char ours[DIGEST_TEXT]; /* the mirror's at the same place; "": not there yet */
};

/* Stops where the mirror is, so that the hub's answer cannot be about the past. */
static void ask(struct looking *l)
{
	mirror_stop_at(l->m, mirror_mesh(l->m)->hubsequence);
	l->asked = mirror_request(l->m, STR("\"op\":\"counters\""));
	l->asked_at = clock_mono();
}

static void take_answers(struct looking *l)
{
	struct json j = { 0 };
	uint64_t number;

	while (mirror_reply(l->m, &number, &l->reply)) {
		if (number != l->asked ||
			!json_read(&j, l->reply.data, l->reply.len, REPLY_DEPTH, NULL) ||
			!sequence_read(
				&j, json_member(&j, 0, "hubsequence"), &l->said_at))
			continue;
		snprintf(l->said, sizeof(l->said), "%.*s",
			STR_ARG(reply_text(&j, "mesh")));
		mirror_stop_at(l->m, l->said_at);
	}
	json_fini(&j);
}

static bool is_level(const struct looking *l)
{
	return l->said[0] != '\0' && mirror_mesh(l->m)->hubsequence == l->said_at;
}

static void turn(struct looking *l)
{
	const struct mirror_facts *f = mirror_facts(l->m);

	mirror_wait(l->m, -1, -1, WAIT_MS);
	mirror_turn(l->m);
	live_world(l->m, clock_mono(), &l->world);
	take_answers(l);
	if (f->connected && f->synced && l->said[0] == '\0' &&
		(l->asked_at == 0 || clock_mono() - l->asked_at > ANSWER))
		ask(l);
}

/* The mirror began anew, from a snapshot or behind what retention deleted. */
static bool is_past(const struct looking *l)
{
	return l->said[0] != '\0' && mirror_mesh(l->m)->hubsequence > l->said_at;
}

/* One comparison. When it ends, `ours` is there, or it could not be made. */
static void compare(struct looking *l, int64_t patience)
{
	int64_t start = clock_mono(), passed = 0;

	l->asked_at = 0;
	l->said[0] = l->ours[0] = '\0';
	while (passed < PATIENCE && (passed < patience || !link_old(&l->world))) {
		turn(l);
		if (is_level(l) && mirror_digest(l->m, l->ours))
			break;
		if (is_past(l)) {
			l->said[0] = '\0';
			l->asked_at = 0;
		}
		passed = clock_mono() - start;
	}
}

static bool agrees(const struct looking *l)
{
	return l->ours[0] != '\0' && strcmp(l->said, l->ours) == 0;
}

/* The counters as they are folded here, and what the comparison gave. */
static void print(struct looking *l)
{
	char badge[LINK_TEXT];

	link_badge(&l->world, badge);
	buf_reset(&l->line);
	out_open(&l->line, '{');
	out_key(&l->line, "link");
	out_text(&l->line, badge);
	mirror_counters(l->m, &l->line);
	out_key(&l->line, "at");
	out_digits(&l->line, mirror_mesh(l->m)->hubsequence);
	out_key(&l->line, "hub");
	out_text(&l->line, l->said[0] != '\0' ? l->said : NULL);
	out_key(&l->line, "agrees");
	if (l->ours[0] != '\0')
		out_bool(&l->line, agrees(l));
	else
		out_null(&l->line);
	out_close(&l->line, '}');
	if (given(l->a, OPT_JSON) || given(l->a, OPT_FOLLOW))
		print_json(buf_view(&l->line));
	else
		print_members(buf_view(&l->line));
}

/* What comes is folded until the round is over. */
static void go_on(struct looking *l, int64_t until)
{
	mirror_stop_at(l->m, 0);
	while (clock_mono() < until) {
		mirror_wait(l->m, -1, -1, (int)((until - clock_mono()) / 1000) + 1);
		mirror_turn(l->m);
	}
}

static enum status look_once(struct looking *l)
{
	compare(l, PATIENCE);
	if (!mirror_facts(l->m)->answered)
		return fail_with(
			l->a, NO_HUB, "no_hub", "no hub answers at %s", hub_url(l->a));
	print(l);
	if (l->ours[0] == '\0')
		return fail_with(l->a, NO_HUB, "no_hub",
			"the hub was not there for long enough to compare");
	return agrees(l) ? DONE : REFUSED;
}

static enum status follow(struct looking *l)
{
	do {
		int64_t next = clock_mono() + ROUND;

		compare(l, ROUND);
		print(l);
		if (fflush(stdout) == 0)
			go_on(l, next);
	} while (!ferror(stdout));
	return DONE;
}

enum status run_mirror(const struct args *a)
{
	struct looking l = { .a = a };
	struct keyfile key;
	struct err e;
	enum status s;

	if (!given(a, OPT_FOLLOW)) {
		struct client *c = hub_open(a);

		if (c == NULL)
			return NO_HUB;
		client_close(c);
	}
	if (key_of_client(a, hub_url(a), &key) != DONE)
		return NO_HUB;
	l.m = mirror_open(hub_url(a), &key, &e);
	keyfile_wipe(&key);
	if (l.m == NULL)
		return fail_with(a, NO_HUB, "no_hub", "%s", e.text);
	live_world(l.m, clock_mono(), &l.world);
	signal(SIGINT, SIG_DFL);
	s = given(a, OPT_FOLLOW) ? follow(&l) : look_once(&l);
	mirror_close(l.m);
	buf_fini(&l.reply);
	buf_fini(&l.line);
	return s;
}
