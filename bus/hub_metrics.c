/* SPDX-License-Identifier: MIT */
/*
 * What `--metrics` tells, in the text format 0.0.4 of Prometheus: a table of families,
 * each with its samples. docs/OPERATING.md lists them, and a test compares the two. To
 * add one is a row here and a row there.
 *
 * What comes from the mesh is as folded, which may be a batch ahead of the disk. Sums
 * that only grow are told so that they never go back (bus/vitals.h).
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

#include "bus/http.h"
#include "bus/hub_doors.h"
#include "bus/hub_metrics_survey.h"
#include "bus/journal_care.h"
#include "bus/prom_text.h"

struct family {
	const char *name, *type, *help;
	double (*value)(struct hub *h); /* one sample without labels, or */
	samples_function *samples;
};

/* --- samples --------------------------------------------------------------- */

static double seconds_since(int64_t then, int64_t now)
{
	return then == 0 || now < then ? 0 : (double)(now - then) / SECOND;
}

/* --- the program ----------------------------------------------------------- */

static void build_info(struct hub *h, struct buf *b, const char *name)
{
	(void)h;
	prom_name(b, name);
	prom_label(b, "version", SEAM_VERSION);
	prom_label(b, "protocol", PROTOCOL_VERSION);
	prom_value(b, 1);
}

static void hub_info(struct hub *h, struct buf *b, const char *name)
{
	prom_name(b, name);
	prom_label(b, "name", h->o.name);
	prom_label(b, "epoch", h->epoch);
	prom_value(b, 1);
}

static double start_time(struct hub *h)
{
	return (double)(h->started_wall / SECOND);
}

static double resident_bytes(struct hub *h)
{
	FILE *f = fopen("/proc/self/statm", "re");
	long pages = 0;

	(void)h;
	if (f == NULL || fscanf(f, "%*s %ld", &pages) != 1)
		pages = 0;
	if (f != NULL)
		fclose(f);
	return (double)pages * (double)sysconf(_SC_PAGESIZE);
}

static double cpu_seconds(struct hub *h)
{
	struct timespec t = { 0 };

	(void)h;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* --- what came from agents ------------------------------------------------- */

static double received(struct hub *h)
{
	struct counters c = mesh_counters(h->mesh);

	return (double)vitals_grow(&h->vitals.told.received, c.received);
}

/* Those that are early are judged again: their number falls, so it is a gauge. */
static void by_standing(struct hub *h, struct buf *b, const char *name)
{
	struct counters c = mesh_counters(h->mesh);

	for (int s = 0; s < STANDINGS; s++) {
		if (s != STANDING_EARLY)
			prom_sample(b, name, "standing",
				standing_counter((enum standing)s),
				(double)vitals_grow(
					&h->vitals.told.standing[s], c.standing[s]));
	}
}

static double early(struct hub *h)
{
	return (double)mesh_counters(h->mesh).standing[STANDING_EARLY];
}

static double lost(struct hub *h)
{
	return (double)mesh_counters(h->mesh).lost;
}

static double unheard(struct hub *h)
{
	return (double)mesh_counters(h->mesh).unheard;
}

/* --- handoffs -------------------------------------------------------------- */

static void by_state(struct hub *h, struct buf *b, const char *name)
{
	for (int s = STATE_OFFERED; s < STATES; s++)
		prom_sample(b, name, "state", state_name((enum handoff_state)s),
			h->mesh->states[s]);
}

static double held(struct hub *h)
{
	return (double)h->mesh->review.count;
}

static double oldest_held(struct hub *h)
{
	return seconds_since(survey_oldest(h->survey, h->mesh), hub_now(h));
}

static double dead(struct hub *h)
{
	return (double)h->mesh->dead.count;
}

static double pending(struct hub *h)
{
	return (double)h->mesh->clock.count;
}

static double overdue(struct hub *h)
{
	return (double)order_rank(&h->mesh->clock, hub_now(h), 0);
}

/* --- contracts --------------------------------------------------------------- */

static void violations(struct hub *h, struct buf *b, const char *name)
{
	static const char *const ends[VIOLATIONS] = {
		[VIOLATION_FLAG] = "flagged",
		[VIOLATION_HOLD] = "held",
		[VIOLATION_DEAD_LETTER] = "dead_lettered",
	};

	for (int i = 0; i < VIOLATIONS; i++)
		prom_sample(b, name, "end", ends[i], (double)h->vitals.violations[i]);
}

static double in_force(struct hub *h)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < h->mesh->contracts.count; i++)
		n += h->mesh->contracts.entry[i].in_force;
	return n;
}

static double refused_files(struct hub *h)
{
	return (double)h->mesh->contracts.refusals;
}

/* --- the disk -------------------------------------------------------------- */

