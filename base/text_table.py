#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes base/text_table.h: how many columns each character takes.

    python3 base/text_table.py > base/text_table.h

Uses the Unicode data of Python itself. It refuses another version than the
one named here, so that layout changes only when somebody means it to.
"""
import sys
import unicodedata

UNICODE = "14.0.0"
BAD = 3  # stands for width -1 in the two bits of an entry

# Control, format, surrogate, private use, unassigned, line and paragraph separator.
BAD_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}

# Invisible, though their categories are those of letters and marks: grapheme joiner,
# fillers, variation selectors.
INVISIBLE = [(0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
             (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xE0100, 0xE01EF)]

# Hangul vowels and finals: they join the leading consonant before them.
JOINING = [(0x1160, 0x11FF), (0xD7B0, 0xD7FB)]

# Neither Wide nor Fullwidth by the data, but every C library and terminal we met
# draws them over two columns: circled numbers on black squares, hexagrams.
WIDE_IN_USE = [(0x3248, 0x324F), (0x4DC0, 0x4DFF)]


def within(c, ranges):
    return any(first <= c <= last for first, last in ranges)


def width(c):
    category = unicodedata.category(chr(c))
    if category in BAD_CATEGORIES or within(c, INVISIBLE):
        return BAD
    if category in ("Mn", "Me") or within(c, JOINING):
        return 0
    if unicodedata.east_asian_width(chr(c)) in "WF" or within(c, WIDE_IN_USE):
        return 2
    return 1


def starts():
    """(first, width) wherever the width differs from that of the character before."""
    before = None
    for c in range(0x110000):
        now = width(c)
        if now != before:
            yield c, now
        before = now


def main():
    if unicodedata.unidata_version != UNICODE:
        sys.exit(f"text_table.py: this Python knows Unicode {unicodedata.unidata_version}, "
                 f"the table is of {UNICODE}")
    entries = [f"0x{first << 2 | columns:06x}" for first, columns in starts()]
    print("/* SPDX-License-Identifier: MIT */")
    print("/*")
    print(f" * Columns of every character of Unicode {UNICODE}. Written by text_table.py;")
    print(" * do not edit.")
    print(" * An entry holds from its character (the bits above the lowest two) up to the next")
    print(" * entry's. The lowest two bits are the columns, and 3 stands for -1.")
    print(" */")
    print("#ifndef BASE_TEXT_TABLE_H\n#define BASE_TEXT_TABLE_H\n")
    print("#include <stdint.h>\n")
    print("/* clang-format off */")
    print("static const uint32_t text_table[] = {")
    for i in range(0, len(entries), 8):
        print("\t" + ", ".join(entries[i:i + 8]) + ",")
    print("};")
    print("/* clang-format on */\n\n#endif")


if __name__ == "__main__":
    main()
