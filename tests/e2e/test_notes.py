#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What humans write beside things: every console has it within a second, and it is there after a
kill -9, from a snapshot, and when what is left of a journal is folded. And what nobody has taken
yet can be stopped."""
import contextlib
import json
import os
import random
import unittest

import agent
import check
from agent import Agent, Control, Hub, until
from check import HIGH, LOW, artifact, contract, new_id
from mirror import Mirror


class Notes(check.HubCase):
    contracts = (contract("pq", "p", "q"),)

    def setUp(self):
        self.p, self.q = self.agent("p"), self.agent("q")

    def offer(self, **more):
        name = new_id()
        self.p.offer(name, "q", artifact(HIGH), contract="pq/1.0.0", **more)
        return name

    def annotate(self, what, name, **more):
        return self.ask.ask("annotate", what=what, name=name, operator=more.pop("operator", "mira"), **more)

    def noted(self, what, name):
        return [one for one in self.ask.items("noted") if (one["what"], one["name"]) == (what, name)][0]

    def test_each_kind(self):
        name = self.offer(subject="inc-1")
        for what, of in (("handoff", name), ("incident", "inc-1"), ("edge", "p>q"), ("agent", "p"), ("contract", "pq"),
                         ("group", "p>q no such thing")):
            reply = self.annotate(what, of, note="seen", title="t " + what, tags=["known", "paging"])
            self.assertEqual((reply["title"], reply["tags"], reply["notes"]), ("t " + what, ["known", "paging"], 1))
            event = self.journaled("seam.review.noted", what=what, name=of)
            self.assertEqual(event["data"], {"what": what, "name": of, "operator": "mira", "note": "seen",
                                             "title": "t " + what, "tags": ["known", "paging"]})
            self.assertEqual(self.noted(what, of)["texts"],
                             [{"note": "seen", "operator": "mira", "time": event["recordedtime"]}])
        shown = self.ask.show(name)
        self.assertEqual((shown["title"], shown["tags"], shown["notes"], shown["texts"][0]["note"]),
                         ("t handoff", ["known", "paging"], 1, "seen"))
        item = self.ask.list("incidents", filter={"tags": "known"})["items"][0]
        self.assertEqual((item["incident"], item["title"]), ("inc-1", "t incident"))
        self.annotate("incident", "inc-1", title="", untags=["known"])
        item = [one for one in self.ask.items("incidents") if one["incident"] == "inc-1"][0]
        self.assertEqual((item["title"], item["tags"]), (None, ["paging"]))

    def test_again_is_once(self):
        name = self.offer()
        first = self.annotate("handoff", name, note="once", tags=["a"])
        again = self.annotate("handoff", name, note="once", tags=["a"])
        self.assertEqual((again["recorded"], again["notes"]), (first["recorded"], 1))
        self.assertEqual(self.annotate("handoff", name, note="once", operator="lee")["notes"], 2)
        self.assertEqual(self.annotate("handoff", name, note="twice", operator="lee")["notes"], 3)

    def test_bounds(self):
        name = self.offer()
        for code, more in (("malformed", {}), ("malformed", {"note": "x" * 4097}), ("malformed", {"note": " "}),
                           ("malformed", {"tags": ["two words"]}), ("malformed", {"tags": ["x" * 65]}),
                           ("malformed", {"tags": ["a,b"]}), ("malformed", {"tags": "a"}),
                           ("malformed", {"title": "x" * 201}), ("malformed", {"title": "a\x1b[2J"}),
                           ("malformed", {"owner": "lee", "seconds": 14401}),
                           ("malformed", {"what": "mesh", "note": "x"}),
                           ("not_found", {"name": "nobody", "note": "x"}),
                           ("not_found", {"what": "incident", "name": "none", "note": "x"}),
                           ("not_found", {"what": "contract", "name": "pq/1.0.0", "note": "x"}),
                           ("not_found", {"what": "group", "name": "p>z dead", "note": "x"})):
            self.refused(code, "annotate", **dict({"what": "handoff", "name": name, "operator": "mira"}, **more))
        self.annotate("handoff", name, tags=["t%d" % n for n in range(16)])
        self.refused("not_allowed", "annotate", what="handoff", name=name, operator="mira", tags=["one-more"])
        self.annotate("handoff", name, tags=["one-more"], untags=["t0"])
        for n in range(20):
            self.annotate("handoff", name, note="note %d" % n)
        self.assertEqual([one["note"] for one in self.ask.show(name)["texts"]], ["note %d" % n for n in range(4, 20)])

    def test_owner(self):
        self.offer(subject="inc-2")
        reply = self.annotate("incident", "inc-2", owner="lee", operator="lee", seconds=600)
        self.assertEqual(reply["owner"], "lee")
        self.assertEqual(self.annotate("incident", "inc-2", owner="mira")["owner"], "lee")
        self.assertEqual(self.annotate("incident", "inc-2", owner="")["owner"], "lee")
        same = self.annotate("incident", "inc-2", owner="lee", operator="lee", seconds=600)
        self.assertEqual(same["recorded"], reply["recorded"])
        self.assertEqual(self.annotate("incident", "inc-2", owner="mira", take=True)["owner"], "mira")
        self.assertIsNone(self.annotate("incident", "inc-2", owner="")["owner"])
        self.annotate("incident", "inc-2", owner="lee", operator="lee", seconds=1)
        until(lambda: self.annotate("incident", "inc-2", owner="")["owner"] is None, "it ends by itself", 5)

    def test_shell(self):
        name = self.offer()
        said = check.run_seam("note", name, "--note", "looks odd", "--tag", "odd,later", "--hub", self.hub.control)
        self.assertEqual(said.decode(), "%s: 1 note; tags odd, later\n" % name)
        said = check.run_seam("tag", name, "~later", "urgent", "--hub", self.hub.control)
        self.assertEqual(said.decode(), "%s: 1 note; tags odd, urgent\n" % name)
        shown = check.run_seam("show", name, "--hub", self.hub.control).decode()
        self.assertIn("looks odd", shown)
        self.assertIn("odd, urgent", check.run_seam("ls", "noted", "--hub", self.hub.control).decode())
        self.assertIn("noted", check.run_seam("audit", "--hub", self.hub.control).decode())
        check.run_seam("audit", "--verify", "--hub", self.hub.control)


class Stays(unittest.TestCase):
    def hub(self, *options, folder=None):
        made = Hub((contract("pq", "p", "q"),), folder=folder,
                   options=("--snapshot-every", 100, "--grace", 0) + options).start()
        self.addCleanup(made.stop)
        return made

    def fill(self, hub, n):
        with contextlib.closing(Agent(hub, "p")) as p, contextlib.closing(Agent(hub, "q")) as q:
            for _ in range(n):
                name = new_id()
                p.offer(name, "q", artifact(HIGH), contract="pq/1.0.0", subject="inc-old")
                q.say("accepted", name)
                q.say("completed", name)
        return name

    def live(self, hub):
        with contextlib.closing(Control(hub.control)) as control:
            return control.counters()["mesh"]

    def texts(self, hub, what, name):
        with contextlib.closing(Control(hub.control)) as control:
            return [one["note"] for item in control.items("noted") for one in item["texts"]
                    if (item["what"], item["name"]) == (what, name)]

    def test_killed_and_from_a_snapshot(self):
        hub = self.hub()
        last = self.fill(hub, 60)
        follower = Mirror(hub.control)
        self.addCleanup(follower.close)
        with contextlib.closing(Control(hub.control)) as human:
            place = int(human.ask("annotate", what="handoff", name=last, operator="mira", note="mine\nand more",
                                  tags=["k"])["recorded"])
            follower.agrees_at(place, 5)
        self.fill(hub, 60)          # the note stands in the snapshot, and another behind it
        until(lambda: os.path.exists(hub.journal + "-mesh"), "a snapshot", 15)
        with contextlib.closing(Control(hub.control)) as human:
            human.ask("annotate", what="incident", name="inc-old", operator="lee", note="behind")
        before = self.live(hub)
        hub.kill9()
        again = self.hub(folder=hub.folder)
        self.assertIn("comes from the snapshot at", again.said())
        self.assertEqual(self.live(again), before)
        self.assertEqual(self.texts(again, "handoff", last), ["mine\nand more"])
        self.assertEqual(self.texts(again, "incident", "inc-old"), ["behind"])
        check.agree(again)

    def test_retention(self):
        """What was written of what is gone goes with nothing else, and all who fold agree."""
        hub = self.hub("--keep", "2s")
        with contextlib.closing(Agent(hub, "p")) as p, contextlib.closing(Control(hub.control)) as human:
            p.offer("waits", "q", artifact(LOW), contract="pq/1.0.0")
            gone = self.fill(hub, 150)
            for name in ("waits", gone):
                human.ask("annotate", what="handoff", name=name, operator="mira", note="of " + name)

            def is_gone():
                p.publish(p.self_event("heartbeat"))
                return human.call("show", handoff=gone).get("error", {}).get("code") == "not_found"
            until(is_gone, "%s is aged out" % gone, 25)
            self.assertEqual(human.show("waits")["texts"][0]["note"], "of waits")
            p.offer(gone, "q", artifact(HIGH), contract="pq/1.0.0")   # its id, used anew
            self.assertEqual((human.show(gone)["texts"], human.show(gone)["notes"]), ([], 0))
        check.agree(hub)


class Recorded(unittest.TestCase):
    """More is written than there is room for: what makes room for what, by two folds."""

    def line(self, number, data):
        at = "2026-05-04T03:%02d:%02d.%06dZ" % (number // 6000 % 60, number // 100 % 60, number)
        return json.dumps({"specversion": "1.0", "id": "h-%d" % number, "source": "hub:main",
                           "type": "seam.review.noted", "time": at, "data": data, "recordedtime": at,
                           "hubsequence": "%020d" % number})

    def test_room(self):
        for seed, things, full in ((1, 12000, "noted"), (2, 1500, "notes")):
            dice = random.Random(seed)
            path = os.path.join(agent.scratch(), "notes.jsonl")
            with open(path, "w", encoding="utf-8") as out:
                for number in range(1, 8000):
                    data = {"what": dice.choice(("handoff", "group", "incident", "edge", "agent", "mesh")),
                            "name": "n%d" % dice.randrange(things), "operator": "mira"}
                    if dice.random() < .9:
                        data["note"] = dice.choice(("", "one", "two\nlines", "three"))
                    if dice.random() < .5:
                        data["tags"] = ["t%d" % dice.randrange(30) for _ in range(dice.randrange(20))]
                    if dice.random() < .2:
                        data["untags"] = ["t%d" % dice.randrange(30) for _ in range(dice.randrange(20))]
                    if dice.random() < .1:
                        data["name"] = dice.choice(("", "x" * 400, "y" * 401, "a\0b", "\u00e9" * 200, "\u00e9" * 201))
                    out.write(self.line(number, data) + "\n")
            ours, theirs = check.seam_stats(path), check.oracle_stats(path)
            self.assertEqual(check.differences(ours, theirs), {})
            self.assertEqual(ours[full], 4096)


class Stopped(check.HubCase):
    """A human stops what was offered and not taken yet."""
    contracts = (contract("pq", "p", "q"),)

    def offered(self, action="proceed", seconds=86400):
        name = new_id()
        self.p.offer(name, "q", artifact(HIGH, action, seconds), contract="pq/1.0.0")
        return name

    def setUp(self):
        self.p, self.q = self.agent("p"), self.agent("q")

    def test_offered(self):
        name = self.offered()
        feed = self.feed("decision/q")
        reply = self.ask.decide(name, "hold", note="built on h-0")
        self.assertEqual(reply["state"], "held")
        self.assertEqual(self.q.wait(name, seconds=0)["state"], "held")
        told = until(lambda: feed.next(), "q is told")
        self.assertIn(name, json.dumps([part.decode() if isinstance(part, bytes) else part for part in told]
                                       if isinstance(told, tuple) else told))
        self.assertIn(name, [one["data"]["handoff"] for one in self.q.decisions()])
        item = [one for one in self.ask.items("review") if one["handoff"] == name][0]
        self.assertEqual(item["on_deadline"], "escalate")       # and not proceed
        self.q.say("accepted", name)                            # what it says now changes nothing
        self.assertEqual(self.state(name), "held")
        self.ask.decide(name, "approve")
        self.assertEqual(self.q.wait(name, seconds=0)["state"], "approved")

    def test_too_late(self):
        name = self.offered()
        self.q.say("accepted", name)
        self.assertEqual(self.ask.call("decide", **self.ask.decision(name, "hold"))["error"]["code"], "not_allowed")
        self.q.say("completed", name)
        self.assertEqual(self.state(name), "completed")

    def test_its_own_fallback_comes_behind_the_hold(self):
        name = self.offered("proceed", 1)
        self.ask.decide(name, "hold", until=self.soon(2))
        self.assertEqual(self.state(name), "held")
        until(lambda: self.state(name) == "escalated", "nobody looked", 10)
        self.assertEqual(self.state(name), "escalated")

    @staticmethod
    def soon(seconds):
        import datetime
        when = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
        return when.strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    check.main()
