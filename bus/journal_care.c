/* SPDX-License-Identifier: MIT */
#include "bus/journal_care.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "base/clock.h"
#include "base/mem.h"
#include "bus/journal_own.h"

#define SOME_PAGES "8" /* that move between two looks at the clock */

bool journal_size(struct journal *j, struct journal_size *out, struct err *e)
{
	uint64_t page, pages, spare;

	if (!journal_number(j, "PRAGMA page_size", &page) ||
		!journal_number(j, "PRAGMA page_count", &pages) ||
		!journal_number(j, "PRAGMA freelist_count", &spare))
		return journal_sql_error(j, "cannot read", e);
	*out = (struct journal_size){ page * pages, page * spare };
	return true;
}

uint64_t journal_wal_bytes(const struct journal *j)
{
	struct buf name = { 0 };
	struct stat st;
	uint64_t n;

	buf_fmt(&name, "%s-wal", j->path);
	n = stat(name.data, &st) == 0 ? (uint64_t)st.st_size : 0;
	buf_fini(&name);
	return n;
}

bool journal_give_back(struct journal *j, int64_t usec, struct err *e)
{
	int64_t end = clock_mono() + usec;
	uint64_t spare = 1;
	/* nothing waits for these commits, and what comes after syncs them too */
	bool ok = j->why.text[0] == '\0' && journal_is_open(j) &&
		journal_in_place(j, e) && journal_run(j, "PRAGMA synchronous=NORMAL", e);

	while (ok && spare > 0 && clock_mono() < end)
		ok = journal_run(j, "PRAGMA incremental_vacuum(" SOME_PAGES ")", e) &&
			journal_number(j, "PRAGMA freelist_count", &spare);
	return journal_is_open(j) && journal_run(j, "PRAGMA synchronous=FULL", e) && ok;
}

bool journal_empty_wal(struct journal *j, struct err *e)
{
	int rc;

	if (j->why.text[0] != '\0' || !journal_is_open(j) || !journal_in_place(j, e))
		return false;
	sqlite3_busy_timeout(j->db, 0); /* the writer has better to do than to wait */
	rc = sqlite3_wal_checkpoint_v2(
		j->db, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	if (rc != SQLITE_OK && (rc & 0xff) != SQLITE_BUSY)
		journal_sql_error(j, "cannot shorten the WAL", e);
	sqlite3_busy_timeout(j->db, 2000);
	return rc == SQLITE_OK;
}

/* --- the whole file -------------------------------------------------------- */

/* What VACUUM needs: a copy while it works, and the WAL that brings it into place. */
static bool has_room(struct journal *j, const char *folder, struct err *e)
{
	struct journal_size size;
	struct statvfs disk;
	uint64_t needed, there;

	if (!journal_size(j, &size, e))
		return false;
	if (statvfs(folder, &disk) < 0)
		return err_set(
			e, "cannot look at the disk of %s: %s", folder, strerror(errno));
	needed = 2 * (size.bytes - size.spare) + ((uint64_t)1 << 20);
	there = (uint64_t)disk.f_bavail * disk.f_frsize;
	if (there >= needed)
		return true;
	return err_set(e,
		"%llu MB are needed in %s to write the journal anew, and %llu MB are free; "
		"a running hub needs none: seam vacuum --hub URL",
		(unsigned long long)(needed >> 20), folder,
		(unsigned long long)(there >> 20));
}

bool journal_vacuum(struct journal *j, struct err *e)
{
	char *real = realpath(j->path, NULL), *slash;
	bool ok;

	if (real == NULL)
		return err_set(
			e, "cannot find the journal %s: %s", j->path, strerror(errno));
	slash = strrchr(real, '/');
	slash[slash == real] = '\0';
	ok = has_room(j, real, e);
	if (ok) {
		/* beside the journal, where there is room, not in /tmp */
		sqlite3_temp_directory = sqlite3_mprintf("%s", real);
		ok = journal_run(j, "PRAGMA auto_vacuum=INCREMENTAL; VACUUM", e) &&
			journal_empty_wal(j, e);
		sqlite3_free(sqlite3_temp_directory);
		sqlite3_temp_directory = NULL;
	}
	free(real);
	return ok;
}
