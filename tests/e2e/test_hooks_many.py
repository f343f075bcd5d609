#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A hook owes so many and no more; what comes beyond is told. Apart, for it takes a while."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
import check
from agent import until
from test_hooks import Case


class TooMany(Case):
    def test_each_is_told(self):
        """A hook owes 100,000. What comes beyond is given up by an event, and all agree on it."""
        self.program.do("import time; time.sleep(1000)")
        hub = self.hub("--hook-time", "1200s")
        self.offer("h1")
        digest = self.planner.show("h1")["digest"]
        most, beyond = 100000, 30
        for first in range(0, most + beyond, 500):
            some = range(first, min(first + 500, most + beyond))
            for n in some:
                self.planner.send(agent.compact({"op": "decide", "rid": str(n), "handoff": "h1", "action": "escalate",
                                                 "digest": digest, "attempt": 1, "operator": "mira",
                                                 "decision": "d%d" % n}))
            for _ in some:
                self.assertIn(b'"ok":true', self.planner.receive()[-1])
        until(lambda: self.planner.counters()["hooks_failed"] == beyond, "what is too much is given up")
        self.counted(owed=most, done=0)
        after = self.planner.counters()["hubsequence"]
        given_up = [e for e in self.planner.all_events(after=str(int(after) - 3 * beyond))
                    if e["type"] == "seam.hook.failed"]
        self.assertEqual({e["data"]["detail"] for e in given_up}, {"too many are owed"})
        self.assertEqual(len(given_up), beyond)
        hub.kill9()
        hub = self.again(hub, "--hook-time", "1200s")
        self.counted(owed=most, done=0, failed=beyond)
        path = check.export(hub, hub.journal + ".jsonl")
        self.assertEqual(check.seam_stats(path)["mesh"], self.planner.counters()["mesh"])


if __name__ == "__main__":
    check.main()
