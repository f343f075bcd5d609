#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The reference fold against recordings made by hand, one rule of the protocol page at a time."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import fold  # noqa: E402


def clock(seconds):
    """The recorded time that many seconds after midnight."""
    whole, micros = int(seconds), round(seconds % 1 * 1000000)
    return "2026-04-17T%02d:%02d:%02d.%06dZ" % (whole // 3600, whole // 60 % 60, whole % 60, micros)


class Tape:
    """A recording that is being written. Each line is recorded a millisecond after the last."""

    def __init__(self):
        self.lines, self.now, self.ids = [], 0.0, 0

    def raw(self, line):
        self.lines.append(line if isinstance(line, bytes) else line.encode())
        return self

    def event(self, source, kind, data, **attributes):
        self.ids += 1
        self.now += 0.001
        name = ("h-%d" if source.startswith("hub:") else "e%d") % self.ids
        event = {"specversion": "1.0", "id": name, "source": source, "type": kind,
                 "data": data, "recordedtime": clock(self.now), "hubsequence": "%020d" % self.ids}
        event.update(attributes)
        return self.raw(json.dumps({k: v for k, v in event.items() if v is not None}))

    def agent(self, name, verb, **attributes):
        return self.event("agent:" + name, "seam.agent." + verb, {"agent": name}, **attributes)

    def offer(self, handoff="h", attempt=1, sender="a", receiver="b", artifact=1, **attributes):
        return self.event("agent:" + sender, "seam.handoff.offered",
                          {"handoff": handoff, "attempt": attempt, "from": sender, "to": receiver,
                           "artifact": artifact}, **attributes)

    def say(self, verb, handoff="h", attempt=1, by="b", attributes=None, **data):
        if verb in ("refused", "failed", "dead_lettered"):
            data.setdefault("reason", "other")
        data = dict({"handoff": handoff, "attempt": attempt}, **data)
        return self.event("agent:" + by, "seam.handoff." + verb, data, **(attributes or {}))

    def hub(self, kind, **data):
        return self.event("hub:test", "seam." + kind, data)

    def held(self, handoff="h", attempt=1, cause="confidence"):
        return self.hub("handoff.held", handoff=handoff, attempt=attempt, cause=cause)

    def decided(self, verb, handoff="h", attempt=1):
        return self.hub("decision." + verb, handoff=handoff, attempt=attempt)

    def fired(self, action, handoff="h", attempt=1):
        return self.hub("handoff.fallback", handoff=handoff, attempt=attempt, action=action)

    def wait(self, seconds):
        self.now += seconds
        return self

    def stats(self, at=None):
        complaints = []
        stats = fold.fold_lines(self.lines, at, lambda line, why: complaints.append((line, str(why))))
        stats["complaints"] = complaints
        return stats


def counted(stats):
    return {key: stats[key] for key in fold.COUNTERS if stats[key] and key != "received"}


class Case(unittest.TestCase):
    def check(self, tape, states=None, **counters):
        stats = tape.stats()
        self.assertEqual(stats["complaints"], [])
        self.assertEqual(counted(stats), counters)
        self.identity(stats)
        if states is not None:
            self.assertEqual(stats["states"], states)
        return stats

    def identity(self, stats):
        """`received` is the sum of all that the page names, always."""
        parts = set(fold.COUNTERS) - {"received", "lost", "unheard", "access_denied"}
        self.assertEqual(stats["received"], sum(stats[part] for part in parts))


# How each state is reached, as (method, arguments) of a tape.
PATHS = {
    "offered": [],
    "held": [("held",)],
    "accepted": [("say", "accepted")],
    "progressed": [("say", "progressed")],
    "completed": [("say", "completed")],
    "refused": [("say", "refused")],
    "failed": [("say", "failed")],
    "dead": [("say", "dead_lettered")],
    "escalated": [("held",), ("decided", "escalated")],
    "stopped": [("fired", "stop")],
    "proceeded": [("fired", "proceed")],
    "requeued": [("fired", "requeue")],
    "approved": [("held",), ("decided", "approved")],
    "rejected": [("held",), ("decided", "rejected")],
    "discarded": [("say", "failed"), ("decided", "discarded")],
}

# The table again, the other way round: state -> what an agent's event makes of it.
SAME = "same"
TABLE = {
    "accepted": {"offered": "accepted", "approved": "accepted", "proceeded": "accepted",
                 "held": SAME, "escalated": SAME},
    "progressed": dict.fromkeys(("offered", "accepted", "progressed", "approved", "proceeded",
                                 "held", "escalated"), "progressed"),
    "completed": dict.fromkeys(("offered", "accepted", "progressed", "approved", "proceeded",
                                "held", "escalated"), "completed"),
    "refused": dict.fromkeys(("offered", "accepted", "approved", "proceeded", "held",
                              "escalated"), "refused"),
    "failed": dict.fromkeys(("offered", "accepted", "approved", "proceeded", "held",
                             "escalated", "progressed"), "failed"),
    "dead_lettered": dict.fromkeys(set(PATHS) - {"completed", "discarded", "dead"}, "dead"),
}
DECIDED = {
    "approved": dict.fromkeys(("held", "escalated"), "approved"),
    "rejected": dict.fromkeys(("held", "escalated"), "rejected"),
    "escalated": dict.fromkeys(set(PATHS) - {"completed", "discarded", "rejected"}, "escalated"),
    "held": dict(dict.fromkeys(("held", "escalated"), SAME), offered="held"),
    "requeued": dict.fromkeys(("dead", "stopped", "refused", "failed", "discarded"), "requeued"),
    "discarded": dict.fromkeys(("dead", "stopped", "refused", "failed"), "discarded"),
}


def reached(state):
    tape = Tape().offer()
    for step in PATHS[state]:
        getattr(tape, step[0])(*step[1:])
    return tape


class States(Case):
    def test_paths(self):
        for state in PATHS:
            with self.subTest(state):
                self.assertEqual(reached(state).stats()["states"], {state: 1})

    def test_every_event_in_every_state(self):
        for verb, row in TABLE.items():
            for state in PATHS:
                with self.subTest(verb=verb, state=state):
                    stats = reached(state).say(verb).stats()
                    after = row.get(state)
                    self.assertEqual(stats["late"], 0 if after else 1)
                    self.assertEqual(stats["states"], {after if after not in (None, SAME) else state: 1})

    def test_every_decision_in_every_state(self):
        for verb, row in DECIDED.items():
            for state in PATHS:
                with self.subTest(verb=verb, state=state):
                    after = row.get(state)
                    stats = reached(state).decided(verb).stats()
                    self.assertEqual(stats["states"], {after if after not in (None, SAME) else state: 1})
                    self.assertEqual(stats["late"], 0, "the hub's events count in none")

    def test_fallback_leads_to(self):
        for action, state in fold.FALLBACK_STATE.items():
            for start in ("offered", "accepted", "held", "escalated", "refused", "failed"):
                with self.subTest(action=action, start=start):
                    dead = action == "proceed" and start in ("refused", "failed")
                    expected = "dead" if dead else state
                    self.assertEqual(reached(start).fired(action).stats()["states"], {expected: 1})

    def test_fallback_elsewhere_is_late(self):
        allowed = {"offered", "accepted", "held", "escalated", "refused", "failed"}
        for state in set(PATHS) - allowed:
            with self.subTest(state):
                tape = reached(state).say("fallback", by="a", action="escalate")
                self.check(tape, {state: 1}, applied=tape.stats()["applied"], late=1)

    def test_fallback_once_an_attempt(self):
        tape = Tape().offer().fired("escalate").say("fallback", by="b", action="stop")
        self.check(tape, {"escalated": 1}, applied=1, late=1)
        self.check(tape.offer(attempt=2).fired("stop", attempt=2), {"stopped": 1}, applied=2, late=1)

    def test_no_fallback_after_a_final_decision(self):
        tape = reached("approved").say("accepted").say("fallback", by="b", action="stop")
        self.check(tape, {"accepted": 1}, applied=2, late=1)
        tape = reached("approved").say("failed").fired("dead_letter")
        self.check(tape, {"failed": 1}, applied=2)

    def test_refused_decision_is_held_again(self):
        for verb, path in (("approved", "held"), ("rejected", "held"), ("requeued", "failed")):
            with self.subTest(verb):
                tape = reached(path).decided(verb).held(cause="decision_refused")
                self.assertEqual(tape.stats()["states"], {"held": 1})
                self.assertEqual(tape.decided("approved").stats()["states"], {"approved": 1})

    def test_held_by_confidence_needs_an_open_state(self):
        for state in PATHS:
            with self.subTest(state):
                may = state in ("offered", "accepted", "progressed")
                self.assertEqual(reached(state).held().stats()["states"], {"held" if may else state: 1})

    def test_one_final_decision_an_attempt(self):
        tape = reached("approved").say("failed").decided("requeued")
        self.assertEqual(tape.stats()["states"], {"requeued": 1})

    def test_higher_attempt_begins_anew(self):
        for state in PATHS:
            with self.subTest(state):
                tape = reached(state).offer(attempt=3)
                self.assertEqual(tape.stats()["states"], {"offered": 1})
                self.assertEqual(tape.say("accepted", attempt=2).stats()["late"], 1)

    def test_unknown_handoff_of_the_hub_is_ignored(self):
        self.check(Tape().held().decided("approved").fired("stop"), {})

    def test_finding_for_another_attempt_is_ignored(self):
        tape = Tape().offer(attempt=2).held(attempt=1).held(attempt=3)
        self.check(tape, {"offered": 1}, applied=1)


class Judging(Case):
    def test_early_is_applied_after_the_offer_in_order(self):
        tape = Tape().say("accepted").say("completed")
        self.check(tape, {}, early=2)
        self.check(tape.offer(), {"completed": 1}, applied=3)

    def test_early_is_judged_for_who_said_it(self):
        tape = Tape().say("accepted", by="c").say("dead_lettered", by="a").offer()
        self.check(tape, {"dead": 1}, applied=2, spoke_for_another=1)

    def test_early_may_become_late(self):
        self.check(Tape().say("completed").say("accepted").offer(), {"completed": 1},
                   applied=2, late=1)

    def test_early_then_held(self):
        """The early event stands before the hub's finding on the offer."""
        self.check(Tape().say("accepted").offer().held(), {"held": 1}, applied=2)
        self.check(Tape().say("completed").offer().held(), {"completed": 1}, applied=2)

    def test_higher_attempt_than_offered_is_early(self):
        tape = Tape().offer().say("accepted", attempt=2)
        self.check(tape, {"offered": 1}, applied=1, early=1)
        self.check(tape.offer(attempt=2), {"accepted": 1}, applied=3)

    def test_early_for_a_skipped_attempt_is_late(self):
        tape = Tape().offer().say("accepted", attempt=2).offer(attempt=3)
        self.check(tape, {"offered": 1}, applied=2, late=1)

    def test_duplicate(self):
        tape = Tape().offer(id="x").offer(id="x", time="2026-01-01T00:00:00Z")
        self.check(tape, {"offered": 1}, applied=1, duplicates=1)

    def test_duplicates_of_the_hub_add_their_count(self):
        tape = Tape().offer(id="x").hub("duplicate", source="agent:a", id="x", of="1", count=7)
        stats = self.check(tape, {"offered": 1}, applied=1, duplicates=7)
        self.assertEqual(stats["received"], 8)

    def test_id_reused(self):
        tape = Tape().offer(id="x").offer(id="x", artifact=2).say("accepted", by="a",
                                                                  attributes={"id": "x"})
        self.check(tape, {"offered": 1}, applied=1, id_reused=2)

    def test_ids_belong_to_a_source(self):
        self.check(Tape().agent("a", "hello", id="x").agent("b", "hello", id="x"), {}, applied=2)

    def test_data_is_compared_byte_by_byte(self):
        line = ('{"specversion":"1.0","id":"x","source":"agent:a","type":"seam.agent.hello",'
                '"data":{"agent":%s"a"}}')
        self.check(Tape().raw(line % "").raw(line % " "), {}, applied=1, id_reused=1)

    def test_offered_again_under_a_new_id(self):
        self.check(Tape().offer().offer(), {"offered": 1}, applied=1, duplicates=1)
        self.check(Tape().offer().offer(artifact=2), {"offered": 1}, applied=1, conflicts=1)

    def test_artifact_bytes_as_they_stood(self):
        line = ('{"specversion":"1.0","id":"%s","source":"agent:a","type":"seam.handoff.offered",'
                '"data":{"handoff":"h","attempt":1,"from":"a","to":"b","artifact":%s}}')
        tape = Tape().raw(line % ("1", "[0.5]")).raw(line % ("2", "[0.50]")).raw(line % ("3", "[0.5]"))
        self.check(tape, {"offered": 1}, applied=1, conflicts=1, duplicates=1)

    def test_lower_attempt_is_late(self):
        self.check(Tape().offer(attempt=2).offer(attempt=1), {"offered": 1}, applied=1, late=1)

    def test_an_old_attempt_offered_again(self):
        tape = Tape().offer().offer(attempt=2).offer()
        self.check(tape, {"offered": 1}, applied=2, duplicates=1)

    def test_higher_attempt_from_or_to_another(self):
        tape = Tape().offer().offer(attempt=2, sender="c").offer(attempt=2, receiver="d")
        self.check(tape, {"offered": 1}, applied=1, spoke_for_another=1, conflicts=1)

    def test_who_may_say_what(self):
        for verb in ("accepted", "progressed", "completed", "refused", "failed"):
            for by in ("a", "c"):
                with self.subTest(verb=verb, by=by):
                    self.check(Tape().offer().say(verb, by=by), {"offered": 1},
                               applied=1, spoke_for_another=1)
        for by in ("a", "b"):
            self.check(Tape().offer().say("dead_lettered", by=by), {"dead": 1}, applied=2)
            self.check(Tape().offer().say("fallback", by=by, action="stop"), {"stopped": 1}, applied=2)
        self.check(Tape().offer().say("dead_lettered", by="c"), {"offered": 1},
                   applied=1, spoke_for_another=1)

    def test_offer_for_another(self):
        tape = Tape().event("agent:x", "seam.handoff.offered",
                            {"handoff": "h", "attempt": 1, "from": "a", "to": "b", "artifact": 1})
        self.check(tape, {}, spoke_for_another=1)

    def test_what_only_the_hub_says(self):
        for kind in sorted(fold.HUB_TYPES):
            with self.subTest(kind):
                tape = Tape().offer().event("agent:a", kind, {"handoff": "h", "attempt": 1})
                self.check(tape, {"offered": 1}, applied=1, spoke_for_another=1)

    def test_agents_speak_for_themselves(self):
        for verb in ("hello", "heartbeat", "bye"):
            tape = Tape().agent("a", verb).event("agent:b", "seam.agent." + verb, {"agent": "a"})
            self.check(tape, {}, applied=1, spoke_for_another=1)

    def test_unknown_type(self):
        tape = Tape().event("agent:a", "com.example.thing", None).event("agent:a", "seam.handoff.new", {})
        self.check(tape, {}, unknown_type=2)

    def test_quarantined(self):
        stats = self.check(Tape().hub("quarantined", reason="json"), {}, quarantined=1)
        self.assertEqual((stats["events"], stats["received"]), (1, 1))


class Hooks(Case):
    def owed(self, tape, **expected):
        stats = tape.stats()
        self.assertEqual({name: stats["hooks_" + name] for name in ("done", "failed", "muted", "owed")},
                         dict(dict.fromkeys(("done", "failed", "muted", "owed"), 0), **expected))

    def test_from_when_it_is_on(self):
        tape = Tape().offer().decided("escalated").hub("hook.set", hook="escalate", on=True)
        self.owed(tape)
        self.owed(tape.decided("escalated"), owed=1)
        self.owed(tape.hub("hook.set", hook="escalate", on=False))

    def test_what_ends_it(self):
        tape = Tape().hub("hook.set", hook="escalate", on=True).offer()
        for place in (3, 4, 5):
            tape.decided("escalated")
        one = {"handoff": "h", "attempt": 1, "hook": "escalate"}
        tape.hub("hook.failed", of="3", again="2026-05-04T03:12:07Z", **one)
        self.owed(tape, owed=3)
        tape.hub("hook.done", of="%020d" % 3, **one).hub("hook.failed", of=4, **one).hub("hook.skipped", of="5", **one)
        self.owed(tape, done=1, failed=1, muted=1)
        self.owed(tape.hub("hook.done", of="3", **one), done=1, failed=1, muted=1)

    def test_fallbacks(self):
        tape = Tape().hub("hook.set", hook="escalate", on=True).hub("hook.set", hook="fallback", on=True)
        tape.offer().say("fallback", action="escalate")
        self.owed(tape, owed=2)
        self.owed(tape.say("fallback", action="stop"), owed=2)      # late
        self.owed(Tape().hub("hook.set", hook="fallback", on=True).offer().fired("stop"), owed=1)


class Numbers(Case):
    def seq(self, tape, *numbers, run="r", name="a"):
        for n in numbers:
            tape.agent(name, "heartbeat", sequence=str(n), run=run)
        return tape

    def test_no_hole(self):
        self.check(self.seq(Tape(), 1, 2, 3).wait(9).agent("a", "bye"), {}, applied=4)

    def test_a_hole_is_one_when_it_is_2_s_old(self):
        tape = self.seq(Tape(), 1, 4)
        self.check(tape, {}, applied=2)
        self.check(tape.wait(1.9).agent("b", "hello"), {}, applied=3)
        self.check(tape.wait(0.2).agent("b", "bye"), {}, applied=4, lost=2)

    def test_exactly_2_s(self):
        tape = self.seq(Tape(), 1, 3)
        self.assertEqual(tape.stats(at=clock(tape.now + 2))["lost"], 1)
        self.assertEqual(tape.stats(at=clock(tape.now + 1.999999))["lost"], 0)

    def test_a_gap_says_so_before(self):
        tape = self.seq(Tape(), 1, 5).hub("gap", source="agent:a", run="r", first="2", last="3")
        self.check(tape, {}, applied=2, lost=2)

    def test_late_fill_lowers_it_and_the_gap_stays(self):
        tape = self.seq(Tape(), 1, 4).wait(3).hub("gap", source="agent:a", run="r", first=2, last=3)
        self.seq(tape, 3)
        stats = self.check(tape, {}, applied=3, lost=1)
        self.assertEqual(stats["events"], 4)

    def test_each_part_of_a_hole_keeps_its_age(self):
        tape = self.seq(Tape(), 1, 9).wait(3)
        self.check(self.seq(tape, 5), {}, applied=3, lost=6)

    def test_unheard(self):
        self.check(self.seq(Tape(), 5, 6), {}, applied=2, unheard=4)

    def test_lower_than_the_first_heard(self):
        tape = self.seq(Tape(), 5, 2)
        self.check(tape, {}, applied=2, unheard=1)
        self.check(tape.wait(3).agent("b", "hello"), {}, applied=3, unheard=1, lost=2)

    def test_runs_are_counted_apart(self):
        self.check(self.seq(self.seq(Tape(), 1, 2), 1, 2, run="s"), {}, applied=4)

    def test_the_empty_run_begins_anew_with_1(self):
        tape = self.seq(Tape(), 1, 2, 3, run=None)
        self.check(self.seq(tape, 1, 2, run=None).wait(3).agent("b", "hello"), {}, applied=6)

    def test_padding_does_not_matter(self):
        self.check(self.seq(Tape(), "1", "02", "%020d" % 3).wait(3).agent("b", "bye"), {}, applied=4)

    def test_speaking_for_another_uses_no_number(self):
        tape = Tape().offer(sequence="1", run="r")
        tape.say("accepted", by="a", attributes={"sequence": "2", "run": "r"})
        self.check(self.seq(tape, 2), {"offered": 1}, applied=2, spoke_for_another=1)

    def test_what_is_not_applied_uses_its_number(self):
        tape = Tape().offer(sequence="1", run="r").offer(sequence="2", run="r", artifact=2)
        self.check(self.seq(tape, 3).wait(3).agent("b", "hello"), {"offered": 1},
                   applied=3, conflicts=1)

    def test_a_duplicate_may_bring_a_number(self):
        tape = Tape().agent("a", "hello", id="x", sequence="1", run="r")
        tape.agent("a", "hello", id="x", sequence="2", run="r")
        self.check(self.seq(tape, 3).wait(3).agent("b", "hello"), {}, applied=3, duplicates=1)

    def test_20_digits(self):
        self.check(self.seq(Tape(), "9" * 20), {}, applied=1, unheard=10 ** 20 - 2)


def spoil(**changes):
    event = {"specversion": "1.0", "id": "x", "source": "agent:a", "type": "seam.handoff.offered",
             "data": {"handoff": "h", "attempt": 1, "from": "a", "to": "b", "artifact": {}}}
    event["data"] = dict(event["data"], **changes.pop("data", {}))
    event.update(changes)
    event["data"] = {k: v for k, v in event["data"].items() if v is not None}
    return json.dumps({k: v for k, v in event.items() if v is not None})


NO_EVENTS = {
    "text": b"hello", "array": b"[]", "nothing": b"{}", "cut": spoil()[:-1].encode(),
    "more": spoil().encode() + b"{}", "nan": spoil().replace("{}", "NaN").encode(),
    "huge": spoil().replace("{}", "1e400").encode(), "zero": spoil().replace("{}", "01").encode(),
    "bom": b"\xef\xbb\xbf" + spoil().encode(), "utf8": spoil().replace("{}", '"?"').encode().replace(b"?", b"\xff"),
    "overlong": spoil().replace("{}", '"?"').encode().replace(b"?", b"\xc0\xaf"),
    "surrogate": spoil().replace("{}", '"\\ud800"').encode(),
    "low surrogate": spoil().replace("{}", '"\\udc00\\ud800"').encode(),
    "surrogate key": spoil().replace("{}", '{"\\ud800":1}').encode(),
    "twice at the top": spoil().replace('"id"', '"id":"y","id"', 1).encode(),
    "twice below": spoil().replace("{}", '{"a":1,"\\u0061":2}').encode(),
    "deep": spoil().replace("{}", "[" * 63 + "]" * 63).encode(),
    "very deep": spoil().replace("{}", "[" * 100000 + "]" * 100000).encode(),
    "long": spoil().replace("{}", '"' + "x" * (1 << 20) + '"').encode(),
    "control": spoil().replace("{}", '"\x01"').encode(),
    "specversion": spoil(specversion="0.3").encode(), "no specversion": spoil(specversion=None).encode(),
    "no id": spoil(id=None).encode(), "empty id": spoil(id="").encode(), "number id": spoil(id=7).encode(),
    "no type": spoil(type=None).encode(), "no source": spoil(source=None).encode(),
    "bare source": spoil(source="a").encode(), "bad name": spoil(source="agent:A b").encode(),
    "long name": spoil(source="agent:" + "a" * 65).encode(),
    "sequence": spoil(sequence="x").encode(), "long sequence": spoil(sequence="1" * 21).encode(),
    "attempt 0": spoil(data={"attempt": 0}).encode(), "attempt text": spoil(data={"attempt": "1"}).encode(),
    "attempt true": spoil(data={"attempt": True}).encode(),
    "no handoff": spoil(data={"handoff": None}).encode(), "handoff": spoil(data={"handoff": "a b"}).encode(),
    "no to": spoil(data={"to": None}).encode(), "no artifact": spoil(data={"artifact": None}).encode(),
    "no reason": spoil(type="seam.handoff.refused").encode(),
    "reason": spoil(type="seam.handoff.refused", data={"reason": "mood"}).encode(),
    "action": spoil(type="seam.handoff.fallback", data={"action": ["stop"]}).encode(),
    "no agent": spoil(type="seam.agent.hello").encode(),
}

GOOD = {
    "plain": spoil().encode(), "white space": b" \t" + spoil().encode() + b" \r",
    "nul": spoil().replace("{}", '"\\u0000"').encode(),
    "pair": spoil().replace("{}", '"\\ud83d\\ude00"').encode(),
    "long integer": spoil().replace("{}", "1" * 9000).encode(),
    "tiny": spoil().replace("{}", "1e-400").encode(),
    "64 deep": spoil().replace("{}", "[" * 62 + "]" * 62).encode(),
    "wide": spoil().replace("{}", "[" + "[]," * 500 + "[]]").encode(),
    "artifact null": spoil().replace("{}", "null").encode(),
    "unknown attributes": spoil(traceparent="00-1-2-01", weird={"a": [1]}).encode(),
}


class Strict(Case):
    def test_no_events(self):
        for name, line in NO_EVENTS.items():
            with self.subTest(name):
                with self.assertRaises(fold.NoEvent):
                    fold.Event(line)

    def test_good(self):
        for name, line in GOOD.items():
            with self.subTest(name):
                self.check(Tape().raw(line), {"offered": 1}, applied=1)

    def test_1_mib(self):
        room = (1 << 20) - len(spoil().replace("{}", '""'))
        for more in (0, 1):
            line = spoil().replace("{}", '"' + "x" * (room + more) + '"').encode()
            self.assertEqual(len(line), (1 << 20) + more)
            stats = Tape().raw(line).stats()
            self.assertEqual((stats["applied"], len(stats["complaints"])), (1 - more, more))

    def test_a_bad_line_is_named_and_the_rest_loads(self):
        stats = Tape().raw("oops").offer().raw("").raw("{}").say("accepted").stats()
        self.assertEqual([line for line, _ in stats["complaints"]], [1, 4])
        self.assertEqual((stats["events"], stats["states"]), (2, {"accepted": 1}))


class Output(Case):
    def test_edges(self):
        tape = Tape().offer("h1").offer("h2").offer("h3").offer("h1", attempt=2)
        tape.say("accepted", "h1", 2).say("completed", "h1", 2).say("refused", "h2").held("h3")
        tape.offer("h4", sender="b", receiver="c").say("dead_lettered", "h4", by="c")
        self.assertEqual(tape.stats()["edges"], [
            {"from": "a", "to": "b", "offered": 4, "accepted": 1, "completed": 1, "refused": 1,
             "held": 1, "dead": 0},
            {"from": "b", "to": "c", "offered": 1, "accepted": 0, "completed": 0, "refused": 0,
             "held": 0, "dead": 1}])

    def test_agents(self):
        """Distinct names seen as source, from or to."""
        tape = Tape().offer(sender="a", receiver="b").agent("c", "hello").hub("clock.jumped", by=1)
        self.assertEqual(tape.stats()["agents"], 3)

    def test_at(self):
        tape = Tape().offer().wait(5).say("accepted")
        early = tape.stats(at=clock(1))
        self.assertEqual((early["events"], early["states"], early["as_of"]), (1, {"offered": 1}, clock(1)))
        self.assertEqual(tape.stats()["as_of"], clock(tape.now))

    def test_without_recorded_time(self):
        tape = Tape().agent("a", "hello", recordedtime=None, hubsequence=None,
                            time="2026-04-17T01:00:00+02:00")
        self.assertEqual(tape.stats()["as_of"], "2026-04-17T01:00:00+02:00")

    def test_times(self):
        self.assertEqual(fold.moment("2026-04-17T01:00:00.5+02:00"), fold.moment("2026-04-16T23:00:00.500Z"))
        self.assertIsNone(fold.moment("2026-13-17T01:00:00Z"))
        self.assertIsNone(fold.moment("yesterday"))


class Program(unittest.TestCase):
    def run_on(self, path, *more):
        done = subprocess.run([sys.executable, os.path.join(HERE, "fold.py"), path] + list(more),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=30)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout), done.stderr.decode()

    def test_plain_and_packed(self):
        tape = Tape().offer().say("accepted").raw("no event")
        with tempfile.TemporaryDirectory(dir=os.environ.get("SEAM_TEST_TMP")) as folder:
            path = os.path.join(folder, "r.jsonl")
            with open(path, "wb") as out:
                out.write(b"\n".join(tape.lines) + b"\n")
            stats, complaints = self.run_on(path)
            self.assertIn("r.jsonl:3: no event", complaints)
            self.assertEqual(stats["states"], {"accepted": 1})
            if shutil.which("zstd"):
                subprocess.run(["zstd", "-q", path], check=True, timeout=30)
                self.assertEqual(self.run_on(path + ".zst")[0], stats)


if __name__ == "__main__":
    unittest.main()
