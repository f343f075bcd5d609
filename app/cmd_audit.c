/* SPDX-License-Identifier: MIT */
/*
 * `seam audit`: the operators' log of a hub, a journal or a recording, as a table;
 * with --verify its chain, link by link.
 */
#include <stdio.h>
#include <stdlib.h>

#include "app/audit_rows.h"
#include "app/commands.h"
#include "app/print.h"
#include "app/stream.h"
#include "base/json_out.h"
#include "bus/chain.h"
#include "bus/codec.h"
#include "bus/journal.h"

struct auditing {
	struct stream s; /* first: what take() is given */
	const struct args *a;
	bool verify;
	uint64_t after;   /* the table begins behind it */
	const char *unit; /* what `place` of a link is */
	struct chain chain;
	struct audit_rows rows;
	struct digest hubs; /* the head that the hub itself says */
	bool has_hubs;
	uint64_t bad; /* what could not be read */
};

static void take(struct auditing *x, const struct event *e, uint64_t place)
{
	if (x->verify)
		chain_add(&x->chain, e, place);
	else if (audit_has(e) && e->hubsequence > x->after)
		audit_rows_add(&x->rows, e);
}

static bool take_row(void *user, uint64_t place, struct str event)
{
	struct auditing *x = user;
	struct event e;
	struct err err;

	if (event_read(&x->s.event, event, event, FROM_RECORDING, &e, NULL, &err)) {
		take(x, &e, place);
	} else {
		x->bad++;
		complain("%s %llu: %s", x->unit, (unsigned long long)place, err.text);
	}
	return true;
}

/* --- where they come from -------------------------------------------------- */

static bool take_paged(struct stream *s, uint64_t sequence, struct str event)
{
	return take_row((struct auditing *)s, sequence, event);
}

/* The head that the hub has in memory: what it wrote must hold it. */
static enum status ask_head(struct auditing *x, struct buf *reply)
{
	enum status status = hub_ask(x->s.c, x->a, STR("\"op\":\"counters\""), reply);
	struct json j = { 0 };

	if (status == DONE && json_read(&j, reply->data, reply->len, REPLY_DEPTH, NULL))
		x->has_hubs = digest_parse(reply_text(&j, "audit"), &x->hubs);
	json_fini(&j);
	return status;
}

static enum status read_hub(struct auditing *x)
{
	struct buf reply = { 0 };
	enum status status;

	x->unit = "event";
	x->s.c = hub_open(x->a);
	if (x->s.c == NULL)
		return NO_HUB;
	status = ask_head(x, &reply);
	do {
		if (status == DONE)
			status = stream_fetch(&x->s, &reply);
	} while (status == DONE && x->s.more);
	client_close(x->s.c);
	buf_fini(&reply);
	return status;
}

static enum status read_journal(struct auditing *x, const char *path)
{
	struct err e;
	struct journal *j = journal_open(path, JOURNAL_READ, &e);
	bool ok;

	x->unit = "row";
	if (j == NULL)
		return fail_with(x->a, REFUSED, "no_file", "%s", e.text);
	ok = journal_read(j, x->after, UINT64_MAX, take_row, x, &e);
	journal_close(j);
	return ok ? DONE : fail_with(x->a, REFUSED, "no_file", "%s", e.text);
}

static int by_number(const void *a, const void *b)
{
	const struct recording_line *x = a, *y = b;

	return x->number < y->number ? -1 : x->number > y->number;
}

/* Line by line as they stand in the file: one that was moved is to be seen. */
static enum status read_recording(struct auditing *x, const char *path)
{
	struct err e;
	struct recording *r = recording_open(path, &e);

	x->unit = "line";
	if (r == NULL)
		return fail_with(x->a, REFUSED, "no_file", "%s", e.text);
	if (!recording_has_event(r, path, &e)) {
		recording_close(r);
		return fail_with(x->a, REFUSED, "no_file", "%s", e.text);
	}
	if (x->verify && r->sorted)
		qsort(r->line, r->lines, sizeof(*r->line), by_number);
	for (size_t i = 0; i < r->lines; i++)
		take_row(x, r->line[i].number, recording_text(r, i));
	recording_close(r);
	return DONE;
}

