/* SPDX-License-Identifier: MIT */
/*
 * The operation `show`. A history may be of any length and a reply may not. Where
 * it does not fit, large events are shortened, and then the oldest of those that
 * decided nothing are left out; the reply says both: docs/PROTOCOL.md, "Control".
 */
#include <stdlib.h>

#include "base/mem.h"
#include "bus/hub_own.h"

#define SHOW_BYTES ((size_t)7 << 20) /* of 8 MiB that a reply may have */
#define CUT_OVER ((size_t)2 << 10)   /* an event of more is shortened */
#define CUT_VALUE ((size_t)1 << 10)  /* a member of more is shortened, or left out */
#define CUT_DATA ((size_t)12 << 10)  /* of `data` in one that is shortened */

/* --- shortened events ------------------------------------------------------- */

static bool ends_character(struct str s, size_t n)
{
	return n == s.n || ((unsigned char)s.p[n] & 0xc0) != 0x80;
}

/* A text that is too long loses its end, anything else that is stands as null. */
static void out_short(struct buf *b, struct json *j, uint32_t value)
{
	struct str raw = json_raw(j, value), text;
	size_t n = CUT_VALUE;

	if (raw.n <= CUT_VALUE) {
		out_raw(b, raw);
	} else if (json_is(j, value, JSON_STRING)) {
		text = json_str(j, value);
		if (n > text.n)
			n = text.n;
		while (!ends_character(text, n))
			n--;
		out_str(b, (struct str){ text.p, n });
	} else {
		out_null(b);
	}
}

static void out_short_data(struct buf *b, struct json *j, uint32_t data)
{
	size_t from = b->len;

	out_open(b, '{');
	for (uint32_t key = data + 1;
		key < j->node[data].next && b->len - from < CUT_DATA;
		key = j->node[key + 1].next) {
		out_raw(b, json_raw(j, key));
		buf_char(b, ':');
		out_short(b, j, key + 1);
	}
	out_close(b, '}');
}

/* The attributes of docs/PROTOCOL.md and `data`, each shortened, and `cut`. */
static void cut_event(struct buf *b, struct json *j)
{
	static const char *const kept[] = { "specversion", "id", "source", "type",
		"subject", "time", "run", "sequence", "dataschema", "recordedtime",
		"hubsequence" };
	uint32_t data = json_member(j, 0, "data");

	out_open(b, '{');
	for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++) {
		uint32_t n = json_member(j, 0, kept[i]);

		if (n == JSON_NONE)
			continue;
		out_key(b, kept[i]);
		out_short(b, j, n);
	}
	if (json_is(j, data, JSON_OBJECT)) {
		out_key(b, "data");
		out_short_data(b, j, data);
	}
	out_key(b, "cut");
	out_bool(b, true);
	out_close(b, '}');
}

/* --- history ---------------------------------------------------------------- */

struct told {       /* one event of a history, as it goes out */
	char *text; /* NULL: left out */
	size_t n;
	bool decides;
	enum standing standing;
};

struct history {
	struct hub *h;
	const struct handoff *x;
	struct past *past; /* sorted by hubsequence */
	size_t pasts;
	struct json j;
	struct told *told; /* oldest first */
	size_t n, cap;
	size_t bytes, room;
	size_t next[2]; /* the first that may be left out: of the others, of `decides` */
	uint64_t left_out;
	uint64_t unreadable; /* the event that is no JSON any more, 0 */
	bool tight;          /* not all of it fits: what is large is shortened */
};

static int by_sequence(const void *a, const void *b)
{
	const struct past *x = a, *y = b;

	return x->hubsequence < y->hubsequence ? -1 : x->hubsequence > y->hubsequence;
}

/* What waited for its offer stands behind it in the mesh: here all is in hub order. */
static void sort_past(struct history *y)
{
	y->pasts = y->x->pasts;
	y->past = xmalloc((y->pasts + 1) * sizeof(*y->past));
	memcpy(y->past, y->x->past, y->pasts * sizeof(*y->past));
	if (y->pasts > 0)
		qsort(y->past, y->pasts, sizeof(*y->past), by_sequence);
}

static const struct past *past_of(const struct history *y, uint64_t hubsequence)
{
	struct past key = { .hubsequence = hubsequence };

	return y->pasts == 0 ? NULL
			     : bsearch(&key, y->past, y->pasts, sizeof(key), by_sequence);
}

/* Who decided what, and what came of nobody deciding: that is never let go first. */
static bool decides(enum event_type type)
{
	return type == EV_HELD || type == EV_FALLBACK || event_kinds[type].decision;
}

static void shorten(struct history *y, struct told *t)
{
	struct buf b = { 0 };

	if (t->text == NULL || t->n <= CUT_OVER ||
		!json_read(&y->j, t->text, t->n, EVENT_DEPTH + 2, NULL))
		return;
	cut_event(&b, &y->j);
	if (b.len >= t->n) {
		buf_fini(&b);
		return;
	}
	y->bytes -= t->n - b.len;
	free(t->text);
	t->n = b.len;
	t->text = buf_steal(&b);
}

/* The oldest that decided nothing; where there is none, the oldest at all. */
static void leave_out(struct history *y)
{
	for (int i = 0; i < 2; i++) {
		while (y->next[i] < y->n &&
			(y->told[y->next[i]].text == NULL ||
				y->told[y->next[i]].decides != (i == 1)))
			y->next[i]++;
		if (y->next[i] == y->n)
			continue;
		y->bytes -= y->told[y->next[i]].n;
		free(y->told[y->next[i]].text);
		y->told[y->next[i]].text = NULL;
		y->left_out++;
		return;
	}
}

