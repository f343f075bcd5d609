# Review at every size, with a sheet.
recording tests/screens/data/night.jsonl
at end
size 120x36
keys 3
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── REVIEW  7 waiting ──────────────────────────────────────────────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS   AGE   WILL DO
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240   9m    refund EUR 1240 to card ~
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310    9m    refund EUR 310 to card ~
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops            6m    customer c-5512: pass
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead   4m    deploy payments to eu-1
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89     3m    refund EUR 89 to card ...1881, ~
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops            2m    answer to c-1007
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45     29s   refund EUR 45 to card ...7712, ~
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
size 200x60
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                                                                                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m    !  kyc>fraud LOW: 8 of 8 below .75    7 wait for you, the next deadline in 0:41
|── REVIEW  7 waiting ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS   AGE   ON IT     WILL DO
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240   9m              refund EUR 1240 to card ...4417, order 88c2
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310    9m              refund EUR 310 to card ...0093, order 88c7
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops            6m              customer c-5512: pass
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead   4m              deploy payments to eu-1
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89     3m              refund EUR 89 to card ...1881, order 8870
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops            2m              answer to c-1007
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45     29s             refund EUR 45 to card ...7712, order 8869
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
|── h-91c2  refund.decision@3  fraud>refund ───────────────────────────────────────────────────────────────────────────────────────────────────────── [summary] payload evidence history contract diff ──
| WHY HERE  confidence .41, the contract asks .70                                                   │ {
| WILL DO   refund EUR 1240 to card ...4417, order 88c2                                             │   "order": "88c2",
| AT 0:00   SHIPS without review, at 03:13:22                                                       │   "amount": 1240,
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback                         │   "currency": "EUR",
| FROM      kyc .41 > fraud .41 > refund                                                            │   "card": "...4417",
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits                              │   "kyc_verdict": null,
| SCOPE     refund <= EUR 2000, region eu; not chargebacks                                          │   "chargeback": "none",
| LIKE THIS 6 offered, 1 approved, 1 rejected, all in the last hour                                 │   "confidence": 0.41,      < .70 asked
| VALUE     EUR 1240                                                                                │   "fallback": "proceed_if_not_progressed_within_600s"
| OWNERS    fraud: risk  refund: fin-core                                                           │ }
| INCIDENT  INC-2290                                                                                │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|                                                                                                   │
|── sent in the last 5 min ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  e edit  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── REVIEW  7 waiting ──────────────────────── by deadline ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00
|> !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310
|  !  3:10 h-91aa  kyc>fraud       1 fault  stops
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89
|    12:05 h-916e  support>notify  .55 <.60 stops
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ─ [summary] .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match~
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  the taker waits
| A approve  R reject  E escalate  H hold  Space mark  ? help
keys A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── REVIEW  7 waiting ──────────────────────── by deadline ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00
|> !! 0:41 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240
|  !! 0:55 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310
|  !  3:10 h-91aa  kyc>fraud       1 fault  stops
|  !  6:02 h-9184  reviewer>deploy .62 <.80 to oncall-lead
|    11:40 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89
|    12:05 h-916e  support>notify  .55 <.60 stops
|    14:30 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ─ [summary] .. ──
| WHY HERE  confidence .41, the contract asks .70
|═══ APPROVE 1 handoff  sha256:0629418b ═ nothing sent yet ══
| !! h-91c2  fraud>refund  refund.decision@3        due 0:41
|    refund EUR 1240 to card ...4417, order 88c2
| !  2 of 3 evidence missing
| note  (Tab to write one)
| press  y  to approve   Tab note   any other key: go back
keys Esc
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── REVIEW  7 waiting ──────── 2 below ──
|    DUE   FROM>TO         CONF AT 0:00
|> !! 0:41 fraud>refund    .41  SHIPS
|  !! 0:55 fraud>refund    .44  SHIPS
|  !  3:10 kyc>fraud       1flt stops
|  !  6:02 reviewer>deploy .62  escalates
|    11:40 fraud>refund    .66  SHIPS
|── h-91c2  refund.decision@3 ───────────
| conf .41, needs .70; 2 of 3 missing
| nothing sent
| A approve  R reject  E escalate  ? help
keys A
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── REVIEW  7 waiting ──────── 2 below ──
|    DUE   FROM>TO         CONF AT 0:00
|> !! 0:41 fraud>refund    .41  SHIPS
|  !! 0:55 fraud>refund    .44  SHIPS
|  !  3:10 kyc>fraud       1flt stops
|═══ APPROVE 1 handoff ══════════════════
| !! h-91c2  fraud>refund       due 0:41
|    refund EUR 1240 to card ...4417, or~
| !  2 of 3 evidence missing
| note  (Tab to write one)
| y approve  Tab note  other: back
size 24x5
screen
|seam [LIVE 0.4s]
|!! 2 SHIP in <60s  (+4)
|review 7  dead 41
|next 0:41 fraud>refund
|(grow to 36x10 to act)
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
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
| too small for the sheet: nothing sent
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
