/* SPDX-License-Identifier: MIT */
/*
 * Programs that tell somebody: docs/PROTOCOL.md, "Hooks". What is owed is in the
 * mesh, and so in the journal; here is only what runs just now. A delivery is
 * done when its event says so: whatever happens before that, it is run again.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/text.h"
#include "bus/child.h"
#include "bus/hub_own.h"

#define WORDS 32          /* of a command line */
#define LOG_LINES_MOST 20 /* of what one run says on standard error */
#define DETAIL_BYTES 200
#define BACK_OFF_MOST (5 * MINUTE)
#define RETRY_AFTER_MOST (60 * MINUTE)
#define PATIENCE (24 * 60 * MINUTE) /* from the first failure until it is given up */
#define STOP_WAIT (3 * SECOND)
#define SKIPPED_A_TURN 256
#define NEVER_USE 65 /* EX_DATAERR; 64 is EX_USAGE: it will not be better later */

extern char **environ;

struct program {
	char *line, *path;
	char *argv[WORDS + 1];
	struct child *child; /* NULL: nothing runs */
	uint64_t of;         /* cause of what runs */
	uint64_t tries;      /* with the one that runs */
};

struct hooks {
	struct program program[HOOKS];
	int epoll;
	bool stopping;
};

/* --- the programs ---------------------------------------------------------- */

static bool read_program(
	struct program *p, const char *line, const char *option, struct err *e)
{
	size_t n = 0;
	char *at;

	if (line == NULL)
		return true;
	p->line = at = xstrdup(line);
	for (char *word; (word = strsep(&at, " \t")) != NULL;) {
		if (*word == '\0')
			continue;
		if (n == WORDS)
			return err_set(e, "--%s has more than %d words", option, WORDS);
		p->argv[n++] = word;
	}
	if (n == 0)
		return err_set(e, "--%s names no program", option);
	p->path = program_path(p->argv[0], e);
	return p->path != NULL || err_wrap(e, "--%s", option);
}

bool hub_hooks_start(struct hub *h, struct err *e)
{
	h->hooks = xcalloc(1, sizeof(*h->hooks));
	h->hooks->epoll = epoll_create1(EPOLL_CLOEXEC);
	if (h->hooks->epoll < 0)
		return err_set(e, "cannot watch programs: %s", strerror(errno));
	if (h->o.journal == NULL &&
		(h->o.on_escalate != NULL || h->o.on_fallback != NULL))
		return err_set(
			e, "without a journal there are no hooks: it says what is owed");
	return read_program(&h->hooks->program[HOOK_ESCALATE], h->o.on_escalate,
		       "on-escalate", e) &&
		read_program(&h->hooks->program[HOOK_FALLBACK], h->o.on_fallback,
			"on-fallback", e);
}

void hub_hooks_free(struct hub *h)
{
	for (int k = 0; h->hooks != NULL && k < HOOKS; k++) {
		struct program *p = &h->hooks->program[k];

		child_free(p->child);
		free(p->line);
		free(p->path);
	}
	if (h->hooks != NULL && h->hooks->epoll >= 0)
		close(h->hooks->epoll);
	free(h->hooks);
	h->hooks = NULL;
}

int hub_hooks_fd(const struct hub *h)
{
	return h->hooks->epoll;
}

/* --- events ---------------------------------------------------------------- */

/* From the first start with a program on, what comes is owed; not what came before. */
static void tell_set(struct hub *h, enum hook_kind k, bool on)
{
	size_t owes = h->mesh->hook[k].owes;
	struct buf *b = hub_data(h, NONE);

	if (!on && owes > 0)
		hub_log(h,
			"there is no --on-%s any more: %zu that were owed are given up",
			hook_name(k), owes);
	out_key(b, "hook");
	out_text(b, hook_name(k));
	out_key(b, "on");
	out_bool(b, on);
	if (!on) {
		out_key(b, "owed");
		out_uint(b, owes);
	}
	out_close(b, '}');
	hub_emit(h, EV_HOOK_SET, (struct str){ 0 }, buf_view(b));
}

static struct buf *delivery_data(struct hub *h, enum hook_kind k, const struct owed *o)
{
	struct buf *b = hub_data(h, NONE);

	out_key(b, "handoff");
	out_text(b, handoff_there(h->mesh, o->handoff)->id);
	out_key(b, "attempt");
	out_uint(b, o->attempt);
	out_key(b, "hook");
	out_text(b, hook_name(k));
	out_key(b, "of");
	out_digits(b, o->cause);
	return b;
}

static void emit_delivery(
	struct hub *h, enum event_type type, const struct owed *o, struct buf *b)
{
	out_close(b, '}');
	hub_emit(h, type, hub_subject(h, o->handoff), buf_view(b));
}

