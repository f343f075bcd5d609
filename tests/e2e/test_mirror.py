#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A console's picture is the hub's: it says at once when it is old, catches up by itself, and ends with
the same mesh. The mirror is `seam counters --mirror --follow`; the same in a terminal."""
import contextlib
import json
import os
import shutil
import signal
import subprocess
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor

import agent
import check
import shim
from agent import BIN, Agent, Control, Feed, Hub, scratch, until
from check import HIGH, LOW, artifact, contract
from mirror import Mirror
from tmux import Screen


AT_A_TIME = 6                 # cases: each has a hub of its own, and they mostly wait


def connected(url):
    """Connections that stand to a port of the hub, as the system sees it."""
    port = ":%04X" % int(url.rpartition(":")[2])
    with open("/proc/net/tcp", encoding="ascii") as table:
        rows = [line.split() for line in table]
    return [row for row in rows if row[1].endswith(port) and row[3] == "01"]


class Case(unittest.TestCase):
    contracts = (contract("work", "p", "q"),)

    def start(self, *options):
        ports = [shim.own_port() for _ in range(3)]
        self.hub = Hub(self.contracts, ports=ports, options=("--grace", 0) + options).start()
        self.addCleanup(lambda: self.hub.stop())
        self.proxy = shim.Proxy(ports)
        self.addCleanup(self.proxy.close)
        self.url = self.proxy.url(self.hub.control)
        return self.hub

    def restart(self):
        self.hub = Hub(folder=self.hub.folder, ports=self.hub.ports, options=self.hub.options).start()
        return self.hub

    def mirror(self, url=None, env=None):
        made = Mirror(url or self.url, env)
        self.addCleanup(made.close)
        return made

    def work(self, count, hub=None):
        """That many handoffs, some of them held, some decided. Gives where the hub is then."""
        sender = Agent(hub or self.hub, "p")
        with contextlib.closing(sender):
            for first in range(0, count, 200):
                some = range(first, min(first + 200, count))
                for number in some:
                    body = sender.offer_event("%s-%d" % (sender.run, number), "q",
                                              artifact((LOW, HIGH)[number % 2]), contract="work/1.0.0")
                    sender.send(agent.compact({"op": "publish", "rid": body["id"], "event": body}))
                for _ in some:
                    sender.receive()
            if count:
                sender.decide("%s-0" % sender.run, "approve")
            return int(sender.counters()["hubsequence"])


class Mirrors(Case):
    def test_says_the_same(self):
        """Once, as text and as JSON, and its exit status."""
        hub = self.start()
        self.work(20)
        words = [BIN, "counters", "--mirror", "--hub", hub.control]
        done = subprocess.run(words + ["--json"], stdout=subprocess.PIPE, timeout=20)
        told = json.loads(done.stdout)
        with contextlib.closing(Control(hub.control)) as control:
            live = control.counters()
        self.assertEqual((done.returncode, told["agrees"], told["hub"], told["mesh"], told["at"]),
                         (0, True, live["mesh"], live["mesh"], live["hubsequence"]))
        self.assertEqual({key: told[key] for key in check.STANDINGS},
                         {key: live[key] for key in check.STANDINGS})
        done = subprocess.run(words, stdout=subprocess.PIPE, timeout=20)
        self.assertIn(b"agrees             true\n", done.stdout)
        hub.stop()
        self.assertEqual(subprocess.run(words, stderr=subprocess.DEVNULL, timeout=20).returncode, 3)

    def test_on_a_busy_hub(self):
        """It compares at one and the same place, also while events come."""
        self.start()
        mirror, stop = self.mirror(), threading.Event()
        thread = threading.Thread(target=lambda: [self.work(20) for _ in iter(stop.is_set, True)])
        thread.start()
        places = [int(mirror.fresh().agrees_at(1)["at"]) for _ in range(3)]
        stop.set()
        thread.join(30)
        self.assertEqual(places, sorted(set(places)))

    def test_stopped(self):
        """SIGSTOP for longer than the hub waits for a peer, while more happens than it keeps for one."""
        self.start()
        mirror = self.mirror(self.hub.control)
        mirror.agrees_at(self.work(20))
        mirror.send(signal.SIGSTOP)
        place = self.work(3000)
        until(lambda: not connected(self.hub.feed), "the hub has given it up", 20)
        mirror.fresh()
        mirror.send(signal.SIGCONT)
        mirror.agrees_at(place)
        self.work(1)
        mirror.is_shown("LIVE")

    def test_what_is_read_late_is_old(self):
        """A beat counts from when it was sent, not from when it was read."""
        self.start()
        mirror, other = self.mirror(), self.mirror()
        mirror.agrees_at(self.work(5))
        other.agrees_at(5)
        mirror.send(signal.SIGSTOP)
        mirror.fresh()
        feed = Feed(self.hub, "hub")
        self.addCleanup(feed.close)
        self.assertTrue(feed.next() and feed.next(), "two beats wait for it")
        self.hub.process.send_signal(signal.SIGSTOP)
        other.is_shown("STALE 3", 6)
        mirror.send(signal.SIGCONT)
        told = mirror.says(lambda line: True, "it says something")
        self.assertRegex(told["link"], r"\[(STALE|LOST) ([3-9]|1[0-9])s")
        self.hub.process.send_signal(signal.SIGCONT)
        mirror.agrees_at(self.work(5))
        mirror.is_shown("LIVE")

    def test_stalled(self):
        self.start()
        mirror = self.mirror()
        mirror.agrees_at(self.work(5))
        self.proxy.stall()
        mirror.is_shown("STALE", 6)
        place = self.work(5)
        self.proxy.heal()
        mirror.agrees_at(place)
        mirror.is_shown("LIVE")

    def test_cut(self):
        self.start()
        mirror = self.mirror()
        mirror.agrees_at(self.work(20))
        mirror.fresh()
        self.proxy.cut()
        mirror.is_shown("LOST", 3)
        place = self.work(500)
        self.proxy.heal()
        mirror.agrees_at(place)

    def test_a_connection_that_died_in_silence(self):
        """A tunnel that forgot it: no end is told."""
        self.start()
        mirror = self.mirror()
        mirror.agrees_at(self.work(5))
        self.proxy.forget()
        mirror.is_shown("STALE", 6)
        place = self.work(5)
        mirror.agrees_at(place, 25)
        mirror.is_shown("LIVE", 25)
        mirror.agrees_at(self.work(5), 5)

    def test_a_handshake_that_hangs(self):
        """The first connection dies before anything was said on it: it is given up, and another made."""
        self.start()
        place = self.work(5)
        self.proxy.stall()
        mirror = self.mirror()
        until(lambda: self.proxy.pairs, "it has connected")
        self.proxy.forget()
        self.proxy.heal()
        mirror.agrees_at(place, 12)

    def test_the_hub_is_killed(self):
        self.start()
        mirror = self.mirror()
        mirror.agrees_at(self.work(50))
        self.hub.kill9()
        mirror.is_shown("LOST", 5)
        self.restart()
        mirror.agrees_at(self.work(50))

    def test_the_hub_is_stopped(self):
        self.start()
        mirror = self.mirror()
        mirror.agrees_at(self.work(5))
        self.hub.process.send_signal(signal.SIGSTOP)
        mirror.is_shown("STALE", 5)
        self.hub.process.send_signal(signal.SIGCONT)
        mirror.agrees_at(self.work(5))
        mirror.is_shown("LIVE")

    def older_copy(self):
        """The journal as it is now, under the same epoch."""
        self.hub.stop()
        copy = os.path.join(scratch("copy-"), "journal.db")
        shutil.copy(self.hub.journal, copy)
        return copy

    def put_back(self, copy):
        self.hub.stop()
        for end in ("", "-wal", "-shm", "-mesh", ".lock"):      # the lock says where it ended
            with contextlib.suppress(FileNotFoundError):
                os.remove(self.hub.journal + end)
        shutil.copy(copy, self.hub.journal)
        return self.restart()

    def test_an_older_journal_is_put_back(self):
        """What the console has folded since is no longer so, whatever the epoch says."""
        self.start()
        self.work(20)
        copy = self.older_copy()
        self.restart()
        mirror = self.mirror()
        mirror.agrees_at(self.work(50))
        self.put_back(copy)
        mirror.fresh()
        shorter = int(mirror.agrees_at(1)["at"])
        self.assertLess(shorter, 40)
        self.assertGreater(int(mirror.agrees_at(self.work(5))["at"]), shorter)

    def test_it_went_on_otherwise(self):
        """The same, and the hub is ahead again when the console comes back."""
        self.start()
        self.work(20)
        copy = self.older_copy()
        self.restart()
        mirror = self.mirror()
        mirror.agrees_at(self.work(20))
        self.proxy.cut()
        self.put_back(copy)
        place = self.work(100)
        mirror.fresh()
        self.proxy.heal()
        mirror.agrees_at(place)

    def test_what_it_knew_last_was_deleted(self):
        """Retention has cut behind what it folded last: it begins anew, once, and goes on."""
        self.start("--keep", "1s", "--snapshot-every", 100)
        mirror = self.mirror()
        known = int(mirror.agrees_at(self.work(20))["at"])
        self.proxy.cut()
        mirror.is_shown("LOST", 5)
        with contextlib.closing(Agent(self.hub, "p")) as sender:
            def look():
                sender.publish(sender.event("seam.agent.heartbeat", {"agent": "p"}))
                return int(sender.ask("events", after="0", limit=1)["horizon"]) > known + 5
            until(look, "what it knew is cut", 15)
        mirror.fresh()
        self.proxy.heal()
        mirror.agrees_at(known + 5)
        place = self.work(150)
        mirror.fresh().agrees_at(place)
        mirror.is_shown("LIVE")

    def test_another_journal(self):
        self.start()
        mirror = self.mirror()
        mirror.agrees_at(self.work(20))
        ports = self.hub.ports
        self.hub.stop()
        self.hub = Hub(self.contracts, ports=ports).start()
        mirror.fresh()
        self.assertLess(int(mirror.agrees_at(self.work(1))["at"]), 20)

    def test_a_closed_laptop(self):
        """The console's machine slept a minute: what it shows is a minute old, until it is not."""
        self.start()
        clock = shim.Clock()
        mirror = self.mirror(env=shim.environment("clock", CLOCK_FILE=clock.path))
        mirror.agrees_at(self.work(5))
        self.hub.process.send_signal(signal.SIGSTOP)
        mirror.fresh()
        clock.sleep(60)
        told = mirror.says(lambda line: not line["link"].startswith(("[LIVE", "[QUIET")), "it is old", 3)
        self.assertRegex(told["link"], r"\[(LOST|STALE) 1m")
        self.hub.process.send_signal(signal.SIGCONT)
        mirror.agrees_at(self.work(5))

    def test_the_hub_has_another_time(self):
        """A hub that comes back with its clock set back is live, not an hour old."""
        clock = shim.Clock()
        self.start()
        self.hub.stop()
        self.hub.env = shim.environment("clock", CLOCK_FILE=clock.path)
        self.hub.start()
        mirror = self.mirror()
        mirror.agrees_at(self.work(1))
        clock.sleep(3600)
        feed = Feed(self.hub, "hub")
        self.addCleanup(feed.close)
        self.assertTrue(feed.next(), "a beat at the later time")
        mirror.fresh()
        mirror.is_shown("QUIET 1h")
        self.hub.kill9()
        clock.date(-3600)
        self.hub.start()
        mirror.fresh()
        mirror.agrees_at(self.work(1))
        mirror.is_shown("LIVE")


