/* SPDX-License-Identifier: MIT */
/* What the files of the hub share and nobody else includes. */
#ifndef BUS_HUB_OWN_H
#define BUS_HUB_OWN_H

#include <zmq.h>

#include "base/allowance.h"
#include "base/json_out.h"
#include "bus/codec.h"
#include "bus/contracts_watch.h"
#include "bus/doors.h"
#include "bus/ear.h"
#include "bus/gate.h"
#include "bus/http.h"
#include "bus/hub.h"
#include "bus/notify.h"
#include "bus/outbox.h"
#include "bus/peers.h"
#include "bus/snapshot.h"
#include "bus/survey.h"
#include "bus/vitals.h"
#include "bus/writer.h"
#include "contract/schema.h"
#include "mesh/there.h"

#define REQUEST_BYTES ((size_t)4 << 20) /* of a frame */
#define REPLY_BYTES ((size_t)2 << 20)   /* a list in a reply stops growing here */
#define RID_BYTES 128
#define BACKLOG_BYTES ((size_t)64 << 20) /* folded and not yet on disk */
#define LANE_BYTES ((size_t)16 << 20)    /* beyond that no more from the events lane */

/* Where a reply goes: the routing id, and the empty frame of a REQ if it sent one. */
struct peer {
	size_t n;
	char id[256];
	uint32_t who; /* bus/gate.h; GATE_LOCAL where no keys are asked for */
	bool delimiter;
};

/* A reply that waits for the commit of what it rests on. */
struct reply {
	struct peer peer;
	uint64_t rests_on;           /* hubsequence */
	char rid[RID_BYTES * 6 + 3]; /* JSON, for saying `unavailable` instead */
	struct parcel *body;
	struct reply *next;
};

/* A request that is answered when the handoff is decided. */
struct waiter {
	struct peer peer;
	struct outbox *box; /* where it is counted */
	char rid[RID_BYTES * 6 + 3];
	char *agent, *handoff;
	uint32_t attempt;
	int64_t until; /* clock_mono() */
	struct waiter *next;
};

/* A request that is run again once the journal has what it reads. */
struct deferred {
	struct peer peer;
	uint64_t rests_on;
	struct parcel *body;
	struct deferred *next;
};

/* Duplicates of one source that are not journaled yet. */
struct doubled {
	char *source, *id;
	uint64_t of, pending;
	int64_t told; /* clock_mono() of the last seam.duplicate */
};

/* Retention: what is looked over and what is to be deleted (hub_retain.c). */
struct retain {
	uint64_t swept, sweep_to; /* rows in between are still to be looked over */
	uint64_t *queue;          /* rows to delete */
	size_t queued, cap;
	uint64_t *out;   /* a copy of it, with the writer */
	uint64_t target; /* where an age's cut is going to, 0 */
	unsigned glanced;
	int64_t look;     /* clock_mono() of the next look */
	int64_t age_look; /* the hub's clock: of the next look at ages */
	int64_t say_at;   /* clock_mono(): of the next word about cuts */
};

/* Care of the journal's file: hub_care.c. */
struct care {
	bool vacuum;      /* spare pages are being given back */
	int64_t chore_at; /* clock_mono(): no chore before */
	int64_t look_at, committed_at;
	uint64_t wal; /* bytes of it */
	bool wal_said;
	bool unreadable;   /* the last event that was asked for */
	struct err damage; /* that was met while reading, "": none */
};

enum lane { LANE_EVENTS, LANE_CONTROL, LANE_FEED, LANES };

/* What was refused lately, of whom: told once a second with how often. */
struct denial {
	char name[KEY_NAME];
	const char *role;
	char what[24], why[24], key[KEY_TEXT], address[64];
	uint64_t pending;
	int64_t told; /* clock_mono() */
};
#define MOST_DENIALS 64
struct denials {
	struct denial row[MOST_DENIALS];
	size_t count, next;
	struct denial others; /* that had no room while nothing could be written */
};

