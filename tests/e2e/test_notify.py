#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`seam notify`: what a hook reads reaches PagerDuty or a webhook, held against a server that fails in
every way; and the whole way, from an escalation to a server that comes up late."""
import contextlib
import hashlib
import hmac
import http.server
import json
import os
import shutil
import ssl
import subprocess
import threading
import time
import unittest

import agent
import check
from agent import until

DONE, USAGE, NEVER, LATER = 0, 2, 65, 75
KEY = "R" * 32
TOLD = {"hook": "escalate", "key": "0123abcd.17", "try": 1, "mesh": "prod-eu-1",
        "hub": "tcp://127.0.0.1:5571", "critical": True, "by": "mira", "note": "who is on call?",
        "handoff": "ho-4711-a", "attempt": 1, "state": "escalated", "from": "planner", "to": "deployer",
        "contract": "rollback-plan/1.0.0", "confidence": 0.55, "digest": "sha256:00", "incident": "inc-4711",
        "summary": "roll back checkout", "faults": [], "artifact": {"plan": "roll back checkout"},
        "event": {"id": "h-17", "source": "hub:prod-eu-1", "type": "seam.decision.escalated",
                  "data": {"operator": "mira"}, "recordedtime": "2026-05-04T03:12:07.000000Z"}}


class Server:
    """Answers each POST as `answer` says; keeps what came."""

    def __init__(self, tls=None):
        self.came, self.answer = [], lambda one: one.say(202, {"status": "success"})
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.came.append((self.path, dict(self.headers), body))
                outer.answer(self)

            do_GET = do_POST

            def say(self, status, body=b"", **headers):
                body = json.dumps(body).encode() if isinstance(body, dict) else body
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name.replace("_", "-"), value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def handle(self):
                with contextlib.suppress(OSError, ssl.SSLError):
                    super().handle()

            def log_message(self, *args):
                pass

        class Quiet(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *args):
                pass

        self.server = Quiet(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.url = "%s://127.0.0.1:%d/v2/enqueue" % ("https" if tls else "http", self.port)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Case(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.stop)
        self.stop = threading.Event()
        self.addCleanup(self.stop.set)
        self.folder = agent.scratch("notify-")

    def file(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as out:
            out.write(content)
        return path

    def notify(self, *words, told=TOLD, seconds=30, env=None, url=True):
        text = told if isinstance(told, bytes) else json.dumps(told).encode()
        words = list(words) + (["--url", self.server.url] if url else [])
        clean = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
        done = subprocess.run([agent.BIN, "notify"] + words, input=text, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=seconds, env=dict(clean, **(env or {})))
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def page(self, *words, **more):
        more.setdefault("env", {"SEAM_PAGERDUTY_KEY": KEY})
        return self.notify("pagerduty", *words, **more)


class Pagerduty(Case):
    def test_the_event(self):
        status, out, err = self.page("--key-file", self.file("key", "F" * 32 + "\n"))
        self.assertEqual((status, out, err), (DONE, "pagerduty has taken it (202)\n", ""))
        path, headers, body = self.server.came[0]
        event = json.loads(body)
        self.assertEqual((path, headers["Content-Type"]), ("/v2/enqueue", "application/json"))
        self.assertEqual({key: event[key] for key in ("routing_key", "event_action", "dedup_key", "client")},
                         {"routing_key": "F" * 32, "event_action": "trigger", "dedup_key": TOLD["key"],
                          "client": "seam"})
        payload = event["payload"]
        self.assertEqual(payload["summary"], "escalated by mira: planner > deployer ho-4711-a: "
                                             "who is on call?: roll back checkout")
        self.assertEqual({key: payload[key] for key in ("source", "severity", "timestamp", "component",
                                                        "group", "class")},
                         {"source": "prod-eu-1", "severity": "critical", "component": "deployer",
                          "timestamp": TOLD["event"]["recordedtime"], "group": "inc-4711",
                          "class": "escalate"})
        details = payload["custom_details"]
        self.assertEqual((details["handoff"], details["artifact"], details["confidence"], details["hub"]),
                         ("ho-4711-a", TOLD["artifact"], 0.55, TOLD["hub"]))

    def test_a_fallback_that_is_not_critical(self):
        event = dict(TOLD["event"], type="seam.handoff.fallback", data={"action": "stop"})
        self.assertEqual(self.page(told=dict(TOLD, critical=False, by=None, note=None, event=event))[0], DONE)
        payload = json.loads(self.server.came[0][2])["payload"]
        self.assertEqual((payload["severity"], payload["summary"]),
                         ("error", "deadline passed, stop: planner > deployer ho-4711-a: roll back checkout"))

    def test_limits(self):
        """A summary of at most 1,024 bytes, 512 KB in all, and no foreign control characters in the line."""
        told = dict(TOLD, note="\x1b[2J" + "ß\u4e2d" * 4000, artifact={"text": "x" * 900000})
        self.assertEqual(self.page(told=told)[0], DONE)
        body = self.server.came[0][2]
        summary = json.loads(body)["payload"]["summary"]
        self.assertLess(len(body), 512 << 10)
        self.assertLessEqual(len(summary.encode()), 1024)
        self.assertNotIn("\x1b", summary)
        self.assertGreater(len(summary), 100)

    def test_no_key(self):
        self.assertEqual(self.page(env={})[0], USAGE)
        for name, content in (("empty", ""), ("blank", "\n")):
            self.assertEqual(self.page("--key-file", self.file(name, content))[0], LATER)
        status, _, err = self.page("--key-file", os.path.join(self.folder, "none"))
        self.assertEqual((status, err.count("cannot read")), (LATER, 1))
        self.assertEqual(self.server.came, [])

    def test_the_key_is_nowhere_to_be_read(self):
        """Not in what it says, whatever goes wrong."""
        self.server.answer = lambda one: one.say(403, b"bad key")
        for answer in (403, 500, 202):
            self.server.answer = lambda one, answer=answer: one.say(answer, b"no")
            status, out, err = self.page()
            self.assertEqual(status, LATER)
            self.assertNotIn(KEY, out + err)

    def test_taken_only_if_it_says_so(self):
        """A login page is no pager."""
        for body in (b"<html>log in</html>", b"", b"{}", b'{"status":"failure"}', b"[" * 100, b"\xff"):
            self.server.answer = lambda one, body=body: one.say(200, body)
            status, _, err = self.page()
            self.assertEqual((status, "but not that it has taken it" in err), (LATER, True), body)


class Fails(Case):
    """Each way to fail, for both."""

    def both(self, status, said, *words, out="", **more):
        for where in ("pagerduty", "webhook"):
            found = self.notify(where, *words, env={"SEAM_PAGERDUTY_KEY": KEY}, **more)
            self.assertEqual((found[0], found[1]), (status, out), (where, found))
            self.assertRegex(found[2], said)
            self.assertEqual(found[2].count("\n"), 1)

    def test_statuses(self):
        for status, then in ((500, LATER), (502, LATER), (503, LATER), (408, LATER), (401, LATER),
                             (403, LATER), (404, LATER), (400, NEVER), (413, NEVER), (422, NEVER)):
            self.server.answer = lambda one, status=status: one.say(status, b"what is wrong\nmore")
            self.both(then, r"(pagerduty|webhook) answers %d: what is wrong\n$" % status)

    def test_slow_down(self):
        self.server.answer = lambda one: one.say(429, b"", Retry_After="17")
        self.both(LATER, "answers 429", out="retry-after: 17\n")
        self.server.answer = lambda one: one.say(503, b"", Retry_After=time.strftime(
            "%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 3000)))
        status, out, _ = self.page()
        self.assertEqual(status, LATER)
        self.assertTrue(2900 <= int(out.split()[1]) <= 3000, out)
        self.server.answer = lambda one: one.say(429, b"", Retry_After="soon")
        self.both(LATER, "answers 429")

    def test_hostile_answer(self):
        self.server.answer = lambda one: one.say(500, b"\x1b]0;owned\x07\xe2\x80\xae")
        for found in (self.page(), self.notify("webhook")):
            self.assertNotIn("\x1b", found[2])
            self.assertIn("^[]0;owned^G<U+202E>", found[2])

    def test_hangs(self):
        self.server.answer = lambda one: self.stop.wait(30)
        self.both(LATER, "timed? ?out", "--time", "1s", seconds=5)

    def test_cut(self):
        def cut(one):
            one.connection.close()
        self.server.answer = cut
        self.both(LATER, "(?i)empty reply|reset|closed")

    def test_cut_in_the_body(self):
        def half(one):
            one.wfile.write(b"HTTP/1.1 202 Accepted\r\nContent-Length: 500\r\n\r\n{\"status\":")
            one.close_connection = True
        self.server.answer = half
        self.both(LATER, "(?i)transfer closed|reset|bytes")

    def test_drips(self):
        """A byte at a time ends when the time does."""
        def drip(one):
            one.wfile.write(b"HTTP/1.1 202 Accepted\r\nContent-Length: 500\r\n\r\n")
            while not self.stop.wait(0.1):
                one.wfile.write(b" ")
        self.server.answer = drip
        self.both(LATER, "timed? ?out", "--time", "1s", seconds=5)

    def test_floods(self):
        def flood(one):
            one.wfile.write(b"HTTP/1.1 500 Oh\r\n\r\n")
            while not self.stop.is_set():
                one.wfile.write(b"x" * 65536)
        self.server.answer = flood
        self.both(LATER, "answers 500: x+", seconds=10)

    def test_moved(self):
        """Not followed: a secret goes where it was sent, and nowhere else."""
        other = Server()
        self.addCleanup(other.stop)
        for status in (301, 302, 307, 308):
            for where in (other.url, "file:///etc/passwd", "gopher://127.0.0.1:1/x"):
                self.server.answer = lambda one, status=status, where=where: one.say(status, b"", Location=where)
                status_, _, err = self.page()
                self.assertEqual(status_, LATER)
                self.assertIn("answers %d: it has moved to " % status, err)
        self.assertEqual(other.came, [])

    def test_other_schemes(self):
        for url in ("file:///etc/passwd", "ftp://127.0.0.1/x", "nonsense", ""):
            status, _, err = self.notify("webhook", "--url", url, url=False)
            self.assertEqual(status, LATER, err)

    def test_nobody_there(self):
        for url in ("http://127.0.0.1:%d/" % agent.free_port(), "http://no-such-host.invalid/"):
            status, out, err = self.notify("webhook", "--url", url, url=False)
            self.assertEqual((status, out), (LATER, ""), err)

    def test_no_http(self):
        def garbage(one):
            one.wfile.write(b"\x00\x01SSH-2.0-nonsense\r\n\r\n")
            one.close_connection = True
        self.server.answer = garbage
        self.both(LATER, ".")

    def test_not_from_a_hook(self):
        for told in (b"", b"{", b"[]", b"{}", b'{"key":"a b","handoff":"h"}', b'{"key":"a\\r\\nX: y","handoff":"h"}',
                     b'{"key":"a"}', b'{"key":7,"handoff":"h"}', b"\xff"):
            self.both(NEVER, "standard input", told=told)
        self.assertEqual(self.server.came, [])

    def test_usage(self):
        self.assertEqual(self.notify("nowhere")[0], USAGE)
        self.assertEqual(self.notify("webhook", url=False)[0], USAGE)
        self.assertEqual(self.notify("webhook", "--time", "0s")[0], USAGE)
        self.assertEqual(self.server.came, [])


class Webhook(Case):
    def test_as_it_is(self):
        text = json.dumps(TOLD).encode() + b"\n"
        status, out, _ = self.notify("webhook", told=text)
        self.assertEqual((status, out), (DONE, "webhook has taken it (202)\n"))
        _, headers, body = self.server.came[0]
        self.assertEqual(body, text)
        self.assertEqual((headers["Idempotency-Key"], headers["X-Seam-Hook"]), (TOLD["key"], "escalate"))
        self.assertNotIn("Authorization", headers)
        self.assertNotIn("X-Seam-Signature", headers)

    def test_secrets(self):
        secret, token = self.file("secret", "s3cret\nrest"), self.file("token", "t0ken\n")
        for words, env in ((["--secret-file", secret, "--token-file", token], {}),
                           ([], {"SEAM_WEBHOOK_SECRET": "s3cret", "SEAM_WEBHOOK_TOKEN": "t0ken"})):
            self.assertEqual(self.notify("webhook", *words, env=env)[0], DONE)
            _, headers, body = self.server.came[-1]
            self.assertEqual(headers["Authorization"], "Bearer t0ken")
            self.assertEqual(headers["X-Seam-Signature"],
                             "sha256=" + hmac.new(b"s3cret", body, hashlib.sha256).hexdigest())

    def test_a_token_does_not_go_in_the_open(self):
        token = self.file("token", "t0ken")
        for url in ("http://example.invalid/", "http://127.0.0.1.example.invalid/", "http://localhost.example.invalid/",
                    "http://127.0.0.1@example.invalid/", "http://127.0.0.1:x@example.invalid/"):
            status, _, err = self.notify("webhook", "--token-file", token, "--url", url, url=False)
            self.assertEqual((status, "https" in err), (USAGE, True), url)

    def test_url_from_the_environment(self):
        """It may be a secret itself."""
        self.assertEqual(self.notify("webhook", url=False, env={"SEAM_WEBHOOK_URL": self.server.url})[0], DONE)

    def test_any_2xx(self):
        for status in (200, 201, 204):
            self.server.answer = lambda one, status=status: one.say(status)
            self.assertEqual(self.notify("webhook")[0], DONE)


@unittest.skipUnless(shutil.which("openssl"), "no openssl to make a certificate with")
class Tls(Case):
    def setUp(self):
        super().setUp()
        self.key, self.cert = (os.path.join(self.folder, name) for name in ("key.pem", "cert.pem"))
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", self.key,
                        "-out", self.cert, "-days", "2", "-subj", "/CN=127.0.0.1",
                        "-addext", "subjectAltName=IP:127.0.0.1"], check=True, timeout=30,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.server = Server((self.cert, self.key))
        self.addCleanup(self.server.stop)

    def test_who_is_it(self):
        status, _, err = self.page()
        self.assertEqual(status, LATER)
        self.assertRegex(err, "(?i)certificate")
        self.assertEqual(self.server.came, [])
        self.assertEqual(self.page("--ca-file", self.cert)[0], DONE)
        wrong = self.server.url.replace("127.0.0.1", "localhost")
        status, _, err = self.page("--ca-file", self.cert, "--url", wrong, url=False)
        self.assertEqual(status, LATER, err)


class TheWholeWay(Case):
    def test_a_webhook_that_is_back_after_a_while(self):
        """503, then slower, then taken; the key is the same each time, and it is done once."""
        answers = [lambda one: one.say(503, b"upgrading"), lambda one: one.say(429, b"", Retry_After="7"),
                   lambda one: one.connection.close()]
        self.server.answer = lambda one: answers.pop(0)(one) if answers else one.say(200)
        hub = agent.Hub([check.contract("c", "planner", "deployer")], options=(
            "--clock-rate", "10", "--on-escalate", "%s notify webhook --url %s" % (agent.BIN, self.server.url)))
        self.addCleanup(hub.stop)
        hub.start()
        planner = agent.Agent(hub, "planner")
        self.addCleanup(planner.close)
        planner.offer("h1", "deployer", check.artifact(check.LOW), contract="c/1.0.0")
        planner.decide("h1", "escalate", note="help")
        until(lambda: planner.counters()["hooks_done"] == 1, "it is done", 20)
        said = [event for event in planner.show("h1")["history"] if event["type"].startswith("seam.hook.")]
        self.assertEqual([event["data"].get("detail") for event in said][:2],
                         ["webhook answers 503: upgrading", "webhook answers 429"])
        self.assertEqual(said[-1]["data"]["detail"], "webhook has taken it (200)")
        waited = check.fold.moment(said[1]["data"]["again"]) - check.fold.moment(said[1]["recordedtime"])
        self.assertAlmostEqual(waited.total_seconds(), 7, delta=0.1)
        self.assertEqual(len({headers["Idempotency-Key"] for _, headers, _ in self.server.came}), 1)
        check.agree(hub)


if __name__ == "__main__":
    check.main()
