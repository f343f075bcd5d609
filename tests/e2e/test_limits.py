# SPDX-License-Identifier: MIT
"""Requests whose text would not fit into an event of the hub's own: an error, and the hub goes on."""
import os
import unittest

import check
from agent import Refused, digest, until

CONTRACT = {
    "contract": "work", "version": "1.0.0", "from": ["p"], "to": ["q"],
    "scope": {"represents": "work"}, "schema": {}, "confidence": {"review_below": 0.8},
    "fallback": {"at": "/fallback"}}
WORK = {"confidence": 0.1, "fallback": "queue_if_not_progressed_within_1h"}


def deep(levels):
    value = 1
    for _ in range(levels):
        value = [value]
    return value


class Limits(check.HubCase):
    contracts = [CONTRACT]

    def held(self, handoff):
        self.p = self.agent("p")
        self.q = self.agent("q")
        self.p.offer(handoff, "q", WORK, contract="work/1.0.0")
        return handoff

    def denied(self, code, handoff, action, **members):
        with self.assertRaises(Refused) as caught:
            self.ask.decide(handoff, action, **members)
        self.assertEqual(caught.exception.code, code)
        self.assertEqual(self.ask.state(handoff), "held")

    def test_edited_artifact(self):
        handoff = self.held("h-deep")
        self.denied("malformed", handoff, "approve", artifact=deep(63))
        self.denied("too_large", handoff, "approve", artifact="x" * ((1 << 20) + 1))
        reply = self.ask.decide(handoff, "approve", artifact=deep(62))
        self.assertEqual(reply["state"], "approved")
        stands = self.q.wait(handoff)
        self.assertEqual(stands["artifact"], deep(62))
        events = [e for e in self.ask.all_events() if e["type"] == "seam.decision.approved"]
        self.assertEqual(events[-1]["data"]["new_digest"], digest(deep(62)))

    def test_target(self):
        handoff = self.held("h-target")
        self.denied("malformed", handoff, "escalate", target="\u00fc" * 600000)
        self.ask.decide(handoff, "escalate", target="\u00fc" * 64)

    def test_reason_of_a_refusal(self):
        handoff = self.held("h-reason")
        decision = self.ask.decide(handoff, "approve")["decision"]
        with self.assertRaises(Refused) as caught:
            self.q.deliver(decision, "refused", reason="\u00fc" * 600000)
        self.assertEqual(caught.exception.code, "malformed")
        self.q.deliver(decision, "refused", reason="\u00fc" * 2000)
        self.assertEqual(self.ask.state(handoff), "held")

    def test_what_is_no_file_among_the_contracts(self):
        """A pipe would wait for a writer for ever: it is refused, and the hub goes on."""
        os.mkfifo(os.path.join(self.hub.contracts, "pipe.json"))
        more = dict(CONTRACT, contract="more")
        self.hub.write_contract(more)
        until(lambda: [c for c in self.ask.items("contracts") if c["contract"] == "more/1.0.0"],
              "the new contract is in force")
        with open(self.hub.errors, encoding="utf-8") as said:
            self.assertIn("pipe.json", said.read())

    def test_long_ids_of_events(self):
        self.held("h-ids")
        event = self.p.said_event("dead_lettered", "h-ids", reason="other")
        event["id"] = "\u00fc" * 600
        with self.assertRaises(Refused) as caught:
            self.p.publish(event)
        self.assertEqual(caught.exception.code, "malformed")
        event["id"] = "\u00fc" * 512
        self.p.publish(event)
        self.assertTrue(self.p.publish(event)["duplicate"])


if __name__ == "__main__":
    unittest.main()