static enum status read_all(struct auditing *x)
{
	if (x->a->operands > 0)
		return read_recording(x, x->a->operand[0]);
	if (given(x->a, OPT_JOURNAL))
		return read_journal(x, x->a->value[OPT_JOURNAL]);
	return read_hub(x);
}

/* --- the table ------------------------------------------------------------- */

static void print_rows(const struct auditing *x)
{
	struct buf b = { 0 };

	if (given(x->a, OPT_JSON)) {
		for (uint32_t i = 0; i < x->rows.rows; i++) {
			buf_reset(&b);
			audit_row_json(&x->rows, i, &b);
			print_json(buf_view(&b));
		}
	} else {
		out_open(&b, '[');
		for (uint32_t i = 0; i < x->rows.rows; i++)
			audit_row_json(&x->rows, i, &b);
		out_close(&b, ']');
		print_table("audit", buf_view(&b));
	}
	buf_fini(&b);
}

/* --- the chain ------------------------------------------------------------- */

static uint64_t sequence_at(const struct auditing *x, size_t i)
{
	return i < x->chain.links ? x->chain.link[i].hubsequence : 0;
}

/* "57", and where it is found: "57 (line 60)". */
static void say_link(const struct auditing *x, struct buf *b, size_t i)
{
	const struct chain_link *l = &x->chain.link[i];

	buf_fmt(b, "%llu", (unsigned long long)l->hubsequence);
	if (l->place != l->hubsequence || x->a->operands > 0)
		buf_fmt(b, " (%s %llu)", x->unit, (unsigned long long)l->place);
}

static void say_links(
	const struct auditing *x, struct buf *b, const struct chain_break *k)
{
	say_link(x, b, k->first);
	if (k->last > k->first) {
		buf_str(b, " to ");
		say_link(x, b, k->last);
	}
}

static void say_missing(
	const struct auditing *x, struct buf *b, const struct chain_break *k)
{
	if (k->at == 0) {
		buf_str(b, "what stood before it is missing");
		return;
	}
	buf_str(b, "an event between ");
	say_link(x, b, k->first);
	buf_str(b, " and it is missing, or ");
	say_link(x, b, k->first);
	buf_str(b, " was changed");
}

static enum status say_break(const struct auditing *x, const struct chain_break *k)
{
	struct buf b = { 0 };
	enum status s;

	say_link(x, &b, k->at);
	buf_str(&b, " does not follow what stands before it: ");
	switch (k->fault) {
	case CHAIN_MISSING:
		say_missing(x, &b, k);
		break;
	case CHAIN_REORDERED:
		buf_str(&b, "reordered, its place is further behind");
		break;
	default:
		say_links(x, &b, k);
		buf_str(&b, k->last > k->first ? " were " : " was ");
		buf_str(&b, chain_fault_name(k->fault));
		break;
	}
	s = fail_with(x->a, REFUSED, chain_fault_name(k->fault),
		"the operators' log is broken: %s", b.data);
	buf_fini(&b);
	return s;
}

/* A head that was kept elsewhere: it must be the hash of an event that is still there. */
static enum status hold_against(
	const struct auditing *x, const struct digest *head, const char *whose)
{
	static const struct digest nothing;
	char text[DIGEST_TEXT];

	if (digest_eq(head, &nothing) || chain_find(&x->chain, head) < x->chain.links)
		return DONE;
	digest_text(head, text);
	return fail_with(x->a, REFUSED, "short",
		"the operators' log is short or written anew: it ends at %llu, and no "
		"event of it has %s %s",
		(unsigned long long)sequence_at(x, x->chain.links - 1), whose, text);
}

