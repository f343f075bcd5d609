#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""--metrics: what Prometheus reads, /healthz, and clients that want to hold the hub up."""
import contextlib
import os
import re
import resource
import shutil
import socket
import subprocess
import time
import urllib.parse

import agent
import check
from agent import Feed, Hub, NoAnswer, free_port, until
from check import HIGH, LOW, artifact, contract, new_id
from scrape import Scrape, get, scrape
from slow import Disk
from stopwatch import Stopwatch

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))


class Case(check.PeersCase):
    def hub(self, *contracts, address="127.0.0.1:*", **more):
        made = Hub(contracts, options=("--metrics", address, "--grace", 0) + more.pop("options", ()), **more)
        self.addCleanup(made.stop)
        return made.start()

    def soon(self, hub, key, value, seconds=10):
        """What is looked at once a second comes to be so."""
        return until(lambda: scrape(hub.ready["metrics"])[key] == value, "%s is %s" % (key, value), seconds)


class Numbers(Case):
    def setUp(self):
        self.own = self.hub(contract("pq", "p", "q"))
        self.ask = self.control(self.own)
        self.url = self.own.ready["metrics"]

    def test_format(self):
        status, headers, text = get(self.url)
        self.assertEqual((status, headers["Connection"]), (200, "close"))
        Scrape(text)
        if shutil.which("promtool"):
            done = subprocess.run(["promtool", "check", "metrics"], input=text, encoding="utf-8", timeout=20,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_documented(self):
        """The page lists each by name and type, and nothing that is not there."""
        with open(os.path.join(ROOT, "docs", "OPERATING.md"), encoding="utf-8") as page:
            rows = re.findall(r"^\| `((?:seam|process)_[a-z_]+)`(?: by `[a-z` ]+)? \| (\w+) \|", page.read(), re.M)
        self.assertEqual(dict(rows), scrape(self.url).types)
        self.assertEqual(len(rows), len(dict(rows)))

    def test_pages(self):
        self.assertEqual(get(self.url, "/")[0], 404)
        self.assertEqual(get(self.url, "/metrics/")[0], 404)
        status, headers, text = get(self.url, method="HEAD")
        self.assertEqual((status, text), (200, ""))
        self.assertGreater(int(headers["Content-Length"]), 1000)
        for method in ("POST", "PUT", "DELETE"):
            status, headers, _ = get(self.url, method=method)
            self.assertEqual((status, headers["Allow"]), (405, "GET, HEAD"))

    def test_counts(self):
        """They are those of `counters` and of the lists."""
        p, q = self.agent(self.own, "p"), self.agent(self.own, "q")
        p.publish(p.event("seam.agent.hello", {"agent": "p", "heartbeat_seconds": 1}))
        ids = [new_id() for _ in range(6)]
        for number, handoff in enumerate(ids):
            p.offer(handoff, "q", artifact(LOW if number < 4 else HIGH), contract="pq/1.0.0")
        self.ask.decide(ids[0], "approve")
        q.say("accepted", ids[5])
        q.say("completed", ids[5])
        q.say("dead_lettered", ids[4])
        q.say("accepted", "nobody-offered-it")
        event = p.event("seam.agent.heartbeat", {"agent": "p"})
        for _ in range(3):
            p.publish(event)
        p.sequence += 5
        p.publish(p.event("seam.agent.heartbeat", {"agent": "p"}))
        self.soon(self.own, "seam_events_lost", 5)
        self.soon(self.own, ("seam_agent_lost_events", "agent", "p"), 5)
        self.soon(self.own, ("seam_agents", "state", "silent"), 1)
        found, counters = scrape(self.url), self.ask.counters()
        self.assertEqual(found["seam_events_received_total"], counters["received"])
        for standing, in [key[1:] for key in found.of("seam_events_total")]:
            self.assertEqual(found["seam_events_total", "standing", standing], counters[standing], standing)
        self.assertEqual(counters["early"], 1)
        self.assertEqual(found["seam_events_early"], 1)
        self.assertEqual(found["seam_events_total", "standing", "duplicates"], 2)
        self.assertEqual(found["seam_held_handoffs"], self.ask.list("review")["total"])
        self.assertEqual(found["seam_dead_handoffs"], self.ask.list("dead")["total"])
        self.assertEqual({key[1]: value for key, value in found.of("seam_handoffs").items() if value},
                         {"held": 3, "approved": 1, "completed": 1, "dead": 1})
        edge = ("from", "p", "to", "q")
        self.assertEqual(found[("seam_edge_held_handoffs",) + edge], 3)
        self.assertEqual(found[("seam_edge_dead_handoffs",) + edge], 1)
        self.assertEqual(found["seam_edge_events_total", "event", "offered"], 6)
        self.assertEqual(found["seam_agent_silent", "agent", "p"], 1)
        self.assertEqual(found["seam_journal_hubsequence"], int(counters["hubsequence"]))
        self.assertEqual(found["seam_commit_events_sum"], int(counters["hubsequence"]))
        self.assertGreater(found["seam_commit_seconds_sum"], 0)
        self.assertGreater(found["seam_journal_wal_bytes"], 0)
        self.assertGreater(found["seam_journal_disk_free_bytes"], 0)
        self.assertGreater(found["seam_requests_total"], 10)
        with open("/proc/%d/statm" % self.own.process.pid, encoding="ascii") as statm:
            resident = int(statm.read().split()[1]) * resource.getpagesize()
        self.assertAlmostEqual(found["process_resident_memory_bytes"] / resident, 1, delta=0.2)

    def test_contracts(self):
        """What breaks its contract, by what the contract says of it, by fault and by edge; files that are none."""
        schema = {"type": "object", "required": ["plan"]}
        hub = self.hub(*(contract(end, "p", "q", schema=schema, on_violation=end) for end in ("flag", "hold", "dead_letter")))
        sender, ends = self.agent(hub, "p"), {"flag": "flagged", "hold": "held", "dead_letter": "dead_lettered"}
        for count, end in enumerate(ends, 1):
            for _ in range(count):
                sender.offer(new_id(), "q", artifact(HIGH), contract=end + "/1.0.0")
            sender.offer(new_id(), "q", artifact(HIGH, plan=1), contract=end + "/1.0.0")
        with open(os.path.join(hub.contracts, "broken.json"), "w", encoding="utf-8") as out:
            out.write("{")
        self.soon(hub, "seam_contract_files_refused", 1)
        of = ("seam_edge_violations", "from", "p", "to", "q")
        until(lambda: scrape(hub.ready["metrics"]).sample.get(of) == 6, "its edge is told")
        found = scrape(hub.ready["metrics"])
        self.assertEqual([found["seam_violations_total", "end", end] for end in ends.values()], [1, 2, 3])
        self.assertEqual((found["seam_faults_total", "fault", "schema"], found["seam_edges_breaking"], found["seam_contracts"]),
                         (6, 1, 3))
        edge = self.control(hub).items("edges")[0]
        self.assertEqual(edge["breaking"], 6)
        self.assertLessEqual(edge["breaking_since"], self.control(hub).ask("ping")["time"])

    def test_oldest(self):
        p = self.agent(self.own, "p")
        began = time.monotonic()
        p.offer("first", "q", artifact(LOW), contract="pq/1.0.0")
        until(lambda: scrape(self.url)["seam_held_oldest_seconds"] > 1, "it has waited for a second")
        p.offer("second", "q", artifact(LOW), contract="pq/1.0.0")
        self.assertLess(scrape(self.url)["seam_held_oldest_seconds"], time.monotonic() - began + 1)
        self.ask.decide("first", "approve")
        until(lambda: 0 < scrape(self.url)["seam_held_oldest_seconds"] < 1.9, "now it is the second")
        self.ask.decide("second", "approve")
        self.soon(self.own, "seam_held_oldest_seconds", 0)

    def test_connections(self):
        before = scrape(self.url)["seam_connections", "lane", "feed"]
        feeds = [Feed(self.own) for _ in range(3)]
        self.soon(self.own, ("seam_connections", "lane", "feed"), before + 3)
        for feed in feeds:
            feed.close()
        self.soon(self.own, ("seam_connections", "lane", "feed"), before)
        port = int(self.own.control.rpartition(":")[2])
        with contextlib.closing(socket.create_connection(("127.0.0.1", port))) as stranger:
            stranger.sendall(b"\xff" + b"\0" * 8 + b"\x7f\x03\0" + b"NOPE".ljust(20, b"\0") + b"\0" * 32)
            self.soon(self.own, ("seam_handshakes_failed_total", "lane", "control"), 1)

    def test_many_names(self):
        """A thousand agents that a stranger makes up are fifty of each and a rest."""
        sender = self.agent(self.own, "a" * 64)
        for number in range(400):
            name = ("z%d-" % number).ljust(64, "x")
            for event in (sender.event("seam.agent.heartbeat", {"agent": name}, source="agent:" + name, run=name),
                          sender.event("seam.handoff.offered",
                                       {"handoff": new_id(), "attempt": 1, "from": name, "to": "y" + name[1:],
                                        "artifact": {}}, source="agent:" + name, run=name)):
                sender.send_event(event)
        until(lambda: self.ask.counters()["received"] >= 800, "all are there")
        until(lambda: sum(scrape(self.url).of("seam_agents").values()) == 800, "all are seen")
        text = get(self.url)[2]
        found = Scrape(text)
        self.assertLess(len(text), 64 << 10)
        for name in ("seam_edge_held_handoffs", "seam_agent_silent"):
            self.assertEqual(len(found.of(name)), 51)
        self.assertIn(("from", "_other", "to", "_other"), found.of("seam_edge_dead_handoffs"))
        self.assertEqual(sum(found.of("seam_agent_lost_events").values()), found["seam_events_lost"])


class Trouble(Case):
    def test_counters_never_go_back(self):
        """Not when a commit fails and the mesh goes back to what is on disk."""
        hub = self.hub()
        p, told = self.agent(hub, "p"), []

        def look():
            found = scrape(hub.ready["metrics"])
            told.append([found[name] for name in ("seam_events_received_total", "seam_requests_total",
                                                  "seam_commit_seconds_count")])
            return found

        resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE, (200000, resource.RLIM_INFINITY))
        body = {"agent": "p", "pad": "x" * 3000}
        for _ in range(200):
            p.publish_raw(agent.compact(p.event("seam.agent.heartbeat", body)))
            found = look()
            if found["seam_journal_writable"] == 0:
                break
        self.assertEqual(found["seam_journal_writable"], 0)
        self.assertGreaterEqual(found["seam_commit_failures_total"], 1)
        self.assertEqual(p.publish_raw(agent.compact(p.event("seam.agent.heartbeat", body)))["ok"], False)
        self.assertGreaterEqual(look()["seam_requests_unavailable_total", "reason", "journal"], 2)
        self.assertEqual(get(hub.ready["metrics"], "/healthz")[0], 503)
        resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        until(lambda: look()["seam_journal_writable"] == 1, "it can be written again")
        self.assertEqual(get(hub.ready["metrics"], "/healthz")[0], 200)
        self.assertEqual(told, sorted(told))
        for column in zip(*told):
            self.assertEqual(list(column), sorted(column))

    def test_what_was_told_of_a_failed_commit(self):
        """An event is counted when it is folded; the mesh goes back behind it, the counter does not."""
        folder = agent.scratch()
        disk = Disk(folder)
        hub = self.hub(folder=folder, env=disk.env)
        url, p = hub.ready["metrics"], self.agent(hub, "p")
        p.publish(p.self_event("heartbeat"))                        # which begins the WAL
        disk.delay(4000)
        for folded, rid in enumerate(("first", "second"), 2):       # one with the writer, one behind it
            p.send(agent.compact({"op": "publish", "rid": rid, "event": p.self_event("heartbeat")}))
            until(lambda n=folded: scrape(url)["seam_events_received_total"] == n, "it is folded", 3.5)
        resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))
        self.assertIs(p.reply_to("second", 10)["ok"], False)
        self.assertEqual(self.control(hub).counters()["received"], 2)
        self.assertEqual(scrape(url)["seam_events_received_total"], 3)
        resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        disk.delay(0)

    def test_healthz_writes(self):
        """At rest it is a write that is answered, not a hope."""
        folder = agent.scratch()
        disk = Disk(folder)
        hub = self.hub(folder=folder, env=disk.env)
        url = hub.ready["metrics"]
        disk.delay(500)
        began = time.monotonic()
        self.assertEqual(get(url, "/healthz")[::2], (200, "ok\n"))
        self.assertGreater(time.monotonic() - began, 0.4)
        with Stopwatch(hub.process.pid) as watch:
            self.assertEqual(get(url, "/healthz")[0], 200)
        self.assertLess(watch.took, 0.4)                        # it was written just now
        disk.delay(4000)
        # as soon as what was written is no longer fresh, and the disk does not answer
        status, _, text = until(lambda: [r for r in [get(url, "/healthz")] if r[0] != 200], "it is not well", 20)[0]
        self.assertEqual((status, text), (503, "the journal has not answered in time\n"))
        disk.delay(0)
        until(lambda: get(url, "/healthz")[0] == 200, "it is well again", 15)

    def test_moved(self):
        hub = self.hub()
        url = hub.ready["metrics"]
        self.assertEqual(get(url, "/healthz")[0], 200)
        os.rename(hub.journal, hub.journal + ".away")
        _, _, text = until(lambda: [r for r in [get(url, "/healthz")] if r[0] == 503], "it is not well")[0]
        self.assertIn("moved or deleted", text)
        os.rename(hub.journal + ".away", hub.journal)
        until(lambda: get(url, "/healthz")[0] == 200, "it is well again")

    def test_slow_clients(self):
        """Half a request, a byte now and then, an answer that nobody reads: all are shown out, and
        neither agents nor other scrapes wait for them."""
        hub = self.hub()
        ask, url = self.control(hub), hub.ready["metrics"]
        port = urllib.parse.urlparse(url).port
        guests = []
        for number in range(80):
            guest = socket.socket()
            guest.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            guest.connect(("127.0.0.1", port))
            guest.setblocking(False)
            self.addCleanup(guest.close)
            guests.append(guest)
            if number % 2 == 0:
                guest.send(b"GET /metrics HTTP/1.1\r\nHost: x\r\n")
            elif number % 4 == 1:
                guest.send(b"GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
        slowest, end = 0, time.monotonic() + 30
        answered = None
        scraper = socket.create_connection(("127.0.0.1", port))
        self.addCleanup(scraper.close)
        scraper.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        scraper.setblocking(False)
        trickled = 0.0
        while answered is None and time.monotonic() < end:
            if time.monotonic() - trickled > 0.4:           # never idle, and never a whole request
                trickled = time.monotonic()
                for guest in guests[::2]:
                    with contextlib.suppress(OSError):
                        guest.send(b"x")
            with Stopwatch(hub.process.pid) as watch:
                ask.ping()
            slowest = max(slowest, watch.took)
            with contextlib.suppress(BlockingIOError):
                answered = scraper.recv(4096)
        self.assertTrue((answered or b"").startswith(b"HTTP/1.1 200"), answered)
        self.assertLess(slowest, 0.5)
        self.assertEqual(get(url, seconds=30)[0], 200)

    def test_large_requests(self):
        hub = self.hub()
        port = urllib.parse.urlparse(hub.ready["metrics"]).port
        with contextlib.closing(socket.create_connection(("127.0.0.1", port), timeout=10)) as guest:
            with contextlib.suppress(OSError):
                guest.sendall(b"GET /metrics HTTP/1.1\r\nX: " + b"x" * (4 << 20))
            with contextlib.suppress(ConnectionError):
                self.assertNotIn(b" 200 ", guest.recv(4096))
        self.assertEqual(get(hub.ready["metrics"])[0], 200)


class Address(Case):
    def refused(self, address, *words, options=()):
        hub = Hub(options=("--metrics", address) + options)
        self.addCleanup(hub.stop)
        with self.assertRaises(NoAnswer):
            hub.start()
        self.assertEqual(hub.process.wait(10), 1)
        for word in words:
            self.assertIn(word, hub.said())

    def test_where(self):
        self.assertRegex(self.hub().ready["metrics"], r"^http://127\.0\.0\.1:[1-9][0-9]*$")
        port = free_port()
        self.assertEqual(self.hub(address="localhost:%d" % port).ready["metrics"], "http://127.0.0.1:%d" % port)
        self.refused("127.0.0.1:%d" % self.taken(), "in use")
        self.refused("0.0.0.0:*", "open to the network", "--insecure")
        self.refused("[::]:*", "open to the network")
        for wrong in ("9464", "example.org:9464", "127.0.0.1:http", "127.0.0.1", ":9464", "127.0.0.1:99999",
                      "127.0.0.1:65536", "127.0.0.1:", "127.0.0.1:+80"):
            self.refused(wrong, "--metrics")
        hub = self.hub(address="0.0.0.0:*", options=("--insecure",))
        self.assertRegex(hub.ready["metrics"], r"^http://0\.0\.0\.0:[1-9]")

    def taken(self):
        probe = socket.socket()
        self.addCleanup(probe.close)
        probe.bind(("127.0.0.1", 0))
        probe.listen()
        return probe.getsockname()[1]

    def test_nobody_asked(self):
        hub = Hub().start()
        self.addCleanup(hub.stop)
        self.assertNotIn("metrics", hub.ready)


if __name__ == "__main__":
    check.main()
