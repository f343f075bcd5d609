#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What compilers find by following paths: clang --analyze over all of the product, gcc -fanalyzer over what strangers reach.

    analyze.py [TOOL ...] [WORD]       clang, gcc (both unless one is named); only files with this word in their path
    UPDATE=1                           adds what is new to analyze.known, with `?` where its reason belongs

Each finding is mended, or stands in tests/analyze.known with the reason why it is none: tool, checker, file, the line of
source, the reason, tabs between: one line for each, none for many. One without a reason is a failure; so is a line of that file
that is found no more, or says nothing that it could be held against. What other versions than Debian 12's (clang 14, gcc 12)
find is only told. The third one, cppcheck, is part of `make lint`.
"""
import concurrent.futures
import glob
import os
import re
import subprocess
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
KNOWN = os.path.join(ROOT, "tests", "analyze.known")
ALL = ("base", "contract", "mesh", "bus", "tui", "views", "app")
REACHED = ("base", "contract", "mesh", "bus")          # by bytes of others; gcc takes ten times as long
PACKAGES = ("ncursesw", "libzmq", "jansson", "sqlite3", "libsodium", "libzstd", "libpcre2-8", "libcurl", "libmicrohttpd")
TOOLS = {"clang": (["clang", "--analyze", "--analyzer-output", "text", "-Xclang", "-analyzer-output=text"], ALL, "version 14."),
         "gcc": (["gcc", "-fanalyzer", "-c"], REACHED, " 12.")}
FOUND = re.compile(r"^(?:\./)?([^\s:]+):(\d+):\d+: warning: (.*) \[(?:CWE-\d+\] \[)?(?:-W)?([\w.-]+)\]$")


def flags():
    words = subprocess.run(["pkg-config", "--cflags", *PACKAGES], capture_output=True, text=True, check=True).stdout.split()
    return ["-std=c11", "-D_GNU_SOURCE", "-I.", '-DSEAM_SHARE_DIR="/usr/share/seam"'] + [w for w in words if not w.startswith("-D")]


def source_line(path, number):
    with open(os.path.join(ROOT, path), encoding="utf-8", errors="replace") as text:
        return next((" ".join(line.split()) for at, line in enumerate(text, 1) if at == number), "")


def findings(tool, said):
    """(tool, checker, file, line of source): message"""
    found = {}
    for line in said.splitlines():
        match = FOUND.match(line)
        if match and not match[1].startswith("/"):
            found[tool, match[4], match[1], source_line(match[1], int(match[2]))] = "%s:%s: %s" % match.group(1, 2, 3)
    return found


def look(tool, command, path, words):
    done = subprocess.run([*command, *words, "-o", os.devnull, path], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          encoding="utf-8", errors="replace", timeout=900, check=False, env=dict(os.environ, LC_ALL="C"))
    if done.returncode:
        raise SystemExit("%s fails at %s: %s" % (tool, path, done.stderr[-2000:]))
    return findings(tool, done.stderr)


def known():
    """Reasons, and what is wrong with the file itself."""
    rows, bad = {}, []
    with open(KNOWN, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            words = line.rstrip("\n").split("\t")
            if len(words) != 5 or words[0] not in TOOLS or "*" in words[2] or not words[3].strip(" *"):
                bad.append("analyze.known:%d: no finding and its reason" % number)
            elif tuple(words[:4]) in rows:
                bad.append("analyze.known:%d: stands there twice" % number)
            else:
                rows[tuple(words[:4])] = words[4].strip()
    return rows, bad


def reason(key, rows):
    """`?` where there is none."""
    return rows.get(key) or "?"


def main():
    tools = [tool for tool in TOOLS if tool in sys.argv[1:]] or list(TOOLS)
    word = next((said for said in sys.argv[1:] if said not in TOOLS), "")
    words, (rows, bad), found, judged = flags(), known(), {}, set()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        asked = []
        for tool in tools:
            command, folders, version = TOOLS[tool]
            try:
                said = subprocess.run([tool, "--version"], capture_output=True, text=True, check=False).stdout.split("\n", 1)[0]
            except FileNotFoundError:
                print("no %s here: not asked" % tool)
                continue
            if version in said:
                judged.add(tool)
            for folder in folders:
                asked += [pool.submit(look, tool, command, os.path.relpath(path, ROOT), words)
                          for path in sorted(glob.glob(os.path.join(ROOT, folder, "*.c"))) if word in path]
        for one in asked:
            found.update(one.result())
    new = {key: text for key, text in found.items() if reason(key, rows) == "?"}
    for (tool, checker, *_), text in sorted(new.items(), key=lambda item: item[1]):
        print("%s  %s [%s]" % (tool, text, checker))
    if os.environ.get("UPDATE") and new:
        with open(KNOWN, "a", encoding="utf-8") as out:
            out.writelines("\t".join((*key, "?")) + "\n" for key in sorted(new) if key not in rows)
    bad += ["not found any more, take it out of analyze.known: %s" % "  ".join(key)
            for key in rows if key not in found and key[0] in judged and not word]
    for text in bad:
        print(text)
    failed = bad + [key for key in new if key[0] in judged]
    print("%d findings: %d are justified, %d are not" % (len(found), len(found) - len(new), len(new)))
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
