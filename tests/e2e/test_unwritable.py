# SPDX-License-Identifier: MIT
"""A journal that cannot be written: nothing is accepted, nothing is lost, and it recovers."""
import json
import os
import resource
import shutil
import sqlite3
import unittest
import uuid

from agent import Agent, Control, Feed, Hub, compact, digest, until


CONTRACT = {
    "contract": "work", "version": "1.0.0", "from": ["a"], "to": ["b"],
    "scope": {"represents": "work"}, "schema": {}, "confidence": {"review_below": 0.8},
    "fallback": {}}


def offer(number):
    return {"specversion": "1.0", "id": str(uuid.uuid4()), "source": "agent:a",
            "type": "seam.handoff.offered", "run": "r1", "sequence": "%020d" % number,
            "data": {"handoff": "h%d" % number, "attempt": 1, "from": "a", "to": "b",
                     "artifact": {"text": "x" * 2000}}}


def limit(hub, size):
    resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


class Unwritable(unittest.TestCase):
    def setUp(self):
        self.hub = Hub(options=("--grace", "1s")).start()
        self.addCleanup(self.hub.stop)
        self.ask = Control(self.hub.control)
        self.addCleanup(self.ask.close)

    def publish(self, number):
        """Its hubsequence, or None for `unavailable`."""
        reply = self.ask.call("publish", event=offer(number))
        if not reply["ok"]:
            self.assertEqual(reply["error"]["code"], "unavailable")
            return None
        return int(reply["recorded"])

    def fill(self):
        """Publishes until the hub says that it cannot write."""
        accepted = {}
        for number in range(1, 2000):
            place = self.publish(number)
            if place is None:
                return accepted, number
            accepted[number] = place
        self.fail("the limit was never reached")

    def test_full_and_room_again(self):
        limit(self.hub, 300000)
        accepted, refused = self.fill()
        self.assertGreater(len(accepted), 10)
        counters = self.ask.call("counters")
        self.assertEqual(counters["applied"], len(accepted))
        self.assertEqual(self.ask.call("ping")["ok"], True)
        limit(self.hub, resource.RLIM_INFINITY)
        until(lambda: self.publish(refused), "written again")
        self.hub.stop()
        self.hub.start()
        ask = Control(self.hub.control)
        self.addCleanup(ask.close)
        counters = ask.call("counters")
        self.assertEqual(counters["applied"], len(accepted) + 1)
        self.assertEqual(counters["lost"], 0)
        places = [int(event["hubsequence"]) for event in ask.call("events", limit=10000)["events"]]
        self.assertEqual(places, list(range(1, len(places) + 1)))

    def test_events_lane_waits_for_room(self):
        """Nobody sends these again: what was read and could not be written is read once more."""
        limit(self.hub, 300000)
        worker = Agent(self.hub, "a")
        self.addCleanup(worker.close)
        worker.open_lane()
        for number in range(300):
            worker.send_event(worker.offer_event("lane-%d" % number, "b", {"text": "x" * 2000}))
        until(lambda: self.publish(1) is None, "the limit is reached")
        limit(self.hub, resource.RLIM_INFINITY)
        until(lambda: self.publish(1), "written again")
        until(lambda: self.ask.call("counters")["applied"] >= 301, "all of them are there")
        counters = self.ask.call("counters")
        self.assertEqual((counters["lost"], counters["unheard"]), (0, 0))

    def test_what_waited_keeps_its_digest(self):
        """An offer with line breaks is journaled as one line; its digest is that of what came."""
        artifact = b'{"text":\n  "the artifact"}'
        event = offer(1)
        event["data"].update(handoff="pretty", artifact="ARTIFACT")
        worker = Agent(self.hub, "a")
        self.addCleanup(worker.close)
        worker.open_lane()
        limit(self.hub, 64 + os.path.getsize(self.hub.errors))        # also of what it says
        worker.send_frames(compact(event).replace(b'"ARTIFACT"', artifact))
        until(lambda: "cannot write" in self.said(), "it was read and could not be written")
        limit(self.hub, resource.RLIM_INFINITY)
        shown = until(lambda: self.ask.call("show", handoff="pretty").get("digest"), "it is there")
        self.assertEqual(shown, digest(artifact))

    def test_questions_are_answered_meanwhile(self):
        """While nothing can be written a `wait` still ends, and `show` is no silence."""
        self.hub.write_contract(CONTRACT)
        until(lambda: self.ask.items("contracts"), "the contract is in force")
        worker = Agent(self.hub, "a")
        self.addCleanup(worker.close)
        worker.offer("held", "b", {"confidence": 0.1}, contract="work/1.0.0")
        limit(self.hub, 100000)
        self.fill()
        self.assertEqual(worker.wait("held", seconds=0.2)["state"], "held")
        self.assertEqual(self.ask.show("held")["state"], "held")

    def said(self):
        with open(self.hub.errors, encoding="utf-8") as said:
            return said.read()

    def test_moved_and_put_back(self):
        """SQLite would go on writing where nobody finds it."""
        feed = Feed(self.hub, "hub")
        self.addCleanup(feed.close)
        self.assertTrue(self.publish(1))
        away = self.hub.journal + ".away"
        os.rename(self.hub.journal, away)
        # nobody publishes: the hub sees it by itself
        until(lambda: "moved or deleted" in json.loads(feed.next()[1])["journal"], "the beat says so")
        self.assertIsNone(self.publish(2))
        self.assertEqual(self.ask.show("h1")["state"], "offered")
        self.assertEqual(self.said().count("moved or deleted"), 1)
        shutil.copy(away, self.hub.journal)
        self.assertIsNone(self.publish(2))          # a copy is another file
        os.rename(away, self.hub.journal)
        until(lambda: self.publish(2), "written again")
        until(lambda: json.loads(feed.next()[1])["journal"] == "ok", "the beat says so")
        self.hub.kill9()
        self.hub.start()
        ask = Control(self.hub.control)
        self.addCleanup(ask.close)
        self.assertEqual(ask.call("counters")["applied"], 2)

    def test_lock_removed(self):
        """Another hub may start on it then, and two may not write: this one writes no more."""
        self.assertTrue(self.publish(1))
        os.unlink(self.hub.journal + ".lock")
        self.assertIsNone(self.publish(2))
        self.assertIn("another hub may write", self.ask.call("publish", event=offer(2))["error"]["message"])
        second = Hub(folder=self.hub.folder).start()
        self.addCleanup(second.stop)
        ask = Control(second.control)
        self.addCleanup(ask.close)
        self.assertTrue(ask.call("publish", event=offer(2))["ok"])
        self.assertIsNone(self.publish(3))
        self.assertEqual(self.hub.stop(), 0)
        self.assertTrue(ask.call("publish", event=offer(3))["ok"])
        self.assertEqual(ask.call("counters")["applied"], 3)

    def test_deleted(self):
        self.assertTrue(self.publish(1))
        os.unlink(self.hub.journal)
        self.assertIsNone(self.publish(2))          # at once: each write looks
        self.assertIsNone(self.publish(3))
        self.assertEqual(self.ask.call("ping")["ok"], True)
        self.assertEqual(self.hub.stop(), 0)

    def rescued(self, *suffixes, first=1, instead=None):
        """What was answered stood only in what is deleted: after kill -9 all of it is there."""
        recorded = {number: self.publish(number) for number in range(first, 21)}
        for suffix in suffixes:
            os.unlink(self.hub.journal + suffix)
        if instead is not None:
            with open(self.hub.journal + "-wal", "wb") as other:
                other.write(instead)
        # nobody publishes: the hub sees it by itself
        until(lambda: "can be written again" in self.said(), "the journal is whole again")
        self.assertEqual(self.said().count("moved or deleted"), 1)
        self.assertIn("all that was answered is saved", self.said())
        self.assertEqual(len(self.ask.all_events()), 20)
        recorded[21] = self.publish(21)
        self.assertTrue(recorded[21])
        self.hub.kill9()
        self.hub.start()
        ask = Control(self.hub.control)
        self.addCleanup(ask.close)
        found = {int(event["data"]["handoff"][1:]): int(event["hubsequence"])
                 for event in ask.all_events()}
        self.assertEqual({number: found.get(number) for number in recorded}, recorded)
        self.assertEqual(len(found), 21)

    def test_wal_deleted(self):
        self.rescued("-wal")

    def test_shm_deleted(self):
        self.rescued("-shm")

    def test_wal_and_shm_deleted(self):
        self.rescued("-wal", "-shm")

    def test_wal_replaced(self):
        """An older one in its place would undo what came behind it, also where somebody else has
        the journal open, so that it does not go by itself."""
        self.publish(1)
        beside = sqlite3.connect("file:%s?mode=ro" % self.hub.journal, uri=True)
        self.addCleanup(beside.close)
        beside.execute("select count(*) from events").fetchall()
        with open(self.hub.journal + "-wal", "rb") as wal:
            older = wal.read()
        self.rescued("-wal", "-shm", first=2, instead=older)

    def test_wal_deleted_under_a_write(self):
        """Each write looks: what it would have lost is refused."""
        self.assertTrue(self.publish(1))
        os.unlink(self.hub.journal + "-wal")
        self.assertIsNone(self.publish(2))
        until(lambda: self.publish(2), "written again")
        self.hub.kill9()
        self.hub.start()
        ask = Control(self.hub.control)
        self.addCleanup(ask.close)
        self.assertEqual(ask.call("counters")["applied"], 2)

    def test_no_journal_at_all(self):
        folder = os.path.join(self.hub.folder, "closed")
        os.mkdir(folder)
        os.mkdir(os.path.join(folder, "journal.db"))
        other = Hub(journal=os.path.join(folder, "journal.db"))
        other.spawn()
        self.addCleanup(other.stop)
        self.assertEqual(other.process.wait(10), 1)
        with open(other.errors, encoding="utf-8") as said:
            self.assertIn("journal.db", said.read())


if __name__ == "__main__":
    unittest.main()
