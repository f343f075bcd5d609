# Flow of 10 agents, at every size and in every set of characters.
recording tests/screens/data/agents10.jsonl
at end
size 80x24
keys 2
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:38Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 6!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 28s, 3 of 3 refused: version  (+5 more)
|── FLOW  10 agents  15 edges ───────────────────────── pinned 12:07  rates 1m ──
|                            ┏━━━━━━━━━━━━━━a━┓
|          ╭───►!triage-0━━┳━┻┄c┄►!fetch-0──┬─┻━━━►!draft-0
| gate-0 ──┤     9/m .45   │       6/m      │       6/m   ^1b
| 12/m     │               ╰─┬───► plan-0   ╰─┬───► check-0
|          ├───────────────┬─╯     6/m        │     6/m
|          │               ╰──────────────────╯
|          ╰───► rank-0 ───┬─────► audit-0──╮
|                6/m       │       3/m      ├─────► send-0 ──────► gate-1^1
|                          ╰────────────────╯       6/m            6/m
|── TROUBLE  3 edges, worst first ──── counts 10m, rates 1m   healthy edges 12 ──
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
acs
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:38Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 6!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 28s, 3 of 3 refused: version  (+5 more)
|── FLOW  10 agents  15 edges ───────────────────────── pinned 12:07  rates 1m ──
|                            /==============a=\
|          ┌───>!triage-0==*=*.c.>!fetch-0──┬─*===>!draft-0
| gate-0 ──┤     9/m .45   │       6/m      │       6/m   ^1b
| 12/m     │               └─┬───> plan-0   └─┬───> check-0
|          ├───────────────┬─┘     6/m        │     6/m
|          │               └──────────────────┘
|          └───> rank-0 ───┬─────> audit-0──┐
|                6/m       │       3/m      ├─────> send-0 ──────> gate-1^1
|                          └────────────────┘       6/m            6/m
|── TROUBLE  3 edges, worst first ──── counts 10m, rates 1m   healthy edges 12 ──
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
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:38Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 6!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 28s, 3 of 3 refused: version  (+5 more)
|-- FLOW  10 agents  15 edges ------------------------- pinned 12:07  rates 1m --
|                            /==============a=\
|          /--->!triage-0==*=*.c.>!fetch-0--+-*===>!draft-0
| gate-0 --+     9/m .45   |       6/m      |       6/m   ^1b
| 12/m     |               \-+---> plan-0   \-+---> check-0
|          +---------------+-/     6/m        |     6/m
|          |               \------------------/
|          \---> rank-0 ---+-----> audit-0--\
|                6/m       |       3/m      +-----> send-0 ------> gate-1^1
|                          \----------------/       6/m            6/m
|-- TROUBLE  3 edges, worst first ---- counts 10m, rates 1m   healthy edges 12 --
|>!! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !  c triage-0>fetch-0   LOW     3 of 3 below .70     3/min    3 wait
|-- a  triage-0>draft-0 ---------------------------------------------------------
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
styles
|.tttt.ttttttttt.....................................uuuuuuuuuu
|........KKKKKK#W...........ww.........ww..........................w
|cc.cccccccccccccccccccccccccccccccccccccccccccccccccccccccc
|rr.ttttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrr.rr
|............................kkkkkkkkkkkkkkkCkk
|...............w........kkkkk.w..w...........kkkkkw
|................uuuuuuu...........uuu..............uuu...uuu
|.uuuu
|..................................uuu..............uuu
|
|
|................uuu...............uuu...................................uu
|...................................................uuu............uuu
|rr.ttttttttttttttttttttttttttttt.rrrr.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rr
|#CC#T####################CCCCCC#################################################
|.cc.t....................cccccc
|.w..t....................www
|rr.ttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
|
|
|
|
|
|.kkkkk.......kkk.......k...........k.....................k...............k
# the agent under the cursor: all lines that leave it
keys Tab
styles
|.tttt.ttttttttt.....................................uuuuuuuuuu
|........KKKKKK#W...........ww.........ww..........................w
|cc.cccccccccccccccccccccccccccccccccccccccccccccccccccccccc
|rr.ttttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrr.rr
|............................kkkkkkkkkkkkkkkCkk
|...............W########kkkkkkwkkw...........kkkkkw
|................uuuuuuu...k.......uuu..............uuu...uuu
|.uuuu.....................kkkkkkk
|..................................uuu..............uuu
|
|
|................uuu...............uuu...................................uu
|...................................................uuu............uuu
|rr.ttttttttttttttttttttttttttttt.rrrr.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr.rr
|.cc.t....................cccccc
|.cc.t....................cccccc
|.w..t....................www
|rr.ttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
|
|
|
|
|
|.kkkkk.......kkk.......k...........k.....................k...............k
keys Tab
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  10/10 agents                                Mon 23 Nov  12:07:38Z  mira
| 1 Now   2 Flow !   3 Review 3!   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !  6 dead letters, +6 in 10m  (+3 more)
|── FLOW  10 agents  15 edges  3 in trouble ─ layout pinned 12:07   under a name: handoffs through it (1m), confidence ──
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
|── TROUBLE  3 edges, worst first ──────────────────────────────────────────── counts 10m, rates 1m   healthy edges 12 ──
|>!! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !  c triage-0>fetch-0             LOW     3 of 3 below .70     3/min    3 wait     dead 0      waits 3
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
acs
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  10/10 agents                                Mon 23 Nov  12:07:38Z  mira
| 1 Now   2 Flow !   3 Review 3!   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !  6 dead letters, +6 in 10m  (+3 more)
|── FLOW  10 agents  15 edges  3 in trouble ─ layout pinned 12:07   under a name: handoffs through it (1m), confidence ──
|                            /==============a=\                                       │── a  triage-0>draft-0 ───────────
|          ┌───>!triage-0==*=*.c.>!fetch-0──┬─*===>!draft-0                           │ WHY       version: takes ^2, got
| gate-0 ──┤     9/m .45   │       6/m      │       6/m   ^1b                         │           3.1.0
| 12/m     │               └─┬───> plan-0   └─┬───> check-0                           │ SINCE     first refusal 12:07:10
|          ├───────────────┬─┘     6/m        │     6/m                               │           last offer 12:07:38
|          │               └──────────────────┘                                       │ FIRST     w-4-0 12:07:10
|          └───> rank-0 ───┬─────> audit-0──┐                                         │ NOW       3 dead  0 waiting
|                6/m       │       3/m      ├─────> send-0 ──────> gate-1^1           │ PACE      3/min (1m)  conf .93
|                          └────────────────┘       6/m            6/m                │ PASSED    3 offered, 0 completed
|                                                                                     │ CONTRACT  no contract
|                                                                                     │
|                                                                                     │ refused/min, last 15 min
|                                                                                     │ ..............|
|                                                                                     │ conf p50 .93 p5 .93, last 3
|                                                                                     │ ''
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
|── TROUBLE  3 edges, worst first ──────────────────────────────────────────── counts 10m, rates 1m   healthy edges 12 ──
|>!! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !  c triage-0>fetch-0             LOW     3 of 3 below .70     3/min    3 wait     dead 0      waits 3
| ─> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  10/10 agents                                Mon 23 Nov  12:07:38Z  mira
| 1 Now   2 Flow !   3 Review 3!   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !  6 dead letters, +6 in 10m  (+3 more)
|-- FLOW  10 agents  15 edges  3 in trouble - layout pinned 12:07   under a name: handoffs through it (1m), confidence --
|                            /==============a=\                                       |-- a  triage-0>draft-0 -----------
|          /--->!triage-0==*=*.c.>!fetch-0--+-*===>!draft-0                           | WHY       version: takes ^2, got
| gate-0 --+     9/m .45   |       6/m      |       6/m   ^1b                         |           3.1.0
| 12/m     |               \-+---> plan-0   \-+---> check-0                           | SINCE     first refusal 12:07:10
|          +---------------+-/     6/m        |     6/m                               |           last offer 12:07:38
|          |               \------------------/                                       | FIRST     w-4-0 12:07:10
|          \---> rank-0 ---+-----> audit-0--\                                         | NOW       3 dead  0 waiting
|                6/m       |       3/m      +-----> send-0 ------> gate-1^1           | PACE      3/min (1m)  conf .93
|                          \----------------/       6/m            6/m                | PASSED    3 offered, 0 completed
|                                                                                     | CONTRACT  no contract
|                                                                                     |
|                                                                                     | refused/min, last 15 min
|                                                                                     | ..............|
|                                                                                     | conf p50 .93 p5 .93, last 3
|                                                                                     | ''
|                                                                                     |
|                                                                                     |
|                                                                                     |
|                                                                                     |
|                                                                                     |
|                                                                                     |
|                                                                                     |
|                                                                                     |
|                                                                                     |
|                                                                                     |
|-- TROUBLE  3 edges, worst first -------------------------------------------- counts 10m, rates 1m   healthy edges 12 --
|>!! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !  c triage-0>fetch-0             LOW     3 of 3 below .70     3/min    3 wait     dead 0      waits 3
| -> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  10/10 agents                                                                                                                Mon 23 Nov  12:07:38Z  mira
| 1 Now   2 Flow !   3 Review 3!   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !  6 dead letters, +6 in 10m    !  triage-0>fetch-0 LOW: 3 of 3 below .70    !  1 loop    3 wait for you
|── FLOW  10 agents  15 edges  3 in trouble ───────────────────────────────────────────────────────────────────────────────── layout pinned 12:07   under a name: handoffs through it (1m), confidence ──
|                            ┏━━━━━━━━━━━━━━a━┓                                                                                                                       │── a  triage-0>draft-0 ───────────
|          ╭───►!triage-0━━┳━┻┄c┄►!fetch-0──┬─┻━━━►!draft-0                                                                                                           │ WHY       version: takes ^2, got
| gate-0 ──┤     9/m .45   │       6/m      │       6/m   ^1b                                                                                                         │           3.1.0
| 12/m     │               ╰─┬───► plan-0   ╰─┬───► check-0                                                                                                           │ SINCE     first refusal 12:07:10
|          ├───────────────┬─╯     6/m        │     6/m                                                                                                               │           last offer 12:07:38
|          │               ╰──────────────────╯                                                                                                                       │ FIRST     w-4-0 12:07:10
|          ╰───► rank-0 ───┬─────► audit-0──╮                                                                                                                         │ NOW       3 dead  0 waiting
|                6/m       │       3/m      ├─────► send-0 ──────► gate-1^1                                                                                           │ PACE      3/min (1m)  conf .93
|                          ╰────────────────╯       6/m            6/m                                                                                                │ PASSED    3 offered, 0 completed
|                                                                                                                                                                     │ CONTRACT  no contract
|                                                                                                                                                                     │
|                                                                                                                                                                     │ refused/min, last 15 min
|                                                                                                                                                                     │ ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|                                                                                                                                                                     │ conf p50 .93 p5 .93, last 3
|                                                                                                                                                                     │ ⠈⠉
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|── TROUBLE  3 edges, worst first ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── counts 10m, rates 1m   healthy edges 12 ──
|>!! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             28s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             28s
| !  c triage-0>fetch-0             LOW     3 of 3 below .70     3/min    3 wait     dead 0      waits 3
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
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>triage-0...)
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    12:07:38Z
|1Now 2Flo! 3Rev 3! 4Dea 6! 5Inc 6Reg! 7Log
|!! triage-0>draft-0 broken for 28s  (+5 more)
|── FLOW  10 agents  15 edges ─── v graph / TABLE / matrix ──
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
|1N 2F! 3R 3! 4D 6! 5I 6R! 7L
|!! triage-0>draft-0 broken for 28s  (+5)
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
size 200x60
keys v v v
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  10/10 agents                                                                                                                Mon 23 Nov  12:07:38Z  mira
| 1 Now   2 Flow !   3 Review 3!   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !  6 dead letters, +6 in 10m    !  triage-0>fetch-0 LOW: 3 of 3 below .70    !  1 loop    3 wait for you
|-- FLOW  10 agents  15 edges  3 in trouble --------------------------------------------------------------------------------- layout pinned 12:07   under a name: handoffs through it (1m), confidence --
|                            /==============a=\                                                                                                                       |-- a  triage-0>draft-0 -----------
|          /--->!triage-0==*=*.c.>!fetch-0--+-*===>!draft-0                                                                                                           | WHY       version: takes ^2, got
| gate-0 --+     9/m .45   |       6/m      |       6/m   ^1b                                                                                                         |           3.1.0
| 12/m     |               \-+---> plan-0   \-+---> check-0                                                                                                           | SINCE     first refusal 12:07:10
|          +---------------+-/     6/m        |     6/m                                                                                                               |           last offer 12:07:38
|          |               \------------------/                                                                                                                       | FIRST     w-4-0 12:07:10
|          \---> rank-0 ---+-----> audit-0--\                                                                                                                         | NOW       3 dead  0 waiting
|                6/m       |       3/m      +-----> send-0 ------> gate-1^1                                                                                           | PACE      3/min (1m)  conf .93
|                          \----------------/       6/m            6/m                                                                                                | PASSED    3 offered, 0 completed
|                                                                                                                                                                     | CONTRACT  no contract
|                                                                                                                                                                     |
|                                                                                                                                                                     | refused/min, last 15 min
|                                                                                                                                                                     | ..............|
|                                                                                                                                                                     | conf p50 .93 p5 .93, last 3
|                                                                                                                                                                     | ''
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|-- TROUBLE  3 edges, worst first ---------------------------------------------------------------------------------------------------------------------------- counts 10m, rates 1m   healthy edges 12 --
|>!! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             28s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             28s
| !  c triage-0>fetch-0             LOW     3 of 3 below .70     3/min    3 wait     dead 0      waits 3
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
| -> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>triage-0...)
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys f
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:38Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 6!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 28s, 3 of 3 refused: version  (+5 more)
|── FLOW  10 agents  15 edges ────────────────────── only trouble, f shows all ──
|                          ┏━━━━━━━━━━━━━━━━a━┳━━━►!draft-0
|                          ┣┄┄┄c┄►!fetch-0──┬─╯     6/m   ^1b
|                          ┃       6/m      │
| gate-0 ──┬───►!triage-0━━┻─╮              │
| 12/m     │     9/m .45     │              │
|          ├───────────────┬─┴───► plan-0   │
|          ╰───► 1 more    │       6/m      ╰─┬───► check-0
|                          ╰──────────────────╯     6/m
|── TROUBLE  3 edges, worst first ──── counts 10m, rates 1m   healthy edges 12 ──
|>!! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !  c triage-0>fetch-0   LOW     3 of 3 below .70     3/min    3 wait
|── a  triage-0>draft-0 ─────────────────────────────────────────────────────────
| WHY       version: takes ^2, got 3.1.0
| SINCE     first refusal 12:07:10   last offer 12:07:38
| FIRST     w-4-0 12:07:10
| NOW       3 dead  0 waiting
| PACE      3/min (1m)  conf .93
| only trouble is shown
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys f v v
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     12:07:38Z
|1N 2F! 3R 3! 4D 6! 5I 6R! 7L
|!! triage-0>draft-0 broken for 28s  (+5)
|── FLOW  10 agents  15 edges ───────────
|      from \ to       1  2  3  4    out
|    1 gate-0          .  <  <  .      4
|!!  2 triage-0        .  .  <  l      3
|    3 plan-0          .  .  .  .      0
|    4 fetch-0         .  .  .  .      2
|    5 rank-0          .  .  .  .      2
|!!  6 draft-0         .  X  .  .      1
|    w: waits  l: low  X: refused
|    1 gate-0 > 1 gate-0  no handoff has~
| Enter open  Tab pane  ? help
size 120x36
keys v Tab e
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  10/10 agents                                Mon 23 Nov  12:07:38Z  mira
| 1 Now   2 Flow !   3 Review 3!   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !  6 dead letters, +6 in 10m  (+3 more)
|── triage-0  in 2, out 3 ───────────────────────────────────────────────────────────────────── rates 1m   ego view, e ──
|                                                    ┌──────────┐
|>gate-0                         ok     .93 3/min  ─►│!triage-0 │───► plan-0                           ok     .93 3/min
| draft-0                        BROKEN .93 3/min  ━►│          │┄c┄► fetch-0                          LOW    .45 3/min
|                                                    │          │━a━► draft-0                          BROKEN .93 3/min
|                                                    └──────────┘
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
|── gate-0>triage-0 ─────────────────────────────────────────────────────────────────────────────────────────────────────
| WHY       ok: no refusals or deaths in the last 10 min
| SINCE     last offer 12:07:38
| NOW       0 dead  0 waiting
| PACE      3/min (1m)  conf .93
| PASSED    3 offered, 3 completed
| CONTRACT  no contract
|
| offered/min, last 15 min
| ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys Enter
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    12:07:38Z
|1Now 2Flo! 3Rev 3! 4Dea 6! 5Inc 6Reg! 7Log
|!! triage-0>draft-0 broken for 28s  (+5 more)
|── gate-0  in 0, out 4 ─────────── rates 1m   ego view, e ──
|                      ┌──────────┐
|                      │ gate-0   │───►>t~ ok     .93 3/min
|                      │          │───► r~ ok     .93 3/min
|                      │          │───► p~ ok     .93 3/min
|                      │          │───► c~ ok     .93 3/min
|                      └──────────┘
|
|
|
|
|
|── gate-0>triage-0 ─────────────────────────────────────────
| ok: no refusals or deaths in the last 10 min
| last offer 12:07:38   no contract
| 0 dead  0 waiting   3 offered, 3 completed
| Enter open  Tab pane  e ego view  ? help
keys e
