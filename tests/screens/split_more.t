# Two screens: a click in the other one, frozen, the link lost, wide graphs.
recording tests/screens/data/night.jsonl
size 130x36
at end
command review
command split flow
keys C-w w F2
click 25 90
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                          Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|  Review                                        C-w w goes there │► Flow
|── REVIEW  7 waiting ───────────────────────────── by deadline ──│── FLOW  14 agents  19 edges ─────── v graph / TABLE / matrix ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00               │      EDGE                 STATE   RATE/1m  WAIT   DEAD  SINCE
|> !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240        │>!! a billing>ledger       BROKEN  3/min       0     38     8m
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310         │ !  b kyc>fraud            LOW     6/min       1      0
|  !  3:10 h-91aa  kyc>fraud       1 fault  stops                 │    c support>notify       WAITS   3/min       1      1
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead        │    d fraud>refund         WAITS   6/min       4      0
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89          │    e reviewer>deploy      WAITS   1/min       1      2
|    12:05 h-916e  support>notify  .55 <.60 stops                 │      intake>triage        ok      16/min      0      0
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45          │      triage>kyc           ok      7/min       0      0
|                                                                 │      triage>support       ok      5/min       0      0
|                                                                 │      triage>planner       ok      1/min       0      0
|                                                                 │      triage>billing       ok      4/min       0      0
|── h-91c2  refund.decision@3  fraud>refund ────── [summary] .. ──│      support>refund       ok      1/min       0      0
| WHY HERE  confidence .41, the contract asks .70                 │      planner>coder        ok      1/min       0      0
| WILL DO   refund EUR 1240 to card ...4417, order 88c2           │      refund>ledger        ok      3/min       0      0
| AT 0:00   SHIPS without review, at 03:13:22                     │      refund>notify        ok      3/min       0      0
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  +   │      ledger>notify        ok      1/min       0      0
|           /chargeback                                           │      ledger>audit         ok      7/min       0      0
| FROM      kyc .41 > fraud .41 > refund                          │      coder>reviewer       ok      1/min       0      0
| CONTRACT  refund.decision/3.0.0  0 faults  the taker waits      │      2 more ok                    2/min
| SCOPE     refund <= EUR 2000, region eu; not chargebacks        │── a  billing>ledger ───────────────────────────────────────────
| LIKE THIS 6 offered, 1 approved, 1 rejected, all in the last    │ WHY       contract-refused: due_date: string, not date
|           hour                                                  │ SINCE     first refusal 03:04:12   last offer 03:12:24
| VALUE     EUR 1240                                              │ FIRST     h-9a11 03:04:12
| OWNERS    fraud: risk  refund: fin-core                         │ CAUSE?    4m after invoice.draft/4.0.0 was loaded (03:00:00)
| INCIDENT  INC-2290                                              │ NOW       38 dead  0 waiting
|                                                                 │ PACE      3/min (1m)  conf .91
|── sent in the last 5 min ──────────────────────────── nothing ──│ PASSED    38 offered, 0 completed
|                                                                 │ INCIDENT  INC-2291
|                                                                 │ OWNERS    billing: team-pay  ledger: fin-core
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
styles
|.tttt.ttttttttt.......................................................................................uuuuuuuuuu
|.........KKKKKK#W............ccc..........www..............................w
|cc.ccccccccccccccccccccccccc....cc.cccccccccccccccccccccccccccc....w..wwwwwwwwwwwwwwwwwwwwwwwwwww
|uuuuuuuu........................................uuuuuuuuuuuuuuuu.rkkkkkk
|rr.ttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrr.rrrrr.ttttttttttttttttttttttttt.rrrrrrr.rrrrrrrrrrrrrrrrrrrrrrrr.rr
|....ttt...ttttttt.ttttttt.........tttt.....ttttttt...............r......tttt.................ttttt...ttttttt..tttt...tttt..ttttt
|..cc.cccc........................................................r#CC#T######################CCCCCC###############################
|..cc.cccc........................................................r.w..t......................www
|..w..wwww........................................................r....t......................yyyyy
|..w..wwww........................................................r....t......................yyyyy
|.................................................................r....t......................yyyyy
|.................................................................r
|.................................................................r
|.................................................................r
|.................................................................r
|.................................................................r
|rr.ttttttttttttttttttttttttttttttttttttttt.rrrrrr.rrrrrrrrrrrr.rrr
|.tttttttt........................................................r
|.ttttttt.........................................................r
|.ttttttt...ccccccccccccccccccccccccccccccccc.....................r
|.tttttttt........................................................r
|.................................................................r
|.tttt............................................................r
|.tttttttt........................................................r......uuuuuuuuu....................uuuuu
|.ttttt...........................................................rrr.ttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
|.ttttttttt.......................................................r.ttt
|.................................................................r.ttttt
|.ttttt...........................................................r.ttttt
|.tttttt..........................................................r.tttttt
|.tttttttt........................................................r.ttt
|.................................................................r.tttt
|rr.rrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrr.rrr.tttttt
|.................................................................r.tttttttt
|.................................................................r.tttttt
|
|.kkkkk.......kkk.......k...........k.....................k...............k..........k.........k.......k
keys p
screen
| seam prod-eu-1  [FROZEN 0:00, 0 behind]  8.1 ev/s  lost 0  14/14 agents                              Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|  Review                                        C-w w goes there │► Flow                        as of 03:12:40, frozen: p thaws
|── REVIEW  7 waiting ───────────────────────────── by deadline ──│── FLOW  14 agents  19 edges ─────── v graph / TABLE / matrix ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00               │      EDGE                 STATE   RATE/1m  WAIT   DEAD  SINCE
|> !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240        │>!! a billing>ledger       BROKEN  3/min       0     38     8m
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310         │ !  b kyc>fraud            LOW     6/min       1      0
|  !  3:10 h-91aa  kyc>fraud       1 fault  stops                 │    c support>notify       WAITS   3/min       1      1
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead        │    d fraud>refund         WAITS   6/min       4      0
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89          │    e reviewer>deploy      WAITS   1/min       1      2
|    12:05 h-916e  support>notify  .55 <.60 stops                 │      intake>triage        ok      16/min      0      0
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45          │      triage>kyc           ok      7/min       0      0
|                                                                 │      triage>support       ok      5/min       0      0
|                                                                 │      triage>planner       ok      1/min       0      0
|                                                                 │      triage>billing       ok      4/min       0      0
|── h-91c2  refund.decision@3  fraud>refund ────── [summary] .. ──│      support>refund       ok      1/min       0      0
| WHY HERE  confidence .41, the contract asks .70                 │      planner>coder        ok      1/min       0      0
| WILL DO   refund EUR 1240 to card ...4417, order 88c2           │      refund>ledger        ok      3/min       0      0
| AT 0:00   SHIPS without review, at 03:13:22                     │      refund>notify        ok      3/min       0      0
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  +   │      ledger>notify        ok      1/min       0      0
|           /chargeback                                           │      ledger>audit         ok      7/min       0      0
| FROM      kyc .41 > fraud .41 > refund                          │      coder>reviewer       ok      1/min       0      0
| CONTRACT  refund.decision/3.0.0  0 faults  the taker waits      │      2 more ok                    2/min
| SCOPE     refund <= EUR 2000, region eu; not chargebacks        │── a  billing>ledger ───────────────────────────────────────────
| LIKE THIS 6 offered, 1 approved, 1 rejected, all in the last    │ WHY       contract-refused: due_date: string, not date
|           hour                                                  │ SINCE     first refusal 03:04:12   last offer 03:12:24
| VALUE     EUR 1240                                              │ FIRST     h-9a11 03:04:12
| OWNERS    fraud: risk  refund: fin-core                         │ CAUSE?    4m after invoice.draft/4.0.0 was loaded (03:00:00)
| INCIDENT  INC-2290                                              │ NOW       38 dead  0 waiting
|                                                                 │ PACE      3/min (1m)  conf .91
|── sent in the last 5 min ──────────────────────────── nothing ──│ PASSED    38 offered, 0 completed
|                                                                 │ INCIDENT  INC-2291
|                                                                 │ OWNERS    billing: team-pay  ledger: fin-core
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys p
link lost 40s tries 3 retry 2s
screen
| seam prod-eu-1  [LOST 40s]  last event 03:12:40  lost 0  14/14 agents?                               Mon 23 Nov  03:12:40Z  mira
| 1 Now ?   2 Flow ?   3 Review 7?   4 Dead 41?   5 Incidents 2?   6 Registry ?   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! NO CONNECTION since 03:12:40    !! billing>ledger broken for 8m  (+3 more)
|  Review                                        C-w w goes there │► Flow
|── REVIEW  7 waiting as of 03:12:40 ────────────────── OLD 40s ──│── FLOW  14 agents  19 edges as of 03:12:40 ───────── OLD 40s ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00               │      EDGE                 STATE   RATE/1m  WAIT   DEAD  SINCE
|> !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240        │>!! a billing>ledger       BROKEN  3/min       0     38     8m
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310         │ !  b kyc>fraud            LOW     6/min       1      0
|  !  3:10 h-91aa  kyc>fraud       1 fault  stops                 │    c support>notify       WAITS   3/min       1      1
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead        │    d fraud>refund         WAITS   6/min       4      0
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89          │    e reviewer>deploy      WAITS   1/min       1      2
|    12:05 h-916e  support>notify  .55 <.60 stops                 │      intake>triage        ok      16/min      0      0
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45          │      triage>kyc           ok      7/min       0      0
|                                                                 │      triage>support       ok      5/min       0      0
|                                                                 │      triage>planner       ok      1/min       0      0
|                                                                 │      triage>billing       ok      4/min       0      0
|                                                                 │      support>refund       ok      1/min       0      0
|                                                                 │      planner>coder        ok      1/min       0      0
|                                                                 │      refund>ledger        ok      3/min       0      0
|                                                                 │      refund>notify        ok      3/min       0      0
|                                                                 │      5 more ok                    11/min
|── h-91c2  refund.decision@3  fraud>refund ────── [summary] .. ──│── a  billing>ledger ───────────────────────────────────────────
| WHY HERE  confidence .41, the contract asks .70                 │ WHY       contract-refused: due_date: string, not date
| WILL DO   refund EUR 1240 to card ...4417, order 88c2           │ SINCE     first refusal 03:04:12   last offer 03:12:24
| AT 0:00   SHIPS without review, at 03:13:22                     │ FIRST     h-9a11 03:04:12
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /~│ CAUSE?    4m after invoice.draft/4.0.0 was loaded (03:00:00)
| FROM      kyc .41 > fraud .41 > refund                          │ NOW       38 dead  0 waiting
| CONTRACT  refund.decision/3.0.0  0 faults  the taker waits      │ PACE      3/min (1m)  conf .91
|── sent in the last 5 min ──────────────────────────── nothing ──│ PASSED    38 offered, 0 completed
|                                                                 │ INCIDENT  INC-2291
|                                                                 │ OWNERS    billing: team-pay  ledger: fin-core
|──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
| retry 3, next in 2s (C-r now)   0 heartbeats missed
| The deadlines keep running without you.
|
| C-r retry  Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
link live
keys C-w
screen
| seam prod-eu-1  [LIVE 0.0s]  8.1 ev/s  lost 0  14/14 agents                                          Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|  Review                                        C-w w goes there │► Flow
|── REVIEW  7 waiting ───────────────────────────── by deadline ──│── FLOW  14 agents  19 edges ─────── v graph / TABLE / matrix ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00               │      EDGE                 STATE   RATE/1m  WAIT   DEAD  SINCE
|> !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240        │>!! a billing>ledger       BROKEN  3/min       0     38     8m
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310         │ !  b kyc>fraud            LOW     6/min       1      0
|  !  3:10 h-91aa  kyc>fraud       1 fault  stops                 │    c support>notify       WAITS   3/min       1      1
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead        │    d fraud>refund         WAITS   6/min       4      0
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89          │    e reviewer>deploy      WAITS   1/min       1      2
|    12:05 h-916e  support>notify  .55 <.60 stops                 │      intake>triage        ok      16/min      0      0
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45          │      triage>kyc           ok      7/min       0      0
|                                                                 │      triage>support       ok      5/min       0      0
|                                                                 │      triage>planner       ok      1/min       0      0
|                                                                 │      triage>billing       ok      4/min       0      0
|── h-91c2  refund.decision@3  fraud>refund ────── [summary] .. ──│      support>refund       ok      1/min       0      0
| WHY HERE  confidence .41, the contract asks .70                 │      planner>coder        ok      1/min       0      0
| WILL DO   refund EUR 1240 to card ...4417, order 88c2           │      refund>ledger        ok      3/min       0      0
| AT 0:00   SHIPS without review, at 03:13:22                     │      refund>notify        ok      3/min       0      0
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  +   │      ledger>notify        ok      1/min       0      0
|           /chargeback                                           │      ledger>audit         ok      7/min       0      0
| FROM      kyc .41 > fraud .41 > refund                          │      coder>reviewer       ok      1/min       0      0
| CONTRACT  refund.decision/3.0.0  0 faults  the taker waits      │      2 more ok                    2/min
| SCOPE     refund <= EUR 2000, region eu; not chargebacks        │── a  billing>ledger ───────────────────────────────────────────
| LIKE THIS 6 offered, 1 approved, 1 rejected, all in the last    │ WHY       contract-refused: due_date: string, not date
|           hour                                                  │ SINCE     first refusal 03:04:12   last offer 03:12:24
| VALUE     EUR 1240                                              │ FIRST     h-9a11 03:04:12
| OWNERS    fraud: risk  refund: fin-core                         │ CAUSE?    4m after invoice.draft/4.0.0 was loaded (03:00:00)
| INCIDENT  INC-2290                                              │ NOW       38 dead  0 waiting
|                                                                 │ PACE      3/min (1m)  conf .91
|── sent in the last 5 min ──────────────────────────── nothing ──│ PASSED    38 offered, 0 completed
|                                                                 │ INCIDENT  INC-2291
|                                                                 │ OWNERS    billing: team-pay  ledger: fin-core
|
| w the other  z zoom  o only this  s split  1-7 that screen beside
