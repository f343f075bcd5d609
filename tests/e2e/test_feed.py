#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The feed: its order, its topics, its beat; and nothing leaves the hub before it is in the journal."""
import json
import time

import check
from check import LOW, HubCase, artifact, contract, new_id


class Feeding(HubCase):
    contracts = (contract("work", "p", "q"), contract("pair", "p", "q-two"))

    def read(self, feed, stop, seconds=10):
        """Messages of the feed until `stop` says of one that it is the last."""
        found, end = [], time.monotonic() + seconds
        while True:
            message = feed.next(end - time.monotonic())
            if message is None:
                self.fail("the feed fell silent after %d messages" % len(found))
            found.append((message[0], json.loads(message[1]), message[1]))
            if stop(found[-1][1]):
                return found

    def test_order_and_no_hole(self):
        """`event` carries every journaled event once, in order, from both lanes."""
        feed, a, b = self.feed("event"), self.agent("p"), self.agent("q")
        a.open_lane()
        for _ in range(300):
            a.send_event(a.self_event("heartbeat"))
            b.publish(b.self_event("heartbeat"))
        last = a.bye()["recorded"]
        found = self.read(feed, lambda event: int(event["hubsequence"]) >= int(last))
        numbers = [int(event["hubsequence"]) for _, event, _ in found]
        self.assertEqual(numbers, list(range(numbers[0], numbers[0] + len(numbers))))
        journaled = self.ask.all_events(str(numbers[0] - 1))[:len(found)]
        self.assertEqual([event for _, event, _ in found], journaled)

    def test_bytes_as_journaled(self):
        feed, a, journal = self.feed("event"), self.agent("p"), self.journal()
        last = a.hello()["recorded"]
        for _, event, raw in self.read(feed, lambda event: int(event["hubsequence"]) >= int(last)):
            self.assertEqual(raw, journal.event(event["hubsequence"]))

    def test_beat(self):
        """Once a second: name, epoch, hubsequence, time, version."""
        feed = self.feed("hub")
        beats = []
        for _ in range(4):
            topic, raw = feed.next(3) or self.fail("no beat in 3 s")
            beats.append((time.monotonic(), json.loads(raw)))
        for (before, one), (after, two) in zip(beats[1:], beats[2:]):
            self.assertTrue(0.5 < after - before < 2, after - before)
            self.assertGreater(check.fold.moment(two["time"]), check.fold.moment(one["time"]))
            self.assertGreaterEqual(int(two["hubsequence"]), int(one["hubsequence"]))
        beat, ping = beats[-1][1], self.ask.ping()
        self.assertEqual({key: beat[key] for key in ("name", "epoch", "version")},
                         {key: ping[key] for key in ("name", "epoch", "version")})
        self.assertIsInstance(beat["hubsequence"], str)

    def test_topics_compared_whole(self):
        """A subscription to decision/q brings decision/q-two as well: the frame tells them apart."""
        feed, a = self.feed("decision/q", "event"), self.agent("p")
        handoff = new_id()
        a.offer(handoff, "q-two", artifact(LOW), contract="pair/1.0.0")
        other = self.ask.decide(handoff, "approve")["decision"]
        handoff = new_id()
        a.offer(handoff, "q", artifact(LOW), contract="work/1.0.0")
        last = self.ask.decide(handoff, "approve")
        seen = []
        while last["decision"] not in seen:
            topic, raw = feed.next() or self.fail("nothing on the feed")
            if topic == "decision/q":
                seen.append(json.loads(raw)["data"]["decision"])
        self.assertEqual(seen, [last["decision"]])
        self.assertNotIn(other, seen)

    def test_decisions_for_both(self):
        """decision/NAME repeats each decision for the agents in from and to, byte for byte."""
        feed, a = self.feed("decision/p", "decision/q", "event"), self.agent("p")
        handoff = new_id()
        a.offer(handoff, "q", artifact(LOW), contract="work/1.0.0")
        wanted = {self.ask.decide(handoff, action)["decision"]: action
                  for action in ("hold", "escalate", "approve")}
        heard = {}
        while len(heard) < 3 * len(wanted):
            topic, raw = feed.next() or self.fail("only %s" % sorted(heard))
            event = json.loads(raw)
            decision = (event.get("data") or {}).get("decision")
            if decision in wanted and event["type"].startswith("seam.decision."):
                self.assertNotIn((topic, decision), heard)
                heard[topic, decision] = raw
        for decision in wanted:
            copies = {heard[topic, decision] for topic in ("event", "decision/p", "decision/q")}
            self.assertEqual(len(copies), 1)

    def test_who_subscribes_late_asks_for_the_rest(self):
        a = self.agent("p")
        first = a.hello()["recorded"]
        feed = self.feed("event")
        last = a.bye()["recorded"]
        live = self.read(feed, lambda event: int(event["hubsequence"]) >= int(last))
        missed = self.ask.all_events(str(int(first) - 1))
        both = {int(e["hubsequence"]) for e in missed} | {int(e["hubsequence"]) for _, e, _ in live}
        self.assertLessEqual(set(range(int(first), int(last) + 1)), both)


class JournalFirst(HubCase):
    """Nothing leaves the hub (feed, reply, list) that rests on an event not yet committed."""

    contracts = (contract("work", "p", "q"),)

    def test_feed(self):
        feed, a, journal = self.feed("event"), self.agent("p"), self.journal()
        a.open_lane()
        for number in range(500):
            a.send_event(a.self_event("heartbeat"))
            message = feed.next(0) if number % 3 == 0 else None
            if message:
                self.is_there(journal, message[1])
        last = int(a.bye()["recorded"])
        while True:
            _, raw = feed.next() or self.fail("the feed fell silent")
            if self.is_there(journal, raw) >= last:
                return

    def is_there(self, journal, raw):
        number = json.loads(raw)["hubsequence"]
        self.assertEqual(journal.event(number), raw)
        return int(number)

    def test_replies(self):
        a, journal = self.agent("p"), self.journal()
        for _ in range(100):
            reply = a.publish(a.self_event("heartbeat"))
            self.assertGreaterEqual(journal.last(), int(reply["hubsequence"]))
            self.assertIsNotNone(journal.event(reply["recorded"]))

    def test_what_is_asked_while_others_publish(self):
        """Counters, lists and pings are answered from a state that is in the journal."""
        a, journal = self.agent("p"), self.journal()
        a.open_lane()
        for number in range(200):
            event = a.offer_event(new_id(), "q", artifact(LOW), contract="work/1.0.0")
            a.send_event(event)
            op = ("ping", "counters", "list")[number % 3]
            reply = self.ask.ask(op, **({"what": "review", "limit": 500} if op == "list" else {}))
            self.assertGreaterEqual(journal.last(), int(reply["hubsequence"]))
            for item in reply.get("items", ()):
                self.assertLessEqual(int(item["changed"]), journal.last())

    def test_decisions(self):
        a, journal = self.agent("p"), self.journal()
        for _ in range(30):
            handoff = new_id()
            a.offer(handoff, "q", artifact(LOW), contract="work/1.0.0")
            reply = self.ask.decide(handoff, "approve")
            self.assertIn(reply["decision"].encode(), journal.event(reply["recorded"]))


if __name__ == "__main__":
    check.main()
