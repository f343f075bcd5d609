#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""More than it can take: publishers faster than the disk, consoles that do not read, a disk that is
full or read-only, 300,000 handoffs that wait. Memory stays below 600 MB, everything is answered, the
counters tell the truth, and it recovers when the cause is gone.

    test_overload.py send URL FIRST COUNT SIZE     an agent that sends as fast as it is taken"""
import collections
import contextlib
import ctypes
import fcntl
import json
import os
import pty
import resource
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
import unittest

import agent
import check
import zmq
from agent import Agent, Control, Hub, compact, until
from check import Journal, contract
from scrape import get, scrape
from slow import Disk

MOST = 600                     # MB of memory
HELD = 300000
SANITIZED = "/san/" in agent.BIN
MNT_DETACH, CLONE_NEWNS, MS_RDONLY, MS_REMOUNT, MS_REC, MS_PRIVATE = 2, 0x20000, 1, 32, 0x4000, 0x40000


# ---------------------------------------------------------------------------------------------
# An agent that sends


def send(url, first, count, size):
    """Numbered offers that a human must look at; waits where a queue is full, so none is dropped."""
    lane = zmq.Context.instance().socket(zmq.XPUB)
    lane.setsockopt(zmq.XPUB_NODROP, 1)
    lane.sndhwm, lane.linger = 1000, 30000
    lane.connect(url)
    lane.recv()
    text = ('{"specversion":"1.0","id":"s-%d","source":"agent:p","type":"seam.handoff.offered","run":"s",'
            '"sequence":"%020d","dataschema":"contract:pq/1.0.0","subject":"inc-%d","data":{"handoff":'
            '"ho-%08d","attempt":1,"from":"p","to":"q","artifact":{"confidence":0.4,"services":["checkout"],'
            '"fallback":"escalate_to_oncall_if_not_progressed_within_20h","pad":"' + "x" * size + '"}}}')
    for n in range(first, first + count):
        lane.send((text % (n, n, n // 8, n)).encode())
    lane.close()


def sender(hub, first, count, size=100):
    return subprocess.Popen([sys.executable, os.path.abspath(__file__), "send", hub.events, str(first), str(count),
                             str(size)], stdin=subprocess.DEVNULL)


class Publisher(threading.Thread):
    """Publishes over control, some at a time, until it is told to end; counts how it was answered."""

    def __init__(self, hub, name, window=100):
        super().__init__(daemon=True)
        self.agent, self.window, self.over = Agent(hub, name), window, False
        self.answers, self.slowest = collections.Counter(), 0.0
        self.good = set()
        self.start()

    def run(self):
        waiting = {}
        while not self.over or waiting:
            while len(waiting) < self.window and not self.over:
                event = self.agent.self_event("heartbeat", run=None, sequence=None)
                rid = self.agent.rid()
                waiting[rid] = (time.monotonic(), event["id"])
                self.agent.send(compact({"op": "publish", "rid": rid, "event": event}))
            if not self.agent.socket.poll(30000):
                self.answers["none"] += len(waiting)
                break
            reply = json.loads(self.agent.socket.recv())
            began, name = waiting.pop(reply["rid"])
            self.slowest = max(self.slowest, time.monotonic() - began)
            self.answers["ok" if reply["ok"] else reply["error"]["code"]] += 1
            if reply["ok"]:
                self.good.add(name)
        self.agent.close()

    def end(self):
        self.over = True
        self.join(60)


# ---------------------------------------------------------------------------------------------
# Consoles


class Console:
    """A real one on a terminal of its own."""

    def __init__(self, hub):
        self.end, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen([agent.BIN, "--hub", hub.control, "--read-only"], stdin=terminal,
                                        stdout=terminal, stderr=terminal, start_new_session=True,
                                        env=dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8"))
        os.close(terminal)

    def shows(self, *marks, seconds=30):
        """Reads until one of them is painted."""
        seen, end = b"", time.monotonic() + seconds
        while not any(mark in seen for mark in marks):
            if not select.select([self.end], [], [], max(0, end - time.monotonic()))[0]:
                raise AssertionError("not painted: %r in %r" % (marks, seen[-300:]))
            seen = seen[-4096:] + os.read(self.end, 65536)

    def close(self):
        self.process.kill()
        self.process.wait(10)
        os.close(self.end)


def deaf_subscriber(hub):
    """Wants all events and takes next to none."""
    socket = zmq.Context.instance().socket(zmq.SUB)
    socket.linger, socket.rcvhwm, socket.rcvbuf = 0, 1, 65536
    socket.subscribe("event")
    socket.connect(hub.feed)
    return socket


def close_all(sockets):
    for socket in sockets:
        socket.close()


def memory(hub, name):
    """MB, by the kernel: VmRSS is now, VmHWM the most there ever was."""
    with open("/proc/%d/status" % hub.process.pid, encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(name + ":")) / 1024


# ---------------------------------------------------------------------------------------------


class Case(unittest.TestCase):
    def hub(self, *contracts, **more):
        options = ("--metrics", "127.0.0.1:*", "--grace", 0) + more.pop("options", ())
        made = Hub(contracts, options=options, **more)
        self.addCleanup(made.stop, 60)
        return made.start()

    def control(self, hub):
        made = Control(hub.control)
        self.addCleanup(made.close)
        return made

    def console(self, hub):
        made = Console(hub)
        self.addCleanup(made.close)
        made.shows(b"[LIVE", b"[QUIET")
        return made

    def sends(self, hub, *which):
        made = sender(hub, *which)
        self.addCleanup(made.wait)
        self.addCleanup(made.kill)
        return made

    def below(self, hub, what):
        most = memory(hub, "VmHWM")
        print("%s: %.0f MB now, %.0f MB at most" % (what, memory(hub, "VmRSS"), most), flush=True)
        if not SANITIZED:
            self.assertLess(most, MOST)


class Overload(Case):
    def test_everything_at_once(self):
        folder = agent.scratch()
        disk = Disk(folder)
        hub = self.hub(contract("pq", "p", "q"), folder=folder, env=disk.env)
        ask, url = self.control(hub), hub.ready["metrics"]
        console = self.console(hub)
        os.kill(console.process.pid, signal.SIGSTOP)
        deaf = [deaf_subscriber(hub) for _ in range(3)]
        self.addCleanup(close_all, deaf)
        disk.delay(250)
        publishers = [Publisher(hub, "w%d" % n) for n in range(2)]
        flood = self.sends(hub, 1, HELD)
        slowest, end = 0.0, time.monotonic() + 60
        while time.monotonic() < end:
            began = time.monotonic()
            ask.call("show", handoff="ho-00000001")
            slowest = max(slowest, time.monotonic() - began)
            held = scrape(url)["seam_held_handoffs"]
            if held >= HELD:
                break
            if held > HELD / 3:
                disk.delay(20)                  # seen enough of that; the rest is for the number
            time.sleep(0.05)
        self.assertEqual(flood.wait(10), 0)
        self.below(hub, "faster than the disk, %d held, slowest answer %.1f s" % (HELD, slowest))
        found = scrape(url)
        print("%d commits of %.0f events took %.2f s each; publishers' slowest until then %.1f s" % (
            found["seam_commit_seconds_count"], found["seam_commit_events_sum"] / found["seam_commit_events_count"],
            found["seam_commit_seconds_sum"] / found["seam_commit_seconds_count"], max(p.slowest for p in publishers)))
        self.assertEqual((found["seam_held_handoffs"], found["seam_events_lost"]), (HELD, 0))
        self.assertGreater(found["seam_commit_seconds_sum"], 2)
        self.assertLess(slowest, 10)

        # the disk is full
        disk.delay(0)
        resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE, (100000, resource.RLIM_INFINITY))
        more = self.sends(hub, HELD + 1, 20000)
        until(lambda: scrape(url)["seam_journal_writable"] == 0, "it cannot be written", 20)
        self.assertEqual(get(url, "/healthz")[0], 503)
        until(lambda: all(p.answers["unavailable"] > 50 for p in publishers), "they are told", 20)
        self.assertEqual(ask.call("show", handoff="ho-00000001")["state"], "held")
        self.below(hub, "the disk is full")

        # room again
        resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        until(lambda: scrape(url)["seam_journal_writable"] == 1, "it can be written", 20)
        self.assertEqual(more.wait(30), 0)
        until(lambda: scrape(url)["seam_held_handoffs"] == HELD + 20000, "all are there", 30)
        for publisher in publishers:
            publisher.end()
        self.below(hub, "room again")
        os.kill(console.process.pid, signal.SIGCONT)
        console.shows(b"[LIVE", b"[QUIET", seconds=40)
        close_all(deaf)
        self.check_truth(hub, ask, url, publishers)

    def check_truth(self, hub, ask, url, publishers):
        answers = sum((p.answers for p in publishers), collections.Counter())
        print("answered: %s, slowest %.1f s" % (dict(answers), max(p.slowest for p in publishers)), flush=True)
        self.assertEqual(set(answers), {"ok", "unavailable"})
        counters = ask.counters()
        self.assertEqual(counters["applied"], HELD + 20000 + answers["ok"])
        self.assertEqual([counters[name] for name in ("lost", "unheard", "duplicates", "conflicts", "late")], [0] * 5)
        found = scrape(url)
        self.assertEqual(found["seam_events_received_total"], counters["received"])
        self.assertEqual(found["seam_requests_unavailable_total", "reason", "journal"], answers["unavailable"])
        with contextlib.closing(Journal(hub.journal)) as journal:
            count, last = journal.base.execute("select count(*), max(hubsequence) from events").fetchone()
            kept = {row[0] for row in journal.base.execute(
                "select id from events where source in ('agent:w0', 'agent:w1')")}
        self.assertEqual((count, last), (int(counters["hubsequence"]), count))
        self.assertEqual(kept, set.union(*(p.good for p in publishers)))
        self.assertEqual(hub.stop(30), 0)
        hub.start(20)
        with contextlib.closing(Control(hub.control)) as again:
            self.assertEqual(again.counters()["mesh"], counters["mesh"])
        self.below(hub, "after a new start")

    def test_large_events_and_nobody_reads(self):
        """10,000 messages are let wait for a subscriber, and a message may have a mebibyte."""
        hub = self.hub(journal="none")
        self.addCleanup(close_all, [deaf_subscriber(hub) for _ in range(3)])
        reader = agent.Feed(hub)
        self.addCleanup(reader.close)
        console = self.console(hub)
        os.kill(console.process.pid, signal.SIGSTOP)
        until(lambda: scrape(hub.ready["metrics"])["seam_connections", "lane", "feed"] >= 5, "they are connected")
        flood = self.sends(hub, 1, 3000, 400000)
        self.assertEqual(flood.wait(40), 0)
        until(lambda: scrape(hub.ready["metrics"])["seam_events_received_total"] == 3000, "all are there", 20)
        self.below(hub, "1.2 GB of events that nobody reads")
        self.assertGreater(scrape(hub.ready["metrics"])["seam_feed_dropped_total"], 100)


class ReadOnly(Case):
    """A file system of its own: full, and read-only."""

    def mount(self, target, flags, data):
        return self.libc.mount(b"tmpfs", target.encode(), b"tmpfs", flags, data) == 0

    def setUp(self):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.folder = agent.scratch()
        if self.libc.unshare(CLONE_NEWNS) < 0 or self.libc.mount(b"none", b"/", None, MS_REC | MS_PRIVATE, None) < 0 \
                or not self.mount(self.folder, 0, b"size=8m"):
            self.skipTest("nothing can be mounted here")
        self.addCleanup(self.libc.umount2, self.folder.encode(), MNT_DETACH)

    def test_full_then_read_only(self):
        hub = self.hub(contract("pq", "p", "q"), journal=os.path.join(self.folder, "journal.db"))
        url, ask = hub.ready["metrics"], self.control(hub)
        publisher = Publisher(hub, "w0", 20)
        flood = self.sends(hub, 1, 20000)
        until(lambda: publisher.answers["unavailable"] > 20, "it is full", 30)
        self.assertEqual(scrape(url)["seam_journal_writable"], 0)
        self.assertIn("full", get(url, "/healthz")[2])
        self.assertTrue(self.mount(self.folder, MS_REMOUNT, b"size=256m"))
        until(lambda: scrape(url)["seam_held_handoffs"] == 20000, "all are there", 30)
        self.assertEqual(flood.wait(10), 0)
        before = publisher.answers["unavailable"]
        # a file that is open for writing keeps a file system from becoming read-only by a remount;
        # a folder that cannot be written is what a hub may meet
        os.chmod(self.folder, 0o555)
        good = publisher.answers["ok"]
        until(lambda: publisher.answers["ok"] > good + 100, "what is open is still written")
        os.chmod(self.folder, 0o755)
        publisher.end()
        self.assertEqual(publisher.answers["unavailable"], before)
        self.assertEqual(ask.counters()["applied"], 20000 + publisher.answers["ok"])
        self.assertEqual(scrape(url)["seam_requests_unavailable_total", "reason", "journal"],
                         publisher.answers["unavailable"])
        self.assertEqual(hub.stop(), 0)
        # and a new start on a read-only file system is refused with the reason
        self.assertTrue(self.mount(self.folder, MS_REMOUNT | MS_RDONLY, None))
        hub.spawn()
        self.assertEqual(hub.process.wait(10), 1)
        self.assertRegex(hub.said(), "journal.db.*(Read-only|readonly|read-only)")
        self.assertTrue(self.mount(self.folder, MS_REMOUNT, None))
        hub.start()
        with contextlib.closing(Control(hub.control)) as again:
            self.assertEqual(again.counters()["applied"], 20000 + publisher.answers["ok"])


if __name__ == "__main__":
    if len(sys.argv) == 6 and sys.argv[1] == "send":
        send(sys.argv[2], *map(int, sys.argv[3:]))
    else:
        check.main()
