#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`seam contract check`, `diff` and `validate`: what they say of files, and how they end. No hub."""
import json
import os
import re
import subprocess
import unittest

import agent
import check
from check import contract

CLOSED = {"type": "object", "properties": {"plan": {"type": "string"}, "confidence": True, "fallback": True},
          "required": ["plan"], "additionalProperties": False}


class FilesCase(unittest.TestCase):
    def setUp(self):
        self.folder = agent.scratch()

    def write(self, name, what):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as out:
            out.write(what if isinstance(what, str) else json.dumps(what))
        return path

    def seam(self, *words, status=0, given=None, **more):
        done = subprocess.run([agent.BIN, "contract", *words], timeout=30, encoding="utf-8", input=given or "",
                              stdout=more.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE, **more)
        self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        return done

    def lines(self, *words, **more):
        return [json.loads(line) for line in self.seam(*words, "--json", **more).stdout.splitlines()]


class Check(FilesCase):
    def told(self, status=1):
        """{(file, pointer): reason} of faults and of doubts."""
        told = {"fault": {}, "doubt": {}}
        for line in self.lines("check", os.path.join(self.folder, "c"), status=status):
            told[line["kind"]][line["file"], line["pointer"]] = line["reason"]
        return told["fault"], told["doubt"]

    def test_every_fault_of_every_file(self):
        self.write("c/a.json", '{"contract": "a",\n "version": 1,,}')
        self.write("c/b.json", contract("b", "p", "q", version="1", confidence={"review_below": 80}, review_below=7,
                                        schema={"type": "strng", "minimum": "x"}))
        self.write("c/c.json", contract("c", "p", "q"))
        faults, doubts = self.told()
        self.assertEqual(faults.pop(("a.json", "")), 'expected a key, not "," at line 2, column 15')
        self.assertEqual({key[1] for key in faults}, {"/version", "/confidence/review_below", "/review_below",
                                                      "/schema/type", "/schema/minimum"})
        self.assertEqual(doubts, {})
        self.assertEqual(self.seam("check", os.path.join(self.folder, "c"), status=1).stdout,
                         "1 contract, 2 files with faults, 6 faults, 0 doubts\n")
        os.unlink(os.path.join(self.folder, "c/c.json"))
        self.assertEqual(self.seam("check", os.path.join(self.folder, "c"), status=1).stdout,
                         "0 contracts, 2 files with faults, 6 faults, 0 doubts\n")

    def test_what_is_misspelt(self):
        what = contract("a", "p", "q", on_violaton="hold", confidense={}, colour=1, owners={"p": "x", "nobody": "y"},
                        scope={"represents": "a", "excludes": ["b"], "exclude": []}, **{"x-mine": 1, "$schema": "s"})
        what["confidence"]["review_bellow"] = 0.5
        self.write("c/a.json", what)
        faults, doubts = self.told(status=0)
        unknown = "unknown, nobody reads it"
        self.assertEqual((faults, {key[1]: why for key, why in doubts.items()}), ({}, {
            "/on_violaton": unknown + ": did you mean on_violation?",
            "/confidense": unknown + ": did you mean confidence?",
            "/colour": unknown + " (what begins with x- is yours)",
            "/scope/exclude": unknown + ": did you mean excludes?",
            "/confidence/review_bellow": unknown + ": did you mean review_below?",
            "/owners/nobody": "is an agent that neither from nor to names"}))

    def test_members_of_the_protocol(self):
        """None of what the page says is unknown."""
        with open(os.path.join(check.HERE, "..", "..", "docs", "PROTOCOL.md"), encoding="utf-8") as page:
            table = page.read().partition("| `contract` | required |")[2].partition("\n\n")[0]
        names = re.findall("^\\| ((?:`[a-z_]+` )+)\\|", table, re.MULTILINE)
        names = [name for row in names for name in re.findall("[a-z_]+", row)]
        self.assertGreater(len(names), 15)
        self.write("c/a.json", dict({name: {} for name in names}, **contract("a", "p", "q", owners={}, evidence=[], **{
            name: {"gate": "to", "max_attempts": 1, "on_violation": "flag", "returns": "a", "summary": "x", "approvals": 2}.get(name, True)
            for name in ("gate", "max_attempts", "critical", "on_violation", "assert_format", "returns", "fan_out", "default",
                         "summary", "approvals")})))
        self.assertEqual(self.told(status=0), ({}, {}))

    def test_what_the_schema_does_not_have(self):
        closed = dict(CLOSED, required=["plan", "pln"])
        self.write("c/a.json", contract("a", "p", "q", schema=closed, confidence={"at": "/confidense"},
                                        provenance={"at": "/inputs"}, evidence=["/plan", "/plan/0"], value={"at": "/plan"},
                                        summary="{/plan} {/plann} {plan}"))
        self.write("c/b.json", contract("b", "p", "q", schema={"properties": {"plan": {"type": "string"}}}))
        self.write("c/c.json", contract("c", "p", "q", schema={"allOf": [{"$ref": "#/$defs/x"}], "$defs": {"x": {
            "properties": {"confidence": {}, "fallback": {}, "plan": {}}}}, "unevaluatedProperties": False},
                                        summary="{/plan} {/gone}"))
        _, doubts = self.told(status=0)
        self.assertEqual({("a", key[1]): why for key, why in doubts.items() if key[0] == "a.json"}, {
            ("a", "/confidence/at"): "the schema admits no /confidense",
            ("a", "/provenance/at"): "the schema admits no /inputs",
            ("a", "/evidence/1"): "the schema admits no /plan/0",
            ("a", "/summary"): "{plan} is no JSON Pointer",
            ("a", "/schema/required/1"): "is required, and not among properties: with additionalProperties false "
                                         "nothing fits"})
        self.assertEqual({key: why for key, why in doubts.items() if key[0] != "a.json"}, {
            ("b.json", "/confidence/at"): "the schema does not name /confidence",
            ("b.json", "/fallback/at"): "the schema does not name /fallback",
            ("c.json", "/summary"): "the schema admits no /gone"})

    def test_keywords(self):
        """Unknown ones are remarks in JSON Schema; a slip is told, a word of one's own and a property's name are not."""
        self.write("c/a.json", contract("a", "p", "q", schema={
            "propertys": {}, "note": 1, "x-mine": 2, "colour": 3, "const": {"maxlength": 1},
            "properties": {"maxlength": {"maxlength": 1}, "confidence": {"enums": []}, "fallback": {}},
            "anyOf": [True, {"itmes": {}}], "$defs": {"a": {"not": {"requierd": []}}}}))
        self.assertEqual({key[1]: why for key, why in self.told(status=0)[1].items()}, {
            "/schema/" + place: "unknown, it decides nothing: did you mean %s?" % meant for place, meant in (
                ("propertys", "properties"), ("properties/maxlength/maxlength", "maxLength"),
                ("properties/confidence/enums", "enum"), ("anyOf/1/itmes", "items"), ("$defs/a/not/requierd", "required"))})

    def test_returns(self):
        """What may be in a file that cannot be read is not doubted; a range that nothing fits is."""
        self.write("c/a.json", contract("a", "p", "q", returns="b/^2"))
        self.write("c/b.json", contract("b", "p", "q"))
        self.assertEqual(self.told(status=0)[1], {("a.json", "/returns"): "fits no contract of this folder"})
        self.write("c/b.json", contract("b", "p", "q", version="2.0.0"))
        self.assertEqual(self.told(status=0)[1], {})
        self.write("c/b.json", contract("b", "p", "q", version="2.0.0", gate="no"))
        self.assertEqual(self.told()[1], {})

    def test_one_default_for_an_edge(self):
        self.write("c/a.json", contract("a", "p", "q", default=True))
        self.write("c/b.json", contract("b", "p", "r", default=True))
        self.write("c/c.json", contract("c", "p", "q"))
        self.assertEqual(self.told(status=0), ({}, {}))
        self.write("c/d.json", contract("d", "p", "q", **{"from": ["x", "p"], "to": ["y", "r"]}, default=True))
        self.assertEqual(self.told(), ({("d.json", "/default"): "b.json says so too for p>r: an edge has one at most"}, {}))
        self.assertEqual(self.seam("check", os.path.join(self.folder, "c"), status=1).stdout,
                         "4 contracts, 1 fault, 0 doubts\n")
        self.write("c/d.json", contract("d", "p", "q", default="yes"))
        self.assertEqual(self.told()[0], {("d.json", "/default"): "must be true or false"})

    def test_nothing_to_check(self):
        path = self.write("c/read.me", "x")
        for what, words in ((os.path.join(self.folder, "c"), "no contracts in .*: no name there ends in .json"),
                            (path, "Not a directory: name the folder that it is in"),
                            (path + "/none", "cannot read the contracts in")):
            self.assertRegex(self.seam("check", what, status=2).stderr, words)

    def test_full_disk(self):
        self.write("c/a.json", "{")
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = self.seam("check", os.path.join(self.folder, "c"), "--json", status=1, stdout=full)
        self.assertIn("cannot write the output: No space left on device", done.stderr)


