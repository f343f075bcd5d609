/* SPDX-License-Identifier: MIT */
/* The hub's life: the loop, the end. */
#include "bus/hub.h"

#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/text.h"
#include "bus/harden.h"
#include "bus/hub_own.h"

#define TURN_MESSAGES 512
#define TURN_TIME (4 * 1000)   /* microseconds of reading before replies go out */
#define STOP_TIME (5 * SECOND) /* for what was folded to get to the disk */
#define LINES_RATE 20          /* a second on standard error */
#define LINES_BURST 200
#define FLOOD_BYTES ((uint64_t)256 << 20) /* of events, after which memory goes back */

/*
 * A pipe that nobody reads, or a terminal that was stopped, must not stop the hub: a line
 * for which there is no room is left out, and the next one says how many were.
 */
static uint64_t left_out;

uint64_t hub_lines_left_out(void)
{
	return left_out;
}

/* No more than so many a second: who makes the hub speak fills no disk. */
static bool may_say(unsigned *unsaid)
{
	static struct allowance lines;

	if (allowance_take(&lines, clock_mono(), LINES_RATE, LINES_BURST, 1))
		return true;
	++*unsaid;
	left_out++;
	return false;
}

static void say(struct buf *line)
{
	static unsigned unsaid, too_many;
	struct pollfd p = { .fd = STDERR_FILENO, .events = POLLOUT };
	char note[60] = "";
	struct iovec parts[] = { { note, 0 }, { line->data, line->len } };

	if (!may_say(&too_many))
		return;
	if (poll(&p, 1, 0) > 0 &&
		(p.revents & (POLLOUT | POLLERR | POLLNVAL)) == POLLOUT) {
		if (unsaid > 0)
			snprintf(note, sizeof(note),
				"seam hub: %u lines found no reader\n", unsaid);
		else if (too_many > 0)
			snprintf(note, sizeof(note),
				"seam hub: %u lines were too many a second\n", too_many);
		parts[0].iov_len = strlen(note);
		if (writev(STDERR_FILENO, parts, 2) > 0) {
			too_many = unsaid > 0 ? too_many : 0;
			unsaid = 0;
			return;
		}
	}
	unsaid++;
	left_out++;
}

void hub_log(const struct hub *h, const char *fmt, ...)
{
	struct buf line = { 0 };
	char text[600];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	buf_fmt(&line, "seam hub %s: ", h->o.name);
	text_clean(&line, str_of(text));
	buf_char(&line, '\n');
	say(&line);
	buf_fini(&line);
}

/* --- one turn of the loop -------------------------------------------------- */

static void read_rest(void *socket, zmq_msg_t *part)
{
	while (zmq_msg_more(part)) {
		zmq_msg_close(part);
		zmq_msg_init(part);
		zmq_msg_recv(part, socket, 0);
		doors_took(part);
	}
}

/* The third frame, if there is one: the ear passes on no more. */
static void skip_event(struct hub *h, zmq_msg_t *part)
{
	zmq_msg_t rest;

	if (!zmq_msg_more(part))
		return;
	zmq_msg_init(&rest);
	zmq_msg_recv(&rest, ear_socket(h->ear), 0);
	ear_taken(h->ear, zmq_msg_size(&rest));
	zmq_msg_close(&rest);
}

/* One message of the events lane: `[event]` or `[topic][event]`. */
static bool read_event(struct hub *h)
{
	void *s = ear_socket(h->ear);
	struct caller by = { GATE_LOCAL, -1 };
	const struct key *key;
	zmq_msg_t part, second;
	struct intake in;

	if (h->guarded[LANE_EVENTS] &&
		zmq_recv(s, &by, sizeof(by), ZMQ_DONTWAIT) != sizeof(by))
		return false;
	zmq_msg_init(&part);
	if (zmq_msg_recv(&part, s, ZMQ_DONTWAIT) < 0) {
		zmq_msg_close(&part);
		return false;
	}
	ear_taken(h->ear, zmq_msg_size(&part));
	h->flood += zmq_msg_size(&part);
	h->flood_at = h->turn;
	if (zmq_msg_more(&part)) {
		zmq_msg_init(&second);
		zmq_msg_recv(&second, s, 0);
		ear_taken(h->ear, zmq_msg_size(&second));
		zmq_msg_close(&part);
		part = second;
	}
	if (!hub_admits(h, LANE_EVENTS, by, &key)) {
		skip_event(h, &part);
	} else if (zmq_msg_more(&part)) {
		hub_quarantine_event(h,
			(struct str){ zmq_msg_data(&part), zmq_msg_size(&part) },
			"frames", "more than two frames");
		skip_event(h, &part);
	} else {
		hub_intake(h, (struct str){ zmq_msg_data(&part), zmq_msg_size(&part) },
			"events", key, &in);
	}
	zmq_msg_close(&part);
	return true;
}

