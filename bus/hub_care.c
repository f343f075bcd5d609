/* SPDX-License-Identifier: MIT */
/*
 * Care of the journal's file while the hub runs: spare pages are given back in slices
 * when somebody asks for it, the WAL is emptied when it is quiet, a WAL that somebody
 * holds open and damage that was met are said, here and on every console.
 */
#include "bus/hub_own.h"
#include "bus/journal_care.h"

#define SLICE (4 * SECOND / 1000) /* of giving back; the last pages may take one more */
#define REST 4                    /* slices of rest behind one */
#define LOOK (3 * SECOND)         /* at the WAL */
#define WAL_LONG ((uint64_t)256 << 20)
#define WAL_SHORT ((uint64_t)1 << 20) /* not worth the work; it has 4 MB at any load */
#define QUIET (5 * SECOND)            /* without a commit */

/* --- what the writer is given to do ---------------------------------------- */

static bool give_back(struct journal *j, struct err *e)
{
	return journal_give_back(j, SLICE, e);
}

/* Somebody reads in it: another time. */
static bool empty_wal(struct journal *j, struct err *e)
{
	journal_empty_wal(j, e);
	return true;
}

batch_chore *hub_chore(struct hub *h)
{
	struct care *c = &h->care;

	if (h->reader == NULL || h->failed || h->stop || clock_mono() < c->chore_at)
		return NULL;
	if (c->vacuum)
		return give_back;
	if (c->wal > WAL_SHORT && h->turn - c->committed_at > QUIET) {
		c->chore_at = h->turn + QUIET;
		return empty_wal;
	}
	return NULL;
}

void hub_chore_done(struct hub *h, const struct batch *b)
{
	struct journal_size size = { 0 };

	if (b->chore != give_back)
		return;
	if (!b->written || !journal_size(h->reader, &size, NULL) || size.spare == 0) {
		h->care.vacuum = false;
		if (!b->written)
			hub_log(h, "spare pages are not given back: %s", b->err.text);
	}
	h->care.chore_at = clock_mono() + REST * SLICE;
}

/* --- what is said ---------------------------------------------------------- */

static void watch_wal(struct hub *h)
{
	struct care *c = &h->care;

	c->wal = journal_wal_bytes(h->reader);
	if (c->wal > WAL_LONG && !c->wal_said) {
		c->wal_said = true;
		hub_log(h,
			"%s-wal has %llu MB: something has been reading the journal for "
			"long and keeps it from shrinking; find it (fuser -v %s-wal) and "
			"end it",
			journal_path(h->reader), (unsigned long long)(c->wal >> 20),
			journal_path(h->reader));
	} else if (c->wal < WAL_LONG / 2 && c->wal_said) {
		c->wal_said = false;
		hub_log(h, "%s-wal is short again", journal_path(h->reader));
	}
}

void hub_care(struct hub *h)
{
	if (h->reader == NULL || h->turn < h->care.look_at)
		return;
	h->care.look_at = h->turn + LOOK;
	watch_wal(h);
}

static void say_damage(struct hub *h, const struct err *e)
{
	if (h->care.damage.text[0] == '\0')
		hub_log(h, "%s", e->text);
	h->care.damage = *e;
}

bool hub_event(struct hub *h, uint64_t hubsequence, struct buf *out, struct json *j)
{
	h->care.unreadable = false;
	if (h->reader == NULL || !journal_event(h->reader, hubsequence, out))
		return false;
	h->care.unreadable = !json_read(j, out->data, out->len, EVENT_DEPTH + 2, NULL);
	if (h->care.unreadable)
		hub_say_damage(h, hubsequence);
	return !h->care.unreadable;
}

bool hub_met_damage(struct hub *h)
{
	struct err e;

	if (h->reader == NULL || !journal_read_failed(h->reader, &e))
		return h->care.unreadable;
	say_damage(h, &e);
	return true;
}

void hub_say_damage(struct hub *h, uint64_t hubsequence)
{
	struct err e;

	err_set(&e,
		"journal: event %llu cannot be read; seam check --journal %s says what "
		"to do",
		(unsigned long long)hubsequence, journal_path(h->reader));
	say_damage(h, &e);
}

void out_journal_note(const struct hub *h, struct buf *b)
{
	char text[120];

	if (h->care.damage.text[0] != '\0') {
		out_text(b, h->care.damage.text);
	} else if (h->mesh->audit.broken != 0) {
		snprintf(text, sizeof(text),
			"the operators' log is broken at %llu: seam audit --verify",
			(unsigned long long)h->mesh->audit.broken);
		out_text(b, text);
	} else if (h->care.wal_said) {
		snprintf(text, sizeof(text),
			"its WAL has %llu MB: a reader holds it open",
			(unsigned long long)(h->care.wal >> 20));
		out_text(b, text);
	} else {
		out_null(b);
	}
}

/* --- vacuum ---------------------------------------------------------------- */

void op_vacuum(struct hub *h, struct request *r)
{
	bool only_asks = json_is(r->j, json_member(r->j, 0, "ask"), JSON_TRUE);
	struct journal_size size;
	struct err e;

	if (h->reader == NULL) {
		reply_error(r, "not_found", "this hub keeps no journal");
		return;
	}
	if (!journal_size(h->reader, &size, &e)) {
		reply_error(r, "unavailable", "%s", e.text);
		return;
	}
	if (!only_asks && !h->care.vacuum && size.spare > 0)
		h->care.vacuum = true;
	reply_ok(r);
	out_key(r->out, "bytes");
	out_uint(r->out, size.bytes);
	out_key(r->out, "spare");
	out_uint(r->out, size.spare);
	out_key(r->out, "running");
	out_bool(r->out, h->care.vacuum);
}
