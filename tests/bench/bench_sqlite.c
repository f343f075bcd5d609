/* SPDX-License-Identifier: MIT */
/*
 * The peer of the journal: a bare loop that inserts the same rows.
 *
 *   bench_sqlite JOURNAL NEW BATCH   reads all rows of JOURNAL into memory and
 *                                    writes them into NEW: the same tables and
 *                                    settings, BATCH rows a commit
 *
 * Prints how many rows and in how many seconds; reading is not counted.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"

enum { COLUMNS = 10 };

static void fail(sqlite3 *db, const char *what)
{
	fprintf(stderr, "bench_sqlite: %s: %s\n", what, sqlite3_errmsg(db));
	exit(1);
}

static void run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail(db, sql);
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *s = NULL;

	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK)
		fail(db, sql);
	return s;
}

static sqlite3 *open_db(const char *path)
{
	sqlite3 *db = NULL;

	if (sqlite3_open_v2(path, &db,
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
		    NULL) != SQLITE_OK)
		fail(db, path);
	return db;
}

/* Tables and indexes as the journal has them. */
static sqlite3 *create_like(sqlite3 *journal, const char *path)
{
	sqlite3 *db = open_db(path);
	sqlite3_stmt *s =
		prepare(journal, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL");

	run(db, "PRAGMA auto_vacuum=INCREMENTAL");
	run(db, "PRAGMA journal_mode=WAL");
	run(db, "PRAGMA synchronous=FULL");
	while (sqlite3_step(s) == SQLITE_ROW)
		run(db, (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	return db;
}

/* All values, row by row; they are copies and stay until the program ends. */
static sqlite3_value **read_rows(sqlite3 *journal, size_t *rows)
{
	sqlite3_stmt *s = prepare(journal, "SELECT * FROM events ORDER BY hubsequence");
	sqlite3_value **value = NULL;
	size_t n = 0, cap = 0;

	while (sqlite3_step(s) == SQLITE_ROW) {
		if (n + COLUMNS > cap) {
			cap = cap == 0 ? 1 << 16 : cap * 2;
			value = realloc(value, cap * sizeof(*value));
			if (value == NULL)
				abort();
		}
		for (int c = 0; c < COLUMNS; c++)
			value[n++] = sqlite3_value_dup(sqlite3_column_value(s, c));
	}
	sqlite3_finalize(s);
	*rows = n / COLUMNS;
	return value;
}

static void insert(sqlite3_stmt *s, sqlite3_value **row)
{
	for (int c = 0; c < COLUMNS; c++) {
		const char *text = (const char *)sqlite3_value_text(row[c]);

		switch (sqlite3_value_type(row[c])) {
		case SQLITE_INTEGER:
			sqlite3_bind_int64(s, c + 1, sqlite3_value_int64(row[c]));
			break;
		case SQLITE_NULL:
			sqlite3_bind_null(s, c + 1);
			break;
		default:
			sqlite3_bind_text(s, c + 1, text, sqlite3_value_bytes(row[c]),
				SQLITE_STATIC);
		}
	}
	if (sqlite3_step(s) != SQLITE_DONE)
		fail(sqlite3_db_handle(s), "insert");
	sqlite3_reset(s);
}

int main(int argc, char **argv)
{
	size_t rows = 0, batch = argc == 4 ? strtoul(argv[3], NULL, 10) : 0;
	sqlite3 *journal, *db;
	sqlite3_value **value;
	sqlite3_stmt *s;
	int64_t began;

	if (batch == 0)
		return 2;
	journal = open_db(argv[1]);
	value = read_rows(journal, &rows);
	db = create_like(journal, argv[2]);
	s = prepare(db, "INSERT INTO events VALUES(?,?,?,?,?,?,?,?,?,?)");
	began = clock_mono();
	for (size_t i = 0; i < rows; i++) {
		if (i % batch == 0)
			run(db, "BEGIN IMMEDIATE");
		insert(s, value + i * COLUMNS);
		if (i % batch == batch - 1 || i == rows - 1)
			run(db, "COMMIT");
	}
	printf("%zu %.6f\n", rows, (double)(clock_mono() - began) / (double)SECOND);
	sqlite3_finalize(s);
	sqlite3_close(db);
	sqlite3_close(journal);
	return 0;
}
