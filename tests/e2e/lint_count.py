# SPDX-License-Identifier: MIT
"""What `seam contract lint` counts, counted once more from docs/OPERATING.md alone, the slow way: no fold, no tables.

For recordings in which no schema is broken, nobody goes in circles and nothing was aged out; the tests see to it."""
import collections
import json
import re
import subprocess

TEXT = re.compile(r"(escalate|queue|dead_letter|stop|proceed|requeue)(_to_[A-Za-z0-9._-]{1,64})?"
                  r"_if_not_progressed_within_([1-9][0-9]{0,6})([smh])\Z")
UNIT = {"s": 1, "m": 60, "h": 3600}
MONTH = 30 * 24 * 3600


def events_of(path):
    raw = subprocess.run(["zstd", "-dcf", path], check=True, timeout=60, stdout=subprocess.PIPE).stdout
    events = [json.loads(line, parse_float=Written, parse_int=Written) for line in raw.splitlines() if line.strip()]
    return sorted(events, key=lambda event: int(event["hubsequence"]))


class Written(float):
    """A number that knows how it was written."""

    def __new__(cls, text):
        self = float.__new__(cls, text)
        self.text = text
        return self


def kind(value):
    if isinstance(value, bool):
        return "boolean"
    return {Written: "number", str: "string", list: "array", dict: "object", type(None): "null"}[type(value)]


def inside(value, path=()):
    """(path, value) of all that is in it; `None` in a path is an element of an array."""
    yield path, value
    if isinstance(value, dict):
        for name, member in value.items():
            yield from inside(member, path + (name,))
    elif isinstance(value, list):
        for element in value:
            yield from inside(element, path + (None,))


def at(value, pointer):
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict) and token in value:
            value = value[token]
        elif isinstance(value, list) and token.isdigit() and int(token) < len(value):
            value = value[int(token)]
        else:
            return None
    return value


def pointer(path):
    return "".join("/*" if name is None else "/" + name.replace("~", "~0").replace("/", "~1") for name in path)


def usable(fallback):
    if isinstance(fallback, str):
        found = TEXT.match(fallback)
        return found is not None and int(found[3]) * UNIT[found[4]] <= MONTH
    return isinstance(fallback, dict) and fallback.get("action") in (
        "escalate", "queue", "dead_letter", "stop", "proceed", "requeue") and 1 <= fallback.get("after_seconds", 0) <= MONTH


def is_confidence(value):
    return kind(value) == "number" and 0 <= value <= 1


