#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes contract/idna_table.h: which characters a label of IDNA 2008 may have.

    python3 contract/idna_table.py > contract/idna_table.h

RFC 5892, sections 2 and 3, on the Unicode data of Python itself. It refuses another version than the
one named here, so that the verdicts change only when somebody means it to.
"""
import sys
import unicodedata

UNICODE = "14.0.0"
BITS = 9
VALID, CONTEXT, MARK, VIRAMA, JOINS_NEXT, JOINS_LAST = 8, 16, 32, 64, 128, 256
BIDI = {"L": 0, "R": 1, "AL": 1, "AN": 2, "EN": 3, "NSM": 4}  # 5: any other

# Section 2.6, exceptions.
ALLOWED = {0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007}
REFUSED = {0x640, 0x7FA, 0x302E, 0x302F, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303B}
IN_CONTEXT = {0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x200C, 0x200D,
              *range(0x660, 0x66A), *range(0x6F0, 0x6FA)}

LETTERS_AND_DIGITS = {"Ll", "Lu", "Lo", "Nd", "Lm", "Mn", "Mc"}

# Letters and marks that section 2.4 to 2.9 takes out: default ignorable (the grapheme joiner, fillers,
# variation selectors), blocks of marks for symbols and of musical notes, old Hangul.
REFUSED_RANGES = [(0x34F, 0x34F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
                  (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xE0100, 0xE01EF),
                  (0x20D0, 0x20FF), (0x1D100, 0x1D24F),
                  (0x1100, 0x11FF), (0xA960, 0xA97F), (0xD7B0, 0xD7FF)]

# Joining_Type of letters and digits, which Python's data does not have: dual, left, right.
DUAL = """
620 626 628 62A-62E 633-63F 641-647 649-64A 66E-66F 678-687 69A-6BF 6C1-6C2 6CC 6CE 6D0-6D1
6FA-6FC 6FF 712-714 71A-71D 71F-727 729 72B 72D-72E 74E-758 75C-76A 76D-770 772 775-777 77A-77F
7CA-7EA 841-845 848 84A-853 855 860 862-865 868 886 889-88D 8A0-8A9 8AF-8B0 8B3-8B8 8BA-8C8
1820-1878 1887-18A8 18AA A840-A871 10AC0-10AC4 10AD3-10AD6 10AD8-10ADC 10ADE-10AE0 10B80 10B82
10B86-10B88 10B8A-10B8B 10B8D 10B90 10D01-10D21 10D23 10F30-10F32 10F34-10F44 10F70-10F73
10F76-10F81 10FB0 10FB2-10FB3 10FB8 10FBB-10FBC 10FBE-10FBF 10FC1 10FC4 1E900-1E943
"""
LEFT = """
A872 10ACD 10AD7 10D00
"""
RIGHT = """
622-625 627 629 62F-632 648 671-673 675-677 688-699 6C0 6C3-6CB 6CD 6CF 6D2-6D3 6D5 6EE-6EF 710
715-719 71E 728 72A 72C 72F 74D 759-75B 76B-76C 771 773-774 778-779 840 846-847 849 854 856-858
867 869-86A 870-882 88E 8AA-8AC 8AE 8B1-8B2 8B9 10AC5 10AC7 10AC9-10ACA 10ACE-10AD2 10ADD 10AE1
10AE4 10B81 10B83-10B85 10B89 10B8C 10B8E-10B8F 10B91 10D22 10F33 10F74-10F75 10FB4-10FB6
10FB9-10FBA 10FBD 10FC2-10FC3
"""


def characters(text):
    """The set that ranges like "620 622-625" name."""
    ends = ([int(end, 16) for end in part.split("-")] for part in text.split())
    return {c for end in ends for c in range(end[0], end[-1] + 1)}


NEXT = characters(DUAL) | characters(LEFT)
LAST = characters(DUAL) | characters(RIGHT)


def is_stable(c):
    folded = unicodedata.normalize("NFKC", chr(c)).casefold()
    return unicodedata.normalize("NFKC", folded) == chr(c)


def status(c):
    if c in IN_CONTEXT:
        return CONTEXT
    if c in ALLOWED or c == ord("-"):
        return VALID
    if c in REFUSED or any(first <= c <= last for first, last in REFUSED_RANGES):
        return 0
    allowed = unicodedata.category(chr(c)) in LETTERS_AND_DIGITS and is_stable(c)
    return VALID if allowed else 0


def kind(c):
    k = status(c)
    if k == 0:
        return 0
    k |= BIDI.get(unicodedata.bidirectional(chr(c)), 5)
    k |= MARK if unicodedata.category(chr(c))[0] == "M" else 0
    k |= VIRAMA if unicodedata.combining(chr(c)) == 9 else 0
    k |= JOINS_NEXT if c in NEXT else 0
    k |= JOINS_LAST if c in LAST else 0
    return k


def starts():
    """(first, kind) wherever the kind differs from that of the character before."""
    before = None
    for c in range(0x110000):
        now = kind(c)
        if now != before:
            yield c, now
        before = now


def main():
    if unicodedata.unidata_version != UNICODE:
        sys.exit(f"idna_table.py: this Python knows Unicode {unicodedata.unidata_version}, "
                 f"the table is of {UNICODE}")
    entries = [f"0x{first << BITS | k:08x}" for first, k in starts()]
    print(f"""/* SPDX-License-Identifier: MIT */
/*
 * What IDNA 2008 says of every character of Unicode {UNICODE}. Written by idna_table.py;
 * do not edit.
 * An entry holds from its character (the bits above IDNA_BITS) up to the next entry's. What
 * may not be in a label has no other bits.
 */
#ifndef CONTRACT_IDNA_TABLE_H
#define CONTRACT_IDNA_TABLE_H

#include <stdint.h>

enum {{
	IDNA_LTR = 0,
	IDNA_RTL = 1,
	IDNA_AN = 2,
	IDNA_EN = 3,
	IDNA_NSM = 4,
	IDNA_BIDI = 7, /* the bits of these; what is left is neutral */
	IDNA_VALID = {VALID},
	IDNA_CONTEXT = {CONTEXT},
	IDNA_MARK = {MARK},
	IDNA_VIRAMA = {VIRAMA},
	IDNA_JOINS_NEXT = {JOINS_NEXT},
	IDNA_JOINS_LAST = {JOINS_LAST},
	IDNA_BITS = {BITS},
}};

/* clang-format off */
static const uint32_t idna_table[] = {{""")
    for i in range(0, len(entries), 7):
        print("\t" + ", ".join(entries[i:i + 7]) + ",")
    print("};\n/* clang-format on */\n\n#endif")


if __name__ == "__main__":
    main()
