#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The sub-commands as a script sees them: what they print, in JSON and not, and how they end."""
import contextlib
import datetime
import json
import os
import queue
import re
import shutil
import signal
import subprocess
import threading
import unittest

import zmq

import agent
import check
from agent import free_port
from check import LOW, artifact, contract, new_id

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
NIGHT = os.path.join(ROOT, "tests", "screens", "data", "night.jsonl")


class Shell(check.HubCase):
    contracts = (contract("work", "p", "q"),)

    def seam(self, *words, status=0, hub=None):
        """Runs it to its end; gives what it wrote."""
        done = subprocess.run([agent.BIN] + [str(word) for word in words], timeout=20,
                              env=dict(os.environ, SEAM_HUB=hub or self.hub.control, SEAM_OPERATOR="mira"),
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              encoding="utf-8")
        self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        return done

    def held(self, action="stop", seconds=check.DAY):
        handoff = new_id()
        self.agent("p").offer(handoff, "q", artifact(LOW, action, seconds), contract="work/1.0.0")
        return handoff

    def error(self, code, status, *words, **more):
        """With --json the error is on standard output, alone and in the hub's form."""
        plain = self.seam(*words, status=status, **more)
        self.assertTrue(plain.stderr.startswith("seam: "), plain.stderr)
        self.assertEqual(plain.stdout, "")
        done = self.seam(*words, "--json", status=status, **more)
        self.assertEqual(done.stdout.count("\n"), 1, done.stdout)
        reply = json.loads(done.stdout)
        self.assertIs(reply["ok"], False)
        self.assertEqual(reply["error"]["code"], code, reply)
        self.assertIn(reply["error"]["message"], done.stderr)
        return reply["error"]["message"]

    # --- errors

    def test_errors_in_json(self):
        self.error("usage", 2, "ls", "nonsense")
        self.error("usage", 2, "ls")
        self.error("usage", 2, "ls", "review", "--no-such-option")
        self.error("usage", 2, "reject", "h")
        self.error("usage", 2, "no-such-command")
        self.error("not_found", 1, "show", "nobody")
        self.error("not_found", 1, "approve", "nobody")
        self.error("no_hub", 3, "ping", hub="tcp://127.0.0.1:%d" % free_port())
        self.error("no_hub", 3, "ls", "review", hub="nonsense")
        self.error("no_file", 1, "emit", "/no/such/file", "--from", "p", "--to", "q")
        self.error("no_file", 1, "stats", "/no/such/file")

    # --- ping

    def test_ping(self):
        done = self.seam("ping")
        self.assertRegex(done.stdout, r"^main lives: a beat came after [0-9]\.[0-9] s, journal ok, [0-9]+ events, "
                                      r"seam [0-9.]+, events tcp://\S+, feed tcp://\S+\n$")
        reply = json.loads(self.seam("ping", "--json").stdout)
        self.assertEqual((reply["ok"], reply["name"], reply["feed"]), (True, "main", self.hub.feed))
        self.assertEqual((reply["beat"]["epoch"], reply["beat"]["journal"]), (reply["epoch"], "ok"))
        self.assertLess(reply["beat_after"], 5)

    def test_ping_without_a_beat(self):
        """Somebody answers, but the feed is silent, or says other things: an answer alone is no sign of life."""
        with contextlib.ExitStack() as stack:
            context = zmq.Context.instance()
            control, feed = context.socket(zmq.ROUTER), context.socket(zmq.PUB)
            over = threading.Event()
            for socket in (control, feed):
                socket.linger = 0
                socket.bind("tcp://127.0.0.1:*")
            url = control.last_endpoint.decode()

            def serve():
                while not over.is_set():
                    feed.send_multipart([b"hubbub", b"{}"])
                    feed.send_multipart([b"hub", b"{}", b"{}"])
                    if control.poll(50):
                        peer, body = control.recv_multipart()
                        control.send_multipart([peer, agent.compact({
                            "rid": json.loads(body)["rid"], "ok": True, "name": "x",
                            "feed": feed.last_endpoint.decode()})])
                control.close()
                feed.close()

            thread = threading.Thread(target=serve, daemon=True)
            thread.start()
            stack.callback(thread.join, 10)
            stack.callback(over.set)
            message = self.error("no_beat", 3, "ping", hub=url)
            self.assertIn(" no beat of it has come at tcp://127.0.0.1:", message)
            self.assertIn(" for 5 s", message)

    def test_who_whom_and_why(self):
        """The history says it, and so does who comes second."""
        handoff = self.held()
        self.seam("escalate", handoff, "--target", "lead", "--note", "look at it")
        self.assertRegex(self.seam("show", handoff).stdout,
                         "seam.decision.escalated  hub:.*  operator mira  target lead  note look at it\n")
        self.seam("reject", handoff, "--note", "wrong release")
        self.assertRegex(self.seam("approve", handoff, status=1).stderr, "already_decided: .*: reject, by mira at ")

    def test_how_long(self):
        """A time or an instant, and what it is not in the words of the option."""
        handoff = self.held(seconds=1800)
        self.assertIn("changes nothing, the deadline is later; ", self.seam("hold", handoff, "--until", "5m").stdout)
        self.assertIn("no fallback before ", self.seam("hold", handoff, "--until", "50m").stdout)
        self.assertIn("--until is how long, as 20m", self.seam("hold", handoff, "--until", "soon", status=2).stderr)
        self.assertIn("mira is on it until", self.seam("claim", handoff, "--time", "10m").stdout)
        self.assertIn("at most 15m", self.seam("claim", handoff, "--time", "1h", status=2).stderr)
        self.assertIn("--time is at most 24h", self.seam("mute", "agent", "p", "--time", "25h", status=2).stderr)

    def test_units_of_a_size(self):
        self.assertIn("(kB, MB, GB or TB)", self.seam("hub", "--keep", "10KB", status=2).stderr)

    def test_hooks_in_words(self):
        self.assertRegex(self.seam("ls", "hooks").stdout, "^hook .* tries +failing +again +detail")

    def test_ping_of_a_stopped_hub(self):
        hub = agent.Hub().start()
        self.addCleanup(hub.stop)
        self.addCleanup(hub.process.send_signal, signal.SIGCONT)
        hub.process.send_signal(signal.SIGSTOP)
        self.assertIn("something accepts at %s and does not answer" % hub.control,
                      self.error("no_hub", 3, "ping", hub=hub.control))

    def test_two_filters(self):
        """The first one would be dropped without a word."""
        self.assertEqual(self.error("usage", 2, "ls", "handoffs", "--filter", "from=p", "--filter", "to=q"),
                         "--filter may stand once (seam ls --help)")

    def test_what_waits_for_ever(self):
        fifo = os.path.join(self.hub.folder, "fifo")
        os.mkfifo(fifo)
        for words in (("emit", fifo, "--from", "p", "--to", "q"), ("stats", fifo), ("audit", fifo)):
            self.assertIn("it is a FIFO", self.seam(*words, status=1).stderr)

    def test_unknown_field_of_a_filter(self):
        """Nothing found would be good news that is none; the place is named, and the fields that there are."""
        self.held()
        self.agent("p").hello()
        for what in ("review", "handoffs", "dead", "agents", "edges", "incidents", "contracts"):
            message = self.error("usage", 2, "ls", what, "--filter", "qqqqqqqqq=1")
            self.assertIn("--filter: qqqqqqqqq=1: no field qqqqqqqqq here, at 1", message)
            # each that an item has, once: it is a program a name
            for name in sorted({name for item in self.ask.list(what)["items"] for name in item}):
                self.seam("ls", what, "--filter", name + "=1")
        self.refused("malformed", "list", what="handoffs", filter={"nosuch": 1})
        self.refused("malformed", "list", what="handoffs", filter={"state": "held", "": 1})
        self.assertIn("stat<1: no field stat here, state is near, at 1",
                      self.error("usage", 2, "ls", "review", "--filter", "stat<1"))

    # --- lists

    def test_shape_of_a_list(self):
        handoff = self.held()
        reply = json.loads(self.seam("ls", "handoffs", "--json", "--filter", "handoff=" + handoff).stdout)
        self.assertEqual(set(reply), {"ok", "items", "total"})
        self.assertEqual((reply["ok"], reply["total"], reply["items"][0]["handoff"]), (True, 1, handoff))

    def test_an_empty_list_says_so(self):
        done = self.seam("ls", "review", "--filter", "handoff=nobody")
        self.assertEqual(done.stderr, "nothing matches the filter\n")
        self.assertEqual(done.stdout.count("\n"), 1)
        self.assertEqual(self.seam("ls", "incidents").stderr, "there is none\n")

    # --- deciding

    def test_what_comes_next(self):
        waiting = r"it waits for a decision; if none comes by (\S+): stop$"
        handoff = self.held()
        ahead = check.fold.moment(self.ask.ping()["time"]) + datetime.timedelta(minutes=30)
        until = ahead.strftime("%Y-%m-%dT%H:%M:%SZ")
        said = self.seam("hold", handoff, "--until", until).stdout
        # the deadline is a day ahead
        stopped = re.search(r"^next: the hold changes nothing, the deadline is later; " + waiting, said, re.M)
        self.assertTrue(stopped, said)
        deadline = self.ask.show(handoff)["deadline"]
        self.assertEqual(stopped[1], deadline[:19] + "Z")
        said = self.seam("escalate", handoff, "--target", "lead").stdout
        self.assertRegex(said, r"(?m)^escalate %s: escalated to lead, recorded as " % handoff)
        self.assertRegex(said, r"(?m)^next: nobody is called: no hook is set; " + waiting)
        self.assertIn("--target", self.error("usage", 2, "escalate", handoff))
        said = self.seam("reject", handoff, "--note", "no").stdout
        self.assertRegex(said, r"(?m)^next: p gets it back, with the note")
        handoff = self.held()
        self.assertRegex(self.seam("approve", handoff).stdout, r"(?m)^next: the agent that waits goes on")
        self.agent("q").say("failed", handoff)
        said = self.seam("requeue", handoff).stdout
        self.assertRegex(said, r"(?m)^next: p offers it again, as attempt 2$")
        handoff = self.held()
        self.agent("q").say("dead_lettered", handoff)
        self.assertRegex(self.seam("discard", handoff, "--note", "old").stdout, r"(?m)^next: nothing more")
        changed, broken = (os.path.join(agent.scratch(), name) for name in ("changed.json", "broken.json"))
        for path, text in ((changed, '{"changed": true}'), (broken, '{"changed": ')):
            with open(path, "w", encoding="utf-8") as out:
                out.write(text)
        said = self.seam("restore", handoff, "--artifact", changed).stdout
        self.assertRegex(said, r"(?m)^next: p offers it again, as attempt 2$")
        self.assertEqual(self.agent("p").wait(handoff)["artifact"], {"changed": True})
        self.assertIn("it is requeued: restore is for what was discarded", self.seam("restore", handoff, status=1).stderr)
        self.assertIn("broken.json: ", self.error("usage", 2, "requeue", handoff, "--artifact", broken))

    def test_hold_reaches_beyond_the_deadline(self):
        handoff = self.held(seconds=300)
        said = self.seam("hold", handoff).stdout
        found = re.search(r"before (\S+); .* by (\S+): stop", said)
        self.assertTrue(found, said)
        self.assertEqual(found[1], found[2])

    def test_decision_in_json_is_the_reply_alone(self):
        reply = json.loads(self.seam("approve", self.held(), "--json").stdout)
        self.assertEqual(reply["state"], "approved")

    # --- tail

    def places(self, *words):
        lines = self.seam("tail", "--json", *words).stdout.splitlines()
        return [int(json.loads(line)["hubsequence"]) for line in lines]

    def test_tail(self):
        """The newest, as tail(1)."""
        for _ in range(8):
            self.held()
        last = int(self.ask.ping()["hubsequence"])
        self.assertEqual(self.places("--limit", 2), [last - 1, last])
        self.assertEqual(self.places(), list(range(last - 9, last + 1)))
        self.assertEqual(self.places("--limit", 10 ** 6), list(range(1, last + 1)))
        self.assertEqual(self.places("--limit", 0), [])
        self.assertEqual(self.places("--after", 3, "--limit", 2), [4, 5])
        self.assertEqual(self.places("--after", last - 3), [last - 2, last - 1, last])
        self.assertEqual(self.places("--after", last), [])
        self.assertIn("seam.handoff.held", self.seam("tail", "--limit", 1).stdout)

    def test_tail_follows(self):
        self.held()
        last = int(self.ask.ping()["hubsequence"])
        process = subprocess.Popen([agent.BIN, "tail", "--json", "--follow", "--limit", "1"],
                                   env=dict(os.environ, SEAM_HUB=self.hub.control),
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8")
        lines = queue.Queue()
        threading.Thread(target=lambda: [lines.put(line) for line in process.stdout], daemon=True).start()
        try:
            self.assertEqual(int(json.loads(lines.get(timeout=10))["hubsequence"]), last)
            self.held()
            for place in (last + 1, last + 2):
                self.assertEqual(int(json.loads(lines.get(timeout=10))["hubsequence"]), place)
            self.assertIsNone(process.poll())
        finally:
            process.kill()
            process.wait(10)
            process.stdout.close()

    def full(self, *words):
        """What it says and how it ends when standard output takes nothing."""
        with open("/dev/full", "w", encoding="utf-8") as out:
            done = subprocess.run([agent.BIN] + list(words), timeout=20, stdin=subprocess.DEVNULL,
                                  env=dict(os.environ, SEAM_HUB=self.hub.control, SEAM_OPERATOR="mira"),
                                  stdout=out, stderr=subprocess.PIPE, encoding="utf-8")
        return done.returncode, done.stderr

    def test_nowhere_to_write(self):
        """What was decided stands: a script must not take it for refused and do it again."""
        for more in ((), ("--json",)):
            handoff = self.held()
            status, said = self.full("approve", handoff, *more)
            self.assertEqual(self.state(handoff), "approved")
            self.assertEqual(status, 0, said)
            self.assertEqual(said, "seam: cannot write the output: No space left on device; "
                                   "approve was done, and stands\n")
            status, said = self.full("ls", "review", *more)
            self.assertEqual((status, said), (1, "seam: cannot write the output: No space left on device\n"))
            status, said = self.full("tail", *more)
            self.assertEqual((status, said), (1, "seam: cannot write the output: No space left on device\n"))
        path = os.path.join(self.hub.folder, "artifact.json")
        with open(path, "w", encoding="utf-8") as out:
            out.write("{}")
        handoff = new_id()
        status, said = self.full("emit", path, "--from", "p", "--to", "q", "--handoff", handoff)
        self.assertEqual((status, self.state(handoff)), (0, "held"), said)
        self.assertEqual(self.full("requeue", handoff)[0], 1)      # refused is refused

    def test_names_of_operators(self):
        """Refused before anything is asked: what a terminal would take for a command is no name."""
        handoff = self.held()
        for name in ("a\x01b", "a\x1b[31m", "\u009b31m", "x" * 129):
            message = self.error("usage", 2, "approve", handoff, "--operator", name)
            self.assertIn("--operator", message)
        done = subprocess.run([agent.BIN, "approve", handoff, "--hub", self.hub.control],
                              env=dict(os.environb, SEAM_OPERATOR=b"a\xff"), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=20)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn(b"SEAM_OPERATOR", done.stderr)
        self.assertEqual(self.state(handoff), "held")
        self.seam("approve", handoff, "--operator", "\u00fc" * 64)

    # --- recordings

    def stats(self, *words):
        return json.loads(self.seam("stats", NIGHT, *words).stdout)

    def test_stats_at(self):
        """Each form that the replay takes."""
        at = self.stats("--at", "2026-11-23T03:12:00Z")
        self.assertEqual(self.stats("--at", "03:12"), at)
        self.assertEqual(self.stats("--at", "03:12:00"), at)
        self.assertLess(at["events"], self.stats()["events"])
        self.assertEqual(self.stats("--at", "12")["events"], 12)
        self.assertEqual(self.stats("--at", "999999"), self.stats())
        self.error("usage", 2, "stats", NIGHT, "--at", "noon")

    def test_stats_at_a_time_that_is_not_in_it(self):
        for at in ("02:00", "04:00"):
            done = self.seam("stats", NIGHT, "--at", at)
            self.assertRegex(done.stderr, r"outside: the recording runs 03:00:\d\d to 03:12:40")
        self.assertEqual(self.seam("stats", NIGHT, "--at", "03:00").stderr, "")
        self.assertIn("the recording runs 03:00:", self.seam("replay", NIGHT, "--at", "04:00", status=2).stderr)

    def test_stats_of_no_recording(self):
        path = os.path.join(self.hub.folder, "notes")
        with open(path, "w", encoding="utf-8") as out:
            out.write("\nsome notes\nof mine\n")
        message = self.error("no_file", 1, "stats", path)
        self.assertIn("0 events in 2 lines; line 2: ", message)
        self.assertIn("0 events", self.seam("replay", path, status=1).stderr)
        with open(path, "w", encoding="utf-8"):
            pass
        self.assertIn("is empty", self.error("no_file", 1, "stats", path))
        with open(path, "wb") as out:
            out.write(b"\0" * 100000)
        self.assertIn("is no recording", self.error("no_file", 1, "stats", path))

    def test_export_leaves_what_is_no_recording(self):
        """Least of all the journal that it reads, or its hub."""
        self.held()
        beside = [self.hub.journal + end for end in ("", "-wal", "-shm", ".lock")]
        for path in beside:
            with open(path, "rb") as file:
                before = file.read()
            for words in (("--journal", self.hub.journal), ("--hub", self.hub.control)):
                said = self.seam("export", *words, "--output", path, status=1).stderr
                self.assertIn("is no recording", said)
            with open(path, "rb") as file:
                self.assertEqual(len(file.read()), len(before), path)
        self.held()

    def test_export_that_fails_leaves_the_older_one(self):
        out = os.path.join(self.hub.folder, "older.jsonl")
        self.seam("export", "--output", out)
        with open(out, "rb") as file:
            before = file.read()
        self.seam("export", "--output", out, status=3, hub="tcp://127.0.0.1:%d" % free_port())
        self.seam("export", "--journal", "/nowhere/x.journal", "--output", out, status=1)
        with open(out, "rb") as file:
            self.assertEqual(file.read(), before)
        self.assertEqual([name for name in os.listdir(self.hub.folder) if ".part-" in name], [])

    def test_numbers_that_are_too_large(self):
        for words in (("--keep", "999999999d"), ("--keep", "1d,9999999GB"), ("--grace", "999999999d"),
                      ("--snapshot-every", 2 ** 64)):
            self.assertIn("the number is too large: " + words[0], self.seam("hub", *words, status=2).stderr)
        self.assertNotIn("too large", self.seam("hub", "--keep", "soon", status=2).stderr)

    def test_stats_of_an_endless_line(self):
        path = os.path.join(self.hub.folder, "endless.jsonl")
        with open(path, "wb") as out:
            out.truncate(65 << 20)
        self.assertIn("line 1 has more than 64 MiB", self.error("no_file", 1, "stats", path))

    def test_stats_of_the_beginning_of_a_file(self):
        whole = os.path.join(self.hub.folder, "whole.jsonl.zst")
        self.seam("export", "--output", whole)
        with open(whole, "rb") as file:
            text = file.read()
        cut = os.path.join(self.hub.folder, "cut.jsonl.zst")
        for size in (3, 5, 60, len(text) // 4):
            with open(cut, "wb") as out:
                out.write(text[:size])
            self.assertIn("is cut short", self.error("no_file", 1, "stats", cut), size)
        with open(cut, "wb"):
            pass
        self.assertIn("is empty", self.error("no_file", 1, "stats", cut))


class Deps(unittest.TestCase):
    def say(self, folder, *managers):
        """What is said where only these few programs and this package manager are found."""
        with contextlib.suppress(FileExistsError):
            os.mkdir(folder)
        for name in ("sh", "cat", "sed", "tr", "sort", "id"):
            with contextlib.suppress(FileExistsError):
                os.symlink(shutil.which(name), os.path.join(folder, name))
        for name in managers:
            os.symlink("/bin/true", os.path.join(folder, name))
        done = subprocess.run(["/bin/sh", os.path.join(ROOT, ".ci", "deps"), "build"], timeout=20,
                              env={"PATH": folder, "SEAM_NO_INSTALL": "1"}, stderr=subprocess.PIPE,
                              stdout=subprocess.PIPE, encoding="utf-8")
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr.startswith("missing: "), done.stderr)
        return done.stderr.splitlines()[-1]

    def test_the_command_is_said(self):
        folder = agent.scratch()
        self.assertRegex(self.say(os.path.join(folder, "apt"), "apt-get"),
                         r"^install:  (sudo )?apt-get install gcc .*libzmq3-dev")
        self.assertRegex(self.say(os.path.join(folder, "dnf"), "dnf"),
                         r"^install:  (sudo )?dnf install gcc .*'pkgconfig\(libzmq\)'")
        self.assertIn("no apt-get", self.say(os.path.join(folder, "none")))


if __name__ == "__main__":
    check.main()
