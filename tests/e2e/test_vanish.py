# SPDX-License-Identifier: MIT
"""
A terminal that vanishes, stops reading or stops the console while decisions are under way, and an editor that dies:
all end in time, the terminal is as it was, and what was confirmed is done once or not at all.
"""
import os
import signal
import termios
import time
import unittest

from agent import BIN, Agent, Control, Hub, scratch, until
from test_edit import CONTRACT
from test_terminal import Terminal

ON_AND_OFF = (("\033[?1049h", "\033[?1049l"), ("\033[?2004h", "\033[?2004l"))


class Vanish(unittest.TestCase):
    def setUp(self):
        self.home = scratch("home-")
        self.hub = Hub(contracts=[CONTRACT]).start()
        self.addCleanup(self.hub.stop)
        self.fraud, self.ask = Agent(self.hub, "fraud"), Control(self.hub.control)
        for one in (self.fraud, self.ask):
            self.addCleanup(one.close)

    def offer(self, *names):
        for name in names:
            self.fraud.offer(name, "refund", {"amount": 5, "to": "x", "confidence": 0.4,
                                              "fallback": "stop_if_not_progressed_within_900s"},
                             contract="refund/1.0.0")

    def open(self, screen="REVIEW", answers=True, **env):
        one = Terminal([BIN, "--hub", self.hub.control, "--operator", "mira"], answers=answers, HOME=self.home,
                       XDG_STATE_HOME=self.home, XDG_CACHE_HOME=self.home, XDG_CONFIG_HOME=self.home, **env)
        self.addCleanup(one.kill)
        one.shows("LIVE", "help")
        one.type("3")
        one.shows(screen)
        return one

    def until_shows(self, one, press, *words):
        """Presses a key until what it does is there: acts are dropped just after a change."""
        def look():
            if words[0] not in one.text()[at:]:
                one.type(press)
            end = time.monotonic() + 1
            while time.monotonic() < end and not all(word in one.text()[at:] for word in words):
                one.read()
            return all(word in one.text()[at:] for word in words)
        at = len(one.text())
        until(look, "%r shows %r" % (press, words), 15)

    def states(self, *names):
        return [self.ask.state(name) for name in names]

    def confirm(self, one):
        """Until it is pending."""
        self.until_shows(one, "A", "nothing sent yet")
        self.until_shows(one, "y", "sending in")

    def ends(self, one, seconds=10):
        until(lambda: one.child.poll() is not None or None, "it has ended", seconds)

    def restored(self, one):
        """What was switched on is off, in order."""
        text = one.text()
        for on, off in ON_AND_OFF:
            self.assertGreater(text.rfind(off), text.rfind(on), on)

    def fill(self, one):
        """Frames that nobody reads, and then the tty takes no byte more, as if it were full."""
        tty = os.open("/proc/%d/fd/0" % one.child.pid, os.O_RDWR | os.O_NOCTTY)
        termios.tcflow(tty, termios.TCOOFF)
        end = time.monotonic() + 1
        for i in range(100000):
            one.resize(50 + i % 2, 200)
            self.ask.ping()
            if i % 100 == 0:
                self.offer("n-%d" % i)
            if time.monotonic() > end:
                return tty
        return None

    def stops_reading(self, answers):
        self.offer("h-1")
        one = self.open(answers=answers)
        self.confirm(one)
        tty = self.fill(one)
        until(lambda: self.ask.state("h-1") == "approved", "it is approved", 15)
        termios.tcflow(tty, termios.TCOON)
        os.close(tty)
        at = len(one.seen)
        until(lambda: one.read() and b"on disk" in one.seen[at:], "it says so once somebody reads", 10)
        self.assertEqual(one.end(), 0)
        self.restored(one)
        approved = [e for e in self.ask.all_events() if e["type"] == "seam.decision.approved"]
        self.assertEqual(len(approved), 1)

    def test_stops_reading_while_it_is_pending(self):
        """What was confirmed goes out in its time, though nobody reads; then the picture is that of now."""
        self.stops_reading(False)

    def test_stops_answering_while_it_is_pending(self):
        """The same of one that is asked whether it follows: it is sent no more before it does."""
        self.stops_reading(True)

    def test_killed_while_nobody_reads(self):
        self.offer("h-1")
        one = self.open(answers=False)
        self.confirm(one)
        self.addCleanup(os.close, self.fill(one))
        one.child.send_signal(signal.SIGHUP)
        self.ends(one)
        os.close(one.control)

    def test_vanishes_while_it_is_pending(self):
        """Nothing of it was sent, so it waits; who looks next can decide it."""
        self.offer("h-1", "h-2")
        for goes in ("closed", signal.SIGHUP, signal.SIGTERM):
            with self.subTest(goes=goes):
                one = self.open()
                self.confirm(one)
                if goes == "closed":
                    os.close(one.control)
                else:
                    one.child.send_signal(goes)
                self.ends(one)
                self.assertEqual(self.states("h-1", "h-2"), ["held", "held"])
        one = self.open()
        self.confirm(one)
        until(lambda: sorted(self.states("h-1", "h-2")) == ["approved", "held"] or (one.read(), None)[1],
              "it is approved now", 15)
        self.assertEqual(one.end(), 0)

    def test_vanishes_behind_what_was_sent(self):
        """What was sent stands, once, whatever becomes of the terminal."""
        self.offer("h-1")
        one = self.open()
        one.type(":set undo 0\r")
        self.until_shows(one, "A", "nothing sent yet")
        self.until_shows(one, "y", "approve h-1")
        until(lambda: self.ask.state("h-1") == "approved" or (one.read(), None)[1], "it is approved", 10)
        os.close(one.control)
        self.ends(one)
        self.assertEqual(len([e for e in self.ask.all_events() if e["type"] == "seam.decision.approved"]), 1)

    def test_stopped_while_it_is_pending(self):
        """SIGSTOP and SIGCONT, however long between them: it is sent once, or it has changed and is not."""
        self.offer("h-1", "h-2")
        one = self.open()
        self.confirm(one)
        one.child.send_signal(signal.SIGTSTP)  # in a session of its own: resumed at once
        one.child.send_signal(signal.SIGSTOP)
        mine, other = "h-1", "h-2"
        self.ask.decide(other, "reject", note="no", operator="lee")
        one.child.send_signal(signal.SIGCONT)
        until(lambda: self.ask.state(mine) == "approved" or (one.read(), None)[1], "it is approved", 15)
        self.assertEqual(self.ask.state(other), "rejected")
        self.assertEqual(one.end(), 0)
        self.restored(one)

    def test_changed_while_it_was_stopped(self):
        self.offer("h-1")
        one = self.open()
        self.confirm(one)
        one.child.send_signal(signal.SIGSTOP)
        self.ask.decide("h-1", "reject", note="no", operator="lee")
        one.child.send_signal(signal.SIGCONT)
        one.shows("rejected by lee")
        self.assertEqual(one.end(), 0)
        self.assertEqual(self.ask.state("h-1"), "rejected")
        self.assertEqual([e for e in self.ask.all_events() if e["type"] == "seam.decision.approved"], [])

    def editor(self, text):
        path = os.path.join(self.home, "editor")
        with open(path, "w", encoding="ascii") as out:
            out.write("#!/bin/sh\n" + text)
        os.chmod(path, 0o700)
        return path

    def test_editor_dies(self):
        """By a signal, at once, with the terminal in a bad way: the console has it back and goes on."""
        self.offer("h-1")
        for text in ("kill -9 $$", "kill -SEGV $$", "stty -echo raw; printf '\\033[?1000h\\033[3;5r'; kill -9 $$",
                     "rm \"$1\"", "exec /no/such/editor"):
            with self.subTest(editor=text):
                one = self.open(VISUAL=self.editor(text))
                before = termios.tcgetattr(one.control)
                self.until_shows(one, "e", "nothing sent")
                at = len(one.text())
                one.type("4")
                until(lambda: one.read() and "DEAD" in one.text()[at:], "it goes on", 10)
                self.assertEqual(termios.tcgetattr(one.control)[:4], before[:4])
                self.assertEqual(one.end(), 0)
                self.restored(one)
                self.assertEqual(self.ask.state("h-1"), "held")

    def test_vanishes_under_an_editor(self):
        """Both end; the file stays for the next time."""
        self.offer("h-1")
        told = os.path.join(self.home, "told")
        one = self.open(VISUAL=self.editor("echo $1 $$ >%s.new; mv %s.new %s; exec sleep 100" % (told, told, told)))
        self.until_shows_file(one, told)
        with open(told, encoding="ascii") as file:
            path, pid = file.read().split()
        os.close(one.control)
        self.ends(one)
        self.assertTrue(os.path.exists(path))

        def gone():
            try:
                with open("/proc/%s/stat" % pid, encoding="ascii") as stat:
                    return stat.read().split()[2] == "Z" or None
            except FileNotFoundError:
                return True
        until(gone, "the editor has ended", 10)
        self.assertEqual(self.ask.state("h-1"), "held")

    def until_shows_file(self, one, path):
        def look():
            one.type("e")
            end = time.monotonic() + 1
            while time.monotonic() < end and not os.path.exists(path):
                one.read()
            return os.path.exists(path)
        until(look, "the editor", 10)


if __name__ == "__main__":
    unittest.main()
