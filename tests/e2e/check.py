# SPDX-License-Identifier: MIT
"""What the tests of the protocol share: a hub for each class, contracts, a look into the journal,
and the agreement of three folds (the live hub, `seam stats` of its export, the reference fold)."""
import contextlib
import itertools
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "oracle")]
import agent  # noqa: E402
import fold  # noqa: E402

LOW, HIGH = 0.5, 0.9          # confidences below and above review_below of `contract`
DAY = 86400
SPLICE = re.compile(rb',"(?:recordedtime|hubsequence)":"[^"\\]*"|"(?:recordedtime|hubsequence)":"[^"\\]*",')
STANDINGS = ("received", "applied", "early", "duplicates", "conflicts", "id_reused", "late",
             "spoke_for_another", "unknown_type", "quarantined", "lost", "unheard")
names = itertools.count(1)


def contract(name, sender, receiver, **more):
    """A contract that holds below 0.8 and that nothing else is wrong with."""
    text = {"contract": name, "version": "1.0.0", "from": [sender], "to": [receiver],
            "scope": {"represents": "what a test hands over", "excludes": ["everything else"]},
            "schema": {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"},
            "confidence": {"at": "/confidence", "review_below": 0.8},
            "fallback": {"at": "/fallback"}}
    text.update(more)
    return text


def example_contract():
    """The contract of the protocol page."""
    return contract("correlation-to-investigation", "correlator", "investigator",
                    scope={"represents": "a cluster of alerts that belong together, "
                                         "and a first guess at the cause",
                           "excludes": ["what to do about it"]},
                    provenance={"at": "/evidence_refs"},
                    summary="{/primary_hypothesis}: {/alert_count} alerts on {/services}")


def artifact(confidence=HIGH, action="escalate", seconds=DAY, **more):
    """One that the contracts above are content with."""
    return dict({"confidence": confidence, "fallback": {"action": action, "after_seconds": seconds}},
                **more)


def new_id(prefix="ho"):
    return "%s-%d" % (prefix, next(names))


def need_binary():
    """Ends the program with status 2 when there is nothing to test."""
    if not os.access(agent.BIN, os.X_OK):
        print("no program to test: set BIN (looked for %s)" % agent.BIN, file=sys.stderr)
        sys.exit(2)


def main():
    """Runs the tests of the program. Without SEAM_TEST_TMP its files go when it ends."""
    need_binary()
    if os.environ.get("SEAM_TEST_TMP"):
        unittest.main(module="__main__", verbosity=1)
    with tempfile.TemporaryDirectory(prefix="seam-test-") as folder:
        os.environ["SEAM_TEST_TMP"] = folder
        unittest.main(module="__main__", verbosity=1)


# ---------------------------------------------------------------------------------------------
# The journal, read beside the hub


class Journal:
    """The journal file, read-only: table `events`, columns hubsequence and event."""

    def __init__(self, path):
        self.base = sqlite3.connect("file:%s?mode=ro" % path, uri=True, timeout=5)

    def close(self):
        self.base.close()

    def event(self, number):
        row = self.base.execute("select event from events where hubsequence = ?",
                                (int(number),)).fetchone()
        if row is None:
            return None
        return row[0].encode() if isinstance(row[0], str) else bytes(row[0])

    def numbers(self):
        rows = self.base.execute("select hubsequence from events order by hubsequence")
        return [int(row[0]) for row in rows]

    def last(self):
        return int(self.base.execute("select max(hubsequence) from events").fetchone()[0] or 0)


def as_it_came(recorded):
    """The bytes of a journaled event without the two members that the hub spliced in."""
    return SPLICE.sub(b"", recorded)


# ---------------------------------------------------------------------------------------------
# Three folds


def run_seam(*words, seconds=30):
    done = subprocess.run([agent.BIN] + list(words), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=seconds)
    if done.returncode:
        raise AssertionError("seam %s ended with %d: %s" % (words[0], done.returncode,
                                                            done.stderr.decode("utf-8", "replace")))
    return done.stdout


def export(hub, path):
    with open(path, "wb") as out:
        out.write(run_seam("export", "--hub", hub.control))
    return path


def plain(stats):
    """Stats in a form that can be compared: edges in an order of their own, the time as a moment."""
    stats = dict(stats, faults=dict(stats["faults"]))
    stats["edges"] = sorted(stats["edges"], key=lambda edge: (edge["from"], edge["to"]))
    stats["faults"].pop("version not taken", None)      # the reference fold reads no ranges
    stats["as_of"] = fold.moment(stats["as_of"])
    return stats


def seam_stats(path, *more):
    return plain(json.loads(run_seam("stats", path, *more)))


def oracle_stats(path, at=None):
    return plain(fold.fold_file(path, at))


def differences(left, right, keys=None):
    keys = keys or sorted((set(left) | set(right)) - {"mesh"})
    return {key: (left.get(key), right.get(key)) for key in keys if left.get(key) != right.get(key)}


def disagreement(hub, path):
    """What the live counters, `seam stats` and the reference fold say differently; {} when nothing."""
    with contextlib.closing(agent.Control(hub.control)) as control:
        export(hub, path)
        live = control.counters()
    ours = oracle_stats(path)
    stats = seam_stats(path)
    found = differences(stats, ours)
    live_found = differences({key: int(live.get(key, -1)) for key in STANDINGS}, ours, STANDINGS)
    mesh = differences(stats, live, ["mesh"])
    return {name: value for name, value in (("stats, oracle", found), ("live, oracle", live_found),
                                            ("stats, live", mesh)) if value}


def agree(hub, seconds=8.0):
    """The three folds agree, at the latest when the youngest hole is a hole. A hub goes on
    writing (gaps, duplicates), so it may take a few looks."""
    path = os.path.join(hub.folder, "export.jsonl")
    end = time.monotonic() + seconds
    found = disagreement(hub, path)
    while found and time.monotonic() < end:
        time.sleep(0.3)
        found = disagreement(hub, path)
    if found:
        raise AssertionError("the folds of %s do not agree: %s" % (path, json.dumps(found, default=str)))


# ---------------------------------------------------------------------------------------------
# A test case with a hub


class PeersCase(unittest.TestCase):
    """Peers of whatever hub a case starts, closed behind it."""

    def control(self, hub):
        made = agent.Control(hub.control)
        self.addCleanup(made.close)
        return made

    def agent(self, hub, name, **more):
        made = agent.Agent(hub, name, **more)
        self.addCleanup(made.close)
        return made


class HubCase(unittest.TestCase):
    """One hub for the class. When the class is done, its three folds must agree."""

    contracts = ()
    options = ()
    folds_agree = True

    @classmethod
    def setUpClass(cls):
        cls.hub = agent.Hub(cls.contracts, options=cls.options).start()
        cls.addClassCleanup(cls.hub.stop)
        cls.ask = agent.Control(cls.hub.control)
        cls.addClassCleanup(cls.ask.close)

    @classmethod
    def tearDownClass(cls):
        if cls.folds_agree:
            agree(cls.hub)

    def agent(self, name, **more):
        made = agent.Agent(self.hub, name, **more)
        self.addCleanup(made.close)
        return made

    def feed(self, *topics):
        made = agent.Feed(self.hub, *topics)
        self.addCleanup(made.close)
        return made

    def journal(self):
        made = Journal(self.hub.journal)
        self.addCleanup(made.close)
        return made

    def refused(self, code, op, **members):
        """The error of a request that must fail with `code`."""
        reply = self.ask.call(op, **members)
        self.assertIs(reply.get("ok"), False, reply)
        self.assertEqual(reply["error"]["code"], code, reply["error"])
        return reply["error"]

    def counted(self):
        counters = self.ask.counters()
        return {key: int(counters[key]) for key in STANDINGS}

    def grew(self, before, **expected):
        """The counters have grown by that much, and by nothing else. Waits for it."""
        def look():
            now = self.counted()
            grown = {key: now[key] - before[key] for key in STANDINGS
                     if now[key] != before[key] and key != "received"}
            return grown == expected or not grown and not expected

        agent.until(look, "counters grow by %s (from %s)" % (expected, before), 5)
        now = self.counted()
        self.identity(now)

    def identity(self, counters):
        """`received` is the sum of the rest, always."""
        parts = [key for key in STANDINGS if key not in ("received", "lost", "unheard")]
        self.assertEqual(counters["received"], sum(counters[key] for key in parts), counters)

    def journaled(self, kind, after=0, seconds=5.0, **data):
        """The first event of that type with these members of `data`, once it is there."""
        def look():
            for event in self.ask.all_events("%020d" % int(after)):
                if event["type"] == kind and all(event["data"].get(k) == v for k, v in data.items()):
                    return event
            return None

        return agent.until(look, "%s with %s in the journal" % (kind, data), seconds)

    def state(self, handoff):
        return self.ask.state(handoff)
