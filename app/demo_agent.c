/* SPDX-License-Identifier: MIT */
/*
 * One agent of the demo mesh, a process of its own (`seam demo-agent`, started
 * by `seam demo`): plays its part of the plan on the story's clock, and does
 * at once what humans decide. Until they do, what it says depends on the plan
 * alone: where a step rests on another agent's, it waits for that one.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/demo_artifact.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "bus/agent.h"

#define MS INT64_C(1000)
#define PATIENCE (10 * SECOND) /* real; for what another agent has to do first */
#define ASK_EVERY SECOND       /* real; decisions, should the feed have lost one */
#define LONGEST_POLL 500       /* ms */
#define ANSWER_MS 10000
#define BYE_MS 1000
#define MOST_TRIES 60 /* of a step that waits for what a human may have ended */

enum go { GO, DROP, LATER, ASK_AGAIN };

struct chore { /* a step that is not, or no longer, in the plan */
	struct plan_step step;
	char decision[130];
	int tries;
};

struct player {
	enum demo_who who;
	const char *name;
	struct plan plan;
	struct agent_link *link;
	double speed;
	int64_t start; /* boot clock at the story's beginning */
	int64_t wall;  /* the hub's clock then */
	int64_t until; /* of the story; 0: no end */
	int64_t next_ask;
	uint64_t after;      /* decisions up to here were heard */
	struct chore *chore; /* in the order of their time */
	size_t chores, chore_cap;
	uint32_t order;
	struct buf data, event;
	int patience; /* ms, for an answer to `publish` */
	int wake;     /* signals come here */
	bool stop;
};

static int64_t now(const struct player *p)
{
	return (int64_t)((double)(clock_boot() - p->start) * p->speed);
}

/* --- saying ------------------------------------------------------------------- */

/* Sends p->event. An agent whose hub is gone ends. */
static void send_event(struct player *p, bool lane)
{
	if (lane)
		agent_send(p->link, buf_view(&p->event), NULL);
	else if (agent_publish(p->link, buf_view(&p->event), p->patience, NULL) ==
		ANSWER_NONE)
		p->stop = true;
}

/* Says p->data as an event of this type. */
static void say(
	struct player *p, const char *type, const struct plan_step *s, const char *schema)
{
	bool lane = demo_agents[p->who].on_events_lane;
	char subject[32];
	struct agent_event e = { .type = type,
		.dataschema = schema,
		.time = p->wall + now(p),
		.data = buf_view(&p->data),
		.uses_no_number = s != NULL && s->verb == DO_SPEAK_FOR_ANOTHER };

	if (s != NULL && s->handoff != PLAN_NONE)
		e.subject = demo_subject(&p->plan.handoff[s->handoff], subject);
	buf_reset(&p->event);
	agent_compose(p->link, &e, &p->event);
	send_event(p, lane);
	if (s != NULL && s->flags & STEP_TWICE)
		send_event(p, lane);
}

static struct buf *begin_data(struct player *p)
{
	buf_reset(&p->data);
	out_open(&p->data, '{');
	return &p->data;
}

static void id_of(const struct player *p, const struct plan_step *s, char room[16])
{
	snprintf(room, 16, "%s%s", p->plan.handoff[s->handoff].id,
		s->flags & STEP_AGAIN ? "-r" : "");
}

static struct buf *begin_handoff(struct player *p, const struct plan_step *s)
{
	struct buf *b = begin_data(p);
	char id[16];

	id_of(p, s, id);
	out_key(b, "handoff");
	out_text(b, id);
	out_key(b, "attempt");
	out_uint(b, s->attempt);
	return b;
}

static unsigned artifact_flags(const struct plan_step *s)
{
	return (s->flags & STEP_FIXED ? ARTIFACT_FIXED : 0u) |
		(s->flags & STEP_OTHER ? ARTIFACT_OTHER : 0u);
}

/* The handoffs that this one came from. */
static void out_prev(struct buf *b, const struct plan *p, const struct plan_step *s)
{
	const struct plan_handoff *h = &p->handoff[s->handoff];
	const char *prev = h->parent == PLAN_NONE ? NULL : p->handoff[h->parent].id;

	if (s->flags & STEP_AGAIN)
		prev = h->id;
	if (prev == NULL)
		return;
	out_key(b, "prev");
	out_open(b, '[');
	out_text(b, prev);
	out_close(b, ']');
}

