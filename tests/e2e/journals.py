# SPDX-License-Identifier: MIT
"""Journals for the tests of their care: made, harmed, and looked at as files."""
import contextlib
import datetime
import hashlib
import json
import os
import sqlite3
import subprocess

import agent

PAGE = 4096


def seam(*words, timeout=60, **more):
    """A sub-command, run to its end."""
    env = dict(os.environ, XDG_STATE_HOME=agent.scratch("state-"), **more.pop("env", {}))
    return subprocess.run([agent.BIN] + [str(word) for word in words], capture_output=True,
                          text=True, timeout=timeout, check=False, env=env, **more)


def sql(path, *statements):
    """As somebody with sqlite3 would, the schema's own words too."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=10)) as base:
        for statement in statements:
            words = statement if isinstance(statement, tuple) else (statement,)
            base.execute(*words)


def rows(path, query, *values):
    with contextlib.closing(sqlite3.connect("file:%s?mode=ro" % path, uri=True)) as base:
        return base.execute(query, values).fetchall()


def columns(number, at, handoff, size):
    """One journaled offer, as a hub would have written it."""
    time = (datetime.datetime(2026, 5, 4, 3, 0) + datetime.timedelta(milliseconds=at)
            ).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    event = {"specversion": "1.0", "id": "e-%d" % number, "source": "agent:a",
             "type": "seam.handoff.offered", "run": "r", "sequence": "%020d" % number,
             "data": {"handoff": handoff, "attempt": 1, "from": "a", "to": "b",
                      "artifact": {"text": hashlib.sha256(handoff.encode()).hexdigest() * (size // 64)}},
             "recordedtime": time, "hubsequence": "%020d" % number}
    return (number, time, "agent:a", event["id"], event["type"], None, handoff, 1, "applied",
            json.dumps(event, separators=(",", ":")))


def grow(path, count, size):
    """Fills the journal of a hub that is stopped with offers; gives the last hubsequence."""
    with contextlib.closing(sqlite3.connect(path)) as base:
        last = base.execute("SELECT coalesce(max(hubsequence), 0) FROM events").fetchone()[0]
        base.executemany("INSERT INTO events VALUES(?,?,?,?,?,?,?,?,?,?)",
                         (columns(n, n, "ho-%d" % n, size) for n in range(last + 1, last + count + 1)))
        base.commit()
    return last + count


def made(count=0, size=1000, folder=None):
    """The path of a new journal, as a hub that was stopped leaves it."""
    hub = agent.Hub(folder=folder, options=("--grace", 0)).start()
    hub.stop()
    os.remove(hub.journal + ".lock")
    if count:
        grow(hub.journal, count, size)
    return hub.journal


def file_state(*paths):
    """What must not change: the bytes of the file and of its WAL."""
    found = {}
    for path in paths:
        for end in ("", "-wal"):
            if os.path.isfile(path + end) and (not end or os.path.getsize(path + end)):
                with open(path + end, "rb") as stream:
                    found[path + end] = hashlib.sha256(stream.read()).hexdigest()
    return found


def flip(path, first, count=1, within=(0, PAGE)):
    """Turns all bits of these pages (from 1) over."""
    with open(path, "r+b") as stream:
        for page in range(first, first + count):
            at = (page - 1) * PAGE + within[0]
            stream.seek(at)
            old = stream.read(within[1] - within[0])
            stream.seek(at)
            stream.write(bytes(byte ^ 0xff for byte in old))


def pages_of(path, name):
    """The numbers of the leaf pages of a table or index."""
    return [row[0] for row in rows(path, "SELECT pageno FROM dbstat WHERE name=? AND pagetype='leaf' "
                                   "ORDER BY pageno", name)]
