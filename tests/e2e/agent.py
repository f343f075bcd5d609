# SPDX-License-Identifier: MIT
"""The simplest agents that a stranger would write from the protocol page, for tests.

    Hub      starts `seam hub` as a process of its own and reads its ready line
    Control  asks over DEALER: bounded waits, the same request again until it is answered
    Agent    sends events (XPUB that waits for the hub's subscription), publishes, waits, delivers
    Feed     a SUB socket on the feed that compares the topic frame whole

Nothing here waits without an end. `BIN` names the program, `SEAM_TEST_TMP` the folder for files.
"""
import contextlib
import hashlib
import itertools
import json
import os
import queue
import signal
import socket
import subprocess
import tempfile
import threading
import time
import uuid

import zmq
import zmq.auth

HERE = os.path.dirname(os.path.abspath(__file__))
PLAIN = os.path.join(HERE, "..", "..", "build", "plain", "seam")
BIN = os.environ.get("BIN") or os.path.normpath(PLAIN)
ANSWER = 5.0                  # seconds for one try
TRIES = 3
EXAMPLE = {                   # the artifact of the protocol page
    "incident_id": "inc-2026-04-17-0042", "signal_types": ["metric", "log", "trace"],
    "services": ["checkout-api", "payment-client"],
    "time_window": {"start": "2026-04-17T23:03:00Z", "duration_seconds": 240}, "alert_count": 84,
    "primary_hypothesis": "recent_deploy",
    "evidence_refs": ["deploy:prod-2026-04-17-2247", "trace:abc123..."],
    "confidence": 0.74, "fallback": "escalate_to_oncall_if_not_progressed_within_300s"}


class NoAnswer(Exception):
    """The hub did not answer in time."""


class Refused(Exception):
    """The hub answered with an error; `error` and `reply` hold it."""

    def __init__(self, reply):
        self.reply, self.error = reply, reply.get("error") or {}
        self.code = self.error.get("code")
        super().__init__("%s: %s" % (self.code, self.error.get("message")))


def compact(value):
    """JSON without white space, as the bytes that go out."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def digest(artifact):
    """What the hub calls the digest of an artifact that was sent compact (or as bytes)."""
    raw = artifact if isinstance(artifact, bytes) else compact(artifact)
    return "sha256:" + hashlib.sha256(raw).hexdigest()


def until(test, what, seconds=10.0, pause=0.02):
    """What `test` gives once it is true; an AssertionError when it is not in time."""
    end = time.monotonic() + seconds
    while True:
        found = test()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError("not in %g s: %s (last: %r)" % (seconds, what, found))
        time.sleep(pause)


def scratch(prefix="seam-"):
    return tempfile.mkdtemp(prefix=prefix, dir=os.environ.get("SEAM_TEST_TMP"))


def free_port():
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Hub:
    """A hub of one's own. The journal and the contracts outlive it, so it can be started again."""

    def __init__(self, contracts=(), folder=None, journal=None, ports=("*", "*", "*"), options=(), env=None, stderr=None):
        self.folder = folder or scratch()
        self.journal = journal or os.path.join(self.folder, "journal.db")
        self.contracts = os.path.join(self.folder, "contracts")
        os.makedirs(self.contracts, exist_ok=True)
        for contract in contracts:
            self.write_contract(contract)
        self.ports, self.options = ports, tuple(str(word) for word in options)
        self.env = env or {}
        self.stderr = stderr          # a descriptor; None: a file
        self.process = self.ready = None
        self.lines = queue.Queue()
        self.errors = os.path.join(self.folder, "hub.stderr")

    def write_contract(self, contract):
        name = "%s-%s.json" % (contract["contract"], contract["version"])
        with open(os.path.join(self.contracts, name), "w", encoding="utf-8") as out:
            json.dump(contract, out)

    def arguments(self):
        words = [BIN, "hub", "--journal", self.journal, "--contracts", self.contracts]
        for lane, port in zip(("events", "control", "feed"), self.ports):
            words += ["--" + lane, "tcp://127.0.0.1:%s" % port]
        return words + list(self.options)

    def spawn(self):
        """Starts the process only; `start` waits for its ready line too."""
        self.lines = queue.Queue()
        with open(self.errors, "ab") as errors:
            self.process = subprocess.Popen(self.arguments(), stdin=subprocess.DEVNULL,
                                            stdout=subprocess.PIPE, stderr=self.stderr or errors,
                                            env=dict(os.environ, **self.env))
        threading.Thread(target=self._read, args=(self.process.stdout, self.lines),
                         daemon=True).start()
        return self

    @staticmethod
    def _read(stream, lines):
        with stream:
            for line in stream:
                lines.put(line)
        lines.put(None)

    def start(self, seconds=10.0):
        self.spawn()
        try:
            self.ready = self._ready(time.monotonic() + seconds)
        except BaseException:
            self.stop()
            raise
        return self

    def _ready(self, end):
        while True:
            try:
                line = self.lines.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise NoAnswer("no ready line from the hub: " + self.said())
            if line is None:
                raise NoAnswer("the hub ended before its ready line: " + self.said())
            with contextlib.suppress(ValueError):
                found = json.loads(line)
                if isinstance(found, dict) and found.get("ready") is True:
                    return found

    def said(self):
        """The end of what the hub wrote to standard error."""
        with contextlib.suppress(OSError), open(self.errors, "rb") as stream:
            return stream.read()[-2000:].decode("utf-8", "replace")
        return ""

    def running(self):
        return self.process is not None and self.process.poll() is None

    def stop(self, seconds=10.0):
        """SIGTERM, and SIGKILL when that does not do. Gives the exit status."""
        if self.process is None:
            return None
        if self.running():
            self.process.terminate()
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill9()
        return self.process.returncode

    def kill9(self):
        if self.running():
            self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    events = property(lambda self: self.ready["events"])
    control = property(lambda self: self.ready["control"])
    feed = property(lambda self: self.ready["feed"])


