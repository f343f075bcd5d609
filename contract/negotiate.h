/* SPDX-License-Identifier: MIT */
/*
 * What a hello is answered: docs/PROTOCOL.md, "Hello". Pure: the same contracts in force
 * and the same takers give the same answer.
 */
#ifndef CONTRACT_NEGOTIATE_H
#define CONTRACT_NEGOTIATE_H

#include "contract/range.h"
#include "contract/registry.h"

/* One string of `sends` or `accepts`: NAME/RANGE, or NAME for any version. */
struct wanted {
	struct str name;
	struct str said; /* the range as it was said, "" for any */
	struct range range;
};

/* False with the reason where it is none. */
bool wanted_read(struct str s, struct wanted *out, struct err *e);

/* An agent that said what it accepts; the same serves for what it sends. */
struct taker {
	const char *agent;
	char *const *accepts; /* NULL-terminated; NULL: nothing was said */
};

/* Whether one of the strings in `accepts` is about this contract. */
bool taker_speaks_of(const struct taker *t, struct str name);
/* Whether one of them takes this version of it. */
bool taker_takes(const struct taker *t, struct str name, struct version v);
/* Whether one of them and this range have a version in common, in force or not. */
bool taker_meets(const struct taker *t, struct str name, const struct range *r);
/* Their ranges as they were said, "^1 || ^3"; "*" for any. Foreign text. */
void taker_ranges(struct buf *out, const struct taker *t, struct str name);

enum agreement { AGREEMENT_ACCEPT, AGREEMENT_DOWNGRADE, AGREEMENT_REFUSE };

/* "accept", "downgrade", "refuse". */
const char *agreement_name(enum agreement v);

struct answer {
	enum agreement agreement;
	struct version version; /* for a downgrade */
	struct err reason;      /* for a refusal; foreign text */
};

struct hello {
	const struct registry *contracts;
	struct str agent; /* who says it */
	const struct taker *taker;
	size_t takers; /* all that are known */
};

/* About one string of its `sends`, or of its `accepts`. */
void answer_sends(const struct hello *h, struct str said, struct answer *out);
void answer_accepts(const struct hello *h, struct str said, struct answer *out);

#endif
