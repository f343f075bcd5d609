#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds that are broken on purpose: whoever watches must catch each of them, or watches nothing.

    broken.py [WORD]        those with this word in their name

Each is built in a copy of the source, in which one line was changed; the product itself has no switch for it.
"""
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
SEEDS = (1, 2, 3, 4, 5)

# name, by whom it is caught, file, what is there, what takes its place
BROKEN = (
    ("answers before the commit", ("sync", "chaos"), "bus/hub_control.c",
     "h->replies->rests_on <= h->committed", "h->replies->rests_on > 0"),
    ("feeds before the commit", ("sync", "chaos"), "bus/hub_journal.c",
     "\twriter_send(h->writer, full);", "\thub_feed_batch(h, full);\n\twriter_send(h->writer, full);"),
    ("never syncs", ("sync",), "bus/journal.c", "synchronous=FULL", "synchronous=OFF"),
    ("does not sync each commit", ("sync",), "bus/journal.c", "synchronous=FULL", "synchronous=NORMAL"),
    ("fires twice", ("chaos",), "bus/hub_clock.c",
     "\thub_emit(h, EV_FALLBACK,", "\tif (now % 8 == 0)\n\t\thub_emit(h, EV_FALLBACK, hub_subject(h, i), "
     "buf_view(b));\n\thub_emit(h, EV_FALLBACK,"),
    ("forgets over a restart what has fired", ("chaos",), "mesh/field.c",
     "\tSAID(FLAG, handoff, fired),\n", ""),
    ("fires what an agent has begun", ("chaos",), "mesh/handoff.c",
     "\t\th->clock_stopped = true;", "\t\th->clock_stopped = false;"),
    ("takes an answer twice", ("chaos",), "bus/hub_decide.c",
     "\tif (answer_of(h->mesh, d, who)) {", "\tif (answer_of(h->mesh, d, who) == 1) {"),
    ("does not know a decision again", ("chaos",), "bus/hub_decide.c",
     "\tif (i == NONE)\n\t\treturn false;\n\tif (same_content", "\tif (i != 0)\n\t\treturn false;\n\tif (same_content"),
    ("takes back nothing when it cannot write", ("chaos",), "bus/hub_keep.c",
     "bool hub_reload(struct hub *h, struct err *e)\n{\n",
     "bool hub_reload(struct hub *h, struct err *e)\n{\n\tif (h->failed)\n\t\treturn true;\n"),
    ("a console that does not ask for what it missed", ("chaos",), "bus/mirror.c",
     "\tif (e.hubsequence > m->mesh->hubsequence + 1 && !from_journal)\n\t\treturn false;\n", ""),
)


def build(folder, name, file, there, instead):
    """Changes one line of the copy, builds it, and puts the line back."""
    path = os.path.join(folder, file)
    with open(path, encoding="utf-8") as stream:
        good = stream.read()
    if good.count(there) != 1:
        raise SystemExit("%s: %s has not once what is to be broken: %r" % (name, file, there))
    with open(path, "w", encoding="utf-8") as out:
        out.write(good.replace(there, instead))
    done = subprocess.run(["make", "-C", folder, "build/plain/seam", "WERROR=0"], timeout=300,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    if done.returncode:
        raise SystemExit("%s: it does not build: %s" % (name, done.stdout[-2000:]))
    binary = os.path.join(folder, "broken")
    shutil.copy(os.path.join(folder, "build/plain/seam"), binary)
    with open(path, "w", encoding="utf-8") as out:
        out.write(good)
    return binary


def runs(binary, *words):
    """What a test says of this program: (it is content, its last lines)."""
    done = subprocess.run([sys.executable] + list(words), env=dict(os.environ, BIN=binary), timeout=600,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    if done.returncode not in (0, 1):
        raise SystemExit("%s broke: %s" % (words[0], done.stdout[-2000:]))
    return done.returncode == 0, done.stdout


def by_sync(binary):
    content, said = runs(binary, os.path.join(HERE, "..", "e2e", "test_sync.py"))
    return not content and "AssertionError" in said, said


def by_chaos(binary):
    said = ""
    for seed in SEEDS:
        content, said = runs(binary, os.path.join(HERE, "run.py"), "--seconds", "20", "--seed", str(seed))
        if "the hub ended with -6" in said:
            raise SystemExit("that is no finding: %s" % said[-2000:])
        if not content:
            return "FAILED with seed" in said, said
    return False, said


def finding(said):
    """The line that names it."""
    for line in said.splitlines():
        if "AssertionError" in line or ": " in line and not line.startswith(" "):
            return line[:110]
    return ""


def main():
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    missed = 0
    with tempfile.TemporaryDirectory(prefix="seam-broken-") as scratch:
        folder = os.path.join(scratch, "copy")
        shutil.copytree(ROOT, folder, symlinks=True,
                        ignore=shutil.ignore_patterns(".git", "san", "fuzz", "cppcheck", "tests"))
        os.environ["TMPDIR"] = scratch
        for name, watchers, file, there, instead in BROKEN:
            if word not in name:
                continue
            binary = build(folder, name, file, there, instead)
            for watcher in watchers:
                caught, said = {"sync": by_sync, "chaos": by_chaos}[watcher](binary)
                missed += not caught
                print("%-9s %-5s  %s: %s" % ("caught" if caught else "NOT CAUGHT", watcher, name,
                                             finding(said)), flush=True)
    print("%d broken builds were not caught" % missed if missed else "all were caught")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
