#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Dead letters put back by canary, on a real hub, in a real terminal: it stops by itself, goes on
when the cause is mended, and after kill -9 of the console; no letter is put back twice."""
import collections
import json
import os
import re
import signal
import threading
import unittest

import check
from agent import BIN, Agent, Control, Hub, NoAnswer, Refused, scratch, until
from tmux import Screen

MANY = 1000


class Mesh:
    """billing offers again what is put back; ledger takes it, or refuses what `bad` says."""

    def __init__(self, hub, contract=None):
        self.contract = contract
        self.hub, self.bad, self.stop = hub, lambda handoff: False, threading.Event()
        self.silent, self.put_back = False, 0
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self):
        billing, ledger = Agent(self.hub, "billing"), Agent(self.hub, "ledger")
        done = set()
        try:
            while not self.stop.wait(0.02):  # as often as until() looks: who asks all the time takes a processor
                try:
                    self._turn(billing, ledger, done)
                except NoAnswer:
                    pass
        finally:
            billing.close()
            ledger.close()

    def _turn(self, billing, ledger, done):
        for event in [] if self.silent else billing.decisions():
            data = event["data"]
            if event["id"] in done or "next_attempt" not in data:
                continue
            done.add(event["id"])
            billing.offer(data["handoff"], "ledger", data["artifact"], attempt=data["next_attempt"],
                          contract=self.contract)
            billing.deliver(data["decision"])
            self.put_back += 1
            if self.bad(data["handoff"]):
                ledger.say("refused", data["handoff"], data["next_attempt"], reason="version", detail="still no")
            else:
                ledger.say("accepted", data["handoff"], data["next_attempt"])

    def end(self):
        self.stop.set()
        self.thread.join(20)


class Ops(unittest.TestCase):
    contracts = ()

    def setUp(self):
        self.home = scratch("home-")
        self.hub = Hub(contracts=self.contracts).start()
        self.addCleanup(self.hub.stop)
        self.ask = Control(self.hub.control)
        self.addCleanup(self.ask.close)
        self.put_back, self.read_to = collections.Counter(), None

    def dead(self, many, name="h-%04d", **artifact):
        billing, ledger = Agent(self.hub, "billing"), Agent(self.hub, "ledger")
        for i in range(many):
            billing.offer(name % i, "ledger", dict({"n": i}, **artifact))
            ledger.say("refused", name % i, reason="version", detail="takes 3, got 4")
        billing.close()
        ledger.close()

    def mesh(self, contract=None):
        mesh = Mesh(self.hub, contract)
        self.addCleanup(mesh.end)
        return mesh

    def console(self, columns=100, rows=30):
        screen = Screen([BIN, "--hub", self.hub.control, "--operator", "mira"], columns, rows,
                        env={"HOME": self.home, "XDG_STATE_HOME": self.home})
        self.addCleanup(screen.close)
        screen.shows("LIVE")
        return screen

    def command(self, screen, words):
        screen.keys(":")
        screen.type(words)
        screen.keys("Enter")

    def begin(self, screen, many, rates=3):
        """The group under the cursor by canary, at 6,000 a minute."""
        self.command(screen, "set undo 0")
        screen.shows("undo")
        screen.keys("4")
        screen.shows("DEAD LETTERS", "{:,}".format(many))
        screen.opens("B", "PUT BACK %d dead letters" % many, "all at once")
        screen.opens("c", "canary: one, ten, then 60 a minute")
        for _ in range(rates):
            screen.keys("r")
        screen.shows("6000 a minute")
        self.number(screen, many)

    @staticmethod
    def number(screen, many):
        """The count of the sheet, then y; it hears nothing in the first quarter of a second."""
        text = str(many)
        screen.opens(text[0], "typed: %s_" % text[0])
        screen.type(text[1:])
        screen.shows("typed: %s_" % text)
        screen.keys("y")
        screen.hides("nothing sent yet")

    def requeued(self):
        """How often each was put back. Reads on from where it was."""
        for event in self.ask.all_events(self.read_to):
            self.read_to = event["hubsequence"]
            if event["type"] == "seam.decision.requeued":
                self.put_back[event["data"]["handoff"]] += 1
        return self.put_back

    def go_on(self, screen):
        """`:ops`, B, the number that it says, y."""
        self.command(screen, "ops")
        screen.shows("OPERATIONS", "STOPPED")
        screen.opens("B", "PUT BACK", "goes on")
        left = re.search(r"PUT BACK (\d+) dead", screen.text())[1]
        self.number(screen, left)
        return int(left)

    def test_stops_goes_on_and_survives(self):
        """1,000 of one cause: 3 of the first 11 bad; mended, killed in the middle, gone on with."""
        self.dead(MANY)
        mesh = self.mesh()
        bad = {"h-0003", "h-0005", "h-0007"}
        mesh.bad = lambda handoff: handoff in bad
        screen = self.console()
        self.begin(screen, MANY)
        self.command(screen, "ops")
        screen.shows("STOPPED: ", "came back bad", seconds=20)
        sent = len(self.requeued())
        self.assertLessEqual(sent, 11)
        mesh.bad = lambda handoff: False
        self.assertEqual(self.go_on(screen), MANY - sent)
        screen.shows("the rest, 6000 a minute", seconds=20)
        until(lambda: len(self.requeued()) > MANY // 4, "a quarter is put back", 30)
        console = screen.process()
        os.kill(console, signal.SIGKILL)
        until(lambda: not os.path.exists("/proc/%d" % console), "the console is gone")
        screen = self.console()
        left = self.go_on(screen)
        self.assertGreater(left, 0)
        until(lambda: len(self.requeued()) == MANY, "all are put back", 60)
        self.command(screen, "ops")
        screen.shows("done", seconds=20)
        self.assertEqual(set(self.requeued().values()), {1})
        self.assertEqual(self.ask.list("dead")["total"], len(bad) - 0)
        screen.keys("Enter")
        screen.shows("taken by ledger", "refused: version, still no")

    def test_nobody_takes_it(self):
        """The first is not taken, the others are not sent; leaving asks."""
        self.dead(30)
        mesh = self.mesh()
        mesh.silent = True
        screen = self.console()
        self.begin(screen, 30)
        until(lambda: len(self.requeued()) == 1, "the first is put back")
        screen.shows("canary: the first", "1 under way")
        screen.keys("1")
        screen.shows("WAITING FOR YOU")
        screen.keys("q")
        screen.shows("under way", "l leave")
        screen.keys("x")
        screen.shows("stays")
        screen.keys("q")
        screen.shows("l leave")
        screen.keys("l")
        screen.shows("ended with 0")
        screen = self.console()
        self.command(screen, "ops")
        screen.shows("STOPPED", "its console was left")
        mesh.silent = False
        self.assertEqual(self.go_on(screen), 29)
        until(lambda: len(self.requeued()) == 30, "all are put back", 30)
        self.assertEqual(set(self.requeued().values()), {1})

    def test_discard_and_restore(self):
        """A copy of all is on the disk first; it brings back what the hub still knows."""
        self.dead(12)
        self.mesh()
        screen = self.console()
        self.command(screen, "set undo 0")
        screen.keys("4")
        screen.shows("DEAD LETTERS  12")
        screen.opens("X", "DISCARD 12 dead letters", "a copy is written first")
        screen.type("from a broken run")
        screen.keys("Tab")
        self.number(screen, 12)
        screen.shows("copy of 12 in", "No dead letters")
        folder = os.path.join(self.home, "seam", "discarded")
        name, = os.listdir(folder)
        path = os.path.join(folder, name)
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
        with open(path, encoding="utf-8") as copy:
            lines = [json.loads(line) for line in copy]
        self.assertEqual([line["handoff"] for line in lines], ["h-%04d" % i for i in range(12)])
        self.assertEqual(lines[3]["event"]["data"]["artifact"], {"n": 3})
        self.assertEqual((lines[3]["note"], lines[3]["reason"]), ("from a broken run", "version"))
        self.assertEqual({self.ask.state(line["handoff"]) for line in lines}, {"discarded"})
        self.ask.decide("h-0007", "requeue", restore=True)
        with open(path, "a", encoding="utf-8") as copy:
            copy.write(json.dumps(dict(lines[0], handoff="h-never", event=""), separators=(",", ":"))[:-2])
        with open(path, "r+b") as copy:  # artifacts may be large: 300 MB of them are no reason not to show it
            copy.seek(300 << 20, os.SEEK_END)
            copy.write(b"\"}\n")
        self.command(screen, "restore")
        screen.shows("COPIES", "13 letters", "mira: from a broken run")
        screen.keys("Enter")
        screen.shows("h-0003", "discarded", "not known any more")
        screen.opens("B", "PUT BACK 11", "all at once")
        self.number(screen, 11)
        until(lambda: len(self.requeued()) == 12, "all are put back")
        self.assertEqual(set(self.requeued().values()), {1})

    def test_no_copy_no_discard(self):
        """Where no copy can be written nothing is discarded."""
        self.dead(3)
        os.makedirs(os.path.join(self.home, "seam"))
        with open(os.path.join(self.home, "seam", "discarded"), "w", encoding="utf-8"):
            pass
        screen = self.console()
        self.command(screen, "set undo 0")
        screen.keys("4")
        screen.shows("DEAD LETTERS  3")
        screen.opens("X", "DISCARD 3 dead letters")
        screen.type("old")
        screen.keys("Tab")
        screen.opens("3", "nothing discarded, no copy")
        self.assertEqual(self.ask.list("dead")["total"], 3)

    def test_undo_and_another_console(self):
        """What is pending can be taken back; what another put back meanwhile is not put back again."""
        self.dead(40)
        self.mesh()
        screen = self.console()
        screen.keys("4")
        screen.shows("DEAD LETTERS  40")
        screen.opens("B", "PUT BACK 40 dead letters")
        screen.opens("c", "canary: one, ten, then 60 a minute")
        self.number(screen, 40)
        screen.shows("begins in")
        screen.keys("u")
        screen.shows("taken back: 40")
        self.assertEqual(self.requeued(), {})
        self.assertEqual(os.path.exists(os.path.join(self.home, "seam", "ops")), False)
        for i in range(20):
            with self.assertRaises(Refused):       # stale is refused, and so never twice
                self.ask.decide("h-%04d" % i, "requeue", digest="sha256:" + "0" * 64)
        self.begin(screen, 40, 3)
        until(lambda: len(self.requeued()) == 40, "all are put back", 30)
        self.assertEqual(set(self.requeued().values()), {1})


class Transform(Ops):
    """821 letters that say `due` where the contract says `due_date`; 9 have no date at all."""
    contracts = (check.contract("invoice", "billing", "ledger", schema={
        "type": "object", "required": ["due_date"], "properties": {"due_date": {"type": "string"}}}),)
    test_stops_goes_on_and_survives = test_nobody_takes_it = test_undo_and_another_console = None
    test_discard_and_restore = test_no_copy_no_discard = None

    def test_812_fit(self):
        billing, ledger = Agent(self.hub, "billing"), Agent(self.hub, "ledger")
        for i in range(821):
            due = 7 if i % 100 == 99 or i == 0 else "2026-12-24"
            billing.offer("h-%04d" % i, "ledger", dict({"due": due}, **check.artifact(n=i)), contract="invoice/1.0.0")
            ledger.say("dead_lettered", "h-%04d" % i, reason="contract", detail="no due_date")
        self.mesh("invoice/1.0.0")
        screen = self.console()
        self.command(screen, "set undo 0")
        screen.keys("4")
        screen.shows("DEAD LETTERS  821", "fits 0 of 821: /due_date: missing (821)", seconds=30)
        screen.opens("e", "CHANGE", "821 letters", "a adds a line")
        screen.keys("a")
        screen.type("rename /due due date")
        screen.keys("Enter")
        screen.shows("too much behind it")
        screen.keys("Enter", "C-u")
        screen.type("rename /due due_date")
        screen.keys("Enter")
        screen.shows("812 fit, 9 still do not", "9  /due_date: number, not string", seconds=30)
        screen.shows("AFTER", '"due_date":7', "does not fit")
        screen.keys("n")
        screen.shows("letter 2 of 821", '"due_date":"2026-12-24"', "fits")
        self.assertEqual(self.requeued(), {})
        screen.opens("B", "PUT BACK 812 dead letters, changed")
        self.number(screen, 812)
        until(lambda: len(self.requeued()) == 812, "those that fit are put back", 60)
        until(lambda: self.ask.state("h-0820") == "accepted", "the last is taken", 30)
        self.assertEqual(set(self.requeued().values()), {1})
        shown = self.ask.show("h-0820")
        self.assertEqual(shown["artifact"], check.artifact(n=820, due_date="2026-12-24"))
        self.assertEqual((shown["attempt"], shown["faults"]), (2, []))
        self.assertEqual(self.ask.list("dead")["total"], 9)


if __name__ == "__main__":
    check.main()
