/* SPDX-License-Identifier: MIT */
/*
 * The contracts in force, by id. Owns them. It is not moved while it holds any. A
 * contract that was replaced or removed stays in memory (handoffs name it by its place)
 * but is not found.
 */
#ifndef CONTRACT_REGISTRY_H
#define CONTRACT_REGISTRY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/table.h"
#include "contract/contract.h"

#define CONTRACT_NONE UINT32_MAX

struct registry_entry {
	struct contract *contract;
	bool in_force;
	int64_t loaded; /* when */
	/* when it was removed; 0: it was not, or another took its place at once */
	int64_t removed;
	uint64_t changed; /* hubsequence of the event that said so */
	char *file;       /* that it came from, in its folder; NULL: not known */
	/* it took the place of another of the same version: what that breaks; NULL.
	 * Foreign text */
	char *change;
};

/* A file that is no contract; what it said before stays in force. */
struct refused_file {
	char *file, *reason; /* foreign text */
	int64_t since;
	uint64_t changed;
};

#define REFUSED_MOST 1000
/* Stands among them for the folder itself, while that cannot be read. */
#define REFUSED_FOLDER "./"

struct registry {
	struct registry_entry *entry;
	uint32_t count;
	size_t cap;
	struct refused_file *refused; /* in the order in which they were */
	uint32_t refusals;
	size_t cap_refused;
	/* that the one contract of an edge holds for offers that name none, whether it
	 * says so or not: what would it have found? */
	bool suppose;
	uint32_t defaults;  /* private: in force, and hold for offers that name none */
	struct table by_id; /* private: those in force */
};

void registry_fini(struct registry *r);
/*
 * Puts `c` in force and takes ownership; what had its id is out of force.
 * Returns its place.
 */
uint32_t registry_put_take(struct registry *r, struct contract *c);
/* The same with what else stands of it; one that is out of force replaces nothing. */
uint32_t registry_put_entry_take(struct registry *r, const struct registry_entry *e);
/* False if no contract of this id is in force. */
bool registry_remove(struct registry *r, struct str id);
/* A file is refused: for what it says now, if it was already. */
void registry_refuse(struct registry *r, const struct refused_file *f);
/* A file is not refused any more. */
void registry_forgive(struct registry *r, struct str file);
/* NULL if this file is not refused. */
const struct refused_file *registry_refused(const struct registry *r, struct str file);
/* The place of the contract in force with this id, or CONTRACT_NONE. */
uint32_t registry_find(const struct registry *r, struct str id);
/*
 * What had the id of this one before, with other content: the place of the last such,
 * CONTRACT_NONE if there is none.
 */
uint32_t registry_before(const struct registry *r, uint32_t place);
/* Whether a contract of this name is in force in some version, or ever was. */
bool registry_knew(const struct registry *r, struct str name);
/* Whether any contract in force names this edge. */
bool registry_names(const struct registry *r, struct str from, struct str to);
/*
 * The place of the contract for offers of this edge that name none: of those that say so
 * the one that came in force last. CONTRACT_NONE if there is none.
 */
uint32_t registry_default(const struct registry *r, struct str from, struct str to);

#endif
