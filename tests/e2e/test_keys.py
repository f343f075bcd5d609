#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Keys: who gets in, what each role may do, and that nobody speaks for another.

The clients are python3-zmq with CURVE, from the protocol page alone.
"""
import contextlib
import json
import os
import stat
import subprocess
import sys
import time
import unittest

import zmq
import zmq.utils.monitor

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
import check
from agent import until

AGENTS = ("planner", "pay", "payroll", "ledger")
OPERATORS = ("mira", "lee")
OPS = ("publish", "events", "list", "counters", "snapshot", "show", "decide", "wait", "decisions", "deliver",
       "claim", "release", "vacuum", "mute", "unmute", "annotate")


def keys(folder, *words, status=0):
    done = subprocess.run([agent.BIN, "keys", *words, "--keys", folder], capture_output=True, text=True, timeout=20,
                          stdin=subprocess.DEVNULL)
    if done.returncode != status:
        raise AssertionError((words, done.returncode, done.stdout, done.stderr))
    return done


def key_folder(add=()):
    folder = os.path.join(agent.scratch(), "keys")
    keys(folder, "init")
    for name, role in add:
        keys(folder, "add", name, "--role", role)
    return folder


class OfAFolder:
    """What a class of tests that has a folder of keys knows of them."""

    keys = None

    @classmethod
    def key(cls, name):
        return os.path.join(cls.keys, name + ".key")


class Files(unittest.TestCase):
    """`seam keys`: what is written, and what is refused."""

    def setUp(self):
        self.folder = key_folder((("planner", "agent"), ("mira", "operator")))

    def path(self, name):
        return os.path.join(self.folder, name)

    def listed(self):
        return [json.loads(line) for line in keys(self.folder, "list", "--json").stdout.splitlines()]

    def test_modes(self):
        self.assertEqual(stat.S_IMODE(os.stat(self.folder).st_mode), 0o700)
        for name in os.listdir(self.folder):
            self.assertEqual(stat.S_IMODE(os.stat(self.path(name)).st_mode), 0o600, name)

    @unittest.skipUnless(os.geteuid() == 0, "needs root")
    def test_root_leaves_it_to_the_hubs_user(self):
        """Else a hub that root does not run cannot read whom root has revoked."""
        for path in (self.folder, self.path("authorised-keys"), self.path("hub.key")):
            os.chown(path, 1, 1)
        for words in (("revoke", "planner"), ("add", "lee", "--role", "operator"), ("rotate", "main")):
            keys(self.folder, *words)
            for name in ("authorised-keys", "hub.key"):
                found = os.stat(self.path(name))
                self.assertEqual((found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)), (1, 1, 0o600), (words, name))

    def test_a_key_file_is_a_certificate_of_zeromq(self):
        public, secret = zmq.auth.load_certificate(self.path("mira.key"))
        self.assertEqual(zmq.curve_public(secret), public)
        self.assertIn(public.decode(), [k["public_key"] for k in self.listed() if k["name"] == "mira"])

    def test_the_list_is_for_people(self):
        with open(self.path("authorised-keys"), encoding="ascii") as lines:
            words = [line.split() for line in lines if not line.startswith("#")]
        self.assertEqual([w[:2] for w in words], [["hub", "main"], ["agent", "planner"], ["operator", "mira"]])
        self.assertNotIn(zmq.auth.load_certificate(self.path("mira.key"))[1].decode(), str(words))

    def test_refused(self):
        for words, why in ((("init",), "there already"), (("add", "planner", "--role", "operator"), "already, as agent"),
                           (("add", "x", "--role", "boss"), "--role is"), (("add", "Big", "--role", "agent"), "no name of an agent"),
                           (("add", "../x", "--role", "operator"), "no name of a key"),
                           (("add", "x", "--role", "agent", "--public", "short"), "40 characters"),
                           (("revoke", "nobody"), "no key of nobody"), (("revoke", "main"), "the hub itself")):
            self.assertIn(why, keys(self.folder, *words, status=1).stderr, words)
        self.assertEqual([k["name"] for k in self.listed()], ["main", "planner", "mira"])

    def test_public_key_of_a_pair_made_elsewhere(self):
        public, _ = zmq.curve_keypair()
        keys(self.folder, "add", "zoe", "--role", "observer", "--public", public.decode())
        self.assertFalse(os.path.exists(self.path("zoe.key")))
        self.assertEqual(self.listed()[-1]["public_key"], public.decode())
        self.assertIn("key of zoe", keys(self.folder, "add", "two", "--role", "agent", "--public", public.decode(), status=1).stderr)

    def test_rotate(self):
        before = self.listed()[2]["public_key"]
        keys(self.folder, "rotate", "mira", "--time", "1h")
        mine = [k for k in self.listed() if k["name"] == "mira"]
        self.assertEqual([(k["public_key"] == before, k["until"] is not None) for k in mine], [(True, True), (False, False)])
        keys(self.folder, "rotate", "mira")
        self.assertEqual(len([k for k in self.listed() if k["name"] == "mira"]), 1)
        hub = self.listed()[0]["public_key"]
        keys(self.folder, "rotate", "main")
        new = [k["public_key"] for k in self.listed() if k["role"] == "hub"]
        self.assertNotEqual(new, [hub])
        with open(self.path("planner.key"), encoding="ascii") as text:
            self.assertIn('server-key = "%s"' % new[0], text.read())

    def test_at_the_same_time(self):
        """None is lost of those that are added at once."""
        running = [subprocess.Popen([agent.BIN, "keys", "add", "a%d" % i, "--role", "agent", "--keys", self.folder],
                                    stdout=subprocess.DEVNULL) for i in range(12)]
        self.assertEqual([p.wait(20) for p in running], [0] * 12)
        self.assertEqual({k["name"] for k in self.listed()}, {"main", "planner", "mira"} | {"a%d" % i for i in range(12)})

    def test_hub_will_not_start_on_what_it_cannot_trust(self):
        def start(*words, mode=None):
            if mode is not None:
                os.chmod(self.path("authorised-keys"), mode)
            done = subprocess.run([agent.BIN, "hub", "--journal", "none", "--keys", self.folder, "--events", "tcp://127.0.0.1:*",
                                   "--control", "tcp://127.0.0.1:*", "--feed", "tcp://127.0.0.1:*", *words],
                                  capture_output=True, text=True, timeout=20, stdin=subprocess.DEVNULL)
            self.assertEqual(done.returncode, 1, done)
            return done.stderr

        self.assertIn("others may write to it", start("--secure", mode=0o620))
        os.chmod(self.path("authorised-keys"), 0o600)
        with open(self.path("authorised-keys"), "a", encoding="ascii") as out:
            out.write("operator bob notakey\n")
        self.assertRegex(start("--secure"), "line 7: the key of bob is not 40 characters")
        os.chmod(self.path("hub.key"), 0o644)
        self.assertIn("others may read it", start("--secure"))
        os.remove(self.path("hub.key"))
        said = start("--control", "tcp://0.0.0.0:*")
        self.assertIn("control would be open to the network", said)
        self.assertIn("seam keys init", said)
        for words in (("--connect", "tcp://192.0.2.1:9"), ("--feed", "tcp://*:*")):
            self.assertIn("would be open to the network", start(*words))


class Guarded(OfAFolder, unittest.TestCase):
    """A hub that asks for keys on every lane."""

    options = ("--secure",)

    @classmethod
    def setUpClass(cls):
        cls.keys = key_folder([(name, "agent") for name in AGENTS] + [(name, "operator") for name in OPERATORS] + [("eve", "observer")])
        cls.hub = agent.Hub([check.contract("led", "planner", "ledger")], options=cls.options + ("--keys", cls.keys)).start()
        cls.addClassCleanup(cls.hub.stop)
        os.environ["SEAM_KEY"] = cls.key("mira")
        cls.addClassCleanup(os.environ.pop, "SEAM_KEY")

    @classmethod
    def tearDownClass(cls):
        check.agree(cls.hub)

    def opened(self, made):
        self.addCleanup(made.close)
        return made

    def control(self, name):
        return self.opened(agent.Control(self.hub.control, self.key(name)))

    def agent(self, name, key=None):
        return self.opened(agent.Agent(self.hub, name, key=self.key(key or name)))

    def feed(self, name, *topics):
        return self.opened(agent.Feed(self.hub, *topics, key=self.key(name)))

    def denied(self):
        return int(self.control("mira").counters()["access_denied"])

    def denials(self):
        return [e["data"] for e in self.control("mira").all_events() if e["type"] == "seam.access.denied"]

    def refused(self, code, call, *words, **members):
        with self.assertRaises(agent.Refused) as caught:
            call(*words, **members)
        self.assertEqual(caught.exception.code, code, caught.exception)
        return caught.exception.error["message"]

    def held(self):
        """A handoff of planner to ledger that waits for a human."""
        name = check.new_id()
        self.agent("planner").offer(name, "ledger", check.artifact(0.1), contract="led/1.0.0")
        return name

    # --- roles

    def test_what_each_role_may_ask(self):
        """All that is not named here is refused with `forbidden`, whatever its members are."""
        may = {"agent": {"publish", "wait", "decisions", "deliver"},
               "observer": {"events", "list", "counters", "snapshot", "show"},
               "operator": set(OPS) - {"publish", "wait", "decisions", "deliver"}}
        for name, role in (("planner", "agent"), ("eve", "observer"), ("mira", "operator")):
            asks = self.control(name)
            self.assertEqual(asks.ping()["role"], role)
            for op in OPS:
                code = (asks.call(op).get("error") or {}).get("code")
                self.assertEqual(code == "forbidden", op not in may[role], (role, op, code))

    def test_denials_are_journaled_with_how_often(self):
        before = self.denied()
        eve = self.control("eve")
        for _ in range(50):
            self.refused("forbidden", eve.ask, "vacuum")
        until(lambda: self.denied() == before + 50, "50 denials are counted")
        mine = [d for d in self.denials() if d["name"] == "eve" and d["what"] == "vacuum"]
        self.assertLess(len(mine), 10)
        self.assertEqual(sum(d["count"] for d in mine if d["why"] == "role"), sum(d["count"] for d in mine))

    # --- who speaks

    def test_the_operator_is_the_owner_of_the_key(self):
        name = self.held()
        lee = self.control("lee")
        self.assertIn("key of lee", self.refused("forbidden", lee.decide, name, "approve", operator="mira"))
        request = lee.decision(name, "approve")
        del request["operator"]
        lee.ask("decide", **request)
        self.assertEqual(lee.show(name)["operator"], "lee")
        self.refused("forbidden", lee.ask, "mute", what="agent", name="planner", operator="mira", seconds=60)

    def test_an_agent_publishes_as_itself_alone(self):
        evil, before = self.agent("pay"), self.control("mira").counters()
        forged = agent.Agent(self.hub, "planner", key=self.key("pay"))
        self.addCleanup(forged.close)
        name = check.new_id()
        self.refused("malformed", forged.offer, name, "ledger", check.artifact())
        forged.open_lane()
        forged.send_event(forged.offer_event(name, "ledger", check.artifact()))
        forged.send_event(dict(forged.self_event("hello"), source="hub:main"))
        evil.hello()
        ask = self.control("mira")
        until(lambda: ask.counters()["quarantined"] == before["quarantined"] + 3, "three are quarantined")
        self.refused("not_found", ask.show, name)
        kept = [e["data"] for e in ask.all_events() if e["type"] == "seam.quarantined"][-3:]
        self.assertEqual({k["reason"] for k in kept}, {"forged"})
        self.assertIn("key of agent pay", kept[0]["detail"])
        self.assertIn(("pay", "another_source"), [(d["name"], d["why"]) for d in self.denials()])

    def test_an_operators_key_publishes_nothing(self):
        mira = self.agent("planner", "mira")
        self.refused("forbidden", mira.hello)
        before = self.control("mira").counters()["quarantined"]
        mira.open_lane()
        mira.send_event(mira.self_event("hello"))
        until(lambda: self.control("mira").counters()["quarantined"] == before + 1, "it is quarantined")

    def test_wait_decisions_and_deliver_are_for_oneself(self):
        name = self.held()
        done = self.control("mira").decide(name, "approve")
        for other in ("pay", "payroll"):
            thief = self.agent("ledger", other)
            self.refused("forbidden", thief.wait, name)
            self.refused("forbidden", thief.decisions)
            self.refused("forbidden", thief.deliver, done["decision"])
            own = self.agent(other)
            self.refused("not_found", own.wait, name)     # as if there were none
            self.assertNotIn(done["decision"], [d["data"].get("decision") for d in own.decisions()])
            self.refused("forbidden", own.deliver, done["decision"])
        ledger = self.agent("ledger")
        self.assertEqual(ledger.wait(name)["action"], "approve")
        ledger.deliver(done["decision"])

    # --- the feed

    def test_an_agent_hears_what_was_decided_of_its_own(self):
        """`pay` is a prefix of `payroll`, and hears nothing of it."""
        feeds = {who: self.feed(who, "decision/%s/" % who, "decision/ledger/", "decision/ledger", "decision/", "event", "")
                 for who in ("pay", "payroll")}
        for who in ("pay", "payroll"):
            contract = check.contract("to-" + who, "planner", who)
            self.hub.write_contract(contract)
        mira = self.control("mira")
        until(lambda: {"to-pay", "to-payroll"} <= {c["contract"].split("/")[0] for c in mira.items("contracts")}, "contracts are loaded")
        for who in ("payroll", "pay"):
            name = check.new_id()
            self.agent("planner").offer(name, who, check.artifact(0.1), contract="to-%s/1.0.0" % who)
            mira.decide(name, "approve")
        for who, feed in feeds.items():
            heard = []
            end = time.monotonic() + 10
            while not heard and time.monotonic() < end:
                heard += self.topics(feed)
            beats = len(heard)
            while len([t for t in heard if t == "hub"]) < beats + 3 and time.monotonic() < end:
                heard += self.topics(feed)
            self.assertEqual(set(heard), {"hub", "decision/%s/" % who})
        full = self.feed("eve", "event")
        self.agent("planner").hello()
        self.assertEqual(self.first_event(full), "seam.agent.hello")

    def topics(self, feed):
        return [feed.socket.recv_multipart()[0].decode()] if feed.socket.poll(300) else []

    def first_event(self, feed):
        end = time.monotonic() + 10
        while time.monotonic() < end:
            if feed.socket.poll(300):
                frames = feed.socket.recv_multipart()
                if frames[0] == b"event":
                    return json.loads(frames[1])["type"]
        return None

    # --- who gets in

    def knock(self, url, kind=zmq.DEALER, pair=None, server=None):
        """What a socket's monitor says of the handshake, and whether a ping is answered."""
        s = zmq.Context.instance().socket(kind)
        s.linger = 0
        if pair:
            s.curve_publickey, s.curve_secretkey = pair
            s.curve_serverkey = server
        monitor = s.get_monitor_socket()
        s.connect(url)
        if kind == zmq.DEALER:
            with contextlib.suppress(zmq.Again):    # it may have been refused already
                s.send(b'{"op":"ping","rid":"1"}', zmq.DONTWAIT)
        seen = []
        while monitor.poll(700) and len(seen) < 30:
            seen.append(zmq.utils.monitor.recv_monitor_message(monitor)["event"])
        answered = bool(kind == zmq.DEALER and s.poll(300))
        s.disable_monitor()         # nobody reads on: full, it would stop all that libzmq does
        monitor.close()
        s.close()
        return seen, answered

    def server_key(self):
        with open(self.key("mira"), encoding="ascii") as text:
            return text.read().split('server-key = "')[1].split('"')[0].encode()

    def test_nobody_else_gets_in(self):
        for lane, kind in ((self.hub.control, zmq.DEALER), (self.hub.events, zmq.PUB), (self.hub.feed, zmq.SUB)):
            seen, answered = self.knock(lane, kind)
            self.assertFalse(answered)
            self.assertNotIn(zmq.EVENT_HANDSHAKE_SUCCEEDED, seen)
            seen, answered = self.knock(lane, kind, pair=zmq.curve_keypair(), server=self.server_key())
            self.assertFalse(answered)
            self.assertIn(zmq.EVENT_HANDSHAKE_FAILED_AUTH, seen)
            seen, answered = self.knock(lane, kind, pair=zmq.curve_keypair(), server=zmq.curve_keypair()[0])
            self.assertFalse(answered)
            self.assertNotIn(zmq.EVENT_HANDSHAKE_SUCCEEDED, seen)
        pair = zmq.auth.load_certificate(os.path.join(self.keys, "hub.key"))
        seen, answered = self.knock(self.hub.control, pair=pair, server=self.server_key())
        self.assertFalse(answered)
        until(lambda: {"unknown_key", "hub_key"} <= {d["why"] for d in self.denials()}, "both are journaled")

    def test_a_routing_id_of_ones_own_is_not_served(self):
        s = agent.keyed(zmq.Context.instance().socket(zmq.DEALER), self.key("pay"))
        self.addCleanup(s.close)
        s.linger = 0
        s.routing_id = b"ledger"
        s.connect(self.hub.control)
        s.send(b'{"op":"ping","rid":"1"}')
        self.assertTrue(s.poll(5000))
        self.assertEqual(json.loads(s.recv())["error"]["code"], "malformed")
        until(lambda: "routing_id" in {d["why"] for d in self.denials()}, "it is journaled")

    def test_revoking_ends_live_connections(self):
        keys(self.keys, "add", "temp", "--role", "operator")
        asks, feed = self.control("temp"), self.feed("temp", "event")
        asks.ping()
        keys(self.keys, "revoke", "temp")
        until(lambda: "temp" not in self.names(), "it is out of the list")

        until(lambda: self.is_silent(asks), "it is answered no more")
        while feed.socket.poll(0):
            feed.socket.recv_multipart()
        self.agent("planner").hello()
        self.assertFalse(feed.socket.poll(1500))

    def is_silent(self, asks):
        with contextlib.suppress(agent.NoAnswer):
            asks.call("ping", patience=0.3, tries=1)
            return False
        return True

    def names(self):
        return {json.loads(line)["name"] for line in keys(self.keys, "list", "--json").stdout.splitlines()}

    def test_an_old_key_works_until_its_time(self):
        keys(self.keys, "add", "roll", "--role", "observer")
        old = os.path.join(agent.scratch(), "old.key")
        with open(self.key("roll"), encoding="ascii") as text, open(old, "w", encoding="ascii", opener=lambda p, f: os.open(p, f, 0o600)) as out:
            out.write(text.read())
        keys(self.keys, "rotate", "roll", "--time", "3s")
        with contextlib.closing(agent.Control(self.hub.control, old)) as asks:
            asks.ping()
            self.control("roll").ping()

            until(lambda: self.is_silent(asks), "the old one has ended")
        self.control("roll").ping()

    def test_a_list_that_cannot_be_read_changes_nothing(self):
        path = os.path.join(self.keys, "authorised-keys")
        with open(path, encoding="ascii") as text:
            good = text.read()
        try:
            with open(path, "a", encoding="ascii") as out:
                out.write("operator\n")
            until(lambda: "the keys that were in force stay so" in self.hub.said(), "the hub says so")
            self.control("mira").ping()
        finally:
            with open(path, "w", encoding="ascii") as out:
                out.write(good)

    def test_each_doubt_of_the_list_is_said(self):
        """Also the second one, and that after a list that was gone for a while and came back as it was."""
        path = os.path.join(self.keys, "authorised-keys")
        with open(path, encoding="ascii") as text:
            good = text.read()
        try:
            for wrong in ("doubter", "twister", ""):
                with open(path, "w", encoding="ascii") as out:
                    out.write(good + (wrong and wrong + " bob x") + "\n")
                until(lambda: self.hub.said().endswith("keys are in force\n") if wrong == "" else
                      self.hub.said().count('"%s"' % wrong) == 1, "the hub says of " + wrong)
            for times in (1, 2):
                os.rename(path, path + ".away")
                until(lambda: self.hub.said().count("No such file") == times, "the hub says that it is gone")
                os.rename(path + ".away", path)
                until(lambda: self.hub.said().endswith("keys are in force\n"), "and again")
        finally:
            with open(path, "w", encoding="ascii") as out:
                out.write(good)

    # --- the program's own clients

    def seam(self, *words, key=None, status=0):
        env = dict(os.environ, SEAM_HUB=self.hub.control)
        env.pop("SEAM_KEY", None)
        done = subprocess.run([agent.BIN, *words] + (["--key", key] if key else []), capture_output=True, text=True, timeout=30,
                              stdin=subprocess.DEVNULL, env=env)
        self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        return done.stdout + done.stderr

    def test_shell(self):
        name = self.held()
        self.assertIn("lives", self.seam("ping", key=self.key("eve")))
        self.assertIn("lives", self.seam("ping", key=self.key("planner")))
        self.assertRegex(self.seam("ping", status=3), "key")
        self.assertIn("may not decide", self.seam("approve", name, key=self.key("eve"), status=1))
        self.seam("approve", name, key=self.key("lee"))
        self.assertEqual(self.control("mira").show(name)["operator"], "lee")
        stranger = os.path.join(agent.scratch(), "x.key")
        with open(self.key("lee"), encoding="ascii") as text, open(stranger, "w", encoding="ascii", opener=lambda p, f: os.open(p, f, 0o600)) as out:
            public, secret = zmq.curve_keypair()
            have = zmq.auth.load_certificate(self.key("lee"))
            out.write(text.read().replace(have[0].decode(), public.decode()).replace(have[1].decode(), secret.decode()))
        self.assertIn("refuses this key", self.seam("ls", "dead", key=stranger, status=3))
        os.chmod(stranger, 0o640)
        self.assertIn("others may read it", self.seam("ls", "dead", key=stranger, status=3))


if __name__ == "__main__":
    check.main()
