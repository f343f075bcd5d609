/* SPDX-License-Identifier: MIT */
/* `seam tail` and `seam export`: the journal's events, as they come or as they were. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/filtered.h"
#include "app/print.h"
#include "app/stream.h"
#include "base/clock.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "bus/codec.h"
#include "bus/journal_salvage.h"

#define POLL_US 200000
#define NEWEST 10 /* what tail begins with, unless told */

/* --- tail ------------------------------------------------------------------ */

static void print_attribute(struct json *j, const char *name)
{
	uint32_t n = json_member(j, 0, name);

	print_clean(json_is(j, n, JSON_STRING) ? json_str(j, n) : STR("-"));
}

/* Which file of contracts, and what is wrong with it. */
static void print_file(struct json *j)
{
	uint32_t type = json_member(j, 0, "type");
	uint32_t data = json_member(j, 0, "data");
	uint32_t file = json_member(j, data, "file");
	uint32_t reason = json_member(j, data, "reason");
	uint32_t change = json_member(j, data, "change");

	if (!json_is(j, type, JSON_STRING) ||
		!str_starts(json_str(j, type), "seam.contract.") ||
		!json_is(j, file, JSON_STRING))
		return;
	printf("  ");
	print_clean(json_str(j, file));
	if (json_is(j, json_member(j, data, "removed"), JSON_TRUE))
		fputs(str_is(json_str(j, file), REFUSED_FOLDER) ? ": can be read again"
				: str_is(json_str(j, type), "seam.contract.refused")
				? ": mended, or gone"
				: ": removed",
			stdout);
	if (json_is(j, reason, JSON_STRING)) {
		printf(": ");
		print_clean(json_str(j, reason));
	}
	if (json_is(j, change, JSON_STRING)) {
		printf(": changed under the same version: ");
		print_clean(json_str(j, change));
	}
}

static bool is_wanted(struct stream *s, struct str event)
{
	struct filtered f = { .q = s->query, .j = &s->event, .now = clock_wall() };

	return s->query == NULL ||
		(json_read(&s->event, event.p, event.n, EVENT_DEPTH + 2, NULL) &&
			filter_takes(&f));
}

static bool print_line(struct stream *s, uint64_t sequence, struct str event)
{
	uint32_t handoff;

	(void)sequence;
	if (!is_wanted(s, event))
		return true;
	if (s->newest > 0) {
		struct buf *b = &s->kept[s->keeps++ % s->newest];

		buf_reset(b);
		buf_slice(b, event);
		return true;
	}
	if (given(s->a, OPT_JSON)) {
		print_json(event);
	} else if (json_read(&s->event, event.p, event.n, EVENT_DEPTH + 2, NULL)) {
		print_attribute(&s->event, "recordedtime");
		printf("  ");
		print_attribute(&s->event, "type");
		printf("  ");
		print_attribute(&s->event, "source");
		handoff = json_pointer(&s->event, 0, STR("/data/handoff"));
		if (json_is(&s->event, handoff, JSON_STRING)) {
			printf("  ");
			print_clean(json_str(&s->event, handoff));
			print_event(event);
		} else if (json_string_is(&s->event, json_member(&s->event, 0, "type"),
				   event_kinds[EV_ACCESS_DENIED].type)) {
			print_event(event);
		}
		print_file(&s->event);
		putchar('\n');
	}
	if (s->left != SIZE_MAX)
		s->left--;
	return fflush(stdout) == 0 && s->left > 0;
}

/* Begins `newest` events before the end: hubsequences have no holes. */
static enum status go_back(struct stream *s, uint64_t newest, struct buf *reply)
{
	enum status status = hub_ask(s->c, s->a, STR("\"op\":\"ping\""), reply);
	struct json j = { 0 };
	uint64_t last = 0;

	if (status == DONE && json_read(&j, reply->data, reply->len, 8, NULL))
		sequence_read(&j, json_member(&j, 0, "hubsequence"), &last);
	s->after = last > newest ? last - newest : 0;
	json_fini(&j);
	return status;
}

/* Of those that were kept while all was read, the oldest first. */
static void print_kept(struct stream *s)
{
	size_t n = s->newest, kept = s->keeps < n ? s->keeps : n;
	size_t first = s->keeps - kept, left = s->left;

	s->newest = 0;
	s->left = SIZE_MAX;
	for (size_t i = 0; i < kept; i++) {
		struct buf *b = &s->kept[(first + i) % n];

		print_line(s, 0, buf_view(b));
	}
	for (size_t i = 0; i < n; i++)
		buf_fini(&s->kept[i]);
	free(s->kept);
	s->kept = NULL;
	s->left = left;
}

