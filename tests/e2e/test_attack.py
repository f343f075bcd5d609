#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What somebody with an agent's key tries: each attempt counted, none with any effect (attack.py)."""
import contextlib
import json
import os
import re
import subprocess
import sys
import time
import unittest

import zmq

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
import attack
import check
from agent import compact, keyed, until
from attack import PAINT, SECRET

OPS = {"publish": {"event": {}}, "events": {}, "list": {"what": "review"}, "counters": {}, "snapshot": {}, "show": {},
       "claim": {"operator": "mira"}, "release": {"operator": "mira"}, "vacuum": {},
       "mute": {"what": "agent", "name": "planner", "operator": "mira", "seconds": 60},
       "unmute": {"what": "agent", "name": "planner", "operator": "mira"},
       "annotate": {"what": "agent", "name": "planner", "operator": "mira", "note": "x"}}
ACTIONS = ("approve", "reject", "escalate", "hold", "requeue", "discard")
FORGED = {"quarantined": 1, "pay/publish/another_source": 1}
KEPT_OUT, NOT_HIS = {"quarantined": 1}, {"spoke_for_another": 1}
OF_THE_HUB = {
    "seam.handoff.held": {"cause": "fault", "confidence": None, "review_below": None, "contract": None, "faults": [],
                          "deadline": None, "on_deadline": None},
    "seam.handoff.flagged": {"contract": "led/1.0.0", "faults": ["schema"], "violations": [], "of": 0},
    "seam.decision.approved": {"decision": "d-f1", "operator": "mira"},
    "seam.decision.endorsed": {"decision": "d-f2", "operator": "mira"},
    "seam.decision.rejected": {"decision": "d-f3", "operator": "mira", "note": "x"},
    "seam.decision.escalated": {"decision": "d-f4", "operator": "mira"},
    "seam.decision.held": {"decision": "d-f5", "operator": "mira", "until": "2030-01-01T00:00:00Z"},
    "seam.decision.requeued": {"decision": "d-f6", "operator": "mira", "next_attempt": 2, "artifact": {}},
    "seam.decision.discarded": {"decision": "d-f7", "operator": "mira", "note": "x"},
    "seam.decision.denied": {"decision": "d-f8", "operator": "mira", "action": "approve", "code": "stale"},
    "seam.delivery.applied": {"decision": "d-f9", "agent": "ledger"},
    "seam.delivery.refused": {"decision": "d-f9", "agent": "ledger"},
    "seam.review.claimed": {"operator": "mira", "until": "2030-01-01T00:00:00Z"},
    "seam.review.released": {"operator": "mira"},
    "seam.review.noted": {"what": "agent", "name": "planner", "operator": "mira", "note": "x"},
    "seam.contract.loaded": {"contract": check.contract("led", "planner", "ledger", confidence={"at": "/confidence"}),
                             "digest": "sha256:" + 64 * "0"},
    "seam.contract.refused": {"file": "led-1.0.0.json", "reason": "x"},
    "seam.gap": {"source": "agent:planner", "run": "r", "first": "1", "last": "2"},
    "seam.duplicate": {"source": "agent:planner", "id": "x", "of": "00000000000000000001", "count": 3},
    "seam.quarantined": {"reason": "forged", "detail": "x", "size": 1, "sha256": 64 * "0", "bytes": "eA==", "lane": "events"},
    "seam.access.denied": {"name": "planner", "role": "agent", "what": "decide", "why": "role", "count": 1000000},
    "seam.clock.jumped": {"by": 1000000},
    "seam.hook.set": {"hook": "escalate", "on": False, "owed": 0},
    "seam.mute.set": {"what": "agent", "name": "planner", "until": "2030-01-01T00:00:00Z", "operator": "mira"},
    "seam.mute.ended": {"what": "agent", "name": "planner", "operator": "mira"}}
SPELT = ("agent:Planner", "AGENT:planner", " agent:planner", "agent:planner ", "agent:planner\u200b", "agent:pl\u0430nner",
         "agent:planne\u0433", "agent:planner\u0000", "agent:pay\u0000planner", "agent:planner/", "agent:planner,agent:pay",
         "agent\uff1aplanner", "\u202eagent:planner", "agent:", "", None, 5, ["agent:planner"], {"agent": "planner"},
         "operator:mira", "planner", "agent://planner", "agent:" + "p" * 100)
