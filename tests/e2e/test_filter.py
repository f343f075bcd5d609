#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""--filter: one language for ls, tail (of a hub and of a recording) and replay."""

import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
from check import HubCase, contract, main


class Filter(HubCase):
    contracts = (contract("led", "planner", "ledger"), contract("mail", "planner", "mailer"))

    def seam(self, *words, status=0):
        done = subprocess.run([agent.BIN] + list(words), timeout=20, stdin=subprocess.DEVNULL, capture_output=True,
                              env=dict(os.environ, SEAM_HUB=self.hub.control, SEAM_OPERATOR="mira"), encoding="utf-8")
        self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        return done

    def setUp(self):
        super().setUp()
        if self.ask.items("handoffs"):
            return
        planner = self.agent("planner")
        for i in range(40):
            to = "ledger" if i % 2 else "mailer"
            planner.offer("f-%d" % i, to, contract="%s/1.0.0" % (to[:3] if i % 2 else "mail"), artifact={
                "confidence": i / 40, "amount": {"value": 100 * i}, "lines": [{"tax": i}],
                "fallback": "stop_if_not_progressed_within_600s"})
        self.agent("ledger").say("refused", "f-39", reason="other", detail="bad date")

    def ids(self, *words):
        items = json.loads(self.seam("ls", "handoffs", "--json", "--filter", *words).stdout)
        self.assertEqual(items["total"], len(items["items"]))
        return sorted(int(item["handoff"][2:]) for item in items["items"])

    def test_ls(self):
        every = list(range(40))
        for words, wanted in (
                ("from=planner", every),
                ("from=planner to=ledger", every[1::2]),
                ("confidence<.25", every[:10]),
                ("conf>=.25 conf<.5", every[10:20]),
                ("edge:planner>mailer", every[::2]),
                ("edge:>led", every[1::2]),
                ("!agent:mailer", every[1::2]),
                ("state=refused", [39]),
                ("detail=\"bad date\"", [39]),
                ("detail:~^bad", [39]),
                ("f-3", [3] + every[30:]),
                ("id=f-3 or id=f-5", [3, 5]),
                ("id=f-3,f-5", [3, 5]),
                ("age<1h due<11m", every),
                ("/amount/value>3500", every[36:]),
                ("/artifact/lines/*/tax=7", [7]),
                ("to=ledger !/amount/value<3800", [39]),
                ("confidence=null", [])):
            with self.subTest(words):
                self.assertEqual(self.ids(words), wanted)

    def test_limit(self):
        reply = json.loads(self.seam("ls", "handoffs", "--json", "--limit", "3", "--filter", "conf<.25").stdout)
        self.assertEqual((len(reply["items"]), reply["total"]), (3, 10))

    def test_other_lists(self):
        edges = json.loads(self.seam("ls", "edges", "--json", "--filter", "edge:>mailer offered>5").stdout)["items"]
        self.assertEqual([edge["to"] for edge in edges], ["mailer"])
        agents = json.loads(self.seam("ls", "agents", "--json", "--filter", "agent:PLAN").stdout)["items"]
        self.assertEqual([item["agent"] for item in agents], ["planner"])

    def test_a_list_of_its_own_members(self):
        self.seam("mute", "agent", "planner", "--note", "known since noon")
        for words, n in (("planner", 1), ("NOON", 1), ("nobody", 0), ("name=planner", 1), ("name:plan !note:noon", 0)):
            items = json.loads(self.seam("ls", "mutes", "--json", "--filter", words).stdout)["items"]
            self.assertEqual(len(items), n, words)

    def test_faults(self):
        for command in (("ls", "handoffs"), ("tail",)):
            self.assertIn("conf<x: not a number, at 6", self.seam(*command, "--filter", "conf<x", status=2).stderr)
        self.assertIn("name its place", self.seam("ls", "handoffs", "--filter", "value>3", status=2).stderr)

    def test_tail(self):
        def types(*words):
            lines = self.seam("tail", "--json", *words).stdout.splitlines()
            return [json.loads(line)["data"].get("handoff") for line in lines]

        self.assertEqual(types("--filter", "type=offered", "--limit", "2"), ["f-38", "f-39"])
        self.assertEqual(types("--filter", "type=refused"), ["f-39"])
        self.assertEqual(types("--filter", "type=offered /data/artifact/amount/value>3700"), ["f-38", "f-39"])
        self.assertEqual(types("--filter", "edge=planner>ledger", "--after", "0", "--limit", "2"), ["f-1", "f-3"])
        path = os.path.join(self.hub.folder, "night.jsonl")
        self.seam("export", "--output", path)
        for words in (("--filter", "type=offered", "--limit", "2"), ("--filter", "type=refused"), ("--limit", "3"),
                      ("--filter", "detail:date")):
            done = subprocess.run([agent.BIN, "tail", path, "--json", *words], capture_output=True, text=True,
                                  check=True, timeout=20)
            lines = [json.loads(line) for line in done.stdout.splitlines()]
            hub = [json.loads(line) for line in self.seam("tail", "--json", *words).stdout.splitlines()]
            self.assertEqual(lines, hub, words)
        done = subprocess.run([agent.BIN, "tail", path, "--follow"], capture_output=True, text=True, timeout=20)
        self.assertEqual(done.returncode, 2)
        done = subprocess.run([agent.BIN, "replay", path, "--filter", "conf<"], capture_output=True, text=True,
                              timeout=20)
        self.assertEqual((done.returncode, "a number is missing, at 6" in done.stderr), (2, True))

    def test_stats(self):
        """Only what is about the handoffs that are let through is counted."""
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "screens", "data", "night.jsonl")
        stats = lambda *words: json.loads(self.seam("stats", path, *words).stdout)
        all_of, edge = stats(), stats("--filter", "edge=billing>ledger")
        was = [e for e in all_of["edges"] if (e["from"], e["to"]) == ("billing", "ledger")]
        self.assertEqual(edge["edges"], was)
        self.assertEqual(edge["handoffs"], was[0]["offered"])
        rest = stats("--filter", "!edge=billing>ledger")
        self.assertEqual(rest["handoffs"] + edge["handoffs"], all_of["handoffs"])
        self.assertLess(edge["events"], rest["events"])
        self.assertIn("artifacts are not looked at", self.seam("stats", path, "--filter", "/a>3", status=2).stderr)
        self.assertIn("conf<x: not a number", self.seam("stats", path, "--filter", "conf<x", status=2).stderr)


if __name__ == "__main__":
    main()
