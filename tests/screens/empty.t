# A mesh in which nothing has happened.
recording tests/screens/data/empty.jsonl
size 80x24
at end
link quiet 40s
screen
| seam prod-eu-1  [QUIET 40s]  8.1 ev/s  lost 0      Mon 23 Nov  09:00:00Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|ok  nothing waits for you. No dead letters. No handoff yet. No agent heard yet.
|── WAITING FOR YOU  0 ──────────────────────────────────────── if nobody acts ──
|     nothing
|── EDGES IN TROUBLE  0 ───────────────────────────────────────────── rates 1m ──
|── DEAD LETTERS  0 ─────────────────────────────────────────────── new in 10m ──
|── MESH  no agent heard yet ─────────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁  0/min
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Enter open  Tab pane  : command  p freeze  ? help
keys 2
screen
| seam prod-eu-1  [QUIET 40s]  8.1 ev/s  lost 0      Mon 23 Nov  09:00:00Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|ok  nothing waits for you. No dead letters. No handoff yet. No agent heard yet.
|── FLOW  0 agents  0 edges ───────────────────────── v graph / TABLE / matrix ──
|
|   No agent has handed anything to another yet.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys 3
screen
| seam prod-eu-1  [QUIET 40s]  8.1 ev/s  lost 0      Mon 23 Nov  09:00:00Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|ok  nothing waits for you. No dead letters. No handoff yet. No agent heard yet.
|── REVIEW  0 waiting ──────────────────────────────────────────── by deadline ──
|
|
|   Nothing is waiting for a decision.
|
|   Read up to event 1, 40s ago, nothing behind.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys 4
screen
| seam prod-eu-1  [QUIET 40s]  8.1 ev/s  lost 0      Mon 23 Nov  09:00:00Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|ok  nothing waits for you. No dead letters. No handoff yet. No agent heard yet.
|── DEAD LETTERS  0 ────────────────────────────────────────── by reason, edge ──
|
|   No dead letters.
|   Checked: 0 handoffs; none is dead, stopped, or refused or
|   failed without a fallback. Discarded so far: 0. As of 09:00:00.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys 7
screen
| seam prod-eu-1  [QUIET 40s]  8.1 ev/s  lost 0      Mon 23 Nov  09:00:00Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|ok  nothing waits for you. No dead letters. No handoff yet. No agent heard yet.
|── LOG  all events ──────────────────────────────────────────────── following ──
|>   09:00:00.000  contract     note/1.0.0
|
|
|
|
|
|
|
|
|
|
|
|
|── contract   event 1 ──────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"h-1","source":"hub:prod-eu-1","type":"seam.contract
| .loaded","time":"2026-11-23T09:00:00.000000Z","data":{"contract":{"contract":"
| note","version":"1.0.0","from":["a"],"to":["b"],"scope":{"represents":"note","
| excludes":[]},"schema":{"type":"object"},"confidence":{"at":"/confidence"},"f~
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
# nothing is there, and what is there may not be all
event hub:prod-eu-1 gap {"source":"agent:a","run":"r1","first":"3","last":"9"}
keys 3
screen
| seam prod-eu-1  [QUIET 40s]  >=8.1 ev/s  lost 0    Mon 23 Nov  09:00:00Z  mira
| 1 Now  2 Flow  3 Review +?  4 Dead +?  5 Incidents +?  6 Registry  7 Log
|!  7 events missed at 09:00:00: Review, Dead may be short
|── REVIEW  0 waiting ──────────────────────────────────────────── by deadline ──
|
|
|   Nothing is waiting for a decision.
|
|   Read up to event 2, 40s ago; some were missed.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
