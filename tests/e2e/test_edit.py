# SPDX-License-Identifier: MIT
"""An artifact is edited in the operator's editor, and approved as edited: what the agent gets."""
import json
import os
import stat
import unittest

from agent import BIN, Agent, Control, Hub, Refused, digest, scratch, until
from tmux import Screen

CONTRACT = {
    "contract": "refund", "version": "1.0.0", "from": ["fraud"], "to": ["refund"],
    "scope": {"represents": "a refund to be paid", "excludes": ["chargebacks"]},
    "schema": {"type": "object", "properties": {"amount": {"type": "number", "maximum": 2000}},
               "required": ["amount", "to"]},
    "confidence": {"at": "/confidence", "review_below": 0.7},
    "fallback": {"at": "/fallback"}, "summary": "refund {/amount} to {/to}"}

# waits until it is told what to do: a sed script, or "fail"
EDITOR = """#!/bin/sh
echo "$1" >"$TOLD/file"
until test -e "$TOLD/do"; do sleep 0.02; done
what=$(cat "$TOLD/do"); rm "$TOLD/do"
test "$what" = fail && exit 3
sed -i "$what" "$1"
"""


class Edit(unittest.TestCase):
    def setUp(self):
        self.home, self.told = scratch("home-"), scratch("told-")
        self.hub = Hub(contracts=[CONTRACT]).start()
        self.addCleanup(self.hub.stop)
        self.fraud, self.refund = Agent(self.hub, "fraud"), Agent(self.hub, "refund")
        self.ask = Control(self.hub.control)
        for one in (self.fraud, self.refund, self.ask):
            self.addCleanup(one.close)
        self.artifact = {"amount": 1240, "to": "card 4417", "confidence": 0.41,
                         "fallback": "stop_if_not_progressed_within_600s"}
        self.fraud.offer("h-1", "refund", self.artifact, contract="refund/1.0.0")
        editor = os.path.join(self.told, "editor")
        with open(editor, "w", encoding="ascii") as out:
            out.write(EDITOR)
        os.chmod(editor, 0o700)
        self.screen = Screen([BIN, "--hub", self.hub.control, "--operator", "mira"], 100, 30,
                             env={"HOME": self.home, "XDG_STATE_HOME": self.home, "VISUAL": editor,
                                  "TOLD": self.told})
        self.addCleanup(self.screen.close)
        self.screen.shows("3 Review 1")
        self.screen.keys("3")
        self.screen.shows("REVIEW", "h-1")

    def edit(self):
        """Presses e, and gives the file that the editor was given."""
        def given():
            try:
                with open(os.path.join(self.told, "file"), encoding="ascii") as file:
                    return file.read().strip() or None
            except FileNotFoundError:
                return None

        def press():
            self.screen.keys("e")
            try:
                return until(given, "the editor", 1)
            except AssertionError:
                return None
        path = until(press, "the editor starts", 10)
        os.remove(os.path.join(self.told, "file"))
        return path

    def tell(self, what):
        temporary = os.path.join(self.told, "do.new")
        with open(temporary, "w", encoding="ascii") as out:
            out.write(what)
        os.rename(temporary, os.path.join(self.told, "do"))

    def test_as_edited(self):
        path = self.edit()
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode), 0o700)
        with open(path, encoding="ascii") as file:
            self.assertEqual(json.load(file), self.artifact)
        # the link lives on behind the editor
        self.fraud.offer("h-2", "refund", self.artifact, contract="refund/1.0.0")
        self.tell("s/1240/1100/")
        self.screen.shows("APPROVE 1 handoff as edited", "- /amount  1240", "+ /amount  1100", "REVIEW  2 waiting")
        self.assertEqual(self.ask.state("h-1"), "held")
        self.screen.opens("y", "A comes first")  # e, which opened it, is no act
        self.screen.keys("A")
        self.screen.shows("press  y  to approve")
        self.screen.opens("y", "sending in")
        until(lambda: self.ask.state("h-1") == "approved", "it is approved", 15)
        edited = {**self.artifact, "amount": 1100}
        stands = self.refund.wait("h-1")
        self.assertEqual(stands["artifact"], edited)
        self.assertEqual(stands["digest"], digest(self.artifact))
        self.refund.say("accepted", "h-1")
        self.refund.deliver(stands["decision"])
        shown = self.ask.show("h-1")
        self.assertEqual(shown["artifact"], self.artifact)
        approved = [event for event in shown["history"] if event["type"] == "seam.decision.approved"]
        self.assertEqual(approved[0]["data"]["artifact"], edited)
        self.assertEqual(approved[0]["data"]["new_digest"], digest(edited))
        self.assertEqual(approved[0]["data"]["digest"], digest(self.artifact))
        until(lambda: not os.path.exists(path), "the file is gone once it is in the journal")

    def test_bad_is_kept(self):
        path = self.edit()
        self.tell("s/1240/9000/")
        self.screen.shows("line 2: /amount: ", "e edits it again")
        self.assertEqual(self.edit(), path)
        with open(path, encoding="ascii") as file:
            self.assertIn("9000", file.read())
        self.tell("s/9000/90,/")
        self.screen.shows("no JSON: ", "line 2")
        self.edit()
        self.tell("fail")
        self.screen.shows("nothing sent", "ended with 3")
        self.edit()
        self.tell("s/90,,*/1240,/")
        self.screen.shows("h-1: nothing was changed")
        self.assertFalse(os.path.exists(path))
        self.assertEqual(self.ask.state("h-1"), "held")

    def test_hub_checks(self):
        """Whoever sends it: an edited artifact that breaks the contract is refused, and journaled once."""
        wrong = {**self.artifact, "amount": 9000}
        decision = self.ask.decision("h-1", "approve", artifact=wrong)
        for _ in range(2):
            with self.assertRaises(Refused) as refused:
                self.ask.ask("decide", **decision)
            error = refused.exception.error
            self.assertEqual(error["code"], "breaks_contract")
            self.assertRegex(error["message"], "^/amount: ")
        self.assertEqual(self.ask.state("h-1"), "held")
        denied = [e for e in self.ask.all_events() if e["type"] == "seam.decision.denied"]
        self.assertEqual([e["data"]["code"] for e in denied], ["breaks_contract"])
        self.ask.decide("h-1", "approve", artifact={**self.artifact, "amount": 1})
        self.assertEqual(self.refund.wait("h-1")["artifact"]["amount"], 1)

    def test_changed_meanwhile(self):
        path = self.edit()
        self.ask.decide("h-1", "reject", note="no", operator="lee")
        self.tell("s/1240/1100/")
        self.screen.shows("h-1 rejected by lee: nothing sent, kept in " + path[:20])
        self.assertTrue(os.path.exists(path))
        self.assertEqual(self.ask.state("h-1"), "rejected")


if __name__ == "__main__":
    unittest.main()
