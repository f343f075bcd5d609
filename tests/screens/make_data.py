#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""
make_data.py: writes the recordings that the screen tests fold, into data/ beside it.

  night.jsonl   14 agents, 23 Nov 2026, up to 03:12:41: kyc has lost its confidence, refunds
                wait for a human and will ship, ledger refuses what billing sends
  calm.jsonl    10 agents and nothing wrong
  wide.jsonl    60 agents, 106 edges, a few in trouble
  versions.jsonl billing moves to invoice.draft@4, ledger takes @3 alone; kyc has a new model; an
                edge with two versions; agents that hand on in a circle
  hostile.jsonl an agent that tries to draw on the operator's screen
  liar.jsonl    another, by the names of contracts, versions and violations
  breach.jsonl  billing hands ledger what breaks its contracts: held, buried, refused; a
                mole whose words look like the hub's
  broken.jsonl  contracts that are broken and nobody refuses; one that is loaded again as it was, one
                that changed under its version; a version that nobody knows, one that was rolled back
  hundred.jsonl 100 wait for a human: 60 of them are alike in six ways, 25 are single ones, 15 break
                their contracts, each at a place of its own
  incident.jsonl two incidents: kyc has lost its confidence and what came of it waits, ships, and is
                used elsewhere; invoices are refused. Notes, tags, titles, who is on it
  empty.jsonl   nothing but a contract
  missed.jsonl  276 events of an agent that never came

