#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Incidents in real consoles: what one writes and claims the other has within a moment, also after
the hub was killed; and what came out of one bad handoff is stopped where nobody has taken it."""
import threading
import unittest

import agent
import check
from agent import Agent, Control, Hub, until
from check import HIGH, LOW, artifact, contract
from tmux import Screen


class Case(unittest.TestCase):
    def hub(self, folder=None, ports=("*", "*", "*")):
        made = Hub([contract("pq", "p", "q")], folder=folder, ports=ports,
                   options=("--snapshot-every", 100, "--grace", 0)).start()
        self.addCleanup(made.stop)
        return made

    def screen(self, hub, name, *more):
        made = Screen([agent.BIN, "--hub", hub.control, "--operator", name, *more],
                      env={"XDG_STATE_HOME": agent.scratch(), "XDG_CONFIG_HOME": agent.scratch()})
        self.addCleanup(made.close)
        made.shows("[LIVE")
        return made

    def agent(self, hub, name):
        made = Agent(hub, name)
        self.addCleanup(made.close)
        return made

    def control(self, hub):
        made = Control(hub.control)
        self.addCleanup(made.close)
        return made

    def offer(self, by, name, to, *causes, **more):
        by.offer(name, to, artifact(HIGH), data={"prev": list(causes)} if causes else None, **more)


class Written(Case):
    def test_two_consoles(self):
        ports = [agent.free_port() for _ in range(3)]
        hub = self.hub(ports=ports)
        p, q = self.agent(hub, "p"), self.agent(hub, "q")
        self.offer(p, "h-1", "q", subject="INC-1")
        q.say("refused", "h-1", reason="other", detail="no")
        self.offer(p, "h-2", "q", subject="INC-1")
        mira, lee = self.screen(hub, "mira"), self.screen(hub, "lee")
        for screen in (mira, lee):
            screen.keys("5")
            screen.shows("INCIDENTS  1 in trouble of 1", "INC-1")
        mira.keys("m")
        mira.shows(":note")
        mira.type("seen by the vendor")
        mira.keys("Enter")
        lee.soon(hub, "mira: seen by the vendor", seconds=5)
        mira.shows("on disk, for all consoles")
        mira.type(":title the vendor is down")
        mira.keys("Enter")
        mira.type(":tag vendor")
        mira.keys("Enter")
        lee.soon(hub, "the vendor is down", "TAGS      vendor", seconds=5)
        lee.keys("C")
        mira.soon(hub, "WHO       lee", seconds=5)
        lee.shows("lee is on it until")
        mira.keys("C")
        mira.shows("C again takes it over")
        mira.keys("C")
        lee.soon(hub, "WHO       mira", seconds=5)
        hub.kill9()
        hub = self.hub(folder=hub.folder, ports=ports)
        lee.shows("[LIVE", seconds=20)
        lee.shows("WHO       mira", "mira: seen by the vendor")
        new = self.screen(hub, "kim")
        new.keys("5")
        new.shows("the vendor is down", "TAGS      vendor", "mira: seen by the vendor")
        new.keys("Enter")
        new.shows("p>q", "refused", "2 handoffs")
        check.agree(hub)

    def test_of_edges_agents_and_contracts(self):
        """Written on Flow and Registry, read by another console where it looks at the same."""
        hub = self.hub()
        p = self.agent(hub, "p")
        self.offer(p, "h-1", "q", contract="pq/1.0.0")
        mira, lee = self.screen(hub, "mira"), self.screen(hub, "lee")
        for key, before, of, there in (("2", "v", "edge p>q", "note: "), ("6", "", "contract pq", "NOTE "),
                                       ("6", "Tab", "agent p", "NOTE ")):
            for screen in (mira, lee):
                screen.keys(key)
                screen.shows("FLOW" if key == "2" else "REGISTRY")
                if before:
                    screen.keys(before)
                if before == "v":
                    screen.shows("v graph / TABLE")
            mira.keys("m")
            mira.shows("note of " + of)
            mira.type("about " + of)
            mira.keys("Enter")
            for screen in (mira, lee):
                screen.soon(hub, "mira: about " + of, there, seconds=5)
        noted = [(one["what"], one["name"]) for one in self.control(hub).items("noted")]
        self.assertEqual(sorted(noted), [("agent", "p"), ("contract", "pq"), ("edge", "p>q")])
        check.agree(hub)

    def test_decided_together(self):
        """What waits of one incident, by one key for each act and one that is the count."""
        hub = self.hub()
        p = self.agent(hub, "p")
        for n in range(3):
            p.offer("h-%d" % n, "q", artifact(LOW), contract="pq/1.0.0", subject="INC-1")
        p.offer("h-other", "q", artifact(LOW), contract="pq/1.0.0", subject="INC-2")
        mira = self.screen(hub, "mira")
        mira.keys("5")
        mira.shows("INCIDENTS  2 in trouble of 2")
        mira.type("/INC-1")
        mira.keys("Enter")
        mira.shows("1 hidden")
        mira.keys("Space")
        mira.shows("3 marked", ">*  INC-1")
        mira.opens("A", "APPROVE 3 handoffs")
        mira.opens("3", "approve 3")
        ask = self.control(hub)
        until(lambda: [one["handoff"] for one in ask.items("review")] == ["h-other"], "the three are decided", 20)
        mira.hides("marked")
        check.agree(hub)

    def test_a_recording_takes_none(self):
        """m is a mark there, and :note says why not."""
        hub = self.hub()
        p = self.agent(hub, "p")
        self.offer(p, "h-1", "q", subject="INC-1")
        path = check.export(hub, hub.folder + "/export.jsonl")
        replay = Screen([agent.BIN, "replay", path])
        self.addCleanup(replay.close)
        replay.shows("[REPLAY")
        replay.keys("5")
        replay.type(":note x")
        replay.keys("Enter")
        replay.shows("note: only live, this is a recording")


class Radius(Case):
    def test_held_where_nobody_took_it(self):
        hub = self.hub()
        names = "pqrs"
        agents = {name: self.agent(hub, name) for name in names}
        p, q, r, s = (agents[name] for name in names)
        self.offer(p, "bad", "q", subject="INC-1")
        q.say("accepted", "bad")
        q.say("completed", "bad")
        self.offer(q, "taken", "r", "bad", subject="INC-1")
        r.say("accepted", "taken")
        self.offer(q, "open-1", "s", "bad")
        self.offer(r, "open-2", "s", "taken", subject="INC-2")
        self.offer(s, "circle", "q", "open-2", "bad")
        answers = {}

        def works(name, handoff):
            """A receiver that asks before it begins."""
            me = Agent(hub, name)
            state = me.wait(handoff, seconds=0)["state"]
            while state in ("held", "escalated"):
                state = me.wait(handoff, seconds=5)["state"]
            me.say("accepted", handoff)
            answers[handoff] = state
            me.close()

        screen = self.screen(hub, "mira")
        screen.type(":radius bad")
        screen.keys("Enter")
        screen.shows("RADIUS of bad", "4 used it", "1 took it", "3 not taken yet: 3 offered")
        screen.opens("H", "HOLD 3 handoffs")
        screen.shows("type  3")
        until(lambda: "typed: _" not in screen.text() or screen.keys("3"), "the sheet takes keys", 10, pause=.3)
        screen.shows("typed: 3", "3 not taken yet: nobody begins without a person")
        screen.keys("y")
        screen.hides("HOLD 3")
        human = self.control(hub)
        for name in ("open-1", "open-2", "circle"):
            until(lambda: human.state(name) == "held", "%s is held" % name, 15)
            self.assertIn(name, [item["handoff"] for item in human.items("review")])
        threads = [threading.Thread(target=works, args=one) for one in (("s", "open-1"), ("s", "open-2"))]
        for thread in threads:
            thread.start()
        r.say("completed", "taken")                 # what was taken goes on
        self.assertEqual(human.state("taken"), "completed")
        self.assertEqual((human.state("bad"), answers), ("completed", {}))
        screen.shows("1 took it, 1 of them done", "3 held")
        human.decide("open-1", "approve")
        until(lambda: answers.get("open-1") == "approved", "s goes on with what was approved", 10)
        human.decide("open-2", "reject", note="built on bad")
        threads[0].join(10)
        self.assertEqual(human.state("open-1"), "accepted")
        self.assertEqual(human.state("open-2"), "rejected")
        until(lambda: "open-2" in answers, "s has asked", 10)
        self.assertEqual(answers["open-2"], "rejected")
        check.agree(hub)

    def test_taken_meanwhile(self):
        """Between the key and the hub somebody has begun: that one is left alone, the others are held."""
        hub = self.hub()
        p, q = self.agent(hub, "p"), self.agent(hub, "q")
        self.offer(p, "bad", "q")
        q.say("completed", "bad")
        for name in ("one", "two"):
            self.offer(q, name, "p", "bad")
        screen = self.screen(hub, "mira")
        screen.type(":radius bad")
        screen.keys("Enter")
        screen.opens("H", "HOLD 2 handoffs")
        p.say("accepted", "one")
        screen.shows("HOLD 2 handoffs")
        until(lambda: (screen.keys("2"), "HOLD 2" not in screen.text())[1], "it is confirmed", 10, pause=.3)
        human = self.control(hub)
        until(lambda: human.state("two") == "held", "two is held", 15)
        self.assertEqual(human.state("one"), "accepted")
        screen.type(":sent")
        screen.keys("Enter")
        screen.shows("two", "one")


if __name__ == "__main__":
    check.main()
