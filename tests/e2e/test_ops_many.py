#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""5,000 dead letters of one cause on a real hub, in a real terminal: more than go at once go as an
operation, with all of them as the number, their own fates, and what is discarded copied first."""
import json
import os
import re
import unittest

import check
import test_ops
from agent import until

MANY = 5000


class Many(unittest.TestCase):
    """The hands and the mesh of test_ops, without its tests."""
    contracts = ()
    setUp, dead, mesh, console = (getattr(test_ops.Ops, n) for n in ("setUp", "dead", "mesh", "console"))
    command, requeued, number = test_ops.Ops.command, test_ops.Ops.requeued, staticmethod(test_ops.Ops.number)

    def dead_total(self):
        return self.ask.list("dead", limit=1)["total"]

    def test_all_of_the_group(self):
        """Put back, stopped; escalated, gone on with; the rest discarded, and it can be brought back."""
        self.dead(MANY)
        until(lambda: self.dead_total() == MANY, "all are dead", 60)
        mesh = self.mesh()
        mesh.bad = lambda handoff: handoff == "h-0020"
        screen = self.console()
        self.command(screen, "set undo 0")
        screen.keys("4")
        screen.shows("DEAD LETTERS  5,000", seconds=30)
        screen.opens("B", "PUT BACK 5000 dead letters", "then 60 a minute, 83m in all", "4992 of 5000 not on this screen")
        screen.opens("c", "more than 1000 go only so")
        for _ in range(3):
            screen.keys("r")
        screen.shows("6000 a minute, 50s in all")
        self.number(screen, MANY)
        self.command(screen, "ops")
        screen.shows("the rest, 6000 a minute", seconds=30)
        until(lambda: self.dead_total() < MANY - 300, "300 are put back", 30)
        screen.opens("s", "nothing more of it is sent; B goes on")
        screen.shows("of 5,000 put back", "1 bad", "STOPPED: by hand")
        screen.keys("x")
        screen.shows("cancelled")
        until(lambda: mesh.put_back == sum(self.requeued().values()), "all have come back")
        self.assertEqual(set(self.requeued().values()), {1})
        screen.keys("Escape")
        left = self.dead_total()
        self.assertEqual(left, MANY + 1 - mesh.put_back)

        screen.shows("DEAD LETTERS  {:,}".format(left))
        screen.opens("E", "ESCALATE %d dead letters" % left)
        screen.type("lead")
        screen.keys("Enter")
        screen.shows("60 a minute", ":ops stops it")
        self.number(screen, left)
        self.command(screen, "ops")
        screen.shows("of {:,} escalated".format(left), "60 a minute")
        until(lambda: self.dead_total() < left, "one is escalated")
        screen.opens("s", "nothing more of it is sent; E goes on")
        screen.opens("B", "E goes on with this one")
        screen.opens("E", "ESCALATE", "goes on as before", "to    lead")
        screen.opens("Escape", "SO FAR")
        screen.keys("Enter")
        screen.shows("h-", "good: escalated to lead")
        screen.keys("Escape", "Escape")

        left = self.dead_total()
        screen.shows("DEAD LETTERS  {:,}".format(left))
        screen.opens("X", "DISCARD %d dead letters" % left, "a copy of all first, then 6000 a minute")
        screen.type("of a broken run")
        screen.keys("Tab")
        self.number(screen, left)
        folder = os.path.join(self.home, "seam", "discarded")
        until(lambda: os.path.isdir(folder) and any(n.endswith(".jsonl") for n in os.listdir(folder)), "the copy", 30)
        name, = os.listdir(folder)
        with open(os.path.join(folder, name), encoding="utf-8") as copy:
            lines = [json.loads(line) for line in copy]
        self.assertEqual(len({line["handoff"] for line in lines}), left)
        self.assertEqual({line["note"] for line in lines}, {"of a broken run"})
        until(lambda: self.dead_total() < left - 1000, "1,000 are discarded", 30)
        self.command(screen, "ops")
        screen.opens("s", "nothing more of it is sent; X goes on")
        screen.opens("X", "DISCARD", "note  of a broken run", "goes on as before")
        before = self.dead_total()
        self.number(screen, re.search(r"DISCARD (\d+) dead", screen.text())[1])
        until(lambda: self.dead_total() < before, "it goes on", 20)
        self.assertEqual(os.listdir(folder), [name])
        screen.opens("s", "nothing more of it is sent; X goes on")
        screen.keys("x")
        screen.shows("cancelled")
        screen.keys("Escape")
        self.command(screen, "restore")
        screen.shows("{:,} letters".format(left), "mira: of a broken run")
        screen.opens("B", "PUT BACK", "canary: one, ten")
        discarded = int(re.search(r"PUT BACK (\d+) ", screen.text())[1])
        self.assertEqual(discarded, left - self.dead_total())



if __name__ == "__main__":
    check.main()
