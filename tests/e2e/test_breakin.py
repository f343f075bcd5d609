#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Ways in that only who has read the source would try: each was one, once."""
import contextlib
import os
import struct
import subprocess
import sys
import time
import unittest

import zmq

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
import check
import hooks
import shim
import stranger
from agent import until
from test_keys import key_folder, keys

FIRST = [n << 20 for n in range(1, 9)]      # may be the number of the first peer, with tests/shim/numbers.c


class Guarded(unittest.TestCase):
    """A hub that asks for keys on every lane; the stranger has the key of planner."""

    def start(self, *options, env=None):
        self.keys = key_folder((("planner", "agent"), ("ledger", "agent"), ("mira", "operator"), ("eve", "observer")))
        hub = agent.Hub([check.contract("led", "planner", "ledger")], options=("--secure", "--keys", self.keys) + options, env=env)
        self.addCleanup(hub.stop)
        self.hub = hub.start()
        return hub

    def key(self, name):
        return os.path.join(self.keys, name + ".key")

    def socket(self, kind, url, name, **options):
        s = agent.keyed(zmq.Context.instance().socket(kind), self.key(name))
        s.linger = 0
        for option, value in options.items():
            setattr(s, option, value)
        s.connect(url)
        self.addCleanup(s.close)
        return s

    def control(self, name):
        made = agent.Control(self.hub.control, self.key(name))
        self.addCleanup(made.close)
        return made

    def denials(self, why):
        return [e["data"] for e in self.control("mira").all_events() if e["type"] == "seam.access.denied" and e["data"]["why"] == why]


class Subscriptions(Guarded):
    """libzmq (4.3.4) forgets whose a subscription is when something else comes up before it."""

    def subscriber(self, name):
        s = self.socket(zmq.XSUB, self.hub.feed, name, rcvhwm=0)
        s.send(b"\x01hub")
        until(lambda: s.poll(100) and s.recv_multipart()[0] == b"hub", "%s hears the beat" % name)
        return s

    def test_nobody_is_given_another_ones(self):
        """The operator's is meant to be counted for the stranger: what is none, the operator's, the stranger's,
        while the hub is busy with something else."""
        self.start()
        busy = agent.Agent(self.hub, "ledger", key=self.key("ledger"))
        self.addCleanup(busy.close)
        busy.open_lane()
        work = [agent.compact(busy.offer_event("h%d" % i, "planner", {"a": ["x"] * 100000})) for i in range(8)]
        mira, none, spy = self.subscriber("mira"), self.subscriber("planner"), self.subscriber("planner")
        end = time.monotonic() + 8
        rounds = 0
        while time.monotonic() < end:
            rounds += 1
            if rounds % 20 == 1:
                for raw in work[:2]:
                    busy.send_frames(raw)
            none.send(b"\x05")
            time.sleep(0.0003)
            mira.send(b"\x01" + (b"event"[:1 + rounds % 5]))
            time.sleep(0.0003)
            spy.send(b"\x01hub")
            time.sleep(0.002)
            if rounds % 200 == 0:      # a connection has a thousand
                busy.hello()
                spy.close()
                none.close()
                none, spy = self.subscriber("planner"), self.subscriber("planner")
            while spy.poll(0):
                self.assertNotEqual(spy.recv_multipart()[0], b"event", "of somebody else, after %d rounds" % rounds)
        self.assertTrue(self.denials("no_subscription"))
        # and who was not to blame hears what is said from then on
        for _ in range(3):
            feed = agent.Feed(self.hub, "event", key=self.key("mira"))
            self.addCleanup(feed.close)
            busy.hello()
            self.assertIsNotNone(feed.next(10))


class Numbers(Guarded):
    """libzmq (4.3.4) ends a program that comes to give a routing id away which somebody chose before."""

    def taken(self, number):
        return self.socket(zmq.DEALER, self.hub.control, "planner", routing_id=b"\0" + struct.pack(">I", number))

    def test_a_number_that_comes_next_is_not_kept(self):
        """Without a word, as who wants to end the hub would."""
        hub = self.start(env=shim.environment("numbers"))
        mira = self.control("mira")
        mira.ping()
        for first in FIRST:
            self.taken(first + 420)
        for _ in range(450):
            knocks = agent.Control(hub.control, self.key("ledger"))
            with contextlib.suppress(agent.NoAnswer):
                knocks.call("ping", patience=0.5, tries=1)
            knocks.close()
        mira.ping()
        self.assertTrue(hub.running())
        self.assertGreaterEqual(mira.ask("counters")["turned_away"]["handshake"], len(FIRST))


