# Where there is room: how confident and how fast an edge was lately.
recording tests/screens/data/missed.jsonl
size 80x36
at end
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
| conf p50 .93 p5 .90, last 18
| ⠉⠉⠉⠉⠉⠉⠉⠉⠉
|
| done p50 200ms p95 200ms, last 15
| ⠈⠉⠉⠉⠉⠉⠉⠉
|
|
|
|
|
|
|
|
| ►ok ━►refused ┄►low conf !in trouble ?not heard
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 276  Mon 23 Nov  05:05:00Z  mira
|1Now 2Flow ! 3Review 4+?! 4Dead 3+?! 5Incidents +? 6Registry ! 7Log
|!  276 events missed    !  3 dead letters, +3 in 10m  (+2 more)
|-- FLOW  3 agents  2 edges --------------- events missed: counts +?, rates >= --
|!triage ..a.>!kyc .....b.>!fraud
| 2/m          2/m .41
|-- TROUBLE  2+? edges, worst first --- counts 10m, rates 1m   healthy edges 0 --
|>!  a triage>kyc         LOSES   3 of 18 refused      2/min    conf .93      4m
| !  b kyc>fraud          LOW     4 of 4 below .75     0/min    4 wait
|-- a  triage>kyc ---------------------------------------------------------------
| WHY       timeout
| SINCE     first refusal 05:00:40   last offer 05:04:41
| FIRST     h-d00 05:00:40
| NOW       3 dead  0 waiting
| PACE      2/min (1m)  conf .93
| PASSED    18 offered, 15 completed
| CONTRACT  no contract
|
| refused/min, last 15 min
| ..........|....
| conf p50 .93 p5 .90, last 18
| '''''''''
|
| done p50 200ms p95 200ms, last 15
| ''''''''
|
|
|
|
|
|
|
|
| >ok =>refused .>low conf !in trouble ?not heard
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 276  Mon 23 Nov  05:05:00Z  mira
|1Now 2Flow ! 3Review 4+?! 4Dead 3+?! 5Incidents +? 6Registry ! 7Log
|!  276 events missed    !  3 dead letters, +3 in 10m  (+2 more)
|── FLOW  3 agents  2 edges ─────────────── events missed: counts +?, rates >= ──
|!triage ┄┄a┄►!kyc ┄┄┄┄┄b┄►!fraud
| 2/m          2/m .41
|── TROUBLE  2+? edges, worst first ─── counts 10m, rates 1m   healthy edges 0 ──
| !  a triage>kyc         LOSES   3 of 18 refused      2/min    conf .93      4m
|>!  b kyc>fraud          LOW     4 of 4 below .75     0/min    4 wait
|── b  kyc>fraud ────────────────────────────────────────────────────────────────
| WHY       confidence: 4 of the last 4 below .75; the median of the last 4 is
|           .41
| SINCE     last offer 05:00:33
| NOW       0 dead  4 waiting
| PACE      0/min (1m)  conf .41
| PASSED    4 offered, 0 completed
| CONTRACT  kyc.verdict/2.0.0
|
| offered/min, last 15 min
| ▁▁▁▁▁▁▁▁▁▁█▁▁▁▁
| conf p50 .41 p5 .41, last 4
|
| ⠉⠉
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
| ►ok ━►refused ┄►low conf !in trouble ?not heard
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 276  3/3 agents                              Mon 23 Nov  05:05:00Z  mira
| 1 Now   2 Flow !   3 Review 4+?!   4 Dead 3+?!   5 Incidents +?   6 Registry !   7 Log
|!  276 events missed    !  3 dead letters, +3 in 10m    !  kyc>fraud LOW: 4 of 4 below .75  (+1 more)
|── FLOW  3 agents  2 edges  2 in trouble ───────────────────────────────────────── events missed: counts +?, rates >= ──
|!triage ┄┄a┄►!kyc ┄┄┄┄┄b┄►!fraud                                                     │── b  kyc>fraud ──────────────────
| 2/m          2/m .41                                                                │ WHY       confidence: 4 of the
|                                                                                     │           last 4 below .75; the
|                                                                                     │           median of the last 4 is
|                                                                                     │           .41
|                                                                                     │ SINCE     last offer 05:00:33
|                                                                                     │ NOW       0 dead  4 waiting
|                                                                                     │ PACE      0/min (1m)  conf .41
|                                                                                     │ PASSED    4 offered, 0 completed
|                                                                                     │ CONTRACT  kyc.verdict/2.0.0
|                                                                                     │
|                                                                                     │ offered/min, last 15 min
|                                                                                     │ ▁▁▁▁▁▁▁▁▁▁█▁▁▁▁
|                                                                                     │ conf p50 .41 p5 .41, last 4
|                                                                                     │
|                                                                                     │ ⠉⠉
|                                                                                     │
|                                                                                     │
|                                                                                     │
|                                                                                     │
|                                                                                     │
|                                                                                     │
|                                                                                     │
|                                                                                     │
|                                                                                     │
|                                                                                     │
|── TROUBLE  2+? edges, worst first ─────────────────────────────────────────── counts 10m, rates 1m   healthy edges 0 ──
| !  a triage>kyc                   LOSES   3 of 18 refused      2/min    conf .93   dead 3      waits 0              4m
|>!  b kyc>fraud                    LOW     4 of 4 below .75     0/min    4 wait     dead 0      waits 4
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
