#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""decide: its checks and their order, what its errors tell; and how agents wait and deliver."""
import contextlib
import threading

import agent
import check
from agent import Refused, digest
from check import HIGH, LOW, HubCase, artifact, contract, new_id

WRONG = "sha256:" + "0" * 64


class Case(HubCase):
    def setUp(self):
        self.a, self.b = self.agent("p"), self.agent("q")

    def offered(self, confidence=LOW, name="work", **more):
        handoff = new_id()
        self.a.offer(handoff, "q", artifact(confidence, **more), contract=name + "/1.0.0")
        return handoff

    def dead(self):
        handoff = self.offered(HIGH)
        self.b.say("dead_lettered", handoff)
        return handoff

    def code(self, handoff, action, **more):
        """The error of a decision that must not be taken."""
        with self.assertRaises(Refused) as caught:
            self.ask.decide(handoff, action, **more)
        return caught.exception.code, caught.exception.error


class Order(Case):
    """malformed, (forbidden), the same id, not_found, stale, already_decided, too_late, not_allowed"""

    contracts = (contract("work", "p", "q"),)
    options = ("--grace", 0)

    def test_accepted(self):
        handoff = self.offered()
        reply = self.ask.decide(handoff, "approve", note="fine")
        self.assertEqual(reply["state"], "approved")
        event = self.ask.events_after(str(int(reply["recorded"]) - 1), 1)["events"][0]
        self.assertEqual(event["type"], "seam.decision.approved")
        data = event["data"]
        self.assertEqual((data["handoff"], data["attempt"], data["decision"], data["operator"],
                          data["note"], data["digest"]),
                         (handoff, 1, reply["decision"], "mira", "fine", digest(artifact(LOW))))
        item = self.ask.show(handoff)
        self.assertEqual((item["state"], item["decision"], item["operator"]),
                         ("approved", reply["decision"], "mira"))

    def test_reject_and_discard_need_a_note(self):
        self.assertEqual(self.code(self.offered(), "reject", note=None)[0], "malformed")
        self.assertEqual(self.code(self.dead(), "discard", note=None)[0], "malformed")
        self.assertEqual(self.code(self.offered(), "reject", note="")[0], "malformed")

    def test_malformed_is_before_everything(self):
        """Also before the same id, not_found and stale."""
        done = self.offered()
        taken = self.ask.decide(done, "approve")["decision"]
        self.assertEqual(self.code("nobody", "reject", note=None, digest=WRONG, decision=taken)[0], "malformed")

    def test_same_id_same_content(self):
        """The accepted answer again, also when the state has moved on since."""
        handoff = self.offered()
        request = self.ask.decision(handoff, "approve", note="fine")
        first = self.ask.ask("decide", **request)
        self.b.say("accepted", handoff)
        again = self.ask.ask("decide", **request)
        self.assertEqual((again["recorded"], again["state"]), (first["recorded"], first["state"]))
        self.assertEqual(len(self.ask.show(handoff)["history"]), 4)

    def test_same_id_other_content(self):
        """id_reused, before not_found and stale."""
        handoff = self.offered()
        request = self.ask.decision(handoff, "approve")
        self.ask.ask("decide", **request)
        for change in ({"note": "other"}, {"operator": "lee"}, {"digest": WRONG}, {"attempt": 2},
                       {"handoff": "nobody"}, {"action": "escalate"}):
            with self.subTest(change):
                self.refused("id_reused", "decide", **dict(request, **change))

    def test_ids_of_the_hub(self):
        """A fallback is answered under h-N: no decision may be called so."""
        for name in ("h-1", "h-07", "h-" + "9" * 30):
            error = self.code(self.offered(), "approve", decision=name)
            self.assertEqual(error[0], "malformed", error)
        for name in ("h-", "h-1a", "h-a", "h1"):
            self.ask.decide(self.offered(), "approve", decision=name)

    def test_names_of_operators(self):
        for name in ("", " ", "x" * 129, "a\nb", "a\x1b[31m", "a\u009b31m", "a\x7f"):
            self.assertEqual(self.code(self.offered(), "approve", operator=name)[0], "malformed", name)
        self.ask.decide(self.offered(), "approve", operator="\u00fc" * 64)

    def test_the_final_one_is_named(self):
        """What is escalated after it was approved is still approved, by whoever did."""
        handoff = self.offered()
        first = self.ask.decide(handoff, "approve", operator="ann")
        self.ask.decide(handoff, "escalate", operator="bob")
        code, error = self.code(handoff, "requeue", operator="cat")
        self.assertEqual((code, error["action"], error["operator"], error["decision"], error["recorded"]),
                         ("already_decided", "approve", "ann", first["decision"], first["recorded"]))

    def test_not_found_is_before_stale(self):
        self.assertEqual(self.code("nobody", "approve", digest=WRONG, attempt=9)[0], "not_found")

    def test_stale_is_before_already_decided(self):
        """Attempt or digest is not the one that stands."""
        handoff = self.offered()
        for _ in range(2):
            for change in ({"digest": WRONG}, {"attempt": 2}, {"digest": "sha256:abc"}):
                self.assertEqual(self.code(handoff, "approve", **change)[0], "stale")
            with contextlib.suppress(Refused):
                self.ask.decide(handoff, "approve")
        self.assertEqual(self.state(handoff), "approved")

    def test_stale_after_a_higher_attempt(self):
        handoff = self.offered()
        old = self.ask.show(handoff)["digest"]
        self.a.offer(handoff, "q", artifact(LOW, tries=2), attempt=2, contract="work/1.0.0")
        self.assertEqual(self.code(handoff, "approve", attempt=1, digest=old)[0], "stale")
        self.assertEqual(self.code(handoff, "approve", attempt=2, digest=old)[0], "stale")
        self.assertEqual(self.ask.decide(handoff, "approve", attempt=2)["state"], "approved")

    def test_already_decided(self):
        """Adds its action, operator, time, decision, recorded; before not_allowed."""
        handoff = self.offered()
        first = self.ask.decide(handoff, "approve")
        for action in ("approve", "reject", "requeue", "discard"):
            with self.subTest(action):
                code, error = self.code(handoff, action, operator="lee")
                self.assertEqual((code, error["action"], error["operator"], error["decision"]),
                                 ("already_decided", "approve", "mira", first["decision"]))
                self.assertEqual(int(error["recorded"]), int(first["recorded"]))
                self.assertIsNotNone(check.fold.moment(error["time"]))

    def test_too_late(self):
        """The fallback ended it: adds its action and time; before not_allowed."""
        for action in ("stop", "dead_letter", "proceed", "requeue"):
            handoff = self.offered()
            self.b.say("fallback", handoff, action=action, cause="test")
            for decision in ("approve", "reject", "hold"):
                with self.subTest(action=action, decision=decision):
                    code, error = self.code(handoff, decision)
                    self.assertEqual((code, error["action"]), ("too_late", action))
                    self.assertIsNotNone(check.fold.moment(error["time"]))

    def test_a_fallback_that_escalates_ends_nothing(self):
        for action in ("escalate", "queue"):
            handoff = self.offered()
            self.b.say("fallback", handoff, action=action, cause="test")
            self.assertEqual(self.ask.decide(handoff, "approve")["state"], "approved")

    def test_dead_by_fallback_may_be_requeued(self):
        for action in ("stop", "dead_letter"):
            handoff = self.offered()
            self.b.say("fallback", handoff, action=action, cause="test")
            self.assertEqual(self.ask.decide(handoff, "requeue")["state"], "requeued")

    def test_not_allowed(self):
        self.assertEqual(self.code(self.offered(HIGH), "approve")[0], "not_allowed")
        self.assertEqual(self.code(self.offered(LOW), "requeue")[0], "not_allowed")
        self.assertEqual(self.code(self.dead(), "approve")[0], "not_allowed")

    def test_denied_is_journaled_and_binds_nobody(self):
        handoff = self.offered()
        first = self.ask.decide(handoff, "approve")
        self.code(handoff, "reject", decision="d-denied-" + handoff, operator="lee")
        found = self.journaled("seam.decision.denied", first["recorded"], decision="d-denied-" + handoff)
        self.assertEqual((found["data"]["operator"], found["data"]["action"], found["data"]["code"]),
                         ("lee", "reject", "already_decided"))
        self.assertEqual(self.state(handoff), "approved")

    def test_the_first_final_decision_wins(self):
        """Twenty at once, one is taken, all others are told by whom."""
        handoff = self.offered()
        sockets = [agent.Control(self.hub.control) for _ in range(20)]
        requests = [self.ask.decision(handoff, "approve", operator="op%d" % n) for n in range(20)]
        for socket, request in zip(sockets, requests):
            self.addCleanup(socket.close)
            socket.send(agent.compact(dict(request, op="decide", rid="r")))
        replies = [socket.reply_to("r") for socket in sockets]
        taken = [reply for reply in replies if reply["ok"]]
        self.assertEqual(len(taken), 1)
        winners = {reply["error"]["recorded"] for reply in replies if not reply["ok"]}
        self.assertEqual({int(number) for number in winners}, {int(taken[0]["recorded"])})

    def test_escalate_and_hold_are_not_final(self):
        handoff = self.offered()
        self.assertEqual(self.ask.decide(handoff, "hold")["state"], "held")
        self.assertEqual(self.ask.decide(handoff, "escalate", target="lead")["state"], "escalated")
        self.assertEqual(self.ask.decide(handoff, "hold")["state"], "escalated")
        event = self.journaled("seam.decision.escalated", handoff=handoff)
        self.assertEqual(event["data"]["target"], "lead")
        self.assertEqual(self.ask.decide(handoff, "approve")["state"], "approved")