/* What was left undone since it would have cost too much: hub_doors.c. */
#define KEEPERS 64
/* What one key sent that is no event, beyond what stands alone. */
struct heap {
	struct allowance alone;
	uint64_t count;
	size_t size; /* of the last one */
	struct digest digest;
	const char *reason;
	char detail[200];
};

struct costs {
	struct allowance kept[KEEPERS], kept_all; /* bytes of what is quarantined */
	struct allowance
		pages[KEEPERS]; /* seconds of the hub's, for reading the journal */
	int64_t page_began;     /* this thread's clock */
	bool page_short;
	uint64_t unkept, waits, malformed;
	uint64_t seen[TOLLS]; /* that were told */
	uint64_t unsaid;      /* connections that were ended and not spoken of */
	int64_t say_at;       /* clock_mono() */
};

struct request;
struct hub {
	struct hub_options o;
	void *context, *control, *feed;
	struct gate *gate;         /* NULL: no lane asks for keys */
	bool guarded[LANES];       /* which do */
	struct denials denials_of; /* hub_access.c */
	int64_t gate_look;         /* clock_mono() of the next look at the list of keys */
	struct err gate_doubt;     /* why it could not be read, which was said */
	struct ear *ear;
	struct writer *writer;
	struct journal *reader; /* NULL without a journal */
	char events_url[256], control_url[256], feed_url[256];
	char epoch[40];
	struct http *http; /* NULL: nobody asks for metrics */
	struct notify *notify;
	struct survey *survey;
	int64_t survey_at; /* clock_mono() of the next look */
	struct vitals vitals;
	int64_t started_wall;
	struct peers *peers[LANES]; /* NULL without http */
	struct costs costs;
	struct heap heaps[KEEPERS];
	size_t heaped; /* that have any */
	int64_t heaps_told;
	uint32_t speaks;  /* whose message is at hand: struct caller */
	bool open;        /* bound off loopback */
	bool feed_wanted; /* somebody has subscribed to it */
	bool feed_astray; /* whose what comes up is, is not certain: hub_feed.c */
	int signals;      /* signalfd */

	struct mesh *mesh;
	struct snapshots *snapshots; /* NULL without a journal */
	uint64_t snapshot_tried;     /* hubsequence of the last one */
	bool snapshot_wanted;        /* retention cannot go on without a newer one */
	int64_t snapshot_began, snapshot_look; /* clock_mono() */
	int64_t digest_look;                   /* the same */
	struct json doc;                       /* of the event at hand */
	struct json request;                   /* of the request at hand */
	struct buf splice, one_line, data, body;

	struct retain retain;
	struct batch *filling, *spare; /* the third is with the writer */
	bool writing;
	uint64_t committed;
	bool failed; /* the journal cannot be written */
	bool doubt;  /* its file seems to be gone: the writer is to try */
	struct err why_failed;
	int64_t probe_at;   /* clock_mono() */
	bool probe_asked;   /* somebody wants to know whether it can be written */
	int64_t written_at; /* clock_mono() of the last write that worked, 0 */
	int64_t sent_at;    /* clock_mono(), of what is with the writer */

	char **again; /* events whose commit failed and that nobody will send again */
	size_t agains, again_cap;

	struct outboxes *outboxes;
	struct outboxes *fed; /* events on their way to those who follow the feed */
	struct reply *replies, **replies_end;
	struct deferred *deferred, **deferred_end;
	struct waiter *waiters;
	size_t waiting;
	int64_t next_wake;     /* clock_mono() of the first of them whose time is up, 0 */
	uint64_t waiters_seen; /* mesh.hubsequence at the last look */
	struct schema_run checks;
	struct schema_errors errors; /* of the last check */
	struct doubled *doubled;
	size_t doubles, doubled_cap;
	struct care care;

