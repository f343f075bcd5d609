#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fallbacks that the hub fires, on a hub whose clock runs a hundred times as fast."""
import datetime
import json

import check
from agent import Control, Hub, until
from check import HIGH, LOW, HubCase, artifact, contract, new_id

SOON = 20                     # seconds of the hub's clock, a fifth of a second here
STATE = {"escalate": "escalated", "queue": "held", "dead_letter": "dead", "stop": "stopped",
         "proceed": "proceeded", "requeue": "requeued"}


class Fallback(HubCase):
    contracts = (contract("work", "p", "q"), contract("twice", "p", "r", max_attempts=2),
                 contract("elsewhere", "p", "s", fallback={"at": "/plan/otherwise"}),
                 contract("strict", "p", "q", on_violation="hold", schema={"required": ["what"]}))
    options = ("--clock-rate", 100, "--grace", 0)

    def setUp(self):
        self.a, self.b = self.agent("p"), self.agent("q")

    def offer(self, action="escalate", seconds=SOON, confidence=HIGH, **more):
        handoff = new_id()
        self.a.offer(handoff, "q", artifact(confidence, action, seconds), contract="work/1.0.0", **more)
        return handoff

    def fired(self, handoff, seconds=10, **data):
        return self.journaled("seam.handoff.fallback", 0, seconds, handoff=handoff, **data)

    def count(self, handoff):
        history = self.ask.show(handoff)["history"]
        return sum(event["type"] == "seam.handoff.fallback" for event in history)

    def becomes(self, handoff, state):
        until(lambda: self.state(handoff) == state, "%s is %s" % (handoff, state), 10)

    def pass_time(self):
        """Until a fallback fires that was offered after everything else."""
        self.becomes(self.offer("stop", 2 * SOON), "stopped")

    def test_each_action(self):
        for confidence in (LOW, HIGH):
            handoffs = {action: self.offer(action, confidence=confidence) for action in STATE}
            for action, handoff in handoffs.items():
                with self.subTest(action=action, confidence=confidence):
                    event = self.fired(handoff)
                    self.assertEqual((event["data"]["action"], event["data"]["attempt"]), (action, 1))
                    self.assertEqual(self.state(handoff), STATE[action])

    def test_what_is_held_for_a_fault_does_not_ship(self):
        """Nor under a contract that nobody knows: there `proceed` acts as `escalate`."""
        for name in ("strict", "unknown"):
            with self.subTest(name):
                handoff = new_id()
                what = artifact(HIGH, fallback="proceed_to_q_if_not_progressed_within_%ds" % (5 * SOON))
                reply = self.a.offer(handoff, "q", what, contract=name + "/1.0.0")
                self.assertEqual(reply["state"], "held")
                held = self.journaled("seam.handoff.held", handoff=handoff)["data"]
                self.assertEqual(held["on_deadline"], "escalate")
                data = self.fired(handoff)["data"]
                self.assertEqual((data["action"], data.get("target")), ("escalate", None))
                self.assertEqual(self.ask.show(handoff)["state"], "escalated")

    def test_who_lets_it_go_on_without_asking(self):
        """An agent says that it went on with what is held for a fault: that is so, and a fault of its own."""
        for name, confidence, faults in (("unknown", HIGH, ["unreviewed", "unknown contract"]), ("work", LOW, [])):
            handoff = new_id()
            self.a.offer(handoff, "q", artifact(confidence), contract=name + "/1.0.0")
            self.b.say("fallback", handoff, action="proceed")
            item = self.ask.show(handoff)
            self.assertEqual((item["state"], item["faults"]), ("proceeded", faults))

    def test_the_clock_starts_when_the_offer_is_recorded(self):
        handoff = self.offer(seconds=300)
        event = self.fired(handoff)
        offer = self.ask.show(handoff)["history"][0]
        age = check.fold.moment(event["recordedtime"]) - check.fold.moment(offer["recordedtime"])
        self.assertTrue(300 <= age.total_seconds() < 900, age)

    def test_the_string(self):
        """It matches from the right; the longest ACTION is its prefix; the rest is a target."""
        words = {"escalate_if_not_progressed_within_20s": ("escalate", None, "escalate"),
                 "escalate_to_on-call.1_if_not_progressed_within_20s": ("escalate", "on-call.1", "escalate to on-call.1"),
                 "dead_letter_if_not_progressed_within_20s": ("dead_letter", None, "dead_letter"),
                 "queue_to_a_b_if_not_progressed_within_20s": ("queue", "a_b", "queue to a_b"),
                 "requeue_if_not_progressed_within_1m": ("requeue", None, "requeue"),
                 "stop_if_not_progressed_within_60s": ("stop", None, "stop")}
        handoffs = {}
        for text in words:
            handoffs[text] = new_id()
            self.a.offer(handoffs[text], "q", {"confidence": HIGH, "fallback": text}, contract="work/1.0.0")
            self.assertEqual(self.ask.show(handoffs[text])["on_deadline"], words[text][2])
        for text, (action, target, _) in words.items():
            with self.subTest(text):
                data = self.fired(handoffs[text])["data"]
                self.assertEqual((data["action"], data.get("target")), (action, target))

    def test_what_cannot_be_read_is_a_fault(self):
        """And so is none at all. Nothing fires."""
        cases = ["escalate", "bless_if_not_progressed_within_20s", "stop_if_not_progressed_within_0s",
                 "stop_if_not_progressed_within_31d", "stop_if_not_progressed_within_99999h",
                 "stop_to_a b_if_not_progressed_within_20s", "stopit_if_not_progressed_within_20s",
                 "stop_if_not_progressed_within_20s ", 7, None, {"action": "stop"},
                 {"action": "stop", "after_seconds": 2.5}, {"action": "stop", "after_seconds": "20"},
                 {"action": "bless", "after_seconds": 20}]
        for wrong in cases:
            with self.subTest(wrong):
                handoff = new_id()
                reply = self.a.offer(handoff, "q", {"confidence": HIGH, "fallback": wrong},
                                     contract="work/1.0.0")
                self.assertIsNone(reply["deadline"])
                item = self.ask.show(handoff)
                self.assertTrue(item["faults"])
                self.assertIsNone(item["on_deadline"])
        handoff = new_id()
        self.a.offer(handoff, "q", {"confidence": HIGH}, contract="work/1.0.0")
        self.assertTrue(self.ask.show(handoff)["faults"])

    def test_pointer(self):
        """At the contract's pointer."""
        handoff = new_id()
        plan = {"confidence": HIGH, "plan": {"otherwise": {"action": "stop", "target": "x", "after_seconds": SOON}}}
        self.a.offer(handoff, "s", plan, contract="elsewhere/1.0.0")
        self.assertEqual(self.fired(handoff)["data"]["target"], "x")

    def test_what_stops_it(self):
        """progressed, completed, dead_lettered, a final decision, a higher attempt."""
        said = {verb: self.offer("stop", 60) for verb in ("progressed", "completed", "dead_lettered")}
        for verb, handoff in said.items():
            self.b.say(verb, handoff)
        approved = self.offer("stop", 60, LOW)
        self.ask.decide(approved, "approve")
        higher = self.offer("stop", 60)
        self.a.offer(higher, "q", artifact(), attempt=2, contract="work/1.0.0")
        self.pass_time()
        self.pass_time()
        for handoff in list(said.values()) + [approved, higher]:
            self.assertEqual(self.count(handoff), 0, self.ask.show(handoff)["history"])

    def test_what_does_not_stop_it(self):
        """Not accepted, refused or failed; for the last two `proceed` acts as dead_letter."""
        for verb in ("accepted", "refused", "failed"):
            handoff = self.offer("proceed", 60)
            self.b.say(verb, handoff)
            with self.subTest(verb):
                self.becomes(handoff, "proceeded" if verb == "accepted" else "dead")
                self.fired(handoff)

    def test_once_an_attempt(self):
        handoff = self.offer("queue")
        self.becomes(handoff, "held")
        self.pass_time()
        self.assertEqual(self.count(handoff), 1)
        self.a.offer(handoff, "q", artifact(HIGH, "escalate", SOON), attempt=2, contract="work/1.0.0")
        self.fired(handoff, attempt=2)
        self.assertEqual(self.count(handoff), 2)

    def test_an_agent_fired_it_first(self):
        handoff = self.offer("stop", 60)
        self.b.say("fallback", handoff, action="escalate", cause="silent hub")
        self.pass_time()
        self.assertEqual((self.count(handoff), self.state(handoff)), (1, "escalated"))

    def test_requeue_ends_in_dead_letter(self):
        """At most the contract's max_attempts, then dead_letter."""
        handoff = new_id()
        for attempt, state in ((1, "requeued"), (2, "dead")):
            self.a.offer(handoff, "r", artifact(HIGH, "requeue", SOON), attempt=attempt, contract="twice/1.0.0")
            self.becomes(handoff, state)

    def test_no_fallback_while_on_hold(self):
        """decision.held: no fallback before `until`, by default 15 minutes."""
        handoff = self.offer("stop", 120, LOW)
        held = self.ask.decide(handoff, "hold")
        event = self.fired(handoff, 20)
        then = self.ask.events_after(str(int(held["recorded"]) - 1), 1)["events"][0]
        waited = check.fold.moment(event["recordedtime"]) - check.fold.moment(then["recordedtime"])
        self.assertGreaterEqual(round(waited.total_seconds()), 900)

    def test_told_to_both(self):
        """On the feed's decision/NAME, and among the decisions of both agents."""
        feed = self.feed("decision/p", "decision/q")
        handoff, heard = self.offer("escalate"), {}
        while set(heard) != {"decision/p", "decision/q"}:
            topic, raw = feed.next() or self.fail("nothing on the feed")
            event = json.loads(raw)
            if event["data"]["handoff"] == handoff:
                heard[topic] = event
        self.assertEqual(heard["decision/p"], heard["decision/q"])
        self.assertEqual(heard["decision/p"]["type"], "seam.handoff.fallback")
        for who in (self.a, self.b):
            mine = [e for e in who.decisions() if e["data"]["handoff"] == handoff]
            self.assertEqual([e["type"] for e in mine], ["seam.handoff.fallback"])

    def test_lists(self):
        """`review` lists held and escalated; `dead` dead and stopped."""
        lists = {"escalate": "review", "queue": "review", "dead_letter": "dead", "stop": "dead"}
        handoffs = {action: self.offer(action) for action in lists}
        for action, handoff in handoffs.items():
            self.fired(handoff)
            found = [item["handoff"] for item in self.ask.items(lists[action])]
            self.assertIn(handoff, found)


