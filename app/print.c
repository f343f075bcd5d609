/* SPDX-License-Identifier: MIT */
/*
 * Replies of the hub as tables and lines for people. The only user of jansson
 * in the program: what is printed here is for eyes, and no digest is taken of it.
 */
#include "app/print.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/quote_numbers.h"
#include "base/text.h"

void print_clean(struct str s)
{
	struct buf b = { 0 };

	text_clean(&b, s);
	if (b.data != NULL)
		fputs(b.data, stdout);
	buf_fini(&b);
}

static json_t *load(struct str text, json_error_t *e)
{
	return json_loadb(text.p, text.n, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, e);
}

/* Integers may be of any length on the wire: they are read as reals. */
static json_t *parse(struct str reply)
{
	struct buf quoted = { 0 };
	json_error_t e;
	json_t *v = load(reply, &e);

	if (v == NULL) {
		quote_numbers(&quoted, reply);
		v = load(buf_view(&quoted), &e);
		buf_fini(&quoted);
	}
	if (v == NULL) {
		complain("the hub's answer cannot be read: %s", e.text);
		exit(REFUSED);
	}
	return v;
}

/* Prints one member: strings as they are, lists joined, null as "-". */
static void print_value(json_t *v)
{
	char *text;

	if (json_is_string(v)) {
		print_clean((struct str){ json_string_value(v), json_string_length(v) });
	} else if (v == NULL || json_is_null(v)) {
		fputs("-", stdout);
	} else if (json_is_array(v)) {
		for (size_t i = 0; i < json_array_size(v); i++) {
			if (i > 0)
				fputs(", ", stdout);
			print_value(json_array_get(v, i));
		}
	} else {
		text = json_dumps(
			v, JSON_ENCODE_ANY | JSON_REAL_PRECISION(10) | JSON_ENSURE_ASCII);
		fputs(text, stdout);
		free(text);
	}
}

/* Counts by name: those that are not 0. */
static void print_counts(json_t *v)
{
	const char *between = "", *name;
	json_t *n;

	json_object_foreach(v, name, n)
	{
		if (json_real_value(n) == 0)
			continue;
		printf("%s%s %.10g", between, name, json_real_value(n));
		between = ", ";
	}
	if (*between == '\0')
		putchar('-');
}

/* jansson has read integers as reals (they may be long): whole ones lose the dot. */
static void print_member(const char *name, json_t *v)
{
	printf("%-18s ", name);
	if (json_is_real(v))
		printf("%.10g", json_real_value(v));
	else if (strcmp(name, "turned_away") == 0 && json_is_object(v))
		print_counts(v);
	else
		print_value(v);
	putchar('\n');
}

static void print_object(json_t *v)
{
	static const char *const envelope[] = { "rid", "ok", "epoch", "hubsequence",
		"artifact", "breaks", "history", "left_out", "texts" };
	const char *name;
	json_t *member;

	for (void *at = json_object_iter(v); at != NULL;
		at = json_object_iter_next(v, at)) {
		bool skip = false;

		name = json_object_iter_key(at);
		member = json_object_iter_value(at);
		for (size_t i = 0; i < sizeof(envelope) / sizeof(*envelope); i++)
			skip |= strcmp(name, envelope[i]) == 0;
		if (!skip)
			print_member(name, member);
	}
}

void print_members(struct str reply)
{
	json_t *v = parse(reply);

	print_object(v);
	json_decref(v);
}

/* --- lists ----------------------------------------------------------------- */

#define COLUMNS 10

static const struct {
	const char *what;
	struct {
		const char *member;
		int width;
	} column[COLUMNS];
} lists[] = {
	{ "review",
		{ { "deadline", 9 }, { "on_deadline", 16 }, { "handoff", 14 },
			{ "from", 12 }, { "to", 12 }, { "confidence", 6 }, { "state", 9 },
			{ "claimed_by", 10 }, { "endorsed_by", 11 },
			{ "summary", 40 } } },
	{ "dead",
		{ { "handoff", 20 }, { "attempt", 3 }, { "state", 9 }, { "from", 14 },
			{ "to", 14 }, { "reason", 12 }, { "detail", 40 } } },
	{ "handoffs",
		{ { "handoff", 20 }, { "attempt", 3 }, { "state", 10 }, { "from", 14 },
			{ "to", 14 }, { "confidence", 6 }, { "contract", 30 } } },
	{ "agents",
		{ { "agent", 16 }, { "state", 8 }, { "heard", 27 }, { "version", 10 },
			{ "model", 16 }, { "lost", 6 } } },
	{ "edges",
		{ { "from", 14 }, { "to", 14 }, { "offered", 8 }, { "completed", 9 },
			{ "refused", 7 }, { "held", 5 }, { "dead", 5 },
			{ "trouble", 8 } } },
	{ "incidents",
		{ { "incident", 24 }, { "handoffs", 8 }, { "open", 6 }, { "worst", 10 },
			{ "first", 27 }, { "last", 27 }, { "owner", 10 },
			{ "title", 30 } } },
	{ "noted",
		{ { "what", 8 }, { "name", 28 }, { "title", 30 }, { "tags", 20 },
			{ "notes", 5 }, { "owner", 10 } } },
	{ "mutes",
		{ { "what", 6 }, { "name", 28 }, { "until", 27 }, { "operator", 14 },
			{ "note", 40 } } },
	{ "hooks",
		{ { "hook", 9 }, { "on", 5 }, { "owed", 6 }, { "done", 8 },
			{ "failed", 6 }, { "muted", 6 }, { "tries", 5 }, { "failing", 8 },
			{ "again", 8 }, { "detail", 60 } } },
	{ "contracts", { { "contract", 40 }, { "loaded", 27 }, { "digest", 18 } } },
	/* the last one is no list of a hub: see print_knows_list() */
	{ "audit",
		{ { "time", 19 }, { "operator", 12 }, { "action", 15 }, { "handoff", 20 },
			{ "attempt", 3 }, { "outcome", 30 }, { "note", 60 } } },
};

