# SPDX-License-Identifier: MIT
"""
Each of fixtures/hostile on its way out of the terminal: hooks and what they are given, requests of `seam notify`, the
hub's own words, files that a console writes, its clipboard, and exports, each read by who really reads such files.
"""
import base64
import html.parser
import json
import os
import re
import subprocess
import unittest
import xml.etree.ElementTree as xml

import check
import hooks
import hostile
from agent import BIN, Agent, Control, Hub, Refused, compact, scratch, until
from test_notify import TOLD, Case as NotifyCase
from test_terminal import Terminal

CASES = [one for one in hostile.CASES if one.text is not None]
CONTRACT = check.contract("c", "planner", "deployer", summary="{/x}", scope={"represents": "x", "excludes": ["y"]})


class Hooks(unittest.TestCase):
    def test_argv_and_environment(self):
        """No word of the mesh is in either; on standard input each is there, to the character."""
        program = hooks.Program()
        hub = Hub([CONTRACT], options=["--on-escalate", program.path])
        self.addCleanup(hub.stop)
        hub.start()
        planner = Agent(hub, "planner")
        self.addCleanup(planner.close)
        notes = {}
        for i, case in enumerate(CASES[::2]):
            planner.offer("h-%d" % i, "deployer", check.artifact(check.LOW, x=case.text), contract="c/1.0.0",
                          subject="inc-%d" % i)
            try:
                planner.decide("h-%d" % i, "escalate", note=case.text)
                notes["h-%d" % i] = case
            except Refused:
                planner.decide("h-%d" % i, "escalate")
        self.assertGreater(len(notes), 50)
        runs = program.wait(len(CASES[::2]), 60)
        names = set(os.environ) | {"SEAM_KEY"}
        for run in runs:
            self.assertEqual(run["argv"], [])
            for name, value in run["environment"].items():
                self.assertTrue(name in names or re.fullmatch("SEAM_[A-Z_]+|LC_CTYPE|PWD|SHLVL|_", name), name)
                if os.environ.get(name) != value:
                    self.assertRegex(value, r"\A[A-Za-z0-9._:/@+-]*\Z", name)
            told = run["input"]
            if told["handoff"] in notes:
                self.assertEqual(told["note"], notes[told["handoff"]].text)
            self.assertEqual(told["artifact"]["x"], CASES[::2][int(told["handoff"][2:])].text)


class Notify(NotifyCase):
    def test_requests(self):
        """One request each with the headers that it always has, whatever words are in its body."""
        for to in (self.page, lambda **more: self.notify("webhook", **more)):
            usual = None
            for case in CASES[::3]:
                told = dict(TOLD, note=case.text, summary=case.text, incident=case.text, by=case.text,
                            **{"from": case.text, "to": case.text})
                self.server.came.clear()
                status, out, err = to(told=told)
                self.assertEqual((status, len(self.server.came)), (0, 1), (case.name, err))
                hostile.assert_plain(self, (out + err).encode(), case.name)
                path, headers, body = self.server.came[0]
                usual = usual or (path, set(headers))
                self.assertEqual((path, set(headers)), usual, case.name)
                for name, value in headers.items():
                    self.assertTrue(value.isascii() and value.isprintable(), (name, value))
                self.assertIsInstance(json.loads(body), dict)


