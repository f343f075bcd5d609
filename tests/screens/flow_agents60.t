# Flow of 60 agents, at every size and in every set of characters.
recording tests/screens/data/wide.jsonl
at end
size 80x24
keys 2
size 80x24
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
acs
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:46Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 36!  5 Incidents  6 Registry !  7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m  (+2 more)
|── FLOW  60 agents  106 edges ────────────────────── v graph / TABLE / matrix ──
|      EDGE                  STATE   RATE/1m  CONF  WAIT   DEAD  SINCE  TREND
|>!! a plan-0>check-0        BROKEN  0/min    .80      0     12     4m  ....|||..
| !! b fetch-3>parse-4       BROKEN  0/min    .80      0     12     4m  ....:||:.
| !! c check-3>rank-4        BROKEN  1/min    .80      0     12     3m  .....|||:
|      fetch-0>parse-0       ok      4/min    .95      0      0         ........|
|      fetch-0>embed-0       ok      4/min    .95      0      0         ........|
|      parse-0>rank-0        ok      4/min    .95      0      0         ........|
|      fetch-0>plan-0        ok      4/min    .95      0      0         ........|
|      fetch-0>write-0       ok      4/min    .95      0      0         ........|
|      fetch-0>audit-0       ok      4/min    .95      0      0         ........|
|      write-0>route-0       ok      4/min    .95      0      0         ........|
|      fetch-0>send-0        ok      4/min    .95      0      0         ........|
|      route-0>fetch-1       ok      4/min    .95      0      0         ........|
|      94 more ok                    6.3/s
|── a  plan-0>check-0 ───────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:03:05   last offer 12:05:39   no contract
| 12 dead  0 waiting   12 offered, 0 completed
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:46Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 36!  5 Incidents  6 Registry !  7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m  (+2 more)
|-- FLOW  60 agents  106 edges ---------------------- v graph / TABLE / matrix --
|      EDGE                  STATE   RATE/1m  CONF  WAIT   DEAD  SINCE  TREND
|>!! a plan-0>check-0        BROKEN  0/min    .80      0     12     4m  ....|||..
| !! b fetch-3>parse-4       BROKEN  0/min    .80      0     12     4m  ....:||:.
| !! c check-3>rank-4        BROKEN  1/min    .80      0     12     3m  .....|||:
|      fetch-0>parse-0       ok      4/min    .95      0      0         ........|
|      fetch-0>embed-0       ok      4/min    .95      0      0         ........|
|      parse-0>rank-0        ok      4/min    .95      0      0         ........|
|      fetch-0>plan-0        ok      4/min    .95      0      0         ........|
|      fetch-0>write-0       ok      4/min    .95      0      0         ........|
|      fetch-0>audit-0       ok      4/min    .95      0      0         ........|
|      write-0>route-0       ok      4/min    .95      0      0         ........|
|      fetch-0>send-0        ok      4/min    .95      0      0         ........|
|      route-0>fetch-1       ok      4/min    .95      0      0         ........|
|      94 more ok                    6.3/s
|-- a  plan-0>check-0 -----------------------------------------------------------
| version: takes ^2, got 3.1.0
| first refusal 12:03:05   last offer 12:05:39   no contract
| 12 dead  0 waiting   12 offered, 0 completed
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  60/60 agents                                Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 36!   5 Incidents   6 Registry !   7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m    !! 1 more edge broken  (+1 more)
|── FLOW  60 agents  106 edges  3 in trouble ──────────────────────────────────────────────── v graph / TABLE / matrix ──
|      EDGE                                         STATE   RATE/1m  CONF  WAIT   DEAD  SINCE      FIRST  TREND
|>!! a plan-0>check-0                               BROKEN  0/min    .80      0     12     4m   12:03:05  ▁▁▁▁▁▁▁▁▁▁███▁▁
| !! b fetch-3>parse-4                              BROKEN  0/min    .80      0     12     4m   12:03:40  ▁▁▁▁▁▁▁▁▁▁▃▇█▄▁
| !! c check-3>rank-4                               BROKEN  1/min    .80      0     12     3m   12:04:17  ▁▁▁▁▁▁▁▁▁▁▁▇██▃
|      fetch-0>parse-0                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-0>embed-0                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      parse-0>rank-0                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-0>plan-0                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-0>write-0                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-0>audit-0                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      write-0>route-0                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-0>send-0                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      route-0>fetch-1                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      rank-0>parse-1                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-0>embed-1                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      embed-0>rank-1                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      route-0>plan-1                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      send-0>write-1                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      write-0>check-1                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      88 more ok                                           5.9/s
|── a  plan-0>check-0 ───────────────────────────────────────────────────────────────────────────────────────────────────
| WHY       version: takes ^2, got 3.1.0
| SINCE     first refusal 12:03:05   last offer 12:05:39
| FIRST     bad-5-0 12:03:05
| NOW       12 dead  0 waiting
| PACE      0/min (1m)  conf .80
| PASSED    12 offered, 0 completed
| CONTRACT  no contract
|
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
acs
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  60/60 agents                                Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 36!   5 Incidents   6 Registry !   7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m    !! 1 more edge broken  (+1 more)
|── FLOW  60 agents  106 edges  3 in trouble ──────────────────────────────────────────────── v graph / TABLE / matrix ──
|      EDGE                                         STATE   RATE/1m  CONF  WAIT   DEAD  SINCE      FIRST  TREND
|>!! a plan-0>check-0                               BROKEN  0/min    .80      0     12     4m   12:03:05  ..........|||..
| !! b fetch-3>parse-4                              BROKEN  0/min    .80      0     12     4m   12:03:40  ..........:||:.
| !! c check-3>rank-4                               BROKEN  1/min    .80      0     12     3m   12:04:17  ...........|||:
|      fetch-0>parse-0                              ok      4/min    .95      0      0                    ..............|
|      fetch-0>embed-0                              ok      4/min    .95      0      0                    ..............|
|      parse-0>rank-0                               ok      4/min    .95      0      0                    ..............|
|      fetch-0>plan-0                               ok      4/min    .95      0      0                    ..............|
|      fetch-0>write-0                              ok      4/min    .95      0      0                    ..............|
|      fetch-0>audit-0                              ok      4/min    .95      0      0                    ..............|
|      write-0>route-0                              ok      4/min    .95      0      0                    ..............|
|      fetch-0>send-0                               ok      4/min    .95      0      0                    ..............|
|      route-0>fetch-1                              ok      4/min    .95      0      0                    ..............|
|      rank-0>parse-1                               ok      4/min    .95      0      0                    ..............|
|      fetch-0>embed-1                              ok      4/min    .95      0      0                    ..............|
|      embed-0>rank-1                               ok      4/min    .95      0      0                    ..............|
|      route-0>plan-1                               ok      4/min    .95      0      0                    ..............|
|      send-0>write-1                               ok      4/min    .95      0      0                    ..............|
|      write-0>check-1                              ok      4/min    .95      0      0                    ..............|
|      88 more ok                                           5.9/s
|── a  plan-0>check-0 ───────────────────────────────────────────────────────────────────────────────────────────────────
| WHY       version: takes ^2, got 3.1.0
| SINCE     first refusal 12:03:05   last offer 12:05:39
| FIRST     bad-5-0 12:03:05
| NOW       12 dead  0 waiting
| PACE      0/min (1m)  conf .80
| PASSED    12 offered, 0 completed
| CONTRACT  no contract
|
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  60/60 agents                                Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 36!   5 Incidents   6 Registry !   7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m    !! 1 more edge broken  (+1 more)
|-- FLOW  60 agents  106 edges  3 in trouble ------------------------------------------------ v graph / TABLE / matrix --
|      EDGE                                         STATE   RATE/1m  CONF  WAIT   DEAD  SINCE      FIRST  TREND
|>!! a plan-0>check-0                               BROKEN  0/min    .80      0     12     4m   12:03:05  ..........|||..
| !! b fetch-3>parse-4                              BROKEN  0/min    .80      0     12     4m   12:03:40  ..........:||:.
| !! c check-3>rank-4                               BROKEN  1/min    .80      0     12     3m   12:04:17  ...........|||:
|      fetch-0>parse-0                              ok      4/min    .95      0      0                    ..............|
|      fetch-0>embed-0                              ok      4/min    .95      0      0                    ..............|
|      parse-0>rank-0                               ok      4/min    .95      0      0                    ..............|
|      fetch-0>plan-0                               ok      4/min    .95      0      0                    ..............|
|      fetch-0>write-0                              ok      4/min    .95      0      0                    ..............|
|      fetch-0>audit-0                              ok      4/min    .95      0      0                    ..............|
|      write-0>route-0                              ok      4/min    .95      0      0                    ..............|
|      fetch-0>send-0                               ok      4/min    .95      0      0                    ..............|
|      route-0>fetch-1                              ok      4/min    .95      0      0                    ..............|
|      rank-0>parse-1                               ok      4/min    .95      0      0                    ..............|
|      fetch-0>embed-1                              ok      4/min    .95      0      0                    ..............|
|      embed-0>rank-1                               ok      4/min    .95      0      0                    ..............|
|      route-0>plan-1                               ok      4/min    .95      0      0                    ..............|
|      send-0>write-1                               ok      4/min    .95      0      0                    ..............|
|      write-0>check-1                              ok      4/min    .95      0      0                    ..............|
|      88 more ok                                           5.9/s
|-- a  plan-0>check-0 ---------------------------------------------------------------------------------------------------
| WHY       version: takes ^2, got 3.1.0
| SINCE     first refusal 12:03:05   last offer 12:05:39
| FIRST     bad-5-0 12:03:05
| NOW       12 dead  0 waiting
| PACE      0/min (1m)  conf .80
| PASSED    12 offered, 0 completed
| CONTRACT  no contract
|
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  60/60 agents                                                                                                                Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 36!   5 Incidents   6 Registry !   7 Log
|!! plan-0>check-0 broken for 4m, 12 of 12 refused: version    !! fetch-3>parse-4 broken for 4m, 12 of 12 refused: version    !! 1 more edge broken    !  36 dead letters, +36 in 10m
|── FLOW  60 agents  106 edges  3 in trouble ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── v graph / TABLE / matrix ──
|      EDGE                                         STATE   RATE/1m  CONF  WAIT   DEAD  SINCE      FIRST  TREND
|>!! a plan-0>check-0                               BROKEN  0/min    .80      0     12     4m   12:03:05  ▁▁▁▁▁▁▁▁▁▁███▁▁
| !! b fetch-3>parse-4                              BROKEN  0/min    .80      0     12     4m   12:03:40  ▁▁▁▁▁▁▁▁▁▁▃▇█▄▁
| !! c check-3>rank-4                               BROKEN  1/min    .80      0     12     3m   12:04:17  ▁▁▁▁▁▁▁▁▁▁▁▇██▃
|      fetch-0>parse-0                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-0>embed-0                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      parse-0>rank-0                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-0>plan-0                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-0>write-0                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-0>audit-0                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      write-0>route-0                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-0>send-0                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      route-0>fetch-1                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      rank-0>parse-1                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-0>embed-1                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      embed-0>rank-1                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      route-0>plan-1                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      send-0>write-1                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      write-0>check-1                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      route-0>audit-1                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      audit-0>route-1                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      write-1>send-1                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      plan-1>fetch-2                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      send-0>parse-2                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      send-1>embed-2                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      embed-1>rank-2                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      write-1>plan-2                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      rank-2>write-2                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      plan-2>check-2                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      plan-2>audit-2                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      check-1>route-2                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      check-2>send-2                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      audit-2>fetch-3                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      write-2>parse-3                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      fetch-2>embed-3                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      plan-2>rank-3                                ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      embed-2>plan-3                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      parse-3>write-3                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      check-2>check-3                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      send-2>audit-3                               ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      embed-3>route-3                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      send-2>send-3                                ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      check-3>fetch-4                              ok      4/min    .95      0      0                    ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|      64 more ok                                           4.3/s
|── a  plan-0>check-0 ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
| WHY       version: takes ^2, got 3.1.0
| SINCE     first refusal 12:03:05   last offer 12:05:39
| FIRST     bad-5-0 12:03:05
| NOW       12 dead  0 waiting
| PACE      0/min (1m)  conf .80
| PASSED    12 offered, 0 completed
| CONTRACT  no contract
|
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    12:07:46Z
|1Now 2Flow ! 3Review 4Dead 36! 5Incidents 6Registry ! 7Log
|!! plan-0>check-0 broken for 4m  (+3 more)
|── FLOW  60 agents  106 edges ── v graph / TABLE / matrix ──
|      EDGE                    STATE   RATE/1m  WAIT   DEAD
|>!! a plan-0>check-0          BROKEN  0/min       0     12
| !! b fetch-3>parse-4         BROKEN  0/min       0     12
| !! c check-3>rank-4          BROKEN  1/min       0     12
|      fetch-0>parse-0         ok      4/min       0      0
|      fetch-0>embed-0         ok      4/min       0      0
|      parse-0>rank-0          ok      4/min       0      0
|      fetch-0>plan-0          ok      4/min       0      0
|      fetch-0>write-0         ok      4/min       0      0
|      fetch-0>audit-0         ok      4/min       0      0
|      97 more ok                      6.5/s
|── a  plan-0>check-0 ───────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:03:05   last offer 12:05:39   no contract
| 12 dead  0 waiting   12 offered, 0 completed
| Enter open  Tab pane  e ego view  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     12:07:46Z
|1N 2F! 3R 4D 36! 5I 6R! 7L
|!! plan-0>check-0 broken for 4m  (+3)
|── FLOW  60 agents  106 edges ──────────
|      EDGE         STATE   WAIT   DEAD
|>!! a plan-0>chec~ BROKEN     0     12
| !! b fetch-3>par~ BROKEN     0     12
| !! c check-3>ran~ BROKEN     0     12
|      fetch-0>par~ ok         0      0
|      fetch-0>emb~ ok         0      0
|      parse-0>ran~ ok         0      0
|      fetch-0>pla~ ok         0      0
|      99 more ok
| Enter open  Tab pane  ? help
size 200x60
keys v v v
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  60/60 agents                                                                                                                Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 36!   5 Incidents   6 Registry !   7 Log
|!! plan-0>check-0 broken for 4m, 12 of 12 refused: version    !! fetch-3>parse-4 broken for 4m, 12 of 12 refused: version    !! 1 more edge broken    !  36 dead letters, +36 in 10m
|-- FLOW  60 agents  106 edges  3 in trouble -------------------------------------------------------------------------------------------------------------------------------- v graph / TABLE / matrix --
|      EDGE                                         STATE   RATE/1m  CONF  WAIT   DEAD  SINCE      FIRST  TREND
|>!! a plan-0>check-0                               BROKEN  0/min    .80      0     12     4m   12:03:05  ..........|||..
| !! b fetch-3>parse-4                              BROKEN  0/min    .80      0     12     4m   12:03:40  ..........:||:.
| !! c check-3>rank-4                               BROKEN  1/min    .80      0     12     3m   12:04:17  ...........|||:
|      fetch-0>parse-0                              ok      4/min    .95      0      0                    ..............|
|      fetch-0>embed-0                              ok      4/min    .95      0      0                    ..............|
|      parse-0>rank-0                               ok      4/min    .95      0      0                    ..............|
|      fetch-0>plan-0                               ok      4/min    .95      0      0                    ..............|
|      fetch-0>write-0                              ok      4/min    .95      0      0                    ..............|
|      fetch-0>audit-0                              ok      4/min    .95      0      0                    ..............|
|      write-0>route-0                              ok      4/min    .95      0      0                    ..............|
|      fetch-0>send-0                               ok      4/min    .95      0      0                    ..............|
|      route-0>fetch-1                              ok      4/min    .95      0      0                    ..............|
|      rank-0>parse-1                               ok      4/min    .95      0      0                    ..............|
|      fetch-0>embed-1                              ok      4/min    .95      0      0                    ..............|
|      embed-0>rank-1                               ok      4/min    .95      0      0                    ..............|
|      route-0>plan-1                               ok      4/min    .95      0      0                    ..............|
|      send-0>write-1                               ok      4/min    .95      0      0                    ..............|
|      write-0>check-1                              ok      4/min    .95      0      0                    ..............|
|      route-0>audit-1                              ok      4/min    .95      0      0                    ..............|
|      audit-0>route-1                              ok      4/min    .95      0      0                    ..............|
|      write-1>send-1                               ok      4/min    .95      0      0                    ..............|
|      plan-1>fetch-2                               ok      4/min    .95      0      0                    ..............|
|      send-0>parse-2                               ok      4/min    .95      0      0                    ..............|
|      send-1>embed-2                               ok      4/min    .95      0      0                    ..............|
|      embed-1>rank-2                               ok      4/min    .95      0      0                    ..............|
|      write-1>plan-2                               ok      4/min    .95      0      0                    ..............|
|      rank-2>write-2                               ok      4/min    .95      0      0                    ..............|
|      plan-2>check-2                               ok      4/min    .95      0      0                    ..............|
|      plan-2>audit-2                               ok      4/min    .95      0      0                    ..............|
|      check-1>route-2                              ok      4/min    .95      0      0                    ..............|
|      check-2>send-2                               ok      4/min    .95      0      0                    ..............|
|      audit-2>fetch-3                              ok      4/min    .95      0      0                    ..............|
|      write-2>parse-3                              ok      4/min    .95      0      0                    ..............|
|      fetch-2>embed-3                              ok      4/min    .95      0      0                    ..............|
|      plan-2>rank-3                                ok      4/min    .95      0      0                    ..............|
|      embed-2>plan-3                               ok      4/min    .95      0      0                    ..............|
|      parse-3>write-3                              ok      4/min    .95      0      0                    ..............|
|      check-2>check-3                              ok      4/min    .95      0      0                    ..............|
|      send-2>audit-3                               ok      4/min    .95      0      0                    ..............|
|      embed-3>route-3                              ok      4/min    .95      0      0                    ..............|
|      send-2>send-3                                ok      4/min    .95      0      0                    ..............|
|      check-3>fetch-4                              ok      4/min    .95      0      0                    ..............|
|      64 more ok                                           4.3/s
|-- a  plan-0>check-0 -----------------------------------------------------------------------------------------------------------------------------------------------------------------------------------
| WHY       version: takes ^2, got 3.1.0
| SINCE     first refusal 12:03:05   last offer 12:05:39
| FIRST     bad-5-0 12:03:05
| NOW       12 dead  0 waiting
| PACE      0/min (1m)  conf .80
| PASSED    12 offered, 0 completed
| CONTRACT  no contract
|
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys f
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  12:07:46Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 36!  5 Incidents  6 Registry !  7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m  (+2 more)
|── FLOW  60 agents  106 edges ───────────────────── only trouble, f shows all ──
|      EDGE                  STATE   RATE/1m  CONF  WAIT   DEAD  SINCE  TREND
|>!! a plan-0>check-0        BROKEN  0/min    .80      0     12     4m  ▁▁▁▁███▁▁
| !! b fetch-3>parse-4       BROKEN  0/min    .80      0     12     4m  ▁▁▁▁▃▇█▄▁
| !! c check-3>rank-4        BROKEN  1/min    .80      0     12     3m  ▁▁▁▁▁▇██▃
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
|── a  plan-0>check-0 ───────────────────────────────────────────────────────────
| version: takes ^2, got 3.1.0
| first refusal 12:03:05   last offer 12:05:39   no contract
| 12 dead  0 waiting   12 offered, 0 completed
| only trouble is shown
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys f v v
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     12:07:46Z
|1N 2F! 3R 4D 36! 5I 6R! 7L
|!! plan-0>check-0 broken for 4m  (+3)
|── FLOW  60 agents  106 edges ──────────
|          ╭► parse-0─────► ra~-0>2──┬───
|          ├► em~-0>1 ╭─────────────┬┼─┬─
| fetch-0─┬┴──────────┴─╮╭► ro~-0>1─┼┼┬┼─
| 32/m >2 ╰─► write-0─╮╭┴┼► se~-0>2─┼┼┼┼─
|             20/m >1 ├┼─┼──────────┼┼┼┼┬
|                                53 more>
|── TROUBLE  3 edges, worst first ───────
|>!! a plan-0>check-0   BROKEN        4m
| !! b fetch-3>parse-4  BROKEN        4m
| Enter open  Tab pane  ? help
size 120x36
keys v Tab e
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  60/60 agents                                Mon 23 Nov  12:07:46Z  mira
| 1 Now   2 Flow !   3 Review   4 Dead 36!   5 Incidents   6 Registry !   7 Log
|!! plan-0>check-0 broken for 4m    !! fetch-3>parse-4 broken for 4m    !! 1 more edge broken  (+1 more)
|── plan-0  in 2, out 3 ─────────────────────────────────────────────────────────────────────── rates 1m   ego view, e ──
|                                                    ┌──────────┐
|>fetch-0                        ok     .95 4/min  ─►│!plan-0   │━a━► check-0                          BROKEN .80 0/min
| rank-0                         ok     .95 4/min  ─►│          │───► audit-0                          ok     .95 4/min
|                                                    │          │───► embed-1                          ok     .95 4/min
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
|── fetch-0>plan-0 ──────────────────────────────────────────────────────────────────────────────────────────────────────
| WHY       ok: no refusals or deaths in the last 10 min
| SINCE     last offer 12:07:44
| NOW       0 dead  0 waiting
| PACE      4/min (1m)  conf .95
| PASSED    4 offered, 4 completed
| CONTRACT  no contract
|
| offered/min, last 15 min
| ▁▁▁▁▁▁▁▁▁▁▁▁▁▁█
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys Enter
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    12:07:46Z
|1Now 2Flow ! 3Review 4Dead 36! 5Incidents 6Registry ! 7Log
|!! plan-0>check-0 broken for 4m  (+3 more)
|── fetch-0  in 0, out 8 ────────── rates 1m   ego view, e ──
|                      ┌──────────┐
|                      │ fetch-0  │───►>p~ ok     .95 4/min
|                      │          │───► e~ ok     .95 4/min
|                      │          │───► p~ ok     .95 4/min
|                      │          │───► w~ ok     .95 4/min
|                      │          │───► a~ ok     .95 4/min
|                      │          │───► s~ ok     .95 4/min
|                      │          │───► e~ ok     .95 4/min
|                      │          │───► p~ ok     .95 4/min
|                      └──────────┘
|
|── fetch-0>parse-0 ─────────────────────────────────────────
| ok: no refusals or deaths in the last 10 min
| last offer 12:07:44   no contract
| 0 dead  0 waiting   4 offered, 4 completed
| Enter open  Tab pane  e ego view  ? help
keys e
