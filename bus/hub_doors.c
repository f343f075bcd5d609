/* SPDX-License-Identifier: MIT */
/* What strangers, and who only behaves like one, may cost the hub: bounds, and counts. */
#include "bus/hub_doors.h"

#include <time.h>

#define KEPT_BYTES ((size_t)64 << 10) /* of one that is quarantined */
#define KEPT_RATE ((double)(256 << 10))
#define KEPT_BURST ((double)(4 << 20)) /* of one key, or one lane without keys */
#define KEPT_ALL_RATE ((double)(1 << 20))
#define KEPT_ALL_BURST ((double)(16 << 20))
#define SAY (10 * SECOND) /* between two words about connections that were ended */

/* --- connections ----------------------------------------------------------- */

static void say(struct hub *h, enum toll toll, const struct doors_news *n)
{
	struct costs *c = &h->costs;

	c->unsaid += n->count;
	if (h->turn < c->say_at)
		return;
	c->say_at = h->turn + SAY;
	hub_log(h, "%llu connections were turned away or ended; the last, from %s: %s",
		(unsigned long long)c->unsaid, n->address, toll_name(toll));
	c->unsaid = 0;
}

void hub_doors_turn(struct hub *h)
{
	struct doors_news n;

	for (enum toll t = TOLL_CONNECTIONS; t < TOLLS; t++) {
		if (doors_count(t) == h->costs.seen[t] || !doors_take_news(t, &n))
			continue;
		h->costs.seen[t] += n.count;
		if (h->guarded[n.lane])
			hub_deny_address(h, n.address, toll_name(t), n.count);
		if (t != TOLL_UNFINISHED)
			say(h, t, &n);
	}
}

/* --- what is kept of what is no event --------------------------------------- */

size_t hub_kept_of(struct hub *h, size_t n)
{
	struct costs *c = &h->costs;
	double kept = (double)(n < KEPT_BYTES ? n : KEPT_BYTES);

	if (allowance_take(&c->kept[h->speaks % KEEPERS], h->turn, KEPT_RATE, KEPT_BURST,
		    kept) &&
		allowance_take(
			&c->kept_all, h->turn, KEPT_ALL_RATE, KEPT_ALL_BURST, kept))
		return (size_t)kept;
	c->unkept++;
	return 0;
}

/* --- requests that wait ---------------------------------------------------- */

#define MOST_WAITERS 10000

/* All connections of a key are one; no routing id that libzmq gives out begins so. */
static struct outbox *box_of(struct hub *h, const struct peer *p)
{
	char key[16];

	if (!h->guarded[LANE_CONTROL])
		return outbox_of(h->outboxes, (struct str){ p->id, p->n });
	snprintf(key, sizeof(key), "key %08x", p->who);
	return outbox_of(h->outboxes, str_of(key));
}

bool hub_may_wait(struct hub *h, const struct peer *p)
{
	if (h->waiting < MOST_WAITERS && outbox_may_wait(box_of(h, p)))
		return true;
	h->costs.waits++;
	return false;
}

struct outbox *hub_begin_wait(struct hub *h, const struct peer *p)
{
	struct outbox *o = box_of(h, p);

	outbox_wait(o);
	return o;
}

/* --- pages ----------------------------------------------------------------- */

#define PAGES_RATE 0.1 /* seconds of work a second */
#define PAGES_BURST 1.0
#define SHORT_PAGE 1000 /* microseconds */
#define LONG_PAGE 2000  /* a page of more than the usual length: others wait for it */
#define USUAL_PAGE 1000 /* events */
#define NO_END 1e9

static int64_t worked(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (int64_t)t.tv_sec * SECOND + t.tv_nsec / 1000;
}

static struct allowance *pages_of(struct hub *h, const struct peer *p)
{
	uint64_t who =
		h->guarded[LANE_CONTROL] ? p->who : hash64((struct str){ p->id, p->n });

	return &h->costs.pages[who % KEEPERS];
}

void hub_page_begin(struct hub *h, const struct peer *p)
{
	h->costs.page_short =
		!allowance_take(pages_of(h, p), h->turn, PAGES_RATE, PAGES_BURST, 0);
	h->costs.page_began = worked();
}

bool hub_page_ends(const struct hub *h, uint64_t count)
{
	if (h->costs.page_short)
		return worked() - h->costs.page_began > SHORT_PAGE;
	return count >= USUAL_PAGE && count % 64 == 0 &&
		worked() - h->costs.page_began > LONG_PAGE;
}

void hub_page_done(struct hub *h, const struct peer *p)
{
	double took = (double)(worked() - h->costs.page_began) / 1e6;

	allowance_take(pages_of(h, p), h->turn, PAGES_RATE, NO_END, took);
}

/* --- counters -------------------------------------------------------------- */

static uint64_t count_at(const struct hub *h, unsigned i)
{
	switch (i) {
	case TOLLS:
		return h->costs.unkept;
	case TOLLS + 1:
		return h->costs.waits;
	case TOLLS + 2:
		return h->vitals.unread;
	case TOLLS + 3:
		return hub_lines_left_out();
	case TOLLS + 4:
		return h->costs.malformed;
	default:
		return doors_count((enum toll)i);
	}
}

const char *hub_turned_away(const struct hub *h, unsigned i, uint64_t *count)
{
	static const char *const names[] = { "quarantine", "waits", "requests", "lines",
		"malformed" };

	if (i >= TOLLS + sizeof(names) / sizeof(*names))
		return NULL;
	*count = count_at(h, i);
	return i < TOLLS ? toll_name((enum toll)i) : names[i - TOLLS];
}

void out_turned_away(struct buf *b, const struct hub *h)
{
	const char *name;
	uint64_t count;

	out_key(b, "turned_away");
	out_open(b, '{');
	for (unsigned i = 0; (name = hub_turned_away(h, i, &count)) != NULL; i++) {
		out_key(b, name);
		out_uint(b, count);
	}
	out_close(b, '}');
}
