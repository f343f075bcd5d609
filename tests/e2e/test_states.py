#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The table "States of a handoff" over a live hub, cell by cell: state x event -> state, or late."""
import check
from agent import Refused
from check import HIGH, LOW, HubCase, artifact, contract, new_id

# How each state is reached: steps of `Cells`, after an offer with that confidence.
PATHS = {
    "offered": (HIGH, []),
    "held": (LOW, []),
    "accepted": (HIGH, [("say", "accepted")]),
    "progressed": (HIGH, [("say", "progressed")]),
    "completed": (HIGH, [("say", "completed")]),
    "refused": (HIGH, [("say", "refused")]),
    "failed": (HIGH, [("say", "failed")]),
    "dead": (HIGH, [("say", "dead_lettered")]),
    "escalated": (LOW, [("decide", "escalate")]),
    "stopped": (HIGH, [("fall", "stop")]),
    "proceeded": (HIGH, [("fall", "proceed")]),
    "requeued": (HIGH, [("say", "dead_lettered"), ("decide", "requeue")]),
    "approved": (LOW, [("decide", "approve")]),
    "rejected": (LOW, [("decide", "reject")]),
    "discarded": (HIGH, [("say", "dead_lettered"), ("decide", "discard")]),
}
STATES = tuple(PATHS)
FINAL = ("approved", "rejected", "requeued", "discarded")     # by a decision, in the paths above
FELL = ("stopped", "proceeded")                               # by a fallback
SAME = "same"


def row(leads_to, *states):
    return dict.fromkeys(states, leads_to)


OPEN = ("offered", "accepted", "approved", "proceeded", "held", "escalated")
SAID = {
    "accepted": dict(row("accepted", "offered", "approved", "proceeded"),
                     **row(SAME, "held", "escalated")),
    "progressed": row("progressed", *OPEN, "progressed"),
    "completed": row("completed", *OPEN, "progressed"),
    "refused": row("refused", *OPEN),
    "failed": row("failed", *OPEN, "progressed"),
    "dead_lettered": row("dead", *(set(STATES) - {"completed", "discarded", "dead"})),
}
FALLBACKS = {"escalate": "escalated", "queue": "held", "dead_letter": "dead", "stop": "stopped",
             "proceed": "proceeded", "requeue": "requeued"}
MAY_FALL = ("offered", "accepted", "held", "escalated", "refused", "failed")
DECIDED = {
    "approve": row("approved", "held", "escalated"),
    "reject": row("rejected", "held", "escalated"),
    "escalate": row("escalated", *(set(STATES) - {"completed", "discarded", "rejected"})),
    "hold": dict(row(SAME, "held", "escalated"), offered="held"),
    "requeue": row("requeued", "dead", "stopped", "refused", "failed"),
    "restore": row("requeued", "discarded"),
    "discard": row("discarded", "dead", "stopped", "refused", "failed"),
}


