#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who is kept out is told so on its own side, at once, why, and what to do.

All clients of the program: sub-commands that ask once, `tail --follow`, the console, the agents of the demo;
all reasons: no key, one that the hub does not know, one of another hub, revoked and run out (before, and while
connected), a role that may not, a hub that asks for no keys.
"""
import os
import subprocess
import sys
import time
import unittest

import zmq

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
import check
from agent import until
from test_keys import OfAFolder, key_folder, keys
from tmux import Screen

PATIENCE = 5          # seconds; what it took is printed with -v


class Client:
    """One that runs until it says why it is kept out."""

    def __init__(self, words, env):
        self.at = time.monotonic()
        self.process = subprocess.Popen([agent.BIN, *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE, text=True, env=env)

    def connects(self):
        """It has read its key, and has a socket."""
        try:
            folder = "/proc/%d/fd" % self.process.pid
            return any(os.readlink(os.path.join(folder, fd)).startswith("socket:") for fd in os.listdir(folder))
        except OSError:     # another one was closed meanwhile
            return False

    def said(self):
        _, text = self.process.communicate(timeout=30)
        return text, time.monotonic() - self.at


class Refused(OfAFolder, unittest.TestCase):
    options = ("--secure",)

    @classmethod
    def setUpClass(cls):
        cls.keys = key_folder((("support", "agent"), ("mira", "operator"), ("eve", "observer")))
        cls.other = key_folder((("mira", "operator"),))
        cls.hub = agent.Hub(options=cls.options + ("--keys", cls.keys)).start()
        cls.addClassCleanup(cls.hub.stop)
        cls.open = agent.Hub().start()
        cls.addClassCleanup(cls.open.stop)

    def changed(self, name, **members):
        """A copy of a key file with other keys in it."""
        path = os.path.join(agent.scratch(), "changed.key")
        with open(self.key(name), encoding="ascii") as text, \
                open(path, "w", encoding="ascii", opener=lambda p, f: os.open(p, f, 0o600)) as out:
            for line in text:
                word = line.split("=")[0].strip()
                out.write('    %s = "%s"\n' % (word, members[word.replace("-", "_")])
                          if word.replace("-", "_") in members else line)
        return path

    def stranger(self, name):
        public, secret = (text.decode() for text in zmq.curve_keypair())
        return self.changed(name, public_key=public, secret_key=secret)

    def of_another_hub(self, name):
        return self.changed(name, server_key=zmq.curve_keypair()[0].decode())

    # --- the clients

    def env(self, hub):
        env = dict(os.environ, SEAM_HUB=hub.control, HOME=agent.scratch())
        for name in ("SEAM_KEY", "SEAM_KEYS", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            env.pop(name, None)
        return env

    def player(self, key, hub, name="support"):
        begin = str(time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1000)
        words = ["demo-agent", name, begin, str(time.time_ns() // 1000), "0", "--scene", "calm", "--control", hub.control,
                 "--events", hub.events, "--feed", hub.feed]
        return Client(words + (["--key", key] if key else []), self.env(hub))

    def command(self, key, hub, *words):
        return Client(list(words) + (["--key", key] if key else []), self.env(hub))

    def console(self, key, hub):
        at = time.monotonic()
        screen = Screen([agent.BIN, "--hub", hub.control] + (["--key", key] if key else []), env=self.env(hub))
        self.addCleanup(screen.close)
        return screen, at

    def tells(self, case, what, words, name="mira", agent_name="support", hub=None):
        """Each client says these words; how long it took."""
        hub, took = hub or self.hub, {}
        for who in ("ls", "tail", "approve", "agent", "console"):
            key = what(agent_name if who == "agent" else name) if what else None
            if who == "console":
                screen, at = self.console(key, hub)
                until(lambda: all(word in " ".join(screen.text().split()) for word in ("NO ACCESS",) + words), (case, who, screen.text))
                took[who] = time.monotonic() - at
                continue
            client = (self.player(key, hub) if who == "agent" else
                      self.command(key, hub, *{"ls": ("ls", "dead"), "tail": ("tail", "--follow"), "approve": ("approve", "h-1")}[who]))
            text, took[who] = client.said()
            for word in words:
                self.assertIn(word, text, (case, who))
            self.assertNotEqual(client.process.returncode, 0, (case, who))
        print("%-24s %s" % (case, "  ".join("%s %.2f s" % item for item in took.items())), file=sys.stderr)
        self.assertLess(max(took.values()), PATIENCE, (case, took))

    # --- the reasons

    def test_no_key(self):
        self.tells("no key", None, ("key",))

    def test_a_key_that_was_never_added(self):
        self.tells("unknown key", self.stranger, ("refuses this key", "seam keys list"))

    def test_a_key_of_another_hub(self):
        self.tells("wrong server key", self.of_another_hub, ("server-key",))

    def test_a_hub_that_asks_for_no_keys(self):
        self.tells("hub asks for none", self.key, ("for no keys", "leave --key"), hub=self.open)

    def test_roles(self):
        """An observer's key has no agent, an agent's no console and no list."""
        text, took = self.player(self.key("eve"), self.hub).said()
        self.assertIn("key of eve, an observer: that role may not", text)
        for words in (("ls", "dead"), ("tail",)):
            text, _ = self.command(self.key("support"), self.hub, *words).said()
            self.assertIn("key of support, an agent: that role may not", text)
        screen, at = self.console(self.key("support"), self.hub)
        screen.shows("this is an agent's key: the console needs an operator's or an observer's")
        self.assertLess(max(took, time.monotonic() - at), PATIENCE)

    # --- of those that were in

    def connected(self, name, player):
        """tail, an agent and a console with keys that hold: who they are, how they tell."""
        keys(self.keys, "add", name, "--role", "operator")
        keys(self.keys, "add", player, "--role", "agent")
        until(lambda: self.lets_in(self.key(name)) and self.lets_in(self.key(player)), "the hub knows the new keys")
        running = {"tail": self.command(self.key(name), self.hub, "tail", "--follow"),
                   "agent": self.player(self.key(player), self.hub, player)}
        screen, _ = self.console(self.key(name), self.hub)
        screen.shows("WAITING FOR YOU", name)
        until(lambda: all(client.connects() for client in running.values()), "all have begun")
        return running, screen

    def lets_in(self, key):
        client = self.command(key, self.hub, "ping")
        client.said()
        return client.process.returncode == 0

    def told(self, case, running, screen, *words):
        at, took = time.monotonic(), {}
        for who, client in running.items():
            text, _ = client.said()
            took[who] = time.monotonic() - at
            for word in words:
                self.assertIn(word, text, (case, who))
        until(lambda: all(word in " ".join(screen.text().split()) for word in words), (case, screen.text))
        took["console"] = time.monotonic() - at
        print("%-24s %s" % (case, "  ".join("%s %.2f s" % item for item in took.items())), file=sys.stderr)
        self.assertLess(max(took.values()), PATIENCE, (case, took))

    def test_revoked_while_connected(self):
        running, screen = self.connected("zoe", "billing")
        keys(self.keys, "revoke", "zoe")
        keys(self.keys, "revoke", "billing")
        self.told("revoked", running, screen, "refuses this key", "revoked")

    def test_run_out_while_connected(self):
        running, screen = self.connected("ann", "ledger")
        keys(self.keys, "rotate", "ann", "--time", "1s")
        keys(self.keys, "rotate", "ledger", "--time", "1s")
        self.told("run out (in 1 s)", running, screen, "refuses this key", "run out")


if __name__ == "__main__":
    check.main()
