#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nothing that a stranger sends costs much: each bound is gone past, and counted."""
import contextlib
import os
import sys
import time
import unittest

import zmq
import zmq.auth

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
import check
import stranger
import test_unread
from agent import until
from stopwatch import Stopwatch
from stranger import Raw, frame
from test_keys import key_folder

MIB = 1 << 20


def resident(process):
    """In MiB; a sanitizer keeps what was freed."""
    with open("/proc/%d/maps" % process.pid, encoding="ascii") as maps:
        return 0 if "libasan" in maps.read() else test_unread.resident(process)


class Case(unittest.TestCase):
    options = ()
    files = 0

    def setUp(self):
        self.hub = agent.Hub([check.contract("led", "planner", "ledger")], options=self.options)
        if self.files:
            words = self.hub.arguments()
            self.hub.arguments = lambda: ["/bin/sh", "-c", "ulimit -n %d; exec \"$@\"" % self.files, "sh"] + words
        self.hub.start()
        self.addCleanup(self.hub.stop)
        self.ask = self.opened(agent.Control(self.hub.control))

    def opened(self, made):
        self.addCleanup(made.close)
        return made

    def raw(self, url=None):
        return self.opened(Raw(url or self.hub.control))

    def away(self, reason):
        return self.ask.counters()["turned_away"][reason]

    def counted(self, reason, least=1):
        return until(lambda: self.away(reason) >= least, "%s is counted" % reason)


class Connections(Case):
    """What libzmq would hold for a stranger."""

    def test_what_is_no_zmtp(self):
        for said in (b"GET / HTTP/1.1\r\n\r\n", b"\x01\x00", b"\xff" + bytes(8) + b"\x7f\x01\x00", os.urandom(1000).replace(b"\xff", b"")):
            self.assertTrue(self.raw().send(said).is_ended(10), said)
        self.counted("foreign", 4)

    def test_half_a_handshake(self):
        with Stopwatch(self.hub.process.pid) as watch:
            half = [self.raw().send(stranger.GREETING[:n]) for n in (0, 5, 12, 64)]
            for raw in half:
                self.assertTrue(raw.is_ended(20))
        self.assertLess(watch.took, 10)
        self.counted("unfinished", 4)

    def test_more_than_a_handshake(self):
        big = stranger.GREETING + frame(bytes(5000), command=True)
        early = stranger.GREETING + frame(b"{}")
        for said in (big, early, stranger.GREETING + b"\x02" + (MIB).to_bytes(8, "big")):
            self.assertTrue(self.raw().send(said).is_ended(10))
        self.counted("handshake", 3)

    def test_a_frame_too_large(self):
        for url, size in ((self.hub.control, 5 * MIB), (self.hub.events, 3 * MIB), (self.hub.feed, 300)):
            kind = {self.hub.control: b"DEALER", self.hub.events: b"PUB", self.hub.feed: b"SUB"}[url]
            raw = self.raw(url).shake(kind).send(b"\x02" + size.to_bytes(8, "big"))
            self.assertTrue(raw.is_ended(10), url)
        self.counted("frame", 3)

    def test_frames_without_end(self):
        """Each is two bytes on the wire and 64 in memory."""
        before = resident(self.hub.process)
        for url, kind in ((self.hub.control, b"DEALER"), (self.hub.events, b"PUB")):
            self.assertTrue(self.raw(url).shake(kind).flood(frame(b"", more=True) * 5000, 400))
        self.counted("frames", 2)
        self.assertLess(resident(self.hub.process), before + 32)

    def test_bytes_without_end(self):
        before = resident(self.hub.process)
        self.assertTrue(self.raw(self.hub.events).shake(b"PUB").flood(frame(bytes(MIB), more=True), 200))
        self.assertTrue(self.raw().shake().flood(frame(bytes(4 * MIB), more=True), 100))
        self.counted("bytes", 2)
        until(lambda: resident(self.hub.process) < before + 180, "it is given back")

    def test_many_that_send_without_end(self):
        """None of them goes beyond its own bound; together they would take a gigabyte."""
        piece, most = frame(bytes(4 * MIB), more=True), 0
        for _ in range(8):
            with contextlib.suppress(OSError):
                raw = self.raw().shake()
                for _ in range(30):
                    raw.send(piece)
            most = max(most, resident(self.hub.process))
        self.counted("memory", 1)
        self.assertLess(most, 700)

    def test_subscriptions(self):
        before = resident(self.hub.process)
        raw = self.raw(self.hub.feed).shake(b"SUB")
        self.assertTrue(raw.flood(b"".join(frame(b"\x01" + b"%0200d" % i) for i in range(1200)), 1))
        short = self.raw(self.hub.feed).shake(b"SUB")
        self.assertTrue(short.flood(b"".join(frame(b"\x01%d" % i) for i in range(1200)), 1))
        self.counted("subscriptions", 2)
        self.assertLess(resident(self.hub.process), before + 64)

    def test_who_beats_is_not_cut_off(self):
        """Beats are frames too, and nobody is told of them."""
        feed = self.opened(zmq.Context.instance().socket(zmq.SUB))
        dealer = self.opened(zmq.Context.instance().socket(zmq.DEALER))
        for s, url in ((feed, self.hub.feed), (dealer, self.hub.control)):
            s.heartbeat_ivl, s.heartbeat_timeout, s.linger = 2, 10000, 0
            s.connect(url)
        feed.subscribe(b"hub")
        end = time.monotonic() + 3
        while time.monotonic() < end:
            self.assertTrue(feed.poll(3000))
            feed.recv_multipart()
        self.assertEqual((self.away("frames"), self.away("subscriptions")), (0, 0))

    def one_is_turned_away(self):
        """Of many at once."""
        with contextlib.ExitStack() as guests:
            try:
                for raw in [guests.enter_context(contextlib.closing(Raw(self.hub.events))) for _ in range(400)]:
                    raw.shake(b"PUB")
            except OSError:
                return True
        return False

    def test_too_fast(self):
        end = time.monotonic() + 30
        while self.away("rate") < 50 and time.monotonic() < end:
            for _ in range(500):
                with contextlib.suppress(OSError):
                    Raw(self.hub.events).close()
        self.counted("rate", 50)
        until(self.one_is_turned_away, "one is turned away", 30)
        self.opened(Raw(self.hub.control, "127.0.0.2")).shake()       # another address has its own


