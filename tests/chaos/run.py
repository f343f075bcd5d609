#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Chaos: a hub that is killed at any instant, with agents, deciders and consoles that live through it, and
a judge at the end (checker.py).

    run.py [--seconds N] [--seed N] [--restarts N] [--keep FOLDER]

The same seed gives the same dice to everybody; when processes run is the machine's to say, so a seed that
failed may need a few tries. What a run leaves is in FOLDER: the journal, the hub's words, records.jsonl and
export.jsonl, which `checker.py FOLDER` judges again.
"""
import argparse
import contextlib
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "e2e")]
import agent  # noqa: E402
import check  # noqa: E402
import checker  # noqa: E402
import shim  # noqa: E402
from actors import Chatterer, Decider, Reader, Worker  # noqa: E402
from agent import until  # noqa: E402
from mirror import Mirror  # noqa: E402
from tmux import Screen  # noqa: E402

WORKERS = ("ann", "ben", "cat", "dan", "eve")
GRACE = 0.5
QUARTER = 16 * 60              # seconds: longer than any clock is held
CRASHES = (("fdatasync", 40), ("pwrite", 400), ("write", 3000), ("fsync", 6), ("rename", 3),
           ("zmq_send", 600), ("zmq_msg_send", 300))
FAIL = ("fdatasync", "pwrite", "fsync", "rename")    # what a bad disk fails in


class Failed(Exception):
    """The run found something that no export shows: a hub that ended by itself, an actor that broke."""


def contracts():
    return [check.contract("gate-" + gate, WORKERS[0], WORKERS[0], **{
        "from": list(WORKERS), "to": list(WORKERS), "gate": gate, "max_attempts": 3})
            for gate in ("to", "from")]


class World:
    """Everything that is there: the hub, the networks, the actors, the consoles, and the clock."""

    def __init__(self, seed, folder, pace, consoles=1):
        self.seed, self.folder, self.pace = seed, folder, pace
        self.dice = random.Random(seed)
        self.stage, self.over, self.last = "work", False, 1 << 62
        self.starts, self.told = [], {}
        self.clock = shim.Clock()
        self.hub = agent.Hub(contracts(), folder=folder, ports=[shim.own_port() for _ in range(3)],
                             options=("--grace", "%dms" % (GRACE * 1000), "--snapshot-every", 150))
        self.armed = False
        self.start(None)
        self.networks = [shim.Proxy(self.hub.ports) for _ in range(3)]
        self.agents_url = self.networks[0].url(self.hub.control)
        self.lane_url = self.networks[0].url(self.hub.events)
        self.feed_url = self.networks[1].url(self.hub.feed)
        self.mirrors = [Mirror(self.networks[1].url(self.hub.control)),
                        Mirror(self.networks[2].url(self.hub.control)), Mirror(self.hub.control)]
        home = agent.scratch("home-")
        self.consoles = [Screen([agent.BIN, "--hub", self.networks[2].url(self.hub.control)],
                                env={"HOME": home, "XDG_STATE_HOME": home}) for _ in range(consoles)]
        self.workers = {}
        for name in WORKERS:
            self.workers[name] = Worker(self, name)
        self.actors = list(self.workers.values())
        self.actors += [Chatterer(self, name) for name in ("lou", "lee")]
        self.actors += [Decider(self, name) for name in ("mira", "noor", "olga")]
        self.actors += [Reader(self, name) for name in ("reader-1", "reader-2")]
        for actor in self.actors:
            actor.start()

    def pause(self, seconds):
        """Somebody sleeps, as long as there is work."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.stage == "work":
            time.sleep(0.02)

    # The hub's life.

    def start(self, crash):
        """Starts it, perhaps with the instant of its death. False if that came before it was ready."""
        self.armed = crash is not None
        variables = {"CRASH_AT": crash} if crash else {}
        self.hub.env = shim.environment("crash_at", "clock", CLOCK_FILE=self.clock.path, **variables)
        try:
            self.hub.start(seconds=20)
        except agent.NoAnswer:
            refused = (crash or "").endswith("fail") and self.hub.process.returncode == 1
            if not refused and (self.hub.process.returncode != -signal.SIGKILL or not crash):
                raise Failed("the hub did not start: status %s, %s" % (
                    self.hub.process.returncode, self.hub.said())) from None
            return False
        self.starts.append({"what": "start", "epoch": self.hub.ready["epoch"]})
        return True

    def look_after_hub(self):
        """Whether it runs; Failed when it has ended by itself."""
        if self.hub.running():
            return True
        if self.hub.process.returncode not in (-signal.SIGKILL, 0):
            raise Failed("the hub ended with %s: %s" % (self.hub.process.returncode, self.hub.said()))
        if self.hub.process.returncode == 0 and not self.told.get("stop"):
            raise Failed("the hub ended by itself: " + self.hub.said())
        return False

    def limit(self, size):
        with contextlib.suppress(ProcessLookupError):
            resource.prlimit(self.hub.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def signal_hub(self, number):
        with contextlib.suppress(ProcessLookupError):
            if self.hub.running():
                self.hub.process.send_signal(number)

    def look_after_actors(self):
        for actor in self.actors:
            if actor.went_wrong:
                raise Failed("%s broke: %s" % (actor.name, actor.went_wrong))

    # The end.

    def heal(self):
        for network in self.networks:
            network.heal()
        for mirror in self.mirrors:
            mirror.send(signal.SIGCONT)
        self.signal_hub(signal.SIGCONT)
        self.limit(resource.RLIM_INFINITY)
        if self.armed or not self.hub.running():
            self.hub.kill9()
            self.start(None)

    def settle(self, seconds=90):
        """Everybody finishes what is begun; every clock runs out."""
        self.stage = "finish"
        control = agent.Control(self.hub.control)
        with contextlib.closing(control):
            try:
                until(lambda: self.is_settled(control), "everything is answered", seconds, 0.3)
            except AssertionError:
                raise Failed("it does not come to rest: " + self.what_is_open(control)) from None

    def is_settled(self, control):
        self.look_after_actors()
        if not self.look_after_hub():
            raise Failed("the hub died while nobody harmed it: " + self.hub.said())
        if self.clocks(control) and self.dice.random() < 0.4:
            self.clock.sleep(QUARTER)
        return not self.clocks(control) and not self.unanswered(control) \
            and all(actor.idle() for actor in self.actors if not isinstance(actor, Reader)) \
            and not self.clocks(control) and not self.unanswered(control)

    def clocks(self, control):
        return [item["handoff"] for item in control.items("handoffs", limit=5000)
                if item["deadline"] is not None]

    def unanswered(self, control):
        return [event["id"] for name in self.workers for event in
                control.ask("decisions", agent=name)["decisions"]]

    def what_is_open(self, control):
        return "clocks %s, decisions %s, actors %s" % (
            self.clocks(control)[:5], self.unanswered(control)[:5],
            [(actor.name, [one.members for one in actor.desk.open.values()][:2])
             for actor in self.actors if not actor.idle()])

    def agree(self):
        """Hub, mirrors, consoles, `seam stats` and the second fold say the same; where that is."""
        path = os.path.join(self.folder, "export.jsonl")
        with contextlib.closing(agent.Control(self.hub.control)) as control:
            found, = until(lambda: self.quiet(control, path), "the journal is quiet", 30)
            live = control.counters()
        if found:
            raise Failed("the folds do not agree: %s" % json.dumps(found, default=str))
        place = self.last = int(live["hubsequence"])
        for number, mirror in enumerate(self.mirrors):
            try:
                told = mirror.agrees_at(place, 30)
            except AssertionError as late:
                raise Failed("mirror %d: %s" % (number, late)) from None
            if told["mesh"] != live["mesh"]:
                raise Failed("mirror %d: %s, the hub: %s" % (number, told, live))
        for screen in self.consoles:
            self.says_mesh(screen, "mesh %s... at event %d" % (live["mesh"][:23], place))
        until(lambda: all(actor.idle() for actor in self.actors), "the feed's readers are there", 20)

    @staticmethod
    def quiet(control, path):
        """(differences,) of the folds; None while the journal grows."""
        before = control.counters()["hubsequence"]

        class At:           # what check.disagreement asks of a hub
            control = None
        At.control = control.url
        found = check.disagreement(At, path)
        after = control.counters()["hubsequence"]
        return (found,) if before == after else None

    @staticmethod
    def says_mesh(screen, words):
        def look():
            screen.type(":mesh")
            screen.keys("Enter")
            with contextlib.suppress(AssertionError):
                return screen.shows(words, seconds=1)
        try:
            until(look, words, 20)
        except AssertionError:
            raise Failed("a console does not say %r:\n%s" % (words, screen.text())) from None

    def close(self):
        self.over = True
        for actor in self.actors:
            actor.join(10)
            actor.close()
        for network in self.networks:
            network.close()
        for one in self.mirrors + self.consoles:
            one.close()
        self.signal_hub(signal.SIGCONT)
        self.hub.stop()

    def records(self):
        return self.starts + [record for actor in self.actors for record in actor.records()]


class Tormentor:
    """Does one thing after the other to a world, and takes most of them back a little later."""

    def __init__(self, world):
        self.world, self.dice, self.undo = world, world.dice, []
        self.restart_at = None
        self.counts = {}

    TORMENTS = (("kill", 8), ("terminate", 2), ("stop_hub", 3), ("stop_mirror", 3), ("stop_console", 1),
                ("cut", 4), ("stall", 3), ("forget", 2), ("full", 4), ("date", 2), ("sleep", 1))

    def run(self, seconds, say=lambda text: None):
        names = [name for name, weight in self.TORMENTS for _ in range(weight)]
        end = next_say = time.monotonic() + seconds
        next_say -= seconds - 30
        next_one = time.monotonic()
        while time.monotonic() < end:
            now = time.monotonic()
            self.world.look_after_actors()
            self.look_after_hub(now)
            for when, what in [one for one in self.undo if one[0] <= now]:
                self.undo.remove((when, what))
                what()
            if now >= next_one:
                next_one = now + self.dice.expovariate(1 / 0.6)
                name = self.dice.choice(names)
                self.counts[name] = self.counts.get(name, 0) + 1
                getattr(self, name)()
            if now >= next_say:
                next_say += 30
                say("%d s to go: %d starts, %s" % (end - now, len(self.world.starts), self.counts))
            time.sleep(0.01)
        for _, what in self.undo:
            what()

    def look_after_hub(self, now):
        """Starts it again some time after its death."""
        if self.world.look_after_hub():
            return
        if self.restart_at is None:
            self.restart_at = now + self.dice.choice((0, 0.1, 0.5, self.dice.random() * 3))
            if self.dice.random() < 0.2:
                self.damage_snapshot()
        elif now >= self.restart_at:
            self.restart_at = None
            self.world.told.clear()
            self.world.start(self.crash() if self.dice.random() < 0.6 else None)

    def crash(self):
        """FUNCTION:N:MOMENT, of which many fall between a commit and its answer."""
        function, most = self.dice.choice(CRASHES)
        moments = ("before", "half", "after") + ("fail",) * (function in FAIL)
        return "%s:%d:%s" % (function, self.dice.randint(1, most), self.dice.choice(moments))

    def later(self, most, what):
        self.undo.append((time.monotonic() + self.dice.random() * most, what))

    def kill(self):
        if self.world.hub.running():
            self.world.hub.kill9()

    def terminate(self):
        self.world.told["stop"] = True
        self.world.signal_hub(signal.SIGCONT)
        self.world.signal_hub(signal.SIGTERM)

    def stop_hub(self):
        self.world.signal_hub(signal.SIGSTOP)
        self.later(3, lambda: self.world.signal_hub(signal.SIGCONT))

    def stop_mirror(self):
        mirror = self.dice.choice(self.world.mirrors)
        mirror.send(signal.SIGSTOP)
        self.later(8, lambda: mirror.send(signal.SIGCONT))

    def stop_console(self):
        for screen in self.world.consoles:
            pid = screen.process()
            os.kill(pid, signal.SIGSTOP)
            self.later(5, lambda pid=pid: os.kill(pid, signal.SIGCONT))

    def cut(self):
        network = self.dice.choice(self.world.networks)
        network.cut()
        self.later(4, network.heal)

    def stall(self):
        network = self.dice.choice(self.world.networks)
        network.stall()
        self.later(4, network.heal)

    def forget(self):
        self.dice.choice(self.world.networks).forget()

    def full(self):
        """No room for the journal: from now, or in the middle of the next pages."""
        size = 0
        with contextlib.suppress(OSError):
            size = os.path.getsize(self.world.hub.journal + "-wal")
        self.world.limit(self.dice.choice((64, size, size + self.dice.randint(1, 20000))))
        self.later(2, lambda: self.world.limit(resource.RLIM_INFINITY))

    def date(self):
        self.world.clock.date(self.dice.choice((-3600, -30, -3, 3, 30, 3600)))

    def sleep(self):
        self.world.clock.sleep(self.dice.choice((1.5, 5, 30)))

    def damage_snapshot(self):
        path = self.world.hub.journal + "-mesh"
        with contextlib.suppress(OSError):
            size = os.path.getsize(path)
            how = self.dice.choice(("remove", "cut", "flip"))
            if how == "remove":
                os.remove(path)
            elif how == "cut":
                os.truncate(path, self.dice.randrange(size))
            else:
                with open(path, "r+b") as stream:
                    stream.seek(self.dice.randrange(size))
                    byte = stream.read(1)
                    stream.seek(-1, os.SEEK_CUR)
                    stream.write(bytes((byte[0] ^ 1 << self.dice.randrange(8),)))


class Restarts(Tormentor):
    """Nothing but starts, a few events, kill -9, and clocks that are set meanwhile."""

    def loop(self, times, say=lambda text: None):
        for number in range(times):
            if self.dice.random() < 0.3:
                self.damage_snapshot()
            for what, chance in ((self.date, 0.5), (self.sleep, 0.3)):
                if self.dice.random() < chance:
                    what()
            while not self.world.start(self.crash() if self.dice.random() < 0.3 else None):
                pass
            end = time.monotonic() + self.dice.choice((0.05, 0.3, GRACE + 0.1, GRACE + 0.4))
            while time.monotonic() < end and self.world.look_after_hub():
                self.world.look_after_actors()
                if self.dice.random() < 0.01:
                    self.dice.choice((self.date, self.sleep))()
                time.sleep(0.01)
            self.kill()
            if number % 20 == 19:
                say("%d restarts" % (number + 1))


def chaos(seconds, seed, folder, restarts=0, say=lambda text: None, pace=0.15):
    """One run. The faults that were found, as lines of text, and how much there was of it. An agent offers
    something about every `pace` seconds."""
    world = World(seed, folder, pace)
    found, lines = [], []
    try:
        try:
            if restarts:
                world.hub.kill9()
                Restarts(world).loop(restarts, say)
            if seconds:
                tormentor = Tormentor(world)
                tormentor.run(seconds, say)
                say("torments: %s" % tormentor.counts)
            world.heal()
            world.settle()
            world.agree()
        except (Failed, agent.NoAnswer) as failed:
            found.append(str(failed))
        world.over = True
        for actor in world.actors:
            actor.join(10)
        if world.hub.running() and not os.path.exists(os.path.join(folder, "export.jsonl")):
            check.export(world.hub, os.path.join(folder, "export.jsonl"))
        with open(os.path.join(folder, "records.jsonl"), "w", encoding="utf-8") as out:
            for record in world.records():
                out.write(json.dumps(record) + "\n")
    finally:
        world.close()
    if os.path.exists(os.path.join(folder, "export.jsonl")):
        records, lines = checker.read(folder)
        found += checker.faults(records, lines)
    fired = sum('"seam.handoff.fallback"' in line for line in lines)
    return found, "%d events, %d fallbacks, %d starts of the hub" % (len(lines), fired, len(world.starts))


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    options.add_argument("--seconds", type=float, help="of torments; 60, or 0 with --restarts")
    options.add_argument("--seed", type=int, default=None)
    options.add_argument("--restarts", type=int, default=0,
                         help="first so many starts, each with a clock that was set and a kill -9")
    options.add_argument("--keep", help="leave what there is in this folder")
    given = options.parse_args()
    check.need_binary()
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(1 << 31)
    print("seed %d" % seed, flush=True)
    with tempfile.TemporaryDirectory(prefix="seam-chaos-") as scratch:
        os.environ.setdefault("SEAM_TEST_TMP", scratch)
        folder = given.keep or tempfile.mkdtemp(prefix="seam-chaos-")
        os.makedirs(folder, exist_ok=True)
        seconds = given.seconds if given.seconds is not None else 0 if given.restarts else 60
        found, much = chaos(seconds, seed, folder, given.restarts,
                            lambda text: print("  " + text, flush=True))
    print(much)
    if not found and not given.keep:
        shutil.rmtree(folder)
    if found:
        print("\n".join(found))
        print("FAILED with seed %d; what it left is in %s" % (seed, folder))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
