# SPDX-License-Identifier: MIT
"""`seam counters --mirror --follow`: a console without a screen."""
import contextlib
import json
import queue
import subprocess
import threading

import agent
from agent import until


class Mirror:
    """Its lines, as it says them."""

    def __init__(self, url, env=None):
        self.process = subprocess.Popen([agent.BIN, "counters", "--mirror", "--follow", "--hub", url],
                                        env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self.lines, self.last = queue.Queue(), {}
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        with self.process.stdout as stream:
            for line in stream:
                self.lines.put(json.loads(line))

    def says(self, test, what, seconds=15.0):
        """The first line from now on that the test holds of."""
        def look():
            with contextlib.suppress(queue.Empty):
                while True:
                    self.last = self.lines.get_nowait()
                    if test(self.last):
                        return self.last
            return None
        try:
            return until(look, what, seconds)
        except AssertionError as late:
            raise AssertionError("%s; the last line: %s" % (late, self.last)) from None

    def fresh(self):
        """Forgets what it has said so far."""
        with contextlib.suppress(queue.Empty):
            while True:
                self.last = self.lines.get_nowait()
        return self

    def agrees_at(self, place, seconds=15.0):
        return self.says(lambda line: line["agrees"] and int(line["at"]) >= place,
                         "it agrees at %d" % place, seconds)

    def is_shown(self, badge, seconds=15.0):
        return self.says(lambda line: line["link"].startswith("[" + badge), "[%s ...]" % badge, seconds)

    def send(self, number):
        self.process.send_signal(number)

    def close(self):
        self.process.kill()
        self.process.wait(10)
