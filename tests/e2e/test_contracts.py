#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every handoff is held against its contract, and what is found is an event; contracts change while the hub runs."""
import contextlib
import json
import os
import signal
import unittest

import check
from agent import Agent, Control, Hub, until
from check import HIGH, HubCase, agree, artifact, contract, new_id

BILL = {"type": "object", "properties": {
    "due_date": {"type": "integer"}, "lines": {"type": "array", "items": {"type": "object", "required": ["price"],
                                               "properties": {"price": {"type": "number", "minimum": 0}}}},
    "confidence": {"type": "number"}, "fallback": True, "currency": {"enum": ["EUR", "USD"]}},
    "required": ["currency"], "additionalProperties": False}
COSTLY = {"properties": {"word": {"pattern": "^(?=a)(a+)+$"}}}


def bill(**more):
    return artifact(HIGH, currency="EUR", **more)


class Checking(HubCase):
    contracts = (contract("bill", "p", "q", schema=BILL), contract("held", "p", "q", schema=BILL, on_violation="hold"),
                 contract("dead", "p", "q", schema=BILL, on_violation="dead_letter"),
                 contract("costly", "p", "q", schema=COSTLY),
                 contract("when", "p", "q", assert_format=True, schema={"properties": {"at": {"format": "date-time"}}}),
                 contract("origin", "p", "q", provenance={"at": "/inputs"}),
                 contract("going", "p", "q", fallback={"at": "/fallback", "targets": ["oncall"]},
                          owners={"p": "team-p"}),
                 contract("owned", "p", "q", owners={"p": "team-p"}), contract("open", "p", "q"))

    def setUp(self):
        self.a = self.agent("p")

    def offer(self, what, name="bill"):
        handoff = new_id()
        reply = self.a.offer(handoff, "q", what, contract=name + "/1.0.0")
        return handoff, reply

    def flagged(self, handoff):
        return self.journaled("seam.handoff.flagged", handoff=handoff)["data"]

    def test_what_fits_makes_no_event(self):
        handoff, reply = self.offer(bill(due_date=3))
        self.assertEqual((reply["faults"], reply["violation"], reply["state"]), ([], None, "offered"))
        self.assertEqual([event["type"] for event in self.ask.show(handoff)["history"]], ["seam.handoff.offered"])

    def test_a_violation_says_where_and_what(self):
        handoff, reply = self.offer(bill(due_date="tomorrow", lines=[{"price": 1}, {"price": -1}, {}], debug=1))
        self.assertEqual(reply["faults"], ["schema"])
        self.assertEqual(reply["state"], "offered", "it is shown, and goes on")
        data = self.flagged(handoff)
        self.assertEqual((data["contract"], data["faults"], data["of"]), ("bill/1.0.0", ["schema"], 4))
        self.assertEqual({(v["at"], v["message"]) for v in data["violations"]},
                         {("/due_date", "string, not integer"), ("/lines/1/price", "below the minimum 0"),
                          ("/lines/2/price", "missing"), ("/debug", "not allowed")})
        due = [v for v in data["violations"] if v["at"] == "/due_date"][0]
        self.assertEqual((due["expected"], due["found"], due["keyword"]), ("integer", "string", "/properties/due_date/type"))
        self.assertEqual(reply["violation"], "%(at)s: %(message)s" % data["violations"][0])
        self.assertEqual(self.ask.show(handoff)["violation"], reply["violation"])

    def test_it_is_found_anew_for_each_attempt(self):
        handoff, _ = self.offer(artifact(HIGH))
        self.assertEqual(self.flagged(handoff)["violations"][0]["at"], "/currency")
        reply = self.a.offer(handoff, "q", bill(), attempt=2, contract="bill/1.0.0")
        self.assertEqual((reply["faults"], reply["violation"]), ([], None))

    def test_hold(self):
        handoff, reply = self.offer(artifact(HIGH), "held")
        self.assertEqual(reply["state"], "held")
        held = self.journaled("seam.handoff.held", handoff=handoff)["data"]
        self.assertEqual((held["cause"], held["faults"]), ("fault", ["schema"]))
        self.assertEqual(self.offer(bill(), "held")[1]["state"], "offered")

    def test_what_acts(self):
        """`on_violation` is about what the contract promises of an offer, not about what agents do."""
        for wrong in ({"fallback": None}, {"fallback": "never"}, {"confidence": None}):
            with self.subTest(wrong):
                self.assertEqual(self.offer(dict(bill(), **wrong), "held")[1]["state"], "held")
        source, _ = self.offer(bill())
        twins = [self.a.offer(new_id(), "q", bill(), contract="held/1.0.0", data={"prev": [source]}) for _ in range(2)]
        self.assertEqual([(reply["faults"], reply["state"]) for reply in twins],
                         [([], "offered"), (["acted twice"], "offered")])
        circle = new_id("circle")
        self.agent("q").offer(new_id(), "p", bill(), subject=circle)
        reply = self.a.offer(new_id(), "q", bill(), contract="held/1.0.0", subject=circle)
        self.assertEqual((reply["faults"], reply["state"]), (["loop"], "offered"))

    def test_dead_letter(self):
        handoff, reply = self.offer(artifact(HIGH), "dead")
        self.assertEqual(reply["state"], "dead")
        dead = self.journaled("seam.handoff.dead_lettered", handoff=handoff)
        self.assertEqual((dead["source"][:4], dead["data"]["reason"], dead["data"]["detail"]),
                         ("hub:", "contract", "/currency: missing"))
        self.assertIn(handoff, [item["handoff"] for item in self.ask.items("dead")])
        self.assertEqual(self.a.wait(handoff)["state"], "dead")

    def test_what_costs_too_much_is_said(self):
        handoff, reply = self.offer(artifact(HIGH, word="a" * 5000 + "!"), "costly")
        self.assertEqual(reply["faults"], ["not checked"])
        self.assertEqual(self.flagged(handoff)["violations"], [])

    def test_format(self):
        self.assertEqual(self.offer(artifact(HIGH, at="2026-11-23T03:04:05Z"), "when")[1]["faults"], [])
        self.assertEqual(self.offer(artifact(HIGH, at="at three"), "when")[1]["violation"], "/at: string, not date-time")

    def test_provenance(self):
        for inputs in ({}, {"inputs": None}, {"inputs": []}, {"inputs": ""}):
            with self.subTest(inputs):
                self.assertEqual(self.offer(artifact(HIGH, **inputs), "origin")[1]["faults"], ["no provenance"])
        self.assertEqual(self.offer(artifact(HIGH, inputs=["log:1"]), "origin")[1]["faults"], [])

    def test_targets(self):
        for target, faults in (("oncall", []), ("team-p", []), ("q", []), ("nobody", ["fallback target unknown"])):
            with self.subTest(target):
                there = artifact(HIGH, fallback="escalate_to_%s_if_not_progressed_within_9h" % target)
                self.assertEqual(self.offer(there, "going")[1]["faults"], faults)
                self.assertEqual(self.offer(there, "owned")[1]["faults"], ["fallback target unknown"] if target == "oncall" else faults)
                self.assertEqual(self.offer(there, "open")[1]["faults"], [], "it does not say to whom")


