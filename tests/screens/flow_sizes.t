# Flow at every size.
recording tests/screens/data/night.jsonl
at end
size 120x36
keys 2
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── FLOW  14 agents  19 edges  5 in trouble ─ layout pinned 03:12   under a name: handoffs through it (1m), confidence ──
|                     ╭─►!kyc ┄┄┄┄b┄►!fraud ┄┄d┬┄► refund ───┬┳━►!ledger ─┬╮          │── a  billing>ledger ─────────────
|                     │   7/m .41     6/m      │   7/m       │┃   8/m     ╰┼─► audit  │ WHY       contract-refused:
|                     │                        │             │┃            │   7/m    │           due_date: string, not
|                     ├─────────────► support┄┬╯             ╰┃────────────┤          │           date
| intake ──► triage ─┬┴─►!billing━┓   5/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄┄c┬┴┄► notify │ SINCE     first refusal 03:04:12
| 16/m       17/m    │    4/m     ┗━━━━━━━━━━━━━━━━━━━━━━━━━a━┛           │    8/m    │           last offer 03:12:24
|                    │                                                    │           │ FIRST     h-9a11 03:04:12
|                    ╰──► planner───► coder ─────► reviewer ┄┄e┄► deploy ─╯           │ CAUSE?    4m after
|                         1/m         2/m          2/m    ^1      1/m                 │           invoice.draft/4.0.0 was
|                                                                                     │           loaded (03:00:00)
|                                                                                     │ NOW       38 dead  0 waiting
|                                                                                     │ PACE      3/min (1m)  conf .91
|                                                                                     │ PASSED    38 offered, 0 completed
|                                                                                     │ INCIDENT  INC-2291
|                                                                                     │ OWNERS    billing: team-pay
|                                                                                     │           ledger: fin-core
|                                                                                     │ CONTRACT  invoice.draft/4.0.0
|                                                                                     │
|                                                                                     │ refused/min, last 15 min
|                                                                                     │ ▁▁▁▁▁▁▆█▇█▇█▇█▆
|                                                                                     │ conf p50 .91 p5 .91, last 38
|                                                                                     │ ⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
|                                                                                     │
|── TROUBLE  5 edges, worst first ──────────────────────────────────────────── counts 10m, rates 1m   healthy edges 14 ──
|>!! a billing>ledger               BROKEN  38 of 38 refused     3/min    conf .91   dead 38     waits 0              8m
| !  b kyc>fraud                    LOW     8 of 8 below .75     6/min    1 waits    dead 0      waits 1
|    c support>notify               WAITS   1 waits for you      3/min    conf .88   dead 1      waits 1
|    d fraud>refund                 WAITS   4 wait for you       6/min    conf .78   dead 0      waits 4
|    e reviewer>deploy              WAITS   1 waits for you      1/min    conf .90   dead 2      waits 1
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (reviewer>cod~
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                                                                                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m    !  kyc>fraud LOW: 8 of 8 below .75    7 wait for you, the next deadline in 0:41
|── FLOW  14 agents  19 edges  5 in trouble ───────────────────────────────────────────────────────────────────────────────── layout pinned 03:12   under a name: handoffs through it (1m), confidence ──
|                     ╭─►!kyc ┄┄┄┄b┄►!fraud ┄┄d┬┄► refund ───┬┳━►!ledger ─┬╮                                                                                          │── a  billing>ledger ─────────────
|                     │   7/m .41     6/m      │   7/m       │┃   8/m     ╰┼─► audit                                                                                  │ WHY       contract-refused:
|                     │                        │             │┃            │   7/m                                                                                    │           due_date: string, not
|                     ├─────────────► support┄┬╯             ╰┃────────────┤                                                                                          │           date
| intake ──► triage ─┬┴─►!billing━┓   5/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄┄c┬┴┄► notify                                                                                 │ SINCE     first refusal 03:04:12
| 16/m       17/m    │    4/m     ┗━━━━━━━━━━━━━━━━━━━━━━━━━a━┛           │    8/m                                                                                    │           last offer 03:12:24
|                    │                                                    │                                                                                           │ FIRST     h-9a11 03:04:12
|                    ╰──► planner───► coder ─────► reviewer ┄┄e┄► deploy ─╯                                                                                           │ CAUSE?    4m after
|                         1/m         2/m          2/m    ^1      1/m                                                                                                 │           invoice.draft/4.0.0 was
|                                                                                                                                                                     │           loaded (03:00:00)
|                                                                                                                                                                     │ NOW       38 dead  0 waiting
|                                                                                                                                                                     │ PACE      3/min (1m)  conf .91
|                                                                                                                                                                     │ PASSED    38 offered, 0 completed
|                                                                                                                                                                     │ INCIDENT  INC-2291
|                                                                                                                                                                     │ OWNERS    billing: team-pay
|                                                                                                                                                                     │           ledger: fin-core
|                                                                                                                                                                     │ CONTRACT  invoice.draft/4.0.0
|                                                                                                                                                                     │
|                                                                                                                                                                     │ refused/min, last 15 min
|                                                                                                                                                                     │ ▁▁▁▁▁▁▆█▇█▇█▇█▆
|                                                                                                                                                                     │ conf p50 .91 p5 .91, last 38
|                                                                                                                                                                     │ ⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|                                                                                                                                                                     │
|── TROUBLE  5 edges, worst first ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── counts 10m, rates 1m   healthy edges 14 ──
|>!! a billing>ledger               BROKEN  38 of 38 refused     3/min    conf .91   dead 38     waits 0                                                                                              8m
| !  b kyc>fraud                    LOW     8 of 8 below .75     6/min    1 waits    dead 0      waits 1
|    c support>notify               WAITS   1 waits for you      3/min    conf .88   dead 1      waits 1
|    d fraud>refund                 WAITS   4 wait for you       6/min    conf .78   dead 0      waits 4
|    e reviewer>deploy              WAITS   1 waits for you      1/min    conf .90   dead 2      waits 1
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
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (reviewer>coder)
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── FLOW  14 agents  19 edges ─── v graph / TABLE / matrix ──
|      EDGE                    STATE   RATE/1m  WAIT   DEAD
|>!! a billing>ledger          BROKEN  3/min       0     38
| !  b kyc>fraud               LOW     6/min       1      0
|    c support>notify          WAITS   3/min       1      1
|    d fraud>refund            WAITS   6/min       4      0
|    e reviewer>deploy         WAITS   1/min       1      2
|      intake>triage           ok      16/min      0      0
|      triage>kyc              ok      7/min       0      0
|      triage>support          ok      5/min       0      0
|      triage>planner          ok      1/min       0      0
|      10 more ok                      23/min
|── a  billing>ledger ───────────────────────────────────────
| contract-refused: due_date: string, not date
| first refusal 03:04:12   last offer 03:12:24   invoice.dra~
| 38 dead  0 waiting   incident INC-2291
| Enter open  Tab pane  e ego view  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── FLOW  14 agents  19 edges ───────────
|      EDGE         STATE   WAIT   DEAD
|>!! a billing>led~ BROKEN     0     38
| !  b kyc>fraud    LOW        1      0
|    c support>not~ WAITS      1      1
|    d fraud>refund WAITS      4      0
|    e reviewer>de~ WAITS      1      2
|      intake>tria~ ok         0      0
|      triage>kyc   ok         0      0
|      12 more ok
| Enter open  Tab pane  ? help
size 24x5
screen
|seam [LIVE 0.4s]
|!! 2 SHIP in <60s  (+4)
|review 7  dead 41
|next 0:41 fraud>refund
|(grow to 36x10 to act)
# the layout is where it was
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── FLOW  14 agents  19 edges  5 in trouble ─ layout pinned 03:12   under a name: handoffs through it (1m), confidence ──
|                     ╭─►!kyc ┄┄┄┄b┄►!fraud ┄┄d┬┄► refund ───┬┳━►!ledger ─┬╮          │── a  billing>ledger ─────────────
|                     │   7/m .41     6/m      │   7/m       │┃   8/m     ╰┼─► audit  │ WHY       contract-refused:
|                     │                        │             │┃            │   7/m    │           due_date: string, not
|                     ├─────────────► support┄┬╯             ╰┃────────────┤          │           date
| intake ──► triage ─┬┴─►!billing━┓   5/m     ╰┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄┄c┬┴┄► notify │ SINCE     first refusal 03:04:12
| 16/m       17/m    │    4/m     ┗━━━━━━━━━━━━━━━━━━━━━━━━━a━┛           │    8/m    │           last offer 03:12:24
|                    │                                                    │           │ FIRST     h-9a11 03:04:12
|                    ╰──► planner───► coder ─────► reviewer ┄┄e┄► deploy ─╯           │ CAUSE?    4m after
|                         1/m         2/m          2/m    ^1      1/m                 │           invoice.draft/4.0.0 was
|                                                                                     │           loaded (03:00:00)
|                                                                                     │ NOW       38 dead  0 waiting
|                                                                                     │ PACE      3/min (1m)  conf .91
|                                                                                     │ PASSED    38 offered, 0 completed
|                                                                                     │ INCIDENT  INC-2291
|                                                                                     │ OWNERS    billing: team-pay
|                                                                                     │           ledger: fin-core
|                                                                                     │ CONTRACT  invoice.draft/4.0.0
|                                                                                     │
|                                                                                     │ refused/min, last 15 min
|                                                                                     │ ▁▁▁▁▁▁▆█▇█▇█▇█▆
|                                                                                     │ conf p50 .91 p5 .91, last 38
|                                                                                     │ ⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
|                                                                                     │
|── TROUBLE  5 edges, worst first ──────────────────────────────────────────── counts 10m, rates 1m   healthy edges 14 ──
|>!! a billing>ledger               BROKEN  38 of 38 refused     3/min    conf .91   dead 38     waits 0              8m
| !  b kyc>fraud                    LOW     8 of 8 below .75     6/min    1 waits    dead 0      waits 1
|    c support>notify               WAITS   1 waits for you      3/min    conf .88   dead 1      waits 1
|    d fraud>refund                 WAITS   4 wait for you       6/min    conf .78   dead 0      waits 4
|    e reviewer>deploy              WAITS   1 waits for you      1/min    conf .90   dead 2      waits 1
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (reviewer>cod~
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|-- FLOW  14 agents  19 edges  5 in trouble - layout pinned 03:12   under a name: handoffs through it (1m), confidence --
|                     /->!kyc ....b.>!fraud ..d+.> refund ---+*=>!ledger -+\          |-- a  billing>ledger -------------
|                     |   7/m .41     6/m      |   7/m       |#   8/m     \)-> audit  | WHY       contract-refused:
|                     |                        |             |#            |   7/m    |           due_date: string, not
|                     +-------------> support.+/             \#------------+          |           date
| intake --> triage -++->!billing=\   5/m     \...............#..........c++.> notify | SINCE     first refusal 03:04:12
| 16/m       17/m    |    4/m     \=========================a=/           |    8/m    |           last offer 03:12:24
|                    |                                                    |           | FIRST     h-9a11 03:04:12
|                    \--> planner---> coder -----> reviewer ..e.> deploy -/           | CAUSE?    4m after
|                         1/m         2/m          2/m    ^1      1/m                 |           invoice.draft/4.0.0 was
|                                                                                     |           loaded (03:00:00)
|                                                                                     | NOW       38 dead  0 waiting
|                                                                                     | PACE      3/min (1m)  conf .91
|                                                                                     | PASSED    38 offered, 0 completed
|                                                                                     | INCIDENT  INC-2291
|                                                                                     | OWNERS    billing: team-pay
|                                                                                     |           ledger: fin-core
|                                                                                     | CONTRACT  invoice.draft/4.0.0
|                                                                                     |
|                                                                                     | refused/min, last 15 min
|                                                                                     | ......|||||||||
|                                                                                     | conf p50 .91 p5 .91, last 38
|                                                                                     | '''''''''''''''''''
|                                                                                     |
|-- TROUBLE  5 edges, worst first -------------------------------------------- counts 10m, rates 1m   healthy edges 14 --
|>!! a billing>ledger               BROKEN  38 of 38 refused     3/min    conf .91   dead 38     waits 0              8m
| !  b kyc>fraud                    LOW     8 of 8 below .75     6/min    1 waits    dead 0      waits 1
|    c support>notify               WAITS   1 waits for you      3/min    conf .88   dead 1      waits 1
|    d fraud>refund                 WAITS   4 wait for you       6/min    conf .78   dead 0      waits 4
|    e reviewer>deploy              WAITS   1 waits for you      1/min    conf .90   dead 2      waits 1
| -> taken   => refused   .> low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (reviewer>cod~
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
