/* SPDX-License-Identifier: MIT */
/*
 * What humans wrote beside things: docs/PROTOCOL.md, "Notes and tags". A thing is
 * named, and need not be there (any more): what stands here follows from the events
 * that told of it and from nothing else, so that it is the same for who folds all
 * events and for who folds what a retention has left. Who shows it asks with
 * mesh_noted_handoff() and mesh_noted_incident(), which pass over what was written of
 * another one that bore the same id before.
 */
#ifndef MESH_NOTES_H
#define MESH_NOTES_H

#include <stdint.h>

#include "base/digest.h"
#include "base/str.h"

struct mesh;
struct handoff;
struct incident;

#define NOTED_MOST 4096   /* things; the one changed longest ago makes room */
#define NOTES_MOST 4096   /* notes in all; the oldest makes room */
#define NOTES_OF_THING 16 /* the oldest makes room */
#define NOTE_BYTES 4096
#define TAGS_MOST 16
#define TAG_BYTES 64
#define TITLE_BYTES 200
#define NOTED_NAME_BYTES 400

enum noted_what {
	NOTED_HANDOFF,
	NOTED_GROUP,
	NOTED_INCIDENT,
	NOTED_EDGE,
	NOTED_AGENT,
	NOTED_CONTRACT, /* all versions of it */
	NOTED_WHATS
};

const char *noted_what_name(enum noted_what w);
/* NOTED_WHATS if it is none. */
enum noted_what noted_what_named(struct str name);

struct note {
	char *text, *by; /* foreign */
	int64_t time;
	uint64_t at; /* hubsequence */
};

struct noted {
	char *key;        /* private: "incident INC-1" */
	const char *name; /* in `key` */
	enum noted_what what;
	char *title; /* foreign, NULL: none */
	char *owner; /* read with noted_owner() */
	int64_t owner_since, owner_until;
	char **tag; /* NULL-terminated; NULL: none. Foreign */
	uint32_t tags;
	struct note *note; /* oldest first */
	uint32_t notes;
	uint64_t changed;
	struct digest digest; /* of all this */
};

/* NULL: nothing was written. */
const struct noted *mesh_noted(
	const struct mesh *m, enum noted_what what, struct str name);
const struct noted *mesh_noted_handoff(const struct mesh *m, const struct handoff *h);
const struct noted *mesh_noted_incident(const struct mesh *m, const struct incident *i);

/* Who is on it, NULL: nobody. It ends by its own `until`, of which no event tells. */
static inline const char *noted_owner(const struct noted *n, int64_t now)
{
	return n != NULL && n->owner != NULL && n->owner_until > now ? n->owner : NULL;
}

bool noted_has_tag(const struct noted *n, struct str tag);

#endif
