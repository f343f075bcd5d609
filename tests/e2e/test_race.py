#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Races: 10,000 decisions of 8 deciders on the same handoffs, and decisions that arrive with the deadline.
One wins, all agree on who."""
import contextlib
import json
import random
import threading
import time
import unittest

import agent
import check
from agent import Agent, Control
from check import DAY, LOW, HubCase, artifact, contract

DECIDERS, ITEMS = 8, 1250
WINDOW = 50


class Race(HubCase):
    contracts = (contract("work", "p", "q"),)
    options = ("--grace", 0)

    def offer(self, count, prefix, action="stop", seconds=DAY):
        """Their digests, and the deadlines that the hub said."""
        found = {}
        sender = Agent(self.hub, "p")
        with contextlib.closing(sender):
            for first in range(0, count, WINDOW):
                some = {}
                for number in range(first, min(count, first + WINDOW)):
                    event = sender.offer_event("%s-%d" % (prefix, number), "q",
                                               artifact(LOW, action, seconds), contract="work/1.0.0")
                    some[event["id"]] = event["data"]["handoff"]
                    sender.send(agent.compact({"op": "publish", "rid": event["id"], "event": event}))
                for rid, handoff in some.items():
                    found[handoff] = sender.reply_to(rid)
        return found

    def start(self, threads):
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(100)

    def race(self, name, offers, answers):
        dice, control = random.Random(name), Control(self.hub.control)
        handoffs = list(offers)
        dice.shuffle(handoffs)
        with contextlib.closing(control):
            for first in range(0, len(handoffs), WINDOW):
                some = handoffs[first:first + WINDOW]
                for handoff in some:
                    control.send(agent.compact({
                        "op": "decide", "rid": handoff, "decision": "d-%s-%s" % (name, handoff),
                        "handoff": handoff, "attempt": 1, "digest": offers[handoff]["digest"],
                        "action": dice.choice(("approve", "reject")), "operator": name, "note": "mine"}))
                for handoff in some:
                    answers[name, handoff] = control.reply_to(handoff, 30)

    def test_one_winner(self):
        offers, answers = self.offer(ITEMS, "race"), {}
        names = ["decider-%d" % number for number in range(DECIDERS)]
        self.start([threading.Thread(target=self.race, args=(name, offers, answers)) for name in names])
        self.assertEqual(len(answers), DECIDERS * ITEMS)
        journaled = {}
        for event in self.ask.all_events():
            if event["type"] in ("seam.decision.approved", "seam.decision.rejected"):
                journaled.setdefault(event["data"]["handoff"], []).append(event)
        winners = set()
        for handoff in offers:
            self.assertEqual(len(journaled.get(handoff, ())), 1, handoff)
            event = journaled[handoff][0]
            winners.add(self.judge(handoff, event, {name: answers[name, handoff] for name in names}))
        self.assertGreater(len(winners), 1, "somebody else wins now and then")

    def judge(self, handoff, event, answers):
        """The one that is journaled was told so; the others were told of it. Who it was."""
        data = event["data"]
        for name, reply in answers.items():
            if name == data["operator"]:
                self.assertEqual((reply["ok"], int(reply["recorded"])), (True, int(event["hubsequence"])))
                continue
            error = reply["error"]
            self.assertEqual((error["code"], error["decision"], error["operator"], int(error["recorded"])),
                             ("already_decided", data["decision"], data["operator"],
                              int(event["hubsequence"])), (handoff, name))
            self.assertEqual("seam.decision." + {"approve": "approved", "reject": "rejected"}[error["action"]],
                             event["type"])
        return data["operator"]

    def test_with_the_deadline(self):
        """A decision that arrives in the millisecond of the deadline wins or loses, never both."""
        offers, answers = self.offer(300, "late", "stop", 2), {}
        control = Control(self.hub.control)
        self.addCleanup(control.close)
        ahead = check.fold.moment(control.ping()["time"]).timestamp() - time.monotonic()
        dice = random.Random(1)
        times = {handoff: check.fold.moment(reply["deadline"]).timestamp() - ahead
                 + dice.choice((1, 20)) * dice.uniform(-0.004, 0.002) for handoff, reply in offers.items()}
        for handoff, due in sorted(times.items(), key=lambda item: item[1]):
            while time.monotonic() < due:
                control.socket.poll(max(0, due - time.monotonic()) * 1000)
                self.collect(control, answers)
            control.send(agent.compact({
                "op": "decide", "rid": handoff, "decision": "d-" + handoff, "handoff": handoff, "attempt": 1,
                "digest": offers[handoff]["digest"], "action": "approve", "operator": "mira"}))
        agent.until(lambda: self.collect(control, answers) or len(answers) == len(offers), "all are answered")
        won = self.both(offers, answers)
        self.assertTrue(0 < won < len(offers), "%d of %d decisions won: that was no race" % (won, len(offers)))

    @staticmethod
    def collect(control, answers):
        while control.socket.poll(0):
            reply = json.loads(control.receive()[-1])
            answers[reply["rid"]] = reply

    def both(self, offers, answers):
        """How many decisions won. Where one did nothing has fired, and the other way round."""
        decided, fired = set(), set()
        for event in self.ask.all_events():
            if event["type"] == "seam.decision.approved":
                decided.add(event["data"]["handoff"])
            elif event["type"] == "seam.handoff.fallback":
                self.assertNotIn(event["data"]["handoff"], fired)
                fired.add(event["data"]["handoff"])
        for handoff in offers:
            reply = answers[handoff]
            self.assertNotEqual(handoff in decided, handoff in fired, handoff)
            self.assertEqual(reply["ok"], handoff in decided, handoff)
            if not reply["ok"]:
                self.assertEqual((reply["error"]["code"], reply["error"]["action"]), ("too_late", "stop"))
        return len(decided & set(offers))


if __name__ == "__main__":
    check.main()
