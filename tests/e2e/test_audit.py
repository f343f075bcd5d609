#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The operators' log: chained over restarts, kill -9 and failed commits; every tampering with an
export or with the journal is named; and it can be checked without this program, as the page says."""
import contextlib
import hashlib
import json
import os
import re
import resource
import shutil
import sqlite3
import subprocess
import unittest

import agent
import check
from agent import Agent, Control, Hub, Refused, until
from check import LOW, artifact, contract, new_id

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
KINDS = ("seam.decision.", "seam.delivery.", "seam.review.", "seam.mute.")
NONE = "sha256:" + "0" * 64


def sha(line):
    return "sha256:" + hashlib.sha256(line).hexdigest()


def is_of_the_log(line):
    event = json.loads(line)
    return (event["source"].startswith("hub:") and event["type"].startswith(KINDS)
            and event["id"] == "h-%d" % int(event["hubsequence"]))


def log_of(lines):
    return [line for line in lines if is_of_the_log(line)]


def number(line):
    return int(json.loads(line)["hubsequence"])


class Case(unittest.TestCase):
    def hub(self, folder=None, options=()):
        made = Hub((contract("pq", "p", "q"),), folder=folder, options=("--grace", 0) + options)
        self.addCleanup(made.stop)
        return made.start()

    def decide(self, hub, rounds=3, note="looked at"):
        """A few of each kind: approved and applied, rejected and refused, denied, escalated."""
        p, q, human = Agent(hub, "p"), Agent(hub, "q"), Control(hub.control)
        with contextlib.closing(p), contextlib.closing(q), contextlib.closing(human):
            for _ in range(rounds):
                first, second, third = new_id(), new_id(), new_id()
                for handoff in (first, second, third):
                    p.offer(handoff, "q", artifact(LOW), contract="pq/1.0.0")
                done = human.decide(first, "approve", note=note)
                q.deliver(done["decision"])
                with contextlib.suppress(Refused):
                    human.decide(first, "reject", operator="lee")
                done = human.decide(second, "reject", note="no \u00e9 \\ \" %s")
                p.deliver(done["decision"], outcome="refused", reason="too_late")
                human.decide(third, "escalate", target="lead")

    def export(self, hub, name="night.jsonl"):
        path = check.export(hub, os.path.join(hub.folder, name))
        with open(path, "rb") as stream:
            return path, stream.read().splitlines()

    def seam(self, *words, status=0):
        done = subprocess.run([agent.BIN, "audit"] + list(words), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=30)
        self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        return done.stdout.decode() if status == 0 else done.stderr.decode()

    def head_of(self, hub):
        with contextlib.closing(Control(hub.control)) as control:
            return control.counters()["audit"]

    def chained(self, lines):
        """The head; each link is held against the one before it."""
        head = NONE
        for line in log_of(lines):
            self.assertEqual(json.loads(line)["previous"], head, line)
            head = sha(line)
        return head


class Chain(Case):
    def test_over_restarts(self):
        """kill -9 with and without a snapshot, SIGTERM: one chain, one head everywhere."""
        hub = self.hub(options=("--snapshot-every", 60))
        for kill in (True, True, False, True):
            self.decide(hub)
            head = self.head_of(hub)
            if kill:
                hub.kill9()
            else:
                hub.stop()
                self.assertIn("audit head %s at " % head, hub.said().splitlines()[-1])
            hub = self.hub(folder=hub.folder, options=("--snapshot-every", 60))
            self.assertEqual(self.head_of(hub), head)
            self.assertIn("audit head %s at " % head, hub.said())
        path, lines = self.export(hub)
        self.assertEqual(self.chained(lines), head)
        self.assertGreaterEqual(len(log_of(lines)), 4 * 3 * 6)
        said = "whole: %d events, head %s at %d\n" % (len(log_of(lines)), head, number(log_of(lines)[-1]))
        for words in (("--hub", hub.control), ("--journal", hub.journal), (path,)):
            self.assertEqual(self.seam("--verify", *words), said)
        check.agree(hub)

    def test_nothing_decided(self):
        hub = self.hub()
        self.assertEqual(self.head_of(hub), NONE)
        self.assertEqual(self.seam("--verify", "--hub", hub.control), "whole: 0 events, head %s at 0\n" % NONE)

    def test_failed_commit(self):
        """What was thrown away is in no link."""
        hub = self.hub()
        self.decide(hub, 1)
        head = self.head_of(hub)
        with contextlib.closing(Agent(hub, "p")) as p, contextlib.closing(Control(hub.control)) as human:
            p.offer("full", "q", artifact(LOW), contract="pq/1.0.0")
            request = human.decision("full", "approve")
            resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
            self.assertEqual(human.call("decide", **request)["error"]["code"], "unavailable")
            self.assertEqual(self.head_of(hub), head)
            resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE,
                             (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            until(lambda: human.call("decide", **request)["ok"], "it is decided")
        _, lines = self.export(hub)
        self.assertEqual(self.chained(lines), self.head_of(hub))
        self.assertEqual(json.loads(log_of(lines)[-1])["previous"], head)
        check.agree(hub)

    def test_stranger(self):
        """Who sends with the hub's name and types is in the journal, and in no link."""
        hub = self.hub()
        self.decide(hub, 1)
        with contextlib.closing(Agent(hub, "p")) as p:
            event = p.event("seam.decision.approved",
                            {"handoff": "x", "attempt": 1, "decision": "d", "digest": NONE, "operator": "eve"},
                            source="hub:main", id="h-1", previous=NONE)
            self.assertEqual(p.publish(event)["standing"], "spoke_for_another")
        self.decide(hub, 1)
        path, lines = self.export(hub)
        self.assertEqual(self.chained(lines), self.head_of(hub))
        self.seam("--verify", path)
        self.standard_tools(hub, path, self.head_of(hub))

    def standard_tools(self, hub, path, head):
        done = self.by_the_page(hub, path)
        self.assertEqual((done.returncode, done.stdout.strip()), (0, head), done.stderr)

    def by_the_page(self, hub, path=None):
        """Runs the commands of the page as they stand there; with `path`, on that recording."""
        with open(os.path.join(ROOT, "docs/OPERATING.md"), encoding="utf-8") as page:
            text = [block for block in re.findall(r"^```sh\n(.*?)^```$", page.read(), re.M | re.S)
                    if "sha256sum" in block]
        self.assertEqual(len(text), 1)
        folder = agent.scratch()
        self.addCleanup(shutil.rmtree, folder, True)
        os.symlink(agent.BIN, os.path.join(folder, "seam"))
        script = text[0]
        if path is not None:
            shutil.copy(path, os.path.join(folder, "night.jsonl"))
            script = script.split("\n", 1)[1]
        env = dict(os.environ, SEAM_HUB=hub.control, PATH=folder + ":" + os.environ["PATH"])
        return subprocess.run(["sh", "-c", script], cwd=folder, env=env, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=60, encoding="utf-8")

    def test_standard_tools(self):
        hub = self.hub()
        self.decide(hub)
        done = self.by_the_page(hub)
        self.assertEqual((done.returncode, done.stdout.strip()), (0, self.head_of(hub)), done.stderr)
        path, lines = self.export(hub)
        third = lines.index(log_of(lines)[2])
        lines[third] = lines[third].replace(b"lee", b"leo")
        with open(path, "wb") as out:
            out.write(b"\n".join(lines) + b"\n")
        done = self.by_the_page(hub, path)
        self.assertEqual(done.returncode, 1)
        self.assertIn("4c4", done.stdout.splitlines()[0])

    def test_mutes(self):
        """Who kept whom from being called is in the log, and chained."""
        hub = self.hub()
        with contextlib.closing(Agent(hub, "p")) as p, contextlib.closing(Control(hub.control)) as human:
            p.offer("one", "q", artifact(LOW), contract="pq/1.0.0")
            human.ask("mute", what="edge", name="p>q", seconds=600, operator="mira", note="known")
            human.ask("unmute", what="edge", name="p>q", operator="lee")
        rows = [json.loads(line) for line in self.seam("--json", "--hub", hub.control).splitlines()]
        self.assertEqual([(row["operator"], row["action"], row["handoff"], row["note"]) for row in rows],
                         [("mira", "muted", None, "known"), ("lee", "unmuted", None, None)])
        self.assertRegex(rows[0]["outcome"], "^p>q, until 20")
        self.assertEqual(rows[1]["outcome"], "p>q")
        path, lines = self.export(hub)
        self.assertEqual(len(log_of(lines)), 2)
        self.assertEqual(self.chained(lines), self.head_of(hub))
        self.seam("--verify", path)
        self.standard_tools(hub, path, self.head_of(hub))
        check.agree(hub)

    def test_hourly(self):
        """Every hour of the hub's clock the head is said again."""
        hub = self.hub(options=("--clock-rate", 3600))
        self.decide(hub, 1)
        said = "audit head %s at " % self.head_of(hub)
        until(lambda: hub.said().count(said) >= 2, "the head twice", 10)

    def test_older_journal(self):
        """Decisions without `previous` stand; the chain begins behind them."""
        hub = self.hub()
        self.decide(hub, 1)
        hub.stop()
        with contextlib.closing(sqlite3.connect(hub.journal)) as base:
            for row, text in base.execute("select hubsequence, event from events").fetchall():
                base.execute("update events set event = ? where hubsequence = ?",
                             (re.sub(r'"previous":"[^"]*",', "", text, count=1), row))
            base.commit()
        with contextlib.suppress(FileNotFoundError):
            os.remove(hub.journal + "-mesh")
        hub = self.hub(folder=hub.folder)
        self.assertNotIn("broken", hub.said())
        _, lines = self.export(hub)
        old = log_of(lines)
        self.decide(hub, 1)
        path, lines = self.export(hub)
        self.assertEqual(json.loads(log_of(lines)[len(old)])["previous"], sha(old[-1]))
        said = self.seam("--verify", path)
        self.assertIn("whole: %d events" % len(log_of(lines)), said)
        self.assertIn("the first %d, up to %d, are of an older seam" % (len(old), number(old[-1])), said)
        check.agree(hub)