class OtherEdge(HubCase):
    """Who names the contract of another edge has not got round that of its own."""
    contracts = (contract("strict", "p", "q", schema=BILL, on_violation="dead_letter"), contract("lax", "p", "r"),
                 contract("shut", "x", "y", on_violation="hold"))

    def offer(self, receiver, name, confidence=HIGH):
        handoff = new_id()
        return handoff, self.agent("p").offer(handoff, receiver, artifact(confidence), contract=name + "/1.0.0")

    def test_it_is_held_as_under_none(self):
        handoff, reply = self.offer("q", "lax")
        self.assertEqual((reply["faults"], reply["state"]), (["contract of another edge"], "held"))
        held = self.journaled("seam.handoff.held", handoff=handoff)["data"]
        self.assertEqual((held["cause"], held["faults"], held["contract"]),
                         ("unknown_contract", ["contract of another edge"], None))
        shown = self.ask.show(handoff)
        self.assertEqual([shown[name] for name in ("contract", "named", "edge_contracts", "not_taken")],
                         [None, "lax/1.0.0", ["strict/1.0.0"], None])
        self.assertEqual(self.offer("r", "lax")[1]["faults"], [])

    def test_who_names_none_is_told_so(self):
        handoff = new_id()
        self.assertEqual(self.agent("p").offer(handoff, "q", artifact(HIGH))["state"], "held")
        self.assertEqual([self.ask.show(handoff)[name] for name in ("contract", "named", "edge_contracts")],
                         [None, None, ["strict/1.0.0"]])
        said = check.run_seam("show", handoff, "--hub", self.hub.control).decode()
        self.assertRegex(said, r"\nnamed +-\nedge_contracts +strict/1\.0\.0\nnot_taken +-\n")

    def test_where_no_contract_names_the_edge_it_judges(self):
        self.assertEqual([(reply["faults"], reply["state"]) for _, reply in (
            self.offer("s", "lax"), self.offer("s", "lax", 0.1), self.offer("s", "shut"))],
            [(["contract of another edge"], "offered"), (["contract of another edge"], "held"),
             (["contract of another edge"], "held")])

    def test_it_is_counted_and_is_no_way_out(self):
        handoff = new_id()
        reply = self.agent("p").offer(handoff, "q", artifact(HIGH, "proceed"), contract="lax/1.0.0")
        self.assertEqual(reply["state"], "held")
        self.assertEqual(self.ask.show(handoff)["on_deadline"], "escalate")
        edge = [item for item in self.ask.items("edges") if (item["from"], item["to"]) == ("p", "q")][0]
        self.assertGreater(edge["faults"]["contract of another edge"], 0)


