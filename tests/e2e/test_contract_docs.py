#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`seam contract docs`: one page that says what the contracts say, whatever text is in them."""
import json
import os
import re
import subprocess
import tempfile
import unittest

import agent
import check
import hostile

CONTRACTS = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..",
                                          "fixtures", "contracts"))
HOSTILE = hostile.text("md-all")
SHOWN = ("a|b\\|c `d` ``e <script>alert(1)</script> <!-- [x](javascript:1) ![i](x) **bold** _em_ "
         "snake_case_word # h ## heading  | cell | cell | ```mermaid end ```  ~~x~~ &amp; "
         "^[[31m<U+202E> $x$ `@`team https://evil.test/ \\")


def docs(folder):
    return subprocess.run([agent.BIN, "contract", "docs", folder], timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def cells(line):
    """The cells of a row as a reader of Markdown sees them, backslashes taken off."""
    parts = re.findall(r"((?:\\.|[^|\\])*)\|", line)[1:]
    return [re.sub(r"\\(.)", r"\1", p).strip() for p in parts]


def tables(page):
    """[[row, ...], ...]; a row is a list of cells."""
    found, rows = [], []
    for line in page.splitlines() + [""]:
        if line.startswith("|"):
            rows.append(cells(line))
        elif rows:
            found.append(rows)
            rows = []
    return found


def sections(page):
    parts = re.split(r"^## (.*)$", page, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


class Docs(unittest.TestCase):
    def page(self, *contracts, names=None):
        with tempfile.TemporaryDirectory() as folder:
            for i, contract in enumerate(contracts):
                name = names[i] if names else "c%d.json" % i
                with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                    file.write(contract if isinstance(contract, str) else json.dumps(contract))
            return docs(folder)

    def test_fixtures(self):
        """Every contract, agent and field has its place; each way is an arrow."""
        page = docs(CONTRACTS).stdout
        graph = re.search(r"^```mermaid\n(.*?)^```$", page, re.M | re.S).group(1).splitlines()
        nodes = dict(re.match(r'    (a\d+)\["([a-z]+)"\]$', line).groups()
                     for line in graph if "[" in line)
        arrows = [re.match(r'    (a\d+) -->\|"(.*)"\| (a\d+)$', line).groups()
                  for line in graph if "-->" in line]
        self.assertEqual((graph[0], len(graph)), ("flowchart LR", 1 + len(nodes) + len(arrows)))
        ways, parts = {}, sections(page)
        for file in sorted(os.listdir(CONTRACTS)):
            with open(os.path.join(CONTRACTS, file), encoding="utf-8") as text:
                contract = json.load(text)
            name, version = contract["contract"], contract["version"]
            for sender in contract["from"]:
                for receiver in contract["to"]:
                    ways.setdefault((sender, receiver), {}).setdefault(name, []).append(version)
            overview, fields = tables(parts[name + "/" + version])
            members = {row[0]: row[1] for row in overview}
            self.assertEqual(members["is"], contract["scope"]["represents"])
            self.assertEqual(members["is not"], "; ".join(contract["scope"]["excludes"]))
            self.assertIn("`%s`" % contract["confidence"]["at"], members["confidence"])
            self.assertEqual("below" in members["confidence"],
                             "review_below" in contract["confidence"])
            self.assertEqual("sender" in members["held at"], contract.get("gate") == "from")
            required = {row[0].strip("`") for row in fields[2:] if row[2] == "yes"}
            self.assertLessEqual({"/" + f for f in contract["schema"]["required"]}, required)
            self.assertLessEqual({"/" + f for f in contract["schema"]["properties"]},
                                 {row[0].strip("`") for row in fields[2:]})
        told = {(nodes[a], nodes[b]): {part.split(" ", 1)[0]: part.split(" ", 1)[1].split(", ")
                                       for part in label.split("<br/>")}
                for a, label, b in arrows}
        self.assertEqual(told, ways)
        self.assertEqual(sorted(nodes.values()), sorted({a for way in ways for a in way}))
        overview = tables(page)[0]
        self.assertEqual(len(overview) - 2, len(parts))
        for row in overview[2:]:
            anchor = re.match(r"\[(.*)\]\(#(.*)\)$", row[0]).group(2)
            self.assertIn(anchor, {re.sub("[./]", "", head) for head in parts})

    def test_words(self):
        schema = {"type": "object", "required": ["a"], "$defs": {
            "id": {"type": "string", "maxLength": 1, "description": "an id"},
            "tree": {"type": "object", "properties": {"v": {"const": 5}, "kids": {
                "type": "array", "items": {"$ref": "#/$defs/tree"}}}}},
            "properties": {
                "a": {"$ref": "#/$defs/id"}, "b": {"type": ["integer", "null"], "minimum": 0},
                "c": {"anyOf": [{"type": "string"}, {"type": "null"}], "title": "C"},
                "d": {"enum": ["x", 1, True, False]}, "e": {"type": "array", "maxItems": 3,
                                                         "items": {"type": "number", "exclusiveMinimum": 0}},
                "f": True, "g": False, "i~/j": {"type": "string"},
                "m": {"type": "object", "additionalProperties": {"properties": {"n": {"type": "null"}}}},
                "t": {"$ref": "#/$defs/tree"}, "u": {"$ref": "#"}, "v": {"enum": list(range(15))}}}
        run = self.page(check.contract("x", "a", "b", schema=schema))
        rows = {row[0].strip("`"): row[1:] for row in tables(run.stdout)[2][2:]}
        for at, row in {"/a": ["string", "yes", "at most 1 character", "an id"],
                        "/b": ["integer or null", "", "at least 0", ""],
                        "/c": ["string or null", "", "", "C"],
                        "/d": ["string or number or boolean", "", "one of x, 1, true, false", ""],
                        "/e": ["array of number", "", "at most 3 elements; each above 0", ""],
                        "/f": ["anything", "", "", ""], "/g": ["nothing", "", "", ""],
                        "/i~0~1j": ["string", "", "", ""],
                        "/m/*/n": ["null", "", "", ""], "/t/v": ["number", "", "always 5", ""],
                        "/t/kids": ["array of object", "", "", ""],
                        "/v": ["number", "", "one of " + ", ".join(map(str, range(12))) + " and 3 more",
                               ""]}.items():
            self.assertEqual(rows[at], row, at)
        self.assertEqual([at for at in rows if re.match("/t/kids/|/u/", at)], [])    # they go round
        self.assertNotIn("There are more", run.stdout)

    def test_switches(self):
        """What is set is told, and what happens where nothing is."""
        def rows(**more):
            page = self.page(check.contract("x", "a", "b", **more)).stdout
            return {row[0]: row[1] for row in tables(page)[1]}

        plain = rows()
        self.assertEqual(plain["if it is broken"], "it is flagged (on_violation `flag`)")
        self.assertEqual([name for name in ("formats", "fan-out", "owners", "offers that name none", "may come back under") if name in plain], [])
        full = rows(on_violation="dead_letter", assert_format=True, fan_out=True, returns="y/^1", default=True,
                    owners={"a": "team a", "night|watch": "on-call"},
                    fallback={"at": "/fallback", "targets": ["lead", "b"]}, max_attempts=2)
        self.assertEqual(full["if it is broken"], "it is dead at once (on_violation `dead_letter`)")
        self.assertEqual(full["formats"], "are checked (`assert_format`)")
        self.assertEqual(full["fan-out"], "several may come out of one input (`fan_out`)")
        self.assertEqual(full["offers that name none"], "stand under this one (`default`)")
        self.assertEqual(full["may come back under"], "y/^1")
        self.assertEqual(full["owners"], "`a`: team a, night|watch: on-call")
        self.assertEqual(full["fallback"], "at `/fallback`, may go to lead, b, at most 2 attempts")
        self.assertEqual(full["from"], "`a` (team a)")

    def test_unfolding(self):
        """Each level refers twice to the next: 2 ** 30 fields."""
        defs = {"d%d" % i: {"properties": {k: {"$ref": "#/$defs/d%d" % (i + 1)} for k in "ab"}}
                for i in range(30)}
        defs["d30"] = {}
        run = self.page(check.contract("x", "a", "b", schema={"$ref": "#/$defs/d0", "$defs": defs}))
        self.assertEqual(len(tables(run.stdout)[2]), 502)
        self.assertIn("There are more than these 500 fields.", run.stdout)

    def test_hostile(self):
        """Text stays text, in its cell."""
        schema = {"type": "object", "title": HOSTILE, "properties": {
            HOSTILE: {"type": "string", "description": HOSTILE},
            "x": {"enum": [HOSTILE, "y"]}}}
        run = self.page(check.contract(
            "x", "end", "subgraph", schema=schema, owners={"end": HOSTILE}, summary=HOSTILE,
            scope={"represents": HOSTILE, "excludes": [HOSTILE, "b"]}, returns=HOSTILE,
            value={"at": "/v", "unit": HOSTILE}, evidence=["/" + HOSTILE.replace("~", "~0")],
            confidence={"at": "/a|b`"}))
        page = run.stdout
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertTrue(page.replace("\n", "").isprintable())
        for line in page.splitlines():
            self.assertRegex(line, r"^(|\||#|```|    a\d+|flowchart LR|\d+ contracts?\.|The artifact: ).*")
        for table in tables(page):
            self.assertEqual({len(row) for row in table}, {len(table[0])})
        hostile.assert_inert(self, page)
        bare = re.sub(r"\\.", "", re.sub(r"^```mermaid.*?^```$", "", page, flags=re.M | re.S))
        self.assertNotRegex(bare.replace("`@`", ""), r"[<>~&!$@]")
        self.assertNotRegex(re.sub(r"`[A-Za-z0-9/._*{}@-]+`", "", bare), "`")
        self.assertEqual(re.findall(r"\[([^\]]*)\]", bare), ["x"])
        self.assertEqual(re.findall(r"^#+ .*", page, re.M), ["# Contracts", "## x/1.0.0"])
        text = [cell for table in tables(page) for row in table for cell in row]
        self.assertEqual(text.count(SHOWN), 5)  # is (twice), returns, one line, description
        self.assertIn("`end` (%s)" % SHOWN, text)
        self.assertIn('    a0["end"]\n    a1["subgraph"]\n    a0 -->|"x 1.0.0"| a1\n', page)

    def test_order(self):
        """By name and by version as numbers, whatever the files are called."""
        contracts = [check.contract(n, "a", "b", version=v)
                     for n, v in (("b", "1.0.0"), ("a", "10.0.0"), ("a", "9.0.0"), ("a", "9.0.10"))]
        one = self.page(*contracts).stdout
        self.assertEqual(one, self.page(*contracts[::-1]).stdout)
        self.assertEqual(list(sections(one)), ["a/9.0.0", "a/9.0.10", "a/10.0.0", "b/1.0.0"])
        self.assertIn('a0 -->|"a 9.0.0, 9.0.10, 10.0.0<br/>b 1.0.0"| a1', one)

    def test_refused(self):
        good = check.contract("x", "a", "b")
        run = self.page(good, "{", dict(good, scope={}))
        self.assertEqual(run.returncode, 1)
        self.assertIn("c1.json: ", run.stderr)
        self.assertIn("c2.json: /contract: x/1.0.0 stands in c0.json already", run.stderr)
        self.assertEqual(list(sections(run.stdout)), ["x/1.0.0"])
        self.assertEqual(docs("/nowhere").returncode, 1)
        self.assertEqual(self.page().stdout, "# Contracts\n\n0 contracts.\n\n")

    def test_large(self):
        """More ways than can be drawn, an agent that is named twice."""
        names = ["n%d" % i for i in range(30)]
        run = self.page(dict(check.contract("x", "a", "b"), **{"from": names, "to": names}),
                        dict(check.contract("w", "a", "b"), **{"from": ["a", "a"]}))
        self.assertEqual(len(re.findall("-->", run.stdout)), 399)
        self.assertIn("shows the first 400 ways only", run.stdout)
        self.assertIn('-->|"w 1.0.0"|', run.stdout)


if __name__ == "__main__":
    check.main()
