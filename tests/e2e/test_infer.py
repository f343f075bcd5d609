#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`seam contract infer`: what is learned from the first half of an edge holds for the second, and
what is planted there is refused. The judge is python3-jsonschema."""
import collections
import copy
import json
import os
import random
import subprocess
import tempfile
import unittest

from jsonschema import Draft202012Validator

import agent
import check

FIXTURES = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..",
                                         "fixtures"))
RECORDINGS = ("calm", "bad-deploy", "retry-storm", "silent", "incident")
ENOUGH = 40                    # handoffs of an edge that is judged
PLANTED = 20


def seam(*words, stdin=None):
    return subprocess.run([agent.BIN, "contract"] + list(words), input=stdin, timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def offer(artifact, number, sender="a", receiver="b", **more):
    return json.dumps(dict(
        {"specversion": "1.0", "id": "e%d" % number, "source": "agent:" + sender,
         "type": "seam.handoff.offered", "time": "2026-05-04T03:12:07Z",
         "data": {"handoff": "h%d" % number, "attempt": 1, "from": sender, "to": receiver,
                  "artifact": artifact}}, **more)) + "\n"


def infer(lines, edge="a>b", *options):
    run = seam("infer", "-", "--edge", edge, *options, stdin="".join(lines))
    return (json.loads(run.stdout) if run.returncode == 0 else None), run


def schema_of(artifacts):
    contract, run = infer([offer(a, i) for i, a in enumerate(artifacts)])
    assert contract is not None, run.stderr
    Draft202012Validator.check_schema(contract["schema"])
    return contract["schema"]


def places(value, path=()):
    """Each named place of an artifact."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield path + (key,), below
            yield from places(below, path + (key,))


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


class Planter:
    """Takes an artifact and does one thing to it that no artifact of the edge had."""

    def __init__(self, artifacts, seed):
        self.random = random.Random(seed)
        self.seen = collections.defaultdict(list)
        for artifact in artifacts:
            for path, value in places(artifact):
                self.seen[path].append(value)
        self.seen[()] = artifacts

    def plant(self, kind, artifact):
        """The artifact with the fault and where it is, or None if it has no place for one."""
        fits = {"type": lambda p, v: True,
                "missing": lambda p, v: len(v) == len(self.seen[p[:-1]]),
                "enum": lambda p, v: (all(isinstance(x, str) for x in v) and len(set(v)) <= 12 and
                                      len(v) >= 5 * len(set(v))),
                "range": lambda p, v: all(is_number(x) for x in v)}[kind]
        paths = [p for p, _ in places(artifact) if fits(p, self.seen[p])]
        if not paths:
            return None
        changed, path = copy.deepcopy(artifact), self.random.choice(sorted(paths))
        parent = changed
        for key in path[:-1]:
            parent = parent[key]
        if kind == "missing":
            del parent[path[-1]]
        else:
            parent[path[-1]] = getattr(self, kind)(path, parent[path[-1]])
        return changed, path

    def type(self, path, _value):
        kinds = {float if is_number(v) else type(v) for v in self.seen[path]}
        return self.random.choice([v for v in ("17 apples", 2.5, True, None, ["x"], {"x": 1})
                                   if type(v) not in kinds])

    def enum(self, _path, value):
        return self.random.choice(["never seen", "zz", value + "_x", value.upper() + "!"])

    def range(self, path, _value):
        if path[-1] == "confidence":
            return self.random.choice([1.01, 1.5, 87, -0.01, -1])
        if min(self.seen[path]) >= 0 and self.random.random() < 0.5:
            return -self.random.choice([1, 10, 1000])
        return self.random.choice([10, 100, 10000]) * max(self.seen[path])


