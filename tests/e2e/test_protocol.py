#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The control lane as such: envelope, delimiter, errors, sizes; and the example of the protocol page."""
import hashlib
import json

import check
import zmq
from agent import EXAMPLE, Control, NoAnswer, compact, digest, until
from check import HubCase, artifact, contract, example_contract, new_id

MIB = 1 << 20


def padded(event, size):
    """The event as bytes of exactly `size`, its artifact filled up."""
    event["data"]["artifact"] = ""
    event["data"]["artifact"] = "x" * (size - len(compact(event)))
    raw = compact(event)
    assert len(raw) == size
    return raw


class Envelope(HubCase):
    def raw(self, *frames):
        """The reply to frames sent as they are: its frames."""
        socket = Control(self.hub.control)
        self.addCleanup(socket.close)
        socket.send(list(frames))
        return socket.receive()

    def answer(self, *frames):
        return json.loads(self.raw(*frames)[-1])

    def test_ping(self):
        """`name` `version` `protocol` `feed` `events` (URLs)"""
        reply = self.ask.ping()
        self.assertEqual(reply["name"], self.hub.ready["name"])
        self.assertRegex(reply["protocol"], r"\A1\.[1-9][0-9]*\Z")
        self.assertEqual((reply["feed"], reply["events"]), (self.hub.feed, self.hub.events))
        self.assertIsInstance(reply["version"], str)

    def test_every_reply_bears_epoch_and_hubsequence(self):
        """hubsequence is "on the wire always a string of digits"."""
        for reply in (self.ask.ping(), self.ask.call("nonsense"), self.answer(b"{")):
            self.assertEqual(reply["epoch"], self.hub.ready["epoch"])
            self.assertRegex(reply["hubsequence"], r"^[0-9]+$")

    def test_rid_comes_back(self):
        for rid in ("a", "x" * 128, "with \"quotes\" and é"):
            reply = self.answer(compact({"op": "ping", "rid": rid}))
            self.assertEqual((reply["ok"], reply["rid"]), (True, rid))

    def test_rid_that_is_none(self):
        """`rid` is a string of at most 128."""
        for rid in ("x" * 129, 7, ["a"], {}):
            with self.subTest(rid=rid):
                reply = self.answer(compact({"op": "ping", "rid": rid}))
                self.assertIs(reply["ok"], False)
                self.assertEqual(reply["error"]["code"], "malformed")

    def test_without_rid_there_is_an_answer(self):
        for request in ({"op": "ping"}, {"op": "ping", "rid": None}):
            self.assertIn(self.answer(compact(request))["ok"], (True, False))

    def test_delimiter_comes_back_as_it_came(self):
        request = compact({"op": "ping", "rid": "r"})
        self.assertEqual(len(self.raw(request)), 1)
        frames = self.raw(b"", request)
        self.assertEqual((len(frames), frames[0]), (2, b""))
        self.assertEqual(json.loads(frames[1])["rid"], "r")

    def test_req_socket(self):
        socket = zmq.Context.instance().socket(zmq.REQ)
        self.addCleanup(socket.close)
        socket.linger = 0
        socket.connect(self.hub.control)
        for rid in ("one", "two"):
            socket.send(compact({"op": "ping", "rid": rid}))
            self.assertTrue(socket.poll(5000), "no answer over REQ")
            self.assertEqual(json.loads(socket.recv())["rid"], rid)

    def test_malformed_gets_an_error_and_never_silence(self):
        ping = compact({"op": "ping", "rid": "r"})
        cases = {
            "text": [b"hello"], "nothing": [b""], "only a delimiter": [b"", b""], "array": [b"[]"],
            "number": [b"7"], "null": [b"null"], "empty object": [b"{}"], "cut": [ping[:-1]],
            "more after it": [ping + b"{}"], "no op": [compact({"rid": "r"})],
            "op is a number": [compact({"op": 1, "rid": "r"})],
            "op is null": [compact({"op": None, "rid": "r"})],
            "duplicate key": [b'{"op":"ping","op":"ping","rid":"r"}'],
            "invalid UTF-8": [b'{"op":"ping","rid":"\xff"}'],
            "lone surrogate": [b'{"op":"ping","rid":"\\ud800"}'],
            "beyond a double": [b'{"op":"ping","rid":"r","x":1e999}'],
            "NaN": [b'{"op":"ping","rid":"r","x":NaN}'],
            "deep": [b'{"op":"ping","rid":"r","x":' + b"[" * 5000 + b"]" * 5000 + b"}"],
            "NUL bytes": [b"\0" * 32], "two bodies": [ping, ping], "three": [b"", ping, ping],
        }
        for name, frames in cases.items():
            with self.subTest(name):
                reply = self.answer(*frames)
                self.assertIs(reply["ok"], False)
                self.assertEqual(reply["error"]["code"], "malformed")
                self.assertIsInstance(reply["error"]["message"], str)

    def test_unknown_op(self):
        """A minor version adds ops: an old hub must say that it does not know one."""
        for op in ("nonsense", "PING"):
            reply = self.ask.call(op)
            self.assertEqual(reply["error"]["code"], "unknown_op")

    def test_ops_without_what_they_need(self):
        full = {
            "publish": {"event": {}},
            "list": {"what": "review"}, "show": {"handoff": "h"},
            "decide": {"decision": "d", "handoff": "h", "attempt": 1, "digest": "sha256:0",
                       "action": "approve", "operator": "mira"},
            "wait": {"agent": "a", "handoff": "h", "attempt": 1, "seconds": 0},
            "decisions": {"agent": "a"},
            "deliver": {"agent": "a", "decision": "d", "outcome": "applied"},
        }
        for op, members in full.items():
            for missing in members:
                for value in ("left out", None, ["x"]):
                    request = dict(members)
                    request[missing] = value
                    if value == "left out":
                        del request[missing]
                    with self.subTest(op=op, missing=missing, value=value):
                        self.refused("malformed", op, **request)

    def test_words_outside_the_lists(self):
        self.refused("malformed", "list", what="nonsense")
        self.refused("malformed", "decide", decision="d", handoff="h", attempt=1, digest="sha256:0",
                     action="bless", operator="mira")
        self.refused("malformed", "deliver", agent="a", decision="d", outcome="maybe")
        self.refused("malformed", "events", after="not digits")
        self.refused("malformed", "list", what="handoffs", filter=["x"])

    def test_not_found(self):
        self.refused("not_found", "show", handoff="nobody-offered-this")
        self.refused("not_found", "wait", agent="a", handoff="nobody-offered-this", attempt=1, seconds=0)
        self.refused("not_found", "deliver", agent="a", decision="nobody-decided", outcome="applied")
        self.refused("not_found", "decide", decision="d-nf", handoff="nobody-offered-this", attempt=1,
                     digest="sha256:" + "0" * 64, action="approve", operator="mira")

    def test_requests_without_waiting(self):
        """Requests may be sent without waiting, and answers may come in another order."""
        rids = [self.ask.rid() for _ in range(200)]
        for rid in rids:
            self.ask.send(compact({"op": "counters", "rid": rid}))
        for rid in rids:
            self.assertIs(self.ask.reply_to(rid)["ok"], True)

    def test_a_wait_does_not_hold_up_others(self):
        a = self.agent("pipeline")
        held = new_id()
        a.offer(held, "sink", artifact())
        waiting = self.ask.rid()
        self.ask.send(compact({"op": "wait", "rid": waiting, "agent": "sink", "handoff": held,
                               "attempt": 1, "seconds": 0}))
        self.ask.ping()
        self.assertEqual(self.ask.reply_to(waiting)["state"], "offered")

    def test_unknown_members_are_no_fault(self):
        """A minor version adds fields."""
        self.assertIs(self.ask.call("ping", newer={"x": [1]})["ok"], True)


