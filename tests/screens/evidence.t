# Evidence, and what it came out of: opened in place, with a way back.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 3 ] ] Tab
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
|── h-91c2  refund.decision@3  fraud>refund ───────── .. [evidence] history .. ──
|>- /kyc_verdict  missing
| - /device_match  missing
| + /chargeback  "none"
| < k-05  -  kyc>fraud  .41  completed by fraud
|
|
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  Esc back  ] tab  j down  Enter open  ? help
keys j j j Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── k-05  -  kyc>fraud ────── [summary] payload evidence history contract diff ──
| k-05: completed by fraud 10:32 ago
| opened from h-91c2: Esc goes back
| CAME FOR  faults: unknown contract
| FROM      kyc .41 > fraud
| CONTRACT  names no contract; this edge has kyc.verdict/2.0.0
| LIKE THIS 26 offered, all in the last hour
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
| Esc back  ] tab  j down  w wrap  c copy  ? help
# nothing acts on what one has only followed a line to
keys A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── k-05  -  kyc>fraud ────── [summary] payload evidence history contract diff ──
| k-05: completed by fraud 10:32 ago
| opened from h-91c2: Esc goes back
| CAME FOR  faults: unknown contract
| FROM      kyc .41 > fraud
| CONTRACT  names no contract; this edge has kyc.verdict/2.0.0
| LIKE THIS 26 offered, all in the last hour
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
| approve is for h-91c2: Esc goes back to it
| Esc back  ] tab  j down  w wrap  c copy  ? help
keys ] ] j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── k-05  -  kyc>fraud ─────────── .. payload [evidence] history contract diff ──
| k-05: completed by fraud 10:32 ago
| opened from h-91c2: Esc goes back
| the contract names no evidence and no provenance
|>> h-9169  refund.decision@3  fraud>refund  .69  held
| > h-9170  refund.decision@3  fraud>refund  .66  held
| > h-91c7  refund.decision@3  fraud>refund  .44  held
| > h-91c2  refund.decision@3  fraud>refund  .41  held
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
| Esc back  ] tab  j down  Enter open  c copy  ? help
keys Esc
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── h-91c2  refund.decision@3  fraud>refund ───────── .. [evidence] history .. ──
| - /kyc_verdict  missing
| - /device_match  missing
| + /chargeback  "none"
|>< k-05  -  kyc>fraud  .41  completed by fraud
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
| A approve  R reject  E escalate  Esc back  ] tab  j down  Enter open  ? help
keys Enter
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── k-05  -  kyc>fraud ────────────────────────────────────────────── [summary] payload evidence history contract diff ──
| k-05: completed by fraud 10:32 ago
| opened from h-91c2: Esc goes back
| CAME FOR  faults: unknown contract                        │ {
| FROM      kyc .41 > fraud                                 │   "confidence": 0.41
| CONTRACT  names no contract; this edge has                │ }
|           kyc.verdict/2.0.0                               │
| LIKE THIS 26 offered, all in the last hour                │
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
|                                                           │
|
| Esc back  ] tab  j down  w wrap  c copy  ? help
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── k-05  -  kyc>fraud ───── [summary] payload evidence .. ──
| k-05: completed by fraud 10:32 ago
| opened from h-91c2: Esc goes back
| CAME FOR  faults: unknown contract
| FROM      kyc .41 > fraud
| CONTRACT  names no contract; this edge has
|           kyc.verdict/2.0.0
| LIKE THIS 26 offered, all in the last hour
|
|
|
|
|
|
|
|
| Esc back  ] tab  j down  w wrap  c copy  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── k-05  -  kyc>fraud ── [summary] .. ──
| k-05: completed by fraud 10:32 ago
| opened from h-91c2: Esc goes back
| CAME FOR  faults: unknown contract
| FROM      kyc .41 > fraud
| CONTRACT  names no contract; this edge
|           has kyc.verdict/2.0.0
| LIKE THIS 26 offered, all in the last
|           hour
|
| Esc back  ] tab  j down  w wrap  ? help
# a line behind which there is none
size 80x24
keys Esc g Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── h-91c2  refund.decision@3  fraud>refund ───────── .. [evidence] history .. ──
|>- /kyc_verdict  missing
| - /device_match  missing
| + /chargeback  "none"
| < k-05  -  kyc>fraud  .41  completed by fraud
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
| no handoff stands behind this line
| A approve  R reject  E escalate  Esc back  ] tab  j down  Enter open  ? help
