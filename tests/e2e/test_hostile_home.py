#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A console whose own files are not what they should be: pipes, folders, links that lead round, devices, a gigabyte of
nothing. It starts, decides, saves or says that it cannot, and ends; and two that save at once both keep what they saved."""
import os
import unittest

import check
from agent import BIN, Agent, Control, Hub, scratch, until
from tmux import Screen

FILES = ("filters", "workspaces", "history", "welcomed", "decisions.jsonl", "layout-main.json", "console.conf",
         "ops/0123456789abcdef.jsonl", "discarded/20260101-000000.jsonl", "clip")
FOLDERS = ("ops", "discarded", "edit")


def pipe(path):
    os.mkfifo(path)


def folder(path):
    os.makedirs(os.path.join(path, "x"))


def loop(path):
    os.symlink(path, path)


def device(path):
    os.symlink("/dev/zero", path)


def full(path):
    os.symlink("/dev/full", path)


def huge(path):
    with open(path, "wb") as out:
        out.truncate(1 << 30)


def noise(path):
    with open(path, "wb") as out:
        out.write(os.urandom(60000) + b"\n{\n\"a\n@ =\n\0\n" + b"[" * 3000 + b"\n")


class Home(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hub = Hub(contracts=[check.contract("odd", "planner", "writer")]).start()
        cls.addClassCleanup(cls.hub.stop)
        cls.ask = Control(cls.hub.control)
        cls.addClassCleanup(cls.ask.close)

    def console(self, home):
        env = {name: home for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
        screen = Screen([BIN, "--hub", self.hub.control, "--operator", "mira"], env=env)
        self.addCleanup(screen.close)
        return screen

    def held(self):
        agent, name = Agent(self.hub, "planner"), check.new_id("odd")
        agent.offer(name, "writer", check.artifact(check.LOW), contract="odd/1.0.0")
        agent.close()
        until(lambda: self.ask.state(name) == "held", name + " waits")
        return name

    @staticmethod
    def command(screen, words):
        screen.keys(":")
        screen.type(words)
        screen.keys("Enter")

    def goes_on(self, home):
        """It is used, and ends well."""
        name, screen = self.held(), self.console(home)
        screen.shows("LIVE")
        self.command(screen, "set undo 0")
        screen.keys("3")
        screen.shows(name)
        screen.keys("/")
        screen.type("agent:planner")
        screen.keys("Enter")
        self.command(screen, "save mine")
        self.command(screen, "workspace save mine")
        self.command(screen, "restore")
        screen.keys("Escape")
        self.command(screen, "ops")
        screen.keys("Escape")
        screen.keys("c", "i")
        screen.keys("2")
        screen.keys("3")
        screen.opens("A", "APPROVE 1 handoff")
        until(lambda: screen.keys("y") or self.ask.state(name) != "held", "it is approved", 10, pause=.3)
        screen.keys("Escape")  # one y too many would copy
        self.command(screen, "quit")
        screen.shows("ended with 0", seconds=20)

    def test_in_place_of_files(self):
        for make in (pipe, folder, loop, device, full, huge, noise):
            with self.subTest(make.__name__):
                home = scratch("home-")
                for sub in FOLDERS:
                    os.makedirs(os.path.join(home, "seam", sub))
                for name in FILES + tuple(name + ".new" for name in FILES):
                    make(os.path.join(home, "seam", name))
                self.goes_on(home)

    def test_in_place_of_folders(self):
        for make in (pipe, loop, device, noise):
            with self.subTest(make.__name__):
                home = scratch("home-")
                os.makedirs(os.path.join(home, "seam"))
                for name in FOLDERS:
                    make(os.path.join(home, "seam", name))
                self.goes_on(home)
                other = scratch("home-")
                make(os.path.join(other, "seam"))
                self.goes_on(other)

    def test_two_save(self):
        """What one has saved is not lost by the other, nor is what it has forgotten there again."""
        home = scratch("home-")
        one, two = self.console(home), self.console(home)
        for screen, name in ((one, "first"), (two, "second"), (one, "third")):
            screen.shows("LIVE")
            screen.keys("3")
            screen.keys("/")
            screen.type("agent:" + name)
            screen.keys("Enter")
            self.command(screen, "save " + name)
            self.command(screen, "workspace save w-" + name)
            screen.shows("w-" + name)
        self.command(one, "workspace forget w-second")
        path = os.path.join(home, "seam", "filters")
        want = {"first agent:first", "second agent:second", "third agent:third"}

        def lines(path):
            with open(path, encoding="utf-8") as text:
                return text.read().splitlines()
        until(lambda: set(lines(path)) == want, "all three are there", 5)
        path = os.path.join(home, "seam", "workspaces")
        until(lambda: {line.split("\t")[0] for line in lines(path)} == {"w-first", "w-third"}, "both are there", 5)
        self.command(one, "filters")
        one.shows("@first", "@second", "@third")


if __name__ == "__main__":
    check.main()
