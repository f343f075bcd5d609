# A recording in which nothing is wrong: it says so of its instant, not of now.
recording tests/screens/data/calm.jsonl
size 80x24
at end
replay 1
screen
| seam night.jsonl  [REPLAY paused]  lost 0          Mon 23 Nov  10:05:57Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|at 10:05:57: nothing waited. No dead letters. 11 edges well. 10 of 10 agents he~
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
|    10:05:57.200  completed  ledger>mailer  n-ledger-mailer-16
|── REPLAY  x1 at the end ─────────────────────────────────── event 566 of 566 ──
| events/s █▅▄▄▄▃▃▃▃▃▃▃▅▃▃▄▃▃▃▃▃▃▃▆▄▃▃▃▃▃▄▁▄▄▃▃▃▄▃▃▃▃▂▄▅▄▃▃▄▃▃▄▂▃▃▆▂▄▃▃▃▃▅ 5.7
| 10:00    ────────────────────────────────────────────────────────────[─] 10:05
| Space play  , . step  < > 10s  ( ) trouble  { } speed  :goto 10:02  ? help
keys t t
command goto
wishes
|replay goto 
screen
| seam night.jsonl  [REPLAY paused]  lost 0          Mon 23 Nov  10:05:57Z  mira
| 1 Now  2 Flow  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|at 10:05:57: nothing waited. No dead letters. 11 edges well. 10 of 10 agents he~
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
| instants are written as ages: -9m is past, +9m to come
|── REPLAY  x1 at the end ─────────────────────────────────── event 566 of 566 ──
| events/s █▅▄▄▄▃▃▃▃▃▃▃▅▃▃▄▃▃▃▃▃▃▃▆▄▃▃▃▃▃▄▁▄▄▃▃▃▄▃▃▃▃▂▄▅▄▃▃▄▃▃▄▂▃▃▆▂▄▃▃▃▃▅ 5.7
| -5m57    ────────────────────────────────────────────────────────────[─] -0.0s
| Space play  , . step  < > 10s  ( ) trouble  { } speed  :goto 10:02  ? help
