# SPDX-License-Identifier: MIT
"""More than a hub can take, for tests: who sends it, consoles that do not read it, and how much
memory the hub has had.

    flood.py send URL FIRST COUNT SIZE     an agent that sends as fast as it is taken
    flood.py ask URL                       requests that nobody waits for
"""
import collections
import fcntl
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import threading
import time

import agent
import check
import zmq
from agent import Agent, Hub, compact

HERE = os.path.abspath(__file__)
MOST = 600                     # MB of memory
SANITIZED = "/san/" in agent.BIN


# ---------------------------------------------------------------------------------------------
# An agent that sends


def send(url, first, count, size):
    """Numbered offers that a human must look at; waits where a queue is full, so none is dropped."""
    lane = zmq.Context.instance().socket(zmq.XPUB)
    lane.setsockopt(zmq.XPUB_NODROP, 1)
    lane.sndhwm, lane.linger = 1000, 60000
    lane.connect(url)
    lane.recv()
    text = ('{"specversion":"1.0","id":"s-%d","source":"agent:p","type":"seam.handoff.offered","run":"s",'
            '"sequence":"%020d","dataschema":"contract:pq/1.0.0","subject":"inc-%d","data":{"handoff":'
            '"ho-%08d","attempt":1,"from":"p","to":"q","artifact":{"confidence":0.4,"services":["checkout"],'
            '"fallback":"escalate_to_oncall_if_not_progressed_within_20h","pad":"' + "x" * size + '"}}}')
    for n in range(first, first + count):
        lane.send((text % (n, n, n // 8, n)).encode())
    lane.close()
    zmq.Context.instance().term()       # waits until all is out


def asker(hub):
    return subprocess.Popen([sys.executable, HERE, "ask", hub.control], stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE)


def sender(hub, first, count, size=100):
    return subprocess.Popen([sys.executable, HERE, "send", hub.events, str(first), str(count),
                             str(size)], stdin=subprocess.DEVNULL)


def ask_much(url):
    """Requests that nobody waits for; a line when they are on their way."""
    socket = zmq.Context.instance().socket(zmq.DEALER)
    socket.sndhwm = 0
    socket.connect(url)
    for number in range(60000):
        socket.send(b'{"op":"ping","rid":"%d","pad":"%s"}' % (number, b"x" * 200))
    time.sleep(3)                       # all that is taken in has been
    print("sent", flush=True)
    time.sleep(60)


class Publisher(threading.Thread):
    """Publishes over control, some at a time, until it is told to end; counts how it was answered."""

    def __init__(self, hub, name, window=100):
        super().__init__(daemon=True)
        self.agent, self.window, self.over = Agent(hub, name), window, False
        self.answers, self.slowest = collections.Counter(), 0.0
        self.good = set()
        self.start()

    def run(self):
        waiting = {}
        while not self.over or waiting:
            while len(waiting) < self.window and not self.over:
                event = self.agent.self_event("heartbeat", run=None, sequence=None)
                rid = self.agent.rid()
                waiting[rid] = (time.monotonic(), event["id"])
                self.agent.send(compact({"op": "publish", "rid": rid, "event": event}))
            if not self.agent.socket.poll(30000):
                self.answers["none"] += len(waiting)
                break
            reply = json.loads(self.agent.socket.recv())
            began, name = waiting.pop(reply["rid"])
            self.slowest = max(self.slowest, time.monotonic() - began)
            self.answers["ok" if reply["ok"] else reply["error"]["code"]] += 1
            if reply["ok"]:
                self.good.add(name)
        self.agent.close()

    def end(self):
        self.over = True
        self.join(60)


# ---------------------------------------------------------------------------------------------
# Consoles


class Console:
    """A real one on a terminal of its own."""

    def __init__(self, hub):
        self.end, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen([agent.BIN, "--hub", hub.control, "--read-only"], stdin=terminal,
                                        stdout=terminal, stderr=terminal, start_new_session=True,
                                        env=dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8"))
        os.close(terminal)

    def shows(self, *marks, seconds=30):
        """Reads until one of them is painted."""
        seen, end = b"", time.monotonic() + seconds
        while not any(mark in seen for mark in marks):
            if not select.select([self.end], [], [], max(0, end - time.monotonic()))[0]:
                raise AssertionError("not painted: %r in %r" % (marks, seen[-300:]))
            seen = seen[-4096:] + os.read(self.end, 65536)

    def close(self):
        self.process.kill()
        self.process.wait(10)
        os.close(self.end)


def deaf_subscriber(hub):
    """Wants all events and takes next to none."""
    socket = zmq.Context.instance().socket(zmq.SUB)
    socket.linger, socket.rcvhwm, socket.rcvbuf = 0, 1, 65536
    socket.subscribe("event")
    socket.connect(hub.feed)
    return socket


def close_all(sockets):
    for socket in sockets:
        socket.close()


def memory(hub, name):
    """MB, by the kernel: VmRSS is now, VmHWM the most there ever was."""
    with open("/proc/%d/status" % hub.process.pid, encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(name + ":")) / 1024


# ---------------------------------------------------------------------------------------------


class Case(check.PeersCase):
    def hub(self, *contracts, **more):
        options = ("--metrics", "127.0.0.1:*", "--grace", 0) + more.pop("options", ())
        made = Hub(contracts, options=options, **more)
        self.addCleanup(made.stop, 60)
        return made.start()

    def console(self, hub):
        made = Console(hub)
        self.addCleanup(made.close)
        made.shows(b"[LIVE", b"[QUIET")
        return made

    def sends(self, hub, *which):
        made = sender(hub, *which)
        self.addCleanup(made.wait)
        self.addCleanup(made.kill)
        return made

    def below(self, hub, what):
        most = memory(hub, "VmHWM")
        print("%s: %.0f MB now, %.0f MB at most" % (what, memory(hub, "VmRSS"), most), flush=True)
        if not SANITIZED:
            self.assertLess(most, MOST)


if __name__ == "__main__":
    if sys.argv[1] == "send":
        send(sys.argv[2], *map(int, sys.argv[3:]))
    else:
        ask_much(sys.argv[2])
