#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""fixtures/planted: 12 faults of rules and mistakes, and 12 that only look like them. `seam contract lint`
names the faults, each at its place; and a hub that hears the same agents finds the same."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

import agent
import check

FIXTURES = os.path.normpath(os.path.join(check.HERE, "..", "..", "fixtures"))
PLANTED = os.path.join(FIXTURES, "planted")
RECORDING = os.path.join(PLANTED, "mesh.jsonl.zst")
sys.path.insert(0, FIXTURES)
import make_planted  # noqa: E402
ADDED = ("hubsequence", "recordedtime")


def recorded():
    done = subprocess.run(["zstd", "-dcq", RECORDING], check=True, stdout=subprocess.PIPE, timeout=60)
    return done.stdout.decode()


def lint(path):
    done = subprocess.run([agent.BIN, "contract", "lint", path, "--json"], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=60)
    assert done.returncode == 1, (done.returncode, done.stderr)
    return Report(json.loads(done.stdout))


def edge_of(item):
    return "%s>%s" % (item["from"], item["to"])


class Report:
    """What lint says, asked in the words of planted.json."""

    def __init__(self, report):
        self.report = report
        self.rules = {rule["rule"]: {edge_of(edge): edge["offers"] for edge in rule["edges"]}
                      for rule in report["rules"]}

    def drift(self, kind, **at):
        return [one for one in self.report["drift"] if one["kind"] == kind and
                all(one.get(name) == value for name, value in at.items())]

    def on_edge(self, kind, edge):
        sender, receiver = edge.split(">")
        return self.drift(kind, **{"from": sender, "to": receiver})

    def at(self, rule, edge):
        return self.rules.get(rule, {}).get(edge, 0)

    def circle(self, agents):
        return sum(one["handoffs"] for one in self.report["loops"] if one["agents"] == agents)

    def never(self):
        return {one["handoff"]: one["agent"] for one in self.report["never_offered"]["items"]}

    def inputs(self):
        return {one["input"]: one["handoff"] for one in self.report["never_offered"]["inputs"]}

    def fields(self, edge, what):
        return {one["at"] for one in self.report["mistakes"][what] if edge_of(one) == edge}

    def same(self):
        """What does not depend on the run."""
        return {name: self.report[name] for name in (
            "handoffs", "offers", "edges", "agents", "contracts", "faults", "rules", "loops", "dead", "violations",
            "mistakes")}


# --- the faults: whether a report names this one, and nothing else of its kind there -------------------


def loop(report, fault):
    return report.at("loop", fault["edge"]) == report.circle(fault["circle"]) == 1


def acted_twice(report, fault):
    return report.at("acted twice", fault["edge"]) == 1


def never_offered(report, fault):
    return report.never() == {fault["handoffs"][0]: fault["agent"]}


def input_never_offered(report, fault):
    return (report.at("input never offered", fault["edge"]) == 1 and
            report.inputs() == {fault["inputs"][0]: fault["handoffs"][0]})


def not_taken(report, fault):
    drift = report.drift("version nobody takes")
    return (report.at("version not taken", fault["edge"]) == len(fault["handoffs"]) and
            [one["contract"] for one in drift] == [fault["contract"]])


def mixed(report, fault):
    found = report.on_edge("two versions at once", fault["edge"])
    versions = [name.split("/")[1] for name in fault["contracts"]]
    return len(found) == 1 and all(version in found[0]["words"] for version in versions)


def over_stuffed(report, fault):
    there = set(fault["fields"])
    return there == report.fields(fault["edge"], "unnamed") and there <= report.fields(fault["edge"], "unused")


def no_fallback(report, fault):
    return (report.at("no fallback", fault["edge"]) + report.at("no usable fallback", fault["edge"]) ==
            report.report["mistakes"]["no_fallback"] == fault["offers"])


def constant(report, fault):
    found = report.on_edge("constant confidence", fault["edge"])
    return len(found) == 1 and "all %g:" % fault["value"] in found[0]["words"]


def alike(report, fault):
    return [one["contracts"] for one in report.report["mistakes"]["formats"]["alike"]] == [fault["contracts"]]


