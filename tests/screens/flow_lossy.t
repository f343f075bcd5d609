# Events were missed: no count and no rate of Flow is more than a least one, and it says so.
recording tests/screens/data/agents10.jsonl
size 80x24
at end
keys 2
event hub:prod-eu-1 gap {"source":"agent:fetch-0","run":"r1","first":"00000000000000000900","last":"00000000000000000913"}
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  lost 0    Mon 23 Nov  12:07:38Z  mira
|1Now 2Flow ! 3Review 3+?! 4Dead 6+?! 5Incidents +? 6Registry ! 7Log
|!  14 events missed    !! triage-0>draft-0 broken for 28s  (+5 more)
|── FLOW  10 agents  15 edges ───────────── events missed: counts +?, rates >= ──
|                            ┏━━━━━━━━━━━━━━a━┓
|          ╭───►!triage-0━━┳━┻┄c┄►!fetch-0──┬─┻━━━►!draft-0
| gate-0 ──┤     9/m .45   │       6/m      │       6/m   ^1b
| 12/m     │               ╰─┬───► plan-0   ╰─┬───► check-0
|          ├───────────────┬─╯     6/m        │     6/m
|          │               ╰──────────────────╯
|          ╰───► rank-0 ───┬─────► audit-0──╮
|                6/m       │       3/m      ├─────► send-0 ──────► gate-1^1
|                          ╰────────────────╯       6/m            6/m
|── TROUBLE  3+? edges, worst first ── counts 10m, rates 1m   healthy edges 12 ──
|>!! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !  c triage-0>fetch-0   LOW     3 of 3 below .70     3/min    3 wait
|── a  triage-0>draft-0 ─────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  lost 0  10/10 agents                              Mon 23 Nov  12:07:38Z  mira
| 1 Now   2 Flow !   3 Review 3+?!   4 Dead 6+?!   5 Incidents +?   6 Registry !   7 Log
|!  14 events missed    !! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s  (+4 more)
|── FLOW  10 agents  15 edges  3 in trouble ─────────────────────────────────────── events missed: counts +?, rates >= ──
|                            ┏━━━━━━━━━━━━━━a━┓                                       │── a  triage-0>draft-0 ───────────
|          ╭───►!triage-0━━┳━┻┄c┄►!fetch-0──┬─┻━━━►!draft-0                           │ WHY       version: takes ^2, got
| gate-0 ──┤     9/m .45   │       6/m      │       6/m   ^1b                         │           3.1.0
| 12/m     │               ╰─┬───► plan-0   ╰─┬───► check-0                           │ SINCE     first refusal 12:07:10
|          ├───────────────┬─╯     6/m        │     6/m                               │           last offer 12:07:38
|          │               ╰──────────────────╯                                       │ FIRST     w-4-0 12:07:10
|          ╰───► rank-0 ───┬─────► audit-0──╮                                         │ NOW       3 dead  0 waiting
|                6/m       │       3/m      ├─────► send-0 ──────► gate-1^1           │ PACE      3/min (1m)  conf .93
|                          ╰────────────────╯       6/m            6/m                │ PASSED    3 offered, 0 completed
|                                                                                     │ CONTRACT  no contract
|                                                                                     │
|                                                                                     │ refused/min, last 15 min
|                                                                                     │ ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|                                                                                     │ conf p50 .93 p5 .93, last 3
|                                                                                     │ ⠈⠉
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
|── TROUBLE  3+? edges, worst first ────────────────────────────────────────── counts 10m, rates 1m   healthy edges 12 ──
|>!! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !  c triage-0>fetch-0             LOW     3 of 3 below .70     3/min    3 wait     dead 0      waits 3
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  lost 0  12:07:38Z
|1Now 2Flo! 3Rev 3+?! 4Dea 6+?! 5Inc +? 6Reg! 7Log
|!  14 events missed  (+6 more)
|── FLOW  10 agents  15 edges ─────────── events missed +? ──
|      EDGE                    STATE   RATE/1m  WAIT   DEAD
|>!! a triage-0>draft-0        BROKEN  3/min       0      3
| !! b draft-0>triage-0        BROKEN  3/min       0      3
| !  c triage-0>fetch-0        LOW     3/min       3      0
|      gate-0>triage-0         ok      3/min       0      0
|      triage-0>plan-0         ok      3/min       0      0
|      gate-0>rank-0           ok      3/min       0      0
|      fetch-0>check-0         ok      3/min       0      0
|      rank-0>audit-0          ok      3/min       0      0
|      rank-0>send-0           ok      3/min       0      0
|      6 more ok                       18/min
|── a  triage-0>draft-0 ─────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
| Enter open  Tab pane  e ego view  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     12:07:38Z
|1N 2F! 3R 3+?! 4D 6+?! 5I +? 6R! 7L
|!  14 events missed  (+6)
|── FLOW  10 agents  15 edges ───────────
|      EDGE         STATE   WAIT   DEAD
|>!! a triage-0>dr~ BROKEN     0      3
| !! b draft-0>tri~ BROKEN     0      3
| !  c triage-0>fe~ LOW        3      0
|      gate-0>tria~ ok         0      0
|      triage-0>pl~ ok         0      0
|      gate-0>rank~ ok         0      0
|      fetch-0>che~ ok         0      0
|      8 more ok
| Enter open  Tab pane  ? help
# an hour later only what waits is left
wait 1h
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  13:07:38Z  mira
| 1 Now  2 Flow  3 Review 3!  4 Dead 6  5 Incidents  6 Registry  7 Log
|3 wait for you
|── FLOW  10 agents  15 edges ───────────────────────── pinned 12:07  rates 1m ──
|
|                triage-0┄┄┄┄┄┄a┄► fetch-0          draft-0^1
| gate-0
|                                  plan-0           check-0
|
|
|                rank-0            audit-0
|                                                   send-0         gate-1^1
|
|── TROUBLE  1 edge ────────────────── counts 10m, rates 1m   healthy edges 14 ──
|>   a triage-0>fetch-0   WAITS   3 wait for you       0/min    conf .45
|
|── a  triage-0>fetch-0 ─────────────────────────────────────────────────────────
| 3 wait for you
| last offer 12:07:38   triage-0.fetch-0/1.0.0
| 0 dead  3 waiting   faults: 3 no fallback   3 offered, 0 completed
|
| ►ok ━►refused ┄►low conf !in trouble ?not heard  ^n back (draft-0>triage-0...)
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
