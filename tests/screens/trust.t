# What was missed: a row in the log where it was, marks on counts that may be short, rates that are at least so.
recording tests/screens/data/missed.jsonl
size 80x24
at end
keys 1
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 276  Mon 23 Nov  05:05:00Z  mira
|1Now 2Flow ! 3Review 4+?! 4Dead 3+?! 5Incidents +? 6Registry ! 7Log
|!  276 events missed    !  3 dead letters, +3 in 10m  (+2 more)
|── WAITING FOR YOU  4 ──────────────────────────────────────── if nobody acts ──
|> !  5:30 h-900    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|  !  6:11 h-901    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|  !  6:52 h-902    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|  !  7:33 h-903    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|── EDGES IN TROUBLE  2 ───────────────────────────────────────── rates >=, 1m ──
|  !  triage>kyc                  LOSES  3 of 18 refused: timeout      2/min  4m
|  !  kyc>fraud                   LOW  4 of the last 4 below .75         0/min
|── DEAD LETTERS  3 ─────────────────────────────────────────────── new in 10m ──
|  !  timeout                 3   triage>kyc                    +3  oldest    4m
|── MESH  3 of 3 agents heard ────────────────────── last 15 min, rates >=, 1m ──
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▃██▃▄▃▄▃▄▃▃  >=2/min
|
|
|
|
|
|
|
| this is Now
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
keys 2
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 276  Mon 23 Nov  05:05:00Z  mira
|1Now 2Flow ! 3Review 4+?! 4Dead 3+?! 5Incidents +? 6Registry ! 7Log
|!  276 events missed    !  3 dead letters, +3 in 10m  (+2 more)
|── FLOW  3 agents  2 edges ─────────────── events missed: counts +?, rates >= ──
|!triage ┄┄a┄►!kyc ┄┄┄┄┄b┄►!fraud
| 2/m          2/m .41
|── TROUBLE  2+? edges, worst first ─── counts 10m, rates 1m   healthy edges 0 ──
|>!  a triage>kyc         LOSES   3 of 18 refused      2/min    conf .93      4m
| !  b kyc>fraud          LOW     4 of 4 below .75     0/min    4 wait
|── a  triage>kyc ───────────────────────────────────────────────────────────────
| WHY       timeout
| SINCE     first refusal 05:00:40   last offer 05:04:41
| FIRST     h-d00 05:00:40
| NOW       3 dead  0 waiting
| PACE      2/min (1m)  conf .93
| PASSED    18 offered, 15 completed
| CONTRACT  no contract
|
| refused/min, last 15 min
| ▁▁▁▁▁▁▁▁▁▁█▁▁▁▁
|
| ►ok ━►refused ┄►low conf !in trouble ?not heard
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys 7
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 276  Mon 23 Nov  05:05:00Z  mira
|1Now 2Flow ! 3Review 4+?! 4Dead 3+?! 5Incidents +? 6Registry ! 7Log
|!  276 events missed    !  3 dead letters, +3 in 10m  (+2 more)
|── LOG  all events ──────────────────────────────────── following, 276 missed ──
|    05:03:21.200  completed  triage>kyc  n-triage-kyc-10
|    05:03:41.000  offered    triage>kyc  n-triage-kyc-11  .93
|    05:03:41.200  completed  triage>kyc  n-triage-kyc-11
|    05:04:01.000  offered    triage>kyc  n-triage-kyc-12  .93
|    05:04:01.200  completed  triage>kyc  n-triage-kyc-12
|    05:04:21.000  offered    triage>kyc  n-triage-kyc-13  .93
|    05:04:21.200  completed  triage>kyc  n-triage-kyc-13
|    05:04:41.000  offered    triage>kyc  n-triage-kyc-14  .93
|    05:04:41.200  completed  triage>kyc  n-triage-kyc-14
|    05:04:57.000  beat       kyc
| ┄┄┄ 05:04:58.000  276 events missed: kyc, 24 to 299 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
|    05:05:00.000  beat       triage
|>   05:05:00.000  beat       fraud
|── beat   event 55 ─────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"fraud-2","source":"agent:fraud","run":"r1","sequenc
| e":"00000000000000000002","type":"seam.agent.heartbeat","time":"2026-11-23T05:
| 05:00.000000Z","data":{"agent":"fraud"},"recordedtime":"2026-11-23T05:05:00.00
| 0000Z","hubsequence":"00000000000000000055"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
size 120x36
keys 1
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 276  3/3 agents                              Mon 23 Nov  05:05:00Z  mira
| 1 Now   2 Flow !   3 Review 4+?!   4 Dead 3+?!   5 Incidents +?   6 Registry !   7 Log
|!  276 events missed    !  3 dead letters, +3 in 10m    !  kyc>fraud LOW: 4 of 4 below .75  (+1 more)
|── WAITING FOR YOU  4 ───────────────────────── if nobody acts ──│── h-900  kyc.verdict@2  kyc>fraud ─── [summary] .. ──
|> !  5:30 h-900   kyc>fraud .41 <.75 stops                       │ WHY HERE  confidence .41, the contract asks .75
|  !  6:11 h-901   kyc>fraud .41 <.75 stops                       │ WILL DO   customer c-5500: pass
|  !  6:52 h-902   kyc>fraud .41 <.75 stops                       │ AT 0:00   stops: nothing more happens, at 05:10:30
|  !  7:33 h-903   kyc>fraud .41 <.75 stops                       │ FROM      kyc .41 > fraud
|── EDGES IN TROUBLE  2 ────────────────────────── rates >=, 1m ──│ CONTRACT  kyc.verdict/2.0.0  0 faults  the taker
|  !  triage>kyc       LOSES  3 of 18 refused: timeout  2/min  4m │           waits
|  !  kyc>fraud        LOW  4 of the last 4 below .75     0/min   │ SCOPE     kyc.verdict
|── DEAD LETTERS  3 ──────────────────────────────── new in 10m ──│ LIKE THIS 4 offered, all in the last hour
|  !  timeout             3  triage>kyc                    +3  4m │
|── MESH  3 of 3 agents heard ─────── last 15 min, rates >=, 1m ──│
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▃██▃▄▃▄▃▄▃▃  >=2/min           │
|     held      ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█▁▁▁▁▁▁▁▁▁  >=0/min           │── FLOW, only trouble ─────────── healthy edges 0+? ──
|     refused   ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█▁▁▁▁▁▁▁▁  >=0/min           │!triage ┄┄a┄►!kyc ┄┄┄┄┄b┄►!fraud
|                                                                 │ 2/m          2/m .41
|                                                                 │── JUST NOW ─────── last 5 min, trouble and changes ──
|                                                                 │ 05:04:58  gap        kyc, 24 to 299
|                                                                 │ 05:00:42  dead       h-d02 triage>kyc  timeout
|                                                                 │ 05:00:42  failed     h-d02 triage>kyc  timeout
|                                                                 │ 05:00:41  dead       h-d01 triage>kyc  timeout
|                                                                 │ 05:00:41  failed     h-d01 triage>kyc  timeout
|                                                                 │ 05:00:40  dead       h-d00 triage>kyc  timeout
|                                                                 │ 05:00:40  failed     h-d00 triage>kyc  timeout
|                                                                 │ 05:00:33  held       h-903 kyc>fraud  confidence
|                                                                 │ 05:00:32  held       h-902 kyc>fraud  confidence
|                                                                 │ 05:00:31  held       h-901 kyc>fraud  confidence
|                                                                 │ 05:00:30  held       h-900 kyc>fraud  confidence
|                                                                 │ 05:00:00  contract   kyc.verdict/2.0.0
|                                                                 │
|                                                                 │
|                                                                 │
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  : command  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  LOST 276            05:05:00Z
|1Now 2Flo! 3Rev 4+?! 4Dea 3+?! 5Inc +? 6Reg! 7Log
|!  276 events missed  (+3 more)
|── WAITING FOR YOU  4 ──────────────────── if nobody acts ──
|> !  5:30 h-900   kyc>fraud .41 <.75 stops
|  !  6:11 h-901   kyc>fraud .41 <.75 stops
|  !  6:52 h-902   kyc>fraud .41 <.75 stops
|  !  7:33 h-903   kyc>fraud .41 <.75 stops
|── EDGES IN TROUBLE  2 ───────────────────── rates >=, 1m ──
|  !  triage>kyc       LOSES  3 of 18 refused: t~  2/min  4m
|  !  kyc>fraud        LOW  4 of 4 below .75         0/min
|── DEAD LETTERS  3 ─────────────────────────── new in 10m ──
|  !  timeout             3  triage>kyc               +3  4m
|── MESH  3 of 3 agents heard ── last 15 min, rates >=, 1m ──
|     handoffs  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▃██▃▄▃▄▃▄▃▃  >=2/min
|
|
|
|
| Enter open  A approve  R reject  E escalate  H hold  ? help
keys 7
screen
| seam prod-eu-1  [LIVE 0.4s]  LOST 276            05:05:00Z
|1Now 2Flo! 3Rev 4+?! 4Dea 3+?! 5Inc +? 6Reg! 7Log
|!  276 events missed  (+3 more)
|── LOG  all events ──────────────── following, 276 missed ──
|    05:04:01.000  offered    triage>kyc  .93
|    05:04:01.200  completed  triage>kyc
|    05:04:21.000  offered    triage>kyc  .93
|    05:04:21.200  completed  triage>kyc
|    05:04:41.000  offered    triage>kyc  .93
|    05:04:41.200  completed  triage>kyc
|    05:04:57.000  beat       kyc
| ┄┄┄ 05:04:58.000  276 events missed: kyc, 24 to 299 ┄┄┄┄┄┄┄
|    05:05:00.000  beat       triage
|>   05:05:00.000  beat       fraud
|── beat   event 55 ─────────────────────────────────────────
| {"specversion":"1.0","id":"fraud-2","source":"agent:fraud"
| ,"run":"r1","sequence":"00000000000000000002","type":"seam
| .agent.heartbeat","time":"2026-11-23T05:05:00.000000Z","da
| ta":{"agent":"fraud"},"recordedtime":"2026-11-23T05:05:00~
| G bottom  g top  n next trouble  / filter  ? help
size 40x14
screen
| seam [LIVE 0.4s]  LOST 276   05:05:00Z
|1N 2F! 3R 4+?! 4D 3+?! 5I +? 6R! 7L
|!  276 events missed  (+3)
|── LOG  all events ─────────────────────
|    05:04:41 offered    triage>kyc  .93~
|    05:04:41 completed  triage>kyc
|    05:04:57 beat       kyc
| ┄┄┄ 05:04:58  276 events missed: kyc~ ┄
|    05:05:00 beat       triage
|>   05:05:00 beat       fraud
|── beat   event 55 ─────────────────────
| {"specversion":"1.0","id":"fraud-2","s
| ource":"agent:fraud","run":"r1","sequ~
| G bottom  g top  n next trouble  ? help
keys 1
screen
| seam [LIVE 0.4s]  LOST 276   05:05:00Z
|1N 2F! 3R 4+?! 4D 3+?! 5I +? 6R! 7L
|!  276 events missed  (+3)
|── WAITING FOR YOU  4 ──────────────────
|> !  5:30 kyc>fraud .41  stops
|  !  6:11 kyc>fraud .41  stops
|  !  6:52 kyc>fraud .41  stops
|  !  7:33 kyc>fraud .41  stops
|── EDGES IN TROUBLE  2 ─────────────────
|  !  triage>kyc               2/min  4m
|  !  kyc>fraud  LOW  4 of 4     0/min
|
|
| Enter open  A approve  R reject  ? help
# frozen: what comes is counted, and the three lines go on
size 80x24
keys 3 p
event agent:kyc agent.heartbeat {"agent":"kyc"}
event agent:kyc agent.heartbeat {"agent":"kyc"}
wait 14s
screen
| seam prod-eu-1  [FROZEN 0:14, 2 behind]  >=8.1 ev/s  LOST 276  05:05:14Z  mira
|1Now 2Flow ! 3Review 4+?! 4Dead 3+?! 5Incidents +? 6Registry ! 7Log
|!  276 events missed    !  3 dead letters, +3 in 10m  (+2 more)
|── REVIEW  4 waiting ──────────────────────── as of 05:05:00, frozen: p thaws ──
|    DUE   HANDOFF  ARTIFACT       FROM>TO    CONF      IF NOBODY ACTS
|> !  5:30 h-900    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|  !  6:11 h-901    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|  !  6:52 h-902    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|  !  7:33 h-903    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|
|
|
|── h-900  kyc.verdict@2  kyc>fraud ──── [summary] payload evidence history .. ──
| WHY HERE  confidence .41, the contract asks .75
| WILL DO   customer c-5500: pass
| AT 0:00   stops: nothing more happens, at 05:10:30
| FROM      kyc .41 > fraud
| CONTRACT  kyc.verdict/2.0.0  0 faults  with the taker, who waits
| SCOPE     kyc.verdict
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# and it is not live when the link is not
link lost 20s
screen
| seam prod-eu-1  [LOST 20s]  [FROZEN 0:14, 2 behind]  LOST 276        05:05:14Z
| 1 Now ?  2 Flow ?  3 Review 4?  4 Dead 3?  5 Incidents ?  6 Registry ?  7 Log
|!! NO CONNECTION since 05:05:00    !  276 events missed  (+3 more)
|── REVIEW  4 waiting ──────────────────────── as of 05:05:00, frozen: p thaws ──
|    DUE   HANDOFF  ARTIFACT       FROM>TO    CONF      IF NOBODY ACTS
|> !  5:30 h-900    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|  !  6:11 h-901    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|  !  6:52 h-902    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|  !  7:33 h-903    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|
|
|
|── h-900  kyc.verdict@2  kyc>fraud ──── [summary] payload evidence history .. ──
| WHY HERE  confidence .41, the contract asks .75
| WILL DO   customer c-5500: pass
| AT 0:00   stops: nothing more happens, at 05:10:30
| FROM      kyc .41 > fraud
| CONTRACT  kyc.verdict/2.0.0  0 faults  with the taker, who waits
| SCOPE     kyc.verdict
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| C-r retry  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  ? help
# the clock of this machine is off
link live 400ms off 3200ms
keys p
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 276  clock +3.2s       05:05:14Z
|1Now 2Flow ! 3Review 4+?! 4Dead 3+?! 5Incidents +? 6Registry ! 7Log
|!  276 events missed    !  3 dead letters, +3 in 10m  (+2 more)
|── REVIEW  4 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT       FROM>TO    CONF      IF NOBODY ACTS
|> !  5:16 h-900    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|  !  5:57 h-901    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|  !  6:38 h-902    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|  !  7:19 h-903    kyc.verdict@2  kyc>fraud  .41 <.75  stops
|
|
|
|── h-900  kyc.verdict@2  kyc>fraud ──── [summary] payload evidence history .. ──
| WHY HERE  confidence .41, the contract asks .75
| WILL DO   customer c-5500: pass
| AT 0:00   stops: nothing more happens, at 05:10:30
| FROM      kyc .41 > fraud
| CONTRACT  kyc.verdict/2.0.0  0 faults  with the taker, who waits
| SCOPE     kyc.verdict
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
