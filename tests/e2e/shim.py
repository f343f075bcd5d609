# SPDX-License-Identifier: MIT
"""What tests put between a program and its system: the libraries of tests/shim, preloaded, and a
proxy between sockets that cuts, stalls and forgets connections as a network does."""
import atexit
import contextlib
import functools
import itertools
import mmap
import os
import random
import re
import selectors
import socket
import struct
import subprocess
import threading
import time

import agent

SOURCES = os.path.join(agent.HERE, "..", "shim")


@functools.lru_cache(None)
def library(name):
    """The path of tests/shim/NAME.c as a library, compiled once a run."""
    path = os.path.join(agent.scratch("shim-"), name + ".so")
    subprocess.run(["cc", "-std=c11", "-D_GNU_SOURCE", "-O2", "-shared", "-fPIC", "-o", path,
                    os.path.join(SOURCES, name + ".c"), "-ldl"], check=True, timeout=60)
    return path


def environment(*names, **variables):
    """The environment of a program that runs on these libraries."""
    preload = [library(name) for name in names]
    if "/san/" in agent.BIN:          # the sanitizer wants to be the first
        found = subprocess.run(["cc", "-print-file-name=libasan.so"], stdout=subprocess.PIPE,
                               encoding="utf-8", check=True, timeout=20)
        preload.insert(0, found.stdout.strip())
    return dict(os.environ, LD_PRELOAD=" ".join(preload),
                **{key: str(value) for key, value in variables.items()})


class Clock:
    """The file of tests/shim/clock.c: a machine's wall clock and boot clock, to be moved."""

    def __init__(self):
        self.path = os.path.join(agent.scratch("clock-"), "offsets")
        with open(self.path, "w+b") as stream:
            stream.write(bytes(16))
            stream.flush()
            self.map = mmap.mmap(stream.fileno(), 16)

    def offsets(self):
        """Seconds by which (wall, boot) are ahead."""
        return tuple(usec / 1e6 for usec in struct.unpack("qq", self.map[:]))

    def _add(self, wall, boot):
        was = struct.unpack("qq", self.map[:])
        self.map[:] = struct.pack("qq", was[0] + int(wall * 1e6), was[1] + int(boot * 1e6))

    def date(self, seconds):
        """Somebody sets the date."""
        self._add(seconds, 0)

    def sleep(self, seconds):
        """The machine sleeps."""
        self._add(seconds, seconds)


@functools.lru_cache(None)
def claimed_ports():
    """A range that no other test takes as long as this process lives, what holds it, and a count of those given."""
    numbers = list(range(20000, 32000, 150))
    random.SystemRandom().shuffle(numbers)
    for first in numbers:
        claim = socket.socket(socket.AF_UNIX)
        try:
            claim.bind("\0seam-test-ports-%d" % first)
        except OSError:
            claim.close()
            continue
        atexit.register(claim.close)
        return first, claim, itertools.count()
    raise AssertionError("no ports are left")


def own_port():
    """A free port below those that the system gives to connections: it is still free after a restart,
    and nobody else has been given it."""
    first, _, given = claimed_ports()
    while True:
        port = first + next(given) % 150
        with contextlib.closing(socket.socket()) as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