/* A result of a try: all but `again`. */
static struct buf *result_data(struct hub *h, enum hook_kind k, const struct owed *o,
	int status, const char *detail)
{
	struct buf *b = delivery_data(h, k, o);

	out_key(b, "tries");
	out_uint(b, h->hooks->program[k].tries);
	if (status >= 0) {
		out_key(b, "status");
		out_uint(b, (uint64_t)status);
	}
	if (detail[0] != '\0') {
		out_key(b, "detail");
		out_text(b, detail);
	}
	return b;
}

/* --- when it goes wrong ----------------------------------------------------- */

/* Doubling from a second, a quarter more or less so that many hubs do not beat as one. */
static int64_t back_off(uint64_t tries)
{
	uint64_t n = tries > 9 ? 9 : tries;
	int64_t base = SECOND << (n > 0 ? n - 1 : 0);
	uint16_t roll;

	if (base > BACK_OFF_MOST)
		base = BACK_OFF_MOST;
	random_bytes(&roll, sizeof(roll));
	return base * 3 / 4 + base / 2 * roll / UINT16_MAX;
}

struct failure {
	int status; /* -1: it was not even started */
	const char *detail;
	int64_t retry_after; /* microseconds, 0 */
	bool for_good;
};

static void tell_failed(struct hub *h, enum hook_kind k, const struct failure *f)
{
	struct owed o = *hook_owed(&h->mesh->hook[k], 0);
	int64_t now = hub_now(h), since = h->mesh->hook[k].failing;
	int64_t wait = back_off(h->hooks->program[k].tries);
	struct buf *b = result_data(h, k, &o, f->status, f->detail);

	if (wait < f->retry_after)
		wait = f->retry_after;
	if (!f->for_good && (since == 0 || now + wait < since + PATIENCE)) {
		out_key(b, "again");
		out_time(b, now + wait);
	} else {
		hub_log(h, "on-%s: %s is given up: %s", hook_name(k),
			handoff_there(h->mesh, o.handoff)->id, f->detail);
	}
	h->vitals.hook_tries_failed[k]++;
	emit_delivery(h, EV_HOOK_FAILED, &o, b);
}

/* --- what a program said ----------------------------------------------------- */

/* The next line of `text`, which moves on; false at its end. */
static bool next_line(struct str *text, struct str *line)
{
	const char *end;

	if (text->n == 0)
		return false;
	end = memchr(text->p, '\n', text->n);
	*line = (struct str){ text->p, end != NULL ? (size_t)(end - text->p) : text->n };
	*text = str_skip(*text, line->n + (end != NULL));
	while (line->n > 0 &&
		(line->p[line->n - 1] == '\r' || line->p[line->n - 1] == ' '))
		line->n--;
	return true;
}

/* "retry-after: 30", in seconds. */
static bool is_retry_after(struct str line, int64_t *wait)
{
	int64_t seconds = 0;
	size_t i = 12;

	if (line.n < 13 || strncasecmp(line.p, "retry-after:", 12) != 0)
		return false;
	while (i < line.n && line.p[i] == ' ')
		i++;
	for (; i < line.n && line.p[i] >= '0' && line.p[i] <= '9'; i++) {
		if (seconds < RETRY_AFTER_MOST / SECOND)
			seconds = seconds * 10 + (line.p[i] - '0');
	}
	*wait = seconds * SECOND < RETRY_AFTER_MOST ? seconds * SECOND : RETRY_AFTER_MOST;
	return true;
}

/* The last line that says something; what it asks for goes to *wait. */
static struct str last_line(const struct buf *said, int64_t *wait)
{
	struct str text = buf_view(said), line, last = { 0 };

	while (next_line(&text, &line)) {
		if (line.n > 0 && !is_retry_after(line, wait))
			last = line;
	}
	return str_starts(last, "seam: ") ? str_skip(last, 6) : last;
}

static void log_errors(const struct hub *h, enum hook_kind k, const struct child *c)
{
	size_t more, n = 0;
	const struct buf *said = child_err(c, &more);
	struct str text = buf_view(said), line;

	for (; n < LOG_LINES_MOST && next_line(&text, &line); n++)
		hub_log(h, "on-%s: %.*s", hook_name(k), line.n < 400 ? (int)line.n : 400,
			line.p);
	if (text.n + more > 0)
		hub_log(h, "on-%s: (and %zu bytes more)", hook_name(k), text.n + more);
}

/* Foreign text, cleaned and cut: it goes to the journal and to screens. */
static void write_detail(
	struct buf *out, const struct child_end *end, struct str line, int64_t patience)
{
	struct buf clean = { 0 };

