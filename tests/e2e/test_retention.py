#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What nobody waits for is deleted after its time; what is open stays, however old; and the
mesh of the hub, of what is left of the journal, and after a kill -9 in the middle, is one."""
import contextlib
import os
import re
import sqlite3
import time
import unittest

import agent
import check
import hooks
from agent import Agent, Control, Hub, until
from check import HIGH, LOW, artifact, contract, new_id
from journals import seam

KEPT = ("seam.contract.loaded", "seam.hook.set")
FOREVER = ("seam.decision.", "seam.delivery.", "seam.review.", "seam.mute.")


class Retention(unittest.TestCase):
    def hub(self, *options, folder=None):
        made = Hub((contract("pq", "p", "q"),), folder=folder,
                   options=("--snapshot-every", 100, "--grace", 0) + options).start()
        self.addCleanup(made.stop)
        return made

    def ask(self, hub, op, **members):
        with contextlib.closing(Control(hub.control)) as control:
            return control.ask(op, **members)

    def items(self, hub, what):
        with contextlib.closing(Control(hub.control)) as control:
            return control.items(what)

    def names(self, hub):
        return {item["handoff"] for item in self.items(hub, "handoffs")}

    def rows(self, hub, sql="SELECT count(*) FROM events"):
        with contextlib.closing(sqlite3.connect("file:%s?mode=ro" % hub.journal, uri=True)) as journal:
            return journal.execute(sql).fetchall()

    def horizon(self, hub):
        return int(self.ask(hub, "events", after="0", limit=1)["horizon"])

    def fill(self, hub, closed, more=None):
        """Handoffs that are completed, with one in fifty held and never decided, and one rejected."""
        held = []
        p, q = Agent(hub, "p"), Agent(hub, "q")
        with contextlib.closing(p), contextlib.closing(q):
            for i in range(closed):
                name = new_id()
                p.offer(name, "q", artifact(LOW if i % 50 == 0 else HIGH, **(more or {})), contract="pq/1.0.0")
                if i % 50 == 0:
                    held.append(name)
                else:
                    q.say("accepted", name)
                    q.say("completed", name)
            with contextlib.closing(Control(hub.control)) as human:
                reply = human.decide(held[-1], "reject")
            p.deliver(reply["decision"], "applied")
        return held[:-1], held[-1]

    def still_to_delete(self, hub):
        """Rows at or below the horizon that are neither kept for ever nor of a handoff that is there."""
        horizon = self.horizon(hub)
        names = {item["handoff"] for item in self.items(hub, "handoffs")}
        left = self.rows(hub, "SELECT hubsequence, type, handoff FROM events WHERE hubsequence <= %d" % horizon)
        return [row for row in left if row[2] not in names
                and not (row[1] in KEPT or row[1].startswith(FOREVER))]

    def check_what_is_left(self, hub, held):
        """Nothing at or below the horizon but what is kept; all that is open is whole."""
        until(lambda: not self.still_to_delete(hub), "all is deleted", 25)
        horizon = self.horizon(hub)
        for name in held:
            shown = self.ask(hub, "show", handoff=name)
            self.assertEqual(shown["state"], "held")
            self.assertEqual([event["type"] for event in shown["history"]],
                             ["seam.handoff.offered", "seam.handoff.held"])
        check.agree(hub)
        found = seam("check", "--journal", hub.journal)
        self.assertEqual(found.returncode, 0, found.stdout + found.stderr)
        cut = int(re.search(r"retention has cut it up to (\d+)\n", found.stdout).group(1))
        self.assertGreaterEqual(cut, horizon)       # it may have gone on meanwhile
        self.assertLessEqual(cut, self.horizon(hub))

    def nudge(self, hub, least):
        """What is behind the last snapshot stays, and the next one wants more events: some that count for nothing else."""
        with contextlib.closing(Agent(hub, "nobody")) as nobody, contextlib.closing(Control(hub.control)) as look:
            def cut():
                for _ in range(4):
                    nobody.publish(nobody.self_event("heartbeat"))
                return int(look.ask("events", after="0", limit=1)["horizon"]) > least
            until(cut, "retention passes event %d" % least, 25)

    def wait_cut(self, hub, seconds=25):
        """Until nothing is left to cut: two looks a moment apart are the same."""
        seen = []

        def settled():
            now = (self.horizon(hub), self.rows(hub)[0][0])
            seen.append(now)
            return now[0] > 0 and seen[-3:].count(now) == 3
        until(settled, "retention comes to rest", seconds, pause=.7)
        return seen[-1]

    def is_gone(self, hub, handoff):
        try:
            self.ask(hub, "show", handoff=handoff)
        except agent.Refused as refused:
            return refused.code == "not_found"
        return False

    def test_by_age(self):
        hub = self.hub("--keep", "2s")
        held, rejected = self.fill(hub, 300)
        self.nudge(hub, 500)
        counted = self.ask(hub, "counters")
        last = self.rows(hub, "SELECT max(hubsequence) FROM events WHERE handoff='%s'" % rejected)[0][0]
        horizon, left = self.wait_cut(hub)
        self.assertGreater(horizon, 500)
        self.assertEqual(hub.said().count("retention deletes what nobody waits for, up to event "), 1)
        self.assertLess(left, 400)
        self.check_what_is_left(hub, held)
        after = self.ask(hub, "counters")
        for key in ("received", "applied", "lost", "unheard"):
            self.assertEqual(after[key], counted[key], key)
        # behind the last snapshot nothing is cut
        self.assertEqual(self.is_gone(hub, rejected), last <= self.horizon(hub))
        # what the operator did is kept for ever
        self.assertEqual(len(self.rows(hub, "SELECT 1 FROM events WHERE type='seam.decision.rejected'")), 1)
        edge = self.items(hub, "edges")[0]
        self.assertEqual((edge["offered"], edge["completed"]), (300, 294))

    def test_by_size(self):
        hub = self.hub("--keep", "1MB")
        held, _ = self.fill(hub, 500, {"text": "x" * 3000})
        until(lambda: self.rows(hub, "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, "
                                     "pragma_freelist_count, pragma_page_size")[0][0] < 1400000,
              "the journal is small again", 25)
        self.wait_cut(hub)
        self.check_what_is_left(hub, held)

    def test_killed_in_between(self):
        hub = self.hub("--keep", "1s")
        held = self.fill(hub, 400)[0]
        for _ in range(6):
            time.sleep(.25)         # anywhere in the middle of it
            hub.kill9()
            hub = self.hub("--keep", "1s", folder=hub.folder)
            check.agree(hub)
        self.wait_cut(hub)
        self.check_what_is_left(hub, held)
        before = self.ask(hub, "counters")
        hub.kill9()
        os.remove(hub.journal + "-mesh")        # from the journal alone
        hub = self.hub("--keep", "1h", folder=hub.folder)
        self.assertEqual(self.ask(hub, "counters")["mesh"], before["mesh"])

    def test_hooks_and_mutes(self):
        """What is owed and muted outlives the cut, and so do the counts of what is gone."""
        told = hooks.Program()
        options = ("--on-escalate", told.path, "--keep", "1s")
        hub = self.hub(*options)
        p, q, human = Agent(hub, "p"), Agent(hub, "q"), Control(hub.control)
        with contextlib.closing(p), contextlib.closing(q), contextlib.closing(human):
            def escalate(name):
                p.offer(name, "q", artifact(LOW), contract="pq/1.0.0")
                human.decide(name, "escalate", target="lead")

            def close(name):
                p.deliver(human.decide(name, "reject")["decision"], "applied")

            def counted(**expected):
                until(lambda: {key: human.counters()["hooks_" + key] for key in expected} == expected,
                      "hooks are %r" % expected)
            escalate("told")
            counted(done=1)
            close("told")
            told.do("sys.exit(65)")
            escalate("in-vain")
            counted(failed=1)
            close("in-vain")
            told.do("sys.exit(75)")         # from here on nothing is done, and all is owed
            escalate("owed")
            until(lambda: self.items(hub, "hooks")[0]["tries"] > 0, "it was tried")
            close("owed")
            human.ask("mute", what="agent", name="q", seconds=900, operator="mira", note="quiet")
            counted(muted=1)
            human.ask("unmute", what="agent", name="q", operator="mira")
            escalate("owed-too")
            close("owed-too")
            p.offer("back", "s", artifact(HIGH))
            human.ask("mute", what="edge", name="p>s", seconds=900, operator="lee", note="calm")
            self.fill(hub, 200)
        until(lambda: not self.names(hub) & {"told", "in-vain", "owed"}, "they are aged out", 25)
        self.wait_cut(hub)
        self.assertIn("owed-too", self.names(hub))      # nobody waits for it but the hook
        self.assertEqual(self.rows(hub, "SELECT 1 FROM events WHERE type LIKE 'seam.hook.%' AND handoff IN "
                                        "('told', 'in-vain', 'owed')"), [])
        check.agree(hub)
        before = self.ask(hub, "counters")
        self.assertEqual([before["hooks_" + key] for key in ("done", "failed", "muted", "owed")], [1, 1, 1, 1])
        hub.kill9()
        os.remove(hub.journal + "-mesh")    # from what is left of the journal
        told.do("")
        hub = self.hub(*options, folder=hub.folder)
        self.assertEqual([(item["what"], item["name"], item["note"]) for item in self.items(hub, "mutes")],
                         [("edge", "p>s", "calm")])
        until(lambda: self.ask(hub, "counters")["hooks_done"] == 2, "what was owed is told")
        self.assertEqual(told.runs()[-1]["input"]["handoff"], "owed-too")
        self.fill(hub, 100)
        until(lambda: "owed-too" not in self.names(hub), "then it is aged out", 25)
        check.agree(hub)
        after = self.ask(hub, "counters")
        self.assertEqual([after["hooks_" + key] for key in ("done", "failed", "muted", "owed")], [2, 1, 1, 0])

    def test_life_goes_on_behind_a_cut(self):
        """A name that was aged out can be used again; a repeat of what was forgotten is not known."""
        hub = self.hub("--keep", "1s")
        p, q = Agent(hub, "p"), Agent(hub, "q")
        with contextlib.closing(p), contextlib.closing(q):
            event = p.offer_event("again", "q", artifact(HIGH), contract="pq/1.0.0")
            p.publish(event)
            q.say("completed", "again")
            self.fill(hub, 100)
            until(lambda: "again" not in {i["handoff"] for i in self.items(hub, "handoffs")},
                  "it is aged out", 15)
            self.assertEqual(p.publish(event).get("duplicate"), False)
            self.assertEqual(self.ask(hub, "show", handoff="again")["state"], "offered")
        check.agree(hub)


if __name__ == "__main__":
    unittest.main()