#define MOST_KEPT 100000

/* With a filter the newest are known when all have been read. */
static void keep_newest(struct stream *s, unsigned long long limit)
{
	s->newest = limit < MOST_KEPT ? (size_t)limit : MOST_KEPT;
	s->kept = xcalloc(s->newest + 1, sizeof(*s->kept));
}

static enum status tail_file(struct stream *s, unsigned long long limit)
{
	bool from = given(s->a, OPT_AFTER);
	struct err e;
	struct recording *r = recording_open(s->a->operand[0], &e);
	size_t first = 0;

	if (r == NULL || !recording_has_event(r, s->a->operand[0], &e)) {
		complain("%s", e.text);
		recording_close(r);
		return REFUSED;
	}
	s->left = from ? limit : SIZE_MAX;
	if (!from && s->query == NULL && r->lines > limit)
		first = r->lines - (size_t)limit;
	if (!from && s->query != NULL)
		keep_newest(s, limit);
	for (size_t i = first; i < r->lines && s->left > 0; i++) {
		if (from && r->line[i].sequence <= s->after)
			continue;
		if (!print_line(s, r->line[i].sequence, recording_text(r, i)))
			break;
	}
	if (s->newest > 0)
		print_kept(s);
	recording_close(r);
	return DONE;
}

/* --limit counts back from the end, or forward from --after. */
static enum status tail(struct stream *s, unsigned long long limit)
{
	bool follows = given(s->a, OPT_FOLLOW), from = given(s->a, OPT_AFTER);
	struct buf reply = { 0 };
	enum status status = DONE;

	s->left = !follows || from ? limit : SIZE_MAX;
	if (!from && s->query != NULL && limit > 0) {
		keep_newest(s, limit);
		s->left = SIZE_MAX;
	} else if (!from) {
		status = go_back(s, limit, &reply);
	}
	while (status == DONE && s->left > 0) {
		status = stream_fetch(s, &reply);
		if (status == DONE && !s->more && s->newest > 0) {
			print_kept(s);
			fflush(stdout);
		}
		if (status == DONE && !s->more && !follows)
			break;
		if (status == DONE && !s->more)
			usleep(POLL_US);
	}
	buf_fini(&reply);
	/* the limit is no refusal, and main() says what could not be printed */
	return status == REFUSED && (s->left == 0 || ferror(stdout)) ? DONE : status;
}

enum status run_tail(const struct args *a)
{
	struct stream s = { .a = a, .take = print_line };
	unsigned long long limit = given(a, OPT_AFTER) ? SIZE_MAX : NEWEST;
	struct query *query;
	enum status status;
	bool ok;

	if (!stream_read_after(a, &s.after))
		return usage_error(a, "--after is a hubsequence");
	if (given(a, OPT_LIMIT) && !read_number(a->value[OPT_LIMIT], 0, &limit))
		return usage_error(a, "--limit is a number from 0");
	if (a->operands > 0 && given(a, OPT_FOLLOW))
		return usage_error(a, "--follow is for a hub: a recording has an end");
	query = filter_compile(a, NULL, &ok);
	if (!ok)
		return USAGE;
	s.query = query;
	if (a->operands == 0)
		s.c = hub_open(a);
	signal(SIGINT, SIG_DFL);
	if (a->operands > 0)
		status = tail_file(&s, limit);
	else
		status = s.c != NULL ? tail(&s, limit) : NO_HUB;
	client_close(s.c);
	query_free(query);
	json_fini(&s.event);
	return status;
}

/* --- export ---------------------------------------------------------------- */

struct exporter {
	struct stream s;
	struct journal *j; /* with --journal, else it comes from the hub */
	uint64_t from;     /* only contracts up to here, everything after it */
	size_t faults;     /* of the file */
	bool whole;        /* as far as can be read: worth its name */
};

/* docs/PROTOCOL.md: contracts stand at the head of every export. */
static bool belongs(struct exporter *x, uint64_t sequence, struct str event)
{
	static const char prefix[] = "seam.contract.";
	struct json *j = &x->s.event;
	uint32_t type;

	if (sequence > x->from)
		return true;
	if (memmem(event.p, event.n, prefix, sizeof(prefix) - 1) == NULL ||
		!json_read(j, event.p, event.n, EVENT_DEPTH + 2, NULL))
		return false;
	type = json_member(j, 0, "type");
	return json_is(j, type, JSON_STRING) && str_starts(json_str(j, type), prefix);
}

