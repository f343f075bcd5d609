/* SPDX-License-Identifier: MIT */
#include "views/keep.h"

#include <stdio.h>

#include "base/json_out.h"
#include "base/text.h"
#include "views/ahead.h"

struct asked {
	const struct desk *d;
	const struct mesh *mesh;
};

void keep_fini(struct keep *k)
{
	buf_fini(&k->line);
}

static bool wants_copy(const struct desk_entry *e, const struct world *w)
{
	return e->action == ACTION_DISCARD && e->stage == DESK_PENDING && !e->copied &&
		w->tick >= e->due;
}

void keep_name(char out[48], int64_t now, const char *id)
{
	char time[32];
	size_t n = 0;

	time_format(now, time);
	for (const char *p = time; *p != '\0' && *p != '.'; p++) /* 20261123T031244Z */
		if (*p != '-' && *p != ':')
			out[n++] = *p;
	snprintf(out + n, 48 - n, "Z-%.8s", id);
}

static void begin(struct keep *k, const struct world *w, uint32_t batch, const char *id)
{
	k->batch = batch;
	k->at = k->lines = k->asked = 0;
	k->ended = false;
	k->since = w->tick;
	keep_name(k->name, w->now, id);
}

static void member(struct buf *b, const char *name, const char *value)
{
	out_key(b, name);
	out_text(b, value);
}

bool keep_letter(struct buf *b, const struct world *w, const struct keep_line *l)
{
	const struct handoff *h = handoff_at(
		w->mesh, mesh_find_handoff(w->mesh, str_of(l->bound->handoff)));
	struct buf event = { 0 };
	char digest[DIGEST_TEXT];
	bool here =
		h != NULL && w->event != NULL && w->event(w->event_arg, h->offer, &event);

	if (here) {
		digest_text(&l->bound->digest, digest);
		buf_char(b, '{');
		member(b, "handoff", h->id);
		out_key(b, "attempt");
		out_uint(b, l->bound->attempt);
		member(b, "digest", digest);
		member(b, "from", handoff_from(w->mesh, h));
		member(b, "to", handoff_to(w->mesh, h));
		member(b, "reason", h->reason);
		member(b, "detail", h->detail);
		member(b, "operator", l->operator_name);
		member(b, "note", l->note);
		out_key(b, "time");
		out_time(b, w->now);
		member(b, "epoch", l->epoch);
		out_key(b, "event");
		out_raw(b, buf_view(&event));
		buf_str(b, "}\n");
	}
	buf_fini(&event);
	return here;
}

/* False while its event is not here. */
static bool add_letter(struct keep *k, const struct desk_entry *e, const struct world *w)
{
	struct bound b = { .attempt = e->attempt, .digest = e->digest };

	text_copy(b.handoff, sizeof(b.handoff), str_of(e->handoff));
	return keep_letter(&k->line, w,
		&(struct keep_line){ .bound = &b,
			.operator_name = e->operator_name,
			.note = e->note,
			.epoch = e->epoch });
}

static uint32_t place_of(const void *arg, size_t i)
{
	const struct asked *a = arg;

	return i < a->d->n ? mesh_find_handoff(a->mesh, str_of(a->d->entry[i].handoff))
			   : NONE;
}

static struct desk_entry *first_of(struct desk *d, const struct world *w)
{
	for (size_t i = 0; i < d->n; i++)
		if (wants_copy(&d->entry[i], w))
			return &d->entry[i];
	return NULL;
}

/* Lines of those that are still to be discarded; false: one has to be waited for. */
static bool add_lines(struct keep *k, struct desk *d, const struct world *w)
{
	struct asked a = { d, w->mesh };
	size_t seen = 0;

	for (size_t i = 0; i < d->n && k->line.len < KEEP_LINES; i++) {
		struct desk_entry *e = &d->entry[i];

		if (e->batch != k->batch || seen++ < k->at)
			continue;
		if (wants_copy(e, w)) {
			if (!add_letter(k, e, w)) {
				ahead_ask(w, &k->asked, i, d->n, place_of, &a);
				return false;
			}
			k->lines++;
		}
		k->at++;
		k->since = w->tick;
	}
	return true;
}

bool keep_wish(struct keep *k, struct desk *d, const struct world *w, struct wish *out)
{
	struct desk_entry *e;
	bool here;

	if (k->ended || !world_can_act(w) || (e = first_of(d, w)) == NULL)
		return false;
	if (k->batch != e->batch)
		begin(k, w, e->batch, e->id);
	buf_reset(&k->line);
	here = add_lines(k, d, w);
	if (!here && k->line.len == 0) {
		if (w->tick - k->since > KEEP_PATIENCE)
			keep_done(k, d, w, false, "a letter's event does not come");
		return false;
	}
	*out = (struct wish){ .kind = WISH_KEEP,
		.line = buf_view(&k->line),
		.sync = here && k->line.len < KEEP_LINES };
	snprintf(out->text, sizeof(out->text), "%s", k->name);
	k->ended = out->sync;
	return true;
}

void keep_done(
	struct keep *k, struct desk *d, const struct world *w, bool ok, const char *why)
{
	for (size_t i = 0; i < d->n; i++) {
		struct desk_entry *e = &d->entry[i];

		if (e->batch != k->batch || !wants_copy(e, w))
			continue;
		if (ok) {
			e->copied = true;
		} else {
			snprintf(e->why, sizeof(e->why), "no copy: %.180s", why);
			e->stage = DESK_NOT_SENT;
			e->moved = w->tick;
		}
	}
	k->batch = 0;
	k->ended = false;
}

void line_take(struct json *j, const char *name, char *to, size_t room)
{
	uint32_t n = json_member(j, 0, name);

	text_copy(to, room, json_is(j, n, JSON_STRING) ? json_str(j, n) : STR(""));
}