static void make_room(struct history *y)
{
	if (!y->tight && y->bytes > y->room) {
		y->tight = true;
		for (size_t i = 0; i < y->n; i++)
			shorten(y, &y->told[i]);
	} else if (y->tight) {
		shorten(y, &y->told[y->n - 1]);
	}
	while (y->bytes > y->room)
		leave_out(y);
}

static bool add_history(void *user, uint64_t hubsequence, struct str event)
{
	struct history *y = user;
	const struct past *p = past_of(y, hubsequence);
	struct told *t;

	if (hubsequence > y->h->mesh->hubsequence)
		return false;
	if (!json_read(&y->j, event.p, event.n, EVENT_DEPTH + 2, NULL)) {
		y->unreadable = hubsequence;
		return false;
	}
	xgrow(&y->told, &y->cap, y->n + 1, sizeof(*y->told));
	t = &y->told[y->n++];
	*t = (struct told){ .text = xmemdup(event.p, event.n),
		.n = event.n,
		/* an event of an attempt that nobody has offered yet */
		.standing = p != NULL ? (enum standing)p->standing : STANDING_EARLY,
		.decides = p != NULL && decides((enum event_type)p->type) };
	y->bytes += event.n;
	make_room(y);
	return true;
}

static void out_told(struct buf *b, const struct told *t)
{
	if (t->text == NULL)
		return;
	if (t->standing == STANDING_APPLIED) {
		out_raw(b, (struct str){ t->text, t->n });
		return;
	}
	/* `standing` is put in as the last member */
	out_raw(b, (struct str){ t->text, t->n - 1 });
	buf_fmt(b, ",\"standing\":\"%s\"}", standing_name(t->standing));
}

static void out_history(struct history *y, struct buf *b)
{
	out_key(b, "history");
	out_open(b, '[');
	for (size_t i = 0; i < y->n; i++)
		out_told(b, &y->told[i]);
	out_close(b, ']');
	out_key(b, "left_out");
	out_uint(b, y->left_out);
}

/* All that the hub told of where it breaks its schema, as it stands in the journal. */
static void out_breaks(struct hub *h, struct buf *b, const struct handoff *x)
{
	uint64_t flagged = handoff_flagged(x);
	struct buf line = { 0 };
	struct json j = { 0 };
	uint32_t list = JSON_NONE;

	if (flagged != 0 && hub_event(h, flagged, &line, &j))
		list = json_pointer(&j, 0, STR("/data/violations"));
	out_key(b, "breaks");
	if (json_is(&j, list, JSON_ARRAY))
		out_raw(b, json_raw(&j, list));
	else
		out_raw(b, STR("[]"));
	json_fini(&j);
	buf_fini(&line);
}

/* What the offer named, whether or not it holds, and what would: in force, of its edge.
 */
static void out_named(struct hub *h, struct buf *b, const struct handoff *x)
{
	const struct registry *r = &h->mesh->contracts;
	struct str from = str_of(handoff_from(h->mesh, x)),
		   to = str_of(handoff_to(h->mesh, x)), name = { 0 };
	struct buf line = { 0 }, words = { 0 };
	struct json j = { 0 };
	uint32_t n;

	if (hub_event(h, x->offer, &line, &j)) {
		n = json_member(&j, 0, "dataschema");
		name = json_is(&j, n, JSON_STRING) ? json_str(&j, n) : name;
	}
	if (str_starts(name, "contract:"))
		name = str_skip(name, strlen("contract:"));
	out_key(b, "named");
	if (name.n > 0)
		out_str(b, name);
	else
		out_null(b);
	json_fini(&j);
	buf_fini(&line);
	out_key(b, "edge_contracts");
	out_open(b, '[');
	for (uint32_t i = 0; i < r->count; i++) {
		if (r->entry[i].in_force &&
			contract_names(r->entry[i].contract, from, to))
			out_text(b, r->entry[i].contract->id);
	}
	out_close(b, ']');
	handoff_untaken(&words, h->mesh, x);
	out_key(b, "not_taken");
	out_text(b, words.len > 0 ? words.data : NULL);
	buf_fini(&words);
}

static void history_fini(struct history *y)
{
	for (size_t i = 0; i < y->n; i++)
		free(y->told[i].text);
	free(y->told);
	free(y->past);
	json_fini(&y->j);
}

void op_show(struct hub *h, struct request *r)
{
	struct history y = { .h = h };
	struct str id;
	struct err e;
	uint32_t i;

	if (!need_id(r, "handoff", &id))
		return;
	i = mesh_find_handoff(h->mesh, id);
	if (i == NONE) {
		reply_error(r, "not_found", "nobody has offered this handoff");
		return;
	}
	y.x = handoff_there(h->mesh, i);
	if (y.x->past[y.x->pasts - 1].hubsequence > h->committed) {
		r->deferred = true;
		return;
	}
	sort_past(&y);
	reply_ok(r);
	item_members(r->out, h, i);
	if (!out_artifact(h, r->out, y.x->offer)) {
		if (hub_met_damage(h)) {
			reply_error(r, "unavailable", "%s", h->care.damage.text);
			goto out;
		}
		out_key(r->out, "artifact");
		out_null(r->out);
	}
	out_note_texts(r->out, mesh_noted_handoff(h->mesh, y.x));
	out_named(h, r->out, y.x);
	out_breaks(h, r->out, y.x);
	y.room = SHOW_BYTES - r->out->len;
	if (h->reader != NULL &&
		!journal_read_handoff(h->reader, str_of(y.x->id), add_history, &y, &e)) {
		hub_met_damage(h);
		reply_error(r, "unavailable", "%s", e.text);
	} else if (y.unreadable != 0) {
		hub_say_damage(h, y.unreadable);
		reply_error(r, "unavailable", "%s", h->care.damage.text);
	} else {
		out_history(&y, r->out);
	}
out:
	history_fini(&y);
}
