/* SPDX-License-Identifier: MIT */
/*
 * What is wrong, worst first, in one line: the third of every screen. The
 * order is fixed: enum verdict_row. When nothing is wrong it says what was
 * checked.
 */
#ifndef VIEWS_VERDICT_H
#define VIEWS_VERDICT_H

#include "tui/surface.h"
#include "views/drift_news.h"
#include "views/row.h"
#include "views/watch.h"

/* What a sentence is about, the worst first; why: `order` in verdict.c. */
enum verdict_row {
	VERDICT_JOURNAL,      /* the hub cannot write */
	VERDICT_SHIPS_NOW,    /* unreviewed, within 60 s */
	VERDICT_LINK,         /* lost or stale */
	VERDICT_SHIPPED,      /* perhaps, since the link is */
	VERDICT_UNTOLD,       /* hooks that fail: nobody is called */
	VERDICT_NEW_LOSS,     /* events missed in the last 30 s */
	VERDICT_BEHIND,       /* this console is slow */
	VERDICT_SHIPS_SOON,   /* within two minutes */
	VERDICT_OVERDUE,      /* deadlines past, not fired */
	VERDICT_BROKEN,       /* edges */
	VERDICT_DEAD,         /* letters that grow */
	VERDICT_BREAKS,       /* contracts, on an edge, all at once */
	VERDICT_JOURNAL_NOTE, /* damage, a WAL held open */
	VERDICT_DENIED,       /* many who were kept out, or tried what they may not */
	VERDICT_LOW,          /* confidence */
	VERDICT_DRIFT,        /* versions that do not meet, circles */
	VERDICT_UNOFFERED,    /* events of handoffs that nobody offered */
	VERDICT_SILENT,       /* agents */
	VERDICT_MUTED,        /* what nobody is called for, and who said so */
	VERDICT_WAITING,      /* how many, and the next deadline */
	VERDICT_OLD_LOSS,     /* events missed in the last ten minutes */
	VERDICT_BAD_LINES,    /* of a recording */
	VERDICT_ROWS
};

#define VERDICTS (VERDICT_ROWS + 5) /* four rows have more than one sentence */

struct verdict {
	struct sentence {
		int grave;            /* enum grave; -1: no mark at all */
		enum drift_list list; /* it tells the first of; DRIFT_LISTS: of none */
		bool sums; /* it tells what they come to, not the first of them */
		char text[ROW_TEXT];
		char brief[ROW_TEXT]; /* where there is no room; "": the same */
		char least[80];       /* where there is none for that; "": the same */
	} said[VERDICTS];
	size_t n; /* at least 1 */
	bool ok;  /* the one sentence says what was checked */
};

/* How a sentence of that grave is written. */
enum style verdict_style(int grave);
void verdict_find(struct verdict *v, const struct watch *k, const struct world *w);
/* As many as fit, "(+n more)". */
void verdict_draw(const struct verdict *v, struct surface *s, int row);

#endif
