# SPDX-License-Identifier: MIT
"""What keys cost, and what a hostile peer costs the others. For tests/bench/run, which says in `run` where its helpers are."""
import contextlib
import os
import signal
import statistics
import subprocess
import sys
import time

import agent
import test_keys

run = None
STRANGER = os.path.join(os.path.dirname(os.path.abspath(agent.__file__)), "stranger.py")


@contextlib.contextmanager
def hub(folder, secure, journal="none"):
    """One with the contract of all benchmark events; `key` gives what bench_keys takes."""
    os.makedirs(folder)
    keys = test_keys.key_folder([("agent-0", "agent"), ("pay", "agent"), ("mira", "operator"), ("eve", "observer")])
    path = journal if journal == "none" else os.path.join(folder, journal)
    one = agent.Hub([run.contract()], folder=folder, journal=path, options=("--keys", keys) + (("--secure",) if secure else ()))
    one.key = lambda name: os.path.join(keys, name + ".key") if secure else "-"
    with open(os.path.join(keys, "mira.key"), encoding="ascii") as lines:
        one.server = [line.split('"')[1] for line in lines if line.strip().startswith("server-key")][0]
    try:
        one.start()
        one.ask = agent.Control(one.control, one.key("mira") if secure else None)
        yield one
        one.ask.close()
    finally:
        one.stop()


def ingest(one, count):
    """Events a second, until the hub says that all are taken."""
    with run.started(run.program("bench_keys", "send", one.events, count, one.key("agent-0"))) as sender:
        end = time.monotonic() + run.LIMIT
        while int(one.ask.counters()["applied"]) < count:
            if time.monotonic() > end:
                raise AssertionError("not all events came: %s" % one.ask.counters())
            time.sleep(0.02)
        ended = time.monotonic()
        return count / (ended - float(sender.stdout.read().split()[0]))


def elsewhere(url):
    """From another address than who floods: those of one share its bounds."""
    return url.replace("tcp://", "tcp://127.0.0.2:0;")


def decide(one, rounds):
    """Milliseconds from each request to its reply."""
    return [float(word) / 1000 for word in run.output(run.program(
        "bench_keys", "decide", elsewhere(one.control), rounds, one.key("agent-0"), one.key("mira")))]


def p99(took):
    return sorted(took)[len(took) * 99 // 100]


def bench_curve(top, count=100000, rounds=400, connections=400):
    """With keys and without, in turn."""
    events = run.row("ingest with keys", "events/s", "without", 0.4, 0.6)
    typical = run.row("a decision's round trip with keys, median", "ms", "without", 2, 1.2, more=False)
    late = run.row("  the same, p99", "ms", "without")
    shakes = run.row("connections with keys, one after the other", "/s", "without")
    for i in range(min(run.ROUNDS, 3)):
        found = {}
        for secure in (True, False):
            with hub(os.path.join(top, "curve-%d-%d" % (i, secure)), secure) as one:
                came = ingest(one, count)
            with hub(os.path.join(top, "curve-d-%d-%d" % (i, secure)), secure, "journal.db") as one:
                took = decide(one, rounds)
                seconds = float(run.output(run.program("bench_keys", "shake", one.control, connections, one.key("mira")))[0])
            found[secure] = (came, statistics.median(took), p99(took), connections / seconds)
        for each, ours, theirs in zip((events, typical, late, shakes), found[True], found[False]):
            each.add(ours, theirs)


@contextlib.contextmanager
def flood(one, kind, url, key):
    """A process that floods, stopped for now."""
    words = [sys.executable, STRANGER, kind, url, "170", one.server] + ([one.key(key)] if key else [])
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        try:
            if process.stdout.readline() != "begun\n":
                raise AssertionError("%s did not begin" % kind)
            process.send_signal(signal.SIGSTOP)
            yield process
        finally:
            process.kill()


HOSTILE = (("half a handshake, over and over", "connects", "control", None), ("unknown keys", "unknown_keys", "control", None),
           ("frames without an end", "frames", "control", "pay"), ("requests", "requests", "control", "pay"),
           ("what is no event", "flat_out", "events", "pay"), ("events of others", "forgeries", "events", "pay"),
           ("subscriptions", "churn", "feed", "pay"), ("pages, an observer's key", "pages", "control", "eve"))


def bench_hostile(top, slices=8, rounds=100):
    """p99 of an operator's decisions under each hostile peer, and alone: in turn, on the same hub."""
    for what, kind, lane, key in HOSTILE:
        found = run.row("decisions, p99, under: " + what, "ms", "alone", 2, 1.2, more=False)
        for i in range(run.ROUNDS):
            took = {True: [], False: []}
            with hub(os.path.join(top, "hostile-%s-%d" % (kind, i)), True, "journal.db") as one:
                with flood(one, kind, getattr(one, lane), key) as process:
                    for _ in range(slices):
                        took[False] += decide(one, rounds)
                        process.send_signal(signal.SIGCONT)
                        time.sleep(0.3)
                        took[True] += decide(one, rounds)
                        process.send_signal(signal.SIGSTOP)
                        time.sleep(0.3)
            found.add(p99(took[True]), p99(took[False]))


BENCHES = [bench_curve, bench_hostile]
