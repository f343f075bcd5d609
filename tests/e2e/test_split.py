#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Two screens at once in a real terminal, and a workspace that the next console begins with."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
from check import HubCase, artifact, contract, main
from tmux import Screen


class Split(HubCase):
    contracts = (contract("work", "planner", "ledger"),)

    def console(self, folder, *options, columns=120):
        screen = Screen([agent.BIN, "--hub", self.hub.control, "--operator", "mira", *options], columns=columns,
                        env={"XDG_STATE_HOME": folder, "HOME": folder})
        self.addCleanup(screen.close)
        return screen

    def command(self, screen, line):
        screen.keys(":")
        screen.type(line)
        screen.keys("Enter")

    def test_workspace(self):
        planner = self.agent("planner")
        for i in range(4):
            planner.offer("low-%d" % i, "ledger", artifact(.1 + i / 100), contract="work/1.0.0")
        folder = agent.scratch()
        screen = self.console(folder)
        screen.shows("WAITING FOR YOU", "low-3")
        self.command(screen, "review conf<.12")
        self.command(screen, "split dead")
        screen.shows("REVIEW", "2 hidden", "DEAD LETTERS", "► Dead")
        screen.keys("C-w", "w")
        screen.shows("► Review")
        self.command(screen, "workspace save night")
        screen.shows("kept: :workspace night")
        path = os.path.join(folder, "seam", "workspaces")
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "night\ttwo\treview\t\tconf<.12\tdead\t\t\n")
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        screen.close()
        screen = self.console(folder, "--workspace", "night")
        screen.shows("► Review", "2 hidden", "DEAD LETTERS", "C-w w goes there")
        screen.keys(":")
        screen.type("only")
        screen.keys("Enter")
        screen.hides("DEAD LETTERS")
        screen.shows("REVIEW")
        screen.close()
        screen = self.console(folder, "--workspace", "day")
        screen.shows("there is no workspace day")


if __name__ == "__main__":
    main()