class Count:
    def __init__(self, path):
        self.events = events_of(path)
        self.contracts, self.offers, self.told = {}, [], collections.defaultdict(list)
        self.died, met, attempt = collections.Counter(), set(), {}
        for event in self.events:
            data, verb = event.get("data"), event["type"].split(".")[-1]
            if event["type"] == "seam.contract.loaded":
                self.contracts["%(contract)s/%(version)s" % data["contract"]] = data["contract"]
            if (event["source"], event["id"]) in met:
                continue
            met.add((event["source"], event["id"]))
            if event["type"] == "seam.handoff.dead_lettered":
                self.died[data["reason"]] += 1
            if event["type"] == "seam.handoff.offered":
                if event["source"] == "agent:" + data["from"] and data["attempt"] > attempt.get(data["handoff"], 0):
                    attempt[data["handoff"]] = data["attempt"]
                    self.offers.append((data["from"], data["to"], data["artifact"], self.contract_of(event)))
            elif event["type"].startswith("seam.handoff.") and event["source"].startswith("agent:"):
                self.told[data["handoff"]].append(verb)
        self.handoffs = attempt

    def contract_of(self, event):
        return self.contracts.get((event.get("dataschema") or "").replace("contract:", "", 1))

    def edges(self):
        return collections.Counter((sender, receiver) for sender, receiver, _, _ in self.offers)

    def broken(self):
        """{rule: {edge: offers}} of what can be seen in an artifact alone."""
        rules = collections.defaultdict(collections.Counter)
        for sender, receiver, artifact, contract in self.offers:
            confidence = at(artifact, contract["confidence"].get("at", "/confidence") if contract else "/confidence")
            fallback = at(artifact, contract["fallback"].get("at", "/fallback") if contract else "/fallback")
            rule = []
            if not contract:
                rule = ["without contract"] + ["without confidence"] * (not is_confidence(confidence)) + \
                    ["without fallback"] * (not usable(fallback))
            else:
                if confidence is None:
                    rule.append("no confidence")
                elif not is_confidence(confidence):
                    rule.append("confidence is not " + ("in 0..1" if kind(confidence) == "number" else "a number"))
                if fallback is None:
                    rule.append("no fallback")
                elif not usable(fallback):
                    rule.append("no usable fallback")
            for name in rule:
                rules[name][sender, receiver] += 1
        return {name: dict(edges) for name, edges in rules.items()}

    def shapes(self):
        shapes = collections.defaultdict(set)
        for sender, receiver, artifact, _ in self.offers:
            shapes[sender, receiver].add(frozenset((path, kind(value)) for path, value in inside(artifact)))
        return shapes

    def never_offered(self):
        told = {handoff: verbs for handoff, verbs in self.told.items() if handoff not in self.handoffs}
        return (len(told), sum(len(verbs) for verbs in told.values()),
                sum(verbs.count("accepted") for verbs in told.values()))

    # --- fields that come to nothing -----------------------------------------------------------

    @staticmethod
    def pointed_at(contract):
        if not contract:
            return {"/confidence", "/fallback"}
        found = {contract[part].get("at", "/" + part) for part in ("confidence", "fallback")}
        found |= {contract[part]["at"] for part in ("provenance", "value") if "at" in contract.get(part, {})}
        return found | set(contract.get("evidence", ())) | set(re.findall(r"{([^}]*)}", contract.get("summary", "")))

    def spoken(self, agent):
        """(names, values, strings) of what an agent offers, and would by its contracts; None: it offers nothing."""
        names, values, strings = set(), set(), []
        mine = [artifact for sender, _, artifact, _ in self.offers if sender == agent]
        for path, value in (pair for artifact in mine for pair in inside(artifact)):
            names |= {path[-1]} if path and path[-1] is not None else set()
            if kind(value) in ("string", "number"):
                text = value if isinstance(value, str) else value.text
                values.add(text)
                strings += [text] if isinstance(value, str) else []
        for contract in self.contracts.values():
            for path, _ in inside(contract["schema"]) if agent in contract["from"] else ():
                names |= {path[-1]} if len(path) > 1 and path[-2] == "properties" else set()
        return (names, values, strings) if mine else None

    @staticmethod
    def is_used(name, value, spoken):
        names, values, strings = spoken
        if name in names:
            return True
        if isinstance(value, str):
            return len(value.encode()) >= 3 and value in values or \
                len(value.encode()) >= 6 and any(value in text for text in strings)
        return isinstance(value, Written) and sum(c.isdigit() for c in value.text) >= 3 and value.text in values

    def unused(self):
        """{(edge, pointer): offers}"""
        found = {}
        for (sender, receiver), offers in self.edges().items():
            spoken = self.spoken(receiver)
            if offers < 20 or spoken is None:
                continue
            met, used = collections.Counter(), set()
            for a, b, artifact, contract in self.offers:
                if (a, b) != (sender, receiver):
                    continue
                points = self.pointed_at(contract)
                used |= {path for path, _ in inside(artifact) if pointer(path) in points}
                fields = set()
                for path, value in inside(artifact):
                    above = [path[:n] for n in range(1, len(path) + 1) if path[n - 1] is not None]
                    fields |= set(above[:3])
                    if above and self.is_used(path[-1], value, spoken):
                        used |= set(above[:3])
                met.update(fields)
            # what is below one that is pointed at is used, and what holds one that is used
            used |= {path[:n] for path in used for n in range(1, len(path))}
            points = {path for path in met if path in used and pointer(path) in self.points_of(sender, receiver)}
            left = {path for path in met if path not in used and not any(path[:len(p)] == p for p in points)}
            found.update({((sender, receiver), pointer(path)): met[path] for path in left
                          if not any(path[:n] in left for n in range(1, len(path)))})
        return found

    def points_of(self, sender, receiver):
        return set().union(*(self.pointed_at(c) for a, b, _, c in self.offers if (a, b) == (sender, receiver)))
