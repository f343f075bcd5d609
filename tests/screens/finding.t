# Finding: the language of filters on every screen, while one types and after.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 3 / c o n f < . 4 3
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ───────────────────────────── 6 hidden, filter: conf<.43 ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240
|
|
|
|
|
|
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| conf  0 to 1; of an edge or agent the median
|/conf<.43
keys Space a m o u n t >
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ─ 6 hidden, still conf<.43: amount>: no field amount he~ ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240
|
|
|
|
|
|
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| amount>: no field amount here, at 10; a place in the artifact is /amount; fiel~
|/conf<.43 amount>
keys Esc / c o n f <
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────── all shown: conf<: a number is missing, at 6 ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|  !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|> !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91aa  kyc.verdict@2  kyc>fraud ─── [summary] payload evidence history .. ──
| WHY HERE  faults: no confidence
| WILL DO   customer c-5512: pass
| AT 0:00   stops: nothing more happens, at 03:15:51
| FROM      kyc > fraud
| CONTRACT  kyc.verdict/2.0.0  1 fault  with the taker, who waits
| SCOPE     kyc.verdict
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| conf<: a number is missing, at 6
|/conf<
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── REVIEW  7 waiting ─ all shown: conf<: a number is mis~ ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00
|  !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310
|> !  3:10 h-91aa  kyc>fraud       1 fault  stops
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89
|    12:05 h-916e  support>notify  .55 <.60 stops
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45
|── h-91aa  kyc.verdict@2  kyc>fraud ──────── [summary] .. ──
| WHY HERE  faults: no confidence
| WILL DO   customer c-5512: pass
| AT 0:00   stops: nothing more happens, at 03:15:51
| FROM      kyc > fraud
| CONTRACT  kyc.verdict/2.0.0  1 fault  the taker waits
| conf<: a number is missing, at 6
|/conf<
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── REVIEW  7 waiting ─ all shown: co~ ──
|    DUE   FROM>TO         CONF AT 0:00
|  !! 0:41 fraud>refund    .41  SHIPS
|  !! 0:55 fraud>refund    .44  SHIPS
|> !  3:10 kyc>fraud       1flt stops
|  !  6:02 reviewer>deploy .62  escalates
|    11:40 fraud>refund    .66  SHIPS
|── h-91aa  kyc.verdict@2  kyc>fraud ────
| 1 fault
| conf<: a number is missing, at 6
|/conf<
keys Esc
size 120x36
keys / / a m o u n t > 1 0 0 0 Space f r a u d > r e f u n d Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── REVIEW  7 waiting ──────────────────────────────────────────────────── 6 hidden, filter: /amount>1000 fraud>refund ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS   AGE   WILL DO
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240   9m    refund EUR 1240 to card ...4417, ~
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
|── h-91c2  refund.decision@3  fraud>refund ───────────────────────── [summary] payload evidence history contract diff ──
| WHY HERE  confidence .41, the contract asks .70           │ {
| WILL DO   refund EUR 1240 to card ...4417, order 88c2     │   "order": "88c2",
| AT 0:00   SHIPS without review, at 03:13:22               │   "amount": 1240,
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match│   "currency": "EUR",
|           + /chargeback                                   │   "card": "...4417",
| FROM      kyc .41 > fraud .41 > refund                    │   "kyc_verdict": null,
| CONTRACT  refund.decision/3.0.0  0 faults  the taker waits│   "chargeback": "none",
| SCOPE     refund <= EUR 2000, region eu; not chargebacks  │   "confidence": 0.41,      < .70 asked
| LIKE THIS 6 offered, 1 approved, 1 rejected, all in the   │   "fallback": "proceed_if_not_progressed_within_600s"
|           last hour                                       │ }
| VALUE     EUR 1240                                        │
| OWNERS    fraud: risk  refund: fin-core                   │
| INCIDENT  INC-2290                                        │
|                                                           │
|── sent in the last 5 min ─────────────────────────────────────────────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  ? help
size 80x24
# nothing, and why
command filter agent:nobody
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ───────────────────────── 7 hidden, filter: agent:nobody ──
|
|
|   0 of 7 shown, filter: agent:nobody, Esc clears
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
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys Esc
# a page is searched
keys / h - 9 1 c 2 Enter Enter ] / o r d e r Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── h-91c2  refund.decision@3  fraud>refund ───────── .. [payload] evidence .. ──
|>  "order": "88c2",
|   "amount": 1240,
|   "currency": "EUR",
|   "card": "...4417",
|   "kyc_verdict": null,
|   "chargeback": "none",
|   "confidence": 0.41,      < .70 asked
|   "fallback": "proceed_if_not_progressed_within_600s"
| }
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
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
keys n Esc Esc
# Now
command now !agent:kyc due<60s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── WAITING FOR YOU  7 ───────────────── 10 hidden, filter: !agent:kyc due<60s ──
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund  .44 <.70  SHIPS EUR 310
|── EDGES IN TROUBLE  2 ───────────────────────────────────────────── rates 1m ──
|── DEAD LETTERS  41 ────────────────────────────────────────────── new in 10m ──
|── INCIDENTS  2 ────────────────────────────────────────────── open, age, who ──
|  !! INC-2291  dead                                  38 open   8m  nobody
|── MESH  14 of 14 agents heard ──────────────────────── last 15 min, rates 1m ──
|     handoffs  ▁▁▁▁▅▂▃▂▂▄▂▄▃▃▄▃▄▃▃▄▃▄▃▃▄▅███▅  1.2/s
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
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
keys Esc
# Flow: the graph, the table, the matrix
size 120x36
command flow agent:refund
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── FLOW  14 agents  19 edges  5 in trouble ────────────────────────────────────────── 15 hidden, filter: agent:refund ──
|                        !kyc        !fraud ┄┄d┬┄► refund ───┬──►!ledger              │── d  fraud>refund ───────────────
|                         7/m .41     6/m      │   7/m       │    8/m          audit  │ WHY       4 wait for you
|                                              │             │                 7/m    │ SINCE     last offer 03:12:33
|                                     support──╯             ╰─────────────╮          │ NOW       0 dead  4 waiting
| intake     triage      !billing     5/m                                  ╰─► notify │ PACE      6/min (1m)  conf .78
| 16/m       17/m         4/m                                                  8/m    │ PASSED    31 offered, 25
|                                                                                     │           completed
|                         planner     coder        reviewer       deploy              │ CONTRACT  refund.decision/3.0.0;
|                         1/m         2/m          2/m    ^1      1/m                 │           the last offer named
|                                                                                     │           none
|                                                                                     │ SEEN      none named 25,
|                                                                                     │           refund.decision/3.0.0 6
|                                                                                     │ FAULTS    25 unknown contract
|                                                                                     │
|                                                                                     │ offered/min, last 15 min
|                                                                                     │ ▁▁▃▄▃▅▃▃▄▃▃▅▅██
|                                                                                     │ conf p50 .78 p5 .44, last 31
|                                                                                     │ ⠐⠒⠒⣄⠖⠒⠒⠢⠔⠔⠒⠒⠒⠒⠔⠒
|                                                                                     │    ⠁
|                                                                                     │ done p50 200ms p95 200ms, last 25
|                                                                                     │ ⠈⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
|                                                                                     │
|                                                                                     │
|                                                                                     │
|── SHOWN  4 edges, worst first ────────────────────────────────────────────── counts 10m, rates 1m   healthy edges 14 ──
|>   d fraud>refund                 WAITS   4 wait for you       6/min    conf .78   dead 0      waits 4
|      support>refund               ok      conf .92             1/min    conf .92   dead 0      waits 0
|      refund>ledger                ok      conf .95             3/min    conf .95   dead 0      waits 0
|      refund>notify                ok      conf .96             3/min    conf .96   dead 0      waits 0
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle  ^n back (reviewer>cod~
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys v
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── FLOW  14 agents  19 edges  5 in trouble ────────────────────────────────────────── 15 hidden, filter: agent:refund ──
|      EDGE                                         STATE   RATE/1m  CONF  WAIT   DEAD  SINCE      FIRST  TREND
|>   d fraud>refund                                 WAITS   6/min    .78      4      0                    ▁▁▃▄▃▅▃▃▄▃▃▅▅██
|      support>refund                               ok      1/min    .92      0      0                    ▁▁▅▁▅▁▁▅▁▅▁▁██▅
|      refund>ledger                                ok      3/min    .95      0      0                    ▁▁▃▃▃▃▁▃▃▃▃▁▅█▇
|      refund>notify                                ok      3/min    .96      0      0                    ▁▁▃▃▃▃▁▃▃▃▃▁▅█▇
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
|── d  fraud>refund ─────────────────────────────────────────────────────────────────────────────────────────────────────
| WHY       4 wait for you
| SINCE     last offer 03:12:33
| NOW       0 dead  4 waiting
| PACE      6/min (1m)  conf .78
| PASSED    31 offered, 25 completed
| CONTRACT  refund.decision/3.0.0; the last offer named none
| SEEN      none named 25, refund.decision/3.0.0 6
| FAULTS    25 unknown contract
|
|
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys v
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── FLOW  14 agents  19 edges  5 in trouble ────────────────────────────────────────── 15 hidden, filter: agent:refund ──
|      from \ to       1  2  3  4  5  6  7  8  9 10 11 12 13 14                                                      out
|    1 intake          .     .  .  .  .  .  .  .  .  .  .  .  .                                                        1
|    2 triage          .  .              .  .  .  .  .  .  .  .                                                        4
|!   3 kyc             .  .  .  .  .  .     .  .  .  .  .  .  .                                                        1
|!!  4 billing         .  .  .  .  .  .  .  .     .  .  .  .  .                                                        1
|    5 support         .  .  .  .  .  .  .  <  .     .  .  .  .                                                        2
|    6 planner         .  .  .  .  .  .  .  .  .  .     .  .  .                                                        1
|    7 fraud           .  .  .  .  .  .  .  w  .  .  .  .  .  .                                                        1
|    8 refund          .  .  .  .  .  .  .  .  <  <  .  .  .  .                                                        2
|    9 ledger          .  .  .  .  .  .  .  .  .     .  .  .                                                           2
|   10 notify          .  .  .  .  .  .  .  .  .  .  .  .  .  .                                                        0
|   11 coder           .  .  .  .  .  .  .  .  .  .  .     .  .                                                        1
|   12 reviewer        .  .  .  .  .  .  .  .  .  .     .     .                                                        2
|   13 deploy          .  .  .  .  .  .  .  .  .     .  .  .  .                                                        1
|   14 audit           .  .  .  .  .  .  .  .  .  .  .  .  .  .                                                        0
|    1: handoffs/s (1m)  <: under 1  -: idle  w: waits  l: low conf  X: refused
|    under the cursor:  1 intake > 1 intake  no handoff has passed
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
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
keys Esc
size 80x24
command dead billing>ledger
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── DEAD LETTERS  41 ──────────────────────── 3 hidden, filter: billing>ledger ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     38  +38       > contract-refused      billing>ledger                8m
|
|
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
keys Esc
command log type=refused,held
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── LOG ───────────────────── 873 hidden, filter: type=refused,held  following ──
| !  03:11:38.000  held       kyc>fraud       h-9107  confidence
| !! 03:11:44.760  refused    billing>ledger  h-9a33  due_date: string, not date
| !  03:11:45.000  held       kyc>fraud       h-9108  confidence
| !  03:11:52.000  held       kyc>fraud       h-9109  confidence
| !! 03:11:58.060  refused    billing>ledger  h-9a34  due_date: string, not date
| !  03:11:59.000  held       kyc>fraud       h-9110  confidence
| !  03:12:06.000  held       kyc>fraud       h-9111  confidence
| !  03:12:11.000  held       fraud>refund    h-9169  confidence
| !! 03:12:11.360  refused    billing>ledger  h-9a35  due_date: string, not date
| !  03:12:13.000  held       kyc>fraud       h-9112  confidence
| !  03:12:20.000  held       kyc>fraud       h-9113  confidence
| !! 03:12:24.660  refused    billing>ledger  h-9a36  due_date: string, not date
|>!  03:12:27.000  held       kyc>fraud       h-9114  confidence
|── held h-9114  event 891 ──────────────────────────────────────────────────────
| {"specversion":"1.0","id":"h-891","source":"hub:prod-eu-1","type":"seam.handof
| f.held","time":"2026-11-23T03:12:27.000000Z","data":{"handoff":"h-9114","attem
| pt":1,"cause":"confidence","confidence":0.41,"review_below":0.75,"contract":"k
| yc.verdict/2.0.0","faults":[],"deadline":"2026-11-23T03:12:31.000000Z","on_de~
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── LOG ── 873 hidden, filter: type=refused,he~  following ──
| !  03:11:52.000  held       kyc>fraud       confidence
| !! 03:11:58.060  refused    billing>ledger  due_date: stri~
| !  03:11:59.000  held       kyc>fraud       confidence
| !  03:12:06.000  held       kyc>fraud       confidence
| !  03:12:11.000  held       fraud>refund    confidence
| !! 03:12:11.360  refused    billing>ledger  due_date: stri~
| !  03:12:13.000  held       kyc>fraud       confidence
| !  03:12:20.000  held       kyc>fraud       confidence
| !! 03:12:24.660  refused    billing>ledger  due_date: stri~
|>!  03:12:27.000  held       kyc>fraud       confidence
|── held h-9114  event 891 ──────────────────────────────────
| {"specversion":"1.0","id":"h-891","source":"hub:prod-eu-1"
| ,"type":"seam.handoff.held","time":"2026-11-23T03:12:27.00
| 0000Z","data":{"handoff":"h-9114","attempt":1,"cause":"con
| fidence","confidence":0.41,"review_below":0.75,"contract"~
| G bottom  g top  n next trouble  / filter  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── LOG ──────── 873 hidden  following ──
| !  03:12:11 held       fraud>ref~  con~
| !! 03:12:11 refused    billing>l~  due~
| !  03:12:13 held       kyc>fraud   con~
| !  03:12:20 held       kyc>fraud   con~
| !! 03:12:24 refused    billing>l~  due~
|>!  03:12:27 held       kyc>fraud   con~
|── held h-9114  event 891 ──────────────
| {"specversion":"1.0","id":"h-891","sou
| rce":"hub:prod-eu-1","type":"seam.han~
| G bottom  g top  n next trouble  ? help
size 80x24
keys Esc
command registry agent:fraud
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REGISTRY  5 contracts in force  14 agents ───────────────────────────────────
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!   kyc.verdict     @2 16         kyc > fraud               1       0 03:05:51
|     refund.decision @3 6          fraud > refund            0       0        -
|── AGENTS ───────────────────────────────────────────────────────── 13 hidden ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|     fraud        7      0s     6/min   .78             0  -
|── DRIFT 0  and 9 that are no news ───────────────────────────────── 9 hidden ──
|   0 of 9 shown, filter: agent:fraud, Esc clears
|── kyc.verdict ──────────── [what breaks] differences who uses it history raw ──
| broken 1 of 16 offers, since 03:05:51, the last 6m ago
|      1  no confidence  @2 kyc > fraud  03:05:51  h-91aa
|
|
|
|
|
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys Esc
# saved
command save nope
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REGISTRY  5 contracts in force  14 agents ─────────────────── broken now 2 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!   kyc.verdict     @2 16         kyc > fraud               1       0 03:05:51
|     refund.decision @3 6          fraud > refund            0       0        -
|     deploy.plan     @5 1          reviewer > deploy         0       0        -
|     reply.draft     @1 1          support > notify          0       0        -
|── AGENTS ───────────────────────────────────────────────────── 12 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      7      0s     3/min   .91             0  -
| !   kyc          7      0s     6/min   .41             0  -
|── DRIFT 0  and 9 that are no news ───────────────────────────── 7 more below ──
|     intake>triage: the last 64 confidences are all 0.97: no signal   64
|     kyc>fraud: the last 39 confidences are all 0.41: no signal       39
|── kyc.verdict ──────────── [what breaks] differences who uses it history raw ──
| broken 1 of 16 offers, since 03:05:51, the last 6m ago
|      1  no confidence  @2 kyc > fraud  03:05:51  h-91aa
|
|
|
| there is no filter here to save
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
command review conf<.43
command save low
command filters
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── FILTERS  saved, @NAME behind / ──────────────────────────────────────────────
|
| @low         conf<.43
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
| @low is now conf<.43
| j/k move  Esc close
keys Esc / @ l o w
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ───────────────────────────── 6 hidden, filter: conf<.43 ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240
|
|
|
|
|
|
|── h-91c2  refund.decision@3  fraud>refund ───────── .. [payload] evidence .. ──
|   "order": "88c2",
|   "amount": 1240,
|   "currency": "EUR",
|   "card": "...4417",
|   "kyc_verdict": null,
|   "chargeback": "none",
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
|/@low
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|-- REVIEW  7 waiting ----------------------------- 6 hidden, filter: conf<.43 --
|    DUE   HANDOFF  ARTIFACT           FROM>TO       CONF      IF NOBODY ACTS
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund  .41 <.70  SHIPS EUR 1240
|
|
|
|
|
|
|-- h-91c2  refund.decision@3  fraud>refund --------- .. [payload] evidence .. --
|   "order": "88c2",
|   "amount": 1240,
|   "currency": "EUR",
|   "card": "...4417",
|   "kyc_verdict": null,
|   "chargeback": "none",
|-- sent in the last 5 min ------------------------------------------- nothing --
|
|
|
|/@low
