# An empty queue says what was decided last.
recording tests/screens/data/incident.jsonl
size 80x24
at 03:03:15
keys 3
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:03:14Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead  5 Incidents  6 Registry  7 Log
|!  kyc>fraud LOW: 2 of the last 2 below .75
|── REVIEW  0 waiting ──────────────────────────────────────────── by deadline ──
|
|
|   Nothing is waiting for a decision.
|   Last decision: approved h-9114 by lee, 03:03:14.
|   Read up to event 40, 0.4s ago, nothing behind.
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
