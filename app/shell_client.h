/* SPDX-License-Identifier: MIT */
/* What the sub-commands that ask a hub have in common. */
#ifndef APP_SHELL_CLIENT_H
#define APP_SHELL_CLIENT_H

#include "app/command.h"
#include "base/buf.h"
#include "base/json.h"
#include "bus/client.h"

#define REPLY_DEPTH 80 /* an event, and what a reply puts around it */

/* --hub, $SEAM_HUB or the default address. */
const char *hub_url(const struct args *a);
/* --operator, whose key it is, $SEAM_OPERATOR, $USER or the login's name. */
const char *operator_name(const struct args *a);
/* Whether a hub takes that name; false after saying why (then the status is USAGE). */
bool operator_fits(const struct args *a);

/* Opens a client; NULL after saying why (then the status is NO_HUB). */
struct client *hub_open(const struct args *a);
/*
 * Asks one thing. DONE with the reply in *reply; REFUSED after the error was
 * printed (to standard output as JSON with --json); NO_HUB after saying so.
 */
enum status hub_ask(
	struct client *c, const struct args *a, struct str members, struct buf *reply);
/* The same with a client of its own. */
enum status hub_ask_once(const struct args *a, struct str members, struct buf *reply);

/*
 * For commands that changed something: what was done stands, whether or not standard
 * output takes what there is to say of it. That is complained of; DONE stays DONE.
 */
void say_that_it_stands(const struct args *a);

/* Prints JSON as one line of ASCII. */
void print_json(struct str json);

/*
 * Members of a reply that was read. Whoever answers may be no hub of ours: what is
 * missing, or of another type, is false, "" or JSON_NONE, and no_answer() says so
 * where it is needed.
 */
struct str reply_text(struct json *j, const char *name);
/* A whole number from 0 to 2^53. */
bool reply_number(const struct json *j, const char *name, uint64_t *out);
/* The node of an array. */
uint32_t reply_items(const struct json *j, const char *name);
/* "HUB answers what is no answer to OP"; NO_HUB. */
enum status no_answer(const struct args *a, const char *op);

#endif
