# SPDX-License-Identifier: MIT
"""The console's keyboard, mouse, clipboard and files, on a real terminal; and how it leaves it."""
import base64
import fcntl
import os
import pty
import re
import select
import signal
import stat
import struct
import subprocess
import termios
import time
import unittest

from agent import BIN, Agent, Control, Hub, scratch, until
from test_console import CONTRACT, artifact
from tmux import Screen

PASTE = (b"\x1b[?2004h", b"\x1b[?2004l")
MOUSE = (b"\x1b[?1000h", b"\x1b[?1000l")


class Terminal:
    """A terminal of our own: every byte that the program writes to it is kept."""

    def __init__(self, words, env, columns=80, rows=24):
        self.out = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(env, TERM="xterm-256color", LANG="C.UTF-8")
            for name in ("TMUX", "STY", "NO_COLOR"):
                os.environ.pop(name, None)
            os.execv(words[0], [str(word) for word in words])
        self.size = None
        self.resize(columns, rows)
        os.set_blocking(self.fd, False)
        self.status = None

    def resize(self, columns, rows):
        self.size = columns, rows
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds=0.05):
        """What comes within that time; True if anything did."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            self.out += os.read(self.fd, 65536)
        except OSError:
            return False
        return True

    def says(self, what, since=0, seconds=10.0):
        def look():
            self.read()
            return what in self.out[since:]
        until(look, "the terminal is sent %r" % what, seconds)
        return len(self.out)

    def shows(self, words, seconds=10.0, typing=False):
        """Has it drawn anew until the words are there; while a text is being typed by another size, not by a key."""
        state = {"at": len(self.out), "asked": 0.0}

        def look():
            if time.monotonic() - state["asked"] > 1:
                state.update(at=len(self.out), asked=time.monotonic())
                if typing:
                    self.resize(self.size[0], self.size[1] ^ 1)
                else:
                    self.type("\x0c")
            self.read()
            text = re.sub(rb"\x1b\[[0-9;]*m|\x1b\([B0]|\x0f", b"", self.out[state["at"]:])
            return words in re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b" ", text)
        until(look, "the terminal shows %r" % words, seconds)
        return len(self.out)

    def type(self, data):
        """All of it, however slowly it is taken."""
        data = data.encode() if isinstance(data, str) else data
        while data:
            self.read(0)
            try:
                data = data[os.write(self.fd, data[:512]):]
            except BlockingIOError:
                self.read()

    def ended(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            if pid and not os.WIFSTOPPED(status):
                self.status = status
        return self.status is not None

    def ends(self, seconds=10.0):
        def look():
            self.read()
            return self.ended()
        until(look, "the program has ended", seconds)
        while self.read(0):
            pass
        return self.status

    def close(self):
        if not self.ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.status = -1
        if self.fd >= 0:
            os.close(self.fd)
        self.fd = -1


class Hands(unittest.TestCase):
    def setUp(self):
        self.home = scratch("home-")
        self.env = {"HOME": self.home, "XDG_STATE_HOME": self.home + "/state",
                    "XDG_CACHE_HOME": self.home + "/cache", "XDG_CONFIG_HOME": self.home + "/config"}
        os.makedirs(self.home + "/config/seam")
        os.makedirs(self.home + "/state/seam")
        with open(self.home + "/state/seam/welcomed", "w", encoding="ascii"):
            pass

    def with_hub(self):
        self.hub = Hub(contracts=[CONTRACT]).start()
        self.addCleanup(self.hub.stop)
        self.fraud = Agent(self.hub, "fraud")
        self.ask = Control(self.hub.control)
        for one in (self.fraud, self.ask):
            self.addCleanup(one.close)
        return [BIN, "--hub", self.hub.control, "--operator", "mira"]

    def screen(self, words, columns=80, rows=24, **more):
        screen = Screen(words, columns, rows, env=dict(self.env, LANG="C.UTF-8"), **more)
        self.addCleanup(screen.close)
        return screen

    def terminal(self, words, **more):
        made = Terminal(words, self.env, **more)
        self.addCleanup(made.close)
        return made

    def config(self, text):
        with open(self.home + "/config/seam/console.conf", "w", encoding="utf-8") as out:
            out.write(text)

    def seam(self, *words):
        return subprocess.run([BIN] + list(words), env=dict(os.environ, **self.env), timeout=20,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding="utf-8")

    def clip(self):
        with open(self.home + "/cache/seam/clip", "rb") as copied:
            return copied.read()

    def offer(self, handoff, amount):
        self.fraud.offer(handoff, "refund", artifact(amount), contract="refund/1.0.0")
        until(lambda: self.ask.state(handoff) == "held", "it is held")

    # ----- console.conf

    def test_config(self):
        words = self.with_hub()
        self.offer("h-1", 5)
        self.config("# mine\nunmap review A\nmap review Q approve\nmap all F5 review\nset undo 0\n")
        self.assertEqual(self.seam("--check-config").returncode, 0)
        screen = self.screen(words)
        screen.shows("3 Review 1")
        screen.keys("F5")
        screen.shows("Q approve")
        screen.opens("Q", "APPROVE 1 handoff")
        screen.shows("press  y")
        until(lambda: (screen.keys("y"), "nothing sent yet" not in screen.text())[1], "y is heard")
        until(lambda: self.ask.state("h-1") != "held", "it is decided")

    def test_the_example_of_the_page(self):
        page = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "OPERATING.md")
        with open(page, encoding="utf-8") as text:
            self.config(re.search(r"^```text\n(# SCREEN is .*?)^```", text.read(), re.M | re.S)[1])
        told = self.seam("--check-config")
        self.assertEqual(told.returncode, 0, told.stderr)

    def test_config_that_is_wrong(self):
        words = self.with_hub()
        self.config("map review Q approve\nmap review x reject\nset theme pink\n")
        told = self.seam("--check-config")
        self.assertEqual(told.returncode, 1)
        self.assertIn("console.conf:2: reject acts, so it needs a capital letter", told.stderr)
        self.assertIn("console.conf:3: theme is", told.stderr)
        screen = self.screen(words)
        screen.shows("none of it holds, 2 faults: console.conf:2:")
        screen.keys("3")
        screen.shows("REVIEW")
        self.assertNotIn("Q approve", screen.text())
        for bad in ("/nowhere/at-all", self.home, "/dev/zero"):
            told = self.seam("--check-config", "--config", bad)
            self.assertEqual(told.returncode, 1, told)
        with open(self.home + "/large", "wb") as out:
            out.write(b"#" * 70000)
        self.assertIn("longer than 64 KiB", self.seam("--check-config", "--config", self.home + "/large").stderr)

    def test_source(self):
        with open(self.home + "/keys", "w", encoding="ascii") as out:
            out.write("map all F6 log\n")
        screen = self.screen([BIN, "tutorial"])
        screen.shows("TUTORIAL")
        screen.type(":source ~/ke")
        screen.keys("Tab")
        screen.shows(":source ~/keys")
        screen.keys("Enter")
        screen.shows("read: it holds")
        screen.keys("F6")
        screen.shows("LOG  all events")

    # ----- the line behind `:`

    def test_history(self):
        for line, found in ((":review fraud", True), (": quiet", False), (":set title my-secret", False)):
            terminal = self.terminal([BIN, "tutorial"])
            terminal.shows(b"TUTORIAL")
            terminal.type(line + "\r:q\r")
            self.assertEqual(terminal.ends(), 0)
            path = self.home + "/state/seam/history"
            with open(path, encoding="utf-8") as history:
                self.assertEqual(line[1:] + "\n" in history.read(), found, line)
            self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        screen = self.screen([BIN, "tutorial"])
        screen.shows("TUTORIAL")
        screen.keys(":", "Up")
        screen.shows(":q")
        screen.keys("C-u")
        screen.type("frau")
        screen.keys("C-r")
        screen.shows(":review fraud")

    def test_history_that_is_long(self):
        path = self.home + "/state/seam/history"
        with open(path, "w", encoding="ascii") as out:
            for i in range(20000):
                out.write("log number-%d\n" % i)
        terminal = self.terminal([BIN, "tutorial"])
        terminal.shows(b"TUTORIAL")
        terminal.type(":why\r\x1b")
        until(lambda: os.stat(path).st_size < 70000, "it is short again")
        with open(path, encoding="ascii") as history:
            lines = history.read().splitlines()
        self.assertEqual(lines[-1], "why")
        self.assertEqual(lines[-2], "log number-19999")
        self.assertRegex(lines[0], r"^log number-\d+$")

    # ----- mouse and clipboard

    def test_mouse(self):
        words = self.with_hub()
        for i in range(3):
            self.offer("h-%d" % i, 5 + i)
        terminal = self.terminal(words)
        terminal.shows(b"Review 3")
        self.assertNotIn(MOUSE[0], terminal.out)
        terminal.type("\x1b[<0;18;2M")
        terminal.type("\x1bOQ")
        terminal.says(MOUSE[0])
        terminal.says(b"mouse is on now")
        at = len(terminal.out)
        terminal.type("\x1b[<0;22;2M\x1b[<0;22;2m")
        terminal.shows(b"by deadline")
        terminal.type("\x1b[<65;18;8M\x1b[<0;5;7M" * 3)
        terminal.type(":q\r")
        self.assertEqual(terminal.ends(), 0)
        self.assertGreater(terminal.out.rindex(MOUSE[1]), terminal.out.rindex(MOUSE[0]))
        for i in range(3):
            self.assertEqual(self.ask.state("h-%d" % i), "held")

    def test_copy(self):
        terminal = self.terminal([BIN, "tutorial"])
        terminal.shows(b"TUTORIAL")
        terminal.type("3")
        at = terminal.shows(b"by deadline")
        terminal.type("ci")
        terminal.says(b"offered to the terminal's clipboard")
        found = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\a", terminal.out)
        self.assertEqual(base64.b64decode(found.group(1)), b"h-3001")
        clip = self.home + "/cache/seam/clip"
        self.assertEqual(self.clip(), b"h-3001")
        self.assertEqual(stat.S_IMODE(os.stat(clip).st_mode), 0o600)
        for key, has in (("e", b"risk>refund"), ("p", b"1240"), ("r", b"h-3001"), ("s", b"[TUTORIAL]")):
            terminal.type("c" + key)
            until(lambda has=has: (terminal.read(), has in self.clip())[1], "%r is copied" % has)
        text = self.clip()
        self.assertNotIn(b"\x1b", text)
        self.assertGreater(text.count(b"\n"), 20)
        terminal.type(":set osc52 off\r")
        terminal.says(b"osc52 is off now")
        at = len(terminal.out)
        terminal.type("ci")
        terminal.says(b"copied 6 bytes; in ~/cache/seam/clip", at)
        self.assertNotIn(b"\x1b]52", terminal.out[at:])

    def test_copy_through_screen(self):
        self.env["STY"] = ""
        words = ["/usr/bin/env", "STY=1.x", BIN, "tutorial"]
        terminal = self.terminal(words)
        terminal.shows(b"TUTORIAL")
        terminal.type("3")
        terminal.shows(b"by deadline")
        terminal.type("cs")
        terminal.says(b"offered to the terminal's clipboard")
        passed = b"".join(re.findall(rb"\x1bP(.*?)\x1b\\", terminal.out, re.S))
        found = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\a", passed)
        self.assertIn(b"[TUTORIAL]", base64.b64decode(found.group(1)))
        self.assertLessEqual(max(map(len, re.findall(rb"\x1bP(.*?)\x1b\\", terminal.out, re.S))), 512)

    # ----- the ways out

    def away(self, terminal, on):
        """Everything that was switched on is off, in order."""
        for pair in on:
            self.assertGreater(terminal.out.rindex(pair[1]), terminal.out.rindex(pair[0]), pair)

    def test_suspend_and_resume(self):
        back = os.path.join(scratch(), "back")
        screen = self.screen(["sh", "-c", "set -m; %s tutorial; clear; touch %s; fg; sleep 100" % (BIN, back)])
        screen.shows("TUTORIAL")
        screen.keys("F2", "C-z")
        until(lambda: os.path.exists(back), "the shell to go on")
        screen.shows("TUTORIAL")        # once more: it was cleared
        screen.keys("3")
        screen.shows("by deadline")

    def test_stopped_from_outside(self):
        terminal = self.terminal([BIN, "tutorial"])
        terminal.shows(b"TUTORIAL")
        terminal.type("\x1bOQ")
        terminal.says(MOUSE[0])
        at = len(terminal.out)
        os.kill(terminal.pid, signal.SIGTSTP)   # a session of its own: resumed at once
        terminal.says(PASTE[1], at)
        terminal.says(MOUSE[1], at)
        terminal.says(PASTE[0], at)
        terminal.says(MOUSE[0], at)
        terminal.type(":q\r")
        self.assertEqual(terminal.ends(), 0)
        self.away(terminal, (PASTE, MOUSE))

    def test_crash_and_signals(self):
        for signo in (signal.SIGSEGV, signal.SIGABRT, signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP):
            terminal = self.terminal([BIN, "tutorial"])
            terminal.shows(b"TUTORIAL")
            before = termios.tcgetattr(terminal.fd)
            terminal.type("\x1bOQ")
            terminal.says(b"mouse is on now")
            os.kill(terminal.pid, signo)
            terminal.ends()
            self.away(terminal, (PASTE, MOUSE))
            self.assertEqual(before[3] & termios.ECHO, 0)
            terminal.close()

    def test_a_paste_that_is_cut(self):
        words = self.with_hub()
        self.offer("h-1", 5)
        terminal = self.terminal(words)
        terminal.shows(b"Review 1")
        terminal.type("3")
        terminal.shows(b"by deadline")
        terminal.type("\x1b[200~A" + "y" * 20000)
        terminal.shows(b"paste ignored", typing=True)
        os.close(terminal.fd)           # in the middle of it
        terminal.fd = -1
        until(terminal.ended, "it has ended", 10)
        self.assertEqual(self.ask.state("h-1"), "held")
        terminal = self.terminal(words)
        terminal.shows(b"Review 1")
        terminal.type("3")
        terminal.shows(b"by deadline")
        terminal.type("\x1b[200~Ay\x1b[201~\x1b[200~Ay\rRy")    # its end never comes
        at = len(terminal.out)
        terminal.shows(b"paste ignored", typing=True)
        terminal.type("\x1b[201~:q\r")
        self.assertEqual(terminal.ends(), 0)
        self.assertEqual(self.ask.state("h-1"), "held")

    def test_nobody_reads(self):
        """A terminal that stops reading holds up neither the mesh nor the way out."""
        words = self.with_hub()
        terminal = self.terminal(words)
        terminal.shows(b"seam main")
        for i in range(60):
            terminal.resize(80 + i % 5, 24 + i % 3)
            self.offer("h-%d" % i, i)
        os.kill(terminal.pid, signal.SIGTERM)
        until(terminal.ended, "it ends though nobody reads", 5)
        self.assertEqual(terminal.status, 0)

    def test_resize_storm(self):
        words = self.with_hub()
        self.offer("h-1", 5)
        terminal = self.terminal(words)
        terminal.shows(b"Review 1")
        terminal.type("3")
        terminal.shows(b"by deadline")
        sizes = ((20, 4), (300, 100), (36, 10), (1, 1), (80, 24), (40, 14), (120, 36), (200, 2))
        for i in range(300):
            terminal.resize(*sizes[i * 7 % 8])
            terminal.type("A" if i % 9 == 0 else "j")
            terminal.read(0)
        terminal.resize(80, 24)
        at = len(terminal.out)
        terminal.type("\x1b\x1b\x0c")
        terminal.shows(b"Review")
        terminal.type("\x03")
        terminal.type(":q\r")
        self.assertEqual(terminal.ends(), 0)
        self.assertEqual(self.ask.state("h-1"), "held")

    # ----- other worlds

    def approves(self, screen):
        """As a person: looks, then presses. Where A came twice the second one has closed the sheet."""
        def decided():
            text = screen.text()
            if "DECISION  approve" not in text:
                screen.keys("y" if "APPROVE 1 handoff" in text else "A")
            return "DECISION  approve" in text
        until(decided, "h-3001 is approved", 20, pause=.5)

    def test_tutorial_and_back(self):
        words = self.with_hub()
        self.offer("h-1", 5)
        screen = self.screen(words)
        screen.shows("3 Review 1")
        screen.keys("3")
        screen.shows("h-1")
        screen.type(":tutorial")
        screen.keys("Enter")
        screen.shows("[TUTORIAL]", "step 1 of")
        screen.keys("3")
        screen.shows("step 2 of")
        self.approves(screen)
        screen.shows("on disk", seconds=15)
        self.offer("h-2", 7)
        screen.type(":q")
        screen.keys("Enter")
        screen.shows("3 Review 2", "h-1", "h-2", "went nowhere")
        self.assertNotIn("TUTORIAL]", screen.text())
        self.assertEqual(self.ask.state("h-1"), "held")
        self.assertFalse(os.path.exists(self.home + "/state/seam/decisions.jsonl"))
        screen.keys("q", "q")
        screen.shows("ended with 0")

    def test_rewind(self):
        words = self.with_hub()
        self.offer("h-1", 5)
        screen = self.screen(words)
        screen.shows("3 Review 1")
        screen.keys("3", "r")
        screen.shows("REPLAY paused", "the newest")
        screen.keys("3", "A")
        screen.shows("h-1", "this is a recording")
        screen.shows("LIVE NOW: ", ":live goes back")
        self.offer("h-2", 7)
        screen.keys(",")
        screen.keys("q", "q")
        screen.shows("3 Review 2", "h-2", "[LIVE")
        screen.type(":live")
        screen.keys("Enter")
        screen.shows("this is no recording: it is the live mesh")
        screen.keys("r")
        screen.shows("REPLAY paused")
        screen.keys("3")
        screen.shows("h-2")
        screen.type(":tutorial")
        screen.keys("Enter")
        screen.shows("one thing at a time")
        screen.type(":live")
        screen.keys("Enter")
        screen.shows("[LIVE", "back")

    def test_open_a_recording(self):
        words = self.with_hub()
        self.offer("h-1", 5)
        path = self.home + "/night.jsonl"
        self.assertEqual(self.seam("export", "--hub", self.hub.control, "--output", path).returncode, 0)
        screen = self.screen(words)
        screen.shows("3 Review 1")
        screen.type(":open ~/night.j")
        screen.keys("Tab", "Enter")
        screen.shows("REPLAY paused", "night.jsonl")
        screen.type(":q")
        screen.keys("Enter")
        screen.shows("[LIVE", "back")
        screen.type(":open /nowhere.jsonl")
        screen.keys("Enter")
        screen.shows("nowhere.jsonl")
        screen.keys("3")
        screen.shows("h-1")

    def test_first_time(self):
        os.unlink(self.home + "/state/seam/welcomed")
        words = self.with_hub()
        screen = self.screen(words)
        screen.shows("first time here?  ? lists the keys, :tutorial")
        screen.keys("j", "k", "j")
        screen.hides("first time here?")
        screen.keys("q")
        screen.shows("ended with 0")
        again = self.screen(words)
        again.shows("seam main  [")
        time.sleep(0.3)
        self.assertNotIn("first time here?", again.text())


if __name__ == "__main__":
    unittest.main()
