#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Where a handoff comes from: causes, loops, what is acted on twice, versions; live, and in
recordings made at random that `seam stats` and the reference fold must count alike."""
import json
import os
import random
import tempfile

import check
from check import HIGH, HubCase, artifact, contract

RECORDINGS = 150
RETURNS = ["x", "y/^1", "z/^2"]         # under one of the contracts x, y and z, of which there is 1.0.0 alone


class Links(HubCase):
    contracts = (contract("plan", "p", "q", returns="report/^1"),
                 contract("report", "q", "p", provenance={"at": "/from"}),
                 contract("part", "p", "q", fan_out=True))

    def setUp(self):
        self.p, self.q = self.agent("p"), self.agent("q")

    def offer(self, who, handoff, to, name=None, prev=None, subject=None, attempt=1, **more):
        data = {"prev": prev} if prev else {}
        reply = who.offer(handoff, to, artifact(HIGH, **more), attempt=attempt, data=data,
                          contract=name + "/1.0.0" if name else None, subject=subject)
        self.assertTrue(reply["ok"], reply)

    def item(self, handoff):
        return self.ask.show(handoff)

    def edge(self, sender, receiver):
        return self.ask.list("edges", filter={"from": sender, "to": receiver})["items"][0]

    def test_causes_and_input_never_offered(self):
        self.offer(self.p, "c-2", "q", "plan", prev=["c-1"])
        self.assertEqual(self.item("c-2")["causes"], ["c-1"])
        self.assertEqual(self.item("c-2")["faults"], ["input never offered"])
        before = self.edge("p", "q")["faults"]["input never offered"]
        self.offer(self.q, "c-1", "r")
        self.assertEqual(self.item("c-2")["faults"], [])
        self.assertEqual(self.edge("p", "q")["faults"].get("input never offered", 0), before - 1)
        self.assertIsNone(self.item("c-1")["causes"])
        self.offer(self.q, "c-3", "p", "report", **{"from": ["c-2", "ticket-9", "handoff:c-9"]})
        self.assertEqual(self.item("c-3")["causes"], ["c-2", "c-9"])
        self.assertEqual(self.item("c-3")["faults"], ["input never offered"])

    def test_loop(self):
        self.offer(self.p, "l-1", "q", "plan", subject="loop-1")
        self.offer(self.q, "l-2", "r", subject="loop-1")
        self.assertEqual(self.item("l-2")["faults"], [])
        r = self.agent("r")
        self.offer(r, "l-3", "p", subject="loop-1")
        self.assertEqual(self.item("l-3")["faults"], ["loop"])
        loops = self.ask.list("handoffs", filter={"faults": "loop"})["items"]
        self.assertIn("l-3", [i["handoff"] for i in loops])
        self.assertNotIn("l-2", [i["handoff"] for i in loops])
        self.assertEqual(self.ask.list("handoffs", filter={"faults": "loo"})["items"], [])
        self.offer(r, "l-4", "p", subject="loop-2")
        self.assertEqual(self.item("l-4")["faults"], [])
        self.offer(self.p, "l-5", "q", "plan", subject="loop-3")
        self.offer(self.q, "l-6", "p", "report", subject="loop-3", **{"from": ["l-5"]})
        self.assertEqual(self.item("l-6")["faults"], [])

    def test_twice(self):
        self.offer(self.p, "t-1", "q", "plan")
        self.q.say("accepted", "t-1")
        self.assertEqual(self.q.say("accepted", "t-1")["standing"], "late")
        self.assertEqual(self.item("t-1")["faults"], ["acted twice"])
        self.offer(self.p, "t-2", "q", "plan", prev=["t-1"])
        self.offer(self.p, "t-3", "q", "plan", prev=["t-1"])
        self.assertEqual(self.item("t-2")["faults"], [])
        self.assertEqual(self.item("t-3")["faults"], ["acted twice"])
        for handoff in ("t-4", "t-5"):
            self.offer(self.p, handoff, "q", "part", prev=["t-1"])
            self.assertEqual(self.item(handoff)["faults"], [])

    def test_version_and_scope(self):
        s = self.agent("s")
        s.publish(s.event("seam.agent.hello", {"agent": "s", "accepts": ["plan/2.0.0"]}))
        self.offer(self.p, "v-1", "s", "plan")
        self.assertEqual(self.item("v-1")["faults"], ["version not taken", "contract of another edge"])
        s.say("refused", "v-1", reason="scope")
        self.assertEqual(self.item("v-1")["faults"], ["version not taken", "out of scope", "contract of another edge"])
        edge = self.edge("p", "s")
        self.assertEqual(edge["faults"], {"version not taken": 1, "out of scope": 1, "contract of another edge": 1})
        self.assertEqual(edge["contracts"], {"plan/1.0.0": 1})


class Random(check.unittest.TestCase):
    """Recordings without a hub. What they say need not make sense."""

    def lines(self, r):
        agents = ["a", "b", "c", "d"][:r.randint(2, 4)]
        for number, line in enumerate(self.events(r, agents), 1):
            by_hub = line["source"] == "hub:t"
            line.update({"specversion": "1.0", "hubsequence": "%020d" % number,
                         "id": ("h-%d" if by_hub else "e%d") % number,
                         "recordedtime": "2026-05-04T03:%02d:%02d.000000Z" % (number // 60 % 60, number % 60)})
            yield json.dumps(line)

    def events(self, r, agents):
        names = ["x", "y", "z"]
        for name in names + r.sample(names, r.randint(0, 3)):       # again: the last that came is the default
            yield {"source": "hub:t", "type": "seam.contract.loaded", "data": {"contract": contract(
                name, agents[0], agents[1], fan_out=r.random() < .3, default=r.random() < .4,
                provenance={"at": r.choice(["/in", "/out"])},
                **({"returns": r.choice(RETURNS)} if r.random() < .6 else {})), "removed": r.random() < .1}}
        attempts, edges = {}, {}
        for _ in range(r.randint(10, 90)):
            handoff = "n-%d" % r.randint(1, 14)
            sender, receiver = edges.setdefault(handoff, (r.choice(agents), r.choice(agents)))
            if handoff not in attempts or r.random() < .45:
                attempts[handoff] = attempts.get(handoff, 0) + (r.random() < .8)
                yield self.offer(r, handoff, max(attempts[handoff], 1), sender, receiver, names)
            elif r.random() < .2:
                yield {"source": "hub:t", "type": "seam." + r.choice(
                    ["handoff.held", "decision.approved", "decision.rejected", "handoff.fallback"]),
                       "data": {"handoff": handoff, "attempt": max(attempts[handoff], 1),
                                "cause": "confidence", "decision": "d%d" % r.randint(0, 10 ** 9),
                                "digest": "sha256:" + "0" * 64, "operator": "o", "note": "n",
                                "action": r.choice(["proceed", "queue", "escalate"])}}
            else:
                verb = r.choice(["accepted"] * 4 + ["completed", "completed", "refused", "progressed", "dead_lettered"])
                yield {"source": "agent:" + receiver, "type": "seam.handoff." + verb,
                       "data": {"handoff": handoff, "attempt": max(attempts[handoff] - (r.random() < .25), 1),
                                "reason": r.choice(["scope", "other"])}}

    def offer(self, r, handoff, attempt, sender, receiver, names):
        some = ["n-%d" % r.randint(1, 16) for _ in range(r.choice([0, 1, 1, 1, 2, 3]))]
        more = ["n-3", "handoff:n-%d" % r.randint(1, 16), {"handoff": "n-5"}, {"handoff": 5}, "build 7", 7]
        line = {"source": "agent:" + sender, "type": "seam.handoff.offered",
                "data": {"handoff": handoff, "attempt": attempt, "from": sender, "to": receiver,
                         "prev": some, "artifact": artifact(HIGH, **{"in": r.sample(more, r.choice([0, 0, 1, 2]))})}}
        if r.random() < .8:
            line["dataschema"] = "contract:%s/1.0.0" % r.choice(names)
        elif r.random() < .3:
            line["dataschema"] = r.choice(["contract", "x/1.0.0", "contract:", "https://example.com/x"])
        if r.random() < .6:
            line["subject"] = r.choice(["i-1", "i-2"])
        return line

    def test_stats_and_oracle(self):
        seen = dict.fromkeys(("loop", "acted twice", "input never offered", "out of scope"), 0)
        with tempfile.TemporaryDirectory(dir=os.environ.get("SEAM_TEST_TMP")) as folder:
            path = os.path.join(folder, "random.jsonl")
            for seed in range(RECORDINGS):
                with open(path, "w") as out:
                    out.write("\n".join(self.lines(random.Random(seed))) + "\n")
                ours = check.oracle_stats(path)
                found = check.differences(check.seam_stats(path), ours)
                self.assertEqual(found, {}, "seed %d" % seed)
                for fault in seen:
                    seen[fault] += ours["faults"].get(fault, 0)
        for fault, count in seen.items():       # the test is about something
            self.assertGreater(count, RECORDINGS / 5, fault)


if __name__ == "__main__":
    check.main()