def free_text(report, fault):
    return [one["contract"] for one in report.drift("free text")] == [fault["contract"]]


def nobody_sends(report, fault):
    found = report.drift("version nobody sends")
    return ([one["agent"] for one in found] == [fault["agent"]] and
            fault["contract"].split("/")[0] in found[0]["words"])


NAMED = {"loop": loop, "acted twice": acted_twice, "never offered": never_offered,
         "input never offered": input_never_offered, "version not taken": not_taken, "mixed versions": mixed,
         "over-stuffed": over_stuffed, "no fallback": no_fallback, "constant confidence": constant,
         "alike": alike, "free text": free_text, "nobody sends": nobody_sends}

# --- the look-alikes: what a report says against them, that is not said of a planted fault -------------


def loops_beside(report, twin, planted):
    return report.at("loop", twin["edge"]) - planted("loop", twin["edge"])


def circles_beside(report, twin, planted):
    return sum(report.at("loop", edge) - planted("loop", edge) for edge in twin["edges"])


def twice_beside(report, twin, planted):
    return sum(report.at("acted twice", edge) - planted("acted twice", edge) for edge in twin["edges"])


def version_beside(report, twin, planted):
    name = twin["contracts"][0].split("/")[0]
    return (sum(report.at("version not taken", edge) for edge in twin["edges"]) +
            sum(name in one["words"] for one in report.report["drift"]))


def stuffed_beside(report, twin, planted):
    there, but = set(twin["fields"]), twin["unnamed_but_used"]
    return ((there & (report.fields(twin["edge"], "unnamed") | report.fields(twin["edge"], "unused"))) |
            ({but["field"]} & report.fields(but["edge"], "unused")))


BESIDE = {
    "handed-back": loops_beside,
    "other-incidents": circles_beside,
    "said-again": twice_beside,
    "second-attempt": twice_beside,
    "fan-out": twice_beside,
    "overtaken": lambda report, twin, planted: set(twin["handoffs"]) & set(report.never()),
    "later-input": lambda report, twin, planted: set(twin["inputs"]) & set(report.inputs()),
    "one-of-two-takes": version_beside,
    "moved": version_beside,
    "used-later": stuffed_beside,
    "fallback-elsewhere": lambda report, twin, planted: sum(
        report.at(rule, edge) for edge in twin["edges"] for rule in ("no fallback", "no usable fallback")),
    "nearly-constant": lambda report, twin, planted: sum(
        len(report.on_edge("constant confidence", edge)) for edge in twin["edges"]),
    "same-names": lambda report, twin, planted: [one for one in report.report["mistakes"]["formats"]["alike"]
                                                 if set(twin["contracts"]) <= set(one["contracts"])],
    "one-string": lambda report, twin, planted: report.drift("free text", contract=twin["contract"]),
    "sent-once": lambda report, twin, planted: report.drift("version nobody sends", agent=twin["agent"]),
}


# --- what would make a look-alike the fault itself ------------------------------------------------------

UNSAID = {("ho-21039-check", "offered"), ("ho-21043-estimate", "offered"), ("ho-21035-pay", "refused"),
          ("ho-watch-1", "offered")}


def guilty_contract(contract):
    contract.pop("returns", None)
    contract.pop("fan_out", None)
    if contract["contract"] in ("fraud-query", "loss-notice"):
        contract["fallback"]["at"] = "/nowhere"
    if contract["contract"] == "watchlist-notice":
        contract["schema"]["anyOf"][0].pop("enum")


def guilty_offer(event, data):
    if edge_of(data) == "assessor>adjuster":
        data["artifact"]["confidence"] = 0.9
    if data["from"] == "triage":
        for name in ("object", "witness", "event", "story"):
            data["artifact"].pop(name, None)
    if data["handoff"] == "ho-21060-check":
        event["dataschema"] = "contract:fraud-query/1.1.0"
    if data["handoff"] == "ho-22001-mail":
        event["subject"] = "clm-2026-21001"