The same files, byte for byte, every time. The hub's part (holds, numbers, recorded times) is
played here, so a line is an event as the hub journals it.
"""
import datetime
import json
import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "fixtures"))
from make_hostile import case  # noqa: E402

DAY = datetime.datetime(2026, 11, 23, tzinfo=datetime.timezone.utc)


def clock(text):
    """Seconds after midnight of "03:12:41"."""
    h, m, s = text.split(":")
    return int(h) * 3600 + int(m) * 60 + float(s)


def stamp(at):
    t = DAY + datetime.timedelta(microseconds=round(at * 1e6))
    return t.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Recording:
    """Events in any order; written sorted by time, numbered per source and by the hub."""

    def __init__(self):
        self.events = []

    def add(self, at, source, kind, data, **attributes):
        self.events.append((at, len(self.events), source, kind, data, attributes))

    def agent(self, at, name, **more):
        self.add(at, name, "agent.hello", {"agent": name, **more})

    def contract(self, at, name, sender, taker, **more):
        version = more.pop("version", "1.0.0")
        contract = {
            "contract": name, "version": version, "from": [sender], "to": [taker],
            "scope": {"represents": name, "excludes": []}, "schema": {"type": "object"},
            "confidence": {"at": "/confidence"}, "fallback": {"at": "/fallback"}, **more}
        digest = "sha256:" + "0" * 64
        self.add(at, None, "contract.loaded", {"contract": contract, "digest": digest})

    def offer(self, at, handoff, sender, taker, artifact, contract=None, subject=None, attempt=1,
              prev=None):
        attributes = {}
        if contract:
            attributes["dataschema"] = "contract:" + contract
        if subject:
            attributes["subject"] = subject
        data = {"handoff": handoff, "attempt": attempt, "from": sender, "to": taker,
                "artifact": artifact}
        if prev:
            data["prev"] = prev
        self.add(at, sender, "handoff.offered", data, **attributes)

    def say(self, at, who, handoff, word, attempt=1, **more):
        self.add(at, who, "handoff." + word, {"handoff": handoff, "attempt": attempt, **more})

    def hub(self, at, kind, handoff, attempt=1, **more):
        self.add(at, None, kind, {"handoff": handoff, "attempt": attempt, **more})

    def beat(self, at, name):
        self.add(at, name, "agent.heartbeat", {"agent": name})

    def write(self, path):
        numbers = {}
        with open(path, "w", encoding="ascii") as out:
            for hub, (at, _, source, kind, data, attributes) in enumerate(
                    sorted(self.events, key=lambda e: e[:2]), 1):
                event = {"specversion": "1.0"}
                if source is None:
                    event.update(id=f"h-{hub}", source="hub:prod-eu-1")
                else:
                    numbers[source] = n = numbers.get(source, 0) + 1
                    event.update(id=f"{source}-{n}", source="agent:" + source, run="r1",
                                 sequence=f"{n:020}")
                event.update(type="seam." + kind, time=stamp(at), **attributes)
                event.update(data=data, recordedtime=stamp(at), hubsequence=f"{hub:020}")
                out.write(json.dumps(event, separators=(",", ":")) + "\n")


def traffic(r, numbers, sender, taker, start, end, every, confidence, taken=True):
    """Handoffs that go well, one each `every` seconds."""
    i = 0
    at = start
    while at < end:
        handoff = f"n-{sender}-{taker}-{i}" if numbers is None else f"h-{next(numbers):04x}"
        r.offer(at, handoff, sender, taker, {"confidence": confidence})
        if taken:
            r.say(at + 0.2, taker, handoff, "completed")
        at += every
        i += 1


NIGHT = [  # from, to, seconds between handoffs, confidence
    ("intake", "triage", 3, .97), ("triage", "kyc", 7.5, .93), ("triage", "support", 10, .90),
    ("triage", "planner", 30, .95), ("triage", "billing", 12, .95), ("kyc", "fraud", 7.5, None),
    ("support", "refund", 30, .92), ("support", "notify", 15, .88), ("planner", "coder", 30, .91),
    ("fraud", "refund", 10, .78), ("refund", "ledger", 15, .95), ("refund", "notify", 15, .96),
    ("ledger", "notify", 30, .99), ("ledger", "audit", 7.5, .99), ("coder", "reviewer", 30, .88),
    ("reviewer", "coder", 45, .85), ("reviewer", "deploy", 45, .90), ("deploy", "notify", 50, .97)]


def night():
    r = Recording()
    begin, end = clock("03:00:00"), clock("03:12:41")
    agents = ["intake", "triage", "kyc", "billing", "support", "planner", "fraud", "refund",
              "ledger", "notify", "coder", "reviewer", "deploy", "audit"]

    for i, name in enumerate(agents):
        r.agent(begin + i * .1, name, heartbeat_seconds=120, version="7", model="m-7")
    owners = {"billing": "team-pay", "ledger": "fin-core"}
    r.contract(begin, "refund.decision", "fraud", "refund", version="3.0.0", review_below=.7,
               summary="refund {/currency} {/amount} to card {/card}, order {/order}",
               value={"at": "/amount", "unit": "EUR"}, owners={"fraud": "risk", "refund": "fin-core"}, fan_out=True,
               evidence=["/kyc_verdict", "/device_match", "/chargeback"],
               scope={"represents": "refund <= EUR 2000, region eu", "excludes": ["chargebacks"]})
    r.contract(begin, "kyc.verdict", "kyc", "fraud", version="2.0.0", review_below=.75,
               summary="customer {/customer}: {/verdict}")
    r.contract(begin, "deploy.plan", "reviewer", "deploy", version="5.1.0", review_below=.8,
               summary="deploy {/service} to {/where}", critical=True, evidence=["/tests"])
    r.contract(begin, "invoice.draft", "billing", "ledger", version="4.0.0", owners=owners,
               summary="invoice {/invoice}: EUR {/amount}", value={"at": "/amount", "unit": "EUR"})
    r.contract(begin, "reply.draft", "support", "notify", version="1.0.0", review_below=.6,
               summary="answer to {/customer}")
    for sender, taker, every, confidence in NIGHT:
        # A sparse beginning, then the pace of the last two minutes.
        step = max(every * 5, 20)
        if sender == "kyc":
            for i, at in enumerate(range(int(begin) + 3, int(end) - 120, 25)):
                low = at > clock("03:00:41")
                handoff = f"k-{i:02}"
                r.offer(at, handoff, sender, taker, {"confidence": .41 if low else .86})
                r.say(at + .3, taker, handoff, "completed")
        else:
            traffic(r, None, sender, taker, begin + 2, end - 120, step, confidence)
    serial = iter(range(0x7000, 0x9000))
    for sender, taker, every, confidence in NIGHT:
        if sender != "kyc":
            traffic(r, serial, sender, taker, end - 118, end - 1, every, confidence)
    drifting(r, end)
    refunds(r, end)
    refusals(r)
    old_letters(r, begin)
    decided(r)
    for name in agents:
        r.beat(end - .1, name)
    r.write("night.jsonl")


def drifting(r, end):
    """kyc>fraud with too little confidence: held, and shipped by its fallback."""
    for i in range(15):
        at = end - 112 + i * 7
        handoff = f"h-91{i:02d}"
        held(r, at, handoff, "kyc", "fraud", "kyc.verdict/2.0.0",
             {"customer": f"c-55{i:02}", "verdict": "pass", "confidence": .41}, 4, "proceed",
             "proceed", .75)
        r.hub(at + 4, "handoff.fallback", handoff, action="proceed", cause="deadline")
        r.say(at + 4.4, "fraud", handoff, "completed")


def held(r, at, handoff, sender, taker, contract, artifact, after, action, word, below,
         subject=None, cause="confidence", faults=(), prev=None):
    artifact = {**artifact, "fallback": f"{action}_if_not_progressed_within_{after}s"}
    r.offer(at, handoff, sender, taker, artifact, contract, subject, prev=prev)
    r.hub(at, "handoff.held", handoff, cause=cause, confidence=artifact.get("confidence"),
          review_below=below, contract=contract, faults=list(faults), deadline=stamp(at + after),
          on_deadline=word)


def refunds(r, end):
    """What waits for a human, and when it fires."""
    def refund(left, handoff, amount, confidence, card, age):
        held(r, end - age, handoff, "fraud", "refund", "refund.decision/3.0.0",
             {"order": "88" + handoff[-2:], "amount": amount, "currency": "EUR", "card": "..." + card,
              "kyc_verdict": None, "chargeback": "none", "confidence": confidence},
             int(age + left), "proceed", "proceed", .7, "INC-2290", prev=["k-05"])

    refund(41, "h-91c2", 1240, .41, "4417", 559)
    refund(55, "h-91c7", 310, .44, "0093", 545)
    held(r, end - 410, "h-91aa", "kyc", "fraud", "kyc.verdict/2.0.0",
         {"customer": "c-5512", "verdict": "pass"}, 600, "stop", "stop", .75, "INC-2290", "fault",
         ["no confidence"])
    held(r, end - 251, "h-9184", "reviewer", "deploy", "deploy.plan/5.1.0",
         {"service": "payments", "where": "eu-1", "confidence": .62}, 613, "escalate_to_oncall-lead",
         "escalate to oncall-lead", .8)
    refund(700, "h-9170", 89, .66, "1881", 200)
    held(r, end - 175, "h-916e", "support", "notify", "reply.draft/1.0.0",
         {"customer": "c-1007", "confidence": .55}, 900, "stop", "stop", .6)
    refund(870, "h-9169", 45, .69, "7712", 30)


def refusals(r):
    """ledger takes invoice.draft 3 only."""
    first = clock("03:04:12.480")
    for i in range(38):
        at = first + i * 13.3
        handoff = f"h-9a{0x11 + i:02x}"
        r.offer(at, handoff, "billing", "ledger",
                {"invoice": f"inv-{4400 + i}", "amount": 890 + 37 * i, "due_date": "end of month",
                 "confidence": .91, "fallback": "dead_letter_if_not_progressed_within_3600s"},
                "invoice.draft/4.0.0", "INC-2291")
        r.say(at + .08, "ledger", handoff, "refused", reason="contract",
              detail="due_date: string, not date")
        r.say(at + .1, "billing", handoff, "dead_lettered", reason="contract-refused",
              detail="due_date: string, not date")


def old_letters(r, begin):
    for i, (sender, taker, reason, detail) in enumerate([
            ("reviewer", "deploy", "deadline-passed", "nobody approved in 15 min"),
            ("reviewer", "deploy", "deadline-passed", "nobody approved in 15 min"),
            ("support", "notify", "no-consumer", "notify was down")]):
        handoff = f"h-8f0{i}"
        at = begin + 4 + i
        r.offer(at, handoff, sender, taker, {"confidence": .9})
        r.say(at + .5, sender, handoff, "dead_lettered", reason=reason, detail=detail)


def decided(r):
    """Two decisions that are done."""
    digest = "sha256:" + "0" * 64
    for handoff, at, word, note in (("h-9151", clock("03:11:02"), "approved", "looked at it"),
                                    ("h-914f", clock("03:10:40"), "rejected", "wrong customer")):
        held(r, at - 60, handoff, "fraud", "refund", "refund.decision/3.0.0",
             {"order": "1", "amount": 12, "currency": "EUR", "card": "...1", "confidence": .6},
             900, "proceed", "proceed", .7)
        r.hub(at, "decision." + word, handoff, decision="d-" + handoff[2:], digest=digest,
              operator="mira", note=note)
        r.add(at + .2, None, "delivery.applied",
              {"handoff": handoff, "attempt": 1, "decision": "d-" + handoff[2:],
               "agent": "refund" if word == "approved" else "fraud"})


def calm():
    r = Recording()
    begin, end = clock("10:00:00"), clock("10:06:00")
    edges = [("web", "router"), ("router", "search"), ("router", "billing"), ("search", "rank"),
             ("search", "cache"), ("cache", "rank"), ("rank", "writer"), ("writer", "check"),
             ("billing", "ledger"), ("check", "web"), ("ledger", "mailer")]
    for i, name in enumerate(dict.fromkeys(a for e in edges for a in e)):
        r.agent(begin + i * .1, name, heartbeat_seconds=10, version="1")
        for at in range(10, 360, 60):
            r.beat(begin + at, name)
        r.beat(end - 4, name)
    for i, (a, b) in enumerate(edges):
        traffic(r, None, a, b, begin + 2 + i * .3, end - 2, 12 + i, .9 + i / 200)
    r.write("calm.jsonl")


def wide():
    """Layered at random, as in the trials of the flow graph."""
    r = Recording()
    rng = random.Random(7)
    begin, end = clock("12:00:00"), clock("12:08:00")
    names = [f"{w}-{i}" for i in range(6) for w in
             ("fetch", "parse", "embed", "rank", "plan", "write", "check", "audit", "route", "send")]
    edges = []
    for i, name in enumerate(names[1:], 1):
        edges.append((names[rng.randrange(max(0, i - 12), i)], name))
    while len(edges) < 106:
        a, b = sorted(rng.sample(range(60), 2))
        if b - a < 16 and (names[a], names[b]) not in edges:
            edges.append((names[a], names[b]))
    for i, name in enumerate(names):
        r.agent(begin + i * .05, name)
    for i, (a, b) in enumerate(edges):
        if i in (5, 40, 77):
            for k in range(12):
                at = end - 300 + i + k * 14
                r.offer(at, f"bad-{i}-{k}", a, b, {"confidence": .8})
                r.say(at + .2, b, f"bad-{i}-{k}", "refused", reason="version",
                      detail="takes ^2, got 3.1.0")
        else:
            for k in range(4):
                at = end - 55 + i * .02 + k * 13
                r.offer(at, f"w-{i}-{k}", a, b, {"confidence": .95})
                r.say(at + .2, b, f"w-{i}-{k}", "completed")
    r.write("wide.jsonl")


def agents(count, edges, bad, low):
    """So many of them, layered, with a few edges back and one to itself."""
    r = Recording()
    rng = random.Random(count)
    begin, end = clock("12:00:00"), clock("12:08:00")
    names = [f"{w}-{i}" for i in range(3) for w in
             ("gate", "triage", "plan", "fetch", "rank", "draft", "check", "audit", "send")][:count]
    pairs = [(names[rng.randrange(max(0, i - 6), i)], name) for i, name in enumerate(names) if i > 0]
    pairs += [(names[count // 2], names[1]), (names[count - 1], names[count - 1])]
    while len(pairs) < edges:
        a, b = sorted(rng.sample(range(count), 2))
        if b - a < 9 and (names[a], names[b]) not in pairs:
            pairs.append((names[a], names[b]))
    for a, b in pairs[1:4]:
        r.contract(begin, f"{a}.{b}", a, b, review_below=.7)
    for i, name in enumerate(names):
        r.agent(begin + i * .05, name)
    for i, (a, b) in enumerate(pairs):
        for k in range(3):
            at, handoff = end - 50 + i * .02 + k * 14, f"w-{i}-{k}"
            refused, unsure = i in bad, i in low
            contract = f"{a}.{b}/1.0.0" if 0 < i < 4 else None
            r.offer(at, handoff, a, b, {"confidence": .45 if unsure else .93}, contract=contract)
            if refused:
                r.say(at + .2, b, handoff, "refused", reason="version", detail="takes ^2, got 3.1.0")
            elif unsure:
                r.hub(at + .01, "handoff.held", handoff, cause="confidence", confidence=.45,
                      review_below=.7)
            else:
                r.say(at + .2 + k * .1, b, handoff, "completed")
    r.write(f"agents{count}.jsonl")


def ten():
    agents(10, 15, (4, 9), (2,))


def twenty_five():
    agents(25, 38, (7, 20), (3,))


def flagged(r, at, handoff, contract, *violations):
    r.hub(at, "handoff.flagged", handoff, contract=contract, faults=["schema"],
          violations=[{"at": where, "expected": "", "found": "", "keyword": "",
                       "message": message} for where, message in violations],
          of=len(violations))


def versions():
    r = Recording()
    begin, moved, end = clock("03:00:00"), clock("03:04:05"), clock("03:12:41")
    say = {"billing": {"version": "30", "sends": ["invoice.draft/3.0.0", "invoice.note/^1"]},
           "ledger": {"version": "12", "accepts": ["invoice.draft/3.0.0"]},
           "kyc": {"version": "11", "model": "kyc-v8", "sends": ["kyc.verdict/2.0.0"]},
           "fraud": {"version": "7", "accepts": ["kyc.verdict/^2"]},
           "crm": {"version": "4", "sends": ["mail.order/^1"]},
           "mailer": {"version": "2", "accepts": ["mail.order/^1"]},
           "planner": {}, "coder": {}, "reviewer": {}}
    for i, (name, more) in enumerate(say.items()):
        r.agent(begin + i * .1, name, heartbeat_seconds=120, **more)
    # what is the same in both versions
    line = {"type": "object", "properties": {"sku": {"type": "string"}, "vat": {"type": "number"}}}
    draft = {"invoice": {"type": "string"}, "amount": {"type": "number", "minimum": 0},
             "lines": {"type": "array", "items": line}}
    scope = {"represents": "an invoice that is not booked", "excludes": ["credit notes"]}
    owners = {"billing": "team-pay", "ledger": "fin-core"}

    def contract(at, name, sender, taker, properties, required=(), **more):
        r.contract(at, name, sender, taker, scope=scope, **more, schema={
            "type": "object", "properties": {**properties, "confidence": {"type": "number"},
                                             "fallback": {"type": "string"}},
            "required": list(required)})

    contract(begin - 2, "invoice.draft", "billing", "ledger",
             {**draft, "due_date": {"type": "integer"}}, ["invoice", "due_date"], version="3.0.0",
             owners=owners, summary="invoice {/invoice}")
    contract(begin - 2, "kyc.verdict", "kyc", "fraud", {"verdict": {"type": "string"}},
             version="2.0.0", review_below=.3)
    contract(begin - 2, "mail.order", "crm", "mailer", {"text": {"type": "string"}},
             version="1.0.0")
    contract(begin - 1, "mail.order", "crm", "mailer",
             {"text": {"type": "string"}, "cc": {"type": "string"}}, version="1.1.0")
    contract(begin - 1, "audit.trail", "ledger", "auditor", {"what": {"type": "string"}})
    contract(moved, "invoice.draft", "billing", "ledger",
             {**draft, "due_date": {"type": "string"}, "due_note": {"type": "string"}},
             ["invoice", "due_date"], version="4.0.0", owners=owners, review_below=.2,
             summary="invoice {/invoice}")
    r.agent(moved, "billing", heartbeat_seconds=120, version="31",
            sends=["invoice.draft/4.0.0", "invoice.note/^1"])
    r.agent(clock("03:00:41"), "kyc", heartbeat_seconds=120, version="12", model="kyc-v9",
            sends=["kyc.verdict/2.0.0"])
    for i in range(9):
        at, handoff = begin + 20 + i * 25, f"i-3{i:02}"
        r.offer(at, handoff, "billing", "ledger",
                {"invoice": f"inv-{i}", "due_date": 20261201, "confidence": .9 + i / 100},
                "invoice.draft/3.0.0")
        if i in (4, 7):
            flagged(r, at, handoff, "invoice.draft/3.0.0", (f"/lines/{i}/vat", "string, not number"))
            r.say(at + .2, "ledger", handoff, "refused", reason="contract", detail="see its lines")
        else:
            r.say(at + .2, "ledger", handoff, "completed")
    for i in range(24):
        at, handoff = moved + 7 + i * 20, f"i-4{i:02}"
        r.offer(at, handoff, "billing", "ledger",
                {"invoice": f"inv-4{i}", "due_date": "end of month", "confidence": .9 + i / 1000},
                "invoice.draft/4.0.0", "INC-2291")
        if i % 6 == 5:
            flagged(r, at, handoff, "invoice.draft/4.0.0", ("/amount", "below the minimum 0"),
                    ("/invoice", "missing"))
            r.say(at + .2, "ledger", handoff, "refused", reason="contract", detail="cannot book")
        else:
            r.say(at + .2, "ledger", handoff, "refused", reason="version",
                  detail=f"takes 3.0.0, got 4.0.0 in inv-4{i}")
    for i in range(40):
        at, handoff = begin + 1 + i * 18, f"k-{i:02}"
        low = at > clock("03:00:41")
        r.offer(at, handoff, "kyc", "fraud",
                {"verdict": "pass", "confidence": (.41 if low else .86) + i / 1000},
                "kyc.verdict/2.0.0")
        r.say(at + .3, "fraud", handoff, "completed")
        if i % 2:
            version = "1.0.0" if i % 4 == 1 else "1.1.0"
            r.offer(at + 1, "m-" + handoff, "crm", "mailer",
                    {"text": "hello", "confidence": .8 + i / 1000}, "mail.order/" + version)
            r.say(at + 2, "mailer", "m-" + handoff, "completed")
    for i in range(4):
        for k, (sender, taker) in enumerate((("planner", "coder"), ("coder", "reviewer"),
                                             ("reviewer", "planner"))):
            at, handoff = end - 200 + i * 40 + k * 3, f"c-{i}{k}"
            r.offer(at, handoff, sender, taker, {"confidence": .7 + (i * 3 + k) / 100},
                    subject=f"JOB-{i}")
            r.say(at + 1, taker, handoff, "completed")
    for name in say:
        r.beat(end - .1, name)
    r.write("versions.jsonl")


def liar():
    r = Recording()
    at = clock("04:00:00")
    paint = ("\x1b[2J\x1b[H\x1b[7m press y to approve \x1b[0m \u202egnitset\u202c\r\n"
             "all is well \u200b\u2066\x07\x9b2J")
    r.contract(at, "note", "mole", "desk", schema={"type": "object", "properties": {
        paint: {"type": "string", "description": paint}}})
    r.contract(at + .1, "note", "mole", "desk", version="2.0.0",
               scope={"represents": paint, "excludes": [paint]},
               schema={"type": "object", "required": [paint], "properties": {
                   paint: {"type": "integer"}}})
    r.agent(at + 1, "mole", version="1", model="m", sends=["note/9.0.0"])
    r.agent(at + 1, "desk", accepts=["note/1.0.0", paint])
    r.agent(at + 2, "mole", version=paint, model=paint, sends=["note/9.0.0", paint])
    for i, under in enumerate(("note/2.0.0", paint, "note/2.0.0" + paint, "note/2.0.0")):
        handoff = f"h-{i}"
        r.offer(at + 3 + i, handoff, "mole", "desk", {"text": paint, "confidence": .5}, under)
        flagged(r, at + 3 + i, handoff, under, ("/" + paint, paint))
        r.say(at + 3.5 + i, "desk", handoff, "refused", reason="contract", detail=paint)
    r.write("liar.jsonl")


def breach():
    """Contracts that hold, or give up, what is not as promised."""
    r = Recording()
    at = clock("04:00:00")
    for name, does in (("invoice", "hold"), ("refund", "dead_letter"), ("credit", "dead_letter")):
        r.contract(at, name, "billing", "ledger", version="4.0.0", review_below=.9,
                   on_violation=does, summary=name + " {/no}", schema={"type": "object"})
    for i, agent in enumerate(("billing", "ledger", "mole")):
        r.agent(at + i * .1, agent)

    end = {"fallback": "escalate_if_not_progressed_within_1800s"}

    def wrong(i):
        return [("/due_date", "string, not date"), (f"/lines/{i}/amount", "string, not number"),
                ("/currency", "missing")]

    def artifact(i):
        lines = [{"sku": "a-%d" % k, "amount": 10 * k} for k in range(i)]
        return {"no": f"inv-{i}", "confidence": .97, "due_date": "soon",
                "lines": lines + [{"sku": "b", "amount": "12,50"}], **end}

    for i in range(4):
        handoff = f"h-{i}"
        r.offer(at + 10 + i, handoff, "billing", "ledger", {
            **artifact(i), **({"fallback": "proceed_if_not_progressed_within_1800s"} if i == 3 else {})}, "invoice/4.0.0")
        flagged(r, at + 10 + i, handoff, "invoice/4.0.0", *wrong(i))
        r.hub(at + 10 + i, "handoff.held", handoff, cause="fault", confidence=.97, review_below=.9,
              contract="invoice/4.0.0", faults=["schema"], deadline=stamp(at + 1800 + i),
              on_deadline="escalate", detail=None)
    for i in range(6):
        handoff, name = f"d-{i}", "refund" if i % 3 else "credit"
        r.offer(at + 60 + i, handoff, "billing", "ledger", artifact(i), name + "/4.0.0")
        flagged(r, at + 60 + i, handoff, name + "/4.0.0", *wrong(i)[1:])
        r.hub(at + 60 + i, "handoff.dead_lettered", handoff, reason="contract",
              detail=f"/lines/{i}/amount: string, not number")
    # what is wrong with a long text stands above it
    r.offer(at + 66, "d-8", "billing", "ledger", {"story": "so it was " * 30, **end}, "refund/4.0.0")
    flagged(r, at + 66, "d-8", "refund/4.0.0", ("/story", "longer than 100"), ("", "fewer than 9 members"))
    r.hub(at + 66, "handoff.dead_lettered", "d-8", reason="contract", detail="/story: longer than 100")
    # a name with the mark between pointer and message in it; more than the hub lists
    r.offer(at + 70, "d-6", "billing", "ledger", {"a: b": {"3": 1}, "confidence": .97, **end}, "refund/4.0.0")
    flagged(r, at + 70, "d-6", "refund/4.0.0", ("/a: b/3", "number, not string"))
    r.hub(at + 70, "handoff.dead_lettered", "d-6", reason="contract", detail="/a: b/3: number, not string")
    many = [(f"/n/{k}", "number, not string") for k in range(16)]
    r.offer(at + 80, "d-7", "billing", "ledger", {"n": list(range(20)), "confidence": .97, **end}, "credit/4.0.0")
    r.hub(at + 80, "handoff.flagged", "d-7", contract="credit/4.0.0", faults=["schema"], of=20,
          violations=[{"at": a, "expected": "", "found": "", "keyword": "", "message": m} for a, m in many])
    r.hub(at + 80, "handoff.dead_lettered", "d-7", reason="contract", detail="/n/0: number, not string")
    for i in range(2):
        r.offer(at + 90 + i, f"m-{i}", "mole", "ledger", {"text": "x"}, "gone/1.0.0")
        r.say(at + 90.5 + i, "mole", f"m-{i}", "dead_lettered", reason="contract",
              detail='/due_date: string, not date" hub: /x')
    r.write("breach.jsonl")


def hostile():
    r = Recording()
    at = clock("04:00:00")
    paint = case("paint")
    r.contract(at, "note", "mole", "desk", review_below=.9, summary="{/text}")
    r.agent(at + 1, "mole", version=paint, model=paint)
    r.agent(at + 1, "desk")
    held(r, at + 2, "h-1", "mole", "desk", "note/1.0.0",
         {"text": paint, "amount": paint, "confidence": .1}, 3600, "proceed", "proceed", .9)
    for i in range(3):
        handoff = f"h-d{i}"
        r.offer(at + 3 + i, handoff, "mole", "desk", {"text": paint, "confidence": .95})
        r.say(at + 3.5 + i, "desk", handoff, "refused", reason="other", detail=paint)
        r.say(at + 3.6 + i, "mole", handoff, "dead_lettered", reason=paint, detail=paint)
    r.write("hostile.jsonl")


def broken():
    r = Recording()
    begin = clock("04:00:00")
    done = "stop_if_not_progressed_within_1h"
    for i, (name, more) in enumerate({
            "cart": {"sends": ["shop.order/^1"], "version": "8"}, "stock": {"accepts": ["shop.order/^1"]},
            "pricing": {"sends": ["price.list/^1"]}, "shop": {"accepts": ["price.list/^1"]}}.items()):
        r.agent(begin + i * .1, name, heartbeat_seconds=900, **more)
    number, text = {"type": "number"}, {"type": "string"}
    shape = {"order": text, "items": {"type": "array", "items": {"properties": {"qty": number}}}}

    def price(at, properties):
        r.contract(at, "price.list", "pricing", "shop", schema={"type": "object", "properties": properties},
                   scope={"represents": "prices", "excludes": ["stock"]})

    scope = {"represents": "what a customer wants", "excludes": ["what it costs"]}
    r.contract(begin, "shop.order", "cart", "stock", schema={"type": "object", "properties": shape}, scope=scope)
    r.contract(begin, "shop.order", "cart", "stock", version="1.1.0", scope=scope,
               schema={"type": "object", "properties": {**shape, "note": text}})
    price(begin, {"sku": text, "price": number})
    price(begin + 900, {"sku": text, "price": number})            # as it was
    price(begin + 1500, {"sku": text, "price": {"type": "string"}})
    for i in range(40):
        at, handoff = begin + 60 + i * 45, f"o-{i:02}"
        version = "1.1.0" if 10 <= i < 14 else "9.0.0" if i == 38 else "1.0.0"
        r.offer(at, handoff, "cart", "stock", {"order": f"{i}", "confidence": .8 + i % 7 / 100, "fallback": done},
                "shop.order/" + version)
        if i >= 30 and i != 38:
            flagged(r, at, handoff, "shop.order/1.0.0", (f"/items/{i}/qty", "string, not number"),
                    *([("/order", "missing")] if i % 3 == 0 else []))
        if i == 31:
            r.say(at + .2, "stock", handoff, "refused", reason="contract", detail="no number in line 3")
        else:
            r.say(at + .2, "stock", handoff, "completed")
        r.offer(at + 1, f"p-{i:02}", "pricing", "shop",
                {"sku": f"{i}", "price": i, "confidence": .7 + i % 5 / 100, "fallback": done}, "price.list/1.0.0")
        r.say(at + 1.2, "shop", f"p-{i:02}", "completed")
    r.write("broken.jsonl")


ALIKE = [  # name, sender, taker, how many, on the deadline, what they bring
    ("refund.decision", "fraud", "refund", 14, "proceed", {"kyc": None, "device": None, "chargeback": "none"}),
    ("refund.decision", "fraud", "refund", 8, "proceed", {"kyc": "pass", "device": None, "chargeback": "none"}),
    ("kyc.verdict", "kyc", "fraud", 12, "stop", {}), ("reply.draft", "support", "notify", 10, "stop", {}),
    ("invoice.draft", "billing", "ledger", 9, "dead_letter", {}), ("deploy.check", "reviewer", "deploy", 7, "stop", {})]


def hundred():
    """What a bad night leaves in Review. An end-to-end test offers the same to a hub."""
    r = Recording()
    begin = clock("05:00:00")
    serial = iter(range(1, 101))
    lines = {"type": "object", "properties": {"lines": {"type": "array", "items": {"type": "number"}}}}
    more = {"refund.decision": {"value": {"at": "/amount", "unit": "EUR"}, "evidence": ["/kyc", "/device", "/chargeback"]}}

    def offer(name, sender, taker, artifact, after, action, cause="confidence", faults=()):
        n = next(serial)
        at = begin + 10 + n * .2
        handoff = f"h-{n:03}"
        word = action.replace("_", " ")
        held(r, at, handoff, sender, taker, name + "/1.0.0", artifact, after, action, word, .7, cause=cause,
             faults=faults)
        return at, handoff

    for i, name in enumerate(["fraud", "refund", "kyc", "support", "notify", "billing", "ledger", "reviewer", "deploy",
                              "desk", "clerk", "bank"]):
        r.agent(begin + i * .1, name)
    for name, sender, taker, *_ in ALIKE[:1] + ALIKE[2:]:
        r.contract(begin + 2, name, sender, taker, review_below=.7, summary=name + " {/no}: EUR {/amount}",
                   **more.get(name, {}))
    for i in range(13):
        r.contract(begin + 3, f"single.{i:02}", "desk", "clerk", review_below=.7, summary="{/no}")
    r.contract(begin + 4, "entry", "clerk", "bank", schema=lines, review_below=.7, on_violation="hold",
               summary="entry {/no}, {/lines}")
    for kind, (name, sender, taker, many, action, brings) in enumerate(ALIKE):
        for i in range(many):
            offer(name, sender, taker, {"no": f"{kind}-{i:02}", "amount": 40 + 7 * i, **brings,
                                        "confidence": round(.41 + .02 * i, 2)}, 1300 + 400 * kind + 20 * i, action)
    for i in range(25):
        offer(f"single.{i // 2:02}", "desk", "clerk", {"no": f"s-{i:02}", "confidence": .55}, 1250 + 130 * i, "stop")
    for i in range(15):
        at, handoff = offer("entry", "clerk", "bank", {"no": f"e-{i:02}", "lines": [1] * i + ["one"], "confidence": .9},
                            1900 + 90 * i, "stop", "fault", ["schema"])
        flagged(r, at, handoff, "entry/1.0.0", (f"/lines/{i}", "string, not number"))
    r.write("hundred.jsonl")


def noted(r, at, what, name, operator, **more):
    r.add(at, None, "review.noted", {"what": what, "name": name, "operator": operator, **more})


def waits(r, at, handoff, edge, contract, conf, below, after, action, **more):
    """Offered and held for its confidence."""
    sender, taker = edge
    r.offer(at, handoff, sender, taker,
            {"confidence": conf, "fallback": {"action": action, "after_seconds": after}, "amount": 1240},
            contract=contract, **more)
    r.hub(at + .006, "handoff.held", handoff, cause="confidence", confidence=conf, review_below=below,
          contract=contract, faults=[], deadline=stamp(at + after), on_deadline=action)


def incident():
    r = Recording()
    t = clock("03:01:09")
    for name in ("intake", "triage", "support", "notify", "kyc", "fraud", "refund", "ledger", "billing"):
        r.agent(clock("02:55:00"), name, heartbeat_seconds=3600, version="7", model=name + "-v8")
    r.agent(clock("03:00:41"), "kyc", heartbeat_seconds=3600, version="7", model="kyc-v9")
    for name, version, sender, taker, below in (("kyc.verdict", "2.0.0", "kyc", "fraud", .75),
                                                ("refund.decision", "3.0.0", "fraud", "refund", .7)):
        r.contract(clock("02:55:00"), name, sender, taker, version=version, review_below=below,
                   value={"at": "/amount", "unit": "EUR"}, summary=name + " of {/amount}")
    r.contract(clock("03:00:05"), "invoice.draft", "billing", "ledger", version="4.0.0")
    two = {"subject": "INC-2290"}

    def goes(at, handoff, sender, taker, conf, took, done, prev=None, **more):
        r.offer(at, handoff, sender, taker, {"confidence": conf}, prev=prev, **more)
        r.say(at + took, taker, handoff, "accepted")
        if done is not None:
            r.say(at + done, taker, handoff, "completed")

    goes(t, "h-9102", "intake", "triage", .97, .2, .6, **two)
    goes(t + 1, "h-9105", "triage", "support", .90, .4, .9, ["h-9102"], **two)
    goes(t + 4, "h-9109", "support", "notify", .88, 2, 6, ["h-9105"], **two)
    goes(t + 1.2, "h-9104", "triage", "kyc", .93, 2, 8, ["h-9102"], **two)
    waits(r, t + 10, "h-9107", ("kyc", "fraud"), "kyc.verdict/2.0.0", .41, .75, 600, "stop",
          prev=["h-9104"], **two)
    r.hub(t + 119, "decision.approved", "h-9107", decision="lee-1", digest="sha256:" + "0" * 64,
          operator="lee", note="known drift, letting it through")
    r.say(t + 120, "fraud", "h-9107", "accepted")
    r.hub(t + 120.1, "delivery.applied", "h-9107", decision="lee-1", agent="fraud")
    waits(r, t + 132, "h-91c2", ("fraud", "refund"), "refund.decision/3.0.0", .41, .70, 600, "proceed",
          prev=["h-9107"], **two)
    goes(t + 28, "h-9111", "triage", "kyc", .92, 5, 9, ["h-9102"], **two)
    waits(r, t + 38, "h-9114", ("kyc", "fraud"), "kyc.verdict/2.0.0", .44, .75, 600, "stop",
          prev=["h-9111"], **two)
    r.hub(t + 125, "decision.approved", "h-9114", decision="lee-2", digest="sha256:" + "0" * 64, operator="lee")
    waits(r, t + 146, "h-91c7", ("fraud", "refund"), "refund.decision/3.0.0", .44, .70, 600, "proceed",
          prev=["h-9114"], **two)
    # used elsewhere: another incident, and none at all
    r.offer(t + 150, "h-9201", "fraud", "ledger", {"confidence": .9}, prev=["h-9107"], subject="INC-2291")
    goes(t + 152, "h-9202", "fraud", "notify", .9, 1, 2, ["h-9107"])
    r.offer(t + 154, "h-9203", "notify", "support", {"confidence": .9}, prev=["h-9202", "h-9107"])
    for n in range(4):
        name = f"h-9a1{n}"
        r.offer(t + 200 + 9 * n, name, "billing", "ledger", {"confidence": .9}, subject="INC-2291",
                contract="invoice.draft/4.0.0")
        r.say(t + 201 + 9 * n, "ledger", name, "refused", reason="version", detail="takes @3 only")
        r.say(t + 202 + 9 * n, "billing", name, "dead_lettered", reason="contract-refused")
    goes(t + 20, "h-9301", "intake", "triage", .99, .2, .8, subject="INC-2280")
    noted(r, t + 60, "incident", "INC-2290", "lee", title="kyc confidence drop", tags=["kyc", "model"])
    noted(r, t + 240, "incident", "INC-2290", "lee", owner="lee", until=stamp(t + 240 + 1800))
    noted(r, t + 242, "incident", "INC-2290", "lee", note="kyc-v9 went live at 03:00:41, asked #ml to go back to v8")
    noted(r, t + 250, "incident", "INC-2291", "mira", title="invoices refused since the billing deploy")
    noted(r, t + 260, "handoff", "h-91c2", "mira", note="customer is known to support", tags=["vip"])
    noted(r, t + 262, "group", "billing>ledger contract-refused", "mira", note="put back when ledger takes @4",
          tags=["known"])
    r.beat(clock("03:12:41"), "kyc")
    r.write("incident.jsonl")


def empty():
    r = Recording()
    r.contract(clock("09:00:00"), "note", "a", "b")
    r.write("empty.jsonl")


def missed():
    """Numbers of kyc that never came: the hub has said so a while ago and once more now."""
    r = Recording()
    begin, end = clock("05:00:00"), clock("05:05:00")
    for name in ("triage", "kyc", "fraud"):
        r.agent(begin, name, heartbeat_seconds=120)
    r.contract(begin, "kyc.verdict", "kyc", "fraud", version="2.0.0", review_below=.75,
               summary="customer {/customer}: {/verdict}")
    traffic(r, None, "triage", "kyc", begin + 1, end, 20, .93)
    for i in range(4):
        held(r, begin + 30 + i, f"h-9{i:02}", "kyc", "fraud", "kyc.verdict/2.0.0",
             {"customer": f"c-55{i:02}", "verdict": "pass", "confidence": .41}, 600 + i * 40, "stop", "stop", .75)
    for i in range(3):
        at, handoff = begin + 40 + i, f"h-d{i:02}"
        r.offer(at, handoff, "triage", "kyc", {"confidence": .9})
        r.say(at + .2, "kyc", handoff, "failed", reason="timeout")
        r.say(at + .3, "triage", handoff, "dead_lettered", reason="timeout")
    r.add(end - 3, "kyc", "agent.heartbeat", {"agent": "kyc"}, sequence=f"{300:020}")
    r.add(end - 2, None, "gap", {"source": "agent:kyc", "run": "r1", "first": "24", "last": "299"})
    for name in ("triage", "fraud"):
        r.beat(end, name)
    r.write("missed.jsonl")


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "data"))
    for scene in (night, calm, wide, ten, twenty_five, versions, hostile, liar, breach, broken, hundred, incident, empty,
                  missed):
        scene()


if __name__ == "__main__":
    main()
