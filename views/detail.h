/* SPDX-License-Identifier: MIT */
/*
 * Everything about one handoff, in tabs: why it is here, its artifact, its evidence,
 * its history, its contract, the one before it. It reads the mesh, and for what only the
 * events hold their bytes; what has not come yet is shown as "loading". Texts are made
 * once for a state of the handoff, not for every drawing.
 */
#ifndef VIEWS_DETAIL_H
#define VIEWS_DETAIL_H

#include "tui/surface.h"
#include "views/row.h"
#include "views/view.h"
#include "views/violations.h"

enum detail_tab {
	TAB_SUMMARY,
	TAB_PAYLOAD,
	TAB_EVIDENCE,
	TAB_HISTORY,
	TAB_CONTRACT,
	TAB_DIFF,
	DETAIL_TABS
};

/* Lines of text with a style each. */
struct lines {
	struct buf text;
	struct line {
		uint32_t start, len;
		uint8_t style;
		uint32_t link; /* the place of the handoff that it is about, NONE */
	} * line;
	size_t n, cap;
};

void lines_reset(struct lines *l);
void lines_fini(struct lines *l);
/* Closes the line whose text has been added to l->text. */
void lines_end(struct lines *l, enum style style);
struct str lines_at(const struct lines *l, size_t i);

/* An offer's event, read. */
struct offer_doc {
	uint64_t hubsequence; /* 0: none is here */
	struct digest digest; /* of the artifact, as the mesh says it */
	struct buf bytes;
	struct json json;
	uint32_t artifact; /* JSON_NONE: no such */
};

#define TRAIL 16 /* steps from handoff to handoff, and back */

/* Where one came from, on the way to another handoff. */
struct trail {
	char id[132];
	uint32_t opened;
	enum detail_tab tab;
	size_t pick, top;
	bool dead, logged;
};

/* The last one like it that went through, and how far the search for it is. */
struct twin {
	uint64_t of; /* the offer; and its artifact */
	struct digest digest;
	uint32_t place; /* NONE */
	bool closed, known;
	size_t looked;
	int64_t key;
	uint32_t id, decision;
};

struct detail {
	enum detail_tab tab;
	size_t top;
	size_t height; /* of the window at the last drawing, and what it scrolled over */
	size_t rows;
	bool cut;        /* long lines are cut, not wrapped */
	char id[132];    /* of the handoff that is open over the whole screen, "": none */
	uint32_t opened; /* the attempt that somebody opened it for; 0: none */
	bool dead;       /* it was opened among the dead letters */
	bool logged;     /* or in the log, which it does not leave */
	char search[100];     /* what is searched for in its lines, "" */
	bool seek;            /* and has not been gone to */
	char above[ROW_TEXT]; /* the owner's: what it is one of, "": nothing */
	struct offer_doc offer;
	struct violations violations;
	struct twin twin; /* detail_diff.c */
	/* detail_trail.c */
	size_t pick;   /* the line of the evidence with the cursor */
	bool pointing; /* it is drawn */
	bool back;     /* one has come back to it: the cursor is where it was */
	struct trail trail[TRAIL];
	size_t trails;
	struct lines lines; /* of the tab that is not the summary */
	/* what `lines` was made of */
	uint32_t place, made_attempt;
	enum detail_tab made_tab;
	uint64_t made_changed;
	bool made_whole;
	bool waits; /* the last of them is that of detail_waits.c */
	/* the chain that the offer came from, and which offer that is */
	struct buf chain;
	uint64_t chain_of;
	int64_t chain_tick;
	bool chain_whole;
};

void detail_fini(struct detail *d);
void detail_turn(struct detail *d, int by); /* to another tab */
void detail_scroll(struct detail *d, bool down, size_t by);
/* To the next line with a mark, or the one before; false: there is none that way. */
bool detail_seek(struct detail *d, bool down);
/* detail_keys.c: whether the action scrolls it; whether it is of tabs and long lines. */
bool detail_move(struct detail *d, enum action a);
bool detail_turns(struct detail *d, enum action a, struct outcome *out);
/* To the next mark, or the one before, or why not. */
void detail_to_mark(struct detail *d, bool down, struct outcome *out);
/*
 * Over all of `s`, its rule first, then, if it waits no more, what became of it;
 * `focus`: the keys are here.
 */
void detail_draw(struct detail *d, const struct world *w, uint32_t handoff,
	struct surface *s, bool focus);
/* The artifact as it came, for the clipboard; NULL while it is not here. malloc'ed. */
char *detail_payload(struct detail *d, const struct world *w, uint32_t handoff);

/* --- detail_page.c: one handoff over the whole screen ------------------------- */