class Default(HubCase):
    """A first contract can be in force before anybody names it."""
    contracts = (contract("first", "p", "q", schema=BILL, confidence={}, default=True), contract("named", "p", "q"),
                 contract("only", "p", "r"))

    def offer(self, receiver, what, name=None, action="queue"):
        handoff = new_id()
        return handoff, self.agent("p").offer(handoff, receiver, artifact(0.1, action, **what), contract=name)

    def test_what_names_none_is_judged_and_not_held(self):
        handoff, reply = self.offer("q", {"currency": "EUR"})
        self.assertEqual((reply["faults"], reply["state"]), ([], "offered"))
        self.assertEqual(self.ask.show(handoff)["contract"], "first/1.0.0")
        handoff, reply = self.offer("q", {}, action="proceed")
        self.assertEqual((reply["faults"], reply["state"], reply["violation"]), (["schema"], "offered", "/currency: missing"))
        self.assertEqual(self.ask.show(handoff)["on_deadline"], "proceed")
        self.assertEqual(self.journaled("seam.handoff.flagged", handoff=handoff)["data"]["contract"], "first/1.0.0")

    def test_the_edge_says_what_it_was_under(self):
        self.offer("q", {})
        edge = [item for item in self.ask.items("edges") if (item["from"], item["to"]) == ("p", "q")][0]
        self.assertGreater(edge["contracts"].get("first/1.0.0", 0), 0)
        self.assertNotIn("", edge["contracts"])

    def test_what_names_one_is_not(self):
        handoff, reply = self.offer("q", {}, "named/1.0.0")
        self.assertEqual((reply["state"], self.ask.show(handoff)["contract"]), ("held", "named/1.0.0"))
        self.assertEqual(self.offer("q", {}, "first/1.0.1")[1]["faults"], ["unknown contract"])
        self.assertEqual(self.offer("r", {})[1]["faults"], ["unknown contract"])


