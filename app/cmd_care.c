/* SPDX-License-Identifier: MIT */
/* `seam check`, `backup` and `vacuum`: care of the journal. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "app/commands.h"
#include "app/paths.h"
#include "app/shell_client.h"
#include "base/clock.h"
#include "base/json_out.h"
#include "base/mem.h"
#include "base/text.h"
#include "bus/journal_backup.h"
#include "bus/journal_care.h"
#include "bus/journal_check.h"

#define FAULTS_SAID 50
#define ASK_EVERY_US 200000

/* --- which journal --------------------------------------------------------- */

/* The journal of the hub that answers, if its file is the one under that path here. */
static enum status ask_for_path(const struct args *a, char **path)
{
	struct buf reply = { 0 };
	struct json j = { 0 };
	enum status s = hub_ask_once(a, STR("\"op\":\"ping\""), &reply);
	struct journal *there = NULL;
	struct str epoch, name;

	if (s != DONE || !json_read(&j, reply.data, reply.len, REPLY_DEPTH, NULL))
		goto out;
	epoch = reply_text(&j, "epoch");
	name = reply_text(&j, "journal");
	if (name.n == 0) {
		s = fail_with(a, REFUSED, "no_file", "the hub at %s keeps no journal",
			hub_url(a));
		goto out;
	}
	*path = xmemdup(name.p, name.n);
	there = journal_open(*path, JOURNAL_READ, NULL);
	if (there == NULL && access(*path, F_OK) == 0)
		goto out; /* whoever opens it next says why it cannot be */
	if (there == NULL || !str_is(epoch, journal_epoch(there)))
		s = fail_with(a, REFUSED, "no_file",
			"the journal of the hub at %s is not on this machine: run this on "
			"that of the hub, or name a --journal",
			hub_url(a));
out:
	journal_close(there);
	json_fini(&j);
	buf_fini(&reply);
	return s;
}

static bool a_hub_answers(const struct args *a)
{
	struct client *c = client_open(hub_url(a), NULL, NULL);
	bool yes = c != NULL && (client_reaches(c, 500) || client_refused(c) != NULL);

	client_close(c);
	return yes;
}

/* --journal, else that of the hub, else that of a hub called main. The caller frees. */
static enum status which_journal(const struct args *a, char **path)
{
	*path = NULL;
	if (given(a, OPT_JOURNAL) && given(a, OPT_HUB))
		return usage_error(a, "--journal or --hub, not both");
	if (given(a, OPT_JOURNAL))
		*path = xstrdup(a->value[OPT_JOURNAL]);
	else if (given(a, OPT_HUB) || a_hub_answers(a))
		return ask_for_path(a, path);
	else
		*path = journal_default("main");
	return DONE;
}

/* Opened for reading; NULL after saying why. */
static struct journal *open_to_read(const struct args *a, enum status *s)
{
	struct journal *j = NULL;
	struct err e;
	char *path;

	*s = which_journal(a, &path);
	if (*s == DONE) {
		j = journal_open(path, JOURNAL_READ, &e);
		if (j == NULL)
			*s = fail_with(a, REFUSED, "no_file", "%s", e.text);
	}
	free(path);
	return j;
}

/* --- progress -------------------------------------------------------------- */

struct meter {
	bool shown; /* standard error is a terminal */
	bool open;  /* a line of it stands there */
	int64_t next;
};

static void meter_start(struct meter *m)
{
	*m = (struct meter){ .shown = isatty(STDERR_FILENO) };
}

static void meter_say(struct meter *m, const char *what, uint64_t done, uint64_t all)
{
	if (!m->shown || clock_mono() < m->next)
		return;
	m->next = clock_mono() + SECOND / 5;
	m->open = true;
	if (all > 0)
		fprintf(stderr, "\r%s: %llu%%\033[K", what,
			(unsigned long long)(done * 100 / all));
	else
		fprintf(stderr, "\r%s ...\033[K", what);
}

static void meter_end(struct meter *m)
{
	if (m->open)
		fprintf(stderr, "\r\033[K");
	m->open = false;
}

/* --- check ----------------------------------------------------------------- */

struct checked {
	struct meter meter;
	struct buf json; /* the faults, as far as they are listed */
	uint64_t said;
	bool as_json;
};

static void take_fault(void *user, uint64_t hubsequence, const char *what)
{
	struct checked *c = user;
	struct buf line = { 0 };

	if (c->said++ >= FAULTS_SAID)
		return;
	meter_end(&c->meter);
	if (c->as_json) {
		out_open(&c->json, '{');
		out_key(&c->json, "hubsequence");
		if (hubsequence > 0)
			out_digits(&c->json, hubsequence);
		else
			out_null(&c->json);
		out_key(&c->json, "fault");
		out_text(&c->json, what);
		out_close(&c->json, '}');
		return;
	}
	if (hubsequence > 0)
		buf_fmt(&line, "hubsequence %llu: ", (unsigned long long)hubsequence);
	text_clean(&line, str_of(what));
	puts(line.data);
	buf_fini(&line);
}

