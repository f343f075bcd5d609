#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Some of what each fuzzer begins with, and what it asks of it; and with sanitizers each fuzzes for a second of processor time.

There it is tests/fuzz/replay.h that changes what it begins with (FUZZ_SECONDS, FUZZ_SEED); make fuzz has libFuzzer.
"""
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
SANITIZED = os.path.basename(os.environ["B"]) == "san"
SECONDS = float(os.environ.get("FUZZ_SECONDS", SANITIZED))


def taken(fuzzer):
    all_of_them = list(dict.fromkeys(seeds.seeds(fuzzer)))
    return all_of_them if len(all_of_them) < FEW else all_of_them[::EVERY]


def what_broke_it(said, files, tried):
    """The last one that was named: its file, or what is in `tried`."""
    last = [line for line in said if line in files or line == tried][-1]
    with open(last, "rb") as stream:
        text = stream.read()
    if last == tried:
        text = text[8:8 + int.from_bytes(text[:8], sys.byteorder)]
    return [*said[said.index(last) + 1:], repr(text) if last == tried else text.decode("utf-8", "replace")]


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
                self.assertGreater(len(files), 2, "seeds.py has none for it")
                tried = os.path.join(folder, "tried")
                more = ["-more", str(SECONDS), tried] if SECONDS else []
                done = subprocess.run([program, *more, *files], stderr=subprocess.PIPE, timeout=60 + 10 * SECONDS)
                if done.returncode != 0:
                    self.fail("\n".join(what_broke_it(done.stderr.decode("utf-8", "replace").splitlines(), files, tried)))


if __name__ == "__main__":
    unittest.main()