	/* the hub's clock: base + (boot - boot_base) * rate */
	int64_t base, boot_base, wall_base;
	int64_t asleep;      /* boot - mono when last looked at */
	int64_t quiet_until; /* hub clock: no fallback before */
	int64_t turn;        /* clock_mono() of this turn */
	int64_t next_beat, next_scan;
	int64_t next_audit; /* hub clock: when the audit's head is logged again */
	uint64_t flood;     /* bytes of events and replies since memory was given back */
	int64_t flood_at;   /* clock_mono() of the last of them */
	struct watched contracts;  /* the files of the folder */
	struct err contracts_gone; /* the folder cannot be read */
	uint32_t contracts_loaded; /* in this look */
	bool contracts_doubted;    /* what was said of them may be undone */
	uint64_t denied[256];      /* hashes of denials that are journaled already */
	size_t denials;
	struct hooks *hooks; /* programs that are run */
	bool drained;        /* both lanes were read empty this turn */
	bool idle;           /* there was nothing more to read, or it may not be read */
	bool stop;
	bool reloading; /* SIGHUP has come, and what it asks for is not done yet */
};

/* The shorter of two times to wait; below 0: for ever. */
static inline long sooner(long a, long b)
{
	return b < 0 || (a >= 0 && a < b) ? a : b;
}

/* Milliseconds, rounded up, until clock_mono() is there. */
static inline long until_mono(int64_t when)
{
	int64_t left = when - clock_mono();

	return left > 0 ? (long)(left / 1000) + 1 : 0;
}

/* --- hub_clock.c ----------------------------------------------------------- */
void hub_clock_start(struct hub *h);
int64_t hub_now(struct hub *h);
/* Deadlines, holes, duplicates, clock jumps: everything that time brings about. */
void hub_tick(struct hub *h);
/* Real milliseconds until the hub's clock shows `when`; an hour for what is further off.
 */
long hub_until(struct hub *h, int64_t when);
/* Milliseconds until something is due. */
long hub_patience(struct hub *h);

/* --- hub_intake.c ---------------------------------------------------------- */
struct intake {
	bool quarantined;
	const char *reason; /* of that */
	struct err err;
	enum standing standing;
	uint64_t recorded; /* hubsequence; of the first one for a duplicate */
	uint32_t handoff;  /* NONE */
	enum event_type type;
};

/*
 * One event from a peer: judged, folded and put into the batch. `by` is whose key it came
 * with, NULL where no keys are asked for: what is not its own to say is quarantined.
 */
void hub_intake(struct hub *h, struct str bytes, const char *lane, const struct key *by,
	struct intake *out);
/* What came was no event: kept as seam.quarantined. */
uint64_t hub_quarantine(struct hub *h, struct str bytes, const char *lane,
	const char *reason, const char *detail);
/* The same over the events lane: too many a second of one are added up. */
void hub_quarantine_event(
	struct hub *h, struct str bytes, const char *reason, const char *detail);
/*
 * An event of the hub's own. `data` is a JSON object, `subject` may be absent.
 * Returns its hubsequence.
 */
uint64_t hub_emit(
	struct hub *h, enum event_type type, struct str subject, struct str data);
/* The subject that events about this handoff bear. */
struct str hub_subject(const struct hub *h, uint32_t handoff);
/* Opens `{` in h->data with handoff and attempt. */
struct buf *hub_data(struct hub *h, uint32_t handoff);
void hub_flush_doubles(struct hub *h, bool all);
void hub_flush_quarantine(struct hub *h, bool all);

/* --- hub_access.c ---------------------------------------------------------- */
/*
 * Whether these lanes ask for keys is settled here, and the gate opened before any socket
 * is. False with the remedy where they should and cannot.
 */
bool hub_open_gate(struct hub *h, struct err *e);
/* Handshakes, the list of keys, what was refused. */
void hub_gate_turn(struct hub *h);
/*
 * Who sent a frame of this lane. False: nobody who may, and that was counted; then the
 * message is dropped. *key is NULL where the lane asks for no keys.
 */
