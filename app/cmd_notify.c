/* SPDX-License-Identifier: MIT */
/*
 * `seam notify`: what a hook reads on standard input (docs/PROTOCOL.md, "Hooks"),
 * sent to PagerDuty or to a webhook. What can become better by itself, or by
 * somebody who mends a setting, is tried again later: that is all but a message
 * that the other side will not have. Secrets come from files and the environment,
 * never from the command line, which everybody on the machine can read.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/commands.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/json.h"
#include "base/json_out.h"
#include "base/text.h"
#include "bus/files.h"
#include "bus/post.h"

#define PAGERDUTY_URL "https://events.pagerduty.com/v2/enqueue"
#define INPUT_BYTES ((size_t)16 << 20)
#define INPUT_DEPTH 72
#define SECRET_BYTES 4096
#define ARTIFACT_BYTES ((size_t)32 << 10) /* of it, in a page */
#define SUMMARY_COLUMNS 250               /* at most 1,024 bytes */

struct message {
	struct buf text;
	struct json json;
	char key[128];
};

struct secret {
	char text[SECRET_BYTES]; /* "": there is none */
};

/* --- what is read ------------------------------------------------------------ */

static bool read_all(struct buf *b)
{
	size_t n;

	do {
		n = fread(buf_room(b, 65536), 1, 65536, stdin);
		b->len += n;
		b->data[b->len] = '\0';
	} while (n > 0 && b->len < INPUT_BYTES);
	return b->len < INPUT_BYTES && !ferror(stdin);
}

static struct str text_at(struct message *m, const char *at)
{
	uint32_t n = json_pointer(&m->json, 0, str_of(at));

	return json_is(&m->json, n, JSON_STRING) ? json_str(&m->json, n) : STR("");
}

/* It becomes a header: nothing but what we make ourselves. */
static bool take_key(struct message *m)
{
	struct str key = text_at(m, "/key");

	if (!text_is_id(key))
		return false;
	snprintf(m->key, sizeof(m->key), "%.*s", STR_ARG(key));
	return true;
}

static bool read_message(struct message *m, struct err *e)
{
	if (!read_all(&m->text))
		return err_set(e, "standard input cannot be read, or is too large");
	if (!json_read(&m->json, m->text.data, m->text.len, INPUT_DEPTH, e))
		return err_wrap(e, "standard input");
	if (!take_key(m) || text_at(m, "/handoff").n == 0)
		return err_set(
			e, "standard input: this is not what a hook of seam reads");
	return true;
}

/* The first line of a file, or of the environment. */
static bool read_secret(const struct args *a, enum option file, const char *variable,
	struct secret *s, struct err *e)
{
	const char *value = getenv(variable);
	struct err why = { "it is empty" };
	FILE *f;

	s->text[0] = '\0';
	if (!given(a, file)) {
		snprintf(s->text, sizeof(s->text), "%s", value != NULL ? value : "");
	} else {
		f = file_open(a->value[file], &why);
		if (f == NULL || fgets(s->text, sizeof(s->text), f) == NULL)
			err_set(e, "cannot read %s: %s", a->value[file], why.text);
		if (f != NULL)
			file_close(f);
	}
	s->text[strcspn(s->text, "\r\n")] = '\0';
	return !given(a, file) || s->text[0] != '\0';
}

/* --- pagerduty ---------------------------------------------------------------- */

static void out_at(struct buf *b, const char *name, struct message *m, const char *at)
{
	uint32_t n = json_pointer(&m->json, 0, str_of(at));

	if (n == JSON_NONE || json_is(&m->json, n, JSON_NULL))
		return;
	out_key(b, name);
	out_raw(b, json_raw(&m->json, n));
}

