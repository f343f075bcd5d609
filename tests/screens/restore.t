# The copies of what was discarded: none in a test's home.
recording tests/screens/data/night.jsonl
size 80x24
at end
command restore
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── COPIES OF WHAT WAS DISCARDED ────────────────────────────────────────────────
|
|   There is none: nothing was discarded here.
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
| Esc close
wishes
|bell
|copies
keys B Enter Esc
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────────────────────────── new in 10m ──
|  !  contract-refused       38   billing>ledger               +38  oldest    8m
|     deadline-passed         2   reviewer>deploy           steady  oldest   12m
|     no-consumer             1   support>notify            steady  oldest   12m
|── INCIDENTS  2 ────────────────────────────────────────────── open, age, who ──
|  !! INC-2291  dead                                  38 open   8m  nobody
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── WAITING FOR YOU  7 ──────────────────
|> !! 0:41 fraud>refund    .41  SHIPS
|  !! 0:55 fraud>refund    .44  SHIPS
|  !  3:10 kyc>fraud       1flt stops
|  !  6:02 reviewer>deploy .62  escalates
|    11:40 fraud>refund    .66  SHIPS
|           2 more, next in 12:05
|── EDGES IN TROUBLE  2 ─────────────────
|  !! billing>ledger           3/min  8m
|  !  kyc>fraud  LOW  8 of 8     6/min
| Enter open  A approve  R reject  ? help
wishes
