/* SPDX-License-Identifier: MIT */
/* What an agent of the demo mesh says, and the mischief it makes. */
#include "app/demo_artifact.h"
#include "app/demo_player.h"
#include "base/json_out.h"

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
		.time = p->wall + player_now(p),
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

static struct buf *begin_handoff(struct player *p, const struct plan_step *s)
{
	struct buf *b = begin_data(p);
	char id[16];

	plan_id(&p->plan, s, id);
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

void player_say(struct player *p, const struct plan_step *s)
{
	verbs[s->verb](p, s);
}

void player_say_bye(struct player *p)
{
	say_of_itself(p, "seam.agent.bye");
}
