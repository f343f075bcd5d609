/* SPDX-License-Identifier: MIT */
/* Replies of the hub for people: see print.c. All foreign text is cleaned. */
#ifndef APP_PRINT_H
#define APP_PRINT_H

#include <stdbool.h>

#include "base/buf.h"

void print_clean(struct str s);
/* The members of a reply but the envelope, artifact and history, a line each. */
void print_members(struct str reply);
/* Of a reply to `show`: each place where the artifact breaks its contract, a line each.
 */
void print_breaks(struct str reply);
/* What a handoff's or a hook's event says beside whose it is, as in a history. */
void print_event(struct str event);
/* The events of a reply's `history`, a line each. */
void print_history(struct str reply);
/* All lists that there are, with commas. */
const char *print_list_names(char out[200]);
/* Whether `what` is one of docs/PROTOCOL.md's lists. */
bool print_knows_list(const char *what);
/* A JSON array of items as a table. */
void print_table(const char *what, struct str items);

#endif