/*
 * A routing id of a peer's own choosing could be another's who has just gone, and its
 * replies would be read: with keys only those are served that libzmq gives out.
 */
static bool admit(struct hub *h, struct peer *p, zmq_msg_t *part)
{
	const struct key *key;
	struct caller c = { GATE_LOCAL, -1 };

	if (h->guarded[LANE_CONTROL])
		c = gate_caller(part);
	p->who = c.who;
	if (!hub_admits(h, LANE_CONTROL, c, &key))
		return false;
	if (key == NULL || (p->n > 0 && p->id[0] == '\0')) /* bus/name_guard.h */
		return true;
	hub_deny(h, key, "connect", "routing_id");
	hub_request_bad(h, p, "with keys no peer chooses its routing id");
	return false;
}

/* The frames behind a routing id: the body, after an empty one if a REQ sent it. */
static void read_body(struct hub *h, struct peer *p)
{
	zmq_msg_t part;

	zmq_msg_init(&part);
	zmq_msg_recv(&part, h->control, 0);
	doors_took(&part);
	if (zmq_msg_size(&part) == 0 && zmq_msg_more(&part)) {
		p->delimiter = true;
		zmq_msg_close(&part);
		zmq_msg_init(&part);
		zmq_msg_recv(&part, h->control, 0);
		doors_took(&part);
	}
	if (!admit(h, p, &part)) {
		read_rest(h->control, &part);
	} else if (zmq_msg_more(&part)) {
		read_rest(h->control, &part);
		hub_request_bad(h, p, "a request is one frame");
	} else {
		hub_request(
			h, p, (struct str){ zmq_msg_data(&part), zmq_msg_size(&part) });
	}
	zmq_msg_close(&part);
}

static bool read_control(struct hub *h)
{
	struct peer p = { 0 };
	int n = zmq_recv(h->control, p.id, sizeof(p.id), ZMQ_DONTWAIT);
	int more = 0;
	size_t size = sizeof(more);

	if (n < 0)
		return false;
	p.n = (size_t)n;
	zmq_getsockopt(h->control, ZMQ_RCVMORE, &more, &size);
	if (more)
		read_body(h, &p);
	return true;
}

static bool has_room(const struct hub *h)
{
	return h->filling->bytes < BACKLOG_BYTES;
}

/*
 * Who publishes as fast as it can must not make a human wait for the commit of all that:
 * the events lane stops earlier, and what then comes on control is soon on disk.
 */
static bool has_room_for_events(const struct hub *h)
{
	return !h->failed && h->filling->bytes < LANE_BYTES;
}

/* Both lanes in turn, a bounded number and time, so that replies go out between. */
static void read_lanes(struct hub *h)
{
	int64_t end = clock_mono() + TURN_TIME;
	bool events = !h->failed, control = true; /* there may be more */

	for (int i = 0; i < TURN_MESSAGES && (events || control) && has_room(h); i++) {
		control = control && read_control(h);
		if (has_room_for_events(h))
			events = events && read_event(h);
		else if (!control)
			break;
		if (clock_mono() > end) /* one that is costly to check may be all */
			break;
	}
	h->drained = !events && !control && !h->failed;
	h->idle = !control && (!events || !has_room_for_events(h));
}

static void read_signals(struct hub *h)
{
	struct signalfd_siginfo s;

	while (read(h->signals, &s, sizeof(s)) == (ssize_t)sizeof(s)) {
		if (s.ssi_signo != SIGHUP) {
			h->stop = true;
			continue;
		}
		watched_forget(&h->contracts);
		h->contracts_doubted = true;
		h->next_scan = 0;
		h->reloading = true;
		notify_reloading(h->notify);
	}
}

/*
 * What was queued in a flood and is free again goes back to the system, once it
 * is quiet: libzmq holds more than twice the bytes of an event.
 */
