#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The pages that users read are true: their examples run, their queries find something, and what
they name is what there is.

    UPDATE=1 tests/e2e/test_readme.py       writes the tables that are generated, and docs/seam.1
"""
import contextlib
import hashlib
import json
import os
import queue
import re
import shlex
import shutil
import subprocess
import sys
import threading

import agent
import check
from agent import Control, Feed, Hub, free_port, until

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
README, PROTOCOL, OPERATING, HACKING, SECURITY = PAGES = (
    "README.md", "docs/PROTOCOL.md", "docs/OPERATING.md", "docs/HACKING.md", "docs/SECURITY.md")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
SPAN = re.compile(r"`([^`\n]+)`")
PLAN = {"plan": "roll back checkout", "confidence": 0.55,
        "fallback": "stop_if_not_progressed_within_30m"}


def read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8") as page:
        return page.read()


def blocks(page, language):
    return [text for kind, text in FENCE.findall(read(page)) if kind == language]


def spans(page):
    """Everything in backticks that is no block."""
    return SPAN.findall(FENCE.sub("", read(page)))


def seam(*words, hub=None, seconds=20):
    env = dict(os.environ, SEAM_OPERATOR="mira")
    if hub is not None:
        env["SEAM_HUB"] = hub.control
    return subprocess.run([agent.BIN] + list(words), stdin=subprocess.DEVNULL, env=env,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=seconds,
                          encoding="utf-8")


# ---------------------------------------------------------------------------------------------
# What the program says of itself


def commands():
    """{name: (operands, help)}, from `seam --help`."""
    listed = seam("--help").stdout.split("commands:\n")[1].split("\n\n")[0]
    found = {}
    for line in listed.splitlines():
        left, text = re.match(r"  (.{26}) (.*)", line).groups()
        name, operands = re.match(r"([a-z-]+(?: [a-z-]+)*) ?(.*)", left.strip()).groups()
        found[name] = (operands, text)
    return found


def options(name):
    """The options of a command, "" for the console."""
    text = seam(*name.split(), "--help").stdout if name else \
        seam("--help").stdout.split("usage: seam [OPTION...]\n")[1]
    return set(re.findall(r"^  --([a-z-]+)", text, re.M))


# ---------------------------------------------------------------------------------------------
# The generated tables of the README


SHOWN = (                      # of the table of actions
    ("", "APPROVE REJECT ESCALATE HOLD REQUEUE DISCARD UNDO"),
    ("", "SCREEN DOWN UP OPEN BACK NEXT_PANE NEXT_TAB FILTER CAUSE JUMP_BACK JUMP_ON NEXT_TROUBLE TROUBLE VIEW EGO MARK "
         "FREEZE CLOCK COPY REVERSE REWIND MOUSE COMMAND HELP"),
    ("in a recording: ", "PLAY STEP STEP_BACK FORWARD BACKWARD NEXT_POINT PREV_POINT FASTER SLOWER "
                         "SET_MARK"))


def actions():
    """{name: (keys, help)}, from views/actions.c."""
    rows = re.findall(r"\[ACTION_(\w+)\] = \{(.*?)(?:\.modes|RECORDED)", read("views/actions.c"), re.S)
    found = {}
    for name, body in rows:
        keys = re.search(r'\.keys = "([^"]*)"', body).group(1).split()
        text = re.search(r'\.help = ((?:"[^"]*"\s*)+)', body).group(1)
        found[name] = (keys, "".join(re.findall(r'"([^"]*)"', text)))
    return found


def key_table():
    rows = actions()
    lines = ["| key | does |", "|---|---|"]
    for prefix, names in SHOWN:
        for name in names.split():
            keys, text = rows[name]
            lines.append("| %s | %s%s |" % (" ".join("`%s`" % key for key in keys), prefix,
                                            text.replace("|", "\\|")))
    return "\n".join(lines) + "\n"


def command_table():
    lines = ["| command | |", "|---|---|", "| `seam` | the console: finds the hub or starts it |"]
    for name, (operands, text) in commands().items():
        lines.append("| `%s` | %s |" % (("seam %s %s" % (name, operands)).strip(),
                                        text.replace("|", "\\|")))
    return "\n".join(lines) + "\n"


def sign_table():
    """From views/signs.c."""
    body = read("views/signs.c").split("signs[] = {")[1].split("{ NULL, NULL }")[0]
    lines = ["| sign | means |", "|---|---|"]
    for sign, text in re.findall(r'\{ "([^"]*)",\s*((?:"[^"]*"\s*)+)\}', body):
        lines.append("| `%s` | %s |" % (sign, "".join(re.findall(r'"([^"]*)"', text))))
    return "\n".join(lines) + "\n"


def field_table():
    """From mesh/query_field.c."""
    body = read("mesh/query_field.c").split("query_fields[QUERY_NAMES] = {")[1]
    kinds = dict(H="handoffs", E="edges", A="agents", C="contracts", G="groups", L="events", F="findings", I="incidents")
    signs = dict(WORDS="`:` `=` `!=` `:~`", ORDINAL="`:` `=` `!=` `<` `>`")
    lines = ["| field | takes | of | is |", "|---|---|---|---|"]
    for name, also, kind, of, text in re.findall(
            r'\[QUERY_\w+\] = \{ "(\w+)",\s*(NULL|"\w+"),\s*QUERY_(\w+),\s*([A-Z |]+),\s*(?:true|false),'
            r'\s*(?:NULL|"\w+"),\s*((?:"[^"]*"\s*)+)\}', body):
        lines.append("| `%s`%s | %s | %s | %s |" % (
            name, "" if also == "NULL" else " `%s`" % also.strip('"'), signs.get(kind, "`<` `<=` `>` `>=` `=` `!=`"),
            ", ".join(kinds[one.strip()] for one in of.split("|")), "".join(re.findall(r'"([^"]*)"', text))))
    return "\n".join(lines) + "\n"


MANUAL = "docs/seam.1"
GENERATED = {"keys": (README, key_table), "commands": (README, command_table),
             "signs": (OPERATING, sign_table), "fields": (OPERATING, field_table)}


def marked(name):
    return re.compile(r"(<!-- %s -->\n)(.*?)(<!-- /%s -->)" % (name, name), re.S)


def update():
    for name, (where, make) in GENERATED.items():
        table = make()
        text = marked(name).sub(lambda found, table=table: found[1] + table + found[3], read(where))
        with open(os.path.join(ROOT, where), "w", encoding="utf-8") as page:
            page.write(text)
    with open(os.path.join(ROOT, MANUAL), "w", encoding="utf-8") as page:
        done = seam("--man")
        done.check_returncode()
        page.write(done.stdout)


# ---------------------------------------------------------------------------------------------
# Examples


class Program:
    """An example as a process; its lines are waited for, never for ever."""

    def __init__(self, hub, path, *words):
        self.process = subprocess.Popen([sys.executable, path] + list(words),
                                        env=dict(os.environ, SEAM_HUB=hub.control),
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, encoding="utf-8")
        self.said, self.lines = [], queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        with self.process.stdout as stream:
            for line in stream:
                self.lines.put(line.rstrip("\n"))

    def says(self, pattern, seconds=15.0):
        """The first line, of those not looked at yet, that the pattern is found in."""
        def look():
            with contextlib.suppress(queue.Empty):
                while True:
                    self.said.append(self.lines.get_nowait())
                    if re.search(pattern, self.said[-1]):
                        return self.said[-1]
            return None

        try:
            return until(look, "a line with %r" % pattern, seconds)
        except AssertionError as late:
            raise AssertionError("%s; it said %r" % (late, self.said)) from None

    def ends(self, seconds=15.0):
        if self.process.wait(seconds) != 0:
            raise AssertionError("ended with %d, said %r" % (self.process.returncode,
                                                            list(self.lines.queue)))

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)


class Case(check.PeersCase):
    def hub(self, *contracts, **more):
        made = Hub(contracts, **more)
        self.addCleanup(made.stop)
        return made.start()

    def program(self, hub, path, *words):
        made = Program(hub, path, *words)
        self.addCleanup(made.close)
        return made

    def journaled(self, ask, kind, **data):
        def look():
            return [event for event in ask.all_events() if event["type"] == kind
                    and all(event["data"].get(key) == value for key, value in data.items())]
        return until(look, "%s with %s in the journal" % (kind, data))[0]


def contract_of(page):
    found = [value for value in map(json.loads, blocks(page, "json")) if "contract" in value]
    assert len(found) == 1, page
    return found[0]


class Readme(Case):
    def setUp(self):
        self.own = self.hub(contract_of(README))
        self.ask = self.control(self.own)
        self.path = os.path.join(self.own.folder, "planner.py")
        with open(self.path, "w", encoding="utf-8") as out:
            out.write(blocks(README, "python")[0])

    def waiting(self):
        return until(lambda: self.ask.list("review")["items"], "it waits")[0]["handoff"]

    def decide(self, *words):
        done = seam(*words, hub=self.own)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_eighteen_lines(self):
        self.assertEqual([len(text.splitlines()) for text in blocks(README, "python")], [18])

    def test_hub_killed(self):
        """What waits for an answer asks again, and the next hub has what it is about."""
        hub = self.hub(contract_of(README), ports=[free_port() for _ in range(3)])
        program = self.program(hub, self.path)
        handoff = until(lambda: json.loads(seam("ls", "review", "--json", hub=hub).stdout)["items"],
                        "it waits")[0]["handoff"]
        program.says("waits for a human")
        hub.kill9()
        hub.start()
        done = seam("approve", handoff, hub=hub)
        self.assertEqual(done.returncode, 0, done.stderr)
        program.says("^approved by mira: no note$", 30)
        program.ends()

    def test_approved(self):
        program = self.program(self.own, self.path)
        handoff = self.waiting()
        self.assertIn(handoff, seam("ls", "review", hub=self.own).stdout)
        self.decide("approve", handoff, "--note", "go")
        program.says("^approved by mira: go$")
        program.ends()
        self.journaled(self.ask, "seam.delivery.applied", handoff=handoff, agent="planner")

    def test_rejected(self):
        program = self.program(self.own, self.path)
        self.decide("reject", self.waiting(), "--note", "not now")
        program.says("^rejected by mira: not now$")
        program.ends()

    def test_without_a_note(self):
        program = self.program(self.own, self.path)
        self.decide("approve", self.waiting())
        program.says("^approved by mira: no note$")
        program.ends()

    def test_nobody_acts(self):
        quick = self.hub(contract_of(README), options=("--clock-rate", "600"))
        program = self.program(quick, self.path)
        program.says("^stopped by its fallback: no note$")
        program.ends()

    def test_contracts(self):
        """Line by line, as a newcomer does it; then the first contract judges, and holds nothing."""
        self.program(self.own, self.path)
        self.waiting()
        folder = agent.scratch()
        os.symlink(agent.BIN, os.path.join(folder, "seam"))
        os.symlink(self.own.contracts, os.path.join(folder, "contracts"))
        lines = [text for text in blocks(README, "sh") if "contract infer" in text][0].splitlines()
        said = {}
        for line in lines:
            done = subprocess.run(["bash", "-c", line], cwd=folder, env=dict(os.environ, SEAM_HUB=self.own.control), timeout=30,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
            self.assertEqual(done.returncode, 0, (line, done.stdout, done.stderr))
            said[line.split("#")[0].strip()] = done.stdout
            if line.startswith("cp next/"):
                self.journaled(self.ask, "seam.contract.loaded", file="ticket-1.0.0.json")
        self.assertEqual(said["./seam contract check next"], "2 contracts, 0 faults, 0 doubts\n")
        self.assertIn("1 offer without a contract: judged by the default",
                      said["./seam contract lint --contracts next night.jsonl.zst"])
        self.assertIn("1 the same, 0 changed, 1 new, 0 gone", said["./seam contract diff contracts next"])
        items = self.ask.items("handoffs", filter={"from": "desk"})
        self.assertEqual(sorted((item["contract"] or "", item["state"], item["violation"]) for item in items),
                         [("", "offered", None), ("desk-to-billing/1.0.0", "offered", "/ticket: string, not number")])
        self.assertIn("/ticket: string, not number", said["./seam show ho-7"])

    def test_picture(self):
        """80 columns, 24 rows, of the real program."""
        found = re.search(r"<!-- picture: .*?-->\n```text\n(.*?)```\n<!-- /picture -->", read(README),
                          re.S)
        lines = found[1].splitlines()
        self.assertEqual(len(lines), 24)
        self.assertLessEqual(max(map(len, lines)), 80)

    def test_generated(self):
        for name, (where, make) in GENERATED.items():
            self.assertEqual(marked(name).search(read(where))[2], make(),
                             "UPDATE=1 tests/e2e/test_readme.py writes it")

    def test_manual(self):
        """What make install installs is what the program says of itself, and roff takes it."""
        made = seam("--man")
        self.assertEqual((made.returncode, made.stderr), (0, ""))
        page = made.stdout
        for name in ("KEYS", "SIGNS", "FILTERS", "SEE ALSO"):
            self.assertIn('.SH "%s"' % name, page)
        self.assertEqual(read(MANUAL), page, "UPDATE=1 tests/e2e/test_readme.py writes it")
        self.assertTrue(page.isascii())
        for name in commands():
            self.assertIn("\\fBseam %s\\fR" % name.replace("-", "\\-"), page)
        for lint in (["mandoc", "-T", "lint", "-W", "warning"], ["groff", "-man", "-Tutf8", "-ww", "-z"]):
            if shutil.which(lint[0]):
                done = subprocess.run(lint + [os.path.join(ROOT, MANUAL)], timeout=20, encoding="utf-8",
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                self.assertEqual(done.stdout, "")


class Protocol(Case):
    """The examples of the protocol page, each saved under the name in its first line."""

    @classmethod
    def setUpClass(cls):
        cls.folder = agent.scratch("examples-")
        cls.names = set()
        for text in blocks(PROTOCOL, "python"):
            name = re.match(r"# (\w+\.py): ", text)[1]
            cls.names.add(name)
            with open(os.path.join(cls.folder, name), "w", encoding="utf-8") as out:
                out.write(text)

    def start(self, **changes):
        contract = dict(contract_of(PROTOCOL), **changes)
        hub = self.hub(contract)
        return hub, self.control(hub)

    def example(self, hub, name, *words):
        return self.program(hub, os.path.join(self.folder, name), *words)

    def offer(self, hub, handoff):
        return self.agent(hub, "planner").offer(handoff, "deployer", PLAN,
                                                contract="rollback-plan/1.0.0")

    def test_all_are_run(self):
        self.assertEqual(self.names, {"seamhub.py", "lane.py", "decide.py", "planner.py",
                                      "deployer.py", "putback.py", "follow.py"})

    def test_planner_and_decide(self):
        hub, ask = self.start()
        planner = self.example(hub, "planner.py", "ho-1")
        planner.says("^offered: held$")
        decide = self.example(hub, "decide.py")
        decide.says("^approved$")
        decide.ends()
        planner.says("^approved script by decide.py$")
        planner.ends()
        self.journaled(ask, "seam.delivery.applied", handoff="ho-1", agent="planner")

    def test_planner_survives_the_hub(self):
        hub = self.hub(contract_of(PROTOCOL), ports=[free_port() for _ in range(3)])
        planner = self.example(hub, "planner.py", "ho-1")
        planner.says("^offered: held$")
        hub.kill9()
        hub.start()
        done = seam("approve", "ho-1", "--note", "go", hub=hub)
        self.assertEqual(done.returncode, 0, done.stderr)
        planner.says("^approved mira go$", 30)
        planner.ends()

    def test_planner_is_rejected(self):
        hub, ask = self.start()
        planner = self.example(hub, "planner.py", "ho-1")
        planner.says("^offered: held$")
        ask.decide("ho-1", "reject", note="no")
        planner.says("^rejected mira no$")
        planner.ends()
        self.journaled(ask, "seam.delivery.applied", handoff="ho-1", agent="planner")

    def test_deployer(self):
        hub, ask = self.start(gate="to")
        digest = self.offer(hub, "ho-1")["digest"]
        deployer = self.example(hub, "deployer.py", "ho-1", digest)
        ask.decide("ho-1", "approve")
        deployer.says("^completed$")
        deployer.ends()
        self.journaled(ask, "seam.delivery.applied", handoff="ho-1", agent="deployer")

    def test_deployer_has_another_artifact(self):
        hub, ask = self.start(gate="to")
        self.offer(hub, "ho-1")
        deployer = self.example(hub, "deployer.py", "ho-1", agent.digest({"another": 1}))
        ask.decide("ho-1", "approve")
        deployer.says("^refused$")
        deployer.ends()

    def test_putback(self):
        hub, ask = self.start()
        putback = self.example(hub, "putback.py")
        self.offer(hub, "ho-1")
        ask.decide("ho-1", "approve")
        self.agent(hub, "deployer").say("failed", "ho-1")
        decided = ask.decide("ho-1", "requeue")
        putback.says("^offered again: ho-1 2$")
        self.journaled(ask, "seam.delivery.applied", decision=decided["decision"], agent="planner")
        shown = ask.show("ho-1")
        self.assertEqual((shown["attempt"], shown["state"], shown["contract"]),
                         (2, "held", "rollback-plan/1.0.0"))
        self.assertEqual(shown["artifact"], PLAN)

    def test_lane(self):
        hub, ask = self.start()
        self.example(hub, "lane.py").ends()
        until(lambda: ask.counters()["applied"] == 3, "three events")
        found = ask.items("agents")[0]
        self.assertEqual((found["agent"], found["state"], found["lost"]), ("scanner", "left", 0))

    def test_follow(self):
        hub, ask = self.start()
        follow = self.example(hub, "follow.py")
        follow.says("seam.contract.loaded hub:main$")
        self.offer(hub, "ho-1")
        follow.says("seam.handoff.offered agent:planner$")
        follow.says("seam.handoff.held hub:main$")
        hub.kill9()
        hub.stop()
        follow.says("^no beat for 3 s")

    def test_event_and_digest(self):
        """The event of the page is one; the digest is what the hub says, too."""
        hub, ask = self.start()
        event = [text for text in blocks(PROTOCOL, "json") if '"specversion"' in text][0]
        reply = ask.publish_raw(event.strip().encode())
        self.assertEqual((reply.get("ok"), reply.get("state")), (True, "held"), reply)
        raw, said = re.search(r"The digest of\s+`([^`]*)`\s+is\s+`(sha256:[0-9a-f]{64})`",
                              read(PROTOCOL)).groups()
        self.assertEqual("sha256:" + hashlib.sha256(raw.encode()).hexdigest(), said)
        body = ('{"specversion":"1.0","id":"x","source":"agent:a","type":"seam.handoff.offered","data":'
                '{"handoff":"h","attempt":1,"from":"a","to":"b","artifact":%s}}' % raw)
        self.assertEqual(ask.publish_raw(body.encode())["digest"], said)


# ---------------------------------------------------------------------------------------------
# Names


class Names(Case):
    """What the pages name is what there is, and the other way round."""

    def words_of_shell(self, page):
        """Each simple command of the `sh` blocks as a list of words."""
        for text in blocks(page, "sh"):
            for line in text.splitlines():
                words, lexer = [], shlex.shlex(line, posix=True, punctuation_chars=True)
                lexer.whitespace_split = True
                for word in lexer:
                    if re.fullmatch(r"[|&;()<>]+", word):
                        yield words
                        words = []
                    else:
                        words.append(word)
                yield words

    def uses(self):
        """(page, words behind `seam`) of every command line on the pages."""
        for page in PAGES:
            for words in self.words_of_shell(page):
                if words and words[0] in ("seam", "./seam"):
                    yield page, words[1:]
            for span in spans(page):
                if re.match(r"(\./)?seam( |$)", span):
                    yield page, span.split()[1:]

    def test_commands_and_options(self):
        known = {name: options(name) for name in [""] + list(commands())}
        used, given = set(), set()
        for page, words in self.uses():
            name = "" if not words or words[0].startswith("-") else words[0]
            if name in ("contract", "keys") and len(words) > 1:
                name = " ".join(words[:2])
            if name in ("COMMAND", "contract", "contract VERB", "keys"):
                continue
            self.assertIn(name, known, "%s: seam %s" % (page, " ".join(words)))
            used.add(name)
            for option in re.findall(r"(?:^| )--([a-z-]+)", " ".join(words)):
                if option not in ("help", "version", "man"):
                    self.assertIn(option, known[name], "%s: seam %s" % (page, " ".join(words)))
                    given.add(option)
        for page in (README, PROTOCOL, OPERATING):
            for span in spans(page):
                for option in re.findall(r"^--([a-z-]+)", span):
                    self.assertIn(option, set().union(*known.values()), "%s: %s" % (page, span))
                    given.add(option)
        self.assertEqual(set(known) - used, set(), "commands that no page names")
        self.assertEqual(set().union(*known.values()) - given, set(), "options that no page names")

    def test_types(self):
        there = set(re.findall(r'"(seam\.[a-z_.]+)"', read("mesh/event.c"))) - {"seam."}
        said = {span for span in spans(PROTOCOL)
                if re.fullmatch(r"seam\.[a-z]+(\.[a-z_]+)?", span)}
        self.assertEqual(said, there)

    def test_members_of_events(self):
        there = set(re.findall(r'\{ "(\w+)", FIELD_', read("bus/codec_data.c")))
        self.assertGreater(len(there), 20)
        self.assertEqual(there - set(spans(PROTOCOL)), set())

    def section(self, page, title):
        return re.search(r"^## %s\n(.*?)(?=^## |\Z)" % title, read(page), re.M | re.S)[1]

    def first_column(self, page, title):
        return set(re.findall(r"^\| `(\w+)`", self.section(page, title), re.M))

    def test_operations_and_codes(self):
        there = set(re.findall(r'\{ "(\w+)", op_', read("bus/hub_control.c")))
        codes = set()
        for name in os.listdir(os.path.join(ROOT, "bus")):
            if name.startswith("hub_") and name.endswith(".c"):
                codes |= set(re.findall(r'(?:reply_error(?:_begin)?\(\s*r|deny\(h, r, d),\s*"(\w+)"',
                                        read("bus/" + name)))
        said = self.first_column(PROTOCOL, "Control: requests and replies")
        self.assertEqual(said, there | codes)

    def test_counters(self):
        hub = self.hub()
        there = set(self.control(hub).counters()) - {"rid", "ok", "epoch", "hubsequence", "received"}
        self.assertEqual(self.first_column(OPERATING, "Counters"), there)
        self.assertLessEqual(there | {"received"}, set(spans(PROTOCOL)))

    def test_members_of_replies(self):
        """Every member of every reply stands on the page."""
        hub = self.hub(contract_of(PROTOCOL))
        ask, planner, deployer = self.control(hub), self.agent(hub, "planner"), \
            self.agent(hub, "deployer")
        feed = Feed(hub, "hub")
        self.addCleanup(feed.socket.close)
        replies = [ask.ping(), planner.hello(), ask.counters(), feed.first_beat]
        replies.append(planner.offer("h", "deployer", PLAN, contract="rollback-plan/1.0.0",
                                     subject="inc"))
        decided = ask.decide("h", "approve", artifact=dict(PLAN, plan="edited"))
        replies += [decided, planner.wait("h"), deployer.deliver(decided["decision"])]
        deployer.say("failed", "h")
        replies += [ask.decide("h", "requeue"), planner.wait("h"), ask.show("h"),
                    ask.events_after(limit=1)]
        for what in ("handoffs", "agents", "edges", "incidents", "contracts", "review", "dead"):
            replies.append(ask.list(what))
            replies += ask.list(what)["items"]
        replies.append(ask.call("decide", **ask.decision("h", "approve"))["error"])
        said = set(re.findall(r"\w+", " ".join(spans(PROTOCOL))))
        for reply in replies:
            self.assertLessEqual(set(reply), said)

    def test_links(self):
        anchors = {}
        for page in PAGES + ("CHANGELOG.md",):
            heads = re.findall(r"^#+ (.*)$", FENCE.sub("", read(page)), re.M)
            anchors[os.path.normpath(page)] = {
                re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
        for page in anchors:
            for link in re.findall(r"\]\(([^)\s]+)\)", FENCE.sub("", read(page))):
                if "://" in link:
                    continue
                name, _, anchor = link.partition("#")
                target = os.path.normpath(os.path.join(os.path.dirname(page), name)) if name else page
                self.assertTrue(os.path.exists(os.path.join(ROOT, target)), "%s: %s" % (page, link))
                if anchor:
                    self.assertIn(anchor, anchors[target], "%s: %s" % (page, link))


# ---------------------------------------------------------------------------------------------
# Operating


class Operating(Case):
    def test_queries(self):
        """Each query of the page finds something in a journal where something happened."""
        hub = self.hub(check.contract("c", "planner", "deployer"), options=("--clock-rate", "20"))
        ask, planner = self.control(hub), self.agent(hub, "planner")
        deployer = self.agent(hub, "deployer")
        planner.offer("ho-4711-a", "deployer", check.artifact(check.LOW), contract="c/1.0.0")
        ask.decide("ho-4711-a", "approve", note="seen")
        planner.offer("ho-2", "deployer", check.artifact(check.HIGH, "stop", 1), contract="c/1.0.0")
        deployer.say("progressed", "ho-4711-a")
        deployer.say("accepted", "ho-4711-a")                      # late
        planner.sequence += 3                                       # a gap
        planner.publish(planner.self_event("heartbeat"))
        self.assertEqual(ask.call("publish", event={"no": "event"})["error"]["code"], "malformed")
        self.journaled(ask, "seam.gap")
        self.journaled(ask, "seam.handoff.fallback", handoff="ho-2")
        queries = blocks(OPERATING, "sql")
        self.assertGreaterEqual(len(queries), 5)
        for query in queries:
            done = subprocess.run(["sqlite3", "-readonly", hub.journal, query], timeout=20,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
            self.assertEqual((done.returncode, done.stderr), (0, ""), query)
            self.assertNotEqual(done.stdout, "", query)

    def test_tables(self):
        hub = self.hub()
        for table, columns in re.findall(r"^\| `(events|meta)` \| (.*) \|$", read(OPERATING), re.M):
            done = subprocess.run(["sqlite3", "-readonly", hub.journal,
                                   "SELECT name FROM pragma_table_info('%s')" % table], timeout=20,
                                  stdout=subprocess.PIPE, encoding="utf-8")
            self.assertLessEqual(set(done.stdout.split()), set(SPAN.findall(columns)))

    def test_exit_statuses(self):
        hub = self.hub()
        self.assertEqual(seam("ping", hub=hub).returncode, 0)
        self.assertEqual(seam("show", "nobody", hub=hub).returncode, 1)
        self.assertEqual(seam("reject", "nobody", hub=hub).returncode, 2)
        self.assertEqual(seam("ping", "--hub", "tcp://127.0.0.1:%d" % free_port()).returncode, 3)

    def test_what_it_says_when_it_does_not_start(self):
        hub = self.hub()
        said = [seam("hub", "--journal", hub.journal, "--events", hub.events).stderr]
        lanes = [word for lane in ("events", "control", "feed")
                 for word in ("--" + lane, "tcp://127.0.0.1:*")]
        said.append(seam("hub", "--journal", hub.journal, *lanes).stderr)
        for name, content in (("text", "no database"), ("other.db", None)):
            path = os.path.join(hub.folder, name)
            if content:
                with open(path, "w", encoding="utf-8") as out:
                    out.write(content * 1000)
            else:
                subprocess.run(["sqlite3", path, "CREATE TABLE t(x)"], check=True, timeout=20)
            said.append(seam("hub", "--journal", path, *lanes).stderr)
        said.append(seam("hub", "--journal", hub.journal + "2", *lanes[:4],
                         "--feed", "tcp://0.0.0.0:*").stderr)
        section = read(OPERATING).split("**It does not start.**")[1].split("\n\n")[1]
        for cell in re.findall(r"^\| (`.*`) \|", section, re.M):
            for words in SPAN.findall(cell):
                if "newer" not in words:
                    self.assertTrue(any(words.split("...")[0] in line for line in said),
                                    "%s: %s" % (words, said))


if __name__ == "__main__":
    check.need_binary()
    if os.environ.get("UPDATE") == "1":
        update()
    check.main()