class WithKeys(unittest.TestCase):
    """Who has an agent's key, and CURVE hides from the hub what ends a message."""

    def setUp(self):
        self.keys = key_folder([("pay", "agent"), ("mira", "operator")])
        self.hub = agent.Hub(options=("--secure", "--keys", self.keys)).start()
        self.addCleanup(self.hub.stop)
        self.ask = agent.Control(self.hub.control, key=self.key("mira"))
        self.addCleanup(self.ask.close)
        os.environ["SEAM_KEY"] = self.key("mira")
        self.addCleanup(os.environ.pop, "SEAM_KEY")

    def key(self, name):
        return os.path.join(self.keys, name + ".key")

    def socket(self, kind, url):
        s = agent.keyed(zmq.Context.instance().socket(kind), self.key("pay"))
        self.addCleanup(s.close)
        s.linger, s.sndhwm = 0, 0
        s.connect(url)
        return s

    def counted(self, reason):
        until(lambda: self.ask.counters()["turned_away"][reason] > 0, "%s is counted" % reason)
        until(lambda: reason in {e["data"]["why"] for e in self.ask.all_events() if e["type"] == "seam.access.denied"}, "it is journaled")

    def test_frames_without_end(self):
        before = resident(self.hub.process)
        self.socket(zmq.DEALER, self.hub.control).send_multipart([b""] * 5000)
        self.counted("frames")
        self.assertLess(resident(self.hub.process), before + 32)
        check.agree(self.hub)

    def test_bytes_without_end(self):
        before = resident(self.hub.process)
        lane = self.socket(zmq.XPUB, self.hub.events)
        self.assertTrue(lane.poll(5000))
        body = bytes(MIB)
        lane.send_multipart([body] * 100, copy=False)
        self.counted("bytes")
        until(lambda: resident(self.hub.process) < before + 100, "it is given back")

    def test_subscriptions(self):
        feed = self.socket(zmq.SUB, self.hub.feed)
        for number in range(1200):
            feed.subscribe(b"decision/%d/" % number)
        for _ in range(3):
            feed.subscribe(b"hub")
        self.counted("subscriptions")

    def test_messages_in_flight_are_not_that(self):
        """As much as anybody may send without waiting, and more than the hub takes in."""
        s = self.socket(zmq.DEALER, self.hub.control)
        s.sndhwm = 0
        for number in range(3000):
            s.send_multipart([b"", b'{"op":"ping","rid":"%d"}' % number])
        for _ in range(60):
            s.send(b'{"op":"ping","rid":"big","x":"%s"}' % (b"x" * 3 * MIB))
        s.send(b'{"op":"ping","rid":"last"}')
        end = time.monotonic() + 60
        while time.monotonic() < end and s.poll(20000) and b'"rid":"last"' not in s.recv_multipart()[-1]:
            pass
        self.assertLess(time.monotonic(), end)
        away = self.ask.counters()["turned_away"]
        self.assertEqual([away[name] for name in ("frames", "bytes", "memory", "frame")], [0, 0, 0, 0])