/*
 * It is kept by its id: nothing that happens to a list puts another in its place under
 * the eyes, or the keys, of who reads it.
 */
static inline bool detail_is_open(const struct detail *d)
{
	return d->id[0] != '\0';
}
void detail_open(struct detail *d, const struct handoff *h);
void detail_close(struct detail *d);
/* Its place; NONE: the mesh does not know it (any more). */
uint32_t detail_opened(const struct detail *d, const struct world *w);
void detail_draw_opened(struct detail *d, const struct world *w, struct surface *s);
/* For the clipboard: "payload", "edge", else the id; nothing of NONE. */
void detail_copy(struct detail *d, const struct world *w, uint32_t handoff,
	struct str what, struct outcome *out);
/* A key that only reads what is open; false: it is none of those. */
bool detail_page_act(struct detail *d, const struct world *w, enum action a,
	struct str arg, struct outcome *out);

/* --- detail_search.c: searching in it ----------------------------------------- */

/* "" ends it. */
void detail_search(struct detail *d, struct str text);
bool detail_line_has(const struct detail *d, size_t i);
/* To the first line that has it, once there are lines. */
void detail_search_settle(struct detail *d);
/* To the next one, or the one before; says which of how many. */
void detail_search_on(struct detail *d, bool down, struct outcome *out);

/* --- detail_waits.c ------------------------------------------------------------ */

/* The last line of the history of what waits, anew: for how long, who is on it. */
void detail_say_waits(struct detail *d, const struct world *w, const struct handoff *h);

/* --- detail_trail.c: from one handoff to those that it is about --------------- */

/* The line with the cursor was opened, so that Esc leads back; why not, is told. */
void detail_follow(struct detail *d, const struct world *w, struct outcome *out);
/* One looks at another handoff than the one that was opened: nothing acts on it. */
bool detail_followed(const struct detail *d);
/* The same, said to somebody who would act. */
bool detail_followed_why(const struct detail *d, enum action a, struct outcome *out);
/* Back by one; false: one is where one began. */
bool detail_step_back(struct detail *d);
/* Moves the cursor on the evidence; false: it is not there that the keys are. */
bool detail_pick(struct detail *d, bool down, size_t by);
/* "opened from h-1: Esc goes back", "" */
void detail_say_trail(struct detail *d);
/* What it came out of, and what came out of it, a line each. */
void detail_add_links(struct lines *l, const struct world *w, const struct handoff *h);
/* The last line is about that handoff. */
void lines_link(struct lines *l, uint32_t place);

/* --- detail_text.c: what the tabs say --------------------------------------- */

/* The handoff's offer; false while its bytes are not here. */
bool detail_load(struct detail *d, const struct world *w, const struct handoff *h);
/* What stands there meanwhile. */
void detail_loading(struct lines *l);
/* Fills `l`; false if something was not here yet. */
bool detail_text_payload(struct detail *d, const struct world *w, const struct handoff *h,
	struct lines *l); /* detail_payload.c */
bool detail_text_evidence(struct detail *d, const struct world *w,
	const struct handoff *h, struct lines *l);
bool detail_text_diff(struct detail *d, const struct world *w, const struct handoff *h,
	struct lines *l); /* detail_diff.c */
bool detail_text_contract(struct detail *d, const struct world *w,
	const struct handoff *h, struct lines *l); /* detail_contract.c */
bool detail_text_history(struct detail *d, const struct world *w, const struct handoff *h,
	struct lines *l);
/* "intake .97 > triage .93 > kyc .41": through `prev`, as far as it is known. */
void detail_chain(struct detail *d, const struct world *w, const struct handoff *h);
/* What the summary says in a sentence or two. */
void detail_why(struct buf *b, const struct world *w, const struct handoff *h);
void detail_at_zero(struct buf *b, const struct world *w, const struct handoff *h);
/* Behind what happens at 0:00, that the artifact asks to go on and will not. */
void detail_not_shipped(
	struct buf *b, struct detail *d, const struct world *w, const struct handoff *h);
/* The same two in half a line, with what is missing of the evidence. */
void detail_why_brief(struct buf *b, const struct mesh *m, const struct handoff *h);
void detail_missing_brief(struct buf *b, struct detail *d, const struct contract *c);
/* "2 of 3 missing: - /a  + /b"; nothing where the contract asks for none. */
void detail_evidence(struct buf *b, struct detail *d, const struct contract *c);
/* The contract that the offer names though it does not hold for it. */
void detail_named(
	struct buf *b, struct detail *d, const struct world *w, const struct handoff *h);
void detail_value(struct buf *b, struct detail *d, const struct contract *c);

#endif
