# Now: one worklist; help; freeze; the log.
recording tests/screens/data/night.jsonl
size 80x24
at end
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
styles
|.tttt.ttttttttt.....................................uuuuuuuuuu
|.KKKKK.........w...........ccc.........www............................w
|cc.ccccccccccccccccccccccccc....cc.cccccccccccccccccccccccccccc
|rr.tttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrr.rr
|##CC#CCCC#######################################################################
|..cc.cccc
|..w..wwww
|..w..wwww
|
|
|
|rr.ttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrr.rr
|..cc
|..w
|rr.tttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrr.rr
|..w
|
|
|rr.tttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrr.rr
|..cc
|rr.ttttttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrr.rr
|
|
|.kkkkk.......k..........k.........k...........k.......kkk.......k
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|-- WAITING FOR YOU  7 ---------------------------------------- if nobody acts --
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|-- EDGES IN TROUBLE  2 --------------------------------------------- rates 1m --
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
|-- DEAD LETTERS  41 ---------------------------------------------- new in 10m --
|  !  contract-refused       38   billing>ledger               +38  oldest    8m
|     deadline-passed         2   reviewer>deploy           steady  oldest   12m
|     no-consumer             1   support>notify            steady  oldest   12m
|-- INCIDENTS  2 ---------------------------------------------- open, age, who --
|  !! INC-2291  dead                                  38 open   8m  nobody
|-- MESH  14 of 14 agents heard ------------------------ last 15 min, rates 1m --
|     handoffs  ....:.:..:.:::::::::::::::|||:  1.2/s
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
keys j j Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|  !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|> !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91aa  kyc.verdict@2  kyc>fraud ─── [summary] payload evidence history .. ──
| WHY HERE  faults: no confidence
| WILL DO   customer c-5512: pass
| AT 0:00   stops: nothing more happens, at 03:15:51
| FROM      kyc > fraud
| CONTRACT  kyc.verdict/2.0.0  1 fault  with the taker, who waits
| SCOPE     kyc.verdict
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys 1 ?
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── HELP ──────────────────────────────────────────────────────────── 1 of 263 ──
| On Now
|  A             approve           opens the sheet that approves; needs a note if
|                                  there are faults, or evidence is missing for
|                                  what is critical
|  R             reject            opens the sheet that rejects; needs a note
|  E             escalate          opens the sheet that hands it to somebody else
|  H             hold              opens the sheet that stops the clock for 15
|                                  minutes
|  Tab           :next-pane        to the next pane
|  S-Tab         :previous-pane    to the pane before
|  ]             :next-tab         next tab of the detail
|  [             :previous-tab     tab of the detail before
|  w             :wrap             wraps long lines of a text, or cuts them
|  o             :cause            to what the row came out of, at last to its
|                                  incident; of an edge to that of its trouble
|  C             :claim            says that you are on it, for 5 min; or lets
|                                  go; changes only who is shown
|
|
| Esc close  / search  Space b page  j k line  g G ends  w wrap
keys Esc p
screen
| seam prod-eu-1  [FROZEN 0:00, 0 behind]  8.1 ev/s  lost 0      03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WAITING FOR YOU  7 ─────────────────────── as of 03:12:40, frozen: p thaws ──
|  !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|> !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
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
keys p :
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|  !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|> !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
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
|:
keys Esc 7
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:40.900  beat       triage
|    03:12:40.900  beat       kyc
|    03:12:40.900  beat       billing
|    03:12:40.900  beat       support
|    03:12:40.900  beat       planner
|    03:12:40.900  beat       fraud
|    03:12:40.900  beat       refund
|    03:12:40.900  beat       ledger
|    03:12:40.900  beat       notify
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|>   03:12:40.900  beat       audit
|── beat   event 935 ────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"audit-36","source":"agent:audit","run":"r1","sequen
| ce":"00000000000000000036","type":"seam.agent.heartbeat","time":"2026-11-23T03
| :12:40.900000Z","data":{"agent":"audit"},"recordedtime":"2026-11-23T03:12:40.9
| 00000Z","hubsequence":"00000000000000000935"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── LOG  all events ──────────────────────────────────────────────────────────────────────────────────────── following ──
|    03:12:33.000  offered    fraud>refund    h-706c  .78
|    03:12:33.200  completed  triage>support  h-7042
|    03:12:33.200  completed  fraud>refund    h-706c
|    03:12:34.000  offered    intake>triage   h-7025  .97
|    03:12:34.200  completed  intake>triage   h-7025
|    03:12:35.500  offered    triage>kyc      h-7036  .93
|    03:12:35.500  offered    ledger>audit    h-7090  .99
|    03:12:35.700  completed  triage>kyc      h-7036
|    03:12:35.700  completed  ledger>audit    h-7090
|    03:12:37.000  offered    intake>triage   h-7026  .97
|    03:12:37.200  completed  intake>triage   h-7026
|    03:12:40.900  beat       intake
|    03:12:40.900  beat       triage
|    03:12:40.900  beat       kyc
|    03:12:40.900  beat       billing
|    03:12:40.900  beat       support
|    03:12:40.900  beat       planner
|    03:12:40.900  beat       fraud
|    03:12:40.900  beat       refund
|    03:12:40.900  beat       ledger
|    03:12:40.900  beat       notify
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|>   03:12:40.900  beat       audit
|── beat   event 935 ────────────────────────────────────────────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"audit-36","source":"agent:audit","run":"r1","sequence":"00000000000000000036","type":"seam.
| agent.heartbeat","time":"2026-11-23T03:12:40.900000Z","data":{"agent":"audit"},"recordedtime":"2026-11-23T03:12:40.900
| 000Z","hubsequence":"00000000000000000935"}
|
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  t clock  c copy  w wrap  ? help
keys 1
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── WAITING FOR YOU  7 ───────────────────────── if nobody acts ──│── h-91aa  kyc.verdict@2  kyc>fraud ── [summary] .. ──
|  !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240        │ WHY HERE  faults: no confidence
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310         │ WILL DO   customer c-5512: pass
|> !  3:10 h-91aa  kyc>fraud       1 fault  stops                 │ AT 0:00   stops: nothing more happens, at 03:15:51
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead        │ FROM      kyc > fraud
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89          │ CONTRACT  kyc.verdict/2.0.0  1 fault  the taker waits
|    12:05 h-916e  support>notify  .55 <.60 stops                 │ SCOPE     kyc.verdict
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45          │ LIKE THIS 16 offered, 15 let go, all in the last hour
|── EDGES IN TROUBLE  2 ────────────────────────────── rates 1m ──│ INCIDENT  INC-2290
|  !! billing>ledger   BROKEN  contract-refused         3/min  8m │
|  !  kyc>fraud        LOW  8 of the last 8 below .75     6/min   │
|── DEAD LETTERS  41 ─────────────────────────────── new in 10m ──│
|  !  contract-refused   38  billing>ledger               +38  8m │── FLOW, only trouble ──────────── healthy edges 17 ──
|     deadline-passed     2  reviewer>deploy                  12m │!kyc ┄┄┄┄┄b┄►!fraud
|     no-consumer         1  support>notify                   12m │ 7/m .41      6/m
|── INCIDENTS  2 ─────────────────────────────── open, age, who ──│
|  !! INC-2291  dead                   38 open   8m  nobody       │!billing━━a━►!ledger
|  !  INC-2290  held                    5 open   9m  nobody       │ 4/m          8/m
|── MESH  14 of 14 agents heard ───────── last 15 min, rates 1m ──│── JUST NOW ─────── last 5 min, trouble and changes ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s             │ 03:12:31  fallback   h-9114 kyc>fraud  proceed
|     held      ▁▁▁▁▁▁▁▁▁▁▁▄▁▁▁▁▃▁▁▁▁▃▁▆▃▃▇▇█▄  7/min             │ 03:12:27  held       h-9114 kyc>fraud  confidence
|     refused   ▁▁▁▁█▁▁▁▁▁▁▁▄▆█▆▆▆█▆▆▆█▆▆▆█▆▆▄  3/min             │ 03:12:24  dead       h-9a36 billing>ledger  due_date~
|                                                                 │ 03:12:24  refused    h-9a36 billing>ledger  due_date~
|                                                                 │ 03:12:24  fallback   h-9113 kyc>fraud  proceed
|                                                                 │ 03:12:20  held       h-9113 kyc>fraud  confidence
|                                                                 │ 03:12:17  fallback   h-9112 kyc>fraud  proceed
|                                                                 │ 03:12:13  held       h-9112 kyc>fraud  confidence
|                                                                 │ 03:12:11  dead       h-9a35 billing>ledger  due_date~
|                                                                 │ 03:12:11  refused    h-9a35 billing>ledger  due_date~
|                                                                 │ 03:12:11  held       h-9169 fraud>refund  confidence
|                                                                 │ 03:12:10  fallback   h-9111 kyc>fraud  proceed
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  : command  ? help
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                                                                                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m    !  kyc>fraud LOW: 8 of 8 below .75    7 wait for you, the next deadline in 0:41
|── WAITING FOR YOU  7 ───────────────────────────────────────────────────────────────────── if nobody acts ──│── h-91aa  kyc.verdict@2  kyc>fraud ──── [summary] payload evidence history contract .. ──
|  !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240   9m    refund EUR 1240 to ~ │ WHY HERE  faults: no confidence
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310    9m    refund EUR 310 to ~  │ WILL DO   customer c-5512: pass
|> !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops            6m    customer c-5512: pass│ AT 0:00   stops: nothing more happens, at 03:15:51
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead   4m    deploy payments to ~ │ FROM      kyc > fraud
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89     3m    refund EUR 89 to ~   │ CONTRACT  kyc.verdict/2.0.0  1 fault  with the taker, who waits
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops            2m    answer to c-1007     │ SCOPE     kyc.verdict
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45     29s   refund EUR 45 to ~   │ LIKE THIS 16 offered, 15 let go, all in the last hour
|── EDGES IN TROUBLE  2 ────────────────────────────────────────────────────────────────────────── rates 1m ──│ INCIDENT  INC-2290
|  !! billing>ledger              BROKEN  contract-refused                                          3/min  8m │
|  !  kyc>fraud                   LOW  8 of the last 8 below .75                                      6/min   │
|── DEAD LETTERS  41 ─────────────────────────────────────────────────────────────────────────── new in 10m ──│
|  !  contract-refused       38   billing>ledger                                            +38  oldest    8m │
|     deadline-passed         2   reviewer>deploy                                        steady  oldest   12m │
|     no-consumer             1   support>notify                                         steady  oldest   12m │
|── INCIDENTS  2 ─────────────────────────────────────────────────────────────────────────── open, age, who ──│
|  !! INC-2291  dead                                                               38 open   8m  nobody       │
|  !  INC-2290  held                                                                5 open   9m  nobody       │
|── MESH  14 of 14 agents heard ───────────────────────────────────────────────────── last 15 min, rates 1m ──│
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s                                                         │
|     held      ▁▁▁▁▁▁▁▁▁▁▁▄▁▁▁▁▃▁▁▁▁▃▁▆▃▃▇▇█▄  7/min                                                         │
|     refused   ▁▁▁▁█▁▁▁▁▁▁▁▄▆█▆▆▆█▆▆▆█▆▆▆█▆▆▄  3/min                                                         │
|                                                                                                             │── FLOW, only trouble ──────────────────────────────────────────────── healthy edges 17 ──
|                                                                                                             │                        ╭──►!kyc ┄┄┄┄┄┄b┄►!fraud ──╮
|                                                                                                             │                        │    7/m .41       6/m     │
|                                                                                                             │                        │                          │
|                                                                                                             │                        │                  1 more ─┤            ╭───► 1 more
|                                                                                                             │                        ├──►!billing━━┓            ╰──► refund ─┴─╮
|                                                                                                             │ 1 more ──╮             │    4/m      ┃                 7/m       │
|                                                                                                             │          │             │             ┗━━━━━━━━━━━━━━━━━━━━━━━━━a━┻━►!ledger ───► 2 more
|                                                                                                             │          ╰──► triage ──┴──► 2 more                                   8/m
|                                                                                                             │               17/m
|                                                                                                             │── JUST NOW ─────────────────────────────────────────── last 5 min, trouble and changes ──
|                                                                                                             │ 03:12:31  fallback   h-9114 kyc>fraud  proceed
|                                                                                                             │ 03:12:27  held       h-9114 kyc>fraud  confidence
|                                                                                                             │ 03:12:24  dead       h-9a36 billing>ledger  due_date: string, not date
|                                                                                                             │ 03:12:24  refused    h-9a36 billing>ledger  due_date: string, not date
|                                                                                                             │ 03:12:24  fallback   h-9113 kyc>fraud  proceed
|                                                                                                             │ 03:12:20  held       h-9113 kyc>fraud  confidence
|                                                                                                             │ 03:12:17  fallback   h-9112 kyc>fraud  proceed
|                                                                                                             │ 03:12:13  held       h-9112 kyc>fraud  confidence
|                                                                                                             │ 03:12:11  dead       h-9a35 billing>ledger  due_date: string, not date
|                                                                                                             │ 03:12:11  refused    h-9a35 billing>ledger  due_date: string, not date
|                                                                                                             │ 03:12:11  held       h-9169 fraud>refund  confidence
|                                                                                                             │ 03:12:10  fallback   h-9111 kyc>fraud  proceed
|                                                                                                             │ 03:12:06  held       h-9111 kyc>fraud  confidence
|                                                                                                             │ 03:12:03  fallback   h-9110 kyc>fraud  proceed
|                                                                                                             │ 03:11:59  held       h-9110 kyc>fraud  confidence
|                                                                                                             │ 03:11:58  dead       h-9a34 billing>ledger  due_date: string, not date
|                                                                                                             │ 03:11:58  refused    h-9a34 billing>ledger  due_date: string, not date
|                                                                                                             │ 03:11:56  fallback   h-9109 kyc>fraud  proceed
|                                                                                                             │ 03:11:52  held       h-9109 kyc>fraud  confidence
|                                                                                                             │ 03:11:49  fallback   h-9108 kyc>fraud  proceed
|                                                                                                             │ 03:11:45  held       h-9108 kyc>fraud  confidence
|                                                                                                             │ 03:11:44  dead       h-9a33 billing>ledger  due_date: string, not date
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  : command  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── WAITING FOR YOU  7 ──────────────────── if nobody acts ──
|  !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310
|> !  3:10 h-91aa  kyc>fraud       1 fault  stops
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89
|           2 more, next in 12:05
|── EDGES IN TROUBLE  2 ───────────────────────── rates 1m ──
|  !! billing>ledger   BROKEN  contract-refused    3/min  8m
|  !  kyc>fraud        LOW  8 of 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────── new in 10m ──
|  !  contract-refused   38  billing>ledger          +38  8m
|     deadline-passed     2  reviewer>deploy             12m
|     no-consumer         1  support>notify              12m
|── MESH  14 of 14 agents heard ──── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s
| Enter open  A approve  R reject  E escalate  H hold  ? help
keys 7
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── LOG  all events ──────────────────────────── following ──
|    03:12:40.900  beat       support
|    03:12:40.900  beat       planner
|    03:12:40.900  beat       fraud
|    03:12:40.900  beat       refund
|    03:12:40.900  beat       ledger
|    03:12:40.900  beat       notify
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|>   03:12:40.900  beat       audit
|── beat   event 935 ────────────────────────────────────────
| {"specversion":"1.0","id":"audit-36","source":"agent:audit
| ","run":"r1","sequence":"00000000000000000036","type":"sea
| m.agent.heartbeat","time":"2026-11-23T03:12:40.900000Z","d
| ata":{"agent":"audit"},"recordedtime":"2026-11-23T03:12:4~
| G bottom  g top  n next trouble  / filter  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── LOG  all events ──────── following ──
|    03:12:40 beat       ledger
|    03:12:40 beat       notify
|    03:12:40 beat       coder
|    03:12:40 beat       reviewer
|    03:12:40 beat       deploy
|>   03:12:40 beat       audit
|── beat   event 935 ────────────────────
| {"specversion":"1.0","id":"audit-36","
| source":"agent:audit","run":"r1","seq~
| G bottom  g top  n next trouble  ? help
keys 1
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── WAITING FOR YOU  7 ──────────────────
|  !! 0:41 fraud>refund    .41  SHIPS
|  !! 0:55 fraud>refund    .44  SHIPS
|> !  3:10 kyc>fraud       1flt stops
|  !  6:02 reviewer>deploy .62  escalates
|    11:40 fraud>refund    .66  SHIPS
|           2 more, next in 12:05
|── EDGES IN TROUBLE  2 ─────────────────
|  !! billing>ledger           3/min  8m
|  !  kyc>fraud  LOW  8 of 8     6/min
| Enter open  A approve  R reject  ? help
size 24x5
screen
|seam [LIVE 0.4s]
|!! 2 SHIP in <60s  (+4)
|review 7  dead 41
|next 0:41 fraud>refund
|(grow to 36x10 to act)
