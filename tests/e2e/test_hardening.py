#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Files and processes: where sockets may be, what a hub gives up, whom its files are for, and where no secret is.

What the binary is built with is asked of readelf.
"""
import contextlib
import glob
import json
import os
import platform
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import unittest

import zmq
import zmq.auth

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import agent
import check
from agent import until
from hooks import Program
from test_keys import key_folder
from tmux import Screen

LANES = ("events", "control", "feed")
NOBODY = 65534
ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SANITIZED = os.sep + os.path.join("build", "san") + os.sep in os.path.realpath(agent.BIN)


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def status(pid, task=None):
    path = "/proc/%d/status" % pid if task is None else "/proc/%d/task/%s/status" % (pid, task)
    with open(path, encoding="ascii", errors="replace") as lines:
        return dict(line.rstrip("\n").split(":\t", 1) for line in lines if ":\t" in line)


class IpcHub(agent.Hub):
    """Its lanes are files of one folder, or whatever `urls` says."""

    def __init__(self, urls, **more):
        super().__init__(**more)
        self.urls = urls

    def arguments(self):
        words = [agent.BIN, "hub", "--journal", self.journal]
        for lane, url in zip(LANES, self.urls):
            words += ["--" + lane, url]
        return words + list(self.options)


class Sockets(check.PeersCase):
    def hub(self, urls, *options, **more):
        made = IpcHub(urls, options=options, **more)
        self.addCleanup(made.stop)
        return made

    @staticmethod
    def urls(folder):
        return ["ipc://%s/%s" % (folder, lane) for lane in LANES]

    def refused(self, urls, *options):
        hub = self.hub(urls, *options).spawn()
        self.assertEqual(hub.process.wait(20), 1, hub.said())
        return hub.said()

    def test_the_folder_is_made_for_its_owner(self):
        above = os.path.join(agent.scratch(), "run")
        folder = os.path.join(above, "seam")
        hub = self.hub(self.urls(folder)).start()
        self.assertTrue(self.control(hub).ping()["ok"])
        self.assertEqual((mode(above), mode(folder)), (0o700, 0o700))
        for lane in LANES:
            path = os.path.join(folder, lane)
            self.assertTrue(stat.S_ISSOCK(os.stat(path).st_mode))
            self.assertEqual(mode(path) & 0o077, 0, lane)

    def test_a_folder_of_others_is_refused(self):
        folder = agent.scratch()
        for bits in (0o755, 0o710, 0o701, 0o720, 0o1777):
            os.chmod(folder, bits)
            said = self.refused(self.urls(folder))
            self.assertIn("others may enter the folder %s (mode %04o)" % (folder, bits), said)
            self.assertIn("chmod 700", said)
            self.assertEqual(os.listdir(folder), [])
        own = agent.scratch()
        self.assertIn("others may enter", self.refused(self.urls(own)[:2] + self.urls(folder)[2:]))
        os.chmod(folder, 0o700)
        self.assertTrue(self.control(self.hub(self.urls(folder)).start()).ping()["ok"])

    @unittest.skipUnless(os.geteuid() == 0, "only root gives folders away")
    def test_another_users_folder_is_refused(self):
        folder = agent.scratch()
        os.chown(folder, NOBODY, NOBODY)
        os.chmod(folder, 0o700)
        self.assertIn("is another user's", self.refused(self.urls(folder)))

    def test_keys_or_a_word_let_it_be_anywhere(self):
        folder = agent.scratch()
        os.chmod(folder, 0o755)
        keys = key_folder((("mira", "operator"),))
        hub = self.hub(self.urls(folder), "--secure", "--keys", keys).start()
        with contextlib.closing(agent.Control(hub.control, os.path.join(keys, "mira.key"))) as mira:
            self.assertTrue(mira.ping()["ok"])
        self.assertEqual([mode(os.path.join(folder, lane)) for lane in LANES], [0o666] * 3)     # who asks for keys
        hub.stop()
        hub = self.hub(self.urls(folder), "--insecure").start()
        self.assertTrue(self.control(hub).ping()["ok"])
        self.assertEqual([mode(os.path.join(folder, lane)) & 0o077 for lane in LANES], [0] * 3)

    def test_an_abstract_one_is_open_to_everybody(self):
        urls = self.urls(os.path.join(agent.scratch(), "run"))
        urls[1] = "ipc://@seam-test-%d" % os.getpid()
        said = self.refused(urls, "--keys", os.path.join(agent.scratch(), "none"))
        self.assertIn("control would be open to every user of this machine", said)
        keys = key_folder((("mira", "operator"),))
        hub = self.hub(urls, "--keys", keys).start()
        with contextlib.closing(agent.Control(hub.control, os.path.join(keys, "mira.key"))) as mira:
            self.assertTrue(mira.ping()["ok"])
        with contextlib.closing(agent.Control(hub.control)) as stranger, self.assertRaises(agent.NoAnswer):
            stranger.send(agent.compact({"op": "ping", "rid": "1"}))
            stranger.receive(1)
        hub.stop()
        hub = self.hub(urls, "--insecure").start()
        self.assertIs(self.control(hub).ping()["open"], True)
        self.assertRegex(self.head(hub), r"\[LIVE .*\]  OPEN ")

    def test_where_nobody_else_gets_in_no_console_says_open(self):
        hub = self.hub(self.urls(os.path.join(agent.scratch(), "run")), "--insecure").start()
        self.assertNotIn("OPEN", self.head(hub))

    def head(self, hub):
        """The first line of a console."""
        home = agent.scratch()
        screen = Screen([agent.BIN, "--hub", hub.control], env={"HOME": home, "XDG_STATE_HOME": home})
        self.addCleanup(screen.close)
        return screen.shows("[LIVE").split("\n")[0]


class Process(check.PeersCase):
    def hub(self, *options, **more):
        made = agent.Hub(options=options, **more)
        self.addCleanup(made.stop)
        return made.start()

    def test_capabilities(self):
        hub = self.hub("--metrics", "127.0.0.1:0")
        tasks = os.listdir("/proc/%d/task" % hub.process.pid)
        self.assertGreater(len(tasks), 3)
        for task in tasks:
            said = status(hub.process.pid, task)
            for name in ("CapInh", "CapPrm", "CapEff", "CapAmb"):
                self.assertEqual(int(said[name], 16), 0, (task, name))
            self.assertEqual(said["NoNewPrivs"], "1")
            if os.geteuid() == 0:
                self.assertEqual(int(said["CapBnd"], 16), 0)
        self.assertEqual(status(hub.process.pid)["Umask"], "0077")
        # it says so of itself, and of nobody else
        self.assertEqual("started as root" in hub.said(), os.geteuid() == 0)

    def test_programs_may_have_rights_of_their_own(self):
        """sudo and sendmail are setuid: they work as a hook of a user. Root's hooks have no more than the hub."""
        hub = self.hub("--on-escalate", "/bin/true")
        said = status(hub.process.pid)
        self.assertEqual((said["NoNewPrivs"], int(said["CapEff"], 16), int(said["CapPrm"], 16)), ("0", 0, 0))
        if os.geteuid() == 0:
            self.assertEqual(int(said["CapBnd"], 16), 0)

    def test_no_core(self):
        """Whatever limit it was started with."""
        folder = agent.scratch()
        unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        if resource.getrlimit(resource.RLIMIT_CORE)[1] != resource.RLIM_INFINITY and os.geteuid() != 0:
            self.skipTest("core files are not allowed here anyway")
        process = subprocess.Popen([agent.BIN, "hub", "--journal", "none", *sum((["--" + lane, "tcp://127.0.0.1:*"] for lane in LANES), [])],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd=folder,
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, unlimited))
        with process.stdout:
            self.assertIn(b"ready", process.stdout.readline())
            with open("/proc/%d/limits" % process.pid, encoding="ascii") as limits:
                self.assertRegex(limits.read(), r"Max core file size +0 +0 ")
            process.send_signal(signal.SIGSEGV)
            _, how = os.waitpid(process.pid, 0)
            process.returncode = -signal.SIGSEGV
        self.assertTrue(os.WIFSIGNALED(how) or SANITIZED)
        self.assertFalse(os.WIFSIGNALED(how) and os.WCOREDUMP(how))
        self.assertEqual(os.listdir(folder), [])

    @unittest.skipUnless(os.geteuid() == 0, "only root becomes another user")
    def test_memory_is_for_nobody(self):
        """Not even for other processes of its user: they may not read its memory, nor its environment."""
        folder = agent.scratch()
        binary = os.path.join(folder, "seam")
        shutil.copy(agent.BIN, binary)
        os.chmod(binary, 0o755)
        os.chown(folder, NOBODY, NOBODY)
        try:
            subprocess.run([binary, "--version"], preexec_fn=lambda: os.setuid(NOBODY), capture_output=True, check=True)
        except PermissionError:
            self.skipTest("another user does not get at %s" % binary)
        process = subprocess.Popen([binary, "hub", "--journal", "none", *sum((["--" + lane, "tcp://127.0.0.1:*"] for lane in LANES), [])],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, cwd=folder,
                                   preexec_fn=lambda: os.setuid(NOBODY))
        with process.stdout, process.stderr:
            try:
                self.assertIn(b"ready", process.stdout.readline())
                self.assertEqual(os.stat("/proc/%d/mem" % process.pid).st_uid, 0)
                for name in ("mem", "environ"):
                    tried = subprocess.run(["/bin/cat", "/proc/%d/%s" % (process.pid, name)], capture_output=True,
                                           preexec_fn=lambda: os.setuid(NOBODY), check=False)
                    self.assertIn(b"Permission denied", tried.stderr)
            finally:
                process.terminate()
                process.wait(10)
            self.assertNotIn(b"root", process.stderr.read())


