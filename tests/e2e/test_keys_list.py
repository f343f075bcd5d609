#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The list of keys as people and clocks change it: in place, in halves, with times, on a hub that has nothing else to do."""
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
from agent import until
from test_keys import key_folder, keys

PAST, SOON = "2020-01-01T00:00:00Z", 3600


class List(unittest.TestCase):
    def setUp(self):
        self.keys = key_folder((("lee", "operator"), ("mira", "operator")))
        self.path = os.path.join(self.keys, "authorised-keys")
        self.good = self.read()
        self.clock = shim.Clock()
        self.hub = agent.Hub(options=("--secure", "--keys", self.keys), env=shim.environment("clock", CLOCK_FILE=self.clock.path)).start()
        self.addCleanup(self.hub.stop)

    def read(self):
        with open(self.path, encoding="ascii") as text:
            return text.read()

    def write(self, text, path=None):
        """In place, as some editors do."""
        with open(path or self.path, "w", encoding="ascii", opener=lambda p, flags: os.open(p, flags, 0o600)) as out:
            out.write(text)

    def lines(self, of_lee):
        """The list with lee's line changed, None: taken out."""
        lines = [of_lee(line) if " lee " in line else line for line in self.good.splitlines()]
        return "".join(line + "\n" for line in lines if line is not None)

    def control(self, name):
        made = agent.Control(self.hub.control, os.path.join(self.keys, name + ".key"))
        made.socket.sndtimeo = 500
        self.addCleanup(made.close)
        return made

    def is_in(self, name):
        with contextlib.suppress(agent.NoAnswer, zmq.Again):
            return bool(self.control(name).call("ping", patience=0.5, tries=1))
        return False

    def ends(self, text):
        """Seconds until lee's connection has ended once the list says so."""
        asks = self.control("lee")
        asks.ping()
        monitor = asks.socket.get_monitor_socket(zmq.EVENT_DISCONNECTED)
        self.addCleanup(monitor.close)
        self.addCleanup(asks.socket.disable_monitor)
        self.write(text)
        at = time.monotonic()
        self.assertTrue(monitor.poll(10000), "it has not ended")
        took = time.monotonic() - at
        self.write(self.good)
        until(lambda: self.is_in("lee"), "lee is in again")
        return took

    def test_within_a_second(self):
        """Nothing comes to this hub that would wake it. The quickest of each counts: the machine is slow at times."""
        out = min(self.ends(self.lines(lambda line: None)) for _ in range(4))
        past = min(self.ends(self.lines(lambda line: line + "  until=" + PAST)) for _ in range(4))
        self.assertLess(out, 0.8)
        self.assertLess(past, 0.8)

    def test_written_in_place(self):
        """Emptied, written in halves, and whole again: nobody is sent away in between."""
        asks = self.control("mira")
        monitor = asks.socket.get_monitor_socket(zmq.EVENT_DISCONNECTED)
        self.addCleanup(monitor.close)
        self.addCleanup(asks.socket.disable_monitor)
        asks.ping()
        half = self.good.index("operator  mira")
        end = time.monotonic() + 2.5
        while time.monotonic() < end:
            with open(self.path, "w", encoding="ascii") as out:
                for part in (self.good[:half], self.good[half:half + 30], self.good[half + 30:]):
                    out.write(part)
                    out.flush()
                    time.sleep(0.02)
        self.assertFalse(monitor.poll(1000), "it was ended")
        asks.ping()
        self.assertNotIn("cannot", self.hub.said())
        self.assertNotIn("stay so", self.hub.said())

    def test_who_is_added_in_place_comes_in_at_once(self):
        public, secret = zmq.curve_keypair()
        with open(os.path.join(self.keys, "mira.key"), encoding="ascii") as text:
            server = [line for line in text if "server-key" in line][0]
        self.write('metadata\n    name = "zoe"\n    role = "observer"\ncurve\n    public-key = "%s"\n    secret-key = "%s"\n%s'
                   % (public.decode(), secret.decode(), server), os.path.join(self.keys, "zoe.key"))
        for _ in range(3):
            with open(self.path, "a", encoding="ascii") as out:
                out.write("observer zoe %s\n" % public.decode())
            self.assertTrue(self.is_in("zoe"))
            self.write(self.good)
            until(lambda: not self.is_in("zoe"), "zoe is out")

    def test_a_clock_that_jumps_and_comes_back(self):
        ends = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + SOON))
        self.write(self.lines(lambda line: line + "  until=" + ends))
        until(lambda: self.is_in("lee"), "lee is in")
        self.clock.date(2 * SOON)
        until(lambda: "2 keys are in force" in self.hub.said(), "lee's time is up")
        self.assertFalse(self.is_in("lee"))
        self.clock.date(-2 * SOON)
        until(lambda: self.is_in("lee"), "lee's time is not up")
        self.clock.date(-2 * SOON)
        self.write(self.lines(lambda line: None))
        until(lambda: not self.is_in("lee"), "lee is out, whatever the clock says")
        self.assertTrue(self.is_in("mira"))

    def test_what_stands_there_is_not_painted(self):
        self.write(self.lines(lambda line: line.split("since=")[0] + "since=\x1b[31mX"))
        said = keys(self.keys, "list", status=1)
        self.assertIn("neither since=DATE nor until=TIME", said.stderr)
        self.assertNotIn("\x1b", said.stdout + said.stderr)


if __name__ == "__main__":
    check.main()