def keyed(socket, path):
    """CURVE on a client's socket: a key file is a ZeroMQ certificate with the hub's key in it."""
    if not path:
        return socket
    public, secret = zmq.auth.load_certificate(path)
    with open(path, encoding="ascii") as lines:
        server = [line.split('"')[1] for line in lines if line.strip().startswith("server-key")]
    socket.curve_publickey, socket.curve_secretkey = public, secret
    socket.curve_serverkey = server[0].encode()
    return socket


class Control:
    """One DEALER socket on the hub's control lane. `key` is a key file; $SEAM_KEY without."""

    def __init__(self, url, key=None):
        self.url, self.numbers = url, itertools.count(1)
        self.key = key or os.environ.get("SEAM_KEY")
        self.context = zmq.Context.instance()
        self.prefix = uuid.uuid4().hex[:8]
        self.replies = {}
        self._connect()

    def _connect(self):
        self.socket = keyed(self.context.socket(zmq.DEALER), self.key)
        self.socket.linger = 0
        self.socket.sndtimeo = int(ANSWER * 1000)   # who was refused has nobody to send to, for ever
        self.socket.connect(self.url)

    def close(self):
        self.socket.close()

    def send(self, body):
        """One request as it is (bytes), or a list of frames."""
        try:
            self.socket.send_multipart(body if isinstance(body, list) else [body])
        except zmq.Again:
            raise NoAnswer("nobody takes it in %g s" % ANSWER) from None

    def receive(self, seconds=ANSWER):
        """The next reply, as its frames."""
        if not self.socket.poll(seconds * 1000):
            raise NoAnswer("no reply in %g s" % seconds)
        return self.socket.recv_multipart()

    def rid(self):
        return "%s-%d" % (self.prefix, next(self.numbers))

    def reply_to(self, rid, seconds=ANSWER):
        """The reply that bears `rid`; others are kept for whoever asks for them."""
        end = time.monotonic() + seconds
        while rid not in self.replies:
            reply = json.loads(self.receive(max(0.0, end - time.monotonic()))[-1])
            self.replies[reply.get("rid")] = reply
        return self.replies.pop(rid)

    def call(self, op, raw=None, patience=ANSWER, tries=TRIES, **members):
        """The reply, good or bad. `raw` are members as bytes, so that they go out as they are;
        `patience` is how many seconds one try waits.
        "Every op may be sent again": so it is, until answered."""
        rid = self.rid()
        body = compact(dict({"op": op, "rid": rid}, **members))
        for name, value in (raw or {}).items():
            body = body[:-1] + b',"' + name.encode() + b'":' + value + b"}"
        for _ in range(tries):
            with contextlib.suppress(NoAnswer):
                self.send(body)
                return self.reply_to(rid, patience)
        raise NoAnswer("%s was not answered in %d tries" % (op, tries))

    def ask(self, op, **members):
        """The reply of an op that is expected to succeed; Refused otherwise."""
        reply = self.call(op, **members)
        if reply.get("ok") is not True:
            raise Refused(reply)
        return reply

    # The ops, by name.

    def ping(self):
        return self.ask("ping")

    def publish_raw(self, raw, **members):
        return self.call("publish", raw={"event": raw}, **members)

    def counters(self):
        return self.ask("counters")

    def events_after(self, after=None, limit=None, **members):
        members.update({k: v for k, v in (("after", after), ("limit", limit)) if v is not None})
        return self.ask("events", **members)

    def all_events(self, after=None):
        """Every journaled event above `after`, page by page."""
        found = []
        while True:
            page = self.events_after(after)
            found += page["events"]
            if not page["more"]:
                return found
            after = page["events"][-1]["hubsequence"]

    def list(self, what, **members):
        return self.ask("list", what=what, **members)

    def items(self, what, **members):
        """All items of a list, over as many pages as it has."""
        found, cursor = [], {}
        while True:
            page = self.list(what, **dict(members, **cursor))
            found += page["items"]
            if page["next"] is None:
                return found
            cursor = {"cursor": page["next"]}

    def show(self, handoff):
        return self.ask("show", handoff=handoff)

    def state(self, handoff):
        return self.show(handoff)["state"]

    def decision(self, handoff, action, attempt=1, decision=None, operator="mira", **more):
        """The members of a decide request, bound to the digest that stands unless told."""
        if "digest" not in more:
            more["digest"] = self.show(handoff)["digest"]
        if action in ("reject", "discard"):
            more.setdefault("note", "by test")
        return dict({"decision": decision or "d-" + uuid.uuid4().hex, "handoff": handoff,
                     "attempt": attempt, "action": action, "operator": operator}, **more)

    def decide(self, handoff, action, **more):
        """Decides and gives the reply with the decision's id added to it."""
        request = self.decision(handoff, action, **more)
        return dict(self.ask("decide", **request), decision=request["decision"])


