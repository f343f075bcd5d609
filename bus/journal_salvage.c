/* SPDX-License-Identifier: MIT */
#include "bus/journal_salvage.h"

#include <stdio.h>

#include "bus/journal_own.h"

#define STRETCH 5000 /* rows between two looks at whether to let go */
#define BEYOND ((uint64_t)1 << 62)

struct salvaging {
	struct journal *j;
	const struct salvage *s;
	sqlite3_stmt *rows;
	uint64_t at; /* the last row that was given */
	bool stopped;
};

static struct str text_of(sqlite3_stmt *s, int column)
{
	return (struct str){ (const char *)sqlite3_column_text(s, column),
		(size_t)sqlite3_column_bytes(s, column) };
}

static struct journal_text row_of(sqlite3_stmt *s)
{
	return (struct journal_text){
		.hubsequence = (uint64_t)sqlite3_column_int64(s, 0),
		.recordedtime = text_of(s, 1),
		.source = text_of(s, 2),
		.id = text_of(s, 3),
		.type = text_of(s, 4),
		.subject = text_of(s, 5),
		.handoff = text_of(s, 6),
		.attempt = sqlite3_column_int64(s, 7),
		.standing = text_of(s, 8),
		.event = text_of(s, 9),
	};
}

static void aim(struct salvaging *v, uint64_t after, int limit)
{
	sqlite3_reset(v->rows);
	sqlite3_bind_int64(v->rows, 1, (sqlite3_int64)after);
	sqlite3_bind_int(v->rows, 2, limit);
}

/* Rows above v->at: SQLITE_ROW if there may be more, SQLITE_DONE, or what failed. */
static int give_stretch(struct salvaging *v)
{
	int rc, n = 0;

	aim(v, v->at, STRETCH);
	while ((rc = sqlite3_step(v->rows)) == SQLITE_ROW) {
		struct journal_text row = row_of(v->rows);

		/* a damaged page may lead anywhere, also back */
		if (row.hubsequence <= v->at || row.hubsequence >= BEYOND)
			return SQLITE_CORRUPT;
		v->at = row.hubsequence;
		n++;
		if (!v->s->row(v->s->user, &row)) {
			v->stopped = true;
			return SQLITE_DONE;
		}
	}
	return rc == SQLITE_DONE && n == STRETCH ? SQLITE_ROW : rc;
}

/* The first row above `after`: SQLITE_ROW and which, SQLITE_DONE, or what failed. */
static int first_above(struct salvaging *v, uint64_t after, uint64_t *found)
{
	int rc;

	aim(v, after, 1);
	rc = sqlite3_step(v->rows);
	*found = rc == SQLITE_ROW ? (uint64_t)sqlite3_column_int64(v->rows, 0) : 0;
	if (rc == SQLITE_ROW && (*found <= after || *found >= BEYOND))
		rc = SQLITE_CORRUPT;
	sqlite3_reset(v->rows);
	return rc;
}

static bool reads(int rc)
{
	return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

/*
 * Over what cannot be read: ever wider steps until a row can be, then back to the
 * nearest. 0: none behind it.
 */
static uint64_t next_readable(struct salvaging *v)
{
	uint64_t bad = v->at, good = 0, found = 0, k;

	for (uint64_t step = 1; step < BEYOND && good == 0; step *= 2) {
		if (v->at + step >= BEYOND)
			return 0;
		if (reads(first_above(v, v->at + step, &found)))
			good = v->at + step;
		else
			bad = v->at + step;
	}
	while (good > bad + 1) {
		uint64_t middle = bad + (good - bad) / 2;

		if (reads(first_above(v, middle, &k))) {
			good = middle;
			found = k;
		} else {
			bad = middle;
		}
	}
	return found;
}

/* True if there is something behind what cannot be read. */
static bool leap(struct salvaging *v)
{
	char why[200];
	uint64_t next;

	snprintf(why, sizeof(why), "%s", sqlite3_errmsg(v->j->db));
	next = next_readable(v);
	v->s->gap(v->s->user, v->at, next, why);
	if (next != 0)
		v->at = next - 1;
	return next != 0;
}

bool journal_salvage(struct journal *j, const struct salvage *s)
{
	struct salvaging v = { .j = j, .s = s };
	int rc = sqlite3_prepare_v2(j->db,
		"SELECT hubsequence, recordedtime, source, id, type, subject, handoff,"
		" attempt, standing, event FROM events WHERE hubsequence > ? "
		"ORDER BY hubsequence LIMIT ?",
		-1, &v.rows, NULL);

	if (rc != SQLITE_OK) {
		s->gap(s->user, 0, 0, sqlite3_errmsg(j->db));
		return true;
	}
	do {
		rc = give_stretch(&v);
	} while (rc == SQLITE_ROW || (!reads(rc) && leap(&v)));
	sqlite3_finalize(v.rows);
	return !v.stopped;
}