static void commits(struct hub *h, struct buf *b, const char *name)
{
	prom_histogram(b, name, &h->vitals.commit);
}

static void batches(struct hub *h, struct buf *b, const char *name)
{
	prom_histogram(b, name, &h->vitals.batch);
}

static double commits_failed(struct hub *h)
{
	return (double)h->vitals.commits_failed;
}

static double writable(struct hub *h)
{
	return h->failed ? 0 : 1;
}

static double damaged(struct hub *h)
{
	return h->care.damage.text[0] != '\0' || h->mesh->audit.broken != 0;
}

static double hubsequence(struct hub *h)
{
	return (double)h->committed;
}

static double file_bytes(struct hub *h)
{
	struct stat st;

	return h->o.journal != NULL && stat(h->o.journal, &st) == 0 ? (double)st.st_size
								    : 0;
}

static double wal_bytes(struct hub *h)
{
	return h->reader != NULL ? (double)journal_wal_bytes(h->reader) : 0;
}

static double free_bytes(struct hub *h)
{
	return h->reader != NULL ? (double)journal_free_bytes(h->reader) : 0;
}

static double disk_bytes(struct hub *h)
{
	struct statvfs v;

	if (h->o.journal == NULL || statvfs(h->o.journal, &v) < 0)
		return 0;
	return (double)v.f_bavail * (double)v.f_frsize;
}

static double snapshot_made(struct hub *h)
{
	return (double)h->vitals.snapshot_wall / SECOND;
}

static double snapshot_took(struct hub *h)
{
	return (double)h->vitals.snapshot_took / SECOND;
}

static double snapshot_behind(struct hub *h)
{
	return (double)(h->committed - snapshot_at(h->snapshots));
}

/* --- peers ----------------------------------------------------------------- */

static double waiting_bytes(struct hub *h)
{
	return (double)outboxes_bytes(h->outboxes);
}

static double feed_bytes(struct hub *h)
{
	return (double)outboxes_bytes(h->fed);
}

static double unfed(struct hub *h)
{
	return (double)h->vitals.unfed;
}

static double waiters(struct hub *h)
{
	return (double)h->waiting;
}

static double requests(struct hub *h)
{
	return (double)h->vitals.requests;
}

static double held_bytes(struct hub *h)
{
	(void)h;
	return (double)doors_held();
}

static void turned_away(struct hub *h, struct buf *b, const char *name)
{
	const char *reason;
	uint64_t count;

	for (unsigned i = 0; (reason = hub_turned_away(h, i, &count)) != NULL; i++)
		prom_sample(b, name, "reason", reason, (double)count);
}

static void unavailable(struct hub *h, struct buf *b, const char *name)
{
	prom_sample(b, name, "reason", "journal", (double)h->vitals.unwritten);
	prom_sample(b, name, "reason", "unread", (double)h->vitals.unread);
}

static const char *const lanes[LANES] = { "events", "control", "feed" };

static void connections(struct hub *h, struct buf *b, const char *name)
{
	for (int i = 0; i < LANES; i++)
		prom_sample(b, name, "lane", lanes[i], peers_now(h->peers[i]));
}

static void connections_all(struct hub *h, struct buf *b, const char *name)
{
	for (int i = 0; i < LANES; i++)
		prom_sample(b, name, "lane", lanes[i], (double)peers_came(h->peers[i]));
}

static void handshakes_failed(struct hub *h, struct buf *b, const char *name)
{
	for (int i = 0; i < LANES; i++)
		prom_sample(b, name, "lane", lanes[i], (double)peers_failed(h->peers[i]));
}

/* --- hooks ------------------------------------------------------------------- */

static void hook_tries_failed(struct hub *h, struct buf *b, const char *name)
{
	for (int k = 0; k < HOOKS; k++)
		prom_sample(b, name, "hook", hook_name((enum hook_kind)k),
			(double)h->vitals.hook_tries_failed[k]);
}

static void hook_deliveries(struct hub *h, struct buf *b, const char *name)
{
	static const char *const ends[HOOK_ENDS] = { "done", "given_up", "muted" };

	for (int k = 0; k < HOOKS; k++) {
		const struct hook *x = &h->mesh->hook[k];
		uint64_t count[HOOK_ENDS] = { x->done, x->failed, x->muted };

		for (int i = 0; i < HOOK_ENDS; i++) {
			prom_name(b, name);
			prom_label(b, "hook", hook_name((enum hook_kind)k));
			prom_label(b, "end", ends[i]);
			prom_value(b,
				(double)vitals_grow(
					&h->vitals.told_hooks[k][i], count[i]));
		}
	}
}

