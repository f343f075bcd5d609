# Nothing is wrong: every screen says what was checked.
recording tests/screens/data/calm.jsonl
size 80x24
at end
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  10:05:57Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|ok  nothing waits. No dead letters. 11 edges well. 10 of 10 agents heard.
|── WAITING FOR YOU  0 ──────────────────────────────────────── if nobody acts ──
|     nothing
|── EDGES IN TROUBLE  0 ───────────────────────────────────────────── rates 1m ──
|── DEAD LETTERS  0 ─────────────────────────────────────────────── new in 10m ──
|── MESH  10 of 10 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█▇█▇▇▇▇▇█▇█▆  39/min
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
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  10:05:57Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|ok  nothing waits. No dead letters. 11 edges well. 10 of 10 agents heard.
|── FLOW  10 agents  11 edges ───────────────────────── pinned 10:05  rates 1m ──
|                                  ╭────────────╮
|                     ╭──► search ─┴──► cache ──┴─► rank ────► writer ──► check^1
|                     │    8/m          4/m         7/m        3/m        3/m
| web ──────► router ─┤
| 5/m         9/m     ╰──► billing────► ledger ───► mailer
|                          4/m          3/m         3/m
|── TROUBLE  0 edges ───────────────── counts 10m, rates 1m   healthy edges 11 ──
| no edge in trouble: no refusals or deaths in 10 min, no confidence below its b~
|
|
|
|
|
|
|
|
|
| ►ok ━►refused ┄►low conf !in trouble ?not heard  ^n back (check>web)
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys 3
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  10:05:57Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|ok  nothing waits. No dead letters. 11 edges well. 10 of 10 agents heard.
|── REVIEW  0 waiting ──────────────────────────────────────────── by deadline ──
|
|
|   Nothing is waiting for a decision.
|
|   Read up to event 566, 0.4s ago, nothing behind.
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
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  10:05:57Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|ok  nothing waits. No dead letters. 11 edges well. 10 of 10 agents heard.
|── DEAD LETTERS  0 ────────────────────────────────────────── by reason, edge ──
|
|   No dead letters.
|   Checked: 243 handoffs; none is dead, stopped, or refused or
|   failed without a fallback. Discarded so far: 0. As of 10:05:57.
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
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  10:05:57Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|ok  nothing waits. No dead letters. 11 edges well. 10 of 10 agents heard.
|── LOG  all events ──────────────────────────────────────────────── following ──
|    10:05:55.400  completed  search>cache   n-search-cache-22
|    10:05:56.000  beat       web
|    10:05:56.000  beat       router
|    10:05:56.000  beat       search
|    10:05:56.000  beat       billing
|    10:05:56.000  beat       rank
|    10:05:56.000  beat       cache
|    10:05:56.000  beat       writer
|    10:05:56.000  beat       check
|    10:05:56.000  beat       ledger
|    10:05:56.000  beat       mailer
|    10:05:57.000  offered    ledger>mailer  n-ledger-mailer-16  .95
|>   10:05:57.200  completed  ledger>mailer  n-ledger-mailer-16
|── completed n-ledger-mailer-16  event 566 ─────────────────────────────────────
| {"specversion":"1.0","id":"mailer-25","source":"agent:mailer","run":"r1","sequ
| ence":"00000000000000000025","type":"seam.handoff.completed","time":"2026-11-2
| 3T10:05:57.200000Z","data":{"handoff":"n-ledger-mailer-16","attempt":1},"recor
| dedtime":"2026-11-23T10:05:57.200000Z","hubsequence":"00000000000000000566"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
