# Who is on it: others' claims in rows, detail and sheet; what this console asks for.
recording tests/screens/data/night.jsonl
size 80x24
at 03:12:41
keys 3
event hub:prod-eu-1 review.claimed {"handoff":"h-91c2","attempt":1,"operator":"lee","until":"2026-11-23T03:17:41Z"}
event hub:prod-eu-1 review.claimed {"handoff":"h-9184","attempt":1,"operator":"ana","until":"2026-11-23T03:14:00Z"}
event hub:prod-eu-1 review.claimed {"handoff":"h-916e","attempt":1,"operator":"mira","until":"2026-11-23T03:17:41Z"}
wait 40s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:20Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 9m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|>@!! 0:01 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:15 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:30 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
| @!  5:22 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:00 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
| @  11:25 h-916e   reply.draft@1      support>notify   .55 <.60  stops @mira
|    13:50 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| CLAIM     lee has been on it for 0:40
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# a sheet on what is somebody else's warns and asks for nothing
keys A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:20Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 9m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|>@!! 0:01 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:15 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:30 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
| @!  5:22 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:00 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
| @  11:25 h-916e   reply.draft@1      support>notify   .55 <.60  stops @mira
|    13:50 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| CLAIM     lee has been on it for 0:40
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
|═══ APPROVE 1 handoff  sha256:0629418b56e1ecbc ═════════════ nothing sent yet ══
| !! h-91c2  fraud>refund  refund.decision@3                            due 0:01
|    refund EUR 1240 to card ...4417, order 88c2
| !  may be too late, no undo; lee has been on it for 0:40; 2 of 3 evidence
|    missing
| note  (Tab to write one)
| press  y  to approve   Tab note   any other key: go back
keys Esc
wishes
|bell
|drop-keys
# C says whose it is; the second press takes over
keys C
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:20Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 9m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|>@!! 0:01 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:15 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:30 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
| @!  5:22 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:00 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
| @  11:25 h-916e   reply.draft@1      support>notify   .55 <.60  stops @mira
|    13:50 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| CLAIM     lee has been on it for 0:40
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| lee has been on it for 0:40: C again takes it over
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys C
wishes
|claim h-91c2 by mira 300 take
event hub:prod-eu-1 review.claimed {"handoff":"h-91c2","attempt":1,"operator":"mira","until":"2026-11-23T03:18:30Z"}
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:20Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 9m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|>@!! 0:01 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:15 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:30 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
| @!  5:22 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:00 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
| @  11:25 h-916e   reply.draft@1      support>notify   .55 <.60  stops @mira
|    13:50 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
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
| you are on h-91c2 until 03:18:30: C lets it go
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
keys C
wishes
|release h-91c2 by mira 0
# a batch
keys Space j j Space A
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:13:20Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 9m  (+3 more)
|── REVIEW  7 waiting ────────────────────────────────── by deadline  2 marked ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
| *!! 0:01 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:15 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  2:30 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
| *!  5:22 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|>   11:00 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
| @  11:25 h-916e   reply.draft@1      support>notify   .55 <.60  stops @mira
|    13:50 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-9170  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .66, the contract asks .70
| WILL DO   refund EUR 89 to card ...1881, order 8870
| AT 0:00   SHIPS without review, at 03:24:21
|═══ APPROVE 2 handoffs  sha256:4ae1832c7d617fa1 ════════════ nothing sent yet ══
| !! h-91c2  fraud>refund  refund.decision@3  refund EUR 1240 to card~  due 0:01
| !  h-9184  reviewer>deploy  deploy.plan@5  deploy payments to eu-1    due 5:22
|    all 2 on this screen   several kinds or edges
| !  may be too late, no undo; others are on 1 of 2; a note is needed: evidence
|    missing in 2 of 2
| note   needed: type why, then Tab, then the key
| Tab Enter leave the note   Esc go back   Enter never sends
size 150x30
keys Esc *
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                                              Mon 23 Nov  03:13:20Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 9m    !  41 dead letters, +38 in 10m    !  kyc>fraud LOW: 8 of 8 below .75  (+1 more)
|── REVIEW  7 waiting ──────────────────────────────────────────────────────────────────────────────────────────────────────── by deadline  7 marked ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS   AGE   ON IT     WILL DO
| *!! 0:01 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240   9m    mira      refund EUR 1240 to card ...4417, order 88c2
| *!! 0:15 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310    9m              refund EUR 310 to card ...0093, order 88c7
| *!  2:30 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops            7m              customer c-5512: pass
| *!  5:22 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead   4m    ana       deploy payments to eu-1
|>*  11:00 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89     3m              refund EUR 89 to card ...1881, order 8870
| *  11:25 h-916e   reply.draft@1      support>notify   .55 <.60  stops            3m    mira      answer to c-1007
| *  13:50 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45     1m              refund EUR 45 to card ...7712, order 8869
|
|
|
|
|
|
|── h-9170  refund.decision@3  fraud>refund ─────────────────────────────────────────────────────── [summary] payload evidence history contract diff ──
| WHY HERE  confidence .66, the contract asks .70
| WILL DO   refund EUR 89 to card ...1881, order 8870
| AT 0:00   SHIPS without review, at 03:24:21
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .66 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ───────────────────────────────────────────────────────────────────────────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  / filter  Tab pane  c copy  C claim  e edit  ? help
size 60x20
keys Esc
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:13:20Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── REVIEW  7 waiting ──────────────────────── by deadline ──
|    DUE   HANDOFF FROM>TO         CONF     AT 0:00
| @!! 0:01 h-91c2  fraud>refund    .41 <.70 SHIPS EUR 1240
|  !! 0:15 h-91c7  fraud>refund    .44 <.70 SHIPS EUR 310
|  !  2:30 h-91aa  kyc>fraud       1 fault  stops
| @!  5:22 h-9184  reviewer>deploy .62 <.80 to oncall-lead
|>   11:00 h-9170  fraud>refund    .66 <.70 SHIPS EUR 89
| @  11:25 h-916e  support>notify  .55 <.60 stops @mira
|    13:50 h-9169  fraud>refund    .69 <.70 SHIPS EUR 45
|── h-9170  refund.decision@3  fraud>refund ─ [summary] .. ──
| WHY HERE  confidence .66, the contract asks .70
| WILL DO   refund EUR 89 to card ...1881, order 8870
| AT 0:00   SHIPS without review, at 03:24:21
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match~
| FROM      kyc .41 > fraud .66 > refund
| 7 marks cleared
| A approve  R reject  E escalate  H hold  Space mark  ? help
# it ends by its time, and with the decision
size 80x24
wait 2m
event hub:prod-eu-1 decision.held {"decision":"d-x","handoff":"h-916e","attempt":1,"digest":"sha256:0000000000000000000000000000000000000000000000000000000000000000","operator":"lee","until":"2026-11-23T03:29:00Z"}
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:15:20Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !  2 deadlines are past, not fired  (+4 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
| @!! PAST h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS late
|  !! PAST h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS late
|  !  0:30 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  3:22 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|> !  9:00 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    11:50 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|    13:39 h-916e   reply.draft@1      support>notify   .55 <.60  stops, held
|── h-9170  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .66, the contract asks .70
| WILL DO   refund EUR 89 to card ...1881, order 8870
| AT 0:00   SHIPS without review, at 03:24:21
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .66 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
|
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
# the history says until when as short as all else
size 80x24
command open h-91c2
keys Enter ] ] ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:15:20Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !  2 deadlines are past, not fired  (+4 more)
|── h-91c2  refund.decision@3  fraud>refund ─────── .. [history] contract diff ──
| 03:03:22.000  offered  attempt 1
| 03:03:22.000  held  confidence .41 < .70
| 03:12:40.900  claimed  by lee  until 03:17:41
| 03:13:20.900  claimed  by mira  until 03:18:30
| waits 11m, you are on it
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
| A approve  R reject  E escalate  Esc back  ] tab  j down  w wrap  ? help
