#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the Registry says of agents and contracts, counted again from the events of recordings."""
import json
import os
import re
import statistics
import subprocess
import unittest

from agent import BIN, scratch
from tmux import Screen

FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "fixtures")
KEPT = 64            # confidences that an edge remembers
SETTLED = 1024       # after so many, a change of the sender is no news


class Edge:
    """Its confidences in their order, and what was usual before."""

    def __init__(self):
        self.all, self.before, self.at, self.changes, self.by_change = [], None, 0, 0, False

    def add(self, confidence, changes):
        changed, self.changes = changes != self.changes, changes
        full = len(self.all) % KEPT == 0 and len(self.all) - self.at >= (SETTLED if self.by_change else KEPT)
        if self.all and (changed or full):
            self.before, self.at, self.by_change = statistics.median(self.all[-KEPT:]), len(self.all), changed
        self.all.append(confidence)

    def newest(self):
        since = len(self.all) - self.at
        return self.all[-min(KEPT, since if self.by_change and since else KEPT):]


def count(path):
    """{agent: (median, the one before)} and {contract: refusals}, out of the events alone."""
    lines = subprocess.run(["zstd", "-dc", path], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    edges, said, changes, offered, refused, seen = {}, {}, {}, {}, {}, set()
    for event in (json.loads(line) for line in lines):
        data, kind = event["data"], event["type"]
        if (event["source"], event["id"]) in seen:
            continue
        seen.add((event["source"], event["id"]))
        if kind == "seam.agent.hello":
            now = data.get("version"), data.get("model")
            was = said.get(data["agent"])
            if was is not None and any(a is not None and b is not None and a != b for a, b in zip(was, now)):
                changes[data["agent"]] = changes.get(data["agent"], 0) + 1
            said[data["agent"]] = tuple(b if b is not None else a for a, b in zip(was or (None, None), now))
        if kind == "seam.handoff.offered" and event["source"] == "agent:" + data["from"]:
            if data["attempt"] <= offered.get(data["handoff"], (0,))[0]:
                continue
            offered[data["handoff"]] = data["attempt"], event.get("dataschema", "").split(":")[-1].split("/")[0], data["to"]
            confidence = data["artifact"].get("confidence") if isinstance(data["artifact"], dict) else None
            if type(confidence) in (int, float) and 0 <= confidence <= 1:
                edge = edges.setdefault((data["from"], data["to"]), Edge())
                edge.add(confidence, changes.get(data["from"], 0))
        if kind == "seam.handoff.refused" and data["handoff"] in offered:
            attempt, name, to = offered[data["handoff"]]
            if event["source"] == "agent:" + to and data["attempt"] == attempt:
                offered[data["handoff"]] = attempt, None, to    # once is enough
                refused[name] = refused.get(name, 0) + (name is not None)
    agents = {}
    for name in {sender for sender, _ in edges}:
        own = [edge for (sender, _), edge in edges.items() if sender == name]
        news = [confidence for edge in own for confidence in edge.newest()]
        known = [(edge.before, len(edge.newest())) for edge in own if edge.before is not None]
        agents[name] = (statistics.median(news),
                        sum(b * n for b, n in known) / sum(n for _, n in known) if known else None)
    return agents, {name: n for name, n in refused.items() if name and n}


def number(text):
    return int(text.replace(",", ""))


class Registry(unittest.TestCase):
    def at_the_end(self, path, last):
        screen = Screen([BIN, "replay", path, "--at", last], 200, 60, env={"HOME": scratch("home-")})
        self.addCleanup(screen.close)
        screen.shows("1 Now")
        screen.opens("6", "REGISTRY")
        return screen.shows("AGENTS", "DRIFT")

    def check(self, name, last):
        path = os.path.join(FIXTURES, name)
        agents, refused = count(path)
        lines = self.at_the_end(path, last).splitlines()
        top, middle, end = (next(i for i, line in enumerate(lines) if " %s " % word in line)
                            for word in ("REGISTRY", "AGENTS", "DRIFT"))
        found = 0
        for line in lines[top + 2:middle]:
            words = re.match(r".{5}(\S+).* ([\d,]+) +([\d,]+) +\S+$", line)
            self.assertEqual(number(words[3]), refused.get(words[1], 0), line)
            found += number(words[3]) > 0
        for line in lines[middle + 2:end]:
            agent, shown = line[5:].split()[0], line[51:62].split()
            if agent not in agents:
                self.assertEqual(shown, ["-"], line)
                continue
            conf, before = agents[agent]
            self.assertAlmostEqual(float(shown[0]), conf, delta=.0051, msg=line)
            if before is None:
                self.assertEqual(shown[1:], [], line)
            elif abs(conf - before) < .019:
                self.assertIn(shown[1], ("=", "+.02", "-.02"), line)
            elif abs(conf - before) > .021:
                self.assertAlmostEqual(float(shown[1]), conf - before, delta=.0151, msg=line)
            found += before is not None
        return found

    def test_counted_again(self):
        self.assertGreater(self.check("planted/mesh.jsonl.zst", 2612), 2)
        self.assertGreater(self.check("recordings/incident.jsonl.zst", 7307), 3)
        self.assertGreater(self.check("recordings/bad-deploy.jsonl.zst", "05:16:13"), 2)


if __name__ == "__main__":
    unittest.main()