class Page(html.parser.HTMLParser):
    """What a browser would find: elements, attributes, text."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text, self.within = set(), set(), "", None

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.within = tag
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        if self.within != "style":
            self.text += data

    def handle_comment(self, data):
        raise AssertionError("a comment: " + data)

    def handle_pi(self, data):
        raise AssertionError("an instruction: " + data)

    unknown_decl = handle_pi


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hub = Hub([CONTRACT]).start()
        cls.addClassCleanup(cls.hub.stop)
        fraud, ask = Agent(cls.hub, "planner"), Control(cls.hub.control)
        for one in (fraud, ask):
            cls.addClassCleanup(one.close)
        for i, case in enumerate(CASES):
            offer = fraud.offer_event("d-%d" % i, "deployer", check.artifact(check.HIGH, x=case.text), contract="c/1.0.0",
                                      subject="INC-1")
            try:
                fraud.publish(offer)
                fraud.say("dead_lettered", "d-%d" % i, reason=case.text[:60], detail=case.text)
                ask.ask("annotate", what="incident", name="INC-1", note=case.text, operator="mira")
            except Refused:
                pass
        for case in hostile.CASES:  # what is no event, no request, no text
            for raw in (case.data, b'{"op":"' + case.data + b'"}'):
                ask.publish_raw(raw)
        for text in hostile.spelled().values():
            event = compact(fraud.event("agent.hello", {"agent": "planner", "version": "@"}))
            reply = fraud.publish_raw(event.replace(b'"@"', text.encode()))
            assert reply.get("ok") is not True, text

    def test_words_of_the_hub(self):
        """What it says on standard error, of contract files too."""
        for case in hostile.files():
            path = os.path.join(self.hub.contracts.encode(), case.data[:100] + b".json")
            with open(path, "wb") as out:
                out.write(b'{"contract":"' + case.data + b'"')
        until(lambda: os.path.getsize(self.hub.errors) > 2000, "the hub has looked", 15)
        with open(self.hub.errors, "rb") as said:
            hostile.assert_plain(self, said.read(), "standard error of the hub")

    def console(self, where):
        env = {"HOME": where, "XDG_STATE_HOME": where, "XDG_CACHE_HOME": where, "XDG_CONFIG_HOME": where}
        one = Terminal(["sh", "-c", "cd \"$1\" && exec \"$2\" --hub \"$3\" --operator mira", "sh", where, BIN,
                        self.hub.control], rows=60, columns=200, **env)
        self.addCleanup(one.kill)
        one.shows("LIVE")
        return one

    def run_command(self, one, line, badge="LIVE"):
        one.type(line + "\r")
        at = one.text().count(badge)
        one.type("\x0c")
        until(lambda: one.read() and one.text().count(badge) > at, "an answer", 10)

    def test_exports(self):
        where = scratch("out-")
        one = self.console(where)
        for key in ("4", "5", "7"):
            one.type(key)
            for name in ("screen.html", "screen.svg", "screen.txt", "flow.html", "flow.svg", "flow.txt", "incident.md"):
                self.run_command(one, ":export " + name)
        one.end()
        written = sorted(os.listdir(where))
        for name in ("screen-3.html", "flow-3.html", "screen-3.svg", "incident.md"):
            self.assertIn(name, written)
        for name in written:
            self.assertRegex(name, r"\A[a-z]+(-\d)?\.(html|svg|txt|md)\Z|\Aseam\Z")
            if name == "seam":
                continue
            with open(os.path.join(where, name), "rb") as file:
                raw = file.read()
            hostile.assert_plain(self, raw, name)
            if name.endswith(".svg"):
                kinds = {element.tag.rsplit("}", 1)[1] for element in xml.fromstring(raw).iter()}
                self.assertLessEqual(kinds, {"svg", "title", "style", "text", "rect", "path", "g", "tspan"})
            elif name.endswith(".html"):
                page = Page()
                page.feed(raw.decode())
                page.close()
                self.assertEqual(page.tags, {"html", "head", "meta", "title", "style", "body", "pre", "span"})
                self.assertLessEqual(page.attributes, {"lang", "charset", "http-equiv", "content", "name", "class"})
                self.assertIn(b"default-src 'none'", raw)
            elif name.endswith(".md"):
                hostile.assert_inert(self, raw.decode())
                self.assertGreater(raw.count(b"\n"), 300)

    def test_screen_is_what_is_seen(self):
        """The HTML of a screen has the text of the same screen as text."""
        where = scratch("out-")
        one = self.console(where)
        one.type("4p")
        for name in ("screen.html", "screen.txt"):
            self.run_command(one, ":export " + name, "FROZEN")
        one.end()
        page = Page()
        with open(os.path.join(where, "screen.html"), encoding="utf-8") as file:
            page.feed(file.read())
        with open(os.path.join(where, "screen.txt"), encoding="utf-8") as file:
            rows = [line.rstrip() for line in file.read().splitlines() if "<" in line or "&" in line]
        self.assertGreater(len(rows), 3)
        said = {line.rstrip() for line in page.text.split("\n")}
        self.assertEqual([line for line in rows if line not in said], [])

    def test_clipboard_and_copies(self):
        """What `c` copies, and what `X` keeps: text in the one, names of ours for the other."""
        where = scratch("out-")
        one = self.console(where)
        one.type(":set osc52 on\r4")
        for _ in range(12):
            one.type("j")
            one.read(0.02)
            for keys in ("cc", "ce", "cs", "ci", "cd", "cp"):
                one.type(keys)
                one.read(0.02)
        one.end()
        found = re.findall("\033\\]52;c;([A-Za-z0-9+/=]+)\a", one.text())
        self.assertGreater(len(found), 10)
        for text in found:
            hostile.assert_plain(self, base64.b64decode(text), "clipboard")
        for title in re.findall("\033\\][012];([^\a]*)\a", one.text()):
            self.assertTrue(title.isascii() and title.isprintable(), title)
        for folder, _, names in os.walk(where):
            for name in names:
                self.assertRegex(name, r"\A[A-Za-z0-9._-]+\Z", folder)

    def test_docs(self):
        """`seam contract docs`, with each of them wherever a contract has words."""
        folder = scratch("docs-")
        for i, case in enumerate(CASES):
            words = case.text
            schema = {"type": "object", "properties": {words: {"type": "string", "description": words}},
                      "required": [words]}
            made = check.contract("x%d" % i, "a", "b", schema=schema, owners={"a": words}, summary=words,
                                  scope={"represents": words or "x", "excludes": [words or "x"]},
                                  value={"at": "/v", "unit": words})
            with open(os.path.join(folder, "c%d.json" % i), "w", encoding="utf-8") as out:
                json.dump(made, out)
        done = subprocess.run([BIN, "contract", "docs", folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=30,
                              check=False)
        hostile.assert_plain(self, done.stdout, "docs")
        hostile.assert_plain(self, done.stderr, "docs")
        hostile.assert_inert(self, done.stdout.decode())
        self.assertGreater(done.stdout.count(b"\n## "), 100)


if __name__ == "__main__":
    check.main()