class Publish(HubCase):
    contracts = (contract("work", "p", "q"),)

    def test_reply_for_an_offer(self):
        """`recorded` `duplicate`; for an offer also `state` `digest` `deadline`"""
        a = self.agent("p")
        fine = artifact()
        reply = a.offer(new_id(), "q", fine, contract="work/1.0.0")
        self.assertEqual((reply["state"], reply["digest"]), ("offered", digest(fine)))
        self.assertRegex(reply["recorded"], r"^[0-9]+$")
        self.assertGreaterEqual(int(reply["hubsequence"]), int(reply["recorded"]))
        self.assertFalse(reply.get("duplicate"))
        self.assertIsNone(reply.get("standing"))
        event = self.journaled("seam.handoff.offered", int(reply["recorded"]) - 1)
        self.assertEqual(int(event["hubsequence"]), int(reply["recorded"]))
        offered, deadline = (check.fold.moment(t) for t in (event["recordedtime"], reply["deadline"]))
        self.assertEqual((deadline - offered).total_seconds(), check.DAY)

    def test_no_contract_for_the_edge(self):
        """With no contract for the edge nothing is held."""
        a = self.agent("p")
        reply = a.offer(new_id(), "elsewhere", {"confidence": 0.01})
        self.assertEqual(reply["state"], "offered")
        self.assertIsNone(reply.get("deadline"))

    def test_digest_is_of_the_bytes_as_they_stood(self):
        a = self.agent("p")
        raw = b'{ "confidence":0.90 ,\t"fallback": "stop_if_not_progressed_within_1h", "\\u00e9":1 }'
        event = compact(a.offer_event(new_id(), "q", "HERE", contract="work/1.0.0"))
        reply = self.ask.publish_raw(event.replace(b'"HERE"', raw))
        self.assertEqual(reply["digest"], "sha256:" + hashlib.sha256(raw).hexdigest())

    def test_again_until_answered(self):
        """The first one's `recorded` if it is a duplicate."""
        a = self.agent("p")
        event = a.offer_event(new_id(), "q", artifact(), contract="work/1.0.0")
        first = a.publish(event)
        for _ in range(3):
            again = a.publish(event)
            self.assertEqual((again["recorded"], again["duplicate"]), (first["recorded"], True))
            self.assertEqual((again["state"], again["digest"]), (first["state"], first["digest"]))

    def test_other_events(self):
        a, b, handoff = self.agent("p"), self.agent("q"), new_id()
        a.offer(handoff, "q", artifact(), contract="work/1.0.0")
        for verb in ("accepted", "progressed", "progressed", "completed"):
            reply = b.say(verb, handoff)
            self.assertIsNone(reply.get("standing"))
            self.assertEqual(self.state(handoff), verb)

    def test_standing(self):
        """One that is not applied: ok, with `standing`."""
        a, b, handoff = self.agent("p"), self.agent("q"), new_id()
        self.assertEqual(b.say("accepted", handoff)["standing"], "early")
        a.offer(handoff, "q", artifact(), contract="work/1.0.0")
        self.assertEqual(self.state(handoff), "accepted")
        self.assertEqual(b.say("accepted", handoff)["standing"], "late")
        self.assertEqual(a.say("completed", handoff)["standing"], "spoke_for_another")
        self.assertEqual(a.offer(handoff, "q", artifact(0.95))["standing"], "conflict")
        self.assertEqual(a.publish(a.event("com.example.new", {}))["standing"], "unknown_type")
        twice = a.self_event("heartbeat")
        a.publish(twice)
        self.assertEqual(a.publish(dict(twice, type="seam.agent.bye"))["standing"], "id_reused")

    def test_unknown_contract_is_held(self):
        """Missing or unknown while some loaded contract names this from and to."""
        a = self.agent("p")
        for name in (None, "work/9.9.9", "other/1.0.0"):
            with self.subTest(name):
                reply = a.offer(new_id(), "q", artifact(), contract=name)
                self.assertEqual(reply["state"], "held")

    def test_confidence(self):
        """Strictly below is held; missing, not a number, or outside 0..1 too."""
        a = self.agent("p")
        fine, wrong = (0.8, 1, 0.9), (0.79999, 0, 1.01, -0.1, "0.9", None, True, [0.9])
        for confidence in fine + wrong:
            with self.subTest(confidence):
                reply = a.offer(new_id(), "q", artifact(confidence), contract="work/1.0.0")
                self.assertEqual(reply["state"], "held" if any(confidence is w for w in wrong) else "offered")
        bare = artifact()
        del bare["confidence"]
        handoff = new_id()
        self.assertEqual(a.offer(handoff, "q", bare, contract="work/1.0.0")["state"], "held")
        self.journaled("seam.handoff.held", handoff=handoff, cause="fault")


