#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The hub under a service manager, which this test plays: ready, alive, status, reload, stop; the
unit file; and a stop at any time, under load too."""
import json
import os
import re
import shlex
import shutil
import signal
import socket
import sqlite3
import subprocess
import threading
import time
import unittest
import uuid

import agent
import check
from agent import Agent, Hub, compact, until
from check import HIGH, artifact, contract, new_id
from slow import Disk
from stopwatch import Stopwatch

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))


WINDOW = 600                   # requests on their way: more replies than 1,000 a peer are dropped


class Manager:
    """The other end of $NOTIFY_SOCKET: [(when, {name: value})] as `said`."""

    def __init__(self, path):
        self.path, self.said = path, []
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind("\0" + path[1:] if path[0] == "@" else path)
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self):
        while True:
            text = self.socket.recv(4096).decode("utf-8")
            if not text:
                return
            self.said.append((time.monotonic(), dict(line.split("=", 1) for line in text.splitlines())))

    def close(self):
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as end:
            end.sendto(b"", self.socket.getsockname())
        self.thread.join(5)
        self.socket.close()

    def catches_up(self):
        """Has heard what was said until now: one is heard after the other."""
        mark = uuid.uuid4().hex
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as end:
            end.sendto(b"MARK=" + mark.encode(), self.socket.getsockname())
        self.hears("MARK", mark)

    def when(self, name, value=None, after=0.0):
        return [at for at, said in list(self.said) if at > after and name in said
                and (value is None or re.search(value, said[name]))]

    def hears(self, name, value=None, after=0.0, seconds=10):
        """When it was said first after that time."""
        return until(lambda: self.when(name, value, after), "%s=%s in %s" % (name, value, self.said), seconds)[0]


class Case(check.PeersCase):
    def manager(self, path=None):
        made = Manager(path or os.path.join(agent.scratch(), "notify"))
        self.addCleanup(made.close)
        return made

    def hub(self, manager, *contracts, watchdog=0, start=True, **more):
        env = dict(more.pop("env", {}), NOTIFY_SOCKET=manager.path)
        if watchdog:
            env["WATCHDOG_USEC"] = str(int(watchdog * 1e6))
        made = Hub(contracts, env=env, **more)
        self.addCleanup(made.stop)
        return made.start() if start else made.spawn()


class Life(Case):
    def test_ready_status_stopping(self):
        for path in (None, "@seam-test-%d" % os.getpid()):
            manager = self.manager(path)
            hub = self.hub(manager, contract("pq", "p", "q"))
            ready = manager.hears("READY", "^1$")
            manager.hears("STATUS", "^0 wait for a human, 0 dead letters$", ready - 1)
            self.agent(hub, "p").offer(new_id(), "q", artifact(0.1), contract="pq/1.0.0")
            manager.hears("STATUS", "^1 wait for a human")
            self.assertEqual(hub.stop(), 0)
            self.assertGreater(manager.hears("STOPPING", "^1$"), ready)
            self.assertEqual(len(manager.when("READY")), 1)
            self.assertFalse(manager.when("WATCHDOG"))

    def test_reload(self):
        manager = self.manager()
        hub = self.hub(manager)
        ready = manager.hears("READY")
        hub.write_contract(contract("pq", "p", "q"))
        hub.process.send_signal(signal.SIGHUP)
        began = manager.hears("RELOADING", "^1$")
        again = manager.hears("READY", "^1$", ready)
        self.assertGreaterEqual(again, began)
        microseconds = next(int(said["MONOTONIC_USEC"]) for _, said in manager.said if "RELOADING" in said)
        self.assertLess(abs(microseconds / 1e6 - time.monotonic()), 20)
        until(lambda: self.control(hub).items("contracts"), "it was read")

    def test_watchdog(self):
        """As long as the loop turns. A hub that stands still says nothing."""
        manager = self.manager()
        hub = self.hub(manager, watchdog=0.9)
        began = manager.hears("READY")
        with Stopwatch(hub.process.pid) as watch:
            until(lambda: len(manager.when("WATCHDOG")) >= 5, "beats", 10)
        beats = manager.when("WATCHDOG")[:5]
        for before, after in zip([began] + beats, beats):
            self.assertLess(after - before, 0.8 + watch.waited())
        self.assertGreater(beats[-1] - beats[0], 0.7)       # four quarters, not all the time; heard when it was our turn
        hub.process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, hub.process.pid, os.WSTOPPED | os.WNOWAIT)
        manager.catches_up()                                # what was under way has come
        count = len(manager.when("WATCHDOG"))
        time.sleep(1.2)
        manager.catches_up()
        self.assertEqual(len(manager.when("WATCHDOG")), count)
        now = time.monotonic()
        hub.process.send_signal(signal.SIGCONT)
        manager.hears("WATCHDOG", after=now)

    def test_watchdog_of_another(self):
        """$WATCHDOG_PID names who is meant."""
        manager = self.manager()
        self.hub(manager, watchdog=0.3, env={"WATCHDOG_PID": "1"})
        manager.hears("STATUS", "wait for")
        time.sleep(0.5)
        self.assertFalse(manager.when("WATCHDOG"))

    def test_disk_that_fails(self):
        """It says so, and lives on: a restart would not mend it, and end what is still answered."""
        manager = self.manager()
        hub = self.hub(manager, watchdog=0.9)
        manager.hears("WATCHDOG")
        os.rename(hub.journal, hub.journal + ".away")
        said = manager.hears("STATUS", "nothing is accepted: .*moved or deleted")
        until(lambda: len(manager.when("WATCHDOG", after=said)) >= 5, "beats")
        os.rename(hub.journal + ".away", hub.journal)
        manager.hears("STATUS", "wait for a human", after=said)

    def test_disk_that_hangs(self):
        """A commit that does not come back: no beats, and the manager may act."""
        folder = agent.scratch()
        disk = Disk(folder)
        manager = self.manager()
        hub = self.hub(manager, watchdog=1.2, folder=folder, env=disk.env)
        manager.hears("WATCHDOG")
        disk.delay(3000)
        p = self.agent(hub, "p")
        p.send(compact({"op": "publish", "rid": "1", "event": p.self_event("heartbeat")}))
        began = time.monotonic()
        until(lambda: time.monotonic() - max(manager.when("WATCHDOG")) > 1.2, "no beats", 5)
        self.assertLess(max(manager.when("WATCHDOG")) - began, 1.5)
        self.assertIs(p.reply_to("1", 10)["ok"], True)
        manager.hears("WATCHDOG", after=began + 2.5)

    def test_nobody_listens(self):
        """A manager that has gone, or a path that is none, costs nothing."""
        for path in ("/nowhere/notify", "nowhere", "/" + "x" * 200, ""):
            hub = Hub(env={"NOTIFY_SOCKET": path, "WATCHDOG_USEC": "100000"}).start()
            self.addCleanup(hub.stop)
            self.control(hub).ping()
            self.assertEqual(hub.stop(), 0)


class Start(Case):
    """A hub that reads a long journal."""

    ROWS = 250000

    def long_journal(self):
        hub = Hub()
        self.addCleanup(hub.stop)
        hub.start()
        p = self.agent(hub, "p")
        p.publish(p.self_event("heartbeat"))
        hub.stop()
        base = sqlite3.connect(hub.journal)
        with base:
            row = base.execute("select * from events order by hubsequence desc limit 1").fetchone()
            event = json.loads(row[9])
            rows = []
            for number in range(row[0] + 1, self.ROWS):
                event.update(id="x%d" % number, sequence="%020d" % number, hubsequence="%020d" % number)
                rows.append((number,) + row[1:3] + (event["id"],) + row[4:9] + (compact(event).decode(),))
            base.executemany("insert into events values(?,?,?,?,?,?,?,?,?,?)", rows)
        base.close()
        return hub

    def test_long_journal(self):
        hub, manager = self.long_journal(), self.manager()
        hub.env = {"NOTIFY_SOCKET": manager.path}
        # SIGTERM while it is read: at once, and nothing has happened
        for _ in range(2):
            now = time.monotonic()
            hub.spawn()
            manager.hears("EXTEND_TIMEOUT_USEC", "^[0-9]{7,}$", after=now, seconds=20)
            manager.hears("STATUS", "reading the journal", after=now)
            with Stopwatch(hub.process.pid) as watch:
                hub.process.terminate()
                until(lambda: os.waitid(os.P_PID, hub.process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG), "it ends", pause=0.002)
            self.assertLess(watch.took, 0.3)
            self.assertEqual(hub.process.wait(10), 0)
            self.assertFalse(manager.when("READY"))
        hub.start(60)
        self.assertEqual(self.control(hub).counters()["applied"], self.ROWS - 1)
        manager.hears("READY")


class Stop(Case):
    """SIGTERM: in bounded time, and whoever was promised something is answered."""

    def load(self, hub, lanes, seconds):
        """Publishers that do not wait for answers; {rid: id} of what each sent, when it is over."""
        sent, replies, over = {}, {}, threading.Event()

        def publisher(number):
            a = Agent(hub, "p%d" % number)
            last = time.monotonic() + 20
            while time.monotonic() < last:
                if not over.is_set() and len(sent) - len(replies) < WINDOW:
                    event, rid = a.self_event("heartbeat"), a.rid()
                    sent[rid] = (event["source"], event["id"])
                    a.send(compact({"op": "publish", "rid": rid, "event": event}))
                elif last > time.monotonic() + 2.5:
                    last = time.monotonic() + 2.5           # the hub lingers for 1 s
                while a.socket.poll(10):
                    reply = json.loads(a.socket.recv())
                    replies[reply["rid"]] = reply
            a.close()

        threads = [threading.Thread(target=publisher, args=(n,), daemon=True) for n in range(lanes)]
        for thread in threads:
            thread.start()
        until(lambda: len(replies) > 200, "they are answered", 20)
        time.sleep(seconds)
        began = time.monotonic()
        hub.process.terminate()
        status = hub.process.wait(15)
        took = time.monotonic() - began
        over.set()
        for thread in threads:
            thread.join(30)
        return status, took, sent, replies

    def check_promises(self, hub, sent, replies):
        base = sqlite3.connect(hub.journal)
        kept = {(source, name): number for source, name, number in
                base.execute("select source, id, hubsequence from events where source like 'agent:%'")}
        last = base.execute("select max(hubsequence) from events").fetchone()[0]
        base.close()
        good = {sent[rid]: int(reply["recorded"]) for rid, reply in replies.items() if reply["ok"]}
        self.assertEqual({key: kept.get(key) for key in good}, good)      # what was answered is there
        self.assertEqual(set(kept) - set(good), set())                     # what is there was answered
        self.assertGreater(len(good), 100)
        return last

    def test_under_load(self):
        for ms in (0, 250):
            folder, manager = agent.scratch(), self.manager()
            disk = Disk(folder, ms)
            hub = self.hub(manager, folder=folder, env=disk.env, options=("--snapshot-every", 100))
            status, took, sent, replies = self.load(hub, 3, 0.5)
            self.assertEqual(status, 0, hub.said())
            self.assertLess(took, 5)
            manager.hears("STOPPING")
            last = self.check_promises(hub, sent, replies)
            self.assertFalse(os.path.exists(hub.journal + "-wal"))
            # and the next one starts from what was stored
            hub.start()
            self.assertIn("snapshot at %d and 0 events" % last, hub.said())
            hub.stop()

    def test_disk_that_hangs(self):
        """It is not waited for: nothing that hangs on it was promised."""
        folder = agent.scratch()
        disk = Disk(folder)
        hub = self.hub(self.manager(), folder=folder, env=disk.env)
        p = self.agent(hub, "p")
        p.publish(p.self_event("heartbeat"))
        disk.delay(60000)
        p.send(compact({"op": "publish", "rid": "1", "event": p.self_event("heartbeat")}))
        self.control(hub)
        self.assertFalse(p.socket.poll(500))
        began = time.monotonic()
        hub.process.terminate()
        self.assertEqual(hub.process.wait(15), 1)
        self.assertLess(time.monotonic() - began, 8)
        self.assertIn("has not answered for", hub.said())
        disk.delay(0)
        hub.start()
        self.assertIn(self.control(hub).counters()["applied"], (1, 2))


class Unit(unittest.TestCase):
    def setUp(self):
        folder = agent.scratch()
        with open(os.path.join(ROOT, "packaging", "seam-hub@.service.in"), encoding="utf-8") as unit:
            self.text = unit.read().replace("@PREFIX@", folder)
        os.makedirs(os.path.join(folder, "bin"))
        os.symlink(agent.BIN, os.path.join(folder, "bin", "seam"))
        self.path = os.path.join(folder, "seam-hub@main.service")
        with open(self.path, "w", encoding="utf-8") as out:
            out.write(self.text)

    def test_options(self):
        """The command is one that this program takes."""
        words = re.search(r"^ExecStart=(.*)$", self.text, re.M)[1].split()
        self.assertEqual(words[1], "hub")
        known = subprocess.run([agent.BIN, "hub", "--help"], stdout=subprocess.PIPE, encoding="utf-8").stdout
        for word in words:
            if word.startswith("--"):
                self.assertIn("  %s " % word, known)
        for line in ("Type=notify", "Restart=on-failure", "ProtectSystem=strict", "DynamicUser=yes"):
            self.assertIn("\n%s\n" % line, self.text)
        self.assertRegex(self.text, r"\nWatchdogSec=[0-9]+\n")
        self.assertRegex(self.text, r"\nStateDirectory=seam/%i\n")

    def test_documented_hook(self):
        """A program with arguments is one word, after systemd has split what the file says as a shell would."""
        with open(os.path.join(ROOT, "docs", "OPERATING.md"), encoding="utf-8") as page:
            example = re.search("```text\n(SEAM_PAGERDUTY_KEY=.*?)```", page.read(), re.S)[1]
        said = dict(shlex.split(line)[0].split("=", 1) for line in example.splitlines())
        words = shlex.split(said.pop("SEAM_HUB_OPTIONS"))
        program = words[words.index("--on-escalate") + 1].split()
        self.assertEqual(program[0], "seam")
        done = subprocess.run([agent.BIN] + program[1:], input="{}", stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=dict(os.environ, **said), encoding="utf-8", timeout=20, check=False)
        self.assertIn("this is not what a hook of seam reads", done.stderr)
        self.assertEqual(list(said), ["SEAM_PAGERDUTY_KEY"])

    def test_systemd_takes_it(self):
        if not shutil.which("systemd-analyze"):
            self.skipTest("no systemd-analyze")
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", self.path], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8", timeout=30)
        mine = [line for line in done.stdout.splitlines() if "seam-hub" in line]
        self.assertEqual(mine, [], done.stdout)
        done = subprocess.run(["systemd-analyze", "security", "--offline=true", "--no-pager", self.path],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=30)
        found = re.search(r"exposure level for \S+: ([0-9.]+)", done.stdout)
        if found is None:
            self.skipTest("systemd-analyze is too old: %s" % done.stdout[-200:])
        self.assertLess(float(found[1]), 1.5)


if __name__ == "__main__":
    check.main()
