#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The reference fold: a recording in, the numbers of `seam stats` out.

Written from the protocol page alone, apart from the C code, so that the two can be held against
each other. It favours being read over being fast.

    fold.py FILE [--at TIME]        FILE is .jsonl or .jsonl.zst, `-` is standard input

A line that is no event is named on standard error and the rest still counts.
"""
import argparse
import bisect
import collections
import datetime
import hashlib
import json
import re
import subprocess
import sys

MAX_EVENT = 1 << 20          # "at most 1 MiB as sent"
SPLICE_ROOM = 256            # what recordedtime and hubsequence may add to a line
MAX_DEPTH = 64               # "at most 64 deep"
HOLE_AGE = datetime.timedelta(seconds=2)
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}\Z")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}\Z")
SEQUENCE = re.compile(r"[0-9]{1,20}\Z")
SPACE = re.compile(r"[ \t\n\r]*")
RFC3339 = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)\Z", re.ASCII)

COUNTERS = ("received", "applied", "early", "duplicates", "conflicts", "id_reused", "late",
            "spoke_for_another", "unknown_type", "quarantined", "lost", "unheard", "access_denied")
STATES = ("offered", "held", "accepted", "progressed", "completed", "refused", "failed", "dead",
          "escalated", "stopped", "proceeded", "requeued", "approved", "rejected", "discarded")
EDGE_EVENTS = ("offered", "accepted", "completed", "refused")

REFUSALS = ("version", "contract", "scope", "overload", "loop", "other")
FALLBACK_STATE = {"escalate": "escalated", "queue": "held", "dead_letter": "dead",
                  "stop": "stopped", "proceed": "proceeded", "requeue": "requeued"}
FAULTS = frozenset(
    ["no confidence", "confidence is not a number", "confidence is not in 0..1", "no fallback",
     "no usable fallback", "unreviewed", "unknown contract", "schema", "no provenance",
     "fallback target unknown", "loop", "acted twice", "input never offered", "version not taken",
     "out of scope", "not checked", "contract of another edge"])
FINAL = ("approved", "rejected", "requeued", "discarded")
AGENT_TYPES = ("hello", "heartbeat", "bye")
HUB_TYPES = frozenset(
    ["seam.handoff.held", "seam.handoff.flagged", "seam.contract.loaded", "seam.contract.refused", "seam.gap", "seam.duplicate", "seam.quarantined",
     "seam.access.denied", "seam.clock.jumped", "seam.baseline", "seam.mute.set", "seam.mute.ended"]
    + ["seam.hook." + d for d in ("set", "done", "failed", "skipped")]
    + ["seam.decision." + d for d in FINAL + ("endorsed", "escalated", "held", "denied")]
    + ["seam.delivery.applied", "seam.delivery.refused",
       "seam.review.claimed", "seam.review.released", "seam.review.noted"])

# "States of a handoff": the table, event -> states it is allowed in.
ALL = frozenset(STATES)
OPEN = frozenset(["offered", "accepted", "approved", "proceeded", "held", "escalated"])
ALLOWED = {
    "accepted": frozenset(["offered", "approved", "proceeded", "held", "escalated"]),
    "progressed": OPEN | {"progressed"},
    "completed": OPEN | {"progressed"},
    "refused": OPEN,
    "failed": OPEN | {"progressed"},
    "dead_lettered": ALL - {"completed", "discarded", "dead"},
    "fallback": frozenset(["offered", "accepted", "held", "escalated", "refused", "failed"]),
}
DECISION_ALLOWED = {
    "approved": frozenset(["held", "escalated"]),
    "endorsed": frozenset(["held", "escalated"]),
    "rejected": frozenset(["held", "escalated"]),
    "escalated": ALL - {"completed", "discarded", "rejected"},
    "held": frozenset(["offered", "held", "escalated"]),
    "requeued": frozenset(["dead", "stopped", "refused", "failed", "discarded"]),
    "discarded": frozenset(["dead", "stopped", "refused", "failed"]),
}
HELD_ALLOWED = frozenset(["offered", "accepted", "progressed"])
HELD_AGAIN = frozenset(["approved", "rejected", "requeued"])


class NoEvent(ValueError):
    """What came is no event; the text says why."""


# ---------------------------------------------------------------------------------------------
# Strict JSON, with the text of the values that are compared byte by byte


def _no_duplicates(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NoEvent("duplicate key")
    return found


def _finite(text):
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise NoEvent("number beyond a finite double")
    return value


def _integer(text):
    """Integers of any length are valid; one that no machine word holds stays text."""
    return int(text) if len(text) < 20 else text


def _constant(name):
    raise NoEvent("not JSON: " + name)


DECODER = json.JSONDecoder(object_pairs_hook=_no_duplicates, parse_float=_finite,
                           parse_int=_integer, parse_constant=_constant)


def _skip(text, at):
    return SPACE.match(text, at).end()


def _value(text, at):
    """One JSON value at `at`: (value, end)."""
    try:
        return DECODER.scan_once(text, at)
    except StopIteration:
        raise NoEvent("not JSON")
    except RecursionError:
        raise NoEvent("too deep")


def _members(text, at):
    """The object at `at` as {key: (value, text of the value)} and where it ends."""
    if text[at:at + 1] != "{":
        raise NoEvent("not a JSON object")
    found = {}
    at = _skip(text, at + 1)
    if text[at:at + 1] == "}":
        return found, at + 1
    while True:
        if text[at:at + 1] != '"':
            raise NoEvent("not JSON: no key")
        key, at = _value(text, at)
        at = _skip(text, at)
        if text[at:at + 1] != ":":
            raise NoEvent("not JSON: no colon")
        start = _skip(text, at + 1)
        value, end = _value(text, start)
        if key in found:
            raise NoEvent("duplicate key")
        found[key] = (value, text[start:end])
        at = _skip(text, end)
        if text[at:at + 1] == "}":
            return found, at + 1
        if text[at:at + 1] != ",":
            raise NoEvent("not JSON: no comma")
        at = _skip(text, at + 1)


def _depth(value):
    """Depth of nested containers, without recursion."""
    deepest, todo = 0, [(value, 1)]
    while todo:
        node, level = todo.pop()
        if not isinstance(node, (dict, list)):
            continue
        deepest = max(deepest, level)
        todo.extend((child, level + 1)
                    for child in (node.values() if isinstance(node, dict) else node))
    return deepest


def _strings(value):
    todo = [value]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node, dict):
            todo.extend(node)
            todo.extend(node.values())
        elif isinstance(node, list):
            todo.extend(node)


def strict_object(raw):
    """The members of the object in `raw`, as _members gives them; NoEvent says what is wrong."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise NoEvent("invalid UTF-8")
    try:
        members, end = _members(text, _skip(text, 0))
    except json.JSONDecodeError as wrong:
        raise NoEvent("not JSON: " + wrong.msg)
    if _skip(text, end) != len(text):
        raise NoEvent("not JSON: more after the object")
    whole = {key: value for key, (value, _) in members.items()}
    if text.count("{") + text.count("[") > MAX_DEPTH and _depth(whole) > MAX_DEPTH:
        raise NoEvent("too deep")
    if "\\u" in text and any(0xD800 <= ord(c) <= 0xDFFF for s in _strings(whole) for c in s):
        raise NoEvent("lone surrogate")
    return members


