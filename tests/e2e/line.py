# SPDX-License-Identifier: MIT
"""
A line between a program and the terminal that it runs in: line.py BYTES_A_SECOND LOG PROGRAM...

The program gets a terminal of its own; what it writes comes out here no faster than the line carries it,
as after a telephone: the kernel and the line buffer the rest. What is typed goes in at once. Whenever the
program writes, LOG gets a line: the second, the bytes that wait then, and how often the program asked the
terminal for its status (once a frame). SIGUSR1: nothing comes out until there is another; what is typed goes in.
"""
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
import tty

BUFFER = 65536  # what ssh and a socket would take


def main():
    speed, log, words = float(sys.argv[1]), sys.argv[2], sys.argv[3:]
    size = fcntl.ioctl(0, termios.TIOCGWINSZ, b"\0" * 8)
    child, inner = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        os.execvp(words[0], words)
    fcntl.ioctl(inner, termios.TIOCSWINSZ, size)
    signal.signal(signal.SIGWINCH, lambda *_: fcntl.ioctl(
        inner, termios.TIOCSWINSZ, fcntl.ioctl(0, termios.TIOCGWINSZ, b"\0" * 8)))
    stands = []
    signal.signal(signal.SIGUSR1, lambda *_: stands.pop() if stands else stands.append(True))
    tty.setraw(0)
    held, sent, began = b"", 0.0, time.monotonic()
    with open(log, "w", encoding="ascii") as told:
        while True:
            ready = select.select([0] + ([inner] if len(held) < BUFFER else []), [], [], 0.01)[0]
            if inner in ready:
                try:
                    more = os.read(inner, 4096)
                except OSError:
                    more = b""
                if not more and not held:
                    break
                held += more
                told.write("%.3f %d %d\n" % (time.monotonic() - began, len(held), more.count(b"\033[5n")))
                told.flush()
            if 0 in ready:
                os.write(inner, os.read(0, 4096))
            now = time.monotonic() - began
            room = int((now - sent) * speed) if held else 0
            if not held or stands:
                sent = now
            elif room > 0:
                os.write(1, held[:room])
                sent += len(held[:room]) / speed
                held = held[room:]
    os.waitpid(child, 0)


if __name__ == "__main__":
    main()
