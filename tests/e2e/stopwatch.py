# SPDX-License-Identifier: MIT
"""
How long something took a program, whatever else the machine did meanwhile. Where a test may say "in half a second" of
what a program does, it may not say it of how soon a machine with much to do gives it a processor: the kernel counts that
for each thread (/proc/PID/schedstat), and it is not the program's. What the program itself works, sleeps and waits for is.
"""
import contextlib
import os
import time


def kept_waiting(pids):
    """{thread: seconds that it has waited for a processor}; nothing where the kernel does not tell."""
    waited = {}
    for pid in pids:
        with contextlib.suppress(OSError):
            for task in os.listdir("/proc/%d/task" % pid):
                with contextlib.suppress(OSError), open("/proc/%d/task/%s/schedstat" % (pid, task), encoding="ascii") as stat:
                    waited[task] = int(stat.read().split()[1]) / 1e9
    return waited


class Stopwatch:
    """`took` seconds, without what these processes and we were kept waiting; never less than nothing."""

    def __init__(self, *pids):
        self.pids = pids + (os.getpid(),)
        self.took, self.since, self.before = 0.0, 0.0, {}

    def __enter__(self):
        self.before, self.since = kept_waiting(self.pids), time.monotonic()
        return self

    def waited(self):
        return sum(now - self.before.get(task, 0.0) for task, now in kept_waiting(self.pids).items())

    def so_far(self):
        took = time.monotonic() - self.since
        return max(0.0, took - self.waited())

    def __exit__(self, *_):
        self.took = self.so_far()