static bool write_event(struct stream *s, uint64_t sequence, struct str event)
{
	struct exporter *x = (struct exporter *)s;

	return !belongs(x, sequence, event) || recording_write(s->w, event, &s->err);
}

/* What is no event any more would be left out by whoever reads the recording. */
static bool visit_row(void *user, const struct journal_text *row)
{
	struct exporter *x = user;
	struct event e;
	struct err err;

	if (!event_read(&x->s.event, row->event, row->event, FROM_RECORDING, &e, NULL,
		    &err)) {
		x->faults++;
		complain("event %llu cannot be read and is left out: %s",
			(unsigned long long)row->hubsequence, err.text);
		return true;
	}
	return write_event(&x->s, row->hubsequence, row->event);
}

static void visit_gap(void *user, uint64_t after, uint64_t before, const char *why)
{
	struct exporter *x = user;

	x->faults++;
	if (before == 0)
		complain("events from %llu on cannot be read: %s",
			(unsigned long long)(after + 1), why);
	else
		complain("events %llu to %llu cannot be read and are left out: %s",
			(unsigned long long)(after + 1), (unsigned long long)(before - 1),
			why);
}

static void say_fault(struct exporter *x, const char *what)
{
	x->faults++;
	complain("%s", what);
}

/* All that can be read, whatever became of the file. */
static enum status export_file(struct exporter *x)
{
	struct salvage s = { visit_row, visit_gap, x };
	uint64_t mark = journal_mark_of(x->j), last;
	struct err cut;

	if (journal_is_cut(x->j, &cut))
		say_fault(x, cut.text);
	journal_salvage(x->j, &s);
	if (x->faults == 0 && mark > (last = journal_last(x->j))) {
		x->faults++;
		complain("events %llu to %llu were committed and are missing: the -wal "
			 "was lost, or this is an older copy",
			(unsigned long long)(last + 1), (unsigned long long)mark);
	}
	x->whole = true;
	if (x->faults > 0)
		complain("this is what can be read; %s",
			journal_is_cut(x->j, NULL) ? "sqlite3 FILE .recover may find more"
						   : "seam check tells more");
	return x->faults == 0 && x->s.err.text[0] == '\0' ? DONE : REFUSED;
}

static enum status export_hub(struct exporter *x)
{
	struct buf reply = { 0 };
	enum status status;

	do {
		status = stream_fetch(&x->s, &reply);
	} while (status == DONE && x->s.more);
	buf_fini(&reply);
	x->whole = status == DONE;
	return status;
}

/* An older recording is better than the first part of a new one. */
static enum status end_export(struct exporter *x, enum status status)
{
	if (!x->whole || x->s.err.text[0] != '\0')
		recording_drop(x->s.w);
	else if (!recording_finish(x->s.w, &x->s.err) && status == DONE)
		status = REFUSED;
	return status;
}

/* Where it comes from, before a file is made, or another one overwritten, for it. */
static enum status open_source(struct exporter *x)
{
	const struct args *a = x->s.a;

	if (!given(a, OPT_JOURNAL)) {
		x->s.c = hub_open(a);
		return x->s.c != NULL ? DONE : NO_HUB;
	}
	x->j = journal_open(a->value[OPT_JOURNAL], JOURNAL_RESCUE, &x->s.err);
	return x->j != NULL ? DONE : REFUSED;
}

static enum status export_all(struct exporter *x)
{
	enum status status;

	x->s.w = recording_create(x->s.a->value[OPT_OUTPUT], &x->s.err);
	if (x->s.w == NULL)
		return REFUSED;
	status = x->j != NULL ? export_file(x) : export_hub(x);
	return end_export(x, status);
}

enum status run_export(const struct args *a)
{
	struct exporter x = { .s = { .a = a, .take = write_event } };
	enum status status;

	if (!stream_read_after(a, &x.from))
		return usage_error(a, "--after is a hubsequence");
	status = open_source(&x);
	if (status == DONE)
		status = export_all(&x);
	client_close(x.s.c);
	journal_close(x.j);
	json_fini(&x.s.event);
	if (x.s.err.text[0] != '\0')
		complain("%s", x.s.err.text);
	return status;
}
