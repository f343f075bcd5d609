/* SPDX-License-Identifier: MIT */
/*
 * One agent of the demo mesh, a process of its own (`seam demo-agent`, started
 * by `seam demo`): plays its part of the plan on the story's clock, and does
 * at once what humans decide. Until they do, what it says depends on the plan
 * alone: where a step rests on another agent's, it waits for that one.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/demo_player.h"

#define PATIENCE (10 * SECOND) /* real; for what another agent has to do first */
#define ASK_EVERY SECOND       /* real; decisions, should the feed have lost one */
#define LONGEST_POLL 500       /* ms */
#define ANSWER_MS 10000
#define BYE_MS 1000
#define MOST_TRIES 60 /* of a step that waits for what a human may have ended */

enum go { GO, DROP, LATER, ASK_AGAIN };

int64_t player_now(const struct player *p)
{
	return (int64_t)((double)(clock_boot() - p->start) * p->speed);
}

/* --- playing ------------------------------------------------------------------- */

static bool is_final(struct str action)
{
	return str_is(action, "approve") || str_is(action, "reject") ||
		str_is(action, "requeue") || str_is(action, "discard");
}

/* Whether a human has done something with what a handoff came from. */
static bool touched_before(struct player *p, const struct plan_handoff *h)
{
	struct agent_standing s;

	for (uint32_t i = h->parent; i != PLAN_NONE; i = h->parent) {
		h = &p->plan.handoff[i];
		if (agent_wait(p->link, h->id, 1, 0, &s, NULL) == ANSWER_OK &&
			s.action.p != NULL)
			return true;
	}
	return false;
}

static enum go by_standing(const struct plan_step *s, const struct agent_standing *x)
{
	static const char *const unanswered[] = { "offered", "accepted", "held" };

	if (is_final(x->action) && !(s->flags & STEP_HUMAN))
		return DROP;
	if (s->needs == NEEDS_FALLBACK && x->fallback.p == NULL)
		return x->action.p != NULL ? LATER : ASK_AGAIN;
	if (s->needs != NEEDS_REFUSAL)
		return GO;
	for (size_t i = 0; i < sizeof(unanswered) / sizeof(*unanswered); i++) {
		if (str_is(x->state, unanswered[i]))
			return ASK_AGAIN;
	}
	return GO;
}

static enum go ask_ready(struct player *p, const struct plan_step *s)
{
	bool before = s->verb == SAY_OFFERED; /* it is the attempt before that matters */
	struct agent_standing x;
	enum answer answer;
	char id[16];

	plan_id(&p->plan, s, id);
	answer = agent_wait(p->link, id, s->attempt - before, 0, &x, NULL);
	if (answer == ANSWER_OK)
		return by_standing(s, &x);
	if (answer == ANSWER_ERROR &&
		(s->flags & STEP_HUMAN ||
			touched_before(p, &p->plan.handoff[s->handoff])))
		return LATER;
	return ASK_AGAIN;
}

/* What the step needs is there, or will be soon, or will not. */
static enum go await_ready(struct player *p, const struct plan_step *s)
{
	int64_t end = clock_mono() + PATIENCE;

	while (clock_mono() < end) {
		enum go go = ask_ready(p, s);

		if (go != ASK_AGAIN)
			return go;
		if (agent_poll(p->link, 10) & AGENT_WOKEN) {
			p->stop = true;
			return DROP;
		}
	}
	return s->needs == NEEDS_OFFER ? DROP : GO;
}

static enum go ready(struct player *p, const struct plan_step *s, bool is_chore)
{
	const struct plan_handoff *h;

	if (s->handoff == PLAN_NONE || s->verb == DO_DELIVER)
		return GO;
	h = &p->plan.handoff[s->handoff];
	if (h->decided != 0 && !(s->flags & STEP_HUMAN))
		return DROP;
	if (h->parked && (!is_chore || s->needs == NEEDS_NOTHING))
		return LATER;
	return s->needs == NEEDS_NOTHING ? GO : await_ready(p, s);
}

static void put_off(struct player *p, const struct chore *c)
{
	struct chore later = *c;

	if (++later.tries > MOST_TRIES && c->step.needs == NEEDS_OFFER) {
		p->plan.handoff[c->step.handoff].decided = c->step.attempt;
		return;
	}
	later.step.at = player_now(p) + SECOND;
	if (c->step.handoff != PLAN_NONE)
		p->plan.handoff[c->step.handoff].parked = true;
	player_add_chore(p, &later);
}

