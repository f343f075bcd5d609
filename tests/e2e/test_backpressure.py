#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A hub that takes nothing in, because the disk does not: whoever sends waits, is not cut off, and
cannot fill its memory; and when the disk answers, all of it is there."""
import contextlib
import signal
import socket
import struct
import time
import unittest

import agent
import check
from agent import Agent, compact, until
from check import contract
from flood import Case, asker
from scrape import scrape
from slow import Disk


def zmtp(url, kind, bodies, stopped=None):
    """A socket by hand, of which each message is followed by a PING; its connection is reset at the end.
    All of that happens to a hub that is stopped."""
    host, _, port = url.rpartition("/")[2].rpartition(":")
    peer = socket.create_connection((host, int(port)), 10)
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.sendall(b"\xff" + bytes(8) + b"\x7f\x03\x01NULL" + bytes(16) + bytes(32))
    ready = b"\x05READY\x0bSocket-Type" + struct.pack(">I", len(kind)) + kind
    peer.sendall(b"\x04" + bytes((len(ready),)) + ready)
    heard = b""
    while b"READY" not in heard:
        chunk = peer.recv(4096)
        if not chunk:
            raise ConnectionError("the hub has cut it off")
        heard += chunk
    peer.settimeout(1 if stopped is None else 0.1)
    if stopped:
        stopped.process.send_signal(signal.SIGSTOP)
    with contextlib.suppress(TimeoutError):      # nobody reads it any more
        for body in bodies:
            peer.sendall(b"\x00" + bytes((len(body),)) + body + b"\x04\x07\x04PING\x00\x00")
    peer.close()
    if stopped:
        stopped.process.send_signal(signal.SIGCONT)


class Backpressure(Case):
    def test_a_flood_of_requests_and_gone(self):
        """More requests than are taken in while the disk is slow, and whoever sent them dies: libzmq's
        own heartbeats would end the hub then."""
        folder = agent.scratch()
        disk = Disk(folder)
        hub = self.hub(folder=folder, env=disk.env)
        disk.delay(8000)
        worker = Agent(hub, "w")
        self.addCleanup(worker.close)
        for number in range(90):        # more than may wait for the disk: control is read no more
            worker.send(compact({"op": "publish", "rid": str(number), "event": worker.event(
                "seam.agent.heartbeat", {"agent": "w", "pad": "x" * 1000000})}))
        flood = asker(hub)
        self.addCleanup(flood.stdout.close)
        flood.stdout.readline()
        flood.kill()
        flood.wait(10)
        disk.delay(0)                   # from the next one on
        replies = [worker.reply_to(str(number), 30) for number in range(90)]
        self.assertEqual([reply["ok"] for reply in replies], [True] * 90)
        self.assertEqual(scrape(hub.ready["metrics"])["seam_events_received_total"], 90)
        self.below(hub, "90 MB over control, and a flood")

    def test_heartbeats_and_gone(self):
        """A peer that beats, of which more has come than is read, is reset: libzmq would answer its beats."""
        folder = agent.scratch()
        disk = Disk(folder)
        hub = self.hub(folder=folder, env=disk.env)
        worker = Agent(hub, "w")
        self.addCleanup(worker.close)
        for lane, kind, bodies in ((hub.control, b"DEALER", [b'{"op":"ping","rid":"%d"}' % n for n in range(3000)]),
                                   (hub.events, b"PUB", [b"{}"] * 3000)):
            with self.subTest(kind):
                disk.delay(4000)
                for number in range(90):
                    worker.send(compact({"op": "publish", "rid": str(number), "event": worker.event(
                        "seam.agent.heartbeat", {"agent": "w", "pad": "x" * 1000000})}))
                for _ in range(3):
                    zmtp(lane, kind, bodies)
                disk.delay(0)
                replies = [worker.reply_to(str(number), 30) for number in range(90)]
                self.assertEqual([reply["ok"] for reply in replies], [True] * 90)
                self.assertIsNone(hub.process.poll())
        self.below(hub, "peers that beat, and are reset")

    def test_reset_before_it_is_read(self):
        """The same where all that a peer sent, and its end, are met at once."""
        hub = self.hub()
        for lane, kind, body in ((hub.control, b"DEALER", b'{"op":"ping"}'), (hub.events, b"PUB", b"{}")):
            with self.subTest(kind):
                for _ in range(30):
                    zmtp(lane, kind, [body] * 3000, hub)
                    self.assertTrue(self.control(hub).ping()["ok"])
        self.below(hub, "peers that beat, and have gone")

    def test_large_events_and_a_slow_disk(self):
        """What libzmq takes in for the hub is counted in messages too."""
        folder = agent.scratch()
        disk = Disk(folder)
        hub = self.hub(contract("pq", "p", "q"), folder=folder, env=disk.env)
        disk.delay(500)
        self.sends(hub, 1, 2000, 500000)
        worker = Agent(hub, "w")
        self.addCleanup(worker.close)
        worker.socket.sndhwm = 0
        for number in range(400):
            worker.send(compact({"op": "publish", "rid": str(number), "event": worker.event(
                "seam.agent.heartbeat", {"agent": "w", "pad": "x" * 500000})}))
        replies = [worker.reply_to(str(number), 30) for number in range(400)]
        self.assertEqual([reply["ok"] for reply in replies], [True] * 400)
        self.below(hub, "1.2 GB faster than the disk")

    def test_a_long_commit_cuts_nobody_off(self):
        """While the hub takes nothing in, its publishers wait; what they have on the way is not lost."""
        folder = agent.scratch()
        disk = Disk(folder)
        hub = self.hub(contract("pq", "p", "q"), folder=folder, env=disk.env)
        url, count = hub.ready["metrics"], 120000
        began = time.monotonic()
        disk.delay(11000)
        flood = self.sends(hub, 1, count)
        until(lambda: scrape(url)["seam_held_handoffs"] > 0, "it has begun")
        disk.delay(0)                                   # from the next one on
        until(lambda: scrape(url)["seam_held_handoffs"] == count, "all are there", 40)
        self.assertGreater(time.monotonic() - began, 10)
        self.assertEqual(flood.wait(10), 0)
        found = scrape(url)
        self.assertEqual((found["seam_connections_total", "lane", "events"], found["seam_events_lost"]), (1, 0))
        self.below(hub, "a commit of 11 s")


if __name__ == "__main__":
    check.main()