class Printed(Case):
    def test_table(self):
        hub = self.hub()
        self.decide(hub, 1, note="with \x1b[31m payments")
        path, _ = self.export(hub)
        for words in (("--hub", hub.control), ("--journal", hub.journal), (path,)):
            with self.subTest(words[0]):
                lines = self.seam(*words).splitlines()
                self.assertEqual(len(lines), 5)
                self.assertNotIn("\x1b", "".join(lines))
                for line, words_of in zip(lines[1:], (
                        ("mira", "approved", "applied by q", "payments"),
                        ("lee", "reject denied", "already_decided"),
                        ("mira", "rejected", "not done by p: too_late"),
                        ("mira", "escalated", "to lead"))):
                    self.assertRegex(line, r"^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d  ")
                    for word in words_of:
                        self.assertIn(word, line)

    def test_json(self):
        hub = self.hub()
        with contextlib.closing(Agent(hub, "p")) as p, contextlib.closing(Control(hub.control)) as human:
            for handoff in ("one", "two"):
                p.offer(handoff, "q", artifact(LOW), contract="pq/1.0.0")
            human.decide("one", "approve", decision="d-1", note="good")
            human.decide("two", "hold", decision="d-2")
        rows = [json.loads(line) for line in self.seam("--json", "--hub", hub.control).splitlines()]
        self.assertEqual([(row["operator"], row["action"], row["handoff"], row["attempt"], row["decision"])
                          for row in rows],
                         [("mira", "approved", "one", 1, "d-1"), ("mira", "clock held", "two", 1, "d-2")])
        self.assertEqual((rows[0]["outcome"], rows[0]["note"], rows[0]["type"]),
                         ("no answer", "good", "seam.decision.approved"))
        self.assertRegex(rows[1]["outcome"], "^until 20")
        path, _ = self.export(hub)
        for words in (("--hub", hub.control), ("--journal", hub.journal), (path,)):
            after = self.seam("--json", "--after", rows[0]["hubsequence"], *words).splitlines()
            self.assertEqual([json.loads(line)["handoff"] for line in after], ["two"])

    def test_wrong_use(self):
        hub = self.hub()
        self.seam("--head", "sha256:12", "--hub", hub.control, status=2)
        self.seam("--verify", "--after", "3", "--hub", hub.control, status=2)
        self.seam("--hub", hub.control, "some.jsonl", status=2)
        self.seam("/nowhere.jsonl", status=1)
        self.seam("--verify", "--journal", "/nowhere", status=1)


