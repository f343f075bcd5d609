/* SPDX-License-Identifier: MIT */
/*
 * Labels of internationalised names by IDNA 2008: the characters that RFC 5892 allows,
 * its rules for those that depend on their neighbours, and the Bidi rule of RFC 5893, all
 * from the table of one version of Unicode (contract/idna_table.h). Punycode is RFC 3492.
 *
 * Not asked: whether a label is normalised (NFC). Each character that is allowed is by
 * itself.
 */
#ifndef CONTRACT_IDNA_H
#define CONTRACT_IDNA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/*
 * The length that a label of valid UTF-8, not all of it ASCII, has in the DNS, with its
 * "xn--". 0 where it may not be one, or is longer than any.
 */
size_t idna_label(struct str label);
/* Whether this, behind an "xn--", stands for a label that idna_label() allows. */
bool idna_punycode(struct str encoded);

#endif