# ---------------------------------------------------------------------------------------------
# An event


def moment(text):
    """RFC 3339 to a moment, microseconds kept; None when it is none."""
    found = RFC3339.match(text) if isinstance(text, str) else None
    if not found:
        return None
    year, month, day, hour, minute, second = (int(found.group(i)) for i in range(1, 7))
    micros = int(((found.group(7) or "") + "000000")[:6])
    zone = found.group(8)
    shift = datetime.timedelta()
    if zone not in "Zz":
        shift = datetime.timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
        shift = -shift if zone[0] == "-" else shift
    try:
        when = datetime.datetime(year, month, day, hour, minute, min(second, 59), micros,
                                 datetime.timezone.utc)
        return when + datetime.timedelta(seconds=second - min(second, 59)) - shift
    except (ValueError, OverflowError):
        return None


def _need(data, key, test, what):
    if not test(data.get(key)):
        raise NoEvent("data.%s is no %s" % (key, what))


def is_name(value):
    return isinstance(value, str) and NAME.match(value) is not None


def is_id(value):
    return isinstance(value, str) and ID.match(value) is not None


def is_attempt(value):
    return type(value) is int and 1 <= value <= 1000000001


def is_text(value):
    return isinstance(value, str)


def one_of(words):
    return lambda value: isinstance(value, str) and value in words


LOGGED = ("seam.decision.", "seam.delivery.", "seam.review.", "seam.mute.")   # the operators' log


class Event:
    """One line, checked. `data_text` and `artifact_text` are the values as they stood in it."""

    def __init__(self, raw):
        members = strict_object(raw)
        self.attributes = {key: value for key, (value, _) in members.items() if key != "data"}
        self._attributes()
        self.data, self.data_text = members.get("data", (None, None))
        self.artifact_text = None
        self._limits(len(raw))
        if self.hub is None:
            self._data()
        elif self.type.startswith(LOGGED):
            self.hash = "sha256:" + hashlib.sha256(raw).hexdigest()

    def _attributes(self):
        get = self.attributes.get
        if get("specversion") != "1.0":
            raise NoEvent("specversion is not 1.0")
        for key in ("id", "source", "type"):
            if not isinstance(get(key), str) or not get(key):
                raise NoEvent(key + " is missing")
        if len(get("id").encode()) > 1024:
            raise NoEvent("id is above 1024 bytes")
        self.id, self.source, self.type = get("id"), get("source"), get("type")
        kind, _, name = self.source.partition(":")
        if kind not in ("agent", "hub") or not is_name(name):
            raise NoEvent("source is no agent:NAME")
        self.hub = name if kind == "hub" else None
        self.name = name if kind == "agent" else None
        self.run = self._id_or_unset("run") or ""
        self._id_or_unset("subject")
        self.sequence = self._sequence()

    def _id_or_unset(self, key):
        value = self.attributes.get(key)
        if value is not None and value != "" and not is_id(value):
            raise NoEvent(key + " is no id")
        return value

    def _sequence(self):
        value = self.attributes.get("sequence")
        if value is None:
            return None
        if not isinstance(value, str) or not SEQUENCE.match(value) or int(value) == 0:
            raise NoEvent("sequence is no number from 1 in a string")
        return int(value)

    def _limits(self, size):
        spliced = "hubsequence" in self.attributes or "recordedtime" in self.attributes
        if self.hub is None and size > MAX_EVENT + (SPLICE_ROOM if spliced else 0):
            raise NoEvent("above 1 MiB")

    def _data(self):
        """The members that the table of types asks for."""
        group, _, verb = self.type.rpartition(".")
        if group == "seam.agent" and verb in AGENT_TYPES:
            self._object()
            _need(self.data, "agent", is_name, "agent name")
        elif group == "seam.handoff" and (verb == "offered" or verb in ALLOWED):
            self._object()
            _need(self.data, "handoff", is_id, "id")
            _need(self.data, "attempt", is_attempt, "attempt")
            self._handoff_data(verb)

    def _object(self):
        if not isinstance(self.data, dict):
            raise NoEvent("data is no object")

    def _handoff_data(self, verb):
        if verb == "offered":
            _need(self.data, "from", is_name, "agent name")
            _need(self.data, "to", is_name, "agent name")
            if "artifact" not in self.data:
                raise NoEvent("data.artifact is missing")
            self.artifact_text = _members(self.data_text, 0)[0]["artifact"][1]
        elif verb == "refused":
            _need(self.data, "reason", one_of(REFUSALS), "reason of a refusal")
        elif verb in ("failed", "dead_lettered"):
            _need(self.data, "reason", is_text, "reason")
        elif verb == "fallback":
            _need(self.data, "action", one_of(FALLBACK_STATE), "fallback action")

    @property
    def verb(self):
        return self.type.rpartition(".")[2]

    @property
    def hubsequence(self):
        value = self.attributes.get("hubsequence")
        return int(value) if isinstance(value, str) and value.isdigit() else None

    @property
    def recorded(self):
        """The recorded time, or the event's own where nobody recorded it."""
        return moment(self.attributes.get("recordedtime")) or moment(self.attributes.get("time"))

    @property
    def recorded_text(self):
        for key in ("recordedtime", "time"):
            if moment(self.attributes.get(key)):
                return self.attributes[key]
        return None


