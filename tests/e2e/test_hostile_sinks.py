# SPDX-License-Identifier: MIT
"""
Hostile words at the sinks that test_hostile.py leaves: notes, tags and titles, the shell on a terminal, files of the
operator's that somebody else has written, names of files, exports of the console. Text comes out, and nothing else.
"""
import json
import os
import pty
import re
import shutil
import subprocess
import unittest

from agent import BIN, Agent, Control, Hub, Refused, scratch, until
from hostile import TEXTS, assert_plain, text
from test_hostile import CONTRACT
from test_terminal import NIGHT, OURS, Terminal


class Sinks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hub = Hub(contracts=[CONTRACT]).start()
        cls.addClassCleanup(cls.hub.stop)
        cls.ask = Control(cls.hub.control)
        cls.addClassCleanup(cls.ask.close)
        fraud = Agent(cls.hub, "fraud")
        cls.addClassCleanup(fraud.close)
        cls.taken = 0
        for i, evil in enumerate(TEXTS):
            name = "h-%d" % i
            fraud.offer(name, "refund", {"amount": i, "to": evil, "confidence": 0.4,
                                         "fallback": "stop_if_not_progressed_within_900s"},
                        contract="refund/1.0.0", incident="inc-%d" % (i % 3))
            for what, of in (("handoff", name), ("incident", "inc-%d" % (i % 3)), ("agent", "fraud"),
                             ("edge", "fraud>refund")):
                for more in ({"note": evil}, {"title": evil}, {"tags": [evil]}):
                    try:
                        cls.ask.ask("annotate", what=what, name=of, operator="mira", **more)
                        cls.taken += 1
                    except Refused:
                        pass

    def setUp(self):
        self.home = scratch("home-")
        self.env = {"HOME": self.home, "XDG_STATE_HOME": self.home, "XDG_CACHE_HOME": self.home,
                    "XDG_CONFIG_HOME": self.home, "SEAM_HUB": self.hub.control, "LC_ALL": "C.UTF-8"}

    def assert_ours(self, one, what):
        """All that a console wrote: its own sequences, and text; a line of a sheet only as part of another."""
        text = OURS.sub("", re.sub("\033\\]52;c;[A-Za-z0-9+/=]*\a", "", one.text()))
        self.assertNotIn("\033", text, (what, repr(text[max(0, text.find("\033") - 80):text.find("\033") + 40])))
        assert_plain(self, re.sub("[\r\b\t\a]", "", text).encode(), what)

    def write(self, name, text):
        path = os.path.join(self.home, "seam", name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)
        return path

    def console(self, *words, keys=(), cwd=None):
        line = [BIN] + list(words or ("--operator", "mira"))
        if cwd is not None:
            line = ["sh", "-c", "cd %s && exec \"$@\"" % cwd, "sh"] + line
        one = Terminal(line, rows=50, columns=140, **self.env)
        self.addCleanup(one.kill)
        one.shows("LIVE" if not words else "REPLAY", "help")
        for key in keys:
            for part in [key] if key[0] == ":" else key:
                one.type(part)
                one.read(0.02)
        return one

    def test_shell_on_a_terminal(self):
        self.assertGreater(self.taken, 40)
        for words in (["ls", "noted"], ["ls", "incidents"], ["ls", "review"], ["show", "h-0"], ["show", "h-17"],
                      ["tail", "--limit", "400"], ["note", "h-1\033[2J", "x"], ["tag", "h-1", "\u202ex"],
                      ["mute", "agent", "\033[2J"], ["--check-config", "/no/\033[2J"], ["replay", "/no/\033[2J\u009b"]):
            outer, inner = pty.openpty()
            child = subprocess.Popen([BIN] + words, stdin=subprocess.DEVNULL, stdout=inner, stderr=inner,
                                     env=dict(os.environ, **self.env))
            os.close(inner)
            seen = b""
            try:
                while True:
                    more = os.read(outer, 65536)
                    if not more:
                        break
                    seen += more
            except OSError:
                pass  # the other side is closed
            child.wait(20)
            os.close(outer)
            self.assertGreater(len(seen), 10, words)
            assert_plain(self, seen.replace(b"\r\n", b"\n"), words)

    def test_notes_on_all_screens(self):
        one = self.console(keys=("1jj", "2j\r", "3j\r]]]]", "\x1b", "3jjj\r]]]]]", "\x1b", "5\rjj", "\x1b", "6jj\r", "7kkk",
                                 "3cr", ":radius h-1\r", "\x1b", "3A", "\x1b"))
        one.end()
        self.assert_ours(one, "the console")

    def test_files_that_somebody_wrote(self):
        evil = "".join(map(text, ("sheet-painted", "osc-clipboard", "dcs", "osc-title", "c1", "sheet"))).replace("\n", "")
        self.write("filters", "a\treview\t%s\n%s\treview\tx\n" % (evil, evil))
        self.write("workspaces", "w\tone\treview\t\t%s\n%s\tone\tnow\t\t\n" % (evil, evil))
        self.write("history", "%s\nreview %s\n" % (evil, evil))
        self.write("decisions.jsonl", json.dumps({"handoff": evil, "note": evil}) + "\n" + evil + "\n")
        self.write("layout-main.json", json.dumps({"agents": [{"name": evil, "row": 1, "layer": 2}]}))
        self.write("ops/%s.jsonl" % ("0" * 16), json.dumps({"op": "0" * 16, "name": evil, "note": evil}) + "\n")
        self.write("discarded/20261123T031244Z%s.jsonl" % evil.replace("/", "").replace("\0", "")[:40],
                   json.dumps({"handoff": evil, "note": evil, "event": {"data": {"artifact": evil}}}) + "\n")
        self.write("discarded/20261123T031245Z.jsonl", json.dumps({"note": evil, "handoff": evil}) + "\n" + evil)
        one = self.console(keys=(":filters\r", "j\r", "\x1b", ":workspaces\r", "j", "\x1b", ":ops\r", "\r", "\x1b",
                                 ":restore\r", "j\r", "\x1b", ":sent\r", "\x1b", ":\x12re", "\x1b", "\x1b", "2", "3/@\t",
                                 "\x1b"))
        one.end()
        self.assert_ours(one, "files of the operator's")

    def test_config(self):
        """What is wrong with a file of settings is told, on the screen and by the shell."""
        lines = ["set theme %s" % evil.replace("\n", "") for evil in TEXTS if len(evil) < 900] + [
            "map all %s down" % text("sheet-painted"), text("sheet-line")]
        path = self.write("console.conf", "\n".join(lines).replace("\0", ""))
        done = subprocess.run([BIN, "--check-config", path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=20,
                              env=dict(os.environ, **self.env), check=False)
        self.assertNotEqual(done.returncode, 0)
        assert_plain(self, done.stdout, "--check-config")
        evil = os.path.join(self.home, "a\033[2J\u202e.conf")
        shutil.copy(path, evil)
        done = subprocess.run([BIN, "--check-config", evil], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=20,
                              env=dict(os.environ, **self.env), check=False)
        assert_plain(self, done.stdout, "--check-config of a file with such a name")
        os.remove(path)
        one = self.console(keys=(":source %s\r" % path, ":source ~/a\t\r"))
        one.end()
        self.assert_ours(one, ":source")

    def test_exports(self):
        where = scratch("out-")
        names = ["flow.svg", "flow.dot", "flow.mmd", "flow.txt", "screen.txt", "screen.svg"]
        for screen in ("2", "3jjj", "5", "3j\r"):
            one = self.console(keys=(screen,), cwd=where)
            for name in names:
                one.type(":export %s\r" % name)
                at = one.text().count("LIVE")
                one.type("\x0c")  # the whole screen, with the answer
                until(lambda at=at, one=one: one.read() and one.text().count("LIVE") > at, "an answer", 10)
            one.end()
            self.assert_ours(one, "exports")
        written = os.listdir(where)
        for name in written:
            with open(os.path.join(where, name), "rb") as file:
                assert_plain(self, file.read(), name)
        self.assertGreater(len(written), 3)

    def test_name_of_a_recording(self):
        """Names of files stand in the head, in the title and in what is wrong with them."""
        where = scratch("names-")
        for evil in (text("sheet-painted"), text("osc-title"), text("bidi-all"), text("sheet-line")):
            path = os.path.join(where, evil.replace("/", "") + ".jsonl")
            shutil.copy(NIGHT, path)
            one = self.console("replay", path, keys=("1", "2", "3"))
            self.assertEqual(one.end(), 0)
            self.assert_ours(one, "a recording's name")
            for words in (["stats", path + "x"], ["graph", path], ["contract", "lint", path]):
                done = subprocess.run([BIN] + words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=30,
                                      env=dict(os.environ, **self.env), check=False)
                assert_plain(self, done.stdout, words)


if __name__ == "__main__":
    unittest.main()