static void join(struct buf *b, json_t *list)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		json_t *v = json_array_get(list, i);

		buf_str(b, i > 0 ? ", " : "");
		if (json_is_string(v))
			text_clean(b,
				(struct str){
					json_string_value(v), json_string_length(v) });
	}
}

static void print_cell(json_t *v, int width, bool last)
{
	struct buf text = { 0 }, cut = { 0 };
	size_t used;

	if (json_is_string(v))
		text_clean(&text,
			(struct str){ json_string_value(v), json_string_length(v) });
	else if (json_is_real(v))
		buf_fmt(&text, "%.10g", json_real_value(v));
	else if (json_is_boolean(v))
		buf_str(&text, json_is_true(v) ? "yes" : "no");
	else if (json_array_size(v) > 0)
		join(&text, v);
	else
		buf_str(&text, "-");
	used = text_cut(&cut, buf_view(&text), (size_t)width);
	fputs(cut.data != NULL ? cut.data : "", stdout);
	if (!last)
		printf("%*s", width + 2 - (int)used, "");
	buf_fini(&text);
	buf_fini(&cut);
}

/* A deadline, or a try, is today's or nearly so: its time of day is what tells. */
static json_t *time_of_day(json_t *v)
{
	const char *text = json_string_value(v);

	if (text == NULL || strlen(text) < 20)
		return json_null();
	return json_stringn(text + 11, 8);
}

/* To the second: what happened may be of another day. */
static json_t *day_and_time(json_t *v)
{
	const char *text = json_string_value(v);
	char to[20];

	if (text == NULL || strlen(text) < 20)
		return json_null();
	snprintf(to, sizeof(to), "%.10s %.8s", text, text + 11);
	return json_string(to);
}

/* The cell's value; the caller's to give back. */
static json_t *cell_of(json_t *item, const char *member)
{
	json_t *v = json_object_get(item, member);

	if (strcmp(member, "deadline") == 0 || strcmp(member, "failing") == 0 ||
		strcmp(member, "again") == 0)
		return time_of_day(v);
	return strcmp(member, "time") == 0 ? day_and_time(v) : json_incref(v);
}

static void print_row(size_t list, json_t *item)
{
	for (size_t c = 0; c < COLUMNS && lists[list].column[c].member != NULL; c++) {
		bool last = c + 1 == COLUMNS || lists[list].column[c + 1].member == NULL;
		const char *member = lists[list].column[c].member;
		json_t *v = cell_of(item, member);

		print_cell(v, lists[list].column[c].width, last);
		json_decref(v);
	}
	putchar('\n');
}

const char *print_list_names(char out[200])
{
	size_t n = 0;

	for (size_t i = 0; i + 1 < sizeof(lists) / sizeof(*lists) && n < 200; i++)
		n += (size_t)snprintf(
			out + n, 200 - n, "%s%s", i > 0 ? ", " : "", lists[i].what);
	return out;
}

bool print_knows_list(const char *what)
{
	for (size_t i = 0; i + 1 < sizeof(lists) / sizeof(*lists); i++) {
		if (strcmp(lists[i].what, what) == 0)
			return true;
	}
	return false;
}

static void print_head(size_t list)
{
	for (size_t c = 0; c < COLUMNS && lists[list].column[c].member != NULL; c++)
		printf("%-*.*s  ", lists[list].column[c].width,
			lists[list].column[c].width, lists[list].column[c].member);
	putchar('\n');
}

void print_table(const char *what, struct str items)
{
	json_t *v = parse(items);
	size_t list = 0, i;

	while (strcmp(lists[list].what, what) != 0)
		list++;
	print_head(list);
	for (i = 0; i < json_array_size(v); i++)
		print_row(list, json_array_get(v, i));
	json_decref(v);
}

/* --- violations ------------------------------------------------------------ */

static void print_text(json_t *v)
{
	if (json_is_string(v))
		print_clean((struct str){ json_string_value(v), json_string_length(v) });
}

