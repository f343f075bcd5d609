#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A short chaos run (tests/chaos), and whether its judge is awake: an export that was tampered with is found.

    SEAM_CHAOS_SEED=n       the dice of a run that failed
"""
import json
import os
import random
import sys
import unittest

import agent
import check

sys.path.insert(0, os.path.join(agent.HERE, "..", "chaos"))
import checker  # noqa: E402
import run  # noqa: E402

SECONDS, RESTARTS, PACE = 8, 20, 0.5


class Chaos(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.seed = int(os.environ.get("SEAM_CHAOS_SEED") or random.SystemRandom().randrange(1 << 31))
        cls.folder = agent.scratch("chaos-")
        cls.found, cls.much = run.chaos(SECONDS, cls.seed, cls.folder, RESTARTS, pace=PACE)
        if not os.path.exists(os.path.join(cls.folder, "export.jsonl")):
            raise AssertionError("seed %d, and no export: %s" % (cls.seed, cls.found))
        cls.records, cls.lines = checker.read(cls.folder)

    def test_nothing_is_lost(self):
        self.assertEqual(self.found, [], "seed %d, %s" % (self.seed, self.much))
        self.assertGreater(len(self.lines), 1000, self.much)
        self.assertGreater(sum("seam.handoff.fallback" in line for line in self.lines), 50, self.much)

    # The judge. Each lie is told to it alone.

    def judged(self, kind, records=None, events=None):
        lines = self.lines if events is None else [json.dumps(event) for event in events]
        found = checker.faults(self.records if records is None else records, lines)
        self.assertTrue(any(fault.startswith(kind + ":") for fault in found), (kind, found[:5]))

    def events(self):
        return [json.loads(line) for line in self.lines]

    def first(self, kind, **data):
        """The place in the list of the first event of that type."""
        for place, event in enumerate(self.events()):
            if event["type"] == kind and all(event["data"].get(key) == data[key] for key in data):
                return place
        raise self.skipTest("no %s in this run" % kind)

    def added(self, event, **changes):
        """The events, and one more at their end."""
        events = self.events()
        event = dict(event, hubsequence="%020d" % (len(events) + 1),
                     recordedtime=events[-1]["recordedtime"], **changes)
        if event["source"].startswith("hub:"):
            event["id"] = "h-%d" % (len(events) + 1)
        return events + [event]

    def test_an_answered_event_is_missing(self):
        answered = next(record for record in self.records if record["what"] == "publish"
                        and record["replies"] and record["replies"][0]["ok"])
        events = self.events()
        events[int(answered["replies"][0]["recorded"]) - 1]["id"] = "another"
        self.judged("missing", events=events)

    def test_an_event_is_there_twice(self):
        events = self.events()
        published = next(event for event in events if event["source"].startswith("agent:"))
        self.judged("twice", events=self.added(published))

    def test_a_hole(self):
        events = self.events()
        del events[len(events) // 2]
        self.judged("hubsequence", events=events)

    def test_time_goes_back(self):
        events = self.events()
        events[-1]["recordedtime"] = events[0]["recordedtime"]
        self.judged("recordedtime", events=events)

    def test_two_fallbacks(self):
        place = self.first("seam.handoff.fallback")
        self.judged("fallback", events=self.added(self.events()[place]))

    def test_no_fallback(self):
        events = self.events()
        for event in events:
            if event["type"] == "seam.handoff.fallback":
                event["type"] = "seam.handoff.unknown"
        self.judged("fallback", events=events)

    def test_a_fallback_before_its_time(self):
        events = self.events()
        fired = events[self.first("seam.handoff.fallback")]["data"]
        place = self.first("seam.handoff.offered", handoff=fired["handoff"], attempt=fired["attempt"])
        events[place]["data"]["artifact"]["fallback"]["after_seconds"] = 1 << 20
        self.judged("fallback", events=events)

    def test_two_winners(self):
        place = self.first("seam.decision.rejected")
        event = self.events()[place]
        again = dict(event["data"], decision="d-other")
        self.judged("winners", events=self.events()[:place + 1] + [
            dict(event, data=again, id="h-%d" % (place + 2), hubsequence="%020d" % (place + 2))])

    def test_a_decision_that_nobody_made(self):
        event = self.events()[self.first("seam.decision.approved")]
        self.judged("invented", events=self.added(event, data=dict(event["data"], decision="d-nobody")))

    def test_an_answered_decision_is_missing(self):
        events = self.events()
        place = self.first("seam.decision.approved")
        events[place]["data"]["operator"] = "somebody"
        self.judged("missing", events=events)

    def test_an_answered_delivery_is_missing(self):
        events = self.events()
        events[self.first("seam.delivery.applied")]["type"] = "seam.delivery.refused"
        self.judged("missing", events=events)

    def test_done_twice(self):
        act = next(record for record in self.records if record["what"] == "act")
        self.judged("acts", records=self.records + [act])

    def test_said_and_not_done(self):
        self.judged("acts", records=[record for record in self.records if record["what"] != "act"])

    def test_an_offer_without_its_finding(self):
        events = self.events()
        events[self.first("seam.handoff.held", cause="confidence")]["type"] = "seam.handoff.unknown"
        self.judged("half", events=events)

    def test_the_feed_told_otherwise(self):
        def changed(change):
            return [dict(record, heard=change(list(record["heard"]))) if record["what"] == "heard" else record
                    for record in self.records]
        self.judged("feed", records=changed(lambda heard: heard[:7] + heard[8:]))
        self.judged("feed", records=changed(lambda heard: heard[:7] + [heard[6]] + heard[7:]))
        self.judged("feed", records=changed(lambda heard: heard[:7] + [[8, "another"]] + heard[8:]))

    def test_another_epoch(self):
        self.judged("epoch", records=self.records + [{"what": "start", "epoch": "another"}])

    def test_a_loss_that_is_not_counted(self):
        lost = {"specversion": "1.0", "id": "lost", "source": "agent:lou", "type": "seam.agent.heartbeat",
                "run": "lost", "sequence": "1", "data": {"agent": "lou"}}
        self.judged("lost", records=self.records + [{"what": "lane", "event": lost}])


if __name__ == "__main__":
    check.main()
