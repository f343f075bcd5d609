/* SPDX-License-Identifier: MIT */
/* The operations `mute` and `unmute`: docs/PROTOCOL.md, "Mutes". */
#include "base/text.h"
#include "bus/hub_own.h"

#define LONGEST (24 * 60 * MINUTE)
#define MOST_NAME 128  /* bytes of an operator */
#define MOST_NOTE 4096 /* bytes */

struct muting {
	enum mute_what what;
	struct str name, operator_name, note;
	int64_t until;
};

static bool malformed(struct request *r, const char *what)
{
	reply_error(r, "malformed", "%s", what);
	return false;
}

/* A name that nobody bears would mute nothing, and look as if it did. */
static bool is_there(const struct mesh *m, const struct muting *u)
{
	const char *by = u->name.n > 0 ? memchr(u->name.p, '>', u->name.n) : NULL;
	struct str from = u->name;
	uint32_t a, b;

	if (u->what == MUTE_AGENT)
		return mesh_find_agent(m, u->name) != NONE;
	if (by == NULL)
		return false;
	from.n = (size_t)(by - from.p);
	a = mesh_find_agent(m, from);
	b = mesh_find_agent(m, str_skip(u->name, from.n + 1));
	return a != NONE && b != NONE && mesh_find_edge(m, a, b) != NONE;
}

static bool take_what(struct hub *h, struct request *r, struct muting *u)
{
	struct str what;

	if (!want_string(r, "what", &what) || !want_string(r, "name", &u->name) ||
		!need_operator(r, &u->operator_name) || !want_string(r, "note", &u->note))
		return false;
	u->what = mute_what_named(what);
	if (u->what == MUTE_WHATS)
		return malformed(r, "\"what\" must be agent or edge");
	if (u->note.n > MOST_NOTE)
		return malformed(r, "\"note\" has at most 4096 bytes");
	if (is_there(h->mesh, u))
		return true;
	reply_error(r, "not_found", "there is no %s \"%.*s\"", mute_what_name(u->what),
		u->name.n < 140 ? (int)u->name.n : 140,
		u->name.p != NULL ? u->name.p : "");
	return false;
}

/* `until`, or `seconds` from now. */
static bool take_until(struct hub *h, struct request *r, struct muting *u)
{
	int64_t now = hub_now(h);
	double seconds = 0;
	struct str until;

	if (!want_string(r, "until", &until) ||
		!want_number(r, "seconds", 1, (double)LONGEST / SECOND, &seconds))
		return false;
	if ((until.p != NULL) == (seconds > 0))
		return malformed(r, "either \"seconds\" or \"until\" says how long");
	u->until = now + (int64_t)(seconds * (double)SECOND);
	if (until.p != NULL && !time_parse(until, &u->until))
		return malformed(r, "\"until\" must be a time as in RFC 3339");
	if (u->until <= now || u->until > now + LONGEST)
		return malformed(r, "\"until\" must be at most 24 hours ahead");
	return true;
}

static uint64_t journal_mute(struct hub *h, enum event_type type, const struct muting *u)
{
	struct buf *b = hub_data(h, NONE);

	out_key(b, "what");
	out_text(b, mute_what_name(u->what));
	out_key(b, "name");
	out_str(b, u->name);
	if (u->until != 0) {
		out_key(b, "until");
		out_time(b, u->until);
	}
	out_key(b, "operator");
	out_str(b, u->operator_name);
	if (u->note.n > 0) {
		out_key(b, "note");
		out_str(b, u->note);
	}
	out_close(b, '}');
	return hub_emit(h, type, (struct str){ 0 }, buf_view(b));
}

static void answer(struct request *r, uint64_t recorded, int64_t until)
{
	reply_ok(r);
	out_key(r->out, "recorded");
	out_digits(r->out, recorded);
	if (until != 0) {
		out_key(r->out, "until");
		out_time(r->out, until);
	}
}

void op_mute(struct hub *h, struct request *r)
{
	struct muting u = { .until = 0 };
	int64_t now = hub_now(h);

	if (!take_what(h, r, &u) || !take_until(h, r, &u))
		return;
	if (mesh_mutes(h->mesh, now) >= MUTES_MOST &&
		mesh_find_mute(h->mesh, u.what, u.name, now) == NULL)
		reply_error(
			r, "not_allowed", "%d mutes are in force already", MUTES_MOST);
	else
		answer(r, journal_mute(h, EV_MUTE_SET, &u), u.until);
}

void op_unmute(struct hub *h, struct request *r)
{
	struct muting u = { .until = 0 };

	if (!take_what(h, r, &u))
		return;
	if (mesh_find_mute(h->mesh, u.what, u.name, hub_now(h)) == NULL)
		reply_error(r, "not_found", "it is not muted");
	else
		answer(r, journal_mute(h, EV_MUTE_ENDED, &u), 0);
}
