/* SPDX-License-Identifier: MIT */
/*
 * What happens to a handoff when nobody acts: docs/PROTOCOL.md, "Fallbacks". Read from
 * the artifact, as a string
 *   ACTION[_to_TARGET]_if_not_progressed_within_N(s|m|h)
 * or as an object {"action","target"?,"after_seconds"}.
 */
#ifndef CONTRACT_FALLBACK_H
#define CONTRACT_FALLBACK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/json.h"
#include "base/str.h"

enum fallback_action {
	FALLBACK_NONE,
	FALLBACK_ESCALATE,
	FALLBACK_DEAD_LETTER,
	FALLBACK_QUEUE,
	FALLBACK_REQUEUE,
	FALLBACK_STOP,
	FALLBACK_PROCEED,
	FALLBACK_ACTIONS
};

#define FALLBACK_LONGEST (30 * 24 * 3600) /* seconds */

struct fallback {
	enum fallback_action action;
	struct str target; /* {NULL, 0} if none; lives as long as the JSON */
	int64_t after;     /* seconds, 1..FALLBACK_LONGEST */
};

/* "escalate", "dead_letter", ...; "" for FALLBACK_NONE. */
const char *fallback_name(enum fallback_action action);
/* FALLBACK_NONE where `s` is no action. */
enum fallback_action fallback_named(struct str s);

/* False where the value cannot be read as a fallback; *out is then all zero. */
bool fallback_read(struct json *j, uint32_t node, struct fallback *out);
bool fallback_read_text(struct str s, struct fallback *out);

#endif
