/* SPDX-License-Identifier: MIT */
/*
 * What is discarded is written to a file first: a line for each letter, with its offer as
 * it was journaled, artifact and all. What always holds: a discard stays pending until
 * its copy is on the disk. No copy, no discard.
 *
 * `:restore` (restore_page.c) shows the copies and puts back what is in one.
 */
#ifndef VIEWS_KEEP_H
#define VIEWS_KEEP_H

#include "tui/list.h"
#include "views/desk.h"

#define KEEP_PATIENCE (15 * SECOND) /* for the event of a letter */
#define KEEP_LINES 65536            /* bytes that are written at once */
#define KEEP_COPIES 64              /* that `:restore` lists, the newest */
#define KEEP_LETTERS 10000          /* of one */

struct keep {
	uint32_t batch; /* of the desk; 0: none is being copied */
	size_t at;      /* how many of its entries were looked at */
	size_t lines, asked;
	bool ended; /* all was handed out: the answer is to come */
	int64_t since;
	char name[48];
	struct buf line;
};

/* One letter of a copy, and who discards it why. */
struct keep_line {
	const struct bound *bound;
	const char *operator_name, *note, *epoch;
};

/* "20261123T031244Z-ID" */
void keep_name(char out[48], int64_t now, const char *id);
/* Adds its line; false while its event is not here. */
bool keep_letter(struct buf *b, const struct world *w, const struct keep_line *l);

void keep_fini(struct keep *k);
/* The next lines to be written, WISH_KEEP; false: there are none (yet). */
bool keep_wish(struct keep *k, struct desk *d, const struct world *w, struct wish *out);
/* It is on the disk, or why it is not: then none of it is discarded. */
void keep_done(
	struct keep *k, struct desk *d, const struct world *w, bool ok, const char *why);

/* Of a line that was stored: the string `name`, as much of it as there is room for. */
void line_take(struct json *j, const char *name, char *to, size_t room);

/* --- what was copied --------------------------------------------------------------- */

struct copy_letter {
	struct bound bound;
	char edge[140], reason[68]; /* foreign text */
};

struct copy {
	char name[80];
	char operator_name[132], note[200], epoch[40]; /* foreign text */
	int64_t time;
	struct copy_letter *letter;
	size_t n;
	bool cut; /* there are more, or lines that say nothing */
};

struct restore_page { /* zeroed: closed */
	bool open;
	struct copy *copy; /* newest first */
	size_t n, cap;
	bool inside; /* the letters of `at` are shown */
	size_t at;
	struct list list;
};

void restore_page_fini(struct restore_page *p);
void restore_page_open(struct restore_page *p);
/* One file, the newest first. */
void restore_page_add(struct restore_page *p, const char *name, struct str text);
/* One key; the copy that is to be put back, or NULL. */
const struct copy *restore_page_key(struct restore_page *p, int key, bool restores);
void restore_page_draw(
	struct restore_page *p, const struct world *w, struct surface *out);
void restore_page_hint(
	const struct restore_page *p, const struct world *w, struct surface *out);
/*
 * The places of those that are discarded still, as they were; `why` names the others.
 * The caller frees.
 */
size_t copy_places(
	const struct copy *c, const struct world *w, uint32_t **out, char why[ROW_TEXT]);

#endif
