# z on Now and on Flow: the pane with the cursor has the whole body.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys z
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WAITING FOR YOU  7 ─────────────────────────────────── zoomed, z shows all ──
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
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
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
keys z Tab z
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|> !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
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
| Enter open  Tab pane  : command  p freeze  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────────────────────────────────────────────── rates 1m ──
|> !! billing>ledger              BROKEN  contract-refused                                                     3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75                                                 6/min
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
keys Esc 2 z
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── FLOW  14 agents  19 edges  5 in trouble ────────────────────────────────────────────────────── zoomed, z goes back ──
|── TROUBLE  5 edges, worst first ──────────────────────────────────────────── counts 10m, rates 1m   healthy edges 14 ──
|>!! a billing>ledger               BROKEN  38 of 38 refused     3/min    conf .91   dead 38     waits 0              8m
| !  b kyc>fraud                    LOW     8 of 8 below .75     6/min    1 waits    dead 0      waits 1
|    c support>notify               WAITS   1 waits for you      3/min    conf .88   dead 1      waits 1
|    d fraud>refund                 WAITS   4 wait for you       6/min    conf .78   dead 0      waits 4
|    e reviewer>deploy              WAITS   1 waits for you      1/min    conf .90   dead 2      waits 1
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
|
|
|
|
|
|
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys Tab
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── FLOW  14 agents  19 edges  5 in trouble ────────────────────────────────────────────────────── zoomed, z goes back ──
|                     ╭─►!kyc ┄┄┄┄b┄►!fraud ┄┄d┬┄► refund ───┬┳━►!ledger ─┬╮
|                     │   7/m .41     6/m      │   7/m       │┃   8/m     ╰┼─► audit
|                     │                        │             │┃            │   7/m
|                     ├─────────────► support┄┬╯             ╰┃────────────┤
| intake ──► triage ─┬┴─►!billing━┓   5/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄┄c┬┴┄► notify
| 16/m       17/m    │    4/m     ┗━━━━━━━━━━━━━━━━━━━━━━━━━a━┛           │    8/m
|                    │                                                    │
|                    ╰──► planner───► coder ─────► reviewer ┄┄e┄► deploy ─╯
|                         1/m         2/m          2/m    ^1      1/m
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
|
|
|
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys z v z
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── FLOW  14 agents  19 edges  5 in trouble ────────────────────────────────────────────────────── zoomed, z goes back ──
|      EDGE                                         STATE   RATE/1m  CONF  WAIT   DEAD  SINCE      FIRST  TREND
|>!! a billing>ledger                               BROKEN  3/min    .91      0     38     8m   03:04:12  ▁▁▁▁▁▁▆█▇█▇█▇█▆
| !  b kyc>fraud                                    LOW     6/min    .41      1      0                    ▁▁▁▁▁▁▁▁▂▁▁▁▂█▇
|    c support>notify                               WAITS   3/min    .88      1      1                    ▁▁▅▃▃▃▁▃▃▃▃▃▅█▇
|    d fraud>refund                                 WAITS   6/min    .78      4      0                    ▁▁▃▄▃▅▃▃▄▃▃▅▅██
|    e reviewer>deploy                              WAITS   1/min    .90      1      2                    ▁▁█▁▁▄▁▁▁▄▄▁▄▄▄
|      intake>triage                                ok      16/min   .97      0      0                    ▁▁▃▃▃▃▃▃▃▃▃▃▃█▇
|      triage>kyc                                   ok      7/min    .93      0      0                    ▁▁▃▂▃▃▂▃▂▃▃▂▄██
|      triage>support                               ok      5/min    .90      0      0                    ▁▁▃▄▃▃▃▃▄▃▃▃▄█▇
|      triage>planner                               ok      1/min    .95      0      0                    ▁▁▅▁▅▁▁▅▁▅▁▁██▅
|      triage>billing                               ok      4/min    .95      0      0                    ▁▁▃▃▃▃▃▃▃▃▃▃▄█▇
|      support>refund                               ok      1/min    .92      0      0                    ▁▁▅▁▅▁▁▅▁▅▁▁██▅
|      planner>coder                                ok      1/min    .91      0      0                    ▁▁▅▁▅▁▁▅▁▅▁▁██▅
|      refund>ledger                                ok      3/min    .95      0      0                    ▁▁▃▃▃▃▁▃▃▃▃▁▅█▇
|      refund>notify                                ok      3/min    .96      0      0                    ▁▁▃▃▃▃▁▃▃▃▃▁▅█▇
|      ledger>notify                                ok      1/min    .99      0      0                    ▁▁▅▁▅▁▁▅▁▅▁▁██▅
|      ledger>audit                                 ok      7/min    .99      0      0                    ▁▁▃▂▃▃▂▃▂▃▃▂▄██
|      coder>reviewer                               ok      1/min    .88      0      0                    ▁▁▅▁▅▁▁▅▁▅▁▁██▅
|      reviewer>coder                               ok      1/min    .85      0      0                    ▁▁█▁▁█▁▁▁█▁▁███
|      deploy>notify                                ok      1/min    .97      0      0                    ▁▁█▁▁▁█▁▁▁█▁███
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
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── FLOW  14 agents  19 edges ──────── zoomed, z goes back ──
|      EDGE                    STATE   RATE/1m  WAIT   DEAD
|>!! a billing>ledger          BROKEN  3/min       0     38
| !  b kyc>fraud               LOW     6/min       1      0
|    c support>notify          WAITS   3/min       1      1
|    d fraud>refund            WAITS   6/min       4      0
|    e reviewer>deploy         WAITS   1/min       1      2
|      intake>triage           ok      16/min      0      0
|      triage>kyc              ok      7/min       0      0
|      triage>support          ok      5/min       0      0
|      triage>planner          ok      1/min       0      0
|      triage>billing          ok      4/min       0      0
|      support>refund          ok      1/min       0      0
|      planner>coder           ok      1/min       0      0
|      refund>ledger           ok      3/min       0      0
|      6 more ok                       14/min
| Enter open  Tab pane  e ego view  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── FLOW  14 agents  19 edges ───────────
|      EDGE         STATE   WAIT   DEAD
|>!! a billing>led~ BROKEN     0     38
| !  b kyc>fraud    LOW        1      0
|    c support>not~ WAITS      1      1
|    d fraud>refund WAITS      4      0
|    e reviewer>de~ WAITS      1      2
|      intake>tria~ ok         0      0
|      triage>kyc   ok         0      0
|      12 more ok
| Enter open  Tab pane  ? help