# ---------------------------------------------------------------------------------------------
# Sequences


class Hole:
    """Numbers first..last of a run that have not come."""

    def __init__(self, first, last, since, reported=False):
        self.first, self.last, self.since, self.reported = first, last, since, reported

    def part(self, first, last, reported=None):
        return Hole(first, last, self.since, self.reported if reported is None else reported)


class Run:
    """What was heard of one run: from `low` to `high`, without the holes (in order)."""

    def __init__(self):
        self.low = self.high = None
        self.holes = []
        self.counted = 0         # what is unheard of it stands in the sums already

    def hear(self, number, when):
        if self.low is None:
            self.low = self.high = number
        elif number > self.high:
            if number > self.high + 1:
                self.holes.append(Hole(self.high + 1, number - 1, when))
            self.high = number
        elif number < self.low:
            if number < self.low - 1:
                self.holes.insert(0, Hole(number + 1, self.low - 1, when))
            self.low = number
        else:
            self._fill(number)

    def _fill(self, number):
        at = bisect.bisect_left([hole.last for hole in self.holes], number)
        if at == len(self.holes) or self.holes[at].first > number:
            return
        hole = self.holes[at]
        rest = [hole.part(hole.first, number - 1), hole.part(number + 1, hole.last)]
        self.holes[at:at + 1] = [part for part in rest if part.first <= part.last]

    def report(self, first, last):
        """A seam.gap says that first..last is lost: true of those that have not come."""
        cut = []
        for hole in self.holes:
            a, b = max(first, hole.first), min(last, hole.last)
            if a > b:
                cut.append(hole)
                continue
            parts = [hole.part(hole.first, a - 1), hole.part(a, b, True), hole.part(b + 1, hole.last)]
            cut.extend(part for part in parts if part.first <= part.last)
        self.holes = cut

    def lost(self, as_of):
        return sum(hole.last - hole.first + 1 for hole in self.holes
                   if hole.reported or (as_of and hole.since and as_of - hole.since >= HOLE_AGE))

    def unheard(self):
        return self.low - 1 - self.counted if self.low else 0


class Sequences:
    """All runs of all sources. The run "" starts anew with a 1 under a new id."""

    def __init__(self):
        self.runs = {}

    def hear(self, event, new_id):
        if event.sequence is None:
            return
        lives = self.runs.setdefault((event.source, event.run), [Run()])
        begins = event.run == "" and event.sequence == 1 and new_id
        if begins and lives[-1].low is not None:
            lives.append(Run())
        lives[-1].hear(event.sequence, event.recorded)

    def gap(self, data):
        first, last = number(data.get("first")), number(data.get("last"))
        if first is None or last is None:
            return
        for run in self.runs.get((data.get("source"), data.get("run") or ""), []):
            run.report(first, last)

    def begin_again(self, data):
        """What a baseline says of the runs that go on; all before is in its sums."""
        self.runs, runs = {}, []
        for said in data.get("runs") or []:
            run = Run()
            run.low, run.high = number(said["first"]), number(said["highest"])
            run.counted = run.low - 1
            runs.append(run)
            self.runs[said["source"], said["run"]] = [run]
        for said in data.get("holes") or []:
            hole = Hole(number(said["first"]), number(said["last"]),
                        datetime.datetime.fromtimestamp(0, datetime.timezone.utc)
                        + datetime.timedelta(microseconds=number(said["since"])))
            holes = runs[number(said["run"])].holes
            bisect.insort(holes, hole, key=lambda each: each.first)

    def lost(self, as_of):
        return sum(run.lost(as_of) for lives in self.runs.values() for run in lives)

    def unheard(self):
        return sum(run.unheard() for lives in self.runs.values() for run in lives)


def number(value):
    """A count or a hubsequence, as a JSON integer or as digits in a string."""
    if type(value) is int:
        return value
    if isinstance(value, str) and SEQUENCE.match(value):
        return int(value)
    return None


# ---------------------------------------------------------------------------------------------
# Contracts and what an artifact says


ABSENT = object()


def pointer(value, path):
    """RFC 6901; ABSENT where there is nothing."""
    for part in path.split("/")[1:]:
        part = part.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict) and part in value:
            value = value[part]
        elif isinstance(value, list) and re.fullmatch("0|[1-9][0-9]*", part) and int(part) < len(value):
            value = value[int(part)]
        else:
            return ABSENT
    return value


ACTION = "(?:" + "|".join(FALLBACK_STATE) + ")"
FALLBACK = re.compile(
    ACTION + r"(?:_to_[A-Za-z0-9._-]{1,64})?_if_not_progressed_within_([1-9][0-9]{0,6})([smh])\Z")
MONTH = 30 * 86400


