#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every handoff is held against its contract, and what is found is an event; contracts change while the hub runs."""
import check
from agent import until
from check import HIGH, HubCase, artifact, contract, new_id

BILL = {"type": "object", "properties": {
    "due_date": {"type": "integer"}, "lines": {"type": "array", "items": {"type": "object", "required": ["price"],
                                               "properties": {"price": {"type": "number", "minimum": 0}}}},
    "confidence": {"type": "number"}, "fallback": True, "currency": {"enum": ["EUR", "USD"]}},
    "required": ["currency"], "additionalProperties": False}
COSTLY = {"properties": {"word": {"pattern": "^(a+)+$"}}}


def bill(**more):
    return artifact(HIGH, currency="EUR", **more)


class Checking(HubCase):
    contracts = (contract("bill", "p", "q", schema=BILL), contract("held", "p", "q", schema=BILL, on_violation="hold"),
                 contract("dead", "p", "q", schema=BILL, on_violation="dead_letter"),
                 contract("costly", "p", "q", schema=COSTLY),
                 contract("when", "p", "q", assert_format=True, schema={"properties": {"at": {"format": "date-time"}}}),
                 contract("origin", "p", "q", provenance={"at": "/inputs"}),
                 contract("going", "p", "q", fallback={"at": "/fallback", "targets": ["oncall"]},
                          owners={"p": "team-p"}))

    def setUp(self):
        self.a = self.agent("p")

    def offer(self, what, name="bill"):
        handoff = new_id()
        reply = self.a.offer(handoff, "q", what, contract=name + "/1.0.0")
        return handoff, reply

    def flagged(self, handoff):
        return self.journaled("seam.handoff.flagged", handoff=handoff)["data"]

    def test_what_fits_makes_no_event(self):
        handoff, reply = self.offer(bill(due_date=3))
        self.assertEqual((reply["faults"], reply["violation"], reply["state"]), ([], None, "offered"))
        self.assertEqual([event["type"] for event in self.ask.show(handoff)["history"]], ["seam.handoff.offered"])

    def test_a_violation_says_where_and_what(self):
        handoff, reply = self.offer(bill(due_date="tomorrow", lines=[{"price": 1}, {"price": -1}, {}], debug=1))
        self.assertEqual(reply["faults"], ["schema"])
        self.assertEqual(reply["state"], "offered", "it is shown, and goes on")
        data = self.flagged(handoff)
        self.assertEqual((data["contract"], data["faults"], data["of"]), ("bill/1.0.0", ["schema"], 4))
        self.assertEqual({(v["at"], v["message"]) for v in data["violations"]},
                         {("/due_date", "string, not integer"), ("/lines/1/price", "below the minimum 0"),
                          ("/lines/2/price", "missing"), ("/debug", "not allowed")})
        due = [v for v in data["violations"] if v["at"] == "/due_date"][0]
        self.assertEqual((due["expected"], due["found"], due["keyword"]), ("integer", "string", "/properties/due_date/type"))
        self.assertEqual(reply["violation"], "%(at)s: %(message)s" % data["violations"][0])
        self.assertEqual(self.ask.show(handoff)["violation"], reply["violation"])

    def test_it_is_found_anew_for_each_attempt(self):
        handoff, _ = self.offer(artifact(HIGH))
        self.assertEqual(self.flagged(handoff)["violations"][0]["at"], "/currency")
        reply = self.a.offer(handoff, "q", bill(), attempt=2, contract="bill/1.0.0")
        self.assertEqual((reply["faults"], reply["violation"]), ([], None))

    def test_hold(self):
        handoff, reply = self.offer(artifact(HIGH), "held")
        self.assertEqual(reply["state"], "held")
        held = self.journaled("seam.handoff.held", handoff=handoff)["data"]
        self.assertEqual((held["cause"], held["faults"]), ("fault", ["schema"]))
        self.assertEqual(self.offer(bill(), "held")[1]["state"], "offered")

    def test_dead_letter(self):
        handoff, reply = self.offer(artifact(HIGH), "dead")
        self.assertEqual(reply["state"], "dead")
        dead = self.journaled("seam.handoff.dead_lettered", handoff=handoff)
        self.assertEqual((dead["source"][:4], dead["data"]["reason"], dead["data"]["detail"]),
                         ("hub:", "contract", "/currency: missing"))
        self.assertIn(handoff, [item["handoff"] for item in self.ask.items("dead")])
        self.assertEqual(self.a.wait(handoff)["state"], "dead")

    def test_what_costs_too_much_is_said(self):
        handoff, reply = self.offer(artifact(HIGH, word="a" * 5000 + "!"), "costly")
        self.assertEqual(reply["faults"], ["not checked"])
        self.assertEqual(self.flagged(handoff)["violations"], [])

    def test_format(self):
        self.assertEqual(self.offer(artifact(HIGH, at="2026-11-23T03:04:05Z"), "when")[1]["faults"], [])
        self.assertEqual(self.offer(artifact(HIGH, at="at three"), "when")[1]["violation"], "/at: no \"date-time\"")

    def test_provenance(self):
        for inputs in ({}, {"inputs": None}, {"inputs": []}, {"inputs": ""}):
            with self.subTest(inputs):
                self.assertEqual(self.offer(artifact(HIGH, **inputs), "origin")[1]["faults"], ["no provenance"])
        self.assertEqual(self.offer(artifact(HIGH, inputs=["log:1"]), "origin")[1]["faults"], [])

    def test_targets(self):
        for target, faults in (("oncall", []), ("team-p", []), ("q", []), ("nobody", ["fallback target unknown"])):
            with self.subTest(target):
                there = artifact(HIGH, fallback="escalate_to_%s_if_not_progressed_within_9h" % target)
                self.assertEqual(self.offer(there, "going")[1]["faults"], faults)


if __name__ == "__main__":
    check.main()
