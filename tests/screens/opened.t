# One handoff over the whole screen: it stays when it leaves the queue, and says so.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 3 Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
| SCOPE     refund <= EUR 2000, region eu; not chargebacks
| LIKE THIS 6 offered, 1 approved, 1 rejected, all in the last hour
| VALUE     EUR 1240
| OWNERS    fraud: risk  refund: fin-core
| INCIDENT  INC-2290
|
|
|
|
|
|
|
|
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
event hub:prod-eu-1 decision.approved {"handoff":"h-91c2","attempt":1,"decision":"d-99","digest":"sha256:0000000000000000000000000000000000000000000000000000000000000000","operator":"lee","note":"seen it"}
wait 5s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:45Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| h-91c2 has left: approved by lee 0:05 ago
| CAME FOR  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults
| SCOPE     refund <= EUR 2000, region eu; not chargebacks
| LIKE THIS 6 offered, 2 approved, 1 rejected, all in the last hour
| VALUE     EUR 1240
| OWNERS    fraud: risk  refund: fin-core
| INCIDENT  INC-2290
|
|
|
|
|
|
|
|
| Esc back  ] tab  j down  w wrap  c copy  ? help
# the taker has done it; the keys that decide say why they do not
event agent:refund handoff.completed {"handoff":"h-91c2","attempt":1}
wait 12s
keys ] A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:57Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── h-91c2  refund.decision@3  fraud>refund ───────── .. [payload] evidence .. ──
| h-91c2 has left: approved by lee 0:17 ago, completed by refund 0:12 ago
| {
|   "order": "88c2",
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
| approve is off: h-91c2 has left
| Esc back  ] tab  j down  w wrap  c copy  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:57Z
|1N 2F! 3R 6!! 4D 41! 5I 2 6R! 7L
|!! 1 SHIPS UNREVIEWED in <60s  (+4)
|── h-91c2  refund.decision@3 ───────────
| left: approved by lee 0:17 ago
| {
|   "order": "88c2",
|   "amount": 1240,
|   "currency": "EUR",
|   "card": "...4417",
|   "kyc_verdict": null,
|   "chargeback": "none",
| approve is off: h-91c2 has left
| Esc back  ] tab  j down  w wrap  ? help
keys [
screen
| seam [LIVE 0.4s]  lost 0     03:12:57Z
|1N 2F! 3R 6!! 4D 41! 5I 2 6R! 7L
|!! 1 SHIPS UNREVIEWED in <60s  (+4)
|── h-91c2  refund.decision@3 ───────────
| left: approved by lee 0:17 ago
| ANSWER    none of refund for 0:17
| CAME FOR  confidence .41, the contract
|           asks .70
| WILL DO   refund EUR 1240 to card
|           ...4417, order 88c2
| EVIDENCE  2 of 3 missing:  -
|           /kyc_verdict  - /device_match
|           + /chargeback
| Esc back  ] tab  j down  w wrap  ? help
size 80x24
keys Esc
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:57Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:38 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:53 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:45 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:23 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    11:48 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:13 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|
|── h-91c7  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .44, the contract asks .70
| WILL DO   refund EUR 310 to card ...0093, order 88c7
| AT 0:00   SHIPS without review, at 03:13:36
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .44 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| h-91c2 has left the list: the cursor is on h-91c7
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
wishes
|bell
# what nobody decided: its deadline did
keys g Enter
event hub:prod-eu-1 handoff.fallback {"handoff":"h-91c7","attempt":1,"action":"proceed","cause":"deadline"}
wait 3s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:00Z  mira
| 1 Now  2 Flow !  3 Review 5!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── h-91c7  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| h-91c7 has left: SHIPPED by its deadline 0:03 ago
| CAME FOR  confidence .44, the contract asks .70
| WILL DO   refund EUR 310 to card ...0093, order 88c7
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .44 > refund
| CONTRACT  refund.decision/3.0.0  0 faults
| SCOPE     refund <= EUR 2000, region eu; not chargebacks
| LIKE THIS 6 offered, 2 approved, 1 rejected, 1 let go, all in the last hour
| VALUE     EUR 310
| OWNERS    fraud: risk  refund: fin-core
| INCIDENT  INC-2290
|
|
|
|
|
|
|
|
| Esc back  ] tab  j down  w wrap  c copy  ? help
keys ] ] ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:00Z  mira
| 1 Now  2 Flow !  3 Review 5!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── h-91c7  refund.decision@3  fraud>refund ─────── .. [history] contract diff ──
| h-91c7 has left: SHIPPED by its deadline 0:03 ago
| 03:03:36.000  offered  attempt 1
| 03:03:36.000  held  confidence .44 < .70
| 03:12:57.900  fallback  deadline  proceed
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
| Esc back  ] tab  j down  w wrap  c copy  ? help
