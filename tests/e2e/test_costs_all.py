#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What many cost together: each keeps within its own bound, and the bound of all is gone past, and counted."""
import contextlib
import os
import sys
import time
import unittest

import zmq

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
import check
import shim
import test_costs
from agent import compact, until
from stranger import Raw
from test_keys import key_folder

QUARANTINED = 63000            # bytes of each, that are kept whole


class All(test_costs.Case):
    """A hub that asks for no keys: a connection is somebody."""

    def test_connections_a_second(self):
        """900 from each of some addresses: 1,000 would be its own."""
        for last in range(2, 90):
            for _ in range(900):
                with contextlib.suppress(OSError):
                    Raw(self.hub.feed, "127.0.0.%d" % last).close()
            if self.away("rate") > 0:
                break
        self.counted("rate")
        self.assertEqual(self.away("connections"), 0)
        until(self.comes_in, "there is room again", 20, 0.2)

    def comes_in(self):
        try:
            return self.opened(Raw(self.hub.control, "127.0.0.99")).shake()
        except OSError:
            return False

    def test_those_who_wait(self):
        """950 of each of eleven: 1,000 would be its own."""
        planner = self.opened(agent.Agent(self.hub, "planner"))
        planner.offer("w", "ledger", check.artifact(0.1), contract="led/1.0.0")
        many = [self.opened(agent.Control(self.hub.control)) for _ in range(11)]
        for one in many:
            for number in range(950):
                one.send(compact({"op": "wait", "rid": str(number), "agent": "ledger", "handoff": "w", "attempt": 1, "seconds": 30}))
        self.counted("waits", 450)
        self.assertEqual(self.away("waits"), 450)
        self.ask.decide("w", "approve")
        self.assertEqual(many[0].reply_to("0", 20)["action"], "approve")
        one = many[1]
        planner.offer("v", "ledger", check.artifact(0.1), contract="led/1.0.0")
        one.send(compact({"op": "wait", "rid": "v", "agent": "ledger", "handoff": "v", "attempt": 1, "seconds": 1}))
        self.assertEqual(one.reply_to("v", 20)["state"], "held")
        self.assertEqual(self.away("waits"), 450)             # there is room again


class Replies(unittest.TestCase):
    """They wait for what they rest on to be on disk: a slow one, then there are many."""

    def test_more_than_one_connection_may_have(self):
        pace = os.path.join(agent.scratch(), "pace")
        hub = agent.Hub(env=shim.environment("slow_sync", SLOW_SYNC_FILE=pace)).start()
        self.addCleanup(hub.stop)
        planner, ask, busy = agent.Agent(hub, "planner"), agent.Control(hub.control), zmq.Context.instance().socket(zmq.DEALER)
        for one in (planner, ask, busy):
            self.addCleanup(one.close)
        busy.linger, busy.sndhwm, busy.rcvhwm = 0, 0, 0
        busy.connect(hub.control)
        with open(pace, "w", encoding="ascii") as out:
            out.write("4000")
        planner.send(compact({"op": "publish", "rid": "p", "event": planner.self_event("hello")}))
        for number in range(12000):
            busy.send(b'{"op":"ping","rid":"%d"}' % number)
        until(lambda: ask.counters()["turned_away"]["requests"] > 0, "it is counted", 30)
        os.remove(pace)
        self.assertLessEqual(ask.counters()["turned_away"]["requests"], 2000)
        self.assertTrue(planner.reply_to("p", 20)["ok"])
        self.assertTrue(ask.ping())                           # who is somebody else


class Quarantine(unittest.TestCase):
    def test_bytes_of_all(self):
        """Of eight keys, 62 each: 66 would be its own."""
        names = ["a%d" % i for i in range(8)]
        keys = key_folder([(name, "agent") for name in names] + [("mira", "operator")])
        hub = agent.Hub(options=("--secure", "--keys", keys)).start()
        self.addCleanup(hub.stop)
        key = {name: os.path.join(keys, name + ".key") for name in [*names, "mira"]}
        mira = agent.Control(hub.control, key=key["mira"])
        self.addCleanup(mira.close)
        lanes = [agent.Agent(hub, name, key=key[name]) for name in names]
        for lane in lanes:
            self.addCleanup(lane.close)
            lane.open_lane()
        began = time.monotonic()
        body = (b"no event " * 7000)[:QUARANTINED]
        for _ in range(62):
            for lane in lanes:
                lane.send_frames(body)
        until(lambda: mira.counters()["quarantined"] == 62 * 8, "all came", 30)
        took = time.monotonic() - began
        left_out = mira.counters()["turned_away"]["quarantine"]
        whole = 62 * 8 - left_out
        self.assertGreater(left_out, 0)
        self.assertGreaterEqual(whole, (16 << 20) // QUARANTINED)
        self.assertLess(whole, (16 << 20) // QUARANTINED + 1 + 17 * took)      # 16 MiB, and 1 MiB a second


if __name__ == "__main__":
    check.main()
