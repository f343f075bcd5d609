#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A hub that takes nothing in, because the disk does not: whoever sends waits, is not cut off, and
cannot fill its memory; and when the disk answers, all of it is there."""
import time
import unittest

import agent
import check
from agent import Agent, compact, until
from check import contract
from flood import Case, asker
from scrape import scrape
from slow import Disk


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
