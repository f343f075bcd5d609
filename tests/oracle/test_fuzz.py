#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Some of what each fuzzer begins with, and what it asks of it, where no fuzzer runs (make fuzz does more)."""
import glob
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "fuzz"))
import seeds  # noqa: E402

EVERY = 9                       # seed, of those that are many
FEW = 100                       # of one fuzzer


def taken(fuzzer):
    all_of_them = list(seeds.seeds(fuzzer))
    return all_of_them if len(all_of_them) < FEW else all_of_them[::EVERY]


class Seeds(unittest.TestCase):
    def test_all(self):
        programs = sorted(name[:-2] for name in glob.glob(os.path.join(os.environ["B"], "tests", "replay", "*.d")))
        self.assertGreater(len(programs), 5)
        for program in programs:
            with self.subTest(program), tempfile.TemporaryDirectory() as folder:
                for number, text in enumerate(taken(os.path.basename(program))):
                    with open(os.path.join(folder, "%04d" % number), "wb") as out:
                        out.write(text)
                files = sorted(glob.glob(os.path.join(folder, "*")))
                done = subprocess.run([program, *files], stderr=subprocess.PIPE, timeout=60)
                if done.returncode != 0:
                    said = done.stderr.decode("utf-8", "replace").splitlines()
                    last = [line for line in said if line in files][-1]
                    with open(last, encoding="utf-8", errors="replace") as text:
                        self.fail("\n".join(said[said.index(last) + 1:] + [text.read()]))


if __name__ == "__main__":
    unittest.main()
