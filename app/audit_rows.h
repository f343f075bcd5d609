/* SPDX-License-Identifier: MIT */
/*
 * The operators' log as rows for people and scripts: one for each thing that an
 * operator did or was denied, with what the agents answered to it later.
 */
#ifndef APP_AUDIT_ROWS_H
#define APP_AUDIT_ROWS_H

#include "base/buf.h"
#include "base/table.h"
#include "mesh/event.h"

struct audit_row;

struct audit_rows {
	struct audit_row *row;
	uint32_t rows;
	size_t cap;
	struct table decisions; /* the row of a decision's id */
};

/* It must not move until audit_rows_fini(). */
void audit_rows_init(struct audit_rows *r);
void audit_rows_fini(struct audit_rows *r);
/* Takes an event of the log. */
void audit_rows_add(struct audit_rows *r, const struct event *e);
/* Row `i` as a JSON object. */
void audit_row_json(const struct audit_rows *r, uint32_t i, struct buf *b);

#endif