static void hook_owes(struct hub *h, struct buf *b, const char *name)
{
	for (int k = 0; k < HOOKS; k++)
		prom_sample(b, name, "hook", hook_name((enum hook_kind)k),
			(double)h->mesh->hook[k].owes);
}

static void hook_failing(struct hub *h, struct buf *b, const char *name)
{
	for (int k = 0; k < HOOKS; k++)
		prom_sample(b, name, "hook", hook_name((enum hook_kind)k),
			seconds_since(h->mesh->hook[k].failing, hub_now(h)));
}

/* --- the table ------------------------------------------------------------- */

#define COUNTER "counter"
#define GAUGE "gauge"
#define HISTOGRAM "histogram"

static const struct family families[] = {
	{ "seam_build_info", GAUGE, "1, with the version in its labels.", NULL,
		build_info },
	{ "seam_hub_info", GAUGE, "1, with the hub's name and its journal's epoch.", NULL,
		hub_info },
	{ "process_start_time_seconds", GAUGE, "When the hub was started, Unix time.",
		start_time, NULL },
	{ "process_resident_memory_bytes", GAUGE, "Memory in use.", resident_bytes,
		NULL },
	{ "process_cpu_seconds_total", COUNTER, "Processor time used.", cpu_seconds,
		NULL },
	{ "seam_events_received_total", COUNTER,
		"Events from agents, however they stood.", received, NULL },
	{ "seam_events_total", COUNTER, "Events from agents by how they stood.", NULL,
		by_standing },
	{ "seam_events_early", GAUGE, "Events that wait for the offer they are about.",
		early, NULL },
	{ "seam_events_lost", GAUGE,
		"Numbers that never arrived; falls when one comes after all.", lost,
		NULL },
	{ "seam_events_unheard", GAUGE, "Numbers below the first one heard of a run.",
		unheard, NULL },
	{ "seam_handoffs", GAUGE, "Handoffs by state.", NULL, by_state },
	{ "seam_held_handoffs", GAUGE, "Handoffs that wait for a human.", held, NULL },
	{ "seam_held_oldest_seconds", GAUGE,
		"How long the handoff has waited for a human that has waited longest.",
		oldest_held, NULL },
	{ "seam_dead_handoffs", GAUGE, "Dead letters.", dead, NULL },
	{ "seam_deadlines_pending", GAUGE, "Fallbacks that are still to fire.", pending,
		NULL },
	{ "seam_deadlines_overdue", GAUGE, "Fallbacks that should have fired.", overdue,
		NULL },
	{ "seam_edge_events_total", COUNTER, "Events applied, on all edges.", NULL,
		metric_edge_events },
	{ "seam_edges", GAUGE, "Edges by what troubles them.", NULL, metric_by_trouble },
	{ "seam_edge_held_handoffs", GAUGE,
		"Handoffs that wait for a human, by edge; the worst 50, then the rest.",
		NULL, metric_edges_held },
	{ "seam_edge_dead_handoffs", GAUGE,
		"Dead letters by edge; the worst 50, then the rest.", NULL,
		metric_edges_dead },
	{ "seam_edge_bad_events", GAUGE,
		"Refusals, failures and deaths in ten minutes by edge; the worst 50, then "
		"the rest.",
		NULL, metric_edges_bad },
	{ "seam_edge_violations", GAUGE,
		"Offers that break their contract in ten minutes by edge; "
		"the worst 50, then the rest.",
		NULL, metric_edges_breaks },
	{ "seam_edges_breaking", GAUGE,
		"Edges where half of the offers break their contract.", metric_breaking,
		NULL },
	{ "seam_faults_total", COUNTER, "Attempts by what was wrong with them.", NULL,
		metric_by_fault },
	{ "seam_violations_total", COUNTER,
		"Offers that were not as their contract promises, by what it says of it.",
		NULL, violations },
	{ "seam_contracts", GAUGE, "Contracts in force.", in_force, NULL },
	{ "seam_contract_files_refused", GAUGE,
		"Files that are no contracts, and the folder while it cannot be read; what they said before is in force.",
		refused_files, NULL },
	{ "seam_agents", GAUGE, "Agents by state.", NULL, metric_by_agent_state },
	{ "seam_agent_lost_events", GAUGE,
		"Numbers that never arrived, by agent; the worst 50, then the rest.",
		NULL, metric_agents_lost },
	{ "seam_agent_silent", GAUGE,
		"1 where a heartbeat is missed, by agent; the worst 50, then the rest.",
		NULL, metric_agents_silent },
	{ "seam_commit_seconds", HISTOGRAM, "How long commits to the journal took.", NULL,
		commits },
	{ "seam_commit_events", HISTOGRAM, "Events in a commit.", NULL, batches },
	{ "seam_commit_failures_total", COUNTER, "Writes to the journal that failed.",
		commits_failed, NULL },
	{ "seam_journal_writable", GAUGE, "0 while the journal cannot be written.",
		writable, NULL },
	{ "seam_journal_damaged", GAUGE,
		"1 after something in it could not be read, or its operators' log is broken.",
		damaged, NULL },
	{ "seam_journal_hubsequence", GAUGE, "The last event on disk.", hubsequence,
		NULL },
	{ "seam_journal_bytes", GAUGE, "Size of the journal's file.", file_bytes, NULL },
	{ "seam_journal_wal_bytes", GAUGE, "Size of its write-ahead log.", wal_bytes,
		NULL },
	{ "seam_journal_free_bytes", GAUGE, "Pages of the journal that are free.",
		free_bytes, NULL },
	{ "seam_journal_disk_free_bytes", GAUGE, "Room on the journal's file system.",
		disk_bytes, NULL },
	{ "seam_snapshot_timestamp_seconds", GAUGE,
		"When the stored mesh was made, Unix time; 0: there is none.",
		snapshot_made, NULL },
	{ "seam_snapshot_seconds", GAUGE, "How long it took to make; 0: not by this hub.",
		snapshot_took, NULL },
	{ "seam_snapshot_behind_events", GAUGE,
		"Events that a start would have to read behind it.", snapshot_behind,
		NULL },
	{ "seam_replies_waiting_bytes", GAUGE, "Replies that peers have not read.",
		waiting_bytes, NULL },
	{ "seam_feed_waiting_bytes", GAUGE, "Events that subscribers have not read.",
		feed_bytes, NULL },
	{ "seam_feed_dropped_total", COUNTER,
		"Events that were not fed, since too much waited; consoles ask for them.",
		unfed, NULL },
	{ "seam_waiting_requests", GAUGE, "Agents that wait for a decision.", waiters,
		NULL },
	{ "seam_requests_total", COUNTER, "Requests on the control lane.", requests,
		NULL },
	{ "seam_requests_unavailable_total", COUNTER,
		"Requests answered `unavailable`, by reason.", NULL, unavailable },
	{ "seam_lanes_held_bytes", GAUGE,
		"What peers have sent and nobody has looked at.", held_bytes, NULL },
	{ "seam_turned_away_total", COUNTER,
		"What was refused or ended since it would have cost too much, by reason.",
		NULL, turned_away },
	{ "seam_connections", GAUGE,
		"Peers connected, by lane; on feed: consoles and other subscribers.",
		NULL, connections },
	{ "seam_connections_total", COUNTER, "Peers that have connected, by lane.", NULL,
		connections_all },
	{ "seam_handshakes_failed_total", COUNTER,
		"Peers cut off before they said anything, by lane.", NULL,
		handshakes_failed },
	{ "seam_hook_failures_total", COUNTER, "Runs of hooks that failed, by hook.",
		NULL, hook_tries_failed },
	{ "seam_hook_deliveries_total", COUNTER,
		"What hooks had to tell, by hook and how it ended.", NULL,
		hook_deliveries },
	{ "seam_hook_owed", GAUGE, "What hooks still have to tell, by hook.", NULL,
		hook_owes },
	{ "seam_hook_failing_seconds", GAUGE,
		"How long the first that is owed has been tried in vain, by hook.", NULL,
		hook_failing },
};

