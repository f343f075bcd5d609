/* SPDX-License-Identifier: MIT */
/*
 * Regular expressions of JSON Schema: ECMA-262 with the flag `u`, found anywhere in the
 * text. They are translated (contract/pattern_translate.h) and run by PCRE2, or, most of
 * them, by an automaton (contract/pattern_dfa.h); what cannot be given the meaning that
 * ECMA-262 gives it is refused when it is compiled.
 *
 * Patterns and texts come from strangers. So whatever a match does is paid for with fuel
 * while it does it: no pattern and no text keeps anybody waiting for longer than the fuel
 * that the caller has put in. A million is 4 to 30 ms; where PCRE2 may not use JIT it is
 * 10 to 80 ms, and 300 ms for the worst of long texts. An automaton knows beforehand what
 * it costs, and never gives up for another reason; there a million is 64 MB of text, and
 * 100 ms if it looks at all of them.
 */
#ifndef CONTRACT_PATTERN_H
#define CONTRACT_PATTERN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

#define PATTERN_LONGEST (32 * 1024) /* bytes of a pattern */

#define PATTERN_BYTES_A_UNIT 64 /* that are looked at for one unit of fuel */

struct pattern;
struct pattern_dfa;

enum pattern_result {
	PATTERN_NO,
	PATTERN_YES,
	PATTERN_GAVE_UP, /* nothing is known: the fuel, or memory, did not suffice */
};

#define PATTERN_WORK 20000000 /* for all patterns of a schema: 20 to 60 ms */

/*
 * NULL where `ecma` is no pattern, or one that cannot be run here; `e` (which may be
 * NULL) then says at which byte and what. Does not keep `ecma`. What it takes to make it
 * fast goes off *work (NULL: as much as it likes); with 0 left it is made as it is.
 */
struct pattern *pattern_compile(struct str ecma, uint64_t *work, struct err *e);
void pattern_free(struct pattern *p);

/* For tests: the same by PCRE2 alone. */
struct pattern *pattern_compile_to_search(struct str ecma, struct err *e);

/*
 * The automaton that a pattern is, or NULL. Who runs it himself pays for it first: false,
 * and no fuel is left, where it does not suffice.
 */
const struct pattern_dfa *pattern_linear(const struct pattern *p);
static inline bool pattern_pay(uint64_t *fuel, struct str text)
{
	uint64_t cost = 1 + text.n / PATTERN_BYTES_A_UNIT;

	bool enough = *fuel >= cost;

	*fuel -= enough ? cost : *fuel;
	return enough;
}

/*
 * Whether `p` is found in `text`, which must be valid UTF-8 and may hold NUL. Takes from
 * *fuel what it has cost: at least 1 and one for every 64 bytes. PATTERN_GAVE_UP leaves 0
 * in it, unless it was for want of memory.
 */
enum pattern_result pattern_match(
	const struct pattern *p, struct str text, uint64_t *fuel);

/*
 * Whether `ecma` is a regular expression by the grammar, also where it could not be run
 * here (a lookbehind of no fixed length). Costs what it takes to read it.
 */
bool pattern_valid(struct str ecma);

#endif