static void give_back(struct hub *h)
{
	if (h->flood < FLOOD_BYTES || h->turn - h->flood_at < SECOND)
		return;
	h->flood = 0;
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}

static void turn(struct hub *h)
{
	zmq_pollitem_t items[] = {
		{ writer_socket(h->writer), 0, ZMQ_POLLIN, 0 },
		{ h->feed, 0, ZMQ_POLLIN, 0 },
		{ NULL, h->signals, ZMQ_POLLIN, 0 },
		{ NULL, hub_hooks_fd(h), ZMQ_POLLIN, 0 },
		{ NULL, http_descriptor(h->http), ZMQ_POLLIN, 0 },
		{ h->gate != NULL ? gate_socket(h->gate) : NULL, -1, ZMQ_POLLIN, 0 },
		{ h->control, 0, ZMQ_POLLIN, 0 },
		{ ear_socket(h->ear), 0, ZMQ_POLLIN, 0 },
	};
	bool room = has_room(h);
	int n = !room ? 6 : has_room_for_events(h) ? 8 : 7;

	/* without room only the writer brings it on */
	zmq_poll(items, n,
		(h->idle && !hub_retain_works(h)) || !room ? hub_patience(h) : 0);
	if (items[2].revents & ZMQ_POLLIN)
		read_signals(h);
	if (items[1].revents & ZMQ_POLLIN)
		hub_drain_feed(h);
	hub_take_written(h);
	hub_gate_turn(h);
	read_lanes(h);
	hub_tick(h);
	hub_hooks_turn(h);
	hub_wake(h, h->drained || h->failed);
	hub_send_batch(h);
	hub_send_replies(h);
	hub_retain(h);
	hub_keep_snapshot(h);
	hub_watch_audit(h);
	hub_watch_self(h);
	give_back(h);
}

/* --- beginning and end ----------------------------------------------------- */

static int block_signals(void)
{
	sigset_t set;

	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN); /* a limit on file sizes is an error of a write */
	signal(SIGCHLD, SIG_DFL); /* whoever started this may have ignored it */
	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	pthread_sigmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

static void say_ready(const struct hub *h)
{
	struct buf b = { 0 };

	buf_str(&b, "{\"ready\":true");
	out_key(&b, "name");
	out_text(&b, h->o.name);
	out_key(&b, "events");
	out_text(&b, h->events_url);
	out_key(&b, "control");
	out_text(&b, h->control_url);
	out_key(&b, "feed");
	out_text(&b, h->feed_url);
	if (h->http != NULL) {
		out_key(&b, "metrics");
		out_text(&b, http_url(h->http));
	}
	out_key(&b, "epoch");
	out_text(&b, h->epoch);
	out_close(&b, '}');
	puts(b.data);
	fflush(stdout);
	buf_fini(&b);
}

/*
 * What was folded goes to the disk, and what was promised goes out. A disk that does not
 * answer is not waited for: what hangs on it was promised to nobody yet.
 */
static void finish(struct hub *h)
{
	int64_t end;

	notify_stopping(h->notify);
	hub_hooks_stop(h);
	end = clock_mono() + STOP_TIME;
	hub_flush_doubles(h, true);
	hub_flush_denials(h, true);
	hub_flush_quarantine(h, true);
	while ((h->writing || h->filling->count > 0) && !h->failed &&
		clock_mono() < end) {
		zmq_pollitem_t item = { writer_socket(h->writer), 0, ZMQ_POLLIN, 0 };

		hub_send_batch(h);
		zmq_poll(&item, 1, 100);
		hub_take_written(h);
	}
	if (h->writing && clock_mono() >= end) {
		hub_log(h, "the journal has not answered for %lld s: ending without it",
			(long long)(STOP_TIME / SECOND));
		_exit(1);
	}
	hub_keep_last_snapshot(h);
	hub_say_audit(h);
}

static void free_lists(struct hub *h)
{
	while (h->replies != NULL) {
		struct reply *next = h->replies->next;

		parcel_free(h->replies->body);
		free(h->replies);
		h->replies = next;
	}
	while (h->waiters != NULL) {
		struct waiter *next = h->waiters->next;

		free(h->waiters->agent);
		free(h->waiters->handoff);
		free(h->waiters);
		h->waiters = next;
	}
	while (h->deferred != NULL) {
		struct deferred *next = h->deferred->next;

		parcel_free(h->deferred->body);
		free(h->deferred);
		h->deferred = next;
	}
	for (size_t i = 0; i < h->agains; i++)
		free(h->again[i]);
	free(h->again);
	for (size_t i = 0; i < h->doubles; i++) {
		free(h->doubled[i].source);
		free(h->doubled[i].id);
	}
	free(h->doubled);
}