class FolderCase(HubCase):
    contracts = (contract("stays", "x", "y"),)

    def path(self, name):
        return os.path.join(self.hub.contracts, name)

    def write(self, name, what):
        """As an editor does, so that the hub never sees half of it."""
        with open(self.path("." + name), "w", encoding="utf-8") as out:
            out.write(what if isinstance(what, str) else json.dumps(what))
        os.rename(self.path("." + name), self.path(name))
        self.look()

    def remove(self, name):
        os.unlink(self.path(name))
        self.look()

    def look(self):
        self.hub.process.send_signal(signal.SIGHUP)

    def in_force(self):
        return {item["contract"] for item in self.ask.items("contracts")}

    def becomes(self, name, there=True):
        until(lambda: (name in self.in_force()) == there, "%s is %sin force" % (name, "" if there else "not "))

    def events(self, name):
        return [(event["type"].rpartition(".")[2], event["data"].get("removed", False)) for event in self.ask.all_events()
                if event["type"].startswith("seam.contract.") and event["data"].get("file", name) == name]


class Folder(FolderCase):
    """Contracts change while the hub runs, and each change is an event."""

    def test_a_file_comes_changes_and_goes(self):
        self.write("new.json", contract("new", "p", "q"))
        self.becomes("new/1.0.0")
        self.write("new.json", contract("new", "p", "q", on_violation="dead_letter", schema={"required": ["x"]}))
        a = self.agent("p")
        until(lambda: a.offer(new_id(), "q", artifact(HIGH), contract="new/1.0.0")["state"] == "dead", "it is checked anew")
        self.remove("new.json")
        self.becomes("new/1.0.0", False)
        self.assertEqual(self.events("new.json")[:2], [("loaded", False), ("loaded", False)])

    def test_a_broken_file_leaves_the_old_one_in_force(self):
        self.write("edit.json", contract("edit", "p", "r"))
        self.becomes("edit/1.0.0")
        for broken in ("{", contract("edit", "p", "r", schema={"type": "strng"}), contract("edit", "p", "r", gate="no")):
            self.write("edit.json", broken)
            refused = self.journaled("seam.contract.refused", file="edit.json",
                                     reason={"{": "expected a key, but the text ends at line 1, column 2"}.get(str(broken)) or
                                     ("/schema/type: must be null, boolean, integer, number, string, array, object, or an "
                                      "array of these, none twice" if "strng" in str(broken) else "/gate: must be \"to\" or \"from\""))
            self.assertIn("edit/1.0.0", self.in_force())
            until(lambda: refused["data"]["reason"] in self.hub.said(), "it is on standard error")
        self.write("edit.json", contract("edit", "p", "r", version="1.1.0"))
        self.becomes("edit/1.1.0")
        self.becomes("edit/1.0.0", False)
        self.assertEqual(self.events("edit.json")[-1], ("refused", True), "and the complaint is taken back")

    def test_moved(self):
        self.write("a-name.json", contract("moved", "p", "u"))
        self.becomes("moved/1.0.0")
        os.rename(self.path("a-name.json"), self.path("b-name.json"))
        self.look()
        until(lambda: self.events("b-name.json") and self.events("b-name.json")[-1] == ("loaded", False), "it is known where it is now")
        self.write("b-name.json", "nonsense")
        self.journaled("seam.contract.refused", file="b-name.json")
        self.assertIn("moved/1.0.0", self.in_force())

    def test_two_of_one_name(self):
        self.write("one.json", contract("twin", "p", "v"))
        self.becomes("twin/1.0.0")
        self.write("two.json", contract("twin", "p", "v", critical=True))
        self.journaled("seam.contract.refused", file="two.json", reason="/contract: twin/1.0.0 stands in one.json already")