class Answers(Guarded):
    def test_an_offer_of_anothers_tells_nothing_of_it(self):
        """Its state would be what a human has decided."""
        self.start()
        name = check.new_id()
        planner, ledger = (agent.Agent(self.hub, who, key=self.key(who)) for who in ("planner", "ledger"))
        for one in (planner, ledger):
            self.addCleanup(one.close)
        keys(self.keys, "add", "pay", "--role", "agent")
        thief = agent.Agent(self.hub, "pay", key=self.key("pay"))
        self.addCleanup(thief.close)
        planner.offer(name, "ledger", check.artifact(0.1), contract="led/1.0.0")
        self.control("mira").decide(name, "approve")
        for attempt in (1, 2):
            told = thief.publish(thief.offer_event(name, "ledger", {"x": 1}, attempt=attempt))
            self.assertIn("standing", told)
            self.assertEqual({"state", "digest", "faults", "violation", "deadline"} & set(told), set(), told)
        self.assertEqual(ledger.wait(name)["state"], "approved")
        self.assertEqual(planner.publish(planner.offer_event(name, "ledger", {"x": 2}))["state"], "approved")

    def test_where_the_hub_has_its_files(self):
        self.start()
        self.assertIsNone(self.control("planner").ping()["journal"])
        self.assertEqual(self.control("eve").ping()["journal"], self.hub.journal)


class Hooks(unittest.TestCase):
    def test_bounds_outlive_a_hook(self):
        """Where close_range() is not to be had, a hook's beginning closes its descriptors one by one, in the
        hub's own memory."""
        program = hooks.Program()
        hub = agent.Hub([check.contract("led", "planner", "ledger", fallback={"on_deadline": "escalate"})],
                        options=("--on-escalate", program.path), env=shim.environment("old_kernel"))
        self.addCleanup(hub.stop)
        hub.start()
        ask = agent.Control(hub.control)
        self.addCleanup(ask.close)
        planner = agent.Agent(hub, "planner")
        self.addCleanup(planner.close)
        name = check.new_id()
        planner.offer(name, "ledger", check.artifact(0.1), contract="led/1.0.0")
        before = stranger.Raw(hub.feed).shake(b"SUB")
        ask.decide(name, "escalate")
        self.assertEqual([fd for fd in program.wait(1)[0]["open"] if fd > 4], [])      # its own are 3 and 4
        after = stranger.Raw(hub.feed).shake(b"SUB")
        many = b"".join(stranger.frame(b"\x01t%d" % i) for i in range(1200))
        for raw in (before, after):
            self.addCleanup(raw.close)
            self.assertTrue(raw.flood(many, 2), "a thousand subscriptions are the most")


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = key_folder((("mira", "operator"),))

    def path(self, name):
        return os.path.join(self.folder, name)

    def hub(self):
        return subprocess.run([agent.BIN, "hub", "--journal", "none", "--keys", self.folder, "--secure", "--events", "tcp://127.0.0.1:*",
                               "--control", "nothing://", "--feed", "tcp://127.0.0.1:*"],
                              capture_output=True, text=True, timeout=20, stdin=subprocess.DEVNULL).stderr

    def test_an_agent_called_hub(self):
        """Its file would be that of the hub's own key: whoever asks for that name, and is revoked, has ended it."""
        public = zmq.curve_keypair()[0].decode()
        self.assertIn("hub.key", keys(self.folder, "add", "hub", "--role", "agent", "--public", public, status=1).stderr)
        with open(self.path("hub.key"), encoding="ascii") as text:
            before = text.read()
        with open(self.path("authorised-keys"), "a", encoding="ascii") as out:
            out.write("agent hub %s\n" % public)
        keys(self.folder, "rotate", "hub", status=1)
        keys(self.folder, "revoke", "hub")
        with open(self.path("hub.key"), encoding="ascii") as text:
            self.assertEqual(text.read(), before)

    def test_a_folder_that_others_may_write_to(self):
        """Who may replace the list says who decides, whatever the mode of the list is."""
        os.chmod(self.folder, 0o770)
        self.assertIn("others may write to", self.hub())
        os.chmod(self.folder, 0o755)
        self.assertIn("nothing://", self.hub())

    @unittest.skipUnless(os.geteuid() == 0, "only root gives files away")
    def test_a_list_of_somebody_elses(self):
        os.chmod(self.path("authorised-keys"), 0o644)
        os.chown(self.path("authorised-keys"), 65534, 65534)
        self.assertIn("another user", self.hub())

    def test_a_snapshot_follows_no_link(self):
        hub = agent.Hub(options=("--snapshot-every", "5"))
        self.addCleanup(hub.stop)
        mine = os.path.join(self.folder, "mine")
        with open(mine, "w", encoding="ascii") as out:
            out.write("not to be written over")
        hub.start()
        planner = agent.Agent(hub, "planner")
        self.addCleanup(planner.close)
        for _ in range(20):
            planner.hello()
        os.symlink(mine, self.half(hub))
        hub.stop()
        with open(mine, encoding="ascii") as text:
            self.assertEqual(text.read(), "not to be written over")
        self.assertTrue(os.path.exists(hub.journal + "-mesh"))

    @staticmethod
    def half(hub):
        return hub.journal + "-mesh.new"


if __name__ == "__main__":
    unittest.main()