def fallback_target(value):
    if isinstance(value, dict):
        return value.get("target")
    action = max((a for a in FALLBACK_STATE if value.startswith(a)), key=len)
    rest = re.sub("_if_not_progressed_within_[0-9]+[smh]\\Z", "", value)[len(action):]
    return rest[len("_to_"):] if rest.startswith("_to_") else None


def is_fallback(value):
    if isinstance(value, str):
        found = FALLBACK.match(value)
        return bool(found) and int(found.group(1)) * {"s": 1, "m": 60, "h": 3600}[found.group(2)] <= MONTH
    if not isinstance(value, dict) or not one_of(FALLBACK_STATE)(value.get("action")):
        return False
    target, after = value.get("target"), value.get("after_seconds")
    return (type(after) is int and 1 <= after <= MONTH and
            (target is None or is_text(target) and bool(re.fullmatch("[A-Za-z0-9._-]{1,64}", target))))


class Contract:
    def __init__(self, text):
        self.name, self.id = text["contract"], "%s/%s" % (text["contract"], text["version"])
        self.edges = {(a, b) for a in text["from"] for b in text["to"]}
        self.confidence = (text.get("confidence") or {}).get("at") or "/confidence"
        self.fallback = (text.get("fallback") or {}).get("at") or "/fallback"
        self.provenance = (text.get("provenance") or {}).get("at")
        self.targets = (text.get("fallback") or {}).get("targets")
        self.owners = set((text.get("owners") or {}).values())
        self.version, self.returns = text["version"], text.get("returns") or ""
        self.fan_out, self.default = text.get("fan_out") is True, text.get("default") is True

    def may_return(self, back):
        """Reads no range but none at all, an exact version and ^MAJOR from 1 on."""
        name, _, said = self.returns.partition("/")
        if name != back.name or said in ("", back.version):
            return name == back.name
        return said.startswith("^") and said[1:] == back.version.split(".")[0] != "0"

    def faults(self, artifact, agents):
        found, confidence = set(), pointer(artifact, self.confidence)
        if confidence is ABSENT or confidence is None:
            found.add("no confidence")
        elif type(confidence) not in (int, float):
            # an integer too long for a word stays text in this program
            found.add("confidence is not a number")
        elif not 0 <= confidence <= 1:
            found.add("confidence is not in 0..1")
        fallback = pointer(artifact, self.fallback)
        if fallback is ABSENT or fallback is None:
            found.add("no fallback")
        elif not is_fallback(fallback):
            found.add("no usable fallback")
        elif self.targets is not None or self.owners:
            target = fallback_target(fallback)
            if target is not None and target not in set(self.targets or ()) | self.owners | agents:
                found.add("fallback target unknown")
        if self.provenance is not None and pointer(artifact, self.provenance) in (ABSENT, None, "", [], {}):
            found.add("no provenance")
        return found


class Contracts:
    """Those in force."""

    def __init__(self):
        self.force = {}

    def loaded(self, data):
        try:
            contract = Contract(data["contract"])
        except (KeyError, TypeError, AttributeError):
            return
        self.force.pop(contract.id, None)
        if not data.get("removed"):
            self.force[contract.id] = contract   # the last

    def of(self, event, agents):
        """The contract that holds for an offer, and what is wrong with it then."""
        scheme, colon, name = (event.attributes.get("dataschema") or "").partition(":")
        edge = event.data["from"], event.data["to"]
        if scheme == "contract" and colon:
            contract = self.force.get(name)
        else:
            contract = ([one for one in self.force.values() if one.default and edge in one.edges] or [None])[-1]
        known = any(edge in other.edges for other in self.force.values())
        if contract is not None:
            other = set() if edge in contract.edges else {"contract of another edge"}
            if other and known:
                return None, other
            return contract, contract.faults(event.data["artifact"], agents) | other
        return None, {"unknown contract"} if known or (scheme, colon) == ("contract", ":") else set()


# ---------------------------------------------------------------------------------------------
# Where a handoff comes from


LOOKED_AT = 64
FOUND = ("loop", "acted twice", "input never offered", "fallback target unknown")
NOTHING_CAME = ("refused", "failed", "dead", "stopped", "rejected", "requeued", "discarded")


