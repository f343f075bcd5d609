# SPDX-License-Identifier: MIT
"""
The console on many terminals: what each is sent, over slow lines, in storms of sizes, and when one goes.
What the cells become on each of them: tests/screens/ways.h.
"""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
import unittest

from agent import BIN, Agent, Control, Hub, scratch, until
from tmux import Screen

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
NIGHT = os.path.join(TOP, "tests/screens/data/night.jsonl")
# All that a console may write to a terminal besides text: what is left of ESC and C1 then is foreign.
OURS = re.compile(r"\033\[[0-9;?]*[A-Za-z@]|\033[()][B0]|\033[78=>MD\\]|\033\]2;[ -~]*\a")
COLOUR = re.compile(r"\033\[(?:[0-9]*;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")


class Terminal:
    """A terminal that keeps what it is sent and answers what it is asked, if it `answers`."""

    def __init__(self, words, rows=24, columns=80, answers=True, **env):
        self.control, inner = pty.openpty()
        self.resize(rows, columns)
        self.seen, self.answers, self.asked = b"", answers, 0
        clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLORFGBG", "LANG")}
        clean.update({"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}, **env)
        self.child = subprocess.Popen(words, stdin=inner, stdout=inner, stderr=inner, env=clean,
                                      start_new_session=True,
                                      preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.close(inner)

    def resize(self, rows, columns):
        fcntl.ioctl(self.control, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, text):
        os.write(self.control, text.encode())

    def read(self, seconds=0.05):
        """Takes what has come; False when the program has closed it."""
        if not select.select([self.control], [], [], seconds)[0]:
            return True
        try:
            more = os.read(self.control, 65536)
        except OSError:
            return False
        self.seen += more
        if self.answers:
            os.write(self.control, b"\033[0n" * more.count(b"\033[5n"))
            if b"\033[6n" in more:
                os.write(self.control, b"\033[1;2R")
        return bool(more)

    def shows(self, *words):
        def look():
            self.read()
            text = self.text()
            return all(word in text for word in words)
        until(look, "the terminal is sent %r" % (words,), 10)

    def text(self):
        return self.seen.decode("utf-8", "replace")

    def end(self):
        """Leaves and gives the exit status."""
        end = time.monotonic() + 10
        while self.child.poll() is None and time.monotonic() < end:
            self.type(":q\r")          # an Esc just before may have swallowed the first
            again = time.monotonic() + 2
            while self.read() and time.monotonic() < min(again, end):
                pass
        status = self.child.wait(10)
        os.close(self.control)
        return status

    def kill(self):
        if self.child.poll() is None:
            self.child.kill()
            self.child.wait()


class Terminals(unittest.TestCase):
    def open(self, *words, **more):
        terminal = Terminal([BIN] + list(words or ("replay", NIGHT)), **more)
        self.addCleanup(terminal.kill)
        return terminal

    def test_each(self):
        """Starts, draws, leaves; nothing is cut or foreign; colours only where they are."""
        for term, colours in (("xterm-256color", 256), ("xterm", 8), ("screen", 8), ("screen-256color", 256),
                              ("tmux-256color", 256), ("linux", 8), ("vt100", 0)):
            for env in ({}, {"NO_COLOR": "1"}):
                with self.subTest(term=term, **env):
                    one = self.open(TERM=term, **env)
                    one.shows("REPLAY", "help")
                    one.type("3")
                    one.shows("REVIEW")
                    self.assertEqual(one.end(), 0)
                    text = one.text()
                    self.assertEqual(OURS.sub("", text).count("\033"), 0, text)
                    self.assertIsNone(re.search("[\x7f-\x9f]", text))
                    self.assertEqual(COLOUR.search(text) is not None, colours > 0 and not env, text)
                    self.assertTrue(colours == 256 or "8;5;" not in text)

    def test_dumb(self):
        for term in ("dumb", "no-such-terminal", ""):
            one = self.open(TERM=term)
            while one.read():
                pass
            self.assertNotEqual(one.child.wait(10), 0)
            self.assertIn("TERM", one.text())
            self.assertNotIn("\033", one.text())

    def test_locale(self):
        """Where the locale has no UTF-8, or is not on this machine, all is ASCII."""
        for locale in ("C", "POSIX", "de_DE.ISO-8859-1", "xx_XX"):
            one = self.open(LC_ALL=locale)
            one.shows("REPLAY", "help")
            self.assertEqual(one.end(), 0)
            self.assertTrue(one.seen.isascii(), locale)

    def test_wide_boxes(self):
        """The first frame is ASCII; line characters come when the terminal says that they are narrow."""
        for answer, lines in ((b"\033[1;2R", True), (b"\033[1;3R", False), (b"", True)):
            one = self.open(answers=False)
            until(lambda one=one: one.read() and b"\033[6n" in one.seen, "the question", 10)
            first = one.text().split("\0337")[0]
            self.assertIn("REPLAY", first)
            self.assertTrue(first.isascii())
            asked = len(one.seen)
            os.write(one.control, answer)
            one.type("3")
            until(lambda one=one: one.read() and b"REVIEW" in one.seen[asked:], "another screen", 10)
            until(lambda one=one: one.read() and ("\u2500" in one.text()[len(first) + 30:]) == lines,
                  "lines: %s" % lines, 10)
            one.end()

    def test_themes(self):
        """The background is said, not guessed; what is set wins, and holds at once."""
        for env, keys, has, lacks in (({}, "", "8;5;214m", "8;5;130m"), ({"COLORFGBG": "15;0"}, "", "8;5;214m", "8;5;130m"),
                                      ({"COLORFGBG": "0;15"}, "", "8;5;130m", "8;5;214m"),
                                      ({}, ":set background light\r", "8;5;130m", "8;5;214m"),
                                      ({}, ":set theme mono\r", "REVIEW", "8;5;"),
                                      ({}, ":set theme 16-dark\r", "\033[33m", "8;5;"),
                                      ({"NO_COLOR": "1"}, ":set theme 256-dark\r", "8;5;214m", "8;5;130m")):
            with self.subTest(keys=keys, **env):
                one = self.open(**env)
                one.shows("help")
                one.type("G")  # a recording begins with nothing wrong
                if keys:
                    one.type(keys)
                one.type(":goto 03:12:30\r3")
                one.shows("h-91c2")
                before = len(one.seen)
                one.type("\x0c")
                until(lambda one=one, before=before: one.read() and b"\033[2J" in one.seen[before:] and
                      b"help" in one.seen[before:].split(b"\033[2J")[-1], "drawn anew", 10)
                text = one.seen[before:].split(b"\033[2J")[-1].decode("utf-8", "replace")
                self.assertIn(has, text)
                self.assertNotIn(lacks, text)
                one.end()

    def test_storm(self):
        """Sizes that change faster than frames, down to nothing and up again."""
        one = self.open()
        one.shows("REPLAY")
        for i in range(200):
            one.resize(5 + i * 37 % 95, 20 + i * 53 % 280)
            if i % 7 == 0:
                one.type("%d" % (1 + i % 4))
            one.read(0.001)
        one.resize(24, 80)
        before = len(one.seen)
        until(lambda: one.read() and b"help" in one.seen[before:], "it draws", 10)
        self.assertEqual(OURS.sub("", one.text()).count("\033"), 0)
        self.assertEqual(one.end(), 0)

    def test_goes(self):
        """A terminal that goes takes the console with it; one that reads nothing does not hold it up."""
        one = self.open()
        one.shows("REPLAY")
        os.close(one.control)
        self.assertIsNotNone(until(lambda: one.child.poll() is not None or None, "it has ended", 10))
        mute = self.open(answers=False)
        mute.shows("REPLAY")
        for i in range(3000):  # more than any tty takes
            mute.resize(50 + i % 2, 200)
            if i % 100 == 0:
                mute.type("1234"[i // 100 % 4])
        mute.child.send_signal(signal.SIGTERM)
        self.assertEqual(mute.child.wait(10), 0)
        os.close(mute.control)

    def test_title_and_bell(self):
        one = self.open("replay", NIGHT)
        one.shows("REPLAY", "help")
        one.shows("\033]2;seam replay night.jsonl\a")
        one.type(":set title a\u202eb\u00e9c\r")
        one.shows("\033]2;ab?c\a")
        self.assertEqual(one.end(), 0)
        self.assertIn("\033[23;2t", one.text())  # the one that was there before


class SlowLine(unittest.TestCase):
    @staticmethod
    def frames(log):
        with open(log, encoding="ascii") as told:
            return [[float(word) for word in line.split()] for line in told]

    def test_9600_baud(self):
        """Few frames, none behind another, keys answered; in the end what everybody sees."""
        home, log = scratch("home-"), os.path.join(scratch("line-"), "frames")
        hub = Hub().start()
        self.addCleanup(hub.stop)
        sender = Agent(hub, "intake")
        self.addCleanup(sender.close)
        console = [BIN, "--hub", hub.control, "--operator", "mira"]
        env = {"HOME": home, "XDG_STATE_HOME": home}
        slow = Screen([sys.executable, os.path.join(HERE, "line.py"), 960, log] + console, env=env)
        self.addCleanup(slow.close)
        slow.shows("[LIVE", "lost 0", "\u2500 MESH", seconds=20)
        began, n = time.monotonic(), 0
        while time.monotonic() - began < 2:
            n += 1
            sender.offer("h-%d" % n, "desk", {"n": n})
            time.sleep(0.003)
        calm = self.frames(log)
        # two a second
        self.assertLess(sum(asked for _, _, asked in calm), 6 + 2 * (calm[-1][0] - calm[0][0]), calm)
        for i in range(20):  # more than the line could follow
            slow.type("1237"[i % 4])
            time.sleep(0.05)
        slow.shows("LOG", seconds=15)
        slow.keys("A")
        slow.shows("approve", seconds=10)
        frames = self.frames(log)
        # never two on the way, so what is on the screen is young
        self.assertLess(max(held for _, held, _ in frames), 4500, frames)
        fast = Screen(console, env=env)
        self.addCleanup(fast.close)
        fast.shows("[", "lost 0")
        fast.keys("4")
        slow.keys("4")
        fast.shows("DEAD LETTERS")

        def body(screen):
            return screen.lines()[3:-2]
        until(lambda: body(slow) == body(fast), "both show the same", 20)


    def with_one_held(self, speed):
        """A hub on which h-1 waits, a console on a line of its own, and what the line tells."""
        home, log = scratch("home-"), os.path.join(scratch("line-"), "frames")
        contract = {"contract": "refund", "version": "1.0.0", "from": ["fraud"], "to": ["refund"],
                    "scope": {"represents": "a refund", "excludes": ["chargebacks"]}, "schema": {"type": "object"},
                    "confidence": {"at": "/confidence", "review_below": 0.7}, "fallback": {"at": "/fallback"}}
        hub = Hub(contracts=[contract]).start()
        self.addCleanup(hub.stop)
        fraud = Agent(hub, "fraud")
        self.addCleanup(fraud.close)
        fraud.offer("h-1", "refund", {"confidence": 0.4, "fallback": "stop_if_not_progressed_within_900s"},
                    contract="refund/1.0.0")
        slow = Screen([sys.executable, os.path.join(HERE, "line.py"), speed, log, BIN, "--hub", hub.control,
                       "--operator", "mira"], env={"HOME": home, "XDG_STATE_HOME": home})
        self.addCleanup(slow.close)
        return hub, slow, log

    def test_a_sheet_that_was_not_seen(self):
        """A key that is typed while the sheet is still on its way confirms nothing."""
        _, slow, log = self.with_one_held(2500)
        slow.shows("[LIVE", "3 Review 1", "\u2500 MESH", seconds=20)
        slow.keys("3")
        slow.shows("sent in the last 5 min", "reject", seconds=20)
        asked = sum(frame[2] for frame in self.frames(log))
        line = slow.process()
        slow.keys("C-l")  # all anew, which takes more than a second
        until(lambda: sum(frame[2] for frame in self.frames(log)) > asked, "it is on its way", 10)
        os.kill(line, signal.SIGUSR1)  # and stands still
        slow.keys("A")
        time.sleep(0.4)  # of a human: longer than the sheet itself is deaf
        slow.keys("y")
        os.kill(line, signal.SIGUSR1)
        slow.shows("APPROVE 1", "nothing sent yet", seconds=20)
        slow.shows("press  y", seconds=20)
        self.assertNotIn("sending", slow.text())
        slow.opens("y", "sending in")

    def test_what_is_typed_behind_a_decision(self):
        """It is heard, though the terminal has not shown yet that the sheet has gone."""
        hub, fast, _ = self.with_one_held(1 << 20)
        ask = Control(hub.control)
        self.addCleanup(ask.close)
        fast.shows("[LIVE", "3 Review 1", "\u2500 MESH")
        fast.type(":set undo 0")
        fast.keys("Enter", "3")
        fast.shows("sent in the last 5 min", "reject")
        fast.opens("A", "APPROVE 1", "press  y")
        time.sleep(0.4)  # the sheet is deaf
        os.kill(fast.process(), signal.SIGUSR1)
        fast.keys("y")
        until(lambda: ask.state("h-1") != "held", "it is approved", 10)
        fast.type(":quit")
        fast.keys("Enter")
        os.kill(fast.process(), signal.SIGUSR1)
        fast.shows("ended with 0")


if __name__ == "__main__":
    unittest.main()