class Diff(FilesCase):
    def pair(self, was, now, *more, status=0):
        a = self.write("a.json", contract("plan", "p", "q", **dict({"schema": CLOSED}, **was)))
        b = self.write("b.json", contract("plan", "p", "q", **dict({"schema": CLOSED}, **now)))
        return self.seam("diff", a, b, *more, status=status).stdout.splitlines()

    def test_the_number(self):
        other = dict(CLOSED, required=["plan", "confidence"])
        for version, words, major in (("2.0.0", "breaking, and the version says so (1 -> 2)", 0),
                                      ("1.1.0", "breaking, but only a minor number: ^1.0.0 takes 1.1.0. It must be 2.0.0", 1),
                                      ("1.0.0", "1.0.0 is not above 1.0.0", 1)):
            self.assertEqual(self.pair({}, {"schema": other, "version": version}, status=1)[-1], words)
            self.assertEqual(self.pair({}, {"schema": other, "version": version}, "--allow-major", status=major)[-1], words)

    def test_a_weaker_check(self):
        said = self.pair({"critical": True, "on_violation": "hold"}, {"version": "1.1.0"})
        self.assertEqual(said, [
            "critical  true -> false  a weaker check",
            "on_violation  hold -> flag  a weaker check: what is done with what breaks the schema",
            "compatible, but a weaker check: critical, on_violation"])
        one = json.loads(self.pair({"critical": True}, {"version": "1.1.0"}, "--json")[0])
        self.assertEqual((one["was"], one["is"], one["compatible"], one["weaker"], one["differences"][0]["weaker"]),
                         ("plan/1.0.0", "plan/1.1.0", True, True, True))

    def test_default(self):
        """Without it, what names no contract is held."""
        words = "whether offers that name no contract stand under it"
        self.assertEqual(self.pair({}, {"version": "1.1.0", "default": True}), [
            "default  false -> true  a weaker check: " + words, "compatible, but a weaker check: default"])
        self.assertEqual(self.pair({"default": True}, {"version": "1.1.0"}), [
            "default  true -> false  harmless: " + words, "compatible"])

    def test_too_large(self):
        """Ends soon, and claims nothing."""
        names = ["n%d" % n for n in range(60000)]
        a = self.write("a.json", {"required": names})
        b = self.write("b.json", {"required": list(reversed(names)) + ["x"]})
        done = self.seam("diff", a, b, "--json", status=2)
        self.assertEqual(json.loads(done.stdout)["error"]["code"], "too_large")

    def test_what_cannot_be_read(self):
        good = self.write("a.json", contract("a", "p", "q"))
        fifo = os.path.join(self.folder, "fifo.json")
        os.mkfifo(fifo)
        for words, said in (((good, fifo), "it is a FIFO"), ((good, "/none"), "No such file"),
                            ((good, self.folder), "is a folder and"), (("-", "-"), "not both"),
                            ((good, self.write("b.json", "{\n,")), "line 2, column 1"),
                            ((good, self.write("s.json", "{}")), "one is a contract and the other a schema")):
            self.assertIn(said, self.seam("diff", *words, status=2).stderr)
        self.seam("diff", "-", good, given=json.dumps(contract("a", "p", "q")))
        self.assertEqual(subprocess.run(["bash", "-c", '"$0" contract diff <(cat "$1") "$1"', agent.BIN, good], timeout=30,
                                        stdout=subprocess.PIPE, check=True).stdout, b"compatible: the same\n")

    def test_what_is_missing(self):
        self.assertEqual(self.seam("diff", "a.json", status=2).stderr, "seam: B is missing (seam contract diff --help)\n")
        self.assertEqual(self.seam("diff", status=2).stderr, "seam: A and B are missing (seam contract diff --help)\n")

    def test_folders(self):
        for name in ("same", "grows", "goes", "breaks"):
            self.write("was/%s.json" % name, contract(name, "p", "q", schema=CLOSED))
        self.write("is/same.json", contract("same", "p", "q", schema=CLOSED))
        self.write("is/grows-1.json", contract("grows", "p", "q", schema=CLOSED))
        self.write("is/grows-2.json", contract("grows", "p", "q", schema=CLOSED, version="1.1.0", critical=True))
        self.write("is/breaks.json", contract("breaks", "p", "q", schema={}, version="2.0.0"))
        self.write("is/new.json", contract("new", "p", "q"))
        folders = [os.path.join(self.folder, name) for name in ("was", "is")]
        out = self.seam("diff", *folders, status=1).stdout
        self.assertIn("breaks/1.0.0 -> breaks/2.0.0\n", out)
        self.assertIn("grows/1.0.0 -> grows/1.1.0\n  critical  false -> true  harmless\n  compatible\n", out)
        self.assertIn("goes/1.0.0\n  gone: who offers it or takes it is broken\n", out)
        self.assertEqual(out.splitlines()[-1], "2 the same, 2 changed, 1 new, 1 gone")
        self.assertEqual({(one["was"], one["is"]): one["breaks"] for one in self.lines("diff", *folders, status=1)}, {
            ("breaks/1.0.0", "breaks/2.0.0"): "taker", ("grows/1.0.0", "grows/1.1.0"): "nobody",
            (None, "new/1.0.0"): "nobody", ("goes/1.0.0", None): "both"})
        os.unlink(self.folder + "/was/goes.json")
        self.seam("diff", "--allow-major", *folders)
        self.write("is/new.json", "{")
        self.assertIn("new.json: expected a key", self.seam("diff", *folders, status=2).stderr)


