# Flow of 25 agents, at every size and in every set of characters.
recording tests/screens/data/agents25.jsonl
at end
size 80x24
keys 2
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:39Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 6!  5 Incidents  6 Registry !  7 Log
|!! plan-0>send-0 broken for 28s    !! send-1>fetch-2 broken for 28s  (+4 more)
|── FLOW  25 agents  38 edges ────────────────────── only trouble, f shows all ──
|          ╭───►!plan-0 ━━┳┄┄┄c┄►!rank-0
| gate-0 ──┤     9/m .45  ┃       3/m      ╭───► 3 more
| 12/m     ╰───► 3 more   ┣━━━a━►!send-0 ──╯
|                         ╰─┬───► draft-0──────► 1 more
|                2 more ────╯     9/m
|
| 2 more ──────►!send-1 ━━┳─────► 2 more
|                9/m      ┗b┳━━━►!fetch-2──────► draft-2
| 4 more ──╮              ╭─┼───► 1 more         3/m
|          ╰───► plan-2 ──┴─╯
|── TROUBLE  3 edges, worst first ──── counts 10m, rates 1m   healthy edges 35 ──
|>!! a plan-0>send-0      BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b send-1>fetch-2     BROKEN  3 of 3 refused       3/min    conf .93     28s
| !  c plan-0>rank-0      LOW     3 of 3 below .70     3/min    3 wait
|── a  plan-0>send-0 ────────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
acs
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:39Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 6!  5 Incidents  6 Registry !  7 Log
|!! plan-0>send-0 broken for 28s    !! send-1>fetch-2 broken for 28s  (+4 more)
|── FLOW  25 agents  38 edges ────────────────────── only trouble, f shows all ──
|          ┌───>!plan-0 ==*...c.>!rank-0
| gate-0 ──┤     9/m .45  #       3/m      ┌───> 3 more
| 12/m     └───> 3 more   *===a=>!send-0 ──┘
|                         └─┬───> draft-0──────> 1 more
|                2 more ────┘     9/m
|
| 2 more ──────>!send-1 ==*─────> 2 more
|                9/m      \b*===>!fetch-2──────> draft-2
| 4 more ──┐              ┌─┼───> 1 more         3/m
|          └───> plan-2 ──┴─┘
|── TROUBLE  3 edges, worst first ──── counts 10m, rates 1m   healthy edges 35 ──
|>!! a plan-0>send-0      BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b send-1>fetch-2     BROKEN  3 of 3 refused       3/min    conf .93     28s
| !  c plan-0>rank-0      LOW     3 of 3 below .70     3/min    3 wait
|── a  plan-0>send-0 ────────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:39Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 6!  5 Incidents  6 Registry !  7 Log
|!! plan-0>send-0 broken for 28s    !! send-1>fetch-2 broken for 28s  (+4 more)
|-- FLOW  25 agents  38 edges ---------------------- only trouble, f shows all --
|          /--->!plan-0 ==*...c.>!rank-0
| gate-0 --+     9/m .45  #       3/m      /---> 3 more
| 12/m     \---> 3 more   *===a=>!send-0 --/
|                         \-+---> draft-0------> 1 more
|                2 more ----/     9/m
|
| 2 more ------>!send-1 ==*-----> 2 more
|                9/m      \b*===>!fetch-2------> draft-2
| 4 more --\              /-)---> 1 more         3/m
|          \---> plan-2 --+-/
|-- TROUBLE  3 edges, worst first ---- counts 10m, rates 1m   healthy edges 35 --
|>!! a plan-0>send-0      BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b send-1>fetch-2     BROKEN  3 of 3 refused       3/min    conf .93     28s
| !  c plan-0>rank-0      LOW     3 of 3 below .70     3/min    3 wait
|-- a  plan-0>send-0 ------------------------------------------------------------
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  25/25 agents                                Mon 23 Nov  12:07:39Z  mira
| 1 Now   2 Flow !   3 Review 3!   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! plan-0>send-0 broken for 28s    !! send-1>fetch-2 broken for 28s    !  6 dead letters, +6 in 10m  (+3 more)
|── FLOW  25 agents  38 edges  3 in trouble ──────────────────────────────────────────────── only trouble, f shows all ──
|          ╭───►!plan-0 ━━┳┄┄┄c┄►!rank-0                                              │── a  plan-0>send-0 ──────────────
| gate-0 ──┤     9/m .45  ┃       3/m      ╭───► 3 more                               │ WHY       version: takes ^2, got
| 12/m     ╰───► 3 more   ┣━━━a━►!send-0 ──╯                                          │           3.1.0
|                         ╰─┬───► draft-0──────► 1 more                               │ SINCE     first refusal 12:07:10
|                2 more ────╯     9/m                                                 │           last offer 12:07:38
|                                                                                     │ FIRST     w-7-0 12:07:10
| 2 more ──────►!send-1 ━━┳─────► 2 more                                              │ NOW       3 dead  0 waiting
|                9/m      ┗b┳━━━►!fetch-2──────► draft-2                              │ PACE      3/min (1m)  conf .93
| 4 more ──╮              ╭─┼───► 1 more         3/m                                  │ PASSED    3 offered, 0 completed
|          ╰───► plan-2 ──┴─╯                                                         │ CONTRACT  no contract
|                12/m                                                                 │
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
|── TROUBLE  3 edges, worst first ──────────────────────────────────────────── counts 10m, rates 1m   healthy edges 35 ──
|>!! a plan-0>send-0                BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! b send-1>fetch-2               BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !  c plan-0>rank-0                LOW     3 of 3 below .70     3/min    3 wait     dead 0      waits 3
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
acs
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  25/25 agents                                Mon 23 Nov  12:07:39Z  mira
| 1 Now   2 Flow !   3 Review 3!   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! plan-0>send-0 broken for 28s    !! send-1>fetch-2 broken for 28s    !  6 dead letters, +6 in 10m  (+3 more)
|── FLOW  25 agents  38 edges  3 in trouble ──────────────────────────────────────────────── only trouble, f shows all ──
|          ┌───>!plan-0 ==*...c.>!rank-0                                              │── a  plan-0>send-0 ──────────────
| gate-0 ──┤     9/m .45  #       3/m      ┌───> 3 more                               │ WHY       version: takes ^2, got
| 12/m     └───> 3 more   *===a=>!send-0 ──┘                                          │           3.1.0
|                         └─┬───> draft-0──────> 1 more                               │ SINCE     first refusal 12:07:10
|                2 more ────┘     9/m                                                 │           last offer 12:07:38
|                                                                                     │ FIRST     w-7-0 12:07:10
| 2 more ──────>!send-1 ==*─────> 2 more                                              │ NOW       3 dead  0 waiting
|                9/m      \b*===>!fetch-2──────> draft-2                              │ PACE      3/min (1m)  conf .93
| 4 more ──┐              ┌─┼───> 1 more         3/m                                  │ PASSED    3 offered, 0 completed
|          └───> plan-2 ──┴─┘                                                         │ CONTRACT  no contract
|                12/m                                                                 │
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
|── TROUBLE  3 edges, worst first ──────────────────────────────────────────── counts 10m, rates 1m   healthy edges 35 ──
|>!! a plan-0>send-0                BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! b send-1>fetch-2               BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !  c plan-0>rank-0                LOW     3 of 3 below .70     3/min    3 wait     dead 0      waits 3
| ─> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  25/25 agents                                Mon 23 Nov  12:07:39Z  mira
| 1 Now   2 Flow !   3 Review 3!   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! plan-0>send-0 broken for 28s    !! send-1>fetch-2 broken for 28s    !  6 dead letters, +6 in 10m  (+3 more)
|-- FLOW  25 agents  38 edges  3 in trouble ------------------------------------------------ only trouble, f shows all --
|          /--->!plan-0 ==*...c.>!rank-0                                              |-- a  plan-0>send-0 --------------
| gate-0 --+     9/m .45  #       3/m      /---> 3 more                               | WHY       version: takes ^2, got
| 12/m     \---> 3 more   *===a=>!send-0 --/                                          |           3.1.0
|                         \-+---> draft-0------> 1 more                               | SINCE     first refusal 12:07:10
|                2 more ----/     9/m                                                 |           last offer 12:07:38
|                                                                                     | FIRST     w-7-0 12:07:10
| 2 more ------>!send-1 ==*-----> 2 more                                              | NOW       3 dead  0 waiting
|                9/m      \b*===>!fetch-2------> draft-2                              | PACE      3/min (1m)  conf .93
| 4 more --\              /-)---> 1 more         3/m                                  | PASSED    3 offered, 0 completed
|          \---> plan-2 --+-/                                                         | CONTRACT  no contract
|                12/m                                                                 |
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
|-- TROUBLE  3 edges, worst first -------------------------------------------- counts 10m, rates 1m   healthy edges 35 --
|>!! a plan-0>send-0                BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !! b send-1>fetch-2               BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0             28s
| !  c plan-0>rank-0                LOW     3 of 3 below .70     3/min    3 wait     dead 0      waits 3
| -> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  25/25 agents                                                                                                                Mon 23 Nov  12:07:39Z  mira
| 1 Now   2 Flow !   3 Review 3!   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! plan-0>send-0 broken for 28s    !! send-1>fetch-2 broken for 28s    !  6 dead letters, +6 in 10m    !  plan-0>rank-0 LOW: 3 of 3 below .70    !  1 loop    3 wait for you
|── FLOW  25 agents  38 edges  3 in trouble ───────────────────────────────────────────────────────────────────────────────── layout pinned 12:07   under a name: handoffs through it (1m), confidence ──
|          ╭────► fetch-0──┬───► audit-0────────────────────────╮                                                        ╭──────────────────╮                         │── a  plan-0>send-0 ──────────────
|          │      6/m      │     3/m                            │                                                        │                  │                         │ WHY       version: takes ^2, got
|          │               ╰──────────────────────────────╮     │                                                        │                ╭─┴─► triage-2              │           3.1.0
| gate-0 ──┴─┬──► check-0──────► fetch-1──┬─╮             │ ╭─┬─┴─► rank-1 ─┬─╮                                          │                │     6/m                   │ SINCE     first refusal 12:07:10
| 12/m       │    3/m            6/m      ╰─┼─────────────┼─┼─╯     9/m     ╰─┼─────────────╮             ╭──► audit-1──┬┴╮               │                           │           last offer 12:07:38
|            ├──────────────────────────────┴──► triage-0─┼─┼─╮             ╭─┼──► gate-1 ──┴──► check-1──┤    9/m      ╰─┼┬──►!send-1 ━┳─┴───► rank-2                │ FIRST     w-7-0 12:07:10
|            │                                   6/m      ├─┼─┴───► draft-0─╯ │    3/m           6/m      │               ││    9/m     ┗b┓     3/m                   │ NOW       3 dead  0 waiting
|            ╰──►!plan-0 ━━┳┄c┄►!rank-0   ╭───────────────╯ │       9/m       │                           ╰───────────────┤│              ┃                           │ PACE      3/min (1m)  conf .93
|                 9/m .45  ┃     3/m      │ ╭──► plan-1 ────┴─────────────────┴──► gate-2 ───────────────────────────────┬┴┼──► plan-2 ─┬─┻━━━►!fetch-2 ─────► draft-2│ PASSED    3 offered, 0 completed
|                          ┣──────────────╯ │    6/m                               6/m      ╭────────────────► draft-1──┬┼─╯    12/m    │       6/m            3/m    │ CONTRACT  no contract
|                          ┃                │                                               │                  6/m      ╰╯              │                             │
|                          ┗━a━►!send-0 ──┬─┴──► triage-1 ╭─────────────────────────────────╯                                           ╰─────► check-2^1             │ refused/min, last 15 min
|                                9/m      │      3/m      │                                                                                     6/m                   │ ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|                                         ╰───────────────╯                                                                                                           │ conf p50 .93 p5 .93, last 3
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
|── TROUBLE  3 edges, worst first ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── counts 10m, rates 1m   healthy edges 35 ──
|>!! a plan-0>send-0                BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             28s
| !! b send-1>fetch-2               BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             28s
| !  c plan-0>rank-0                LOW     3 of 3 below .70     3/min    3 wait     dead 0      waits 3
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
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (check-2>check-2)
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    12:07:39Z
|1Now 2Flo! 3Rev 3! 4Dea 6! 5Inc 6Reg! 7Log
|!! plan-0>send-0 broken for 28s  (+5 more)
|── FLOW  25 agents  38 edges ─── v graph / TABLE / matrix ──
|      EDGE                    STATE   RATE/1m  WAIT   DEAD
|>!! a plan-0>send-0           BROKEN  3/min       0      3
| !! b send-1>fetch-2          BROKEN  3/min       0      3
| !  c plan-0>rank-0           LOW     3/min       3      0
|      gate-0>triage-0         ok      3/min       0      0
|      gate-0>plan-0           ok      3/min       0      0
|      gate-0>fetch-0          ok      3/min       0      0
|      fetch-0>draft-0         ok      3/min       0      0
|      gate-0>check-0          ok      3/min       0      0
|      fetch-0>audit-0         ok      3/min       0      0
|      29 more ok                      1.5/s
|── a  plan-0>send-0 ────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
| Enter open  Tab pane  e ego view  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     12:07:39Z
|1N 2F! 3R 3! 4D 6! 5I 6R! 7L
|!! plan-0>send-0 broken for 28s  (+5)
|── FLOW  25 agents  38 edges ───────────
|      EDGE         STATE   WAIT   DEAD
|>!! a plan-0>send~ BROKEN     0      3
| !! b send-1>fetc~ BROKEN     0      3
| !  c plan-0>rank~ LOW        3      0
|      gate-0>tria~ ok         0      0
|      gate-0>plan~ ok         0      0
|      gate-0>fetc~ ok         0      0
|      fetch-0>dra~ ok         0      0
|      31 more ok
| Enter open  Tab pane  ? help
size 200x60
keys v v v
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  25/25 agents                                                                                                                Mon 23 Nov  12:07:39Z  mira
| 1 Now   2 Flow !   3 Review 3!   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! plan-0>send-0 broken for 28s    !! send-1>fetch-2 broken for 28s    !  6 dead letters, +6 in 10m    !  plan-0>rank-0 LOW: 3 of 3 below .70    !  1 loop    3 wait for you
|-- FLOW  25 agents  38 edges  3 in trouble --------------------------------------------------------------------------------- layout pinned 12:07   under a name: handoffs through it (1m), confidence --
|          /----> fetch-0--+---> audit-0------------------------\                                                        /------------------\                         |-- a  plan-0>send-0 --------------
|          |      6/m      |     3/m                            |                                                        |                  |                         | WHY       version: takes ^2, got
|          |               \------------------------------\     |                                                        |                /-+-> triage-2              |           3.1.0
| gate-0 --+-+--> check-0------> fetch-1--+-\             | /-+-+-> rank-1 -+-\                                          |                |     6/m                   | SINCE     first refusal 12:07:10
| 12/m       |    3/m            6/m      \-)-------------)-)-/     9/m     \-)-------------\             /--> audit-1--++\               |                           |           last offer 12:07:38
|            +------------------------------+--> triage-0-)-)-\             /-)--> gate-1 --+--> check-1--+    9/m      \-)+-->!send-1 =*-+---> rank-2                | FIRST     w-7-0 12:07:10
|            |                                   6/m      +-)-+---> draft-0-/ |    3/m           6/m      |               ||    9/m     \b\     3/m                   | NOW       3 dead  0 waiting
|            \-->!plan-0 ==*.c.>!rank-0   /---------------/ |       9/m       |                           \---------------+|              #                           | PACE      3/min (1m)  conf .93
|                 9/m .45  #     3/m      | /--> plan-1 ----+-----------------+--> gate-2 -------------------------------++)--> plan-2 -+-*===>!fetch-2 -----> draft-2| PASSED    3 offered, 0 completed
|                          *--------------/ |    6/m                               6/m      /----------------> draft-1--+)-/    12/m    |       6/m            3/m    | CONTRACT  no contract
|                          #                |                                               |                  6/m      \/              |                             |
|                          \=a=>!send-0 --+-+--> triage-1 /---------------------------------/                                           \-----> check-2^1             | refused/min, last 15 min
|                                9/m      |      3/m      |                                                                                     6/m                   | ..............|
|                                         \---------------/                                                                                                           | conf p50 .93 p5 .93, last 3
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
|-- TROUBLE  3 edges, worst first ---------------------------------------------------------------------------------------------------------------------------- counts 10m, rates 1m   healthy edges 35 --
|>!! a plan-0>send-0                BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             28s
| !! b send-1>fetch-2               BROKEN  3 of 3 refused       3/min    conf .93   dead 3      waits 0                                                                                             28s
| !  c plan-0>rank-0                LOW     3 of 3 below .70     3/min    3 wait     dead 0      waits 3
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
| -> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (check-2>check-2)
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys f
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:39Z  mira
| 1 Now  2 Flow !  3 Review 3!  4 Dead 6!  5 Incidents  6 Registry !  7 Log
|!! plan-0>send-0 broken for 28s    !! send-1>fetch-2 broken for 28s  (+4 more)
|── FLOW  25 agents  38 edges ────────────────────── only trouble, f shows all ──
|          ╭───►!plan-0 ━━┳┄┄┄c┄►!rank-0
| gate-0 ──┤     9/m .45  ┃       3/m      ╭───► 3 more
| 12/m     ╰───► 3 more   ┣━━━a━►!send-0 ──╯
|                         ╰─┬───► draft-0──────► 1 more
|                2 more ────╯     9/m
|
| 2 more ──────►!send-1 ━━┳─────► 2 more
|                9/m      ┗b┳━━━►!fetch-2──────► draft-2
| 4 more ──╮              ╭─┼───► 1 more         3/m
|          ╰───► plan-2 ──┴─╯
|── TROUBLE  3 edges, worst first ──── counts 10m, rates 1m   healthy edges 35 ──
|>!! a plan-0>send-0      BROKEN  3 of 3 refused       3/min    conf .93     28s
| !! b send-1>fetch-2     BROKEN  3 of 3 refused       3/min    conf .93     28s
| !  c plan-0>rank-0      LOW     3 of 3 below .70     3/min    3 wait
|── a  plan-0>send-0 ────────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:07:10   last offer 12:07:38   no contract
| 3 dead  0 waiting   3 offered, 0 completed
| only trouble is shown
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys f v v
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     12:07:39Z
|1N 2F! 3R 3! 4D 6! 5I 6R! 7L
|!! plan-0>send-0 broken for 28s  (+5)
|── FLOW  25 agents  38 edges ───────────
|      from \ to       1  2  3  4    out
|    1 gate-0          .  <  <  <      4
|    2 triage-0        .  .  .  .      1
|!!  3 plan-0          .  .  .  .      3
|    4 fetch-0         .  .  .  .      2
|    5 rank-0          .  .  .  .      0
|    6 draft-0         .  .  .  .      1
|    w: waits  l: low  X: refused
|    1 gate-0 > 1 gate-0  no handoff has~
| Enter open  Tab pane  ? help
size 120x36
keys v Tab e
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  25/25 agents                                Mon 23 Nov  12:07:39Z  mira
| 1 Now   2 Flow !   3 Review 3!   4 Dead 6!   5 Incidents   6 Registry !   7 Log
|!! plan-0>send-0 broken for 28s    !! send-1>fetch-2 broken for 28s    !  6 dead letters, +6 in 10m  (+3 more)
|── plan-0  in 1, out 3 ─────────────────────────────────────────────────────────────────────── rates 1m   ego view, e ──
|                                                    ┌──────────┐
|>gate-0                         ok     .93 3/min  ─►│!plan-0   │┄c┄► rank-0                           LOW    .45 3/min
|                                                    │          │━a━► send-0                           BROKEN .93 3/min
|                                                    │          │───► draft-0                          ok     .93 3/min
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
|── gate-0>plan-0 ───────────────────────────────────────────────────────────────────────────────────────────────────────
| WHY       ok: no refusals or deaths in the last 10 min
| SINCE     last offer 12:07:38
| NOW       0 dead  0 waiting
| PACE      3/min (1m)  conf .93
| PASSED    3 offered, 3 completed
| CONTRACT  gate-0.plan-0/1.0.0
| FAULTS    3 no fallback
|
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys Enter
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    12:07:39Z
|1Now 2Flo! 3Rev 3! 4Dea 6! 5Inc 6Reg! 7Log
|!! plan-0>send-0 broken for 28s  (+5 more)
|── gate-0  in 0, out 4 ─────────── rates 1m   ego view, e ──
|                      ┌──────────┐
|                      │ gate-0   │───►>t~ ok     .93 3/min
|                      │          │───► p~ ok     .93 3/min
|                      │          │───► f~ ok     .93 3/min
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