static void play(struct player *p, const struct chore *c, bool is_chore)
{
	const struct plan_step *s = &c->step;
	enum go go = ready(p, s, is_chore);

	if (go == LATER) {
		put_off(p, c);
		return;
	}
	if (is_chore && s->handoff != PLAN_NONE)
		p->plan.handoff[s->handoff].parked = false;
	if (go != GO || p->stop)
		return;
	if (s->verb == DO_DELIVER)
		agent_deliver(p->link, c->decision, true, NULL, NULL);
	else
		player_say(p, s);
}

/* --- the process ------------------------------------------------------------------- */

/* Takes what is due, or waits for it; false at the end of the story. */
static bool turn(struct player *p)
{
	const struct plan_step *next = plan_next(&p->plan);
	bool is_chore = p->chores > 0 && p->chore[0].step.at <= next->at;
	struct chore c = { .step = *next };
	int64_t at = is_chore ? p->chore[0].step.at : next->at;
	int64_t left = (int64_t)((double)(at - player_now(p)) / p->speed / 1000);
	int told;

	if (p->until > 0 && at >= p->until)
		return false;
	if (left > LONGEST_POLL)
		left = LONGEST_POLL;
	told = agent_poll(p->link, left > 0 ? (int)left : 0);
	if (told & (AGENT_WOKEN | AGENT_REFUSED))
		return false;
	if (told & AGENT_TOLD || clock_mono() >= p->next_ask) {
		player_obey(p);
		p->next_ask = clock_mono() + ASK_EVERY;
		return true;
	}
	if (at > player_now(p))
		return true;
	if (is_chore) {
		c = p->chore[0];
		p->chores--;
		memmove(p->chore, p->chore + 1, p->chores * sizeof(c));
	} else {
		p->plan.next++;
	}
	play(p, &c, is_chore);
	return !p->stop;
}

static int block_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

/* The goodbye goes out also when a signal is why: nothing more is waited for. */
static void leave(struct player *p)
{
	struct signalfd_siginfo info;

	while (read(p->wake, &info, sizeof(info)) > 0)
		;
	p->patience = BYE_MS;
	player_say_bye(p);
}

static bool read_arguments(struct player *p, const struct args *a)
{
	const struct demo_scene *scene = demo_scene_named(value_or(a, OPT_SCENE, ""));

	p->name = a->operand[0];
	p->who = demo_agent_named(p->name);
	p->start = strtoll(a->operand[1], NULL, 10);
	p->wall = strtoll(a->operand[2], NULL, 10);
	p->until = strtoll(a->operand[3], NULL, 10);
	p->speed = strtod(value_or(a, OPT_SPEED, "1"), NULL);
	if (p->who == DEMO_AGENTS || scene == NULL || !(p->speed > 0))
		return false;
	plan_init(
		&p->plan, scene, strtoull(value_or(a, OPT_SEED, "1"), NULL, 10), p->who);
	return true;
}

enum status run_demo_agent(const struct args *a)
{
	struct player p = { .patience = ANSWER_MS, .wake = block_signals() };
	struct agent_address at = { .control = a->value[OPT_CONTROL],
		.events = a->value[OPT_EVENTS],
		.feed = a->value[OPT_FEED],
		.wake = p.wake };
	struct keyfile key = { .role = ROLE_NONE };
	enum status s = DONE;
	struct err e;

	if (at.control == NULL || !read_arguments(&p, a))
		return usage_error(a, "`seam demo` starts this");
	/* not $SEAM_KEY: that is of whoever starts the demo, for another hub */
	if (given(a, OPT_KEY) && !keyfile_read(&key, a->value[OPT_KEY], &e))
		return fail_with(a, REFUSED, "key", "%s", e.text);
	at.name = p.name;
	at.key = &key;
	p.link = agent_open(&at, &e);
	keyfile_wipe(&key);
	if (p.link == NULL) {
		complain("%s", e.text);
		plan_fini(&p.plan);
		return NO_HUB;
	}
	while (turn(&p))
		;
	if (agent_refused(p.link) != NULL) {
		complain("%s: %s", p.name, agent_refused(p.link));
		s = REFUSED;
	} else {
		leave(&p);
	}
	agent_close(p.link);
	plan_fini(&p.plan);
	free(p.chore);
	buf_fini(&p.data);
	buf_fini(&p.event);
	close(p.wake);
	return s;
}
