#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Ports, a second hub, and a hub that is killed with -9 and started again."""
import contextlib
import re
import signal

import agent
import check
from agent import Hub, NoAnswer, free_port, until
from check import HIGH, LOW, Journal, agree, artifact, contract, new_id


class Case(check.PeersCase):
    def hub(self, *arguments, **more):
        made = Hub(*arguments, **more)
        self.addCleanup(made.stop)
        return made

    def numbers(self, hub):
        with contextlib.closing(Journal(hub.journal)) as journal:
            return journal.numbers()


class Ports(Case):
    def test_ready_line(self):
        hub = self.hub().start()
        for key in ("name", "events", "control", "feed", "epoch"):
            self.assertTrue(hub.ready[key], key)
        for lane in ("events", "control", "feed"):
            self.assertRegex(hub.ready[lane], r"^tcp://127\.0\.0\.1:[1-9][0-9]*$")

    def test_two_hubs_side_by_side(self):
        """With `*` each finds ports of its own."""
        one, two = self.hub().start(), self.hub().start()
        lanes = [hub.ready[lane] for hub in (one, two) for lane in ("events", "control", "feed")]
        self.assertEqual(len(set(lanes)), 6)
        self.assertNotEqual(one.ready["epoch"], two.ready["epoch"])

    def test_given_ports(self):
        ports = [free_port() for _ in range(3)]
        hub = self.hub(ports=ports).start()
        self.assertEqual([hub.events, hub.control, hub.feed], ["tcp://127.0.0.1:%d" % p for p in ports])
        self.control(hub).ping()

    def refused(self, hub, *words):
        """The hub ends by itself, with a status and a word of who has it."""
        with self.assertRaises(NoAnswer):
            hub.start()
        self.assertGreater(hub.process.wait(10), 0)
        said = hub.said()
        self.assertTrue(any(re.search(r"(^|\W)%s(\W|$)" % re.escape(str(word)), said) for word in words), said)

    def test_second_hub_on_the_same_journal(self):
        one = self.hub().start()
        two = self.hub(folder=agent.scratch(), journal=one.journal)
        self.refused(two, one.process.pid, one.ready["name"] + "@", one.control)
        self.control(one).ping()

    def test_second_hub_on_the_same_port(self):
        for lane in range(3):
            one = self.hub().start()
            ports = ["*", "*", "*"]
            taken = [one.events, one.control, one.feed][lane].rpartition(":")[2]
            ports[lane] = taken
            with self.subTest(lane):
                self.refused(self.hub(ports=ports), taken)
                self.control(one).ping()

    def test_sigterm_ends_it_well(self):
        hub = self.hub().start()
        self.agent(hub, "p").hello()
        hub.process.send_signal(signal.SIGTERM)
        self.assertEqual(hub.process.wait(10), 0, hub.said())
        numbers = self.numbers(hub)
        self.assertEqual(numbers, list(range(1, len(numbers) + 1)))

    def test_open_to_the_world_needs_insecure(self):
        """Until keys are set up the hub binds loopback or ipc only."""
        hub = self.hub()
        with self.assertRaises(NoAnswer):
            words = hub.arguments()
            words[words.index("--control") + 1] = "tcp://0.0.0.0:*"
            hub.arguments = lambda: words
            hub.start()
        self.assertGreater(hub.process.wait(10), 0)