class Removed(unittest.TestCase):
    """What was removed lets nothing through, nor another version of its name; what was never known is only said."""

    def offered(self, name):
        with contextlib.closing(Agent(self.hub, "g")) as a:
            handoff = new_id()
            reply = a.offer(handoff, "h", artifact(HIGH), contract=name)
            return reply["faults"], reply["state"], handoff

    def test_while_the_hub_runs_and_after_it_came_back(self):
        self.hub = Hub((contract("gone", "g", "h"),)).start()
        self.addCleanup(self.hub.stop)
        self.assertEqual(self.offered("gone/1.0.0")[:2], ([], "offered"))
        for name in os.listdir(self.hub.contracts):
            os.unlink(os.path.join(self.hub.contracts, name))
        self.hub.process.send_signal(signal.SIGHUP)
        until(lambda: self.offered("gone/1.0.0")[0], "it is removed")
        for _ in range(2):
            for name in ("gone/1.0.0", "gone/2.0.0"):
                faults, state, handoff = self.offered(name)
                self.assertEqual((faults, state), (["unknown contract"], "held"))
                with contextlib.closing(Control(self.hub.control)) as ask:
                    history = ask.show(handoff)["history"]
                held = [event["data"] for event in history if event["type"] == "seam.handoff.held"]
                self.assertEqual([(one["cause"], one["faults"], one["contract"]) for one in held],
                                 [("unknown_contract", ["unknown contract"], None)])
            self.assertEqual(self.offered("never/1.0.0")[:2], (["unknown contract"], "offered"))
            self.hub.stop()
            self.hub.start()
        agree(self.hub)


