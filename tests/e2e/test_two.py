#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Two approvals: where a contract asks for two operators, one alone approves nothing."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
import check
from agent import until
from tmux import Screen


class Two(check.HubCase):
    contracts = (check.contract("pay", "planner", "ledger", approvals=2), check.contract("one", "planner", "mailer"))

    def held(self, to="ledger", contract="pay"):
        name = check.new_id()
        self.agent("planner").offer(name, to, check.artifact(0.1), contract=contract + "/1.0.0")
        return name

    def test_one_alone_approves_nothing(self):
        name = self.held()
        ledger = self.agent("ledger")
        first = self.ask.decide(name, "approve", operator="mira", note="looks right")
        self.assertEqual((first["state"], first["approvals"], first["needed"]), ("held", 1, 2))
        self.assertEqual(ledger.wait(name, seconds=0)["state"], "held")
        item = self.ask.show(name)
        self.assertEqual((item["state"], item["endorsed_by"]), ("held", "mira"))
        again = self.ask.decision(name, "approve", operator="mira", note="looks right", decision=first["decision"])
        self.assertEqual(self.ask.ask("decide", **again)["recorded"], first["recorded"])        # the same decision, sent again
        self.assertIn("second operator", self.refused("not_allowed", "decide", **self.ask.decision(name, "approve", operator="mira"))["message"])
        self.assertEqual(self.ask.decide(name, "approve", operator="lee")["state"], "approved")
        self.assertEqual(ledger.wait(name)["action"], "approve")
        kinds = [e["type"] for e in self.ask.show(name)["history"] if e["type"].startswith("seam.decision")]
        self.assertEqual(kinds, ["seam.decision.endorsed", "seam.decision.denied", "seam.decision.approved"])

    def test_an_edited_artifact_is_refused(self):
        name = self.held()
        request = self.ask.decision(name, "approve", operator="mira", artifact=check.artifact(0.2))
        self.assertIn("two approvals", self.refused("not_allowed", "decide", **request)["message"])

    def test_what_ends_between(self):
        """A rejection by one stands; a new attempt begins anew; so does one that its agent would not do."""
        name = self.held()
        self.ask.decide(name, "approve", operator="mira")
        self.assertEqual(self.ask.decide(name, "reject", operator="lee")["state"], "rejected")
        name = self.held()
        self.ask.decide(name, "approve", operator="mira")
        done = self.ask.decide(name, "approve", operator="lee")
        self.agent("ledger").deliver(done["decision"], "refused", reason="cannot")
        self.assertIsNone(self.ask.show(name)["endorsed_by"])
        self.assertEqual(self.ask.decide(name, "approve", operator="lee")["approvals"], 1)
        self.assertEqual(self.ask.decide(name, "approve", operator="mira")["state"], "approved")

    def test_other_contracts_need_one(self):
        name = self.held("mailer", "one")
        self.assertEqual(self.ask.decide(name, "approve", operator="mira")["state"], "approved")

    def console(self, operator, name):
        folder = agent.scratch()
        screen = Screen([agent.BIN, "--hub", self.hub.control, "--operator", operator],
                        env={"XDG_STATE_HOME": folder, "HOME": folder})
        self.addCleanup(screen.close)
        screen.shows("WAITING FOR YOU")
        screen.keys("3", "/")
        screen.type(name)
        screen.keys("Enter")
        screen.shows("REVIEW", name)
        return screen

    def test_console(self):
        """The sheet says which approval it is, the row and its detail who gave the first."""
        name = self.held()
        screen = self.console("lee", name)
        screen.opens("A", "the first approval of two", "press  y")
        screen.opens("y", "1 of 2, by lee")
        self.assertEqual(self.ask.show(name)["endorsed_by"], "lee")
        screen.opens("A", "you have approved it already")
        screen.close()
        screen = self.console("mira", name)
        screen.shows("1 of 2, by lee")
        screen.opens("A", "the second approval of two", "press  y")
        screen.opens("y", "approved by mira")
        until(lambda: self.ask.show(name)["state"] == "approved", "it is approved")


if __name__ == "__main__":
    check.main()
