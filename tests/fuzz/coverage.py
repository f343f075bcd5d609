#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""llvm-cov export -summary-only | coverage.py FLOOR FILE...: how many lines of each ran, as a table; exit status 1 if they
are less than FLOOR % of all, or a file is not told of."""
import json
import os
import sys

floor, names = int(sys.argv[1]), sorted(sys.argv[2:])
files = {os.path.relpath(file["filename"]): file["summary"]["lines"] for file in json.load(sys.stdin)["data"][0]["files"]}
rows = [(name, files[name]["covered"], files[name]["count"]) for name in names if name in files]
covered, count = sum(row[1] for row in rows), sum(row[2] for row in rows)
for row in [*rows, ("all of these", covered, count)]:
    print("%-32s %5d of %5d lines  %5.1f %%" % (*row, 100 * row[1] / max(row[2], 1)))
missing = [name for name in names if name not in files]
if missing:
    sys.exit("not told of: " + " ".join(missing))
if 100 * covered < floor * count:
    sys.exit("less than %d %%" % floor)