class Files(check.PeersCase):
    def test_all_that_is_written_is_for_its_owner(self):
        home = agent.scratch()
        old = os.umask(0)
        self.addCleanup(os.umask, old)
        above = os.path.join(home, "made")
        hub = agent.Hub([check.contract("led", "planner", "ledger")], journal=os.path.join(above, "by", "hub.db"),
                        options=("--snapshot-every", 5), env={"HOME": home})
        os.makedirs(hub.contracts, exist_ok=True)
        hub.start()
        self.addCleanup(hub.stop)
        planner = self.agent(hub, "planner")
        for _ in range(8):
            planner.offer(check.new_id(), "ledger", check.artifact(0.1), contract="led/1.0.0")
        snapshot = until(lambda: glob.glob(hub.journal + "*mesh*") + glob.glob(hub.journal + "-snap*"), "a snapshot")
        env = dict(os.environ, HOME=home, XDG_STATE_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home, SEAM_HUB=hub.control)

        def seam(*words):
            done = subprocess.run([agent.BIN, *words], env=env, capture_output=True, text=True, timeout=30, stdin=subprocess.DEVNULL, cwd=home)
            self.assertEqual(done.returncode, 0, (words, done.stderr))
        seam("backup", "b.db")
        seam("export", "--output", "all.jsonl.zst", "--journal", hub.journal)
        screen = Screen(["sh", "-c", 'cd "$HOME" && exec "$0"', agent.BIN], env={k: env[k] for k in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "SEAM_HUB")})
        self.addCleanup(screen.close)
        screen.shows("seam main  [LIVE")         # before that it knows no mesh to export
        screen.keys(":")
        screen.type("export flow.svg")
        screen.keys("Enter")
        until(lambda: glob.glob(os.path.join(home, "**", "*.svg"), recursive=True), "it is exported")
        found = [os.path.join(at, name) for at, folders, names in os.walk(home) for name in folders + names]
        found += glob.glob(hub.journal + "*")
        ends = {os.path.basename(path)[len("hub.db"):] for path in found if os.path.basename(path).startswith("hub.db")}
        self.assertLessEqual({"", "-wal", "-shm", ".lock"}, ends)
        self.assertTrue(snapshot)
        loose = {path: oct(mode(path)) for path in found if not os.path.islink(path) and mode(path) & 0o077}
        self.assertEqual(loose, {})


