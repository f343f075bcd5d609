# Flow of 10, 25 and 60 agents, at every size and in every set of characters.
recording tests/screens/data/agents10.jsonl
at end
size 80x24
keys 2
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:38Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 6!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 28s, 3 of 3 refused: version  (+4 more)
|── FLOW  10 agents  15 edges ───────────────────────── pinned 12:07  rates 1m ──
|          ╭───►!triage-0━━━━┳━━━━━━━━━━━━a━┳━━━►!draft-0
|          │     9/m .45     ├┄c┄►!fetch-0──┤     6/m   ^1b
|          │                 │     6/m      │
| gate-0 ──┤               ╭─┴───► plan-0   │
| 12/m     │               │       6/m      │
|          ├───────────────┴────────────────┴───► check-0
|          ╰───► rank-0 ───┬─────► audit-0──╮     6/m
|                6/m       │       3/m      ├───► send-0 ──────► gate-1^1
|                          ╰────────────────╯     6/m            6/m
|── TROUBLE  3 edges, worst first ──── counts 10m, rates 1m   healthy edges 12 ──
|>!! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !  c triage-0>fetch-0   LOW     3 of 3 below .70     3/min
|── a  triage-0>draft-0 ─────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
acs
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:38Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 6!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 28s, 3 of 3 refused: version  (+4 more)
|── FLOW  10 agents  15 edges ───────────────────────── pinned 12:07  rates 1m ──
|          ┌───>!triage-0====*============a=*===>!draft-0
|          │     9/m .45     ├.c.>!fetch-0──┤     6/m   ^1b
|          │                 │     6/m      │
| gate-0 ──┤               ┌─┴───> plan-0   │
| 12/m     │               │       6/m      │
|          ├───────────────┴────────────────┴───> check-0
|          └───> rank-0 ───┬─────> audit-0──┐     6/m
|                6/m       │       3/m      ├───> send-0 ──────> gate-1^1
|                          └────────────────┘     6/m            6/m
|── TROUBLE  3 edges, worst first ──── counts 10m, rates 1m   healthy edges 12 ──
|>!! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !  c triage-0>fetch-0   LOW     3 of 3 below .70     3/min
|── a  triage-0>draft-0 ─────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:38Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 6!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 28s, 3 of 3 refused: version  (+4 more)
|-- FLOW  10 agents  15 edges ------------------------- pinned 12:07  rates 1m --
|          +--->!triage-0====*============a=*===>!draft-0
|          |     9/m .45     +.c.>!fetch-0--+     6/m   ^1b
|          |                 |     6/m      |
| gate-0 --+               +-+---> plan-0   |
| 12/m     |               |       6/m      |
|          +---------------+----------------+---> check-0
|          +---> rank-0 ---+-----> audit-0--+     6/m
|                6/m       |       3/m      +---> send-0 ------> gate-1^1
|                          +----------------+     6/m            6/m
|-- TROUBLE  3 edges, worst first ---- counts 10m, rates 1m   healthy edges 12 --
|>!! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !  c triage-0>fetch-0   LOW     3 of 3 below .70     3/min
|-- a  triage-0>draft-0 ---------------------------------------------------------
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
styles
|.tttt.ttttttttt.....................................uuuuuuuuuu
|........KKKKKK#W...................ww..........................w
|cc.cccccccccccccccccccccccccccccccccccccccccccccccccccccccc
|rr.ttttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrr.rr
|...............w........kkkkkkkkkkkkkkkkkCkkkkkkw
|................uuuuuuu.......w..w...............uuu...uuu
|..................................uuu
|
|.uuuu.............................uuu
|
|.................................................uuu
|................uuu...............uuu.................................uu
|.................................................uuu............uuu
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
|........KKKKKK#W...................ww..........................w
|cc.cccccccccccccccccccccccccccccccccccccccccccccccccccccccc
|rr.ttttttttttttttttttttttttt.rrrrrrrrrrrrrrrrrrrrrrrrr.rrrrrrrrrrrrrrrrrrrrrr.rr
|...............W########kkkkkkkkkkkkkkkkkCkkkkkkw
|................uuuuuuu.....kkwkkw...............uuu...uuu
|............................k.....uuu
|............................kkkkk
|.uuuu.............................uuu
|
|.................................................uuu
|................uuu...............uuu.................................uu
|.................................................uuu............uuu
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
| 1 Now   2 Flow !   3 Review   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !  6 dead letters, +6 in 10m  (+2 more)
|── FLOW  10 agents  15 edges  3 in trouble ─ layout pinned 12:07   under a name: handoffs through it (1m), confidence ──
|          ╭───►!triage-0━━━━┳━━━━━━━━━━━━a━┳━━━►!draft-0                             │── a  triage-0>draft-0 ───────────
|          │     9/m .45     ├┄c┄►!fetch-0──┤     6/m   ^1b                           │ WHY       version: takes ^2, got
|          │                 │     6/m      │                                         │           3.1.0
| gate-0 ──┤               ╭─┴───► plan-0   │                                         │ SINCE     first refusal 12:07:10
| 12/m     │               │       6/m      │                                         │           last offer 12:07:38
|          ├───────────────┴────────────────┴───► check-0                             │ FIRST     w-4-0 12:07:10
|          ╰───► rank-0 ───┬─────► audit-0──╮     6/m                                 │ NOW       3 dead  0 waiting
|                6/m       │       3/m      ├───► send-0 ──────► gate-1^1             │ PACE      3/min (1m)  conf .93
|                          ╰────────────────╯     6/m            6/m                  │ PASSED    3 offered, 0 completed
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
| !  c triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
acs
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  10/10 agents                                Mon 23 Nov  12:07:38Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !  6 dead letters, +6 in 10m  (+2 more)
|── FLOW  10 agents  15 edges  3 in trouble ─ layout pinned 12:07   under a name: handoffs through it (1m), confidence ──
|          ┌───>!triage-0====*============a=*===>!draft-0                             │── a  triage-0>draft-0 ───────────
|          │     9/m .45     ├.c.>!fetch-0──┤     6/m   ^1b                           │ WHY       version: takes ^2, got
|          │                 │     6/m      │                                         │           3.1.0
| gate-0 ──┤               ┌─┴───> plan-0   │                                         │ SINCE     first refusal 12:07:10
| 12/m     │               │       6/m      │                                         │           last offer 12:07:38
|          ├───────────────┴────────────────┴───> check-0                             │ FIRST     w-4-0 12:07:10
|          └───> rank-0 ───┬─────> audit-0──┐     6/m                                 │ NOW       3 dead  0 waiting
|                6/m       │       3/m      ├───> send-0 ──────> gate-1^1             │ PACE      3/min (1m)  conf .93
|                          └────────────────┘     6/m            6/m                  │ PASSED    3 offered, 0 completed
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
| !  c triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
| ─> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  10/10 agents                                Mon 23 Nov  12:07:38Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !  6 dead letters, +6 in 10m  (+2 more)
|-- FLOW  10 agents  15 edges  3 in trouble - layout pinned 12:07   under a name: handoffs through it (1m), confidence --
|          +--->!triage-0====*============a=*===>!draft-0                             |-- a  triage-0>draft-0 -----------
|          |     9/m .45     +.c.>!fetch-0--+     6/m   ^1b                           | WHY       version: takes ^2, got
|          |                 |     6/m      |                                         |           3.1.0
| gate-0 --+               +-+---> plan-0   |                                         | SINCE     first refusal 12:07:10
| 12/m     |               |       6/m      |                                         |           last offer 12:07:38
|          +---------------+----------------+---> check-0                             | FIRST     w-4-0 12:07:10
|          +---> rank-0 ---+-----> audit-0--+     6/m                                 | NOW       3 dead  0 waiting
|                6/m       |       3/m      +---> send-0 ------> gate-1^1             | PACE      3/min (1m)  conf .93
|                          +----------------+     6/m            6/m                  | PASSED    3 offered, 0 completed
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
| !  c triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
| -> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  10/10 agents                                                                                                                Mon 23 Nov  12:07:38Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !  6 dead letters, +6 in 10m    !  triage-0>fetch-0 LOW: 3 of 3 below .70    !  1 loop
|── FLOW  10 agents  15 edges  3 in trouble ───────────────────────────────────────────────────────────────────────────────── layout pinned 12:07   under a name: handoffs through it (1m), confidence ──
|          ╭───►!triage-0━━━━┳━━━━━━━━━━━━a━┳━━━►!draft-0                                                                                                             │── a  triage-0>draft-0 ───────────
|          │     9/m .45     ├┄c┄►!fetch-0──┤     6/m   ^1b                                                                                                           │ WHY       version: takes ^2, got
|          │                 │     6/m      │                                                                                                                         │           3.1.0
| gate-0 ──┤               ╭─┴───► plan-0   │                                                                                                                         │ SINCE     first refusal 12:07:10
| 12/m     │               │       6/m      │                                                                                                                         │           last offer 12:07:38
|          ├───────────────┴────────────────┴───► check-0                                                                                                             │ FIRST     w-4-0 12:07:10
|          ╰───► rank-0 ───┬─────► audit-0──╮     6/m                                                                                                                 │ NOW       3 dead  0 waiting
|                6/m       │       3/m      ├───► send-0 ──────► gate-1^1                                                                                             │ PACE      3/min (1m)  conf .93
|                          ╰────────────────╯     6/m            6/m                                                                                                  │ PASSED    3 offered, 0 completed
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
| !  c triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
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
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    12:07:38Z
|1Now 2Flow ! 3Review 4Dead 6! 5Incidents 6Registry ! 7Log
|!! triage-0>draft-0 broken for 28s  (+4 more)
|── FLOW  10 agents  15 edges ─── v graph / TABLE / matrix ──
|      EDGE                    STATE   RATE/1m  WAIT   DEAD
|>!! a triage-0>draft-0        BROKEN  3/min       0      3
| !! b draft-0>triage-0        BROKEN  3/min       0      3
| !  c triage-0>fetch-0        LOW     3/min       0      0
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
|1Now 2Flo! 3Rev 4Dea 6! 5Inc 6Reg! 7Log
|!! triage-0>draft-0 broken for 28s  (+4)
|── FLOW  10 agents  15 edges ───────────
|      EDGE         STATE   WAIT   DEAD
|>!! a triage-0>dr~ BROKEN     0      3
| !! b draft-0>tri~ BROKEN     0      3
| !  c triage-0>fe~ LOW        0      0
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
| 1 Now   2 Flow !   3 Review   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !  6 dead letters, +6 in 10m    !  triage-0>fetch-0 LOW: 3 of 3 below .70    !  1 loop
|-- FLOW  10 agents  15 edges  3 in trouble --------------------------------------------------------------------------------- layout pinned 12:07   under a name: handoffs through it (1m), confidence --
|          +--->!triage-0====*============a=*===>!draft-0                                                                                                             |-- a  triage-0>draft-0 -----------
|          |     9/m .45     +.c.>!fetch-0--+     6/m   ^1b                                                                                                           | WHY       version: takes ^2, got
|          |                 |     6/m      |                                                                                                                         |           3.1.0
| gate-0 --+               +-+---> plan-0   |                                                                                                                         | SINCE     first refusal 12:07:10
| 12/m     |               |       6/m      |                                                                                                                         |           last offer 12:07:38
|          +---------------+----------------+---> check-0                                                                                                             | FIRST     w-4-0 12:07:10
|          +---> rank-0 ---+-----> audit-0--+     6/m                                                                                                                 | NOW       3 dead  0 waiting
|                6/m       |       3/m      +---> send-0 ------> gate-1^1                                                                                             | PACE      3/min (1m)  conf .93
|                          +----------------+     6/m            6/m                                                                                                  | PASSED    3 offered, 0 completed
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
| !  c triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
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
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
keys f
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:38Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 6!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 28s, 3 of 3 refused: version  (+4 more)
|── FLOW  10 agents  15 edges ────────────────────── only trouble, f shows all ──
|                          ┏━━━━━━━━━━━━━━a━┳━━━►!draft-0
|          ╭───►!triage-0━━┻┄┬┄c┄►!fetch-0──┤     6/m   ^1b
|          │     9/m .45     │     6/m      │
|          │                 │              │
| gate-0 ──┤               ╭─┴───► plan-0   │
| 12/m     ├───────────────┤       6/m      │
|          ╰───► 1 more    ╰────────────────┴───► check-0
|                                                 6/m
|── TROUBLE  3 edges, worst first ──── counts 10m, rates 1m   healthy edges 12 ──
|>!! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !  c triage-0>fetch-0   LOW     3 of 3 below .70     3/min
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
|1Now 2Flo! 3Rev 4Dea 6! 5Inc 6Reg! 7Log
|!! triage-0>draft-0 broken for 28s  (+4)
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
| 1 Now   2 Flow !   3 Review   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !  6 dead letters, +6 in 10m  (+2 more)
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
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
keys Enter
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    12:07:38Z
|1Now 2Flow ! 3Review 4Dead 6! 5Incidents 6Registry ! 7Log
|!! triage-0>draft-0 broken for 28s  (+4 more)
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
recording tests/screens/data/agents25.jsonl
at end
size 80x24
keys 2
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:39Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 8!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 28s, 3 of 3 refused: version  (+5 more)
|── FLOW  25 agents  35 edges ───────────────────────── pinned 12:07  rates 1m ──
| gate-0 ─┬──────────────┬───► plan-0 ───╮
| 12/m >1 ├─┬─►!triage-0━┻━┳━━━━━━━━━━a┳━┻━►!dra~-0^1b
|         │ │   9/m .45    ╰d►!fetch-0─┴───► check-0
|         ╰─┼─► rank-0 ────┬─► audit-0─╮     6/m
| fetch-1───┤   plan-1 ──╮ ╰───────────┴───► send-0 ─────► gate-1^1
| 4/m       ╰─► rank-1 ──┴───► gate-2 ───╮   6/m           6/m
|               draft-1 ───┬───────────┬─┴─► plan-2 ───┬─► check-2^1
|               4/m      ╭─┼───────────┴─┬─► triage-2  │   4/m       ╭─► draft-2
| check-1─────► audit-1 ─┴─┴─►!send-1 ━┳━┻━━━━━━━━━━━━c┻━►!fetch-2 ──╯   2/m
| 4/m  >1       6/m            6/m     ╰───► rank-2        4/m          ?triage-1
|── TROUBLE  4 edges, worst first ──── counts 10m, rates 1m   healthy edges 31 ──
| !! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! c send-1>fetch-2     BROKEN  2 of 2 refused       2/min    conf .93      0s
|── a  triage-0>draft-0 ─────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
acs
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:39Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 8!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 28s, 3 of 3 refused: version  (+5 more)
|── FLOW  25 agents  35 edges ───────────────────────── pinned 12:07  rates 1m ──
| gate-0 ─┬──────────────┬───> plan-0 ───┐
| 12/m >1 ├─┬─>!triage-0=*=*==========a*=*=>!dra~-0^1b
|         │ │   9/m .45    └d>!fetch-0─┴───> check-0
|         └─┼─> rank-0 ────┬─> audit-0─┐     6/m
| fetch-1───┤   plan-1 ──┐ └───────────┴───> send-0 ─────> gate-1^1
| 4/m       └─> rank-1 ──┴───> gate-2 ───┐   6/m           6/m
|               draft-1 ───┬───────────┬─┴─> plan-2 ───┬─> check-2^1
|               4/m      ┌─┼───────────┴─┬─> triage-2  │   4/m       ┌─> draft-2
| check-1─────> audit-1 ─┴─┴─>!send-1 =*=*============c*=>!fetch-2 ──┘   2/m
| 4/m  >1       6/m            6/m     └───> rank-2        4/m          ?triage-1
|── TROUBLE  4 edges, worst first ──── counts 10m, rates 1m   healthy edges 31 ──
| !! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! c send-1>fetch-2     BROKEN  2 of 2 refused       2/min    conf .93      0s
|── a  triage-0>draft-0 ─────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:39Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 8!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 28s, 3 of 3 refused: version  (+5 more)
|-- FLOW  25 agents  35 edges ------------------------- pinned 12:07  rates 1m --
| gate-0 -+--------------+---> plan-0 ---+
| 12/m >1 +-+->!triage-0=*=*==========a*=*=>!dra~-0^1b
|         | |   9/m .45    +d>!fetch-0-+---> check-0
|         +-|-> rank-0 ----+-> audit-0-+     6/m
| fetch-1---+   plan-1 --+ +-----------+---> send-0 -----> gate-1^1
| 4/m       +-> rank-1 --+---> gate-2 ---+   6/m           6/m
|               draft-1 ---+-----------+-+-> plan-2 ---+-> check-2^1
|               4/m      +-|-----------+-+-> triage-2  |   4/m       +-> draft-2
| check-1-----> audit-1 -+-+->!send-1 =*=*============c*=>!fetch-2 --+   2/m
| 4/m  >1       6/m            6/m     +---> rank-2        4/m          ?triage-1
|-- TROUBLE  4 edges, worst first ---- counts 10m, rates 1m   healthy edges 31 --
| !! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! c send-1>fetch-2     BROKEN  2 of 2 refused       2/min    conf .93      0s
|-- a  triage-0>draft-0 ---------------------------------------------------------
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  24/25 agents                                Mon 23 Nov  12:07:39Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 8!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !! 1 more edge broken  (+3 more)
|── FLOW  25 agents  35 edges  4 in trouble ─ layout pinned 12:07   under a name: handoffs through it (1m), confidence ──
| gate-0 ─┬──────────────┬───► plan-0 ───╮                                            │── a  triage-0>draft-0 ───────────
| 12/m >1 ├─┬─►!triage-0━┻━┳━━━━━━━━━━a┳━┻━►!dra~-0^1b                                │ WHY       version: takes ^2, got
|         │ │   9/m .45    ╰d►!fetch-0─┴───► check-0                                  │           3.1.0
|         ╰─┼─► rank-0 ────┬─► audit-0─╮     6/m                                      │ SINCE     first refusal 12:07:10
| fetch-1───┤   plan-1 ──╮ ╰───────────┴───► send-0 ─────► gate-1^1                   │           last offer 12:07:38
| 4/m       ╰─► rank-1 ──┴───► gate-2 ───╮   6/m           6/m                        │ FIRST     w-4-0 12:07:10
|               draft-1 ───┬───────────┬─┴─► plan-2 ───┬─► check-2^1                  │ NOW       3 dead  0 waiting
|               4/m      ╭─┼───────────┴─┬─► triage-2  │   4/m       ╭─► draft-2      │ PACE      3/min (1m)  conf .93
| check-1─────► audit-1 ─┴─┴─►!send-1 ━┳━┻━━━━━━━━━━━━c┻━►!fetch-2 ──╯   2/m          │ PASSED    3 offered, 0 completed
| 4/m  >1       6/m            6/m     ╰───► rank-2        4/m          ?triage-1     │ CONTRACT  no contract
|                                            2/m                                      │
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
|── TROUBLE  4 edges, worst first ──────────────────────────────────────────── counts 10m, rates 1m   healthy edges 31 ──
| !! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! c send-1>fetch-2               BROKEN  2 of 2 refused       2/min    conf .93   dead 2      waits 0              0s
| !  d triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
acs
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  24/25 agents                                Mon 23 Nov  12:07:39Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 8!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !! 1 more edge broken  (+3 more)
|── FLOW  25 agents  35 edges  4 in trouble ─ layout pinned 12:07   under a name: handoffs through it (1m), confidence ──
| gate-0 ─┬──────────────┬───> plan-0 ───┐                                            │── a  triage-0>draft-0 ───────────
| 12/m >1 ├─┬─>!triage-0=*=*==========a*=*=>!dra~-0^1b                                │ WHY       version: takes ^2, got
|         │ │   9/m .45    └d>!fetch-0─┴───> check-0                                  │           3.1.0
|         └─┼─> rank-0 ────┬─> audit-0─┐     6/m                                      │ SINCE     first refusal 12:07:10
| fetch-1───┤   plan-1 ──┐ └───────────┴───> send-0 ─────> gate-1^1                   │           last offer 12:07:38
| 4/m       └─> rank-1 ──┴───> gate-2 ───┐   6/m           6/m                        │ FIRST     w-4-0 12:07:10
|               draft-1 ───┬───────────┬─┴─> plan-2 ───┬─> check-2^1                  │ NOW       3 dead  0 waiting
|               4/m      ┌─┼───────────┴─┬─> triage-2  │   4/m       ┌─> draft-2      │ PACE      3/min (1m)  conf .93
| check-1─────> audit-1 ─┴─┴─>!send-1 =*=*============c*=>!fetch-2 ──┘   2/m          │ PASSED    3 offered, 0 completed
| 4/m  >1       6/m            6/m     └───> rank-2        4/m          ?triage-1     │ CONTRACT  no contract
|                                            2/m                                      │
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
|── TROUBLE  4 edges, worst first ──────────────────────────────────────────── counts 10m, rates 1m   healthy edges 31 ──
| !! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! c send-1>fetch-2               BROKEN  2 of 2 refused       2/min    conf .93   dead 2      waits 0              0s
| !  d triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
| ─> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  24/25 agents                                Mon 23 Nov  12:07:39Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 8!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !! 1 more edge broken  (+3 more)
|-- FLOW  25 agents  35 edges  4 in trouble - layout pinned 12:07   under a name: handoffs through it (1m), confidence --
| gate-0 -+--------------+---> plan-0 ---+                                            |-- a  triage-0>draft-0 -----------
| 12/m >1 +-+->!triage-0=*=*==========a*=*=>!dra~-0^1b                                | WHY       version: takes ^2, got
|         | |   9/m .45    +d>!fetch-0-+---> check-0                                  |           3.1.0
|         +-|-> rank-0 ----+-> audit-0-+     6/m                                      | SINCE     first refusal 12:07:10
| fetch-1---+   plan-1 --+ +-----------+---> send-0 -----> gate-1^1                   |           last offer 12:07:38
| 4/m       +-> rank-1 --+---> gate-2 ---+   6/m           6/m                        | FIRST     w-4-0 12:07:10
|               draft-1 ---+-----------+-+-> plan-2 ---+-> check-2^1                  | NOW       3 dead  0 waiting
|               4/m      +-|-----------+-+-> triage-2  |   4/m       +-> draft-2      | PACE      3/min (1m)  conf .93
| check-1-----> audit-1 -+-+->!send-1 =*=*============c*=>!fetch-2 --+   2/m          | PASSED    3 offered, 0 completed
| 4/m  >1       6/m            6/m     +---> rank-2        4/m          ?triage-1     | CONTRACT  no contract
|                                            2/m                                      |
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
|-- TROUBLE  4 edges, worst first -------------------------------------------- counts 10m, rates 1m   healthy edges 31 --
| !! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! c send-1>fetch-2               BROKEN  2 of 2 refused       2/min    conf .93   dead 2      waits 0              0s
| !  d triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
| -> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  24/25 agents                                                                                                                Mon 23 Nov  12:07:39Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 8!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !! 1 more edge broken    !  8 dead letters, +8 in 10m    !  triage-0>fetch-0 LOW: 3 of 3 below .70    !  1 loop
|── FLOW  25 agents  35 edges  4 in trouble ───────────────────────────────────────────────────────────────────────────────── layout pinned 12:07   under a name: handoffs through it (1m), confidence ──
| gate-0 ─┬──────────────┬───► plan-0 ───╮                                                                                                                            │── a  triage-0>draft-0 ───────────
| 12/m >1 ├─┬─►!triage-0━┻━┳━━━━━━━━━━a┳━┻━►!dra~-0^1b                                                                                                                │ WHY       version: takes ^2, got
|         │ │   9/m .45    ╰d►!fetch-0─┴───► check-0                                                                                                                  │           3.1.0
|         ╰─┼─► rank-0 ────┬─► audit-0─╮     6/m                                                                                                                      │ SINCE     first refusal 12:07:10
| fetch-1───┤   plan-1 ──╮ ╰───────────┴───► send-0 ─────► gate-1^1                                                                                                   │           last offer 12:07:38
| 4/m       ╰─► rank-1 ──┴───► gate-2 ───╮   6/m           6/m                                                                                                        │ FIRST     w-4-0 12:07:10
|               draft-1 ───┬───────────┬─┴─► plan-2 ───┬─► check-2^1                                                                                                  │ NOW       3 dead  0 waiting
|               4/m      ╭─┼───────────┴─┬─► triage-2  │   4/m       ╭─► draft-2                                                                                      │ PACE      3/min (1m)  conf .93
| check-1─────► audit-1 ─┴─┴─►!send-1 ━┳━┻━━━━━━━━━━━━c┻━►!fetch-2 ──╯   2/m                                                                                          │ PASSED    3 offered, 0 completed
| 4/m  >1       6/m            6/m     ╰───► rank-2        4/m          ?triage-1                                                                                     │ CONTRACT  no contract
|                                            2/m                                                                                                                      │
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
|── TROUBLE  4 edges, worst first ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── counts 10m, rates 1m   healthy edges 31 ──
| !! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             28s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             28s
| !! c send-1>fetch-2               BROKEN  2 of 2 refused       2/min    conf .93   dead 2      waits 0                                                                                              0s
| !  d triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
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
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>triage-0...)  >n not drawn
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    12:07:39Z
|1Now 2Flow ! 3Review 4Dead 8! 5Incidents 6Registry ! 7Log
|!! triage-0>draft-0 broken for 28s  (+5 more)
|── FLOW  25 agents  35 edges ───── pinned 12:07  rates 1m ──
|                   ╭──► aud~-0─╮
|        ╭─► rank-0─┴───────────┴──► send-0─► gate-1
| gate-0─┴┬───────────┬──────────┬─► che~-0   6/m ^1
| 12/m    ├►!tri~-0d━┳┼►!fet~-0──┤   6/m
|         │  9/m     ┣┴► plan-0─┳┻━►!dr~^1b
|         │  plan-1─╮┗━━━━━━━━━a┛    8/m
| fet~-1──┴► rank-1─┴──► gate-2───╮
| 4/m    ╭──────────────────────┬┬┴► plan-2┬► che~-2
|        │   dra~-1──┬──────────╯├┬► tri~-2│  4/m ^1╭► dra~-2
| che~-1─┴─► aud~-1─┬┼───────────╯┣━━━━━━c━┻►!fet~-2╯  2/m
| 4/m        6/m    ╰┴─►!send-1━━━┻► rank-2   4/m     ?tri~-1
|── TROUBLE  4 edges, worst first ───────────────────────────
| !! a triage-0>draft-0 BROKEN  3 of 3 refused           28s
| !! b draft-0>triage-0 BROKEN  3 of 3 refused           28s
| this is Flow
| Enter open  Tab pane  e ego view  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     12:07:39Z
|1Now 2Flo! 3Rev 4Dea 8! 5Inc 6Reg! 7Log
|!! triage-0>draft-0 broken for 28s  (+5)
|── FLOW  25 agents  35 edges ───────────
|         ╭─────────────┬─► plan-0 ──────
| gate-0 ─┴┬┬►!tr~-0>1a┄┴d►!fetch-0──────
| 12/m >1  ╰┼► rank-0 ───┬──────────┬──►
| fetch-1───┤  plan-1 ──╮╰► audit-0─╯╭─►
| check-1─╮ ╰► rank-1 ──┴─► gate-2 ──┤┏c━
|  3 below                       11 more>
|── TROUBLE  4 edges, worst first ───────
| !! a triage-0>draft-0 BROKEN       28s
| this is Flow
| Enter open  Tab pane  ? help
size 200x60
keys v v v
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  24/25 agents                                                                                                                Mon 23 Nov  12:07:39Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 8!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !! 1 more edge broken    !  8 dead letters, +8 in 10m    !  triage-0>fetch-0 LOW: 3 of 3 below .70    !  1 loop
|-- FLOW  25 agents  35 edges  4 in trouble --------------------------------------------------------------------------------- layout pinned 12:07   under a name: handoffs through it (1m), confidence --
|                            +-----> audit-0--+                                                                                                                       |-- a  triage-0>draft-0 -----------
|                            |       3/m      +-----> send-0 --------> gate-1^1                                                                                       | WHY       version: takes ^2, got
| gate-0 --+-----> rank-0 ---+----------------+       6/m              6/m                                                                                            |           3.1.0
| 12/m     |       6/m         +----------------+                                                                                                                     | SINCE     first refusal 12:07:10
|          |                 +.|.d.>!fetch-0--+-+---> check-0                                                                                                         |           last offer 12:07:38
|          +-----------------|-+     6/m      |       6/m                                                                                                             | FIRST     w-4-0 12:07:10
|          +-+--->!triage-0==* |              |                                                                                                                       | NOW       3 dead  0 waiting
|            |     9/m .45   *-+---> plan-0 --+-*===>!draft-0                                                                                                         | PACE      3/min (1m)  conf .93
|            |               #       6/m        #     8/m   ^1b                                                                                                       | PASSED    3 offered, 0 completed
| fetch-1----+     plan-1 ---#-+                #                                                                                                                     | CONTRACT  no contract
| 4/m        |     2/m       *================a=*                                                                                                                     |
|            |                 +---> gate-2 ----+                                                                                                                     | refused/min, last 15 min
|            +---> rank-1 -----+     4/m        |                                                                                                                     | ..............|
|                  2/m       +----------------+-+---> plan-2 ----+---> check-2^1                                                                                      | conf p50 .93 p5 .93, last 3
| check-1--+-----------------+                |       8/m        |     4/m                                                                                            | ''
| 4/m      |       draft-1 ----+--------------+                  |                                                                                                    |
|          |       4/m       +-|--------------+-+---> triage-2   *===>!fetch-2 -----> draft-2                                                                         |
|          |                 | |                |     4/m        #     4/m            2/m                                                                             |
|          +-----> audit-1 --+-+--->!send-1 ==*=*==============c=*                                                                                                    |
|                  6/m               6/m      +-----> rank-2                         ?triage-1                                                                        |
|                                                     2/m                                                                                                             |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|                                                                                                                                                                     |
|-- TROUBLE  4 edges, worst first ---------------------------------------------------------------------------------------------------------------------------- counts 10m, rates 1m   healthy edges 31 --
|>!! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             28s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             28s
| !! c send-1>fetch-2               BROKEN  2 of 2 refused       2/min    conf .93   dead 2      waits 0                                                                                              0s
| !  d triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
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
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
keys f
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:39Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 8!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 28s, 3 of 3 refused: version  (+5 more)
|── FLOW  25 agents  35 edges ────────────────────── only trouble, f shows all ──
|              1 more ───┬─────► plan-0 ──╮
|                        ┣━━━━━━━━━━━━━━a━┻━┳━━━►!draft-0
| 2 more ────►!triage-0━━┻┄┄┄d┄►!fetch-0────┤     8/m   ^1b
|              9/m .45     ╭───► 2 more   ╭─┴───► check-0
| 2 more ────►!send-1 ━━━━━┫     1 more ──╯       6/m
|              6/m       ╭─┻━c━►!fetch-2────────► draft-2
| 4 more ────► plan-2 ───┴─────► 1 more           2/m
|              8/m
|── TROUBLE  4 edges, worst first ──── counts 10m, rates 1m   healthy edges 31 ──
|>!! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! c send-1>fetch-2     BROKEN  2 of 2 refused       2/min    conf .93      0s
| !  d triage-0>fetch-0   LOW     3 of 3 below .70     3/min
|── a  triage-0>draft-0 ─────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
|
| only trouble is shown
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys f v v
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     12:07:39Z
|1Now 2Flo! 3Rev 4Dea 8! 5Inc 6Reg! 7Log
|!! triage-0>draft-0 broken for 28s  (+5)
|── FLOW  25 agents  35 edges ───────────
|      from \ to       1  2  3  4    out
|    1 gate-0          .  <  <  .      4
|!!  2 triage-0        .  .  <  l      3
|    3 plan-0          .  .  .  .      1
|    4 fetch-0         .  .  .  .      2
|    5 rank-0          .  .  .  .      2
|!!  6 draft-0         .  X  .  .      1
|    w: waits  l: low  X: refused
|    1 gate-0 > 1 gate-0  no handoff has~
| Enter open  Tab pane  ? help
size 120x36
keys v Tab e
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  24/25 agents                                Mon 23 Nov  12:07:39Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 8!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 28s    !! draft-0>triage-0 broken for 28s    !! 1 more edge broken  (+3 more)
|── triage-0  in 3, out 3 ───────────────────────────────────────────────────────────────────── rates 1m   ego view, e ──
|                                                    ┌──────────┐
|>gate-0                         ok     .93 3/min  ─►│!triage-0 │───► plan-0                           ok     .93 3/min
| draft-0                        BROKEN .93 3/min  ━►│          │┄d┄► fetch-0                          LOW    .45 3/min
| fetch-1                        ok     .93 2/min  ─►│          │━a━► draft-0                          BROKEN .93 3/min
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
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
keys Enter
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    12:07:39Z
|1Now 2Flow ! 3Review 4Dead 8! 5Incidents 6Registry ! 7Log
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
recording tests/screens/data/wide.jsonl
at end
size 80x24
keys 2
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 58     Mon 23 Nov  12:07:46Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 8!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 36s, 3 of 3 refused: version  (+6 more)
|── FLOW  69 agents  136 edges ──────────────────────── pinned 12:07  rates 1m ──
|                                                      ╭──► write-0─┬─► route-0 ─
|                               ╭─► embed-0            │    13/m    ├────────────
|                               │   1/m  >1            │            ╰─► che~-1>3─
| gate-0>3─►!tr~-0>2ad►!fetch-0─┴┬────────────────────┬┴┬─► plan-0 ──┬►!draft-0
| 12/m .93   9/m .45    16/m >5  │                    ╰─┼╮  9/m      │  8/m  ^1b
|?triage-1                       ╰► parse-0─► rank-0 ─┬─┴┴► check-0  ├► emb~-1>1
|                                   1/m       11/m >1 │     8/m     ╭┴► audit-0 ─
|                                                     ╰─────────────┴────────────
|
|                                                                        54 more>
|── TROUBLE  4 edges, worst first ─── counts 10m, rates 1m   healthy edges 132 ──
| !! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     36s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     35s
| !! c send-1>fetch-2     BROKEN  2 of 2 refused       2/min    conf .93      7s
|── a  triage-0>draft-0 ─────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
acs
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 58     Mon 23 Nov  12:07:46Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 8!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 36s, 3 of 3 refused: version  (+6 more)
|── FLOW  69 agents  136 edges ──────────────────────── pinned 12:07  rates 1m ──
|                                                      ┌──> write-0─┬─> route-0 ─
|                               ┌─> embed-0            │    13/m    ├────────────
|                               │   1/m  >1            │            └─> che~-1>3─
| gate-0>3─>!tr~-0>2ad>!fetch-0─┴┬────────────────────┬┴┬─> plan-0 ──┬>!draft-0
| 12/m .93   9/m .45    16/m >5  │                    └─┼┐  9/m      │  8/m  ^1b
|?triage-1                       └> parse-0─> rank-0 ─┬─┴┴> check-0  ├> emb~-1>1
|                                   1/m       11/m >1 │     8/m     ┌┴> audit-0 ─
|                                                     └─────────────┴────────────
|
|                                                                        54 more>
|── TROUBLE  4 edges, worst first ─── counts 10m, rates 1m   healthy edges 132 ──
| !! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     36s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     35s
| !! c send-1>fetch-2     BROKEN  2 of 2 refused       2/min    conf .93      7s
|── a  triage-0>draft-0 ─────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 58     Mon 23 Nov  12:07:46Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 8!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 36s, 3 of 3 refused: version  (+6 more)
|-- FLOW  69 agents  136 edges ------------------------ pinned 12:07  rates 1m --
|                                                      +--> write-0-+-> route-0 -
|                               +-> embed-0            |    13/m    +------------
|                               |   1/m  >1            |            +-> che~-1>3-
| gate-0>3->!tr~-0>2ad>!fetch-0-++--------------------+++-> plan-0 --+>!draft-0
| 12/m .93   9/m .45    16/m >5  |                    +-|+  9/m      |  8/m  ^1b
|?triage-1                       +> parse-0-> rank-0 -+-++> check-0  +> emb~-1>1
|                                   1/m       11/m >1 |     8/m     ++> audit-0 -
|                                                     +-------------+------------
|
|                                                                        54 more>
|-- TROUBLE  4 edges, worst first --- counts 10m, rates 1m   healthy edges 132 --
| !! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     36s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     35s
| !! c send-1>fetch-2     BROKEN  2 of 2 refused       2/min    conf .93      7s
|-- a  triage-0>draft-0 ---------------------------------------------------------
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 58  68/69 agents                               Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 8!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 36s    !! draft-0>triage-0 broken for 35s    !! 1 more edge broken  (+4 more)
|── FLOW  69 agents  136 edges  4 in trouble ────────────────────────────────────────────────────────────────────────────
|                                                                                     │── a  triage-0>draft-0 ───────────
|                                                                                     │ WHY       version: takes ^2, got
|                                                                                     │           3.1.0
|                                                                                ╭───╮│ SINCE     first refusal 12:07:10
|                                                                    ╭► route-0 ─┴┬──┼│           last offer 12:07:38
|                                                                    │  7/m      ╭┴─┬┼│ FIRST     w-4-0 12:07:10
|                                                      ╭──► write-0─┬┴───────────┼──┤││ NOW       3 dead  0 waiting
|                                                      │    13/m    ╰─► check-1 ─┼┬╮├┼│ PACE      3/min (1m)  conf .93
|                                                      │                9/m   >3 ├┼┴┼┴│ PASSED    3 offered, 0 completed
|                                                      │                         ││ │ │ CONTRACT  no contract
|                               ╭─► embed-0            ├┬─► plan-0 ──┬►!draft-0  │╰─┼─│
|                               │   1/m  >1            ││   9/m      │  8/m  ^1b │  │ │ refused/min, last 15 min
| gate-0>3─►!tr~-0>2ad►!fetch-0─┴┬────────────────────┬╯│            │           ├┬─┴─│ ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
| 12/m .93   9/m .45    16/m >5  │                    ╰─┼╮           ├► embed-1  ││   │ conf p50 .93 p5 .93, last 3
|                                ╰► parse-0─► rank-0 ─┬─┴┴► check-0  │  5/m   >1 ││   │ ⠈⠉
|?triage-1                          1/m       11/m >1 │     8/m      │           ││   │
|                                                     ╰─────────────┬┴► audit-0 ─╯│   │
|                                                                   │   7/m       │   │
|                                                                   ╰─────────────╯   │
|                                                                                     │
|                                                                                     │
|                                                                                     │
|                                                                                     │
|                                                                             54 more>│
|── TROUBLE  4 edges, worst first ─────────────────────────────────────────── counts 10m, rates 1m   healthy edges 132 ──
| !! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             36s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             35s
| !! c send-1>fetch-2               BROKEN  2 of 2 refused       2/min    conf .93   dead 2      waits 0              7s
| !  d triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
acs
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 58  68/69 agents                               Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 8!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 36s    !! draft-0>triage-0 broken for 35s    !! 1 more edge broken  (+4 more)
|── FLOW  69 agents  136 edges  4 in trouble ────────────────────────────────────────────────────────────────────────────
|                                                                                     │── a  triage-0>draft-0 ───────────
|                                                                                     │ WHY       version: takes ^2, got
|                                                                                     │           3.1.0
|                                                                                ┌───┐│ SINCE     first refusal 12:07:10
|                                                                    ┌> route-0 ─┴┬──┼│           last offer 12:07:38
|                                                                    │  7/m      ┌┴─┬┼│ FIRST     w-4-0 12:07:10
|                                                      ┌──> write-0─┬┴───────────┼──┤││ NOW       3 dead  0 waiting
|                                                      │    13/m    └─> check-1 ─┼┬┐├┼│ PACE      3/min (1m)  conf .93
|                                                      │                9/m   >3 ├┼┴┼┴│ PASSED    3 offered, 0 completed
|                                                      │                         ││ │ │ CONTRACT  no contract
|                               ┌─> embed-0            ├┬─> plan-0 ──┬>!draft-0  │└─┼─│
|                               │   1/m  >1            ││   9/m      │  8/m  ^1b │  │ │ refused/min, last 15 min
| gate-0>3─>!tr~-0>2ad>!fetch-0─┴┬────────────────────┬┘│            │           ├┬─┴─│ ..............|
| 12/m .93   9/m .45    16/m >5  │                    └─┼┐           ├> embed-1  ││   │ conf p50 .93 p5 .93, last 3
|                                └> parse-0─> rank-0 ─┬─┴┴> check-0  │  5/m   >1 ││   │ ''
|?triage-1                          1/m       11/m >1 │     8/m      │           ││   │
|                                                     └─────────────┬┴> audit-0 ─┘│   │
|                                                                   │   7/m       │   │
|                                                                   └─────────────┘   │
|                                                                                     │
|                                                                                     │
|                                                                                     │
|                                                                                     │
|                                                                             54 more>│
|── TROUBLE  4 edges, worst first ─────────────────────────────────────────── counts 10m, rates 1m   healthy edges 132 ──
| !! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             36s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             35s
| !! c send-1>fetch-2               BROKEN  2 of 2 refused       2/min    conf .93   dead 2      waits 0              7s
| !  d triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
| ─> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 58  68/69 agents                               Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 8!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 36s    !! draft-0>triage-0 broken for 35s    !! 1 more edge broken  (+4 more)
|-- FLOW  69 agents  136 edges  4 in trouble ----------------------------------------------------------------------------
|                                                                                     |-- a  triage-0>draft-0 -----------
|                                                                                     | WHY       version: takes ^2, got
|                                                                                     |           3.1.0
|                                                                                +---+| SINCE     first refusal 12:07:10
|                                                                    +> route-0 -++--||           last offer 12:07:38
|                                                                    |  7/m      ++-+|| FIRST     w-4-0 12:07:10
|                                                      +--> write-0-++-----------|--+|| NOW       3 dead  0 waiting
|                                                      |    13/m    +-> check-1 -|+++|| PACE      3/min (1m)  conf .93
|                                                      |                9/m   >3 +|+|+| PASSED    3 offered, 0 completed
|                                                      |                         || | | CONTRACT  no contract
|                               +-> embed-0            ++-> plan-0 --+>!draft-0  |+-|-|
|                               |   1/m  >1            ||   9/m      |  8/m  ^1b |  | | refused/min, last 15 min
| gate-0>3->!tr~-0>2ad>!fetch-0-++--------------------++|            |           ++-+-| ..............|
| 12/m .93   9/m .45    16/m >5  |                    +-|+           +> embed-1  ||   | conf p50 .93 p5 .93, last 3
|                                +> parse-0-> rank-0 -+-++> check-0  |  5/m   >1 ||   | ''
|?triage-1                          1/m       11/m >1 |     8/m      |           ||   |
|                                                     +-------------++> audit-0 -+|   |
|                                                                   |   7/m       |   |
|                                                                   +-------------+   |
|                                                                                     |
|                                                                                     |
|                                                                                     |
|                                                                                     |
|                                                                             54 more>|
|-- TROUBLE  4 edges, worst first ------------------------------------------- counts 10m, rates 1m   healthy edges 132 --
| !! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             36s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             35s
| !! c send-1>fetch-2               BROKEN  2 of 2 refused       2/min    conf .93   dead 2      waits 0              7s
| !  d triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
| -> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>tria~
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 58  68/69 agents                                                                                                               Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 8!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 36s    !! draft-0>triage-0 broken for 35s    !! 1 more edge broken    !  8 dead letters, +8 in 10m    !  triage-0>fetch-0 LOW: 3 of 3 below .70    !  2 loops  (+1 more)
|── FLOW  69 agents  136 edges  4 in trouble ──────────────────────────────────────────────────────────────────────────────── layout pinned 12:07   under a name: handoffs through it (1m), confidence ──
|                                                                                                                                          ╭───────────────┬─► plan-3 │── a  triage-0>draft-0 ───────────
|                                                                                                                                          │               │   6/m    │ WHY       version: takes ^2, got
|                                                                                                                                          │               │          │           3.1.0
|                                                                                                ╭─────────────────────────────► embed-2 ──┤               ├─► check-3│ SINCE     first refusal 12:07:10
|                                                                                ╭───────────────┼┬► plan-1 ──╮                  7/m       │               │   12/m >3│           last offer 12:07:38
|                                                                                │               ││  6/m      │                           ╭┴─► check-2 ────┤          │ FIRST     w-4-0 12:07:10
|                                                                  ╭─► route-0 ──┤               ││           ├──────────────┬────────────┼─╮  10/m  ^1    ├┬► embed-3│ NOW       3 dead  0 waiting
|                                                                  │   7/m       ├┬─┬─► fetch-1 ─┴┼► rank-1>1─┴───► gate-2 ─┬┴┬► plan-2>1─┤ │              ││  4/m    │ PACE      3/min (1m)  conf .93
|                                                                  ├─────────────┼┼─┤   8/m   ^1  │  4/m            4/m     │ │  14/m     ├┳┻►!fetch-2 ────┼┤         │ PASSED    3 offered, 0 completed
|                                                                  │             ││ ├────────────╮│            ╭────────────┼─┤           │┃   7/m         │├► parse-2│ CONTRACT  no contract
|                                                     ╭──► write-0─┴─► check-1 ─┬┴┼┬┼─► route-1  │├► audit-1 ──┤╭───────────┤╭┴► triage-2 │c               ││  3/m    │
|                                                     │    13/m        9/m   >3 │ │││   7/m      ││  8/m   >1 ╭┼┼───────────┤│   4/m      │┃╭► write-2 ───╮││         │ refused/min, last 15 min
|                                                     │                         ╰─┼┼┼────────────┼╯           ├┴┼┬►!send-1 ━━┫            │┃│  9/m        ││├► draft-2│ ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|                                                     ├─┬► plan-0 ──┬►!draft-0    │││            ╰┬► write-1 ─┼─┴╯  7/m     │┣─► rank-2 ──┼┃┤             │││  2/m    │ conf p50 .93 p5 .93, last 3
|                                                     │ │  9/m      │  8/m  ^1b   │││             │  4/m      │             │┃   8/m      ╰┃┼► audit-2 ──╮├┼┼─────────│ ⠈⠉
|                                                     │ │           │             ├┼┴┬► send-0>1──┤           │             │┗━━━━━━━━━━━━━┫│  1/m      ╭┼┼┴┴► send-2 │
|                                ╭► embed-0           │ │           ├► embed-1    ││ │  11/m      │  draft-1 ─╯             │              │╰───────────┤││    8/m    │
|                                │  1/m  >1           │ │           │  5/m   >1   ││ │            │  4/m                    │              │            │││           │
| gate-0>3─►!tr~-0>2ad►!fetch-0─┬┴────────────────────┴┬┼► check-0  │             ││ │            ├─────────────────────────╯              │            ││╰──► route-2│
| 12/m .93   9/m .45    16/m >5 ╰─► parse-0─► rank-0 ──┴┤  8/m     ╭┴► audit-0 ───┴╯ │            ├► parse-1                               │            ││     7/m    │
|                                   1/m       11/m >1   │          │   7/m           │            │  3/m                                   │            ││            │
|                                                       ╰──────────┴─────────────────╯            │                                        ╰────────────┴┴───► fetch-3│
|                                                                                                 ╰► gate-1^1                                                  10/m   │
|                                                                                                    6/m                                                              │
|                                                                                                                                                                     │
|?triage-1                                                                                                                                                            │
|                                                                                                                                                             26 more>│
|── TROUBLE  4 edges, worst first ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── counts 10m, rates 1m   healthy edges 132 ──
| !! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             36s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             35s
| !! c send-1>fetch-2               BROKEN  2 of 2 refused       2/min    conf .93   dead 2      waits 0                                                                                              7s
| !  d triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
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
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>triage-0...)  >n not drawn
| this is Flow
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 58   12:07:46Z
|1Now 2Flow ! 3Review 4Dead 8! 5Incidents 6Registry ! 7Log
|!! triage-0>draft-0 broken for 36s  (+6 more)
|── FLOW  69 agents  136 edges ──── pinned 12:07  rates 1m ──
|                                                     ╭───►
|                                                     │
|                                ╭► embed-0           │
|                                │  1/m  >1           ├─┬─►
| gate-0>3─►!tr~-0>2ad►!fetch-0─┬┴────────────────────┴╮│
| 12/m .93   9/m .45    16/m >5 ╰─► parse-0─► rank-0 ─┬┼┴┬►
|?triage-1                          1/m       11/m >1 │╰─╯
|                                                     ╰──────
|
|
|                                                    62 more>
|── TROUBLE  4 edges, worst first ───────────────────────────
| !! a triage-0>draft-0 BROKEN  3 of 3 refused           36s
| !! b draft-0>triage-0 BROKEN  3 of 3 refused           35s
| this is Flow
| Enter open  Tab pane  e ego view  ? help
size 40x14
screen
| seam [LIVE 0.4s]  LOST 58    12:07:46Z
|1Now 2Flo! 3Rev 4Dea 8! 5Inc 6Reg! 7Log
|!! triage-0>draft-0 broken for 36s  (+6)
|── FLOW  69 agents  136 edges ──────────
|                                ╭►
|                                │
| gate-0>3─►!tr~-0>2ad►!fetch-0─┬┴───────
| 12/m .93   9/m .45    16/m >5 ╰─►
|?triage-1
|                                65 more>
|── TROUBLE  4 edges, worst first ───────
| !! a triage-0>draft-0 BROKEN       36s
| this is Flow
| Enter open  Tab pane  ? help
size 200x60
keys v v v
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 58  68/69 agents                                                                                                               Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 8!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 36s    !! draft-0>triage-0 broken for 35s    !! 1 more edge broken    !  8 dead letters, +8 in 10m    !  triage-0>fetch-0 LOW: 3 of 3 below .70    !  2 loops  (+1 more)
|-- FLOW  69 agents  136 edges  4 in trouble -------------------------------------------------------------------------------- layout pinned 12:07   under a name: handoffs through it (1m), confidence --
|                                                                                                                                          +---------------+-> plan-3 |-- a  triage-0>draft-0 -----------
|                                                                                                                                          |               |   6/m    | WHY       version: takes ^2, got
|                                                                                                                                          |               |          |           3.1.0
|                                                                                                +-----------------------------> embed-2 --+               +-> check-3| SINCE     first refusal 12:07:10
|                                                                                +---------------|+> plan-1 --+                  7/m       |               |   12/m >3|           last offer 12:07:38
|                                                                                |               ||  6/m      |                           ++-> check-2 ----+          | FIRST     w-4-0 12:07:10
|                                                                  +-> route-0 --+               ||           +--------------+------------|-+  10/m  ^1    ++> embed-3| NOW       3 dead  0 waiting
|                                                                  |   7/m       ++-+-> fetch-1 -+|> rank-1>1-+---> gate-2 -+++> plan-2>1-+ |              ||  4/m    | PACE      3/min (1m)  conf .93
|                                                                  +-------------||-+   8/m   ^1  |  4/m            4/m     | |  14/m     +**>!fetch-2 ----|+         | PASSED    3 offered, 0 completed
|                                                                  |             || +------------+|            +------------|-+           |#   7/m         |+> parse-2| CONTRACT  no contract
|                                                     +--> write-0-+-> check-1 -++|+|-> route-1  |+> audit-1 --++-----------+++> triage-2 |c               ||  3/m    |
|                                                     |    13/m        9/m   >3 | |||   7/m      ||  8/m   >1 +||-----------+|   4/m      |#+> write-2 ---+||         | refused/min, last 15 min
|                                                     |                         +-|||------------|+           ++|+>!send-1 ==*            |#|  9/m        ||+> draft-2| ..............|
|                                                     +-+> plan-0 --+>!draft-0    |||            ++> write-1 -|-++  7/m     |*-> rank-2 --|#+             |||  2/m    | conf p50 .93 p5 .93, last 3
|                                                     | |  9/m      |  8/m  ^1b   |||             |  4/m      |             |#   8/m      +#|> audit-2 --++||---------| ''
|                                                     | |           |             +|++> send-0>1--+           |             |*=============*|  1/m      +||++> send-2 |
|                                +> embed-0           | |           +> embed-1    || |  11/m      |  draft-1 -+             |              |+-----------+||    8/m    |
|                                |  1/m  >1           | |           |  5/m   >1   || |            |  4/m                    |              |            |||           |
| gate-0>3->!tr~-0>2ad>!fetch-0-++--------------------++|> check-0  |             || |            +-------------------------+              |            ||+--> route-2|
| 12/m .93   9/m .45    16/m >5 +-> parse-0-> rank-0 --++  8/m     ++> audit-0 ---++ |            +> parse-1                               |            ||     7/m    |
|                                   1/m       11/m >1   |          |   7/m           |            |  3/m                                   |            ||            |
|                                                       +----------+-----------------+            |                                        +------------++---> fetch-3|
|                                                                                                 +> gate-1^1                                                  10/m   |
|                                                                                                    6/m                                                              |
|                                                                                                                                                                     |
|?triage-1                                                                                                                                                            |
|                                                                                                                                                             26 more>|
|-- TROUBLE  4 edges, worst first --------------------------------------------------------------------------------------------------------------------------- counts 10m, rates 1m   healthy edges 132 --
|>!! a triage-0>draft-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             36s
| !! b draft-0>triage-0             BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             35s
| !! c send-1>fetch-2               BROKEN  2 of 2 refused       2/min    conf .93   dead 2      waits 0                                                                                              7s
| !  d triage-0>fetch-0             LOW     3 of 3 below .70     3/min               dead 0      waits 0
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
| -> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (draft-0>triage-0...)  >n not drawn
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
keys f
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 58     Mon 23 Nov  12:07:46Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 8!  5 Incidents  6 Registry !  7 Log
|!! triage-0>draft-0 broken for 36s, 3 of 3 refused: version  (+6 more)
|── FLOW  69 agents  136 edges ───────────────────── only trouble, f shows all ──
|                        ┏━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━a━┓
|                        ┃              │                  ┃
|                        ┃     2 more ──┴─┬───► plan-0 ──┬─┃───► 2 more
| 2 more ────►!triage-0━━┫                │     9/m      │ ┃
|              9/m .45   ╰┄d┄►!fetch-0──┬─┴──────────────┴─┻━━━►!draft-0
|                              16/m     ╰─────► 8 more           8/m   ^1b
|              2 more ───┳━━━►!fetch-2──╮
|                        c     7/m      ╰─────► 4 more
| 3 more ────►!send-1 ━━━┻───► 3 more
|              7/m
|── TROUBLE  4 edges, worst first ─── counts 10m, rates 1m   healthy edges 132 ──
|>!! a triage-0>draft-0   BROKEN  3 of 3 refused       3/min    conf .93     36s
| !! b draft-0>triage-0   BROKEN  3 of 3 refused       3/min    conf .93     35s
| !! c send-1>fetch-2     BROKEN  2 of 2 refused       2/min    conf .93      7s
|── a  triage-0>draft-0 ─────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
| only trouble is shown
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys f v v
size 40x14
screen
| seam [LIVE 0.4s]  LOST 58    12:07:46Z
|1Now 2Flo! 3Rev 4Dea 8! 5Inc 6Reg! 7Log
|!! triage-0>draft-0 broken for 36s  (+6)
|── FLOW  69 agents  136 edges ──────────
|      from \ to       1  2  3  4    out
|    1 gate-0          .  <  <  .      4
|!!  2 triage-0        .  .  <  l      3
|    3 plan-0          .  .  .  .      3
|    4 fetch-0         .  .  <  .     10
|    5 rank-0          .  .  <  .      5
|!!  6 draft-0         .  X  .  .      1
|    w: waits  l: low  X: refused
|    1 gate-0 > 1 gate-0  no handoff has~
| Enter open  Tab pane  ? help
size 120x36
keys v Tab e
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 58  68/69 agents                               Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 8!   5 Incidents   6 Registry !   7 Log
|!! triage-0>draft-0 broken for 36s    !! draft-0>triage-0 broken for 35s    !! 1 more edge broken  (+4 more)
|── triage-0  in 3, out 3 ───────────────────────────────────────────────────────────────────── rates 1m   ego view, e ──
|                                                    ┌──────────┐
|>gate-0                         ok     .93 3/min  ─►│!triage-0 │───► plan-0                           ok     .93 3/min
| draft-0                        BROKEN .93 3/min  ━►│          │┄d┄► fetch-0                          LOW    .45 3/min
| fetch-1                        ok     .93 2/min  ─►│          │━a━► draft-0                          BROKEN .93 3/min
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
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  ? help
keys Enter
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  LOST 58   12:07:46Z
|1Now 2Flow ! 3Review 4Dead 8! 5Incidents 6Registry ! 7Log
|!! triage-0>draft-0 broken for 36s  (+6 more)
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
