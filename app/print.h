/* SPDX-License-Identifier: MIT */
/* Replies of the hub for people: see print.c. All foreign text is cleaned. */
#ifndef APP_PRINT_H
#define APP_PRINT_H

#include <stdbool.h>

#include "base/buf.h"

void print_clean(struct str s);
/* The members of a reply but the envelope, artifact and history, a line each. */
void print_members(struct str reply);
/* The events of a reply's `history`, a line each. */
void print_history(struct str reply);
/* Whether `what` is one of docs/PROTOCOL.md's lists. */
bool print_knows_list(const char *what);
/* A JSON array of items as a table. */
void print_table(const char *what, struct str items);

#endif
