#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The mesh stored beside the journal: a hub that starts from it is the hub that was, and a
file that is of no use costs nothing but time."""
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import unittest

import agent
import check
import shim
from agent import Agent, Control, Hub, Refused, until
from check import HIGH, LOW, artifact, contract, new_id

EVERY = 300


class Snapshots(unittest.TestCase):
    def hub(self, folder=None, every=EVERY, **more):
        made = Hub((contract("pq", "p", "q"),), folder=folder,
                   options=("--snapshot-every", every, "--grace", 0), **more).start()
        self.addCleanup(made.stop)
        return made

    def live(self, hub):
        with contextlib.closing(Control(hub.control)) as control:
            return control.counters()

    def work(self, hub, events):
        """Two agents and a human, at random, through publish: answered is on disk."""
        dice = random.Random(events)
        p, q = Agent(hub, "p"), Agent(hub, "q")
        ids = []
        with contextlib.closing(p), contextlib.closing(q), contextlib.closing(Control(hub.control)) as human:
            for _ in range(events):
                if not ids or dice.random() < .4:
                    ids.append(new_id())
                    p.offer(ids[-1], "q", artifact(dice.choice((LOW, HIGH))), contract="pq/1.0.0")
                else:
                    q.say(dice.choice(("accepted", "completed", "refused")), dice.choice(ids[-40:]))
                if dice.random() < .1:
                    with contextlib.suppress(Refused):
                        human.decide(dice.choice(ids[-40:]), dice.choice(("approve", "reject", "escalate")))

    def wait_for_file(self, hub):
        return until(lambda: os.path.exists(hub.journal + "-mesh"), "a snapshot", 15)

    def same_after(self, hub, before, said):
        again = self.hub(folder=hub.folder)
        self.assertIn(said, again.said())
        self.assertEqual(self.live(again)["mesh"], before["mesh"])
        check.agree(again)
        return again

    def test_killed(self):
        """kill -9 with a snapshot and events behind it; again with more of both."""
        hub = self.hub()
        for _ in range(3):
            self.work(hub, 2 * EVERY)
            self.wait_for_file(hub)
            before = self.live(hub)
            hub.kill9()
            hub = self.same_after(hub, before, "comes from the snapshot at")

    def test_old_ones(self):
        """What came long before the snapshot is shown, decided on and ended as ever, by a hub that
        has not looked at it before; and so it is in its own snapshot, and in a console."""
        hub = self.hub()
        p, q = Agent(hub, "p"), Agent(hub, "q")
        ids = [new_id() for _ in range(900)]
        for number, handoff in enumerate(ids):
            p.offer(handoff, "q", artifact(LOW if number % 9 == 0 else HIGH), contract="pq/1.0.0")
            if number % 9:
                q.say("completed", handoff)
        p.close(), q.close()
        self.wait_for_file(hub)
        before = self.live(hub)
        for rounds, first in enumerate((0, 450, 99)):
            hub.kill9() if rounds < 2 else self.assertEqual(hub.stop(), 0)
            hub = self.same_after(hub, before, "comes from the snapshot at")
            with contextlib.closing(Control(hub.control)) as human:
                self.assertEqual(human.state(ids[first]), "held")
                self.assertEqual(human.state(ids[first + 1]), "completed")
                self.assertEqual(human.show(ids[first + 1])["handoff"], ids[first + 1])
                human.decide(ids[first], "approve")
                waiting = {item["handoff"] for item in human.items("review")}
                self.assertEqual(waiting & set(ids), set(ids[::9]) - {ids[n] for n in (0, 450, 99)[:rounds + 1]})
                self.assertLessEqual(set(ids), {item["handoff"] for item in human.items("handoffs")})
            with contextlib.closing(Agent(hub, "q")) as q:
                q.say("completed", ids[first])
            with contextlib.closing(Agent(hub, "p")) as p:       # a duplicate of one that is stored
                p.offer(ids[first + 2], "q", artifact(HIGH), contract="pq/1.0.0")
            self.work(hub, EVERY)
            before = self.live(hub)
            self.assertEqual(before["mesh"], self.mirrored(hub))
        check.agree(hub)

    def mirrored(self, hub):
        """The digest of a console that takes the snapshot over."""
        done = subprocess.run([agent.BIN, "counters", "--mirror", "--json", "--hub", hub.control],
                              stdout=subprocess.PIPE, timeout=20, check=True)
        said = json.loads(done.stdout.splitlines()[-1])
        self.assertTrue(said.get("agrees"), said)
        return said["hub"]

    def test_stopped(self):
        """SIGTERM stores the mesh as it is: the next start reads nothing of the journal."""
        hub = self.hub()
        self.work(hub, EVERY // 2)
        self.assertFalse(os.path.exists(hub.journal + "-mesh"))
        before = self.live(hub)
        hub.process.send_signal(signal.SIGTERM)
        self.assertEqual(hub.process.wait(10), 0)
        self.same_after(hub, before, "and 0 events behind it")

    def test_of_no_use(self):
        """Damaged, cut, of another journal, ahead of this one: said, and all events are read."""
        hub = self.hub()
        self.work(hub, 2 * EVERY)
        path = hub.journal + "-mesh"
        self.wait_for_file(hub)
        before = self.live(hub)
        hub.kill9()
        with open(path, "rb") as stream:
            good = stream.read()
        half = len(good) // 2
        for name, bad in (("damaged", good[:half] + bytes((good[half] ^ 4,)) + good[half + 1:]),
                          ("cut", good[:half]), ("nothing", b""),
                          ("another", good[:20] + b"0000" + good[24:]),
                          ("ahead", good[:49] + b"00000000009999999999" + good[69:])):
            with self.subTest(name):
                with open(path, "wb") as stream:
                    stream.write(bad)
                again = self.same_after(hub, before, "all events are read instead")
                again.kill9()

    def test_an_older_journal_is_put_back(self):
        """The file stands beyond what a journal that was copied back holds."""
        hub = self.hub()
        self.work(hub, 50)
        hub.stop()
        kept = hub.journal + ".copy"
        shutil.copy(hub.journal, kept)
        before = os.stat(hub.journal + "-mesh").st_ino
        hub = self.hub(folder=hub.folder)
        self.work(hub, 2 * EVERY)
        until(lambda: os.stat(hub.journal + "-mesh").st_ino != before, "a newer snapshot", 15)
        hub.kill9()
        for end in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.remove(hub.journal + end)
        shutil.move(kept, hub.journal)
        # consoles and agents know of more under this epoch
        with self.assertRaisesRegex(agent.NoAnswer, "was committed to it.*an older copy"):
            self.hub(folder=hub.folder)
        os.remove(hub.journal + ".lock")            # who knows better
        again = self.hub(folder=hub.folder, every=100000)
        self.assertIn("the journal ends before it", again.said())
        # it must not come back when the journal has grown beyond it
        self.assertFalse(os.path.exists(hub.journal + "-mesh"))
        check.agree(again)

    def test_a_pipe_in_its_place(self):
        """It is not waited for."""
        folder = agent.scratch()
        os.mkfifo(os.path.join(folder, "journal.db-mesh"))
        hub = self.hub(folder=folder)
        self.work(hub, 20)
        self.assertIn("all events are read instead", hub.said())

    def test_killed_while_it_is_made(self):
        """The copy ends with the hub, and what it left half-written is gone at the next start."""
        hub = self.hub()
        for _ in range(4):
            self.work(hub, EVERY)
            hub.kill9()
            left = hub.journal + "-mesh.new"
            with contextlib.ExitStack() as held:            # an open file's number is not given anew
                inode = None
                with contextlib.suppress(FileNotFoundError):
                    inode = os.fstat(held.enter_context(open(left, "rb")).fileno()).st_ino
                hub = self.hub(folder=hub.folder)
                with contextlib.suppress(FileNotFoundError):    # or one that it has begun itself
                    self.assertNotEqual(os.stat(left).st_ino, inode)
        check.agree(hub)

    def test_killed_before_the_copy_has_its_turn(self):
        """The copy has the lock and the ports as long as it has not run: the next hub waits for that."""
        ports = [shim.own_port() for _ in range(3)]
        hub = self.hub(every=5, ports=ports, env=shim.environment("late_copy", LATE_COPY_MS=1000))
        self.work(hub, 10)
        tasks = "/proc/%d/task/" % hub.process.pid

        def copy():
            for task in os.listdir(tasks):
                with open(tasks + task + "/children", encoding="ascii") as children:
                    if children.read():
                        return True
            return False

        until(copy, "a copy is begun")
        before = self.live(hub)
        hub.kill9()
        again = self.hub(folder=hub.folder, every=100000, ports=ports)
        self.assertEqual(self.live(again)["mesh"], before["mesh"])
        with self.assertRaisesRegex(agent.NoAnswer, "in use by the hub"):     # one that lives is not waited for
            self.hub(folder=hub.folder)


if __name__ == "__main__":
    unittest.main()
