#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How long it takes until REQUEUE? stands where the console has none of the letters' events and the
hub has to be asked for each: two groups of a thousand."""
import unittest

import check
import test_ops
from agent import Agent, until
from stopwatch import Stopwatch

MANY = 1000
FIRST = 5.0    # seconds until it stands under the cursor
BOTH = 5.0     # and in the column, for both: a quiet mesh draws once a second, this draws on


class Old(unittest.TestCase):
    contracts = (check.contract("invoice", "billing", "ledger", schema={
        "type": "object", "required": ["due_date"], "properties": {"due_date": {"type": "string"}}}),)
    setUp, console = test_ops.Ops.setUp, test_ops.Ops.console

    def die(self, reason, **artifact):
        billing, ledger = Agent(self.hub, "billing"), Agent(self.hub, "ledger")
        for i in range(MANY):
            name = "%s-%04d" % (reason, i)
            billing.offer(name, "ledger", check.artifact(n=i, pad="y" * 400, **artifact), contract="invoice/1.0.0")
            ledger.say("dead_lettered", name, reason=reason, detail="no")
        billing.close()
        ledger.close()

    def test_until_it_stands(self):
        self.die("good", due_date="2026-12-24")
        self.die("bad", due=1)
        self.hub.stop()
        self.hub.start()        # what it stored of the mesh is what the console gets: no event
        screen = self.console(120, 36)
        with Stopwatch(self.hub.process.pid, *screen.processes()) as watch:
            screen.keys("4")
            screen.shows("of 1,000", "DEAD LETTERS  2,000", seconds=30)
            screen.hides("still to be looked at", 30)
            first = watch.so_far()
            until(lambda: {line.split()[-1] for line in screen.lines() if "billing>ledger  " in line and "1,000" in line}
                  >= {"yes", "no"}, "both stand", 30)
        both = watch.took
        print("REQUEUE? of 1,000 old letters: %.1f s, of 2,000: %.1f s" % (first, both))
        self.assertLess(first, FIRST)
        self.assertLess(both, BOTH)


if __name__ == "__main__":
    check.main()
