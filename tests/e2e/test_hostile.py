# SPDX-License-Identifier: MIT
"""
What agents and operators say, at every place where it comes out of seam again: each sub-command's text and JSON,
exports, the console's copy, title and screens. Nothing of it may reach a terminal as anything but text.
"""
import os
import re
import subprocess
import unittest

from agent import BIN, Agent, Control, Hub, Refused, scratch
from hostile import TEXTS, assert_plain, text
from test_terminal import OURS, Terminal

CONTRACT = {
    "contract": "refund", "version": "1.0.0", "from": ["fraud"], "to": ["refund"],
    "scope": {"represents": "a refund" + text("sheet-painted"), "excludes": [text("c1")]},
    "schema": {"type": "object", "properties": {"amount": {"type": "number", "description": text("osc-clipboard")}}},
    "confidence": {"at": "/confidence", "review_below": 0.7}, "fallback": {"at": "/fallback"},
    "summary": "refund {/amount} to {/to}"}


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = scratch("home-")
        cls.hub = Hub(contracts=[CONTRACT]).start()
        cls.addClassCleanup(cls.hub.stop)
        cls.ask = Control(cls.hub.control)
        cls.addClassCleanup(cls.ask.close)
        fraud, refund = Agent(cls.hub, "fraud"), Agent(cls.hub, "refund")
        for i, evil in enumerate(TEXTS):
            fraud.publish(fraud.event("agent.hello", {"agent": "fraud", "version": evil, "model": evil,
                                                      "sends": [evil]}))
            held, dead = "h-%d" % i, "d-%d" % i
            fraud.offer(held, "refund", {"amount": evil, "to": evil, evil: evil, "confidence": 0.4,
                                         "fallback": "stop_if_not_progressed_within_900s"}, contract="refund/1.0.0")
            fraud.offer(dead, "refund", {"to": evil, "confidence": 0.9})
            refund.say("refused", dead, reason="other", detail=evil)
            fraud.say("dead_lettered", dead, reason=evil[:60], detail=evil)
            if i % 2:
                try:
                    cls.ask.decide(held, action="reject", note=evil)
                except Refused:  # too long for a note
                    cls.ask.decide(held, action="reject", note=evil[:60])
        for one in (fraud, refund):
            one.close()

    def run_seam(self, *words):
        done = subprocess.run([BIN] + list(words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=30,
                              env=dict(os.environ, SEAM_HUB=self.hub.control, HOME=self.home, LC_ALL="C.UTF-8"),
                              check=False)
        return done.stdout, done.stderr

    def test_commands(self):
        words = [["ls", what] for what in ("review", "dead", "agents", "edges", "handoffs", "contracts", "incidents",
                                           "hooks", "mutes")]
        words += [["show", "%s-%d" % (kind, i)] for kind in "hd" for i in range(len(TEXTS))]
        words += [["tail", "--limit", "300"], ["counters"], ["ping"], ["audit"], ["approve", "h-1"],
                  ["claim", "d-0\x1b[2J"], ["show", "\x1b]0;x\x07"], ["ls", "\x1b[31m"], ["\x1b[31m"]]
        seen = 0
        for command in words:
            out, err = self.run_seam(*command)
            seen += len(out)
            assert_plain(self, out, command)
            assert_plain(self, err, command)
        self.assertGreater(seen, 20000)

    def test_json(self):
        for command in (["ls", "--json", "dead"], ["ls", "--json", "agents"], ["show", "--json", "h-0"], ["audit", "--json"],
                        ["tail", "--json"]):
            out, err = self.run_seam(*command)
            for raw in (out, err):
                self.assertIsNone(re.search(b"[\x00-\x09\x0b-\x1f\x7f]", raw), command)

    def test_recording(self):
        """What is exported is what was said, byte for byte (as JSON: no control); what reads it again cleans it."""
        path = os.path.join(scratch("export-"), "night.jsonl")
        self.run_seam("export", "--output", path)
        with open(path, "rb") as recording:
            self.assertIsNone(re.search(b"[\x00-\x09\x0b-\x1f]", recording.read()))
        for command in (["contract", "lint", path], ["contract", "infer", path, "--edge", "fraud>refund"], ["stats", path],
                        ["audit", path]):
            out, err = self.run_seam(*command)
            assert_plain(self, out, command)
            assert_plain(self, err, command)

    def test_console(self):
        """Every screen, pages and sheets open: the bytes are ours, and text."""
        for glyphs in ("utf8", "ascii"):
            one = Terminal([BIN, "--hub", self.hub.control, "--operator", "mira", "--glyphs", glyphs], rows=50, columns=140,
                           HOME=self.home, XDG_STATE_HOME=self.home, XDG_CACHE_HOME=self.home)
            self.addCleanup(one.kill)
            one.shows("LIVE")
            for keys in ("1j", "2j\r", "3jj\r]]]", "\x1b", "4j\rl", "j\r", "\x1b", "6j\r", "7kkk", "cp", "ce", "3cr", "cs",
                         "3A", "\x1b", "3R", "\x1b", "4X", "\x1b", "?", "\x1b", ":sent\r", "\x1b", "/\x1b"):
                for key in keys if keys[0] != ":" else [keys]:
                    one.type(key)
                    one.read(0.02)
            one.type("7")
            one.shows("LOG")
            one.end()
            # a copy (OSC 52) is base64 and ours; the rest is what a console writes
            text = re.sub("\033\\]52;c;[A-Za-z0-9+/=]*\a", "", one.text())
            text = OURS.sub("", text)
            self.assertNotIn("\033", text, repr(text[max(0, text.find("\033") - 80):text.find("\033") + 40]))
            assert_plain(self, re.sub("[\r\b\t\a]", "", text).encode(), "the console")
            with open(os.path.join(self.home, "seam", "clip"), "rb") as clip:
                assert_plain(self, clip.read(), "the clip")


if __name__ == "__main__":
    unittest.main()