/* "escalated by mira: planner > deployer ho-4711-a: roll back checkout" */
static void out_summary(struct buf *b, struct message *m)
{
	struct str by = text_at(m, "/by"), action = text_at(m, "/event/data/action");
	struct str summary = text_at(m, "/summary"), note = text_at(m, "/note");
	struct buf all = { 0 }, clean = { 0 }, cut = { 0 };

	if (action.n > 0)
		buf_fmt(&all, "deadline passed, %.*s: ", STR_ARG(action));
	else
		buf_fmt(&all, "escalated by %.*s: ", STR_ARG(by));
	buf_fmt(&all, "%.*s > %.*s %.*s", STR_ARG(text_at(m, "/from")),
		STR_ARG(text_at(m, "/to")), STR_ARG(text_at(m, "/handoff")));
	if (note.n > 0)
		buf_fmt(&all, ": %.*s", STR_ARG(note));
	if (summary.n > 0)
		buf_fmt(&all, ": %.*s", STR_ARG(summary));
	text_clean(&clean, buf_view(&all));
	text_cut(&cut, buf_view(&clean), SUMMARY_COLUMNS);
	out_key(b, "summary");
	out_str(b, buf_view(&cut));
	buf_fini(&all);
	buf_fini(&clean);
	buf_fini(&cut);
}

static void out_details(struct buf *b, struct message *m)
{
	static const char *const members[] = { "handoff", "attempt", "state", "from",
		"to", "contract", "confidence", "incident", "deadline", "on_deadline",
		"faults", "reason", "detail", "by", "note", "mesh", "hub", "try" };
	uint32_t artifact = json_member(&m->json, 0, "artifact");

	out_key(b, "custom_details");
	out_open(b, '{');
	for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++) {
		char at[32];

		snprintf(at, sizeof(at), "/%s", members[i]);
		out_at(b, members[i], m, at);
	}
	if (artifact != JSON_NONE && json_raw(&m->json, artifact).n <= ARTIFACT_BYTES)
		out_at(b, "artifact", m, "/artifact");
	out_close(b, '}');
}

/* PagerDuty's Events API v2: one event for a key, however often it is sent. */
static void write_page(struct buf *b, struct message *m, const char *routing_key)
{
	bool critical =
		json_is(&m->json, json_member(&m->json, 0, "critical"), JSON_TRUE);

	out_open(b, '{');
	out_key(b, "routing_key");
	out_text(b, routing_key);
	out_key(b, "event_action");
	out_text(b, "trigger");
	out_key(b, "dedup_key");
	out_text(b, m->key);
	out_key(b, "client");
	out_text(b, "seam");
	out_key(b, "payload");
	out_open(b, '{');
	out_summary(b, m);
	out_key(b, "source");
	out_str(b, text_at(m, "/mesh").n > 0 ? text_at(m, "/mesh") : STR("seam"));
	out_key(b, "severity");
	out_text(b, critical ? "critical" : "error");
	out_at(b, "timestamp", m, "/event/recordedtime");
	out_at(b, "component", m, "/to");
	out_at(b, "group", m, "/incident");
	out_at(b, "class", m, "/hook");
	out_details(b, m);
	out_close(b, '}');
	out_close(b, '}');
}

/* A proxy or a login page may answer 200 to anything. */
static bool is_taken_by_pagerduty(const struct post_answer *a)
{
	struct json j = { 0 };
	bool taken = json_read(&j, a->body, strlen(a->body), 16, NULL) &&
		str_is(json_is(&j, json_member(&j, 0, "status"), JSON_STRING)
				? json_str(&j, json_member(&j, 0, "status"))
				: STR(""),
			"success");

	json_fini(&j);
	return taken;
}

/* --- what came of it ------------------------------------------------------------ */

static bool is_never(long status)
{
	/* the message itself will not do: not its place, its key or its time */
	return status == 400 || status == 413 || status == 422;
}

static enum status say_refused(const char *where, const struct post_answer *a)
{
	const char *line = a->body + strspn(a->body, " \t\r\n");
	int n = (int)strcspn(line, "\r\n");

	if (a->location[0] != '\0')
		complain("%s answers %ld: it has moved to %s, which is not followed",
			where, a->status, a->location);
	else
		complain("%s answers %ld%s%.*s", where, a->status, n > 0 ? ": " : "",
			n < 120 ? n : 120, line);
	if (a->retry_after > 0)
		printf("retry-after: %ld\n", a->retry_after);
	return is_never(a->status) ? NEVER : TRY_LATER;
}