	if (end->late)
		buf_fmt(out, "not done after %gs%s", (double)patience / SECOND,
			line.n > 0 ? ": " : "");
	else if (end->signal != 0)
		buf_fmt(out, "ended by signal %d (%s)%s", end->signal,
			strsignal(end->signal), line.n > 0 ? ": " : "");
	else if (end->status != 0 && line.n == 0)
		buf_fmt(out, "exit status %d", end->status);
	text_clean(&clean, line);
	if (clean.len > 0)
		text_cut(out, buf_view(&clean), DETAIL_BYTES);
	buf_fini(&clean);
	buf_str(out, "");
}

static void tell_end(struct hub *h, enum hook_kind k, const struct child_end *end)
{
	const struct child *c = h->hooks->program[k].child;
	struct owed o = *hook_owed(&h->mesh->hook[k], 0);
	struct failure f = { .status = end->status };
	struct buf detail = { 0 };
	bool done = end->status == 0 && !end->late;
	size_t more;
	struct str out = last_line(child_out(c, &more), &f.retry_after);
	int64_t unused = 0;
	struct str err = last_line(child_err(c, &more), &unused);

	write_detail(&detail, end, done || err.n == 0 ? out : err, h->o.hook_time);
	f.detail = detail.data;
	f.for_good = !end->late && end->signal == 0 &&
		(end->status == NEVER_USE || end->status == NEVER_USE - 1);
	if (done)
		emit_delivery(h, EV_HOOK_DONE, &o,
			result_data(h, k, &o, end->status, detail.data));
	else
		tell_failed(h, k, &f);
	buf_fini(&detail);
}

/* --- running ---------------------------------------------------------------- */

#define ENVIRONMENT 128

struct environment {
	char *text[ENVIRONMENT];
	size_t n;
};

/* What a program may need of the hub's own: where programs are, how to get out. */
static bool is_passed_on(const char *text)
{
	static const char *const names[] = { "PATH=", "HOME=", "LANG=", "TZ=", "TMPDIR=",
		"http_proxy=", "https_proxy=", "HTTPS_PROXY=", "no_proxy=", "NO_PROXY=",
		"SSL_CERT_FILE=", "SSL_CERT_DIR=", "SEAM_" };
	static const char *const ours[] = { "SEAM_HOOK=", "SEAM_HANDOFF=", "SEAM_KEY=",
		"SEAM_TRY=", "SEAM_MESH=", "SEAM_HUB=", "SEAM_KEYS=" };

	for (size_t i = 0; i < sizeof(ours) / sizeof(*ours); i++) {
		if (str_starts(str_of(text), ours[i]))
			return false;
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (str_starts(str_of(text), names[i]))
			return true;
	}
	return false;
}

static void put(struct environment *e, const char *name, const char *value)
{
	struct buf b = { 0 };

	buf_fmt(&b, "%s=%s", name, value);
	e->text[e->n++] = buf_steal(&b);
}

static void make_environment(
	struct hub *h, enum hook_kind k, const struct owed *o, struct environment *e)
{
	char key[64], number[24];

	*e = (struct environment){ .n = 0 };
	for (char **at = environ; *at != NULL && e->n < ENVIRONMENT - 8; at++) {
		if (is_passed_on(*at))
			e->text[e->n++] = xstrdup(*at);
	}
	hook_key(h, o, key);
	snprintf(number, sizeof(number), "%llu",
		(unsigned long long)h->hooks->program[k].tries);
	put(e, "SEAM_HOOK", hook_name(k));
	put(e, "SEAM_HANDOFF", handoff_there(h->mesh, o->handoff)->id);
	put(e, "SEAM_KEY", key);
	put(e, "SEAM_TRY", number);
	put(e, "SEAM_MESH", h->o.name);
	put(e, "SEAM_HUB", h->control_url);
}

static void begin(struct hub *h, enum hook_kind k)
{
	struct program *p = &h->hooks->program[k];
	const struct owed *o = hook_owed(&h->mesh->hook[k], 0);
	struct environment env;
	struct child_plan plan = { .path = p->path,
		.argv = p->argv,
		.envp = env.text,
		.patience = h->o.hook_time,
		.epoll = h->hooks->epoll };
	struct buf input = { 0 };
	struct err e = { "its event cannot be read from the journal" };

	p->of = o->cause;
	p->tries = h->mesh->hook[k].tries + 1;
	make_environment(h, k, o, &env);
	if (hook_input(h, k, o, p->tries, &input))
		p->child = child_start_take(&plan, &input, &e);
	for (size_t i = 0; i < env.n; i++)
		free(env.text[i]);
	buf_fini(&input);
	if (p->child == NULL) {
		hub_log(h, "on-%s: %s", hook_name(k), e.text);
		tell_failed(h, k, &(struct failure){ .status = -1, .detail = e.text });
	}
}

