# SPDX-License-Identifier: MIT
"""Who lives in a chaos run: agents that sleep, die and refuse, deciders that race, readers of the feed.

Each is a thread with sockets and dice of its own. What it asks for, and every answer, is in the records of
the world (checker.py says their form). An agent's `disk` outlives its death, as a file would: what it has
done, and what it has sent and was not answered.
"""
import json
import os
import random
import sys
import threading
import time
import traceback
import uuid

import zmq

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))
import agent  # noqa: E402
from checker import content  # noqa: E402

AGAIN = 1.0                    # seconds until a request that was not answered is sent again
OPEN = 30                      # requests under way, of one agent
HIGH, LOW = 0.95, 0.4
ACTIONS = ("escalate", "queue", "dead_letter", "stop", "proceed", "requeue")


def socket_to(kind, url):
    made = zmq.Context.instance().socket(kind)
    made.linger = 0
    made.setsockopt(zmq.HEARTBEAT_IVL, 500)
    made.setsockopt(zmq.HEARTBEAT_TIMEOUT, 2000)
    made.setsockopt(zmq.HANDSHAKE_IVL, 2000)
    made.setsockopt(zmq.RECONNECT_IVL, 50)
    made.connect(url)
    return made


class Request:
    """What is sent until it is answered. Answers that come later are kept too."""

    def __init__(self, op, members, then):
        self.rid = uuid.uuid4().hex
        self.op, self.members, self.then = op, members, then
        self.tries, self.replies, self.next, self.done = 0, [], 0.0, False
        self.body = agent.compact(dict({"op": op, "rid": self.rid}, **members))

    def record(self):
        return {"what": self.op, "request": self.members, "tries": self.tries, "replies": self.replies,
                "gave_up": not self.done}


class Desk:
    """One socket on control, and the requests under way on it."""

    def __init__(self, url):
        self.url, self.open, self.all = url, {}, {}
        self.socket = socket_to(zmq.DEALER, url)

    def reborn(self):
        """Another socket: answers to the old one are lost, what was open is asked again."""
        self.socket.close()
        self.socket = socket_to(zmq.DEALER, self.url)
        for request in self.open.values():
            request.next = 0.0

    def post(self, op, then=None, **members):
        request = Request(op, members, then)
        self.open[request.rid] = self.all[request.rid] = request
        self.send(request)
        return request

    def send(self, request):
        request.next = time.monotonic() + AGAIN
        try:
            self.socket.send(request.body, zmq.DONTWAIT)
            request.tries += 1
        except zmq.Again:
            pass

    def turn(self, seconds):
        """Waits so long at most; takes what has come, and sends again what was not answered."""
        if self.socket.poll(seconds * 1000):
            for _ in range(200):
                try:
                    self.take(json.loads(self.socket.recv(zmq.DONTWAIT)))
                except zmq.Again:
                    break
        now = time.monotonic()
        for request in [one for one in self.open.values() if one.next <= now]:
            self.send(request)

    def take(self, reply):
        request = self.all.get(reply["rid"])
        if request is None:
            return
        request.replies.append({key: value for key, value in reply.items()
                                if key in ("ok", "recorded", "error", "state", "epoch", "hubsequence")})
        if request.done or not reply["ok"] and reply["error"]["code"] == "unavailable":
            return
        request.done = True
        del self.open[request.rid]
        if request.op in ("list", "decisions", "events", "ping"):
            del self.all[request.rid]
        if request.then is not None:
            request.then(reply)


class Actor(threading.Thread):
    """A name, dice, a desk; step() until the world is over."""

    def __init__(self, world, name):
        super().__init__(name=name, daemon=True)
        self.world, self.dice = world, random.Random("%s/%s" % (world.seed, name))
        self.desk = Desk(world.agents_url)
        self.went_wrong = None

    def run(self):
        try:
            while not self.world.over:
                self.step()
        except Exception:       # pylint: disable=broad-except
            self.went_wrong = traceback.format_exc()

    def once_in(self, seconds, turn=0.02):
        """True about once in so many seconds, asked each turn."""
        return self.dice.random() < turn / seconds

    def idle(self):
        return not self.desk.open

    def close(self):
        self.desk.socket.close()

    def records(self):
        return [request.record() for request in self.desk.all.values()
                if request.op in ("publish", "decide", "deliver")]


