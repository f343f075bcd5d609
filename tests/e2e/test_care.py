#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Care of the journal: check, backup, vacuum, upgrade, and a WAL that somebody holds open."""
import contextlib
import json
import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import threading
import time

import check
from agent import BIN, Agent, Control, Feed, Hub, compact, scratch, until
from check import HIGH, LOW, artifact, contract, new_id
from journals import file_state, flip, grow, made, pages_of, rows, seam, sql
from tmux import Screen

HERE = os.path.dirname(os.path.abspath(__file__))
JOURNALS = os.path.join(HERE, "..", "..", "fixtures", "journals")


def work(hub, events):
    """Something of everything, through publish: it is on disk when this returns."""
    with contextlib.closing(Agent(hub, "p")) as p, contextlib.closing(Agent(hub, "q")) as q, \
            contextlib.closing(Control(hub.control)) as human:
        for n in range(events // 4):
            waits, goes = new_id(), new_id()
            p.offer(waits, "q", artifact(LOW), contract="pq/1.0.0", subject="inc-%d" % (n % 3))
            p.offer(goes, "q", artifact(HIGH), contract="pq/1.0.0")
            q.say("accepted", goes)
            human.decide(waits, ("approve", "reject")[n % 2])


class Care(check.PeersCase):
    def hub(self, **more):
        more.setdefault("options", ("--grace", 0))
        started = Hub((contract("pq", "p", "q"),), **more).start()
        self.addCleanup(started.stop)
        return started

    def counters(self, hub):
        with contextlib.closing(Control(hub.control)) as ask:
            return ask.counters()


class Check(Care):
    @classmethod
    def setUpClass(cls):
        """A journal with a snapshot of the mesh in the midst of it."""
        hub = Hub((contract("pq", "p", "q"),), options=("--snapshot-every", 100, "--grace", 0)).start()
        try:
            work(hub, 150)
            until(lambda: os.path.exists(hub.journal + "-mesh"), "a snapshot", 15)
            work(hub, 40)
        finally:
            hub.kill9()
        again = Hub((contract("pq", "p", "q"),), folder=hub.folder,
                    options=("--snapshot-every", 100000, "--grace", 0)).start()
        again.stop()
        cls.folder, cls.last = hub.folder, rows(hub.journal, "SELECT max(hubsequence) FROM events")[0][0]

    def copy(self):
        folder = scratch("check-")
        for end in ("", "-mesh", ".lock"):
            shutil.copy(os.path.join(self.folder, "journal.db" + end), folder)
        return os.path.join(folder, "journal.db")

    def check(self, path, status):
        before = file_state(path)
        done = seam("check", "--journal", path, "--json")
        self.assertEqual((done.returncode, done.stderr), (status, ""), done.stdout)
        self.assertEqual(file_state(path)[path], before[path])
        found = json.loads(done.stdout)
        self.assertEqual(found["faults"], len(found["list"]))
        self.assertEqual(found["ok"], status == 0)
        said = seam("check", "--journal", path)
        self.assertEqual(said.returncode, status)
        self.assertIn("no fault" if status == 0 else "What to do:", said.stdout)
        return found

    def test_sound(self):
        found = self.check(self.copy(), 0)
        self.assertEqual((found["first"], found["last"]), ("1", str(self.last)))
        self.assertGreater(int(found["snapshot"]), 0)

    def test_while_a_hub_writes(self):
        hub = self.hub(options=("--grace", 0, "--snapshot-every", 50))
        ended = threading.Event()

        def publish():
            while not ended.is_set():
                work(hub, 40)
        thread = threading.Thread(target=publish)
        thread.start()
        looks = []

        def looked_on():
            found = seam("check", "--hub", hub.control, "--json")
            self.assertEqual(found.returncode, 0, found.stdout + found.stderr)
            looks.append(int(json.loads(found.stdout)["last"]))
            return len(looks) >= 10 and looks[-1] > 40
        try:
            until(looked_on, "ten looks, and events meanwhile", 60)
        finally:
            ended.set()
            thread.join()

    def test_each_fault_is_named(self):
        """What is wrong with a row, where, and no more than that."""
        event = "json_extract(event, '$.%s')"
        offer = "SELECT hubsequence FROM events WHERE type='seam.handoff.offered' AND hubsequence > 20 LIMIT 1"
        place = rows(self.copy(), offer)[0][0]
        cases = (
            ("UPDATE events SET recordedtime='2020-01-01T00:00:00.000000Z' WHERE hubsequence=%d",
             "column recordedtime"),
            ("UPDATE events SET source='agent:x' WHERE hubsequence=%d", "column source says \"agent:x\""),
            ("UPDATE events SET id='x' WHERE hubsequence=%d", "column id"),
            ("UPDATE events SET type='seam.handoff.accepted' WHERE hubsequence=%d", "column type"),
            ("UPDATE events SET subject='x' WHERE hubsequence=%d", "column subject"),
            ("UPDATE events SET handoff=NULL WHERE hubsequence=%d", "column handoff"),
            ("UPDATE events SET attempt=7 WHERE hubsequence=%d", "column attempt says 7"),
            ("UPDATE events SET standing='late' WHERE hubsequence=%d", "column standing says \"late\""),
            ("UPDATE events SET event=substr(event, 1, 50) WHERE hubsequence=%d", "cannot be read"),
            ("UPDATE events SET event=replace(event, '\"confidence\":', '\"confidence\" :') "
             "WHERE hubsequence=%d", "is not what the events fold to"),
            ("DELETE FROM events WHERE hubsequence=%d", "1 event is missing"),
        )
        self.assertTrue(event)
        for change, words in cases:
            with self.subTest(words):
                path = self.copy()
                sql(path, change % place)
                found = self.check(path, 1)
                first = found["list"][-1 if "fold to" in words else 0]
                self.assertIn(words, first["fault"])
                if "fold to" not in words:
                    self.assertEqual(first["hubsequence"], str(place))

    def test_a_fault_is_one_line(self):
        """SQLite says some things in several."""
        path = made(500)
        for page in pages_of(path, "events")[20:23]:
            flip(path, page, within=(3000, 3300))
            flip(path, page, within=(0, 60))
        done = seam("check", "--journal", path)
        self.assertEqual(done.returncode, 1)
        self.assertIn("the file: ", done.stdout)
        self.assertNotIn("^J", done.stdout)

    def test_times_that_go_back(self):
        path = self.copy()
        early = "2020-01-01T00:00:00.000000Z"
        sql(path, ("UPDATE events SET event=replace(event, recordedtime, ?), recordedtime=? "
                   "WHERE hubsequence=30", (early, early)))
        faults = {fault["hubsequence"]: fault["fault"] for fault in self.check(path, 1)["list"]}
        self.assertIn("before the one before it", faults["30"])

    def test_the_rest_of_it(self):
        """What is of no single row: an index, meta, the end, the stored mesh."""
        path = self.copy()
        sql(path, "UPDATE meta SET value='x' WHERE key='created'")
        self.assertIn("created", self.check(path, 1)["list"][0]["fault"])
        path = self.copy()
        sql(path, "PRAGMA writable_schema=ON", "UPDATE sqlite_master SET sql=replace(sql, 'handoff IS NOT NULL',"
            " 'handoff IS NULL') WHERE type='index' AND sql IS NOT NULL")
        self.assertIn("the file: ", self.check(path, 1)["list"][0]["fault"])
        path = self.copy()
        sql(path, "DELETE FROM events WHERE hubsequence > %d" % (self.last - 3))
        self.assertTrue([fault for fault in self.check(path, 1)["list"]
                         if "%d was committed to it" % self.last in fault["fault"]
                         and fault["hubsequence"] == str(self.last - 2)])
        path = self.copy()
        with open(path + "-mesh", "r+b") as stream:
            stream.truncate(200)
        self.assertIn("is of no use", self.check(path, 1)["list"][0]["fault"])

    def test_cut_by_retention(self):
        """Rows that a seam.baseline let go are no fault; those above its cut are."""
        path = self.copy()
        os.remove(path + "-mesh")
        place = self.last + 1
        time_ = rows(path, "SELECT max(recordedtime) FROM events")[0][0]
        event = {"specversion": "1.0", "id": "h-%d" % place, "source": "hub:main", "type": "seam.baseline",
                 "time": time_, "data": {"cut": "40"}, "recordedtime": time_, "hubsequence": "%020d" % place}
        sql(path, ("INSERT INTO events VALUES(?,?,'hub:main',?,'seam.baseline',NULL,NULL,NULL,NULL,?)",
                   (place, time_, event["id"], compact(event).decode())),
            "DELETE FROM events WHERE hubsequence BETWEEN 10 AND 30 AND type NOT LIKE 'seam.decision.%'",
            "DELETE FROM events WHERE hubsequence = 35 AND type NOT LIKE 'seam.decision.%'")
        self.check(path, 0)
        sql(path, "DELETE FROM events WHERE hubsequence BETWEEN 38 AND 44")
        found = self.check(path, 1)
        self.assertEqual([(fault["hubsequence"], fault["fault"]) for fault in found["list"]],
                         [("41", "4 events are missing: 41 to 44")])

    def test_the_operators_log(self):
        """Its events are never cut, and each tells of the one before it."""
        path = self.copy()
        os.remove(path + "-mesh")
        kept = "FROM events WHERE type LIKE 'seam.decision.%' ORDER BY hubsequence"
        first, second, third = (row[0] for row in rows(path, "SELECT hubsequence %s LIMIT 3" % kept))
        sql(path, "UPDATE events SET event=replace(event, '\"operator\":\"', '\"operator\":\"x') "
            "WHERE hubsequence=%d" % second)
        found = self.check(path, 1)["list"]
        self.assertEqual([fault["hubsequence"] for fault in found], [str(third)])
        self.assertIn("the operators' log is broken here (changed)", found[0]["fault"])
        self.assertLess(first, second)

    def test_an_artifact_that_was_decided_on(self):
        """It is in no chain, but the decision is, and names its digest."""
        path = self.copy()
        os.remove(path + "-mesh")
        place, said, handoff = rows(
            path, "SELECT d.hubsequence, json_extract(d.event, '$.data.digest'), d.handoff FROM events d "
            "WHERE d.type='seam.decision.approved' ORDER BY 1 LIMIT 1 OFFSET 3")[0]
        offer = rows(path, "SELECT hubsequence FROM events WHERE type='seam.handoff.offered' AND handoff=?", handoff)
        sql(path, "UPDATE events SET event=replace(event, '\"to\":\"q\",\"artifact\":{', "
            "'\"to\":\"q\",\"artifact\":{ ') WHERE hubsequence=%d" % offer[0][0])
        found = self.check(path, 1)["list"]
        self.assertEqual([fault["hubsequence"] for fault in found], [str(offer[0][0])])
        self.assertIn("not the one that was decided on in event %d, which names %s" % (place, said), found[0]["fault"])

    def test_a_backup_knows_the_head(self):
        """What is cut off at the end of the log is no hole, but its head is gone."""
        path = os.path.join(scratch("backup-"), "b.journal")
        self.assertEqual(seam("backup", path, "--journal", self.copy()).returncode, 0)
        self.check(path, 0)
        last = rows(path, "SELECT max(hubsequence) FROM events WHERE type LIKE 'seam.decision.%'")[0][0]
        self.assertTrue(rows(path, "SELECT value FROM meta WHERE key='audit_head'")[0][0]
                        .endswith(" at %d" % last))
        sql(path, "DELETE FROM events WHERE hubsequence >= %d" % last)
        self.assertIn("short or written anew", self.check(path, 1)["list"][-1]["fault"])


class Backup(Care):
    def backup(self, hub, *more):
        path = os.path.join(scratch("backup-"), "b.journal")
        done = seam("backup", path, "--hub", hub.control, "--json", *more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return path, json.loads(done.stdout)

    def test_another_life_with_the_same_state(self):
        hub = self.hub()
        work(hub, 200)
        path, said = self.backup(hub)
        self.assertEqual(os.listdir(os.path.dirname(path)), ["b.journal"])
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        before = self.counters(hub)
        meta = dict(rows(path, "SELECT key, value FROM meta"))
        self.assertEqual((meta["backup_of"], meta["backup_at"]), (before["epoch"], before["hubsequence"]))
        self.assertEqual((said["epoch"], said["backup_at"]), (meta["epoch"], meta["backup_at"]))
        self.assertNotEqual(meta["epoch"], before["epoch"])
        self.assertGreater(meta["created"], dict(rows(hub.journal, "SELECT key, value FROM meta"))["created"])
        self.assertEqual(seam("check", "--journal", path).returncode, 0)
        hub.stop()
        again = self.hub(journal=path)
        after = self.counters(again)
        self.assertEqual(after["mesh"], before["mesh"])
        self.assertEqual(after["epoch"], meta["epoch"])
        work(again, 20)
        check.agree(again)

    def test_a_console_begins_anew(self):
        """It was behind the old journal; the backup that takes its place is another one."""
        home = scratch("home-")
        hub = self.hub(ports=("*", "*", "*"))
        ports = [getattr(hub, lane).rsplit(":", 1)[1] for lane in ("events", "control", "feed")]
        with contextlib.closing(Agent(hub, "p")) as p:
            p.offer("ho-kept", "q", artifact(LOW), contract="pq/1.0.0")
            path, _ = self.backup(hub)
            p.offer("ho-after", "q", artifact(LOW), contract="pq/1.0.0")
        screen = Screen([BIN, "--hub", hub.control, "--operator", "mira"], 100, 24,
                        env={"HOME": home, "XDG_STATE_HOME": home})
        self.addCleanup(screen.close)
        screen.keys("3")
        screen.shows("ho-kept", "ho-after")
        hub.stop()
        self.hub(journal=path, ports=ports)
        screen.shows("3 Review 1", "LIVE", "ho-kept", seconds=20)
        screen.hides("ho-after")

    def test_overwrites_nothing(self):
        hub = self.hub()
        folder = scratch()
        for name in ("file", "link", "folder"):
            path = os.path.join(folder, name)
            if name == "file":
                with open(path, "w", encoding="ascii") as out:
                    out.write("mine")
            elif name == "link":
                os.symlink(os.path.join(folder, "nowhere"), path)
            else:
                os.mkdir(path)
            done = seam("backup", path, "--hub", hub.control)
            self.assertEqual(done.returncode, 1)
            self.assertIn("overwrites nothing", done.stderr)
        self.assertEqual(sorted(os.listdir(folder)), ["file", "folder", "link"])
        self.assertEqual(seam("backup", os.path.join(folder, "no/b"), "--hub", hub.control).returncode, 1)

    def test_no_room(self):
        path = made(200)
        target = os.path.join(scratch(), "b")
        done = seam("backup", target, "--journal", path,
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000)))
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("cannot write the backup", done.stderr)
        self.assertEqual(os.listdir(os.path.dirname(target)), [])

    def test_the_hub_does_not_notice(self):
        """A great journal is copied; decisions go on as before, and none of them is in the copy
        in part. The floor is rough: the machine is shared, and both write to one disk."""
        path = made()
        grow(path, 30000, 6000)
        hub = self.hub(journal=path)
        with contextlib.closing(Agent(hub, "p")) as p, contextlib.closing(Control(hub.control)) as human:
            def decide_one():
                handoff = new_id("t")
                p.offer(handoff, "q", artifact(LOW), contract="pq/1.0.0")
                start = time.monotonic()
                human.decide(handoff, "approve")
                return time.monotonic() - start

            alone = sorted(decide_one() for _ in range(100))
            target = os.path.join(scratch("backup-"), "b.journal")
            copying = subprocess.Popen([BIN, "backup", target, "--hub", hub.control],
                                       stdout=subprocess.DEVNULL)
            self.addCleanup(copying.kill)
            end, beside = time.monotonic() + 60, []
            while copying.poll() is None and time.monotonic() < end:
                beside.append(decide_one())
            beside.sort()
        self.assertEqual(copying.returncode, 0)
        print("backup of %d MB: %d decisions meanwhile, p50 %.1f ms (alone %.1f), worst %.0f ms (alone %.0f)"
              % (os.path.getsize(target) >> 20, len(beside), 1e3 * beside[len(beside) // 2],
                 1e3 * alone[50], 1e3 * beside[-1], 1e3 * alone[-1]))
        self.assertGreater(len(beside), 10)
        self.assertLess(beside[len(beside) // 2], 10 * alone[50] + .02)
        self.assertLess(beside[-1], 1)
        self.assertEqual(seam("check", "--journal", target).returncode, 0)


class Vacuum(Care):
    def thinned(self):
        """A running hub whose journal has lost most of its rows, as by retention."""
        path = made()
        last = grow(path, 8000, 6000)
        hub = self.hub(journal=path)
        sql(path, "DELETE FROM events WHERE hubsequence < %d" % (last - 500))
        return hub

    def pages(self, path, what):
        return int(rows(path, "PRAGMA " + what)[0][0])

    def test_running(self):
        hub = self.thinned()
        before = self.counters(hub)["mesh"]
        with contextlib.closing(Agent(hub, "p")) as p:
            slow = []
            done = subprocess.Popen([BIN, "vacuum", "--hub", hub.control, "--json"],
                                    stdout=subprocess.PIPE, text=True)
            self.addCleanup(done.kill)
            end = time.monotonic() + 60
            while done.poll() is None and time.monotonic() < end:
                start = time.monotonic()
                p.publish(p.said_event("progressed", "ho-%d" % len(slow)))
                slow.append(time.monotonic() - start)
            self.assertEqual(done.poll(), 0)
            said = json.loads(done.communicate()[0])
        slow.sort()
        print("vacuum: %d MB given back; %d events meanwhile, p50 %.1f ms, worst %.0f ms"
              % ((said["before"] - said["after"]) >> 20, len(slow), 1e3 * slow[len(slow) // 2], 1e3 * slow[-1]))
        self.assertLess(slow[-1], 1)
        self.assertLess(said["after"], said["before"] / 4)
        self.assertEqual(self.pages(hub.journal, "freelist_count"), 0)
        self.assertNotEqual(self.counters(hub)["mesh"], before if slow else None)
        # when it is quiet the file itself is short, and so is the WAL
        until(lambda: os.path.getsize(hub.journal) < said["before"] / 4, "the file is short", 20)
        until(lambda: os.path.getsize(hub.journal + "-wal") == 0, "the WAL is empty", 20)
        self.assertEqual(rows(hub.journal, "PRAGMA integrity_check"), [("ok",)])

    def test_offline(self):
        hub = self.thinned()
        refused = seam("vacuum", "--journal", hub.journal)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("in use by the hub", refused.stderr)
        epoch = self.counters(hub)["epoch"]
        hub.stop()
        size = os.path.getsize(hub.journal)
        done = seam("vacuum", "--journal", hub.journal, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        said = json.loads(done.stdout)
        self.assertEqual((said["before"], said["after"]), (size, os.path.getsize(hub.journal)))
        self.assertLess(said["after"], size / 4)
        self.assertEqual(self.pages(hub.journal, "auto_vacuum"), 2)
        self.assertEqual(rows(hub.journal, "PRAGMA journal_mode"), [("wal",)])
        self.assertEqual(rows(hub.journal, "SELECT value FROM meta WHERE key='epoch'"), [(epoch,)])
        self.assertEqual(seam("vacuum", "--journal", hub.journal + "x").returncode, 1)
        self.assertFalse(os.path.exists(hub.journal + "x"))


class Wal(Care):
    def wal(self, hub):
        with contextlib.suppress(FileNotFoundError):
            return os.path.getsize(hub.journal + "-wal")
        return 0

    def test_bounded_under_load(self):
        """Who reads page by page, all the time, does not keep it from starting over."""
        hub = self.hub()
        ended = threading.Event()

        def read():
            with contextlib.closing(Control(hub.control)) as ask:
                request = compact({"op": "events", "after": "0", "limit": 64})
                while not ended.is_set():
                    ask.send(request)
                    ask.receive()
        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        longest = 0
        try:
            with contextlib.closing(Agent(hub, "p")) as p:
                for n in range(800):
                    p.offer("ho-%d" % n, "q", {"text": "x" * 25000})
                    longest = max(longest, self.wal(hub))
        finally:
            ended.set()
            for reader in readers:
                reader.join()
        print("WAL under load: at most %.1f MB of %.0f MB written" % (longest / 1e6, os.path.getsize(hub.journal) / 1e6))
        self.assertGreater(os.path.getsize(hub.journal), 18e6)
        self.assertLess(longest, 16e6)
        until(lambda: self.wal(hub) == 0, "it is emptied when it is quiet", 20)

    def test_a_reader_that_stays(self):
        hub = self.hub()
        feed = Feed(hub, "hub")
        self.addCleanup(feed.close)
        reader = sqlite3.connect("file:%s?mode=ro" % hub.journal, uri=True, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM events").fetchall()
        with contextlib.closing(Agent(hub, "p")) as p:
            for n in range(280):
                p.offer("ho-%d" % n, "q", {"text": "x" * 1000000})
            until(lambda: json.loads(feed.next()[1])["journal_note"], "the beat says so", 20)
            beat = json.loads(feed.next()[1])
            self.assertEqual(beat["journal"], "ok")
            self.assertRegex(beat["journal_note"], "WAL has [0-9]+ MB: a reader")
            home = scratch("home-")
            screen = Screen([BIN, "--hub", hub.control], 100, 24, env={"HOME": home, "XDG_STATE_HOME": home})
            self.addCleanup(screen.close)
            screen.shows("the hub's journal: its WAL has", seconds=30)
            reader.close()
            p.offer("ho-last", "q", {"text": "x"})
        until(lambda: self.wal(hub) < 70e6, "it is short again", 30)
        until(lambda: json.loads(feed.next()[1])["journal_note"] is None, "the beat says so", 20)
        with open(hub.errors, encoding="utf-8") as stream:
            said = stream.read()
        self.assertEqual(said.count("keeps it from shrinking"), 1)
        self.assertEqual(said.count("is short again"), 1)


class Upgrade(Care):
    def test_of_schema_1(self):
        """As the first seam wrote it: looked at as it is, brought up to date by a hub."""
        path = os.path.join(scratch(), "old.journal")
        with open(os.path.join(JOURNALS, "schema-1.sql"), encoding="utf-8") as stream, \
                contextlib.closing(sqlite3.connect(path)) as base:
            base.execute("PRAGMA auto_vacuum=INCREMENTAL")
            base.executescript(stream.read())
        before = file_state(path)
        self.assertEqual(seam("check", "--journal", path).returncode, 0)
        exported = seam("export", "--journal", path)
        self.assertEqual((exported.returncode, len(exported.stdout.splitlines())), (0, 20))
        copy = os.path.join(scratch(), "copy")
        self.assertEqual(seam("backup", copy, "--journal", path).returncode, 0)
        self.assertEqual(file_state(path), before)
        for old in (path, copy):
            hub = self.hub(journal=old)
            with contextlib.closing(Control(hub.control)) as ask:
                self.assertEqual({name: ask.state(name) for name in ("ho-1", "ho-2", "ho-3", "ho-4")},
                                 {"ho-1": "approved", "ho-2": "completed", "ho-3": "requeued", "ho-4": "held"})
                self.assertEqual(ask.counters()["applied"], 7)
            work(hub, 20)
            check.agree(hub)
            hub.stop()
            self.assertEqual(seam("check", "--journal", old).returncode, 0)

    def test_of_a_newer_one(self):
        path = made(10)
        sql(path, "UPDATE meta SET value='1000' WHERE key='schema'")
        before = file_state(path)
        for words in (("hub", "--control", "tcp://127.0.0.1:*", "--events", "tcp://127.0.0.1:*", "--feed",
                       "tcp://127.0.0.1:*"), ("check",), ("vacuum",), ("export",)):
            done = seam(*words, "--journal", path)
            self.assertEqual(done.returncode, 1, words)
            self.assertIn("was written by a newer seam (schema 1000", done.stderr)
        self.assertEqual(file_state(path)[path], before[path])


if __name__ == "__main__":
    check.main()