class Proxy:
    """A network between peers and a hub's ports: a port of its own for each of them.

    cut()      connections are closed, and refused until heal()
    stall()    nothing passes until heal(); then it goes on
    forget()   connections stay and nothing ever passes on them again; new ones are fine

    Replies that name an address of the hub name the proxy's, as a tunnel's user would put it. Both have
    five digits, so that no length changes.
    """

    CHUNK = 65536

    def __init__(self, ports):
        self.ports = {}                       # of the hub -> of the proxy
        self.selector = selectors.DefaultSelector()
        self.lock = threading.RLock()
        self.listeners, self.pairs, self.out, self.dead = {}, {}, {}, []
        self.resting = set()                  # not waited for: full on both sides
        self.closed = self.cutting = self.stalled = False
        for port in ports:
            self.ports[port] = own_port()
        for port in ports:
            self._listen(port)
        names = {b"127.0.0.1:%d" % port: b"127.0.0.1:%d" % own for port, own in self.ports.items()}
        self.names, self.pattern = names, re.compile(b"|".join(map(re.escape, names)))
        self.wake, self.woken = socket.socketpair()
        self.selector.register(self.woken, selectors.EVENT_READ, None)
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def url(self, hub_url):
        """Where a URL of the hub is reached through this."""
        head, _, port = hub_url.rpartition(":")
        return "%s:%d" % (head, self.ports[int(port)])

    def _listen(self, port):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.ports[port]))
        listener.listen(64)
        self.listeners[port] = listener
        self.selector.register(listener, selectors.EVENT_READ, port)

    # What can be done to it, from any thread.

    def cut(self):
        with self.lock:
            self.cutting = True
            for listener in self.listeners.values():
                self.selector.unregister(listener)
                listener.close()
            self.listeners = {}
            self._close_all()
        self.wake.send(b".")

    def stall(self):
        self.stalled = True

    def forget(self):
        with self.lock:
            for end in self.pairs:
                self._forget(end)
                self.dead.append(end)
            self.pairs = {}

    def heal(self):
        with self.lock:
            self.stalled = False
            if self.cutting:
                self.cutting = False
                for port in self.ports:
                    self._listen(port)
        self.wake.send(b".")

    def close(self):
        self.closed = True
        self.wake.send(b".")
        self.thread.join(10)
        with self.lock:
            self._close_all()
            for end in list(self.listeners.values()) + self.dead + [self.wake, self.woken]:
                end.close()

    # The network itself, in a thread.

    def _close_all(self):
        while self.pairs:
            self._drop(next(iter(self.pairs)))

    def _forget(self, end):
        if end in self.resting:
            self.resting.discard(end)
        else:
            self.selector.unregister(end)
        self.out.pop(end, None)

    def _drop(self, end):
        other = self.pairs.pop(end, None)
        for one in (end, other):
            if one is not None:
                self.pairs.pop(one, None)
                self._forget(one)
                one.close()

    def _accept(self, port):
        near, _ = self.listeners[port].accept()
        far = socket.socket()
        try:
            far.connect(("127.0.0.1", port))
        except OSError:
            near.close()
            far.close()
            return
        for one, other in ((near, far), (far, near)):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            one.setblocking(False)
            self.pairs[one], self.out[one] = other, bytearray()
            self.selector.register(one, selectors.EVENT_READ, one)

    def _look_again(self, end):
        """What is waited for: room to write what is left, and more to read as long as that is little."""
        for one in (end, self.pairs[end]):
            full = len(self.out[self.pairs[one]]) > self.CHUNK
            events = selectors.EVENT_WRITE * bool(self.out[one]) | selectors.EVENT_READ * (not full)
            if one in self.resting and events:
                self.resting.discard(one)
                self.selector.register(one, events, one)
            elif events:
                self.selector.modify(one, events, one)
            elif one not in self.resting:
                self.resting.add(one)
                self.selector.unregister(one)

    def _pass(self, end, events):
        try:
            if events & selectors.EVENT_READ:
                chunk = end.recv(self.CHUNK)
                if not chunk:
                    raise ConnectionResetError
                self.out[self.pairs[end]] += self.pattern.sub(lambda found: self.names[found[0]], chunk)
            for one in (end, self.pairs[end]):
                with contextlib.suppress(BlockingIOError):
                    while self.out[one]:
                        del self.out[one][:one.send(self.out[one])]
            self._look_again(end)
        except BlockingIOError:
            pass
        except OSError:
            self._drop(end)

    def _run(self):
        while not self.closed:
            found = self.selector.select(0.2)
            with self.lock:
                for key, events in found:
                    if key.data is None:
                        self.woken.recv(100)
                    elif key.data in self.listeners:
                        with contextlib.suppress(OSError):
                            self._accept(key.data)
                    elif not self.stalled and key.fileobj in self.pairs:
                        self._pass(key.fileobj, events)
            if self.stalled:
                time.sleep(0.01)
