# SPDX-License-Identifier: MIT
"""
Each of fixtures/hostile in a real terminal (tmux): what people and machines read of seam there, and the console. What
must be seen is seen, and the terminal is afterwards as it was: no title, no clipboard, no mode, nothing typed.
"""
import json
import unittest

import hostile
from agent import BIN, Agent, Control, Hub, Refused, scratch, until
from tmux import Screen

CASES = [one for one in hostile.CASES if one.text is not None]
STATE = "|".join("#{%s}" % name for name in (
    "pane_title", "window_name", "alternate_on", "cursor_flag", "insert_flag", "origin_flag", "wrap_flag", "keypad_flag",
    "keypad_cursor_flag", "mouse_any_flag", "scroll_region_upper", "scroll_region_lower", "pane_dead"))
# Keeps what the terminal types by itself, and shows it when all is said.
HEARD = ("stty -echo -icanon min 0 time 3; echo begin; %s; echo; echo said; typed=$(dd bs=1 count=400 2>&- | od -An -c); "
         "echo \"typed[$typed]\"")


class RealTerminal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hub = Hub().start()
        cls.addClassCleanup(cls.hub.stop)
        cls.home = scratch("home-")
        fraud, refund = Agent(cls.hub, "fraud"), Agent(cls.hub, "refund")
        ask = Control(cls.hub.control)
        cls.noted = 0
        for i, case in enumerate(CASES):
            fraud.offer("d-%d" % i, "refund", {"x": case.text, case.text: 1})
            refund.say("refused", "d-%d" % i, reason="other", detail=case.text)
            fraud.say("dead_lettered", "d-%d" % i, reason=case.text[:60], detail=case.text)
            try:
                ask.ask("annotate", what="handoff", name="d-%d" % i, note=case.text, operator="mira")
                cls.noted += 1
            except Refused:
                pass
        for one in (fraud, refund, ask):
            one.close()

    def screen(self, script, columns=400, rows=60):
        env = {"SEAM_HUB": self.hub.control, "HOME": self.home, "LC_ALL": "C.UTF-8", "XDG_STATE_HOME": self.home,
               "XDG_CACHE_HOME": self.home, "XDG_CONFIG_HOME": self.home}
        one = Screen(["sh", "-c", "sleep 0.2; IFS= read -r go; " + script], columns, rows, env=env)
        self.addCleanup(one.close)
        for name, value in (("set-clipboard", "on"), ("allow-passthrough", "on"), ("allow-rename", "on"),
                            ("automatic-rename", "off")):
            one.tmux("set-option", "-g", name, value)
        return one

    def state(self, one):
        return one.tmux("display-message", "-p", STATE), one.tmux("list-buffers")

    def said(self, script):
        """What stands in the terminal behind `begin`, lines joined; it must be as it was."""
        one = self.screen(HEARD % script)
        before = self.state(one)
        one.keys("Enter")
        text = until(lambda: (lambda all_: all_ if "typed[" in all_ else None)(
            one.tmux("capture-pane", "-p", "-J", "-S", "-")), "all is said", 20)
        self.assertEqual(self.state(one), before)
        self.assertIn("typed[]", text)
        text = text.split("begin\n", 1)[1].split("\nsaid\n")[0]
        hostile.assert_plain(self, text.encode(), script[:40])
        return text

    def test_the_judge_is_awake(self):
        """What must not come through would be seen: said raw, it changes title and clipboard, and types."""
        for name in ("osc-title", "osc-clipboard", "csi-answers", "csi-modes", "reset"):
            with open(self.home + "/raw", "wb") as out:
                out.write(hostile.BY_NAME[name].data)
            one = self.screen(HEARD % ("cat " + self.home + "/raw"))
            before = self.state(one)
            one.keys("Enter")
            text = one.shows("typed[")
            self.assertTrue(self.state(one) != before or "typed[]" not in text or "begin" not in text, name)

    def test_plain(self):
        """`seam show` of each: what must be seen, all of it."""
        for first in range(0, len(CASES), 25):  # tmux keeps 2,000 lines
            some = range(first, min(first + 25, len(CASES)))
            text = self.said("; ".join("%s show d-%d" % (BIN, i) for i in some))
            for i in some:
                self.assertTrue(CASES[i].seen[:200].strip() in text, CASES[i].name)

    def test_lists(self):
        for words in ("ls dead", "ls handoffs", "tail --limit 300", "ls agents", "ls noted", "counters"):
            self.assertGreater(len(self.said("%s %s" % (BIN, words))), 100, words)

    def test_json(self):
        """Machines get each character, and a terminal sees none of them but ASCII."""
        for words in ("tail --json --limit 5000", "export"):
            found = set()
            for line in self.said("%s %s" % (BIN, words)).splitlines():
                self.assertTrue(line.isascii(), line[:100])
                if line.strip():
                    found.add(json.loads(line).get("data", {}).get("detail"))
            self.assertEqual({case.name for case in CASES if case.text not in found}, set(), words)

    def test_console(self):
        """Dead letters by reason, page by page; each is there. Then the terminal is as it was."""
        one = self.screen("%s --operator mira; echo left" % BIN, 200, 60)
        before = self.state(one)
        one.keys("Enter")
        one.shows("LIVE")
        one.opens("4", "by reason, edge")
        wanted = {case.name: hostile.head(case.text[:60], case.seen) for case in CASES if case.text[:60].strip()}

        def moved(key, row):
            """What is seen, and the row of the cursor, which is another one then; behind 60 columns stands an age."""
            if key:
                one.keys(key)

            def look():
                text = one.text()
                rows = [line[:60] for line in text.split("\n") if line.startswith("> ")]
                return (text, rows[0]) if rows and rows[0] != row else None
            return until(look, "another row than %s by %s" % (row, key), 20)

        last = moved("G", moved(None, "")[1])[1]
        text, row = moved("g", last)
        while True:
            hostile.assert_plain(self, text.encode(), "dead letters")
            for name in [name for name, words in wanted.items() if words in text]:
                del wanted[name]
            if row == last:
                break
            text, row = moved("NPage", row)
        self.assertEqual(wanted, {})
        for key in "123567":
            one.keys(key)
            hostile.assert_plain(self, one.shows("seam main  [").encode(), key)
            self.assertEqual(one.text().count("\u2550\u2550\u2550 APPROVE"), one.text().count(" \u2550\u2550\u2550 APPROVE"))
        self.assertEqual(one.tmux("list-buffers"), "")
        one.type(":q")
        one.keys("Enter")
        one.shows("left")
        self.assertEqual(self.state(one), before)


if __name__ == "__main__":
    unittest.main()