class Overdue(HubCase):
    """A deadline that passes while no hub runs fires once, with overdue_by, after the grace."""

    contracts = (contract("work", "p", "q"),)
    options = ("--grace", 2)

    @classmethod
    def again(cls):
        """The same journal under a new hub, which is the class's from now on."""
        cls.hub.kill9()
        cls.hub = Hub(folder=cls.hub.folder, options=cls.options)

    def start(self):
        type(self).hub.start()
        self.addClassCleanup(self.hub.stop)
        type(self).ask = Control(self.hub.control)
        self.addClassCleanup(self.ask.close)

    def test_overdue(self):
        handoff = new_id()
        reply = self.agent("p").offer(handoff, "q", artifact(LOW, "escalate", 2), contract="work/1.0.0")
        self.again()
        deadline = check.fold.moment(reply["deadline"])
        until(lambda: utc_now() > deadline, "the deadline is past", 10)
        started = utc_now()
        self.start()
        event = self.journaled("seam.handoff.fallback", reply["recorded"], 15, handoff=handoff)
        self.assertGreater(float(event["data"]["overdue_by"]), 0)
        grace = (check.fold.moment(event["recordedtime"]) - started).total_seconds()
        self.assertGreaterEqual(grace, 2)
        self.assertEqual(self.state(handoff), "escalated")


def utc_now():
    return datetime.datetime.now(datetime.timezone.utc)


if __name__ == "__main__":
    check.main()