static void print_violation(json_t *v)
{
	json_t *at = json_object_get(v, "at");

	if (json_is_string(at) && json_string_length(at) == 0)
		fputs("the artifact", stdout); /* the pointer to all of it */
	print_text(at);
	fputs(": ", stdout);
	print_text(json_object_get(v, "message"));
}

void print_breaks(struct str reply)
{
	json_t *v = parse(reply), *list = json_object_get(v, "breaks");
	size_t n = json_array_size(list);
	double of = json_number_value(json_object_get(v, "violations"));

	if (n > 0)
		puts("\nbreaks its contract");
	for (size_t i = 0; i < n; i++) {
		fputs("  ", stdout);
		print_violation(json_array_get(list, i));
		putchar('\n');
	}
	if (n > 0 && of > (double)n)
		printf("  and %.0f more that the hub does not list\n", of - (double)n);
	json_decref(v);
}

/* "  3 violations: /a: string, not date; /b: missing; and 1 more" */
static void print_flagged(json_t *data)
{
	json_t *list = json_object_get(data, "violations");
	size_t n = json_array_size(list);
	double of = json_number_value(json_object_get(data, "of"));

	if (n == 0) {
		fputs("  ", stdout);
		print_value(json_object_get(data, "faults"));
		return;
	}
	if (of < (double)n)
		of = (double)n;
	printf("  %.0f violation%s", of, of > 1 ? "s" : "");
	for (size_t i = 0; i < n; i++) {
		fputs(i == 0 ? ": " : "; ", stdout);
		print_violation(json_array_get(list, i));
	}
	if (of > (double)n)
		printf("; and %.0f more", of - (double)n);
}

/* --- history --------------------------------------------------------------- */

/* Of an event, by how its type begins: what tells who, whom, why, and what came of it. */
static const struct {
	const char *type, *member[5];
} details[] = {
	{ "seam.hook.", { "hook", "tries", "detail", "again" } },
	{ "seam.decision.denied", { "action", "operator", "code" } },
	{ "seam.decision.", { "operator", "target", "until", "note" } },
	{ "seam.review.noted", { "name", "operator", "note", "title", "tags" } },
	{ "seam.review.", { "operator", "until" } },
	{ "seam.access.denied", { "name", "what", "why", "address", "count" } },
	{ "seam.delivery.", { "agent", "reason", "detail" } },
	{ "seam.handoff.fallback", { "action", "target", "overdue_by" } },
	{ "seam.handoff.held", { "cause", "faults", "deadline", "on_deadline" } },
	{ "seam.handoff.", { "reason", "detail" } },
};

static void print_details(json_t *event)
{
	json_t *data = json_object_get(event, "data");
	const char *type = json_string_value(json_object_get(event, "type"));
	size_t row = 0, rows = sizeof(details) / sizeof(*details);

	if (type != NULL && strcmp(type, "seam.handoff.flagged") == 0) {
		print_flagged(data);
		return;
	}
	while (row < rows &&
		(type == NULL ||
			strncmp(type, details[row].type, strlen(details[row].type)) != 0))
		row++;
	for (size_t i = 0; row < rows && i < 5 && details[row].member[i] != NULL; i++) {
		const char *const *members = details[row].member;
		json_t *v = json_object_get(data, members[i]);

		if (v == NULL || json_is_null(v) ||
			(json_is_array(v) && json_array_size(v) == 0))
			continue;
		printf("  %s ", members[i]);
		if (json_is_real(v))
			printf("%.10g", json_real_value(v));
		else
			print_value(v);
	}
}

void print_event(struct str event)
{
	json_t *v = parse(event);

	print_details(v);
	json_decref(v);
}

/* What humans wrote of it, each with who and when. */
static void print_texts(json_t *v)
{
	json_t *list = json_object_get(v, "texts"), *one;
	size_t i;

	if (json_array_size(list) > 0)
		puts("\nnotes");
	for (i = 0; i < json_array_size(list); i++) {
		one = json_array_get(list, i);
		printf("  ");
		print_value(json_object_get(one, "time"));
		printf("  ");
		print_value(json_object_get(one, "operator"));
		printf("  ");
		print_value(json_object_get(one, "note"));
		putchar('\n');
	}
}

void print_history(struct str reply)
{
	json_t *v = parse(reply), *e;
	double left_out;
	size_t i;

	print_texts(v);
	puts("\nhistory");
	for (i = 0; i < json_array_size(json_object_get(v, "history")); i++) {
		e = json_array_get(json_object_get(v, "history"), i);
		printf("  ");
		print_value(json_object_get(e, "recordedtime"));
		printf("  ");
		print_value(json_object_get(e, "type"));
		printf("  ");
		print_value(json_object_get(e, "source"));
		print_details(e);
		if (json_object_get(e, "standing") != NULL) {
			printf("  ");
			print_value(json_object_get(e, "standing"));
		}
		fputs(json_object_get(e, "cut") != NULL ? "  (shortened)\n" : "\n",
			stdout);
	}
	left_out = json_number_value(json_object_get(v, "left_out"));
	if (left_out > 0)
		printf("  %.0f older events are left out: seam tail --json has them\n",
			left_out);
	json_decref(v);
}
