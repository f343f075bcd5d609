#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""claim and release: who is on it, told to all, in nobody's way, and no flood of the journal."""
import datetime
import os
import subprocess
import unittest

import agent
import check
from agent import Control, Hub, Refused, scratch, until
from check import HIGH, LOW, HubCase, artifact, contract, new_id
from tmux import Screen


class Claims(HubCase):
    contracts = (contract("work", "p", "q"),)

    def setUp(self):
        self.a, self.b = self.agent("p"), self.agent("q")

    def held(self, confidence=LOW):
        handoff = new_id()
        self.a.offer(handoff, "q", artifact(confidence), contract="work/1.0.0")
        return handoff

    def claim(self, handoff, who, op="claim", **more):
        reply = self.ask.ask(op, handoff=handoff, operator=who, **more)
        return reply["operator"], reply["until"]

    def told(self, handoff):
        return [event["type"].split(".")[-1] + " " + event["data"]["operator"]
                for event in self.ask.show(handoff)["history"] if ".review." in event["type"]]

    def test_claimed_and_released(self):
        handoff, before = self.held(), self.counted()
        who, end = self.claim(handoff, "mira", seconds=600)
        left = check.fold.moment(end) - check.fold.moment(self.ask.ping()["time"])
        self.assertEqual(who, "mira")
        self.assertTrue(datetime.timedelta(seconds=595) < left <= datetime.timedelta(seconds=600), left)
        for item in (self.ask.show(handoff), self.ask.items("review", filter={"handoff": handoff})[0]):
            self.assertEqual((item["claimed_by"], item["claimed_until"]), ("mira", end))
        self.assertEqual(self.claim(handoff, "mira", "release"), (None, None))
        self.assertIsNone(self.ask.show(handoff)["claimed_by"])
        self.assertEqual(self.told(handoff), ["claimed mira", "released mira"])
        self.grew(before)

    def test_five_minutes_unless_told(self):
        _, end = self.claim(self.held(), "mira")
        left = check.fold.moment(end) - check.fold.moment(self.ask.ping()["time"])
        self.assertTrue(datetime.timedelta(seconds=295) < left <= datetime.timedelta(seconds=300), left)

    def test_repeats_are_answered_and_not_journaled(self):
        handoff = self.held()
        first = self.claim(handoff, "mira", seconds=600)
        for seconds in (600, 300, 900, 1):
            self.assertEqual(self.claim(handoff, "mira", seconds=seconds), first)
        self.assertEqual(self.told(handoff), ["claimed mira"])
        for _ in range(3):
            self.claim(handoff, "lee", "release")
            self.claim(handoff, "lee")
        self.assertEqual(self.told(handoff), ["claimed mira"])
        for _ in range(3):
            self.claim(handoff, "mira", "release")
        self.assertEqual(self.told(handoff), ["claimed mira", "released mira"])

    def test_extended_when_less_than_half_is_left(self):
        handoff = self.held()
        first = self.claim(handoff, "mira", seconds=100)
        longer = self.claim(handoff, "mira", seconds=900)
        self.assertGreater(longer[1], first[1])
        self.assertEqual(self.told(handoff), ["claimed mira", "claimed mira"])

    def test_somebody_elses(self):
        """Who asks is told whose it is; only `take` takes it over."""
        handoff = self.held()
        first = self.claim(handoff, "mira")
        self.assertEqual(self.claim(handoff, "lee"), first)
        self.assertEqual(self.claim(handoff, "lee", take=False), first)
        self.assertEqual(self.claim(handoff, "lee", "release"), first)
        self.assertEqual(self.claim(handoff, "lee", take=True)[0], "lee")
        self.assertEqual(self.claim(handoff, "mira", "release")[0], "lee")
        self.assertEqual(self.told(handoff), ["claimed mira", "claimed lee"])

    def test_ends_by_itself(self):
        """By the hub's clock alone: nothing is journaled, no event need come."""
        handoff = self.held()
        self.claim(handoff, "mira", seconds=1)
        last = self.ask.ping()["hubsequence"]
        until(lambda: self.ask.show(handoff)["claimed_by"] is None, "it ends", 5)
        self.assertEqual(self.ask.items("review", filter={"handoff": handoff})[0]["claimed_by"], None)
        self.assertEqual(self.ask.ping()["hubsequence"], last)
        self.assertEqual(self.claim(handoff, "lee")[0], "lee")

    def test_in_nobodys_way(self):
        """A claimed item can be decided by somebody else; that ends the claim."""
        handoff = self.held()
        self.claim(handoff, "mira")
        self.assertEqual(self.ask.decide(handoff, "escalate", operator="lee")["state"], "escalated")
        self.assertIsNone(self.ask.show(handoff)["claimed_by"])
        self.claim(handoff, "mira")
        self.assertEqual(self.ask.decide(handoff, "approve", operator="lee")["state"], "approved")
        self.assertIsNone(self.ask.show(handoff)["claimed_by"])

    def test_leaving_the_queue_ends_it(self):
        handoff = self.held()
        self.claim(handoff, "mira")
        self.b.say("completed", handoff)
        self.assertIsNone(self.ask.show(handoff)["claimed_by"])
        self.refused("not_allowed", "claim", handoff=handoff, operator="mira")

    def test_refused(self):
        handoff = self.held()
        self.refused("not_found", "claim", handoff="nobody", operator="mira")
        self.refused("not_found", "release", handoff="nobody", operator="mira")
        self.refused("not_allowed", "claim", handoff=self.held(HIGH), operator="mira")
        for wrong in ({"operator": " "}, {"operator": "x" * 129}, {"seconds": 901}, {"seconds": 0},
                      {"seconds": "60"}, {"take": "yes"}, {"handoff": None}):
            self.refused("malformed", "claim", **dict({"handoff": handoff, "operator": "mira"}, **wrong))
        self.assertEqual(self.told(handoff), [])

    def test_shell(self):
        handoff = self.held()

        def seam(who, *words, status=0):
            done = subprocess.run([agent.BIN] + list(words) + ["--hub", self.hub.control], timeout=20,
                                  env=dict(os.environ, SEAM_OPERATOR=who), stdin=subprocess.DEVNULL,
                                  capture_output=True, encoding="utf-8")
            self.assertEqual(done.returncode, status, done)
            return done.stdout + done.stderr

        self.assertIn("mira is on it until 2", seam("mira", "claim", handoff, "--seconds", "60"))
        self.assertIn("mira is on", seam("lee", "claim", handoff, status=1))
        self.assertIn("mira is on", seam("lee", "release", handoff, status=1))
        self.assertIn('"operator":"mira"', seam("lee", "claim", handoff, "--json", status=1))
        self.assertIn("mira", seam("lee", "ls", "review", "--filter", "claimed_by=mira"))
        self.assertIn("lee is on it", seam("lee", "claim", handoff, "--take"))
        self.assertIn("seam: lee is on it", seam("mira", "approve", handoff))
        self.assertIn("900", seam("mira", "claim", handoff, "--seconds", "901", status=2))