static void say_offered(struct player *p, const struct plan_step *s)
{
	const struct plan_handoff *h = &p->plan.handoff[s->handoff];
	struct buf *b = begin_handoff(p, s);
	unsigned flags = artifact_flags(s);
	char schema[64];

	out_key(b, "from");
	out_text(b, demo_agents[demo_routes[h->route].from].name);
	out_key(b, "to");
	out_text(b, demo_agents[demo_routes[h->route].to].name);
	out_key(b, "artifact");
	demo_artifact(b, &p->plan, s->handoff, flags);
	out_prev(b, &p->plan, s);
	out_close(b, '}');
	demo_schema(h, flags, schema);
	say(p, "seam.handoff.offered", s, schema);
}

static const char *const verb_types[PLAN_VERBS] = {
	[SAY_ACCEPTED] = "seam.handoff.accepted",
	[SAY_PROGRESSED] = "seam.handoff.progressed",
	[SAY_COMPLETED] = "seam.handoff.completed",
	[SAY_REFUSED] = "seam.handoff.refused",
	[SAY_FAILED] = "seam.handoff.failed",
	[SAY_DEAD_LETTERED] = "seam.handoff.dead_lettered",
	[DO_SPEAK_FOR_ANOTHER] = "seam.handoff.completed",
};

static void say_moved(struct player *p, const struct plan_step *s)
{
	out_close(begin_handoff(p, s), '}');
	say(p, verb_types[s->verb], s, NULL);
}

static void say_not_done(struct player *p, const struct plan_step *s)
{
	static const struct {
		const char *reason, *detail;
	} why[] = {
		[CAUSE_OTHER] = { "other", "the call behind it timed out after 30 s" },
		[CAUSE_VERSION] = { "version",
			"takes invoice-draft ^1.2, was offered 2.0.0: due_date is a "
			"text, not a date" },
		[CAUSE_OVERLOAD] = { "overload", "32 in work, no room for more" },
	};
	struct buf *b = begin_handoff(p, s);

	out_key(b, "reason");
	out_text(b, why[s->cause].reason);
	out_key(b, "detail");
	out_text(b, why[s->cause].detail);
	out_close(b, '}');
	say(p, verb_types[s->verb], s, NULL);
}

static void say_of_itself(struct player *p, const char *type)
{
	struct buf *b = begin_data(p);

	out_key(b, "agent");
	out_text(b, p->name);
	out_close(b, '}');
	say(p, type, NULL, NULL);
}

static void say_heartbeat(struct player *p, const struct plan_step *s)
{
	(void)s;
	say_of_itself(p, "seam.agent.heartbeat");
}

/* A list of the story's, with its quotes as JSON has them. */
static void out_list(struct buf *b, const char *name, const char *list)
{
	out_key(b, name);
	for (const char *c = list; *c != '\0'; c++)
		buf_char(b, *c == '\'' ? '"' : *c);
}

static void say_hello(struct player *p, const struct plan_step *s)
{
	const struct demo_release *r = &demo_agents[p->who].release[s->cause];
	struct buf *b = begin_data(p);

	out_key(b, "agent");
	out_text(b, p->name);
	out_list(b, "sends", r->sends);
	out_list(b, "accepts", r->accepts);
	out_key(b, "version");
	out_text(b, r->version);
	out_key(b, "model");
	out_text(b, r->model);
	out_key(b, "heartbeat_seconds");
	out_uint(b, 10);
	out_close(b, '}');
	say(p, "seam.agent.hello", NULL, NULL);
}

static void do_restart(struct player *p, const struct plan_step *s)
{
	if (s->verb == DO_RESTART)
		say_of_itself(p, "seam.agent.bye");
	agent_new_run(p->link);
	say_hello(p, s);
}

/* --- mischief ------------------------------------------------------------------ */

static void do_hole(struct player *p, const struct plan_step *s)
{
	(void)s;
	agent_skip(p->link, 3);
}

