#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""list, show and events: members of the items, filters, cursors, totals, pages."""
import check
from agent import digest, until
from check import HIGH, LOW, HubCase, artifact, contract, new_id

HANDOFF = ("handoff attempt state from to contract confidence digest incident offered deadline "
           "on_deadline summary faults decision operator claimed_by changed").split()
MEMBERS = {
    "review": HANDOFF, "dead": HANDOFF, "handoffs": HANDOFF,
    "agents": "agent state heard run version sends accepts changed".split(),
    "edges": "from to offered accepted completed refused held dead rate confidence_p50 changed".split(),
    "incidents": "incident handoffs open worst first last changed".split(),
    "contracts": "contract version digest loaded changed".split(),
}


class Lists(HubCase):
    contracts = (contract("work", "p", "q", summary="{/title} of {/parts}: {/none}"),
                 contract("spare", "p", "z"))
    filled = False

    def setUp(self):
        self.a, self.b = self.agent("p"), self.agent("q")
        if not Lists.filled:
            Lists.filled = True
            self.fill()

    def fill(self):
        """7 held, 5 dead, 3 completed; incidents inc-0 and inc-1 by turns."""
        plan = ["held"] * 7 + ["dead"] * 5 + ["completed"] * 3
        for number, state in enumerate(plan):
            handoff = "fill-%02d" % number
            self.a.offer(handoff, "q", artifact(LOW if state == "held" else HIGH, title="T", parts=[1, "b"]),
                         contract="work/1.0.0", subject="inc-%d" % (number % 2))
            if state != "held":
                self.b.say({"dead": "dead_lettered"}.get(state, state), handoff)
        self.a.hello()

    def mine(self, what, **members):
        return [item for item in self.ask.items(what, **members) if item["handoff"].startswith("fill-")]

    def test_members(self):
        """Null where unknown, so every member is there; `changed` is a hubsequence."""
        for what, members in MEMBERS.items():
            items = self.ask.items(what)
            self.assertTrue(items, what)
            for item in items:
                with self.subTest(what):
                    self.assertEqual(set(members) - set(item), set())
                    self.assertLessEqual(int(item["changed"]), int(self.ask.ping()["hubsequence"]))

    def test_review_and_dead(self):
        self.assertEqual({item["state"] for item in self.ask.items("review")}, {"held"})
        self.assertEqual(len(self.mine("review")), 7)
        self.assertEqual(len(self.mine("dead")), 5)
        self.assertEqual(len(self.mine("handoffs")), 15)

    def test_item(self):
        item = self.mine("review")[0]
        expected = {"attempt": 1, "state": "held", "from": "p", "to": "q", "contract": "work/1.0.0",
                    "confidence": LOW, "on_deadline": "escalate", "summary": "T of 1, b: ?",
                    "digest": digest(artifact(LOW, title="T", parts=[1, "b"])), "decision": None}
        self.assertEqual({key: item[key] for key in expected}, expected)
        offered, deadline = (check.fold.moment(item[key]) for key in ("offered", "deadline"))
        self.assertEqual((deadline - offered).total_seconds(), check.DAY)

    def test_filter(self):
        """An object of field to exact value, all must hold."""
        def found(what="handoffs", **wanted):
            page = self.ask.list(what, filter=wanted, limit=500)
            self.assertEqual(page["total"], len(page["items"]))
            self.assertTrue(all(item[key] == value for item in page["items"] for key, value in wanted.items()))
            return len(page["items"])

        self.assertEqual(found(state="completed", **{"from": "p"}), 3)
        self.assertEqual(found(incident="inc-0"), 8)
        self.assertEqual(found(incident="inc-0", state="held"), 4)
        self.assertEqual(found(handoff="fill-03"), 1)
        self.assertEqual(found(handoff="fill"), 0)
        self.assertEqual(found(attempt=2), 0)
        self.assertEqual(found("edges", **{"from": "p", "to": "q"}), 1)
        self.assertEqual(found("agents", agent="p"), 1)

    def test_cursor_and_total(self):
        """`next` is null at the end; the pages hold each item once."""
        for limit in (1, 4, 7, 100):
            with self.subTest(limit):
                seen, cursor, pages = [], {}, 0
                while True:
                    page = self.ask.list("review", limit=limit, **cursor)
                    self.assertEqual(page["total"], 7)
                    self.assertLessEqual(len(page["items"]), limit)
                    seen += [item["handoff"] for item in page["items"]]
                    pages += 1
                    if page["next"] is None:
                        break
                    cursor = {"cursor": page["next"]}
                self.assertEqual((len(seen), len(set(seen))), (7, 7))
                self.assertEqual(pages, -(-7 // limit))

    def test_edges(self):
        """Events applied; held and dead the handoffs now there."""
        edge = self.ask.items("edges", filter={"from": "p", "to": "q"})[0]
        counts = {key: edge[key] for key in ("offered", "accepted", "completed", "refused", "held", "dead")}
        self.assertEqual(counts, {"offered": 15, "accepted": 0, "completed": 3, "refused": 0,
                                  "held": 7, "dead": 5})

    def test_agents(self):
        item = [item for item in self.ask.items("agents") if item["agent"] == "p"][0]
        self.assertIsNotNone(check.fold.moment(item["heard"]))
        self.assertIsInstance(item["run"], str)

    def test_incidents(self):
        items = {item["incident"]: item for item in self.ask.items("incidents")}
        self.assertEqual((items["inc-0"]["handoffs"], items["inc-1"]["handoffs"]), (8, 7))
        self.assertLessEqual(items["inc-0"]["first"], items["inc-0"]["last"])

    def test_contracts(self):
        """Every load is journaled, with the whole JSON."""
        items = self.ask.items("contracts")
        self.assertEqual(sorted(item["contract"].partition("/")[0] for item in items), ["spare", "work"])
        self.assertEqual({item["version"] for item in items}, {"1.0.0"})
        loaded = [e["data"] for e in self.ask.all_events() if e["type"] == "seam.contract.loaded"]
        self.assertEqual(sorted(data["contract"]["contract"] for data in loaded), ["spare", "work"])
        self.assertEqual({data["digest"] for data in loaded}, {item["digest"] for item in items})

    def test_show(self):
        """The item's members beside artifact and history; what was not applied with its standing."""
        self.b.say("accepted", "fill-14")
        shown = self.ask.show("fill-14")
        listed = self.ask.items("handoffs", filter={"handoff": "fill-14"})[0]
        self.assertEqual({key: shown[key] for key in HANDOFF}, {key: listed[key] for key in HANDOFF})
        self.assertEqual(shown["artifact"], artifact(HIGH, title="T", parts=[1, "b"]))
        self.assertEqual([(event["type"].rpartition(".")[2], event.get("standing")) for event in shown["history"]],
                         [("offered", None), ("completed", None), ("accepted", "late")])

    def test_events_pages(self):
        """`events` above `after`, in order; `last`; `more`."""
        last = int(self.ask.ping()["hubsequence"])
        seen, after = [], "0"
        while True:
            page = self.ask.events_after(after, 4)
            self.assertLessEqual(len(page["events"]), 4)
            seen += [int(event["hubsequence"]) for event in page["events"]]
            self.assertGreaterEqual(int(page["last"]), seen[-1])
            if not page["more"]:
                break
            after = page["events"][-1]["hubsequence"]
        self.assertEqual(seen[:last], list(range(1, last + 1)))
        self.assertEqual(self.ask.events_after(str(10 ** 9))["events"], [])

    def test_epoch(self):
        """A wrong epoch is `stale`."""
        self.refused("stale", "events", after="0", epoch="not-this-one")
        self.assertTrue(self.ask.events_after("0", epoch=self.hub.ready["epoch"])["events"])

    def test_dead_lists_refused_without_a_fallback(self):
        """refused and failed are among the dead if they have no usable fallback."""
        hopeless, hopeful = new_id("gone"), new_id("gone")
        self.a.offer(hopeless, "elsewhere", {})
        self.a.offer(hopeful, "z", artifact(), contract="spare/1.0.0")
        self.agent("elsewhere").say("refused", hopeless, reason="scope", detail="not mine")
        self.agent("z").say("failed", hopeful)
        dead = [item["handoff"] for item in self.ask.items("dead")]
        self.assertIn(hopeless, dead)
        self.assertNotIn(hopeful, dead)

    def test_silent_agent(self):
        """Silent after 3 x heartbeat_seconds."""
        quick = self.agent("quick")
        quick.publish(quick.event("seam.agent.hello", {"agent": "quick", "sends": [], "accepts": [],
                                                       "heartbeat_seconds": 1}))

        def state():
            return self.ask.items("agents", filter={"agent": "quick"})[0]["state"]

        self.assertNotEqual(state(), "silent")
        until(lambda: state() == "silent", "quick is silent", 10)


if __name__ == "__main__":
    check.main()