class Outlives(unittest.TestCase):
    def test_kill(self):
        """What was answered is there after kill -9, also from a stored mesh."""
        hub = Hub((contract("work", "p", "q"),)).start()
        self.addCleanup(hub.stop)
        a, ask = agent.Agent(hub, "p"), Control(hub.control)
        for one in (a, ask):
            self.addCleanup(one.close)
        a.offer("h-1", "q", artifact(LOW), contract="work/1.0.0")
        was = ask.ask("claim", handoff="h-1", operator="mira")
        for end in (hub.kill9, hub.stop):
            end()
            hub.start()
            again = Control(hub.control)
            self.addCleanup(again.close)
            now = again.ask("claim", handoff="h-1", operator="lee")
            self.assertEqual([now[k] for k in ("operator", "since", "until")],
                             [was[k] for k in ("operator", "since", "until")])
        check.agree(hub)


class Consoles(unittest.TestCase):
    """Two engineers, each with a terminal."""

    def setUp(self):
        self.home = scratch("home-")
        self.hub = Hub((contract("work", "p", "q"),)).start()
        self.addCleanup(self.hub.stop)
        self.a, self.ask = agent.Agent(self.hub, "p"), Control(self.hub.control)
        for one in (self.a, self.ask):
            self.addCleanup(one.close)
        self.a.offer("h-1", "q", artifact(LOW), contract="work/1.0.0")

    def console(self, who, *more):
        screen = Screen([agent.BIN, "--hub", self.hub.control, "--operator", who] + list(more),
                        env={"HOME": self.home, "XDG_STATE_HOME": self.home})
        self.addCleanup(screen.close)
        screen.shows("3 Review 1")
        screen.keys("3")
        screen.shows("h-1")
        return screen

    def claimant(self):
        return self.ask.show("h-1")["claimed_by"]

    def test_seen_by_the_other(self):
        mira, lee = self.console("mira"), self.console("lee")
        mira.opens("A", "APPROVE 1 handoff")
        lee.soon(self.hub, ">@", "mira has been on it for")
        lee.opens("A", "APPROVE 1 handoff", "mira has been on it for")
        mira.opens("Escape", "H hold")
        until(lambda: self.claimant() != "mira", "the closed sheet lets go")
        lee.opens("Escape", "H hold")
        until(lambda: self.claimant() is None, "nobody is on it")
        lee.keys("C")
        lee.shows("you are on h-1 until")
        mira.soon(self.hub, "lee has been on it for")
        mira.opens("C", "C again takes it over")
        mira.opens("C", "you are on h-1 until")
        lee.soon(self.hub, "mira has been on it for")

    def test_decided_elsewhere(self):
        """The sheet closes, says by whom, and sends nothing; the claim has gone with it."""
        mira, lee = self.console("mira"), self.console("lee")
        mira.opens("A", "APPROVE 1 handoff")
        until(lambda: self.claimant() == "mira", "mira is on it")
        lee.opens("H", "HOLD 1 handoff", "mira has been on it for")
        lee.opens("Escape", "H hold")
        self.ask.decide("h-1", "approve", operator="ana")
        mira.shows("approved by ana: nothing sent")
        until(lambda: self.claimant() is None, "nobody is on it")
        decided = [e["data"]["operator"] for e in self.ask.all_events() if ".decision." in e["type"]]
        self.assertEqual(decided, ["ana"])

    def test_read_only_claims_nothing(self):
        screen = self.console("mira", "--read-only")
        screen.opens("C", "claim is off")
        screen.keys("A")
        screen.shows("approve is off")
        self.assertFalse([e for e in self.ask.all_events() if ".review." in e["type"]])


if __name__ == "__main__":
    check.main()
