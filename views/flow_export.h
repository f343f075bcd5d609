/* SPDX-License-Identifier: MIT */
/*
 * The flow graph as a file: what is seen (the graph, or that of trouble alone),
 * whole, not only what the pane has room for; with the mesh's name, the time,
 * the list of trouble and the legend.
 */
#ifndef VIEWS_FLOW_EXPORT_H
#define VIEWS_FLOW_EXPORT_H

#include "views/row.h"
#include "views/world.h"

enum flow_format { FLOW_TXT, FLOW_SVG, FLOW_HTML, FLOW_DOT, FLOW_MMD, FLOW_FORMATS };

/* "txt", "svg", "html", "dot", "mmd"; false where `name` is none of them. */
bool flow_format_named(struct str name, enum flow_format *out);
/* Adds the file to `out`; `state` is the flow screen's. False, and why not. */
bool flow_export(void *state, const struct world *w, enum flow_format format,
	struct buf *out, char why[ROW_TEXT]);

#endif
