#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Hooks: a program is run for each escalation and each fallback, at least once, in order, one at a
time; what becomes of it is in the journal; nothing that it does holds up the hub."""
import json
import os
import subprocess
import time
import unittest

import agent
import check
import hooks
from agent import until
from scrape import scrape
from stopwatch import Stopwatch

CONTRACT = check.contract("c", "planner", "deployer")
CLEAN = {"PATH", "HOME", "LANG", "TZ", "TMPDIR", "http_proxy", "https_proxy", "HTTPS_PROXY",
         "no_proxy", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"}


def alive(pid):
    try:
        with open("/proc/%d/stat" % pid, encoding="ascii") as stat:
            return stat.read().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


class Case(unittest.TestCase):
    def setUp(self):
        self.program = hooks.Program()

    def hub(self, *options, on="escalate", folder=None, **more):
        options = list(options)
        if on:
            options += ["--on-" + on, self.program.path]
        made = agent.Hub([CONTRACT], folder=folder, options=options, **more)
        self.addCleanup(made.stop)
        made.start()
        self.planner = agent.Agent(made, "planner")
        self.addCleanup(self.planner.close)
        return made

    def again(self, hub, *options, on="escalate"):
        """The same journal under a new process."""
        return self.hub(*options, on=on, folder=hub.folder)

    def offer(self, handoff, *how):
        self.planner.offer(handoff, "deployer", check.artifact(check.LOW, *how), contract="c/1.0.0")

    def escalate(self, handoff, **more):
        self.offer(handoff)
        return self.planner.decide(handoff, "escalate", **more)

    def events(self, kind):
        return [event for event in self.planner.all_events() if event["type"] == "seam." + kind]

    def wait_for(self, kind, count=1, seconds=15.0):
        return until(lambda: len(self.events(kind)) >= count and self.events(kind),
                     "%d seam.%s" % (count, kind), seconds)

    def counted(self, **expected):
        found = self.planner.counters()
        self.assertEqual({name: found["hooks_" + name] for name in expected}, expected)


class Told(Case):
    def test_what_it_is_given(self):
        hub = self.hub()
        decided = self.escalate("h1", note="who is on call?", target="lead")
        run = self.program.wait(1)[0]
        told, shown = run["input"], self.planner.show("h1")
        event = [e for e in shown["history"] if e["type"] == "seam.decision.escalated"][0]
        self.assertEqual(told["event"], event)
        self.assertEqual((told["hook"], told["try"], told["by"], told["note"], told["mesh"]),
                         ("escalate", 1, "mira", "who is on call?", "main"))
        self.assertEqual(told["hub"], hub.control)
        self.assertIn(decided["recorded"], told["key"])
        for name in ("handoff", "attempt", "state", "from", "to", "contract", "artifact", "digest",
                     "confidence", "deadline", "summary", "operator"):
            self.assertEqual(told[name], shown[name], name)
        environment = run["environment"]
        self.assertEqual((environment["SEAM_KEY"], environment["SEAM_HANDOFF"],
                          environment["SEAM_HOOK"], environment["SEAM_TRY"]),
                         (told["key"], "h1", "escalate", "1"))
        self.assertEqual({name for name in environment if not name.startswith("SEAM_")} - CLEAN - {"LC_CTYPE"},
                         set())
        self.assertEqual(run["pid"], run["group"])
        done = self.wait_for("hook.done")[0]
        self.assertEqual((done["data"]["of"], done["data"]["tries"], done["data"]["status"],
                          done["data"]["handoff"]), (decided["recorded"], 1, 0, "h1"))
        self.counted(done=1, failed=0, owed=0)
        check.agree(hub)

    def test_arguments_and_descriptors(self):
        """Words are split at blanks and given as they are: there is no shell. And it inherits nothing."""
        out = self.program.file("fds")
        script = self.program.file("look")
        with open(script, "w", encoding="utf-8") as text:
            text.write("#!/bin/sh\necho \"$@\" >%s\nls /proc/$$/fd >>%s\n" % (out, out))
        os.chmod(script, 0o700)
        self.hub("--on-escalate", script + "  $HOME *  'a b'", on=None)
        self.escalate("h1")
        self.wait_for("hook.done")
        with open(out, encoding="utf-8") as text:
            words = text.read().split()
        self.assertEqual(words[:4], ["$HOME", "*", "'a", "b'"])
        # a shell has its own from 10 on; a hub has 3 to 9 open
        self.assertEqual([word for word in words[4:] if int(word) < 10], ["0", "1", "2"])

    def test_in_order_and_one_at_a_time(self):
        self.program.do("import time\nwith open(%r, 'a') as o:\n"
                        "  print('in', data['handoff'] if isinstance(data, dict) else json.loads(data)['handoff'],"
                        " file=o, flush=True)\n  time.sleep(0.1)\n  print('out', file=o)"
                        % self.program.file("times"))
        hub = self.hub()
        names = ["h%d" % n for n in range(8)]
        for name in names:
            self.escalate(name)
        self.wait_for("hook.done", 8)
        with open(self.program.file("times"), encoding="utf-8") as text:
            said = text.read().split()
        self.assertEqual(said, [word for name in names for word in ("in", name, "out")])
        check.agree(hub)

    def test_fallback(self):
        self.hub("--clock-rate", "20", "--on-escalate", self.program.path, on="fallback")
        self.offer("h1", "stop", 2)
        self.offer("h2", "escalate", 4)
        self.wait_for("hook.done", 3)
        told = [(run["input"]["hook"], run["input"]["handoff"], run["input"]["state"],
                 run["input"]["event"]["data"]["action"], run["input"]["by"])
                for run in self.program.runs()]
        self.assertEqual(sorted(told), [("escalate", "h2", "escalated", "escalate", None),
                                        ("fallback", "h1", "stopped", "stop", None),
                                        ("fallback", "h2", "escalated", "escalate", None)])
        keys = {run["input"]["key"] for run in self.program.runs() if run["input"]["handoff"] == "h2"}
        self.assertEqual(len(keys), 1)

    def test_fallback_of_an_agent(self):
        """One that fired while the hub was not heard; it comes before its offer."""
        hub = self.hub(on="fallback")
        self.planner.publish(self.planner.said_event("fallback", "h1", action="stop"))
        self.assertEqual(self.program.runs(), [])
        self.offer("h1")
        self.assertEqual(self.program.wait(1)[0]["input"]["event"]["source"], "agent:planner")
        self.wait_for("hook.done")
        check.agree(hub)

    def test_result_is_shown(self):
        self.program.do("print('paged lead\\x1b[2J of', json.loads(data)['handoff'])")
        hub = self.hub()
        self.escalate("h1")
        self.assertEqual(self.wait_for("hook.done")[0]["data"]["detail"], "paged lead^[[2J of h1")
        shown = check.run_seam("show", "h1", "--hub", hub.control).decode()
        self.assertRegex(shown, r"seam\.hook\.done .* hook escalate  tries 1  detail paged lead")
        listed = check.run_seam("ls", "hooks", "--hub", hub.control).decode()
        self.assertRegex(listed, r"(?m)^escalate +yes +0 +1 +0 +0 +0")
        self.assertRegex(listed, r"(?m)^fallback +no ")


class Retried(Case):
    def test_until_it_is_done(self):
        self.program.do("sys.stderr.write('webhook answers 503\\n'); sys.exit(0 if json.loads(data)['try'] > 3 else 75)")
        hub = self.hub("--clock-rate", "10")
        self.escalate("h1")
        failed = self.wait_for("hook.failed", 3)
        done = self.wait_for("hook.done")[0]
        self.assertEqual([e["data"]["tries"] for e in failed], [1, 2, 3])
        self.assertEqual(done["data"]["tries"], 4)
        self.assertEqual({(e["data"]["status"], e["data"]["detail"]) for e in failed},
                         {(75, "webhook answers 503")})
        waits = [(check.fold.moment(e["data"]["again"]) - check.fold.moment(e["recordedtime"]))
                 .total_seconds() for e in failed]
        for wait, usual in zip(waits, (1, 2, 4)):
            self.assertTrue(usual * 0.74 <= wait <= usual * 1.26, waits)
        runs = self.program.runs()
        self.assertEqual([run["input"]["try"] for run in runs], [1, 2, 3, 4])
        self.assertEqual(len({run["input"]["key"] for run in runs}), 1)
        self.assertIn("on-escalate: webhook answers 503", hub.said())
        check.agree(hub)

    def test_metrics(self):
        """A monitor sees that nobody is reached while it is so, and that it was."""
        def value(name, *labels):
            return scrape(hub.ready["metrics"])[("seam_hook_" + name, "hook", "escalate") + labels]
        path = self.program.file("open")
        self.program.do("sys.exit(0 if os.path.exists(%r) else 75)" % path)
        hub = self.hub("--clock-rate", "10", "--metrics", "127.0.0.1:*")
        self.escalate("h1")
        self.escalate("h2")
        self.wait_for("hook.failed", 2)
        self.assertGreaterEqual(value("failures_total"), 2)
        self.assertEqual(value("owed"), 2)
        self.assertGreater(value("failing_seconds"), 0)
        with open(path, "w", encoding="ascii"):
            pass
        self.wait_for("hook.done", 2)
        self.assertEqual((value("owed"), value("failing_seconds")), (0, 0))
        self.assertEqual([value("deliveries_total", "end", end) for end in ("done", "given_up", "muted")],
                         [2, 0, 0])

    def test_retry_after(self):
        self.program.do("print('Retry-After: 120'); sys.exit(75)")
        self.hub()
        self.escalate("h1")
        event = self.wait_for("hook.failed")[0]
        wait = check.fold.moment(event["data"]["again"]) - check.fold.moment(event["recordedtime"])
        self.assertAlmostEqual(wait.total_seconds(), 120, delta=0.1)
        self.assertEqual(len(self.program.runs()), 1)

    def test_retry_after_has_an_end(self):
        self.program.do("print('retry-after: 99999999999999999999999'); sys.exit(1)")
        self.hub()
        self.escalate("h1")
        event = self.wait_for("hook.failed")[0]
        wait = check.fold.moment(event["data"]["again"]) - check.fold.moment(event["recordedtime"])
        self.assertAlmostEqual(wait.total_seconds(), 3600, delta=0.1)

    def test_never(self):
        for status in (64, 65):
            with self.subTest(status=status):
                self.program.do("sys.exit(%d)" % status)
                hub = self.hub()
                self.escalate("h1")
                event = self.wait_for("hook.failed")[0]
                self.assertNotIn("again", event["data"])
                self.assertEqual((event["data"]["status"], event["data"]["detail"]),
                                 (status, "exit status %d" % status))
                self.counted(done=0, failed=1, owed=0)
                self.program.do("")
                self.escalate("h2")                      # the next one is not held up
                self.wait_for("hook.done")
                check.agree(hub)

    def test_given_up_after_a_day(self):
        self.program.do("sys.exit(1)")
        hub = self.hub("--clock-rate", "20000")
        self.escalate("h1")
        until(lambda: self.planner.counters()["hooks_failed"] == 1, "it is given up", 20)
        first, *failed = self.events("hook.failed")     # and in a day the fallback may fire, and fail too
        last = [event for event in failed if event["data"]["of"] == first["data"]["of"]][-1]
        self.assertNotIn("again", last["data"])
        days = (check.fold.moment(last["recordedtime"]) -
                check.fold.moment(first["recordedtime"])).total_seconds() / 86400
        self.assertTrue(0.9 < days < 3, days)
        check.agree(hub)

    def test_crash(self):
        self.program.do("if json.loads(data)['try'] == 1: os.kill(os.getpid(), 11)")
        self.hub("--clock-rate", "10")
        self.escalate("h1")
        self.assertEqual(self.wait_for("hook.failed")[0]["data"]["status"], 139)
        self.assertRegex(self.events("hook.failed")[0]["data"]["detail"], "ended by signal 11")
        self.wait_for("hook.done")

    def test_program_that_has_gone(self):
        self.hub("--clock-rate", "10")
        os.rename(self.program.path, self.program.path + ".gone")
        self.escalate("h1")
        self.assertEqual(self.wait_for("hook.failed")[0]["data"]["status"], 127)
        os.rename(self.program.path + ".gone", self.program.path)
        self.wait_for("hook.done")


class Misbehaves(Case):
    def test_hangs(self):
        """It is told to end, the hub answers all the while, and the next try is done."""
        self.program.do("import time\nif json.loads(data)['try'] == 1: time.sleep(60)")
        hub = self.hub("--hook-time", "1s", "--clock-rate", "10")
        self.escalate("h1")
        pid = self.program.wait(1)[0]["pid"]
        worst = 0.0
        while not self.events("hook.failed"):
            with Stopwatch(hub.process.pid) as watch:
                self.planner.ping()
            worst = max(worst, watch.took)
        self.assertLess(worst, 0.5)
        event = self.events("hook.failed")[0]["data"]
        self.assertEqual((event["status"], event["detail"]), (143, "not done after 1s"))
        self.assertFalse(alive(pid))
        self.wait_for("hook.done")

    def test_ignores_the_end(self):
        """KILL after five seconds, and what it has started goes with it."""
        self.program.do("import signal, time, subprocess\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
                        "p = subprocess.Popen(['/bin/sleep', '600'])\n"
                        "open(%r, 'w').write(str(p.pid)); time.sleep(60)" % self.program.file("child"))
        self.hub("--hook-time", "500ms")
        self.escalate("h1")
        event = self.wait_for("hook.failed")[0]["data"]
        self.assertEqual((event["status"], event["detail"]), (137, "not done after 0.5s"))
        with open(self.program.file("child"), encoding="ascii") as text:
            child = int(text.read())
        until(lambda: not alive(child), "the grandchild has gone")

    def test_says_done_after_its_time(self):
        """Who is told to end and exits 0 has not done it."""
        self.program.do("import signal, time\nsignal.signal(signal.SIGTERM, lambda *a: sys.exit(0))\ntime.sleep(60)")
        self.hub("--hook-time", "500ms")
        self.escalate("h1")
        self.wait_for("hook.failed")
        self.assertEqual(self.events("hook.done"), [])

    def test_leaves_one_behind(self):
        """One that holds the pipes does not hold up the delivery, and is ended."""
        self.program.do("import subprocess\np = subprocess.Popen(['/bin/sleep', '600'])\n"
                        "open(%r, 'w').write(str(p.pid))" % self.program.file("child"))
        self.hub()
        self.escalate("h1")
        self.wait_for("hook.done")
        with open(self.program.file("child"), encoding="ascii") as text:
            child = int(text.read())
        until(lambda: not alive(child), "the grandchild has gone")

    def test_floods(self):
        self.program.do("for n in range(3000): sys.stdout.write('o' * 9999 + '\\n'); sys.stderr.write('e' * 999 + '\\n')")
        hub = self.hub()
        self.escalate("h1")
        done = self.wait_for("hook.done")[0]
        self.assertLess(len(json.dumps(done)), 2000)
        self.assertLess(len(hub.said()), 20000)
        with open(hub.errors, encoding="utf-8") as text:
            log = text.read()
        self.assertRegex(log, r"\(and \d{6,} bytes more\)")
        self.assertLess(len(log), 20000)

    def test_does_not_read(self):
        """An artifact larger than a pipe, and a program that closes its input at once."""
        script = self.program.file("deaf")
        with open(script, "w", encoding="utf-8") as text:
            text.write("#!/bin/sh\nexec <&-\necho heard nothing\n")
        os.chmod(script, 0o700)
        self.hub("--on-escalate", script, on=None)
        self.planner.offer("h1", "deployer", check.artifact(check.LOW, text="x" * 500000), contract="c/1.0.0")
        self.planner.decide("h1", "escalate")
        self.assertEqual(self.wait_for("hook.done")[0]["data"]["detail"], "heard nothing")

    def test_large_input(self):
        self.hub()
        self.planner.offer("h1", "deployer", check.artifact(check.LOW, text="x" * 900000), contract="c/1.0.0")
        self.planner.decide("h1", "escalate")
        self.assertEqual(len(self.program.wait(1)[0]["input"]["artifact"]["text"]), 900000)

    def test_hostile_words(self):
        self.program.do("sys.stderr.buffer.write(b'\\x1b]0;owned\\x07 \\xff\\xfe \\xe2\\x80\\xae\\n'); sys.exit(65)")
        hub = self.hub()
        self.escalate("h1")
        detail = self.wait_for("hook.failed")[0]["data"]["detail"]
        self.assertEqual(detail, "^[]0;owned^G <FF><FE> <U+202E>")
        with open(hub.errors, "rb") as text:
            self.assertNotIn(b"\x1b", text.read())


class Restarted(Case):
    def test_killed_while_it_runs(self):
        """What is not written down as done is done again, under the same key; and it dies with the hub."""
        self.program.do("import time; time.sleep(60)")
        hub = self.hub()
        self.escalate("h1")
        first = self.program.wait(1)[0]
        hub.kill9()
        until(lambda: not alive(first["pid"]), "the program has gone with the hub")
        self.program.do("")
        hub = self.again(hub)
        self.wait_for("hook.done")
        runs = self.program.runs()
        self.assertEqual(len(runs), 2)
        self.assertEqual(runs[0]["input"]["key"], runs[1]["input"]["key"])
        hub.kill9()
        hub = self.again(hub)
        self.escalate("h2")
        self.wait_for("hook.done", 2)
        self.assertEqual([run["input"]["handoff"] for run in self.program.runs()], ["h1", "h1", "h2"])
        check.agree(hub)

    def test_back_off_goes_on(self):
        self.program.do("print('retry-after: 3'); sys.exit(75)")
        hub = self.hub()
        self.escalate("h1")
        failed = self.wait_for("hook.failed")[0]
        hub.kill9()
        self.program.do("")
        self.again(hub, "--grace", "0s")
        self.assertEqual(self.planner.list("hooks")["items"][0]["tries"], 1)
        done = self.wait_for("hook.done")[0]
        self.assertEqual(done["data"]["tries"], 2)
        self.assertGreaterEqual(done["recordedtime"], failed["data"]["again"])

    def test_many_kills(self):
        """At least once each, in order, whatever is killed when."""
        self.program.do("import time; time.sleep(0.05)")
        hub = self.hub("--snapshot-every", "5")
        names = ["h%d" % n for n in range(12)]
        for name in names:
            self.escalate(name)
        for n in (2, 5, 9):
            self.program.wait(n)
            hub.kill9()
            hub = self.again(hub, "--snapshot-every", "5")
        self.wait_for("hook.done", 12)
        told = [run["input"]["handoff"] for run in self.program.runs()]
        self.assertEqual([name for n, name in enumerate(told) if name not in told[:n]], names)
        self.assertLessEqual(len(told), 15)
        self.assertEqual([e["data"]["handoff"] for e in self.events("hook.done")], names)
        self.counted(done=12, failed=0, owed=0)
        check.agree(hub)

    def test_stop_lets_it_end(self):
        self.program.do("import time; time.sleep(1)")
        hub = self.hub()
        self.escalate("h1")
        self.program.wait(1)
        self.assertEqual(hub.stop(), 0)
        self.again(hub)
        self.assertEqual(len(self.events("hook.done")), 1)
        self.assertEqual(len(self.program.runs()), 1)

    def test_stop_does_not_wait_for_ever(self):
        self.program.do("import time; time.sleep(60)")
        hub = self.hub()
        self.escalate("h1")
        pid = self.program.wait(1)[0]["pid"]
        before = time.monotonic()
        self.assertEqual(hub.stop(), 0)
        self.assertLess(time.monotonic() - before, 6)
        self.assertFalse(alive(pid))
        self.program.do("")
        self.again(hub)
        self.wait_for("hook.done")

    def test_turned_on_later(self):
        """Nobody is called for what was before."""
        hub = self.hub(on=None)
        self.escalate("h1")
        hub.stop()
        hub = self.again(hub)
        self.escalate("h2")
        self.wait_for("hook.done")
        self.assertEqual([run["input"]["handoff"] for run in self.program.runs()], ["h2"])
        hub.stop()
        self.program.do("sys.exit(75)")
        hub = self.again(hub)
        self.escalate("h3")
        self.wait_for("hook.failed")
        hub.stop()
        hub = self.again(hub, on=None)                   # off: what is owed is given up, and said so
        self.assertEqual(self.wait_for("hook.set", 2)[-1]["data"],
                         {"hook": "escalate", "on": False, "owed": 1})
        self.assertIn("1 that were owed are given up", hub.said())
        hub.stop()
        self.program.do("")
        hub = self.again(hub)
        self.escalate("h4")
        self.wait_for("hook.done", 2)
        self.assertEqual(self.program.runs()[-1]["input"]["handoff"], "h4")
        self.assertEqual([run["input"]["handoff"] for run in self.program.runs()].count("h3"), 1)
        check.agree(hub)


class Options(unittest.TestCase):
    def refused(self, *options):
        folder = agent.scratch()
        lanes = [word for lane in ("events", "control", "feed") for word in ("--" + lane, "tcp://127.0.0.1:*")]
        done = subprocess.run([agent.BIN, "hub"] + lanes + list(options), stdin=subprocess.DEVNULL, timeout=10,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                              cwd=folder, env=dict(os.environ, XDG_STATE_HOME=folder))
        self.assertEqual(done.stdout, "")
        return done.returncode, done.stderr

    def test_no_program(self):
        plain = os.path.join(agent.scratch(), "plain")
        open(plain, "w", encoding="ascii").close()
        for words in ("no-such-program-of-ours x", plain, "/", "./nothing"):
            status, said = self.refused("--on-escalate", words)
            self.assertEqual(status, 1)
            self.assertIn("--on-escalate: there is no program %s that may be run" % words.split()[0], said)
        self.assertIn("--on-fallback names no program", self.refused("--on-fallback", "  ")[1])

    def test_no_journal(self):
        status, said = self.refused("--on-escalate", "true", "--journal", "none")
        self.assertEqual(status, 1)
        self.assertIn("without a journal there are no hooks", said)

    def test_time(self):
        self.assertEqual(self.refused("--hook-time", "soon")[0], 2)


if __name__ == "__main__":
    check.main()
