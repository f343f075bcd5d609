#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What is counted is journaled: quarantine, duplicates, conflicts, sequences, and received = sum."""
import base64
import hashlib
import json

import check
from agent import compact, digest, until
from check import HubCase, artifact, as_it_came, contract, new_id

OFFER = {"specversion": "1.0", "source": "agent:bad", "type": "seam.handoff.offered",
         "data": {"handoff": "h-bad", "attempt": 1, "from": "bad", "to": "b", "artifact": {}}}


def spoil(**changes):
    """An offer with members changed; None leaves one out. Of `data` the same."""
    event = json.loads(json.dumps(dict(OFFER, id=new_id("bad"))))
    event["data"].update(changes.pop("data", {}))
    event.update(changes)
    event["data"] = {key: value for key, value in event["data"].items() if value is not None}
    return {key: value for key, value in event.items() if value is not None}


def filled(text):
    """An offer as bytes with `text` for its artifact."""
    return compact(spoil(data={"artifact": "HERE"})).replace(b'"HERE"', text)


def no_json():
    """Bytes that are not the JSON that the page asks for."""
    good = compact(spoil())
    return {
        "text": b"hello", "nothing": b"", "binary": bytes(range(256)), "cut": good[:-1],
        "more": good + b"{}", "NaN": filled(b"NaN"), "Infinity": filled(b"-Infinity"),
        "beyond a double": filled(b"1e400"), "leading zero": filled(b"01"), "comma": filled(b"[1,]"),
        "control character": filled(b'"\x01"'), "invalid UTF-8": filled(b'"\xff"'),
        "overlong": filled(b'"\xc0\xaf"'), "surrogate in UTF-8": filled(b'"\xed\xa0\x80"'),
        "lone surrogate": filled(b'"\\ud800"'), "two low ones": filled(b'"\\udc00\\udc00"'),
        "duplicate key": good[:-1] + b',"id":"again"}', "in data": filled(b'1,"attempt":2'),
        "in the artifact": filled(b'{"a":1,"\\u0061":2}'),
        "65 deep": filled(b"[" * 63 + b"]" * 63), "very deep": filled(b"[" * 90000 + b"]" * 90000),
        "bom": b"\xef\xbb\xbf" + good,
    }


def no_events():
    """JSON that is no event."""
    return {
        "array": [], "number": 7, "empty": {}, "batch": [spoil()],
        "specversion 0.3": spoil(specversion="0.3"), "no specversion": spoil(specversion=None),
        "number specversion": spoil(specversion=1.0),
        "no id": spoil(id=None), "empty id": spoil(id=""), "id is a number": spoil(id=7),
        "no type": spoil(type=None), "empty type": spoil(type=""), "no source": spoil(source=None),
        "bare source": spoil(source="bad"), "name in capitals": spoil(source="agent:Bad"),
        "name too long": spoil(source="agent:" + "a" * 65), "no name": spoil(source="agent:"),
        "no data": {key: value for key, value in spoil().items() if key != "data"},
        "data is text": dict(spoil(), data="x"),
        "attempt 0": spoil(data={"attempt": 0}), "attempt is text": spoil(data={"attempt": "1"}),
        "attempt is a fraction": spoil(data={"attempt": 1.5}), "no attempt": spoil(data={"attempt": None}),
        "no handoff": spoil(data={"handoff": None}), "handoff with a space": spoil(data={"handoff": "a b"}),
        "handoff too long": spoil(data={"handoff": "a" * 129}),
        "no from": spoil(data={"from": None}), "no to": spoil(data={"to": None}),
        "to is no name": spoil(data={"to": "B!"}), "no artifact": spoil(data={"artifact": None}),
        "no reason": spoil(type="seam.handoff.refused"), "failed why": spoil(type="seam.handoff.failed"),
        "dead why": spoil(type="seam.handoff.dead_lettered"),
        "no action": spoil(type="seam.handoff.fallback"), "no agent": spoil(type="seam.agent.hello"),
    }


