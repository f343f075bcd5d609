#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Agents that sleep: a decision waits in the journal until the agent that has to do it asks for it
and answers; it is given at least once and done once; what is refused comes back to the human."""
import unittest

import check
from agent import BIN, Agent, Control, Hub, compact, scratch, until
from check import LOW, artifact, contract, new_id
from tmux import Screen

WORK = contract("work", "p", "q")


class Worker:
    """An agent that does a decision once, whatever happens to it: what it did is in a place of its
    own (here a list that outlives it), and it looks there first."""

    def __init__(self, case, hub, done):
        self.case, self.hub, self.done, self.agent = case, hub, done, Agent(hub, "q")
        case.addCleanup(self.agent.close)

    def wake(self, die_before_answering=False):
        """All that it was asked to do meanwhile; a death between act and answer ends it."""
        asked = [event for event in self.agent.decisions() if event["type"].endswith(".approved")]
        for event in asked:
            decision = event["data"]["decision"]
            if decision not in self.done:
                self.done.append(decision)
            if die_before_answering:
                return asked
            self.agent.deliver(decision)
        return asked


class Sleep(unittest.TestCase):
    options = ()

    def setUp(self):
        self.hub = Hub((WORK,), options=("--grace", 0) + self.options).start()
        self.addCleanup(self.hub.stop)
        self.connect()

    def connect(self):
        self.a, self.ask = Agent(self.hub, "p"), Control(self.hub.control)
        for one in (self.a, self.ask):
            self.addCleanup(one.close)

    def approved(self, count=1, **more):
        decided = []
        for _ in range(count):
            handoff = new_id()
            self.a.offer(handoff, "q", artifact(LOW, **more), contract="work/1.0.0")
            decided.append((handoff, self.ask.decide(handoff, "approve")["decision"]))
        return decided

    def item(self, handoff):
        return self.ask.show(handoff)

    def waiting(self):
        return [item["handoff"] for item in self.ask.items("handoffs", filter={"delivery": "waiting"})]

    def test_starts_late(self):
        """Long after the hub was killed, and then stopped: from the journal, and from the stored mesh."""
        decided = self.approved(5)
        for end in (self.hub.kill9, self.hub.stop):
            end()
            self.hub.start()
        self.connect()
        self.assertEqual(self.waiting(), [handoff for handoff, _ in decided])
        item = self.item(decided[0][0])
        self.assertEqual((item["asked"], item["delivery"]), ("q", "waiting"))
        self.assertLess(check.fold.moment(item["asked_at"]), check.fold.moment(self.ask.ping()["time"]))
        done = []
        Worker(self, self.hub, done).wake()
        self.assertEqual(done, [decision for _, decision in decided])
        self.assertEqual(self.waiting(), [])
        self.assertEqual(Worker(self, self.hub, done).wake(), [])
        self.assertEqual(self.item(decided[0][0])["delivery"], "applied")
        check.agree(self.hub)

    def test_dies_between_act_and_answer(self):
        """It is asked again, at every start, until it answers; and does it once."""
        ((handoff, decision),) = self.approved()
        done = []
        for _ in range(3):
            asked = Worker(self, self.hub, done).wake(die_before_answering=True)
            self.assertEqual([event["data"]["decision"] for event in asked], [decision])
            self.assertEqual(self.item(handoff)["delivery"], "waiting")
            self.hub.kill9()
            self.hub.start()
            self.connect()
        Worker(self, self.hub, done).wake()
        self.assertEqual(done, [decision])
        again = Agent(self.hub, "q")
        self.addCleanup(again.close)
        again.deliver(decision)
        told = [e for e in self.ask.all_events() if e["type"] == "seam.delivery.applied"]
        self.assertEqual([e["data"]["decision"] for e in told], [decision])

    def test_refuses(self):
        """It says why; the item is back in review with that; what is decided then is a new decision."""
        ((handoff, decision),) = self.approved()
        worker = Agent(self.hub, "q")
        self.addCleanup(worker.close)
        worker.deliver(decision, "refused", reason="the card is blocked")
        item = self.item(handoff)
        self.assertEqual((item["state"], item["delivery"], item["delivery_reason"], item["deadline"]),
                         ("held", "refused", "the card is blocked", None))
        self.assertIn(handoff, [i["handoff"] for i in self.ask.items("review")])
        self.hub.kill9()
        self.hub.start()
        self.connect()
        self.assertEqual(self.item(handoff)["delivery_reason"], "the card is blocked")
        second = self.ask.decide(handoff, "approve", operator="lee")
        done = []
        Worker(self, self.hub, done).wake()
        self.assertEqual(done, [second["decision"]])
        self.assertEqual(self.item(handoff)["delivery"], "applied")
        check.agree(self.hub)

    def test_refuses_to_start_over(self):
        """Also where the deadline asked for it, and no human: nobody else would look."""
        handoff = new_id()
        self.a.offer(handoff, "q", artifact(LOW, "requeue", 1), contract="work/1.0.0")
        fired = until(lambda: [e for e in self.a.decisions() if e["type"] == "seam.handoff.fallback"],
                      "the fallback fires")[0]
        self.a.deliver(fired["id"], "refused", reason="the source is gone")
        item = self.item(handoff)
        self.assertEqual((item["state"], item["delivery_reason"]), ("held", "the source is gone"))
        self.assertEqual(self.ask.decide(handoff, "reject")["state"], "rejected")
        check.agree(self.hub)

    def test_pages(self):
        """More than one reply holds: `more` says so, and `after` goes on; nothing is left out."""
        note, ids = "n" * 4000, []
        for _ in range(600):
            handoff = new_id()
            self.a.offer(handoff, "q", artifact(LOW), contract="work/1.0.0")
            ids.append(self.ask.decide(handoff, "approve", note=note)["decision"])
        worker = Agent(self.hub, "q")
        self.addCleanup(worker.close)
        found, after, pages, more = [], "0", 0, True
        while more:
            reply = worker.ask("decisions", agent="q", after=after)
            self.assertLess(len(compact(reply)), 3 << 20)
            found += [event["data"]["decision"] for event in reply["decisions"]]
            after, more, pages = reply["decisions"][-1]["hubsequence"], reply["more"], pages + 1
        self.assertEqual(found, ids)
        self.assertEqual(pages, 2)

    def test_console(self):
        """`no answer` with its age, in the strip and in the detail; and what it refused with."""
        home = scratch("home-")
        handoff = new_id()
        self.a.offer(handoff, "q", artifact(LOW), contract="work/1.0.0")
        screen = Screen([BIN, "--hub", self.hub.control, "--operator", "mira"], 80, 30,
                        env={"HOME": home, "XDG_STATE_HOME": home})
        self.addCleanup(screen.close)
        screen.shows("3 Review 1")
        screen.keys("3")
        screen.shows(handoff)
        screen.opens("Enter", "CONTRACT")
        screen.opens("A", "APPROVE 1 handoff")
        screen.opens("y", "u undo")
        screen.shows("on disk", seconds=15)
        screen.shows("no answer 1", "of q, on disk", "ANSWER    none of q for 0:1", seconds=20)
        decision = self.item(handoff)["decision"]
        worker = Agent(self.hub, "q")
        self.addCleanup(worker.close)
        worker.deliver(decision, "refused", reason="the card is blocked")
        screen.shows("the agent would not do what was decided: the card is blocked")
        screen.hides("none of q")


class Asleep(Sleep):
    """The same from a stored mesh at every start."""
    options = ("--snapshot-every", 5)
    test_console = test_pages = None


if __name__ == "__main__":
    check.main()
