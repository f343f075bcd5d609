#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""One decision wins: eight deciders, each a process of its own, race over ten thousand handoffs, and over
a thousand dead letters; and
deciders race the deadlines. Each has exactly one end, all are told the same one, and so the journal says."""
import collections
import contextlib
import json
import os
import random
import subprocess
import sys
import threading
import time

import agent
import check
from agent import Control, compact
from check import LOW, HubCase, artifact, contract
from stopwatch import Stopwatch

ITEMS, DECIDERS, BATCH = 10000, 8, 250  # of a batch: fewer than the replies that may wait
LONGEST = 40.0                # seconds for all of the race
DEADLINES, HURRIED, NEAR = 300, 4, 0.010
AIMED = (-0.004, 0.002)       # of a decision that is to arrive in the deadline's own millisecond
ACTIONS = {"approved": "approve", "rejected": "reject", "requeued": "requeue", "discarded": "discard"}
DEAD = 1000
WON = ("operator", "action", "decision", "recorded", "time")


def request(operator, handoff, digest, action):
    members = {"op": "decide", "rid": handoff, "decision": operator + ":" + handoff, "handoff": handoff,
               "attempt": 1, "digest": digest, "action": action, "operator": operator}
    return compact(dict(members, note="raced") if action in ("reject", "discard") else members)


def replies_to(control, requests):
    """All of them, in any order; what is not answered in time is asked again, under the same id."""
    found = {}
    for _ in range(4):
        for handoff, body in requests.items():
            if handoff not in found:
                control.send(body)
        with contextlib.suppress(agent.NoAnswer):
            while len(found) < len(requests):
                reply = json.loads(control.receive(5)[-1])
                found[reply["rid"]] = reply
            return found
    raise agent.NoAnswer("%d of %d decisions" % (len(requests) - len(found), len(requests)))


def outcome(reply):
    """Who won, as this decider was told; "won" for itself."""
    if reply["ok"]:
        return ["won", reply["recorded"]]
    error = reply["error"]
    return [error["code"]] + [error.get(name) for name in WON]


def decider(url, name, path, *actions):
    """The other process: reads what there is to decide, says that it is ready, waits for the start."""
    dice = random.Random(name)
    with open(path, encoding="utf-8") as stream:
        items = json.load(stream)
    control = Control(url)
    control.ping()
    print("ready", flush=True)
    sys.stdin.readline()
    told = {}
    for start in range(0, len(items), BATCH):
        batch = items[start:start + BATCH]
        dice.shuffle(batch)
        found = replies_to(control, {handoff: request(name, handoff, digest, dice.choice(actions))
                                     for handoff, digest in batch})
        told.update((handoff, outcome(reply)) for handoff, reply in found.items())
    json.dump(told, sys.stdout)


class Race(HubCase):
    contracts = (contract("work", "p", "q"),)
    options = ("--grace", 0)
    folds_agree = False       # the reference fold takes long over so many: the digest is compared

    def offers(self, count, prefix="r"):
        """Offered and held: pairs of handoff and digest."""
        sender, items = self.agent("p"), []
        for start in range(0, count, BATCH):
            events = [sender.offer_event("%s-%05d" % (prefix, number), "q", artifact(LOW, number=number),
                                         contract="work/1.0.0")
                      for number in range(start, start + BATCH)]
            ids = [event["data"]["handoff"] for event in events]
            found = replies_to(sender, {handoff: compact({"op": "publish", "rid": handoff, "event": event})
                                        for handoff, event in zip(ids, events)})
            items += [(handoff, found[handoff]["digest"]) for handoff in ids]
        return items

    def deciders(self, items, *actions):
        path = os.path.join(self.hub.folder, "items.json")
        with open(path, "w", encoding="utf-8") as out:
            json.dump(items, out)
        made = [subprocess.Popen([sys.executable, os.path.abspath(__file__), "decide", self.hub.control,
                                  "op%d" % number, path, *actions], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 encoding="utf-8") for number in range(DECIDERS)]
        for one in made:
            self.addCleanup(one.wait, 10)
            self.addCleanup(one.kill)
        return made

    def journaled(self):
        """Final decisions by handoff, and how many were denied."""
        rows = self.journal().base.execute(
            "select handoff, type, hubsequence, json_extract(event, '$.data.decision'), "
            "json_extract(event, '$.data.operator') from events where type like 'seam.decision.%'")
        final, denied = collections.defaultdict(list), collections.Counter()
        for handoff, kind, number, decision, operator in rows:
            if kind.endswith("denied"):
                denied[handoff] += 1
            else:
                final[handoff].append((kind.rsplit(".", 1)[1], str(number), decision, operator))
        return final, denied

    def test_ten_thousand(self):
        with Stopwatch(self.hub.process.pid) as watch:
            self.all_end_once(self.offers(ITEMS), "approve", "reject")
        self.assertLess(watch.took, LONGEST)

    def test_put_back_and_discarded(self):
        """A discard stands: who puts back at the same time, and does not say `restore`, has lost."""
        items, receiver = self.offers(DEAD, "dead"), self.agent("q")
        for start in range(0, DEAD, BATCH):
            said = {handoff: receiver.said_event("dead_lettered", handoff)
                    for handoff, _ in items[start:start + BATCH]}
            replies_to(receiver, {handoff: compact({"op": "publish", "rid": handoff, "event": event})
                                  for handoff, event in said.items()})
        self.all_end_once(items, "requeue", "discard")

    def all_end_once(self, items, *actions):
        racing = self.deciders(items, *actions)
        for one in racing:
            self.assertEqual(one.stdout.readline(), "ready\n")
        for one in racing:
            one.stdin.write("go\n")
            one.stdin.flush()
        told = {"op%d" % number: json.loads(one.communicate(timeout=2 * LONGEST)[0])
                for number, one in enumerate(racing)}
        final, denied = self.journaled()
        winners = collections.Counter()
        for handoff, _ in items:
            winners[self.one_end(handoff, {name: told[name][handoff] for name in told}, final[handoff])] += 1
            self.assertEqual(denied[handoff], DECIDERS - 1)
        self.assertGreater(len(winners), 1, "nobody raced: %s" % winners)
        self.assertEqual(sum(winners.values()), len(items))
        self.same_mesh()

    def one_end(self, handoff, told, final):
        """Exactly one was told that it won; the journal has that one; the others were told of it."""
        won = [name for name in told if told[name][0] == "won"]
        self.assertEqual((len(won), len(final)), (1, 1), (handoff, told, final))
        (kind, number, decision, operator), = final
        self.assertEqual((won[0], told[won[0]][1]), (operator, number))
        self.assertEqual(decision, operator + ":" + handoff)
        others = [told[name] for name in told if name != won[0]]
        self.assertEqual([one[:5] for one in others],
                         [["already_decided", operator, ACTIONS[kind],
                           decision, number]] * len(others))
        self.assertEqual(len({one[5] for one in others}), 1)
        return operator

    def same_mesh(self):
        path = check.export(self.hub, os.path.join(self.hub.folder, "raced.jsonl"))
        self.assertEqual(check.seam_stats(path)["mesh"], self.ask.counters()["mesh"])


class Deadline(HubCase):
    contracts = (contract("work", "p", "q"),)
    options = ("--grace", 0)

    def hurry(self, number, items, found, near):
        """Decides each so near to its deadline that both sides have a chance."""
        dice = random.Random(number)
        with contextlib.closing(Control(self.hub.control)) as control:
            for moment, handoff, digest in sorted((deadline + near(dice), handoff, digest)
                                                  for handoff, digest, deadline in items):
                time.sleep(max(0.0, moment - time.time()))
                control.send(request("op%d" % number, handoff, digest, "approve"))
            while len(found) < len(items):
                reply = json.loads(control.receive(10)[-1])
                found[reply["rid"]] = outcome(reply)

    def race(self, prefix, count, deciders, near):
        """A machine that stops for a while lets one side win all: then it was no race, and is run again."""
        for attempt in "abc":
            ends = self.race_once("%s-%s" % (prefix, attempt), count, deciders, near)
            if len(ends) > 1:
                break
        self.assertEqual(sorted(ends), ["approved", "stopped"], "no race: %s" % ends)

    def race_once(self, prefix, count, deciders, near):
        sender, items = self.agent("p"), []
        for number in range(count):
            handoff = "%s-%d" % (prefix, number)
            reply = sender.offer(handoff, "q", artifact(LOW, "stop", 2), contract="work/1.0.0")
            items.append((handoff, reply["digest"], check.fold.moment(reply["deadline"]).timestamp()))
        told = [{} for _ in range(deciders)]
        racing = [threading.Thread(target=self.hurry, args=(number, items, told[number], near), daemon=True)
                  for number in range(deciders)]
        for one in racing:
            one.start()
        for one in racing:
            one.join(30)
        ends = collections.Counter()
        events = collections.defaultdict(list)
        for event in self.ask.all_events():
            if event["type"] in ("seam.decision.approved", "seam.handoff.fallback"):
                events[event["data"]["handoff"]].append(event)
        for handoff, _, _ in items:
            ends[self.one_end(handoff, [one[handoff] for one in told], events[handoff])] += 1
        return ends

    def test_decided_at_the_deadline(self):
        self.race("t", DEADLINES, HURRIED, lambda dice: dice.uniform(-NEAR, NEAR))

    def test_in_the_millisecond_of_the_deadline(self):
        """One human alone, half of the time as near as a clock can tell."""
        self.race("ms", DEADLINES, 1, lambda dice: dice.choice((1, 20)) * dice.uniform(*AIMED))

    def one_end(self, handoff, told, ends):
        """The human or the deadline, never both, never neither; and all are told which."""
        self.assertEqual(len(ends), 1, (handoff, told, ends))
        event, state = ends[0], self.state(handoff)
        codes = sorted(one[0] for one in told)
        if event["type"] == "seam.handoff.fallback":
            self.assertEqual((state, codes), ("stopped", ["too_late"] * len(told)))
            self.assertEqual({one[2] for one in told}, {"stop"})
        else:
            self.assertEqual((state, codes), ("approved", ["already_decided"] * (len(told) - 1) + ["won"]))
            self.assertEqual([one[3] for one in told if one[0] != "won"],
                             [event["data"]["decision"]] * (len(told) - 1))
        return state


if __name__ == "__main__":
    if sys.argv[1:2] == ["decide"]:
        decider(*sys.argv[2:])
    else:
        check.main()
