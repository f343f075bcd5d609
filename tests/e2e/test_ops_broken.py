#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Operations where the world around them breaks: no room for what they store, a hub that is killed, two consoles at once.
No letter is put back twice, and all go on."""
import os
import resource
import signal
import unittest

import check
import test_ops
from agent import until

MANY = 800
SMALL = 16 << 10                # bytes of a file: less than the list of them takes


class Broken(test_ops.Ops):
    test_stops_goes_on_and_survives = test_nobody_takes_it = test_undo_and_another_console = None
    test_discard_and_restore = test_no_copy_no_discard = None

    def all_once(self, many, seconds=60):
        until(lambda: len(self.requeued()) == many, "all are put back", seconds)
        self.assertEqual(set(self.requeued().values()), {1})

    def test_no_room(self):
        """What cannot be stored is not sent; with room it goes on, and what is stored then is whole."""
        self.dead(MANY)
        self.mesh()
        screen = self.console()
        console = screen.process()
        resource.prlimit(console, resource.RLIMIT_FSIZE, (SMALL, resource.RLIM_INFINITY))
        self.begin(screen, MANY)
        screen.shows("STOPPED: cannot store it: File too large")
        self.assertEqual(self.requeued(), {})
        resource.prlimit(console, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        self.assertEqual(self.go_on(screen), MANY)
        until(lambda: len(self.requeued()) > 20, "it goes on", 30)
        os.kill(console, signal.SIGKILL)
        screen.shows("ended with 137")
        other = self.console()
        self.assertLess(self.go_on(other), MANY)
        self.all_once(MANY)

    def test_no_room_in_the_middle(self):
        """A line that is cut is no line of what comes later."""
        self.dead(MANY)
        self.mesh()
        screen = self.console()
        console = screen.process()
        self.begin(screen, MANY)
        until(lambda: len(self.requeued()) > 12, "it has begun", 30)
        name, = os.listdir(os.path.join(self.home, "seam", "ops"))
        path = os.path.join(self.home, "seam", "ops", name)
        resource.prlimit(console, resource.RLIMIT_FSIZE, (os.stat(path).st_size + 5, resource.RLIM_INFINITY))
        screen.shows("STOPPED: cannot store it")
        with open(path, "rb") as stored:
            self.assertTrue(stored.read().endswith(b"}\n"))
        resource.prlimit(console, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        self.go_on(screen)
        self.command(screen, "ops")
        before = len(self.requeued())
        until(lambda: len(self.requeued()) > before + 3, "it goes on", 30)
        with open(path, "rb") as stored:
            self.assertFalse([line for line in stored.read().splitlines() if not (line[:1] == b"{" and line[-1:] == b"}")])

    def test_hub_killed(self):
        """Killed and started again, twice: a console waits, and goes on by itself or when it is told."""
        self.dead(MANY)
        self.mesh()
        screen = self.console()
        self.begin(screen, MANY)
        for some in (5, 60):
            until(lambda some=some: len(self.requeued()) > some, "it goes on", 30)
            self.hub.process.kill()
            self.hub.process.wait()
            self.hub.ports = tuple(url.rsplit(":", 1)[1] for url in (self.hub.events, self.hub.control, self.hub.feed))
            self.hub.start()
        self.command(screen, "ops")

        def goes_on():
            if "STOPPED" in screen.text():
                self.go_on(screen)
            return len(self.requeued()) == MANY
        until(goes_on, "all are put back", 90, pause=.5)
        self.assertEqual(set(self.requeued().values()), {1})

    def test_two_at_once(self):
        """Two consoles put back the same group: each letter once, and neither hangs."""
        self.dead(MANY)
        self.mesh()
        one = self.console()
        self.home = test_ops.scratch("home-")
        two = self.console()
        for screen in (one, two):
            self.command(screen, "set undo 0")
            screen.keys("4")
            screen.shows("DEAD LETTERS", str(MANY))
            screen.opens("B", "PUT BACK %d dead letters" % MANY, "all at once")
            screen.opens("c", "canary: one, ten, then 60 a minute")
            for _ in range(3):
                screen.keys("r")
            screen.opens("8", "typed: 8_")
            screen.type("00")
            screen.shows("typed: 800_")
        one.keys("y")
        two.keys("y")
        one.hides("nothing sent yet")

        def goes_on():
            for screen in (one, two):
                if "STOPPED" in screen.text():
                    screen.keys("Escape")
                    self.go_on(screen)
            return len(self.requeued()) == MANY
        until(goes_on, "all are put back", 90, pause=.5)
        self.assertEqual(set(self.requeued().values()), {1})


if __name__ == "__main__":
    check.main()
