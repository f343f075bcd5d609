#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a hello is answered: which of its contracts fit what is in force and who takes it."""
import os
import signal
import unittest

import check
from agent import Hub, until
from check import HubCase, contract


def hello(who, sends=(), accepts=()):
    """Says hello and gives what is answered about each string, in order."""
    event = who.event("seam.agent.hello",
                      {"agent": who.name, "sends": list(sends), "accepts": list(accepts)})
    return who.publish(event)


def answers(reply):
    return [" ".join(str(a[key]) for key in ("direction", "contract", "answer", "version", "reason")
                     if key in a) for a in reply["contracts"]]


class Hellos(HubCase):
    contracts = [contract("x", "p", "q", version=v) for v in ("1.2.0", "2.0.0", "2.1.0")]

    def test_all_three_answers(self):
        p, q = self.agent("p"), self.agent("q")
        self.assertEqual(answers(hello(p, sends=["x/2.1.0"])), ["sends x/2.1.0 accept"])
        self.assertEqual(answers(hello(q, accepts=["x/^1", "x/4.x", "y"])), [
            "accepts x/^1 accept",
            "accepts x/4.x refuse no version of x in force fits 4.x; "
            "there are 1.2.0, 2.0.0 and 2.1.0",
            "accepts y refuse y is not a contract of this mesh"])
        self.assertEqual(answers(hello(p, sends=["x/2.1.0", "x/^2.1.z"], accepts=["x"])), [
            "sends x/2.1.0 downgrade 1.2.0",
            "sends x/^2.1.z refuse what is behind the / is no range: "
            "a number or x is missing at byte 5",
            "accepts x refuse x/2.1.0 does not name p in to"])
        hello(q, accepts=["x/^2"])
        self.assertEqual(answers(hello(p, sends=["x/2.1.0"])), ["sends x/2.1.0 accept"])

        # who has left takes nothing any more
        hello(q, accepts=["x/^1"])
        self.assertEqual(answers(hello(p, sends=["x"])), ["sends x downgrade 1.2.0"])
        q.bye()
        self.assertEqual(answers(hello(p, sends=["x"])), ["sends x accept"])

    def test_asked_again(self):
        """A reply that was lost is made once more."""
        p = self.agent("p")
        event = p.event("seam.agent.hello", {"agent": "p", "sends": ["x/1.2.0"], "accepts": []})
        first, again = p.publish(event), p.publish(event)
        self.assertIs(again["duplicate"], True)
        self.assertEqual(answers(again), answers(first))

    def test_nothing_said_nothing_answered(self):
        p = self.agent("p")
        self.assertEqual(p.publish(p.event("seam.agent.hello", {"agent": "p"}))["contracts"], [])
        self.assertNotIn("contracts", p.bye())
        foreign = p.event("seam.agent.hello", {"agent": "q", "sends": ["x"]})
        self.assertNotIn("contracts", p.publish(foreign))

    def test_no_more_than_are_kept(self):
        p = self.agent("p")
        reply = hello(p, sends=["x/%d" % i for i in range(80)])
        self.assertEqual(len(reply["contracts"]), 64)
        self.assertEqual(len(self.ask.items("agents", filter={"agent": "p"})[0]["sends"]), 64)


class Without(check.PeersCase):
    def test_an_empty_folder(self):
        hub = Hub()
        self.addCleanup(hub.stop)
        p = self.agent(hub.start(), "p")
        self.assertEqual(answers(hello(p, sends=["x/1"])),
                         ["sends x/1 refuse this hub has no contracts"])

        # and a contract that comes while it runs
        hub.write_contract(contract("x", "p", "q"))
        os.kill(hub.process.pid, signal.SIGHUP)
        until(lambda: answers(hello(p, sends=["x/1"])) == ["sends x/1 accept"], "it is in force")

    def test_no_folder(self):
        hub = Hub()
        hub.arguments = lambda: [word for word in Hub.arguments(hub)
                                 if word not in ("--contracts", hub.contracts)]
        self.addCleanup(hub.stop)
        p = self.agent(hub.start(), "p")
        self.assertNotIn("contracts", hello(p, sends=["x/1"]))


if __name__ == "__main__":
    unittest.main()