class Halves(unittest.TestCase):
    """The recordings of the demo."""

    def edges(self, name):
        text = subprocess.run(["zstdcat", os.path.join(FIXTURES, "recordings", name + ".jsonl.zst")],
                              stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout
        found = collections.defaultdict(list)
        for line in text.splitlines(True):
            event = json.loads(line)
            if event["type"] == "seam.handoff.offered":
                data = event["data"]
                found[data["from"] + ">" + data["to"]].append((line, data["artifact"]))
        return {edge: offers for edge, offers in found.items() if len(offers) >= ENOUGH}

    def judge(self, edge, offers):
        half = len(offers) // 2
        contract, run = infer([line for line, _ in offers[:half]], edge)
        self.assertIsNotNone(contract, run.stderr)
        Draft202012Validator.check_schema(contract["schema"])
        valid = Draft202012Validator(contract["schema"]).is_valid
        second = [artifact for _, artifact in offers[half:]]
        good = [artifact for artifact in second if valid(artifact)]
        self.assertGreaterEqual(len(good), 0.95 * len(second), edge)
        planter, planted, caught, missed = Planter([a for _, a in offers], edge), 0, 0, []
        while planted < PLANTED:
            for kind in ("type", "missing", "enum", "range"):
                fault = planter.plant(kind, planter.random.choice(good))
                if fault is not None and planted < PLANTED:
                    planted += 1
                    caught += not valid(fault[0])
                    missed += [(kind, fault[1])] if valid(fault[0]) else []
        # in 20 artifacts a choice of five may not be over: then it is rightly none
        self.assertGreaterEqual(caught, PLANTED * (0.9 if half >= 30 else 0.8), (edge, missed))
        return run.stdout, caught

    def test_second_half(self):
        judged = caught = 0
        for name in RECORDINGS:
            with tempfile.TemporaryDirectory() as folder:
                for number, (edge, offers) in enumerate(sorted(self.edges(name).items())):
                    with self.subTest(recording=name, edge=edge):
                        text, found = self.judge(edge, offers)
                        with open("%s/c%d-1.0.0.json" % (folder, number), "w") as file:
                            file.write(text)
                        judged, caught = judged + 1, caught + found
                run = seam("check", folder)
                self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertGreaterEqual(judged, 30)
        self.assertGreaterEqual(caught, 0.95 * PLANTED * judged)


class Schemas(unittest.TestCase):
    """What is promised, and what is not."""

    def property(self, values, name="x"):
        return schema_of([{name: v} for v in values])["properties"][name]

    def test_choice(self):
        x = self.property(["warning", "critical", "warning"] * 10)
        self.assertEqual(x["enum"], ["critical", "warning"])
        self.assertEqual(x["$comment"], "seen 30 of 30; critical 10, warning 20")
        self.assertEqual(self.property(["EUR"] * 30)["const"], "EUR")
        self.assertEqual(self.property([None, "ann", "bob"] * 12)["enum"], ["ann", "bob", None])

    def test_no_choice(self):
        cases = {"too few": ["a", "b"] * 4, "new ones to the end": ["a", "b"] * 20 + list("cdefgh") * 2,
                 "too many": list("abcdefghijklmn") * 10, "one of them once": ["a"] * 40 + ["b"] + ["a"] * 40,
                 "ids": ["case-1234", "case-5678"] * 20, "dates": ["2026-05-01"] * 40,
                 "fallbacks": ["stop_if_not_progressed_within_30m"] * 40, "long": ["x" * 65] * 40,
                 "numbers": [1, 2] * 40, "two types": ["a", 1] * 40}
        for why, values in cases.items():
            with self.subTest(why):
                x = self.property(values)
                self.assertFalse({"enum", "const"} & set(x), x)

    def test_ranges(self):
        cases = [([3, 80, 130, 40] * 10, "integer", 0, 300), ([0.5, 7.25] * 20, "number", 0, 15),
                 ([-20, 10, 5] * 10, "integer", -40, 20), ([1, 2, 3] * 10, "integer", 1, 8),
                 ([1, 1.5] * 10, "number", 0, 3), (list(range(50)), "integer", 0, None)]
        for values, kind, least, most in cases:
            with self.subTest(values=values[:4]):
                x = self.property(values)
                self.assertEqual((x["type"], x.get("minimum"), x.get("maximum")), (kind, least, most))
        for name, most in (("confidence", 1), ("match_score", 1), ("load", 1.5)):
            self.assertEqual(self.property([0.25, 0.75, 0.5] * 8, name)["maximum"], most)

    def test_huge_numbers(self):
        x = self.property([10 ** 400, 1] * 10)
        self.assertNotIn("maximum", x)

    def test_strings(self):
        cases = [(["2026-05-01T03:00:%02dZ" % i for i in range(30)], "date-time"),
                 (["2026-05-%02d" % (i + 1) for i in range(30)], "date"),
                 (["%08x-0000-4000-8000-000000000000" % i for i in range(30)], "uuid"),
                 (["https://x.test/%d" % i for i in range(30)], "uri"),
                 (["a%d@x.test" % i for i in range(30)], "email")]
        for values, form in cases:
            with self.subTest(form):
                x = self.property(values)
                self.assertEqual(x["format"], form)
                valid = Draft202012Validator(x).is_valid
                self.assertTrue(all(valid(v) for v in values))
                self.assertFalse(valid("none of it"))
                self.assertNotIn("format", self.property(values + ["none of it"]))
        self.assertEqual(self.property(["run-%d" % i for i in range(100, 140)])["pattern"], "^run-")
        self.assertEqual(self.property(["inc-2026-%d" % i for i in range(100, 140)])["pattern"], "^inc-")
        codes = self.property(["%06x" % (i * 7919 + 0xa0000) for i in range(40)])
        self.assertEqual((codes["pattern"], codes["minLength"], codes["maxLength"]),
                         ("^[0-9a-f]+$", 6, 6))
        for words in (["word " * i for i in range(1, 80)], ["customer writes number %d of it" % i for i in range(80)]):
            prose = self.property(words)
            self.assertEqual({"minLength": 1}, {k: v for k, v in prose.items() if k not in ("$comment", "type")})

    def test_types(self):
        self.assertEqual(self.property([1, None] * 10)["type"], ["null", "integer"])
        self.assertEqual(self.property(["a", 1.5, True] * 10)["type"], ["boolean", "number", "string"])
        self.assertEqual(self.property([[1], {"a": 1}] * 10)["type"], ["array", "object"])
        for root in ("text", 5, [1, 2]):
            self.assertTrue(Draft202012Validator(schema_of([root] * 20)).is_valid(root))

    def test_objects(self):
        both = schema_of([{"a": 1, "b": 2}, {"a": 1}] * 10)
        self.assertEqual((both["required"], both["additionalProperties"]), (["a"], False))
        self.assertEqual(both["properties"]["b"]["$comment"], "seen 10 of 20; 2 to 2")
        self.assertNotIn("additionalProperties", schema_of([{"a": 1}] * 3))
        late = schema_of([{"a": 1}] * 28 + [{"a": 1, "b": 1}] * 2)
        self.assertNotIn("additionalProperties", late)

    def test_kinds(self):
        """Two kinds of object on one way: each keeps what it always has."""
        step, ask = {"step": 1, "text": "x"}, {"question": "q", "answer": "a", "at": 1}
        schema = schema_of([step, step, ask, dict(step, at=1), step] * 10)
        self.assertEqual([v["required"] for v in schema["anyOf"]],
                         [["step", "text"], ["question", "answer", "at"]])
        self.assertEqual(schema["anyOf"][1]["$comment"], "seen 10 of 50")
        valid = Draft202012Validator(schema).is_valid
        self.assertTrue(valid(step) and valid(ask) and valid(dict(step, at=1)))
        for less in ({"step": 1}, {"text": "x"}, {"question": "q", "at": 1}, {}, {"step": 1, "at": 1}):
            self.assertFalse(valid(less), less)
        for others in ([{"a": 1}, {"b": 1}, {"a": 1, "b": 1}] * 10,      # they come and go
                       [{"a": 1}, {}, {"b": 1}] * 10, [{"a": 1}] * 40 + [{"b": 1}] * 2,
                       [{c: 1} for c in "abcde"] * 10, [{"a": 1}] * 20 + [{"b": 1}] + [{"a": 1}] * 20):
            self.assertNotIn("anyOf", schema_of(others))

    def test_maps(self):
        values = [{"fix": 1, "by": {"case-%d" % (1000 + 7 * i): {"n": i}, "case-%d" % (5000 + i): {"n": 1}}}
                  for i in range(40)]
        by = schema_of(values)["properties"]["by"]
        self.assertNotIn("properties", by)
        self.assertEqual(by["propertyNames"]["pattern"], "^case-")
        self.assertEqual(by["additionalProperties"]["required"], ["n"])
        valid = Draft202012Validator(by).is_valid
        self.assertTrue(valid({"case-77": {"n": 3}}))
        self.assertFalse(valid({"else": {"n": 3}}))
        self.assertFalse(valid({"case-77": {"m": 3}}))
        core = schema_of([{"id": 1, "key%d" % i: "x"} for i in range(400)])
        self.assertEqual((list(core["properties"]), core["required"]), (["id"], ["id"]))
        self.assertEqual(core["additionalProperties"]["type"], "string")

    def test_arrays(self):
        tags = self.property([["a", "b"], ["b"], ["a", "b", "a"]] * 10)
        self.assertEqual((tags["minItems"], tags["items"]["enum"]), (1, ["a", "b"]))
        self.assertFalse({"maxItems", "uniqueItems"} & set(tags))
        point = self.property([[1.5, 2.5]] * 20)
        self.assertEqual((point["minItems"], point["maxItems"]), (2, 2))
        self.assertNotIn("minItems", self.property([[], [1]] * 10))


class Commands(unittest.TestCase):
    def test_pointers(self):
        fallback = {"action": "escalate", "target": "lead", "after_seconds": 60}
        artifact = {"meta": {"certainty": 0.5, "on_silence": fallback}, "refs": ["log:1", "log:2"]}
        contract, run = infer([offer(artifact, i) for i in range(20)])
        self.assertEqual([contract[m]["at"] for m in ("confidence", "fallback", "provenance")],
                         ["/meta/certainty", "/meta/on_silence", "/refs"])
        self.assertNotIn("a confidence", run.stderr)
        self.assertIn("20 artifacts: 7 fields, 7 always there", run.stderr)

    def test_doubts(self):
        contract, run = infer([offer({"a": i, "b": "x" if i else 1}, i) for i in range(12)])
        self.assertEqual([contract["confidence"], contract["fallback"]],
                         [{"at": "/confidence"}, {"at": "/fallback"}])
        for doubt in ("0 of 12 artifacts have a confidence in 0..1 at /confidence", "0 of 12 artifacts have a fallback", "no list of sources",
                      "12 artifacts: little", "/a goes up and up", "/b has values of 2 types"):
            self.assertIn(doubt, run.stderr)
        line, run = infer([offer({"a": i}, i) for i in range(12)], "a>b", "--json")
        self.assertEqual((line["artifacts"], line["fields"], run.stdout.count("\n")), (12, 1, 1))
        self.assertIn("/a goes up and up: it gets no maximum", line["doubts"])
        self.assertEqual(line["contract"]["contract"], "a-to-b")

    def test_most_have_it(self):
        """Where most have it, it is there, and the others are counted."""
        late = {"action": "escalate", "target": "lead", "after_seconds": 60}
        some = [{"meta": {"confidence": .5}, "fallback": late}] * 32 + \
               [{"meta": {"confidence": "high"}}, {"meta": {}}, {}, {"meta": {"confidence": 7}}] + [{"fallback": 1}] * 3
        contract, run = infer([offer(a, i) for i, a in enumerate(some)])
        self.assertEqual((contract["confidence"], contract["fallback"]), ({"at": "/meta/confidence"}, {"at": "/fallback"}))
        self.assertIn("32 of 39 artifacts have a confidence in 0..1 at /meta/confidence", run.stderr)
        self.assertIn("32 of 39 artifacts have a fallback that can be used at /fallback", run.stderr)
        few = [{"confidence": .5}] * 5 + [{"confidence": "high"}] * 34
        contract, run = infer([offer(a, i) for i, a in enumerate(few)])
        self.assertEqual(contract["confidence"], {"at": "/confidence"})
        self.assertIn("5 of 39 artifacts have a confidence in 0..1 at /confidence", run.stderr)

    def test_broken_are_left_out(self):
        def said(source, kind, number, attempt=1, **data):
            one = json.loads(offer(0, 1000 + number))
            one.update(id="s%s%d" % (kind, number), source=source, type="seam.handoff." + kind,
                       data=dict({"handoff": "h%d" % number, "attempt": attempt}, **data))
            return json.dumps(one) + "\n"

        lines = [offer({"good": 1} if i < 20 else {"bad%d" % i: 1}, i) for i in range(25)]
        lines += [said("hub:x", "flagged", 20, contract="x/1.0.0", faults=["schema"], violations=[], of=1),
                  said("agent:b", "refused", 21, reason="contract"), said("hub:x", "dead_lettered", 22, reason="contract"),
                  said("agent:b", "failed", 23, reason="contract"), said("agent:b", "refused", 0, reason="overload"),
                  said("agent:z", "refused", 1, reason="contract"), said("agent:b", "refused", 24, reason="contract")]
        contract, run = infer(lines)
        self.assertEqual(list(contract["schema"]["properties"]), ["good"])
        self.assertIn("from 20 artifacts", run.stderr)
        self.assertIn("left out 5 offers that were flagged", run.stderr)
        line, run = infer(lines, "a>b", "--json")
        self.assertEqual((line["artifacts"], line["broken"]), (20, 5))
        line, run = infer(lines, "a>b", "--json", "--all")
        self.assertEqual((line["artifacts"], line["broken"]), (25, 0))
        contract, run = infer(lines[20:22] + lines[25:27])
        self.assertIn("all 2 offers from a to b were found to break a contract: --all", run.stderr)

    def test_which_offers(self):
        """Each once, from who may offer it, under the contract that is meant."""
        lines = [offer({"a": 1}, 1, dataschema="contract:x/1.0.0"), offer({"a": 1}, 1),
                 offer({"b": 1}, 2, dataschema="contract:x/2.0.0"), offer({"c": 1}, 3, receiver="c"),
                 offer({"d": 1}, 4, source="agent:mallory"), "no event\n"]
        contract, run = infer(lines)
        self.assertEqual(list(contract["schema"]["properties"]), ["a", "b"])
        self.assertIn("offered under x/1.0.0, x/2.0.0: --contract", run.stderr)
        self.assertIn("left out 2 offers", run.stderr)
        self.assertIn("left out 1 of 6 lines", run.stderr)
        self.assertNotIn("default", contract)
        self.assertNotIn("named no contract", run.stderr)
        contract, run = infer(lines, "a>b", "--contract", "x/2.0.0")
        self.assertEqual(list(contract["schema"]["properties"]), ["b"])

    def test_offers_that_name_no_contract(self):
        """Where it is in force they stand under it, so that they are not held."""
        lines = [offer({"a": 1}, i) for i in range(9)] + [offer({"a": 1}, 9, dataschema="contract:x/1.0.0")]
        for some, unnamed in ((lines[:9], "9 of 9"), (lines, "9 of 10")):
            contract, run = infer(some)
            self.assertEqual((contract["default"], contract["on_violation"]), (True, "flag"))
            self.assertIn(unnamed + ' named no contract: it says "default": true', run.stderr)
        contract, run = infer(lines[9:])
        self.assertNotIn("default", contract)

    def test_refusals(self):
        lines = [offer({"a": 1}, i) for i in range(3)]
        for edge, status, why in (("b>a", 1, "no offer from b to a in -; its busiest edge is a>b, 3"),
                                  ("a", 2, "--edge takes FROM>TO"), ("a>B!", 2, "--edge takes")):
            run = seam("infer", "-", "--edge", edge, stdin="".join(lines))
            self.assertEqual((run.returncode, run.stdout), (status, ""), run)
            self.assertIn(why, run.stderr)
        self.assertEqual(seam("infer", "-").returncode, 2)
        run = seam("infer", "/nowhere", "--edge", "a>b", "--json")
        self.assertEqual((run.returncode, json.loads(run.stdout)["error"]["code"]), (1, "no_file"))

    def test_hostile(self):
        """Whatever is in it: a contract that is taken, in printable ASCII, of bounded size."""
        rng, artifacts = random.Random(1), []
        deep = 1
        for level in range(55):
            deep = {"\u202e\x1b[31m`|%d" % level: deep} if level % 2 else [deep, "\0"]
        for i in range(60):
            artifacts += [{"k%d" % rng.randrange(10 ** 9): rng.choice([1, "x", [1], None, 10 ** 400])
                           for _ in range(300)},
                          {"fixed_%d" % k: {"\u00e9\n%d" % n: "y" * 60 + str(i % 7) for n in range(30)}
                           for k in range(250)},
                          deep, {"x" * 9000: "y" * 90000, "a/b~c\0": "\0"},
                          rng.choice([1, "s", None, [], {}, True, [[[[]]]]])]
        contract, run = infer([offer(a, i) for i, a in enumerate(artifacts)])
        self.assertLess(len(run.stdout), 600000)
        self.assertTrue((run.stdout.replace("\n", "") + run.stderr.replace("\n", "")).isprintable())
        self.assertTrue(run.stdout.isascii())
        valid = Draft202012Validator(contract["schema"]).is_valid
        self.assertTrue(all(valid(a) for a in artifacts))
        with tempfile.TemporaryDirectory() as folder:
            with open(folder + "/a-to-b-1.0.0.json", "w") as file:
                file.write(run.stdout)
            self.assertEqual(seam("check", folder).returncode, 0)


if __name__ == "__main__":
    check.main()
