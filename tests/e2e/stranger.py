# SPDX-License-Identifier: MIT
"""A peer that speaks ZMTP by hand, so that it can say what no library would; and floods, as processes.

    Raw        one TCP connection: greets, shakes hands without keys, sends frames
    python3 stranger.py KIND URL SECONDS [SERVER-KEY [KEY-FILE]]
               floods a lane that long, politely (nice 19), and says what it got done
"""
import contextlib
import json
import os
import select
import socket
import sys
import time

import zmq

GREETING = b"\xff" + bytes(8) + b"\x7f" + b"\x03\x00" + b"NULL".ljust(20, b"\0") + bytes(32)


def frame(body, more=False, command=False):
    flags = (1 if more else 0) | (4 if command else 0)
    if len(body) < 256:
        return bytes((flags, len(body))) + body
    return bytes((flags | 2,)) + len(body).to_bytes(8, "big") + body


def ready(kind):
    return frame(b"\x05READY\x0bSocket-Type" + len(kind).to_bytes(4, "big") + kind, command=True)


class Raw:
    """Raises OSError where the hub has ended it."""

    def __init__(self, url, source="127.0.0.1"):
        host, port = url.removeprefix("tcp://").rsplit(":", 1)
        self.socket = socket.create_connection((host, int(port)), 10, (source, 0))

    def close(self):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)
        return self

    def shake(self, kind=b"DEALER"):
        """Until the hub's READY is here."""
        self.send(GREETING + ready(kind))
        got = b""
        while b"READY" not in got:
            piece = self.socket.recv(4096)
            if not piece:
                raise ConnectionResetError("ended while shaking hands")
            got += piece
        return self

    def is_ended(self, seconds=0.0):
        end = time.monotonic() + seconds
        while True:
            try:
                if select.select([self.socket], [], [], max(0.0, end - time.monotonic()))[0]:
                    if not self.socket.recv(65536):
                        return True
                elif time.monotonic() >= end:
                    return False
            except OSError:
                return True

    def flood(self, piece, times):
        """Sends it so often or until the hub has ended it; whether it has."""
        try:
            for _ in range(times):
                self.socket.sendall(piece)
        except OSError:
            return True
        return self.is_ended(5)


# --- floods -------------------------------------------------------------------


def connects(url, done, _server, _key):
    """Connects and goes, or says what is no greeting."""
    with contextlib.suppress(OSError):
        raw = Raw(url)
        if done % 2:
            raw.send(b"GET / HTTP/1.1\r\n\r\n")
        raw.close()


def unknown_keys(url, done, server, _key):
    dealer = zmq.Context.instance().socket(zmq.DEALER)
    dealer.linger = 0
    dealer.curve_publickey, dealer.curve_secretkey = PAIRS[done % len(PAIRS)]
    dealer.curve_serverkey = server.encode()
    monitor = dealer.get_monitor_socket(zmq.EVENT_HANDSHAKE_FAILED_AUTH | zmq.EVENT_DISCONNECTED)
    dealer.connect(url)
    monitor.poll(200)
    dealer.disable_monitor()
    dealer.close()


PAIRS = [zmq.curve_keypair() for _ in range(8)]


def endless(url, _done, _server, _key):
    raw = Raw(url).shake()
    raw.flood(frame(b"", more=True) * 4096, 100)
    raw.close()


def large(url, _done, _server, _key):
    raw = Raw(url).shake()
    raw.flood(frame(bytes(1 << 20), more=True), 200)
    raw.close()


def topics(url, done, _server, _key):
    raw = Raw(url).shake(b"SUB")
    raw.flood(b"".join(frame(b"\x01" + b"%0200d" % (done * 500 + i)) for i in range(500)), 10)
    raw.close()


def churn(url, _done, server, key):
    """The same topic wanted and not wanted, over and over."""
    s = by_key(url, zmq.XSUB, server, key)
    for _ in range(200):
        s.send(b"\x01hub")
        s.send(b"\x00hub")


def flat_out(url, done, server, key):
    with contextlib.suppress(zmq.Again):
        by_key(url, zmq.XPUB, server, key).send(b"no event %d" % done * 40)


def frames(url, _done, server, key):
    """Messages of a thousand frames that nobody could take, with a key."""
    with contextlib.suppress(zmq.Again):
        by_key(url, zmq.DEALER, server, key).send_multipart([b""] * 3000, zmq.DONTWAIT)
    time.sleep(0.002)


def forgeries(url, done, server, key):
    """Events in another agent's name."""
    with contextlib.suppress(zmq.Again):
        by_key(url, zmq.XPUB, server, key).send(
            b'{"specversion":"1.0","id":"%d","source":"agent:agent-0","type":"seam.agent.bye","data":{"agent":"agent-0"}}' % done)


SOCKETS = {}


def by_key(url, kind, server, key):
    """One socket with the key, kept open."""
    if url not in SOCKETS:
        s = SOCKETS[url] = zmq.Context.instance().socket(kind)
        s.linger, s.sndhwm = 0, 100
        if key:
            public, secret = zmq.auth.load_certificate(key)
            s.curve_publickey, s.curve_secretkey, s.curve_serverkey = public, secret, server.encode()
        s.connect(url)
        if kind == zmq.XPUB:
            s.poll(5000)
    return SOCKETS[url]


def garbage(url, done, server, key):
    """No events, over the events lane."""
    with contextlib.suppress(zmq.Again):
        s = by_key(url, zmq.XPUB, server, key)
        s.send((b"no event %d " % done) * 40)
        if done % 20 == 0:
            time.sleep(0.02)      # a thousand a second


def requests(url, done, server, key):
    """Requests that are refused or cheap, as fast as they go, and nothing read."""
    s = by_key(url, zmq.DEALER, server, key)
    with contextlib.suppress(zmq.Again):
        s.send(json.dumps({"op": ("ping", "list", "show")[done % 3], "rid": str(done), "what": "handoffs", "handoff": "none"}).encode(),
               zmq.DONTWAIT)
    if done % 20 == 0:
        time.sleep(0.01)


def pages(url, done, server, key):
    """All that the hub has, as often as it goes, and nothing read."""
    with contextlib.suppress(zmq.Again):
        by_key(url, zmq.DEALER, server, key).send(b'{"op":"events","rid":"%d","limit":100000}' % done)


FLOODS = {f.__name__: f for f in (connects, unknown_keys, endless, large, topics, churn, frames, garbage, flat_out, forgeries,
                                      requests, pages)}


def main(kind, url, seconds, server=None, key=None):
    os.setpriority(os.PRIO_PROCESS, 0, 19)
    end, done = time.monotonic() + float(seconds), 0
    print("begun", flush=True)
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            FLOODS[kind](url, done, server, key)
        done += 1
    print(done, flush=True)
    os._exit(0)


if __name__ == "__main__":
    import zmq.auth
    main(*sys.argv[1:])
