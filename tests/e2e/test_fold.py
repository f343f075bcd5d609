#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""One fold, three tellers: the live hub, `seam stats` of its export, and the reference fold.
Also over every recording in the fixtures, whole and as it stood in the middle."""
import contextlib
import glob
import json
import os
import random
import subprocess
import unittest

import agent
import check
from check import HIGH, LOW, HubCase, artifact, contract, differences, new_id, oracle_stats, seam_stats

FIXTURES = os.path.join(check.HERE, "..", "..", "fixtures", "recordings")
VERBS = ("accepted", "progressed", "completed", "refused", "failed", "dead_lettered")
ACTIONS = ("approve", "reject", "escalate", "hold", "requeue", "discard")


def in_the_middle(path):
    """--at: what differs as it stood at the time of the event in the middle."""
    times = []
    for raw in check.fold.lines_of(path):
        with contextlib.suppress(check.fold.NoEvent):
            times.append(check.fold.Event(raw.strip(b"\r\n")).recorded_text)
    at = times[len(times) // 2] if times else None
    return differences(seam_stats(path, "--at", at), oracle_stats(path, at)) if at else {}


class Recordings(unittest.TestCase):
    def test_fixtures(self):
        paths = sorted(glob.glob(os.path.join(FIXTURES, "*.jsonl")) + glob.glob(os.path.join(FIXTURES, "*.jsonl.zst")))
        for path in paths:
            with self.subTest(os.path.basename(path)):
                whole = oracle_stats(path)
                self.assertEqual(differences(seam_stats(path), whole), {})
                self.assertEqual(in_the_middle(path), {})
        if not paths:
            self.skipTest("no recordings in the fixtures")

    def test_numbers_far_apart(self):
        """A hubsequence is a name: memory does not grow with it."""
        path = os.path.join(agent.scratch(), "far.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            for number, far in enumerate((1, 2, 1 << 20, 1 << 40, 1 << 55)):
                out.write(json.dumps({
                    "specversion": "1.0", "id": "e%d" % number, "source": "agent:p", "type": "seam.handoff.offered",
                    "hubsequence": "%020d" % far, "recordedtime": "2026-11-23T05:00:0%d.000000Z" % number,
                    "data": {"handoff": "h%d" % number, "attempt": 1, "from": "p", "to": "q", "artifact": {}}}) + "\n")
        found = seam_stats(path)
        self.assertEqual(found["handoffs"], 5)
        self.assertEqual(differences(found, oracle_stats(path)), {})

    def test_packed(self):
        """A recording packed with zstd folds to the same."""
        folder = agent.scratch()
        path = os.path.join(folder, "one.jsonl")
        with open(path, "wb") as out:
            out.write(b'{"specversion":"1.0","id":"1","source":"agent:a","type":"seam.agent.hello",'
                      b'"data":{"agent":"a"},"time":"2026-04-17T23:07:01Z"}\nthis is no event\n'
                      b'{"specversion":"1.0","id":"2","source":"agent:a","type":"seam.agent.bye",'
                      b'"data":{"agent":"a"},"time":"2026-04-17T23:07:02Z"}\n')
        subprocess.run(["zstd", "-q", path], check=True, timeout=20)
        self.assertEqual(seam_stats(path), seam_stats(path + ".zst"))
        self.assertEqual(differences(seam_stats(path), oracle_stats(path)), {})


class Random(HubCase):
    """Agents that do whatever they like, sane or not, with the same seed each time."""

    contracts = (contract("pq", "p", "q"), contract("qr", "q", "r", gate="from"))
    options = ("--clock-rate", 20, "--grace", 0)
    steps = 1500

    def setUp(self):
        self.dice = random.Random(7)
        self.agents = {name: self.agent(name) for name in "pqrs"}
        self.agents["silent"] = self.agent("silent", numbered=False)
        self.agents["bare"] = self.agent("bare", run="")
        self.handoffs, self.sent, self.decisions = [], [], []

    def test_random_walk(self):
        steps = (self.offer, self.offer, self.say, self.say, self.say, self.say, self.decide, self.decide,
                 self.again, self.skip, self.odd, self.deliver, self.over_the_lane, self.garbage)
        for _ in range(self.steps):
            self.dice.choice(steps)()
        for name, who in self.agents.items():
            if name != "bare":
                who.publish(who.self_event("bye"))
        check.agree(self.hub, 15)
        path = os.path.join(self.hub.folder, "export.jsonl")
        self.assertEqual(in_the_middle(path), {})

    def publish(self, who, event):
        self.sent.append((who, event))
        self.assertIs(who.publish_raw(agent.compact(event))["ok"], True, event)

    def pick(self):
        """A handoff that was offered, or one that was not (yet)."""
        if not self.handoffs or self.dice.random() < 0.1:
            self.handoffs.append((new_id(), "p", "q"))
        return self.dice.choice(self.handoffs[-40:])

    def offer(self):
        sender, receiver = self.dice.choice(("pq", "qr", "rs", "sp"))
        if self.dice.random() < 0.7:
            self.handoffs.append((new_id(), sender, receiver))
        handoff, first, second = self.handoffs[-1] if self.dice.random() < 0.7 else self.pick()
        if self.dice.random() < 0.05:
            first, second = sender, receiver
        who = self.agents[first]
        work = artifact(self.dice.choice((LOW, HIGH)), self.dice.choice(("escalate", "queue", "stop", "proceed",
                        "requeue", "dead_letter")), self.dice.choice((5, check.DAY)))
        self.publish(who, who.offer_event(handoff, second, work, attempt=self.dice.choice((1, 1, 1, 2, 2, 3)),
                                          contract=first + second + "/1.0.0"))

    def say(self):
        handoff, sender, receiver = self.pick()
        who = self.agents[receiver if self.dice.random() < 0.9 else self.dice.choice("pqrs")]
        verb, attempt = self.dice.choice(VERBS + ("fallback",)), self.dice.choice((1, 1, 1, 1, 2, 2, 3))
        more = {"action": self.dice.choice(("escalate", "queue", "stop")), "cause": "dice"} if verb == "fallback" else {}
        self.publish(who, who.said_event(verb, handoff, attempt, **more))

    def decide(self):
        held = self.ask.list(self.dice.choice(("review", "dead")), limit=20)["items"]
        if held:
            item = self.dice.choice(held)
            request = self.ask.decision(item["handoff"], self.dice.choice(ACTIONS), attempt=item["attempt"],
                                        digest=item["digest"])
            if self.ask.call("decide", **request)["ok"]:
                self.decisions.append(request["decision"])

    def deliver(self):
        if self.decisions:
            who = self.agents[self.dice.choice("pqrs")]
            self.ask.call("deliver", agent=who.name, decision=self.dice.choice(self.decisions),
                          outcome=self.dice.choice(("applied", "applied", "refused")), reason="dice")

    def again(self):
        """The same event, or the same id with something else in it."""
        if self.sent:
            who, event = self.dice.choice(self.sent[-60:])
            other = self.dice.choice(({}, {}, {"type": "seam.agent.bye", "data": {"agent": who.name}},
                                      {"time": "2031-01-01T00:00:00Z"}))
            self.assertIs(who.publish_raw(agent.compact(dict(event, **other)))["ok"], True)

    def skip(self):
        """Numbers that never come, or come later."""
        who = self.agents[self.dice.choice("pqrs")]
        missing = [who.self_event("heartbeat") for _ in range(self.dice.randrange(1, 4))]
        self.publish(who, who.self_event("heartbeat"))
        for event in missing:
            if self.dice.random() < 0.5:
                self.publish(who, event)

    def odd(self):
        who = self.agents[self.dice.choice(list(self.agents))]
        event = self.dice.choice((
            who.event("com.example.odd", {"x": 1}), who.event("seam.agent.bye", {"agent": "another"}),
            who.event("seam.decision.approved", {"handoff": self.pick()[0], "attempt": 1}),
            who.event("seam.quarantined", {"reason": "made up"}), who.self_event("heartbeat")))
        self.publish(who, event)

    def over_the_lane(self):
        who = self.agents[self.dice.choice("pqrs")]
        for _ in range(self.dice.randrange(1, 20)):
            who.send_event(who.self_event("heartbeat"))

    def garbage(self):
        who = self.agents[self.dice.choice("pqrs")]
        who.send_frames(self.dice.choice((b"", b"{}", b"garbage", b'{"specversion":"1.0"}', bytes(100))))
        self.assertEqual(self.ask.publish_raw(json.dumps(["no event"]).encode())["error"]["code"], "malformed")


if __name__ == "__main__":
    check.main()