class Sizes(HubCase):
    """At most 1 MiB as sent; frames up to 4 MiB are read, of events up to 2 MiB; above, the peer is cut off."""

    def event(self, a, size):
        return padded(a.offer_event(new_id(), "sink", ""), size)

    def test_1_mib_is_taken(self):
        a = self.agent("big", numbered=False)
        before = self.counted()
        self.assertIs(self.ask.publish_raw(self.event(a, MIB))["ok"], True)
        a.send_event(self.event(a, MIB))
        self.grew(before, applied=2)

    def test_too_large(self):
        """The same code one byte above, well above, and next to the limit of a frame."""
        a = self.agent("big", numbered=False)
        for size in (MIB + 1, 2 * MIB, 4 * MIB - 1000):
            with self.subTest(size):
                reply = self.ask.publish_raw(self.event(a, size))
                self.assertEqual((reply["ok"], reply["error"]["code"]), (False, "too_large"))
                self.assertEqual(len(reply["rid"]) > 0, True)

    def test_above_1_mib_on_the_events_lane_is_quarantined(self):
        a = self.agent("big", numbered=False)
        for size in (MIB + 1, 2 * MIB):
            before, after = self.counted(), self.ask.ping()["hubsequence"]
            raw = self.event(a, size)
            a.send_event(raw)
            self.grew(before, quarantined=1)
            found = self.journaled("seam.quarantined", after)["data"]
            self.assertEqual((found["size"], found["sha256"][-64:]),
                             (size, hashlib.sha256(raw).hexdigest()))

    def test_larger_frames_are_cut_off(self):
        """The hub lives, and answers everybody else."""
        lost = Control(self.hub.control)
        self.addCleanup(lost.close)
        lost.send(compact({"op": "ping", "rid": "x", "pad": "x" * (5 * MIB)}))
        self.ask.ping()
        with self.assertRaises(NoAnswer):
            lost.receive(1.0)
        big = self.agent("bigger", numbered=False)
        big.open_lane()
        before = self.counted()
        big.send_frames(b"x" * (2 * MIB + 1))
        self.ask.ping()
        again = self.agent("bigger", numbered=False)
        again.send_event(again.self_event("heartbeat"))
        until(lambda: self.counted()["applied"] == before["applied"] + 1, "a new connection is heard")
        self.assertEqual(self.counted()["quarantined"], before["quarantined"])

    def test_no_reply_exceeds_8_mib(self):
        a = self.agent("heavy", numbered=False)
        after = self.ask.ping()["hubsequence"]
        for _ in range(12):
            a.publish_raw(self.event(a, MIB))
        page = self.ask.call("events", after=after, limit=1000, patience=20)
        self.assertLessEqual(len(compact(page)), 8 * MIB)
        self.assertTrue(page["more"])
        self.assertEqual(len(self.ask.all_events(after)), 12)


