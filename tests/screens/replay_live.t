# Behind a recording the live mesh goes on: line 3 is its, and :live goes back there.
recording tests/screens/data/night.jsonl
size 80x24
at 03:04:12
replay 4 playing live=03:12:41
screen
| seam night.jsonl  [REPLAY x4]  lost 0  LIVE 03:12:41Z          03:04:12Z  mira
| 1 Now  2 Flow !  3 Review 2!  4 Dead 3!  5 Incidents 1  6 Registry  7 Log
|LIVE NOW: !! 2 handoffs SHIP UNREVIEWED in <60s  (+4)           :live goes back
|── WAITING FOR YOU  2 ──────────────────────────────────────── if nobody acts ──
|> !  9:10 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240
|  !  9:24 h-91c7   refund.decision@3  fraud>refund  .44 <.70  SHIPS EUR 310
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! reviewer>deploy             BROKEN  deadline-passed              1/min  4m
|  !  support>notify              LOSES  1 of 5 died: no-consumer      1/min  4m
|── DEAD LETTERS  3 ─────────────────────────────────────────────── new in 10m ──
|  !  deadline-passed         2   reviewer>deploy               +2  oldest    4m
|  !  no-consumer             1   support>notify                +1  oldest    4m
|── INCIDENTS  1 ────────────────────────────────────────────── open, age, who ──
|  !  INC-2290  held                                  2 open   50s  nobody
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█▃▅▃▃▆▃▆▃  20/min
|
|
|
|    03:04:12.000  offered    deploy>notify  n-deploy-notify-1  .97
|── REPLAY  x4 playing ────────────────────────────────────── event 190 of 935 ──
| events/s █▂▂▂▂▂▂▁▂▂▂▂▂▂▁▂▂▂▃▂▂▁▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▂▂▂▂▂▂▃▂▂▂▄▄▃▅▄▄▄▅▄▃ 9.5
| 03:00    !───────────────!───[─]──────────────────────────────────────── 03:12
| Space pause  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  ? help
styles
|pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp
|.KKKKK.........w...........ww.........ww
|ppppppppp.cc.cccccccccccccccccccccccccccccccccc.................kkkkkkkkkkkkkkk
|rr.tttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrr.rr
|##W##WWWW#######################################################################
|..w..wwww
|rr.ttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrr.rr
|..cc
|..w
|rr.ttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrr.rr
|..w
|..w
|rr.tttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrr.rr
|..w
|rr.ttttttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrr.rr
|
|
|
|
|
|rr.tttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrr.rr
|
|..........wrrrrrrrrrrrrrrrwrrrppprrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
|.kkkkk........kkk.......kkk......kkk..........kkk........kkkkk........k
size 120x36
screen
| seam night.jsonl  [REPLAY x4]  lost 0  14/14 agents  LIVE 03:12:41Z, 8m29s ahead           Mon 23 Nov  03:04:12Z  mira
| 1 Now   2 Flow !   3 Review 2!   4 Dead 3!   5 Incidents 1   6 Registry   7 Log
|LIVE NOW: !! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)                    :live goes back
|── WAITING FOR YOU  2 ──────────────────────────────────────────────────────────────────────────────── if nobody acts ──
|> !  9:10 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240   50s   refund EUR 1240 to card ...4417, ~
|  !  9:24 h-91c7   refund.decision@3  fraud>refund  .44 <.70  SHIPS EUR 310    36s   refund EUR 310 to card ...0093, ~
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────────────────────────────────────────────── rates 1m ──
|  !! reviewer>deploy             BROKEN  deadline-passed                                                      1/min  4m
|  !  support>notify              LOSES  1 of 5 died: no-consumer                                              1/min  4m
|── DEAD LETTERS  3 ─────────────────────────────────────────────────────────────────────────────────────── new in 10m ──
|  !  deadline-passed         2   reviewer>deploy                                                       +2  oldest    4m
|  !  no-consumer             1   support>notify                                                        +1  oldest    4m
|── INCIDENTS  1 ────────────────────────────────────────────────────────────────────────────────────── open, age, who ──
|  !  INC-2290  held                                                                          2 open   50s  nobody
|── MESH  14 of 14 agents heard ──────────────────────────────────────────────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█▃▅▃▃▆▃▆▃  20/min
|
|
|
|
|
|
|
|
|
|── EVENTS around the cursor ────────────────────────────────────────────────────────────────────────────────────────────
|    03:04:12.000  offered    triage>support  n-triage-support-5  .90
|    03:04:12.000  offered    fraud>refund    n-fraud-refund-5    .78
|>   03:04:12.000  offered    deploy>notify   n-deploy-notify-1   .97
|    03:04:12.200  completed  triage>support  n-triage-support-5
|
|── REPLAY  x4 playing ─────────────────────────────────────────────────────────────── event 190 of 935   4m12s of 12m ──
| events/s █▂▁▂▂▁▂▂▂▁▁▃▁▁▂▁▂▂▂▂▃▃▂▁▂▂▁▂▂▁▃▂▁▂▃▁▂▂▂▁▂▅▂▂▂▂▂▂▂▂▂▃▂▁▂▂▂▂▂▁▂▅▂▂▁▂▂▁▃▂▂▂▂▂▁▂▂▂▂▂▁▅▂▂▂▂▃▆▃▄▃▆▄▄▄▅▃▄▄▆▃▅▃ 9.5
| trouble  ▄▃▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▃▁▁▂▁▁▁▄▁▃▁▄▁▄▁▃▄▁▄▁▄▄▁▄▁▄▁▃▁▄▁▄▁▃▄▁▄▁▄▃▁▄▃▄▁▃▄▁▁▆▁▄▆▁▆▁▄▃▁▄▁▇▃▆▇▄▄▆▄▆▆▄█▄▇▂ .8
| 03:00    !──────────────────────────!─────[!]─────────────────────────────────────────────────────────────────── 03:12
| Space pause  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  m mark  Enter open  Tab pane  / filter  ? help
size 59x20
screen
| seam [REPLAY x4]  lost 0  LIVE 03:12:41Z        03:04:12Z
|1Now 2Flo! 3Rev 2! 4Dea 3! 5Inc 1 6Reg 7Log
|LIVE: !! 2 handoffs SHIP UNREVIEWED in <60s  (+4)
|── WAITING FOR YOU  2 ─────────────────────────────────────
|> !  9:10 fraud>refund .41  SHIPS EUR 1240
|  !  9:24 fraud>refund .44  SHIPS EUR 310
|── EDGES IN TROUBLE  2 ────────────────────────────────────
|  !! reviewer>deploy  BROKEN  deadline-passed    1/min  4m
|  !  support>notify   LOSES  1 of 5 died: no-c~  1/min  4m
|── DEAD LETTERS  3 ────────────────────────────────────────
|  !  deadline-passed     2  reviewer>deploy         +2  4m
|  !  no-consumer         1  support>notify          +1  4m
|── INCIDENTS  1 ───────────────────────────────────────────
|  !  INC-2290  held                      50s  nobody
|
|
|── REPLAY  x4 playing ───────────────── event 190 of 935 ──
| events/s █▂▂▂▃▂▂▂▄▂▂▂▃▃▃▂▄▂▂▃▃▂▂▃▂▄▂▃▂▃▂▃▂▄▂▇▆▆█▅▇▆ 4.8
| 03:00    !──────────!─[─]────────────────────────── 03:12
| Space pause  ,. step  <> 10s  () trouble  {} speed  ? help
size 36x10
screen
| [REPLAY x4]  lost 0      03:04:12Z
|1N 2F! 3R 2! 4D 3! 5I 1 6R 7L
|LIVE: !! 2 SHIP in <60s  (+4)
|── WAITING FOR YOU  2 ──────────────
|> !  9:10 fraud>refu~ .41  SHIPS
|  !  9:24 fraud>refu~ .44  SHIPS
|── INCIDENTS  1 ────────────────────
|  !  INC-2290  he~50s  nobody
|
| Space pause  ,. step  ? help
size 80x24
command live
wishes
|quit
at end
replay 1
screen
| seam night.jsonl  [REPLAY paused]  lost 0  LIVE 03:12:41Z      03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|LIVE NOW: !! 2 handoffs SHIP UNREVIEWED in <60s  (+4)           :live goes back
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|           2 more, next in 12:05
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────────────────────────── new in 10m ──
|  !  contract-refused       38   billing>ledger               +38  oldest    8m
|     deadline-passed         2   reviewer>deploy           steady  oldest   12m
|     no-consumer             1   support>notify            steady  oldest   12m
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s
|    03:12:40.900  beat       audit
|── REPLAY  x1 at the end ─────────────────────────────────── event 935 of 935 ──
| events/s █▂▂▂▂▂▂▁▂▂▂▂▂▂▁▂▂▂▃▂▂▁▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▃▂▂▂▂▂▂▂▂▂▂▂▃▂▂▂▄▄▃▅▄▄▄▅▄▃ 9.5
| 03:00    !───────────────!───────────────────────────────────────────[─] 03:12
| Space play  , . step  < > 10s  ( ) trouble  { } speed  :goto 03:06  ? help
