# What is shown, and how, under a name.
recording tests/screens/data/night.jsonl
size 120x36
at end
command workspaces
command split dead
keys s s S C-w w 3
command filter conf<.9
command workspace save night
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|► Review                                                    │  Dead                                    C-w w goes there
|── REVIEW  7 waiting ────────── 1 hidden, filter: conf<.9 ──│── DEAD LETTERS  41 ─────────────────── by age, reversed ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00          │      COUNT  DIED / EDGE                            OLDEST
|> !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240   │  !       3  > 10 minutes to an hour  reviewer>dep~    12m
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310    │> !!     38  > the last 10 minutes  billing>ledger      8m
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead   │
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89     │
|    12:05 h-916e  support>notify  .55 <.60 stops            │
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45     │
|                                                            │
|                                                            │
|                                                            │
|                                                            │
|── h-91c2  refund.decision@3  fraud>refund ─ [summary] .. ──│
| WHY HERE  confidence .41, the contract asks .70            │
| WILL DO   refund EUR 1240 to card ...4417, order 88c2      │
| AT 0:00   SHIPS without review, at 03:13:22                │
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match │
|           + /chargeback                                    │
| FROM      kyc .41 > fraud .41 > refund                     │
| CONTRACT  refund.decision/3.0.0  0 faults  the taker waits │── the last 10 minutes   38 letters ───────────────────────
| SCOPE     refund <= EUR 2000, region eu; not chargebacks   │ WHY       contract-refused billing>ledger (38)
| LIKE THIS 6 offered, 1 approved, 1 rejected, all in the    │ SINCE     03:04:12, the newest 03:12:24
|           last hour                                        │ REQUEUE   fits 38 of 38
| VALUE     EUR 1240                                         │ VALUE     EUR 59831
| OWNERS    fraud: risk  refund: fin-core                    │
| INCIDENT  INC-2290                                         │
|                                                            │
|── sent in the last 5 min ─────────────────────── nothing ──│
|                                                            │
|                                                            │
| kept: :workspace night, or seam --workspace night
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  ? help
wishes
|bell
|workspaces
command only
keys 2
command workspace pager
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
| there is no workspace pager: :workspaces lists them
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
command workspaces
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── WORKSPACES  saved ────────────────────────────────────────────────────────────────────────────────────────────── 1 ──
|
|> night                   Review  /conf<.9  +  Dead  by=2 reversed=1
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
|
|
|
|
|
| there is no workspace pager: :workspaces lists them
| Enter show it  d forget it  j k move  Esc close
command workspace night
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|► Review                                                    │  Dead                                    C-w w goes there
|── REVIEW  7 waiting ────────── 1 hidden, filter: conf<.9 ──│── DEAD LETTERS  41 ─────────────────── by age, reversed ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00          │      COUNT  DIED / EDGE                            OLDEST
|> !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240   │> !       3  > 10 minutes to an hour  reviewer>dep~    12m
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310    │  !!     38  > the last 10 minutes  billing>ledger      8m
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead   │
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89     │
|    12:05 h-916e  support>notify  .55 <.60 stops            │
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45     │
|                                                            │
|                                                            │
|                                                            │
|                                                            │
|── h-91c2  refund.decision@3  fraud>refund ─ [summary] .. ──│
| WHY HERE  confidence .41, the contract asks .70            │
| WILL DO   refund EUR 1240 to card ...4417, order 88c2      │
| AT 0:00   SHIPS without review, at 03:13:22                │
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match │
|           + /chargeback                                    │
| FROM      kyc .41 > fraud .41 > refund                     │
| CONTRACT  refund.decision/3.0.0  0 faults  the taker waits │── 10 minutes to an hour   3 letters ──────────────────────
| SCOPE     refund <= EUR 2000, region eu; not chargebacks   │ WHY       deadline-passed reviewer>deploy (2), no-consumer
| LIKE THIS 6 offered, 1 approved, 1 rejected, all in the    │           support>notify (1)
|           last hour                                        │ SINCE     03:00:04, the newest 03:00:06
| VALUE     EUR 1240                                         │ REQUEUE   fits 0 of 3: unknown contract (3)
| OWNERS    fraud: risk  refund: fin-core                    │
| INCIDENT  INC-2290                                         │
|                                                            │
|── sent in the last 5 min ─────────────────────── nothing ──│
|                                                            │
|                                                            │
| workspace night
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  ? help
command workspace forget night
wishes
|workspaces
command workspace night
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|► Review                                                    │  Dead                                    C-w w goes there
|── REVIEW  7 waiting ────────── 1 hidden, filter: conf<.9 ──│── DEAD LETTERS  41 ─────────────────── by age, reversed ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00          │      COUNT  DIED / EDGE                            OLDEST
|> !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240   │> !       3  > 10 minutes to an hour  reviewer>dep~    12m
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310    │  !!     38  > the last 10 minutes  billing>ledger      8m
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead   │
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89     │
|    12:05 h-916e  support>notify  .55 <.60 stops            │
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45     │
|                                                            │
|                                                            │
|                                                            │
|                                                            │
|── h-91c2  refund.decision@3  fraud>refund ─ [summary] .. ──│
| WHY HERE  confidence .41, the contract asks .70            │
| WILL DO   refund EUR 1240 to card ...4417, order 88c2      │
| AT 0:00   SHIPS without review, at 03:13:22                │
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match │
|           + /chargeback                                    │
| FROM      kyc .41 > fraud .41 > refund                     │
| CONTRACT  refund.decision/3.0.0  0 faults  the taker waits │── 10 minutes to an hour   3 letters ──────────────────────
| SCOPE     refund <= EUR 2000, region eu; not chargebacks   │ WHY       deadline-passed reviewer>deploy (2), no-consumer
| LIKE THIS 6 offered, 1 approved, 1 rejected, all in the    │           support>notify (1)
|           last hour                                        │ SINCE     03:00:04, the newest 03:00:06
| VALUE     EUR 1240                                         │ REQUEUE   fits 0 of 3: unknown contract (3)
| OWNERS    fraud: risk  refund: fin-core                    │
| INCIDENT  INC-2290                                         │
|                                                            │
|── sent in the last 5 min ─────────────────────── nothing ──│
|                                                            │
|                                                            │
| there is no workspace night: :workspaces lists them
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  ? help