class Tampered(Case):
    @classmethod
    def setUpClass(cls):
        cls.own = Case("run")
        cls.made = Hub((contract("pq", "p", "q"),), options=("--grace", 0)).start()
        cls.addClassCleanup(cls.made.stop)
        cls.own.decide(cls.made)
        cls.head = cls.own.head_of(cls.made)
        cls.path, cls.lines = cls.own.export(cls.made)
        cls.log = log_of(cls.lines)
        cls.made.stop()

    def at(self, nth):
        """Where the n-th event of the log stands among all lines."""
        return self.lines.index(self.log[nth])

    def forged(self, place, **attributes):
        """One that knows the rules, in the place of another."""
        event = {"specversion": "1.0", "id": "h-%d" % place, "source": "hub:main",
                 "type": "seam.decision.approved", **attributes,
                 "data": {"handoff": "ho", "attempt": 1, "decision": "d-forged", "digest": NONE,
                          "operator": "mira"},
                 "recordedtime": json.loads(self.log[5])["recordedtime"], "hubsequence": "%020d" % place}
        return agent.compact(event)

    def ways(self):
        """(name, lines, code, numbers named)"""
        def changed(nth, old, new):
            lines = list(self.lines)
            self.assertIn(old, lines[self.at(nth)])
            lines[self.at(nth)] = lines[self.at(nth)].replace(old, new, 1)
            return lines

        fifth, sixth = self.at(5), self.at(6)
        names = [number(line) for line in self.log]
        yield "a byte of a note", changed(6, b"looked at", b"looked up"), "changed", [names[7], names[6]]
        yield "its previous", changed(6, b'"previous":"sha256:', b'"previous":"sha255:'), "changed", [names[6]]
        yield "a line deleted", self.lines[:sixth] + self.lines[sixth + 1:], "missing", [names[7], names[5]]
        first = self.at(0)
        yield "the first deleted", self.lines[:first] + self.lines[first + 1:], "missing", [names[1]]
        lines = list(self.lines)
        lines[fifth], lines[sixth] = lines[sixth], lines[fifth]
        yield "two swapped", lines, "reordered", [names[6]]
        # where an event that is none of the log stood
        free = next(i for i in range(fifth, len(self.lines)) if not is_of_the_log(self.lines[i]))
        place = number(self.lines[free])
        before = [line for line in self.log if number(line) < place][-1]
        for name, more in (("a forged one", {"previous": sha(before)}), ("without previous", {}),
                           ("with another", {"previous": sha(b"x")})):
            lines = list(self.lines)
            lines[free] = self.forged(place, **more)
            yield name, lines, "inserted", [place]

    def verify(self, code, numbers, *words):
        said = self.seam("--verify", *words, status=1)
        self.assertIn(code, said)
        for one in numbers:
            self.assertRegex(said, r"\b%d\b" % one)
        done = subprocess.run([agent.BIN, "audit", "--json", "--verify"] + list(words),
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.assertEqual(json.loads(done.stdout)["error"]["code"], code)
        return said

    def write(self, lines):
        path = os.path.join(self.made.folder, "tampered.jsonl")
        with open(path, "wb") as out:
            out.write(b"\n".join(lines) + b"\n")
        return path

    def test_export(self):
        self.assertIn("head " + self.head, self.seam("--verify", self.path))
        for name, lines, code, numbers in self.ways():
            with self.subTest(name):
                said = self.verify(code, numbers, self.write(lines))
                at = [i + 1 for i, line in enumerate(lines) if number(line) == numbers[0]]
                self.assertIn("(line %d)" % at[0], said)

    def test_journal(self):
        """The same by SQL. Rows are in the order of their number: what was swapped is the text."""
        for name, lines, code, numbers in self.ways():
            with self.subTest(name):
                path = os.path.join(self.made.folder, "copy.journal")
                for end in ("", "-wal", "-shm"):
                    with contextlib.suppress(FileNotFoundError):
                        os.remove(path + end)
                shutil.copy(self.made.journal, path)
                there = {number(line): line for line in lines}
                with contextlib.closing(sqlite3.connect(path)) as base:
                    if code == "reordered":
                        there = {row: line for row, line in enumerate(lines, 1)}
                    base.execute("delete from events where hubsequence not in (%s)"
                                 % ",".join(map(str, there)))
                    base.executemany("update events set event = ? where hubsequence = ?",
                                     [(line.decode(), row) for row, line in there.items()])
                    base.commit()
                self.verify(code, numbers, "--journal", path)

    def test_cut(self):
        """The end that is missing is told by a head that was kept."""
        short = self.write(self.lines[:self.at(len(self.log) - 1)])
        last = number(self.log[-2])
        self.assertIn("at %d" % last, self.seam("--verify", short))
        said = self.seam("--head", self.head, short, status=1)
        self.assertIn("short", said)
        self.assertIn("ends at %d" % last, said)
        self.assertIn("the event at %d; 0 came after it" % number(self.log[-1]),
                      self.seam("--head", self.head, self.path))
        self.assertIn("the event at %d; 3 came after it" % number(self.log[-4]),
                      self.seam("--head", sha(self.log[-4]), self.path))

    def test_changed_at_the_end(self):
        lines = list(self.lines)
        last = self.at(len(self.log) - 1)
        lines[last] = lines[last].replace(b"mira", b"mara")
        path = self.write(lines)
        self.seam("--verify", path)
        self.assertIn("short", self.seam("--head", self.head, path, status=1))

    def test_under_a_running_hub(self):
        """A file that is rewritten beside the hub: what the hub has in memory tells."""
        hub = self.hub()
        self.decide(hub, 1)
        _, lines = self.export(hub)
        last = log_of(lines)[-1]
        with contextlib.closing(sqlite3.connect(hub.journal)) as base:
            base.execute("update events set event = ? where hubsequence = ?",
                         (last.decode().replace("mira", "mara"), number(last)))
            base.commit()
        self.assertIn("the head that the hub says", self.seam("--verify", "--hub", hub.control, status=1))
        self.decide(hub, 1)
        self.assertIn("%d was changed" % number(last), self.seam("--verify", "--hub", hub.control, status=1))
        _, lines = self.export(hub)
        after = [number(line) for line in log_of(lines) if number(line) > number(last)][0]
        hub.kill9()
        again = self.hub(folder=hub.folder)
        self.assertIn("the operators' log is broken at %d" % after, again.said())
        said = subprocess.run([agent.BIN, "ping", "--hub", again.control], capture_output=True, text=True, timeout=20,
                              check=True).stdout
        self.assertIn("journal ok (the operators' log is broken at %d: seam audit --verify), " % after, said)


if __name__ == "__main__":
    check.main()
