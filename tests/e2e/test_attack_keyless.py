#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What somebody without a key tries, from an address of their own: each attempt counted, none with any effect (attack.py)."""
import contextlib
import os
import sys
import time
import unittest

import zmq
import zmq.auth
import zmq.utils.monitor

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import attack
import check
import stranger
from agent import compact, scratch, until
from stranger import Raw
from test_keys import keys


class WithoutAKey(attack.Mesh):
    """Whoever reaches the port, from an address of its own: bounds are for each."""

    ADDRESS = "127.0.0.2"

    def from_there(self, url):
        return url.replace("tcp://", "tcp://%s:0;" % self.ADDRESS)

    def knock(self, url, kind=zmq.DEALER, pair=None, server=None, **options):
        """A socket that tries to come in, and says all that it could say. What it is answered: nothing."""
        s = zmq.Context.instance().socket(kind)
        s.linger = 0
        if pair:
            s.curve_publickey, s.curve_secretkey, s.curve_serverkey = pair[0], pair[1], server or self.server
        for option, value in options.items():
            setattr(s, option, value)
        s.reconnect_ivl = -1
        over = s.get_monitor_socket(zmq.EVENT_DISCONNECTED | zmq.EVENT_HANDSHAKE_FAILED_AUTH | zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL
                                    | zmq.EVENT_HANDSHAKE_FAILED_PROTOCOL | zmq.EVENT_HANDSHAKE_SUCCEEDED)
        s.connect(self.from_there(url))
        if kind == zmq.SUB:
            s.subscribe(b"")
        else:
            for body in ({"op": "list", "what": "review"}, self.event(source="agent:planner", data={"agent": "planner"})):
                with contextlib.suppress(zmq.Again):
                    s.send(compact(body), zmq.DONTWAIT)
        try:
            self.assertTrue(over.poll(5000), "it ends")
            event = zmq.utils.monitor.recv_monitor_message(over)["event"]
            self.assertNotEqual(event, zmq.EVENT_HANDSHAKE_SUCCEEDED)
            if kind != zmq.PUB and s.poll(50):
                self.loot.append(b"".join(s.recv_multipart()))
                self.fail("answered: %r" % self.loot[-1])
        finally:
            s.disable_monitor()
            over.close()
            s.close()

    def setUp(self):
        with open(self.key("mira"), encoding="ascii") as lines:
            self.server = [line.split('"')[1] for line in lines if line.strip().startswith("server-key")][0].encode()
        self.lanes = ((self.hub.control, zmq.DEALER), (self.hub.events, zmq.PUB), (self.hub.feed, zmq.SUB))

    def raw(self, url, said):
        raw = Raw(url, self.ADDRESS)
        self.addCleanup(raw.close)
        raw.send(said)
        self.assertTrue(raw.is_ended(8))

    def old_key(self, name):
        """A copy of a key file, for when it is none any more."""
        path = os.path.join(scratch(), name + ".key")
        with open(self.key(name), "rb") as text, open(path, "wb", opener=lambda p, f: os.open(p, f, 0o600)) as out:
            out.write(text.read())
        return zmq.auth.load_certificate(path)

    def test_keys_that_are_none(self):
        """Not listed, not any more, another's, the hub's own; and a hub that is not this one."""
        gone, late = self.old_key("gone"), self.old_key("late")
        hub = zmq.auth.load_certificate(os.path.join(self.keys, "hub.key"))
        keys(self.keys, "revoke", "gone")
        keys(self.keys, "rotate", "late", "--time", "1s")
        until(lambda: time.sleep(0.1) or self.is_over(late), "it has ended", 10)
        stolen = zmq.auth.load_certificate(self.key("mira"))[0], zmq.curve_keypair()[1]
        rows = []
        for url, kind in self.lanes:
            rows += [("unknown", {"-/connect/unknown_key": 1, "access_denied": 1}, zmq.curve_keypair(), None),
                     ("the hub's own", {"-/connect/hub_key": 1, "access_denied": 1}, hub, None),
                     ("revoked", {"gone/connect/revoked": 1, "access_denied": 1}, gone, None),
                     ("ended", {"late/connect/revoked": 1, "access_denied": 1}, late, None),
                     ("an operator's public key", {"-/connect/handshake": 1, "access_denied": 1}, stolen, None),
                     ("a wrong server key", {"-/connect/unfinished": 1, "access_denied": 1}, zmq.curve_keypair(), zmq.curve_keypair()[0])]
            rows = [row if len(row) == 3 else (row[0], row[1], lambda row=row, url=url, kind=kind: self.knock(url, kind, row[2], row[3])) for row in rows]
        self.tried(rows)

    def is_over(self, pair):
        try:
            self.knock(self.hub.control, zmq.DEALER, pair)
        except AssertionError:
            return False
        return True

    def test_other_mechanisms(self):
        rows = []
        one = {"-/connect/unfinished": 1, "access_denied": 1}
        for url, kind in self.lanes:
            rows += [("NULL", one, lambda url=url, kind=kind: self.knock(url, kind)),
                     ("PLAIN", one, lambda url=url, kind=kind: self.knock(url, kind, plain_username=b"mira", plain_password=b"mira")),
                     ("a domain", one, lambda url=url, kind=kind: self.knock(url, kind, zap_domain=b"seam"))]
        self.tried(rows)

    def test_by_hand(self):
        """What no library says."""
        def greeting(mechanism, version=b"\x03\x00", server=b"\0"):
            return b"\xff" + bytes(8) + b"\x7f" + version + mechanism.ljust(20, b"\0") + server + bytes(31)

        foreign, unfinished, handshake = ({"turned_away." + name: 1, "-/connect/" + name: 1} for name in ("foreign", "unfinished", "handshake"))
        command, body = stranger.frame(b"\x05READY\x0bSocket-Type\0\0\0\6DEALER", command=True), stranger.frame(compact({"op": "list", "what": "review"}))
        rows = []
        for url, _ in self.lanes:
            rows += [("HTTP", foreign, b"GET / HTTP/1.1\r\n\r\n"), ("TLS", foreign, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200)),
                     ("ZMTP 1", foreign, b"\x01\x00" + bytes(20)), ("ZMTP 2", foreign, b"\xff" + bytes(8) + b"\x7f\x01\x05\x00\x00"),
                     ("NULL, and a request", unfinished, greeting(b"NULL") + command + body), ("GSSAPI", unfinished, greeting(b"GSSAPI") + command + body),
                     ("CURVE, then NULL's words", unfinished, greeting(b"CURVE") + command), ("CURVE, and a request", handshake, greeting(b"CURVE") + body),
                     ("as a server", handshake, greeting(b"CURVE", server=b"\1") + body), ("CURVE, a hello of zeros", unfinished,
                      greeting(b"CURVE") + stranger.frame(b"\x05HELLO\x01\x00" + bytes(192), command=True)),
                     ("CURVE, begun by INITIATE", unfinished, greeting(b"CURVE") + stranger.frame(b"\x08INITIATE" + bytes(250), command=True)),
                     ("a message without a handshake", handshake, greeting(b"CURVE") + stranger.frame(b"\x07MESSAGE" + bytes(40), command=True) + body)]
            rows = [row if not isinstance(row[2], bytes) else (row[0], row[1], lambda row=row, url=url: self.raw(url, row[2])) for row in rows]
        self.tried(rows)

    def test_zz_very_many(self):
        """Of keys that are not known, and of connections."""
        type(self).since = str(self.eve.ping()["hubsequence"])
        before = self.counts()["turned_away.rate"]
        pairs = [zmq.curve_keypair() for _ in range(100)]
        self.tried([("unknown keys", {"-/connect/unknown_key": 100, "access_denied": 100}, lambda: [self.knock(self.hub.control, pair=pair) for pair in pairs])])
        type(self).ADDRESS = "127.0.0.3"
        for _ in range(1500):
            with contextlib.suppress(OSError):
                with contextlib.closing(Raw(self.hub.control, self.ADDRESS)):
                    pass
        until(lambda: self.counts()["turned_away.rate"] > before + 100, "they are too many", 10)
        until(lambda: self.counts()["-/connect/rate"] > 100, "and it is journaled", 10)
        self.own(self.socket(zmq.DEALER, self.hub.control, "planner"))      # whoever has a key gets in
        self.decide(self.offer())


if __name__ == "__main__":
    check.main()
