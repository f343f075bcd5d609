/* SPDX-License-Identifier: MIT */
/* A folder of contracts, a JSON file each: docs/PROTOCOL.md, "Contracts". */
#ifndef BUS_CONTRACTS_DIR_H
#define BUS_CONTRACTS_DIR_H

#include <stdint.h>

#include "contract/contract.h"

struct contract_file {
	char *name;                /* of the file, in the folder */
	struct contract *contract; /* NULL: refused */
	struct err err;            /* why */
};

/*
 * Reads every *.json of `dir` in the order of their names. Returns an array of
 * `*n` that contract_files_free() frees; NULL with the reason where the folder
 * cannot be read.
 */
struct contract_file *contract_files_read(const char *dir, size_t *n, struct err *e);
/* The same, and tells everything that is wrong in any of them. `pointer` as in
 * contract_check(). */
typedef void contract_file_fault(
	void *arg, const char *file, const char *pointer, const char *why);
struct contract_file *contract_files_check(
	const char *dir, size_t *n, contract_file_fault *fault, void *arg, struct err *e);
void contract_files_free(struct contract_file *f, size_t n);

/* The names of the files, in the order of their bytes; NULL if it cannot be read. */
char **contract_files_names(const char *dir, size_t *n, struct err *e);
/* One of them; NULL with the first that is wrong with it. */
struct contract *contract_file_read(const char *path, struct err *e);
/* What is wrong with a second file of one contract. */
void contract_file_twice(const char *id, const char *first, struct err *e);

#endif