class Agent(Control):
    """One agent process: a name, a run, a count of its events, and a control socket."""

    def __init__(self, hub, name, run=None, numbered=True, key=None):
        super().__init__(hub.control, key)
        self.hub, self.name = hub, name
        self.run = uuid.uuid4().hex[:12] if run is None else run
        self.numbered, self.sequence, self.made = numbered, 0, 0
        self.lane = None

    def close(self):
        super().close()
        if self.lane is not None:
            self.lane.close()

    def event(self, kind, data, **attributes):
        """The next event of this run. Attributes set to None are left out; a `sequence` that is
        given stands in place of the next number."""
        self.made += 1
        event = {"specversion": "1.0", "id": "%s-%06d" % (self.run or uuid.uuid4().hex, self.made),
                 "source": "agent:" + self.name, "type": kind,
                 "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())}
        if self.numbered:
            event["run"] = self.run or None
        if self.numbered and "sequence" not in attributes:
            self.sequence += 1
            event["sequence"] = "%020d" % self.sequence
        event.update(attributes, data=data)
        return {key: value for key, value in event.items() if value is not None}

    def offer_event(self, handoff, to, artifact, attempt=1, contract=None, data=None, **attributes):
        body = {"handoff": handoff, "attempt": attempt, "from": self.name, "to": to,
                "artifact": artifact}
        if contract:
            attributes["dataschema"] = "contract:" + contract
        return self.event("seam.handoff.offered", dict(body, **(data or {})), **attributes)

    def said_event(self, verb, handoff, attempt=1, attributes=None, **data):
        if verb in ("refused", "failed", "dead_lettered"):
            data = dict({"reason": "other", "detail": "by test"}, **data)
        return self.event("seam.handoff." + verb, dict({"handoff": handoff, "attempt": attempt}, **data),
                          **(attributes or {}))

    def self_event(self, verb, **attributes):
        data = {"agent": self.name}
        if verb == "hello":
            data.update(sends=[], accepts=[])
        return self.event("seam.agent." + verb, data, **attributes)

    # Over control: answered, and so certain.

    def publish(self, event, **members):
        """Publishes until answered; Refused when the hub would not take it."""
        reply = self.publish_raw(compact(event), **members)
        if reply.get("ok") is not True:
            raise Refused(reply)
        return reply

    def offer(self, handoff, to, artifact, **more):
        return self.publish(self.offer_event(handoff, to, artifact, **more))

    def say(self, verb, handoff, attempt=1, **data):
        return self.publish(self.said_event(verb, handoff, attempt, **data))

    def hello(self):
        return self.publish(self.self_event("hello"))

    def bye(self):
        return self.publish(self.self_event("bye"))

    def wait(self, handoff, attempt=1, seconds=5):
        return self.ask("wait", patience=seconds + ANSWER, agent=self.name, handoff=handoff,
                        attempt=attempt, seconds=seconds)

    def decisions(self, **members):
        return self.ask("decisions", agent=self.name, **members)["decisions"]

    def deliver(self, decision, outcome="applied", **more):
        return self.ask("deliver", agent=self.name, decision=decision, outcome=outcome, **more)

    # Over the events lane: fast, and lost when nobody listens.

    def open_lane(self, seconds=10.0):
        """An XPUB that has read the hub's subscription, so that nothing is sent too soon."""
        self.lane = keyed(self.context.socket(zmq.XPUB), self.key)
        self.lane.linger = 2000
        self.lane.sndhwm = 0
        self.lane.connect(self.hub.events)
        if not self.lane.poll(seconds * 1000):
            raise NoAnswer("the hub did not subscribe")
        if self.lane.recv()[:1] != b"\x01":
            raise NoAnswer("what came was no subscription")
        return self.lane

    def send_frames(self, *frames):
        (self.lane or self.open_lane()).send_multipart(list(frames))

    def send_event(self, event):
        self.send_frames(event if isinstance(event, bytes) else compact(event))
        return event


class Feed:
    """A SUB socket on the feed. It is open when the first beat of the topic `hub` has come."""

    def __init__(self, hub, *topics, key=None):
        self.topics = {topic.encode() for topic in topics}
        self.socket = keyed(zmq.Context.instance().socket(zmq.SUB), key or os.environ.get("SEAM_KEY"))
        self.socket.linger, self.socket.rcvhwm = 0, 0
        self.socket.connect(hub.feed)
        for topic in topics + ("hub",):
            self.socket.subscribe(topic.encode())
        self.held = []
        self.first_beat = self._open()

    def _open(self, seconds=10.0):
        """Keeps what comes before the first beat, so that the reader misses nothing."""
        end = time.monotonic() + seconds
        while True:
            frames = self._frames(end - time.monotonic())
            if frames is None:
                raise NoAnswer("no beat of the hub on the feed")
            if frames[0] == b"hub":
                return json.loads(frames[1])
            self.held.append(frames)

    def _frames(self, seconds):
        if not self.socket.poll(max(0.0, seconds) * 1000):
            return None
        return self.socket.recv_multipart()

    def next(self, seconds=5.0):
        """(topic, raw) of the next message on a topic of ours, whole; None when none comes.
        Subscriptions match by prefix, so others come too and are not ours."""
        end = time.monotonic() + seconds
        while True:
            frames = self.held.pop(0) if self.held else self._frames(end - time.monotonic())
            if frames is None:
                return None
            if frames[0] in self.topics:
                return frames[0].decode(), frames[1]

    def close(self):
        self.socket.close()