class Quarantine(HubCase):
    """What came was no event: kept, shown, never dropped."""

    def check_finding(self, after, raw):
        data = self.journaled("seam.quarantined", after)["data"]
        self.assertTrue(data["reason"])
        self.assertEqual(data["size"], len(raw))
        self.assertEqual(data["sha256"][-64:], hashlib.sha256(raw).hexdigest())
        self.assertEqual(base64.b64decode(data["bytes"], validate=True), raw[:65536])
        self.assertIsInstance(data["lane"], str)
        return data

    def test_over_the_events_lane(self):
        a = self.agent("bad")
        cases = dict(no_json(), **{name: compact(event) for name, event in no_events().items()})
        for name, raw in cases.items():
            with self.subTest(name):
                before, after = self.counted(), self.ask.ping()["hubsequence"]
                a.send_event(raw)
                self.grew(before, quarantined=1)
                self.assertEqual(self.check_finding(after, raw)["lane"], "events")
        self.refused("not_found", "show", handoff="h-bad")

    def test_over_control(self):
        """No event: `malformed`, and quarantined too."""
        for name, event in no_events().items():
            with self.subTest(name):
                raw = compact(event)
                before, after = self.counted(), self.ask.ping()["hubsequence"]
                reply = self.ask.publish_raw(raw)
                self.assertEqual((reply["ok"], reply["error"]["code"]), (False, "malformed"))
                self.grew(before, quarantined=1)
                self.check_finding(after, raw)

    def test_frames(self):
        """`[event]` or `[topic][event]`, and nothing else."""
        a = self.agent("bad")
        before = self.counted()
        a.send_frames(b"any.topic", compact(a.self_event("heartbeat")))
        a.send_frames(b"", compact(a.self_event("heartbeat")))
        self.grew(before, applied=2)
        before = self.counted()
        a.send_frames(b"t", compact(a.self_event("heartbeat", sequence=None)), b"more")
        self.grew(before, quarantined=1)

    def test_nobody_speaks_as_the_hub(self):
        """A decision that an agent made up, under the hub's name or its own, binds nobody."""
        a, handoff = self.agent("liar"), new_id()
        a.offer(handoff, "b", {})
        for source in ("hub:" + self.hub.ready["name"], "hub:other", "agent:liar"):
            event = a.event("seam.handoff.fallback" if source != "agent:liar" else "seam.decision.discarded",
                            {"handoff": handoff, "attempt": 1, "action": "stop", "cause": "made up"},
                            source=source, sequence=None)
            with self.subTest(source):
                reply = self.ask.publish_raw(compact(event))
                self.assertTrue(not reply["ok"] or reply["standing"] == "spoke_for_another", reply)
                self.assertEqual(self.state(handoff), "offered")
        self.identity(self.counted())

    def test_odd_but_valid(self):
        """Integers of any length, \\u0000, 64 deep, unknown attributes, traceparent: all kept."""
        a, journal = self.agent("odd"), self.journal()
        event = a.offer_event("HANDOFF", "b", "HERE", traceparent="00-1-2-01", newer={"x": [None, -0.0]})
        for text in (b'"\\u0000"', b"1" * 20000, b"1e-400", b'"\\ud83d\\ude00"', b"-0", b"null", b"\t[ ]",
                     b"[" * 62 + b"]" * 62, b"0.74", b"1E5", b'{"\\u00e9":"\\/"}', '"\u202e\uffff"'.encode()):
            with self.subTest(text[:20]):
                raw = compact(dict(event, id=new_id("odd"), sequence=None)).replace(b'"HERE"', text)
                raw = raw.replace(b'"sequence":null,', b"").replace(b"HANDOFF", new_id().encode())
                reply = self.ask.publish_raw(raw)
                self.assertIs(reply["ok"], True, reply)
                self.assertEqual(reply["digest"], digest(text.strip()))
                self.assertEqual(as_it_came(journal.event(reply["recorded"])), raw)

    def test_spliced_members_are_lost_first(self):
        """An event that arrives with recordedtime or hubsequence loses it; other bytes stay."""
        a, journal = self.agent("splice"), self.journal()
        for place in ("first", "last"):
            event = a.self_event("heartbeat")
            false = {"hubsequence": "%020d" % 7, "recordedtime": "2001-01-01T00:00:00Z"}
            sent = dict(false, **event) if place == "first" else dict(event, **false)
            with self.subTest(place):
                recorded = journal.event(self.ask.publish_raw(compact(sent))["recorded"])
                self.assertEqual(as_it_came(recorded), compact(event))
                self.assertNotIn(b"2001-01-01", recorded)
                self.assertEqual(recorded.count(b'"hubsequence"'), 1)
                self.assertEqual(recorded.count(b'"recordedtime"'), 1)

    def test_recorded_members(self):
        """recordedtime: UTC with Z and microseconds; hubsequence padded to 20."""
        a = self.agent("splice")
        event = self.ask.events_after(str(int(a.hello()["recorded"]) - 1), 1)["events"][0]
        self.assertRegex(event["recordedtime"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")
        self.assertRegex(event["hubsequence"], r"^[0-9]{20}$")


class Standings(HubCase):
    contracts = (contract("work", "p", "q"),)

    def setUp(self):
        self.handoff, self.before = new_id(), self.counted()
        self.a, self.b = (self.agent(name, numbered=False) for name in "pq")

    def offer(self, confidence=check.HIGH, **more):
        return self.a.offer(self.handoff, "q", artifact(confidence), contract="work/1.0.0", **more)

    def test_duplicate(self):
        event = self.a.self_event("heartbeat")
        first = self.a.publish(event)
        for _ in range(4):
            self.assertEqual(self.a.publish(event)["recorded"], first["recorded"])
        self.a.send_event(event)
        self.grew(self.before, applied=1, duplicates=5)
        until(lambda: self.told(event, first["recorded"]) == 5, "5 duplicates in the journal")

    def told(self, event, recorded):
        """How many duplicates of the event the journal tells of: `of` is the first's hubsequence."""
        found = [e["data"] for e in self.ask.all_events(recorded) if e["type"] == "seam.duplicate"]
        mine = [d for d in found if (d["source"], d["id"]) == (event["source"], event["id"])]
        self.assertEqual({int(d["of"]) for d in mine} - {int(recorded)}, set())
        return sum(int(d["count"]) for d in mine)

    def test_only_type_and_data_make_a_duplicate(self):
        event = self.a.self_event("heartbeat")
        self.a.publish(event)
        self.assertTrue(self.a.publish(dict(event, time="2031-01-01T00:00:00Z", other=1))["duplicate"])
        self.grew(self.before, applied=1, duplicates=1)

    def test_id_reused(self):
        """With other type or data bytes: kept, shown, counted, not applied."""
        event = self.a.offer_event(self.handoff, "q", artifact(), contract="work/1.0.0")
        self.a.publish(event)
        raw = compact(event).replace(b'"attempt":1', b'"attempt": 1')
        for body in (raw, compact(dict(event, type="seam.handoff.accepted")),
                     compact(dict(event, data={"agent": "p"}, type="seam.agent.bye"))):
            self.assertEqual(self.ask.publish_raw(body)["standing"], "id_reused")
        self.grew(self.before, applied=1, id_reused=3)
        self.assertEqual(self.state(self.handoff), "offered")

    def test_one_id_two_sources(self):
        """An id belongs to its source."""
        for who in (self.a, self.b):
            who.publish(who.self_event("heartbeat", id="same-" + self.handoff))
        self.grew(self.before, applied=2)

    def test_offered_again_under_a_new_id(self):
        first = self.offer()
        again = self.offer()
        self.assertEqual((again["duplicate"], again["recorded"]), (True, first["recorded"]))
        self.grew(self.before, applied=1, duplicates=1)

    def test_conflict(self):
        """Shown as one; the first artifact stands."""
        first = self.offer()
        other = self.offer(0.95)
        self.assertEqual(other["standing"], "conflict")
        self.grew(self.before, applied=1, conflicts=1)
        item = self.ask.show(self.handoff)
        self.assertEqual((item["digest"], item["artifact"]), (first["digest"], artifact()))
        self.assertEqual(self.shown(), {"conflict": 1})

    def shown(self):
        """The standings in the history of the handoff."""
        marks = [event.get("standing") for event in self.ask.show(self.handoff)["history"]]
        return {mark: marks.count(mark) for mark in marks if mark is not None}

    def test_early(self):
        """Kept, and judged and applied right after the offer, in hubsequence order."""
        self.assertEqual(self.b.say("accepted", self.handoff)["standing"], "early")
        self.assertEqual(self.b.say("completed", self.handoff)["standing"], "early")
        self.a.say("accepted", self.handoff)
        self.grew(self.before, early=3)
        self.offer()
        self.assertEqual(self.state(self.handoff), "completed")
        self.grew(self.before, applied=3, spoke_for_another=1)

    def test_early_and_then_held(self):
        self.b.say("accepted", self.handoff)
        self.offer(check.LOW)
        self.assertEqual(self.state(self.handoff), "held")
        self.grew(self.before, applied=2)

    def test_early_for_a_higher_attempt(self):
        self.offer()
        self.assertEqual(self.b.say("accepted", self.handoff, 2)["standing"], "early")
        self.grew(self.before, applied=1, early=1)
        self.offer(attempt=2)
        self.assertEqual(self.state(self.handoff), "accepted")
        self.grew(self.before, applied=3)

    def test_late(self):
        self.offer()
        self.offer(attempt=2)
        self.assertEqual(self.b.say("accepted", self.handoff, 1)["standing"], "late")
        self.b.say("completed", self.handoff, 2)
        self.assertEqual(self.b.say("accepted", self.handoff, 2)["standing"], "late")
        self.grew(self.before, applied=3, late=2)
        self.assertEqual(self.shown(), {"late": 2})

    def test_spoke_for_another(self):
        self.offer()
        c = self.agent("c", numbered=False)
        for who, event in (
                (self.a, self.a.said_event("accepted", self.handoff)),
                (c, c.said_event("dead_lettered", self.handoff)),
                (c, c.said_event("fallback", self.handoff, action="stop", cause="none")),
                (c, c.offer_event(new_id(), "q", {}, data={"from": "p"})),
                (c, c.event("seam.agent.bye", {"agent": "p"})),
                (self.b, self.b.said_event("held", self.handoff, cause="confidence")),
                (self.b, self.b.event("seam.decision.approved", {"handoff": self.handoff, "attempt": 1})),
                (self.b, self.b.event("seam.contract.loaded", {"contract": {}, "digest": "x"}))):
            with self.subTest(event["type"]):
                self.assertEqual(who.publish(event)["standing"], "spoke_for_another")
        self.assertEqual(self.state(self.handoff), "offered")
        self.identity(self.counted())
        self.assertEqual(self.counted()["spoke_for_another"], self.before["spoke_for_another"] + 8)

    def test_higher_attempt_from_and_to_others(self):
        self.offer()
        c = self.agent("c", numbered=False)
        reply = c.offer(self.handoff, "q", artifact(), attempt=2)
        self.assertEqual(reply["standing"], "spoke_for_another")
        reply = self.a.offer(self.handoff, "elsewhere", artifact(), attempt=2)
        self.assertEqual(reply["standing"], "conflict")
        self.assertEqual(self.ask.show(self.handoff)["attempt"], 1)

    def test_either_side_may_give_up(self):
        for who in (self.a, self.b):
            self.handoff = new_id()
            self.offer()
            who.say("dead_lettered", self.handoff)
            self.assertEqual(self.state(self.handoff), "dead")

    def test_unknown_type(self):
        for kind in ("com.example.made.up", "seam.handoff.newer", "seam.newer.thing"):
            self.assertEqual(self.a.publish(self.a.event(kind, {}))["standing"], "unknown_type")
        self.a.publish(self.a.event("com.example.no.data", None))
        self.grew(self.before, unknown_type=4)


class Numbers(HubCase):
    """A hole is a loss when it is 2 s old; the clock of this hub runs five times as fast."""

    options = ("--clock-rate", 5)

    def send(self, agent, *numbers):
        for number in numbers:
            agent.publish(agent.self_event("heartbeat", sequence=str(number)))

    def lost(self):
        counters = self.counted()
        return counters["lost"], counters["unheard"]

    def test_numbers(self):
        """One after the other, as they share the counters `lost` and `unheard`."""
        for step in (self.hole, self.unheard, self.no_loss, self.speaking_for_another,
                     self.runs_begin_anew, self.publish_overtakes):
            with self.subTest(step.__name__):
                self.before = self.lost()
                step()

    def more(self, lost=0, unheard=0):
        return self.before[0] + lost, self.before[1] + unheard

    def settle(self):
        """Waits until a hole made now would be 2 s old: one of a witness's is."""
        witness = self.agent(new_id("witness"))
        self.send(witness, 1, 3)
        self.journaled("seam.gap", source="agent:" + witness.name)
        self.send(witness, 2)

    def hole(self):
        a = self.agent("holes")
        self.send(a, 1, 2)
        self.send(a, 5)
        gap = self.journaled("seam.gap", source="agent:holes", run=a.run)
        self.assertEqual((int(gap["data"]["first"]), int(gap["data"]["last"])), (3, 4))
        opened = [e for e in self.ask.all_events() if e["source"] == "agent:holes"][-1]
        age = check.fold.moment(gap["recordedtime"]) - check.fold.moment(opened["recordedtime"])
        self.assertGreaterEqual(age.total_seconds(), 2)
        self.assertEqual(self.lost(), self.more(lost=2))
        self.send(a, 4)                       # one that comes late is applied and lowers it
        self.assertEqual(self.lost(), self.more(lost=1))
        self.journaled("seam.gap", source="agent:holes", run=a.run)      # its gap stays
        self.send(a, 3)
        self.assertEqual(self.lost(), self.more())

    def unheard(self):
        """Those below the first heard."""
        a = self.agent("mute")
        self.send(a, 4)
        self.assertEqual(self.lost(), self.more(unheard=3))
        self.send(a, 3)
        self.assertEqual(self.lost(), self.more(unheard=2))

    def no_loss(self):
        """Padding, and what is not applied, makes no hole."""
        a, b, handoff = self.agent("fine"), self.agent("fine-too"), new_id()
        self.send(a, "1", "02", "%020d" % 3)
        a.offer(handoff, "fine-too", {}, sequence="4")
        a.offer(handoff, "fine-too", {"other": 1}, sequence="5")
        a.publish(a.event("com.example.unknown", {}, sequence="6"))
        self.send(a, 7)
        self.send(b, 1)
        self.settle()
        self.assertEqual(self.lost(), self.more())

    def speaking_for_another(self):
        """It uses up no sequence number."""
        a = self.agent("honest")
        self.send(a, 1)
        a.publish(a.event("seam.agent.bye", {"agent": "holes"}, sequence="9"))
        self.send(a, 2)
        self.settle()
        self.assertEqual(self.lost(), self.more())

    def runs_begin_anew(self):
        """A new run, a replica, and without `run` a 1 under a new id."""
        for _ in range(2):
            self.send(self.agent("twins"), 1, 2)
        one, two = self.agent("twins"), self.agent("twins")
        for number in (1, 2, 3):
            self.send(one, number)
            self.send(two, number)
        runless = self.agent("runless", run="")
        self.send(runless, 1, 2, 3)
        self.send(runless, 1, 2)
        self.settle()
        self.assertEqual(self.lost(), self.more())

    def publish_overtakes(self):
        """A `publish` that overtakes a backlog of the events lane makes no hole."""
        a = self.agent("overtaker")
        a.open_lane()
        for _ in range(2000):
            a.send_event(a.self_event("heartbeat"))
        a.bye()
        until(lambda: self.ask.items("agents", filter={"agent": "overtaker"}), "it is heard of")
        self.settle()
        until(lambda: self.lost() == self.more(), "nothing is lost")


if __name__ == "__main__":
    check.main()