static void do_garbage(struct player *p, const struct plan_step *s)
{
	static const char text[] =
		"{\"specversion\":\"1.0\",\"id\":\"\x1b[2J\",\"type\":";

	(void)s;
	agent_send(p->link, STR(text), NULL);
}

static void do_unknown(struct player *p, const struct plan_step *s)
{
	struct buf *b = begin_data(p);

	out_key(b, "text");
	out_text(b, "the dashboards of the payment provider are slow tonight");
	out_close(b, '}');
	say(p, "com.example.note", s, NULL);
}

/* --- playing ------------------------------------------------------------------- */

typedef void verb_function(struct player *p, const struct plan_step *s);

static verb_function *const verbs[PLAN_VERBS] = {
	[SAY_HELLO] = say_hello,
	[SAY_HEARTBEAT] = say_heartbeat,
	[SAY_OFFERED] = say_offered,
	[SAY_ACCEPTED] = say_moved,
	[SAY_PROGRESSED] = say_moved,
	[SAY_COMPLETED] = say_moved,
	[SAY_REFUSED] = say_not_done,
	[SAY_FAILED] = say_not_done,
	[SAY_DEAD_LETTERED] = say_not_done,
	[DO_RESTART] = do_restart,
	[DO_RETURN] = do_restart,
	[DO_HOLE] = do_hole,
	[DO_SPEAK_FOR_ANOTHER] = say_moved,
	[DO_GARBAGE] = do_garbage,
	[DO_UNKNOWN] = do_unknown,
};

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

	id_of(p, s, id);
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

static void add_chore(struct player *p, const struct chore *c)
{
	size_t i = p->chores;

	xgrow(&p->chore, &p->chore_cap, p->chores + 1, sizeof(*p->chore));
	for (; i > 0 && p->chore[i - 1].step.at > c->step.at; i--)
		p->chore[i] = p->chore[i - 1];
	p->chore[i] = *c;
	p->chores++;
}

static void put_off(struct player *p, const struct chore *c)
{
	struct chore later = *c;

	if (++later.tries > MOST_TRIES && c->step.needs == NEEDS_OFFER) {
		p->plan.handoff[c->step.handoff].decided = c->step.attempt;
		return;
	}
	later.step.at = now(p) + SECOND;
	if (c->step.handoff != PLAN_NONE)
		p->plan.handoff[c->step.handoff].parked = true;
	add_chore(p, &later);
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
		verbs[s->verb](p, s);
}

/* --- what humans decide ---------------------------------------------------------- */

struct hearing { /* of a decision on a handoff of ours */
	struct player *p;
	const struct agent_decision *d;
	uint32_t place;
	bool again;    /* the one that follows a rejected one */
	bool from, to; /* which we are */
};

static void plan_chore(const struct hearing *y, int64_t in, enum plan_verb verb,
	uint32_t attempt, unsigned flags)
{
	struct chore c = { .step = { .at = now(y->p) + in * MS,
				   .who = (uint8_t)y->p->who,
				   .verb = (uint8_t)verb,
				   .handoff = y->place,
				   .attempt = (uint8_t)attempt,
				   .needs = verb == SAY_ACCEPTED ? NEEDS_OFFER
								 : NEEDS_NOTHING,
				   .flags = (uint8_t)(flags | STEP_HUMAN) } };

	if (y->again)
		c.step.flags |= STEP_AGAIN;
	snprintf(c.decision, sizeof(c.decision), "%.*s", STR_ARG(y->d->id));
	add_chore(y->p, &c);
}

/* It is taken, and done. */
static void plan_work(
	const struct hearing *y, int64_t in, uint32_t attempt, unsigned flags)
{
	plan_chore(y, in, SAY_ACCEPTED, attempt, flags);
	plan_chore(y, in + 900, SAY_PROGRESSED, attempt, flags);
	plan_chore(y, in + 3000, SAY_COMPLETED, attempt, flags);
}

static bool is_gate(const struct hearing *y)
{
	bool from = demo_routes[y->p->plan.handoff[y->place].route].gate_from;

	return from ? y->from : y->to;
}

static void decide(const struct hearing *y)
{
	struct plan_handoff *h = &y->p->plan.handoff[y->place];

	if (!y->again)
		h->decided = y->d->attempt;
}

