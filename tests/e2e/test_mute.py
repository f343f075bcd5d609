#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Mutes: nobody is called for what is muted, not then and not later; everything is counted; it is in
the journal, ends by itself, and every console knows of it."""
import subprocess
import unittest

import agent
import check
import hooks
from agent import until
from tmux import Screen

CONTRACT = check.contract("c", "planner", "deployer")


class Case(unittest.TestCase):
    def setUp(self):
        self.program = hooks.Program()

    def hub(self, *options, folder=None):
        made = agent.Hub([CONTRACT], folder=folder,
                         options=("--on-escalate", self.program.path) + options)
        self.addCleanup(made.stop)
        made.start()
        self.planner, self.other = agent.Agent(made, "planner"), agent.Agent(made, "scanner")
        self.addCleanup(self.planner.close)
        self.addCleanup(self.other.close)
        return made

    def escalate(self, handoff, by=None):
        (by or self.planner).offer(handoff, "deployer", check.artifact(check.LOW))
        return self.planner.decide(handoff, "escalate")["recorded"] if self.held(handoff) else None

    def held(self, handoff):
        return self.planner.state(handoff) in ("held", "offered")

    def mute(self, what, name, **more):
        more.setdefault("seconds", 600) if "until" not in more else None
        return self.planner.ask("mute", what=what, name=name, operator="mira", **more)

    def events(self, kind):
        return [event for event in self.planner.all_events() if event["type"] == "seam." + kind]

    def told(self):
        return [run["input"]["handoff"] for run in self.program.runs()]

    def counted(self, **expected):
        def look():
            found = self.planner.counters()
            return {name: found["hooks_" + name] for name in expected} == expected
        until(look, "hooks are %r" % expected)

    def refused(self, code, op, **members):
        reply = self.planner.call(op, **members)
        self.assertEqual((reply["ok"], reply.get("error", {}).get("code")), (False, code), reply)
        return reply["error"]["message"]


class Muted(Case):
    def test_who_escalates_is_told(self):
        """That a hook calls, and where it does not: who escalates would wait for nothing."""
        hub = self.hub()
        for handoff, mute, said in (
                ("h1", None, "next: a hook calls; it waits"),
                ("h2", ("edge", "planner>deployer"), "next: nobody is called: planner>deployer is muted until 20"),
                ("h3", ("agent", "deployer"), "next: nobody is called: planner>deployer is muted until 20")):
            if mute:
                self.mute(*mute)
            self.planner.offer(handoff, "deployer", check.artifact(check.LOW))
            until(lambda: self.held(handoff), "offered")
            shown = check.run_seam("escalate", handoff, "--target", "lead", "--hub", hub.control).decode()
            self.assertIn(said, shown)

    def test_edge(self):
        hub = self.hub()
        self.escalate("h0")
        self.counted(done=1)
        reply = self.mute("edge", "planner>deployer", note="deploys are frozen")
        event = self.events("mute.set")[0]
        self.assertEqual(event["data"], {"what": "edge", "name": "planner>deployer", "until": reply["until"],
                                         "operator": "mira", "note": "deploys are frozen"})
        cause = self.escalate("h1")
        self.escalate("h2", by=self.other)              # another edge is told
        self.counted(done=2, muted=1, owed=0, failed=0)
        self.assertEqual(self.told(), ["h0", "h2"])
        history = self.planner.show("h1")["history"]
        self.assertEqual((history[-1]["type"], history[-1]["data"]["of"], history[-1]["data"]["reason"]),
                         ("seam.hook.skipped", cause, "muted"))
        self.assertEqual(self.planner.state("h1"), "escalated")
        self.assertEqual(self.planner.list("review")["total"], 3)
        item = self.planner.list("mutes")["items"][0]
        self.assertEqual((item["what"], item["name"], item["until"], item["operator"], item["note"]),
                         ("edge", "planner>deployer", reply["until"], "mira", "deploys are frozen"))
        self.planner.ask("unmute", what="edge", name="planner>deployer", operator="lee")
        self.assertEqual(self.events("mute.ended")[0]["data"],
                         {"what": "edge", "name": "planner>deployer", "operator": "lee"})
        self.assertEqual(self.planner.list("mutes")["total"], 0)
        self.escalate("h3")
        self.counted(done=3, muted=1)
        self.assertEqual(self.told(), ["h0", "h2", "h3"])
        check.agree(hub)

    def test_agent_is_both_ends(self):
        hub = self.hub()
        self.escalate("h0")
        self.counted(done=1)
        for n, name in enumerate(("planner", "deployer"), 1):
            self.mute("agent", name)
            self.escalate("h%d" % n)
            self.counted(done=1, muted=n)
            self.planner.ask("unmute", what="agent", name=name, operator="mira")
        check.agree(hub)

    def test_ends_by_itself(self):
        """At `until`, by the hub's clock; who was silenced is not told later."""
        hub = self.hub("--clock-rate", "60")
        self.escalate("h0")
        self.counted(done=1)
        self.mute("agent", "deployer", seconds=60)
        self.escalate("h1")
        self.counted(muted=1)
        until(lambda: not self.planner.list("mutes")["items"], "it has ended")
        self.escalate("h2")
        self.counted(done=2, muted=1)
        self.assertEqual(self.told(), ["h0", "h2"])
        self.assertEqual(self.events("mute.ended"), [])
        check.agree(hub)

    def test_what_is_owed_already(self):
        """One that fails and all behind it go; that is also the way round one that cannot be told."""
        self.program.do("sys.exit(75 if json.loads(data)['handoff'] == 'h0' else 0)")
        hub = self.hub()
        self.escalate("h0")
        until(lambda: self.events("hook.failed"), "it fails")
        self.escalate("h1")
        self.escalate("h2", by=self.other)
        self.counted(owed=3)
        self.mute("edge", "planner>deployer")
        self.counted(done=1, muted=2, owed=0)
        self.assertEqual(self.told()[-1], "h2")
        self.assertNotIn("h1", self.told())
        self.assertIsNone(self.planner.list("hooks")["items"][0]["failing"])
        check.agree(hub)

    def test_what_runs_goes_on(self):
        self.program.do("import time; time.sleep(1)")
        hub = self.hub()
        self.escalate("h0")
        self.program.wait(1)
        self.mute("agent", "planner")
        self.counted(done=1, muted=0)
        check.agree(hub)

    def test_restart(self):
        hub = self.hub()
        self.escalate("h0")
        self.counted(done=1)
        until_ = self.mute("agent", "deployer")["until"]
        hub.kill9()
        hub = self.hub(folder=hub.folder)
        self.assertEqual(self.planner.list("mutes")["items"][0]["until"], until_)
        self.escalate("h1")
        self.counted(done=1, muted=1)
        hub.stop()                                       # and with a snapshot
        hub = self.hub("--snapshot-every", "1", folder=hub.folder)
        hub.stop()
        hub = self.hub("--snapshot-every", "1", folder=hub.folder)
        self.assertIn("the mesh comes from the snapshot", hub.said())
        self.assertEqual(self.planner.list("mutes")["items"][0]["until"], until_)
        self.counted(done=1, muted=1)
        check.agree(hub)

    def test_again_is_longer(self):
        self.hub()
        self.escalate("h0")
        first = self.mute("agent", "planner", seconds=10)["until"]
        second = self.mute("agent", "planner", seconds=20)["until"]
        self.assertLess(first, second)
        self.assertEqual([item["until"] for item in self.planner.list("mutes")["items"]], [second])

    def test_refused(self):
        self.hub()
        self.escalate("h0")
        good = {"what": "agent", "name": "planner", "operator": "mira", "seconds": 60}
        for change in ({"what": "mesh"}, {"what": None}, {"operator": ""}, {"operator": None},
                       {"operator": "m" * 129}, {"seconds": 0}, {"seconds": -1}, {"seconds": 86401},
                       {"seconds": None}, {"seconds": "60"}, {"until": "2026-05-04T03:12:07Z"},
                       {"seconds": None, "until": "2026-05-04T03:12:07Z"},
                       {"seconds": None, "until": "soon"}, {"seconds": None, "until": "2999-01-01T00:00:00Z"},
                       {"note": "n" * 4097}, {"note": 7}):
            with self.subTest(change=change):
                self.refused("malformed", "mute", **dict(good, **change))
        for what, name in (("agent", "nobody"), ("agent", ""), ("edge", "planner"), ("edge", "deployer>planner"),
                           ("edge", "planner>"), ("edge", ">deployer"), ("edge", "planner>deployer>x"),
                           ("agent", "planner>deployer")):
            with self.subTest(what=what, name=name):
                self.refused("not_found", "mute", **dict(good, what=what, name=name))
        self.refused("not_found", "unmute", what="agent", name="planner", operator="mira")
        self.assertEqual(self.events("mute.set") + self.events("mute.ended"), [])

    def test_bounded(self):
        self.hub()
        for n in range(65):
            self.planner.offer("h%d" % n, "taker-%d" % n, {})
        for n in range(64):
            self.mute("agent", "taker-%d" % n)
        self.refused("not_allowed", "mute", what="agent", name="taker-64", operator="mira", seconds=60)
        self.mute("agent", "taker-3", seconds=700)
        self.assertEqual(self.planner.list("mutes")["total"], 64)


