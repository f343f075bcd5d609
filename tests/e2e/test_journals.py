# SPDX-License-Identifier: MIT
"""Another journal answers at the hub's address: what was decided about the one before it is not sent there."""
import json
import os
import signal
import unittest

from agent import BIN, Agent, Control, Hub, free_port, scratch, until
from tmux import Screen

CONTRACT = {
    "contract": "work", "version": "1.0.0", "from": ["p"], "to": ["q"],
    "scope": {"represents": "work"}, "schema": {}, "confidence": {"review_below": 0.8},
    "fallback": {"at": "/fallback"}, "summary": "{/plan}"}
WORK = {"confidence": 0.1, "plan": "go", "fallback": "queue_if_not_progressed_within_1h"}


class Journals(unittest.TestCase):
    def setUp(self):
        self.ports = [free_port() for _ in range(3)]
        self.home = scratch("home-")
        self.first = self.hub()
        self.screen = Screen([BIN, "--hub", self.first.control, "--operator", "mira"], 100, 30,
                             env={"HOME": self.home, "XDG_STATE_HOME": self.home})
        self.addCleanup(self.screen.close)
        self.screen.shows("LIVE", "h-1")

    def hub(self):
        """With a journal of its own at the same address; it knows the same handoffs."""
        hub = Hub([CONTRACT], ports=self.ports).start()
        self.addCleanup(hub.stop)
        agent = Agent(hub, "p")
        self.addCleanup(agent.close)
        for handoff in ("h-1", "h-2"):
            agent.offer(handoff, "q", WORK, contract="work/1.0.0")
        return hub

    def decided(self, hub):
        ask = Control(hub.control)
        self.addCleanup(ask.close)
        return [event["type"] for event in ask.all_events() if event["type"].startswith("seam.decision")]

    def recorded(self):
        with open(os.path.join(self.home, "seam", "decisions.jsonl"), encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    def test_pending(self):
        self.screen.opens("A", "APPROVE 1 handoff")
        self.screen.opens("y", "sending in")
        self.first.kill9()
        second = self.hub()
        self.screen.shows("another journal answers now: 1 not sent")
        self.screen.shows("LIVE", "h-1")
        self.screen.keys(":")
        self.screen.type("sent")
        self.screen.keys("Enter")
        self.screen.shows("NOT SENT: another journal answers now")
        self.assertEqual(self.decided(second), [])

    def test_sent_and_not_answered(self):
        """Its fate is unknown; where the first journal answers again, that one knows."""
        self.screen.opens("A", "APPROVE 1 handoff")
        self.screen.opens("y", "sending in")
        # the badge stays what it was for two seconds: it is sent to one that does not read
        self.screen.shows("sending in 1s")
        self.first.process.send_signal(signal.SIGSTOP)
        self.screen.shows("approve h-1: sent")
        entry = self.recorded()[0]
        self.assertEqual(entry["epoch"], self.first.ready["epoch"])
        self.first.kill9()
        second = self.hub()
        self.screen.shows("another journal answers now: 1 of unknown fate")
        self.screen.shows("LIVE")
        self.screen.keys(":")
        self.screen.type("sent")
        self.screen.keys("Enter")
        self.screen.shows("FATE UNKNOWN: another journal answers now")
        self.assertEqual(self.decided(second), [])
        second.stop()
        self.first.start()
        ask = Control(self.first.control)
        self.addCleanup(ask.close)
        ask.decide("h-1", "approve", decision=entry["decision"])
        self.screen.shows("on disk", "asked q")

    def test_what_is_open_is_closed(self):
        self.screen.opens("3", "REVIEW")
        self.screen.opens("Enter", "Esc back")
        self.screen.hides("REVIEW  2 waiting")
        self.screen.opens("A", "APPROVE 1 handoff")
        self.first.kill9()
        second = self.hub()
        self.screen.shows("another journal answers now: all is read anew")
        self.screen.shows("REVIEW  2 waiting")
        self.screen.hides("APPROVE 1 handoff")
        self.assertEqual(self.decided(second), [])

    def test_marks_are_gone(self):
        self.screen.opens("3", "REVIEW")
        self.screen.keys("*")
        self.screen.shows("2 marked")
        self.first.kill9()
        self.hub()
        self.screen.shows("another journal answers now: all is read anew")
        self.screen.hides("2 marked")

    def test_the_hub_refuses_another_epoch(self):
        """However fast the hubs changed places: the request itself names the journal."""
        ask = Control(self.first.control)
        self.addCleanup(ask.close)
        request = ask.decision("h-1", "approve")
        refused = ask.call("decide", **dict(request, epoch="0" * 32))
        self.assertEqual(refused["error"]["code"], "stale")
        self.assertEqual(self.decided(self.first), [])
        self.assertTrue(ask.call("decide", **dict(request, epoch=self.first.ready["epoch"]))["ok"])
        until(lambda: ask.state("h-1") == "approved", "decided")


if __name__ == "__main__":
    unittest.main()
