#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`seam replay` on recordings that something is wrong with, in a real terminal."""
import os
import shutil
import unittest

from agent import BIN, scratch
from tmux import Screen

FAULTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "fixtures", "faults")
NIGHT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "screens", "data", "night.jsonl")


class Replay(unittest.TestCase):
    def replay(self, path, columns=80, rows=24):
        screen = Screen([BIN, "replay", path], columns, rows, env={"HOME": scratch("home-")})
        self.addCleanup(screen.close)
        return screen

    def fault(self, name):
        return self.replay(os.path.join(FAULTS, name + ".jsonl"))

    def test_cut(self):
        screen = self.fault("cut")
        screen.shows("cut.jsonl is cut short, has 2 lines that are no event",
                     "event 1 of 271   cut short   2 bad lines", "Space play")
        screen.type(":goto 271")
        screen.keys("Enter")
        screen.shows("at the end, cut short", "event 271 of 271   2 bad lines")

    def test_what_it_stopped_at(self):
        """`)` says what is there; what is outside is told with what is inside."""
        screen = self.replay(NIGHT)
        screen.shows("event 1 of 935")
        screen.keys(")")
        screen.shows(" reviewer>deploy h-", ": deadline-passed")
        screen.keys("(")
        screen.shows("no mark or trouble before this")
        screen.type(":goto 04:00")
        screen.keys("Enter")
        screen.shows("the recording runs 03:00:")
        screen.type(":goto 936")
        screen.keys("Enter")
        screen.shows("the recording has 935 events")

    def test_what_is_odd(self):
        for name, odd in (("forged", "has 7 lines that are no event, was not in hub order"),
                          ("hostile", "has 21 lines that are no event"),
                          ("not-json", "has 21 lines that are no event, was not in hub order")):
            with self.subTest(name):
                self.fault(name).shows("%s.jsonl %s" % (name, odd))

    def test_nothing_is_odd(self):
        """As the agents sent it: twice, or in another order, each line is a good event."""
        for name, events in (("doubled", 365), ("reordered", 271)):
            with self.subTest(name):
                screen = self.fault(name)
                text = screen.shows("event 1 of %d ─" % events, "Space play")
                self.assertNotIn("cut short", text)
                self.assertNotIn("bad line", text)
                screen.type(":goto %d" % events)
                screen.keys("Enter")
                screen.shows("at the end ─")

    def test_marks(self):
        """A mark with its note lies beside the recording; the bar takes the arrows."""
        path = os.path.join(scratch("marks-"), "night.jsonl")
        shutil.copy(NIGHT, path)
        screen = self.replay(path)
        screen.shows("event 1 of 935")
        screen.keys("7", "Tab")
        screen.shows("► REPLAY")
        screen.keys("Right", "Right", "Right")
        screen.shows("at 03:00:0")
        screen.keys("m")
        screen.shows("marked: kept in night.jsonl.marks", ":point")
        screen.type("the first letters died")
        screen.keys("Enter")
        screen.shows("noted: kept in night.jsonl.marks", "m the first letters died")
        screen.keys("End")
        screen.shows("at the end", "event 935 of 935")
        screen.keys("(")
        screen.close()
        with open(path + ".marks", encoding="utf-8") as f:
            self.assertRegex(f.read(), r"^2026-11-23T03:00:0\S+Z the first letters died\n$")
        screen = self.replay(path)
        screen.shows("event 1 of 935")
        screen.type(":marks")
        screen.keys("Enter")
        screen.shows("MARKS of this recording", "the first letters died")
        screen.keys("Enter")
        screen.shows("m the first letters died")
        screen.type(":marks")
        screen.keys("Enter", "d")
        screen.shows("None is set")


if __name__ == "__main__":
    unittest.main()