static enum status send_it(const char *where, const struct post *p,
	bool (*is_taken)(const struct post_answer *))
{
	struct post_answer a;
	struct err e;

	if (!post_json(p, &a, &e)) {
		complain("%s: %s", where, e.text);
		return TRY_LATER;
	}
	if (a.status < 200 || a.status > 299)
		return say_refused(where, &a);
	if (is_taken != NULL && !is_taken(&a)) {
		complain("%s answers %ld, but not that it has taken it", where, a.status);
		return TRY_LATER;
	}
	printf("%s has taken it (%ld)\n", where, a.status);
	return DONE;
}

/* --- the two ---------------------------------------------------------------------- */

static enum status to_pagerduty(
	const struct args *a, struct message *m, struct post *p, struct err *e)
{
	struct buf body = { 0 };
	struct secret key;
	enum status s;

	if (!read_secret(a, OPT_KEY_FILE, "SEAM_PAGERDUTY_KEY", &key, e)) {
		complain("%s", e->text);
		return TRY_LATER;
	}
	if (key.text[0] == '\0')
		return usage_error(
			a, "pagerduty needs --key-file FILE, or SEAM_PAGERDUTY_KEY");
	write_page(&body, m, key.text);
	p->url = value_or(a, OPT_URL, PAGERDUTY_URL);
	p->body = buf_view(&body);
	s = send_it("pagerduty", p, is_taken_by_pagerduty);
	buf_fini(&body);
	return s;
}

struct headers {
	char key[160], hook[40], sign[100], token[SECRET_BYTES + 40];
};

static void sign(struct headers *h, const struct secret *secret, struct str body)
{
	struct digest d = hmac_of(str_of(secret->text), body);
	char hex[DIGEST_TEXT];

	digest_text(&d, hex);
	snprintf(h->sign, sizeof(h->sign), "X-Seam-Signature: sha256=%s", hex + 7);
}

static enum status to_webhook(
	const struct args *a, struct message *m, struct post *p, struct err *e)
{
	struct secret token, secret;
	struct headers h;
	size_t n = 0;

	p->url = value_or(a, OPT_URL, getenv("SEAM_WEBHOOK_URL"));
	if (p->url == NULL)
		return usage_error(a, "webhook needs --url URL, or SEAM_WEBHOOK_URL");
	if (!read_secret(a, OPT_TOKEN_FILE, "SEAM_WEBHOOK_TOKEN", &token, e) ||
		!read_secret(a, OPT_SECRET_FILE, "SEAM_WEBHOOK_SECRET", &secret, e)) {
		complain("%s", e->text);
		return TRY_LATER;
	}
	p->body = buf_view(&m->text);
	snprintf(h.key, sizeof(h.key), "Idempotency-Key: %s", m->key);
	p->header[n++] = h.key;
	snprintf(h.hook, sizeof(h.hook), "X-Seam-Hook: %s",
		str_is(text_at(m, "/hook"), "fallback") ? "fallback" : "escalate");
	p->header[n++] = h.hook;
	if (secret.text[0] != '\0') {
		sign(&h, &secret, p->body);
		p->header[n++] = h.sign;
	}
	if (token.text[0] != '\0') {
		if (!post_is_private(p->url))
			return usage_error(
				a, "a token goes by https, or to this machine, only");
		snprintf(
			h.token, sizeof(h.token), "Authorization: Bearer %s", token.text);
		p->header[n++] = h.token;
	}
	return send_it("webhook", p, NULL);
}

enum status run_notify(const struct args *a)
{
	struct post p = { .ca_file = a->value[OPT_CA_FILE] };
	struct message m = { .key = "" };
	struct err e;
	enum status s;

	if (!duration_parse(str_of(value_or(a, OPT_TIME, "20s")), &p.time) ||
		p.time < SECOND / 10)
		return usage_error(a, "--time is a time like 20s");
	if (!read_message(&m, &e)) {
		complain("%s", e.text);
		s = NEVER;
	} else if (strcmp(a->operand[0], "pagerduty") == 0) {
		s = to_pagerduty(a, &m, &p, &e);
	} else if (strcmp(a->operand[0], "webhook") == 0) {
		s = to_webhook(a, &m, &p, &e);
	} else {
		s = usage_error(a, "WHERE is pagerduty or webhook");
	}
	json_fini(&m.json);
	buf_fini(&m.text);
	return s;
}
