# SPDX-License-Identifier: MIT
"""A program in a real terminal: tmux on a socket of its own, keys in, the screen out."""
import os
import shlex
import subprocess
import uuid

from agent import scratch, until
from stopwatch import Stopwatch


class Screen:
    """A tmux server with one window that runs `words`. `close` ends both."""

    def __init__(self, words, columns=80, rows=24, term="xterm-256color", env=None):
        self.socket = os.path.join(scratch("tmux-"), "s-" + uuid.uuid4().hex[:8])
        command = " ".join(shlex.quote(str(word)) for word in words)
        settings = " ".join("%s=%s" % (key, shlex.quote(value)) for key, value in (env or {}).items())
        # the exit status stays on the screen when the program ends
        command = "%s %s; echo \"ended with $?\"; exec sleep 1000" % (settings, command)
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", columns, "-y", rows, "sh", "-c",
                  "TERM=%s; export TERM; %s" % (term, command))
        self.tmux("set-option", "-g", "escape-time", "0")

    def tmux(self, *words):
        done = subprocess.run(["tmux", "-S", self.socket] + [str(word) for word in words],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=20)
        if done.returncode:
            raise AssertionError("tmux %s: %s" % (words, done.stderr.decode()))
        return done.stdout.decode()

    def lines(self):
        return self.tmux("capture-pane", "-p").split("\n")[:-1]

    def text(self):
        return "\n".join(self.lines())

    def keys(self, *keys):
        """One key after the other, by tmux's names ("Enter", "C-c", "A")."""
        for key in keys:
            self.tmux("send-keys", key)

    def type(self, text):
        self.tmux("send-keys", "-l", text)

    def resize(self, columns, rows):
        self.tmux("resize-window", "-x", columns, "-y", rows)

    def shows(self, *words, seconds=10.0):
        """Waits until all words are on the screen, and gives it."""
        def look():
            text = self.text()
            return text if all(word in text for word in words) else None
        try:
            return until(look, "the screen shows %r" % (words,), seconds)
        except AssertionError as late:
            raise AssertionError("%s\n%s" % (late, self.text())) from None

    def soon(self, hub, *words, seconds=2.0):
        """Shows them within so many seconds, whatever the machine does besides."""
        with Stopwatch(hub.process.pid, *self.processes()) as watch:
            self.shows(*words, seconds=30)
        if watch.took > seconds:
            raise AssertionError("after %.1f s, not %g: %r" % (watch.took, seconds, words))

    def opens(self, key, *words):
        """Presses a key until what it opens is there: acts are dropped just after a change."""
        def press():
            self.keys(key)
            try:
                return self.shows(*words, seconds=1)
            except AssertionError:
                return None
        try:
            return until(press, "%r opens %r" % (key, words), 10)
        except AssertionError as late:
            raise AssertionError("%s\n%s" % (late, self.text())) from None

    def hides(self, word, seconds=10.0):
        until(lambda: word not in self.text(), "%r is gone from the screen" % word, seconds)

    def process(self):
        """The id of the program, which is a child of the window's shell."""
        shell = self.tmux("list-panes", "-F", "#{pane_pid}").strip()
        with open("/proc/%s/task/%s/children" % (shell, shell), encoding="ascii") as children:
            return int(children.read().split()[0])

    def processes(self):
        """The program's and the terminal's, which answers it once a frame."""
        return self.process(), int(self.tmux("display-message", "-p", "#{pid}"))

    def close(self):
        try:
            self.tmux("kill-server")
        except AssertionError:
            pass
