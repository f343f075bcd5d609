/* SPDX-License-Identifier: MIT */
#include "bus/journal_check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "bus/chain.h"
#include "bus/codec.h"
#include "bus/journal_own.h"
#include "bus/journal_salvage.h"
#include "bus/snapshot.h"
#include "mesh/dump.h"

#define TELL_ROWS 4096 /* between two words of progress */
#define TELL_STEPS 1000000
#define SQLITE_FAULTS "100" /* after so many it stops looking */

struct checking {
	struct journal *j;
	const struct check *c;
	struct check_result *r;
	struct mesh *m;
	struct json doc;
	struct chain chain; /* the operators' log */
	uint64_t all;       /* how far it goes, as far as that is known */
	char before[64];    /* recordedtime of the row before */
	bool gapped;        /* rows above the cut are missing or unreadable */
	bool standing_off; /* rows were cut: how one stood cannot be told from the rest */
};

static void fault(struct checking *k, uint64_t hubsequence, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static void fault(struct checking *k, uint64_t hubsequence, const char *fmt, ...)
{
	char text[600];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	/* SQLite says some things in several lines */
	for (char *p = text; (p = strchr(p, '\n')) != NULL;)
		*p = ' ';
	k->r->faults++;
	k->c->fault(k->c->user, hubsequence, text);
}

/* --- the file -------------------------------------------------------------- */

static int tell_steps(void *user)
{
	struct checking *k = user;

	k->c->progress(k->c->user, 0, 0);
	return 0;
}

/* Pages, trees, indexes: SQLite's own look at all of it. */
static void check_pages(struct checking *k)
{
	sqlite3_stmt *s = NULL;
	int rc;

	sqlite3_progress_handler(k->j->db, TELL_STEPS, tell_steps, k);
	rc = sqlite3_prepare_v2(
		k->j->db, "PRAGMA integrity_check(" SQLITE_FAULTS ")", -1, &s, NULL);
	while (rc == SQLITE_OK && (rc = sqlite3_step(s)) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(s, 0);

		if (text != NULL && strcmp(text, "ok") != 0)
			fault(k, 0, "the file: %s", text);
		rc = SQLITE_OK;
	}
	if (rc != SQLITE_DONE)
		fault(k, 0, "the file cannot be looked through: %s",
			sqlite3_errmsg(k->j->db));
	sqlite3_finalize(s);
	sqlite3_progress_handler(k->j->db, 0, NULL, NULL);
}

static void check_meta(struct checking *k)
{
	struct check_result *r = k->r;
	char created[64] = "";
	int64_t when;

	journal_meta(k->j, "schema", r->schema, sizeof(r->schema));
	journal_meta(k->j, "epoch", r->epoch, sizeof(r->epoch));
	journal_meta(k->j, "backup_of", r->backup_of, sizeof(r->backup_of));
	if (strlen(r->epoch) != 32 || strspn(r->epoch, "0123456789abcdef") != 32)
		fault(k, 0, "meta: the epoch \"%s\" is not 32 hex digits", r->epoch);
	if (!journal_meta(k->j, "created", created, sizeof(created)) ||
		!time_parse(str_of(created), &when))
		fault(k, 0, "meta: created \"%s\" is no time", created);
}

/* --- a row and its event --------------------------------------------------- */

static void check_text(struct checking *k, uint64_t n, const char *column, struct str row,
	struct str event)
{
	if (!str_eq(row, event))
		fault(k, n, "column %s says \"%.*s\", the event says \"%.*s\"", column,
			row.n > 100 ? 100 : (int)row.n, row.p != NULL ? row.p : "",
			event.n > 100 ? 100 : (int)event.n,
			event.p != NULL ? event.p : "");
}

static void check_columns(
	struct checking *k, const struct journal_text *row, const struct event *e)
{
	uint64_t n = row->hubsequence;
	char time[TIME_TEXT];

	if (e->numbered != n)
		fault(k, n, "the event says that it is hubsequence %llu",
			(unsigned long long)e->numbered);
	time_format(e->recorded, time);
	check_text(k, n, "recordedtime", row->recordedtime, str_of(time));
	check_text(k, n, "source", row->source, e->source);
	check_text(k, n, "id", row->id, e->id);
	check_text(k, n, "type", row->type, e->type_name);
	check_text(k, n, "subject", row->subject, e->subject);
	check_text(k, n, "handoff", row->handoff, e->handoff);
	if (row->attempt != (int64_t)e->attempt)
		fault(k, n, "column attempt says %lld, the event says %u",
			(long long)row->attempt, e->attempt);
}

/* Times rise: docs/PROTOCOL.md, "Time". */
static void check_time(struct checking *k, const struct journal_text *row)
{
	if (row->recordedtime.n >= sizeof(k->before))
		return; /* said already */
	if (k->before[0] != '\0' &&
		strncmp(row->recordedtime.p, k->before, row->recordedtime.n) < 0)
		fault(k, row->hubsequence,
			"recorded at %.*s, before the one before it (%s)",
			STR_ARG(row->recordedtime), k->before);
	snprintf(k->before, sizeof(k->before), "%.*s", STR_ARG(row->recordedtime));
}

/* A decision names the digest of what it is about, and is in the chain; an artifact is
 * not. */
static void check_decided(struct checking *k, const struct event *e)
{
	uint32_t i = e->has_digest_named ? mesh_find_handoff(k->m, e->handoff) : NONE;
	const struct digest *now;
	char named[DIGEST_TEXT];
	uint64_t offer;

	if (i == NONE || !event_is_hubs_own(e) ||
		!handoff_attempt(handoff_at(k->m, i), e->attempt, &now, &offer) ||
		digest_eq(now, &e->digest_named))
		return;
	digest_text(&e->digest_named, named);
	fault(k, offer,
		"the artifact is not the one that was decided on in event %llu, which "
		"names %s",
		(unsigned long long)e->numbered, named);
}

/* Its column says how it stood when it came: folding them all anew tells the same. */
static void check_standing(
	struct checking *k, const struct journal_text *row, const struct event *e)
{
	struct arrival a = mesh_classify(k->m, e);
	const char *stood = a.by_hub ? "" : standing_name(a.standing);

	check_decided(k, e);
	if (!k->standing_off)
		check_text(k, row->hubsequence, "standing", row->standing, str_of(stood));
	mesh_commit(k->m, e, &a);
}

/* --- the rows among each other --------------------------------------------- */

/* The highest hubsequence up to which retention has said that rows may go. */
static uint64_t cut_now(struct checking *k)
{
	sqlite3_stmt *s = NULL;
	struct json j = { 0 };
	uint64_t cut = 0;

	if (sqlite3_prepare_v2(k->j->db,
		    "SELECT event FROM events WHERE type='seam.baseline' "
		    "ORDER BY hubsequence DESC LIMIT 1",
		    -1, &s, NULL) == SQLITE_OK &&
		sqlite3_step(s) == SQLITE_ROW &&
		json_read(&j, (const char *)sqlite3_column_text(s, 0),
			(size_t)sqlite3_column_bytes(s, 0), EVENT_DEPTH + 2, NULL) &&
		!sequence_read(&j, json_pointer(&j, 0, STR("/data/cut")), &cut))
		cut = 0;
	json_fini(&j);
	sqlite3_finalize(s);
	return cut;
}

/* A hole between two rows: cut by retention, or missing. */
static void check_hole(struct checking *k, uint64_t after, uint64_t before)
{
	uint64_t first = after + 1, last = before - 1;

	k->standing_off = true;
	if (k->r->cut < last)
		k->r->cut = cut_now(k); /* it may have gone on meanwhile */
	if (last <= k->r->cut)
		return;
	if (first <= k->r->cut)
		first = k->r->cut + 1;
	k->gapped = true;
	fault(k, first, "%llu event%s missing: %llu to %llu",
		(unsigned long long)(last - first + 1), last == first ? " is" : "s are",
		(unsigned long long)first, (unsigned long long)last);
}

static bool check_row(void *user, const struct journal_text *row)
{
	struct checking *k = user;
	struct check_result *r = k->r;
	struct event e;
	struct err err;

	if (row->hubsequence != r->last + 1)
		check_hole(k, r->last, row->hubsequence);
	r->first = r->first == 0 ? row->hubsequence : r->first;
	r->last = row->hubsequence;
	if (++r->events % TELL_ROWS == 0)
		k->c->progress(k->c->user, r->last, k->all);
	if (!event_read(
		    &k->doc, row->event, row->event, FROM_RECORDING, &e, NULL, &err)) {
		k->gapped = true;
		fault(k, row->hubsequence, "the event cannot be read: %s", err.text);
		return true;
	}
	check_columns(k, row, &e);
	check_time(k, row);
	chain_add(&k->chain, &e, row->hubsequence);
	/* what else must hold from one event to the next is looked at here */
	if (e.hubsequence > k->m->hubsequence)
		check_standing(k, row, &e);
	return true;
}

static void check_gap(void *user, uint64_t after, uint64_t before, const char *why)
{
	struct checking *k = user;

	k->gapped = k->standing_off = true;
	if (before == 0)
		fault(k, after + 1, "nothing from here on can be read: %s", why);
	else
		fault(k, after + 1, "%llu to %llu cannot be read: %s",
			(unsigned long long)(after + 1), (unsigned long long)(before - 1),
			why);
	if (before != 0)
		k->r->last = before - 1;
}

static void check_rows(struct checking *k)
{
	struct salvage s = { check_row, check_gap, k };
	uint64_t mark = journal_mark_of(k->j);

	journal_salvage(k->j, &s);
	if (mark > k->r->last && !k->gapped)
		fault(k, k->r->last + 1,
			"the journal ends here, but %llu was committed to it: its -wal was "
			"lost, or it is an older copy",
			(unsigned long long)mark);
}

/* --- the operators' log ---------------------------------------------------- */

/* A backup says the head that it was made with: that event is still there. */
static void check_head(struct checking *k)
{
	static const struct digest nothing;
	char said[AUDIT_TEXT] = "";
	struct digest head;
	struct str digest;

	if (!journal_meta(k->j, "audit_head", said, sizeof(said)))
		return;
	digest = (struct str){ said, strcspn(said, " ") };
	if (!digest_parse(digest, &head))
		fault(k, 0, "meta: audit_head \"%s\" is no digest", said);
	else if (!digest_eq(&head, &nothing) &&
		chain_find(&k->chain, &head) == k->chain.links)
		fault(k, 0,
			"the operators' log is short or written anew: no event of it has "
			"audit_head %s",
			said);
}

/* Retention keeps all of it. Where rows are missing, that is said already. */
static void check_log(struct checking *k)
{
	struct chain_break b = chain_check(&k->chain);

	if (k->gapped)
		return;
	if (b.fault != CHAIN_WHOLE)
		fault(k, k->chain.link[b.at].hubsequence,
			"the operators' log is broken here (%s): seam audit --verify "
			"--journal %s says more",
			chain_fault_name(b.fault), k->j->path);
	check_head(k);
}

/* --- the stored mesh ------------------------------------------------------- */

static bool fold_behind(void *user, uint64_t hubsequence, struct str event)
{
	struct checking *k = user;
	struct event e;

	if (hubsequence <= k->r->last &&
		event_read(&k->doc, event, event, FROM_RECORDING, &e, NULL, NULL))
		mesh_apply(k->m, &e);
	return hubsequence < k->r->last;
}

/*
 * The stored mesh and the events behind it must fold to what all events fold to: it is
 * what the next start takes. Compared at the last event, since what retention cut
 * before a snapshot's place cannot be folded up to there any more.
 */
static void check_snapshot(struct checking *k)
{
	struct snapshots *s = snapshots_look(k->j->path, k->j->epoch);
	struct digest of_all = mesh_digest(k->m), stored;
	struct err err = { "" };

	mesh_free(k->m);
	k->m = snapshot_load(s, journal_last(k->j), &err);
	if (k->m == NULL && err.text[0] != '\0')
		fault(k, 0, "%s (the next start reads all events instead; remove it)",
			err.text);
	/* a hub that runs may have stored one since the last row was read */
	if (k->m != NULL && !k->gapped && k->m->hubsequence <= k->r->last) {
		k->r->snapshot = k->m->hubsequence;
		journal_read(k->j, k->r->snapshot, UINT64_MAX, fold_behind, k, &err);
		stored = mesh_digest(k->m);
		if (err.text[0] == '\0' && !digest_eq(&stored, &of_all))
			fault(k, k->r->snapshot,
				"the stored mesh %s-mesh is not what the events fold to: "
				"remove it, and the next start reads all events",
				k->j->path);
	}
	snapshots_free(s);
}

void journal_check(struct journal *j, const struct check *c, struct check_result *out)
{
	struct checking k = { .j = j, .c = c, .r = out, .m = mesh_new() };

	*out = (struct check_result){ 0 };
	k.all = journal_last(j);
	check_meta(&k);
	check_pages(&k);
	check_rows(&k);
	check_log(&k);
	check_snapshot(&k);
	mesh_free(k.m);
	chain_fini(&k.chain);
	json_fini(&k.doc);
}
