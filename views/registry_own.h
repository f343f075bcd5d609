/* SPDX-License-Identifier: MIT */
/*
 * The state of the registry's screen; for the registry*.c files only. What its panes show
 * is gathered from the whole mesh once in a while, and copied: names and places, no
 * pointers into it.
 */
#ifndef VIEWS_REGISTRY_OWN_H
#define VIEWS_REGISTRY_OWN_H

#include "base/table.h"
#include "mesh/drift.h"
#include "tui/list.h"
#include "views/detail.h"
#include "views/filter.h"
#include "views/view.h"

struct reg_version {
	struct version v;
	bool numbered;       /* else offers named no version, or what is none */
	uint32_t entry;      /* the one in the registry, the last loaded; CONTRACT_NONE */
	uint64_t count;      /* offers on all edges */
	int64_t first, last; /* of these; 0 */
};

struct reg_who { /* an agent that publishes or takes */
	uint32_t agent;
	uint32_t major[4]; /* that it was seen to publish */
	unsigned majors;
};

struct reg_contract {
	char *name;                  /* foreign */
	uint32_t id;                 /* its place among all names that were seen */
	struct reg_version *version; /* ascending */
	size_t versions, cap;
	uint64_t count;
	uint64_t broken, refused; /* of these */
	uint32_t edge;            /* the worst of its edges, NONE */
	/* when the trouble that is now began, else the one that was last; its end */
	int64_t since, last;  /* 0: there was none */
	int grave;            /* enum grave */
	bool known, in_force; /* it was loaded once; some version of it is in force */
	struct reg_who *from, *to;
	size_t froms, tos, from_cap, to_cap;
};

struct reg_agent {
	uint32_t agent;
	uint32_t edge; /* the worst that it offers on, NONE */
	int grave;
	double rate;         /* offers a second */
	double conf, before; /* medians, below 0: not known */
	size_t confs;        /* how many `conf` is of */
	uint64_t missed;
};

struct reg_finding {
	uint64_t id;
	int grave;
	const char *kind, *help; /* not foreign */
	bool is_loop;
	enum drift_kind drift; /* DRIFT_KINDS: it is none */
	uint32_t kind_at;      /* as in struct drift */
	char *words;           /* foreign */
	uint64_t count;
	int64_t since, last;
	uint32_t agent, edge, contract, handoff; /* NONE */
};

struct reg_model {
	const struct mesh *mesh; /* compared, never followed */
	uint64_t hubsequence;
	int64_t tick, now;
	struct reg_contract *contract;
	struct reg_agent *agent;
	struct reg_finding *finding;
	size_t contracts, agents, findings;
	size_t in_force; /* versions of contracts, as `seam ls contracts` lists them */
	size_t contract_cap, agent_cap, finding_cap;
	size_t drifting, circling;   /* findings that are trouble; loops apart */
	const struct mesh *found_of; /* when they were looked for; never followed */
	int64_t found_now, found_tick;
	uint32_t found_agents, found_edges, found_contracts;
	bool cut; /* there may be more */
	/* contracts that are broken or refused now */
	size_t breaking;
	/* names of contracts: an id stays what it is */
	char **name;
	uint32_t names;
	size_t name_cap;
	struct table name_table;
};

#define REG_KINDS (QUERY_CONTRACTS | QUERY_AGENTS | QUERY_FINDINGS)

enum reg_pane { REG_CONTRACTS, REG_AGENTS, REG_DRIFT, REG_PANES };
enum reg_sort { REG_WORST, REG_NAME, REG_MOST, REG_SORTS };
enum reg_tab { REG_BREAKS, REG_DIFF, REG_USERS, REG_HISTORY, REG_RAW, REG_TABS };

/* What a detail is about. */
struct reg_subject {
	const struct reg_contract *contract;
	const struct reg_agent *agent;
	const struct reg_finding *finding; /* one of the three, or none */
};

/* Where a line of the detail leads: to the first of these that is there. */
struct reg_link {
	uint32_t handoff, edge, agent; /* NONE */
	uint64_t key;                  /* what the line is about, while it changes */
	size_t line;
};

/* What one row of the screen shows of a line. */
struct reg_row {
	size_t line;
	uint32_t from, len;
};

struct registry_view {
	struct reg_model model;
	struct list list[REG_PANES];
	uint64_t *ids[REG_PANES]; /* rows in their order */
	size_t rows[REG_PANES], cap[REG_PANES];
	struct list_ids shown[REG_PANES];
	enum reg_pane pane;
	enum reg_sort sort[REG_PANES];
	bool reversed[REG_PANES];
	enum reg_tab tab;
	struct filter filter;
	size_t hidden[REG_PANES]; /* by the filter */
	bool trouble_only, zoomed, cut;
	/* the version that the newest is compared with: the n-th before it, 0 the next */
	uint32_t against;
	uint64_t against_of;   /* id of the contract that this is about */
	struct lines lines;    /* of the detail */
	struct reg_link *link; /* in the order of their lines */
	size_t links, link_cap;
	uint64_t on;         /* key of the link under the cursor, where it is zoomed */
	struct reg_row *row; /* of the lines, as wide as they were drawn */
	size_t laid, row_cap;
	struct buf clean;   /* its text */
	size_t top, height; /* rows */
	int cols;
};

