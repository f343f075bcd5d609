/* SPDX-License-Identifier: MIT */
/* What the files of the mirror share and nobody else includes. */
#ifndef BUS_MIRROR_OWN_H
#define BUS_MIRROR_OWN_H

#include "base/clock.h"
#include "base/json.h"
#include "bus/beats.h"
#include "bus/inbox.h"
#include "bus/kept.h"
#include "bus/keyed.h"
#include "bus/mirror.h"
#include "bus/takeover.h"

#define RETRY SECOND
#define ANSWER (3 * SECOND) /* a page that has not come is asked for again */
#define SILENT (5 * SECOND) /* a feed without a beat from a hub that answers is dead */

#define MIRROR_OWN                                                                       \
	"m-"             /* rids of the mirror's own requests begin so, others with "r-" \
			  */
#define MIRROR_WANTED 64 /* events that are asked for at the same time */

struct mirror {
	void *context, *control, *monitor, *feed;
	struct mesh *mesh;
	struct mirror_facts facts;
	struct json doc, reply;
	struct buf request;
	bool page_asked;  /* a page of events, or a part of the snapshot, is on its way */
	bool page_failed; /* the last event may be unreadable: the next begins behind it
			   */
	struct mesh *first; /* for a first look, while the whole one is coming; NULL */
	struct takeover *takeover; /* NULL: none is under way */
	uint64_t begun_at;         /* the journal's horizon when the first page came */
	int64_t asked_at, pinged_at;
	struct keyfile key;
	bool feed_asks;      /* for keys, as control does */
	bool accepted;       /* a connection, since the last try */
	int64_t heard_at;    /* anything on the feed, or that it was opened */
	uint64_t asked_last; /* the last event that was folded when the page was asked */
	uint64_t asked_hash,
		last_hash;   /* of its text; of the last one's now; 0: unknown */
	uint64_t stop_at;    /* nothing above it is folded; 0: no stop */
	int64_t pinged_boot; /* pinged_at by the boot clock */
	uint64_t requests, pings;
	struct beats beats;
	int64_t beat_time; /* the hub's clock at the last beat */
	int64_t asleep;    /* boot clock less the other one, when last looked at */
	struct kept kept, fetched; /* those that came; those that were asked for: who
				      walks over old ones does not lose the others */
	struct wanted_event {      /* asked for; hubsequence 0: free */
		uint64_t hubsequence;
		int64_t at;
	} wanted[MIRROR_WANTED];
	struct inbox replies;
	bool changed;
};

/* --- mirror.c -------------------------------------------------------------- */
/* Asks the hub who it is; the answer says whether it is another one by now. */
void mirror_ping(struct mirror *m);

/* Members of a request, without braces and rid. */
void mirror_send(struct mirror *m, const char *rid, struct str members);

/* --- mirror_event.c --------------------------------------------------------- */
/* The reply to one that was asked for. */
void mirror_take_event(struct mirror *m);

/* --- mirror_link.c --------------------------------------------------------- */
/* Subscribes anew: what the old feed holds may be of another history. */
void mirror_subscribe(struct mirror *m);
/*
 * Whether the feed's connection must be given up, though no end of it was told: TCP's
 * keepalive ends at the next relay, and libzmq's own heartbeats are not to be had here.
 */
bool mirror_feed_is_dead(const struct mirror *m);
/* Takes one event of the connection; false: there was none. */
bool mirror_read_monitor(struct mirror *m);
/* A closed laptop: what is shown is older than the clock of this process tells. */
void mirror_watch_sleep(struct mirror *m);
/* What has not been answered in time is asked again. */
void mirror_ask_again(struct mirror *m);

#endif