class Worker(Actor):
    """An agent: offers, takes what others offer, does what was decided and says so. It sleeps, it dies
    between doing and saying, and some things it refuses."""

    def __init__(self, world, name):
        super().__init__(world, name)
        self.inbox, self.disk = [], {}        # decision -> (outcome, reason)
        self.said, self.notes = set(), []     # decisions that were answered, or are being
        self.offers, self.asking, self.next_look = 0, False, 0.0
        self.new_run()

    def new_run(self):
        self.agent_run, self.number = uuid.uuid4().hex[:10], 0

    def event(self, kind, data, **attributes):
        self.number += 1
        return dict({"specversion": "1.0", "id": "%s-%d" % (self.agent_run, self.number),
                     "source": "agent:" + self.name, "type": kind, "run": self.agent_run,
                     "sequence": "%020d" % self.number}, **attributes, data=data)

    def publish(self, kind, data, then=None, **attributes):
        self.desk.post("publish", then, event=self.event(kind, data, **attributes))

    def step(self):
        self.desk.turn(0.02)
        if self.world.stage == "work":
            if len(self.desk.open) < OPEN and self.once_in(self.world.pace):
                self.offer()
            if self.once_in(15):
                self.world.pause(self.dice.random() * 3)
            if self.once_in(20):
                self.die()
        for item in self.inbox[:5]:
            self.inbox.remove(item)
            self.receive(**item)
        now = time.monotonic()
        if not self.asking and now >= self.next_look:
            self.asking, self.next_look = True, now + 0.1 + self.dice.random()
            self.desk.post("decisions", self.look, agent=self.name)

    def die(self):
        """What was in memory is gone."""
        self.inbox, self.said, self.asking = [], set(), False
        for rid in [rid for rid, one in self.desk.open.items() if one.op == "decisions"]:
            del self.desk.open[rid]
        self.desk.reborn()
        self.new_run()

    def idle(self):
        return not self.inbox and not [one for one in self.desk.open.values() if one.op != "decisions"]

    # What it hands over, and what it is handed. The id says who is the gate.

    def offer(self):
        to = self.dice.choice([name for name in self.world.workers if name != self.name])
        self.offers += 1
        gate = self.dice.choice(("to", "from"))
        name = "ho.%s.%s.%s.%s-%d" % (self.name, to, gate, self.agent_run, self.offers)
        self.hand_over(name, 1, self.dice.choice((HIGH, HIGH, LOW)), self.dice.choice(ACTIONS),
                       self.dice.randint(1, 6))

    def hand_over(self, handoff, attempt, confidence, action, seconds, then=None):
        _, _, to, gate, _ = handoff.split(".")
        artifact = {"confidence": confidence, "of": handoff, "try": attempt,
                    "fallback": {"action": action, "after_seconds": seconds}}

        def told(reply):
            if reply["ok"] and reply.get("standing", "duplicate") == "duplicate":
                self.world.workers[to].inbox.append(
                    {"handoff": handoff, "attempt": attempt, "state": reply.get("state")})
            if then is not None:
                then()
        self.publish("seam.handoff.offered", {"handoff": handoff, "attempt": attempt, "from": self.name,
                                              "to": to, "artifact": artifact}, told,
                     subject="inc-%d" % (self.offers % 7), dataschema="contract:gate-%s/1.0.0" % gate)

    def receive(self, handoff, attempt, state):
        """Goes on with it, turns it down, fails, or forgets it."""
        verbs = self.dice.choice((("accepted", "completed"), ("accepted", "completed"), ("refused",),
                                  ("accepted", "progressed"), ("accepted", "failed"), (), ("accepted",)))
        if state == "held" and self.dice.random() < 0.9:
            verbs = ()
        for verb in verbs:
            why = {"reason": "overload"} if verb in ("refused", "failed") else {}
            self.publish("seam.handoff." + verb, dict({"handoff": handoff, "attempt": attempt}, **why))

    # What was decided.

    def look(self, reply):
        self.asking = False
        for event in reply["decisions"]:
            data = event["data"]
            name = data.get("decision", event["id"])
            if name not in self.said:
                self.said.add(name)
                self.answer(name, event["type"].rpartition(".")[2], data)

    def doer(self, verb, data):
        """Who does it: the protocol page, "An agent that waits"."""
        _, sender, receiver, gate, _ = data["handoff"].split(".")
        at_gate = receiver if gate == "to" else sender
        word = data["action"] if verb == "fallback" else verb
        return {"approved": at_gate, "proceed": at_gate, "rejected": sender, "requeued": sender,
                "requeue": sender}.get(word)

    def answer(self, name, verb, data):
        if self.doer(verb, data) != self.name:
            self.deliver(name, "applied")
            return
        if name in self.disk:                 # done before it died
            self.deliver(name, *self.disk[name])
            return
        self.notes.append({"what": "doer", "decision": name, "agent": self.name})
        if self.world.stage == "work" and "next_attempt" not in data and self.dice.random() < 0.12:
            self.disk[name] = "refused", "not today"
            self.deliver(name, *self.disk[name])
            return
        self.act(name, data)

    def act(self, name, data):
        self.notes.append({"what": "act", "agent": self.name, "decision": name,
                           "handoff": data["handoff"], "attempt": data["attempt"]})
        self.disk[name] = ("applied",)
        if "next_attempt" in data:            # to be offered again, and then answered
            end = self.world.stage != "work"
            self.hand_over(data["handoff"], data["next_attempt"], self.dice.choice((HIGH, LOW)),
                           "dead_letter" if end else self.dice.choice(ACTIONS), 1,
                           lambda: self.deliver(name, "applied"))
        elif self.world.stage == "work" and self.dice.random() < 0.2:
            self.die()
        else:
            self.deliver(name, "applied")

    def deliver(self, decision, outcome, reason=None):
        more = {"reason": reason} if reason else {}
        self.desk.post("deliver", agent=self.name, decision=decision, outcome=outcome, **more)

    def records(self):
        return self.notes + super().records()


