#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A journal that is none, or is damaged, or somebody's: refused with the reason and what to do,
never altered; and what can be read is saved."""
import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import unittest

import check
from agent import BIN, Agent, Control, Feed, Hub, scratch, until
from journals import PAGE, file_state, flip, grow, made, pages_of, rows, seam, sql
from scrape import scrape

LANES = [word for lane in ("events", "control", "feed") for word in ("--" + lane, "tcp://127.0.0.1:*")]
READERS = (("check",), ("export",), ("backup", "BACKUP"))
WRITERS = (("hub", *LANES), ("vacuum",))


class Damage(unittest.TestCase):
    def refuses(self, path, words, commands=WRITERS + READERS, **more):
        """Each of them says so, ends with 1 and alters nothing."""
        before = file_state(path, path + "-mesh")
        for command in commands:
            with self.subTest(command=command[0]):
                target = os.path.join(scratch(), "b")
                line = [target if word == "BACKUP" else word for word in command]
                done = seam(*line, "--journal", path, timeout=20, **more)
                self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
                self.assertRegex(done.stderr + done.stdout, words)
                self.assertFalse(os.path.exists(target))
        after = file_state(path, path + "-mesh")
        self.assertEqual(after, before)


class NoJournal(Damage):
    def path(self, name="j"):
        return os.path.join(scratch("bad-"), name)

    def test_another_file(self):
        path = self.path()
        with open(path, "w", encoding="ascii") as out:
            out.write("dear diary\n" * 1000)
        self.refuses(path, "no journal of seam .*not a database.*name another file")
        path = self.path()
        sql(path, "CREATE TABLE people(name)")
        self.refuses(path, "no journal of seam: name another")

    def test_empty(self):
        path = self.path()
        with open(path, "wb"):
            pass
        self.refuses(path, "is empty: restore the backup, or remove")

    def test_no_file(self):
        for make, words in ((os.mkdir, "it is a folder"), (os.mkfifo, "it is a FIFO"),
                            (lambda path: socket.socket(socket.AF_UNIX).bind(path), "it is a socket")):
            path = self.path()
            make(path)
            self.refuses(path, words)
        self.refuses("/dev/null", "it is a device")
        self.refuses(self.path() + "/no/such", "No such file", READERS)

    def test_a_link(self):
        """Its -wal, lock and snapshot would lie elsewhere than somebody looks for them."""
        path, link = made(20), self.path()
        os.symlink(path, link)
        self.refuses(link, "symbolic link: name the file itself \\(%s\\)" % re.escape(path), WRITERS[:1])
        self.assertEqual(seam("check", "--journal", link).returncode, 0)
        os.unlink(link)
        os.symlink(link + "-nowhere", link)
        self.refuses(link, "symbolic link to nothing|No such file", WRITERS[:1] + READERS)
        self.assertFalse(os.path.exists(link + "-nowhere"))

    def test_a_hard_link(self):
        """The lock and the -wal go by name: a hub under each would not see the other."""
        path, other = made(20), self.path()
        os.link(path, other)
        for name in (path, other):
            self.refuses(name, "has another name \\(a hard link\\).*copy it instead", WRITERS)
            self.assertEqual(seam("check", "--journal", name).returncode, 0)

    def test_names_that_sqlite_takes_otherwise(self):
        for name in (":memory:", "file:x?mode=memory"):
            done = seam("hub", *LANES, "--journal", name, timeout=20, cwd=scratch())
            self.assertEqual(done.returncode, 1)
            self.assertIn("would be no file", done.stderr)

    def test_in_use(self):
        hub = Hub().start()
        self.addCleanup(hub.stop)
        for command in WRITERS:
            done = seam(*command, "--journal", hub.journal, timeout=20)
            self.assertEqual(done.returncode, 1)
            self.assertIn('is in use by the hub "main", process %d' % hub.process.pid, done.stderr)

    @unittest.skipIf(os.geteuid() != 0, "takes root to be somebody else")
    def test_of_another_user(self):
        path = made(20)
        os.chmod(path, 0o600)
        os.chmod(os.path.dirname(path), 0o755)

        def somebody():
            os.setgid(65534)
            os.setuid(65534)
        try:
            done = subprocess.run([BIN, "check", "--journal", path], preexec_fn=somebody, timeout=20,
                                  capture_output=True, text=True, check=False)
        except PermissionError:
            self.skipTest("somebody else cannot run the program")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, "cannot open .*Permission denied(; it belongs to root: run seam as that "
                         "user)?\n$")

    def test_on_a_read_only_file_system(self):
        path = made(50)
        folder = os.path.dirname(path)
        script = ("mount -t tmpfs none /mnt && cp %s/journal.db /mnt/ && mount -o remount,ro /mnt && "
                  "for c in 'hub %s' vacuum check export; do %s $c --journal /mnt/journal.db; echo \"= $?\"; done; "
                  "ls /mnt" % (folder, " ".join(LANES), BIN))
        done = subprocess.run(["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True,
                              timeout=30, check=False)
        if "= " not in done.stdout:
            self.skipTest("no mounts here: " + done.stderr)
        self.assertEqual(re.findall("^= (.*)", done.stdout, re.M), ["1", "1", "0", "0"], done.stderr)
        self.assertEqual(done.stderr.count("lies on a read-only file system: copy it"), 2)
        self.assertEqual(done.stdout.count("seam.handoff.offered"), 50)
        self.assertTrue(done.stdout.endswith("= 0\njournal.db\n"))


class Harmed(Damage):
    def test_cut(self):
        path = made(500)
        size = os.path.getsize(path)
        for left in (size // 2, size - 1, PAGE, 150):
            with open(path, "r+b") as stream:
                stream.truncate(left)
            self.refuses(path, "is cut: it has %d of %d bytes; restore the backup" % (left, size),
                         WRITERS + (("check",), ("backup", "BACKUP")))
        self.refuses(path, "is cut: it has 150 of %d bytes; nothing of it can be read" % size, (("export",),))
        with open(path, "r+b") as stream:
            stream.truncate(60)
        self.refuses(path, "no journal of seam")

    def test_first_page(self):
        path = made(500)
        flip(path, 1)
        self.refuses(path, "no journal of seam .*restore the backup")
        path = made(500)
        flip(path, 1, within=(100, PAGE))
        self.refuses(path, "malformed; seam check --journal|no journal of seam")

    def test_flipped_page(self):
        """Each kind of page; a hub that reads it does not start, and check names it."""
        for name in ("events", "events_by_handoff"):
            path = made(3000)
            pages = pages_of(path, name)
            flip(path, pages[len(pages) // 2])
            self.refuses(path, "[Ff]ault|damaged|malformed", (("check",), ("backup", "BACKUP")))
            if name == "events":
                self.refuses(path, "journal: cannot read: .*malformed; seam check", WRITERS[:1])
                self.refuses(path, "events [0-9]+ to [0-9]+ cannot be read", (("export",),))

    def test_an_event_that_is_none_any_more(self):
        path = made(100)
        sql(path, "UPDATE events SET event=replace(event, '}', '') WHERE hubsequence=50")
        self.refuses(path, "damaged .seam check says what to do.: event 50", WRITERS[:1])
        sql(path, "UPDATE events SET event=(SELECT event FROM events WHERE hubsequence=49) WHERE hubsequence=50")
        self.refuses(path, "event 50 says that it is 49", WRITERS[:1])

    def test_lost_its_wal(self):
        """Killed with events in the -wal, which is then deleted: those were answered."""
        hub = Hub(options=("--grace", 0)).start()
        self.addCleanup(hub.stop)
        with contextlib.closing(Agent(hub, "a")) as a:
            for n in range(50):
                a.offer("ho-%d" % n, "b", {"n": n})
        hub.kill9()
        there = rows(hub.journal, "SELECT max(hubsequence) FROM events")[0][0]
        os.rename(hub.journal + "-wal", hub.journal + ".wal-away")
        os.remove(hub.journal + "-shm")
        self.refuses(hub.journal, "ends at 0, but %d was committed to it: its -wal was lost, or an older copy "
                     "is in its place. .* seam backup NEW --journal" % there, WRITERS[:1])
        self.refuses(hub.journal, "1 to %d were committed and are missing|%d was committed to it" % (there, there),
                     READERS[:2])
        # what is there can be gone on with, as another journal
        new = os.path.join(scratch(), "new.journal")
        self.assertEqual(seam("backup", new, "--journal", hub.journal).returncode, 0)
        again = Hub(journal=new).start()
        again.stop()
        # and put back, it is whole
        for end in ("-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.remove(hub.journal + end)
        os.rename(hub.journal + ".wal-away", hub.journal + "-wal")
        hub.start()
        with contextlib.closing(Control(hub.control)) as ask:
            self.assertEqual(ask.state("ho-49"), "offered")

    def test_lost_but_for_its_wal(self):
        """A new journal would throw away what is in the -wal of the old one."""
        hub = Hub(options=("--grace", 0)).start()
        self.addCleanup(hub.stop)
        with contextlib.closing(Agent(hub, "a")) as a:
            a.offer("ho", "b", {})
        hub.kill9()
        os.rename(hub.journal, hub.journal + ".away")
        self.refuses(hub.journal, "is missing, but its .*-wal is there: put the journal back", WRITERS[:1])
        os.rename(hub.journal + ".away", hub.journal)
        hub.start()
        with contextlib.closing(Control(hub.control)) as ask:
            self.assertEqual(ask.state("ho"), "offered")

    def test_killed_while_it_was_made(self):
        """A new journal appears whole or not at all."""
        path = os.path.join(scratch(), "j")
        for end in ("", "-journal", "-wal", "-shm"):
            with open(path + ".new" + end, "wb") as out:
                out.write(b"half of it")
        hub = Hub(journal=path).start()
        hub.stop()
        self.assertEqual([name for name in os.listdir(os.path.dirname(path)) if ".new" in name], [])
        self.assertEqual(seam("check", "--journal", path).returncode, 0)


class Rescue(Damage):
    COUNT = 4000

    def rescue(self, path, cut=False):
        """The hubsequences that were saved, and those that are said to be missing."""
        out = os.path.join(scratch(), "saved.jsonl")
        before = file_state(path)
        done = seam("export", "--journal", path, "--output", out)
        self.assertEqual(file_state(path)[path], before[path])
        with open(out, encoding="utf-8") as stream:
            saved = [int(json.loads(line)["hubsequence"]) for line in stream]
        missing = []
        for first, last in re.findall("events? ([0-9]+) (?:to ([0-9]+) |on )?cannot", done.stderr):
            missing += range(int(first), int(last or first) + 1)
        end = re.search("events from ([0-9]+) on cannot", done.stderr)
        if end:
            missing += range(int(end.group(1)), self.COUNT + 1)
        self.assertEqual(done.returncode, 1 if missing or cut else 0, done.stderr)
        self.assertEqual("is cut: it has" in done.stderr, cut)
        return saved, sorted(set(missing))

    def all_told(self, path, most):
        saved, missing = self.rescue(path)
        self.assertEqual(saved, sorted(saved))
        self.assertEqual(sorted(saved + missing), list(range(1, self.COUNT + 1)))
        self.assertTrue(0 < len(missing) <= most, missing)

    def test_everything_that_can_be_read(self):
        whole = made(self.COUNT, 500)
        self.assertEqual(self.rescue(whole), (list(range(1, self.COUNT + 1)), []))
        pages = pages_of(whole, "events")
        for where, many in (((len(pages) // 2,), 1), ((3, len(pages) // 2, len(pages) - 30), 1),
                            ((10,), 200), ((0,), 1), ((len(pages) - 1,), 1)):
            with self.subTest(pages=where, many=many):
                path = os.path.join(scratch(), "j")
                shutil.copy(whole, path)
                for place in where:
                    for page in pages[place:place + many]:
                        flip(path, page)
                self.all_told(path, 12 * many * len(where))

    def test_what_is_left_of_a_cut_one(self):
        """SQLite itself reads nothing in such a file."""
        whole = made(self.COUNT, 500)
        size = os.path.getsize(whole)
        for left, least in ((size - PAGE, self.COUNT - 12), (size * 3 // 4, self.COUNT // 3), (size // 3, 0)):
            path = os.path.join(scratch(), "j")
            shutil.copy(whole, path)
            os.truncate(path, left)
            saved, missing = self.rescue(path, cut=True)
            self.assertEqual(sorted(saved + missing), list(range(1, self.COUNT + 1)))
            self.assertGreaterEqual(len(saved), least, left)

    def test_no_file_is_made_of_nothing(self):
        path, out = made(500), os.path.join(scratch(), "saved.jsonl")
        os.truncate(path, PAGE)
        done = seam("export", "--journal", path, "--output", out)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, "nothing of it can be read: restore the backup\n$")
        done = seam("export", "--hub", "tcp://127.0.0.1:9", "--output", out)
        self.assertEqual(done.returncode, 3)
        self.assertFalse(os.path.exists(out))

    def test_half_of_what_is_inside(self):
        """Damage that SQLite cannot see: the text of an event is not JSON any more."""
        whole = made(self.COUNT, 500)
        pages = pages_of(whole, "events")
        flip(whole, pages[50], within=(2000, 2400))
        self.all_told(whole, 3)


class Running(Damage):
    """A page flips under a hub that runs."""

    def setUp(self):
        path = made()
        self.last = grow(path, 12000, 1500)
        self.hub = Hub(journal=path, options=("--grace", 0, "--metrics", "127.0.0.1:*")).start()
        self.addCleanup(self.hub.stop)
        self.ask = Control(self.hub.control)
        self.addCleanup(self.ask.close)
        self.pages = pages_of(path, "events")

    def said(self):
        with open(self.hub.errors, encoding="utf-8") as stream:
            return stream.read()

    def test_reading(self):
        """What needs that page is `unavailable`; all else goes on, and every console is told."""
        feed = Feed(self.hub, "hub")
        self.addCleanup(feed.close)
        self.assertEqual(scrape(self.hub.ready["metrics"])["seam_journal_damaged"], 0)
        for page in self.pages[100:140]:
            flip(self.hub.journal, page)
        harmed = None
        after = 0
        while after < 2000:
            page = self.ask.call("events", after=str(after), limit=20)
            if not page["ok"]:
                self.assertEqual(page["error"]["code"], "unavailable")
                self.assertIn("seam check", page["error"]["message"])
                harmed = after + 1
                break
            after = int(page["events"][-1]["hubsequence"])
        self.assertTrue(harmed)
        for _ in range(2):
            shown = self.ask.call("show", handoff="ho-%d" % (harmed + 20))
            self.assertEqual(shown["error"]["code"], "unavailable")
        self.assertTrue(self.ask.call("show", handoff="ho-11000")["artifact"]["text"])
        beat = json.loads(feed.next()[1])
        beat = json.loads(feed.next()[1])
        self.assertEqual(beat["journal"], "ok")
        self.assertIn("seam check", beat["journal_note"])
        self.assertEqual(self.said().count("seam check"), 1)
        self.assertEqual(scrape(self.hub.ready["metrics"])["seam_journal_damaged"], 1)
        with contextlib.closing(Agent(self.hub, "b")) as b:
            b.say("accepted", "ho-11000")
        self.assertEqual(seam("check", "--hub", self.hub.control).returncode, 1)

    def test_text(self):
        """Damage that only a JSON reader sees."""
        with contextlib.closing(Agent(self.hub, "b")) as b:
            later = int(b.say("accepted", "ho-300")["recorded"])
            b.say("dead_lettered", "ho-400")
        again = self.ask.decision("ho-400", "requeue")
        sql(self.hub.journal, "PRAGMA wal_checkpoint(TRUNCATE)")
        for text in (b'"handoff":"ho-200","attempt":1,"from"', b'"handoff":"ho-300","attempt":1}',
                     b'"handoff":"ho-400","attempt":1,"from"'):
            with open(self.hub.journal, "r+b") as stream:
                stream.seek(stream.read().index(text))
                stream.write(b"\x01")
        for handoff in ("ho-200", "ho-300"):        # its artifact; what came later
            error = self.ask.call("show", handoff=handoff)["error"]
            self.assertEqual(error["code"], "unavailable")
            self.assertIn("event %d cannot be read" % (200 if handoff == "ho-200" else later), error["message"])
        # what is put back goes with its artifact, or not at all
        self.assertEqual(self.ask.call("decide", **again)["error"]["code"], "unavailable")
        self.assertEqual(self.ask.items("dead")[0]["handoff"], "ho-400")
        self.assertEqual(self.ask.state("ho-201"), "offered")
        page = self.ask.events_after("190", limit=20)
        self.assertEqual([int(event["hubsequence"]) for event in page["events"]], list(range(191, 200)))
        self.assertTrue(page["more"])
        self.assertEqual(self.ask.call("events", after="199")["error"]["code"], "unavailable")
        self.assertEqual(len(self.ask.events_after("200", limit=20)["events"]), 20)
        self.assertEqual(self.said().count("seam check"), 1)

    def test_writing(self):
        """The writer meets it: nothing is accepted any more, said once, and not tried again."""
        feed = Feed(self.hub, "hub")
        self.addCleanup(feed.close)
        page = rows(self.hub.journal, "SELECT pageno FROM dbstat WHERE name='events_by_handoff' AND path='/'")[0][0]
        sql(self.hub.journal, "INSERT OR REPLACE INTO meta VALUES('x', '1')", "PRAGMA wal_checkpoint(TRUNCATE)")
        flip(self.hub.journal, page)
        with contextlib.closing(Agent(self.hub, "b")) as b:
            for n in range(3):
                reply = self.ask.call("publish", event=b.said_event("accepted", "ho-%d" % (n + 1)))
                self.assertEqual(reply["error"]["code"], "unavailable", reply)
        for _ in range(4):
            beat = json.loads(feed.next()[1])
        self.assertIn("malformed", beat["journal"])
        self.assertEqual(self.said().count("nothing is accepted"), 1)
        self.assertEqual(self.ask.call("ping")["ok"], True)
        self.assertEqual(self.ask.counters()["applied"], self.last)
        self.assertEqual(self.ask.list("handoffs", limit=1)["items"][0]["state"], "offered")


if __name__ == "__main__":
    check.main()
