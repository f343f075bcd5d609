#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The demo mesh: the same story from the same seed, agents that obey, and nothing left running."""
import collections
import glob
import json
import os
import signal
import subprocess
import threading
import unittest

import agent
import check
from tmux import Screen

ROOT = os.path.join(agent.HERE, "..", "..")
FIXTURES = os.path.join(ROOT, "fixtures")
HEADLESS = "the demo's hub is at "
PARTS = [key for key in check.STANDINGS if key not in ("received", "lost", "unheard")]


class Demo:
    """`seam demo --headless` as a process; `control` is where its hub answers."""

    def __init__(self, *options):
        words = [agent.BIN, "demo"] + [str(word) for word in options]
        self.process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        self.control, self.said, self.known = None, [], threading.Event()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        with self.process.stderr as stream:
            for line in stream:
                self.said.append(line)
                if HEADLESS in line:
                    self.control = line.split(HEADLESS)[1].strip()
                    self.known.set()
        self.known.set()

    def hub(self, seconds=20):
        """The hub's control address, once it is there."""
        if not self.known.wait(seconds) or self.control is None:
            raise AssertionError("the demo did not come up: %s" % "".join(self.said))
        return self.control

    def children(self):
        path = "/proc/%d/task/%d/children" % (self.process.pid, self.process.pid)
        with open(path, encoding="ascii") as stream:
            return [int(word) for word in stream.read().split()]

    def result(self, seconds):
        """Standard output after it has ended of itself."""
        out = self.process.stdout.read() if self.process.wait(seconds) is not None else ""
        self.process.stdout.close()
        self.reader.join(5)
        if self.process.returncode:
            raise AssertionError("status %d: %s" % (self.process.returncode, "".join(self.said)))
        return out

    def end(self):
        """SIGTERM, a bounded wait, SIGKILL."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.reader.join(5)
        self.process.stdout.close()


def told(path):
    """(type, handoff, attempt, digest) of each event of a recording, by agent."""
    found = collections.defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            event = json.loads(line)
            data = event["data"]
            artifact = data.get("artifact")
            found[event["source"]].append(
                (event["type"], data.get("handoff"), data.get("attempt"),
                 agent.digest(artifact) if artifact is not None else None))
    return {source: events for source, events in found.items() if source.startswith("agent:")}


def gone(pid):
    """Not there, or dead and only not yet buried by whoever it belongs to now."""
    try:
        with open("/proc/%d/stat" % pid, encoding="ascii") as stream:
            return stream.read().rsplit(")", 1)[1].split()[0] in "ZX"
    except OSError:
        return True


class OneStory(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = agent.scratch()
        cls.path = {name: os.path.join(folder, name + ".jsonl") for name in ("a", "b", "other")}
        cls.out = {}
        for name, seed in (("a", 11), ("b", 11), ("other", 12)):
            demo = Demo("--seed", seed, "--speed", 40, "--headless", 4, "--record", cls.path[name])
            try:
                cls.out[name] = json.loads(demo.result(60))
            finally:
                demo.end()
        cls.told = {name: told(path) for name, path in cls.path.items()}

    def test_one_seed_one_story(self):
        self.assertEqual(len(self.told["a"]), 10)
        for source, events in self.told["a"].items():
            self.assertEqual(self.told["b"].get(source), events, source)

    def test_another_seed_another_story(self):
        self.assertNotEqual(self.told["a"], self.told["other"])

    def test_counters(self):
        """`received` is the sum of the rest, and the recording says the same."""
        for name, counters in self.out.items():
            self.assertEqual(counters["received"], sum(counters[key] for key in PARTS), counters)
            self.assertGreater(counters["received"], 500)
            stats = check.oracle_stats(self.path[name])
            ours = check.seam_stats(self.path[name])
            self.assertEqual(check.differences(ours, stats), {})
            self.assertEqual(ours["mesh"], counters["mesh"])
            self.assertEqual({key: counters[key] for key in PARTS}, {key: stats[key] for key in PARTS})

    def test_what_happens(self):
        """All that the screens are there to show has happened in the first 160 seconds."""
        kinds = collections.Counter()
        with open(self.path["a"], encoding="utf-8") as lines:
            for line in lines:
                event = json.loads(line)
                kinds[event["type"]] += 1
                if event["type"] == "seam.handoff.refused":
                    kinds[event["data"]["reason"]] += 1
        for kind in ("handoff.completed", "handoff.held", "handoff.refused", "handoff.fallback",
                     "handoff.dead_lettered", "gap", "duplicate", "quarantined", "delivery.applied"):
            self.assertGreater(kinds["seam." + kind], 0, kind)
        self.assertGreater(kinds["version"], 10)
        counters = self.out["a"]
        for key in ("duplicates", "spoke_for_another", "unknown_type", "quarantined", "lost"):
            self.assertGreater(counters[key], 0, key)

    def test_every_agent_says_bye(self):
        for source, events in self.told["a"].items():
            self.assertEqual(events[-1][0], "seam.agent.bye", source)

    def test_the_journal_is_its_own(self):
        state = os.environ.get("XDG_STATE_HOME")
        if state:
            there = set(os.listdir(os.path.join(state, "seam")))
            self.assertLessEqual({"demo"}, there)
            self.assertLessEqual(there, {"demo", "welcomed"})      # the latter of a console that had its keys


class Obey(unittest.TestCase):
    """What humans decide is done at once, and answered."""

    @classmethod
    def setUpClass(cls):
        cls.demo = Demo("--speed", 5, "--headless", 60)
        cls.addClassCleanup(cls.demo.end)
        cls.ask = agent.Control(cls.demo.hub())
        cls.addClassCleanup(cls.ask.close)

    def item(self, what, seconds=30, **wanted):
        """The first item of a list with these members."""
        def look():
            for item in self.ask.items(what):
                if all(item.get(key) == value for key, value in wanted.items()):
                    return item
            return None

        return agent.until(look, "%s with %s" % (what, wanted), seconds)

    def decide(self, item, action, **more):
        return self.ask.decide(item["handoff"], action, attempt=item["attempt"], **more)["decision"]

    def answered(self, item, decision, seconds=10):
        """The delivery event of the doer."""
        def look():
            for event in self.ask.show(item["handoff"])["history"]:
                if (event["type"].startswith("seam.delivery.") and
                        event["data"]["decision"] == decision):
                    return event
            return None

        return agent.until(look, "an answer to " + decision, seconds)

    def reaches(self, handoff, state, attempt=1, seconds=15):
        def look():
            reply = self.ask.call("show", handoff=handoff)
            return reply["ok"] and (reply["attempt"], reply["state"]) == (attempt, state)

        agent.until(look, "%s is %s" % (handoff, state), seconds)

    def test_approved_goes_on(self):
        item = self.item("review", **{"from": "refund", "to": "ledger"})
        self.assertEqual(item["on_deadline"], "proceed")
        event = self.answered(item, self.decide(item, "approve"))
        self.assertEqual((event["type"], event["data"]["agent"]), ("seam.delivery.applied", "ledger"))
        self.reaches(item["handoff"], "completed")

    def test_the_gate_is_the_sender(self):
        item = self.item("review", **{"from": "planner", "to": "deployer"})
        event = self.answered(item, self.decide(item, "approve"))
        self.assertEqual(event["data"]["agent"], "planner")
        self.reaches(item["handoff"], "completed")

    def test_rejected_comes_back_better(self):
        """Two of three do; the other is only answered."""
        for _ in range(8):
            item = self.item("review", **{"from": "correlator", "to": "investigator"})
            event = self.answered(item, self.decide(item, "reject", note="look at the traces"))
            self.assertEqual(event["data"]["agent"], "correlator")
            try:
                self.reaches(item["handoff"] + "-r", "completed", seconds=5)
            except AssertionError:
                continue
            again = self.ask.show(item["handoff"] + "-r")
            self.assertEqual(again["history"][0]["data"]["prev"], [item["handoff"]])
            self.assertGreater(again["confidence"], item["confidence"])
            return
        self.fail("none was offered anew")

    def test_requeued_is_offered_again(self):
        item = self.item("dead", **{"from": "billing", "to": "ledger"})
        self.assertEqual(item["contract"], "invoice-draft/2.0.0")
        event = self.answered(item, self.decide(item, "requeue"))
        self.assertEqual((event["type"], event["data"]["agent"]), ("seam.delivery.applied", "billing"))
        self.reaches(item["handoff"], "completed", attempt=item["attempt"] + 1)
        self.assertEqual(self.ask.show(item["handoff"])["contract"], "invoice-draft/1.4.0")

    def test_discarded_stays_so(self):
        item = self.item("dead", **{"from": "billing", "to": "ledger"})
        self.decide(item, "discard", note="re-fed from the export")
        self.reaches(item["handoff"], "discarded", attempt=item["attempt"])

    def test_held_waits_for_a_human(self):
        """Its clock is stopped: what would have shipped is still there when its time is over."""
        item = self.item("review", **{"from": "support", "to": "refund"})
        self.decide(item, "hold")
        over = check.fold.moment(item["deadline"])
        agent.until(lambda: check.fold.moment(self.ask.ping()["time"]) > over, "its deadline", 40)
        self.assertEqual(self.ask.state(item["handoff"]), "held")
        event = self.answered(item, self.decide(item, "approve"))
        self.assertEqual(event["type"], "seam.delivery.applied")
        self.reaches(item["handoff"], "completed")


class Ends(unittest.TestCase):
    """However it ends, everything it started ends."""

    def test_it_says_how_to_ask_its_hub(self):
        screen = Screen([agent.BIN, "demo"], 80, 24, env={"HOME": agent.scratch("home-")})
        self.addCleanup(screen.close)
        screen.shows("from another shell: seam ls review --hub tcp://127.0.0.1:")

    def ended_by(self, number):
        demo = Demo("--speed", 5, "--headless", 300)
        self.addCleanup(demo.end)
        demo.hub()
        children = agent.until(lambda: len(demo.children()) == 11 and demo.children(), "11 processes")
        with agent.contextlib.closing(agent.Control(demo.control)) as ask:
            agent.until(lambda: ask.list("agents")["total"] == 10, "ten hellos")
        demo.process.send_signal(number)
        demo.process.wait(20)
        agent.until(lambda: all(gone(pid) for pid in children), "the end of %s" % children, 15)
        return demo

    def test_sigterm(self):
        demo = self.ended_by(signal.SIGTERM)
        self.assertEqual(demo.process.returncode, 0)
        counters = json.loads(demo.process.stdout.read())
        self.assertEqual(counters["received"], sum(counters[key] for key in PARTS))

    def test_sigint(self):
        self.assertEqual(self.ended_by(signal.SIGINT).process.returncode, 0)

    def test_sigkill(self):
        self.ended_by(signal.SIGKILL)


class Fixtures(unittest.TestCase):
    """The recordings that are shipped fold the same in seam and in the reference."""

    def test_recordings(self):
        paths = glob.glob(os.path.join(FIXTURES, "recordings", "*.jsonl*"))
        self.assertGreaterEqual(len(paths), 4)
        folder = agent.scratch()
        for path in paths:
            with self.subTest(os.path.basename(path)):
                plain = os.path.join(folder, os.path.basename(path).replace(".zst", ""))
                with open(plain, "wb") as out:
                    out.write(subprocess.run(["zstd", "-dcf", path], check=True,
                                             stdout=subprocess.PIPE).stdout)
                stats = check.seam_stats(path)
                self.assertEqual(check.differences(stats, check.oracle_stats(plain)), {})
                self.assertEqual(stats["received"], sum(stats[key] for key in PARTS))

    def test_faults(self):
        """No fault ends the fold, and what can be counted is."""
        paths = glob.glob(os.path.join(FIXTURES, "faults", "*.jsonl"))
        self.assertGreaterEqual(len(paths), 6)
        for path in paths:
            with self.subTest(os.path.basename(path)):
                stats = check.seam_stats(path)
                self.assertEqual(stats["received"], sum(stats[key] for key in PARTS))


class Usage(unittest.TestCase):
    def test_wrong(self):
        for words in (["--scene", "nothing"], ["--speed", "0"], ["--speed", "fast"], ["--seed", "x"],
                      ["--headless", "0"], ["--headless", "soon"], []):
            with self.subTest(words):
                done = subprocess.run([agent.BIN, "demo"] + words, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=20)
                self.assertEqual(done.returncode, 2, done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