/* Whether what runs, or ran, is still what is owed first. */
static bool is_first(const struct hub *h, enum hook_kind k)
{
	const struct hook *o = &h->mesh->hook[k];

	return o->owes > 0 && hook_owed(o, 0)->cause == h->hooks->program[k].of;
}

static void go_on(struct hub *h, enum hook_kind k)
{
	struct program *p = &h->hooks->program[k];
	struct child_end end;

	if (!child_turn(p->child, clock_mono(), &end))
		return;
	log_errors(h, k, p->child);
	/* what cannot be written down will have to be done again */
	if (!h->failed && is_first(h, k))
		tell_end(h, k, &end);
	child_free(p->child);
	p->child = NULL;
}

/* Those that are muted are said to be, so that nobody is told of them later. */
static void skip_muted(struct hub *h, enum hook_kind k)
{
	const struct hook *o = &h->mesh->hook[k];
	bool runs = h->hooks->program[k].child != NULL && is_first(h, k);

	for (size_t n = runs, told = 0;
		n < o->owes && o->silenced > 0 && told < SKIPPED_A_TURN;) {
		struct owed one = *hook_owed(o, n);
		struct buf *b;

		if (!one.muted) {
			n++;
			continue;
		}
		b = delivery_data(h, k, &one);
		out_key(b, "reason");
		out_text(b, "muted");
		emit_delivery(h, EV_HOOK_SKIPPED, &one, b);
		told++;
	}
}

/* Nobody can be told of so many, and none goes without a word. */
static void give_up_newest(struct hub *h, enum hook_kind k)
{
	const struct hook *o = &h->mesh->hook[k];

	for (int told = 0; o->owes > OWED_MOST && told < SKIPPED_A_TURN; told++) {
		struct owed one = *hook_owed(o, o->owes - 1);
		struct buf *b = delivery_data(h, k, &one);

		out_key(b, "detail");
		out_text(b, "too many are owed");
		emit_delivery(h, EV_HOOK_FAILED, &one, b);
	}
}

/* When the first that is owed may be run, by the hub's clock; -1: not now. */
static int64_t may_begin(const struct hub *h, enum hook_kind k)
{
	const struct hook *o = &h->mesh->hook[k];
	const struct program *p = &h->hooks->program[k];

	if (p->path == NULL || p->child != NULL || h->failed || h->hooks->stopping ||
		o->owes == 0 || hook_owed(o, 0)->muted ||
		hook_owed(o, 0)->since > h->committed)
		return -1;
	return o->again;
}

static void turn_one(struct hub *h, enum hook_kind k)
{
	const struct program *p = &h->hooks->program[k];
	int64_t when;

	if (!h->failed && !h->hooks->stopping) {
		if (h->mesh->hook[k].on != (p->path != NULL))
			tell_set(h, k, p->path != NULL);
		skip_muted(h, k);
		give_up_newest(h, k);
	}
	if (p->child != NULL)
		go_on(h, k);
	when = may_begin(h, k);
	if (when >= 0 && when <= hub_now(h))
		begin(h, k);
}

void hub_hooks_turn(struct hub *h)
{
	for (int k = 0; k < HOOKS; k++)
		turn_one(h, (enum hook_kind)k);
}

long hub_hooks_patience(struct hub *h)
{
	long wait = -1;

	for (int k = 0; k < HOOKS; k++) {
		const struct program *p = &h->hooks->program[k];
		int64_t when = may_begin(h, (enum hook_kind)k);

		if (p->child != NULL)
			wait = sooner(wait, until_mono(child_due(p->child)));
		else if (when >= 0)
			wait = sooner(wait, hub_until(h, when));
	}
	return wait;
}

static bool any_runs(const struct hub *h)
{
	bool any = false;

	for (int k = 0; k < HOOKS; k++)
		any |= h->hooks->program[k].child != NULL;
	return any;
}

void hub_hooks_stop(struct hub *h)
{
	int64_t end = clock_mono() + STOP_WAIT;

	h->hooks->stopping = true;
	while (any_runs(h) && clock_mono() < end) {
		struct epoll_event e;

		epoll_wait(h->hooks->epoll, &e, 1, 100);
		hub_hooks_turn(h);
	}
	for (int k = 0; k < HOOKS; k++) {
		struct program *p = &h->hooks->program[k];

		if (p->child != NULL)
			hub_log(h, "on-%s: stopped before it was done; it is run again",
				hook_name((enum hook_kind)k));
		child_free(p->child);
		p->child = NULL;
	}
}