class Secrets(unittest.TestCase):
    """Keys in use, and looked for wherever somebody else could look."""

    def setUp(self):
        self.program = Program()
        self.keys = key_folder([("planner", "agent"), ("ledger", "agent"), ("mira", "operator")])
        self.hub = agent.Hub([check.contract("led", "planner", "ledger")],
                             options=("--secure", "--keys", self.keys, "--metrics", "127.0.0.1:0", "--snapshot-every", 3,
                                      "--on-escalate", self.program.path), env={"SEAM_KEYS": self.keys, "SEAM_KEY": self.key("mira")})
        self.hub.start()
        self.addCleanup(self.hub.stop)
        self.needles = {}
        for name in ("hub", "planner", "ledger", "mira"):
            secret = zmq.auth.load_certificate(self.key(name))[1]
            self.needles[name + " as text"] = secret
            self.needles[name + " as bytes"] = zmq.utils.z85.decode(secret)
            self.needles[name + " as hex"] = zmq.utils.z85.decode(secret).hex().encode()

    def key(self, name):
        return os.path.join(self.keys, name + ".key")

    def in_bytes(self, where, text):
        found = [name for name, needle in self.needles.items() if needle in text]
        self.assertEqual(found, [], where)

    def in_file(self, path):
        with open(path, "rb") as stream:
            self.in_bytes(path, stream.read())

    def processes(self):
        """Of the hub, its threads, and all that we started."""
        mine = {self.hub.process.pid}
        for path in glob.glob("/proc/[0-9]*/stat"):
            with contextlib.suppress(OSError), open(path, encoding="utf-8", errors="replace") as stream:
                text = stream.read()
                if "(seam)" in text:
                    mine.add(int(text.split()[0]))
        return mine

    def turned_away(self, folder):
        """What is said of keys that are none could tell too much."""
        public, secret = zmq.curve_keypair()
        stranger = os.path.join(folder, "stranger.key")
        with open(self.key("mira"), encoding="ascii") as text, open(stranger, "w", encoding="ascii", opener=lambda p, f: os.open(p, f, 0o600)) as out:
            have = zmq.auth.load_certificate(self.key("mira"))
            out.write(text.read().replace(have[0].decode(), public.decode()).replace(have[1].decode(), secret.decode()))
        self.needles["stranger"] = secret
        refused = subprocess.run([agent.BIN, "ls", "dead", "--key", stranger, "--hub", self.hub.control], capture_output=True,
                                 timeout=30, stdin=subprocess.DEVNULL, check=False)
        self.assertEqual(refused.returncode, 3)
        self.in_bytes("what a refused one is told", refused.stdout + refused.stderr)
        with open(self.key("ledger"), encoding="ascii") as text, open(os.path.join(folder, "spoilt.key"), "w", encoding="ascii",
                                                                    opener=lambda p, f: os.open(p, f, 0o600)) as out:
            out.write(text.read().replace("public-key", "public-yek"))
        spoilt = subprocess.run([agent.BIN, "ping", "--key", os.path.join(folder, "spoilt.key"), "--hub", self.hub.control],
                                capture_output=True, timeout=30, stdin=subprocess.DEVNULL, check=False)
        self.assertIn(b"no key file", spoilt.stderr)
        self.in_bytes("what is said of a spoilt one", spoilt.stdout + spoilt.stderr)
        os.remove(os.path.join(folder, "spoilt.key"))
        os.remove(stranger)

    def test_nowhere(self):
        folder = agent.scratch()
        screen = Screen([agent.BIN], env={"HOME": folder, "XDG_STATE_HOME": folder, "SEAM_HUB": self.hub.control, "SEAM_KEY": self.key("mira")})
        self.addCleanup(screen.close)
        screen.shows("seam main  [")
        with contextlib.closing(agent.Agent(self.hub, "planner", key=self.key("planner"))) as planner, \
                contextlib.closing(agent.Control(self.hub.control, self.key("mira"))) as mira:
            planner.offer("h1", "ledger", check.artifact(0.1), contract="led/1.0.0")
            until(lambda: mira.show("h1")["state"] == "held", "it is held")
            mira.decide("h1", "escalate", note="to whom?", target="lead")
            self.program.wait(1)
            self.turned_away(folder)
            self.in_bytes("counters", json.dumps(mira.counters()).encode())
            self.in_bytes("the journal as it is asked for", json.dumps(mira.all_events()).encode())
        for pid in self.processes():
            for name in ("cmdline", "environ"):
                with contextlib.suppress(OSError):
                    self.in_file("/proc/%d/%s" % (pid, name))
        listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, check=False)
        self.in_bytes("ps", listed.stdout)
        for path in glob.glob(self.hub.journal + "*") + [self.hub.errors] + glob.glob(os.path.join(folder, "**"), recursive=True):
            if os.path.isfile(path):
                self.in_file(path)
        self.in_bytes("the screen", screen.text().encode())
        run = self.program.runs()[0]
        self.in_bytes("a hook's input and environment", json.dumps(run).encode())
        self.assertNotIn("SEAM_KEYS", run["environment"])
        self.assertNotIn(self.keys, json.dumps(run))              # nor where they are
        self.assertEqual([n for n in run["open"] if n > 4], [])   # its own two: what it writes, where it looks
        listing = subprocess.run([agent.BIN, "keys", "list", "--keys", self.keys, "--json"], capture_output=True, check=True, timeout=20,
                                 stdin=subprocess.DEVNULL)
        self.in_bytes("the list of keys", listing.stdout)
        # a hub that breaks leaves nothing behind
        os.kill(self.hub.process.pid, signal.SIGABRT)
        self.hub.process.wait(20)
        for path in glob.glob(self.hub.journal + "*") + glob.glob("core*"):
            self.in_file(path)
        self.in_bytes("last words", self.hub.said().encode())

    def test_the_needles_are_found_where_they_are(self):
        with open(self.key("mira"), "rb") as stream, self.assertRaises(AssertionError):
            self.in_bytes("its own file", stream.read())

    def test_clients_leave_no_core(self):
        folder = agent.scratch()
        screen = Screen([agent.BIN], env={"HOME": folder, "XDG_STATE_HOME": folder, "SEAM_HUB": self.hub.control, "SEAM_KEY": self.key("mira")})
        self.addCleanup(screen.close)
        screen.shows("seam main  [")
        with open("/proc/%d/limits" % screen.process(), encoding="ascii") as limits:
            self.assertRegex(limits.read(), r"Max core file size +0 +0 ")


