/* SPDX-License-Identifier: MIT */
/* `seam counters`, `ls`, `show`. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/commands.h"
#include "app/filtered.h"
#include "app/print.h"
#include "app/shell_client.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/json_out.h"
#include "contract/registry.h"

static enum status ask_and_print(const struct args *a, struct str members)
{
	struct buf reply = { 0 };
	enum status s = hub_ask_once(a, members, &reply);

	if (s == DONE) {
		if (given(a, OPT_JSON)) {
			print_json(buf_view(&reply));
		} else {
			print_members(buf_view(&reply));
		}
	}
	buf_fini(&reply);
	return s;
}

enum status run_counters(const struct args *a)
{
	if (given(a, OPT_MIRROR))
		return run_mirror(a);
	if (given(a, OPT_FOLLOW))
		return usage_error(a, "--follow goes with --mirror");
	return ask_and_print(a, STR("\"op\":\"counters\""));
}

/* --- ls -------------------------------------------------------------------- */

#define MOST_CAME 1000000 /* while the pages were asked for */

struct pages {
	struct buf items;   /* inner text of the array, pages joined */
	struct buf refused; /* of contracts: the array of files that are none; empty */
	uint64_t total;
	char cursor[160];
	size_t count, limit;
	/* what is filtered here, not by the hub; NULL */
	const struct query *query;
	const char *list;
	uint64_t matched;
	/* for what its terms ask of artifacts */
	struct client *c;
	const struct args *a;
	struct buf shown;
	struct json artifact;
};

/* The artifact that stands, as `show` tells it. */
static bool ask_artifact(void *arg, struct str handoff, struct json **j, uint32_t *at)
{
	struct pages *p = arg;
	struct buf request = { 0 };
	bool ok;

	buf_str(&request, "\"op\":\"show\"");
	out_key(&request, "handoff");
	out_str(&request, handoff);
	buf_reset(&p->shown);
	ok = hub_ask(p->c, p->a, buf_view(&request), &p->shown) == DONE &&
		json_read(&p->artifact, p->shown.data, p->shown.len, REPLY_DEPTH, NULL);
	buf_fini(&request);
	*j = &p->artifact;
	*at = ok ? json_member(&p->artifact, 0, "artifact") : JSON_NONE;
	return *at != JSON_NONE;
}

static bool is_wanted(struct pages *p, struct json *j, uint32_t item)
{
	struct filtered f = { p->query, p->list, j, item, clock_wall(), ask_artifact, p };

	return p->query == NULL || filter_takes(&f);
}

/* False where it is none, or brings nothing and says that more comes. */
static bool take_items(struct pages *p, struct json *j)
{
	uint32_t items = reply_items(j, "items");
	uint32_t refused = reply_items(j, "refused");
	struct str next = reply_text(j, "next");

	if (refused != JSON_NONE)
		buf_slice(&p->refused, json_raw(j, refused));
	if (items == JSON_NONE || !reply_number(j, "total", &p->total) ||
		next.n >= sizeof(p->cursor) ||
		(next.n > 0 &&
			(j->node[items].count == 0 || str_is(next, p->cursor) ||
				p->count > p->total + MOST_CAME)))
		return false;
	for (uint32_t i = items + 1;
		i < j->node[items].next && (p->count < p->limit || p->query != NULL);
		i = j->node[i].next) {
		if (!is_wanted(p, j, i))
			continue;
		p->matched++;
		if (p->count == p->limit)
			continue;
		out_raw(&p->items, json_raw(j, i));
		p->count++;
	}
	p->cursor[0] = '\0';
	if (p->count < p->limit || p->query != NULL)
		snprintf(p->cursor, sizeof(p->cursor), "%.*s", STR_ARG(next));
	return true;
}

static enum status take_page(
	const struct args *a, struct pages *p, const struct buf *reply)
{
	struct json j = { 0 };
	bool ok = json_read(&j, reply->data, reply->len, REPLY_DEPTH, NULL) &&
		take_items(p, &j);

	json_fini(&j);
	return ok ? DONE : no_answer(a, "list");
}

/* `filter` is what the hub filters by, empty if it does not. */
static enum status fetch_pages(const struct args *a, struct pages *p, struct str filter)
{
	struct client *c = hub_open(a);
	struct buf request = { 0 }, reply = { 0 };
	enum status s = c != NULL ? DONE : NO_HUB;

