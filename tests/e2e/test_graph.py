#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The flow graph as a file: `seam graph` and `:export`, read by those who parse such files; and
its layout, which is kept from one session to the next."""
import glob
import json
import os
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as xml

from agent import BIN, Agent, Hub, scratch, until
from hostile import files
from tmux import Screen

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "screens", "data")
NIGHT = os.path.join(DATA, "night.jsonl")
WIDE = os.path.join(DATA, "wide.jsonl")
SVG = "{http://www.w3.org/2000/svg}"


def graph(path, form, *more, cwd=None):
    done = subprocess.run([BIN, "graph", path, "--format", form, *more], cwd=cwd, timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
    return done.stdout.decode()


def dot_parses(text):
    """By Graphviz where it is installed; its plain output has a line for each node and edge."""
    if shutil.which("dot") is None:
        return None
    done = subprocess.run(["dot", "-Tplain"], input=text.encode(), timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 0, done.stderr.decode()
    words = [line.split(" ", 1)[0] for line in done.stdout.decode().splitlines()]
    return words.count("node"), words.count("edge")


STRING = r'"(?:[^"\\\n]|\\.)*"'
ATTRIBUTES = r'\[(?:\w+=(?:%s|\w+),?)+\]' % STRING
STATEMENT = re.compile(r'  (?:n\d+ -> n\d+|n\d+|graph|node|edge) %s;' % ATTRIBUTES)
MERMAID = re.compile(r'  (?:n\d+\["[^"`{}%\\]*"\](?::::\w+)?'
                     r'|n\d+ (?:-->|-\.->|==>)(?:\|"[^"`{}%\\]+"\|)? n\d+'
                     r'|linkStyle \d+ [\w:#,-]+(?: \d+)?|classDef \w+ [\w:#,-]+(?: \d+[\w:#,-]*)?'
                     r'|%% [^{}]*)')


class Graph(unittest.TestCase):
    def check_dot(self, text, nodes, edges):
        lines = text.splitlines()
        self.assertRegex(lines[0], r'^digraph %s \{$' % STRING)
        self.assertEqual(lines[-1], "}")
        for line in lines[1:-1]:
            self.assertRegex(line, STATEMENT)
        self.assertEqual(sum(" -> " in re.sub(STRING, "", line) for line in lines), edges)
        self.assertIn(dot_parses(text), (None, (nodes, edges)))

    def check_mermaid(self, text, nodes, edges):
        head, body = text.split("flowchart LR\n")
        self.assertRegex(head, r'^---\ntitle: %s\n---\n$' % STRING)
        for line in body.splitlines():
            self.assertIsNotNone(MERMAID.fullmatch(line), line)
        self.assertEqual(len(re.findall(r'^  n\d+\[', body, re.M)), nodes)
        self.assertEqual(len(re.findall(r'^  n\d+ [-=]', body, re.M)), edges)

    def check_svg(self, text, *words):
        root = xml.fromstring(text.encode())
        self.assertEqual(root.tag, SVG + "svg")
        width, height = float(root.get("width")), float(root.get("height"))
        for run in root.iter(SVG + "text"):
            self.assertLessEqual(float(run.get("x")) + float(run.get("textLength")), width)
            self.assertLessEqual(float(run.get("y")), height)
        said = [run.text for run in root.iter(SVG + "text")]
        for word in words:
            self.assertTrue(any(word in one for one in said), "%r in %r" % (word, said))
        return root

    def test_all_formats(self):
        for path, nodes, edges in ((NIGHT, 14, 19), (WIDE, 60, 106)):
            with self.subTest(path):
                self.check_dot(graph(path, "dot"), nodes, edges)
                self.check_mermaid(graph(path, "mmd"), nodes, edges)
                self.check_svg(graph(path, "svg"), "TROUBLE")
                self.assertIn("TROUBLE", graph(path, "txt"))

    def test_every_agent_is_there(self):
        for form in ("txt", "svg", "dot", "mmd"):
            text = graph(NIGHT, form)
            for name in ("intake", "triage", "kyc", "billing", "ledger", "reviewer", "audit",
                         "billing&gt;ledger" if form == "svg" else "38 of 38 refused"):
                self.assertIn(name, text, form)
            self.assertIn("2026-11-23T03:12:40Z", text)

    def test_at(self):
        self.assertNotIn("billing>ledger", graph(NIGHT, "txt", "--at", "03:02:00"))
        done = subprocess.run([BIN, "graph", NIGHT, "--format", "png"], stderr=subprocess.PIPE,
                              stdout=subprocess.PIPE, check=False, timeout=30)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"txt, svg, html, dot or mmd", done.stderr)

    def test_a_name_that_tries_to_get_out(self):
        """A mesh may be called anything: a recording's is that of its file."""
        where = scratch("graph-")
        forms = ("dot", "mmd", "svg", "txt")
        for i, case in enumerate(files()):
            path = os.path.join(where.encode(), case.data)
            os.symlink(NIGHT, path)
            # each as one of the four, and what is meant for one as that one too
            wanted = {forms[i % 4], {"dot": "dot", "mermaid": "mmd", "html": "svg"}.get(case.kind, "txt")}
            with self.subTest(case.name):
                for form in wanted:
                    said = graph(b"./" + case.data, form, cwd=where)
                    if form == "dot":
                        self.check_dot(said, 14, 19)
                    elif form == "mmd":
                        self.check_mermaid(said, 14, 19)
                    else:
                        title = said if form == "txt" else self.check_svg(said).find(SVG + "title").text
                        self.assertIn(case.seen[:40], title)
            os.remove(path)