static void hear_approved(const struct hearing *y)
{
	decide(y);
	if (y->to)
		plan_work(y, is_gate(y) ? 0 : 400, y->d->attempt, 0);
	if (is_gate(y))
		plan_chore(y, 0, DO_DELIVER, y->d->attempt, 0);
}

/* Two of three are offered anew, and better. */
static void hear_rejected(const struct hearing *y)
{
	bool better = !y->again && y->p->plan.handoff[y->place].seed % 3 != 0;

	decide(y);
	if (y->from)
		plan_chore(y, 200, DO_DELIVER, y->d->attempt, 0);
	if (better && y->from)
		plan_chore(y, 1500, SAY_OFFERED, 1, STEP_AGAIN | STEP_FIXED);
	if (better && y->to)
		plan_work(y, 2200, 1, STEP_AGAIN);
}

static void hear_requeued(const struct hearing *y)
{
	uint32_t next = y->d->next_attempt;

	decide(y);
	if (y->from) {
		plan_chore(y, 300, SAY_OFFERED, next, STEP_FIXED);
		plan_chore(y, 300, DO_DELIVER, next, 0);
	}
	if (y->to)
		plan_work(y, 900, next, 0);
}

static void hear_discarded(const struct hearing *y)
{
	decide(y);
}

/* The plan has what follows; here it is only answered. */
static void hear_fallback(const struct hearing *y)
{
	bool doer = (str_is(y->d->action, "proceed") && is_gate(y)) ||
		(str_is(y->d->action, "requeue") && y->from);

	if (doer)
		plan_chore(y, 4500, DO_DELIVER, y->d->attempt, 0);
}

static void hear(void *user, const struct agent_decision *d)
{
	static const struct {
		const char *type;
		void (*hear)(const struct hearing *y);
	} kinds[] = {
		{ "seam.decision.approved", hear_approved },
		{ "seam.decision.rejected", hear_rejected },
		{ "seam.decision.requeued", hear_requeued },
		{ "seam.decision.discarded", hear_discarded },
		{ "seam.handoff.fallback", hear_fallback },
	};
	struct hearing y = { .p = user, .d = d };
	const struct demo_route *route;

	y.place = plan_find(&y.p->plan, d->handoff, &y.again);
	if (y.place == PLAN_NONE)
		return;
	route = &demo_routes[y.p->plan.handoff[y.place].route];
	y.from = route->from == y.p->who;
	y.to = route->to == y.p->who;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (str_is(d->type, kinds[i].type))
			kinds[i].hear(&y);
	}
}

/* --- the process ------------------------------------------------------------------- */

/* Takes what is due, or waits for it; false at the end of the story. */
static bool turn(struct player *p)
{
	const struct plan_step *next = plan_next(&p->plan);
	bool is_chore = p->chores > 0 && p->chore[0].step.at <= next->at;
	struct chore c = { .step = *next };
	int64_t at = is_chore ? p->chore[0].step.at : next->at;
	int64_t left = (int64_t)((double)(at - now(p)) / p->speed / 1000);
	int told;

	if (p->until > 0 && at >= p->until)
		return false;
	if (left > LONGEST_POLL)
		left = LONGEST_POLL;
	told = agent_poll(p->link, left > 0 ? (int)left : 0);
	if (told & AGENT_WOKEN)
		return false;
	if (told & AGENT_TOLD || clock_mono() >= p->next_ask) {
		agent_decisions(p->link, &p->after, hear, p, NULL);
		p->next_ask = clock_mono() + ASK_EVERY;
		return true;
	}
	if (at > now(p))
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
	say_of_itself(p, "seam.agent.bye");
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
	struct err e;

	if (at.control == NULL || !read_arguments(&p, a))
		return usage_error(a, "`seam demo` starts this");
	at.name = p.name;
	p.link = agent_open(&at, &e);
	if (p.link == NULL) {
		complain("%s", e.text);
		plan_fini(&p.plan);
		return NO_HUB;
	}
	while (turn(&p))
		;
	leave(&p);
	agent_close(p.link);
	plan_fini(&p.plan);
	free(p.chore);
	buf_fini(&p.data);
	buf_fini(&p.event);
	close(p.wake);
	return DONE;
}