static void hub_fini(struct hub *h)
{
	hub_hooks_free(h);
	http_close(h->http);
	ear_stop(h->ear);
	/* the writer lets go last: then it empties the WAL */
	journal_close(h->reader);
	writer_stop(h->writer);
	if (h->control != NULL)
		zmq_close(h->control);
	if (h->feed != NULL)
		zmq_close(h->feed);
	for (int i = 0; i < LANES; i++)
		peers_free(h->peers[i]);
	gate_close(h->gate);
	if (h->context != NULL)
		zmq_ctx_term(h->context);
	doors_close();
	snapshots_free(h->snapshots);
	hub_retain_fini(&h->retain);
	survey_free(h->survey);
	watched_fini(&h->contracts);
	notify_free(h->notify);
	mesh_free(h->mesh);
	free_lists(h);
	outboxes_free(h->outboxes);
	outboxes_free(h->fed);
	batch_free(h->filling);
	batch_free(h->spare);
	json_fini(&h->doc);
	json_fini(&h->request);
	buf_fini(&h->splice);
	buf_fini(&h->one_line);
	schema_run_fini(&h->checks);
	schema_errors_fini(&h->errors);
	buf_fini(&h->data);
	buf_fini(&h->body);
	if (h->signals >= 0)
		close(h->signals);
}

/* A port that only root may bind, or who has been given that. */
static bool is_low(const char *endpoint)
{
	const char *colon = strrchr(endpoint, ':');
	int port = colon != NULL ? atoi(colon + 1) : 0;

	return port > 0 && port < 1024;
}

/* Before libzmq has threads. */
static void give_up_rights(const struct hub *h)
{
	struct harden_plan plan = {
		.low_ports = is_low(h->o.events) || is_low(h->o.control) ||
			is_low(h->o.feed) ||
			(h->o.metrics != NULL && is_low(h->o.metrics)),
		.programs = h->o.on_escalate != NULL || h->o.on_fallback != NULL,
	};

	harden_process(&plan);
}

static void say_if_root(const struct hub *h)
{
	if (geteuid() == 0)
		hub_log(h,
			"started as root, which it does not need: it has given up root's "
			"rights, and a user of its own would be better");
}

static bool start(struct hub *h, struct err *e)
{
	if (!text_is_agent(str_of(h->o.name)))
		return err_set(e, "the name \"%s\" must match [a-z0-9][a-z0-9._-]{0,63}",
			h->o.name);
	/* a folder that is not there would hold nothing, without a word */
	if (h->o.contracts != NULL &&
		!watched_look(&h->contracts, h->o.contracts, INT64_MAX, e))
		return false;
	if (h->o.journal != NULL)
		journal_await_copy(h->o.journal); /* it has the sockets, too */
	if (!hub_hooks_start(h, e) || !hub_open_sockets(h, e) || !hub_open_journal(h, e))
		return false;
	hub_clock_start(h);
	hub_retain_start(h);
	hub_say_audit(h);
	h->contracts_doubted = true;
	hub_load_contracts(h);
	hub_hooks_turn(h); /* what comes from now on is owed */
	h->next_scan = h->turn + SECOND / 4;
	return true;
}

bool hub_run(const struct hub_options *o, struct err *e)
{
	struct hub h = { .o = *o, .mesh = mesh_new() };
	bool ok;

	h.replies_end = &h.replies;
	h.deferred_end = &h.deferred;
	h.outboxes = outboxes_new();
	h.fed = outboxes_new();
	h.filling = batch_new();
	h.spare = batch_new();
	h.survey = survey_new();
	h.notify = notify_new();
	h.started_wall = clock_wall();
	vitals_init(&h.vitals);
	h.signals = block_signals();
	give_up_rights(&h);
	h.context = zmq_ctx_new();
	ok = start(&h, e);
	if (ok) {
		say_if_root(&h);
		say_ready(&h);
		notify_ready(h.notify);
		while (!h.stop)
			turn(&h);
		finish(&h);
	}
	hub_fini(&h);
	return ok;
}