class FewFiles(Case):
    files = 300

    def test_too_many_at_once(self):
        """One address gets three quarters of what there is; the hub keeps the rest for itself."""
        guests = []
        for _ in range(200):
            with contextlib.suppress(OSError):
                guests.append(self.raw().shake())
        self.counted("connections", 200 - 3 * (300 - 128) // 4)
        self.assertLess(len(guests), 130)
        self.ask.ping()
        other = self.opened(Raw(self.hub.control, "127.0.0.2"))
        other.shake()
        for guest in guests:
            guest.close()
        until(lambda: self.opened(agent.Control(self.hub.control)).ping(), "there is room again")


class Volume(Case):
    """What would fill the disk, the log or the list of those who wait."""

    def test_what_is_quarantined(self):
        lane = self.opened(agent.Agent(self.hub, "planner"))
        began = time.monotonic()
        body = b"no event " * 7000                    # 63,000 bytes, and a third more as base64
        for _ in range(400):
            lane.send_frames(body)
        until(lambda: self.ask.counters()["quarantined"] == 400, "all came")
        kept = [e["data"] for e in self.ask.all_events() if e["type"] == "seam.quarantined"]
        whole = [k for k in kept if k["bytes"]]
        self.assertGreater(len(whole), 60)
        self.assertLess(len(whole), 80 + 4.2 * (time.monotonic() - began))      # 4 MiB, and 256 KiB a second
        self.assertEqual({(k["size"], k["sha256"]) for k in kept}, {(63000, kept[0]["sha256"])})
        self.assertEqual(self.away("quarantine"), 400 - len(whole))
        self.assertLess(os.path.getsize(self.hub.journal) + os.path.getsize(self.hub.journal + "-wal"), 30 * MIB)
        check.agree(self.hub)

    def test_those_who_wait(self):
        planner = self.opened(agent.Agent(self.hub, "planner"))
        planner.offer("w", "ledger", check.artifact(0.1), contract="led/1.0.0")
        one = self.opened(agent.Control(self.hub.control))
        for number in range(1100):
            one.send(agent.compact({"op": "wait", "rid": str(number), "agent": "ledger", "handoff": "w", "attempt": 1, "seconds": 30}))
        self.counted("waits", 100)
        self.assertEqual(self.away("waits"), 100)
        other = self.opened(agent.Agent(self.hub, "ledger"))
        rid = other.rid()
        other.send(agent.compact({"op": "wait", "rid": rid, "agent": "ledger", "handoff": "w", "attempt": 1, "seconds": 30}))
        self.assertFalse(other.socket.poll(300))
        self.ask.decide("w", "approve")
        self.assertEqual(other.reply_to(rid)["action"], "approve")
        self.assertEqual(self.away("waits"), 100)
        planner.offer("v", "ledger", check.artifact(0.1), contract="led/1.0.0")
        one.send(agent.compact({"op": "wait", "rid": "v", "agent": "ledger", "handoff": "v", "attempt": 1, "seconds": 1}))
        self.assertEqual(one.reply_to("v")["state"], "held")
        self.assertEqual(self.away("waits"), 100)           # there is room again

    def test_requests_under_way(self):
        """Small replies that are not read: bounded by their number."""
        deaf = self.opened(zmq.Context.instance().socket(zmq.DEALER))
        deaf.linger, deaf.rcvhwm, deaf.rcvbuf, deaf.sndhwm = 0, 1, 4096, 0
        deaf.connect(self.hub.control)
        before = resident(self.hub.process)
        for number in range(40000):
            deaf.send(b'{"op":"ping","rid":"%d"}' % number)
        self.ask.ping()
        self.assertLess(resident(self.hub.process), before + 64)

    def test_large_requests_under_way(self):
        planner = self.opened(agent.Agent(self.hub, "planner"))
        for number in range(4):
            planner.offer("big-%d" % number, "ledger", {"text": "x" * (MIB * 19 // 40)})
        deaf = self.opened(zmq.Context.instance().socket(zmq.DEALER))
        deaf.linger, deaf.rcvhwm, deaf.rcvbuf, deaf.sndhwm = 0, 1, 4096, 0
        deaf.connect(self.hub.control)
        for number in range(40):
            deaf.send(b'{"op":"events","rid":"%d","limit":100000}' % number)
        self.counted("requests", 10)
        planner.hello()


    def test_lines(self):
        """Standard error says how many were left out, when there is room again."""
        began = time.monotonic()
        for number in range(600):
            with open(os.path.join(self.hub.contracts, "bad-%d.json" % number), "w", encoding="ascii") as out:
                out.write("{}")

        def said():
            with open(self.hub.errors, "rb") as stream:
                return stream.read().count(b"\n")

        until(lambda: said() + self.away("lines") >= 600, "all are told or counted", 30)
        self.assertLess(said(), 220 + 20 * (time.monotonic() - began))          # 200, and 20 a second
        self.counted("lines", 300)

        def told():
            with contextlib.suppress(OSError):
                os.remove(os.path.join(self.hub.contracts, "bad-%d.json" % told.number))
            told.number += 1
            with open(self.hub.errors, "rb") as stream:
                return b"lines were too many a second\n" in stream.read()

        told.number = 0
        until(told, "it says so", 10, 0.2)


if __name__ == "__main__":
    check.main()