static void take_progress(void *user, uint64_t done, uint64_t all)
{
	struct checked *c = user;

	meter_say(&c->meter, all > 0 ? "events" : "the file", done, all);
}

static void print_checked_json(
	const struct journal *j, const struct check_result *r, struct checked *c)
{
	struct buf b = { 0 };

	out_open(&b, '{');
	out_key(&b, "ok");
	out_bool(&b, r->faults == 0);
	out_key(&b, "journal");
	out_text(&b, journal_path(j));
	out_key(&b, "epoch");
	out_text(&b, r->epoch);
	out_key(&b, "events");
	out_uint(&b, r->events);
	out_key(&b, "first");
	out_digits(&b, r->first);
	out_key(&b, "last");
	out_digits(&b, r->last);
	out_key(&b, "snapshot");
	out_digits(&b, r->snapshot);
	out_key(&b, "faults");
	out_uint(&b, r->faults);
	out_key(&b, "list");
	out_open(&b, '[');
	if (c->json.len > 0)
		out_raw(&b, buf_view(&c->json));
	out_close(&b, ']');
	out_close(&b, '}');
	print_json(buf_view(&b));
	buf_fini(&b);
}

static void print_checked(const struct journal *j, const struct check_result *r)
{
	const char *path = journal_path(j);

	if (r->faults > FAULTS_SAID)
		printf("and %llu more\n", (unsigned long long)r->faults - FAULTS_SAID);
	printf("%s: %llu event%s, hubsequence %llu to %llu, schema %s, epoch %s\n", path,
		(unsigned long long)r->events, r->events == 1 ? "" : "s",
		(unsigned long long)r->first, (unsigned long long)r->last, r->schema,
		r->epoch);
	if (r->backup_of[0] != '\0')
		printf("it is a backup of %s\n", r->backup_of);
	if (r->cut > 0)
		printf("retention has cut it up to %llu\n", (unsigned long long)r->cut);
	if (r->snapshot > 0)
		printf("the stored mesh at %llu %s\n", (unsigned long long)r->snapshot,
			r->faults == 0 ? "is what the events fold to" : "was compared");
	if (r->faults == 0) {
		puts("no fault");
		return;
	}
	printf("%llu fault%s\n", (unsigned long long)r->faults,
		r->faults == 1 ? "" : "s");
	printf("What to do: stop the hub; keep a copy of %s with its -wal; save what can be "
	       "read:\n  seam export --journal %s --output saved.jsonl.zst\nthen put the "
	       "newest backup that seam check calls sound in its place.\n",
		path, path);
}

enum status run_check(const struct args *a)
{
	struct checked c = { .as_json = given(a, OPT_JSON) };
	struct check check = { take_fault, take_progress, &c };
	struct check_result r;
	enum status s;
	struct journal *j = open_to_read(a, &s);

	if (j == NULL)
		return s;
	meter_start(&c.meter);
	journal_check(j, &check, &r);
	meter_end(&c.meter);
	if (c.as_json)
		print_checked_json(j, &r, &c);
	else
		print_checked(j, &r);
	journal_close(j);
	buf_fini(&c.json);
	return r.faults == 0 ? DONE : REFUSED;
}

/* --- backup ---------------------------------------------------------------- */

static volatile sig_atomic_t interrupted;

static void interrupt(int signal_number)
{
	(void)signal_number;
	interrupted = 1;
}

static bool copy_progress(void *user, uint64_t done, uint64_t all)
{
	meter_say(user, "copied", done, all);
	return !interrupted;
}

static void print_backup(const struct args *a, const struct journal *j, const char *file,
	const struct backup *b)
{
	struct buf out = { 0 };

	if (given(a, OPT_JSON)) {
		out_open(&out, '{');
		out_key(&out, "ok");
		out_bool(&out, true);
		out_key(&out, "backup");
		out_text(&out, file);
		out_key(&out, "epoch");
		out_text(&out, b->epoch);
		out_key(&out, "backup_of");
		out_text(&out, b->of);
		out_key(&out, "backup_at");
		out_digits(&out, b->at);
		out_key(&out, "bytes");
		out_uint(&out, b->bytes);
		out_close(&out, '}');
		print_json(buf_view(&out));
		buf_fini(&out);
		return;
	}
	printf("%s: %s up to hubsequence %llu, %llu bytes, as epoch %s\n", file,
		journal_path(j), (unsigned long long)b->at, (unsigned long long)b->bytes,
		b->epoch);
}