class Export(unittest.TestCase):
    """`:export` in a console: what it says is what was done."""

    def setUp(self):
        self.where, home = scratch("export-"), scratch("home-")
        folders = {"XDG_%s_HOME" % name: home for name in ("STATE", "CONFIG", "CACHE", "DATA")}
        self.screen = Screen(["sh", "-c", 'cd "$1" && exec "$2" replay "$3"', "sh", self.where,
                              BIN, NIGHT], 120, 36, env=dict(folders, HOME=self.where))
        self.addCleanup(self.screen.close)
        self.screen.shows("event 1 of 935")
        self.screen.type(":goto 935")
        self.screen.keys("Enter")
        self.screen.shows("at the end")
        self.screen.keys("2")
        self.screen.shows("FLOW  as of")

    def run_command(self, line, *words):
        self.screen.type(":" + line)
        self.screen.keys("Enter")
        return self.screen.shows(*words)

    def read(self, name):
        with open(os.path.join(self.where, name), encoding="utf-8") as f:
            return f.read()

    def test_files(self):
        self.run_command("export flow.svg", "wrote ", "/flow.svg")
        self.assertTrue(self.read("flow.svg").endswith("</svg>\n"))
        self.run_command("export flow.svg", "flow-2.svg (the name was taken)")
        self.assertEqual(self.read("flow.svg"), self.read("flow-2.svg"))
        self.run_command("export flow.dot", "/flow.dot")
        self.assertIn(dot_parses(self.read("flow.dot")), (None, (14, 19)))
        self.run_command("export flow.mmd ~/mine.md", "/mine.md")
        self.assertIn("flowchart LR", self.read("mine.md"))
        self.run_command("export screen.txt", "/screen.txt")
        self.assertIn("TROUBLE", self.read("screen.txt"))
        self.run_command("export screen.svg", "/screen.svg")
        xml.fromstring(self.read("screen.svg").encode())

    def test_nothing_is_overwritten(self):
        with open(os.path.join(self.where, "mine.txt"), "w", encoding="utf-8") as f:
            f.write("kept")
        os.symlink("nowhere", os.path.join(self.where, "link.txt"))
        self.run_command("export flow.txt mine.txt", "nothing written", "not overwritten")
        self.assertEqual(self.read("mine.txt"), "kept")
        self.run_command("export flow.txt link.txt", "nothing written: link.txt")
        self.assertFalse(os.path.exists(os.path.join(self.where, "nowhere")))
        self.run_command("export flow.txt none/x.txt", "nothing written", "No such file")
        self.run_command("export flow.png", "nothing written: export takes flow.svg")
        self.run_command("export screen.dot", "nothing written: export takes flow.svg")
        self.run_command("export flow.txt /dev/full", "nothing written")
        self.assertTrue(os.path.exists("/dev/full"))
        self.assertEqual(sorted(os.listdir(self.where)), ["link.txt", "mine.txt"])


class Kept(unittest.TestCase):
    """The same mesh looks the same at the next page, whatever came last."""

    def setUp(self):
        self.home = scratch("home-")
        self.hub = Hub().start()
        self.addCleanup(self.hub.stop)
        self.made = 0

    def offer(self, giver, taker):
        self.made += 1
        one = Agent(self.hub, giver)
        one.offer("h-%d" % self.made, taker, {"n": self.made})
        one.close()

    def console(self):
        screen = Screen([BIN, "--hub", self.hub.control, "--operator", "mira"], 100, 30,
                        env={"HOME": self.home, "XDG_STATE_HOME": self.home})
        self.addCleanup(screen.close)
        screen.shows("[")
        screen.opens("2", "FLOW  ")
        return screen

    def kept(self):
        """What is kept, once there is a file."""
        files = glob.glob(os.path.join(self.home, "seam", "layout-*.json"))
        if not files:
            return None
        self.assertEqual(len(files), 1)
        with open(files[0], encoding="utf-8") as f:
            return json.load(f)

    def graph(self, screen):
        """The lines of the drawing, without rates."""
        lines = screen.lines()
        body = lines[4:[i for i, line in enumerate(lines) if "TROUBLE" in line][0]]
        return [re.sub(r"\d+/[smh]", "", line).rstrip() for line in body]

    def test_kept(self):
        for giver, taker in (("a", "b"), ("b", "c"), ("a", "d"), ("d", "c")):
            self.offer(giver, taker)
        first = self.console()
        first.shows("FLOW  4 agents  4 edges", "►")
        until(self.kept, "the layout is kept")
        # goes backwards, and a new one: both are added to what is pinned
        self.offer("c", "early")
        self.offer("early", "a")
        first.shows("FLOW  5 agents  6 edges")
        until(lambda: len(self.kept()["agents"]) == 5 and len(self.kept()["steps"]) > 2,
              "what came later is kept")
        first.shows("early")
        graph = self.graph(first)
        first.close()
        second = self.console()
        second.shows("FLOW  5 agents  6 edges", "early")
        self.assertEqual(self.graph(second), graph)
        # laid out anew: kept as well
        second.keys("L")
        second.shows("laid out anew")
        until(lambda: len(self.kept()["steps"]) == 2, "the new layout is kept")
        self.assertEqual(os.stat(glob.glob(os.path.join(self.home, "seam", "layout-*"))[0]).st_mode
                         & 0o777, 0o600)


if __name__ == "__main__":
    unittest.main()