@unittest.skipUnless(shutil.which("readelf"), "no readelf")
class Binary(unittest.TestCase):
    """The flags of the Makefile, where they have to be: in what is shipped."""

    def setUp(self):
        if SANITIZED:
            self.skipTest("sanitizers take their place")

    @staticmethod
    def readelf(*words):
        return subprocess.run(["readelf", "-W", *words, agent.BIN], capture_output=True, text=True, check=True, env=dict(os.environ, LC_ALL="C")).stdout

    def test_wherever_it_is_loaded(self):
        self.assertRegex(self.readelf("-h"), r"Type: +DYN")
        self.assertRegex(self.readelf("-d"), r"FLAGS_1\) +Flags:.*\bPIE\b")

    def test_nothing_to_write_that_is_called(self):
        segments, dynamic = self.readelf("-l"), self.readelf("-d")
        self.assertIn("GNU_RELRO", segments)
        self.assertRegex(dynamic, r"FLAGS\) +BIND_NOW|FLAGS_1\) +Flags: NOW")
        self.assertNotIn("TEXTREL", dynamic)
        self.assertNotRegex(dynamic, r"\((RPATH|RUNPATH)\)")

    def test_nothing_to_run_that_is_written(self):
        segments = self.readelf("-l")
        self.assertRegex(segments, r"GNU_STACK .* RW +0x")
        self.assertEqual([line for line in segments.splitlines() if re.match(r" +LOAD .* RWE ", line)], [])
        self.assertEqual([line for line in segments.splitlines() if re.match(r" +LOAD .* (R E|RE) ", line)][1:], [])

    def test_the_compiler_looks(self):
        symbols = self.readelf("--dyn-syms")
        self.assertIn("__stack_chk_fail", symbols)
        for name in ("memcpy", "snprintf", "vsnprintf"):
            self.assertRegex(symbols, "__%s_chk" % name)

    def test_each_file_is_built_so(self):
        """Of each file the compiler has written down what it was told; and all print by way of _FORTIFY_SOURCE."""
        made = set(re.findall(r"\] +(GNU C\d.*)", self.readelf("-p", ".debug_str", "-p", ".debug_line_str")))
        if not made:
            self.skipTest("no gcc, or no lines for a debugger")
        asked = ["-fstack-protector-strong", "-fPIE", "-ftrivial-auto-var-init=zero"]
        asked += ["-fstack-clash-protection", "-fcf-protection=full"] if platform.machine() == "x86_64" else []
        for flag in [flag for flag in asked if self.takes(flag)]:
            self.assertEqual([words for words in made if flag not in words.split()], [], flag)
        called = {name.split("@")[0] for name in re.findall(r" UND (\S+)", self.readelf("--dyn-syms"))}
        self.assertEqual(called & {"printf", "fprintf", "dprintf", "vprintf", "vfprintf", "vdprintf", "gets"}, set())

    @staticmethod
    def takes(flag):
        return not subprocess.run(["cc", "-Werror", flag, "-x", "c", "-c", "-o", os.devnull, os.devnull], capture_output=True, check=False).returncode

    @unittest.skipUnless(platform.machine() == "x86_64" and shutil.which("objdump"), "of x86-64")
    def test_a_stack_is_walked_page_by_page(self):
        """Who takes much of it touches each page, so that none is jumped over."""
        text = subprocess.run(["objdump", "-d", "--no-show-raw-insn", "--section=.text", agent.BIN], capture_output=True, text=True,
                              check=True, timeout=120).stdout
        self.assertGreater(len(re.findall(r"sub +\$0x1000,%rsp\n.*or[ql] +\$0x0,\(%rsp\)", text)), 10)
        leaps = re.findall(r"sub +\$0x([0-9a-f]+),%rsp", text)
        self.assertEqual([size for size in leaps if 0x1000 < int(size, 16) < 1 << 63], [])

    @unittest.skipUnless(platform.machine() == "x86_64", "of x86-64")
    def test_it_says_that_it_has_landing_places(self):
        """Where all that a program begins with does: a system whose own part does not cannot have them checked."""
        notes = [subprocess.run(["readelf", "-n", path], capture_output=True, text=True, check=True).stdout
                 for path in [agent.BIN] + [subprocess.run(["cc", "-print-file-name=" + name], capture_output=True, text=True, check=True).stdout.strip()
                                            for name in ("Scrt1.o", "crti.o", "crtbeginS.o")]]
        if all("IBT" in note for note in notes[1:]):
            self.assertRegex(notes[0], "IBT, SHSTK")
        else:
            self.assertNotIn("IBT", notes[0])

    def test_what_is_installed_has_nothing_for_a_debugger(self):
        top = agent.scratch()
        done = subprocess.run(["make", "-s", "-C", ROOT, "-o", "all", "install", "DESTDIR=" + top, "PREFIX=/usr"], capture_output=True, text=True,
                              check=False, timeout=60, stdin=subprocess.DEVNULL,
                              env={name: value for name, value in os.environ.items() if name != "STRIP"})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        binary = os.path.join(top, "usr", "bin", "seam")
        sections = subprocess.run(["readelf", "-WS", binary], capture_output=True, text=True, check=True).stdout
        self.assertIn(".text", sections)
        self.assertNotRegex(sections, r"\.debug_|\.symtab")
        self.assertEqual(mode(binary), 0o755)
        self.assertEqual(subprocess.run([binary, "--version"], capture_output=True, check=True).stdout,
                         subprocess.run([agent.BIN, "--version"], capture_output=True, check=True).stdout)

    @unittest.skipUnless(platform.machine() == "x86_64" and shutil.which("objdump"), "of x86-64")
    def test_where_it_may_be_jumped_to(self):
        """Each function that is called by its address begins with a landing place."""
        text = subprocess.run(["objdump", "-d", "--no-show-raw-insn", "--section=.text", agent.BIN], capture_output=True, text=True,
                              check=True, timeout=120).stdout
        begins = re.findall(r"^[0-9a-f]+ <(op_\w+)>:\n +[0-9a-f]+:\t(\w+)", text, re.M)
        self.assertGreater(len(begins), 10)
        self.assertEqual({what for _, what in begins}, {"endbr64"}, begins)


if __name__ == "__main__":
    check.main()
