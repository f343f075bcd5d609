#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Peers that ask for much and read nothing: the hub's memory stays bounded, others are answered."""
import fcntl
import json
import os
import unittest

import check
import hooks
import zmq
from agent import Agent, Control, Hub, compact, until
from stopwatch import Stopwatch

MIB = 1 << 20
PEERS, PAGES = 12, 60         # a page has nearly 2 MiB: 1.4 GiB if all were kept
MOST = 128 + PEERS * 2  # MiB: docs/PROTOCOL.md, "Control"


def resident(process):
    """MiB of memory that a process has in use."""
    with open("/proc/%d/status" % process.pid, encoding="ascii") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")


class Unread(unittest.TestCase):
    def setUp(self):
        self.hub = Hub().start()
        self.addCleanup(self.hub.stop)
        self.ask = Control(self.hub.control)
        self.addCleanup(self.ask.close)
        worker = Agent(self.hub, "a")
        self.addCleanup(worker.close)
        for number in range(4):
            worker.offer("big-%d" % number, "b", {"text": "x" * (MIB * 19 // 40)})

    def deaf(self):
        """A socket that takes next to nothing in as long as nobody reads from it."""
        socket = zmq.Context.instance().socket(zmq.DEALER)
        socket.linger, socket.rcvhwm, socket.rcvbuf, socket.sndhwm = 0, 1, 65536, 0
        self.addCleanup(socket.close)
        socket.connect(self.hub.control)
        return socket

    def page(self, number):
        return compact({"op": "events", "rid": str(number), "limit": 100000})

    def test_memory_is_bounded_and_others_are_answered(self):
        before = resident(self.hub.process)
        peers = [self.deaf() for _ in range(PEERS)]
        for number in range(PAGES):
            for peer in peers:
                peer.send(self.page(number))
        most = slowest = 0
        # peers take turns, so when this many were answered all of the others' were taken
        for _ in range(PAGES * 2):
            with Stopwatch(self.hub.process.pid) as watch:
                self.ask.ping()
            slowest = max(slowest, watch.took)
            most = max(most, resident(self.hub.process))
        self.assertEqual(len(self.ask.all_events()), 4)
        most = max(most, resident(self.hub.process))
        print("%.0f MiB, then at most %.0f; slowest answer %.3f s" % (before, most, slowest), flush=True)
        self.assertGreater(most, before + 32, "nobody kept anything waiting")
        self.assertLess(most, before + 2 * MOST)  # malloc, or a sanitizer, keeps some of it
        self.assertLess(slowest, 2)

    def test_who_has_not_read_is_told_and_goes_on(self):
        """Too much is `unavailable`, nothing was done; after reading all is as before."""
        peer = self.deaf()
        for number in range(40):
            peer.send(self.page(number))
        peer.send(compact({"op": "publish", "rid": "p", "event": {
            "specversion": "1.0", "id": "late", "source": "agent:z", "type": "seam.agent.heartbeat",
            "data": {"agent": "z"}}}))
        until(lambda: peer.getsockopt(zmq.EVENTS) & zmq.POLLIN, "the first reply is there")
        for _ in range(100):
            self.ask.ping()
        good = bad = 0
        while True:
            self.assertTrue(peer.poll(5000))
            reply = json.loads(peer.recv())
            if reply["rid"] == "p":
                break
            good, bad = good + reply["ok"], bad + (not reply["ok"])
            if not reply["ok"]:
                self.assertEqual(reply["error"]["code"], "unavailable")
        self.assertEqual(reply["error"]["code"], "unavailable")
        self.assertEqual(good + bad, 40)
        self.assertGreaterEqual(good, 8)
        self.assertNotIn("z", [item["agent"] for item in self.ask.items("agents")])
        peer.send(self.page("again"))
        self.assertTrue(peer.poll(5000))
        self.assertEqual(len(json.loads(peer.recv())["events"]), 4)

    def test_who_goes_away_leaves_nothing(self):
        for _ in range(6):
            peers = [self.deaf() for _ in range(4)]
            for peer in peers:
                for number in range(20):
                    peer.send(self.page(number))
            for _ in range(40):
                self.ask.ping()
            for peer in peers:
                peer.close()
        peer = self.deaf()

        def six():
            """As many at once as none is allowed while all together leave too much."""
            for number in range(6):
                peer.send(self.page(number))
            for _ in range(20):
                self.ask.ping()
            return all([peer.poll(5000) and json.loads(peer.recv())["ok"] for _ in range(6)])

        until(six, "what others left counts for nobody else")


class Output(unittest.TestCase):
    def test_standard_error_that_nobody_reads(self):
        """A full pipe does not stop the hub; what was left out is said when it is read again."""
        program = hooks.Program("sys.stderr.write('x' * 900 + '\\n'); sys.exit(64)")
        near, far = os.pipe()
        fcntl.fcntl(far, fcntl.F_SETPIPE_SZ, 4096)
        hub = Hub([check.contract("c", "p", "q")], options=("--on-escalate", program.path), stderr=far)
        self.addCleanup(hub.stop)
        hub.start()
        os.close(far)
        sender = Agent(hub, "p")
        self.addCleanup(sender.close)
        for number in range(30):
            sender.offer("h%d" % number, "q", check.artifact(check.LOW), contract="c/1.0.0")
            sender.decide("h%d" % number, "escalate")
        until(lambda: sender.counters()["hooks_failed"] == 30, "all were tried")
        said = os.read(near, 65536)
        sender.offer("late", "q", check.artifact(check.LOW), contract="c/1.0.0")
        sender.decide("late", "escalate")
        until(lambda: sender.counters()["hooks_failed"] == 31, "that too")
        said = os.read(near, 65536)
        os.close(near)
        self.assertRegex(said, rb"^seam hub: [0-9]+ lines found no reader\nseam hub main: on-escalate")


if __name__ == "__main__":
    check.main()