class Causes:
    """What the offers name: links from handoff to handoff, by id, and what they make wrong."""

    def __init__(self, fold):
        self.fold = fold
        self.awaited = {}        # input -> the handoffs that name it
        self.onward = {}         # cause -> the handoffs that came out of it, in the order of their offers
        self.incidents = {}      # subject -> how many handoffs went which way
        self.aged = False        # a baseline came

    def named(self, event, contract):
        """(prev, causes, those that must be there), ids in order."""
        mine, known = event.data["handoff"], self.fold.handoffs
        said = event.data.get("prev")
        prev = [one for one in (said if isinstance(said, list) else [])[:LOOKED_AT]
                if is_id(one) and one != mine]
        causes, must = list(prev), set(prev)
        said = pointer(event.data["artifact"], contract.provenance) if contract and contract.provenance else []
        for one in (said if isinstance(said, list) else [said])[:LOOKED_AT]:
            sure = True
            if isinstance(one, dict):
                one = one.get("handoff")
            elif isinstance(one, str) and one.startswith("handoff:"):
                one = one[len("handoff:"):]
            else:
                sure = False
            if is_id(one) and one != mine and (sure or one in known):
                causes.append(one)
                if sure:
                    must.add(one)
        return prev, list(dict.fromkeys(causes)), must

    def offered(self, handoff, event, first):
        for one in handoff.causes:
            self.onward[one].remove(handoff.id)
            self.awaited.get(one, set()).discard(handoff.id)
        prev, handoff.causes, must = self.named(event, handoff.contract)
        handoff.prev = frozenset(prev)
        for one in handoff.causes:
            self.onward.setdefault(one, []).append(handoff.id)
        self.leave(handoff)
        for one in must:
            if one not in self.fold.handoffs:
                self.awaited.setdefault(one, set()).add(handoff.id)
                if not self.aged:
                    handoff.faults.add("input never offered")
        if self.is_twin(handoff, prev):
            handoff.faults.add("acted twice")
        if first:
            for other in self.awaited.pop(handoff.id, ()):
                other = self.fold.handoffs[other]
                if not any(other.id in self.awaited.get(one, ()) for one in other.causes):
                    other.faults.discard("input never offered")
            if self.is_loop(handoff):
                handoff.faults.add("loop")
        if handoff.subject:
            self.enter(handoff)

    def is_twin(self, handoff, prev):
        if handoff.contract is None or handoff.contract.fan_out or not prev:
            return False
        others = [self.fold.handoffs[name] for name in self.onward[prev[0]][-LOOKED_AT - 1:] if name != handoff.id]
        return any(other.born < handoff.born and other.edge == handoff.edge and other.prev == handoff.prev
                   and other.contract and other.contract.name == handoff.contract.name
                   and other.state not in NOTHING_CAME for other in others)

    def enter(self, handoff):
        """Its edge, and its contract where that lets something come back, are its incident's."""
        handoff.way = handoff.edge, handoff.contract if handoff.contract and handoff.contract.returns else None
        self.incidents.setdefault(handoff.subject, collections.Counter())[handoff.way] += 1

    def leave(self, handoff):
        if handoff.way:
            self.incidents[handoff.subject][handoff.way] -= 1
            handoff.way = None

    def before(self, handoff):
        """What may lead back from it, (edge, contract) of handoffs; {} where that is too much."""
        if handoff.subject:
            ways = +self.incidents.get(handoff.subject, collections.Counter())
            return set(ways) if len(ways) <= 256 else set()
        known, met = self.fold.handoffs, [handoff.id]
        for name in met:
            met.extend(cause for cause in known[name].causes if cause in known and cause not in met)
        return {(known[name].edge, known[name].contract) for name in met[1:]} if len(met) <= 257 else set()

    def is_loop(self, handoff):
        start, end = handoff.receiver, handoff.sender
        if start == end:
            return True
        before = self.before(handoff)
        ways, met = [(start,)], {start}
        while ways and end not in met:       # all ways of one length, in the order of their names
            longer = []
            for way in ways:
                for agent in sorted({to for (sender, to), _ in before if sender == way[-1]} - met):
                    met.add(agent)
                    longer.append(way + (agent,))
            ways = longer
        if end not in met:
            return False
        way = next(way for way in ways if way[-1] == end)
        edges = set(zip(way, way[1:]))
        back = handoff.contract
        return not (back and any(edge in edges and contract and contract.may_return(back)
                                 for edge, contract in before))

    def baseline(self, data):
        self.aged = True
        known = self.fold.handoffs
        for handoff in known.values():
            handoff.faults.difference_update(FOUND)
            handoff.causes = [cause for cause in handoff.causes if cause in known]
        for fault, names in (data.get("faults") or {}).items():
            for name in names:
                if name in known:
                    known[name].faults.add(fault)
        self.incidents = {}
        for handoff in known.values():
            if handoff.subject:
                self.enter(handoff)
        self.awaited = {}
        for one in data.get("awaited") or []:
            names = {name for name in one["by"] if name in known}
            if names and one["input"] not in known:
                self.awaited[one["input"]] = names
                for name in names:
                    known[name].causes.append(one["input"])
        self.onward = {}
        for handoff in sorted(known.values(), key=lambda one: one.linked):
            for one in handoff.causes:
                self.onward.setdefault(one, []).append(handoff.id)


# ---------------------------------------------------------------------------------------------
# Handoffs


class Handoff:
    def __init__(self, event):
        self.sender, self.receiver = event.data["from"], event.data["to"]
        self.artifacts = {}
        self.faults, self.causes, self.prev = set(), [], frozenset()
        self.subject = self.way = None
        self.ever_completed = False
        self.id, self.born = event.data["handoff"], event.place
        self.offer(event)

    def offer(self, event):
        self.linked = event.place
        self.subject = self.subject or event.attributes.get("subject") or None
        self.accepted = None       # where it was accepted, while nothing asks for it again
        self.completed = None
        self.was_completed = self.ever_completed    # a lower attempt, before this one was offered
        self.done_before = False                    # or only since
        self.faults &= {"loop"}
        self.attempt = event.data["attempt"]
        self.artifacts[self.attempt] = event.artifact_text
        self.state = "offered"
        self.final = None          # the final decision that stands for this attempt
        self.fell_back = False     # its fallback has fired
        self.taken = self.unreviewed = self.answered = False
        self.asked = None          # why a human must look

    @property
    def edge(self):
        return self.sender, self.receiver

    def may_say(self, verb, name):
        if verb in ("dead_lettered", "fallback"):
            return name in self.edge
        return name == self.receiver

    def apply(self, verb, data, by_hub=False):
        """One row of the table; False is "late"."""
        if self.state not in ALLOWED[verb]:
            return False
        if verb == "fallback":
            return self._fall_back(data["action"], by_hub)
        if verb == "accepted" and self.state in ("held", "escalated"):
            self.taken = True
            return True
        if verb in ("progressed", "completed") and self.state in ("held", "escalated"):
            self.unreviewed = True
            self.faults.add("unreviewed")
        if verb == "refused" and data["reason"] == "scope":
            self.faults.add("out of scope")
        self.state = "dead" if verb == "dead_lettered" else verb
        return True

    def _fall_back(self, action, by_hub):
        if self.fell_back or self.final:
            return False
        if (action == "proceed" and not by_hub and self.state in ("held", "escalated")
                and self.asked in ("fault", "unknown_contract", "operator")):
            self.faults.add("unreviewed")
        if action == "proceed" and self.state in ("refused", "failed"):
            action = "dead_letter"     # "for them `proceed` acts as `dead_letter`"
        self.fell_back = True
        self.accepted = None
        self.state = FALLBACK_STATE[action]
        return True

    def closed(self):
        """Nobody waits for it: neither a human nor the agent who has to do what was decided."""
        return self.state in ("completed", "discarded") or (self.state == "rejected" and self.answered)

    def said(self, verb, place, applied, cut):
        """After one of its receiver's events: was that the second time?"""
        if verb not in ("accepted", "completed"):
            return
        before = getattr(self, verb)
        self.ever_completed |= verb == "completed"
        if applied:
            setattr(self, verb, place)
            if verb == "completed" and self.done_before:
                self.faults.add("acted twice")
        elif before is not None and before > cut:
            self.faults.add("acted twice")

    def said_of_lower(self, verb):
        """The same, of an attempt before the one that stands."""
        if verb != "completed":
            return
        self.ever_completed = True
        if not self.was_completed:
            self.done_before = True
            if self.state == "completed":
                self.faults.add("acted twice")

    def hold(self, cause, faults=()):
        """The hub's finding that a human must look."""
        self.accepted = None
        if self.state == "completed":
            self.faults.add("unreviewed")
        if self.state in HELD_ALLOWED or (cause == "decision_refused" and self.state in HELD_AGAIN):
            self.faults.update(faults)
            self.asked = cause
        if self.state in HELD_ALLOWED or (cause == "decision_refused" and self.state in HELD_AGAIN):
            self.state = "held"
            if cause == "decision_refused":
                self.final = None      # "the attempt may be decided again"

    def decide(self, verb):
        if self.state not in DECISION_ALLOWED[verb]:
            return False
        self.accepted = None
        if verb in FINAL:
            self.final = verb
        if verb == "endorsed":             # by the first of two: it waits on
            return True
        if verb != "held":
            self.state = verb
        elif self.state == "offered":      # a human stops what nobody has taken
            self.state, self.asked = "held", "operator"
        return True