class Killed(Case):
    contracts = (contract("work", "p", "q"),)

    def again(self, hub):
        """Another hub on what the killed one left."""
        hub.kill9()
        return self.hub(folder=hub.folder, options=hub.options).start()

    def test_every_answered_publish_is_there_once(self):
        """Killed in the middle of a stream of publishes, three times; what was not answered is
        sent again. Each event is there once, and hubsequence has no hole."""
        hub = self.hub(self.contracts).start()
        run, events, answered = "run-1", [], {}
        for round_ in range(3):
            sender = self.agent(hub, "p", run=run)
            sender.made = sender.sequence = len(events)
            fresh = [sender.self_event("heartbeat") for _ in range(300)]
            for event in fresh:
                sender.send(agent.compact({"op": "publish", "rid": event["id"], "event": event}))
            for event in fresh[:100 + 50 * round_]:
                answered[event["id"]] = sender.reply_to(event["id"])["recorded"]
            events += fresh
            hub = self.again(hub)
            self.resend(hub, events, answered)
        self.assertEqual(len(answered), 900)
        self.once(hub, events, answered)
        agree(hub)

    def resend(self, hub, events, answered):
        sender = self.agent(hub, "p", run="resend")
        for event in events:
            reply = sender.publish(event)
            answered.setdefault(event["id"], reply["recorded"])
            self.assertEqual(int(reply["recorded"]), int(answered[event["id"]]))

    def once(self, hub, events, answered):
        journaled = self.control(hub).all_events()
        numbers = [int(event["hubsequence"]) for event in journaled]
        self.assertEqual(numbers, list(range(1, len(numbers) + 1)))
        ids = [event["id"] for event in journaled if event["source"] == "agent:p"]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertEqual(set(ids), {event["id"] for event in events})
        there = {event["id"]: int(event["hubsequence"]) for event in journaled}
        self.assertEqual(there, {**there, **{key: int(value) for key, value in answered.items()}})

    def test_states_and_decisions_outlive_it(self):
        """Each state, each decision with its answer, and what no agent has answered yet."""
        hub = self.hub(self.contracts).start()
        control, a, b = self.control(hub), self.agent(hub, "p"), self.agent(hub, "q")
        handoffs = [new_id() for _ in range(4)]
        for handoff, confidence in zip(handoffs, (LOW, LOW, HIGH, HIGH)):
            a.offer(handoff, "q", artifact(confidence), contract="work/1.0.0")
        request = control.decision(handoffs[0], "approve")
        first = control.ask("decide", **request)
        b.say("completed", handoffs[2])
        b.say("accepted", "early-one")
        before = {handoff: self.told(control, handoff) for handoff in handoffs}
        counters = self.counters(control)
        hub = self.again(hub)
        control, a, b = self.control(hub), self.agent(hub, "p"), self.agent(hub, "q")
        self.assertEqual({handoff: self.told(control, handoff) for handoff in handoffs}, before)
        self.assertEqual(self.counters(control), counters)
        repeated = control.ask("decide", **request)
        self.assertEqual((repeated["recorded"], repeated["state"]), (first["recorded"], first["state"]))
        self.assertEqual([e["data"]["decision"] for e in b.decisions()], [request["decision"]])
        b.deliver(request["decision"])
        self.assertEqual(b.decisions(), [])
        a.offer("early-one", "q", artifact(HIGH), contract="work/1.0.0")
        self.assertEqual(control.state("early-one"), "accepted")
        agree(hub)

    @staticmethod
    def told(control, handoff):
        shown = control.show(handoff)
        return {key: value for key, value in shown.items() if key not in ("rid", "epoch", "hubsequence")}

    @staticmethod
    def counters(control):
        counters = control.counters()
        return {key: int(counters[key]) for key in check.STANDINGS}

    def test_duplicates_are_known_after_it(self):
        hub = self.hub(self.contracts).start()
        a = self.agent(hub, "p")
        event, offer = a.self_event("heartbeat"), a.offer_event("ho-once", "q", artifact(HIGH), contract="work/1.0.0")
        recorded = [a.publish(event)["recorded"], a.publish(offer)["recorded"]]
        hub = self.again(hub)
        a = self.agent(hub, "p")
        again = [a.publish(event), a.publish(offer), a.publish(dict(offer, id="another"))]
        self.assertEqual([reply["duplicate"] for reply in again], [True] * 3)
        self.assertEqual([int(reply["recorded"]) for reply in again],
                         [int(number) for number in recorded + recorded[1:]])

    def test_a_wait_is_asked_again(self):
        """The simplest agent asks `wait` again when its hub has gone, and finds the decision."""
        ports = [free_port() for _ in range(3)]
        hub = self.hub(self.contracts, ports=ports).start()
        control, a, b = self.control(hub), self.agent(hub, "p"), self.agent(hub, "q")
        a.offer("ho-wait", "q", artifact(LOW), contract="work/1.0.0")
        hub.kill9()
        with self.assertRaises(NoAnswer):
            b.call("wait", patience=0.3, tries=1, agent="q", handoff="ho-wait", attempt=1, seconds=1)
        hub = self.hub(folder=hub.folder, ports=ports).start()
        control.decide("ho-wait", "approve")
        self.assertEqual(until(lambda: b.wait("ho-wait"), "an answer")["state"], "approved")

    def test_events_lane_goes_on(self):
        """An agent that stays up is heard again by the next hub on the same port."""
        ports = [free_port() for _ in range(3)]
        hub = self.hub(self.contracts, ports=ports).start()
        a = self.agent(hub, "p")
        a.open_lane()
        a.send_event(a.self_event("heartbeat"))
        until(lambda: self.counters(self.control(hub))["applied"] == 1, "the first is heard")
        hub.kill9()
        hub = self.hub(folder=hub.folder, ports=ports).start()
        control = self.control(hub)

        def heard():
            a.send_event(a.self_event("heartbeat"))
            return self.counters(control)["applied"] > 1

        until(heard, "it is heard again", 15, 0.1)
        last = a.bye()
        self.assertTrue(last["ok"])
        until(lambda: self.sum(control) == a.sequence, "applied + lost + unheard is the last number", 10)

    def sum(self, control):
        counters = self.counters(control)
        return counters["applied"] + counters["lost"] + counters["unheard"]

    def test_recorded_time_never_goes_backwards(self):
        hub = self.hub(self.contracts).start()
        self.agent(hub, "p").hello()
        hub = self.again(hub)
        self.agent(hub, "p").hello()
        times = [check.fold.moment(event["recordedtime"]) for event in self.control(hub).all_events()]
        self.assertEqual(times, sorted(times))


if __name__ == "__main__":
    check.main()
