# S turns the order of the rows round, and back.
recording tests/screens/data/night.jsonl
size 80x24
at end
now 1s
keys 4 S
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ─────────────────────────────── by reason, edge, reversed ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|  !       1  steady    > no-consumer           support>notify               12m
|  !       2  steady    > deadline-passed       reviewer>deploy              12m
|> !!     38  +38       > contract-refused      billing>ledger                8m
|
|
|
|
|
|
|── billing>ledger   38 letters ─────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the
|           newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys S
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
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
|── billing>ledger   38 letters ─────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the
|           newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys 2 v S
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── FLOW  14 agents  19 edges ─────────────────────── v graph / TABLE / matrix ──
|      EDGE                  STATE   RATE/1m  CONF  WAIT   DEAD  SINCE  TREND
|>     deploy>notify         ok      1/min    .97      0      0         █▁▁▁█▁███
|      reviewer>coder        ok      1/min    .85      0      0         ▁▁▁█▁▁███
|      coder>reviewer        ok      1/min    .88      0      0         ▁▅▁▅▁▁██▅
|      ledger>audit          ok      7/min    .99      0      0         ▂▃▂▃▃▂▄██
|      ledger>notify         ok      1/min    .99      0      0         ▁▅▁▅▁▁██▅
|      refund>notify         ok      3/min    .96      0      0         ▁▃▃▃▃▁▅█▇
|      refund>ledger         ok      3/min    .95      0      0         ▁▃▃▃▃▁▅█▇
|      planner>coder         ok      1/min    .91      0      0         ▁▅▁▅▁▁██▅
|      support>refund        ok      1/min    .92      0      0         ▁▅▁▅▁▁██▅
|      triage>billing        ok      4/min    .95      0      0         ▃▃▃▃▃▃▄█▇
|      triage>planner        ok      1/min    .95      0      0         ▁▅▁▅▁▁██▅
|      triage>support        ok      5/min    .90      0      0         ▃▃▄▃▃▃▄█▇
|      7 more, 5 in trouble          42/min
|── deploy>notify ───────────────────────────────────────────────────────────────
| ok: no refusals or deaths in the last 10 min
| last offer 03:12:23   no contract
| 0 dead  0 waiting   6 offered, 6 completed
| edges the other way round
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
keys 6 S
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REGISTRY  5 contracts in force  14 agents ─────────────────── broken now 2 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|     deploy.plan     @5 1          reviewer > deploy         0       0        -
|     refund.decision @3 6          fraud > refund            0       0        -
| !   kyc.verdict     @2 16         kyc > fraud               1       0 03:05:51
|>!!  invoice.draft   @4 38         billing > ledger          0      38 03:04:12
|── AGENTS ───────────────────────────────────────────────────── 12 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      7      1s     3/min   .91             0  -
| !   kyc          7      1s     6/min   .41             0  -
|── DRIFT 0  and 9 that are no news ───────────────────────────── 7 more below ──
|     intake>triage: the last 64 confidences are all 0.97: no signal   64
|     kyc>fraud: the last 39 confidences are all 0.41: no signal       39
|── invoice.draft ────────── [what breaks] differences who uses it history raw ──
| refused 38 of 38 offers, since 03:04:12, the last 17s ago
|     38  refused: contract: due_date: string, not date  @4 billing > ledger
|       03:04:12 to 03:12:24  h-9a36
|
|
| the other way round
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:41Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── REGISTRY  5 contracts in force  14 agents ───────────────
|     CONTRACT        SEEN      PUBLISHES > ~ BROKEN REFUSED
|     refund.decision @3 6      fraud > refu~      0       0
| !   kyc.verdict     @2 16     kyc > fraud        1       0
|>!!  invoice.draft   @4 38     billing > le~      0      38
|── AGENTS ───────────────────────────────── 12 more below ──
|     AGENT      VER    HEARD  OUT/1m  CONF p50   CHANGED
| !!  billing    7      1s     3/min   .91        -
| !   kyc        7      1s     6/min   .41        -
|── DRIFT 0  and 9 that are no news ───────── 7 more below ──
|     intake>triage: the last 64 confidences are~  64
|     kyc>fraud: the last 39 confidences are all~  39
|── invoice.draft ─────────────────────── [what breaks] .. ──
| refused 38 of 38 offers, since 03:04:12, the last 17s ago
|     38  refused: contract: due_date: string, not date  @4
| the other way round
| Enter open  Tab pane  ] tab  o handoffs  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:41Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── REGISTRY  5 contracts in force  14~ ─
|     CONTRACT            BROKEN REFUSED
|     reply.draft              0       0
|     deploy.plan              0       0
|     refund.decision          0       0
| !   kyc.verdict              1       0
|>!!  invoice.draft            0      38
|
|
| the other way round
| Enter open  Tab pane  ] tab  ? help
size 120x36
keys 4 S
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:41Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── DEAD LETTERS  41 ─────────────────────────────────────────────────────────────────────── by reason, edge, reversed ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                                     OLDEST  NEWEST  REQUEUE?         VALUE
|  !       1  steady    > no-consumer               support>notify                   12m     12m        no
|  !       2  steady    > deadline-passed           reviewer>deploy                  12m     12m        no
|> !!     38  +38       > contract-refused          billing>ledger                    8m     17s       yes     EUR 59831
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
|── billing>ledger   38 letters ─────────────────────────────────────────────────────────────────────────────────────────
| WHY       billing or ledger: "due_date: string, not date"
| SINCE     03:04:12, 4m after invoice.draft/4.0.0 was loaded (03:00:00), the newest 03:12:24
| CONTRACT  invoice.draft/4.0.0
| REQUEUE   fits 38 of 38
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
| VALUE     EUR 59831
|
|
|
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  s sort  / filter  c copy  e change  ? help
