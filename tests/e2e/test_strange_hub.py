#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Commands that are answered by what is no hub of ours: they say so, and end."""
import contextlib
import json
import os
import subprocess
import threading
import unittest

import zmq

import agent
import check

DIGEST = "sha256:" + "0" * 64
REPLIES = {
    "nothing": {},
    "an endless list": {"items": [], "next": "again", "total": 5},
    "a list that goes round": {"items": [{}], "next": "again", "total": 5},
    "a cursor that is too long": {"items": [{}], "next": "n" * 4000, "total": 5},
    "an event without a number": {"events": [{}], "more": True, "last": "9"},
    "events that do not go on": {"events": [], "more": True, "last": "9"},
    "events that go back": {"events": [{"hubsequence": "9"}, {"hubsequence": "8"}], "more": False, "last": "9"},
    "other types": {"items": {}, "events": "x", "artifact": 7, "attempt": "1", "digest": 3, "state": [],
                    "history": [7, {}], "name": 3, "feed": "bogus", "journal": [], "until": 4, "claimed_by": 4,
                    "total": "5", "bytes": None, "spare": {}, "running": 1, "operator": []},
    "numbers out of reach": {"attempt": -1, "digest": DIGEST, "items": [], "total": 1e300, "bytes": -5, "spare": 10 ** 30},
}
BROKEN = (b"[]", b'{"rid":RID}', b'{"rid":RID,"ok":false,"error":7}', b'{"rid":RID,"ok":true')
COMMANDS = (("ls", "review"), ("show", "h1"), ("tail",), ("tail", "--after", "0"), ("export",), ("counters",),
            ("ping",), ("approve", "h1"), ("requeue", "h1"), ("hold", "h1"),
            ("escalate", "h1", "--target", "x"), ("claim", "h1"), ("audit",), ("audit", "--verify"),
            ("vacuum",), ("mute", "agent", "aa"), ("unmute", "agent", "aa"), ("emit", "ARTIFACT", "--from", "a", "--to", "b"))


class StrangeRouter:
    """A ROUTER that answers everything alike."""

    def __init__(self, reply):
        self.reply, self.ends = reply, threading.Event()
        self.socket = zmq.Context.instance().socket(zmq.ROUTER)
        self.url = "tcp://127.0.0.1:%d" % self.socket.bind_to_random_port("tcp://127.0.0.1")
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()

    def serve(self):
        while not self.ends.is_set():
            if self.socket.poll(50):
                frames = self.socket.recv_multipart()
                rid = json.dumps(json.loads(frames[-1])["rid"]).encode()
                self.socket.send_multipart([frames[0], self.reply.replace(b"RID", rid)])
        self.socket.close(0)

    def close(self):
        self.ends.set()
        self.thread.join()


class StrangeHub(unittest.TestCase):
    def run_all(self, reply, commands, seconds=8):
        """Status and words of each command, all of them at once."""
        path = os.path.join(agent.scratch(), "artifact")
        with open(path, "w", encoding="ascii") as out:
            out.write("{}")
        with contextlib.closing(StrangeRouter(reply)) as hub:
            running = [(words, subprocess.Popen(
                [agent.BIN] + [path if word == "ARTIFACT" else word for word in words] + ["--hub", hub.url],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)) for words in commands]
            found = {}
            for words, process in running:
                try:
                    _, said = process.communicate(timeout=seconds)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.communicate()
                    self.fail("%s does not end" % (words,))
                found[words] = process.returncode, said.decode("utf-8", "replace")
        return found

    def test_no_answer(self):
        for name, members in REPLIES.items():
            with self.subTest(name):
                reply = b'{"rid":RID,' + json.dumps(dict(
                    {"ok": True, "epoch": "e", "hubsequence": "5"}, **members)).encode()[1:]
                for words, (status, said) in self.run_all(reply, COMMANDS).items():
                    self.assertIn(status, (0, 1, 3), (words, said))
                    self.assertNotIn("runtime error", said)
                    # who asked for pages of that is told
                    if words[0] == "ls" and "items" in members or words[0] in ("tail", "export", "audit"):
                        self.assertIn("answers what is no answer to", said, words)
                        self.assertEqual(status, 3, words)

    def test_no_reply(self):
        """What is no reply to the question at all is as none; it takes the time that an answer may take."""
        commands = [words for words in COMMANDS if words[0] in ("ls", "show", "approve", "vacuum", "mute")]
        for reply in BROKEN:
            with self.subTest(reply):
                for words, (status, said) in self.run_all(reply, commands, 25).items():
                    self.assertIn(status, (1, 3), (words, said))


if __name__ == "__main__":
    check.main()