/* --- registry_model.c ---------------------------------------------------------- */

void reg_model_fini(struct reg_model *m);
/* Brings it up to the mesh, at most twice a second in a large one. */
void reg_model_sync(struct reg_model *m, const struct world *w);

/* --- registry_find.c ----------------------------------------------------------- */

uint64_t reg_circle_id(const struct circle *c);
/* Drift and circles. */
void reg_find(struct reg_model *m, const struct world *w);

/* --- registry_rows.c ----------------------------------------------------------- */

/* Which rows each pane has, in its order; the model must be in step. */
void reg_rows(struct registry_view *v);
struct list_items reg_items(const struct registry_view *v, enum reg_pane p);
/* What is under the cursor of the pane that has it. */
struct reg_subject reg_selected(const struct registry_view *v);
struct reg_subject reg_subject_of(
	const struct registry_view *v, enum reg_pane p, uint64_t id);
int reg_grave(const struct reg_subject *s);
const char *reg_name(const struct world *w, const struct reg_subject *s);

/* --- registry_words.c ---------------------------------------------------------- */

/* "billing @4 @3 > ledger @3": who publishes, and what those say they take. */
void reg_who_words(
	struct buf *out, const struct mesh *m, const struct reg_contract *c, bool majors);
/* "@4 38  @3 0" */
void reg_versions(struct buf *out, const struct reg_contract *c);
/* "@4", or "4.1.0" where another one has the same first number; "?" without. */
const char *reg_version_text(
	const struct reg_contract *c, const struct reg_version *v, char out[FORMAT_TEXT]);
/* The text of the detail: what is known of a contract, an agent, a finding. */
void reg_text(
	struct registry_view *v, const struct world *w, const struct reg_subject *s);
/* The two versions that are compared; false: there are not two. */
bool reg_compared(const struct registry_view *v, const struct reg_contract *c,
	const struct reg_version **was, const struct reg_version **is);

/* --- registry_diff.c ------------------------------------------------------------ */

/* What changed from one version to the other, and for whom. */
void reg_text_differences(
	struct registry_view *v, const struct mesh *m, const struct reg_contract *c);
/* The same of a contract that changed under its version. */
void reg_text_changed(struct registry_view *v, const struct mesh *m, uint32_t entry);

/* --- registry_breaks.c ---------------------------------------------------------- */

/* How it is broken and refused: place by place. */
void reg_text_breaks(
	struct registry_view *v, const struct world *w, const struct reg_contract *c);
/* "24 broken, 26 refused", of an edge; nothing where all is well. */
void reg_breach_words(struct buf *out, const struct edge *e);

/* --- registry_detail.c ---------------------------------------------------------- */

void reg_line(struct registry_view *v, enum style style);
void reg_say(struct registry_view *v, enum style style, const char *text);
/* The line that was ended last leads there. `name` tells it from others; foreign. */
void reg_lead(struct registry_view *v, uint32_t handoff, uint32_t edge, uint32_t agent,
	const char *name);
/* Whether "name/1.2.3", or what was said instead, is of the contract of this name. */
bool reg_is_of(const char *said, const char *name);
/* Over all of `s`; the text must have been made. */
void reg_draw_detail(struct registry_view *v, const struct world *w, struct surface *s);
/* Of the zoomed detail: to another line that leads somewhere, else the text moves. */
void reg_step(struct registry_view *v, bool down);
void reg_scroll(struct registry_view *v, bool down, size_t by);
/* What is under its cursor; NULL. */
const struct reg_link *reg_linked(const struct registry_view *v);

/* --- registry_noted.c ----------------------------------------------------------- */

/* For struct view: the contract or agent under the cursor, or what a finding is of. */
bool reg_noted(
	void *state, const struct world *w, enum noted_what *what, char name[NOTED_NAME]);
/* Its sign in a row, if something was written of it. */
void reg_draw_noted(
	const struct world *w, struct surface *s, int row, const struct reg_subject *x);
/* What was written of it, as a line of the detail. */
void reg_text_noted(
	struct registry_view *v, const struct world *w, const struct reg_subject *s);

/* --- registry_draw.c ----------------------------------------------------------- */

void reg_draw(struct registry_view *v, const struct world *w, struct surface *s);

#endif
