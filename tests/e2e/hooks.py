# SPDX-License-Identifier: MIT
"""What the tests of hooks share: a program that writes down what it is given and does as it is told."""
import json
import os
import stat

import agent

PROGRAM = '''#!/usr/bin/python3
import json, os, sys
folder = %r
def told():
    try:
        with open(os.path.join(folder, "do")) as stream:
            return stream.read()
    except OSError:
        return ""
data = sys.stdin.read()
with open(os.path.join(folder, "runs"), "a") as out:
    out.write(json.dumps({"input": json.loads(data), "argv": sys.argv[1:], "pid": os.getpid(),
                          "group": os.getpgrp(), "environment": dict(os.environ),
                          "open": sorted(int(n) for n in os.listdir("/proc/self/fd"))}) + "\\n")
exec(told())
'''


class Program:
    """A program for a hook: `do` is the Python that it ends with; `runs` what it was given."""

    def __init__(self, do=""):
        self.folder = agent.scratch("hook-")
        self.path = os.path.join(self.folder, "tell")
        with open(self.path, "w", encoding="utf-8") as out:
            out.write(PROGRAM % self.folder)
        os.chmod(self.path, stat.S_IRWXU)
        self.do(do)

    def do(self, text):
        half = os.path.join(self.folder, "do.new")
        with open(half, "w", encoding="utf-8") as out:
            out.write(text)
        os.rename(half, os.path.join(self.folder, "do"))

    def runs(self):
        try:
            with open(os.path.join(self.folder, "runs"), encoding="utf-8") as stream:
                return [json.loads(line) for line in stream if line.endswith("\n")]
        except OSError:
            return []

    def wait(self, count, seconds=15.0):
        return agent.until(lambda: len(self.runs()) >= count and self.runs(),
                           "%d runs of the program" % count, seconds)

    def file(self, name):
        return os.path.join(self.folder, name)
