#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`seam contract lint`: recordings made here, with counts that are known; those of the fixtures, counted twice."""
import datetime
import glob
import json
import os
import subprocess
import unittest

import agent
import check
import lint_count
from check import HIGH, artifact, contract

FIXTURES = os.path.join(check.HERE, "..", "..", "fixtures", "recordings")
NUMBER = {"type": "number"}
STRICT = {"type": "object", "properties": {"confidence": NUMBER, "fallback": {}, "sum": {"type": "integer"}},
          "required": ["sum"]}
LOOSE = {"type": "object", "properties": {"confidence": NUMBER, "fallback": {}, "sum": {}}}


class Recording:
    """Events as a hub would have journaled them, a second each."""

    def __init__(self, *contracts):
        self.lines, self.count = [], 0
        for each in contracts:
            self.hub("seam.contract.loaded", contract=each)

    def add(self, source, kind, data, **attributes):
        self.count += 1
        event = {"specversion": "1.0", "id": "h-%d" % self.count if source[:4] == "hub:" else "e%d" % self.count,
                 "source": source, "type": kind, "data": data, **attributes,
                 "recordedtime": "2026-11-23T05:%02d:%02d.000000Z" % (self.count // 60 % 60, self.count % 60),
                 "hubsequence": "%020d" % self.count}
        self.lines.append(json.dumps(event, ensure_ascii=False))
        return event

    def hub(self, kind, **data):
        self.add("hub:test", kind, data)

    def offer(self, sender, receiver, what=None, handoff=None, under=None, attempt=1, prev=None, subject=None):
        handoff = handoff or "ho-%d" % (self.count + 1)
        data = {"handoff": handoff, "attempt": attempt, "from": sender, "to": receiver,
                "artifact": artifact(HIGH, sum=1) if what is None else what}
        if prev:
            data["prev"] = prev
        attributes = {"dataschema": "contract:" + under} if under else {}
        if subject:
            attributes["subject"] = subject
        self.add("agent:" + sender, "seam.handoff.offered", data, **attributes)
        return handoff

    def say(self, who, verb, handoff, **data):
        self.add("agent:" + who, "seam.handoff." + verb, {"handoff": handoff, "attempt": 1, **data})

    def write(self):
        path = os.path.join(agent.scratch(), "a.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            out.write("\n".join(self.lines) + "\n")
        return path


def folder(*contracts):
    path = agent.scratch()
    for each in contracts:
        with open(os.path.join(path, "%(contract)s-%(version)s.json" % each), "w", encoding="utf-8") as out:
            json.dump(each, out)
    return path


def versions_told(report):
    """{(kind, from, to, name): {version: (offers, first, last)}} as lint has it."""
    return {(d["kind"], d["from"], d["to"], d["words"].split(": ")[1].split(" ")[0]):
            {v["version"]: (v["offers"], v["first"], v["last"]) for v in d["versions"]}
            for d in report["drift"] if "versions" in d}


def versions_seen(lines):
    """The same out of the events themselves: docs/OPERATING.md, `drift`."""
    loaded, names, seen, newest, attempts = set(), set(), {}, {}, set()
    for line in lines:
        event = json.loads(line)
        data, when = event["data"], event["recordedtime"]
        if event["type"] == "seam.contract.loaded":
            name = "%(contract)s/%(version)s" % data["contract"]
            names.add(data["contract"]["contract"])
            (loaded.discard if data.get("removed") else loaded.add)(name)
        if event["type"] != "seam.handoff.offered" or (data["handoff"], data["attempt"]) in attempts:
            continue
        if event["source"] != "agent:" + data["from"]:
            continue
        attempts.add((data["handoff"], data["attempt"]))
        edge = data["from"], data["to"]
        newest[edge] = when
        said = event.get("dataschema", "").split(":")[-1]
        if "/" in said:
            count, first, _ = seen.setdefault(edge, {}).get(said, (0, when, when))
            seen[edge][said] = count + 1, first, when
    found = {}
    for edge, kinds in seen.items():
        end = datetime.datetime.fromisoformat(newest[edge].rstrip("Z"))
        late = {said: at for said, at in kinds.items()
                if end - datetime.datetime.fromisoformat(at[2].rstrip("Z")) < datetime.timedelta(minutes=15)}
        for said, (count, first, last) in late.items():
            name, version = said.split("/")
            if said not in loaded and name in names:
                found.setdefault(("version nobody knows", *edge, name), {})[version] = count, first, last
            elif any(other.split("/")[0] == name and other != said and (other in loaded or name not in names) and
                     first <= at[2] and at[1] <= last for other, at in late.items()):
                found.setdefault(("two versions at once", *edge, name), {})[version] = count, first, last
    return found


class Lint(unittest.TestCase):
    def run_it(self, path, *more, status=0, given=None):
        ended = subprocess.run([agent.BIN, "contract", "lint", path, *more], input=given, timeout=60, encoding="utf-8",
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if status is not None:
            self.assertEqual(ended.returncode, status, ended.stderr + ended.stdout)
        return ended

    def lint(self, recording, *more, status=1):
        """The report; --json gives one line that is ASCII alone."""
        path = recording if isinstance(recording, str) else recording.write()
        out = self.run_it(path, "--json", *more, status=status).stdout
        self.assertTrue(out.isascii() and out.count("\n") == 1, out)
        return json.loads(out)

    def text(self, recording, *more, status=1):
        out = self.run_it(recording.write(), *more, status=status).stdout
        self.assertLessEqual(max(len(line) for line in out.splitlines()), 80, out)
        return out

    @staticmethod
    def rules(report):
        """{rule: {edge: offers}}"""
        found = {}
        for rule in report["rules"]:
            edges = found[rule["rule"]] = {"%(from)s>%(to)s" % edge: edge["offers"] for edge in rule["edges"]}
            assert sum(edges.values()) == rule["offers"], rule
            assert list(edges.values()) == sorted(edges.values(), reverse=True), rule
        return found

    # --- whom it concerns, and what is new ------------------------------------------------------

    def test_first_handoffs(self):
        """Three handoffs of each rule and edge, each once, with the sender's version and team."""
        r = Recording(contract("bill", "p", "q", schema=STRICT, owners={"p": "pay\x1b[1m"}))
        r.add("agent:p", "seam.agent.hello", {"agent": "p", "version": "1.4.0", "model": "m-2"})
        for number in range(5):
            r.offer("p", "q", artifact(HIGH), "s-%d" % number, under="bill/1.0.0")
            if number == 0:
                r.offer("p", "q", artifact(HIGH), "s-0", under="bill/1.0.0", attempt=2)
        r.offer("a", "b", {"confidence": 1, "fallback": "stop_if_not_progressed_within_1h"}, "u-1", prev=["gone"])
        r.offer("a", "b", {"confidence": 1, "fallback": "stop_if_not_progressed_within_1h"}, "u-2", prev=["late"])
        r.offer("a", "c", artifact(HIGH), "late")
        r.say("b", "accepted", "u-1")
        r.say("b", "accepted", "u-1")
        report = self.lint(r)
        edges = {(rule["rule"], edge["from"]): edge for rule in report["rules"] for edge in rule["edges"]
                 if edge["to"] != "c"}
        self.assertEqual(edges["schema", "p"], {
            "from": "p", "to": "q", "offers": 6, "handoffs": ["s-0", "s-1", "s-2"], "version": "1.4.0",
            "model": "m-2", "owner": "pay\x1b[1m"})
        self.assertEqual(edges["input never offered", "a"]["handoffs"], ["u-1"])
        self.assertEqual(edges["acted twice", "a"]["handoffs"], ["u-1"])
        self.assertEqual([edges["without contract", "a"][name] for name in ("handoffs", "version", "owner")],
                         [["u-1", "u-2"], None, None])
        out = self.text(r)
        self.assertIn("6  p > q  s-0  version 1.4.0  of pay^[[1m", out)
        self.assertIn("1  a > b  u-1\n", out)

    def test_baseline(self):
        """What an earlier report has does not fail; another rule, another edge, another violation does."""
        bill = contract("bill", "p", "q", schema=STRICT)
        r = Recording(bill)
        r.offer("p", "q", artifact(HIGH), under="bill/1.0.0")
        r.say("q", "accepted", "nobody")
        known = os.path.join(agent.scratch(), "known.json")
        with open(known, "w", encoding="utf-8") as out:
            out.write(self.run_it(r.write(), "--json", status=1).stdout)

        def judged(status):
            report = self.lint(r, "--baseline", known, status=status)
            return report["new_faults"], report["new_violations"]

        self.assertEqual(judged(0), (0, 0))
        for _ in range(3):
            r.offer("p", "q", artifact(HIGH), under="bill/1.0.0")
        self.assertEqual(judged(0), (0, 0))
        self.assertIn("new beside the baseline: 0 faults, 0 violations\n", self.text(r, "--baseline", known, status=0))
        r.offer("p", "q", artifact(HIGH, sum="x"), under="bill/1.0.0")
        self.assertEqual(judged(1), (0, 1))
        r.offer("s", "t", {"confidence": 1})
        self.assertEqual(judged(1), (2, 1))
        out = self.text(r, "--baseline", known)
        self.assertIn("p > q (known)", out)
        self.assertIn("s > t (NEW)", out)
        self.assertIn("NEW bill /sum: string, not integer", out)
        self.assertIn("new beside the baseline: 2 faults, 1 violation\n", out)
        report = self.lint(r, "--baseline", known)
        self.assertEqual({(rule["rule"], edge["from"]): edge["known"] for rule in report["rules"] for edge in rule["edges"]},
                         {("schema", "p"): True, ("without contract", "s"): False, ("without fallback", "s"): False})
        for text in ("", "{}", "[]", '{"rules":1,"violations":[]}', "\0"):
            with open(known, "w", encoding="utf-8") as out:
                out.write(text)
            self.assertIn("not a report of seam contract lint --json",
                          self.run_it(r.write(), "--baseline", known, status=1).stderr)
        with open(known, "w", encoding="utf-8") as out:
            out.write('{"rules":[1,{"edges":[2,{"from":3}]},{"edges":{}}],"violations":[[],{"at":1}]}')
        self.assertEqual(judged(1), (8, 2))
        self.run_it(r.write(), "--baseline", "/nowhere", status=1)

    def test_every_broken_file(self):
        r, where = Recording(), folder(contract("bill", "p", "q"))
        r.offer("p", "q")
        for name in ("a.json", "z.json"):
            with open(os.path.join(where, name), "w", encoding="utf-8") as out:
                out.write("{}")
        ended = self.run_it(r.write(), "--contracts", where, status=1)
        self.assertEqual(ended.stdout, "")
        for name in ("/a.json: ", "/z.json: ", "2 of 3 files are no contracts"):
            self.assertIn(name, ended.stderr)

    # --- nothing to say ------------------------------------------------------------------------

    def test_clean(self):
        r = Recording(contract("bill", "p", "q", schema=STRICT))
        for _ in range(3):
            handoff = r.offer("p", "q", under="bill/1.0.0")
            r.say("q", "accepted", handoff)
            r.say("q", "completed", handoff)
        report = self.lint(r, status=0)
        self.assertEqual([report[name] for name in ("events", "bad_lines", "handoffs", "offers", "edges", "agents",
                                                    "contracts", "faults")], [10, 0, 3, 3, 1, 2, 1, 0])
        self.assertEqual([report[name] for name in ("rules", "loops", "drift", "violations")], [[], [], [], []])
        self.assertEqual((report["never_offered"]["handoffs"], report["never_offered"]["inputs"], report["dead"]),
                         (0, [], {"handoffs": [], "events": []}))
        mistakes = report["mistakes"]
        self.assertEqual((mistakes["unnamed"], mistakes["unused"], mistakes["no_fallback"]), ([], [], 0))
        self.assertEqual((mistakes["formats"]["shapes"], mistakes["formats"]["alike"]), (1, []))
        out = self.text(r, status=0)
        self.assertEqual(out.splitlines()[-1], "no faults on 1 edge")
        self.assertNotIn("Rules broken", out)

    def test_what_is_no_recording(self):
        for content in ("", "{}\n", "not json\n"):
            path = os.path.join(agent.scratch(), "a.jsonl")
            with open(path, "w", encoding="utf-8") as out:
                out.write(content)
            self.assertEqual(self.lint(path)["error"]["code"], "no_file")
        self.assertEqual(self.lint("/nowhere/to.jsonl")["error"]["code"], "no_file")
        self.run_it("a", "b", status=2)

    def test_standard_input_and_bad_lines(self):
        r = Recording(contract("bill", "p", "q"))
        r.offer("p", "q", under="bill/1.0.0")
        ended = self.run_it("-", "--json", given="\n".join(r.lines + ["{}", "nonsense"]) + "\n", status=1)
        self.assertEqual((json.loads(ended.stdout)["events"], json.loads(ended.stdout)["bad_lines"]), (2, 2))
        self.assertIn("left out 2 of 4 lines", ended.stderr)
        ended = self.run_it("-", "--json", given="\n".join(r.lines)[:-20], status=1)   # cut short: not all is judged
        self.assertEqual(json.loads(ended.stdout)["faults"], 0)
        self.assertIn("cut short", ended.stderr)

    # --- rules ----------------------------------------------------------------------------------

    def test_each_rule_by_edge(self):
        r = Recording(contract("bill", "p", "q", schema=STRICT, provenance={"at": "/inputs"}),
                      contract("note", "p", "r", fallback={"targets": ["oncall"]}, owners={"p": "team-p"}))
        good = artifact(HIGH, sum=1, inputs=["x"])

        def bill(**more):
            what = {**good, **more}
            return r.offer("p", "q", {k: v for k, v in what.items() if v is not None}, under="bill/1.0.0")

        bill(confidence=None)
        bill(confidence="high")
        bill(confidence=2)
        bill(fallback=None)
        bill(fallback="whenever")
        bill(inputs=[])
        bill(sum="1")
        bill(sum=None)
        refused = bill()
        r.say("q", "refused", refused, reason="scope")
        twice = bill()
        r.say("q", "accepted", twice)
        r.say("q", "accepted", twice)
        for target in ("nobody", "oncall", "team-p", "q"):
            r.offer("p", "r", artifact(HIGH, fallback={"action": "escalate", "target": target, "after_seconds": 60}),
                    under="note/1.0.0")
        r.offer("p", "r", good, under="note/9.9.9")
        r.offer("s", "t", {})
        r.offer("s", "t", artifact(HIGH), handoff="again", under="bill/9.9.9")
        r.offer("s", "t", {"confidence": -1}, handoff="again", attempt=2)
        report = self.lint(r)
        self.assertEqual(self.rules(report), {
            "no confidence": {"p>q": 1}, "confidence is not a number": {"p>q": 1}, "confidence is not in 0..1": {"p>q": 1},
            "no fallback": {"p>q": 1}, "no usable fallback": {"p>q": 1}, "no provenance": {"p>q": 1},
            "schema": {"p>q": 3}, "out of scope": {"p>q": 1}, "acted twice": {"p>q": 1},
            "fallback target unknown": {"p>r": 1}, "unknown contract": {"p>r": 1, "s>t": 1},
            "without confidence": {"s>t": 2}, "without fallback": {"s>t": 2}, "without contract": {"s>t": 2}})
        self.assertEqual((report["faults"], report["offers"], report["handoffs"]), (20, 18, 17))
        self.assertEqual(report["mistakes"]["no_fallback"], 4)
        out = self.text(r)
        self.assertRegex(out, r"\n +3  schema +on 1 edge\n +3  p > q  ho-4  of team-p\n")
        self.assertRegex(out.splitlines()[-1], r"^20 faults of 14 rules on 3 of 3 edges; 2 drifts$")
        self.assertEqual(sorted(drift["words"] for drift in report["drift"]),
                         ["p>r: note 9.9.9 is not in force", "s>t: bill 9.9.9 is not in force"])

    def test_what_the_hub_said_does_not_count(self):
        r = Recording(contract("bill", "p", "q", schema=LOOSE))
        handoff = r.offer("p", "q", under="bill/1.0.0")
        r.hub("seam.handoff.flagged", handoff=handoff, attempt=1, contract="bill/1.0.0", faults=["schema", "not checked"],
              violations=[{"at": "/sum", "expected": "x", "found": "y", "keyword": "/z", "message": "no"}], of=1)
        r.hub("seam.handoff.held", handoff=handoff, attempt=1, cause="fault", faults=["no confidence"])
        self.assertEqual(self.lint(r, status=0)["rules"], [])
        r.say("q", "progressed", handoff)
        self.assertEqual(self.rules(self.lint(r)), {"unreviewed": {"p>q": 1}}, "that it was held stands")

    def test_what_a_baseline_said_does_not_count(self):
        r = Recording(contract("bill", "p", "q", schema=STRICT))
        r.offer("p", "q", {}, under="bill/1.0.0")
        counters = dict.fromkeys(("received", "applied", "early", "duplicates", "conflicts", "id_reused", "late",
                                  "spoke_for_another", "unknown_type", "quarantined", "lost", "unheard"), 1)
        r.hub("seam.baseline", cut=1, **counters, agents=[], runs=[], holes=[], hooks=[], edges=[
            {"from": "p", "to": "q", "offered": 900, "accepted": 0, "completed": 0, "refused": 0,
             "faults": {"no confidence": 700, "schema": 50, "loop": 4}, "contracts": [], "other_contracts": 0}])
        r.offer("p", "q", {"sum": 1}, under="bill/1.0.0")
        r.offer("p", "q", prev=["aged-out"], under="bill/1.0.0")
        report = self.lint(r)
        self.assertEqual(self.rules(report), {"no confidence": {"p>q": 2}, "no fallback": {"p>q": 2},
                                              "schema": {"p>q": 1}})
        self.assertEqual(report["never_offered"]["inputs"], [])

    def test_other_contracts(self):
        """The folder's hold from the first event on, and those of the recording do not."""
        loose, strict = contract("bill", "p", "q", schema=LOOSE), contract("bill", "p", "q", schema=STRICT)
        r = Recording(loose)
        r.offer("p", "q", under="bill/1.0.0")
        r.offer("p", "q", artifact(HIGH, sum="x"), under="bill/1.0.0")
        r.offer("p", "q", artifact(HIGH), under="bill/1.0.0")
        self.assertEqual(self.rules(self.lint(r, status=0)), {})
        self.assertEqual(self.rules(self.lint(r, "--contracts", folder(strict))), {"schema": {"p>q": 2}})
        late = Recording()
        late.offer("p", "q", {}, under="bill/1.0.0")
        late.hub("seam.contract.loaded", contract=strict)
        late.offer("p", "q", {}, under="bill/1.0.0")
        self.assertEqual(self.rules(self.lint(late)), {
            "schema": {"p>q": 1}, "no confidence": {"p>q": 1}, "no fallback": {"p>q": 1}, "unknown contract": {"p>q": 1},
            "without confidence": {"p>q": 1}, "without fallback": {"p>q": 1}})
        self.assertEqual(self.rules(self.lint(late, "--contracts", folder(loose))),
                         {"no confidence": {"p>q": 2}, "no fallback": {"p>q": 2}})
        other = contract("other", "x", "y")
        self.assertEqual(self.rules(self.lint(r, "--contracts", folder(other))), {"unknown contract": {"p>q": 3}})

    def test_offers_that_name_no_contract(self):
        """By the one that says so; else by the only one of the folder for their edge."""
        strict, loose = contract("bill", "p", "q", schema=STRICT), contract("note", "p", "q", schema=LOOSE)
        r = Recording()
        r.offer("p", "q")
        r.offer("p", "q", artifact(HIGH, sum="x"))
        r.offer("x", "y")
        bare = {"without contract": {"x>y": 1}}
        for contracts, rules, default, only in (
                ((strict,), dict(bare, schema={"p>q": 1}), 0, 2),
                ((strict, loose), dict(bare, **{"unknown contract": {"p>q": 2}}), 0, 0),
                ((strict, dict(loose, default=True)), bare, 2, 0),
                ((dict(strict, default=True), loose), dict(bare, schema={"p>q": 1}), 2, 0)):
            report = self.lint(r, "--contracts", folder(*contracts))
            self.assertEqual(self.rules(report), rules)
            self.assertEqual(report["no_contract_named"], {"by_default": default, "by_only": only})
        self.assertIn('2 offers without a contract: judged by the only one for the edge.\nA hub holds such offers, unless '
                      'it says "default": true\n', self.text(r, "--contracts", folder(strict)))
        self.assertIn("2 offers without a contract: judged by the default of the edge\n",
                      self.text(r, "--contracts", folder(dict(strict, default=True)), status=1))
        inside = Recording(strict)
        inside.offer("p", "q")
        self.assertEqual(self.rules(self.lint(inside)), {"unknown contract": {"p>q": 1}})

    def test_a_baseline_that_is_none(self):
        r = Recording()
        r.offer("p", "q")
        report = self.lint(r, "--baseline", "/nope.json")
        self.assertEqual(report["error"]["message"], "/nope.json: cannot open: No such file or directory")

    def test_a_folder_that_is_none(self):
        r = Recording(contract("bill", "p", "q"))
        path = r.write()
        broken = contract("bill", "p", "q", schema={"type": "strnig"})
        for where in (folder(), folder(broken, contract("good", "p", "q")), "/nowhere"):
            self.assertEqual(self.lint(path, "--contracts", where)["error"]["code"], "bad_contracts")

    # --- what became of handoffs -----------------------------------------------------------------

    def test_loops(self):
        r = Recording(contract("ask", "u", "v", returns="answer"), contract("answer", "v", "u"))
        for n in range(2):
            r.offer("b", "a", subject="i%d" % n)
            r.offer("a", "b", subject="i%d" % n)
        r.offer("c", "b", subject="j")
        r.offer("b", "a", subject="j")
        r.offer("a", "c", subject="j")
        r.offer("d", "d", subject="k")
        r.offer("u", "v", under="ask/1.0.0", subject="l")
        r.offer("v", "u", under="answer/1.0.0", subject="l")
        report = self.lint(r)
        self.assertEqual([(loop["agents"], loop["handoffs"]) for loop in report["loops"]],
                         [(["b", "a"], 2), (["b", "a", "c"], 1), (["d"], 1)])
        self.assertEqual(self.rules(report)["loop"], {"a>b": 2, "a>c": 1, "d>d": 1})
        out = self.text(r)
        self.assertIn("       2  b > a > b\n       1  b > a > c > b\n       1  d > d\n", out)
        self.assertIn("; 3 circles", out.splitlines()[-1])

    def test_never_offered(self):
        r = Recording()
        r.say("q", "accepted", "lost-1")
        r.say("q", "completed", "lost-1")
        r.say("q", "progressed", "lost-2")
        r.say("q", "accepted", "late")
        r.offer("p", "q", handoff="late", prev=["gone", "late-too"])
        r.offer("p", "q", prev=["gone"])
        r.offer("p", "q", handoff="late-too")
        report = self.lint(r)
        never = report["never_offered"]
        self.assertEqual((never["handoffs"], never["events"], never["accepts"]), (2, 3, 1))
        self.assertEqual([(i["handoff"], i["agent"], i["first"], i["events"]) for i in never["items"]],
                         [("lost-1", "q", "accepted", 2), ("lost-2", "q", "progressed", 1)])
        self.assertEqual([(i["input"], i["handoffs"]) for i in never["inputs"]], [("gone", 2)])
        self.assertEqual(self.rules(report)["input never offered"], {"p>q": 2})
        self.assertEqual(report["faults"], sum(rule["offers"] for rule in report["rules"]) + 2)
        out = self.text(r)
        self.assertIn("Never offered: 2 handoffs, told of by 3 events (1 accept)", out)
        self.assertIn("Inputs that nobody offered: 1\n", out)
        alone = Recording(contract("bill", "p", "q"))
        alone.say("q", "accepted", "lost-1")
        self.assertEqual(self.text(alone).splitlines()[-1], "1 fault of 1 rule on 0 of 0 edges")

    def test_dead(self):
        r = Recording()
        for reason in ("wrong", "wrong", "tired"):
            r.say("q", "dead_lettered", r.offer("p", "q"), reason=reason)
        again = r.offer("p", "q")
        r.say("q", "dead_lettered", again, reason="tired")
        r.offer("p", "q", handoff=again, attempt=2)
        done = r.offer("p", "q")
        r.say("q", "completed", done)
        r.say("p", "dead_lettered", done, reason="late")
        r.say("p", "fallback", r.offer("p", "q"), action="stop")
        r.say("p", "fallback", r.offer("p", "q"), action="dead_letter")
        again = json.loads(next(line for line in r.lines if "dead_lettered" in line))
        r.lines.append(json.dumps({**again, "hubsequence": "%020d" % 99}))
        dead = self.lint(r)["dead"]
        self.assertEqual({d["reason"]: d["handoffs"] for d in dead["handoffs"]},
                         {"wrong": 2, "tired": 1, "stopped": 1, "deadline": 1})
        self.assertEqual({d["reason"]: d["events"] for d in dead["events"]}, {"wrong": 2, "tired": 2, "late": 1})
        self.assertIn("       2         2  wrong\n       1         2  tired\n", self.text(r))

    def test_drift(self):
        r = Recording(contract("bill", "p", "q", scope={}, schema={}))
        for _ in range(32):
            r.offer("p", "q", under="bill/1.0.0")
        report = self.lint(r, status=0)
        self.assertEqual({drift["kind"] for drift in report["drift"]}, {"constant confidence", "free text", "no scope"})
        out = self.text(r, status=0)
        self.assertIn("no scope: bill/1.0.0 does not say", out)
        self.assertEqual(out.splitlines()[-1], "no faults on 1 edge; 3 drifts")

    def test_versions_at_once(self):
        """The recordings, counted again from their events; and one where a version was rolled back."""
        r = Recording(*(contract("bill", "p", "q", version=v) for v in ("1.0.0", "1.1.0")))
        for version in ("1.0.0", "1.1.0", "1.0.0", "7.0.0"):
            r.offer("p", "q", under="bill/" + version)
        report = self.lint(r)
        self.assertEqual(versions_told(report), versions_seen(r.lines))
        self.assertEqual(sorted(versions_told(report)), [("two versions at once", "p", "q", "bill"),
                                                         ("version nobody knows", "p", "q", "bill")])
        self.assertIn("\n      1.1.0: 1 offers by p, the last 2026-11-23T05:00:04Z\n", self.text(r))
        r.count += 15 * 60                      # a quarter of an hour later
        r.offer("p", "q", under="bill/1.0.0")
        report = self.lint(r)
        self.assertEqual((versions_told(report), versions_seen(r.lines)), ({}, {}))
        planted = os.path.join(FIXTURES, "..", "planted", "mesh.jsonl.zst")
        found = 0
        for path in sorted(glob.glob(os.path.join(FIXTURES, "*.zst"))) + [planted]:
            lines = subprocess.run(["zstd", "-dc", path], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
            report = self.lint(path, status=None)
            self.assertEqual(versions_told(report), versions_seen(lines), path)
            found += len(versions_told(report))
        self.assertGreater(found, 1)

    # --- schemas -----------------------------------------------------------------------------------

    def test_violations_are_grouped(self):
        lines = {"type": "object", "properties": {
            "lines": {"type": "array", "items": {"type": "object", "required": ["price"]}},
            "0": {"type": "array", "items": NUMBER}}}
        r = Recording(*(contract("bill", "p", "q", version=v, schema=lines) for v in ("1.0.0", "1.1.0")))
        r.offer("p", "q", artifact(HIGH, lines=[{"price": 1}]), under="bill/1.0.0")
        r.offer("p", "q", artifact(HIGH, lines=[{}, {}, {"price": 1}, {}]), handoff="first", under="bill/1.1.0")
        r.offer("p", "q", artifact(HIGH, lines=[{"price": 1}, {}], **{"0": [1, "x"]}), handoff="second", under="bill/1.0.0")
        found = self.lint(r)["violations"]
        self.assertEqual([(v["contract"], v["at"], v["message"], v["offers"], v["handoff"], v["version"], v["since"])
                          for v in found],
                         [("bill", "/lines/*/price", "missing", 2, "first", "1.1.0", "2026-11-23T05:00:04.000000Z"),
                          ("bill", "/0/*", "string, not number", 1, "second", "1.0.0", "2026-11-23T05:00:05.000000Z")])
        self.assertIn("       2  bill /lines/*/price: missing\n"
                      "          since 2026-11-23T05:00Z, bill/1.1.0, first first\n", self.text(r))

    def test_unnamed(self):
        r = Recording(contract("bill", "p", "q", schema=LOOSE), contract("open", "p", "r"))
        r.offer("p", "q", artifact(HIGH, sum=1, debug={"a": 1}, trace=[1]), under="bill/1.0.0")
        r.offer("p", "q", artifact(HIGH, sum={"eur": 1}, debug=2), under="bill/1.0.0")
        r.offer("p", "r", artifact(HIGH, anything=1), under="open/1.0.0")
        report = self.lint(r, status=0)
        self.assertEqual([(f["from"], f["to"], f["at"], f["offers"]) for f in report["mistakes"]["unnamed"]],
                         [("p", "q", "/debug", 2), ("p", "q", "/trace", 1)])
        self.assertIn("       2  /debug  p > q\n", self.text(r, status=0))

    def test_unused(self):
        for offers in (19, 20):
            r = Recording(contract("c", "p", "q", evidence=["/seen"]), contract("d", "q", "r"))
            for n in range(offers):
                r.offer("p", "q", artifact(HIGH, id="order-%d" % n, named=1, unheard=1, seen=1, meta={"deep": True}),
                        under="c/1.0.0")
                r.offer("p", "s", artifact(HIGH, whatever=1), under="e/1.0.0")
            r.offer("q", "r", artifact(HIGH, text="about order-7.", named=2), under="d/1.0.0")
            found = self.lint(r)["mistakes"]["unused"]
            self.assertEqual([(f["from"], f["to"], f["at"], f["offers"]) for f in found],
                             [] if offers < 20 else [("p", "q", "/unheard", 20), ("p", "q", "/meta", 20)])
        self.assertIn("      20  /unheard  p > q\n", self.text(r))

    def test_formats(self):
        fields = {"name": {"type": "string"}, "size": NUMBER, "tags": {"type": "array"}, "on": {"type": "boolean"}}
        r = Recording(contract("one", "p", "q", schema={"properties": fields}),
                      contract("two", "q", "p", schema={"properties": {**fields, "size": {"type": "integer"}}}),
                      contract("three", "p", "r", schema={"properties": {"a": {}, "b": {}, "c": {}}}))
        for what in ({"a": 1}, {"a": 2.5}, {"a": "1"}, {"a": [1]}, {"a": [1, 2]}, {"a": [1, "x"]}):
            r.offer("p", "q", what)
        r.offer("p", "r", {"a": 3})
        r.offer("p", "r", {"a": 4})
        formats = self.lint(r)["mistakes"]["formats"]
        self.assertEqual((formats["shapes"], formats["shapes_an_edge"]), (4, 2))
        self.assertEqual([(e["from"], e["to"], e["offers"], e["shapes"]) for e in formats["edges"]],
                         [("p", "q", 6, 4), ("p", "r", 2, 1)])
        self.assertEqual(formats["alike"], [{"contracts": ["one/1.0.0", "two/1.0.0"], "common": 4, "all": 4}])
        out = self.text(r)
        self.assertIn("       4  shapes on 2 edges: 2.00 an edge; 3 contracts\n             4  p > q, in 6 offers\n", out)
        self.assertIn("  one/1.0.0 and two/1.0.0: 4 of 4 fields are the same\n", out)

    # --- for people -------------------------------------------------------------------------------

    def test_long_lists_are_cut(self):
        r = Recording()
        for n in range(15):
            r.offer("p", "q%d" % n)
            r.say("z", "accepted", "lost-%d" % n)
            r.say("q%d" % n, "dead_lettered", r.offer("p", "q%d" % n), reason="reason %d" % n)
        out = self.text(r)
        self.assertEqual(out.count("          and 5 more (--json has all)\n"), 2)
        self.assertEqual(out.count("                and 12 more (--json has all)\n"), 1, "edges of a rule")
        report = self.lint(r)
        self.assertEqual((len(report["never_offered"]["items"]), len(report["dead"]["events"])), (15, 15))

    def test_hostile_text(self):
        evil = "\x1b]0;evil\x07\u202e" + "x" * 300
        r = Recording(contract("bill", "p", "q", schema=LOOSE))
        for _ in range(3):
            r.offer("p", "q", artifact(HIGH, **{evil: 1, "a\x00b": 1}), under="bill/1.0.0")
        r.say("q", "dead_lettered", r.offer("p", "q", under="bill/1.0.0"), reason=evil)
        out = self.text(r, status=0)
        self.assertFalse([c for c in out if c != "\n" and not c.isprintable()], out)
        self.assertIn("^[]0;evil", out)
        self.assertEqual(len(self.lint(r, status=0)["mistakes"]["unnamed"]), 2)

    # --- counted twice ------------------------------------------------------------------------------

    def test_fixtures(self):
        paths = sorted(glob.glob(os.path.join(FIXTURES, "*.jsonl.zst")))
        self.assertGreater(len(paths), 0)
        for path in paths:
            with self.subTest(os.path.basename(path)):
                ended = self.run_it(path, "--json", status=None)
                report = json.loads(ended.stdout)
                self.assertEqual(ended.returncode, 1 if report["faults"] else 0)
                self.compare(report, lint_count.Count(path))

    def compare(self, report, count):
        self.assertEqual((report["events"], report["handoffs"], report["offers"], report["edges"], report["contracts"]),
                         (len(count.events), len(count.handoffs), len(count.offers), len(count.edges()),
                          len(count.contracts)))
        mine, seen = count.broken(), self.rules(report)
        by_artifact = {name: edges for name, edges in seen.items()
                       if name.startswith(("no ", "without ", "confidence "))}
        self.assertEqual(by_artifact, {name: {"%s>%s" % e: n for e, n in edges.items()} for name, edges in mine.items()})
        self.assertEqual((report["loops"], report["violations"], report["mistakes"]["unnamed"]), ([], [], []))
        never = report["never_offered"]
        self.assertEqual((never["handoffs"], never["events"], never["accepts"]), count.never_offered())
        self.assertEqual({d["reason"]: d["events"] for d in report["dead"]["events"]}, count.died)
        shapes, formats = count.shapes(), report["mistakes"]["formats"]
        self.assertEqual({(e["from"], e["to"]): e["shapes"] for e in formats["edges"]},
                         {edge: len(found) for edge, found in shapes.items()})
        self.assertEqual(formats["shapes"], len(set().union(*shapes.values())))
        self.assertEqual({((f["from"], f["to"]), f["at"]): f["offers"] for f in report["mistakes"]["unused"]},
                         count.unused())


if __name__ == "__main__":
    check.main()