class Hooks:
    """What is owed to each hook that is on, and what became of it: (hook, cause, handoff)."""

    MOST = 200000

    def __init__(self):
        self.on, self.owed = set(), []
        self.count = dict.fromkeys(("done", "failed", "muted"), 0)

    def owe(self, event, escalates):
        """This event, a fallback or an escalation, took effect."""
        names = ["fallback"] if event.type == "seam.handoff.fallback" else []
        names += ["escalate"] if escalates else []
        for name in self.on.intersection(names):
            if sum(one[0] == name for one in self.owed) >= self.MOST:
                self.count["failed"] += 1
            else:
                self.owed.append((name, event.place, event.data["handoff"]))

    def turn(self, data):
        """The handoffs of which nothing is owed to it any more."""
        if data.get("on"):
            self.on.add(data.get("hook"))
        else:
            self.on.discard(data.get("hook"))
            gone = {one[2] for one in self.owed if one[0] == data.get("hook")}
            self.owed = [one for one in self.owed if one[0] != data.get("hook")]
            return gone
        return ()

    def awaited(self):
        """The handoffs of which something is owed."""
        return {one[2] for one in self.owed}

    def baseline(self, hooks):
        for name in self.count:
            self.count[name] = sum(number(hook.get(name)) or 0 for hook in hooks)

    def ended(self, verb, data):
        one = data.get("hook"), number(data.get("of")), data.get("handoff")
        if one not in self.owed or (verb == "failed" and data.get("again")):
            return
        self.owed.remove(one)
        self.count["muted" if verb == "skipped" else verb] += 1

    def stats(self):
        return {"hooks_" + name: n for name, n in dict(self.count, owed=len(self.owed)).items()}


# ---------------------------------------------------------------------------------------------
# Notes and tags


class Noted:
    """What was written of one thing."""

    def __init__(self):
        self.notes, self.tags, self.changed = [], [], 0


class Notes:
    """By what and name. It follows from these events alone, whatever else is there."""

    WHATS = ("handoff", "group", "incident", "edge", "agent", "contract")
    THINGS, IN_ALL, OF_THING, TAGS = 4096, 4096, 16, 16

    def __init__(self):
        self.things = {}

    @staticmethod
    def _is_text(text, most):
        return isinstance(text, str) and 0 < len(text.encode()) <= most and "\0" not in text

    @staticmethod
    def _strings(data, member):
        found = data.get(member)
        return found if isinstance(found, list) else []

    def noted(self, data, place):
        if data.get("what") not in self.WHATS or not self._is_text(data.get("name"), 400):
            return
        key = data["what"], data["name"]
        if key not in self.things:
            if len(self.things) == self.THINGS:
                del self.things[min(self.things, key=lambda one: self.things[one].changed)]
            self.things[key] = Noted()
        thing = self.things[key]
        thing.changed = place
        if data.get("note"):
            del thing.notes[:max(0, len(thing.notes) + 1 - self.OF_THING)]
            if self.count() == self.IN_ALL:
                oldest = min((one for one in self.things.values() if one.notes), key=lambda one: one.notes[0])
                del oldest.notes[0]
            thing.notes.append(place)
        for tag in self._strings(data, "untags"):
            if tag in thing.tags:
                thing.tags.remove(tag)
        for tag in self._strings(data, "tags"):
            if self._is_text(tag, 64) and len(thing.tags) < self.TAGS and tag not in thing.tags:
                thing.tags.append(tag)

    def count(self):
        return sum(len(one.notes) for one in self.things.values())

    def stats(self):
        return {"noted": len(self.things), "notes": self.count(),
                "tags": sum(len(one.tags) for one in self.things.values())}


# ---------------------------------------------------------------------------------------------
# The fold


