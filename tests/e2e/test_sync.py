#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No answer and no line of the feed comes sooner than the sync that it rests on. No kill -9 can show a
sync that is missing, since the pages of a file outlive the process: a disk that takes 250 ms can."""
import contextlib
import json
import threading
import time
import unittest

import agent
import check
import shim
from agent import Agent, Control, Feed, Hub, until
from check import LOW, artifact, contract

SLOW = 0.25


class Sync(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hub = Hub((contract("work", "p", "q"),), options=("--snapshot-every", 20))
        cls.hub.env = shim.environment("slow_sync", SLOW_SYNC_MS=int(SLOW * 1000))
        cls.hub.start(30)
        cls.addClassCleanup(cls.hub.stop)

    def setUp(self):
        self.p, self.q = Agent(self.hub, "p"), Agent(self.hub, "q")
        self.feed = Feed(self.hub, "event", "decision/q")
        for one in (self.p, self.q, self.feed):
            self.addCleanup(one.close)

    def slow(self, what, work):
        """The answer, which must not come sooner than one sync takes."""
        start = time.monotonic()
        answer = work()
        took = time.monotonic() - start
        self.assertGreaterEqual(took, SLOW, "%s was answered after %.0f ms" % (what, took * 1000))
        return answer

    def offer(self, handoff):
        return self.p.offer(handoff, "q", artifact(LOW), contract="work/1.0.0")

    def test_answers(self):
        """publish, decide and deliver; each alone, so that no other's sync can help it."""
        for number in range(3):
            handoff = "ho-%d" % number
            self.slow("publish", lambda: self.offer(handoff))
            request = self.p.decision(handoff, "approve")
            self.slow("decide", lambda: self.p.ask("decide", **request))
            self.slow("deliver", lambda: self.q.deliver(request["decision"]))
            denied = dict(request, decision=request["decision"] + "-late")
            reply = self.slow("a denial", lambda: self.p.call("decide", **denied))
            self.assertEqual(reply["error"]["code"], "already_decided")

    def test_answers_in_a_crowd(self):
        """Many at once: one sync carries many, and yet none is answered before one that began after it."""
        took, lock = [], threading.Lock()

        def crowd(name):
            with contextlib.closing(Agent(self.hub, name)) as one:
                for _ in range(6):
                    start = time.monotonic()
                    one.hello()
                    with lock:
                        took.append(time.monotonic() - start)
        threads = [threading.Thread(target=crowd, args=("c%d" % number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        self.assertEqual(len(took), 48)
        self.assertGreaterEqual(min(took), SLOW)

    def test_questions(self):
        """What is only looked at is told no sooner either: it rests on what is being written."""
        body = self.p.offer_event("ho-q", "q", artifact(LOW), contract="work/1.0.0")
        start = time.monotonic()
        self.p.send(agent.compact({"op": "publish", "rid": "x", "event": body}))
        with contextlib.closing(Control(self.hub.control)) as other:
            until(lambda: any(item["handoff"] == "ho-q" for item in other.items("review")), "it is listed")
        self.assertGreaterEqual(time.monotonic() - start, SLOW)

    def test_feed(self):
        """Events of both lanes, and decisions, measured from when they were sent."""
        self.p.open_lane()
        sent = {}
        for number in range(4):
            for way in ("publish", "lane"):
                event = self.p.event("seam.agent.heartbeat", {"agent": "p", "n": number, "way": way})
                sent[event["id"]] = time.monotonic()
                if way == "lane":
                    self.p.send_event(event)
                else:
                    self.p.publish(event)
        while sent:
            topic, raw = self.feed.next() or self.fail("missing on the feed: %s" % sent)
            event = json.loads(raw)
            if event["id"] in sent:
                self.assertGreaterEqual(time.monotonic() - sent.pop(event["id"]), SLOW, topic)

    def test_feed_of_a_decision(self):
        self.offer("ho-d")
        request = self.p.decision("ho-d", "approve")
        start = time.monotonic()
        self.p.send(agent.compact(dict({"op": "decide", "rid": "x"}, **request)))
        heard = set()
        while heard != {"event", "decision/q"}:
            topic, raw = self.feed.next() or self.fail("nothing on the feed")
            if json.loads(raw)["type"] == "seam.decision.approved":
                heard.add(topic)
                self.assertGreaterEqual(time.monotonic() - start, SLOW, topic)


if __name__ == "__main__":
    check.main()
