#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Bugs that are planted: a fuzzer that does not find the one in what it watches watches nothing.

    planted.py [WORD]       those of fuzzers with this word in their name

Each is built in a copy of the source, in which one place was changed as somebody in a hurry might; the fuzzer begins with
its seeds and has SECONDS. It has to end with a finding, and without the change with none for QUIET seconds.
"""
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
SECONDS, QUIET = 120, 10
FINDINGS = ("ERROR: AddressSanitizer", "runtime error:", "ERROR: LeakSanitizer", "deadly signal", "ERROR: libFuzzer")

# fuzzer, what was forgotten, file, what is there, what takes its place
PLANTED = (
    ("fuzz_json", "an escape may end before its digits", "base/json_lex.c", "if (end - p < 6 || p[0]", "if (p[0]"),
    ("fuzz_codec", "a line break in a string", "bus/splice.c", "\t\t\ttext = !text;", "\t\t\ttext = false;"),
    ("fuzz_control", "a rid of one more than may be", "bus/hub_control.c", "if (s.n > RID_BYTES)", "if (s.n > RID_BYTES + 1)"),
    ("fuzz_contract", "one action too many is compared", "contract/fallback.c",
     "\tfor (int a = FALLBACK_NONE + 1; a < FALLBACK_ACTIONS; a++) {\n\t\tif (str_is(",
     "\tfor (int a = FALLBACK_NONE + 1; a <= FALLBACK_ACTIONS; a++) {\n\t\tif (str_is("),
    ("fuzz_schema", "room for the ends of too few branches", "contract/schema_check.c", "at[MOST_BRANCHES + 1]", "at[2]"),
    ("fuzz_recording", "a line shorter than what is looked for at its end", "bus/recording.c", "if (line.n > 64 && memcmp(", "if (memcmp("),
    ("fuzz_query", "a word that begins at the end of a text", "mesh/query_words.c", "i + low.n <= text.n", "i < text.n"),
    ("fuzz_input", "a sequence longer than its room", "tui/input.c", "\tif (in->seq_len < sizeof(in->seq))\n", ""),
    ("fuzz_text", "what has no known width", "base/text.c", "} else if (width < 0 || (width == 0 &&", "} else if ((width == 0 &&"),
    ("fuzz_keyring", "a line of many words", "bus/keyring.c", "\t\tif (n < MOST_WORDS)\n\t\t\tword[n]", "\t\tword[n]"),
    ("fuzz_keyring", "a value longer than its room", "bus/keyfile.c", "if (end == NULL || (size_t)(end - quote) >= size)", "if (end == NULL)"),
    ("fuzz_zmtp", "a command that comes in pieces", "bus/zmtp.c", "\t\t\tz->unnamed = false;\n", ""),
)


def build(folder, fuzzer):
    done = subprocess.run(["make", "-C", folder, "build/fuzz/tests/fuzz/" + fuzzer, "VARIANT=fuzz", "CC=clang", "WERROR=0"], timeout=1800,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    if done.returncode:
        raise SystemExit("%s does not build: %s" % (fuzzer, done.stdout[-2000:]))


def run(folder, fuzzer, seconds):
    """Whether it found something, and its last words."""
    with tempfile.TemporaryDirectory(dir=os.environ["TMPDIR"]) as scratch:
        seeds, corpus = os.path.join(scratch, "seeds"), os.path.join(scratch, "corpus")
        os.makedirs(corpus)
        subprocess.run([sys.executable, os.path.join(HERE, "seeds.py"), fuzzer, seeds], check=True, timeout=300)
        done = subprocess.run([os.path.join(folder, "build/fuzz/tests/fuzz", fuzzer), "-max_total_time=%d" % seconds, "-timeout=20",
                               "-max_len=8192", "-artifact_prefix=%s/" % scratch, corpus, seeds, os.path.join(ROOT, "fixtures")],
                              cwd=folder, timeout=seconds + 120, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        said = done.stderr.decode("utf-8", "replace")
    return done.returncode != 0 and any(word in said for word in FINDINGS), said


def finding(said):
    """The line that names it."""
    for line in said.splitlines():
        if line.startswith("fuzz_") or "runtime error:" in line or "ERROR: " in line:
            return line[:120]
    return ""


def main():
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    missed = 0
    with tempfile.TemporaryDirectory(prefix="seam-planted-") as scratch:
        folder = os.path.join(scratch, "copy")
        shutil.copytree(ROOT, folder, symlinks=True, ignore=shutil.ignore_patterns(".git", "plain", "san", "cover", "cppcheck", "corpus", "bench-peers"))
        os.environ["TMPDIR"] = scratch
        for fuzzer, name, file, there, instead in PLANTED:
            if word not in fuzzer:
                continue
            path = os.path.join(folder, file)
            with open(path, encoding="utf-8") as stream:
                good = stream.read()
            if good.count(there) != 1:
                raise SystemExit("%s: %s has not once what is to be changed: %r" % (fuzzer, file, there))
            build(folder, fuzzer)
            alarmed, said = run(folder, fuzzer, QUIET)
            if alarmed:
                print("%-9s %-15s without a planted bug: %s" % ("ALARM", fuzzer, finding(said)), flush=True)
            with open(path, "w", encoding="utf-8") as out:
                out.write(good.replace(there, instead))
            build(folder, fuzzer)
            found, said = run(folder, fuzzer, SECONDS)
            missed += alarmed or not found
            print("%-9s %-15s %s: %s" % ("found" if found else "NOT FOUND", fuzzer, name, finding(said)), flush=True)
            with open(path, "w", encoding="utf-8") as out:
                out.write(good)
    print("%d fuzzers are blind or cry wolf" % missed if missed else "all were found")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
