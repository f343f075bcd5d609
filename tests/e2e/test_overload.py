#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""More than it can take: publishers faster than the disk, consoles that do not read, a disk that is
full or read-only, 300,000 handoffs that wait. Memory stays below 600 MB, everything is answered, the
counters tell the truth, and it recovers when the cause is gone."""
import collections
import contextlib
import ctypes
import os
import resource
import signal
import time
import unittest

import agent
import check
from agent import Control, until
from check import Journal, contract
from flood import SANITIZED, Case, Publisher, close_all, deaf_subscriber
from scrape import get, scrape
from slow import Disk

HELD = 40000 if SANITIZED else 300000
MNT_DETACH, CLONE_NEWNS, MS_RDONLY, MS_REMOUNT, MS_REC, MS_PRIVATE = 2, 0x20000, 1, 32, 0x4000, 0x40000


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
            ask.call("show", handoff="ho-00000001", patience=30)     # once: a second one would be counted below
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
        slow = found["seam_commit_seconds_count"] - found["seam_commit_seconds_bucket", "le", "0.25"]
        self.assertGreaterEqual(slow, 2, "commits as slow as the disk")
        self.assertLess(slowest, 10)

        # the disk is full
        disk.delay(0)
        resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))
        more = self.sends(hub, HELD + 1, 20000)
        until(lambda: scrape(url)["seam_journal_writable"] == 0, "it cannot be written", 20)
        self.assertEqual(get(url, "/healthz")[0], 503)
        until(lambda: all(p.answers["unavailable"] > 50 for p in publishers), "they are told", 20)
        reply = ask.call("show", handoff="ho-00000001")
        self.assertEqual(reply.get("state"), "held", reply)
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
    check.main()
