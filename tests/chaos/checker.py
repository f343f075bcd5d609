#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The judge of a chaos run: what was answered, done and heard, held against the export of the journal.

Written from docs/PROTOCOL.md alone; it shares no code with the hub. Standings are those of the second fold
(tests/oracle/fold.py). `faults(records, lines)` gives what is wrong, as lines of text; [] is good.

    checker.py FOLDER        judges the records.jsonl and export.jsonl that a run has left there

Records, one JSON object each:

    publish, decide, deliver   `request`, how often it was sent (`tries`), and every reply that came
    lane                       `event`, sent once on the events lane: there or not, and counted if not
    act                        an agent did what was decided: `agent` `decision` `handoff` `attempt`
    heard                      `name`, and [hubsequence, digest] of each event that a feed's reader took
    doer                       `agent` is the one that has to do `decision`
    start                      `epoch` of a hub that said it was ready
"""
import collections
import datetime
import hashlib
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "oracle"))
import fold  # noqa: E402

FINAL = {"approve": "approved", "reject": "rejected", "requeue": "requeued", "discard": "discarded"}
DECIDED = dict(FINAL, escalate="escalated", hold="held")
REFUSALS = {"stale", "already_decided", "too_late", "not_allowed", "not_found"}
ADDED = ("recordedtime", "hubsequence", "artifactdigest")
SECOND = datetime.timedelta(seconds=1)
MOST = 30                      # faults of one kind that are said


def content(event):
    """A digest of an event, whatever the order and the white space of its members."""
    text = json.dumps(event, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def as_sent(event):
    return {key: value for key, value in event.items() if key not in ADDED}


class Watch(fold.Fold):
    """The second fold, and what it does not keep: attempts, and what stopped their clocks."""

    def __init__(self):
        super().__init__()
        self.attempts = {}     # (handoff, attempt) -> Attempt
        self.highest = {}

    def _offer(self, event):
        standing = super()._offer(event)
        if standing == "applied":
            key = event.data["handoff"], event.data["attempt"]
            below = self.attempts.get((key[0], self.highest.get(key[0])))
            if below is not None:
                below.stop(event.hubsequence)
            self.attempts[key] = Attempt(event)
            self.highest[key[0]] = key[1]
        return standing

    def _said(self, event):
        standing = super()._said(event)
        attempt = self.attempts.get((event.data["handoff"], event.data["attempt"]))
        if standing == "applied" and event.verb in ("progressed", "completed", "dead_lettered", "fallback"):
            attempt.stop(event.hubsequence)
        if standing == "applied" and event.verb in ("refused", "failed"):
            attempt.ended = True
        return standing


class Attempt:
    """One attempt of a handoff and its fallback."""

    def __init__(self, event):
        data = event.data
        self.place, self.offered = event.hubsequence, event.recorded
        self.contract = event.attributes.get("dataschema")
        artifact = data["artifact"] if isinstance(data["artifact"], dict) else {}
        self.confidence = artifact.get("confidence")
        wish = artifact.get("fallback")
        self.action = wish["action"] if isinstance(wish, dict) else None
        self.deadline = self.offered + wish["after_seconds"] * SECOND if self.action else None
        self.due = self.deadline   # or later, while a human holds it
        self.stopped = None    # hubsequence of what stopped its clock
        self.ended = False     # refused or failed
        self.fired = []        # hubsequences of the hub's fallbacks
        self.finals = []       # final decisions, since it last came back to a human

    def stop(self, place):
        if self.stopped is None:
            self.stopped = place


class Checker:
    def __init__(self, records, lines):
        self.records = records
        self.lines = [json.loads(line) for line in lines]
        self.by_place = {int(event["hubsequence"]): event for event in self.lines}
        self.found = collections.defaultdict(list)
        self.watch = Watch()
        self.raw = lines
        self.sent, self.acts = {}, collections.Counter()
        self.epochs, self.doers, self.asked = set(), set(), set()
        self.meant = {record["request"]["decision"] for record in records
                      if record["what"] == "decide" and record["request"].get("restore")}
        self.there = {(event["source"], event["id"]): event for event in self.lines}
        self.decided, self.delivered, self.fallbacks = {}, {}, {}
        for event in self.lines:
            kind, data = event["type"], event.get("data") or {}
            if kind.startswith("seam.decision.") and not kind.endswith("denied"):
                self.decided[data["decision"]] = event
            elif kind.startswith("seam.delivery."):
                self.delivered[data["decision"], data["agent"]] = event
            elif kind == "seam.handoff.fallback" and event["source"].startswith("hub:"):
                self.fallbacks[event["id"]] = event

    def fault(self, kind, text, *arguments):
        self.found[kind].append(text % arguments)

    def judge(self):
        self.numbers()
        self.events()
        self.story()
        self.clocks()
        for record in self.records:
            getattr(self, "on_" + record["what"])(record)
        self.answers_of_agents()
        self.lost_numbers()
        return ["%s: %s" % (kind, text) for kind, texts in sorted(self.found.items())
                for text in texts[:MOST] + ["... %d in all" % len(texts)] * (len(texts) > MOST)]

    # The journal by itself.

    def numbers(self):
        """1, 2, 3 ... without a hole, in a time that never goes back."""
        places = [int(event["hubsequence"]) for event in self.lines]
        if places != list(range(1, len(places) + 1)):
            wrong = next((i for i, place in enumerate(places, 1) if place != i), None)
            self.fault("hubsequence", "the %sth event of %d bears %s", wrong, len(places),
                       places[wrong - 1] if wrong else "-")
        last = fold.EPOCH
        for event in self.lines:
            now = fold.moment(event["recordedtime"])
            if now < last:
                self.fault("recordedtime", "goes back at %s", event["hubsequence"])
            last = now

    def events(self):
        """No event twice, no decision twice, no answer twice."""
        seen = collections.Counter()
        for event in self.lines:
            kind, data = event["type"], event.get("data") or {}
            seen["event", event["source"], event["id"]] += 1
            if kind.startswith("seam.decision.") and not kind.endswith("denied"):
                seen["decision", data["decision"], ""] += 1
            if kind.startswith("seam.delivery."):
                seen["delivery", data["decision"], data["agent"]] += 1
        for name, count in seen.items():
            if count > 1:
                self.fault("twice", "%s is in the journal %d times", " ".join(name), count)

    def story(self):
        """Event by event: decisions that win, fallbacks, findings beside their cause."""
        for raw, event in zip(self.raw, self.lines):
            place, kind, data = int(event["hubsequence"]), event["type"], event.get("data") or {}
            standing = self.watch.apply(fold.Event(raw.strip().encode()))
            attempt = self.watch.attempts.get((data.get("handoff"), data.get("attempt")))
            if kind == "seam.handoff.offered" and standing == "applied":
                self.finding(place, attempt, data)
            if attempt is None or not event["source"].startswith("hub:"):
                continue
            if kind == "seam.handoff.fallback":
                self.fallback(event, place, attempt, data)
            elif kind == "seam.handoff.held" and data["cause"] == "decision_refused":
                attempt.finals = []
            elif kind.startswith("seam.decision."):
                self.decision(kind.rpartition(".")[2], place, attempt, data)

    def finding(self, place, attempt, data):
        """An offer below its contract's bar: `held` is the next event, in the same commit."""
        if attempt.contract is None or attempt.confidence is None or attempt.confidence >= 0.8:
            return
        behind = self.by_place.get(place + 1, {"type": "nothing", "data": {}})
        if behind["type"] != "seam.handoff.held" or behind["data"]["handoff"] != data["handoff"]:
            self.fault("half", "offer %d (%s) must be held; behind it stands %s", place, data["handoff"],
                       behind["type"])

    def fallback(self, event, place, attempt, data):
        name = "%s attempt %d" % (data["handoff"], data["attempt"])
        when = fold.moment(event["recordedtime"])
        if attempt.stopped is not None:
            self.fault("fallback", "%s fires at %d, its clock was stopped by %d", name, place, attempt.stopped)
        attempt.fired.append(place)
        if attempt.due is None or when < attempt.due:
            self.fault("fallback", "%s fires at %s, it is due at %s", name, when, attempt.due)
            return
        late = (when - attempt.due) / SECOND
        if late > 1.5 and abs(data.get("overdue_by", 0) - late) > 0.5:
            self.fault("fallback", "%s is %g s late and says overdue_by %s", name, late, data.get("overdue_by"))
        turned = attempt.action == "requeue" or attempt.action == "proceed" and attempt.ended
        if data["action"] != attempt.action and not (turned and data["action"] == "dead_letter"):
            self.fault("fallback", "%s does %s, not %s", name, data["action"], attempt.action)

    def decision(self, verb, place, attempt, data):
        if verb == "held":
            attempt.due = attempt.deadline and max(attempt.deadline, fold.moment(data["until"]))
        if verb == "escalated":    # handed up, it waits again, whatever stood before
            attempt.finals = []
        if verb not in FINAL.values():
            return
        rivals = ("approved", "rejected") if verb in ("approved", "rejected") else ("requeued", "discarded")
        if data["decision"] in self.meant:   # what was discarded may be put back, once
            if "discarded" not in attempt.finals:
                self.fault("winners", "%s attempt %d is put back at %d and was never discarded",
                           data["handoff"], data["attempt"], place)
            rivals = ("requeued",)
        if any(other in rivals for other in attempt.finals):
            self.fault("winners", "%s attempt %d is %s at %d and was %s already", data["handoff"],
                       data["attempt"], verb, place, attempt.finals)
        attempt.finals.append(verb)
        attempt.stop(place)

    def clocks(self):
        """Every fallback once; none only where the clock was stopped."""
        for (handoff, number), attempt in self.watch.attempts.items():
            if len(attempt.fired) > 1:
                self.fault("fallback", "%s attempt %d fired %d times: %s", handoff, number,
                           len(attempt.fired), attempt.fired)
            if not attempt.fired and attempt.due is not None and attempt.stopped is None:
                self.fault("fallback", "%s attempt %d was due at %s and never fired", handoff, number,
                           attempt.due)

    # What was answered.

    def answers(self, record):
        """(good replies, codes of bad ones)."""
        good = [reply for reply in record["replies"] if reply["ok"]]
        bad = [reply["error"]["code"] for reply in record["replies"] if not reply["ok"]]
        return good, [code for code in bad if code != "unavailable"]

    def same_place(self, record, good, name):
        places = {int(reply["recorded"]) for reply in good}
        if len(places) > 1:
            self.fault("answers", "%s was answered with %s", name, sorted(places))
        return self.by_place.get(min(places)) if places else None

    def on_publish(self, record):
        event, name = record["request"]["event"], record["request"]["event"]["id"]
        good, bad = self.answers(record)
        if bad:
            self.fault("answers", "publish of %s was refused: %s", name, bad)
        there = self.same_place(record, good, name)
        if good and (there is None or as_sent(there) != event):
            self.fault("missing", "%s was answered as %s; there stands %s", name, good[0]["recorded"],
                       there and there["id"])
        if not good and not record["gave_up"]:
            self.fault("answers", "%s was never answered", name)
        self.sent[event["source"], event["id"]] = event

    def on_lane(self, record):
        event = record["event"]
        self.sent[event["source"], event["id"]] = event

    def on_decide(self, record):
        request = record["request"]
        name = request["decision"]
        good, bad = self.answers(record)
        self.asked.add(name)
        there = self.decided.get(name)
        if good:
            told = self.same_place(record, good, name)
            if told is None or told is not there or not self.is_that_decision(told, request):
                self.fault("missing", "decision %s was accepted as %s; there stands %s", name,
                           good[0]["recorded"], told and told["id"])
        elif there is not None and len(bad) >= record["tries"]:
            self.fault("invented", "decision %s was answered %s and is in the journal at %s", name, bad,
                       there["hubsequence"])
        if there is not None and not self.is_that_decision(there, request):
            self.fault("half", "decision %s is not as it was sent: %s", name, there)
        for reply in record["replies"]:
            if not reply["ok"]:
                self.denial(name, request, reply["error"])

    def is_that_decision(self, event, request):
        data = event["data"]
        return (event["type"] == "seam.decision." + DECIDED[request["action"]]
                and all(data.get(key) == request[key] for key in
                        ("decision", "handoff", "attempt", "digest", "operator"))
                and data.get("note") == request.get("note"))

    def denial(self, name, request, error):
        """Who was first, as the answer says, is what the journal says."""
        if error["code"] == "already_decided":
            first = self.by_place.get(int(error["recorded"]))
            if error["decision"] == name:
                self.fault("answers", "%s was told that it was first itself", name)
            if first is None or first["data"].get("decision") != error["decision"] \
                    or first["data"]["operator"] != error["operator"] \
                    or first["data"]["handoff"] != request["handoff"]:
                self.fault("answers", "%s was told that %s was first at %s; there stands %s", name,
                           error["decision"], error["recorded"], first and first["type"])
        elif error["code"] == "too_late":
            attempt = self.watch.attempts.get((request["handoff"], request["attempt"]))
            if attempt is None or not attempt.fired:
                self.fault("answers", "%s was told too_late, and nothing has fired", name)
        elif error["code"] not in REFUSALS | {"unavailable"}:
            self.fault("answers", "%s was answered %s: %s", name, error["code"], error["message"])

    def on_deliver(self, record):
        request = record["request"]
        name = request["decision"], request["agent"]
        good, bad = self.answers(record)
        if bad:
            self.fault("answers", "deliver of %s by %s was refused: %s", *name, bad)
        there = self.same_place(record, good, name)
        if good and (there is None or there is not self.delivered.get(name)
                     or there["type"] != "seam.delivery." + request["outcome"]):
            self.fault("missing", "deliver of %s by %s was answered as %s; there stands %s", *name,
                       good[0]["recorded"], there and there["type"])
        if not good and not record["gave_up"]:
            self.fault("answers", "deliver of %s by %s was never answered", *name)

    # Agents.

    def on_act(self, record):
        decision = self.decided.get(record["decision"]) or self.fallbacks.get(record["decision"])
        self.acts[record["decision"]] += 1
        if decision is None or decision["data"]["handoff"] != record["handoff"] \
                or decision["data"]["attempt"] != record["attempt"]:
            self.fault("acts", "%s acted on %s, which is not in the journal like that", record["agent"],
                       record["decision"])

    def answers_of_agents(self):
        """Each decision done once at most, and whoever says that it is done has done it."""
        for decision, count in self.acts.items():
            if count > 1:
                self.fault("acts", "%s was done %d times", decision, count)
        for (decision, agent), event in self.delivered.items():
            source = self.decided.get(decision) or self.fallbacks.get(decision)
            if event["type"] == "seam.delivery.applied" and source is not None \
                    and (decision, agent) in self.doers and not self.acts[decision]:
                self.fault("acts", "%s says that it did %s and has not", agent, decision)
        for decision in self.decided.keys() - self.asked:
            self.fault("invented", "decision %s is in the journal, and nobody made it", decision)
        for event in self.lines:
            key = event["source"], event["id"]
            if event["source"].startswith("agent:") and self.sent.get(key) != as_sent(event):
                self.fault("invented", "%s is in the journal and was not sent like that", " ".join(key))

    def on_doer(self, record):
        self.doers.add((record["decision"], record["agent"]))

    def on_start(self, record):
        self.epochs.add(record["epoch"])
        if len(self.epochs) > 1:
            self.fault("epoch", "it changed: %s", sorted(self.epochs))

    def on_heard(self, record):
        """Every event once, in order, and the same as in the journal."""
        places = [place for place, _ in record["heard"]]
        if places != list(range(1, len(self.lines) + 1)):
            wrong = next((i for i, place in enumerate(places, 1) if place != i), len(places))
            self.fault("feed", "%s heard %d of %d events; the %dth is %s", record["name"], len(places),
                       len(self.lines), wrong, places[wrong - 1:wrong])
        for place, digest in record["heard"]:
            if place in self.by_place and content(self.by_place[place]) != digest:
                self.fault("feed", "%s heard another event as %d than the journal's %s", record["name"],
                           place, self.by_place[place]["type"])

    def lost_numbers(self):
        """What the events lane lost is counted: numbers there, lost and unheard make up all."""
        counts = self.watch.stats()
        missing = 0
        for event in self.sent.values():
            there = self.there.get((event["source"], event["id"]))
            missing += there is None and "sequence" in event
        if counts["lost"] + counts["unheard"] != missing:
            self.fault("lost", "%d numbered events are missing, counted are %d lost and %d unheard", missing,
                       counts["lost"], counts["unheard"])


def faults(records, lines):
    """What is wrong, as lines of text. `lines` are the export's, without line ends."""
    return Checker(records, lines).judge()


def read(folder):
    def lines(name):
        with open(os.path.join(folder, name), encoding="utf-8") as stream:
            return stream.read().splitlines()
    return [json.loads(line) for line in lines("records.jsonl")], lines("export.jsonl")


def main():
    records, lines = read(sys.argv[1])
    found = faults(records, lines)
    print("\n".join(found) or "nothing wrong: %d events, %d records" % (len(lines), len(records)))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
