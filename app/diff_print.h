/* SPDX-License-Identifier: MIT */
/* What `seam contract diff` says of one pair. */
#ifndef APP_DIFF_PRINT_H
#define APP_DIFF_PRINT_H

#include "app/commands.h"
#include "contract/diff_words.h"

/* Two versions side by side. No contract: two schemas, or there is none on this side. */
struct diff_pair {
	const struct contract *was, *is;
	const struct diff *d;
	const char *instead; /* the verdict where there is nothing to compare, or NULL */
	bool many;           /* one of several: says which */
};

/* Prints it, for people or for programs; whether it makes the exit status 1. */
bool diff_print(const struct args *a, const struct diff_pair *p);

/* Compares the contracts of two folders, name by name, and prints what differs. */
enum status diff_folders(const struct args *a, const char *was, const char *is);

#endif