enum status run_backup(const struct args *a)
{
	struct sigaction act = { .sa_handler = interrupt };
	struct backup b = { 0 };
	struct meter meter;
	struct err e;
	enum status s;
	struct journal *j = open_to_read(a, &s);
	bool ok;

	if (j == NULL)
		return s;
	sigaction(SIGINT, &act, NULL);
	sigaction(SIGTERM, &act, NULL);
	signal(SIGXFSZ, SIG_IGN); /* a limit on file sizes is an error of a write */
	setpriority(PRIO_PROCESS, 0, 10); /* the hub comes first */
	meter_start(&meter);
	ok = journal_backup(j, a->operand[0], &b, copy_progress, &meter, &e);
	meter_end(&meter);
	if (ok)
		print_backup(a, j, a->operand[0], &b);
	else
		s = fail_with(a, REFUSED, "no_backup", "%s", e.text);
	journal_close(j);
	return s;
}

/* --- vacuum ---------------------------------------------------------------- */

static void print_vacuum(const struct args *a, uint64_t before, uint64_t after)
{
	if (given(a, OPT_JSON))
		printf("{\"ok\":true,\"before\":%llu,\"after\":%llu}\n",
			(unsigned long long)before, (unsigned long long)after);
	else
		printf("%llu bytes before, %llu after: %llu given back\n",
			(unsigned long long)before, (unsigned long long)after,
			(unsigned long long)(before > after ? before - after : 0));
}

struct asked {
	uint64_t bytes, spare;
	bool running;
};

static enum status ask_vacuum(
	struct client *c, const struct args *a, const char *members, struct asked *out)
{
	struct buf reply = { 0 };
	struct json j = { 0 };
	enum status s = hub_ask(c, a, str_of(members), &reply);

	if (s == DONE &&
		(!json_read(&j, reply.data, reply.len, REPLY_DEPTH, NULL) ||
			!reply_number(&j, "bytes", &out->bytes) ||
			!reply_number(&j, "spare", &out->spare)))
		s = no_answer(a, "vacuum");
	out->running = s == DONE && json_is(&j, json_member(&j, 0, "running"), JSON_TRUE);
	json_fini(&j);
	buf_fini(&reply);
	return s;
}

/* The hub does it by itself; this only waits and tells. */
static enum status vacuum_hub(const struct args *a)
{
	struct client *c = hub_open(a);
	struct asked first = { 0 }, now;
	struct meter meter;
	enum status s;

	if (c == NULL)
		return NO_HUB;
	meter_start(&meter);
	s = ask_vacuum(c, a, "\"op\":\"vacuum\"", &first);
	now = first;
	while (s == DONE && now.running) {
		meter_say(&meter, "given back",
			first.spare - (now.spare < first.spare ? now.spare : first.spare),
			first.spare);
		usleep(ASK_EVERY_US);
		s = ask_vacuum(c, a, "\"op\":\"vacuum\",\"ask\":true", &now);
	}
	meter_end(&meter);
	client_close(c);
	if (s == DONE)
		print_vacuum(a, first.bytes, now.bytes);
	return s;
}

static enum status vacuum_file(const struct args *a, const char *path)
{
	struct journal_size before = { 0 }, after = { 0 };
	struct buf who = { 0 };
	struct journal *j;
	struct err e;
	bool ok;

	if (access(path, F_OK) != 0)
		return fail_with(a, REFUSED, "no_file", "there is no journal %s", path);
	j = journal_open(path, JOURNAL_WRITE, &e);
	if (j == NULL)
		return fail_with(a, REFUSED, "no_file", "%s%s", e.text,
			strstr(e.text, "in use") != NULL
				? " (of a running hub: seam vacuum --hub URL)"
				: "");
	buf_fmt(&who, "seam vacuum, process %ld", (long)getpid());
	journal_say_holder(j, who.data);
	buf_fini(&who);
	ok = journal_size(j, &before, &e) && journal_vacuum(j, &e) &&
		journal_size(j, &after, &e);
	journal_close(j);
	if (!ok)
		return fail_with(a, REFUSED, "no_vacuum", "%s", e.text);
	print_vacuum(a, before.bytes, after.bytes);
	return DONE;
}

enum status run_vacuum(const struct args *a)
{
	char *path;
	enum status s;

	if (given(a, OPT_JOURNAL) && given(a, OPT_HUB))
		return usage_error(a, "--journal or --hub, not both");
	if (given(a, OPT_HUB) || (!given(a, OPT_JOURNAL) && a_hub_answers(a)))
		return vacuum_hub(a);
	s = which_journal(a, &path);
	if (s == DONE)
		s = vacuum_file(a, path);
	free(path);
	return s;
}
