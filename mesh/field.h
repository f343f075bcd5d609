/* SPDX-License-Identifier: MIT */
/*
 * The members of the mesh as tables: what an image keeps of each (mesh/image.h)
 * and what its canonical line says (mesh/dump.h). A member that is in no table
 * is found again from others when an image is read: the orders, the tables.
 */
#ifndef MESH_FIELD_H
#define MESH_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum field_kind {
	FIELD_FLAG,   /* bool */
	FIELD_UINT,   /* unsigned, or an enum */
	FIELD_INT,    /* signed: times */
	FIELD_PLACE,  /* NONE or a place */
	FIELD_REAL,   /* double */
	FIELD_TEXT,   /* char *, freed alone; NULL is told from "" */
	FIELD_SHARED, /* char * of mesh.own.words */
	FIELD_LIST,   /* char **, NULL-terminated; NULL is told from empty */
	FIELD_DIGEST,
	FIELD_BYTES, /* an array, as it stands in memory */
	FIELD_SLICE, /* struct str of an event that waits */
};

struct field {
	const char *name; /* in a canonical line; NULL: an image alone keeps it */
	uint16_t offset, size;
	enum field_kind kind;
};

struct field_table {
	const struct field *field;
	size_t count;
};

extern const struct field_table handoff_fields, decision_fields, incident_fields,
	agent_fields, edge_fields, edge_kind_fields, edge_breach_fields, circle_fields,
	hook_fields, owed_fields, mute_fields, noted_fields, note_fields, entry_fields,
	refused_fields, waiting_fields, run_fields, log_fields, audit_fields;

#endif
