# What happens to a handoff while its sheet is open.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 3 A
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
|═══ APPROVE 1 handoff  sha256:0629418b56e1ecbc ═════════════ nothing sent yet ══
| !! h-91c2  fraud>refund  refund.decision@3                            due 0:41
|    refund EUR 1240 to card ...4417, order 88c2
| !  2 of 3 evidence missing
| note  (Tab to write one)
| press  y  to approve   Tab note   any other key: go back
# it ships by itself: nothing is sent
event hub:prod-eu-1 handoff.fallback {"handoff":"h-91c2","attempt":1,"action":"proceed","cause":"deadline"}
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|>       - h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPPED
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| h-91c2 has left: SHIPPED by its deadline 0:00 ago
| CAME FOR  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| h-91c2 SHIPPED by its deadline: nothing sent
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys y
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|>       - h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPPED
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| h-91c2 has left: SHIPPED by its deadline 0:00 ago
| CAME FOR  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| keys dropped: the sheet closed (h-91c2 SHIPPED by its deadline: nothing sent)
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
wishes
|bell
|drop-keys
|claim h-91c2 by mira 300
# another operator is faster
wait 12s
keys g A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:52Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:43 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:58 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:50 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:28 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    11:53 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:18 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|
|── h-91c7  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .44, the contract asks .70
| WILL DO   refund EUR 310 to card ...0093, order 88c7
| AT 0:00   SHIPS without review, at 03:13:36
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .44 > refund
|═══ APPROVE 1 handoff  sha256:cb447414c09c3d7b ═════════════ nothing sent yet ══
| !! h-91c7  fraud>refund  refund.decision@3                            due 0:43
|    refund EUR 310 to card ...0093, order 88c7
| !  2 of 3 evidence missing
| note  (Tab to write one)
| press  y  to approve   Tab note   any other key: go back
event hub:prod-eu-1 decision.rejected {"handoff":"h-91c7","attempt":1,"decision":"d-99","digest":"sha256:0000000000000000000000000000000000000000000000000000000000000000","operator":"lee","note":"no"}
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:52Z  mira
| 1 Now  2 Flow !  3 Review 5!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── REVIEW  5 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|>       - h-91c7   refund.decision@3  fraud>refund     .44 <.70  rejected by lee
|  !  2:58 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:50 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:28 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    11:53 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:18 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|
|── h-91c7  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| h-91c7 has left: rejected by lee 0:00 ago
| CAME FOR  confidence .44, the contract asks .70
| WILL DO   refund EUR 310 to card ...0093, order 88c7
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .44 > refund
| CONTRACT  refund.decision/3.0.0  0 faults
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| h-91c7 rejected by lee: nothing sent
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys y
wait 6s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:58Z  mira
| 1 Now  2 Flow !  3 Review 5!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── REVIEW  5 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|>       - h-91c7   refund.decision@3  fraud>refund     .44 <.70  rejected by lee
|  !  2:52 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:44 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:22 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    11:47 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:12 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|
|── h-91c7  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| h-91c7 has left: rejected by lee 0:06 ago
| CAME FOR  confidence .44, the contract asks .70
| WILL DO   refund EUR 310 to card ...0093, order 88c7
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .44 > refund
| CONTRACT  refund.decision/3.0.0  0 faults
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| keys dropped: the sheet closed (h-91c7 rejected by lee: nothing sent)
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
wishes
|drop-keys
|claim h-91c7 by mira 300
# a deadline that passed and did not fire
wait 4m
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:16:58Z  mira
| 1 Now  2 Flow !  3 Review 5!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!  1 deadline is past, not fired    !! billing>ledger broken for 12m  (+3 more)
|── REVIEW  5 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !  PAST h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops late
|  !  1:44 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|  !  7:22 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|  !  7:47 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    10:12 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|
|
|── h-91aa  kyc.verdict@2  kyc>fraud ─── [summary] payload evidence history .. ──
| WHY HERE  faults: no confidence
| WILL DO   customer c-5512: pass
| AT 0:00   stops: nothing more happens, at 03:15:51: overdue, not fired
| FROM      kyc > fraud
| CONTRACT  kyc.verdict/2.0.0  1 fault  with the taker, who waits
| SCOPE     kyc.verdict
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# frozen: counts and deadlines stay live, the panes do not move
keys p
wait 3s
event hub:prod-eu-1 decision.rejected {"handoff":"h-9170","attempt":1,"decision":"d-98","digest":"sha256:0000000000000000000000000000000000000000000000000000000000000000","operator":"lee","note":"no"}
screen
| seam prod-eu-1  [FROZEN 0:03, 1 behind]  8.1 ev/s  lost 0      03:17:01Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!  1 deadline is past, not fired    !! billing>ledger broken for 12m  (+3 more)
|── REVIEW  5 waiting ──────────────────────── as of 03:16:58, frozen: p thaws ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !  PAST h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops late
|  !  1:44 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|  !  7:22 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|  !  7:47 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    10:12 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|
|
|── h-91aa  kyc.verdict@2  kyc>fraud ─── [summary] payload evidence history .. ──
| WHY HERE  faults: no confidence
| WILL DO   customer c-5512: pass
| AT 0:00   stops: nothing more happens, at 03:15:51: overdue, not fired
| FROM      kyc > fraud
| CONTRACT  kyc.verdict/2.0.0  1 fault  with the taker, who waits
| SCOPE     kyc.verdict
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys p
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:17:01Z  mira
| 1 Now  2 Flow !  3 Review 4!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!  1 deadline is past, not fired    !! billing>ledger broken for 12m  (+3 more)
|── REVIEW  4 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !  PAST h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops late
|  !  1:41 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|  !  7:44 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    10:09 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|
|
|
|── h-91aa  kyc.verdict@2  kyc>fraud ─── [summary] payload evidence history .. ──
| WHY HERE  faults: no confidence
| WILL DO   customer c-5512: pass
| AT 0:00   stops: nothing more happens, at 03:15:51: overdue, not fired
| FROM      kyc > fraud
| CONTRACT  kyc.verdict/2.0.0  1 fault  with the taker, who waits
| SCOPE     kyc.verdict
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
