/* SPDX-License-Identifier: MIT */
/*
 * What members of the mesh say to a query: the values of each field, in the words that
 * the screens and `seam ls` have for them. A new field is a row in mesh/query_field.c and
 * a case here.
 */
#ifndef MESH_QUERY_ROWS_H
#define MESH_QUERY_ROWS_H

#include "mesh/mesh.h"
#include "mesh/query.h"

/* Who asks, and of what. */
struct query_about {
	const struct mesh *mesh;
	int64_t now;
	uint32_t place; /* of the handoff, edge, agent, group, incident or contract's
			   entry */
	const struct log_line *line; /* of an event */
};

/* The nth value of a field, as query_row.value; the row's `arg` is a query_about. */
bool query_of_handoff(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out);
bool query_of_edge(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out);
bool query_of_agent(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out);
bool query_of_group(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out);
bool query_of_incident(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out);
bool query_of_event(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out);

/*
 * The bits of query_find() for the event that offered a handoff: places are in its
 * artifact, and `value` is what its contract points to. False: the bytes are no event.
 */
bool query_find_in_offer(const struct query *q, const struct mesh *m, uint32_t handoff,
	struct str event, struct json *j, uint32_t *found);

/* --- for who makes rows of his own ------------------------------------------ */

/* A text, and whether nth is the first and there is one. */
bool query_text(struct query_value *out, unsigned nth, const char *text);
bool query_number(struct query_value *out, unsigned nth, double number);

#endif