static void out_metrics(struct hub *h, struct buf *b)
{
	for (size_t i = 0; i < sizeof(families) / sizeof(*families); i++) {
		const struct family *f = &families[i];

		prom_family(b, f->name, f->type, f->help);
		if (f->samples != NULL)
			f->samples(h, b, f->name);
		else
			prom_plain(b, f->name, f->value(h));
	}
}

/* --- pages ----------------------------------------------------------------- */

static void answer_health(struct hub *h, bool late, struct http_reply *r)
{
	struct err why;

	switch (hub_health(h, &why)) {
	case HEALTH_GOOD:
		r->status = 200;
		buf_str(&r->body, "ok\n");
		return;
	case HEALTH_BAD:
		break;
	case HEALTH_UNKNOWN:
		if (!late)
			return;
		err_set(&why, "the journal has not answered in time");
	}
	r->status = 503;
	buf_fmt(&r->body, "%s\n", why.text);
}

void hub_answer_http(void *hub, const char *path, bool late, struct http_reply *r)
{
	struct hub *h = hub;

	if (strcmp(path, "/healthz") == 0) {
		answer_health(h, late, r);
	} else if (strcmp(path, "/metrics") == 0) {
		hub_doubt_journal(h);
		r->status = 200;
		r->type = "text/plain; version=0.0.4; charset=utf-8";
		out_metrics(h, &r->body);
	} else {
		r->status = 404;
		buf_str(&r->body, "/metrics and /healthz, nothing else\n");
	}
}
