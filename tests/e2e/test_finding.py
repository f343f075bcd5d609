#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Finding in a console with a screen: artifacts that are not at hand are fetched, filters are kept in a file."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
from check import HubCase, artifact, contract, main
from tmux import Screen

MANY = 2200                    # offers and holds: more events than a console keeps


class Finding(HubCase):
    contracts = (contract("work", "planner", "ledger"),)

    def console(self, folder):
        screen = Screen([agent.BIN, "--hub", self.hub.control, "--operator", "mira"], columns=100,
                        env={"XDG_STATE_HOME": folder, "HOME": folder})
        self.addCleanup(screen.close)
        screen.shows("WAITING FOR YOU")
        return screen

    def test_artifacts_that_are_far(self):
        planner = self.agent("planner")
        for i in range(MANY):
            planner.offer("far-%d" % i, "ledger", artifact(i % 40 / 100, amount=i), contract="work/1.0.0")
        folder = agent.scratch()
        screen = self.console(folder)
        screen.keys("3", "/")
        screen.type("/amount=7,77,1077 conf>.05")
        screen.shows("far-77 ", "far-1077", "far-7 ", seconds=60)
        screen.shows("2,197 hidden, filter:", seconds=60)
        screen.hides("not looked at yet", seconds=60)
        screen.keys("Enter")
        screen.keys(":")
        screen.type("save few")
        screen.keys("Enter")
        screen.shows("@few is now /amount=7,77,1077 conf>.05")
        with open(os.path.join(folder, "seam", "filters"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "few /amount=7,77,1077 conf>.05\n")
        self.assertEqual(os.stat(os.path.join(folder, "seam", "filters")).st_mode & 0o777, 0o600)
        screen.close()
        screen = self.console(folder)
        screen.keys("3", "/")
        screen.type("!@few")
        screen.keys("C-u")
        screen.type("@f")
        screen.keys("Tab", "Enter")
        screen.shows("far-77 ", "far-1077", "2,197 hidden", seconds=60)


if __name__ == "__main__":
    main()
