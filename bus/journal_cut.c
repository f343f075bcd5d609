/* SPDX-License-Identifier: MIT */
/* What retention asks of the journal, and what stays in it whatever is cut: the log's
 * head. */
#include <sqlite3.h>

#include "base/clock.h"
#include "base/digest.h"
#include "bus/journal_care.h"
#include "bus/journal_own.h"

bool journal_prepare_cut(struct journal *j, struct err *e)
{
	return journal_prepare(j, &j->cut, "DELETE FROM events WHERE hubsequence = ?", e);
}

bool journal_prepare_look(struct journal *j, struct err *e)
{
	return journal_prepare(j, &j->over,
		       "SELECT hubsequence, type, handoff FROM events "
		       "WHERE hubsequence > ? AND hubsequence <= ? "
		       "ORDER BY hubsequence LIMIT ?",
		       e) &&
		journal_prepare(j, &j->time_at,
			"SELECT hubsequence, recordedtime FROM events "
			"WHERE hubsequence >= ? ORDER BY hubsequence LIMIT 1",
			e);
}

bool journal_delete_rows(struct journal *j, struct journal_cut *cut, struct err *e)
{
	int64_t end = clock_mono() + cut->usec;
	bool ok = true;

	for (cut->gone = 0; ok && cut->gone < cut->count; cut->gone++) {
		if (cut->gone > 0 && clock_mono() > end)
			break;
		sqlite3_bind_int64(j->cut, 1, (sqlite3_int64)cut->place[cut->gone]);
		ok = sqlite3_step(j->cut) == SQLITE_DONE;
		sqlite3_reset(j->cut);
		if (!ok)
			journal_sql_error(j, "cannot delete", e);
	}
	return ok;
}

uint64_t journal_bytes(struct journal *j)
{
	struct journal_size size;

	return journal_size(j, &size, NULL) ? size.bytes - size.spare : 0;
}

/* Whether the first row at or behind this place was recorded before `time`. */
static bool is_before(struct journal *j, uint64_t place, int64_t time, uint64_t *found)
{
	int64_t recorded = INT64_MAX;

	*found = 0;
	sqlite3_bind_int64(j->time_at, 1, (sqlite3_int64)place);
	if (sqlite3_step(j->time_at) == SQLITE_ROW) {
		*found = (uint64_t)sqlite3_column_int64(j->time_at, 0);
		if (!time_parse(journal_text_at(j->time_at, 1), &recorded))
			recorded = INT64_MAX;
	}
	sqlite3_reset(j->time_at);
	return recorded < time;
}

uint64_t journal_before(struct journal *j, int64_t time)
{
	uint64_t lo = 0, hi = journal_last(j) + 1, found; /* times rise with places */

	while (hi - lo > 1) {
		uint64_t mid = lo + (hi - lo) / 2;

		if (is_before(j, mid, time, &found))
			lo = found;
		else
			hi = mid;
	}
	return lo;
}

bool journal_look_over(struct journal *j, uint64_t after, uint64_t last, uint64_t limit,
	journal_glance *glance, void *user, struct err *e)
{
	int rc;

	sqlite3_bind_int64(j->over, 1, (sqlite3_int64)after);
	sqlite3_bind_int64(j->over, 2, (sqlite3_int64)last);
	sqlite3_bind_int64(j->over, 3, (sqlite3_int64)limit);
	while ((rc = sqlite3_step(j->over)) == SQLITE_ROW) {
		if (!glance(user, (uint64_t)sqlite3_column_int64(j->over, 0),
			    journal_text_at(j->over, 1), journal_text_at(j->over, 2)))
			break;
	}
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		journal_sql_error(j, "cannot read", e);
	sqlite3_reset(j->over);
	return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

static sqlite3_stmt *find_audit(struct journal *j)
{
	struct buf sql = { 0 };
	sqlite3_stmt *s = NULL;

	buf_str(&sql,
		"SELECT hubsequence, event FROM events WHERE source GLOB 'hub:*' "
		"AND id = 'h-' || hubsequence AND (0");
	for (size_t i = 0; audit_types[i] != NULL; i++)
		buf_fmt(&sql, " OR type GLOB '%s*'", audit_types[i]);
	buf_str(&sql, ") ORDER BY hubsequence DESC LIMIT 1");
	sqlite3_prepare_v2(j->db, sql.data, -1, &s, NULL);
	buf_fini(&sql);
	return s;
}

bool journal_audit(struct journal *j, struct audit *out, struct err *e)
{
	sqlite3_stmt *s = find_audit(j);
	int rc = s != NULL ? sqlite3_step(s) : SQLITE_ERROR;

	*out = (struct audit){ .at = 0 };
	if (rc == SQLITE_ROW) {
		out->at = (uint64_t)sqlite3_column_int64(s, 0);
		out->head = digest_of(journal_text_at(s, 1));
	} else if (rc != SQLITE_DONE) {
		journal_sql_error(j, "cannot read", e);
	}
	sqlite3_finalize(s);
	return rc == SQLITE_ROW || rc == SQLITE_DONE;
}
