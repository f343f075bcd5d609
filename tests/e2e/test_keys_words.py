#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`seam keys` as somebody meets it who has not used it: each error with its remedy, each step with the next."""
import os
import re
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
import check
from test_keys import key_folder, keys


class Words(unittest.TestCase):
    def setUp(self):
        self.folder = key_folder((("planner", "agent"), ("mira", "operator")))

    def server_key(self, name):
        with open(os.path.join(self.folder, name + ".key"), encoding="ascii") as text:
            return re.search('server-key = "(.*)"', text.read()).group(1)

    def test_what_comes_next(self):
        self.assertIn("seam --key FILE", keys(self.folder, "add", "lee", "--role", "operator").stdout)
        self.assertIn("is revoked", keys(self.folder, "rotate", "lee", "--time", "0s").stdout)
        self.assertIn("1h more", keys(self.folder, "rotate", "lee", "--time", "1h").stdout)

    def test_the_last_operator(self):
        keys(self.folder, "add", "lee", "--role", "operator")
        self.assertEqual(keys(self.folder, "revoke", "lee").stderr, "")
        self.assertIn("nobody is left who may decide", keys(self.folder, "revoke", "mira").stderr)
        self.assertEqual(keys(self.folder, "revoke", "planner").stderr, "")

    def test_another_hub_in_the_list(self):
        """It is nobody's server key, can be given a new key, and let go of."""
        own = self.server_key("mira")
        keys(self.folder, "add", "second", "--role", "hub")
        keys(self.folder, "add", "lee", "--role", "operator")
        keys(self.folder, "rotate", "mira")
        self.assertEqual((self.server_key("lee"), self.server_key("mira")), (own, own))
        self.assertIn("second.key", keys(self.folder, "rotate", "second").stdout)
        keys(self.folder, "revoke", "second")
        self.assertIn("the hub itself", keys(self.folder, "revoke", "main", status=1).stderr)
        keys(self.folder, "rotate", "main")
        self.assertNotEqual(self.server_key("mira"), own)

    def test_options_before_the_command(self):
        for words in (("ls", "review"), ("keys", "list"), ("ls",)):
            done = subprocess.run([agent.BIN, "--key", "x", *words], capture_output=True, text=True, timeout=20, stdin=subprocess.DEVNULL)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn("options stand behind the command: seam %s ..." % words[0], done.stderr)

    def test_places(self):
        said = keys("/proc/no/such", "init", status=1).stderr
        self.assertIn("cannot make /proc/no/such", said)
        self.assertIn("--keys DIR", said)
        self.assertIn("seam keys init makes them", keys(agent.scratch(), "list", status=1).stderr)
        self.assertIn("seam keys init makes them", keys(agent.scratch(), "add", "x", "--role", "agent", status=1).stderr)


if __name__ == "__main__":
    check.main()
