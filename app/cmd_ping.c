/* SPDX-License-Identifier: MIT */
/* `seam ping`: one line for people, an exit status for programs. */
#include <stdio.h>

#include "app/commands.h"
#include "app/print.h"
#include "app/shell_client.h"
#include "base/clock.h"
#include "base/json_out.h"

#define BEAT_MS 5000 /* there is one a second */

struct ping {
	struct buf reply, beat;
	struct json j, b;
	double after; /* seconds until the beat came */
};

/* The reply as it came, and the beat as a member of it. */
static void print_both(struct ping *p)
{
	struct buf all = { 0 };

	buf_add(&all, p->reply.data, p->reply.len - 1); /* without its brace */
	out_key(&all, "beat_after");
	out_real(&all, p->after);
	out_key(&all, "beat");
	out_raw(&all, buf_view(&p->beat));
	out_close(&all, '}');
	print_json(buf_view(&all));
	buf_fini(&all);
}

static void print_line(struct ping *p)
{
	struct str note = reply_text(&p->b, "journal_note"), folder;
	uint64_t refused;

	print_clean(reply_text(&p->j, "name"));
	printf(" lives: a beat came after %.1f s, journal ", p->after);
	print_clean(reply_text(&p->b, "journal"));
	if (note.n > 0) {
		printf(" (");
		print_clean(note);
		putchar(')');
	}
	printf(", ");
	print_clean(reply_text(&p->b, "hubsequence"));
	printf(" events, seam ");
	print_clean(reply_text(&p->j, "version"));
	printf(", events ");
	print_clean(reply_text(&p->j, "events"));
	printf(", feed ");
	print_clean(reply_text(&p->j, "feed"));
	putchar('\n');
	folder = reply_text(&p->j, "contracts_folder");
	/* it lives all the same, and does what the files said before */
	if (folder.n > 0) {
		print_clean(folder);
		putchar('\n');
	} else if (reply_number(&p->j, "refused_files", &refused) && refused > 0)
		printf("%llu contract file%s refused: seam ls contracts\n",
			(unsigned long long)refused, refused == 1 ? " is" : "s are");
}

/* Whether a lane is among those that ask for keys. */
static bool lane_asks(struct json *j, const char *lane)
{
	uint32_t keys = reply_items(j, "keys");

	for (uint32_t i = keys + 1; keys != JSON_NONE && i < j->node[keys].next;
		i = j->node[i].next) {
		if (json_is(j, i, JSON_STRING) && str_is(json_str(j, i), lane))
			return true;
	}
	return false;
}

static enum status listen(const struct args *a, struct client *c, struct ping *p)
{
	int64_t began = clock_mono();
	struct buf feed = { 0 };
	struct err e;
	bool came;

	if (!json_read(&p->j, p->reply.data, p->reply.len, REPLY_DEPTH, &e))
		return fail_with(
			a, NO_HUB, "no_hub", "the answer cannot be read: %s", e.text);
	buf_str(&feed, "");
	buf_slice(&feed, reply_text(&p->j, "feed"));
	came = client_beat(c, feed.data, lane_asks(&p->j, "feed"), &p->beat, BEAT_MS, &e);
	buf_fini(&feed);
	if (!came)
		return fail_with(a, NO_HUB, "no_beat", "%s", e.text);
	p->after = (double)((clock_mono() - began) / 1000) / 1000;
	if (!json_read(&p->b, p->beat.data, p->beat.len, REPLY_DEPTH, &e))
		return fail_with(
			a, NO_HUB, "no_beat", "the beat cannot be read: %s", e.text);
	return DONE;
}

enum status run_ping(const struct args *a)
{
	struct client *c = hub_open(a);
	struct ping p = { 0 };
	enum status s = NO_HUB;

	if (c != NULL)
		s = hub_ask(c, a, STR("\"op\":\"ping\""), &p.reply);
	if (s == DONE)
		s = listen(a, c, &p);
	if (s == DONE && given(a, OPT_JSON))
		print_both(&p);
	else if (s == DONE)
		print_line(&p);
	json_fini(&p.j);
	json_fini(&p.b);
	buf_fini(&p.reply);
	buf_fini(&p.beat);
	client_close(c);
	return s;
}