class Shell(Case):
    def seam(self, hub, *words, status=0):
        done = subprocess.run([agent.BIN] + list(words) + ["--hub", hub.control], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=20, encoding="utf-8")
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout + done.stderr

    def test_commands(self):
        hub = self.hub()
        self.escalate("h0")
        self.assertRegex(self.seam(hub, "mute", "edge", "planner>deployer", "--time", "45m", "--operator", "lee",
                                   "--note", "frozen"),
                         r"^mute edge planner>deployer: until \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ, by itself\n$")
        self.assertRegex(self.seam(hub, "ls", "mutes"), r"(?m)^edge +planner>deployer +.* lee +frozen$")
        self.assertEqual(self.seam(hub, "unmute", "edge", "planner>deployer"), "unmute edge planner>deployer\n")
        self.assertIn("not_found", self.seam(hub, "unmute", "edge", "planner>deployer", status=1))
        self.assertIn("there is no agent", self.seam(hub, "mute", "agent", "nobody", status=1))
        self.assertIn("--time is a time", self.seam(hub, "mute", "agent", "planner", "--time", "x", status=2))
        self.assertIn('"ok":true', self.seam(hub, "mute", "agent", "planner", "--json"))


class Console(Case):
    def test_in_the_console(self):
        hub = self.hub()
        self.escalate("h0")
        self.counted(done=1)
        home = agent.scratch("home-")
        screen = Screen([agent.BIN, "--hub", hub.control, "--operator", "mira"], 120, 30,
                        env={"HOME": home, "XDG_STATE_HOME": home})
        self.addCleanup(screen.close)
        screen.shows("LIVE")
        screen.keys(":")
        screen.type("mute edge planner>deployer 45m")
        screen.keys("Enter")
        screen.shows("muted until ", "muted: planner>deployer until ", " by mira")
        self.assertEqual(len(self.events("mute.set")), 1)
        self.escalate("h1")
        self.counted(done=1, muted=1)
        screen.keys(":")
        screen.type("mute agent nobody")
        screen.keys("Enter")
        screen.shows('there is no agent "nobody"')
        screen.keys("2")
        screen.shows("FLOW")
        screen.keys("v")
        screen.shows("planner>deployer", " m ")
        screen.keys(":")
        screen.type("unmute edge planner>deployer")
        screen.keys("Enter")
        screen.shows("not muted any more")
        screen.hides("muted: planner")


if __name__ == "__main__":
    check.main()
