# SPDX-License-Identifier: MIT
"""fixtures/hostile: words that mean to be more than text, what must be seen of them, and what never comes out."""
import collections
import json
import os
import re

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "fixtures", "hostile", "cases.jsonl")
# Of what comes out: controls but LF and TAB, C1, what orders, hides or has no width, more than two marks.
FOREIGN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\U0001fffe\U000e0000-\U0010ffff]|.\u0301\u0301\u0301")

# `data` is bytes; `text` the same as str, None where it is no UTF-8.
Case = collections.namedtuple("Case", "name kind text data seen")


def read():
    found = []
    with open(PATH, encoding="ascii") as lines:
        for line in lines:
            one = json.loads(line)
            if "json" in one:
                continue
            data = bytes.fromhex(one["hex"]) if "hex" in one else one["text"].encode()
            found.append(Case(one["name"], one["class"], one.get("text"), data, one["seen"]))
    return found


def spelled():
    """What JSON alone can spell, by name: an event that has it is none."""
    with open(PATH, encoding="ascii") as lines:
        return {one["name"]: one["json"] for one in map(json.loads, lines) if "json" in one}


CASES = read()
BY_NAME = {one.name: one for one in CASES}
TEXTS = [one.text for one in CASES if one.text is not None]


def text(name):
    return BY_NAME[name].text


def files():
    """Those that may be the name of a file."""
    return [one for one in CASES if len(one.data) < 120 and b"/" not in one.data and b"\0" not in one.data
            and one.data not in (b".", b"..")]


def assert_plain(test, raw, what):
    """Bytes that came out are text: UTF-8, and nothing foreign in it."""
    said = raw.decode("utf-8")  # what is no UTF-8 fails here
    found = FOREIGN.search(said)
    test.assertIsNone(found, "%s: %r" % (what, found and said[max(0, found.start() - 60):found.end() + 20]))


def assert_inert(test, page):
    """A page of Markdown: headings and tables of ours, and nothing in them that would be more than text."""
    code, mermaid = re.compile(r"`[A-Za-z0-9/._*{}@-]+`"), False
    for line in page.splitlines():
        if line.startswith("```"):
            mermaid = not mermaid
            continue
        if mermaid:
            test.assertRegex(line, r'^(flowchart LR|    a\d+(\["[a-z0-9._-]+"\]| -->\|"[^"`{}%\\<>]*(<br/>[^"`{}%\\<>]*)*"\| a\d+))$')
            continue
        test.assertRegex(line, r"^(|\|.*\||# .*|## .*|The artifact: .*|\d+ contracts?\..*|The .*|There are more .*)$")
        test.assertNotRegex(line, r"\{\{|\{%")  # templates do not know backslashes
        bare = re.sub(r"\\.", "", code.sub("", line))
        bare = re.sub(r"\]\(#[a-z0-9-]*\)", "]", bare)  # our own, to a heading
        test.assertNotRegex(bare, r"[`*<>~&!$@\\]|\]\(|\]\[|\]:|://|www\.|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
        test.assertNotIn("#", bare.lstrip("# "))


def head(cut, seen):
    """The beginning of what is seen that is surely seen of the first characters too."""
    return seen[:min(len(cut), 16)].strip()