class Fold:
    """apply(event) for each event in order, then stats()."""

    def __init__(self):
        self.events = 0
        self.count = dict.fromkeys(COUNTERS, 0)
        self.agents = set()
        self.handoffs = {}
        self.edges = {}
        self.ids = {}            # (source, id) -> what it said first
        self.waiting = {}        # handoff -> its early events, in order
        self.sequences = Sequences()
        self.hooks = Hooks()
        self.notes = Notes()
        self.contracts = Contracts()
        self.causes = Causes(self)
        self.cut = 0             # of the last baseline
        self.as_of = None
        self.as_of_text = None
        self.audit = "sha256:" + "0" * 64    # the hash of the newest of the operators' log
        self.place = 0           # hubsequence of the last event, or its place in the file

    def apply(self, event):
        standing = self._apply(event)
        name = event.data.get("handoff") if isinstance(event.data, dict) else None
        group = event.type.rpartition(".")[0]
        if group in ("seam.handoff", "seam.decision", "seam.delivery", "seam.review", "seam.hook") and name in self.handoffs:
            self.handoffs[name].last = self.place
        return standing

    def _apply(self, event):
        self.events += 1
        self._clock(event)
        self.place = event.place = max(event.hubsequence or 0, self.place + 1)
        if event.hub is not None and event.id == "h-%d" % (event.hubsequence or self.place):
            self._hub(event)
            return "hub"
        self.count["received"] += 1
        if event.name is not None:
            self.agents.add(event.name)
        standing = self._known_id(event)
        new_id = standing is None
        if new_id:
            self.ids[event.source, event.id] = (event.type, event.data_text, self.place)
            standing = self._judge(event)
        if standing != "spoke_for_another":   # "it uses up no sequence number"
            self.sequences.hear(event, new_id)
        self.count[standing] += 1
        if standing == "applied" and event.type == "seam.handoff.offered":
            self._after_offer(event.data["handoff"])
        return standing

    def _clock(self, event):
        when = event.recorded
        if when and (self.as_of is None or when > self.as_of):
            self.as_of, self.as_of_text = when, event.recorded_text

    def _known_id(self, event):
        said = self.ids.get((event.source, event.id))
        if said is None:
            return None
        return "duplicates" if said[:2] == (event.type, event.data_text) else "id_reused"

    def _judge(self, event):
        group, verb = event.type.rpartition(".")[0], event.verb
        if event.type in HUB_TYPES or event.hub is not None:
            return "spoke_for_another"
        if group == "seam.agent" and verb in AGENT_TYPES:
            return "applied" if event.data["agent"] == event.name else "spoke_for_another"
        if event.type == "seam.handoff.offered":
            return self._offer(event)
        if group == "seam.handoff" and verb in ALLOWED:
            return self._said(event)
        return "unknown_type"

    def _offer(self, event):
        data = event.data
        if data["from"] != event.name:
            return "spoke_for_another"
        handoff = self.handoffs.get(data["handoff"])
        first = handoff is None
        if first:
            handoff = self.handoffs[data["handoff"]] = Handoff(event)
            self.agents.update(handoff.edge)
        else:
            standing = self._offer_again(handoff, event)
            if standing != "applied":
                return standing
            handoff.offer(event)
        handoff.contract, faults = self.contracts.of(event, self.agents)
        handoff.faults |= faults
        self.causes.offered(handoff, event, first)
        self._edge(handoff)["offered"] += 1
        return "applied"

    @staticmethod
    def _offer_again(handoff, event):
        data = event.data
        first = handoff.artifacts.get(data["attempt"])
        if first is not None:
            return "duplicates" if first == event.artifact_text else "conflicts"
        if data["from"] != handoff.sender:
            return "spoke_for_another"
        if data["to"] != handoff.receiver:
            return "conflicts"
        return "applied" if data["attempt"] > handoff.attempt else "late"

    def _said(self, event):
        """An event of a handoff by an agent, other than an offer."""
        data = event.data
        handoff = self.handoffs.get(data["handoff"])
        if handoff is not None and not handoff.may_say(event.verb, event.name):
            return "spoke_for_another"
        if handoff is None or data["attempt"] > handoff.attempt:
            self.waiting.setdefault(data["handoff"], []).append(event)
            return "early"
        if data["attempt"] < handoff.attempt:
            handoff.said_of_lower(event.verb)
            return "late"
        applied = handoff.apply(event.verb, data)
        handoff.said(event.verb, event.place, applied, self.cut)
        if not applied:
            return "late"
        if event.verb in EDGE_EVENTS:
            self._edge(handoff)[event.verb] += 1
        if event.verb == "fallback":
            self.hooks.owe(event, data["action"] == "escalate")
        return "applied"

    def _after_offer(self, handoff):
        """Early events are judged and applied right after the offer, in order."""
        waiting = self.waiting.pop(handoff, [])
        for event in waiting:
            self.count["early"] -= 1
            self.count[self._said(event)] += 1

    def _edge(self, handoff):
        return self.edges.setdefault(handoff.edge, dict.fromkeys(EDGE_EVENTS, 0))

    def _hub(self, event):
        if event.type.startswith(LOGGED):
            self.audit = event.hash
        data = event.data if isinstance(event.data, dict) else {}
        if event.type == "seam.quarantined":
            self._add("quarantined", number(data.get("count")) or 1)
        elif event.type == "seam.access.denied":
            self.count["access_denied"] += number(data.get("count")) or 0
        elif event.type == "seam.duplicate":
            self._add("duplicates", number(data.get("count")) or 0)
        elif event.type == "seam.gap":
            self.sequences.gap(data)
        elif event.type == "seam.hook.set":
            for name in self.hooks.turn(data):
                self.handoffs[name].last = self.place
        elif event.type.startswith("seam.hook."):
            self.hooks.ended(event.verb, data)
        elif event.type == "seam.contract.loaded":
            self.contracts.loaded(data)
        elif event.type == "seam.review.noted":
            self.notes.noted(data, self.place)
        elif event.type == "seam.baseline":
            self._baseline(data)
        else:
            self._hub_finding(event, data)

    def _baseline(self, data):
        """Retention: the sums stand as it says, and what closed up to the cut is gone."""
        for key in COUNTERS:
            self.count[key] = number(data.get(key)) or 0
        self.sequences.begin_again(data)
        for edge in data.get("edges") or []:
            self.edges[edge["from"], edge["to"]] = {key: edge[key] for key in EDGE_EVENTS}
        self.agents.update(agent["agent"] for agent in data.get("agents") or [])
        if isinstance(data.get("hooks"), list):
            self.hooks.baseline(data["hooks"])
        cut = number(data.get("cut")) or 0
        awaited = self.hooks.awaited()
        self.handoffs = {name: handoff for name, handoff in self.handoffs.items()
                         if name in awaited or not (handoff.closed() and handoff.last <= cut)}
        self.ids = {key: said for key, said in self.ids.items() if said[2] > cut}
        self.causes.baseline(data)
        self.cut = max(self.cut, cut)

    def _add(self, counter, count):
        self.count[counter] += count
        self.count["received"] += count

    def _hub_finding(self, event, data):
        handoff = self.handoffs.get(data.get("handoff"))
        if handoff is None or handoff.attempt != data.get("attempt"):
            return
        group, verb = event.type.rpartition(".")[0], event.verb
        if event.type == "seam.handoff.held":
            handoff.hold(data.get("cause"), set(data.get("faults") or ()) & FAULTS)
        elif event.type == "seam.handoff.flagged":
            handoff.faults.update(set(data.get("faults") or ()) & FAULTS)
        elif event.type == "seam.handoff.fallback":
            if one_of(FALLBACK_STATE)(data.get("action")) and handoff.apply("fallback", data, by_hub=True):
                self.hooks.owe(event, data["action"] == "escalate")
        elif event.type == "seam.handoff.dead_lettered":
            handoff.apply("dead_lettered", data)
        elif group == "seam.decision" and verb in DECISION_ALLOWED:
            if handoff.decide(verb) and verb == "escalated":
                self.hooks.owe(event, True)
        elif event.type == "seam.delivery.applied" and data.get("agent") == handoff.sender:
            handoff.answered = handoff.state == "rejected"

    def stats(self, at=None):
        """The object that `seam stats` prints; `at` is the text of --at."""
        as_of = moment(at) if at else self.as_of
        count = dict(self.count)
        count["lost"] += self.sequences.lost(as_of)
        count["unheard"] += self.sequences.unheard()
        result = {"events": self.events, "handoffs": len(self.handoffs),
                  "agents": len(self.agents), "states": self._states(),
                  "faults": self._faults(), "edges": self._edges()}
        result.update(count)
        result["audit"] = self.audit
        result.update(self.hooks.stats())
        result.update(self.notes.stats())
        result["as_of"] = at or self.as_of_text
        return result

    def _states(self):
        found = [handoff.state for handoff in self.handoffs.values()]
        return {state: found.count(state) for state in STATES if state in found}

    def _faults(self):
        """Without `version not taken`: what a range takes is not this program's business."""
        found = [fault for handoff in self.handoffs.values() for fault in handoff.faults]
        return {fault: found.count(fault) for fault in set(found) - {"version not taken"}}

    def _edges(self):
        rows = {edge: {"from": edge[0], "to": edge[1], **counts, "held": 0, "dead": 0}
                for edge, counts in self.edges.items()}
        for handoff in self.handoffs.values():
            if handoff.state in ("held", "dead"):
                rows[handoff.edge][handoff.state] += 1
        return [rows[edge] for edge in sorted(rows)]