class Validate(FilesCase):
    def setUp(self):
        super().setUp()
        self.schema = self.write("s.json", CLOSED)

    def test_lines(self):
        given = '{"plan":1}\n\n{"plan":"a","pln":2}\n[\n{}\n{"plan":"x"}'
        done = self.seam("validate", "--schema", self.schema, given=given, status=1)
        self.assertEqual(done.stdout.splitlines(), [
            "line 1: /plan: number, not string (/properties/plan/type)", "line 3: /pln: not allowed (/additionalProperties)",
            "line 4: expected a value, but the text ends at byte 1", "line 5: /plan: missing (/required)", "line 6: valid"])
        self.assertEqual(done.stderr, "seam: 1 valid, 3 not, 1 unreadable\n")
        done = self.seam("validate", "--schema", self.schema, "--json", given=given, status=1)
        self.assertEqual(done.stderr, "seam: 1 valid, 3 not, 1 unreadable\n")
        said = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([(one["line"], one["valid"], len(one["errors"]), one.get("unreadable")) for one in said], [
            (1, False, 1, None), (3, False, 1, None), (4, False, 1, True), (5, False, 1, None), (6, True, 0, None)])
        self.assertEqual((said[3]["errors"][0]["instanceLocation"], said[3]["errors"][0]["error"]), ("", "/plan: missing"))
        self.assertEqual(self.seam("validate", "--schema", self.schema, given='{"plan":"x"}\n').stderr, "seam: 1 valid, 0 not\n")

    def test_a_contract_for_a_schema(self):
        """Its members are no keywords: it would pass everything."""
        what = contract("a", "p", "q", assert_format=True, schema={"properties": {"at": {"format": "date"}}})
        path = self.write("c.json", what)
        done = self.seam("validate", "--schema", path, given='{"at":"2026-11-23"}\n{"at":"soon"}\n', status=1)
        self.assertIn("c.json is a contract: its schema is taken\n", done.stderr)
        self.assertEqual(done.stdout.splitlines()[0], "line 1: valid")
        self.write("c.json", dict(what, schema={"type": "strng"}))
        self.assertIn("c.json: /schema/type: must be", self.seam("validate", "--schema", path, status=2).stderr)

    def test_memory_is_bounded(self):
        with subprocess.Popen(["head", "-c", "400000000", "/dev/zero"], stdout=subprocess.PIPE) as zeros:
            with subprocess.Popen([agent.BIN, "contract", "validate", "--schema", self.schema], stdin=zeros.stdout,
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8") as process:
                zeros.stdout.close()
                self.assertEqual(process.stdout.read(), "line 1: more than 16 MiB: it is not read\n")
                _, status, used = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 1)
        self.assertLess(used.ru_maxrss, 250000, "KiB")

    def test_a_line_without_end(self):
        given = "1" * (17 << 20) + '\n{"plan":"x"}\n'
        said = self.lines("validate", "--schema", self.schema, given=given, status=1)
        self.assertEqual([(one["valid"], [e["error"] for e in one["errors"]]) for one in said],
                         [(False, ["more than 16 MiB: it is not read"]), (True, [])])

    def test_what_cannot_be_read(self):
        fifo = os.path.join(self.folder, "fifo")
        os.mkfifo(fifo)
        for words, said in ((("--schema", fifo), "it is a FIFO"), (("--schema", self.schema, self.folder), "it is a folder"),
                            (("--schema", "-"), "not both"), (("--schema", self.write("b.json", "[\n1 2]")), "line 2, column 3")):
            self.assertIn(said, self.seam("validate", *words, status=2).stderr)


if __name__ == "__main__":
    check.main()
