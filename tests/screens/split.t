# Two screens at once, the keys with one of them.
recording tests/screens/data/night.jsonl
size 120x36
at end
command split dead
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|  Now                                      C-w w goes there │► Dead
|── WAITING FOR YOU  7 ──────────────────── if nobody acts ──│── DEAD LETTERS  41 ──────────────────── by reason, edge ──
|> !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240   │      COUNT  REASON / EDGE / CAUSE                  OLDEST
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310    │> !!     38  > contract-refused billing>ledger          8m
|  !  3:10 h-91aa  kyc>fraud       1 fault  stops            │  !       2  > deadline-passed  reviewer>deploy        12m
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead   │  !       1  > no-consumer      support>notify         12m
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89     │
|    12:05 h-916e  support>notify  .55 <.60 stops            │
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45     │
|── EDGES IN TROUBLE  2 ───────────────────────── rates 1m ──│
|  !! billing>ledger   BROKEN  contract-refused    3/min  8m │
|  !  kyc>fraud        LOW  8 of 8 below .75         6/min   │
|── DEAD LETTERS  41 ────────────────────────── new in 10m ──│
|  !  contract-refused   38  billing>ledger          +38  8m │
|     deadline-passed     2  reviewer>deploy             12m │
|     no-consumer         1  support>notify              12m │
|── INCIDENTS  2 ────────────────────────── open, age, who ──│
|  !! INC-2291  dead              38 open   8m  nobody       │
|  !  INC-2290  held               5 open   9m  nobody       │
|── MESH  14 of 14 agents heard ──── last 15 min, rates 1m ──│
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s        │── billing>ledger   38 letters ────────────────────────────
|     held      ▁▁▁▁▁▁▁▁▁▁▁▄▁▁▁▁▃▁▁▁▁▃▁▆▃▃▇▇█▄  7/min        │ WHY       billing or ledger: "due_date: string, not date"
|     refused   ▁▁▁▁█▁▁▁▁▁▁▁▄▆█▆▆▆█▆▆▆█▆▆▆█▆▆▄  3/min        │ SINCE     03:04:12, 4m after invoice.draft/4.0.0 was
|                                                            │           loaded (03:00:00), the newest 03:12:24
|                                                            │ CONTRACT  invoice.draft/4.0.0
|                                                            │ REQUEUE   fits 38 of 38
|                                                            │ INCIDENT  INC-2291
|                                                            │ OWNERS    billing: team-pay  ledger: fin-core
|                                                            │ VALUE     EUR 59831
|                                                            │
|                                                            │
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  ? help
# the capitals are those of the one that has the keys
keys C-w w j A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|► Now                                                       │  Dead                                    C-w w goes there
|── WAITING FOR YOU  7 ──────────────────── if nobody acts ──│── DEAD LETTERS  41 ──────────────────── by reason, edge ──
|  !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240   │      COUNT  REASON / EDGE / CAUSE                  OLDEST
|> !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310    │> !!     38  > contract-refused billing>ledger          8m
|  !  3:10 h-91aa  kyc>fraud       1 fault  stops            │  !       2  > deadline-passed  reviewer>deploy        12m
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead   │  !       1  > no-consumer      support>notify         12m
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89     │
|    12:05 h-916e  support>notify  .55 <.60 stops            │
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45     │
|── EDGES IN TROUBLE  2 ───────────────────────── rates 1m ──│
|  !! billing>ledger   BROKEN  contract-refused    3/min  8m │
|  !  kyc>fraud        LOW  8 of 8 below .75         6/min   │
|── DEAD LETTERS  41 ────────────────────────── new in 10m ──│
|  !  contract-refused   38  billing>ledger          +38  8m │
|     deadline-passed     2  reviewer>deploy             12m │
|     no-consumer         1  support>notify              12m │
|── INCIDENTS  2 ────────────────────────── open, age, who ──│
|  !! INC-2291  dead              38 open   8m  nobody       │
|  !  INC-2290  held               5 open   9m  nobody       │
|── MESH  14 of 14 agents heard ──── last 15 min, rates 1m ──│
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s        │── billing>ledger   38 letters ────────────────────────────
|     held      ▁▁▁▁▁▁▁▁▁▁▁▄▁▁▁▁▃▁▁▁▁▃▁▆▃▃▇▇█▄  7/min        │ WHY       billing or ledger: "due_date: string, not date"
|     refused   ▁▁▁▁█▁▁▁▁▁▁▁▄▆█▆▆▆█▆▆▆█▆▆▆█▆▆▄  3/min        │ SINCE     03:04:12, 4m after invoice.draft/4.0.0 was
|                                                            │           loaded (03:00:00), the newest 03:12:24
|                                                            │ CONTRACT  invoice.draft/4.0.0
|                                                            │ REQUEUE   fits 38 of 38
|                                                            │ INCIDENT  INC-2291
|═══ APPROVE 1 handoff  sha256:cb447414c09c3d7b ═════════════════════════════════════════════════════ nothing sent yet ══
| !! h-91c7  fraud>refund  refund.decision@3                                                                    due 0:55
|    refund EUR 310 to card ...0093, order 88c7
| !  2 of 3 evidence missing
| note  (Tab to write one)
| press  y  to approve   Tab note   any other key: go back
keys Esc C-w z
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|► Now                                                                                                  z shows Dead too
|── WAITING FOR YOU  7 ───────────────────────── if nobody acts ──│── h-91c7  refund.decision@3  fraud>refund ───────────
|  !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240        │ WHY HERE  confidence .44, the contract asks .70
|> !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310         │ WILL DO   refund EUR 310 to card ...0093, order 88c7
|  !  3:10 h-91aa  kyc>fraud       1 fault  stops                 │ AT 0:00   SHIPS without review, at 03:13:36
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead        │ EVIDENCE  2 of 3 missing:  - /kyc_verdict  -
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89          │           /device_match  + /chargeback
|    12:05 h-916e  support>notify  .55 <.60 stops                 │ FROM      kyc .41 > fraud .44 > refund
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45          │ CONTRACT  refund.decision/3.0.0  0 faults  the taker
|── EDGES IN TROUBLE  2 ────────────────────────────── rates 1m ──│           waits
|  !! billing>ledger   BROKEN  contract-refused         3/min  8m │ SCOPE     refund <= EUR 2000, region eu; not
|  !  kyc>fraud        LOW  8 of the last 8 below .75     6/min   │           chargebacks
|── DEAD LETTERS  41 ─────────────────────────────── new in 10m ──│ LIKE THIS 6 offered, 1 approved, 1 rejected, all in
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
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  : command  ? help
keys C-w z
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                                                                                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m    !  kyc>fraud LOW: 8 of 8 below .75    7 wait for you, the next deadline in 0:41
|► Now                                                                                               │  Dead                                                                            C-w w goes there
|── WAITING FOR YOU  7 ──────────────────────────────────────────────────────────── if nobody acts ──│── DEAD LETTERS  41 ──────────────────────────────────────────────────────────── by reason, edge ──
|  !! 0:41 h-91c2   refund.decis~  fraud>refund     .41 <.70  SHIPS EUR 1240   9m    refund EUR ~    │      COUNT  IN 10m    REASON / EDGE / CAUSE                                                OLDEST
|> !! 0:55 h-91c7   refund.decis~  fraud>refund     .44 <.70  SHIPS EUR 310    9m    refund EUR 310 ~│> !!     38  +38       > contract-refused                billing>ledger                         8m
|  !  3:10 h-91aa   kyc.verdict@2  kyc>fraud        1 fault   stops            6m    customer ~      │  !       2  steady    > deadline-passed                 reviewer>deploy                       12m
|  !  6:02 h-9184   deploy.plan@5  reviewer>deploy  .62 <.80  to oncall-lead   4m    deploy ~        │  !       1  steady    > no-consumer                     support>notify                        12m
|    11:40 h-9170   refund.decis~  fraud>refund     .66 <.70  SHIPS EUR 89     3m    refund EUR 89 ~ │
|    12:05 h-916e   reply.draft@1  support>notify   .55 <.60  stops            2m    answer to c-1007│
|    14:30 h-9169   refund.decis~  fraud>refund     .69 <.70  SHIPS EUR 45     29s   refund EUR 45 ~ │
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────────────────────────── rates 1m ──│
|  !! billing>ledger              BROKEN  contract-refused                                 3/min  8m │
|  !  kyc>fraud                   LOW  8 of the last 8 below .75                             6/min   │
|── DEAD LETTERS  41 ────────────────────────────────────────────────────────────────── new in 10m ──│
|  !  contract-refused       38   billing>ledger                                   +38  oldest    8m │
|     deadline-passed         2   reviewer>deploy                               steady  oldest   12m │
|     no-consumer             1   support>notify                                steady  oldest   12m │
|── INCIDENTS  2 ────────────────────────────────────────────────────────────────── open, age, who ──│
|  !! INC-2291  dead                                                      38 open   8m  nobody       │
|  !  INC-2290  held                                                       5 open   9m  nobody       │
|── MESH  14 of 14 agents heard ──────────────────────────────────────────── last 15 min, rates 1m ──│
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s                                                │
|     held      ▁▁▁▁▁▁▁▁▁▁▁▄▁▁▁▁▃▁▁▁▁▃▁▆▃▃▇▇█▄  7/min                                                │
|     refused   ▁▁▁▁█▁▁▁▁▁▁▁▄▆█▆▆▆█▆▆▆█▆▆▆█▆▆▄  3/min                                                │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │── billing>ledger   38 letters ────────────────────────────────────────────────────────────────────
|                                                                                                    │ WHY       billing or ledger: "due_date: string, not date"
|                                                                                                    │ SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the newest 03:12:24
|                                                                                                    │ CONTRACT  invoice.draft/4.0.0
|                                                                                                    │ REQUEUE   fits 38 of 38
|                                                                                                    │ INCIDENT  INC-2291
|                                                                                                    │ OWNERS    billing: team-pay  ledger: fin-core
|                                                                                                    │ VALUE     EUR 59831
|                                                                                                    │
|                                                                                                    │
|                                                                                                    │
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  : command  ? help
# one above the other
size 80x30
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|► Now
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|  !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|> !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|           3 more, next in 11:40
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────────────────────────── new in 10m ──
|  !  contract-refused       38   billing>ledger               +38  oldest    8m
|     deadline-passed         2   reviewer>deploy           steady  oldest   12m
|  Dead                                                         C-w w goes there
|── DEAD LETTERS  41 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     38  +38       > contract-refused      billing>ledger                8m
|  !       2  steady    > deadline-passed       reviewer>deploy              12m
|  !       1  steady    > no-consumer           support>notify               12m
|
|
|
|
|
|
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
# too small: the one with the keys, and both again when there is room
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|► Now                                      Dead too from 100 columns or 30 rows
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|  !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|> !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
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
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s
|
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|► Now                  Dead too from 100 columns or 30 rows
|── WAITING FOR YOU  7 ──────────────────── if nobody acts ──
|  !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240
|> !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310
|  !  3:10 h-91aa  kyc>fraud       1 fault  stops
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89
|    12:05 h-916e  support>notify  .55 <.60 stops
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45
|── EDGES IN TROUBLE  2 ───────────────────────── rates 1m ──
|  !! billing>ledger   BROKEN  contract-refused    3/min  8m
|  !  kyc>fraud        LOW  8 of 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────── new in 10m ──
|  !  contract-refused   38  billing>ledger          +38  8m
|     deadline-passed     2  reviewer>deploy             12m
|     no-consumer         1  support>notify              12m
| Enter open  A approve  R reject  E escalate  H hold  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|► Now
|── WAITING FOR YOU  7 ──────────────────
|  !! 0:41 fraud>refund    .41  SHIPS
|> !! 0:55 fraud>refund    .44  SHIPS
|  !  3:10 kyc>fraud       1flt stops
|  !  6:02 reviewer>deploy .62  escalates
|           3 more, next in 11:40
|── EDGES IN TROUBLE  2 ─────────────────
|  !! billing>ledger           3/min  8m
|  !  kyc>fraud  LOW  8 of 8     6/min
| Enter open  A approve  R reject  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|► Now                                                       │  Dead                                    C-w w goes there
|── WAITING FOR YOU  7 ──────────────────── if nobody acts ──│── DEAD LETTERS  41 ──────────────────── by reason, edge ──
|  !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240   │      COUNT  REASON / EDGE / CAUSE                  OLDEST
|> !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310    │> !!     38  > contract-refused billing>ledger          8m
|  !  3:10 h-91aa  kyc>fraud       1 fault  stops            │  !       2  > deadline-passed  reviewer>deploy        12m
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead   │  !       1  > no-consumer      support>notify         12m
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89     │
|    12:05 h-916e  support>notify  .55 <.60 stops            │
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45     │
|── EDGES IN TROUBLE  2 ───────────────────────── rates 1m ──│
|  !! billing>ledger   BROKEN  contract-refused    3/min  8m │
|  !  kyc>fraud        LOW  8 of 8 below .75         6/min   │
|── DEAD LETTERS  41 ────────────────────────── new in 10m ──│
|  !  contract-refused   38  billing>ledger          +38  8m │
|     deadline-passed     2  reviewer>deploy             12m │
|     no-consumer         1  support>notify              12m │
|── INCIDENTS  2 ────────────────────────── open, age, who ──│
|  !! INC-2291  dead              38 open   8m  nobody       │
|  !  INC-2290  held               5 open   9m  nobody       │
|── MESH  14 of 14 agents heard ──── last 15 min, rates 1m ──│
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s        │── billing>ledger   38 letters ────────────────────────────
|     held      ▁▁▁▁▁▁▁▁▁▁▁▄▁▁▁▁▃▁▁▁▁▃▁▆▃▃▇▇█▄  7/min        │ WHY       billing or ledger: "due_date: string, not date"
|     refused   ▁▁▁▁█▁▁▁▁▁▁▁▄▆█▆▆▆█▆▆▆█▆▆▆█▆▆▄  3/min        │ SINCE     03:04:12, 4m after invoice.draft/4.0.0 was
|                                                            │           loaded (03:00:00), the newest 03:12:24
|                                                            │ CONTRACT  invoice.draft/4.0.0
|                                                            │ REQUEUE   fits 38 of 38
|                                                            │ INCIDENT  INC-2291
|                                                            │ OWNERS    billing: team-pay  ledger: fin-core
|                                                            │ VALUE     EUR 59831
|                                                            │
|                                                            │
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  : command  ? help
keys Esc
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── WAITING FOR YOU  7 ───────────────────────── if nobody acts ──│── h-91c7  refund.decision@3  fraud>refund ───────────
|  !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240        │ WHY HERE  confidence .44, the contract asks .70
|> !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310         │ WILL DO   refund EUR 310 to card ...0093, order 88c7
|  !  3:10 h-91aa  kyc>fraud       1 fault  stops                 │ AT 0:00   SHIPS without review, at 03:13:36
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead        │ EVIDENCE  2 of 3 missing:  - /kyc_verdict  -
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89          │           /device_match  + /chargeback
|    12:05 h-916e  support>notify  .55 <.60 stops                 │ FROM      kyc .41 > fraud .44 > refund
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45          │ CONTRACT  refund.decision/3.0.0  0 faults  the taker
|── EDGES IN TROUBLE  2 ────────────────────────────── rates 1m ──│           waits
|  !! billing>ledger   BROKEN  contract-refused         3/min  8m │ SCOPE     refund <= EUR 2000, region eu; not
|  !  kyc>fraud        LOW  8 of the last 8 below .75     6/min   │           chargebacks
|── DEAD LETTERS  41 ─────────────────────────────── new in 10m ──│ LIKE THIS 6 offered, 1 approved, 1 rejected, all in
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
command vsplit log
size 80x30
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|► Log                                                  Now too from 100 columns
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:35.700  completed  triage>kyc     h-7036
|    03:12:35.700  completed  ledger>audit   h-7090
|    03:12:37.000  offered    intake>triage  h-7026  .97
|    03:12:37.200  completed  intake>triage  h-7026
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
|── beat   event 935 ────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"audit-36","source":"agent:audit","run":"r1","sequen
| ce":"00000000000000000036","type":"seam.agent.heartbeat","time":"2026-11-23T03
| :12:40.900000Z","data":{"agent":"audit"},"recordedtime":"2026-11-23T03:12:40.9
| 00000Z","hubsequence":"00000000000000000935"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
command only
command vsplit log
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:35.500  offered    ledger>audit   h-7090  .99
|    03:12:35.700  completed  triage>kyc     h-7036
|    03:12:35.700  completed  ledger>audit   h-7090
|    03:12:37.000  offered    intake>triage  h-7026  .97
|    03:12:37.200  completed  intake>triage  h-7026
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
|── beat   event 935 ────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"audit-36","source":"agent:audit","run":"r1","sequen
| ce":"00000000000000000036","type":"seam.agent.heartbeat","time":"2026-11-23T03
| :12:40.900000Z","data":{"agent":"audit"},"recordedtime":"2026-11-23T03:12:40.9
| 00000Z","hubsequence":"00000000000000000935"}
| no room for two: 100 columns are needed, here are 80x30
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
