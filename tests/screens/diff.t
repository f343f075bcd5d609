# The last tab: beside the last one of these two that went through. And the record of who offers.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 3 j j Enter [
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── h-91aa  kyc.verdict@2  kyc>fraud ────────────── .. history contract [diff] ──
| beside h-9114, the last kyc.verdict@2 of these two that went through: SHIPPED
| by its deadline 0:09 ago, completed by fraud 0:09 ago
| - /customer  "c-5514"
| + /customer  "c-5512"
| - /confidence  0.41
| - /fallback  "proceed_if_not_progressed_within_4s"
| + /fallback  "stop_if_not_progressed_within_600s"
| 3 places differ, 1 the same and not shown
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
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── h-91aa  kyc.verdict@2  kyc>fraud ──────────────────────────────── summary payload evidence history contract [diff] ──
| beside h-9114, the last kyc.verdict@2 of these two that went through: SHIPPED by its deadline 0:09 ago, completed by
| fraud 0:09 ago
| - /customer  "c-5514"
| + /customer  "c-5512"
| - /confidence  0.41
| - /fallback  "proceed_if_not_progressed_within_4s"
| + /fallback  "stop_if_not_progressed_within_600s"
| 3 places differ, 1 the same and not shown
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
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  c copy  ? help
keys ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── h-91aa  kyc.verdict@2  kyc>fraud ──────────────────────────────── [summary] payload evidence history contract diff ──
| WHY HERE  faults: no confidence                           │ {
| WILL DO   customer c-5512: pass                           │   "customer": "c-5512",
| AT 0:00   stops: nothing more happens, at 03:15:51        │   "verdict": "pass",
| FROM      kyc > fraud                                     │   "fallback": "stop_if_not_progressed_within_600s"
| CONTRACT  kyc.verdict/2.0.0  1 fault  the taker waits     │ }
| SCOPE     kyc.verdict                                     │
| LIKE THIS 16 offered, 15 let go, all in the last hour     │
| INCIDENT  INC-2290                                        │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|                                                           │
|
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  c copy  ? help
size 60x20
keys [
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── h-91aa  kyc.verdict@2  kyc>fraud ─────────── .. [diff] ──
| beside h-9114, the last kyc.verdict@2 of these two that
| went through: SHIPPED by its deadline 0:09 ago, completed
| by fraud 0:09 ago
| - /customer  "c-5514"
| + /customer  "c-5512"
| - /confidence  0.41
| - /fallback  "proceed_if_not_progressed_within_4s"
| + /fallback  "stop_if_not_progressed_within_600s"
| 3 places differ, 1 the same and not shown
|
|
|
|
|
|
| A approve  R reject  E escalate  Esc back  ] tab  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── h-91aa  kyc.verdict@2  kyc>fraud ────
| beside h-9114, the last kyc.verdict@2
| of these two that went through: SHIPPED
| by its deadline 0:09 ago, completed by
| fraud 0:09 ago
| - /customer  "c-5514"
| + /customer  "c-5512"
| - /confidence  0.41
| - /fallback
| "proceed_if_not_progressed_within_4s"
| A approve  R reject  E escalate  ? help
# none has gone through
size 80x24
keys Esc g Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── h-91c2  refund.decision@3  fraud>refund ─────── .. history contract [diff] ──
| beside h-9151, the last refund.decision@3 of these two that went through:
| approved by mira 1:38 ago
| - /order  "1"
| + /order  "88c2"
| - /amount  12
| + /amount  1240
| - /card  "...1"
| + /card  "...4417"
| - /confidence  0.6
| + /confidence  0.41
| - /fallback  "proceed_if_not_progressed_within_900s"
| + /fallback  "proceed_if_not_progressed_within_600s"
| + /kyc_verdict  null
| + /chargeback  "none"
| 7 places differ, 1 the same and not shown
|
|
|
|
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
