# The tutorial's steps above the hint line, and the line for who is here for the first time.
recording tests/screens/data/night.jsonl
size 80x24
at end
now 1s
welcome
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|> !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────────────────────────── new in 10m ──
|  !  contract-refused       38   billing>ledger               +38  oldest    8m
|     deadline-passed         2   reviewer>deploy           steady  oldest   12m
|     no-consumer             1   support>notify            steady  oldest   12m
|── INCIDENTS  2 ────────────────────────────────────────────── open, age, who ──
|  !! INC-2291  dead                                  38 open   8m  nobody
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s
| first time here?  ? lists the keys, :tutorial shows all of it, q leaves
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:41Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── WAITING FOR YOU  7 ──────────────────── if nobody acts ──
|> !! 0:40 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240
|  !! 0:54 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310
|  !  3:09 h-91aa  kyc>fraud       1 fault  stops
|  !  6:01 h-9184  reviewer>deploy .62 <.80 to oncall-lead
|    11:39 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89
|           2 more, next in 12:04
|── EDGES IN TROUBLE  2 ───────────────────────── rates 1m ──
|  !! billing>ledger   BROKEN  contract-refused    3/min  8m
|  !  kyc>fraud        LOW  8 of 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────── new in 10m ──
|  !  contract-refused   38  billing>ledger          +38  8m
|     deadline-passed     2  reviewer>deploy             12m
|     no-consumer         1  support>notify              12m
|── MESH  14 of 14 agents heard ──── last 15 min, rates 1m ──
| new here? ? keys, :tutorial, q leaves
| Enter open  A approve  R reject  E escalate  H hold  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:41Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── WAITING FOR YOU  7 ──────────────────
|> !! 0:40 fraud>refund    .41  SHIPS
|  !! 0:54 fraud>refund    .44  SHIPS
|  !  3:09 kyc>fraud       1flt stops
|  !  6:01 reviewer>deploy .62  escalates
|    11:39 fraud>refund    .66  SHIPS
|           2 more, next in 12:04
|── EDGES IN TROUBLE  2 ─────────────────
|  !! billing>ledger           3/min  8m
| new here? ? keys, :tutorial, q leaves
| Enter open  A approve  R reject  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:41Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── WAITING FOR YOU  7 ───────────────────────── if nobody acts ──│── h-91c2  refund.decision@3  fraud>refund ───────────
|> !! 0:40 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240        │ WHY HERE  confidence .41, the contract asks .70
|  !! 0:54 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310         │ WILL DO   refund EUR 1240 to card ...4417, order 88c2
|  !  3:09 h-91aa  kyc>fraud       1 fault  stops                 │ AT 0:00   SHIPS without review, at 03:13:22
|  !  6:01 h-9184  reviewer>deploy .62 <.80 to oncall-lead        │ EVIDENCE  2 of 3 missing:  - /kyc_verdict  -
|    11:39 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89          │           /device_match  + /chargeback
|    12:04 h-916e  support>notify  .55 <.60 stops                 │ FROM      kyc .41 > fraud .41 > refund
|    14:29 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45          │ CONTRACT  refund.decision/3.0.0  0 faults  the taker
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
| first time here?  ? lists the keys, :tutorial shows all of it, q leaves
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  : command  ? help
size 80x24
keys j k
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|> !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────────────────────────── new in 10m ──
|  !  contract-refused       38   billing>ledger               +38  oldest    8m
|     deadline-passed         2   reviewer>deploy           steady  oldest   12m
|     no-consumer             1   support>notify            steady  oldest   12m
|── INCIDENTS  2 ────────────────────────────────────────────── open, age, who ──
|  !! INC-2291  dead                                  38 open   8m  nobody
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s
| first time here?  ? lists the keys, :tutorial shows all of it, q leaves
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|  !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|> !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────────────────────────── new in 10m ──
|  !  contract-refused       38   billing>ledger               +38  oldest    8m
|     deadline-passed         2   reviewer>deploy           steady  oldest   12m
|     no-consumer             1   support>notify            steady  oldest   12m
|── INCIDENTS  2 ────────────────────────────────────────────── open, age, who ──
|  !! INC-2291  dead                                  38 open   8m  nobody
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
tutorial
screen
| seam prod-eu-1  [TUTORIAL]  8.1 ev/s  lost 0       Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WAITING FOR YOU  7 ──────────────────────────────────────── if nobody acts ──
|  !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|> !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !  kyc>fraud                   LOW  8 of the last 8 below .75         6/min
|── DEAD LETTERS  41 ────────────────────────────────────────────── new in 10m ──
|  !  contract-refused       38   billing>ledger               +38  oldest    8m
|     deadline-passed         2   reviewer>deploy           steady  oldest   12m
|     no-consumer             1   support>notify            steady  oldest   12m
|
|═══ TUTORIAL  all of it is played ══════════════════════════════ step 1 of 16 ══
| It is 03:12 and you were paged. Line 3 says the worst first: something SHIPS by
| itself if nobody looks. Press 3: what waits for a person.
|
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
keys 3
screen
| seam prod-eu-1  [TUTORIAL]  8.1 ev/s  lost 0       Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ────────────────────────────── by deadline  1 more below ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|
|═══ TUTORIAL  all of it is played ══════════════════════════════ step 2 of 16 ══
| The first row is the next to happen, and says what happens by itself. Go down
| with j, and up again with k.
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
ascii
| seam prod-eu-1  [TUTORIAL]  8.1 ev/s  lost 0       Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|-- REVIEW  7 waiting ------------------------------ by deadline  1 more below --
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|-- h-91c2  refund.decision@3  fraud>refund ---- [summary] payload evidence .. --
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|
|=== TUTORIAL  all of it is played ============================== step 2 of 16 ==
| The first row is the next to happen, and says what happens by itself. Go down
| with j, and up again with k.
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
size 120x36
screen
| seam prod-eu-1  [TUTORIAL]  8.1 ev/s  lost 0  14/14 agents                                 Mon 23 Nov  03:12:41Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── REVIEW  7 waiting ──────────────────────────────────────────────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS   AGE   WILL DO
|> !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240   9m    refund EUR 1240 to card ~
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310    9m    refund EUR 310 to card ~
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops            6m    customer c-5512: pass
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead   4m    deploy payments to eu-1
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89     3m    refund EUR 89 to card ...1881, ~
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops            2m    answer to c-1007
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45     30s   refund EUR 45 to card ...7712, ~
|
|
|
|
|
|
|
|
|── h-91c2  refund.decision@3  fraud>refund ───────────────────────── [summary] payload evidence history contract diff ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────────────────────────────────────────────── nothing ──
|
|
|
|═══ TUTORIAL  all of it is played ══════════════════════════════════════════════════════════════════════ step 2 of 16 ══
| The first row is the next to happen, and says what happens by itself. Go down with j, and up again with k.
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  ? help
size 60x20
screen
| seam prod-eu-1  [TUTORIAL]  8.1 ev/s  lost 0     03:12:41Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── REVIEW  7 waiting ──────────────────────── by deadline ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00
|> !! 0:40 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240
|  !! 0:54 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310
|  !  3:09 h-91aa  kyc>fraud       1 fault  stops
|  !  6:01 h-9184  reviewer>deploy .62 <.80 to oncall-lead
|    11:39 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89
|    12:04 h-916e  support>notify  .55 <.60 stops
|    14:29 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ─ [summary] .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
|═══ TUTORIAL  all of it is played ══════════ step 2 of 16 ══
| The first row is the next to happen, and says what happens
| by itself. Go down with j, and up again with k.
|
| A approve  R reject  E escalate  H hold  Space mark  ? help
size 40x14
screen
| seam [TUTORIAL]  lost 0      03:12:41Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── REVIEW  7 waiting ──────── 2 below ──
|    DUE   FROM>TO         CONF AT 0:00
|> !! 0:40 fraud>refund    .41  SHIPS
|  !! 0:54 fraud>refund    .44  SHIPS
|  !  3:09 kyc>fraud       1flt stops
|  !  6:01 reviewer>deploy .62  escalates
|    11:39 fraud>refund    .66  SHIPS
|═══ TUTORIAL ═══════════ step 2 of 16 ══
| Go down with j, up with k.
|
| A approve  R reject  E escalate  ? help
size 36x10
screen
| [TUTORIAL]  lost 0       03:12:41Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── REVIEW  7 waiting ──── 6 below ──
|    DUE   FROM>TO     CONF AT 0:00
|> !! 0:40 fraud>refu~ .41  SHIPS
|═══ TUTORIAL ═══════ step 2 of 16 ══
| Go down with j, up with k.
|
| A approve  R reject  ? help
size 24x5
screen
|seam [TUTORIAL]
|!! 2 SHIP in <60s  (+4)
|review 7  dead 41
|next 0:40 fraud>refund
|(grow to 36x10 to act)
size 80x24
keys j k ]
keys A
wait 1s
screen
| seam prod-eu-1  [TUTORIAL]  8.1 ev/s  lost 0       Mon 23 Nov  03:12:42Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ────────────────────────────── by deadline  1 more below ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:39 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:53 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:08 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:00 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:38 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:03 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|── h-91c2  refund.decision@3  fraud>refund ───────── .. [payload] evidence .. ──
| {
|   "order": "88c2",
|   "amount": 1240,
|   "currency": "EUR",
|   "card": "...4417",
|   "kyc_verdict": null,
|═══ APPROVE 1 handoff  sha256:0629418b56e1ecbc ═════════════ nothing sent yet ══
| !! h-91c2  fraud>refund  refund.decision@3                            due 0:39
|    refund EUR 1240 to card ...4417, order 88c2
| !  2 of 3 evidence missing
| note  (Tab to write one)
| press  y  to approve   Tab note   any other key: go back
