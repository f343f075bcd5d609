# 60 agents: the table first, worst first, what does not fit in one line.
recording tests/screens/data/wide.jsonl
size 80x24
at end
keys 2
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:46Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 36!  5 Incidents  6 Registry !  7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m  (+2 more)
|── FLOW  60 agents  106 edges ────────────────────── v graph / TABLE / matrix ──
|      EDGE                  STATE   RATE/1m  CONF  WAIT   DEAD  SINCE  TREND
|>!! a plan-0>check-0        BROKEN  0/min    .80      0     12     4m  ▁▁▁▁███▁▁
| !! b fetch-3>parse-4       BROKEN  0/min    .80      0     12     4m  ▁▁▁▁▃▇█▄▁
| !! c check-3>rank-4        BROKEN  1/min    .80      0     12     3m  ▁▁▁▁▁▇██▃
|      fetch-0>parse-0       ok      4/min    .95      0      0         ▁▁▁▁▁▁▁▁█
|      fetch-0>embed-0       ok      4/min    .95      0      0         ▁▁▁▁▁▁▁▁█
|      parse-0>rank-0        ok      4/min    .95      0      0         ▁▁▁▁▁▁▁▁█
|      fetch-0>plan-0        ok      4/min    .95      0      0         ▁▁▁▁▁▁▁▁█
|      fetch-0>write-0       ok      4/min    .95      0      0         ▁▁▁▁▁▁▁▁█
|      fetch-0>audit-0       ok      4/min    .95      0      0         ▁▁▁▁▁▁▁▁█
|      write-0>route-0       ok      4/min    .95      0      0         ▁▁▁▁▁▁▁▁█
|      fetch-0>send-0        ok      4/min    .95      0      0         ▁▁▁▁▁▁▁▁█
|      route-0>fetch-1       ok      4/min    .95      0      0         ▁▁▁▁▁▁▁▁█
|      94 more ok                    6.3/s
|── a  plan-0>check-0 ───────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:03:05   last offer 12:05:39   no contract
| 12 dead  0 waiting   12 offered, 0 completed
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
# only trouble
keys f
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:46Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 36!  5 Incidents  6 Registry !  7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m  (+2 more)
|── FLOW  60 agents  106 edges ───────────────────── only trouble, f shows all ──
|              1 more ──────┬───►!plan-0 ━━┳───────► 2 more
|                       ╭───┼───► 1 more   ┃
| 1 more ────► rank-0 ──┴─┬─╯              ┗a┳━━━━━►!check-0
|              12/m       ╰──────────────────╯       4/m
| 5 more ────►!fetch-3━━┳──────────────────────╮
|              20/m     ┗b┳━━━━━►!parse-4    ╭─┴───► fetch-4────► 1 more
| 1 more ────► send-3 ──┬─┼─────► 1 more     │       8/m
|              8/m      │ │ ╭───►!check-3━━┳─┴─────► 3 more
| 2 more ────► check-2──┼─┼─┴───► 3 more   ┗c┓
|              16/m     ╰─╯       2 more ────┻━━━━━►!rank-4 ────► 4 more
|── TROUBLE  3 edges, worst first ─── counts 10m, rates 1m   healthy edges 103 ──
|>!! a plan-0>check-0     BROKEN  12 of 12 refused     0/min    conf .80      4m
| !! b fetch-3>parse-4    BROKEN  12 of 12 refused     0/min    conf .80      4m
| !! c check-3>rank-4     BROKEN  12 of 12 refused     1/min    conf .80      3m
|── a  plan-0>check-0 ───────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:03:05   last offer 12:05:39   no contract
| 12 dead  0 waiting   12 offered, 0 completed
| only trouble is shown
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
# a graph all the same
keys f v v
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:46Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 36!  5 Incidents  6 Registry !  7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m  (+2 more)
|── FLOW  60 agents  106 edges ──────────────────────── pinned 12:07  rates 1m ──
|         ╭┬► parse-0───► rank-0 ──┬╮            ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━a━
|         ││  4/m         12/m >1 ╭┼┴──►!plan-0 ━┻──┬► embed-1─────► rank-2 ─────
|         ├┼► embed-0───► ra~-1>1 │╰─┬─► parse-1 ╭──┼► fe~-2>2──────────────────╮
| fetch-0─╯│  4/m     ╭───────────┴┬─┼─► plan-1 ─┴╮╭┼────────────┬─► fetch-1───╮╰
| 32/m >2  ├──────────┴─► send-0 ──┼┬╯╭───────────┼╯╰► au~-0>1───╯╭───────────╮╰─
|          ╰► write-0─╮   16/m >1  │├─┼───────────┴┬─► plan-2 ────┤  se~-1>1─╮╰──
|             20/m >2 ├─► ro~-0>1─┬╯╰┬┼► wr~-1>1─╮ │   12/m >1    ╰► audit-2─┴┬─┬
|                     ╰───────────┼┬─╯├► audit-1─┼─┼──────────────────────────╯╭┼
|                                 │╰──┼──────────┼─┼─► check-1─╮               ├┼
|                                                                        38 more>
|── TROUBLE  3 edges, worst first ─── counts 10m, rates 1m   healthy edges 103 ──
|>!! a plan-0>check-0     BROKEN  12 of 12 refused     0/min    conf .80      4m
| !! b fetch-3>parse-4    BROKEN  12 of 12 refused     0/min    conf .80      4m
| !! c check-3>rank-4     BROKEN  12 of 12 refused     1/min    conf .80      3m
|── a  plan-0>check-0 ───────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:03:05   last offer 12:05:39   no contract
| 12 dead  0 waiting   12 offered, 0 completed
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys f
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:46Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 36!  5 Incidents  6 Registry !  7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m  (+2 more)
|── FLOW  60 agents  106 edges ───────────────────── only trouble, f shows all ──
|              1 more ──────┬───►!plan-0 ━━┳───────► 2 more
|                       ╭───┼───► 1 more   ┃
| 1 more ────► rank-0 ──┴─┬─╯              ┗a┳━━━━━►!check-0
|              12/m       ╰──────────────────╯       4/m
| 5 more ────►!fetch-3━━┳──────────────────────╮
|              20/m     ┗b┳━━━━━►!parse-4    ╭─┴───► fetch-4────► 1 more
| 1 more ────► send-3 ──┬─┼─────► 1 more     │       8/m
|              8/m      │ │ ╭───►!check-3━━┳─┴─────► 3 more
| 2 more ────► check-2──┼─┼─┴───► 3 more   ┗c┓
|              16/m     ╰─╯       2 more ────┻━━━━━►!rank-4 ────► 4 more
|── TROUBLE  3 edges, worst first ─── counts 10m, rates 1m   healthy edges 103 ──
|>!! a plan-0>check-0     BROKEN  12 of 12 refused     0/min    conf .80      4m
| !! b fetch-3>parse-4    BROKEN  12 of 12 refused     0/min    conf .80      4m
| !! c check-3>rank-4     BROKEN  12 of 12 refused     1/min    conf .80      3m
|── a  plan-0>check-0 ───────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:03:05   last offer 12:05:39   no contract
| 12 dead  0 waiting   12 offered, 0 completed
| only trouble is shown
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  60/60 agents                                Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 36!   5 Incidents   6 Registry !   7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m    !! 1 more edge broken  (+1 more)
|── FLOW  60 agents  106 edges  3 in trouble ─────────────────────────────────────────────── only trouble, f shows all ──
|              1 more ──────┬───►!plan-0 ━━┳───────► 2 more                           │── a  plan-0>check-0 ─────────────
|                       ╭───┼───► 1 more   ┃                                          │ WHY       version: takes ^2, got
| 1 more ────► rank-0 ──┴─┬─╯              ┗a┳━━━━━►!check-0                          │           3.1.0
|              12/m       ╰──────────────────╯       4/m                              │ SINCE     first refusal 12:03:05
| 5 more ────►!fetch-3━━┳──────────────────────╮                                      │           last offer 12:05:39
|              20/m     ┗b┳━━━━━►!parse-4    ╭─┴───► fetch-4────► 1 more              │ FIRST     bad-5-0 12:03:05
| 1 more ────► send-3 ──┬─┼─────► 1 more     │       8/m                              │ NOW       12 dead  0 waiting
|              8/m      │ │ ╭───►!check-3━━┳─┴─────► 3 more                           │ PACE      0/min (1m)  conf .80
| 2 more ────► check-2──┼─┼─┴───► 3 more   ┗c┓                                        │ PASSED    12 offered, 0 completed
|              16/m     ╰─╯       2 more ────┻━━━━━►!rank-4 ────► 4 more              │ CONTRACT  no contract
|                                                    16/m                             │
|                                                                                     │ refused/min, last 15 min
|                                                                                     │ ▁▁▁▁▁▁▁▁▁▁███▁▁
|                                                                                     │ conf p50 .80 p5 .80, last 12
|                                                                                     │ ⠒⠒⠒⠒⠒⠒
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
|── TROUBLE  3 edges, worst first ─────────────────────────────────────────── counts 10m, rates 1m   healthy edges 103 ──
|>!! a plan-0>check-0               BROKEN  12 of 12 refused     0/min    conf .80   dead 12     waits 0              4m
| !! b fetch-3>parse-4              BROKEN  12 of 12 refused     0/min    conf .80   dead 12     waits 0              4m
| !! c check-3>rank-4               BROKEN  12 of 12 refused     1/min    conf .80   dead 12     waits 0              3m
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle
| only trouble is shown
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys v v
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  60/60 agents                                Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 36!   5 Incidents   6 Registry !   7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m    !! 1 more edge broken  (+1 more)
|── FLOW  60 agents  106 edges  3 in trouble ──────────────────────────────────────────────── v graph / table / MATRIX ──
|      from \ to       1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31   out
|    1 fetch-0         .  <  <  .  <  <  .  <  .  <  .  .  <  .  <  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     8
|    2 parse-0         .  .  .  <  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     1
|    3 embed-0         .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     1
|    4 rank-0          .  .  .  .  <  .  <  .  .  .  .  <  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     3
|!!  5 plan-0          .  .  .  .  .  .  X  <  .  .  .  .  <  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     3
|    6 write-0         .  .  .  .  .  .  .  .  <  <  <  .  .  .  .  <  <  .  .  .  .  .  .  .  .  .  .  .  .  .  .     5
|    7 check-0         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     0
|    8 audit-0         .  .  .  .  .  .  .  .  .  .  <  .  .  .  .  .  .  .  <  .  .  .  .  .  .  .  .  .  .  .  .     2
|    9 route-0         .  .  .  .  .  .  .  .  .  .  <  .  .  .  <  .  .  <  <  .  .  .  .  .  .  .  .  .  .  .  .     4
|   10 send-0          .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  <  .  .  .  .  .  <  .  .  <  .  .  .  .  .  .     4
|   11 fetch-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  .  .  .  .  .     1
|   12 parse-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     0
|   13 embed-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  .  .  .  .     1
|   14 rank-1          .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .     1
|   15 plan-1          .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  <  .  .  .  .  .  .     2
|   16 write-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  .  <  .  .  .  .  .  .     2
|   17 check-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  .  .  .  .  .  .  <  .  <     3
|   18 audit-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <     1
|   19 route-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     0
|   20 send-1          .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  .  .  .  .  <     2
|   21 fetch-2         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  .  .  .  .  <  .     3
|   22 parse-2         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     0
|   23 embed-2         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  .     2
|   24 rank-2          .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  <  <     3
|   25 plan-2          .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  <  .  .  .     3
|   26 write-2         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .     3
|   27 check-2         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .     4
|    1: handoffs/s (1m)  <: under 1  -: idle  w: waits  l: low conf  X: refused
|    under the cursor:  1 fetch-0 > 1 fetch-0  no handoff has passed
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
command filter check
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  60/60 agents                                Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 36!   5 Incidents   6 Registry !   7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m    !! 1 more edge broken  (+1 more)
|── FLOW  60 agents  106 edges  3 in trouble ──────────────────────────────────────────────── 82 hidden, filter: check ──
|      from \ to       1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31   out
|    1 fetch-0         .        .        .     .     .  .     .     .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     8
|    2 parse-0         .  .  .     .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     1
|    3 embed-0         .  .  .  .  .  .  .  .  .  .  .  .  .     .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     1
|    4 rank-0          .  .  .  .     .  <  .  .  .  .     .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     3
|!!  5 plan-0          .  .  .  .  .  .  X     .  .  .  .     .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     3
|    6 write-0         .  .  .  .  .  .  .  .           .  .  .  .     <  .  .  .  .  .  .  .  .  .  .  .  .  .  .     5
|    7 check-0         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     0
|    8 audit-0         .  .  .  .  .  .  .  .  .  .     .  .  .  .  .  .  .     .  .  .  .  .  .  .  .  .  .  .  .     2
|    9 route-0         .  .  .  .  .  .  .  .  .  .     .  .  .     .  .        .  .  .  .  .  .  .  .  .  .  .  .     4
|   10 send-0          .  .  .  .  .  .  .  .  .  .  .     .  .  .     .  .  .  .  .     .  .     .  .  .  .  .  .     4
|   11 fetch-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     .  .  .  .  .  .  .  .     1
|   12 parse-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     0
|   13 embed-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     .  .  .  .  .  .  .     1
|   14 rank-1          .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     .  .     1
|   15 plan-1          .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     .  .  .     .  .  .  .  .  .     2
|   16 write-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     .  .  .  .     .  .  .  .  .  .     2
|   17 check-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  .  .  .  .  .  .  <  .  <     3
|   18 audit-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .        1
|   19 route-1         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     0
|   20 send-1          .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     .  .  .  .  .  .  .        2
|   21 fetch-2         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     .  .  .  .  .  .  .     .     3
|   22 parse-2         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     0
|   23 embed-2         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .  .  .  .     2
|   24 rank-2          .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     .  .  .           3
|   25 plan-2          .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <     .  .  .     3
|   26 write-2         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .     .  .     3
|   27 check-2         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  <  .     4
|    1: handoffs/s (1m)  <: under 1  -: idle  w: waits  l: low conf  X: refused
|    under the cursor:  1 fetch-0 > 1 fetch-0  no handoff has passed
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