bool hub_admits(struct hub *h, enum lane lane, struct caller c, const struct key **key);
/* Journals, at most once a second for a party and an act, that it was refused. */
void hub_deny(struct hub *h, const struct key *by, const char *what, const char *why);
/* The same of who came no further than its address. */
void hub_deny_address(
	struct hub *h, const char *address, const char *why, uint64_t count);
/* Tells what is counted and not told, of each once a second; `all`: now. */
void hub_flush_denials(struct hub *h, bool all);
/* Those of a batch that was not written are to be told again. */
void hub_owe_denials(struct hub *h, const struct batch *b);
/* Whether a key of this role may do it; false after the reply was filled. */
bool hub_role_may(struct hub *h, struct request *r, unsigned roles, const char *op);
/* An agent's key speaks for that agent alone; false after the reply was filled. */
bool hub_is_self(struct hub *h, struct request *r, struct str agent, const char *op);
/* Whether an agent's key is that of who gives the handoff or takes it; others, yes. */
bool hub_is_party(const struct hub *h, const struct request *r, const struct handoff *x);
/* Refuses an answer to what was decided of others. */
void hub_not_theirs(struct hub *h, struct request *r);
/* Whether what a peer subscribes to is for it. */
bool hub_may_hear(struct hub *h, const struct key *by, struct str topic);

#define MAY(role) (1u << (role))
#define MAY_LOOK (MAY(ROLE_OPERATOR) | MAY(ROLE_OBSERVER))
#define MAY_DECIDE MAY(ROLE_OPERATOR)
#define MAY_HAND_OVER MAY(ROLE_AGENT)
#define MAY_ALL (MAY_LOOK | MAY_HAND_OVER)

/* --- hub_check.c ----------------------------------------------------------- */
/*
 * Holds the offer that stands against its contract, which tells of what it breaks, and
 * does what the contract says of that; returns for what it must be held.
 */
enum hold_cause hub_check(struct hub *h, uint32_t handoff, const struct event *e);
/*
 * Whether what a human made of its artifact is what its contract promises: false with
 * the reasons in h->errors. A check that is given up bars nobody.
 */
bool hub_check_edited(struct hub *h, uint32_t handoff, struct json *j, uint32_t artifact);

/* --- hub_control.c --------------------------------------------------------- */
/* Bytes at which a page stops growing: few while much waits for peers that do not read.
 */
size_t hub_page_room(const struct hub *h);
/* One message on the control lane; frames after the routing id. */
void hub_request(struct hub *h, const struct peer *p, struct str body);
void hub_request_bad(struct hub *h, const struct peer *p, const char *why);
/* Looks at those who wait; all of them when `all` (a time may have passed). */
void hub_wake(struct hub *h, bool all);
/* Runs again what was deferred and can be answered now. */
void hub_resume(struct hub *h);
/* Sends the replies that may go, in order. */
void hub_send_replies(struct hub *h);
/* Nothing after `committed` was written: says so to all who were promised it. */
void hub_break_promises(struct hub *h);

struct request {
	const struct peer *peer;
	char rid[RID_BYTES * 6 + 3]; /* as JSON: "..." or null */
	struct json *j;              /* the request */
	struct buf *out;             /* the reply: opened, rid written */
	bool answered_later;
	bool deferred;           /* run it again when all that was folded is on disk */
	bool malformed;          /* it was no request */
	const char *op, *denied; /* why `op` was not allowed; NULL */
	struct str raw;
	const struct key *key; /* of who asks; NULL where no keys are asked for */
};