	p->c = c;
	p->a = a;
	buf_str(&p->items, "[");
	while (s == DONE) {
		buf_reset(&request);
		buf_str(&request, "\"op\":\"list\",\"limit\":1000");
		out_key(&request, "what");
		out_text(&request, a->operand[0]);
		if (p->cursor[0] != '\0') {
			out_key(&request, "cursor");
			out_text(&request, p->cursor);
		}
		if (filter.n > 0) {
			out_key(&request, "filter");
			out_raw(&request, filter);
		}
		s = hub_ask(c, a, buf_view(&request), &reply);
		if (s == DONE)
			s = take_page(a, p, &reply);
		if (p->cursor[0] == '\0')
			break;
	}
	buf_str(&p->items, "]");
	if (p->query != NULL)
		p->total = p->matched;
	buf_fini(&p->shown);
	json_fini(&p->artifact);
	buf_fini(&request);
	buf_fini(&reply);
	client_close(c);
	return s;
}

/* Beside the heads of an empty table, which a script still finds where they were. */
static void say_nothing(const struct args *a)
{
	if (given(a, OPT_FILTER))
		fputs("nothing matches the filter\n", stderr);
	else if (strcmp(a->operand[0], "review") == 0)
		fputs("nothing waits\n", stderr);
	else
		fputs("there is none\n", stderr);
}

static struct str member_text(struct json *j, uint32_t object, const char *name)
{
	uint32_t n = json_member(j, object, name);

	return json_is(j, n, JSON_STRING) ? json_str(j, n) : STR("?");
}

/* They are not in the table: nobody knows which contract they would be. */
static void print_refused(struct str files)
{
	struct json j = { 0 };

	if (files.n == 0 || !json_read(&j, files.p, files.n, REPLY_DEPTH, NULL))
		return;
	for (uint32_t i = 1; i < j.node[0].next; i = j.node[i].next) {
		printf("refused: ");
		if (!str_is(member_text(&j, i, "file"), REFUSED_FOLDER)) {
			print_clean(member_text(&j, i, "file"));
			printf(": ");
		}
		print_clean(member_text(&j, i, "reason"));
		putchar('\n');
	}
	json_fini(&j);
}

enum status run_ls(const struct args *a)
{
	struct pages p = { .limit = SIZE_MAX, .list = a->operand[0] };
	struct buf exact = { 0 };
	struct query *query;
	enum status s;
	char names[200];
	bool ok;

	if (!print_knows_list(a->operand[0]))
		return usage_error(a, "no such list: %s; there are %s", a->operand[0],
			print_list_names(names));
	if (given(a, OPT_LIMIT)) {
		unsigned long long n;

		if (!read_number(a->value[OPT_LIMIT], 1, &n))
			return usage_error(a, "--limit is a number from 1");
		p.limit = n;
	}
	query = filter_compile(a, p.list, &ok);
	if (!ok)
		return USAGE;
	if (query == NULL || !query_is_exact(query, &exact))
		p.query = query;
	s = fetch_pages(a, &p, buf_view(&exact));
	query_free(query);
	buf_fini(&exact);
	if (s == DONE && given(a, OPT_JSON)) {
		struct buf line = { 0 };

		buf_fmt(&line, "{\"ok\":true,\"items\":%s,\"total\":%llu", p.items.data,
			(unsigned long long)p.total);
		if (p.refused.len > 0) {
			out_key(&line, "refused");
			out_raw(&line, buf_view(&p.refused));
		}
		buf_char(&line, '}');
		print_json(buf_view(&line));
		buf_fini(&line);
	} else if (s == DONE) {
		print_table(a->operand[0], buf_view(&p.items));
		if (p.count == 0)
			say_nothing(a);
		if (p.count < p.total)
			printf("%zu of %llu\n", p.count, (unsigned long long)p.total);
		print_refused(buf_view(&p.refused));
	}
	buf_fini(&p.items);
	buf_fini(&p.refused);
	return s;
}

/* --- show ------------------------------------------------------------------ */

static enum status print_shown(const struct args *a, struct str reply)
{
	struct json j = { 0 };
	uint32_t artifact = JSON_NONE;

	if (json_read(&j, reply.p, reply.n, REPLY_DEPTH, NULL))
		artifact = json_member(&j, 0, "artifact");
	if (artifact != JSON_NONE) {
		print_members(reply);
		print_breaks(reply);
		puts("\nartifact");
		print_json(json_raw(&j, artifact));
		print_history(reply);
	}
	json_fini(&j);
	return artifact != JSON_NONE ? DONE : no_answer(a, "show");
}

enum status run_show(const struct args *a)
{
	struct buf request = { 0 }, reply = { 0 };
	enum status s;

	buf_str(&request, "\"op\":\"show\"");
	out_key(&request, "handoff");
	out_text(&request, a->operand[0]);
	s = hub_ask_once(a, buf_view(&request), &reply);
	if (s == DONE && given(a, OPT_JSON))
		print_json(buf_view(&reply));
	else if (s == DONE)
		s = print_shown(a, buf_view(&reply));
	buf_fini(&request);
	buf_fini(&reply);
	return s;
}
