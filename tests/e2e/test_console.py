# SPDX-License-Identifier: MIT
"""The console in a terminal, pressed key by key, on a real hub with a real agent behind it."""
import os
import re
import threading
import unittest

from agent import BIN, Agent, Control, Hub, scratch, until
from tmux import Screen

CONTRACT = {
    "contract": "refund", "version": "1.0.0", "from": ["fraud"], "to": ["refund"],
    "scope": {"represents": "a refund to be paid", "excludes": ["chargebacks"]},
    "schema": {"type": "object"}, "confidence": {"at": "/confidence", "review_below": 0.7},
    "fallback": {"at": "/fallback"}, "summary": "refund {/amount} to {/to}"}


def artifact(amount, confidence=0.41, fallback="stop_if_not_progressed_within_600s"):
    return {"amount": amount, "to": "card 4417", "confidence": confidence, "fallback": fallback}


def seconds(clock):
    """Of the day: 03:12:41."""
    return sum(int(part) * unit for part, unit in zip(clock.split(":"), (3600, 60, 1)))


class Console(unittest.TestCase):
    options = ()

    def setUp(self):
        self.home = scratch("home-")
        self.hub = Hub(contracts=[CONTRACT]).start()
        self.addCleanup(self.hub.stop)
        self.fraud, self.refund = Agent(self.hub, "fraud"), Agent(self.hub, "refund")
        self.ask = Control(self.hub.control)
        for one in (self.fraud, self.refund, self.ask):
            self.addCleanup(one.close)

    def console(self, *more, columns=80, rows=24, **others):
        screen = Screen([BIN, "--hub", self.hub.control, "--operator", "mira"] + list(more),
                        columns, rows, env={"HOME": self.home, "XDG_STATE_HOME": self.home}, **others)
        self.addCleanup(screen.close)
        return screen

    def offer(self, handoff, amount, **more):
        return self.fraud.offer(handoff, "refund", artifact(amount, **more),
                                contract="refund/1.0.0")

    def doer(self, handoff):
        """An agent that waits for the human, acts, and answers; in a thread."""
        done = {}

        def work():
            worker = Agent(self.hub, "refund")
            try:
                while True:
                    stands = worker.wait(handoff, seconds=2)
                    if stands["state"] not in ("held", "escalated"):
                        break
                worker.say("accepted", handoff)
                worker.deliver(stands["decision"])
                done.update(stands)
            finally:
                worker.close()
        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        self.addCleanup(thread.join, 20)
        return done

    def test_from_the_page_to_applied(self):
        """3 A y: pending, sent, on disk, applied; and the agent has it."""
        self.offer("h-1", 1240)
        done = self.doer("h-1")
        screen = self.console()
        screen.shows("3 Review 1")
        screen.keys("3")
        screen.shows("REVIEW", "h-1", "refund 1240 to card 4417")
        screen.opens("A", "APPROVE 1 handoff", "nothing sent", "press  y")
        self.assertEqual(self.ask.state("h-1"), "held")
        screen.opens("y", "u undo")
        self.assertEqual(self.ask.state("h-1"), "held")
        screen.shows("applied", seconds=15)
        self.assertEqual(done["action"], "approve")
        until(lambda: self.ask.state("h-1") == "accepted", "the doer went on")
        self.assertEqual(self.ask.show("h-1")["operator"], "mira")

    def test_undo_and_other_keys_send_nothing(self):
        self.offer("h-1", 1)
        screen = self.console()
        screen.shows("3 Review 1")
        screen.keys("3")
        screen.shows("h-1")
        for keys in (("A", "Enter"), ("A", "A"), ("A", "Escape"), ("a",), ("y",), ("1", "3", "y")):
            screen.keys(*keys)
        screen.keys("Escape")
        screen.opens("A", "APPROVE")
        screen.opens("y", "u undo")
        screen.keys("u")
        screen.hides("sending in")
        self.assertEqual(self.ask.state("h-1"), "held")
        types = [event["type"] for event in self.ask.all_events()]
        self.assertFalse([kind for kind in types if "decision" in kind])

    def test_reject_needs_a_note(self):
        self.offer("h-1", 7)
        screen = self.console()
        screen.shows("3 Review 1")
        screen.keys("3")
        screen.opens("R", "REJECT")
        screen.opens("w", " note  w")
        screen.type("rong card")
        screen.shows("wrong card")
        screen.keys("Enter")
        screen.opens("y", "u undo")
        until(lambda: self.ask.state("h-1") == "rejected", "rejected", 15)
        events = self.ask.all_events()
        self.assertEqual([e["data"]["note"] for e in events if e["type"].endswith("rejected")],
                         ["wrong card"])

    def test_decided_elsewhere_closes_the_sheet(self):
        self.offer("h-1", 7)
        screen = self.console()
        screen.shows("3 Review 1")
        screen.keys("3")
        screen.opens("A", "APPROVE 1 handoff")
        self.ask.decide("h-1", "reject", operator="lee", note="no")
        screen.shows("othing sent")
        screen.hides("press  y")
        self.assertEqual(self.ask.state("h-1"), "rejected")

    def test_typed_ahead_of_sending_is_dropped(self):
        """What comes in one breath with the key that confirms does nothing behind the sheet."""
        self.offer("h-1", 7)
        self.offer("h-2", 8)
        screen = self.console()
        screen.shows("3 Review 2")
        screen.keys("3")
        screen.opens("A", "APPROVE 1 handoff", "press  y")
        self.assertNotIn("marked", screen.opens("y*****", "u undo"))
        screen.type("*")
        screen.shows("2 marked")

    def test_hostile_text_stays_in_its_place(self):
        evil = "\x1b[2J\x1b[1;1H\r\b\b\u202e\u200bAPPROVED\u009b31m"
        self.fraud.offer("h-evil", "refund", dict(artifact(1), to=evil), contract="refund/1.0.0")
        screen = self.console()
        screen.shows("3 Review 1")
        for key in "123471":
            screen.keys(key)
            lines = screen.shows("seam main  [").split("\n")
            self.assertTrue(lines[0].startswith(" seam "), lines[0])
            self.assertIn("1 Now", lines[1])
        screen.keys("3")
        screen.shows("^[[2J")

    def test_sizes(self):
        for number in range(5):
            self.offer("h-%d" % number, number)
        screen = self.console()
        screen.shows("3 Review 5")
        for columns, rows in ((120, 36), (200, 60), (60, 20), (40, 14), (24, 5), (80, 24)):
            screen.resize(columns, rows)
            until(lambda: "seam" in screen.lines()[0] and len(screen.lines()) == rows,
                  "redrawn at %dx%d" % (columns, rows))
            self.assertTrue(all(len(line) <= columns for line in screen.lines()))

    def test_lost_and_found(self):
        self.offer("h-1", 5)
        screen = self.console()
        screen.shows("3 Review 1")
        ports = [url.rsplit(":", 1)[1] for url in (self.hub.events, self.hub.control, self.hub.feed)]
        self.hub.kill9()
        screen.shows("LOST")
        screen.keys("3", "A")
        self.assertNotIn("press  y", screen.text())
        self.hub.ports = ports
        self.hub.start()
        screen.hides("LOST", 20)
        self.offer("h-2", 6)
        screen.shows("3 Review 2")

    def test_lost_since_the_last_beat(self):
        """Not since the last event: a mesh may have been quiet for long before."""
        self.offer("h-1", 5)
        screen = self.console()
        screen.shows("3 Review 1")
        offered = self.ask.show("h-1")["offered"][11:19]
        clock = re.compile(r"(\d\d:\d\d:\d\d)Z")
        later = until(lambda: clock.search(screen.text()) and clock.search(screen.text())[1] > offered
                      and seconds(clock.search(screen.text())[1]) - seconds(offered) >= 4, "four seconds")
        self.assertTrue(later)
        self.hub.kill9()
        screen.shows("NO CONNECTION since")
        since = re.search(r"NO CONNECTION since (\S{8})", screen.text())[1]
        self.assertGreaterEqual(seconds(since) - seconds(offered), 2, screen.text())
        screen.keys("3")
        screen.shows("as of " + since)

    def test_leaving(self):
        screen = self.console()
        screen.shows("seam main  [")
        screen.keys("q")
        screen.shows("ended with 0")

    def test_read_only(self):
        self.offer("h-1", 5)
        screen = self.console("--read-only")
        screen.shows("READ-ONLY", "3 Review 1")
        screen.keys("3", "A")
        screen.hides("press  y", 2)
        self.assertEqual(self.ask.state("h-1"), "held")

    def test_help_and_commands(self):
        screen = self.console()
        screen.shows("seam main  [")
        screen.keys("?")
        screen.shows("approve", "escalate")
        screen.keys("Escape", ":")
        screen.type("dead")
        screen.keys("Enter")
        screen.shows("DEAD LETTERS")

    def test_a_hub_of_its_own(self):
        """`seam` starts a hub when none answers, and asks on leaving whether it stays."""
        folder = scratch("own-")
        words = [BIN] + sum((["--" + lane, "ipc://%s/%s" % (folder, lane)]
                             for lane in ("events", "control", "feed")), [])
        screen = Screen(words + ["--journal", os.path.join(folder, "j.db")],
                        env={"HOME": self.home, "XDG_STATE_HOME": self.home})
        self.addCleanup(screen.close)
        screen.shows("seam main  [", seconds=15)
        ask = Control("ipc://%s/control" % folder)
        self.addCleanup(ask.close)
        self.assertTrue(ask.ping()["ok"])
        screen.keys("q")
        screen.shows("Stop it? [y/N, then Enter]")
        screen.type("y")
        screen.keys("Enter")
        screen.shows("stopped.", "ended with 0")

    def test_control_goes_before_the_environment(self):
        """SEAM_HUB names a hub that is waited for; --control one that may be started."""
        folder = scratch("own-")
        words = [BIN] + sum((["--" + lane, "ipc://%s/%s" % (folder, lane)]
                             for lane in ("events", "control", "feed")), [])
        screen = Screen(words + ["--journal", os.path.join(folder, "j.db"), "--name", "auto"],
                        env={"HOME": self.home, "XDG_STATE_HOME": self.home, "SEAM_HUB": self.hub.control})
        self.addCleanup(screen.close)
        screen.shows("seam auto  [", seconds=15)
        screen.keys("q")
        screen.shows("Stop it?")
        screen.type("y")
        screen.keys("Enter")
        screen.shows("stopped.")


if __name__ == "__main__":
    unittest.main()