class Example(HubCase):
    """The artifact of the protocol page, held; 300 s of the hub's clock later its fallback fires."""

    contracts = (example_contract(),)
    options = ("--clock-rate", 100, "--grace", 0)
    handoff = "ho-7f3a"

    def test_example(self):
        raw = compact(EXAMPLE)
        self.assertEqual(digest(raw),
                         "sha256:f6de833923f1e2b9dc4b74bee0a37b44a198c125d1db85d670b09effb73a3d32")
        a = self.agent("correlator")
        reply = a.offer(self.handoff, "investigator", EXAMPLE, subject="inc-2026-04-17-0042",
                        contract="correlation-to-investigation/1.0.0")
        self.assertEqual((reply["state"], reply["digest"]), ("held", digest(raw)))
        self.item(reply)
        self.held(reply)
        self.fallback(reply)

    def item(self, reply):
        item = self.ask.show(self.handoff)
        expected = {
            "handoff": self.handoff, "attempt": 1, "state": "held", "from": "correlator",
            "to": "investigator", "contract": "correlation-to-investigation/1.0.0",
            "confidence": 0.74, "digest": reply["digest"], "incident": "inc-2026-04-17-0042",
            "deadline": reply["deadline"], "on_deadline": "escalate to oncall",
            "summary": "recent_deploy: 84 alerts on checkout-api, payment-client",
            "decision": None, "operator": None, "claimed_by": None, "artifact": EXAMPLE}
        self.assertEqual({key: item[key] for key in expected}, expected)
        self.assertIn(item["faults"], (None, []))

    def held(self, reply):
        """Judged, and the finding journaled in the same commit, right after the offer."""
        event = self.ask.events_after(reply["recorded"], 1)["events"][0]
        self.assertEqual(event["type"], "seam.handoff.held")
        self.assertEqual(event["source"], "hub:" + self.hub.ready["name"])
        self.assertEqual(event["id"], "h-" + event["hubsequence"].lstrip("0"))
        self.assertEqual(int(event["hubsequence"]), int(reply["recorded"]) + 1)
        self.assertNotIn("sequence", event)
        data = event["data"]
        self.assertEqual((data["handoff"], data["attempt"], data["cause"]), (self.handoff, 1, "confidence"))
        self.assertEqual((data["confidence"], data["review_below"]), (0.74, 0.8))
        self.assertEqual((data["contract"], data["deadline"], data["on_deadline"]),
                         ("correlation-to-investigation/1.0.0", reply["deadline"], "escalate to oncall"))

    def fallback(self, reply):
        fired = self.journaled("seam.handoff.fallback", reply["recorded"], 15, handoff=self.handoff)
        self.assertEqual(fired["source"], "hub:" + self.hub.ready["name"])
        self.assertEqual((fired["data"]["action"], fired["data"]["target"]), ("escalate", "oncall"))
        offer = self.ask.events_after(str(int(reply["recorded"]) - 1), 1)["events"][0]
        late = check.fold.moment(fired["recordedtime"]) - check.fold.moment(offer["recordedtime"])
        self.assertGreaterEqual(late.total_seconds(), 300)
        self.assertEqual(self.state(self.handoff), "escalated")
        self.assertEqual([item["handoff"] for item in self.ask.items("review")], [self.handoff])
        history = [event["type"] for event in self.ask.show(self.handoff)["history"]]
        self.assertEqual(history, ["seam.handoff.offered", "seam.handoff.held", "seam.handoff.fallback"])


if __name__ == "__main__":
    check.main()