class Told(FolderCase):
    """What the folder did is said where people look: standard error, the shell, the events."""

    def says(self, *words):
        until(lambda: all(word in self.hub.said() for word in words), "standard error says " + repr(words))

    def seam(self, *words):
        """What it prints, if it ends with 0."""
        return check.run_seam(*words, "--hub", self.hub.control).decode()

    def test_changed_under_the_same_version(self):
        due = {"type": "object", "properties": {"due": {"type": "integer"}}}
        self.write("due.json", contract("due", "p", "q", schema=due))
        self.becomes("due/1.0.0")
        self.says("contract due/1.0.0 loaded from due.json")
        first = self.journaled("seam.contract.loaded", file="due.json")["data"]
        self.assertNotIn("change", first)
        due["properties"]["due"]["type"] = "string"
        self.write("due.json", contract("due", "p", "q", schema=due))
        change = ("not compatible: 1 breaks a taker, 1 breaks a sender of 1.0.0; "
                  "/due {type: integer} -> {type: string}")
        second = self.journaled("seam.contract.loaded", file="due.json", replaces=first["digest"])["data"]
        self.assertEqual(second["change"], change)
        self.says("contract due/1.0.0 in due.json changed under the same version: " + change)
        item = [item for item in self.ask.items("contracts") if item["contract"] == "due/1.0.0"][0]
        self.assertEqual((item["change"], item["file"]), (change, "due.json"))
        self.assertIn("due.json: changed under the same version: " + change, self.seam("tail", "--limit", "5"))

    def test_the_same_again_is_no_change(self):
        def item():
            return [item for item in self.ask.items("contracts") if item["contract"] == "again/1.0.0"][0]
        self.write("again.json", contract("again", "p", "q"))
        self.becomes("again/1.0.0")
        before = item()
        self.write("again.json", contract("again", "p", "q"))
        self.write("later.json", contract("later", "p", "q"))
        self.becomes("later/1.0.0")
        self.assertEqual(item(), before)
        self.assertEqual(self.events("again.json"), [("loaded", False)])
        os.rename(self.path("again.json"), self.path("other.json"))
        self.look()
        until(lambda: item()["file"] == "other.json", "it is known where it is now")
        self.assertEqual(item()["loaded"], before["loaded"])
        self.says("contract again/1.0.0 stands in other.json now, unchanged")

    def test_refused_files_are_told(self):
        self.assertNotIn("refused", self.seam("ls", "contracts"))
        os.mkfifo(self.path("fifo.json"))
        os.mkdir(self.path("folder.json"))
        self.write("broken.json", "{")
        self.journaled("seam.contract.refused", file="broken.json")
        listed = self.seam("ls", "contracts")
        for line in ("refused: broken.json: expected a key, but the text ends at line 1, column 2",
                     "refused: fifo.json: cannot open: it is a FIFO", "refused: folder.json: cannot open: it is a folder"):
            self.assertIn(line, listed.splitlines())
        self.assertIn("stays/1.0.0", listed)
        self.assertEqual([one["file"] for one in json.loads(self.seam("ls", "contracts", "--json"))["refused"]],
                         ["broken.json", "fifo.json", "folder.json"])
        self.assertEqual(self.seam("ping").splitlines()[1:], ["3 contract files are refused: seam ls contracts"])
        os.unlink(self.path("fifo.json"))
        os.rmdir(self.path("folder.json"))
        self.write("broken.json", contract("mended", "p", "q"))
        self.becomes("mended/1.0.0")
        self.says("broken.json is mended", "fifo.json is gone", "contract mended/1.0.0 loaded from broken.json")
        self.remove("broken.json")
        self.becomes("mended/1.0.0", False)
        self.says("contract mended/1.0.0 removed: broken.json is gone")
        tail = self.seam("tail", "--limit", "20")
        self.assertIn("broken.json: expected a key, but the text ends at line 1, column 2", tail)
        self.assertIn("broken.json: mended, or gone", tail)
        self.assertEqual(self.seam("ping").splitlines()[1:], [])

    def test_a_folder_that_is_gone_is_told_until_it_is_back(self):
        away = self.hub.contracts + ".away"
        os.rename(self.hub.contracts, away)
        self.look()
        try:
            reason = self.journaled("seam.contract.refused", file="./")["data"]["reason"]
            self.assertEqual(reason, "cannot read the contracts in %s: No such file or directory; edits have no effect until it "
                             "can be read" % self.hub.contracts)
            self.assertEqual(self.seam("ping").splitlines()[1:], [reason])
            self.assertIn("refused: " + reason, self.seam("ls", "contracts").splitlines())
            self.assertEqual((self.ask.ping()["contracts_folder"], self.ask.ping()["refused_files"]), (reason, 1))
            self.becomes("stays/1.0.0")
            self.look()
        finally:
            os.rename(away, self.hub.contracts)
        self.look()
        until(lambda: self.events("./") == [("refused", False), ("refused", True)], "it is taken back, and was told once")
        self.says("the contracts in %s can be read again" % self.hub.contracts)
        self.assertEqual(self.seam("ping").splitlines()[1:], [])
        self.assertIsNone(self.ask.ping()["contracts_folder"])

    def test_what_is_written_in_place_is_waited_for(self):
        """An editor that empties the file and writes it in pieces: nobody hears of the pieces."""
        def text(n):
            return json.dumps(contract("slow", "p", "q", version="1.0.%d" % n, summary="x" * 300))
        last = 20
        for n in range(last + 1):
            with open(self.path("slow.json"), "w", encoding="utf-8") as out:
                for at in range(0, len(text(n)), 100):
                    out.write(text(n)[at:at + 100])
                    out.flush()
                    self.look()
                    self.ask.ping()
        self.becomes("slow/1.0.%d" % last)
        self.assertEqual([event for event in self.events("slow.json") if event[0] == "refused"], [])
        self.assertNotIn("slow.json refused", self.hub.said())


class Start(FolderCase):
    def test_broken_across_a_start(self):
        self.write("old.json", contract("old", "p", "t"))
        self.becomes("old/1.0.0")
        self.hub.stop()
        with open(self.path("old.json"), "w", encoding="utf-8") as out:
            out.write("[]")
        self.hub.start()
        type(self).ask = self.agent("looker")
        self.journaled("seam.contract.refused", file="old.json", reason="a contract is a JSON object")
        self.assertIn("old/1.0.0", self.in_force())
        self.remove("old.json")
        self.becomes("old/1.0.0", False)


if __name__ == "__main__":
    check.main()