/* The first that bears `previous`; those before it are of an older seam. */
static size_t first_linked(const struct chain *c)
{
	size_t i = 0;

	while (i < c->links && !c->link[i].linked)
		i++;
	return i;
}

static void say_whole_json(const struct auditing *x, const char *head, size_t began)
{
	struct buf b = { 0 };

	out_open(&b, '{');
	out_key(&b, "ok");
	out_bool(&b, true);
	out_key(&b, "events");
	out_uint(&b, x->chain.links);
	out_key(&b, "unchained");
	out_uint(&b, began);
	out_key(&b, "head");
	out_text(&b, head);
	out_key(&b, "at");
	out_digits(&b, sequence_at(x, x->chain.links - 1));
	out_close(&b, '}');
	print_json(buf_view(&b));
	buf_fini(&b);
}

static void say_whole(const struct auditing *x, const struct digest *kept)
{
	const struct chain *c = &x->chain;
	size_t began = first_linked(c), of = kept != NULL ? chain_find(c, kept) : 0;
	struct audit end = { .at = sequence_at(x, c->links - 1) };
	char head[DIGEST_TEXT], text[AUDIT_TEXT];

	if (c->links > 0)
		end.head = c->link[c->links - 1].hash;
	digest_text(&end.head, head);
	audit_text(&end, text);
	if (given(x->a, OPT_JSON)) {
		say_whole_json(x, head, began);
		return;
	}
	printf("whole: %zu event%s, head %s\n", c->links, c->links == 1 ? "" : "s", text);
	if (began > 0)
		printf("the first %zu, up to %llu, are of an older seam and not chained\n",
			began, (unsigned long long)sequence_at(x, began - 1));
	if (kept != NULL && of < c->links)
		printf("the head that you gave is the event at %llu; %zu came after it\n",
			(unsigned long long)sequence_at(x, of), c->links - of - 1);
}

static enum status verify(const struct auditing *x, const struct digest *kept)
{
	struct chain_break k = chain_check(&x->chain);
	enum status s = DONE;

	if (k.fault != CHAIN_WHOLE)
		return say_break(x, &k);
	if (kept != NULL)
		s = hold_against(x, kept, "the head that you gave,");
	if (s == DONE && x->has_hubs)
		s = hold_against(x, &x->hubs, "the head that the hub says,");
	if (s != DONE)
		return s;
	if (x->bad > 0)
		return fail_with(x->a, REFUSED, "unreadable",
			"the chain is whole, but %llu %s%s no event",
			(unsigned long long)x->bad, x->unit,
			x->bad == 1 ? " is" : "s are");
	say_whole(x, kept);
	return DONE;
}

static enum status audit(struct auditing *x, const struct digest *kept)
{
	enum status s = read_all(x);

	if (s == DONE && x->verify)
		return verify(x, kept);
	if (s == DONE)
		print_rows(x);
	return s;
}

enum status run_audit(const struct args *a)
{
	struct auditing x = { .s = { .a = a, .take = take_paged }, .a = a };
	struct digest kept;
	enum status s;

	if (!stream_read_after(a, &x.after))
		return usage_error(a, "--after is a hubsequence");
	if (given(a, OPT_HEAD) && !digest_parse(str_of(a->value[OPT_HEAD]), &kept))
		return usage_error(a, "--head is sha256: and 64 hex digits");
	x.verify = given(a, OPT_VERIFY) || given(a, OPT_HEAD);
	if (x.verify && x.after > 0)
		return usage_error(a, "--verify begins at the first event");
	if (a->operands > 0 && (given(a, OPT_JOURNAL) || given(a, OPT_HUB)))
		return usage_error(a, "one of FILE, --journal and --hub");
	x.s.after = x.after;
	audit_rows_init(&x.rows);
	s = audit(&x, given(a, OPT_HEAD) ? &kept : NULL);
	audit_rows_fini(&x.rows);
	chain_fini(&x.chain);
	json_fini(&x.s.event);
	return s;
}