class Cells(HubCase):
    contracts = (contract("work", "p", "q"),)
    options = ("--grace", 0)

    def setUp(self):
        self.a, self.b = self.agent("p"), self.agent("q")

    # Steps.

    def say(self, handoff, verb):
        return self.b.say(verb, handoff)

    def fall(self, handoff, action):
        return self.b.say("fallback", handoff, action=action, cause="the hub was silent")

    def decide(self, handoff, action):
        if action == "restore":
            return self.ask.decide(handoff, "requeue", restore=True)
        return self.ask.decide(handoff, action)

    def reach(self, state):
        """A new handoff in that state."""
        confidence, steps = PATHS[state]
        handoff = new_id(state)
        self.a.offer(handoff, "q", artifact(confidence), contract="work/1.0.0")
        for method, word in steps:
            getattr(self, method)(handoff, word)
        self.assertEqual(self.state(handoff), state)
        return handoff

    def cell(self, handoff, before, reply, after):
        """The reply and the state agree with what the table says: `after`, or late."""
        if after is None:
            self.assertEqual(reply.get("standing"), "late")
        else:
            self.assertIsNone(reply.get("standing"))
        self.assertEqual(self.state(handoff), before if after in (None, SAME) else after)

    def test_what_agents_say(self):
        for verb, leads in SAID.items():
            for state in STATES:
                with self.subTest(event=verb, state=state):
                    handoff = self.reach(state)
                    self.cell(handoff, state, self.say(handoff, verb), leads.get(state))

    def test_fallback(self):
        """Once an attempt, in six states; `proceed` acts as dead_letter for refused and failed."""
        for state in STATES:
            for action, after in FALLBACKS.items():
                if action == "proceed" and state in ("refused", "failed"):
                    after = "dead"
                with self.subTest(action=action, state=state):
                    handoff = self.reach(state)
                    self.cell(handoff, state, self.fall(handoff, action),
                              after if state in MAY_FALL else None)

    def test_fallback_only_once(self):
        for first in ("escalate", "queue"):
            handoff = self.reach("offered")
            self.fall(handoff, first)
            self.cell(handoff, FALLBACKS[first], self.fall(handoff, "stop"), None)

    def test_fallback_after_a_final_decision(self):
        """It is stopped by a final decision, whatever the state is since."""
        for verb in ("accepted", "refused", "failed"):
            handoff = self.reach("approved")
            self.say(handoff, verb)
            self.cell(handoff, verb, self.fall(handoff, "stop"), None)

    def test_decisions(self):
        for action, leads in DECIDED.items():
            for state in STATES:
                with self.subTest(action=action, state=state):
                    handoff = self.reach(state)
                    self.decision_cell(handoff, action, state, leads.get(state))

    def decision_cell(self, handoff, action, state, after):
        if after is not None and (action in ("escalate", "requeue", "restore") or state not in FINAL):
            self.assertEqual(self.decide(handoff, action)["state"], state if after is SAME else after)
        else:
            with self.assertRaises(Refused) as caught:
                self.decide(handoff, action)
            self.assertEqual(caught.exception.code, self.expected_code(action, state))
            after = None
        self.assertEqual(self.state(handoff), state if after in (None, SAME) else after)

    @staticmethod
    def expected_code(action, state):
        """already_decided before too_late before not_allowed."""
        if state in FINAL:
            return "already_decided"
        return "too_late" if state in FELL else "not_allowed"

    def test_a_dead_end_after_approval(self):
        """Approved, then failed: it lies in the dead letters, and a human can put it back."""
        handoff = self.reach("approved")
        with self.assertRaises(Refused) as caught:
            self.decide(handoff, "requeue")
        self.assertEqual(caught.exception.code, "already_decided")
        self.say(handoff, "failed")
        self.decide(handoff, "requeue")
        self.a.offer(handoff, "q", artifact(LOW), contract="work/1.0.0", attempt=2)
        reply = self.ask.decide(handoff, "approve", attempt=2)
        self.assertEqual(reply["state"], "approved")

    def test_higher_attempt(self):
        """Offered from every state; what is said of the lower one is late."""
        for state in STATES:
            for confidence, after in ((HIGH, "offered"), (LOW, "held")):
                with self.subTest(state=state, after=after):
                    handoff = self.reach(state)
                    self.a.offer(handoff, "q", artifact(confidence), contract="work/1.0.0", attempt=2)
                    self.cell(handoff, after, self.say(handoff, "completed"), None)
                    item = self.ask.show(handoff)
                    self.assertEqual((item["attempt"], item["state"]), (2, after))

    def test_lower_attempt_offered(self):
        handoff = new_id()
        self.a.offer(handoff, "q", artifact(), contract="work/1.0.0", attempt=3)
        reply = self.a.offer(handoff, "q", artifact(), contract="work/1.0.0", attempt=2)
        self.assertEqual(reply["standing"], "late")
        self.assertEqual(self.ask.show(handoff)["attempt"], 3)

    def test_decision_refused(self):
        """From approved, rejected and requeued back to held, by the doer's `refused`."""
        doers = {"approved": self.b, "rejected": self.a, "requeued": self.a}
        for state, doer in doers.items():
            with self.subTest(state):
                handoff = self.reach(state)
                doer.deliver(self.ask.show(handoff)["decision"], "refused", reason="cannot")
                self.assertEqual(self.state(handoff), "held")
                self.assertEqual(self.decide(handoff, "approve")["state"], "approved")

    def test_unreviewed(self):
        """progressed and completed in held, escalated: with the fault `unreviewed`."""
        for state in ("held", "escalated"):
            for verb in ("progressed", "completed"):
                handoff = self.reach(state)
                self.say(handoff, verb)
                faults = str(self.ask.show(handoff)["faults"])
                self.assertIn("unreviewed", faults)


if __name__ == "__main__":
    check.main()