# ---------------------------------------------------------------------------------------------
# Recordings


def lines_of(path):
    """The lines of a recording, as bytes."""
    if path == "-":
        yield from sys.stdin.buffer
        return
    if not path.endswith(".zst"):
        with open(path, "rb") as stream:
            yield from stream
        return
    with subprocess.Popen(["zstd", "-dcq", path], stdout=subprocess.PIPE) as unpack:
        yield from unpack.stdout
    if unpack.returncode:
        raise OSError("%s: zstd ended with %d" % (path, unpack.returncode))


def fold_lines(lines, at=None, complain=lambda line, why: None):
    """The stats of some lines. With `at`, of the events up to that time."""
    fold, until = Fold(), moment(at) if at else None
    for event in in_hub_order(lines, complain):
        if until is None or (event.recorded or EPOCH) <= until:
            fold.apply(event)
    return fold.stats(at)


def in_hub_order(lines, complain):
    """Events by hubsequence; one without follows the line before; a doubled line counts once."""
    found, last = [], 0
    for line, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        try:
            event = Event(raw.strip(b"\r\n"))
        except NoEvent as wrong:
            complain(line, wrong)
            continue
        last = event.hubsequence or last
        found.append((last, line, event, raw))
    seen = set()
    for _, _, event, raw in sorted(found, key=lambda one: one[:2]):
        if event.hubsequence is None or raw.strip() not in seen:
            seen.add(raw.strip())
            yield event


def fold_file(path, at=None, complain=lambda line, why: None):
    return fold_lines(lines_of(path), at, complain)


def main():
    options = argparse.ArgumentParser(description="fold a recording and print its numbers")
    options.add_argument("file")
    options.add_argument("--at", help="as it stood at this time (RFC 3339)")
    given = options.parse_args()
    if given.at and moment(given.at) is None:
        options.error("--at is no RFC 3339 time")

    def complain(line, why):
        print("%s:%d: no event: %s" % (given.file, line, why), file=sys.stderr)

    try:
        stats = fold_file(given.file, given.at, complain)
    except OSError as wrong:
        print(wrong, file=sys.stderr)
        return 1
    json.dump(stats, sys.stdout, separators=(",", ":"))
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
