/* SPDX-License-Identifier: MIT */
/*
 * Where the mesh has drifted from what was promised: what agents say they send and
 * accept, the contracts in force, and what was seen on the edges. Pure: the same mesh
 * gives the same findings in the same order, by kind and then by place. It looks at all
 * agents, edges and contracts: not for every frame.
 */
#ifndef MESH_DRIFT_H
#define MESH_DRIFT_H

#include "mesh/mesh.h"

enum drift_kind {
	DRIFT_UNTAKEN, /* sent, and no known taker takes it */
	DRIFT_UNSENT,  /* taken, and nobody sends it */
	DRIFT_MIXED,   /* two versions of one contract on one edge, lately */
	DRIFT_UNKNOWN, /* a version not in force, of a contract that is or was, lately */
	DRIFT_NO_SIGNAL, /* its confidence is always the same */
	DRIFT_CHANGED,   /* another content under the same version */
	DRIFT_FREE_TEXT, /* its schema admits any string */
	DRIFT_NO_SCOPE,  /* it does not say what it is and what it is not */
	DRIFT_KINDS
};

#define DRIFT_CONSTANT 32 /* confidences in a row that are the same */
/* "Lately" is so long before the newest offer of the edge: a mesh has no clock. */
#define DRIFT_LATELY (15 * MINUTE)

struct drift {
	enum drift_kind kind;
	uint32_t agent, edge, contract; /* what it is about; NONE */
	char *words;                    /* for people; foreign text */
	uint64_t count;                 /* offers, confidences; 0: there is no number */
	int64_t since, last;            /* 0: not known */
	uint32_t kind_at; /* private: of the edge's versions, the first it is about */
};

/*
 * Whether a drift of this edge is about what was offered under this, once more lately;
 * *v: its version.
 */
bool drift_is_of(const struct mesh *m, const struct drift *d, const struct edge_kind *k,
	struct version *v);

struct drift_index;
struct speakers; /* who speaks of which contract */

struct drifts {
	struct drift *item;
	size_t count, cap;
	bool cut; /* agents say so much that not all of it was looked at */
	/* private, while it looks */
	struct speakers *takers, *senders;
	struct drift_index *index;
	uint64_t left;
};

/* "version nobody takes", for lists. */
const char *drift_name(enum drift_kind k);
/* What it means and what to do, in one line. */
const char *drift_help(enum drift_kind k);

/* Puts in what is found, in place of what was there. */
void drift_find(struct drifts *d, const struct mesh *m);
void drift_fini(struct drifts *d);

#endif
