#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Denials as an operator meets them, and that none is lost while the journal cannot be written."""
import contextlib
import json
import os
import resource
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
import check
from agent import until
from test_keys import key_folder


class Denied(unittest.TestCase):
    def setUp(self):
        self.keys = key_folder((("planner", "agent"), ("mira", "operator"), ("eve", "observer")))
        self.start("--keys", self.keys, "--secure")

    def start(self, *options):
        self.hub = agent.Hub(options=options).start()
        self.addCleanup(self.hub.stop)
        os.environ["SEAM_KEY"] = self.key("mira")
        self.addCleanup(os.environ.pop, "SEAM_KEY", None)

    def key(self, name):
        return os.path.join(self.keys, name + ".key")

    def deny(self, name, op, times=1):
        with contextlib.closing(agent.Control(self.hub.control, self.key(name))) as asks:
            for _ in range(times):
                # where it is not journaled either the reply says so
                self.assertIn(asks.call(op)["error"]["code"], ("forbidden", "unavailable"))

    def counted(self):
        with contextlib.closing(agent.Control(self.hub.control, self.key("mira"))) as asks:
            return int(asks.counters()["access_denied"])

    def seam(self, *words):
        return subprocess.run([agent.BIN, *words, "--hub", self.hub.control], capture_output=True, text=True, timeout=20,
                              stdin=subprocess.DEVNULL).stdout

    def test_in_the_shell(self):
        self.deny("planner", "decide", 3)
        until(lambda: self.counted() == 3, "three are counted")
        said = self.seam("tail", "--filter", "type:seam.access.denied")
        self.assertRegex(said, "seam.access.denied.*name planner  what decide  why role  count 1")
        for words in ("planner", "agent:planner", "reason:role", "denied decide"):
            self.assertEqual(self.seam("tail", "--filter", words), said, words)
        self.assertEqual(self.seam("tail", "--filter", "agent:eve"), "")
        self.assertRegex(self.seam("counters"), r"access_denied +3\b")

    def limit(self, size):
        resource.prlimit(self.hub.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def fails(self):
        return "nothing is accepted until it can be written" in self.hub.said()

    def test_while_the_journal_cannot_be_written(self):
        """What was told in the batch that failed, what came while it failed, of more than it has rows for."""
        self.deny("planner", "decide")
        until(lambda: self.counted() == 1, "one is on disk")
        self.limit(4096)    # what it says on standard error has room
        for _ in range(4):
            self.deny("planner", "vacuum")
            self.deny("eve", "vacuum", 2)
        until(self.fails, "the journal cannot be written")
        self.deny("planner", "claim", 30)
        self.deny("eve", "mute", 5)
        self.assertNotIn("can be written again", self.hub.said())
        self.limit(resource.RLIM_INFINITY)
        until(lambda: "can be written again" in self.hub.said(), "it can be written")
        until(lambda: self.counted() == 1 + 12 + 35, lambda: "all are counted: %d" % self.counted())
        told = {}
        with contextlib.closing(agent.Control(self.hub.control, self.key("mira"))) as asks:
            for event in asks.all_events():
                if event["type"] == "seam.access.denied":
                    d = event["data"]
                    told[(d["name"], d["role"], d["what"], d["why"])] = told.get((d["name"], d["role"], d["what"], d["why"]), 0) + d["count"]
        self.assertEqual(told, {("planner", "agent", "decide", "role"): 1, ("planner", "agent", "vacuum", "role"): 4,
                                ("eve", "observer", "vacuum", "role"): 8, ("planner", "agent", "claim", "role"): 30,
                                ("eve", "observer", "mute", "role"): 5})
        check.agree(self.hub)

    def test_more_parties_than_are_remembered(self):
        """The first that give way are added up, and told as several."""
        self.hub.stop()
        ops = ("events", "list", "counters", "snapshot", "show", "decide", "claim", "release", "vacuum", "mute", "unmute", "annotate")
        names = ["a%d" % i for i in range(7)]
        self.keys = key_folder([(name, "agent") for name in names] + [("mira", "operator")])
        self.start("--keys", self.keys, "--secure")
        self.limit(4096)    # what it says on standard error has room
        self.deny(names[0], "decide")
        until(self.fails, "the journal cannot be written")
        for name in names:
            for op in ops:
                self.deny(name, op)
        self.limit(resource.RLIM_INFINITY)
        until(lambda: self.counted() == 1 + len(names) * len(ops), lambda: "all are counted: %d" % self.counted())
        events = [json.loads(line)["data"] for line in self.seam("tail", "--json", "--limit", "200").splitlines()
                  if "seam.access.denied" in line]
        several = [d for d in events if d["what"] == "several"]
        self.assertEqual([(d["name"], d["role"], d["why"]) for d in several], [(None, None, "several")])
        self.assertGreater(several[0]["count"], 10)

    def test_what_is_not_told_yet_is_told_at_the_end(self):
        self.deny("eve", "vacuum", 20)
        self.hub.stop()
        out = subprocess.run([agent.BIN, "export", "--journal", self.hub.journal], capture_output=True, text=True, timeout=20)
        counts = [json.loads(line)["data"]["count"] for line in out.stdout.splitlines() if "access.denied" in line]
        self.assertEqual(sum(counts), 20, out)


if __name__ == "__main__":
    check.main()
