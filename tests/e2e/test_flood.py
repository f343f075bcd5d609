#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A hundred thousand events as fast as they go over the lossy lane, then `seam.agent.bye` through
`publish`: applied + lost + unheard is the last number, however many were lost on the way."""
import time
import unittest

import check
import zmq
from agent import Agent, Control, Hub, free_port, until
from check import agree

COUNT = 100000
OFFER = (b'{"specversion":"1.0","id":"%s-%06d","source":"agent:flood","type":"seam.handoff.offered",'
         b'"subject":"inc-1","time":"2026-04-17T23:07:01.204Z","run":"%s","sequence":"%020d",'
         b'"data":{"handoff":"%s-%06d","attempt":1,"from":"flood","to":"drain",'
         b'"artifact":{"title":"one of very many","confidence":0.9,"parts":["a","b","c"]}}}')
BEAT = (b'{"specversion":"1.0","id":"%s-%06d","source":"agent:flood","type":"seam.agent.heartbeat",'
        b'"run":"%s","sequence":"%020d","data":{"agent":"flood"}}')


class Flood(unittest.TestCase):
    def lane(self, url):
        """A plain PUB with the usual high-water mark: it drops what does not fit."""
        socket = zmq.Context.instance().socket(zmq.PUB)
        socket.linger = 0
        self.addCleanup(socket.close)
        socket.connect(url)
        return socket

    def send(self, lane, run, first, last):
        """One offer in four, else heartbeats."""
        for number in range(first, last + 1):
            if number % 4 == 0:
                lane.send(OFFER % (run, number, run, number, run, number))
            else:
                lane.send(BEAT % (run, number, run, number))

    def bye(self, hub, run):
        """The run's last number, through the lane that does not lose."""
        with_number = Agent(hub, "flood", run=run)
        self.addCleanup(with_number.close)
        with_number.made = with_number.sequence = COUNT
        reply = with_number.bye()
        self.assertIsNone(reply.get("standing"))

    def counters(self, hub):
        control = Control(hub.control)
        try:
            counters = control.counters()
            return {key: int(counters[key]) for key in check.STANDINGS}
        finally:
            control.close()

    def adds_up(self, hub):
        def settled():
            counters = self.counters(hub)
            total = counters["applied"] + counters["lost"] + counters["unheard"]
            return counters if total == COUNT + 1 else None

        counters = until(settled, "applied + lost + unheard = %d" % (COUNT + 1), 35, 0.2)
        parts = [key for key in check.STANDINGS if key not in ("received", "lost", "unheard")]
        self.assertEqual(counters["received"], sum(counters[key] for key in parts))
        print("applied %(applied)d, lost %(lost)d, unheard %(unheard)d" % counters, flush=True)
        return counters

    def test_run_began_after_the_hub(self):
        hub = Hub().start()
        self.addCleanup(hub.stop)
        lane = self.lane(hub.events)
        self.send(lane, b"run-a", 1, COUNT)
        self.bye(hub, "run-a")
        self.adds_up(hub)
        agree(hub)

    def test_run_began_before_the_hub(self):
        ports = [free_port() for _ in range(3)]
        hub = Hub(ports=ports)
        self.addCleanup(hub.stop)
        lane = self.lane("tcp://127.0.0.1:%d" % ports[0])
        self.send(lane, b"run-b", 1, COUNT // 4)
        hub.start()
        number = self.heard(hub, lane, COUNT // 4 + 1)
        self.send(lane, b"run-b", number, COUNT)
        self.bye(hub, "run-b")
        self.assertGreaterEqual(self.adds_up(hub)["unheard"], COUNT // 4)
        agree(hub)

    def heard(self, hub, lane, number):
        """Goes on sending, slowly, until the hub has heard one. Gives the next number."""
        end = time.monotonic() + 10
        while not self.counters(hub)["received"]:
            self.assertLess(time.monotonic(), end, "the hub hears nothing")
            self.send(lane, b"run-b", number, number)
            number += 1
            time.sleep(0.01)
        return number


if __name__ == "__main__":
    check.main()