class Consoles(Case):
    """The same in a terminal."""

    def console(self):
        home = scratch("home-")
        screen = Screen([BIN, "--hub", self.url, "--operator", "mira"],
                        env={"HOME": home, "XDG_STATE_HOME": home})
        self.addCleanup(screen.close)
        screen.shows("[LIVE")
        return screen

    def ends_with_the_same(self, screen):
        with contextlib.closing(Control(self.hub.control)) as control:
            live = control.counters()

        def look():
            screen.type(":mesh")
            screen.keys("Enter")
            with contextlib.suppress(AssertionError):
                return screen.shows("mesh %s... at event %s" % (live["mesh"][:23], live["hubsequence"]),
                                    seconds=1)
        until(look, "the console says the hub's mesh", 15)

    def test_stopped(self):
        """SIGSTOP and SIGCONT. While it is stopped it cannot say so; then it does not say LIVE of what is old."""
        self.start()
        self.work(5)
        screen = self.console()
        pid = screen.process()
        os.kill(pid, signal.SIGSTOP)
        self.work(2000)
        self.hub.process.send_signal(signal.SIGSTOP)
        os.kill(pid, signal.SIGCONT)
        screen.shows("[STALE")
        self.hub.process.send_signal(signal.SIGCONT)
        screen.shows("[LIVE")
        self.work(1)
        self.ends_with_the_same(screen)

    def test_suspended(self):
        """Ctrl-Z, from a shell; then fg."""
        self.start()
        self.work(5)
        screen = Screen(["sh", "-ic", "%s --hub %s; echo asleep; read key; fg" % (BIN, self.url)])
        self.addCleanup(screen.close)
        screen.shows("[LIVE")
        screen.keys("C-z")
        screen.shows("asleep")
        self.work(200)
        screen.keys("Enter")
        screen.shows("[LIVE")
        self.ends_with_the_same(screen)

    def test_cut_and_stalled(self):
        self.start()
        self.work(5)
        screen = self.console()
        self.proxy.cut()
        screen.shows("[LOST")
        self.work(50)
        self.proxy.heal()
        self.work(1)
        screen.shows("[LIVE")
        self.proxy.stall()
        screen.shows("[STALE")
        self.proxy.heal()
        self.work(1)
        screen.shows("[LIVE")
        self.ends_with_the_same(screen)


class Together(unittest.TestSuite):
    """Some at the same time; what became of each is told when all are done."""

    @staticmethod
    def alone(case):
        own = unittest.TestResult()
        case.run(own)
        return own

    def run(self, result, debug=False):
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            for own in pool.map(self.alone, self):
                result.testsRun += own.testsRun
                for kind in ("errors", "failures", "skipped"):
                    getattr(result, kind).extend(getattr(own, kind))
        return result


def load_tests(_loader, groups, _pattern):
    return Together(case for group in groups for case in group)


if __name__ == "__main__":
    check.main()
