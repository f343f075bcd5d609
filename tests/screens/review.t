# Review: the queue, the reasons, and an approval from key to applied.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 3
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
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys ]
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
|── h-91c2  refund.decision@3  fraud>refund ───────── .. [payload] evidence .. ──
| {
|   "order": "88c2",
|   "amount": 1240,
|   "currency": "EUR",
|   "card": "...4417",
|   "kyc_verdict": null,
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys ] ]
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
|── h-91c2  refund.decision@3  fraud>refund ─────── .. [history] contract diff ──
| 03:03:22.000  offered  attempt 1
| 03:03:22.000  held  confidence .41 < .70
| waits 9m18s, nobody is on it
|
|
|
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys [ [ [ A
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
# not what it asks for: nothing is sent
keys Enter
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
| nothing sent
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
wishes
|bell
|drop-keys
|claim h-91c2 by mira 300
|release h-91c2 by mira 0
keys A y
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  APPROVE in 5s
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:40 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:05 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:30 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| DECISION  approve in 5s
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| sending in 5s: APPROVE h-91c2   u undo   (held back, not sent)
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# taken back
keys u
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
| DECISION  approve taken back
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| taken back: 1 decision, nothing sent
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys A y
wait 6s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:46Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:35 h-91c2   refund.decision@3  fraud>refund     .41 <.70  APPROVE sent
|  !! 0:49 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:04 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:56 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:34 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    11:59 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:24 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| DECISION  approve sent 1.0s
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
|── sent in the last 5 min ────── 0 done, 1 under way, 0 not done, :sent lists ──
| 03:12:40 approve h-91c2 sent 1.0s
|
| approve h-91c2: sent 1.0s
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
wishes
|drop-keys
|claim h-91c2 by mira 300
|drop-keys
|release h-91c2 by mira 0
|drop-keys
|claim h-91c2 by mira 300
|drop-keys
|record
|decide d-2: approve h-91c2 attempt 1 sha256:0629418b by mira
# the hub has it; it is on disk; the taker has done it
answer ok
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:46Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:35 h-91c2   refund.decision@3  fraud>refund     .41 <.70  APPROVE sent
|  !! 0:49 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:04 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:56 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:34 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    11:59 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:24 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| DECISION  approve sent 1.0s
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
|── sent in the last 5 min ────── 0 done, 1 under way, 0 not done, :sent lists ──
| 03:12:40 approve h-91c2 sent 1.0s
|
| approve h-91c2: sent 1.0s
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
event hub:prod-eu-1 decision.approved {"handoff":"h-91c2","attempt":1,"decision":"d-2","digest":"sha256:0000000000000000000000000000000000000000000000000000000000000000","operator":"mira","note":""}
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:46Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|>       - h-91c2   refund.decision@3  fraud>refund     .41 <.70  approved
|  !! 0:49 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:04 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:56 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:34 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    11:59 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:24 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| h-91c2 has left: approved by mira 0:00 ago
| DECISION  approve on disk 0.0s, asked refund
| CAME FOR  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
|── sent in the last 5 min ────── 0 done, 1 under way, 0 not done, :sent lists ──
| 03:12:40 approve h-91c2 on disk 0.0s, asked refund
|
| approve h-91c2: on disk 0.0s, asked refund
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
event hub:prod-eu-1 delivery.applied {"handoff":"h-91c2","attempt":1,"decision":"d-2","agent":"refund"}
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:46Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|>       - h-91c2   refund.decision@3  fraud>refund     .41 <.70  approved
|  !! 0:49 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:04 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:56 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:34 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    11:59 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:24 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| h-91c2 has left: approved by mira 0:00 ago
| DECISION  approve applied 0.0s
| CAME FOR  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
|── sent in the last 5 min ────── 1 done, 0 under way, 0 not done, :sent lists ──
| 03:12:40 approve h-91c2 applied 0.0s
|
| approve h-91c2: applied 0.0s
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# two at once, by their number
keys G Space k k Space A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:46Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ────────────────────────────────── by deadline  2 marked ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|  !! 0:49 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:04 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:56 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
| *  11:34 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|>   11:59 h-916e   reply.draft@1      support>notify   .55 <.60  stops
| *  14:24 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|
|── h-916e  reply.draft@1  support>notify ────── [summary] payload evidence .. ──
| WHY HERE  confidence .55, the contract asks .60
| WILL DO   answer to c-1007
| AT 0:00   stops: nothing more happens, at 03:24:46
| FROM      support .55 > notify
|═══ APPROVE 2 handoffs  sha256:38071321d4b0025f ════════════ nothing sent yet ══
|    h-9170  fraud>refund  refund.decision@3  refund EUR 89 to card ~  due 11:34
|    h-9169  fraud>refund  refund.decision@3  refund EUR 45 to card ~  due 14:24
|    total EUR 134   all 2 on this screen   one kind of artifact, one edge
| !  evidence missing in 2 of 2
| note  (Tab to write one)
| press  2  to approve   Tab note   any other key: go back
keys Tab s a m e Tab
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:46Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ────────────────────────────────── by deadline  2 marked ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|  !! 0:49 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:04 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:56 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
| *  11:34 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|>   11:59 h-916e   reply.draft@1      support>notify   .55 <.60  stops
| *  14:24 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|
|── h-916e  reply.draft@1  support>notify ────── [summary] payload evidence .. ──
| WHY HERE  confidence .55, the contract asks .60
| WILL DO   answer to c-1007
| AT 0:00   stops: nothing more happens, at 03:24:46
| FROM      support .55 > notify
|═══ APPROVE 2 handoffs  sha256:38071321d4b0025f ════════════ nothing sent yet ══
|    h-9170  fraud>refund  refund.decision@3  refund EUR 89 to card ~  due 11:34
|    h-9169  fraud>refund  refund.decision@3  refund EUR 45 to card ~  due 14:24
|    total EUR 134   all 2 on this screen   one kind of artifact, one edge
| !  evidence missing in 2 of 2
| note  same
| press  2  to approve   Tab note   any other key: go back
keys 2
wait 6s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:52Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|  !! 0:43 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:58 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:50 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:28 h-9170   refund.decision@3  fraud>refund     .66 <.70  APPROVE sent
|>   11:53 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:18 h-9169   refund.decision@3  fraud>refund     .69 <.70  APPROVE sent
|
|── h-916e  reply.draft@1  support>notify ────── [summary] payload evidence .. ──
| WHY HERE  confidence .55, the contract asks .60
| WILL DO   answer to c-1007
| AT 0:00   stops: nothing more happens, at 03:24:46
| FROM      support .55 > notify
| CONTRACT  reply.draft/1.0.0  0 faults  with the taker, who waits
| SCOPE     reply.draft
|── sent in the last 5 min ────── 1 done, 2 under way, 0 not done, :sent lists ──
| 03:12:46 approve 2: 2 sent
| 03:12:40 approve h-91c2 applied 0.0s
| approve 2: 2 sent
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
wishes
|drop-keys
|claim h-9170 by mira 300
|claim h-9169 by mira 300
|drop-keys
|record
|decide d-3: approve h-9170 attempt 1 sha256:b332e7d8 by mira: same
|record
|decide d-4: approve h-9169 attempt 1 sha256:d75c9489 by mira: same
answer already_decided approve lee 2026-11-23T03:12:30Z
answer none
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:52Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|  !! 0:43 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:58 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  5:50 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:28 h-9170   refund.decision@3  fraud>refund     .66 <.70  ALREADY DECIDED
|>   11:53 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:18 h-9169   refund.decision@3  fraud>refund     .69 <.70  no answer
|
|── h-916e  reply.draft@1  support>notify ────── [summary] payload evidence .. ──
| WHY HERE  confidence .55, the contract asks .60
| WILL DO   answer to c-1007
| AT 0:00   stops: nothing more happens, at 03:24:46
| FROM      support .55 > notify
| CONTRACT  reply.draft/1.0.0  0 faults  with the taker, who waits
| SCOPE     reply.draft
|── sent in the last 5 min ────── 1 done, 1 under way, 1 not done, :sent lists ──
| 03:12:46 approve 2: 1 no answer, 1 ALREADY DECIDED: h-9170
| 03:12:40 approve h-91c2 applied 0.0s
| approve 2: 1 no answer, 1 ALREADY DECIDED: h-9170
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# a reject asks for a note
keys g j j R
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:52Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|  !! 0:43 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:58 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|> !  5:50 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:28 h-9170   refund.decision@3  fraud>refund     .66 <.70  ALREADY DECIDED
|    11:53 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:18 h-9169   refund.decision@3  fraud>refund     .69 <.70  APPROVE sent
|
|── h-9184  deploy.plan@5  reviewer>deploy ───── [summary] payload evidence .. ──
| WHY HERE  confidence .62, the contract asks .80
| WILL DO   deploy payments to eu-1
| AT 0:00   goes to oncall-lead, at 03:18:43
| EVIDENCE  1 of 1 missing:  - /tests
| FROM      reviewer .62 > deploy
|═══ REJECT 1 handoff  sha256:d39b36dabeffa774 ══════════════ nothing sent yet ══
| !  h-9184  reviewer>deploy  deploy.plan@5                             due 5:50
|    deploy payments to eu-1
| !  1 of 1 evidence missing
| note   needed: type why, then Tab, then the key
| Tab Enter leave the note   Esc go back   Enter never sends
keys n o Tab y
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:52Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|  !! 0:43 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:58 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|> !  5:50 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  REJECT in 5s
|    11:28 h-9170   refund.decision@3  fraud>refund     .66 <.70  ALREADY DECIDED
|    11:53 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:18 h-9169   refund.decision@3  fraud>refund     .69 <.70  APPROVE sent
|
|── h-9184  deploy.plan@5  reviewer>deploy ───── [summary] payload evidence .. ──
| DECISION  reject in 5s
| WHY HERE  confidence .62, the contract asks .80
| WILL DO   deploy payments to eu-1
| AT 0:00   goes to oncall-lead, at 03:18:43
| EVIDENCE  1 of 1 missing:  - /tests
| FROM      reviewer .62 > deploy
|── sent in the last 5 min ────── 1 done, 1 under way, 1 not done, :sent lists ──
| 03:12:46 approve 2: 1 no answer, 1 ALREADY DECIDED: h-9170
| 03:12:40 approve h-91c2 applied 0.0s
| sending in 5s: REJECT h-9184   u undo   (held back, not sent)
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# escalate asks to whom
keys E
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:52Z  mira
| 1 Now  2 Flow !  3 Review 6!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  6 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|  !! 0:43 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:58 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|> !  5:50 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  REJECT in 5s
|    11:28 h-9170   refund.decision@3  fraud>refund     .66 <.70  ALREADY DECIDED
|    11:53 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:18 h-9169   refund.decision@3  fraud>refund     .69 <.70  APPROVE sent
|
|── h-9184  deploy.plan@5  reviewer>deploy ───── [summary] payload evidence .. ──
| DECISION  reject in 5s
| WHY HERE  confidence .62, the contract asks .80
| WILL DO   deploy payments to eu-1
| AT 0:00   goes to oncall-lead, at 03:18:43
| EVIDENCE  1 of 1 missing:  - /tests
| FROM      reviewer .62 > deploy
|── sent in the last 5 min ────── 1 done, 1 under way, 1 not done, :sent lists ──
| 03:12:46 approve 2: 1 no answer, 1 ALREADY DECIDED: h-9170
| 03:12:40 approve h-91c2 applied 0.0s
| h-9184: reject is under way, in 5s
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys Esc
wishes
|release h-9170 by mira 0
|decide d-4: approve h-9169 attempt 1 sha256:d75c9489 by mira: same
|claim h-9184 by mira 300
|drop-keys