class Chatterer(Actor):
    """Sends on the events lane, numbered, and never asks whether it came."""

    def __init__(self, world, name):
        super().__init__(world, name)
        self.lane = socket_to(zmq.XPUB, world.lane_url)
        self.agent_run, self.number, self.sent, self.left = uuid.uuid4().hex[:10], 0, [], False

    def event(self, kind, data):
        self.number += 1
        return {"specversion": "1.0", "id": "%s-%d" % (self.agent_run, self.number),
                "source": "agent:" + self.name, "type": kind, "run": self.agent_run,
                "sequence": "%020d" % self.number, "data": data}

    def step(self):
        self.desk.turn(0.02)
        if self.world.stage == "work":
            for _ in range(self.dice.choice((0, 1, 1, 2, 20)) if self.once_in(self.world.pace / 3) else 0):
                self.chatter()
        elif not self.left:
            self.left = True
            self.desk.post("publish", event=self.event("seam.agent.bye", {"agent": self.name}))

    def close(self):
        super().close()
        self.lane.close()

    def chatter(self):
        if self.dice.random() < 0.8:
            event = self.event("seam.agent.heartbeat", {"agent": self.name})
        else:
            event = self.event("seam.handoff.offered", {
                "handoff": "talk-%s-%d" % (self.agent_run, self.number), "attempt": 1, "from": self.name,
                "to": "nobody", "artifact": {"n": self.number, "fallback": {
                    "action": "dead_letter", "after_seconds": 2}}})
        self.sent.append({"what": "lane", "event": event})
        self.lane.send(agent.compact(event))

    def records(self):
        return self.sent + super().records()


class Decider(Actor):
    """Looks at what waits and decides; so do others, at the same time, on the same."""

    def __init__(self, world, name):
        super().__init__(world, name)
        self.decided, self.asking, self.next_look = 0, False, 0.0

    def step(self):
        self.desk.turn(0.05)
        now = time.monotonic()
        if self.world.stage == "work" and not self.asking and now >= self.next_look \
                and len(self.desk.open) < OPEN:
            self.asking, self.next_look = True, now + self.dice.random() * 0.4
            self.desk.post("list", self.look, what=self.dice.choice(("review", "review", "dead")), limit=6)

    def look(self, reply):
        self.asking = False
        for item in reply["items"]:
            if item["handoff"].startswith("ho.") and self.dice.random() < 0.5:
                self.decide(item)
            elif self.dice.random() < 0.1:
                self.desk.post("annotate", what="handoff", name=item["handoff"], operator=self.name,
                               note="seen %d" % self.dice.randrange(9), tags=["t%d" % self.dice.randrange(3)])

    def decide(self, item):
        if item["state"] in ("held", "escalated"):
            action = self.dice.choice(("approve", "approve", "reject", "escalate", "hold"))
        else:
            action = self.dice.choice(("requeue", "discard"))
        self.decided += 1
        request = {"decision": "d-%s-%d" % (self.name, self.decided), "handoff": item["handoff"],
                   "attempt": item["attempt"], "digest": item["digest"], "action": action,
                   "operator": self.name}
        if action in ("reject", "discard") or self.dice.random() < 0.3:
            request["note"] = "by %s" % self.name
        regrets = action == "discard" and self.dice.random() < 0.6
        self.desk.post("decide", (lambda reply: self.regret(request, reply)) if regrets else None, **request)

    def regret(self, request, reply):
        """Puts it back; half of the time without the word, as one who has not seen that it is discarded."""
        if not reply["ok"] or self.world.stage != "work":
            return
        self.decided += 1
        again = dict(request, decision="d-%s-%d" % (self.name, self.decided), action="requeue")
        self.desk.post("decide", **(dict(again, restore=True) if self.dice.random() < 0.5 else again))


class Reader(Actor):
    """The protocol page's follow.py: every event once, in order, past and present."""

    def __init__(self, world, name):
        super().__init__(world, name)
        self.feed = socket_to(zmq.SUB, world.feed_url)
        self.feed.subscribe("event")
        self.feed.subscribe("hub")
        self.heard, self.seen, self.asking = [], 0, False

    def step(self):
        self.desk.turn(0)
        if not self.feed.poll(20):
            return
        topic, body = self.feed.recv_multipart()
        message = json.loads(body)
        place = int(message["hubsequence"])
        if topic == b"event" and place == self.seen + 1:
            self.take(message)
        elif place > self.seen and not self.asking:
            self.asking = True
            self.desk.post("events", self.fill, after=str(self.seen))

    def take(self, event):
        self.seen = int(event["hubsequence"])
        self.heard.append([self.seen, content(event)])

    def fill(self, reply):
        self.asking = False
        for event in reply["events"]:
            if int(event["hubsequence"]) > self.seen:
                self.take(event)

    def idle(self):
        return self.seen >= self.world.last

    def close(self):
        super().close()
        self.feed.close()

    def records(self):
        return [{"what": "heard", "name": self.name, "heard": self.heard}]
