#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""All that is wrong with an artifact, wherever one asks: show, ls, tail, approve; and what ages out of it."""
import contextlib
import json
import unittest

import check
from agent import Agent, Control, Hub, until
from check import HIGH, HubCase, artifact, contract, new_id
from journals import seam

BILL = {"type": "object", "properties": {"due": {"type": "integer"}, "a: b": {"type": "integer"}},
        "required": ["currency"],
        "propertyNames": {"not": {"pattern": "^x"}}}


def under(name, what):
    return contract(name, "p", "q", schema=BILL, on_violation=what)


class Told(HubCase):
    contracts = (under("held", "hold"), under("dead", "dead_letter"),
                 contract("lines", "p", "q", schema={"properties": {"n": {"items": {"type": "string"}}}}))

    def setUp(self):
        self.a = self.agent("p")

    def offer(self, name, what):
        handoff = new_id()
        self.a.offer(handoff, "q", what, contract=name + "/1.0.0")
        return handoff

    def run_seam(self, *words):
        return seam(*words, "--hub", self.hub.control)

    def test_show_says_all(self):
        handoff = self.offer("held", artifact(HIGH, due="soon"))
        shown = self.ask.show(handoff)
        self.assertEqual(shown["violations"], 2)
        self.assertEqual(sorted(v["at"] + ": " + v["message"] for v in shown["breaks"]),
                         ["/currency: missing", "/due: string, not integer"])
        text = self.run_seam("show", handoff).stdout
        self.assertRegex(text, "\nbreaks its contract\n(  /currency: missing\n|  /due: string, not integer\n){2}")
        self.assertRegex(text, "seam.handoff.flagged  hub:[^ ]+  2 violations: /")
        fits = self.offer("held", artifact(HIGH, currency="EUR"))
        self.assertEqual((self.ask.show(fits)["violations"], self.ask.show(fits)["breaks"]), (0, []))
        self.assertNotIn("breaks its contract", self.run_seam("show", fits).stdout)

    def test_more_than_the_hub_lists(self):
        handoff = self.offer("lines", artifact(HIGH, n=list(range(20))))
        shown = self.ask.show(handoff)
        self.assertEqual((shown["violations"], len(shown["breaks"])), (20, 16))
        self.assertIn("  and 4 more that the hub does not list\n", self.run_seam("show", handoff).stdout)
        told = [line for line in self.run_seam("tail", "--limit", "100").stdout.splitlines()
                if "flagged" in line and handoff in line]
        self.assertRegex(told[0], "20 violations: /n/0: .*; and 4 more$")

    def test_a_number_beyond_reals_hides_nothing(self):
        handoff = new_id()
        event = self.a.offer_event(handoff, "q", artifact(HIGH, due="soon", n=1), contract="held/1.0.0")
        raw = json.dumps(event).replace('"n": 1', '"n": ' + "9" * 400)
        self.assertEqual(self.ask.publish_raw(raw.encode())["state"], "held")
        done = self.run_seam("show", handoff)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("\n  /due: string, not integer\n", done.stdout)
        self.assertIn(handoff, self.run_seam("tail", "--limit", "100").stdout)

    def test_who_approves_is_told(self):
        handoff = self.offer("held", artifact(HIGH, due="soon"))
        done = self.run_seam("approve", handoff)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("it breaks its contract: 2 violations, first /", done.stderr)

    def test_a_pointer_with_a_colon_in_it(self):
        """Members of two names are two causes, also where a name looks like the end of a pointer."""
        handoff = self.offer("dead", artifact(HIGH, currency="EUR", **{"a: b": "no"}))
        self.assertEqual(self.ask.show(handoff)["violation"], "/a: b: string, not integer")


class Aged(unittest.TestCase):
    """What was flagged, held or buried for it ages out like the others, and nothing is left of it."""

    def test_it_ages_out(self):
        hub = Hub((under("held", "hold"), under("dead", "dead_letter"), under("flag", "flag")),
                  options=("--keep", "2s", "--snapshot-every", 100, "--grace", 0)).start()
        self.addCleanup(hub.stop)
        bad = artifact(HIGH, due="soon")
        closed, waits = set(), set()
        with contextlib.closing(Agent(hub, "p")) as p, contextlib.closing(Agent(hub, "q")) as q, \
                contextlib.closing(Control(hub.control)) as human:
            def offer(name):
                handoff = new_id()
                p.offer(handoff, "q", bad, contract=name + "/1.0.0")
                return handoff

            for i in range(40):
                flagged, held, dead = offer("flag"), offer("held"), offer("dead")
                q.say("accepted", flagged)
                q.say("completed", flagged)
                closed.add(flagged)
                if i % 10 == 0:         # nobody has looked: these stay, however old
                    waits |= {held, dead}
                    continue
                human.decide(held, "approve")
                q.say("accepted", held)
                q.say("completed", held)
                human.decide(dead, "discard", note="wrong")
                closed |= {held, dead}

            def gone():
                p.publish(p.self_event("heartbeat"))
                there = {item["handoff"] for item in human.items("handoffs")}
                self.assertLessEqual(waits, there)
                return not there & closed
            until(gone, "what is closed ages out", 40)
            self.assertEqual({item["handoff"] for item in human.items("dead")} |
                             {item["handoff"] for item in human.items("review")}, waits)
            for handoff in waits:
                shown = human.show(handoff)
                self.assertEqual((shown["violations"], len(shown["breaks"])), (2, 2))
                self.assertEqual(shown["history"][1]["type"], "seam.handoff.flagged")
            until(lambda: not [event for event in human.all_events() if event["type"] == "seam.handoff.flagged"
                               and event["data"]["handoff"] in closed], "nothing dangles", 40)   # deleted bit by bit
        check.agree(hub)
        found = seam("check", "--journal", hub.journal)
        self.assertEqual(found.returncode, 0, found.stdout + found.stderr)


if __name__ == "__main__":
    check.main()