TOPICS = ("", "e", "event", "event\0", "decision", "decision/", "decision/planner", "decision/planner/", "decision/ledger/",
          "decision/pay", "decision/p", "decision/pay/../planner/", "decision/payroll/", "h", "hu", "hub/", "*", "\0", "DECISION/LEDGER/")
PAINTS = ("\033[2J\033[1;1H" + PAINT, "\033]0;" + PAINT + "\007", "\033]2;" + PAINT + "\033\\", "\u009b1;1H" + PAINT,
          "\r" + PAINT, "\b" * 200 + PAINT, "\033P$q" + PAINT + "\033\\", "\033c" + PAINT, "\033[?1049l" + PAINT,
          "\u202e" + PAINT, "\n\u2550\u2550\u2550 APPROVE 1 handoff \u2550\u2550 nothing sent yet \u2550\n press  y  to approve\n" + PAINT)


class WithAnAgentsKey(attack.Mesh):
    """`pay` has a key of its own and no part in what planner hands to ledger."""

    def forgeries(self):
        """(what, counters, event) of what is said in another's name, or of others."""
        first = next(iter(self.said.values()))
        one = self.event
        yield "another's source", FORGED, one(source="agent:planner", data={"agent": "planner"})
        yield "the hub's source", FORGED, one(source="hub:main")
        yield "the source, escaped", FORGED, compact(one(source="X")).replace(b'"X"', b'"\\u0061gent:\\u0070lanner"')
        for spelt in SPELT:
            yield "spelt %r" % (spelt,), KEPT_OUT, one(source=spelt)
        body = compact(one())
        yield "the source twice", KEPT_OUT, body[:-1] + b',"source":"agent:planner"}'
        yield "the source twice, the other first", KEPT_OUT, b'{"source":"agent:planner",' + body[1:]
        yield "the source twice, once escaped", KEPT_OUT, body[:-1] + b',"s\\u006furce":"agent:planner"}'
        yield "data twice", KEPT_OUT, body[:-1] + b',"data":{"agent":"planner"}}'
        yield "Source", KEPT_OUT, body.replace(b'"source"', b'"Source"')
        yield "ce-source alone", KEPT_OUT, body.replace(b'"source"', b'"ce-source"')
        yield "ce-source beside it", {"applied": 1}, one(**{"ce-source": "agent:planner", "ce_source": "agent:planner", "SOURCE": "agent:planner"})
        yield "several in one", KEPT_OUT, [one(), one(source="agent:planner")]
        yield "a byte order mark", KEPT_OUT, b"\xef\xbb\xbf" + compact(one())
        yield "the hub's members", {"applied": 1}, one(recordedtime="2000-01-01T00:00:00Z", hubsequence="%020d" % 1,
                                                       artifactdigest="sha256:" + 64 * "0", previous="sha256:" + 64 * "0")
        yield "somebody's event again", FORGED, first
        yield "somebody's id, with something else", FORGED, dict(first, data={"agent": "planner"}, type="seam.agent.bye")
        for verb in ("hello", "heartbeat", "bye"):
            yield verb + " of another", NOT_HIS, one("seam.agent." + verb, {"agent": "planner"})
        about = {"handoff": self.held[0], "attempt": 1}
        for verb in ("accepted", "refused", "progressed", "completed", "failed", "dead_lettered"):
            yield verb, NOT_HIS, one("seam.handoff." + verb, dict(about, reason="other"), subject="inc-1")
        for action in ("escalate", "queue", "dead_letter", "stop", "proceed", "requeue"):
            yield "fallback " + action, NOT_HIS, one("seam.handoff.fallback", dict(about, action=action, next_attempt=2))
        artifact = check.artifact(0.99)
        yield "an offer of another", NOT_HIS, one("seam.handoff.offered", {"handoff": "x-1", "attempt": 1, "from": "planner", "to": "ledger", "artifact": artifact})
        for attempt in (1, 2):
            yield "what is held, offered as another, %d" % attempt, NOT_HIS, one("seam.handoff.offered", dict(
                about, attempt=attempt, artifact=artifact, **{"from": "planner", "to": "ledger"}))
        yield "a higher attempt of it", NOT_HIS, one("seam.handoff.offered", dict(about, attempt=2, artifact=artifact, **{"from": "pay", "to": "ledger"}))
        yield "its attempt, as one's own", {"conflicts": 1}, one("seam.handoff.offered", dict(about, artifact=artifact, **{"from": "pay", "to": "ledger"}))
        digest = self.eve.show(self.held[0])["digest"]
        for kind, data in OF_THE_HUB.items():
            yield kind, NOT_HIS, one(kind, dict(dict(about, digest=digest), **data))

    def test_forging(self):
        self.tried([(what, moves, lambda event=event: self.publish(event)) for what, moves, event in self.forgeries()])
        self.tried([("over the lane: " + what, moves, lambda event=event: self.throw(event)) for what, moves, event in self.forgeries()])

    def test_poisoned_ids(self):
        """Who knows the id that an honest agent is about to use takes nothing away from it."""
        theirs = self.planner.offer_event("poisoned", "ledger", check.artifact(0.1, text=SECRET), contract="led/1.0.0", id="next-1")
        self.tried([("as another", FORGED, lambda: self.throw(dict(theirs, data=dict(theirs["data"], artifact={})))),
                    ("as oneself", {"applied": 1}, lambda: self.publish(self.event(id="next-1"))),
                    ("as oneself, with something else", {"id_reused": 1}, lambda: self.publish(self.event("seam.agent.bye", id="next-1"))),
                    ("as the hub's next", {"applied": 1}, lambda: self.publish(self.event(id="h-%d" % (int(self.eve.ping()["hubsequence"]) + 1))))])
        self.assertEqual(self.says(self.planner, theirs)["state"], "held")
        self.held.append("poisoned")
        self.tried([("behind it", FORGED, lambda: self.throw(dict(theirs, type="seam.handoff.completed")))])

    def test_numbers_and_times(self):
        def offer(number, **more):
            body = compact(self.event("seam.handoff.offered", {"handoff": check.new_id("n"), "attempt": 1, "from": "pay", "to": "payroll",
                                                               "artifact": {"confidence": "X"}}, **more))
            return body.replace(b'"X"', number)

        ok = {"applied": 1}
        self.tried([(str(row), moves, lambda row=row: self.publish(row)) for moves, row in (
            (KEPT_OUT, offer(b"1e999")), (KEPT_OUT, offer(b"-1e999")), (KEPT_OUT, offer(b"NaN")), (KEPT_OUT, offer(b"Infinity")),
            (KEPT_OUT, offer(b"0x1")), (KEPT_OUT, offer(b"1.")), (ok, offer(b"9" * 400)), (ok, offer(b"1e-999")), (ok, offer(b"-0.0")),
            (ok, self.event(time="9999-12-31T23:59:59.999999999Z")), (ok, self.event(time="0001-01-01T00:00:00Z")),
            (KEPT_OUT, self.event(time="292277026596-12-04T15:30:08Z")), (KEPT_OUT, self.event(sequence="9" * 21)),
            (KEPT_OUT, self.event(sequence="9" * 20)), (ok, self.event(sequence="9" * 19, run="far")),
            (KEPT_OUT, self.event("seam.handoff.accepted", {"handoff": self.held[0], "attempt": 4294967297})),
            (KEPT_OUT, self.event("seam.handoff.accepted", {"handoff": self.held[0], "attempt": 1.0000001})),
            (KEPT_OUT, self.event("seam.handoff.accepted", {"handoff": self.held[0] + "\u200b", "attempt": 1})),
            ({"early": 1}, self.event("seam.handoff.accepted", {"handoff": self.held[0].upper(), "attempt": 1})))])

    def test_asking(self):
        """What an operator may, what another agent may, and spellings of it."""
        of = self.held[0]
        seen = {"handoff": of, "attempt": 1, "digest": self.eve.show(of)["digest"]}
        rows = [(op, {"pay/%s/role" % op: 1}, dict({"op": op, "rid": "r", "handoff": of}, **members)) for op, members in OPS.items() if op != "publish"]
        rows += [(action, {"pay/decide/role": 1}, dict(seen, op="decide", rid="r", decision="d-evil", action=action, operator="mira", note="x")) for action in ACTIONS]
        for op in ("wait", "decisions", "deliver"):
            members = {"op": op, "rid": "r", "handoff": of, "attempt": 1, "seconds": 0, "decision": self.decision, "outcome": "refused"}
            for who in ("ledger", "planner"):
                rows.append(("%s of %s" % (op, who), {"pay/%s/another_agent" % op: 1}, dict(members, agent=who)))
            if op != "decisions":
                rows.append((op + " as oneself", {"pay/%s/another_handoff" % op: 1}, dict(members, agent="pay")))
        bad = {"turned_away.malformed": 1}
        decide = dict(seen, op="decide", rid="r", decision="d-evil", action="approve")
        for op in ("Decide", "decide ", "decide\0", "decid\u0435", "DECIDE", "", None, 5, ["decide"]):
            rows.append(("op %r" % (op,), bad, dict(decide, op=op)))
        raw = compact(decide)
        rows += [("op twice", bad, b'{"op":"ping",' + raw[1:]), ("an agent twice", bad, b'{"op":"decisions","agent":"pay","agent":"ledger"}'),
                 ("two in one", bad, b"[" + raw + b"]"), ("one behind the other", bad, b'{"op":"ping"}' + raw), ("two frames", bad, [raw, raw]),
                 ("none", bad, b""), ("deep", bad, b"[" * 5000), ("not UTF-8", bad, b'{"op":"\xff"}'), ("an agent's name", bad, {"op": "decisions", "agent": "Ledger"}),
                 ("an agent's name, nearly", bad, {"op": "decisions", "agent": "ledger\u200b"})]
        self.tried([(what, moves, lambda body=body: self.refused(body)) for what, moves, body in rows])
        self.assertEqual(self.ask({"op": "decisions", "agent": "pay"})["decisions"], [])

    def test_operators_and_observers(self):
        """A key of another role is no more than its role, and nobody else's name."""
        eve, lee = (self.own(self.socket(zmq.DEALER, self.hub.control, who)) for who in ("eve", "lee"))
        decide = {"op": "decide", "handoff": self.held[0], "attempt": 1, "digest": self.eve.show(self.held[0])["digest"], "decision": "d-evil",
                  "action": "approve"}
        loot, self.loot = self.loot, []       # they may read
        self.tried([("an observer decides", {"eve/decide/role": 1}, lambda: self.refused(decide, eve)),
                    ("in an operator's name", {"eve/decide/role": 1}, lambda: self.refused(dict(decide, operator="mira"), eve)),
                    ("an observer publishes", {"eve/publish/role": 1}, lambda: self.refused({"op": "publish", "event": self.event()}, eve)),
                    ("an operator as another", {"lee/decide/another_operator": 1}, lambda: self.refused(dict(decide, operator="mira"), lee)),
                    ("mutes as another", {"lee/mute/another_operator": 1}, lambda: self.refused(dict(OPS["mute"], op="mute"), lee)),
                    ("an operator waits", {"lee/wait/role": 1}, lambda: self.refused({"op": "wait", "agent": "ledger", "handoff": self.held[0]}, lee))])
        self.__class__.loot = loot
        lane = self.own(self.socket(zmq.XPUB, self.hub.events, "lee"))
        lane.recv()
        self.tried([("an operator on the lane", {"quarantined": 1, "lee/publish/another_source": 1}, lambda: lane.send(compact(self.event(source="agent:planner"))))])

    def test_listening(self):
        """Topics that are not ours, beginnings of topics, and the subscriptions of others."""
        honest = {who: self.own(agent.Feed(self.hub, *topics, key=self.key(who))) for who, topics in
                  (("eve", ("event",)), ("ledger", ("decision/ledger/",)))}
        feed = self.own(self.socket(zmq.XSUB, self.hub.feed))
        no, none = {"pay/subscribe/role": 1}, {"pay/feed/no_subscription": 1}
        rows = [("subscribes to %r" % topic, no, lambda topic=topic: feed.send(b"\1" + topic.encode())) for topic in TOPICS]
        rows += [("takes back %r" % topic, no, lambda topic=topic: feed.send(b"\0" + topic.encode())) for topic in ("event", "decision/ledger/", "")]
        self.tried(rows)
        for said in (b"\2event", b"\xff", b"event", b"\x7f" * 200):    # which ends the connection that it came over
            other = self.own(self.socket(zmq.XSUB, self.hub.feed))
            self.tried([("says %r" % said, none, lambda said=said, other=other: other.send(said))])
        for topic in (b"hub", b"decision/pay/"):
            feed.send(b"\1" + topic)
        name = self.offer()
        done = self.decide(name)
        self.assertIn(done.encode(), until(lambda: honest["ledger"].next(5), "the doer hears of it")[1])
        until(lambda: done.encode() in honest["eve"].next(5)[1], "the observer hears of it")
        heard, end = set(), time.monotonic() + 15
        beats = 0
        while beats < 2 and time.monotonic() < end:
            if feed.poll(3000):
                frames = feed.recv_multipart()
                self.loot.append(b"".join(frames[1:]) if frames[0] != b"hub" else frames[0])
                heard.add(frames[0])
                beats += frames[0] == b"hub"
        self.assertEqual(heard, {b"hub"})

    def test_routing_ids(self):
        """To be answered in another's place, or to end the hub by the name that it would give out next."""
        def named(name, kind=zmq.DEALER, **options):
            s = self.own(keyed(zmq.Context.instance().socket(kind), self.key("pay")))
            s.linger, s.reconnect_ivl = 0, -1
            for option, value in dict(options, routing_id=name).items():
                if value:
                    setattr(s, option, value)
            s.connect(self.hub.control)
            with contextlib.suppress(zmq.Again):    # it may have been refused already
                s.send_multipart([b"", b'{"op":"ping","rid":"1"}'], zmq.DONTWAIT)
            return s

        def spoken(name, **options):
            s = named(name, **options)
            self.assertTrue(s.poll(5000))
            self.assertEqual(json.loads(s.recv_multipart()[-1])["error"]["code"], "malformed")

        def silent(name):
            self.assertFalse(named(name).poll(500))

        own = {"pay/connect/routing_id": 1, "turned_away.malformed": 1}
        zero = {"turned_away.handshake": 1, "-/connect/handshake": 1}

        def probe():
            s = self.own(keyed(zmq.Context.instance().socket(zmq.ROUTER), self.key("pay")))
            s.linger, s.probe_router = 0, 1
            s.connect_routing_id = b"mira"
            s.connect(self.hub.control)
            self.assertTrue(s.poll(5000))

        self.tried([("a name", own, lambda: spoken(b"mira")), ("a key's place", own, lambda: spoken(b"key 00000006")),
                    ("the same again", {}, lambda: silent(b"mira")), ("a long one", own, lambda: spoken(b"x" * 255)),
                    ("as the hub names", zero, lambda: silent(b"\0\x6b\x8b\x45\x67")), ("nearly so", zero, lambda: silent(b"\0")),
                    ("nearly so, long", zero, lambda: silent(b"\0" * 255)), ("a probing router", {"turned_away.malformed": 1}, probe)])

    def test_other_kinds_of_sockets(self):
        """With the key, and where it does not belong."""
        def wrong(kind, url):
            s = self.own(keyed(zmq.Context.instance().socket(kind), self.key("pay")))
            s.linger, s.reconnect_ivl = 0, -1
            over = s.get_monitor_socket(zmq.EVENT_DISCONNECTED)
            s.connect(url)
            self.assertTrue(over.poll(5000))
            s.disable_monitor()

        one = {"turned_away.handshake": 1, "-/connect/handshake": 1}
        self.tried([(url, one, lambda kind=kind, url=url: wrong(kind, url)) for url, kinds in (
            (self.hub.control, (zmq.PUB, zmq.PAIR, zmq.PUSH)), (self.hub.events, (zmq.SUB, zmq.DEALER)), (self.hub.feed, (zmq.DEALER, zmq.XPUB)))
            for kind in kinds])

    def test_what_paints(self):
        rows = []
        for i, evil in enumerate(PAINTS):
            plain = evil.isprintable() or evil[0] == "\u202e"     # of ids and types: shown, never obeyed
            about = {"handoff": "paint-%d" % i, "attempt": 1}
            rows += [("offer %d" % i, {"applied": 1}, self.event("seam.handoff.offered", dict(about, artifact={"text": evil, "confidence": 0.1,
                      "fallback": evil}, **{"from": "pay", "to": "pay"}), dataschema="contract:led/%s" % "9.9.9")),
                     ("failure %d" % i, {"applied": 1}, self.event("seam.handoff.failed", dict(about, reason="other", detail=evil))),
                     ("hello %d" % i, {"applied": 1}, self.event("seam.agent.hello", {"agent": "pay", "model": evil, "version": evil, "sends": [evil]})),
                     ("its source %d" % i, KEPT_OUT, self.event(source="agent:" + evil)), ("its type %d" % i, {"unknown_type": 1} if plain else KEPT_OUT, self.event(evil)),
                     ("its id %d" % i, {"applied": 1} if plain else KEPT_OUT, self.event(id=evil)), ("a handoff %d" % i, KEPT_OUT, self.event("seam.handoff.failed", dict(about, handoff=evil, reason="other")))]
        self.tried([(what, moves, lambda event=event: self.publish(event)) for what, moves, event in rows])

    def test_zz_very_many(self):
        """Floods behind which something might be hidden: of what is held, of what is quarantined, of what is denied."""
        type(self).since = str(self.eve.ping()["hubsequence"])
        many, seen = 3000, self.held[0]
        decide = compact({"op": "decide", "handoff": seen, "attempt": 1, "digest": self.eve.show(seen)["digest"], "decision": "d", "action": "approve"})

        def flood(make):
            for i in range(many):
                self.throw(make(i))

        def ask_all():
            for _ in range(many // 500):        # beyond a thousand unread replies are dropped
                for _ in range(500):
                    self.pay.send(decide)
                for _ in range(500):
                    self.assertTrue(self.pay.poll(10000))
                    self.loot.append(self.pay.recv())

        self.tried([("forged", {"quarantined": many, "pay/publish/another_source": many}, lambda: flood(lambda _: self.event(source="agent:planner"))),
                    ("decided", {"pay/decide/role": many}, ask_all),
                    ("held, and sooner", {"applied": many}, lambda: flood(lambda i: self.event("seam.handoff.offered", {
                        "handoff": "many-%d" % i, "attempt": 1, "from": "pay", "to": "ledger",
                        "artifact": check.artifact(0.1, seconds=3600)}, dataschema="contract:led/9.9.9")))])
        kept = [e["data"] for e in self.mira.all_events(self.since) if e["type"] == "seam.quarantined"]
        self.assertEqual(sum(d.get("count", 1) for d in kept), many)
        self.assertLess(len(kept), many * 2 // 3)
        self.assertGreaterEqual(self.eve.list("review")["total"], many + len(self.held))
        self.console.keys("3")
        self.console.shows("REVIEW", "3 Review 3")
        self.console.keys("/")
        self.console.type("from:planner")
        self.console.keys("Enter")
        self.console.shows("filter: from:planner")
        self.console.keys("l")
        shown = self.console.shows(*[name for name in self.held])
        self.assertNotIn("many-", shown)
        self.console.keys("Escape")
        done = subprocess.run([agent.BIN, "ls", "review", "--hub", self.hub.control, "--key", self.key("eve"), "--limit", "10000"],
                              capture_output=True, text=True, timeout=20, check=True)
        for name in self.held:
            self.assertRegex(done.stdout, r"\b%s\b" % re.escape(name))


if __name__ == "__main__":
    check.main()