class Waiting(Case):
    contracts = (contract("work", "p", "q"), contract("gated", "p", "r", gate="from"))
    options = ("--grace", 0)

    def asked(self, who, handoff, seconds=20):
        """`wait` in a thread of its own; gives a function that ends with its reply."""
        answers = []

        def ask():
            with contextlib.closing(agent.Control(self.hub.control)) as control:
                answers.append(control.call("wait", patience=seconds + 5, tries=1, agent=who.name,
                                            handoff=handoff, attempt=1, seconds=seconds))

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()

        def answer():
            thread.join(25)
            self.assertTrue(answers, "wait was not answered")
            return answers[0]

        return answer

    def mine(self, who, decision):
        """The event with that decision among those that the agent has not answered."""
        return [e for e in who.decisions() if e["data"].get("decision") == decision]

    def test_wait_answers_at_once_when_nobody_must_look(self):
        handoff = self.offered(HIGH)
        reply = self.b.wait(handoff, seconds=0)
        self.assertEqual((reply["state"], reply["digest"]), ("offered", digest(artifact(HIGH))))
        self.assertNotIn("decision", {key for key, value in reply.items() if value is not None})

    def test_wait_answers_after_its_seconds(self):
        handoff = self.offered()
        reply = self.asked(self.b, handoff, 1)()
        self.assertEqual(reply["state"], "held")

    def test_gate_to(self):
        """B holds the artifact and starts on approval; approve is done by the gate."""
        handoff = self.offered()
        answer = self.asked(self.b, handoff)
        taken = self.ask.decide(handoff, "approve", note="go")
        reply = answer()
        self.assertEqual((reply["state"], reply["digest"], reply["decision"], reply["action"], reply["note"]),
                         ("approved", digest(artifact(LOW)), taken["decision"], "approve", "go"))
        self.assertEqual(len(self.mine(self.b, taken["decision"])), 1)
        self.b.deliver(taken["decision"])
        self.assertEqual(self.mine(self.b, taken["decision"]), [])
        event = self.journaled("seam.delivery.applied", taken["recorded"], decision=taken["decision"])
        self.assertEqual((event["data"]["agent"], event["source"]),
                         ("q", "hub:" + self.hub.ready["name"]))
        self.b.say("accepted", handoff)
        self.assertEqual(self.state(handoff), "accepted")

    def test_only_the_doer_moves_it(self):
        handoff = self.offered()
        taken = self.ask.decide(handoff, "approve")
        with contextlib.suppress(Refused):
            self.a.deliver(taken["decision"])
        with contextlib.suppress(Refused):
            self.a.deliver(taken["decision"], "refused", reason="not mine")
        self.assertEqual(self.state(handoff), "approved")
        self.assertEqual(len(self.mine(self.b, taken["decision"])), 1)
        self.b.deliver(taken["decision"])
        self.assertEqual(self.mine(self.b, taken["decision"]), [])

    def test_gate_from(self):
        """A sends it only after approval; A does it."""
        handoff = new_id()
        self.a.offer(handoff, "r", artifact(LOW), contract="gated/1.0.0")
        answer = self.asked(self.a, handoff)
        taken = self.ask.decide(handoff, "approve")
        self.assertEqual(answer()["decision"], taken["decision"])
        self.a.deliver(taken["decision"])
        self.assertEqual(self.mine(self.a, taken["decision"]), [])
        self.journaled("seam.delivery.applied", taken["recorded"], decision=taken["decision"], agent="p")

    def test_edited(self):
        """approve with the artifact as edited: its bytes and its new digest reach the agent."""
        handoff, edited = self.offered(), artifact(HIGH, edited=True)
        taken = self.ask.decide(handoff, "approve", artifact=edited)
        reply = self.b.wait(handoff)
        self.assertEqual(reply["artifact"], edited)
        event = self.journaled("seam.decision.approved", handoff=handoff)
        self.assertEqual((event["data"]["artifact"], event["data"]["digest"]),
                         (edited, digest(artifact(LOW))))
        self.assertRegex(event["data"]["new_digest"], "^sha256:[0-9a-f]{64}$")
        self.b.deliver(taken["decision"])

    def test_reject(self):
        """reject is done by `from`."""
        handoff = self.offered()
        taken = self.ask.decide(handoff, "reject", note="wrong customer")
        reply = self.a.wait(handoff)
        self.assertEqual((reply["state"], reply["action"], reply["note"], reply["decision"]),
                         ("rejected", "reject", "wrong customer", taken["decision"]))
        self.a.deliver(taken["decision"])
        self.assertEqual(self.mine(self.a, taken["decision"]), [])

    def test_requeue(self):
        """`attempt` is the one decided on, `next_attempt` the new one, `artifact` the original bytes."""
        handoff = self.dead()
        taken = self.ask.decide(handoff, "requeue")
        data = self.mine(self.a, taken["decision"])[0]["data"]
        self.assertEqual((data["attempt"], data["next_attempt"], data["artifact"]),
                         (1, 2, artifact(HIGH)))
        reply = self.a.wait(handoff)
        self.assertEqual((reply["state"], reply["action"]), ("requeued", "requeue"))
        self.a.offer(handoff, "q", data["artifact"], attempt=2, contract="work/1.0.0")
        self.a.deliver(taken["decision"])
        self.assertEqual(self.mine(self.a, taken["decision"]), [])
        item = self.ask.show(handoff)
        self.assertEqual((item["attempt"], item["state"]), (2, "offered"))

    def test_requeue_changed(self):
        """requeue with another artifact: its bytes and digest reach the sender, by event and by wait."""
        handoff, changed = self.dead(), artifact(HIGH, changed=True)
        taken = self.ask.decide(handoff, "requeue", decision="d-changed-" + handoff, artifact=changed)
        data = self.mine(self.a, taken["decision"])[0]["data"]
        self.assertEqual((data["artifact"], data["new_digest"], data["digest"]),
                         (changed, digest(changed), digest(artifact(HIGH))))
        self.assertEqual(self.a.wait(handoff)["artifact"], changed)
        request = self.ask.decision(handoff, "requeue", decision="d-changed-" + handoff, artifact=changed)
        self.assertEqual(self.ask.ask("decide", **request)["recorded"], taken["recorded"])
        for other in (artifact(HIGH, changed=False), None):
            self.assertEqual(self.ask.call("decide", **dict(request, artifact=other))["error"]["code"], "id_reused")
        self.a.offer(handoff, "q", changed, attempt=2, contract="work/1.0.0")
        self.a.deliver(taken["decision"])
        self.assertEqual(self.ask.show(handoff)["digest"], digest(changed))
        self.assertEqual(self.code(self.dead(), "requeue", artifact="x" * ((1 << 20) + 1))[0], "too_large")
        self.assertEqual(self.code(self.dead(), "discard", artifact={})[0], "malformed")

    def test_requeue_discarded(self):
        """What was discarded may be put back, once, by who says that he means it."""
        handoff = self.dead()
        self.assertEqual(self.code(handoff, "requeue", restore=True)[0], "not_allowed")
        gone = self.ask.decide(handoff, "discard", note="not wanted")
        for restore in (None, False):
            with self.assertRaises(agent.Refused) as caught:
                self.ask.decide(handoff, "requeue", restore=restore)
            self.assertEqual(caught.exception.code, "already_decided")
        self.assertEqual(self.code(handoff, "requeue", restore="yes")[0], "malformed")
        self.assertEqual(self.code(handoff, "discard", restore=True)[0], "malformed")
        self.assertEqual(self.ask.show(handoff)["decision"], gone["decision"])
        taken = self.ask.decide(handoff, "requeue", restore=True)
        self.assertEqual((taken["state"], taken["next_attempt"]), ("requeued", 2))
        for restore in (False, True):
            self.assertEqual(self.code(handoff, "requeue", restore=restore)[0], "already_decided")
        self.a.offer(handoff, "q", artifact(HIGH), attempt=2, contract="work/1.0.0")
        self.a.deliver(taken["decision"])
        self.assertEqual(self.ask.state(handoff), "offered")

    def test_refused(self):
        """seam.handoff.held (decision_refused, no deadline), and it may be decided again."""
        handoff = self.offered()
        first = self.ask.decide(handoff, "approve")
        answers = [self.b.deliver(first["decision"], "refused", reason="too_late") for _ in range(2)]
        told = self.journaled("seam.delivery.refused", first["recorded"], decision=first["decision"])
        self.assertEqual((told["data"]["agent"], told["data"]["reason"]), ("q", "too_late"))
        self.assertEqual([int(answer["recorded"]) for answer in answers], [int(told["hubsequence"])] * 2)
        held = self.journaled("seam.handoff.held", first["recorded"], handoff=handoff)
        self.assertEqual(held["data"]["cause"], "decision_refused")
        self.assertIsNone(held["data"].get("deadline"))
        item = self.ask.show(handoff)
        self.assertEqual((item["state"], item["deadline"]), ("held", None))
        self.assertEqual(self.mine(self.b, first["decision"]), [])
        second = self.ask.decide(handoff, "approve")
        self.b.deliver(second["decision"])
        self.assertEqual(self.state(handoff), "approved")

    def test_deliver_again(self):
        """Every op may be sent again: one delivery in the journal."""
        handoff = self.offered()
        taken = self.ask.decide(handoff, "approve")
        for _ in range(3):
            self.b.deliver(taken["decision"])
        told = [e for e in self.ask.all_events(taken["recorded"]) if e["type"] == "seam.delivery.applied"]
        self.assertEqual(len(told), 1)

    def test_decisions_after(self):
        """Those above `after` only; both parties are told."""
        one, two = (self.ask.decide(self.offered(), "approve") for _ in range(2))
        ids = [e["data"]["decision"] for e in self.b.decisions(after=one["recorded"])]
        self.assertEqual(ids, [two["decision"]])
        self.assertIn(two["decision"], [e["data"]["decision"] for e in self.a.decisions()])

    def test_wait_is_answered_when_the_fallback_fires(self):
        handoff = self.offered(action="proceed", seconds=1)
        reply = self.asked(self.b, handoff)()
        self.assertEqual(reply["state"], "proceeded")


if __name__ == "__main__":
    check.main()
