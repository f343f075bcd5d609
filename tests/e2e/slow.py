# SPDX-License-Identifier: MIT
"""A disk as slow as a test wants it: what LD_PRELOAD puts below a hub (tests/shim/slow_sync.c)."""
import os

import shim


class Disk:
    """`env` is for the hub; delay() holds from the next fsync on."""

    def __init__(self, folder, ms=0):
        self.path = os.path.join(folder, "slow-sync")
        self.env = shim.environment("slow_sync", SLOW_SYNC_FILE=self.path)
        self.delay(ms)

    def delay(self, ms):
        with open(self.path + ".new", "w", encoding="ascii") as out:
            out.write(str(ms))
        os.rename(self.path + ".new", self.path)