def guilty(event):
    data = event["data"]
    if event["type"] == "seam.contract.loaded":
        guilty_contract(data["contract"])
    elif event["type"] == "seam.handoff.offered":
        guilty_offer(event, data)
    elif event["type"] == "seam.agent.hello":
        data["sends"] = [one for one in data["sends"] if not one.startswith("watchlist")]
        data["accepts"] = [one.replace("damage-estimate/^1.4", "damage-estimate/~1.4.0") for one in data["accepts"]]
    elif data.get("handoff") == "ho-21026-garage" and event["type"] == "seam.handoff.accepted":
        event["id"] += "-" + event["hubsequence"]
    return event


class Planted(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(os.path.join(PLANTED, "planted.json"), encoding="utf-8") as file:
            cls.told = json.load(file)
        cls.faults = cls.told["faults"] + cls.told["extra_faults"]
        cls.twins = cls.told["look_alikes"] + cls.told["extra_look_alikes"]
        cls.text = recorded()
        cls.events = [json.loads(line) for line in cls.text.splitlines()]
        cls.report = lint(RECORDING)

    def planted(self, rule, edge):
        """How many handoffs of that edge planted.json gives that fault."""
        return sum(len(fault["handoffs"]) for fault in self.faults if (fault["rule"], fault.get("edge")) == (rule, edge))

    def accused(self, report, twin):
        return BESIDE[twin["id"]](report, twin, self.planted)

    def without(self, handoffs):
        """A report on the recording that never heard of these."""
        with tempfile.TemporaryDirectory(dir=os.environ.get("SEAM_TEST_TMP")) as folder:
            path = os.path.join(folder, "less.jsonl")
            with open(path, "w", encoding="utf-8") as out:
                out.writelines(json.dumps(event) + "\n" for event in self.events
                               if event["data"].get("handoff") not in handoffs)
            return lint(path)

    def test_fixture(self):
        """The recording is what the generator makes, and is about what planted.json says."""
        self.assertEqual(make_planted.text(), self.text, "fixtures/make_planted.py has to be run")
        self.assertEqual([len(self.told[name]) for name in ("faults", "look_alikes")], [12, 12])
        self.assertEqual([twin["twin"] for twin in self.twins], [fault["id"] for fault in self.faults])
        for one in self.faults + self.twins:
            for name in one.get("handoffs", []) + one.get("inputs", []):
                self.assertIn('"%s"' % name, self.text)
        folder = os.path.join(PLANTED, "contracts")
        self.assertEqual(check.run_seam("contract", "check", folder).decode().split("\n")[0],
                         "%d contracts, 0 faults, 0 doubts" % len(os.listdir(folder)))
        self.assertEqual(self.report.report["violations"], [])

    def test_doubtful_return(self):
        """What comes back under no range that can be read would be a loop each time: `check` says so."""
        with tempfile.TemporaryDirectory(dir=os.environ.get("SEAM_TEST_TMP")) as folder:
            for contract in make_planted.contracts():
                if contract["contract"].startswith("repair-"):
                    contract["returns"] = "repair-quote/latest"
                    with open(os.path.join(folder, contract["contract"] + ".json"), "w", encoding="utf-8") as out:
                        json.dump(contract, out)
            done = subprocess.run([agent.BIN, "contract", "check", folder], stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, encoding="utf-8", timeout=60)
        self.assertEqual((done.returncode, done.stdout), (0, "2 contracts, 0 faults, 2 doubts\n"))
        self.assertEqual(done.stderr.count("/returns: what is behind the / is no range"), 2, done.stderr)

    def test_named(self):
        missed = [fault["id"] for fault in self.faults if not NAMED[fault["rule"]](self.report, fault)]
        accused = {twin["id"]: str(self.accused(self.report, twin)) for twin in self.twins
                   if self.accused(self.report, twin)}
        twelve = self.told["faults"], self.told["look_alikes"]
        print("planted: %d of 12 named, %d of 12 look-alikes" % (
            sum(fault["id"] not in missed for fault in twelve[0]), sum(twin["id"] in accused for twin in twelve[1])))
        self.assertEqual((missed, accused), ([], {}))

    def test_each_is_the_one(self):
        """A fault of one handoff goes with that handoff; what only looks like it changes nothing."""
        for fault in self.faults:
            if len(fault.get("handoffs", ())) == 1:
                less = self.without(fault["handoffs"])
                self.assertFalse(NAMED[fault["rule"]](less, fault), fault["id"])
        for twin in self.twins:
            if "handoffs" in twin:
                less = self.without(twin["handoffs"])
                kind = next(fault["rule"] for fault in self.faults if fault["id"] == twin["twin"])
                for edge in twin.get("edges") or [twin["edge"]]:
                    self.assertEqual(less.at(kind, edge), self.report.at(kind, edge), twin["id"])

    def test_look_alikes_are_near(self):
        """Take from a look-alike what makes it innocent, and it is accused."""
        with tempfile.TemporaryDirectory(dir=os.environ.get("SEAM_TEST_TMP")) as folder:
            path = os.path.join(folder, "other.jsonl")
            with open(path, "w", encoding="utf-8") as out:
                out.writelines(json.dumps(guilty(json.loads(line))) + "\n" for line, event in
                               zip(self.text.splitlines(), self.events)
                               if (event["data"].get("handoff"), event["type"].split(".")[-1]) not in UNSAID)
            report = lint(path)
        self.assertEqual([twin["id"] for twin in self.twins if not self.accused(report, twin)],
                         ["second-attempt", "same-names"])


class Live(check.PeersCase):
    """What the agents of the recording said, said to a hub."""

    def tell(self, hub, control, events):
        """Publishes what agents said, decides and delivers as it was done, and waits for each answer."""
        said = {}
        for line in events:
            data, kind = line["data"], line["type"]
            if line["source"].startswith("agent:"):
                event = {name: value for name, value in line.items() if name not in ADDED}
                said[event["id"]] = event
                control.publish_raw(agent.compact(event))
            elif kind == "seam.duplicate":
                reply = control.publish_raw(agent.compact(said[data["id"]]))
                self.assertTrue(reply["duplicate"], reply)
            elif kind == "seam.decision.approved":
                control.ask("decide", action="approve", **data)
            elif kind == "seam.delivery.applied":
                control.ask("deliver", agent=data["agent"], decision=data["decision"], outcome="applied")

    def expected(self, told, offers):
        faults = {}
        for fault in told["faults"]:
            if fault["rule"] in ("loop", "acted twice", "input never offered", "version not taken"):
                for handoff in fault["handoffs"]:
                    faults.setdefault(handoff, []).append(fault["rule"])
            elif fault["rule"] == "no fallback":
                for data in offers:
                    if edge_of(data) == fault["edge"]:
                        faults[data["handoff"]] = ["no usable fallback" if "fallback" in data["artifact"] else "no fallback"]
        return faults

    def test_live(self):
        with open(os.path.join(PLANTED, "planted.json"), encoding="utf-8") as file:
            told = json.load(file)
        events = [json.loads(line) for line in recorded().splitlines()]
        hub = agent.Hub(make_planted.contracts()).start()
        self.addCleanup(hub.stop)
        control = self.control(hub)
        self.tell(hub, control, events)
        offers = [line["data"] for line in events if line["type"] == "seam.handoff.offered"]
        found = {item["handoff"]: item["faults"] for item in control.items("handoffs", limit=1000)}
        self.assertEqual(set(found), {data["handoff"] for data in offers})
        wanted = self.expected(told, offers)
        self.assertEqual({handoff: faults for handoff, faults in found.items() if faults}, wanted)
        for one in told["faults"] + told["look_alikes"]:
            for handoff in set(one.get("handoffs", ())) & set(found):
                self.assertEqual(control.show(handoff)["faults"], wanted.get(handoff, []), handoff)
        path = check.export(hub, os.path.join(hub.folder, "export.jsonl"))
        self.assertEqual(lint(path).same(), lint(RECORDING).same())
        states = [check.seam_stats(where)["states"] for where in (path, RECORDING)]
        self.assertEqual(*states)
        check.agree(hub)


if __name__ == "__main__":
    check.main()