/* Fill the reply with an error. */
void reply_error(struct request *r, const char *code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* The same, but the error object stays open for more members; close with
 * reply_error_end(). */
void reply_error_begin(struct request *r, const char *code, const char *message);
void reply_error_end(struct request *r);
void reply_ok(struct request *r); /* opens the reply: "ok":true */

/* A member of the request; false and `malformed` where it is not what it must be. */
bool need_id(struct request *r, const char *name, struct str *out);
bool need_agent(struct request *r, const char *name, struct str *out);
bool need_attempt(struct request *r, uint32_t *out);
bool want_string(struct request *r, const char *name, struct str *out);
/* A name of a human. */
bool need_operator(struct request *r, struct str *out);
bool want_flag(struct request *r, const char *name, bool *out);
bool want_number(struct request *r, const char *name, double lo, double hi, double *out);
bool want_sequence(struct request *r, const char *name, uint64_t *out);

typedef void op_function(struct hub *h, struct request *r);

op_function op_ping, op_publish, op_events, op_list, op_counters, op_snapshot, op_show,
	op_decide, op_wait, op_decisions, op_deliver, op_claim, op_release, op_vacuum,
	op_mute, op_unmute, op_annotate;

/* --- hub_filter.c ---------------------------------------------------------- */
/* Whether it names only `members`, a blank between two; the reply says so where not. */
bool item_filter_fits(
	struct request *r, uint32_t filter, const char *what, const char *members);
/* Whether an item has what the request's filter names; JSON_NONE: yes. */
bool item_passes(struct json *item, struct json *request, uint32_t filter);

/* --- hub_notes.c ----------------------------------------------------------- */
/* "title", "tags" and "notes", of NULL too. */
void out_noted(struct buf *b, const struct noted *n);
void out_noted_owner(struct buf *b, const struct noted *n, int64_t now);
/* "texts": what was written. */
void out_note_texts(struct buf *b, const struct noted *n);
void item_noted(struct buf *b, struct hub *h, size_t rank);

/* --- hub_items.c ----------------------------------------------------------- */
/* The members alone, into an object that is open. */
void item_members(struct buf *b, struct hub *h, uint32_t i);
void item_handoff(struct buf *b, struct hub *h, uint32_t i);
void out_deadline_action(struct buf *b, const struct handoff *h);
void out_faults(struct buf *b, unsigned faults);
/*
 * The member "artifact" with the bytes that this journaled event carries; false,
 * and nothing written, if it has none or is not on disk.
 */
bool out_artifact(struct hub *h, struct buf *b, uint64_t hubsequence);

/* --- hub_decide.c ---------------------------------------------------------- */

/* --- hub_hello.c ----------------------------------------------------------- */
/*
 * The member "contracts" of the reply to this hello, a node in `j`; nothing where there
 * are no contracts to speak of.
 */
void hub_answer_hello(struct hub *h, struct json *j, uint32_t event, struct buf *out);

/* --- hub_contracts.c ------------------------------------------------------- */
/* Reads the folder if it changed and journals what is new, changed or gone. */
void hub_load_contracts(struct hub *h);

/* --- hub_keep.c ------------------------------------------------------------ */
/* Reads the mesh anew from what is on disk. */
bool hub_reload(struct hub *h, struct err *e);
/* Begins or ends a snapshot when it is time to. */
void hub_keep_snapshot(struct hub *h);
/* At the end: one that the next start can use. */
void hub_keep_last_snapshot(struct hub *h);

/* --- hub_retain.c ---------------------------------------------------------- */
/* Before the first turn, and after the mesh was read anew. */
void hub_retain_start(struct hub *h);
void hub_retain_fini(struct retain *r);
/* A bounded part of what there is to do. */
void hub_retain(struct hub *h);
/* Whether there is something to do at once. */
bool hub_retain_works(const struct hub *h);
/* Puts rows to delete into a batch; false if there are none. */
bool hub_retain_give(struct hub *h, struct batch *b);
/* The batch is on disk with what was deleted. */
void hub_retain_took(struct hub *h, const struct batch *b);

/* --- hub_audit.c ----------------------------------------------------------- */
/* The head of the operators' log, on standard error: at the start and at the end. */
void hub_say_audit(struct hub *h);
/* The same every hour. */
void hub_watch_audit(struct hub *h);

/* --- hub_hooks.c ----------------------------------------------------------- */
/* False with a reason where a program is not there. */
bool hub_hooks_start(struct hub *h, struct err *e);
/* Goes on with what runs, tells what became of it, begins what is owed. */
void hub_hooks_turn(struct hub *h);
/* A descriptor that can be read when something that runs has to be looked at. */
int hub_hooks_fd(const struct hub *h);
/* Milliseconds until something is due; -1: nothing is. */
long hub_hooks_patience(struct hub *h);
/* What runs has a little time to end; then it is killed, and is run again one day. */
void hub_hooks_stop(struct hub *h);
void hub_hooks_free(struct hub *h);

/* --- hub_hook_input.c ------------------------------------------------------- */
/* What the program reads; false if the event cannot be read. */
bool hook_input(struct hub *h, enum hook_kind k, const struct owed *o, uint64_t number,
	struct buf *b);
/* The key under which all tries of one delivery may be known as one. */
void hook_key(const struct hub *h, const struct owed *o, char out[64]);

/* --- hub_care.c ------------------------------------------------------------ */
/* What the writer is to do for the journal's file now, or NULL. */
batch_chore *hub_chore(struct hub *h);
void hub_chore_done(struct hub *h, const struct batch *b);
/* Looks at the file now and then, and says what is odd. */
void hub_care(struct hub *h);
/* Adds the bytes of one event to `out`, and reads them; false if there is none. */
bool hub_event(struct hub *h, uint64_t hubsequence, struct buf *out, struct json *j);
/*
 * Whether that, or another read of the journal, has just failed because of what it
 * met there, so that it is no answer; said once, and on every beat.
 */
bool hub_met_damage(struct hub *h);
/* The event that is there cannot be read any more. */
void hub_say_damage(struct hub *h, uint64_t hubsequence);
/* The member's value: what is odd with the journal that can be written, or null. */
void out_journal_note(const struct hub *h, struct buf *b);

/* --- hub_feed.c ------------------------------------------------------------ */
/* A batch that is on disk. */
void hub_feed_batch(struct hub *h, const struct batch *b);
/* Subscriptions that have come. */
void hub_drain_feed(struct hub *h);

/* --- hub_health.c ---------------------------------------------------------- */
enum health { HEALTH_GOOD, HEALTH_BAD, HEALTH_UNKNOWN };

/* Whether what comes now could be written; where that is not known, it is tried. */
enum health hub_health(struct hub *h, struct err *why);
/* Has it tried when nothing was written for long. */
void hub_doubt_journal(struct hub *h);
/* A batch has come back from the writer. */
void hub_note_written(struct hub *h, const struct batch *b);
/* Reading the journal goes on: for who would else think that it hangs. */
void hub_tell_reading(struct hub *h);
/* Milliseconds until hub_watch_self() has something to do; -1: any time. */
long hub_watch_patience(struct hub *h);
/* Once a turn, at its end: all that is only there for those who watch the hub. */
void hub_watch_self(struct hub *h);

/* --- hub_metrics.c --------------------------------------------------------- */
/* What http_open() is given. */
void hub_answer_http(void *hub, const char *path, bool late, struct http_reply *r);

/* --- hub_sockets.c --------------------------------------------------------- */
/* Binds the three; on failure what was opened is in `h` and hub_run() closes it. */
bool hub_open_sockets(struct hub *h, struct err *e);

/* --- hub_journal.c --------------------------------------------------------- */
/* Opens it, or none, starts its writer, and folds what is in it. */
bool hub_open_journal(struct hub *h, struct err *e);
/* What is filled goes to the writer as soon as that is free. */
void hub_send_batch(struct hub *h);
/* What it has written stands, and is told; what it could not is taken back. */
void hub_take_written(struct hub *h);
/* Whether the journal's file is still where it was; now and then, for a hub at rest. */
void hub_watch_journal(struct hub *h);

/* --- hub.c ----------------------------------------------------------------- */
void hub_log(const struct hub *h, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
uint64_t hub_lines_left_out(void);

#endif
