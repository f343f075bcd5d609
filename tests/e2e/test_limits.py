# SPDX-License-Identifier: MIT
"""Requests whose text would not fit into an event of the hub's own: an error, and the hub goes on."""
import os
import resource
import subprocess
import unittest

import agent
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

    def test_long_history(self):
        """Nothing is left out in silence, and who decided what never for the sake of notes."""
        handoff = self.held("h-history")
        for _ in range(3):
            self.q.say("accepted", handoff, note="n" * 900000)
        self.ask.decide(handoff, "hold", operator="ann")
        shown = self.ask.show(handoff)
        self.assertEqual([e for e in shown["history"] if "cut" in e], [])      # there is room
        self.assertEqual(len(shown["history"][2]["data"]["note"]), 900000)
        for _ in range(6):
            self.q.say("accepted", handoff, note="\u00fc" * 450000, extra=list(range(2000)))
        self.ask.decide(handoff, "approve", operator="bob", artifact={"text": "y" * 900000})
        shown = self.ask.show(handoff)
        history = shown["history"]
        self.assertEqual((shown["state"], shown["left_out"], len(history)), ("approved", 0, 13))
        self.assertEqual([e["data"]["operator"] for e in history if e["type"].startswith("seam.decision")],
                         ["ann", "bob"])
        places = [int(e["hubsequence"]) for e in history]
        self.assertEqual(places, sorted(places))
        for event in history:
            if event["type"].endswith("accepted"):
                self.assertIs(event["cut"], True)
                self.assertEqual(event["data"]["note"][:3], ("n" if "n" in event["data"]["note"] else "\u00fc") * 3)
                self.assertIsNone(event["data"].get("extra"))
        self.assertIs(history[-1]["cut"], True)
        self.assertIsNone(history[-1]["data"]["artifact"])
        self.assertNotIn("cut", history[0])

    def test_endless_history(self):
        handoff = self.held("h-endless")
        self.ask.decide(handoff, "hold", operator="ann")
        note = "n" * 1500
        for number in range(4500):
            self.q.send_event(self.q.event("seam.handoff.accepted", {
                "handoff": handoff, "attempt": 1, "note": note, "number": number}))
        until(lambda: self.ask.counters()["applied"] >= 4500, "all have come", 30)
        self.ask.decide(handoff, "approve", operator="bob")
        shown = self.ask.show(handoff)
        kinds = [e["type"] for e in shown["history"]]
        self.assertEqual(len(kinds) + shown["left_out"], 4500 + 4)
        self.assertGreater(shown["left_out"], 100)
        for kind in ("seam.handoff.held", "seam.decision.held", "seam.decision.approved"):
            self.assertEqual(kinds.count(kind), 1, kind)
        # the newest are there, without a hole
        numbers = [e["data"]["number"] for e in shown["history"] if "number" in e["data"]]
        self.assertEqual(numbers, list(range(4500 - len(numbers), 4500)))

    def test_many_decisions(self):
        """More than a reply holds: it says that there are others, and goes on behind the last."""
        made = []
        for number in range(4):
            handoff = self.held("h-many-%d" % number)
            made.append(self.ask.decide(handoff, "approve", artifact={"text": "x" * 900000})["decision"])
        found, after, pages, more = [], "0", 0, True
        while more:
            reply = self.q.ask("decisions", agent="q", after=after)
            found += [e["data"]["decision"] for e in reply["decisions"]]
            after, more, pages = reply["decisions"][-1]["hubsequence"], reply["more"], pages + 1
        self.assertEqual([name for name in found if name in made], made)
        self.assertGreater(pages, 1)
        self.assertIs(self.q.ask("decisions", agent="p")["more"], True)
        self.assertIs(self.q.ask("decisions", agent="nobody")["more"], False)
        self.assertEqual(self.q.ask("decisions", agent="q", after=str(2 ** 63 - 1))["decisions"], [])

    def test_reason_of_a_refusal(self):
        handoff = self.held("h-reason")
        decision = self.ask.decide(handoff, "approve")["decision"]
        with self.assertRaises(Refused) as caught:
            self.q.deliver(decision, "refused", reason="\u00fc" * 600000)
        self.assertEqual(caught.exception.code, "malformed")
        self.q.deliver(decision, "refused", reason="\u00fc" * 2000)
        self.assertEqual(self.ask.state(handoff), "held")

    def test_closed_descriptors(self):
        """What is opened first would be 0, 1 or 2, and the ready line would go there."""
        words = [agent.BIN, "hub", "--journal", "none"]
        for lane in ("events", "control", "feed"):
            words += ["--" + lane, "tcp://127.0.0.1:%d" % agent.free_port()]
        control = words[-3]
        process = subprocess.Popen(["/bin/sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh"] + words)
        self.addCleanup(process.wait)
        self.addCleanup(process.terminate)
        ask = agent.Control(control)
        self.addCleanup(ask.close)
        self.assertTrue(ask.call("ping", patience=10)["ok"])
        for number in range(3):
            self.assertEqual(os.readlink("/proc/%d/fd/%d" % (process.pid, number)), "/dev/null")

    def test_few_files(self):
        """What the shell sets low is raised; too few is said, and no assertion of libzmq."""
        words = [agent.BIN, "hub", "--journal", "none"]
        for lane in ("events", "control", "feed"):
            words += ["--" + lane, "tcp://127.0.0.1:*"]
        for most in (24, 40, 63):
            done = subprocess.run(["/bin/sh", "-c", 'ulimit -n %d; exec "$@"' % most, "sh"] + words, timeout=20,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, encoding="utf-8")
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn("only %d files may be open" % most, done.stderr)
        process = subprocess.Popen(["/bin/sh", "-c", 'ulimit -S -n 40; exec "$@"', "sh"] + words,
                                   stdout=subprocess.PIPE, encoding="utf-8")
        self.assertIn('"ready":true', process.stdout.readline())
        self.assertGreater(resource.prlimit(process.pid, resource.RLIMIT_NOFILE)[0], 64)
        process.terminate()
        self.assertEqual(process.wait(20), 0)
        process.stdout.close()

    def test_what_is_no_file_among_the_contracts(self):
        """A pipe would wait for a writer for ever: it is refused, and the hub goes on."""
        os.mkfifo(os.path.join(self.hub.contracts, "pipe.json"))
        more = dict(CONTRACT, contract="more")
        self.hub.write_contract(more)
        until(lambda: [c for c in self.ask.items("contracts") if c["contract"] == "more/1.0.0"],
              "the new contract is in force")

        def told():
            with open(self.hub.errors, encoding="utf-8") as said:
                return "pipe.json refused" in said.read()

        until(told, "the pipe is refused")    # half a second later: it might have been a file that is being written

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
