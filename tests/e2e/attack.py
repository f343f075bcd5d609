# SPDX-License-Identifier: MIT
"""
A mesh that is attacked, for test_attack.py and test_attack_keyless.py: tried as somebody would who has read docs/PROTOCOL.md.

Each attempt stands in a table with the counters that it must move, all of them by exactly so much. What the attackers are
told is kept; and after each table a judge who knows no code of ours reads the journal with SQLite and the terminal with
tmux: nothing was said in another's name, nothing decided, nothing learnt, nothing hidden, nothing painted, and the hub is
the process it was.
"""
import collections
import contextlib
import json
import os
import time
import unittest

import zmq

import agent
import check
from agent import compact, keyed, scratch, until
from test_keys import OfAFolder, key_folder
from tmux import Screen

SECRET = "only-for-the-two-and-for-humans"
PAINT = "PAINTED"


class Mesh(OfAFolder, unittest.TestCase):
    """A hub with keys that is watched, and what became of it."""

    @classmethod
    def setUpClass(cls):
        cls.keys = key_folder([(name, "agent") for name in ("planner", "ledger", "pay", "payroll", "gone")] +
                              [("mira", "operator"), ("lee", "operator"), ("eve", "observer"), ("late", "operator")])
        cls.hub = agent.Hub([check.contract("led", "planner", "ledger")], options=("--secure", "--keys", cls.keys)).start()
        cls.addClassCleanup(cls.hub.stop)
        os.environ["SEAM_KEY"] = cls.key("mira")          # for what check.agree() runs
        cls.addClassCleanup(os.environ.pop, "SEAM_KEY")
        cls.said, cls.decided, cls.loot, cls.made = {}, {}, [], 0
        cls.mira, cls.lee, cls.eve = (cls.kept(agent.Control(cls.hub.control, cls.key(who))) for who in ("mira", "lee", "eve"))
        cls.planner = cls.kept(agent.Agent(cls.hub, "planner", key=cls.key("planner")))
        cls.ledger = cls.kept(agent.Agent(cls.hub, "ledger", key=cls.key("ledger")))
        cls.held = [cls.offer() for _ in range(3)]
        cls.decision = cls.decide(cls.offer())
        cls.pay = cls.kept(cls.socket(zmq.DEALER, cls.hub.control))
        cls.lane = cls.kept(cls.socket(zmq.XPUB, cls.hub.events))
        cls.lane.recv()
        home = scratch("home-")
        cls.console = cls.kept(Screen([agent.BIN, "--hub", cls.hub.control, "--key", cls.key("eve")], 120, 36,
                                      env={"HOME": home, "XDG_STATE_HOME": home, "SEAM_KEY": ""}))
        cls.console.shows("LIVE", "Review 3")

    @classmethod
    def kept(cls, made):
        cls.addClassCleanup(made.close)
        return made

    @classmethod
    def tearDownClass(cls):
        check.agree(cls.hub)

    # --- the honest

    @classmethod
    def says(cls, who, event):
        """As `who`, and remembered for the judge."""
        cls.said[(event["source"], event["id"])] = event
        return who.publish(event)

    @classmethod
    def offer(cls, name=None, **more):
        name = name or check.new_id()
        reply = cls.says(cls.planner, cls.planner.offer_event(name, "ledger", check.artifact(0.1, text=SECRET), contract="led/1.0.0", **more))
        assert reply["state"] == "held", reply
        return name

    @classmethod
    def decide(cls, name):
        request = cls.mira.decision(name, "approve", note=SECRET)
        cls.decided[request["decision"]] = (name, "mira")
        cls.mira.ask("decide", **request)
        return request["decision"]

    # --- the attacker

    @classmethod
    def socket(cls, kind, url, key="pay"):
        s = keyed(zmq.Context.instance().socket(kind), cls.key(key))
        s.linger, s.sndhwm = 0, 0
        s.connect(url)
        return s

    def own(self, s):
        self.addCleanup(s.close)
        return s

    @classmethod
    def event(cls, kind="seam.agent.heartbeat", data=None, **attributes):
        """One of the attacker's, in its own name where nothing else is said."""
        cls.made += 1
        return dict({"specversion": "1.0", "id": "evil-%d" % cls.made, "source": "agent:pay", "type": kind,
                     "data": {"agent": "pay"} if data is None else data}, **attributes)

    @classmethod
    def ask(cls, body, s=None, seconds=5.0):
        """A request as it is; what comes back, if anything does."""
        s = s or cls.pay
        with contextlib.suppress(zmq.Again):    # who was refused has nobody to send to
            s.send_multipart(body if isinstance(body, list) else [body if isinstance(body, bytes) else compact(body)], zmq.DONTWAIT)
        if not s.poll(seconds * 1000):
            return None
        cls.loot.append(b"".join(s.recv_multipart()))
        return json.loads(cls.loot[-1])

    def refused(self, body, s=None):
        self.assertIs(self.ask(body, s)["ok"], False, body)

    def publish(self, raw):
        raw = raw if isinstance(raw, bytes) else compact(raw)
        self.ask(b'{"op":"publish","rid":"1","event":' + raw + b"}")

    def throw(self, raw):
        self.lane.send(raw if isinstance(raw, bytes) else compact(raw))

    # --- the counters

    @classmethod
    def counts(cls):
        """All there are, by one name each; denials as NAME/what/why, and by what was refused at the door."""
        counters = cls.mira.counters()
        found = collections.Counter({name: int(counters[name]) for name in check.STANDINGS + ("access_denied",)})
        found.update({"turned_away." + name: int(n) for name, n in counters["turned_away"].items()})
        for event in cls.mira.all_events(cls.since):
            if event["type"] == "seam.access.denied":
                data = event["data"]
                found["%s/%s/%s" % (data["name"] or "-", data["what"], data["why"])] += data["count"]
        return found

    since = None

    def tried(self, rows):
        """Does each row (what, counters, act): every counter that any row names moves by their sum, no more and no less."""
        before, expected = self.counts(), collections.Counter()
        for what, moves, act in rows:
            with self.subTest(what):
                act()
            expected.update(moves)

        def off():
            now = self.counts()
            return {name: (now[name] - before[name], n) for name, n in expected.items() if now[name] - before[name] != n}

        try:
            until(lambda: not off(), "each attempt is counted", 10, 0.2)
        except AssertionError:
            self.fail("counted and expected: %s" % off())

    # --- the judge

    def tearDown(self):
        self.assertTrue(self.hub.running(), self.hub.said())
        self.assertEqual(self.eve.ping()["name"], "main")
        self.judge_journal()
        self.judge_loot()
        self.judge_held()
        self.judge_screen()

    def judge_journal(self):
        """Every event in an honest name is byte for byte what that one said; every decision one that was made."""
        base = check.Journal(self.hub.journal)
        self.addCleanup(base.close)
        said, last, now = 0, "", time.time()
        for number, raw in base.base.execute("select hubsequence, event from events order by hubsequence"):
            event = json.loads(raw)
            source, data = event["source"], event.get("data")
            self.assertGreaterEqual(event["recordedtime"], last)
            last = event["recordedtime"]
            if source == "agent:pay":
                continue
            if source == "hub:main":
                self.assertEqual(event["id"], "h-%d" % number)
                if event["type"].split(".")[1] in ("decision", "delivery", "review", "mute") and event["type"] != "seam.decision.denied":
                    self.assertEqual(self.decided.get(data.get("decision")), (data["handoff"], data["operator"]), event)
                self.assertNotIn(event["type"], ("seam.handoff.fallback", "seam.hook.set", "seam.baseline", "seam.clock.jumped"))
                continue
            mine = self.said[(source, event["id"])]
            self.assertEqual({k: v for k, v in event.items() if k not in ("recordedtime", "hubsequence")}, mine)
            said += 1
        self.assertEqual(said, len(self.said))
        self.assertLess(abs(time.mktime(time.strptime(last[:19], "%Y-%m-%dT%H:%M:%S")) - time.timezone - now), 120)

    def judge_loot(self):
        """No attacker was told of another's artifact or decision."""
        for told in self.loot:
            for word in [SECRET] + list(self.decided):
                self.assertNotIn(word.encode(), told, told[:300])

    def judge_held(self):
        """All that waits is listed, counted, as it was offered, and nobody has touched it."""
        listed = {item["handoff"]: item for item in self.eve.items("review", filter={"from": "planner"})}
        self.assertEqual(set(listed), set(self.held))
        for name in self.held:
            item = self.eve.show(name)
            self.assertEqual((item["state"], item["attempt"], item["from"], item["to"], item["artifact"]["text"], item["claimed_by"]),
                             ("held", 1, "planner", "ledger", SECRET, None))

    def judge_screen(self):
        """On every screen: what the attacker wrote stands in the middle of a line or nowhere, and moved nothing."""
        for key in "1237":
            self.console.keys(key)
            lines = self.console.shows("1 Now", "3 Review").split("\n")
            self.assertIn("seam", lines[0] + lines[1])
            for above, line in zip([""] + lines, lines):
                self.assertFalse(line.lstrip().startswith((PAINT, "\u2550\u2550\u2550 APPROVE", "press  y")), line)
                at = line.find(PAINT)
                if at >= 0:             # what would have moved it there stands before it, in plain letters, and may be broken in two
                    self.assertRegex(above.rstrip() + line[:at].lstrip(), r"\^|\\|<U\+|\ufffd|\u2400|\u241b|\u2190|\u00b7|APPROVE|to approve|" + PAINT[:3])
        self.assertRegex(self.console.tmux("display-message", "-p", "#{pane_title}"), r"^seam( !+\d+)? main\n$")
