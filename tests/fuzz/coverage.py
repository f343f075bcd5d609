#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""llvm-cov export -summary-only | coverage.py FILE...: how many lines of each ran, as a table. A file that is in no
fuzzer has none."""
import json
import os
import sys

files = {os.path.relpath(file["filename"]): file["summary"]["lines"] for file in json.load(sys.stdin)["data"][0]["files"]}
rows = [(name, files[name]["covered"], files[name]["count"]) for name in sorted(sys.argv[1:]) if name in files]
rows.append(("all of these", sum(row[1] for row in rows), sum(row[2] for row in rows)))
for name, covered, count in rows:
    print("%-32s %5d of %5d lines  %5.1f %%" % (name, covered, count, 100 * covered / max(count, 1)))
missing = [name for name in sorted(sys.argv[1:]) if name not in files]
if missing:
    print("in no fuzzer: " + " ".join(missing))
